//! Orders as they are read: which records their names mean, and where their faults stand.

use kanta_address_index::{AddressIndex, Faults, Form, Order, Source, Trial};

const EXAMPLE: &str = include_str!("../../../../examples/data/index.toml");

fn source(text: &str) -> Source<'_> {
    Source {
        form: Form::guess(text.as_bytes()),
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
    let order = "format = 1\n[[withdraw.agreement]]\nbetween = [\"clinic\", \"physio\"]\nfrom = 2024-05-02\n";
    let sentence = "the order withdraws a record that is not there";
    assert_eq!(
        told(order),
        [(
            1,
            format!("line 2, column 1 (withdraw.agreement[0]): {sentence}")
        )]
    );
    let order = r#"{"record":"header","format":1}
{"record":"agreement","order":"withdraw","between":["clinic","physio"],"from":"2024-05-02"}"#;
    assert_eq!(
        told(order),
        [(1, format!("line 2 (withdraw.agreement[0]): {sentence}"))]
    );
    let order =
        "{\"format\":1,\"withdraw\":{\n\"agreement\":[{\"between\":[\"clinic\",\"physio\"]}]}}";
    assert_eq!(
        told(order),
        [(
            1,
            format!("line 2, column 14 (withdraw.agreement[0]): {sentence}")
        )]
    );
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
    let order = Order {
        header: Some(header),
        ..Order::default()
    };
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
    let owners = |spans: &[kanta_address_index::Span]| {
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
    let guess = |text: &str| Form::guess(text.as_bytes());
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
