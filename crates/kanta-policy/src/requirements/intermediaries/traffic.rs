//! Examples 7.2 and 7.3: the traffic to an access point that somebody else administers.

use kanta_conformance::{Requirement, Row, Text, text};

use super::shares_point;
use crate::requirements::facts::{demand, where_it_applies};
use crate::requirements::{Counterpart, OfCounterpart, clause};

const IN_THIS_EXAMPLE: Text = text! {
    en: "chapter 7 describes examples (\"in this example\"): we read what they say of traffic to another's access point as a duty",
    fi: "luku 7 kuvaa esimerkkejä (”tässä esimerkissä”): tulkitsemme sen, mitä ne sanovat liikenteestä toisen liityntäpisteeseen, velvoitteeksi",
    sv: "kapitel 7 beskriver exempel (”i det här exemplet”): vi tolkar det som de säger om trafiken till någon annans anslutningspunkt som en skyldighet",
};

pub(super) const NOT_ENCRYPTED: Row<OfCounterpart> = Row {
    requirement: &Requirement::interpreted("connection-models/traffic-to-access-point-not-encrypted")
        .with_citations(&[clause("7.2"), clause("7.3")])
        .with_statement(text! {
            en: "traffic between a joining party and the access point that another administers is encrypted",
            fi: "liittyjän ja toisen hallinnoiman liityntäpisteen välinen liikenne on salattu",
            sv: "trafiken mellan en anslutande aktör och en anslutningspunkt som någon annan administrerar är krypterad",
        })
        .with_fault(text! {
            en: "traffic to the access point is not encrypted",
            fi: "liikenne liityntäpisteeseen ei ole salattu",
            sv: "trafiken till anslutningspunkten är inte krypterad",
        })
        .with_remedy(text! {
            en: "encrypt the traffic to the access point with server certificates",
            fi: "salaa liikenne liityntäpisteeseen palvelinvarmenteilla",
            sv: "kryptera trafiken till anslutningspunkten med servercertifikat",
        })
        .with_reading(IN_THIS_EXAMPLE)
        .with_purpose(text! {
            en: "client data travel this way before they reach the encrypted connection to Kanta",
            fi: "asiakastiedot kulkevat tätä tietä ennen Kannan salattua yhteyttä",
            sv: "kunduppgifter går den här vägen innan de når den krypterade förbindelsen till Kanta",
        })
        .with_example(
            "[[intermediary]]\nid = \"valittaja\"\ntraffic_encrypted = false\n",
            "[[intermediary]]\nid = \"valittaja\"\ntraffic_encrypted = true\n",
        )
        .with_fields(&["traffic_encrypted", "access_point.administrator"]),
    check: |about| {
        let fact = match about.item {
            Counterpart::Intermediary(its) => its.traffic_encrypted,
            Counterpart::OtherParty(its) => its.traffic_encrypted,
        };
        where_it_applies(
            shares_point(&about),
            demand(&about, fact, "traffic_encrypted"),
        )
    },
};

pub(super) const NOT_IDENTIFIED: Row<OfCounterpart> = Row {
    requirement: &Requirement::interpreted("connection-models/traffic-to-access-point-not-identified")
        .with_citations(&[clause("7.2"), clause("7.3"), clause("3.2")])
        .with_statement(text! {
            en: "the parties to the traffic between a joining party and the access point that another administers are identified with a server certificate",
            fi: "liittyjän ja toisen hallinnoiman liityntäpisteen välisen liikenteen osapuolet tunnistetaan palvelinvarmenteella",
            sv: "parterna i trafiken mellan en anslutande aktör och en anslutningspunkt som någon annan administrerar identifieras med ett servercertifikat",
        })
        .with_fault(text! {
            en: "the parties to the traffic to the access point are not identified with a server certificate",
            fi: "liityntäpisteen liikenteen osapuolia ei tunnisteta palvelinvarmenteella",
            sv: "parterna i trafiken till anslutningspunkten identifieras inte med ett servercertifikat",
        })
        .with_remedy(text! {
            en: "identify both ends with server certificates for social welfare and health care",
            fi: "tunnista molemmat päät sosiaali- ja terveydenhuollon palvelinvarmenteilla",
            sv: "identifiera båda ändarna med servercertifikat för social- och hälsovården",
        })
        .with_reading(IN_THIS_EXAMPLE)
        .with_purpose(text! {
            en: "so that nobody else can send in the joining party's name",
            fi: "jotta kukaan muu ei voi lähettää liittyjän nimissä",
            sv: "för att ingen annan ska kunna sända i den anslutande aktörens namn",
        })
        .with_example(
            "[[intermediary]]\nid = \"valittaja\"\nidentified_by_server_certificate = false\n",
            "[[intermediary]]\nid = \"valittaja\"\nidentified_by_server_certificate = true\n",
        )
        .with_fields(&[
            "identified_by_server_certificate",
            "access_point.administrator",
        ]),
    check: |about| {
        let fact = match about.item {
            Counterpart::Intermediary(its) => its.identified_by_server_certificate,
            Counterpart::OtherParty(its) => its.identified_by_server_certificate,
        };
        let outcome = demand(&about, fact, "identified_by_server_certificate");
        where_it_applies(shares_point(&about), outcome)
    },
};
