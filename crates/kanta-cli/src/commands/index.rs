//! `kanta index`: who may use which service through which access point.

pub(crate) mod input;
pub(crate) mod json;
pub(crate) mod text;
mod words;

use std::io::{self, Write};
use std::net::IpAddr;
use std::path::PathBuf;

use kanta_address_index::{AddressIndex, Decision, Request, Service};
use kanta_conformance::{Date, Language, Level, Outcome};
use kanta_oid::OwnerOid;

use self::input::Failure;
use crate::options::{self, Format};
use crate::status;

/// Checks, asks, explains and compares a picture of the Kanta address index.
///
/// The files are TOML, JSON or JSON Lines, by their endings (.toml, .json, .jsonl); several are
/// read as one. `-` is standard input.
#[derive(clap::Args)]
#[command(after_help = HELP)]
pub(crate) struct IndexArgs {
    #[command(subcommand)]
    question: Question,
}

const HELP: &str = "Exit status: 0 permit or clean, 1 deny or findings, 2 unreadable input or wrong \
usage, 3 undetermined. From the data set's expiry on, every answer is deny.";

#[derive(clap::Subcommand)]
enum Question {
    /// Lists what the guide forbids or leaves open in the index.
    Check(Common),
    /// Answers permit or deny.
    Decide(Asked),
    /// Answers permit or deny, with the right that decided or every missing link.
    Explain(Asked),
    /// Who may use a service, and through what.
    Who {
        #[command(flatten)]
        common: Common,
        /// The service, for example `prescription`.
        #[arg(long, value_parser = service())]
        service: Service,
    },
    /// What an actor may use, what rests on an administrator, or who speaks from an address.
    What(What),
    /// What ends soon.
    Expiring {
        #[command(flatten)]
        common: Common,
        /// Within how many days.
        #[arg(long, default_value_t = 90)]
        days: u16,
    },
    /// What changes from one index to another.
    Diff {
        /// The index before.
        old: PathBuf,
        /// The index after.
        new: PathBuf,
        #[command(flatten)]
        style: Style,
        /// Prints the order that makes the one the other, as JSON Lines.
        #[arg(long)]
        as_order: bool,
    },
    /// Tries an order: what it would change, and what it would break.
    Try {
        #[command(flatten)]
        common: Common,
        /// The order: records under `add` and `withdraw`.
        #[arg(long)]
        order: PathBuf,
    },
}

#[derive(clap::Args)]
struct Style {
    /// The language of the report.
    #[arg(long, default_value = "en", value_parser = options::language())]
    lang: Language,
    /// The form of the report.
    #[arg(long, default_value = "text", value_enum)]
    format: Format,
}

#[derive(clap::Args)]
struct Common {
    /// The files of the index.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The day, such as 2025-12-01; otherwise today.
    #[arg(long, value_name = "DATE", value_parser = options::date)]
    on: Option<Date>,
    #[command(flatten)]
    style: Style,
}

#[derive(clap::Args)]
struct Asked {
    #[command(flatten)]
    common: Common,
    /// The joining party or the pharmacy: an id of the index or an OID.
    #[arg(long = "for", value_name = "ID")]
    subject: String,
    /// The access point: an id of the index or an OID.
    #[arg(long, value_name = "ID")]
    through: String,
    /// The service, for example `prescription`.
    #[arg(long, value_parser = service())]
    service: Service,
    /// In the joint model, the tenant: an id of the index or an OID.
    #[arg(long, value_name = "ID")]
    tenant: Option<String>,
    /// For renewal requests, the OID of the service unit.
    #[arg(long, value_name = "OID")]
    unit: Option<String>,
    /// Lists what is satisfied and what does not apply, too.
    #[arg(long)]
    all: bool,
}

#[derive(clap::Args)]
#[group(id = "whose", required = true, multiple = false, args = ["subject", "rests_on", "from"])]
struct What {
    #[command(flatten)]
    common: Common,
    /// What this party, pharmacy or tenant may use: an id of the index or an OID.
    #[arg(long = "for", value_name = "ID")]
    subject: Option<String>,
    /// What runs through this administrator's access points: an id of the index or an OID.
    #[arg(long, value_name = "ID")]
    rests_on: Option<String>,
    /// The access points that speak from this address.
    #[arg(long, value_name = "ADDRESS")]
    from: Option<IpAddr>,
}

