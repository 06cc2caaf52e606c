//! Requests: whether an index permits them, why not, and why they could not be read.

use std::sync::Arc;

use datafusion::arrow::array::{ArrayRef, BooleanArray, ListArray, ListBuilder, StringBuilder};
use datafusion::arrow::buffer::{BooleanBuffer, NullBuffer};
use datafusion::error::Result;
use datafusion::logical_expr::Volatility;
use kanta_address_index::{AddressIndex, Explanation, Request, Service};
use kanta_conformance::{Date, text};
use kanta_oid::{AccessPointOid, OwnerOid};
use kanta_text::Text;

use crate::coded::{Coded, Role};
use crate::function::{Call, Definition, Gives, Kind};
use crate::time;

pub(crate) static FUNCTIONS: [Definition; 4] = [
    Definition {
        name: "kanta_decide",
        about: text! {
            en: "whether the index permits a request on a day; NULL where the request cannot be read",
            fi: "salliiko hakemisto pyynnön tiettynä päivänä; NULL, jos pyyntöä ei voi lukea",
            sv: "om indexet tillåter en begäran en viss dag; NULL där begäran inte kan läsas",
        },
        parameters: REQUEST,
        required: 5,
        gives: Gives::Truth,
        volatility: Volatility::Immutable,
        work: decide,
    },
    Definition {
        name: "kanta_why",
        about: text! {
            en: "the requirements for want of which the index does not permit a request; none if it does",
            fi: "vaatimukset, joiden puuttuessa hakemisto ei salli pyyntöä; ei mitään, jos se sallii",
            sv: "de krav som fattas för att indexet ska tillåta en begäran; inga om det tillåter den",
        },
        parameters: REQUEST,
        required: 5,
        gives: Gives::Texts,
        volatility: Volatility::Immutable,
        work: |call| {
            explain(call, |explanation| {
                let missing = explanation.missing();
                missing
                    .map(|link| link.requirement.id().to_owned())
                    .collect()
            })
        },
    },
    Definition {
        name: "kanta_questions",
        about: text! {
            en: "the requirements about a request on which the guide is silent or ambiguous",
            fi: "pyyntöä koskevat vaatimukset, joista ohje vaikenee tai on monitulkintainen",
            sv: "de krav på en begäran om vilka anvisningen tiger eller är mångtydig",
        },
        parameters: REQUEST,
        required: 5,
        gives: Gives::Texts,
        volatility: Volatility::Immutable,
        work: |call| {
            explain(call, |explanation| {
                let questions = explanation.questions();
                questions
                    .map(|link| link.requirement.id().to_owned())
                    .collect()
            })
        },
    },
    Definition {
        name: "kanta_decide_fault",
        about: text! {
            en: "why a request cannot be read; NULL if it can. The language stands last",
            fi: "miksi pyyntöä ei voi lukea; NULL, jos voi. Kieli on viimeisenä",
            sv: "varför en begäran inte kan läsas; NULL om den kan det. Språket står sist",
        },
        parameters: REQUEST_AND_LANGUAGE,
        required: 6,
        gives: Gives::Text,
        volatility: Volatility::Immutable,
        work: fault,
    },
];

const REQUEST: &[(&str, Kind)] = &[
    ("index", Kind::Text),
    ("party", Kind::Text),
    ("access_point", Kind::Text),
    ("service", Kind::Text),
    ("day", Kind::Day),
    ("tenant", Kind::Text),
    ("unit", Kind::Text),
];

const REQUEST_AND_LANGUAGE: &[(&str, Kind)] = &[
    ("index", Kind::Text),
    ("party", Kind::Text),
    ("access_point", Kind::Text),
    ("service", Kind::Text),
    ("day", Kind::Day),
    ("tenant or lang", Kind::Text),
    ("unit or lang", Kind::Text),
    ("lang", Kind::Text),
];

/// The index that an argument names; none where it is NULL.
pub(crate) fn index(call: &Call<'_>, at: usize) -> Result<Option<Arc<AddressIndex>>> {
    let name = call.same_text(at)?;
    let index = name.map(|name| call.snapshots.index(&name));
    Ok(index.transpose()?)
}

/// Lists of texts, one each.
pub(crate) fn lists(values: &[Option<Vec<String>>]) -> ListArray {
    let mut lists = ListBuilder::new(StringBuilder::new());
    for value in values {
        for text in value.iter().flatten() {
            lists.values().append_value(text);
        }
        lists.append(value.is_some());
    }
    lists.finish()
}

/// What a cell holds.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Cell<T> {
    Absent,
    Unreadable,
    Is(T),
}

