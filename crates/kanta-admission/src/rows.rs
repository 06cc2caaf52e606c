//! What this crate itself asks of a connection and of a request: one row each. The rest is asked by the rows of
//! `kanta-cert` and `kanta-address-index`.

mod access_points;
mod systems;

use kanta_address_index::{AccessPoint, AddressIndex};
use kanta_cert::Certificate;
use kanta_conformance::{
    Certainty, Citation, Date, Document, Evidence, InForce, Level, Outcome, Requirement, Row,
    Subject, Value, text,
};
use kanta_oid::{AccessPointOid, OwnerOid};

use crate::Presented;
use crate::condition::{AdmissionCondition, Responsible, passes};
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
pub(crate) fn of_connection(view: Connecting<'_>, conditions: &mut Vec<AdmissionCondition>) {
    let own: &[Asked<OfConnection>] = match view.policy.mode {
        crate::Mode::AccessPoints => &access_points::ROWS,
        crate::Mode::OwnAccessPoint { .. } => &systems::OF_CONNECTIONS,
    };
    conditions.extend(
        [&PRESENTED]
            .into_iter()
            .chain(own)
            .map(|asked| AdmissionCondition {
                requirement: asked.row.requirement,
                outcome: asked.row.look(view),
                responsible: asked.responsible,
                binds: true,
            }),
    );
}

/// What is asked of a request beside the index's own rows.
pub(crate) fn of_request(view: Requesting<'_>) -> AdmissionCondition {
    AdmissionCondition {
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
    named_in(presented.certificate()?)
}

/// The same of a certificate.
pub(crate) fn named_in(certificate: &Certificate) -> Option<AccessPointOid> {
    let subject = certificate.subject();
    let mut numbers = subject.serial_numbers();
    let only = numbers.next().filter(|_| numbers.next().is_none())?;
    AccessPointOid::parse(&only).ok()
}

/// "We only allow communication from trusted sources"; "the validity of the certificates is verified automatically".
const fn article(id: &'static str) -> Requirement {
    Requirement::must(id)
        .with_citations(const { &[Citation::page(&Document::PRIVATE_NETWORK, "")] })
        .with_evidence(Evidence::Computed)
        .with_in_force(InForce::ALWAYS)
}

/// What no document says: this crate does, so that nobody unknown is admitted.
const fn own(id: &'static str) -> Requirement {
    article(id)
        .with_citations(&[])
        .with_level(Level::Note)
        .with_certainty(Certainty::Inferred)
}

static PRESENTED: Asked<OfConnection> = Asked {
    row: Row {
        requirement: &article("private-network/certificate-not-presented")
            .with_statement(text! {
                en: "whoever connects presents a certificate",
                fi: "yhteyden ottaja esittää varmenteen",
                sv: "den som ansluter visar upp ett certifikat",
            })
            .with_fault(text! {
                en: "no readable certificate was presented",
                fi: "luettavaa varmennetta ei esitetty",
                sv: "inget läsbart certifikat visades upp",
            })
            .with_remedy(text! {
                en: "configure the client certificate of the connecting system",
                fi: "määritä yhteyden ottavalle järjestelmälle asiakasvarmenne",
                sv: "konfigurera klientcertifikatet för det anslutande systemet",
            })
            .with_reading(text! {
                en: "a source is trusted if its certificate and its address tell the same access point",
                fi: "lähteeseen luotetaan, jos sen varmenne ja osoite osoittavat samaan liityntäpisteeseen",
                sv: "en källa är betrodd om dess certifikat och adress pekar på samma anslutningspunkt",
            }),
        check: |view| {
            if view.presented.certificate().is_some() {
                return Outcome::Satisfied;
            }
            let found = if view.presented.is_unreadable() {
                text! {
                    en: "a certificate that cannot be read",
                    fi: "varmenne, jota ei voi lukea",
                    sv: "ett certifikat som inte kan läsas",
                }
            } else {
                text! { en: "no certificate", fi: "ei varmennetta", sv: "inget certifikat" }
            };
            let required = text! { en: "a certificate", fi: "varmenne", sv: "ett certifikat" };
            Outcome::violated(Value::Term(found), Value::Term(required))
        },
    },
    responsible: Responsible::Index(kanta_address_index::ResponsibleParty::Sender),
};
