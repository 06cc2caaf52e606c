//! What any OID is, and business IDs.

use kanta_oid::{BusinessId, CheckDigit, Kind, KnownNode, Oid, OwnerOid};

#[test]
fn public_examples_are_told_apart() {
    // Identifiers seen in public material; those of access points are made up, since none is public.
    let examples = [
        (Kind::AccessPoint, "1.2.246.10.32213086.10.0.13.1"),
        (Kind::Organisation, "1.2.246.10.15675350"),
        (Kind::Organisation, "1.2.246.537.10.1234567"),
        (Kind::OperatingUnit, "1.2.246.10.32213086.10.0"),
        (Kind::OperatingUnit, "1.2.246.537.10.10938633.10.0"),
        (Kind::ServiceUnit, "1.2.246.10.1602257.10.1"),
        (Kind::ServiceUnit, "1.2.246.10.3575029.10.9990311346"),
        (Kind::Practitioner, "1.2.246.537.28.10000222116"),
        (Kind::Pharmacy, "1.2.246.553.1.1234"),
        (Kind::Intermediary, "1.2.246.537.6.918.18.7"),
        (Kind::Document, "1.2.246.10.1602257.93.2019.855"),
        (Kind::Document, "1.2.246.10.1602257.10.1.93.2019.855"),
        (Kind::Document, "1.2.246.537.10.15675350.91007.3135.2"),
        (Kind::Document, "1.2.246.10.8541653.92001.9946804"),
        (Kind::Register, "1.2.246.10"),
        (Kind::Register, "1.2.246.537.10"),
        (Kind::Register, "1.2.246.537.28"),
        (Kind::Register, "1.2.246.553.1"),
        (Kind::Register, "1.2.246.537.6.918.18"),
        (Kind::Controller, "1.2.246.10.32213086.19.0"),
        (Kind::Controller, "1.2.246.10.2462460.19.1"),
        (Kind::Controller, "1.2.246.10.32213086.10.1.19.0"),
        (Kind::CodeSet, "1.2.246.537.6.202"),
        (Kind::CodeSet, "1.2.246.537.6.202.2008"),
        (Kind::CodeSet, "1.2.246.537.6.40174"),
        (Kind::CodeSet, "1.2.246.537.5.40150"),
        (Kind::CodeSet, "1.2.246.537.6.918"),
        // A node without a number, one that only begins alike, a service event, units of several arcs.
        (Kind::OtherNode, "1.2.246.10.32213086.19"),
        (Kind::OtherNode, "1.2.246.10.32213086.19.0.1"),
        (Kind::OtherNode, "1.2.246.10.32213086.190.0"),
        (Kind::OtherNode, "1.2.246.10.6794809.14011.2023.200035"),
        (Kind::OtherNode, "1.2.246.10.10688929.10.20.1010"),
        (Kind::OtherNode, "1.2.246.10.32213086.10"),
        (Kind::OtherNode, "1.2.246.10.32213086.93"),
        (Kind::OtherNode, "1.2.246.10.32213086.931.1"),
        (Kind::OtherNode, "1.2.246.553.1.1234.13"),
        (
            Kind::OtherNode,
            "1.2.246.553.1.1234.13.18446744073709551616",
        ),
        // The node of all code sets, one that only begins alike, education, attributes, a UUID and a root.
        (Kind::Foreign, "1.2.246.537.6"),
        (Kind::Foreign, "1.2.246.537.60.202"),
        (Kind::Foreign, "1.2.246.562.10.1"),
        (Kind::Foreign, "1.2.246.100.1"),
        (Kind::Foreign, "1.2.246"),
        (Kind::Foreign, "2.5.4.5"),
        (Kind::Foreign, "2.999"),
        (
            Kind::Foreign,
            "2.25.329800735698586629295641978511506172918",
        ),
    ];
    for (kind, text) in examples {
        let oid = Oid::parse(text).expect(text);
        assert_eq!(oid.kind(), kind, "{text}");
        assert_eq!(oid.arcs().collect::<Vec<_>>().join("."), oid.as_str());
        assert_eq!(oid.to_string(), text);
        if let Ok(owner) = OwnerOid::parse(text) {
            assert_eq!(owner.kind(), kind);
            assert_eq!(oid.owner(), Some(owner));
        }
    }
}

#[test]
fn the_owner_is_the_one_under_whom_it_stands() {
    let owner = |text| {
        Oid::parse(text)
            .unwrap()
            .owner()
            .map(|owner| owner.to_string())
    };
    for (text, expected) in [
        (
            "1.2.246.10.1602257.10.1.93.2019.855",
            Some("1.2.246.10.1602257.10.1"),
        ),
        ("1.2.246.553.1.1234.13.7", Some("1.2.246.553.1.1234")),
        (
            "1.2.246.10.10688929.10.20.1010",
            Some("1.2.246.10.10688929.10.20"),
        ),
        ("1.2.246.10.1602257.93.2019.855", None),
        ("1.2.246.10.32213086", None),
        ("2.5.4.5", None),
    ] {
        assert_eq!(owner(text).as_deref(), expected, "{text}");
    }
}

