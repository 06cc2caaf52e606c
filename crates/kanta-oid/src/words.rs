//! The texts of errors, in the three languages.

use core::fmt;

use crate::language::{In, Language, Tell};
use crate::{BuildError, BusinessIdError, CheckDigit, Fault, Kind, MAX_TEXT_LEN, ParseError, Role};

impl Tell for Role {
    fn tell(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Root => language.pick("root", "juuri", "rot"),
            Self::OrganisationCode => {
                language.pick("organisation code", "organisaatiokoodi", "organisationskod")
            }
            Self::PractitionerCode => language.pick(
                "practitioner code",
                "ammatinharjoittajan koodi",
                "yrkesutövarens kod",
            ),
            Self::PharmacyCode => language.pick("pharmacy code", "apteekkikoodi", "apotekskod"),
            Self::IntermediaryCode => {
                language.pick("intermediary code", "välittäjän koodi", "förmedlarens kod")
            }
            Self::UnitNode => language.pick("unit node", "yksikkösolmu", "enhetsnod"),
            Self::Unit => language.pick("unit number", "yksikkönumero", "enhetsnummer"),
            Self::AccessPointNode => language.pick(
                "access-point node",
                "liityntäpistesolmu",
                "anslutningspunktsnod",
            ),
            Self::Number => language.pick(
                "access-point number",
                "liityntäpisteen numero",
                "anslutningspunktens nummer",
            ),
            Self::End => language.pick("after the end", "lopun jälkeen", "efter slutet"),
            Self::Arc => language.pick("arc", "solmu", "nod"),
        })
    }
}

impl Tell for Fault {
    fn tell(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => {
                language.pick("nothing to read", "ei mitään luettavaa", "inget att läsa")
            }
            Self::TooLong => language.pick(
                "the OID is over 64 characters, more than serialNumber can carry",
                "OID-tunnus on yli 64 merkkiä, enemmän kuin serialNumber voi sisältää",
                "OID-koden är över 64 tecken, mer än serialNumber rymmer",
            ),
            Self::UrnPrefix => language.pick(
                "`urn:oid:` stands before the OID",
                "OID-tunnuksen edessä on `urn:oid:`",
                "`urn:oid:` står framför OID-koden",
            ),
            Self::EmptyArc => language.pick("empty", "tyhjä", "tom"),
            Self::LeadingZero => language.pick("leading zero", "etunolla", "inledande nolla"),
            Self::Blank => language.pick("blank", "välilyönti", "blanksteg"),
            Self::Sign => language.pick(
                "sign or hyphen",
                "etumerkki tai yhdysmerkki",
                "förtecken eller bindestreck",
            ),
            Self::ForeignDigit => language.pick(
                "digit of another script",
                "toisen kirjaimiston numero",
                "siffra ur ett annat skriftsystem",
            ),
            Self::Separator => language.pick(
                "another character in place of the dot",
                "pisteen paikalla on toinen merkki",
                "ett annat tecken i stället för punkten",
            ),
            Self::Character => language.pick(
                "character that is neither a digit nor a dot",
                "merkki, joka ei ole numero eikä piste",
                "tecken som varken är siffra eller punkt",
            ),
            Self::ArcTooLarge => language.pick(
                "over 18446744073709551615",
                "yli 18446744073709551615",
                "över 18446744073709551615",
            ),
            Self::SecondArcTooLarge => language.pick(
                "over 39 under 0 or 1",
                "yli 39 solmun 0 tai 1 alla",
                "över 39 under 0 eller 1",
            ),
            Self::NonMinimal => language.pick(
                "octets that are not minimal",
                "tavut eivät ole lyhimmässä muodossa",
                "oktetter som inte är minimala",
            ),
            Self::Truncated => {
                language.pick("octets cut short", "tavut katkeavat", "avhuggna oktetter")
            }
            Self::UnexpectedArc => language.pick("expected", "pitäisi olla", "ska vara"),
            Self::Missing => language.pick("missing", "puuttuu", "saknas"),
            Self::Extra => language.pick(
                "nothing may follow",
                "mitään ei saa seurata",
                "inget får följa",
            ),
        })
    }
}

impl Tell for ParseError {
    fn tell(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fault = In(&self.fault, language);
        if matches!(self.fault, Fault::Empty | Fault::TooLong | Fault::UrnPrefix) {
            return write!(f, "{fault}");
        }
        write!(f, "{}: {fault}", In(&self.role(), language))?;
        if self.fault == Fault::UnexpectedArc {
            f.write_str(" ")?;
            one_of(self.expected(), language, f)?;
        }
        let arc = language.pick("arc", "solmu", "nod");
        let character = if self.in_der {
            language.pick("octet", "tavu", "oktett")
        } else {
            language.pick("character", "merkki", "tecken")
        };
        let (n, at) = (
            self.arc().saturating_add(1),
            self.offset().saturating_add(1),
        );
        write!(f, " ({arc} {n}, {character} {at})")
    }
}

