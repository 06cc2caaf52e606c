//! The catalogue of requirements as an OSCAL catalogue.
//!
//! A group for each document, a control for each requirement; its id is that of the requirement with `.` for `/`, as OSCAL
//! takes no `/`. Level, certainty, evidence and clauses are properties. Identifiers are made from the content, so that
//! the same requirements give the same bytes.

use std::io::{self, Write};

use kanta_conformance::{EDITIONS, Language};
use serde::Serialize;
use uuid::Uuid;

use crate::view::{Requirement, Words};
use crate::words;

/// The namespace of our own properties.
const NAMESPACE: &str = env!("CARGO_PKG_REPOSITORY");

#[derive(Serialize)]
struct Root {
    catalog: Catalog,
}

#[derive(Serialize)]
struct Catalog {
    uuid: String,
    metadata: Metadata,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    groups: Vec<Group>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Metadata {
    title: String,
    last_modified: String,
    version: String,
    oscal_version: &'static str,
}

#[derive(Serialize)]
struct Group {
    id: String,
    title: String,
    controls: Vec<Control>,
}

#[derive(Serialize)]
struct Control {
    id: String,
    title: String,
    props: Vec<Property>,
    parts: Vec<Part>,
}

#[derive(Serialize)]
struct Property {
    name: &'static str,
    ns: &'static str,
    value: String,
}

#[derive(Serialize)]
struct Part {
    id: String,
    name: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'static str>,
    prose: String,
}

/// Writes one catalogue in one language.
///
/// # Errors
/// Those of `out`.
pub fn oscal(
    requirements: &[Requirement],
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut groups: Vec<Group> = Vec::new();
    for requirement in requirements {
        let document = requirement.id.split('/').next().unwrap_or_default();
        let id = token(document);
        let control = control(requirement, language);
        match groups.iter_mut().find(|group| group.id == id) {
            Some(group) => group.controls.push(control),
            None => groups.push(Group {
                id,
                title: group_title(requirement, document, language),
                controls: vec![control],
            }),
        }
    }
    let last = EDITIONS.last();
    let metadata = Metadata {
        title: words::GUIDE.get(language).to_owned(),
        last_modified: last.map_or_else(
            || "1970-01-01T00:00:00Z".to_owned(),
            |edition| format!("{}T00:00:00Z", edition.date),
        ),
        version: last.map_or_else(String::new, |edition| edition.version.to_string()),
        oscal_version: "1.0.6",
    };
    let content = serde_json::to_vec(&(language.code(), &metadata, &groups))?;
    let root = Root {
        catalog: Catalog {
            uuid: Uuid::new_v5(&Uuid::NAMESPACE_URL, &content).to_string(),
            metadata,
            groups,
        },
    };
    serde_json::to_writer(&mut *out, &root)?;
    writeln!(out)
}

/// What the document is called that the requirements of a group stand in.
fn group_title(requirement: &Requirement, document: &str, language: Language) -> String {
    let mut citations = requirement.citations.iter();
    let own = citations.find(|citation| citation.document == document);
    own.map_or(document, |citation| citation.title.get(language))
        .to_owned()
}

/// An id as OSCAL takes it: a letter first, then letters, figures, `.`, `-` and `_`.
fn token(id: &str) -> String {
    let shown = |c: char| match c {
        '/' => '.',
        c if c.is_alphanumeric() || matches!(c, '.' | '-' | '_') => c,
        _ => '_',
    };
    let token: String = id.chars().map(shown).collect();
    if token.starts_with(|c: char| c.is_alphabetic() || c == '_') {
        token
    } else {
        format!("_{token}")
    }
}

fn control(requirement: &Requirement, language: Language) -> Control {
    let id = token(&requirement.id);
    let property = |name, value: &str| Property {
        name,
        ns: NAMESPACE,
        value: value.to_owned(),
    };
    let mut props = vec![
        property("level", requirement.level.code()),
        property("certainty", requirement.certainty.code()),
        property("evidence", requirement.evidence.code()),
    ];
    for citation in &requirement.citations {
        let mut place = citation.document.clone();
        if !citation.clause.is_empty() {
            place = format!("{place} {}", citation.clause);
        }
        if let Some(editions) = &citation.editions {
            let last = editions.last.as_deref().unwrap_or("");
            place = format!("{place} ({}–{last})", editions.first);
        }
        props.push(property("clause", &place));
    }
    let part = |suffix: &str, name, title, words: &Words| Part {
        id: format!("{id}_{suffix}"),
        name,
        title,
        prose: words.get(language).to_owned(),
    };
    let mut parts = vec![
        part("smt", "statement", None, &requirement.statement),
        part("gdn", "guidance", Some("remedy"), &requirement.remedy),
    ];
    if let Some(reading) = &requirement.reading {
        parts.push(part("rdg", "guidance", Some("reading"), reading));
    }
    if let Some(purpose) = &requirement.purpose {
        parts.push(part("prp", "guidance", Some("purpose"), purpose));
    }
    Control {
        title: requirement.statement.get(language).to_owned(),
        id,
        props,
        parts,
    }
}
