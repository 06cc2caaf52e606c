//! The format itself: what RFC 5280 asks of every certificate and a strict reader would refuse.

use kanta_conformance::{Citation, Date, InForce, Level, Outcome, Row, Text, Value, text};

use super::dns::{self, Shape};
use super::documents::RFC_5280;
use super::{Entry, Facts, Run, guide};
use crate::extension::AltName;
use crate::oddity::OddityKind;

/// The bit of a kind of oddity in the facts.
pub(super) const fn bit(kind: OddityKind) -> u32 {
    1 << (kind as u8)
}

/// One row for each kind of oddity; the section in which RFC 5280 speaks of it, or names DER.
macro_rules! row {
    (
        $id:literal, $section:literal, $kind:ident,
        $en:literal, $fi:literal, $sv:literal, $purpose:expr
    ) => {
        Entry {
            run: Run::Always,
            row: Row {
                requirement: &guide(concat!("rfc-5280/", $id))
                    .with_citations(&[Citation::page(&RFC_5280, $section)])
                    .with_statement(text! { en: $en, fi: $fi, sv: $sv })
                    .with_fault(OddityKind::$kind.name())
                    .with_remedy(REPLACE)
                    .with_purpose($purpose)
                    .with_level(Level::Should)
                    .with_in_force(InForce::from(Date::constant(2008, 5, 1))),
                check: |facts| check(facts, OddityKind::$kind),
            },
        }
    };
}

const REPLACE: Text = text! {
    en: "have it made anew: strict software will refuse it",
    fi: "teetä se uudelleen: tiukka ohjelmisto hylkää sen",
    sv: "låt göra om det: strikt programvara avvisar det",
};

