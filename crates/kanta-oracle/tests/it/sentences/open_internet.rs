//! Open internet and Table 1.

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
    assert_eq!(says(TABLE_1, LINK, "day=2025-08-31"), "undetermined:silent");
    assert_eq!(says(TABLE_1, LINK, "day=2025-09-01"), "satisfied");
    // The article of 10.5.2019: providers use a private network, but for a justified reason.
    let unjustified = |day: &str| format!("justification=denied day={day}");
    assert_eq!(says(TABLE_1, LINK, &unjustified("2019-05-10")), "violated");
    assert_eq!(
        says(TABLE_1, LINK, &unjustified("2019-05-09")),
        "undetermined:date"
    );
    let private = "network=private day=2019-05-10";
    assert_eq!(says(TABLE_1, LINK, private), "satisfied");
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
