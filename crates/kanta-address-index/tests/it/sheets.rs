//! An index as a spreadsheet: what is read, what is told, and that nothing is lost on the way.

use std::collections::HashMap;

use kanta_address_index::{AddressIndex, DataSet, Form, KELA, Order, Source};
use kanta_conformance::Language;
use proptest::prelude::*;

use crate::good::{GOOD, faults, read};
use crate::worlds::Dice;

/// The good index, as a spreadsheet in Finland saves it.
const SHEET: &str = "\u{feff}tietue;muoto;versio;annettu;vanhenee;tunnus;oid;laji;hallinnoija;osoitteet;kenelle;liityntäpiste;palvelu;alkaen;ennen\r\n\
    header;1;1;1.12.2025;1.12.2026;;;;;;;;;;\r\n\
    party;;;;;clinic;1.2.246.10.12345671.10.0;provider;;;;;;;\r\n\
    access_point;;;;;ap;1.2.246.10.12345671.10.0.13.1;;clinic;192.31.196.7;;;;;\r\n\
    right;;;;;;;;;;clinic;ap;prescription;06.10.2025;2026-10-06\r\n\
    ;;;;;;;;;;;;;;\r\n";

fn written(index: &AddressIndex, form: Form) -> String {
    let mut text = String::new();
    index.write(form, &mut text).unwrap();
    text
}

fn again(index: &AddressIndex, form: Form) -> AddressIndex {
    let text = written(index, form);
    read(form, &text).unwrap_or_else(|faults| panic!("{faults}\n{text}"))
}

#[test]
fn a_sheet_says_what_the_other_forms_say() {
    let good = read(Form::Toml, GOOD).unwrap();
    assert!(read(Form::Csv, SHEET).unwrap() == good);
    // With commas, with tabs, with other line ends, with the columns in Swedish and in another order.
    let swedish = "post,från och med,format,version,utgiven,upphör,id,oid,slag,administratör,adresser,för,anslutningspunkt,tjänst,före\n\
        header,,1,1,2025-12-01,2026-12-01,,,,,,,,,\n\
        right,2025-10-06,,,,,,,,,,clinic,ap,prescription,6.10.2026\n\
        access_point,,,,,,ap,1.2.246.10.12345671.10.0.13.1,,clinic,192.31.196.7,,,,\n\
        party,,,,,,clinic,1.2.246.10.12345671.10.0,provider,,,,,,\n";
    assert!(read(Form::Csv, swedish).unwrap() == good);
    assert!(read(Form::Csv, &swedish.replace(',', "\t")).unwrap() == good);
    assert!(read(Form::Csv, &swedish.replace('\n', "\r")).unwrap() == good);
}

