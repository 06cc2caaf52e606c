//! What `kanta index` takes.

use std::net::IpAddr;
use std::path::PathBuf;

use kanta_address_index::{AddressIndex, Form, Service};
use kanta_conformance::{Date, Language};

use super::input::{self, Failure};
use crate::options::{self, Format};
use crate::telling::Telling;

/// Checks, asks, explains and compares a picture of the Kanta address index.
///
/// The files are TOML, JSON, JSON Lines or CSV, by their endings (.toml, .json, .jsonl, .csv), or XLSX in a build with that
/// feature; several are read as one. `-` is standard input.
#[derive(clap::Args)]
#[command(after_help = HELP)]
pub(crate) struct IndexArgs {
    #[command(subcommand)]
    pub(super) question: Question,
}

const HELP: &str = "Exit status: 0 permit or clean, 1 deny or findings, 2 unreadable input or wrong \
usage, 3 undetermined; each command's own help says which. From the data set's expiry on, every \
answer is deny.";

const CHECK: &str = "Exit status: 0 no finding, 1 something is forbidden or the data set has expired, \
2 unreadable input or wrong usage, 3 nothing is forbidden, but something is not known or is a \
question that the guide leaves open. Such a question does not keep a right from permitting, and \
an index has no place to record how it was settled: where these are known, let 0 and 3 pass.\n\nWhat is wrong once is told once, on the record \
that has the fault. The JSON form: counts.requirements (id, violated, undetermined) and \
counts.parties (party, violated, undetermined); findings, each in the form of a finding of `kanta check`, \
with its party and the rights that rest on it.";

const ANSWER: &str = "Exit status: 0 permit, 1 deny, 2 unreadable input or wrong usage, 3 deny for \
nothing but what is not known.";

const LIST: &str = "Exit status: 0 something is listed, 1 nothing is or the data set has expired, \
2 unreadable input or wrong usage.";

const ENDS: &str = "Exit status: 0 nothing ends within these days, 1 something does or the data set \
has expired, 2 unreadable input or wrong usage.";

const DIFF: &str = "Exit status: 0 the two are equal, 1 they differ in whatever record, 2 unreadable \
input or wrong usage. Told are: rights, tenants and service units gained and lost, as days on \
which a request is answered differently; addresses that change hands; and every record that was \
added, withdrawn or changed.\n\nWhere an index is several files: kanta index diff BEFORE… --to \
AFTER…\n\nThe JSON form: equal; gained and lost (for, access_point, service, from, until); \
tenants.gained and tenants.lost (host, tenant, from, until); units.gained and units.lost (party, \
unit, from, until; unit is null for every unit without an annotation of its own); addresses \
(prefix, change, before, after); records (record, id, change, fields); ids, the indexes' own \
words for the OIDs. A change is added, withdrawn or changed.";

const TRY: &str = "Exit status: 0 nothing breaks, 1 something does that the order does not itself \
withdraw (a right, a tenant or a service unit loses days), the order brings something that is \
forbidden, or it adds a right that would never permit; 2 unreadable input or wrong usage.\n\nA \
record to withdraw is named by its id or OID, an agreement by its two sides, an annotation by party \
and unit, a right by for, access_point and service; whatever else is stated of it has to be as it \
is in the index.\n\nThe JSON form is that of diff, with broken, broken_tenants and broken_units in \
the forms of lost, tenants.lost and units.lost; findings.brought and findings.taken, each in the \
form of a finding of check without its place, on the day of --on; and never_permitting (right, \
missing: what it lacks on its own first day, in the form of missing of explain).";

const CONVERT: &str = "Exit status: 0 written, 2 unreadable input, not written or wrong usage. Every \
record and every field is kept; comments and the order of records are not.\n\nCSV is one file: a \
row that names the columns, in English, Finnish or Swedish, and one record a row, whose kind \
stands in the column `record`; each certificate of an access point has a row of its own. Read are \
semicolons, commas or tabs, days as 2026-12-31 or 31.12.2026. Written are semicolons, UTF-8 with a \
byte order mark, and an apostrophe before what a spreadsheet would take for a formula, which is \
taken away again in reading. Rows and columns of faults are those of the spreadsheet.";

