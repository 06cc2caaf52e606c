//! Functions of texts: in every layout of a column what the library says of each text.

use std::sync::Arc;

use datafusion::arrow::array::{Array, ArrayRef};
use datafusion::logical_expr::ColumnarValue;
use kanta_address_index::Reach;
use kanta_oid::{AccessPointOid, BusinessId, CheckDigit, Oid, OwnerOid};
use kanta_text::Language;
use proptest::prelude::*;

use crate::harness::{Texts, call, cell, constant, layouts, texts_of, truths_of};

/// Texts that are something, nearly something, or nothing; often the same.
fn a_text() -> impl Strategy<Value = Option<String>> {
    let known = prop::sample::select(vec![
        "1.2.246.10.12345671.10.0",
        "1.2.246.10.12345671.10.0.13.1",
        "1.2.246.10.12345671.10.1.14.2",
        "1.2.246.10.012345671.10.0.13.1",
        "1.2.246.553.1.1234.13.1",
        "1.2.246.537.6.918.18.42.13.1",
        "1.2.246.537.28.99",
        "urn:oid:1.2.246.10.12345671.10.0.13.1",
        "0204819-8",
        "0204819-1",
        "1000001-0",
        "12345671",
        "192.31.196.7",
        "10.1.2.3",
        "192.88.99.1",
        "192.88.98.0/23",
        "2620:4f:8000::7",
        "::ffff:10.0.0.1",
        "",
        "äö",
    ]);
    prop_oneof![
        1 => Just(None),
        6 => known.prop_map(|text| Some(text.to_owned())),
        1 => "[0-9.]{0,20}".prop_map(Some),
        1 => any::<String>().prop_map(Some),
    ]
}

fn column() -> impl Strategy<Value = Texts> {
    prop_oneof![
        9 => prop::collection::vec(a_text(), 0..40),
        1 => prop::collection::vec(Just(None), 0..9),
    ]
}

