//! What only people can tell: recording, operating models, training.

use kanta_conformance::{Document, Evidence, Level, Outcome, Requirement, Row, text};

use super::deployment;
use super::facts::{ATTEST, joins};
use crate::requirements::facts::where_it_applies;
use crate::requirements::{About, OfPlan};

/// Binding, and attested.
const fn attested_by_people(id: &'static str) -> Requirement {
    deployment(id)
        .with_remedy(ATTEST)
        .with_evidence(Evidence::Attested)
        .with_fields(&[""])
}

fn attested(about: About<'_, ()>) -> Outcome {
    where_it_applies(
        joins(&about),
        Outcome::outside(&Document::DEPLOYMENT_REQUIREMENTS),
    )
}

pub(super) static PEOPLE: &[Row<OfPlan>] = &[
    Row {
        requirement: &attested_by_people("deployment-requirements/recording-definitions-not-followed")
            .with_statement(text! {
                en: "client work is recorded by the national definitions",
                fi: "asiakastyö kirjataan kansallisten määritysten mukaan",
                sv: "klientarbetet dokumenteras enligt de nationella definitionerna",
            })
            .with_fault(text! {
                en: "the national definitions of recording are not followed",
                fi: "kansallisia kirjaamismäärityksiä ei noudateta",
                sv: "de nationella definitionerna för dokumentation följs inte",
            })
            .with_purpose(text! {
                en: "what is recorded everywhere in the same way can be read by whoever uses it next",
                fi: "kaikkialla samalla tavalla kirjattua osaa lukea myös se, joka tietoja seuraavaksi käyttää",
                sv: "det som dokumenteras på samma sätt överallt kan läsas av den som härnäst använder det",
            })
            .with_example(
                r#"[[attested]]
requirement = "deployment-requirements/recording-definitions-not-followed"
met = false
by = "N.N., vastaava johtaja"
on = 2025-11-14
ground = "recording guide 2025""#,
                r#"[[attested]]
requirement = "deployment-requirements/recording-definitions-not-followed"
met = true
by = "N.N., vastaava johtaja"
on = 2025-11-14
ground = "recording guide 2025""#,
            ),
        check: attested,
    },
    Row {
        requirement: &attested_by_people("deployment-requirements/requirements-of-kanta-not-implemented")
            .with_statement(text! {
                en: "the requirements of the Kanta services are implemented",
                fi: "Kanta-palvelujen vaatimukset on toteutettu",
                sv: "Kanta-tjänsternas krav är genomförda",
            })
            .with_fault(text! {
                en: "the requirements of the Kanta services are not implemented",
                fi: "Kanta-palvelujen vaatimuksia ei ole toteutettu",
                sv: "Kanta-tjänsternas krav är inte genomförda",
            })
            .with_purpose(text! {
                en: "organisations and systems work together through Kanta only where all keep to the same requirements",
                fi: "organisaatiot ja järjestelmät toimivat yhdessä Kannan kautta vain, kun kaikki noudattavat samoja vaatimuksia",
                sv: "organisationer och system fungerar tillsammans via Kanta bara när alla följer samma krav",
            })
            .with_example(
                r#"[[attested]]
requirement="deployment-requirements/requirements-of-kanta-not-implemented"
met = false
by = "N.N., vastaava johtaja"
on = 2025-11-14
ground = "system description 2025-4""#,
                r#"[[attested]]
requirement="deployment-requirements/requirements-of-kanta-not-implemented"
met = true
by = "N.N., vastaava johtaja"
on = 2025-11-14
ground = "system description 2025-4""#,
            ),
        check: attested,
    },
    Row {
        requirement: &attested_by_people("deployment-requirements/security-practices-not-implemented")
            .with_statement(text! {
                en: "the practices of data protection and data security are implemented, with self-monitoring",
                fi: "tietosuojan ja tietoturvan käytännöt on toteutettu ja niitä omavalvotaan",
                sv: "praxis för dataskydd och informationssäkerhet är genomförd, med egenkontroll",
            })
            .with_fault(text! {
                en: "the practices of data protection and data security are not implemented",
                fi: "tietosuojan ja tietoturvan käytäntöjä ei ole toteutettu",
                sv: "praxis för dataskydd och informationssäkerhet är inte genomförd",
            })
            .with_purpose(text! {
                en: "client data are sensitive, and what protects them is what is done every day",
                fi: "asiakastiedot ovat arkaluonteisia, ja niitä suojaa se, mitä arjessa tehdään",
                sv: "kunduppgifter är känsliga, och det som skyddar dem är det som görs i vardagen",
            })
            .with_example(
                r#"[[attested]]
requirement = "deployment-requirements/security-practices-not-implemented"
met = false
by = "N.N., vastaava johtaja"
on = 2025-11-14
ground = "self-monitoring report 2025""#,
                r#"[[attested]]
requirement = "deployment-requirements/security-practices-not-implemented"
met = true
by = "N.N., vastaava johtaja"
on = 2025-11-14
ground = "self-monitoring report 2025""#,
            ),
        check: attested,
    },
    Row {
        requirement: &attested_by_people("deployment-requirements/operating-models-not-deployed")
            .with_statement(text! {
                en: "the nationally harmonised operating models are in use",
                fi: "kansallisesti yhtenäiset toimintamallit on otettu käyttöön",
                sv: "de nationellt enhetliga verksamhetsmodellerna är i bruk",
            })
            .with_fault(text! {
                en: "the nationally harmonised operating models are not in use",
                fi: "kansallisesti yhtenäisiä toimintamalleja ei ole otettu käyttöön",
                sv: "de nationellt enhetliga verksamhetsmodellerna är inte i bruk",
            })
            .with_purpose(text! {
                en: "what one organisation has stored serves another when both work with it in the same way",
                fi: "yhden organisaation tallentamasta on hyötyä toiselle, kun molemmat toimivat samalla tavalla",
                sv: "det som en organisation har lagrat är till nytta för en annan när båda arbetar med det på samma sätt",
            })
            .with_example(
                r#"[[attested]]
requirement = "deployment-requirements/operating-models-not-deployed"
met = false
by = "N.N., vastaava johtaja"
on = 2025-11-14
ground = "operating models in use since 2025-10""#,
                r#"[[attested]]
requirement = "deployment-requirements/operating-models-not-deployed"
met = true
by = "N.N., vastaava johtaja"
on = 2025-11-14
ground = "operating models in use since 2025-10""#,
            ),
        check: attested,
    },
    Row {
        requirement: &attested_by_people("deployment-requirements/staff-not-trained")
            .with_statement(text! {
                en: "the staff are trained",
                fi: "henkilöstö on koulutettu",
                sv: "personalen är utbildad",
            })
            .with_fault(text! {
                en: "the staff are not trained",
                fi: "henkilöstöä ei ole koulutettu",
                sv: "personalen är inte utbildad",
            })
            .with_purpose(text! {
                en: "only those who know the procedures of data protection and data security can follow them",
                fi: "vain se, joka tuntee tietosuojan ja tietoturvan menettelyt, voi noudattaa niitä",
                sv: "bara den som känner till förfarandena för dataskydd och informationssäkerhet kan följa dem",
            })
            .with_example(
                r#"[[attested]]
requirement = "deployment-requirements/staff-not-trained"
met = false
by = "N.N., vastaava johtaja"
on = 2025-11-14
ground = "training register 2025-11""#,
                r#"[[attested]]
requirement = "deployment-requirements/staff-not-trained"
met = true
by = "N.N., vastaava johtaja"
on = 2025-11-14
ground = "training register 2025-11""#,
            ),
        check: attested,
    },
    Row {
        requirement: &attested_by_people("deployment-requirements/production-models-not-agreed")
            .with_statement(text! {
                en: "the operating models of production use are agreed",
                fi: "tuotantokäytön toimintamalleista on sovittu",
                sv: "verksamhetsmodellerna för produktionsanvändningen är överenskomna",
            })
            .with_fault(text! {
                en: "the operating models of production use are not agreed",
                fi: "tuotantokäytön toimintamalleista ei ole sovittu",
                sv: "verksamhetsmodellerna för produktionsanvändningen är inte överenskomna",
            })
            .with_purpose(text! {
                en: "when something happens in production, it is clear already who does what",
                fi: "kun tuotannossa tapahtuu jotakin, on jo selvää, kuka tekee mitä",
                sv: "när något händer i produktionen är det redan klart vem som gör vad",
            })
            .with_example(
                r#"[[attested]]
requirement = "deployment-requirements/production-models-not-agreed"
met = false
by = "N.N., vastaava johtaja"
on = 2025-11-14
ground = "agreement with the supplier, annex 2""#,
                r#"[[attested]]
requirement = "deployment-requirements/production-models-not-agreed"
met = true
by = "N.N., vastaava johtaja"
on = 2025-11-14
ground = "agreement with the supplier, annex 2""#,
            ),
        check: attested,
    },
    Row {
        requirement: &attested_by_people("deployment-requirements/supplier-not-at-preparation")
            .with_statement(text! {
                en: "the system supplier takes part in the preparation by its customer's schedule",
                fi: "järjestelmätoimittaja osallistuu valmisteluun asiakkaansa aikataulussa",
                sv: "systemleverantören deltar i förberedelserna enligt kundens tidtabell",
            })
            .with_fault(text! {
                en: "the system supplier does not take part in the preparation",
                fi: "järjestelmätoimittaja ei osallistu valmisteluun",
                sv: "systemleverantören deltar inte i förberedelserna",
            })
            .with_purpose(text! {
                en: "the customer can keep its schedule only if its system is ready in time",
                fi: "asiakas pysyy aikataulussaan vain, jos sen järjestelmä on ajoissa valmis",
                sv: "kunden kan hålla sin tidtabell bara om systemet är klart i tid",
            })
            .with_example(
                r#"[[attested]]
requirement = "deployment-requirements/supplier-not-at-preparation"
met = false
by = "N.N., vastaava johtaja"
on = 2025-11-14
ground = "minutes of the preparation event""#,
                r#"[[attested]]
requirement = "deployment-requirements/supplier-not-at-preparation"
met = true
by = "N.N., vastaava johtaja"
on = 2025-11-14
ground = "minutes of the preparation event""#,
            ),
        check: attested,
    },
    Row {
        requirement: &attested_by_people("deployment-requirements/supplier-gives-no-support")
            .with_statement(text! {
                en: "the supplier supports its customers in deployment, with training among other things",
                fi: "toimittaja tukee asiakkaitaan käyttöönotossa muun muassa koulutuksella",
                sv: "leverantören stöder sina kunder vid ibruktagandet, bland annat med utbildning",
            })
            .with_fault(text! {
                en: "the supplier gives no support in deployment",
                fi: "toimittaja ei anna tukea käyttöönotossa",
                sv: "leverantören ger inget stöd vid ibruktagandet",
            })
            .with_purpose(text! {
                en: "nobody knows the system and its new functions as its supplier does",
                fi: "kukaan ei tunne järjestelmää ja sen uusia toimintoja niin kuin sen toimittaja",
                sv: "ingen känner systemet och dess nya funktioner så som leverantören",
            })
            .with_example(
                r#"[[attested]]
requirement = "deployment-requirements/supplier-gives-no-support"
met = false
by = "N.N., vastaava johtaja"
on = 2025-11-14
ground = "training plan of the supplier""#,
                r#"[[attested]]
requirement = "deployment-requirements/supplier-gives-no-support"
met = true
by = "N.N., vastaava johtaja"
on = 2025-11-14
ground = "training plan of the supplier""#,
            )
            .with_level(Level::Should),
        check: attested,
    },
];
