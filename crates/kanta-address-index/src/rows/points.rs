//! Chapter 5.2, sections 3.2 and 4.2.1: what an access point or an annotation is found to be. No right hangs on it.

use hashbrown::HashMap;
use kanta_conformance::{Outcome, Requirement, Row, Text, Value, guide, text};

use super::{About, Link, clause};
use crate::addresses::meetings;
use crate::case::{AnnotationCase, OfAnnotation, OfPoint, PointCase};
use crate::responsible::ResponsibleParty;
use crate::store::{Actor, Store};
use crate::{AccessPoint, Reach};

pub(super) static ROWS: [Link<OfPoint>; 3] = [
    Link {
        row: Row {
            requirement: &guide::data_communication::ADDRESS_NOT_PUBLIC
                .with_example(
                    r#"[[access_point]]
id = "clinic-ap"
addresses = ["10.1.2.0/24"]"#,
                    r#"[[access_point]]
id = "clinic-ap"
addresses = ["192.31.196.7"]"#,
                )
                .with_fields(&["addresses"]),
            check: public,
        },
        responsible: ResponsibleParty::Administrator,
        about: About::Point,
        refuses: None,
        changes: None,
    },
    Link {
        row: Row {
            requirement: &guide::data_communication::ADDRESS_NOT_ATTRIBUTABLE
                .with_example(
                    r#"[[access_point]]
id = "clinic-ap"
addresses = ["192.175.48.0/24"]"#,
                    r#"[[access_point]]
id = "clinic-ap"
addresses = ["192.31.196.7"]"#,
                )
                .with_fields(&["addresses"]),
            check: attributable,
        },
        responsible: ResponsibleParty::Administrator,
        about: About::Point,
        refuses: None,
        changes: None,
    },
    Link {
        row: Row {
            requirement: &Requirement::must("connection-models/certificate-of-two-access-points")
                .with_citations(&[clause("3.2")])
                .with_statement(text! {
                    en: "a server certificate is that of one access point",
                    fi: "palvelinvarmenne kuuluu yhdelle liityntäpisteelle",
                    sv: "ett servercertifikat hör till en enda anslutningspunkt",
                })
                .with_fault(text! {
                    en: "two access points have a certificate with the same serial number",
                    fi: "kahdella liityntäpisteellä on varmenne, jolla on sama sarjanumero",
                    sv: "två anslutningspunkter har ett certifikat med samma serienummer",
                })
                .with_remedy(text! {
                    en: "record at each access point its own certificate",
                    fi: "kirjaa kullekin liityntäpisteelle sen oma varmenne",
                    sv: "anteckna vid varje anslutningspunkt dess eget certifikat",
                })
                .with_reading(text! {
                    en: "serial numbers are compared as numbers, and as if all were of one issuer",
                    fi: "sarjanumeroita verrataan lukuina ja ikään kuin kaikki olisivat saman myöntäjän",
                    sv: "serienumren jämförs som tal, och som om alla vore av samma utfärdare",
                })
                .with_purpose(text! {
                    en: "the certificate carries the OID of its access point, and a serial number is one certificate's",
                    fi: "varmenteessa on liityntäpisteen OID-tunnus, ja sarjanumero on vain yhden varmenteen",
                    sv: "certifikatet bär sin anslutningspunkts OID, och ett serienummer hör till ett enda certifikat",
                })
                .with_example(
                    r#"[[access_point]]
id = "valittaja-ap"
certificates = [{ serial = "4F:2A:01" }]"#,
                    r#"[[access_point]]
id = "valittaja-ap"
certificates = [{ serial = "4F:2A:02" }]"#,
                )
                .with_fields(&["certificates"]),
            check: of_one_point,
        },
        responsible: ResponsibleParty::Administrator,
        about: About::Point,
        refuses: None,
        changes: None,
    },
];

