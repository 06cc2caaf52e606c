//! Chains with one fault, and with several.

use crate::path_chains::{FAULTS, GOOD, Made, NOON, good, letters, part_ways, question, said};
use kanta_cert::{Certificate, Crl, Moment, Question, TrustError, TrustStore};
use kanta_conformance::{Date, FieldPath, Language, Outcome, OutcomeKind};
use kanta_testkit::{RevocationReason, SERIAL, ca, chain, crl, root, server_certificate};

#[test]
fn a_good_chain_verifies_on_elliptic_curves_and_on_rsa() {
    for (name, chain) in [
        ("P-256", good()),
        ("P-384", chain()),
        ("RSA", chain().rsa()),
    ] {
        let outcomes = Made::new(&chain).outcomes();
        assert_eq!(letters(&outcomes), GOOD, "{name}: {outcomes:?}");
    }
}

#[test]
fn each_fault_alone_is_found_where_it_is_and_nowhere_else() {
    for fault in FAULTS {
        let outcomes = Made::new(&(fault.change)(good())).outcomes();
        assert_eq!(
            letters(&outcomes),
            fault.rows,
            "{}: {outcomes:?}",
            fault.words
        );
        let first = outcomes.iter().map(|(_, outcome)| outcome);
        let first = first
            .into_iter()
            .find(|outcome| **outcome != Outcome::Satisfied);
        let words = first.map(|outcome| said(outcome, Language::En));
        assert_eq!(words.unwrap_or_default(), fault.said, "{}", fault.words);
    }
}

#[test]
fn each_fault_is_told_in_three_languages() {
    for fault in FAULTS.iter().filter(|fault| !fault.is_harmless()) {
        let outcomes = Made::new(&(fault.change)(good())).outcomes();
        for (_, outcome) in outcomes {
            let told = Language::ALL.map(|language| said(&outcome, language));
            if outcome == Outcome::Satisfied {
                continue;
            }
            assert!(told.iter().all(|told| !told.is_empty()), "{}", fault.words);
            assert_ne!(told[0], told[1], "{}", fault.words);
            assert_ne!(told[1], told[2], "{}", fault.words);
        }
    }
}

#[test]
fn the_same_faults_are_found_on_rsa() {
    let words = [
        "the root is another one of the same name",
        "the CA's signature is broken",
        "the end entity's signature is broken",
        "the CA has expired",
        "the end entity is revoked",
        "the list's signature is broken",
    ];
    for words in words {
        let fault = FAULTS.iter().find(|fault| fault.words == words).unwrap();
        if words.contains("another one") {
            // There is one RSA key of each size, so another key is one of another size.
            let made = chain().rsa().with_root(|it| {
                it.key(kanta_testkit::TestKey::Rsa2048)
                    .issuer_key(kanta_testkit::TestKey::Rsa2048)
            });
            assert_eq!(letters(&Made::new(&made).outcomes()), fault.rows, "{words}");
            continue;
        }
        let outcomes = Made::new(&(fault.change)(chain().rsa())).outcomes();
        assert_eq!(letters(&outcomes), fault.rows, "{words}: {outcomes:?}");
    }
}

#[test]
fn no_fault_hides_another() {
    let clean = Made::new(&good());
    let made: Vec<Made> = FAULTS
        .iter()
        .map(|fault| Made::new(&(fault.change)(good())))
        .collect();
    let mut pairs = 0;
    for (one, first) in FAULTS.iter().zip(&made) {
        for (other, second) in FAULTS.iter().zip(&made) {
            // Two that come from elsewhere may belong together.
            if one.slot == other.slot || (one.is_of_another() && other.is_of_another()) {
                continue;
            }
            let mut both = clean.clone();
            both.take(one.slot, first);
            both.take(other.slot, second);
            let outcomes = both.outcomes();
            let found = letters(&outcomes);
            pairs += 1;
            for (row, ((a, b), found)) in one
                .rows
                .chars()
                .zip(other.rows.chars())
                .zip(found.chars())
                .enumerate()
            {
                let words = format!("{} and {}, row {row}: {outcomes:?}", one.words, other.words);
                if a == 'V' || b == 'V' {
                    // Named, or said to be hidden by what came first.
                    assert!(found == 'V' || found == 'U', "{words}");
                } else if a == 'U' || b == 'U' {
                    assert_ne!(found, 'S', "{words}");
                }
            }
            if one.is_harmless() && other.is_harmless() && !part_ways(&[one, other]) {
                assert_eq!(found, GOOD, "{} and {}", one.words, other.words);
            }
        }
    }
    assert!(pairs > 1000, "{pairs}");
}

