//! What a requirement is.

use crate::{Citation, InForce, Text, text};

/// How binding a requirement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "kebab-case")
)]
pub enum Level {
    /// Binding: one violation makes the plan non-conforming.
    Must,
    /// Recommended: listed, without changing the verdict.
    Should,
    /// Worth knowing: no document states it as a duty.
    Note,
}

/// How the requirement is known. Only a documented or an interpreted one can be [`Level::Must`] or [`Level::Should`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "kebab-case")
)]
pub enum Certainty {
    /// A text states it.
    Documented,
    /// It is our reading of a text that informs, permits or describes an example: what would violate it is not known.
    Interpreted,
    /// It follows from texts, by a reason.
    Inferred,
    /// It was seen in the field, for example in real certificates.
    Observed,
}

/// What a finding rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "kebab-case")
)]
pub enum Evidence {
    /// Computed from bytes and numbers.
    Computed,
    /// A fact that the plan states.
    Stated,
    /// What no program can compute: somebody attests it.
    Attested,
}

/// The day that decides whether the requirement is in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "kebab-case")
)]
pub enum JudgedOn {
    /// The day asked about.
    DayAsked,
    /// The day on which the subject (a certificate) was issued.
    DayIssued,
}

/// A rule of a document: its words, its clause, how binding it is, and when it is in force.
///
/// Made where it is known, as a constant:
///
/// ```
/// use kanta_conformance::{Citation, Level, Requirement, Version, text};
///
/// const ADDRESS_NOT_FIXED: Requirement = Requirement::must("connection-models/address-not-fixed")
///     .with_citations(&[Citation::guide("4.4", Version::new(3, 17))])
///     .with_statement(text! {
///         en: "an access point has fixed addresses",
///         fi: "liityntäpisteellä on kiinteät osoitteet",
///         sv: "en anslutningspunkt har fasta adresser",
///     })
///     .with_fields(&["addresses"]);
/// assert_eq!(ADDRESS_NOT_FIXED.level(), Level::Must);
/// assert_eq!(ADDRESS_NOT_FIXED.field(), "addresses");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Requirement {
    id: &'static str,
    citations: &'static [Citation],
    statement: Text,
    fault: Text,
    remedy: Text,
    reading: Option<Text>,
    purpose: Option<Text>,
    example: Option<Example>,
    level: Level,
    certainty: Certainty,
    evidence: Evidence,
    in_force: InForce,
    judged_on: JudgedOn,
    fields: &'static [&'static str],
}

/// A fragment of a plan or of an index that breaks a requirement, and the same fragment mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Example {
    /// What breaks it.
    pub before: &'static str,
    /// What satisfies it.
    pub after: &'static str,
}

/// Making one.
impl Requirement {
    /// A binding requirement that a text states, judged on the day asked about from what people state, in force since
    /// edition 3.17 at least; what is otherwise is named after it.
    #[must_use]
    pub const fn must(id: &'static str) -> Self {
        const NONE: Text = text! { en: "", fi: "", sv: "" };
        Self {
            id,
            citations: &[],
            statement: NONE,
            fault: NONE,
            remedy: NONE,
            reading: None,
            purpose: None,
            example: None,
            level: Level::Must,
            certainty: Certainty::Documented,
            evidence: Evidence::Stated,
            in_force: InForce::SINCE_3_17_AT_LEAST,
            judged_on: JudgedOn::DayAsked,
            fields: &[],
        }
    }

    /// The same, binding by our reading of a text that informs, permits or describes an example.
    #[must_use]
    pub const fn interpreted(id: &'static str) -> Self {
        Self::must(id).with_certainty(Certainty::Interpreted)
    }

    /// The same as a recommendation.
    #[must_use]
    pub const fn should(id: &'static str) -> Self {
        Self::must(id).with_level(Level::Should)
    }

    /// Where it stands, by edition.
    #[must_use]
    pub const fn with_citations(mut self, citations: &'static [Citation]) -> Self {
        self.citations = citations;
        self
    }

    /// What it asks for.
    #[must_use]
    pub const fn with_statement(mut self, statement: Text) -> Self {
        self.statement = statement;
        self
    }

