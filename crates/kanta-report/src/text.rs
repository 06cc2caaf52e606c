//! Reports for people: the verdict first and last, lines as wide as their [`Page`], 80 columns in doubt, with the escapes
//! of colours, which the caller leaves out where they are not wanted.

mod absent;
mod certificate;
mod entries;
mod failures;
mod faults;
mod index;
mod plan;
mod ready;
mod rights;
mod settled;
mod summary;

pub use crate::layout::Page;
pub use certificate::certificate;
pub use failures::failures;
pub use faults::{refusal, stale};
pub use index::index;
pub use plan::plan;
pub use ready::ready;
pub use rights::rights;
pub use settled::{accepted, set_aside};
pub use summary::{Tally, head, line, row, skipped, totals};

#[doc(hidden)]
pub use absent::missing_files;
