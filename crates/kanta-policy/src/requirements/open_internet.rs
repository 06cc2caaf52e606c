//! Clause 5.1: private networks, and table 1 on the open internet as a closed decision list.

mod bars;
mod link;
mod of_2019;
mod reasons;
mod table_1;

use kanta_conformance::{Row, Text, text};

use super::{Chapter, OfLink, Rows};

pub(super) static CHAPTER: Chapter = &[Rows::Links(LINKS)];

static LINKS: &[Row<OfLink>] = &[
    bars::IMAGING,
    bars::PHARMACY_PRIMARY,
    table_1::OUTSIDE_TABLE_1,
    reasons::NOT_JUSTIFIED,
    reasons::RISKS_NOT_HEEDED,
];

const TAKE_PRIVATE: Text = text! {
    en: "order a private network connection (MPLS or the like) from an operator; be prepared for several weeks",
    fi: "tilaa operaattorilta yhteys yksityisen verkon kautta (MPLS tai vastaava); varaudu useisiin viikkoihin",
    sv: "beställ en förbindelse via ett privat nät (MPLS eller motsvarande) hos en operatör; räkna med flera veckor",
};
