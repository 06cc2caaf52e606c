//! The certificates of a plan: the profiles of `kanta-cert`, and what the guide adds for every certificate.

use kanta_cert::{Asked, Examination, Holder, Profile, Question, TrustStore};
use kanta_conformance::{
    AskedDay, Date, Document, EachDay, Evidence, FieldPath, Outcome, Requirement, Row, text,
};

use super::run::{Judge, OneDay};
use super::{About, OfCertificate, clause};
use crate::plan::{AccessPoint, Claim, ConnectionPlan, Environment, PlanCertificate, Who};

static EVERY_CERTIFICATE: &[Row<OfCertificate>] = &[Row {
    requirement: &Requirement::must("connection-models/cryptography-below-tl-iv")
        .with_citations(&[clause("6")])
        .with_statement(text! {
            en: "certificates meet at least the national cryptographic requirements of level TL IV",
            fi: "varmenteet täyttävät vähintään tason TL IV kansalliset kryptografiset vaatimukset",
            sv: "certifikaten motsvarar minst de nationella kryptografiska kraven på nivå TL IV",
        })
        .with_fault(text! {
            en: "the certificate does not meet the cryptographic requirements of level TL IV",
            fi: "varmenne ei täytä tason TL IV kryptografisia vaatimuksia",
            sv: "certifikatet uppfyller inte de kryptografiska kraven på nivå TL IV",
        })
        .with_remedy(text! {
            en: "compare the key with the cyber security centre's list, and record it in the plan under [[attested]]",
            fi: "vertaa avainta Kyberturvallisuuskeskuksen luetteloon ja kirjaa tulos suunnitelman kohtaan [[attested]]",
            sv: "jämför nyckeln med Cybersäkerhetscentrets lista och anteckna resultatet i planen under [[attested]]",
        })
        .with_reading(text! {
            en: "the guide names no algorithms and no key sizes, and the list is not public text",
            fi: "ohje ei nimeä algoritmeja eikä avainten pituuksia, eikä luettelo ole julkista tekstiä",
            sv: "anvisningen nämner varken algoritmer eller nyckellängder, och listan är inte offentlig text",
        })
        .with_purpose(text! {
            en: "with a weak key somebody else could pose as the access point or sign in the party's name",
            fi: "heikon avaimen avulla joku toinen voisi esiintyä liityntäpisteenä tai allekirjoittaa liittyjän nimissä",
            sv: "med en svag nyckel kunde någon annan uppträda som anslutningspunkten eller signera i aktörens namn",
        })
        .with_example(
            r#"[[attested]]
requirement = "connection-models/cryptography-below-tl-iv"
met = false
by = "N.N., tietoturvapäällikkö"
on = 2025-09-01
ground = "key generation protocol 2025-08-28""#,
            r#"[[attested]]
requirement = "connection-models/cryptography-below-tl-iv"
met = true
by = "N.N., tietoturvapäällikkö"
on = 2025-09-01
ground = "key generation protocol 2025-08-28""#,
        )
        .with_evidence(Evidence::Attested)
        .with_fields(&[""]),
    check: |_| Outcome::outside(&Document::CRYPTOGRAPHIC_STRENGTHS),
}];

/// The requirements on certificates, each once.
pub(super) fn requirements() -> impl Iterator<Item = &'static Requirement> {
    let server = || Profile::Server.requirements();
    let signature = Profile::SystemSignature
        .requirements()
        .filter(move |own| server().all(|other| other.id() != own.id()));
    EVERY_CERTIFICATE
        .iter()
        .map(|row| row.requirement)
        .chain(server())
        .chain(signature)
        .chain(TrustStore::requirements())
}

/// The certificates of a plan, with what no day changes.
pub(super) struct Certificates<'a> {
    servers: Vec<Server<'a>>,
    /// The system signature certificate, with its place.
    signature: Option<(FieldPath, &'a PlanCertificate)>,
}

/// The server certificate of an access point or of one of its servers.
struct Server<'a> {
    at: FieldPath,
    point: &'a AccessPoint,
    oid: Option<String>,
    /// The names of everybody but the administrator whom the plan names.
    others: Vec<&'a str>,
    certificate: &'a PlanCertificate,
}

