//! Admission: a peer's certificate and its address, and what it wants, as `kanta admit --batch` decides it.

use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

use datafusion::arrow::array::{ArrayRef, BooleanArray};
use datafusion::error::Result;
use datafusion::logical_expr::Volatility;
use foldhash::HashMap;
use kanta_address_index::Service;
use kanta_admission::{Attempt, Connection, Fingerprint, Policy, Presented, State};
use kanta_cert::{Moment, TrustStore};
use kanta_conformance::text;
use kanta_oid::OwnerOid;
use kanta_text::{Language, Text};

use crate::coded::Coded;
use crate::decide::{Cell, PARTY, SERVICE, TENANT, UNIT, lists, owner, service};
use crate::function::{Call, Definition, Gives, Kind};
use crate::snapshot::Pinned;
use crate::{certificate, time};

const ATTEMPT: &[(&str, Kind)] = &[
    ("index", Kind::Text),
    ("trust", Kind::Text),
    ("certificate", Kind::Octets),
    ("source", Kind::Text),
    ("party", Kind::Text),
    ("service", Kind::Text),
    ("at", Kind::Moment),
    ("tenant", Kind::Text),
    ("unit", Kind::Text),
];

const ATTEMPT_AND_LANGUAGE: &[(&str, Kind)] = &[
    ("index", Kind::Text),
    ("trust", Kind::Text),
    ("certificate", Kind::Octets),
    ("source", Kind::Text),
    ("party", Kind::Text),
    ("service", Kind::Text),
    ("at", Kind::Moment),
    ("tenant or lang", Kind::Text),
    ("unit or lang", Kind::Text),
    ("lang", Kind::Text),
];

pub(crate) static FUNCTIONS: [Definition; 3] = [
    Definition {
        name: "kanta_admit",
        about: text! {
            en: "whether a peer would be admitted, by its certificate, its address, what it wants and when; NULL where that cannot be read",
            fi: "päästettäisiinkö osapuoli sisään varmenteensa, osoitteensa, pyyntönsä ja ajankohdan perusteella; NULL, jos niitä ei voi lukea",
            sv: "om en motpart skulle släppas in enligt certifikat, adress, begäran och tidpunkt; NULL där de inte kan läsas",
        },
        parameters: ATTEMPT,
        required: 7,
        gives: Gives::Truth,
        volatility: Volatility::Immutable,
        work: admit,
    },
    Definition {
        name: "kanta_admit_why",
        about: text! {
            en: "the requirements for want of which a peer would not be admitted; none if it would",
            fi: "vaatimukset, joiden puuttuessa osapuolta ei päästettäisi sisään; ei mitään, jos päästettäisiin",
            sv: "de krav som fattas för att en motpart ska släppas in; inga om den skulle släppas in",
        },
        parameters: ATTEMPT,
        required: 7,
        gives: Gives::Texts,
        volatility: Volatility::Immutable,
        work: why,
    },
    Definition {
        name: "kanta_admit_fault",
        about: text! {
            en: "why an attempt cannot be read; NULL if it can. The language stands last",
            fi: "miksi yritystä ei voi lukea; NULL, jos voi. Kieli on viimeisenä",
            sv: "varför ett försök inte kan läsas; NULL om det kan det. Språket står sist",
        },
        parameters: ATTEMPT_AND_LANGUAGE,
        required: 8,
        gives: Gives::Text,
        volatility: Volatility::Immutable,
        work: fault,
    },
];

/// So many connections are remembered.
const REMEMBERED: usize = 1 << 12;

/// What decisions rest on, and the connections that were seen.
#[derive(Debug)]
struct Desk {
    state: State,
    connections: Mutex<HashMap<(Shown, IpAddr), Arc<Connection>>>,
}

/// What is shown as a certificate, told from everything else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Shown {
    Nothing,
    Octets([u8; 32]),
}

/// The columns of attempts.
struct Asked {
    desk: Option<Arc<Desk>>,
    peers: Coded<Option<Arc<Connection>>>,
    party: Coded<Cell<OwnerOid>>,
    service: Coded<Cell<Service>>,
    at: Coded<Option<Moment>>,
    tenant: Option<Coded<Cell<OwnerOid>>>,
    unit: Option<Coded<Cell<OwnerOid>>>,
}

impl Desk {
    fn connection(&self, shown: Shown, octets: Option<&[u8]>, source: IpAddr) -> Arc<Connection> {
        let held = self.connections.lock();
        let mut held = held.unwrap_or_else(PoisonError::into_inner);
        if held.len() >= REMEMBERED {
            held.clear();
        }
        let connection = held.entry((shown, source)).or_insert_with(|| {
            let presented = match octets {
                Some(octets) => Presented::from_read(certificate::certificate(octets), source),
                None => Presented::without_certificate(source),
            };
            Arc::new(Connection::new(presented))
        });
        Arc::clone(connection)
    }
}

/// What the first two arguments name; none where one of them is NULL.
fn desk(call: &Call<'_>) -> Result<Option<Arc<Desk>>> {
    let (Some(index), Some(trust)) = (call.same_text(0)?, call.same_text(1)?) else {
        return Ok(None);
    };
    // The index is held by its own name, too: whoever decides without certificates shares it.
    let records = call.snapshots.index(&index)?;
    let desk = call.snapshots.read(&format!("{index} {trust}"), |_| {
        let pinned: Pinned = trust.parse()?;
        let mut store = TrustStore::new();
        let name = pinned.path().display().to_string();
        let read = store.trust(&name, &pinned.read()?);
        read.map_err(|error| pinned.not_understood(error.message(Language::En)))?;
        Ok(Desk {
            state: State::new((*records).clone(), store, Policy::access_points()),
            connections: Mutex::default(),
        })
    });
    Ok(Some(desk?))
}

