//! What only people can tell: recording, operating models, training.

use kanta_conformance::{Document, Evidence, Level, Outcome, Requirement, Row};

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
        requirement: Requirement {
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
            ..ATTESTED
        },
        check: attested,
    },
    Row {
        requirement: Requirement {
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
            ..ATTESTED
        },
        check: attested,
    },
    Row {
        requirement: Requirement {
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
            ..ATTESTED
        },
        check: attested,
    },
    Row {
        requirement: Requirement {
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
            ..ATTESTED
        },
        check: attested,
    },
    Row {
        requirement: Requirement {
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
            ..ATTESTED
        },
        check: attested,
    },
    Row {
        requirement: Requirement {
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
            ..ATTESTED
        },
        check: attested,
    },
    Row {
        requirement: Requirement {
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
            ..ATTESTED
        },
        check: attested,
    },
    Row {
        requirement: Requirement {
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
            level: Level::Should,
            ..ATTESTED
        },
        check: attested,
    },
];
