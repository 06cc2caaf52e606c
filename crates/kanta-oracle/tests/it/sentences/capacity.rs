//! The figures of clause 5.5 and the defined need.

use super::says;

const LINK: &str = "role=primary from=access-point administrator=party pharmacy=no-pharmacy documents=4000 imaging=no \
    need=60 down=100 up=100 day=2025-12-01";

/// Row, what makes it speak, and the figure in Mbit/s.
const FIGURES: [(&str, &str, &str, &str); 5] = [
    (
        "link-too-slow-for-small-pharmacy",
        "pharmacy=small",
        "9.9",
        "10",
    ),
    (
        "link-too-slow-for-large-pharmacy",
        "pharmacy=large",
        "29.9",
        "30",
    ),
    (
        "link-too-slow-under-10000-documents",
        "documents=9999",
        "29.9",
        "30",
    ),
    (
        "link-too-slow-over-100000-documents",
        "documents=100001",
        "499.9",
        "500",
    ),
    ("link-too-slow-for-imaging", "imaging=yes", "299.9", "300"),
];

#[test]
fn a_figure_is_met_in_both_directions_broken_in_neither_and_left_open_in_one() {
    for (row, case, below, figure) in FIGURES {
        for (down, up, expected) in [
            (figure, figure, "satisfied"),
            (below, below, "violated"),
            (below, figure, "undetermined:silent"),
            (figure, below, "undetermined:silent"),
            (figure, "unknown", "undetermined:input"),
            (below, "unknown", "undetermined:input"),
        ] {
            let says = says(row, LINK, &format!("{case} down={down} up={up}"));
            assert_eq!(says, expected, "{row}, {down} down and {up} up");
        }
    }
}

#[test]
fn no_figure_speaks_of_backups_or_intermediaries() {
    for (row, case, below, _) in FIGURES {
        for other in ["role=backup", "administrator=intermediary"] {
            assert_eq!(
                says(row, LINK, &format!("{case} {other} down={below}")),
                "not-applicable",
                "{row}"
            );
        }
    }
}

#[test]
fn whether_a_figure_holds_for_a_shared_leg_is_not_said_unless_it_is_met() {
    for (row, case, below, figure) in FIGURES {
        let shared = format!("{case} from=consolidation-point");
        let met = says(row, LINK, &format!("{shared} down={figure} up={figure}"));
        assert_eq!(met, "satisfied", "{row}");
        let not = says(row, LINK, &format!("{shared} down={below} up={below}"));
        assert_eq!(not, "undetermined:silent", "{row}");
    }
}

#[test]
fn from_10000_to_100000_documents_a_day_the_defined_need_decides() {
    for documents in ["documents=10000", "documents=50000", "documents=100000"] {
        for row in [
            "link-too-slow-under-10000-documents",
            "link-too-slow-over-100000-documents",
        ] {
            assert_eq!(
                says(row, LINK, &format!("{documents} down=1 up=1")),
                "not-applicable"
            );
        }
    }
    assert_eq!(
        says("link-below-defined-need", LINK, "down=60 up=60"),
        "satisfied"
    );
    assert_eq!(
        says("link-below-defined-need", LINK, "down=60 up=59"),
        "undetermined:silent"
    );
    assert_eq!(
        says("link-below-defined-need", LINK, "down=59 up=59"),
        "violated"
    );
    assert_eq!(
        says("link-below-defined-need", LINK, "need=denied"),
        "not-applicable"
    );
    assert_eq!(
        says("link-below-defined-need", LINK, "need=unknown"),
        "undetermined:input"
    );
    assert_eq!(
        says("link-below-defined-need", LINK, "role=backup up=1"),
        "not-applicable"
    );
}

#[test]
fn the_need_is_defined_or_said_not_to_be() {
    assert_eq!(says("capacity-need-not-defined", LINK, ""), "satisfied");
    assert_eq!(
        says("capacity-need-not-defined", LINK, "need=denied"),
        "violated"
    );
    assert_eq!(
        says("capacity-need-not-defined", LINK, "need=unknown"),
        "undetermined:input"
    );
}

#[test]
fn the_number_of_documents_that_is_not_known_leaves_its_own_figures_open_and_no_other() {
    assert_eq!(
        says(
            "link-too-slow-under-10000-documents",
            LINK,
            "documents=unknown"
        ),
        "undetermined:input"
    );
    assert_eq!(
        says(
            "link-too-slow-over-100000-documents",
            LINK,
            "documents=unknown"
        ),
        "undetermined:input"
    );
    assert_eq!(
        says(
            "link-too-slow-for-imaging",
            LINK,
            "documents=unknown imaging=yes"
        ),
        "violated"
    );
}

#[test]
fn a_pharmacy_has_its_own_figure_and_none_for_documents() {
    assert_eq!(
        says(
            "link-too-slow-under-10000-documents",
            LINK,
            "pharmacy=small down=10 up=10"
        ),
        "not-applicable"
    );
    assert_eq!(
        says("link-too-slow-for-small-pharmacy", LINK, "pharmacy=unknown"),
        "undetermined:input"
    );
}

#[test]
fn a_size_that_is_not_known_is_a_pharmacys_and_so_no_figure_for_documents_speaks() {
    let row = "link-too-slow-under-10000-documents";
    assert_eq!(says(row, LINK, "pharmacy=unknown down=1"), "not-applicable");
    assert_eq!(
        says(row, LINK, "pharmacy=no-pharmacy down=1 up=1"),
        "violated"
    );
    assert_eq!(
        says(row, LINK, "pharmacy=hospital-pharmacy down=1"),
        "not-applicable"
    );
}
