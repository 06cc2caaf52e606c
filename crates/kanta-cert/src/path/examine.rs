//! What is wrong with a chain: every link looked at for itself, so that no fault hides another.

use kanta_conformance::{Outcome, Text, Value};
use rustls_pki_types::CertificateDer;
use webpki::{ALL_VERIFICATION_ALGS, EndEntityCert, Error};

use super::parts::{POLICIES, Parts};
use super::revocation;
use super::search::{Chain, Link, chain, chains, written_otherwise};
use super::store::{TrustStore, called};
use super::verify::{AnyPurpose, Asked, Verified, unix};
use super::words::*;
use crate::certificate::Certificate;
use crate::key::Key;
use crate::oid::DerOid;
use crate::time::Moment;

/// What is asked of a path: one row each, in the order of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Matter {
    Trusted,
    Genuine,
    Valid,
    Cas,
    Length,
    Names,
    Revoked,
    Processed,
}

pub(super) const MATTERS: [Matter; 8] = [
    Matter::Trusted,
    Matter::Genuine,
    Matter::Valid,
    Matter::Cas,
    Matter::Length,
    Matter::Names,
    Matter::Revoked,
    Matter::Processed,
];

impl Matter {
    const fn required(self) -> Text {
        match self {
            Self::Trusted => ONE_ANCHOR,
            Self::Genuine => GENUINE,
            Self::Valid => VALID,
            Self::Cas => CAS,
            Self::Length => SHORT_ENOUGH,
            Self::Names => NAMES_INSIDE,
            Self::Revoked => NOT_REVOKED,
            Self::Processed => PROCESSED,
        }
    }
}

/// What was found on a chain: on each matter what is wrong, and what is not known.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    wrong: Vec<(Matter, Value)>,
    unknown: Vec<(Matter, Value)>,
}

impl Found {
    pub(super) fn wrong(&mut self, matter: Matter, parts: Vec<Value>) {
        self.wrong.push((matter, Value::List(parts)));
    }

    pub(super) fn unknown(&mut self, matter: Matter, parts: Vec<Value>) {
        self.unknown.push((matter, Value::List(parts)));
    }

    /// Whatever the reason: what webpki refuses never passes.
    fn stopped(&mut self, matter: Matter, refusal: &Error) {
        let words = Value::words(&refusal.to_string());
        self.unknown(matter, vec![about(PATH_CHECK_STOPPED, words)]);
    }

    /// Whether anything but revocation was found, so that a refused path does not look good.
    fn explains_the_path(&self) -> bool {
        let mut all = self.wrong.iter().chain(&self.unknown);
        all.any(|(matter, _)| *matter != Matter::Revoked)
    }

    fn is_empty(&self) -> bool {
        self.wrong.is_empty() && self.unknown.is_empty()
    }

    fn count(found: &[(Matter, Value)], matter: Matter) -> usize {
        found.iter().filter(|(of, _)| *of == matter).count()
    }

    /// How far a chain is from a good one: the least is the one that was meant.
    fn weight(&self) -> (usize, usize, usize, usize) {
        (
            Self::count(&self.wrong, Matter::Trusted),
            Self::count(&self.wrong, Matter::Genuine),
            self.wrong.len(),
            self.unknown.len(),
        )
    }

    /// The answer on each matter.
    pub(super) fn outcomes(&self) -> [Outcome; 8] {
        MATTERS.map(|matter| {
            let of = |found: &[(Matter, Value)]| -> Vec<Value> {
                let mine = found.iter().filter(|(of, _)| *of == matter);
                mine.map(|(_, value)| value.clone()).collect()
            };
            let (mut wrong, mut unknown) = (of(&self.wrong), of(&self.unknown));
            if wrong.is_empty() && unknown.is_empty() {
                return Outcome::Satisfied;
            }
            if wrong.is_empty() {
                return Outcome::unchecked(one(unknown));
            }
            wrong.append(&mut unknown);
            Outcome::violated(one(wrong), Value::Term(matter.required()))
        })
    }
}

