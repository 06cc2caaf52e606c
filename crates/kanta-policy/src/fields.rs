//! Every table and every field that a plan can have: what it takes, an example, and what it means.

mod actors;
mod connections;
mod joining;
mod points;
mod schema;
mod statements;

use kanta_conformance::{Text, text};

use crate::plan::Environment;
pub use schema::json_schema;

/// What a field of a plan takes.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Takes {
    /// This whole number and no other.
    Exactly(u32),
    /// Any text.
    Text,
    /// The author's own word for what the table tells of.
    Id,
    /// The id of something else in the plan, or `party` where it may be the joining party.
    Reference,
    /// A country by its ISO 3166-1 code.
    Country,
    /// An IP address.
    Address,
    /// An object identifier of the Kanta domain.
    Oid,
    /// The name of a file, beside the plan.
    File,
    /// The id of a requirement.
    Requirement,
    /// A day, without quotation marks.
    Day,
    /// True or false.
    Flag,
    /// False: it is denied.
    Denied,
    /// A whole number from 0 up.
    Number,
    /// Mbit/s, with at most three decimals.
    Speed,
    /// One of these words.
    Word(fn() -> Vec<Word>),
    /// A table with these fields.
    Table(&'static [Field]),
    /// A table with the services as its fields, all of which take the same.
    ByService(&'static Self),
    /// A list of such values.
    List(&'static Self),
    /// A value of either kind.
    Either(&'static [Self]),
}

/// A word of a vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Word {
    /// The word as a plan has it.
    pub code: &'static str,
    /// What it means.
    pub name: Text,
}

/// A field of a plan, or a table of it.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    key: &'static str,
    takes: Takes,
    example: &'static str,
    is_required: bool,
    about: Text,
}

impl Field {
    const fn new(key: &'static str, takes: Takes, example: &'static str, about: Text) -> Self {
        Self {
            key,
            takes,
            example,
            is_required: false,
            about,
        }
    }

    const fn required(mut self) -> Self {
        self.is_required = true;
        self
    }

    /// The key in the plan.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        self.key
    }

    /// What it takes.
    #[must_use]
    pub const fn takes(&self) -> Takes {
        self.takes
    }

    /// A value as TOML has it; none of a table that stands under a heading of its own.
    #[must_use]
    pub const fn example(&self) -> Option<&'static str> {
        if self.example.is_empty() {
            None
        } else {
            Some(self.example)
        }
    }

    /// Whether a table cannot be understood without it.
    #[must_use]
    pub const fn is_required(&self) -> bool {
        self.is_required
    }

    /// What it tells.
    #[must_use]
    pub const fn about(&self) -> Text {
        self.about
    }

    /// The fields inside it, where it is a table or a list of tables.
    #[must_use]
    pub fn inner(&self) -> &'static [Self] {
        fn of(takes: &Takes) -> &'static [Field] {
            match takes {
                Takes::Table(fields) => fields,
                Takes::List(item) => of(item),
                Takes::Either(all) => {
                    let mut inner = all.iter().map(of);
                    inner.find(|fields| !fields.is_empty()).unwrap_or_default()
                }
                _ => &[],
            }
        }
        of(&self.takes)
    }
}

/// The top level of a plan, in the order in which a plan is commonly written.
///
/// ```
/// let party = kanta_policy::fields::all().iter().find(|field| field.key() == "party").unwrap();
/// let kind = &party.inner()[1];
/// assert_eq!((kind.key(), kind.example()), ("kind", Some("\"provider\"")));
/// ```
#[must_use]
pub const fn all() -> &'static [Field] {
    PLAN
}

/// The words of a vocabulary of the plan.
macro_rules! word {
    ($vocabulary:ty) => {
        $crate::fields::Takes::Word(|| {
            let words = <$vocabulary>::ALL.iter();
            words
                .map(|word| $crate::fields::Word {
                    code: word.code(),
                    name: word.name(),
                })
                .collect()
        })
    };
}
use word;

/// What the schema of the plan is called.
pub const SCHEMA_ID: &str = "https://example.invalid/kanta-plan-1.schema.json";

/// A fact with its day.
const DONE: Takes = Takes::Either(&[Takes::Day, Takes::Flag]);
/// A fact in words.
const CLAIM: Takes = Takes::Either(&[Takes::Text, Takes::Denied]);

const PLAN: &[Field] = &[
    Field::new(
        "format",
        Takes::Exactly(1),
        "1",
        text! { en: "the format of this file", fi: "tiedoston muoto", sv: "filens format" },
    )
    .required(),
    Field::new(
        "as_of",
        Takes::Day,
        "2025-12-01",
        text! {
            en: "the day to judge by; without it the day on which the check is run",
            fi: "arviointipäivä; ilman sitä tarkistuksen ajopäivä",
            sv: "bedömningsdagen; utan den dagen då kontrollen körs",
        },
    ),
    Field::new(
        "environment",
        word!(Environment),
        "\"production\"",
        text! {
            en: "the environment that the plan is for",
            fi: "ympäristö, jota suunnitelma koskee",
            sv: "den miljö som planen gäller",
        },
    ),
    Field::new(
        "trust",
        Takes::List(&Takes::File),
        "[\"trust.pem\"]",
        text! {
            en: "files of roots, CAs between and lists of revoked certificates; where given, the path and the revocation of every certificate are verified",
            fi: "juurivarmenteiden, välivarmenteiden ja sulkulistojen tiedostot; jos ne on annettu, jokaisen varmenteen varmennepolku ja sulkutila tarkistetaan",
            sv: "filer med rotcertifikat, mellanliggande certifikat och spärrlistor; om de anges kontrolleras varje certifikats certifieringskedja och spärrstatus",
        },
    ),
    actors::PARTY,
    actors::INTERMEDIARY,
    actors::OTHER_PARTY,
    actors::ORGANISER,
    actors::TENANT,
    actors::PHARMACY,
    points::SYSTEM,
    points::ACCESS_POINT,
    points::CONSOLIDATION_POINT,
    connections::USE,
    connections::SIGNATURE_CERTIFICATE,
    connections::LINK,
    connections::VOLUME,
    statements::READINESS,
    statements::ATTESTED,
    statements::RULING,
];