const TEMPLATE: &str = "Exit status: 0 printed, 2 not written or wrong usage. An empty cell says \
nothing; rows are the kinds header, party, pharmacy, tenant, access_point, certificate, agreement, \
annotation and right. A record's end is the first day that no longer belongs to it.";

#[derive(clap::Subcommand)]
pub(super) enum Question {
    /// Lists what the guide forbids or leaves open in the index.
    ///
    /// A right is judged on the day asked about, or on its own first day if that comes later.
    #[command(after_help = CHECK)]
    Check(Checking),
    /// Answers permit or deny.
    #[command(after_help = ANSWER)]
    Decide(Asked),
    /// Answers permit or deny, with the right that decided or every missing link.
    #[command(after_help = ANSWER)]
    Explain(Asked),
    /// Who may use a service, and through what.
    #[command(after_help = LIST)]
    Who {
        #[command(flatten)]
        common: Common,
        /// The service, for example `prescription`.
        #[arg(long, value_parser = service())]
        service: Service,
    },
    /// What an actor may use, what rests on an administrator, or who speaks from an address.
    #[command(after_help = LIST)]
    What(What),
    /// What ends soon.
    #[command(after_help = ENDS)]
    Expiring {
        #[command(flatten)]
        common: Common,
        /// Within how many days.
        #[arg(long, default_value_t = 90)]
        days: u16,
    },
    /// What changes from one index to another.
    #[command(after_help = DIFF)]
    Diff {
        /// The index before and the index after; with `--to`, the files of the one before.
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// The files of the index after.
        #[arg(long, value_name = "FILE", num_args = 1..)]
        to: Vec<PathBuf>,
        #[command(flatten)]
        style: Style,
        /// Prints the order that makes the one the other: as JSON Lines, or as one JSON object.
        #[arg(long)]
        as_order: bool,
    },
    /// Writes an index in another form, a spreadsheet's among them.
    #[command(after_help = CONVERT)]
    Convert(Converting),
    /// Prints an empty spreadsheet to fill in: its columns, and the row of the header.
    #[command(after_help = TEMPLATE)]
    Template(Templating),
    /// Tries an order: what it would change, and what it would break.
    #[command(after_help = TRY)]
    Try {
        #[command(flatten)]
        common: Common,
        /// The order: records under `add` and `withdraw`.
        #[arg(long)]
        order: PathBuf,
    },
}

#[derive(clap::Args)]
pub(super) struct Style {
    /// The language of the report.
    #[arg(long, env = options::LANGUAGE, default_value = "en", value_parser = options::language())]
    pub(super) lang: Language,
    /// The form of the report.
    #[arg(long, default_value = "text", value_enum)]
    pub(super) format: Format,
}

#[derive(clap::Args)]
pub(super) struct Common {
    /// The files of the index.
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    /// The day, such as 2025-12-01; otherwise today.
    #[arg(long, value_name = "DATE", value_parser = options::date)]
    on: Option<Date>,
    #[command(flatten)]
    pub(super) style: Style,
}

#[derive(clap::Args)]
pub(super) struct Checking {
    /// The files of the index.
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    /// The day, such as 2025-12-01; otherwise today.
    #[arg(long, value_name = "DATE", value_parser = options::date)]
    pub(super) on: Option<Date>,
    #[command(flatten)]
    pub(super) telling: Telling,
}

#[derive(clap::Args)]
pub(super) struct Converting {
    /// The files of the index.
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    /// The form to write.
    #[arg(long, value_name = "FORM", value_parser = form())]
    pub(super) to: Form,
    /// The form of the files; otherwise by their endings, or by how they begin.
    #[arg(long, value_name = "FORM", value_parser = form())]
    pub(super) from: Option<Form>,
    /// The encoding of the files, where it is not UTF-8.
    #[arg(long, value_name = "ENCODING", value_parser = ["windows-1252"])]
    pub(super) encoding: Option<String>,
    /// The sheet of a workbook that has several.
    #[arg(long, value_name = "NAME")]
    pub(super) sheet: Option<String>,
    #[command(flatten)]
    pub(super) target: Target,
    /// The language in which faults are told.
    #[arg(long, env = options::LANGUAGE, default_value = "en", value_parser = options::language())]
    pub(super) lang: Language,
}

