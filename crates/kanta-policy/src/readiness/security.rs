//! Data protection and data security.

use kanta_conformance::{
    Bound, Citation, Date, Document, Evidence, InForce, Outcome, Requirement, Row, text,
};

use super::facts::{ATTEST, FILL_IN, done_in, going_live, named};
use super::of_the_archive::PAGE;
use super::security;
use crate::plan::Claim;
use crate::requirements::OfPlan;
use crate::requirements::facts::demand;

const SECOND_PAGE: Date = Date::constant(2024, 11, 21);

const SUCCESSORS: kanta_conformance::Text = text! {
    en: "the self-monitoring plan (2019) and the data security plan (2024) are read as successive names of one plan",
    fi: "omavalvontasuunnitelma (2019) ja tietoturvasuunnitelma (2024) luetaan saman suunnitelman perättäisiksi nimiksi",
    sv: "planen för egenkontroll (2019) och informationssäkerhetsplanen (2024) läses som successiva namn på en plan",
};

/// How old a review may be without a question.
const YEAR: i32 = 365;

const LONG_AGO: kanta_conformance::Text = text! {
    en: "the last review is more than a year old; whether the plan is still kept up to date, the page does not say",
    fi: "edellisestä tarkistuksesta on yli vuosi; sivu ei kerro, onko suunnitelma yhä ajan tasalla",
    sv: "den senaste översynen är över ett år gammal; sidan säger inte om planen ännu hålls aktuell",
};

