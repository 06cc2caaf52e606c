//! Certificates: what stands in them, and whether they follow their profile.

use datafusion::arrow::array::ArrayRef;
use datafusion::error::Result;
use datafusion::logical_expr::Volatility;
use kanta_admission::Fingerprint;
use kanta_cert::{Assessment, Certificate, Profile, Question, ReadError};
use kanta_conformance::{Date, OutcomeKind, text};
use kanta_text::Text;

use crate::coded::Coded;
use crate::decide::lists;
use crate::function::{Call, Definition, Gives, Kind};
use crate::time;

const CERTIFICATE: &[(&str, Kind)] = &[("certificate", Kind::Octets)];
const PROFILE: &[(&str, Kind)] = &[
    ("certificate", Kind::Octets),
    ("profile", Kind::Text),
    ("day", Kind::Day),
];

const fn of_certificate(
    name: &'static str,
    about: Text,
    gives: Gives,
    work: fn(&Call<'_>) -> Result<ArrayRef>,
) -> Definition {
    Definition {
        name,
        about,
        parameters: CERTIFICATE,
        required: 1,
        gives,
        volatility: Volatility::Immutable,
        work,
    }
}

pub(crate) static FUNCTIONS: [Definition; 9] = [
    of_certificate(
        "kanta_cert_not_before",
        text! {
            en: "the first moment of a certificate's validity",
            fi: "varmenteen voimassaolon ensimmäinen hetki",
            sv: "den första stunden av ett certifikats giltighet",
        },
        Gives::Moment,
        |call| {
            let read = read(call, |it| Some(it.validity().not_before))?;
            time::instants(&read, call.rows)
        },
    ),
    of_certificate(
        "kanta_cert_not_after",
        text! {
            en: "the last moment of a certificate's validity",
            fi: "varmenteen voimassaolon viimeinen hetki",
            sv: "den sista stunden av ett certifikats giltighet",
        },
        Gives::Moment,
        |call| {
            let read = read(call, |it| Some(it.validity().not_after))?;
            time::instants(&read, call.rows)
        },
    ),
    of_certificate(
        "kanta_cert_subject_oid",
        text! {
            en: "the serialNumber of a certificate's subject: of a server certificate the OID of its access point",
            fi: "varmenteen haltijan serialNumber: palvelinvarmenteessa sen liityntäpisteen OID-tunnus",
            sv: "serialNumber för ett certifikats innehavare: i ett servercertifikat dess anslutningspunkts OID",
        },
        Gives::Text,
        |call| {
            let read = read(call, |it| it.subject_serial_number().map(Into::into))?;
            read.texts(call.rows)
        },
    ),
    of_certificate(
        "kanta_cert_serial",
        text! {
            en: "the serial number of a certificate, in hexadecimal digits",
            fi: "varmenteen sarjanumero heksadesimaalinumeroina",
            sv: "ett certifikats serienummer i hexadecimala siffror",
        },
        Gives::Text,
        |call| {
            let read = read(call, |it| {
                Some(data_encoding::HEXLOWER.encode(it.certificate_serial()))
            })?;
            read.texts(call.rows)
        },
    ),
    of_certificate(
        "kanta_cert_issuer",
        text! {
            en: "the common name of a certificate's issuer",
            fi: "varmenteen myöntäjän yleisnimi (CN)",
            sv: "det allmänna namnet (CN) på ett certifikats utfärdare",
        },
        Gives::Text,
        |call| {
            let read = read(call, |it| it.issuer().common_name().map(Into::into))?;
            read.texts(call.rows)
        },
    ),
    of_certificate(
        "kanta_cert_sha256",
        text! {
            en: "the SHA-256 digest of a certificate, as audit logs name it",
            fi: "varmenteen SHA-256-tiiviste, jolla auditointilokit nimeävät sen",
            sv: "ett certifikats SHA-256-sammandrag, med vilket granskningsloggar nämner det",
        },
        Gives::Text,
        |call| {
            let read = read(call, |it| Some(Fingerprint::of(it.der()).to_string()))?;
            read.texts(call.rows)
        },
    ),
    Definition {
        name: "kanta_cert_verdict",
        parameters: PROFILE,
        required: 3,
        ..of_certificate(
            "",
            text! {
                en: "the verdict on a certificate by a profile, `server` or `system-signature`, on a day",
                fi: "arvio varmenteesta profiilin `server` tai `system-signature` mukaan tiettynä päivänä",
                sv: "bedömningen av ett certifikat enligt profilen `server` eller `system-signature` en viss dag",
            },
            Gives::Text,
            |call| {
                let verdicts = assess(call, |it| it.verdict().code().to_owned())?;
                verdicts.texts(call.rows)
            },
        )
    },
    Definition {
        name: "kanta_cert_why",
        parameters: PROFILE,
        required: 3,
        ..of_certificate(
            "",
            text! {
                en: "the requirements of a profile that a certificate breaks on a day",
                fi: "profiilin vaatimukset, joita varmenne rikkoo tiettynä päivänä",
                sv: "de krav i en profil som ett certifikat bryter mot en viss dag",
            },
            Gives::Texts,
            |call| {
                let broken = assess(call, |it| {
                    let findings = it.findings.iter();
                    let broken = findings.filter(|it| it.outcome.kind() == OutcomeKind::Violated);
                    broken.map(|it| it.requirement.id().to_owned()).collect()
                })?;
                broken.spread(&lists(broken.values()), call.rows)
            },
        )
    },
    Definition {
        name: "kanta_cert_fault",
        parameters: &[("certificate", Kind::Octets), ("lang", Kind::Text)],
        ..of_certificate(
            "",
            text! {
                en: "why a certificate cannot be read; NULL if it can",
                fi: "miksi varmennetta ei voi lukea; NULL, jos voi",
                sv: "varför ett certifikat inte kan läsas; NULL om det kan det",
            },
            Gives::Text,
            |call| {
                let language = call.language(1)?;
                let faults = Coded::of_octets(call.argument(0)?, |octets| {
                    Some(certificate(octets?).err()?.message(language))
                })?;
                faults.texts(call.rows)
            },
        )
    },
];

/// A certificate in PEM or DER.
pub(crate) fn certificate(octets: &[u8]) -> Result<Certificate, ReadError> {
    Certificate::from_pem_or_der(octets)
}

/// What stands in each certificate; none where it cannot be read.
fn read<T>(call: &Call<'_>, told: impl Fn(&Certificate) -> Option<T>) -> Result<Coded<Option<T>>> {
    Coded::of_octets(call.argument(0)?, |octets| {
        told(&certificate(octets?).ok()?)
    })
}

/// What becomes of each certificate by the profile, on the day of its row.
fn assess<T: Clone>(call: &Call<'_>, told: impl Fn(&Assessment) -> T) -> Result<Coded<Option<T>>> {
    let profile = match call.same_text(1)? {
        None => None,
        Some(code) => {
            let known = Profile::from_code(&code);
            Some(known.ok_or_else(|| {
                call.error(&format!(
                    "no profile `{code}`: expected `server` or `system-signature`"
                ))
            })?)
        }
    };
    // The number of each distinct certificate, and the certificates.
    let mut certificates = Vec::new();
    let numbers = Coded::of_octets(call.argument(0)?, |octets| {
        let read = certificate(octets?).ok()?;
        certificates.push(read);
        certificates.len().checked_sub(1)
    })?;
    let days = time::days(call.argument(2)?)?;
    let pairs = (0..call.rows)
        .map(|row| -> Option<(usize, Date)> { Some(((*numbers.get(row)?)?, (*days.get(row)?)?)) });
    Ok(Coded::by_key(pairs, |pair| {
        let (number, day) = pair?;
        let question = Question::on(day);
        Some(told(&profile?.assess(certificates.get(number)?, &question)))
    }))
}
