//! Peers that are systems at our own access point: they are known by configuration alone.

use kanta_address_index::ResponsibleParty;
use kanta_conformance::{Outcome, Row, Value, text};

use super::{Asked, OfConnection, OfRequest, own};
use crate::condition::Responsible;

pub(super) static OF_CONNECTIONS: [Asked<OfConnection>; 2] = [
    Asked {
        row: Row {
            requirement: &own("admission/system-not-known")
                .with_statement(text! {
                    en: "the certificate is that of a system configured for this access point",
                    fi: "varmenne on tälle liityntäpisteelle määritetyn järjestelmän",
                    sv: "certifikatet hör till ett system som är konfigurerat för denna anslutningspunkt",
                })
                .with_fault(text! {
                    en: "the certificate is that of no system configured on that day",
                    fi: "varmenne ei ole minkään sinä päivänä määritetyn järjestelmän",
                    sv: "certifikatet hör inte till något system som är konfigurerat den dagen",
                })
                .with_remedy(text! {
                    en: "configure the system with its certificate and the days for which it is known, or present its present certificate",
                    fi: "määritä järjestelmä varmenteineen ja niiden voimassaoloaikoineen tai esitä sen nykyinen varmenne",
                    sv: "konfigurera systemet med dess certifikat och de dagar det gäller, eller visa upp dess nuvarande certifikat",
                })
                .with_fields(&["certificate"]),
            check: |view| match (view.system, view.presented.fingerprint()) {
                (Some(_), _) => Outcome::Satisfied,
                (None, None) => Outcome::NotApplicable,
                (None, Some(fingerprint)) => Outcome::violated(
                    Value::About(
                        text! {
                            en: "a certificate with fingerprint",
                            fi: "varmenne, jonka tiiviste on",
                            sv: "ett certifikat med fingeravtrycket",
                        },
                        Box::new(Value::words(&fingerprint.to_string())),
                    ),
                    Value::Term(text! {
                        en: "a certificate of a configured system",
                        fi: "määritetyn järjestelmän varmenne",
                        sv: "ett konfigurerat systems certifikat",
                    }),
                ),
            },
        },
        responsible: Responsible::Operator,
    },
    Asked {
        row: Row {
            requirement: &own("admission/source-of-no-system")
                .with_statement(text! {
                    en: "the system speaks from one of its configured addresses",
                    fi: "järjestelmä ottaa yhteyden jostakin sille määritetystä osoitteesta",
                    sv: "systemet ansluter från en av sina konfigurerade adresser",
                })
                .with_fault(text! {
                    en: "the source address is not one of the system's",
                    fi: "lähdeosoite ei ole järjestelmän osoite",
                    sv: "källadressen är inte en av systemets adresser",
                })
                .with_remedy(text! {
                    en: "connect from one of the system's addresses, or configure the new one",
                    fi: "ota yhteys jostakin järjestelmän osoitteesta tai määritä uusi osoite",
                    sv: "anslut från en av systemets adresser, eller konfigurera den nya",
                })
                .with_fields(&["source"]),
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
                        text! {
                            en: "an address of the system",
                            fi: "järjestelmän osoite",
                            sv: "en adress hos systemet",
                        },
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
        requirement: &own("admission/system-of-another-party")
            .with_statement(text! {
                en: "a system speaks for the parties for which it is configured",
                fi: "järjestelmä toimii niiden osapuolten puolesta, joille se on määritetty",
                sv: "ett system agerar för de parter för vilka det är konfigurerat",
            })
            .with_fault(text! {
                en: "the system does not speak for this party",
                fi: "järjestelmä ei toimi tämän osapuolen puolesta",
                sv: "systemet agerar inte för denna part",
            })
            .with_remedy(text! {
                en: "name the party whose system it is, or configure the system for this party too",
                fi: "nimeä osapuoli, jonka järjestelmä on, tai määritä järjestelmä myös tälle osapuolelle",
                sv: "ange den part vars system det är, eller konfigurera systemet även för denna part",
            })
            .with_fields(&["for"]),
        check: |view| match view.system {
            None => Outcome::NotApplicable,
            Some(system) if system.speaks_for(view.subject) => Outcome::Satisfied,
            Some(system) => Outcome::violated(
                Value::Oid(view.subject.to_string()),
                Value::About(
                    text! {
                        en: "a party of the system",
                        fi: "järjestelmän osapuoli",
                        sv: "en part som systemet agerar för",
                    },
                    Box::new(Value::words(&system.id)),
                ),
            ),
        },
    },
    responsible: Responsible::Index(ResponsibleParty::Sender),
};
