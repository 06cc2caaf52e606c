//! The files that a plan names and that are not there.

use std::io;

use kanta_conformance::{Language, text};

use crate::layout::{self, Lines};
use crate::view::MissingFile;
use crate::words;

/// A line for each: nothing is known of what it would show.
pub fn missing_files(
    files: &[MissingFile],
    language: Language,
    out: &mut (impl Lines + ?Sized),
) -> io::Result<()> {
    let unknown = text! {
        en: "what it would show is not known",
        fi: "mitä siitä kävisi ilmi, ei ole tiedossa",
        sv: "vad den skulle visa är inte känt",
    };
    for MissingFile { location, file, .. } in files {
        let place = layout::capitalised(location.get(language));
        let absent = words::absent(file, language);
        let line = format!("{place}: {absent}; {}.", unknown.get(language));
        layout::paragraph(out, layout::YELLOW, &line)?;
    }
    Ok(())
}
