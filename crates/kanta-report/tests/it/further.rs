//! Identifiers, gateways, vectors, and why there is no answer: told in process, from views alone.

use kanta_admission::{AdmissionCondition, Policy, State};
use kanta_cert::{Certificate, TrustStore};
use kanta_conformance::{Date, Language};
use kanta_oid::AccessPointOid;
use kanta_report::picture::NoSuchFailure;
use kanta_report::text::{self, Page};
use kanta_report::view::{
    AskedVector, Became, ComparedDecisions, Fault, GatewayReport, Likeness, OidReport, Place,
    RefusedInput, UnreadWorkbook, VectorsReport, Words,
};

use crate::answers::{data, index, kept};

const DAY: Date = Date::constant(2025, 12, 1);

fn gateway() -> GatewayReport {
    let state = State::new(index(), TrustStore::default(), Policy::access_points());
    let pem = data("certificates/clinic-server.pem");
    let certificate = Certificate::from_pem_or_der(&pem).unwrap();
    let at = "2025-12-01T12:00:00+02:00".parse().unwrap();
    let mut own = state.examine_server(&certificate, None, at);
    own.retain(AdmissionCondition::is_missing);
    GatewayReport::usable(state.versions(), Some(state.versions()), &own, DAY)
}

fn asked(canary: bool, became: Became) -> AskedVector<'static> {
    AskedVector {
        id: "oid-1\u{1b}[31m",
        kind: "oid",
        clause: "3.1.3",
        reason: "an access point stands in node `13`",
        canary,
        became,
    }
}

/// One of each kind, and a canary that was noticed.
fn vectors() -> VectorsReport {
    let wrong = Became::Wrong {
        member: "verdict".to_owned(),
        expected: "valid".to_owned(),
        found: "invalid".to_owned(),
    };
    let why = "EOF\u{202e}".to_owned();
    let all = [
        asked(false, Became::Right),
        asked(false, Became::Unsupported),
        asked(false, wrong.clone()),
        asked(false, Became::NoAnswer { why }),
        asked(false, Became::TimedOut),
        asked(false, Became::Ended),
        asked(false, Became::TooLong),
        asked(false, Became::GivenUp),
        asked(true, Became::Right),
        asked(true, wrong),
    ];
    VectorsReport::new(&["oid", "plan"], &all)
}

const OIDS: [&str; 6] = [
    "1.2.246.10.12345671.10.0.13.2",
    "1.2.246.553.1.1234.14.1",
    "1.2.246.10.1234567-1.10.1.14.2",
    "1.2.246.537.6.202.2008.1",
    "",
    "\u{1b}[31mä",
];

fn refusal() -> RefusedInput {
    let place = |line, column, path: Option<&str>| Place {
        file: "index.toml".to_owned(),
        line,
        column,
        path: path.map(str::to_owned),
    };
    let fault = |words: &'static str, place: Option<Place>| {
        let messages = Words::said(|language| format!("{words} ({})", language.code()));
        Fault::new(messages, place, Language::En)
    };
    let mut twice = fault(
        "twice",
        Some(place(Some(14), Some(1), Some("right[3].from"))),
    );
    twice.other = Some(place(Some(9), None, Some("right[2]")));
    let mut unknown = fault("not known", None);
    unknown.option = Some("--for".to_owned());
    unknown.word = Some("nobody\u{1b}".to_owned());
    let mut missing = fault("name two", None);
    missing.option = Some("--to".to_owned());
    let faults = vec![
        fault("no file", None),
        fault("syntax", Some(place(Some(2), Some(7), None))),
        twice,
        unknown,
        missing,
    ];
    RefusedInput::new("folder/index.toml", faults)
}

/// Why there is no answer, in each way beside the faults of a file.
fn refusals(language: Language) -> Vec<RefusedInput> {
    let unread = [
        UnreadWorkbook::OtherKind("ODS"),
        UnreadWorkbook::NotBuilt,
        UnreadWorkbook::Broken("end of file\u{1b}".to_owned()),
        UnreadWorkbook::TooLarge { limit: 1 << 29 },
        UnreadWorkbook::TooFar {
            row: 3,
            column: 300,
        },
        UnreadWorkbook::WhichSheet(vec!["A".to_owned(), "B\u{202e}".to_owned()]),
    ];
    let mut all: Vec<RefusedInput> = unread
        .iter()
        .map(|unread| RefusedInput::of_workbook("index.xlsx", unread, language))
        .collect();
    all.push(RefusedInput::no_letter("index.csv", 17, language));
    all.push(RefusedInput::unknown("--for", "nobody\u{1b}", language));
    let pharmacies = ["one".to_owned(), "two`".to_owned()];
    for pharmacies in [&pharmacies[..], &[]] {
        all.push(RefusedInput::pharmacist(
            "--for",
            "eeva",
            pharmacies.to_vec(),
            language,
        ));
    }
    all.push(RefusedInput::too_large_for_toml("--to", language));
    for likeness in [Likeness::Index, Likeness::Certificate, Likeness::Plan] {
        let fault = Fault::new(Words::said(|_| "its own fault".to_owned()), None, language);
        let refusal = RefusedInput::new("file", vec![fault]);
        all.push(refusal.looks_like(likeness, language));
    }
    all
}

#[test]
fn every_refusal_keeps_to_the_schema_and_says_its_message_in_the_language_asked_for() {
    for language in Language::ALL {
        for refusal in refusals(language) {
            kept("index-check", &refusal);
            for fault in &refusal.faults {
                assert_eq!(fault.message, fault.messages.get(language));
            }
        }
    }
    // Of a certificate that is taken for a plan, every line would be a fault.
    let counts = refusals(Language::En);
    let counts = counts.iter().rev().take(3).map(|its| its.faults.len());
    assert_eq!(counts.collect::<Vec<_>>(), [2, 1, 2]);
}

