//! Clauses 5.2 and 5.6 and chapter 6 on protection: Kela's requirements, firewalls, malware, encryption all the way.

use kanta_conformance::{Document, Evidence, Example, Outcome, Requirement, Row, text};

use crate::requirements::facts::{demand, forbid};
use crate::requirements::{MUST, OfAccessPoint, OfConsolidationPoint, OfParty, clause};

pub(super) static PARTY: &[Row<OfParty>] = &[Row {
    requirement: &Requirement {
        id: "connection-models/security-requirements-not-met",
        citations: &[clause("5.2"), clause("6")],
        statement: text! {
            en: "the technical solution meets Kela's requirements on data communication and messaging security",
            fi: "tekninen ratkaisu täyttää Kelan tieto- ja sanomaliikenteen tietoturvavaatimukset",
            sv: "den tekniska lösningen uppfyller FPA:s krav på informationssäkerhet inom data- och meddelandetrafiken",
        },
        fault: text! {
            en: "Kela's requirements on data communication and messaging security are not met",
            fi: "Kelan tieto- ja sanomaliikenteen tietoturvavaatimukset eivät täyty",
            sv: "FPA:s krav på informationssäkerhet inom data- och meddelandetrafiken uppfylls inte",
        },
        remedy: text! {
            en: "have the solution compared with Kela's document, and record it in the plan under [[attested]]",
            fi: "tarkistuta ratkaisu Kelan asiakirjaa vasten ja kirjaa tulos suunnitelman kohtaan [[attested]]",
            sv: "låt jämföra lösningen med FPA:s dokument och anteckna resultatet i planen under [[attested]]",
        },
        evidence: Evidence::Attested,
        purpose: Some(text! {
            en: "the guide describes connections; how their traffic is protected in detail is told in that document",
            fi: "ohje kuvaa yhteydet; niiden liikenteen suojaaminen kuvataan tarkemmin siinä asiakirjassa",
            sv: "anvisningen beskriver teleförbindelserna; hur trafiken skyddas i detalj står i det dokumentet",
        }),
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
            statement: text! {
                en: "a stateful firewall protects the access point",
                fi: "liityntäpistettä suojaa tilallinen palomuuri",
                sv: "en tillståndsstyrd brandvägg skyddar anslutningspunkten",
            },
            fault: text! {
                en: "no stateful firewall protects the access point",
                fi: "liityntäpistettä ei suojaa tilallinen palomuuri",
                sv: "ingen tillståndsstyrd brandvägg skyddar anslutningspunkten",
            },
            remedy: text! {
                en: "put a stateful firewall in front of the access point",
                fi: "suojaa liityntäpiste tilallisella palomuurilla",
                sv: "skydda anslutningspunkten med en tillståndsstyrd brandvägg",
            },
            purpose: Some(text! {
                en: "it lets through only traffic that belongs to a connection it knows",
                fi: "se päästää läpi vain liikenteen, joka kuuluu sen tuntemaan yhteyteen",
                sv: "den släpper bara igenom trafik som hör till en förbindelse som den känner till",
            }),
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
            statement: text! {
                en: "the access point has malware protection",
                fi: "liityntäpisteessä on virustorjunta",
                sv: "anslutningspunkten har virusbekämpning",
            },
            fault: text! {
                en: "the access point has no malware protection",
                fi: "liityntäpisteessä ei ole virustorjuntaa",
                sv: "anslutningspunkten saknar virusbekämpning",
            },
            remedy: text! {
                en: "take malware protection into use on the access point's servers",
                fi: "ota virustorjunta käyttöön liityntäpisteen palvelimissa",
                sv: "ta virusbekämpning i bruk på anslutningspunktens servrar",
            },
            purpose: Some(text! {
                en: "malware on the access point's servers could reach client data and spread from there",
                fi: "virus liityntäpisteen palvelimissa voisi päästä asiakastietoihin ja levitä sieltä",
                sv: "virus på anslutningspunktens servrar kunde nå klientuppgifter och spridas därifrån",
            }),
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
            statement: text! {
                en: "TLS is neither removed nor formed in a consolidation point",
                fi: "TLS-salausta ei pureta eikä muodosteta kokoamispisteessä",
                sv: "TLS-krypteringen varken dekrypteras eller bildas i samlingspunkten",
            },
            fault: text! {
                en: "TLS is removed or formed in the consolidation point",
                fi: "TLS-salaus puretaan tai muodostetaan kokoamispisteessä",
                sv: "TLS-krypteringen dekrypteras eller bildas i samlingspunkten",
            },
            remedy: text! {
                en: "route the encrypted traffic through; end TLS at the access point and in Kanta only",
                fi: "reititä salattu liikenne läpi; pura TLS vain liityntäpisteessä ja Kannassa",
                sv: "låt den krypterade trafiken passera; avsluta TLS endast i anslutningspunkten och i Kanta",
            },
            purpose: Some(text! {
                en: "client data stay unreadable the whole way between access point and Kanta, whoever runs the consolidation point",
                fi: "asiakastiedot pysyvät lukukelvottomina koko matkan liityntäpisteen ja Kannan välillä, ylläpitipä kokoamispistettä kuka tahansa",
                sv: "klientuppgifterna förblir oläsbara hela vägen mellan anslutningspunkten och Kanta, vem som än driver samlingspunkten",
            }),
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
            statement: text! {
                en: "no protected data appear unencrypted in a consolidation point",
                fi: "kokoamispisteessä ei näy suojattavia tietoja salaamattomina",
                sv: "inga uppgifter som ska skyddas visas okrypterade i samlingspunkten",
            },
            fault: text! {
                en: "protected data appear unencrypted in the consolidation point",
                fi: "kokoamispisteessä näkyy suojattavia tietoja salaamattomina",
                sv: "uppgifter som ska skyddas visas okrypterade i samlingspunkten",
            },
            remedy: text! {
                en: "route the encrypted traffic through without opening it",
                fi: "reititä salattu liikenne läpi avaamatta sitä",
                sv: "låt den krypterade trafiken passera utan att öppna den",
            },
            purpose: Some(text! {
                en: "a consolidation point carries the traffic of others and has no need to see client data",
                fi: "kokoamispiste välittää muiden liikennettä, eikä sen tarvitse nähdä asiakastietoja",
                sv: "en samlingspunkt förmedlar andras trafik och behöver inte se klientuppgifter",
            }),
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
