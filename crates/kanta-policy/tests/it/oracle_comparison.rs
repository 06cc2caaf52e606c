//! The engine against the oracle: the same question, put to both in every combination of what it depends on.
//!
//! A question is a list of the oracle's words, `unknown` included. A test builds the plan that these words describe, evaluates
//! it, and compares the outcome of one finding with the oracle's answer. Where they differ on purpose the test's list of
//! differences says so, with the reason; a difference that is not listed fails, and a listed one that vanishes fails too.

mod capacity;
mod clauses;
pub(crate) mod compare;
mod location;
mod open_internet;
