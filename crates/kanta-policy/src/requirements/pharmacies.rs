//! Clauses 4.1.3, 4.2.1 and 4.2.2: pharmacies, hospital pharmacies and medicine centres.

use kanta_address_index::{PartyKind, Service};
use kanta_conformance::{Date, Example, InForce, Outcome, Path, Requirement, Row, Text, Value};

use super::facts::{AgreementFields, in_force, t, worst};
use super::{About, Chapter, INTERPRETED, MUST, OfPharmacy, OfUse, clause};
use crate::plan::{AccessPoint, ConnectionPlan, Pharmacy, Use, Who};

pub(super) static CHAPTER: Chapter = Chapter {
    pharmacies: PHARMACIES,
    uses: USES,
    ..Chapter::EMPTY
};

/// Edition 3.17 added Kela's reimbursement services.
const SINCE_3_17: InForce = InForce::from(Date::constant(2025, 9, 1));

static PHARMACIES: &[Row<OfPharmacy>] = &[Row {
    requirement: &Requirement {
        id: "connection-models/pharmacy-without-own-access-point",
        citations: &[clause("4.2.2")],
        statement: t(
            "every main and branch pharmacy has its own access point, through which it uses the Prescription Service",
            "jokaisella apteekilla ja sivuapteekilla on oma liityntäpiste, jonka kautta se käyttää Resepti-palvelua",
            "varje huvud- och filialapotek har en egen anslutningspunkt, via vilken det använder Recepttjänsten",
        ),
        fault: t(
            "the pharmacy does not use the Prescription Service through an access point of its own",
            "apteekki ei käytä Resepti-palvelua oman liityntäpisteen kautta",
            "apoteket använder inte Recepttjänsten via en egen anslutningspunkt",
        ),
        remedy: t(
            "give the pharmacy an access point of its own, and list its use of the Prescription Service through it",
            "järjestä apteekille oma liityntäpiste ja kirjaa Resepti-palvelun käyttö sen kautta",
            "ge apoteket en egen anslutningspunkt, och ange användningen av Recepttjänsten via den",
        ),
        reading: Some(ADMINISTERED_BY_ANOTHER),
        purpose: Some(t(
            "the access point tells which pharmacy it is",
            "liityntäpiste kertoo, mikä apteekki on kyseessä",
            "anslutningspunkten berättar vilket apotek det är",
        )),
        example: Some(Example {
            before: "[[use]]\nservice = \"prescription\"\naccess_point = \"ap1\"\nfor = \"main\"\n[[use]]\nservice = \"prescription\"\naccess_point = \"ap1\"\nfor = \"branch\"\n",
            after: "[[use]]\nservice = \"prescription\"\naccess_point = \"ap1\"\nfor = \"main\"\n[[use]]\nservice = \"prescription\"\naccess_point = \"ap2\"\nfor = \"branch\"\n",
        }),
        fields: &["", "use.for", "access_point.administrator"],
        ..MUST
    },
    check: own_access_point,
}];

const ADMINISTERED_BY_ANOTHER: Text = t(
    "whether an access point that somebody else administers for one pharmacy alone is its own, the guide does not say",
    "ohje ei sano, onko toisen yhdelle apteekille hallinnoima liityntäpiste apteekin oma",
    "anvisningen säger inte om en anslutningspunkt som någon annan administrerar för ett enda apotek är dess egen",
);

fn own_access_point(about: About<'_, &Pharmacy>) -> Outcome {
    let required = || {
        Value::Term(t(
            "an access point of its own",
            "oma liityntäpiste",
            "en egen anslutningspunkt",
        ))
    };
    let (plan, id) = (about.plan, about.item.id.as_str());
    let points: Vec<&AccessPoint> = plan
        .uses
        .iter()
        .filter(|a_use| a_use.user == id && a_use.service == Service::Prescription)
        .filter_map(|a_use| plan.access_point(&a_use.access_point))
        .collect();
    if points.is_empty() {
        let none = t(
            "no use of the Prescription Service",
            "ei Resepti-palvelun käyttöä",
            "ingen användning av Recepttjänsten",
        );
        return Outcome::violated(Value::Term(none), required());
    }
    worst(points.into_iter().map(|point| {
        let foreign = plan.uses_through(&point.id).find(|a_use| a_use.user != id);
        if foreign.is_some() {
            const SHARED: Text = t("shared", "jaettu", "delad");
            let found = Value::About(SHARED, Box::new(Value::words(&point.id)));
            return Outcome::violated(found, required());
        }
        match plan.administrator(point) {
            None => Outcome::missing(Path::new(
                &format!("access_point.{}", point.id),
                "administrator",
            )),
            Some(Who::Pharmacy(pharmacy)) if pharmacy.id == id => Outcome::Satisfied,
            // A pharmacist is a person: what the pharmacist administers is the pharmacy's that uses it.
            Some(Who::Party(_)) => Outcome::Satisfied,
            Some(Who::Pharmacy(other)) => {
                const OF: Text = t("administered by", "hallinnoija", "administreras av");
                let found = Value::About(OF, Box::new(Value::words(&other.id)));
                Outcome::violated(found, required())
            }
            Some(_) => Outcome::ambiguous(ADMINISTERED_BY_ANOTHER),
        }
    }))
}

