//! Why a file could not be judged, for people.

use std::io::{self, Write};

use kanta_conformance::{Escaped, Language};

use crate::view::{Fault, Place, Refusal};

/// One line a fault: `file:line:column: what is wrong`.
///
/// # Errors
/// Those of `out`.
pub fn refusal(refusal: &Refusal, language: Language, out: &mut dyn Write) -> io::Result<()> {
    for Fault {
        messages, place, ..
    } in &refusal.faults
    {
        let file = place.as_ref().map_or(&refusal.file, |place| &place.file);
        write!(out, "{}", Escaped(file))?;
        if let Some(Place { line, column, .. }) = place {
            for number in [line, column].into_iter().flatten() {
                write!(out, ":{number}")?;
            }
        }
        writeln!(out, ": {}", Escaped(messages.get(language)))?;
    }
    Ok(())
}
