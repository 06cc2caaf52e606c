//! Going live, and what somebody attests or has ruled.

use kanta_conformance::Text;

use super::{CLAIM, DONE, Field, Takes};

pub(super) const READINESS: Field = Field::new(
    "readiness",
    Takes::Table(&[
        Field::new(
            "production_start",
            Takes::Day,
            "2026-02-02",
            Text::new(
                "the first day of production use",
                "tuotantokäytön ensimmäinen päivä",
                "första dagen i produktion",
            ),
        ),
        Field::new(
            "register_data_checked",
            DONE,
            "2025-10-20",
            Text::new(
                "when the data in the register were found to be up to date",
                "milloin rekisterin tiedot todettiin ajantasaisiksi",
                "när uppgifterna i registret konstaterades vara aktuella",
            ),
        ),
        Field::new(
            "licence_checked",
            DONE,
            "2025-10-20",
            Text::new(
                "when the registration of a private provider was found to be up to date",
                "milloin yksityisen palvelunantajan rekisteröinti todettiin ajantasaiseksi",
                "när en privat tjänstetillhandahållares registrering konstaterades vara aktuell",
            ),
        ),
        Field::new(
            "assessment_delivered",
            DONE,
            "2025-10-01",
            Text::new(
                "when the certificate of the data security assessment was given to Kela",
                "milloin tietoturva-arvioinnin todistus toimitettiin Kelalle",
                "när intyget över bedömningen av informationssäkerheten gavs till FPA",
            ),
        ),
        Field::new(
            "assessor_approved",
            Takes::Flag,
            "true",
            Text::new(
                "whether the body that assessed the system is an approved one",
                "onko järjestelmän arvioinut arviointilaitos hyväksytty",
                "om det organ som bedömde systemet är godkänt",
            ),
        ),
        Field::new(
            "security_plan_reviewed",
            DONE,
            "2025-09-30",
            Text::new(
                "when the data security plan was last brought up to date",
                "milloin tietoturvasuunnitelma viimeksi päivitettiin",
                "när informationssäkerhetsplanen senast uppdaterades",
            ),
        ),
        Field::new(
            "data_protection_officer",
            CLAIM,
            "\"N.N.\"",
            Text::new(
                "the data protection officer; false: there is none",
                "tietosuojavastaava; false: sellaista ei ole",
                "dataskyddsombudet; false: det finns inget",
            ),
        ),
        Field::new(
            "logging",
            Takes::Flag,
            "true",
            Text::new(
                "whether every processing of client data is logged",
                "kirjataanko jokainen asiakastietojen käsittely lokiin",
                "om varje behandling av kunduppgifter loggas",
            ),
        ),
        Field::new(
            "strong_identification",
            Takes::Flag,
            "true",
            Text::new(
                "whether professionals identify themselves strongly",
                "tunnistautuvatko ammattihenkilöt vahvasti",
                "om yrkespersoner identifierar sig starkt",
            ),
        ),
        Field::new(
            "professional_cards",
            Takes::Flag,
            "true",
            Text::new(
                "whether professionals have their cards",
                "onko ammattihenkilöillä ammattikortit",
                "om yrkespersonerna har sina yrkeskort",
            ),
        ),
        Field::new(
            "test_certificate",
            DONE,
            "2025-08-15",
            Text::new(
                "when the certificate for tests was obtained",
                "milloin testivarmenne hankittiin",
                "när testcertifikatet skaffades",
            ),
        ),
        Field::new(
            "disruption_notices",
            CLAIM,
            "\"paivystys@klinikka.example\"",
            Text::new(
                "who gets the notices of disruptions; false: nobody",
                "kuka saa häiriötiedotteet; false: ei kukaan",
                "vem som får meddelandena om störningar; false: ingen",
            ),
        ),
    ]),
    "",
    Text::new(
        "what has to be done before going live; kanta ready asks for it, kanta check does not",
        "mitä on tehtävä ennen käyttöönottoa; sitä kysyy kanta ready, ei kanta check",
        "vad som ska göras före ibruktagandet; kanta ready frågar efter det, inte kanta check",
    ),
);

const BY: Field = Field::new(
    "by",
    Takes::Text,
    "\"N.N., tietoturvapäällikkö\"",
    Text::new("who says so", "kuka sen sanoo", "vem som säger det"),
)
.required();
const ON: Field = Field::new(
    "on",
    Takes::Day,
    "2025-09-01",
    Text::new("when", "milloin", "när"),
)
.required();
const fn requirement(example: &'static str) -> Field {
    Field::new(
        "requirement",
        Takes::Requirement,
        example,
        Text::new(
            "the requirement, by its id",
            "vaatimus tunnuksineen",
            "kravet, med sitt id",
        ),
    )
    .required()
}
const SUBJECT: Field = Field::new(
    "subject",
    Takes::Text,
    "\"party\"",
    Text::new(
        "of what, as a path of this plan such as link.a; without it, of everything that the requirement speaks of",
        "mistä, suunnitelman polkuna kuten link.a; ilman sitä kaikesta, mitä vaatimus koskee",
        "om vad, som en sökväg i planen såsom link.a; utan den om allt som kravet gäller",
    ),
);
const MET: Field = Field::new(
    "met",
    Takes::Flag,
    "true",
    Text::new("whether it is met", "täyttyykö se", "om det är uppfyllt"),
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
            Text::new("on what ground", "millä perusteella", "på vilken grund"),
        )
        .required(),
    ])),
    "",
    Text::new(
        "what no program can compute, attested by somebody who answers for it",
        "mitä ohjelma ei voi laskea ja minkä siitä vastaava vakuuttaa",
        "det som inget program kan räkna ut, intygat av den som svarar för det",
    ),
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
            Text::new(
                "where it is written down",
                "mihin se on kirjattu",
                "var det är antecknat",
            ),
        )
        .required(),
    ])),
    "",
    Text::new(
        "what somebody has decided where the guide is silent or ambiguous",
        "mitä joku on ratkaissut silloin, kun ohje vaikenee tai on monitulkintainen",
        "vad någon har avgjort där anvisningen är tyst eller mångtydig",
    ),
);
