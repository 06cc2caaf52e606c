//! The faults that a chain of three can have, each in words, with what must be said of it.

use kanta_cert::{Certificate, Moment, Question, TrustStore};
use kanta_conformance::{Language, Outcome, Requirement, Why};
use kanta_testkit::{
    CertificateBuilder, ChainBuilder, CrlBuilder, KeyUsage, ROOT_CRL, RevocationReason, SERIAL,
    SOTE_CRL, StringType, chain,
};

/// 1.12.2025 at two o'clock in Finland.
pub(crate) const NOON: i64 = 1_764_547_200;

pub(crate) fn question() -> Question<'static> {
    Question::at(Moment::from_unix_seconds(NOON))
}

/// The part of the chain that a fault sits in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slot {
    Root,
    Ca,
    EndEntity,
    RootCrl,
    Crl,
}

/// What OpenSSL says of a chain that has this fault and no other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Openssl {
    Accepts,
    Refuses,
}

/// One way in which a chain differs from a good one.
pub(crate) struct Fault {
    pub(crate) slot: Slot,
    pub(crate) words: &'static str,
    pub(crate) change: fn(ChainBuilder) -> ChainBuilder,
    /// One letter for each row: satisfied, violated, undetermined.
    pub(crate) rows: &'static str,
    /// What the first row that is not satisfied says was found, or stands in the way.
    pub(crate) said: &'static str,
    pub(crate) openssl: Openssl,
    /// Why OpenSSL and we differ, where we do.
    pub(crate) differs: &'static str,
}

const fn fault(
    slot: Slot,
    words: &'static str,
    change: fn(ChainBuilder) -> ChainBuilder,
    rows: &'static str,
    said: &'static str,
) -> Fault {
    Fault {
        slot,
        words,
        change,
        rows,
        said,
        openssl: Openssl::Refuses,
        differs: "",
    }
}

impl Fault {
    const fn accepted(mut self, differs: &'static str) -> Self {
        self.openssl = Openssl::Accepts;
        self.differs = differs;
        self
    }

    const fn refused(mut self, differs: &'static str) -> Self {
        self.differs = differs;
        self
    }

    /// Whether it brings in another key under the same name.
    pub(crate) fn is_of_another(&self) -> bool {
        self.words.contains("of the same name")
    }

    pub(crate) fn is_harmless(&self) -> bool {
        self.rows == GOOD
    }
}

pub(crate) const GOOD: &str = "SSSSSSSS";
const NO_PATH: &str = "VUUUUUUU";

macro_rules! at {
    (root) => {
        Slot::Root
    };
    (ca) => {
        Slot::Ca
    };
    (leaf) => {
        Slot::EndEntity
    };
    (root_crl) => {
        Slot::RootCrl
    };
    (crl) => {
        Slot::Crl
    };
}
macro_rules! change {
    (root, $change:expr) => {
        |it: ChainBuilder| it.with_root($change)
    };
    (ca, $change:expr) => {
        |it: ChainBuilder| it.with_ca($change)
    };
    (leaf, $change:expr) => {
        |it: ChainBuilder| it.with_end_entity($change)
    };
    (root_crl, $change:expr) => {
        |it: ChainBuilder| it.with_root_crl($change)
    };
    (crl, $change:expr) => {
        |it: ChainBuilder| it.with_crl($change)
    };
}
macro_rules! faulty {
    ($slot:ident, $words:literal, $change:expr, $rows:expr, $said:literal) => {
        fault(at!($slot), $words, change!($slot, $change), $rows, $said)
    };
}

const OTHER_ROOT: &str = "C=FI, O=Toinen varmentaja, CN=Another Root";
const PAST: &str = "2025-11-20T10:00:00Z";

