//! What cannot be understood is refused: whole messages, both places, all at once.

use crate::good::{GOOD, faults, read};
use kanta_address_index::{Fault, Form};
use kanta_conformance::Language;

/// The faults of the good index with more behind it, in English.
fn with(more: &str) -> Vec<String> {
    faults(read(Form::Toml, &format!("{GOOD}{more}")))
}

/// The faults of the good index with one text replaced.
fn instead(of: &str, is: &str) -> Vec<String> {
    assert_eq!(GOOD.matches(of).count(), 1, "{of}");
    faults(read(Form::Toml, &GOOD.replace(of, is)))
}

#[test]
fn the_good_index_is_good() {
    assert_eq!(with(""), Vec::<String>::new());
}

#[test]
fn each_fault_has_its_sentence_and_its_places() {
    let none: [&str; 0] = [];
    assert_eq!(with(""), none);
    let cases: &[(&str, &[&str])] = &[
        (
            "[[party]]\nid = \"clinic\"\noid = \"1.2.246.10.22222229.10.0\"\nkind = \"provider\"\n",
            &[
                "line 23, column 1 (party[1].id): two records have the same id: `clinic`; the other is at line 6, column 1 (party[0].id)",
            ],
        ),
        (
            "[[party]]\nid = \"b\"\noid = \"1.2.246.10.12345671.10.0\"\nkind = \"provider\"\n",
            &[
                "line 23, column 1 (party[1].oid): two records have the same OID: `1.2.246.10.12345671.10.0`; the other is at line 6, column 1 (party[0].oid)",
            ],
        ),
        (
            "[[access_point]]\nid = \"ap2\"\noid = \"1.2.246.10.12345671.10.0.13.1\"\nadministrator = \"clinic\"\n",
            &[
                "line 23, column 1 (access_point[1].oid): two records have the same OID: `1.2.246.10.12345671.10.0.13.1`; the other is at line 11, column 1 (access_point[0].oid)",
            ],
        ),
        (
            "[[right]]\nfor = \"clinic\"\naccess_point = \"ap\"\nservice = \"prescription\"\nfrom = 2026-10-05\n",
            &[
                "line 23, column 1 (right[1]): two records speak of the same thing on the same day; the other is at line 17, column 1 (right[0])",
            ],
        ),
        (
            "[[right]]\nfor = \"clinic\"\naccess_point = \"ap\"\nservice = \"prescription\"\nfrom = 2025-10-06\nuntil = 2026-10-06\n",
            &[
                "line 23, column 1 (right[1]): two records say the same; the other is at line 17, column 1 (right[0])",
            ],
        ),
        // The end is no part of the time: a right may begin on the day on which another ends.
        (
            "[[right]]\nfor = \"clinic\"\naccess_point = \"ap\"\nservice = \"prescription\"\nfrom = 2026-10-06\n",
            &[],
        ),
        (
            "[[right]]\nfor = \"clinc\"\naccess_point = \"1.2.246.553.1.9.13.1\"\nservice = \"imaging\"\n",
            &["line 23, column 1 (right[1].for): no record has this id or OID: `clinc`"],
        ),
        (
            "[[right]]\nfor = \"clinic\"\naccess_point = \"1.2.246.553.1.9.13.1\"\nservice = \"imaging\"\n",
            &[
                "line 23, column 1 (right[1].access_point): no record has this id or OID: `1.2.246.553.1.9.13.1`",
            ],
        ),
        (
            "[[agreement]]\nbetween = [\"clinic\", \"nobody\"]\nfrom = 2026-01-01\nuntil = 2026-01-01\n",
            &[
                "line 23, column 1 (agreement[0].between): no record has this id or OID: `nobody`",
                "line 23, column 1 (agreement[0].until): the end does not lie after the start",
            ],
        ),
        (
            "[[pharmacy]]\noid = \"1.2.246.553.1.9\"\npharmacist = \"clinic\"\n",
            &[
                "line 23, column 1 (pharmacy[0].pharmacist): the record is of another kind: `clinic`, expected a pharmacist",
            ],
        ),
        (
            "[[party]]\nid = \"kela\"\noid = \"1.2.246.10.22222229.10.0\"\nkind = \"provider\"\n",
            &["line 23, column 1 (party[1].id): this id cannot be used: `kela`"],
        ),
        (
            "[[party]]\nid = \"n\"\noid = \"1.2.246.553.1.9\"\nkind = \"pharmacist\"\n",
            &[
                "line 23, column 1 (party[1].oid): a pharmacist is a person and has no OID here, the pharmacies have",
            ],
        ),
        // An OID names the record that has it, and no other by its id.
        (
            "[[party]]\nid = \"1.2.246.10.12345671.10.0\"\noid = \"1.2.246.10.22222229.10.0\"\nkind = \"provider\"\n",
            &[
                "line 23, column 1 (party[1].id): the id is the OID of something else: `1.2.246.10.12345671.10.0`; the other is at line 6, column 1 (party[0].oid)",
            ],
        ),
        (
            "[[party]]\nid = \"1.2.246.10.33333338.10.0\"\noid = \"1.2.246.10.22222229.10.0\"\nkind = \"provider\"\n",
            &[
                "line 23, column 1 (party[1].id): the id is the OID of something else: `1.2.246.10.33333338.10.0`",
            ],
        ),
        (
            "[[party]]\nid = \"1.2.246.10.12345671.10.0.13.1\"\noid = \"1.2.246.10.22222229.10.0\"\nkind = \"provider\"\n",
            &[
                "line 23, column 1 (party[1].id): the id is the OID of something else: `1.2.246.10.12345671.10.0.13.1`; the other is at line 11, column 1 (access_point[0].oid)",
            ],
        ),
        (
            "[[access_point]]\nid = \"1.2.246.10.12345671.10.0.13.1\"\noid = \"1.2.246.10.12345671.10.0.13.2\"\nadministrator = \"clinic\"\n[[access_point]]\nid = \"1.2.246.10.12345671.10.0\"\noid = \"1.2.246.10.12345671.10.0.13.3\"\nadministrator = \"clinic\"\n",
            &[
                "line 23, column 1 (access_point[1].id): the id is the OID of something else: `1.2.246.10.12345671.10.0.13.1`; the other is at line 11, column 1 (access_point[0].oid)",
                "line 27, column 1 (access_point[2].id): the id is the OID of something else: `1.2.246.10.12345671.10.0`; the other is at line 6, column 1 (party[0].oid)",
            ],
        ),
        // A tenant that is a party elsewhere needs an id: its OID is the party's name.
        (
            "[[party]]\noid = \"1.2.246.10.22222229.10.0\"\nkind = \"provider\"\nid = \"b\"\n[[tenant]]\noid = \"1.2.246.10.22222229.10.0\"\nhost = \"clinic\"\n",
            &[
                "line 27, column 1 (tenant[0].id): the id is the OID of something else: `1.2.246.10.22222229.10.0`; the other is at line 23, column 1 (party[1].oid)",
            ],
        ),
        (
            "[[party]]\nid = \"1.2.246.10.22222229.10.0\"\noid = \"1.2.246.10.22222229.10.0\"\nkind = \"provider\"\n[[tenant]]\nid = \"t\"\noid = \"1.2.246.10.22222229.10.0\"\nhost = \"clinic\"\n",
            &[],
        ),
        (
            "[[tenant]]\nid = \"t\"\noid = \"1.2.246.10.12345671.10.0\"\nhost = \"clinic\"\n",
            &[
                "line 23, column 1 (tenant[0].oid): the tenant has the OID of its own host: `1.2.246.10.12345671.10.0`; the other is at line 6, column 1 (party[0].oid)",
            ],
        ),
        (
            "[[access_point]]\noid = \"1.2.246.10.12345671.10.0.13.2\"\nadministrator = \"clinic\"\ncertificates = [{ serial = \"1\", until = 2025-01-01 }, { serial = \"\" }, { serial = \"1\", from = 2025-01-01 }, { serial = \"2\" }]\n",
            &[
                "line 23, column 1 (access_point[1].certificates[1].serial): the field is empty: `serial`",
                "line 23, column 1 (access_point[1].certificates[2].serial): two certificates have the same serial number: `1`; the other is at line 23, column 1 (access_point[1].certificates[0].serial)",
            ],
        ),
        (
            "[[party]]\nid = \"i\"\noid = \"1.2.246.10.22222229.10.0\"\nkind = \"intermediary\"\nregister_entry_until = 2025-01-01\n[[party]]\nid = \"j\"\noid = \"1.2.246.10.33333338.10.0\"\nkind = \"intermediary\"\nregister_entry_until = 2025-01-01\nregister_entry = false\n",
            &[
                "line 23, column 1 (party[1]): field missing: `register_entry`",
                "line 33, column 18 (party[2].register_entry): expected a date",
            ],
        ),
        (
            "[[party]]\nsector = \"Private\"\nkinds = \"provider\"\n",
            &[
                "line 23, column 1 (party[1]): field missing: `kind`",
                "line 23, column 1 (party[1]): field missing: `oid`",
                "line 24, column 10 (party[1].sector): unknown word: `Private`, expected `public` or `private`",
                "line 25, column 9 (party[1].kinds): unknown field: `kinds`, perhaps `kind`",
            ],
        ),
        (
            "[[annotation]]\nparty = \"clinic\"\nunit = 7\nfrom = \"2025-02-29\"\n",
            &[
                "line 25, column 8 (annotation[0].unit): expected text",
                "line 26, column 8 (annotation[0].from): not a day of the calendar, expected year-month-day such as 2025-09-01: `2025-02-29`",
            ],
        ),
    ];
    for (more, expected) in cases {
        assert_eq!(with(more), *expected, "{more}");
    }
}

