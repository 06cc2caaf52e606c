//! What a certificate and a request have in common, read in one pass over the bytes.

use crate::error::{ReadError, Structure};
use crate::extension::{AltNames, Extensions, KeyUsage, Oids, Uris};
use crate::form::{self, Form};
use crate::key::{Key, SignatureAlgorithm};
use crate::name::Name;
use crate::oddity::{Oddity, OddityKind};
use crate::oid::is_der;
use crate::oid::known::request as known;
use crate::time::{Moment, Validity};
use crate::tlv::{BIT_STRING, INTEGER, OID, Reader, SEQUENCE, SET, Span, Tlv, first_indefinite};

/// The largest input that is read: 1 MB.
pub const SIZE_LIMIT: usize = 1 << 20;

/// A certificate or request, read.
#[derive(Clone, Debug)]
pub(crate) struct Content {
    bytes: Box<[u8]>,
    subject: Span,
    pub(crate) key: Key,
    extensions: Extensions,
    issued: Option<Issued>,
    oddities: Vec<Oddity>,
}

/// What only a certificate has.
#[derive(Clone, Debug)]
pub(crate) struct Issued {
    serial: Span,
    issuer: Span,
    pub(crate) validity: Validity,
    pub(crate) algorithm: SignatureAlgorithm,
}

impl Content {
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub(crate) fn subject(&self) -> Name<'_> {
        Name::new(self.subject.of_bytes(&self.bytes))
    }

    pub(crate) fn issued(&self) -> Option<&Issued> {
        self.issued.as_ref()
    }

    pub(crate) fn issuer(&self) -> Name<'_> {
        let content = self
            .issued
            .as_ref()
            .map(|issued| issued.issuer.of_bytes(&self.bytes));
        Name::new(content.unwrap_or_default())
    }

    pub(crate) fn serial(&self) -> &[u8] {
        let content = self
            .issued
            .as_ref()
            .map(|issued| issued.serial.of_bytes(&self.bytes));
        content.unwrap_or_default()
    }

    pub(crate) fn alt_names(&self) -> AltNames<'_> {
        AltNames::new(self.value(self.extensions.alternative_name))
    }

    pub(crate) const fn key_usage(&self) -> Option<KeyUsage> {
        self.extensions.key_usage
    }

    pub(crate) fn extended_key_usage(&self) -> Option<Oids<'_>> {
        self.extensions
            .extended_key_usage
            .map(|span| Oids::new(span.of_bytes(&self.bytes), false))
    }

    pub(crate) fn policies(&self) -> Oids<'_> {
        Oids::new(self.value(self.extensions.policies), true)
    }

    pub(crate) fn is_ca(&self) -> bool {
        self.extensions
            .basic_constraints
            .is_some_and(|constraints| constraints.ca)
    }

    pub(crate) const fn has_basic_constraints(&self) -> bool {
        self.extensions.basic_constraints.is_some()
    }

    /// The content of the CRL distribution points.
    #[cfg(feature = "_path")]
    pub(crate) fn crl_points(&self) -> &[u8] {
        self.value(self.extensions.crl_distribution_points)
    }

    pub(crate) fn crl_uris(&self) -> Uris<'_> {
        Uris::new(self.value(self.extensions.crl_distribution_points))
    }

    pub(crate) fn authority_uris(&self) -> Uris<'_> {
        Uris::new(self.value(self.extensions.authority_info_access))
    }

    pub(crate) fn oddities(&self) -> &[Oddity] {
        &self.oddities
    }

    /// Whether the signature of a request is by the key in it; none where that cannot be read.
    #[cfg(feature = "_path")]
    pub(crate) fn own_signature(&self) -> Option<crate::signature::Signature> {
        let mut outer = Reader::new(&self.bytes, 0).expect(SEQUENCE).ok()?.reader();
        let info = outer.expect(SEQUENCE).ok()?;
        let algorithm = outer.expect(SEQUENCE).ok()?.content;
        let (0, signature) = outer.expect(BIT_STRING).ok()?.content.split_first()? else {
            return None;
        };
        let mut fields = info.reader();
        fields.expect(INTEGER).ok()?;
        fields.expect(SEQUENCE).ok()?;
        let mut key = fields.expect(SEQUENCE).ok()?.reader();
        let of_key = key.expect(SEQUENCE).ok()?.content;
        let (0, bits) = key.expect(BIT_STRING).ok()?.content.split_first()? else {
            return None;
        };
        let key = crate::signature::PublicKey {
            algorithm: of_key,
            key: bits,
            kind: self.key,
        };
        let message = self.bytes.get(info.offset..info.end())?;
        Some(key.verify(algorithm, message, signature))
    }

    fn value(&self, span: Option<Span>) -> &[u8] {
        span.map(|span| span.of_bytes(&self.bytes))
            .unwrap_or_default()
    }
}

