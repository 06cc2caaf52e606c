//! What a plan leaves open, asked and answered in process.

use std::collections::BTreeSet;

use kanta_conformance::{Date, Language};
use kanta_policy::{FileFault, Template};
use kanta_report::asking::{AskedPlan, put, read_sheet};
use kanta_report::text;
use kanta_report::view::{OpenQuestion, Outcome, QuestionsReport, RefusedInput};
use proptest::prelude::*;

use crate::answers::{data, kept};
use crate::hostile::WORDS;

const DAY: Date = Date::constant(2025, 12, 1);

fn load(_: &str) -> Result<Vec<u8>, FileFault> {
    Err(FileFault::NotFound)
}

fn asked(text: impl Into<Vec<u8>>) -> AskedPlan {
    let plan = AskedPlan::read("plan.toml", text, DAY, &mut load);
    plan.unwrap().on(DAY)
}

fn clinic() -> AskedPlan {
    asked(Template::Clinic.plan(Language::En))
}

fn open(plan: &AskedPlan) -> Vec<OpenQuestion> {
    plan.questions().questions
}

/// The refusal of answers that are wrong in each way.
fn refusal(language: Language) -> RefusedInput {
    let mut plan = clinic();
    let wrong = [
        ("party.regster", "sote"),
        ("zzz", "1"),
        ("link.line-c.role", "backup"),
        ("link.line-b.role", "third"),
        ("party.registered", "31.2.2019\u{1b}"),
        ("party.health_care", "perhaps"),
        ("volume.documents_per_day", "many"),
        ("access_point.ap1.tls", "[1"),
        ("access_point.ap1.oid", "1.2.x"),
    ];
    let wrong = wrong.map(|(field, said)| {
        let answer = plan.answer(field, said, &mut load);
        (field.to_owned(), answer.unwrap_err())
    });
    RefusedInput::of_answers("plan.toml", &wrong, language)
}

/// Whole texts in a language, for [`outputs`](crate::outputs).
pub(crate) fn outputs(language: Language) -> Vec<(&'static str, Vec<u8>)> {
    let mut out = Vec::new();
    let plan = asked(data("unknown.toml"));
    let view = plan.questions();
    text::questions(&view, language, &mut out).unwrap();
    for count in [0, 1, 12] {
        let left = text::left_open(count, language);
        out.extend_from_slice(format!("{left}\n").as_bytes());
    }
    let mut plan = clinic();
    for (at, its) in open(&plan).iter().enumerate().take(3) {
        text::question(its, at, language, &mut out).unwrap();
        text::why_asked(its, language, &mut out).unwrap();
    }
    for finding in plan
        .answer("access_point.ap1.country", "NO", &mut load)
        .unwrap()
    {
        text::forbidden(&finding, language, &mut out).unwrap();
    }
    let refusal = refusal(language);
    for is_asked in [false, true] {
        text::wrong_answers(&refusal, is_asked, language, &mut out).unwrap();
    }
    vec![("questions", out)]
}

#[test]
fn questions_and_refused_answers_keep_to_the_schema_and_are_read_back() {
    for kind in Template::ALL {
        kept("ask", &asked(kind.plan(Language::Sv)).questions());
    }
    kept("ask", &asked(data("unknown.toml")).questions());
    kept("ask", &QuestionsReport::default());
    for language in Language::ALL {
        kept("ask", &refusal(language));
    }
}

/// A question is of a field that is not filled in, comes once, and its example answers it.
#[test]
fn every_question_comes_once_and_its_example_answers_it() {
    for kind in [Template::Clinic, Template::Pharmacy] {
        let mut plan = asked(kind.plan(Language::En));
        let questions = open(&plan);
        let fields: BTreeSet<&str> = questions.iter().map(|its| its.field.as_str()).collect();
        assert_eq!(fields.len(), questions.len(), "{}", kind.code());
        for its in &questions {
            assert_eq!(its.asked_by.outcome, Outcome::Undetermined, "{}", its.field);
            let missing = &its.asked_by.missing;
            assert!(missing.iter().any(|one| one.path == its.field));
            let answer = plan.answer(&its.field, &its.example, &mut load);
            assert!(answer.is_ok(), "{}: {answer:?}", its.field);
        }
        // A file that is not there leaves open what it would have shown.
        let absent = plan.file().absent().map(|(path, _)| path.to_string());
        let absent: BTreeSet<String> = absent.collect();
        for left in open(&plan) {
            let field = left.field.as_str();
            let is_absent = absent.iter().any(|path| path.starts_with(field));
            assert!(!fields.contains(field) || is_absent, "{field}");
        }
    }
}

