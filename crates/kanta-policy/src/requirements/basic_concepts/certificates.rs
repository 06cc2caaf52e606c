//! Clauses 3.2 and 3.3: the server certificate and TLS of an access point, and the system signature certificate.

use kanta_address_index::{JoiningModel, Service};
use kanta_conformance::{
    Citation, Date, Document, FieldPath, InForce, Outcome, Requirement, Row, Text, Value, Version,
    text,
};

use crate::plan::{Claim, TlsVersion, Use};
use crate::requirements::actors::joins;
use crate::requirements::facts::where_it_applies;
use crate::requirements::signature_certificate::{
    HOLDER, Holder, conditions_of_supplier, holder, is_own, is_signed,
};
use crate::requirements::{About, OfAccessPoint, OfPlan, clause};

pub(super) const SERVER_CERTIFICATE_MISSING: Row<OfAccessPoint> = Row {
    requirement: &Requirement::must("connection-models/server-certificate-missing")
        .with_citations(&[
            clause("3.2"),
            clause("6"),
            Citation::page(&Document::DEPLOYMENT_REQUIREMENTS, ""),
        ])
        .with_statement(text! {
            en: "a social welfare and health care server certificate is installed for the access point",
            fi: "liityntäpisteeseen asennetaan sosiaali- ja terveydenhuollon palvelinvarmenne",
            sv: "ett servercertifikat för social- och hälsovården installeras för anslutningspunkten",
        })
        .with_fault(text! {
            en: "the access point has no server certificate",
            fi: "liityntäpisteellä ei ole palvelinvarmennetta",
            sv: "anslutningspunkten har inget servercertifikat",
        })
        .with_remedy(text! {
            en: "let the administrator of the access point order a server certificate from the Digital and Population Data Services Agency",
            fi: "liityntäpistettä hallinnoiva organisaatio tilaa palvelinvarmenteen Digi- ja väestötietovirastolta",
            sv: "den som administrerar anslutningspunkten beställer ett servercertifikat av Myndigheten för digitalisering och befolkningsdata",
        })
        .with_purpose(text! {
            en: "with it Kanta identifies the access point, and the encrypted connection is formed",
            fi: "sen avulla Kanta tunnistaa liityntäpisteen ja salattu yhteys muodostetaan",
            sv: "med det identifierar Kanta anslutningspunkten och den krypterade förbindelsen bildas",
        })
        .with_example(
            r#"[[access_point]]
id = "ap1"
certificate = false"#,
            r#"[[access_point]]
id = "ap1"
certificate = "certificates/clinic-server.pem""#,
        )
        .with_in_force(InForce::seen(DEPLOYMENT_PAGE))
        .with_fields(&["certificate"]),
    check: |about| {
        let outcome = match &about.item.certificate {
            Some(Claim::Stated(_)) => Outcome::Satisfied,
            Some(Claim::Denied) => Outcome::violated(NO, CERTIFICATE),
            None => about.missing("certificate"),
        };
        by_the_page_before(&about, EDITION_3_17, outcome)
    },
};

pub(super) const TLS_TOO_OLD: Row<OfAccessPoint> = Row {
    requirement: &Requirement::must("connection-models/tls-version-too-old")
        .with_citations(&[clause("abbreviations"), clause("3.2")])
        .with_statement(text! {
            en: "connections are encrypted with TLS version 1.2",
            fi: "yhteydet salataan TLS:n versiolla 1.2",
            sv: "teleförbindelserna krypteras med TLS version 1.2",
        })
        .with_fault(text! {
            en: "the access point offers a protocol older than TLS 1.2",
            fi: "liityntäpiste tarjoaa TLS 1.2:ta vanhempaa protokollaa",
            sv: "anslutningspunkten erbjuder ett protokoll som är äldre än TLS 1.2",
        })
        .with_remedy(text! {
            en: "switch off every protocol older than TLS 1.2, and offer TLS 1.2",
            fi: "poista käytöstä TLS 1.2:ta vanhemmat protokollat ja tarjoa TLS 1.2:ta",
            sv: "slå av alla protokoll som är äldre än TLS 1.2 och erbjud TLS 1.2",
        })
        .with_reading(text! {
            en: "older versions do not pass; 1.3 without 1.2 is left open",
            fi: "vanhemmat versiot eivät kelpaa; 1.3 ilman 1.2:ta jää avoimeksi",
            sv: "äldre versioner duger inte; 1.3 utan 1.2 lämnas öppet",
        })
        .with_purpose(text! {
            en: "older protocols have known weaknesses through which traffic can be read or changed",
            fi: "vanhemmissa protokollissa on tunnettuja heikkouksia, joiden kautta liikennettä voi lukea tai muuttaa",
            sv: "äldre protokoll har kända svagheter genom vilka trafiken kan läsas eller ändras",
        })
        .with_example(
            r#"[[access_point]]
id = "ap1"
tls = ["1.0", "1.2"]"#,
            r#"[[access_point]]
id = "ap1"
tls = ["1.2", "1.3"]"#,
        )
        .with_fields(&["tls"]),
    check: |about| match about.item.tls.as_deref() {
        None => about.missing("tls"),
        Some([]) => Outcome::violated(Value::Term(NO_TLS), Value::Term(TlsVersion::Tls12.name())),
        Some(versions) => match versions.iter().min() {
            Some(oldest) if *oldest < TlsVersion::Tls12 => Outcome::violated(
                Value::Term(oldest.name()),
                Value::Term(TlsVersion::Tls12.name()).at_least(),
            ),
            _ if versions.contains(&TlsVersion::Tls12) => Outcome::Satisfied,
            _ => Outcome::ambiguous(TLS_1_3_ALONE),
        },
    },
};