/// Reads the code of a service.
fn service() -> impl clap::builder::TypedValueParser<Value = Service> {
    use clap::builder::TypedValueParser;
    let codes = Service::ALL.iter().map(|service| service.code());
    clap::builder::PossibleValuesParser::new(codes).try_map(|code| code.parse::<Service>())
}

pub(crate) fn run(args: &IndexArgs) -> io::Result<u8> {
    let mut out = anstream::stdout().lock();
    let answered = answer(&args.question, &mut out);
    let status = match answered {
        Ok(status) => status,
        Err(Failure::Io(error)) => return Err(error),
        Err(Failure::Input { name, problem }) => {
            let style = style(&args.question);
            match style.format {
                Format::Text => {
                    let mut err = anstream::stderr().lock();
                    text::problem(&name, &problem, style.lang, &mut err)?;
                }
                Format::Json => json::problem(&name, &problem, &mut out)?,
            }
            status::UNREADABLE
        }
    };
    out.flush()?;
    Ok(status)
}

fn style(question: &Question) -> &Style {
    match question {
        Question::Check(common)
        | Question::Who { common, .. }
        | Question::Expiring { common, .. }
        | Question::Try { common, .. } => &common.style,
        Question::Decide(asked) | Question::Explain(asked) => &asked.common.style,
        Question::What(what) => &what.common.style,
        Question::Diff { style, .. } => style,
    }
}

impl Common {
    fn day(&self) -> Date {
        self.on.unwrap_or_else(options::today)
    }

    fn index(&self) -> Result<AddressIndex, Failure> {
        input::index(&self.files)
    }
}

fn answer(question: &Question, out: &mut dyn Write) -> Result<u8, Failure> {
    match question {
        Question::Check(common) => check(common, out),
        Question::Decide(asked) => ask(asked, false, out),
        Question::Explain(asked) => ask(asked, true, out),
        Question::Who { common, service } => {
            let index = common.index()?;
            let rights = index.who(*service, common.day());
            report_rights(&index, &rights, common, out)
        }
        Question::What(what) => self::what(what, out),
        Question::Expiring { common, days } => {
            let index = common.index()?;
            let ending = index.expiring(common.day(), *days);
            match common.style.format {
                Format::Text => text::expiring(&ending, common.style.lang, out)?,
                Format::Json => json::expiring(&ending, out)?,
            }
            Ok(found(!ending.is_empty()))
        }
        Question::Diff {
            old,
            new,
            style,
            as_order,
        } => diff(old, new, style, *as_order, out),
        Question::Try { common, order } => {
            let index = common.index()?;
            let order = input::order(order, &index)?;
            let trial = index
                .try_order(&order)
                .map_err(|faults| Failure::faults(&common.files, faults))?;
            match common.style.format {
                Format::Text => text::trial(&index, &trial, common.style.lang, out)?,
                Format::Json => json::trial(&trial, out)?,
            }
            Ok(found(!trial.broken.is_empty()))
        }
    }
}

const fn found(any: bool) -> u8 {
    if any {
        status::NON_CONFORMING
    } else {
        status::CONFORMING
    }
}

fn check(common: &Common, out: &mut dyn Write) -> Result<u8, Failure> {
    let index = common.index()?;
    let day = common.day();
    let findings = index.findings(day);
    match common.style.format {
        Format::Text => text::findings(&index, &findings, day, common.style.lang, out)?,
        Format::Json => json::findings(&index, &findings, day, out)?,
    }
    let mut binding = findings
        .iter()
        .filter(|finding| finding.requirement.level == Level::Must)
        .peekable();
    let undetermined = binding.peek().is_some();
    let violated = binding.any(|finding| matches!(finding.outcome, Outcome::Violated { .. }));
    Ok(if index.is_expired(day) || violated {
        status::NON_CONFORMING
    } else if undetermined {
        status::UNDETERMINED
    } else {
        status::CONFORMING
    })
}

