//! What the key is for, and under which policy, as seen in DVV's server certificates.

use kanta_conformance::{Certainty, Outcome, Row, Value, Why, text};

use super::ASK_DVV;
use crate::extension::KeyUsage;
use crate::kind::Origin;
use crate::profile::documents::PRACTICE;
use crate::profile::{Entry, Facts, Run, observed, policies_found, usages};

pub(super) const KEY_USAGE: Entry = Entry {
    run: Run::Always,
    row: Row {
        requirement: &observed("observed-certificates/server-key-usage")
            .with_statement(text! {
                en: "the key of a server certificate makes digital signatures, and serves as TLS server and as TLS client",
                fi: "palvelinvarmenteen avaimella tehdään digitaalisia allekirjoituksia ja se toimii TLS-palvelimena ja -asiakkaana",
                sv: "nyckeln i ett servercertifikat gör digitala signaturer och tjänar som TLS-server och TLS-klient",
            })
            .with_fault(text! {
                en: "the key usage differs from that of DVV's server certificates",
                fi: "avaimen käyttö poikkeaa DVV:n palvelinvarmenteista",
                sv: "nyckelanvändningen avviker från MDB:s servercertifikat",
            })
            .with_remedy(ASK_DVV)
            .with_purpose(text! {
                en: "helps to notice a certificate that is meant for another use, or that serves only one end of a TLS connection",
                fi: "auttaa huomaamaan varmenteen, joka on tarkoitettu muuhun käyttöön tai kelpaa vain TLS-yhteyden toiseen päähän",
                sv: "hjälper till att upptäcka ett certifikat som är avsett för annat bruk, eller som duger bara i ena änden av en TLS-förbindelse",
            })
            .with_certainty(Certainty::Inferred),
        check: key_usage,
    },
};

pub(super) const POLICY: Entry = Entry {
    run: Run::Always,
    row: Row {
        requirement: &observed("observed-certificates/server-policy")
            .with_statement(text! {
                en: "the policies name a server certificate of DVV",
                fi: "politiikat nimeävät DVV:n palvelinvarmenteen",
                sv: "policyerna anger ett servercertifikat av MDB",
            })
            .with_fault(text! {
                en: "no policy of the certificate is one of DVV's server certificates",
                fi: "mikään varmenteen politiikka ei ole DVV:n palvelinvarmenteen",
                sv: "ingen av certifikatets policyer hör till MDB:s servercertifikat",
            })
            .with_remedy(ASK_DVV)
            .with_purpose(text! {
                en: "helps to notice a certificate that DVV granted as something else than a server certificate",
                fi: "auttaa huomaamaan varmenteen, jonka DVV on myöntänyt muuna kuin palvelinvarmenteena",
                sv: "hjälper till att upptäcka ett certifikat som MDB har beviljat som något annat än ett servercertifikat",
            })
            .with_certainty(Certainty::Inferred),
        check: policy,
    },
};

fn key_usage(facts: &Facts<'_>) -> Outcome {
    let usage = facts.content.key_usage();
    // What a request asks for is the CA's to grant; without key usage it asks for nothing.
    if usage.is_none() && facts.content.issued().is_none() {
        return Outcome::NotApplicable;
    }
    let signs = usage.is_some_and(|usage| usage.contains(KeyUsage::DIGITAL_SIGNATURE));
    if signs && facts.marks.server_auth && facts.marks.client_auth {
        return Outcome::Satisfied;
    }
    let mut required: Vec<Value> = Vec::new();
    for (there, name) in [
        (signs, "digitalSignature"),
        (facts.marks.server_auth, "serverAuth"),
        (facts.marks.client_auth, "clientAuth"),
    ] {
        if !there {
            required.push(Value::words(name));
        }
    }
    Outcome::violated(usages(facts), Value::List(required))
}

fn policy(facts: &Facts<'_>) -> Outcome {
    if facts.content.issued().is_none() {
        return Outcome::NotApplicable;
    }
    if facts.marks.policies.server {
        return Outcome::Satisfied;
    }
    // Before the third generation, one policy stood for both kinds, and those of the older CAs are
    // not all known.
    match facts.origin {
        Origin::Listed(ca) if ca.common_name().contains("G3") => Outcome::violated(
            policies_found(facts),
            Value::words("1.2.246.517.1.10.3xx.1"),
        ),
        _ => Outcome::Undetermined(Why::EvidenceOutside(&PRACTICE)),
    }
}
