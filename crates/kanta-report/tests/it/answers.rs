//! Answers beside those of judged files: what the tool prints of them is made in process, from views alone.
//!
//! Their whole texts stand in `tests/outputs`, as those of [`outputs`](crate::outputs).

use std::io;

use kanta_address_index::{AddressIndex, Form, Order, Request, Service, Source};
use kanta_admission::audit::{Damage, LineError, Record, Summary};
use kanta_admission::{Attempt, Connection, Policy, Presented, State};
use kanta_cert::{CertificateOrRequest, TrustStore};
use kanta_conformance::{Date, EDITIONS, Language};
use kanta_policy::{evaluate, requirements};
use kanta_report::text::{self, Page};
use kanta_report::view::{
    AdmissionReport, AllEditions, DecisionReport, DifferenceReport, EditionChanges, Explanation,
    History, IndexChanges, IndexExpiringReport, JudgedPlan, LogDamage, LogSummary, LogVerification,
    LoggedDecision, PermittedReport, ReasonsReport, Requirement, ShownCertificate, SpeakersReport,
    TrialReport,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::harness::{DATA, read};
use crate::schema::{held, validator};

const DAY: Date = Date::constant(2025, 12, 1);

pub(crate) fn data(name: &str) -> Vec<u8> {
    std::fs::read(format!("{DATA}/{name}")).unwrap()
}

fn source(bytes: &[u8]) -> Source<'_> {
    Source {
        form: Form::Toml,
        bytes,
    }
}

pub(crate) fn index() -> AddressIndex {
    AddressIndex::read(&[source(&data("index.toml"))]).unwrap()
}

/// The example index with other addresses, one right and a unit fewer.
fn later() -> AddressIndex {
    let text = String::from_utf8(data("index.toml")).unwrap();
    let text = text.replacen("192.31.196.7\"", "192.31.196.8\"", 1);
    let (before, rest) = text.split_once("[[annotation]]").unwrap();
    let (_, after) = rest.split_once("[[").unwrap();
    let text = format!("{before}[[{after}");
    let right = text.rfind("[[right]]").unwrap();
    AddressIndex::read(&[source(&text.as_bytes()[..right])]).unwrap()
}

fn difference() -> DifferenceReport {
    let [before, after] = ["clinic.toml", "broken.toml"].map(|name| read(&data(name)));
    let [one, other] = [&before, &after].map(|file| evaluate(&file.plan, DAY));
    DifferenceReport::between(
        &JudgedPlan {
            name: "clinic.toml",
            file: &before,
            assessment: &one,
        },
        &JudgedPlan {
            name: "broken.toml",
            file: &after,
            assessment: &other,
        },
    )
}

fn reasons(service: Service, all: bool) -> ReasonsReport {
    let index = index();
    let owner = index.owner_named("clinic").unwrap();
    let point = index.access_point_named("valittaja-ap").unwrap();
    let request = Request::new(owner, point, service, DAY);
    ReasonsReport::new(&index, &request, &index.explain(&request), all)
}

/// A request from nobody that is known, for what it has no right to; another index decides the same.
fn admission() -> AdmissionReport {
    let index = index();
    let owner = index.owner_named("clinic").unwrap();
    let at = "2025-12-01T12:00:00+02:00".parse().unwrap();
    let state = State::new(index, TrustStore::default(), Policy::access_points());
    let attempt = Attempt::new(owner, Service::Imaging, at);
    let source = "192.31.196.7".parse().unwrap();
    let connection = Connection::new(Presented::without_certificate(source));
    let explanation = state.explain(&connection, &attempt);
    let record = Record::of(connection.presented(), &attempt, &explanation);
    AdmissionReport::new(state.index(), &explanation, record, DAY, true)
        .recorded(Some("411d7de4126703b7".to_owned()), None)
        .beside(None)
}

fn trial() -> TrialReport {
    let index = index();
    let order = Order::read(&source(&data("index-order.toml")), &index).unwrap();
    let trial = index.try_order(&order).unwrap();
    let findings = trial.findings(&index, DAY);
    TrialReport::new(&index, &trial, &findings, DAY)
}

fn changes() -> IndexChanges {
    let (before, after) = (index(), later());
    IndexChanges::new([&before, &after], &before.changes_to(&after))
}

/// A log with everything that can be wrong with one.
fn verification() -> LogVerification {
    let mut view = LogVerification::default();
    (
        view.format,
        view.lines,
        view.size,
        view.sealed,
        view.unsealed,
    ) = (1, 9, 9, 7, 2);
    view.torn = vec![5];
    let damages = [
        Damage::NotALine {
            line: 1,
            error: LineError::Altered,
        },
        Damage::Missing {
            line: 2,
            first: 2,
            last: 4,
        },
        Damage::OutOfOrder {
            line: 3,
            expected: 6,
            found: 5,
        },
        Damage::Replaced { line: 4, number: 7 },
        Damage::AgainstCheckpoint { size: 8 },
        Damage::CutOff { size: 10, last: 9 },
    ];
    view.damages = damages.iter().map(LogDamage::from).collect();
    view.damage_count = 6;
    view.whole = false;
    view
}

