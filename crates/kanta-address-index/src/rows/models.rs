//! Sections 4.1.1 and 4.2.1: the parallel model; and the address-book links of old.

use kanta_conformance::{
    Bound, Citation, Date, InForce, Outcome, Requirement, Row, Value, Version, Why, guide, text,
};

use super::{About, Link, clause};
use crate::case::{OfRight, RightCase};
use crate::responsible::ResponsibleParty;
use crate::store::{Actor, Holds};
use crate::{BasisKind, PartyKind, Sector, Service};

const PARALLEL: &[Citation] = &[clause("4.1.1")];
const LINKS: &[Citation] = &[Citation::guide_until(
    "1.4, 5.6",
    Version::new(3, 11),
    Version::new(3, 12),
)];
const LINKS_CLOSED: Date = Date::constant(2021, 12, 15);
/// The last day of edition 3.12: the text was renewed after it, and says nothing of such links any more.
const LINKS_LAST_SEEN: Date = Date::constant(2023, 6, 12);

pub(super) static ROWS: [Link<OfRight>; 5] = [
    Link {
        row: Row {
            requirement: &guide::connection_models::PARALLEL_MODEL_OUTSIDE_SOCIAL_WELFARE
                .with_example(
                    r#"[[right]]
for = "home-care"
access_point = "welfare-area-ap"
service = "patient-data"
from = 2025-01-01
organiser = "welfare-area""#,
                    r#"[[right]]
for = "home-care"
access_point = "welfare-area-ap"
service = "social-welfare"
from = 2025-01-01
organiser = "welfare-area""#,
                )
                .with_fields(&["service", "organiser"]),
            check: |case| match case.terms.organiser {
                None => Outcome::NotApplicable,
                Some(_) if case.service == Service::SocialWelfare => Outcome::Satisfied,
                Some(_) => Outcome::violated(
                    Value::Term(case.service.name()),
                    Value::Term(Service::SocialWelfare.name()),
                ),
            },
        },
        responsible: ResponsibleParty::Kanta,
        about: About::Whole,
        refuses: Some(|service| service != Service::SocialWelfare),
        changes: None,
    },
    Link {
        row: Row {
            requirement: &guide::connection_models::PRODUCER_IN_PARALLEL_MODEL_NOT_PRIVATE
                .with_example(
                    r#"[[party]]
id = "home-care"
kind = "provider"
sector = "public""#,
                    r#"[[party]]
id = "home-care"
kind = "provider"
sector = "private""#,
                )
                .with_fields(&["for"]),
            check: producer_private,
        },
        responsible: ResponsibleParty::JoiningParty,
        about: About::Subject,
        refuses: None,
        changes: None,
    },
    Link {
        row: Row {
            requirement: &Requirement::must("connection-models/organiser-not-another-provider")
                .with_citations(PARALLEL)
                .with_statement(text! {
                    en: "in the parallel model the organiser is another provider than the producer",
                    fi: "rinnakkaisliittymisessä järjestäjä on muu palvelunantaja kuin palveluntuottaja",
                    sv: "i modellen med parallell anslutning är anordnaren en annan tjänstetillhandahållare än producenten",
                })
                .with_fault(text! {
                    en: "the organiser is not another provider",
                    fi: "järjestäjä ei ole toinen palvelunantaja",
                    sv: "anordnaren är inte en annan tjänstetillhandahållare",
                })
                .with_remedy(text! {
                    en: "name the organiser whose client data system the producer uses",
                    fi: "ilmoita järjestäjä, jonka asiakastietojärjestelmää palveluntuottaja käyttää",
                    sv: "ange den anordnare vars klientdatasystem producenten använder",
                })
                .with_purpose(text! {
                    en: "the model joins a producer to the system of somebody else, who organises the services",
                    fi: "mallissa palveluntuottaja liittyy toisen, palvelut järjestävän, järjestelmään",
                    sv: "modellen ansluter en producent till systemet hos en annan, som ordnar tjänsterna",
                })
                .with_example(
                    r#"[[right]]
for = "home-care"
access_point = "welfare-area-ap"
service = "social-welfare"
from = 2025-01-01
organiser = "home-care""#,
                    r#"[[right]]
for = "home-care"
access_point = "welfare-area-ap"
service = "social-welfare"
from = 2025-01-01
organiser = "welfare-area""#,
                )
                .with_fields(&["organiser"]),
            check: organised_by_another,
        },
        responsible: ResponsibleParty::Kanta,
        about: About::Whole,
        refuses: None,
        changes: None,
    },
    Link {
        row: Row {
            requirement: &guide::technical_joining::PRODUCER_NOT_THROUGH_ORGANISERS_POINT
                .with_example(
                    r#"[[right]]
for = "home-care"
access_point = "home-care-ap"
service = "social-welfare"
from = 2025-01-01
organiser = "welfare-area""#,
                    r#"[[right]]
for = "home-care"
access_point = "welfare-area-ap"
service = "social-welfare"
from = 2025-01-01
organiser = "welfare-area""#,
                )
                .with_fields(&["access_point", "organiser"]),
            check: through_organisers,
        },
        responsible: ResponsibleParty::Kanta,
        about: About::Use,
        refuses: None,
        changes: Some(|case, window, out| {
            if let Some(organiser) = case.terms.organiser {
                case.store
                    .uses
                    .changes((organiser, case.point), window, out);
            }
        }),
    },
    Link {
        row: Row {
            requirement: &Requirement::must("connection-models/address-book-link-for-new-subcontractor")
                .with_citations(LINKS)
                .with_statement(text! {
                    en: "new subcontractors are given no permanent address-book link",
                    fi: "uusille alihankkijoille ei anneta pysyvää osoitekirjakytkentää",
                    sv: "nya underleverantörer ges ingen permanent adressbokskoppling",
                })
                .with_fault(text! {
                    en: "a new subcontractor has a permanent address-book link",
                    fi: "uudella alihankkijalla on pysyvä osoitekirjakytkentä",
                    sv: "en ny underleverantör har en permanent adressbokskoppling",
                })
                .with_remedy(text! {
                    en: "have the subcontractor join by one of the connection models",
                    fi: "alihankkija liittyy jonkin liittymismallin mukaan",
                    sv: "låt underleverantören ansluta sig enligt en anslutningsmodell",
                })
                .with_reading(text! {
                    en: "a subcontractor is new if its link was agreed on 15.12.2021 or later",
                    fi: "alihankkija on uusi, jos sen linkistä sovittiin 15.12.2021 tai myöhemmin",
                    sv: "en underleverantör är ny om dess koppling avtalades den 15.12.2021 eller senare",
                })
                .with_purpose(text! {
                    en: "edition 3.11 ended such links for new subcontractors, still supports the old ones and gives no reason of its own",
                    fi: "versio 3.11 lopetti linkit uusilta alihankkijoilta ja tukee yhä vanhoja; se ei itse perustele tätä",
                    sv: "version 3.11 avslutade kopplingarna för nya underleverantörer och stöder ännu de gamla; den motiverar det inte",
                })
                .with_example(
                    r#"[[right]]
for = "home-care"
access_point = "home-care-ap"
service = "patient-data"
from = 2022-01-01
basis = "address-book-link"
agreed = 2021-12-15"#,
                    r#"[[right]]
for = "home-care"
access_point = "home-care-ap"
service = "patient-data"
from = 2022-01-01
basis = "application""#,
                )
                .with_in_force(InForce {
                    from: Bound::On(LINKS_CLOSED),
                    until: Bound::NotYet(LINKS_LAST_SEEN),
                })
                .with_fields(&["basis"]),
            check: address_book_link,
        },
        responsible: ResponsibleParty::Kanta,
        about: About::Whole,
        refuses: None,
        changes: None,
    },
];

