//! The rows: a path and its revocation, and the trust store itself.

use kanta_conformance::{
    Certainty, Citation, Date, Days, Document, Evidence, Finding, InForce, JudgedOn, Level,
    Outcome, Requirement, Row, Subject, Text, Value,
};
use webpki::Error;

use super::examine::{MATTERS, Matter, examine, of};
use super::place::Place;
use super::search::chain;
use super::store::{Authority, TrustStore};
use super::verify::Asked;
use super::words::{PART_OF_DAY, PRODUCTION_ONLY, THE_ROOT};
use crate::certificate::Certificate;
use crate::issuer::IssuerList;
use crate::profile::documents::{OBSERVED, RFC_5280};
use crate::question::{Question, When};
use crate::time::Moment;

/// The answers on one certificate, one for each row of [`PATH`].
struct Judged([Outcome; MATTERS.len()]);

struct OnePath;

impl Subject for OnePath {
    type View<'a> = &'a Judged;
}

struct OneStore;

impl Subject for OneStore {
    type View<'a> = (&'a TrustStore, &'a IssuerList);
}

impl Judged {
    fn on(&self, matter: Matter) -> Outcome {
        let place = MATTERS.iter().position(|known| *known == matter);
        let outcome = place.and_then(|place| self.0.get(place));
        outcome.cloned().unwrap_or(Outcome::NotApplicable)
    }
}

const NO_TEXT: Text = Text::new("", "", "");

/// What all rows of a path have in common: "the validity of the certificates is verified".
const ARTICLE: Requirement = Requirement {
    id: "",
    citations: &[],
    statement: NO_TEXT,
    fault: NO_TEXT,
    remedy: NO_TEXT,
    reading: Some(Text::new(
        "that the validity of certificates is verified is read as the path validation of RFC 5280, revocation included",
        "varmenteiden voimassaolon tarkistaminen luetaan RFC 5280:n polun tarkistukseksi sulkulistoineen",
        "att certifikatens giltighet kontrolleras läses som kontrollen av kedjan enligt RFC 5280, med spärrlistor",
    )),
    purpose: None,
    example: None,
    level: Level::Must,
    certainty: Certainty::Documented,
    evidence: Evidence::Computed,
    in_force: InForce::seen(Date::constant(2019, 5, 10)),
    judged_on: JudgedOn::DayAsked,
    fields: &[],
};

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

