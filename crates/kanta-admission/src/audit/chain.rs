//! How lines hang together: each holds the hash of the one before, and its own.

use std::fmt;

use data_encoding::{BASE64, HEXLOWER};
use sha2::{Digest, Sha256};

/// The SHA-256 hash of a line, up to the member that tells it; printed as 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct LineHash(pub(crate) [u8; 32]);

impl LineHash {
    /// What stands before the first line of a log of that origin, so that no line of one log fits into another.
    #[must_use]
    pub fn before_all(origin: &str) -> Self {
        Self::of_parts(&[b"kanta audit log\n", origin.as_bytes(), b"\n"])
    }

    pub(crate) fn of(text: &[u8]) -> Self {
        Self(Sha256::digest(text).into())
    }

    pub(crate) fn of_parts(parts: &[&[u8]]) -> Self {
        let mut hash = Sha256::new();
        for part in parts {
            hash.update(part);
        }
        Self(hash.finalize().into())
    }

    /// Reads 64 lower-case hexadecimal digits.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let octets = HEXLOWER.decode(text.as_bytes()).ok()?;
        octets.try_into().ok().map(Self)
    }

    /// The same digits, written where there is room for them.
    pub(crate) fn digits(self, room: &mut [u8; 64]) -> &str {
        HEXLOWER.encode_mut_str(&self.0, room)
    }

    pub(crate) fn to_base64(self) -> String {
        BASE64.encode(&self.0)
    }

    pub(crate) fn from_base64(text: &str) -> Option<Self> {
        let octets = BASE64.decode(text.as_bytes()).ok()?;
        octets.try_into().ok().map(Self)
    }
}

/// A hash of which the text has begun.
pub(super) struct Hashing(Sha256);

impl Hashing {
    pub(super) fn of(beginning: &[u8]) -> Self {
        Self(Sha256::new_with_prefix(beginning))
    }

    /// The hash of the beginning with this behind it.
    pub(super) fn then(self, rest: &[u8]) -> LineHash {
        LineHash(self.0.chain_update(rest).finalize().into())
    }
}

impl fmt::Display for LineHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.digits(&mut [0; 64]))
    }
}

impl fmt::Debug for LineHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// How far a log has come: how many lines it has, and the hash of the last one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// How many lines.
    pub size: u64,
    /// The hash of the last; before the first, [`LineHash::before_all`].
    pub hash: LineHash,
}

impl Head {
    /// An empty log of that origin.
    #[must_use]
    pub fn empty(origin: &str) -> Self {
        Self {
            size: 0,
            hash: LineHash::before_all(origin),
        }
    }
}
