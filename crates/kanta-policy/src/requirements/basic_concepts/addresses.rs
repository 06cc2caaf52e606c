//! Clause 3.1.2: one address in data communication for an access point.

use kanta_conformance::{FieldPath, Outcome, Requirement, Row, Value, Why, text};

use crate::plan::{AccessPoint, LinkRole};
use crate::requirements::{About, OfAccessPoint, Point, clause};

pub(super) const SEVERAL: Row<OfAccessPoint> = Row {
    requirement: &Requirement::should("connection-models/several-addresses")
        .with_citations(&[clause("3.1.2")])
        .with_statement(text! {
            en: "one address in data communication is given for an access point",
            fi: "liityntäpisteelle ilmoitetaan yksi tietoliikenneosoite",
            sv: "en datakommunikationsadress anges för en anslutningspunkt",
        })
        .with_fault(text! {
            en: "the access point has several addresses",
            fi: "liityntäpisteellä on useita osoitteita",
            sv: "anslutningspunkten har flera adresser",
        })
        .with_remedy(text! {
            en: "keep one address, unless the others are needed, for example for a backup connection",
            fi: "pidä yksi osoite, elleivät muut ole tarpeen esimerkiksi varayhteyttä varten",
            sv: "behåll en adress, om inte de andra behövs till exempel för en reservförbindelse",
        })
        .with_reading(text! {
            en: "a backup link may need an address of its own, and so may the members of a cluster",
            fi: "varayhteys voi tarvita oman osoitteensa, samoin klusterin jäsenet",
            sv: "en reservförbindelse kan behöva en egen adress, liksom medlemmarna i ett kluster",
        })
        .with_purpose(text! {
            en: "every further address is one more to register, to route and to protect",
            fi: "jokainen lisäosoite on rekisteröitävä, reititettävä ja suojattava",
            sv: "varje ytterligare adress ska registreras, dirigeras och skyddas",
        })
        .with_example(
            r#"[[access_point]]
id = "ap1"
servers = [{ name = "a" }]
addresses = [
  { ip = "192.31.196.7", fixed = true, registered_to = "party" },
  { ip = "192.31.196.8", fixed = true, registered_to = "party" },
]"#,
            r#"[[access_point]]
id = "ap1"
servers = [{ name = "a" }]
addresses = [
  { ip = "192.31.196.7", fixed = true, registered_to = "party" },
]"#,
        )
        .with_fields(&["addresses", "servers", "link.role"]),
    check: several,
};

/// One address, and one more for each backup link; members of a cluster may show their own.
fn several(about: About<'_, &AccessPoint>) -> Outcome {
    let point = about.item;
    let count = match point.addresses.as_deref() {
        None | Some([]) => return about.missing("addresses"),
        Some([_]) => return Outcome::Satisfied,
        Some(addresses) => addresses.len(),
    };
    let links = || about.plan.links_from(&point.id);
    let backups = links()
        .filter(|link| link.role == Some(LinkRole::Backup))
        .count();
    let servers = point.servers.as_deref().map(<[_]>::len);
    let needed = |backups: usize| backups.saturating_add(1);
    if count <= needed(backups) || servers.is_some_and(|members| count <= members) {
        return Outcome::Satisfied;
    }
    // More than the plan tells of may be there for backups: links without a role, or links and servers not listed.
    let unsaid: Vec<_> = links().filter(|link| link.role.is_none()).collect();
    if count <= needed(backups.saturating_add(unsaid.len())) {
        let roles = unsaid
            .iter()
            .map(|link| FieldPath::named("link", &link.id).field("role"));
        return Outcome::Undetermined(Why::InputMissing(roles.collect()));
    }
    if servers.is_none() {
        return about.missing("servers");
    }
    if links().next().is_none() && !Point::Access(point).is_own(about.plan) {
        return about.missing("link");
    }
    let count = |count: usize| Value::Count(u64::try_from(count).unwrap_or(u64::MAX));
    Outcome::violated(
        count(point.addresses.as_deref().unwrap_or_default().len()),
        count(needed(backups)),
    )
}