static PATH: [Row<OnePath>; 8] = [
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

/// What is worth knowing of a trust store; no document states it as a duty.
const STORE_NOTE: Requirement = Requirement {
    citations: &[Citation::page(&OBSERVED, "")],
    level: Level::Note,
    certainty: Certainty::Inferred,
    reading: None,
    in_force: InForce {
        from: kanta_conformance::Bound::Open,
        until: kanta_conformance::Bound::Open,
    },
    ..ARTICLE
};

static STORE: [Row<OneStore>; 2] = [
    Row {
        requirement: Requirement {
            id: "observed-certificates/test-root-among-production-roots",
            statement: Text::new(
                "roots of a test hierarchy are not trusted together with those of production",
                "testihierarkian juurivarmentajiin ei luoteta tuotannon juurivarmentajien rinnalla",
                "rotutfärdare i en testhierarki betros inte tillsammans med produktionens",
            ),
            fault: Text::new(
                "a root of a test hierarchy is trusted together with those of production",
                "testihierarkian juurivarmentajaan luotetaan tuotannon juurivarmentajien rinnalla",
                "en rotutfärdare i en testhierarki betros tillsammans med produktionens",
            ),
            remedy: Text::new(
                "keep one trust store for tests and another one for production",
                "pidä testejä ja tuotantoa varten eri luottamusvarastot",
                "håll ett förtroendelager för tester och ett annat för produktion",
            ),
            ..STORE_NOTE
        },
        check: |(store, issuers)| {
            let is_test = |root: &&Authority| root.place(issuers).is_test();
            let found: Vec<Value> = store
                .roots()
                .iter()
                .filter(is_test)
                .map(|root| of(root.certificate()))
                .collect();
            if found.is_empty() || found.len() == store.roots().len() {
                return Outcome::Satisfied;
            }
            Outcome::violated(Value::List(found), Value::Term(PRODUCTION_ONLY))
        },
    },
    Row {
        requirement: Requirement {
            id: "observed-certificates/not-the-root-it-is-named-after",
            statement: Text::new(
                "a trust anchor that bears the name of a root of DVV's is that root",
                "luottamusankkuri, jolla on DVV:n juurivarmentajan nimi, on kyseinen juurivarmentaja",
                "ett förtroendeankare som bär namnet på en av MDB:s rotutfärdare är den rotutfärdaren",
            ),
            fault: Text::new(
                "a trust anchor bears the name of a root of DVV's and is another certificate",
                "luottamusankkurilla on DVV:n juurivarmentajan nimi, mutta se on toinen varmenne",
                "ett förtroendeankare bär namnet på en av MDB:s rotutfärdare och är ett annat certifikat",
            ),
            remedy: Text::new(
                "compare its digest with the one that DVV publishes",
                "vertaa sen tiivistettä DVV:n julkaisemaan",
                "jämför dess kontrollsumma med den som MDB publicerar",
            ),
            ..STORE_NOTE
        },
        check: |(store, issuers)| {
            let other = |root: &&Authority| matches!(root.place(issuers), Place::NotThatRoot(_));
            let found: Vec<Value> = store
                .roots()
                .iter()
                .filter(other)
                .map(|root| of(root.certificate()))
                .collect();
            if found.is_empty() {
                return Outcome::Satisfied;
            }
            Outcome::violated(Value::List(found), Value::Term(THE_ROOT))
        },
    },
];

impl TrustStore {
    /// The requirements on paths, in order, and after them those on the store itself.
    pub fn requirements() -> impl Iterator<Item = &'static Requirement> {
        let store = STORE.iter().map(|row| &row.requirement);
        PATH.iter().map(|row| &row.requirement).chain(store)
    }

    /// Verifies a certificate's path and revocation at the time asked about: each requirement with
    /// its outcome, in order.
    ///
    /// A day is answered as its first and its last second are, and is undetermined where the two
    /// differ. Purposes (extended key usage) are not looked at.
    #[must_use]
    pub fn outcomes(
        &self,
        certificate: &Certificate,
        question: &Question<'_>,
    ) -> Vec<(&'static Requirement, Outcome)> {
        let judged = self.judge(certificate, question);
        let days = Days::asked(question.day());
        PATH.iter()
            .map(|row| (&row.requirement, row.judge(&judged, days, "")))
            .collect()
    }

    /// The same as findings of the certificate that stands at `at`, for example
    /// `access_point.ap1.certificate`.
    #[must_use]
    pub fn findings(
        &self,
        certificate: &Certificate,
        question: &Question<'_>,
        at: &str,
    ) -> Vec<Finding> {
        let judged = self.judge(certificate, question);
        let days = Days::asked(question.day());
        PATH.iter().map(|row| row.find(&judged, days, at)).collect()
    }

    /// What is found about the store itself, which stands at `at`, for example `trust`.
    #[must_use]
    pub fn findings_about_itself(&self, question: &Question<'_>, at: &str) -> Vec<Finding> {
        let days = Days::asked(question.day());
        let view = (self, question.issuers);
        STORE.iter().map(|row| row.find(view, days, at)).collect()
    }

    fn judge(&self, certificate: &Certificate, question: &Question<'_>) -> Judged {
        let When { first, last, .. } = question.when;
        let (at_first, until) = self.answer(certificate, first, last);
        if until.is_some_and(|until| until >= last) || first == last {
            return Judged(at_first);
        }
        let (at_last, _) = self.answer(certificate, last, last);
        let mut pairs = at_first.into_iter().zip(at_last);
        Judged(MATTERS.map(|_| {
            let pair = pairs.next();
            pair.map_or(Outcome::NotApplicable, |(one, other)| both(one, other))
        }))
    }

    /// The answers at one instant; and, where all is well, until when it stays so.
    fn answer(
        &self,
        certificate: &Certificate,
        at: Moment,
        lists_until: Moment,
    ) -> ([Outcome; MATTERS.len()], Option<Moment>) {
        let has_lists = self.lists().any(|(_, list)| list.obstacle().is_none());
        let asked = Asked {
            at,
            lists_until,
            revocation: has_lists,
        };
        match self.verify(certificate, asked) {
            Ok(verified) if has_lists => {
                (MATTERS.map(|_| Outcome::Satisfied), Some(verified.until))
            }
            Ok(verified) => {
                let chain = chain(self, certificate, &verified.between, verified.root);
                let mut found = super::examine::Found::default();
                super::revocation::examine(self, &chain, asked, &mut found);
                (found.outcomes(), Some(verified.until))
            }
            Err(refusal) => (self.why_not(certificate, asked, &refusal), None),
        }
    }

    fn why_not(
        &self,
        certificate: &Certificate,
        asked: Asked,
        refusal: &Error,
    ) -> [Outcome; MATTERS.len()] {
        examine(self, certificate, asked, refusal)
    }
}

/// Of a day: what holds at its first second and at its last one.
fn both(first: Outcome, last: Outcome) -> Outcome {
    match (first, last) {
        (Outcome::Satisfied, Outcome::Satisfied) => Outcome::Satisfied,
        (Outcome::Violated { .. }, last @ Outcome::Violated { .. }) => last,
        (first @ Outcome::Undetermined(_), _) => first,
        (_, last @ Outcome::Undetermined(_)) => last,
        _ => Outcome::silent(PART_OF_DAY),
    }
}
