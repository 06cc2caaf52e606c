//! The catalogue of requirements whose ids the functions give, and of the functions themselves.

use std::sync::Arc;

use datafusion::catalog::TableProvider;
use datafusion::error::Result;
use kanta_address_index::AddressIndex;
use kanta_cert::Profile;
use kanta_conformance::{Level, Requirement, text};

use super::{Asked, Table, table, text_lists, texts};
use crate::aggregate;
use crate::function::Kind;
use crate::register::definitions;

type Made = Result<Arc<dyn TableProvider>>;

pub(super) static TABLES: [Table; 2] = [
    Table {
        name: "kanta_requirements",
        about: text! {
            en: "the requirements on requests, peers and certificates: what they ask for and where that stands",
            fi: "pyyntöjen, osapuolten ja varmenteiden vaatimukset: mitä ne edellyttävät ja missä se lukee",
            sv: "kraven på begäranden, motparter och certifikat: vad de kräver och var det står",
        },
        usage: "kanta_requirements([lang])",
        make: requirements,
    },
    Table {
        name: "kanta_functions",
        about: text! {
            en: "these functions",
            fi: "nämä funktiot",
            sv: "dessa funktioner",
        },
        usage: "kanta_functions([lang])",
        make: functions,
    },
];

/// The clauses in which a requirement stands, as `connection-models 4.2.1`.
pub(super) fn clauses(requirement: &Requirement) -> Vec<String> {
    let citations = requirement.citations().iter();
    let clauses = citations.map(|it| format!("{} {}", it.document.id, it.clause));
    clauses.map(|clause| clause.trim_end().to_owned()).collect()
}

fn requirements(asked: &Asked<'_>) -> Made {
    asked.ends(1)?;
    let language = asked.language(0)?;
    let of_index = AddressIndex::requirements().map(|it| ("index", it));
    let of_peers = kanta_admission::requirements().map(|it| ("peer", it));
    let of_certificates = Profile::ALL.iter().copied().flat_map(|profile| {
        let requirements = profile.requirements();
        requirements.map(move |it| (profile.code(), it))
    });
    let mut all: Vec<(&str, &Requirement)> = Vec::new();
    for one in of_index.chain(of_peers).chain(of_certificates) {
        // A requirement of several kinds of records is listed once.
        if !all
            .iter()
            .any(|(of, it)| *of == one.0 && it.id() == one.1.id())
        {
            all.push(one);
        }
    }
    let level = |it: &Requirement| match it.level() {
        Level::Must => "must",
        Level::Should => "should",
        Level::Note => "note",
    };
    let told = |part: fn(&Requirement) -> kanta_text::Text| {
        texts(all.iter().map(|(_, it)| Some(part(it).get(language))))
    };
    table(vec![
        (
            "requirement",
            texts(all.iter().map(|(_, it)| Some(it.id()))),
        ),
        ("applies_to", texts(all.iter().map(|(of, _)| Some(*of)))),
        ("level", texts(all.iter().map(|(_, it)| Some(level(it))))),
        ("statement", told(Requirement::statement)),
        ("fault", told(Requirement::fault)),
        ("remedy", told(Requirement::remedy)),
        ("clauses", text_lists(all.iter().map(|(_, it)| clauses(it)))),
    ])
}

fn functions(asked: &Asked<'_>) -> Made {
    asked.ends(1)?;
    let language = asked.language(0)?;
    let scalar = definitions().map(|it| {
        let takes = it
            .parameters
            .iter()
            .map(|(_, kind): &(_, Kind)| kind.code());
        let takes: Vec<String> = takes.map(str::to_owned).collect();
        (it.usage(), takes, it.gives.code(), it.about)
    });
    let of_groups = aggregate::AGGREGATES.iter();
    let of_groups = of_groups.map(|it| (it.usage(), it.takes(), aggregate::COUNTS, it.about));
    let tables = super::all().map(|it| (it.usage.to_owned(), Vec::new(), "table", it.about));
    let all: Vec<_> = scalar.chain(of_groups).chain(tables).collect();
    table(vec![
        ("function", texts(all.iter().map(|it| Some(&it.0)))),
        ("takes", text_lists(all.iter().map(|it| it.1.clone()))),
        ("gives", texts(all.iter().map(|it| Some(it.2)))),
        (
            "about",
            texts(all.iter().map(|it| Some(it.3.get(language)))),
        ),
    ])
}
