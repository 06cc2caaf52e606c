//! The example index: the guide's figures 2 and 3, a joint and a parallel model; what is not known
//! and what the guide leaves open; what each question answers.

mod addresses;
mod ending;

use crate::example::{EXAMPLE, ask, day, instead, missing, read, shown};
use kanta_address_index::{Decision, Service};

#[test]
fn the_example_has_no_findings() {
    let index = read(EXAMPLE);
    assert_eq!(index.findings(day("2025-12-01")), []);
    assert_eq!(index.len(), 9);
}

/// Section 4.2.1, figure 2: the pairs of service and access point, and no others.
#[test]
fn figure_2_is_what_the_provider_may() {
    let index = read(EXAMPLE);
    let clinic = index.owner_named("clinic").unwrap();
    assert_eq!(
        shown(&index, &index.what(clinic, day("2025-12-01"))),
        [
            "clinic clinic-ap patient-data",
            "clinic clinic-ap prescription",
            "clinic clinic-ap renewal-requests",
            "clinic valittaja-ap patient-data",
        ]
    );
    let relay = index.owner_named("valittaja").unwrap();
    let rests = index.rests_on(relay, day("2025-12-01"));
    assert_eq!(shown(&index, &rests), ["clinic valittaja-ap patient-data"]);
    // The agreement ends before the right does.
    assert_eq!(rests[0].permits.until, Some(day("2027-02-01")));
}

/// Section 4.2.2, figure 3: main and branch pharmacy, each through its own.
#[test]
fn figure_3_is_who_may_use_prescription() {
    let index = read(EXAMPLE);
    let who = index.who(Service::Prescription, day("2025-12-01"));
    assert_eq!(
        shown(&index, &who),
        [
            "clinic clinic-ap prescription",
            "branch-pharmacy branch-pharmacy-ap prescription",
            "main-pharmacy main-pharmacy-ap prescription",
        ]
    );
    let swapped = ask(
        &index,
        "branch-pharmacy",
        "main-pharmacy-ap",
        Service::Prescription,
        "2025-12-01",
    );
    assert_eq!(
        missing(&index, &swapped),
        ["no-right-on-the-day", "pharmacy-without-own-access-point"]
    );
}

/// Sections 2.3 and 4.2.1: the tenant acts with the clinic's rights, and has none of its own.
#[test]
fn a_tenant_uses_the_joining_partys_rights() {
    let index = read(EXAMPLE);
    let tenant = index.owner_named("physio").unwrap();
    let request = ask(
        &index,
        "clinic",
        "clinic-ap",
        Service::PatientData,
        "2025-12-01",
    );
    assert!(index.decide(&request.by_tenant(tenant)).is_permit());
    let other = ask(
        &index,
        "main-pharmacy",
        "main-pharmacy-ap",
        Service::Prescription,
        "2025-12-01",
    );
    assert_eq!(
        missing(&index, &other.by_tenant(tenant)),
        ["tenant-not-of-this-party"]
    );
    let own = ask(
        &index,
        "physio",
        "clinic-ap",
        Service::PatientData,
        "2025-12-01",
    );
    assert!(missing(&index, &own).contains(&"use-by-a-tenant"));
    // The agreement began on 1.5.2024; the model's rows were first seen later, so it is not known.
    let early = ask(
        &index,
        "clinic",
        "clinic-ap",
        Service::PatientData,
        "2024-04-30",
    );
    assert_eq!(
        missing(&index, &early.by_tenant(tenant)),
        ["tenant-agreement-missing"]
    );
    assert!(index.explain(&early.by_tenant(tenant)).is_undetermined());
    assert_eq!(index.what(tenant, day("2025-12-01")).len(), 4);
}

/// Section 4.2.1: through the organiser's access point, to social welfare alone.
#[test]
fn a_producer_uses_the_organisers_access_point() {
    let index = read(EXAMPLE);
    let request = ask(
        &index,
        "home-care",
        "welfare-area-ap",
        Service::SocialWelfare,
        "2025-12-01",
    );
    assert!(index.decide(&request).is_permit());
    for (of, is, rule) in [
        (
            "service = \"social-welfare\"\norganiser",
            "service = \"patient-data\"\norganiser",
            "parallel-model-outside-social-welfare",
        ),
        (
            "access_point = \"welfare-area-ap\"\nservice = \"social-welfare\"\norganiser",
            "access_point = \"valittaja-ap\"\nservice = \"social-welfare\"\norganiser",
            "producer-not-through-organisers-point",
        ),
        (
            "oid = \"1.2.246.10.33333338.10.0\"\nname = \"Esimerkin kotihoiva Oy\"\nkind = \"provider\"\nsector = \"private\"",
            "oid = \"1.2.246.10.33333338.10.0\"\nkind = \"provider\"\nsector = \"public\"",
            "producer-in-parallel-model-not-private",
        ),
    ] {
        let index = instead(of, is);
        let findings = index.findings(day("2025-12-01"));
        let ids: Vec<_> = findings
            .iter()
            .map(|finding| finding.requirement.id())
            .collect();
        assert!(
            ids.contains(&&*format!("connection-models/{rule}")),
            "{ids:?}"
        );
        let home_care = index.owner_named("home-care").unwrap();
        assert_eq!(index.what(home_care, day("2025-12-01")), [], "{rule}");
    }
}

