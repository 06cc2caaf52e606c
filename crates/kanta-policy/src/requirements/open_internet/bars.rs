//! Clause 5.1: what never goes over the open internet, imaging and a pharmacy's primary connection.

use kanta_address_index::{PartyKind, Service};
use kanta_conformance::{
    Bound, Citation, Date, InForce, Outcome, Requirement, Row, Text, Value, Version, text,
};

use super::TAKE_PRIVATE;
use super::link::{LinkView, carried, network, over, party_kind, role};
use crate::plan::{LinkRole, Network};
use crate::requirements::known::Open;
use crate::requirements::{OfLink, clause};

/// The bar on imaging is mentioned since edition 3.6; whether it held before is not told.
pub(super) const IMAGING_BAR: InForce = InForce::seen(Date::constant(2019, 11, 8));

/// The bar on a pharmacy's primary connection did not hold on 10.5.2019, and stands in the present body.
pub(super) const PHARMACY_BAR: InForce = InForce {
    from: Bound::Between {
        not_yet: Some(Date::constant(2019, 5, 10)),
        seen: Date::constant(2025, 9, 1),
    },
    until: Bound::Open,
};

pub(super) const IMAGING: Row<OfLink> = Row {
    requirement: &Requirement::must("connection-models/imaging-over-open-internet")
        .with_citations(&[
            Citation::guide_until("4.2", Version::new(3, 6), Version::new(3, 12)),
            Citation::guide("5.1", Version::new(3, 13)),
        ])
        .with_statement(text! {
            en: "the Imaging Data Repository is never used over an open internet connection",
            fi: "Kuva-aineistojen tietovarantoa ei käytetä avoimen internetyhteyden kautta",
            sv: "Datalagret för bildmaterial används aldrig via en öppen internetförbindelse",
        })
        .with_fault(text! {
            en: "imaging traffic goes over the open internet",
            fi: "kuva-aineistojen liikenne kulkee avoimen internetin kautta",
            sv: "bildmaterialets trafik går över det öppna internet",
        })
        .with_remedy(TAKE_PRIVATE)
        .with_purpose(text! {
            en: "imaging moves large amounts of data, and on the open internet nobody guarantees capacity the whole way",
            fi: "kuva-aineistoissa siirtyy paljon tietoa, eikä avoimessa internetissä kukaan takaa kapasiteettia koko matkalle",
            sv: "bildmaterial flyttar stora datamängder, och på det öppna internet garanterar ingen kapaciteten hela vägen",
        })
        .with_example(
            r#"[[use]]
service = "imaging"
access_point = "ap1"

[[link]]
id = "mpls-a"
network = "open-internet""#,
            r#"[[use]]
service = "imaging"
access_point = "ap1"

[[link]]
id = "mpls-a"
network = "private""#,
        )
        .with_in_force(IMAGING_BAR)
        .with_fields(&["network", "use.service"]),
    check: imaging,
};

pub(super) const PHARMACY_PRIMARY: Row<OfLink> = Row {
    requirement: &Requirement::must("connection-models/pharmacy-prescription-primary-over-open-internet")
        .with_citations(&[clause("5.1")])
        .with_statement(text! {
            en: "the primary connection of a pharmacy's Prescription Service is never an open internet connection",
            fi: "apteekin Resepti-palvelun ensisijainen yhteys ei ole avoin internetyhteys",
            sv: "den primära förbindelsen för apotekens Recepttjänst är aldrig en öppen internetförbindelse",
        })
        .with_fault(text! {
            en: "the pharmacy's primary connection goes over the open internet",
            fi: "apteekin ensisijainen yhteys kulkee avoimen internetin kautta",
            sv: "apotekets primära förbindelse går över det öppna internet",
        })
        .with_remedy(TAKE_PRIVATE)
        .with_reading(text! {
            en: "on 10.5.2019 Kanta still allowed it; since when it is barred is not told",
            fi: "10.5.2019 Kanta vielä salli sen; kiellon alkua ei kerrota",
            sv: "den 10.5.2019 tillät Kanta det ännu; när förbudet började sägs inte",
        })
        .with_purpose(text! {
            en: "dispensing depends on the Prescription Service: trouble on the open internet must not stop it",
            fi: "lääkkeiden toimittaminen on Resepti-palvelun varassa: avoimen internetin häiriö ei saa pysäyttää sitä",
            sv: "expedieringen av läkemedel beror på Recepttjänsten: en störning på det öppna internet får inte stoppa den",
        })
        .with_example(
            r#"[party]
kind = "pharmacist"

[[use]]
service = "prescription"
access_point = "ap1"

[[link]]
id = "mpls-a"
role = "primary"
network = "open-internet""#,
            r#"[party]
kind = "pharmacist"

[[use]]
service = "prescription"
access_point = "ap1"

[[link]]
id = "mpls-a"
role = "primary"
network = "private""#,
        )
        .with_in_force(PHARMACY_BAR)
        .with_fields(&["network", "role", "use.service", "party.kind"]),
    check: pharmacy_primary,
};

pub(super) const HOSPITAL_PHARMACIES: Text = text! {
    en: "whether the pharmacies of this rule include hospital pharmacies and medicine centres, the guide does not say",
    fi: "ohje ei sano, kuuluvatko säännön apteekkeihin sairaala-apteekit ja lääkekeskukset",
    sv: "anvisningen säger inte om regelns apotek omfattar sjukhusapotek och läkemedelscentraler",
};

fn imaging(about: LinkView<'_>) -> Outcome {
    if !carried(about.plan, about.item)
        .iter()
        .any(|u| u.service == Service::Imaging)
    {
        return Outcome::NotApplicable;
    }
    let mut open = Open::default();
    let network = network(&about, &mut open);
    open.decide(|choice| {
        Some(over(network.under(choice)?, || {
            found_open(Network::Private.name())
        }))
    })
}

fn found_open(required: Text) -> Outcome {
    Outcome::violated(
        Value::Term(Network::OpenInternet.name()),
        Value::Term(required),
    )
}

/// Whether the link carries the Prescription Service of a pharmacy: of a pharmacist, or of one that is perhaps meant.
fn pharmacy_prescription(about: &LinkView<'_>, kind: PartyKind) -> Option<bool> {
    let uses_it = carried(about.plan, about.item)
        .iter()
        .any(|u| u.service == Service::Prescription);
    match kind {
        PartyKind::Pharmacist if uses_it => Some(true),
        PartyKind::HospitalPharmacy | PartyKind::MedicineCentre if uses_it => None,
        _ => Some(false),
    }
}

fn pharmacy_primary(about: LinkView<'_>) -> Outcome {
    let mut open = Open::default();
    let (kind, role) = (party_kind(&about, &mut open), role(&about, &mut open));
    let network = network(&about, &mut open);
    open.decide(|choice| {
        let meant = pharmacy_prescription(&about, kind.under(choice)?);
        if meant == Some(false) || role.under(choice)? == LinkRole::Backup {
            return Some(Outcome::NotApplicable);
        }
        Some(over(network.under(choice)?, || match meant {
            Some(_) => found_open(Network::Private.name()),
            None => Outcome::ambiguous(HOSPITAL_PHARMACIES),
        }))
    })
}
