//! Two states of an index: whatever is answered differently is told, what is told is answered
//! differently, and no change at all means that nothing differs.

mod at_random;

use kanta_address_index::{
    AddressIndex, ChangeKind, Changes, Form, Order, Source, TenantSpan, Trial, UnitSpan,
};
use kanta_oid::OwnerOid;

const EXAMPLE: &str = include_str!("../../../../examples/data/index.toml");

fn read(text: &str) -> AddressIndex {
    let source = Source {
        form: Form::Toml,
        bytes: text.as_bytes(),
    };
    AddressIndex::read(&[source]).unwrap_or_else(|faults| panic!("{faults}"))
}

/// What changes when the example has one text replaced.
fn instead(of: &str, is: &str) -> Changes {
    assert_eq!(EXAMPLE.matches(of).count(), 1, "{of}");
    read(EXAMPLE).changes_to(&read(&EXAMPLE.replace(of, is)))
}

/// The same, of an order.
fn tried(order: &str) -> Trial {
    let index = read(EXAMPLE);
    let source = Source {
        form: Form::Toml,
        bytes: order.as_bytes(),
    };
    index
        .try_order(&Order::read(&source, &index).unwrap())
        .unwrap()
}

fn records(changes: &Changes) -> Vec<String> {
    let told = changes.records.iter().map(|it| {
        let (kind, id, change) = (it.record, &it.id, it.change);
        format!("{change} {kind} {id} {}", it.fields.join(","))
    });
    told.map(|line| line.trim_end().to_owned()).collect()
}

fn of_tenants(spans: &[TenantSpan]) -> Vec<String> {
    let told = spans
        .iter()
        .map(|it| format!("{} {} {}", it.host, it.tenant, it.days));
    told.collect()
}

fn of_units(spans: &[UnitSpan]) -> Vec<String> {
    let unit = |unit: Option<OwnerOid>| unit.map_or("any".to_owned(), |oid| oid.to_string());
    let told = spans
        .iter()
        .map(|it| format!("{} {} {}", it.party, unit(it.unit), it.days));
    told.collect()
}

const PHYSIO: &str = "1.2.246.10.12345671.10.0 1.2.246.10.76543212.10.0 2024-05-01 – 2026-12-01";

#[test]
fn a_tenant_that_may_no_longer_act_is_told() {
    let agreement = "[[agreement]]\nbetween = [\"clinic\", \"physio\"]\nfrom = 2024-05-01\n";
    let changes = instead(agreement, "");
    assert_eq!(of_tenants(&changes.tenants_lost), [PHYSIO]);
    assert_eq!(records(&changes), ["withdrawn agreement clinic+physio"]);
    assert!(changes.lost.is_empty() && !changes.is_empty());
    // An agreement that leaves the duties out is not the one asked for (2.3, 7.4).
    for (said, lost) in [("false", &[PHYSIO][..]), ("true", &[])] {
        let stated = format!("{agreement}states_duties = {said}\n");
        let changes = instead(agreement, &stated);
        assert_eq!(of_tenants(&changes.tenants_lost), lost);
        assert_eq!(
            records(&changes),
            ["changed agreement clinic+physio states_duties"]
        );
    }
    let ended = agreement.replace("2024-05-01", "2024-05-01\nuntil = 2026-03-01");
    let changes = instead(agreement, &ended);
    let rest = "1.2.246.10.12345671.10.0 1.2.246.10.76543212.10.0 2026-03-01 – 2026-12-01";
    assert_eq!(of_tenants(&changes.tenants_lost), [rest]);
    assert_eq!(records(&changes), ["changed agreement clinic+physio until"]);

    let host = "host = \"clinic\"\nsector = \"private\"\nregister = \"sote\"";
    for (is, field) in [
        (
            "host = \"clinic\"\nsector = \"public\"\nregister = \"sote\"",
            "sector",
        ),
        ("host = \"clinic\"\nregister = \"sote\"", "sector"),
        ("host = \"clinic\"\nsector = \"private\"", "register"),
    ] {
        let changes = instead(host, is);
        // Before 2.1.2024 it is not known whether the model was for private providers.
        assert_eq!(of_tenants(&changes.tenants_lost), [PHYSIO], "{is}");
        assert_eq!(
            records(&changes),
            [format!("changed tenant physio {field}")]
        );
    }
    let gained = read(&EXAMPLE.replace(agreement, "")).changes_to(&read(EXAMPLE));
    assert_eq!(of_tenants(&gained.tenants_gained), [PHYSIO]);
    assert!(gained.tenants_lost.is_empty());
}

