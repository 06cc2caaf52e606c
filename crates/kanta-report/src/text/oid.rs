//! What an identifier is, for people.

use std::io::{self, Write};

use kanta_conformance::{Escaped, Language, Text, text};

use crate::view::OidReport;

/// No more of an input than this is shown.
const SHOWN: usize = 100;

const ACCESS_POINT: Text = text! {
    en: "access point, form",
    fi: "liityntäpiste, muoto",
    sv: "anslutningspunkt, form",
};
const NONE: Text = text! {
    en: "not an access-point OID",
    fi: "ei ole liityntäpisteen OID-tunnus",
    sv: "är inte OID-koden för en anslutningspunkt",
};
const OWNER: Text = text! { en: "owner", fi: "omistaja", sv: "ägare" };
const NUMBER: Text = text! { en: "number", fi: "numero", sv: "nummer" };
const BUSINESS_ID: Text = text! { en: "business ID", fi: "Y-tunnus", sv: "FO-nummer" };
const HINT: Text = text! { en: "hint", fi: "vihje", sv: "tips" };
const MEANT: Text = text! { en: "perhaps meant", fi: "ehkä tarkoitettu", sv: "kanske avsedd" };
const KNOWN: Text = text! { en: "known node", fi: "tunnettu solmu", sv: "känd nod" };
const SOURCE: Text = text! { en: "source", fi: "lähde", sv: "källa" };

/// Writes what an identifier is: its form, its owner and its number; or what is wrong with it and how to mend it.
///
/// # Errors
/// Those of `out`.
pub fn oid(view: &OidReport, language: Language, out: &mut dyn Write) -> io::Result<()> {
    let say = |text: Text| text.get(language);
    let input = shown(&view.input);
    let mut lines: Vec<(Text, String)> = Vec::new();
    if let Some(form) = &view.form {
        writeln!(out, "{input}: {} {form}", say(ACCESS_POINT))?;
    } else {
        writeln!(out, "{input}: {}", say(NONE))?;
    }
    if let (Some(owner), Some(kind)) = (&view.owner, &view.owner_kind) {
        lines.push((OWNER, format!("{owner} ({})", kind.get(language))));
    }
    lines.extend(view.number.map(|number| (NUMBER, number.to_string())));
    if let Some(its) = &view.business_id {
        let digit = its.check_digit.get(language);
        lines.push((BUSINESS_ID, format!("{} ({digit})", its.id)));
    }
    if let Some(message) = &view.messages {
        writeln!(out, "  {}", Escaped(message.get(language)))?;
    }
    let hints = view.hint_messages.iter();
    lines.extend(hints.map(|hint| (HINT, hint.get(language).to_owned())));
    lines.extend(view.suggestion.iter().map(|meant| (MEANT, meant.clone())));
    if let Some(known) = &view.known {
        let (node, name) = (&known.node, known.name.get(language));
        let source = format!("{}: {}", say(SOURCE), known.source);
        lines.push((KNOWN, format!("{node}, {name} ({source})")));
    }
    for (label, words) in lines {
        writeln!(out, "  {}: {}", say(label), Escaped(&words))?;
    }
    Ok(())
}

/// The input in backticks, cut short; what cannot be seen or steers a terminal is escaped.
fn shown(text: &str) -> String {
    let mut shown = String::from("`");
    for c in text.chars().take(SHOWN) {
        match c {
            ' ' | '!'..='~' => shown.push(c),
            _ => shown.extend(c.escape_debug()),
        }
    }
    let cut = text.chars().nth(SHOWN).map_or("", |_| "…");
    shown + cut + "`"
}
