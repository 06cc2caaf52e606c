//! `kanta serve`: who is answered, what is answered, and that nothing is left behind.

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
fn the_host_is_looked_at_before_anything_else() {
    let served = Served::plan(&["clinic.toml"]);
    let (port, token) = (served.port, served.token.as_str());
    for (host, status) in [
        (format!("127.0.0.1:{port}"), 200),
        (format!("localhost:{port}"), 200),
        (format!("[::1]:{port}"), 200),
        (format!("evil.example:{port}"), 421),
        (format!("127.0.0.1.evil.example:{port}"), 421),
        ("127.0.0.1:1".to_owned(), 421),
        ("localhost".to_owned(), 421),
    ] {
        let headers = [("Host", host.as_str()), ("Kanta-Token", token)];
        assert_eq!(
            served.send("GET /plan", &headers, "").status,
            status,
            "{host}"
        );
        if status != 200 {
            // Neither path nor method nor size tells anything there.
            for line in ["GET /", "GET /nothing", "DELETE /plan", "POST /check"] {
                assert_eq!(served.send(line, &headers, "x").status, status, "{line}");
            }
        }
    }
    assert_eq!(
        served.send("GET /", &[("Kanta-Token", token)], "").status,
        421
    );
    let host = served.host();
    let absolute = served.send("GET http://evil.example/", &[("Host", &host)], "");
    assert_eq!(absolute.status, 421);
    for (origin, status) in [
        (format!("http://{host}"), 200),
        ("http://evil.example".to_owned(), 403),
        ("null".to_owned(), 403),
    ] {
        let headers = [
            ("Host", host.as_str()),
            ("Kanta-Token", token),
            ("Origin", &origin),
        ];
        assert_eq!(
            served.send("GET /plan", &headers, "").status,
            status,
            "{origin}"
        );
    }
}

#[test]
fn without_the_token_nothing_is_told_of_the_plan() {
    let served = Served::plan(&["broken.toml"]);
    let host = served.host();
    let almost = format!("{}x", &served.token[..served.token.len() - 1]);
    let twice = format!("{0}, {0}", served.token);
    for token in [None, Some(""), Some(almost.as_str()), Some(twice.as_str())] {
        let mut headers = vec![("Host", host.as_str())];
        headers.extend(token.map(|token| ("Kanta-Token", token)));
        for line in ["GET /plan", "POST /check", "POST /report"] {
            let answer = served.send(line, &headers, "format = 1");
            assert_eq!(answer.status, 403, "{line} {token:?}");
            assert_eq!(answer.body, "403 Forbidden\n");
        }
        for line in [
            "GET /",
            "GET /kanta.js",
            "GET /kanta.css",
            "GET /words.json",
        ] {
            let answer = served.send(line, &headers, "");
            assert_eq!(answer.status, 200, "{line}");
            for secret in ["broken", "Esimerkki", &served.token] {
                assert!(!answer.body.contains(secret), "{line} tells {secret}");
            }
        }
    }
    // In the address it is no use: addresses are kept in logs and histories.
    let in_address = format!("GET /plan?token={}", served.token);
    assert_eq!(served.send(&in_address, &[("Host", &host)], "").status, 403);
}

#[test]
fn what_is_too_long_is_refused_whether_or_not_its_length_is_told() {
    let served = Served::plan(&["clinic.toml"]);
    let limit = 1 << 20;
    let comment = |length: usize| format!("#{}", "x".repeat(length - 1));
    assert_eq!(served.ask("POST /check", &comment(limit)).status, 200);
    assert_eq!(served.ask("POST /check", &comment(limit + 1)).status, 413);
    let head = |more: &str| {
        format!(
            "POST /check HTTP/1.1\r\nHost: {}\r\nKanta-Token: {}\r\nConnection: close\r\n{more}\r\n\r\n",
            served.host(),
            served.token
        )
    };
    let told = head("Content-Length: 99999999999");
    assert_eq!(served.raw(told.as_bytes()).status, 413);
    let mut untold = head("Transfer-Encoding: chunked").into_bytes();
    untold.extend(format!("{:x}\r\n{}\r\n0\r\n\r\n", limit + 1, comment(limit + 1)).bytes());
    assert_eq!(served.raw(&untold).status, 413);
    let long = format!("GET /?{} HTTP/1.1\r\n\r\n", "x".repeat(1 << 16));
    assert!(matches!(served.raw(long.as_bytes()).status, 414 | 431));
}

