//! Spot checks, continued: parties, points, certificates and what ties them together.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "tests"
)]

use kanta_oracle::{address_class, answer};

/// What a row says on 1.12.2025 about what `words` tell, `input=word` with blanks between.
fn says(row: &str, words: &str) -> &'static str {
    let pairs = words
        .split_whitespace()
        .map(|pair| pair.split_once('=').unwrap());
    let mut inputs: Vec<(&str, &str)> = pairs.collect();
    if !inputs.iter().any(|(input, _)| *input == "day") {
        inputs.push(("day", "2025-12-01"));
    }
    answer(row, &inputs).unwrap()
}

#[test]
fn the_form_of_an_oid_goes_by_the_register_and_both_sote_roots_are_of_the_sote_register() {
    let row = "access-point-oid-form-not-of-register";
    let forms = ["sote", "sote-537", "valvira", "pharmacy", "intermediary"];
    for register in ["sote", "valvira", "pharmacy", "intermediary"] {
        for form in forms {
            let right = form == register || (register, form) == ("sote", "sote-537");
            let expected = if right { "satisfied" } else { "violated" };
            assert_eq!(
                says(row, &format!("register={register} form={form}")),
                expected
            );
        }
    }
    assert_eq!(
        says(
            "access-point-oid-root-not-of-holder",
            "form=sote holder-root=sote-537"
        ),
        "violated"
    );
    assert_eq!(
        says("access-point-oid-root-not-of-holder", "form=pharmacy"),
        "not-applicable"
    );
}

#[test]
fn an_oid_under_another_unit_is_not_treated_and_under_another_holder_it_is_wrong() {
    let row = "access-point-oid-not-under-administrator";
    assert_eq!(says(row, "owner=same"), "satisfied");
    assert_eq!(says(row, "owner=other-unit"), "undetermined:silent");
    assert_eq!(says(row, "owner=other-root"), "violated");
    assert_eq!(says(row, "owner=other-holder"), "violated");
    assert_eq!(
        says(
            "access-point-oid-not-unique",
            "same-oid=yes certificates=several"
        ),
        "undetermined:ambiguous"
    );
}

#[test]
fn the_register_of_intermediaries_is_none_of_the_three_for_joining_parties_and_tenants() {
    for actor in ["actor=joining-party", "actor=tenant"] {
        assert_eq!(
            says(
                "party-in-no-register",
                &format!("{actor} register=pharmacy")
            ),
            "satisfied"
        );
        assert_eq!(
            says(
                "party-in-no-register",
                &format!("{actor} register=intermediary")
            ),
            "violated"
        );
        assert_eq!(
            says(
                "party-in-no-register",
                &format!("{actor} register=valvira registered=later")
            ),
            "undetermined:silent"
        );
    }
    assert_eq!(
        says(
            "intermediary-not-registered",
            "actor=intermediary intermediary-registered=denied"
        ),
        "violated"
    );
}

#[test]
fn a1_transmission_services_and_a2_and_a3_with_the_functions_can_be_a_point_and_b_cannot() {
    let row = "system-class-cannot-be-access-point";
    assert_eq!(says(row, "class=a1 system=transfer-service"), "satisfied");
    assert_eq!(
        says(
            row,
            "class=a1 system=patient-data-system transfer-functions=yes"
        ),
        "violated"
    );
    assert_eq!(says(row, "class=a3 transfer-functions=yes"), "satisfied");
    assert_eq!(says(row, "class=a2 transfer-functions=no"), "violated");
    assert_eq!(says(row, "class=a2"), "undetermined:input");
    assert_eq!(says(row, "class=b transfer-functions=yes"), "violated");
}

#[test]
fn versions_older_than_tls_1_2_are_wrong_and_1_3_alone_is_not_settled() {
    let row = "tls-version-not-1.2";
    assert_eq!(
        says(row, "tls-older=no tls-1.2=yes tls-1.3=yes"),
        "satisfied"
    );
    assert_eq!(
        says(row, "tls-older=yes tls-1.2=yes tls-1.3=yes"),
        "violated"
    );
    assert_eq!(
        says(row, "tls-older=no tls-1.2=no tls-1.3=yes"),
        "undetermined:ambiguous"
    );
    assert_eq!(
        says("link-not-encrypted", "tls-older=no tls-1.2=no tls-1.3=no"),
        "violated"
    );
}

