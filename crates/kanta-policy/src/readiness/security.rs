//! Data protection and data security.

use kanta_conformance::{
    Bound, Citation, Date, Document, Evidence, Example, InForce, Outcome, Requirement, Row,
};

use super::SECURITY;
use super::facts::{ATTEST, FILL_IN, done_in, going_live, named};
use super::of_the_archive::PAGE;
use crate::plan::Claim;
use crate::requirements::facts::{demand, t};
use crate::requirements::{MUST, OfPlan};

const SECOND_PAGE: Date = Date::constant(2024, 11, 21);

const SUCCESSORS: kanta_conformance::Text = t(
    "the self-monitoring plan (2019) and the data security plan (2024) are read as successive names of one plan",
    "omavalvontasuunnitelma (2019) ja tietoturvasuunnitelma (2024) luetaan saman suunnitelman perättäisiksi nimiksi",
    "planen för egenkontroll (2019) och informationssäkerhetsplanen (2024) läses som successiva namn på en plan",
);

/// How old a review may be without a question.
const YEAR: i32 = 365;

const LONG_AGO: kanta_conformance::Text = t(
    "the last review is more than a year old; whether the plan is still kept up to date, the page does not say",
    "edellisestä tarkistuksesta on yli vuosi; sivu ei kerro, onko suunnitelma yhä ajan tasalla",
    "den senaste översynen är över ett år gammal; sidan säger inte om planen ännu hålls aktuell",
);

pub(super) static PLANS: &[Row<OfPlan>] = &[
    Row {
        requirement: &Requirement {
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
                    seen: PAGE,
                },
                until: Bound::Between {
                    not_yet: Some(PAGE),
                    seen: SECOND_PAGE,
                },
            },
            purpose: Some(t(
                "by self-monitoring an organisation manages its risks, especially those of data security",
                "omavalvonnalla organisaatio hallitsee riskejään, erityisesti tietoturvan riskejä",
                "med egenkontroll hanterar organisationen sina risker, i synnerhet dem som gäller informationssäkerheten",
            )),
            example: Some(Example {
                before: "as_of = 2019-07-11\n[party]\nsecurity_plan = false\n",
                after: "as_of = 2019-07-11\n[party]\nsecurity_plan = 2019-05-02\n",
            }),
            fields: &["security_plan"],
            ..MUST
        },
        check: plan_drawn_up,
    },
    Row {
        requirement: &Requirement {
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
            purpose: Some(t(
                "each organisation monitors its data security itself, and needs a plan of its own to hold it against",
                "kukin organisaatio valvoo tietoturvaansa itse ja tarvitsee oman suunnitelman, johon verrata sitä",
                "varje organisation övervakar själv sin informationssäkerhet och behöver en egen plan att jämföra den med",
            )),
            example: Some(Example {
                before: "[party]\nsecurity_plan = false\n",
                after: "[party]\nsecurity_plan = 2025-02-01\n",
            }),
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
        requirement: &Requirement {
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
                "no interval is stated: a review of the last 365 days will do; whether an older one does is left open",
                "väliä ei kerrota: viimeisten 365 päivän aikana tehty tarkistus riittää; vanhemmasta asia jää avoimeksi",
                "inget intervall anges: en översyn under de senaste 365 dagarna duger; om en äldre duger lämnas öppet",
            )),
            purpose: Some(t(
                "a plan covers only the systems and ways of working that it was written for",
                "suunnitelma kattaa vain ne järjestelmät ja toimintatavat, joita varten se on kirjoitettu",
                "en plan täcker bara de system och arbetssätt som den skrevs för",
            )),
            example: Some(Example {
                before: "[readiness]\nsecurity_plan_reviewed = false\n",
                after: "[readiness]\nsecurity_plan_reviewed = 2025-09-30\n",
            }),
            fields: &["security_plan_reviewed"],
            ..SECURITY
        },
        check: |about| {
            let fact = going_live(&about).security_plan_reviewed.as_ref();
            match (done_in(&about, fact, "security_plan_reviewed"), fact) {
                (Outcome::Satisfied, Some(Claim::Stated(Some(day))))
                    if day.plus_days(YEAR) < about.on() =>
                {
                    Outcome::silent(LONG_AGO)
                }
                (outcome, _) => outcome,
            }
        },
    },
    Row {
        requirement: &Requirement {
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
            purpose: Some(t(
                "the officer monitors data protection in the organisation, and gives guidance on the processing of personal data",
                "tietosuojavastaava valvoo tietosuojan toteutumista organisaatiossaan ja neuvoo henkilötietojen käsittelyssä",
                "ombudet övervakar dataskyddet i sin organisation och ger råd om behandlingen av personuppgifter",
            )),
            example: Some(Example {
                before: "[readiness]\ndata_protection_officer = false\n",
                after: "[readiness]\ndata_protection_officer = \"N.N., tietosuojavastaava\"\n",
            }),
            fields: &["data_protection_officer"],
            ..SECURITY
        },
        check: |about| {
            let fact = going_live(&about).data_protection_officer.as_ref();
            named(&about, fact, "data_protection_officer")
        },
    },
    Row {
        requirement: &Requirement {
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
            purpose: Some(t(
                "from the log it can be found out who processed a person's data, and on what basis",
                "lokista selviää, kuka on käsitellyt henkilön tietoja ja millä perusteella",
                "ur loggen framgår vem som har behandlat en persons uppgifter och på vilken grund",
            )),
            example: Some(Example {
                before: "[readiness]\nlogging = false\n",
                after: "[readiness]\nlogging = true\n",
            }),
            fields: &["logging"],
            ..SECURITY
        },
        check: |about| demand(&about, going_live(&about).logging, "logging"),
    },
    Row {
        requirement: &Requirement {
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
            purpose: Some(t(
                "so that no outsider sees client data in a professional's name",
                "jotta kukaan ulkopuolinen ei näe asiakastietoja ammattilaisen nimissä",
                "för att ingen utomstående ska se kunduppgifter i en yrkespersons namn",
            )),
            example: Some(Example {
                before: "[readiness]\nstrong_identification = false\n",
                after: "[readiness]\nstrong_identification = true\n",
            }),
            fields: &["strong_identification"],
            ..SECURITY
        },
        check: |about| {
            let fact = going_live(&about).strong_identification;
            demand(&about, fact, "strong_identification")
        },
    },
    Row {
        requirement: &Requirement {
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
            purpose: Some(t(
                "the data are confidential: being able to see them is no reason to look at them",
                "tiedot ovat luottamuksellisia: mahdollisuus nähdä ne ei ole syy katsoa niitä",
                "uppgifterna är konfidentiella: att man kan se dem är inget skäl att titta på dem",
            )),
            example: Some(Example {
                before: r#"[[attested]]
requirement = "data-security/data-used-without-need-or-consent"
met = false
by = "N.N., vastaava johtaja"
on = 2025-11-14
ground = "access control instruction 2025""#,
                after: r#"[[attested]]
requirement = "data-security/data-used-without-need-or-consent"
met = true
by = "N.N., vastaava johtaja"
on = 2025-11-14
ground = "access control instruction 2025""#,
            }),
            fields: &[""],
            ..SECURITY
        },
        check: |_| Outcome::outside(&Document::DATA_SECURITY),
    },
];
