//! `kanta index`: who may use which service through which access point.

mod args;
mod convert;
pub(crate) mod input;
mod order;
mod refused;
mod workbook;

use std::io::{self, Write};
use std::path::PathBuf;

use kanta_address_index::{AddressIndex, Decision, IndexFinding, Permitted, Request};
use kanta_conformance::{Language, Level, Outcome};
use kanta_oid::OwnerOid;
use kanta_report::Report as _;
use kanta_report::text::{self, Page};
use kanta_report::view::{
    DecisionReport, IndexChanges, IndexExpiringReport, IndexReport, PermittedReport, ReasonsReport,
    SpeakersReport, TrialReport,
};
use serde::Serialize;

pub(crate) use self::args::IndexArgs;
use self::args::{Asked, Checking, Common, Question, Style, What};
use self::input::Failure;
use self::refused::{Refused, Stop};
use crate::desk::Desk;
use crate::options::{self, Format};
use crate::output;
use crate::report::{self, catalogue::Held};
use crate::status;
use crate::telling;

pub(crate) fn run(args: &IndexArgs) -> io::Result<u8> {
    let mut out = output::out();
    let (lang, format) = args.question.style();
    let refusal = match answer(&args.question, &mut out) {
        Ok(status) => {
            out.flush()?;
            return Ok(status);
        }
        Err(Stop::Failure(Failure::Io(error))) => return Err(error),
        Err(Stop::Failure(Failure::Input { name, problem })) => problem.refusal(&name, lang),
        Err(Stop::Refused(refused)) => refused.refusal(lang),
    };
    report::faults::refused(&refusal, lang, format, &mut out)?;
    out.flush()?;
    Ok(status::UNREADABLE)
}

fn answer(question: &Question, out: &mut dyn Write) -> Result<u8, Stop> {
    match question {
        Question::Check(args) => Ok(check(args, out)?),
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
            let day = common.day();
            let ending = index.expiring(day, *days);
            let view = IndexExpiringReport::new(&index, &ending, day);
            tell(&view, text::index_expiring, &common.style, out)?;
            Ok(found(view.expired || !view.expiring.is_empty()))
        }
        Question::Diff {
            files,
            to,
            style,
            as_order,
        } => diff(files, to, style, *as_order, out),
        Question::Convert(args) => convert::run(args, out),
        Question::Template(args) => Ok(convert::template(args, out)?),
        Question::Try { common, order } => {
            let (index, trial) = input::trial(&common.files, order)?;
            let day = common.day();
            let findings = trial.findings(&index, day);
            let view = TrialReport::new(&index, &trial, &findings, day);
            tell(&view, text::trial, &common.style, out)?;
            let mut brought = findings.brought.iter();
            let forbidden = brought.any(|it| is_binding(it) && is_violated(it));
            Ok(found(trial.breaks() || forbidden || !trial.idle.is_empty()))
        }
    }
}