/// What is not known denies, and names the field.
#[test]
fn a_missing_fact_names_its_field() {
    let cases = [
        (
            "oid = \"1.2.246.10.12345671.10.0\"\nname = \"Esimerkkiklinikka Oy\"\nkind = \"provider\"\nsector = \"private\"\nregister = \"sote\"",
            "oid = \"1.2.246.10.12345671.10.0\"\nkind = \"provider\"\nsector = \"private\"",
            "InputMissing([party.clinic.register])",
        ),
        (
            "register_entry = 2024-01-15",
            "",
            "InputMissing([party.valittaja.register_entry])",
        ),
        (
            "between = [\"clinic\", \"valittaja\"]\nfrom = 2024-02-01",
            "between = [\"clinic\", \"valittaja\"]",
            "InputMissing([agreement.clinic+valittaja.from])",
        ),
        (
            "service = \"patient-data\"\nfrom = 2024-03-01\nreference = \"hakemus 2024-19\"",
            "service = \"patient-data\"",
            "InputMissing([right.clinic.valittaja-ap.patient-data.from])",
        ),
    ];
    for (of, is, why) in cases {
        let index = instead(of, is);
        let request = ask(
            &index,
            "clinic",
            "valittaja-ap",
            Service::PatientData,
            "2025-12-01",
        );
        let explanation = index.explain(&request);
        assert_eq!(explanation.decision, Decision::Deny);
        assert!(explanation.is_undetermined());
        let missing: Vec<_> = explanation
            .missing()
            .map(|link| format!("{:?}", link.outcome))
            .collect();
        // A register that is not known leaves two rows open: whether it is one of the three, and the OID.
        let rows = if why.contains(".register]") { 2 } else { 1 };
        assert_eq!(missing, vec![format!("Undetermined({why})"); rows]);
    }
    let index = read(EXAMPLE);
    let request = ask(
        &index,
        "clinic",
        "clinic-ap",
        Service::RenewalRequests,
        "2025-12-01",
    );
    let explanation = index.explain(&request);
    let missing: Vec<_> = explanation
        .missing()
        .map(|link| format!("{:?}", link.outcome))
        .collect();
    assert_eq!(
        missing,
        ["Undetermined(InputMissing([request.service_unit]))"]
    );
}

/// A denial is undetermined only if nothing in its way is known to be broken.
#[test]
fn a_denial_is_undetermined_if_nothing_is_known_to_be_broken() {
    let register = "name = \"Esimerkkiklinikka Oy\"\nkind = \"provider\"\nsector = \"private\"\nregister = \"sote\"";
    let index = instead(register, "kind = \"provider\"\nsector = \"private\"");
    let (unknown, its_oid) = ("party-in-no-register", "owner-oid-of-another-register");
    for (service, undetermined, ids) in [
        (Service::PatientData, true, &[unknown, its_oid][..]),
        (
            Service::Phr,
            false,
            &[
                "no-right-on-the-day",
                "right-to-service-outside-the-guide",
                unknown,
                its_oid,
            ],
        ),
        (
            Service::Imaging,
            false,
            &["no-right-on-the-day", unknown, its_oid],
        ),
    ] {
        let request = ask(&index, "clinic", "clinic-ap", service, "2025-12-01");
        assert_eq!(missing(&index, &request), ids, "{service}");
        let explanation = index.explain(&request);
        assert_eq!(explanation.is_undetermined(), undetermined, "{service}");
    }
    // Nor is a permit.
    let index = read(EXAMPLE);
    let request = ask(
        &index,
        "clinic",
        "clinic-ap",
        Service::PatientData,
        "2025-12-01",
    );
    assert!(!index.explain(&request).is_undetermined());
}

/// What the guide leaves open permits, and the explanation carries the question.
#[test]
fn a_question_permits_and_is_told() {
    let cases = [
        // Ambiguity 26.
        (
            "unit = \"1.2.246.10.12345671.10.2\"\nfrom = 2024-03-01\nuntil = 2026-01-01",
            "from = 2024-03-01",
            "clinic",
            "clinic-ap",
            Service::RenewalRequests,
            "does an annotation of the whole organisation count in the SOTE register",
        ),
        // Ambiguity 32.
        (
            "oid = \"1.2.246.553.1.5678.13.1\"\nadministrator = \"branch-pharmacy\"",
            "oid = \"1.2.246.537.6.918.18.42.13.2\"\nadministrator = \"valittaja\"\n[[agreement]]\nbetween = [\"branch-pharmacy\", \"valittaja\"]\nfrom = 2024-01-15\n[[access_point]]\noid = \"1.2.246.553.1.5678.13.1\"\nadministrator = \"branch-pharmacy\"",
            "branch-pharmacy",
            "branch-pharmacy-ap",
            Service::Prescription,
            "is an access point that an intermediary administers for one pharmacy alone its own",
        ),
    ];
    for (of, is, subject, point, service, question) in cases {
        let index = instead(of, is);
        let request = ask(&index, subject, point, service, "2025-12-01")
            .for_unit("1.2.246.10.12345671.10.3".parse().unwrap());
        let explanation = index.explain(&request);
        assert!(
            explanation.decision.is_permit(),
            "{question}: {:?}",
            missing(&index, &request)
        );
        assert_eq!(index.decide(&request), explanation.decision);
        assert!(
            explanation
                .questions()
                .any(|link| format!("{:?}", link.outcome).contains(question))
        );
    }
}