#[derive(clap::Args)]
pub(super) struct Templating {
    #[command(flatten)]
    pub(super) target: Target,
    /// The language of the columns.
    #[arg(long, env = options::LANGUAGE, default_value = "en", value_parser = options::language())]
    pub(super) lang: Language,
}

/// Where something is written.
#[derive(clap::Args)]
pub(super) struct Target {
    /// The file to write; otherwise standard output.
    #[arg(long, value_name = "FILE")]
    pub(super) out: Option<PathBuf>,
    /// Writes over a file that is there already.
    #[arg(long, requires = "out")]
    pub(super) force: bool,
}

/// Reads the name of a form.
fn form() -> impl clap::builder::TypedValueParser<Value = Form> {
    use clap::builder::TypedValueParser;
    let codes = ["csv", "toml", "json", "jsonl"];
    clap::builder::PossibleValuesParser::new(codes)
        .map(|code| Form::of_ending(&code).unwrap_or(Form::JsonLines))
}

#[derive(clap::Args)]
pub(super) struct Asked {
    #[command(flatten)]
    pub(super) common: Common,
    /// The joining party or the pharmacy: an id of the index or an OID.
    #[arg(long = "for", value_name = "ID")]
    pub(super) subject: String,
    /// The access point: an id of the index or an OID.
    #[arg(long, value_name = "ID")]
    pub(super) through: String,
    /// The service, for example `prescription`.
    #[arg(long, value_parser = service())]
    pub(super) service: Service,
    /// In the joint model, the tenant: an id of the index or an OID.
    #[arg(long, value_name = "ID")]
    pub(super) tenant: Option<String>,
    /// For renewal requests, the OID of the service unit.
    #[arg(long, value_name = "OID")]
    pub(super) unit: Option<String>,
    /// Lists what is satisfied and what does not apply, too.
    #[arg(long)]
    pub(super) all: bool,
}

#[derive(clap::Args)]
#[group(id = "whose", required = true, multiple = false, args = ["subject", "rests_on", "from"])]
pub(super) struct What {
    #[command(flatten)]
    pub(super) common: Common,
    /// What this party, pharmacy or tenant may use, or a pharmacist's pharmacies: an id of the
    /// index or an OID.
    #[arg(long = "for", value_name = "ID")]
    pub(super) subject: Option<String>,
    /// What runs through this administrator's access points: an id of the index or an OID.
    #[arg(long, value_name = "ID")]
    pub(super) rests_on: Option<String>,
    /// The access points that speak from this address.
    #[arg(long, value_name = "ADDRESS")]
    pub(super) from: Option<IpAddr>,
}

/// Reads the code of a service.
fn service() -> impl clap::builder::TypedValueParser<Value = Service> {
    use clap::builder::TypedValueParser;
    let codes = Service::ALL.iter().map(|service| service.code());
    clap::builder::PossibleValuesParser::new(codes).try_map(|code| code.parse::<Service>())
}

impl Common {
    pub(super) fn day(&self) -> Date {
        self.on.unwrap_or_else(options::today)
    }

    pub(super) fn index(&self) -> Result<AddressIndex, Failure> {
        input::index(&self.files)
    }
}

impl Question {
    /// In what language and form it is said why there is no answer; `check` says that itself, in more forms.
    pub(super) fn style(&self) -> (Language, Format) {
        let style = match self {
            Self::Check(check) => return (check.telling.lang(), Format::Text),
            Self::Convert(convert) => return (convert.lang, Format::Text),
            Self::Template(template) => return (template.lang, Format::Text),
            Self::Who { common, .. } | Self::Expiring { common, .. } | Self::Try { common, .. } => {
                &common.style
            }
            Self::Decide(asked) | Self::Explain(asked) => &asked.common.style,
            Self::What(what) => &what.common.style,
            Self::Diff { style, .. } => style,
        };
        (style.lang, style.format)
    }
}
