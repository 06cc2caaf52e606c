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
fn a_figure_is_reached_in_both_directions_or_not_at_all() {
    for (row, case, below, figure) in FIGURES {
        assert_eq!(
            says(row, LINK, &format!("{case} down={figure} up={figure}")),
            "satisfied",
            "{row}"
        );
        assert_eq!(
            says(row, LINK, &format!("{case} down={below} up={figure}")),
            "violated",
            "{row}"
        );
        assert_eq!(
            says(row, LINK, &format!("{case} down={figure} up={below}")),
            "violated",
            "{row}"
        );
        assert_eq!(
            says(row, LINK, &format!("{case} down={figure} up=unknown")),
            "undetermined:input",
            "{row}"
        );
        assert_eq!(
            says(row, LINK, &format!("{case} down={below} up=unknown")),
            "violated",
            "{row}"
        );
    }
}

#[test]
fn no_figure_speaks_of_backups_consolidation_points_or_intermediaries() {
    for (row, case, below, _) in FIGURES {
        for other in [
            "role=backup",
            "from=consolidation-point",
            "administrator=intermediary",
        ] {
            assert_eq!(
                says(row, LINK, &format!("{case} {other} down={below}")),
                "not-applicable",
                "{row}"
            );
        }
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
    assert_eq!(says(row, LINK, "pharmacy=no-pharmacy down=1"), "violated");
    assert_eq!(
        says(row, LINK, "pharmacy=hospital-pharmacy down=1"),
        "not-applicable"
    );
}
