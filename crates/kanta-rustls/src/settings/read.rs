//! The text of a configuration.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use ipnet::IpNet;
use kanta_address_index::Period;
use kanta_admission::audit::OnFull;
use kanta_admission::{CertificateId, Fingerprint, OnRecord};
use kanta_cert::{Environment, Profile};
use kanta_conformance::{Text, text};
use kanta_source::{
    Diagnostics, Fault, Faults, FieldReader, Form, Limits, Lines, Problem, SourceValue,
    TableReader, decode, toml,
};

use super::{Audit, Listener, OwnAccessPoint, SIZE_LIMIT, Settings, SystemSettings};
use crate::sink::{LogFiles, SyncPolicy};

type Notes = Diagnostics<Problem>;

/// So many faults are told one by one.
const TOLD: usize = 100;

const ADDRESS: Text = text! {
    en: "an address with a port, such as `127.0.0.1:8443`",
    fi: "osoite ja portti, esimerkiksi `127.0.0.1:8443`",
    sv: "en adress med port, till exempel `127.0.0.1:8443`",
};
const NETWORK: Text = text! {
    en: "an address or a range, such as `192.31.196.0/28`",
    fi: "osoite tai osoiteväli, esimerkiksi `192.31.196.0/28`",
    sv: "en adress eller ett adressintervall, till exempel `192.31.196.0/28`",
};
const DIGEST: Text = text! {
    en: "a SHA-256 digest: 64 hexadecimal digits",
    fi: "SHA-256-tiiviste: 64 heksadesimaalinumeroa",
    sv: "en SHA-256-hash: 64 hexadecimala siffror",
};
const ONE_LINE: Text =
    text! { en: "a text of one line", fi: "yhden rivin teksti", sv: "en text på en rad" };
const AT_LEAST_ONE: Text = text! { en: "at least 1", fi: "vähintään 1", sv: "minst 1" };
const FORMAT: Text = text! { en: "1", fi: "1", sv: "1" };
const IDENTIFIED: Text = text! {
    en: "a table with `sha256`, or with `issuer` and `serial`",
    fi: "taulua, jossa on `sha256` tai `issuer` ja `serial`",
    sv: "en tabell med `sha256`, eller med `issuer` och `serial`",
};

impl Settings {
    /// Reads a configuration: every fault at once.
    ///
    /// # Errors
    /// The text is no configuration of a gateway: where, and why.
    pub fn read(bytes: &[u8]) -> Result<Self, Faults<Problem>> {
        let text = decode(bytes, SIZE_LIMIT)
            .map_err(|refused| Faults::from(Fault::new(refused.place(0), refused.problem)))?;
        let lines = Lines::new(text);
        let mut notes = Diagnostics::new(Form::Toml, TOLD);
        let document = toml(text, &Limits::default());
        let is_readable = notes.form_faults(&document, &lines);
        let mut read = None;
        if let (true, SourceValue::Table(entries)) = (is_readable, &document.root.value) {
            let table = TableReader::new(entries, document.root.span, "", &mut notes);
            read = settings(table, &mut notes);
        }
        let span = document.root.span;
        if read.is_none() && notes.is_clean() {
            notes.fault(span, "", Problem::MissingKey { key: "format" });
        }
        let place = kanta_source::Place::new(0, lines.start_of(span), "");
        notes.finish(&lines)?;
        read.ok_or_else(|| Fault::new(place, Problem::MissingKey { key: "format" }).into())
    }
}

