//! Clauses 5.2 and 5.6 and chapter 6 on protection: Kela's requirements, firewalls, malware, encryption all the way.

use kanta_conformance::{Document, Evidence, Example, Outcome, Requirement, Row, Text};

use crate::requirements::facts::{demand, forbid};
use crate::requirements::{MUST, OfAccessPoint, OfConsolidationPoint, OfParty, clause};

pub(super) static PARTY: &[Row<OfParty>] = &[Row {
    requirement: &Requirement {
        id: "connection-models/security-requirements-not-met",
        citations: &[clause("5.2"), clause("6")],
        statement: Text::new(
            "the technical solution meets Kela's requirements on data communication and messaging security",
            "tekninen ratkaisu täyttää Kelan tieto- ja sanomaliikenteen tietoturvavaatimukset",
            "den tekniska lösningen uppfyller FPA:s krav på informationssäkerhet inom data- och meddelandetrafiken",
        ),
        fault: Text::new(
            "Kela's requirements on data communication and messaging security are not met",
            "Kelan tieto- ja sanomaliikenteen tietoturvavaatimukset eivät täyty",
            "FPA:s krav på informationssäkerhet inom data- och meddelandetrafiken uppfylls inte",
        ),
        remedy: Text::new(
            "have the solution compared with Kela's document, and record it in the plan under [[attested]]",
            "tarkistuta ratkaisu Kelan asiakirjaa vasten ja kirjaa tulos suunnitelman kohtaan [[attested]]",
            "låt jämföra lösningen med FPA:s dokument och anteckna resultatet i planen under [[attested]]",
        ),
        evidence: Evidence::Attested,
        purpose: Some(Text::new(
            "the guide describes connections; how their traffic is protected in detail is told in that document",
            "ohje kuvaa yhteydet; niiden liikenteen suojaaminen kuvataan tarkemmin siinä asiakirjassa",
            "anvisningen beskriver teleförbindelserna; hur trafiken skyddas i detalj står i det dokumentet",
        )),
        example: Some(Example {
            before: r#"[[attested]]
requirement = "connection-models/security-requirements-not-met"
met = false
by = "N.N., tietoturvapäällikkö"
on = 2025-09-01
ground = "audit report 2025-17""#,
            after: r#"[[attested]]
requirement = "connection-models/security-requirements-not-met"
met = true
by = "N.N., tietoturvapäällikkö"
on = 2025-09-01
ground = "audit report 2025-17""#,
        }),
        fields: &[""],
        ..MUST
    },
    check: |about| {
        if about.plan.party.is_none() && about.plan.access_points.is_empty() {
            return Outcome::NotApplicable;
        }
        Outcome::outside(&Document::SECURITY_REQUIREMENTS)
    },
}];

pub(super) static ACCESS_POINTS: &[Row<OfAccessPoint>] = &[
    Row {
        requirement: &Requirement {
            id: "connection-models/no-stateful-firewall",
            citations: &[clause("6")],
            statement: Text::new(
                "a stateful firewall protects the access point",
                "liityntäpistettä suojaa tilallinen palomuuri",
                "en tillståndsstyrd brandvägg skyddar anslutningspunkten",
            ),
            fault: Text::new(
                "no stateful firewall protects the access point",
                "liityntäpistettä ei suojaa tilallinen palomuuri",
                "ingen tillståndsstyrd brandvägg skyddar anslutningspunkten",
            ),
            remedy: Text::new(
                "put a stateful firewall in front of the access point",
                "suojaa liityntäpiste tilallisella palomuurilla",
                "skydda anslutningspunkten med en tillståndsstyrd brandvägg",
            ),
            purpose: Some(Text::new(
                "it lets through only traffic that belongs to a connection it knows",
                "se päästää läpi vain liikenteen, joka kuuluu sen tuntemaan yhteyteen",
                "den släpper bara igenom trafik som hör till en förbindelse som den känner till",
            )),
            example: Some(Example {
                before: r#"[[access_point]]
id = "ap1"
stateful_firewall = false"#,
                after: r#"[[access_point]]
id = "ap1"
stateful_firewall = true"#,
            }),
            fields: &["stateful_firewall"],
            ..MUST
        },
        check: |about| demand(&about, about.item.stateful_firewall, "stateful_firewall"),
    },
    Row {
        requirement: &Requirement {
            id: "connection-models/no-malware-protection",
            citations: &[clause("6")],
            statement: Text::new(
                "the access point has malware protection",
                "liityntäpisteessä on virustorjunta",
                "anslutningspunkten har virusbekämpning",
            ),
            fault: Text::new(
                "the access point has no malware protection",
                "liityntäpisteessä ei ole virustorjuntaa",
                "anslutningspunkten saknar virusbekämpning",
            ),
            remedy: Text::new(
                "take malware protection into use on the access point's servers",
                "ota virustorjunta käyttöön liityntäpisteen palvelimissa",
                "ta virusbekämpning i bruk på anslutningspunktens servrar",
            ),
            purpose: Some(Text::new(
                "malware on the access point's servers could reach client data and spread from there",
                "virus liityntäpisteen palvelimissa voisi päästä asiakastietoihin ja levitä sieltä",
                "virus på anslutningspunktens servrar kunde nå klientuppgifter och spridas därifrån",
            )),
            example: Some(Example {
                before: r#"[[access_point]]
id = "ap1"
malware_protection = false"#,
                after: r#"[[access_point]]
id = "ap1"
malware_protection = true"#,
            }),
            fields: &["malware_protection"],
            ..MUST
        },
        check: |about| demand(&about, about.item.malware_protection, "malware_protection"),
    },
];

