//! Orders as they are read: which records their names mean, and where their faults stand.

use kanta_address_index::{AddressIndex, Faults, Form, LINE_KEYS, Order, Source, Trial};

const EXAMPLE: &str = include_str!("../../../../examples/data/index.toml");

fn source(text: &str) -> Source<'_> {
    Source {
        form: Form::guess(text.as_bytes(), LINE_KEYS),
        bytes: text.as_bytes(),
    }
}

fn tried(order: &str) -> Result<Trial, Faults> {
    let sources = [source(EXAMPLE)];
    let index = AddressIndex::read(&sources).unwrap_or_else(|faults| panic!("{faults}"));
    index.try_source(&source(order), &sources)
}

/// The line of the example in which that text stands.
fn line(text: &str) -> usize {
    let at = EXAMPLE.find(text).unwrap();
    EXAMPLE[..at].matches('\n').count() + 1
}

/// Each fault with the sources in which its places lie: 0 is the index, 1 the order.
fn told(order: &str) -> Vec<(u32, String)> {
    let faults = tried(order).unwrap_err();
    let faults = faults.as_slice().iter();
    faults
        .map(|fault| (fault.place.source, fault.to_string()))
        .collect()
}

#[test]
fn what_is_not_there_is_told_in_the_order() {
    let sentence = "the order withdraws a record that is not there";
    let order = "format = 1\n[[withdraw.agreement]]\nbetween = [\"physio\", \"home-care\"]\n[[withdraw.party]]\nid = \"nobody\"\n";
    assert_eq!(
        told(order),
        [(
            1,
            format!("line 4, column 1 (withdraw.party[0]): {sentence}")
        )]
    );
    let order = r#"{"record":"header","format":1}
{"record":"agreement","order":"withdraw","between":["physio","home-care"],"from":"2024-05-02"}"#;
    assert_eq!(
        told(order),
        [(1, format!("line 2 (withdraw.agreement[0]): {sentence}"))]
    );
    let order =
        "{\"format\":1,\"withdraw\":{\n\"agreement\":[{\"between\":[\"physio\",\"home-care\"]}]}}";
    assert_eq!(
        told(order),
        [(
            1,
            format!("line 2, column 14 (withdraw.agreement[0]): {sentence}")
        )]
    );
}

/// A record that is there is withdrawn by its id or its key, with as little as names it.
#[test]
fn what_is_withdrawn_is_named_by_its_id_or_its_key() {
    for (order, gone) in [
        (
            "[[withdraw.party]]\nid = \"home-care\"\n[[withdraw.right]]\nfor = \"home-care\"\naccess_point = \"welfare-area-ap\"\nservice = \"social-welfare\"\n",
            &[
                "party.home-care",
                "right.home-care.welfare-area-ap.social-welfare",
            ][..],
        ),
        (
            "[[withdraw.agreement]]\nbetween = [\"physio\", \"clinic\"]\n",
            &["agreement.clinic+physio"],
        ),
        (
            "[[withdraw.agreement]]\nbetween = [\"1.2.246.10.76543212.10.0\", \"clinic\"]\nfrom = 2024-05-01\n",
            &["agreement.clinic+physio"],
        ),
        (
            "[[withdraw.annotation]]\nparty = \"clinic\"\nunit = \"1.2.246.10.12345671.10.2\"\n",
            &["annotation.clinic[1.2.246.10.12345671.10.2]"],
        ),
        (
            "[[withdraw.tenant]]\noid = \"1.2.246.10.76543212.10.0\"\n[[withdraw.agreement]]\nbetween = [\"clinic\", \"physio\"]\n",
            &["agreement.clinic+physio", "tenant.physio"],
        ),
    ] {
        let trial = tried(&format!("format = 1\n{order}"));
        let trial = trial.unwrap_or_else(|faults| panic!("{order}: {faults}"));
        let records = trial.changes.records.iter();
        let mut told: Vec<_> = records
            .map(|it| format!("{}.{}", it.record, it.id))
            .collect();
        told.sort_unstable();
        assert_eq!(told, gone, "{order}");
    }
}

