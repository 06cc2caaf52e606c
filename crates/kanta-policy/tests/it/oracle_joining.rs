//! The engine against the oracle on chapters 2 to 4: joining, tenants, intermediaries, parallel joining, pharmacies, and whose
//! system signature certificate may be used; every combination of the oracle's words on both sides of the dates.

use crate::oracle_comparison::compare::{
    Comparison, Difference, Found, Question, date, product, with_unknown, word,
};
use kanta_address_index::{JoiningModel, PartyKind, Register, Sector, Service};
use kanta_conformance::Date;
use kanta_policy::plan::{
    AccessPoint, Agreement, Claim, Done, Intermediary, Organiser, OtherParty, Party, Pharmacy,
    ServiceUnit, SignatureCertificate, System, Tenant, Use,
};
use kanta_policy::{ConnectionPlan, evaluate};

/// Both sides of every date that these rows know.
const DAYS: [&str; 8] = [
    "2019-12-08",
    "2019-12-09",
    "2024-01-01",
    "2024-01-02",
    "2025-08-31",
    "2025-09-01",
    "2025-09-02",
    "2026-01-01",
];

/// The words of an input and `unknown`.
fn words(input: &str) -> Vec<&'static str> {
    with_unknown(&kanta_oracle::words(input))
}

fn days() -> Vec<&'static str> {
    DAYS.to_vec()
}

/// A thing that was done, in the oracle's words.
fn done(question: &Question<'_>, input: &str, day: Date) -> Option<Done> {
    match word(question, input) {
        "given" => Some(Claim::Stated(Some(day))),
        "given-later-than-the-day" => Some(Claim::Stated(Some(day.plus_days(1)))),
        "undated" => Some(Claim::Stated(None)),
        "denied" => Some(Claim::Denied),
        _ => None,
    }
}

/// An agreement, in the oracle's words; what is given runs on.
fn agreement(word: &str, day: Date) -> Option<Claim<Agreement>> {
    let mut agreement = Agreement::default();
    agreement.until = Some(Claim::Denied);
    match word {
        "given" => agreement.signed = Some(day),
        "given-later-than-the-day" => agreement.signed = Some(day.plus_days(1)),
        "expired" => {
            agreement.signed = Some(day.plus_days(-30));
            agreement.until = Some(Claim::Stated(day));
        }
        "undated" => {}
        "denied" => return Some(Claim::Denied),
        _ => return None,
    }
    Some(Claim::Stated(agreement))
}

