//! Clause 3.3: whose system signature certificate may be used, and under which conditions.

use kanta_address_index::{JoiningModel, Service};
use kanta_conformance::{
    Citation, FieldPath, Outcome, Requirement, Row, Text, Value, Version, text,
};

use super::actors::joins;
use super::facts::{
    AGREEMENT_FIELDS, Applies, demand, demand_at, done, in_force, stated, where_it_applies, worst,
};
use super::{About, Chapter, OfPlan, OfTenant, Rows, clause};
use crate::plan::{Claim, ConnectionPlan, Intermediary, SignatureCertificate, Use, Who};

pub(super) static CHAPTER: Chapter = &[Rows::Plan(PLAN), Rows::Tenants(TENANTS)];

/// Until 3.12, which described shared use anew, the text stood in 2.6.
const SHARED_USE: &[Citation] = &[
    Citation::guide_until("2.6", Version::new(3, 12), Version::new(3, 12)),
    Citation::guide("3.3", Version::new(3, 13)),
];

const SUPPLIERS_CONDITIONS: Text = text! {
    en: "a supplier's certificate may sign under three conditions: a packaged service, an agreement, and a Kanta intermediary as supplier",
    fi: "toimittajan varmenteella saa allekirjoittaa kolmella ehdolla: kokonaispalvelu, sopimus ja Kanta-välittäjä toimittajana",
    sv: "leverantörens certifikat får användas på tre villkor: samlad tjänst, avtal och en Kanta-förmedlare som leverantör",
};

