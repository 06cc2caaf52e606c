//! Lists of revoked certificates: what their entries hold, whom they are for, and where they break off.

use crate::common::tlv;
use crate::path_chains::{Made, good, letters, question, said};
use kanta_cert::{Certificate, Crl, CrlError, CrlObstacle, TrustStore};
use kanta_conformance::Language;
use kanta_testkit::{SERIAL, TestKey, crl};

/// The OIDs of section 5.3 of RFC 5280, and one that nobody knows.
const REASON: [u8; 3] = [0x55, 0x1d, 21];
const INVALIDITY_DATE: [u8; 3] = [0x55, 0x1d, 24];
const CERTIFICATE_ISSUER: [u8; 3] = [0x55, 0x1d, 29];
const UNKNOWN: [u8; 3] = [0x55, 0x1d, 99];

/// A list with one entry, which has one extension.
fn with_entry(oid: [u8; 3], critical: bool, value: &[u8]) -> Vec<u8> {
    let flag: &[u8] = if critical { &[1, 1, 0xff] } else { &[] };
    let extension = tlv(0x30, &[&tlv(6, &[&oid]), flag, &tlv(4, &[value])]);
    let time = |text: &[u8; 13]| tlv(0x17, &[text]);
    let entry = tlv(
        0x30,
        &[
            &tlv(2, &[&SERIAL]),
            &time(b"251120100000Z"),
            &tlv(0x30, &[&extension]),
        ],
    );
    let number = tlv(
        0x30,
        &[&tlv(6, &[&[0x55, 0x1d, 20]]), &tlv(4, &[&[2, 1, 1]])],
    );
    let algorithm = tlv(
        0x30,
        &[&tlv(6, &[&[0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2]])],
    );
    let list = tlv(
        0x30,
        &[
            &[2, 1, 1],
            &algorithm,
            &tlv(0x30, &[]),
            &time(b"251130220000Z"),
            &time(b"251202220000Z"),
            &tlv(0x30, &[&entry]),
            &tlv(0xa0, &[&tlv(0x30, &[&number])]),
        ],
    );
    tlv(0x30, &[&list, &algorithm, &[3, 2, 0, 0x5a]])
}

#[test]
fn an_entry_is_read_as_far_as_its_extensions_are_known() {
    let date = tlv(0x18, &[b"20251119100000Z"]);
    let issuer = tlv(0x30, &[&tlv(0x82, &[b"other.example"])]);
    let (critical, indirect) = (CrlObstacle::CriticalExtension, CrlObstacle::Indirect);
    for (words, der, expected) in [
        ("a reason", with_entry(REASON, false, &[10, 1, 1]), None),
        (
            "a reason that is none",
            with_entry(REASON, false, &[10, 1, 7]),
            Some(CrlObstacle::Unprocessed),
        ),
        ("a date", with_entry(INVALIDITY_DATE, false, &date), None),
        (
            "a critical date",
            with_entry(INVALIDITY_DATE, true, &date),
            None,
        ),
        (
            "another issuer",
            with_entry(CERTIFICATE_ISSUER, true, &issuer),
            Some(indirect),
        ),
        (
            "another issuer, not critical",
            with_entry(CERTIFICATE_ISSUER, false, &issuer),
            Some(indirect),
        ),
        (
            "something unknown",
            with_entry(UNKNOWN, false, &[5, 0]),
            None,
        ),
        (
            "something unknown and critical",
            with_entry(UNKNOWN, true, &[5, 0]),
            Some(critical),
        ),
    ] {
        let list = Crl::from_der(&der).unwrap();
        assert_eq!(list.obstacle(), expected, "{words}");
    }
}

#[test]
fn a_list_that_breaks_off_is_told_of_where_it_does() {
    let der = crl().this_update("no time").der();
    let at = der.windows(2).position(|it| it == [0x18, 7]).unwrap();
    assert_eq!(
        Crl::read_all(&der).unwrap_err(),
        CrlError::Broken { offset: at }
    );
}

/// A relative distinguished name of one attribute, whose type is 2.5.4.n.
fn attribute(last: u8, tag: u8, text: &str) -> Vec<u8> {
    let kind = tlv(6, &[&[0x55, 4, last]]);
    let pair = tlv(0x30, &[&kind, &tlv(tag, &[text.as_bytes()])]);
    tlv(0x31, &[&pair])
}

/// A name like that of the issuing CA.
fn name(country: &str, common_name: &str) -> Vec<u8> {
    tlv(
        0x30,
        &[
            &attribute(6, 0x13, country),
            &attribute(10, 0x0c, "Digi- ja vaestotietovirasto CA"),
            &attribute(11, 0x0c, "Sosiaali- ja terveydenhuollon palveluvarmenteet"),
            &attribute(3, 0x0c, common_name),
        ],
    )
}

/// What is said of revocation where the CA's list is published at a place that is a name.
fn revocation_with_point(directory_name: &[u8]) -> (char, [String; 3]) {
    let point = tlv(0xa0, &[&tlv(0xa0, &[&tlv(0xa4, &[directory_name])])]);
    let list = crl()
        .issuer_key(TestKey::P256)
        .extension("2.5.29.28", true, &tlv(0x30, &[&point]));
    let made = Made::new(&good());
    let mut store = TrustStore::new();
    store.trust("root", made.root.as_bytes()).unwrap();
    let (ca, root_crl) = (made.ca.unwrap(), made.root_crl.unwrap());
    store.add_intermediates("ca", ca.as_bytes()).unwrap();
    store.add_crls("root list", root_crl.as_bytes()).unwrap();
    store.add_crls("list", &list.der()).unwrap();
    let certificate = Certificate::from_pem_or_der(made.end_entity.as_bytes()).unwrap();
    let outcomes = store.outcomes(&certificate, &question());
    (
        letters(&outcomes).chars().nth(6).unwrap(),
        Language::ALL.map(|language| said(&outcomes[6].1, language)),
    )
}

/// Section 6.3.3 (b) (2) (i) of RFC 5280.
#[test]
fn a_list_published_at_its_issuers_own_name_is_for_all_its_certificates() {
    let ca = "DVV Social Welfare and Healthcare Service Certificates - G3E";
    assert_eq!(revocation_with_point(&name("FI", ca)).0, 'S');
    for other in [name("SE", ca), name("FI", "Another CA")] {
        let (letter, told) = revocation_with_point(&other);
        assert_eq!(letter, 'U');
        for (told, words) in told.iter().zip([
            "the list given is for other certificates of its issuer",
            "annettu lista koskee muita saman myöntäjän varmenteita",
            "den angivna listan gäller andra certifikat av samma utfärdare",
        ]) {
            assert!(told.starts_with(words), "{told}");
        }
    }
}