#[test]
fn each_address_takes_one_method_and_nobody_elsewhere_is_let_in() {
    let served = Served::plan(&["clinic.toml"]);
    for (line, allowed) in [
        ("POST /", "GET"),
        ("PUT /plan", "GET"),
        ("DELETE /plan", "GET"),
        ("GET /check", "POST"),
        ("OPTIONS /check", "POST"),
        ("GET /report", "POST"),
    ] {
        let answer = served.ask(line, "");
        assert_eq!(answer.status, 405, "{line}");
        assert_eq!(answer.header("allow"), Some(allowed), "{line}");
        let foreign = |name: &str| name.starts_with("access-control-");
        assert!(!answer.headers.iter().any(|(name, _)| foreign(name)));
    }
    for line in [
        "GET /nothing",
        "GET /../broken.toml",
        "GET //plan",
        "GET /plan/",
    ] {
        assert_eq!(served.ask(line, "").status, 404, "{line}");
    }
    for query in [
        "lang=de",
        "on=2025-13-01",
        "on",
        "plan=other.toml",
        "lang=fi&x=1",
    ] {
        let line = format!("POST /check?{query}");
        assert_eq!(served.ask(&line, "format = 1").status, 400, "{query}");
    }
}

#[test]
fn every_answer_forbids_all_but_its_own_script_and_style() {
    let served = Served::plan(&["broken.toml"]);
    for line in [
        "GET /",
        "GET /kanta.js",
        "GET /kanta.css",
        "GET /plan",
        "POST /check",
        "GET /nothing",
    ] {
        let answer = served.ask(line, "");
        let policy = answer.header("content-security-policy").unwrap();
        let parts: Vec<&str> = policy.split("; ").collect();
        for part in [
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
        ] {
            assert!(parts.contains(&part), "{line}: {policy}");
        }
        assert!(!policy.contains("unsafe"), "{policy}");
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
        assert_eq!(answer.header("referrer-policy"), Some("no-referrer"));
        assert_eq!(answer.header("cache-control"), Some("no-store"));
        assert_eq!(
            answer.header("cross-origin-resource-policy"),
            Some("same-origin")
        );
    }
    let page = served.ask("GET /", "").body;
    let fragment = served.ask("POST /check", &served.text()).body;
    for part in [&page, &fragment] {
        for inline in [" style=", "<style", "<script>", " onclick", "javascript:"] {
            assert!(!part.contains(inline), "{inline}");
        }
    }
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

/// A folder with a clinic of two faults, one accepted and one in the baseline, settings that name both, and an entry that has
/// expired.
fn settled() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    let text = std::fs::read_to_string(data().join("clinic.toml")).unwrap();
    let known = text.replacen("malware_protection = true", "malware_protection = false", 1);
    write("plan.toml", &known);
    let base = data().canonicalize().unwrap();
    let check = ["check", "plan.toml", "--base"];
    let mut tool = Command::new(env!("CARGO_BIN_EXE_kanta"));
    tool.args(check).arg(&base);
    tool.args(["--write-baseline", "base.json"]);
    let output = tool.current_dir(folder.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    write(
        "plan.toml",
        &known.replacen("fixed = true", "fixed = false", 1),
    );
    let entry = |requirement: &str, subject: &str, until: &str| {
        format!(
            "[[accept]]\nrequirement = \"connection-models/{requirement}\"\nsubject = '{subject}'\n\
             reason = \"in spring\"\napprover = \"Maija Meikäläinen\"\nuntil = {until}\n"
        )
    };
    let fixed = entry(
        "address-not-fixed",
        "access_point.ap1.addresses[0]",
        "9999-12-31",
    );
    let stale = entry(
        "address-not-public",
        "access_point.ap1.addresses[0]",
        "2024-12-31",
    );
    write("accept.toml", &format!("format = 1\n{fixed}{stale}"));
    let settings = format!(
        "lang = \"sv\"\naccept = \"accept.toml\"\nbaseline = \"base.json\"\nbase = '{}'\n",
        base.display()
    );
    write("kanta.toml", &settings);
    folder
}

#[test]
fn what_somebody_lives_with_is_shown_as_check_shows_it() {
    let folder = settled();
    let told = |arguments: &[&str]| {
        let mut tool = Command::new(env!("CARGO_BIN_EXE_kanta"));
        tool.args(["check", "plan.toml", "--format", "html"]);
        let output = tool.args(arguments).current_dir(folder.path()).output();
        String::from_utf8(output.unwrap().stdout).unwrap()
    };
    let served = Served::start(&["plan.toml"], folder.path(), None);
    assert_eq!(served.ask("GET /plan", "").json()["lang"], "sv");
    let text = served.text();
    for (language, accepted, known, left, expired) in [
        (
            "en",
            "accepted",
            "in the baseline",
            "Set aside: 1 accepted, 1 in the baseline. Without them: conforms",
            "the last day of an accepted finding has passed",
        ),
        (
            "fi",
            "poikkeus",
            "vertailupohjassa",
            "1 ",
            "hyväksytyn löydöksen viimeinen päivä on mennyt",
        ),
        (
            "sv",
            "undantag",
            "finns i baslinjen",
            "1 ",
            "sista dagen för ett accepterat fynd har passerat",
        ),
    ] {
        let page = served.ask(&format!("POST /report?lang={language}"), &text);
        assert_eq!(page.body, told(&["--lang", language]), "{language}");
        let part = served.ask(&format!("POST /check?lang={language}"), &text);
        for words in [accepted, known, left, expired, "Maija Meikäläinen", "2024"] {
            let found = part.body.to_lowercase().contains(&words.to_lowercase());
            assert!(found, "{language}: {words}: {}", part.body);
        }
    }
    // The verdict stays what it is, and no place in another file leads into the text of the plan.
    let part = served.ask("POST /check?lang=en", &text).body;
    assert_eq!(sentence(&part), "Does not conform");
    let places = part.split("<button class=\"place\"").skip(1);
    for place in places {
        let (_, rest) = place.split_once('>').unwrap();
        assert!(rest.starts_with("plan.toml:"), "{rest}");
    }
    // What is new is neither; and the day that is asked about is that of the acceptances, too.
    let mended = text.replacen("malware_protection = false", "malware_protection = true", 1);
    let page = served.ask("POST /check?lang=en", &mended).body;
    assert!(page.contains("1 accepted, 0 in the baseline"), "{page}");
    let earlier = served.ask("POST /report?lang=en&on=2025-12-01", &text).body;
    assert_eq!(earlier, told(&["--on", "2025-12-01", "--lang", "en"]));
    // What cannot be read is told beside what has expired.
    let unread = served.ask("POST /check?lang=en", "format = 1\n[[").body;
    assert!(unread.contains("Why it cannot be read"));
}

#[test]
fn options_outrank_the_settings_and_what_is_wrong_with_them_ends_the_command() {
    let folder = settled();
    let path = folder.path();
    std::fs::write(path.join("none.toml"), "").unwrap();
    let base = data().canonicalize().unwrap();
    let base = base.to_str().unwrap();
    let check = |arguments: &[&str]| {
        let arguments = [&["plan.toml", "--base", base][..], arguments].concat();
        let served = Served::start(&arguments, path, None);
        served.ask("POST /check?lang=en", &served.text()).body
    };
    let bare = check(&["--settings", "none.toml"]);
    assert!(!bare.contains("Set aside"), "{bare}");
    let baseline = check(&["--settings", "none.toml", "--baseline", "base.json"]);
    assert!(baseline.contains("0 accepted, 1 in the baseline"));
    let accept = check(&["--settings", "none.toml", "--accept", "accept.toml"]);
    assert!(accept.contains("1 accepted, 0 in the baseline"));
    for (name, text, told) in [
        ("kanta.toml", "langs = \"fi\"\n", "kanta.toml:1:1"),
        ("accept.toml", "format = 2\n", "accept.toml:1:10"),
        ("base.json", "no\n", "base.json:1"),
    ] {
        let before = std::fs::read(path.join(name)).unwrap();
        std::fs::write(path.join(name), text).unwrap();
        let mut tool = Command::new(env!("CARGO_BIN_EXE_kanta"));
        let output = tool.args(["serve", "plan.toml"]).current_dir(path).output();
        let output = output.unwrap();
        assert_eq!(output.status.code(), Some(2), "{name}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains(told), "{name}: {said}");
        assert!(output.stdout.is_empty());
        std::fs::write(path.join(name), before).unwrap();
    }
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
    let done = Command::new("kill").args(["-INT", &pid]).status().unwrap();
    assert!(done.success());
    served.child.wait().unwrap();
    assert!(TcpStream::connect(("127.0.0.1", served.port)).is_err());
}