fn producer_private(case: RightCase<'_>) -> Outcome {
    if case.terms.organiser.is_none() {
        return Outcome::NotApplicable;
    }
    let required = || {
        Value::Term(text! {
            en: "a private provider of social welfare",
            fi: "yksityinen sosiaalihuollon palvelunantaja",
            sv: "en privat tillhandahållare av socialvård",
        })
    };
    let Some(Actor::Party(party)) = case.actor() else {
        return Outcome::violated(Value::words(case.actor().map_or("", Actor::id)), required());
    };
    let path = |field| case.path_of(case.subject).field(field);
    let welfare = party.provides_social_welfare();
    match (party.kind, party.sector, welfare) {
        (PartyKind::Provider, Some(Sector::Public), _) => {
            Outcome::violated(Value::Term(Sector::Public.name()), required())
        }
        (PartyKind::Provider, _, Some(false)) => Outcome::violated(
            Value::Term(
                text! { en: "no social welfare", fi: "ei sosiaalihuoltoa", sv: "ingen socialvård" },
            ),
            required(),
        ),
        (PartyKind::Provider, Some(Sector::Private), Some(true)) => Outcome::Satisfied,
        (PartyKind::Provider, sector, welfare) => {
            let open = [
                (sector.is_none(), "sector"),
                (welfare.is_none(), "social_welfare"),
            ];
            let open = open.into_iter().filter(|(open, _)| *open);
            let open = open.map(|(_, field)| path(field));
            Outcome::Undetermined(Why::InputMissing(open.collect()))
        }
        (kind, ..) => Outcome::violated(Value::Term(kind.name()), required()),
    }
}

