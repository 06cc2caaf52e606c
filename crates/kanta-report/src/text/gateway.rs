//! The configuration of a gateway, for people.

use std::io;

use kanta_conformance::{Escaped, Language, Text, text};

use crate::layout::{self, BOLD, GREEN, Lines as _, Page};
use crate::view::GatewayReport;

const USABLE: Text = text! { en: "USABLE", fi: "KÄYTETTÄVISSÄ", sv: "ANVÄNDBAR" };
const INDEX: Text = text! { en: "index", fi: "aineisto", sv: "index" };
const SHADOW: Text = text! { en: "shadow", fi: "varjo", sv: "skugga" };
const EXPIRES: Text = text! { en: "expires", fi: "vanhenee", sv: "upphör" };
const OWN: Text = text! {
    en: "The gateway's own certificate",
    fi: "Yhdyskäytävän oma varmenne",
    sv: "Gatewayens eget certifikat",
};

/// Writes on what a configuration that can be used rests, and what its own certificate lacks; of one that cannot, one line a
/// fault.
///
/// # Errors
/// Those of `out`.
pub fn gateway(view: &GatewayReport, language: Language, out: &mut Page<'_>) -> io::Result<()> {
    let say = |text: Text| text.get(language);
    for fault in &view.faults {
        out.line(format_args!("{}", Escaped(fault)))?;
    }
    if view.usable {
        layout::paragraph(out, GREEN, say(USABLE))?;
    }
    for (word, versions) in [(INDEX, &view.rests_on), (SHADOW, &view.shadow)] {
        if let Some(its) = versions {
            let index = Escaped(&its.index);
            let told = format!("`{index}`, {} {}", say(EXPIRES), its.index_expires);
            layout::labelled(out, say(word), &told)?;
        }
    }
    let own = view.own_certificate.iter();
    for own in own.filter(|own| !own.findings.is_empty()) {
        layout::heading(out, BOLD, say(OWN), own.findings.len())?;
        for finding in &own.findings {
            let fault = finding.fault.get(language);
            layout::entry(out, &format!("{fault}  {}", finding.requirement))?;
        }
    }
    Ok(())
}
