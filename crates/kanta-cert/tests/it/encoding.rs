//! What is read is held to DER: `der` reads it so, and once more as BER where lengths are indefinite.

use kanta_cert::{Certificate, CertificateRequest, OddityKind, ReadError};
use kanta_testkit::{CertificateBuilder, StringType, request, server_certificate};
use x509_cert::der::Decode;

fn good() -> CertificateBuilder {
    server_certificate().without_signing()
}

/// The kinds of oddity and their bytes.
fn oddities(der: &[u8]) -> Vec<(OddityKind, usize)> {
    let certificate = Certificate::from_der(der).unwrap();
    certificate
        .oddities()
        .iter()
        .map(|it| (it.kind, it.offset))
        .collect()
}

/// The octets of the header at this place, and of what it holds.
fn value(der: &[u8], at: usize) -> (usize, usize) {
    match der[at + 1] {
        length @ ..=0x7f => (2, length.into()),
        0x81 => (3, der[at + 2].into()),
        _ => (4, usize::from(der[at + 2]) << 8 | usize::from(der[at + 3])),
    }
}

/// Writes the lengths of these values, from the outermost inwards, in the indefinite form.
fn indefinite(der: &[u8], places: &[usize]) -> Vec<u8> {
    let mut edits: Vec<(usize, usize, &[u8])> = Vec::new();
    for &at in places {
        let (header, length) = value(der, at);
        edits.push((at + 1, header - 1, &[0x80]));
        edits.push((at + header + length, 0, &[0, 0]));
    }
    edits.sort_by_key(|(at, ..)| std::cmp::Reverse(*at));
    let mut out = der.to_vec();
    for (at, length, octets) in edits {
        out.splice(at..at + length, octets.iter().copied());
    }
    out
}

#[test]
fn an_indefinite_length_is_read_and_named_wherever_it_stands() {
    let der = good().der();
    let signed = value(&der, 0).0;
    let issuer = signed + value(&der, signed).0;
    // Behind version, serial number and algorithm.
    let skip = |at: usize| {
        let (header, length) = value(&der, at);
        at + header + length
    };
    let issuer = skip(skip(skip(issuer)));
    for (words, places, offset) in [
        ("the certificate", vec![0], 0),
        ("what is signed", vec![0, signed], 0),
        ("the issuer", vec![0, signed, issuer], 0),
    ] {
        let ber = indefinite(&der, &places);
        assert_eq!(oddities(&ber), [(OddityKind::NotDer, offset)], "{words}");
        let read = Certificate::from_der(&ber).unwrap();
        let strict = Certificate::from_der(&der).unwrap();
        assert!(read.issuer().same_as(&strict.issuer()), "{words}");
        assert!(read.subject().same_as(&strict.subject()), "{words}");
        assert_eq!(read.validity(), strict.validity(), "{words}");
        assert_eq!(read.key(), strict.key(), "{words}");
        assert_eq!(
            read.dns_names().collect::<Vec<_>>(),
            ["kanta.klinikka.example"],
            "{words}"
        );
    }
    assert_eq!(oddities(&der), []);
}

#[test]
fn a_value_of_an_extension_is_held_to_der_too() {
    // The alternative name's SEQUENCE takes the indefinite form, of equal length: `30 18` with its
    // content of 24 octets has no room, so an entry shorter by two octets is written anew.
    let name = b"kanta.klinikka.example";
    let content = [&[0x82, 22], &name[..]].concat();
    let ber = [&[0x30, 0x80][..], &content, &[0, 0]].concat();
    let builder = good().without_san().extension("2.5.29.17", false, &ber);
    let found = oddities(&builder.der());
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].0, OddityKind::NotDer);
    assert_eq!(builder.der()[found[0].1..][..2], [0x30, 0x80]);
    let read = Certificate::from_der(&builder.der()).unwrap();
    assert_eq!(
        read.dns_names().collect::<Vec<_>>(),
        ["kanta.klinikka.example"]
    );
}

