//! Reading texts: the five forms, and what is refused, where and in which words.

use crate::common::SAMPLES;
use kanta_oid::{
    AccessPointOid, ArcRole, BuildError, BusinessId, OidFault, OidForm, OwnerOid, access_point_oid,
};

fn message(text: &str) -> String {
    AccessPointOid::parse(text).expect_err(text).to_string()
}

#[test]
fn each_form_gives_its_parts_back() {
    for sample in &SAMPLES {
        let oid = AccessPointOid::parse(sample.text).unwrap();
        assert_eq!(oid.form(), sample.form);
        assert_eq!(oid.number(), sample.number);
        assert_eq!(oid.to_string(), sample.text);
        let owner = oid.owner();
        assert_eq!(owner.form(), sample.form);
        assert_eq!(owner.code(), sample.code);
        assert_eq!(owner.unit(), sample.unit);
        assert_eq!(owner.to_string(), sample.owner);
        assert_eq!(OwnerOid::parse(sample.owner), Ok(owner));
        assert_eq!(owner.access_point(sample.number), Ok(oid));
    }
}

#[test]
fn the_names_roots_and_patterns_of_the_forms_are_the_guides() {
    let told = OidForm::ALL.map(|form| (form.as_str(), form.root(), form.pattern()));
    assert_eq!(
        told,
        [
            ("sote", "1.2.246.10", "1.2.246.10.xxx.10.y.13.n"),
            ("sote-537", "1.2.246.537.10", "1.2.246.537.10.xxx.10.y.13.n"),
            ("valvira", "1.2.246.537.28", "1.2.246.537.28.xxx.13.n"),
            ("pharmacy", "1.2.246.553.1", "1.2.246.553.1.xxx.13.n"),
            (
                "intermediary",
                "1.2.246.537.6.918.18",
                "1.2.246.537.6.918.18.xxx.13.n"
            ),
        ]
    );
    for form in OidForm::ALL {
        let arcs: Vec<String> = form.root_arcs().iter().map(u64::to_string).collect();
        assert_eq!(arcs.join("."), form.root());
        assert_eq!(form.has_unit(), form.pattern().contains(".10.y."));
    }
}

#[test]
fn zero_is_a_number_like_any_other() {
    for sample in &SAMPLES {
        for arc in sample.varying() {
            let text = sample.with_arc(arc, "0");
            assert_eq!(AccessPointOid::parse(&text).unwrap().to_string(), text);
        }
    }
}

#[test]
fn a_leading_zero_is_refused_in_every_arc() {
    for sample in &SAMPLES {
        for (arc, digits) in sample.arcs().into_iter().enumerate() {
            let expected = sample.message(arc, sample.offset(arc), "leading zero");
            assert_eq!(
                message(&sample.with_arc(arc, &format!("0{digits}"))),
                expected
            );
            assert_eq!(message(&sample.with_arc(arc, "00")), expected);
        }
    }
}

#[test]
fn an_empty_arc_is_refused_everywhere() {
    for sample in &SAMPLES {
        for arc in 0..sample.arcs().len() {
            let expected = sample.message(arc, sample.offset(arc), "empty");
            assert_eq!(message(&sample.with_arc(arc, "")), expected);
        }
    }
}

