//! A layer that decides each request of HTTP before anybody serves it.

mod ask;

use std::fmt;
use std::future::{Future, ready};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use http::{Request, Response, StatusCode, header};
use kanta_admission::{AdmissionReport, Gate, Permit, Refusal};
use tower_layer::Layer;
use tower_service::Service;

pub use ask::{Ask, AskHeaders, Unasked};

use crate::{Clock, TlsPeer};

/// Why a request is not served: what its peer is told. It tells nothing of the reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Denied {
    /// It was decided, and is on record.
    Refused(Refusal),
    /// It does not say what it wants, so that there was nothing to decide.
    Unasked(Unasked),
    /// There is no [`TlsPeer`] among its extensions: the server is not put together as it should be.
    NoPeer,
}

impl Denied {
    /// 403, 400 or 500.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::Refused(_) => StatusCode::FORBIDDEN,
            Self::Unasked(_) => StatusCode::BAD_REQUEST,
            Self::NoPeer => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// An answer in JSON: `{"refused":"…"}` with the reference, or `{"unasked":"…"}` with the name of what is missing.
    #[must_use]
    pub fn response<B: From<String>>(&self) -> Response<B> {
        let body = match self {
            Self::Refused(refusal) => format!("{{\"refused\":\"{}\"}}\n", refusal.reference()),
            Self::Unasked(unasked) => format!("{{\"unasked\":\"{unasked}\"}}\n"),
            Self::NoPeer => "{}\n".to_owned(),
        };
        let mut response = Response::new(B::from(body));
        *response.status_mut() = self.status();
        let json = header::HeaderValue::from_static("application/json");
        response.headers_mut().insert(header::CONTENT_TYPE, json);
        response
    }
}

/// What the operator sees of each decision.
type Observer = Arc<dyn Fn(&AdmissionReport) + Send + Sync>;

/// Decides each request, and puts an `Arc<`[`Permit`]`>` among the extensions of those that are served. A request needs
/// a [`TlsPeer`] among its extensions, and says what it wants as `A` reads it.
///
/// Deciding writes the record before it answers. Where that waits (a sink that blocks, a disk that is forced at each
/// line), it waits on the thread that polls: put a [queue](crate::sink::Queue) between, or give the server threads enough.
#[derive(Clone)]
pub struct AdmitLayer<A = AskHeaders> {
    gate: Arc<Gate>,
    clock: Clock,
    ask: A,
    observer: Option<Observer>,
}

impl AdmitLayer {
    /// Decides what the headers of requests ask for.
    #[must_use]
    pub fn new(gate: Arc<Gate>) -> Self {
        Self {
            gate,
            clock: Clock::system(),
            ask: AskHeaders,
            observer: None,
        }
    }
}

impl<A> AdmitLayer<A> {
    /// The same by another clock.
    #[must_use]
    pub fn clock(self, clock: Clock) -> Self {
        Self { clock, ..self }
    }

    /// The same with another reading of what a request wants.
    #[must_use]
    pub fn ask<B: Ask>(self, ask: B) -> AdmitLayer<B> {
        AdmitLayer {
            gate: self.gate,
            clock: self.clock,
            ask,
            observer: self.observer,
        }
    }

    /// The same, with every decision shown to the operator.
    #[must_use]
    pub fn observed(self, observer: impl Fn(&AdmissionReport) + Send + Sync + 'static) -> Self {
        Self {
            observer: Some(Arc::new(observer)),
            ..self
        }
    }
}

impl<A> fmt::Debug for AdmitLayer<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AdmitLayer")
            .field("gate", &self.gate)
            .finish_non_exhaustive()
    }
}

impl<S, A: Ask + Clone> Layer<S> for AdmitLayer<A> {
    type Service = Admit<S, A>;

    fn layer(&self, inner: S) -> Admit<S, A> {
        Admit {
            // A counter of its own: one that all connections shared would pass from core to core at each request.
            layer: Arc::new(self.clone()),
            inner,
        }
    }
}

/// A service behind an [`AdmitLayer`].
#[derive(Clone, Debug)]
pub struct Admit<S, A = AskHeaders> {
    layer: Arc<AdmitLayer<A>>,
    inner: S,
}

impl<S, A: Ask> Admit<S, A> {
    fn permit<B>(&self, request: &Request<B>) -> Result<Permit, Denied> {
        let peer = request.extensions().get::<TlsPeer>();
        let peer = peer.ok_or(Denied::NoPeer)?;
        let at = self.layer.clock.now();
        let attempt = self.layer.ask.ask(request.headers(), request.uri(), at);
        let attempt = attempt.map_err(Denied::Unasked)?;
        let admission = self.layer.gate.admit(peer, &attempt);
        if let Some(observer) = &self.layer.observer {
            observer(&admission.report);
        }
        admission.answer.map_err(Denied::Refused)
    }
}

impl<S, A, B, R> Service<Request<B>> for Admit<S, A>
where
    S: Service<Request<B>, Response = Response<R>>,
    S::Future: Send + 'static,
    S::Error: Send + 'static,
    A: Ask,
    R: From<String> + Send + 'static,
{
    type Response = Response<R>;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Response<R>, S::Error>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, mut request: Request<B>) -> Self::Future {
        match self.permit(&request) {
            Ok(permit) => {
                request.extensions_mut().insert(Arc::new(permit));
                Box::pin(self.inner.call(request))
            }
            Err(denied) => Box::pin(ready(Ok(denied.response()))),
        }
    }
}
