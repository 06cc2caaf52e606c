//! Who is let in: connections, the host that a request means, and the token that it carries.

use std::convert::Infallible;
use std::io;
use std::net::TcpListener as Bound;
use std::sync::Arc;
use std::time::Duration;

use hyper::header::{HOST, HeaderMap, ORIGIN};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Uri};
use hyper_util::rt::{TokioIo, TokioTimer};
use subtle::ConstantTimeEq as _;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio::time::sleep;

use super::site::Site;

/// So many connections are open at a time.
const CONNECTIONS: usize = 64;
/// After a connection could not be accepted, so long nothing is.
const BACKOFF: Duration = Duration::from_millis(50);
/// So long it may take until the headers of a request are there.
const HEAD_WITHIN: Duration = Duration::from_secs(10);
/// So many bytes of headers are read.
const HEAD: usize = 1 << 14;

/// The header in which the page sends the token.
pub(super) const TOKEN: &str = "kanta-token";

/// What only the page knows that was opened by the printed address.
pub(super) struct Token(String);

impl Token {
    /// 256 random bits.
    ///
    /// # Errors
    /// The system has none.
    pub(super) fn new() -> io::Result<Self> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(io::Error::other)?;
        Ok(Self(bytes.map(|byte| format!("{byte:02x}")).concat()))
    }

    /// For the one line that is printed.
    pub(super) fn shown(&self) -> &str {
        &self.0
    }

    /// Whether a request carries it, once; how much of it is right does not show in the time.
    pub(super) fn is_in(&self, headers: &HeaderMap) -> bool {
        only(headers, TOKEN).is_some_and(|given| given.ct_eq(self.0.as_bytes()).into())
    }
}

/// The value of a header that stands there once.
fn only<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a [u8]> {
    let mut all = headers.get_all(name).iter();
    let first = all.next()?;
    all.next().is_none().then_some(first.as_bytes())
}

/// Whether a request means this server and nobody else: a name of another host that leads here (DNS rebinding) is not ours.
pub(super) fn is_meant(uri: &Uri, headers: &HeaderMap, port: u16) -> bool {
    let named = only(headers, HOST.as_str()).is_some_and(|host| is_ours(host, port));
    let target = uri.authority();
    named && target.is_none_or(|it| is_ours(it.as_str().as_bytes(), port))
}

/// Whether a request comes from the page, where the browser says from where it comes.
pub(super) fn is_from_here(headers: &HeaderMap, port: u16) -> bool {
    headers.get_all(ORIGIN).iter().all(|origin| {
        let host = origin.as_bytes().strip_prefix(b"http://");
        host.is_some_and(|host| is_ours(host, port))
    })
}

fn is_ours(host: &[u8], port: u16) -> bool {
    ["127.0.0.1", "localhost", "[::1]"].iter().any(|name| {
        let with_port = format!("{name}:{port}");
        host.eq_ignore_ascii_case(with_port.as_bytes())
            // Browsers leave out the port of HTTP.
            || (port == 80 && host.eq_ignore_ascii_case(name.as_bytes()))
    })
}

/// Answers until the process ends.
///
/// # Errors
/// The address cannot be listened to.
pub(super) async fn serve(bound: Bound, site: Arc<Site>) -> io::Result<()> {
    bound.set_nonblocking(true)?;
    let listener = TcpListener::from_std(bound)?;
    let room = Arc::new(Semaphore::new(CONNECTIONS));
    loop {
        let place = Arc::clone(&room).acquire_owned().await;
        let Ok((stream, _)) = listener.accept().await else {
            sleep(BACKOFF).await;
            continue;
        };
        let site = Arc::clone(&site);
        tokio::spawn(async move {
            let service = service_fn(move |request: Request<_>| {
                let site = Arc::clone(&site);
                async move { Ok::<_, Infallible>(site.answer(request).await) }
            });
            let connection = http1::Builder::new()
                .timer(TokioTimer::new())
                .header_read_timeout(HEAD_WITHIN)
                .max_buf_size(HEAD)
                .serve_connection(TokioIo::new(stream), service);
            // A connection that breaks is the browser's affair.
            connection.await.ok();
            drop(place);
        });
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may panic")]

    use super::*;

    fn headers(all: &[(&'static str, &str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in all {
            headers.append(*name, value.parse().unwrap());
        }
        headers
    }

    #[test]
    fn only_the_names_of_this_machine_with_its_port_are_meant() {
        let here = Uri::from_static("/plan");
        for (host, ours) in [
            ("127.0.0.1:8137", true),
            ("localhost:8137", true),
            ("LOCALHOST:8137", true),
            ("[::1]:8137", true),
            ("127.0.0.1:8138", false),
            ("127.0.0.1", false),
            ("localhost", false),
            ("127.0.0.1.example:8137", false),
            ("evil.example:8137", false),
            ("user@127.0.0.1:8137", false),
            ("0.0.0.0:8137", false),
            ("", false),
        ] {
            assert_eq!(
                is_meant(&here, &headers(&[("host", host)]), 8137),
                ours,
                "{host}"
            );
            let origin = format!("http://{host}");
            let of_origin = is_from_here(&headers(&[("origin", &origin)]), 8137);
            assert_eq!(of_origin, ours, "{origin}");
        }
        assert!(is_meant(&here, &headers(&[("host", "localhost")]), 80));
        assert!(!is_meant(&here, &headers(&[]), 80));
        let twice = headers(&[("host", "localhost:1"), ("host", "localhost:1")]);
        assert!(!is_meant(&here, &twice, 1));
        // The target of a request outranks its header.
        let target = Uri::from_static("http://evil.example:1/plan");
        assert!(!is_meant(&target, &headers(&[("host", "localhost:1")]), 1));
        assert!(is_from_here(&headers(&[]), 1));
        for origin in ["null", "https://localhost:1", "http://localhost:2"] {
            assert!(
                !is_from_here(&headers(&[("origin", origin)]), 1),
                "{origin}"
            );
        }
    }

    #[test]
    fn a_token_is_another_each_time_and_is_taken_once_and_whole() {
        let token = Token::new().unwrap();
        assert_eq!(token.shown().len(), 64);
        assert_ne!(token.shown(), Token::new().unwrap().shown());
        let right = token.shown().to_owned();
        assert!(token.is_in(&headers(&[(TOKEN, &right)])));
        let mut wrong = right.clone();
        let last = if wrong.ends_with('0') { "1" } else { "0" };
        wrong.replace_range(63.., last);
        assert!(!token.is_in(&headers(&[(TOKEN, &wrong)])));
        assert!(!token.is_in(&headers(&[])));
        assert!(!token.is_in(&headers(&[(TOKEN, "")])));
        assert!(!token.is_in(&headers(&[(TOKEN, &right[..63])])));
        assert!(!token.is_in(&headers(&[(TOKEN, &format!("{right}0"))])));
        assert!(!token.is_in(&headers(&[(TOKEN, &right), (TOKEN, &right)])));
    }
}