static PLAN: &[Row<OfPlan>] = &[
    Row {
        requirement: &Requirement::should("connection-models/signature-certificate-of-someone-else")
            .with_citations(SHARED_USE)
            .with_statement(text! {
                en: "the system signature certificate is the joining party's own",
                fi: "järjestelmäallekirjoitusvarmenne on liittyjän oma",
                sv: "systemsignaturcertifikatet är den anslutande aktörens eget",
            })
            .with_fault(text! {
                en: "the system signature certificate is somebody else's",
                fi: "järjestelmäallekirjoitusvarmenne on jonkun muun",
                sv: "systemsignaturcertifikatet är någon annans",
            })
            .with_remedy(text! {
                en: "order a system signature certificate for the joining party",
                fi: "tilaa liittyjälle oma järjestelmäallekirjoitusvarmenne",
                sv: "beställ ett systemsignaturcertifikat för den anslutande aktören",
            })
            .with_reading(text! {
                en: "in principle its own; besides, only the supplier's in a packaged service and the joining party's for its tenant are named",
                fi: "lähtökohtaisesti oma; lisäksi nimetään vain toimittajan varmenne kokonaispalvelussa ja liittyjän varmenne vuokralaiselle",
                sv: "i princip eget; därtill nämns bara leverantörens i en samlad tjänst och den anslutande aktörens för hyresgästen",
            })
            .with_purpose(text! {
                en: "the signature tells whose documents they are",
                fi: "allekirjoitus kertoo, kenen asiakirjoja ne ovat",
                sv: "signaturen berättar vems handlingar det är",
            })
            .with_example(
                "[signature_certificate]\nholder = \"toinen\"\n[[other_party]]\nid = \"toinen\"\n",
                "[signature_certificate]\nholder = \"party\"\n",
            )
            .with_fields(&["signature_certificate.holder", "party.model"]),
        check: of_someone_else,
    },
    Row {
        requirement: &Requirement::must("connection-models/suppliers-signature-certificate-without-packaged-service")
            .with_citations(SHARED_USE)
            .with_statement(text! {
                en: "a supplier's system signature certificate is used only where the system is bought as a packaged service",
                fi: "toimittajan järjestelmäallekirjoitusvarmennetta käytetään vain, kun järjestelmä hankitaan kokonaispalveluna",
                sv: "leverantörens systemsignaturcertifikat används bara när systemet skaffas som en samlad tjänst",
            })
            .with_fault(text! {
                en: "the supplier's certificate signs, and a system is not bought as a packaged service",
                fi: "allekirjoitetaan toimittajan varmenteella, vaikka järjestelmää ei hankita kokonaispalveluna",
                sv: "leverantörens certifikat används fast ett system inte skaffas som en samlad tjänst",
            })
            .with_remedy(text! {
                en: "order a system signature certificate for the joining party",
                fi: "tilaa liittyjälle oma järjestelmäallekirjoitusvarmenne",
                sv: "beställ ett systemsignaturcertifikat för den anslutande aktören",
            })
            .with_purpose(SUPPLIERS_CONDITIONS)
            .with_example(
                "[signature_certificate]\nholder = \"supplier\"\n[[system]]\nid = \"emr\"\npackaged_service = false\n",
                "[signature_certificate]\nholder = \"supplier\"\n[[system]]\nid = \"emr\"\npackaged_service = true\n",
            )
            .with_fields(&["signature_certificate.holder", "system.packaged_service"]),
        check: packaged,
    },
    Row {
        requirement: &Requirement::must("connection-models/signature-certificate-supplier-no-intermediary")
            .with_citations(SHARED_USE)
            .with_statement(text! {
                en: "a supplier whose system signature certificate is used is a registered Kanta intermediary",
                fi: "toimittaja, jonka järjestelmäallekirjoitusvarmennetta käytetään, on rekisteröity Kanta-välittäjä",
                sv: "en leverantör vars systemsignaturcertifikat används är en registrerad Kanta-förmedlare",
            })
            .with_fault(text! {
                en: "the supplier of the certificate is not a Kanta intermediary",
                fi: "varmenteen hankkinut toimittaja ei ole Kanta-välittäjä",
                sv: "leverantören av certifikatet är inte en Kanta-förmedlare",
            })
            .with_remedy(text! {
                en: "list the supplier as an [[intermediary]] once it is in the register, or order an own certificate",
                fi: "lisää toimittaja kohtaan [[intermediary]], kun se on rekisterissä, tai tilaa oma varmenne",
                sv: "ange leverantören som [[intermediary]] när den finns i registret, eller beställ ett eget certifikat",
            })
            .with_purpose(SUPPLIERS_CONDITIONS)
            .with_example(
                "[signature_certificate]\nholder = \"supplier\"\n",
                "[signature_certificate]\nholder = \"supplier\"\n[[intermediary]]\nid = \"toimittaja\"\nregistered = 2024-01-15\n",
            )
            .with_fields(&["signature_certificate.holder", "intermediary.registered"]),
        check: supplier_registered,
    },
    Row {
        requirement: &Requirement::must("connection-models/signature-certificate-not-agreed-with-supplier")
            .with_citations(SHARED_USE)
            .with_statement(text! {
                en: "the agreement with the supplier records the duties that go with the use of its system signature certificate",
                fi: "toimittajan kanssa tehtyyn sopimukseen kirjataan järjestelmäallekirjoitusvarmenteen käytön vastuut ja velvollisuudet",
                sv: "i avtalet med leverantören antecknas ansvar och skyldigheter för användningen av systemsignaturcertifikatet",
            })
            .with_fault(text! {
                en: "no agreement with the supplier covers the use of its certificate",
                fi: "mikään sopimus toimittajan kanssa ei kata varmenteen käyttöä",
                sv: "inget avtal med leverantören omfattar användningen av certifikatet",
            })
            .with_remedy(text! {
                en: "agree with the supplier on the use of the certificate, and state it (`covers_signature_certificate`)",
                fi: "sovi toimittajan kanssa varmenteen käytöstä ja kirjaa se (`covers_signature_certificate`)",
                sv: "avtala med leverantören om användningen av certifikatet, och ange det (`covers_signature_certificate`)",
            })
            .with_purpose(SUPPLIERS_CONDITIONS)
            .with_example(
                "[[intermediary]]\nid = \"toimittaja\"\n\n[intermediary.agreement]\nsigned = 2025-09-01\nuntil = false\ncovers_signature_certificate = false\n",
                "[[intermediary]]\nid = \"toimittaja\"\n\n[intermediary.agreement]\nsigned = 2025-09-01\nuntil = false\ncovers_signature_certificate = true\n",
            )
            .with_fields(&["signature_certificate.holder", "intermediary.agreement"]),
        check: agreed_with_supplier,
    },
];

