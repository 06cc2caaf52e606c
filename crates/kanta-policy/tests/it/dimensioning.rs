//! The rows of clauses 5.4 and 5.5: each figure on both sides of its limits.

use crate::harness::{assert_changes, edited, example, outcome};
use kanta_conformance::Date;

const DAY: Date = Date::constant(2025, 12, 1);
const ASK: &str = "undetermined: input-missing";

fn clinic() -> String {
    example("clinic.toml")
}

/// The outcome of a figure for the primary link at a speed of both ways.
fn at(speed: u64, edits: &[(&str, &str)], id: &str) -> String {
    let speed = speed.to_string();
    let mut all = vec![
        ("link.mpls-a.down_mbit", speed.as_str()),
        ("link.mpls-a.up_mbit", speed.as_str()),
    ];
    all.extend_from_slice(edits);
    outcome(&edited(&clinic(), &all), id, "link.mpls-a", DAY)
}

#[test]
fn fewer_than_10_000_documents_a_day_need_30_mbit() {
    let id = "link-too-slow-under-10000-documents";
    assert_changes(
        &clinic(),
        &[
            ("link.mpls-a.down_mbit", "29"),
            ("link.mpls-a.up_mbit", "29"),
            ("volume.assessed_need_mbit", "20"),
        ],
        DAY,
        &["link-too-slow-under-10000-documents @ link.mpls-a: satisfied -> violated"],
    );
    let documents = |count| [("volume.documents_per_day", count)];
    assert_eq!(at(29, &documents("9999"), id), "violated");
    assert_eq!(at(30, &documents("9999"), id), "satisfied");
    assert_eq!(at(31, &documents("0"), id), "satisfied");
    assert_eq!(at(1, &documents("10000"), id), "not-applicable");
    assert_eq!(at(1, &documents(""), id), ASK);
}

#[test]
fn more_than_100_000_documents_a_day_need_500_mbit() {
    let id = "link-too-slow-over-100000-documents";
    let documents = |count| [("volume.documents_per_day", count)];
    assert_eq!(at(499, &documents("100001"), id), "violated");
    assert_eq!(at(500, &documents("100001"), id), "satisfied");
    assert_eq!(at(1, &documents("100000"), id), "not-applicable");
    assert_eq!(at(499, &documents(""), id), ASK);
    // What reaches the largest figure breaks none.
    assert_eq!(at(500, &documents(""), id), "satisfied");
}

#[test]
fn between_the_figures_the_defined_need_decides() {
    for documents in ["10000", "10001", "99999", "100000"] {
        let edits = |need| {
            [
                ("volume.documents_per_day", documents),
                ("volume.assessed_need_mbit", need),
            ]
        };
        for figure in [
            "link-too-slow-under-10000-documents",
            "link-too-slow-over-100000-documents",
        ] {
            assert_eq!(
                at(1, &edits("60"), figure),
                "not-applicable",
                "{figure} {documents}"
            );
        }
        assert_eq!(at(59, &edits("60"), "link-below-defined-need"), "violated");
        assert_eq!(at(60, &edits("60"), "link-below-defined-need"), "satisfied");
        assert_eq!(at(60, &edits(""), "link-below-defined-need"), ASK);
        assert_eq!(
            at(60, &edits("false"), "link-below-defined-need"),
            "not-applicable"
        );
    }
}

#[test]
fn the_imaging_data_repository_needs_300_mbit() {
    let id = "link-too-slow-for-imaging";
    let imaging = [(
        "use[+]",
        "{ service = \"imaging\", access_point = \"ap1\", system = \"emr\" }",
    )];
    assert_eq!(at(299, &imaging, id), "violated");
    assert_eq!(at(300, &imaging, id), "satisfied");
    assert_eq!(at(1, &[], id), "not-applicable");
}