#[rustfmt::skip]
pub(crate) static FAULTS: &[Fault] = &[
    // The root.
    faulty!(root, "the root has expired", CertificateBuilder::expired, "SSVSSSSS",
        "expired: `DVV Gov. Root CA - G3 ECC` and 2021-05-25 – 2025-11-29"),
    faulty!(root, "the root is not yet valid", CertificateBuilder::not_yet_valid, "SSVSSSSS",
        "not yet valid: `DVV Gov. Root CA - G3 ECC` and 2025-12-03 – 2041-05-20"),
    faulty!(root, "the root is another one of the same name", |it| it.other_key().other_issuer_key(), "SVSSSSUS",
        "the signature does not verify: `DVV Social Welfare and Healthcare Service Certificates - G3E` and with the key of: `DVV Gov. Root CA - G3 ECC`"),
    faulty!(root, "the root allows no CA below it", |it| it.basic_constraints(true, Some(0)), "SSSSVSSS",
        "more CAs stand below it than it allows: `DVV Gov. Root CA - G3 ECC`, allowed: 0 and there are: 1"),
    faulty!(root, "the root may not sign certificates", CertificateBuilder::may_not_sign_certificates, "SSSVSSSS",
        "its key usage leaves out the signing of certificates: `DVV Gov. Root CA - G3 ECC`"),
    faulty!(root, "the root may not sign lists", CertificateBuilder::may_not_sign_crls, "SSSSSSUS",
        "its issuer's key usage leaves out the signing of lists of revoked certificates: `DVV Social Welfare and Healthcare Service Certificates - G3E`"),
    faulty!(root, "the root allows other names only", |it| it.only_names_below("other.example"), "SSSSSVSS",
        "a name lies outside the name constraints: `DVV Gov. Root CA - G3 ECC`"),
    faulty!(root, "the root allows the end entity's name", |it| it.only_names_below("klinikka.example"), GOOD, "").accepted(""),
    faulty!(root, "the root is somebody else's", |it| it.subject(OTHER_ROOT).issuer(OTHER_ROOT), NO_PATH,
        "no certificate of its issuer was given: `DVV Gov. Root CA - G3 ECC` and of: `DVV Social Welfare and Healthcare Service Certificates - G3E`"),
    // The issuing CA.
    fault(Slot::Ca, "the CA is left out", ChainBuilder::without_ca, NO_PATH,
        "no certificate of its issuer was given: `DVV Social Welfare and Healthcare Service Certificates - G3E` and of: `kanta.klinikka.example`"),
    faulty!(ca, "the CA has expired", CertificateBuilder::expired, "SSVSSSSS",
        "expired: `DVV Social Welfare and Healthcare Service Certificates - G3E` and 2021-05-25 – 2025-11-29"),
    faulty!(ca, "the CA is not yet valid", CertificateBuilder::not_yet_valid, "SSVSSSSS",
        "not yet valid: `DVV Social Welfare and Healthcare Service Certificates - G3E` and 2025-12-03 – 2041-05-20"),
    faulty!(ca, "the CA is no CA", CertificateBuilder::not_a_ca, "SSSVSSSS",
        "not a CA by its basic constraints: `DVV Social Welfare and Healthcare Service Certificates - G3E`"),
    faulty!(ca, "the CA has no basic constraints", CertificateBuilder::without_basic_constraints, "SSSVSSSS",
        "not a CA by its basic constraints: `DVV Social Welfare and Healthcare Service Certificates - G3E`"),
    faulty!(ca, "the CA may not sign certificates", CertificateBuilder::may_not_sign_certificates, "SSSVSSSS",
        "its key usage leaves out the signing of certificates: `DVV Social Welfare and Healthcare Service Certificates - G3E`"),
    faulty!(ca, "the CA may not sign lists", CertificateBuilder::may_not_sign_crls, "SSSSSSUS",
        "its issuer's key usage leaves out the signing of lists of revoked certificates: `kanta.klinikka.example`"),
    faulty!(ca, "the CA's key usage cannot be read", |it| it.extension("2.5.29.15", true, &[0x04, 0x01, 0x06]), "SSSVSSUS",
        "its key usage leaves out the signing of certificates: `DVV Social Welfare and Healthcare Service Certificates - G3E`"),
    faulty!(ca, "the CA's key usage has bits without a name", |it| it.extension("2.5.29.15", true, &[0x03, 0x05, 0x07, 0x06, 0x00, 0x01, 0x80]), GOOD, "").accepted(""),
    faulty!(ca, "the CA is another one of the same name", CertificateBuilder::other_key, "SVSSSSUS",
        "the signature does not verify: `kanta.klinikka.example` and with the key of: `DVV Social Welfare and Healthcare Service Certificates - G3E`"),
    faulty!(ca, "the CA's signature is broken", CertificateBuilder::broken_signature, "SVSSSSSS",
        "the signature does not verify: `DVV Social Welfare and Healthcare Service Certificates - G3E` and with the key of: `DVV Gov. Root CA - G3 ECC`"),
    faulty!(ca, "the CA was signed by another root of the same name", CertificateBuilder::other_issuer_key, "SVSSSSSS",
        "the signature does not verify: `DVV Social Welfare and Healthcare Service Certificates - G3E` and with the key of: `DVV Gov. Root CA - G3 ECC`"),
    faulty!(ca, "the CA allows other names only", |it| it.only_names_below("other.example"), "SSSSSVSS",
        "a name lies outside the name constraints: `DVV Social Welfare and Healthcare Service Certificates - G3E`"),
    faulty!(ca, "the CA has critical policies", |it| it.critical_policies(&["1.2.246.517.1.10.351.7"]), "SSSSSSSU",
        "certificate policies that are critical: no policies are processed on a path here and in: `DVV Social Welfare and Healthcare Service Certificates - G3E`")
        .accepted("OpenSSL processes policies, webpki does not: never a pass with us"),
    faulty!(ca, "the CA has an unknown critical extension", CertificateBuilder::unknown_critical_extension, "SSSSSSSU",
        "a critical extension that is not processed: `1.2.246.517.99.1` and in: `DVV Social Welfare and Healthcare Service Certificates - G3E`"),
    faulty!(ca, "the CA writes its name in another string type", |it| it.strings(StringType::Printable), "UUUUUUUU",
        "the issuer's name is written with other characters or in another string type than in the issuer's own certificate, and the path check compares octets: `DVV Social Welfare and Healthcare Service Certificates - G3E` and of: `kanta.klinikka.example`")
        .accepted("OpenSSL compares names by their text, webpki by their octets"),
    faulty!(ca, "the CA bears no purposes", CertificateBuilder::without_extended_key_usage, GOOD, "").accepted(""),
    // The end entity.
    faulty!(leaf, "the end entity has expired", CertificateBuilder::expired, "SSVSSSSS",
        "expired: `kanta.klinikka.example` and 2021-05-25 – 2025-11-29"),
    faulty!(leaf, "the end entity is not yet valid", CertificateBuilder::not_yet_valid, "SSVSSSSS",
        "not yet valid: `kanta.klinikka.example` and 2025-12-03 – 2041-05-20"),
    faulty!(leaf, "the end entity's signature is broken", CertificateBuilder::broken_signature, "SVSSSSSS",
        "the signature does not verify: `kanta.klinikka.example` and with the key of: `DVV Social Welfare and Healthcare Service Certificates - G3E`"),
    faulty!(leaf, "the end entity was signed by another CA of the same name", CertificateBuilder::other_issuer_key, "SVSSSSSS",
        "the signature does not verify: `kanta.klinikka.example` and with the key of: `DVV Social Welfare and Healthcare Service Certificates - G3E`"),
    faulty!(leaf, "the end entity has critical policies", |it| it.critical_policies(&["1.2.246.517.1.10.358.1"]), "SSSSSSSU",
        "certificate policies that are critical: no policies are processed on a path here and in: `kanta.klinikka.example`")
        .accepted("OpenSSL processes policies, webpki does not: never a pass with us"),
    faulty!(leaf, "the end entity has an unknown critical extension", CertificateBuilder::unknown_critical_extension, "SSSSSSSU",
        "a critical extension that is not processed: `1.2.246.517.99.1` and in: `kanta.klinikka.example`"),
    faulty!(leaf, "the end entity is a CA", |it| it.key_usage(&[KeyUsage::KeyCertSign]).basic_constraints(true, None), "SSSSSSSU",
        "it is a CA's own certificate, and those are not verified as an end entity's: `kanta.klinikka.example`")
        .accepted("OpenSSL verifies a CA's own certificate as any other; webpki refuses it as an end entity's"),
    faulty!(leaf, "the end entity is of version 1", |it| it.version(None), "SSSSSSSU",
        "the path check stopped with: `UnsupportedCertVersion` and in: `kanta.klinikka.example`")
        .accepted("OpenSSL reads extensions whatever the version; webpki reads version 3 only"),
    faulty!(leaf, "the end entity bears an unknown purpose only", |it| it.extended_key_usage(&["1.3.6.1.4.1.1847.2021.1.1"]), GOOD, "").accepted(""),
    faulty!(leaf, "the end entity bears no purposes", CertificateBuilder::without_extended_key_usage, GOOD, "").accepted(""),
    faulty!(leaf, "the end entity names no list", CertificateBuilder::without_crl_address, GOOD, "").accepted(""),
    // The root's list.
    fault(Slot::RootCrl, "no list of the root", |it| ChainBuilder { root_crl: None, ..it }, "SSSSSSUS",
        "no list of revoked certificates of its issuer was given; it is published at: `http://proxy.fineid.fi/crl/dvvroot3ec.crl`, of: `DVV Social Welfare and Healthcare Service Certificates - G3E` and the lists given are of: `DVV Social Welfare and Healthcare Service Certificates - G3E`"),
    faulty!(root_crl, "the CA is revoked", |it| it.revoke(&SERIAL, PAST, Some(RevocationReason::CaCompromise)), "SSSSSSVS",
        "revoked: `DVV Social Welfare and Healthcare Service Certificates - G3E`, on: 2025-11-20 and reason: the CA was compromised"),
    faulty!(root_crl, "the root's list is stale", |it| it.next_update("2025-11-30T23:00:00Z"), "SSSSSSUS",
        "the list of revoked certificates is stale; the next one was due: 2025-12-01, of: `DVV Social Welfare and Healthcare Service Certificates - G3E` and `http://proxy.fineid.fi/crl/dvvroot3ec.crl`"),
    faulty!(root_crl, "the root's list is another's of the same name", CrlBuilder::other_issuer_key, "SSSSSSUS",
        "the list of revoked certificates was not signed by its issuer: `DVV Social Welfare and Healthcare Service Certificates - G3E`"),
    faulty!(root_crl, "the root's list covers CAs only", |it| it.only_cas(ROOT_CRL), GOOD, "").refused("OpenSSL asks for the root's own status too, and the root names no address that the list is for; a trust anchor is not revoked by its own list"),
    faulty!(root_crl, "the root's list revokes another CA", |it| it.revoke(&[7], PAST, None), GOOD, "").accepted(""),
    // The issuing CA's list.
    fault(Slot::Crl, "no list of the CA", |it| ChainBuilder { crl: None, ..it }, "SSSSSSUS",
        "no list of revoked certificates of its issuer was given; it is published at: `http://proxy.fineid.fi/crl/dvvshsp3ec.crl`, of: `kanta.klinikka.example` and the lists given are of: `DVV Gov. Root CA - G3 ECC`"),
    faulty!(crl, "the end entity is revoked", |it| it.revoke(&SERIAL, PAST, Some(RevocationReason::KeyCompromise)), "SSSSSSVS",
        "revoked: `kanta.klinikka.example`, on: 2025-11-20 and reason: the key was compromised"),
    faulty!(crl, "the end entity is revoked without a reason", |it| it.revoke(&SERIAL, PAST, None), "SSSSSSVS",
        "revoked: `kanta.klinikka.example`, on: 2025-11-20 and reason: not given"),
    faulty!(crl, "the end entity is revoked by a stale list", |it| it.revoke(&SERIAL, PAST, None).next_update("2025-11-30T23:00:00Z"), "SSSSSSVS",
        "revoked: `kanta.klinikka.example`, on: 2025-11-20 and reason: not given and the list of revoked certificates is stale; the next one was due: 2025-12-01, of: `kanta.klinikka.example` and `http://proxy.fineid.fi/crl/dvvshsp3ec.crl`"),
    faulty!(crl, "the end entity is revoked later", |it| it.revoke(&SERIAL, "2025-12-01T10:00:00Z", Some(RevocationReason::Superseded)), "SSSSSSUS",
        "revoked after the time asked about: `kanta.klinikka.example`, on: 2025-12-01 and reason: replaced by another certificate"),
    faulty!(crl, "another certificate is revoked", |it| it.revoke(&[1, 2, 3], PAST, None), GOOD, "").accepted(""),
    faulty!(crl, "the list is stale", |it| it.next_update("2025-11-30T23:00:00Z"), "SSSSSSUS",
        "the list of revoked certificates is stale; the next one was due: 2025-12-01, of: `kanta.klinikka.example` and `http://proxy.fineid.fi/crl/dvvshsp3ec.crl`"),
    faulty!(crl, "the list was issued later", |it| it.this_update("2025-12-01T10:00:00Z"), "SSSSSSUS",
        "the list of revoked certificates was issued after the time asked about: 2025-12-01 and of: `kanta.klinikka.example`"),
    faulty!(crl, "the list says not until when it holds", CrlBuilder::without_next_update, "SSSSSSUS",
        "a list that does not say until when it holds: `kanta.klinikka.example`")
        .accepted("OpenSSL takes a list without nextUpdate as one that never ends; RFC 5280 section 5.1.2.5 demands it"),
    faulty!(crl, "the list's signature is broken", CrlBuilder::broken_signature, "SSSSSSUS",
        "the list of revoked certificates was not signed by its issuer: `kanta.klinikka.example`"),
    faulty!(crl, "the list is another's of the same name", CrlBuilder::other_issuer_key, "SSSSSSUS",
        "the list of revoked certificates was not signed by its issuer: `kanta.klinikka.example`"),
    faulty!(crl, "the list names where it is published", |it| it.published_at(SOTE_CRL), GOOD, "").accepted(""),
    faulty!(crl, "the list is for another place", |it| it.published_at("http://proxy.fineid.fi/crl/other.crl"), "SSSSSSUS",
        "the list given is for other certificates of its issuer; the certificate names: `http://proxy.fineid.fi/crl/dvvshsp3ec.crl` and of: `kanta.klinikka.example`"),
    faulty!(crl, "the list covers CAs only", |it| it.only_cas(SOTE_CRL), "SSSSSSUS",
        "the list given is for other certificates of its issuer; the certificate names: `http://proxy.fineid.fi/crl/dvvshsp3ec.crl` and of: `kanta.klinikka.example`"),
    faulty!(crl, "the list is a delta list", CrlBuilder::delta, "SSSSSSUS",
        "a delta list, which is not evaluated: `kanta.klinikka.example`")
        .accepted("OpenSSL takes a delta list for a full one; it says nothing of what was revoked before"),
    faulty!(crl, "the list is indirect", |it| it.indirect(SOTE_CRL), "SSSSSSUS",
        "an indirect list, which is not evaluated: `kanta.klinikka.example`"),
    faulty!(crl, "the list is for some reasons only", |it| it.only_key_compromise(SOTE_CRL), "SSSSSSUS",
        "a list for some reasons only, which is not evaluated: `kanta.klinikka.example`"),
    faulty!(crl, "the list is of version 1", CrlBuilder::version_1, "SSSSSSUS",
        "a list without extensions (version 1), which is not evaluated: `kanta.klinikka.example`")
        .accepted("OpenSSL reads lists of version 1; RFC 5280 section 5.1.2.1 demands version 2"),
    faulty!(crl, "the list has an unknown critical extension", |it| it.extension("1.2.246.517.99.1", true, &[5, 0]), "SSSSSSUS",
        "a list with a critical extension that is not processed: `kanta.klinikka.example`"),
];