#[test]
fn each_value_is_refused_by_name() {
    let cases: &[(&str, &str, &[&str])] = &[
        (
            "\"192.31.196.7\"",
            "\"192.31.196.7/24\", \"kanta.example\"",
            &[
                "line 15, column 14 (access_point[0].addresses): the prefix has bits beyond its length: `192.31.196.7/24`",
                "line 15, column 33 (access_point[0].addresses): not an address or a prefix: `kanta.example`",
            ],
        ),
        (
            "until = 2026-10-06",
            "until = 2025-10-06",
            &["line 17, column 1 (right[0].until): the end does not lie after the start"],
        ),
        (
            "format = 1",
            "format = 2",
            &["line 1, column 10 (format): unknown format, expected 1"],
        ),
        (
            "expires = 2026-12-01",
            "expires = 2025-12-01",
            &["line 4, column 11 (expires): the end does not lie after the start"],
        ),
        (
            "version = \"1\"\nissued = 2025-12-01\nexpires = 2026-12-01\n",
            "",
            &["no source gives the version, the day of issue and the expiry"],
        ),
    ];
    for (of, is, expected) in cases {
        assert_eq!(instead(of, is), *expected, "{is}");
    }
}

#[test]
fn a_fault_is_told_in_three_languages() {
    let text =
        format!("{GOOD}[[right]]\nfor = \"x\"\naccess_point = \"ap\"\nservice = \"imaging\"\n");
    let faults = read(Form::Toml, &text).unwrap_err();
    let fault: &Fault = &faults.as_slice()[0];
    let told = Language::ALL.map(|language| fault.message(language));
    assert_eq!(
        told,
        [
            "no record has this id or OID: `x`",
            "millään tietueella ei ole tätä tunnusta: `x`",
            "ingen post har detta id eller denna OID: `x`",
        ]
    );
}