#[test]
fn two_faults_that_could_mask_each_other_are_both_named() {
    let made = Made::new(
        &good()
            .with_ca(|it| it.expired().not_a_ca())
            .with_end_entity(|it| it.broken_signature().expired())
            .with_crl(|it| {
                it.revoke(
                    &SERIAL,
                    "2025-11-20T10:00:00Z",
                    Some(RevocationReason::KeyCompromise),
                )
            }),
    );
    let outcomes = made.outcomes();
    assert_eq!(letters(&outcomes), "SVVVSSVS");
    assert_eq!(
        said(&outcomes[2].1, Language::En),
        "expired: `kanta.klinikka.example` and 2021-05-25 – 2025-11-29 and \
         expired: `DVV Social Welfare and Healthcare Service Certificates - G3E` and 2021-05-25 – 2025-11-29"
    );
}

#[test]
fn every_reason_of_a_revocation_is_told() {
    let words = [
        "not given",
        "the key was compromised",
        "the CA was compromised",
        "the holder's details changed",
        "replaced by another certificate",
        "no longer used",
        "suspended for now",
        "taken off the list",
        "the right was withdrawn",
        "the attribute authority was compromised",
    ];
    for (&reason, words) in RevocationReason::ALL.iter().zip(words) {
        let revoke = |it: kanta_testkit::CrlBuilder| {
            it.revoke(&SERIAL, "2025-11-20T10:00:00Z", Some(reason))
        };
        let outcomes = Made::new(&good().with_crl(revoke)).outcomes();
        let found = said(&outcomes[6].1, Language::En);
        let expected =
            format!("revoked: `kanta.klinikka.example`, on: 2025-11-20 and reason: {words}");
        assert_eq!(found, expected);
    }
}

#[test]
fn without_any_list_the_finding_says_where_the_lists_are() {
    let outcomes = Made::new(&good().without_crls()).outcomes();
    assert_eq!(letters(&outcomes), "SSSSSSUS");
    assert_eq!(
        said(&outcomes[6].1, Language::En),
        "no list of revoked certificates of its issuer was given; it is published at: \
         `http://proxy.fineid.fi/crl/dvvshsp3ec.crl` and of: `kanta.klinikka.example` and \
         no list of revoked certificates of its issuer was given; it is published at: \
         `http://proxy.fineid.fi/crl/dvvroot3ec.crl` and of: \
         `DVV Social Welfare and Healthcare Service Certificates - G3E`"
    );
    let silent = good()
        .without_crls()
        .with_end_entity(kanta_testkit::CertificateBuilder::without_crl_address);
    assert!(
        said(&Made::new(&silent).outcomes()[6].1, Language::En).starts_with(
            "no list of revoked certificates of its issuer was given; the certificate names only a \
         service that is asked by OCSP, and nothing is asked here: `kanta.klinikka.example`"
        )
    );
    let mute = good()
        .without_crls()
        .with_end_entity(kanta_testkit::CertificateBuilder::without_revocation_addresses);
    assert!(
        said(&Made::new(&mute).outcomes()[6].1, Language::En).starts_with(
            "no list of revoked certificates of its issuer was given, and the certificate does not \
         say where one is published: `kanta.klinikka.example`"
        )
    );
}

#[test]
fn the_order_of_the_files_does_not_matter() {
    let chain = good();
    let (root, ca) = (chain.root.pem(), chain.ca.as_ref().unwrap().pem());
    let other = ca_of_another_name();
    let lists = [
        chain.root_crl.as_ref().unwrap().pem(),
        chain.crl.as_ref().unwrap().pem(),
    ];
    let parts = [root, other, ca, lists[0].clone(), lists[1].clone()];
    let certificate = Certificate::from_der(&chain.end_entity.der()).unwrap();
    for shift in 0..parts.len() {
        let mut text = String::new();
        for index in 0..parts.len() {
            text.push_str(&parts[(index + shift) % parts.len()]);
        }
        let mut store = TrustStore::new();
        store.trust("all.pem", text.as_bytes()).unwrap();
        assert_eq!(store.roots().len(), 1);
        assert_eq!(store.intermediates().len(), 2);
        assert_eq!(store.crls().count(), 2);
        assert_eq!(letters(&store.outcomes(&certificate, &question())), GOOD);
    }
}

