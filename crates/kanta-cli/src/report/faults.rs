//! The faults of an input file.

use std::io::{self, Write};
use std::path::Path;

use kanta_address_index::Faults as IndexFaults;
use kanta_conformance::{Language, Text, text};
use kanta_policy::{Fault, FaultKind};
use kanta_report::view::{self, Refusal};

use crate::options::Format;
use crate::output;
use crate::plans::{self, Kind};

/// What is wrong with a plan: text to standard error, JSON in the place of the report.
pub(crate) fn write(
    name: &str,
    faults: &[Fault],
    language: Language,
    format: Format,
    out: &mut dyn Write,
) -> io::Result<()> {
    refused(&of_plan(name, faults, language), language, format, out)
}

const AN_INDEX: Text = text! {
    en: "this looks like an address index and not like a plan: `kanta index check` reads it",
    fi: "tämä näyttää osoitehakemistolta eikä suunnitelmalta: sen lukee `kanta index check`",
    sv: "detta ser ut som ett adressindex och inte som en plan: `kanta index check` läser det",
};
const A_CERTIFICATE: Text = text! {
    en: "this looks like a certificate and not like a plan: `kanta cert` reads it",
    fi: "tämä näyttää varmenteelta eikä suunnitelmalta: sen lukee `kanta cert`",
    sv: "detta ser ut som ett certifikat och inte som en plan: `kanta cert` läser det",
};
const A_PLAN: Text = text! {
    en: "this looks like a plan and not like an address index: `kanta check` reads it",
    fi: "tämä näyttää suunnitelmalta eikä osoitehakemistolta: sen lukee `kanta check`",
    sv: "detta ser ut som en plan och inte som ett adressindex: `kanta check` läser den",
};

/// Why a plan is not understood: first what the file is instead, where that can be seen.
pub(crate) fn of_plan(name: &str, faults: &[Fault], language: Language) -> Refusal {
    let mut refusal = Refusal::of_plan(name, faults, language);
    let is_read = |fault: &Fault| !matches!(fault.kind, FaultKind::File(_));
    if !faults.iter().all(is_read) || !Path::new(name).is_file() {
        return refusal;
    }
    match plans::kind(Path::new(name), false) {
        Kind::Index => instead(&mut refusal, AN_INDEX, language),
        // Every line of it would be a fault.
        Kind::Certificate => {
            refusal.faults.clear();
            instead(&mut refusal, A_CERTIFICATE, language);
        }
        _ => {}
    }
    refusal
}

/// Why an index is not understood: first that the file is a plan, where that can be seen.
pub(crate) fn of_index(files: &[String], faults: &IndexFaults, language: Language) -> Refusal {
    let mut refusal = Refusal::of_index(files, faults, language);
    let mut files = files.iter();
    if files.any(|file| plans::is_plainly_a_plan(Path::new(file))) {
        instead(&mut refusal, A_PLAN, language);
    }
    refusal
}

fn instead(refusal: &mut Refusal, words: Text, language: Language) {
    let fault = view::Fault::new(words.into(), None, language);
    refusal.faults.insert(0, fault);
}

/// Why there is no answer: text to standard error, JSON in the place of the report.
pub(crate) fn refused(
    refusal: &Refusal,
    language: Language,
    format: Format,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        Format::Text => kanta_report::text::refusal(refusal, language, &mut output::err()),
        Format::Json => kanta_report::json(refusal, out),
    }
}
