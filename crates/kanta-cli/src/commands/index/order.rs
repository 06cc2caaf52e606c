//! An order to an address index as one JSON object.

use std::io::{self, Write};

use serde_json::{Map, Value as Json, json};

/// An order of JSON Lines as one object, which `kanta index try` reads too.
pub(super) fn json(lines: &str, out: &mut dyn Write) -> io::Result<()> {
    let mut whole = Map::new();
    for text in lines.lines() {
        let mut fields: Map<String, Json> = serde_json::from_str(text).map_err(io::Error::other)?;
        let record = fields.remove("record");
        let record = record.as_ref().and_then(Json::as_str).unwrap_or_default();
        let Some(order) = fields.remove("order") else {
            whole.extend(fields);
            continue;
        };
        let order = order.as_str().unwrap_or_default();
        let part = whole.entry(order).or_insert_with(|| json!({}));
        let list = part.as_object_mut();
        let list = list.map(|part| part.entry(record).or_insert_with(|| json!([])));
        if let Some(list) = list.and_then(Json::as_array_mut) {
            list.push(fields.into());
        }
    }
    kanta_report::json(&whole, out)
}