fn ca_of_another_name() -> String {
    ca().subject("C=FI, O=Toinen, CN=Another CA").pem()
}

#[test]
fn a_root_among_the_intermediates_is_no_anchor() {
    let chain = good();
    let mut store = TrustStore::new();
    store
        .add_intermediates("all.pem", chain.trust_pem().as_bytes())
        .unwrap();
    assert!(store.is_empty());
    let certificate = Certificate::from_der(&chain.end_entity.der()).unwrap();
    let outcomes = store.outcomes(&certificate, &question());
    assert_eq!(letters(&outcomes), "VUUUUUUU");
    assert_eq!(
        said(&outcomes[0].1, Language::En),
        "no trust anchor was given"
    );
}

#[test]
fn only_cas_are_trusted() {
    let error = TrustStore::new()
        .trust("x.pem", server_certificate().pem().as_bytes())
        .unwrap_err();
    let subject = "kanta.klinikka.example".to_owned();
    assert_eq!(error, TrustError::NotACa { subject });
    assert_eq!(
        error.to_string(),
        "`kanta.klinikka.example` is not a CA's certificate: only those of CAs are trusted"
    );
    let error = TrustStore::new().trust("x.pem", b"nothing").unwrap_err();
    assert_eq!(
        error.to_string(),
        "no certificate and no certificate request in it, neither as PEM nor as DER"
    );
}

#[test]
fn a_day_is_answered_as_its_first_and_its_last_second_are() {
    let chain = good();
    let store = Made::new(&chain).store();
    let certificate = Certificate::from_der(&chain.end_entity.der()).unwrap();
    let on = |day| letters(&store.outcomes(&certificate, &Question::on(day)));
    assert_eq!(on(Date::constant(2025, 12, 1)), GOOD);
    assert_eq!(on(Date::constant(2025, 12, 2)), GOOD);
    // The list of the CA holds until the end of 2.12. in Finland.
    assert_eq!(on(Date::constant(2025, 12, 3)), "SSSSSSUS");
    // It was issued when 1.12. began.
    assert_eq!(on(Date::constant(2025, 11, 30)), "SSSSSSUS");
    let ending =
        good().with_end_entity(|it| it.valid("2025-08-31T21:00:00Z", "2025-12-01T10:00:00Z"));
    let store = Made::new(&ending).store();
    let certificate = Certificate::from_der(&ending.end_entity.der()).unwrap();
    let outcomes = store.outcomes(&certificate, &Question::on(Date::constant(2025, 12, 1)));
    assert_eq!(letters(&outcomes), "SSUSSSSS");
}

#[test]
fn the_last_second_is_valid_and_the_list_stale_from_its_next_update_on() {
    let chain = good();
    let store = Made::new(&chain).store();
    let certificate = Certificate::from_der(&chain.end_entity.der()).unwrap();
    let at = |seconds| {
        let moment = Moment::from_unix_seconds(seconds);
        letters(&store.outcomes(&certificate, &Question::at(moment)))
    };
    // 2.12.2025 22:00 UTC
    assert_eq!(at(1_764_712_799), GOOD);
    assert_eq!(at(1_764_712_800), "SSSSSSUS");
    let lasting = good().with_crl(|it| it.next_update("2030-01-01T00:00:00Z"));
    let lasting = lasting.with_root_crl(|it| it.next_update("2030-01-01T00:00:00Z"));
    let store = Made::new(&lasting).store();
    let at = |seconds| {
        let moment = Moment::from_unix_seconds(seconds);
        letters(&store.outcomes(&certificate, &Question::at(moment)))
    };
    // 31.8.2026 20:59:59 UTC is the last second of the certificate.
    assert_eq!(at(1_788_209_999), GOOD);
    assert_eq!(at(1_788_210_000), "SSVSSSSS");
}

