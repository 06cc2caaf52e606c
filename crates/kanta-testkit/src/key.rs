//! Throw-away keys, worked out from a fixed text each time they are needed. They protect nothing:
//! anyone who has this crate has every one of them.

use std::collections::HashMap;
use std::sync::Mutex;

use crypto_bigint::{BoxedUint, Odd, Resize as _};
use p256::ecdsa::signature::Signer as _;
use sha2::{Digest as _, Sha256, Sha384, Sha512};

use crate::der;

/// The kind of key that a certificate or a request is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Key {
    /// An elliptic-curve key on P-256.
    P256,
    /// An elliptic-curve key on P-384.
    P384,
    /// RSA with a modulus of 2048 bits.
    Rsa2048,
    /// RSA with a modulus of 3072 bits.
    Rsa3072,
    /// RSA with a modulus of 4096 bits.
    Rsa4096,
}

/// Public keys that were worked out before: a test makes many certificates for few names.
static PUBLIC: Mutex<Option<PublicKeys>> = Mutex::new(None);

/// SubjectPublicKeyInfo by kind and label.
type PublicKeys = HashMap<(Key, String), Vec<u8>>;

/// The SubjectPublicKeyInfo of the key of this kind for this label.
pub(crate) fn public(kind: Key, label: &str) -> Vec<u8> {
    let place = (kind, label.to_owned());
    if let Ok(known) = PUBLIC.lock()
        && let Some(public) = known.as_ref().and_then(|known| known.get(&place))
    {
        return public.clone();
    }
    let public = KeyPair::derive(kind, label)
        .map(|key| key.public())
        .unwrap_or_default();
    if let Ok(mut known) = PUBLIC.lock() {
        let known = known.get_or_insert_default();
        // A fuzzer makes any number of names.
        if known.len() < 1000 {
            known.insert(place, public.clone());
        }
    }
    public
}

/// The AlgorithmIdentifier of the signatures that a key of this kind makes.
pub(crate) fn signature_algorithm(kind: Key) -> Vec<u8> {
    match kind {
        Key::P256 => der::of(der::SEQUENCE, &[&der::oid("1.2.840.10045.4.3.2")]),
        Key::P384 => der::of(der::SEQUENCE, &[&der::oid("1.2.840.10045.4.3.3")]),
        Key::Rsa2048 | Key::Rsa3072 | Key::Rsa4096 => rsa_algorithm("1.2.840.113549.1.1.13"),
    }
}

/// A key worked out from its kind and a label.
pub(crate) enum KeyPair {
    P256(p256::ecdsa::SigningKey),
    P384(p384::ecdsa::SigningKey),
    Rsa(Box<Rsa>),
}

pub(crate) struct Rsa {
    bytes: usize,
    n: BoxedUint,
    d: BoxedUint,
    p: BoxedUint,
    q: BoxedUint,
}

impl KeyPair {
    /// The key of this kind for this label; equal input gives an equal key. There is one RSA key
    /// of each size, whatever the label: a search for primes would take seconds.
    pub(crate) fn derive(kind: Key, label: &str) -> Option<KeyPair> {
        // A digest that is no scalar of the curve comes up once in 2^32; then the next is taken.
        let digests = (0..8_u8).map(|n| (label, n));
        match kind {
            Key::P256 => digests
                .map(|(label, n)| Sha256::digest(format!("kanta-testkit P-256 {n} {label}")))
                .find_map(|bytes| p256::ecdsa::SigningKey::from_slice(&bytes).ok())
                .map(KeyPair::P256),
            Key::P384 => digests
                .map(|(label, n)| Sha384::digest(format!("kanta-testkit P-384 {n} {label}")))
                .find_map(|bytes| p384::ecdsa::SigningKey::from_slice(&bytes).ok())
                .map(KeyPair::P384),
            Key::Rsa2048 => Rsa::derive(2048, 201, 228).map(KeyPair::Rsa),
            Key::Rsa3072 => Rsa::derive(3072, 128, 588).map(KeyPair::Rsa),
            Key::Rsa4096 => Rsa::derive(4096, 1838, 388).map(KeyPair::Rsa),
        }
    }

    /// The SubjectPublicKeyInfo.
    fn public(&self) -> Vec<u8> {
        let (algorithm, key) = match self {
            KeyPair::P256(key) => (
                ec_algorithm(P256),
                key.verifying_key().to_sec1_point(false).as_bytes().to_vec(),
            ),
            KeyPair::P384(key) => (
                ec_algorithm(P384),
                key.verifying_key().to_sec1_point(false).as_bytes().to_vec(),
            ),
            KeyPair::Rsa(key) => (rsa_algorithm(RSA), key.public()),
        };
        der::of(der::SEQUENCE, &[&algorithm, &der::bit_string(&key)])
    }

    /// The signature over `message`: deterministic for every kind (RFC 6979, PKCS #1 v1.5).
    pub(crate) fn sign(&self, message: &[u8]) -> Vec<u8> {
        match self {
            KeyPair::P256(key) => {
                let signature: p256::ecdsa::Signature = key.sign(message);
                signature.to_der().as_bytes().to_vec()
            }
            KeyPair::P384(key) => {
                let signature: p384::ecdsa::Signature = key.sign(message);
                signature.to_der().as_bytes().to_vec()
            }
            KeyPair::Rsa(key) => key.sign(message).unwrap_or_default(),
        }
    }

