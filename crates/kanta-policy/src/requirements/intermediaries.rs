//! Clause 2.4 and examples 7.2 and 7.3: intermediaries, and access points that somebody else administers.

mod traffic;

use kanta_address_index::PartyKind;
use kanta_conformance::{FieldPath, Outcome, Requirement, Row, guide, text};

use super::facts::{AGREEMENT_FIELDS, Applies, done, in_force, stated, where_it_applies};
use super::{
    About, AnyIntermediary, Chapter, Counterpart, OfAnyIntermediary, OfCounterpart, Rows, clause,
};
use crate::plan::{Agreement, Claim, ConnectionPlan, Use, Who};

pub(super) static CHAPTER: Chapter = &[
    Rows::AnyIntermediaries(ANY_INTERMEDIARIES),
    Rows::Counterparts(COUNTERPARTS),
];
static ANY_INTERMEDIARIES: &[Row<OfAnyIntermediary>] = &[
    Row {
        requirement: &guide::intermediaries::INTERMEDIARY_NOT_REGISTERED
            .with_example(
                "[[intermediary]]\nid = \"valittaja\"\nregistered = false\n",
                "[[intermediary]]\nid = \"valittaja\"\nregistered = 2024-01-15\n",
            )
            .with_fields(&["registered", "party.kind"]),
        check: |about| {
            let registered = match about.item {
                AnyIntermediary::Named(intermediary) => intermediary.registered.as_ref(),
                AnyIntermediary::Party(party) => party.registered.as_ref(),
            };
            of_intermediary(
                &about,
                done(&about, registered, || about.path("registered")),
            )
        },
    },
    Row {
        requirement: &Requirement::must("connection-models/intermediary-without-security-plan")
            .with_citations(&[clause("2.4")])
            .with_statement(text! {
                en: "an intermediary draws up the data security plan of THL's regulation 3/2024",
                fi: "välittäjä laatii THL:n määräyksen 3/2024 mukaisen tietoturvasuunnitelman",
                sv: "en förmedlare utarbetar informationssäkerhetsplanen enligt THL:s föreskrift 3/2024",
            })
            .with_fault(text! {
                en: "the intermediary has no data security plan",
                fi: "välittäjällä ei ole tietoturvasuunnitelmaa",
                sv: "förmedlaren har ingen informationssäkerhetsplan",
            })
            .with_remedy(text! {
                en: "draw up the plan, and state when it was done",
                fi: "laadi suunnitelma ja kirjaa sen päivä",
                sv: "utarbeta planen, och ange när det gjordes",
            })
            .with_purpose(guide::intermediaries::SEES_DATA)
            .with_example(
                "[[intermediary]]\nid = \"valittaja\"\nsecurity_plan = false\n",
                "[[intermediary]]\nid = \"valittaja\"\nsecurity_plan = 2025-02-01\n",
            )
            .with_fields(&["security_plan", "party.kind"]),
        check: |about| {
            let plan = match about.item {
                AnyIntermediary::Named(intermediary) => intermediary.security_plan.as_ref(),
                AnyIntermediary::Party(party) => party.security_plan.as_ref(),
            };
            of_intermediary(&about, done(&about, plan, || about.path("security_plan")))
        },
    },
];

/// What holds of whoever is an intermediary.
fn of_intermediary(about: &About<'_, AnyIntermediary<'_>>, outcome: Outcome) -> Outcome {
    let applies = match about.item {
        AnyIntermediary::Named(_) => Applies::Yes,
        AnyIntermediary::Party(party) => {
            let is_one = party.kind.map(|kind| kind == PartyKind::Intermediary);
            Applies::known_or(is_one, || about.path("kind"))
        }
    };
    where_it_applies(applies, outcome)
}

