//! Clauses 4 and 4.1: joining administratively, and the three models of doing so.

use kanta_address_index::{JoiningModel, PartyKind, Sector, Service};
use kanta_conformance::{
    Bound, Citation, Date, Example, InForce, Outcome, Path, Requirement, Row, Text, Value, Version,
};

use super::actors::step;
use super::facts::{Applies, demand, demand_at, t, where_it_applies, worst};
use super::{Chapter, INTERPRETED, MUST, OfParty, OfTenant, OfUse, clause};
use crate::plan::{ConnectionPlan, Use, Who};

pub(super) static CHAPTER: Chapter = Chapter {
    party: PARTY,
    tenants: TENANTS,
    uses: USES,
    ..Chapter::EMPTY
};

/// The change log of 3.14 says that the model is meant for private providers; whether it was before is not told.
const PRIVATE_SINCE_3_14: InForce = InForce::seen(Date::constant(2024, 1, 2));

const JOIN_DIRECTLY: Text = t(
    "join directly, or mend the plan",
    "liity suoraan tai korjaa suunnitelma",
    "anslut direkt, eller rätta planen",
);

const PRIVATE: Value = Value::Term(Sector::Private.name());

const IN_JOINT_MODEL: Text = t(
    "a tenant works in a private joining party's premises with that party's system and rights",
    "vuokralainen toimii yksityisen liittyjän tiloissa tämän järjestelmällä ja valtuuksilla",
    "en hyresgäst verkar i en privat anslutande aktörs lokaler med dess system och rättigheter",
);

const IN_PARALLEL_MODEL: Text = t(
    "a private producer of social welfare works in the client data system of whoever organises the services",
    "yksityinen sosiaalihuollon palveluntuottaja toimii palvelunjärjestäjän asiakastietojärjestelmässä",
    "en privat producent av socialvård arbetar i klientdatasystemet hos den som ordnar tjänsterna",
);

