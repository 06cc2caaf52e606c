//! Clauses 4 and 4.1: joining administratively, and the three models of doing so.

use kanta_address_index::{
    JoiningModel, PartyKind, Register, Sector, Service, provides_social_welfare,
};
use kanta_conformance::{
    Bound, Citation, Date, FieldPath, InForce, Outcome, Requirement, Row, Text, Value, Version,
    guide, text,
};

use super::actors::applied;
use super::facts::{Applies, demand, demand_at, where_it_applies, worst};
use super::{About, Chapter, OfParty, OfTenant, OfUse, Rows, clause};
use crate::plan::{ConnectionPlan, Tenant, Use, Who};

pub(super) static CHAPTER: Chapter =
    &[Rows::Party(PARTY), Rows::Tenants(TENANTS), Rows::Uses(USES)];

const PRIVATE: Value = Value::Term(Sector::Private.name());
static PARTY: &[Row<OfParty>] = &[
    Row {
        requirement: &Requirement::must("connection-models/joining-not-applied-for")
            .with_citations(&[
                clause("4"),
                clause("4.1.1"),
                clause("4.1.2"),
                clause("4.1.3"),
            ])
            .with_statement(text! {
                en: "whoever takes services into use applies for joining",
                fi: "palvelujen käyttöönottaja hakee liittymistä",
                sv: "den som tar tjänster i bruk ansöker om anslutning",
            })
            .with_fault(text! {
                en: "joining has not been applied for",
                fi: "liittymistä ei ole haettu",
                sv: "anslutning har inte ansökts om",
            })
            .with_remedy(text! {
                en: "send the application, and state when",
                fi: "lähetä hakemus ja ilmoita, milloin",
                sv: "skicka ansökan, och ange när",
            })
            .with_reading(text! {
                en: "a producer in parallel joining, a pharmacist, a hospital pharmacy and a medicine centre join themselves; a tenant does not",
                fi: "rinnakkaisliittymisen palveluntuottaja, apteekkari, sairaala-apteekki ja lääkekeskus liittyvät itse; vuokralainen ei",
                sv: "en producent i parallell anslutning, en apotekare, ett sjukhusapotek och en läkemedelscentral ansluter sig själva; en hyresgäst gör det inte",
            })
            .with_purpose(text! {
                en: "rights are given on the application and on nothing else",
                fi: "käyttövaltuudet annetaan vain hakemuksen perusteella",
                sv: "rättigheter ges utifrån ansökan och inget annat",
            })
            .with_example(
                "[party.joining]\napplied = false\n",
                "[party.joining]\napplied = 2025-09-15\n",
            )
            .with_fields(&["joining.applied", "kind"]),
        check: |about| applied(&about),
    },
    Row {
        requirement: &guide::connection_models::PRODUCER_IN_PARALLEL_MODEL_NOT_PRIVATE
            .with_example(
                "[party]\nkind = \"provider\"\nsector = \"public\"\nsocial_welfare = true\nmodel = \"parallel\"\n",
                "[party]\nkind = \"provider\"\nsector = \"private\"\nsocial_welfare = true\nmodel = \"parallel\"\n",
            )
            .with_fields(&["sector", "kind", "social_welfare", "model"]),
        check: |about| {
            let party = about.plan.party.as_ref();
            let kind = match party.and_then(|party| party.kind) {
                None => about.missing("kind"),
                Some(PartyKind::Provider) => Outcome::Satisfied,
                Some(kind) => Outcome::violated(
                    Value::Term(kind.name()),
                    Value::Term(PartyKind::Provider.name()),
                ),
            };
            let sector = party.and_then(|party| party.sector);
            let sector = private(sector, || about.path("sector"));
            let welfare = party
                .and_then(|party| provides_social_welfare(party.health_care, party.social_welfare));
            let welfare = demand(&about, welfare, "social_welfare");
            where_it_applies(is_parallel(about.plan), worst([kind, sector, welfare]))
        },
    },
    Row {
        requirement: &Requirement::must("connection-models/producer-on-another-system")
            .with_citations(&[clause("4.1.1")])
            .with_statement(text! {
                en: "in the parallel model the producer uses the services through the organiser's client data system",
                fi: "rinnakkaisliittymisessä palveluntuottaja käyttää palveluja järjestäjän asiakastietojärjestelmän kautta",
                sv: "i modellen med parallell anslutning använder producenten tjänsterna via anordnarens klientdatasystem",
            })
            .with_fault(text! {
                en: "the producer does not work in the organiser's client data system",
                fi: "palveluntuottaja ei toimi järjestäjän asiakastietojärjestelmässä",
                sv: "producenten arbetar inte i anordnarens klientdatasystem",
            })
            .with_remedy(guide::connection_models::JOIN_DIRECTLY)
            .with_purpose(guide::connection_models::IN_PARALLEL_MODEL)
            .with_example(
                "[[organiser]]\nid = \"alue\"\nprovides_system = false\n",
                "[[organiser]]\nid = \"alue\"\nprovides_system = true\n",
            )
            .with_fields(&["", "organiser.provides_system", "model"]),
        check: |about| where_it_applies(is_parallel(about.plan), on_organisers_system(about.plan)),
    },
];