fn settings(table: TableReader<'_, '_>, notes: &mut Notes) -> Option<Settings> {
    if let Some(field) = table.field("format", notes) {
        if field.number(notes).is_some_and(|format| format != 1) {
            field.not::<(), _>(FORMAT, notes);
        }
    } else {
        table.missing("format", notes);
    }
    let index = table.list("index", notes).map(|it| paths(it, notes));
    let index = table.need("index", index, notes);
    let trust = table.list("trust", notes).map(|it| paths(it, notes));
    let trust = table.need("trust", trust, notes);
    let crls = table.list("crls", notes).map(|it| paths(it, notes));
    let shadow = table.list("shadow", notes).map(|it| paths(it, notes));
    let environment = table.word("environment", Environment::ALL, Environment::code, notes);
    let records = table.flag("records", notes);
    let reload = seconds(&table, "reload_seconds", 2, notes);
    let own = table.table("own", notes);
    let own = own.and_then(|it| own_access_point(it, notes));
    let listener = table.table("listener", notes);
    let listener = listener.and_then(|it| listener_of(it, notes));
    let listener = table.need("listener", listener, notes);
    let backend = table.table("backend", notes);
    let backend = backend.and_then(|it| address_of(it, notes));
    let backend = table.need("backend", backend, notes);
    let metrics = table.table("metrics", notes);
    let metrics = metrics.and_then(|it| address_of(it, notes));
    let audit = table.table("audit", notes);
    let audit = audit.and_then(|it| audit_of(it, notes));
    let audit = table.need("audit", audit, notes);
    table.close(notes);
    Some(Settings {
        index: index?,
        trust: trust?,
        crls: crls.unwrap_or_default(),
        shadow: shadow.unwrap_or_default(),
        environment,
        on_record: match records {
            Some(false) => OnRecord::NotKept,
            _ => OnRecord::Required,
        },
        own,
        listener: listener?,
        backend: backend?,
        metrics,
        audit: audit?,
        reload,
    })
}

fn listener_of(table: TableReader<'_, '_>, notes: &mut Notes) -> Option<Listener> {
    let address = address(&table, "address", notes);
    let certificate = path(&table, "certificate", notes);
    let key = path(&table, "key", notes);
    let handshake = seconds(&table, "handshake_seconds", 10, notes);
    let request = seconds(&table, "request_seconds", 30, notes);
    let grace = seconds(&table, "grace_seconds", 10, notes);
    let connections = at_least_one(&table, "connections", 4096, notes);
    let sessions = table.number("sessions", notes).unwrap_or(0);
    table.close(notes);
    Some(Listener {
        address: address?,
        certificate: certificate?,
        key: key?,
        handshake,
        request,
        connections: usize::try_from(connections).unwrap_or(usize::MAX),
        sessions: usize::try_from(sessions).unwrap_or(usize::MAX),
        grace,
    })
}

fn audit_of(table: TableReader<'_, '_>, notes: &mut Notes) -> Option<Audit> {
    let field = table.field("origin", notes);
    let origin = field.and_then(|field| {
        let text = field.text(notes)?;
        if text.is_empty() || text.contains(char::is_control) {
            return field.not_a(ONE_LINE, notes);
        }
        Some(text)
    });
    let origin = table.need("origin", origin, notes);
    let log = path(&table, "log", notes);
    let checkpoints = path(&table, "checkpoints", notes);
    let every = at_least_one(&table, "checkpoint_every", 4096, notes);
    let rotate = table.has("rotate_mib").then_some(());
    let rotate = rotate.map(|()| at_least_one(&table, "rotate_mib", 64, notes));
    let sync = table.word("sync", SyncPolicy::ALL, SyncPolicy::code, notes);
    let on_full = table.word("on_full", OnFull::ALL, OnFull::code, notes);
    let on_full = table.need("on_full", on_full, notes);
    let queue = table.number("queue", notes).unwrap_or(0);
    table.close(notes);
    Some(Audit {
        origin: origin?,
        files: LogFiles {
            log: log?,
            checkpoints: checkpoints?,
            rotate_at: rotate.map(|mib| mib.saturating_mul(1 << 20)),
            sync: sync.unwrap_or_default(),
        },
        checkpoint_every: every,
        on_full: on_full?,
        queue: usize::try_from(queue).unwrap_or(usize::MAX).min(1 << 20),
    })
}

fn own_access_point(table: TableReader<'_, '_>, notes: &mut Notes) -> Option<OwnAccessPoint> {
    let access_point = table.text("access_point", notes);
    let access_point = table.need("access_point", access_point, notes);
    let systems = table.tables("system", notes).into_iter();
    let systems: Vec<_> = systems.filter_map(|it| system(it, notes)).collect();
    table.close(notes);
    Some(OwnAccessPoint {
        access_point: access_point?,
        systems,
    })
}