fn organised_by_another(case: RightCase<'_>) -> Outcome {
    let Some(organiser) = case.terms.organiser else {
        return Outcome::NotApplicable;
    };
    let provider = case.store.party(organiser);
    let provider = provider.is_some_and(|party| party.kind == PartyKind::Provider);
    if provider && organiser != case.subject {
        return Outcome::Satisfied;
    }
    Outcome::violated(
        Value::words(case.store.actor(organiser).map_or("", Actor::id)),
        Value::Term(text! {
            en: "another provider",
            fi: "toinen palvelunantaja",
            sv: "en annan tjänstetillhandahållare",
        }),
    )
}

fn through_organisers(case: RightCase<'_>) -> Outcome {
    let Some(organiser) = case.terms.organiser else {
        return Outcome::NotApplicable;
    };
    let id = case.store.actor(organiser).map_or("", Actor::id);
    match case.store.uses.on((organiser, case.point), case.day) {
        Holds::Yes if case.store.users_of_several.contains(&organiser) => {
            Outcome::ambiguous(text! {
                en: "through which of the organiser's several access points does the producer's right run",
                fi: "minkä järjestäjän useista liityntäpisteistä kautta palveluntuottajan käyttövaltuus kulkee",
                sv: "via vilken av anordnarens flera anslutningspunkter går producentens rättighet",
            })
        }
        Holds::Yes => Outcome::Satisfied,
        Holds::Unknown => Outcome::missing(super::use_path(id, case).field("from")),
        Holds::No => Outcome::violated(
            Value::words(case.store.point(case.point).map_or("", |p| p.id.as_str())),
            Value::About(
                text! {
                    en: "an access point used by",
                    fi: "liityntäpiste, jota käyttää",
                    sv: "en anslutningspunkt som används av",
                },
                Box::new(Value::words(id)),
            ),
        ),
    }
}

fn address_book_link(case: RightCase<'_>) -> Outcome {
    if case.terms.basis.kind != BasisKind::AddressBookLink {
        return Outcome::NotApplicable;
    }
    match case.terms.basis.agreed {
        None => Outcome::missing(super::right_path(case).field("agreed")),
        Some(agreed) if agreed >= LINKS_CLOSED => Outcome::violated(
            Value::Date(agreed),
            Value::About(
                text! { en: "agreed before", fi: "sovittu ennen", sv: "avtalad före" },
                Box::new(Value::Date(LINKS_CLOSED)),
            ),
        ),
        Some(_) => Outcome::silent(text! {
            en: "are permanent address-book links agreed before 15.12.2021 still supported",
            fi: "tuetaanko ennen 15.12.2021 sovittuja pysyviä osoitekirjakytkentöjä yhä",
            sv: "stöds permanenta adressbokskopplingar som avtalats före 15.12.2021 fortfarande",
        }),
    }
}
