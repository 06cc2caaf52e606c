//! The words of the domain, each with the code it is written by.

mod model;
mod names;
mod party;
mod service;

pub use model::{AdministratorKind, JoiningModel};
pub use party::{PartyKind, Register, Sector, provides_social_welfare};
pub use service::Service;
