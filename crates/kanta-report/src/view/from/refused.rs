//! Why there is no answer, although nothing of a file is misunderstood: what it is instead, or what was asked of it.

use kanta_conformance::{Escaped, Language, Text, text};

use crate::view::{Fault, Likeness, RefusedInput, UnreadWorkbook, Words};

impl RefusedInput {
    /// A workbook of which no index is read.
    #[must_use]
    pub fn of_workbook(name: &str, unread: &UnreadWorkbook, language: Language) -> Self {
        Self::of_file(name, |language| unread.message(language), language)
    }

    /// A file said to be in Windows-1252, with a byte, counted from 0, that is no letter of it.
    #[must_use]
    pub fn no_letter(name: &str, at: usize, language: Language) -> Self {
        let message = |language| match language {
            Language::En => format!("byte {at} is no letter of Windows-1252"),
            Language::Fi => format!("tavu {at} ei ole Windows-1252:n kirjain"),
            Language::Sv => format!("byte {at} är ingen bokstav i Windows-1252"),
        };
        Self::of_file(name, message, language)
    }

    /// A question that is not answered: the option that is meant, what it says, and why.
    #[must_use]
    pub fn of_option(option: &str, word: Option<&str>, why: &Words, language: Language) -> Self {
        let mut fault = Fault::new(why.clone(), None, language);
        fault.option = Some(option.to_owned());
        fault.word = word.map(str::to_owned);
        Self::new("", vec![fault])
    }

    /// An option that names what an index does not hold, and no OID either.
    #[must_use]
    pub fn unknown(option: &str, word: &str, language: Language) -> Self {
        let why = text! {
            en: "no id of the index and no OID",
            fi: "ei hakemiston tunnus eikä OID-tunnus",
            sv: "inget id i indexet och ingen OID",
        };
        Self::of_option(option, Some(word), &why.into(), language)
    }

    /// An option that names a pharmacist where a pharmacy has to be named, and which are the pharmacist's.
    #[must_use]
    pub fn pharmacist(
        option: &str,
        word: &str,
        pharmacies: Vec<String>,
        language: Language,
    ) -> Self {
        let why = if pharmacies.is_empty() {
            NO_PHARMACY.into()
        } else {
            let names = pharmacies.iter();
            let names: Vec<_> = names.map(|name| format!("`{}`", Escaped(name))).collect();
            let names = names.join(", ");
            Words::said(|language| format!("{}: {names}", WHICH_PHARMACY.get(language)))
        };
        let mut refusal = Self::of_option(option, Some(word), &why, language);
        for fault in &mut refusal.faults {
            fault.pharmacies = Some(pharmacies.clone());
        }
        refusal
    }

    /// An option that asks for an index as TOML that is larger than is read of TOML.
    #[must_use]
    pub fn too_large_for_toml(option: &str, language: Language) -> Self {
        let why = text! {
            en: "the index would be larger than what is read of TOML; write it as jsonl, json or csv",
            fi: "hakemistosta tulisi suurempi kuin TOML-muotoa luetaan; kirjoita se muodossa jsonl, json tai csv",
            sv: "indexet skulle bli större än det som läses av TOML; skriv det som jsonl, json eller csv",
        };
        Self::of_option(option, Some("toml"), &why.into(), language)
    }

    /// The same with what the file looks like instead, told first.
    #[must_use]
    pub fn looks_like(mut self, likeness: Likeness, language: Language) -> Self {
        if likeness == Likeness::Certificate {
            // Every line of it would be a fault.
            self.faults.clear();
        }
        let fault = Fault::new(likeness.words().into(), None, language);
        self.faults.insert(0, fault);
        self
    }
}

const NO_PHARMACY: Text = text! {
    en: "rights are a pharmacy's and not its pharmacist's, who has no pharmacy here",
    fi: "käyttövaltuudet ovat apteekin eivätkä apteekkarin, jolla ei ole tässä apteekkia",
    sv: "rättigheterna är apotekets och inte apotekarens, som inte har något apotek här",
};
const WHICH_PHARMACY: Text = text! {
    en: "rights are a pharmacy's and not its pharmacist's; name the pharmacy",
    fi: "käyttövaltuudet ovat apteekin eivätkä apteekkarin; nimeä apteekki",
    sv: "rättigheterna är apotekets och inte apotekarens; ange apoteket",
};