static PARTY: &[Row<OfParty>] = &[
    Row {
        requirement: &Requirement {
            id: "connection-models/joining-not-applied-for",
            citations: &[
                clause("4"),
                clause("4.1.1"),
                clause("4.1.2"),
                clause("4.1.3"),
            ],
            statement: t(
                "whoever takes services into use applies for joining",
                "palvelujen käyttöönottaja hakee liittymistä",
                "den som tar tjänster i bruk ansöker om anslutning",
            ),
            fault: t(
                "joining has not been applied for",
                "liittymistä ei ole haettu",
                "anslutning har inte ansökts om",
            ),
            remedy: t(
                "send the application, and state when",
                "lähetä hakemus ja ilmoita, milloin",
                "skicka ansökan, och ange när",
            ),
            reading: Some(t(
                "a producer in parallel joining, a pharmacist, a hospital pharmacy and a medicine centre join themselves; a tenant does not",
                "rinnakkaisliittymisen palveluntuottaja, apteekkari, sairaala-apteekki ja lääkekeskus liittyvät itse; vuokralainen ei",
                "en producent i parallell anslutning, en apotekare, ett sjukhusapotek och en läkemedelscentral ansluter sig själva; en hyresgäst gör det inte",
            )),
            purpose: Some(t(
                "rights are given on the application and on nothing else",
                "valtuudet annetaan vain hakemuksen perusteella",
                "rättigheter ges utifrån ansökan och inget annat",
            )),
            example: Some(Example {
                before: "[party.joining]\napplied = false\n",
                after: "[party.joining]\napplied = 2025-09-15\n",
            }),
            fields: &["joining.applied", "kind"],
            ..MUST
        },
        check: |about| {
            step(
                &about,
                |joining| joining.applied.as_ref(),
                "joining.applied",
            )
        },
    },
    Row {
        requirement: &Requirement {
            id: "connection-models/producer-in-parallel-model-not-private",
            citations: &[clause("4.1.1")],
            statement: t(
                "in the parallel model the producer is a private provider of social welfare",
                "rinnakkaisliittymisessä palveluntuottaja on yksityinen sosiaalihuollon palvelunantaja",
                "i modellen med parallell anslutning är producenten en privat tillhandahållare av socialvård",
            ),
            fault: t(
                "the producer in the parallel model is not a private provider",
                "rinnakkaisliittymisen palveluntuottaja ei ole yksityinen palvelunantaja",
                "producenten i modellen med parallell anslutning är inte en privat tillhandahållare",
            ),
            remedy: JOIN_DIRECTLY,
            purpose: Some(IN_PARALLEL_MODEL),
            example: Some(Example {
                before: "[party]\nkind = \"provider\"\nsector = \"public\"\nmodel = \"parallel\"\n",
                after: "[party]\nkind = \"provider\"\nsector = \"private\"\nmodel = \"parallel\"\n",
            }),
            fields: &["sector", "kind", "model"],
            ..MUST
        },
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
            where_it_applies(is_parallel(about.plan), worst([kind, sector]))
        },
    },
    Row {
        requirement: &Requirement {
            id: "connection-models/producer-on-another-system",
            citations: &[clause("4.1.1")],
            statement: t(
                "in the parallel model the producer uses the services through the organiser's client data system",
                "rinnakkaisliittymisessä palveluntuottaja käyttää palveluja järjestäjän asiakastietojärjestelmän kautta",
                "i modellen med parallell anslutning använder producenten tjänsterna via anordnarens klientdatasystem",
            ),
            fault: t(
                "the producer does not work in the organiser's client data system",
                "palveluntuottaja ei toimi järjestäjän asiakastietojärjestelmässä",
                "producenten arbetar inte i anordnarens klientdatasystem",
            ),
            remedy: JOIN_DIRECTLY,
            purpose: Some(IN_PARALLEL_MODEL),
            example: Some(Example {
                before: "[[organiser]]\nid = \"alue\"\nprovides_system = false\n",
                after: "[[organiser]]\nid = \"alue\"\nprovides_system = true\n",
            }),
            fields: &["", "organiser.provides_system", "model"],
            ..MUST
        },
        check: |about| where_it_applies(is_parallel(about.plan), on_organisers_system(about.plan)),
    },
];

/// Whether the party joins as a producer in the parallel model.
pub(super) fn is_parallel(plan: &ConnectionPlan) -> Applies {
    let model = plan.party.as_ref().and_then(|party| party.model);
    Applies::known_or(model.map(|model| model == JoiningModel::Parallel), || {
        Path::new("party", "model")
    })
}

fn private(sector: Option<Sector>, field: impl FnOnce() -> Path) -> Outcome {
    match sector {
        None => Outcome::missing(field()),
        Some(Sector::Private) => Outcome::Satisfied,
        Some(sector) => Outcome::violated(Value::Term(sector.name()), PRIVATE),
    }
}

fn on_organisers_system(plan: &ConnectionPlan) -> Outcome {
    if plan.organisers.is_empty() {
        return Outcome::violated(
            Value::Term(t("no organiser", "ei järjestäjää", "ingen anordnare")),
            Value::Term(t(
                "an organiser's client data system",
                "järjestäjän asiakastietojärjestelmä",
                "en anordnares klientdatasystem",
            )),
        );
    }
    worst(plan.organisers.iter().map(|organiser| {
        demand_at(organiser.provides_system, || {
            Path::new(&format!("organiser.{}", organiser.id), "provides_system")
        })
    }))
}

