//! The published schema is the one that the reader has.
#![cfg(feature = "json")]
#![allow(clippy::unwrap_used, reason = "tests")]

/// Run with `KANTA_WRITE_SCHEMA=1` to publish it anew.
#[test]
fn the_published_schema_is_the_readers() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/schema/kanta-address-index-1.schema.json"
    );
    let schema = kanta_address_index::json_schema();
    if std::env::var_os("KANTA_WRITE_SCHEMA").is_some() {
        std::fs::write(path, &schema).unwrap();
    }
    let published = std::fs::read_to_string(path).unwrap();
    let [published, schema] =
        [published, schema].map(|text| serde_json::from_str::<serde_json::Value>(&text).unwrap());
    assert_eq!(published, schema);
}
