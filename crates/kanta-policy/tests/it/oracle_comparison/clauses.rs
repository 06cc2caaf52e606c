//! The other clauses, a row at a time: every word of what the row looks at, unknown too, on both sides of each date.

mod pairs;

use kanta_address_index::{PartyKind, Register, Sector, Service};
use kanta_conformance::{Attestation, Date};
use kanta_policy::plan::{
    AccessPoint, Address, Agreement, Claim, ConsolidationPoint, Done, FullDuplication, Hall,
    Intermediary, Link, LinkRole, Network, OtherParty, Party, SeparateRoute, System, SystemClass,
    SystemKind, Tenant, TlsVersion, Use,
};
use kanta_policy::{ConnectionPlan, evaluate};

use super::compare::{Comparison, Found, Question, date, product, word};
use pairs::{DIFFERENCES, PAIRS};

fn done(word: &str, day: Date) -> Option<Done> {
    match word {
        "given" | "met" => Some(Claim::Stated(Some(day))),
        "given-later-than-the-day" => Some(Claim::Stated(Some(day.plus_days(1)))),
        "undated" => Some(Claim::Stated(None)),
        "denied" | "not-met" => Some(Claim::Denied),
        _ => None,
    }
}

fn flag(word: &str) -> Option<bool> {
    match word {
        "yes" | "met" => Some(true),
        "no" | "not-met" => Some(false),
        _ => None,
    }
}

fn agreement(word: &str, states_duties: Option<bool>, day: Date) -> Option<Claim<Agreement>> {
    let mut agreement = Agreement::default();
    agreement.until = Some(Claim::Denied);
    agreement.states_duties = states_duties;
    agreement.signed = match word {
        "given" => Some(day),
        "given-later-than-the-day" => Some(day.plus_days(1)),
        "undated" => None,
        "denied" => return Some(Claim::Denied),
        _ => return None,
    };
    Some(Claim::Stated(agreement))
}

/// The plan of a question, with everything that any of the rows looks at.
fn plan(question: &Question<'_>) -> ConnectionPlan {
    let word = |input| word(question, input);
    let day = date(word("day"));
    let mut plan = ConnectionPlan::default();

    let mut party = Party::default();
    party.kind = Some(PartyKind::Provider);
    party.sector = Some(Sector::Private);
    party.joining.commitment = done(word("commitment"), day);
    party.joining.terms_of_supply = done(word("terms"), day);
    // An approval answers an application: that is there, and older.
    party.joining.applied = done("given", date("2009-01-01"));
    party.joining.service_descriptions = Service::ALL
        .iter()
        .filter_map(|&service| Some((service, done("given", date("2009-01-01"))?)))
        .collect();
    party.joining.approved = done(word("approved"), day);
    party.joining.declared = done(word("attested"), day);
    plan.party = Some(party);

    let mut tenant = Tenant::default();
    tenant.id = "tenant".into();
    tenant.sector = Sector::from_code(word("tenant-sector"));
    tenant.in_party_premises = flag(word("premises"));
    tenant.uses_party_system = flag(word("same-system"));
    let agreed = word("tenant-agreement");
    let duties = Some(agreed == "given");
    tenant.agreement = agreement(agreed.trim_end_matches("-without-duties"), duties, day);
    tenant.register = Some(Register::Sote);
    tenant.named_in_messages = flag(word("tenant-named"));
    plan.tenants.push(tenant);

    let mut intermediary = Intermediary::default();
    intermediary.id = "intermediary".into();
    intermediary.name = Some("Esimerkkivälittäjä Oy".into());
    intermediary.security_plan = done(word("security-plan"), day);
    intermediary.agreement = agreement(
        word("intermediary-agreement"),
        flag(word("states-duties")),
        day,
    );
    intermediary.traffic_encrypted = flag(word("encrypted"));
    intermediary.identified_by_server_certificate = flag(word("identified"));
    plan.intermediaries.push(intermediary);
    let mut other = OtherParty::default();
    other.id = "other-party".into();
    other.name = Some("Esimerkkisairaala Oy".into());
    plan.other_parties.push(other);

    let mut system = System::default();
    system.id = "system".into();
    system.kind = Some(SystemKind::PatientData);
    system.class = Some(SystemClass::A3);
    plan.systems.push(system);

    plan.access_points.push(point(question));
    let mut a_use = Use::new(Service::PatientData, "point");
    a_use.system = Some("system".into());
    plan.uses.push(a_use);

    let mut gathering = ConsolidationPoint::default();
    gathering.id = "gathering".into();
    gathering.tls_terminated = flag(word("tls-terminated"));
    gathering.data_in_clear = flag(word("attested")).map(|met| !met);
    plan.consolidation_points.push(gathering);

    plan.volume.scalable = flag(word("attested"));
    let attests = |met, on| Attestation {
        requirement: "connection-models/security-requirements-not-met".into(),
        subject: None,
        met,
        by: "N.N.".into(),
        on,
        ground: "report".into(),
    };
    match word("attested") {
        "met" => plan.attested.push(attests(true, day)),
        "met-later-than-the-day" => plan.attested.push(attests(true, day.plus_days(1))),
        "not-met" => plan.attested.push(attests(false, day)),
        _ => {}
    }
    links(question, &mut plan);
    plan
}

