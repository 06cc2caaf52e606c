//! What is wrong with a plan's text is told as a sentence in each language, with what was found.

use kanta_conformance::Language;
use kanta_policy::{FaultKind, FileFault, PLAN_LIMIT, PlanFile};

/// The one fault of a text, whose certificates cannot be had for that reason.
fn fault(text: &str, why: &FileFault) -> FaultKind {
    let faults = PlanFile::read(text.as_bytes(), &mut |_| Err(why.clone())).unwrap_err();
    let kinds: Vec<&FaultKind> = faults.iter().map(|fault| &fault.kind).collect();
    let &[kind] = kinds.as_slice() else {
        panic!("{kinds:?}");
    };
    kind.clone()
}

/// Holds a sentence against its words in three languages; what was found stands in each.
#[track_caller]
fn told(message: impl Fn(Language) -> String, found: &str, words: [&str; 3]) {
    for (language, words) in Language::ALL.into_iter().zip(words) {
        let message = message(language);
        assert!(message.contains(words), "{language}: {message}");
        assert!(message.contains(found), "{language}: {message}");
    }
}

const SYSTEMS: &str = "format = 1\n[[system]]\nid = \"emr\"\n[[system]]\nid = \"emr\"\n";
const DANGLING: &str = "format = 1\n[[access_point]]\nid = \"ap1\"\nadministrator = \"valitaja\"\n[[intermediary]]\nid = \"valittaja\"\n";

fn attested(requirement: &str, more: &str) -> String {
    format!(
        "format = 1\n[[attested]]\nrequirement = \"{requirement}\"\n{more}met = true\nby = \"x\"\non = 2025-01-01\nground = \"y\"\n"
    )
}

#[test]
fn each_fault_of_a_plan_is_told_in_three_languages() {
    let good = "connection-models/cryptography-below-tl-iv";
    let cases: [(String, &str, [&str; 3]); 8] = [
        (
            String::new(),
            "`format = 1`",
            ["the file is empty", "tiedosto on tyhjä", "filen är tom"],
        ),
        (
            "format = 2\n".to_owned(),
            "`2`",
            [
                "unknown plan format",
                "tuntematon suunnitelman muoto",
                "okänt planformat",
            ],
        ),
        (
            "format = 1\n[party]\noid = \"1.2.246.10.12345671.10.\"\n".to_owned(),
            "`1.2.246.10.12345671.10.`",
            ["`oid`: ", "`oid`: ", "`oid`: "],
        ),
        (
            SYSTEMS.to_owned(),
            "`emr`",
            [
                "is already used on line 3",
                "on jo käytössä rivillä 3",
                "används redan på rad 3",
            ],
        ),
        (
            DANGLING.to_owned(),
            "`valitaja`",
            [
                "names nothing in this plan; did you mean `valittaja`",
                "ei viittaa mihinkään tässä suunnitelmassa; tarkoititko `valittaja`",
                "pekar inte på något i planen; menade du `valittaja`",
            ],
        ),
        (
            attested("connection-models/cryptography-below-tl-v", ""),
            "`connection-models/cryptography-below-tl-iv`",
            [
                "there is no requirement",
                "vaatimusta ei ole",
                "det finns inget krav",
            ],
        ),
        (
            attested("connection-models/address-not-fixed", ""),
            "`connection-models/address-not-fixed`",
            [
                "nobody can attest",
                "kukaan ei voi vakuuttaa",
                "ingen kan intyga",
            ],
        ),
        (
            attested(good, "subject = \"link.nowhere\"\n"),
            "`link.nowhere`",
            [
                "this plan has no",
                "suunnitelmassa ei ole kohtaa",
                "planen har inget ställe",
            ],
        ),
    ];
    for (text, found, words) in cases {
        let fault = fault(&text, &FileFault::NotFound);
        told(|language| fault.message(language), found, words);
    }
    let too_large = fault(&"#".repeat(PLAN_LIMIT + 1), &FileFault::NotFound);
    told(
        |language| too_large.message(language),
        &PLAN_LIMIT.to_string(),
        [
            "the file is larger than a plan may be",
            "tiedosto on suurempi kuin suunnitelma",
            "filen är större än en plan",
        ],
    );
}

#[test]
fn a_certificate_that_cannot_be_had_is_told_with_its_file_and_the_reason() {
    let text = "format = 1\n[[access_point]]\nid = \"ap1\"\ncertificate = \"a.pem\"\n";
    let words = |en: &str, fi: &str, sv: &str| FileFault::NotACertificate {
        en: en.to_owned(),
        fi: fi.to_owned(),
        sv: sv.to_owned(),
    };
    let reasons = [
        (
            FileFault::Directory,
            ["this is a directory", "tämä on kansio", "detta är en mapp"],
        ),
        (
            FileFault::TooLarge { limit: 7 },
            [
                "the file is larger than 7 bytes",
                "tiedosto on suurempi kuin 7 tavua",
                "filen är större än 7 byte",
            ],
        ),
        (
            FileFault::ReadAlready,
            [
                "can be read once",
                "voi lukea vain kerran",
                "kan läsas en gång",
            ],
        ),
        (
            FileFault::Unreadable("Permission denied (os error 13)".to_owned()),
            [
                "it cannot be read: ",
                "sitä ei voi lukea: ",
                "den kan inte läsas: ",
            ],
        ),
        (
            words("no key", "ei avainta", "ingen nyckel"),
            ["no key", "ei avainta", "ingen nyckel"],
        ),
    ];
    for (why, reason) in reasons {
        let fault = fault(text, &why);
        told(|language| fault.message(language), "`a.pem`", reason);
        told(|language| why.message(language), "", reason);
        assert_eq!(why.to_string(), why.message(Language::En));
    }
    let absent = [
        "there is no such file",
        "tiedostoa ei ole",
        "det finns ingen sådan fil",
    ];
    told(|language| FileFault::NotFound.message(language), "", absent);
}
