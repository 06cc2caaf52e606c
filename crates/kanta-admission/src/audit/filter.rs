//! Which decisions of a log are asked for.

use super::line::Line;
use super::record::{PeerKind, RecordedDecision};

/// Asks for the decisions that have everything that is named; what is not named is not asked about.
///
/// ```
/// use kanta_admission::audit::{Filter, RecordedDecision};
///
/// let filter = Filter {
///     service: Some("prescription".into()),
///     from: Some("2025-12-01T00:00:00Z".into()),
///     decision: Some(RecordedDecision::Deny),
///     ..Filter::default()
/// };
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The OID of the right-subject.
    pub party: Option<String>,
    /// The code of the service.
    pub service: Option<String>,
    /// The id of a requirement that was not met.
    pub reason: Option<String>,
    /// The OID of the access point or the word of the system that asked.
    pub peer: Option<String>,
    /// The answer.
    pub decision: Option<RecordedDecision>,
    /// What the peer was told to refer to.
    pub reference: Option<String>,
    /// The first instant, in UTC as records write it: `2025-12-01T10:00:00Z`.
    pub from: Option<String>,
    /// The first instant that no longer belongs to it.
    pub until: Option<String>,
}

impl Filter {
    /// Whether a line is asked for.
    #[must_use]
    pub fn asks_for(&self, line: &Line) -> bool {
        let record = &line.record;
        let is = |wanted: &Option<String>, found: &str| {
            wanted.as_ref().is_none_or(|wanted| wanted == found)
        };
        let at = record.at.as_str();
        is(&self.party, &record.subject)
            && is(&self.service, &record.service)
            && is(&self.reference, &line.reference)
            && is(&self.peer, peer_of(line))
            && self.decision.is_none_or(|wanted| wanted == record.decision)
            && self.from.as_deref().is_none_or(|from| from <= at)
            && self.until.as_deref().is_none_or(|until| at < until)
            && self
                .reason
                .as_ref()
                .is_none_or(|reason| record.reasons.iter().any(|it| it.requirement == *reason))
    }
}

/// The access point or the system that asked; `unknown` where it is neither.
pub(super) fn peer_of(line: &Line) -> &str {
    let peer = &line.record.peer;
    let whose = match peer.kind {
        PeerKind::System => peer.system.as_deref(),
        PeerKind::AccessPoint => peer.access_point.as_deref(),
        PeerKind::Unknown => None,
    };
    whose.unwrap_or("unknown")
}

impl Line {
    /// The OID of the access point or the word of the system that asked; `unknown` where it is neither.
    #[must_use]
    pub fn peer(&self) -> &str {
        peer_of(self)
    }
}

kanta_conformance::words! { RecordedDecision, "decision", Permit => "permit", Deny => "deny" }