/// What ends names the rights that stop with it, and no others.
#[test]
fn what_ends_names_the_rights_that_stop_with_it() {
    let told = |text: &str, what: &str| -> Vec<String> {
        let index = read(text);
        let ending = index.expiring(day("2025-12-01"), 800);
        let mut named = ending.iter().filter(|end| end.what == what);
        let rights = named
            .next()
            .unwrap_or_else(|| panic!("{what}: {ending:#?}"))
            .rights
            .iter();
        let name = |oid| index.id_of_owner(oid).unwrap().to_owned();
        rights
            .map(|it| format!("{} {}", name(it.subject), it.service))
            .collect()
    };
    let none = [""; 0];
    assert_eq!(
        told(EXAMPLE, "agreement.clinic+valittaja"),
        ["clinic patient-data"]
    );
    assert_eq!(told(EXAMPLE, "data_set"), none);
    assert_eq!(
        told(EXAMPLE, "access_point.clinic-ap.certificate[4f2a01]"),
        none
    );
    // An agreement that is followed by another stops nothing.
    let next = "[[agreement]]\nbetween = [\"clinic\", \"valittaja\"]\nfrom = 2027-02-01\n";
    assert_eq!(
        told(&format!("{EXAMPLE}\n{next}"), "agreement.clinic+valittaja"),
        none
    );
    // A producer's right stops with its organiser's, and a renewal right with that to prescriptions.
    let ends = |right: &str| {
        assert_eq!(EXAMPLE.matches(right).count(), 1, "{right}");
        EXAMPLE.replace(right, &format!("{right}\nuntil = 2026-03-01"))
    };
    let area =
        "for = \"welfare-area\"\naccess_point = \"welfare-area-ap\"\nservice = \"social-welfare\"";
    assert_eq!(
        told(
            &ends(area),
            "right.welfare-area.welfare-area-ap.social-welfare"
        ),
        ["home-care social-welfare"]
    );
    let clinic = "for = \"clinic\"\naccess_point = \"clinic-ap\"\nservice = \"prescription\"";
    assert_eq!(
        told(&ends(clinic), "right.clinic.clinic-ap.prescription"),
        ["clinic renewal-requests"]
    );
    // With the register entry every right through the intermediary stops.
    let entry = "register_entry = 2024-01-15";
    let ended = EXAMPLE.replace(
        entry,
        &format!("{entry}\nregister_entry_until = 2026-05-01"),
    );
    assert_eq!(
        told(&ended, "party.valittaja.register_entry"),
        ["clinic patient-data"]
    );
}

#[test]
fn what_ends_soon_is_told_in_its_order() {
    let index = read(EXAMPLE);
    let ending = |days| {
        let ending = index.expiring(day("2025-12-01"), days);
        let ending = ending.iter().map(|end| format!("{} {}", end.on, end.what));
        ending.collect::<Vec<_>>()
    };
    let unit = "2026-01-01 annotation.clinic[1.2.246.10.12345671.10.2]";
    assert_eq!(ending(30), [""; 0]);
    assert_eq!(ending(31), [unit]);
    assert_eq!(
        ending(800),
        [
            unit,
            "2026-12-01 data_set",
            "2027-02-01 agreement.clinic+valittaja",
            "2027-03-11 access_point.clinic-ap.certificate[4f2a01]",
            "2028-01-01 right.home-care.welfare-area-ap.social-welfare",
        ]
    );
}

/// Deciding takes no memory, permit or deny.
#[test]
fn deciding_allocates_nothing() {
    let index = read(EXAMPLE);
    let requests = [
        ask(
            &index,
            "clinic",
            "clinic-ap",
            Service::Prescription,
            "2025-12-01",
        ),
        ask(
            &index,
            "clinic",
            "valittaja-ap",
            Service::Prescription,
            "2025-12-01",
        ),
        ask(
            &index,
            "clinic",
            "clinic-ap",
            Service::RenewalRequests,
            "2025-12-01",
        )
        .for_unit("1.2.246.10.12345671.10.2".parse().unwrap()),
        ask(
            &index,
            "clinic",
            "clinic-ap",
            Service::PatientData,
            "2025-12-01",
        )
        .by_tenant(index.owner_named("physio").unwrap()),
    ];
    let mut permits = 0;
    let counted = allocation_counter::measure(|| {
        for request in &requests {
            permits += i32::from(index.decide(request).is_permit());
        }
    });
    assert_eq!((permits, counted.count_total), (3, 0));
}
