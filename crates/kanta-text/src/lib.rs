#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![no_std]

mod escaped;
mod language;
mod text;

pub use escaped::Escaped;
pub use language::{Language, UnknownLanguage};
pub use text::Text;
