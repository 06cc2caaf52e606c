//! Listening, shaking hands, and serving, until told to stop.

use std::convert::Infallible;
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::{TokioIo, TokioTimer};
use kanta_admission::Gate;
use kanta_conformance::Language;
use kanta_rustls::settings::{Loaded, Settings};
use kanta_rustls::tower::AdmitLayer;
use kanta_rustls::{Clock, Listening, Refused, Resumption, TlsPeer, Watch, keep_no_sessions};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, CertificateRevocationListDer};
use rustls::server::WebPkiClientVerifier;
use rustls::{RootCertStore, ServerConfig};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};
use tokio_rustls::TlsAcceptor;
use tower_layer::Layer;
use tower_service::Service;

use crate::forward::{Body, Forward};
use crate::metrics::{self, Counters, Handshake};

/// After a connection could not be accepted, so long nothing is: the cause is most often that there are too many.
const BACKOFF: Duration = Duration::from_millis(50);
/// So many bytes of headers are read.
const HEAD: usize = 1 << 15;

/// A gateway that is ready to serve: its addresses are taken, its files are loaded.
#[derive(Debug)]
pub struct Serving {
    settings: Settings,
    clock: Clock,
    loaded: Loaded,
    tls: Arc<ServerConfig>,
    listener: TcpListener,
    metrics: Option<TcpListener>,
    counters: Arc<Counters>,
    admits: bool,
}

/// How a gateway stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopped {
    /// How many connections were cut off, because they took longer than the time of grace.
    pub cut_off: usize,
}

impl Serving {
    /// Loads everything that the settings name, and takes the addresses.
    ///
    /// # Errors
    /// A file cannot be used, or an address cannot be taken.
    pub async fn new(settings: Settings, clock: Clock) -> io::Result<Self> {
        let told = |error: kanta_rustls::settings::LoadError| io::Error::other(error.to_string());
        let loaded = settings.gate(clock.now(), Language::En).map_err(told)?;
        let (chain, key) = settings.identity(Language::En).map_err(told)?;
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let resumption = match settings.listener.sessions {
            0 => Resumption::Never,
            sessions => Resumption::Sessions(sessions),
        };
        let listening = Listening::new(Arc::clone(&loaded.gate) as _, provider);
        let listening = listening.clock(clock.clone()).resumption(resumption);
        let mut tls = listening.server(chain, key).map_err(io::Error::other)?;
        tls.alpn_protocols = vec![b"http/1.1".to_vec()];
        let listener = TcpListener::bind(settings.listener.address).await?;
        let metrics = match settings.metrics {
            Some(address) => Some(TcpListener::bind(address).await?),
            None => None,
        };
        Ok(Self {
            settings,
            clock,
            loaded,
            tls: Arc::new(tls),
            listener,
            metrics,
            counters: Arc::default(),
            admits: true,
        })
    }

    /// The same server without us, to be measured beside it: webpki's own verifier, and every request forwarded. Nobody is
    /// admitted by anything but a certificate, and nothing is on record: it is of no other use.
    ///
    /// # Errors
    /// As for [`new`](Self::new).
    pub async fn for_comparison(settings: Settings, clock: Clock) -> io::Result<Self> {
        let mut serving = Self::new(settings, clock).await?;
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let (mut roots, mut lists) = (RootCertStore::empty(), Vec::new());
        for file in &serving.settings.trust {
            for certificate in CertificateDer::pem_file_iter(file).map_err(io::Error::other)? {
                let certificate = certificate.map_err(io::Error::other)?;
                roots.add(certificate).map_err(io::Error::other)?;
            }
            let found = CertificateRevocationListDer::pem_file_iter(file);
            for list in found.map_err(io::Error::other)? {
                lists.push(list.map_err(io::Error::other)?);
            }
        }
        let verifier =
            WebPkiClientVerifier::builder_with_provider(Arc::new(roots), provider.clone())
                .with_crls(lists)
                .only_check_end_entity_revocation()
                .enforce_revocation_expiration()
                .build()
                .map_err(io::Error::other)?;
        let (chain, key) = serving
            .settings
            .identity(Language::En)
            .map_err(io::Error::other)?;
        let builder = ServerConfig::builder_with_provider(provider);
        let builder = builder.with_safe_default_protocol_versions();
        let builder = builder.map_err(io::Error::other)?;
        let builder = builder.with_client_cert_verifier(verifier);
        let mut tls = builder
            .with_single_cert(chain, key)
            .map_err(io::Error::other)?;
        keep_no_sessions(&mut tls);
        serving.tls = Arc::new(tls);
        serving.admits = false;
        Ok(serving)
    }

    /// Where it listens.
    ///
    /// # Errors
    /// The system does not say.
    pub fn address(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }

    /// Where metrics are given out.
    #[must_use]
    pub fn metrics_address(&self) -> Option<SocketAddr> {
        self.metrics.as_ref()?.local_addr().ok()
    }

    /// The gate.
    #[must_use]
    pub const fn gate(&self) -> &Arc<Gate> {
        &self.loaded.gate
    }

    /// What is counted.
    #[must_use]
    pub const fn counters(&self) -> &Arc<Counters> {
        &self.counters
    }
}

