//! Files as queries name them: with the digest that they have now.

use std::path::Path;

use datafusion::arrow::array::ArrayRef;
use datafusion::error::Result;
use datafusion::logical_expr::Volatility;
use kanta_conformance::text;

use crate::coded::Coded;
use crate::function::{Call, Definition, Gives, Kind};
use crate::snapshot::Pinned;

/// They read files when a query is planned, and leave in it what they found.
pub(crate) static FUNCTIONS: [Definition; 2] = [
    Definition {
        name: "kanta_index",
        about: text! {
            en: "an index with its digest, as the other functions take it; without a file, that of the session",
            fi: "hakemisto tiivisteineen, kuten muut funktiot sen ottavat; ilman tiedostoa istunnon hakemisto",
            sv: "ett index med sitt sammandrag, så som de andra funktionerna tar det; utan fil sessionens index",
        },
        parameters: &[("file", Kind::Text)],
        required: 0,
        gives: Gives::Text,
        volatility: Volatility::Stable,
        work: index,
    },
    Definition {
        name: "kanta_pin",
        about: text! {
            en: "any file with its digest, such as one of what is trusted",
            fi: "mikä tahansa tiedosto tiivisteineen, kuten luotettujen varmenteiden tiedosto",
            sv: "vilken fil som helst med sitt sammandrag, till exempel en över det som är betrott",
        },
        parameters: &[("file", Kind::Text)],
        required: 1,
        gives: Gives::Text,
        volatility: Volatility::Stable,
        work: pin,
    },
];

fn index(call: &Call<'_>) -> Result<ArrayRef> {
    if call.optional(0).is_some() {
        return pin(call);
    }
    let default = call.snapshots.default_index()?.to_owned();
    Coded::constant(Some(default)).texts(call.rows)
}

fn pin(call: &Call<'_>) -> Result<ArrayRef> {
    let Some(file) = call.same_text(0)? else {
        return Coded::constant(None::<String>).texts(call.rows);
    };
    let pinned = Pinned::now(Path::new(&file))?.to_string();
    Coded::constant(Some(pinned)).texts(call.rows)
}
