//! Where the parts of a signed structure stand: of a certificate, a request, or a list of revoked
//! certificates.

use crate::tlv::{Span, Tlv};

/// The parts that a signature is verified with.
#[cfg_attr(
    not(feature = "_path"),
    expect(dead_code, reason = "read where signatures are verified")
)]
#[derive(Clone, Copy, Debug)]
pub(crate) struct Signed {
    /// What is signed, with its header.
    pub(crate) message: Span,
    /// The content of the signature's AlgorithmIdentifier.
    pub(crate) algorithm: Span,
    /// The content of the BIT STRING: how many bits are unused, and the signature.
    pub(crate) signature: Span,
}

impl Signed {
    pub(crate) fn of(message: &Tlv<'_>, algorithm: &Tlv<'_>, signature: &Tlv<'_>) -> Self {
        Self {
            message: Span::whole(message),
            algorithm: Span::of(algorithm),
            signature: Span::of(signature),
        }
    }
}