impl<T: Copy> Cell<T> {
    pub(crate) fn of(text: Option<&str>, read: impl FnOnce(&str) -> Option<T>) -> Self {
        match text {
            None => Self::Absent,
            Some(text) => read(text).map_or(Self::Unreadable, Self::Is),
        }
    }

    /// What has to be there. Lent: an OID is copied once, to where it is wanted.
    #[inline]
    pub(crate) const fn required(&self) -> Option<&T> {
        match self {
            Self::Is(value) => Some(value),
            _ => None,
        }
    }

    /// What may be absent: none where it is there and cannot be read.
    pub(crate) const fn optional(self) -> Option<Option<T>> {
        match self {
            Self::Is(value) => Some(Some(value)),
            Self::Absent => Some(None),
            Self::Unreadable => None,
        }
    }
}

/// The columns of requests, each value worked out once.
struct Asked {
    index: Option<Arc<AddressIndex>>,
    party: Coded<Cell<OwnerOid>>,
    point: Coded<Cell<AccessPointOid>>,
    service: Coded<Cell<Service>>,
    day: Coded<Option<Date>>,
    tenant: Option<Coded<Cell<OwnerOid>>>,
    unit: Option<Coded<Cell<OwnerOid>>>,
}

impl Asked {
    /// Reads the columns; as many of the last ones as there are before the end.
    fn of(call: &Call<'_>, end: usize) -> Result<Self> {
        let index = index(call, 0)?;
        let known = index.as_deref();
        // An index is held for as long as the process lives.
        let by = index.as_ref().map_or(0, |index| Arc::as_ptr(index).addr());
        let read = |read_as| Role { read_as, by };
        let seen = call.snapshots.known();
        let last = |at: usize, read: &dyn Fn(&str) -> Option<OwnerOid>| {
            let column = call.optional(at).filter(|_| at < end);
            let read = |text: Option<&str>| Cell::of(text, read);
            column
                .map(|column| Coded::of_text(column, read))
                .transpose()
        };
        Ok(Self {
            party: Coded::of_known_text(call.argument(1)?, seen, read("party"), |text| {
                Cell::of(text, |text| owner(known, text))
            })?,
            point: Coded::of_known_text(call.argument(2)?, seen, read("access point"), |text| {
                Cell::of(text, |text| match known {
                    Some(index) => index.access_point_named(text),
                    None => AccessPointOid::parse(text).ok(),
                })
            })?,
            service: service(call, 3)?,
            day: time::days(call.argument(4)?)?,
            tenant: last(5, &|text| owner(known, text))?,
            unit: last(6, &|text| OwnerOid::parse(text).ok())?,
            index,
        })
    }

    /// The request of a row; none where it cannot be read.
    #[inline(always)]
    fn request(&self, row: usize) -> Option<Request> {
        let mut request = Request::new(
            *self.party.get(row)?.required()?,
            *self.point.get(row)?.required()?,
            *self.service.get(row)?.required()?,
            (*self.day.get(row)?)?,
        );
        if let Some(tenant) = &self.tenant {
            request.tenant = tenant.get(row)?.optional()?;
        }
        if let Some(unit) = &self.unit {
            request.service_unit = unit.get(row)?.optional()?;
        }
        Some(request)
    }

    /// Why the request of a row cannot be read.
    fn fault(&self, row: usize) -> Option<Text> {
        if self.index.is_none() {
            return Some(NO_INDEX);
        }
        let party = self
            .party
            .get(row)
            .map(|cell| unread(*cell, NO_PARTY, PARTY));
        let point = self
            .point
            .get(row)
            .map(|cell| unread(*cell, NO_POINT, POINT));
        let service = self
            .service
            .get(row)
            .map(|cell| unread(*cell, NO_SERVICE, SERVICE));
        let day = self.day.get(row).map(|day| day.is_none().then_some(DAY));
        let carried = |column: &Option<Coded<Cell<OwnerOid>>>, fault| {
            let cell = column.as_ref()?.get(row)?;
            cell.optional().is_none().then_some(fault)
        };
        let required = [party, point, service, day].into_iter().flatten().flatten();
        let carried = [carried(&self.tenant, TENANT), carried(&self.unit, UNIT)];
        required.chain(carried.into_iter().flatten()).next()
    }
}

/// An OID of a party, or its id in the index.
pub(crate) fn owner(index: Option<&AddressIndex>, text: &str) -> Option<OwnerOid> {
    match index {
        Some(index) => index.owner_named(text),
        None => OwnerOid::parse(text).ok(),
    }
}