impl Asked {
    fn of(call: &Call<'_>, end: usize) -> Result<Self> {
        let desk = desk(call)?;
        let index = desk.as_deref().map(|desk| desk.state.index());
        let last = |at: usize, read: &dyn Fn(&str) -> Option<OwnerOid>| {
            let column = call.optional(at).filter(|_| at < end);
            let read = |text: Option<&str>| Cell::of(text, read);
            column
                .map(|column| Coded::of_text(column, read))
                .transpose()
        };
        Ok(Self {
            peers: peers(call, desk.as_deref())?,
            party: Coded::of_text(call.argument(4)?, |text| {
                Cell::of(text, |text| owner(index, text))
            })?,
            service: service(call, 5)?,
            at: time::moments(call.argument(6)?)?,
            tenant: last(7, &|text| owner(index, text))?,
            unit: last(8, &|text| OwnerOid::parse(text).ok())?,
            desk,
        })
    }

    /// The peer of a row, and what it wants; none where that cannot be read.
    fn attempt(&self, row: usize) -> Option<(&Arc<Connection>, Attempt)> {
        let peer = self.peers.get(row)?.as_ref()?;
        let party = *self.party.get(row)?.required()?;
        let service = *self.service.get(row)?.required()?;
        let mut attempt = Attempt::new(party, service, (*self.at.get(row)?)?);
        if let Some(tenant) = &self.tenant {
            attempt.tenant = tenant.get(row)?.optional()?;
        }
        if let Some(unit) = &self.unit {
            attempt.service_unit = unit.get(row)?.optional()?;
        }
        Some((peer, attempt))
    }

    fn fault(&self, row: usize) -> Option<Text> {
        let is_read = |cell: Option<bool>, fault| (cell != Some(true)).then_some(fault);
        let carried = |column: &Option<Coded<Cell<OwnerOid>>>, fault| {
            let cell = column.as_ref()?.get(row)?;
            cell.optional().is_none().then_some(fault)
        };
        let party = self.party.get(row).map(|cell| cell.required().is_some());
        let service = self.service.get(row).map(|cell| cell.required().is_some());
        is_read(Some(self.desk.is_some()), NO_DESK)
            .or_else(|| is_read(self.peers.get(row).map(Option::is_some), SOURCE))
            .or_else(|| is_read(party, PARTY))
            .or_else(|| is_read(service, SERVICE))
            .or_else(|| is_read(self.at.get(row).map(Option::is_some), MOMENT))
            .or_else(|| carried(&self.tenant, TENANT))
            .or_else(|| carried(&self.unit, UNIT))
    }
}

/// The peer of each row: what is shown as its certificate, and the address that it comes from.
fn peers(call: &Call<'_>, desk: Option<&Desk>) -> Result<Coded<Option<Arc<Connection>>>> {
    let mut octets: Vec<Option<Vec<u8>>> = Vec::new();
    let shown = Coded::of_octets(call.argument(2)?, |certificate| {
        octets.push(certificate.map(<[u8]>::to_vec));
        let shown = certificate.map_or(Shown::Nothing, |it| Shown::Octets(Fingerprint::of(it).0));
        (shown, octets.len().saturating_sub(1))
    })?;
    let sources = Coded::of_text(call.argument(3)?, |text| text?.parse::<IpAddr>().ok())?;
    let peers = (0..call.rows).map(|row| Some((*shown.get(row)?, (*sources.get(row)?)?)));
    Ok(Coded::by_key(peers, |peer| {
        let ((shown, at), source) = peer?;
        Some(desk?.connection(shown, octets.get(at)?.as_deref(), source))
    }))
}

fn admit(call: &Call<'_>) -> Result<ArrayRef> {
    let asked = Asked::of(call, call.given())?;
    let answers = (0..call.rows).map(|row| {
        let (peer, attempt) = asked.attempt(row)?;
        let state = &asked.desk.as_ref()?.state;
        Some(state.evaluate(peer, &attempt).would_permit())
    });
    Ok(Arc::new(answers.collect::<BooleanArray>()))
}

fn why(call: &Call<'_>) -> Result<ArrayRef> {
    let asked = Asked::of(call, call.given())?;
    let missing = (0..call.rows).map(|row| {
        let (peer, attempt) = asked.attempt(row)?;
        let explanation = asked.desk.as_ref()?.state.explain(peer, &attempt);
        let missing = explanation.missing();
        Some(
            missing
                .map(|link| link.requirement.id().to_owned())
                .collect(),
        )
    });
    let missing: Vec<Option<Vec<String>>> = missing.collect();
    Ok(Arc::new(lists(&missing)))
}

fn fault(call: &Call<'_>) -> Result<ArrayRef> {
    let end = call.given().saturating_sub(1);
    let language = call.language(end)?;
    let asked = Asked::of(call, end)?;
    let faults = (0..call.rows).map(|row| asked.fault(row).map(|fault| fault.get(language)));
    let told = Coded::by_key(faults, |fault| fault.map(str::to_owned));
    told.texts(call.rows)
}

const NO_DESK: Text = text! {
    en: "no index is named, or nothing that is trusted",
    fi: "hakemistoa tai luotettuja varmenteita ei ole nimetty",
    sv: "inget index är nämnt, eller inget som är betrott",
};
const SOURCE: Text = text! {
    en: "the source is no address",
    fi: "lähde ei ole osoite",
    sv: "källan är ingen adress",
};
const MOMENT: Text = text! {
    en: "the time is absent or no moment",
    fi: "ajankohta puuttuu tai ei ole hetki",
    sv: "tidpunkten saknas eller är ingen stund",
};
