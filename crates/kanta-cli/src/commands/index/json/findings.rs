//! What was found, each with its place and what rests on it; and how much of what.

use std::io::{self, Write};

use kanta_address_index::{AddressIndex, Counts, IndexFinding, Tally};
use kanta_conformance::Edition;
use serde_json::{Value as Json, json};

use super::super::findings::Findings;
use super::{found, line, right};

/// A finding, without the place in a file.
pub(super) fn finding(index: &AddressIndex, finding: &IndexFinding) -> Json {
    let mut object = found(finding.requirement, &finding.outcome, None);
    if let Some(fields) = object.as_object_mut() {
        let rights = finding.rights.iter().filter_map(|&id| index.right(id));
        let rights: Vec<Json> = rights.map(|it| right(&it)).collect();
        fields.insert("path".into(), json!(finding.path.to_string()));
        fields.insert("party".into(), json!(finding.party));
        fields.insert("judged_on".into(), json!(finding.judged_on.to_string()));
        fields.insert("rights".into(), rights.into());
    }
    object
}

fn counted(name: &str, what: &str, tally: Tally) -> Json {
    json!({
        name: what,
        "violated": tally.violated,
        "undetermined": tally.undetermined,
    })
}

pub(in super::super) fn findings(found: &Findings<'_>, out: &mut dyn Write) -> io::Result<()> {
    let (index, day) = (found.index, found.day);
    let counts = Counts::of(found.findings);
    let of_requirement =
        |(row, tally): &(&kanta_conformance::Requirement, Tally)| counted("id", row.id, *tally);
    let of_party = |(id, tally): &(String, Tally)| counted("party", id, *tally);
    let all = found.findings.iter().map(|it| {
        let mut object = finding(index, it);
        let place = found.place(it).map(|(file, place)| {
            let column = Some(place.column).filter(|&column| column > 0);
            json!({ "file": file, "line": place.line, "column": column, "path": place.path })
        });
        if let Some(fields) = object.as_object_mut() {
            fields.insert("place".into(), json!(place));
        }
        object
    });
    let report = json!({
        "format": 1,
        "version": index.header().version,
        "on": day.to_string(),
        "edition": Edition::on(day).map(|edition| edition.version.to_string()),
        "expired": index.is_expired(day),
        "expires": index.header().expires.to_string(),
        "rights": index.len(),
        "counts": {
            "requirements": counts.requirements.iter().map(of_requirement).collect::<Vec<_>>(),
            "parties": counts.parties.iter().map(of_party).collect::<Vec<_>>(),
        },
        "findings": all.collect::<Vec<_>>(),
    });
    line(out, &report)
}