/// Whether parts that are good alone do not go together: a list for one address says nothing of a
/// certificate that names none.
pub(crate) fn part_ways(chosen: &[&Fault]) -> bool {
    let has = |words| chosen.iter().any(|fault| fault.words == words);
    has("the end entity names no list") && has("the list names where it is published")
}

/// Whether faults mend each other: a list that covers CAs only does cover an end entity that is one.
pub(crate) fn mend_each_other(chosen: &[&Fault]) -> bool {
    let has = |words| chosen.iter().any(|fault| fault.words == words);
    let others = chosen.iter().filter(|fault| fault.is_of_another()).count();
    others > 1 || has("the end entity is a CA") && has("the list covers CAs only")
}

/// A chain, made.
#[derive(Clone, Debug)]
pub(crate) struct Made {
    pub(crate) root: String,
    pub(crate) ca: Option<String>,
    pub(crate) end_entity: String,
    pub(crate) root_crl: Option<String>,
    pub(crate) crl: Option<String>,
}

impl Made {
    pub(crate) fn new(chain: &ChainBuilder) -> Self {
        Self {
            root: chain.root.pem(),
            ca: chain.ca.as_ref().map(CertificateBuilder::pem),
            end_entity: chain.end_entity.pem(),
            root_crl: chain.root_crl.as_ref().map(CrlBuilder::pem),
            crl: chain.crl.as_ref().map(CrlBuilder::pem),
        }
    }

