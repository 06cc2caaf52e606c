//! Reports for people: lines of at most 80 columns, with the escapes of colours, which the caller leaves out where they
//! are not wanted.

mod absent;
mod faults;
mod plan;

pub use faults::refusal;
pub use plan::plan;

#[doc(hidden)]
pub use absent::missing_files;
