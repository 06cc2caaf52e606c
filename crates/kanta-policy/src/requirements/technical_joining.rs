//! Clause 4.2: the rights that are asked for, one by one.

use kanta_address_index::{PartyKind, Register, Service};
use kanta_conformance::{FieldPath, Outcome, Requirement, Row, Value, Why, guide, text};
use kanta_oid::OwnerOid;

use super::connection_models::is_parallel;
use super::facts::{demand, demand_at, where_it_applies, worst};
use super::{About, Chapter, OfTenant, OfUse, Rows, clause};
use crate::plan::{Organiser, Party, ServiceUnit, Use, Who};

pub(super) static CHAPTER: Chapter = &[Rows::Tenants(TENANTS), Rows::Uses(USES)];

static TENANTS: &[Row<OfTenant>] = &[Row {
    requirement: &Requirement::must("connection-models/tenant-not-named-in-messages")
        .with_citations(&[clause("4.2.1"), clause("7.4")])
        .with_statement(text! {
            en: "messages and documents tell that the tenant is the user",
            fi: "sanomista ja asiakirjoista käy ilmi, että käyttäjä on vuokralainen",
            sv: "av meddelanden och handlingar framgår att hyresgästen är användaren",
        })
        .with_fault(text! {
            en: "messages and documents do not name the tenant",
            fi: "sanomat ja asiakirjat eivät nimeä vuokralaista",
            sv: "meddelanden och handlingar anger inte hyresgästen",
        })
        .with_remedy(text! {
            en: "let the system add the tenant's identifiers to messages and documents",
            fi: "anna järjestelmän lisätä vuokralaisen tunnisteet sanomiin ja asiakirjoihin",
            sv: "låt systemet lägga till hyresgästens identifieringsuppgifter i meddelanden och handlingar",
        })
        .with_reading(text! {
            en: "whoever adds the data, they have to be there",
            fi: "tietojen on oltava mukana riippumatta siitä, kuka ne lisää",
            sv: "uppgifterna ska finnas där oavsett vem som lägger till dem",
        })
        .with_purpose(text! {
            en: "the tenant works with the joining party's rights, so nothing else would show who it was",
            fi: "vuokralainen toimii liittyjän käyttövaltuuksilla, joten mikään muu ei kertoisi käyttäjää",
            sv: "hyresgästen arbetar med den anslutande aktörens rättigheter, så inget annat skulle visa vem det var",
        })
        .with_example(
            "[[tenant]]\nid = \"t1\"\nnamed_in_messages = false\n",
            "[[tenant]]\nid = \"t1\"\nnamed_in_messages = true\n",
        )
        .with_fields(&["named_in_messages"]),
    check: |about| demand(&about, about.item.named_in_messages, "named_in_messages"),
}];