/// All three conditions for using a supplier's certificate.
pub(super) fn conditions_of_supplier(about: About<'_, ()>) -> Outcome {
    worst([
        packaged(about),
        supplier_registered(about),
        agreed_with_supplier(about),
    ])
}

fn supplier_registered(about: About<'_, ()>) -> Outcome {
    of_supplier(&about, |supplier| {
        let at = FieldPath::named("intermediary", &supplier.id);
        done(&about, supplier.registered.as_ref(), || {
            at.field("registered")
        })
    })
}

fn agreed_with_supplier(about: About<'_, ()>) -> Outcome {
    of_supplier(&about, |supplier| {
        let at = FieldPath::named("intermediary", &supplier.id);
        let agreement = supplier.agreement.as_ref();
        worst([
            in_force(&about, agreement, &at, &AGREEMENT_FIELDS),
            covers_signature(agreement, &at),
        ])
    })
}

fn covers_signature(agreement: Option<&Claim<crate::plan::Agreement>>, at: &FieldPath) -> Outcome {
    match agreement {
        // That the agreement itself is not known is asked for once.
        None => Outcome::NotApplicable,
        agreement => stated(
            agreement,
            |agreement| agreement.covers_signature_certificate,
            at,
            "agreement.covers_signature_certificate",
        ),
    }
}

/// Who holds the certificate with which the party signs.
pub(super) enum Holder<'a> {
    Own,
    Supplier(&'a Intermediary),
    /// `supplier`, and the plan lists no intermediary.
    NoIntermediary,
    /// `supplier`, and the plan lists several.
    SomeIntermediary,
    Organiser,
    Other(String),
    Unknown,
}

pub(super) const HOLDER: &str = "signature_certificate.holder";

/// None where there is no certificate; that it is missing is another row's finding.
pub(super) fn holder<'a>(about: &About<'a, ()>) -> Option<Holder<'a>> {
    let plan = about.plan;
    let certificate: &SignatureCertificate = match plan.signature_certificate.as_ref()? {
        Claim::Denied => return None,
        Claim::Stated(certificate) => certificate,
    };
    let Some(id) = certificate.holder.as_deref() else {
        return Some(Holder::Unknown);
    };
    if id == "supplier" {
        return Some(match plan.intermediaries.as_slice() {
            [] => Holder::NoIntermediary,
            [supplier] => Holder::Supplier(supplier),
            _ => Holder::SomeIntermediary,
        });
    }
    Some(match plan.who(id) {
        Some(Who::Intermediary(supplier)) => Holder::Supplier(supplier),
        Some(Who::Organiser(_)) => Holder::Organiser,
        Some(who) if who.is_own() => Holder::Own,
        None if id == "party" => Holder::Own,
        _ => Holder::Other(id.to_owned()),
    })
}

/// What holds where there is a certificate or may be one.
fn of_certificate(about: &About<'_, ()>, check: impl FnOnce(&Holder<'_>) -> Outcome) -> Outcome {
    let uses = &about.plan.uses;
    if !uses.is_empty() && !uses.iter().any(|its| is_own(about.plan, its)) {
        // It carries the traffic of others, whose certificates sign.
        return Outcome::NotApplicable;
    }
    let root = |field| FieldPath::ROOT.field(field);
    let outcome = match holder(about) {
        Some(Holder::Unknown) => Outcome::missing(root(HOLDER)),
        Some(holder) => check(&holder),
        None if about.plan.signature_certificate.is_some() => Outcome::NotApplicable,
        None => Outcome::missing(root("signature_certificate")),
    };
    where_it_applies(joins(about), outcome)
}

const OF_THE_ORGANISER: Text = text! {
    en: "whether a producer in parallel joining may sign with the organiser's certificate, in whose system its documents arise",
    fi: "saako rinnakkaisliittymisen palveluntuottaja allekirjoittaa järjestäjän varmenteella, jonka järjestelmässä sen asiakirjat syntyvät",
    sv: "får en producent i parallell anslutning signera med anordnarens certifikat, i vars system dess handlingar uppstår",
};

