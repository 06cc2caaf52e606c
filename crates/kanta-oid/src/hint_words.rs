//! The texts of a diagnosis and its hints, in the three languages.

use core::fmt;
use kanta_text::{Escaped, Language, text};

use crate::language::{In, Tell};
use crate::{Diagnosis, Hint, OidFault, OidForm};

/// No more of the text than this is shown.
const SHOWN: usize = 40;

impl Tell for Diagnosis<'_> {
    fn tell(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", In(&self.error(), language))?;
        if self.fault() == OidFault::UrnPrefix || self.found().is_empty() {
            return Ok(());
        }
        write!(
            f,
            ", {} `",
            text! { en: "found", fi: "tässä on", sv: "här står" }.get(language)
        )?;
        let mut chars = self.found().chars();
        for c in chars.by_ref().take(SHOWN) {
            show(c, f)?;
        }
        f.write_str(if chars.next().is_some() { "…`" } else { "`" })
    }
}

/// Shows one character of the user's text; blanks that look like a space are escaped, too.
fn show(c: char, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if c != ' ' && c.is_whitespace() {
        write!(f, "{}", c.escape_debug())
    } else {
        write!(f, "{}", Escaped(c.encode_utf8(&mut [0; 4])))
    }
}

impl Tell for Hint {
    fn tell(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use Language::{En, Fi, Sv};
        match (*self, language) {
            (Self::UrnPrefix, _) => f.write_str(
                text! {
                    en: "leave out `urn:oid:`",
                    fi: "jätä `urn:oid:` pois",
                    sv: "utelämna `urn:oid:`",
                }
                .get(language),
            ),
            (Self::BlanksAround, _) => f.write_str(
                text! {
                    en: "leave out the blanks around the OID",
                    fi: "poista välilyönnit OID-tunnuksen ympäriltä",
                    sv: "ta bort blankstegen kring OID-koden",
                }
                .get(language),
            ),
            (Self::BlankInside { position }, _) => {
                let at = position.saturating_add(1);
                match language {
                    En => write!(f, "leave out the blank at character {at}"),
                    Fi => write!(f, "poista välilyönti merkin {at} kohdalta"),
                    Sv => write!(f, "ta bort blanksteget vid tecken {at}"),
                }?;
                f.write_str(
                    text! {
                        en: " (where the guide prints one after `10.`, that is typesetting)",
                        fi: " (oppaassa solmun `10.` jälkeen oleva väli on ladontaa)",
                        sv: " (mellanrummet efter `10.` i anvisningen är sättning)",
                    }
                    .get(language),
                )
            }
            (Self::Separator { found, position }, _) => {
                f.write_str(
                    text! {
                        en: "write a dot in place of `",
                        fi: "kirjoita piste merkin `",
                        sv: "skriv en punkt i stället för `",
                    }
                    .get(language),
                )?;
                show(found, f)?;
                let at = position.saturating_add(1);
                match language {
                    En => write!(f, "` at character {at}"),
                    Fi => write!(f, "` tilalle (merkki {at})"),
                    Sv => write!(f, "` vid tecken {at}"),
                }
            }
            (
                Self::ForeignDigit {
                    found,
                    digit,
                    position,
                },
                _,
            ) => {
                let at = position.saturating_add(1);
                match language {
                    En => write!(f, "write `{digit}` in place of `{found}` at character {at}"),
                    Fi => write!(
                        f,
                        "kirjoita `{digit}` merkin `{found}` tilalle (merkki {at})"
                    ),
                    Sv => write!(f, "skriv `{digit}` i stället för `{found}` vid tecken {at}"),
                }
            }
            (Self::BusinessIdHyphen { code }, En) => {
                write!(f, "write the business ID without its hyphen: `{code}`")
            }
            (Self::BusinessIdHyphen { code }, Fi) => {
                write!(f, "kirjoita Y-tunnus ilman yhdysmerkkiä: `{code}`")
            }
            (Self::BusinessIdHyphen { code }, Sv) => {
                write!(f, "skriv FO-numret utan bindestreck: `{code}`")
            }
            (Self::BusinessIdZero { code }, En) => {
                write!(f, "drop the business ID's leading zero: `{code}`")
            }
            (Self::BusinessIdZero { code }, Fi) => {
                write!(f, "jätä Y-tunnuksen etunolla pois: `{code}`")
            }
            (Self::BusinessIdZero { code }, Sv) => {
                write!(f, "utelämna FO-numrets inledande nolla: `{code}`")
            }
            (Self::LeadingZero { role, value }, _) => {
                write!(f, "{}: ", In(&role, language))?;
                match language {
                    En => write!(f, "write `{value}` without a leading zero"),
                    Fi => write!(f, "kirjoita `{value}` ilman etunollaa"),
                    Sv => write!(f, "skriv `{value}` utan inledande nolla"),
                }
            }
            (Self::TrailingDot, _) => f.write_str(
                text! {
                    en: "leave out the dot at the end",
                    fi: "poista piste lopusta",
                    sv: "ta bort punkten i slutet",
                }
                .get(language),
            ),
            (Self::WrongNode { found }, En) => {
                write!(f, "access points stand in node `13`, not in `{found}`")
            }
            (Self::WrongNode { found }, Fi) => {
                write!(
                    f,
                    "liityntäpisteet ovat solmussa `13`, eivät solmussa `{found}`"
                )
            }
            (Self::WrongNode { found }, Sv) => {
                write!(
                    f,
                    "anslutningspunkter finns i nod `13`, inte i nod `{found}`"
                )
            }
            (Self::NumberMissing { owner }, En) => {
                write!(
                    f,
                    "in full: `{owner}.13.n`, where n is the access-point number"
                )
            }
            (Self::NumberMissing { owner }, Fi) => {
                write!(
                    f,
                    "kokonaan: `{owner}.13.n`, jossa n on liityntäpisteen numero"
                )
            }
            (Self::NumberMissing { owner }, Sv) => {
                write!(
                    f,
                    "i sin helhet: `{owner}.13.n`, där n är anslutningspunktens nummer"
                )
            }
            (Self::UnitMissing { form }, _) => {
                f.write_str(
                    text! {
                        en: "under this root a unit is needed",
                        fi: "tämän juuren alla tarvitaan yksikkö",
                        sv: "under denna rot behövs en enhet",
                    }
                    .get(language),
                )?;
                write!(f, ": `{}`; ", form.pattern())?;
                f.write_str(
                    text! {
                        en: "forms without a unit",
                        fi: "muodot ilman yksikköä",
                        sv: "former utan enhet",
                    }
                    .get(language),
                )?;
                patterns(false, f)
            }
            (Self::UnitNotInForm { form }, _) => {
                f.write_str(
                    text! {
                        en: "under this root there is no unit",
                        fi: "tämän juuren alla ei ole yksikköä",
                        sv: "under denna rot finns ingen enhet",
                    }
                    .get(language),
                )?;
                write!(f, ": `{}`; ", form.pattern())?;
                f.write_str(
                    text! {
                        en: "forms with a unit",
                        fi: "muodot, joissa on yksikkö",
                        sv: "former med enhet",
                    }
                    .get(language),
                )?;
                patterns(true, f)
            }
            (Self::ExtraUnitArcs { count }, En) => {
                write!(
                    f,
                    "the unit number is one arc: {count} too many before node `13`"
                )
            }
            (Self::ExtraUnitArcs { count }, Fi) => {
                write!(
                    f,
                    "yksikkönumero on yksi solmu: {count} liikaa ennen solmua `13`"
                )
            }
            (Self::ExtraUnitArcs { count }, Sv) => {
                write!(
                    f,
                    "enhetsnumret är en nod: {count} för mycket före nod `13`"
                )
            }
            (Self::UnknownRoot { has_unit }, _) => {
                f.write_str(
                    text! {
                        en: "the end fits another root",
                        fi: "loppuosa sopii toiseen juureen",
                        sv: "slutet passar en annan rot",
                    }
                    .get(language),
                )?;
                patterns(has_unit, f)
            }
            (Self::OtherKind(kind), _) => {
                let kind = In(&kind, language);
                match language {
                    En => write!(f, "kind of OID: {kind}, not an access point"),
                    Fi => write!(f, "tunnuksen laji: {kind}, ei liityntäpiste"),
                    Sv => write!(f, "kodens slag: {kind}, inte en anslutningspunkt"),
                }
            }
        }
    }
}

/// The forms with a unit or those without.
fn patterns(has_unit: bool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut before = ": ";
    for form in OidForm::ALL
        .into_iter()
        .filter(|form| form.has_unit() == has_unit)
    {
        write!(f, "{before}`{}`", form.pattern())?;
        before = ", ";
    }
    Ok(())
}
