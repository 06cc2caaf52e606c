//! The information system and its certification: security assessment, joint testing, register.

use kanta_conformance::{
    Bound, Certainty, Citation, Document, Example, FieldPath, InForce, Level, Outcome, Requirement,
    Row, Value,
};

use crate::plan::{Claim, System, SystemClass};
use crate::readiness::facts::{FILL_IN, RAN_OUT, done_in, going_live, joins};
use crate::readiness::{DEPLOYMENT, SECURITY};
use crate::requirements::facts::{Applies, demand, done, t, where_it_applies, worst};
use crate::requirements::{About, MUST, OfPlan, OfSystem};

/// THL's classes: whether Kela's joint testing belongs to the system's certification.
fn jointly_tested(about: &About<'_, &System>) -> Applies {
    let tested = |class| matches!(class, SystemClass::A2 | SystemClass::A3);
    Applies::known_or(about.item.class.map(tested), || about.path("class"))
}

/// The page on the renewal of certification; the day that it carries is not known.
static RENEWAL: Document = Document {
    id: "certification-renewal",
    title: t(
        "Renewal of certification (page, Kanta)",
        "Sertifioinnin uusiminen (sivu, Kanta)",
        "Förnyande av certifiering (sida, Kanta)",
    ),
    date: None,
};

