//! The system signature certificate: clause 3.3 of the guide, and what DVV tells and issues.

use kanta_conformance::{
    Citation, Date, InForce, JudgedOn, Outcome, Row, Text, Value, Version, Why, text,
};

use super::dns::{self, Shape};
use super::documents::{PRACTICE, SERVICE_CERTIFICATES};
use super::server_certificate::{alternative_names_found, issuer, serial_found};
use super::{Entry, Facts, Run, guide, observed};
use crate::extension::KeyUsage;
use crate::held::SEVERAL;
use crate::kind::{CertificateKind, Origin, Purpose};

const SINCE_3_17: &[Citation] = &[Citation::guide("3.3", Version::new(3, 17))];

pub(super) static ROWS: [Entry; 7] = [
    Entry {
        run: Run::Always,
        row: Row {
            requirement: &guide("connection-models/signature-certificate-of-another-kind")
                .with_citations(SINCE_3_17)
                .with_statement(text! {
                    en: "documents are signed with a system signature certificate for social welfare and health care",
                    fi: "asiakirjat allekirjoitetaan sosiaali- ja terveydenhuollon järjestelmäallekirjoitusvarmenteella",
                    sv: "handlingar undertecknas med ett systemsignaturcertifikat för social- och hälsovården",
                })
                .with_fault(text! {
                    en: "the certificate is not a system signature certificate",
                    fi: "varmenne ei ole järjestelmäallekirjoitusvarmenne",
                    sv: "certifikatet är inte ett systemsignaturcertifikat",
                })
                .with_remedy(text! {
                    en: "use the system signature certificate of the party, or order one from DVV",
                    fi: "käytä toimijan järjestelmäallekirjoitusvarmennetta tai tilaa sellainen DVV:ltä",
                    sv: "använd aktörens systemsignaturcertifikat, eller beställ ett av MDB",
                })
                .with_reading(text! {
                    en: "the kind is told by key usage, purposes, policies and names; a request without any of them is decided by the order",
                    fi: "tyyppi päätellään avaimen käytöstä, käyttötarkoituksista, politiikoista ja nimistä; jos pyynnössä ei ole näitä, tilaus ratkaisee",
                    sv: "slaget framgår av nyckelanvändning, ändamål, policyer och namn; saknar en begäran dem avgör beställningen",
                })
                .with_purpose(text! {
                    en: "whoever checks a document sees from the certificate whether its key is meant for signing documents",
                    fi: "asiakirjan tarkistaja näkee varmenteesta, onko sen avain tarkoitettu asiakirjojen allekirjoittamiseen",
                    sv: "den som kontrollerar en handling ser av certifikatet om dess nyckel är avsedd för att underteckna handlingar",
                }),
            check: kind,
        },
    },
    Entry {
        run: Run::Always,
        row: Row {
            requirement: &guide("connection-models/signature-certificate-of-another-issuer")
                .with_citations(SINCE_3_17)
                .with_statement(text! {
                    en: "the system signature certificate is granted by DVV as one for social welfare and health care",
                    fi: "järjestelmäallekirjoitusvarmenteen on myöntänyt DVV sosiaali- ja terveydenhuollon varmenteena",
                    sv: "systemsignaturcertifikatet har beviljats av MDB som ett certifikat för social- och hälsovården",
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
                    en: "a signature shows the origin of a document only as reliably as the issuer has identified the holder",
                    fi: "allekirjoitus osoittaa asiakirjan alkuperän vain niin luotettavasti kuin varmentaja on tunnistanut haltijan",
                    sv: "en signatur visar en handlings ursprung bara så tillförlitligt som utfärdaren har identifierat innehavaren",
                }),
            check: issuer,
        },
    },
    Entry {
        run: Run::Always,
        row: Row {
            requirement: &guide("dvv-service-certificates/signature-valid-longer-than-two-years")
                .with_citations(&[Citation::page(&SERVICE_CERTIFICATES, "")])
                .with_statement(text! {
                    en: "a system signature certificate is valid for at most two years",
                    fi: "järjestelmäallekirjoitusvarmenne on voimassa enintään kaksi vuotta",
                    sv: "ett systemsignaturcertifikat är giltigt högst två år",
                })
                .with_fault(text! {
                    en: "the certificate is valid for longer than DVV grants",
                    fi: "varmenne on voimassa kauemmin kuin DVV myöntää",
                    sv: "certifikatet är giltigt längre än MDB beviljar",
                })
                .with_remedy(ASK_DVV)
                .with_reading(text! {
                    en: "the page bears no date; the oldest certificate of that length that was seen was issued on 8.6.2021",
                    fi: "sivu on päiväämätön; vanhin nähty tämän pituinen varmenne on myönnetty 8.6.2021",
                    sv: "sidan är odaterad; det äldsta sedda certifikatet av denna längd utfärdades 8.6.2021",
                })
                .with_purpose(text! {
                    en: "the shorter one certificate is used for signing, the fewer documents are affected if its key is compromised",
                    fi: "mitä lyhyemmän ajan yhdellä varmenteella allekirjoitetaan, sitä harvempia asiakirjoja sen avaimen vaarantuminen koskee",
                    sv: "ju kortare tid man signerar med ett certifikat, desto färre handlingar berörs om dess nyckel röjs",
                })
                .with_in_force(InForce::seen(Date::constant(2021, 6, 8)))
                .with_judged_on(JudgedOn::DayIssued),
            check: |facts| super::at_most_years(facts, 2),
        },
    },
    Entry {
        run: Run::Always,
        row: Row {
            requirement: &observed("observed-certificates/signature-key-usage")
                .with_statement(text! {
                    en: "the key of a system signature certificate makes digital signatures that cannot be denied, and does not serve as TLS server",
                    fi: "järjestelmäallekirjoitusvarmenteen avaimella tehdään kiistämättömiä digitaalisia allekirjoituksia eikä se toimi TLS-palvelimena",
                    sv: "nyckeln i ett systemsignaturcertifikat gör oavvisliga digitala signaturer och tjänar inte som TLS-server",
                })
                .with_fault(text! {
                    en: "the key usage differs from that of DVV's system signature certificates",
                    fi: "avaimen käyttö poikkeaa DVV:n järjestelmäallekirjoitusvarmenteista",
                    sv: "nyckelanvändningen avviker från MDB:s systemsignaturcertifikat",
                })
                .with_remedy(ASK_DVV)
                .with_purpose(text! {
                    en: "helps to notice a key that is not meant for signing documents, or is meant for a server as well",
                    fi: "auttaa huomaamaan avaimen, jota ei ole tarkoitettu asiakirjojen allekirjoittamiseen tai joka on tarkoitettu myös palvelimelle",
                    sv: "hjälper till att upptäcka en nyckel som inte är avsedd för att underteckna handlingar, eller som också är avsedd för en server",
                }),
            check: key_usage,
        },
    },
    Entry {
        run: Run::Always,
        row: Row {
            requirement: &observed("observed-certificates/signature-name-is-dns-name")
                .with_statement(text! {
                    en: "the common name of a system signature certificate is the name of a system, not a DNS name",
                    fi: "järjestelmäallekirjoitusvarmenteen commonName on järjestelmän nimi, ei DNS-nimi",
                    sv: "commonName i ett systemsignaturcertifikat är ett systems namn, inte ett DNS-namn",
                })
                .with_fault(text! {
                    en: "the certificate names a server, not a system",
                    fi: "varmenne nimeää palvelimen eikä järjestelmää",
                    sv: "certifikatet anger en server, inte ett system",
                })
                .with_remedy(ASK_DVV)
                .with_purpose(text! {
                    en: "helps to notice that a server certificate has been put in its place",
                    fi: "auttaa huomaamaan, että sen tilalla on palvelinvarmenne",
                    sv: "hjälper till att upptäcka att ett servercertifikat har hamnat på dess plats",
                }),
            check: name,
        },
    },
    Entry {
        run: Run::Always,
        row: Row {
            requirement: &observed("observed-certificates/signature-without-serial-number")
                .with_statement(text! {
                    en: "the subject of a system signature certificate bears an OID in its attribute serialNumber",
                    fi: "järjestelmäallekirjoitusvarmenteen haltijalla on OID-tunnus serialNumber-kentässä",
                    sv: "innehavaren av ett systemsignaturcertifikat har en OID-kod i fältet serialNumber",
                })
                .with_fault(text! {
                    en: "the subject bears no OID",
                    fi: "haltijalla ei ole OID-tunnusta",
                    sv: "innehavaren har ingen OID-kod",
                })
                .with_remedy(ASK_DVV)
                .with_reading(text! {
                    en: "which OID belongs there is not told; it need not be an access point's",
                    fi: "ei ole kerrottu, mikä OID-tunnus siihen kuuluu; sen ei tarvitse olla liityntäpisteen",
                    sv: "vilken OID-kod som hör hit anges inte; den behöver inte vara en anslutningspunkts",
                })
                .with_purpose(text! {
                    en: "helps to notice a holder who is told from others by name only, or by a code of another kind",
                    fi: "auttaa huomaamaan haltijan, jonka erottaa muista vain nimi tai muunlainen tunnus",
                    sv: "hjälper till att upptäcka en innehavare som skiljs från andra bara genom namnet eller genom en kod av annat slag",
                }),
            check: serial_number,
        },
    },
    Entry {
        run: Run::Always,
        row: Row {
            requirement: &observed("observed-certificates/signature-policy")
                .with_statement(text! {
                    en: "the policies name a system signature certificate of DVV",
                    fi: "politiikat nimeävät DVV:n järjestelmäallekirjoitusvarmenteen",
                    sv: "policyerna anger ett systemsignaturcertifikat av MDB",
                })
                .with_fault(text! {
                    en: "no policy of the certificate is one of DVV's system signature certificates",
                    fi: "mikään varmenteen politiikka ei ole DVV:n järjestelmäallekirjoitusvarmenteen",
                    sv: "ingen av certifikatets policyer hör till MDB:s systemsignaturcertifikat",
                })
                .with_remedy(ASK_DVV)
                .with_purpose(text! {
                    en: "helps to notice a certificate that looks like one for signatures and that DVV granted as something else",
                    fi: "auttaa huomaamaan varmenteen, joka näyttää allekirjoitusvarmenteelta mutta jonka DVV on myöntänyt muuna",
                    sv: "hjälper till att upptäcka ett certifikat som ser ut som ett signaturcertifikat men som MDB har beviljat som något annat",
                }),
            check: policy,
        },
    },
];

