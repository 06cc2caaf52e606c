//! The words that a plan is written in read back, and a slip is told with the word that was meant.

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt::{Debug, Display};
use std::str::FromStr;

use kanta_address_index::{
    AdministratorKind, BasisKind, ChangeKind, JoiningModel, PartyKind, RecordKind, Register,
    ResponsibleParty, Sector, Service,
};
use kanta_conformance::{Environment, UnknownWord};
use kanta_policy::Template;
use kanta_policy::plan::{
    Hall, LinkRole, Network, PharmacyKind, PharmacySize, Stage, SystemClass, SystemKind,
    TlsVersion, Traffic,
};
use kanta_policy::readiness::Step;

fn each_reads_back<T>(all: &[T], code: fn(T) -> &'static str, from_code: fn(&str) -> Option<T>)
where
    T: Copy + Debug + Display + PartialEq + FromStr<Err = UnknownWord>,
{
    let codes: Vec<&str> = all.iter().map(|&word| code(word)).collect();
    let distinct: BTreeSet<&str> = codes.iter().copied().collect();
    assert_eq!(distinct.len(), all.len(), "{codes:?}");
    for (&word, &written) in all.iter().zip(&codes) {
        assert_eq!(written.parse(), Ok(word));
        assert_eq!(from_code(written), Some(word));
        assert_eq!(word.to_string(), written);
        assert_eq!(format!("{word:>30}").trim_start(), written);
        for other in [
            format!(" {written}"),
            format!("{written} "),
            format!("{written}\n"),
        ] {
            assert!(other.parse::<T>().is_err(), "{other:?}");
        }
    }
    let unknown = "no such word".parse::<T>().unwrap_err();
    assert_eq!(
        (unknown.found(), unknown.expected()),
        ("no such word", &codes[..])
    );
    assert_eq!(unknown.nearest(), None);
    assert!(!unknown.vocabulary().is_empty());
    let told: Box<dyn Error> = unknown.into();
    let told = told.to_string();
    for part in codes.iter().chain(&["no such word"]) {
        assert!(told.contains(&format!("`{part}`")), "{told}");
    }
}

macro_rules! each {
    ($($word:ident)+) => {
        $(each_reads_back($word::ALL, $word::code, $word::from_code);)+
    };
}

#[test]
fn every_word_of_a_plan_reads_back() {
    each!(
        Environment Hall LinkRole Network PharmacyKind PharmacySize Stage SystemClass SystemKind TlsVersion Traffic
        Step Template
    );
}

#[test]
fn every_word_of_an_index_reads_back() {
    each!(
        AdministratorKind BasisKind ChangeKind JoiningModel PartyKind RecordKind Register ResponsibleParty Sector
        Service
    );
}

#[test]
fn every_word_of_a_plan_is_told_in_three_languages() {
    macro_rules! told {
        ($($word:ident)+) => {
            $(for word in $word::ALL {
                let name = word.name();
                assert!([name.en, name.fi, name.sv].iter().all(|words| !words.is_empty()), "{word}");
            })+
        };
    }
    told!(
        Environment Hall LinkRole Network PharmacyKind PharmacySize Stage SystemClass SystemKind TlsVersion Traffic
        Template
    );
}

#[test]
fn a_slip_is_told_with_the_word_that_was_meant() {
    let unknown = "open-intranet".parse::<Network>().unwrap_err();
    assert_eq!(unknown.nearest(), Some("open-internet"));
    assert_eq!(
        unknown.to_string(),
        "unknown network `open-intranet` (did you mean `open-internet`?); expected one of `private`, `open-internet`, `tunnel`"
    );
    let unknown = "Primary".parse::<LinkRole>().unwrap_err();
    assert_eq!(
        unknown.to_string(),
        "unknown role of a link `Primary` (did you mean `primary`?); expected one of `primary`, `backup`"
    );
    let unknown = "prescriptions".parse::<Service>().unwrap_err();
    assert_eq!(
        (unknown.vocabulary(), unknown.nearest()),
        ("service", Some("prescription"))
    );
}

#[test]
fn control_characters_of_a_word_are_told_escaped() {
    let unknown = "te\u{1b}[2Jst".parse::<Environment>().unwrap_err();
    let told = unknown.to_string();
    assert!(!told.contains('\u{1b}') && told.contains("[2Jst"), "{told}");
    assert_eq!(unknown.found(), "te\u{1b}[2Jst");
}
