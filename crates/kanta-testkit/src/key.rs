//! Throw-away keys, worked out from a fixed text each time they are needed. They protect nothing:
//! anyone who has this crate has every one of them.

use std::collections::HashMap;
use std::sync::Mutex;

use const_oid::db::rfc5912;
use crypto_bigint::{BoxedUint, Odd, Resize as _};
use der::Encode;
use der::asn1::{Any, BitString, OctetStringRef};
use p256::ecdsa::signature::Signer as _;
use sha2::{Digest as _, Sha256, Sha384, Sha512};
use x509_cert::spki::{
    self, AlgorithmIdentifierOwned, DynSignatureAlgorithmIdentifier, EncodePublicKey,
    ObjectIdentifier, SignatureBitStringEncoding, SubjectPublicKeyInfoOwned,
};

use crate::write;

/// The kind of key that a certificate or a request is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TestKey {
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
type PublicKeys = HashMap<(TestKey, String), Vec<u8>>;

/// The SubjectPublicKeyInfo of the key of this kind for this label.
pub(crate) fn public(kind: TestKey, label: &str) -> Vec<u8> {
    let place = (kind, label.to_owned());
    if let Ok(known) = PUBLIC.lock()
        && let Some(public) = known.as_ref().and_then(|known| known.get(&place))
    {
        return public.clone();
    }
    let public = KeyPair::derive(kind, label)
        .and_then(|key| key.public())
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
fn signature_algorithm(kind: TestKey) -> AlgorithmIdentifierOwned {
    let without_parameters = |oid| AlgorithmIdentifierOwned {
        oid,
        parameters: None,
    };
    match kind {
        TestKey::P256 => without_parameters(rfc5912::ECDSA_WITH_SHA_256),
        TestKey::P384 => without_parameters(rfc5912::ECDSA_WITH_SHA_384),
        TestKey::Rsa2048 | TestKey::Rsa3072 | TestKey::Rsa4096 => {
            rsa_algorithm(rfc5912::SHA_512_WITH_RSA_ENCRYPTION)
        }
    }
}

/// Whoever signs: the key of a kind that belongs to a label, worked out only when it signs.
#[derive(Clone, Debug)]
pub(crate) struct Signer {
    pub(crate) kind: TestKey,
    pub(crate) label: String,
    /// Octets of no meaning in place of a signature.
    pub(crate) instead: Option<Vec<u8>>,
    /// Whether the last bit of the signature is turned round.
    pub(crate) breaks: bool,
}

impl Signer {
    /// The AlgorithmIdentifier of its signatures, in DER.
    pub(crate) fn algorithm(&self) -> Vec<u8> {
        signature_algorithm(self.kind).to_der().unwrap_or_default()
    }

    pub(crate) fn signature(&self, message: &[u8]) -> Vec<u8> {
        let mut signature = match &self.instead {
            Some(instead) => instead.clone(),
            None => KeyPair::derive(self.kind, &self.label)
                .map(|key| key.sign(message))
                .unwrap_or_default(),
        };
        if let Some(last) = signature.last_mut().filter(|_| self.breaks) {
            *last ^= 1;
        }
        signature
    }
}

/// A SubjectPublicKeyInfo, as the builder of `x509-cert` asks for it.
#[derive(Clone)]
pub(crate) struct PublicKey(Vec<u8>);

impl EncodePublicKey for PublicKey {
    fn to_public_key_der(&self) -> spki::Result<der::Document> {
        Ok(der::Document::try_from(&*self.0)?)
    }
}

impl p256::ecdsa::signature::Keypair for Signer {
    type VerifyingKey = PublicKey;

    fn verifying_key(&self) -> PublicKey {
        PublicKey(public(self.kind, &self.label))
    }
}

impl DynSignatureAlgorithmIdentifier for Signer {
    fn signature_algorithm_identifier(&self) -> spki::Result<AlgorithmIdentifierOwned> {
        Ok(signature_algorithm(self.kind))
    }
}

/// The octets of a signature.
pub(crate) struct Signature(Vec<u8>);

impl SignatureBitStringEncoding for Signature {
    fn to_bitstring(&self) -> der::Result<BitString> {
        BitString::from_bytes(&self.0)
    }
}

impl p256::ecdsa::signature::Signer<Signature> for Signer {
    fn try_sign(&self, message: &[u8]) -> Result<Signature, p256::ecdsa::signature::Error> {
        Ok(Signature(self.signature(message)))
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
    pub(crate) fn derive(kind: TestKey, label: &str) -> Option<KeyPair> {
        // A digest that is no scalar of the curve comes up once in 2^32; then the next is taken.
        let digests = (0..8_u8).map(|n| (label, n));
        match kind {
            TestKey::P256 => digests
                .map(|(label, n)| Sha256::digest(format!("kanta-testkit P-256 {n} {label}")))
                .find_map(|bytes| p256::ecdsa::SigningKey::from_slice(&bytes).ok())
                .map(KeyPair::P256),
            TestKey::P384 => digests
                .map(|(label, n)| Sha384::digest(format!("kanta-testkit P-384 {n} {label}")))
                .find_map(|bytes| p384::ecdsa::SigningKey::from_slice(&bytes).ok())
                .map(KeyPair::P384),
            TestKey::Rsa2048 => Rsa::derive(2048, 201, 228).map(KeyPair::Rsa),
            TestKey::Rsa3072 => Rsa::derive(3072, 128, 588).map(KeyPair::Rsa),
            TestKey::Rsa4096 => Rsa::derive(4096, 1838, 388).map(KeyPair::Rsa),
        }
    }

    /// The SubjectPublicKeyInfo.
    fn public(&self) -> Option<Vec<u8>> {
        let (algorithm, key) = match self {
            KeyPair::P256(key) => (
                ec_algorithm(rfc5912::SECP_256_R_1),
                key.verifying_key().to_sec1_point(false).as_bytes().to_vec(),
            ),
            KeyPair::P384(key) => (
                ec_algorithm(rfc5912::SECP_384_R_1),
                key.verifying_key().to_sec1_point(false).as_bytes().to_vec(),
            ),
            KeyPair::Rsa(key) => (rsa_algorithm(rfc5912::RSA_ENCRYPTION), key.public()),
        };
        let info = SubjectPublicKeyInfoOwned {
            algorithm,
            subject_public_key: BitString::from_bytes(&key).ok()?,
        };
        info.to_der().ok()
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
                (
                    ec_algorithm(rfc5912::SECP_256_R_1),
                    sec1(&key.to_bytes(), &point),
                )
            }
            KeyPair::P384(key) => {
                let point = key.verifying_key().to_sec1_point(false).as_bytes().to_vec();
                (
                    ec_algorithm(rfc5912::SECP_384_R_1),
                    sec1(&key.to_bytes(), &point),
                )
            }
            KeyPair::Rsa(key) => (
                rsa_algorithm(rfc5912::RSA_ENCRYPTION),
                key.private().unwrap_or_default(),
            ),
        };
        let algorithm = algorithm.to_der().unwrap_or_default();
        write::sequence(&[write::unsigned(&[0]), algorithm, octets(&key)].concat())
    }
}

