//! Clauses 5.2 and 5.6 and chapter 6 on protection: Kela's requirements, firewalls, malware, encryption all the way.

use kanta_conformance::{Document, Evidence, Outcome, Requirement, Row, text};

use crate::requirements::facts::{demand, forbid};
use crate::requirements::{OfAccessPoint, OfConsolidationPoint, OfParty, clause};

pub(super) static PARTY: &[Row<OfParty>] = &[Row {
    requirement: &Requirement::must("connection-models/security-requirements-not-met")
        .with_citations(&[clause("5.2"), clause("6")])
        .with_statement(text! {
            en: "the technical solution meets Kela's requirements on data communication and messaging security",
            fi: "tekninen ratkaisu täyttää Kelan tieto- ja sanomaliikenteen tietoturvavaatimukset",
            sv: "den tekniska lösningen uppfyller FPA:s krav på informationssäkerhet inom data- och meddelandetrafiken",
        })
        .with_fault(text! {
            en: "Kela's requirements on data communication and messaging security are not met",
            fi: "Kelan tieto- ja sanomaliikenteen tietoturvavaatimukset eivät täyty",
            sv: "FPA:s krav på informationssäkerhet inom data- och meddelandetrafiken uppfylls inte",
        })
        .with_remedy(text! {
            en: "have the solution compared with Kela's document, and record it in the plan under [[attested]]",
            fi: "tarkistuta ratkaisu Kelan asiakirjaa vasten ja kirjaa tulos suunnitelman kohtaan [[attested]]",
            sv: "låt jämföra lösningen med FPA:s dokument och anteckna resultatet i planen under [[attested]]",
        })
        .with_purpose(text! {
            en: "the guide describes connections; how their traffic is protected in detail is told in that document",
            fi: "ohje kuvaa yhteydet; niiden liikenteen suojaaminen kuvataan tarkemmin siinä asiakirjassa",
            sv: "anvisningen beskriver teleförbindelserna; hur trafiken skyddas i detalj står i det dokumentet",
        })
        .with_example(
            r#"[[attested]]
requirement = "connection-models/security-requirements-not-met"
met = false
by = "N.N., tietoturvapäällikkö"
on = 2025-09-01
ground = "audit report 2025-17""#,
            r#"[[attested]]
requirement = "connection-models/security-requirements-not-met"
met = true
by = "N.N., tietoturvapäällikkö"
on = 2025-09-01
ground = "audit report 2025-17""#,
        )
        .with_evidence(Evidence::Attested)
        .with_fields(&[""]),
    check: |about| {
        if about.plan.party.is_none() && about.plan.access_points.is_empty() {
            return Outcome::NotApplicable;
        }
        Outcome::outside(&Document::SECURITY_REQUIREMENTS)
    },
}];

pub(super) static ACCESS_POINTS: &[Row<OfAccessPoint>] = &[
    Row {
        requirement: &Requirement::must("connection-models/no-stateful-firewall")
            .with_citations(&[clause("6")])
            .with_statement(text! {
                en: "a stateful firewall protects the access point",
                fi: "liityntäpistettä suojaa tilallinen palomuuri",
                sv: "en tillståndsstyrd brandvägg skyddar anslutningspunkten",
            })
            .with_fault(text! {
                en: "no stateful firewall protects the access point",
                fi: "liityntäpistettä ei suojaa tilallinen palomuuri",
                sv: "ingen tillståndsstyrd brandvägg skyddar anslutningspunkten",
            })
            .with_remedy(text! {
                en: "put a stateful firewall in front of the access point",
                fi: "suojaa liityntäpiste tilallisella palomuurilla",
                sv: "skydda anslutningspunkten med en tillståndsstyrd brandvägg",
            })
            .with_purpose(text! {
                en: "it lets through only traffic that belongs to a connection it knows",
                fi: "se päästää läpi vain liikenteen, joka kuuluu sen tuntemaan yhteyteen",
                sv: "den släpper bara igenom trafik som hör till en förbindelse som den känner till",
            })
            .with_example(
                r#"[[access_point]]
id = "ap1"
stateful_firewall = false"#,
                r#"[[access_point]]
id = "ap1"
stateful_firewall = true"#,
            )
            .with_fields(&["stateful_firewall"]),
        check: |about| demand(&about, about.item.stateful_firewall, "stateful_firewall"),
    },
    Row {
        requirement: &Requirement::must("connection-models/no-malware-protection")
            .with_citations(&[clause("6")])
            .with_statement(text! {
                en: "the access point has malware protection",
                fi: "liityntäpisteessä on virustorjunta",
                sv: "anslutningspunkten har virusbekämpning",
            })
            .with_fault(text! {
                en: "the access point has no malware protection",
                fi: "liityntäpisteessä ei ole virustorjuntaa",
                sv: "anslutningspunkten saknar virusbekämpning",
            })
            .with_remedy(text! {
                en: "take malware protection into use on the access point's servers",
                fi: "ota virustorjunta käyttöön liityntäpisteen palvelimissa",
                sv: "ta virusbekämpning i bruk på anslutningspunktens servrar",
            })
            .with_purpose(text! {
                en: "malware on the access point's servers could reach client data and spread from there",
                fi: "virus liityntäpisteen palvelimissa voisi päästä asiakastietoihin ja levitä sieltä",
                sv: "virus på anslutningspunktens servrar kunde nå klientuppgifter och spridas därifrån",
            })
            .with_example(
                r#"[[access_point]]
id = "ap1"
malware_protection = false"#,
                r#"[[access_point]]
id = "ap1"
malware_protection = true"#,
            )
            .with_fields(&["malware_protection"]),
        check: |about| demand(&about, about.item.malware_protection, "malware_protection"),
    },
];

