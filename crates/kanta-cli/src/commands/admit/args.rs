//! What `kanta admit` takes.

use std::net::IpAddr;
use std::path::PathBuf;

use kanta_address_index::Service;
use kanta_cert::Moment;
use kanta_conformance::Language;

use crate::commands::cert_path::TrustArgs;
use crate::options::{self, Format};

/// Decides whether a peer is admitted: its certificate and its address, and what it wants, against the index.
///
/// The peer is an access point of the index or, with --own, a system at an access point of one's own.
#[derive(clap::Args)]
#[command(after_help = HELP)]
pub(crate) struct AdmitArgs {
    /// The files of the index. Can be given again.
    #[arg(long, required = true, value_name = "FILE")]
    pub(super) index: Vec<PathBuf>,
    /// The files of another index, decided beside and acted on by nobody: what it decides otherwise is told. Can be given
    /// again.
    #[arg(long, value_name = "FILE")]
    pub(super) shadow: Vec<PathBuf>,
    /// The certificate that the peer presents; without it, the peer presents none.
    #[arg(long, value_name = "FILE", conflicts_with = "batch")]
    pub(super) cert: Option<PathBuf>,
    /// The address that the peer connects from.
    #[arg(
        long,
        value_name = "ADDRESS",
        required_unless_present = "batch",
        conflicts_with = "batch"
    )]
    pub(super) source: Option<IpAddr>,
    /// The joining party or the pharmacy: an id of the index or an OID.
    #[arg(
        long = "for",
        value_name = "ID",
        required_unless_present = "batch",
        conflicts_with = "batch"
    )]
    pub(super) subject: Option<String>,
    /// The service, for example `prescription`.
    #[arg(long, value_parser = service(), required_unless_present = "batch", conflicts_with = "batch")]
    pub(super) service: Option<Service>,
    /// In the joint model, the tenant: an id of the index or an OID.
    #[arg(long, value_name = "ID", conflicts_with = "batch")]
    pub(super) tenant: Option<String>,
    /// For renewal requests, the OID of the service unit.
    #[arg(long, value_name = "OID", conflicts_with = "batch")]
    pub(super) unit: Option<String>,
    /// The instant, such as 2025-12-01T12:00:00+02:00; otherwise now.
    #[arg(long, value_name = "MOMENT", value_parser = options::moment)]
    pub(super) at: Option<Moment>,
    #[command(flatten)]
    pub(super) trust: TrustArgs,
    /// Does not ask whether certificates are on record at their access points.
    #[arg(long)]
    pub(super) no_records: bool,
    /// Our own access point, an id of the index or an OID: the peers are systems that use it.
    #[arg(long, value_name = "ID", requires = "systems")]
    pub(super) own: Option<String>,
    /// The systems at our own access point, in JSON.
    #[arg(long, value_name = "FILE", requires = "own")]
    pub(super) systems: Option<PathBuf>,
    /// Attempts, one a line: JSON Lines, or CSV by its ending (.csv); `-` is standard input.
    #[arg(long, value_name = "FILE")]
    pub(super) batch: Option<PathBuf>,
    /// The attempts and the answers are CSV, whatever the file is called.
    #[arg(long, requires = "batch")]
    pub(super) csv: bool,
    /// The folder of the certificates that a batch names; otherwise the batch's own.
    #[arg(long, value_name = "FOLDER", requires = "batch")]
    pub(super) base: Option<PathBuf>,
    /// Appends a record of each decision to this audit log.
    #[arg(long, value_name = "FILE", requires = "checkpoint")]
    pub(super) log: Option<PathBuf>,
    /// Where checkpoints of the log are kept: best on another machine.
    #[arg(long, value_name = "FILE", requires = "log")]
    pub(super) checkpoint: Option<PathBuf>,
    /// The language of the report.
    #[arg(long, default_value = "en", env = "KANTA_LANG", value_parser = options::language())]
    pub(super) lang: Language,
    /// The form of the report.
    #[arg(long, default_value = "text", value_enum)]
    pub(super) format: Format,
    /// Lists what is satisfied and what does not apply, too.
    #[arg(long)]
    pub(super) all: bool,
}

const HELP: &str = "Exit status: 0 permit, 1 deny, 2 unreadable input or wrong usage, 3 deny for \
nothing but what is not known; of a batch the worst, in the order 2, 1, 3, 0.

Path and revocation are always asked for: without --trust nobody is admitted.

A line of a batch has cert (a file of the folder; absent: none is presented), source, for, service, tenant, unit and at \
(absent: --at); in CSV the first line names the columns. An answer has line, decision (permit, deny or unreadable), \
missing and questions (ids of requirements) and message; with --log, reference; with --shadow, shadow (permit or deny, \
where the other index decides otherwise), and at the end how often on standard error.

A file of systems: {\"systems\": [{\"id\", \"certificates\": [{\"sha256\" or \"issuer\" and \"serial\", \"from\", \
\"until\"}], \"profile\": \"server\", \"signature\" or absent, \"addresses\": [], \"for\": []}]}.";

/// Reads the code of a service.
fn service() -> impl clap::builder::TypedValueParser<Value = Service> {
    use clap::builder::TypedValueParser;
    let codes = Service::ALL.iter().map(|service| service.code());
    clap::builder::PossibleValuesParser::new(codes).try_map(|code| code.parse::<Service>())
}
