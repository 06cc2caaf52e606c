//! `kanta gateway`: whether the configuration of a gateway can be used, before it is.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use kanta_admission::{AdmissionCondition, Versions};
use kanta_cert::{Certificate, Moment};
use kanta_conformance::{Escaped, Language};
use kanta_report::view::GatewayReport;
use kanta_rustls::settings::{LoadError, SIZE_LIMIT, Settings};

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

pub(crate) fn run(args: &GatewayArgs) -> io::Result<u8> {
    let view = read(args).unwrap_or_else(GatewayReport::unusable);
    let (mut out, mut err) = (output::out(), output::err());
    match args.format {
        Format::Text if view.usable => {
            kanta_report::text::gateway(&view, args.lang, &mut output::page(&mut out))?;
        }
        Format::Text => {
            kanta_report::text::gateway(&view, args.lang, &mut output::page(&mut err))?;
        }
        Format::Json => kanta_report::json(&view, &mut out)?,
    }
    out.flush()?;
    Ok(match &view.own_certificate {
        Some(own) if own.missing.is_empty() => status::CONFORMING,
        Some(_) => status::NON_CONFORMING,
        None => status::UNREADABLE,
    })
}

/// Reads and loads everything; an error is the lines to be printed.
fn read(args: &GatewayArgs) -> Result<GatewayReport, Vec<String>> {
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
    let identity = settings.identity(args.lang).map_err(line);
    match (state, shadow, identity) {
        (Ok(state), Ok(shadow), Ok((chain, _))) => {
            let at = args.at.unwrap_or_else(options::now);
            let first = chain.first().map_or(&[][..], |first| first.as_ref());
            let certificate =
                Certificate::from_der(first).map_err(|error| told(error.message(args.lang)))?;
            let mut own = state.examine_server(&certificate, None, at);
            own.retain(AdmissionCondition::is_missing);
            let shadow = shadow.as_ref().map(|its| -> &Versions { its.versions() });
            Ok(GatewayReport::usable(
                state.versions(),
                shadow,
                &own,
                at.finnish_day(),
            ))
        }
        (state, shadow, identity) => {
            let all = [state.err(), shadow.err(), identity.err()];
            Err(all.into_iter().flatten().collect())
        }
    }
}
