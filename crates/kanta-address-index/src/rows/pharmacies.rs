//! Sections 4.1.2, 4.1.3, 4.2.1 and 4.2.2: pharmacies, hospital pharmacies and medicine centres.

mod own;

use kanta_conformance::{Citation, Date, Example, InForce, Outcome, Path, Requirement, Row, Value};

use super::access_points::{agreement, agreement_path, changes_with, no_agreement};
use super::{About, Link, MUST, guide, t};
use crate::case::{OfRight, RightCase};
use crate::mender::Mender;
use crate::store::{Actor, ActorId, Holds};
use crate::{Covers, PartyKind, Service};

const HELD: &[Citation] = &[guide("4.1.2")];
const OWN: &[Citation] = &[guide("4.2.2")];
const GRANTS: &[Citation] = &[guide("4.2.1"), guide("4.2.2")];
const SINCE_3_17: InForce = InForce::from(Date::constant(2025, 9, 1));

pub(super) static ROWS: [Link<OfRight>; 5] = [
    Link {
        row: Row {
            requirement: &Requirement {
                id: "connection-models/pharmacy-not-held",
                citations: HELD,
                statement: t(
                    "the pharmacist's commitment covers the pharmacies held at the time",
                    "apteekkarin sitoumus kattaa hänen kulloinkin hallussaan olevat apteekit",
                    "apotekarens förbindelse omfattar de apotek som han eller hon vid tidpunkten innehar",
                ),
                fault: t(
                    "the pharmacist does not hold the pharmacy on that day",
                    "apteekki ei ole sinä päivänä apteekkarin hallussa",
                    "apotekaren innehar inte apoteket den dagen",
                ),
                remedy: t(
                    "the new pharmacist joins, or record the time for which it is held",
                    "uusi apteekkari liittyy, tai kirjaa hallussapidon aika",
                    "den nya apotekaren ansluter sig, eller anteckna tiden för innehavet",
                ),
                purpose: Some(t(
                    "the commitment is the pharmacist's own: of a pharmacy that somebody else holds it says nothing",
                    "sitoumus on apteekkarin oma: toisen hallussa olevasta apteekista se ei sano mitään",
                    "förbindelsen är apotekarens egen: om ett apotek som någon annan innehar säger den inget",
                )),
                example: Some(Example {
                    before: r#"[[pharmacy]]
id = "branch-pharmacy"
held_from = 2026-02-01

[[right]]
for = "branch-pharmacy"
access_point = "branch-pharmacy-ap"
service = "prescription"
from = 2026-01-01"#,
                    after: r#"[[pharmacy]]
id = "branch-pharmacy"
held_from = 2026-02-01

[[right]]
for = "branch-pharmacy"
access_point = "branch-pharmacy-ap"
service = "prescription"
from = 2026-02-01"#,
                }),
                fields: &["for"],
                ..MUST
            },
            check: held,
        },
        mender: Mender::JoiningParty,
        about: About::Holder,
        refuses: None,
        changes: Some(|case, _, out| {
            if let Some(Actor::Pharmacy(pharmacy)) = case.actor() {
                out.push_span(pharmacy.held);
            }
        }),
    },
    Link {
        row: Row {
            requirement: &Requirement {
                id: "connection-models/pharmacy-through-foreign-access-point",
                citations: OWN,
                statement: t(
                    "every main and branch pharmacy uses its own access point",
                    "jokainen apteekki ja sivuapteekki käyttää omaa liityntäpistettään",
                    "varje huvud- och filialapotek använder sin egen anslutningspunkt",
                ),
                fault: t(
                    "the pharmacy's right runs through an access point that is not its own",
                    "apteekin valtuus kulkee muun kuin sen oman liityntäpisteen kautta",
                    "apotekets rättighet går via en anslutningspunkt som inte är dess egen",
                ),
                remedy: t(
                    "give the pharmacy an access point of its own",
                    "järjestä apteekille oma liityntäpiste",
                    "ge apoteket en egen anslutningspunkt",
                ),
                reading: Some(t(
                    "its own is one that it administers; one that an intermediary administers, with nobody else's right through it on the day, is a question",
                    "oma on apteekin itse hallinnoima; välittäjän hallinnoima, jonka kautta ei sinä päivänä kulje muiden valtuuksia, on tulkintakysymys",
                    "den egna är den som apoteket självt administrerar; en som en förmedlare administrerar, utan andras rättigheter via den den dagen, är en tolkningsfråga",
                )),
                purpose: Some(t(
                    "the access point tells which pharmacy it is",
                    "liityntäpiste kertoo, mikä apteekki on kyseessä",
                    "anslutningspunkten berättar vilket apotek det är",
                )),
                example: Some(Example {
                    before: r#"[[right]]
for = "branch-pharmacy"
access_point = "main-pharmacy-ap"
service = "prescription"
from = 2025-10-06"#,
                    after: r#"[[right]]
for = "branch-pharmacy"
access_point = "branch-pharmacy-ap"
service = "prescription"
from = 2025-10-06"#,
                }),
                fields: &["access_point"],
                ..MUST
            },
            check: own::access_point,
        },
        mender: Mender::JoiningParty,
        about: About::Whole,
        refuses: None,
        changes: Some(|case, window, out| {
            if matches!(case.actor(), Some(Actor::Pharmacy(_))) {
                case.store.sharing.changes(case.point, window, out);
            }
        }),
    },
    Link {
        row: Row {
            requirement: &Requirement {
                id: "connection-models/service-not-named-for-pharmacies",
                citations: GRANTS,
                statement: t(
                    "pharmacies, hospital pharmacies and medicine centres are given rights to the Prescription Service",
                    "apteekeille, sairaala-apteekeille ja lääkekeskuksille annetaan valtuudet Resepti-palveluun",
                    "apotek, sjukhusapotek och läkemedelscentraler ges rättigheter till Recepttjänsten",
                ),
                fault: t(
                    "the guide does not name this service for pharmacies",
                    "ohje ei mainitse tätä palvelua apteekeille",
                    "anvisningen nämner inte denna tjänst för apotek",
                ),
                remedy: t(
                    "ask Kanta Services",
                    "kysy Kanta-palveluista",
                    "fråga Kanta-tjänsterna",
                ),
                purpose: Some(t(
                    "rights follow from what the guide grants, and it grants these parties one service",
                    "valtuudet perustuvat ohjeeseen, ja se antaa näille yhden palvelun",
                    "rättigheterna följer av anvisningen, och den ger dessa en tjänst",
                )),
                example: Some(Example {
                    before: r#"[[right]]
for = "main-pharmacy"
access_point = "main-pharmacy-ap"
service = "patient-data"
from = 2025-10-06"#,
                    after: r#"[[right]]
for = "main-pharmacy"
access_point = "main-pharmacy-ap"
service = "prescription"
from = 2025-10-06"#,
                }),
                fields: &["service"],
                ..MUST
            },
            check: named_service,
        },
        mender: Mender::Kanta,
        about: About::Holder,
        refuses: Some(|_| false),
        changes: None,
    },
    Link {
        row: Row {
            requirement: &Requirement {
                id: "connection-models/reimbursement-service-not-for-party",
                citations: OWN,
                statement: t(
                    "Kela's reimbursement services are used by pharmacies",
                    "Kelan lääkekorvauspalveluja käyttävät apteekit",
                    "FPA:s tjänster för läkemedelsersättningar används av apotek",
                ),
                fault: t(
                    "somebody other than a pharmacy has a right to a reimbursement service",
                    "muulla kuin apteekilla on valtuus lääkekorvauspalveluun",
                    "någon annan än ett apotek har en rättighet till en ersättningstjänst",
                ),
                remedy: t("withdraw the right", "poista valtuus", "dra in rättigheten"),
                purpose: Some(t(
                    "they settle what a pharmacy has dispensed",
                    "niillä tilitetään apteekin toimittamat lääkkeet",
                    "med dem redovisas det som ett apotek har expedierat",
                )),
                example: Some(Example {
                    before: r#"[[right]]
for = "clinic"
access_point = "clinic-ap"
service = "reimbursement-query"
from = 2025-10-06"#,
                    after: r#"[[right]]
for = "main-pharmacy"
access_point = "main-pharmacy-ap"
service = "reimbursement-query"
from = 2025-10-06"#,
                }),
                in_force: SINCE_3_17,
                fields: &["for"],
                ..MUST
            },
            check: for_pharmacies,
        },
        mender: Mender::Kanta,
        about: About::Holder,
        refuses: Some(Service::is_reimbursement),
        changes: None,
    },
    Link {
        row: Row {
            requirement: &Requirement {
                id: "connection-models/reimbursement-without-agreement",
                citations: OWN,
                statement: t(
                    "using Kela's reimbursement services needs a valid agreement with Kela",
                    "Kelan lääkekorvauspalvelujen käyttö edellyttää voimassa olevaa sopimusta Kelan kanssa",
                    "användningen av FPA:s ersättningstjänster kräver ett giltigt avtal med FPA",
                ),
                fault: t(
                    "there is no valid agreement with Kela on its reimbursement services",
                    "voimassa olevaa sopimusta Kelan lääkekorvauspalveluista ei ole",
                    "det finns inget giltigt avtal med FPA om ersättningstjänsterna",
                ),
                remedy: t(
                    "conclude the agreement with Kela, or record its dates",
                    "tee sopimus Kelan kanssa tai kirjaa sen päivät",
                    "ingå avtalet med FPA, eller anteckna dess datum",
                ),
                purpose: Some(t(
                    "the services are Kela's own and not Kanta's: joining Kanta does not open them",
                    "palvelut ovat Kelan omia eivätkä Kannan: Kantaan liittyminen ei avaa niitä",
                    "tjänsterna är FPA:s egna och inte Kantas: anslutning till Kanta öppnar dem inte",
                )),
                example: Some(Example {
                    before: r#"[[right]]
for = "main-pharmacy"
access_point = "main-pharmacy-ap"
service = "reimbursement-query"
from = 2025-09-01

[[agreement]]
between = ["apteekkari", "kela"]
from = 2025-09-01
until = 2025-11-01"#,
                    after: r#"[[right]]
for = "main-pharmacy"
access_point = "main-pharmacy-ap"
service = "reimbursement-query"
from = 2025-09-01

[[agreement]]
between = ["apteekkari", "kela"]
from = 2025-09-01"#,
                }),
                in_force: SINCE_3_17,
                fields: &["service"],
                ..MUST
            },
            check: agreed_with_kela,
        },
        mender: Mender::JoiningParty,
        about: About::Holder,
        refuses: Some(Service::is_reimbursement),
        changes: Some(|case, window, out| {
            if case.service.is_reimbursement() {
                changes_with(case, ActorId::KELA, window, out);
            }
        }),
    },
];

