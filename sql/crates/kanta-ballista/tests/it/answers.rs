//! The same rows in one process, on one executor and on three.

use crate::harness::{Cluster, World};

const REQUEST: &str = "kanta_index(), party, access_point, service, at";

/// A question of each kind of function; nearly all are grouped or sorted, so that rows go from executor to executor.
fn questions(world: &World) -> Vec<String> {
    let [example, trust] = [&world.example, &world.trust].map(|it| it.display().to_string());
    let attempt = format!(
        "kanta_index('{example}'), kanta_pin('{trust}'), certificate, source, party, service, at"
    );
    vec![
        "SELECT kanta_oid_form(access_point) AS form, kanta_oid_owner(access_point) AS owner, \
         kanta_oid_fault_code(access_point) AS code, kanta_oid_fault(access_point, 'fi') AS fault, \
         count(*) AS lines FROM log GROUP BY form, owner, code, fault"
            .to_owned(),
        "SELECT service, kanta_oid_fault_counts(access_point) AS faults, \
         kanta_owner_fault_counts(party) AS owners FROM log GROUP BY service"
            .to_owned(),
        "SELECT access_point, kanta_access_point_of(kanta_index(), source) AS whose, \
         kanta_address_public(source) AS public, \
         kanta_address_on_record(kanta_index(), access_point, source) AS known, count(*) AS lines \
         FROM log GROUP BY access_point, whose, public, known"
            .to_owned(),
        format!(
            "SELECT party, service, kanta_decide({REQUEST}) AS permitted, count(*) AS lines, \
             min(at) AS first, max(kanta_finnish_day(at)) AS last FROM log GROUP BY party, service, permitted"
        ),
        format!(
            "SELECT unnest(kanta_why({REQUEST})) AS missing, count(*) AS lines FROM log GROUP BY missing"
        ),
        format!(
            "SELECT party, kanta_why_counts({REQUEST}) AS why, \
             count(kanta_decide_fault({REQUEST}, 'sv')) AS unreadable FROM log GROUP BY party"
        ),
        format!("SELECT kanta_why_counts({REQUEST}) AS why FROM log"),
        format!(
            "SELECT kanta_admit({attempt}) AS admitted, kanta_admit_why_counts({attempt}) AS why, \
             min(kanta_admit_fault({attempt}, 'en')) AS fault, count(*) AS attempts \
             FROM attempts GROUP BY admitted"
        ),
        "SELECT kanta_cert_subject_oid(certificate) AS oid, kanta_cert_not_after(certificate) AS until, \
         kanta_cert_verdict(certificate, 'server', '2025-12-01') AS verdict, count(*) AS attempts \
         FROM attempts GROUP BY oid, until, verdict"
            .to_owned(),
        // Columns that are dictionaries are sorted after they went from one to another.
        format!(
            "SELECT party, access_point, service, count(*) AS denied FROM log \
             WHERE kanta_decide({REQUEST}) IS NOT TRUE GROUP BY party, access_point, service \
             ORDER BY denied DESC, party DESC, access_point, service LIMIT 20"
        ),
        "SELECT party, service, row_number() OVER (PARTITION BY service ORDER BY party, at) AS number \
         FROM log ORDER BY party, number, service LIMIT 50"
            .to_owned(),
        "SELECT one.party, count(*) AS lines FROM log AS one JOIN log AS other \
         ON one.party = other.party AND one.at = other.at GROUP BY one.party ORDER BY one.party"
            .to_owned(),
        // Tables that functions give travel with the query.
        "SELECT service, count(*) AS unused FROM kanta_rights(kanta_index()) AS held \
         WHERE NOT EXISTS (SELECT 1 FROM log WHERE log.party = held.party AND log.service = held.service \
         AND log.at > '2025-12-30') GROUP BY service"
            .to_owned(),
        format!(
            "SELECT missing, fault, denied FROM (SELECT unnest(kanta_why({REQUEST})) AS missing, count(*) AS denied \
             FROM log GROUP BY missing) AS counted \
             JOIN kanta_requirements('en') ON requirement = missing AND applies_to = 'index'"
        ),
        "SELECT function, about FROM kanta_functions('sv')".to_owned(),
    ]
}

#[test]
fn one_executor_and_three_give_the_rows_of_one_process() {
    let world = World::of(5, 4_000);
    let questions = questions(&world);
    let expected: Vec<_> = questions.iter().map(|sql| world.ask(sql)).collect();
    for (rows, sql) in expected.iter().zip(&questions) {
        assert!(!rows.is_empty(), "{sql}");
    }
    for executors in [1, 3] {
        let cluster = Cluster::of(executors);
        for (sql, expected) in questions.iter().zip(&expected) {
            assert_eq!(&cluster.ask(&world, sql), expected, "{executors}: {sql}");
        }
        for executor in 0..executors {
            assert!(cluster.has_worked(executor), "{executor} of {executors}");
        }
    }
}
