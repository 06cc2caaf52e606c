//! What else certificates of DVV hold: one profile, addresses, basic constraints.

use kanta_conformance::{Date, InForce, Outcome, Requirement, Row, Text, Value};

use crate::kind::Purpose;
use crate::profile::server_certificate::ABSENT;
use crate::profile::{Entry, Facts, OBSERVED, Run, policies_found, usages};

pub(super) const PROFILES_CROSSED: Entry = Entry {
    run: Run::Always,
    row: Row {
        requirement: &Requirement {
            id: "observed-certificates/profiles-crossed",
            statement: Text::new(
                "a certificate of DVV follows one profile, a server's or a signature's",
                "DVV:n varmenne noudattaa yhtä profiilia, palvelimen tai allekirjoituksen",
                "ett certifikat av MDB följer en profil, serverns eller signaturens",
            ),
            fault: Text::new(
                "half a server certificate and half a signature certificate, like some that were issued by mistake in December 2024",
                "puoliksi palvelinvarmenne, puoliksi allekirjoitusvarmenne, kuten eräät joulukuussa 2024 vahingossa myönnetyt",
                "till hälften ett servercertifikat, till hälften ett signaturcertifikat, som några utfärdade av misstag i december 2024",
            ),
            remedy: Text::new(
                "have it replaced by DVV",
                "pyydä DVV:ltä korvaava varmenne",
                "be MDB ersätta det",
            ),
            purpose: Some(Text::new(
                "helps to notice a certificate that one program takes for a server's and another for a signature's",
                "auttaa huomaamaan varmenteen, jota yksi ohjelma pitää palvelimen ja toinen allekirjoituksen varmenteena",
                "hjälper till att upptäcka ett certifikat som ett program tar för serverns och ett annat för signaturens",
            )),
            ..OBSERVED
        },
        check: crossed,
    },
};

pub(super) const NO_REVOCATION_ADDRESS: Entry = Entry {
    run: Run::Always,
    row: Row {
        requirement: &Requirement {
            id: "observed-certificates/no-revocation-address",
            statement: Text::new(
                "a certificate of DVV says where its revocation is published and where its issuer's certificate is",
                "DVV:n varmenne kertoo, missä sulkulista ja varmentajan varmenne ovat",
                "ett certifikat av MDB anger var spärrlistan och utfärdarens certifikat finns",
            ),
            fault: Text::new(
                "the certificate does not say where to ask for its revocation",
                "varmenne ei kerro, mistä sen sulkemista voi kysyä",
                "certifikatet anger inte var spärrning kan kontrolleras",
            ),
            remedy: Text::new(
                "ask DVV, or whoever ordered the certificate, where it comes from",
                "kysy DVV:ltä tai varmenteen tilaajalta, mistä se on peräisin",
                "fråga MDB, eller den som beställde certifikatet, varifrån det kommer",
            ),
            purpose: Some(Text::new(
                "helps to notice a certificate whose revocation or path software cannot check by itself",
                "auttaa huomaamaan varmenteen, jonka sulkemista tai polkua ohjelmisto ei voi itse tarkistaa",
                "hjälper till att upptäcka ett certifikat vars spärrning eller kedja programvara inte kan kontrollera på egen hand",
            )),
            ..OBSERVED
        },
        check: revocation,
    },
};

pub(super) const BASIC_CONSTRAINTS: Entry = Entry {
    run: Run::Always,
    row: Row {
        requirement: &Requirement {
            id: "observed-certificates/basic-constraints",
            statement: Text::new(
                "certificates of DVV issued until November 2024 bear basic constraints",
                "marraskuuhun 2024 saakka myönnetyissä DVV:n varmenteissa on basicConstraints",
                "certifikat av MDB utfärdade till november 2024 har basicConstraints",
            ),
            fault: Text::new(
                "basic constraints are missing",
                "basicConstraints puuttuu",
                "basicConstraints saknas",
            ),
            remedy: Text::new(
                "nothing has to be done: newer certificates have none",
                "mitään ei tarvitse tehdä: uudemmissa varmenteissa sitä ei ole",
                "inget behöver göras: nyare certifikat har inget",
            ),
            purpose: Some(Text::new(
                "helps to notice a certificate that looks unlike others of its time",
                "auttaa huomaamaan varmenteen, joka ei näytä muilta saman ajan varmenteilta",
                "hjälper till att upptäcka ett certifikat som inte ser ut som andra från samma tid",
            )),
            in_force: InForce {
                from: kanta_conformance::Bound::Open,
                until: kanta_conformance::Bound::Between {
                    not_yet: Some(Date::constant(2024, 11, 1)),
                    seen: Date::constant(2024, 12, 31),
                },
            },
            judged_on: kanta_conformance::JudgedOn::DayIssued,
            ..OBSERVED
        },
        check: basic_constraints,
    },
};

fn crossed(facts: &Facts<'_>) -> Outcome {
    if facts.purpose != Purpose::Crossed {
        return Outcome::Satisfied;
    }
    let found = vec![usages(facts), policies_found(facts)];
    let one = Text::new("one profile", "yksi profiili", "en profil");
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
