//! What is found about access points, annotations and parties themselves: expected values from 2.2, 2.4, 3.1.3, 3.2,
//! 4.1.1, 4.2.1 and 5.2 of the guide.

use kanta_address_index::{
    AddressIndex, Decision, Form, Period, RecordedCertificate, Request, Service, Source,
};
use kanta_conformance::{Date, Outcome};

const HEADER: &str = "format = 1\nversion = \"1\"\nissued = 2025-11-01\nexpires = 2026-11-01\n";
const PARTIES: &str = r#"
[[party]]
id = "one"
oid = "1.2.246.10.12345671.10.0"
kind = "provider"
sector = "private"
register = "sote"

[[party]]
id = "other"
oid = "1.2.246.10.33333338.10.0"
kind = "provider"
sector = "private"
register = "sote"
"#;

fn read(records: &str) -> AddressIndex {
    let text = format!("{HEADER}{records}");
    let bytes = text.as_bytes();
    AddressIndex::read(&[Source {
        form: Form::Toml,
        bytes,
    }])
    .unwrap_or_else(|it| panic!("{it}"))
}

fn day() -> Date {
    "2025-12-01".parse().unwrap()
}

/// The subjects about which a requirement finds something, each with what was found.
fn found(index: &AddressIndex, requirement: &str) -> Vec<(String, &'static str)> {
    let findings = index.findings(day());
    let of_it = findings
        .iter()
        .filter(|finding| finding.requirement.id().split_once('/').unwrap().1 == requirement);
    of_it
        .map(|finding| {
            let kind = match &finding.outcome {
                Outcome::Undetermined(why) => why.code(),
                known => known.kind().code(),
            };
            (finding.path.to_string(), kind)
        })
        .collect()
}

/// Two access points of one administrator (a, b) and one of another (c), with these addresses and certificates.
fn points(of: [&str; 3]) -> AddressIndex {
    let mut text = PARTIES.to_owned();
    for (at, (fields, (id, administrator, org))) in of
        .into_iter()
        .zip([
            ("a", "one", 12_345_671),
            ("b", "one", 12_345_671),
            ("c", "other", 33_333_338),
        ])
        .enumerate()
    {
        text.push_str(&format!(
            "[[access_point]]\nid = \"{id}\"\noid = \"1.2.246.10.{org}.10.0.13.{}\"\nadministrator = \"{administrator}\"\n{fields}\n",
            at + 1
        ));
    }
    read(&text)
}

fn addresses(of: [&str; 3]) -> AddressIndex {
    let of = of.map(|list| format!("addresses = [{list}]"));
    points([&of[0], &of[1], &of[2]])
}

#[test]
fn addresses_are_public_and_whole_ranges_are() {
    for (address, outcome) in [
        ("192.31.196.7", None),
        ("192.31.196.0/24", None),
        ("9.255.255.0/24", None),
        ("10.0.0.0/8", Some("violated")),
        ("10.1.2.3", Some("violated")),
        ("0.0.0.0/0", Some("violated")),
        ("8.0.0.0/6", Some("violated")),
        ("::/0", Some("violated")),
        ("::ffff:10.1.2.3", Some("violated")),
        ("64:ff9b::10.1.2.3", Some("violated")),
    ] {
        let index = addresses([&format!("\"{address}\""), "", ""]);
        let expected: Vec<_> = outcome
            .map(|it| ("access_point.a.addresses".to_owned(), it))
            .into_iter()
            .collect();
        assert_eq!(found(&index, "address-not-public"), expected, "{address}");
    }
}

#[test]
fn a_range_belongs_to_one_administrator() {
    let both = ["access_point.a.addresses", "access_point.c.addresses"];
    for (of, subjects) in [
        (["\"192.31.196.7\"", "", "\"192.31.196.8\""], &[][..]),
        (["\"192.31.196.7\"", "", "\"192.31.196.7\""], &both),
        (["\"192.31.196.7\"", "", "\"::ffff:192.31.196.7\""], &both),
        (["\"192.31.196.0/24\"", "", "\"192.31.196.255\""], &both),
        (["\"192.31.196.0/24\"", "", "\"192.31.197.0\""], &[]),
        // One administrator may repeat itself, and what stands between two of its own is found all the same.
        (["\"192.31.196.0/24\"", "\"192.31.196.0/25\"", ""], &[]),
        (
            [
                "\"192.31.196.0/24\"",
                "\"192.31.196.0/25\"",
                "\"192.31.196.1\"",
            ],
            &[
                "access_point.a.addresses",
                "access_point.b.addresses",
                "access_point.c.addresses",
            ],
        ),
    ] {
        let index = addresses(of);
        let subjects: Vec<_> = subjects
            .iter()
            .map(|it| ((*it).to_owned(), "violated"))
            .collect();
        assert_eq!(
            found(&index, "address-not-attributable"),
            subjects,
            "{of:?}"
        );
    }
}