#[test]
fn a_word_is_answered_by_its_code_its_name_and_its_number() {
    let questions = open(&clinic());
    let role = questions.iter().find(|its| its.field == "link.line-b.role");
    let role = role.unwrap();
    for (number, choice) in (1..).zip(&role.choices) {
        let names = Language::ALL.map(|language| choice.name.get(language).to_uppercase());
        let said = [choice.code.clone(), number.to_string()];
        for said in said.into_iter().chain(names) {
            let mut plan = clinic();
            plan.answer(&role.field, &said, &mut load).unwrap();
            let given: Vec<_> = plan.answers().collect();
            let value = format!("\"{}\"", choice.code);
            assert_eq!(given, [("link.line-b.role", value.as_str())], "{said}");
        }
    }
}

#[test]
fn what_an_answer_newly_breaks_is_told_once() {
    let mut plan = clinic();
    let broken = plan.answer("access_point.ap1.country", "NO", &mut load);
    let broken = broken.unwrap();
    let ids: Vec<&str> = broken.iter().map(|its| its.requirement.as_str()).collect();
    assert_eq!(ids, ["connection-models/access-point-outside-eu"]);
    assert_eq!(broken[0].place.as_ref().unwrap().file, "plan.toml");
    // It was broken before: that is nothing new.
    let again = plan.answer("access_point.ap1.country", "NO", &mut load);
    assert_eq!(again.unwrap(), []);
}

#[test]
fn the_day_is_the_one_named_else_the_plan_s_own_else_today() {
    let text = Template::Clinic.plan(Language::En);
    let named = Date::constant(2024, 5, 6);
    let plan = AskedPlan::read("plan.toml", text, DAY, &mut load).unwrap();
    let day = |plan: &AskedPlan| plan.questions().on.0.to_string();
    assert_eq!(day(&plan), "2025-12-01");
    let mut dated = plan.clone();
    dated.answer("as_of", "1.1.2026", &mut load).unwrap();
    assert_eq!(day(&dated), "2026-01-01");
    assert_eq!(day(&dated.on(named)), "2024-05-06");
}

#[test]
fn a_sheet_of_answers_is_read_as_it_is_written() {
    let mut plan = clinic();
    plan.answer("party.register", "sote", &mut load).unwrap();
    plan.answer("link.line-b.role", "2", &mut load).unwrap();
    let sheet = plan.sheet();
    let given: Vec<(String, String)> = read_sheet(&sheet).unwrap();
    let expected: Vec<_> = plan.answers().collect();
    let given: Vec<_> = given
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .collect();
    assert_eq!(given, expected);
    let offered = sheet.lines().filter(|line| line.starts_with('#'));
    assert_eq!(offered.count(), open(&plan).len());
    let filled = sheet.replace("\n#", "\n");
    assert_eq!(
        read_sheet(&filled).unwrap().len(),
        expected.len() + open(&plan).len()
    );
    assert!(read_sheet("party.register = \n").is_err());
}

#[test]
fn a_value_is_put_where_the_plan_has_a_place_for_it() {
    let text = Template::Clinic.plan(Language::En);
    let put = |field, value| put(&text, field, value);
    let changed = put("party.register", "\"sote\"").unwrap();
    assert!(changed.contains("\nregister = \"sote\"\n"));
    for (field, value) in [
        ("party.regster", "\"sote\""),
        ("link.line-c.role", "\"backup\""),
        ("party.register", "\"sote"),
        ("", ""),
    ] {
        assert_eq!(put(field, value), None, "{field}");
    }
}

#[test]
fn what_a_plan_offers_as_an_example_is_shown_escaped() {
    let plan = Template::Clinic.plan(Language::En);
    let plan = asked(plan.replace("#country = \"FI\"", "#country = \"a\u{202e}b\""));
    let questions = open(&plan);
    let country = questions
        .iter()
        .find(|its| its.field == "access_point.ap1.country");
    let country = country.unwrap();
    assert_eq!(country.example, "\"a\u{202e}b\"");
    for language in Language::ALL {
        let mut out = Vec::new();
        text::question(country, 0, language, &mut out).unwrap();
        let told = String::from_utf8(out).unwrap();
        assert!(told.contains("\"a\\u{202e}b\""), "{told}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    /// Whatever is answered: with a fault the text stays, else it can be read with the answer in it.
    #[test]
    fn any_answer_is_taken_or_leaves_the_plan_as_it_is(
        at in any::<prop::sample::Index>(),
        said in prop_oneof![prop::sample::select(&WORDS[..]).prop_map(str::to_owned), any::<String>()],
    ) {
        let mut plan = clinic();
        let questions = open(&plan);
        let field = &at.get(&questions).field;
        let before = plan.text().to_owned();
        match plan.answer(field, &said, &mut load) {
            Ok(_) => {
                let again = AskedPlan::read("plan.toml", plan.text(), DAY, &mut load);
                let again = again.unwrap();
                prop_assert_eq!(again.file(), plan.file());
                prop_assert_eq!(plan.answers().count(), 1);
            }
            Err(wrong) => {
                prop_assert_eq!(plan.text(), before);
                for words in wrong.messages() {
                    for language in Language::ALL {
                        prop_assert!(!words.get(language).contains(char::is_control));
                    }
                }
            }
        }
    }
}