fn point(question: &Question<'_>) -> AccessPoint {
    let word = |input| word(question, input);
    let day = date(word("day"));
    let mut point = AccessPoint::default();
    point.id = "point".into();
    point.administrator = Some(match word("administrator") {
        "unknown" => "party".into(),
        told => told.into(),
    });
    point.systems = Some(vec!["system".into()]);
    point.stateful_firewall = flag(word("firewall"));
    point.malware_protection = flag(word("malware-protection"));
    point.declared = done(word("attested"), day);
    point.full_duplication = duplication(word("duplication"), word("extent"));
    let versions = [
        ("tls-older", TlsVersion::Tls11),
        ("tls-1.2", TlsVersion::Tls12),
        ("tls-1.3", TlsVersion::Tls13),
    ];
    if word("tls-older") != "unknown" {
        let offered = versions.iter().filter(|(input, _)| word(input) == "yes");
        point.tls = Some(offered.map(|(_, version)| *version).collect());
    }
    let mut address = Address::default();
    address.fixed = flag(word("fixed"));
    address.ip = match word("address-class") {
        "public" => Some("192.31.196.7"),
        "private" => Some("10.1.2.3"),
        "shared" => Some("100.64.0.1"),
        "documentation" => Some("192.0.2.7"),
        "special" => Some("169.254.0.7"),
        _ => None,
    }
    .map(|text| {
        assert_eq!(
            kanta_oracle::address_class(text),
            Some(word("address-class"))
        );
        text.parse().unwrap()
    });
    address.registered_to = match word("registered-to") {
        "administrator" => Some("party".into()),
        "someone-else" => Some("intermediary".into()),
        _ => None,
    };
    address.assignment_record = flag(word("assignment-record"));
    point.addresses = Some(vec![address]);
    point
}

fn duplication(word: &str, extent: &str) -> Option<FullDuplication> {
    let mut duplication = FullDuplication::default();
    duplication.possible = match word {
        "possible" => Some(true),
        "impossible" | "impossible-without-reason" => Some(false),
        _ => return None,
    };
    duplication.reason = (word == "impossible").then(|| "one cable to the island".into());
    duplication.extent = match extent {
        "given" => Some(Claim::Stated("equipment at both ends".into())),
        "denied" => Some(Claim::Denied),
        _ => None,
    };
    Some(duplication)
}

/// Two links from the point, unless the question tells how many; the second is the one that is asked about.
fn links(question: &Question<'_>, plan: &mut ConnectionPlan) {
    let word = |input| word(question, input);
    let day = date(word("day"));
    let mut first = Link::default();
    first.id = "first".into();
    first.from = "point".into();
    first.to = "kanta".into();
    first.role = Some(LinkRole::Primary);
    // So that the second is the only private one.
    first.network = Some(Network::OpenInternet);
    first.operator = Some("Operaattori A".into());
    let mut second = Link::default();
    second.id = "second".into();
    second.from = "point".into();
    second.operator = Some("Operaattori A".into());
    second.to = match word("to") {
        "consolidation-point" => "gathering".into(),
        _ => "kanta".into(),
    };
    second.role = match word("backup") {
        "no" => Some(LinkRole::Primary),
        "yes" => Some(LinkRole::Backup),
        _ => None,
    };
    let route = |on| {
        let mut route = SeparateRoute::default();
        route.from = "first".into();
        route.confirmed_by = Some(Claim::Stated("Operaattori A".into()));
        route.on = on;
        Some(Claim::Stated(vec![route]))
    };
    second.separate_routes = match word("route") {
        "given" => route(Some(day)),
        "given-later-than-the-day" => route(Some(day.plus_days(1))),
        "undated" => route(None),
        "denied" => Some(Claim::Denied),
        _ => None,
    };
    second.network = Network::from_code(word("network"));
    second.halls = match word("halls") {
        "unknown" => None,
        "none" => Some(Vec::new()),
        told => {
            let letters = told.split('-').map(str::to_uppercase);
            Some(
                letters
                    .map(|hall| Hall::from_code(&hall).unwrap())
                    .collect(),
            )
        }
    };
    second.down_mbit = word("down").parse().ok();
    second.up_mbit = word("up").parse().ok();
    match word("links") {
        "none" => {}
        "one" => plan.links.push(first),
        _ => plan.links.extend([first, second]),
    }
}

#[test]
fn every_word_of_every_row_on_both_sides_of_its_dates() {
    let mut comparison = Comparison::new(DIFFERENCES);
    let mut asked = 0;
    for (oracle, engine, subject, fewer) in PAIRS {
        let inputs: Vec<(&'static str, Vec<&'static str>)> = kanta_oracle::inputs(oracle)
            .into_iter()
            .map(|(input, words)| {
                let words = match fewer.iter().find(|(name, _)| *name == input) {
                    Some((_, words)) => words.to_vec(),
                    None => {
                        let mut words: Vec<&'static str> =
                            words.into_iter().map(|word| &*word.leak()).collect();
                        if input != "day" {
                            words.push("unknown");
                        }
                        words
                    }
                };
                (input, words)
            })
            .collect();
        assert!(!inputs.is_empty(), "{oracle}");
        product(&inputs, |question| {
            let assessment = evaluate(&plan(question), date(word(question, "day")));
            let found = Found::of(&assessment);
            comparison.put(oracle, question, found.outcome(engine, subject));
            asked += 1;
        });
    }
    comparison.finish(asked);
}