#[test]
fn a_serial_number_is_a_number_and_of_one_access_point() {
    let serial = |text: &str| format!("certificates = [{{ serial = \"{text}\" }}]");
    let both = ["access_point.a.certificates", "access_point.b.certificates"];
    for (one, other, same) in [
        ("4f2a01", "4f2a02", false),
        ("4f2a01", "4f2a01", true),
        ("4F:2A:01", "004f2a01", true),
        ("0x4f2a01", "4f 2a 01", true),
        ("n:o 1", "N:O 1", false),
    ] {
        let index = points([&serial(one), &serial(other), ""]);
        let expected: Vec<_> = both
            .iter()
            .filter(|_| same)
            .map(|it| ((*it).to_owned(), "violated"))
            .collect();
        assert_eq!(
            found(&index, "certificate-of-two-access-points"),
            expected,
            "{one} {other}"
        );
    }
}

#[test]
fn an_annotation_is_of_a_unit_of_the_partys_own() {
    for (unit, is_own) in [
        ("1.2.246.10.12345671.10.1", true),
        ("1.2.246.10.33333338.10.1", false),
        ("1.2.246.537.10.99999999.10.1", false),
    ] {
        let index = read(&format!(
            "{PARTIES}\n[[annotation]]\nparty = \"one\"\nunit = \"{unit}\"\nfrom = 2024-01-01\n"
        ));
        let expected: Vec<_> = (!is_own)
            .then(|| ("annotation.one.unit".to_owned(), "guide-silent"))
            .into_iter()
            .collect();
        assert_eq!(
            found(&index, "annotation-of-anothers-unit"),
            expected,
            "{unit}"
        );
    }
}

const KEPT: &str = "satisfied";
const BROKEN: &str = "violated";
const UNKNOWN: &str = "input-missing";

#[test]
fn the_kind_of_a_party_gives_its_register_and_its_oid() {
    let (sote, pharmacy) = ("1.2.246.10.76543212.10.0", "1.2.246.553.1.100");
    let (intermediary, valvira) = ("1.2.246.537.6.918.18.42", "1.2.246.537.28.10000222116");
    for (kind, oid, register, outcome) in [
        ("intermediary", intermediary, "", KEPT),
        ("intermediary", pharmacy, "", BROKEN),
        ("intermediary", pharmacy, "intermediary", BROKEN),
        // A provider or a pharmacy may be an intermediary too.
        ("intermediary", pharmacy, "pharmacy", KEPT),
        ("provider", sote, "", UNKNOWN),
        ("provider", valvira, "", UNKNOWN),
        ("hospital-pharmacy", sote, "", UNKNOWN),
        ("provider", sote, "sote", KEPT),
        ("provider", sote, "valvira", BROKEN),
        ("provider", pharmacy, "", BROKEN),
        ("provider", pharmacy, "pharmacy", BROKEN),
        ("hospital-pharmacy", sote, "sote", KEPT),
        ("hospital-pharmacy", pharmacy, "pharmacy", BROKEN),
    ] {
        let register = match register {
            "" => String::new(),
            register => format!("register = \"{register}\"\n"),
        };
        let index = read(&format!(
            "\n[[party]]\nid = \"it\"\noid = \"{oid}\"\nkind = \"{kind}\"\n{register}"
        ));
        let expected: Vec<_> = match outcome {
            KEPT => vec![],
            BROKEN => vec![("party.it.oid".to_owned(), BROKEN)],
            open => vec![("party.it.register".to_owned(), open)],
        };
        let told = found(&index, "owner-oid-of-another-register");
        assert_eq!(told, expected, "{kind} {oid} {register}");
    }
}

/// 3.1.3: the register gives the form of the OID. Which one it is has to be said.
#[test]
fn a_tenant_whose_register_is_not_known_may_have_anothers_oid() {
    for (register, path, outcome) in [
        ("", "tenant.guest.register", UNKNOWN),
        ("register = \"sote\"\n", "", KEPT),
        ("register = \"valvira\"\n", "tenant.guest", BROKEN),
    ] {
        let index = read(&format!(
            "{PARTIES}\n[[tenant]]\nid = \"guest\"\noid = \"1.2.246.10.76543212.10.0\"\nhost = \"one\"\n\
             sector = \"private\"\n{register}"
        ));
        let expected: Vec<_> = (outcome != KEPT)
            .then(|| (path.to_owned(), outcome))
            .into_iter()
            .collect();
        let told = found(&index, "tenant-oid-of-another-register");
        assert_eq!(told, expected, "{register}");
    }
}