#[test]
fn a_service_unit_that_no_longer_receives_requests_is_told() {
    let unit = "unit = \"1.2.246.10.12345671.10.1\"\nfrom = 2024-03-01\n";
    let annotation = format!("[[annotation]]\nparty = \"clinic\"\n{unit}");
    let changes = instead(&annotation, "");
    let first = "1.2.246.10.12345671.10.0 1.2.246.10.12345671.10.1";
    // The other unit's annotation ends on 1.1.2026, and with it the right: that is told as a right.
    assert_eq!(
        of_units(&changes.units_lost),
        [format!("{first} 2024-03-01 – 2026-12-01")]
    );
    assert_eq!(changes.lost.len(), 1);
    assert_eq!(changes.lost[0].days.to_string(), "2026-01-01 – 2026-12-01");
    // Each unit, and every other one, stands under an annotation of the whole organisation.
    let whole = format!("[[annotation]]\nparty = \"clinic\"\nfrom = 2025-01-01\n\n{annotation}");
    let changes = instead(&annotation, &whole);
    let any = "1.2.246.10.12345671.10.0 any 2025-01-01 – 2026-12-01";
    assert_eq!(of_units(&changes.units_gained), [any]);
    assert!(changes.gained.is_empty() && changes.units_lost.is_empty());
}

/// The whole organisation's annotation outlives a unit's: where it stands the unit loses nothing,
/// and where it has ended there is nothing left to lose.
#[test]
fn a_unit_loses_the_days_on_which_it_alone_was_annotated() {
    let whole = "[[annotation]]\nparty = \"clinic\"\nfrom = 2024-09-01\nuntil = 2025-06-01\n";
    let third = "[[annotation]]\nparty = \"clinic\"\nunit = \"1.2.246.10.12345671.10.3\"\nfrom = 2024-06-01\nuntil = 2025-01-01\n";
    let after = format!("{EXAMPLE}\n{whole}");
    let before = read(&format!("{after}\n{third}"));
    let changes = before.changes_to(&read(&after));
    let lost = "1.2.246.10.12345671.10.0 1.2.246.10.12345671.10.3 2024-06-01 – 2024-09-01";
    assert_eq!(of_units(&changes.units_lost), [lost]);
}

#[test]
fn an_address_that_is_another_s_or_nobody_s_is_told() {
    let own = "addresses = [\"192.31.196.7\"]";
    let told = |changes: &Changes| {
        let lines = changes.addresses.iter().map(|it| {
            let list = |oids: &[kanta_oid::AccessPointOid]| {
                let oids = oids.iter().map(ToString::to_string);
                oids.collect::<Vec<_>>().join(" ")
            };
            format!(
                "{} {}: {} → {}",
                it.kind(),
                it.prefix,
                list(&it.before),
                list(&it.after)
            )
        });
        lines.collect::<Vec<_>>()
    };
    let clinic = "1.2.246.10.12345671.10.0.13.1";
    let changes = instead(own, "addresses = [\"192.31.196.8\"]");
    assert_eq!(
        told(&changes),
        [
            format!("withdrawn 192.31.196.7/32: {clinic} → "),
            format!("added 192.31.196.8/32:  → {clinic}"),
        ]
    );
    assert_eq!(
        records(&changes),
        ["changed access_point clinic-ap addresses"]
    );
    // One address out of the intermediary's prefix.
    let changes = instead(own, "addresses = [\"192.31.196.7\", \"192.175.48.5\"]");
    let relay = "1.2.246.537.6.918.18.42.13.1";
    assert_eq!(
        told(&changes),
        [format!("changed 192.175.48.5/32: {relay} → {clinic}")]
    );
    assert_eq!(changes.addresses[0].kind(), ChangeKind::Changed);
    // The same address written as IPv6 is the same.
    let changes = instead(own, "addresses = [\"::ffff:192.31.196.7\"]");
    assert!(changes.is_empty());
}

