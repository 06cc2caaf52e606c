//! What holds for certificates of both profiles: validity, issuer, hierarchy, strength.

use kanta_conformance::{
    Certainty, Citation, Date, Document, InForce, Outcome, Requirement, Row, Text, Value,
};

use super::documents::{ADVICE, HIERARCHY, QUOTED_TL_IV};
use super::server_certificate::ABSENT;
use super::{Entry, Facts, GUIDE, OBSERVED, Period, Run};
use crate::issuer::{self, Environment};
use crate::key::SignatureAlgorithm;
use crate::kind::{Origin, Purpose};
use crate::question::Asked;
use crate::time::{PartOfDay, Validity};

const ARTICLE: &[Citation] = &[Citation::page(&Document::PRIVATE_NETWORK, "")];

pub(super) static ROWS: [Entry; 10] = [
    Entry {
        run: Run::Always,
        row: Row {
            requirement: Requirement {
                id: "private-network/certificate-not-valid",
                citations: ARTICLE,
                statement: Text::new(
                    "the validity of certificates is verified",
                    "varmenteiden voimassaolo tarkistetaan",
                    "certifikatens giltighet kontrolleras",
                ),
                fault: Text::new(
                    "the certificate is not valid on the day",
                    "varmenne ei ole voimassa kyseisenä päivänä",
                    "certifikatet är inte giltigt den dagen",
                ),
                remedy: Text::new(
                    "order a new certificate, or use the one that is valid",
                    "tilaa uusi varmenne tai käytä voimassa olevaa",
                    "beställ ett nytt certifikat, eller använd det som är giltigt",
                ),
                reading: Some(Text::new(
                    "an expired certificate is taken as a fault; a day that is only partly covered is left open",
                    "vanhentunut varmenne tulkitaan virheeksi; osittain katettu päivä jätetään avoimeksi",
                    "ett utgånget certifikat tolkas som ett fel; en delvis täckt dag lämnas öppen",
                )),
                in_force: SINCE_ARTICLE,
                ..GUIDE
            },
            check: valid,
        },
    },
    Entry {
        run: Run::Always,
        row: Row {
            requirement: Requirement {
                id: "private-network/issuer-not-valid",
                citations: ARTICLE,
                statement: Text::new(
                    "the validity of certificates is verified, that of the issuing CA too",
                    "varmenteiden voimassaolo tarkistetaan, myös varmentajan",
                    "certifikatens giltighet kontrolleras, även utfärdarens",
                ),
                fault: Text::new(
                    "the certificate of the issuing CA is not valid on the day",
                    "varmentajan oma varmenne ei ole voimassa kyseisenä päivänä",
                    "utfärdarens eget certifikat är inte giltigt den dagen",
                ),
                remedy: Text::new(
                    "order a new certificate: its issuer has expired",
                    "tilaa uusi varmenne: sen varmentaja on vanhentunut",
                    "beställ ett nytt certifikat: dess utfärdare har gått ut",
                ),
                reading: Some(Text::new(
                    "the CA is told by its name; its dates come from the list of CAs",
                    "varmentaja päätellään nimestä; sen päivät ovat varmentajaluettelosta",
                    "utfärdaren bestäms av namnet; dess datum kommer från listan över utfärdare",
                )),
                in_force: SINCE_ARTICLE,
                ..GUIDE
            },
            check: issuer_valid,
        },
    },
    Entry {
        run: Run::EnvironmentAsked,
        row: Row {
            requirement: Requirement {
                id: "deployment-requirements/test-certificate-in-production",
                citations: &[Citation::page(&Document::DEPLOYMENT_REQUIREMENTS, "")],
                statement: Text::new(
                    "test certificates are for development, others for production",
                    "testivarmenteet ovat kehitystä varten, muut tuotantoa varten",
                    "testcertifikat är för utveckling, andra för produktion",
                ),
                fault: Text::new(
                    "a certificate of the test hierarchy in production",
                    "testihierarkian varmenne tuotannossa",
                    "ett certifikat ur testhierarkin i produktion",
                ),
                remedy: Text::new(
                    "order a certificate for production",
                    "tilaa tuotantovarmenne",
                    "beställ ett produktionscertifikat",
                ),
                reading: Some(Text::new(
                    "the issuer and the policies tell the hierarchy; the word test in the subject does not",
                    "hierarkia päätellään myöntäjästä ja politiikoista, ei haltijan nimessä olevasta test-sanasta",
                    "utfärdaren och policyerna visar hierarkin, inte ordet test i innehavarens namn",
                )),
                in_force: InForce::seen(Date::constant(2019, 7, 11)),
                fields: &["", "environment"],
                ..GUIDE
            },
            check: test_in_production,
        },
    },
    Entry {
        run: Run::EnvironmentAsked,
        row: Row {
            requirement: Requirement {
                id: "observed-certificates/production-certificate-in-test",
                statement: Text::new(
                    "tests run with certificates of the test hierarchy",
                    "testit tehdään testihierarkian varmenteilla",
                    "tester körs med certifikat ur testhierarkin",
                ),
                fault: Text::new(
                    "a certificate of the production hierarchy in a test environment",
                    "tuotantohierarkian varmenne testiympäristössä",
                    "ett certifikat ur produktionshierarkin i en testmiljö",
                ),
                remedy: Text::new(
                    "check that it is meant: nothing bars it",
                    "tarkista, että se on tarkoitus: mikään ei kiellä sitä",
                    "kontrollera att det är avsett: inget hindrar det",
                ),
                certainty: Certainty::Inferred,
                fields: &["", "environment"],
                ..OBSERVED
            },
            check: production_in_test,
        },
    },
    Entry {
        run: Run::Always,
        row: Row {
            requirement: Requirement {
                id: "quoted-tl-iv/key-too-short",
                citations: &[Citation::page(&QUOTED_TL_IV, "3")],
                statement: Text::new(
                    "at level TL IV an RSA key has at least 3072 bits, and an elliptic curve at least 256",
                    "tasolla TL IV RSA-avaimessa on vähintään 3072 bittiä ja elliptisessä käyrässä vähintään 256",
                    "på nivå TL IV har en RSA-nyckel minst 3072 bitar och en elliptisk kurva minst 256",
                ),
                fault: Text::new(
                    "the key is shorter than what is quoted for level TL IV",
                    "avain on lyhyempi kuin tasolle TL IV on mainittu",
                    "nyckeln är kortare än vad som återges för nivå TL IV",
                ),
                remedy: STRONGER,
                reading: Some(SECOND_HAND),
                certainty: Certainty::Inferred,
                ..OBSERVED
            },
            check: key,
        },
    },
    Entry {
        run: Run::Always,
        row: Row {
            requirement: Requirement {
                id: "quoted-tl-iv/weak-signature",
                citations: &[Citation::page(&QUOTED_TL_IV, "3")],
                statement: Text::new(
                    "at level TL IV signatures are made over SHA-256 or stronger",
                    "tasolla TL IV allekirjoituksissa käytetään SHA-256:ta tai vahvempaa",
                    "på nivå TL IV görs signaturer med SHA-256 eller starkare",
                ),
                fault: Text::new(
                    "the issuer's signature is weaker than what is quoted for level TL IV",
                    "varmentajan allekirjoitus on heikompi kuin tasolle TL IV on mainittu",
                    "utfärdarens signatur är svagare än vad som återges för nivå TL IV",
                ),
                remedy: STRONGER,
                reading: Some(SECOND_HAND),
                certainty: Certainty::Inferred,
                ..OBSERVED
            },
            check: signature,
        },
    },
    Entry {
        run: Run::Always,
        row: Row {
            requirement: Requirement {
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
                ..OBSERVED
            },
            check: crossed,
        },
    },
    Entry {
        run: Run::Always,
        row: Row {
            requirement: Requirement {
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
                ..OBSERVED
            },
            check: revocation,
        },
    },
    Entry {
        run: Run::Always,
        row: Row {
            requirement: Requirement {
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
    },
    Entry {
        run: Run::Always,
        row: Row {
            requirement: Requirement {
                id: "advice/expires-within-30-days",
                citations: &[Citation::page(&ADVICE, "")],
                statement: Text::new(
                    "a certificate is renewed before its last month",
                    "varmenne uusitaan ennen sen viimeistä kuukautta",
                    "ett certifikat förnyas före sin sista månad",
                ),
                fault: Text::new(
                    "the certificate expires soon",
                    "varmenne vanhenee pian",
                    "certifikatet går snart ut",
                ),
                remedy: Text::new(
                    "order the next certificate now",
                    "tilaa seuraava varmenne nyt",
                    "beställ nästa certifikat nu",
                ),
                certainty: Certainty::Inferred,
                ..OBSERVED
            },
            check: expires_soon,
        },
    },
];

/// That validity is verified was first read in the article of 10.5.2019.
const SINCE_ARTICLE: InForce = InForce::seen(Date::constant(2019, 5, 10));
const STRONGER: Text = Text::new(
    "choose a stronger key, and have the strength attested",
    "valitse vahvempi avain ja hanki vahvuudesta vahvistus",
    "välj en starkare nyckel och låt intyga styrkan",
);
const SECOND_HAND: Text = Text::new(
    "the table of level TL IV is not public here; this is what another agency quotes of it",
    "tason TL IV taulukko ei ole julkisesti saatavilla; tämä on toisen viranomaisen lainaus",
    "tabellen för nivå TL IV är inte offentligt tillgänglig; detta är vad en annan myndighet återger",
);

/// A validity as Finnish days.
fn period(validity: Validity) -> Value {
    Value::Period(
        validity.not_before.finnish_day(),
        validity.not_after.finnish_day(),
    )
}

const PART_OF_DAY: Text = Text::new(
    "whether a day counts that is only partly inside the validity; ask about a moment instead",
    "lasketaanko päivä, joka on vain osittain voimassaolon sisällä; kysy hetkestä",
    "om en dag räknas som bara delvis ligger inom giltigheten; fråga om en tidpunkt i stället",
);

fn judged(validity: Validity, facts: &Facts<'_>) -> Outcome {
    let when = facts.question.when;
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

/// The hierarchy, by the issuer and the policies; none for a request or a foreign certificate.
fn hierarchy(facts: &Facts<'_>) -> Option<Environment> {
    let named_test = || facts.marks.policies.test || issuer::is_test(&facts.content.issuer());
    match facts.origin {
        Origin::None | Origin::Foreign if !facts.marks.policies.test => None,
        Origin::Listed(ca) if !facts.marks.policies.test => Some(ca.hierarchy()),
        _ if named_test() => Some(Environment::Test),
        _ => Some(Environment::Production),
    }
}

const PRODUCTION: Text = Text::new(
    "the production hierarchy",
    "tuotantohierarkia",
    "produktionshierarkin",
);
const TEST: Text = Text::new("the test hierarchy", "testihierarkia", "testhierarkin");

fn test_in_production(facts: &Facts<'_>) -> Outcome {
    match (hierarchy(facts), &facts.question.environment) {
        (None, _) | (_, Asked::NotAsked) | (_, Asked::Is(Environment::Test)) => {
            Outcome::NotApplicable
        }
        (Some(Environment::Production), _) => Outcome::Satisfied,
        (Some(Environment::Test), Asked::Missing(path)) => Outcome::missing(path.clone()),
        (Some(Environment::Test), Asked::Is(Environment::Production)) => {
            Outcome::violated(Value::Term(TEST), Value::Term(PRODUCTION))
        }
    }
}

fn production_in_test(facts: &Facts<'_>) -> Outcome {
    match (hierarchy(facts), &facts.question.environment) {
        (None, _) | (_, Asked::NotAsked) | (_, Asked::Is(Environment::Production)) => {
            Outcome::NotApplicable
        }
        (Some(Environment::Test), _) => Outcome::Satisfied,
        (Some(Environment::Production), Asked::Missing(path)) => Outcome::missing(path.clone()),
        (Some(Environment::Production), Asked::Is(Environment::Test)) => {
            Outcome::violated(Value::Term(PRODUCTION), Value::Term(TEST))
        }
    }
}

fn key(facts: &Facts<'_>) -> Outcome {
    use crate::key::Key;
    let required = match facts.content.key {
        Key::Rsa { bits } if bits < 3072 => Value::Bits(3072).at_least(),
        Key::Rsa { .. } | Key::P256 | Key::P384 | Key::P521 => return Outcome::Satisfied,
        Key::OtherCurve | Key::Other => {
            return Outcome::outside(&Document::CRYPTOGRAPHIC_STRENGTHS);
        }
    };
    Outcome::violated(
        facts
            .content
            .key
            .bits()
            .map_or(Value::Term(ABSENT), Value::Bits),
        required,
    )
}

fn signature(facts: &Facts<'_>) -> Outcome {
    let Some(issued) = facts.content.issued() else {
        return Outcome::NotApplicable;
    };
    match issued.algorithm {
        algorithm if algorithm.digest_bits().is_some() => Outcome::Satisfied,
        SignatureAlgorithm::Weak => {
            Outcome::violated(Value::words("SHA-1, MD5"), Value::words("SHA-256"))
        }
        _ => Outcome::outside(&Document::CRYPTOGRAPHIC_STRENGTHS),
    }
}

fn crossed(facts: &Facts<'_>) -> Outcome {
    if facts.purpose != Purpose::Crossed {
        return Outcome::Satisfied;
    }
    let found = vec![super::usages(facts), super::policies_found(facts)];
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

fn expires_soon(facts: &Facts<'_>) -> Outcome {
    let Some(Period { last, .. }) = facts.period else {
        return Outcome::NotApplicable;
    };
    let left = facts.question.day().days_until(last);
    match left {
        // Expired is another row's finding.
        ..0 => Outcome::NotApplicable,
        0..30 => Outcome::violated(Value::Days(i64::from(left)), Value::Days(30).at_least()),
        _ => Outcome::Satisfied,
    }
}