static USES: &[Row<OfUse>] = &[
    Row {
        requirement: &guide::technical_joining::USE_BY_A_TENANT
            .with_example(
                "[[tenant]]\nid = \"t1\"\n[[use]]\nservice = \"patient-data\"\naccess_point = \"ap1\"\nfor = \"t1\"\n",
                "[[tenant]]\nid = \"t1\"\n[[use]]\nservice = \"patient-data\"\naccess_point = \"ap1\"\n",
            )
            .with_fields(&["for"]),
        check: |about| match about.plan.who(&about.item.user) {
            Some(Who::Tenant(tenant)) => Outcome::violated(
                Value::words(&tenant.id),
                Value::Term(text! {
                    en: "a joining party or a pharmacy",
                    fi: "liittyjä tai apteekki",
                    sv: "en anslutande aktör eller ett apotek",
                }),
            ),
            _ => Outcome::Satisfied,
        },
    },
    Row {
        requirement: &guide::technical_joining::PRODUCER_NOT_THROUGH_ORGANISERS_POINT
            .with_example(
                "[[organiser]]\nid = \"alue\"\nuses_access_points = [\"ap2\"]\n[[use]]\nservice = \"social-welfare\"\naccess_point = \"ap1\"\n",
                "[[organiser]]\nid = \"alue\"\nuses_access_points = [\"ap1\"]\n[[use]]\nservice = \"social-welfare\"\naccess_point = \"ap1\"\n",
            )
            .with_fields(&[
                "access_point",
                "organiser.uses_access_points",
                "party.model",
            ]),
        check: |about| {
            let own = about.plan.who(&about.item.user).is_none_or(Who::is_own);
            if !own || about.item.service != Service::SocialWelfare {
                return Outcome::NotApplicable;
            }
            where_it_applies(is_parallel(about.plan), through_organisers(&about))
        },
    },
    Row {
        requirement: &guide::technical_joining::RENEWALS_WITHOUT_PRESCRIPTION_SERVICE
            .with_example(
                "[[use]]\nservice = \"renewal-requests\"\naccess_point = \"ap1\"\n",
                "[[use]]\nservice = \"renewal-requests\"\naccess_point = \"ap1\"\n[[use]]\nservice = \"prescription\"\naccess_point = \"ap1\"\n",
            )
            .with_fields(&["service", "use.service"]),
        check: with_prescription,
    },
    Row {
        requirement: &guide::technical_joining::RENEWALS_OUTSIDE_HEALTH_CARE
            .with_example(
                "[party]\nkind = \"provider\"\nhealth_care = false\n[[use]]\nservice = \"renewal-requests\"\naccess_point = \"ap1\"\n",
                "[party]\nkind = \"provider\"\nhealth_care = true\n[[use]]\nservice = \"renewal-requests\"\naccess_point = \"ap1\"\n",
            )
            .with_fields(&["service", "party.kind", "party.health_care"]),
        check: by_health_care,
    },
    Row {
        requirement: &guide::technical_joining::RENEWAL_ANNOTATION_MISSING
            .with_example(
                "[[use]]\nservice = \"renewal-requests\"\naccess_point = \"ap1\"\nservice_units = [{ oid = \"1.2.246.10.12345671.10.1\", annotated = false }]\n",
                "[[use]]\nservice = \"renewal-requests\"\naccess_point = \"ap1\"\nservice_units = [{ oid = \"1.2.246.10.12345671.10.1\", annotated = true }]\n",
            )
            .with_fields(&["service_units", "annotated", "party.register"]),
        check: annotated,
    },
];
fn through_organisers(about: &About<'_, &Use>) -> Outcome {
    let point = &about.item.access_point;
    let uses = |organiser: &Organiser| {
        organiser
            .uses_access_points
            .as_ref()
            .map(|points| (points.contains(point), points.len() > 1))
    };
    let known: Vec<_> = about
        .plan
        .organisers
        .iter()
        .map(|its| (its, uses(its)))
        .collect();
    // Whoever of several organisers is meant is not said: through any of them is through the organiser's.
    if let Some((_, Some((_, several)))) =
        known.iter().find(|(_, its)| matches!(its, Some((true, _))))
    {
        return if *several {
            Outcome::silent(guide::technical_joining::SEVERAL_POINTS)
        } else {
            Outcome::Satisfied
        };
    }
    let open: Vec<FieldPath> = known
        .iter()
        .filter(|(_, its)| its.is_none())
        .map(|(its, _)| FieldPath::named("organiser", &its.id).field("uses_access_points"))
        .collect();
    if !open.is_empty() {
        return Outcome::Undetermined(Why::InputMissing(open));
    }
    Outcome::violated(
        Value::words(point),
        Value::Term(text! {
            en: "an access point that the organiser uses",
            fi: "järjestäjän käyttämä liityntäpiste",
            sv: "en anslutningspunkt som anordnaren använder",
        }),
    )
}

fn with_prescription(about: About<'_, &Use>) -> Outcome {
    let own = about.item;
    if own.service != Service::RenewalRequests {
        return Outcome::NotApplicable;
    }
    let mut prescription = about
        .plan
        .uses
        .iter()
        .filter(|other| other.service == Service::Prescription && other.user == own.user)
        .peekable();
    if prescription.peek().is_none() {
        return Outcome::violated(
            Value::Term(text! { en: "not used", fi: "ei käytössä", sv: "används inte" }),
            Value::Term(Service::Prescription.name()),
        );
    }
    if prescription.any(|other| other.access_point == own.access_point) {
        Outcome::Satisfied
    } else {
        Outcome::ambiguous(guide::technical_joining::THROUGH_THE_SAME_POINT)
    }
}

