//! Clause 5.5: the figures for a small and for a large pharmacy.

use kanta_conformance::{FieldPath, Outcome, Row, text};

use super::speed::{figure, origins, reaches_figure};
use crate::plan::{AccessPoint, Link, LinkRole, Pharmacy, PharmacySize, Who};
use crate::requirements::facts::worst;
use crate::requirements::{About, OfLink};

pub(super) const SMALL: Row<OfLink> = Row {
    requirement: &figure("connection-models/link-too-slow-for-small-pharmacy")
        .with_statement(text! {
            en: "a small pharmacy has at least 10 Mbit/s",
            fi: "pienellä apteekilla on vähintään 10 Mbit/s",
            sv: "ett litet apotek har minst 10 Mbit/s",
        })
        .with_fault(text! {
            en: "the link is too slow for a small pharmacy",
            fi: "yhteys on liian hidas pienelle apteekille",
            sv: "teleförbindelsen är för långsam för ett litet apotek",
        })
        .with_purpose(text! {
            en: "so that dispensing does not wait for the link",
            fi: "jotta lääkkeiden toimittaminen ei odota yhteyttä",
            sv: "för att expedieringen inte ska vänta på teleförbindelsen",
        })
        .with_example(
            r#"[[pharmacy]]
id = "main"
size = "small"

[[access_point]]
id = "ap1"
administrator = "main"

[[link]]
id = "mpls-a"
role = "primary"
down_mbit = 8
up_mbit = 8"#,
            r#"[[pharmacy]]
id = "main"
size = "small"

[[access_point]]
id = "ap1"
administrator = "main"

[[link]]
id = "mpls-a"
role = "primary"
down_mbit = 10
up_mbit = 10"#,
        )
        .with_fields(&["down_mbit", "up_mbit", "role", "pharmacy.size"]),
    check: |about| of_pharmacy(&about, PharmacySize::Small),
};

pub(super) const LARGE: Row<OfLink> = Row {
    requirement: &figure("connection-models/link-too-slow-for-large-pharmacy")
        .with_statement(text! {
            en: "a large pharmacy has at least 30 Mbit/s",
            fi: "suurella apteekilla on vähintään 30 Mbit/s",
            sv: "ett stort apotek har minst 30 Mbit/s",
        })
        .with_fault(text! {
            en: "the link is too slow for a large pharmacy",
            fi: "yhteys on liian hidas suurelle apteekille",
            sv: "teleförbindelsen är för långsam för ett stort apotek",
        })
        .with_purpose(text! {
            en: "so that dispensing does not wait for the link, however many customers there are at once",
            fi: "jotta lääkkeiden toimittaminen ei odota yhteyttä, vaikka asiakkaita on monta yhtä aikaa",
            sv: "för att expedieringen inte ska vänta på teleförbindelsen, hur många kunder det än är samtidigt",
        })
        .with_example(
            r#"[[pharmacy]]
id = "main"
size = "large"

[[access_point]]
id = "ap1"
administrator = "main"

[[link]]
id = "mpls-a"
role = "primary"
down_mbit = 20
up_mbit = 20"#,
            r#"[[pharmacy]]
id = "main"
size = "large"

[[access_point]]
id = "ap1"
administrator = "main"

[[link]]
id = "mpls-a"
role = "primary"
down_mbit = 30
up_mbit = 30"#,
        )
        .with_fields(&["down_mbit", "up_mbit", "role", "pharmacy.size"]),
    check: |about| of_pharmacy(&about, PharmacySize::Large),
};

const FIGURE_OF_SMALL: u64 = 10;
const FIGURE_OF_LARGE: u64 = 30;

fn of_pharmacy(about: &About<'_, &Link>, size: PharmacySize) -> Outcome {
    worst(
        origins(about)
            .into_iter()
            .map(|point| behind(about, point, size)),
    )
}

/// The figure for the pharmacies of one access point.
fn behind(about: &About<'_, &Link>, point: &AccessPoint, size: PharmacySize) -> Outcome {
    let plan = about.plan;
    let pharmacies: Vec<&Pharmacy> = match plan.administrator(point) {
        // Whose link it is decides; any pharmacy of the plan may turn out to administer the point.
        None => {
            let may_be_meant = plan
                .pharmacies
                .iter()
                .any(|pharmacy| pharmacy.size.is_none_or(|its| its == size));
            if !may_be_meant || about.item.role == Some(LinkRole::Backup) {
                return Outcome::NotApplicable;
            }
            let at = FieldPath::named("access_point", &point.id);
            return Outcome::missing(at.field("administrator"));
        }
        Some(Who::Pharmacy(pharmacy)) => vec![pharmacy],
        Some(Who::Party(_)) => {
            let users = plan
                .uses_through(&point.id)
                .filter_map(|u| plan.who(&u.user));
            let pharmacies = users.filter_map(|who| match who {
                Who::Pharmacy(pharmacy) => Some(pharmacy),
                _ => None,
            });
            pharmacies.collect()
        }
        Some(_) => Vec::new(),
    };
    worst(pharmacies.into_iter().map(|pharmacy| {
        let figure = match size {
            PharmacySize::Small => FIGURE_OF_SMALL,
            PharmacySize::Large => FIGURE_OF_LARGE,
        };
        match pharmacy.size {
            Some(its) if its == size => reaches_figure(about, figure),
            Some(_) => Outcome::NotApplicable,
            None => of_either(about, pharmacy),
        }
    }))
}

/// The two figures are one group: where the size is not said, and both come to the same, that is it.
fn of_either(about: &About<'_, &Link>, pharmacy: &Pharmacy) -> Outcome {
    let small = reaches_figure(about, FIGURE_OF_SMALL);
    let large = reaches_figure(about, FIGURE_OF_LARGE);
    if small.kind() == large.kind() {
        return small;
    }
    Outcome::missing(FieldPath::named("pharmacy", &pharmacy.id).field("size"))
}
