use kanta_address_index::{Condition, ResponsibleParty};
use kanta_conformance::{Level, Outcome, Requirement, Text, text};

/// One requirement that a decision rests on, what was found, and who can mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdmissionCondition {
    /// The requirement, with its clause and its words in three languages.
    pub requirement: &'static Requirement,
    /// What was found.
    pub outcome: Outcome,
    /// Who can put it right.
    pub responsible: Responsible,
    /// Whether it stands in the way where it is not met.
    pub(crate) binds: bool,
}

impl AdmissionCondition {
    /// It stands in the way of a permit.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        self.binds && !passes(&self.outcome)
    }

    /// The guide is silent or ambiguous here; it does not stand in the way.
    #[must_use]
    pub fn is_question(&self) -> bool {
        matches!(&self.outcome, Outcome::Undetermined(why) if why.takes_a_ruling())
    }

    /// Of a certificate: what is no binding rule of a document stands in nobody's way.
    pub(crate) fn of_certificate(
        (requirement, outcome): (&'static Requirement, Outcome),
        responsible: Responsible,
    ) -> Self {
        Self {
            requirement,
            outcome,
            responsible,
            binds: requirement.level() == Level::Must,
        }
    }
}

impl From<Condition> for AdmissionCondition {
    fn from(condition: Condition) -> Self {
        Self {
            requirement: condition.requirement,
            outcome: condition.outcome,
            responsible: Responsible::Index(condition.responsible),
            binds: true,
        }
    }
}

/// Whether an outcome lets a peer pass, as the index judges rights: the guide's silence and ambiguity do, nothing
/// else that is not known does.
pub(crate) fn passes(outcome: &Outcome) -> bool {
    match outcome {
        Outcome::NotInForce | Outcome::NotApplicable | Outcome::Satisfied => true,
        Outcome::Violated { .. } => false,
        Outcome::Undetermined(why) => why.takes_a_ruling(),
    }
}

/// Who can put a missing condition right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Responsible {
    /// Whoever runs this gateway: its trust anchors, its lists of revoked certificates, its configuration.
    Operator,
    /// Whoever the address index names.
    Index(ResponsibleParty),
}

impl Responsible {
    /// The code by which it is written; never changes once published.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Operator => "operator",
            Self::Index(responsible) => responsible.code(),
        }
    }

    /// In words, as the end of "who can mend it: …".
    #[must_use]
    pub const fn name(self) -> Text {
        match self {
            Self::Operator => text! {
                en: "whoever runs this gateway",
                fi: "tämän yhdyskäytävän ylläpitäjä",
                sv: "den som driver denna gateway",
            },
            Self::Index(responsible) => responsible.name(),
        }
    }
}