/// What the outermost structure looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Certificate,
    Request,
}

/// Reads DER as a certificate or a request, whichever it is.
pub(crate) fn read(der: &[u8]) -> Result<Content, ReadError> {
    if der.len() > SIZE_LIMIT {
        return Err(ReadError::TooLarge { size: der.len() });
    }
    if der.is_empty() {
        return Err(ReadError::Empty);
    }
    if let Some(form) = Form::of_bytes(der) {
        return Err(ReadError::OtherForm(form));
    }
    // No certificate, request or key starts with anything but a SEQUENCE.
    if der.first() != Some(&SEQUENCE) {
        return Err(ReadError::NotFound);
    }
    let mut input = Reader::new(der, 0);
    let outer = input.expect(SEQUENCE).map_err(at(Structure::Certificate))?;
    if form::is_private_key(&outer) {
        return Err(ReadError::PrivateKey { offset: 0 });
    }
    if let Some(form) = Form::of_der(&outer) {
        return Err(ReadError::OtherForm(form));
    }
    match shape(&outer) {
        Shape::Certificate => certificate(der, &outer),
        Shape::Request => request(der, &outer),
    }
    .map(|mut content| {
        let odd = |kind, offset| Oddity { kind, offset };
        if !input.is_empty() {
            content
                .oddities
                .push(odd(OddityKind::TrailingBytes, input.offset()));
        }
        if let Some(offset) = first_indefinite(der) {
            content.oddities.push(odd(OddityKind::NotDer, offset));
        }
        content
    })
}

/// A request has its subject where a certificate has its signature algorithm.
fn shape(outer: &Tlv<'_>) -> Shape {
    let Ok(Some(first)) = outer.reader().next() else {
        return Shape::Certificate;
    };
    let mut fields = first.reader();
    if first.tag != SEQUENCE || !matches!(fields.optional(INTEGER), Ok(Some(_))) {
        return Shape::Certificate;
    }
    match fields.next() {
        Ok(Some(name)) if name.tag == SEQUENCE => match name.reader().peek() {
            Some(SET) | None => Shape::Request,
            _ => Shape::Certificate,
        },
        _ => Shape::Certificate,
    }
}

/// Whether DER is shaped like a request.
pub(crate) fn is_request(der: &[u8]) -> bool {
    let outer = Reader::new(der, 0).expect(SEQUENCE);
    outer.is_ok_and(|outer| shape(&outer) == Shape::Request)
}

fn at(structure: Structure) -> impl Fn(crate::tlv::Fault) -> ReadError {
    move |fault| ReadError::from_fault(fault, structure)
}

