//! What only people can tell: recording, operating models, training.

use kanta_conformance::{Document, Evidence, Example, Level, Outcome, Requirement, Row, text};

use super::DEPLOYMENT;
use super::facts::{ATTEST, joins};
use crate::requirements::facts::where_it_applies;
use crate::requirements::{About, OfPlan};

/// Binding, and attested.
const ATTESTED: Requirement = Requirement {
    remedy: ATTEST,
    evidence: Evidence::Attested,
    fields: &[""],
    ..DEPLOYMENT
};

fn attested(about: About<'_, ()>) -> Outcome {
    where_it_applies(
        joins(&about),
        Outcome::outside(&Document::DEPLOYMENT_REQUIREMENTS),
    )
}

pub(super) static PEOPLE: &[Row<OfPlan>] = &[
    Row {
        requirement: &Requirement {
            id: "deployment-requirements/recording-definitions-not-followed",
            statement: text! {
                en: "client work is recorded by the national definitions",
                fi: "asiakastyö kirjataan kansallisten määritysten mukaan",
                sv: "klientarbetet dokumenteras enligt de nationella definitionerna",
            },
            fault: text! {
                en: "the national definitions of recording are not followed",
                fi: "kansallisia kirjaamismäärityksiä ei noudateta",
                sv: "de nationella definitionerna för dokumentation följs inte",
            },
            purpose: Some(text! {
                en: "what is recorded everywhere in the same way can be read by whoever uses it next",
                fi: "kaikkialla samalla tavalla kirjattua osaa lukea myös se, joka tietoja seuraavaksi käyttää",
                sv: "det som dokumenteras på samma sätt överallt kan läsas av den som härnäst använder det",
            }),
            example: Some(Example {
                before: r#"[[attested]]
requirement = "deployment-requirements/recording-definitions-not-followed"
met = false
by = "N.N., vastaava johtaja"
on = 2025-11-14
ground = "recording guide 2025""#,
                after: r#"[[attested]]
requirement = "deployment-requirements/recording-definitions-not-followed"
met = true
by = "N.N., vastaava johtaja"
on = 2025-11-14
ground = "recording guide 2025""#,
            }),
            ..ATTESTED
        },
        check: attested,
    },
    Row {
        requirement: &Requirement {
            id: "deployment-requirements/requirements-of-kanta-not-implemented",
            statement: text! {
                en: "the requirements of the Kanta services are implemented",
                fi: "Kanta-palvelujen vaatimukset on toteutettu",
                sv: "Kanta-tjänsternas krav är genomförda",
            },
            fault: text! {
                en: "the requirements of the Kanta services are not implemented",
                fi: "Kanta-palvelujen vaatimuksia ei ole toteutettu",
                sv: "Kanta-tjänsternas krav är inte genomförda",
            },
            purpose: Some(text! {
                en: "organisations and systems work together through Kanta only where all keep to the same requirements",
                fi: "organisaatiot ja järjestelmät toimivat yhdessä Kannan kautta vain, kun kaikki noudattavat samoja vaatimuksia",
                sv: "organisationer och system fungerar tillsammans via Kanta bara när alla följer samma krav",
            }),
            example: Some(Example {
                before: r#"[[attested]]
requirement="deployment-requirements/requirements-of-kanta-not-implemented"
met = false
by = "N.N., vastaava johtaja"
on = 2025-11-14
ground = "system description 2025-4""#,
                after: r#"[[attested]]
requirement="deployment-requirements/requirements-of-kanta-not-implemented"
met = true
by = "N.N., vastaava johtaja"
on = 2025-11-14
ground = "system description 2025-4""#,
            }),
            ..ATTESTED
        },
        check: attested,
    },
    Row {
        requirement: &Requirement {
            id: "deployment-requirements/security-practices-not-implemented",
            statement: text! {
                en: "the practices of data protection and data security are implemented, with self-monitoring",
                fi: "tietosuojan ja tietoturvan käytännöt on toteutettu ja niitä omavalvotaan",
                sv: "praxis för dataskydd och informationssäkerhet är genomförd, med egenkontroll",
            },
            fault: text! {
                en: "the practices of data protection and data security are not implemented",
                fi: "tietosuojan ja tietoturvan käytäntöjä ei ole toteutettu",
                sv: "praxis för dataskydd och informationssäkerhet är inte genomförd",
            },
            purpose: Some(text! {
                en: "client data are sensitive, and what protects them is what is done every day",
                fi: "asiakastiedot ovat arkaluonteisia, ja niitä suojaa se, mitä arjessa tehdään",
                sv: "kunduppgifter är känsliga, och det som skyddar dem är det som görs i vardagen",
            }),
            example: Some(Example {
                before: r#"[[attested]]
requirement = "deployment-requirements/security-practices-not-implemented"
met = false
by = "N.N., vastaava johtaja"
on = 2025-11-14
ground = "self-monitoring report 2025""#,
                after: r#"[[attested]]
requirement = "deployment-requirements/security-practices-not-implemented"
met = true
by = "N.N., vastaava johtaja"
on = 2025-11-14
ground = "self-monitoring report 2025""#,
            }),
            ..ATTESTED
        },
        check: attested,
    },
    Row {
        requirement: &Requirement {
            id: "deployment-requirements/operating-models-not-deployed",
            statement: text! {
                en: "the nationally harmonised operating models are in use",
                fi: "kansallisesti yhtenäiset toimintamallit on otettu käyttöön",
                sv: "de nationellt enhetliga verksamhetsmodellerna är i bruk",
            },
            fault: text! {
                en: "the nationally harmonised operating models are not in use",
                fi: "kansallisesti yhtenäisiä toimintamalleja ei ole otettu käyttöön",
                sv: "de nationellt enhetliga verksamhetsmodellerna är inte i bruk",
            },
            purpose: Some(text! {
                en: "what one organisation has stored serves another when both work with it in the same way",
                fi: "yhden organisaation tallentamasta on hyötyä toiselle, kun molemmat toimivat samalla tavalla",
                sv: "det som en organisation har lagrat är till nytta för en annan när båda arbetar med det på samma sätt",
            }),
            example: Some(Example {
                before: r#"[[attested]]
requirement = "deployment-requirements/operating-models-not-deployed"
met = false
by = "N.N., vastaava johtaja"
on = 2025-11-14
ground = "operating models in use since 2025-10""#,
                after: r#"[[attested]]
requirement = "deployment-requirements/operating-models-not-deployed"
met = true
by = "N.N., vastaava johtaja"
on = 2025-11-14
ground = "operating models in use since 2025-10""#,
            }),
            ..ATTESTED
        },
        check: attested,
    },
    Row {
        requirement: &Requirement {
            id: "deployment-requirements/staff-not-trained",
            statement: text! {
                en: "the staff are trained",
                fi: "henkilöstö on koulutettu",
                sv: "personalen är utbildad",
            },
            fault: text! {
                en: "the staff are not trained",
                fi: "henkilöstöä ei ole koulutettu",
                sv: "personalen är inte utbildad",
            },
            purpose: Some(text! {
                en: "only those who know the procedures of data protection and data security can follow them",
                fi: "vain se, joka tuntee tietosuojan ja tietoturvan menettelyt, voi noudattaa niitä",
                sv: "bara den som känner till förfarandena för dataskydd och informationssäkerhet kan följa dem",
            }),
            example: Some(Example {
                before: r#"[[attested]]
requirement = "deployment-requirements/staff-not-trained"
met = false
by = "N.N., vastaava johtaja"
on = 2025-11-14
ground = "training register 2025-11""#,
                after: r#"[[attested]]
requirement = "deployment-requirements/staff-not-trained"
met = true
by = "N.N., vastaava johtaja"
on = 2025-11-14
ground = "training register 2025-11""#,
            }),
            ..ATTESTED
        },
        check: attested,
    },
    Row {
        requirement: &Requirement {
            id: "deployment-requirements/production-models-not-agreed",
            statement: text! {
                en: "the operating models of production use are agreed",
                fi: "tuotantokäytön toimintamalleista on sovittu",
                sv: "verksamhetsmodellerna för produktionsanvändningen är överenskomna",
            },
            fault: text! {
                en: "the operating models of production use are not agreed",
                fi: "tuotantokäytön toimintamalleista ei ole sovittu",
                sv: "verksamhetsmodellerna för produktionsanvändningen är inte överenskomna",
            },
            purpose: Some(text! {
                en: "when something happens in production, it is clear already who does what",
                fi: "kun tuotannossa tapahtuu jotakin, on jo selvää, kuka tekee mitä",
                sv: "när något händer i produktionen är det redan klart vem som gör vad",
            }),
            example: Some(Example {
                before: r#"[[attested]]
requirement = "deployment-requirements/production-models-not-agreed"
met = false
by = "N.N., vastaava johtaja"
on = 2025-11-14
ground = "agreement with the supplier, annex 2""#,
                after: r#"[[attested]]
requirement = "deployment-requirements/production-models-not-agreed"
met = true
by = "N.N., vastaava johtaja"
on = 2025-11-14
ground = "agreement with the supplier, annex 2""#,
            }),
            ..ATTESTED
        },
        check: attested,
    },
    Row {
        requirement: &Requirement {
            id: "deployment-requirements/supplier-not-at-preparation",
            statement: text! {
                en: "the system supplier takes part in the preparation by its customer's schedule",
                fi: "järjestelmätoimittaja osallistuu valmisteluun asiakkaansa aikataulussa",
                sv: "systemleverantören deltar i förberedelserna enligt kundens tidtabell",
            },
            fault: text! {
                en: "the system supplier does not take part in the preparation",
                fi: "järjestelmätoimittaja ei osallistu valmisteluun",
                sv: "systemleverantören deltar inte i förberedelserna",
            },
            purpose: Some(text! {
                en: "the customer can keep its schedule only if its system is ready in time",
                fi: "asiakas pysyy aikataulussaan vain, jos sen järjestelmä on ajoissa valmis",
                sv: "kunden kan hålla sin tidtabell bara om systemet är klart i tid",
            }),
            example: Some(Example {
                before: r#"[[attested]]
requirement = "deployment-requirements/supplier-not-at-preparation"
met = false
by = "N.N., vastaava johtaja"
on = 2025-11-14
ground = "minutes of the preparation event""#,
                after: r#"[[attested]]
requirement = "deployment-requirements/supplier-not-at-preparation"
met = true
by = "N.N., vastaava johtaja"
on = 2025-11-14
ground = "minutes of the preparation event""#,
            }),
            ..ATTESTED
        },
        check: attested,
    },
    Row {
        requirement: &Requirement {
            id: "deployment-requirements/supplier-gives-no-support",
            statement: text! {
                en: "the supplier supports its customers in deployment, with training among other things",
                fi: "toimittaja tukee asiakkaitaan käyttöönotossa muun muassa koulutuksella",
                sv: "leverantören stöder sina kunder vid ibruktagandet, bland annat med utbildning",
            },
            fault: text! {
                en: "the supplier gives no support in deployment",
                fi: "toimittaja ei anna tukea käyttöönotossa",
                sv: "leverantören ger inget stöd vid ibruktagandet",
            },
            purpose: Some(text! {
                en: "nobody knows the system and its new functions as its supplier does",
                fi: "kukaan ei tunne järjestelmää ja sen uusia toimintoja niin kuin sen toimittaja",
                sv: "ingen känner systemet och dess nya funktioner så som leverantören",
            }),
            example: Some(Example {
                before: r#"[[attested]]
requirement = "deployment-requirements/supplier-gives-no-support"
met = false
by = "N.N., vastaava johtaja"
on = 2025-11-14
ground = "training plan of the supplier""#,
                after: r#"[[attested]]
requirement = "deployment-requirements/supplier-gives-no-support"
met = true
by = "N.N., vastaava johtaja"
on = 2025-11-14
ground = "training plan of the supplier""#,
            }),
            level: Level::Should,
            ..ATTESTED
        },
        check: attested,
    },
];