/// A right that asks for one of the two facts, and what it says when both are stated so.
#[test]
fn what_a_party_provides_has_to_be_said() {
    let index = |facts: &str, service: &str, more: &str| {
        let one = PARTIES.replacen(
            "kind = \"provider\"\n",
            &format!("kind = \"provider\"\n{facts}"),
            1,
        );
        let other = "[[right]]\nfor = \"other\"\naccess_point = \"ap\"\nservice = \"social-welfare\"\nfrom = 2024-01-01\n";
        let own = "[[right]]\nfor = \"one\"\naccess_point = \"ap\"\nservice = \"prescription\"\nfrom = 2024-01-01\n";
        read(&format!(
            "{one}[[access_point]]\nid = \"ap\"\noid = \"1.2.246.10.33333338.10.0.13.1\"\nadministrator = \"other\"\n{other}{own}\
             [[agreement]]\nbetween = [\"one\", \"other\"]\nfrom = 2024-01-01\n\
             [[annotation]]\nparty = \"one\"\nunit = \"1.2.246.10.12345671.10.1\"\nfrom = 2024-01-01\n\
             [[right]]\nfor = \"one\"\naccess_point = \"ap\"\nservice = \"{service}\"\nfrom = 2024-01-01\n{more}"
        ))
    };
    let party = "1.2.246.10.12345671.10.0".parse().unwrap();
    let point = "1.2.246.10.33333338.10.0.13.1".parse().unwrap();
    let unit = "1.2.246.10.12345671.10.1".parse().unwrap();
    for (facts, welfare, care) in [
        ("", Some("input-missing"), Some("input-missing")),
        ("health_care = true\n", Some("input-missing"), None),
        ("health_care = false\n", None, Some("violated")),
        ("social_welfare = true\n", None, Some("input-missing")),
        (
            "social_welfare = false\n",
            Some("violated"),
            Some("input-missing"),
        ),
        ("health_care = true\nsocial_welfare = true\n", None, None),
    ] {
        for (service, more, requirement, outcome) in [
            (
                Service::SocialWelfare,
                "organiser = \"other\"\n",
                "producer-in-parallel-model-not-private",
                welfare,
            ),
            (
                Service::RenewalRequests,
                "",
                "renewals-outside-health-care",
                care,
            ),
        ] {
            let index = index(facts, service.code(), more);
            let told = found(&index, requirement);
            let kinds: Vec<_> = told.into_iter().map(|(_, kind)| kind).collect();
            let expected: Vec<_> = outcome.into_iter().collect();
            assert_eq!(kinds, expected, "{facts} {service}");
            let request = Request::new(party, point, service, day()).for_unit(unit);
            let permits = index.decide(&request) != Decision::Deny;
            assert_eq!(permits, outcome.is_none(), "{facts} {service}");
        }
    }
}

/// A serial number is a number: how its owner writes it, and zeros before it, make no difference.
#[test]
fn a_certificate_is_known_by_its_serial_number() {
    let recorded = |serial: &str| RecordedCertificate::new(serial, Period::default());
    for serial in ["9f2a01", "9F:2A:01", "0x009f 2a01"] {
        for (octets, same) in [
            (&[0x9f, 0x2a, 0x01][..], true),
            (&[0, 0x9f, 0x2a, 0x01], true),
            (&[0x9f, 0x2a], false),
            (&[0x9f, 0x2a, 0x01, 0x01], false),
            (&[0x9f, 0x2a, 0x10], false),
            (&[0xf9, 0x2a, 0x01], false),
            (&[0x8f, 0x2a, 0x01], false),
            (&[0], false),
            (&[], false),
        ] {
            let has = recorded(serial).has_serial(octets);
            assert_eq!(has, same, "{serial} {octets:x?}");
        }
    }
    // Half an octet, and no number at all.
    assert!(recorded("f2a01").has_serial(&[0x0f, 0x2a, 0x01]));
    assert!(!recorded("n:o 1").has_serial(&[0x01]));
    assert!(!recorded("").has_serial(&[]) && !recorded("0").has_serial(&[0]));
}
