//! Systems at our own access point: known by configuration alone, and asked for the party that they name.

use std::collections::BTreeSet;

use kanta_address_index::{Period, Request, ResponsibleParty, Service};
use kanta_admission::audit::PeerKind;
use kanta_admission::{
    CertificateId, Connection, Fingerprint, Peer, Policy, Presented, Responsible, State, System,
};
use kanta_cert::{Moment, Profile};
use kanta_conformance::Date;
use proptest::prelude::*;

use crate::audit::{Memory, gate};
use crate::harness::{CLINIC, CLINIC_AP, Case, ON_RECORD, PHYSIO, explained, good, missing, owner};

/// The ward's system, which presents the certificate of the case and speaks for the clinic.
fn ward(case: &Case) -> System {
    let certificate = CertificateId::Fingerprint(Fingerprint::of(&case.chain.end_entity.der()));
    System::new(
        "ward",
        vec![(certificate, Period::default())],
        vec!["10.20.0.0/16".parse().unwrap()],
        vec![owner(PHYSIO), owner(CLINIC)],
    )
}

/// The clinic's request to the Prescription Service by the ward's system; first the certificate is changed, then the rest.
fn case(
    certificate: impl FnOnce(&mut Case),
    change: impl FnOnce(&mut Case, &mut System, &mut String),
) -> Case {
    let mut case = Case {
        source: "10.20.3.4".parse().unwrap(),
        ..good()
    };
    certificate(&mut case);
    let (mut system, mut through) = (ward(&case), CLINIC_AP.to_owned());
    change(&mut case, &mut system, &mut through);
    case.policy = Policy::own_access_point(through.parse().unwrap(), vec![system]);
    case
}

type Change = fn(&mut Case, &mut System, &mut String);

/// A condition that is broken: of what it is, how, and what is missing then.
const BREAKS: &[(&str, Change, &str)] = &[
    (
        "certificate",
        |_, system, _| {
            let other = CertificateId::Fingerprint(Fingerprint::of(b"another"));
            system.certificates = vec![(other, Period::default())];
        },
        "admission/system-not-known",
    ),
    (
        "certificate",
        |case, _, _| case.presents = false,
        "private-network/certificate-not-presented",
    ),
    (
        "address",
        |case, _, _| case.source = "10.21.0.0".parse().unwrap(),
        "admission/source-of-no-system",
    ),
    (
        "party",
        |_, system, _| system.parties.retain(|it| *it != owner(CLINIC)),
        "admission/system-of-another-party",
    ),
    (
        "lists",
        |case, _, _| case.chain = case.chain.clone().without_crls(),
        "private-network/certificate-revoked",
    ),
    (
        "service",
        |case, _, _| case.attempt.service = Service::Imaging,
        "connection-models/no-right-on-the-day",
    ),
    (
        "index",
        |case, _, _| {
            let index = case
                .index
                .replace("issued = 2025-12-01", "issued = 2025-11-01");
            case.index = index.replace("expires = 2026-12-01", "expires = 2025-12-01");
        },
        "address-index/data-set-expired",
    ),
];

#[test]
fn a_system_is_admitted_for_its_party_through_our_own_access_point() {
    let case = case(|_| {}, |_, _, _| {});
    let explanation = case.explain();
    assert!(explanation.evaluation.would_permit());
    let peer = Peer::System {
        id: "ward".to_owned(),
        access_point: CLINIC_AP.parse().unwrap(),
    };
    assert_eq!(*explanation.identity().peer(), peer);
    // The record names the system and the access point.
    let memory = Memory::default();
    let gate = gate(&case, &memory, kanta_admission::audit::OnFull::Refuse, 3);
    let record = gate.admit(&case.connection(), &case.attempt).report.record;
    assert_eq!(record.peer.kind, PeerKind::System);
    assert_eq!(record.peer.system.as_deref(), Some("ward"));
    assert_eq!(record.peer.access_point.as_deref(), Some(CLINIC_AP));
}