/// Whether the party joins as a producer in the parallel model.
pub(super) fn is_parallel(plan: &ConnectionPlan) -> Applies {
    let model = plan.party.as_ref().and_then(|party| party.model);
    Applies::known_or(model.map(|model| model == JoiningModel::Parallel), || {
        FieldPath::table("party").field("model")
    })
}

fn private(sector: Option<Sector>, field: impl FnOnce() -> FieldPath) -> Outcome {
    match sector {
        None => Outcome::missing(field()),
        Some(Sector::Private) => Outcome::Satisfied,
        Some(sector) => Outcome::violated(Value::Term(sector.name()), PRIVATE),
    }
}

/// A tenant is a private provider (2.3): pharmacies and intermediaries are none.
fn tenant_private(about: About<'_, &Tenant>) -> Outcome {
    let sector = private(about.item.sector, || about.path("sector"));
    let kind = match about.item.register {
        None => about.missing("register"),
        Some(register @ (Register::Pharmacy | Register::Intermediary)) => Outcome::violated(
            Value::Term(register.name()),
            Value::Term(text! {
                en: "a private provider",
                fi: "yksityinen palvelunantaja",
                sv: "en privat tillhandahållare",
            }),
        ),
        Some(_) => Outcome::Satisfied,
    };
    worst([sector, kind])
}

fn on_organisers_system(plan: &ConnectionPlan) -> Outcome {
    if plan.organisers.is_empty() {
        return Outcome::violated(
            Value::Term(text! { en: "no organiser", fi: "ei järjestäjää", sv: "ingen anordnare" }),
            Value::Term(text! {
                en: "an organiser's client data system",
                fi: "järjestäjän asiakastietojärjestelmä",
                sv: "en anordnares klientdatasystem",
            }),
        );
    }
    worst(plan.organisers.iter().map(|organiser| {
        demand_at(organiser.provides_system, || {
            FieldPath::named("organiser", &organiser.id).field("provides_system")
        })
    }))
}

