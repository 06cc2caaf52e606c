//! Questions that are not answered, although the files could be read.

use std::io;

use kanta_conformance::{Escaped, Language, text};
use kanta_report::view::Refusal;

use super::input::{Failure, of_option};

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

impl Refused {
    /// The same for machines.
    pub(super) fn refusal(&self, language: Language) -> Refusal {
        let (option, word) = self.option();
        let message = |language| self.message(language);
        let mut refusal = of_option(option, word, message, language);
        if let Self::Pharmacist { pharmacies, .. } = self {
            for fault in &mut refusal.faults {
                fault.pharmacies = Some(pharmacies.clone());
            }
        }
        refusal
    }

    /// The option that is meant, and what it says.
    pub(super) fn option(&self) -> (&'static str, Option<&str>) {
        match self {
            Self::Pharmacist { option, word, .. } => (option, Some(word)),
            Self::NotTwo => ("--to", None),
            Self::TooLargeForToml => ("--to", Some("toml")),
        }
    }

    pub(super) fn message(&self, language: Language) -> String {
        match self {
            Self::Pharmacist { pharmacies, .. } if pharmacies.is_empty() => text! {
                en: "rights are a pharmacy's and not its pharmacist's, who has no pharmacy here",
                fi: "käyttövaltuudet ovat apteekin eivätkä apteekkarin, jolla ei ole tässä apteekkia",
                sv: "rättigheterna är apotekets och inte apotekarens, som inte har något apotek här",
            }
            .get(language)
            .to_owned(),
            Self::Pharmacist { pharmacies, .. } => {
                let names = pharmacies.iter();
                let names: Vec<_> = names.map(|name| format!("`{}`", Escaped(name))).collect();
                let words = text! {
                    en: "rights are a pharmacy's and not its pharmacist's; name the pharmacy",
                    fi: "käyttövaltuudet ovat apteekin eivätkä apteekkarin; nimeä apteekki",
                    sv: "rättigheterna är apotekets och inte apotekarens; ange apoteket",
                };
                format!("{}: {}", words.get(language), names.join(", "))
            }
            Self::TooLargeForToml => text! {
                en: "the index would be larger than what is read of TOML; write it as jsonl, json or csv",
                fi: "hakemistosta tulisi suurempi kuin TOML-muotoa luetaan; kirjoita se muodossa jsonl, json tai csv",
                sv: "indexet skulle bli större än det som läses av TOML; skriv det som jsonl, json eller csv",
            }
            .get(language)
            .to_owned(),
            Self::NotTwo => text! {
                en: "name two files, or the files before and, behind --to, those after",
                fi: "nimeä kaksi tiedostoa, tai aiemmat tiedostot ja valitsimen --to jälkeen uudemmat",
                sv: "ange två filer, eller filerna före och, efter --to, filerna efter",
            }
            .get(language)
            .to_owned(),
        }
    }
}
