//! Reports for people: the verdict first and last, lines as wide as their [`Page`], 80 columns in doubt, with the escapes
//! of colours, which the caller leaves out where they are not wanted.

mod absent;
mod admission;
mod asked;
mod audit;
mod baseline;
mod certificate;
mod changes;
mod difference;
mod editions;
mod entries;
mod failures;
mod faults;
mod gateway;
mod history;
mod index;
mod oid;
mod outcomes;
mod plan;
mod questions;
mod ready;
mod reasons;
mod requirement;
mod rights;
mod settled;
mod shared;
mod show;
mod summary;
mod vectors;

pub use crate::layout::Page;
pub use admission::{admission, compared};
pub use asked::{decision, index_expiring, permitted, speakers};
pub use audit::{log_summary, log_verification, logged};
pub use baseline::{no_baseline, not_in_baseline, open_beyond_baseline, pruned};
pub use certificate::certificate;
pub use changes::{index_changes, trial};
pub use difference::difference;
pub use editions::{edition_changes, editions, no_edition};
pub use failures::{failures, no_failure};
pub use faults::{refusal, stale};
pub use gateway::gateway;
pub use history::history;
pub use index::index;
pub use oid::oid;
pub use plan::plan;
pub use questions::{forbidden, left_open, question, questions, why_asked, wrong_answers};
pub use ready::ready;
pub use reasons::reasons;
pub use requirement::{Chosen, explanation, no_requirement, requirements, requirements_markdown};
pub use rights::rights;
pub use settled::{accepted, set_aside};
pub use shared::shared;
pub use show::shown;
pub use summary::{TableLine, Tally, head, line, row, skipped, totals};
pub use vectors::vectors;

#[doc(hidden)]
pub use absent::missing_files;
