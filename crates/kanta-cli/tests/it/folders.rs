//! Many plans at once: folders, one line each, totals.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::harness::{data, kanta};

/// A folder of its own for a test, gone at its end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::remove_dir_all(&path).ok();
        fs::create_dir_all(path.join("below")).unwrap();
        Self(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

fn copy(from: &str, to: &Path) {
    fs::write(to, fs::read(data().join(from)).unwrap()).unwrap();
}

/// The results of a log, each with the id of the rule that its number leads to.
fn sarif_results(text: &str) -> Vec<String> {
    let log: serde_json::Value = serde_json::from_str(text).unwrap();
    let rules = &log["runs"][0]["tool"]["driver"]["rules"];
    let results = log["runs"][0]["results"].as_array().unwrap().iter();
    let results = results.map(|result| {
        let mut result = result.clone();
        let index = result["ruleIndex"].take().as_u64().unwrap();
        let rule = &rules[usize::try_from(index).unwrap()];
        assert_eq!(rule["id"], result["ruleId"]);
        result.to_string()
    });
    results.collect()
}

fn junit_suites(text: &str) -> Vec<String> {
    let suites = text.split("    <testsuite ").skip(1);
    suites
        .map(|suite| suite.split("</testsuites>").next().unwrap().to_owned())
        .collect()
}

fn markdown_part(text: &str) -> String {
    text.trim_start_matches("# ").trim_end().to_owned()
}

/// The heading of each article: of one plan alone the page shows more.
fn html_headings(text: &str) -> Vec<String> {
    let articles = text.split("<article ").skip(1);
    let heading = articles.map(|article| {
        let of_level = |mark: &str| article.split(mark).nth(1);
        let heading = of_level("<h1>").or_else(|| of_level("<h2>")).unwrap();
        heading.split('<').next().unwrap().to_owned()
    });
    heading.collect()
}

#[test]
fn the_answers_on_a_folder_are_those_on_each_plan_in_their_order() {
    let folder = Folder::new("folders-answers");
    let plans: Vec<String> = (0..36)
        .map(|n| {
            let file = folder.0.join(format!("{n:02}.toml"));
            match n % 12 {
                0 => copy("broken.toml", &file),
                5 => fs::write(&file, format!("format = 1\nnothing = {n}\n")).unwrap(),
                _ => fs::write(&file, format!("format = 1\n# {n}\n")).unwrap(),
            }
            file.to_str().unwrap().to_owned()
        })
        .collect();
    let accepted = folder.0.join("accepted.txt");
    fs::write(
        &accepted,
        "format = 1\n[[accept]]\nrequirement = \"connection-models/tls-version-too-old\"\n\
         subject = 'access_point.ap1'\nreason = \"in spring\"\napprover = \"M. M.\"\nuntil = 9999-12-31\n",
    )
    .unwrap();
    let check = |format: &str, of: &str| {
        let accepted = accepted.to_str().unwrap();
        kanta(&["check", of, "--format", format, "--accept", accepted])
    };
    for format in ["json", "github"] {
        let all = check(format, folder.path());
        assert_eq!(all.status, 2);
        let each: String = plans
            .iter()
            .map(|plan| check(format, plan).stdout)
            .collect();
        // What is out of date in the file of accepted findings is told once, at the end.
        let told = |text: &str| -> Vec<String> {
            let stale = |line: &&str| line.contains("accepted.txt") && !line.contains("in spring");
            let lines = text.lines().filter(|line| !stale(line));
            lines.map(str::to_owned).collect()
        };
        assert!(told(&all.stdout) == told(&each), "{format}");
    }
    // What is one document has the parts of each, whatever a part says of its place in the whole.
    let document = |format: &str, of: &str, threads: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kanta"));
        command.args(["check", of, "--format", format]);
        let answer = command.env("RAYON_NUM_THREADS", threads).output().unwrap();
        String::from_utf8(answer.stdout).unwrap()
    };
    for (format, parts) in [
        ("sarif", sarif_results as fn(&str) -> Vec<String>),
        ("junit", junit_suites),
        ("markdown", |text| {
            text.split("\n# ").map(markdown_part).collect()
        }),
        ("html", html_headings),
    ] {
        let all = document(format, folder.path(), "3");
        let each = plans
            .iter()
            .flat_map(|plan| parts(&document(format, plan, "1")));
        let (told, each) = (parts(&all), each.collect::<Vec<_>>());
        assert!(told.len() >= plans.len(), "{format}: {}", told.len());
        assert!(told == each, "{format}");
        assert!(all == document(format, folder.path(), "1"), "{format}");
    }
    // Files that are named come in the order in which they are named.
    let named: Vec<&str> = plans.iter().rev().map(String::as_str).collect();
    let json = kanta(&[&["check", "--format", "json"][..], &named].concat());
    let files = json.stdout.lines().map(|line| {
        let json: serde_json::Value = serde_json::from_str(line).unwrap();
        let file = json.get("plan").or_else(|| json.get("file"));
        file.unwrap().as_str().unwrap().to_owned()
    });
    assert_eq!(files.collect::<Vec<_>>(), named);
}

