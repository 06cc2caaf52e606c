//! What is read from sources, and what is told of what is wrong in them.

use crate::good::{GOOD, faults, read};
use kanta_address_index::{
    AddressIndex, DataSet, Form, Header, LINE_KEYS, Party, PartyKind, Source,
};
use kanta_conformance::{Date, Language};
use kanta_oid::{AccessPointOid, OwnerOid};

/// The faults of the good index with one text replaced.
fn instead(of: &str, is: &str) -> Vec<String> {
    assert_eq!(GOOD.matches(of).count(), 1, "{of}");
    faults(read(Form::Toml, &GOOD.replace(of, is)))
}

fn together(texts: &[&str]) -> Result<AddressIndex, Vec<String>> {
    let sources = texts.iter().map(|text| Source {
        form: Form::guess(text.as_bytes(), LINE_KEYS),
        bytes: text.as_bytes(),
    });
    let sources: Vec<_> = sources.collect();
    let told = AddressIndex::read(&sources);
    told.map_err(|faults| {
        let faults = faults.as_slice().iter();
        faults
            .map(|fault| format!("{}: {fault}", fault.place.source))
            .collect()
    })
}

#[test]
fn a_header_is_stated_in_full() {
    for (stated, lacks) in [
        ("version = \"1\"\n", "version"),
        ("issued = 2025-12-01\n", "issued"),
        ("expires = 2026-12-01\n", "expires"),
        ("format = 1\n", "format"),
    ] {
        assert_eq!(
            instead(stated, ""),
            [format!("field missing: `{lacks}`")],
            "{stated}"
        );
    }
}

#[test]
fn two_sources_may_state_the_same_header() {
    let (header, records) = GOOD.split_once("[[party]]").unwrap();
    let records = format!("format = 1\n[[party]]{records}");
    let good = read(Form::Toml, GOOD).unwrap();
    assert!(together(&[header, &records]).unwrap() == good);
    assert!(together(&[header, GOOD]).unwrap() == good);
    for (of, is) in [
        ("version = \"1\"", "version = \"2\""),
        ("issued = 2025-12-01", "issued = 2025-12-02"),
        ("expires = 2026-12-01", "expires = 2026-12-02"),
    ] {
        let other = header.replace(of, is);
        let sources = [GOOD, &other].map(|text| Source {
            form: Form::Toml,
            bytes: text.as_bytes(),
        });
        let faults = AddressIndex::read(&sources).unwrap_err();
        let told = Language::ALL.map(|language| faults.as_slice()[0].message(language));
        assert_eq!(
            told,
            [
                "the sources disagree on the version, the day of issue or the expiry",
                "lähteet ovat eri mieltä versiosta, antopäivästä tai vanhenemisesta",
                "källorna är oense om version, utgivningsdag eller utgång",
            ],
            "{is}"
        );
        assert_eq!(
            (faults.as_slice().len(), faults.as_slice()[0].place.source),
            (1, 1)
        );
    }
}

/// A fault in one source hides nothing of another, be that broken itself.
#[test]
fn the_faults_of_every_source_are_told() {
    let faulty = GOOD.replace("kind = \"provider\"", "kind = \"hospital\"");
    let (kind, form) = (
        "line 9, column 8 (party[0].kind): unknown word",
        "line 1, column 1: the source cannot be read",
    );
    for (texts, first, second) in [
        ([faulty.as_str(), "=\n"], kind, form),
        (["=\n", &faulty], form, kind),
    ] {
        let told = together(&texts).unwrap_err();
        for of_source in [format!("0: {first}"), format!("1: {second}")] {
            let is_told = told.iter().any(|it| it.starts_with(&of_source));
            assert!(is_told, "{of_source} {told:#?}");
        }
    }
}

/// TOML writes days without quotation marks; where a text is asked for, such a day is its text.
#[test]
fn a_day_may_stand_where_a_text_does() {
    let text = GOOD.replace("version = \"1\"", "version = 2025-12-01");
    let index = read(Form::Toml, &text).unwrap();
    assert_eq!(index.header().version, "2025-12-01");
    assert_eq!(
        instead("version = \"1\"", "version = 5"),
        ["line 2, column 11 (version): expected text"]
    );
}

/// How far reading has come is told every 4,096 records, and at the end of a source.
#[test]
fn progress_is_told_every_few_thousand_records() {
    let header = "{\"record\":\"header\",\"format\":1}\n";
    let text = format!("{header}{}", "{\"record\":\"party\"}\n".repeat(9_000));
    let source = Source {
        form: Form::JsonLines,
        bytes: text.as_bytes(),
    };
    let mut told = Vec::new();
    let read = AddressIndex::read_with(&[source], &mut |progress| told.push(progress));
    assert!(read.is_err());
    let records: Vec<_> = told.iter().map(|progress| progress.records).collect();
    assert_eq!(records, [4_096, 8_192, 9_000]);
    assert!(told.is_sorted_by_key(|progress| progress.bytes));
    assert_eq!(told[2].bytes, text.len());
}

