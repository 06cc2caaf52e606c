//! Going live, and what somebody attests or has ruled.

use kanta_conformance::text;

use super::{CLAIM, DONE, Field, Takes};

pub(super) const READINESS: Field = Field::new(
    "readiness",
    Takes::Table(&[
        Field::new(
            "production_start",
            Takes::Day,
            "2026-02-02",
            text! {
                en: "the first day of production use",
                fi: "tuotantokäytön ensimmäinen päivä",
                sv: "första dagen i produktion",
            },
        ),
        Field::new(
            "register_data_checked",
            DONE,
            "2025-10-20",
            text! {
                en: "when the data in the register were found to be up to date",
                fi: "milloin rekisterin tiedot todettiin ajantasaisiksi",
                sv: "när uppgifterna i registret konstaterades vara aktuella",
            },
        ),
        Field::new(
            "licence_checked",
            DONE,
            "2025-10-20",
            text! {
                en: "when the registration of a private provider was found to be up to date",
                fi: "milloin yksityisen palvelunantajan rekisteröinti todettiin ajantasaiseksi",
                sv: "när en privat tjänstetillhandahållares registrering konstaterades vara aktuell",
            },
        ),
        Field::new(
            "assessment_delivered",
            DONE,
            "2025-10-01",
            text! {
                en: "when the certificate of the data security assessment was given to Kela",
                fi: "milloin tietoturva-arvioinnin todistus toimitettiin Kelalle",
                sv: "när intyget över bedömningen av informationssäkerheten gavs till FPA",
            },
        ),
        Field::new(
            "assessor_approved",
            Takes::Flag,
            "true",
            text! {
                en: "whether the body that assessed the system is an approved one",
                fi: "onko järjestelmän arvioinut arviointilaitos hyväksytty",
                sv: "om det organ som bedömde systemet är godkänt",
            },
        ),
        Field::new(
            "security_plan_reviewed",
            DONE,
            "2025-09-30",
            text! {
                en: "when the data security plan was last brought up to date",
                fi: "milloin tietoturvasuunnitelma viimeksi päivitettiin",
                sv: "när informationssäkerhetsplanen senast uppdaterades",
            },
        ),
        Field::new(
            "data_protection_officer",
            CLAIM,
            "\"N.N.\"",
            text! {
                en: "the data protection officer; false: there is none",
                fi: "tietosuojavastaava; false: sellaista ei ole",
                sv: "dataskyddsombudet; false: det finns inget",
            },
        ),
        Field::new(
            "logging",
            Takes::Flag,
            "true",
            text! {
                en: "whether every processing of client data is logged",
                fi: "kirjataanko jokainen asiakastietojen käsittely lokiin",
                sv: "om varje behandling av kunduppgifter loggas",
            },
        ),
        Field::new(
            "strong_identification",
            Takes::Flag,
            "true",
            text! {
                en: "whether professionals identify themselves strongly",
                fi: "tunnistautuvatko ammattihenkilöt vahvasti",
                sv: "om yrkespersoner identifierar sig starkt",
            },
        ),
        Field::new(
            "professional_cards",
            Takes::Flag,
            "true",
            text! {
                en: "whether professionals have their cards",
                fi: "onko ammattihenkilöillä ammattikortit",
                sv: "om yrkespersonerna har sina yrkeskort",
            },
        ),
        Field::new(
            "test_certificate",
            DONE,
            "2025-08-15",
            text! {
                en: "when the certificate for tests was obtained",
                fi: "milloin testivarmenne hankittiin",
                sv: "när testcertifikatet skaffades",
            },
        ),
        Field::new(
            "disruption_notices",
            CLAIM,
            "\"paivystys@klinikka.example\"",
            text! {
                en: "who gets the notices of disruptions; false: nobody",
                fi: "kuka saa häiriötiedotteet; false: ei kukaan",
                sv: "vem som får meddelandena om störningar; false: ingen",
            },
        ),
    ]),
    "",
    text! {
        en: "what has to be done before going live; kanta ready asks for it, kanta check does not",
        fi: "mitä on tehtävä ennen käyttöönottoa; sitä kysyy kanta ready, ei kanta check",
        sv: "vad som ska göras före ibruktagandet; kanta ready frågar efter det, inte kanta check",
    },
);

const BY: Field = Field::new(
    "by",
    Takes::Text,
    "\"N.N., tietoturvapäällikkö\"",
    text! { en: "who says so", fi: "kuka sen sanoo", sv: "vem som säger det" },
)
.required();
const ON: Field = Field::new(
    "on",
    Takes::Day,
    "2025-09-01",
    text! { en: "when", fi: "milloin", sv: "när" },
)
.required();
const fn requirement(example: &'static str) -> Field {
    Field::new(
        "requirement",
        Takes::Requirement,
        example,
        text! { en: "the requirement, by its id", fi: "vaatimus tunnuksineen", sv: "kravet, med sitt id" },
    )
    .required()
}
const SUBJECT: Field = Field::new(
    "subject",
    Takes::Text,
    "\"party\"",
    text! {
        en: "of what, as a path of this plan such as link.a; without it, of everything that the requirement speaks of",
        fi: "mistä, suunnitelman polkuna kuten link.a; ilman sitä kaikesta, mitä vaatimus koskee",
        sv: "om vad, som en sökväg i planen såsom link.a; utan den om allt som kravet gäller",
    },
);
const MET: Field = Field::new(
    "met",
    Takes::Flag,
    "true",
    text! { en: "whether it is met", fi: "täyttyykö se", sv: "om det är uppfyllt" },
);

pub(super) const ATTESTED: Field = Field::new(
    "attested",
    Takes::List(&Takes::Table(&[
        requirement("\"connection-models/security-requirements-not-met\""),
        SUBJECT,
        MET.required(),
        BY,
        ON,
        Field::new(
            "ground",
            Takes::Text,
            "\"audit report 2025-17\"",
            text! { en: "on what ground", fi: "millä perusteella", sv: "på vilken grund" },
        )
        .required(),
    ])),
    "",
    text! {
        en: "what no program can compute, attested by somebody who answers for it",
        fi: "mitä ohjelma ei voi laskea ja minkä siitä vastaava vakuuttaa",
        sv: "det som inget program kan räkna ut, intygat av den som svarar för det",
    },
);

pub(super) const RULING: Field = Field::new(
    "ruling",
    Takes::List(&Takes::Table(&[
        requirement("\"connection-models/open-internet-outside-table-1\""),
        SUBJECT,
        MET,
        BY,
        ON,
        Field::new(
            "reference",
            Takes::Text,
            "\"case 123\"",
            text! { en: "where it is written down", fi: "mihin se on kirjattu", sv: "var det är antecknat" },
        )
        .required(),
    ])),
    "",
    text! {
        en: "what somebody has decided where the guide is silent or ambiguous",
        fi: "mitä joku on ratkaissut silloin, kun ohje vaikenee tai on monitulkintainen",
        sv: "vad någon har avgjort där anvisningen är tyst eller mångtydig",
    },
);