#[test]
fn a_folder_is_every_plan_in_it_and_below_and_the_rest_is_counted() {
    let folder = Folder::new("folders-some");
    copy("figure-2.toml", &folder.0.join("b.toml"));
    copy("broken.toml", &folder.0.join("below/a.toml"));
    copy("index.toml", &folder.0.join("index.toml"));
    copy("index-order.toml", &folder.0.join("order.toml"));
    fs::write(folder.0.join("notes.txt"), "words").unwrap();
    let answer = kanta(&["check", folder.path(), "--base", "."]);
    assert_eq!(answer.status, 1);
    assert_eq!(answer.stderr, "");
    let path = folder.path();
    assert_eq!(
        answer.stdout,
        format!(
            "verdict           violated  not known  file\n\
             conforms                 0          0  {path}/b.toml\n\
             does not conform        14          0  {path}/below/a.toml\n\
             \n\
             2 plans: 1 conform, 0 undetermined, 1 do not conform, 0 cannot be read; 3 files\n\
             of other kinds left out\n"
        )
    );
    // Quiet tells only how many came to what; for machines what was left out is told beside the answer.
    let quiet = kanta(&["check", "--quiet", path, "--base", "."]);
    assert_eq!((quiet.status, quiet.stdout.lines().count()), (1, 2));
    let json = kanta(&["check", "--format", "json", path, "--base", "."]);
    assert_eq!(json.stdout.lines().count(), 2);
    assert_eq!(json.stderr, "kanta: 3 files of other kinds left out\n");
    // A plan that cannot be read is told, and is the worst.
    fs::write(folder.0.join("wrong.toml"), "format = 1\nx = 1\n").unwrap();
    let answer = kanta(&["check", folder.path(), "--lang", "sv", "--base", "."]);
    assert_eq!(answer.status, 2);
    let mut lines = answer.stdout.lines();
    let unread = lines.find(|it| it.starts_with("kan inte läsas "));
    let columns: Vec<&str> = unread.unwrap().split_whitespace().collect();
    assert_eq!(columns[3..], ["-", "-", &format!("{path}/wrong.toml")]);
    assert!(
        answer.stderr.contains("wrong.toml:2:1: "),
        "{}",
        answer.stderr
    );
}

#[test]
fn many_plans_are_told_in_the_order_of_their_names_whatever_is_ready_first() {
    let folder = Folder::new("folders-many");
    let plan = fs::read_to_string(data().join("figure-2.toml")).unwrap();
    for number in 0..40 {
        fs::write(folder.0.join(format!("{number:04}.toml")), &plan).unwrap();
    }
    for format in ["json", "text"] {
        let arguments = ["check", folder.path(), "--format", format];
        let first = kanta(&arguments).stdout;
        assert_eq!(first, kanta(&arguments).stdout);
        let mut last = 0;
        for number in 0..40 {
            let at = first.find(&format!("/{number:04}.toml")).unwrap();
            assert!(at > last, "{number}");
            last = at;
        }
    }
}

#[test]
fn quiet_is_one_line_a_plan_and_colour_comes_where_it_is_asked_for() {
    let answer = kanta(&["check", "broken.toml", "unknown.toml", "--quiet"]);
    assert_eq!(answer.status, 1);
    assert_eq!(answer.stdout.lines().count(), 2);
    let coloured = kanta(&["check", "broken.toml", "--quiet", "--color", "always"]).stdout;
    assert!(coloured.starts_with("\u{1b}["), "{coloured:?}");
    let plain = kanta(&["check", "broken.toml", "--color", "never"]).stdout;
    assert!(!plain.contains('\u{1b}'));
}

/// Whoever opens a pipe waits for its writer, and an index may be larger than a plan.
#[cfg(unix)]
#[test]
fn pipes_and_large_indexes_in_a_folder_are_left_out() {
    let folder = Folder::new("folders-left-out");
    copy("figure-2.toml", &folder.0.join("a.toml"));
    let made = Command::new("mkfifo").arg(folder.0.join("b.toml")).status();
    assert!(made.unwrap().success());
    let comment = "# a comment\n".repeat(100_000);
    fs::write(
        folder.0.join("c.toml"),
        format!("version = \"1\"\n{comment}"),
    )
    .unwrap();
    let answer = kanta(&["check", folder.path(), "--base", "."]);
    let told = answer.stdout.replace('\n', " ");
    assert!(told.contains("2 files of other kinds left out"), "{told}");
    assert_eq!(answer.stderr, "");
    // A plan that is too large is told.
    fs::write(folder.0.join("c.toml"), comment).unwrap();
    let answer = kanta(&["check", folder.path(), "--base", "."]);
    assert_eq!(answer.status, 2);
    assert!(answer.stderr.contains("c.toml: "), "{}", answer.stderr);
}

#[cfg(unix)]
#[test]
fn faults_come_between_the_rows_where_both_go_to_the_same_place() {
    let folder = Folder::new("folders-order");
    for name in ["a.toml", "c.toml"] {
        copy("figure-2.toml", &folder.0.join(name));
    }
    fs::write(folder.0.join("b.toml"), "format = \n").unwrap();
    let mut command = Command::new("sh");
    command.args(["-c", "\"$0\" check \"$1\" 2>&1"]);
    command.args([env!("CARGO_BIN_EXE_kanta"), folder.path()]);
    let told = String::from_utf8(command.output().unwrap().stdout).unwrap();
    let at = |part: &str| told.find(part).unwrap_or_else(|| panic!("{part}: {told}"));
    assert!(at("a.toml") < at("b.toml:1:"), "{told}");
    assert!(at("b.toml:1:") < at("c.toml"), "{told}");
}