fn certificate(der: &[u8], outer: &Tlv<'_>) -> Result<Content, ReadError> {
    let mut oddities = Vec::new();
    let mut odd = |kind, offset| oddities.push(Oddity { kind, offset });

    let mut fields = outer.reader();
    let signed = fields.expect(SEQUENCE).map_err(at(Structure::ToBeSigned))?;
    let outer_algorithm = fields
        .expect(SEQUENCE)
        .map_err(at(Structure::SignatureAlgorithm))?;
    fields
        .expect(BIT_STRING)
        .map_err(at(Structure::Signature))?;
    if !fields.is_empty() {
        odd(OddityKind::TrailingBytes, fields.offset());
    }

    // TBSCertificate, RFC 5280 section 4.1.
    let mut fields = signed.reader();
    let version = match fields.optional(0xa0).map_err(at(Structure::ToBeSigned))? {
        Some(version) => {
            let number = version
                .reader()
                .expect(INTEGER)
                .map_err(at(Structure::ToBeSigned))?;
            number.content.last().copied().unwrap_or(0)
        }
        None => 0,
    };
    let serial = fields
        .expect(INTEGER)
        .map_err(at(Structure::SerialNumber))?;
    match *serial.content {
        [] | [0] | [0x80..=0xff, ..] => odd(OddityKind::SerialNotPositive, serial.offset),
        // A leading zero octet is part of the encoding where the number itself needs it.
        [0, 0..=0x7f, ..] => odd(OddityKind::NotDer, serial.offset),
        _ => {}
    }
    if serial.content.len() > 20 {
        odd(OddityKind::SerialTooLong, serial.offset);
    }
    let algorithm = fields
        .expect(SEQUENCE)
        .map_err(at(Structure::SignatureAlgorithm))?;
    if algorithm.content != outer_algorithm.content {
        odd(OddityKind::AlgorithmMismatch, outer_algorithm.offset);
    }
    check_oid(&algorithm, &mut odd);
    check_oid(&outer_algorithm, &mut odd);
    let issuer = fields.expect(SEQUENCE).map_err(at(Structure::Issuer))?;
    check_name(&issuer, &mut odd);
    let validity = fields.expect(SEQUENCE).map_err(at(Structure::Validity))?;
    let (validity, proper) = read_validity(&validity)?;
    if !proper {
        odd(OddityKind::NotDer, issuer.end());
    }
    let subject = fields.expect(SEQUENCE).map_err(at(Structure::Subject))?;
    check_name(&subject, &mut odd);
    let key = fields.expect(SEQUENCE).map_err(at(Structure::PublicKey))?;
    check_algorithm(&key, &mut odd);
    let key = Key::read(&key)?;
    // Unique identifiers of version 2.
    fields.optional(0x81).map_err(at(Structure::ToBeSigned))?;
    fields.optional(0x82).map_err(at(Structure::ToBeSigned))?;
    let list = match fields.optional(0xa3).map_err(at(Structure::Extensions))? {
        Some(wrapper) => {
            if version != 2 {
                odd(OddityKind::Version, signed.inner);
            }
            let list = wrapper
                .reader()
                .expect(SEQUENCE)
                .map_err(at(Structure::Extensions))?;
            if list.content.is_empty() {
                odd(OddityKind::UnreadableExtension, list.offset);
            }
            Some(list)
        }
        None => None,
    };
    if !fields.is_empty() {
        odd(OddityKind::TrailingBytes, fields.offset());
    }
    let extensions = list
        .map(|list| Extensions::read(list.reader(), &mut oddities))
        .unwrap_or_default();
    Ok(Content {
        issued: Some(Issued {
            serial: Span::of(&serial),
            issuer: Span::of(&issuer),
            validity,
            algorithm: SignatureAlgorithm::read(Span::of(&algorithm), der),
        }),
        bytes: der.into(),
        subject: Span::of(&subject),
        key,
        extensions,
        oddities,
    })
}

fn read_validity(validity: &Tlv<'_>) -> Result<(Validity, bool), ReadError> {
    let mut fields = validity.reader();
    let mut time = || {
        let offset = fields.offset();
        let tlv = fields.next().map_err(at(Structure::Validity))?;
        let read = tlv.as_ref().and_then(Moment::read);
        read.ok_or(ReadError::Time { offset })
    };
    let (not_before, first) = time()?;
    let (not_after, second) = time()?;
    Ok((
        Validity {
            not_before,
            not_after,
        },
        first && second,
    ))
}