/// Writes an answer in the form that was asked for.
fn tell<T: Serialize>(
    view: &T,
    told: impl FnOnce(&T, Language, &mut Page<'_>) -> io::Result<()>,
    style: &Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    match style.format {
        Format::Text => told(view, style.lang, &mut output::page(out)),
        Format::Json => kanta_report::json(view, out),
    }
}

const fn found(any: bool) -> u8 {
    if any {
        status::NON_CONFORMING
    } else {
        status::CONFORMING
    }
}

fn is_binding(finding: &IndexFinding) -> bool {
    finding.requirement.level() == Level::Must
}

const fn is_violated(finding: &IndexFinding) -> bool {
    matches!(finding.outcome, Outcome::Violated { .. })
}

fn check(args: &Checking, out: &mut dyn Write) -> io::Result<u8> {
    let first = args.files.first().map(PathBuf::as_path);
    let manner = match args.telling.manner(first, &[Held::Index], false, args.on) {
        Ok(manner) => manner,
        Err(message) => return telling::refused(&message),
    };
    let lang = manner.lang;
    let mut err = output::err();
    let mut desk: Desk<'_, IndexReport> = Desk::new(manner, out, &mut err);
    let (index, places) = match input::placed(&args.files) {
        Ok(read) => read,
        Err(Failure::Io(error)) => return Err(error),
        Err(Failure::Input { name, problem }) => {
            desk.refused(problem.refusal(&name, lang))?;
            return desk.finish();
        }
    };
    let day = args.on.unwrap_or_else(options::today);
    let findings = index.findings(day);
    let files: Vec<String> = args
        .files
        .iter()
        .map(|it| it.display().to_string())
        .collect();
    let report = IndexReport::new(&index, &findings, &places, &files, day);
    desk.judged(report, |view, out| {
        text::index(view, lang, out)?;
        text::accepted(&view.sheet(), lang, out)
    })?;
    desk.finish()
}

fn ask(asked: &Asked, explain: bool, out: &mut dyn Write) -> Result<u8, Stop> {
    let index = asked.common.index()?;
    let request = request(asked, &index)?;
    let explanation = index.explain(&request);
    let style = &asked.common.style;
    if explain {
        let view = ReasonsReport::new(&index, &request, &explanation, asked.all);
        tell(&view, text::reasons, style, out)?;
    } else {
        let view = DecisionReport::from(explanation.decision);
        tell(&view, text::decision, style, out)?;
    }
    Ok(match explanation.decision {
        Decision::Permit(_) => status::CONFORMING,
        Decision::Deny if explanation.is_undetermined() => status::UNDETERMINED,
        Decision::Deny => status::NON_CONFORMING,
    })
}

/// Whom an option names, as rights name it: a pharmacist is not.
fn owner(index: &AddressIndex, option: &'static str, name: &str) -> Result<OwnerOid, Stop> {
    if let Some(oid) = index.owner_named(name) {
        return Ok(oid);
    }
    let Some(pharmacies) = index.pharmacies_of(name) else {
        return Err(Failure::unknown(option, name).into());
    };
    let pharmacies = pharmacies.into_iter().map(|pharmacy| pharmacy.id.clone());
    Err(Stop::Refused(Refused::Pharmacist {
        option,
        word: name.to_owned(),
        pharmacies: pharmacies.collect(),
    }))
}

fn request(asked: &Asked, index: &AddressIndex) -> Result<Request, Stop> {
    let point = index
        .access_point_named(&asked.through)
        .ok_or_else(|| Failure::unknown("--through", &asked.through))?;
    let subject = owner(index, "--for", &asked.subject)?;
    let mut request = Request::new(subject, point, asked.service, asked.common.day());
    if let Some(tenant) = &asked.tenant {
        request.tenant = Some(owner(index, "--tenant", tenant)?);
    }
    if let Some(unit) = &asked.unit {
        let unit = OwnerOid::parse(unit).map_err(|_| Failure::unknown("--unit", unit))?;
        request.service_unit = Some(unit);
    }
    Ok(request)
}

fn what(what: &What, out: &mut dyn Write) -> Result<u8, Stop> {
    let common = &what.common;
    let index = common.index()?;
    let day = common.day();
    if let Some(address) = what.from {
        let points = index.access_points_from(address);
        let view = SpeakersReport::new(&index, &points, day);
        tell(&view, text::speakers, &common.style, out)?;
        return Ok(found(index.is_expired(day) || points.is_empty()));
    }
    let rights = match (&what.subject, &what.rests_on) {
        (Some(name), _) => match index.pharmacies_of(name) {
            // The pharmacist joins, and the rights are those of the pharmacies.
            Some(pharmacies) => {
                let own = index.owner_named(name).into_iter();
                let all = own.chain(pharmacies.into_iter().map(|pharmacy| pharmacy.oid));
                let mut rights: Vec<_> = all.flat_map(|oid| index.what(oid, day)).collect();
                rights.sort_unstable();
                rights
            }
            None => index.what(owner(&index, "--for", name)?, day),
        },
        (_, Some(name)) => index.rests_on(owner(&index, "--rests-on", name)?, day),
        (None, None) => Vec::new(),
    };
    report_rights(&index, &rights, common, out)
}

fn report_rights(
    index: &AddressIndex,
    rights: &[Permitted],
    common: &Common,
    out: &mut dyn Write,
) -> Result<u8, Stop> {
    let view = PermittedReport::new(index, rights, common.day());
    tell(&view, text::permitted, &common.style, out)?;
    Ok(found(rights.is_empty()))
}

fn diff(
    files: &[PathBuf],
    to: &[PathBuf],
    style: &Style,
    as_order: bool,
    out: &mut dyn Write,
) -> Result<u8, Stop> {
    let (old, new) = match (files, to) {
        ([old, new], []) => (core::slice::from_ref(old), core::slice::from_ref(new)),
        (_, []) => return Err(Stop::Refused(Refused::NotTwo)),
        (old, new) => (old, new),
    };
    let before = input::index(old)?;
    let after = input::index(new)?;
    if as_order {
        let order = before.order_to(&after);
        let mut lines = String::new();
        order
            .write_json_lines(&mut lines)
            .map_err(io::Error::other)?;
        match style.format {
            Format::Text => out.write_all(lines.as_bytes())?,
            Format::Json => order::json(&lines, out)?,
        }
        let same = order.header.is_none() && order.add.is_empty() && order.withdraw.is_empty();
        return Ok(found(!same));
    }
    let changes = before.changes_to(&after);
    let view = IndexChanges::new([&before, &after], &changes);
    tell(&view, text::index_changes, style, out)?;
    Ok(found(!changes.is_empty()))
}
