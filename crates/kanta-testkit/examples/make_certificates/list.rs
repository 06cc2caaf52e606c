//! The example certificates of the repository, each by its difference from a good one.

use kanta_testkit::{TestKey, chain, request, server_certificate, system_signature_certificate};

/// A file's name, its text, and what it is, in one line.
pub(crate) type Example = (&'static str, String, &'static str);

/// Every example, in the order of its README.
pub(crate) fn examples() -> Vec<Example> {
    vec![
        (
            "clinic-server.pem",
            server_certificate().pem(),
            "the clinic's access point: a good server certificate",
        ),
        (
            "clinic-on-record.pem",
            server_certificate()
                .certificate_serial(&[0x4f, 0x2a, 0x01])
                .pem(),
            "the same with the serial number that `index.toml` has on record",
        ),
        (
            "clinic-server-request.pem",
            request().pem(),
            "the request (PKCS #10) for it, as it would be sent to DVV",
        ),
        (
            "clinic-signature.pem",
            system_signature_certificate().pem(),
            "the clinic's system signature certificate",
        ),
        (
            "clinic-abroad-server.pem",
            server_certificate()
                .primary_name("kanta.klinikka-abroad.example")
                .valid("2025-08-14T21:00:00Z", "2026-08-14T20:59:59Z")
                .pem(),
            "the clinic's access point abroad; from 15.8.2025 to 14.8.2026",
        ),
        (
            "wrong-server.pem",
            server_certificate()
                .serial_number("1.2.246.10.12345671.10.0.13.2")
                .primary_name("backup.klinikka.example")
                .common_name("other.klinikka.example")
                .valid("2024-06-30T21:00:00Z", "2025-06-30T20:59:59Z")
                .pem(),
            "another access point's, under a name that its alternative names lack, expired 30.6.2025",
        ),
        (
            "general-server.pem",
            server_certificate()
                .issuer(
                    "C=FI, O=Digi- ja vaestotietovirasto CA, OU=Palveluvarmenteet, \
                     CN=DVV Service Certificates - G5E",
                )
                .policies(&["0.4.0.2042.1.7", "2.23.140.1.2.2", "1.2.246.517.1.10.355.1"])
                .without_serial_number()
                .key(TestKey::Rsa2048)
                .pem(),
            "ordered from the wrong place: a server certificate of DVV's general service",
        ),
        (
            "intermediary-server.pem",
            server_certificate()
                .organisation("Esimerkkivälittäjä Oy")
                .serial_number("1.2.246.537.6.918.18.42.13.1")
                .primary_name("kanta.valittaja.example")
                .pem(),
            "the access point of a Kanta intermediary, in its name (figures 2 and 7)",
        ),
        (
            "main-pharmacy-server.pem",
            server_certificate()
                .organisation("Esimerkin apteekki")
                .serial_number("1.2.246.553.1.1001.13.1")
                .primary_name("kanta.apteekki.example")
                .pem(),
            "the main pharmacy's access point (figure 3)",
        ),
        (
            "branch-pharmacy-server.pem",
            server_certificate()
                .organisation("Esimerkin sivuapteekki")
                .serial_number("1.2.246.553.1.1002.13.1")
                .primary_name("kanta.sivuapteekki.example")
                .pem(),
            "the branch pharmacy's access point (figure 3)",
        ),
        (
            "county-server.pem",
            server_certificate()
                .organisation("Esimerkin hyvinvointialue")
                .serial_number("1.2.246.10.76543212.10.0.13.1")
                .primary_name("kanta.hyvinvointialue.example")
                .pem(),
            "the access point at a county's integration solution (figure 4)",
        ),
        (
            "county-signature.pem",
            system_signature_certificate()
                .organisation("Esimerkin hyvinvointialue")
                .serial_number("1.2.246.10.76543212.10.0")
                .common_name("Esimerkin hyvinvointialue")
                .pem(),
            "the county's one system signature certificate, for all its systems (figure 4)",
        ),
        (
            "practitioner-server.pem",
            server_certificate()
                .organisation("Lääkäri Eeva Esimerkki")
                .serial_number("1.2.246.537.28.10000222116.13.1")
                .primary_name("kanta.vastaanotto.example")
                .pem(),
            "a self-employed practitioner's access point (figure 5)",
        ),
        (
            "practitioner-signature.pem",
            system_signature_certificate()
                .organisation("Lääkäri Eeva Esimerkki")
                .serial_number("1.2.246.537.28.10000222116")
                .common_name("Esimerkkivastaanotto")
                .pem(),
            "the practitioner's system signature certificate (figure 5)",
        ),
        (
            "hospital-server.pem",
            server_certificate()
                .organisation("Esimerkkisairaala Oy")
                .serial_number("1.2.246.10.33333338.10.0.13.1")
                .primary_name("kanta.sairaala.example")
                .pem(),
            "another joining party's access point, in its name (figure 6)",
        ),
        (
            "care-signature.pem",
            system_signature_certificate()
                .organisation("Esimerkkihoiva Oy")
                .serial_number("1.2.246.10.22222229.10.0")
                .common_name("Esimerkkihoivan järjestelmä")
                .pem(),
            "the system signature certificate of a care provider (figure 7)",
        ),
        (
            "trust.pem",
            chain().trust_pem(),
            "the throw-away root and CA above all of these, with a list of revoked certificates of each, good on 1.12.2025",
        ),
    ]
}
