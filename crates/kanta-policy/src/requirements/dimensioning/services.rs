//! Clause 5.5: the figures by what a link carries, archived documents and imaging.

use kanta_address_index::Service;
use kanta_conformance::{FieldPath, Outcome, Row, Text, text};

use super::speed::{figure, is_own_access, origins, reaches_figure};
use crate::plan::{Link, LinkRole, Who};
use crate::requirements::{About, OfLink};

const TOO_SLOW: Text = text! {
    en: "the link is slower than the guide's figure",
    fi: "yhteys on hitaampi kuin ohjeen luku",
    sv: "teleförbindelsen är långsammare än anvisningens siffra",
};

pub(super) const UNDER_10000_DOCUMENTS: Row<OfLink> = Row {
    requirement: &figure("connection-models/link-too-slow-under-10000-documents")
        .with_statement(text! {
            en: "a joining party that archives fewer than 10 000 documents a day has at least 30 Mbit/s",
            fi: "alle 10 000 asiakirjaa päivässä arkistoivalla liittyjällä on vähintään 30 Mbit/s",
            sv: "en anslutande aktör som arkiverar färre än 10 000 handlingar om dagen har minst 30 Mbit/s",
        })
        .with_fault(TOO_SLOW)
        .with_purpose(text! {
            en: "so that archiving and looking up documents do not wait for the link",
            fi: "jotta asiakirjojen arkistointi ja haku eivät odota yhteyttä",
            sv: "för att arkivering och sökning av handlingar inte ska vänta på teleförbindelsen",
        })
        .with_example(
            r#"[[link]]
id = "mpls-a"
role = "primary"
down_mbit = 20
up_mbit = 20

[volume]
documents_per_day = 4000"#,
            r#"[[link]]
id = "mpls-a"
role = "primary"
down_mbit = 30
up_mbit = 30

[volume]
documents_per_day = 4000"#,
        )
        .with_fields(&["down_mbit", "up_mbit", "role", "volume.documents_per_day"]),
    check: |about| of_documents(&about, |documents| documents < 10_000, 30),
};

pub(super) const OVER_100000_DOCUMENTS: Row<OfLink> = Row {
    requirement: &figure("connection-models/link-too-slow-over-100000-documents")
        .with_statement(text! {
            en: "a joining party that archives more than 100 000 documents a day has at least 500 Mbit/s",
            fi: "yli 100 000 asiakirjaa päivässä arkistoivalla liittyjällä on vähintään 500 Mbit/s",
            sv: "en anslutande aktör som arkiverar fler än 100 000 handlingar om dagen har minst 500 Mbit/s",
        })
        .with_fault(TOO_SLOW)
        .with_purpose(text! {
            en: "so that archiving and looking up documents do not wait for the link, at the busiest hour either",
            fi: "jotta asiakirjojen arkistointi ja haku eivät odota yhteyttä ruuhkatunteinakaan",
            sv: "för att arkivering och sökning av handlingar inte ska vänta på teleförbindelsen, inte heller under rusningstid",
        })
        .with_example(
            r#"[[link]]
id = "mpls-a"
role = "primary"
down_mbit = 300
up_mbit = 300

[volume]
documents_per_day = 120000"#,
            r#"[[link]]
id = "mpls-a"
role = "primary"
down_mbit = 500
up_mbit = 500

[volume]
documents_per_day = 120000"#,
        )
        .with_fields(&["down_mbit", "up_mbit", "role", "volume.documents_per_day"]),
    check: |about| of_documents(&about, |documents| documents > 100_000, 500),
};

pub(super) const IMAGING: Row<OfLink> = Row {
    requirement: &figure("connection-models/link-too-slow-for-imaging")
        .with_statement(text! {
            en: "a joining party that uses the Imaging Data Repository has at least 300 Mbit/s",
            fi: "Kuva-aineistojen tietovarantoa käyttävällä liittyjällä on vähintään 300 Mbit/s",
            sv: "en anslutande aktör som använder Datalagret för bildmaterial har minst 300 Mbit/s",
        })
        .with_fault(text! {
            en: "the link is too slow for the Imaging Data Repository",
            fi: "yhteys on liian hidas Kuva-aineistojen tietovarannolle",
            sv: "teleförbindelsen är för långsam för Datalagret för bildmaterial",
        })
        .with_purpose(text! {
            en: "images are large: on a slow link they keep their reader, and everything else, waiting",
            fi: "kuvat ovat suuria: hitaalla yhteydellä ne odotuttavat katsojaansa ja kaikkea muuta",
            sv: "bilder är stora: på en långsam teleförbindelse får betraktaren och allt annat vänta",
        })
        .with_example(
            r#"[[use]]
service = "imaging"
access_point = "ap1"

[[link]]
id = "mpls-a"
role = "primary"
down_mbit = 100
up_mbit = 100"#,
            r#"[[use]]
service = "imaging"
access_point = "ap1"

[[link]]
id = "mpls-a"
role = "primary"
down_mbit = 300
up_mbit = 300"#,
        )
        .with_fields(&["down_mbit", "up_mbit", "role", "use.service"]),
    check: |about| {
        if !carries(&about, Service::Imaging) {
            return Outcome::NotApplicable;
        }
        reaches_figure(&about, 300)
    },
};

/// Whether a link carries a service of an access point that the party administers.
fn carries(about: &About<'_, &Link>, service: Service) -> bool {
    is_own_access(about)
        && origins(about).iter().any(|point| {
            let administrator = about.plan.administrator(point);
            administrator.is_none_or(Who::is_own)
                && about
                    .plan
                    .uses_through(&point.id)
                    .any(|u| u.service == service)
        })
}

/// The figures by documents are one group: where the number is not said, and every number leads to the same, that is it.
fn of_documents(about: &About<'_, &Link>, range: fn(u64) -> bool, figure: u64) -> Outcome {
    let archives = [
        Service::PatientData,
        Service::SocialWelfare,
        Service::Imaging,
    ]
    .into_iter()
    .any(|service| carries(about, service));
    if !archives || about.item.role == Some(LinkRole::Backup) {
        return Outcome::NotApplicable;
    }
    match about.plan.volume.documents_per_day {
        None => match reaches_figure(about, LARGEST_FIGURE) {
            // What reaches the largest figure breaks none.
            Outcome::Satisfied => Outcome::Satisfied,
            _ => Outcome::missing(FieldPath::table("volume").field("documents_per_day")),
        },
        Some(documents) if range(documents) => reaches_figure(about, figure),
        Some(_) => Outcome::NotApplicable,
    }
}

/// The largest of the figures by documents.
const LARGEST_FIGURE: u64 = 500;
