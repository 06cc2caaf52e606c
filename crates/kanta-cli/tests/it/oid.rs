//! `kanta oid`, run as people and programs run it.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use serde_json::Value;

/// Runs `kanta oid` and gives its exit status, standard output and standard error.
fn run(args: &[&str], input: &[u8]) -> (i32, String, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_kanta"))
        .arg("oid")
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that reads nothing may have ended already.
    drop(child.stdin.take().unwrap().write_all(input));
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (
        output.status.code().unwrap(),
        text(output.stdout),
        text(output.stderr),
    )
}

#[test]
fn a_valid_identifier_is_told_in_three_languages() {
    let text = "1.2.246.10.12345671.10.0.13.2";
    let told = |lang| run(&[text, "--lang", lang], b"");
    let en = "`1.2.246.10.12345671.10.0.13.2`: access point, form sote\n  \
              owner: 1.2.246.10.12345671.10.0 (operating unit)\n  \
              number: 2\n  \
              business ID: 1234567-1 (the check digit is right)\n";
    assert_eq!(told("en"), (0, en.to_owned(), String::new()));
    let fi = "`1.2.246.10.12345671.10.0.13.2`: liityntäpiste, muoto sote\n  \
              omistaja: 1.2.246.10.12345671.10.0 (toimintayksikkö)\n  \
              numero: 2\n  \
              Y-tunnus: 1234567-1 (tarkistusnumero on oikein)\n";
    assert_eq!(told("fi"), (0, fi.to_owned(), String::new()));
    let sv = "`1.2.246.10.12345671.10.0.13.2`: anslutningspunkt, form sote\n  \
              ägare: 1.2.246.10.12345671.10.0 (verksamhetsenhet)\n  \
              nummer: 2\n  \
              FO-nummer: 1234567-1 (kontrollsiffran är rätt)\n";
    assert_eq!(told("sv"), (0, sv.to_owned(), String::new()));
}

#[test]
fn an_invalid_identifier_is_told_with_what_was_meant() {
    let (status, out, _) = run(&["1.2.246.553.1.1234.14.1", "1.2.246.553.1.1234.13.1"], b"");
    assert_eq!(status, 1);
    assert_eq!(
        out,
        "`1.2.246.553.1.1234.14.1`: not an access-point OID\n  \
         access-point node: expected `13` (arc 7, character 20), found `14`\n  \
         hint: access points stand in node `13`, not in `14`\n  \
         perhaps meant: 1.2.246.553.1.1234.13.1\n\
         `1.2.246.553.1.1234.13.1`: access point, form pharmacy\n  \
         owner: 1.2.246.553.1.1234 (pharmacy)\n  \
         number: 1\n"
    );
}

#[test]
fn json_is_one_object_a_line_in_the_order_of_the_input() {
    let (status, out, _) = run(
        &[
            "--format",
            "json",
            "1.2.246.537.28.10000222116.13.4",
            "1.2.246.10.7.10.1",
        ],
        b"",
    );
    assert_eq!(status, 1);
    assert_eq!(
        out,
        "{\"input\":\"1.2.246.537.28.10000222116.13.4\",\"valid\":true,\"form\":\"valvira\",\
         \"kind\":\"access-point\",\"owner\":\"1.2.246.537.28.10000222116\",\"number\":4,\
         \"known\":null,\"error\":null,\"hints\":[],\"suggestion\":null,\"offset\":null,\"length\":null,\"arc\":null,\
         \"owner_kind\":{\"en\":\"self-employed practitioner\",\"fi\":\"itsenäinen ammatinharjoittaja\",\
         \"sv\":\"självständig yrkesutövare\"},\"business_id\":null,\"messages\":null,\"hint_messages\":[]}\n\
         {\"input\":\"1.2.246.10.7.10.1\",\"valid\":false,\"form\":null,\"kind\":\"service-unit\",\
         \"owner\":\"1.2.246.10.7.10.1\",\"number\":null,\
         \"known\":null,\"error\":\"access-point node: missing (arc 8, character 18)\",\
         \"hints\":[\"kind of OID: service unit, not an access point\",\
         \"in full: `1.2.246.10.7.10.1.13.n`, where n is the access-point number\"],\
         \"suggestion\":null,\"offset\":17,\"length\":0,\"arc\":7,\"owner_kind\":null,\"business_id\":null,\
         \"messages\":{\"en\":\"access-point node: missing (arc 8, character 18)\",\
         \"fi\":\"liityntäpistesolmu: puuttuu (solmu 8, merkki 18)\",\
         \"sv\":\"anslutningspunktsnod: saknas (nod 8, tecken 18)\"},\
         \"hint_messages\":[{\"en\":\"kind of OID: service unit, not an access point\",\
         \"fi\":\"tunnuksen laji: palveluyksikkö, ei liityntäpiste\",\
         \"sv\":\"kodens slag: serviceenhet, inte en anslutningspunkt\"},\
         {\"en\":\"in full: `1.2.246.10.7.10.1.13.n`, where n is the access-point number\",\
         \"fi\":\"kokonaan: `1.2.246.10.7.10.1.13.n`, jossa n on liityntäpisteen numero\",\
         \"sv\":\"i sin helhet: `1.2.246.10.7.10.1.13.n`, där n är anslutningspunktens nummer\"}]}\n"
    );
}

