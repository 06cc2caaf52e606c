//! What is answered: the page, its style and script, the plan, and what a text comes to. Nothing is kept between requests.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use http_body_util::{BodyExt as _, Full, LengthLimitError, Limited};
use hyper::body::{Bytes, Incoming};
use hyper::header::{ALLOW, CONTENT_LENGTH, CONTENT_TYPE, HeaderName, HeaderValue};
use hyper::{Method, Request, Response, StatusCode};
use kanta_conformance::{Date, Language};
use kanta_policy::{FileFault, PLAN_LIMIT, PlanFile, evaluate};
use kanta_report::format;
use kanta_report::settled::{Acceptances, Baseline};
use kanta_report::view::{AcceptanceReport, Checked, PlanReport, RefusedInput};
use tokio::time::timeout;

use super::door::{self, Token};
use super::{page, words};
use crate::files;
use crate::options;
use crate::report::catalogue::Held;
use crate::telling;

/// So long a text may take to arrive.
const BODY_WITHIN: Duration = Duration::from_secs(10);
/// So long a text may take to be judged.
const JUDGED_WITHIN: Duration = Duration::from_secs(20);

/// What every answer says beside its content: nothing from elsewhere, nothing written in the page itself, no other page
/// around it or beside it, and nothing kept.
const ALWAYS: [(&str, &str); 7] = [
    (
        "content-security-policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; \
         frame-ancestors 'none'; trusted-types kanta; require-trusted-types-for 'script'",
    ),
    ("cross-origin-resource-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "no-referrer"),
    ("cache-control", "no-store"),
];

const HTML: &str = "text/html; charset=utf-8";
const JSON: &str = "application/json";
const TEXT: &str = "text/plain; charset=utf-8";

type Answer = Response<Full<Bytes>>;

/// Where the plan comes from.
pub(super) enum Plan {
    /// A file, which is read anew whenever the page is.
    File(PathBuf),
    /// What stood on standard input.
    Text(String),
}

pub(super) struct Site {
    pub(super) plan: Plan,
    pub(super) name: String,
    /// Where the certificates lie that the plan names.
    pub(super) folder: PathBuf,
    pub(super) on: Option<Date>,
    pub(super) lang: Language,
    /// What somebody lives with.
    pub(super) accepted: Option<Acceptances>,
    pub(super) baseline: Option<Baseline>,
    pub(super) token: Token,
    pub(super) port: u16,
}

/// How a text is judged.
struct Asked {
    on: Option<Date>,
    lang: Language,
}

/// What there is, at which address.
#[derive(Clone, Copy)]
enum Room {
    Page,
    Style,
    Script,
    Words,
    Plan,
    Check,
    Report,
}

impl Room {
    fn at(path: &str) -> Option<Self> {
        Some(match path {
            "/" => Self::Page,
            "/kanta.css" => Self::Style,
            "/kanta.js" => Self::Script,
            "/words.json" => Self::Words,
            "/plan" => Self::Plan,
            "/check" => Self::Check,
            "/report" => Self::Report,
            _ => return None,
        })
    }

    const fn method(self) -> Method {
        match self {
            Self::Check | Self::Report => Method::POST,
            _ => Method::GET,
        }
    }

    /// Whether it tells anything of the plan.
    const fn is_closed(self) -> bool {
        matches!(self, Self::Plan | Self::Check | Self::Report)
    }
}

impl Site {
    /// Answers a request. Before anything else, it has to mean this server.
    pub(super) async fn answer(self: Arc<Self>, request: Request<Incoming>) -> Answer {
        let mut answer = self.answered(request).await.unwrap_or_else(refusal);
        for (name, value) in ALWAYS {
            let (name, value) = (
                HeaderName::from_static(name),
                HeaderValue::from_static(value),
            );
            answer.headers_mut().insert(name, value);
        }
        answer
    }

    async fn answered(self: Arc<Self>, request: Request<Incoming>) -> Result<Answer, StatusCode> {
        let (head, body) = request.into_parts();
        if !door::is_meant(&head.uri, &head.headers, self.port) {
            return Err(StatusCode::MISDIRECTED_REQUEST);
        }
        if !door::is_from_here(&head.headers, self.port) {
            return Err(StatusCode::FORBIDDEN);
        }
        let room = Room::at(head.uri.path()).ok_or(StatusCode::NOT_FOUND)?;
        if head.method != room.method() {
            let mut answer = refusal(StatusCode::METHOD_NOT_ALLOWED);
            let allowed = HeaderValue::from_static(match room.method() {
                Method::POST => "POST",
                _ => "GET",
            });
            answer.headers_mut().insert(ALLOW, allowed);
            return Ok(answer);
        }
        if room.is_closed() && !self.token.is_in(&head.headers) {
            return Err(StatusCode::FORBIDDEN);
        }
        match room {
            Room::Page => Ok(told(HTML, page::html(self.lang))),
            Room::Style => {
                let style = format::style() + page::STYLE;
                Ok(told("text/css; charset=utf-8", style))
            }
            Room::Script => Ok(told("text/javascript; charset=utf-8", page::SCRIPT)),
            Room::Words => Ok(told(JSON, words::json())),
            Room::Plan => blocking(move || self.plan()).await,
            Room::Check | Room::Report => {
                let length = head.headers.get(CONTENT_LENGTH);
                let length = length.and_then(|it| it.to_str().ok()?.parse::<usize>().ok());
                if length.is_some_and(|length| length > PLAN_LIMIT) {
                    return Err(StatusCode::PAYLOAD_TOO_LARGE);
                }
                let asked = self
                    .asked(head.uri.query())
                    .ok_or(StatusCode::BAD_REQUEST)?;
                let text = read(body).await?;
                let whole = matches!(room, Room::Report);
                blocking(move || self.judged(&text, &asked, whole)).await
            }
        }
    }

    /// The plan as it is now, and how the page begins.
    fn plan(&self) -> Result<Answer, StatusCode> {
        let text = match &self.plan {
            Plan::Text(text) => text.clone(),
            Plan::File(path) => {
                let bytes = files::read_file(path, PLAN_LIMIT).map_err(|_| StatusCode::GONE)?;
                String::from_utf8(bytes).map_err(|_| StatusCode::GONE)?
            }
        };
        let on = self.on.map(|on| on.to_string());
        let plan = serde_json::json!({ "name": self.name, "text": text, "lang": self.lang.code(), "on": on });
        Ok(told(JSON, plan.to_string()))
    }

    /// Language and day, by `lang=fi&on=2025-12-01`; nothing else is understood.
    fn asked(&self, query: Option<&str>) -> Option<Asked> {
        let mut asked = Asked {
            on: self.on,
            lang: self.lang,
        };
        for pair in query
            .unwrap_or_default()
            .split('&')
            .filter(|it| !it.is_empty())
        {
            match pair.split_once('=')? {
                ("lang", code) => asked.lang = Language::from_code(code)?,
                ("on", "") => asked.on = None,
                ("on", day) => asked.on = Some(day.parse().ok()?),
                _ => return None,
            }
        }
        Some(asked)
    }

    /// What a text comes to: a part of the page, or a whole page to be saved.
    fn judged(&self, text: &[u8], asked: &Asked, whole: bool) -> Result<Answer, StatusCode> {
        let text = files::without_mark(text);
        let read = PlanFile::read(text, &mut |name| certificate(&self.folder.join(name)));
        let (accepted, baseline) = (self.accepted.clone(), self.baseline.clone());
        let mut settled = telling::settled(accepted, baseline, &[Held::Plans], asked.on);
        let checked = match read {
            Ok(file) => {
                let on = asked.on.or(file.as_of).unwrap_or_else(options::today);
                let report = PlanReport::new(&self.name, &file, &evaluate(&file.plan, on));
                let mut report = report.with_annexes(&file);
                settled.mark(&mut report);
                Checked::Judged(report)
            }
            Err(faults) => Checked::Refused(RefusedInput::of_plan(&self.name, &faults, asked.lang)),
        };
        let stale = settled.stale();
        let mut sheets = vec![checked.sheet()];
        sheets.extend(stale.as_ref().map(AcceptanceReport::sheet));
        if !whole {
            return Ok(told(HTML, format::fragment(&sheets, asked.lang)));
        }
        let mut page = Vec::new();
        let written = format::html(&sheets, asked.lang, &mut page);
        written.map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?;
        Ok(told(HTML, page))
    }
}

/// A certificate that the plan names. Nothing is opened that could keep us waiting: the text may come from anywhere.
fn certificate(path: &Path) -> Result<Vec<u8>, FileFault> {
    let is_odd = |its: std::fs::Metadata| !its.is_file() && !its.is_dir();
    if path.metadata().is_ok_and(is_odd) {
        let error = io::Error::from(io::ErrorKind::InvalidInput);
        return Err(FileFault::Unreadable(error.to_string()));
    }
    files::read_file(path, kanta_cert::CRL_SIZE_LIMIT)
}

/// The text that was sent, not longer than a plan may be.
async fn read(body: Incoming) -> Result<Bytes, StatusCode> {
    let body = Limited::new(body, PLAN_LIMIT).collect();
    match timeout(BODY_WITHIN, body).await {
        Ok(Ok(read)) => Ok(read.to_bytes()),
        Ok(Err(error)) if error.is::<LengthLimitError>() => Err(StatusCode::PAYLOAD_TOO_LARGE),
        Ok(Err(_)) => Err(StatusCode::BAD_REQUEST),
        Err(_) => Err(StatusCode::REQUEST_TIMEOUT),
    }
}

/// Does what takes a while beside the other connections.
async fn blocking(
    work: impl FnOnce() -> Result<Answer, StatusCode> + Send + 'static,
) -> Result<Answer, StatusCode> {
    match timeout(JUDGED_WITHIN, tokio::task::spawn_blocking(work)).await {
        Ok(Ok(answer)) => answer,
        Ok(Err(_)) => Err(StatusCode::INTERNAL_SERVER_ERROR),
        Err(_) => Err(StatusCode::SERVICE_UNAVAILABLE),
    }
}

fn told(kind: &'static str, content: impl Into<Bytes>) -> Answer {
    let mut answer = Response::new(Full::new(content.into()));
    let kind = HeaderValue::from_static(kind);
    answer.headers_mut().insert(CONTENT_TYPE, kind);
    answer
}

/// A refusal says its status and nothing else.
fn refusal(status: StatusCode) -> Answer {
    let mut answer = told(TEXT, format!("{status}\n"));
    *answer.status_mut() = status;
    answer
}