static USES: &[Row<OfUse>] = &[
    Row {
        requirement: &Requirement {
            id: "connection-models/another-service-for-a-pharmacy",
            citations: &[clause("4.2.1"), clause("4.2.2")],
            statement: t(
                "pharmacies, hospital pharmacies and medicine centres are given rights to the Prescription Service",
                "apteekeille, sairaala-apteekeille ja lääkekeskuksille annetaan valtuudet Resepti-palveluun",
                "apotek, sjukhusapotek och läkemedelscentraler ges rättigheter till Recepttjänsten",
            ),
            fault: t(
                "the guide does not name this service for pharmacies, hospital pharmacies or medicine centres",
                "ohje ei nimeä tätä palvelua apteekeille, sairaala-apteekeille eikä lääkekeskuksille",
                "anvisningen nämner inte denna tjänst för apotek, sjukhusapotek eller läkemedelscentraler",
            ),
            remedy: t(
                "ask Kanta Services, and record the ruling in the plan",
                "kysy Kanta-palveluilta ja kirjaa ratkaisu suunnitelmaan",
                "fråga Kanta-tjänsterna och anteckna avgörandet i planen",
            ),
            reading: Some(OTHER_SERVICES),
            purpose: Some(t(
                "rights follow from what the guide grants, and it grants these parties one service",
                "valtuudet perustuvat ohjeeseen, ja se antaa näille yhden palvelun",
                "rättigheterna följer av anvisningen, och den ger dessa en tjänst",
            )),
            example: Some(Example {
                before: "[party]\nkind = \"hospital-pharmacy\"\n[[use]]\nservice = \"patient-data\"\naccess_point = \"ap1\"\n",
                after: "[party]\nkind = \"hospital-pharmacy\"\n[[use]]\nservice = \"prescription\"\naccess_point = \"ap1\"\n",
            }),
            fields: &["service", "party.kind"],
            ..INTERPRETED
        },
        check: |about| match (about.item.service, user(about.plan, about.item)) {
            (_, User::NoPharmacy) => Outcome::NotApplicable,
            (service, User::Unknown) if service.is_one_of_the_four() => kind_missing(),
            (Service::Prescription, _) => Outcome::Satisfied,
            (service, _) if service.is_one_of_the_four() => Outcome::silent(OTHER_SERVICES),
            _ => Outcome::NotApplicable,
        },
    },
    Row {
        requirement: &Requirement {
            id: "connection-models/reimbursement-service-outside-pharmacies",
            citations: &[clause("4.2.2")],
            statement: t(
                "Kela's reimbursement services are used by pharmacies",
                "Kelan lääkekorvauspalveluja käyttävät apteekit",
                "FPA:s tjänster för läkemedelsersättningar används av apotek",
            ),
            fault: t(
                "a reimbursement service is to be used by somebody other than a pharmacy",
                "lääkekorvauspalvelua käyttäisi muu kuin apteekki",
                "en ersättningstjänst ska användas av någon annan än ett apotek",
            ),
            remedy: t(
                "ask Kela, and record the ruling in the plan",
                "kysy Kelalta ja kirjaa ratkaisu suunnitelmaan",
                "fråga FPA och anteckna avgörandet i planen",
            ),
            reading: Some(OTHER_USERS),
            purpose: Some(t(
                "they settle what a pharmacy has dispensed",
                "niillä tilitetään apteekin toimittamat lääkkeet",
                "med dem redovisas det som ett apotek har expedierat",
            )),
            example: Some(Example {
                before: "[party]\nkind = \"provider\"\n[[use]]\nservice = \"reimbursement-query\"\naccess_point = \"ap1\"\n",
                after: "[party]\nkind = \"pharmacist\"\n[[pharmacy]]\nid = \"main\"\n[[use]]\nservice = \"reimbursement-query\"\naccess_point = \"ap1\"\nfor = \"main\"\n",
            }),
            in_force: SINCE_3_17,
            fields: &["service", "party.kind"],
            ..MUST
        },
        check: |about| {
            if !about.item.service.is_reimbursement() {
                return Outcome::NotApplicable;
            }
            match user(about.plan, about.item) {
                User::Pharmacy => Outcome::Satisfied,
                User::LikePharmacy | User::NoPharmacy => Outcome::silent(OTHER_USERS),
                User::Unknown => kind_missing(),
            }
        },
    },
    Row {
        requirement: &Requirement {
            id: "connection-models/reimbursement-agreement-missing",
            citations: &[clause("4.2.2")],
            statement: t(
                "using Kela's reimbursement services needs a valid agreement with Kela",
                "Kelan lääkekorvauspalvelujen käyttö edellyttää voimassa olevaa sopimusta Kelan kanssa",
                "användningen av FPA:s tjänster för läkemedelsersättningar kräver ett gällande avtal med FPA",
            ),
            fault: t(
                "there is no valid agreement with Kela on its reimbursement services",
                "voimassa olevaa sopimusta Kelan lääkekorvauspalveluista ei ole",
                "det finns inget gällande avtal med FPA om dess ersättningstjänster",
            ),
            remedy: t(
                "conclude the agreement with Kela, and state when it was signed and until when it runs (`false` if it has no end)",
                "tee sopimus Kelan kanssa ja kirjaa sen päiväys ja päättymispäivä (`false`, jos sillä ei ole loppua)",
                "ingå avtalet med FPA, och ange när det undertecknades och hur länge det löper (`false` om det saknar slut)",
            ),
            purpose: Some(t(
                "the services are Kela's own and not Kanta's: joining Kanta does not open them",
                "palvelut ovat Kelan omia eivätkä Kannan: Kantaan liittyminen ei avaa niitä",
                "tjänsterna är FPA:s egna och inte Kantas: anslutning till Kanta öppnar dem inte",
            )),
            example: Some(Example {
                before: "[[pharmacy]]\nid = \"main\"\nreimbursement_agreement = false\n",
                after: "[[pharmacy]]\nid = \"main\"\nreimbursement_agreement = { signed = 2025-09-01, until = false }\n",
            }),
            in_force: SINCE_3_17,
            fields: &["service", "pharmacy.reimbursement_agreement"],
            ..MUST
        },
        check: agreed_with_kela,
    },
];

