//! What a requirement is made of is what is read of it.

use kanta_conformance::{
    Certainty, Citation, Date, Evidence, Force, InForce, JudgedOn, Level, Requirement, Text,
    Version, guide, text,
};

const fn words(en: &'static str) -> Text {
    text! { en: en, fi: "suomeksi", sv: "på svenska" }
}

const CITATIONS: &[Citation] = &[Citation::guide("4.4", Version::new(3, 17))];
const DAY: Date = Date::constant(2025, 9, 1);

fn whole() -> Requirement {
    Requirement::must("document/fault")
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
        .with_in_force(InForce::from(DAY))
        .with_judged_on(JudgedOn::DayIssued)
        .with_fields(&["first", "second"])
}

#[test]
fn each_part_is_read_as_it_was_given() {
    let whole = whole();
    assert_eq!(whole.id(), "document/fault");
    assert_eq!(whole.citations(), CITATIONS);
    assert_eq!(whole.statement(), words("statement"));
    assert_eq!(whole.fault(), words("fault"));
    assert_eq!(whole.remedy(), words("remedy"));
    assert_eq!(whole.reading(), Some(words("reading")));
    assert_eq!(whole.purpose(), Some(words("purpose")));
    let example = whole.example().unwrap();
    assert_eq!((example.before, example.after), ("before", "after"));
    assert_eq!(whole.level(), Level::Note);
    assert_eq!(whole.certainty(), Certainty::Interpreted);
    assert_eq!(whole.evidence(), Evidence::Attested);
    assert_eq!(whole.in_force(), InForce::from(DAY));
    assert_eq!(whole.judged_on(), JudgedOn::DayIssued);
    assert_eq!(whole.fields(), ["first", "second"]);
    assert_eq!(whole.field(), "first");
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

#[test]
fn what_is_in_force_from_a_day_is_not_before_and_what_was_seen_on_one_is_unknown_before() {
    let on = |in_force: InForce, by| in_force.on(DAY.plus_days(by));
    assert_eq!(
        [-1, 0, 1].map(|by| on(InForce::from(DAY), by)),
        [Force::No, Force::Yes, Force::Yes]
    );
    let seen = [-1, 0, 1].map(|by| on(InForce::seen(DAY), by));
    assert_eq!(seen, [Force::Unknown, Force::Yes, Force::Yes]);
}

#[test]
fn a_rule_that_was_merged_into_another_is_found_by_its_old_name() {
    assert_eq!(guide::renamed("right-of-a-tenant"), Some("use-by-a-tenant"));
    assert_eq!(guide::renamed("use-by-a-tenant"), None);
    assert_eq!(guide::renamed(""), None);
}
