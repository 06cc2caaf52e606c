//! The steps of joining.

use super::{DONE, Field, Takes, word};
use crate::plan::Stage;
use kanta_conformance::text;

const DONE_OR_BY_SERVICE: Takes =
    Takes::Either(&[Takes::Day, Takes::Flag, Takes::ByService(&DONE)]);

pub(super) const JOINING: Field = Field::new(
    "joining",
    Takes::Table(&[
        Field::new(
            "stage",
            word!(Stage),
            "\"approved\"",
            text! {
                en: "how far joining has come; steps that come later are not yet due",
                fi: "kuinka pitkällä liittyminen on; myöhempiä vaiheita ei vielä vaadita",
                sv: "hur långt anslutningen har kommit; senare steg krävs inte ännu",
            },
        ),
        Field::new(
            "applied",
            DONE_OR_BY_SERVICE,
            "2025-09-15",
            text! {
                en: "when joining was applied for; or a day for each service: { prescription = 2025-09-15 }",
                fi: "milloin liittymistä haettiin; tai päivä palveluittain: { prescription = 2025-09-15 }",
                sv: "när anslutning ansöktes; eller en dag för varje tjänst: { prescription = 2025-09-15 }",
            },
        ),
        Field::new(
            "commitment",
            DONE,
            "2025-09-15",
            text! {
                en: "when the commitment on the use of Kanta was given",
                fi: "milloin sitoumus Kanta-palvelujen käytöstä annettiin",
                sv: "när förbindelsen om användning av Kanta-tjänsterna gavs",
            },
        ),
        Field::new(
            "terms_of_supply",
            DONE,
            "2025-09-15",
            text! {
                en: "when the general terms of supply were accepted",
                fi: "milloin yleiset toimitusehdot hyväksyttiin",
                sv: "när de allmänna leveransvillkoren godkändes",
            },
        ),
        Field::new(
            "service_descriptions",
            Takes::ByService(&DONE),
            "{ patient-data = 2025-09-15, prescription = 2025-09-15 }",
            text! {
                en: "when the description of each service was accepted",
                fi: "milloin kunkin palvelun palvelukuvaus hyväksyttiin",
                sv: "när beskrivningen av varje tjänst godkändes",
            },
        ),
        Field::new(
            "approved",
            DONE_OR_BY_SERVICE,
            "2025-10-06",
            text! {
                en: "when Kanta approved the application; or a day for each service",
                fi: "milloin Kanta-palvelut hyväksyi hakemuksen; tai päivä palveluittain",
                sv: "när Kanta-tjänsterna godkände ansökan; eller en dag för varje tjänst",
            },
        ),
        Field::new(
            "declared",
            DONE,
            "2025-09-15",
            text! {
                en: "when Kanta was told which systems and access points are used",
                fi: "milloin käytettävät järjestelmät ja liityntäpisteet ilmoitettiin Kanta-palveluille",
                sv: "när de system och anslutningspunkter som används meddelades till Kanta-tjänsterna",
            },
        ),
    ]),
    "",
    text! {
        en: "what was done to join, and when",
        fi: "mitä liittymiseksi on tehty ja milloin",
        sv: "vad som har gjorts för anslutningen och när",
    },
);