fn by_health_care(about: About<'_, &Use>) -> Outcome {
    if about.item.service != Service::RenewalRequests {
        return Outcome::NotApplicable;
    }
    let required = || {
        Value::Term(text! {
            en: "a provider of health care",
            fi: "terveydenhuollon palvelunantaja",
            sv: "en tillhandahållare av hälso- och sjukvård",
        })
    };
    match about.plan.who(&about.item.user) {
        Some(Who::Party(party)) => {
            let kind = match party.kind {
                None => Outcome::missing(FieldPath::table("party").field("kind")),
                Some(PartyKind::Provider) => Outcome::Satisfied,
                Some(kind) => Outcome::violated(Value::Term(kind.name()), required()),
            };
            let care = demand_at(party.health_care, || {
                FieldPath::table("party").field("health_care")
            });
            worst([kind, care])
        }
        None => Outcome::missing(FieldPath::table("party").field("kind")),
        Some(Who::Pharmacy(pharmacy)) => Outcome::violated(Value::words(&pharmacy.id), required()),
        // Of others the plan does not tell what they provide, and a tenant's use is another row's finding.
        Some(_) => Outcome::NotApplicable,
    }
}

fn annotated(about: About<'_, &Use>) -> Outcome {
    let a_use = about.item;
    if a_use.service != Service::RenewalRequests {
        return Outcome::NotApplicable;
    }
    let Some(Who::Party(party)) = about.plan.who(&a_use.user) else {
        return match about.plan.party {
            None => Outcome::missing(FieldPath::table("party").field("register")),
            Some(_) => Outcome::NotApplicable,
        };
    };
    let of_provider = demand(&about, a_use.annotated, "annotated");
    match party.register {
        None => Outcome::missing(FieldPath::table("party").field("register")),
        Some(Register::Valvira) => of_provider,
        Some(Register::Sote) => match a_use.service_units.as_deref() {
            Some([]) if a_use.annotated == Some(true) => {
                Outcome::ambiguous(guide::technical_joining::WHOLE_ORGANISATION)
            }
            Some([]) if a_use.annotated.is_none() => about.missing("annotated"),
            Some([]) => no_unit(),
            Some(units) => worst(units.iter().enumerate().map(|(index, unit)| {
                let at = about.at.inner_entry("service_units", index);
                let annotated = demand_at(unit.annotated, || at.field("annotated"));
                worst([annotated, of_the_party(party, unit, &at)])
            })),
            None => about.missing("service_units"),
        },
        Some(register) => Outcome::violated(
            Value::Term(register.name()),
            Value::OneOf(
                [Register::Sote, Register::Valvira]
                    .map(|register| Value::Term(register.name()))
                    .to_vec(),
            ),
        ),
    }
}

/// Whether a service unit is the party's own: it stands under the party's organisation.
fn of_the_party(party: &Party, unit: &ServiceUnit, at: &FieldPath) -> Outcome {
    let oid = unit.oid.as_deref();
    let oid = oid.and_then(|text| OwnerOid::parse(text).ok());
    match (oid, party.oid) {
        (Some(unit), Some(party)) if unit.same_organisation(&party) => Outcome::Satisfied,
        (Some(_), Some(_)) => Outcome::silent(guide::technical_joining::UNIT_OF_ANOTHER),
        (unit, party) => {
            let open = [
                (unit.is_none(), at.field("oid")),
                (party.is_none(), FieldPath::table("party").field("oid")),
            ];
            let open = open.into_iter().filter(|(open, _)| *open);
            Outcome::Undetermined(Why::InputMissing(open.map(|(_, path)| path).collect()))
        }
    }
}

fn no_unit() -> Outcome {
    Outcome::violated(
        Value::Term(text! {
            en: "no annotated service unit",
            fi: "ei palveluyksikköä, jolla on merkintä",
            sv: "ingen serviceenhet med anteckning",
        }),
        Value::Term(text! {
            en: "an annotation for each service unit",
            fi: "merkintä kullakin palveluyksiköllä",
            sv: "en anteckning för varje serviceenhet",
        }),
    )
}