#[test]
fn every_form_that_is_written_is_read_again() {
    let good = read(Form::Toml, GOOD).unwrap();
    for form in [Form::Toml, Form::Json, Form::JsonLines, Form::Csv] {
        assert!(again(&good, form) == good, "{form:?}");
    }
    assert_eq!(
        written(&good, Form::Csv),
        "\u{feff}record;format;version;issued;expires;id;oid;kind;administrator;addresses;for;access_point;service;from;until\r\n\
         header;1;1;2025-12-01;2026-12-01;;;;;;;;;;\r\n\
         party;;;;;clinic;1.2.246.10.12345671.10.0;provider;;;;;;;\r\n\
         access_point;;;;;ap;1.2.246.10.12345671.10.0.13.1;;clinic;192.31.196.7/32;;;;;\r\n\
         right;;;;;;;;;;1.2.246.10.12345671.10.0;1.2.246.10.12345671.10.0.13.1;prescription;2025-10-06;2026-10-06\r\n"
    );
    assert_eq!(
        written(&good, Form::Toml),
        "#:schema ./kanta-address-index-1.schema.json\nformat = 1\nversion = \"1\"\nissued = 2025-12-01\nexpires = 2026-12-01\n\n\
         [[party]]\nid = \"clinic\"\noid = \"1.2.246.10.12345671.10.0\"\nkind = \"provider\"\n\n\
         [[access_point]]\nid = \"ap\"\noid = \"1.2.246.10.12345671.10.0.13.1\"\nadministrator = \"clinic\"\naddresses = [\"192.31.196.7/32\"]\n\n\
         [[right]]\nfor = \"1.2.246.10.12345671.10.0\"\naccess_point = \"1.2.246.10.12345671.10.0.13.1\"\nservice = \"prescription\"\nfrom = 2025-10-06\nuntil = 2026-10-06\n"
    );
    assert_eq!(
        written(&good, Form::Json),
        "{\n  \"format\": 1,\n  \"version\": \"1\",\n  \"issued\": \"2025-12-01\",\n  \"expires\": \"2026-12-01\",\n  \
         \"party\": [\n    {\"id\": \"clinic\", \"oid\": \"1.2.246.10.12345671.10.0\", \"kind\": \"provider\"}\n  ],\n  \
         \"access_point\": [\n    {\"id\": \"ap\", \"oid\": \"1.2.246.10.12345671.10.0.13.1\", \"administrator\": \"clinic\", \"addresses\": [\"192.31.196.7/32\"]}\n  ],\n  \
         \"right\": [\n    {\"for\": \"1.2.246.10.12345671.10.0\", \"access_point\": \"1.2.246.10.12345671.10.0.13.1\", \"service\": \"prescription\", \"from\": \"2025-10-06\", \"until\": \"2026-10-06\"}\n  ]\n}\n"
    );
    let empty = "format = 1\nversion = \"\\u007f\"\nissued = 2025-12-01\nexpires = 2026-12-01\n";
    let empty = read(Form::Toml, empty).unwrap();
    for form in [Form::Toml, Form::Json, Form::JsonLines, Form::Csv] {
        assert!(again(&empty, form) == empty, "{form:?}");
    }
}

/// Every fault at once, each with its row, the number of its column, and the column's name as the sheet writes it.
#[test]
fn every_fault_is_told_with_row_and_column() {
    let sheet = "tietue;Tunnus;oid;laji;terveydenhuolto;kenelle;liityntäpiste;palvelu;alkaen;ennen;muoto;sarjanumero;\n\
        header;;;;;;;;;;2;;\n\
        party;a;1,23457E+17;providr;joo;;;;;;;;\n\
        party;\"b\"c;1.2.246.10.12345671.10.0;provider;KYLLÄ;;;;;;;;\n\
        right;;;;;a;x;prescription;12/31/2026;31.12.26;;;\n\
        right;;;;;a;x;imaging;46387;soon;;;huh\n\
        access_point;ap;;;;;;;;;;;\n\
        certificate;;;;;;ap;;;;;;\n\
        certificate;;;;;;nobody;;;;;1;\n\
        certificate;;;;;;;;;;;1;\n\
        ;x;;;;;;;;;;;\n\
        rihgt;;;;;;;;;;;;\n";
    let told = faults(read(Form::Csv, sheet));
    let expected = [
        "no source gives the version, the day of issue and the expiry",
        "line 2, column 11 (format): column `muoto`: unknown format, expected 1",
        "line 3, column 3 (oid): column `oid`: a spreadsheet has shortened a number, and its digits are lost: `1,23457E+17`; format the column as text and enter the number anew",
        "line 3, column 4 (party[0].kind): column `laji`: unknown word: `providr`, expected `provider`, `pharmacist`, `hospital-pharmacy`, `medicine-centre` or `intermediary`",
        "line 3, column 5 (party[0].health_care): column `terveydenhuolto`: expected true or false",
        "line 4, column 2 (id): column `Tunnus`: something stands behind a closing quotation mark; one inside a cell stands twice",
        "line 5, column 9 (from): column `alkaen`: `12/31/2026` can be read as several days, by which part is the month; write 2026-12-31 or 31.12.2026",
        "line 5, column 10 (until): column `ennen`: `31.12.26` does not say the century; write 2026-12-31 or 31.12.2026",
        "line 6, column 9 (from): column `alkaen`: `46387` is a spreadsheet's own number of a day, whose meaning depends on its settings; write 2026-12-31 or 31.12.2026",
        "line 6, column 10 (right[1].until): column `ennen`: not a day of the calendar, expected year-month-day such as 2025-09-01: `soon`",
        "line 6, column 13: the column has no name and holds `huh`",
        "line 7, column 3 (access_point[0]): column `oid`: field missing: `oid`",
        "line 7 (access_point[0]): field missing: `administrator`",
        "line 8, column 12 (access_point[0].certificates): column `sarjanumero`: field missing: `serial`",
        "line 9, column 7 (certificate.access_point): column `liityntäpiste`: no record has this id or OID: `nobody`",
        "line 10, column 7 (certificate): column `liityntäpiste`: field missing: `access_point`",
        "line 11, column 1: column `tietue`: field missing: `record`",
        "line 12, column 1 (record): column `tietue`: unknown word: `rihgt`, expected `party`, `pharmacy`, `tenant`, `access_point`, `agreement`, `annotation` or `right`",
    ];
    for fault in expected {
        assert!(told.iter().any(|it| it == fault), "{fault}\n{told:#?}");
    }
    assert_eq!(told.len(), expected.len(), "{told:#?}");
}

