//! Properties of every text and every value, and the answers of independent oracles.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::common::SAMPLES;
use kanta_oid::{
    AccessPointOid, BuildError, Kind, MAX_DER_LEN, Oid, OidFault, OwnerOid, diagnose, strategies,
};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use regex::Regex;

/// The five forms as regular expressions, with `xxx`, `y` and `n` captured.
static FORMS: LazyLock<[(&str, Regex); 5]> = LazyLock::new(|| {
    [
        ("sote", r"1\.2\.246\.10\.(A)\.10\.(A)\.13\.(A)"),
        ("sote-537", r"1\.2\.246\.537\.10\.(A)\.10\.(A)\.13\.(A)"),
        ("valvira", r"1\.2\.246\.537\.28\.(A)\.13\.(A)"),
        ("pharmacy", r"1\.2\.246\.553\.1\.(A)\.13\.(A)"),
        ("intermediary", r"1\.2\.246\.537\.6\.918\.18\.(A)\.13\.(A)"),
    ]
    .map(|(form, pattern)| {
        let pattern = pattern.replace('A', "0|[1-9][0-9]*");
        (form, Regex::new(&format!("^(?:{pattern})$")).unwrap())
    })
});

/// What the regular expressions make of a text: the form and the arcs that vary.
fn oracle(text: &str) -> Option<(&'static str, Vec<u64>)> {
    if text.len() > 64 {
        return None;
    }
    FORMS.iter().find_map(|(form, pattern)| {
        let found = pattern.captures(text)?;
        let arcs = found
            .iter()
            .skip(1)
            .flatten()
            .map(|arc| arc.as_str().parse::<u64>());
        Some((*form, arcs.collect::<Result<_, _>>().ok()?))
    })
}

fn ours(text: &str) -> Option<(&'static str, Vec<u64>)> {
    let oid = AccessPointOid::parse(text).ok()?;
    let owner = oid.owner();
    let arcs = [Some(owner.code()), owner.unit(), Some(oid.number())];
    Some((oid.form().as_str(), arcs.into_iter().flatten().collect()))
}

/// Texts that look like OIDs: right ones, near misses, cut and joined pieces of both.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("1.2.246.".to_owned()),
        Just("10.".to_owned()),
        Just("537.".to_owned()),
        Just("553.1.".to_owned()),
        Just("6.918.18.".to_owned()),
        Just("28.".to_owned()),
        Just("13.".to_owned()),
        strategies::arcs().prop_map(|arc| format!("{arc}.")),
        "[0-9. +-]{0,3}",
    ];
    let pieces = proptest::collection::vec(piece, 0..9)
        .prop_map(|pieces| pieces.concat().trim_end_matches('.').to_owned());
    let right = strategies::access_point_oids().prop_map(|oid| oid.to_string());
    prop_oneof![right, strategies::near_misses(), pieces, "\\PC{0,40}"]
}

#[test]
fn of_every_single_byte_change_the_fault_lies_in_or_after_the_changed_arc() {
    for sample in &SAMPLES {
        for at in 0..sample.text.len() {
            // A dot belongs to the arc before it, which grows when the dot goes.
            let changed_arc = sample.text[..at].rfind('.').map_or(0, |dot| dot + 1);
            for byte in 0..=0x7f_u8 {
                let mut bytes = sample.text.as_bytes().to_vec();
                bytes[at] = byte;
                let text = String::from_utf8(bytes).unwrap();
                match diagnose(&text) {
                    Ok(oid) => assert_eq!(oid.to_string(), text),
                    Err(diagnosis) => {
                        assert!(
                            diagnosis.span().start >= changed_arc,
                            "{text:?}: {diagnosis}"
                        );
                        assert!(diagnosis.span().end <= text.len());
                    }
                }
                assert_eq!(ours(&text), oracle(&text), "{text:?}");
            }
        }
    }
}

#[test]
fn of_every_inserted_or_deleted_character_the_oracle_says_the_same() {
    for sample in &SAMPLES {
        for at in 0..=sample.text.len() {
            for inserted in "0123456789.-+ x\u{a0}١".chars() {
                let text = format!("{}{inserted}{}", &sample.text[..at], &sample.text[at..]);
                assert_eq!(ours(&text), oracle(&text), "{text:?}");
            }
            let deleted = sample.text[..at].to_owned() + sample.text.get(at + 1..).unwrap_or("");
            assert_eq!(ours(&deleted), oracle(&deleted), "{deleted:?}");
        }
    }
}

