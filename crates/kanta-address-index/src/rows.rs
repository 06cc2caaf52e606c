//! What the guide says about rights, tenants and requests: one row a rule, in the order of its
//! chapters. Deciding and explaining both read these rows, and nothing else.

mod access_points;
mod actors;
mod models;
mod pharmacies;
mod renewals;
mod requests;
mod tenants;

use kanta_conformance::{
    Certainty, Citation, Date, Evidence, Force, InForce, JudgedOn, Level, Outcome, Requirement,
    Row, Subject, Text, Version, Why,
};

use crate::Service;
use crate::case::{OfRequest, OfRight, OfTenant, RightCase};
use crate::day::Day;
use crate::mender::Mender;
use crate::store::Changes;

/// A row, with who can mend what it finds and the days on which its answer may change.
///
/// Whether the row speaks about its subject at all does not depend on the day.
pub(crate) struct Link<S: Subject> {
    pub(crate) row: Row<S>,
    pub(crate) mender: Mender,
    /// The services to which it may refuse a right; none if it does so whatever the service.
    pub(crate) refuses: Option<fn(Service) -> bool>,
    /// The days, inside a window, on which the check's answer may change; none if it never does.
    pub(crate) changes: Option<ChangesOf<S>>,
}

pub(crate) type ChangesOf<S> = for<'a> fn(<S as Subject>::View<'a>, (Day, Day), &mut Changes);

/// What must hold of a right on a day.
pub(crate) static OF_RIGHTS: [&[Link<OfRight>]; 5] = [
    &actors::ROWS,
    &access_points::ROWS,
    &models::ROWS,
    &renewals::ROWS,
    &pharmacies::ROWS,
];

/// What must hold of a tenant on a day.
pub(crate) static OF_TENANTS: &[Link<OfTenant>] = &tenants::ROWS;

/// What must hold of every request: the index is valid, and it has the right.
pub(crate) static OF_REQUESTS: &[Link<OfRequest>] = &requests::STANDING;

/// What must hold of what a request carries beside: tenant and service unit.
pub(crate) static OF_CARRIED: &[Link<OfRequest>] = &requests::CARRIED;

pub(crate) fn of_rights() -> impl Iterator<Item = &'static Link<OfRight>> {
    OF_RIGHTS.iter().copied().flatten()
}

impl<S: Subject> Link<S> {
    /// What the row says on a day.
    ///
    /// Where it is not known whether the row was in force, a check that passes passes either way;
    /// one that does not is [`Why::DateUnknown`].
    pub(crate) fn look(&self, view: S::View<'_>, day: Date) -> Outcome {
        match self.row.requirement.in_force.on(day) {
            Force::No => Outcome::NotInForce,
            Force::Yes => (self.row.check)(view),
            Force::Unknown => match (self.row.check)(view) {
                outcome if passes(&outcome) => outcome,
                _ => Outcome::Undetermined(Why::DateUnknown),
            },
        }
    }
}

/// Whether an outcome leaves a right standing: the guide's silence and ambiguity do, nothing else
/// that is not known does.
pub(crate) fn passes(outcome: &Outcome) -> bool {
    match outcome {
        Outcome::NotInForce | Outcome::NotApplicable | Outcome::Satisfied => true,
        Outcome::Violated { .. } => false,
        Outcome::Undetermined(why) => why.takes_a_ruling(),
    }
}

const V3_17: Version = Version::new(3, 17);

const fn guide(clause: &'static str) -> Citation {
    Citation::guide(clause, V3_17)
}

/// A binding requirement of the guide's text as it has stood since 3.17 at least.
const MUST: Requirement = Requirement {
    id: "",
    citations: &[],
    statement: Text::new("", "", ""),
    fault: Text::new("", "", ""),
    remedy: Text::new("", "", ""),
    reading: None,
    purpose: None,
    example: None,
    level: Level::Must,
    certainty: Certainty::Documented,
    evidence: Evidence::Stated,
    in_force: InForce::SINCE_3_17_AT_LEAST,
    judged_on: JudgedOn::DayAsked,
    fields: &[],
};

