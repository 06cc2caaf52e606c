//! The words of what breaks when one thing breaks.

use kanta_conformance::{Language, Text, text};

use crate::view::{FailuresReport, Verdict};

/// What failures are asked about.
pub(crate) const FAILURES: Text = text! {
    en: "What breaks when one thing breaks",
    fi: "Mitä katkeaa, kun yksi asia pettää",
    sv: "Vad som bryts när en sak brister",
};
pub(crate) const CUTS_OFF: Text = text! { en: "CUTS OFF", fi: "KATKAISEE", sv: "BRYTER" };
pub(crate) const HOLDS: Text = text! { en: "HOLDS", fi: "KESTÄÄ", sv: "HÅLLER" };
pub(crate) const LEFT: Text = text! { en: "left", fi: "jää", sv: "kvar" };
pub(crate) const JOINING_PARTY: Text =
    text! { en: "joining party", fi: "liittyjä", sv: "anslutande aktör" };
pub(crate) const ON_PAPER_ONLY: Text = text! {
    en: "none of the links alone cuts anything off: the redundancy exists on paper only",
    fi: "yksikään yhteys ei yksin katkaise mitään: kahdennus on vain paperilla",
    sv: "ingen av teleförbindelserna bryter ensam något: dubbleringen finns bara på papper",
};

/// How many failures were tried, and what they come to.
pub(crate) fn resilience(view: &FailuresReport, language: Language) -> String {
    let verdict = match view.verdict {
        Verdict::Conforming => text! {
            en: "no single failure cuts anything off",
            fi: "mikään yksittäinen vika ei katkaise mitään",
            sv: "inget enskilt fel bryter något",
        },
        Verdict::NonConforming => text! {
            en: "a single failure cuts something off",
            fi: "yksittäinen vika katkaisee jotain",
            sv: "ett enskilt fel bryter något",
        },
        Verdict::Undetermined => text! {
            en: "not known whether a single failure cuts anything off",
            fi: "ei tiedossa, katkaiseeko yksittäinen vika jotain",
            sv: "inte känt om ett enskilt fel bryter något",
        },
    };
    let tried = text! { en: "failures tried", fi: "vikaa kokeiltu", sv: "fel prövade" };
    let (tried, verdict) = (tried.get(language), verdict.get(language));
    format!("{} {tried}: {verdict}", view.singles.len())
}