/// Whole texts in a language, for [`outputs`](crate::outputs).
pub(crate) fn outputs(language: Language) -> Vec<(&'static str, Vec<u8>)> {
    let (mut oids, mut gateways, mut table, mut refused) = (vec![], vec![], vec![], vec![]);
    for oid in OIDS {
        text::oid(&OidReport::new(oid, language), language, &mut oids).unwrap();
    }
    let broken = GatewayReport::unusable(vec!["gateway.toml:3:1: `x`\u{1b}".to_owned()]);
    for view in [gateway(), broken] {
        text::gateway(&view, language, &mut Page::new(&mut gateways, 80)).unwrap();
    }
    text::vectors(&vectors(), language, &mut table).unwrap();
    text::refusal(&refusal(), language, &mut refused).unwrap();
    let mut unanswered = Vec::new();
    for refusal in refusals(language) {
        text::refusal(&refusal, language, &mut unanswered).unwrap();
    }
    for known in [vec![], vec!["link.a".to_owned(), "hall.B\u{1b}".to_owned()]] {
        let asked = "link.b\u{1b}".to_owned();
        let unknown = NoSuchFailure { asked, known };
        text::no_failure(&unknown, language, &mut unanswered).unwrap();
    }
    for told in [
        text::no_baseline("base.json", language),
        text::not_in_baseline("base.json", "plans/a.toml", language),
        text::pruned("base.json", 1, language),
        text::pruned("base.json", 2, language),
        text::compared(ComparedDecisions::default(), language),
    ] {
        unanswered.extend_from_slice(told.as_bytes());
        unanswered.push(b'\n');
    }
    vec![
        ("gateway", gateways),
        ("oid", oids),
        ("refusal", refused),
        ("unanswered", unanswered),
        ("vectors", table),
    ]
}

#[test]
fn each_keeps_to_its_schema_and_is_read_back() {
    for oid in OIDS {
        for language in Language::ALL {
            kept("oid", &OidReport::new(oid, language));
        }
    }
    kept("gateway", &gateway());
    kept("gateway", &GatewayReport::unusable(vec!["x".to_owned()]));
    kept("vectors-run", &vectors());
}

#[test]
fn an_identifier_is_valid_where_it_is_read_and_its_hints_are_told_in_the_language_asked_for() {
    for oid in OIDS {
        for language in Language::ALL {
            let view = OidReport::new(oid, language);
            assert_eq!(view.valid, AccessPointOid::parse(oid).is_ok(), "{oid}");
            assert_eq!(view.valid, view.error.is_none(), "{oid}");
            let messages = view.messages.as_ref().map(|its| its.get(language));
            assert_eq!(view.error.as_deref(), messages);
            let hints = view.hint_messages.iter().map(|its| its.get(language));
            assert!(hints.eq(view.hints.iter().map(String::as_str)), "{oid}");
        }
    }
    // With the prefix it is an OID of an access point, but no bare one.
    let view = OidReport::new("urn:oid:1.2.246.553.1.1.13.1", Language::En);
    assert_eq!(
        (view.valid, view.kind.as_deref()),
        (false, Some("access-point"))
    );
    assert_eq!(view.suggestion.as_deref(), Some("1.2.246.553.1.1.13.1"));
}

#[test]
fn vectors_that_are_wrong_on_purpose_count_as_right_where_they_are_found_wrong() {
    let view = vectors();
    assert_eq!((view.canaries, view.canaries_noticed), (2, 1));
    let of = &view.together;
    assert_eq!(
        (of.vectors, of.right, of.wrong, of.unsupported),
        (10, 2, 7, 1)
    );
    assert_eq!(view.kinds[0].vectors, 10);
    assert_eq!(view.kinds[1].vectors, 0);
    assert_eq!(view.failures.len(), 7);
    // Fifty failures are told one by one, the others counted.
    let many: Vec<_> = (0..60).map(|_| asked(false, Became::Ended)).collect();
    let mut out = Vec::new();
    text::vectors(&VectorsReport::new(&["oid"], &many), Language::En, &mut out).unwrap();
    let out = String::from_utf8(out).unwrap();
    assert_eq!(out.matches("the program ended without").count(), 50);
    assert!(out.ends_with("… +10\n"), "{out}");
}

#[test]
fn a_gateway_tells_on_what_it_rests_and_what_its_own_certificate_lacks() {
    let view = gateway();
    let own = view.own_certificate.as_ref().unwrap();
    let ids = own.findings.iter().map(|its| &its.requirement);
    assert!(ids.eq(&own.missing));
    assert!(!own.missing.is_empty(), "it trusts no CA");
    assert_eq!(view.rests_on.as_ref().unwrap().index, "2025-12-01.1");
    let broken = GatewayReport::unusable(vec!["x".to_owned()]);
    assert!(!broken.usable && broken.own_certificate.is_none());
}

#[test]
fn why_there_is_no_answer_is_one_line_a_fault_in_which_nothing_steers_the_terminal() {
    let mut out = Vec::new();
    text::refusal(&refusal(), Language::En, &mut out).unwrap();
    assert_eq!(
        String::from_utf8(out).unwrap(),
        "folder/index.toml: no file (en)\n\
         index.toml:2:7: syntax (en)\n\
         index.toml:14:1: right[3].from: twice (en) (the other: index.toml:9: right[2])\n\
         --for `nobody\\u{1b}`: not known (en)\n\
         --to: name two (en)\n"
    );
}
