//! Good plans for the chapters on actors and joining, each told by its difference from the clinic of the examples.

use crate::harness::{edited, example};

/// The clinic of `examples/data/clinic.toml`.
pub(crate) fn clinic() -> String {
    example("clinic.toml")
}

/// The clinic with a tenant.
pub(crate) fn joint() -> String {
    let tenant = r#"{
        id = "t1", name = "Vuokralainen Oy", oid = "1.2.246.10.12345671.10.7", sector = "private",
        register = "sote", registered = 2020-01-01, in_party_premises = true, uses_party_system = true,
        agreement = { signed = 2025-09-01, until = false, states_duties = true, covers_signature_certificate = true },
        named_in_messages = true, uses_party_signature_certificate = true }"#;
    edited(&clinic(), &[("tenant[+]", &flat(tenant))])
}

const INTERMEDIARY: &str = r#"{
    id = "valittaja", name = "Esimerkkivälittäjä Oy", oid = "1.2.246.537.6.918.18.42",
    registered = 2024-01-15, security_plan = 2025-02-01,
    agreement = { signed = 2025-09-01, until = false, states_duties = true, covers_signature_certificate = true },
    traffic_encrypted = true, identified_by_server_certificate = true }"#;

/// The clinic through an intermediary's access point.
pub(crate) fn through_intermediary() -> String {
    edited(
        &clinic(),
        &[
            ("intermediary[+]", &flat(INTERMEDIARY)),
            ("access_point.ap1.administrator", "\"valittaja\""),
            ("access_point.ap1.oid", "\"1.2.246.537.6.918.18.42.13.1\""),
            ("access_point.ap1.certificate", ""),
        ],
    )
}

/// The clinic signing with the certificate of its supplier, an intermediary that sets up no access point of the plan.
pub(crate) fn packaged() -> String {
    edited(
        &clinic(),
        &[
            ("intermediary[+]", &flat(INTERMEDIARY)),
            ("signature_certificate.holder", "\"supplier\""),
            ("system.emr.packaged_service", "true"),
        ],
    )
}

/// The clinic through the access point of another joining party.
pub(crate) fn through_other_party() -> String {
    let other = r#"{
        id = "sairaala", name = "Esimerkkisairaala", oid = "1.2.246.10.12345671.10.5",
        agreement = { signed = 2025-09-01, until = false, states_duties = true },
        traffic_encrypted = true, identified_by_server_certificate = true }"#;
    edited(
        &clinic(),
        &[
            ("other_party[+]", &flat(other)),
            ("access_point.ap1.administrator", "\"sairaala\""),
            ("access_point.ap1.oid", "\"1.2.246.10.12345671.10.5.13.1\""),
            ("access_point.ap1.certificate", ""),
        ],
    )
}

/// A producer of social welfare in the parallel model.
pub(crate) fn producer() -> String {
    edited(
        &clinic(),
        &[
            ("party.model", "\"parallel\""),
            ("party.health_care", "false"),
            (
                "organiser[+]",
                r#"{ id = "alue", provides_system = true, uses_access_points = ["ap1"] }"#,
            ),
            ("use[2]", ""),
            ("use[1]", ""),
            ("use[0].service", "\"social-welfare\""),
            ("system.emr.kind", "\"client-data-system\""),
            (
                "party.joining.service_descriptions",
                "{ social-welfare = 2025-09-15 }",
            ),
        ],
    )
}

/// A pharmacist with a main and a branch pharmacy, each with its own access point, and Kela's settlement query.
pub(crate) fn pharmacist() -> String {
    let agreement = "reimbursement_agreement = { signed = 2025-09-01, until = 2026-09-01 }";
    let main = format!(
        "{{ id = \"main\", kind = \"main\", oid = \"1.2.246.553.1.1001\", size = \"small\", {agreement} }}"
    );
    let branch = format!(
        "{{ id = \"branch\", kind = \"branch\", oid = \"1.2.246.553.1.1002\", size = \"small\", {agreement} }}"
    );
    let second = r#"{ id = "ap2", oid = "1.2.246.553.1.1002.13.1", administrator = "branch", systems = ["emr"] }"#;
    edited(
        &clinic(),
        &[
            ("party.kind", "\"pharmacist\""),
            ("party.register", "\"pharmacy\""),
            ("party.oid", ""),
            ("pharmacy[+]", &main),
            ("pharmacy[+]", &branch),
            ("system.emr.kind", "\"pharmacy-system\""),
            ("access_point.ap1.administrator", "\"main\""),
            ("access_point.ap1.oid", "\"1.2.246.553.1.1001.13.1\""),
            ("access_point.ap1.certificate", ""),
            ("access_point[+]", second),
            (
                "use[2]",
                r#"{ service = "prescription", access_point = "ap2", system = "emr", for = "branch" }"#,
            ),
            (
                "use[1]",
                r#"{ service = "settlement-query", access_point = "ap1", system = "emr", for = "main" }"#,
            ),
            (
                "use[0]",
                r#"{ service = "prescription", access_point = "ap1", system = "emr", for = "main" }"#,
            ),
        ],
    )
}

/// An inline table over several lines, on one.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