fn ask(asked: &Asked, explain: bool, out: &mut dyn Write) -> Result<u8, Failure> {
    let index = asked.common.index()?;
    let request = request(asked, &index)?;
    let explanation = index.explain(&request);
    let style = &asked.common.style;
    match (style.format, explain) {
        (Format::Text, false) => text::decision(explanation.decision, style.lang, out)?,
        (Format::Text, true) => {
            text::explanation(&index, &request, &explanation, asked.all, style.lang, out)?;
        }
        (Format::Json, false) => json::decision(&explanation, out)?,
        (Format::Json, true) => json::explanation(&explanation, asked.all, out)?,
    }
    Ok(match explanation.decision {
        Decision::Permit(_) => status::CONFORMING,
        Decision::Deny if explanation.is_undetermined() => status::UNDETERMINED,
        Decision::Deny => status::NON_CONFORMING,
    })
}

fn request(asked: &Asked, index: &AddressIndex) -> Result<Request, Failure> {
    let owner = |option: &str, name: &str| {
        index
            .owner_named(name)
            .ok_or_else(|| Failure::unknown(option, name))
    };
    let point = index
        .access_point_named(&asked.through)
        .ok_or_else(|| Failure::unknown("--through", &asked.through))?;
    let subject = owner("--for", &asked.subject)?;
    let mut request = Request::new(subject, point, asked.service, asked.common.day());
    if let Some(tenant) = &asked.tenant {
        request.tenant = Some(owner("--tenant", tenant)?);
    }
    if let Some(unit) = &asked.unit {
        let unit = OwnerOid::parse(unit).map_err(|_| Failure::unknown("--unit", unit))?;
        request.service_unit = Some(unit);
    }
    Ok(request)
}

fn what(what: &What, out: &mut dyn Write) -> Result<u8, Failure> {
    let common = &what.common;
    let index = common.index()?;
    let day = common.day();
    let owner = |option: &str, name: &str| {
        index
            .owner_named(name)
            .ok_or_else(|| Failure::unknown(option, name))
    };
    if let Some(address) = what.from {
        let points: Vec<_> = index.access_points_at(address).collect();
        match common.style.format {
            Format::Text => text::access_points(&points, common.style.lang, out)?,
            Format::Json => json::access_points(&points, out)?,
        }
        return Ok(found(points.is_empty()));
    }
    let rights = match (&what.subject, &what.rests_on) {
        (Some(name), _) => index.what(owner("--for", name)?, day),
        (_, Some(name)) => index.rests_on(owner("--rests-on", name)?, day),
        (None, None) => Vec::new(),
    };
    report_rights(&index, &rights, common, out)
}

fn report_rights(
    index: &AddressIndex,
    rights: &[kanta_address_index::Permitted],
    common: &Common,
    out: &mut dyn Write,
) -> Result<u8, Failure> {
    match common.style.format {
        Format::Text => text::rights(index, rights, common.style.lang, out)?,
        Format::Json => json::rights(rights, out)?,
    }
    Ok(found(rights.is_empty()))
}

fn diff(
    old: &std::path::Path,
    new: &std::path::Path,
    style: &Style,
    as_order: bool,
    out: &mut dyn Write,
) -> Result<u8, Failure> {
    let before = input::index(&[old.to_owned()])?;
    let after = input::index(&[new.to_owned()])?;
    if as_order {
        let order = before.order_to(&after);
        let mut lines = String::new();
        order
            .write_json_lines(&mut lines)
            .map_err(|error| Failure::Io(io::Error::other(error)))?;
        out.write_all(lines.as_bytes())?;
        let same = order.header.is_none() && order.add.is_empty() && order.withdraw.is_empty();
        return Ok(found(!same));
    }
    let changes = before.changes_to(&after);
    match style.format {
        Format::Text => text::changes(&after, &changes, style.lang, out)?,
        Format::Json => json::changes(&changes, out)?,
    }
    Ok(found(
        !changes.gained.is_empty() || !changes.lost.is_empty(),
    ))
}