fn flag(question: &Question<'_>, input: &str) -> Option<bool> {
    match word(question, input) {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

fn sector(question: &Question<'_>, input: &str) -> Option<Sector> {
    match word(question, input) {
        "private" => Some(Sector::Private),
        "public" => Some(Sector::Public),
        _ => None,
    }
}

fn model(question: &Question<'_>) -> Option<JoiningModel> {
    JoiningModel::ALL
        .iter()
        .copied()
        .find(|model| model.code() == word(question, "model"))
}

fn plan(party: Party) -> ConnectionPlan {
    let mut plan = ConnectionPlan::default();
    plan.party = Some(party);
    plan
}

fn provider() -> Party {
    let mut party = Party::default();
    party.kind = Some(PartyKind::Provider);
    party
}

fn point(id: &str, administrator: Option<&str>) -> AccessPoint {
    let mut point = AccessPoint::default();
    point.id = id.into();
    point.administrator = administrator.map(Into::into);
    point
}

/// Builds a plan for each question, and puts each of the rows about its subject.
fn compare<'a>(
    inputs: &[(&'static str, Vec<&'a str>)],
    rows: &[(&str, &'static str, &str)],
    differences: &'static [Difference],
    build: impl Fn(&Question<'a>, Date) -> ConnectionPlan,
) {
    let mut comparison = Comparison::new(differences);
    let mut asked = 0;
    product(inputs, |question| {
        let day = date(word(question, "day"));
        let plan = build(question, day);
        let assessment = evaluate(&plan, day);
        let found = Found::of(&assessment);
        for (oracle, engine, subject) in rows {
            comparison.put(oracle, question, found.outcome(engine, subject));
            asked += 1;
        }
    });
    assert!(asked > 0);
    comparison.finish(asked);
}

/// On a day when it is not known whether the row was in force and not known whether it speaks about the subject, the oracle
/// asks for the input first and the engine names the date first.
const fn before(row: &'static str) -> Difference {
    Difference {
        row,
        when: &[("day", &["<2025-09-01"])],
        oracle: "undetermined:input",
        engine: "undetermined:date",
        because: "both are not known; the engine names the date first",
    }
}

const OF_OTHERS: &[Difference] = &[
    before("intermediary-agreement-missing"),
    before("intermediary-agreement-silent-on-duties"),
];

const PARALLEL: &[Difference] = &[
    before("parallel-outside-social-welfare"),
    before("producer-not-private"),
    before("producer-on-another-system"),
];

const THROUGH: &[Difference] = &[before("producer-not-through-organisers-point")];

const SUPPLIERS: &[Difference] = &[
    before("signature-certificate-supplier-not-intermediary"),
    before("signature-certificate-agreement-missing"),
];

#[test]
fn the_steps_of_joining() {
    for (input, oracle, engine) in [
        (
            "applied",
            "joining-not-applied-for",
            "joining-not-applied-for",
        ),
        ("commitment", "commitment-not-given", "commitment-not-given"),
        (
            "terms",
            "terms-of-supply-not-accepted",
            "terms-of-supply-not-accepted",
        ),
        (
            "description",
            "service-description-not-accepted",
            "service-description-not-accepted",
        ),
        ("approved", "joining-not-approved", "joining-not-approved"),
    ] {
        let subject = if input == "description" {
            "use[0]"
        } else {
            "party"
        };
        compare(
            &[
                ("actor", vec!["joining-party", "intermediary"]),
                (input, words(input)),
                ("day", days()),
            ],
            &[(oracle, engine, subject)],
            &[],
            |question, day| {
                let mut party = provider();
                if word(question, "actor") == "intermediary" {
                    party.kind = Some(PartyKind::Intermediary);
                }
                let fact = done(question, input, day);
                match input {
                    "applied" => party.joining.applied = fact,
                    "commitment" => party.joining.commitment = fact,
                    "terms" => party.joining.terms_of_supply = fact,
                    "approved" => {
                        // An approval answers an application: that is there, and as old.
                        let earlier = Some(Claim::Stated(Some(Date::constant(2009, 1, 1))));
                        party.joining.applied.clone_from(&earlier);
                        let described = earlier.map(|done| (Service::PatientData, done));
                        party.joining.service_descriptions.extend(described);
                        party.joining.approved = fact;
                    }
                    _ => party
                        .joining
                        .service_descriptions
                        .extend(fact.map(|done| (Service::PatientData, done))),
                }
                let mut plan = plan(party);
                plan.access_points.push(point("ap1", Some("party")));
                plan.uses.push(Use::new(Service::PatientData, "ap1"));
                plan
            },
        );
    }
}

#[test]
fn the_conditions_of_the_joint_model() {
    compare(
        &[
            ("tenant-sector", words("tenant-sector")),
            ("party-sector", words("party-sector")),
            ("premises", words("premises")),
            ("same-system", words("same-system")),
            ("tenant-agreement", words("tenant-agreement")),
            ("tenant-named", words("tenant-named")),
            ("day", days()),
        ],
        &[
            ("tenant-not-private", "tenant-not-private", "tenant.t1"),
            (
                "host-of-tenant-not-private",
                "host-of-tenant-not-private",
                "tenant.t1",
            ),
            (
                "tenant-outside-premises",
                "tenant-outside-premises",
                "tenant.t1",
            ),
            (
                "tenant-on-another-system",
                "tenant-on-another-system",
                "tenant.t1",
            ),
            (
                "tenant-agreement-missing",
                "tenant-agreement-missing",
                "tenant.t1",
            ),
            (
                "tenant-not-named-in-messages",
                "tenant-not-named-in-messages",
                "tenant.t1",
            ),
        ],
        &[],
        |question, day| {
            let mut party = provider();
            party.sector = sector(question, "party-sector");
            let mut tenant = Tenant::default();
            tenant.id = "t1".into();
            tenant.sector = sector(question, "tenant-sector");
            tenant.in_party_premises = flag(question, "premises");
            tenant.uses_party_system = flag(question, "same-system");
            let agreed = word(question, "tenant-agreement");
            tenant.agreement = agreement(agreed.trim_end_matches("-without-duties"), day);
            if let Some(Claim::Stated(agreement)) = &mut tenant.agreement {
                agreement.states_duties = Some(agreed == "given");
            }
            tenant.register = Some(Register::Sote);
            tenant.named_in_messages = flag(question, "tenant-named");
            let mut plan = plan(party);
            plan.tenants.push(tenant);
            plan
        },
    );
}

#[test]
fn access_points_of_others() {
    compare(
        &[
            ("administrator", words("administrator")),
            ("intermediary-agreement", words("intermediary-agreement")),
            ("states-duties", words("states-duties")),
            ("encrypted", words("encrypted")),
            ("identified", words("identified")),
            ("day", days()),
        ],
        &[
            (
                "intermediary-agreement-missing",
                "agreement-with-intermediary-missing",
                "intermediary.i",
            ),
            (
                "intermediary-agreement-silent-on-duties",
                "agreement-with-intermediary-silent-on-duties",
                "intermediary.i",
            ),
        ],
        OF_OTHERS,
        of_others,
    );
    // Encryption is asked of whoever it is: of an intermediary, and of another party in its stead.
    for (administrator, subject) in [
        ("intermediary", "intermediary.i"),
        ("other-party", "other_party.o"),
    ] {
        compare(
            &[
                ("administrator", vec![administrator]),
                ("encrypted", words("encrypted")),
                ("identified", words("identified")),
                ("day", days()),
            ],
            &[
                (
                    "traffic-to-others-point-not-encrypted",
                    "traffic-to-access-point-not-encrypted",
                    subject,
                ),
                (
                    "traffic-to-others-point-not-identified",
                    "traffic-to-access-point-not-identified",
                    subject,
                ),
            ],
            &[],
            of_others,
        );
    }
}

fn of_others(question: &Question<'_>, day: Date) -> ConnectionPlan {
    let administrator = match word(question, "administrator") {
        "party" => Some("party"),
        "pharmacy" => Some("main"),
        "other-party" => Some("o"),
        "intermediary" => Some("i"),
        _ => None,
    };
    let mut intermediary = Intermediary::default();
    intermediary.id = "i".into();
    intermediary.agreement = agreement(word(question, "intermediary-agreement"), day);
    if let Some(Claim::Stated(agreement)) = &mut intermediary.agreement {
        agreement.states_duties = flag(question, "states-duties");
    }
    intermediary.traffic_encrypted = flag(question, "encrypted");
    intermediary.identified_by_server_certificate = flag(question, "identified");
    let mut other = OtherParty::default();
    other.id = "o".into();
    other.traffic_encrypted = intermediary.traffic_encrypted;
    other.identified_by_server_certificate = intermediary.identified_by_server_certificate;
    let mut pharmacy = Pharmacy::default();
    pharmacy.id = "main".into();
    let mut plan = plan(provider());
    plan.intermediaries.push(intermediary);
    plan.other_parties.push(other);
    plan.pharmacies.push(pharmacy);
    plan.access_points.push(point("ap1", administrator));
    plan.uses.push(Use::new(Service::PatientData, "ap1"));
    plan
}

#[test]
fn security_plans_and_the_register_of_intermediaries() {
    compare(
        &[
            ("administrator", vec!["intermediary"]),
            ("security-plan", words("security-plan")),
            ("day", days()),
        ],
        &[(
            "intermediary-security-plan-missing",
            "intermediary-without-security-plan",
            "intermediary.i",
        )],
        &[],
        |question, day| {
            let mut plan = of_others(question, day);
            plan.intermediaries[0].security_plan = done(question, "security-plan", day);
            plan
        },
    );
    compare(
        &[
            ("actor", vec!["intermediary", "joining-party"]),
            ("intermediary-registered", words("intermediary-registered")),
            ("day", days()),
        ],
        &[(
            "intermediary-not-registered",
            "intermediary-not-registered",
            "party",
        )],
        &[],
        |question, day| {
            let mut party = provider();
            if word(question, "actor") == "intermediary" {
                party.kind = Some(PartyKind::Intermediary);
            }
            party.registered = done(question, "intermediary-registered", day);
            plan(party)
        },
    );
}

#[test]
fn the_parallel_model() {
    compare(
        &[
            ("model", vec!["direct", "parallel", "unknown"]),
            ("service", kanta_oracle::words("service")),
            ("party-sector", words("party-sector")),
            ("producer-system", words("producer-system")),
            ("day", days()),
        ],
        &[
            (
                "parallel-outside-social-welfare",
                "parallel-model-outside-social-welfare",
                "use[0]",
            ),
            (
                "producer-not-private",
                "producer-in-parallel-model-not-private",
                "party",
            ),
            (
                "producer-on-another-system",
                "producer-on-another-system",
                "party",
            ),
        ],
        PARALLEL,
        |question, _| parallel(question),
    );
    compare(
        &[
            ("model", vec!["direct", "parallel", "unknown"]),
            ("through", kanta_oracle::words("through")),
            ("organiser-points", kanta_oracle::words("organiser-points")),
            ("day", days()),
        ],
        &[(
            "producer-not-through-organisers-point",
            "producer-not-through-organisers-point",
            "use[0]",
        )],
        THROUGH,
        |question, _| parallel(question),
    );
}

fn parallel(question: &Question<'_>) -> ConnectionPlan {
    let mut party = provider();
    party.model = model(question);
    party.social_welfare = Some(true);
    party.sector = sector(question, "party-sector");
    let mut organiser = Organiser::default();
    organiser.id = "alue".into();
    organiser.provides_system = match word(question, "producer-system") {
        "organisers" => Some(true),
        "other" => Some(false),
        _ => None,
    };
    let its = match word(question, "through") {
        "organisers" => "ap1",
        _ => "ap2",
    };
    let mut points = vec![its.to_owned()];
    if word(question, "organiser-points") == "several" {
        points.push("ap3".into());
    }
    organiser.uses_access_points = Some(points);
    let service = Service::from_code(word(question, "service")).unwrap_or(Service::SocialWelfare);
    let mut plan = plan(party);
    plan.organisers.push(organiser);
    for id in ["ap1", "ap2", "ap3"] {
        plan.access_points.push(point(id, Some("party")));
    }
    plan.uses.push(Use::new(service, "ap1"));
    plan
}

#[test]
fn renewal_requests() {
    compare(
        &[
            ("receives-renewals", vec!["yes", "no"]),
            (
                "register",
                vec!["sote", "valvira", "pharmacy", "intermediary"],
            ),
            ("annotated", kanta_oracle::words("annotated")),
            ("prescription", kanta_oracle::words("prescription")),
            ("day", days()),
        ],
        &[
            (
                "renewal-annotation-missing",
                "renewal-annotation-missing",
                "use[0]",
            ),
            (
                "renewals-without-prescription",
                "renewals-without-prescription-service",
                "use[0]",
            ),
        ],
        &[],
        |question, _| {
            let mut party = provider();
            party.register = Register::from_code(word(question, "register"));
            party.oid = Some(kanta_oid::OwnerOid::sote(12_345_671, 0));
            let service = match word(question, "receives-renewals") {
                "yes" => Service::RenewalRequests,
                _ => Service::PatientData,
            };
            let mut renewals = Use::new(service, "ap1");
            let annotated = word(question, "annotated");
            renewals.annotated = Some(annotated == "provider");
            let mut unit = ServiceUnit::default();
            unit.oid = Some("1.2.246.10.12345671.10.1".into());
            unit.annotated = Some(annotated == "service-unit");
            renewals.service_units = Some(match annotated {
                "provider" => Vec::new(),
                _ => vec![unit],
            });
            let mut plan = plan(party);
            plan.access_points.push(point("ap1", Some("party")));
            plan.access_points.push(point("ap2", Some("party")));
            plan.uses.push(renewals);
            match word(question, "prescription") {
                "same-point" => plan.uses.push(Use::new(Service::Prescription, "ap1")),
                "another-point" => plan.uses.push(Use::new(Service::Prescription, "ap2")),
                _ => {}
            }
            plan
        },
    );
}

#[test]
fn pharmacies_and_kelas_services() {
    compare(
        &[
            ("party", vec!["pharmacist"]),
            ("point", kanta_oracle::words("point")),
            ("kela-service", vec!["yes", "no"]),
            ("agreement", words("agreement")),
            ("day", days()),
        ],
        &[
            (
                "pharmacy-without-own-access-point",
                "pharmacy-without-own-access-point",
                "pharmacy.main",
            ),
            (
                "reimbursement-agreement-missing",
                "reimbursement-agreement-missing",
                "use[0]",
            ),
        ],
        &[],
        |question, day| {
            let mut party = provider();
            party.kind = Some(PartyKind::Pharmacist);
            let mut main = Pharmacy::default();
            main.id = "main".into();
            main.reimbursement_agreement = agreement(word(question, "agreement"), day);
            let mut branch = Pharmacy::default();
            branch.id = "branch".into();
            let service = match word(question, "kela-service") {
                "yes" => Service::SettlementP2,
                _ => Service::RenewalRequests,
            };
            let by = |service, point, user: &str| {
                let mut its = Use::new(service, point);
                its.user = user.into();
                its
            };
            let mut intermediary = Intermediary::default();
            intermediary.id = "i".into();
            let mut plan = plan(party);
            plan.pharmacies.extend([main, branch]);
            plan.intermediaries.push(intermediary);
            plan.uses.push(by(service, "ap1", "main"));
            let (administrator, uses) = match word(question, "point") {
                "own" => ("main", vec!["main"]),
                "own-administered-by-another" => ("i", vec!["main"]),
                "shared" => ("main", vec!["main", "branch"]),
                _ => ("main", vec![]),
            };
            plan.access_points.push(point("ap1", Some(administrator)));
            plan.uses.extend(
                uses.into_iter()
                    .map(|user| by(Service::Prescription, "ap1", user)),
            );
            plan
        },
    );
}

const SIGNATURES: &[Difference] = &[
    before("signature-certificate-of-someone-else"),
    Difference {
        row: "signature-certificate-of-someone-else",
        when: &[("signature-holder", &["supplier"]), ("packaged", &["no"])],
        oracle: "violated",
        engine: "satisfied",
        because: "that the service is not packaged is a row of its own",
    },
    Difference {
        row: "signature-certificate-of-someone-else",
        when: &[
            ("signature-certificate", &["given"]),
            ("signature-holder", &["supplier"]),
            ("packaged", &["unknown"]),
        ],
        oracle: "undetermined:input",
        engine: "satisfied",
        because: "whether the service is packaged is asked by a row of its own",
    },
];

#[test]
fn whose_signature_certificate() {
    // The holder is told of a certificate that is there: of one that is not known, it is not known either.
    let holders = [
        "own",
        "supplier",
        "organiser",
        "joining-party",
        "other",
        "unknown",
    ];
    whose(&["given", "denied"], &holders, &SIGNATURES[1..]);
    whose(&["unknown"], &["unknown"], &SIGNATURES[..1]);
}

fn whose(
    certificate: &[&'static str],
    holders: &[&'static str],
    differences: &'static [Difference],
) {
    compare(
        &[
            ("actor", vec!["joining-party"]),
            ("model", vec!["direct", "parallel", "unknown"]),
            ("signature-certificate", certificate.to_vec()),
            ("signature-holder", holders.to_vec()),
            ("packaged", words("packaged")),
            ("day", days()),
        ],
        &[(
            "signature-certificate-of-someone-else",
            "signature-certificate-of-someone-else",
            "",
        )],
        differences,
        signature,
    );
    compare(
        &[
            ("actor", vec!["joining-party"]),
            ("signature-certificate", certificate.to_vec()),
            ("signature-holder", holders.to_vec()),
            ("supplier-intermediary", words("supplier-intermediary")),
            ("signature-agreement", words("signature-agreement")),
            ("day", days()),
        ],
        &[
            (
                "signature-certificate-supplier-not-intermediary",
                "signature-certificate-supplier-no-intermediary",
                "",
            ),
            (
                "signature-certificate-agreement-missing",
                "signature-certificate-not-agreed-with-supplier",
                "",
            ),
        ],
        SUPPLIERS,
        signature,
    );
}

fn signature(question: &Question<'_>, day: Date) -> ConnectionPlan {
    let mut party = provider();
    party.model = model(question);
    let mut certificate = SignatureCertificate::default();
    certificate.holder = match word(question, "signature-holder") {
        "own" => Some("party".into()),
        "supplier" => Some("i".into()),
        "organiser" => Some("alue".into()),
        "joining-party" | "other" => Some("o".into()),
        _ => None,
    };
    let mut supplier = Intermediary::default();
    supplier.id = "i".into();
    supplier.registered = match word(question, "supplier-intermediary") {
        "yes" => Some(Claim::Stated(Some(day))),
        "no" => Some(Claim::Denied),
        _ => None,
    };
    supplier.agreement = agreement(word(question, "signature-agreement"), day);
    if let Some(Claim::Stated(agreement)) = &mut supplier.agreement {
        agreement.covers_signature_certificate = Some(true);
    }
    let mut organiser = Organiser::default();
    organiser.id = "alue".into();
    let mut other = OtherParty::default();
    other.id = "o".into();
    let mut system = System::default();
    system.id = "emr".into();
    system.packaged_service = flag(question, "packaged");
    let mut its = Use::new(Service::PatientData, "ap1");
    its.system = Some("emr".into());
    let mut plan = plan(party);
    plan.signature_certificate = match word(question, "signature-certificate") {
        "given" => Some(Claim::Stated(certificate)),
        "denied" => Some(Claim::Denied),
        _ => None,
    };
    plan.intermediaries.push(supplier);
    plan.organisers.push(organiser);
    plan.other_parties.push(other);
    plan.systems.push(system);
    plan.access_points.push(point("ap1", Some("party")));
    plan.uses.push(its);
    plan
}

#[test]
fn registers_of_parties_and_tenants() {
    for (actor, subject, engine) in [
        ("joining-party", "party", "party-in-no-register"),
        ("tenant", "tenant.t1", "tenant-in-no-register"),
    ] {
        compare(
            &[
                ("actor", vec![actor]),
                ("register", vec!["sote", "pharmacy", "intermediary", "none"]),
                ("day", days()),
            ],
            &[("party-in-no-register", engine, subject)],
            &[],
            |question, day| {
                let register = Register::from_code(word(question, "register"));
                // In none of them: `registered = false`.
                let registered = Some(match register {
                    None => Claim::Denied,
                    Some(_) => Claim::Stated(Some(day)),
                });
                let mut party = provider();
                let mut tenant = Tenant::default();
                tenant.id = "t1".into();
                (party.register, tenant.register) = (register, register);
                (party.registered, tenant.registered) = (registered.clone(), registered);
                let mut plan = plan(party);
                plan.tenants.push(tenant);
                plan
            },
        );
    }
}
