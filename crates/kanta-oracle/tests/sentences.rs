//! Spot checks: sentences of the guide and of the readings, put to the tables one at a time.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "tests"
)]

use kanta_oracle::answer;

/// A case in words: what differs from a good one, `input=word` with blanks between.
fn says(row: &str, good: &str, difference: &str) -> &'static str {
    let mut inputs: Vec<(&str, &str)> = Vec::new();
    for pair in good.split_whitespace().chain(difference.split_whitespace()) {
        let (input, word) = pair.split_once('=').unwrap();
        inputs.retain(|(name, _)| *name != input);
        inputs.push((input, word));
    }
    answer(row, &inputs).unwrap()
}

mod location {
    use super::says;

    const POINT: &str = "kind=access-point country=finland approval=unknown day=2025-12-01";

    #[test]
    fn before_16_2_2021_no_rule_says_where_a_point_lies_and_until_31_8_2025_it_lies_in_finland() {
        let row = "access-point-outside-finland";
        assert_eq!(
            says(row, POINT, "country=third day=2021-02-15"),
            "not-in-force"
        );
        assert_eq!(says(row, POINT, "country=third day=2021-02-16"), "violated");
        assert_eq!(says(row, POINT, "country=eu day=2025-08-31"), "violated");
        assert_eq!(
            says(row, POINT, "country=eu day=2025-09-01"),
            "not-in-force"
        );
    }

    #[test]
    fn from_1_9_2025_the_eu_will_do_but_not_the_eea() {
        let row = "access-point-outside-eu";
        assert_eq!(says(row, POINT, "country=eu"), "satisfied");
        assert_eq!(says(row, POINT, "country=eea-not-eu"), "violated");
        assert_eq!(
            says(row, POINT, "country=special-territory"),
            "undetermined:silent"
        );
        assert_eq!(
            says(row, POINT, "country=eu day=2025-08-31"),
            "not-in-force"
        );
    }

    #[test]
    fn a_point_abroad_needs_an_approval_that_is_there_on_the_day() {
        let row = "access-point-abroad-not-approved";
        assert_eq!(says(row, POINT, ""), "not-applicable");
        assert_eq!(says(row, POINT, "country=eu approval=given"), "satisfied");
        assert_eq!(
            says(row, POINT, "country=eu approval=given-later-than-the-day"),
            "violated"
        );
        assert_eq!(
            says(row, POINT, "country=third approval=denied"),
            "violated"
        );
        assert_eq!(says(row, POINT, "country=eu"), "undetermined:input");
        assert_eq!(
            says(row, POINT, "country=eu approval=undated"),
            "undetermined:input"
        );
    }

    #[test]
    fn a_point_of_unknown_country_leaves_location_and_approval_open_even_where_an_approval_is_stated()
     {
        for row in [
            "access-point-outside-eu",
            "access-point-abroad-not-approved",
        ] {
            assert_eq!(
                says(row, POINT, "country=unknown approval=given"),
                "undetermined:input"
            );
        }
    }

    #[test]
    fn a_consolidation_point_needs_approval_and_whether_it_may_lie_outside_the_eu_is_not_said() {
        let good = "kind=consolidation-point country=third approval=given day=2025-12-01";
        assert_eq!(
            says("consolidation-point-abroad-not-approved", good, ""),
            "satisfied"
        );
        assert_eq!(
            says("consolidation-point-outside-eu", good, ""),
            "undetermined:silent"
        );
        assert_eq!(
            says("consolidation-point-outside-eu", good, "country=eu"),
            "satisfied"
        );
        assert_eq!(says("access-point-outside-eu", good, ""), "not-applicable");
    }
}

mod open_internet {
    use super::says;

    const LINK: &str = "from=access-point administrator=party system=patient-data-system sharing=alone traffic=small role=primary \
        network=open-internet justification=given risks=given service=patient-data party=provider day=2025-12-01";
    const PHARMACY: &str = "from=access-point administrator=pharmacy system=pharmacy-system sharing=alone traffic=small role=backup \
        network=open-internet justification=given risks=given service=prescription party=pharmacist day=2025-12-01";
    const TABLE_1: &str = "open-internet-outside-table-1";
    const PHARMACIES: &str = "pharmacy-prescription-primary-over-open-internet";

    #[test]
    fn a_private_network_is_always_right() {
        assert_eq!(
            says(
                TABLE_1,
                LINK,
                "network=private sharing=unknown traffic=unknown system=unknown"
            ),
            "satisfied"
        );
        assert_eq!(
            says(
                "open-internet-not-justified",
                LINK,
                "network=private justification=denied"
            ),
            "not-applicable"
        );
        assert_eq!(
            says(
                "open-internet-risks-not-heeded",
                LINK,
                "network=private risks=unknown"
            ),
            "not-applicable"
        );
    }

    #[test]
    fn imaging_never_goes_over_open_internet_not_even_as_backup() {
        let row = "imaging-over-open-internet";
        for role in ["role=primary", "role=backup", "role=unknown"] {
            let imaging = format!("service=imaging {role}");
            assert_eq!(says(row, LINK, &imaging), "violated");
            assert_eq!(says(TABLE_1, LINK, &imaging), "not-applicable");
        }
        assert_eq!(
            says(row, LINK, "service=imaging network=private"),
            "satisfied"
        );
        assert_eq!(says(row, LINK, ""), "not-applicable");
        assert_eq!(
            says(row, LINK, "service=imaging day=2019-11-08"),
            "violated"
        );
        assert_eq!(
            says(row, LINK, "service=imaging day=2019-11-07"),
            "undetermined:date"
        );
        assert_eq!(says(row, LINK, "day=2019-11-07"), "not-applicable");
    }