#[test]
fn both_directions_count() {
    let id = "link-too-slow-under-10000-documents";
    let of = |down, up| {
        let edits = [("link.mpls-a.down_mbit", down), ("link.mpls-a.up_mbit", up)];
        outcome(&edited(&clinic(), &edits), id, "link.mpls-a", DAY)
    };
    // In which direction the figure counts is not said.
    const SILENT: &str = "undetermined: guide-silent";
    assert_eq!(of("30", "30"), "satisfied");
    assert_eq!(of("29", "29"), "violated");
    assert_eq!(of("100", "29"), SILENT);
    assert_eq!(of("29", "100"), SILENT);
    assert_eq!(of("100", ""), ASK);
    assert_eq!(of("", "100"), ASK);
    assert_eq!(of("29", ""), ASK);
}

#[test]
fn backups_have_no_figure() {
    for id in [
        "link-too-slow-under-10000-documents",
        "link-below-defined-need",
    ] {
        let slow = [("link.mpls-b.down_mbit", "1"), ("link.mpls-b.up_mbit", "1")];
        assert_eq!(
            outcome(&edited(&clinic(), &slow), id, "link.mpls-b", DAY),
            "not-applicable"
        );
        let unsaid = [slow[0], slow[1], ("link.mpls-b.role", "")];
        assert_eq!(
            outcome(&edited(&clinic(), &unsaid), id, "link.mpls-b", DAY),
            ASK
        );
    }
}

fn pharmacy(size: &str, speed: u64) -> String {
    let size = if size.is_empty() {
        String::new()
    } else {
        format!("size = \"{size}\"")
    };
    format!(
        "format = 1\n[party]\nkind = \"pharmacist\"\n[[pharmacy]]\nid = \"p1\"\noid = \"1.2.246.553.1.7\"\n{size}\n\
         [[access_point]]\nid = \"ap1\"\noid = \"1.2.246.553.1.7.13.1\"\nadministrator = \"p1\"\n\
         [[use]]\nservice = \"prescription\"\nfor = \"p1\"\naccess_point = \"ap1\"\n\
         [[link]]\nid = \"a\"\nfrom = \"ap1\"\nto = \"kanta\"\nrole = \"primary\"\nnetwork = \"private\"\n\
         down_mbit = {speed}\nup_mbit = {speed}\n"
    )
}

#[test]
fn a_small_pharmacy_needs_10_and_a_large_one_30_mbit() {
    let of = |size: &str, speed, id: &str| outcome(&pharmacy(size, speed), id, "link.a", DAY);
    let (small, large) = (
        "link-too-slow-for-small-pharmacy",
        "link-too-slow-for-large-pharmacy",
    );
    assert_eq!(of("small", 9, small), "violated");
    assert_eq!(of("small", 10, small), "satisfied");
    assert_eq!(of("small", 9, large), "not-applicable");
    assert_eq!(of("large", 29, large), "violated");
    assert_eq!(of("large", 30, large), "satisfied");
    assert_eq!(of("large", 29, small), "not-applicable");
    // The two are one group: where the size is not said, what both come to is the answer.
    for id in [small, large] {
        assert_eq!(of("", 30, id), "satisfied");
        assert_eq!(of("", 29, id), ASK);
        assert_eq!(of("", 10, id), ASK);
        assert_eq!(of("", 9, id), "violated");
    }
    // What a pharmacy does not archive has no figure.
    assert_eq!(
        of("small", 10, "link-too-slow-under-10000-documents"),
        "not-applicable"
    );
}

#[test]
fn a_tenth_of_a_mbit_below_a_figure_is_below_it() {
    let of = |speed: &str| {
        let edits = [
            ("link.mpls-a.down_mbit", speed),
            ("link.mpls-a.up_mbit", speed),
        ];
        let small = [("volume.documents_per_day", "4000")];
        let text = edited(&clinic(), &[&edits[..], &small].concat());
        outcome(
            &text,
            "link-too-slow-under-10000-documents",
            "link.mpls-a",
            DAY,
        )
    };
    assert_eq!(of("29.9"), "violated");
    assert_eq!(of("29.999"), "violated");
    assert_eq!(of("30.0"), "satisfied");
    assert_eq!(of("30.001"), "satisfied");
}

