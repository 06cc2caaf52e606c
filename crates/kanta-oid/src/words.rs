//! The texts of errors, in the three languages.

use core::fmt;
use kanta_text::{Language, text};

use crate::language::{In, Tell};
use crate::{
    ArcRole, BuildError, BusinessIdError, CheckDigit, Kind, MAX_TEXT_LEN, OidFault, ParseError,
};

impl Tell for ArcRole {
    fn tell(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = match self {
            Self::Root => text! { en: "root", fi: "juuri", sv: "rot" },
            Self::OrganisationCode => {
                text! { en: "organisation code", fi: "organisaatiokoodi", sv: "organisationskod" }
            }
            Self::PractitionerCode => text! {
                en: "practitioner code",
                fi: "ammatinharjoittajan koodi",
                sv: "yrkesutövarens kod",
            },
            Self::PharmacyCode => text! {
                en: "pharmacy code",
                fi: "apteekkikoodi",
                sv: "apotekskod",
            },
            Self::IntermediaryCode => {
                text! { en: "intermediary code", fi: "välittäjän koodi", sv: "förmedlarens kod" }
            }
            Self::UnitNode => text! { en: "unit node", fi: "yksikkösolmu", sv: "enhetsnod" },
            Self::Unit => text! { en: "unit number", fi: "yksikkönumero", sv: "enhetsnummer" },
            Self::AccessPointNode => text! {
                en: "access-point node",
                fi: "liityntäpistesolmu",
                sv: "anslutningspunktsnod",
            },
            Self::Number => text! {
                en: "access-point number",
                fi: "liityntäpisteen numero",
                sv: "anslutningspunktens nummer",
            },
            Self::End => text! { en: "after the end", fi: "lopun jälkeen", sv: "efter slutet" },
            Self::Arc => text! { en: "arc", fi: "solmu", sv: "nod" },
        };
        f.write_str(words.get(language))
    }
}

impl Tell for OidFault {
    fn tell(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = match self {
            Self::Empty => {
                text! { en: "nothing to read", fi: "ei mitään luettavaa", sv: "inget att läsa" }
            }
            Self::TooLong => text! {
                en: "the OID is over 64 characters, more than serialNumber can carry",
                fi: "OID-tunnus on yli 64 merkkiä, enemmän kuin serialNumber voi sisältää",
                sv: "OID-koden är över 64 tecken, mer än serialNumber rymmer",
            },
            Self::UrnPrefix => text! {
                en: "`urn:oid:` stands before the OID",
                fi: "OID-tunnuksen edessä on `urn:oid:`",
                sv: "`urn:oid:` står framför OID-koden",
            },
            Self::EmptyArc => text! { en: "empty", fi: "tyhjä", sv: "tom" },
            Self::LeadingZero => {
                text! { en: "leading zero", fi: "etunolla", sv: "inledande nolla" }
            }
            Self::Blank => text! { en: "blank", fi: "välilyönti", sv: "blanksteg" },
            Self::Sign => text! {
                en: "sign or hyphen",
                fi: "etumerkki tai yhdysmerkki",
                sv: "förtecken eller bindestreck",
            },
            Self::ForeignDigit => text! {
                en: "digit of another script",
                fi: "toisen kirjaimiston numero",
                sv: "siffra ur ett annat skriftsystem",
            },
            Self::Separator => text! {
                en: "another character in place of the dot",
                fi: "pisteen paikalla on toinen merkki",
                sv: "ett annat tecken i stället för punkten",
            },
            Self::Character => text! {
                en: "character that is neither a digit nor a dot",
                fi: "merkki, joka ei ole numero eikä piste",
                sv: "tecken som varken är siffra eller punkt",
            },
            Self::ArcTooLarge => text! {
                en: "over 18446744073709551615",
                fi: "yli 18446744073709551615",
                sv: "över 18446744073709551615",
            },
            Self::SecondArcTooLarge => text! {
                en: "over 39 under 0 or 1",
                fi: "yli 39 solmun 0 tai 1 alla",
                sv: "över 39 under 0 eller 1",
            },
            Self::NonMinimal => text! {
                en: "octets that are not minimal",
                fi: "tavut eivät ole lyhimmässä muodossa",
                sv: "oktetter som inte är minimala",
            },
            Self::Truncated => {
                text! { en: "octets cut short", fi: "tavut katkeavat", sv: "avhuggna oktetter" }
            }
            Self::UnexpectedArc => text! { en: "expected", fi: "pitäisi olla", sv: "ska vara" },
            Self::Missing => text! { en: "missing", fi: "puuttuu", sv: "saknas" },
            Self::Extra => text! {
                en: "nothing may follow",
                fi: "mitään ei saa seurata",
                sv: "inget får följa",
            },
        };
        f.write_str(words.get(language))
    }
}

