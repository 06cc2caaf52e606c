//! Access points of others, and intermediaries.

use super::{agreement, before, compare, days, done, flag, plan, point, provider, words};
use crate::oracle_comparison::compare::{Difference, Question, word};
use kanta_address_index::{PartyKind, Service};
use kanta_conformance::Date;
use kanta_policy::ConnectionPlan;
use kanta_policy::plan::{Claim, Intermediary, OtherParty, Pharmacy, Use};

const OF_OTHERS: &[Difference] = &[
    before("intermediary-agreement-missing"),
    before("intermediary-agreement-silent-on-duties"),
];

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
