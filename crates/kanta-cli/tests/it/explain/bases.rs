//! Plans that fragments are laid over.

use toml::Table;

use super::lay;

/// A plan that fragments are laid over: a clinic with its own access point.
const BASE: &str = r#"
format = 1
environment = "production"

[party]
name = "Esimerkkiklinikka Oy"
kind = "provider"
sector = "private"
health_care = true
register = "sote"
oid = "1.2.246.10.12345671.10.0"
model = "direct"

[party.joining]
applied = 2018-09-15
commitment = 2018-09-15
terms_of_supply = 2018-09-15
service_descriptions = { patient-data = 2018-09-15, prescription = 2018-09-15 }
declared = 2018-09-15
approved = 2018-10-06

[[system]]
id = "emr"
kind = "patient-data-system"
class = "A3"
transfer_functions = true
in_register = true
assessed_until = 2027-05-31
joint_tested = 2018-04-02

[[access_point]]
id = "ap1"
oid = "1.2.246.10.12345671.10.0.13.1"
administrator = "party"
systems = ["emr"]
country = "FI"
dns_name = "kanta.klinikka.example"
certificate = "certificates/clinic-server.pem"
addresses = [{ ip = "192.31.196.7", fixed = true, registered_to = "party" }]
tls = ["1.2"]
stateful_firewall = true
malware_protection = true

[[use]]
service = "patient-data"
access_point = "ap1"
system = "emr"

[[use]]
service = "prescription"
access_point = "ap1"
system = "emr"

[signature_certificate]
file = "certificates/clinic-signature.pem"
holder = "party"

[[link]]
id = "mpls-a"
from = "ap1"
to = "kanta"
role = "primary"
ready = 2018-09-10
network = "private"
operator = "Operaattori A"
halls = ["A", "B", "C"]
down_mbit = 1000
up_mbit = 1000

[[link]]
id = "mpls-b"
from = "ap1"
to = "kanta"
role = "backup"
ready = 2018-09-10
network = "private"
operator = "Operaattori A"
separate_route = { from = "mpls-a", confirmed_by = "Operaattori A", on = 2018-08-20 }
halls = ["A", "B", "C"]
down_mbit = 1000
up_mbit = 1000

[volume]
documents_per_day = 4000
assessed_need_mbit = 60
message_traffic = "small"
scalable = true
"#;

/// Other plans that fragments are laid over, each by its difference from the clinic's.
const OTHERS: [(&str, &str); 6] = [
    (
        "through an intermediary's access point",
        r#"
[[intermediary]]
id = "valittaja"
name = "Esimerkkivälittäjä Oy"
oid = "1.2.246.537.6.918.18.42"

[[access_point]]
id = "ap1"
administrator = "valittaja"
"#,
    ),
    (
        "through another party's access point",
        r#"
[[other_party]]
id = "sairaala"

[[access_point]]
id = "ap1"
administrator = "sairaala"
"#,
    ),
    (
        "with the supplier's system signature certificate",
        r#"
[[intermediary]]
id = "toimittaja"

[[system]]
id = "emr"
packaged_service = true

[signature_certificate]
holder = "toimittaja"
"#,
    ),
    (
        "with a tenant",
        r#"
[[tenant]]
id = "t1"
sector = "private"
register = "sote"
uses_party_signature_certificate = true

[[use]]
service = "patient-data"
access_point = "ap1"
system = "emr"

[[use]]
service = "patient-data"
access_point = "ap1"
system = "emr"
for = "t1"
"#,
    ),
    (
        "in parallel joining",
        r#"
[party]
health_care = false
model = "parallel"

[party.joining]
service_descriptions = { social-welfare = 2018-09-15 }

[[organiser]]
id = "alue"
uses_access_points = ["ap1"]
provides_system = true

[[access_point]]
id = "ap1"
administrator = "alue"

[[access_point]]
id = "ap2"

[[system]]
id = "emr"
kind = "client-data-system"

[[use]]
service = "social-welfare"
access_point = "ap1"
system = "emr"
"#,
    ),
    (
        "of a pharmacist",
        r#"
[party]
kind = "pharmacist"
register = "pharmacy"

[[pharmacy]]
id = "main"
kind = "main"
oid = "1.2.246.553.1.101"

[[pharmacy]]
id = "branch"
kind = "branch"
oid = "1.2.246.553.1.102"

[[access_point]]
id = "ap1"
oid = "1.2.246.553.1.101.13.1"
administrator = "main"

[[access_point]]
id = "ap2"
oid = "1.2.246.553.1.102.13.1"
administrator = "branch"

[[use]]
service = "prescription"
access_point = "ap1"
for = "main"

[[use]]
service = "prescription"
access_point = "ap2"
for = "branch"

[[use]]
service = "reimbursement-query"
access_point = "ap1"
for = "main"
"#,
    ),
];

/// Every plan that fragments are laid over.
pub(super) fn bases() -> Vec<(&'static str, Table)> {
    let clinic: Table = BASE.parse().unwrap();
    let mut single = clinic.clone();
    single["link"].as_array_mut().unwrap().truncate(1);
    let mut bases = vec![
        ("of a clinic", clinic.clone()),
        ("with a single link", single),
    ];
    for (name, difference) in OTHERS {
        let mut plan = clinic.clone();
        lay(difference.parse().unwrap(), &mut plan);
        bases.push((name, plan));
    }
    bases
}
