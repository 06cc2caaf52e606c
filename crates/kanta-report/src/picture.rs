//! Connections as pictures: who reaches Kanta with what, along which links, and where something is wrong.
//!
//! A [`PictureView`] is made from a plan and its report, from one of the plan's failures, or from a party's rights in an
//! address index; [`svg`], [`mermaid`] and [`dot`] draw it, and [`PictureView::table`] tells the same facts in rows.

mod dot;
mod failing;
#[doc(hidden)]
pub mod layout;
mod marks;
#[doc(hidden)]
pub mod measure;
mod mermaid;
mod of_plan;
mod of_rights;
mod svg;
mod table;
mod view;
mod words;

pub(crate) use failing::key_of;
pub(crate) use svg::{STYLE, in_page};

pub use dot::dot;
pub use failing::{NoSuchFailure, failure_keys};
pub use mermaid::mermaid;
pub use svg::svg;
pub use table::Table;
pub use view::{
    Availability, Carrier, Fact, FactStyle, Frame, HallView, Item, ItemKind, Mark, MarkPlace,
    Network, PictureOf, PictureView, Role, Tone, Wire, WireKind,
};