fn one(mut values: Vec<Value>) -> Value {
    match values.pop() {
        Some(only) if values.is_empty() => only,
        Some(last) => {
            values.push(last);
            Value::List(values)
        }
        None => Value::List(values),
    }
}

pub(super) fn about(text: Text, value: Value) -> Value {
    Value::About(text, Box::new(value))
}

pub(super) fn of(certificate: &Certificate) -> Value {
    Value::words(&called(&certificate.subject()))
}

/// A fault and the certificate that has it.
pub(super) fn with(fault: Text, certificate: &Certificate) -> Value {
    about(fault, of(certificate))
}

/// Looks for the chain that was meant, and for everything that is wrong with it.
pub(super) fn examine(
    store: &TrustStore,
    leaf: &Certificate,
    asked: Asked,
    refusal: &Error,
) -> [Outcome; 8] {
    // A path that is good but for revocation is the one that was meant.
    let alone = Asked {
        revocation: false,
        ..asked
    };
    let mut found = Found::default();
    match store.verify(leaf, alone) {
        Ok(Verified { between, root, .. }) => {
            let chain = chain(store, leaf, &between, root);
            revocation::examine(store, &chain, asked, &mut found);
            if found.is_empty() {
                found.stopped(Matter::Revoked, refusal);
            }
        }
        Err(refusal) => {
            let chains = chains(store, leaf);
            let each = chains.iter().map(|chain| links(store, chain, asked));
            found = each.min_by_key(Found::weight).unwrap_or_default();
            if !found.explains_the_path() {
                found.stopped(Matter::Processed, &refusal);
            }
        }
    }
    found.outcomes()
}

fn links(store: &TrustStore, chain: &Chain<'_>, asked: Asked) -> Found {
    let mut found = Found::default();
    let leaf = chain.links.first().map(|link| link.certificate);
    if chain.root.is_none()
        && let Some(top) = chain.links.last()
    {
        no_anchor(store, top, &mut found);
    }
    for (child, issuer) in chain.pairs() {
        signature(store, child, issuer, &mut found);
    }
    for (index, link) in chain.links.iter().enumerate() {
        valid(link.certificate, asked.at, &mut found);
        let is_anchor = chain.root.is_some() && index.saturating_add(1) == chain.links.len();
        if !is_anchor {
            unprocessed(link, &mut found);
        }
        if index > 0 {
            ca(chain, index, &mut found);
        }
    }
    if let Some(leaf) = leaf.filter(|leaf| leaf.is_ca()) {
        found.unknown(Matter::Processed, vec![with(LEAF_IS_CA, leaf)]);
    }
    names(store, chain, asked, &mut found);
    revocation::examine(store, chain, asked, &mut found);
    if chain.root.is_none()
        && let Some(top) = chain.links.last()
    {
        for matter in MATTERS.into_iter().skip(1) {
            found.unknown(matter, vec![with(PATH_ENDS, top.certificate)]);
        }
    }
    found
}

fn no_anchor(store: &TrustStore, top: &Link<'_>, found: &mut Found) {
    let issuer = top.certificate.issuer();
    let name = Value::words(&called(&issuer));
    if store.is_empty() {
        found.wrong(Matter::Trusted, vec![Value::Term(NO_ANCHOR)]);
    } else if written_otherwise(store, &issuer) {
        found.unknown(
            Matter::Trusted,
            vec![
                about(NAME_WRITTEN_OTHERWISE, name),
                with(OF, top.certificate),
            ],
        );
    } else {
        found.wrong(
            Matter::Trusted,
            vec![about(NO_ISSUER, name), with(OF, top.certificate)],
        );
    }
}

/// What became of a signature.
pub(super) enum Signature {
    Good,
    False,
    UnknownAlgorithm,
    ShortKey,
}