pub(super) static ROWS: [Entry; 15] = [
    DNS_NAME_IS_NONE,
    row!(
        "serial-number-not-positive",
        "4.1.2.2",
        SerialNotPositive,
        "the certificate's own serial number is positive",
        "varmenteen oma sarjanumero on positiivinen",
        "certifikatets eget serienummer är positivt",
        text! {
            en: "a list of revoked certificates names them by this number, and not all software handles a zero or a negative one alike",
            fi: "sulkulista nimeää varmenteet tällä numerolla, eivätkä kaikki ohjelmistot käsittele nollaa tai negatiivista lukua samoin",
            sv: "en spärrlista anger certifikat med detta nummer, och all programvara hanterar inte noll eller ett negativt tal på samma sätt",
        }
    ),
    row!(
        "serial-number-too-long",
        "4.1.2.2",
        SerialTooLong,
        "the certificate's own serial number takes at most 20 octets",
        "varmenteen oma sarjanumero on enintään 20 tavua pitkä",
        "certifikatets eget serienummer är högst 20 byte",
        text! {
            en: "software need only handle up to 20 octets: a longer number may be cut or refused",
            fi: "ohjelmiston tarvitsee käsitellä enintään 20 tavua: pidempi numero voidaan katkaista tai hylätä",
            sv: "programvara behöver bara hantera högst 20 byte: ett längre nummer kan kapas eller avvisas",
        }
    ),
    row!(
        "trailing-bytes",
        "4.1",
        TrailingBytes,
        "nothing follows the end of a structure",
        "rakenteen lopun jälkeen ei ole mitään",
        "inget följer efter slutet av en struktur",
        text! {
            en: "what follows the end belongs to nothing: one program passes over it, another reads it",
            fi: "lopun jälkeinen osa ei kuulu mihinkään: yksi ohjelma ohittaa sen, toinen lukee sen",
            sv: "det som följer efter slutet hör inte till något: ett program hoppar över det, ett annat läser det",
        }
    ),
    row!(
        "extension-twice",
        "4.2",
        DuplicateExtension,
        "each extension stands there once",
        "kukin laajennus on vain kerran",
        "varje tillägg finns en gång",
        text! {
            en: "if two say different things, it is not clear which one counts",
            fi: "jos kaksi sanoo eri asioita, ei ole selvää, kumpi pätee",
            sv: "om två säger olika saker är det oklart vilket som gäller",
        }
    ),
    row!(
        "critical-extension-unknown",
        "4.2",
        UnknownCriticalExtension,
        "software that does not know a critical extension refuses the certificate",
        "ohjelmisto, joka ei tunne kriittistä laajennusta, hylkää varmenteen",
        "programvara som inte känner ett kritiskt tillägg avvisar certifikatet",
        text! {
            en: "a critical extension can restrict the use of the certificate, and whoever does not know it cannot tell how",
            fi: "kriittinen laajennus voi rajoittaa varmenteen käyttöä, eikä se, joka ei tunne sitä, voi tietää miten",
            sv: "ett kritiskt tillägg kan begränsa användningen av certifikatet, och den som inte känner det kan inte veta hur",
        }
    ),
    row!(
        "alternative-name-empty",
        "4.2.1.6",
        EmptyAlternativeName,
        "a subject alternative name has at least one entry",
        "vaihtoehtoisissa nimissä on ainakin yksi nimi",
        "de alternativa namnen är minst ett",
        text! {
            en: "the extension is there to name the holder; an empty list names nobody",
            fi: "laajennus on haltijan nimeämistä varten; tyhjä luettelo ei nimeä ketään",
            sv: "tillägget finns för att namnge innehavaren; en tom lista namnger ingen",
        }
    ),
    row!(
        "alternative-name-unreadable",
        "4.2.1.6",
        UnreadableAlternativeName,
        "each alternative name has the form of its type",
        "kukin vaihtoehtoinen nimi on tyyppinsä muotoinen",
        "varje alternativt namn har sin typs form",
        text! {
            en: "a name that software cannot read cannot be compared with the one that it expects",
            fi: "nimeä, jota ohjelmisto ei voi lukea, ei voi verrata odotettuun",
            sv: "ett namn som programvara inte kan läsa kan inte jämföras med det väntade",
        }
    ),
    row!(
        "dns-name-not-ascii",
        "4.2.1.6",
        NonAsciiDnsName,
        "a DNS name among the alternative names holds ASCII characters only",
        "vaihtoehtoisten nimien DNS-nimessä on vain ASCII-merkkejä",
        "ett DNS-namn bland de alternativa namnen har bara ASCII-tecken",
        text! {
            en: "DNS names are compared in ASCII; an internationalised name has a form of its own for that",
            fi: "DNS-nimiä verrataan ASCII-merkein; kansainvälistetyllä nimellä on sitä varten oma muotonsa",
            sv: "DNS-namn jämförs i ASCII; ett internationaliserat namn har en egen form för det",
        }
    ),
    row!(
        "extended-key-usage-empty",
        "4.2.1.12",
        EmptyExtendedKeyUsage,
        "an extended key usage names at least one purpose",
        "laajennetussa avaimen käytössä on ainakin yksi tarkoitus",
        "en utökad nyckelanvändning anger minst ett ändamål",
        text! {
            en: "an empty list would allow no purpose at all, and some software might take it for no limit",
            fi: "tyhjä luettelo ei sallisi mitään tarkoitusta, ja jokin ohjelmisto voisi tulkita, ettei rajoitusta ole",
            sv: "en tom lista skulle inte tillåta något ändamål alls, och någon programvara kunde tolka den som ingen begränsning",
        }
    ),
    row!(
        "extension-unreadable",
        "4.2",
        UnreadableExtension,
        "each extension has the form of its type",
        "kukin laajennus on tyyppinsä muotoinen",
        "varje tillägg har sin typs form",
        text! {
            en: "the limits and data of an extension are lost on software that cannot read it",
            fi: "laajennuksen rajoitukset ja tiedot jäävät huomaamatta ohjelmistolta, joka ei voi lukea sitä",
            sv: "ett tilläggs begränsningar och uppgifter går förlorade för programvara som inte kan läsa det",
        }
    ),
    row!(
        "name-unreadable",
        "4.1.2.4",
        UnreadableName,
        "each attribute of a name is text of its string type",
        "nimen jokainen osa on merkkijonotyyppinsä mukaista tekstiä",
        "varje del av ett namn är text av sin strängtyp",
        text! {
            en: "a path is found by comparing names; one that cannot be read fits nowhere",
            fi: "varmennepolku löytyy nimiä vertaamalla; nimi, jota ei voi lukea, ei sovi mihinkään",
            sv: "en certifikatkedja hittas genom att namn jämförs; ett namn som inte kan läsas passar ingenstans",
        }
    ),
    row!(
        "encoding-not-der",
        "4.1",
        NotDer,
        "a certificate is encoded in DER",
        "varmenne on DER-muotoinen",
        "ett certifikat är kodat i DER",
        text! {
            en: "in DER the same content is written in one way only, so that the signature is over the same octets for everybody",
            fi: "DER-muodossa sama sisältö kirjoitetaan vain yhdellä tavalla, joten allekirjoitus koskee kaikilla samoja tavuja",
            sv: "i DER skrivs samma innehåll på bara ett sätt, så att signaturen gäller samma byte för alla",
        }
    ),
    row!(
        "version",
        "4.1.2.1",
        Version,
        "a certificate with extensions is of version 3",
        "varmenne, jossa on laajennuksia, on versiota 3",
        "ett certifikat med tillägg är av version 3",
        text! {
            en: "earlier versions have no extensions: software may pass over them, and over the limits that they set",
            fi: "aiemmissa versioissa ei ole laajennuksia: ohjelmisto voi ohittaa ne rajoituksineen",
            sv: "tidigare versioner har inga tillägg: programvara kan hoppa över dem och deras begränsningar",
        }
    ),
    row!(
        "algorithm-mismatch",
        "4.1.1.2",
        AlgorithmMismatch,
        "the signature algorithm is the same in both places",
        "allekirjoitusalgoritmi on sama molemmissa kohdissa",
        "signaturalgoritmen är densamma på båda ställena",
        text! {
            en: "only one of the two places is covered by the signature: without a comparison the other could be changed unnoticed",
            fi: "allekirjoitus kattaa kohdista vain yhden: ilman vertailua toista voisi muuttaa huomaamatta",
            sv: "signaturen täcker bara det ena stället: utan jämförelse kunde det andra ändras obemärkt",
        }
    ),
];

