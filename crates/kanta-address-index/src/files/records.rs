//! Each kind of record, field by field.

use ipnet::IpNet;
use kanta_source::{Expected, FieldReader, SourceValue};

use super::fields::Fields;
use super::names::Named;
use crate::addresses::normalised;
use crate::build::Kind;
use crate::fault::{DATE_OR_NO, FaultKind, TWO_IDS};
use crate::{
    AccessPoint, Agreement, Annotation, Basis, Header, Party, PartyKind, Period, Pharmacy,
    RecordedCertificate, RegisterEntry, Tenant,
};

/// The fields of each kind of record.
pub(crate) const fn known(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Party => &[
            "id",
            "oid",
            "name",
            "kind",
            "sector",
            "health_care",
            "social_welfare",
            "register",
            "register_entry",
            "register_entry_until",
        ],
        Kind::Pharmacy => &[
            "id",
            "oid",
            "name",
            "pharmacist",
            "branch",
            "held_from",
            "held_until",
        ],
        Kind::Tenant => &["id", "oid", "name", "host", "sector", "register"],
        Kind::AccessPoint => &["id", "oid", "administrator", "addresses", "certificates"],
        Kind::Agreement => &["between", "from", "until", "states_duties"],
        Kind::Annotation => &["party", "unit", "from", "until"],
        Kind::Right => &[
            "for",
            "access_point",
            "service",
            "from",
            "until",
            "organiser",
            "basis",
            "agreed",
            "reference",
        ],
    }
}

/// The fields that a record of each kind has to have, whatever else it says.
pub(crate) const fn required(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Party => &["kind"],
        Kind::Pharmacy => &["oid", "pharmacist"],
        Kind::Tenant => &["oid", "host"],
        Kind::AccessPoint => &["oid", "administrator"],
        Kind::Agreement => &["between"],
        Kind::Annotation => &["party"],
        Kind::Right => &["for", "access_point", "service"],
    }
}

/// Version, day of issue and expiry: all three, or none.
pub(crate) fn header(fields: &mut Fields<'_, '_>) -> Option<Header> {
    let version = fields.owned("version");
    let issued = fields.date("issued");
    let expires = fields.date("expires");
    if version.is_none() && issued.is_none() && expires.is_none() {
        return None;
    }
    let version = fields.need("version", version);
    let issued = fields.need("issued", issued);
    let expires = fields.need("expires", expires);
    Some(Header {
        version: version?,
        issued: issued?,
        expires: expires?,
    })
}

pub(crate) fn party(fields: &mut Fields<'_, '_>) -> Option<Party> {
    let id = fields.owned("id");
    let oid = fields.owner("oid");
    let name = fields.owned("name");
    let kind = fields.word("kind");
    let kind = fields.need("kind", kind);
    let sector = fields.word("sector");
    let health_care = fields.flag("health_care");
    let social_welfare = fields.flag("social_welfare");
    let register = fields.word("register");
    let register_entry = register_entry(fields);
    // A pharmacist has no OID, and so needs an id of its own.
    let id = id.or_else(|| oid.map(|oid| oid.to_string()));
    let id = match kind {
        Some(PartyKind::Pharmacist) => fields.need("id", id),
        _ => {
            fields.need("oid", oid)?;
            id
        }
    };
    // One that cannot be read is there, and is not missed again.
    if oid.is_none() && fields.has("oid") {
        return None;
    }
    Some(Party {
        id: id?,
        oid,
        name,
        kind: kind?,
        sector,
        health_care,
        social_welfare,
        register,
        register_entry,
    })
}

/// A date since which the entry stands, or false.
fn register_entry(fields: &mut Fields<'_, '_>) -> Option<RegisterEntry> {
    let ends = fields.has("register_entry_until");
    let until = fields.date("register_entry_until");
    let Some(field) = fields.field("register_entry") else {
        // An end of what is not there says nothing that is understood.
        return if ends {
            fields.need("register_entry", None)
        } else {
            None
        };
    };
    match field.value() {
        SourceValue::Flag(false) if field.is_broken() => fields.wrong(&field, DATE_OR_NO),
        SourceValue::Flag(false) if ends => fields.wrong(&field, Expected::Date),
        SourceValue::Flag(false) => Some(RegisterEntry::Denied),
        _ => {
            let from = fields.day(&field, DATE_OR_NO)?;
            Some(RegisterEntry::Entered(Period::new(Some(from), until)))
        }
    }
}

pub(crate) fn pharmacy(fields: &mut Fields<'_, '_>) -> Option<Pharmacy> {
    let id = fields.owned("id");
    let oid = fields.owner("oid");
    let oid = fields.need("oid", oid);
    let name = fields.owned("name");
    let pharmacist = fields.owned("pharmacist");
    let pharmacist = fields.need("pharmacist", pharmacist);
    let branch = fields.flag("branch").unwrap_or(false);
    let held = fields.validity("held_from", "held_until");
    Some(Pharmacy {
        id: id.or_else(|| oid.map(|oid| oid.to_string()))?,
        oid: oid?,
        name,
        pharmacist: pharmacist?,
        branch,
        held,
    })
}

