//! The rows: a path and its revocation, and the trust store itself.

mod path;
mod store;

use kanta_conformance::{
    Date, Days, Evidence, FieldPath, Finding, InForce, Outcome, Requirement, text,
};
use webpki::Error;

use super::check::{CheckResults, PathCheck};
use super::examine::examine;
use super::search::chain;
use super::store::TrustStore;
use super::verify::Asked;
use super::words::PART_OF_DAY;
use crate::certificate::Certificate;
use crate::question::{Question, When};
use crate::time::Moment;

use path::PATH;
use store::STORE;

/// The answers on one certificate, one for each row of [`PATH`].
struct Judged([Outcome; PathCheck::ALL.len()]);

impl Judged {
    fn on(&self, check: PathCheck) -> Outcome {
        let place = PathCheck::ALL.iter().position(|known| *known == check);
        let outcome = place.and_then(|place| self.0.get(place));
        outcome.cloned().unwrap_or(Outcome::NotApplicable)
    }
}

/// What all rows of a path have in common: "the validity of the certificates is verified".
const fn article(id: &'static str) -> Requirement {
    Requirement::must(id)
        .with_reading(text! {
            en: "that the validity of certificates is verified is read as the path validation of RFC 5280, revocation included",
            fi: "varmenteiden voimassaolon tarkistaminen luetaan RFC 5280:n polun tarkistukseksi sulkulistoineen",
            sv: "att certifikatens giltighet kontrolleras läses som kontrollen av kedjan enligt RFC 5280, med spärrlistor",
        })
        .with_evidence(Evidence::Computed)
        .with_in_force(InForce::seen(Date::constant(2019, 5, 10)))
}

impl TrustStore {
    /// The requirements on paths, in order, and after them those on the store itself.
    pub fn requirements() -> impl Iterator<Item = &'static Requirement> {
        let store = STORE.iter().map(|row| row.requirement);
        PATH.iter().map(|row| row.requirement).chain(store)
    }

    /// Verifies a certificate's path and revocation at the time asked about: each requirement with
    /// its outcome, in order.
    ///
    /// A day is answered as its first and its last second are, and is undetermined where the two
    /// differ. Purposes (extended key usage) are not looked at.
    #[must_use]
    pub fn outcomes(
        &self,
        certificate: &Certificate,
        question: &Question<'_>,
    ) -> Vec<(&'static Requirement, Outcome)> {
        let judged = self.judge(certificate, question);
        let days = Days::asked(question.day());
        PATH.iter()
            .map(|row| (row.requirement, row.judge(&judged, days, &FieldPath::ROOT)))
            .collect()
    }

    /// The same as findings at the entry to which the certificate belongs, for example `access_point.ap1`.
    #[must_use]
    pub fn findings(
        &self,
        certificate: &Certificate,
        question: &Question<'_>,
        at: &FieldPath,
    ) -> Vec<Finding> {
        let judged = self.judge(certificate, question);
        let days = Days::asked(question.day());
        PATH.iter().map(|row| row.find(&judged, days, at)).collect()
    }

    /// What is found about the store itself, which stands at `at`, for example `trust`.
    #[must_use]
    pub fn findings_about_itself(&self, question: &Question<'_>, at: &FieldPath) -> Vec<Finding> {
        let days = Days::asked(question.day());
        let view = (self, question.issuers);
        STORE.iter().map(|row| row.find(view, days, at)).collect()
    }

    fn judge(&self, certificate: &Certificate, question: &Question<'_>) -> Judged {
        let When { first, last, .. } = question.when;
        let (at_first, until) = self.answer(certificate, first, last);
        if until.is_some_and(|until| until >= last) || first == last {
            return Judged(at_first);
        }
        let (at_last, _) = self.answer(certificate, last, last);
        let mut pairs = at_first.into_iter().zip(at_last);
        Judged(PathCheck::ALL.map(|_| {
            let pair = pairs.next();
            pair.map_or(Outcome::NotApplicable, |(one, other)| both(one, other))
        }))
    }

    /// The answers at one instant; and, where all is well, until when it stays so.
    fn answer(
        &self,
        certificate: &Certificate,
        at: Moment,
        lists_until: Moment,
    ) -> ([Outcome; PathCheck::ALL.len()], Option<Moment>) {
        let has_lists = self.crls().any(|(_, list)| list.obstacle().is_none());
        let asked = Asked {
            at,
            lists_until,
            revocation: has_lists,
        };
        match self.verify(certificate, asked) {
            Ok(verified) if has_lists => (
                PathCheck::ALL.map(|_| Outcome::Satisfied),
                Some(verified.until),
            ),
            Ok(verified) => {
                let chain = chain(self, certificate, &verified.between, verified.root);
                let mut found = CheckResults::default();
                super::revocation::examine(self, &chain, asked, &mut found);
                (found.outcomes(), Some(verified.until))
            }
            Err(refusal) => (self.why_not(certificate, asked, &refusal), None),
        }
    }

    fn why_not(
        &self,
        certificate: &Certificate,
        asked: Asked,
        refusal: &Error,
    ) -> [Outcome; PathCheck::ALL.len()] {
        examine(self, certificate, asked, refusal)
    }
}

/// Of a day: what holds at its first second and at its last one.
fn both(first: Outcome, last: Outcome) -> Outcome {
    match (first, last) {
        (Outcome::Satisfied, Outcome::Satisfied) => Outcome::Satisfied,
        (Outcome::Violated { .. }, last @ Outcome::Violated { .. }) => last,
        (first @ Outcome::Undetermined(_), _) => first,
        (_, last @ Outcome::Undetermined(_)) => last,
        _ => Outcome::silent(PART_OF_DAY),
    }
}
