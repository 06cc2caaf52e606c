//! The information system and its certification: security assessment, joint testing, register.

use kanta_conformance::{
    Certainty, Citation, Document, FieldPath, InForce, Level, Outcome, Requirement, Row, Value,
    text,
};

use crate::plan::{Claim, System, SystemClass};
use crate::readiness::facts::{FILL_IN, RAN_OUT, done_in, going_live, joins};
use crate::readiness::{deployment, security};
use crate::requirements::facts::{Applies, demand, done, where_it_applies, worst};
use crate::requirements::{About, OfPlan, OfSystem};

/// THL's classes: whether Kela's joint testing belongs to the system's certification.
fn jointly_tested(about: &About<'_, &System>) -> Applies {
    let tested = |class| matches!(class, SystemClass::A2 | SystemClass::A3);
    Applies::known_or(about.item.class.map(tested), || about.path("class"))
}

/// The page on the renewal of certification; the day that it carries is not known.
const RENEWAL: Document = Document {
    id: "certification-renewal",
    title: text! {
        en: "Renewal of certification (page, Kanta)",
        fi: "Sertifioinnin uusiminen (sivu, Kanta)",
        sv: "Förnyande av certifiering (sida, Kanta)",
    },
    date: None,
};

pub(super) const ASSESSMENT_OUT_OF_DATE: Row<OfSystem> = Row {
    requirement: &security("data-security/assessment-missing-or-out-of-date")
        .with_citations(&[
            Citation::page(&Document::DATA_SECURITY, ""),
            Citation::page(&Document::DEPLOYMENT_REQUIREMENTS, ""),
        ])
        .with_statement(text! {
            en: "an external body has assessed that the information system meets the security requirements",
            fi: "ulkopuolinen arviointilaitos on todennut tietojärjestelmän täyttävän tietoturvavaatimukset",
            sv: "ett utomstående bedömningsorgan har konstaterat att informationssystemet uppfyller säkerhetskraven",
        })
        .with_fault(text! {
            en: "the security assessment of the system has run out",
            fi: "järjestelmän tietoturvallisuuden arviointi ei ole enää voimassa",
            sv: "bedömningen av systemets informationssäkerhet gäller inte längre",
        })
        .with_remedy(text! {
            en: "have the system assessed again, and fill in the last day of the new certificate",
            fi: "arvioituta järjestelmä uudelleen ja kirjaa uuden todistuksen viimeinen päivä",
            sv: "låt bedöma systemet på nytt, och ange det nya intygets sista dag",
        })
        .with_purpose(text! {
            en: "somebody other than its maker and its user has found the system secure, and not too long ago",
            fi: "muu kuin järjestelmän tekijä tai käyttäjä on todennut sen tietoturvalliseksi, eikä siitä ole liian kauan",
            sv: "någon annan än systemets tillverkare och användare har funnit det säkert, och inte för länge sedan",
        })
        .with_example(
            "as_of = 2025-12-01\n[[system]]\nid = \"emr\"\nassessed_until = 2025-05-31\n",
            "as_of = 2025-12-01\n[[system]]\nid = \"emr\"\nassessed_until = 2028-05-31\n",
        )
        .with_fields(&["assessed_until"]),
    check: |about| match about.item.assessed_until {
        None => about.missing("assessed_until"),
        Some(last) if last < about.on() => Outcome::violated(
            Value::About(RAN_OUT, Box::new(Value::Date(last))),
            Value::Date(about.on()).at_least(),
        ),
        Some(_) => Outcome::Satisfied,
    },
};

