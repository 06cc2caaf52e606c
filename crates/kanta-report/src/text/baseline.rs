//! What became of a baseline, for people: a sentence each.

use kanta_conformance::{Escaped, Language};

/// How many findings were taken out of the baseline of that name.
#[must_use]
pub fn pruned(baseline: &str, gone: usize, language: Language) -> String {
    let file = Escaped(baseline);
    match language {
        Language::En if gone == 1 => {
            format!("{file}: 1 finding occurs no longer and was taken out")
        }
        Language::Fi if gone == 1 => format!("{file}: poistettiin 1 havainto, jota ei enää ole"),
        Language::En => format!("{file}: {gone} findings occur no longer and were taken out"),
        Language::Fi => format!("{file}: poistettiin {gone} havaintoa, joita ei enää ole"),
        Language::Sv => {
            let findings = if gone == 1 {
                "iakttagelse"
            } else {
                "iakttagelser"
            };
            format!("{file}: {gone} {findings} som inte längre förekommer togs bort")
        }
    }
}

/// That a file could not be judged, so that the baseline of that name has none of its findings.
#[must_use]
pub fn not_in_baseline(baseline: &str, file: &str, language: Language) -> String {
    let (baseline, file) = (Escaped(baseline), Escaped(file));
    match language {
        Language::En => {
            format!("{baseline}: {file} could not be judged, and its findings are not in here")
        }
        Language::Fi => {
            format!("{baseline}: {file} jäi arvioimatta, ja sen havainnot puuttuvat tästä")
        }
        Language::Sv => {
            format!("{baseline}: {file} kunde inte bedömas, och dess iakttagelser saknas här")
        }
    }
}

/// That more is open in a file than findings, which is in no baseline.
#[must_use]
pub fn open_beyond_baseline(baseline: &str, file: &str, language: Language) -> String {
    let (baseline, file) = (Escaped(baseline), Escaped(file));
    match language {
        Language::En => {
            format!("{baseline}: more is open in {file} than findings, and that is not in here")
        }
        Language::Fi => {
            format!("{baseline}: {file}: auki on muutakin kuin havaintoja, eikä se ole tässä")
        }
        Language::Sv => {
            format!("{baseline}: {file}: annat än iakttagelser är öppet, och det finns inte här")
        }
    }
}

/// That nothing could be judged, so that the baseline of that name was not written.
#[must_use]
pub fn no_baseline(baseline: &str, language: Language) -> String {
    let baseline = Escaped(baseline);
    match language {
        Language::En => format!("{baseline}: not written, because nothing could be judged"),
        Language::Fi => format!("{baseline}: ei kirjoitettu, koska mitään ei voitu arvioida"),
        Language::Sv => format!("{baseline}: skrevs inte, eftersom inget kunde bedömas"),
    }
}
