//! From the failures of a plan to their view.

use kanta_conformance::{Date, Mbit, Text, Value, text};
use kanta_policy::ConnectionPlan;
use kanta_policy::plan::Claim;
use kanta_policy::resilience::{self, Failure, Resilience};
use serde_json::Number;

use crate::view::whereabouts::location;
use crate::view::{Capacity, Effect, FORMAT, Failing, FailuresReport, Served, What, Words};

impl FailuresReport {
    /// What each failure of a plan does; `name` is what its file is called.
    #[must_use]
    pub fn new(name: &str, plan: &ConnectionPlan, found: &Resilience, on: Date) -> Self {
        let effects =
            |all: &[resilience::Effect]| all.iter().map(|its| Effect::of(plan, its)).collect();
        Self {
            format: FORMAT,
            plan: name.to_owned(),
            on: on.into(),
            verdict: found.verdict().into(),
            standing: Effect::of(plan, &found.standing),
            singles: effects(&found.singles),
            pairs: effects(&found.pairs),
            too_many_for_pairs: found.too_many_for_pairs,
        }
    }
}

impl Effect {
    fn of(plan: &ConnectionPlan, its: &resilience::Effect) -> Self {
        let served = |all: &[resilience::Served]| all.iter().map(Served::from).collect();
        Self {
            failures: its
                .failures
                .iter()
                .map(|its| Failing::of(plan, its))
                .collect(),
            cut_off: served(&its.cut_off),
            not_known: served(&its.not_known),
            missing: its.missing.iter().map(ToString::to_string).collect(),
            missing_names: its.missing.iter().map(location).collect(),
            capacity: its.capacity.iter().map(Capacity::from).collect(),
            on_paper_only: its.on_paper_only,
        }
    }
}

impl From<&resilience::Served> for Served {
    fn from(its: &resilience::Served) -> Self {
        Self {
            service: its.service.code().to_owned(),
            service_name: its.service.name().into(),
            user: its.user.clone(),
        }
    }
}

impl From<&resilience::Capacity> for Capacity {
    fn from(its: &resilience::Capacity) -> Self {
        Self {
            access_point: its.access_point.clone(),
            left_mbit: number(its.left),
            figure_mbit: number(its.figure),
        }
    }
}

/// A speed as a number, without decimals where it has none.
fn number(speed: Option<Mbit>) -> Option<Number> {
    speed?.to_string().parse().ok()
}

impl Failing {
    fn of(plan: &ConnectionPlan, failure: &Failure) -> Self {
        let (kind, what) = match failure {
            Failure::Link(id) => ("link", What::Named(id.clone())),
            Failure::Operator(name) => {
                ("operator", name.clone().map_or(What::NotNamed, What::Named))
            }
            Failure::Route(links) => ("route", What::Links(links.clone())),
            Failure::Server(point, number) => ("server", What::Server(point.clone(), *number)),
            Failure::Certificate(Ok(file)) => {
                let last_day = end_of(plan, file).map(Into::into);
                let file = file.clone();
                ("certificate", What::File { file, last_day })
            }
            Failure::Certificate(Err(point)) => {
                let access_point = point.clone();
                ("certificate", What::OfPoint { access_point })
            }
            Failure::ConsolidationPoint(id) => ("consolidation-point", What::Named(id.clone())),
            Failure::Hall(hall) => ("hall", What::Named(hall.code().to_owned())),
            _ => ("other", What::NotNamed),
        };
        Self {
            kind: kind.to_owned(),
            what,
            name: name(plan, failure),
            key: crate::picture::key_of(failure).unwrap_or_default(),
        }
    }
}

/// What fails, in words.
fn name(plan: &ConnectionPlan, failure: &Failure) -> Words {
    let named = |text: Text, id: &str| {
        let id = Value::words(id);
        Words::said(|language| format!("{} {}", text.get(language), id.display(language)))
    };
    match failure {
        Failure::Link(id) => named(
            text! { en: "link", fi: "yhteys", sv: "teleförbindelse" },
            id,
        ),
        Failure::Operator(Some(name)) => named(
            text! { en: "operator", fi: "operaattori", sv: "operatör" },
            name,
        ),
        Failure::Operator(None) => text! {
            en: "an operator of links whose operator is not known",
            fi: "operaattori, jota yhteyksille ei ole kerrottu",
            sv: "en operatör för teleförbindelser vars operatör inte är känd",
        }
        .into(),
        Failure::Route(links) => {
            let links = Value::List(links.iter().map(|id| Value::words(id)).collect());
            let route = text! {
                en: "the route shared, until somebody confirms otherwise, by",
                fi: "reitti, joka on yhteinen kunnes toisin vahvistetaan:",
                sv: "rutten som delas, tills annat bekräftas, av",
            };
            Words::said(|language| format!("{} {}", route.get(language), links.display(language)))
        }
        Failure::Server(point, number) => {
            let point = named(
                text! { en: "access point", fi: "liityntäpiste", sv: "anslutningspunkt" },
                point,
            );
            let server = text! { en: "server", fi: "palvelin", sv: "server" };
            Words::said(|language| {
                format!("{} {number}, {}", server.get(language), point.get(language))
            })
        }
        Failure::Certificate(Ok(file)) => {
            let title = text! {
                en: "end of the certificate",
                fi: "varmenteen päättyminen:",
                sv: "slutet för certifikatet",
            };
            let file_name = named(title, file);
            let last_day = end_of(plan, file);
            Words::said(|language| {
                let ends = last_day.map(|day| format!(" ({})", day.display(language)));
                format!("{}{}", file_name.get(language), ends.unwrap_or_default())
            })
        }
        Failure::Certificate(Err(point)) => named(
            text! {
                en: "end of the certificate, which is not named, of access point",
                fi: "nimeämättömän varmenteen päättyminen, liityntäpiste",
                sv: "slutet för det onämnda certifikatet, anslutningspunkt",
            },
            point,
        ),
        Failure::ConsolidationPoint(id) => named(
            text! { en: "consolidation point", fi: "kokoamispiste", sv: "samlingspunkt" },
            id,
        ),
        Failure::Hall(hall) => hall.name().into(),
        _ => Words::default(),
    }
}

/// The last day of a certificate of the plan.
fn end_of(plan: &ConnectionPlan, file: &str) -> Option<Date> {
    let points = plan.access_points.iter();
    let own = points.clone().filter_map(|point| match &point.certificate {
        Some(Claim::Stated(certificate)) => Some(certificate),
        _ => None,
    });
    let servers = points.flat_map(|point| point.servers.iter().flatten());
    let servers = servers.filter_map(|server| server.certificate.as_ref());
    let found = own.chain(servers).find(|its| its.file == file)?;
    Some(found.certificate.validity().not_after.finnish_day())
}
