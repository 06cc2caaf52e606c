//! The joint model, the parallel model, and renewal requests.

use super::{agreement, before, compare, days, flag, model, plan, point, provider, sector, words};
use crate::oracle_comparison::compare::{Difference, Question, word};
use kanta_address_index::{Register, Service};
use kanta_policy::ConnectionPlan;
use kanta_policy::plan::{Claim, Organiser, ServiceUnit, Tenant, Use};

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

const PARALLEL: &[Difference] = &[
    before("parallel-outside-social-welfare"),
    before("producer-not-private"),
    before("producer-on-another-system"),
];

const THROUGH: &[Difference] = &[before("producer-not-through-organisers-point")];

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
