//! What ends, and the rights that stop with it.

use crate::example::{EXAMPLE, day, read};

/// The example with texts replaced, each of which stands in it once.
fn with(edits: &[(&str, &str)]) -> String {
    edits.iter().fold(EXAMPLE.to_owned(), |text, (of, is)| {
        assert_eq!(text.matches(of).count(), 1, "{of}");
        text.replace(of, is)
    })
}

/// The rights that stop with what ends.
fn stopping(text: &str, what: &str) -> Vec<String> {
    let index = read(text);
    let ending = index.expiring(day("2025-12-01"), 360);
    let end = ending.iter().find(|end| end.what == what);
    let rights = &end.unwrap_or_else(|| panic!("{what}: {ending:#?}")).rights;
    let name = |oid| index.id_of_owner(oid).unwrap().to_owned();
    let rights = rights.iter();
    rights
        .map(|it| format!("{} {}", name(it.subject), it.service))
        .collect()
}

/// Section 4.2.1: without an annotation of any unit nobody's requests are received.
#[test]
fn renewal_requests_stop_with_the_last_units_annotation() {
    let (first, second) = (
        "annotation.clinic[1.2.246.10.12345671.10.1]",
        "annotation.clinic[1.2.246.10.12345671.10.2]",
    );
    assert_eq!(stopping(EXAMPLE, second), [""; 0]);
    let unit = "unit = \"1.2.246.10.12345671.10.1\"\nfrom = 2024-03-01\n";
    let ended = with(&[(unit, &format!("{unit}until = 2026-05-01\n"))]);
    assert_eq!(stopping(&ended, first), ["clinic renewal-requests"]);
    assert_eq!(stopping(&ended, second), [""; 0]);
}

/// Section 4.2.2: the reimbursement services rest on the pharmacist's agreement with Kela.
#[test]
fn reimbursement_stops_with_the_agreement_with_kela() {
    let agreement = "between = [\"apteekkari\", \"kela\"]\nfrom = 2025-09-01\n";
    for between in [
        "[\"apteekkari\", \"kela\"]",
        "[\"kela\", \"main-pharmacy\"]",
    ] {
        let is = format!("between = {between}\nfrom = 2025-09-01\nuntil = 2026-05-01\n");
        let what = if between.contains("apteekkari") {
            "agreement.apteekkari+kela"
        } else {
            "agreement.kela+main-pharmacy"
        };
        assert_eq!(
            stopping(&with(&[(agreement, &is)]), what),
            ["main-pharmacy reimbursement-query"]
        );
    }
}

/// A pharmacy's rights stop when it is no longer held, and not with one another.
#[test]
fn a_pharmacys_rights_stop_when_it_is_no_longer_held() {
    let held = "pharmacist = \"apteekkari\"\nheld_from = 2023-06-01\n";
    let held_until = format!("{held}held_until = 2026-05-01\n");
    let right =
        "access_point = \"main-pharmacy-ap\"\nservice = \"prescription\"\nfrom = 2023-06-01\n";
    let until = format!("{right}until = 2026-05-01\n");
    assert_eq!(
        stopping(&with(&[(held, &held_until)]), "pharmacy.main-pharmacy.held"),
        [
            "main-pharmacy prescription",
            "main-pharmacy reimbursement-query"
        ]
    );
    // The right to prescriptions ends by itself on that day; the other does not rest on it.
    let both = with(&[(held, &held_until), (right, &until)]);
    assert_eq!(
        stopping(&both, "pharmacy.main-pharmacy.held"),
        ["main-pharmacy reimbursement-query"]
    );
    assert_eq!(
        stopping(&both, "right.main-pharmacy.main-pharmacy-ap.prescription"),
        [""; 0]
    );
}
