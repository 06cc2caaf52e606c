//! `kanta admit`: a peer's certificate, its address and what it wants, against the index.

mod args;
mod batch;
mod log;
mod row;
mod systems;
mod told;

use std::io::{self, Write};
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use kanta_address_index::AddressIndex;
use kanta_admission::{
    AdmissionExplanation, Attempt, Connection, Difference, Gate, Live, OnRecord, Policy, Presented,
    Shadow, State,
};
use kanta_cert::{Certificate, SIZE_LIMIT};
use kanta_conformance::{Escaped, Language};
use kanta_oid::OwnerOid;

pub(crate) use self::args::AdmitArgs;
use super::index::input::{self, Failure};
use crate::options;
use crate::{files, output, report, status};

/// Why there is no answer: faults of the index, or a line to be printed.
enum Stop {
    Index(Failure),
    Line(String),
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Index(failure)
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Index(Failure::Io(error))
    }
}

pub(crate) fn run(args: &AdmitArgs) -> io::Result<u8> {
    match answer(args) {
        Ok(status) => Ok(status),
        Err(Stop::Index(Failure::Io(error))) => Err(error),
        Err(Stop::Index(Failure::Input { name, problem })) => {
            let refusal = problem.refusal(&name, args.lang);
            report::faults::refused(&refusal, args.lang, args.format, &mut output::out())?;
            Ok(status::UNREADABLE)
        }
        Err(Stop::Line(line)) => {
            writeln!(output::err(), "{line}")?;
            Ok(status::UNREADABLE)
        }
    }
}

fn answer(args: &AdmitArgs) -> Result<u8, Stop> {
    let live = Live::new(state(args, &args.index)?);
    let state = live.state();
    let at = args.at.unwrap_or_else(options::now);
    let shadow = match args.shadow.as_slice() {
        [] => None,
        files => Some(Shadow::new(self::state(args, files)?)),
    };
    let gate = match &args.log {
        Some(file) => {
            let log = log::open(args, file, at).map_err(Stop::Line)?;
            Some(Gate::new(live, log))
        }
        None => None,
    };
    let decider = Decider {
        state,
        gate,
        shadow,
        language: args.lang,
    };
    let status = match (&args.batch, args.source, &args.subject, args.service) {
        (Some(file), ..) => batch::run(args, file, &decider, at)?,
        (None, Some(source), Some(subject), Some(service)) => {
            let mut attempt = Attempt::new(owner(decider.index(), "--for", subject)?, service, at);
            if let Some(tenant) = &args.tenant {
                attempt.tenant = Some(owner(decider.index(), "--tenant", tenant)?);
            }
            if let Some(unit) = &args.unit {
                let parsed = OwnerOid::parse(unit).map_err(|_| Failure::unknown("--unit", unit))?;
                attempt.service_unit = Some(parsed);
            }
            let connection = Connection::new(presented(args, source)?);
            let decided = decider.decide(&connection, &attempt);
            let mut out = output::out();
            told::tell(args, &decider, (&connection, &attempt), &decided, &mut out)?;
            out.flush()?;
            decided.status()
        }
        // The options say that these come together.
        _ => status::UNREADABLE,
    };
    if let Some(gate) = &decider.gate {
        let sealed = gate.log().seal(&at.to_string());
        sealed.map_err(|error| Stop::Line(log::unrecorded(&error, args.lang)))?;
    }
    Ok(status)
}

/// Index, trust anchors and configuration.
fn state(args: &AdmitArgs, index: &[PathBuf]) -> Result<State, Stop> {
    let index = input::index(index)?;
    let trust = args.trust.store(args.lang).map_err(Stop::Line)?;
    let mut policy = match (&args.own, &args.systems) {
        (Some(own), Some(file)) => {
            let point = index.access_point_named(own);
            let point = point.ok_or_else(|| Failure::unknown("--own", own))?;
            let systems = systems::read(file, &index, args.lang).map_err(Stop::Line)?;
            Policy::own_access_point(point, systems)
        }
        _ => Policy::access_points(),
    };
    if args.no_records {
        policy.on_record = OnRecord::NotKept;
    }
    Ok(State::new(index, trust.unwrap_or_default(), policy))
}

fn owner(index: &AddressIndex, option: &str, name: &str) -> Result<OwnerOid, Failure> {
    index
        .owner_named(name)
        .ok_or_else(|| Failure::unknown(option, name))
}

fn presented(args: &AdmitArgs, source: IpAddr) -> Result<Presented, Stop> {
    let Some(file) = &args.cert else {
        return Ok(Presented::without_certificate(source));
    };
    let certificate = certificate(file, args).map_err(Stop::Line)?;
    Ok(Presented::new(certificate, source))
}

/// The end entity's certificate of a file.
fn certificate(file: &Path, args: &AdmitArgs) -> Result<Certificate, String> {
    let told = |message: String| format!("{}: {message}", Escaped(&file.display().to_string()));
    let bytes = files::read(file, SIZE_LIMIT).map_err(|fault| told(fault.message(args.lang)))?;
    Certificate::from_pem_or_der(&bytes).map_err(|error| told(error.message(args.lang)))
}

/// Decides and, where a log is named, records.
struct Decider {
    state: Arc<State>,
    gate: Option<Gate>,
    /// Another index, decided beside.
    shadow: Option<Shadow>,
    language: Language,
}

/// A decision, and what the log made of it.
struct Decided {
    explanation: AdmissionExplanation,
    /// By what peer and operator speak of it, where it is on record.
    reference: Option<String>,
    /// It was to be recorded, and could not be.
    unrecorded: Option<String>,
    /// What the other index decides, where it decides otherwise.
    difference: Option<Difference>,
}

impl Decided {
    fn permits(&self) -> bool {
        self.explanation.evaluation.would_permit() && self.unrecorded.is_none()
    }

    fn status(&self) -> u8 {
        if self.permits() {
            status::CONFORMING
        } else if self.explanation.is_undetermined() && self.unrecorded.is_none() {
            status::UNDETERMINED
        } else {
            status::NON_CONFORMING
        }
    }
}

impl Decider {
    fn index(&self) -> &AddressIndex {
        self.state.index()
    }

    fn decide(&self, connection: &Connection, attempt: &Attempt) -> Decided {
        let (explanation, reference, unrecorded) = match &self.gate {
            None => (self.state.explain(connection, attempt), None, None),
            Some(gate) => {
                let report = gate.admit(connection, attempt).report;
                let unrecorded = report.unrecorded;
                let unrecorded = unrecorded.map(|error| log::unrecorded(&error, self.language));
                let reference = Some(report.reference.to_string());
                (report.explanation, reference, unrecorded)
            }
        };
        let shadow = self.shadow.as_ref();
        let beside = |it: &Shadow| it.compare(connection, attempt, explanation.evaluation);
        let difference = shadow.and_then(beside);
        Decided {
            explanation,
            reference,
            unrecorded,
            difference,
        }
    }
}