#[test]
fn each_link_that_is_broken_is_named_and_no_other_is() {
    for (_, change, expected) in BREAKS {
        let case = case(|_| {}, change);
        assert_eq!(case.missing(), BTreeSet::from([*expected]));
        // Who can mend it: whoever configures systems, or the one that named another party.
        let explanation = case.explain();
        let responsible = explanation.missing().next().unwrap().responsible;
        match *expected {
            "admission/system-not-known" | "admission/source-of-no-system" => {
                assert_eq!(responsible, Responsible::Operator);
            }
            "admission/system-of-another-party" => {
                assert_eq!(responsible, Responsible::Index(ResponsibleParty::Sender));
            }
            _ => {}
        }
    }
}

#[test]
fn of_every_two_broken_links_both_are_named_but_for_what_only_a_known_system_has() {
    let of_a_system = ["address", "party"];
    for (at, (one, first, told)) in BREAKS.iter().enumerate() {
        for (other, second, told_too) in &BREAKS[at + 1..] {
            if one == other || (*one == "certificate" && *other == "lists") {
                continue;
            }
            let case = case(
                |_| {},
                |case, system, through| {
                    first(case, system, through);
                    second(case, system, through);
                },
            );
            let mut expected = BTreeSet::from([*told]);
            if *one != "certificate" || !of_a_system.contains(other) {
                expected.insert(told_too);
            }
            assert_eq!(case.missing(), expected, "{told} and {told_too}");
        }
    }
}

#[test]
fn a_certificate_that_is_signed_by_somebody_else_is_none_of_a_systems_however_it_is_configured() {
    let case = case(
        |case| case.chain.end_entity = case.chain.end_entity.clone().other_issuer_key(),
        |_, _, _| {},
    );
    assert_eq!(
        case.missing(),
        BTreeSet::from(["private-network/path-signature-false"])
    );
}

#[test]
fn a_profile_is_asked_for_only_where_it_is_configured() {
    // Without its number the certificate is none of an access point's server.
    let plain = |profile: Option<Profile>| {
        case(
            |case| case.chain.end_entity = case.chain.end_entity.clone().without_serial_number(),
            |_, system, _| system.profile = profile,
        )
    };
    assert!(plain(None).explain().evaluation.would_permit());
    let missing = plain(Some(Profile::SystemSignature)).missing();
    assert!(!missing.is_empty());
    assert!(
        missing.iter().all(|id| !id.starts_with("admission/")),
        "{missing:?}"
    );
}

#[test]
fn an_access_point_that_the_index_does_not_hold_has_no_rights() {
    let case = case(|_| {}, |_, _, through| *through = format!("{CLINIC}.13.77"));
    assert_eq!(
        case.missing(),
        BTreeSet::from([
            "connection-models/access-point-not-in-index",
            "connection-models/no-right-on-the-day"
        ])
    );
}

#[test]
fn a_certificate_is_told_by_its_issuer_and_serial_number_too() {
    let by = |issuer: Option<&str>, serial: &str| {
        case(
            |_| {},
            |case, system, _| {
                let certificate = case.presented().certificate().unwrap().clone();
                let own = certificate.issuer().common_name().unwrap().into_owned();
                let id = CertificateId::IssuerAndSerial {
                    issuer: issuer.map_or(own, str::to_owned),
                    serial: serial.to_owned(),
                };
                system.certificates = vec![(id, Period::default())];
            },
        )
        .missing()
    };
    let unknown = BTreeSet::from(["admission/system-not-known"]);
    let [a, b, c] = ON_RECORD;
    for serial in [
        format!("{a:02x}{b:02x}{c:02x}"),
        format!("{a:02X}:{b:02X}:{c:02X}"),
    ] {
        assert_eq!(by(None, &serial), BTreeSet::new(), "{serial}");
        assert_eq!(by(Some("Another CA"), &serial), unknown, "{serial}");
    }
    assert_eq!(by(None, &format!("{a:02x}{b:02x}{:02x}", c + 1)), unknown);
}

