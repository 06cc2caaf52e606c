//! The steps of joining.

use kanta_conformance::Text;

use super::{DONE, Field, Takes, word};
use crate::plan::Stage;

const DONE_OR_BY_SERVICE: Takes =
    Takes::Either(&[Takes::Day, Takes::Flag, Takes::ByService(&DONE)]);

pub(super) const JOINING: Field = Field::new(
    "joining",
    Takes::Table(&[
        Field::new(
            "stage",
            word!(Stage),
            "\"approved\"",
            Text::new(
                "how far joining has come; steps that come later are not yet due",
                "kuinka pitkällä liittyminen on; myöhempiä vaiheita ei vielä vaadita",
                "hur långt anslutningen har kommit; senare steg krävs inte ännu",
            ),
        ),
        Field::new(
            "applied",
            DONE_OR_BY_SERVICE,
            "2025-09-15",
            Text::new(
                "when joining was applied for; or a day for each service: { prescription = 2025-09-15 }",
                "milloin liittymistä haettiin; tai päivä palveluittain: { prescription = 2025-09-15 }",
                "när anslutning ansöktes; eller en dag för varje tjänst: { prescription = 2025-09-15 }",
            ),
        ),
        Field::new(
            "commitment",
            DONE,
            "2025-09-15",
            Text::new(
                "when the commitment on the use of Kanta was given",
                "milloin sitoumus Kanta-palvelujen käytöstä annettiin",
                "när förbindelsen om användning av Kanta-tjänsterna gavs",
            ),
        ),
        Field::new(
            "terms_of_supply",
            DONE,
            "2025-09-15",
            Text::new(
                "when the general terms of supply were accepted",
                "milloin yleiset toimitusehdot hyväksyttiin",
                "när de allmänna leveransvillkoren godkändes",
            ),
        ),
        Field::new(
            "service_descriptions",
            Takes::ByService(&DONE),
            "{ patient-data = 2025-09-15, prescription = 2025-09-15 }",
            Text::new(
                "when the description of each service was accepted",
                "milloin kunkin palvelun palvelukuvaus hyväksyttiin",
                "när beskrivningen av varje tjänst godkändes",
            ),
        ),
        Field::new(
            "approved",
            DONE_OR_BY_SERVICE,
            "2025-10-06",
            Text::new(
                "when Kanta approved the application; or a day for each service",
                "milloin Kanta-palvelut hyväksyi hakemuksen; tai päivä palveluittain",
                "när Kanta-tjänsterna godkände ansökan; eller en dag för varje tjänst",
            ),
        ),
        Field::new(
            "declared",
            DONE,
            "2025-09-15",
            Text::new(
                "when Kanta was told which systems and access points are used",
                "milloin käytettävät järjestelmät ja liityntäpisteet ilmoitettiin Kanta-palveluille",
                "när de system och anslutningspunkter som används meddelades till Kanta-tjänsterna",
            ),
        ),
    ]),
    "",
    Text::new(
        "what was done to join, and when",
        "mitä liittymiseksi on tehty ja milloin",
        "vad som har gjorts för anslutningen och när",
    ),
);
