//! What was trusted: each anchor and each CA between with its place among the CAs of DVV.

use std::io::{self, Write};

use anstyle::Style;
use kanta_cert::{Authority, CertificateOrRequest};
use kanta_conformance::{Escaped, Language, Text, Value};
use serde_json::{Value as Json, json};

use crate::commands::cert::CheckedCertificate;
use kanta_report::layout;

/// Whether path and revocation were checked.
pub(super) fn is_checked(checked: &CheckedCertificate<'_>) -> bool {
    checked.store.is_some() && matches!(checked.document, CertificateOrRequest::Certificate(_))
}

const TRUSTED: Text = Text::new("trusted", "luotettu", "betrodd");
const BETWEEN: Text = Text::new("between", "välissä", "mellan");
const LIST: Text = Text::new("list of revoked certificates", "sulkulista", "spärrlista");

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
    let Some(store) = checked.store.filter(|_| is_checked(checked)) else {
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

/// The same for machines; null where nothing is trusted.
pub(super) fn json(checked: &CheckedCertificate<'_>) -> Json {
    let Some(store) = checked.store.filter(|_| is_checked(checked)) else {
        return Json::Null;
    };
    let cas = |cas: &[Authority]| -> Json {
        cas.iter()
            .map(|ca| {
                let place = ca.role(checked.issuers);
                json!({
                    "subject": subject(ca),
                    "file": ca.file(),
                    "place": place.name().en,
                    "test": place.is_test(),
                })
            })
            .collect()
    };
    let lists: Json = store
        .lists()
        .map(|(file, list)| {
            json!({
                "issuer": list.issuer().to_string(),
                "file": file,
                "this_update": list.this_update().to_string(),
                "next_update": list.next_update().map(|next| next.to_string()),
                "obstacle": list.obstacle().map(|obstacle| obstacle.to_string()),
            })
        })
        .collect();
    json!({ "anchors": cas(store.roots()), "between": cas(store.between()), "lists": lists })
}
