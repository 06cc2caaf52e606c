//! Whom the page on deployment binds: it is about the client data archive of social welfare.

use kanta_address_index::Service;
use kanta_conformance::{Citation, Date, Document, Finding, Outcome, Text, text};

use crate::plan::{ConnectionPlan, Use};

/// The day that the page carries.
pub(super) const PAGE: Date = Date::constant(2019, 7, 11);

/// The edition in which the guide's present body is first seen.
const EDITION_3_17: Date = Date::constant(2025, 9, 1);

/// Edition 3.7: one system signature certificate for both repositories.
const EDITION_3_7: Date = Date::constant(2019, 12, 9);

const BY_READING: Text = text! {
    en: "the page of 11.7.2019 is about the client data archive of social welfare; that it also binds those who do not use it is our reading",
    fi: "sivu 11.7.2019 koskee sosiaalihuollon asiakasasiakirja-arkistoa; että se sitoo myös niitä, jotka eivät käytä sitä, on tulkintamme",
    sv: "sidan av 11.7.2019 gäller klientdatalagret inom socialvården; att den binder även dem som inte använder det är vår tolkning",
};

/// What a text states for everybody of whom the row speaks, and the day on which that is first seen.
static STATED_FOR_ALL: &[(&str, Date)] = &[
    // The page itself: all systems, all suppliers, social welfare services and their providers.
    (
        "deployment-requirements/joint-testing-not-passed-before-production",
        PAGE,
    ),
    ("deployment-requirements/system-not-in-register", PAGE),
    (
        "deployment-requirements/public-provider-not-in-sote-register",
        PAGE,
    ),
    ("deployment-requirements/licence-not-up-to-date", PAGE),
    // The guide: clauses 4 and 2.2, 3.2, 3.3.
    (
        "deployment-requirements/administrative-steps-not-done",
        EDITION_3_17,
    ),
    (
        "deployment-requirements/server-certificate-not-installed",
        EDITION_3_17,
    ),
    (
        "deployment-requirements/signature-certificate-missing",
        EDITION_3_7,
    ),
];

/// Lets what the page states for the archive bind those who do not use it by a reading alone.
pub(super) fn read(plan: &ConnectionPlan, on: Date, findings: &mut [Finding]) {
    let uses_it = |its: &Use| its.service == Service::SocialWelfare;
    if plan.uses.iter().any(uses_it) {
        return;
    }
    for finding in findings {
        let id = finding.requirement.id();
        let for_all = STATED_FOR_ALL
            .iter()
            .any(|(row, since)| *row == id && *since <= on);
        if for_all || !is_of_the_page(finding) || !is_violated(finding) {
            continue;
        }
        let outcome = core::mem::replace(&mut finding.outcome, Outcome::NotApplicable);
        finding.outcome = outcome.by_reading(BY_READING);
        finding.ground = None;
    }
}

fn is_of_the_page(finding: &Finding) -> bool {
    let page = Citation::page(&Document::DEPLOYMENT_REQUIREMENTS, "");
    finding.requirement.citations().first() == Some(&page)
}

const fn is_violated(finding: &Finding) -> bool {
    matches!(finding.outcome, Outcome::Violated { .. })
}
