//! What this crate itself asks of a connection and of a request: one row each. The rest is asked by the rows of
//! `kanta-cert` and `kanta-address-index`.

mod access_points;
mod systems;

use kanta_address_index::{AccessPoint, AddressIndex};
use kanta_conformance::{
    Bound, Certainty, Citation, Date, Document, Evidence, InForce, JudgedOn, Level, Outcome,
    Requirement, Row, Subject, Text, Value,
};
use kanta_oid::{AccessPointOid, OwnerOid};

use crate::Presented;
use crate::link::{Link, Responsible, passes};
use crate::policy::{Policy, System};

/// A connection, as rows see it.
#[derive(Clone, Copy)]
pub(crate) struct Connecting<'a> {
    pub(crate) index: &'a AddressIndex,
    pub(crate) policy: &'a Policy,
    pub(crate) presented: &'a Presented,
    /// The Finnish day of the instant.
    pub(crate) day: Date,
    /// The access point that the certificate names, as the index holds it.
    pub(crate) point: Option<&'a AccessPoint>,
    /// The system whose certificate it is, where systems are asked for.
    pub(crate) system: Option<&'a System>,
}

/// A request over a connection whose system is known.
#[derive(Clone, Copy)]
pub(crate) struct Requesting<'a> {
    pub(crate) system: Option<&'a System>,
    pub(crate) subject: &'a OwnerOid,
}

#[derive(Debug)]
pub(crate) enum OfConnection {}

impl Subject for OfConnection {
    type View<'a> = Connecting<'a>;
}

#[derive(Debug)]
pub(crate) enum OfRequest {}

impl Subject for OfRequest {
    type View<'a> = Requesting<'a>;
}

/// A row, with who can mend what it finds.
struct Asked<S: Subject> {
    row: Row<S>,
    responsible: Responsible,
}

/// The requirements of this crate, in the order in which they are asked.
pub fn requirements() -> impl Iterator<Item = &'static Requirement> {
    let of_connections = [&PRESENTED].into_iter().chain(&access_points::ROWS);
    of_connections
        .chain(&systems::OF_CONNECTIONS)
        .map(|asked| asked.row.requirement)
        .chain([systems::OF_REQUESTS.row.requirement])
}

/// What is asked of a connection, where access points or systems are asked for.
pub(crate) fn of_connection(view: Connecting<'_>, links: &mut Vec<Link>) {
    let own: &[Asked<OfConnection>] = match view.policy.mode {
        crate::Mode::AccessPoints => &access_points::ROWS,
        crate::Mode::OwnAccessPoint { .. } => &systems::OF_CONNECTIONS,
    };
    links.extend([&PRESENTED].into_iter().chain(own).map(|asked| Link {
        requirement: asked.row.requirement,
        outcome: asked.row.look(view),
        responsible: asked.responsible,
        binds: true,
    }));
}

/// What is asked of a request beside the index's own rows.
pub(crate) fn of_request(view: Requesting<'_>) -> Link {
    Link {
        requirement: systems::OF_REQUESTS.row.requirement,
        outcome: systems::OF_REQUESTS.row.look(view),
        responsible: systems::OF_REQUESTS.responsible,
        binds: true,
    }
}

/// Whether a request passes it: the same row, looked at without a list.
#[inline]
pub(crate) fn request_passes(view: Requesting<'_>) -> bool {
    view.system.is_none() || passes(&systems::OF_REQUESTS.row.look(view))
}

/// The OID of an access point in the certificate's subject, where it holds just that.
pub(crate) fn named_by(presented: &Presented) -> Option<AccessPointOid> {
    let subject = presented.certificate()?.subject();
    let mut numbers = subject.serial_numbers();
    let only = numbers.next().filter(|_| numbers.next().is_none())?;
    AccessPointOid::parse(&only).ok()
}

const fn t(en: &'static str, fi: &'static str, sv: &'static str) -> Text {
    Text::new(en, fi, sv)
}

/// "We only allow communication from trusted sources"; "the validity of the certificates is verified automatically".
const ARTICLE: Requirement = Requirement {
    id: "",
    citations: &[Citation::page(&Document::PRIVATE_NETWORK, "")],
    statement: t("", "", ""),
    fault: t("", "", ""),
    remedy: t("", "", ""),
    reading: None,
    purpose: None,
    example: None,
    level: Level::Must,
    certainty: Certainty::Documented,
    evidence: Evidence::Computed,
    in_force: InForce {
        from: Bound::Open,
        until: Bound::Open,
    },
    judged_on: JudgedOn::DayAsked,
    fields: &[],
};

/// What no document says: this crate does, so that nobody unknown is admitted.
const OWN: Requirement = Requirement {
    citations: &[],
    level: Level::Note,
    certainty: Certainty::Inferred,
    ..ARTICLE
};

static PRESENTED: Asked<OfConnection> = Asked {
    row: Row {
        requirement: &Requirement {
            id: "private-network/certificate-not-presented",
            statement: t(
                "whoever connects presents a certificate",
                "yhteyden ottaja esittää varmenteen",
                "den som ansluter visar upp ett certifikat",
            ),
            fault: t(
                "no readable certificate was presented",
                "luettavaa varmennetta ei esitetty",
                "inget läsbart certifikat visades upp",
            ),
            remedy: t(
                "configure the client certificate of the connecting system",
                "määritä yhteyden ottavalle järjestelmälle asiakasvarmenne",
                "konfigurera klientcertifikatet för det anslutande systemet",
            ),
            reading: Some(t(
                "a source is trusted if its certificate and its address tell the same access point",
                "lähteeseen luotetaan, jos sen varmenne ja osoite osoittavat samaan liityntäpisteeseen",
                "en källa är betrodd om dess certifikat och adress pekar på samma anslutningspunkt",
            )),
            ..ARTICLE
        },
        check: |view| {
            if view.presented.certificate().is_some() {
                return Outcome::Satisfied;
            }
            let found = if view.presented.is_unreadable() {
                t(
                    "a certificate that cannot be read",
                    "varmenne, jota ei voi lukea",
                    "ett certifikat som inte kan läsas",
                )
            } else {
                t("no certificate", "ei varmennetta", "inget certifikat")
            };
            let required = t("a certificate", "varmenne", "ett certifikat");
            Outcome::violated(Value::Term(found), Value::Term(required))
        },
    },
    responsible: Responsible::Index(kanta_address_index::Mender::Sender),
};
