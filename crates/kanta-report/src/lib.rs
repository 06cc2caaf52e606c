#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod view;

#[doc(hidden)]
pub mod dates;
#[doc(hidden)]
pub mod words;
