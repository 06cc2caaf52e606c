//! Tenants: registers, agreements, and what they are.

use super::{DAY, assert_agreement, assert_dated, assert_since_3_17};
use crate::bases::joint;
use crate::harness::{assert_changes, edited, outcome};

#[test]
fn a_tenant_stands_in_one_of_three_registers() {
    assert_changes(
        &joint(),
        &[("tenant.t1.registered", "false")],
        DAY,
        &["tenant-in-no-register @ tenant.t1: satisfied -> violated"],
    );
    assert_dated(
        &joint(),
        "tenant.t1.registered",
        "tenant-in-no-register",
        "tenant.t1",
    );
    assert_changes(
        &joint(),
        &[("tenant.t1.register", "\"intermediary\"")],
        DAY,
        &[
            "tenant-in-no-register @ tenant.t1: satisfied -> violated",
            "tenant-oid-of-another-register @ tenant.t1: satisfied -> violated",
            "tenant-not-private @ tenant.t1: satisfied -> violated",
        ],
    );
}

#[test]
fn a_tenant_has_an_agreement_in_force() {
    assert_changes(
        &joint(),
        &[("tenant.t1.agreement", "false")],
        DAY,
        &[
            "tenant-agreement-missing @ tenant.t1: satisfied -> violated",
            "signature-certificate-not-agreed-with-tenant @ tenant.t1: satisfied -> violated",
        ],
    );
    let row = "tenant-agreement-missing";
    assert_agreement(
        &joint(),
        ", states_duties = true",
        "tenant.t1.agreement",
        row,
        "tenant.t1",
        "violated",
    );
    let text = edited(&joint(), &[("tenant.t1.agreement", "false")]);
    assert_since_3_17(&text, row, "tenant.t1", "violated");
    // An agreement that does not settle duties is not that agreement (2.3); whether it does has to be said.
    let says = |duties: &str| {
        let agreement = format!("{{ signed = 2025-09-01, until = false{duties} }}");
        let text = edited(&joint(), &[("tenant.t1.agreement", &agreement)]);
        outcome(&text, row, "tenant.t1", DAY)
    };
    assert_eq!(says(", states_duties = true"), "satisfied");
    assert_eq!(says(", states_duties = false"), "violated");
    assert_eq!(says(""), "undetermined: input-missing");
}

#[test]
fn a_tenant_is_a_provider_with_the_oid_of_its_register() {
    let says = |row: &str, register: &str, oid: &str| {
        let edits = [("tenant.t1.register", register), ("tenant.t1.oid", oid)];
        outcome(&edited(&joint(), &edits), row, "tenant.t1", DAY)
    };
    let (private, of_register) = ("tenant-not-private", "tenant-oid-of-another-register");
    let (sote, pharmacy) = ("\"1.2.246.10.76543212.10.0\"", "\"1.2.246.553.1.100\"");
    for (register, oid, is_provider, is_of_register) in [
        ("\"sote\"", sote, "satisfied", "satisfied"),
        ("\"pharmacy\"", pharmacy, "violated", "satisfied"),
        ("\"pharmacy\"", sote, "violated", "violated"),
        ("\"valvira\"", sote, "satisfied", "violated"),
        ("\"sote\"", "", "satisfied", "undetermined: input-missing"),
        (
            "",
            pharmacy,
            "undetermined: input-missing",
            "undetermined: input-missing",
        ),
    ] {
        assert_eq!(
            says(private, register, oid),
            is_provider,
            "{register} {oid}"
        );
        assert_eq!(
            says(of_register, register, oid),
            is_of_register,
            "{register} {oid}"
        );
    }
    let row = "access-point-administered-by-tenant";
    let by_tenant = edited(&joint(), &[("access_point.ap1.administrator", "\"t1\"")]);
    assert_eq!(
        outcome(&by_tenant, row, "access_point.ap1", DAY),
        "undetermined: guide-silent"
    );
    assert_eq!(outcome(&joint(), row, "access_point.ap1", DAY), "satisfied");
}
