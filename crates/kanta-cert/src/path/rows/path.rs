//! The rows of a path and its revocation.

use kanta_conformance::{Citation, Document, Row, Subject, Text, text};

use super::{Judged, article};
use crate::path::check::PathCheck;
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

const ORDER: Text = text! {
    en: "do not use the certificate; order another one from DVV",
    fi: "älä käytä varmennetta; tilaa toinen DVV:ltä",
    sv: "använd inte certifikatet; beställ ett annat av MDB",
};

pub(super) static PATH: [Row<OnePath>; 8] = [
    Row {
        requirement: &article("private-network/path-without-trust-anchor")
            .with_citations(clause!("6.1"))
            .with_statement(text! {
                en: "a path of certificates leads from the certificate to a trust anchor",
                fi: "varmenteesta johtaa varmennepolku luottamusankkuriin",
                sv: "en certifikatkedja leder från certifikatet till ett förtroendeankare",
            })
            .with_fault(text! {
                en: "no path leads from the certificate to a trust anchor",
                fi: "varmenteesta ei johda polkua luottamusankkuriin",
                sv: "ingen kedja leder från certifikatet till ett förtroendeankare",
            })
            .with_remedy(text! {
                en: "give the certificates of the CAs above it, or find out who issued it",
                fi: "anna yläpuolisten varmentajien varmenteet tai selvitä, kuka sen on myöntänyt",
                sv: "ange de överordnade utfärdarnas certifikat, eller ta reda på vem som har utfärdat det",
            })
            .with_purpose(text! {
                en: "only the trust anchors are known beforehand: all other trust is passed on along the path",
                fi: "vain luottamusankkurit tunnetaan ennalta: kaikki muu luottamus välittyy polkua pitkin",
                sv: "bara förtroendeankarna är kända på förhand: allt annat förtroende förs vidare längs kedjan",
            }),
        check: |judged| judged.on(PathCheck::Trusted),
    },
    Row {
        requirement: &article("private-network/path-signature-false")
            .with_citations(clause!("6.1.3 (a) (1)"))
            .with_statement(text! {
                en: "every certificate of the path is signed by its issuer",
                fi: "polun jokainen varmenne on myöntäjänsä allekirjoittama",
                sv: "varje certifikat i kedjan är signerat av sin utfärdare",
            })
            .with_fault(text! {
                en: "a certificate of the path was not signed by the issuer that it names",
                fi: "polun varmenne ei ole nimeämänsä myöntäjän allekirjoittama",
                sv: "ett certifikat i kedjan är inte signerat av den utfärdare som det anger",
            })
            .with_remedy(ORDER)
            .with_purpose(text! {
                en: "anybody can write the name of an issuer into a certificate, but only that issuer can sign it",
                fi: "kuka tahansa voi kirjoittaa varmenteeseen myöntäjän nimen, mutta vain se myöntäjä voi allekirjoittaa sen",
                sv: "vem som helst kan skriva en utfärdares namn i ett certifikat, men bara den utfärdaren kan signera det",
            }),
        check: |judged| judged.on(PathCheck::Genuine),
    },
    Row {
        requirement: &article("private-network/path-certificate-not-valid")
            .with_citations(clause!("6.1.3 (a) (2)"))
            .with_statement(text! {
                en: "every certificate of the path is valid, the trust anchor's too",
                fi: "polun jokainen varmenne on voimassa, myös luottamusankkurin",
                sv: "varje certifikat i kedjan är giltigt, även förtroendeankarets",
            })
            .with_fault(text! {
                en: "a certificate of the path is not valid",
                fi: "polun varmenne ei ole voimassa",
                sv: "ett certifikat i kedjan är inte giltigt",
            })
            .with_remedy(text! {
                en: "use certificates that are valid; where a CA's has expired, ask DVV for its present one",
                fi: "käytä voimassa olevia varmenteita; jos varmentajan varmenne on vanhentunut, pyydä DVV:ltä nykyinen",
                sv: "använd giltiga certifikat; om en utfärdares har gått ut, be MDB om det nuvarande",
            })
            .with_purpose(text! {
                en: "a path holds only as long as every link of it does",
                fi: "polku kestää vain niin kauan kuin sen jokainen lenkki",
                sv: "en kedja håller bara så länge som varje länk i den",
            }),
        check: |judged| judged.on(PathCheck::Valid),
    },
    Row {
        requirement: &article("private-network/path-issuer-not-a-ca")
            .with_citations(clause!("6.1.4 (k), (n)"))
            .with_statement(text! {
                en: "only CAs that may sign certificates stand above the certificate",
                fi: "varmenteen yläpuolella on vain varmentajia, jotka saavat allekirjoittaa varmenteita",
                sv: "ovanför certifikatet står bara utfärdare som får signera certifikat",
            })
            .with_fault(text! {
                en: "an issuer on the path may not issue certificates",
                fi: "polun myöntäjä ei saa myöntää varmenteita",
                sv: "en utfärdare i kedjan får inte utfärda certifikat",
            })
            .with_remedy(ORDER)
            .with_purpose(text! {
                en: "otherwise whoever holds a certificate could issue others, in any name",
                fi: "muuten jokainen varmenteen haltija voisi myöntää varmenteita mihin nimeen tahansa",
                sv: "annars kunde var och en som innehar ett certifikat utfärda andra, i vilket namn som helst",
            }),
        check: |judged| judged.on(PathCheck::Cas),
    },
    Row {
        requirement: &article("private-network/path-too-long")
            .with_citations(clause!("6.1.4 (m)"))
            .with_statement(text! {
                en: "no CA of the path has more CAs below it than it allows",
                fi: "minkään polun varmentajan alla ei ole enempää varmentajia kuin se sallii",
                sv: "ingen utfärdare i kedjan har fler utfärdare under sig än den tillåter",
            })
            .with_fault(text! {
                en: "a CA of the path has more CAs below it than it allows",
                fi: "polun varmentajan alla on enemmän varmentajia kuin se sallii",
                sv: "en utfärdare i kedjan har fler utfärdare under sig än den tillåter",
            })
            .with_remedy(ORDER)
            .with_purpose(text! {
                en: "by this limit a CA settles how far those below it can hand on the right to issue certificates",
                fi: "tällä rajalla varmentaja määrää, kuinka pitkälle sen alla olevat voivat siirtää oikeutta myöntää varmenteita",
                sv: "med denna gräns bestämmer en utfärdare hur långt de under den kan föra vidare rätten att utfärda certifikat",
            }),
        check: |judged| judged.on(PathCheck::Length),
    },
    Row {
        requirement: &article("private-network/path-name-not-permitted")
            .with_citations(clause!("6.1.3 (b), (c)"))
            .with_statement(text! {
                en: "the names on the path keep to the name constraints of the CAs",
                fi: "polun nimet noudattavat varmentajien nimirajoituksia",
                sv: "namnen i kedjan följer utfärdarnas namnbegränsningar",
            })
            .with_fault(text! {
                en: "a name lies outside what a CA of the path may certify",
                fi: "nimi ei kuulu niihin, joita polun varmentaja saa varmentaa",
                sv: "ett namn ligger utanför vad en utfärdare i kedjan får certifiera",
            })
            .with_remedy(ORDER)
            .with_purpose(text! {
                en: "name constraints settle for which names a CA is trusted, so that its mistakes reach no further",
                fi: "nimirajoitukset määräävät, minkä nimien osalta varmentajaan luotetaan, jotta sen virheet eivät ulotu kauemmas",
                sv: "namnbegränsningarna bestämmer för vilka namn en utfärdare betros, så att dess misstag inte når längre",
            }),
        check: |judged| judged.on(PathCheck::Names),
    },
    Row {
        requirement: &article("private-network/certificate-revoked")
            .with_citations(clause!("6.3"))
            .with_statement(text! {
                en: "no certificate of the path is revoked, by the lists of their issuers",
                fi: "mitään polun varmennetta ei ole suljettu myöntäjän sulkulistalla",
                sv: "inget certifikat i kedjan är spärrat enligt utfärdarnas spärrlistor",
            })
            .with_fault(text! {
                en: "a certificate of the path is revoked",
                fi: "polun varmenne on suljettu",
                sv: "ett certifikat i kedjan är spärrat",
            })
            .with_remedy(text! {
                en: "a revoked certificate is replaced; where the status is not known, fetch the list that is named and give it with the others",
                fi: "suljettu varmenne korvataan; jos tilaa ei tiedetä, nouda mainittu sulkulista ja anna se muiden mukana",
                sv: "ett spärrat certifikat ersätts; om statusen inte är känd, hämta den nämnda spärrlistan och ange den med de andra",
            })
            .with_purpose(text! {
                en: "a certificate whose key has been compromised looks as it did before: that it no longer holds is seen from the list",
                fi: "varmenne, jonka avain on vaarantunut, näyttää samalta kuin ennen: sulkulistasta näkee, ettei se enää päde",
                sv: "ett certifikat vars nyckel har röjts ser ut som förut: av spärrlistan framgår att det inte längre gäller",
            }),
        check: |judged| judged.on(PathCheck::Revoked),
    },
    Row {
        requirement: &article("private-network/path-not-processed")
            .with_citations(clause!("6.1.3, 6.1.4 (o)"))
            .with_statement(text! {
                en: "everything critical on the path can be processed",
                fi: "kaikki polun kriittinen sisältö voidaan käsitellä",
                sv: "allt kritiskt i kedjan kan behandlas",
            })
            .with_fault(text! {
                en: "something critical on the path is not processed",
                fi: "jotain polun kriittistä sisältöä ei käsitellä",
                sv: "något kritiskt i kedjan behandlas inte",
            })
            .with_remedy(text! {
                en: "verify the path with another tool too, and compare",
                fi: "tarkista polku myös toisella ohjelmalla ja vertaa",
                sv: "kontrollera kedjan även med ett annat program och jämför",
            })
            .with_purpose(text! {
                en: "what is critical may be what bars the use of the certificate: until it is processed, the path is not verified",
                fi: "kriittinen sisältö voi olla juuri se, mikä estää varmenteen käytön: ennen sen käsittelyä polkua ei ole tarkistettu",
                sv: "det kritiska kan vara just det som hindrar certifikatets användning: innan det behandlas är kedjan inte kontrollerad",
            }),
        check: |judged| judged.on(PathCheck::Processed),
    },
];
