//! Whole outputs in three languages, as files that were read by eyes: `tests/outputs/FORMAT.LANGUAGE.txt`.
//!
//! `KANTA_OUTPUTS=1 cargo test -p kanta-report outputs` writes them anew; look at what `git diff` shows then.

use std::path::PathBuf;

use kanta_conformance::Language;
use kanta_report::format::{Report, github, html, junit, markdown, sarif};
use kanta_report::text::{self, Page};
use kanta_report::view::{Finding, Level, Outcome, PlanReport};

use crate::answers;
use crate::asking;
use crate::further;
use crate::harness::{DATA, example, whole};

/// A finding of each kind: violated, advice, not known, on somebody's word, satisfied.
fn few() -> PlanReport {
    let mut report = example("broken.toml");
    let open = example("unknown.toml").findings;
    let first = |all: &[Finding], chosen: &dyn Fn(&Finding) -> bool| {
        all.iter().find(|its| chosen(its)).unwrap().clone()
    };
    let own = &report.findings;
    report.findings = vec![
        first(own, &|its| {
            its.requirement.ends_with("/tls-version-too-old")
        }),
        first(own, &|its| {
            its.level == Level::Should && its.outcome == Outcome::Violated
        }),
        first(&open, &|its| {
            its.level == Level::Must && !its.missing.is_empty()
        }),
        first(own, &|its| its.ground.is_some()),
        first(own, &|its| {
            its.outcome == Outcome::Satisfied && its.ground.is_none()
        }),
    ];
    report
}

fn outputs(language: Language) -> Vec<(&'static str, Vec<u8>)> {
    let report = few();
    let sheets = [report.sheet()];
    let clinic = std::fs::read(format!("{DATA}/clinic.toml")).unwrap();
    let clinic = whole("clinic.toml", &clinic);
    let failing = clinic.failures.as_ref().unwrap();
    let write = |name, write: &dyn Fn(&mut Vec<u8>) -> std::io::Result<()>| {
        let mut out = Vec::new();
        write(&mut out).unwrap();
        (name, out)
    };
    vec![
        write("failures", &|out| {
            text::failures(failing, language, &mut Page::new(out, 80))
        }),
        write("github", &|out| github(&sheets[0], language, out)),
        write("html", &|out| html(&sheets, language, out)),
        write("junit", &|out| junit(&sheets, language, out)),
        write("markdown", &|out| markdown(&sheets, language, true, out)),
        write("sarif", &|out| sarif(&sheets, language, true, out)),
        write("text", &|out| {
            text::plan(&report, language, true, &mut Page::new(out, 80))
        }),
    ]
}

#[test]
fn whole_outputs_are_what_they_were() {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/outputs"));
    for language in Language::ALL {
        for (format, bytes) in outputs(language)
            .into_iter()
            .chain(answers::outputs(language))
            .chain(further::outputs(language))
            .chain(asking::outputs(language))
        {
            let file = folder.join(format!("{format}.{}.txt", language.code()));
            if std::env::var_os("KANTA_OUTPUTS").is_some() {
                std::fs::create_dir_all(&folder).unwrap();
                std::fs::write(&file, &bytes).unwrap();
            }
            let kept = std::fs::read_to_string(&file).unwrap();
            let told = String::from_utf8(bytes).unwrap();
            for (line, (kept, told)) in kept.lines().zip(told.lines()).enumerate() {
                assert_eq!(told, kept, "{}, line {}", file.display(), line + 1);
            }
            assert_eq!(
                told.lines().count(),
                kept.lines().count(),
                "{}",
                file.display()
            );
        }
    }
}