#[test]
fn texts_that_are_no_oid_are_refused() {
    for (text, message) in [
        ("", "nothing to read"),
        ("1", "arc: missing (arc 2, character 2)"),
        ("1.", "arc: empty (arc 2, character 3)"),
        ("1.2.", "arc: empty (arc 3, character 5)"),
        ("1.2..3", "arc: empty (arc 3, character 5)"),
        ("01.2", "arc: leading zero (arc 1, character 1)"),
        ("1.2.03", "arc: leading zero (arc 3, character 5)"),
        ("3.1", "arc: expected `0`, `1` or `2` (arc 1, character 1)"),
        (
            "100.1",
            "arc: expected `0`, `1` or `2` (arc 1, character 1)",
        ),
        ("1.40", "arc: over 39 under 0 or 1 (arc 2, character 3)"),
        ("0.100", "arc: over 39 under 0 or 1 (arc 2, character 3)"),
        (
            "1.2.x",
            "arc: character that is neither a digit nor a dot (arc 3, character 5)",
        ),
        ("1.2 .3", "arc: blank (arc 2, character 4)"),
        ("urn:oid:1.2", "`urn:oid:` stands before the OID"),
    ] {
        assert_eq!(Oid::parse(text).expect_err(text).to_string(), message);
    }
    for right in ["0.0", "0.39", "1.0", "1.39", "2.40", "2.100"] {
        assert!(Oid::parse(right).is_ok());
    }
    let long = format!("1.2{}", ".18446744073709551616".repeat(50_000));
    assert_eq!(Oid::parse(&long).unwrap().kind(), Kind::Foreign);
}

#[test]
fn kinds_are_told_in_three_languages() {
    let kind = Kind::OperatingUnit;
    let told = [
        kind.en().to_string(),
        kind.fi().to_string(),
        kind.sv().to_string(),
    ];
    assert_eq!(
        told,
        ["operating unit", "toimintayksikkö", "verksamhetsenhet"]
    );
    assert_eq!(kind.as_str(), "operating-unit");
}

#[test]
fn business_ids_are_read_in_both_ways() {
    for text in ["1234567-1", "12345671"] {
        let id = BusinessId::parse(text).unwrap();
        assert_eq!(id.to_string(), "1234567-1");
        assert_eq!(id.to_arc(), Some(12_345_671));
        assert_eq!(id.check_digit(), CheckDigit::Right);
    }
    for text in [
        "",
        "1234567",
        "123456-71",
        "1234567-12",
        "1234567 1",
        "1234567--1",
        "x234567-1",
        "+123456-1",
        "1234567-",
        "-12345671",
        "123456-1",
        "１234567-1",
        "1234567１",
        "123456é1",
    ] {
        let error = BusinessId::parse(text).expect_err(text);
        assert_eq!(
            error.to_string(),
            "expected a business ID such as `1234567-1` or `12345671`"
        );
    }
}

#[test]
fn one_leading_zero_is_dropped_in_an_arc() {
    // The two pairs that the recommendation on OIDs in public administration prints.
    for (text, arc) in [("0204819-8", 2_048_198), ("0245929-6", 2_459_296)] {
        let id = BusinessId::parse(text).unwrap();
        assert_eq!(id.to_arc(), Some(arc));
        assert_eq!(BusinessId::from_arc(arc), Some(id));
        assert_eq!(OwnerOid::sote(arc, 0).business_id(), Some(id));
        assert_eq!(OwnerOid::sote_537(arc, 0).business_id(), Some(id));
    }
    // Of two leading zeros nothing is documented, nor of codes with fewer or more digits.
    assert_eq!(BusinessId::parse("0012345-6").unwrap().to_arc(), None);
    for arc in [
        0,
        123_456,
        999_999,
        100_000_000,
        u64::from(u32::MAX) + 12_345_672,
        u64::MAX,
    ] {
        assert_eq!(BusinessId::from_arc(arc), None);
    }
    assert!(BusinessId::from_arc(1_000_000).is_some());
    assert!(BusinessId::from_arc(99_999_999).is_some());
    assert_eq!(OwnerOid::pharmacy(12_345_671).business_id(), None);
}