static TENANTS: &[Row<OfTenant>] = &[
    Row {
        requirement: &guide::connection_models::TENANT_NOT_PRIVATE
            .with_example(
                "[[tenant]]\nid = \"t1\"\nsector = \"public\"\nregister = \"sote\"\n",
                "[[tenant]]\nid = \"t1\"\nsector = \"private\"\nregister = \"sote\"\n",
            )
            .with_fields(&["sector", "register"]),
        check: tenant_private,
    },
    Row {
        requirement: &guide::connection_models::HOST_OF_TENANT_NOT_PRIVATE
            .with_example(
                "[party]\nsector = \"public\"\n[[tenant]]\nid = \"t1\"\n",
                "[party]\nsector = \"private\"\n[[tenant]]\nid = \"t1\"\n",
            )
            .with_fields(&["", "party.sector"]),
        check: |about| {
            let sector = about.plan.party.as_ref().and_then(|party| party.sector);
            private(sector, || FieldPath::table("party").field("sector"))
        },
    },
    Row {
        requirement: &Requirement::must("connection-models/tenant-outside-premises")
            .with_citations(&[clause("4.1.1")])
            .with_statement(text! {
                en: "a tenant works in the joining party's premises",
                fi: "vuokralainen toimii liittyjän tiloissa",
                sv: "en hyresgäst verkar i den anslutande aktörens lokaler",
            })
            .with_fault(text! {
                en: "the tenant does not work in the joining party's premises",
                fi: "vuokralainen ei toimi liittyjän tiloissa",
                sv: "hyresgästen verkar inte i den anslutande aktörens lokaler",
            })
            .with_remedy(guide::connection_models::JOIN_DIRECTLY)
            .with_purpose(guide::connection_models::IN_JOINT_MODEL)
            .with_example(
                "[[tenant]]\nid = \"t1\"\nin_party_premises = false\n",
                "[[tenant]]\nid = \"t1\"\nin_party_premises = true\n",
            )
            .with_fields(&["in_party_premises"]),
        check: |about| demand(&about, about.item.in_party_premises, "in_party_premises"),
    },
    Row {
        requirement: &Requirement::must("connection-models/tenant-on-another-system")
            .with_citations(&[clause("4.1.1"), clause("7.4")])
            .with_statement(text! {
                en: "a tenant uses the joining party's data system",
                fi: "vuokralainen käyttää liittyjän tietojärjestelmää",
                sv: "en hyresgäst använder den anslutande aktörens datasystem",
            })
            .with_fault(text! {
                en: "the tenant uses another system than the joining party's",
                fi: "vuokralainen käyttää muuta kuin liittyjän järjestelmää",
                sv: "hyresgästen använder ett annat system än den anslutande aktörens",
            })
            .with_remedy(guide::connection_models::JOIN_DIRECTLY)
            .with_purpose(guide::connection_models::IN_JOINT_MODEL)
            .with_example(
                "[[tenant]]\nid = \"t1\"\nuses_party_system = false\n",
                "[[tenant]]\nid = \"t1\"\nuses_party_system = true\n",
            )
            .with_fields(&["uses_party_system"]),
        check: |about| demand(&about, about.item.uses_party_system, "uses_party_system"),
    },
    Row {
        requirement: &Requirement::interpreted("connection-models/joint-model-in-social-welfare")
            .with_citations(&[Citation::guide_until(
                "5.5",
                Version::new(3, 9),
                Version::new(3, 12),
            )])
            .with_statement(text! {
                en: "that a tenant may use the Client Data Repository is settled",
                fi: "on selvitetty, että vuokralainen voi käyttää Sosiaalihuollon asiakastietovarantoa",
                sv: "det är utrett att en hyresgäst får använda Socialvårdens klientdatalager",
            })
            .with_fault(text! {
                en: "there is a tenant beside the Client Data Repository, and the joint model does not yet speak about social welfare",
                fi: "Sosiaalihuollon asiakastietovarantoa käytettäessä on vuokralainen, eikä yhteisliittyminen vielä koske sosiaalihuoltoa",
                sv: "det finns en hyresgäst när Socialvårdens klientdatalager används, och modellen med gemensam anslutning gäller ännu inte socialvården",
            })
            .with_remedy(text! {
                en: "wait for edition 3.9 (16.2.2021), or ask Kanta Services and record the ruling in the plan",
                fi: "odota versiota 3.9 (16.2.2021) tai kysy Kanta-palveluilta ja kirjaa ratkaisu suunnitelmaan",
                sv: "vänta på version 3.9 (16.2.2021), eller fråga Kanta-tjänsterna och anteckna avgörandet i planen",
            })
            .with_reading(NOT_YET_IN_SOCIAL_WELFARE)
            .with_purpose(text! {
                en: "the joint model began in private health care",
                fi: "yhteisliittyminen alkoi yksityisestä terveydenhuollosta",
                sv: "modellen med gemensam anslutning började i den privata hälso- och sjukvården",
            })
            .with_example(
                "as_of = 2021-02-15\n[[tenant]]\nid = \"t1\"\n[[use]]\nservice = \"social-welfare\"\naccess_point = \"ap1\"\n",
                "as_of = 2021-02-16\n[[tenant]]\nid = \"t1\"\n[[use]]\nservice = \"social-welfare\"\naccess_point = \"ap1\"\n",
            )
            .with_in_force(InForce {
                from: Bound::Open,
                until: Bound::On(Date::constant(2021, 2, 16)),
            })
            .with_fields(&["", "use.service"]),
        check: |about| {
            let used = |a_use: &Use| a_use.service == Service::SocialWelfare;
            if about.plan.uses.iter().any(used) {
                Outcome::silent(NOT_YET_IN_SOCIAL_WELFARE)
            } else {
                Outcome::NotApplicable
            }
        },
    },
];

const NOT_YET_IN_SOCIAL_WELFARE: Text = text! {
    en: "edition 3.9 added the joint model for private social welfare; of the time before, the guide says nothing",
    fi: "versio 3.9 lisäsi yhteisliittymisen yksityiseen sosiaalihuoltoon; aiemmasta ajasta ohje ei sano mitään",
    sv: "version 3.9 lade till modellen med gemensam anslutning för den privata socialvården; om tiden före säger anvisningen inget",
};

static USES: &[Row<OfUse>] = &[Row {
    requirement: &guide::connection_models::PARALLEL_MODEL_OUTSIDE_SOCIAL_WELFARE
        .with_example(
            "[party]\nmodel = \"parallel\"\n[[use]]\nservice = \"patient-data\"\naccess_point = \"ap1\"\n",
            "[party]\nmodel = \"parallel\"\n[[use]]\nservice = \"social-welfare\"\naccess_point = \"ap1\"\n",
        )
        .with_fields(&["service", "party.model"]),
    check: |about| {
        let own = about.plan.who(&about.item.user).is_none_or(Who::is_own);
        if !own || !about.item.service.in_scope() {
            return Outcome::NotApplicable;
        }
        let outcome = match about.item.service {
            Service::SocialWelfare => Outcome::Satisfied,
            service => Outcome::violated(
                Value::Term(service.name()),
                Value::Term(Service::SocialWelfare.name()),
            ),
        };
        where_it_applies(is_parallel(about.plan), outcome)
    },
}];