impl Tell for ParseError {
    fn tell(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fault = In(&self.fault, language);
        if matches!(
            self.fault,
            OidFault::Empty | OidFault::TooLong | OidFault::UrnPrefix
        ) {
            return write!(f, "{fault}");
        }
        write!(f, "{}: {fault}", In(&self.role(), language))?;
        if self.fault == OidFault::UnexpectedArc {
            f.write_str(" ")?;
            one_of(self.expected(), language, f)?;
        }
        let arc = text! { en: "arc", fi: "solmu", sv: "nod" }.get(language);
        let character = if self.in_der {
            text! { en: "octet", fi: "tavu", sv: "oktett" }.get(language)
        } else {
            text! { en: "character", fi: "merkki", sv: "tecken" }.get(language)
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
            i if i == last => {
                f.write_str(text! { en: " or ", fi: " tai ", sv: " eller " }.get(language))?
            }
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
            Self::NumbersExhausted => f.write_str(
                text! {
                    en: "the owner has no higher access-point number left",
                    fi: "omistajalla ei ole suurempaa liityntäpisteen numeroa jäljellä",
                    sv: "ägaren har inget högre anslutningspunktsnummer kvar",
                }
                .get(language),
            ),
        }
    }
}

impl Tell for BusinessIdError {
    fn tell(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            text! {
                en: "expected a business ID such as `1234567-1` or `12345671`",
                fi: "pitäisi olla Y-tunnus, esimerkiksi `1234567-1` tai `12345671`",
                sv: "ska vara ett FO-nummer, till exempel `1234567-1` eller `12345671`",
            }
            .get(language),
        )
    }
}

impl Tell for CheckDigit {
    fn tell(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self, language) {
            (Self::Right, _) => f.write_str(
                text! {
                    en: "the check digit is right",
                    fi: "tarkistusnumero on oikein",
                    sv: "kontrollsiffran är rätt",
                }
                .get(language),
            ),
            (Self::Wrong { expected }, Language::En) => {
                write!(f, "the check digit should be `{expected}`")
            }
            (Self::Wrong { expected }, Language::Fi) => {
                write!(f, "tarkistusnumeron pitäisi olla `{expected}`")
            }
            (Self::Wrong { expected }, Language::Sv) => {
                write!(f, "kontrollsiffran ska vara `{expected}`")
            }
            (Self::NotIssued, _) => f.write_str(
                text! {
                    en: "no business ID is issued with these seven digits",
                    fi: "näillä seitsemällä numerolla ei anneta Y-tunnusta",
                    sv: "inget FO-nummer ges med dessa sju siffror",
                }
                .get(language),
            ),
        }
    }
}

impl Tell for Kind {
    fn tell(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = match self {
            Self::AccessPoint => text! {
                en: "access point",
                fi: "liityntäpiste",
                sv: "anslutningspunkt",
            },
            Self::Organisation => text! {
                en: "organisation",
                fi: "organisaatio",
                sv: "organisation",
            },
            Self::OperatingUnit => {
                text! { en: "operating unit", fi: "toimintayksikkö", sv: "verksamhetsenhet" }
            }
            Self::ServiceUnit => text! {
                en: "service unit",
                fi: "palveluyksikkö",
                sv: "serviceenhet",
            },
            Self::Practitioner => text! {
                en: "self-employed practitioner",
                fi: "itsenäinen ammatinharjoittaja",
                sv: "självständig yrkesutövare",
            },
            Self::Pharmacy => text! { en: "pharmacy", fi: "apteekki", sv: "apotek" },
            Self::Intermediary => {
                text! { en: "Kanta intermediary", fi: "Kanta-välittäjä", sv: "Kanta-förmedlare" }
            }
            Self::Document => text! { en: "document", fi: "asiakirja", sv: "dokument" },
            Self::Controller => text! {
                en: "controller of a register",
                fi: "rekisterinpitäjä",
                sv: "personuppgiftsansvarig",
            },
            Self::Register => {
                text! { en: "root of a register", fi: "rekisterin juuri", sv: "registerrot" }
            }
            Self::CodeSet => text! {
                en: "code set of the national code service",
                fi: "kansallisen koodistopalvelun koodisto",
                sv: "kodverk i den nationella kodtjänsten",
            },
            Self::OtherNode => text! {
                en: "another node in a Kanta register",
                fi: "muu solmu Kanta-rekisterissä",
                sv: "annan nod i ett Kanta-register",
            },
            Self::Foreign => text! {
                en: "outside the Kanta registers",
                fi: "Kanta-rekisterien ulkopuolella",
                sv: "utanför Kanta-registren",
            },
        };
        f.write_str(words.get(language))
    }
}