fn check_name(name: &Tlv<'_>, odd: &mut impl FnMut(OddityKind, usize)) {
    let mut attributes = Name::new(name.content).attributes();
    loop {
        match attributes.read() {
            Ok(None) => break,
            Ok(Some(attribute)) => {
                if attribute.text().is_none() {
                    odd(OddityKind::UnreadableName, name.offset);
                }
                if !is_der(attribute.kind().octets()) {
                    odd(OddityKind::NotDer, name.offset);
                }
            }
            Err(_) => {
                odd(OddityKind::UnreadableName, name.offset);
                break;
            }
        }
    }
}

/// Whether the OIDs of a SubjectPublicKeyInfo's algorithm are DER.
fn check_algorithm(info: &Tlv<'_>, odd: &mut impl FnMut(OddityKind, usize)) {
    if let Ok(Some(algorithm)) = info.reader().next() {
        check_oid(&algorithm, odd);
    }
}

/// Whether the OIDs that an AlgorithmIdentifier begins with are DER.
fn check_oid(algorithm: &Tlv<'_>, odd: &mut impl FnMut(OddityKind, usize)) {
    let mut fields = algorithm.reader();
    while let Ok(Some(field)) = fields.next() {
        if field.tag == OID && !is_der(field.content) {
            odd(OddityKind::NotDer, field.offset);
        }
    }
}

/// extensionRequest of PKCS #9, and the older one of Microsoft's tools.
const EXTENSION_REQUESTS: [&[u8]; 2] = [known::EXTENSIONS, known::MICROSOFT_EXTENSIONS];

/// CertificationRequest, RFC 2986 section 4.
fn request(der: &[u8], outer: &Tlv<'_>) -> Result<Content, ReadError> {
    let mut oddities = Vec::new();
    let mut odd = |kind, offset| oddities.push(Oddity { kind, offset });
    let mut fields = outer.reader();
    let info = fields.expect(SEQUENCE).map_err(at(Structure::Request))?;
    let algorithm = fields
        .expect(SEQUENCE)
        .map_err(at(Structure::SignatureAlgorithm))?;
    check_oid(&algorithm, &mut odd);
    fields
        .expect(BIT_STRING)
        .map_err(at(Structure::Signature))?;
    if !fields.is_empty() {
        odd(OddityKind::TrailingBytes, fields.offset());
    }

    let mut fields = info.reader();
    fields.expect(INTEGER).map_err(at(Structure::Request))?;
    let subject = fields.expect(SEQUENCE).map_err(at(Structure::Subject))?;
    check_name(&subject, &mut odd);
    let key = fields.expect(SEQUENCE).map_err(at(Structure::PublicKey))?;
    check_algorithm(&key, &mut odd);
    let key = Key::read(&key)?;
    let attributes = fields.optional(0xa0).map_err(at(Structure::Attributes))?;
    if !fields.is_empty() {
        odd(OddityKind::TrailingBytes, fields.offset());
    }
    let mut extensions = None;
    if let Some(attributes) = attributes {
        let mut list = attributes.reader();
        while let Some(attribute) = list.next().map_err(at(Structure::Attributes))? {
            let mut parts = attribute.reader();
            let kind = parts.expect(OID).map_err(at(Structure::Attributes))?;
            if !EXTENSION_REQUESTS.contains(&kind.content) {
                continue;
            }
            let values = parts.expect(SET).map_err(at(Structure::Attributes))?;
            let list = values
                .reader()
                .expect(SEQUENCE)
                .map_err(at(Structure::Extensions))?;
            if extensions.is_some() {
                oddities.push(Oddity {
                    kind: OddityKind::DuplicateExtension,
                    offset: attribute.offset,
                });
            } else {
                extensions = Some(Extensions::read(list.reader(), &mut oddities));
            }
        }
    }
    Ok(Content {
        bytes: der.into(),
        subject: Span::of(&subject),
        key,
        extensions: extensions.unwrap_or_default(),
        issued: None,
        oddities,
    })
}