#[test]
fn before_the_article_nothing_is_known_to_be_required() {
    let chain = good();
    let store = Made::new(&chain).store();
    let certificate = Certificate::from_der(&chain.end_entity.der()).unwrap();
    let on = |day| letters(&store.outcomes(&certificate, &Question::on(day)));
    assert_eq!(on(Date::constant(2019, 5, 9)), "UUUUUUUU");
    assert_eq!(on(Date::constant(2019, 5, 10)), "SSVSSSUS");
}

#[test]
fn a_test_root_among_production_ones_is_found() {
    let production = root().pem();
    let test = "C=FI, O=Digi- ja vaestotietovirasto TEST, CN=DVV TEST Root CA - G3 ECC";
    let test = root().subject(test).issuer(test).pem();
    let mut store = TrustStore::new();
    store.trust("a.pem", production.as_bytes()).unwrap();
    let about = |store: &TrustStore| {
        let findings = store.findings_about_itself(&question(), &FieldPath::table("trust"));
        let kinds: Vec<OutcomeKind> = findings.iter().map(|f| f.outcome.kind()).collect();
        (kinds, said(&findings[0].outcome, Language::En))
    };
    let other = OutcomeKind::Violated;
    // The testkit's root bears the name of DVV's and is another certificate.
    assert_eq!(about(&store).0, [OutcomeKind::Satisfied, other]);
    store.trust("b.pem", test.as_bytes()).unwrap();
    let (kinds, said) = about(&store);
    assert_eq!(kinds, [OutcomeKind::Violated, other]);
    assert_eq!(said, "`DVV TEST Root CA - G3 ECC`");
    let mut tests_only = TrustStore::new();
    tests_only.trust("b.pem", test.as_bytes()).unwrap();
    assert_eq!(about(&tests_only).0, [OutcomeKind::Satisfied; 2]);
    let list = kanta_cert::IssuerList::built_in();
    let places: Vec<&str> = store
        .roots()
        .iter()
        .map(|root| root.role(list).name().en)
        .collect();
    assert_eq!(
        places,
        [
            "bears the name of a root of DVV's, and is not that root's certificate",
            "a root of DVV's test hierarchy"
        ]
    );
}

#[test]
fn a_list_is_read_with_its_times_and_its_issuer() {
    let list = Crl::read_all(crl().pem().as_bytes())
        .unwrap()
        .pop()
        .unwrap();
    assert_eq!(list.this_update().to_string(), "2025-11-30T22:00:00Z");
    assert_eq!(
        list.next_update().unwrap().to_string(),
        "2025-12-02T22:00:00Z"
    );
    assert_eq!(
        list.issuer().common_name().as_deref(),
        Some("DVV Social Welfare and Healthcare Service Certificates - G3E")
    );
    assert_eq!(list.obstacle(), None);
    let cut = &crl().der()[..40];
    assert_eq!(
        Crl::from_der(cut).unwrap_err().to_string(),
        "the list of revoked certificates is broken at byte 0"
    );
}

#[test]
fn equal_descriptions_give_equal_bytes() {
    let (one, other) = (Made::new(&chain().rsa()), Made::new(&chain().rsa()));
    assert_eq!(format!("{one:?}"), format!("{other:?}"));
    let _ = NOON;
}

#[test]
fn a_chain_with_one_bit_turned_round_never_verifies() {
    let chain = good();
    let store = Made::new(&chain).store();
    let der = chain.end_entity.der();
    for bit in (0..der.len() * 8).step_by(7) {
        let mut turned = der.clone();
        turned[bit / 8] ^= 1 << (bit % 8);
        if let Ok(certificate) = Certificate::from_der(&turned) {
            let found = letters(&store.outcomes(&certificate, &question()));
            assert_ne!(found, GOOD, "bit {bit}");
        }
    }
}

#[test]
fn what_webpki_refuses_is_not_hidden_by_an_unknown_status() {
    let made = good().without_crls().with_end_entity(|it| it.version(None));
    let outcomes = Made::new(&made).outcomes();
    assert_eq!(letters(&outcomes), "SSSSSSUU");
}
