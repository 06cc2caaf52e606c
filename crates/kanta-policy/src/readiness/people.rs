//! What only people can tell: recording, operating models, training.

use kanta_conformance::{Document, Evidence, Example, Level, Outcome, Requirement, Row};

use super::DEPLOYMENT;
use super::facts::{ATTEST, joins};
use crate::requirements::facts::{t, where_it_applies};
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
            statement: t(
                "client work is recorded by the national definitions",
                "asiakastyö kirjataan kansallisten määritysten mukaan",
                "klientarbetet dokumenteras enligt de nationella definitionerna",
            ),
            fault: t(
                "the national definitions of recording are not followed",
                "kansallisia kirjaamismäärityksiä ei noudateta",
                "de nationella definitionerna för dokumentation följs inte",
            ),
            purpose: Some(t(
                "what is recorded everywhere in the same way can be read by whoever uses it next",
                "kaikkialla samalla tavalla kirjattua osaa lukea myös se, joka tietoja seuraavaksi käyttää",
                "det som dokumenteras på samma sätt överallt kan läsas av den som härnäst använder det",
            )),
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
            statement: t(
                "the requirements of the Kanta services are implemented",
                "Kanta-palvelujen vaatimukset on toteutettu",
                "Kanta-tjänsternas krav är genomförda",
            ),
            fault: t(
                "the requirements of the Kanta services are not implemented",
                "Kanta-palvelujen vaatimuksia ei ole toteutettu",
                "Kanta-tjänsternas krav är inte genomförda",
            ),
            purpose: Some(t(
                "organisations and systems work together through Kanta only where all keep to the same requirements",
                "organisaatiot ja järjestelmät toimivat yhdessä Kannan kautta vain, kun kaikki noudattavat samoja vaatimuksia",
                "organisationer och system fungerar tillsammans via Kanta bara när alla följer samma krav",
            )),
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
            statement: t(
                "the practices of data protection and data security are implemented, with self-monitoring",
                "tietosuojan ja tietoturvan käytännöt on toteutettu ja niitä omavalvotaan",
                "praxis för dataskydd och informationssäkerhet är genomförd, med egenkontroll",
            ),
            fault: t(
                "the practices of data protection and data security are not implemented",
                "tietosuojan ja tietoturvan käytäntöjä ei ole toteutettu",
                "praxis för dataskydd och informationssäkerhet är inte genomförd",
            ),
            purpose: Some(t(
                "client data are sensitive, and what protects them is what is done every day",
                "asiakastiedot ovat arkaluonteisia, ja niitä suojaa se, mitä arjessa tehdään",
                "kunduppgifter är känsliga, och det som skyddar dem är det som görs i vardagen",
            )),
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
            statement: t(
                "the nationally harmonised operating models are in use",
                "kansallisesti yhtenäiset toimintamallit on otettu käyttöön",
                "de nationellt enhetliga verksamhetsmodellerna är i bruk",
            ),
            fault: t(
                "the nationally harmonised operating models are not in use",
                "kansallisesti yhtenäisiä toimintamalleja ei ole otettu käyttöön",
                "de nationellt enhetliga verksamhetsmodellerna är inte i bruk",
            ),
            purpose: Some(t(
                "what one organisation has stored serves another when both work with it in the same way",
                "yhden organisaation tallentamasta on hyötyä toiselle, kun molemmat toimivat samalla tavalla",
                "det som en organisation har lagrat är till nytta för en annan när båda arbetar med det på samma sätt",
            )),
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
            statement: t(
                "the staff are trained",
                "henkilöstö on koulutettu",
                "personalen är utbildad",
            ),
            fault: t(
                "the staff are not trained",
                "henkilöstöä ei ole koulutettu",
                "personalen är inte utbildad",
            ),
            purpose: Some(t(
                "only those who know the procedures of data protection and data security can follow them",
                "vain se, joka tuntee tietosuojan ja tietoturvan menettelyt, voi noudattaa niitä",
                "bara den som känner till förfarandena för dataskydd och informationssäkerhet kan följa dem",
            )),
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
            statement: t(
                "the operating models of production use are agreed",
                "tuotantokäytön toimintamalleista on sovittu",
                "verksamhetsmodellerna för produktionsanvändningen är överenskomna",
            ),
            fault: t(
                "the operating models of production use are not agreed",
                "tuotantokäytön toimintamalleista ei ole sovittu",
                "verksamhetsmodellerna för produktionsanvändningen är inte överenskomna",
            ),
            purpose: Some(t(
                "when something happens in production, it is clear already who does what",
                "kun tuotannossa tapahtuu jotakin, on jo selvää, kuka tekee mitä",
                "när något händer i produktionen är det redan klart vem som gör vad",
            )),
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
            statement: t(
                "the system supplier takes part in the preparation by its customer's schedule",
                "järjestelmätoimittaja osallistuu valmisteluun asiakkaansa aikataulussa",
                "systemleverantören deltar i förberedelserna enligt kundens tidtabell",
            ),
            fault: t(
                "the system supplier does not take part in the preparation",
                "järjestelmätoimittaja ei osallistu valmisteluun",
                "systemleverantören deltar inte i förberedelserna",
            ),
            purpose: Some(t(
                "the customer can keep its schedule only if its system is ready in time",
                "asiakas pysyy aikataulussaan vain, jos sen järjestelmä on ajoissa valmis",
                "kunden kan hålla sin tidtabell bara om systemet är klart i tid",
            )),
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
            statement: t(
                "the supplier supports its customers in deployment, with training among other things",
                "toimittaja tukee asiakkaitaan käyttöönotossa muun muassa koulutuksella",
                "leverantören stöder sina kunder vid ibruktagandet, bland annat med utbildning",
            ),
            fault: t(
                "the supplier gives no support in deployment",
                "toimittaja ei anna tukea käyttöönotossa",
                "leverantören ger inget stöd vid ibruktagandet",
            ),
            purpose: Some(t(
                "nobody knows the system and its new functions as its supplier does",
                "kukaan ei tunne järjestelmää ja sen uusia toimintoja niin kuin sen toimittaja",
                "ingen känner systemet och dess nya funktioner så som leverantören",
            )),
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