fn of_someone_else(about: About<'_, ()>) -> Outcome {
    let required = || {
        Value::Term(
            text! { en: "a certificate of its own", fi: "oma varmenne", sv: "ett eget certifikat" },
        )
    };
    of_certificate(&about, |holder| match holder {
        Holder::Organiser => match about.plan.party.as_ref().and_then(|party| party.model) {
            None => Outcome::missing(FieldPath::table("party").field("model")),
            Some(JoiningModel::Parallel) => Outcome::ambiguous(OF_THE_ORGANISER),
            Some(model) => Outcome::violated(Value::Term(model.name()), required()),
        },
        Holder::Other(id) => Outcome::violated(Value::words(id), required()),
        _ => Outcome::Satisfied,
    })
}

/// A condition for using a supplier's certificate.
fn of_supplier(about: &About<'_, ()>, check: impl FnOnce(&Intermediary) -> Outcome) -> Outcome {
    of_certificate(about, |holder| match holder {
        Holder::Supplier(supplier) => check(supplier),
        Holder::NoIntermediary => Outcome::violated(
            Value::Term(
                text! { en: "no intermediary", fi: "ei välittäjää", sv: "ingen förmedlare" },
            ),
            Value::Term(text! {
                en: "a Kanta intermediary as supplier",
                fi: "Kanta-välittäjä toimittajana",
                sv: "en Kanta-förmedlare som leverantör",
            }),
        ),
        Holder::SomeIntermediary => Outcome::missing(FieldPath::ROOT.field(HOLDER)),
        _ => Outcome::NotApplicable,
    })
}

/// Whether it is the joining party's own use: not that of a party whose traffic it only carries.
pub(super) fn is_own(plan: &ConnectionPlan, a_use: &Use) -> bool {
    !matches!(
        plan.who(&a_use.user),
        Some(Who::OtherParty(_) | Who::Organiser(_) | Who::Intermediary(_))
    )
}

/// Whether documents of that service are signed with a system signature certificate.
pub(super) const fn is_signed(service: Service) -> bool {
    matches!(service, Service::PatientData | Service::SocialWelfare)
}

fn packaged(about: About<'_, ()>) -> Outcome {
    let plan = about.plan;
    let by_system = |(index, a_use): (usize, &Use)| match a_use.system.as_deref() {
        None => Outcome::missing(FieldPath::entry("use", index).field("system")),
        Some(id) => {
            let packaged = plan.system(id).and_then(|system| system.packaged_service);
            demand_at(packaged, || {
                FieldPath::named("system", id).field("packaged_service")
            })
        }
    };
    of_certificate(&about, |holder| match holder {
        Holder::Supplier(_) | Holder::NoIntermediary | Holder::SomeIntermediary => {
            let uses = plan.uses.iter().enumerate();
            worst(
                uses.filter(|(_, a_use)| is_signed(a_use.service) && is_own(plan, a_use))
                    .map(by_system),
            )
        }
        _ => Outcome::NotApplicable,
    })
}

const OWN_OF_TENANT: Text = text! {
    en: "whether a tenant may sign with a certificate of its own, the guide does not say",
    fi: "ohje ei sano, saako vuokralainen allekirjoittaa omalla varmenteellaan",
    sv: "anvisningen säger inte om en hyresgäst får signera med ett eget certifikat",
};

