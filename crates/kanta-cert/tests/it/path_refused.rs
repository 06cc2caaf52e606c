//! Paths that are not verified though no certificate of them is at fault, and limits on their length.

use crate::path_chains::{GOOD, good, letters, question, said};
use kanta_cert::{Certificate, Language, Question, TrustStore};
use kanta_conformance::{Date, Outcome, Why};
use kanta_testkit::{
    CertificateBuilder, CrlBuilder, ROOT_CA_G3_ECC, SERIAL, TestKey, ca, crl, root, root_crl,
    server_certificate,
};

fn quick(it: CertificateBuilder) -> CertificateBuilder {
    it.key(TestKey::P256).issuer_key(TestKey::P256)
}

/// The CA of this number, below the one of the next number or, the last one, below the root.
fn numbered(number: usize, of: usize) -> CertificateBuilder {
    let issuer = if number == of {
        ROOT_CA_G3_ECC.to_owned()
    } else {
        format!("CN=CA {}", number + 1)
    };
    quick(ca())
        .subject(&format!("CN=CA {number}"))
        .issuer(&issuer)
        .basic_constraints(true, None)
}

fn store(cas: &[CertificateBuilder]) -> TrustStore {
    let mut store = TrustStore::new();
    let root = quick(root()).pem();
    store.trust("root", root.as_bytes()).unwrap();
    let cas: String = cas.iter().map(CertificateBuilder::pem).collect();
    store.add_intermediates("cas", cas.as_bytes()).unwrap();
    store
}

fn below_ca_1() -> Certificate {
    let builder = server_certificate().issuer("CN=CA 1");
    Certificate::from_der(&builder.issuer_key(TestKey::P256).der()).unwrap()
}

/// Whether this is what is said where the path check itself stopped.
fn tells_that_it_stopped(outcome: &Outcome) {
    for (language, words) in Language::ALL.into_iter().zip([
        "the path check stopped with: ",
        "polun tarkistus päättyi virheeseen: ",
        "kontrollen av kedjan stannade med: ",
    ]) {
        let told = said(outcome, language);
        assert!(told.starts_with(words), "{told}");
    }
}

#[test]
fn a_path_longer_than_the_check_follows_is_left_open() {
    let cas = |count| -> Vec<CertificateBuilder> {
        (1..=count).map(|number| numbered(number, count)).collect()
    };
    let leaf = below_ca_1();
    let six = store(&cas(6)).outcomes(&leaf, &question());
    assert_eq!(letters(&six), "SSSSSSUS");
    let seven = store(&cas(7)).outcomes(&leaf, &question());
    assert_eq!(letters(&seven), "SSSSSSUU");
    tells_that_it_stopped(&seven[7].1);
}

#[test]
fn a_good_path_that_is_not_reached_among_false_ones_is_left_open() {
    let first = numbered(1, 5);
    let revoked = [7];
    let mut cas = vec![first.clone().certificate_serial(&revoked)];
    // Of the same name, with another key.
    cas.extend((10..30).map(|serial| first.clone().other_key().certificate_serial(&[serial])));
    cas.push(first);
    cas.extend((2..=5).map(|number| numbered(number, 5)));
    let mut store = store(&cas);
    let list = |name: &str| crl().issuer(name).issuer_key(TestKey::P256);
    let mut lists: Vec<CrlBuilder> = (1..=5).map(|it| list(&format!("CN=CA {it}"))).collect();
    lists[1] = lists[1]
        .clone()
        .revoke(&revoked, "2025-11-20T10:00:00Z", None);
    lists.push(root_crl().issuer_key(TestKey::P256));
    for list in lists {
        store.add_crls("lists", &list.der()).unwrap();
    }
    let outcomes = store.outcomes(&below_ca_1(), &question());
    assert_eq!(letters(&outcomes), "SSSSSSUS");
    tells_that_it_stopped(&outcomes[6].1);
}

/// The good chain whose root bears basic constraints with this path length, TRUE written in another way than DER has it.
fn under_a_root_with(path_length: &[u8]) -> Vec<Outcome> {
    let fields = [&[1, 1, 1], path_length].concat();
    let length = u8::try_from(fields.len()).unwrap();
    let value = [&[0x30, length], &fields[..]].concat();
    let chain = good().with_root(|it| it.extension("2.5.29.19", true, &value));
    let mut store = TrustStore::new();
    store.trust("all", chain.trust_pem().as_bytes()).unwrap();
    let leaf = Certificate::from_der(&chain.end_entity.der()).unwrap();
    let outcomes = store.outcomes(&leaf, &question());
    outcomes.into_iter().map(|(_, outcome)| outcome).collect()
}

#[test]
fn a_path_length_counts_however_it_is_written() {
    for (path_length, is_too_long) in [
        (&[2, 1, 0][..], true),
        (&[2, 2, 0, 0], true),
        (&[2, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0], true),
        (&[2, 1, 1], false),
        (&[2, 2, 0, 1], false),
        (&[2, 2, 1, 0], false),
        // What is no number, and what is below zero, sets no limit.
        (&[2, 0], false),
        (&[2, 1, 0xff], false),
        (&[], false),
    ] {
        let outcomes = under_a_root_with(path_length);
        let found = said(&outcomes[4], Language::En);
        let expected = if is_too_long {
            "more CAs stand below it than it allows: `DVV Gov. Root CA - G3 ECC`, allowed: 0 and there are: 1"
        } else {
            ""
        };
        assert_eq!(found, expected, "{path_length:x?}");
    }
}

/// The good chain with this list of the CA, asked about 1.12.2025 as a day.
fn revocation_on_the_day(change: impl FnOnce(CrlBuilder) -> CrlBuilder) -> Outcome {
    let chain = good().with_crl(change);
    let mut store = TrustStore::new();
    store.trust("all", chain.trust_pem().as_bytes()).unwrap();
    let leaf = Certificate::from_der(&chain.end_entity.der()).unwrap();
    let day = Question::on(Date::constant(2025, 12, 1));
    let outcomes = store.outcomes(&leaf, &day);
    let others = letters(&outcomes);
    assert_eq!((&others[..6], &others[7..]), (&GOOD[..6], &GOOD[7..]));
    outcomes[6].1.clone()
}

#[test]
fn a_day_of_which_a_part_is_not_known_is_told_by_what_is_not_known() {
    // Revoked at noon; and a list that holds until noon.
    let noon = "2025-12-01T10:00:00Z";
    let revoked = revocation_on_the_day(|it| it.revoke(&SERIAL, noon, None));
    let stale = revocation_on_the_day(|it| it.next_update(noon));
    for (outcome, told) in [
        (
            revoked,
            [
                "revoked after the time asked about: ",
                "suljettu kysytyn ajan jälkeen: ",
                "spärrat efter den tid som frågan gäller: ",
            ],
        ),
        (
            stale,
            [
                "the list of revoked certificates is stale; the next one was due: ",
                "sulkulista on vanhentunut; seuraava oli määrä julkaista: ",
                "spärrlistan är föråldrad; nästa skulle ha kommit: ",
            ],
        ),
    ] {
        assert!(matches!(outcome, Outcome::Undetermined(Why::Unchecked(_))));
        for (language, words) in Language::ALL.into_iter().zip(told) {
            let told = said(&outcome, language);
            assert!(told.starts_with(words), "{told}");
        }
    }
}
