//! What else certificates of DVV hold: one profile, addresses, basic constraints.

use kanta_conformance::{Date, InForce, Outcome, Row, Value, text};

use crate::kind::Purpose;
use crate::profile::server_certificate::ABSENT;
use crate::profile::{Entry, Facts, Run, observed, policies_found, usages};

pub(super) const PROFILES_CROSSED: Entry = Entry {
    run: Run::Always,
    row: Row {
        requirement: &observed("observed-certificates/profiles-crossed")
            .with_statement(text! {
                en: "a certificate of DVV follows one profile, a server's or a signature's",
                fi: "DVV:n varmenne noudattaa yhtä profiilia, palvelimen tai allekirjoituksen",
                sv: "ett certifikat av MDB följer en profil, serverns eller signaturens",
            })
            .with_fault(text! {
                en: "half a server certificate and half a signature certificate, like some that were issued by mistake in December 2024",
                fi: "puoliksi palvelinvarmenne, puoliksi allekirjoitusvarmenne, kuten eräät joulukuussa 2024 vahingossa myönnetyt",
                sv: "till hälften ett servercertifikat, till hälften ett signaturcertifikat, som några utfärdade av misstag i december 2024",
            })
            .with_remedy(text! {
                en: "have it replaced by DVV",
                fi: "pyydä DVV:ltä korvaava varmenne",
                sv: "be MDB ersätta det",
            })
            .with_purpose(text! {
                en: "helps to notice a certificate that one program takes for a server's and another for a signature's",
                fi: "auttaa huomaamaan varmenteen, jota yksi ohjelma pitää palvelimen ja toinen allekirjoituksen varmenteena",
                sv: "hjälper till att upptäcka ett certifikat som ett program tar för serverns och ett annat för signaturens",
            }),
        check: crossed,
    },
};

pub(super) const NO_REVOCATION_ADDRESS: Entry = Entry {
    run: Run::Always,
    row: Row {
        requirement: &observed("observed-certificates/no-revocation-address")
            .with_statement(text! {
                en: "a certificate of DVV says where its revocation is published and where its issuer's certificate is",
                fi: "DVV:n varmenne kertoo, missä sulkulista ja varmentajan varmenne ovat",
                sv: "ett certifikat av MDB anger var spärrlistan och utfärdarens certifikat finns",
            })
            .with_fault(text! {
                en: "the certificate does not say where to ask for its revocation",
                fi: "varmenne ei kerro, mistä sen sulkemista voi kysyä",
                sv: "certifikatet anger inte var spärrning kan kontrolleras",
            })
            .with_remedy(text! {
                en: "ask DVV, or whoever ordered the certificate, where it comes from",
                fi: "kysy DVV:ltä tai varmenteen tilaajalta, mistä se on peräisin",
                sv: "fråga MDB, eller den som beställde certifikatet, varifrån det kommer",
            })
            .with_purpose(text! {
                en: "helps to notice a certificate whose revocation or path software cannot check by itself",
                fi: "auttaa huomaamaan varmenteen, jonka sulkemista tai polkua ohjelmisto ei voi itse tarkistaa",
                sv: "hjälper till att upptäcka ett certifikat vars spärrning eller kedja programvara inte kan kontrollera på egen hand",
            }),
        check: revocation,
    },
};

pub(super) const BASIC_CONSTRAINTS: Entry = Entry {
    run: Run::Always,
    row: Row {
        requirement: &observed("observed-certificates/basic-constraints")
            .with_statement(text! {
                en: "certificates of DVV issued until November 2024 bear basic constraints",
                fi: "marraskuuhun 2024 saakka myönnetyissä DVV:n varmenteissa on basicConstraints",
                sv: "certifikat av MDB utfärdade till november 2024 har basicConstraints",
            })
            .with_fault(text! {
                en: "basic constraints are missing",
                fi: "basicConstraints puuttuu",
                sv: "basicConstraints saknas",
            })
            .with_remedy(text! {
                en: "nothing has to be done: newer certificates have none",
                fi: "mitään ei tarvitse tehdä: uudemmissa varmenteissa sitä ei ole",
                sv: "inget behöver göras: nyare certifikat har inget",
            })
            .with_purpose(text! {
                en: "helps to notice a certificate that looks unlike others of its time",
                fi: "auttaa huomaamaan varmenteen, joka ei näytä muilta saman ajan varmenteilta",
                sv: "hjälper till att upptäcka ett certifikat som inte ser ut som andra från samma tid",
            })
            .with_in_force(InForce {
                from: kanta_conformance::Bound::Open,
                until: kanta_conformance::Bound::Between {
                    not_yet: Some(Date::constant(2024, 11, 1)),
                    seen: Date::constant(2024, 12, 31),
                },
            })
            .with_judged_on(kanta_conformance::JudgedOn::DayIssued),
        check: basic_constraints,
    },
};

fn crossed(facts: &Facts<'_>) -> Outcome {
    if facts.purpose != Purpose::Crossed {
        return Outcome::Satisfied;
    }
    let found = vec![usages(facts), policies_found(facts)];
    let one = text! { en: "one profile", fi: "yksi profiili", sv: "en profil" };
    Outcome::violated(Value::List(found), Value::Term(one))
}

fn revocation(facts: &Facts<'_>) -> Outcome {
    if facts.content.issued().is_none() {
        return Outcome::NotApplicable;
    }
    let crl = facts.content.crl_uris().next().is_some();
    let authority = facts.content.authority_uris().next().is_some();
    if crl && authority {
        return Outcome::Satisfied;
    }
    let mut required = Vec::new();
    if !crl {
        required.push(Value::words("cRLDistributionPoints"));
    }
    if !authority {
        required.push(Value::words("authorityInfoAccess"));
    }
    Outcome::violated(Value::Term(ABSENT), Value::List(required))
}

fn basic_constraints(facts: &Facts<'_>) -> Outcome {
    if facts.content.issued().is_none() {
        return Outcome::NotApplicable;
    }
    if facts.content.has_basic_constraints() {
        return Outcome::Satisfied;
    }
    Outcome::violated(Value::Term(ABSENT), Value::words("basicConstraints"))
}
