//! What an order withdraws: how it may be named, and what is said of what it states beside.

use crate::example::{EXAMPLE, read};
use kanta_address_index::{AddressIndex, Form, Source};

fn source(text: &str) -> Source<'_> {
    Source {
        form: Form::Toml,
        bytes: text.as_bytes(),
    }
}

/// The records of the index that go with an order, or its faults.
fn tried(index: &str, order: &str) -> Result<Vec<String>, Vec<String>> {
    let sources = [source(index)];
    let held = AddressIndex::read(&sources).unwrap_or_else(|faults| panic!("{faults}"));
    let order = format!("format = 1\n{order}");
    match held.try_source(&source(&order), &sources) {
        Ok(trial) => {
            let records = trial.changes.records.iter();
            let mut told: Vec<_> = records
                .map(|it| format!("{}.{}", it.record, it.id))
                .collect();
            told.sort_unstable();
            Ok(told)
        }
        Err(faults) => Err(faults.as_slice().iter().map(ToString::to_string).collect()),
    }
}

/// Whatever names a record by its id may name it by its OID.
#[test]
fn an_oid_stands_for_the_id_wherever_a_record_is_named() {
    let physio = "1.2.246.10.76543212.10.0";
    let with = [
        ("clinic", "1.2.246.10.12345671.10.0"),
        ("physio", physio),
        ("main-pharmacy", "1.2.246.553.1.1234"),
        ("welfare-area", "1.2.246.10.22222229.10.0"),
    ];
    for (order, gone) in [
        (
            "[[withdraw.agreement]]\nbetween = [\"clinic\", \"physio\"]\n",
            &["agreement.clinic+physio"][..],
        ),
        (
            "[[withdraw.annotation]]\nparty = \"clinic\"\nunit = \"1.2.246.10.12345671.10.2\"\n",
            &["annotation.clinic[1.2.246.10.12345671.10.2]"],
        ),
        (
            "[[withdraw.tenant]]\nid = \"physio\"\nhost = \"clinic\"\n[[withdraw.agreement]]\nbetween = [\"physio\", \"clinic\"]\n",
            &["agreement.clinic+physio", "tenant.physio"],
        ),
        (
            "[[withdraw.access_point]]\nid = \"main-pharmacy-ap\"\nadministrator = \"main-pharmacy\"\n[[withdraw.right]]\nfor = \"main-pharmacy\"\naccess_point = \"main-pharmacy-ap\"\nservice = \"prescription\"\n[[withdraw.right]]\nfor = \"main-pharmacy\"\naccess_point = \"main-pharmacy-ap\"\nservice = \"reimbursement-query\"\n",
            &[
                "access_point.main-pharmacy-ap",
                "right.main-pharmacy.main-pharmacy-ap.prescription",
                "right.main-pharmacy.main-pharmacy-ap.reimbursement-query",
            ],
        ),
        (
            "[[withdraw.right]]\nfor = \"home-care\"\naccess_point = \"welfare-area-ap\"\nservice = \"social-welfare\"\norganiser = \"welfare-area\"\n",
            &["right.home-care.welfare-area-ap.social-welfare"],
        ),
    ] {
        let gone: Vec<String> = gone.iter().map(ToString::to_string).collect();
        assert_eq!(tried(EXAMPLE, order), Ok(gone.clone()), "{order}");
        let by_oid = with.iter().fold(order.to_owned(), |order, (id, oid)| {
            order.replace(&format!("\"{id}\""), &format!("\"{oid}\""))
        });
        assert_eq!(tried(EXAMPLE, &by_oid), Ok(gone), "{by_oid}");
    }
}

/// A tenant of several joining parties has one OID at each: the party says which.
#[test]
fn a_tenant_of_several_is_named_with_its_joining_party() {
    let oid = "oid = \"1.2.246.10.76543212.10.0\"\n";
    let elsewhere = format!("[[tenant]]\nid = \"guest\"\n{oid}host = \"home-care\"\n");
    let index = format!("{EXAMPLE}\n{elsewhere}");
    let agreement = "[[withdraw.agreement]]\nbetween = [\"clinic\", \"physio\"]\n";
    let tenant = |more: &str| format!("[[withdraw.tenant]]\n{oid}{more}");
    let guest = tried(&index, &tenant("host = \"home-care\"\n"));
    assert_eq!(guest, Ok(vec!["tenant.guest".to_owned()]));
    let physio = tried(
        &index,
        &format!("{}{agreement}", tenant("host = \"clinic\"\n")),
    );
    assert_eq!(
        physio,
        Ok(["agreement.clinic+physio", "tenant.physio"]
            .map(str::to_owned)
            .to_vec())
    );
    let sentence =
        "the order withdraws one of 2 records with this key, say which by its other fields";
    assert_eq!(
        tried(&index, &tenant("")),
        Err(vec![format!(
            "line 2, column 1 (withdraw.tenant[0]): {sentence}"
        )])
    );
}

