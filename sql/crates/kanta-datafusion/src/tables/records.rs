//! The records of an index as tables.

use std::sync::Arc;

use datafusion::catalog::TableProvider;
use datafusion::error::Result;
use kanta_address_index::AddressIndex;
use kanta_conformance::text;

use super::catalogue::clauses;
use super::{Asked, Table, counts, days, table, text_lists, texts};

type Made = Result<Arc<dyn TableProvider>>;

pub(super) static TABLES: [Table; 8] = [
    Table {
        name: "kanta_parties",
        about: text! {
            en: "the joining parties, intermediaries, pharmacies and tenants of an index",
            fi: "hakemiston liittyjät, välittäjät, apteekit ja vuokralaiset",
            sv: "anslutande aktörer, förmedlare, apotek och hyresgäster i ett index",
        },
        usage: "kanta_parties(index)",
        make: parties,
    },
    Table {
        name: "kanta_access_points",
        about: text! {
            en: "the access points of an index",
            fi: "hakemiston liityntäpisteet",
            sv: "anslutningspunkterna i ett index",
        },
        usage: "kanta_access_points(index)",
        make: access_points,
    },
    Table {
        name: "kanta_addresses",
        about: text! {
            en: "the address ranges of the access points of an index",
            fi: "hakemiston liityntäpisteiden osoitealueet",
            sv: "adressområdena för anslutningspunkterna i ett index",
        },
        usage: "kanta_addresses(index)",
        make: addresses,
    },
    Table {
        name: "kanta_certificates",
        about: text! {
            en: "the certificates on record of the access points of an index",
            fi: "hakemiston liityntäpisteiden kirjatut varmenteet",
            sv: "de antecknade certifikaten för anslutningspunkterna i ett index",
        },
        usage: "kanta_certificates(index)",
        make: certificates,
    },
    Table {
        name: "kanta_agreements",
        about: text! {
            en: "the agreements of an index",
            fi: "hakemiston sopimukset",
            sv: "avtalen i ett index",
        },
        usage: "kanta_agreements(index)",
        make: agreements,
    },
    Table {
        name: "kanta_rights",
        about: text! {
            en: "the rights of an index",
            fi: "hakemiston käyttövaltuudet",
            sv: "rättigheterna i ett index",
        },
        usage: "kanta_rights(index)",
        make: rights,
    },
    Table {
        name: "kanta_expiring",
        about: text! {
            en: "what ends after a day and no more than so many days later, and which rights stop with it",
            fi: "mikä päättyy tietyn päivän jälkeen, enintään niin monta päivää myöhemmin, ja mitkä käyttövaltuudet lakkaavat sen mukana",
            sv: "vad som upphör efter en dag och högst så många dagar senare, och vilka rättigheter som upphör med det",
        },
        usage: "kanta_expiring(index, day, days)",
        make: expiring,
    },
    Table {
        name: "kanta_findings",
        about: text! {
            en: "what an index holds that does not permit on a day, and why",
            fi: "mitä hakemistossa on, joka ei oikeuta tiettynä päivänä, ja miksi",
            sv: "vad ett index innehåller som inte berättigar en dag, och varför",
        },
        usage: "kanta_findings(index, day)",
        make: findings,
    },
];

/// The index that the first argument names; so many arguments there are.
fn index(asked: &Asked<'_>, arguments: usize) -> Result<Arc<AddressIndex>> {
    asked.ends(arguments)?;
    Ok(asked.snapshots.index(&asked.text(0)?)?)
}

/// A party, a pharmacy or a tenant.
struct Actor {
    id: String,
    oid: Option<String>,
    name: Option<String>,
    kind: &'static str,
    of: Option<String>,
}

fn parties(asked: &Asked<'_>) -> Made {
    let index = index(asked, 1)?;
    let parties = index.parties().iter().map(|it| Actor {
        id: it.id.clone(),
        oid: it.oid.map(|oid| oid.to_string()),
        name: it.name.clone(),
        kind: it.kind.code(),
        of: None,
    });
    let pharmacies = index.pharmacies().iter().map(|it| Actor {
        id: it.id.clone(),
        oid: Some(it.oid.to_string()),
        name: it.name.clone(),
        kind: "pharmacy",
        of: Some(it.pharmacist.clone()),
    });
    let tenants = index.tenants().iter().map(|it| Actor {
        id: it.id.clone(),
        oid: Some(it.oid.to_string()),
        name: it.name.clone(),
        kind: "tenant",
        of: Some(it.host.clone()),
    });
    let all: Vec<Actor> = parties.chain(pharmacies).chain(tenants).collect();
    table(vec![
        ("id", texts(all.iter().map(|it| Some(&it.id)))),
        ("oid", texts(all.iter().map(|it| it.oid.as_ref()))),
        ("name", texts(all.iter().map(|it| it.name.as_ref()))),
        ("kind", texts(all.iter().map(|it| Some(it.kind)))),
        ("host", texts(all.iter().map(|it| it.of.as_ref()))),
    ])
}

