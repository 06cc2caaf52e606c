//! Peers that are access points: where they speak from, and which certificates are theirs.

use kanta_address_index::{AccessPoint, Covers, ResponsibleParty};
use kanta_conformance::{Citation, Document, FieldPath, Outcome, Row, Value, Version, text};

use super::{Asked, Connecting, OfConnection, article, own};
use crate::condition::Responsible;
use crate::policy::OnRecord;

pub(super) static ROWS: [Asked<OfConnection>; 3] = [
    Asked {
        row: Row {
            requirement: &article("private-network/source-of-no-access-point")
                .with_statement(text! {
                    en: "the source address is one of an access point",
                    fi: "lähdeosoite on liityntäpisteen osoite",
                    sv: "källadressen är en anslutningspunkts adress",
                })
                .with_fault(text! {
                    en: "the source address is that of no access point",
                    fi: "lähdeosoite ei ole minkään liityntäpisteen osoite",
                    sv: "källadressen är inte någon anslutningspunkts adress",
                })
                .with_remedy(text! {
                    en: "connect from an address of the access point, or notify Kanta Services of the new address and record it",
                    fi: "ota yhteys liityntäpisteen osoitteesta tai ilmoita uusi osoite Kanta-palveluille ja kirjaa se",
                    sv: "anslut från en av anslutningspunktens adresser, eller anmäl den nya adressen till Kanta-tjänsterna och anteckna den",
                })
                .with_reading(text! {
                    en: "a trusted source is an address that the index states of an access point",
                    fi: "luotettu lähde on osoite, joka osoitehakemistossa on liityntäpisteellä",
                    sv: "en betrodd källa är en adress som indexet anger för en anslutningspunkt",
                })
                .with_fields(&["source"]),
            check: source_known,
        },
        responsible: Responsible::Index(ResponsibleParty::Administrator),
    },
    Asked {
        row: Row {
            requirement: &article("private-network/source-of-another-access-point")
                .with_citations(&[
                    Citation::page(&Document::PRIVATE_NETWORK, ""),
                    Citation::guide("3.2", Version::new(3, 17)),
                ])
                .with_statement(text! {
                    en: "source address and certificate are of the same access point",
                    fi: "lähdeosoite ja varmenne ovat saman liityntäpisteen",
                    sv: "källadressen och certifikatet hör till samma anslutningspunkt",
                })
                .with_fault(text! {
                    en: "source address and certificate are of different access points",
                    fi: "lähdeosoite ja varmenne ovat eri liityntäpisteiden",
                    sv: "källadressen och certifikatet hör till olika anslutningspunkter",
                })
                .with_remedy(text! {
                    en: "present the certificate of the access point whose address is used; if that is being done, find out who holds a certificate that is not theirs",
                    fi: "esitä sen liityntäpisteen varmenne, jonka osoitetta käytetään; jos niin tehdään, selvitä, kenellä on hallussaan toisen varmenne",
                    sv: "visa upp certifikatet för den anslutningspunkt vars adress används; om så redan görs, ta reda på vem som innehar en annans certifikat",
                })
                .with_reading(text! {
                    en: "where ranges of several access points contain the address, those with the narrowest range speak from it",
                    fi: "jos osoite sisältyy usean liityntäpisteen osoitealueeseen, ratkaisee suppein alue",
                    sv: "om adressen ingår i flera anslutningspunkters områden avgör det snävaste området",
                })
                .with_fields(&["source"]),
            check: same_point,
        },
        responsible: Responsible::Index(ResponsibleParty::Administrator),
    },
    Asked {
        row: Row {
            requirement: &own("admission/certificate-not-on-record")
                .with_statement(text! {
                    en: "the certificate is on record at its access point",
                    fi: "varmenne on kirjattu liityntäpisteelleen",
                    sv: "certifikatet är antecknat vid sin anslutningspunkt",
                })
                .with_fault(text! {
                    en: "the certificate is not on record at its access point on that day",
                    fi: "varmennetta ei sinä päivänä ole kirjattu liityntäpisteelleen",
                    sv: "certifikatet är inte den dagen antecknat vid sin anslutningspunkt",
                })
                .with_remedy(text! {
                    en: "record the certificate at the access point, with its serial number and its days",
                    fi: "kirjaa varmenne liityntäpisteelle sarjanumeroineen ja voimassaoloaikoineen",
                    sv: "anteckna certifikatet vid anslutningspunkten med serienummer och giltighetstid",
                })
                .with_reading(text! {
                    en: "the index records a serial number without its issuer: any trusted issuer's counts",
                    fi: "osoitehakemistoon kirjataan sarjanumero ilman myöntäjää: minkä tahansa luotetun myöntäjän varmenne kelpaa",
                    sv: "indexet anger serienumret utan utfärdare: varje betrodd utfärdares certifikat duger",
                })
                .with_fields(&["certificates"]),
            check: on_record,
        },
        responsible: Responsible::Index(ResponsibleParty::Keeper),
    },
];