proptest! {
    #[test]
    fn what_is_printed_reads_as_the_same_value(oid in strategies::access_point_oids()) {
        let text = oid.to_string();
        prop_assert!(text.len() <= 64);
        prop_assert_eq!(AccessPointOid::parse(&text), Ok(oid));
        prop_assert_eq!(ours(&text), oracle(&text));
        prop_assert_eq!(String::from(oid), text);
    }

    #[test]
    fn what_reads_prints_as_the_same_text(text in texts()) {
        prop_assert_eq!(ours(&text), oracle(&text));
        if let Ok(oid) = AccessPointOid::parse(&text) {
            prop_assert_eq!(oid.to_string(), text);
        }
    }

    #[test]
    fn an_access_point_is_its_owner_then_13_and_the_number(oid in strategies::access_point_oids()) {
        let (owner, number) = (oid.owner(), oid.number());
        prop_assert_eq!(oid.to_string(), format!("{owner}.13.{number}"));
        prop_assert_eq!(OwnerOid::parse(&owner.to_string()), Ok(owner));
        prop_assert_eq!(owner.access_point(number), Ok(oid));
        let text = oid.to_string();
        let view = Oid::parse(&text).unwrap();
        prop_assert_eq!((view.kind(), view.owner()), (Kind::AccessPoint, Some(owner)));
    }

    #[test]
    fn values_are_ordered_as_their_arcs(
        a in strategies::access_point_oids(),
        b in strategies::access_point_oids(),
        code in 0..3_u64, unit in 0..3_u64, number in 0..3_u64,
    ) {
        let near = OwnerOid::sote(code, unit).access_point(number).unwrap();
        let arcs = |oid: AccessPointOid| -> Vec<u64> {
            oid.to_string().split('.').map(|arc| arc.parse().unwrap()).collect()
        };
        let sote = OwnerOid::sote(1, 1).access_point(1).unwrap();
        for (a, b) in [(a, b), (a, near), (sote, near)] {
            prop_assert_eq!(a.cmp(&b), arcs(a).cmp(&arcs(b)));
        }
        let owner_arcs = |oid: AccessPointOid| { let mut v = arcs(oid); v.truncate(v.len() - 2); v };
        prop_assert_eq!(a.owner().cmp(&b.owner()), owner_arcs(a).cmp(&owner_arcs(b)));
    }

    #[test]
    fn text_and_der_agree(oid in strategies::access_point_oids()) {
        let mut buffer = [0; MAX_DER_LEN];
        let octets = oid.encode_der_content(&mut buffer);
        prop_assert_eq!(octets, der_of(&oid.to_string()));
        prop_assert_eq!(AccessPointOid::from_der_content(octets), Ok(oid));
        let owner = oid.owner();
        let mut buffer = [0; MAX_DER_LEN];
        let octets = owner.encode_der_content(&mut buffer);
        prop_assert_eq!(octets, der_of(&owner.to_string()));
        prop_assert_eq!(OwnerOid::from_der_content(octets), Ok(owner));
    }

    #[test]
    fn der_that_reads_is_written_as_the_same_octets(
        oid in strategies::access_point_oids(),
        at in any::<prop::sample::Index>(),
        octet in any::<u8>(),
        cut in any::<bool>(),
    ) {
        let mut octets = oid.encode_der_content(&mut [0; MAX_DER_LEN]).to_vec();
        let at = at.index(octets.len());
        let changed_arc = octets[..at].iter().rposition(|octet| octet & 0x80 == 0);
        let changed_arc = changed_arc.map_or(0, |last| last + 1);
        octets[at] = octet;
        if cut {
            octets.truncate(at);
        }
        match AccessPointOid::from_der_content(&octets) {
            Ok(oid) => {
                prop_assert_eq!(oid.encode_der_content(&mut [0; MAX_DER_LEN]).to_vec(), octets);
                prop_assert!(oid.to_string().len() <= 64);
                prop_assert_eq!(AccessPointOid::parse(&oid.to_string()), Ok(oid));
            }
            Err(error) => prop_assert!(error.offset() >= changed_arc, "{octets:x?}: {error}"),
        }
    }

    #[test]
    fn const_oid_holds_the_value_or_says_that_it_cannot(oid in strategies::access_point_oids()) {
        let owner = oid.owner();
        let largest = [owner.code(), owner.unit().unwrap_or(0), oid.number()].into_iter().max();
        match const_oid::ObjectIdentifier::try_from(oid) {
            Ok(peer) => {
                prop_assert!(largest <= Some(u32::MAX.into()));
                prop_assert_eq!(peer.to_string(), oid.to_string());
                prop_assert_eq!(AccessPointOid::try_from(&peer), Ok(oid));
            }
            Err(error) => {
                let arc = largest.unwrap();
                prop_assert!(arc > u32::MAX.into());
                prop_assert_eq!(error, BuildError::ArcOver32Bits { arc });
            }
        }
    }

    #[test]
    fn what_const_oid_and_we_both_read_is_the_same(text in texts()) {
        let peer = const_oid::ObjectIdentifier::new(&text);
        if let (Ok(ours), Ok(peer)) = (AccessPointOid::parse(&text), peer) {
            prop_assert_eq!(ours.to_string(), peer.to_string());
            prop_assert_eq!(ours.encode_der_content(&mut [0; MAX_DER_LEN]).to_vec(), peer.as_bytes());
        }
    }

    #[test]
    fn a_near_miss_is_refused_and_a_suggestion_is_right(text in strategies::near_misses()) {
        let diagnosis = diagnose(&text).expect_err(&text);
        prop_assert_eq!(oracle(&text), None);
        if let Some(meant) = diagnosis.suggestion() {
            prop_assert!(diagnosis.hints().count() > 0);
            prop_assert!(oracle(&meant.to_string()).is_some());
        }
        prop_assert_eq!(diagnosis.found(), &text[diagnosis.span()]);
    }

    #[test]
    fn any_text_is_answered(text in "\\PC{0,300}") {
        let oid = AccessPointOid::parse(&text);
        prop_assert_eq!(oid.is_ok(), oracle(&text).is_some());
        if let Err(diagnosis) = diagnose(&text) {
            for hint in diagnosis.hints() {
                prop_assert!(!hint.fi().to_string().is_empty());
            }
        }
        if let Ok(oid) = Oid::parse(&text) {
            prop_assert!(!oid.kind().as_str().is_empty());
        }
    }
}

