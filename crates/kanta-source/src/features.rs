//! What other crates are given, each behind the feature of its name.

mod serde;