const fn t(en: &'static str, fi: &'static str, sv: &'static str) -> Text {
    Text::new(en, fi, sv)
}

/// The path of a right: `right.clinic.ap1.prescription`.
pub(crate) fn right_path(case: RightCase<'_>) -> String {
    format!(
        "right.{}.{}.{}",
        case.actor().map_or("", |actor| actor.id()),
        case.store
            .point(case.point)
            .map_or("", |point| point.id.as_str()),
        case.service
    )
}

pub(crate) use requests::tenant;

/// Whether every row lets a tenant stand.
pub(crate) fn tenant_in_order(case: crate::case::TenantCase<'_>) -> bool {
    OF_TENANTS
        .iter()
        .all(|link| passes(&link.look(case, case.day)))
}

/// The row that a request without a right breaks.
pub(crate) static NO_RIGHT: &Link<OfRequest> = &requests::STANDING[3];

#[cfg(test)]
#[expect(clippy::arithmetic_side_effects, reason = "a test counts to a hundred")]
mod tests {
    use super::*;
    use crate::build::{self, Origins};
    use crate::store::{ActorId, Store, Terms};
    use crate::{
        AccessPoint, Agreement, Basis, BasisKind, DataSet, Header, Party, PartyKind, Pharmacy,
        Register, RegisterEntry, Right, Sector, Tenant, Validity,
    };
    use kanta_oid::OwnerOid;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    /// Parties of every kind, sector and register, pharmacies and a tenant; each administers an
    /// access point, and every second has an agreement with every other and with Kela.
    fn everybody() -> Store {
        let since = Validity::since(day("2024-01-15"));
        let mut data = DataSet::new(Header {
            version: "all".into(),
            issued: day("2025-11-01"),
            expires: day("2026-11-01"),
        });
        let mut number = 0;
        for &kind in PartyKind::ALL {
            for sector in [None, Some(Sector::Public), Some(Sector::Private)] {
                let registers = Register::ALL.iter().copied().map(Some);
                for register in registers.chain([None]) {
                    number += 1;
                    let oid = match kind {
                        PartyKind::Pharmacist => None,
                        PartyKind::Intermediary => Some(OwnerOid::intermediary(number)),
                        _ if register == Some(Register::Valvira) => Some(OwnerOid::valvira(number)),
                        _ => Some(OwnerOid::sote(number, 0)),
                    };
                    data.parties.push(Party {
                        id: format!("party-{number}"),
                        oid,
                        name: None,
                        kind,
                        sector,
                        register,
                        register_entry: [None, Some(RegisterEntry::Entered(since))]
                            [usize::from(number % 2 == 0)],
                    });
                }
            }
        }
        let pharmacist = data.parties.iter().find(|p| p.oid.is_none()).unwrap();
        for branch in [false, true] {
            let code = 1 + u64::from(branch);
            data.pharmacies.push(Pharmacy {
                id: format!("pharmacy-{code}"),
                oid: OwnerOid::pharmacy(code),
                name: None,
                pharmacist: pharmacist.id.clone(),
                branch,
                held: Validity::since(day("2025-06-01")),
            });
        }
        data.tenants.push(Tenant {
            id: "tenant".into(),
            oid: OwnerOid::sote(9_999, 0),
            name: None,
            host: data.parties[0].id.clone(),
            sector: None,
            register: None,
        });
        let owners = data.parties.iter().map(|party| (&party.id, party.oid));
        let pharmacies = data.pharmacies.iter();
        let owners = owners.chain(pharmacies.map(|p| (&p.id, Some(p.oid))));
        let owners: Vec<(String, OwnerOid)> = owners
            .filter_map(|(id, oid)| Some((id.clone(), oid?)))
            .collect();
        for (id, oid) in &owners {
            data.access_points.push(AccessPoint {
                id: id.clone(),
                oid: oid.access_point(1).unwrap(),
                administrator: id.clone(),
                addresses: vec![],
                certificates: vec![],
            });
        }
        let agreeing: Vec<&String> = owners.iter().step_by(2).map(|(id, _)| id).collect();
        for (at, one) in agreeing.iter().enumerate() {
            let others = agreeing.iter().skip(at + 1).map(|other| other.as_str());
            for other in others.chain([crate::KELA]) {
                data.agreements.push(Agreement {
                    between: [(*one).clone(), other.to_owned()],
                    validity: since,
                });
            }
        }
        for (_, oid) in owners.iter().step_by(3) {
            let point = oid.access_point(1).unwrap();
            data.rights
                .push(Right::new(*oid, point, Service::Prescription, since));
        }
        let (store, _) = build::build(data, &Origins::default()).unwrap();
        store
    }

