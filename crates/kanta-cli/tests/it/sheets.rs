//! An index from a spreadsheet and back: `kanta index convert`, `kanta index template`, and CSV wherever an index is read.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::harness::{LANGUAGES, data, kanta};

/// A folder of a test's own, gone at its end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("sheets-{name}"));
        drop(fs::remove_dir_all(&path));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

/// What is written to standard output with that status, which has to be so.
fn said(arguments: &[&str], status: i32) -> String {
    let answer = kanta(arguments);
    assert_eq!(
        answer.status, status,
        "{arguments:?}: {}{}",
        answer.stdout, answer.stderr
    );
    if status == 2 {
        answer.stderr
    } else {
        answer.stdout
    }
}

#[test]
fn the_example_index_goes_through_every_form_and_stays_the_same() {
    let folder = Folder::new("forms");
    let mut before = "index.toml".to_owned();
    for (step, form) in ["csv", "json", "csv", "toml", "jsonl", "csv"]
        .into_iter()
        .enumerate()
    {
        let after = folder.path(&format!("{step}.{form}"));
        assert_eq!(
            said(
                &["index", "convert", &before, "--to", form, "--out", &after],
                0
            ),
            ""
        );
        assert!(said(&["index", "diff", "index.toml", &after], 0).contains("no change"));
        before = after;
    }
    // Without a name on standard input, too.
    let sheet = fs::read(&before).unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_kanta"))
        .args(["index", "convert", "-", "--to", "csv"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), &sheet).unwrap();
    assert_eq!(child.wait_with_output().unwrap().stdout, sheet);
    // A file that is there stays, unless it is to be written over.
    let there = said(
        &[
            "index",
            "convert",
            "index.toml",
            "--to",
            "csv",
            "--out",
            &before,
        ],
        2,
    );
    assert!(
        there.contains("is there already and stays as it is"),
        "{there}"
    );
    said(
        &[
            "index",
            "convert",
            "index.toml",
            "--to",
            "csv",
            "--out",
            &before,
            "--force",
        ],
        0,
    );
}

#[test]
fn answers_from_a_sheet_are_those_of_the_index() {
    let folder = Folder::new("answers");
    let csv = folder.path("rights.csv");
    said(
        &[
            "index",
            "convert",
            "index.toml",
            "--to",
            "csv",
            "--out",
            &csv,
        ],
        0,
    );
    for question in [
        &["expiring", "--days", "900"][..],
        &["who", "--service", "prescription"],
    ] {
        let ask = |file: &str| {
            let mut arguments = vec!["index", question[0], file];
            arguments.extend(&question[1..]);
            arguments.extend(["--on", "2025-12-01", "--format", "json"]);
            let answer = kanta(&arguments);
            (answer.status, answer.stdout)
        };
        assert_eq!(ask("index.toml"), ask(&csv), "{question:?}");
    }
}

#[test]
fn an_encoding_that_is_not_utf_8_is_named_and_converted_when_it_is_named() {
    let folder = Folder::new("encoding");
    let sheet = b"record;format;version;issued;expires;id;kind;name\r\nheader;1;1;1.12.2025;1.12.2026;;;\r\nparty;;;;;p;pharmacist;V\xe4in\xf6 \x80\r\n";
    let file = folder.file("old.csv", sheet);
    let told = said(&["index", "check", &file, "--on", "2025-12-01"], 2);
    assert_eq!(
        told,
        format!(
            "{file}:3:8: the text is not UTF-8 but seems to be Windows-1252, found `ä`; save it as “CSV UTF-8”, or convert it with --encoding windows-1252\n"
        )
    );
    let convert = [
        "index",
        "convert",
        &file,
        "--encoding",
        "windows-1252",
        "--to",
        "jsonl",
    ];
    assert!(said(&convert, 0).contains("\"name\":\"Väinö €\""));
    let none = folder.file("none.csv", b"record\x81");
    let told = said(
        &[
            "index",
            "convert",
            &none,
            "--encoding",
            "windows-1252",
            "--to",
            "csv",
            "--lang",
            "fi",
        ],
        2,
    );
    assert!(
        told.ends_with("tavu 6 ei ole Windows-1252:n kirjain\n"),
        "{told}"
    );
}

#[test]
fn the_template_is_printed_in_each_language_and_asks_for_its_header() {
    for (language, first) in LANGUAGES.into_iter().zip(["record;", "tietue;", "post;"]) {
        let text = said(&["index", "template", "--lang", language], 0);
        assert!(
            text.trim_start_matches('\u{feff}').starts_with(first),
            "{text}"
        );
        let folder = Folder::new(&format!("template-{language}"));
        let filled = text.replacen("header;;1;;;;", "header;;1;v1;1.12.2025;1.12.2026;", 1);
        let file = folder.file("rights.csv", &filled);
        assert!(said(&["index", "check", &file, "--on", "2025-12-01"], 0).contains("0"));
    }
}