pub(crate) fn tenant(fields: &mut Fields<'_, '_>) -> Option<Tenant> {
    let id = fields.owned("id");
    let oid = fields.owner("oid");
    let oid = fields.need("oid", oid);
    let name = fields.owned("name");
    let host = fields.owned("host");
    let host = fields.need("host", host);
    let sector = fields.word("sector");
    let register = fields.word("register");
    Some(Tenant {
        id: id.or_else(|| oid.map(|oid| oid.to_string()))?,
        oid: oid?,
        name,
        host: host?,
        sector,
        register,
    })
}

pub(crate) fn access_point(fields: &mut Fields<'_, '_>) -> Option<AccessPoint> {
    let id = fields.owned("id");
    let oid = fields.access_point("oid");
    let oid = fields.need("oid", oid);
    let administrator = fields.owned("administrator");
    let administrator = fields.need("administrator", administrator);
    let addresses = fields.list("addresses").into_iter();
    let addresses: Vec<_> = addresses.filter_map(|item| prefix(fields, &item)).collect();
    let certificates = fields.list("certificates").into_iter();
    let certificates: Vec<_> = certificates
        .filter_map(|item| certificate(fields, &item))
        .collect();
    Some(AccessPoint {
        id: id.or_else(|| oid.map(|oid| oid.to_string()))?,
        oid: oid?,
        administrator: administrator?,
        addresses,
        certificates,
    })
}

/// An address, or a prefix without host bits.
fn prefix<'v, 't>(fields: &mut Fields<'v, 't>, item: &FieldReader<'v, 't>) -> Option<IpNet> {
    let text = fields.words(item)?;
    let net = text
        .parse::<IpNet>()
        .or_else(|_| text.parse::<core::net::IpAddr>().map(IpNet::from));
    match net {
        Ok(net) if net.trunc() == net => Some(normalised(net)),
        Ok(_) => fields.fault(item, FaultKind::HostBits(text.into_owned())),
        Err(_) => fields.fault(item, FaultKind::NotAPrefix(text.into_owned())),
    }
}

fn certificate<'v, 't>(
    fields: &mut Fields<'v, 't>,
    item: &FieldReader<'v, 't>,
) -> Option<RecordedCertificate> {
    fields.inner(item, |inner| {
        let serial = inner.owned("serial");
        let serial = inner.need("serial", serial);
        let validity = inner.validity("from", "until");
        Some(RecordedCertificate {
            serial: serial?,
            validity,
        })
    })
}

pub(crate) fn agreement(fields: &mut Fields<'_, '_>) -> Option<Agreement> {
    let field = fields.field("between");
    let between = field.and_then(|field| match pair(field.value()) {
        Some(pair) => Some(pair),
        _ => fields.wrong(&field, TWO_IDS),
    });
    let between = fields.need("between", between);
    let validity = fields.validity("from", "until");
    let states_duties = fields.flag("states_duties");
    Some(Agreement {
        between: between?,
        validity,
        states_duties,
    })
}

/// Two texts.
fn pair(value: &SourceValue<'_>) -> Option<[String; 2]> {
    let SourceValue::List(list) = value else {
        return None;
    };
    match list.as_slice() {
        [a, b] if a.broken.is_none() && b.broken.is_none() => match (&a.value, &b.value) {
            (SourceValue::Text(a), SourceValue::Text(b)) => {
                Some([a.clone().into_owned(), b.clone().into_owned()])
            }
            _ => None,
        },
        _ => None,
    }
}

pub(crate) fn annotation(fields: &mut Fields<'_, '_>) -> Option<Annotation> {
    let party = fields.owned("party");
    let party = fields.need("party", party);
    let unit = fields.owner("unit");
    let validity = fields.validity("from", "until");
    Some(Annotation {
        party: party?,
        unit,
        validity,
    })
}

/// A right whose names may still be ids.
pub(crate) fn right(fields: &mut Fields<'_, '_>) -> Option<Named> {
    let subject = fields.text("for");
    let subject = fields.need("for", subject);
    let point = fields.text("access_point");
    let point = fields.need("access_point", point);
    let service = fields.word("service");
    let service = fields.need("service", service);
    let validity = fields.validity("from", "until");
    let organiser = fields.owned("organiser");
    let basis = Basis {
        kind: fields.word("basis").unwrap_or_default(),
        agreed: fields.date("agreed"),
        reference: fields.owned("reference"),
    };
    Named::new(&subject?, &point?, service?, validity, organiser, basis)
}
