//! `kanta draw`: pictures.

use crate::harness::{data, help, kanta};

fn example(name: &str) -> String {
    data().join(name).display().to_string()
}

#[test]
fn a_plan_is_drawn_whatever_its_verdict() {
    for name in ["clinic.toml", "broken.toml", "unknown.toml"] {
        let answer = kanta(&["draw", &example(name)]);
        assert_eq!(answer.status, 0, "{name}");
        assert!(answer.stdout.starts_with("<svg ") && answer.stdout.ends_with("</svg>\n"));
    }
    let answer = kanta(&["draw", &example("clinic.toml"), "--lang", "fi"]);
    assert!(answer.stdout.contains("Liityntäpisteet"));
    for (form, start) in [
        ("mermaid", "flowchart LR\n"),
        ("dot", "digraph"),
        ("json", "{\"format\":1,"),
    ] {
        let answer = kanta(&["draw", &example("clinic.toml"), "--format", form]);
        assert!(answer.stdout.starts_with(start), "{form}");
    }
}

#[test]
fn a_failure_is_drawn_and_one_that_is_not_there_is_told_with_those_that_are() {
    let plan = example("clinic.toml");
    let answer = kanta(&["draw", &plan, "--failure", "link.mpls-a"]);
    assert_eq!(answer.status, 0);
    assert!(answer.stdout.contains("When this fails: link `mpls-a`"));
    let answer = kanta(&["draw", &plan, "--failure", "link.mpls-z"]);
    assert_eq!(answer.status, 2);
    assert_eq!(answer.stdout, "");
    assert!(
        answer
            .stderr
            .starts_with("kanta: nothing in the plan that could fail is called `link.mpls-z`\n")
    );
    assert!(answer.stderr.contains("\n   - link.mpls-a\n"));
}

#[test]
fn rights_are_drawn_of_whomever_the_index_names() {
    let index = example("index.toml");
    let on = ["--on", "2025-12-01"];
    let answer = kanta(&["draw", "--index", &index, "--for", "clinic", on[0], on[1]]);
    assert_eq!(answer.status, 0);
    assert!(answer.stdout.contains("Every right permits"));
    let answer = kanta(&["draw", "--index", &index, "--for", "nobody", on[0], on[1]]);
    assert_eq!(answer.status, 2);
    assert_eq!(answer.stdout, "");
    assert_eq!(kanta(&["draw"]).status, 2);
    assert_eq!(kanta(&["draw", "--index", &index]).status, 2);
}

#[test]
fn a_picture_goes_into_the_file_that_is_named() {
    let path = std::env::temp_dir().join(format!("kanta-draw-{}.svg", std::process::id()));
    let out = path.display().to_string();
    let answer = kanta(&["draw", &example("clinic.toml"), "--out", &out]);
    assert_eq!((answer.status, answer.stdout.as_str()), (0, ""));
    assert!(std::fs::read_to_string(&path).unwrap().starts_with("<svg "));
    std::fs::remove_file(&path).unwrap();
    assert!(help("draw").contains("Exit status: 0 drawn"));
}
