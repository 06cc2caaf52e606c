//! Parties, tenants, producers, pharmacies and their certificates, on 1.12.2025 unless another day is named.

/// What a row says about what `words` tell.
fn says(row: &str, words: &str) -> &'static str {
    super::says(row, "day=2025-12-01", words)
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
            &format!(
                "{party} service=social-welfare signature-certificate=given signature-holder=own"
            )
        ),
        "satisfied"
    );
    let shared = format!(
        "{party} service=social-welfare signature-certificate=given signature-holder=supplier"
    );
    let conditions = "packaged=yes supplier-intermediary=yes signature-agreement=given";
    assert_eq!(says(row, &format!("{shared} {conditions}")), "satisfied");
    for (met, not) in [
        ("packaged=yes", "packaged=no"),
        ("supplier-intermediary=yes", "supplier-intermediary=no"),
        ("signature-agreement=given", "signature-agreement=denied"),
    ] {
        let but_one = conditions.replace(met, not);
        assert_eq!(says(row, &format!("{shared} {but_one}")), "violated");
    }
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
    assert_eq!(
        says(
            "tenant-agreement-missing",
            "tenant-agreement=given-without-duties"
        ),
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
fn every_pharmacy_has_its_own_point_and_reimbursement_needs_an_agreement_seen_on_1_9_2025() {
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
        "undetermined:date"
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
