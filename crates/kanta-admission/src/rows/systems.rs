//! Peers that are systems at our own access point: they are known by configuration alone.

use kanta_address_index::Mender;
use kanta_conformance::{Outcome, Requirement, Row, Value};

use super::{Asked, OWN, OfConnection, OfRequest, t};
use crate::link::Responsible;

pub(super) static OF_CONNECTIONS: [Asked<OfConnection>; 2] = [
    Asked {
        row: Row {
            requirement: &Requirement {
                id: "admission/system-not-known",
                statement: t(
                    "the certificate is that of a system configured for this access point",
                    "varmenne on tälle liityntäpisteelle määritetyn järjestelmän",
                    "certifikatet hör till ett system som är konfigurerat för denna anslutningspunkt",
                ),
                fault: t(
                    "the certificate is that of no system configured on that day",
                    "varmenne ei ole minkään sinä päivänä määritetyn järjestelmän",
                    "certifikatet hör inte till något system som är konfigurerat den dagen",
                ),
                remedy: t(
                    "configure the system with its certificate and the days for which it is known, or present its present certificate",
                    "määritä järjestelmä varmenteineen ja niiden voimassaoloaikoineen tai esitä sen nykyinen varmenne",
                    "konfigurera systemet med dess certifikat och de dagar det gäller, eller visa upp dess nuvarande certifikat",
                ),
                fields: &["certificate"],
                ..OWN
            },
            check: |view| match (view.system, view.presented.fingerprint()) {
                (Some(_), _) => Outcome::Satisfied,
                (None, None) => Outcome::NotApplicable,
                (None, Some(fingerprint)) => Outcome::violated(
                    Value::About(
                        t(
                            "a certificate with fingerprint",
                            "varmenne, jonka tiiviste on",
                            "ett certifikat med fingeravtrycket",
                        ),
                        Box::new(Value::words(&fingerprint.to_string())),
                    ),
                    Value::Term(t(
                        "a certificate of a configured system",
                        "määritetyn järjestelmän varmenne",
                        "ett konfigurerat systems certifikat",
                    )),
                ),
            },
        },
        responsible: Responsible::Operator,
    },
    Asked {
        row: Row {
            requirement: &Requirement {
                id: "admission/source-of-no-system",
                statement: t(
                    "the system speaks from one of its configured addresses",
                    "järjestelmä ottaa yhteyden jostakin sille määritetystä osoitteesta",
                    "systemet ansluter från en av sina konfigurerade adresser",
                ),
                fault: t(
                    "the source address is not one of the system's",
                    "lähdeosoite ei ole järjestelmän osoite",
                    "källadressen är inte en av systemets adresser",
                ),
                remedy: t(
                    "connect from one of the system's addresses, or configure the new one",
                    "ota yhteys jostakin järjestelmän osoitteesta tai määritä uusi osoite",
                    "anslut från en av systemets adresser, eller konfigurera den nya",
                ),
                fields: &["source"],
                ..OWN
            },
            check: |view| {
                let Some(system) = view.system else {
                    return Outcome::NotApplicable;
                };
                let source = view.presented.source().to_canonical();
                if system.addresses.iter().any(|range| range.contains(&source)) {
                    return Outcome::Satisfied;
                }
                Outcome::violated(
                    Value::Address(view.presented.source()),
                    Value::About(
                        t(
                            "an address of the system",
                            "järjestelmän osoite",
                            "en adress hos systemet",
                        ),
                        Box::new(Value::words(&system.id)),
                    ),
                )
            },
        },
        responsible: Responsible::Operator,
    },
];

pub(super) static OF_REQUESTS: Asked<OfRequest> = Asked {
    row: Row {
        requirement: &Requirement {
            id: "admission/system-of-another-party",
            statement: t(
                "a system speaks for the parties for which it is configured",
                "järjestelmä toimii niiden osapuolten puolesta, joille se on määritetty",
                "ett system agerar för de parter för vilka det är konfigurerat",
            ),
            fault: t(
                "the system does not speak for this party",
                "järjestelmä ei toimi tämän osapuolen puolesta",
                "systemet agerar inte för denna part",
            ),
            remedy: t(
                "name the party whose system it is, or configure the system for this party too",
                "nimeä osapuoli, jonka järjestelmä on, tai määritä järjestelmä myös tälle osapuolelle",
                "ange den part vars system det är, eller konfigurera systemet även för denna part",
            ),
            fields: &["for"],
            ..OWN
        },
        check: |view| match view.system {
            None => Outcome::NotApplicable,
            Some(system) if system.speaks_for(view.subject) => Outcome::Satisfied,
            Some(system) => Outcome::violated(
                Value::Oid(view.subject.to_string()),
                Value::About(
                    t(
                        "a party of the system",
                        "järjestelmän osapuoli",
                        "en part som systemet agerar för",
                    ),
                    Box::new(Value::words(&system.id)),
                ),
            ),
        },
    },
    responsible: Responsible::Index(Mender::Sender),
};