const DNS_NAME_IS_NONE: Entry = Entry {
    run: Run::Always,
    row: Row {
        requirement: &guide("rfc-5280/dns-name-is-none")
            .with_citations(&[Citation::page(&RFC_5280, "4.2.1.6")])
            .with_statement(text! {
                en: "what stands as a DNS name among the alternative names is one; an IP address stands as an IP address",
                fi: "vaihtoehtoisten nimien DNS-nimi on DNS-nimi; IP-osoite on IP-osoitteena",
                sv: "det som står som DNS-namn bland de alternativa namnen är ett; en IP-adress står som IP-adress",
            })
            .with_fault(text! {
                en: "something that is no DNS name stands as one among the alternative names",
                fi: "vaihtoehtoisissa nimissä on DNS-nimenä jotain, mikä ei ole DNS-nimi",
                sv: "bland de alternativa namnen står något som DNS-namn som inte är ett sådant",
            })
            .with_remedy(text! {
                en: "order it with the entry in its own type: an IP address as iPAddress",
                fi: "tilaa se niin, että kukin nimi on omaa tyyppiään: IP-osoite iPAddress-tyyppinä",
                sv: "beställ det med varje namn i sin egen typ: en IP-adress som iPAddress",
            })
            .with_purpose(text! {
                en: "software compares a DNS name with a host name and an address with an address: in the wrong type the entry matches nothing",
                fi: "ohjelmisto vertaa DNS-nimeä palvelimen nimeen ja osoitetta osoitteeseen: väärässä tyypissä nimi ei vastaa mitään",
                sv: "programvara jämför ett DNS-namn med ett värdnamn och en adress med en adress: i fel typ motsvarar namnet ingenting",
            })
            .with_level(Level::Should)
            .with_in_force(InForce::from(Date::constant(2008, 5, 1))),
        check: dns_names,
    },
};

/// A single label is a DNS name to RFC 5280, though not the name of a connection.
fn dns_names(facts: &Facts<'_>) -> Outcome {
    let is_none =
        |name: &&str| name.is_ascii() && dns::shape(name) == Shape::None && !dns::is_label(name);
    let names = facts.content.alt_names().filter_map(|name| match name {
        AltName::Dns(name) => Some(name),
        _ => None,
    });
    let found: Vec<Value> = names.filter(is_none).take(8).map(Value::words).collect();
    if found.is_empty() {
        return Outcome::Satisfied;
    }
    Outcome::violated(Value::List(found), Value::Term(A_NAME))
}

const A_NAME: Text = text! { en: "DNS names only", fi: "vain DNS-nimiä", sv: "bara DNS-namn" };

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
    let place = text! { en: "at byte", fi: "tavussa", sv: "vid byte" };
    let found = Value::About(place, Box::new(Value::Count(at)));
    Outcome::violated(found, Value::Term(AS_IT_SAYS))
}

const AS_IT_SAYS: Text =
    text! { en: "a form as required", fi: "vaadittu muoto", sv: "den form som krävs" };
