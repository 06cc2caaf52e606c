//! What a request wants.

use http::{HeaderMap, Uri};
use kanta_address_index::Service;
use kanta_admission::Attempt;
use kanta_cert::Moment;
use kanta_oid::OwnerOid;
use thiserror::Error;

/// Reads from a request what it wants. What it claims is decided, not believed: a peer can ask for anything.
pub trait Ask: Send + Sync {
    /// What is wanted, at that instant.
    ///
    /// # Errors
    /// The request does not say so.
    fn ask(&self, headers: &HeaderMap, uri: &Uri, at: Moment) -> Result<Attempt, Unasked>;
}

impl<F> Ask for F
where
    F: Fn(&HeaderMap, &Uri, Moment) -> Result<Attempt, Unasked> + Send + Sync,
{
    fn ask(&self, headers: &HeaderMap, uri: &Uri, at: Moment) -> Result<Attempt, Unasked> {
        self(headers, uri, at)
    }
}

/// What a request does not say, or not in a way that can be read; nothing of what it said is repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{0}")]
pub struct Unasked(pub &'static str);

/// Reads the headers `kanta-for` (the OID of the right-subject), `kanta-service` (the code of the service) and, where
/// they are there, `kanta-tenant` and `kanta-service-unit` (OIDs). One that stands twice cannot be read.
#[derive(Clone, Copy, Debug, Default)]
pub struct AskHeaders;

const FOR: &str = "kanta-for";
const SERVICE: &str = "kanta-service";
const TENANT: &str = "kanta-tenant";
const UNIT: &str = "kanta-service-unit";

impl Ask for AskHeaders {
    fn ask(&self, headers: &HeaderMap, _: &Uri, at: Moment) -> Result<Attempt, Unasked> {
        let service = one(headers, SERVICE)?.ok_or(Unasked(SERVICE))?;
        let service: Service = service.parse().map_err(|_| Unasked(SERVICE))?;
        let subject = owner(headers, FOR)?.ok_or(Unasked(FOR))?;
        Ok(Attempt {
            tenant: owner(headers, TENANT)?,
            service_unit: owner(headers, UNIT)?,
            ..Attempt::new(subject, service, at)
        })
    }
}

fn one<'h>(headers: &'h HeaderMap, name: &'static str) -> Result<Option<&'h str>, Unasked> {
    let mut all = headers.get_all(name).iter();
    let Some(value) = all.next() else {
        return Ok(None);
    };
    if all.next().is_some() {
        return Err(Unasked(name));
    }
    value.to_str().map(Some).map_err(|_| Unasked(name))
}

fn owner(headers: &HeaderMap, name: &'static str) -> Result<Option<OwnerOid>, Unasked> {
    let text = one(headers, name)?;
    let oid = text.map(OwnerOid::parse).transpose();
    oid.map_err(|_| Unasked(name))
}