#[test]
fn octets_inside_a_number_or_a_text_are_no_length() {
    // The content octets 30 80 00 00 would be an empty SEQUENCE of indefinite length.
    let look_alike = [0x30, 0x80, 0, 0];
    for (words, builder) in [
        ("a serial number", good().certificate_serial(&look_alike)),
        (
            "a text",
            good()
                .organisation("0\u{80}\0\0")
                .strings(StringType::Teletex),
        ),
    ] {
        let der = builder.der();
        assert!(der.windows(4).any(|it| it == look_alike), "{words}");
        assert_eq!(oddities(&der), [], "{words}");
    }
}

#[test]
fn a_length_in_more_octets_than_it_needs_is_neither() {
    let der = good().der();
    // 30 82 hh ll becomes 30 83 00 hh ll.
    let mut long = der.clone();
    long[1] = 0x83;
    long.insert(2, 0);
    let error = Certificate::from_der(&long).unwrap_err();
    assert!(
        matches!(error, ReadError::Encoding { offset: 0, .. }),
        "{error}"
    );
}

#[test]
fn a_padded_oid_is_named_where_it_stands_and_is_not_the_one_it_looks_like() {
    // Each OID takes a padding octet in place of an arc of its own.
    for (words, oid) in [
        ("an attribute's type", &[0x55, 4, 3][..]),
        ("an extension", &[0x55, 0x1d, 17]),
        ("a purpose", &[0x2b, 6, 1, 5, 5, 7, 3, 1]),
        (
            "a policy",
            &[0x2a, 0x81, 0x76, 0x84, 5, 1, 10, 0x82, 0x66, 1],
        ),
        ("the key's algorithm", &[0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1]),
        ("the curve", &[0x2a, 0x86, 0x48, 0xce, 0x3d, 3, 1, 7]),
        (
            "the signature's algorithm",
            &[0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 3],
        ),
    ] {
        let der = good().der();
        let at = (0..der.len())
            .rfind(|at| der[*at..].starts_with(oid))
            .unwrap();
        // An arc of one octet, with another behind it, becomes the padding of that one.
        let pad = (1..oid.len() - 1).rev();
        let mut pad =
            pad.filter(|it| oid[*it] < 0x80 && oid[*it - 1] < 0x80 && oid[*it + 1] < 0x80);
        let mut padded = der.clone();
        padded[at + pad.next().unwrap()] = 0x80;
        let found = oddities(&padded);
        assert!(
            found.iter().any(|(kind, _)| *kind == OddityKind::NotDer),
            "{words}: {found:?}"
        );
        // And one that is cut off.
        let mut cut = der;
        cut[at + oid.len() - 1] = 0x81;
        let found = oddities(&cut);
        assert!(
            found.iter().any(|(kind, _)| *kind == OddityKind::NotDer),
            "{words}: {found:?}"
        );
    }
}

#[test]
fn deep_nesting_ends() {
    for header in [&[0x30, 0x80][..], &[0xa0, 0x80], &[0x30, 0x84, 0, 1, 0, 0]] {
        let der = header.repeat(100_000);
        assert!(Certificate::from_der(&der).is_err());
        let around = [&good().der()[..], &der].concat();
        assert_eq!(oddities(&around)[0].0, OddityKind::TrailingBytes);
    }
}

#[test]
fn what_others_hold_is_taken_over_as_it_is() {
    let der = server_certificate().der();
    let theirs = x509_cert::Certificate::from_der(&der).unwrap();
    assert_eq!(Certificate::try_from(&theirs).unwrap().der(), der);
    let rustls = rustls_pki_types::CertificateDer::from(der.as_slice());
    assert_eq!(Certificate::try_from(&rustls).unwrap().der(), der);
    let der = request().der();
    let theirs = x509_cert::request::CertReq::from_der(&der).unwrap();
    assert_eq!(CertificateRequest::try_from(&theirs).unwrap().der(), der);
}