#[test]
fn an_address_is_fixed_public_and_attributable() {
    assert_eq!(says("address-not-fixed", "fixed=no"), "violated");
    assert_eq!(
        says("address-not-public", "address-class=shared"),
        "violated"
    );
    assert_eq!(
        says("address-not-attributable", "registered-to=administrator"),
        "satisfied"
    );
    assert_eq!(
        says(
            "address-not-attributable",
            "registered-to=someone-else assignment-record=yes"
        ),
        "undetermined:ambiguous"
    );
    assert_eq!(
        says("address-not-attributable", "registered-to=someone-else"),
        "undetermined:input"
    );
    assert_eq!(
        says(
            "address-not-attributable",
            "registered-to=someone-else assignment-record=no"
        ),
        "violated"
    );
    assert_eq!(
        says("address-not-public", "address-class=public day=2025-08-31"),
        "undetermined:date"
    );
}

#[test]
fn an_address_has_the_class_of_the_longest_block_that_holds_it() {
    for (address, class) in [
        ("192.31.196.7", Some("public")),
        ("192.175.48.255", Some("public")),
        ("8.8.8.8", Some("public")),
        ("9.255.255.255", Some("public")),
        ("10.0.0.0", Some("private")),
        ("10.255.255.255", Some("private")),
        ("172.15.255.255", Some("public")),
        ("172.16.0.0", Some("private")),
        ("172.31.255.255", Some("private")),
        ("172.32.0.0", Some("public")),
        ("100.63.255.255", Some("public")),
        ("100.64.0.0", Some("shared")),
        ("100.127.255.255", Some("shared")),
        ("100.128.0.0", Some("public")),
        ("192.0.0.8", Some("special")),
        ("192.0.0.9", Some("public")),
        ("203.0.113.1", Some("documentation")),
        ("255.255.255.255", Some("special")),
        ("224.0.0.1", Some("special")),
        ("192.88.99.1", None),
        ("::1", Some("special")),
        ("2a00:1450::1", Some("public")),
        ("2001:db8::1", Some("documentation")),
        ("fd00::1", Some("private")),
        ("fe80::1", Some("special")),
        ("::ffff:8.8.8.8", Some("special")),
        ("no address", None),
    ] {
        assert_eq!(address_class(address), class, "{address}");
    }
}

#[test]
fn the_server_certificate_carries_the_points_oid_and_name_and_is_the_administrators() {
    assert_eq!(
        says("server-certificate-missing", "server-certificate=denied"),
        "violated"
    );
    let given = "server-certificate=given";
    assert_eq!(
        says(
            "server-certificate-of-another-point",
            &format!("{given} serial-number=other")
        ),
        "violated"
    );
    assert_eq!(
        says(
            "server-certificate-of-someone-else",
            &format!("{given} holder=other")
        ),
        "violated"
    );
    let row = "server-certificate-name-not-in-alternative-names";
    assert_eq!(
        says(row, &format!("{given} alternative-name=wildcard")),
        "violated"
    );
    assert_eq!(
        says(row, &format!("{given} alternative-name=trailing-dot")),
        "undetermined:silent"
    );
    assert_eq!(
        says(
            row,
            &format!("{given} alternative-name=same day=2024-07-03")
        ),
        "satisfied"
    );
    assert_eq!(
        says(
            row,
            &format!("{given} alternative-name=same day=2024-07-02")
        ),
        "undetermined:date"
    );
}