/// `10`, `537` or `553`.
fn one_of(values: &[u64], language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let last = values.len().saturating_sub(1);
    for (i, value) in values.iter().enumerate() {
        match i {
            0 => {}
            i if i == last => f.write_str(language.pick(" or ", " tai ", " eller "))?,
            _ => f.write_str(", ")?,
        }
        write!(f, "`{value}`")?;
    }
    Ok(())
}

impl Tell for BuildError {
    fn tell(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong { length } => match language {
                Language::En => write!(
                    f,
                    "the OID would have {length} characters, over {MAX_TEXT_LEN}"
                ),
                Language::Fi => write!(
                    f,
                    "OID-tunnuksessa olisi {length} merkkiä, yli {MAX_TEXT_LEN}"
                ),
                Language::Sv => write!(
                    f,
                    "OID-koden skulle ha {length} tecken, över {MAX_TEXT_LEN}"
                ),
            },
            Self::ArcOver32Bits { arc } => match language {
                Language::En => write!(f, "the arc `{arc}` does not fit in 32 bits"),
                Language::Fi => write!(f, "solmu `{arc}` ei mahdu 32 bittiin"),
                Language::Sv => write!(f, "noden `{arc}` ryms inte i 32 bitar"),
            },
            Self::NumbersExhausted => f.write_str(language.pick(
                "the owner has no higher access-point number left",
                "omistajalla ei ole suurempaa liityntäpisteen numeroa jäljellä",
                "ägaren har inget högre anslutningspunktsnummer kvar",
            )),
        }
    }
}

impl Tell for BusinessIdError {
    fn tell(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(language.pick(
            "expected a business ID such as `1234567-1` or `12345671`",
            "pitäisi olla Y-tunnus, esimerkiksi `1234567-1` tai `12345671`",
            "ska vara ett FO-nummer, till exempel `1234567-1` eller `12345671`",
        ))
    }
}

impl Tell for CheckDigit {
    fn tell(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self, language) {
            (Self::Right, _) => f.write_str(language.pick(
                "the check digit is right",
                "tarkistusnumero on oikein",
                "kontrollsiffran är rätt",
            )),
            (Self::Wrong { expected }, Language::En) => {
                write!(f, "the check digit should be `{expected}`")
            }
            (Self::Wrong { expected }, Language::Fi) => {
                write!(f, "tarkistusnumeron pitäisi olla `{expected}`")
            }
            (Self::Wrong { expected }, Language::Sv) => {
                write!(f, "kontrollsiffran ska vara `{expected}`")
            }
            (Self::NotIssued, _) => f.write_str(language.pick(
                "no business ID is issued with these seven digits",
                "näillä seitsemällä numerolla ei anneta Y-tunnusta",
                "inget FO-nummer ges med dessa sju siffror",
            )),
        }
    }
}

impl Tell for Kind {
    fn tell(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::AccessPoint => language.pick("access point", "liityntäpiste", "anslutningspunkt"),
            Self::Organisation => language.pick("organisation", "organisaatio", "organisation"),
            Self::OperatingUnit => {
                language.pick("operating unit", "toimintayksikkö", "verksamhetsenhet")
            }
            Self::ServiceUnit => language.pick("service unit", "palveluyksikkö", "serviceenhet"),
            Self::Practitioner => language.pick(
                "self-employed practitioner",
                "itsenäinen ammatinharjoittaja",
                "självständig yrkesutövare",
            ),
            Self::Pharmacy => language.pick("pharmacy", "apteekki", "apotek"),
            Self::Intermediary => {
                language.pick("Kanta intermediary", "Kanta-välittäjä", "Kanta-förmedlare")
            }
            Self::Document => language.pick("document", "asiakirja", "dokument"),
            Self::Controller => language.pick(
                "controller of a register",
                "rekisterinpitäjä",
                "personuppgiftsansvarig",
            ),
            Self::Register => {
                language.pick("root of a register", "rekisterin juuri", "registerrot")
            }
            Self::CodeSet => language.pick(
                "code set of the national code service",
                "kansallisen koodistopalvelun koodisto",
                "kodverk i den nationella kodtjänsten",
            ),
            Self::OtherNode => language.pick(
                "another node in a Kanta register",
                "muu solmu Kanta-rekisterissä",
                "annan nod i ett Kanta-register",
            ),
            Self::Foreign => language.pick(
                "outside the Kanta registers",
                "Kanta-rekisterien ulkopuolella",
                "utanför Kanta-registren",
            ),
        })
    }
}
