//! `kanta gateway`: whether the configuration of a gateway can be used, before it is.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use kanta_admission::{Link, Versions};
use kanta_cert::{Certificate, Moment};
use kanta_conformance::{Escaped, Language, Text, text};
use kanta_report::layout;
use kanta_rustls::settings::{LoadError, SIZE_LIMIT, Settings};
use serde_json::json;

use crate::options::{self, Format};
use crate::{files, output, status};

/// Checks the configuration of a gateway: the file itself, and everything that it names.
///
/// Nothing is written, no address is taken, and the audit log is not opened.
#[derive(clap::Args)]
#[command(after_help = HELP)]
pub(crate) struct GatewayArgs {
    /// The configuration, in TOML.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The instant, such as 2025-12-01T12:00:00+02:00; otherwise now.
    #[arg(long, value_name = "MOMENT", value_parser = options::moment)]
    at: Option<Moment>,
    /// The language of the report.
    #[arg(long, default_value = "en", env = "KANTA_LANG", value_parser = options::language())]
    lang: Language,
    /// The form of the report.
    #[arg(long, default_value = "text", value_enum)]
    format: Format,
}

const HELP: &str = "Exit status: 0 it can be used, 1 it can be used and its own certificate is not in order, \
2 it cannot be used, or wrong usage.";

const USABLE: Text = text! {
    en: "USABLE",
    fi: "KÄYTETTÄVISSÄ",
    sv: "ANVÄNDBAR",
};
const INDEX: Text = text! { en: "index", fi: "aineisto", sv: "index" };
const SHADOW: Text = text! { en: "shadow", fi: "varjo", sv: "skugga" };
const EXPIRES: Text = text! { en: "expires", fi: "vanhenee", sv: "upphör" };
const OWN: Text = text! {
    en: "The gateway's own certificate",
    fi: "Yhdyskäytävän oma varmenne",
    sv: "Gatewayens eget certifikat",
};

/// What a configuration that can be used comes to.
struct Found {
    live: Versions,
    shadow: Option<Versions>,
    /// What the gateway's own certificate lacks, as a client sees it that trusts the same CAs.
    own: Vec<Link>,
}

pub(crate) fn run(args: &GatewayArgs) -> io::Result<u8> {
    match found(args) {
        Err(faults) => {
            match args.format {
                Format::Text => {
                    for line in &faults {
                        writeln!(output::err(), "{line}")?;
                    }
                }
                Format::Json => {
                    let report = json!({ "format": 1, "usable": false, "faults": faults });
                    writeln!(output::out(), "{report}")?;
                }
            }
            Ok(status::UNREADABLE)
        }
        Ok(found) => {
            let mut out = output::out();
            match args.format {
                Format::Text => tell(&found, args.lang, &mut out)?,
                Format::Json => {
                    let own = found.own.iter().map(|link| link.requirement.id());
                    let report = json!({
                        "format": 1,
                        "usable": true,
                        "rests_on": found.live,
                        "shadow": found.shadow,
                        "own_certificate": { "missing": own.collect::<Vec<_>>() },
                    });
                    writeln!(out, "{report}")?;
                }
            }
            out.flush()?;
            Ok(if found.own.is_empty() {
                status::CONFORMING
            } else {
                status::NON_CONFORMING
            })
        }
    }
}

/// Reads and loads everything; an error is the lines to be printed.
fn found(args: &GatewayArgs) -> Result<Found, Vec<String>> {
    let file = &args.file;
    let name = Escaped(&file.display().to_string()).to_string();
    let told = |message: String| vec![format!("{name}: {message}")];
    let bytes = files::read(file, SIZE_LIMIT).map_err(|fault| told(fault.message(args.lang)))?;
    let settings = Settings::read(&bytes).map_err(|faults| {
        let faults = faults.as_slice().iter();
        let faults = faults.map(|fault| format!("{name}: {}", fault.display(args.lang)));
        faults.collect::<Vec<_>>()
    })?;
    let settings = settings.in_folder(file.parent().unwrap_or(Path::new("")));
    let line = |error: LoadError| error.to_string();
    let state = settings.state(args.lang).map_err(line);
    let shadow = settings.shadow_state(args.lang).map_err(line);
    let identity = settings.identity().map_err(line);
    match (state, shadow, identity) {
        (Ok(state), Ok(shadow), Ok((chain, _))) => {
            let at = args.at.unwrap_or_else(options::now);
            let first = chain.first().map_or(&[][..], |first| first.as_ref());
            let certificate =
                Certificate::from_der(first).map_err(|error| told(error.message(args.lang)))?;
            let mut own = state.examine_server(&certificate, None, at);
            own.retain(Link::is_missing);
            Ok(Found {
                live: Versions::clone(state.versions()),
                shadow: shadow.map(|shadow| Versions::clone(shadow.versions())),
                own,
            })
        }
        (state, shadow, identity) => {
            let all = [state.err(), shadow.err(), identity.err()];
            Err(all.into_iter().flatten().collect())
        }
    }
}

fn tell(found: &Found, language: Language, out: &mut dyn Write) -> io::Result<()> {
    layout::paragraph(out, layout::GREEN, USABLE.get(language))?;
    let sets = [(INDEX, Some(&found.live)), (SHADOW, found.shadow.as_ref())];
    for (word, versions) in sets {
        if let Some(versions) = versions {
            let expires = EXPIRES.get(language);
            let told = format!(
                "`{}`, {expires} {}",
                Escaped(&versions.index),
                versions.index_expires
            );
            layout::labelled(out, word.get(language), &told)?;
        }
    }
    if !found.own.is_empty() {
        layout::heading(out, layout::BOLD, OWN.get(language), found.own.len())?;
        for link in &found.own {
            let fault = link.requirement.fault().get(language);
            layout::entry(out, &format!("{fault}  {}", link.requirement.id()))?;
        }
    }
    Ok(())
}