const ASK_DVV: Text = text! {
    en: "ask DVV, or whoever ordered the certificate, where it comes from",
    fi: "kysy DVV:ltä tai varmenteen tilaajalta, mistä se on peräisin",
    sv: "fråga MDB, eller den som beställde certifikatet, varifrån det kommer",
};
const SIGNATURE: Text = CertificateKind::SystemSignature.name();

fn kind(facts: &Facts<'_>) -> Outcome {
    match facts.purpose {
        Purpose::Signature => Outcome::Satisfied,
        Purpose::Server | Purpose::Ca | Purpose::Person => {
            Outcome::violated(Value::Term(facts.kind().name()), Value::Term(SIGNATURE))
        }
        // The order tells the kind, not the request.
        Purpose::Unknown if facts.content.issued().is_none() => Outcome::NotApplicable,
        Purpose::Unknown | Purpose::Crossed => Outcome::outside(&PRACTICE),
    }
}

fn key_usage(facts: &Facts<'_>) -> Outcome {
    let usage = facts.content.key_usage();
    if usage.is_none() && facts.content.issued().is_none() {
        return Outcome::NotApplicable;
    }
    let both = KeyUsage::DIGITAL_SIGNATURE.union(KeyUsage::NON_REPUDIATION);
    if usage.is_some_and(|usage| usage.contains(both)) && !facts.marks.server_auth {
        return Outcome::Satisfied;
    }
    let required = vec![
        Value::words("digitalSignature"),
        Value::words("nonRepudiation"),
    ];
    Outcome::violated(super::usages(facts), Value::List(required))
}