fn octets(octets: &[u8]) -> Vec<u8> {
    let string = OctetStringRef::new(octets).and_then(|string| string.to_der());
    string.unwrap_or_default()
}

fn ec_algorithm(curve: ObjectIdentifier) -> AlgorithmIdentifierOwned {
    AlgorithmIdentifierOwned {
        oid: rfc5912::ID_EC_PUBLIC_KEY,
        parameters: Some(Any::from(curve)),
    }
}

fn rsa_algorithm(oid: ObjectIdentifier) -> AlgorithmIdentifierOwned {
    AlgorithmIdentifierOwned {
        oid,
        parameters: Some(Any::null()),
    }
}

/// ECPrivateKey of RFC 5915, without the curve, which stands beside it.
fn sec1(scalar: &[u8], point: &[u8]) -> Vec<u8> {
    let point = BitString::from_bytes(point).and_then(|point| point.to_der());
    let point = write::tlv(0xa1, &point.unwrap_or_default());
    write::sequence(&[write::unsigned(&[1]), octets(scalar), point].concat())
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
        let n = write::unsigned(&self.n.to_be_bytes());
        write::sequence(&[n, write::unsigned(&E.to_be_bytes())].concat())
    }

    /// RSASSA-PKCS1-v1_5 with SHA-512 (RFC 8017, section 8.2.1).
    fn sign(&self, message: &[u8]) -> Option<Vec<u8>> {
        let digest = octets(&Sha512::digest(message));
        let algorithm = rsa_algorithm(rfc5912::ID_SHA_512).to_der().ok()?;
        let info = write::sequence(&[algorithm, digest].concat());
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
        let part = |value: &BoxedUint| write::unsigned(&value.to_be_bytes());
        let parts = [
            write::unsigned(&[0]),
            part(&self.n),
            write::unsigned(&E.to_be_bytes()),
            part(&self.d),
            part(&self.p),
            part(&self.q),
            part(&self.d.rem_vartime(&less(&self.p)?)),
            part(&self.d.rem_vartime(&less(&self.q)?)),
            part(&coefficient),
        ];
        Some(write::sequence(&parts.concat()))
    }
}
