//! Country codes.

use core::fmt;
use core::str::FromStr;

/// A country or territory that has an ISO 3166-1 code of two letters.
///
/// ```
/// use kanta_conformance::Country;
/// assert_eq!("FI".parse::<Country>()?, Country::FINLAND);
/// assert!("UK".parse::<Country>().is_err()); // the code is GB
/// # Ok::<(), kanta_conformance::CountryError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country([u8; 2]);

/// The text is no ISO 3166-1 code of two capital letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a country code of ISO 3166-1: expected two capital letters such as FI")]
#[non_exhaustive]
pub struct CountryError;

/// The codes officially assigned in ISO 3166-1, in order; seen 2026-11.
const CODES: &str = "\
ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCO\
CRCUCVCWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHR\
HTHUIDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMN\
MOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSD\
SESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSYE\
YTZAZMZW";

/// Member states of the European Union since 1.2.2020.
const EUROPEAN_UNION: &str = "ATBEBGCYCZDEDKEEESFIFRGRHRHUIEITLTLULVMTNLPLPTROSESISK";

/// Territories of EU member states that have a code of their own, but for Åland. Whether the guide's "EU area" takes
/// them in is not said there.
const TERRITORIES_OF_MEMBER_STATES: &str = "AWBLBQCWFOGFGLGPMFMQNCPFPMRESXTFWFYT";

fn lists(codes: &str, code: [u8; 2]) -> bool {
    codes
        .as_bytes()
        .chunks_exact(2)
        .any(|listed| listed == code)
}

impl Country {
    /// Finland.
    pub const FINLAND: Self = Self(*b"FI");

    /// Åland, a part of Finland.
    const ALAND: Self = Self(*b"AX");

    /// Whether it is Finland or a part of it: Åland (`AX`) has a code of its own.
    #[must_use]
    pub fn is_part_of_finland(self) -> bool {
        self == Self::FINLAND || self == Self::ALAND
    }

    /// Whether it is a member state of the European Union (since 1.2.2020).
    #[must_use]
    pub fn is_eu_member(self) -> bool {
        lists(EUROPEAN_UNION, self.0)
    }

    /// Whether it is a territory of a member state with a code of its own, such as Greenland (`GL`); Åland is Finland.
    #[must_use]
    pub fn is_territory_of_eu_member(self) -> bool {
        lists(TERRITORIES_OF_MEMBER_STATES, self.0)
    }

    /// The code.
    #[must_use]
    pub fn code(&self) -> &str {
        core::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// Every code of ISO 3166-1, in alphabetical order.
    pub fn all() -> impl Iterator<Item = Self> {
        CODES
            .as_bytes()
            .chunks_exact(2)
            .filter_map(|code| code.try_into().ok().map(Self))
    }
}

impl FromStr for Country {
    type Err = CountryError;

    fn from_str(text: &str) -> Result<Self, CountryError> {
        let code = text.as_bytes().try_into().map_err(|_| CountryError)?;
        if lists(CODES, code) {
            Ok(Self(code))
        } else {
            Err(CountryError)
        }
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Country {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_codes_are_those_of_the_standard() {
        assert_eq!(Country::all().count(), 249);
        assert_eq!(Country::all().filter(|c| c.is_eu_member()).count(), 27);
        assert!(
            Country::all()
                .zip(Country::all().skip(1))
                .all(|(a, b)| a < b)
        );
        for both in Country::all() {
            assert!(
                !(both.is_eu_member() && both.is_territory_of_eu_member()),
                "{both}"
            );
        }
        let finnish = |country: &Country| country.is_part_of_finland();
        assert!(
            Country::all()
                .filter(finnish)
                .eq([Country::ALAND, Country::FINLAND])
        );
        for listed in TERRITORIES_OF_MEMBER_STATES.as_bytes().chunks_exact(2) {
            assert!(lists(CODES, listed.try_into().unwrap()));
        }
    }

    #[test]
    fn other_texts_are_no_country() {
        for text in ["", "F", "fi", "FIN", "UK", "EU", "XX", "IF", "Ä"] {
            assert_eq!(text.parse::<Country>(), Err(CountryError), "{text}");
        }
    }
}