fn system(table: TableReader<'_, '_>, notes: &mut Notes) -> Option<SystemSettings> {
    let id = table.text("id", notes);
    let id = table.need("id", id, notes);
    let certificates = table.list("certificates", notes);
    let certificates = table.need("certificates", certificates, notes);
    let certificates = certificates.unwrap_or_default().into_iter();
    let certificates: Vec<_> = certificates
        .filter_map(|it| certificate(&it, notes))
        .collect();
    let profile = table.word("profile", Profile::ALL, Profile::code, notes);
    let addresses = table.list("addresses", notes);
    let addresses = table.need("addresses", addresses, notes);
    let addresses = addresses.unwrap_or_default().into_iter();
    let addresses: Vec<_> = addresses.filter_map(|it| network(&it, notes)).collect();
    let parties = table.list("for", notes);
    let parties = table.need("for", parties, notes);
    let parties = parties.unwrap_or_default().into_iter();
    let parties: Vec<_> = parties.filter_map(|it| it.text(notes)).collect();
    table.close(notes);
    Some(SystemSettings {
        id: id?,
        certificates,
        profile,
        addresses,
        parties,
    })
}

fn certificate(field: &FieldReader<'_, '_>, notes: &mut Notes) -> Option<(CertificateId, Period)> {
    let table = field.table(notes)?;
    let digest = table.field("sha256", notes);
    let has_digest = digest.is_some();
    let digest = digest.and_then(|field| {
        let text = field.str(notes)?;
        Fingerprint::parse(text).or_else(|| field.not_a(DIGEST, notes))
    });
    let issuer = table.text("issuer", notes);
    let serial = table.text("serial", notes);
    let from = table.date("from", notes);
    let until = table.date("until", notes);
    let is_said = has_digest != (table.has("issuer") && table.has("serial"))
        && !(has_digest && (table.has("issuer") || table.has("serial")));
    if !is_said {
        field.not::<(), _>(IDENTIFIED, notes);
    }
    table.close(notes);
    let id = match (digest, issuer, serial) {
        (Some(digest), ..) => CertificateId::Fingerprint(digest),
        (None, Some(issuer), Some(serial)) => CertificateId::IssuerAndSerial { issuer, serial },
        _ => return None,
    };
    is_said.then(|| (id, Period::new(from, until)))
}

fn network(field: &FieldReader<'_, '_>, notes: &mut Notes) -> Option<IpNet> {
    let text = field.str(notes)?;
    let alone = || IpAddr::from_str(text).map(IpNet::from).ok();
    let network = IpNet::from_str(text).ok().or_else(alone);
    network.or_else(|| field.not_a(NETWORK, notes))
}

fn address_of(table: TableReader<'_, '_>, notes: &mut Notes) -> Option<SocketAddr> {
    let address = address(&table, "address", notes);
    table.close(notes);
    address
}

fn address(
    table: &TableReader<'_, '_>,
    key: &'static str,
    notes: &mut Notes,
) -> Option<SocketAddr> {
    let field = table.field(key, notes);
    let address = field.and_then(|field| {
        let text = field.str(notes)?;
        let parsed = text.parse().ok();
        parsed.or_else(|| field.not_a(ADDRESS, notes))
    });
    table.need(key, address, notes)
}

fn path(table: &TableReader<'_, '_>, key: &'static str, notes: &mut Notes) -> Option<PathBuf> {
    let path = table.text(key, notes).map(PathBuf::from);
    table.need(key, path, notes)
}

fn paths(fields: Vec<FieldReader<'_, '_>>, notes: &mut Notes) -> Vec<PathBuf> {
    let fields = fields.into_iter();
    let texts = fields.filter_map(|field| field.text(notes));
    texts.map(PathBuf::from).collect()
}

fn at_least_one(
    table: &TableReader<'_, '_>,
    key: &'static str,
    otherwise: u64,
    notes: &mut Notes,
) -> u64 {
    let Some(field) = table.field(key, notes) else {
        return otherwise;
    };
    match field.number(notes) {
        Some(0) => field.not(AT_LEAST_ONE, notes).unwrap_or(otherwise),
        Some(number) => number,
        None => otherwise,
    }
}

fn seconds(
    table: &TableReader<'_, '_>,
    key: &'static str,
    otherwise: u64,
    notes: &mut Notes,
) -> Duration {
    Duration::from_secs(at_least_one(table, key, otherwise, notes))
}
