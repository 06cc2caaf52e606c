//! What other crates are given, each behind the feature of its name.

#[cfg(feature = "serde")]
mod serde;
