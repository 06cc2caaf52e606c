//! One access point of each form, taken apart by hand.

use kanta_oid::OidForm;

pub(crate) struct Sample {
    pub(crate) form: OidForm,
    pub(crate) text: &'static str,
    pub(crate) owner: &'static str,
    pub(crate) code: u64,
    pub(crate) unit: Option<u64>,
    pub(crate) number: u64,
    /// The role of each arc, in words.
    pub(crate) roles: &'static [&'static str],
}

const SOTE: [&str; 5] = [
    "organisation code",
    "unit node",
    "unit number",
    "access-point node",
    "access-point number",
];

pub(crate) const SAMPLES: [Sample; 5] = [
    Sample {
        form: OidForm::Sote,
        text: "1.2.246.10.12345671.10.1.13.2",
        owner: "1.2.246.10.12345671.10.1",
        code: 12_345_671,
        unit: Some(1),
        number: 2,
        roles: &[
            "root", "root", "root", "root", SOTE[0], SOTE[1], SOTE[2], SOTE[3], SOTE[4],
        ],
    },
    Sample {
        form: OidForm::Sote537,
        text: "1.2.246.537.10.2048198.10.0.13.3",
        owner: "1.2.246.537.10.2048198.10.0",
        code: 2_048_198,
        unit: Some(0),
        number: 3,
        roles: &[
            "root", "root", "root", "root", "root", SOTE[0], SOTE[1], SOTE[2], SOTE[3], SOTE[4],
        ],
    },
    Sample {
        form: OidForm::Valvira,
        text: "1.2.246.537.28.10000222116.13.4",
        owner: "1.2.246.537.28.10000222116",
        code: 10_000_222_116,
        unit: None,
        number: 4,
        roles: &[
            "root",
            "root",
            "root",
            "root",
            "root",
            "practitioner code",
            SOTE[3],
            SOTE[4],
        ],
    },
    Sample {
        form: OidForm::Pharmacy,
        text: "1.2.246.553.1.1234.13.5",
        owner: "1.2.246.553.1.1234",
        code: 1234,
        unit: None,
        number: 5,
        roles: &[
            "root",
            "root",
            "root",
            "root",
            "root",
            "pharmacy code",
            SOTE[3],
            SOTE[4],
        ],
    },
    Sample {
        form: OidForm::Intermediary,
        text: "1.2.246.537.6.918.18.77.13.6",
        owner: "1.2.246.537.6.918.18.77",
        code: 77,
        unit: None,
        number: 6,
        roles: &[
            "root",
            "root",
            "root",
            "root",
            "root",
            "root",
            "root",
            "intermediary code",
            SOTE[3],
            SOTE[4],
        ],
    },
];

impl Sample {
    pub(crate) fn arcs(&self) -> Vec<&'static str> {
        self.text.split('.').collect()
    }

    /// The byte offset at which the arc with this index begins.
    pub(crate) fn offset(&self, arc: usize) -> usize {
        self.arcs()[..arc].iter().map(|arc| arc.len() + 1).sum()
    }

    /// The text with the arc of this index written otherwise.
    pub(crate) fn with_arc(&self, index: usize, arc: &str) -> String {
        let mut arcs = self.arcs();
        arcs[index] = arc;
        arcs.join(".")
    }

    /// `unit number: … (arc 7, character 24)`: the message about an arc and a character of it.
    pub(crate) fn message(&self, arc: usize, offset: usize, fault: &str) -> String {
        format!(
            "{}: {fault} (arc {}, character {})",
            self.roles[arc],
            arc + 1,
            offset + 1
        )
    }

    /// The indexes of the arcs that vary.
    pub(crate) fn varying(&self) -> Vec<usize> {
        let fixed = ["root", "unit node", "access-point node"];
        (0..self.roles.len())
            .filter(|arc| !fixed.contains(&self.roles[*arc]))
            .collect()
    }
}
