//! Who is at the other end of a connection, as it is handed to each of its requests.

use std::net::IpAddr;
use std::ops::Deref;
use std::sync::Arc;

use kanta_admission::{Connection, Presented};
use rustls::{CommonState, HandshakeKind};

/// The peer of a connection: what the handshake and the socket showed of it. Made once, when the handshake is done, and
/// put among the extensions of each request (`request.extensions_mut().insert(peer.clone())`).
#[derive(Clone, Debug)]
pub struct TlsPeer(Arc<Shown>);

#[derive(Debug)]
struct Shown {
    connection: Connection,
    is_resumed: bool,
}

impl TlsPeer {
    /// The peer of a connection of `rustls` whose handshake is done, which comes from an address. Behind a load
    /// balancer that is not the socket's, and only the operator knows where to take it from.
    #[must_use]
    pub fn of(tls: &CommonState, source: IpAddr) -> Self {
        let presented = match tls.peer_certificates().and_then(<[_]>::first) {
            Some(certificate) => Presented::from_der(certificate, source),
            None => Presented::without_certificate(source),
        };
        Self(Arc::new(Shown {
            connection: Connection::new(presented),
            is_resumed: tls.handshake_kind() == Some(HandshakeKind::Resumed),
        }))
    }

    /// Whether it came back to a session, so that its certificate was presented before, and not now.
    #[must_use]
    pub fn is_resumed(&self) -> bool {
        self.0.is_resumed
    }
}

impl Deref for TlsPeer {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        &self.0.connection
    }
}