#[test]
fn the_need_is_defined_and_the_connection_can_grow() {
    assert_changes(
        &clinic(),
        &[("volume.assessed_need_mbit", "false")],
        DAY,
        &[
            "capacity-need-not-defined @ volume: satisfied -> violated",
            "link-below-defined-need @ link.mpls-a: satisfied -> not-applicable",
        ],
    );
    assert_changes(
        &clinic(),
        &[("volume.scalable", "false")],
        DAY,
        &["connection-not-scalable @ volume: satisfied -> violated"],
    );
    let of = |field: &str, id: &str| outcome(&edited(&clinic(), &[(field, "")]), id, "volume", DAY);
    assert_eq!(
        of("volume.assessed_need_mbit", "capacity-need-not-defined"),
        ASK
    );
    assert_eq!(of("volume.scalable", "connection-not-scalable"), ASK);
}

#[test]
fn the_whole_way_counts_and_no_figure_is_given_for_a_shared_link() {
    let of = |id: &str, link: &str, speed: &str, role: &str| {
        let trunk = format!(
            "{{ id = \"trunk\", from = \"kp\", to = \"kanta\", role = \"{role}\", network = \"private\", \
             down_mbit = {speed}, up_mbit = {speed} }}"
        );
        let edits = [
            (
                "consolidation_point[+]",
                "{ id = \"kp\", administrator = \"Operaattori A\" }",
            ),
            ("link.mpls-a.to", "\"kp\""),
            ("link[+]", trunk.as_str()),
        ];
        outcome(&edited(&clinic(), &edits), id, link, DAY)
    };
    let need = "link-below-defined-need";
    assert_eq!(of(need, "link.trunk", "59", "primary"), "violated");
    assert_eq!(of(need, "link.trunk", "60", "primary"), "satisfied");
    assert_eq!(of(need, "link.trunk", "1", "backup"), "not-applicable");
    assert_eq!(of(need, "link.mpls-a", "59", "primary"), "satisfied");
    let figure = "link-too-slow-under-10000-documents";
    assert_eq!(
        of(figure, "link.trunk", "29", "primary"),
        "undetermined: guide-silent"
    );
    assert_eq!(of(figure, "link.trunk", "30", "primary"), "satisfied");
    assert_eq!(of(figure, "link.trunk", "1", "backup"), "not-applicable");
}

/// Two consolidation points one behind the other, the last leg open: what is true of its traffic is true of it.
#[test]
fn a_chain_of_consolidation_points_is_followed_to_its_end() {
    let of = |id: &str, link: &str, speed: &str| {
        let trunk = format!(
            "{{ id = \"trunk\", from = \"k2\", to = \"kanta\", role = \"primary\", network = \"open-internet\", \
             halls = [\"A\"], down_mbit = {speed}, up_mbit = {speed} }}"
        );
        let edits = [
            (
                "consolidation_point[+]",
                "{ id = \"k1\", administrator = \"party\" }",
            ),
            (
                "consolidation_point[+]",
                "{ id = \"k2\", administrator = \"party\" }",
            ),
            ("link.mpls-a.to", "\"k1\""),
            ("link.mpls-b.halls", "[\"A\"]"),
            (
                "link[+]",
                "{ id = \"leg\", from = \"k1\", to = \"k2\", role = \"primary\", network = \"private\" }",
            ),
            ("link[+]", trunk.as_str()),
            (
                "link[+]",
                "{ id = \"other\", from = \"k2\", to = \"kanta\", network = \"private\", halls = [\"B\", \"C\"] }",
            ),
            (
                "use[+]",
                "{ service = \"imaging\", access_point = \"ap1\", system = \"emr\" }",
            ),
        ];
        outcome(&edited(&clinic(), &edits), id, link, DAY)
    };
    let need = "link-below-defined-need";
    assert_eq!(of(need, "link.trunk", "59"), "violated");
    assert_eq!(of(need, "link.trunk", "60"), "satisfied");
    assert_eq!(
        of("imaging-over-open-internet", "link.trunk", "60"),
        "violated"
    );
    // The halls of the link beside it are reached by the other way out of the chain.
    assert_eq!(
        of("hall-not-reached", "link.mpls-b", "60"),
        "undetermined: guide-silent"
    );
}
