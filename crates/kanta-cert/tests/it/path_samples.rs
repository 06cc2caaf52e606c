//! Real certificates of DVV under their real roots.

use std::path::{Path, PathBuf};

use crate::path_chains::{letters, said};
use kanta_cert::{
    AuthorityRole, Branch, Certificate, Environment, IssuerList, Question, TrustStore,
};
use kanta_conformance::{Date, Language};

/// The folder of real certificates, which are not part of the project.
fn folder() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/samples/certificates");
    let folder = std::env::var_os("KANTA_SAMPLE_CERTIFICATES").map_or(beside, PathBuf::from);
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!(
        "SKIPPED: no real certificates in {}; name their folder in KANTA_SAMPLE_CERTIFICATES",
        folder.display()
    );
    None
}

fn read(folder: &Path, name: &str) -> Vec<u8> {
    std::fs::read(folder.join(name)).unwrap()
}

/// Every certificate of the folder with its issuing CA and root, and a day inside its validity.
const CHAINS: [(&str, &str, &str, Date); 4] = [
    (
        "sote-system-signature-g3e-2022-06.pem",
        "ca-sote-g3e.pem",
        "root-dvv-g3-ecc.pem",
        Date::constant(2023, 1, 10),
    ),
    (
        "sote-system-signature-g3e-2023-12.pem",
        "ca-sote-g3e.pem",
        "root-dvv-g3-ecc.pem",
        Date::constant(2024, 6, 10),
    ),
    (
        "service-server-g5e-2025-11.pem",
        "ca-service-g5e.pem",
        "root-dvv-g3-ecc.pem",
        Date::constant(2025, 12, 10),
    ),
    (
        "service-signature-g5e-2025-11.pem",
        "ca-service-g5e.pem",
        "root-dvv-g3-ecc.pem",
        Date::constant(2025, 12, 10),
    ),
];

#[test]
fn real_chains_verify_with_their_root_and_fail_with_the_other_one() {
    let Some(folder) = folder() else { return };
    for (name, ca, root, day) in CHAINS {
        let certificate = Certificate::from_pem_or_der(&read(&folder, name)).unwrap();
        let mut store = TrustStore::new();
        store.trust(root, &read(&folder, root)).unwrap();
        store.add_intermediates(ca, &read(&folder, ca)).unwrap();
        let outcomes = store.outcomes(&certificate, &Question::on(day));
        // All is well, but that no list was given.
        assert_eq!(letters(&outcomes), "SSSSSSUS", "{name}: {outcomes:?}");
        let url = certificate.crl_uris().next().unwrap();
        let words = said(&outcomes[6].1, Language::En);
        assert!(
            words.contains(&format!("it is published at: `{url}`")),
            "{words}"
        );

        let mut other = TrustStore::new();
        other
            .trust("other", &read(&folder, "root-vrk-g2.pem"))
            .unwrap();
        other.add_intermediates(ca, &read(&folder, ca)).unwrap();
        let outcomes = other.outcomes(&certificate, &Question::on(day));
        assert_eq!(letters(&outcomes), "VUUUUUUU", "{name}: {outcomes:?}");
    }
}

#[test]
fn every_real_ca_stands_under_its_own_root_only() {
    let Some(folder) = folder() else { return };
    let roots = ["root-dvv-g3-ecc.pem", "root-vrk-g2.pem"];
    let cas = [
        ("ca-sote-g3e.pem", Some(roots[0])),
        ("ca-service-g5e.pem", Some(roots[0])),
        ("ca-sote-vrk-g2.pem", Some(roots[1])),
        // Their roots are not in the folder.
        ("ca-sote-g3r.pem", None),
        ("ca-sote-vrk-gen1.pem", None),
    ];
    for (ca, own) in cas {
        let documents = kanta_cert::CertificateOrRequest::read_all(&read(&folder, ca)).unwrap();
        let [kanta_cert::CertificateOrRequest::Certificate(certificate)] = &documents[..] else {
            panic!("{ca}");
        };
        for root in roots {
            let mut store = TrustStore::new();
            store.trust(root, &read(&folder, root)).unwrap();
            let day = Date::constant(2022, 6, 1);
            let found = letters(&store.outcomes(certificate, &Question::on(day)));
            if own == Some(root) {
                // A CA's own certificate is none that is verified as an end entity's.
                assert_eq!(found, "SSSSSSUU", "{ca} under {root}");
            } else {
                assert_eq!(found, "VUUUUUUU", "{ca} under {root}");
            }
        }
    }
}

#[test]
fn the_real_ones_have_their_place_in_the_list() {
    let Some(folder) = folder() else { return };
    let mut store = TrustStore::new();
    for name in [
        "root-dvv-g3-ecc.pem",
        "root-vrk-g2.pem",
        "ca-sote-g3e.pem",
        "ca-service-g5e.pem",
    ] {
        store.trust(name, &read(&folder, name)).unwrap();
    }
    let list = IssuerList::built_in();
    let production = Environment::Production;
    let roots: Vec<AuthorityRole> = store.roots().iter().map(|ca| ca.role(list)).collect();
    assert_eq!(roots, [AuthorityRole::Root(production); 2]);
    let between: Vec<AuthorityRole> = store
        .intermediates()
        .iter()
        .map(|ca| ca.role(list))
        .collect();
    assert_eq!(
        between,
        [
            AuthorityRole::Issuing(Branch::Sote, production),
            AuthorityRole::Issuing(Branch::General, production)
        ]
    );
}
