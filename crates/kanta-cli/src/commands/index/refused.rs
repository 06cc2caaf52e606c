//! Questions that are not answered, although the files could be read.

use std::io;

use kanta_conformance::{Language, Text, text};
use kanta_report::view::RefusedInput;

use super::input::Failure;

/// Why there is no answer.
pub(super) enum Stop {
    /// The files, or a name that they do not hold.
    Failure(Failure),
    /// What was asked.
    Refused(Refused),
}

/// What cannot be asked.
pub(super) enum Refused {
    /// A pharmacist, where a pharmacy has to be named: these are the pharmacist's.
    Pharmacist {
        option: &'static str,
        word: String,
        pharmacies: Vec<String>,
    },
    /// A comparison of other than two.
    NotTwo,
    /// An index larger than is read of TOML.
    TooLargeForToml,
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Failure(Failure::Io(error))
    }
}

const NOT_TWO: Text = text! {
    en: "name two files, or the files before and, behind --to, those after",
    fi: "nimeä kaksi tiedostoa, tai aiemmat tiedostot ja valitsimen --to jälkeen uudemmat",
    sv: "ange två filer, eller filerna före och, efter --to, filerna efter",
};

impl Refused {
    /// The same for people and machines.
    pub(super) fn refusal(self, language: Language) -> RefusedInput {
        match self {
            Self::Pharmacist {
                option,
                word,
                pharmacies,
            } => RefusedInput::pharmacist(option, &word, pharmacies, language),
            Self::NotTwo => RefusedInput::of_option("--to", None, &NOT_TWO.into(), language),
            Self::TooLargeForToml => RefusedInput::too_large_for_toml("--to", language),
        }
    }
}