/// The page that tells what the client data archive of social welfare asks for.
const DEPLOYMENT_PAGE: Date = Date::constant(2019, 7, 11);

/// The edition in which the present body is first seen.
const EDITION_3_17: Date = Date::constant(2025, 9, 1);

const OF_THE_PAGE: Text = text! {
    en: "the page of 11.7.2019 is about the client data archive of social welfare; that it bound whoever used other services before the guide is seen to say so is our reading",
    fi: "sivu 11.7.2019 koskee sosiaalihuollon asiakasasiakirja-arkistoa; että se sitoi myös muiden palvelujen käyttäjiä ennen kuin ohjeen tiedetään sanovan niin, on tulkintamme",
    sv: "sidan av 11.7.2019 gäller Socialvårdens klientdatalager; att den band även dem som använde andra tjänster innan anvisningen veterligen säger så är vår tolkning",
};

/// What the page states for the client data archive of social welfare: before the guide is seen to state it for all,
/// it binds others by our reading alone.
fn by_the_page_before<T>(about: &About<'_, T>, seen_in_guide: Date, outcome: Outcome) -> Outcome {
    let covered = |its: &Use| its.service == Service::SocialWelfare;
    if about.on() >= seen_in_guide || about.plan.uses.iter().any(covered) {
        outcome
    } else {
        outcome.by_reading(OF_THE_PAGE)
    }
}

const NO: Value = Value::Term(text! { en: "none", fi: "ei ole", sv: "inget" });
const CERTIFICATE: Value = Value::Term(text! {
    en: "a server certificate",
    fi: "palvelinvarmenne",
    sv: "ett servercertifikat",
});
const NO_TLS: Text = text! { en: "no encryption", fi: "ei salausta", sv: "ingen kryptering" };

const TLS_1_3_ALONE: Text = text! {
    en: "the guide says that version 1.2 is used; whether 1.3 alone will do it does not say",
    fi: "ohjeen mukaan käytetään versiota 1.2; se ei sano, riittääkö pelkkä 1.3",
    sv: "enligt anvisningen används version 1.2; den säger inte om 1.3 ensam räcker",
};

pub(super) static PLAN: &[Row<OfPlan>] = &[Row {
    requirement: &Requirement::must("connection-models/system-signature-certificate-missing")
        .with_citations(&[
            Citation::guide_until("2.6", Version::new(3, 7), Version::new(3, 12)),
            Citation::guide("3.3", Version::new(3, 13)),
            Citation::guide("6", Version::new(3, 13)),
            Citation::page(&Document::DEPLOYMENT_REQUIREMENTS, ""),
        ])
        .with_statement(text! {
            en: "whoever uses the Patient Data Repository or the Client Data Repository has a system signature certificate",
            fi: "Potilastietovarannon tai Sosiaalihuollon asiakastietovarannon käyttäjällä on järjestelmäallekirjoitusvarmenne",
            sv: "den som använder Patientdatalagret eller Socialvårdens klientdatalager har ett systemsignaturcertifikat",
        })
        .with_fault(text! {
            en: "there is no system signature certificate",
            fi: "järjestelmäallekirjoitusvarmenne puuttuu",
            sv: "systemsignaturcertifikat saknas",
        })
        .with_remedy(text! {
            en: "order a system signature certificate from the Digital and Population Data Services Agency",
            fi: "tilaa järjestelmäallekirjoitusvarmenne Digi- ja väestötietovirastolta",
            sv: "beställ ett systemsignaturcertifikat av Myndigheten för digitalisering och befolkningsdata",
        })
        .with_reading(text! {
            en: "asked of whoever uses one of the two repositories, and not of whoever only carries the traffic; \"in principle its own\" beside \"shall have\" leaves room for a packaged service with its three conditions and for nothing else",
            fi: "vaaditaan jommankumman tietovarannon käyttäjältä eikä siltä, joka vain välittää liikennettä; ”lähtökohtaisesti oma” yhdessä ”on oltava” -vaatimuksen kanssa jättää tilaa vain kokonaispalvelulle kolmine ehtoineen",
            sv: "krävs av den som använder ett av de två datalagren och inte av den som bara förmedlar trafiken; ”i princip eget” vid sidan av ”ska ha” lämnar rum bara för en samlad tjänst med dess tre villkor",
        })
        .with_purpose(text! {
            en: "its key signs the documents that no professional signs, so that their origin can be shown",
            fi: "sen avaimella allekirjoitetaan asiakirjat, joita ammattihenkilö ei allekirjoita, jotta niiden alkuperä voidaan osoittaa",
            sv: "med dess nyckel undertecknas de handlingar som ingen yrkesutbildad person undertecknar, så att deras ursprung kan visas",
        })
        .with_example(
            r#"signature_certificate = false"#,
            r#"[signature_certificate]
file = "certificates/clinic-signature.pem"
holder = "party""#,
        )
        .with_in_force(InForce::seen(DEPLOYMENT_PAGE))
        .with_fields(&[
            "signature_certificate",
            "signature_certificate.holder",
            "use.service",
            "use.for",
            "party.model",
            "party.kind",
        ]),
    check: signature_certificate,
}];