pub(super) static CONSOLIDATION_POINTS: &[Row<OfConsolidationPoint>] = &[
    Row {
        requirement: &Requirement {
            id: "connection-models/tls-ends-in-consolidation-point",
            citations: &[clause("5.6")],
            statement: Text::new(
                "TLS is neither removed nor formed in a consolidation point",
                "TLS-salausta ei pureta eikä muodosteta kokoamispisteessä",
                "TLS-krypteringen varken dekrypteras eller bildas i samlingspunkten",
            ),
            fault: Text::new(
                "TLS is removed or formed in the consolidation point",
                "TLS-salaus puretaan tai muodostetaan kokoamispisteessä",
                "TLS-krypteringen dekrypteras eller bildas i samlingspunkten",
            ),
            remedy: Text::new(
                "route the encrypted traffic through; end TLS at the access point and in Kanta only",
                "reititä salattu liikenne läpi; pura TLS vain liityntäpisteessä ja Kannassa",
                "låt den krypterade trafiken passera; avsluta TLS endast i anslutningspunkten och i Kanta",
            ),
            purpose: Some(Text::new(
                "client data stay unreadable the whole way between access point and Kanta, whoever runs the consolidation point",
                "asiakastiedot pysyvät lukukelvottomina koko matkan liityntäpisteen ja Kannan välillä, ylläpitipä kokoamispistettä kuka tahansa",
                "klientuppgifterna förblir oläsbara hela vägen mellan anslutningspunkten och Kanta, vem som än driver samlingspunkten",
            )),
            example: Some(Example {
                before: r#"[[consolidation_point]]
id = "node1"
tls_terminated = true"#,
                after: r#"[[consolidation_point]]
id = "node1"
tls_terminated = false"#,
            }),
            fields: &["tls_terminated"],
            ..MUST
        },
        check: |about| forbid(&about, about.item.tls_terminated, "tls_terminated"),
    },
    Row {
        requirement: &Requirement {
            id: "connection-models/data-in-clear-in-consolidation-point",
            citations: &[clause("5.6")],
            statement: Text::new(
                "no protected data appear unencrypted in a consolidation point",
                "kokoamispisteessä ei näy suojattavia tietoja salaamattomina",
                "inga uppgifter som ska skyddas visas okrypterade i samlingspunkten",
            ),
            fault: Text::new(
                "protected data appear unencrypted in the consolidation point",
                "kokoamispisteessä näkyy suojattavia tietoja salaamattomina",
                "uppgifter som ska skyddas visas okrypterade i samlingspunkten",
            ),
            remedy: Text::new(
                "route the encrypted traffic through without opening it",
                "reititä salattu liikenne läpi avaamatta sitä",
                "låt den krypterade trafiken passera utan att öppna den",
            ),
            purpose: Some(Text::new(
                "a consolidation point carries the traffic of others and has no need to see client data",
                "kokoamispiste välittää muiden liikennettä, eikä sen tarvitse nähdä asiakastietoja",
                "en samlingspunkt förmedlar andras trafik och behöver inte se klientuppgifter",
            )),
            example: Some(Example {
                before: r#"[[consolidation_point]]
id = "node1"
data_in_clear = true"#,
                after: r#"[[consolidation_point]]
id = "node1"
data_in_clear = false"#,
            }),
            fields: &["data_in_clear"],
            ..MUST
        },
        check: |about| forbid(&about, about.item.data_in_clear, "data_in_clear"),
    },
];