#[test]
fn two_repositories_need_a_system_signature_certificate_and_the_other_services_do_not() {
    let row = "signature-certificate-missing";
    let party = "actor=joining-party model=direct";
    assert_eq!(
        says(
            row,
            &format!("{party} service=patient-data signature-certificate=denied")
        ),
        "violated"
    );
    assert_eq!(
        says(
            row,
            &format!("{party} service=social-welfare signature-certificate=given")
        ),
        "satisfied"
    );
    assert_eq!(
        says(
            row,
            &format!("{party} service=prescription signature-certificate=denied")
        ),
        "not-applicable"
    );
    assert_eq!(
        says(
            row,
            &format!("{party} service=imaging signature-certificate=denied")
        ),
        "not-applicable"
    );
    assert_eq!(
        says(row, "actor=tenant service=patient-data"),
        "not-applicable"
    );
    let producer =
        "actor=joining-party model=parallel service=social-welfare signature-certificate=denied";
    assert_eq!(says(row, producer), "undetermined:ambiguous");
    assert_eq!(
        says(
            row,
            &format!("{party} service=patient-data signature-certificate=denied day=2019-12-09")
        ),
        "violated"
    );
    assert_eq!(
        says(
            row,
            &format!("{party} service=patient-data signature-certificate=denied day=2019-12-08")
        ),
        "undetermined:date"
    );
}

#[test]
fn a_system_signature_certificate_is_shared_in_two_ways_and_in_no_other() {
    let row = "signature-certificate-of-someone-else";
    let party = "actor=joining-party model=direct signature-certificate=given";
    assert_eq!(
        says(row, &format!("{party} signature-holder=own")),
        "satisfied"
    );
    assert_eq!(
        says(
            row,
            &format!("{party} signature-holder=supplier packaged=yes")
        ),
        "satisfied"
    );
    assert_eq!(
        says(
            row,
            &format!("{party} signature-holder=supplier packaged=no")
        ),
        "violated"
    );
    assert_eq!(
        says(row, &format!("{party} signature-holder=other")),
        "violated"
    );
    let tenant = "actor=tenant signature-certificate=given";
    assert_eq!(
        says(row, &format!("{tenant} signature-holder=joining-party")),
        "satisfied"
    );
    assert_eq!(
        says(row, &format!("{tenant} signature-holder=own")),
        "undetermined:silent"
    );
    let supplier = format!(
        "{party} signature-holder=supplier supplier-intermediary=no signature-agreement=denied"
    );
    assert_eq!(
        says("signature-certificate-supplier-not-intermediary", &supplier),
        "violated"
    );
    assert_eq!(
        says("signature-certificate-agreement-missing", &supplier),
        "violated"
    );
}

#[test]
fn a_step_counts_when_it_is_done_by_the_day_and_a_tenant_takes_none() {
    for (row, step) in [
        ("joining-not-applied-for", "applied"),
        ("commitment-not-given", "commitment"),
        ("terms-of-supply-not-accepted", "terms"),
        ("service-description-not-accepted", "description"),
        ("joining-not-approved", "approved"),
    ] {
        assert_eq!(
            says(row, &format!("actor=joining-party {step}=given")),
            "satisfied"
        );
        assert_eq!(
            says(
                row,
                &format!("actor=joining-party {step}=given-later-than-the-day")
            ),
            "violated"
        );
        assert_eq!(
            says(row, &format!("actor=joining-party {step}=undated")),
            "undetermined:input"
        );
        assert_eq!(
            says(row, &format!("actor=joining-party {step}=denied")),
            "violated"
        );
        assert_eq!(
            says(row, &format!("actor=tenant {step}=denied")),
            "not-applicable"
        );
    }
}

#[test]
fn the_joint_model_is_for_private_providers_since_2_1_2024() {
    assert_eq!(
        says("tenant-not-private", "tenant-sector=public day=2024-01-02"),
        "violated"
    );
    assert_eq!(
        says("tenant-not-private", "tenant-sector=public day=2024-01-01"),
        "undetermined:date"
    );
    assert_eq!(
        says("host-of-tenant-not-private", "party-sector=public"),
        "violated"
    );
    assert_eq!(
        says("tenant-agreement-missing", "tenant-agreement=denied"),
        "violated"
    );
    assert_eq!(says("tenant-with-rights", "tenant-right=yes"), "violated");
}

#[test]
fn the_parallel_model_is_for_social_welfare_through_the_organisers_point() {
    assert_eq!(
        says(
            "parallel-outside-social-welfare",
            "model=parallel service=patient-data"
        ),
        "violated"
    );
    assert_eq!(
        says(
            "parallel-outside-social-welfare",
            "model=direct service=patient-data"
        ),
        "not-applicable"
    );
    let row = "producer-not-through-organisers-point";
    assert_eq!(
        says(
            row,
            "model=parallel through=organisers organiser-points=one"
        ),
        "satisfied"
    );
    assert_eq!(
        says(
            row,
            "model=parallel through=organisers organiser-points=several"
        ),
        "undetermined:silent"
    );
    assert_eq!(says(row, "model=parallel through=other"), "violated");
}

