//! Data protection and data security.

use kanta_conformance::{
    Bound, Citation, Date, Document, Evidence, InForce, Outcome, Requirement, Row,
};

use super::SECURITY;
use super::facts::{ATTEST, FILL_IN, done_in, going_live, named};
use crate::requirements::facts::{demand, t};
use crate::requirements::{MUST, OfPlan};

const FIRST_PAGE: Date = Date::constant(2019, 7, 11);
const SECOND_PAGE: Date = Date::constant(2024, 11, 21);

const SUCCESSORS: kanta_conformance::Text = t(
    "the self-monitoring plan (2019) and the data security plan (2024) are read as successive names of one plan",
    "omavalvontasuunnitelma (2019) ja tietoturvasuunnitelma (2024) luetaan saman suunnitelman perättäisiksi nimiksi",
    "planen för egenkontroll (2019) och informationssäkerhetsplanen (2024) läses som successiva namn på en plan",
);

pub(super) static PLANS: &[Row<OfPlan>] = &[
    Row {
        requirement: Requirement {
            id: "deployment-requirements/self-monitoring-plan-missing",
            citations: &[Citation::page(&Document::DEPLOYMENT_REQUIREMENTS, "")],
            statement: t(
                "the organisation has a self-monitoring plan",
                "organisaatiolla on omavalvontasuunnitelma",
                "organisationen har en plan för egenkontroll",
            ),
            fault: t(
                "there is no self-monitoring plan",
                "omavalvontasuunnitelmaa ei ole",
                "det finns ingen plan för egenkontroll",
            ),
            remedy: FILL_IN,
            reading: Some(SUCCESSORS),
            in_force: InForce {
                from: Bound::Between {
                    not_yet: None,
                    seen: FIRST_PAGE,
                },
                until: Bound::Between {
                    not_yet: Some(FIRST_PAGE),
                    seen: SECOND_PAGE,
                },
            },
            fields: &["security_plan"],
            ..MUST
        },
        check: plan_drawn_up,
    },
    Row {
        requirement: Requirement {
            id: "data-security/data-security-plan-missing",
            statement: t(
                "the organisation has its own data security plan",
                "organisaatiolla on oma tietoturvasuunnitelma",
                "organisationen har en egen informationssäkerhetsplan",
            ),
            fault: t(
                "there is no data security plan",
                "tietoturvasuunnitelmaa ei ole",
                "det finns ingen informationssäkerhetsplan",
            ),
            remedy: FILL_IN,
            reading: Some(SUCCESSORS),
            fields: &["security_plan"],
            ..SECURITY
        },
        check: plan_drawn_up,
    },
];

fn plan_drawn_up(about: crate::requirements::About<'_, ()>) -> Outcome {
    let party = about.plan.party.as_ref();
    let drawn_up = party.and_then(|party| party.security_plan.as_ref());
    done_in(&about, drawn_up, "security_plan")
}

pub(super) static PRACTICES: &[Row<OfPlan>] = &[
    Row {
        requirement: Requirement {
            id: "data-security/data-security-plan-not-kept-up-to-date",
            statement: t(
                "the data security plan is kept up to date",
                "tietoturvasuunnitelma pidetään ajan tasalla",
                "informationssäkerhetsplanen hålls aktuell",
            ),
            fault: t(
                "the data security plan is not kept up to date",
                "tietoturvasuunnitelmaa ei ole pidetty ajan tasalla",
                "informationssäkerhetsplanen har inte hållits aktuell",
            ),
            remedy: FILL_IN,
            reading: Some(t(
                "no interval is stated: the day of the last review is asked for, and any day will do",
                "väliä ei kerrota: kysytään viimeisen tarkistuksen päivää, ja mikä tahansa päivä riittää",
                "inget intervall anges: dagen för den senaste översynen frågas, och vilken dag som helst duger",
            )),
            fields: &["security_plan_reviewed"],
            ..SECURITY
        },
        check: |about| {
            let fact = going_live(&about).security_plan_reviewed.as_ref();
            done_in(&about, fact, "security_plan_reviewed")
        },
    },
    Row {
        requirement: Requirement {
            id: "data-security/data-protection-officer-missing",
            statement: t(
                "providers and pharmacies have a data protection officer",
                "palvelunantajilla ja apteekeilla on tietosuojavastaava",
                "tjänstetillhandahållare och apotek har ett dataskyddsombud",
            ),
            fault: t(
                "there is no data protection officer",
                "tietosuojavastaavaa ei ole",
                "det finns inget dataskyddsombud",
            ),
            remedy: t(
                "designate an officer, and fill in the name or office",
                "nimeä tietosuojavastaava ja kirjaa nimi tai tehtävä",
                "utse ett ombud, och ange namn eller uppgift",
            ),
            fields: &["data_protection_officer"],
            ..SECURITY
        },
        check: |about| {
            let fact = going_live(&about).data_protection_officer.as_ref();
            named(&about, fact, "data_protection_officer")
        },
    },
    Row {
        requirement: Requirement {
            id: "data-security/processing-not-logged",
            statement: t(
                "every processing of client data is logged",
                "asiakastietojen käsittelystä jää aina lokimerkintä",
                "all behandling av kunduppgifter loggas",
            ),
            fault: t(
                "not every processing of client data is logged",
                "kaikesta asiakastietojen käsittelystä ei jää lokimerkintää",
                "all behandling av kunduppgifter loggas inte",
            ),
            remedy: t(
                "have the supplier turn logging on, and state it in the plan",
                "pyydä toimittajaa ottamaan lokitus käyttöön ja kirjaa se suunnitelmaan",
                "låt leverantören ta i bruk loggningen, och ange det i planen",
            ),
            fields: &["logging"],
            ..SECURITY
        },
        check: |about| demand(&about, going_live(&about).logging, "logging"),
    },
    Row {
        requirement: Requirement {
            id: "data-security/professionals-not-strongly-identified",
            statement: t(
                "professionals identify themselves strongly before they see client data",
                "ammattilaiset tunnistautuvat vahvasti ennen asiakastietojen käsittelyä",
                "yrkespersoner identifierar sig starkt innan de ser kunduppgifter",
            ),
            fault: t(
                "professionals see client data without strong identification",
                "ammattilaiset käsittelevät asiakastietoja ilman vahvaa tunnistautumista",
                "yrkespersoner ser kunduppgifter utan stark identifiering",
            ),
            remedy: t(
                "take strong identification into use, and state it in the plan",
                "ota vahva tunnistautuminen käyttöön ja kirjaa se suunnitelmaan",
                "ta i bruk stark identifiering, och ange det i planen",
            ),
            fields: &["strong_identification"],
            ..SECURITY
        },
        check: |about| {
            let fact = going_live(&about).strong_identification;
            demand(&about, fact, "strong_identification")
        },
    },
    Row {
        requirement: Requirement {
            id: "data-security/data-used-without-need-or-consent",
            statement: t(
                "data are used only where care or client affairs need them, and with the consent that is asked for",
                "tietoja käytetään vain hoidon tai asian hoitamisen tarpeeseen ja vaaditulla suostumuksella",
                "uppgifter används endast vid behov för vård eller ärenden, och med det samtycke som krävs",
            ),
            fault: t(
                "data are used without need or without consent",
                "tietoja käytetään ilman tarvetta tai suostumusta",
                "uppgifter används utan behov eller utan samtycke",
            ),
            remedy: ATTEST,
            evidence: Evidence::Attested,
            fields: &[""],
            ..SECURITY
        },
        check: |_| Outcome::outside(&Document::DATA_SECURITY),
    },
];