static TENANTS: &[Row<OfTenant>] = &[
    Row {
        requirement: &Requirement::interpreted("connection-models/tenant-with-another-signature-certificate")
            .with_citations(&[clause("3.3")])
            .with_statement(text! {
                en: "a tenant's documents are signed with the joining party's system signature certificate",
                fi: "vuokralaisen asiakirjat allekirjoitetaan liittyjän järjestelmäallekirjoitusvarmenteella",
                sv: "en hyresgästs handlingar undertecknas med den anslutande aktörens systemsignaturcertifikat",
            })
            .with_fault(text! {
                en: "the tenant does not use the joining party's system signature certificate",
                fi: "vuokralainen ei käytä liittyjän järjestelmäallekirjoitusvarmennetta",
                sv: "hyresgästen använder inte den anslutande aktörens systemsignaturcertifikat",
            })
            .with_remedy(text! {
                en: "use the joining party's certificate, or ask Kanta Services and record the ruling in the plan",
                fi: "käytä liittyjän varmennetta tai kysy Kanta-palveluilta ja kirjaa ratkaisu suunnitelmaan",
                sv: "använd den anslutande aktörens certifikat, eller fråga Kanta-tjänsterna och anteckna avgörandet i planen",
            })
            .with_reading(OWN_OF_TENANT)
            .with_purpose(text! {
                en: "the tenant works with the joining party's system and rights",
                fi: "vuokralainen toimii liittyjän järjestelmällä ja käyttövaltuuksilla",
                sv: "hyresgästen arbetar med den anslutande aktörens system och rättigheter",
            })
            .with_example(
                "[[tenant]]\nid = \"t1\"\nuses_party_signature_certificate = false\n",
                "[[tenant]]\nid = \"t1\"\nuses_party_signature_certificate = true\n",
            )
            .with_fields(&["uses_party_signature_certificate", "use.service"]),
        check: |about| {
            if !about.plan.uses.iter().any(|a_use| is_signed(a_use.service)) {
                return Outcome::NotApplicable;
            }
            match about.item.uses_party_signature_certificate {
                Some(false) => Outcome::silent(OWN_OF_TENANT),
                fact => demand(&about, fact, "uses_party_signature_certificate"),
            }
        },
    },
    Row {
        requirement: &Requirement::must("connection-models/signature-certificate-not-agreed-with-tenant")
            .with_citations(&[clause("3.3")])
            .with_statement(text! {
                en: "that the tenant uses the joining party's system signature certificate is agreed in their mutual agreement",
                fi: "vuokralaisen oikeudesta käyttää liittyjän järjestelmäallekirjoitusvarmennetta sovitaan keskinäisessä sopimuksessa",
                sv: "att hyresgästen använder den anslutande aktörens systemsignaturcertifikat avtalas i deras ömsesidiga avtal",
            })
            .with_fault(text! {
                en: "the tenant uses the joining party's certificate, and that is not agreed",
                fi: "vuokralainen käyttää liittyjän varmennetta, eikä siitä ole sovittu",
                sv: "hyresgästen använder den anslutande aktörens certifikat utan att det har avtalats",
            })
            .with_remedy(text! {
                en: "add the use of the certificate to the agreement, and state it (`covers_signature_certificate`)",
                fi: "lisää varmenteen käyttö sopimukseen ja kirjaa se (`covers_signature_certificate`)",
                sv: "ta in användningen av certifikatet i avtalet, och ange det (`covers_signature_certificate`)",
            })
            .with_purpose(text! {
                en: "it must be settled who answers for what is signed with another's certificate",
                fi: "on sovittava, kuka vastaa toisen varmenteella allekirjoitetusta",
                sv: "det måste vara avtalat vem som svarar för det som undertecknas med någon annans certifikat",
            })
            .with_example(
                "[[tenant]]\nid = \"t1\"\n\n[tenant.agreement]\nsigned = 2025-09-01\nuntil = false\ncovers_signature_certificate = false\n",
                "[[tenant]]\nid = \"t1\"\n\n[tenant.agreement]\nsigned = 2025-09-01\nuntil = false\ncovers_signature_certificate = true\n",
            )
            .with_fields(&["agreement", "uses_party_signature_certificate"]),
        check: |about| {
            let applies = Applies::known_or(about.item.uses_party_signature_certificate, || {
                about.path("uses_party_signature_certificate")
            });
            let agreement = about.item.agreement.as_ref();
            let outcome = worst([
                in_force(&about, agreement, about.at, &AGREEMENT_FIELDS),
                covers_signature(agreement, about.at),
            ]);
            where_it_applies(applies, outcome)
        },
    },
];