#[test]
fn faults_of_a_sheet_name_file_row_column_and_the_columns_name() {
    let folder = Folder::new("faults");
    let file = folder.file(
        "rights.csv",
        "tietue;muoto;versio;annettu;vanhenee\nheader;1;1;12/1/2025;2026-12-01\n",
    );
    let told = said(&["index", "check", &file, "--lang", "fi"], 2);
    assert_eq!(
        told,
        format!(
            "{file}:2:4: issued: sarake `annettu`: `12/1/2025` voidaan lukea usealla tavalla sen mukaan, mikä osa on kuukausi; kirjoita 2026-12-31 tai 31.12.2026\n"
        )
    );
    // By how it begins, where the name does not tell; and what names no record's kind is one fault.
    let text = folder.file(
        "rights.txt",
        "for;access_point;service\nP;AP;patient-data\n",
    );
    let told = said(&["index", "check", &text], 2);
    assert_eq!(told, format!("{text}:1: no column is named `record`\n"));
}

#[test]
fn workbooks_of_other_kinds_are_named() {
    let folder = Folder::new("workbooks");
    let xls = folder.file("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest");
    let told = said(&["index", "check", &xls], 2);
    assert_eq!(
        told,
        format!("{xls}: XLS is not read; save the sheet as “CSV UTF-8”\n")
    );
    let ods = folder.file(
        "open.ods",
        b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
    );
    assert!(said(&["index", "check", &ods], 2).contains("ODS is not read"));
    assert!(data().join("index.toml").exists());
}

#[cfg(not(feature = "xlsx"))]
#[test]
fn a_build_without_workbooks_says_what_to_do() {
    let folder = Folder::new("unbuilt");
    let file = folder.file("rights.xlsx", b"PK\x03\x04rest");
    let told = said(&["index", "check", &file], 2);
    assert!(told.contains("save the sheet as “CSV UTF-8”"), "{told}");
}

#[cfg(feature = "xlsx")]
mod workbooks {
    use std::io::{Cursor, Write};

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    /// A workbook of these sheets, each with its rows as XML, and more parts.
    fn workbook(sheets: &[(&str, &str)], more: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let mut part = |name: &str, bytes: &[u8]| {
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        };
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        part(
            "[Content_Types].xml",
            b"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
        );
        let package = "http://schemas.openxmlformats.org/package/2006/relationships";
        part(
            "_rels/.rels",
            format!("<Relationships xmlns=\"{package}\"><Relationship Id=\"r1\" Type=\"{relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>").as_bytes(),
        );
        let (mut names, mut links) = (String::new(), String::new());
        for (number, (name, rows)) in (1..).zip(sheets) {
            names += &format!("<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"r{number}\"/>");
            links += &format!(
                "<Relationship Id=\"r{number}\" Type=\"{relations}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"
            );
            let xml =
                format!("<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData></worksheet>");
            part(&format!("xl/worksheets/sheet{number}.xml"), xml.as_bytes());
        }
        part("xl/workbook.xml", format!("<workbook xmlns=\"{main}\" xmlns:r=\"{relations}\"><sheets>{names}</sheets></workbook>").as_bytes());
        part("xl/_rels/workbook.xml.rels", format!("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{links}</Relationships>").as_bytes());
        // Format 1 is a day.
        part("xl/styles.xml", format!("<styleSheet xmlns=\"{main}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>").as_bytes());
        for (name, bytes) in more {
            part(name, bytes);
        }
        zip.finish().unwrap().into_inner()
    }

