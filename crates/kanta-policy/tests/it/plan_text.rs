//! The text of a plan: what is broken in it is told with the rest, and each fault once.

use kanta_conformance::{FieldPath, Language};
use kanta_policy::PlanFile;

use crate::harness::{example, read};

/// The faults of a text, one a line, in English.
fn faults(text: &str) -> Vec<String> {
    let faults = read(text).expect_err(text);
    faults.iter().map(ToString::to_string).collect()
}

#[test]
fn a_table_that_is_given_twice_is_told_once_with_its_first_place() {
    let text = "format = 1\n\n[party]\nkind = \"provider\"\nname = \"A\"\n\n[volume]\n\n\
                [party]\nkind = \"provider\"\nname = \"B\"\nsector = \"private\"\n";
    assert_eq!(
        faults(text),
        ["line 9, column 2: `party` is given twice: first on line 3 and again here"]
    );
    let text = "format = 1\nparty = { kind = \"provider\" }\n[party]\nname = \"B\"\n";
    assert_eq!(
        faults(text),
        ["line 3, column 2: `party` is given twice: first on line 2 and again here"]
    );
    let text = "format = 1\n[party]\n[party.joining]\napplied = 2025-09-01\n\
                [party.joining]\napplied = 2025-09-02\n";
    assert_eq!(
        faults(text),
        ["line 5, column 8: `joining` is given twice: first on line 3 and again here"]
    );
}

#[test]
fn a_key_that_is_given_twice_is_told_with_its_first_place_in_the_same_table() {
    let text = "format = 1\n[[access_point]]\nid = \"a\"\n[[access_point]]\nid = \"b\"\n\
                addresses = [{ ip = \"192.31.196.7\" }]\ncountry = \"FI\"\nid = \"c\"\n";
    assert_eq!(
        faults(text),
        ["line 8, column 1: `id` is given twice: first on line 5 and again here"]
    );
    let text = "format = 1\nformat = 1\n";
    assert_eq!(
        faults(text),
        ["line 2, column 1: `format` is given twice: first on line 1 and again here"]
    );
}

#[test]
fn a_duplicate_is_told_in_each_language() {
    let faults = read("format = 1\nformat = 1\n").unwrap_err();
    let told = Language::ALL.map(|language| faults[0].kind.message(language));
    assert_eq!(
        told,
        [
            "`format` is given twice: first on line 1 and again here",
            "`format` on annettu kahdesti: ensin rivillä 1 ja uudelleen tässä",
            "`format` har angetts två gånger: först på rad 1 och på nytt här",
        ]
    );
}

#[test]
fn wrong_dates_keys_and_kinds_are_told_all_at_once() {
    let text = "format = 1\nas_of = 2025-13-01\n[party]\nkind = \"provder\"\nregster = \"sote\"\n\
                name = 7\nregistered = 2025-02-30\n[party.joining]\napplied = 2025-02-29\n\
                approved = 2024-02-29\n[[link]]\nid = \"a\"\nfrom = \"nowhere\"\nto = \"kanta\"\n\
                id = \"b\"\n";
    assert_eq!(
        faults(text),
        [
            "line 2, column 9: this is not TOML: invalid date, expected month between 01 and 12",
            "line 4, column 8: `kind` does not take `provder`; did you mean `provider`; expected one of \
             `provider`, `pharmacist`, `hospital-pharmacy`, `medicine-centre`, `intermediary`",
            "line 5, column 1: unknown key `regster`; did you mean `register`",
            "line 6, column 8: `name` takes a text in quotes, found a number",
            "line 7, column 14: this is not TOML: invalid date, expected day between 01 and 28",
            "line 9, column 11: this is not TOML: invalid date, expected day between 01 and 28",
            "line 13, column 8: `from`: `nowhere` names nothing in this plan",
            "line 15, column 1: `id` is given twice: first on line 12 and again here",
        ]
    );
}

#[test]
fn what_breaks_more_than_a_value_is_told_alone() {
    // Behind an open quotation mark nothing is what it seems.
    let told = faults("format = 1\n[party]\nname = \"A\nkind = \"provder\"\n");
    assert!(told[0].starts_with("line 3, column"), "{told:?}");
    assert!(
        told.iter().all(|fault| fault.contains("this is not TOML")),
        "{told:?}"
    );
    // A list that a table of its name replaces is gone: what names its entries is not told as dangling.
    let told = faults(
        "format = 1\n[[access_point]]\nid = \"a\"\n[[use]]\nservice = \"imaging\"\naccess_point = \"a\"\n[access_point]\nid = \"b\"\n",
    );
    assert_eq!(
        told,
        ["line 7, column 2: `access_point` is given twice: first on line 2 and again here"]
    );
}

#[test]
fn a_byte_order_mark_is_skipped() {
    let text = example("clinic.toml");
    let mut load = |name: &str| Ok(std::fs::read(crate::harness::data().join(name)).unwrap());
    let plain = PlanFile::read(text.as_bytes(), &mut load).unwrap();
    let marked = PlanFile::read(format!("\u{feff}{text}").as_bytes(), &mut load).unwrap();
    assert_eq!(plain, marked);
}

#[test]
fn a_certificate_that_is_not_there_is_as_one_that_is_not_filled_in() {
    let text = example("clinic.toml");
    let file = "certificates/clinic-server.pem";
    let (_, rest) = text
        .split_once(&format!("certificate = \"{file}\"\n"))
        .expect("it is named");
    assert!(!rest.is_empty());
    let without = read(&text.replace(&format!("certificate = \"{file}\"\n"), "")).unwrap();
    let absent = read(&text.replace(file, "not-yet.pem")).unwrap();
    assert_eq!(absent.plan, without.plan);
    assert_eq!(without.absent().count(), 0);
    let told: Vec<_> = absent.absent().collect();
    let point = FieldPath::named("access_point", "ap1");
    assert!(
        told.contains(&(&point.field("certificate"), "not-yet.pem")),
        "{told:?}"
    );
    assert_eq!(
        absent.absent_at(&point.inner("certificate")),
        Some("not-yet.pem")
    );
    assert_eq!(absent.absent_at(&point.field("country")), None);
}

#[test]
fn a_signature_certificate_that_is_not_there_is_not_known_to_be_there() {
    let text = example("clinic.toml");
    let absent = read(&text.replace("certificates/clinic-signature.pem", "not-yet.pem")).unwrap();
    assert_eq!(absent.plan.signature_certificate, None);
    assert_eq!(
        absent.absent_at(&FieldPath::ROOT.field("signature_certificate")),
        Some("not-yet.pem")
    );
}
