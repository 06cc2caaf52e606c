//! The lines of a plan to start from.

use std::fmt::Write;

use kanta_conformance::{Language, Text, text};

use super::Template;
use super::block::Block;
use crate::fields::{Field, Takes};

/// The most characters of a line of explanation.
const WIDTH: usize = 100;

const HOW: [Text; 3] = [
    text! {
        en: "The first line is for editors: kanta schema plan > kanta-plan-1.schema.json puts the schema beside this plan, and each field is then explained and completed as you write.",
        fi: "Ensimmäinen rivi on editoreille: kanta schema plan > kanta-plan-1.schema.json tuo skeeman suunnitelman viereen, ja kenttien selitykset ja täydennykset näkyvät kirjoittaessa.",
        sv: "Första raden är för editorer: kanta schema plan > kanta-plan-1.schema.json lägger schemat bredvid planen, och varje fält förklaras och kompletteras medan du skriver.",
    },
    text! {
        en: "A line such as #name = \"…\" is a fact to fill in: take the # away and write what is so. What is left out is not known; kanta check asks for it. What is not so is said with false.",
        fi: "Rivi kuten #name = \"…\" on täytettävä tieto: poista # ja kirjoita, miten asia on. Mitä puuttuu, ei ole tiedossa; kanta check kysyy sitä. Se, mikä ei pidä paikkaansa, merkitään sanalla false.",
        sv: "En rad såsom #name = \"…\" är en uppgift att fylla i: ta bort # och skriv hur det är. Det som utelämnas är inte känt; kanta check frågar efter det. Det som inte stämmer anges med false.",
    },
    text! {
        en: "Copy a table with another id where there are more of its kind, and delete what does not concern you.",
        fi: "Kopioi taulukko toisella tunnuksella, jos samanlaisia on useita, ja poista, mikä ei koske sinua.",
        sv: "Kopiera en tabell med ett annat id om det finns flera av samma slag, och ta bort det som inte gäller dig.",
    },
];

/// A plan as it is written, line by line.
pub(super) struct Page {
    text: String,
    language: Language,
}

impl Page {
    pub(super) fn new(kind: Template, language: Language) -> Self {
        let text = "#:schema ./kanta-plan-1.schema.json\n".to_owned();
        let mut page = Self { text, language };
        let plan = text! { en: "A plan to start from", fi: "Suunnitelman pohja", sv: "En plan att börja med" };
        let of = format!("{}: {}.", plan.get(language), kind.name().get(language));
        page.comment(&of);
        for how in HOW {
            page.comment("");
            page.comment(how.get(language));
        }
        page
    }

    /// Text behind `# `, in lines of a bounded length.
    fn comment(&mut self, text: &str) {
        let mut line = "#".to_owned();
        for word in text.split_whitespace() {
            let length = line.chars().count().saturating_add(word.chars().count());
            if length >= WIDTH {
                self.line(&line);
                line.truncate(1);
            }
            line.push(' ');
            line.push_str(word);
        }
        self.line(&line);
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// A heading, with what the table tells; none at the top of the plan.
    pub(super) fn heading(&mut self, heading: &str, about: Option<&Field>, is_offered: bool) {
        self.line("");
        if let Some(field) = about {
            self.comment(field.about().get(self.language));
        }
        if !heading.is_empty() {
            let mark = if is_offered { "#" } else { "" };
            self.line(&format!("{mark}{heading}"));
        }
    }

    /// A field: what it means, and the value that the kind settles, or else an example in a comment.
    pub(super) fn field(&mut self, field: &Field, block: &Block, is_explained: bool) {
        let key = field.key();
        let example = block.hint(key).or_else(|| field.example());
        let given = block.given(key);
        let Some(value) = given.or(example) else {
            return;
        };
        if is_explained {
            self.comment(&self.explanation(field));
        }
        let mark = if given.is_some() && !block.is_offered {
            ""
        } else {
            "#"
        };
        self.line(&format!("{mark}{key} = {value}"));
    }

    /// What a field means, with the words that it takes.
    fn explanation(&self, field: &Field) -> String {
        let mut text = field.about().get(self.language).to_owned();
        if let Takes::Word(words) = field.takes() {
            let words: Vec<_> = words().iter().map(|word| word.code).collect();
            // Writing to a string does not fail.
            write!(text, " ({})", words.join(" | ")).ok();
        }
        text
    }

    pub(super) fn finish(self) -> String {
        self.text
    }
}
