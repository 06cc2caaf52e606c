//! Paths: a certificate with its CA, root and lists of revoked certificates, to every outcome, beside webpki alone.
//!
//! Arguments and output: `kanta_benches::table`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a bench stops at what it does not expect"
)]

use std::hint::black_box;
use std::process::ExitCode;
use std::time::Duration;

use kanta_benches::table::{Bench, Unit};
use kanta_cert::{Certificate, Moment, Question, TrustStore};
use kanta_conformance::Outcome;
use kanta_testkit::{ChainBuilder, chain};
use rustls_pki_types::{CertificateDer, TrustAnchor, UnixTime};
use webpki::{
    ALL_VERIFICATION_ALGS, CertRevocationList, EndEntityCert, ExpirationPolicy, KeyUsage,
    OwnedCertRevocationList, RevocationOptionsBuilder, anchor_from_trusted_cert,
};

/// 1.12.2025 at two o'clock in Finland.
const SECONDS: u64 = 1_764_547_200;

/// The same chain as webpki wants it.
struct Theirs {
    end_entity: Vec<u8>,
    anchors: [TrustAnchor<'static>; 1],
    between: [CertificateDer<'static>; 1],
    lists: [CertRevocationList<'static>; 2],
}

impl Theirs {
    fn new(made: &ChainBuilder) -> Self {
        let root = CertificateDer::from(made.root.der());
        let list = |list: &Option<kanta_testkit::CrlBuilder>| {
            let der = list.as_ref().expect("it is there").der();
            OwnedCertRevocationList::from_der(&der)
                .expect("good")
                .into()
        };
        Self {
            end_entity: made.end_entity.der(),
            anchors: [anchor_from_trusted_cert(&root).expect("good").to_owned()],
            between: [CertificateDer::from(
                made.ca.as_ref().expect("it is there").der(),
            )],
            lists: [list(&made.root_crl), list(&made.crl)],
        }
    }

    fn verify(&self) -> bool {
        let lists = self.lists.each_ref();
        let revocation = RevocationOptionsBuilder::new(&lists)
            .expect("there are lists")
            .with_expiration_policy(ExpirationPolicy::Enforce)
            .build();
        let der = CertificateDer::from(self.end_entity.as_slice());
        let end_entity = EndEntityCert::try_from(&der).expect("good");
        end_entity
            .verify_for_usage(
                ALL_VERIFICATION_ALGS,
                &self.anchors,
                &self.between,
                UnixTime::since_unix_epoch(Duration::from_secs(SECONDS)),
                KeyUsage::client_auth(),
                Some(revocation),
                None,
            )
            .is_ok()
    }
}

fn main() -> ExitCode {
    let bench = Bench::from_arguments();
    let mut lines = Vec::new();
    for (name, made) in [
        ("P-256", chain().quick()),
        ("P-384", chain()),
        ("RSA", chain().rsa()),
    ] {
        let mut store = TrustStore::new();
        store
            .trust("trust", made.trust_pem().as_bytes())
            .expect("good");
        let certificate = Certificate::from_der(&made.end_entity.der()).expect("good");
        let seconds = i64::try_from(SECONDS).expect("small");
        let question = Question::at(Moment::from_unix_seconds(seconds));
        let ours = || {
            let outcomes = store.outcomes(black_box(&certificate), &question);
            outcomes
                .iter()
                .all(|(_, outcome)| *outcome == Outcome::Satisfied)
        };
        let theirs = Theirs::new(&made);
        // Equal answers first.
        assert!(ours());
        assert!(theirs.verify());
        let [by_webpki, by_us] = bench.compare(
            &format!("path/{name}"),
            [
                ("webpki alone", &mut || {
                    black_box(black_box(&theirs).verify());
                }),
                ("ours, every outcome", &mut || {
                    black_box(ours());
                }),
            ],
        );
        lines.push((name, by_webpki, by_us));
    }
    bench.section(
        "A path with lists of revoked certificates, to every outcome",
        "webpki alone",
    );
    for (name, by_webpki, by_us) in lines {
        bench.beside(name, Unit::Time, by_webpki, by_us);
    }
    bench.finish()
}