#[test]
fn a_system_is_known_from_the_first_day_of_its_certificate_to_the_day_before_the_end() {
    let day = |text: &str| text.parse::<Date>().unwrap();
    let known = Period {
        from: Some(day("2025-12-01")),
        until: Some(day("2025-12-03")),
    };
    let case = case(|_| {}, |_, system, _| system.certificates[0].1 = known);
    let (state, connection) = (case.state(), case.connection());
    for (begins, before, behind) in [("2025-12-01", false, true), ("2025-12-03", true, false)] {
        let midnight = Moment::start_of(day(begins));
        for (seconds, expected) in [(-1, before), (0, behind)] {
            let mut attempt = case.attempt;
            attempt.at = Moment::from_unix_seconds(midnight.unix_seconds() + seconds);
            // A connection that stays open notices it as a new one does.
            for connection in [&connection, &case.connection()] {
                let explanation = explained(&state, connection, &attempt);
                assert_eq!(
                    explanation.evaluation.would_permit(),
                    expected,
                    "{}",
                    attempt.at
                );
                let unknown = missing(&explanation).contains("admission/system-not-known");
                assert_eq!(unknown, !expected, "{}", attempt.at);
            }
        }
    }
}

/// A system as a model has it: which certificate, known on which days from the attempt's on, from where, for whom.
#[derive(Clone, Debug)]
struct Configured {
    ours: bool,
    from: Option<i32>,
    until: Option<i32>,
    addresses: Vec<u8>,
    parties: Vec<&'static str>,
}

fn configured() -> impl Strategy<Value = Configured> {
    (
        prop::bool::weighted(0.7),
        prop::option::of(-2..=2),
        prop::option::of(-2..=3),
        prop::collection::vec(0_u8..3, 0..3),
        prop::sample::subsequence(vec![CLINIC, PHYSIO], 0..=2),
    )
        .prop_map(|(ours, from, until, addresses, parties)| Configured {
            ours,
            from,
            until,
            addresses,
            parties,
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    /// Of several systems the first that is known by the certificate on the day counts, with its addresses and its parties,
    /// and then the index decides.
    #[test]
    fn a_system_is_admitted_exactly_where_its_configuration_and_the_index_say_so(
        systems in prop::collection::vec(configured(), 0..4),
        source in 0_u8..3,
        subject in prop::sample::select(vec![CLINIC, PHYSIO]),
        service in prop::sample::select(vec![Service::Prescription, Service::PatientData, Service::Imaging]),
    ) {
        let mut case = good();
        case.source = format!("10.20.{source}.7").parse().unwrap();
        case.attempt.subject = owner(subject);
        case.attempt.service = service;
        let today: Date = "2025-12-01".parse().unwrap();
        let day = |more: i32| today.plus_days(more);
        let ours = Fingerprint::of(&case.chain.end_entity.der());
        let configured = systems.iter().enumerate().map(|(at, it)| {
            let certificate = CertificateId::Fingerprint(if it.ours { ours } else { Fingerprint::of(b"") });
            let days = Period { from: it.from.map(day), until: it.until.map(day) };
            let addresses = it.addresses.iter().map(|third| format!("10.20.{third}.0/24").parse().unwrap());
            let parties = it.parties.iter().map(|party| owner(party));
            System::new(format!("system-{at}"), vec![(certificate, days)], addresses.collect(), parties.collect())
        });
        let through = CLINIC_AP.parse().unwrap();
        case.policy = Policy::own_access_point(through, configured.collect());
        let first = systems.iter().find(|it| {
            it.ours && it.from.is_none_or(|from| from <= 0) && it.until.is_none_or(|until| until > 0)
        });
        let state: State = case.state();
        let asked = Request::new(owner(subject), through, service, today);
        let expected = first.is_some_and(|it| {
            it.addresses.contains(&source) && it.parties.contains(&subject)
        }) && state.index().decide(&asked).is_permit();
        let connection = Connection::new(Presented::clone(&case.presented()));
        let explanation = explained(&state, &connection, &case.attempt);
        prop_assert_eq!(explanation.evaluation.would_permit(), expected);
    }
}
