//! `kanta cert`: a certificate, or the request for one, against its profile.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use kanta_cert::{
    CertificateOrRequest, Holder, IssuerList, IssuerListError, Moment, Profile, Question, ReadError,
};
use kanta_conformance::{Assessment, Date, Escaped, FieldPath, Language, Text, text};
use kanta_oid::AccessPointOid;
use kanta_policy::FileFault;
use kanta_report::view::{
    CertificateReport, CheckedCertificate, RefusedInput, SharedAccessPoint, ShownCertificate,
};
use kanta_report::{Format, Report as _};

use super::cert_path::{TrustArgs, take_chain};
use crate::desk::Desk;
use crate::files;
use crate::options::{self, Format as Form};
use crate::output;
use crate::report::catalogue::Held;
use crate::status;
use crate::telling::Telling;

/// Checks certificates, and requests for them, against their profile.
///
/// Run it before a certificate is ordered (on the request) and before it is installed. Files are PEM or DER, or
/// PKCS #7 (.p7b) in either; of a file with a chain, the CAs' certificates are left out.
#[derive(clap::Args)]
#[command(
    after_help = status::HELP,
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true
)]
pub(crate) struct CertArgs {
    #[command(subcommand)]
    command: Option<CertCommand>,
    /// The files; `-` is standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// What the certificate is meant to be; `auto` takes what it plainly is.
    #[arg(long, default_value = "auto", value_enum)]
    profile: ProfileChoice,
    /// The OID of the access point that the certificate is for.
    #[arg(long, value_name = "OID", value_parser = access_point)]
    access_point: Option<String>,
    /// The DNS name of the access point's primary connection.
    #[arg(long, value_name = "NAME")]
    dns_name: Option<String>,
    /// The name of the organisation that administers the access point.
    #[arg(long, value_name = "NAME")]
    holder: Option<String>,
    /// The environment that the certificate is to be used in.
    #[arg(long, value_enum)]
    environment: Option<EnvironmentChoice>,
    /// The day to judge by, such as 2025-12-01; otherwise today.
    #[arg(long, value_name = "DATE", value_parser = options::date)]
    on: Option<Date>,
    /// The moment to judge by instead of a day, such as 2025-12-01T12:00:00+02:00.
    #[arg(long, value_name = "INSTANT", value_parser = options::moment, conflicts_with = "on")]
    at: Option<Moment>,
    #[command(flatten)]
    trust: TrustArgs,
    /// A list of CAs to use instead of the built-in one.
    #[arg(long, value_name = "FILE")]
    issuers: Option<PathBuf>,
    #[command(flatten)]
    telling: Telling,
    /// Lists what is satisfied and what does not apply, too.
    #[arg(long)]
    all: bool,
}

#[derive(clap::Subcommand)]
enum CertCommand {
    /// Shows what stands in certificates and requests, field by field.
    Show(ShowArgs),
}

