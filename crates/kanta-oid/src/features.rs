//! What other crates are given, each behind the feature of its name.

#[cfg(feature = "alloc")]
mod alloc;
#[cfg(feature = "arbitrary")]
mod arbitrary;
#[cfg(feature = "const-oid")]
mod const_oid;
#[cfg(feature = "der")]
mod der;
#[cfg(feature = "serde")]
mod serde;
