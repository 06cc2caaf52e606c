//! The hierarchy it comes from, test or production, and where it is used.

use kanta_conformance::{
    Certainty, Citation, Date, Document, Environment, InForce, Outcome, Row, Text, Value, text,
};

use crate::issuer;
use crate::kind::Origin;
use crate::profile::{Entry, Facts, Run, guide, observed};
use crate::question::Asked;

pub(super) const TEST_CERTIFICATE_IN_PRODUCTION: Entry = Entry {
    run: Run::EnvironmentAsked,
    row: Row {
        requirement: &guide("deployment-requirements/test-certificate-in-production")
            .with_citations(&[Citation::page(&Document::DEPLOYMENT_REQUIREMENTS, "")])
            .with_statement(text! {
                en: "test certificates are for development, others for production",
                fi: "testivarmenteet ovat kehitystä varten, muut tuotantoa varten",
                sv: "testcertifikat är för utveckling, andra för produktion",
            })
            .with_fault(text! {
                en: "a certificate of the test hierarchy in production",
                fi: "testihierarkian varmenne tuotannossa",
                sv: "ett certifikat ur testhierarkin i produktion",
            })
            .with_remedy(text! {
                en: "order a certificate for production",
                fi: "tilaa tuotantovarmenne",
                sv: "beställ ett produktionscertifikat",
            })
            .with_reading(text! {
                en: "the issuer and the policies tell the hierarchy; the word test in the subject does not",
                fi: "hierarkia päätellään myöntäjästä ja politiikoista, ei haltijan nimessä olevasta test-sanasta",
                sv: "utfärdaren och policyerna visar hierarkin, inte ordet test i innehavarens namn",
            })
            .with_purpose(text! {
                en: "so that nothing made for trying out is taken for a real party",
                fi: "jotta mitään kokeiluun tehtyä ei pidetä todellisena osapuolena",
                sv: "för att inget som har gjorts för prov ska tas för en verklig part",
            })
            .with_in_force(InForce::seen(Date::constant(2019, 7, 11)))
            .with_fields(&["", "environment"]),
        check: test_in_production,
    },
};

pub(super) const PRODUCTION_CERTIFICATE_IN_TEST: Entry = Entry {
    run: Run::EnvironmentAsked,
    row: Row {
        requirement: &observed("observed-certificates/production-certificate-in-test")
            .with_statement(text! {
                en: "tests run with certificates of the test hierarchy",
                fi: "testit tehdään testihierarkian varmenteilla",
                sv: "tester körs med certifikat ur testhierarkin",
            })
            .with_fault(text! {
                en: "a certificate of the production hierarchy in a test environment",
                fi: "tuotantohierarkian varmenne testiympäristössä",
                sv: "ett certifikat ur produktionshierarkin i en testmiljö",
            })
            .with_remedy(text! {
                en: "check that it is meant: nothing bars it",
                fi: "tarkista, että se on tarkoitus: mikään ei kiellä sitä",
                sv: "kontrollera att det är avsett: inget hindrar det",
            })
            .with_purpose(text! {
                en: "helps to notice a production key on test machines, which are often protected less",
                fi: "auttaa huomaamaan tuotannon avaimen testikoneilla, joita usein suojataan heikommin",
                sv: "hjälper till att upptäcka en produktionsnyckel på testmaskiner, som ofta är sämre skyddade",
            })
            .with_certainty(Certainty::Inferred)
            .with_fields(&["", "environment"]),
        check: production_in_test,
    },
};

/// The hierarchy, by the issuer and the policies; none for a request or a foreign certificate.
fn hierarchy(facts: &Facts<'_>) -> Option<Environment> {
    let named_test = || facts.marks.policies.test || issuer::is_test(&facts.content.issuer());
    match facts.origin {
        Origin::None | Origin::Foreign if !facts.marks.policies.test => None,
        Origin::Listed(ca) if !facts.marks.policies.test => Some(ca.hierarchy()),
        _ if named_test() => Some(Environment::Test),
        _ => Some(Environment::Production),
    }
}

const PRODUCTION: Text = text! {
    en: "the production hierarchy",
    fi: "tuotantohierarkia",
    sv: "produktionshierarkin",
};
const TEST: Text = text! { en: "the test hierarchy", fi: "testihierarkia", sv: "testhierarkin" };

fn test_in_production(facts: &Facts<'_>) -> Outcome {
    match (hierarchy(facts), &facts.question.environment) {
        (None, _) | (_, Asked::NotAsked) | (_, Asked::Is(Environment::Test)) => {
            Outcome::NotApplicable
        }
        (Some(Environment::Production), _) => Outcome::Satisfied,
        (Some(Environment::Test), Asked::Missing(path)) => Outcome::missing(path.clone()),
        (Some(Environment::Test), Asked::Is(Environment::Production)) => {
            Outcome::violated(Value::Term(TEST), Value::Term(PRODUCTION))
        }
    }
}

fn production_in_test(facts: &Facts<'_>) -> Outcome {
    match (hierarchy(facts), &facts.question.environment) {
        (None, _) | (_, Asked::NotAsked) | (_, Asked::Is(Environment::Production)) => {
            Outcome::NotApplicable
        }
        (Some(Environment::Test), _) => Outcome::Satisfied,
        (Some(Environment::Production), Asked::Missing(path)) => Outcome::missing(path.clone()),
        (Some(Environment::Production), Asked::Is(Environment::Test)) => {
            Outcome::violated(Value::Term(PRODUCTION), Value::Term(TEST))
        }
    }
}