fn name(facts: &Facts<'_>) -> Outcome {
    let system =
        text! { en: "the name of a system", fi: "järjestelmän nimi", sv: "ett systems namn" };
    let held = &facts.common_names;
    if !held.any(|_| true) || held.any(|name| dns::shape(name) != Shape::None) {
        Outcome::violated(held.found(Value::words), Value::Term(system))
    } else if facts.marks.dns {
        Outcome::violated(alternative_names_found(facts.content), Value::Term(system))
    } else {
        Outcome::Satisfied
    }
}

fn serial_number(facts: &Facts<'_>) -> Outcome {
    let oid = text! { en: "an OID", fi: "OID-tunnus", sv: "en OID-kod" };
    let held = &facts.serial_numbers;
    let is_oid = |text: &str| kanta_oid::Oid::parse(text).is_ok();
    match held.sole() {
        Some(text) if is_oid(text) => Outcome::Satisfied,
        None if held.any(is_oid) => Outcome::silent(SEVERAL),
        _ => Outcome::violated(serial_found(held), Value::Term(oid)),
    }
}

fn policy(facts: &Facts<'_>) -> Outcome {
    if facts.content.issued().is_none() {
        return Outcome::NotApplicable;
    }
    if facts.marks.policies.signature {
        return Outcome::Satisfied;
    }
    // The policies of the second generation were not seen.
    match facts.origin {
        Origin::Listed(ca) if !ca.common_name().ends_with("G2") => Outcome::violated(
            super::policies_found(facts),
            Value::words("1.2.246.517.1.10.3xx.2"),
        ),
        _ => Outcome::Undetermined(Why::EvidenceOutside(&PRACTICE)),
    }
}