static TENANTS: &[Row<OfTenant>] = &[
    Row {
        requirement: &Requirement {
            id: "connection-models/tenant-not-private",
            citations: &[clause("4.1.1"), clause("2.3")],
            statement: t(
                "the joint model is for private providers: the tenant is one",
                "yhteisliittyminen on yksityisille palvelunantajille: vuokralainen on yksityinen",
                "modellen med gemensam anslutning är för privata tillhandahållare: hyresgästen är en sådan",
            ),
            fault: t(
                "the tenant is not a private provider",
                "vuokralainen ei ole yksityinen palvelunantaja",
                "hyresgästen är inte en privat tillhandahållare",
            ),
            remedy: JOIN_DIRECTLY,
            purpose: Some(IN_JOINT_MODEL),
            example: Some(Example {
                before: "[[tenant]]\nid = \"t1\"\nsector = \"public\"\n",
                after: "[[tenant]]\nid = \"t1\"\nsector = \"private\"\n",
            }),
            in_force: PRIVATE_SINCE_3_14,
            fields: &["sector"],
            ..MUST
        },
        check: |about| private(about.item.sector, || about.path("sector")),
    },
    Row {
        requirement: &Requirement {
            id: "connection-models/host-of-tenant-not-private",
            citations: &[clause("4.1.1")],
            statement: t(
                "the joint model is for private providers: the joining party with a tenant is one",
                "yhteisliittyminen on yksityisille palvelunantajille: liittyjä, jolla on vuokralainen, on yksityinen",
                "modellen med gemensam anslutning är för privata tillhandahållare: en anslutande aktör med hyresgäst är en sådan",
            ),
            fault: t(
                "the joining party of the tenant is not private",
                "vuokralaisen liittyjä ei ole yksityinen",
                "hyresgästens anslutande aktör är inte privat",
            ),
            remedy: JOIN_DIRECTLY,
            purpose: Some(IN_JOINT_MODEL),
            example: Some(Example {
                before: "[party]\nsector = \"public\"\n[[tenant]]\nid = \"t1\"\n",
                after: "[party]\nsector = \"private\"\n[[tenant]]\nid = \"t1\"\n",
            }),
            in_force: PRIVATE_SINCE_3_14,
            fields: &["", "party.sector"],
            ..MUST
        },
        check: |about| {
            let sector = about.plan.party.as_ref().and_then(|party| party.sector);
            private(sector, || Path::new("party", "sector"))
        },
    },
    Row {
        requirement: &Requirement {
            id: "connection-models/tenant-outside-premises",
            citations: &[clause("4.1.1")],
            statement: t(
                "a tenant works in the joining party's premises",
                "vuokralainen toimii liittyjän tiloissa",
                "en hyresgäst verkar i den anslutande aktörens lokaler",
            ),
            fault: t(
                "the tenant does not work in the joining party's premises",
                "vuokralainen ei toimi liittyjän tiloissa",
                "hyresgästen verkar inte i den anslutande aktörens lokaler",
            ),
            remedy: JOIN_DIRECTLY,
            purpose: Some(IN_JOINT_MODEL),
            example: Some(Example {
                before: "[[tenant]]\nid = \"t1\"\nin_party_premises = false\n",
                after: "[[tenant]]\nid = \"t1\"\nin_party_premises = true\n",
            }),
            fields: &["in_party_premises"],
            ..MUST
        },
        check: |about| demand(&about, about.item.in_party_premises, "in_party_premises"),
    },
    Row {
        requirement: &Requirement {
            id: "connection-models/tenant-on-another-system",
            citations: &[clause("4.1.1"), clause("7.4")],
            statement: t(
                "a tenant uses the joining party's data system",
                "vuokralainen käyttää liittyjän tietojärjestelmää",
                "en hyresgäst använder den anslutande aktörens datasystem",
            ),
            fault: t(
                "the tenant uses another system than the joining party's",
                "vuokralainen käyttää muuta kuin liittyjän järjestelmää",
                "hyresgästen använder ett annat system än den anslutande aktörens",
            ),
            remedy: JOIN_DIRECTLY,
            purpose: Some(IN_JOINT_MODEL),
            example: Some(Example {
                before: "[[tenant]]\nid = \"t1\"\nuses_party_system = false\n",
                after: "[[tenant]]\nid = \"t1\"\nuses_party_system = true\n",
            }),
            fields: &["uses_party_system"],
            ..MUST
        },
        check: |about| demand(&about, about.item.uses_party_system, "uses_party_system"),
    },
    Row {
        requirement: &Requirement {
            id: "connection-models/joint-model-in-social-welfare",
            citations: &[Citation::guide_until(
                "5.5",
                Version::new(3, 9),
                Version::new(3, 12),
            )],
            statement: t(
                "that a tenant may use the Client Data Repository is settled",
                "on selvitetty, että vuokralainen voi käyttää Sosiaalihuollon asiakastietovarantoa",
                "det är utrett att en hyresgäst får använda Socialvårdens klientdatalager",
            ),
            fault: t(
                "there is a tenant beside the Client Data Repository, and the joint model does not yet speak about social welfare",
                "Sosiaalihuollon asiakastietovarantoa käytettäessä on vuokralainen, eikä yhteisliittyminen vielä koske sosiaalihuoltoa",
                "det finns en hyresgäst när Socialvårdens klientdatalager används, och modellen med gemensam anslutning gäller ännu inte socialvården",
            ),
            remedy: t(
                "wait for edition 3.9 (16.2.2021), or ask Kanta Services and record the ruling in the plan",
                "odota versiota 3.9 (16.2.2021) tai kysy Kanta-palveluilta ja kirjaa ratkaisu suunnitelmaan",
                "vänta på version 3.9 (16.2.2021), eller fråga Kanta-tjänsterna och anteckna avgörandet i planen",
            ),
            reading: Some(NOT_YET_IN_SOCIAL_WELFARE),
            purpose: Some(t(
                "the joint model began in private health care",
                "yhteisliittyminen alkoi yksityisestä terveydenhuollosta",
                "modellen med gemensam anslutning började i den privata hälso- och sjukvården",
            )),
            example: Some(Example {
                before: "as_of = 2021-02-15\n[[tenant]]\nid = \"t1\"\n[[use]]\nservice = \"social-welfare\"\naccess_point = \"ap1\"\n",
                after: "as_of = 2021-02-16\n[[tenant]]\nid = \"t1\"\n[[use]]\nservice = \"social-welfare\"\naccess_point = \"ap1\"\n",
            }),
            in_force: InForce {
                from: Bound::Open,
                until: Bound::On(Date::constant(2021, 2, 16)),
            },
            fields: &["", "use.service"],
            ..INTERPRETED
        },
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

const NOT_YET_IN_SOCIAL_WELFARE: Text = t(
    "edition 3.9 added the joint model for private social welfare; of the time before, the guide says nothing",
    "versio 3.9 lisäsi yhteisliittymisen yksityiseen sosiaalihuoltoon; aiemmasta ajasta ohje ei sano mitään",
    "version 3.9 lade till modellen med gemensam anslutning för den privata socialvården; om tiden före säger anvisningen inget",
);

static USES: &[Row<OfUse>] = &[Row {
    requirement: &Requirement {
        id: "connection-models/parallel-model-outside-social-welfare",
        citations: &[clause("4.1.1")],
        statement: t(
            "the parallel model covers the Client Data Repository for Social Welfare Services only",
            "rinnakkaisliittyminen koskee vain Sosiaalihuollon asiakastietovarantoa",
            "modellen med parallell anslutning gäller endast Socialvårdens klientdatalager",
        ),
        fault: t(
            "a producer in the parallel model is to use another service",
            "rinnakkaisliittymisen palveluntuottaja käyttäisi muuta palvelua",
            "en producent i modellen med parallell anslutning ska använda en annan tjänst",
        ),
        remedy: t(
            "join directly for the other services",
            "liity muihin palveluihin suoraan",
            "anslut direkt till de andra tjänsterna",
        ),
        purpose: Some(IN_PARALLEL_MODEL),
        example: Some(Example {
            before: "[party]\nmodel = \"parallel\"\n[[use]]\nservice = \"patient-data\"\naccess_point = \"ap1\"\n",
            after: "[party]\nmodel = \"parallel\"\n[[use]]\nservice = \"social-welfare\"\naccess_point = \"ap1\"\n",
        }),
        fields: &["service", "party.model"],
        ..MUST
    },
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
