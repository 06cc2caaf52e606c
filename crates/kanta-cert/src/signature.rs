//! Whether a signature is that of a key: webpki's algorithms, each as it stands.

use webpki::ALL_VERIFICATION_ALGS;

use crate::key::Key;

/// What became of a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Signature {
    Good,
    False,
    UnknownAlgorithm,
    ShortKey,
}

/// A public key as it stands in a certificate or request.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PublicKey<'a> {
    /// The content of its AlgorithmIdentifier.
    pub(crate) algorithm: &'a [u8],
    /// The key itself.
    pub(crate) key: &'a [u8],
    /// What it is.
    pub(crate) kind: Key,
}

impl PublicKey<'_> {
    /// Verifies a signature with this key; `algorithm` is the content of the signature's
    /// AlgorithmIdentifier.
    pub(crate) fn verify(self, algorithm: &[u8], message: &[u8], signature: &[u8]) -> Signature {
        let mut known = false;
        for candidate in ALL_VERIFICATION_ALGS {
            if candidate.signature_alg_id().as_ref() != algorithm
                || candidate.public_key_alg_id().as_ref() != self.algorithm
            {
                continue;
            }
            known = true;
            let verified = candidate.verify_signature(self.key, message, signature);
            if verified.is_ok() {
                return Signature::Good;
            }
        }
        match self.kind {
            _ if !known => Signature::UnknownAlgorithm,
            // Keys below this are refused without a look at the signature.
            Key::Rsa { bits } if bits < 2048 => Signature::ShortKey,
            _ => Signature::False,
        }
    }
}
