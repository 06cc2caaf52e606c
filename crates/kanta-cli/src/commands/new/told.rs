//! Why a file tells nothing of a plan.

use std::io::{self, Write};

use kanta_conformance::{Escaped, Language, text};
use kanta_source::system_words;

use crate::commands::index::input::Failure;

pub(super) enum Unclear {
    /// The file cannot be read, in words.
    File(String),
    /// It is no index.
    Index(Failure),
    /// It names several parties, or none that fits: who they are.
    Party(Vec<String>),
}

impl Unclear {
    pub(super) fn tell(
        &self,
        file: &str,
        language: Language,
        err: &mut dyn Write,
    ) -> io::Result<()> {
        match self {
            Self::File(words) => writeln!(err, "{}: {words}", Escaped(file)),
            Self::Index(Failure::Io(error)) => {
                let why = system_words(&error.to_string(), language);
                writeln!(err, "{}: {why}", Escaped(file))
            }
            Self::Index(Failure::Input { name, problem }) => {
                kanta_report::text::refusal(&problem.refusal(name, language), language, err)
            }
            Self::Party(parties) => {
                let words = text! {
                    en: "say with --party whose plan it is",
                    fi: "kerro valitsimella --party, kenen suunnitelma se on",
                    sv: "ange med --party vems plan det är",
                };
                let names: Vec<String> = parties
                    .iter()
                    .map(|name| format!("`{}`", Escaped(name)))
                    .collect();
                let words = words.get(language);
                writeln!(err, "{}: {words}: {}", Escaped(file), names.join(", "))
            }
        }
    }
}