pub(super) const ASSESSMENT_OUT_OF_DATE: Row<OfSystem> = Row {
    requirement: &Requirement {
        id: "data-security/assessment-missing-or-out-of-date",
        citations: &[
            Citation::page(&Document::DATA_SECURITY, ""),
            Citation::page(&Document::DEPLOYMENT_REQUIREMENTS, ""),
        ],
        statement: t(
            "an external body has assessed that the information system meets the security requirements",
            "ulkopuolinen arviointilaitos on todennut tietojärjestelmän täyttävän tietoturvavaatimukset",
            "ett utomstående bedömningsorgan har konstaterat att informationssystemet uppfyller säkerhetskraven",
        ),
        fault: t(
            "the security assessment of the system has run out",
            "järjestelmän tietoturvallisuuden arviointi ei ole enää voimassa",
            "bedömningen av systemets informationssäkerhet gäller inte längre",
        ),
        remedy: t(
            "have the system assessed again, and fill in the last day of the new certificate",
            "arvioituta järjestelmä uudelleen ja kirjaa uuden todistuksen viimeinen päivä",
            "låt bedöma systemet på nytt, och ange det nya intygets sista dag",
        ),
        purpose: Some(t(
            "somebody other than its maker and its user has found the system secure, and not too long ago",
            "muu kuin järjestelmän tekijä tai käyttäjä on todennut sen tietoturvalliseksi, eikä siitä ole liian kauan",
            "någon annan än systemets tillverkare och användare har funnit det säkert, och inte för länge sedan",
        )),
        example: Some(Example {
            before: "as_of = 2025-12-01\n[[system]]\nid = \"emr\"\nassessed_until = 2025-05-31\n",
            after: "as_of = 2025-12-01\n[[system]]\nid = \"emr\"\nassessed_until = 2028-05-31\n",
        }),
        fields: &["assessed_until"],
        ..SECURITY
    },
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
    requirement: &Requirement {
        id: "certification-renewal/assessment-longer-than-three-years",
        citations: &[Citation::page(&RENEWAL, "")],
        statement: t(
            "a certificate of the security assessment is valid for three years",
            "tietoturvallisuuden arvioinnin todistus on voimassa kolme vuotta",
            "ett intyg över säkerhetsbedömningen gäller i tre år",
        ),
        fault: t(
            "the security assessment is to last longer than three years from this day",
            "arvioinnin on merkitty olevan voimassa yli kolme vuotta tästä päivästä",
            "bedömningen anges gälla längre än tre år från den dagen",
        ),
        remedy: t(
            "compare the day with the certificate",
            "vertaa päivää todistukseen",
            "jämför dagen med intyget",
        ),
        level: Level::Note,
        in_force: InForce {
            from: Bound::Open,
            until: Bound::Open,
        },
        purpose: Some(t(
            "a later end is more often a slip than a longer certificate, and would put off the renewal",
            "myöhempi päättymispäivä on useammin erehdys kuin pidempi todistus, ja se lykkäisi uusimista",
            "en senare slutdag är oftare ett misstag än ett längre intyg, och skulle skjuta upp förnyelsen",
        )),
        example: Some(Example {
            before: "as_of = 2025-12-01\n[[system]]\nid = \"emr\"\nassessed_until = 2029-05-31\n",
            after: "as_of = 2025-12-01\n[[system]]\nid = \"emr\"\nassessed_until = 2028-05-31\n",
        }),
        fields: &["assessed_until"],
        certainty: Certainty::Documented,
        ..MUST
    },
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
    requirement: &Requirement {
        id: "deployment-requirements/joint-testing-not-passed-before-production",
        statement: t(
            "a system that joins Kanta passes Kela's joint testing before production use",
            "Kantaan liittyvä järjestelmä läpäisee Kelan yhteistestauksen ennen tuotantokäyttöä",
            "ett system som ansluts till Kanta godkänns i FPA:s samtestning före produktionsanvändning",
        ),
        fault: t(
            "joint testing is not passed before production use",
            "yhteistestausta ei ole läpäisty ennen tuotantokäyttöä",
            "samtestningen är inte godkänd före produktionsanvändning",
        ),
        remedy: t(
            "move the start of production behind the day on which joint testing is passed",
            "siirrä tuotannon alku yhteistestauksen hyväksymispäivän jälkeen",
            "flytta produktionsstarten till efter den dag då samtestningen godkänns",
        ),
        reading: Some(t(
            "asked of classes A2 and A3: classes A1 and B have no joint testing; the day itself is not before",
            "koskee luokkia A2 ja A3: luokissa A1 ja B ei ole yhteistestausta; sama päivä ei ole ennen",
            "gäller klasserna A2 och A3: i A1 och B finns ingen samtestning; samma dag är inte före",
        )),
        purpose: Some(t(
            "faults in working together with Kanta are found in testing, and not with real client data",
            "viat yhteistoiminnassa Kannan kanssa löytyvät testauksessa eivätkä oikeilla asiakastiedoilla",
            "fel i samverkan med Kanta hittas i testningen och inte med verkliga kunduppgifter",
        )),
        example: Some(Example {
            before: r#"[[system]]
id = "emr"
class = "A3"
joint_tested = 2025-11-20

[readiness]
production_start = 2025-11-17"#,
            after: r#"[[system]]
id = "emr"
class = "A3"
joint_tested = 2025-11-20

[readiness]
production_start = 2026-02-02"#,
        }),
        fields: &["joint_tested", "class", "readiness.production_start"],
        ..DEPLOYMENT
    },
    check: tested_before_production,
};