const IN_PARALLEL_JOINING: Text = text! {
    en: "whether a producer in parallel joining, whose documents arise in the organiser's system, needs a certificate of its own",
    fi: "tarvitseeko rinnakkaisliittymisen palveluntuottaja oman varmenteen, kun asiakirjat syntyvät järjestäjän järjestelmässä",
    sv: "behöver en tjänsteproducent i parallell anslutning ett eget certifikat när handlingarna uppstår i anordnarens system",
};

fn signature_certificate(about: About<'_, ()>) -> Outcome {
    let plan = about.plan;
    let mut signed = plan
        .uses
        .iter()
        .filter(|its| is_signed(its.service) && is_own(plan, its))
        .peekable();
    if signed.peek().is_none() {
        return Outcome::NotApplicable;
    }
    let in_patient_data = signed.any(|its| its.service == Service::PatientData);
    let outcome = match &plan.signature_certificate {
        None => Outcome::missing(FieldPath::ROOT.field("signature_certificate")),
        Some(Claim::Denied) => short(&about, in_patient_data, NO),
        Some(Claim::Stated(_)) => held(&about, in_patient_data),
    };
    let outcome = by_the_page_before(&about, ONE_FOR_BOTH, outcome);
    where_it_applies(joins(&about), outcome)
}

/// Edition 3.7: one certificate for both repositories.
const ONE_FOR_BOTH: Date = Date::constant(2019, 12, 9);

/// Whose certificate it is: its own, or that of its supplier where all three conditions are met.
fn held(about: &About<'_, ()>, in_patient_data: bool) -> Outcome {
    let someone = |name: &str| short(about, in_patient_data, Value::words(name));
    match holder(about) {
        Some(Holder::Own) => Outcome::Satisfied,
        Some(Holder::Supplier(supplier)) => match conditions_of_supplier(*about) {
            Outcome::Violated { .. } => someone(&supplier.id),
            outcome => outcome,
        },
        Some(Holder::NoIntermediary) => someone("supplier"),
        Some(Holder::Organiser) => someone("organiser"),
        Some(Holder::Other(id)) => someone(&id),
        Some(Holder::SomeIntermediary | Holder::Unknown) | None => {
            Outcome::missing(FieldPath::ROOT.field(HOLDER))
        }
    }
}

/// There is none that serves; of a producer in parallel joining that is not settled.
fn short(about: &About<'_, ()>, in_patient_data: bool, found: Value) -> Outcome {
    const ONE: Text = text! {
        en: "a system signature certificate of its own, or its supplier's in a packaged service",
        fi: "oma järjestelmäallekirjoitusvarmenne tai kokonaispalvelun toimittajan varmenne",
        sv: "ett eget systemsignaturcertifikat, eller leverantörens i en samlad tjänst",
    };
    let violated = Outcome::violated(found, Value::Term(ONE));
    if in_patient_data {
        return violated;
    }
    match about.plan.party.as_ref().and_then(|party| party.model) {
        None => Outcome::missing(FieldPath::ROOT.field("party.model")),
        Some(JoiningModel::Parallel) => Outcome::ambiguous(IN_PARALLEL_JOINING),
        Some(_) => violated,
    }
}
