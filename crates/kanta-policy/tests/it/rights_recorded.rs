//! The records that the rights of a plan need beside them.

use crate::bases::{clinic, joint, pharmacist, producer};
use crate::harness::{edited, plan};
use kanta_address_index::{Period, Right, Service};
use kanta_conformance::Date;
use kanta_policy::plan::TrustFile;
use kanta_policy::rights::{self, Rights};

const DAY: Date = Date::constant(2025, 12, 1);
/// The day on which the clinic's application was approved.
const FROM: Date = Date::constant(2025, 10, 6);

fn rights(base: &str, edits: &[(&str, &str)]) -> Rights {
    rights::of(&plan(&edited(base, edits)).plan, DAY)
}

#[test]
fn services_outside_the_guide_and_users_that_do_not_join_have_no_right() {
    let intermediary = "{ id = \"x\", oid = \"1.2.246.537.6.918.18.42\" }";
    let uses = |service: &str, user: &str| {
        let text =
            format!("{{ service = \"{service}\", access_point = \"ap1\", for = \"{user}\" }}");
        let edits = [
            ("intermediary[+]", intermediary),
            (
                "organiser[+]",
                "{ id = \"y\", oid = \"1.2.246.10.12345671.10.9\" }",
            ),
            ("use[0]", &text),
            ("use[2]", ""),
            ("use[1]", ""),
        ];
        let its = rights(&clinic(), &edits);
        (its.without_right.len(), its.entitlements.len())
    };
    for service in Service::ALL.iter().copied() {
        if service.is_reimbursement() {
            continue;
        }
        let has_right = usize::from(service.in_scope());
        let expected = (1 - has_right, has_right);
        assert_eq!(uses(service.code(), "party"), expected, "{service:?}");
        assert_eq!(uses(service.code(), "x"), (1, 0), "{service:?}");
        assert_eq!(uses(service.code(), "y"), (1, 0), "{service:?}");
    }
}

#[test]
fn in_the_parallel_model_social_welfare_through_the_organisers_access_point_names_the_organiser() {
    let second = r#"{ id = "ap2", oid = "1.2.246.10.12345671.10.0.13.2", administrator = "party", systems = ["emr"] }"#;
    let uses = |service: &str, point: &str| {
        format!("{{ service = \"{service}\", access_point = \"{point}\", system = \"emr\" }}")
    };
    let its = rights(
        &producer(),
        &[
            ("access_point[+]", second),
            ("organiser[0].uses_access_points", "[\"ap2\"]"),
            ("use[+]", &uses("social-welfare", "ap2")),
            ("use[+]", &uses("patient-data", "ap2")),
        ],
    );
    let told: Vec<(String, Service, Option<&str>)> = its
        .order
        .add
        .rights
        .iter()
        .map(|right: &Right| {
            let point = right.access_point.to_string();
            (point, right.service, right.organiser.as_deref())
        })
        .collect();
    let [one, two] = ["1", "2"].map(|number| format!("1.2.246.10.12345671.10.0.13.{number}"));
    assert_eq!(
        told,
        [
            (one, Service::SocialWelfare, None),
            (two.clone(), Service::SocialWelfare, Some("alue")),
            (two, Service::PatientData, None),
        ]
    );
    // The index has to hold the organiser already.
    assert_eq!(its.assumed, ["organiser.alue"]);
}

#[test]
fn a_branch_pharmacy_is_recorded_as_one() {
    let its = rights(&pharmacist(), &[]);
    let pharmacies = its.order.add.pharmacies.iter();
    let told: Vec<(&str, bool)> = pharmacies.map(|it| (it.id.as_str(), it.branch)).collect();
    assert_eq!(told, [("branch", true), ("main", false)]);
}

#[test]
fn an_agreement_is_recorded_with_its_days() {
    let signed = Some(Date::constant(2025, 9, 1));
    for (until, expected) in [
        ("2027-01-01", Some(Date::constant(2027, 1, 1))),
        ("false", None),
        ("", None),
    ] {
        let its = rights(&joint(), &[("tenant[0].agreement.until", until)]);
        let [agreement] = its.order.add.agreements.as_slice() else {
            panic!("{:?}", its.order.add.agreements)
        };
        assert_eq!(agreement.validity, Period::new(signed, expected), "{until}");
    }
}