/// A record that is there and says something else is not withdrawn, and what differs is said.
#[test]
fn what_differs_from_a_record_to_withdraw_is_said() {
    let sentence = "the order withdraws a record that is otherwise in the index";
    for (order, differs) in [
        (
            "[[withdraw.agreement]]\nbetween = [\"clinic\", \"physio\"]\nfrom = 2024-05-02\n",
            "agreement[0]): `from` `2024-05-01`",
        ),
        (
            "[[withdraw.right]]\nfor = \"clinic\"\naccess_point = \"valittaja-ap\"\nservice = \"patient-data\"\nfrom = 2024-03-02\nuntil = 2025-01-01\nreference = \"hakemus\"\n",
            "right[0]): `from` `2024-03-01`, `until` not stated, `reference` `hakemus 2024-19`",
        ),
        (
            "[[withdraw.party]]\nid = \"home-care\"\nsector = \"public\"\n",
            "party[0]): `sector` `private`",
        ),
    ] {
        let place = format!(
            "line 2, column 1 (withdraw.{}",
            differs.replacen("): ", &format!("): {sentence}: "), 1)
        );
        assert_eq!(told(&format!("format = 1\n{order}")), [(1, place)]);
    }
    // What cannot be read is told as itself, and not as missing.
    let order = "format = 1\n[[withdraw.party]]\nid = \"home-care\"\nsector = \"privat\"\n";
    let told = told(order);
    assert_eq!(told.len(), 1);
    assert!(told[0].1.contains("unknown word: `privat`"), "{told:?}");
}

/// Of several rights with one key the order says which.
#[test]
fn of_several_records_with_one_key_the_order_says_which() {
    let second =
        "[[right]]\nfor = \"clinic\"\naccess_point = \"clinic-ap\"\nservice = \"imaging\"\n";
    let index = format!(
        "{EXAMPLE}\n{second}from = 2024-01-01\nuntil = 2025-01-01\n{second}from = 2025-06-01\nuntil = 2026-01-01\n"
    );
    let sources = [source(&index)];
    let read = AddressIndex::read(&sources).unwrap_or_else(|faults| panic!("{faults}"));
    let tried = |more: &str| {
        let order = format!(
            "format = 1\n{}{more}",
            second.replace("[[right", "[[withdraw.right")
        );
        read.try_source(&source(&order), &sources)
            .map(|trial| trial.index.len())
    };
    let faults = tried("").unwrap_err().to_string();
    let sentence =
        "the order withdraws one of 2 records with this key, say which by its other fields";
    assert_eq!(
        faults,
        format!("line 2, column 1 (withdraw.right[0]): {sentence}")
    );
    assert_eq!(tried("from = 2025-06-01\n").unwrap(), read.len() - 1);
    let faults = tried("from = 2025-06-02\n").unwrap_err().to_string();
    assert!(faults.contains("`from` `20"), "{faults}");
}