/// Serves until `stop` ends; then no connection is accepted any more, those that are open finish the request they are
/// at, and the log gets its last checkpoint.
///
/// # Errors
/// The last checkpoint could not be kept.
pub async fn serve(serving: Serving, stop: impl Future<Output = ()>) -> io::Result<Stopped> {
    let Serving {
        settings,
        clock,
        loaded,
        tls,
        listener,
        metrics,
        counters,
        admits,
    } = serving;
    let gate = Arc::clone(&loaded.gate);
    let mut beside = JoinSet::new();
    beside.spawn(reload(settings.clone(), Arc::clone(&gate)));
    if let Some(metrics) = metrics {
        let (gate, counters) = (Arc::clone(&gate), Arc::clone(&counters));
        beside.spawn(metrics::serve(metrics, gate, loaded.queue, counters));
    }
    let of_requests = Arc::clone(&counters);
    let layer = AdmitLayer::new(Arc::clone(&gate))
        .clock(clock.clone())
        .observed(move |report| of_requests.decided(report));
    let door = Arc::new(Door {
        acceptor: TlsAcceptor::from(tls),
        layer,
        backend: settings.backend,
        handshake: settings.listener.handshake,
        request: settings.listener.request,
        counters,
        admits,
    });
    let room = Arc::new(Semaphore::new(settings.listener.connections));
    let (ending, ended) = watch::channel(false);
    let mut open = JoinSet::new();
    let mut stop = std::pin::pin!(stop);
    loop {
        // Whoever is through is forgotten, so that the set does not grow.
        while open.try_join_next().is_some() {}
        let accepted = async {
            let place = Arc::clone(&room).acquire_owned().await;
            (place, listener.accept().await)
        };
        tokio::select! {
            () = &mut stop => break,
            (place, accepted) = accepted => match accepted {
                Ok((stream, from)) => {
                    let (door, ended) = (Arc::clone(&door), ended.clone());
                    open.spawn(async move {
                        door.connection(stream, from, ended).await;
                        drop(place);
                    });
                }
                Err(_) => {
                    door.counters.handshake(Handshake::NotAccepted);
                    sleep(BACKOFF).await;
                }
            },
        }
    }
    drop(listener);
    ending.send_replace(true);
    let finished = async { while open.join_next().await.is_some() {} };
    timeout(settings.listener.grace, finished).await.ok();
    let cut_off = open.len();
    open.shutdown().await;
    beside.shutdown().await;
    let sealed = gate.log().seal(&clock.now().to_string());
    sealed.map_err(io::Error::other)?;
    Ok(Stopped { cut_off })
}

/// Everything that a connection needs.
struct Door {
    acceptor: TlsAcceptor,
    layer: AdmitLayer,
    backend: SocketAddr,
    handshake: Duration,
    request: Duration,
    counters: Arc<Counters>,
    admits: bool,
}

impl Door {
    async fn connection(
        &self,
        stream: TcpStream,
        from: SocketAddr,
        mut ended: watch::Receiver<bool>,
    ) {
        stream.set_nodelay(true).ok();
        let tls = match timeout(self.handshake, self.acceptor.accept(stream)).await {
            Ok(Ok(tls)) => tls,
            Ok(Err(error)) => {
                match Refused::of_io(&error) {
                    Some(refused) => {
                        eprintln!("{from}: handshake refused: {refused}");
                        self.counters.handshake(Handshake::Refused);
                    }
                    None => self.counters.handshake(Handshake::Broken),
                }
                return;
            }
            Err(_) => return self.counters.handshake(Handshake::TooSlow),
        };
        let peer = TlsPeer::of(tls.get_ref().1, from.ip());
        self.counters.handshake(if peer.is_resumed() {
            Handshake::Resumed
        } else {
            Handshake::Done
        });
        let forward = Forward::new(self.backend, self.admits);
        let admit = self.layer.layer(forward.clone());
        let within = self.request;
        let admits = self.admits;
        let service = service_fn(move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(peer.clone());
            let answer = if admits {
                admit.clone().call(request)
            } else {
                forward.clone().call(request)
            };
            async move {
                let answered = timeout(within, answer).await;
                let late = || Ok(Forward::status(http::StatusCode::GATEWAY_TIMEOUT));
                answered.unwrap_or_else(|_| late()) as Result<Response<Body>, Infallible>
            }
        });
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(self.request)
            .max_buf_size(HEAD)
            .serve_connection(TokioIo::new(tls), service);
        let mut connection = std::pin::pin!(connection);
        let ends = async { ended.wait_for(|ended| *ended).await.is_ok() };
        let is_ending = tokio::select! {
            _ = connection.as_mut() => false,
            _ = ends => true,
        };
        if is_ending {
            connection.as_mut().graceful_shutdown();
            connection.await.ok();
        }
    }
}

/// Takes changed files into use; what does not load leaves everything as it was, and is told once for each change.
async fn reload(settings: Settings, gate: Arc<Gate>) {
    let mut watch = Watch::new(settings.exchanged());
    let settings = Arc::new(settings);
    loop {
        sleep(settings.reload).await;
        if !watch.changed() {
            continue;
        }
        let (settings, gate) = (Arc::clone(&settings), Arc::clone(&gate));
        let loaded = tokio::task::spawn_blocking(move || {
            let loaded = settings.reload(&gate, Language::En);
            loaded.map(|()| gate.live().health().versions.index.clone())
        });
        match loaded.await {
            Ok(Ok(version)) => eprintln!("reloaded: index {version}"),
            Ok(Err(error)) => eprintln!("not reloaded, the set of before decides: {error}"),
            Err(error) => eprintln!("not reloaded, the set of before decides: {error}"),
        }
    }
}