static COUNTERPARTS: &[Row<OfCounterpart>] = &[
    Row {
        requirement: &guide::intermediaries::AGREEMENT_WITH_INTERMEDIARY_MISSING
            .with_example(
                "[[intermediary]]\nid = \"valittaja\"\nagreement = false\n",
                "[[intermediary]]\nid = \"valittaja\"\nagreement = { signed = 2025-09-01, until = false, states_duties = true }\n",
            )
            .with_fields(&["agreement", "access_point.administrator", "party.kind"]),
        check: |about| {
            let agreement = about.item.agreement();
            let outcome = in_force(&about, agreement, about.at, &AGREEMENT_FIELDS);
            where_it_applies(through_intermediary(&about), outcome)
        },
    },
    Row {
        requirement: &Requirement::must("connection-models/agreement-with-intermediary-silent-on-duties")
            .with_citations(&[clause("2.4")])
            .with_statement(text! {
                en: "the agreement states that Kanta's operating models and instructions are followed, with the duties and responsibilities",
                fi: "sopimuksessa todetaan, että Kannan toimintamalleja ja ohjeita noudatetaan, sekä vastuut ja velvollisuudet",
                sv: "i avtalet konstateras att Kantas handlingsmodeller och anvisningar följs, samt ansvar och skyldigheter",
            })
            .with_fault(text! {
                en: "the agreement with the intermediary does not state the duties",
                fi: "sopimuksessa välittäjän kanssa ei todeta velvollisuuksia",
                sv: "avtalet med förmedlaren anger inte skyldigheterna",
            })
            .with_remedy(text! {
                en: "add to the agreement that Kanta's operating models and instructions are followed, and who answers for what",
                fi: "lisää sopimukseen, että Kannan toimintamalleja ja ohjeita noudatetaan, ja kuka vastaa mistäkin",
                sv: "ta in i avtalet att Kantas handlingsmodeller och anvisningar följs, och vem som ansvarar för vad",
            })
            .with_purpose(guide::intermediaries::SEES_DATA)
            .with_example(
                "[[intermediary]]\nid = \"valittaja\"\nagreement = { signed = 2025-09-01, until = false, states_duties = false }\n",
                "[[intermediary]]\nid = \"valittaja\"\nagreement = { signed = 2025-09-01, until = false, states_duties = true }\n",
            )
            .with_fields(&[
                "agreement.states_duties",
                "access_point.administrator",
                "party.kind",
            ]),
        check: |about| {
            let outcome = stated(
                about.item.agreement(),
                |agreement| agreement.states_duties,
                about.at,
                "agreement.states_duties",
            );
            where_it_applies(through_intermediary(&about), outcome)
        },
    },
    Row {
        requirement: &guide::intermediaries::AGREEMENT_WITH_OTHER_PARTY_NOT_SETTLED
            .with_example(
                "[[other_party]]\nid = \"sairaala\"\nagreement = false\n",
                "[[other_party]]\nid = \"sairaala\"\nagreement = { signed = 2025-09-01, until = false }\n",
            )
            .with_fields(&["agreement", "access_point.administrator", "party.kind"]),
        check: |about| {
            let agreement = about.item.agreement();
            let outcome = match in_force(&about, agreement, about.at, &AGREEMENT_FIELDS) {
                Outcome::Violated { .. } => Outcome::silent(guide::intermediaries::BETWEEN_PARTIES),
                outcome => outcome,
            };
            where_it_applies(between_parties(&about), outcome)
        },
    },
    traffic::NOT_ENCRYPTED,
    traffic::NOT_IDENTIFIED,
];
type CounterpartView<'a> = About<'a, Counterpart<'a>>;

impl<'a> Counterpart<'a> {
    fn id(self) -> &'a str {
        match self {
            Self::Intermediary(its) => its.id.as_str(),
            Self::OtherParty(its) => its.id.as_str(),
        }
    }

    const fn agreement(self) -> Option<&'a Claim<Agreement>> {
        match self {
            Self::Intermediary(its) => its.agreement.as_ref(),
            Self::OtherParty(its) => its.agreement.as_ref(),
        }
    }
}

/// Whether the party and its counterpart meet at an access point: one administers it, and the other uses it.
fn shares_point(about: &CounterpartView<'_>) -> Applies {
    let id = about.item.id();
    let mut open = Vec::new();
    for a_use in &about.plan.uses {
        let user_is_counterpart = a_use.user == id;
        let user_is_own = !user_is_counterpart && is_own_use(about.plan, a_use);
        let Some(point) = about.plan.access_point(&a_use.access_point) else {
            continue;
        };
        match point.administrator.as_deref() {
            None if user_is_counterpart || user_is_own => {
                let path = FieldPath::named("access_point", &point.id).field("administrator");
                if !open.contains(&path) {
                    open.push(path);
                }
            }
            Some(administrator) if user_is_own && administrator == id => return Applies::Yes,
            Some(administrator) if user_is_counterpart && is_own(about.plan, administrator) => {
                return Applies::Yes;
            }
            _ => {}
        }
    }
    if open.is_empty() {
        Applies::No
    } else {
        Applies::Unknown(open)
    }
}

/// A use by the party, its pharmacies or its tenants.
fn is_own_use(plan: &ConnectionPlan, a_use: &Use) -> bool {
    match plan.who(&a_use.user) {
        Some(Who::Tenant(_)) | None => true,
        Some(who) => who.is_own(),
    }
}

fn is_own(plan: &ConnectionPlan, id: &str) -> bool {
    id == "party" || plan.who(id).is_some_and(Who::is_own)
}

/// Whether they meet at the access point of an intermediary: the counterpart, or the party that is one itself.
fn through_intermediary(about: &CounterpartView<'_>) -> Applies {
    match about.item {
        Counterpart::Intermediary(_) => shares_point(about),
        Counterpart::OtherParty(_) => and(party_is_intermediary(about, true), shares_point(about)),
    }
}

/// Whether they meet as two joining parties.
fn between_parties(about: &CounterpartView<'_>) -> Applies {
    match about.item {
        Counterpart::Intermediary(_) => Applies::No,
        Counterpart::OtherParty(_) => and(party_is_intermediary(about, false), shares_point(about)),
    }
}

fn party_is_intermediary(about: &CounterpartView<'_>, wanted: bool) -> Applies {
    let kind = about.plan.party.as_ref().and_then(|party| party.kind);
    let is_one = kind.map(|kind| (kind == PartyKind::Intermediary) == wanted);
    Applies::known_or(is_one, || FieldPath::table("party").field("kind"))
}

fn and(one: Applies, other: Applies) -> Applies {
    match (one, other) {
        (Applies::No, _) | (_, Applies::No) => Applies::No,
        (Applies::Yes, other) => other,
        (one, Applies::Yes) => one,
        (Applies::Unknown(mut fields), Applies::Unknown(more)) => {
            fields.extend(more);
            Applies::Unknown(fields)
        }
    }
}
