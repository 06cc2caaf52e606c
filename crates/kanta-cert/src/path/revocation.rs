//! Whether the certificates of a chain are revoked: every list looked at for itself.

use kanta_conformance::{Text, Value};

use super::check::{CheckResults, PathCheck, about, of, with};
use super::crl::Crl;
use super::link::Link;
use super::search::Chain;
use super::store::{TrustStore, called};
use super::verify::Asked;
use super::words::*;
use crate::certificate::Certificate;
use crate::extension::KeyUsage;
use crate::signature::Signature;
use crate::time::Moment;

/// What is found on the certificates of a chain.
pub(super) fn examine(
    store: &TrustStore,
    chain: &Chain<'_>,
    asked: Asked,
    found: &mut CheckResults,
) {
    for role in roles(chain) {
        match role.judge(store, asked) {
            Answer::Good(_) => {}
            Answer::Revoked(values, stale) => {
                found.wrong(PathCheck::Revoked, values);
                if let Some(stale) = stale {
                    found.unknown(PathCheck::Revoked, stale);
                }
            }
            Answer::Unknown(values) => found.unknown(PathCheck::Revoked, values),
        }
    }
}

/// The last moment until which the same lists say that nothing of a chain is revoked; none where
/// they do not say so.
pub(super) fn holds_until(store: &TrustStore, chain: &Chain<'_>, asked: Asked) -> Option<Moment> {
    roles(chain)
        .map(|role| match role.judge(store, asked) {
            Answer::Good(until) => Some(until),
            Answer::Revoked(..) | Answer::Unknown(_) => None,
        })
        .try_fold(Moment::from_unix_seconds(i64::MAX), |until, one| {
            one.map(|one| one.min(until))
        })
}

fn roles<'a>(chain: &'a Chain<'a>) -> impl Iterator<Item = Role<'a>> {
    let pairs = chain.pairs().enumerate();
    pairs.map(|(index, (child, issuer))| Role {
        is_ca: index > 0,
        child,
        issuer,
    })
}

/// A certificate, its issuer's, and whether it stands above another one.
struct Role<'a> {
    is_ca: bool,
    child: &'a Link<'a>,
    issuer: &'a Link<'a>,
}

/// What all lists together say of one certificate.
enum Answer {
    /// Not revoked, and until when the list says so.
    Good(Moment),
    /// Revoked; and that the list is stale, where it is.
    Revoked(Vec<Value>, Option<Vec<Value>>),
    Unknown(Vec<Value>),
}

/// What one list says of one certificate.
enum Said {
    /// It can be used, and the certificate is not on it.
    Nothing(Moment),
    Revoked(Vec<Value>),
    /// It can be used, and revokes the certificate after the time asked about.
    RevokedLater(Vec<Value>),
    /// It cannot be used.
    Unusable(Vec<Value>),
    /// It is not its issuer's at all.
    False(Vec<Value>),
}

