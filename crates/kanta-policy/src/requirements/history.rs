//! What earlier editions said, as far as the change log tells it and a plan can carry it.

use super::{Chapter, OfPlan, Rows};
use kanta_conformance::{
    Bound, Citation, Date, Evidence, InForce, Outcome, Requirement, Row, Value, Version, text,
};

pub(super) static CHAPTER: Chapter = &[Rows::Plan(PLAN)];

static PLAN: &[Row<OfPlan>] = &[Row {
    requirement: &Requirement::should("connection-models/several-access-points")
        .with_citations(&[Citation::guide_until(
            "1.3",
            Version::new(2, 7),
            Version::new(2, 7),
        )])
        .with_statement(text! {
            en: "the recommended number of access points is one, even with reception services",
            fi: "liityntäpisteiden suositeltu määrä on yksi, myös vastaanottopalveluja käytettäessä",
            sv: "rekommenderat antal anslutningspunkter är ett, även med mottagningstjänster",
        })
        .with_fault(text! {
            en: "there are several access points",
            fi: "liityntäpisteitä on useita",
            sv: "det finns flera anslutningspunkter",
        })
        .with_remedy(text! {
            en: "use one access point, unless another is needed",
            fi: "käytä yhtä liityntäpistettä, ellei toista tarvita",
            sv: "använd en anslutningspunkt, om inte en annan behövs",
        })
        .with_reading(text! {
            en: "seen in edition 2.7 (3.6.2010); edition 3.18 recommends one address for an access point instead, and when that changed is not told",
            fi: "todettu versiossa 2.7 (3.6.2010); versio 3.18 suosittelee sen sijaan yhtä osoitetta liityntäpisteelle, eikä muutoksen ajankohtaa kerrota",
            sv: "sedd i version 2.7 (3.6.2010); version 3.18 rekommenderar i stället en adress per anslutningspunkt, och när det ändrades sägs inte",
        })
        .with_purpose(text! {
            en: "tells how a plan of that time was to be judged",
            fi: "kertoo, miten sen ajan suunnitelmaa arvioitiin",
            sv: "berättar hur en plan från den tiden bedömdes",
        })
        .with_example(
            "as_of = 2010-06-03\n[[access_point]]\nid = \"ap1\"\n[[access_point]]\nid = \"ap2\"\n",
            "as_of = 2010-06-03\n[[access_point]]\nid = \"ap1\"\n",
        )
        .with_evidence(Evidence::Computed)
        .with_in_force(InForce {
            from: Bound::Between {
                not_yet: None,
                seen: Date::constant(2010, 6, 3),
            },
            until: Bound::Between {
                not_yet: Some(Date::constant(2010, 6, 3)),
                seen: Date::constant(2025, 9, 1),
            },
        })
        .with_fields(&["access_point"]),
    check: |about| match about.plan.access_points.len() {
        0 => Outcome::NotApplicable,
        1 => Outcome::Satisfied,
        several => Outcome::violated(
            Value::Count(u64::try_from(several).unwrap_or(u64::MAX)),
            Value::Count(1),
        ),
    },
}];