/// What the library says of a text, by the function's name.
fn library(name: &str, text: &str, language: Language) -> Option<String> {
    let point = AccessPointOid::parse(text);
    match name {
        "kanta_oid_form" => {
            let owner = OwnerOid::parse(text).ok().map(|oid| oid.form());
            let form = point.ok().map(|oid| oid.form()).or(owner);
            form.map(|form| form.as_str().to_owned())
        }
        "kanta_oid_kind" => Some(Oid::parse(text).ok()?.kind().as_str().to_owned()),
        "kanta_oid_owner" => Some(point.ok()?.owner().to_string()),
        "kanta_oid_fault" => Some(point.err()?.display(language).to_string()),
        "kanta_owner_fault" => Some(OwnerOid::parse(text).err()?.display(language).to_string()),
        "kanta_business_id_fault" => match BusinessId::parse(text) {
            Err(error) => Some(error.display(language).to_string()),
            Ok(id) if id.check_digit() == CheckDigit::Right => None,
            Ok(id) => Some(id.check_digit().display(language).to_string()),
        },
        "kanta_address_fault" => {
            let range = text.parse().map(|range| Reach::of_range(range).0);
            match text.parse().map(Reach::of).or(range) {
                Ok(Reach::Global) => None,
                Ok(Reach::No(why) | Reach::Unstated(why)) => Some(why.get(language).to_owned()),
                Err(_) => Some("no address".to_owned()),
            }
        }
        other => panic!("{other}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn every_layout_gives_what_the_library_says(texts in column()) {
        for (layout, array) in layouts(&texts) {
            let column = || vec![ColumnarValue::Array(Arc::clone(&array))];
            for name in ["kanta_oid_form", "kanta_oid_kind", "kanta_oid_owner"] {
                let told = call(name, column(), texts.len()).unwrap();
                let expected: Texts = texts
                    .iter()
                    .map(|text| library(name, text.as_deref()?, Language::En))
                    .collect();
                prop_assert_eq!(texts_of(&told), expected, "{} {}", name, layout);
            }
            let names = ["kanta_oid_fault", "kanta_owner_fault", "kanta_business_id_fault"];
            for (name, language) in names.into_iter().zip(Language::ALL) {
                let mut args = column();
                args.push(constant(Some(language.code())));
                let told = call(name, args, texts.len()).unwrap();
                let expected: Texts = texts
                    .iter()
                    .map(|text| library(name, text.as_deref()?, language))
                    .collect();
                prop_assert_eq!(texts_of(&told), expected, "{} {}", name, layout);
            }
            let told = call("kanta_address_fault", column(), texts.len()).unwrap();
            let expected: Texts = texts
                .iter()
                .map(|text| library("kanta_address_fault", text.as_deref()?, Language::En))
                .collect();
            prop_assert_eq!(texts_of(&told), expected, "{}", layout);
            let told = call("kanta_business_id_ok", column(), texts.len()).unwrap();
            let expected: Vec<Option<bool>> = texts
                .iter()
                .map(|text| Some(BusinessId::parse(text.as_deref()?).ok()?.check_digit() == CheckDigit::Right))
                .collect();
            prop_assert_eq!(truths_of(&told), expected, "{}", layout);
        }
    }
}

/// A constant is worked out once, and an empty batch is none.
#[test]
fn constants_stay_constants_and_nothing_stays_nothing() {
    let one = call(
        "kanta_oid_form",
        vec![constant(Some("1.2.246.553.1.7.13.1"))],
        1,
    )
    .unwrap();
    assert_eq!(texts_of(&one), [Some("pharmacy".to_owned())]);
    for (layout, array) in layouts(&Vec::new()) {
        let none: ArrayRef = call("kanta_oid_kind", vec![ColumnarValue::Array(array)], 0).unwrap();
        assert_eq!(none.len(), 0, "{layout}");
    }
}

#[tokio::test]
async fn what_is_known_of_a_text_is_told_in_sql() {
    for (sql, expected) in [
        (
            "SELECT kanta_oid_form('1.2.246.10.12345671.10.0.13.1')",
            "sote",
        ),
        (
            "SELECT kanta_oid_kind('1.2.246.10.12345671.10.0')",
            "operating-unit",
        ),
        (
            "SELECT kanta_oid_owner('1.2.246.553.1.1234.13.1')",
            "1.2.246.553.1.1234",
        ),
        ("SELECT kanta_oid_owner('1.2.246.553.1.1234')", "NULL"),
        (
            "SELECT kanta_oid_fault_code('1.2.246.10.012345671.10.0.13.1')",
            "leading-zero",
        ),
        (
            "SELECT kanta_oid_fault_code('1.2.246.10.12345671.10.0.13.1')",
            "NULL",
        ),
        (
            "SELECT kanta_oid_fault('1.2.246.10.1234567-1.10.1.13.2')",
            "organisation code: sign or hyphen (arc 5, character 19)",
        ),
        ("SELECT kanta_business_id_ok('0204819-8')", "true"),
        ("SELECT kanta_business_id_ok('0204819-1')", "false"),
        ("SELECT kanta_business_id_ok('02048')", "NULL"),
        ("SELECT kanta_address_public('192.31.196.7')", "true"),
        ("SELECT kanta_address_public('10.1.2.3')", "false"),
        ("SELECT kanta_address_public('192.88.99.1')", "NULL"),
        (
            "SELECT kanta_address_fault('somewhere', 'sv')",
            "ingen adress",
        ),
        ("SELECT kanta_oid_form(NULL)", "NULL"),
        (
            "SELECT kanta_oid_form(arrow_cast('1.2.246.553.1.7.13.1', 'Dictionary(Int16, LargeUtf8)'))",
            "pharmacy",
        ),
    ] {
        assert_eq!(cell(sql).await, expected, "{sql}");
    }
}

#[tokio::test]
async fn a_query_that_makes_no_sense_is_refused_by_name() {
    for (sql, expected) in [
        (
            "SELECT kanta_oid_form(7)",
            "kanta_oid_form: text: expected text, found Int64",
        ),
        (
            "SELECT kanta_oid_form()",
            "expected kanta_oid_form(text), found 0 arguments",
        ),
        (
            "SELECT kanta_oid_fault('1', 'en', 'fi')",
            "expected kanta_oid_fault(text[, lang]), found 3 arguments",
        ),
        (
            "SELECT kanta_oid_fault('1', 'de')",
            "kanta_oid_fault: no language `de`: expected `en`, `fi` or `sv`",
        ),
        (
            "SELECT kanta_oid_fault('1', lang) FROM (VALUES ('en'), ('fi')) AS it (lang)",
            "kanta_oid_fault: lang has to be the same in every row, found `en` and `fi`",
        ),
    ] {
        let error = crate::harness::ask(&crate::harness::session(), sql)
            .await
            .unwrap_err();
        assert!(error.to_string().contains(expected), "{sql}: {error}");
    }
}
