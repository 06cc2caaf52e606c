//! What was found, with what rests on it.

use kanta_address_index::{AddressIndex, IndexFinding};
use serde_json::{Value as Json, json};

use super::{found, right};

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