#[test]
fn lines_of_standard_input_are_taken_as_they_are() {
    let input = b"1.2.246.553.1.1.13.1\r\n 1.2.246.553.1.1.13.1\n\n\xff\n1.2.246.553.1.1.13.2";
    let (status, out, _) = run(&["--stdin", "--format", "json"], input);
    let lines: Vec<Value> = out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let told: Vec<_> = lines
        .iter()
        .map(|l| (l["input"].as_str().unwrap(), l["valid"].as_bool().unwrap()))
        .collect();
    assert_eq!(status, 1);
    assert_eq!(
        told,
        [
            ("1.2.246.553.1.1.13.1", true),
            (" 1.2.246.553.1.1.13.1", false),
            ("", false),
            ("\u{fffd}", false),
            ("1.2.246.553.1.1.13.2", true),
        ]
    );
}

#[test]
fn any_character_can_stand_in_a_json_string() {
    let input = b"\"1.2.246.553.1.1.13.\\u0031\"\n\n\"\\n\\u001b[31m\"\n";
    let (status, out, _) = run(
        &["--stdin", "--stdin-format", "json", "--format", "json"],
        input,
    );
    let lines: Vec<Value> = out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(status, 1);
    assert_eq!(lines.len(), 2);
    assert_eq!(
        (lines[0]["input"].as_str(), &lines[0]["valid"]),
        (Some("1.2.246.553.1.1.13.1"), &true.into())
    );
    assert_eq!(lines[1]["input"].as_str(), Some("\n\u{1b}[31m"));
    assert!(!out.contains('\u{1b}'));
    // In a report for people a control character is shown, not sent to the terminal.
    let (_, out, _) = run(&["--stdin", "--stdin-format", "json"], input);
    assert!(out.contains("`\\n\\u{1b}[31m`: not an access-point OID\n"));
    assert!(!out.contains('\u{1b}'));
}

#[test]
fn what_cannot_be_read_ends_with_status_2() {
    for input in ["x\n", "7\n", "\"1.2\" \"3\"\n", "\"\\ud800\"\n"] {
        let good = "\"1.2.246.553.1.1.13.1\"\n";
        let input = format!("{good}{input}");
        let (status, out, err) = run(&["--stdin", "--stdin-format", "json"], input.as_bytes());
        assert_eq!(
            (status, err.as_str()),
            (2, "kanta: line 2 is not a JSON string\n")
        );
        assert!(out.starts_with("`1.2.246.553.1.1.13.1`: access point"));
    }
    let (status, _, err) = run(&["--stdin"], &vec![b'1'; 3 << 20]);
    assert_eq!(
        (status, err.as_str()),
        (2, "kanta: line 1 has 1048576 bytes or more\n")
    );
    for args in [
        &[][..],
        &["--stdin", "1.2"],
        &["--stdin-format", "json", "1.2"],
        &["--lang", "de", "1"],
    ] {
        let (status, out, err) = run(args, b"");
        assert_eq!((status, out.as_str()), (2, ""));
        assert!(err.starts_with("error: "), "{err}");
    }
}