/// A record that could not be read is known by its id and its OID; what leads elsewhere still leads nowhere.
#[test]
fn only_what_leads_to_a_broken_record_is_not_told() {
    let broken = "[[party]]\nid = \"b\"\noid = \"1.2.246.10.22222229.10.0\"\nkind = \"hospital\"\nname = \"Toinen\"\n";
    let party = |name: &str| {
        let annotation = format!("[[annotation]]\nparty = \"{name}\"\n");
        let told = faults(read(Form::Toml, &format!("{GOOD}{broken}{annotation}")));
        assert!(
            told.iter()
                .any(|it| it.contains("unknown word: `hospital`"))
        );
        told.into_iter()
            .filter(|it| it.contains("no record has this id or OID"))
            .count()
    };
    assert_eq!(party("b"), 0);
    assert_eq!(party("1.2.246.10.22222229.10.0"), 0);
    for other in ["c", "Toinen", "hospital", "1.2.246.10.33333338.10.0"] {
        assert_eq!(party(other), 1, "{other}");
    }
}

/// What is wrong in itself is not held against its neighbours.
#[test]
fn a_record_with_a_broken_day_overlaps_nothing() {
    let other = "[[party]]\nid = \"b\"\noid = \"1.2.246.10.22222229.10.0\"\nkind = \"provider\"\n";
    for record in [
        "[[agreement]]\nbetween = [\"clinic\", \"b\"]\n",
        "[[annotation]]\nparty = \"clinic\"\n",
        "[[right]]\nfor = \"b\"\naccess_point = \"ap\"\nservice = \"imaging\"\n",
    ] {
        let text =
            format!("{GOOD}{other}{record}from = 2025-01-01\n{record}from = \"2025-02-30\"\n");
        let told = faults(read(Form::Toml, &text));
        assert_eq!(told.len(), 1, "{told:#?}");
        assert!(told[0].contains("not a day of the calendar"), "{told:#?}");
    }
    // Nor is one in which a field stands twice.
    let header = r#"{"record":"header","format":1,"version":"1","issued":"2025-12-01","expires":"2026-12-01"}"#;
    let parties = r#"{"record":"party","id":"a","oid":"1.2.246.10.12345671.10.0","kind":"provider"}
{"record":"party","id":"b","oid":"1.2.246.10.22222229.10.0","kind":"provider"}"#;
    let agreement = r#"{"record":"agreement","between":["a","b"],"from":"2025-01-01"}"#;
    let twice =
        r#"{"record":"agreement","between":["a","b"],"from":"2025-01-01","from":"2025-01-01"}"#;
    let text = format!("{header}\n{parties}\n{agreement}\n{twice}\n");
    let told = faults(read(Form::JsonLines, &text));
    assert_eq!(told.len(), 1, "{told:#?}");
    assert!(told[0].starts_with("line 5"), "{told:#?}");
}

/// What looks like an OID and is none is told so, with the reason; any other name leads nowhere.
#[test]
fn a_name_that_looks_like_an_oid_is_told_why_it_is_none() {
    let told = |subject: &str, point: &str| {
        let right = format!(
            "[[right]]\nfor = \"{subject}\"\naccess_point = \"{point}\"\nservice = \"imaging\"\n"
        );
        let faults = read(Form::Toml, &format!("{GOOD}{right}")).unwrap_err();
        assert_eq!(faults.as_slice().len(), 1, "{faults}");
        Language::ALL.map(|language| faults.as_slice()[0].message(language))
    };
    for text in ["1.2.246.10.0123", "urn:oid:1.2.246.10.0123", "1.x"] {
        let why = OwnerOid::parse(text).unwrap_err();
        assert_eq!(
            told(text, "ap"),
            [
                format!(
                    "not the OID of a party or a pharmacy: `{text}`, {}",
                    why.en()
                ),
                format!(
                    "ei osapuolen eikä apteekin OID-tunnus: `{text}`, {}",
                    why.fi()
                ),
                format!(
                    "inte en parts eller ett apoteks OID: `{text}`, {}",
                    why.sv()
                ),
            ]
        );
        let why = AccessPointOid::parse(text).unwrap_err();
        assert_eq!(
            told("clinic", text),
            [
                format!("not the OID of an access point: `{text}`, {}", why.en()),
                format!("ei liityntäpisteen OID-tunnus: `{text}`, {}", why.fi()),
                format!("inte en anslutningspunkts OID: `{text}`, {}", why.sv()),
            ]
        );
    }
    assert_eq!(told("x.1", "ap")[0], "no record has this id or OID: `x.1`");
    assert_eq!(
        told("clinic", "x.1")[0],
        "no record has this id or OID: `x.1`"
    );
}

/// Records made in memory are held to the same: whoever is no pharmacist has an OID.
#[test]
fn a_party_made_in_memory_needs_an_oid() {
    let day = Date::constant(2025, 12, 1);
    let mut data = DataSet::new(Header::new("1", day, day.plus_years(1)));
    data.parties = vec![
        Party::new("pharmacist", PartyKind::Pharmacist),
        Party::new("clinic", PartyKind::Provider),
    ];
    let faults = faults(AddressIndex::build(data));
    assert_eq!(faults, ["party[1]: field missing: `oid`"]);
}