pub(super) static PLANS: &[Row<OfPlan>] = &[
    Row {
        requirement: &Requirement::must("deployment-requirements/self-monitoring-plan-missing")
            .with_citations(&[Citation::page(&Document::DEPLOYMENT_REQUIREMENTS, "")])
            .with_statement(text! {
                en: "the organisation has a self-monitoring plan",
                fi: "organisaatiolla on omavalvontasuunnitelma",
                sv: "organisationen har en plan för egenkontroll",
            })
            .with_fault(text! {
                en: "there is no self-monitoring plan",
                fi: "omavalvontasuunnitelmaa ei ole",
                sv: "det finns ingen plan för egenkontroll",
            })
            .with_remedy(FILL_IN)
            .with_reading(SUCCESSORS)
            .with_purpose(text! {
                en: "by self-monitoring an organisation manages its risks, especially those of data security",
                fi: "omavalvonnalla organisaatio hallitsee riskejään, erityisesti tietoturvan riskejä",
                sv: "med egenkontroll hanterar organisationen sina risker, i synnerhet dem som gäller informationssäkerheten",
            })
            .with_example(
                "as_of = 2019-07-11\n[party]\nsecurity_plan = false\n",
                "as_of = 2019-07-11\n[party]\nsecurity_plan = 2019-05-02\n",
            )
            .with_in_force(InForce {
                from: Bound::Between {
                    not_yet: None,
                    seen: PAGE,
                },
                until: Bound::Between {
                    not_yet: Some(PAGE),
                    seen: SECOND_PAGE,
                },
            })
            .with_fields(&["security_plan"]),
        check: plan_drawn_up,
    },
    Row {
        requirement: &security("data-security/data-security-plan-missing")
            .with_statement(text! {
                en: "the organisation has its own data security plan",
                fi: "organisaatiolla on oma tietoturvasuunnitelma",
                sv: "organisationen har en egen informationssäkerhetsplan",
            })
            .with_fault(text! {
                en: "there is no data security plan",
                fi: "tietoturvasuunnitelmaa ei ole",
                sv: "det finns ingen informationssäkerhetsplan",
            })
            .with_remedy(FILL_IN)
            .with_reading(SUCCESSORS)
            .with_purpose(text! {
                en: "each organisation monitors its data security itself, and needs a plan of its own to hold it against",
                fi: "kukin organisaatio valvoo tietoturvaansa itse ja tarvitsee oman suunnitelman, johon verrata sitä",
                sv: "varje organisation övervakar själv sin informationssäkerhet och behöver en egen plan att jämföra den med",
            })
            .with_example(
                "[party]\nsecurity_plan = false\n",
                "[party]\nsecurity_plan = 2025-02-01\n",
            )
            .with_fields(&["security_plan"]),
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
        requirement: &security("data-security/data-security-plan-not-kept-up-to-date")
            .with_statement(text! {
                en: "the data security plan is kept up to date",
                fi: "tietoturvasuunnitelma pidetään ajan tasalla",
                sv: "informationssäkerhetsplanen hålls aktuell",
            })
            .with_fault(text! {
                en: "the data security plan is not kept up to date",
                fi: "tietoturvasuunnitelmaa ei ole pidetty ajan tasalla",
                sv: "informationssäkerhetsplanen har inte hållits aktuell",
            })
            .with_remedy(FILL_IN)
            .with_reading(text! {
                en: "no interval is stated: a review of the last 365 days will do; whether an older one does is left open",
                fi: "väliä ei kerrota: viimeisten 365 päivän aikana tehty tarkistus riittää; vanhemmasta asia jää avoimeksi",
                sv: "inget intervall anges: en översyn under de senaste 365 dagarna duger; om en äldre duger lämnas öppet",
            })
            .with_purpose(text! {
                en: "a plan covers only the systems and ways of working that it was written for",
                fi: "suunnitelma kattaa vain ne järjestelmät ja toimintatavat, joita varten se on kirjoitettu",
                sv: "en plan täcker bara de system och arbetssätt som den skrevs för",
            })
            .with_example(
                "[readiness]\nsecurity_plan_reviewed = false\n",
                "[readiness]\nsecurity_plan_reviewed = 2025-09-30\n",
            )
            .with_fields(&["security_plan_reviewed"]),
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
        requirement: &security("data-security/data-protection-officer-missing")
            .with_statement(text! {
                en: "providers and pharmacies have a data protection officer",
                fi: "palvelunantajilla ja apteekeilla on tietosuojavastaava",
                sv: "tjänstetillhandahållare och apotek har ett dataskyddsombud",
            })
            .with_fault(text! {
                en: "there is no data protection officer",
                fi: "tietosuojavastaavaa ei ole",
                sv: "det finns inget dataskyddsombud",
            })
            .with_remedy(text! {
                en: "designate an officer, and fill in the name or office",
                fi: "nimeä tietosuojavastaava ja kirjaa nimi tai tehtävä",
                sv: "utse ett ombud, och ange namn eller uppgift",
            })
            .with_purpose(text! {
                en: "the officer monitors data protection in the organisation, and gives guidance on the processing of personal data",
                fi: "tietosuojavastaava valvoo tietosuojan toteutumista organisaatiossaan ja neuvoo henkilötietojen käsittelyssä",
                sv: "ombudet övervakar dataskyddet i sin organisation och ger råd om behandlingen av personuppgifter",
            })
            .with_example(
                "[readiness]\ndata_protection_officer = false\n",
                "[readiness]\ndata_protection_officer = \"N.N., tietosuojavastaava\"\n",
            )
            .with_fields(&["data_protection_officer"]),
        check: |about| {
            let fact = going_live(&about).data_protection_officer.as_ref();
            named(&about, fact, "data_protection_officer")
        },
    },
    Row {
        requirement: &security("data-security/processing-not-logged")
            .with_statement(text! {
                en: "every processing of client data is logged",
                fi: "asiakastietojen käsittelystä jää aina lokimerkintä",
                sv: "all behandling av kunduppgifter loggas",
            })
            .with_fault(text! {
                en: "not every processing of client data is logged",
                fi: "kaikesta asiakastietojen käsittelystä ei jää lokimerkintää",
                sv: "all behandling av kunduppgifter loggas inte",
            })
            .with_remedy(text! {
                en: "have the supplier turn logging on, and state it in the plan",
                fi: "pyydä toimittajaa ottamaan lokitus käyttöön ja kirjaa se suunnitelmaan",
                sv: "låt leverantören ta i bruk loggningen, och ange det i planen",
            })
            .with_purpose(text! {
                en: "from the log it can be found out who processed a person's data, and on what basis",
                fi: "lokista selviää, kuka on käsitellyt henkilön tietoja ja millä perusteella",
                sv: "ur loggen framgår vem som har behandlat en persons uppgifter och på vilken grund",
            })
            .with_example("[readiness]\nlogging = false\n", "[readiness]\nlogging = true\n")
            .with_fields(&["logging"]),
        check: |about| demand(&about, going_live(&about).logging, "logging"),
    },
    Row {
        requirement: &security("data-security/professionals-not-strongly-identified")
            .with_statement(text! {
                en: "professionals identify themselves strongly before they see client data",
                fi: "ammattilaiset tunnistautuvat vahvasti ennen asiakastietojen käsittelyä",
                sv: "yrkespersoner identifierar sig starkt innan de ser kunduppgifter",
            })
            .with_fault(text! {
                en: "professionals see client data without strong identification",
                fi: "ammattilaiset käsittelevät asiakastietoja ilman vahvaa tunnistautumista",
                sv: "yrkespersoner ser kunduppgifter utan stark identifiering",
            })
            .with_remedy(text! {
                en: "take strong identification into use, and state it in the plan",
                fi: "ota vahva tunnistautuminen käyttöön ja kirjaa se suunnitelmaan",
                sv: "ta i bruk stark identifiering, och ange det i planen",
            })
            .with_purpose(text! {
                en: "so that no outsider sees client data in a professional's name",
                fi: "jotta kukaan ulkopuolinen ei näe asiakastietoja ammattilaisen nimissä",
                sv: "för att ingen utomstående ska se kunduppgifter i en yrkespersons namn",
            })
            .with_example(
                "[readiness]\nstrong_identification = false\n",
                "[readiness]\nstrong_identification = true\n",
            )
            .with_fields(&["strong_identification"]),
        check: |about| {
            let fact = going_live(&about).strong_identification;
            demand(&about, fact, "strong_identification")
        },
    },
    Row {
        requirement: &security("data-security/data-used-without-need-or-consent")
            .with_statement(text! {
                en: "data are used only where care or client affairs need them, and with the consent that is asked for",
                fi: "tietoja käytetään vain hoidon tai asian hoitamisen tarpeeseen ja vaaditulla suostumuksella",
                sv: "uppgifter används endast vid behov för vård eller ärenden, och med det samtycke som krävs",
            })
            .with_fault(text! {
                en: "data are used without need or without consent",
                fi: "tietoja käytetään ilman tarvetta tai suostumusta",
                sv: "uppgifter används utan behov eller utan samtycke",
            })
            .with_remedy(ATTEST)
            .with_purpose(text! {
                en: "the data are confidential: being able to see them is no reason to look at them",
                fi: "tiedot ovat luottamuksellisia: mahdollisuus nähdä ne ei ole syy katsoa niitä",
                sv: "uppgifterna är konfidentiella: att man kan se dem är inget skäl att titta på dem",
            })
            .with_example(
                r#"[[attested]]
requirement = "data-security/data-used-without-need-or-consent"
met = false
by = "N.N., vastaava johtaja"
on = 2025-11-14
ground = "access control instruction 2025""#,
                r#"[[attested]]
requirement = "data-security/data-used-without-need-or-consent"
met = true
by = "N.N., vastaava johtaja"
on = 2025-11-14
ground = "access control instruction 2025""#,
            )
            .with_evidence(Evidence::Attested)
            .with_fields(&[""]),
        check: |_| Outcome::outside(&Document::DATA_SECURITY),
    },
];