fn path_of(point: &AccessPoint) -> FieldPath {
    FieldPath::named("access_point", &point.id)
}

fn source_known(view: Connecting<'_>) -> Outcome {
    let source = view.presented.source();
    if view.index.access_points_at(source).next().is_some() {
        return Outcome::Satisfied;
    }
    match view.point {
        Some(point) if point.addresses.is_empty() => {
            Outcome::missing(path_of(point).field("addresses"))
        }
        _ => Outcome::violated(
            Value::Address(source),
            Value::Term(text! {
                en: "an address of an access point",
                fi: "liityntäpisteen osoite",
                sv: "en anslutningspunkts adress",
            }),
        ),
    }
}

fn same_point(view: Connecting<'_>) -> Outcome {
    let Some(point) = view.point else {
        return Outcome::NotApplicable;
    };
    let mut others = Vec::new();
    for speaker in view.index.access_points_at(view.presented.source()) {
        if speaker.oid == point.oid {
            return Outcome::Satisfied;
        }
        others.push(Value::words(&speaker.id));
    }
    if others.is_empty() {
        return Outcome::NotApplicable;
    }
    let of = |text, whose| Value::About(text, Box::new(whose));
    Outcome::violated(
        of(
            text! {
                en: "an address of access point",
                fi: "osoite liityntäpisteen",
                sv: "en adress hos anslutningspunkten",
            },
            Value::OneOf(others),
        ),
        of(
            text! {
                en: "that of the certificate's access point",
                fi: "varmenteen liityntäpisteen osoite",
                sv: "en adress hos certifikatets anslutningspunkt",
            },
            Value::words(&point.id),
        ),
    )
}

fn on_record(view: Connecting<'_>) -> Outcome {
    let (Some(point), Some(certificate), Some(fingerprint)) = (
        view.point,
        view.presented.certificate(),
        view.presented.fingerprint(),
    ) else {
        return Outcome::NotApplicable;
    };
    if view.policy.on_record == OnRecord::NotKept {
        return Outcome::NotApplicable;
    }
    let known = view.policy.known.iter();
    let mut known = known
        .filter(|known| known.access_point == point.oid)
        .peekable();
    if point.certificates.is_empty() && known.peek().is_none() {
        return Outcome::missing(path_of(point).field("certificates"));
    }
    let known = known
        .filter(|known| known.id.is_of(certificate, fingerprint))
        .map(|known| known.validity);
    let serial = certificate.certificate_serial();
    let indexed = point.certificates.iter();
    let indexed = indexed
        .filter(|recorded| recorded.has_serial(serial))
        .map(|recorded| recorded.validity);
    let mut found = text! { en: "no record", fi: "ei kirjausta", sv: "ingen anteckning" };
    let mut undated = false;
    for validity in indexed.chain(known) {
        match validity.covers(view.day) {
            Covers::Yes => return Outcome::Satisfied,
            Covers::Unknown => undated = true,
            Covers::NotYet | Covers::Over => {
                found = text! {
                    en: "a record for other days",
                    fi: "kirjaus muille päiville",
                    sv: "en anteckning för andra dagar",
                };
            }
        }
    }
    if undated {
        return Outcome::missing(path_of(point).field("certificates"));
    }
    Outcome::violated(
        Value::Term(found),
        Value::About(
            text! {
                en: "a record of serial number",
                fi: "kirjaus sarjanumerolle",
                sv: "en anteckning om serienummer",
            },
            Box::new(Value::words(&data_encoding::HEXLOWER.encode(serial))),
        ),
    )
}