#[test]
fn a_long_stream_is_answered_line_by_line() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_kanta"))
        .args(["oid", "--stdin", "--format", "json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    const LINES: usize = 20_000;
    let writer = std::thread::spawn(move || {
        for n in 0..LINES {
            writeln!(stdin, "1.2.246.553.1.1234.13.{n}").unwrap();
        }
    });
    let mut n = 0;
    for line in BufReader::new(child.stdout.take().unwrap()).lines() {
        let line: Value = serde_json::from_str(&line.unwrap()).unwrap();
        assert_eq!(line["number"].as_u64(), Some(n));
        n += 1;
    }
    writer.join().unwrap();
    assert_eq!(n, LINES as u64);
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn standard_input_can_be_named_among_the_identifiers_and_its_byte_order_mark_is_skipped() {
    let input = b"\xef\xbb\xbf1.2.246.553.1.1.13.1\n1.2.246.553.1.1.13.2\n";
    let named = |out: &str| -> Vec<String> {
        let lines = out.lines().map(|line| serde_json::from_str(line).unwrap());
        lines
            .map(|line: Value| line["input"].as_str().unwrap().to_owned())
            .collect()
    };
    let (status, out, _) = run(&["--stdin", "--format", "json"], input);
    assert_eq!(status, 0);
    assert_eq!(
        named(&out),
        ["1.2.246.553.1.1.13.1", "1.2.246.553.1.1.13.2"]
    );
    let (status, out, _) = run(&["--format", "json", "1.2.246.553.1.1.13.9", "-"], input);
    assert_eq!(status, 0);
    assert_eq!(
        named(&out),
        [
            "1.2.246.553.1.1.13.9",
            "1.2.246.553.1.1.13.1",
            "1.2.246.553.1.1.13.2"
        ]
    );
    let quoted = b"\xef\xbb\xbf\"1.2.246.553.1.1.13.1\"\n";
    let (status, ..) = run(&["--stdin", "--stdin-format", "json"], quoted);
    assert_eq!(status, 0);
    // A mark on a later line is a character like any other.
    let (status, ..) = run(
        &["--stdin"],
        b"1.2.246.553.1.1.13.1\n\xef\xbb\xbf1.2.246.553.1.1.13.2\n",
    );
    assert_eq!(status, 1);
}

#[test]
fn a_foreign_identifier_is_named_where_public_sources_name_it() {
    let (status, out, _) = run(&["1.2.246.537.6.202"], b"");
    assert_eq!(status, 1);
    assert_eq!(
        out,
        "`1.2.246.537.6.202`: not an access-point OID\n  \
         root: expected `918` (arc 6, character 15), found `202`\n  \
         hint: kind of OID: code set of the national code service, not an access point\n  \
         known node: 1.2.246.537.6.202, code set of the SOTE organisation register (THL) \
         (source: fhir-fi/finnish-base-profiles)\n"
    );
    let (_, out, _) = run(&["--lang", "fi", "1.2.246.10.12345671.19.0"], b"");
    assert!(
        out.contains("tunnettu solmu: 1.2.246.10.12345671.19, rekisterinpitäjä (lähde: "),
        "{out}"
    );
    let (_, out, _) = run(&["--lang", "sv", "urn:oid:1.2.246.537.6.40174"], b"");
    assert!(
        out.contains("känd nod: 1.2.246.537.6.40174, kodverket för personuppgiftsansvariga"),
        "{out}"
    );
    let (_, out, _) = run(
        &["--format", "json", "urn:oid:1.2.246.537.6.202", "1.2.3"],
        b"",
    );
    let lines: Vec<Value> = out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines[0]["kind"], "code-set");
    assert_eq!(lines[0]["known"]["node"], "1.2.246.537.6.202");
    assert_eq!(
        (&lines[1]["kind"], &lines[1]["known"]),
        (&"foreign".into(), &Value::Null)
    );
}