pub(super) const NOT_IN_REGISTER: Row<OfSystem> = Row {
    requirement: &Requirement {
        id: "deployment-requirements/system-not-in-register",
        statement: t(
            "the supplier has notified the system to the supervisory authority's register (Valvira; since 1.1.2026 the Finnish Supervisory Agency)",
            "toimittaja on ilmoittanut järjestelmän valvontaviranomaisen rekisteriin (Valvira; 1.1.2026 alkaen Lupa- ja valvontavirasto)",
            "leverantören har anmält systemet till tillsynsmyndighetens register (Valvira; från 1.1.2026 Tillstånds- och tillsynsverket)",
        ),
        fault: t(
            "the system is not in the register of approved systems",
            "järjestelmä ei ole hyväksyttyjen järjestelmien rekisterissä",
            "systemet finns inte i registret över godkända system",
        ),
        remedy: t(
            "ask the supplier to have the system entered",
            "pyydä toimittajaa ilmoittamaan järjestelmä rekisteriin",
            "be leverantören anmäla systemet till registret",
        ),
        purpose: Some(t(
            "from the notice the supervisory authority knows which systems are in production use",
            "ilmoituksesta valvontaviranomainen tietää, mitkä järjestelmät ovat tuotantokäytössä",
            "av anmälan vet tillsynsmyndigheten vilka system som används i produktion",
        )),
        example: Some(Example {
            before: "[[system]]\nid = \"emr\"\nin_register = false\n",
            after: "[[system]]\nid = \"emr\"\nin_register = true\n",
        }),
        fields: &["in_register"],
        ..DEPLOYMENT
    },
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
    requirement: &Requirement {
        id: "data-security/assessment-not-given-to-kela",
        statement: t(
            "a new user gives Kela the certificate of the security assessment",
            "uusi käyttäjä toimittaa Kelalle todistuksen tietoturvallisuuden arvioinnista",
            "en ny användare ger FPA intyget över säkerhetsbedömningen",
        ),
        fault: t(
            "the certificate of the security assessment is not given to Kela",
            "todistusta tietoturvallisuuden arvioinnista ei ole toimitettu Kelalle",
            "intyget över säkerhetsbedömningen har inte getts till FPA",
        ),
        remedy: FILL_IN,
        purpose: Some(t(
            "the certificate shows Kela that the new user's system meets the security requirements",
            "todistus osoittaa Kelalle, että uuden käyttäjän järjestelmä täyttää tietoturvavaatimukset",
            "intyget visar FPA att den nya användarens system uppfyller säkerhetskraven",
        )),
        example: Some(Example {
            before: "[readiness]\nassessment_delivered = false\n",
            after: "[readiness]\nassessment_delivered = 2025-10-01\n",
        }),
        fields: &["assessment_delivered"],
        ..SECURITY
    },
    check: |about| {
        let fact = going_live(&about).assessment_delivered.as_ref();
        let outcome = done_in(&about, fact, "assessment_delivered");
        where_it_applies(joins(&about), outcome)
    },
};

pub(super) const BODY_NOT_APPROVED: Row<OfPlan> = Row {
    requirement: &Requirement {
        id: "data-security/assessment-body-not-approved",
        statement: t(
            "the body that assessed the system is approved by Traficom",
            "järjestelmän arvioinut arviointilaitos on Traficomin hyväksymä",
            "organet som bedömde systemet är godkänt av Traficom",
        ),
        fault: t(
            "the body that assessed the system is not an approved one",
            "järjestelmän arvioinut laitos ei ole hyväksytty",
            "organet som bedömde systemet är inte godkänt",
        ),
        remedy: t(
            "compare the body with Traficom's list of approved bodies",
            "vertaa laitosta Traficomin hyväksymien arviointilaitosten luetteloon",
            "jämför organet med Traficoms förteckning över godkända organ",
        ),
        reading: Some(t(
            "the page says that the certificate is approved; most likely the body is meant",
            "sivun mukaan todistus on hyväksytty; todennäköisesti tarkoitetaan laitosta",
            "enligt sidan är intyget godkänt; sannolikt avses organet",
        )),
        purpose: Some(t(
            "an assessment can be relied on no more than the body that made it",
            "arviointiin voi luottaa vain yhtä paljon kuin sen tehneeseen laitokseen",
            "en bedömning är inte mer tillförlitlig än organet som gjorde den",
        )),
        example: Some(Example {
            before: "[readiness]\nassessor_approved = false\n",
            after: "[readiness]\nassessor_approved = true\n",
        }),
        fields: &["assessor_approved"],
        ..SECURITY
    },
    check: |about| {
        let fact = going_live(&about).assessor_approved;
        where_it_applies(joins(&about), demand(&about, fact, "assessor_approved"))
    },
};