#[derive(clap::Args)]
struct ShowArgs {
    /// The files; `-` is standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The language of the fields' names.
    #[arg(long, env = options::LANGUAGE, default_value = "en", value_parser = options::language())]
    lang: Language,
    /// The form of the answer; JSON has a line for each certificate.
    #[arg(long, default_value = "text", value_enum)]
    format: Form,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ProfileChoice {
    /// What it plainly is.
    Auto,
    /// The server certificate of an access point.
    Server,
    /// A system signature certificate.
    SystemSignature,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum EnvironmentChoice {
    /// The real thing.
    Production,
    /// Tests.
    Test,
}

/// Accepts an access-point OID, or says what is wrong with it.
fn access_point(text: &str) -> Result<String, String> {
    match AccessPointOid::parse(text) {
        Ok(_) => Ok(text.to_owned()),
        Err(error) => Err(error.to_string()),
    }
}

pub(crate) fn run(args: &CertArgs, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
    if let Some(CertCommand::Show(show)) = &args.command {
        return self::show(show, out, err);
    }
    let first = args.files.first().map(PathBuf::as_path);
    let on = args.at.map_or(args.on, |at| Some(Question::at(at).day()));
    let manner = match args.telling.manner(first, &[Held::Plans], args.all, on) {
        Ok(manner) => manner,
        Err(message) => {
            err.write_all(message.as_bytes())?;
            return Ok(status::UNREADABLE);
        }
    };
    let (lang, all, whole) = (
        manner.lang,
        manner.all,
        manner.format == Format::Text && !manner.quiet,
    );
    let own_issuers = match args
        .issuers
        .as_deref()
        .map(|path| read_issuers(path, lang))
        .transpose()
    {
        Ok(issuers) => issuers,
        Err(message) => {
            writeln!(err, "{message}")?;
            return Ok(status::UNREADABLE);
        }
    };
    let issuers = own_issuers.as_ref().unwrap_or(IssuerList::built_in());
    let mut store = match args.trust.or(&manner.settings).store(lang) {
        Ok(store) => store,
        Err(message) => {
            writeln!(err, "{message}")?;
            return Ok(status::UNREADABLE);
        }
    };
    let question = match (args.at, args.on) {
        (Some(moment), _) => Question::at(moment),
        (None, day) => Question::on(day.unwrap_or_else(options::today)),
    };
    let on = question.day();
    let mut question = question.issuers(issuers);
    if let Some(oid) = &args.access_point {
        question = question.access_point(oid);
    }
    if let Some(name) = &args.dns_name {
        question = question.dns_name(name);
    }
    if let Some(name) = &args.holder {
        question = question.holder(Holder {
            administrator: name,
            others: &[],
        });
    }
    if let Some(environment) = args.environment {
        question = question.environment(match environment {
            EnvironmentChoice::Production => kanta_cert::Environment::Production,
            EnvironmentChoice::Test => kanta_cert::Environment::Test,
        });
    }

    let mut desk = Desk::new(manner, out, err);
    let mut seen: Vec<(String, CertificateOrRequest)> = Vec::new();
    for path in &args.files {
        let name = path.display().to_string();
        let documents = match read(path) {
            Ok(documents) => {
                if let Some(store) = &mut store {
                    take_chain(store, &name, &documents);
                }
                end_entities(documents)
            }
            Err(fault) => {
                desk.refused(fault.refusal(&name, lang))?;
                continue;
            }
        };
        let count = documents.len();
        for (index, document) in documents.into_iter().enumerate() {
            let profile = match args.profile {
                ProfileChoice::Auto => Profile::of(&document),
                ProfileChoice::Server => Profile::Server,
                ProfileChoice::SystemSignature => Profile::SystemSignature,
            };
            let mut findings = profile.findings(&document, &question, &FieldPath::ROOT);
            let store = store.as_ref();
            if let (Some(store), CertificateOrRequest::Certificate(certificate)) =
                (store, &document)
            {
                findings.extend(store.findings(certificate, &question, &FieldPath::ROOT));
                findings.extend(store.findings_about_itself(&question, &FieldPath::table("trust")));
            }
            let checked = CheckedCertificate {
                name: &name,
                number: (index.saturating_add(1), count),
                document: &document,
                profile,
                question: &question,
                issuers,
                store,
                assessment: Assessment::new(on, findings, Vec::new()),
            };
            desk.judged(CertificateReport::new(&checked), |view, out| {
                kanta_report::text::certificate(view, lang, all, out)?;
                kanta_report::text::accepted(&view.sheet(), lang, out)
            })?;
            seen.push((name.clone(), document));
        }
    }
    if whole {
        let shared = SharedAccessPoint::among(&seen);
        kanta_report::text::shared(&shared, lang, desk.out())?;
    }
    desk.finish()
}

fn show(args: &ShowArgs, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
    let mut worst = status::CONFORMING;
    let mut first = true;
    for path in &args.files {
        let name = path.display().to_string();
        let documents = match read(path) {
            Ok(documents) => documents,
            Err(fault) => {
                worst = status::UNREADABLE;
                let refusal = fault.refusal(&name, args.lang);
                match args.format {
                    Form::Text => {
                        out.flush()?;
                        kanta_report::text::refusal(&refusal, args.lang, err)?;
                    }
                    Form::Json => kanta_report::json(&refusal, out)?,
                }
                continue;
            }
        };
        let count = documents.len();
        for (index, document) in documents.iter().enumerate() {
            let number = (index.saturating_add(1), count);
            let view = ShownCertificate::new(&name, number, document);
            if args.format == Form::Json {
                kanta_report::json(&view, out)?;
                continue;
            }
            if !std::mem::take(&mut first) {
                writeln!(out)?;
            }
            kanta_report::text::shown(&view, args.lang, &mut output::page(out))?;
        }
    }
    out.flush()?;
    Ok(worst)
}

/// Why a file holds no certificate that can be checked.
pub(crate) enum Unreadable {
    File(FileFault),
    Content(ReadError),
}

impl Unreadable {
    pub(crate) fn message(&self, language: Language) -> String {
        match self {
            Self::File(fault) => fault.message(language),
            Self::Content(error) => error.message(language),
        }
    }

    pub(super) fn refusal(&self, name: &str, language: Language) -> RefusedInput {
        match self {
            Self::File(_) => {
                RefusedInput::of_file(name, |language| self.message(language), language)
            }
            Self::Content(error) => RefusedInput::of_certificate(name, error, language),
        }
    }
}

pub(super) fn read(path: &Path) -> Result<Vec<CertificateOrRequest>, Unreadable> {
    let bytes = files::read(path, kanta_cert::SIZE_LIMIT).map_err(Unreadable::File)?;
    CertificateOrRequest::read_all(&bytes).map_err(Unreadable::Content)
}

const NOT_TEXT: Text = text! { en: "not UTF-8", fi: "ei UTF-8-muodossa", sv: "inte UTF-8" };

fn read_issuers(path: &Path, language: Language) -> Result<IssuerList, String> {
    let name = path.display().to_string();
    let name = Escaped(&name);
    let bytes = files::read(path, kanta_cert::SIZE_LIMIT)
        .map_err(|fault| format!("{name}: {}", fault.message(language)))?;
    let text =
        std::str::from_utf8(&bytes).map_err(|_| format!("{name}: {}", NOT_TEXT.get(language)))?;
    IssuerList::parse(text).map_err(|IssuerListError { line, .. }| {
        let columns = "branch;hierarchy;organisation;common name;not before;not after";
        match language {
            Language::En => format!("{name}: line {line} of the list of CAs: expected {columns}"),
            Language::Fi => format!("{name}: CA-luettelon rivi {line}: odotettiin {columns}"),
            Language::Sv => format!("{name}: rad {line} i CA-förteckningen: väntat {columns}"),
        }
    })
}

/// Leaves out CAs' certificates where there is another beside them.
fn end_entities(mut documents: Vec<CertificateOrRequest>) -> Vec<CertificateOrRequest> {
    let is_ca = |document: &CertificateOrRequest| match document {
        CertificateOrRequest::Certificate(certificate) => certificate.is_ca(),
        CertificateOrRequest::Request(_) => false,
    };
    if documents.iter().any(|document| !is_ca(document)) {
        documents.retain(|document| !is_ca(document));
    }
    documents
}