    /// The private key as PKCS #8.
    pub(crate) fn pkcs8(&self) -> Vec<u8> {
        let (algorithm, key) = match self {
            KeyPair::P256(key) => {
                let point = key.verifying_key().to_sec1_point(false).as_bytes().to_vec();
                (ec_algorithm(P256), sec1(&key.to_bytes(), &point))
            }
            KeyPair::P384(key) => {
                let point = key.verifying_key().to_sec1_point(false).as_bytes().to_vec();
                (ec_algorithm(P384), sec1(&key.to_bytes(), &point))
            }
            KeyPair::Rsa(key) => (rsa_algorithm(RSA), key.private().unwrap_or_default()),
        };
        let key = der::tlv(der::OCTET_STRING, &key);
        der::of(der::SEQUENCE, &[&der::unsigned(&[0]), &algorithm, &key])
    }
}

const P256: &str = "1.2.840.10045.3.1.7";
const P384: &str = "1.3.132.0.34";
const RSA: &str = "1.2.840.113549.1.1.1";

fn ec_algorithm(curve: &str) -> Vec<u8> {
    der::of(
        der::SEQUENCE,
        &[&der::oid("1.2.840.10045.2.1"), &der::oid(curve)],
    )
}

fn rsa_algorithm(oid: &str) -> Vec<u8> {
    der::of(der::SEQUENCE, &[&der::oid(oid), &[5, 0]])
}

/// ECPrivateKey of RFC 5915, without the curve, which stands beside it.
fn sec1(scalar: &[u8], point: &[u8]) -> Vec<u8> {
    let scalar = der::tlv(der::OCTET_STRING, scalar);
    let point = der::tlv(0xa1, &der::bit_string(point));
    der::of(der::SEQUENCE, &[&der::unsigned(&[1]), &scalar, &point])
}

/// The public exponent.
const E: u32 = 65_537;

impl Rsa {
    /// The primes lie `p_step` and `q_step` odd numbers above a digest of their label: the steps
    /// were searched once, so that no search is needed here and no key has to be kept.
    fn derive(bits: u32, p_step: u32, q_step: u32) -> Option<Box<Rsa>> {
        let bytes = usize::try_from(bits).ok()?.checked_div(8)?;
        let prime = |which: &str, step: u32| {
            let mut digits: Vec<u8> = (0..16_u8)
                .flat_map(|n| {
                    let mut label = format!("kanta-testkit rsa {bits} {which}").into_bytes();
                    label.push(n);
                    Sha256::digest(&label)
                })
                .take(bytes / 2)
                .collect();
            *digits.first_mut()? |= 0xc0;
            *digits.last_mut()? |= 1;
            let base = BoxedUint::from_be_slice(&digits, bits).ok()?;
            let step = BoxedUint::from(step.checked_mul(2)?).resize_unchecked(bits);
            Some(base.wrapping_add(step))
        };
        let (p, q) = (prime("p", p_step)?, prime("q", q_step)?);
        let one = BoxedUint::one_with_precision(bits);
        let n = p.wrapping_mul(&q);
        let phi = p.wrapping_sub(&one).wrapping_mul(q.wrapping_sub(&one));
        let e = BoxedUint::from(E).resize_unchecked(bits);
        let d = e.invert_mod(&Option::from(crypto_bigint::NonZero::new(phi))?);
        Some(Box::new(Rsa {
            bytes,
            n,
            d: Option::from(d)?,
            p,
            q,
        }))
    }

    fn public(&self) -> Vec<u8> {
        let n = der::unsigned(&self.n.to_be_bytes());
        der::of(der::SEQUENCE, &[&n, &der::unsigned(&E.to_be_bytes())])
    }

    /// RSASSA-PKCS1-v1_5 with SHA-512 (RFC 8017, section 8.2.1).
    fn sign(&self, message: &[u8]) -> Option<Vec<u8>> {
        let digest = der::tlv(der::OCTET_STRING, &Sha512::digest(message));
        let algorithm = rsa_algorithm("2.16.840.1.101.3.4.2.3");
        let info = der::of(der::SEQUENCE, &[&algorithm, &digest]);
        let padding = self.bytes.checked_sub(info.len())?.checked_sub(3)?;
        let block = [&[0, 1][..], &vec![0xff; padding], &[0], &info].concat();
        let block = BoxedUint::from_be_slice(&block, self.n.bits_precision()).ok()?;
        let modulus: Odd<BoxedUint> = Option::from(Odd::new(self.n.clone()))?;
        Some(block.pow_mod(&self.d, &modulus).to_be_bytes().to_vec())
    }

    /// RSAPrivateKey of RFC 8017, appendix A.1.2.
    fn private(&self) -> Option<Vec<u8>> {
        let one = BoxedUint::one_with_precision(self.n.bits_precision());
        let less = |prime: &BoxedUint| -> Option<crypto_bigint::NonZero<BoxedUint>> {
            Option::from(crypto_bigint::NonZero::new(prime.wrapping_sub(&one)))
        };
        let p: crypto_bigint::NonZero<BoxedUint> =
            Option::from(crypto_bigint::NonZero::new(self.p.clone()))?;
        let coefficient: BoxedUint = Option::from(self.q.invert_mod(&p))?;
        let part = |value: &BoxedUint| der::unsigned(&value.to_be_bytes());
        Some(der::of(
            der::SEQUENCE,
            &[
                &der::unsigned(&[0]),
                &part(&self.n),
                &der::unsigned(&E.to_be_bytes()),
                &part(&self.d),
                &part(&self.p),
                &part(&self.q),
                &part(&self.d.rem_vartime(&less(&self.p)?)),
                &part(&self.d.rem_vartime(&less(&self.q)?)),
                &part(&coefficient),
            ],
        ))
    }
}