fn summary() -> LogSummary {
    let mut view = LogSummary::new(&Summary::default(), 2);
    view.first = Some("2025-12-01T10:00:00Z".to_owned());
    view.last = Some("2025-12-02T10:00:00Z".to_owned());
    (view.all.permits, view.all.denials, view.unrecorded) = (3, 1, 1);
    for (counted, key) in [
        (&mut view.by.party, "1.2.246.10.12345671.10.0"),
        (&mut view.by.service, "prescription"),
        (&mut view.by.reason, "connection-models/no-right-on-the-day"),
        (&mut view.by.peer, "1.2.246.10.12345671.10.0.13.1"),
        (&mut view.by.day, "2025-12-01"),
    ] {
        counted.insert(key.to_owned(), view.all);
    }
    view
}

fn shown() -> ShownCertificate {
    let bytes = data("certificates/clinic-server.pem");
    let documents = CertificateOrRequest::read_all(&bytes).unwrap();
    ShownCertificate::new("clinic-server.pem", (1, documents.len()), &documents[0])
}

/// A requirement that plans and an index are both held against.
fn explanation() -> Explanation {
    let id = "connection-models/address-not-public";
    let of = |row: &&_| kanta_conformance::Requirement::id(row) == id;
    let plan = requirements::all().find(of).unwrap();
    let index = AddressIndex::requirements().find(of).unwrap();
    Explanation::new(id, &[("plans", plan), ("index", index)], &[])
}

fn changed_editions() -> EditionChanges {
    EditionChanges::between(&EDITIONS[22], &EDITIONS[20])
}

fn history() -> History {
    History::of("clinic.toml", &read(&data("clinic.toml")).plan)
}

