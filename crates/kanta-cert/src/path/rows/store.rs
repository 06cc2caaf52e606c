//! The rows of the trust store itself.

use kanta_conformance::{
    Certainty, Citation, Evidence, InForce, Level, Outcome, Requirement, Row, Subject, Value, text,
};

use crate::issuer::IssuerList;
use crate::path::check::of;
use crate::path::role::AuthorityRole;
use crate::path::store::{Authority, TrustStore};
use crate::path::words::{PRODUCTION_ONLY, THE_ROOT};
use crate::profile::documents::OBSERVED;

pub(super) struct OneStore;

impl Subject for OneStore {
    type View<'a> = (&'a TrustStore, &'a IssuerList);
}

/// What is worth knowing of a trust store; no document states it as a duty.
const fn store_note(id: &'static str) -> Requirement {
    Requirement::must(id)
        .with_citations(const { &[Citation::page(&OBSERVED, "")] })
        .with_level(Level::Note)
        .with_certainty(Certainty::Inferred)
        .with_evidence(Evidence::Computed)
        .with_in_force(InForce::ALWAYS)
}

pub(super) static STORE: [Row<OneStore>; 2] = [
    Row {
        requirement: &store_note("observed-certificates/test-root-among-production-roots")
            .with_statement(text! {
                en: "roots of a test hierarchy are not trusted together with those of production",
                fi: "testihierarkian juurivarmentajiin ei luoteta tuotannon juurivarmentajien rinnalla",
                sv: "rotutfärdare i en testhierarki betros inte tillsammans med produktionens",
            })
            .with_fault(text! {
                en: "a root of a test hierarchy is trusted together with those of production",
                fi: "testihierarkian juurivarmentajaan luotetaan tuotannon juurivarmentajien rinnalla",
                sv: "en rotutfärdare i en testhierarki betros tillsammans med produktionens",
            })
            .with_remedy(text! {
                en: "keep one trust store for tests and another one for production",
                fi: "pidä testejä ja tuotantoa varten eri luottamusvarastot",
                sv: "håll ett förtroendelager för tester och ett annat för produktion",
            })
            .with_purpose(text! {
                en: "helps to notice that a test certificate would pass in production",
                fi: "auttaa huomaamaan, että testivarmenne kelpaisi tuotannossa",
                sv: "hjälper till att upptäcka att ett testcertifikat skulle godtas i produktion",
            }),
        check: |(store, issuers)| {
            let is_test = |root: &&Authority| root.role(issuers).is_test();
            let found: Vec<Value> = store
                .roots()
                .iter()
                .filter(is_test)
                .map(|root| of(root.certificate()))
                .collect();
            if found.is_empty() || found.len() == store.roots().len() {
                return Outcome::Satisfied;
            }
            Outcome::violated(Value::List(found), Value::Term(PRODUCTION_ONLY))
        },
    },
    Row {
        requirement: &store_note("observed-certificates/not-the-root-it-is-named-after")
            .with_statement(text! {
                en: "a trust anchor that bears the name of a root of DVV's is that root",
                fi: "luottamusankkuri, jolla on DVV:n juurivarmentajan nimi, on kyseinen juurivarmentaja",
                sv: "ett förtroendeankare som bär namnet på en av MDB:s rotutfärdare är den rotutfärdaren",
            })
            .with_fault(text! {
                en: "a trust anchor bears the name of a root of DVV's and is another certificate",
                fi: "luottamusankkurilla on DVV:n juurivarmentajan nimi, mutta se on toinen varmenne",
                sv: "ett förtroendeankare bär namnet på en av MDB:s rotutfärdare och är ett annat certifikat",
            })
            .with_remedy(text! {
                en: "compare its digest with the one that DVV publishes",
                fi: "vertaa sen tiivistettä DVV:n julkaisemaan",
                sv: "jämför dess kontrollsumma med den som MDB publicerar",
            })
            .with_purpose(text! {
                en: "helps to notice a root that somebody else may have made under DVV's name",
                fi: "auttaa huomaamaan juurivarmentajan, jonka joku muu on voinut tehdä DVV:n nimellä",
                sv: "hjälper till att upptäcka en rotutfärdare som någon annan kan ha gjort i MDB:s namn",
            }),
        check: |(store, issuers)| {
            let other =
                |root: &&Authority| matches!(root.role(issuers), AuthorityRole::NotThatRoot(_));
            let found: Vec<Value> = store
                .roots()
                .iter()
                .filter(other)
                .map(|root| of(root.certificate()))
                .collect();
            if found.is_empty() {
                return Outcome::Satisfied;
            }
            Outcome::violated(Value::List(found), Value::Term(THE_ROOT))
        },
    },
];
