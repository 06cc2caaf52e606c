//! Clause 5.5: the figures for a small and for a large pharmacy.

use kanta_conformance::{Example, Outcome, Path, Requirement, Row, Text};

use super::speed::{FIGURE, fast_enough};
use crate::plan::{Link, PharmacySize, Role, Who};
use crate::requirements::{About, OfLink};

pub(super) const SMALL: Row<OfLink> = Row {
    requirement: &Requirement {
        id: "connection-models/link-too-slow-for-small-pharmacy",
        statement: Text::new(
            "a small pharmacy has at least 10 Mbit/s",
            "pienellä apteekilla on vähintään 10 Mbit/s",
            "ett litet apotek har minst 10 Mbit/s",
        ),
        fault: Text::new(
            "the link is too slow for a small pharmacy",
            "yhteys on liian hidas pienelle apteekille",
            "förbindelsen är för långsam för ett litet apotek",
        ),
        purpose: Some(Text::new(
            "so that dispensing does not wait for the link",
            "jotta lääkkeiden toimittaminen ei odota yhteyttä",
            "för att expedieringen inte ska vänta på förbindelsen",
        )),
        example: Some(Example {
            before: r#"[[pharmacy]]
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
            after: r#"[[pharmacy]]
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
        }),
        fields: &["down_mbit", "up_mbit", "role", "pharmacy.size"],
        ..FIGURE
    },
    check: |about| of_pharmacy(&about, PharmacySize::Small, 10),
};

pub(super) const LARGE: Row<OfLink> = Row {
    requirement: &Requirement {
        id: "connection-models/link-too-slow-for-large-pharmacy",
        statement: Text::new(
            "a large pharmacy has at least 30 Mbit/s",
            "suurella apteekilla on vähintään 30 Mbit/s",
            "ett stort apotek har minst 30 Mbit/s",
        ),
        fault: Text::new(
            "the link is too slow for a large pharmacy",
            "yhteys on liian hidas suurelle apteekille",
            "förbindelsen är för långsam för ett stort apotek",
        ),
        purpose: Some(Text::new(
            "so that dispensing does not wait for the link, however many customers there are at once",
            "jotta lääkkeiden toimittaminen ei odota yhteyttä, vaikka asiakkaita on monta yhtä aikaa",
            "för att expedieringen inte ska vänta på förbindelsen, hur många kunder det än är samtidigt",
        )),
        example: Some(Example {
            before: r#"[[pharmacy]]
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
            after: r#"[[pharmacy]]
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
        }),
        fields: &["down_mbit", "up_mbit", "role", "pharmacy.size"],
        ..FIGURE
    },
    check: |about| of_pharmacy(&about, PharmacySize::Large, 30),
};

fn of_pharmacy(about: &About<'_, &Link>, size: PharmacySize, figure: u64) -> Outcome {
    let Some(point) = about.plan.access_point(&about.item.from) else {
        return Outcome::NotApplicable;
    };
    let administrator = about.plan.administrator(point);
    if administrator.is_none() {
        // Whose link it is decides; any pharmacy of the plan may turn out to administer the point.
        let may_be_meant = about
            .plan
            .pharmacies
            .iter()
            .any(|pharmacy| pharmacy.size.is_none_or(|its| its == size));
        return if may_be_meant && about.item.role != Some(Role::Backup) {
            Outcome::missing(Path::new(
                &format!("access_point.{}", point.id),
                "administrator",
            ))
        } else {
            Outcome::NotApplicable
        };
    }
    let pharmacies: Vec<_> = match administrator {
        Some(Who::Pharmacy(pharmacy)) => vec![pharmacy],
        Some(Who::Party(_)) => {
            let users = about
                .plan
                .uses_through(&point.id)
                .filter_map(|u| about.plan.who(&u.user));
            users
                .filter_map(|who| {
                    if let Who::Pharmacy(pharmacy) = who {
                        Some(pharmacy)
                    } else {
                        None
                    }
                })
                .collect()
        }
        _ => Vec::new(),
    };
    let mut open: Vec<Path> = Vec::new();
    for pharmacy in pharmacies {
        match pharmacy.size {
            Some(its) if its == size => return fast_enough(about, figure),
            Some(_) => {}
            None => open.push(Path::new(&format!("pharmacy.{}", pharmacy.id), "size")),
        }
    }
    match (open.into_iter().next(), about.item.role) {
        (None, _) | (_, Some(Role::Backup)) => Outcome::NotApplicable,
        (Some(field), _) => Outcome::missing(field),
    }
}
