#![doc = include_str!("../README.md")]

mod addresses;
mod ask;
mod cell;
mod table;
mod words;

pub use addresses::address_class;
pub use ask::{answer, line};
pub use cell::Cell;
pub use table::{Line, Row, row, rows};
pub use words::{combinations, inputs, words};