#[test]
fn every_pharmacy_has_its_own_point_and_reimbursement_needs_an_agreement_since_1_9_2025() {
    let row = "pharmacy-without-own-access-point";
    assert_eq!(says(row, "party=pharmacist point=own"), "satisfied");
    assert_eq!(says(row, "party=pharmacist point=shared"), "violated");
    assert_eq!(
        says(row, "party=pharmacist point=own-administered-by-another"),
        "undetermined:ambiguous"
    );
    assert_eq!(
        says(row, "party=hospital-pharmacy point=none"),
        "not-applicable"
    );
    let row = "reimbursement-agreement-missing";
    assert_eq!(says(row, "kela-service=yes agreement=denied"), "violated");
    assert_eq!(says(row, "kela-service=yes agreement=expired"), "violated");
    assert_eq!(
        says(row, "kela-service=yes agreement=denied day=2025-08-31"),
        "not-in-force"
    );
}

#[test]
fn renewals_are_annotated_per_service_unit_in_the_sote_register_and_for_the_provider_in_valviras() {
    let row = "renewal-annotation-missing";
    assert_eq!(
        says(
            row,
            "receives-renewals=yes register=sote annotated=service-unit"
        ),
        "satisfied"
    );
    assert_eq!(
        says(
            row,
            "receives-renewals=yes register=sote annotated=provider"
        ),
        "undetermined:ambiguous"
    );
    assert_eq!(
        says(
            row,
            "receives-renewals=yes register=valvira annotated=provider"
        ),
        "satisfied"
    );
    assert_eq!(
        says(row, "receives-renewals=yes annotated=nowhere"),
        "violated"
    );
    assert_eq!(says(row, "receives-renewals=no"), "not-applicable");
    let row = "renewals-without-prescription";
    assert_eq!(
        says(row, "receives-renewals=yes prescription=another-point"),
        "undetermined:ambiguous"
    );
    assert_eq!(
        says(row, "receives-renewals=yes prescription=none"),
        "violated"
    );
}

#[test]
fn links_are_doubled_over_confirmed_routes_and_private_ones_reach_three_halls() {
    assert_eq!(says("links-not-redundant", "links=one"), "violated");
    assert_eq!(says("links-not-redundant", "links=several"), "satisfied");
    assert_eq!(
        says("routes-not-separate", "backup=yes"),
        "undetermined:input"
    );
    assert_eq!(
        says("routes-not-separate", "backup=yes route=given"),
        "satisfied"
    );
    assert_eq!(
        says("routes-not-separate", "backup=no route=denied"),
        "not-applicable"
    );
    let row = "private-link-not-to-all-halls";
    assert_eq!(
        says(row, "to=kanta network=private halls=a-b-c"),
        "satisfied"
    );
    assert_eq!(says(row, "to=kanta network=private halls=a-b"), "violated");
    assert_eq!(
        says(row, "to=kanta network=open-internet halls=a"),
        "not-applicable"
    );
    assert_eq!(says("speed-not-symmetric", "down=100 up=100"), "satisfied");
    assert_eq!(says("speed-not-symmetric", "down=100 up=99"), "violated");
    assert_eq!(
        says(
            "tls-terminated-at-consolidation-point",
            "tls-terminated=yes"
        ),
        "violated"
    );
}

#[test]
fn a_denial_counts_and_a_word_for_a_later_day_does_not() {
    assert_eq!(
        says("cryptography-below-tl-iv", "attested=met"),
        "satisfied"
    );
    assert_eq!(
        says("cryptography-below-tl-iv", "attested=not-met"),
        "violated"
    );
    assert_eq!(
        says(
            "cryptography-below-tl-iv",
            "attested=met-later-than-the-day"
        ),
        "undetermined:input"
    );
    assert_eq!(
        says("cryptography-below-tl-iv", "attested=unknown"),
        "undetermined:input"
    );
}
