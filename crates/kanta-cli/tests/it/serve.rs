//! `kanta serve`: who is answered, what is answered, and that nothing is left behind.

mod door;
mod settled;

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::Value;

use crate::harness::{LANGUAGES, data, kanta, plans};

/// A plan that is being served; ended with the test.
struct Served {
    child: Child,
    port: u16,
    token: String,
}

impl Drop for Served {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// What was answered.
struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: String,
}

impl Answer {
    fn header(&self, name: &str) -> Option<&str> {
        let mut all = self.headers.iter().filter(|(its, _)| its == name);
        all.next().map(|(_, value)| value.as_str())
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }
}

impl Served {
    fn start(arguments: &[&str], folder: &Path, input: Option<&str>) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_kanta"))
            .arg("serve")
            .args(arguments)
            .current_dir(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // Standard input ends at once: that is no reason to stop.
        let mut stdin = child.stdin.take().unwrap();
        stdin
            .write_all(input.unwrap_or_default().as_bytes())
            .unwrap();
        drop(stdin);
        let mut line = String::new();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        out.read_line(&mut line).unwrap();
        let address = line.trim_end().strip_prefix("http://127.0.0.1:").unwrap();
        let (port, token) = address.split_once("/#").unwrap();
        Self {
            port: port.parse().unwrap(),
            token: token.to_owned(),
            child,
        }
    }

    fn plan(arguments: &[&str]) -> Self {
        Self::start(arguments, &data(), None)
    }

    /// Sends a request as it stands, and reads the answer to its end.
    fn raw(&self, request: &[u8]) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        let patience = Some(Duration::from_secs(60));
        stream.set_read_timeout(patience).unwrap();
        // Who is refused at once need not read all that is sent.
        drop(stream.write_all(request));
        let mut answer = Vec::new();
        drop(stream.read_to_end(&mut answer));
        let answer = String::from_utf8(answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        let mut lines = head.lines();
        let status = lines.next().unwrap().split(' ').nth(1).unwrap();
        let headers = lines.map(|line| {
            let (name, value) = line.split_once(": ").unwrap();
            (name.to_ascii_lowercase(), value.to_owned())
        });
        Answer {
            status: status.parse().unwrap(),
            headers: headers.collect(),
            body: body.to_owned(),
        }
    }

    fn send(&self, line: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let mut request = format!("{line} HTTP/1.1\r\nConnection: close\r\n");
        for (name, value) in headers {
            request.push_str(&format!("{name}: {value}\r\n"));
        }
        if !body.is_empty() || line.starts_with("POST") {
            request.push_str(&format!("Content-Length: {}\r\n", body.len()));
        }
        self.raw(format!("{request}\r\n{body}").as_bytes())
    }

    fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// Asks as the page does.
    fn ask(&self, line: &str, body: &str) -> Answer {
        let headers = [("Host", self.host()), ("Kanta-Token", self.token.clone())];
        let headers: Vec<(&str, &str)> = headers.iter().map(|(a, b)| (*a, b.as_str())).collect();
        self.send(line, &headers, body)
    }

    fn text(&self) -> String {
        let plan = self.ask("GET /plan", "").json();
        plan["text"].as_str().unwrap().to_owned()
    }
}

/// The sentence of the verdict in a part of the page.
fn sentence(fragment: &str) -> &str {
    let (_, rest) = fragment.split_once("class=\"sentence\">").unwrap();
    let (_, rest) = rest.split_once("</span> ").unwrap();
    rest.split_once('<').unwrap().0
}

#[test]
fn a_change_of_the_text_changes_the_verdict_its_place_and_the_picture() {
    let served = Served::plan(&["clinic.toml"]);
    let good = served.text();
    assert_eq!(
        good,
        std::fs::read_to_string(data().join("clinic.toml")).unwrap()
    );
    let check = |text: &str| served.ask("POST /check?lang=en", text).body;
    let before = check(&good);
    assert_eq!(
        sentence(&before),
        "Conforms as far as this guide can be checked"
    );
    let fact = "malware_protection = true";
    let line = good
        .lines()
        .position(|line| line.starts_with(fact))
        .unwrap()
        + 1;
    let broken = check(&good.replacen(fact, "malware_protection = false", 1));
    assert_eq!(sentence(&broken), "Does not conform");
    let place = format!("data-line=\"{line}\" data-column=\"22\">clinic.toml:{line}:22<");
    assert!(broken.contains(&place), "{place}");
    let picture = |fragment: &str| {
        let (_, rest) = fragment.split_once("<svg").unwrap();
        rest.split_once("</svg>").unwrap().0.to_owned()
    };
    assert_ne!(picture(&before), picture(&broken));
    assert!(picture(&broken).contains("has no malware protection"));
    let unread = check(&format!("{good}\n[["));
    assert!(unread.contains("Why it cannot be read") && unread.contains("<button class=\"place\""));
    // Nothing was kept of all this.
    assert_eq!(check(&good), before);
    assert_eq!(served.text(), good);
}

