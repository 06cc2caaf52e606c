//! Access points, their identifiers, addresses, certificates and links, on 1.12.2025 unless another day is named.

use kanta_oracle::address_class;

/// What a row says about what `words` tell.
fn says(row: &str, words: &str) -> &'static str {
    super::says(row, "day=2025-12-01", words)
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
        ("192.88.99.2", Some("special")),
        ("192.88.99.3", None),
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
            &format!("{given} alternative-name=same day=2025-09-01")
        ),
        "satisfied"
    );
    assert_eq!(
        says(
            row,
            &format!("{given} alternative-name=same day=2025-08-31")
        ),
        "undetermined:date"
    );
}

#[test]
fn links_are_doubled_over_confirmed_routes_and_private_ones_reach_three_halls() {
    assert_eq!(
        says("links-not-redundant", "links=one duplication=not-said"),
        "violated"
    );
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
        "undetermined:silent"
    );
    assert_eq!(
        says("routes-not-separate", "backup=yes route=denied"),
        "violated"
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
