//! What a requirement is made of is what is read of it.

use kanta_conformance::{
    Certainty, Citation, Date, Evidence, InForce, JudgedOn, Level, Requirement, Text, Version, text,
};

const fn words(en: &'static str) -> Text {
    text! { en: en, fi: "suomeksi", sv: "på svenska" }
}

const CITATIONS: &[Citation] = &[Citation::guide("4.4", Version::new(3, 17))];
const IN_FORCE: InForce = InForce::from(Date::constant(2025, 9, 1));

static WHOLE: Requirement = Requirement::must("document/fault")
    .with_citations(CITATIONS)
    .with_statement(words("statement"))
    .with_fault(words("fault"))
    .with_remedy(words("remedy"))
    .with_reading(words("reading"))
    .with_purpose(words("purpose"))
    .with_example("before", "after")
    .with_level(Level::Note)
    .with_certainty(Certainty::Interpreted)
    .with_evidence(Evidence::Attested)
    .with_in_force(IN_FORCE)
    .with_judged_on(JudgedOn::DayIssued)
    .with_fields(&["first", "second"]);

#[test]
fn each_part_is_read_as_it_was_given() {
    assert_eq!(WHOLE.id(), "document/fault");
    assert_eq!(WHOLE.citations(), CITATIONS);
    assert_eq!(WHOLE.statement(), words("statement"));
    assert_eq!(WHOLE.fault(), words("fault"));
    assert_eq!(WHOLE.remedy(), words("remedy"));
    assert_eq!(WHOLE.reading(), Some(words("reading")));
    assert_eq!(WHOLE.purpose(), Some(words("purpose")));
    let example = WHOLE.example().unwrap();
    assert_eq!((example.before, example.after), ("before", "after"));
    assert_eq!(WHOLE.level(), Level::Note);
    assert_eq!(WHOLE.certainty(), Certainty::Interpreted);
    assert_eq!(WHOLE.evidence(), Evidence::Attested);
    assert_eq!(WHOLE.in_force(), IN_FORCE);
    assert_eq!(WHOLE.judged_on(), JudgedOn::DayIssued);
    assert_eq!(WHOLE.fields(), ["first", "second"]);
    assert_eq!(WHOLE.field(), "first");
}

#[test]
fn what_is_not_given_is_a_binding_rule_of_the_guide_without_a_reading() {
    let bare = Requirement::must("document/fault");
    assert_eq!(bare.level(), Level::Must);
    assert_eq!(bare.certainty(), Certainty::Documented);
    assert_eq!(bare.evidence(), Evidence::Stated);
    assert_eq!(bare.judged_on(), JudgedOn::DayAsked);
    assert_eq!(
        (bare.reading(), bare.purpose(), bare.example()),
        (None, None, None)
    );
    assert_eq!(bare.field(), "");
    let (read, advice) = (Requirement::interpreted("a/b"), Requirement::should("a/b"));
    assert_eq!(
        (read.level(), read.certainty()),
        (Level::Must, Certainty::Interpreted)
    );
    assert_eq!(
        (advice.level(), advice.certainty()),
        (Level::Should, Certainty::Documented)
    );
}
