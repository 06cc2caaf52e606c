#![doc = include_str!("../README.md")]

mod vocabulary;

pub use vocabulary::{
    AdministratorKind, JoiningModel, PartyKind, Register, Sector, Service, UnknownCode,
};