/// An order that adds a right without what it rests on tells so, and brings a finding; one that adds
/// what was lacking takes it.
#[test]
fn an_order_tells_the_findings_it_brings_and_takes_and_rights_that_never_permit() {
    let day = "2025-12-01".parse().unwrap();
    let right = "[[add.right]]\nfor = \"home-care\"\naccess_point = \"valittaja-ap\"\nservice = \"imaging\"\nfrom = 2026-01-01\n";
    let agreement = "[[add.agreement]]\nbetween = [\"home-care\", \"valittaja\"]\n";
    let tell = |trial: &Trial, before: &AddressIndex| {
        let findings = trial.findings(before, day);
        let ids = |list: &[kanta_address_index::IndexFinding]| -> Vec<String> {
            list.iter().map(|it| it.path.to_string()).collect()
        };
        let idle = trial.idle.iter();
        let idle = idle.map(|it| {
            it.missing
                .iter()
                .map(|link| link.requirement.id())
                .collect()
        });
        let idle: Vec<Vec<_>> = idle.collect();
        (ids(&findings.brought), ids(&findings.taken), idle)
    };
    let index = AddressIndex::read(&[source(EXAMPLE)]).unwrap();
    let missing = "connection-models/agreement-with-intermediary-missing";
    let path = "agreement.home-care+valittaja".to_owned();
    let dead = tried(&format!("format = 1\n{right}")).unwrap();
    assert_eq!(
        tell(&dead, &index),
        (vec![path.clone()], vec![], vec![vec![missing]])
    );
    // An agreement that begins too late for the first day lets it permit later: a finding, no more.
    let late = tried(&format!(
        "format = 1\n{right}{agreement}from = 2026-02-01\n"
    ))
    .unwrap();
    assert_eq!(tell(&late, &index), (vec![path.clone()], vec![], vec![]));
    let good = tried(&format!(
        "format = 1\n{right}{agreement}from = 2026-01-01\n"
    ))
    .unwrap();
    assert_eq!(tell(&good, &index), (vec![], vec![], vec![]));
    // The agreement alone, added to the index with the right, takes the finding.
    let order = format!("format = 1\n{agreement}from = 2026-01-01\n");
    let order = Order::read(&source(&order), &dead.index).unwrap();
    let mended = dead.index.try_order(&order).unwrap();
    assert_eq!(tell(&mended, &dead.index), (vec![], vec![path], vec![]));
}

#[test]
fn what_the_order_leaves_is_told_in_the_index_and_in_the_order() {
    let order = "format = 1\n[[withdraw.tenant]]\nid = \"physio\"\noid = \"1.2.246.10.76543212.10.0\"\nname = \"Fysioterapia Esimerkki\"\nhost = \"clinic\"\nsector = \"private\"\nregister = \"sote\"\n[[add.right]]\nfor = \"clinic\"\naccess_point = \"clinic-ap\"\nservice = \"prescription\"\nfrom = 2025-01-01\n";
    let agreement = line("[[agreement]]\nbetween = [\"clinic\", \"physio\"]");
    let right = line("[[right]]\nfor = \"clinic\"");
    let faults = tried(order).unwrap_err();
    assert_eq!(
        told(order),
        [
            (
                0,
                format!(
                    "line {agreement}, column 1 (agreement[2].between): no record has this id or OID: `physio`"
                )
            ),
            (
                1,
                format!(
                    "line 9, column 1 (add.right[0]): two records speak of the same thing on the same day; the other is at line {right}, column 1 (right[0])"
                )
            ),
        ]
    );
    let other = faults.as_slice()[1].other.as_ref();
    assert_eq!(other.map(|place| place.source), Some(0));
}

#[test]
fn an_order_made_in_memory_has_paths() {
    let index = AddressIndex::read(&[source(EXAMPLE)]).unwrap();
    let right = index.rights().next().unwrap();
    let mut order = Order::default();
    order.add.rights.push(right.clone());
    let faults = index.try_order(&order).unwrap_err();
    assert_eq!(
        faults.to_string(),
        "add.right[0]: two records say the same; the other is at right[0]"
    );
    order.add.rights.clear();
    order.withdraw.rights = vec![right.clone(), right];
    let faults = index.try_order(&order).unwrap_err();
    assert_eq!(
        faults.to_string(),
        "withdraw.right[1]: two records say the same; the other is at withdraw.right[0]"
    );
    let mut header = index.header().clone();
    header.expires = header.issued;
    let mut order = Order::default();
    order.header = Some(header);
    let faults = index.try_order(&order).unwrap_err();
    assert_eq!(
        faults.to_string(),
        "expires: the end does not lie after the start"
    );
}

#[test]
fn a_header_of_the_order_is_told_in_the_order() {
    let order = "format = 1\nversion = \"2\"\nissued = 2025-12-01\nexpires = 2025-12-01\n";
    assert_eq!(
        told(order),
        [(
            1,
            "line 4, column 11 (expires): the end does not lie after the start".to_owned()
        )]
    );
}

