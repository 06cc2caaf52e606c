//! Clauses 4.1.3, 4.2.1 and 4.2.2: pharmacies, hospital pharmacies and medicine centres.

use kanta_address_index::{PartyKind, Service};
use kanta_conformance::{FieldPath, Outcome, Row, Text, Value, guide, text};

use super::facts::{AgreementFields, in_force, worst};
use super::{About, Chapter, OfPharmacy, OfUse, Rows};
use crate::plan::{AccessPoint, ConnectionPlan, Pharmacy, Use, Who};

pub(super) static CHAPTER: Chapter = &[Rows::Pharmacies(PHARMACIES), Rows::Uses(USES)];

static PHARMACIES: &[Row<OfPharmacy>] = &[Row {
    requirement: &guide::pharmacies::PHARMACY_WITHOUT_OWN_ACCESS_POINT
        .with_example(
            "[[use]]\nservice = \"prescription\"\naccess_point = \"ap1\"\nfor = \"main\"\n[[use]]\nservice = \"prescription\"\naccess_point = \"ap1\"\nfor = \"branch\"\n",
            "[[use]]\nservice = \"prescription\"\naccess_point = \"ap1\"\nfor = \"main\"\n[[use]]\nservice = \"prescription\"\naccess_point = \"ap2\"\nfor = \"branch\"\n",
        )
        .with_fields(&["", "use.for", "access_point.administrator"]),
    check: own_access_point,
}];
fn own_access_point(about: About<'_, &Pharmacy>) -> Outcome {
    let required = || {
        Value::Term(text! {
            en: "an access point of its own",
            fi: "oma liityntäpiste",
            sv: "en egen anslutningspunkt",
        })
    };
    let (plan, id) = (about.plan, about.item.id.as_str());
    let points: Vec<&AccessPoint> = plan
        .uses
        .iter()
        .filter(|a_use| a_use.user == id && a_use.service == Service::Prescription)
        .filter_map(|a_use| plan.access_point(&a_use.access_point))
        .collect();
    if points.is_empty() {
        let none = text! {
            en: "no use of the Prescription Service",
            fi: "ei Resepti-palvelun käyttöä",
            sv: "ingen användning av Recepttjänsten",
        };
        return Outcome::violated(Value::Term(none), required());
    }
    worst(points.into_iter().map(|point| {
        let foreign = plan.uses_through(&point.id).find(|a_use| a_use.user != id);
        if foreign.is_some() {
            const SHARED: Text = text! { en: "shared", fi: "jaettu", sv: "delad" };
            let found = Value::About(SHARED, Box::new(Value::words(&point.id)));
            return Outcome::violated(found, required());
        }
        match plan.administrator(point) {
            None => {
                Outcome::missing(FieldPath::named("access_point", &point.id).field("administrator"))
            }
            Some(Who::Pharmacy(pharmacy)) if pharmacy.id == id => Outcome::Satisfied,
            // A pharmacist is a person: what the pharmacist administers is the pharmacy's that uses it.
            Some(Who::Party(_)) => Outcome::Satisfied,
            Some(Who::Pharmacy(other)) => {
                const OF: Text =
                    text! { en: "administered by", fi: "hallinnoija", sv: "administreras av" };
                let found = Value::About(OF, Box::new(Value::words(&other.id)));
                Outcome::violated(found, required())
            }
            Some(_) => Outcome::ambiguous(guide::pharmacies::ADMINISTERED_BY_ANOTHER),
        }
    }))
}

static USES: &[Row<OfUse>] = &[
    Row {
        requirement: &guide::pharmacies::ANOTHER_SERVICE_FOR_A_PHARMACY
            .with_example(
                "[party]\nkind = \"hospital-pharmacy\"\n[[use]]\nservice = \"patient-data\"\naccess_point = \"ap1\"\n",
                "[party]\nkind = \"hospital-pharmacy\"\n[[use]]\nservice = \"prescription\"\naccess_point = \"ap1\"\n",
            )
            .with_fields(&["service", "party.kind"]),
        check: |about| match (about.item.service, user(about.plan, about.item)) {
            (_, User::NoPharmacy) => Outcome::NotApplicable,
            (service, User::Unknown) if service.is_one_of_the_four() => kind_missing(),
            (Service::Prescription, _) => Outcome::Satisfied,
            (service, _) if service.is_one_of_the_four() => {
                Outcome::silent(guide::pharmacies::OTHER_SERVICES)
            }
            _ => Outcome::NotApplicable,
        },
    },
    Row {
        requirement: &guide::pharmacies::REIMBURSEMENT_SERVICE_OUTSIDE_PHARMACIES
            .with_example(
                "[party]\nkind = \"provider\"\n[[use]]\nservice = \"reimbursement-query\"\naccess_point = \"ap1\"\n",
                "[party]\nkind = \"pharmacist\"\n[[pharmacy]]\nid = \"main\"\n[[use]]\nservice = \"reimbursement-query\"\naccess_point = \"ap1\"\nfor = \"main\"\n",
            )
            .with_fields(&["service", "party.kind"]),
        check: |about| {
            if !about.item.service.is_reimbursement() {
                return Outcome::NotApplicable;
            }
            match user(about.plan, about.item) {
                User::Pharmacy => Outcome::Satisfied,
                User::LikePharmacy | User::NoPharmacy => {
                    Outcome::silent(guide::pharmacies::OTHER_USERS)
                }
                User::Unknown => kind_missing(),
            }
        },
    },
    Row {
        requirement: &guide::pharmacies::REIMBURSEMENT_AGREEMENT_MISSING
            .with_example(
                "[[pharmacy]]\nid = \"main\"\nreimbursement_agreement = false\n",
                "[[pharmacy]]\nid = \"main\"\nreimbursement_agreement = { signed = 2025-09-01, until = false }\n",
            )
            .with_fields(&["service", "pharmacy.reimbursement_agreement"]),
        check: agreed_with_kela,
    },
];
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
    Outcome::missing(FieldPath::table("party").field("kind"))
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
        let at = FieldPath::named("pharmacy", &pharmacy.id);
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