/// A hospital pharmacy or a medicine centre.
fn like_a_pharmacy(case: RightCase<'_>) -> bool {
    matches!(case.actor(), Some(Actor::Party(party))
        if matches!(party.kind, PartyKind::HospitalPharmacy | PartyKind::MedicineCentre))
}

fn held(case: RightCase<'_>) -> Outcome {
    let Some(Actor::Pharmacy(pharmacy)) = case.actor() else {
        return Outcome::NotApplicable;
    };
    match pharmacy.held.covers(case.day) {
        Covers::Yes => Outcome::Satisfied,
        Covers::Unknown => Outcome::missing(Path::new(&case.path_of(case.subject), "held_from")),
        Covers::NotYet | Covers::Over => Outcome::violated(
            Value::About(
                t("not on", "ei päivänä", "inte den"),
                Box::new(Value::Date(case.day)),
            ),
            Value::About(
                t("held by", "hallussa, apteekkari", "innehas av"),
                Box::new(Value::words(&pharmacy.pharmacist)),
            ),
        ),
    }
}

fn named_service(case: RightCase<'_>) -> Outcome {
    let pharmacy = matches!(case.actor(), Some(Actor::Pharmacy(_)));
    if !pharmacy && !like_a_pharmacy(case) {
        return Outcome::NotApplicable;
    }
    match case.service {
        Service::Prescription => Outcome::Satisfied,
        service if !service.is_one_of_the_four() => Outcome::NotApplicable,
        _ => Outcome::silent(t(
            "may a pharmacy have a right to another service than the Prescription Service",
            "voiko apteekilla olla valtuus muuhun kuin Resepti-palveluun",
            "kan ett apotek ha en rättighet till en annan tjänst än Recepttjänsten",
        )),
    }
}

