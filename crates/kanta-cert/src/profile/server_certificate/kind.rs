//! What kind of certificate it is, and who granted it.

use kanta_conformance::{Outcome, Row, Text, Value, text};

use super::SINCE_3_17;
use crate::issuer::Branch;
use crate::kind::{CertificateKind, Origin, Purpose};
use crate::profile::documents::{HIERARCHY, PRACTICE};
use crate::profile::{Entry, Facts, Run, guide};

pub(super) const OF_ANOTHER_KIND: Entry = Entry {
    run: Run::Always,
    row: Row {
        requirement: &guide("connection-models/server-certificate-of-another-kind")
            .with_citations(SINCE_3_17)
            .with_statement(text! {
                en: "the certificate that is installed for an access point is a server certificate for social welfare and health care",
                fi: "liityntäpisteeseen asennettava varmenne on sosiaali- ja terveydenhuollon palvelinvarmenne",
                sv: "certifikatet som installeras för en anslutningspunkt är ett servercertifikat för social- och hälsovården",
            })
            .with_fault(text! {
                en: "the certificate is not a server certificate",
                fi: "varmenne ei ole palvelinvarmenne",
                sv: "certifikatet är inte ett servercertifikat",
            })
            .with_remedy(text! {
                en: "use the server certificate of this access point, or order one from DVV",
                fi: "käytä tämän liityntäpisteen palvelinvarmennetta tai tilaa sellainen DVV:ltä",
                sv: "använd anslutningspunktens servercertifikat, eller beställ ett av MDB",
            })
            .with_reading(text! {
                en: "the kind is told by key usage, purposes, policies and names; a request without any of them is decided by the order",
                fi: "tyyppi päätellään avaimen käytöstä, käyttötarkoituksista, politiikoista ja nimistä; jos pyynnössä ei ole näitä, tilaus ratkaisee",
                sv: "slaget framgår av nyckelanvändning, ändamål, policyer och namn; saknar en begäran dem avgör beställningen",
            })
            .with_purpose(text! {
                en: "with a server certificate the access point is identified and the encrypted connection formed; one of another kind is meant for something else",
                fi: "palvelinvarmenteella tunnistetaan liityntäpiste ja muodostetaan salattu yhteys; muunlainen varmenne on tarkoitettu muuhun",
                sv: "med ett servercertifikat identifieras anslutningspunkten och bildas den krypterade förbindelsen; ett av annat slag är avsett för annat",
            }),
        check: kind,
    },
};

pub(super) const OF_ANOTHER_ISSUER: Entry = Entry {
    run: Run::Always,
    row: Row {
        requirement: &guide("connection-models/server-certificate-of-another-issuer")
            .with_citations(SINCE_3_17)
            .with_statement(text! {
                en: "the certificate is granted by DVV as one for social welfare and health care",
                fi: "varmenteen on myöntänyt DVV sosiaali- ja terveydenhuollon varmenteena",
                sv: "certifikatet har beviljats av MDB som ett certifikat för social- och hälsovården",
            })
            .with_fault(text! {
                en: "the certificate comes from another issuer",
                fi: "varmenteen on myöntänyt muu varmentaja",
                sv: "certifikatet kommer från en annan utfärdare",
            })
            .with_remedy(text! {
                en: "order the certificate from DVV's service for social welfare and health care",
                fi: "tilaa varmenne DVV:n sosiaali- ja terveydenhuollon palvelusta",
                sv: "beställ certifikatet av MDB:s tjänst för social- och hälsovården",
            })
            .with_reading(text! {
                en: "the issuer is told by its name; its signature is not verified here",
                fi: "myöntäjä päätellään nimestä; allekirjoitusta ei tässä tarkisteta",
                sv: "utfärdaren bestäms av namnet; signaturen verifieras inte här",
            })
            .with_purpose(text! {
                en: "the certificate's data also serve to identify the parties of the service, so it matters who vouches for them",
                fi: "varmenteen tiedoilla tunnistetaan myös palvelun osapuolet, joten on tärkeää, kuka tiedot vahvistaa",
                sv: "certifikatets uppgifter används även för att identifiera tjänstens parter, så det är viktigt vem som intygar dem",
            }),
        check: issuer,
    },
};

const SERVER: Text = CertificateKind::Server.name();
const SOTE_CA: Text = text! {
    en: "a CA of DVV for social welfare and health care services",
    fi: "DVV:n sosiaali- ja terveydenhuollon palveluvarmenteiden varmentaja",
    sv: "en utfärdare hos MDB för social- och hälsovårdens servicecertifikat",
};

fn kind(facts: &Facts<'_>) -> Outcome {
    match facts.purpose {
        Purpose::Server => Outcome::Satisfied,
        Purpose::Signature | Purpose::Ca | Purpose::Person => {
            Outcome::violated(Value::Term(facts.kind().name()), Value::Term(SERVER))
        }
        // The order tells the kind, not the request.
        Purpose::Unknown if facts.content.issued().is_none() => Outcome::NotApplicable,
        Purpose::Unknown | Purpose::Crossed => Outcome::outside(&PRACTICE),
    }
}

pub(in crate::profile) fn issuer(facts: &Facts<'_>) -> Outcome {
    let violated = || {
        let name = facts.content.issuer().to_string();
        Outcome::violated(Value::Words(name), Value::Term(SOTE_CA))
    };
    match facts.origin {
        Origin::None => Outcome::NotApplicable,
        Origin::Listed(ca) if ca.branch() == Branch::Sote => Outcome::Satisfied,
        // A CA of the branch that is not on the list may be a new one.
        Origin::Unlisted {
            branch: Some(Branch::Sote) | None,
        } => Outcome::outside(&HIERARCHY),
        Origin::Listed(_) | Origin::Unlisted { .. } | Origin::Foreign => violated(),
    }
}
