//! The records of an address index, as somebody states them.

mod actor;
mod data_set;
mod point;
mod right;
mod validity;

pub use actor::{Party, Pharmacy, RegisterEntry, Tenant};
pub use data_set::{DataSet, Header};
pub use point::{AccessPoint, Agreement, Annotation, KELA, RecordedCertificate};
pub use right::{Basis, BasisKind, Right};
pub use validity::{Covers, Period};
