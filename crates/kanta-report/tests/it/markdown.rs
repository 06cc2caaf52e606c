//! Markdown.

use kanta_conformance::Language;
use kanta_report::format::{Report, markdown};
use kanta_report::view::Outcome;
use proptest::prelude::*;

use crate::harness::example;
use crate::hostile::checked;

#[test]
fn the_verdict_stands_first_and_each_finding_has_its_remedy() {
    let report = example("broken.toml");
    let mut out = Vec::new();
    markdown(&[report.sheet()], Language::En, false, &mut out).unwrap();
    let out = String::from_utf8(out).unwrap();
    assert!(
        out.starts_with("# broken.toml\n\n**does not conform**\n\n## Violated (14)\n"),
        "{out}"
    );
    for finding in &report.findings {
        if finding.outcome == Outcome::Violated {
            assert!(out.contains(&format!("`{}`", finding.requirement)));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn nothing_from_a_file_is_markup_or_a_link(file in checked()) {
        let mut out = Vec::new();
        markdown(&[file.sheet()], Language::Sv, true, &mut out).unwrap();
        let out = String::from_utf8(out).unwrap();
        let mut rest = out.clone();
        for escaped in ["\\\\", "\\`", "\\[", "\\]", "\\!", "\\*", "\\_", "\\|"] {
            rest = rest.replace(escaped, "");
        }
        for markup in ["<", "://", "www.", "@", "[", "]", "|", "_"] {
            prop_assert!(!rest.contains(markup), "{markup}: {out}");
        }
    }
}