/// A column of codes of services.
pub(crate) fn service(call: &Call<'_>, at: usize) -> Result<Coded<Cell<Service>>> {
    Coded::of_text(call.argument(at)?, |text| {
        Cell::of(text, Service::from_code)
    })
}

fn unread<T: Copy>(cell: Cell<T>, absent: Text, unreadable: Text) -> Option<Text> {
    match cell {
        Cell::Is(_) => None,
        Cell::Absent => Some(absent),
        Cell::Unreadable => Some(unreadable),
    }
}

fn decide(call: &Call<'_>) -> Result<ArrayRef> {
    let asked = Asked::of(call, call.given())?;
    let Some(index) = asked.index.as_deref() else {
        return Ok(Arc::new(BooleanArray::new_null(call.rows)));
    };
    let mut unread = Vec::new();
    let answers = BooleanBuffer::collect_bool(call.rows, |row| match asked.request(row) {
        Some(request) => index.decide(&request).is_permit(),
        None => {
            unread.push(row);
            false
        }
    });
    Ok(Arc::new(BooleanArray::new(
        answers,
        absent(&unread, call.rows),
    )))
}

/// That these rows are NULL.
fn absent(unread: &[usize], rows: usize) -> Option<NullBuffer> {
    let (first, _) = unread.split_first()?;
    let mut left = unread.iter().copied().peekable();
    let is_there = |row| row < *first || left.next_if_eq(&row).is_none();
    Some(NullBuffer::new(BooleanBuffer::collect_bool(rows, is_there)))
}

/// A list for each request; like requests are explained once.
fn explain(call: &Call<'_>, told: impl Fn(&Explanation) -> Vec<String>) -> Result<ArrayRef> {
    let asked = Asked::of(call, call.given())?;
    let requests = (0..call.rows).map(|row| asked.request(row));
    let told = Coded::by_key(requests, |request| {
        Some(told(&asked.index.as_ref()?.explain(&request?)))
    });
    told.spread(&lists(told.values()), call.rows)
}

fn fault(call: &Call<'_>) -> Result<ArrayRef> {
    let end = call.given().saturating_sub(1);
    let language = call.language(end)?;
    let asked = Asked::of(call, end)?;
    let faults = (0..call.rows).map(|row| asked.fault(row).map(|fault| fault.get(language)));
    let told = Coded::by_key(faults, |fault| fault.map(str::to_owned));
    told.texts(call.rows)
}

const NO_INDEX: Text = text! {
    en: "no index is named",
    fi: "hakemistoa ei ole nimetty",
    sv: "inget index är nämnt",
};
const NO_PARTY: Text = text! {
    en: "the party is absent",
    fi: "osapuoli puuttuu",
    sv: "parten saknas",
};
pub(crate) const PARTY: Text = text! {
    en: "the party is no id of the index and no OID of a party",
    fi: "osapuoli ei ole hakemiston tunniste eikä osapuolen OID-tunnus",
    sv: "parten är inget id i indexet och ingen parts OID",
};
const NO_POINT: Text = text! {
    en: "the access point is absent",
    fi: "liityntäpiste puuttuu",
    sv: "anslutningspunkten saknas",
};
const POINT: Text = text! {
    en: "the access point is no id of the index and no OID of an access point",
    fi: "liityntäpiste ei ole hakemiston tunniste eikä liityntäpisteen OID-tunnus",
    sv: "anslutningspunkten är inget id i indexet och ingen anslutningspunkts OID",
};
const NO_SERVICE: Text = text! {
    en: "the service is absent",
    fi: "palvelu puuttuu",
    sv: "tjänsten saknas",
};
pub(crate) const SERVICE: Text = text! {
    en: "the service is no code of a service",
    fi: "palvelu ei ole minkään palvelun koodi",
    sv: "tjänsten är ingen kod för en tjänst",
};
const DAY: Text = text! {
    en: "the day is absent or no date",
    fi: "päivä puuttuu tai ei ole päivämäärä",
    sv: "dagen saknas eller är inget datum",
};
pub(crate) const TENANT: Text = text! {
    en: "the tenant is no id of the index and no OID of a party",
    fi: "vuokralainen ei ole hakemiston tunniste eikä osapuolen OID-tunnus",
    sv: "hyresgästen är inget id i indexet och ingen parts OID",
};
pub(crate) const UNIT: Text = text! {
    en: "the service unit is no OID of a unit",
    fi: "palveluyksikkö ei ole yksikön OID-tunnus",
    sv: "serviceenheten är ingen enhets OID",
};
