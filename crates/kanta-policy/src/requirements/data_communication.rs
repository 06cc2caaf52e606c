//! Clauses 5.2, 5.3 and 5.6 with their summary in chapter 6: addresses, routes, halls, encryption, protection.

use kanta_address_index::Service;
use kanta_conformance::{
    Document, Evidence, Example, Outcome, Path, Requirement, Row, Text, Value,
};

use super::facts::{demand, forbid};
use super::known::Open;
use super::{
    About, Chapter, MUST, OfAccessPoint, OfAddress, OfConsolidationPoint, OfLink, OfLinkPair,
    OfParty, OfPoint, Point, SHOULD, clause,
};
use crate::plan::{AccessPoint, Address, Claim, Hall, Link, Network, Role, SeparateRoute};
use crate::special_purpose::{Reach, reach};

pub(super) static CHAPTER: Chapter = Chapter {
    party: PARTY,
    access_points: ACCESS_POINTS,
    addresses: ADDRESSES,
    consolidation_points: CONSOLIDATION_POINTS,
    points: POINTS,
    links: LINKS,
    link_pairs: LINK_PAIRS,
    ..Chapter::EMPTY
};

static PARTY: &[Row<OfParty>] = &[Row {
    requirement: Requirement {
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
            "the guide describes connections; how their traffic is protected in detail stands in that document",
            "ohje kuvaa yhteydet; niiden liikenteen suojaaminen kuvataan tarkemmin siinä asiakirjassa",
            "anvisningen beskriver förbindelserna; hur trafiken skyddas i detalj står i det dokumentet",
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

static ADDRESSES: &[Row<OfAddress>] = &[
    Row {
        requirement: Requirement {
            id: "connection-models/address-not-fixed",
            citations: &[clause("5.2"), clause("6")],
            statement: Text::new(
                "the IP addresses of access points are fixed",
                "liityntäpisteiden IP-osoitteet ovat kiinteitä",
                "anslutningspunkternas IP-adresser är fasta",
            ),
            fault: Text::new(
                "an address of the access point is not fixed",
                "liityntäpisteen osoite ei ole kiinteä",
                "en adress för anslutningspunkten är inte fast",
            ),
            remedy: Text::new(
                "order a fixed address from the operator",
                "tilaa operaattorilta kiinteä osoite",
                "beställ en fast adress hos operatören",
            ),
            purpose: Some(Text::new(
                "Kanta sets up its routing by the addresses that it was told; one that changes is no longer the one it knows",
                "Kanta rakentaa reitityksen ilmoitettujen osoitteiden mukaan; vaihtuva osoite ei ole enää se, jonka Kanta tuntee",
                "Kanta bygger dirigeringen på de adresser som meddelats; en adress som byts är inte längre den som Kanta känner till",
            )),
            example: Some(Example {
                before: r#"[[access_point]]
id = "ap1"
addresses = [{ ip = "192.31.196.7", fixed = false }]"#,
                after: r#"[[access_point]]
id = "ap1"
addresses = [{ ip = "192.31.196.7", fixed = true }]"#,
            }),
            fields: &["fixed"],
            ..MUST
        },
        check: |about| of_address(about, |address| demand(&about, address.fixed, "fixed")),
    },
    Row {
        requirement: Requirement {
            id: "connection-models/address-not-public",
            citations: &[clause("5.2"), clause("6")],
            statement: Text::new(
                "the IP addresses of access points belong to the public address space",
                "liityntäpisteiden IP-osoitteet kuuluvat julkiseen osoiteavaruuteen",
                "anslutningspunkternas IP-adresser hör till den offentliga adressrymden",
            ),
            fault: Text::new(
                "an address of the access point is not a public address",
                "liityntäpisteen osoite ei ole julkinen",
                "en adress för anslutningspunkten är inte offentlig",
            ),
            remedy: Text::new(
                "give the public address under which Kanta sees the access point",
                "ilmoita julkinen osoite, jolla liityntäpiste näkyy Kantaan",
                "ange den offentliga adress som anslutningspunkten har mot Kanta",
            ),
            reading: Some(Text::new(
                "any globally reachable unicast address counts, IPv6 and translated addresses too; shared and reserved ranges do not",
                "mikä tahansa maailmanlaajuisesti tavoitettava osoite kelpaa, myös IPv6 ja osoitemuunnettu; jaetut ja varatut alueet eivät",
                "varje globalt nåbar adress duger, även IPv6 och översatta adresser; delade och reserverade områden duger inte",
            )),
            evidence: Evidence::Computed,
            purpose: Some(Text::new(
                "an address of a private range is used in many networks and leads nowhere outside its own",
                "yksityisen alueen osoite on käytössä monessa verkossa eikä johda minnekään omansa ulkopuolella",
                "en adress ur ett privat område används i många nät och leder ingenstans utanför sitt eget",
            )),
            example: Some(Example {
                before: r#"[[access_point]]
id = "ap1"
addresses = [{ ip = "10.1.2.3", fixed = true }]"#,
                after: r#"[[access_point]]
id = "ap1"
addresses = [{ ip = "192.31.196.7", fixed = true }]"#,
            }),
            fields: &["ip"],
            ..MUST
        },
        check: |about| of_address(about, |address| public(&about, address)),
    },
    Row {
        requirement: Requirement {
            id: "connection-models/address-not-attributable",
            citations: &[clause("5.2"), clause("6")],
            statement: Text::new(
                "the public address register shows that the address belongs to whoever administers the access point",
                "julkisesta rekisteristä käy ilmi, että osoite kuuluu liityntäpistettä hallinnoivalle organisaatiolle",
                "det offentliga registret visar att adressen hör till den som administrerar anslutningspunkten",
            ),
            fault: Text::new(
                "the address cannot be attributed to the administrator of the access point",
                "osoitetta ei voi osoittaa liityntäpisteen hallinnoijalle kuuluvaksi",
                "adressen kan inte hänföras till anslutningspunktens administratör",
            ),
            remedy: Text::new(
                "have the operator register the address in the administrator's name in the public register",
                "pyydä operaattoria kirjaamaan osoite julkiseen rekisteriin hallinnoijan nimelle",
                "be operatören registrera adressen i administratörens namn i det offentliga registret",
            ),
            reading: Some(Text::new(
                "the administrator's own name passes; another's name with an assignment record is left open, without one it fails",
                "hallinnoijan oma nimi kelpaa; toisen nimi osoitekirjanpidon kanssa jää avoimeksi ja ilman sitä ei kelpaa",
                "administratörens eget namn duger; någon annans namn med tilldelningsregister lämnas öppet, utan det duger det inte",
            )),
            purpose: Some(Text::new(
                "in a disturbance or an attack it has to be clear at once whose traffic it is",
                "häiriössä tai hyökkäyksessä on heti selvittävä, kenen liikenteestä on kyse",
                "vid en störning eller en attack ska det genast framgå vems trafik det gäller",
            )),
            example: Some(Example {
                before: r#"[[access_point]]
id = "ap1"
administrator = "party"
addresses = [{ registered_to = "Joku muu Oy", assignment_record = false }]"#,
                after: r#"[[access_point]]
id = "ap1"
administrator = "party"
addresses = [{ registered_to = "party" }]"#,
            }),
            fields: &[
                "registered_to",
                "assignment_record",
                "access_point.administrator",
            ],
            ..MUST
        },
        check: |about| of_address(about, |address| attributable(&about, address)),
    },
];

const ASSIGNED_BY_ANOTHER: Text = Text::new(
    "whether it is enough that the register names somebody else whose records assign the address to the administrator",
    "riittääkö, että rekisterissä on toinen taho, jonka kirjanpito osoittaa osoitteen hallinnoijalle",
    "räcker det att registret anger någon annan, vars bokföring tilldelar administratören adressen",
);

type AddressView<'a> = About<'a, (&'a AccessPoint, Option<&'a Address>)>;

fn of_address<'a>(about: AddressView<'a>, check: impl FnOnce(&'a Address) -> Outcome) -> Outcome {
    match about.item.1 {
        Some(address) => check(address),
        None => about.missing("addresses"),
    }
}

fn public(about: &AddressView<'_>, address: &Address) -> Outcome {
    let Some(ip) = address.ip else {
        return about.missing("ip");
    };
    match reach(ip) {
        Reach::Global => Outcome::Satisfied,
        Reach::Unstated(purpose) => Outcome::silent(purpose),
        Reach::No(purpose) => Outcome::violated(
            Value::About(purpose, Box::new(Value::Address(ip))),
            Value::Term(Text::new(
                "a public address",
                "julkinen osoite",
                "en offentlig adress",
            )),
        ),
    }
}

fn attributable(about: &AddressView<'_>, address: &Address) -> Outcome {
    let Some(registered_to) = address.registered_to.as_deref() else {
        return about.missing("registered_to");
    };
    let point = about.item.0;
    let Some(administrator) = about.plan.administrator(point) else {
        return Outcome::missing(Path::new(
            &format!("access_point.{}", point.id),
            "administrator",
        ));
    };
    let by_id = point.administrator.as_deref() == Some(registered_to);
    let same_name = |name: &str| name.to_lowercase() == registered_to.to_lowercase();
    if by_id || administrator.name().is_some_and(same_name) {
        return Outcome::Satisfied;
    }
    if administrator.name().is_none() && about.plan.who(registered_to).is_none() {
        // The register may well name the administrator, whose name the plan does not tell.
        return Outcome::missing(Path::new(&administrator.path(), "name"));
    }
    match address.assignment_record {
        Some(true) => Outcome::ambiguous(ASSIGNED_BY_ANOTHER),
        None => about.missing("assignment_record"),
        Some(false) => {
            let required = administrator
                .name()
                .map_or_else(|| Value::words(&administrator.path()), Value::words);
            Outcome::violated(Value::words(registered_to), required)
        }
    }
}

static ACCESS_POINTS: &[Row<OfAccessPoint>] = &[
    Row {
        requirement: Requirement {
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
        requirement: Requirement {
            id: "connection-models/no-malware-protection",
            citations: &[clause("6")],
            statement: Text::new(
                "the access point is protected against malware",
                "liityntäpiste on suojattu haittaohjelmilta",
                "anslutningspunkten är skyddad mot virus",
            ),
            fault: Text::new(
                "the access point is not protected against malware",
                "liityntäpistettä ei ole suojattu haittaohjelmilta",
                "anslutningspunkten är inte skyddad mot virus",
            ),
            remedy: Text::new(
                "protect the access point's servers against malware",
                "suojaa liityntäpisteen palvelimet haittaohjelmilta",
                "skydda anslutningspunktens servrar mot virus",
            ),
            purpose: Some(Text::new(
                "malware on the access point's servers could reach client data and spread from there",
                "liityntäpisteen palvelinten haittaohjelma voisi päästä asiakastietoihin ja levitä sieltä",
                "ett virus på anslutningspunktens servrar kunde nå klientuppgifter och spridas därifrån",
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

static CONSOLIDATION_POINTS: &[Row<OfConsolidationPoint>] = &[
    Row {
        requirement: Requirement {
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
        requirement: Requirement {
            id: "connection-models/data-in-clear-in-consolidation-point",
            citations: &[clause("5.6")],
            statement: Text::new(
                "no protected data appear in clear in a consolidation point",
                "kokoamispisteessä ei näy suojattavia tietoja salaamattomina",
                "inga uppgifter som ska skyddas visas okrypterade i samlingspunkten",
            ),
            fault: Text::new(
                "protected data appear in clear in the consolidation point",
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

static POINTS: &[Row<OfPoint>] = &[Row {
    requirement: Requirement {
        id: "connection-models/links-not-redundant",
        citations: &[clause("6"), clause("5.2")],
        statement: Text::new(
            "connections are multiplied: there is more than one link",
            "tietoliikenneyhteydet monistetaan: yhteyksiä on useampi kuin yksi",
            "teleförbindelserna mångdubblas: det finns fler än en förbindelse",
        ),
        fault: Text::new(
            "there is no second link",
            "toista yhteyttä ei ole",
            "det finns ingen andra förbindelse",
        ),
        remedy: Text::new(
            "order a second link, and have the operator confirm that its route is separate the whole way",
            "tilaa toinen yhteys ja pyydä operaattorilta vahvistus, että reitti on koko matkan erillinen",
            "beställ en andra förbindelse och be operatören bekräfta att rutten är skild hela vägen",
        ),
        reading: Some(Text::new(
            "a missing backup is reported, although clause 5.2 asks for as much as is economically sensible where full duplication is impossible",
            "puuttuva varayhteys ilmoitetaan, vaikka luku 5.2 tyytyy taloudellisesti järkevään, jos täysi kahdennus on mahdoton",
            "en saknad reservförbindelse rapporteras, fast 5.2 nöjer sig med det ekonomiskt förnuftiga där full dubblering är omöjlig",
        )),
        evidence: Evidence::Computed,
        purpose: Some(Text::new(
            "with a single link one fault cuts off the services",
            "jos yhteyksiä on vain yksi, yksi vika katkaisee palvelut",
            "med en enda förbindelse bryter ett fel tjänsterna",
        )),
        example: Some(Example {
            before: r#"[[access_point]]
id = "ap2"
administrator = "party"

[[link]]
id = "c"
from = "ap2"
to = "kanta""#,
            after: r#"[[access_point]]
id = "ap2"
administrator = "party"

[[link]]
id = "c"
from = "ap2"
to = "kanta"

[[link]]
id = "d"
from = "ap2"
to = "kanta""#,
        }),
        fields: &["", "link"],
        ..MUST
    },
    check: redundant,
}];

fn redundant(about: About<'_, Point<'_>>) -> Outcome {
    let (plan, point) = (about.plan, about.item);
    let count = plan.links_from(point.id()).count();
    if count >= 2 {
        return Outcome::Satisfied;
    }
    if count == 0 && !point.is_own(plan) {
        let known = match point {
            Point::Access(point) => plan.administrator(point).is_some(),
            Point::Consolidation(point) => point.administrator.is_some(),
        };
        return about.missing(if known { "link" } else { "administrator" });
    }
    let found = u64::try_from(count).unwrap_or(u64::MAX);
    Outcome::violated(Value::Count(found), Value::Count(2).at_least())
}

static LINKS: &[Row<OfLink>] = &[
    Row {
        requirement: Requirement {
            id: "connection-models/hall-not-reached",
            citations: &[clause("6"), clause("5.2")],
            statement: Text::new(
                "a private network link is connected to Kanta's halls A, B and C",
                "yksityisen verkon yhteys kytketään Kannan A-, B- ja C-saleihin",
                "en förbindelse via ett privat nät kopplas till Kantas A-, B- och C-hallar",
            ),
            fault: Text::new(
                "the link does not reach all of Kanta's halls",
                "yhteys ei ulotu kaikkiin Kannan saleihin",
                "förbindelsen når inte alla Kantas hallar",
            ),
            remedy: Text::new(
                "order the link to halls A, B and C",
                "tilaa yhteys saleihin A, B ja C",
                "beställ förbindelsen till hallarna A, B och C",
            ),
            reading: Some(Text::new(
                "all three halls",
                "kaikki kolme salia",
                "alla tre hallarna",
            )),
            purpose: Some(Text::new(
                "traffic can be moved to another hall when one of them cannot be reached",
                "liikenne voidaan siirtää toiseen saliin, kun johonkin niistä ei saada yhteyttä",
                "trafiken kan flyttas till en annan hall när någon av dem inte kan nås",
            )),
            example: Some(Example {
                before: r#"[[link]]
id = "mpls-a"
network = "private"
halls = ["A", "B"]"#,
                after: r#"[[link]]
id = "mpls-a"
network = "private"
halls = ["A", "B", "C"]"#,
            }),
            fields: &["halls", "network"],
            ..MUST
        },
        check: halls,
    },
    Row {
        requirement: Requirement {
            id: "connection-models/speed-not-symmetric",
            citations: &[clause("5.3"), clause("6")],
            statement: Text::new(
                "the link has the same speed in both directions",
                "yhteyden nopeus on sama molempiin suuntiin",
                "förbindelsen har samma hastighet i båda riktningarna",
            ),
            fault: Text::new(
                "the link is not equally fast in both directions",
                "yhteys ei ole yhtä nopea molempiin suuntiin",
                "förbindelsen är inte lika snabb i båda riktningarna",
            ),
            remedy: Text::new(
                "order a symmetric link",
                "tilaa symmetrinen yhteys",
                "beställ en symmetrisk förbindelse",
            ),
            evidence: Evidence::Computed,
            purpose: Some(Text::new(
                "documents go to Kanta as well as from it: one slow direction slows everything",
                "asiakirjoja kulkee sekä Kantaan että Kannasta: yksi hidas suunta hidastaa kaikkea",
                "handlingar går både till och från Kanta: en långsam riktning gör allt långsamt",
            )),
            example: Some(Example {
                before: r#"[[link]]
id = "mpls-a"
down_mbit = 100
up_mbit = 10"#,
                after: r#"[[link]]
id = "mpls-a"
down_mbit = 100
up_mbit = 100"#,
            }),
            fields: &["up_mbit", "down_mbit"],
            ..SHOULD
        },
        check: |about| match (about.item.down_mbit, about.item.up_mbit) {
            (None, _) => about.missing("down_mbit"),
            (_, None) => about.missing("up_mbit"),
            (Some(down), Some(up)) if down == up => Outcome::Satisfied,
            (Some(down), Some(up)) => Outcome::violated(
                Value::Speed { down, up },
                Value::Term(Text::new(
                    "the same speed both ways",
                    "sama nopeus molempiin suuntiin",
                    "samma hastighet i båda riktningarna",
                )),
            ),
        },
    },
];

fn halls(about: About<'_, &Link>) -> Outcome {
    if about.item.to != "kanta" {
        return Outcome::NotApplicable;
    }
    let mut open = Open::default();
    let network = open.input(about.item.network, Network::ALL, || about.path("network"));
    let reached = about
        .item
        .halls
        .as_ref()
        .map(|halls| Hall::ALL.iter().all(|hall| halls.contains(hall)));
    let reached = open.flag(reached, || about.path("halls"));
    let hall_names = |halls: &[Hall]| {
        let mut sorted = halls.to_vec();
        sorted.sort_unstable();
        sorted.dedup();
        Value::List(
            sorted
                .into_iter()
                .map(|hall| Value::Term(hall.name()))
                .collect(),
        )
    };
    open.decide(|choice| {
        let found = || match about.item.halls.as_deref() {
            Some([]) | None => Value::Term(Text::new("none", "ei yhtään", "ingen")),
            Some(halls) => hall_names(halls),
        };
        Some(match (network.under(choice)?, reached.under(choice)?) {
            (Network::Private, true) => Outcome::Satisfied,
            (Network::Private, false) => Outcome::violated(found(), hall_names(Hall::ALL)),
            _ => Outcome::NotApplicable,
        })
    })
}

static LINK_PAIRS: &[Row<OfLinkPair>] = &[Row {
    requirement: Requirement {
        id: "connection-models/routes-not-separate",
        citations: &[clause("5.2")],
        statement: Text::new(
            "whoever orders the links makes sure with the operator that primary and backup run along different routes the whole way",
            "yhteyksien tilaaja varmistaa operaattorilta, että ensisijainen yhteys ja varayhteys kulkevat koko matkan eri reittejä",
            "beställaren försäkrar sig hos operatören om att den primära förbindelsen och reservförbindelsen hela vägen löper via olika rutter",
        ),
        fault: Text::new(
            "the backup does not run along a route of its own",
            "varayhteys ei kulje omaa reittiään",
            "reservförbindelsen löper inte via en egen rutt",
        ),
        remedy: Text::new(
            "ask the operator to confirm in writing that the routes are separate; with two operators that may prove impossible",
            "pyydä operaattorilta kirjallinen vahvistus reittien erillisyydestä; kahdella operaattorilla se voi olla mahdotonta",
            "be operatören bekräfta skriftligt att rutterna är skilda; med två operatörer kan det visa sig omöjligt",
        ),
        reading: Some(Text::new(
            "two operators are no proof of separate routes",
            "kaksi operaattoria ei todista reittien erillisyyttä",
            "två operatörer bevisar inte att rutterna är skilda",
        )),
        purpose: Some(Text::new(
            "two links that run along the same route break together",
            "kaksi samaa reittiä kulkevaa yhteyttä katkeaa yhdessä",
            "två förbindelser längs samma rutt bryts samtidigt",
        )),
        example: Some(Example {
            before: r#"[[link]]
id = "mpls-a"
role = "primary"

[[link]]
id = "mpls-b"
role = "backup"
separate_route = false"#,
            after: r#"[[link]]
id = "mpls-a"
role = "primary"

[[link]]
id = "mpls-b"
role = "backup"

[link.separate_route]
from = "mpls-a"
confirmed_by = "operator"
on = 2025-08-20"#,
        }),
        fields: &["separate_route", "role"],
        ..MUST
    },
    check: separate,
}];

fn separate(about: About<'_, (&Link, &Link)>) -> Outcome {
    let (first, second) = about.item;
    let path = |link: &Link, field| Path::new(&format!("link.{}", link.id), field);
    let mut open = Open::default();
    let first_role = open.input(first.role, Role::ALL, || path(first, "role"));
    let second_role = open.input(second.role, Role::ALL, || path(second, "role"));
    open.decide(|choice| {
        if first_role.under(choice)? == second_role.under(choice)? {
            return Some(Outcome::NotApplicable);
        }
        Some(confirmed(&about, first, second))
    })
}

fn confirmed(about: &About<'_, (&Link, &Link)>, first: &Link, second: &Link) -> Outcome {
    const CONFIRMED: Text = Text::new(
        "separate routes, confirmed by the operator",
        "operaattorin vahvistamat erilliset reitit",
        "skilda rutter, bekräftade av operatören",
    );
    let same_route = || {
        const SAME: Text = Text::new(
            "not separate from",
            "ei erillinen yhteydestä",
            "inte skild från",
        );
        Outcome::violated(
            Value::About(SAME, Box::new(Value::words(&first.id))),
            Value::Term(CONFIRMED),
        )
    };
    let denied = |link: &Link| matches!(link.separate_routes, Some(Claim::Denied));
    if denied(first) || denied(second) {
        return same_route();
    }
    let stated = |link: &Link, other: &Link| -> Option<SeparateRoute> {
        let Some(Claim::Stated(routes)) = &link.separate_routes else {
            return None;
        };
        routes.iter().find(|route| route.from == other.id).cloned()
    };
    let Some(route) = stated(second, first).or_else(|| stated(first, second)) else {
        return about.missing("separate_route");
    };
    match (route.confirmed_by, route.on) {
        (Some(Claim::Denied), _) => same_route(),
        (None, _) => about.missing("separate_route.confirmed_by"),
        (Some(Claim::Stated(_)), None) => about.missing("separate_route.on"),
        (Some(Claim::Stated(_)), Some(day)) if day > about.on => {
            Outcome::violated(Value::Date(day), Value::Date(about.on).at_most())
        }
        (Some(Claim::Stated(_)), Some(_)) => Outcome::Satisfied,
    }
}

/// Whether a link carries a service of the party.
pub(super) fn carries(about: &About<'_, &Link>, service: Service) -> bool {
    about
        .plan
        .uses_through(&about.item.from)
        .any(|u| u.service == service)
}