impl<'a> Certificates<'a> {
    pub(super) fn of(plan: &'a ConnectionPlan) -> Self {
        let mut servers = Vec::new();
        for point in &plan.access_points {
            let at = FieldPath::named("access_point", &point.id);
            let mut server = |at, certificate| {
                let own = plan.administrator(point).and_then(Who::name);
                let is_other = |name: &&str| own.is_none_or(|own| !core::ptr::eq(own, *name));
                servers.push(Server {
                    at,
                    point,
                    oid: point.oid.map(|oid| oid.to_string()),
                    others: everybody(plan)
                        .filter_map(Who::name)
                        .filter(is_other)
                        .collect(),
                    certificate,
                });
            };
            if let Some(Claim::Stated(certificate)) = &point.certificate {
                server(at.inner("certificate"), certificate);
            }
            for (index, own) in point.servers.iter().flatten().enumerate() {
                if let Some(certificate) = &own.certificate {
                    server(
                        at.inner_entry("servers", index).inner("certificate"),
                        certificate,
                    );
                }
            }
        }
        let signature = match &plan.signature_certificate {
            Some(Claim::Stated(signature)) => signature.certificate.as_ref(),
            _ => None,
        };
        Self {
            servers,
            signature: signature
                .map(|certificate| (FieldPath::table("signature_certificate"), certificate)),
        }
    }

    /// Each certificate, with what is asked of it on a day.
    pub(super) fn asked(&'a self, plan: &'a ConnectionPlan, on: Date) -> Vec<Asking<'a>> {
        let servers = self.servers.iter().map(|server| Asking {
            profile: Profile::Server,
            certificate: server.certificate,
            question: server.question(plan, on),
            at: &server.at,
        });
        let signature = self.signature.iter().map(|(at, certificate)| Asking {
            profile: Profile::SystemSignature,
            certificate,
            question: Question::on(on).environment_asked(environment(plan)),
            at,
        });
        servers.chain(signature).collect()
    }
}

impl Server<'_> {
    fn question<'a>(&'a self, plan: &'a ConnectionPlan, on: Date) -> Question<'a> {
        let point = self.point;
        let of_point = |field| FieldPath::named("access_point", &point.id).field(field);
        let administrator = plan.administrator(point);
        let holder = match (administrator, administrator.and_then(Who::name)) {
            (None, _) => Asked::Missing(of_point("administrator")),
            (Some(who), None) => Asked::Missing(who.path().field("name")),
            (Some(_), Some(administrator)) => Asked::Is(Holder {
                administrator,
                others: &self.others,
            }),
        };
        let dns_name = point.dns_name.as_deref();
        Question::on(on)
            .environment_asked(environment(plan))
            .access_point_asked(Asked::or_missing(self.oid.as_deref(), || of_point("oid")))
            .dns_name_asked(Asked::or_missing(dns_name, || of_point("dns_name")))
            .holder_asked(holder)
    }
}

/// A certificate and what is asked of it.
pub(super) struct Asking<'a> {
    profile: Profile,
    certificate: &'a PlanCertificate,
    question: Question<'a>,
    at: &'a FieldPath,
}

impl<'a> Asking<'a> {
    /// Holds it against its profile.
    pub(super) fn find(&'a self, plan: &'a ConnectionPlan, asked: &'a AskedDay, day: &mut OneDay) {
        let certificate = &self.certificate.certificate;
        let (question, at) = (&self.question, self.at);
        let findings = self.profile.findings(certificate, question, at);
        day.findings.extend(findings);
        self.every(plan, asked, day);
    }

    pub(super) fn examination(&'a self, asked: &'a AskedDay) -> Examination<'a> {
        let certificate = &self.certificate.certificate;
        Examination::new(self.profile, certificate, &self.question, asked)
    }

    /// The same on each of several days.
    pub(super) fn add_to(
        &'a self,
        examination: &'a Examination<'a>,
        plan: &'a ConnectionPlan,
        asked: &'a AskedDay,
        each_day: &mut EachDay<'a>,
    ) {
        examination.add_to(self.at, each_day);
        self.every(plan, asked, each_day);
    }

    fn every(&'a self, plan: &'a ConnectionPlan, asked: &'a AskedDay, judge: &mut impl Judge<'a>) {
        let (item, at) = (self.certificate, self.at);
        for row in EVERY_CERTIFICATE {
            let view = About {
                plan,
                asked,
                item,
                at,
            };
            judge.row(row, view, at);
        }
    }
}

fn environment(plan: &ConnectionPlan) -> Asked<Environment> {
    Asked::or_missing(plan.environment, || FieldPath::ROOT.field("environment"))
}

/// Everybody whom the plan names.
fn everybody(plan: &ConnectionPlan) -> impl Iterator<Item = Who<'_>> {
    plan.party
        .iter()
        .map(Who::Party)
        .chain(plan.intermediaries.iter().map(Who::Intermediary))
        .chain(plan.other_parties.iter().map(Who::OtherParty))
        .chain(plan.organisers.iter().map(Who::Organiser))
        .chain(plan.tenants.iter().map(Who::Tenant))
        .chain(plan.pharmacies.iter().map(Who::Pharmacy))
}
