//! From the configuration of a gateway to its view.

use kanta_admission::{AdmissionCondition, Versions};
use kanta_conformance::{Date, Edition};

use super::index::AtRecord;
use crate::view::{FORMAT, Finding, GatewayReport, OwnCertificate};

impl GatewayReport {
    /// A configuration that can be used: what decisions rest on and would rest on beside, and the links of its own
    /// certificate that are missing on a day.
    #[must_use]
    pub fn usable(
        live: &Versions,
        shadow: Option<&Versions>,
        own: &[AdmissionCondition],
        day: Date,
    ) -> Self {
        let edition = Edition::on(day);
        let finding = |link: &AdmissionCondition| {
            Finding::of(link.requirement, &link.outcome, edition, &AtRecord(None))
        };
        Self {
            format: FORMAT,
            usable: true,
            rests_on: Some(live.into()),
            shadow: shadow.map(Into::into),
            own_certificate: Some(OwnCertificate {
                missing: own
                    .iter()
                    .map(|link| link.requirement.id().to_owned())
                    .collect(),
                findings: own.iter().map(finding).collect(),
            }),
            faults: Vec::new(),
        }
    }

    /// A configuration that cannot be used, and why: each fault with its place, in the language that was asked for.
    #[must_use]
    pub fn unusable(faults: Vec<String>) -> Self {
        Self {
            format: FORMAT,
            faults,
            ..Self::default()
        }
    }
}
