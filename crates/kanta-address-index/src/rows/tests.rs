use super::*;
use crate::build::{self, Origins};
use crate::store::{ActorId, NOWHERE, Store, Terms};
use crate::{
    AccessPoint, Agreement, Basis, BasisKind, DataSet, Header, Party, PartyKind, Period, Pharmacy,
    Register, RegisterEntry, Right, Sector, Tenant,
};
use kanta_oid::OwnerOid;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// Parties of every kind, sector and register, pharmacies and a tenant; each administers an
/// access point, and every second has an agreement with every other and with Kela.
fn everybody() -> Store {
    let since = Period::since(day("2024-01-15"));
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
                    health_care: [None, Some(true), Some(false)]
                        [usize::try_from(number % 3).unwrap()],
                    social_welfare: [None, Some(true)][usize::from(number % 5 == 0)],
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
            held: Period::since(day(if branch { "2026-01-01" } else { "2025-06-01" })),
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
    let others = owners.iter().cycle().skip(1);
    for (at, ((id, oid), (other, _))) in owners.iter().zip(others).enumerate() {
        data.access_points.push(AccessPoint {
            id: id.clone(),
            oid: oid.access_point(1).unwrap(),
            // Some are not under their administrators.
            administrator: if at % 3 == 1 { other } else { id }.clone(),
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
                states_duties: None,
            });
        }
    }
    for (_, oid) in owners.iter().step_by(3) {
        let point = oid.access_point(1).unwrap();
        data.rights
            .push(Right::new(*oid, point, Service::Prescription, since));
    }
    let (store, ..) = build::build(data, &Origins::default()).unwrap();
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
                        administrator: store.administrator(point),
                        service,
                        terms,
                        validity: Period::since(day("2025-01-01")),
                        held: true,
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
            let id = link.row.requirement.id();
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
    // Each was seen to do both, but for the two that only ask a question.
    let named = of_rights().filter(|link| link.refuses.is_some());
    assert_eq!(let_stand.len(), named.count());
    assert_eq!(refused.len() + 2, let_stand.len(), "{refused:?}");
}

#[test]
fn a_row_looks_at_nothing_but_what_it_is_about() {
    let store = everybody();
    let mut told = Vec::new();
    each_case(&store, |cases| {
        for link in of_rights() {
            for &case in cases {
                let (subject, point) = (
                    RightCase {
                        point: NOWHERE,
                        administrator: None,
                        ..case
                    },
                    RightCase {
                        subject: ActorId::NOBODY,
                        ..case
                    },
                );
                let neither = RightCase {
                    subject: ActorId::NOBODY,
                    ..subject
                };
                let answer = (link.row.check)(case);
                let with_less = match link.about {
                    About::Service => neither,
                    About::Party
                    | About::Holder
                    | About::Subject
                    | About::Annotation
                    | About::AgreementWithKela => subject,
                    About::Intermediary | About::Point => point,
                    About::Whole => continue,
                    About::Agreement | About::Use => {
                        let imaging = RightCase {
                            service: Service::Imaging,
                            ..case
                        };
                        let id = link.row.requirement.id();
                        assert_eq!(answer, (link.row.check)(imaging), "{id}");
                        continue;
                    }
                };
                let alone = (link.row.check)(with_less);
                let id = link.row.requirement.id();
                assert_eq!(
                    passes(&answer),
                    passes(&alone),
                    "{id}: {answer:?} {alone:?}"
                );
                if link.about.is_of_a_record() {
                    let other = RightCase {
                        service: Service::Imaging,
                        ..with_less
                    };
                    assert_eq!(answer, (link.row.check)(other), "{id}");
                }
                if !passes(&answer) && !told.contains(&id) {
                    told.push(id);
                }
            }
        }
    });
    let of_both = |about| matches!(about, About::Whole | About::Agreement | About::Use);
    let narrow = of_rights().filter(|link| !of_both(link.about));
    assert_eq!(
        told.len() + 2,
        narrow.count(),
        "all but two questions refuse: {told:?}"
    );
}

#[test]
fn every_text_is_there_in_three_languages() {
    let rights = of_rights().map(|link| link.row.requirement);
    let tenants = OF_TENANTS.iter().map(|link| link.row.requirement);
    let points = OF_POINTS.iter().map(|link| link.row.requirement);
    let annotations = OF_ANNOTATIONS.iter().map(|link| link.row.requirement);
    let rights = rights.chain(points).chain(annotations);
    let requests = OF_REQUESTS.iter().chain(OF_CARRIED);
    let requests = requests.map(|link| link.row.requirement);
    for row in rights.chain(tenants).chain(requests) {
        let texts = [row.statement(), row.fault(), row.remedy()];
        for text in texts.into_iter().chain(row.reading()).chain(row.purpose()) {
            let (en, fi, sv) = (text.en, text.fi, text.sv);
            assert!(
                !en.is_empty() && !fi.is_empty() && !sv.is_empty(),
                "{}",
                row.id()
            );
            assert!(en != fi && fi != sv && en != sv, "{}: {en}", row.id());
        }
    }
}