pub(super) const ASSESSMENT_TOO_LONG: Row<OfSystem> = Row {
    requirement: &Requirement::must("certification-renewal/assessment-longer-than-three-years")
        .with_citations(&[Citation::page(&RENEWAL, "")])
        .with_statement(text! {
            en: "a certificate of the security assessment is valid for three years",
            fi: "tietoturvallisuuden arvioinnin todistus on voimassa kolme vuotta",
            sv: "ett intyg över säkerhetsbedömningen gäller i tre år",
        })
        .with_fault(text! {
            en: "the security assessment is to last longer than three years from this day",
            fi: "arvioinnin on merkitty olevan voimassa yli kolme vuotta tästä päivästä",
            sv: "bedömningen anges gälla längre än tre år från den dagen",
        })
        .with_remedy(text! {
            en: "compare the day with the certificate",
            fi: "vertaa päivää todistukseen",
            sv: "jämför dagen med intyget",
        })
        .with_purpose(text! {
            en: "a later end is more often a slip than a longer certificate, and would put off the renewal",
            fi: "myöhempi päättymispäivä on useammin erehdys kuin pidempi todistus, ja se lykkäisi uusimista",
            sv: "en senare slutdag är oftare ett misstag än ett längre intyg, och skulle skjuta upp förnyelsen",
        })
        .with_example(
            "as_of = 2025-12-01\n[[system]]\nid = \"emr\"\nassessed_until = 2029-05-31\n",
            "as_of = 2025-12-01\n[[system]]\nid = \"emr\"\nassessed_until = 2028-05-31\n",
        )
        .with_level(Level::Note)
        .with_certainty(Certainty::Documented)
        .with_in_force(InForce::ALWAYS)
        .with_fields(&["assessed_until"]),
    check: |about| {
        let latest = about.on().plus_years(3);
        match about.item.assessed_until {
            None => about.missing("assessed_until"),
            Some(last) if last > latest => {
                Outcome::violated(Value::Date(last), Value::Date(latest).at_most())
            }
            Some(_) => Outcome::Satisfied,
        }
    },
};

pub(super) const JOINT_TESTING_NOT_PASSED: Row<OfSystem> = Row {
    requirement: &deployment("deployment-requirements/joint-testing-not-passed-before-production")
        .with_statement(text! {
            en: "a system that joins Kanta passes Kela's joint testing before production use",
            fi: "Kantaan liittyvä järjestelmä läpäisee Kelan yhteistestauksen ennen tuotantokäyttöä",
            sv: "ett system som ansluts till Kanta godkänns i FPA:s samtestning före produktionsanvändning",
        })
        .with_fault(text! {
            en: "joint testing is not passed before production use",
            fi: "yhteistestausta ei ole läpäisty ennen tuotantokäyttöä",
            sv: "samtestningen är inte godkänd före produktionsanvändning",
        })
        .with_remedy(text! {
            en: "move the start of production behind the day on which joint testing is passed",
            fi: "siirrä tuotannon alku yhteistestauksen hyväksymispäivän jälkeen",
            sv: "flytta produktionsstarten till efter den dag då samtestningen godkänns",
        })
        .with_reading(text! {
            en: "asked of classes A2 and A3: classes A1 and B have no joint testing; the day itself is not before",
            fi: "koskee luokkia A2 ja A3: luokissa A1 ja B ei ole yhteistestausta; sama päivä ei ole ennen",
            sv: "gäller klasserna A2 och A3: i A1 och B finns ingen samtestning; samma dag är inte före",
        })
        .with_purpose(text! {
            en: "faults in working together with Kanta are found in testing, and not with real client data",
            fi: "viat yhteistoiminnassa Kannan kanssa löytyvät testauksessa eivätkä oikeilla asiakastiedoilla",
            sv: "fel i samverkan med Kanta hittas i testningen och inte med verkliga kunduppgifter",
        })
        .with_example(
            r#"[[system]]
id = "emr"
class = "A3"
joint_tested = 2025-11-20

[readiness]
production_start = 2025-11-17"#,
            r#"[[system]]
id = "emr"
class = "A3"
joint_tested = 2025-11-20

[readiness]
production_start = 2026-02-02"#,
        )
        .with_fields(&["joint_tested", "class", "readiness.production_start"]),
    check: tested_before_production,
};

pub(super) const NOT_IN_REGISTER: Row<OfSystem> = Row {
    requirement: &deployment("deployment-requirements/system-not-in-register")
        .with_statement(text! {
            en: "the supplier has notified the system to the supervisory authority's register (Valvira; since 1.1.2026 the Finnish Supervisory Agency)",
            fi: "toimittaja on ilmoittanut järjestelmän valvontaviranomaisen rekisteriin (Valvira; 1.1.2026 alkaen Lupa- ja valvontavirasto)",
            sv: "leverantören har anmält systemet till tillsynsmyndighetens register (Valvira; från 1.1.2026 Tillstånds- och tillsynsverket)",
        })
        .with_fault(text! {
            en: "the system is not in the register of approved systems",
            fi: "järjestelmä ei ole hyväksyttyjen järjestelmien rekisterissä",
            sv: "systemet finns inte i registret över godkända system",
        })
        .with_remedy(text! {
            en: "ask the supplier to have the system entered",
            fi: "pyydä toimittajaa ilmoittamaan järjestelmä rekisteriin",
            sv: "be leverantören anmäla systemet till registret",
        })
        .with_purpose(text! {
            en: "from the notice the supervisory authority knows which systems are in production use",
            fi: "ilmoituksesta valvontaviranomainen tietää, mitkä järjestelmät ovat tuotantokäytössä",
            sv: "av anmälan vet tillsynsmyndigheten vilka system som används i produktion",
        })
        .with_example(
            "[[system]]\nid = \"emr\"\nin_register = false\n",
            "[[system]]\nid = \"emr\"\nin_register = true\n",
        )
        .with_fields(&["in_register"]),
    check: |about| demand(&about, about.item.in_register, "in_register"),
};

