//! The rows of a path and its revocation.

use kanta_conformance::{Citation, Document, Requirement, Row, Subject, Text};

use super::{ARTICLE, Judged};
use crate::path::examine::Matter;
use crate::profile::documents::RFC_5280;

pub(super) struct OnePath;

impl Subject for OnePath {
    type View<'a> = &'a Judged;
}

macro_rules! clause {
    ($clause:literal) => {
        &[
            Citation::page(&Document::PRIVATE_NETWORK, ""),
            Citation::page(&RFC_5280, $clause),
        ]
    };
}

const ORDER: Text = Text::new(
    "do not use the certificate; order another one from DVV",
    "älä käytä varmennetta; tilaa toinen DVV:ltä",
    "använd inte certifikatet; beställ ett annat av MDB",
);

pub(super) static PATH: [Row<OnePath>; 8] = [
    Row {
        requirement: Requirement {
            id: "private-network/path-without-trust-anchor",
            citations: clause!("6.1"),
            statement: Text::new(
                "a path of certificates leads from the certificate to a trust anchor",
                "varmenteesta johtaa varmennepolku luottamusankkuriin",
                "en certifikatkedja leder från certifikatet till ett förtroendeankare",
            ),
            fault: Text::new(
                "no path leads from the certificate to a trust anchor",
                "varmenteesta ei johda polkua luottamusankkuriin",
                "ingen kedja leder från certifikatet till ett förtroendeankare",
            ),
            remedy: Text::new(
                "give the certificates of the CAs above it, or find out who issued it",
                "anna yläpuolisten varmentajien varmenteet tai selvitä, kuka sen on myöntänyt",
                "ange de överordnade utfärdarnas certifikat, eller ta reda på vem som har utfärdat det",
            ),
            ..ARTICLE
        },
        check: |judged| judged.on(Matter::Trusted),
    },
    Row {
        requirement: Requirement {
            id: "private-network/path-signature-false",
            citations: clause!("6.1.3 (a) (1)"),
            statement: Text::new(
                "every certificate of the path is signed by its issuer",
                "polun jokainen varmenne on myöntäjänsä allekirjoittama",
                "varje certifikat i kedjan är signerat av sin utfärdare",
            ),
            fault: Text::new(
                "a certificate of the path was not signed by the issuer that it names",
                "polun varmenne ei ole nimeämänsä myöntäjän allekirjoittama",
                "ett certifikat i kedjan är inte signerat av den utfärdare som det anger",
            ),
            remedy: ORDER,
            ..ARTICLE
        },
        check: |judged| judged.on(Matter::Genuine),
    },
    Row {
        requirement: Requirement {
            id: "private-network/path-certificate-not-valid",
            citations: clause!("6.1.3 (a) (2)"),
            statement: Text::new(
                "every certificate of the path is valid, the trust anchor's too",
                "polun jokainen varmenne on voimassa, myös luottamusankkurin",
                "varje certifikat i kedjan är giltigt, även förtroendeankarets",
            ),
            fault: Text::new(
                "a certificate of the path is not valid",
                "polun varmenne ei ole voimassa",
                "ett certifikat i kedjan är inte giltigt",
            ),
            remedy: Text::new(
                "use certificates that are valid; where a CA's has expired, ask DVV for its present one",
                "käytä voimassa olevia varmenteita; jos varmentajan varmenne on vanhentunut, pyydä DVV:ltä nykyinen",
                "använd giltiga certifikat; om en utfärdares har gått ut, be MDB om det nuvarande",
            ),
            ..ARTICLE
        },
        check: |judged| judged.on(Matter::Valid),
    },
    Row {
        requirement: Requirement {
            id: "private-network/path-issuer-not-a-ca",
            citations: clause!("6.1.4 (k), (n)"),
            statement: Text::new(
                "only CAs that may sign certificates stand above the certificate",
                "varmenteen yläpuolella on vain varmentajia, jotka saavat allekirjoittaa varmenteita",
                "ovanför certifikatet står bara utfärdare som får signera certifikat",
            ),
            fault: Text::new(
                "an issuer on the path may not issue certificates",
                "polun myöntäjä ei saa myöntää varmenteita",
                "en utfärdare i kedjan får inte utfärda certifikat",
            ),
            remedy: ORDER,
            ..ARTICLE
        },
        check: |judged| judged.on(Matter::Cas),
    },
    Row {
        requirement: Requirement {
            id: "private-network/path-too-long",
            citations: clause!("6.1.4 (m)"),
            statement: Text::new(
                "no CA of the path has more CAs below it than it allows",
                "minkään polun varmentajan alla ei ole enempää varmentajia kuin se sallii",
                "ingen utfärdare i kedjan har fler utfärdare under sig än den tillåter",
            ),
            fault: Text::new(
                "a CA of the path has more CAs below it than it allows",
                "polun varmentajan alla on enemmän varmentajia kuin se sallii",
                "en utfärdare i kedjan har fler utfärdare under sig än den tillåter",
            ),
            remedy: ORDER,
            ..ARTICLE
        },
        check: |judged| judged.on(Matter::Length),
    },
    Row {
        requirement: Requirement {
            id: "private-network/path-name-not-permitted",
            citations: clause!("6.1.3 (b), (c)"),
            statement: Text::new(
                "the names on the path keep to the name constraints of the CAs",
                "polun nimet noudattavat varmentajien nimirajoituksia",
                "namnen i kedjan följer utfärdarnas namnbegränsningar",
            ),
            fault: Text::new(
                "a name lies outside what a CA of the path may certify",
                "nimi ei kuulu niihin, joita polun varmentaja saa varmentaa",
                "ett namn ligger utanför vad en utfärdare i kedjan får certifiera",
            ),
            remedy: ORDER,
            ..ARTICLE
        },
        check: |judged| judged.on(Matter::Names),
    },
    Row {
        requirement: Requirement {
            id: "private-network/certificate-revoked",
            citations: clause!("6.3"),
            statement: Text::new(
                "no certificate of the path is revoked, by the lists of their issuers",
                "mitään polun varmennetta ei ole suljettu myöntäjän sulkulistalla",
                "inget certifikat i kedjan är spärrat enligt utfärdarnas spärrlistor",
            ),
            fault: Text::new(
                "a certificate of the path is revoked",
                "polun varmenne on suljettu",
                "ett certifikat i kedjan är spärrat",
            ),
            remedy: Text::new(
                "a revoked certificate is replaced; where the status is not known, fetch the list that is named and give it with the others",
                "suljettu varmenne korvataan; jos tilaa ei tiedetä, nouda mainittu sulkulista ja anna se muiden mukana",
                "ett spärrat certifikat ersätts; om statusen inte är känd, hämta den nämnda spärrlistan och ange den med de andra",
            ),
            ..ARTICLE
        },
        check: |judged| judged.on(Matter::Revoked),
    },
    Row {
        requirement: Requirement {
            id: "private-network/path-not-processed",
            citations: clause!("6.1.3, 6.1.4 (o)"),
            statement: Text::new(
                "everything critical on the path can be processed",
                "kaikki polun kriittinen sisältö voidaan käsitellä",
                "allt kritiskt i kedjan kan behandlas",
            ),
            fault: Text::new(
                "something critical on the path is not processed",
                "jotain polun kriittistä sisältöä ei käsitellä",
                "något kritiskt i kedjan behandlas inte",
            ),
            remedy: Text::new(
                "verify the path with another tool too, and compare",
                "tarkista polku myös toisella ohjelmalla ja vertaa",
                "kontrollera kedjan även med ett annat program och jämför",
            ),
            ..ARTICLE
        },
        check: |judged| judged.on(Matter::Processed),
    },
];
