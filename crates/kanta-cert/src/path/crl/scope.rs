//! Which certificates a list speaks of: its issuing distribution point (RFC 5280, section 5.2.5).

use crate::certificate::Certificate;
use crate::extension::Uris;
use crate::path::crl::CrlObstacle;
use crate::tlv::{Fault, Reader, SEQUENCE};

/// What an issuing distribution point says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Scope {
    /// Where the list is published; none where it does not say.
    point: Option<Names>,
    only_users: bool,
    only_cas: bool,
    only_attributes: bool,
}

/// The names of a distribution point.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Names {
    uris: Vec<String>,
    /// The contents of distinguished names.
    directories: Vec<Box<[u8]>>,
}

impl Names {
    fn read(full_name: Reader<'_>, content: &[u8]) -> Result<Self, Fault> {
        let mut names = Self {
            uris: Uris::new(content).map(str::to_owned).collect(),
            directories: Vec::new(),
        };
        let mut list = full_name;
        while let Some(name) = list.next()? {
            if name.tag == 0xa4 {
                let name = name.reader().expect(SEQUENCE)?;
                names.directories.push(name.content.into());
            }
        }
        Ok(names)
    }
}

impl Scope {
    /// Reads the extension's value; beside it what stands in the way of using the list.
    pub(super) fn read(mut value: Reader<'_>) -> Result<(Self, Option<CrlObstacle>), Fault> {
        let mut scope = Self::default();
        let mut obstacle = None;
        let mut fields = value.expect(SEQUENCE)?.reader();
        if fields.is_empty() {
            obstacle = Some(CrlObstacle::Unprocessed);
        }
        while let Some(field) = fields.next()? {
            let set = field.content != [0];
            match field.tag {
                0xa0 => match field.reader().next()? {
                    Some(name) if name.tag == 0xa0 => {
                        scope.point = Some(Names::read(name.reader(), name.content)?);
                    }
                    // A name relative to the issuer's.
                    _ => obstacle = Some(CrlObstacle::Unprocessed),
                },
                0x81 => scope.only_users |= set,
                0x82 => scope.only_cas |= set,
                0x83 => obstacle = Some(CrlObstacle::SomeReasons),
                0x84 if set => obstacle = Some(CrlObstacle::Indirect),
                0x84 => {}
                0x85 => scope.only_attributes |= set,
                _ => obstacle = Some(CrlObstacle::Unprocessed),
            }
        }
        Ok((scope, obstacle))
    }

    /// Whether it takes in a certificate (RFC 5280, section 6.3.3 (b) (2)): a list without a
    /// point is for all that its flags leave, one with a point for whoever names that point. The
    /// issuer's own name is a point of every certificate.
    pub(super) fn covers(&self, is_ca: bool, certificate: &Certificate) -> bool {
        if self.only_attributes || (self.only_cas && !is_ca) || (self.only_users && is_ca) {
            return false;
        }
        let Some(names) = &self.point else {
            return true;
        };
        let issuer = certificate.issuer();
        names
            .directories
            .iter()
            .any(|name| crate::name::Name::new(name).same_as(&issuer))
            || points(certificate).any(|uri| names.uris.iter().any(|ours| ours == uri))
    }
}

/// The addresses of a certificate's distribution points that are for all reasons and for lists of
/// its own issuer.
fn points(certificate: &Certificate) -> impl Iterator<Item = &str> {
    let mut list = Reader::new(certificate.0.crl_points(), 0);
    let next = move || list.next().unwrap_or_default();
    std::iter::from_fn(next)
        .filter(|point| {
            let mut fields = point.reader();
            loop {
                match fields.next() {
                    Ok(Some(field)) if matches!(field.tag, 0x81 | 0xa2) => return false,
                    Ok(Some(_)) => {}
                    Ok(None) => return true,
                    Err(_) => return false,
                }
            }
        })
        .flat_map(|point| Uris::new(point.content))
}