/// A record that could not be read is still what others name: one fault, and no more.
#[test]
fn a_broken_record_breaks_nothing_else() {
    assert_eq!(
        instead("kind = \"provider\"", "kind = \"hospital\""),
        [
            "line 9, column 8 (party[0].kind): unknown word: `hospital`, expected `provider`, `pharmacist`, `hospital-pharmacy`, `medicine-centre` or `intermediary`"
        ]
    );
}

/// Escaped wherever it is shown.
#[test]
fn control_characters_never_reach_the_terminal() {
    let told =
        with("[[right]]\nfor = \"\\u001b[31m\"\naccess_point = \"ap\"\nservice = \"imaging\"\n");
    assert_eq!(
        told,
        ["line 23, column 1 (right[1].for): no record has this id or OID: `\\u{1b}[31m`"]
    );
}

/// What is there and malformed is neither missing nor not there; what is of another kind is there.
#[test]
fn no_fault_says_that_something_is_missing_that_is_there() {
    let place = "line 23, column 1 (right[1]";
    let right = |subject: &str, point: &str| {
        format!(
            "[[right]]\nfor = \"{subject}\"\naccess_point = \"{point}\"\nservice = \"imaging\"\n"
        )
    };
    let kind = "the record is of another kind";
    let subject = "expected a pharmacy, or a party other than a pharmacist";
    assert_eq!(
        with(&right("ap", "ap")),
        [format!("{place}.for): {kind}: `ap`, {subject}")]
    );
    assert_eq!(
        with(&right("clinic", "clinic")),
        [format!(
            "{place}.access_point): {kind}: `clinic`, expected an access point"
        )]
    );
    let pharmacist = "[[party]]\nid = \"n\"\nkind = \"pharmacist\"\n";
    assert_eq!(
        with(&format!("{}{pharmacist}", right("n", "ap"))),
        [format!("{place}.for): {kind}: `n`, {subject}")]
    );
    assert_eq!(
        with("[[agreement]]\nbetween = [\"clinic\", \"ap\"]\n"),
        [format!(
            "line 23, column 1 (agreement[0].between): {kind}: `ap`, expected a party, a pharmacy or a tenant"
        )]
    );
    // A party whose OID is wrong is still the one that a right names.
    assert_eq!(
        instead(
            "oid = \"1.2.246.10.12345671.10.0\"",
            "oid = \"1.2.246.10.012345671.10.0\""
        )
        .len(),
        1
    );
    // Records under a name that is not known may be the ones that others name.
    for wrong in ["[party]\n", "[[parties]]\n", "[[partyy]]\n"] {
        let told = faults(read(Form::Toml, &GOOD.replace("[[party]]\n", wrong)));
        assert!(told.iter().all(|it| !it.contains("no record")), "{told:#?}");
        assert!(!told.is_empty(), "{wrong}");
    }
}

/// The word that says what a line is: missing, of another type, or unknown.
#[test]
fn what_a_line_is_has_a_fault_of_its_own_each_time() {
    let told = |line: &str| faults(read(Form::JsonLines, line)).remove(1);
    assert_eq!(told("{\"id\":\"a\"}"), "line 1: field missing: `record`");
    assert_eq!(
        told("{\"record\":5}"),
        "line 1, column 11 (record): expected text"
    );
    let none = told("{\"record\":\"parti\"}");
    assert!(
        none.starts_with("line 1, column 11 (record): unknown word: `parti`"),
        "{none}"
    );
}