fn access_points(asked: &Asked<'_>) -> Made {
    let index = index(asked, 1)?;
    let all = index.access_points();
    table(vec![
        ("id", texts(all.iter().map(|it| Some(&it.id)))),
        ("oid", texts(all.iter().map(|it| Some(it.oid.to_string())))),
        (
            "administrator",
            texts(all.iter().map(|it| Some(&it.administrator))),
        ),
        ("addresses", counts(all.iter().map(|it| it.addresses.len()))),
        (
            "certificates",
            counts(all.iter().map(|it| it.certificates.len())),
        ),
    ])
}

fn addresses(asked: &Asked<'_>) -> Made {
    let index = index(asked, 1)?;
    let points = index.access_points().iter();
    let all = points.flat_map(|point| point.addresses.iter().map(move |range| (point, range)));
    let all: Vec<_> = all.collect();
    table(vec![
        (
            "access_point",
            texts(all.iter().map(|(point, _)| Some(point.oid.to_string()))),
        ),
        (
            "address",
            texts(all.iter().map(|(_, range)| Some(range.to_string()))),
        ),
    ])
}

fn certificates(asked: &Asked<'_>) -> Made {
    let index = index(asked, 1)?;
    let points = index.access_points().iter();
    let all = points.flat_map(|point| point.certificates.iter().map(move |it| (point, it)));
    let all: Vec<_> = all.collect();
    table(vec![
        (
            "access_point",
            texts(all.iter().map(|(point, _)| Some(point.oid.to_string()))),
        ),
        ("serial", texts(all.iter().map(|(_, it)| Some(&it.serial)))),
        (
            "valid_from",
            days(all.iter().map(|(_, it)| it.validity.from)),
        ),
        (
            "valid_until",
            days(all.iter().map(|(_, it)| it.validity.until)),
        ),
    ])
}

fn agreements(asked: &Asked<'_>) -> Made {
    let all = index(asked, 1)?.to_data_set().agreements;
    table(vec![
        ("one", texts(all.iter().map(|it| it.between.first()))),
        ("other", texts(all.iter().map(|it| it.between.last()))),
        ("valid_from", days(all.iter().map(|it| it.validity.from))),
        ("valid_until", days(all.iter().map(|it| it.validity.until))),
    ])
}

fn rights(asked: &Asked<'_>) -> Made {
    let all: Vec<_> = index(asked, 1)?.rights().collect();
    table(vec![
        (
            "party",
            texts(all.iter().map(|it| Some(it.subject.to_string()))),
        ),
        (
            "access_point",
            texts(all.iter().map(|it| Some(it.access_point.to_string()))),
        ),
        (
            "service",
            texts(all.iter().map(|it| Some(it.service.code()))),
        ),
        ("valid_from", days(all.iter().map(|it| it.validity.from))),
        ("valid_until", days(all.iter().map(|it| it.validity.until))),
        (
            "organiser",
            texts(all.iter().map(|it| it.organiser.as_ref())),
        ),
        (
            "reference",
            texts(all.iter().map(|it| it.basis.reference.as_ref())),
        ),
    ])
}

fn expiring(asked: &Asked<'_>) -> Made {
    let index = index(asked, 3)?;
    let all = index.expiring(asked.day(1)?, asked.number(2)?);
    table(vec![
        ("ends", days(all.iter().map(|it| Some(it.on)))),
        ("what", texts(all.iter().map(|it| Some(&it.what)))),
        (
            "kind",
            texts(all.iter().map(|it| {
                let whole = it.what.contains(".certificate[").then_some("certificate");
                whole.or_else(|| it.what.split('.').next())
            })),
        ),
        ("rights", counts(all.iter().map(|it| it.rights.len()))),
    ])
}

fn findings(asked: &Asked<'_>) -> Made {
    let index = index(asked, 2)?;
    let day = asked.day(1)?;
    let all = index.findings(day);
    table(vec![
        (
            "path",
            texts(all.iter().map(|it| Some(it.path.to_string()))),
        ),
        ("party", texts(all.iter().map(|it| Some(&it.party)))),
        (
            "requirement",
            texts(all.iter().map(|it| Some(it.requirement.id()))),
        ),
        (
            "outcome",
            texts(all.iter().map(|it| Some(it.outcome.kind().code()))),
        ),
        (
            "clauses",
            text_lists(all.iter().map(|it| clauses(it.requirement))),
        ),
    ])
}
