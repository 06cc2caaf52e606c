//! Speeds.

use core::fmt;
use core::str::FromStr;

use crate::Language;

/// A speed in Mbit/s, to three decimals: never rounded, never negative.
///
/// ```
/// use kanta_conformance::{Language, Mbit};
///
/// let speed: Mbit = "9.9".parse()?;
/// assert!(speed < Mbit::whole(10));
/// assert_eq!(speed.display(Language::Fi).to_string(), "9,9");
/// # Ok::<(), kanta_conformance::MbitError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mbit {
    thousandths: u64,
}

impl Mbit {
    /// No speed at all.
    pub const ZERO: Self = Self::whole(0);
    /// The highest one.
    pub const MAX: Self = Self {
        thousandths: u64::MAX,
    };

    /// So many Mbit/s; the highest one where there is none so high.
    #[must_use]
    pub const fn whole(mbit: u64) -> Self {
        Self {
            thousandths: mbit.saturating_mul(1000),
        }
    }

    /// The number alone, with the decimal sign of the language.
    #[must_use]
    pub fn display(self, language: Language) -> impl fmt::Display {
        let sign = match language {
            Language::En => '.',
            Language::Fi | Language::Sv => ',',
        };
        Shown { speed: self, sign }
    }
}

/// The number with a decimal point, as plans have it.
impl fmt::Display for Mbit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.display(Language::En).fmt(f)
    }
}

/// A number of Mbit/s: whole where it is, else with decimals.
#[cfg(feature = "serde")]
impl serde::Serialize for Mbit {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (whole, part) = (self.thousandths / 1000, self.thousandths % 1000);
        if part == 0 {
            return serializer.serialize_u64(whole);
        }
        let decimals = alloc::format!("{self}").parse::<f64>();
        serializer.serialize_f64(decimals.unwrap_or_default())
    }
}

struct Shown {
    speed: Mbit,
    sign: char,
}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let thousandths = self.speed.thousandths;
        let (whole, part) = (thousandths / 1000, thousandths % 1000);
        let sign = self.sign;
        match part {
            0 => write!(f, "{whole}"),
            _ if part % 100 == 0 => write!(f, "{whole}{sign}{}", part / 100),
            _ if part % 10 == 0 => write!(f, "{whole}{sign}{:02}", part / 10),
            _ => write!(f, "{whole}{sign}{part:03}"),
        }
    }
}

/// Why a text is no speed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MbitError;

impl fmt::Display for MbitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a number of Mbit/s with at most three decimals")
    }
}

impl core::error::Error for MbitError {}

/// Digits, and at most three more behind a decimal point; zeros after them count for nothing.
impl FromStr for Mbit {
    type Err = MbitError;

    fn from_str(text: &str) -> Result<Self, MbitError> {
        let (whole, part) = match text.split_once('.') {
            Some((_, "")) => return Err(MbitError),
            Some((whole, part)) => (whole, part.trim_end_matches('0')),
            None => (text, ""),
        };
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || part.len() > 3 || !digits(whole) || !digits(part) {
            return Err(MbitError);
        }
        let number = |text: &str| match text {
            "" => Ok(0),
            _ => text.parse::<u64>().map_err(|_| MbitError),
        };
        let scale = match part.len() {
            0 | 3 => 1,
            1 => 100,
            _ => 10,
        };
        number(whole)?
            .checked_mul(1000)
            .and_then(|it| it.checked_add(number(part).ok()?.checked_mul(scale)?))
            .map(|thousandths| Self { thousandths })
            .ok_or(MbitError)
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;

    #[test]
    fn what_is_read_is_shown_again_without_idle_zeros() {
        for (text, shown) in [
            ("0", "0"),
            ("10", "10"),
            ("9.9", "9.9"),
            ("9.90", "9.9"),
            ("10.0", "10"),
            ("0.512", "0.512"),
            ("1.05", "1.05"),
            ("2.005", "2.005"),
        ] {
            let speed: Mbit = text.parse().unwrap();
            assert_eq!(speed.to_string(), shown, "{text}");
        }
        assert_eq!(
            "1.05"
                .parse::<Mbit>()
                .unwrap()
                .display(Language::Sv)
                .to_string(),
            "1,05"
        );
    }

    #[test]
    fn nothing_else_is_a_speed() {
        for text in [
            "",
            ".",
            "1.",
            ".5",
            "-1",
            "+1",
            "1e3",
            "inf",
            "nan",
            "1,5",
            "1.2345",
            "1 ",
            "１",
            "18446744073709551616",
            "18446744073709552",
        ] {
            assert_eq!(text.parse::<Mbit>(), Err(MbitError), "{text}");
        }
    }

    #[test]
    fn a_tenth_below_a_figure_is_below_it() {
        let of = |text: &str| text.parse::<Mbit>().unwrap();
        assert!(of("9.9") < Mbit::whole(10) && of("9.999") < Mbit::whole(10));
        assert!(of("10") == Mbit::whole(10) && of("10.001") > Mbit::whole(10));
    }
}