pub(super) static CONSOLIDATION_POINTS: &[Row<OfConsolidationPoint>] = &[
    Row {
        requirement: &Requirement::must("connection-models/tls-ends-in-consolidation-point")
            .with_citations(&[clause("5.6")])
            .with_statement(text! {
                en: "TLS is neither removed nor formed in a consolidation point",
                fi: "TLS-salausta ei pureta eikä muodosteta kokoamispisteessä",
                sv: "TLS-krypteringen varken dekrypteras eller bildas i samlingspunkten",
            })
            .with_fault(text! {
                en: "TLS is removed or formed in the consolidation point",
                fi: "TLS-salaus puretaan tai muodostetaan kokoamispisteessä",
                sv: "TLS-krypteringen dekrypteras eller bildas i samlingspunkten",
            })
            .with_remedy(text! {
                en: "route the encrypted traffic through; end TLS at the access point and in Kanta only",
                fi: "reititä salattu liikenne läpi; pura TLS vain liityntäpisteessä ja Kannassa",
                sv: "låt den krypterade trafiken passera; avsluta TLS endast i anslutningspunkten och i Kanta",
            })
            .with_purpose(text! {
                en: "client data stay unreadable the whole way between access point and Kanta, whoever runs the consolidation point",
                fi: "asiakastiedot pysyvät lukukelvottomina koko matkan liityntäpisteen ja Kannan välillä, ylläpitipä kokoamispistettä kuka tahansa",
                sv: "klientuppgifterna förblir oläsbara hela vägen mellan anslutningspunkten och Kanta, vem som än driver samlingspunkten",
            })
            .with_example(
                r#"[[consolidation_point]]
id = "node1"
tls_terminated = true"#,
                r#"[[consolidation_point]]
id = "node1"
tls_terminated = false"#,
            )
            .with_fields(&["tls_terminated"]),
        check: |about| forbid(&about, about.item.tls_terminated, "tls_terminated"),
    },
    Row {
        requirement: &Requirement::must("connection-models/data-in-clear-in-consolidation-point")
            .with_citations(&[clause("5.6")])
            .with_statement(text! {
                en: "no protected data appear unencrypted in a consolidation point",
                fi: "kokoamispisteessä ei näy suojattavia tietoja salaamattomina",
                sv: "inga uppgifter som ska skyddas visas okrypterade i samlingspunkten",
            })
            .with_fault(text! {
                en: "protected data appear unencrypted in the consolidation point",
                fi: "kokoamispisteessä näkyy suojattavia tietoja salaamattomina",
                sv: "uppgifter som ska skyddas visas okrypterade i samlingspunkten",
            })
            .with_remedy(text! {
                en: "route the encrypted traffic through without opening it",
                fi: "reititä salattu liikenne läpi avaamatta sitä",
                sv: "låt den krypterade trafiken passera utan att öppna den",
            })
            .with_purpose(text! {
                en: "a consolidation point carries the traffic of others and has no need to see client data",
                fi: "kokoamispiste välittää muiden liikennettä, eikä sen tarvitse nähdä asiakastietoja",
                sv: "en samlingspunkt förmedlar andras trafik och behöver inte se klientuppgifter",
            })
            .with_example(
                r#"[[consolidation_point]]
id = "node1"
data_in_clear = true"#,
                r#"[[consolidation_point]]
id = "node1"
data_in_clear = false"#,
            )
            .with_fields(&["data_in_clear"]),
        check: |about| forbid(&about, about.item.data_in_clear, "data_in_clear"),
    },
];