#[test]
fn names_that_lead_nowhere_are_told_with_their_column() {
    let sheet = SHEET.replace(";clinic;ap;", ";nobody;ap;");
    assert_eq!(
        faults(read(Form::Csv, &sheet)),
        [
            "line 5, column 11 (right[0].for): column `kenelle`: no record has this id or OID: `nobody`"
        ]
    );
    let inverted = SHEET.replace("2026-10-06", "1.1.2024");
    assert_eq!(
        faults(read(Form::Csv, &inverted)),
        [
            "line 5, column 15 (right[0].until): column `ennen`: the end does not lie after the start"
        ]
    );
}

#[test]
fn a_sheet_that_names_no_columns_or_the_same_twice_is_told_so() {
    let told = |text: &str| faults(read(Form::Csv, text));
    assert_eq!(told(""), ["no row names the columns"]);
    assert_eq!(
        told("for;access_point\nP;AP\n"),
        ["line 1: no column is named `record`"]
    );
    assert_eq!(
        told("record;tietue;servise;zzz\n"),
        [
            "line 1, column 2: two columns say the same, `tietue`: the first is column 1",
            "line 1, column 3: unknown column `servise`; did you mean `service`",
            "line 1, column 4: unknown column `zzz`",
        ]
    );
    let open = format!("{SHEET}right;\"x;y\nparty;\n");
    assert_eq!(
        told(&open),
        [
            "line 7, column 2 (format): column `muoto`: a quotation mark opens here and is never closed"
        ]
    );
}

#[test]
fn an_order_is_read_from_a_sheet_with_certificates_of_what_it_adds() {
    let index = read(Form::Toml, GOOD).unwrap();
    let order = "record;order;id;oid;administrator;access_point;serial;from;for;service\n\
        access_point;add;ap2;1.2.246.10.12345671.10.0.13.2;clinic;;;;;\n\
        certificate;add;;;;ap2;0A1B;1.1.2026;;\n\
        right;add;;;;ap2;;1.1.2026;clinic;imaging\n\
        right;withdraw;;;;ap;;;clinic;prescription\n";
    let source = |text: &'static str| Source {
        form: Form::Csv,
        bytes: text.as_bytes(),
    };
    let order = Order::read(&source(order), &index).unwrap();
    assert_eq!(order.add.access_points[0].certificates[0].serial, "0A1B");
    assert_eq!(
        (order.add.rights.len(), order.withdraw.rights.len()),
        (1, 1)
    );
    let bad = "record;order;for\nright;;clinic\nright;perhaps;clinic\n";
    let told = faults(Order::read(&source(bad), &index).map(|_| index.clone()));
    assert_eq!(
        told,
        [
            "line 2, column 2: column `order`: field missing: `order`",
            "line 3, column 2 (order): column `order`: unknown word: `perhaps`, expected `add` or `withdraw`",
        ]
    );
}

