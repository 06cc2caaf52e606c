//! What was trusted: each anchor and each CA between with its place among the CAs of DVV.

use std::io::{self, Write};

use anstyle::Style;
use kanta_cert::Authority;
use kanta_conformance::{Escaped, Language, Text, Value, text};

use kanta_report::layout;
use kanta_report::view::CheckedCertificate;

const TRUSTED: Text = text! { en: "trusted", fi: "luotettu", sv: "betrodd" };
const BETWEEN: Text = text! { en: "between", fi: "välissä", sv: "mellan" };
const LIST: Text = text! { en: "list of revoked certificates", fi: "sulkulista", sv: "spärrlista" };

fn subject(ca: &Authority) -> String {
    let subject = ca.certificate().subject();
    match subject.common_name() {
        Some(name) => name.into_owned(),
        None => subject.to_string(),
    }
}

/// One line for each CA and each list.
pub(super) fn text(
    checked: &CheckedCertificate<'_>,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    let Some(store) = checked.store.filter(|_| checked.is_path_checked()) else {
        return Ok(());
    };
    for (label, cas) in [(TRUSTED, store.roots()), (BETWEEN, store.between())] {
        for ca in cas {
            let name = Value::words(&subject(ca));
            let line = format!(
                "{}: {} ({}): {}",
                label.get(language),
                name.display(language),
                Escaped(ca.file()),
                ca.role(checked.issuers).name().get(language),
            );
            layout::paragraph(out, Style::new(), &line)?;
        }
    }
    for (file, list) in store.lists() {
        let issuer = list.issuer();
        let issuer = issuer.common_name().unwrap_or_default();
        let next = list
            .next_update()
            .map(|next| format!(" – {}", next.finnish_day().display(language)));
        let line = format!(
            "{}: {} ({}): {}{}",
            LIST.get(language),
            Value::words(&issuer).display(language),
            Escaped(file),
            list.this_update().finnish_day().display(language),
            next.unwrap_or_default(),
        );
        layout::paragraph(out, Style::new(), &line)?;
    }
    Ok(())
}
