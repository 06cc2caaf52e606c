//! When the certificate and its issuer are valid, and how long is left.

use kanta_conformance::{
    Certainty, Citation, Date, Document, InForce, Outcome, Row, Text, Value, text,
};

use crate::kind::Origin;
use crate::profile::documents::{ADVICE, HIERARCHY};
use crate::profile::{Entry, Facts, Period, Run, guide, observed};
use crate::time::{PartOfDay, Validity};

const ARTICLE: &[Citation] = &[Citation::page(&Document::PRIVATE_NETWORK, "")];

pub(super) const CERTIFICATE_NOT_VALID: Entry = Entry {
    run: Run::Always,
    row: Row {
        requirement: &guide("private-network/certificate-not-valid")
            .with_citations(ARTICLE)
            .with_statement(text! {
                en: "the validity of certificates is verified",
                fi: "varmenteiden voimassaolo tarkistetaan",
                sv: "certifikatens giltighet kontrolleras",
            })
            .with_fault(text! {
                en: "the certificate is not valid on the day",
                fi: "varmenne ei ole voimassa kyseisenä päivänä",
                sv: "certifikatet är inte giltigt den dagen",
            })
            .with_remedy(text! {
                en: "order a new certificate, or use the one that is valid",
                fi: "tilaa uusi varmenne tai käytä voimassa olevaa",
                sv: "beställ ett nytt certifikat, eller använd det som är giltigt",
            })
            .with_reading(text! {
                en: "an expired certificate is taken as a fault; a day that is only partly covered is left open",
                fi: "vanhentunut varmenne tulkitaan virheeksi; osittain katettu päivä jätetään avoimeksi",
                sv: "ett utgånget certifikat tolkas som ett fel; en delvis täckt dag lämnas öppen",
            })
            .with_purpose(text! {
                en: "the issuer undertakes to keep track of whether a certificate is revoked only while it is valid",
                fi: "varmentaja sitoutuu pitämään tietoa varmenteen sulkemisesta yllä vain sen voimassaolon ajan",
                sv: "utfärdaren åtar sig att hålla reda på om ett certifikat är spärrat bara så länge det är giltigt",
            })
            .with_in_force(SINCE_ARTICLE),
        check: valid,
    },
};

pub(super) const ISSUER_NOT_VALID: Entry = Entry {
    run: Run::Always,
    row: Row {
        requirement: &guide("private-network/issuer-not-valid")
            .with_citations(ARTICLE)
            .with_statement(text! {
                en: "the validity of certificates is verified, that of the issuing CA too",
                fi: "varmenteiden voimassaolo tarkistetaan, myös varmentajan",
                sv: "certifikatens giltighet kontrolleras, även utfärdarens",
            })
            .with_fault(text! {
                en: "the certificate of the issuing CA is not valid on the day",
                fi: "varmentajan oma varmenne ei ole voimassa kyseisenä päivänä",
                sv: "utfärdarens eget certifikat är inte giltigt den dagen",
            })
            .with_remedy(text! {
                en: "order a new certificate: its issuer has expired",
                fi: "tilaa uusi varmenne: sen varmentaja on vanhentunut",
                sv: "beställ ett nytt certifikat: dess utfärdare har gått ut",
            })
            .with_reading(text! {
                en: "the CA is told by its name; its dates come from the list of CAs",
                fi: "varmentaja päätellään nimestä; sen päivät ovat varmentajaluettelosta",
                sv: "utfärdaren bestäms av namnet; dess datum kommer från listan över utfärdare",
            })
            .with_purpose(text! {
                en: "a certificate is vouched for by its issuer's own; where that one is not valid, nothing vouches for it",
                fi: "varmenteen vahvistaa varmentajan oma varmenne; jos se ei ole voimassa, mikään ei vahvista varmennetta",
                sv: "ett certifikat intygas av utfärdarens eget; är det inte giltigt, finns inget som intygar certifikatet",
            })
            .with_in_force(SINCE_ARTICLE),
        check: issuer_valid,
    },
};

pub(super) const EXPIRES_WITHIN_30_DAYS: Entry = Entry {
    run: Run::Always,
    row: Row {
        requirement: &observed("advice/expires-within-30-days")
            .with_citations(&[Citation::page(&ADVICE, "")])
            .with_statement(text! {
                en: "a certificate is renewed before its last month",
                fi: "varmenne uusitaan ennen sen viimeistä kuukautta",
                sv: "ett certifikat förnyas före sin sista månad",
            })
            .with_fault(text! {
                en: "the certificate expires soon",
                fi: "varmenne vanhenee pian",
                sv: "certifikatet går snart ut",
            })
            .with_remedy(text! {
                en: "order the next certificate now",
                fi: "tilaa seuraava varmenne nyt",
                sv: "beställ nästa certifikat nu",
            })
            .with_purpose(text! {
                en: "helps to notice while there is still time to order and install the next one",
                fi: "auttaa huomaamaan asian, kun seuraavan ehtii vielä tilata ja asentaa",
                sv: "hjälper till att upptäcka det medan nästa ännu hinner beställas och installeras",
            })
            .with_certainty(Certainty::Inferred),
        check: expires_soon,
    },
};

/// That validity is verified was first read in the article of 10.5.2019.
const SINCE_ARTICLE: InForce = InForce::seen(Date::constant(2019, 5, 10));

/// A validity as Finnish days.
fn period(validity: Validity) -> Value {
    Value::Period(
        validity.not_before.finnish_day(),
        validity.not_after.finnish_day(),
    )
}

const PART_OF_DAY: Text = text! {
    en: "whether a day counts that is only partly inside the validity; ask about a moment instead",
    fi: "lasketaanko päivä, joka on vain osittain voimassaolon sisällä; kysy hetkestä",
    sv: "om en dag räknas som bara delvis ligger inom giltigheten; fråga om en tidpunkt i stället",
};

fn judged(validity: Validity, facts: &Facts<'_>) -> Outcome {
    let when = facts.when();
    match validity.of_span(when.first, when.last) {
        PartOfDay::Whole => Outcome::Satisfied,
        PartOfDay::None => Outcome::violated(period(validity), Value::Date(when.day)),
        PartOfDay::Part => Outcome::silent(PART_OF_DAY),
    }
}

fn valid(facts: &Facts<'_>) -> Outcome {
    match facts.content.issued() {
        Some(issued) => judged(issued.validity, facts),
        None => Outcome::NotApplicable,
    }
}

fn issuer_valid(facts: &Facts<'_>) -> Outcome {
    match facts.origin {
        Origin::Listed(ca) => match ca.validity() {
            Some(validity) => judged(validity, facts),
            None => Outcome::outside(&HIERARCHY),
        },
        Origin::Unlisted { .. } => Outcome::outside(&HIERARCHY),
        // Of a foreign issuer nothing more is said than that it is foreign.
        Origin::None | Origin::Foreign => Outcome::NotApplicable,
    }
}

fn expires_soon(facts: &Facts<'_>) -> Outcome {
    let Some(Period { last, .. }) = facts.period else {
        return Outcome::NotApplicable;
    };
    let left = facts.asked.get().days_until(last);
    match left {
        // Expired is another row's finding.
        ..0 => Outcome::NotApplicable,
        0..30 => Outcome::violated(Value::Days(i64::from(left)), Value::Days(30).at_least()),
        _ => Outcome::Satisfied,
    }
}