/// A party that gets another OID: what is withdrawn is named as it was, what is added as it is.
#[test]
fn what_is_withdrawn_is_named_as_the_index_names_it() {
    let party = |oid: &str| {
        format!(
            "id = \"home-care\"\noid = \"{oid}\"\nname = \"Esimerkin kotihoiva Oy\"\nkind = \"provider\"\nsector = \"private\"\nregister = \"sote\"\nhealth_care = true\nsocial_welfare = true\n"
        )
    };
    let right = "for = \"home-care\"\naccess_point = \"welfare-area-ap\"\nservice = \"social-welfare\"\norganiser = \"welfare-area\"\nfrom = 2025-01-01\nuntil = 2028-01-01\n";
    let (old, new) = (
        party("1.2.246.10.33333338.10.0"),
        party("1.2.246.10.44444447.10.0"),
    );
    let order = format!(
        "format = 1\n[[withdraw.party]]\n{old}[[add.party]]\n{new}[[withdraw.right]]\n{right}[[add.right]]\n{right}"
    );
    let trial = tried(&order).unwrap();
    let owners = |spans: &[kanta_address_index::RightSpan]| {
        spans
            .iter()
            .map(|span| span.subject.to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(owners(&trial.changes.lost), ["1.2.246.10.33333338.10.0"]);
    assert_eq!(owners(&trial.changes.gained), ["1.2.246.10.44444447.10.0"]);
    // Left as it was, the right is one of nobody, and the index says where it stands.
    let order = format!("format = 1\n[[withdraw.party]]\n{old}[[add.party]]\n{new}");
    let right = line("[[right]]\nfor = \"home-care\"");
    let told = told(&order);
    assert_eq!(told.len(), 1, "{told:#?}");
    assert_eq!(told[0].0, 0);
    assert!(
        told[0]
            .1
            .starts_with(&format!("line {right}, column 1 (right[")),
        "{told:#?}"
    );
    assert!(
        told[0]
            .1
            .ends_with("no record has this id or OID: `1.2.246.10.33333338.10.0`"),
        "{told:#?}"
    );
    // What is added cannot be named by what is withdrawn.
    let order = format!(
        "format = 1\n[[withdraw.right]]\n{right}\n[[withdraw.party]]\n{old}[[add.annotation]]\nparty = \"1.2.246.10.33333338.10.0\"\n",
        right = "for = \"home-care\"\naccess_point = \"welfare-area-ap\"\nservice = \"social-welfare\"\norganiser = \"welfare-area\"\nfrom = 2025-01-01\nuntil = 2028-01-01\n"
    );
    let faults = tried(&order).unwrap_err().to_string();
    assert!(
        faults.contains(
            "(add.annotation[0].party): no record has this id or OID: `1.2.246.10.33333338.10.0`"
        ),
        "{faults}"
    );
}

#[test]
fn the_form_of_what_has_no_name_is_guessed() {
    let guess = |text: &str| Form::guess(text.as_bytes(), LINE_KEYS);
    let line = "{\"record\":\"header\",\"format\":1}";
    let json = "{\"format\":1,\"version\":\"1\"}";
    for bom in ["", "\u{feff}"] {
        let guess = |text: &str| guess(&format!("{bom}{text}"));
        assert_eq!(guess(""), Form::Toml);
        assert_eq!(guess("format = 1\n"), Form::Toml);
        assert_eq!(guess(json), Form::Json);
        assert_eq!(guess(&format!("\n  {json}\n")), Form::Json);
        assert_eq!(guess("{\n\"format\":1}\n"), Form::Json);
        assert_eq!(guess(line), Form::JsonLines);
        assert_eq!(guess(&format!("{line}\n{line}\n")), Form::JsonLines);
        assert_eq!(guess(&format!("{json}\n{line}\n")), Form::JsonLines);
        assert_eq!(guess("{\"order\":\"add\"}"), Form::JsonLines);
        // Broken, and still the likelier of the two.
        assert_eq!(guess("{\"record\":\"right\",}\n{}\n"), Form::JsonLines);
        assert_eq!(guess("{\"format\":1,}"), Form::Json);
        assert_eq!(guess("{\n\"format\":1,}\n"), Form::Json);
    }
}