/// Verifies a signature with a key, each as it stands.
pub(super) fn verify(
    issuer: &Link<'_>,
    algorithm: &[u8],
    message: &[u8],
    signature: &[u8],
) -> Signature {
    let Parts {
        key, key_algorithm, ..
    } = issuer.parts;
    let mut known = false;
    for candidate in ALL_VERIFICATION_ALGS {
        if candidate.signature_alg_id().as_ref() != algorithm
            || candidate.public_key_alg_id().as_ref() != key_algorithm
        {
            continue;
        }
        known = true;
        if candidate.verify_signature(key, message, signature).is_ok() {
            return Signature::Good;
        }
    }
    match issuer.certificate.key() {
        _ if !known => Signature::UnknownAlgorithm,
        // Keys below this are refused without a look at the signature.
        Key::Rsa { bits } if bits < 2048 => Signature::ShortKey,
        _ => Signature::False,
    }
}

fn signature(store: &TrustStore, child: &Link<'_>, issuer: &Link<'_>, found: &mut Found) {
    let parts = &child.parts;
    let tried = with(TRIED, issuer.certificate);
    let mut said = |text, is_false: bool| {
        let mut values = vec![with(text, child.certificate), tried.clone()];
        let same = store.roots().iter().chain(store.between());
        let same = same.filter(|ca| Link::new(ca.certificate()).parts.subject == parts.issuer);
        let count = u64::try_from(same.count()).unwrap_or(u64::MAX);
        if is_false && count > 1 {
            values.push(about(TRIED_COUNT, Value::Count(count)));
        }
        if is_false {
            found.wrong(Matter::Genuine, values);
        } else {
            found.unknown(Matter::Genuine, values);
        }
    };
    match verify(issuer, parts.algorithm, parts.signed, parts.signature) {
        Signature::Good => {}
        Signature::False => said(FALSE, true),
        Signature::UnknownAlgorithm => said(UNKNOWN_ALGORITHM, false),
        Signature::ShortKey => said(SHORT_KEY, false),
    }
}

fn valid(certificate: &Certificate, at: Moment, found: &mut Found) {
    let validity = certificate.validity();
    let fault = if validity.not_after < validity.not_before {
        INVERTED
    } else if at < validity.not_before {
        NOT_YET
    } else if at > validity.not_after {
        EXPIRED
    } else {
        return;
    };
    let period = Value::Period(
        validity.not_before.finnish_day(),
        validity.not_after.finnish_day(),
    );
    found.wrong(Matter::Valid, vec![with(fault, certificate), period]);
}

fn ca(chain: &Chain<'_>, index: usize, found: &mut Found) {
    let Some(Link { certificate, parts }) = chain.links.get(index) else {
        return;
    };
    if !parts.is_ca {
        found.wrong(Matter::Cas, vec![with(NOT_A_CA, certificate)]);
    }
    if parts.may_not_sign_certificates {
        found.wrong(Matter::Cas, vec![with(MAY_NOT_SIGN, certificate)]);
    }
    let below = chain.links.iter().take(index).skip(1);
    let below = below.filter(|link| link.parts.subject != link.parts.issuer);
    let below = u64::try_from(below.count()).unwrap_or(u64::MAX);
    if let Some(allowed) = parts.path_length.filter(|allowed| below > *allowed) {
        let values = vec![
            with(TOO_MANY_BELOW, certificate),
            about(ALLOWED, Value::Count(allowed)),
            about(BELOW, Value::Count(below)),
        ];
        found.wrong(Matter::Length, values);
    }
}