    pub(crate) fn store(&self) -> TrustStore {
        let mut store = TrustStore::new();
        store.trust("root", self.root.as_bytes()).unwrap();
        if let Some(ca) = &self.ca {
            store.add_intermediates("ca", ca.as_bytes()).unwrap();
        }
        for list in [&self.root_crl, &self.crl].into_iter().flatten() {
            store.add_crls("crl", list.as_bytes()).unwrap();
        }
        store
    }

    pub(crate) fn outcomes(&self) -> Vec<(&'static Requirement, Outcome)> {
        let certificate = Certificate::from_pem_or_der(self.end_entity.as_bytes());
        let certificate = certificate.or_else(|_| {
            // A CA's own certificate.
            match kanta_cert::CertificateOrRequest::read_all(self.end_entity.as_bytes())?.pop() {
                Some(kanta_cert::CertificateOrRequest::Certificate(only)) => Ok(*only),
                _ => Err(kanta_cert::ReadError::NotFound),
            }
        });
        self.store().outcomes(&certificate.unwrap(), &question())
    }

    /// This one's part where the slot says so, the other's everywhere else.
    pub(crate) fn take(&mut self, slot: Slot, from: &Self) {
        match slot {
            Slot::Root => self.root.clone_from(&from.root),
            Slot::Ca => self.ca.clone_from(&from.ca),
            Slot::EndEntity => self.end_entity.clone_from(&from.end_entity),
            Slot::RootCrl => self.root_crl.clone_from(&from.root_crl),
            Slot::Crl => self.crl.clone_from(&from.crl),
        }
    }
}

/// The good chain that all others differ from: the quickest one.
pub(crate) fn good() -> ChainBuilder {
    chain().quick()
}

/// A letter for each row.
pub(crate) fn letters(outcomes: &[(&'static Requirement, Outcome)]) -> String {
    let letter = |(_, outcome): &(_, Outcome)| match outcome {
        Outcome::Satisfied => 'S',
        Outcome::Violated { .. } => 'V',
        Outcome::Undetermined(_) => 'U',
        _ => '-',
    };
    outcomes.iter().map(letter).collect()
}

/// What an outcome says was found, or stands in the way.
pub(crate) fn said(outcome: &Outcome, language: Language) -> String {
    match outcome {
        Outcome::Violated { found, .. } => found.display(language).to_string(),
        Outcome::Undetermined(Why::Unchecked(value)) => value.display(language).to_string(),
        _ => String::new(),
    }
}