    fn text(cell: &str, text: &str) -> String {
        format!("<c r=\"{cell}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
    }

    fn good() -> String {
        let names = [
            "A1 record",
            "B1 format",
            "C1 version",
            "D1 issued",
            "E1 vanhenee",
            "F1 tunnus",
            "G1 kind",
            "H1 name",
        ];
        let names: String = names.iter().map(|it| text(&it[..2], &it[3..])).collect();
        let header = text("A2", "header")
            + "<c r=\"B2\"><v>1</v></c><c r=\"C2\"><v>7</v></c><c r=\"D2\" s=\"1\"><v>45992</v></c><c r=\"E2\" s=\"1\"><v>46357</v></c>";
        // Rows 3 and 4 are empty.
        let party = text("A5", "party")
            + &text("F5", "p")
            + &text("G5", "pharmacist")
            + &text("H5", "Väinö; &quot;V&quot;");
        format!("<row r=\"1\">{names}</row><row r=\"2\">{header}</row><row r=\"5\">{party}</row>")
    }

    fn check(name: &str, bytes: &[u8], status: i32) -> String {
        let folder = Folder::new(&format!("xlsx-{name}"));
        let file = folder.file("rights.xlsx", bytes);
        let told = said(&["index", "check", &file, "--on", "2025-12-02"], status);
        told.replace(&file, "rights.xlsx")
    }

    #[test]
    fn a_workbook_is_read_as_its_sheet() {
        let folder = Folder::new("xlsx-good");
        let file = folder.file("rights.xlsx", workbook(&[("Taul1", &good())], &[]));
        // 45992 and 46357 are 1.12.2025 and 1.12.2026, counted from 30.12.1899.
        assert_eq!(
            said(&["index", "convert", &file, "--to", "jsonl"], 0),
            "{\"record\":\"header\",\"format\":1,\"version\":\"7\",\"issued\":\"2025-12-01\",\"expires\":\"2026-12-01\"}\n\
             {\"record\":\"party\",\"id\":\"p\",\"name\":\"Väinö; \\\"V\\\"\",\"kind\":\"pharmacist\"}\n"
        );
    }

    #[test]
    fn faults_of_a_workbook_have_its_rows_and_columns() {
        let rows = good()
            .replace(">pharmacist<", ">farmasist<")
            .replace("<v>7</v>", "<v>123456789012345678</v>");
        let told = check("faults", &workbook(&[("Taul1", &rows)], &[]), 2);
        assert!(
            told.contains(
                "rights.xlsx:5:7: party[0].kind: column `kind`: unknown word: `farmasist`"
            ),
            "{told}"
        );
        assert!(
            told.contains(
                "rights.xlsx:2:3: version: column `version`: a spreadsheet has shortened a number"
            ),
            "{told}"
        );
        // A time of day is no day.
        let rows = good().replace("<v>45992</v>", "<v>45992.5</v>");
        let told = check("times", &workbook(&[("Taul1", &rows)], &[]), 2);
        assert!(
            told.contains("`2025-12-01 12:00:00` has a time of day behind the day"),
            "{told}"
        );
    }

    #[test]
    fn of_several_sheets_one_has_to_be_named() {
        let bytes = workbook(&[("Ohje", ""), ("Oikeudet", &good())], &[]);
        let told = check("sheets", &bytes, 2);
        assert!(told.contains("say which: `Ohje`, `Oikeudet`"), "{told}");
        let folder = Folder::new("xlsx-named");
        let file = folder.file("rights.xlsx", &bytes);
        let convert = |sheet: &str, status| {
            said(
                &["index", "convert", &file, "--sheet", sheet, "--to", "jsonl"],
                status,
            )
        };
        assert!(convert("Oikeudet", 0).contains("pharmacist"));
        assert!(convert("Muu", 2).contains("none of that name"));
    }

    /// Small files that ask for much: nothing is allocated for what they claim.
    #[test]
    fn hostile_workbooks_end_in_a_clear_error() {
        let far = good() + &format!("<row r=\"1048576\">{}</row>", text("XFD1048576", "x"));
        let told = check("far", &workbook(&[("Taul1", &far)], &[]), 2);
        assert!(
            told.contains("row 1048576, column 16384 lies beyond what is read"),
            "{told}"
        );
        let back = good() + &format!("<row r=\"3\">{}</row>", text("A3", "x"));
        let told = check("back", &workbook(&[("Taul1", &back)], &[]), 2);
        assert!(
            told.contains("row 3, column 1 lies beyond what is read"),
            "{told}"
        );
        let zeros = vec![b' '; (64 << 20) + 1];
        let bomb = workbook(&[("Taul1", &good())], &[("xl/sharedStrings.xml", &zeros)]);
        assert!(bomb.len() < 1 << 20);
        let told = check("bomb", &bomb, 2);
        assert!(
            told.contains("unpacked the workbook is larger than 67108864 bytes"),
            "{told}"
        );
        let whole = workbook(&[("Taul1", &good())], &[]);
        for cut in [4, 100, whole.len() - 30] {
            let told = check(&format!("cut-{cut}"), &whole[..cut], 2);
            assert!(told.contains("the workbook cannot be read: "), "{told}");
        }
        let broken = workbook(
            &[(
                "Taul1",
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>99</v></c></row>",
            )],
            &[],
        );
        let told = check("strings", &broken, 2);
        assert!(told.starts_with("rights.xlsx: "), "{told}");
    }
}

#[test]
fn the_page_on_spreadsheets_shows_what_happens() {
    let folder = Folder::new("page");
    folder.file("index.toml", fs::read(data().join("index.toml")).unwrap());
    let spoilt = "tietue;muoto;versio;annettu;vanhenee;tunnus;laji\nheader;1;1;12/1/2025;1.12.2026;;\nparty;;;;;1,23457E+17;pharmacist\n";
    folder.file("spoilt.csv", spoilt);
    let page = fs::read_to_string(data().join("../../docs/spreadsheets.md")).unwrap();
    let mut commands = 0;
    for block in page.split("```text\n").skip(1) {
        let block = block.split("```").next().unwrap();
        for shown in block.split("$ kanta ").skip(1) {
            let (command, expected) = shown.split_once('\n').unwrap();
            let output = Command::new(env!("CARGO_BIN_EXE_kanta"))
                .args(command.split(' '))
                .current_dir(&folder.0)
                .stdin(Stdio::null())
                .output()
                .unwrap();
            let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
            if expected != "…\n" {
                assert_eq!(said, expected, "{command}");
            }
            commands += 1;
        }
    }
    assert_eq!(commands, 5);
}
