//! Whether the certificates of a chain are revoked: every list looked at for itself.

use kanta_conformance::{Text, Value};

use super::crl::Crl;
use super::examine::{Found, Matter, Signature, about, of, verify, with};
use super::parts::Signed;
use super::search::{Chain, Link};
use super::store::{TrustStore, called};
use super::verify::Asked;
use super::words::*;
use crate::certificate::Certificate;
use crate::time::Moment;

pub(super) fn examine(store: &TrustStore, chain: &Chain<'_>, asked: Asked, found: &mut Found) {
    for (index, (child, issuer)) in chain.pairs().enumerate() {
        let role = Role {
            is_ca: index > 0,
            child,
            issuer,
        };
        role.examine(store, asked, found);
    }
}

/// A certificate, its issuer's, and whether it stands above another one.
struct Role<'a> {
    is_ca: bool,
    child: &'a Link<'a>,
    issuer: &'a Link<'a>,
}

/// What one list says of one certificate.
enum Said {
    Nothing,
    Revoked(Vec<Value>),
    Unknown(Vec<Value>),
}

impl Role<'_> {
    fn examine(&self, store: &TrustStore, asked: Asked, found: &mut Found) {
        let of_issuer = |list: &&Crl| list.issuer_octets() == self.child.parts.issuer;
        let lists: Vec<&Crl> = store
            .lists()
            .map(|(_, list)| list)
            .filter(of_issuer)
            .collect();
        let certificate = self.child.certificate;
        if lists.is_empty() {
            found.unknown(Matter::Revoked, no_list(store, certificate));
            return;
        }
        let in_scope: Vec<&Crl> = lists
            .into_iter()
            .filter(|list| list.covers(self.is_ca, certificate))
            .collect();
        if in_scope.is_empty() {
            let mut values = with_address(LIST_OUT_OF_SCOPE, certificate);
            values.push(with(OF, certificate));
            found.unknown(Matter::Revoked, values);
            return;
        }
        // The newest list decides. Where it cannot, an older one may still say that it is revoked.
        let mut unknown = None;
        for list in in_scope {
            match self.ask(list, asked) {
                Said::Revoked(values) => {
                    found.wrong(Matter::Revoked, values);
                    unknown = unknown.or_else(|| stale(list, certificate, asked.at));
                    break;
                }
                Said::Nothing if unknown.is_none() => return,
                Said::Nothing => {}
                Said::Unknown(values) => unknown = unknown.or(Some(values)),
            }
        }
        if let Some(values) = unknown {
            found.unknown(Matter::Revoked, values);
        }
    }

    fn ask(&self, list: &Crl, asked: Asked) -> Said {
        let certificate = self.child.certificate;
        let unknown = |text| Said::Unknown(vec![with(text, certificate)]);
        let webpki = match &list.list {
            Ok(webpki) => webpki,
            Err(obstacle) => return unknown(obstacle.text()),
        };
        let Ok(signed) = Signed::read(list.der()) else {
            return unknown(LIST_FALSE);
        };
        match verify(
            self.issuer,
            signed.algorithm,
            signed.bytes,
            signed.signature,
        ) {
            Signature::Good => {}
            Signature::False => return unknown(LIST_FALSE),
            Signature::UnknownAlgorithm | Signature::ShortKey => {
                return unknown(LIST_UNKNOWN_ALGORITHM);
            }
        }
        if self.issuer.parts.may_not_sign_crls {
            return unknown(LIST_SIGNER);
        }
        if let Ok(Some(entry)) = webpki.find_serial(self.child.parts.serial) {
            let on = i64::try_from(entry.revocation_date.as_secs()).unwrap_or(i64::MAX);
            let on = Moment::from_unix_seconds(on);
            let late = on > asked.at;
            let text = if late { REVOKED_LATER } else { REVOKED };
            let values = vec![
                with(text, certificate),
                about(ON, Value::Date(on.finnish_day())),
                about(REASON, Value::Term(reason(entry.reason_code))),
            ];
            return if late {
                Said::Unknown(values)
            } else {
                Said::Revoked(values)
            };
        }
        if let Some(values) = stale(list, certificate, asked.at) {
            return Said::Unknown(values);
        }
        if list.this_update() > asked.lists_until {
            let issued = Value::Date(list.this_update().finnish_day());
            return Said::Unknown(vec![about(LIST_LATER, issued), with(OF, certificate)]);
        }
        Said::Nothing
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
        .lists()
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
