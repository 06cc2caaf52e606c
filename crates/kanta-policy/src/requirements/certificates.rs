//! The certificates of a plan: the profiles of `kanta-cert`, and what the guide adds for every certificate.

use kanta_cert::{Asked, Certificate, Holder, Profile, Question, TrustStore};
use kanta_conformance::{Document, Evidence, FieldPath, Finding, Outcome, Requirement, Row, text};

use super::{About, Day, OfCertificate, clause};
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
    /// The place of the system signature certificate.
    signature: FieldPath,
    /// The names of everybody whom the plan names.
    names: Vec<&'a str>,
}

/// The server certificate of an access point or of one of its servers.
struct Server<'a> {
    at: FieldPath,
    point: &'a AccessPoint,
    oid: Option<String>,
    certificate: &'a PlanCertificate,
}

impl<'a> Certificates<'a> {
    pub(super) fn of(plan: &'a ConnectionPlan) -> Self {
        let mut servers = Vec::new();
        for point in &plan.access_points {
            let at = FieldPath::named("access_point", &point.id);
            let oid = || point.oid.map(|oid| oid.to_string());
            if let Some(Claim::Stated(certificate)) = &point.certificate {
                servers.push(Server {
                    at: at.inner("certificate"),
                    point,
                    oid: oid(),
                    certificate,
                });
            }
            for (index, server) in point.servers.iter().flatten().enumerate() {
                if let Some(certificate) = &server.certificate {
                    servers.push(Server {
                        at: at.inner_entry("servers", index).inner("certificate"),
                        point,
                        oid: oid(),
                        certificate,
                    });
                }
            }
        }
        Self {
            servers,
            signature: FieldPath::table("signature_certificate"),
            names: everybody(plan).filter_map(Who::name).collect(),
        }
    }
}

/// Holds every certificate of a plan against its profile.
pub(super) fn findings<'a>(
    plan: &'a ConnectionPlan,
    certificates: &'a Certificates<'a>,
    day: &mut Day<'a, '_>,
    findings: &mut Vec<Finding>,
) {
    for server in &certificates.servers {
        server.findings(plan, &certificates.names, day, findings);
    }
    let signature = match &plan.signature_certificate {
        Some(Claim::Stated(signature)) => signature.certificate.as_ref(),
        _ => None,
    };
    if let Some(certificate) = signature {
        let at = &certificates.signature;
        let question = Question::on(day.on).environment_asked(environment(plan));
        let held = (Profile::SystemSignature, &certificate.certificate);
        hold(held, &question, at, day, findings);
        every(plan, certificate, at, day, findings);
    }
}

impl<'a> Server<'a> {
    fn findings(
        &'a self,
        plan: &'a ConnectionPlan,
        names: &[&str],
        day: &mut Day<'a, '_>,
        findings: &mut Vec<Finding>,
    ) {
        let point = self.point;
        let of_point = |field| FieldPath::named("access_point", &point.id).field(field);
        let administrator = plan.administrator(point);
        let own = administrator.and_then(Who::name);
        let is_other = |name: &&str| own.is_none_or(|own| !core::ptr::eq(own, *name));
        let others: Vec<&str> = names.iter().copied().filter(is_other).collect();
        let holder = match (administrator, own) {
            (None, _) => Asked::Missing(of_point("administrator")),
            (Some(who), None) => Asked::Missing(who.path().field("name")),
            (Some(_), Some(administrator)) => Asked::Is(Holder {
                administrator,
                others: &others,
            }),
        };
        let dns_name = point.dns_name.as_deref();
        let question = Question::on(day.on)
            .environment_asked(environment(plan))
            .access_point_asked(Asked::or_missing(self.oid.as_deref(), || of_point("oid")))
            .dns_name_asked(Asked::or_missing(dns_name, || of_point("dns_name")))
            .holder_asked(holder);
        let certificate = &self.certificate.certificate;
        hold(
            (Profile::Server, certificate),
            &question,
            &self.at,
            day,
            findings,
        );
        every(plan, self.certificate, &self.at, day, findings);
    }
}

fn hold(
    (profile, certificate): (Profile, &Certificate),
    question: &Question<'_>,
    at: &FieldPath,
    day: &mut Day<'_, '_>,
    findings: &mut Vec<Finding>,
) {
    findings.extend(match day.before.as_deref_mut() {
        None => profile.findings(certificate, question, at),
        Some(before) => profile.findings_again(certificate, question, at, before),
    });
}

fn every<'a>(
    plan: &'a ConnectionPlan,
    certificate: &'a PlanCertificate,
    at: &'a FieldPath,
    day: &mut Day<'a, '_>,
    findings: &mut Vec<Finding>,
) {
    for row in EVERY_CERTIFICATE {
        let view = About {
            plan,
            asked: day.asked,
            item: certificate,
            at,
        };
        findings.push(day.find(row, view, at));
    }
}

fn environment(plan: &ConnectionPlan) -> Asked<kanta_cert::Environment> {
    let environment = plan.environment.map(|environment| match environment {
        Environment::Production => kanta_cert::Environment::Production,
        Environment::Test => kanta_cert::Environment::Test,
    });
    Asked::or_missing(environment, || FieldPath::ROOT.field("environment"))
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
