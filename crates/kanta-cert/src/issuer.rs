//! Who issues: the CAs that are known, as data that can be replaced.

use std::sync::LazyLock;

use kanta_conformance::Environment;

use crate::name::{COMMON_NAME, Name, ORGANISATION, same_text};
use crate::time::{Moment, Validity};

/// What a CA's certificates are for.
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "kebab-case")
)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Branch {
    /// Services of social welfare and health care: the ones that Kanta asks for.
    Sote,
    /// Services of anyone else.
    General,
    /// Cards of people.
    Person,
}

/// A CA that issues certificates to services or people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssuingCa {
    branch: Branch,
    hierarchy: Environment,
    organisation: String,
    common_name: String,
    validity: Option<Validity>,
}

impl IssuingCa {
    /// What its certificates are for.
    #[must_use]
    pub const fn branch(&self) -> Branch {
        self.branch
    }

    /// The hierarchy that it stands in.
    #[must_use]
    pub const fn hierarchy(&self) -> Environment {
        self.hierarchy
    }

    /// Its common name.
    #[must_use]
    pub fn common_name(&self) -> &str {
        &self.common_name
    }

    /// Its own validity, where it is known.
    #[must_use]
    pub const fn validity(&self) -> Option<Validity> {
        self.validity
    }
}

/// A list of issuing CAs. [`IssuerList::built_in`] has those of DVV; [`IssuerList::parse`] reads
/// another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssuerList(Vec<IssuingCa>);

/// A line of a CA list that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "line {line} of the list of CAs: expected branch;hierarchy;organisation;common name;not before;not after"
)]
#[non_exhaustive]
pub struct IssuerListError {
    /// The line, counted from 1.
    pub line: usize,
}

static BUILT_IN: LazyLock<IssuerList> = LazyLock::new(|| {
    // The tests see to it that the built-in list can be read.
    IssuerList::parse(IssuerList::BUILT_IN_TEXT).unwrap_or(IssuerList(Vec::new()))
});

impl IssuerList {
    /// The text of the built-in list: a beginning for one's own.
    pub const BUILT_IN_TEXT: &'static str = include_str!("../data/issuing-cas.csv");

    /// The CAs of DVV that were known on 21.11.2026.
    #[must_use]
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// Reads a list: after comments (`#`) and one line of headings, one CA a line, its fields
    /// parted by semicolons. Branch is `sote`, `general` or `person`, hierarchy `production` or
    /// `test`; the two times are UTC as `2021-05-25T11:44:24Z`, or both empty where unknown.
    ///
    /// # Errors
    /// The first line that is none of that.
    pub fn parse(text: &str) -> Result<Self, IssuerListError> {
        let mut cas = Vec::new();
        let mut headings = true;
        for (index, line) in text.lines().enumerate() {
            let error = IssuerListError {
                line: index.saturating_add(1),
            };
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            if std::mem::take(&mut headings) {
                continue;
            }
            let fields: Vec<&str> = line.split(';').map(str::trim).collect();
            let [branch, hierarchy, organisation, common_name, from, to] = fields[..] else {
                return Err(error);
            };
            cas.push(IssuingCa {
                branch: match branch {
                    "sote" => Branch::Sote,
                    "general" => Branch::General,
                    "person" => Branch::Person,
                    _ => return Err(error),
                },
                hierarchy: match hierarchy {
                    "production" => Environment::Production,
                    "test" => Environment::Test,
                    _ => return Err(error),
                },
                organisation: organisation.to_owned(),
                common_name: Some(common_name)
                    .filter(|name| !name.is_empty())
                    .ok_or(error)?
                    .to_owned(),
                validity: match (from, to) {
                    ("", "") => None,
                    _ => Some(Validity {
                        not_before: moment(from).ok_or(error)?,
                        not_after: moment(to).ok_or(error)?,
                    }),
                },
            });
        }
        Ok(Self(cas))
    }

    /// The CAs, in the order of the list.
    #[must_use]
    pub fn cas(&self) -> &[IssuingCa] {
        &self.0
    }

    /// The CA with this name, if the list has it. String types, letter case and superfluous blanks
    /// do not count; a name with several common names or organisations is nobody's.
    #[must_use]
    pub fn find(&self, issuer: &Name<'_>) -> Option<&IssuingCa> {
        let common_name = issuer.only(COMMON_NAME)?;
        let organisation = issuer.only(ORGANISATION)?;
        let exactly =
            |ca: &&IssuingCa| ca.common_name == common_name && ca.organisation == organisation;
        let alike = |ca: &&IssuingCa| {
            same_text(&ca.common_name, &common_name) && same_text(&ca.organisation, &organisation)
        };
        self.0
            .iter()
            .find(exactly)
            .or_else(|| self.0.iter().find(alike))
    }
}

/// Reads `2021-05-25T11:44:24Z`.
fn moment(text: &str) -> Option<Moment> {
    let is_in_form = text.len() == 20 && text.get(10..11) == Some("T") && text.ends_with('Z');
    let timestamp: jiff::Timestamp = text.parse().ok().filter(|_| is_in_form)?;
    Some(Moment::from_unix_seconds(timestamp.as_second()))
}

/// Whether a name is one of the agency's: DVV, or VRK before 2020.
pub(crate) fn is_agency(name: &Name<'_>) -> bool {
    name.organisations().any(|organisation| {
        let organisation = organisation
            .to_lowercase()
            .replace('ä', "a")
            .replace('ö', "o");
        organisation.starts_with("digi- ja vaestotietovirasto")
            || organisation.starts_with("vaestorekisterikeskus")
    })
}

/// The organisational unit that all CAs of the branch bear.
pub(crate) const SOTE_UNIT: &str = "Sosiaali- ja terveydenhuollon palveluvarmenteet";

/// Whether a CA's name is one of a test hierarchy: its organisation ends in TEST, or TEST is a
/// word of its common name. ("Test Purposes" was in use until 2018.)
pub(crate) fn is_test(name: &Name<'_>) -> bool {
    let ends = |text: &str| text.ends_with(" TEST");
    name.organisations().any(|text| ends(&text))
        || name
            .common_names()
            .any(|text| text.split_whitespace().any(|word| word == "TEST"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_list_can_be_read() {
        let list = IssuerList::parse(IssuerList::BUILT_IN_TEXT).unwrap();
        assert_eq!(list.cas().len(), 14);
        assert_eq!(&list, IssuerList::built_in());
    }

    #[test]
    fn a_line_that_is_no_ca_is_refused_by_its_number() {
        for line in [
            "sote;production;O",
            "other;production;O;CN;;",
            "sote;staging;O;CN;;",
            "sote;production;O;;;",
            "sote;production;O;CN;2021-05-25;",
            "sote;production;O;CN;2021-05-25T11:44:24Z;",
        ] {
            let text = format!("# comment\nheadings\n{line}\n");
            let error = IssuerList::parse(&text).unwrap_err();
            assert_eq!(error, IssuerListError { line: 3 }, "{line}");
        }
    }
}