const OTHER_SERVICES: Text = t(
    "whether a pharmacy, a hospital pharmacy or a medicine centre may use another service than the Prescription Service",
    "voiko apteekki, sairaala-apteekki tai lääkekeskus käyttää muuta kuin Resepti-palvelua",
    "får ett apotek, ett sjukhusapotek eller en läkemedelscentral använda en annan tjänst än Recepttjänsten",
);

const OTHER_USERS: Text = t(
    "whether anybody but a main or branch pharmacy may use Kela's reimbursement services through an access point",
    "voiko muu kuin apteekki tai sivuapteekki käyttää Kelan lääkekorvauspalveluja liityntäpisteen kautta",
    "får någon annan än ett huvud- eller filialapotek använda FPA:s ersättningstjänster via en anslutningspunkt",
);

/// Who a use is for, as these clauses tell them apart.
enum User {
    Pharmacy,
    /// A hospital pharmacy or a medicine centre.
    LikePharmacy,
    NoPharmacy,
    Unknown,
}

fn user(plan: &ConnectionPlan, a_use: &Use) -> User {
    match plan.who(&a_use.user) {
        Some(Who::Pharmacy(_)) => User::Pharmacy,
        Some(Who::Party(party)) => match party.kind {
            None => User::Unknown,
            Some(PartyKind::Pharmacist) => User::Pharmacy,
            Some(PartyKind::HospitalPharmacy | PartyKind::MedicineCentre) => User::LikePharmacy,
            Some(_) => User::NoPharmacy,
        },
        None => User::Unknown,
        Some(_) => User::NoPharmacy,
    }
}

fn kind_missing() -> Outcome {
    Outcome::missing(Path::new("party", "kind"))
}

const FIELDS: AgreementFields = AgreementFields {
    whole: "reimbursement_agreement",
    signed: "reimbursement_agreement.signed",
    until: "reimbursement_agreement.until",
};

fn agreed_with_kela(about: About<'_, &Use>) -> Outcome {
    if !about.item.service.is_reimbursement() {
        return Outcome::NotApplicable;
    }
    let agreed = |pharmacy: &Pharmacy| {
        let at = format!("pharmacy.{}", pharmacy.id);
        in_force(
            &about,
            pharmacy.reimbursement_agreement.as_ref(),
            &at,
            &FIELDS,
        )
    };
    match (
        user(about.plan, about.item),
        about.plan.who(&about.item.user),
    ) {
        (User::Unknown, _) => kind_missing(),
        // Whether others may use these services at all is another row's question.
        (User::LikePharmacy | User::NoPharmacy, _) => Outcome::NotApplicable,
        (User::Pharmacy, Some(Who::Pharmacy(pharmacy))) => agreed(pharmacy),
        // The pharmacist's use is a use by the pharmacies held; without one there is nobody to have agreed.
        (User::Pharmacy, _) if about.plan.pharmacies.is_empty() => about.missing("for"),
        (User::Pharmacy, _) => worst(about.plan.pharmacies.iter().map(agreed)),
    }
}
