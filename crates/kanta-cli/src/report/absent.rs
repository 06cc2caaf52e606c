//! The files that a plan names and that are not there.

use std::io::{self, Write};

use kanta_conformance::{Language, Text};
use kanta_policy::PlanFile;
use serde_json::{Value as Json, json};

use super::layout;
use kanta_report::words;

/// A line for each: nothing is known of what it would show.
pub(super) fn text(file: &PlanFile, language: Language, out: &mut dyn Write) -> io::Result<()> {
    let unknown = Text::new(
        "what it would show is not known",
        "mitä siitä kävisi ilmi, ei ole tiedossa",
        "vad den skulle visa är inte känt",
    );
    for (path, name) in file.absent() {
        let place = words::place(path, language);
        let place = layout::capitalised(&place);
        let absent = words::absent(name, language);
        let line = format!("{place}: {absent}; {}.", unknown.get(language));
        layout::paragraph(out, layout::YELLOW, &line)?;
    }
    Ok(())
}

/// The same for machines.
pub(super) fn json(file: &PlanFile) -> Json {
    let absent = file.absent();
    absent
        .map(|(path, name)| json!({ "path": path, "file": name }))
        .collect()
}