/// DER content octets, worked out from the text with 128-bit numbers.
fn der_of(text: &str) -> Vec<u8> {
    let arcs: Vec<u128> = text.split('.').map(|arc| arc.parse().unwrap()).collect();
    let mut octets = Vec::new();
    for arc in [arcs[0] * 40 + arcs[1]]
        .into_iter()
        .chain(arcs[2..].iter().copied())
    {
        let groups = (1..=18).find(|groups| arc < 1 << (7 * groups)).unwrap();
        for group in (0..groups).rev() {
            let more = if group > 0 { 0x80 } else { 0 };
            octets.push((arc >> (7 * group)) as u8 & 0x7f | more);
        }
    }
    octets
}

/// So many of a strategy, the same ones every time.
fn some<S: Strategy>(strategy: &S, count: usize) -> Vec<S::Value> {
    let mut runner = TestRunner::deterministic();
    let one = |_| strategy.new_tree(&mut runner).unwrap().current();
    (0..count).map(one).collect()
}

/// What was done to an identifier that no longer is one.
fn slip(miss: &str) -> &'static str {
    let owner = |text: &str| text.parse::<OwnerOid>().is_ok();
    let node = |node: &str| miss.rsplit('.').nth(1) == Some(node);
    match diagnose(miss).expect_err(miss).fault() {
        OidFault::UrnPrefix => "urn:oid: before it",
        OidFault::Blank if miss.starts_with(' ') => "a blank before it",
        OidFault::Blank if miss.ends_with('\n') => "the end of a line behind it",
        OidFault::Blank => "a blank behind a dot",
        OidFault::Extra if miss.ends_with('.') => "a dot at the end",
        OidFault::EmptyArc => "two dots",
        OidFault::Missing if miss.strip_suffix(".13").is_some_and(owner) => "no number",
        OidFault::Missing if owner(miss) => "the owner alone",
        OidFault::UnexpectedArc if node("10") => "node 10",
        OidFault::UnexpectedArc if node("11") => "node 11",
        OidFault::UnexpectedArc if node("12") => "node 12",
        OidFault::UnexpectedArc if node("14") => "node 14",
        OidFault::LeadingZero => "a leading zero",
        OidFault::Separator => "a comma",
        OidFault::Extra => "something behind the number",
        other => panic!("{miss}: {other:?}"),
    }
}

#[test]
fn near_misses_make_every_slip_that_people_make() {
    let misses = some(&strategies::near_misses(), 2_000);
    let slips: BTreeSet<&str> = misses.iter().map(|miss| slip(miss)).collect();
    assert_eq!(slips.len(), 15, "{slips:?}");
}

#[test]
fn arcs_are_of_every_length() {
    let arcs = some(&strategies::arcs(), 2_000);
    let lengths: BTreeSet<usize> = arcs.iter().map(|arc| arc.to_string().len()).collect();
    assert_eq!(lengths, (1..=20).collect());
}