#[test]
fn every_other_record_that_differs_is_told_with_its_fields() {
    for (of, is, told) in [
        (
            "version = \"2025-12-01.1\"",
            "version = \"2\"",
            "changed header  version",
        ),
        (
            "reference = \"hakemus 2024-18\"",
            "",
            "changed right clinic.clinic-ap.renewal-requests reference",
        ),
        (
            "name = \"Esimerkkiapteekki\"",
            "",
            "changed pharmacy main-pharmacy name",
        ),
        (
            "name = \"N.N., apteekkari\"",
            "",
            "changed party apteekkari name",
        ),
        (
            ", until = 2027-03-11 }",
            " }",
            "changed access_point clinic-ap certificates",
        ),
    ] {
        let changes = instead(of, is);
        assert_eq!(records(&changes), [told]);
        assert!(!changes.is_empty());
        let mut only = Changes::default();
        only.records.clone_from(&changes.records);
        assert_eq!(changes, only, "{is}");
    }
    // The expiry ends rights; what stands beside them is as it was.
    let changes = instead("expires = 2026-12-01 ", "expires = 2025-12-31 ");
    assert_eq!(records(&changes), ["changed header  expires"]);
    assert!(!changes.lost.is_empty() && changes.tenants_lost.is_empty());
    assert!(changes.units_lost.is_empty() && changes.addresses.is_empty());
    assert!(
        changes
            .lost
            .iter()
            .all(|it| it.days.to_string() == "2025-12-31 – 2026-12-01")
    );
}

#[test]
fn an_order_breaks_what_it_takes_from_others_and_not_what_it_withdraws() {
    let agreement =
        "[[withdraw.agreement]]\nbetween = [\"physio\", \"clinic\"]\nfrom = 2024-05-01\n";
    let annotation = "[[withdraw.annotation]]\nparty = \"clinic\"\nunit = \"1.2.246.10.12345671.10.2\"\nfrom = 2024-03-01\nuntil = 2026-01-01\n";
    let tenant = "[[withdraw.tenant]]\nid = \"physio\"\noid = \"1.2.246.10.76543212.10.0\"\nname = \"Fysioterapia Esimerkki\"\nhost = \"clinic\"\nsector = \"private\"\nregister = \"sote\"\n";
    let public = tenant
        .replace("withdraw", "add")
        .replace("private", "public");
    let trial = tried(&format!("format = 1\n{agreement}{annotation}"));
    assert_eq!(of_tenants(&trial.broken_tenants), [PHYSIO]);
    assert_eq!(trial.changes.units_lost.len(), 1);
    assert!(trial.breaks() && trial.broken_units.is_empty() && trial.broken.is_empty());
    // The tenant itself is withdrawn: that is what the order wants.
    let trial = tried(&format!("format = 1\n{agreement}{tenant}"));
    assert_eq!(of_tenants(&trial.changes.tenants_lost), [PHYSIO]);
    assert!(!trial.breaks());
    // It is changed, and no longer in order.
    let trial = tried(&format!("format = 1\n{tenant}{public}"));
    assert_eq!(of_tenants(&trial.broken_tenants), [PHYSIO]);
    assert!(trial.breaks());
}