#[test]
fn the_template_names_every_column_in_each_language() {
    let text = |language| AddressIndex::sheet_template(language);
    let columns: Vec<_> = Language::ALL
        .map(|language| text(language).split(';').count())
        .into();
    assert!(
        columns.iter().all(|&count| count == columns[0]),
        "{columns:?}"
    );
    assert!(
        text(Language::Fi)
            .starts_with("\u{feff}tietue;tilaus;muoto;versio;annettu;vanhenee;tunnus;")
    );
    for language in Language::ALL {
        // Its columns are known; what it lacks is what an index cannot do without.
        assert_eq!(
            faults(read(Form::Csv, &text(language))),
            ["no source gives the version, the day of issue and the expiry"]
        );
    }
}

/// Texts that a spreadsheet or a form would spoil.
const HARD: &[&str] = &[
    "=1+1",
    "+358",
    "-",
    "@x",
    "'",
    "''",
    "'=x",
    "1.2E+12",
    "1,2E+12",
    "a;b",
    "a,b",
    "\"q\"",
    "\"",
    "x\ny",
    "x\r\ny",
    "\r",
    "\t",
    " ",
    " x ",
    "ä",
    "#",
    "[[x]]",
    "\\",
    "\\u0041",
    "true",
    "2026-12-31",
    "31.12.2026",
    "0012",
    "\u{7f}\u{1}",
    "\u{feff}",
    "\u{2028}",
    "1",
    "record",
    "€",
];

/// A random world in which names, references, ids and serial numbers are hard to write.
fn spoilt(seed: u64, texts: &[String]) -> AddressIndex {
    let index = crate::worlds::index(&crate::worlds::world(seed));
    let mut data = index.to_data_set();
    let mut dice = Dice::new(seed ^ 3);
    let mut at = 0;
    let mut text = || {
        at += 1;
        match dice.roll(2) {
            0 => HARD[dice.roll(HARD.len())].to_owned(),
            _ => texts[dice.roll(texts.len())].clone(),
        }
    };
    let mut ids: HashMap<String, String> = HashMap::from([(KELA.to_owned(), KELA.to_owned())]);
    let mut renamed = |id: &mut String, text: &mut dyn FnMut() -> String| {
        let new = ids
            .entry(id.clone())
            .or_insert_with(|| format!("{}{id}", text()));
        id.clone_from(new);
    };
    let DataSet {
        parties,
        pharmacies,
        tenants,
        access_points,
        agreements,
        annotations,
        rights,
        ..
    } = &mut data;
    for party in parties {
        renamed(&mut party.id, &mut text);
        party.name = party.name.is_some().then(&mut text);
    }
    for pharmacy in pharmacies {
        renamed(&mut pharmacy.id, &mut text);
        renamed(&mut pharmacy.pharmacist, &mut text);
        pharmacy.name = pharmacy.name.is_some().then(&mut text);
    }
    for tenant in tenants {
        renamed(&mut tenant.id, &mut text);
        renamed(&mut tenant.host, &mut text);
        tenant.name = tenant.name.is_some().then(&mut text);
    }
    for point in access_points {
        renamed(&mut point.id, &mut text);
        renamed(&mut point.administrator, &mut text);
        for (number, certificate) in point.certificates.iter_mut().enumerate() {
            certificate.serial = format!("{}{number}", text());
        }
    }
    for agreement in agreements {
        agreement
            .between
            .iter_mut()
            .for_each(|id| renamed(id, &mut text));
    }
    for annotation in annotations {
        renamed(&mut annotation.party, &mut text);
    }
    for right in rights {
        if let Some(organiser) = &mut right.organiser {
            renamed(organiser, &mut text);
        }
        right.basis.reference = right.basis.reference.is_some().then(&mut text);
    }
    // An empty text is refused where it has to say something, and two ids may have become one: the world is kept as it was.
    AddressIndex::build(data).unwrap_or(index)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    /// Through all forms, one behind the other, and nothing is lost.
    #[test]
    fn a_round_trip_loses_nothing(seed in any::<u64>(), texts in prop::collection::vec("\\PC{1,8}", 4)) {
        let index = spoilt(seed, &texts);
        let mut there = index.clone();
        for form in [Form::Csv, Form::Toml, Form::Json, Form::Csv, Form::JsonLines] {
            there = again(&there, form);
            prop_assert!(there == index, "{form:?}");
        }
    }
}