#[test]
fn annotations_are_recorded_for_renewal_requests_of_the_joining_party() {
    let unit = "1.2.246.10.12345671.10.1";
    let of = |base: &str, register: &str, its: &str| {
        let text = format!("{{ access_point = \"ap1\", system = \"emr\", {its} }}");
        let edits = [
            ("party.register", register),
            ("use[2]", ""),
            ("use[1]", ""),
            ("use[0]", text.as_str()),
        ];
        let its = rights(base, &edits);
        let units = its.order.add.annotations.iter().map(|it| {
            assert_eq!(
                (it.party.as_str(), it.validity),
                ("party", Period::since(FROM))
            );
            it.unit.map(|oid| oid.to_string())
        });
        units.collect::<Vec<_>>()
    };
    let units = |annotated: &str| format!("service_units = [{{ oid = \"{unit}\"{annotated} }}]");
    let renewals = "service = \"renewal-requests\"";
    let prescriptions = "service = \"prescription\"";
    let (sote, valvira) = ("\"sote\"", "\"valvira\"");
    let annotated = units(", annotated = true");
    // In the SOTE register each service unit carries the annotation.
    for (its, expected) in [
        (
            format!("{renewals}, {annotated}"),
            vec![Some(unit.to_owned())],
        ),
        (
            format!("{renewals}, {}", units(", annotated = false")),
            vec![],
        ),
        (format!("{renewals}, {}", units("")), vec![]),
        (format!("{prescriptions}, {annotated}"), vec![]),
        (format!("{renewals}, annotated = true"), vec![]),
    ] {
        assert_eq!(of(&clinic(), sote, &its), expected, "{its}");
    }
    // In Valvira's register the provider carries it.
    for (its, expected) in [
        (format!("{renewals}, annotated = true"), vec![None]),
        (format!("{renewals}, annotated = false"), vec![]),
        (renewals.to_owned(), vec![]),
        (format!("{prescriptions}, annotated = true"), vec![]),
        (format!("{renewals}, {annotated}"), vec![]),
    ] {
        assert_eq!(of(&clinic(), valvira, &its), expected, "{its}");
    }
    let of_tenant = format!("{renewals}, for = \"t1\", {annotated}");
    assert_eq!(of(&joint(), sote, &of_tenant), []);
}

#[test]
fn rights_are_asked_for_from_the_day_on_which_the_last_service_was_approved() {
    for (approved, expected) in [
        (
            "{ patient-data = 2025-10-06, prescription = 2025-11-03 }",
            Date::constant(2025, 11, 3),
        ),
        (
            "{ patient-data = 2025-11-03, prescription = 2025-10-06 }",
            Date::constant(2025, 11, 3),
        ),
        ("{ patient-data = 2025-10-06, prescription = true }", DAY),
        ("{ patient-data = true, prescription = 2025-10-06 }", DAY),
        ("{ patient-data = 2025-10-06, prescription = false }", DAY),
        ("{ patient-data = false, prescription = 2025-10-06 }", DAY),
    ] {
        let its = rights(&clinic(), &[("party.joining.approved", approved)]);
        assert_eq!(its.from, expected, "{approved}");
    }
}

#[test]
fn what_a_plan_lists_is_found_by_its_id() {
    let text = edited(
        &clinic(),
        &[
            (
                "consolidation_point[+]",
                "{ id = \"cp\", administrator = \"party\" }",
            ),
            ("link[1].from", "\"cp\""),
            (
                "access_point[+]",
                "{ id = \"ap2\", administrator = \"party\" }",
            ),
            ("use[1].access_point", "\"ap2\""),
        ],
    );
    let plan = plan(&text).plan;
    for id in ["mpls-a", "mpls-b"] {
        assert_eq!(plan.link(id).unwrap().id, id);
    }
    assert_eq!(plan.link("mpls-c"), None);
    let from = |id| {
        plan.links_from(id)
            .map(|link| link.id.as_str())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        (from("ap1"), from("cp"), from("ap2")),
        (vec!["mpls-a"], vec!["mpls-b"], vec![])
    );
    let through = |id| {
        plan.uses_through(id)
            .map(|its| its.service)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        through("ap1"),
        [Service::PatientData, Service::RenewalRequests]
    );
    assert_eq!(through("ap2"), [Service::Prescription]);
    assert_eq!(through("ap3"), []);
}

#[test]
fn an_entitlement_asks_the_index_for_each_service_unit() {
    let its = rights(
        &clinic(),
        &[(
            "use[2].service_units",
            "[{ oid = \"1.2.246.10.12345671.10.1\" }, { oid = \"1.2.246.10.12345671.10.2\" }]",
        )],
    );
    let asked: Vec<Vec<Option<String>>> = its
        .entitlements
        .iter()
        .map(|its| {
            let units = its.requests(DAY).map(|request| request.service_unit);
            units.map(|unit| unit.map(|oid| oid.to_string())).collect()
        })
        .collect();
    let units = ["1", "2"].map(|unit| Some(format!("1.2.246.10.12345671.10.{unit}")));
    assert_eq!(asked, [vec![None], vec![None], units.to_vec()]);
}

#[test]
fn a_file_of_what_is_trusted_is_shown_by_its_length() {
    let file = TrustFile {
        file: "trust.pem".into(),
        bytes: vec![7; 1200],
    };
    assert_eq!(format!("{file:?}"), "TrustFile(\"trust.pem\", 1200 bytes)");
}