/// What differs is said as people read it: a word, a list, a certificate with its days.
#[test]
fn what_differs_is_said_as_it_is_in_the_index() {
    let sentence = "the order withdraws a record that is otherwise in the index";
    let index = EXAMPLE.replace(
        "addresses = [\"192.31.196.7\"]",
        "addresses = [\"192.31.196.7\", \"192.31.196.9\"]",
    );
    for (order, differs) in [
        (
            "[[withdraw.party]]\nid = \"home-care\"\nhealth_care = false\n",
            "withdraw.party[0]): {}: `health_care` `true`",
        ),
        (
            "[[withdraw.pharmacy]]\nid = \"branch-pharmacy\"\nbranch = false\n",
            "withdraw.pharmacy[0]): {}: `branch` `true`",
        ),
        (
            "[[withdraw.access_point]]\nid = \"clinic-ap\"\naddresses = [\"192.31.196.7\"]\n",
            "withdraw.access_point[0]): {}: `addresses` `192.31.196.7/32, 192.31.196.9/32`",
        ),
        (
            "[[withdraw.access_point]]\nid = \"clinic-ap\"\ncertificates = [{ serial = \"4f2a02\" }]\n",
            "withdraw.access_point[0]): {}: `certificates` `serial 4f2a01, from 2025-03-10, until 2027-03-11`",
        ),
    ] {
        let differs = differs.replace("{}", sentence);
        assert_eq!(
            tried(&index, order),
            Err(vec![format!("line 2, column 1 ({differs}")])
        );
    }
}

/// Of several rights with one key, what is said to differ is of the one that differs in the least.
#[test]
fn what_differs_is_said_of_the_nearest_record() {
    let right =
        "[[right]]\nfor = \"clinic\"\naccess_point = \"clinic-ap\"\nservice = \"imaging\"\n";
    let index = format!(
        "{EXAMPLE}\n{right}from = 2024-01-01\nuntil = 2025-01-01\nreference = \"a\"\n{right}from = 2025-06-01\nuntil = 2026-01-01\nreference = \"b\"\n"
    );
    let differs = |stated: &str| {
        let order = right.replace("[[right", "[[withdraw.right");
        let faults = tried(&index, &format!("{order}{stated}")).unwrap_err();
        assert_eq!(faults.len(), 1, "{faults:#?}");
        let (_, differs) = faults[0].split_once("otherwise in the index: ").unwrap();
        differs.to_owned()
    };
    assert_eq!(
        differs("from = 2024-01-01\nuntil = 2025-02-01\n"),
        "`until` `2025-01-01`"
    );
    assert_eq!(
        differs("from = 2025-06-01\nuntil = 2026-02-01\n"),
        "`until` `2026-01-01`"
    );
    // Where two differ in as much it is the earlier.
    assert_eq!(differs("reference = \"c\"\n"), "`reference` `a`");
}

/// A record that is not named at all is told what it lacks, and not that it is not there.
#[test]
fn what_is_withdrawn_without_a_name_is_told_what_it_lacks() {
    let place = "line 2, column 1 (withdraw.";
    for (kind, lacks) in [
        ("party", &["kind", "oid"][..]),
        ("pharmacy", &["oid", "pharmacist"]),
        ("tenant", &["host", "oid"]),
        ("access_point", &["administrator", "oid"]),
        ("agreement", &["between"]),
        ("annotation", &["party"]),
        ("right", &["access_point", "for", "service"]),
    ] {
        let mut told = tried(EXAMPLE, &format!("[[withdraw.{kind}]]\n")).unwrap_err();
        told.sort_unstable();
        let lacks: Vec<_> = lacks
            .iter()
            .map(|field| format!("{place}{kind}[0]): field missing: `{field}`"))
            .collect();
        assert_eq!(told, lacks);
    }
}

/// Both halves of an order are tables.
#[test]
fn a_half_of_an_order_that_is_no_table_is_told_by_its_name() {
    let index = read(EXAMPLE);
    for half in ["add", "withdraw"] {
        let order = format!("format = 1\n{half} = 5\n");
        let faults = index.try_source(&source(&order), &[source(EXAMPLE)]);
        let line = "line 2, column ";
        assert_eq!(
            faults.unwrap_err().to_string(),
            format!("{line}{} ({half}): expected a table", half.len() + 4)
        );
    }
}

/// In a sheet, too, it is the record that is not there, and no column is to blame.
#[test]
fn a_record_that_is_not_there_is_told_of_its_row() {
    let index = read(EXAMPLE);
    let order = "record;order;id;party\nparty;withdraw;nobody;\n";
    let sheet = Source {
        form: Form::Csv,
        bytes: order.as_bytes(),
    };
    let faults = index.try_source(&sheet, &[source(EXAMPLE)]);
    assert_eq!(
        faults.unwrap_err().to_string(),
        "line 2 (withdraw.party[0]): the order withdraws a record that is not there"
    );
}