#[test]
fn an_annotation_that_differs_is_told_with_its_ends() {
    let unit = "unit = \"1.2.246.10.12345671.10.2\"\n";
    let days = format!("{unit}from = 2024-03-01\nuntil = 2026-01-01\n");
    let told = "changed annotation clinic[1.2.246.10.12345671.10.2]";
    for (is, fields) in [
        ("from = 2024-03-01\nuntil = 2026-02-01\n", "until"),
        ("from = 2024-03-01\n", "until"),
        ("from = 2024-04-01\nuntil = 2026-01-01\n", "from"),
        ("from = 2024-04-01\n", "from,until"),
    ] {
        let changes = instead(&days, &format!("{unit}{is}"));
        assert_eq!(records(&changes), [format!("{told} {fields}")]);
    }
}

/// Two parties, each of which loses the annotation of its whole organisation.
#[test]
fn what_units_lose_is_told_of_each_party() {
    let whole =
        |party: &str, from: &str| format!("[[annotation]]\nparty = \"{party}\"\nfrom = {from}\n");
    let mut text = format!(
        "{EXAMPLE}\n[[access_point]]\nid = \"home-care-ap\"\noid = \"1.2.246.10.33333338.10.0.13.1\"\nadministrator = \"home-care\"\n"
    );
    for service in ["prescription", "renewal-requests"] {
        text.push_str(&format!(
            "[[right]]\nfor = \"home-care\"\naccess_point = \"home-care-ap\"\nservice = \"{service}\"\nfrom = 2025-01-01\n"
        ));
    }
    text.push_str(
        "[[annotation]]\nparty = \"home-care\"\nunit = \"1.2.246.10.33333338.10.1\"\nfrom = 2024-01-01\n",
    );
    let (clinic, home_care) = (
        whole("clinic", "2024-06-01"),
        whole("home-care", "2025-03-01"),
    );
    let changes = read(&format!("{text}{clinic}{home_care}")).changes_to(&read(&text));
    assert!(changes.lost.is_empty());
    assert_eq!(
        of_units(&changes.units_lost),
        [
            "1.2.246.10.12345671.10.0 any 2024-06-01 – 2026-12-01",
            "1.2.246.10.33333338.10.0 any 2025-03-01 – 2026-12-01",
        ]
    );
}

/// A tenant loses the days on which its host has a right: not those after it, up to the next right.
#[test]
fn a_tenant_loses_days_on_which_its_host_has_a_right() {
    let right = "[[right]]\nfor = \"home-care\"\naccess_point = \"welfare-area-ap\"\nservice = \"social-welfare\"\norganiser = \"welfare-area\"\n";
    let whole = format!("{right}from = 2025-01-01\nuntil = 2028-01-01\n");
    assert_eq!(EXAMPLE.matches(&whole).count(), 1);
    let text = EXAMPLE.replace(
        &whole,
        &format!("{right}from = 2025-01-01\nuntil = 2025-03-01\n{right}from = 2025-06-01\n"),
    );
    let tenant = "[[tenant]]\nid = \"guest\"\noid = \"1.2.246.10.44444447.10.0\"\nhost = \"home-care\"\nsector = \"private\"\nregister = \"sote\"\n";
    let agreement = "[[agreement]]\nbetween = [\"guest\", \"home-care\"]\nfrom = 2024-05-01\n";
    for (until, days) in [
        ("2025-02-01", "2025-01-01 – 2025-02-01"),
        ("2025-05-01", "2025-01-01 – 2025-03-01"),
        ("2025-06-01", "2025-01-01 – 2025-03-01"),
        ("2025-06-02", "2025-01-01 – 2025-06-02"),
    ] {
        let with = format!("{text}\n{tenant}{agreement}until = {until}\n");
        let changes = read(&with).changes_to(&read(&format!("{text}\n{tenant}")));
        assert_eq!(
            of_tenants(&changes.tenants_lost),
            [format!(
                "1.2.246.10.33333338.10.0 1.2.246.10.44444447.10.0 {days}"
            )]
        );
    }
}