#[test]
fn the_page_says_what_check_says_in_every_language() {
    for plan in plans() {
        let served = Served::plan(&[&plan, "--on", "2025-12-01"]);
        let text = served.text();
        for language in LANGUAGES {
            let page = served.ask(&format!("POST /report?lang={language}"), &text);
            let told = kanta(&[
                "check",
                &plan,
                "--on",
                "2025-12-01",
                "--format",
                "html",
                "--lang",
                language,
            ]);
            assert_eq!(page.body, told.stdout, "{plan} {language}");
        }
    }
    let served = Served::plan(&["broken.toml", "--lang", "sv"]);
    assert!(served.ask("GET /", "").body.contains("<html lang=\"sv\">"));
    let (text, other) = (served.text(), "POST /check?on=2025-08-31");
    assert!(served.ask(other, &text).body.contains("31.8.2025"));
}

#[test]
fn a_text_cannot_put_markup_into_the_page() {
    let served = Served::plan(&["clinic.toml"]);
    let name = "name = \"<img src=x onerror=alert(1)>\"";
    let text = served
        .text()
        .replacen("name = \"Esimerkkiklinikka Oy\"", name, 1);
    assert!(text.contains("<img"));
    for line in ["POST /check", "POST /report"] {
        let answer = served.ask(line, &text).body;
        assert!(
            !answer.contains("<img") && answer.contains("&lt;img"),
            "{line}"
        );
    }
}

#[test]
fn the_file_is_read_anew_and_never_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.toml");
    std::fs::write(&path, "format = 1\r\n").unwrap();
    let served = Served::start(&["plan.toml"], folder.path(), None);
    assert_eq!(served.text(), "format = 1\r\n");
    served.ask("POST /check", "format = 2");
    served.ask("POST /report", "format = 2");
    assert_eq!(std::fs::read(&path).unwrap(), b"format = 1\r\n");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    std::fs::write(&path, "format = 1 # ä\n").unwrap();
    assert_eq!(served.text(), "format = 1 # ä\n");
    std::fs::remove_file(&path).unwrap();
    assert_eq!(served.ask("GET /plan", "").status, 410);
    // A text is judged all the same.
    assert_eq!(served.ask("POST /check", "format = 1").status, 200);
}

#[test]
fn a_plan_of_standard_input_is_served_too() {
    let plan = kanta(&["new", "clinic"]).stdout;
    let served = Served::start(&["-"], &data(), Some(&plan));
    assert_eq!(served.text(), plan);
}

#[cfg(unix)]
#[test]
fn a_file_that_never_ends_is_not_waited_for() {
    let served = Served::plan(&["clinic.toml"]);
    let text = served.text();
    let file = "certificate = \"certificates/clinic-server.pem\"";
    assert!(text.contains(file));
    let answer = served.ask(
        "POST /check",
        &text.replacen(file, "certificate = \"/dev/zero\"", 1),
    );
    assert_eq!(answer.status, 200);
    assert!(answer.body.contains("/dev/zero"), "{}", answer.body);
}

#[test]
fn what_is_no_plan_text_and_a_port_in_use_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("latin.toml"), b"format = 1 # \xe4\n").unwrap();
    let run = |arguments: &[&str]| {
        let mut tool = Command::new(env!("CARGO_BIN_EXE_kanta"));
        let output = tool
            .arg("serve")
            .args(arguments)
            .current_dir(folder.path())
            .output();
        let output = output.unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        (output.status.code(), output.stdout.len(), told)
    };
    for (arguments, words) in [
        (&["missing.toml"][..], "missing.toml"),
        (&["."], "directory"),
        (&["latin.toml"], "latin.toml:1"),
        (&[], "PLAN"),
    ] {
        let (status, length, told) = run(arguments);
        assert_eq!((status, length), (Some(2), 0), "{arguments:?}");
        assert!(told.contains(words), "{arguments:?}: {told}");
    }
    let served = Served::plan(&["clinic.toml"]);
    std::fs::write(folder.path().join("plan.toml"), "format = 1\n").unwrap();
    let port = served.port.to_string();
    let (status, _, told) = run(&["plan.toml", "--port", &port]);
    assert_eq!(status, Some(2));
    assert!(told.starts_with("kanta: "), "{told}");
}

#[cfg(unix)]
#[test]
fn it_ends_with_the_command() {
    let mut served = Served::plan(&["clinic.toml"]);
    assert_eq!(served.ask("GET /", "").status, 200);
    assert!(
        served.child.try_wait().unwrap().is_none(),
        "its standard input has ended, and it serves"
    );
    let pid = served.child.id().to_string();
    let done = Command::new("kill").args(["-TERM", &pid]).status().unwrap();
    assert!(done.success());
    served.child.wait().unwrap();
    assert!(TcpStream::connect(("127.0.0.1", served.port)).is_err());
}
