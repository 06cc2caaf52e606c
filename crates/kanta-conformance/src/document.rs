//! The documents that rules come from, and where in them a rule stands.

use crate::{Date, Text, Version, text};

/// A document that states rules.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Document {
    /// The first part of the ids of its requirements, for example `connection-models`.
    pub id: &'static str,
    /// What it is called.
    pub title: Text,
    /// The day it carries; for the guide, which has editions, none.
    pub date: Option<Date>,
}

impl Document {
    /// Kela's guide "Technical connection models"; its [`Edition`](crate::Edition)s carry the dates.
    pub const CONNECTION_MODELS: Self = Self {
        id: "connection-models",
        title: text! {
            en: "Technical connection models for the Kanta Services (Kela)",
            fi: "Kanta-palvelujen tekniset liittymismallit (Kela)",
            sv: "Tekniska anslutningsmodeller för Kanta-tjänsterna (FPA)",
        },
        date: None,
    };

    /// Kela's requirements on data communication and messaging; named by the guide, not public here.
    pub const SECURITY_REQUIREMENTS: Self = Self {
        id: "security-requirements",
        title: text! {
            en: "Data communication and messaging security requirements (Kela)",
            fi: "Tietoturvavaatimukset tieto- ja sanomaliikenteelle (Kela)",
            sv: "Krav på informationssäkerhet inom data- och meddelandetrafiken (FPA)",
        },
        date: None,
    };

    /// The national cryptographic strength requirements; their key-size table is not public text.
    pub const CRYPTOGRAPHIC_STRENGTHS: Self = Self {
        id: "cryptographic-strengths",
        title: text! {
            en: "National cryptographic strength requirements, level TL IV (NCSC-FI)",
            fi: "Kansalliset kryptografiset vahvuusvaatimukset, taso TL IV (Kyberturvallisuuskeskus)",
            sv: "Nationella kryptografiska styrkekrav, nivå TL IV (Cybersäkerhetscentret)",
        },
        date: None,
    };

    /// Kanta's article on private networks.
    pub const PRIVATE_NETWORK: Self = Self {
        id: "private-network",
        title: text! {
            en: "Private network safeguards data communications in Kanta Services (article, Kanta)",
            fi: "Artikkeli yksityisestä verkosta Kanta-palvelujen tietoliikenteessä (Kanta)",
            sv: "Artikel om privat nät i Kanta-tjänsternas datakommunikation (Kanta)",
        },
        date: Some(Date::constant(2019, 5, 10)),
    };

    /// Kanta's article on availability.
    pub const AVAILABILITY: Self = Self {
        id: "availability",
        title: text! {
            en: "Kanta is a critical societal function (article, Kanta)",
            fi: "Artikkeli Kanta-palvelujen käytettävyydestä (Kanta)",
            sv: "Artikel om Kanta-tjänsternas tillgänglighet (Kanta)",
        },
        date: Some(Date::constant(2017, 2, 13)),
    };

    /// Kanta's page on the requirements for deployment.
    pub const DEPLOYMENT_REQUIREMENTS: Self = Self {
        id: "deployment-requirements",
        title: text! {
            en: "Requirements for deployment (page, Kanta)",
            fi: "Käyttöönoton edellytykset (sivu, Kanta)",
            sv: "Förutsättningar för ibruktagande (sida, Kanta)",
        },
        date: Some(Date::constant(2019, 7, 11)),
    };

    /// Kanta's page on data protection and data security.
    pub const DATA_SECURITY: Self = Self {
        id: "data-security",
        title: text! {
            en: "Data protection and data security (page, Kanta)",
            fi: "Tietosuoja ja tietoturva (sivu, Kanta)",
            sv: "Dataskydd och informationssäkerhet (sida, Kanta)",
        },
        date: Some(Date::constant(2024, 11, 21)),
    };
}

/// The editions of the guide in which a rule stands under the same clause number; both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Editions {
    /// The first edition.
    pub first: Version,
    /// The last edition; none when it still stands there.
    pub last: Option<Version>,
}

/// Where a rule stands: a clause of a document and, for the guide, the editions that have it there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Citation {
    /// The document.
    pub document: &'static Document,
    /// The clause, for example `3.1.1` or `5.1, table 1`; empty where the document has no clauses.
    pub clause: &'static str,
    /// The editions, for the guide; none for a dated page.
    pub editions: Option<Editions>,
}

impl Citation {
    /// A clause of the guide from one edition on.
    #[must_use]
    pub const fn guide(clause: &'static str, first: Version) -> Self {
        Self {
            document: &Document::CONNECTION_MODELS,
            clause,
            editions: Some(Editions { first, last: None }),
        }
    }

    /// A clause of the guide from one edition to another, both included.
    #[must_use]
    pub const fn guide_until(clause: &'static str, first: Version, last: Version) -> Self {
        Self {
            document: &Document::CONNECTION_MODELS,
            clause,
            editions: Some(Editions {
                first,
                last: Some(last),
            }),
        }
    }

    /// A document without editions, or a part of it.
    #[must_use]
    pub const fn page(document: &'static Document, clause: &'static str) -> Self {
        Self {
            document,
            clause,
            editions: None,
        }
    }

    /// Whether that edition of the guide has the rule under this clause.
    #[must_use]
    pub fn covers(&self, version: Version) -> bool {
        self.editions.is_some_and(|editions| {
            editions.first <= version && editions.last.is_none_or(|last| version <= last)
        })
    }
}