type Write<'a> = &'a dyn Fn(Language, &mut Page<'_>) -> io::Result<()>;

/// Each answer with its name, told by whoever asks.
fn each(tell: &mut dyn FnMut(&'static str, Write<'_>)) {
    let index = index();
    let rights = index.who(Service::Prescription, DAY);
    let permitted = PermittedReport::new(&index, &rights, DAY);
    let speaking = index.access_points_from("192.31.196.7".parse().unwrap());
    let speakers = SpeakersReport::new(&index, &speaking, DAY);
    let ending = IndexExpiringReport::new(&index, &index.expiring(DAY, 4000), DAY);
    let (deny, permit) = (
        reasons(Service::Imaging, true),
        reasons(Service::Prescription, false),
    );
    let (changes, trial, difference) = (changes(), trial(), difference());
    let (all, changed, history) = (AllEditions::known(), changed_editions(), history());
    let (explained, shown) = (explanation(), shown());
    let (verified, summary, admission) = (verification(), summary(), admission());
    tell("permitted", &|lang, out| {
        text::permitted(&permitted, lang, out)
    });
    tell("speakers", &|lang, out| {
        text::speakers(&speakers, lang, out)
    });
    tell("index-expiring", &|lang, out| {
        text::index_expiring(&ending, lang, out)
    });
    tell("deny", &|lang, out| text::reasons(&deny, lang, out));
    tell("permit", &|lang, out| text::reasons(&permit, lang, out));
    tell("index-changes", &|lang, out| {
        text::index_changes(&changes, lang, out)
    });
    tell("trial", &|lang, out| text::trial(&trial, lang, out));
    tell("difference", &|lang, out| {
        text::difference(&difference, lang, out)
    });
    tell("editions", &|lang, out| text::editions(&all, lang, out));
    tell("edition-changes", &|lang, out| {
        text::edition_changes(&changed, lang, out)
    });
    tell("history", &|lang, out| text::history(&history, lang, out));
    tell("explanation", &|lang, out| {
        text::explanation(&explained, lang, out)
    });
    tell("admission", &|lang, out| {
        text::admission(&admission, lang, out)
    });
    tell("shown", &|lang, out| text::shown(&shown, lang, out));
    tell("log-verification", &|lang, out| {
        text::log_verification(&verified, lang, out)
    });
    tell("log-summary", &|lang, out| {
        text::log_summary(&summary, lang, out)
    });
}

/// Whole texts in a language, for [`outputs`](crate::outputs); those that are told at length elsewhere are left out.
pub(crate) fn outputs(language: Language) -> Vec<(&'static str, Vec<u8>)> {
    let mut all = Vec::new();
    each(&mut |name, write| {
        if !["editions", "edition-changes"].contains(&name) {
            let mut out = Vec::new();
            write(language, &mut Page::new(&mut out, 80)).unwrap();
            all.push((name, out));
        }
    });
    all
}

#[test]
fn no_line_is_wider_than_the_page_and_wide_pages_are_made_use_of() {
    each(&mut |name, write| {
        for language in Language::ALL {
            let mut widest = Vec::new();
            for width in [40, 60, 80, 100, 400] {
                let mut out = Vec::new();
                write(language, &mut Page::new(&mut out, width)).unwrap();
                let out = crate::text::anstyle_free(&String::from_utf8(out).unwrap());
                let widths = out.lines().map(|line| {
                    // What is copied whole, an id or a part of a file, may be as long as it is.
                    let longest = line.split_whitespace().map(str::len).max();
                    let is_fragment = name == "explanation"
                        && line.starts_with("    ")
                        && !line.starts_with("     ");
                    let is_title = line.starts_with("clinic-server.pem: ");
                    if is_fragment || is_title || longest.is_some_and(|it| it * 2 > width) {
                        0
                    } else {
                        line.chars().count()
                    }
                });
                let width = width.min(100);
                let most = widths.max().unwrap();
                assert!(most <= width, "{name} {language:?} {width}: {most}\n{out}");
                widest.push(most);
            }
            assert!(widest.is_sorted(), "{name} {language:?}: {widest:?}");
            let long = [
                "deny",
                "difference",
                "editions",
                "edition-changes",
                "history",
            ];
            if long.contains(&name) {
                assert!(widest[3] > 90, "{name} {language:?}: {widest:?}");
            }
        }
    });
}

pub(crate) fn kept<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(
    schema: &str,
    view: &T,
) {
    held(&validator(schema), view);
    let json = serde_json::to_string(view).unwrap();
    assert_eq!(&serde_json::from_str::<T>(&json).unwrap(), view, "{schema}");
}

#[test]
fn each_keeps_to_its_schema_and_is_read_back() {
    let index = index();
    kept("diff", &difference());
    kept("editions", &AllEditions::known());
    kept("editions", &changed_editions());
    kept("editions", &history());
    kept("explain", &explanation());
    kept("index-explain", &reasons(Service::Imaging, true));
    kept("index-decide", &DecisionReport::default());
    kept("index-diff", &changes());
    kept("index-try", &trial());
    let ending = IndexExpiringReport::new(&index, &index.expiring(DAY, 4000), DAY);
    kept("index-expiring", &ending);
    kept("admit", &admission());
    kept("audit-verify", &verification());
    kept("audit-summary", &summary());
    kept("cert-show", &shown());
    let rows: Vec<Requirement> = requirements::all()
        .map(|row| Requirement::new(row, Some(DAY)))
        .collect();
    kept("requirements", &rows);
}

#[test]
fn an_index_s_own_words_stand_for_the_oids_that_are_named() {
    let view = reasons(Service::Imaging, false);
    assert_eq!(view.ids[&view.subject], "clinic");
    assert_eq!(view.ids[&view.access_point], "valittaja-ap");
    // What only the earlier index knows is called as it is there.
    let changes = changes();
    for span in changes.gained.iter().chain(&changes.lost) {
        assert!(changes.ids.contains_key(&span.subject), "{span:?}");
        assert!(changes.ids.contains_key(&span.access_point), "{span:?}");
    }
    assert!(!changes.lost.is_empty());
    assert!(!changes.addresses.is_empty() && !changes.units.lost.is_empty());
}

#[test]
fn what_differs_is_worse_where_the_verdict_a_finding_or_a_gap_is() {
    let mut view = difference();
    assert!(view.is_worse() && view.worse > 0);
    let same = |its: &DifferenceReport| {
        let mut its = its.clone();
        its.worse = 0;
        its.after = its.before.clone();
        its
    };
    assert!(!same(&view).is_worse());
    let mut verdict = same(&view);
    verdict.after.verdict = view.after.verdict;
    assert!(verdict.is_worse());
    let mut gap = same(&view);
    gap.after.gaps.push(kanta_report::view::Gap::NoService);
    assert!(gap.is_worse());
    assert_eq!(gap.new_gaps().count(), 1);
    std::mem::swap(&mut view.before, &mut view.after);
    view.worse = 0;
    assert!(!view.is_worse());
}

#[test]
fn a_decision_of_a_log_is_one_line_however_wide() {
    let mut view = LoggedDecision::default();
    view.at = "2025-12-01T10:00:00Z".to_owned();
    view.peer = "a\u{1b}[31m".to_owned();
    view.subject = "1.2.246.10.12345671.10.0".to_owned();
    view.service = "prescription".to_owned();
    view.reference = "411d7de4126703b7".to_owned();
    view.reasons = vec!["connection-models/no-right-on-the-day".to_owned()];
    let mut out = Vec::new();
    text::logged(&view, Language::Sv, &mut Page::new(&mut out, 40)).unwrap();
    let out = String::from_utf8(out).unwrap();
    assert_eq!(out.lines().count(), 1, "{out}");
    assert!(out.contains("  nekade  "), "{out}");
    assert!(!out.contains('\u{1b}'), "{out:?}");
}
