//! Chapter 5's opening and clause 5.1: backups, and that the link is ready in time.

use kanta_conformance::{Evidence, FieldPath, Outcome, Requirement, Row, Value, Why, text};

use super::actors::joins;
use super::facts::where_it_applies;
use super::{About, Chapter, OfLink, OfPoint, Point, Rows, clause};
use crate::plan::{Claim, Joining, Link, LinkRole};

pub(super) static CHAPTER: Chapter = &[Rows::Points(POINTS), Rows::Links(LINKS)];

static POINTS: &[Row<OfPoint>] = &[Row {
    requirement: &Requirement::should("connection-models/no-backup-connection")
        .with_citations(&[clause("5")])
        .with_statement(text! {
            en: "backup connections are considered, for disturbances and for exceptional conditions",
            fi: "varayhteydet otetaan huomioon häiriötilanteiden ja poikkeusolojen varalta",
            sv: "reservförbindelser beaktas, för störningssituationer och undantagsförhållanden",
        })
        .with_fault(text! {
            en: "there is no backup connection",
            fi: "varayhteyttä ei ole",
            sv: "det finns ingen reservförbindelse",
        })
        .with_remedy(text! {
            en: "order a backup connection (`role = \"backup\"`)",
            fi: "tilaa varayhteys (`role = \"backup\"`)",
            sv: "beställ en reservförbindelse (`role = \"backup\"`)",
        })
        .with_reading(text! {
            en: "a backup that is there shows that it was considered",
            fi: "olemassa oleva varayhteys osoittaa, että se on otettu huomioon",
            sv: "en reservförbindelse som finns visar att den har beaktats",
        })
        .with_purpose(text! {
            en: "without one, a single fault stops every service",
            fi: "ilman sitä yksi vika pysäyttää kaikki palvelut",
            sv: "utan en sådan stoppar ett enda fel alla tjänster",
        })
        .with_example(
            "[[link]]\nid = \"mpls-a\"\nfrom = \"ap1\"\nto = \"kanta\"\nrole = \"primary\"\n",
            "[[link]]\nid = \"mpls-a\"\nfrom = \"ap1\"\nto = \"kanta\"\nrole = \"primary\"\n[[link]]\nid = \"mpls-b\"\nfrom = \"ap1\"\nto = \"kanta\"\nrole = \"backup\"\n",
        )
        .with_evidence(Evidence::Computed)
        .with_fields(&["", "link.role"]),
    check: has_backup,
}];

fn has_backup(about: About<'_, Point<'_>>) -> Outcome {
    let (plan, point) = (about.plan, about.item);
    let links = || plan.links_from(point.id());
    if links().any(|link| link.role == Some(LinkRole::Backup)) {
        return Outcome::Satisfied;
    }
    let open: Vec<FieldPath> = links()
        .filter(|link| link.role.is_none())
        .map(|link| FieldPath::named("link", &link.id).field("role"))
        .collect();
    if !open.is_empty() {
        return Outcome::Undetermined(Why::InputMissing(open));
    }
    if links().next().is_none() && !point.is_own(plan) {
        let known = match point {
            Point::Access(point) => plan.administrator(point).is_some(),
            Point::Consolidation(point) => point.administrator.is_some(),
        };
        return about.missing(if known { "link" } else { "administrator" });
    }
    Outcome::violated(Value::Count(0), Value::Term(LinkRole::Backup.name()))
}

static LINKS: &[Row<OfLink>] = &[Row {
    requirement: &Requirement::should("connection-models/link-not-ready-when-applying")
        .with_citations(&[clause("5.1")])
        .with_statement(text! {
            en: "the connection is ready when the joining party applies for joining",
            fi: "yhteys on valmis, kun liittyjä hakee liittymistä",
            sv: "teleförbindelsen är klar när den anslutande aktören ansöker om anslutning",
        })
        .with_fault(text! {
            en: "the connection was not ready when joining was applied for",
            fi: "yhteys ei ollut valmis liittymistä haettaessa",
            sv: "teleförbindelsen var inte klar när anslutning ansöktes",
        })
        .with_remedy(text! {
            en: "order the connection in good time: it may take several weeks",
            fi: "tilaa yhteys ajoissa: sen rakentaminen voi kestää useita viikkoja",
            sv: "beställ teleförbindelsen i god tid: det kan ta flera veckor",
        })
        .with_purpose(text! {
            en: "an application that has to wait for its connection holds up the joining",
            fi: "hakemus, joka joutuu odottamaan yhteyttä, viivästyttää liittymistä",
            sv: "en ansökan som måste vänta på sin teleförbindelse fördröjer anslutningen",
        })
        .with_example(
            "[party.joining]\napplied = 2025-09-15\n[[link]]\nid = \"mpls-a\"\nready = 2025-09-16\n",
            "[party.joining]\napplied = 2025-09-15\n[[link]]\nid = \"mpls-a\"\nready = 2025-09-15\n",
        )
        .with_evidence(Evidence::Computed)
        .with_fields(&["ready", "party.joining.applied"]),
    check: |about| where_it_applies(joins(&about), ready_when_applying(about)),
}];

fn ready_when_applying(about: About<'_, &Link>) -> Outcome {
    let joining = about.plan.party.as_ref().map(|party| &party.joining);
    let applied = match joining.and_then(Joining::first_applied) {
        Some(Claim::Denied) => return Outcome::NotApplicable,
        Some(Claim::Stated(day)) => day,
        None => None,
    };
    let mut open = Vec::new();
    if applied.is_none() {
        open.push(Joining::path().field("applied"));
    }
    match about.item.ready {
        Some(Claim::Stated(Some(ready))) => {
            if let Some(applied) = applied {
                return if ready <= applied {
                    Outcome::Satisfied
                } else {
                    Outcome::violated(Value::Date(ready), Value::Date(applied).at_most())
                };
            }
        }
        Some(Claim::Denied) => {
            if let Some(applied) = applied {
                let found = text! { en: "not ready", fi: "ei valmis", sv: "inte klar" };
                return Outcome::violated(Value::Term(found), Value::Date(applied).at_most());
            }
        }
        Some(Claim::Stated(None)) | None => open.push(about.path("ready")),
    }
    Outcome::Undetermined(Why::InputMissing(open))
}
