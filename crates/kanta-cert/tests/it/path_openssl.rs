//! A second opinion on every chain: the program `openssl`, which shares no code with webpki.
//!
//! Every fault says what OpenSSL makes of it alone; where that differs from ours, it says why. The
//! list fails on a difference that is new and on one that has gone. Random chains, each part right
//! or wrong in one of the ways, must then follow from their parts.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::path_chains::{
    FAULTS, Fault, GOOD, Made, NOON, Openssl, Slot, good, letters, mend_each_other, part_ways,
};

const SLOTS: [Slot; 5] = [
    Slot::Root,
    Slot::Ca,
    Slot::EndEntity,
    Slot::RootCrl,
    Slot::Crl,
];
const RANDOM: usize = 1000;

fn is_there() -> bool {
    let version = Command::new("openssl").arg("version").output();
    let text = version.map(|out| String::from_utf8_lossy(&out.stdout).into_owned());
    match text {
        Ok(text) if text.starts_with("OpenSSL 3") => true,
        other => {
            eprintln!("SKIPPED: no second opinion, `openssl` 3 is not here: {other:?}");
            false
        }
    }
}

/// The parts of a chain as files, and whether all is well with each of them by OpenSSL.
struct Files {
    folder: PathBuf,
}

impl Files {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::create_dir_all(&folder).unwrap();
        Self { folder }
    }

    fn write(&self, name: &str, text: Option<&String>) -> Option<PathBuf> {
        let path = self.folder.join(name);
        std::fs::write(&path, text?).unwrap();
        Some(path)
    }

    /// Writes the files of a chain; parts that another one wrote before keep their names.
    fn all(&self, made: &Made, names: [&str; 5]) -> [Option<PathBuf>; 5] {
        [
            self.write(names[0], Some(&made.root)),
            self.write(names[1], made.ca.as_ref()),
            self.write(names[2], Some(&made.end_entity)),
            self.write(names[3], made.root_crl.as_ref()),
            self.write(names[4], made.crl.as_ref()),
        ]
    }
}

fn openssl([root, ca, end_entity, root_crl, crl]: &[Option<PathBuf>; 5]) -> (Openssl, String) {
    let mut command = Command::new("openssl");
    command
        .args(["verify", "-no-CApath", "-no-CAstore", "-crl_check_all"])
        .args(["-attime", &NOON.to_string()])
        .arg("-CAfile")
        .arg(root.as_ref().unwrap());
    if let Some(ca) = ca {
        command.arg("-untrusted").arg(ca);
    }
    for list in [root_crl, crl].into_iter().flatten() {
        command.arg("-CRLfile").arg(list);
    }
    let output = command.arg(end_entity.as_ref().unwrap()).output().unwrap();
    let answer = if output.status.success() {
        Openssl::Accepts
    } else {
        Openssl::Refuses
    };
    (answer, String::from_utf8_lossy(&output.stderr).into_owned())
}

fn ours(made: &Made) -> Openssl {
    if letters(&made.outcomes()) == GOOD {
        Openssl::Accepts
    } else {
        Openssl::Refuses
    }
}

#[test]
fn openssl_says_of_each_fault_alone_what_is_written_down() {
    if !is_there() {
        return;
    }
    let files = Files::new("openssl-alone");
    let names = [
        "root.pem",
        "ca.pem",
        "end-entity.pem",
        "root-crl.pem",
        "crl.pem",
    ];
    for (name, chain) in [
        ("P-256", good()),
        ("P-384", kanta_testkit::chain()),
        ("RSA", kanta_testkit::chain().rsa()),
    ] {
        let made = Made::new(&chain);
        let (answer, words) = openssl(&files.all(&made, names));
        assert_eq!(answer, Openssl::Accepts, "{name}: {words}");
        assert_eq!(ours(&made), Openssl::Accepts, "{name}");
    }
    let mut surprises = Vec::new();
    for fault in FAULTS {
        let made = Made::new(&(fault.change)(good()));
        let (answer, words) = openssl(&files.all(&made, names));
        if answer != fault.openssl {
            surprises.push(format!("{}: OpenSSL {answer:?}: {words}", fault.words));
        }
        if (answer != ours(&made)) == fault.differs.is_empty() {
            surprises.push(format!(
                "{}: OpenSSL {answer:?}, we {:?}, reason written down: `{}`",
                fault.words,
                ours(&made),
                fault.differs
            ));
        }
    }
    assert!(surprises.is_empty(), "{}", surprises.join("\n"));
}

/// The same numbers in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }
}

#[test]
fn a_thousand_random_chains_follow_from_their_parts() {
    if !is_there() {
        return;
    }
    let files = Files::new("openssl-random");
    let clean = Made::new(&good());
    let made: Vec<Made> = FAULTS
        .iter()
        .map(|fault| Made::new(&(fault.change)(good())))
        .collect();
    let mut numbers = Numbers(2025);
    let mut accepted = 0;
    let mut surprises = Vec::new();
    let mut looked_at = 0;
    while looked_at < RANDOM {
        let mut chain = clean.clone();
        let mut names = SLOTS.map(|slot| format!("{slot:?}-good"));
        let mut chosen: Vec<&Fault> = Vec::new();
        for (place, slot) in SLOTS.into_iter().enumerate() {
            // Each part is right two times in three.
            if numbers.below(3) > 0 {
                continue;
            }
            let choices: Vec<usize> = (0..FAULTS.len())
                .filter(|index| FAULTS[*index].slot == slot)
                .collect();
            let index = choices[numbers.below(choices.len())];
            chosen.push(&FAULTS[index]);
            chain.take(slot, &made[index]);
            names[place] = format!("{slot:?}-{index}");
        }
        if mend_each_other(&chosen) {
            continue;
        }
        looked_at += 1;
        let paths = files.all(
            &chain,
            [&names[0], &names[1], &names[2], &names[3], &names[4]],
        );
        let (answer, words) = openssl(&paths);
        let together = !part_ways(&chosen);
        let expected = if together && chosen.iter().all(|fault| fault.openssl == Openssl::Accepts) {
            Openssl::Accepts
        } else {
            Openssl::Refuses
        };
        let ours_expected = if together && chosen.iter().all(|fault| fault.is_harmless()) {
            Openssl::Accepts
        } else {
            Openssl::Refuses
        };
        let ours = ours(&chain);
        if answer != expected || ours != ours_expected {
            let of: Vec<&str> = chosen.iter().map(|fault| fault.words).collect();
            surprises.push(format!("{of:?}: OpenSSL {answer:?}, we {ours:?}: {words}"));
        }
        accepted += usize::from(answer == Openssl::Accepts);
    }
    assert!(surprises.is_empty(), "{}", surprises.join("\n"));
    assert!(accepted > 100 && accepted < 900, "{accepted}");
}