#[test]
fn the_check_digit_is_a_fact_of_its_own() {
    // Right ones of public bodies; the two that fail were seen in real data.
    for right in [2_462_460, 32_213_086, 15_675_350, 1_602_257, 10_938_633] {
        let id = BusinessId::from_arc(right).unwrap();
        assert_eq!(id.check_digit(), CheckDigit::Right, "{id}");
    }
    for wrong in [6_538_773, 8_983_557] {
        let id = BusinessId::from_arc(wrong).unwrap();
        assert_ne!(id.check_digit(), CheckDigit::Right, "{id}");
    }
    let wrong = BusinessId::parse("1234567-2").unwrap().check_digit();
    assert_eq!(wrong, CheckDigit::Wrong { expected: 1 });
    assert_eq!(wrong.to_string(), "the check digit should be `1`");
    assert_eq!(wrong.fi().to_string(), "tarkistusnumeron pitäisi olla `1`");
    assert_eq!(wrong.sv().to_string(), "kontrollsiffran ska vara `1`");
}

#[test]
fn of_all_seven_digits_one_check_digit_at_most_is_right() {
    // 7·1 + 9·0 + … : worked out digit by digit, for every hundredth number.
    for number in (0..10_000_000_u32).step_by(101) {
        let digits: Vec<u32> = format!("{number:07}")
            .chars()
            .map(|c| c.to_digit(10).unwrap())
            .collect();
        let sum: u32 = digits
            .iter()
            .zip([7, 9, 10, 5, 8, 4, 2])
            .map(|(d, w)| d * w)
            .sum();
        let right: Vec<u32> = (0..10)
            .filter(|check| (sum + check).is_multiple_of(11))
            .collect();
        for check in 0..10 {
            let expected = match right[..] {
                [] => CheckDigit::NotIssued,
                [only] if only == check => CheckDigit::Right,
                [only] => CheckDigit::Wrong {
                    expected: only as u8,
                },
                _ => panic!("two digits below eleven"),
            };
            let id = BusinessId::parse(&format!("{number:07}{check}")).unwrap();
            assert_eq!(id.check_digit(), expected, "{id}");
        }
    }
}

/// What is known of an OID: the named node, and its name in English.
fn known(text: &str) -> Option<(&str, String)> {
    let oid = Oid::parse(text).expect(text);
    KnownNode::of(&oid).map(|known| (known.node(), known.to_string()))
}

#[test]
fn well_known_nodes_are_named_and_so_is_what_lies_in_them() {
    let sote = "code set of the SOTE organisation register (THL)";
    let controllers = "code set of the controllers of registers";
    for (text, node, name) in [
        ("1.2.246.537.6.202", "1.2.246.537.6.202", sote),
        ("1.2.246.537.6.202.2008.9", "1.2.246.537.6.202.2008", sote),
        ("1.2.246.537.6.40174.1", "1.2.246.537.6.40174", controllers),
        (
            "1.2.246.10.32213043.19.0",
            "1.2.246.10.32213043.19",
            "controller of a register",
        ),
        (
            "1.2.246.537.10.7.10.1.12.5",
            "1.2.246.537.10.7.10.1.12",
            "software",
        ),
        (
            "1.2.246.10.7.14",
            "1.2.246.10.7.14",
            "service event or care entity",
        ),
        ("1.2.246.10.7", "1.2.246.10", "organisations by business ID"),
        (
            "1.2.246.10.7.10.19",
            "1.2.246.10",
            "organisations by business ID",
        ),
        (
            "1.2.246.537.6.203",
            "1.2.246.537.6.203",
            "code set of the self-employed practitioners",
        ),
        // The narrowest node that is named, whatever lies in it.
        (
            "1.2.246.537.6.999",
            "1.2.246.537.6",
            "code sets of the social and health care",
        ),
        (
            "1.2.246.537.60",
            "1.2.246.537",
            "social and health care (THL)",
        ),
    ] {
        assert_eq!(known(text), Some((node, name.to_owned())), "{text}");
    }
    // Nothing is guessed: a name that only begins alike, and what nobody names.
    for text in ["1.2.246.100", "1.2.246", "1.2.3", "2.999"] {
        assert_eq!(known(text), None, "{text}");
    }
}

#[test]
fn every_well_known_node_has_a_source_and_a_name_in_each_language() {
    for (text, source) in [
        ("1.2.246.537.6.202", "fhir-fi/finnish-base-profiles"),
        ("1.2.246.10", "JHS 159, appendix 1"),
        (
            "1.2.246.537.6.918",
            "Kela, Technical connection models 3.18, 3.1.3",
        ),
        ("1.2.246.10.7.19.0", ""),
        ("1.2.246.553.1.1", ""),
        ("1.2.246.562.10", ""),
    ] {
        let oid = Oid::parse(text).expect(text);
        let known = KnownNode::of(&oid).expect(text);
        assert!(!known.source().is_empty() && known.source().contains(source));
        let names = [
            known.en().to_string(),
            known.fi().to_string(),
            known.sv().to_string(),
        ];
        assert_ne!(names[0], names[1]);
        assert_ne!(names[1], names[2]);
    }
}