fn for_pharmacies(case: RightCase<'_>) -> Outcome {
    if !case.service.is_reimbursement() {
        return Outcome::NotApplicable;
    }
    match case.actor() {
        Some(Actor::Pharmacy(_)) => Outcome::Satisfied,
        _ if like_a_pharmacy(case) => Outcome::ambiguous(t(
            "are hospital pharmacies and medicine centres pharmacies in this sense",
            "ovatko sairaala-apteekit ja lääkekeskukset tässä tarkoitettuja apteekkeja",
            "är sjukhusapotek och läkemedelscentraler apotek i denna mening",
        )),
        actor => Outcome::violated(
            Value::words(actor.map_or("", Actor::id)),
            Value::Term(t("a pharmacy", "apteekki", "ett apotek")),
        ),
    }
}

fn agreed_with_kela(case: RightCase<'_>) -> Outcome {
    if !case.service.is_reimbursement() {
        return Outcome::NotApplicable;
    }
    match agreement(case, ActorId::KELA) {
        Holds::Yes => Outcome::Satisfied,
        Holds::Unknown => Outcome::missing(agreement_path(case, ActorId::KELA)),
        Holds::No => Outcome::violated(
            no_agreement(case),
            Value::Term(t(
                "a valid agreement with Kela",
                "voimassa oleva sopimus Kelan kanssa",
                "ett giltigt avtal med FPA",
            )),
        ),
    }
}
