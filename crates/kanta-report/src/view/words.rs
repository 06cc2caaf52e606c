//! The same words in each language.

use std::borrow::Cow;

use kanta_conformance::{Language, Text, Value};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The same words in English, Finnish and Swedish; no language is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Words {
    /// English.
    pub en: Cow<'static, str>,
    /// Finnish.
    pub fi: Cow<'static, str>,
    /// Swedish.
    pub sv: Cow<'static, str>,
}

impl Words {
    /// The words that a function says in each language.
    pub fn said(words: impl Fn(Language) -> String) -> Self {
        Self {
            en: words(Language::En).into(),
            fi: words(Language::Fi).into(),
            sv: words(Language::Sv).into(),
        }
    }

    /// The words in one language.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::En => &self.en,
            Language::Fi => &self.fi,
            Language::Sv => &self.sv,
        }
    }
}

impl From<Text> for Words {
    fn from(text: Text) -> Self {
        Self {
            en: text.en.into(),
            fi: text.fi.into(),
            sv: text.sv.into(),
        }
    }
}

impl From<&Value> for Words {
    fn from(value: &Value) -> Self {
        Self::said(|language| value.display(language).to_string())
    }
}