/// The day of the register, or no entry: neither a broken day nor another word.
#[test]
fn a_register_entry_is_a_day_or_no() {
    let relay = |entry: &str| {
        let party =
            "[[party]]\nid = \"r\"\noid = \"1.2.246.537.6.918.18.42\"\nkind = \"intermediary\"\n";
        faults(read(
            Form::Toml,
            &format!("{GOOD}{party}register_entry = {entry}\n"),
        ))
    };
    assert_eq!(relay("2024-01-15"), [""; 0]);
    assert_eq!(relay("false"), [""; 0]);
    let place = "line 27, column 18 (party[1].register_entry): ";
    let not = "not a day of the calendar, expected year-month-day such as 2025-09-01: ";
    assert_eq!(relay("2025-02-30"), [format!("{place}{not}`2025-02-30`")]);
    assert_eq!(relay("true"), [format!("{place}expected a date, or false")]);
}

/// Names of columns are read whatever their case, blanks and underlines; a list has any of three signs between.
#[test]
fn a_sheet_is_read_as_people_write_it() {
    let good = GOOD.replace(
        "[\"192.31.196.7\"]",
        "[\"192.31.196.7\", \"192.31.196.8\", \"192.31.196.9\", \"192.31.196.10\"]",
    );
    let good = read(Form::Toml, &good).unwrap();
    for point in [
        "access_point",
        "Access Point",
        "ACCESS__POINT",
        " access  point ",
    ] {
        let sheet = format!(
            "record|format|version|issued|expires|id|oid|kind|administrator|addresses|for|{point}|service|from|until\n\
             header|1|1|2025-12-01|2026-12-01||||||||||\n\
             party|||||clinic|1.2.246.10.12345671.10.0|provider|||||||\n\
             access_point|||||ap|1.2.246.10.12345671.10.0.13.1||clinic|192.31.196.7,192.31.196.8;192.31.196.9 192.31.196.10|||||\n\
             right||||||||||clinic|ap|prescription|2025-10-06|2026-10-06\n"
        );
        let sheet = sheet.replace('|', "\t");
        let index = read(Form::Csv, &sheet).unwrap_or_else(|faults| panic!("{point}: {faults}"));
        assert!(index == good, "{point}");
    }
}

/// A sheet that is no UTF-8 is told in which encoding it seems to be.
#[test]
fn a_sheet_of_another_encoding_is_told_which() {
    let bytes = b"record;name\nparty;\xc4iti\n";
    let told = |form| {
        let faults = AddressIndex::read(&[Source { form, bytes }]).unwrap_err();
        faults.to_string()
    };
    assert!(
        told(Form::Csv).contains("Windows-1252"),
        "{}",
        told(Form::Csv)
    );
    assert!(!told(Form::Toml).contains("Windows-1252"));
}

/// A value that breaks the form is told where it stands, whatever else is wrong.
#[test]
fn a_broken_value_is_told_among_other_faults() {
    let unread = "the source cannot be read: ";
    let party =
        "[[party]]\nid = \"r\"\noid = \"1.2.246.537.6.918.18.42\"\nkind = \"intermediary\"\n";
    let elsewhere = "[[annotation]]\nparty = \"x\"\n";
    let mut cases = vec![(
        format!("{party}register_entry = falsee\n"),
        format!("line 27, column 18 (party[1].register_entry): {unread}"),
    )];
    for between in [
        "[\"cli\\qnic\", \"kela\"]",
        "[\"kela\", \"cli\\qnic\"]",
        "[\"cli\\qnic\", \"ke\\qla\"]",
    ] {
        cases.push((
            format!("[[agreement]]\nbetween = {between}\n"),
            "line 24, column 11 (agreement[0].between): expected two ids".to_owned(),
        ));
    }
    for text in [
        "\"cli\\qnic\"",
        "2025-02-30",
        "2025-02-28x",
        "2025-02-28Z",
        "2025-2-28",
        "2025-02-028",
    ] {
        cases.push((
            format!("[[annotation]]\nparty = {text}\n"),
            format!("line 24, column 9 (annotation[0].party): {unread}"),
        ));
    }
    for (record, first) in cases {
        let told = faults(read(Form::Toml, &format!("{GOOD}{record}{elsewhere}")));
        assert_eq!(told.len(), 2, "{told:#?}");
        assert!(told[0].starts_with(&first), "{told:#?}");
        assert!(
            told[1].ends_with("no record has this id or OID: `x`"),
            "{told:#?}"
        );
    }
    for format in ["01", "1x", "1__"] {
        let text = GOOD.replace("format = 1", &format!("format = {format}"));
        let told = faults(read(Form::Toml, &format!("{text}{elsewhere}")));
        assert_eq!(told.len(), 2, "{told:#?}");
        let first = format!("line 1, column 10 (format): {unread}");
        assert!(told[0].starts_with(&first), "{told:#?}");
    }
}