    /// The fault, as the sentence that a report opens with.
    #[must_use]
    pub const fn with_fault(mut self, fault: Text) -> Self {
        self.fault = fault;
        self
    }

    /// What to do about it, or whom to ask.
    #[must_use]
    pub const fn with_remedy(mut self, remedy: Text) -> Self {
        self.remedy = remedy;
        self
    }

    /// The reading taken where the text is ambiguous; an interpreted requirement rests on it.
    #[must_use]
    pub const fn with_reading(mut self, reading: Text) -> Self {
        self.reading = Some(reading);
        self
    }

    /// Why it exists, where that is worth saying.
    #[must_use]
    pub const fn with_purpose(mut self, purpose: Text) -> Self {
        self.purpose = Some(purpose);
        self
    }

    /// A fragment of a plan or of an index that breaks it, and the same fragment mended.
    #[must_use]
    pub const fn with_example(mut self, before: &'static str, after: &'static str) -> Self {
        self.example = Some(Example { before, after });
        self
    }

    /// How binding it is.
    #[must_use]
    pub const fn with_level(mut self, level: Level) -> Self {
        self.level = level;
        self
    }

    /// How it is known.
    #[must_use]
    pub const fn with_certainty(mut self, certainty: Certainty) -> Self {
        self.certainty = certainty;
        self
    }

    /// What its findings rest on.
    #[must_use]
    pub const fn with_evidence(mut self, evidence: Evidence) -> Self {
        self.evidence = evidence;
        self
    }

    /// When it is in force.
    #[must_use]
    pub const fn with_in_force(mut self, in_force: InForce) -> Self {
        self.in_force = in_force;
        self
    }

    /// The day that decides whether it is.
    #[must_use]
    pub const fn with_judged_on(mut self, judged_on: JudgedOn) -> Self {
        self.judged_on = judged_on;
        self
    }

    /// The fields that it reads, as people write them in a plan; the first is the one that findings point to.
    #[must_use]
    pub const fn with_fields(mut self, fields: &'static [&'static str]) -> Self {
        self.fields = fields;
        self
    }
}

/// Reading one.
impl Requirement {
    /// Document and fault in words, for example `connection-models/address-not-fixed`. Once published, its meaning stays.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        self.id
    }

    /// Where it stands, by edition.
    #[must_use]
    pub const fn citations(&self) -> &'static [Citation] {
        self.citations
    }

    /// What it asks for.
    #[must_use]
    pub const fn statement(&self) -> Text {
        self.statement
    }

    /// The fault, as the sentence that a report opens with.
    #[must_use]
    pub const fn fault(&self) -> Text {
        self.fault
    }

    /// What to do about it, or whom to ask.
    #[must_use]
    pub const fn remedy(&self) -> Text {
        self.remedy
    }

    /// The reading taken where the text is ambiguous; an interpreted requirement rests on it.
    #[must_use]
    pub const fn reading(&self) -> Option<Text> {
        self.reading
    }

    /// Why it exists, where that is worth saying.
    #[must_use]
    pub const fn purpose(&self) -> Option<Text> {
        self.purpose
    }

    /// A fragment of a plan or of an index that breaks it, and the same fragment mended.
    #[must_use]
    pub const fn example(&self) -> Option<Example> {
        self.example
    }

    /// How binding it is.
    #[must_use]
    pub const fn level(&self) -> Level {
        self.level
    }

    /// How it is known.
    #[must_use]
    pub const fn certainty(&self) -> Certainty {
        self.certainty
    }

    /// What its findings rest on.
    #[must_use]
    pub const fn evidence(&self) -> Evidence {
        self.evidence
    }

    /// When it is in force.
    #[must_use]
    pub const fn in_force(&self) -> InForce {
        self.in_force
    }

    /// The day that decides whether it is.
    #[must_use]
    pub const fn judged_on(&self) -> JudgedOn {
        self.judged_on
    }

    /// The fields that it reads, as people write them in a plan; the first is the one that findings point to.
    #[must_use]
    pub const fn fields(&self) -> &'static [&'static str] {
        self.fields
    }

    /// The field that findings point to; empty when it is the subject as a whole.
    #[must_use]
    pub fn field(&self) -> &'static str {
        self.fields.first().copied().unwrap_or_default()
    }
}
