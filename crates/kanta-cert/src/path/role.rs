//! The role of a CA among those of DVV.

use std::sync::LazyLock;

use kanta_conformance::{Environment, Text, text};
use sha2::{Digest as _, Sha256};

use crate::certificate::Certificate;
use crate::issuer::{Branch, IssuerList, is_test};
use crate::name::{COMMON_NAME, ORGANISATION, same_text};

/// The role of a CA among those of DVV (before 2020 VRK), as far as a name tells, and for some
/// roots a digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AuthorityRole {
    /// A root of DVV's.
    Root(Environment),
    /// It bears the name of a root of DVV's, and is another certificate than that root's.
    NotThatRoot(Environment),
    /// An issuing CA of the list.
    Issuing(Branch, Environment),
    /// A CA that is not in the list, of a test hierarchy by its name.
    Test,
    /// A CA that is not in the list.
    Unknown,
}

impl AuthorityRole {
    pub(super) fn of(certificate: &Certificate, issuers: &IssuerList) -> Self {
        let name = certificate.subject();
        let (Some(common_name), Some(organisation)) =
            (name.only(COMMON_NAME), name.only(ORGANISATION))
        else {
            return Self::Unknown;
        };
        let root = ROOTS.iter().find(|root| {
            same_text(root.common_name, &common_name) && same_text(root.organisation, &organisation)
        });
        if let Some(root) = root {
            let digest = root.digest.is_empty() || root.digest == digest(certificate.der());
            return if digest {
                Self::Root(root.hierarchy)
            } else {
                Self::NotThatRoot(root.hierarchy)
            };
        }
        match issuers.find(&name) {
            Some(ca) => Self::Issuing(ca.branch(), ca.hierarchy()),
            None if is_test(&name) => Self::Test,
            None => Self::Unknown,
        }
    }

    /// Whether it belongs to a test hierarchy.
    #[must_use]
    pub const fn is_test(self) -> bool {
        matches!(
            self,
            Self::Test
                | Self::Root(Environment::Test)
                | Self::NotThatRoot(Environment::Test)
                | Self::Issuing(_, Environment::Test)
        )
    }

    /// What people call it.
    #[must_use]
    pub const fn name(self) -> Text {
        match self {
            Self::Root(Environment::Production) => text! {
                en: "a root of DVV's production hierarchy",
                fi: "DVV:n tuotantohierarkian juurivarmentaja",
                sv: "en rotutfärdare i MDB:s produktionshierarki",
            },
            Self::Root(Environment::Test) => text! {
                en: "a root of DVV's test hierarchy",
                fi: "DVV:n testihierarkian juurivarmentaja",
                sv: "en rotutfärdare i MDB:s testhierarki",
            },
            Self::NotThatRoot(_) => text! {
                en: "bears the name of a root of DVV's, and is not that root's certificate",
                fi: "käyttää DVV:n juurivarmentajan nimeä, mutta ei ole sen varmenne",
                sv: "bär namnet på en av MDB:s rotutfärdare, men är inte dess certifikat",
            },
            Self::Issuing(branch, environment) => issuing(branch, environment),
            Self::Test => text! {
                en: "a CA of a test hierarchy, not in the list of CAs",
                fi: "testihierarkian varmentaja, ei varmentajaluettelossa",
                sv: "en utfärdare i en testhierarki, inte i listan över utfärdare",
            },
            Self::Unknown => text! {
                en: "not in the list of CAs",
                fi: "ei varmentajaluettelossa",
                sv: "inte i listan över utfärdare",
            },
        }
    }
}

const fn issuing(branch: Branch, environment: Environment) -> Text {
    match (branch, environment) {
        (Branch::Sote, Environment::Production) => text! {
            en: "DVV's CA for services of social welfare and health care",
            fi: "DVV:n sosiaali- ja terveydenhuollon palveluvarmentaja",
            sv: "MDB:s utfärdare för tjänster inom social- och hälsovården",
        },
        (Branch::Sote, Environment::Test) => text! {
            en: "DVV's test CA for services of social welfare and health care",
            fi: "DVV:n sosiaali- ja terveydenhuollon palvelujen testivarmentaja",
            sv: "MDB:s testutfärdare för tjänster inom social- och hälsovården",
        },
        (_, Environment::Production) => text! {
            en: "a CA of DVV's that is not for social welfare and health care",
            fi: "DVV:n varmentaja, joka ei ole sosiaali- ja terveydenhuoltoa varten",
            sv: "en av MDB:s utfärdare som inte är för social- och hälsovården",
        },
        (_, Environment::Test) => text! {
            en: "a test CA of DVV's that is not for services of social welfare and health care",
            fi: "DVV:n testivarmentaja, joka ei ole sosiaali- ja terveydenhuollon palveluja varten",
            sv: "en av MDB:s testutfärdare som inte är för tjänster inom social- och hälsovården",
        },
    }
}

struct Root {
    hierarchy: Environment,
    organisation: &'static str,
    common_name: &'static str,
    /// SHA-256 in hexadecimal; empty where the certificate was not seen.
    digest: &'static str,
}

static ROOTS: LazyLock<Vec<Root>> = LazyLock::new(|| {
    let lines = include_str!("../../data/root-cas.csv").lines();
    let rows = lines.filter(|line| !line.starts_with('#')).skip(1);
    rows.filter_map(root).collect()
});

fn root(line: &'static str) -> Option<Root> {
    let mut fields = line.split(';');
    Some(Root {
        hierarchy: match fields.next()? {
            "production" => Environment::Production,
            "test" => Environment::Test,
            _ => return None,
        },
        organisation: fields.next()?,
        common_name: fields.next()?,
        digest: fields.next()?,
    })
}

fn digest(der: &[u8]) -> String {
    use std::fmt::Write as _;
    let mut text = String::with_capacity(64);
    for octet in Sha256::digest(der) {
        // Writing to a String cannot fail.
        let _ = write!(text, "{octet:02x}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_list_of_roots_can_be_read() {
        let hierarchies: Vec<Environment> = ROOTS.iter().map(|root| root.hierarchy).collect();
        let production = [Environment::Production; 4];
        assert_eq!(hierarchies[..4], production);
        assert_eq!(hierarchies[4..], [Environment::Test; 3]);
        for root in &*ROOTS {
            assert!(matches!(root.digest.len(), 0 | 64), "{}", root.common_name);
        }
    }

    /// The examples of FIPS 180-4.
    #[test]
    fn a_digest_is_sha_256_in_hexadecimal() {
        for (octets, expected) in [
            (
                &b"abc"[..],
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            ),
            (
                b"",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            ),
        ] {
            assert_eq!(digest(octets), expected);
        }
    }
}