fn tested_before_production(about: About<'_, &System>) -> Outcome {
    let start = about.plan.readiness.production_start;
    let tested = about.item.joint_tested.as_ref();
    let passed = done(&about, tested, || about.path("joint_tested"));
    let before = match (tested, start) {
        (Some(Claim::Stated(Some(day))), Some(start)) if *day >= start => Outcome::violated(
            Value::Date(*day),
            Value::Date(start.plus_days(-1)).at_most(),
        ),
        (_, None) => Outcome::missing(FieldPath::table("readiness").field("production_start")),
        _ => Outcome::Satisfied,
    };
    where_it_applies(jointly_tested(&about), worst([passed, before]))
}

pub(super) const ASSESSMENT_NOT_GIVEN: Row<OfPlan> = Row {
    requirement: &security("data-security/assessment-not-given-to-kela")
        .with_statement(text! {
            en: "a new user gives Kela the certificate of the security assessment",
            fi: "uusi käyttäjä toimittaa Kelalle todistuksen tietoturvallisuuden arvioinnista",
            sv: "en ny användare ger FPA intyget över säkerhetsbedömningen",
        })
        .with_fault(text! {
            en: "the certificate of the security assessment is not given to Kela",
            fi: "todistusta tietoturvallisuuden arvioinnista ei ole toimitettu Kelalle",
            sv: "intyget över säkerhetsbedömningen har inte getts till FPA",
        })
        .with_remedy(FILL_IN)
        .with_purpose(text! {
            en: "the certificate shows Kela that the new user's system meets the security requirements",
            fi: "todistus osoittaa Kelalle, että uuden käyttäjän järjestelmä täyttää tietoturvavaatimukset",
            sv: "intyget visar FPA att den nya användarens system uppfyller säkerhetskraven",
        })
        .with_example(
            "[readiness]\nassessment_delivered = false\n",
            "[readiness]\nassessment_delivered = 2025-10-01\n",
        )
        .with_fields(&["assessment_delivered"]),
    check: |about| {
        let fact = going_live(&about).assessment_delivered.as_ref();
        let outcome = done_in(&about, fact, "assessment_delivered");
        where_it_applies(joins(&about), outcome)
    },
};

pub(super) const BODY_NOT_APPROVED: Row<OfPlan> = Row {
    requirement: &security("data-security/assessment-body-not-approved")
        .with_statement(text! {
            en: "the body that assessed the system is approved by Traficom",
            fi: "järjestelmän arvioinut arviointilaitos on Traficomin hyväksymä",
            sv: "organet som bedömde systemet är godkänt av Traficom",
        })
        .with_fault(text! {
            en: "the body that assessed the system is not an approved one",
            fi: "järjestelmän arvioinut laitos ei ole hyväksytty",
            sv: "organet som bedömde systemet är inte godkänt",
        })
        .with_remedy(text! {
            en: "compare the body with Traficom's list of approved bodies",
            fi: "vertaa laitosta Traficomin hyväksymien arviointilaitosten luetteloon",
            sv: "jämför organet med Traficoms förteckning över godkända organ",
        })
        .with_reading(text! {
            en: "the page says that the certificate is approved; most likely the body is meant",
            fi: "sivun mukaan todistus on hyväksytty; todennäköisesti tarkoitetaan laitosta",
            sv: "enligt sidan är intyget godkänt; sannolikt avses organet",
        })
        .with_purpose(text! {
            en: "an assessment can be relied on no more than the body that made it",
            fi: "arviointiin voi luottaa vain yhtä paljon kuin sen tehneeseen laitokseen",
            sv: "en bedömning är inte mer tillförlitlig än organet som gjorde den",
        })
        .with_example(
            "[readiness]\nassessor_approved = false\n",
            "[readiness]\nassessor_approved = true\n",
        )
        .with_fields(&["assessor_approved"]),
    check: |about| {
        let fact = going_live(&about).assessor_approved;
        where_it_applies(joins(&about), demand(&about, fact, "assessor_approved"))
    },
};
