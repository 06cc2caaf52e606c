//! Chapter 5's opening and clause 5.1: backups and the time a link is ready; and what edition 2.7 recommended.

use crate::bases::{clinic, through_intermediary};
use crate::harness::{assert_changes, edited, outcome};
use kanta_conformance::Date;

const DAY: Date = Date::constant(2025, 12, 1);
const MISSING: &str = "undetermined: input-missing";
const UNKNOWN_DATE: &str = "undetermined: date-unknown";

#[test]
fn a_backup_connection_is_there() {
    let (row, at) = ("no-backup-connection", "access_point.ap1");
    assert_changes(
        &clinic(),
        &[("link.mpls-b.role", "\"primary\"")],
        DAY,
        &[
            "no-backup-connection @ access_point.ap1: satisfied -> violated",
            "link-below-defined-need @ link.mpls-b: not-applicable -> satisfied",
            "link-too-slow-under-10000-documents @ link.mpls-b: not-applicable -> satisfied",
        ],
    );
    let says = |base: &str, edits: &[(&str, &str)]| outcome(&edited(base, edits), row, at, DAY);
    assert_eq!(says(&clinic(), &[("link.mpls-b.role", "")]), MISSING);
    let none = [("link.mpls-b", ""), ("link.mpls-a", "")];
    assert_eq!(says(&clinic(), &none), "violated");
    // Of a point that somebody else administers, a link that is not listed is not known.
    assert_eq!(says(&through_intermediary(), &none), MISSING);
    assert_eq!(
        says(&through_intermediary(), &[("link.mpls-b", "")]),
        "violated"
    );
    let on = |day| outcome(&clinic(), row, at, day);
    assert_eq!(on(Date::constant(2025, 8, 31)), UNKNOWN_DATE);
    assert_eq!(on(Date::constant(2025, 9, 1)), "satisfied");
}

#[test]
fn a_link_is_ready_when_joining_is_applied_for() {
    let (row, at, ready) = (
        "link-not-ready-when-applying",
        "link.mpls-a",
        "link.mpls-a.ready",
    );
    // The clinic applied on 15.9.2025.
    assert_changes(
        &clinic(),
        &[(ready, "2025-09-16")],
        DAY,
        &["link-not-ready-when-applying @ link.mpls-a: satisfied -> violated"],
    );
    let says = |edits: &[(&str, &str)]| outcome(&edited(&clinic(), edits), row, at, DAY);
    assert_eq!(says(&[(ready, "2025-09-15")]), "satisfied");
    assert_eq!(says(&[(ready, "false")]), "violated");
    assert_eq!(says(&[(ready, "true")]), MISSING);
    assert_eq!(says(&[(ready, "")]), MISSING);
    assert_eq!(says(&[("party.joining.applied", "")]), MISSING);
    assert_eq!(says(&[("party.joining.applied", "true")]), MISSING);
    assert_eq!(
        says(&[("party.joining.applied", "false")]),
        "not-applicable"
    );
    let on = |day| outcome(&clinic(), row, at, day);
    assert_eq!(on(Date::constant(2025, 8, 31)), UNKNOWN_DATE);
    assert_eq!(on(Date::constant(2025, 9, 1)), "satisfied");
}

#[test]
fn edition_2_7_recommended_one_access_point() {
    let two = edited(&clinic(), &[("access_point[+]", "{ id = \"ap2\" }")]);
    let on = |text: &str, day| outcome(text, "several-access-points", "", day);
    let day = Date::constant(2010, 6, 3);
    assert_eq!(on(&two, day), "violated");
    assert_eq!(on(&clinic(), day), "satisfied");
    assert_eq!(on(&two, Date::constant(2010, 6, 2)), UNKNOWN_DATE);
    assert_eq!(on(&two, Date::constant(2010, 6, 4)), UNKNOWN_DATE);
    assert_eq!(on(&two, Date::constant(2025, 8, 31)), UNKNOWN_DATE);
    assert_eq!(on(&two, Date::constant(2025, 9, 1)), "not-in-force");
    let none = edited(
        &clinic(),
        &[
            ("use[2]", ""),
            ("use[1]", ""),
            ("use[0]", ""),
            ("link.mpls-b", ""),
            ("link.mpls-a", ""),
            ("access_point.ap1", ""),
        ],
    );
    assert_eq!(on(&none, day), "not-applicable");
}
