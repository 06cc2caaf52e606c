//! Pharmacies, Kela's services, and whose system signature certificate may be used.

use super::{agreement, before, compare, days, flag, model, plan, point, provider, words};
use crate::oracle_comparison::compare::{Difference, Question, word};
use kanta_address_index::{PartyKind, Service};
use kanta_conformance::Date;
use kanta_policy::ConnectionPlan;
use kanta_policy::plan::{
    Claim, Intermediary, Organiser, OtherParty, Pharmacy, SignatureCertificate, System, Use,
};

const SUPPLIERS: &[Difference] = &[
    before("signature-certificate-supplier-not-intermediary"),
    before("signature-certificate-agreement-missing"),
];

#[test]
fn pharmacies_and_kelas_services() {
    compare(
        &[
            ("party", vec!["pharmacist"]),
            ("point", kanta_oracle::words("point")),
            ("kela-service", vec!["yes", "no"]),
            ("agreement", words("agreement")),
            ("day", days()),
        ],
        &[
            (
                "pharmacy-without-own-access-point",
                "pharmacy-without-own-access-point",
                "pharmacy.main",
            ),
            (
                "reimbursement-agreement-missing",
                "reimbursement-agreement-missing",
                "use[0]",
            ),
        ],
        &[],
        |question, day| {
            let mut party = provider();
            party.kind = Some(PartyKind::Pharmacist);
            let mut main = Pharmacy::default();
            main.id = "main".into();
            main.reimbursement_agreement = agreement(word(question, "agreement"), day);
            let mut branch = Pharmacy::default();
            branch.id = "branch".into();
            let service = match word(question, "kela-service") {
                "yes" => Service::SettlementP2,
                _ => Service::RenewalRequests,
            };
            let by = |service, point, user: &str| {
                let mut its = Use::new(service, point);
                its.user = user.into();
                its
            };
            let mut intermediary = Intermediary::default();
            intermediary.id = "i".into();
            let mut plan = plan(party);
            plan.pharmacies.extend([main, branch]);
            plan.intermediaries.push(intermediary);
            plan.uses.push(by(service, "ap1", "main"));
            let (administrator, uses) = match word(question, "point") {
                "own" => ("main", vec!["main"]),
                "own-administered-by-another" => ("i", vec!["main"]),
                "shared" => ("main", vec!["main", "branch"]),
                _ => ("main", vec![]),
            };
            plan.access_points.push(point("ap1", Some(administrator)));
            plan.uses.extend(
                uses.into_iter()
                    .map(|user| by(Service::Prescription, "ap1", user)),
            );
            plan
        },
    );
}

const SIGNATURES: &[Difference] = &[
    before("signature-certificate-of-someone-else"),
    Difference {
        row: "signature-certificate-of-someone-else",
        when: &[("signature-holder", &["supplier"]), ("packaged", &["no"])],
        oracle: "violated",
        engine: "satisfied",
        because: "that the service is not packaged is a row of its own",
    },
    Difference {
        row: "signature-certificate-of-someone-else",
        when: &[
            ("signature-certificate", &["given"]),
            ("signature-holder", &["supplier"]),
            ("packaged", &["unknown"]),
        ],
        oracle: "undetermined:input",
        engine: "satisfied",
        because: "whether the service is packaged is asked by a row of its own",
    },
];

#[test]
fn whose_signature_certificate() {
    // The holder is told of a certificate that is there: of one that is not known, it is not known either.
    let holders = [
        "own",
        "supplier",
        "organiser",
        "joining-party",
        "other",
        "unknown",
    ];
    whose(&["given", "denied"], &holders, &SIGNATURES[1..]);
    whose(&["unknown"], &["unknown"], &SIGNATURES[..1]);
}

fn whose(
    certificate: &[&'static str],
    holders: &[&'static str],
    differences: &'static [Difference],
) {
    compare(
        &[
            ("actor", vec!["joining-party"]),
            ("model", vec!["direct", "parallel", "unknown"]),
            ("signature-certificate", certificate.to_vec()),
            ("signature-holder", holders.to_vec()),
            ("packaged", words("packaged")),
            ("day", days()),
        ],
        &[(
            "signature-certificate-of-someone-else",
            "signature-certificate-of-someone-else",
            "",
        )],
        differences,
        signature,
    );
    compare(
        &[
            ("actor", vec!["joining-party"]),
            ("signature-certificate", certificate.to_vec()),
            ("signature-holder", holders.to_vec()),
            ("supplier-intermediary", words("supplier-intermediary")),
            ("signature-agreement", words("signature-agreement")),
            ("day", days()),
        ],
        &[
            (
                "signature-certificate-supplier-not-intermediary",
                "signature-certificate-supplier-no-intermediary",
                "",
            ),
            (
                "signature-certificate-agreement-missing",
                "signature-certificate-not-agreed-with-supplier",
                "",
            ),
        ],
        SUPPLIERS,
        signature,
    );
}

fn signature(question: &Question<'_>, day: Date) -> ConnectionPlan {
    let mut party = provider();
    party.model = model(question);
    let mut certificate = SignatureCertificate::default();
    certificate.holder = match word(question, "signature-holder") {
        "own" => Some("party".into()),
        "supplier" => Some("i".into()),
        "organiser" => Some("alue".into()),
        "joining-party" | "other" => Some("o".into()),
        _ => None,
    };
    let mut supplier = Intermediary::default();
    supplier.id = "i".into();
    supplier.registered = match word(question, "supplier-intermediary") {
        "yes" => Some(Claim::Stated(Some(day))),
        "no" => Some(Claim::Denied),
        _ => None,
    };
    supplier.agreement = agreement(word(question, "signature-agreement"), day);
    if let Some(Claim::Stated(agreement)) = &mut supplier.agreement {
        agreement.covers_signature_certificate = Some(true);
    }
    let mut organiser = Organiser::default();
    organiser.id = "alue".into();
    let mut other = OtherParty::default();
    other.id = "o".into();
    let mut system = System::default();
    system.id = "emr".into();
    system.packaged_service = flag(question, "packaged");
    let mut its = Use::new(Service::PatientData, "ap1");
    its.system = Some("emr".into());
    let mut plan = plan(party);
    plan.signature_certificate = match word(question, "signature-certificate") {
        "given" => Some(Claim::Stated(certificate)),
        "denied" => Some(Claim::Denied),
        _ => None,
    };
    plan.intermediaries.push(supplier);
    plan.organisers.push(organiser);
    plan.other_parties.push(other);
    plan.systems.push(system);
    plan.access_points.push(point("ap1", Some("party")));
    plan.uses.push(its);
    plan
}
