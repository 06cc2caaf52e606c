//! The texts of errors, in the three languages.

use core::fmt;

use crate::language::{In, Language, Tell};
use crate::{BuildError, Fault, MAX_TEXT_LEN, ParseError, Role};

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
            Self::Empty => language.pick("the text is empty", "teksti on tyhjä", "texten är tom"),
            Self::TooLong => language.pick(
                "the text is over 64 characters, more than serialNumber can carry",
                "teksti on yli 64 merkkiä, enemmän kuin serialNumber voi sisältää",
                "texten är över 64 tecken, mer än serialNumber rymmer",
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
            Self::UnexpectedArc => language.pick("expected", "pitäisi olla", "ska vara"),
            Self::Missing => language.pick("missing", "puuttuu", "saknas"),
            Self::Extra => language.pick("the text goes on", "teksti jatkuu", "texten fortsätter"),
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
        let character = language.pick("character", "merkki", "tecken");
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
            Self::NumbersExhausted => f.write_str(language.pick(
                "the owner has no higher access-point number left",
                "omistajalla ei ole suurempaa liityntäpisteen numeroa jäljellä",
                "ägaren har inget högre anslutningspunktsnummer kvar",
            )),
        }
    }
}