pub(super) static ANNOTATIONS: [Link<OfAnnotation>; 1] = [Link {
    row: Row {
        requirement: &guide::technical_joining::ANNOTATION_OF_ANOTHERS_UNIT
            .with_example(
                r#"[[annotation]]
party = "clinic"
unit = "1.2.246.10.76543212.10.1"
from = 2024-03-01"#,
                r#"[[annotation]]
party = "clinic"
unit = "1.2.246.10.12345671.10.1"
from = 2024-03-01"#,
            )
            .with_fields(&["unit"]),
        check: of_its_own,
    },
    responsible: ResponsibleParty::Register,
    about: About::Whole,
    refuses: None,
    changes: None,
}];

/// Every access point, with what it shares with others.
pub(crate) fn points(store: &Store) -> Vec<PointCase<'_>> {
    let mut first: HashMap<String, &AccessPoint> = HashMap::new();
    let mut twins: HashMap<&str, (&str, &AccessPoint)> = HashMap::new();
    for point in &store.points {
        for certificate in &point.certificates {
            let number = certificate.number().into_owned();
            let one = *first.entry(number).or_insert(point);
            if one.id != point.id {
                let serial = certificate.serial.as_str();
                twins.entry(&one.id).or_insert((serial, point));
                twins.entry(&point.id).or_insert((serial, one));
            }
        }
    }
    let meetings = meetings(&store.points);
    let cases = store.points.iter().zip(meetings);
    let case = |(point, meets): (_, _)| PointCase {
        point,
        meets,
        twin: twins.get(point.id.as_str()).copied(),
    };
    cases.map(case).collect()
}

fn public(case: PointCase<'_>) -> Outcome {
    let mut worst = Outcome::Satisfied;
    for &range in &case.point.addresses {
        match Reach::of_range(range) {
            (Reach::Global, _) => {}
            (Reach::Unstated(purpose), _) => worst = Outcome::silent(purpose),
            (Reach::No(purpose), _) => {
                let found = Value::About(purpose, Box::new(Value::words(&range.to_string())));
                let required = text! { en: "a public address", fi: "julkinen osoite", sv: "en offentlig adress" };
                return Outcome::violated(found, Value::Term(required));
            }
        }
    }
    worst
}

fn attributable(case: PointCase<'_>) -> Outcome {
    const ALSO: Text = text! {
        en: "overlaps with an address of access point",
        fi: "päällekkäin osoitteen kanssa, liityntäpiste",
        sv: "överlappar en adress hos anslutningspunkten",
    };
    let Some(meeting) = case.meets else {
        return Outcome::Satisfied;
    };
    let theirs = Value::List(vec![
        Value::words(&meeting.whose.id),
        Value::words(&meeting.theirs.to_string()),
    ]);
    Outcome::violated(
        Value::List(vec![
            Value::words(&meeting.own.to_string()),
            Value::About(ALSO, Box::new(theirs)),
        ]),
        Value::About(
            text! {
                en: "an address of one administrator",
                fi: "yhden hallinnoijan osoite",
                sv: "en adress hos en enda administratör",
            },
            Box::new(Value::words(&case.point.administrator)),
        ),
    )
}

fn of_one_point(case: PointCase<'_>) -> Outcome {
    let Some((serial, other)) = case.twin else {
        return Outcome::Satisfied;
    };
    Outcome::violated(
        Value::List(vec![
            Value::words(serial),
            Value::About(
                text! {
                    en: "also of access point",
                    fi: "myös liityntäpisteellä",
                    sv: "även hos anslutningspunkten",
                },
                Box::new(Value::words(&other.id)),
            ),
        ]),
        Value::Term(
            text! { en: "a certificate of its own", fi: "oma varmenne", sv: "ett eget certifikat" },
        ),
    )
}

fn of_its_own(case: AnnotationCase<'_>) -> Outcome {
    let party = case.store.actor_named(&case.annotation.party);
    let party = party.and_then(|id| case.store.actor(id));
    match (case.annotation.unit, party.and_then(Actor::oid)) {
        (Some(unit), Some(party)) if !unit.same_organisation(&party) => {
            Outcome::silent(guide::technical_joining::UNIT_OF_ANOTHER)
        }
        _ => Outcome::Satisfied,
    }
}