    /// Everybody's right to each service, through some access points, on both sides of 3.17.
    fn each_case(store: &Store, mut look: impl FnMut(&[RightCase<'_>])) {
        let organisers = [None, Some(ActorId(0)), Some(ActorId(7))];
        let terms: Vec<Terms> = organisers
            .into_iter()
            .flat_map(|organiser| {
                BasisKind::ALL.iter().map(move |&kind| Terms {
                    organiser,
                    basis: Basis {
                        kind,
                        agreed: (organiser == Some(ActorId(7))).then(|| day("2021-12-16")),
                        reference: None,
                    },
                })
            })
            .collect();
        let actors = u32::try_from(store.subject_count()).unwrap();
        let points = u32::try_from(store.points.len()).unwrap();
        for subject in (0..actors).map(ActorId) {
            for point in (0..points).step_by(4) {
                for terms in &terms {
                    for on in [day("2025-08-31"), day("2025-09-01")] {
                        let cases = Service::ALL.iter().map(|&service| RightCase {
                            store,
                            subject,
                            point,
                            service,
                            terms,
                            validity: Validity::since(day("2025-01-01")),
                            day: on,
                        });
                        look(&cases.collect::<Vec<_>>());
                    }
                }
            }
        }
    }

    #[test]
    fn a_row_refuses_no_service_but_those_it_names() {
        let store = everybody();
        let (mut refused, mut let_stand) = (Vec::new(), Vec::new());
        each_case(&store, |cases| {
            for link in of_rights() {
                let id = link.row.requirement.id;
                let Some(refuses) = link.refuses else {
                    let answers = cases.iter().map(|&case| {
                        let answer = (link.row.check)(case);
                        (passes(&answer), answer == Outcome::NotApplicable)
                    });
                    let mut answers = answers.collect::<Vec<_>>();
                    answers.dedup();
                    assert_eq!(answers.len(), 1, "{id} looks at the service");
                    continue;
                };
                for &case in cases {
                    let passes = passes(&(link.row.check)(case));
                    assert!(passes || refuses(case.service), "{id} {}", case.service);
                    let told = if passes { &mut let_stand } else { &mut refused };
                    if !told.contains(&id) {
                        told.push(id);
                    }
                }
            }
        });
        // Each was seen to do both, but for the one that only asks a question.
        let named = of_rights().filter(|link| link.refuses.is_some());
        assert_eq!(let_stand.len(), named.count());
        assert_eq!(refused.len() + 1, let_stand.len(), "{refused:?}");
    }

    #[test]
    fn every_text_is_there_in_three_languages() {
        let rights = of_rights().map(|link| &link.row.requirement);
        let tenants = OF_TENANTS.iter().map(|link| &link.row.requirement);
        let requests = OF_REQUESTS.iter().chain(OF_CARRIED);
        let requests = requests.map(|link| &link.row.requirement);
        for row in rights.chain(tenants).chain(requests) {
            let texts = [row.statement, row.fault, row.remedy];
            for text in texts.into_iter().chain(row.reading).chain(row.purpose) {
                let (en, fi, sv) = (text.en, text.fi, text.sv);
                assert!(
                    !en.is_empty() && !fi.is_empty() && !sv.is_empty(),
                    "{}",
                    row.id
                );
                assert!(en != fi && fi != sv && en != sv, "{}: {en}", row.id);
            }
        }
    }
}