/// The worlds are of use only if they keep what is hard to write.
#[test]
fn most_of_the_spoilt_worlds_are_kept() {
    let texts = ["x".to_owned()];
    let kept = (0..40).filter(|&seed| {
        let index = spoilt(seed, &texts);
        index
            .parties()
            .iter()
            .any(|party| party.id != party.id.trim_matches(['=', '\'', '"', ';']))
    });
    assert!(kept.count() > 20);
}

/// Time and memory in proportion to the rows: 300,000 rights, and ten times fewer.
#[test]
fn three_hundred_thousand_rows_are_read_in_proportion() {
    let sheet = |rights: u32| {
        let mut text = String::from(
            "record;format;version;issued;expires;id;oid;kind;administrator;for;access_point;service;from\r\n\
             header;1;1;1.12.2025;1.12.2026;;;;;;;;\r\n\
             party;;;;;clinic;1.2.246.10.12345671.10.0;provider;;;;;\r\n",
        );
        for point in 0..rights / 10 {
            let oid = format!("1.2.246.10.12345671.10.0.13.{point}");
            text.push_str(&format!("access_point;;;;;ap{point};{oid};;clinic;;;;\r\n"));
            for service in crate::worlds::SERVICES.iter().take(10) {
                text.push_str(&format!(
                    "right;;;;;;;;;clinic;ap{point};{service};6.10.2025\r\n"
                ));
            }
        }
        text
    };
    let measured = |rights: u32| {
        let text = sheet(rights);
        let start = std::time::Instant::now();
        let mut time = start.elapsed();
        let counted = allocation_counter::measure(|| {
            let index = read(Form::Csv, &text).unwrap();
            time = start.elapsed();
            assert_eq!(index.len(), rights as usize);
        });
        (time, counted.bytes_max, text.len())
    };
    let (small, small_memory, _) = measured(30_000);
    let (large, large_memory, bytes) = measured(300_000);
    println!("{small:?} {large:?} {small_memory} {large_memory} of {bytes}");
    assert!(large < small * 25, "{small:?} {large:?}");
    assert!(
        large_memory < small_memory * 13,
        "{small_memory} {large_memory}"
    );
    assert!(
        large_memory < 25 * bytes as u64,
        "{large_memory} of {bytes}"
    );
}

/// Rows without an end, cells without an end, quotation marks without an end: bounded by the text.
#[test]
fn hostile_sheets_cost_no_more_than_their_length() {
    let wide = format!(
        "record{}\n{}\n",
        ";".repeat(2_000_000),
        ";x".repeat(2_000_000)
    );
    let long = format!("record;id\nparty;\"{}\n", "\"\"".repeat(2_000_000));
    let list = format!(
        "record;addresses\naccess_point;{}\n",
        "0,".repeat(2_000_000)
    );
    let rows = format!(
        "record;serial;access_point\n{}",
        "certificate;;\n".repeat(300_000)
    );
    for text in [wide, long, list, rows] {
        let mut told = Vec::new();
        let counted = allocation_counter::measure(|| {
            let refused = read(Form::Csv, &text).unwrap_err();
            allocation_counter::opt_out(|| {
                told = refused.iter().map(ToString::to_string).collect()
            });
        });
        assert!(!told.is_empty() && told.len() <= 10_001);
        assert!(
            counted.bytes_max < 4 * text.len() as u64 + (16 << 20),
            "{} of {}",
            counted.bytes_max,
            text.len()
        );
    }
}
