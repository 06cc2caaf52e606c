//! The format itself: what RFC 5280 asks of every certificate and a strict reader would refuse.

use kanta_conformance::{Citation, Date, InForce, Level, Outcome, Requirement, Row, Text, Value};

use super::documents::RFC_5280;
use super::{Entry, Facts, GUIDE, Run};
use crate::oddity::OddityKind;

/// The bit of a kind of oddity in the facts.
pub(super) const fn bit(kind: OddityKind) -> u32 {
    1 << (kind as u8)
}

/// One row for each kind of oddity; the section in which RFC 5280 speaks of it, or names DER.
macro_rules! row {
    ($id:literal, $section:literal, $kind:ident, $en:literal, $fi:literal, $sv:literal) => {
        Entry {
            run: Run::Always,
            row: Row {
                requirement: Requirement {
                    id: concat!("rfc-5280/", $id),
                    citations: &[Citation::page(&RFC_5280, $section)],
                    statement: Text::new($en, $fi, $sv),
                    fault: OddityKind::$kind.name(),
                    remedy: REPLACE,
                    level: Level::Should,
                    in_force: InForce::from(Date::constant(2008, 5, 1)),
                    ..GUIDE
                },
                check: |facts| check(facts, OddityKind::$kind),
            },
        }
    };
}

const REPLACE: Text = Text::new(
    "have it made anew: strict software will refuse it",
    "teetä se uudelleen: tiukka ohjelmisto hylkää sen",
    "låt göra om det: strikt programvara avvisar det",
);

pub(super) static ROWS: [Entry; 14] = [
    row!(
        "serial-number-not-positive",
        "4.1.2.2",
        SerialNotPositive,
        "the certificate's own serial number is positive",
        "varmenteen oma sarjanumero on positiivinen",
        "certifikatets eget serienummer är positivt"
    ),
    row!(
        "serial-number-too-long",
        "4.1.2.2",
        SerialTooLong,
        "the certificate's own serial number takes at most 20 octets",
        "varmenteen oma sarjanumero on enintään 20 tavua pitkä",
        "certifikatets eget serienummer är högst 20 byte"
    ),
    row!(
        "trailing-bytes",
        "4.1",
        TrailingBytes,
        "nothing follows the end of a structure",
        "rakenteen lopun jälkeen ei ole mitään",
        "inget följer efter slutet av en struktur"
    ),
    row!(
        "extension-twice",
        "4.2",
        DuplicateExtension,
        "each extension stands there once",
        "kukin laajennus on vain kerran",
        "varje tillägg finns en gång"
    ),
    row!(
        "critical-extension-unknown",
        "4.2",
        UnknownCriticalExtension,
        "software that does not know a critical extension refuses the certificate",
        "ohjelmisto, joka ei tunne kriittistä laajennusta, hylkää varmenteen",
        "programvara som inte känner ett kritiskt tillägg avvisar certifikatet"
    ),
    row!(
        "alternative-name-empty",
        "4.2.1.6",
        EmptyAlternativeName,
        "a subject alternative name has at least one entry",
        "vaihtoehtoisissa nimissä on ainakin yksi nimi",
        "de alternativa namnen är minst ett"
    ),
    row!(
        "alternative-name-unreadable",
        "4.2.1.6",
        UnreadableAlternativeName,
        "each alternative name has the form of its type",
        "kukin vaihtoehtoinen nimi on tyyppinsä muotoinen",
        "varje alternativt namn har sin typs form"
    ),
    row!(
        "dns-name-not-ascii",
        "4.2.1.6",
        NonAsciiDnsName,
        "a DNS name among the alternative names holds ASCII characters only",
        "vaihtoehtoisten nimien DNS-nimessä on vain ASCII-merkkejä",
        "ett DNS-namn bland de alternativa namnen har bara ASCII-tecken"
    ),
    row!(
        "extended-key-usage-empty",
        "4.2.1.12",
        EmptyExtendedKeyUsage,
        "an extended key usage names at least one purpose",
        "laajennetussa avaimen käytössä on ainakin yksi tarkoitus",
        "en utökad nyckelanvändning anger minst ett ändamål"
    ),
    row!(
        "extension-unreadable",
        "4.2",
        UnreadableExtension,
        "each extension has the form of its type",
        "kukin laajennus on tyyppinsä muotoinen",
        "varje tillägg har sin typs form"
    ),
    row!(
        "name-unreadable",
        "4.1.2.4",
        UnreadableName,
        "each attribute of a name is text of its string type",
        "nimen jokainen osa on merkkijonotyyppinsä mukaista tekstiä",
        "varje del av ett namn är text av sin strängtyp"
    ),
    row!(
        "encoding-not-der",
        "4.1",
        NotDer,
        "a certificate is encoded in DER",
        "varmenne on DER-muotoinen",
        "ett certifikat är kodat i DER"
    ),
    row!(
        "version",
        "4.1.2.1",
        Version,
        "a certificate with extensions is of version 3",
        "varmenne, jossa on laajennuksia, on versiota 3",
        "ett certifikat med tillägg är av version 3"
    ),
    row!(
        "algorithm-mismatch",
        "4.1.1.2",
        AlgorithmMismatch,
        "the signature algorithm is the same in both places",
        "allekirjoitusalgoritmi on sama molemmissa kohdissa",
        "signaturalgoritmen är densamma på båda ställena"
    ),
];

fn check(facts: &Facts<'_>, kind: OddityKind) -> Outcome {
    if facts.oddities & bit(kind) == 0 {
        return Outcome::Satisfied;
    }
    let at = facts
        .content
        .oddities()
        .iter()
        .find(|oddity| oddity.kind == kind);
    let at = at
        .and_then(|oddity| u64::try_from(oddity.offset).ok())
        .unwrap_or(0);
    let place = Text::new("at byte", "tavussa", "vid byte");
    let found = Value::About(place, Box::new(Value::Count(at)));
    Outcome::violated(found, Value::Term(AS_IT_SAYS))
}

const AS_IT_SAYS: Text = Text::new("a form as required", "vaadittu muoto", "den form som krävs");
