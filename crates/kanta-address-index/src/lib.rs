#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod addresses;
mod ask;
mod build;
mod case;
mod compare;
mod day;
mod decide;
mod explain;
mod fault;
mod features;
mod files;
mod findings;
mod grants;
mod index;
mod key;
mod model;
mod order;
mod reach;
mod request;
mod responsible;
mod rows;
mod store;
#[cfg(feature = "proptest")]
pub mod strategies;
mod vocabulary;

pub use ask::{Expiring, Permitted, Speaker};
pub use compare::{
    AddressChange, ChangeKind, Changes, FindingChanges, IdleRight, RecordChange, RecordKind,
    RightSpan, TenantSpan, Trial, UnitSpan,
};
pub use decide::Decision;
pub use explain::{Condition, Explanation};
pub use fault::{ExpectedRecord, Fault, FaultKind, Faults};
pub use files::{LINE_KEYS, Places, Progress, SOURCE_LIMIT, TOML_LIMIT, json_schema};
pub use findings::{FindingCounts, IndexFinding, OutcomeCounts, RecordId};
pub use index::{AddressIndex, RightId};
pub use kanta_source::{Form, Place, Position, Problem, Source};
pub use model::{
    AccessPoint, Agreement, Annotation, Basis, BasisKind, Covers, DataSet, Header, KELA, Party,
    Period, Pharmacy, RecordedCertificate, RegisterEntry, Right, Tenant,
};
pub use order::{Order, Records};
pub use reach::{Reach, plain_address};
pub use request::Request;
pub use responsible::ResponsibleParty;
pub use vocabulary::{
    AdministratorKind, JoiningModel, PartyKind, Register, Sector, Service, provides_social_welfare,
};

// What the signatures of this crate need.
pub use {ipnet, kanta_conformance, kanta_oid, kanta_source};
