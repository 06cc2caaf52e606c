//! Each kind of record, field by field.

use ipnet::IpNet;

use super::fields::Fields;
use super::names::Named;
use super::tree::{Node, Spot};
use crate::addresses::normalised;
use crate::build::Kind;
use crate::fault::{Expected, FaultKind};
use crate::{
    AccessPoint, Agreement, Annotation, Basis, Certificate, Header, Party, PartyKind, Pharmacy,
    RegisterEntry, Tenant, Validity,
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
#[cfg(feature = "json")]
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
pub(crate) fn header(fields: &mut Fields<'_>) -> Option<Header> {
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

pub(crate) fn party(fields: &mut Fields<'_>) -> Option<Party> {
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
    if fields.has_fault("oid") {
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
fn register_entry(fields: &mut Fields<'_>) -> Option<RegisterEntry> {
    let ends = fields.has("register_entry_until");
    let until = fields.date("register_entry_until");
    let Some(spot) = fields.take("register_entry") else {
        // An end of what is not there says nothing that is understood.
        return if ends {
            fields.need("register_entry", None)
        } else {
            None
        };
    };
    match spot.node {
        Node::Flag(false) if ends => {
            fields.wrong("register_entry", spot.at, Expected::Date);
            None
        }
        Node::Flag(false) => Some(RegisterEntry::Denied),
        Node::Text(text) => match text.parse() {
            Ok(from) => Some(RegisterEntry::Entered(Validity::new(Some(from), until))),
            Err(_) => {
                let not = FaultKind::NotADate(text.into_owned());
                fields.fault("register_entry", spot.at, not);
                None
            }
        },
        node => fields.refuse("register_entry", spot.at, &node, Expected::DateOrNo),
    }
}

pub(crate) fn pharmacy(fields: &mut Fields<'_>) -> Option<Pharmacy> {
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

pub(crate) fn tenant(fields: &mut Fields<'_>) -> Option<Tenant> {
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

pub(crate) fn access_point(fields: &mut Fields<'_>) -> Option<AccessPoint> {
    let id = fields.owned("id");
    let oid = fields.access_point("oid");
    let oid = fields.need("oid", oid);
    let administrator = fields.owned("administrator");
    let administrator = fields.need("administrator", administrator);
    let addresses = fields.list("addresses").into_iter();
    let addresses: Vec<_> = addresses.filter_map(|spot| prefix(fields, spot)).collect();
    let certificates = fields.list("certificates").into_iter();
    let certificates: Vec<_> = certificates
        .filter_map(|spot| certificate(fields, spot))
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
fn prefix(fields: &mut Fields<'_>, spot: Spot<'_>) -> Option<IpNet> {
    let text = match spot.node {
        Node::Text(text) => text,
        node => return fields.refuse("addresses", spot.at, &node, Expected::Text),
    };
    let net = text
        .parse::<IpNet>()
        .or_else(|_| text.parse::<core::net::IpAddr>().map(IpNet::from));
    match net {
        Ok(net) if net.trunc() == net => Some(normalised(net)),
        Ok(_) => {
            let bits = FaultKind::HostBits(text.into_owned());
            fields.fault("addresses", spot.at, bits);
            None
        }
        Err(_) => {
            let not = FaultKind::NotAPrefix(text.into_owned());
            fields.fault("addresses", spot.at, not);
            None
        }
    }
}

fn certificate(fields: &mut Fields<'_>, spot: Spot<'_>) -> Option<Certificate> {
    let table = match spot.node {
        Node::Table(table) => table,
        node => return fields.refuse("certificates", spot.at, &node, Expected::Table),
    };
    let mut inner = Fields::new(table, &["serial", "from", "until"]);
    let serial = inner.owned("serial");
    let serial = inner.need("serial", serial);
    let validity = inner.validity("from", "until");
    for (field, at, kind) in inner.finish() {
        let dot = if field.is_empty() { "" } else { "." };
        let field = format!("certificates{dot}{field}");
        fields.fault(&field, at.or(spot.at), kind);
    }
    Some(Certificate {
        serial: serial?,
        validity,
    })
}

pub(crate) fn agreement(fields: &mut Fields<'_>) -> Option<Agreement> {
    let spot = fields.take("between");
    let at = spot.as_ref().and_then(|spot| spot.at);
    let pair = spot.map(|spot| match spot.node {
        Node::List(list) => match <[Spot<'_>; 2]>::try_from(list) {
            Ok([a, b]) => match (a.node, b.node) {
                (Node::Text(a), Node::Text(b)) => Some([a.into_owned(), b.into_owned()]),
                _ => None,
            },
            Err(_) => None,
        },
        _ => None,
    });
    if pair == Some(None) {
        fields.wrong("between", at, Expected::TwoIds);
    }
    let between = fields.need("between", pair.flatten());
    let validity = fields.validity("from", "until");
    let states_duties = fields.flag("states_duties");
    Some(Agreement {
        between: between?,
        validity,
        states_duties,
    })
}

pub(crate) fn annotation(fields: &mut Fields<'_>) -> Option<Annotation> {
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
pub(crate) fn right(fields: &mut Fields<'_>) -> Option<Named> {
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