impl Role<'_> {
    /// Every list of the issuer whose scope takes in the certificate is tried. The newest one that
    /// can be used decides; one that cannot hides none behind it, but may itself tell of a
    /// revocation. The order in which lists were given does not count.
    fn judge(&self, store: &TrustStore, asked: Asked) -> Answer {
        let certificate = self.child.certificate;
        let of_issuer = |list: &&Crl| list.issuer().content() == self.child.issuer();
        let mut lists = store.crls().map(|(_, list)| list).filter(of_issuer);
        let lists: Vec<&Crl> = lists.by_ref().collect();
        if lists.is_empty() {
            return Answer::Unknown(no_list(store, certificate));
        }
        let in_scope = lists
            .into_iter()
            .filter(|list| list.covers(self.is_ca, certificate));
        let in_scope: Vec<&Crl> = in_scope.collect();
        if in_scope.is_empty() {
            let mut values = with_address(LIST_OUT_OF_SCOPE, certificate);
            values.push(with(OF, certificate));
            return Answer::Unknown(values);
        }
        let (mut unusable, mut not_its_own) = (None, None);
        // The store has the newest first; those of one moment are one step.
        for step in in_scope.chunk_by(|one, other| one.this_update() == other.this_update()) {
            let (mut good, mut later) = (None, None);
            for list in step {
                match self.ask(list, asked) {
                    Said::Revoked(values) => {
                        return Answer::Revoked(values, stale(list, certificate, asked.at));
                    }
                    Said::RevokedLater(values) => later = later.or(Some(values)),
                    Said::Nothing(until) => good = good.max(Some(until)),
                    Said::Unusable(values) => unusable = unusable.or(Some(values)),
                    Said::False(values) => not_its_own = not_its_own.or(Some(values)),
                }
            }
            if let Some(values) = later {
                return Answer::Unknown(values);
            }
            if let Some(until) = good {
                return Answer::Good(until);
            }
        }
        Answer::Unknown(unusable.or(not_its_own).unwrap_or_default())
    }

    fn ask(&self, list: &Crl, asked: Asked) -> Said {
        let certificate = self.child.certificate;
        let unusable = |text| Said::Unusable(vec![with(text, certificate)]);
        let is_false = || Said::False(vec![with(LIST_FALSE, certificate)]);
        if let Some(obstacle) = list.obstacle() {
            return unusable(obstacle.text());
        }
        match self.issuer.verify(list.der(), list.signed()) {
            Signature::Good => {}
            Signature::False => return is_false(),
            Signature::UnknownAlgorithm | Signature::ShortKey => {
                return unusable(LIST_UNKNOWN_ALGORITHM);
            }
        }
        if self.issuer.leaves_out(KeyUsage::CRL_SIGN) {
            return unusable(LIST_SIGNER);
        }
        let issued_in_time = list.this_update() <= asked.lists_until;
        if let Some(entry) = list.find(certificate.certificate_serial()) {
            let late = entry.on > asked.at;
            let text = if late { REVOKED_LATER } else { REVOKED };
            let values = vec![
                with(text, certificate),
                about(ON, Value::Date(entry.on.finnish_day())),
                about(REASON, Value::Term(reason(entry.reason))),
            ];
            return match (late, issued_in_time) {
                (false, _) => Said::Revoked(values),
                (true, true) => Said::RevokedLater(values),
                (true, false) => Said::Unusable(values),
            };
        }
        if let Some(values) = stale(list, certificate, asked.at) {
            return Said::Unusable(values);
        }
        if !issued_in_time {
            let issued = Value::Date(list.this_update().finnish_day());
            let values = vec![about(LIST_LATER, issued), with(OF, certificate)];
            return Said::Unusable(values);
        }
        let until = list.next_update().map_or(i64::MAX, Moment::unix_seconds);
        Said::Nothing(Moment::from_unix_seconds(until.saturating_sub(1)))
    }
}

fn stale(list: &Crl, certificate: &Certificate, at: Moment) -> Option<Vec<Value>> {
    let next = list.next_update().filter(|next| at >= *next)?;
    let mut values = vec![
        about(LIST_STALE, Value::Date(next.finnish_day())),
        with(OF, certificate),
    ];
    values.extend(certificate.crl_uris().next().map(Value::words));
    Some(values)
}

fn with_address(text: Text, certificate: &Certificate) -> Vec<Value> {
    let address = certificate.crl_uris().next();
    vec![about(
        text,
        address.map_or_else(|| of(certificate), Value::words),
    )]
}

/// Nothing is fetched: the finding says where the list is, so that whoever reads it can.
fn no_list(store: &TrustStore, certificate: &Certificate) -> Vec<Value> {
    let mut values = if certificate.crl_uris().next().is_some() {
        let mut values = with_address(NO_LIST, certificate);
        values.push(with(OF, certificate));
        values
    } else if certificate.authority_uris().next().is_some() {
        vec![with(ONLY_OCSP, certificate)]
    } else {
        vec![with(NO_LIST_NO_ADDRESS, certificate)]
    };
    let mut others: Vec<String> = store
        .crls()
        .map(|(_, list)| called(&list.issuer()))
        .collect();
    others.sort();
    others.dedup();
    if !others.is_empty() {
        let others = others.iter().take(4).map(|name| Value::words(name));
        values.push(about(OTHER_LISTS, Value::List(others.collect())));
    }
    values
}