#[test]
fn other_characters_are_refused_by_name_everywhere() {
    let named = [
        ("blank", " \t\n\u{a0}\u{3000}\u{200b}\u{feff}"),
        ("sign or hyphen", "+-\u{2010}\u{2011}\u{2013}\u{2212}"),
        ("digit of another script", "１９٣۴"),
        ("another character in place of the dot", ",·．。․"),
        (
            "character that is neither a digit nor a dot",
            "xO:/\0\u{1b}é𝟏",
        ),
    ];
    for sample in &SAMPLES {
        for (name, characters) in named {
            for c in characters.chars() {
                for arc in 0..sample.arcs().len() {
                    let digits = sample.arcs()[arc];
                    let offset = sample.offset(arc);
                    let before = sample.with_arc(arc, &format!("{c}{digits}"));
                    assert_eq!(
                        message(&before),
                        sample.message(arc, offset, name),
                        "{before:?}"
                    );
                    let after = sample.with_arc(arc, &format!("{digits}{c}"));
                    let offset = offset + digits.len();
                    assert_eq!(
                        message(&after),
                        sample.message(arc, offset, name),
                        "{after:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn an_arc_that_is_fixed_can_be_nothing_else() {
    for sample in &SAMPLES {
        for (arc, digits) in sample.arcs().into_iter().enumerate() {
            let expected = match (arc, sample.roles[arc]) {
                (0, "root") => "`1`",
                (1, "root") => "`2`",
                (2, "root") => "`246`",
                (3, "root") => "`10`, `537` or `553`",
                (4, "root") if sample.form == OidForm::Pharmacy => "`1`",
                (4, "root") => "`6`, `10` or `28`",
                (5, "root") => "`918`",
                (6, "root") => "`18`",
                (_, "unit node") => "`10`",
                (_, "access-point node") => "`13`",
                _ => continue,
            };
            let expected = sample.message(arc, sample.offset(arc), &format!("expected {expected}"));
            for other in ["0", "3", "130", "18446744073709551615"] {
                assert_ne!(other, digits);
                assert_eq!(message(&sample.with_arc(arc, other)), expected);
            }
        }
    }
}

#[test]
fn a_text_cut_short_says_what_is_missing() {
    for sample in &SAMPLES {
        let arcs = sample.arcs();
        for kept in 1..arcs.len() {
            let text = arcs[..kept].join(".");
            assert_eq!(message(&text), sample.message(kept, text.len(), "missing"));
        }
    }
    assert_eq!(message(""), "nothing to read");
}

#[test]
fn nothing_may_follow_the_number() {
    for sample in &SAMPLES {
        let (arc, at) = (sample.arcs().len() + 1, sample.text.len() + 1);
        for extra in [".", ".1", ".x", ".13.1"] {
            assert_eq!(
                message(&format!("{}{extra}", sample.text)),
                format!("after the end: nothing may follow (arc {arc}, character {at})")
            );
        }
    }
}

#[test]
fn a_urn_prefix_is_refused_by_name() {
    for sample in &SAMPLES {
        for prefix in ["urn:oid:", "URN:OID:", "Urn:Oid:"] {
            let text = format!("{prefix}{}", sample.text);
            assert_eq!(message(&text), "`urn:oid:` stands before the OID");
        }
    }
}

#[test]
fn arcs_are_exact_up_to_2_to_the_64() {
    for sample in &SAMPLES {
        for arc in sample.varying() {
            let limits = [28, 32, 63].map(|bits| 1_u128 << bits);
            for value in limits.into_iter().chain([(1 << 32) - 1, (1 << 64) - 1]) {
                let text = sample.with_arc(arc, &value.to_string());
                let oid = AccessPointOid::parse(&text).unwrap();
                assert_eq!(oid.to_string(), text);
                let owner = oid.owner();
                let parts = [owner.code(), owner.unit().unwrap_or(0), oid.number()];
                assert!(parts.map(u128::from).contains(&value));
            }
            let expected = sample.message(arc, sample.offset(arc), "over 18446744073709551615");
            for value in [
                "18446744073709551616",
                "99999999999999999999",
                "184467440737095516150",
            ] {
                assert_eq!(message(&sample.with_arc(arc, value)), expected);
            }
            // 2^64 + 2, which wraps round to 2; and a number of a million digits.
            assert_eq!(
                message(&sample.with_arc(arc, "18446744073709551618")),
                expected
            );
            assert_eq!(
                message(&sample.with_arc(arc, &"9".repeat(1_000_000))),
                expected
            );
        }
    }
}

#[test]
fn sixty_four_characters_are_the_most() {
    let unit = "18446744073709551615";
    for (form, number) in [(OidForm::Sote, "12345"), (OidForm::Sote537, "1")] {
        let owner = OwnerOid::parse(&format!("{}.{unit}.10.{unit}", form.root())).unwrap();
        let text = format!("{owner}.13.{number}");
        assert_eq!(text.len(), 64);
        let oid = AccessPointOid::parse(&text).unwrap();
        assert_eq!(oid.to_string(), text);
        assert_eq!(owner.access_point(number.parse().unwrap()), Ok(oid));

        let long = format!("{text}0");
        let error = AccessPointOid::parse(&long).unwrap_err();
        assert_eq!(
            error.to_string(),
            "the OID is over 64 characters, more than serialNumber can carry"
        );
        assert_eq!((error.fault(), error.offset()), (OidFault::TooLong, 64));
        let built = owner.access_point(format!("{number}0").parse().unwrap());
        assert_eq!(built, Err(BuildError::TooLong { length: 65 }));
        assert_eq!(
            built.unwrap_err().to_string(),
            "the OID would have 65 characters, over 64"
        );
    }
    let text = "1.2.246.10.18446744073709551615.10.18446744073709551615.13.1234";
    assert_eq!(text.len(), 63);
    assert!(AccessPointOid::parse(text).is_ok());

    // The longest owner has 59 characters.
    let owner = OwnerOid::sote_537(u64::MAX, u64::MAX);
    assert_eq!(owner.to_string().len(), 59);
    assert_eq!(OwnerOid::parse(&owner.to_string()), Ok(owner));
    // Of the forms without a unit only the intermediary's can be too long.
    assert_eq!(
        OwnerOid::intermediary(u64::MAX).access_point(u64::MAX),
        Err(BuildError::TooLong { length: 65 })
    );
    assert!(OwnerOid::valvira(u64::MAX).access_point(u64::MAX).is_ok());
    assert!(OwnerOid::pharmacy(u64::MAX).access_point(u64::MAX).is_ok());
}

#[test]
fn an_owner_ends_where_its_form_ends() {
    for sample in &SAMPLES {
        let text = format!("{}.13", sample.owner);
        let (arc, at) = (sample.owner.split('.').count() + 1, sample.owner.len() + 1);
        assert_eq!(
            OwnerOid::parse(&text).unwrap_err().to_string(),
            format!("after the end: nothing may follow (arc {arc}, character {at})")
        );
    }
    let error = OwnerOid::parse("1.2.246.10.12345671").unwrap_err();
    assert_eq!(
        error.to_string(),
        "unit node: missing (arc 6, character 20)"
    );
}

#[test]
fn an_error_says_where_and_what_in_three_languages() {
    let error = AccessPointOid::parse("1.2.246.10.12345671.10.1.14.2").unwrap_err();
    assert_eq!(error.fault(), OidFault::UnexpectedArc);
    assert_eq!(error.role(), ArcRole::AccessPointNode);
    assert_eq!((error.arc(), error.offset()), (7, 25));
    assert_eq!(error.expected(), [13]);
    assert_eq!(
        error.en().to_string(),
        "access-point node: expected `13` (arc 8, character 26)"
    );
    assert_eq!(
        error.fi().to_string(),
        "liityntäpistesolmu: pitäisi olla `13` (solmu 8, merkki 26)"
    );
    assert_eq!(
        error.sv().to_string(),
        "anslutningspunktsnod: ska vara `13` (nod 8, tecken 26)"
    );
}

#[test]
fn the_next_number_is_above_the_highest_of_the_owner() {
    let owner = OwnerOid::pharmacy(1234);
    let next = |numbers: &[u64]| {
        let in_use = numbers.iter().map(|n| owner.access_point(*n).unwrap());
        let others = [OwnerOid::pharmacy(1235).access_point(900).unwrap()];
        owner
            .next_access_point(in_use.chain(others))
            .map(|oid| oid.number())
    };
    assert_eq!(next(&[]), Ok(1));
    assert_eq!(next(&[0]), Ok(1));
    assert_eq!(next(&[1, 7, 3]), Ok(8));
    assert_eq!(next(&[u64::MAX - 1]), Ok(u64::MAX));
    assert_eq!(next(&[u64::MAX]), Err(BuildError::NumbersExhausted));
    assert_eq!(
        BuildError::NumbersExhausted.to_string(),
        "the owner has no higher access-point number left"
    );
    // The next number can have a digit more than fits.
    let long = OwnerOid::sote_537(u64::MAX, u64::MAX);
    let nine = long.access_point(9).unwrap();
    assert_eq!(
        long.next_access_point([nine]),
        Err(BuildError::TooLong { length: 65 })
    );
}

#[test]
fn the_two_sote_roots_are_not_aliases() {
    let unit = OwnerOid::sote(12_345_671, 0);
    assert!(unit.same_organisation(&OwnerOid::sote(12_345_671, 5)));
    assert!(!unit.same_organisation(&OwnerOid::sote(12_345_672, 0)));
    assert!(!unit.same_organisation(&OwnerOid::sote_537(12_345_671, 0)));
    assert!(!OwnerOid::pharmacy(7).same_organisation(&OwnerOid::valvira(7)));
}

#[test]
fn values_are_small() {
    assert!(size_of::<AccessPointOid>() <= 32);
    assert!(size_of::<Option<AccessPointOid>>() <= 32);
    assert!(size_of::<Result<AccessPointOid, kanta_oid::ParseError>>() <= 32);
}

#[test]
fn constants_are_read_by_the_compiler() {
    const OID: AccessPointOid = access_point_oid!("1.2.246.553.1.1234.13.5");
    assert_eq!(OID.to_string(), SAMPLES[3].text);
}

#[test]
fn padding_and_debug_are_those_of_text() {
    let oid = AccessPointOid::parse("1.2.246.553.1.1234.13.5").unwrap();
    assert_eq!(
        format!("{oid:>25}|{:<20}|", oid.owner()),
        "  1.2.246.553.1.1234.13.5|1.2.246.553.1.1234  |"
    );
    assert_eq!(
        format!("{oid:?}"),
        "AccessPointOid(1.2.246.553.1.1234.13.5)"
    );
    let form = oid.form();
    assert_eq!(format!("{form}|{form:>10}|"), "pharmacy|  pharmacy|");
    let id = BusinessId::parse("0204819-8").unwrap();
    assert_eq!(format!("{id:>11}|{id:<11}|"), "  0204819-8|0204819-8  |");
    let zero = BusinessId::parse("0000000-0").unwrap();
    assert_eq!(zero.to_string(), "0000000-0");
}