fn unprocessed(link: &Link<'_>, found: &mut Found) {
    let der = CertificateDer::from(link.certificate.der());
    let refusal = match EndEntityCert::try_from(&der) {
        Err(refusal) => Some(refusal),
        Ok(_) => {
            let mut purposes = link.certificate.extended_key_usage();
            let is_empty = purposes.as_mut().is_some_and(|list| list.next().is_none());
            is_empty.then_some(Error::EmptyEkuExtension)
        }
    };
    // Critical extensions are told by their names below.
    if let Some(refusal) = refusal.filter(|_| link.parts.unprocessed.is_empty()) {
        let stopped = about(PATH_CHECK_STOPPED, Value::words(&refusal.to_string()));
        found.unknown(Matter::Processed, vec![stopped, with(IN, link.certificate)]);
    }
    for oid in &link.parts.unprocessed {
        let what = if *oid == POLICIES {
            Value::Term(CRITICAL_POLICIES)
        } else {
            about(CRITICAL_EXTENSION, Value::Oid(DerOid(oid).to_string()))
        };
        found.unknown(Matter::Processed, vec![what, with(IN, link.certificate)]);
    }
}

/// Name constraints are webpki's alone: asked about this very chain, at a time when all of it is
/// valid, so that an expired certificate does not hide them.
fn names(store: &TrustStore, chain: &Chain<'_>, asked: Asked, found: &mut Found) {
    let constrained: Vec<&Certificate> = chain
        .links
        .iter()
        .filter(|link| link.parts.has_name_constraints)
        .map(|link| link.certificate)
        .collect();
    if constrained.is_empty() {
        return;
    }
    match isolated(store, chain, asked.at) {
        Ok(()) => {}
        // webpki refuses constraints that it cannot judge with the same word as names that break
        // them.
        Err(Some(Error::NameConstraintViolation)) if constrains_others(chain) => {
            for ca in constrained {
                found.unknown(Matter::Names, vec![with(NAMES_UNPROCESSED, ca)]);
            }
        }
        Err(Some(Error::NameConstraintViolation)) => {
            let of = constrained.iter().map(|ca| of(ca)).collect();
            let values = vec![about(OUTSIDE_NAMES, one(of))];
            found.wrong(Matter::Names, values);
        }
        Err(_) => {
            for ca in constrained {
                found.unknown(Matter::Names, vec![with(NAMES_HIDDEN, ca)]);
            }
        }
    }
}

fn constrains_others(chain: &Chain<'_>) -> bool {
    let mut links = chain.links.iter();
    let mut between = chain.links.iter().skip(1).take(chain.between.len());
    links.any(|link| link.parts.constrains_other_names)
        // Constraints do not reach a CA's own renewal; to webpki they do.
        || between.any(|link| link.parts.subject == link.parts.issuer)
}

fn isolated(store: &TrustStore, chain: &Chain<'_>, at: Moment) -> Result<(), Option<Error>> {
    let anchor = chain.root.and_then(|root| store.anchors.get(root));
    let anchor = anchor.ok_or(None)?.clone();
    let between: Vec<CertificateDer<'_>> = chain
        .between
        .iter()
        .filter_map(|index| store.ders.get(*index).cloned())
        .collect();
    let count = between.len().saturating_add(1);
    let without_anchor = || chain.links.iter().take(count).map(|link| link.certificate);
    let starts = without_anchor().map(|certificate| certificate.validity().not_before);
    let ends = without_anchor().map(|certificate| certificate.validity().not_after);
    let (first, last) = (starts.max().ok_or(None)?, ends.min().ok_or(None)?);
    let time = if first > last {
        at
    } else {
        at.clamp(first, last)
    };
    let leaf = chain.links.first().ok_or(None)?;
    let der = CertificateDer::from(leaf.certificate.der());
    let end_entity = EndEntityCert::try_from(&der).map_err(Some)?;
    let anchors = [anchor];
    end_entity
        .verify_for_usage(
            ALL_VERIFICATION_ALGS,
            &anchors,
            &between,
            unix(time).ok_or(None)?,
            AnyPurpose,
            None,
            None,
        )
        .map(|_| ())
        .map_err(Some)
}
