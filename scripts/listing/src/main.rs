//! Lists what a crate offers, an item a line, from the JSON that rustdoc wrote about it.

use std::error::Error;
use std::io::Write;

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = std::io::stdout().lock();
    for file in std::env::args().skip(1) {
        let api = public_api::Builder::from_rustdoc_json(file)
            .omit_blanket_impls(true)
            .omit_auto_trait_impls(true)
            .build()?;
        for item in api.items() {
            writeln!(out, "{item}")?;
        }
    }
    Ok(())
}