    #[test]
    fn a_pharmacys_prescriptions_went_over_a_public_primary_in_may_2019_and_do_not_now() {
        assert_eq!(says(PHARMACIES, PHARMACY, "role=primary"), "violated");
        assert_eq!(says(TABLE_1, PHARMACY, "role=primary"), "not-applicable");
        assert_eq!(says(PHARMACIES, PHARMACY, ""), "not-applicable");
        assert_eq!(says(TABLE_1, PHARMACY, ""), "satisfied");
        assert_eq!(
            says(PHARMACIES, PHARMACY, "role=primary day=2019-05-10"),
            "not-in-force"
        );
        assert_eq!(
            says(PHARMACIES, PHARMACY, "role=primary day=2019-05-11"),
            "undetermined:date"
        );
        assert_eq!(
            says(PHARMACIES, PHARMACY, "role=primary day=2025-08-31"),
            "undetermined:date"
        );
        assert_eq!(
            says(PHARMACIES, PHARMACY, "role=primary day=2025-09-01"),
            "violated"
        );
    }

    #[test]
    fn whether_a_hospital_pharmacy_is_a_pharmacy_of_that_ban_is_not_settled() {
        assert_eq!(
            says(PHARMACIES, PHARMACY, "party=hospital-pharmacy role=primary"),
            "undetermined:ambiguous"
        );
        assert_eq!(
            says(
                PHARMACIES,
                PHARMACY,
                "party=hospital-pharmacy role=primary network=private"
            ),
            "satisfied"
        );
        assert_eq!(
            says(PHARMACIES, PHARMACY, "party=provider role=primary"),
            "not-applicable"
        );
    }

    #[test]
    fn an_intermediarys_point_and_a_consolidation_point_have_open_internet_as_backup_only() {
        for point in ["administrator=intermediary", "from=consolidation-point"] {
            assert_eq!(says(TABLE_1, LINK, point), "violated");
            assert_eq!(
                says(
                    TABLE_1,
                    LINK,
                    &format!("{point} role=backup sharing=other-party traffic=large")
                ),
                "satisfied"
            );
            assert_eq!(
                says(TABLE_1, LINK, &format!("{point} role=unknown")),
                "undetermined:input"
            );
        }
    }

    #[test]
    fn a_party_alone_at_its_own_point_with_small_traffic_may_use_open_internet_in_either_role() {
        for system in ["system=patient-data-system", "system=client-data-system"] {
            assert_eq!(
                says(TABLE_1, LINK, &format!("{system} role=unknown")),
                "satisfied"
            );
            assert_eq!(
                says(TABLE_1, LINK, &format!("{system} traffic=large")),
                "violated"
            );
            assert_eq!(
                says(TABLE_1, LINK, &format!("{system} traffic=unknown")),
                "undetermined:input"
            );
            assert_eq!(
                says(
                    TABLE_1,
                    LINK,
                    &format!("{system} traffic=large role=backup")
                ),
                "undetermined:ambiguous"
            );
            assert_eq!(
                says(TABLE_1, LINK, &format!("{system} sharing=tenant")),
                "undetermined:ambiguous"
            );
        }
    }

    #[test]
    fn a_shared_point_breaks_the_table_whatever_the_traffic_and_its_backup_is_not_treated() {
        assert_eq!(
            says(TABLE_1, LINK, "sharing=other-party traffic=unknown"),
            "violated"
        );
        assert_eq!(
            says(
                TABLE_1,
                LINK,
                "sharing=other-party traffic=unknown role=backup"
            ),
            "undetermined:silent"
        );
        assert_eq!(says(TABLE_1, LINK, "administrator=other-party"), "violated");
    }

    #[test]
    fn what_matches_no_row_is_outside_the_table() {
        assert_eq!(says(TABLE_1, LINK, "system=transfer-service"), "violated");
        assert_eq!(
            says(TABLE_1, LINK, "system=transfer-service role=backup"),
            "violated"
        );
    }

    #[test]
    fn the_rows_do_not_replace_the_justification_and_of_a_backups_nothing_is_said() {
        let row = "open-internet-not-justified";
        assert_eq!(says(row, LINK, ""), "satisfied");
        assert_eq!(says(row, LINK, "justification=denied"), "violated");
        assert_eq!(
            says(row, LINK, "justification=unknown"),
            "undetermined:input"
        );
        assert_eq!(
            says(row, LINK, "justification=denied role=backup"),
            "undetermined:silent"
        );
        assert_eq!(says(row, LINK, "day=2019-01-30"), "undetermined:date");
        assert_eq!(says(row, LINK, "day=2019-01-31"), "satisfied");
    }

    #[test]
    fn the_body_of_the_text_is_attested_from_1_9_2025() {
        assert_eq!(says(TABLE_1, LINK, "day=2025-08-31"), "undetermined:date");
        assert_eq!(says(TABLE_1, LINK, "day=2025-09-01"), "satisfied");
        assert_eq!(
            says(
                "open-internet-risks-not-heeded",
                LINK,
                "risks=denied day=2025-08-31"
            ),
            "undetermined:date"
        );
        assert_eq!(
            says(
                "open-internet-risks-not-heeded",
                LINK,
                "risks=denied day=2025-09-01"
            ),
            "violated"
        );
    }
}

mod capacity {
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
}
