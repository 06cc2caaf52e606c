//! Handing permitted requests on.

use std::convert::Infallible;
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use http::header::{self, HeaderName, HeaderValue};
use http::{HeaderMap, Request, Response, StatusCode};
use http_body_util::{Full, Limited};
use hyper::body::{Body as _, Bytes, Frame, Incoming, SizeHint};
use hyper::client::conn::http1::{self, SendRequest};
use hyper_util::rt::TokioIo;
use kanta_admission::Permit;
use tokio::net::TcpStream;
use tokio::sync::Mutex;
use tower_service::Service;

/// The longest body of a request.
const LONGEST: usize = 16 << 20;
/// By what the backend's log and the audit log speak of the same request. What a peer sends under this name is dropped.
const REFERENCE: HeaderName = HeaderName::from_static("kanta-reference");
/// Headers of one connection, which mean nothing on another.
const OF_THE_CONNECTION: [HeaderName; 7] = [
    header::CONNECTION,
    header::PROXY_AUTHENTICATE,
    header::PROXY_AUTHORIZATION,
    header::TE,
    header::TRAILER,
    header::TRANSFER_ENCODING,
    header::UPGRADE,
];

/// The body of an answer: the backend's, or a short text of ours.
pub(crate) enum Body {
    Theirs(Incoming),
    Ours(Full<Bytes>),
}

impl From<String> for Body {
    fn from(text: String) -> Self {
        Self::Ours(Full::from(text))
    }
}

impl hyper::body::Body for Body {
    type Data = Bytes;
    type Error = hyper::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, hyper::Error>>> {
        match self.get_mut() {
            Self::Theirs(body) => Pin::new(body).poll_frame(context),
            Self::Ours(body) => Pin::new(body)
                .poll_frame(context)
                .map_err(|never| match never {}),
        }
    }

    fn is_end_stream(&self) -> bool {
        match self {
            Self::Theirs(body) => body.is_end_stream(),
            Self::Ours(body) => body.is_end_stream(),
        }
    }

    fn size_hint(&self) -> SizeHint {
        match self {
            Self::Theirs(body) => body.size_hint(),
            Self::Ours(body) => body.size_hint(),
        }
    }
}

/// Forwards requests that have a permit, each connection's over a connection of its own.
#[derive(Clone)]
pub(crate) struct Forward {
    backend: SocketAddr,
    needs_permit: bool,
    open: Arc<Mutex<Option<SendRequest<Limited<Incoming>>>>>,
}

impl Forward {
    pub(crate) fn new(backend: SocketAddr, needs_permit: bool) -> Self {
        Self {
            backend,
            needs_permit,
            open: Arc::default(),
        }
    }

    /// An answer of ours without a body.
    pub(crate) fn status(status: StatusCode) -> Response<Body> {
        let mut response = Response::new(Body::from(String::new()));
        *response.status_mut() = status;
        response
    }

    async fn forward(self, request: Request<Incoming>) -> Response<Body> {
        // Nobody is served without a permit, whatever layers stand before this.
        let permit = request.extensions().get::<Arc<Permit>>().cloned();
        if permit.is_none() && self.needs_permit {
            return Self::status(StatusCode::FORBIDDEN);
        }
        let most = u64::try_from(LONGEST).unwrap_or(u64::MAX);
        if request.body().size_hint().lower() > most {
            return Self::status(StatusCode::PAYLOAD_TOO_LARGE);
        }
        let (mut head, body) = request.into_parts();
        strip(&mut head.headers);
        head.headers.remove(REFERENCE);
        let reference = permit.map(|permit| permit.reference().to_string());
        if let Some(Ok(reference)) = reference.map(HeaderValue::try_from) {
            head.headers.insert(REFERENCE, reference);
        }
        let request = Request::from_parts(head, Limited::new(body, LONGEST));
        match self.send(request).await {
            Ok(mut response) => {
                strip(response.headers_mut());
                response.map(Body::Theirs)
            }
            Err(_) => Self::status(StatusCode::BAD_GATEWAY),
        }
    }

    async fn connect(&self) -> io::Result<SendRequest<Limited<Incoming>>> {
        let stream = TcpStream::connect(self.backend).await?;
        stream.set_nodelay(true)?;
        let shaken = http1::handshake(TokioIo::new(stream)).await;
        let (sender, connection) = shaken.map_err(io::Error::other)?;
        tokio::spawn(async move { connection.await.ok() });
        Ok(sender)
    }

    async fn send(
        &self,
        request: Request<Limited<Incoming>>,
    ) -> Result<Response<Incoming>, Box<dyn std::error::Error + Send + Sync>> {
        let mut open = self.open.lock().await;
        let mut held = open.take();
        if let Some(sender) = &mut held
            && sender.ready().await.is_err()
        {
            held = None;
        }
        let mut sender = match held {
            Some(sender) => sender,
            None => self.connect().await?,
        };
        let response = sender.send_request(request).await?;
        *open = Some(sender);
        Ok(response)
    }
}

/// Takes out what belongs to a connection, and what `connection` says does.
fn strip(headers: &mut HeaderMap) {
    let named: Vec<HeaderName> = headers
        .get_all(header::CONNECTION)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .filter_map(|name| name.trim().parse().ok())
        .collect();
    for name in OF_THE_CONNECTION.iter().chain(&named) {
        headers.remove(name);
    }
    headers.remove("keep-alive");
}

impl Service<Request<Incoming>> for Forward {
    type Response = Response<Body>;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Response<Body>, Infallible>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<Incoming>) -> Self::Future {
        let forward = self.clone().forward(request);
        Box::pin(async move { Ok(forward.await) })
    }
}
