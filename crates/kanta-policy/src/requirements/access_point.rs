//! Clauses 3.1 and 3.2 beside `basic_concepts`: what an access point is made with, and what Kanta is told of it.

use kanta_conformance::{
    Certainty, Citation, Date, Document, Evidence, FieldPath, InForce, Level, Outcome, Requirement,
    Row, Text, Value, Why, text,
};
use kanta_oid::AccessPointOid;

use super::facts::{demand, done};
use super::known::Open;
use super::{About, Chapter, OfAccessPoint, OfSystem, Rows, clause};
use crate::plan::{AccessPoint, Server, System, SystemClass, SystemKind};

pub(super) static CHAPTER: Chapter = &[Rows::Systems(SYSTEMS), Rows::AccessPoints(ACCESS_POINTS)];

const ZERO: Text = text! {
    en: "the guide gives no first number: 0 is legal text, and whether it is used is not said",
    fi: "ohje ei anna ensimmäistä numeroa: 0 on luvallista tekstiä, eikä sanota, käytetäänkö sitä",
    sv: "anvisningen anger inget första nummer: 0 är tillåten text, och om det används sägs inte",
};

static ACCESS_POINTS: &[Row<OfAccessPoint>] = &[
    Row {
        requirement: &Requirement::must("connection-models/access-point-data-not-declared")
            .with_citations(&[clause("3.1"), clause("5")])
            .with_statement(text! {
                en: "whoever administers the access point tells Kanta its data: its identifier and its connections",
                fi: "liityntäpistettä hallinnoiva organisaatio ilmoittaa Kannalle sen tiedot: tunnisteen ja tietoliikenneyhteydet",
                sv: "den som administrerar anslutningspunkten meddelar Kanta dess uppgifter: identifikationskod och teleförbindelser",
            })
            .with_fault(text! {
                en: "Kanta has not been told the data of the access point",
                fi: "liityntäpisteen tietoja ei ole ilmoitettu Kannalle",
                sv: "Kanta har inte meddelats anslutningspunktens uppgifter",
            })
            .with_remedy(text! {
                en: "send the notification on the access point's data, and state when (`declared`)",
                fi: "lähetä liityntäpistetietojen ilmoitus ja kirjaa päivä (`declared`)",
                sv: "skicka anmälan om anslutningspunktens uppgifter, och ange när (`declared`)",
            })
            .with_purpose(text! {
                en: "Kanta sets up its routing by these data",
                fi: "Kanta tekee reitityksensä näiden tietojen perusteella",
                sv: "Kanta gör sin routning utifrån dessa uppgifter",
            })
            .with_example(
                "[[access_point]]\nid = \"ap1\"\ndeclared = false\n",
                "[[access_point]]\nid = \"ap1\"\ndeclared = 2025-09-15\n",
            )
            .with_fields(&["declared"]),
        check: |about| {
            done(&about, about.item.declared.as_ref(), || {
                about.path("declared")
            })
        },
    },
    Row {
        requirement: &Requirement::must("connection-models/no-system-for-an-access-point")
            .with_citations(&[clause("3.1.1")])
            .with_statement(text! {
                en: "the access point is set up with a client data transfer service of class A1, or with a system of class A2 or A3 that contains its functions",
                fi: "liityntäpiste toteutetaan luokan A1 asiakastietojen välityspalvelulla tai luokan A2 tai A3 järjestelmällä, jossa on sen toiminnot",
                sv: "anslutningspunkten upprättas med en förmedlingstjänst för kunduppgifter i klass A1 eller ett system i klass A2 eller A3 som innehåller dess funktioner",
            })
            .with_fault(text! {
                en: "none of the systems behind the access point can be one",
                fi: "mikään liityntäpisteen järjestelmistä ei voi olla liityntäpiste",
                sv: "inget av systemen bakom anslutningspunkten kan vara en sådan",
            })
            .with_remedy(text! {
                en: "set the access point up with a transfer service of class A1, or with a system that contains the transfer functions",
                fi: "toteuta liityntäpiste luokan A1 välityspalvelulla tai järjestelmällä, jossa on välityspalvelun toiminnot",
                sv: "upprätta anslutningspunkten med en förmedlingstjänst i klass A1 eller ett system som innehåller förmedlingstjänstens funktioner",
            })
            .with_reading(text! {
                en: "one of the systems behind the access point is enough; class B is not among those named",
                fi: "yksi liityntäpisteen järjestelmistä riittää; luokka B ei ole nimettyjen joukossa",
                sv: "ett av systemen bakom anslutningspunkten räcker; klass B nämns inte",
            })
            .with_purpose(text! {
                en: "only such systems have been assessed for talking to Kanta",
                fi: "vain tällaiset järjestelmät on arvioitu Kannan kanssa viestimiseen",
                sv: "endast sådana system har bedömts för kommunikation med Kanta",
            })
            .with_example(
                "[[system]]\nid = \"emr\"\nclass = \"B\"\n[[access_point]]\nid = \"ap1\"\nsystems = [\"emr\"]\n",
                "[[system]]\nid = \"emr\"\nclass = \"A3\"\ntransfer_functions = true\n[[access_point]]\nid = \"ap1\"\nsystems = [\"emr\"]\n",
            )
            .with_fields(&[
                "systems",
                "system.class",
                "system.kind",
                "system.transfer_functions",
            ]),
        check: made_with,
    },
    Row {
        requirement: &Requirement::should("connection-models/server-certificate-on-several-servers")
            .with_citations(&[clause("3.1.2")])
            .with_statement(text! {
                en: "different servers have server certificates of their own",
                fi: "eri palvelimilla on omat palvelinvarmenteensa",
                sv: "olika servrar har egna servercertifikat",
            })
            .with_fault(text! {
                en: "several servers have one and the same server certificate",
                fi: "useilla palvelimilla on sama palvelinvarmenne",
                sv: "flera servrar har samma servercertifikat",
            })
            .with_remedy(text! {
                en: "order a server certificate for each server",
                fi: "tilaa palvelinvarmenne kullekin palvelimelle",
                sv: "beställ ett servercertifikat för varje server",
            })
            .with_reading(text! {
                en: "servers that have one certificate, a cluster for example, are treated as one access point",
                fi: "palvelimet, joilla on sama varmenne, esimerkiksi klusteri, käsitellään yhtenä liityntäpisteenä",
                sv: "servrar med samma certifikat, till exempel ett kluster, behandlas som en anslutningspunkt",
            })
            .with_purpose(text! {
                en: "one certificate that is lost takes only one server with it",
                fi: "yhden varmenteen menetys koskee silloin vain yhtä palvelinta",
                sv: "ett certifikat som går förlorat drabbar då bara en server",
            })
            .with_example(
                "[[access_point]]\nid = \"ap1\"\nservers = [{ certificate = \"a.pem\" }, { certificate = \"a.pem\" }]\n",
                "[[access_point]]\nid = \"ap1\"\nservers = [{ certificate = \"a.pem\" }, { certificate = \"b.pem\" }]\n",
            )
            .with_evidence(Evidence::Computed)
            .with_fields(&["servers"]),
        check: certificate_each,
    },
    Row {
        requirement: &Requirement::must("connection-models/connection-not-encrypted")
            .with_citations(&[
                clause("5.2"),
                clause("3.2"),
                Citation::page(&Document::PRIVATE_NETWORK, ""),
            ])
            .with_statement(text! {
                en: "the connection between the access point and Kanta is encrypted",
                fi: "liityntäpisteen ja Kannan välinen yhteys on salattu",
                sv: "teleförbindelsen mellan anslutningspunkten och Kanta är krypterad",
            })
            .with_fault(text! {
                en: "the access point offers no encryption",
                fi: "liityntäpiste ei tarjoa salausta",
                sv: "anslutningspunkten erbjuder ingen kryptering",
            })
            .with_remedy(text! {
                en: "switch on TLS 1.2 at the access point",
                fi: "ota liityntäpisteessä käyttöön TLS 1.2",
                sv: "ta TLS 1.2 i bruk i anslutningspunkten",
            })
            .with_purpose(text! {
                en: "client data must not be read on the way",
                fi: "asiakastietoja ei saa voida lukea matkalla",
                sv: "kunduppgifter får inte kunna läsas på vägen",
            })
            .with_example(
                "[[access_point]]\nid = \"ap1\"\ntls = []\n",
                "[[access_point]]\nid = \"ap1\"\ntls = [\"1.2\"]\n",
            )
            // The article states it on 10.5.2019; since when it held is not told.
            .with_in_force(InForce::seen(Date::constant(2019, 5, 10)))
            .with_fields(&["tls"]),
        check: |about| match about.item.tls.as_deref() {
            Some([]) => demand(&about, Some(false), "tls"),
            versions => demand(&about, versions.map(|_| true), "tls"),
        },
    },
    Row {
        requirement: &Requirement::must("connection-models/number-zero-in-oid")
            .with_citations(&[clause("3.1.3")])
            .with_statement(text! {
                en: "the numbers in the access point's OID are such as the guide foresees",
                fi: "liityntäpisteen OID-tunnuksen numerot ovat sellaisia kuin ohje edellyttää",
                sv: "numren i anslutningspunktens OID-kod är sådana som anvisningen förutser",
            })
            .with_fault(text! {
                en: "the code or the number of the access point in the OID is 0",
                fi: "OID-tunnuksen koodi tai liityntäpisteen numero on 0",
                sv: "koden eller anslutningspunktens nummer i OID-koden är 0",
            })
            .with_remedy(text! {
                en: "number access points from 1, or ask Kanta Services whether 0 will do",
                fi: "numeroi liityntäpisteet ykkösestä alkaen tai kysy Kanta-palveluilta, kelpaako 0",
                sv: "numrera anslutningspunkterna från 1, eller fråga Kanta-tjänsterna om 0 duger",
            })
            .with_reading(ZERO)
            .with_purpose(text! {
                en: "a 0 is more often a slip than a choice",
                fi: "0 on useammin erehdys kuin valinta",
                sv: "en nolla är oftare ett misstag än ett val",
            })
            .with_example(
                "[[access_point]]\nid = \"ap1\"\noid = \"1.2.246.10.12345671.10.0.13.0\"\n",
                "[[access_point]]\nid = \"ap1\"\noid = \"1.2.246.10.12345671.10.0.13.1\"\n",
            )
            .with_level(Level::Note)
            .with_certainty(Certainty::Inferred)
            .with_evidence(Evidence::Computed)
            .with_fields(&["oid"]),
        check: |about| match about.item.oid {
            None => about.missing("oid"),
            Some(oid) if has_zero(&oid) => Outcome::silent(ZERO),
            Some(_) => Outcome::Satisfied,
        },
    },
];

/// Whether the code of the holder or the number of the access point is 0; a unit may well be 0.
const fn has_zero(oid: &AccessPointOid) -> bool {
    oid.number() == 0 || oid.owner().code() == 0
}

fn made_with(about: About<'_, &AccessPoint>) -> Outcome {
    let Some(systems) = about.item.systems.as_deref() else {
        return about.missing("systems");
    };
    let mut open: Vec<FieldPath> = Vec::new();
    let mut found = Vec::new();
    for system in systems.iter().filter_map(|id| about.plan.system(id)) {
        match can_be_access_point(system) {
            Outcome::Satisfied => return Outcome::Satisfied,
            Outcome::Undetermined(Why::InputMissing(fields)) => open.extend(fields),
            _ => found.push(described(system)),
        }
    }
    if !open.is_empty() {
        return Outcome::Undetermined(Why::InputMissing(open));
    }
    if found.is_empty() {
        found.push(Value::Term(
            text! { en: "no system", fi: "ei järjestelmää", sv: "inget system" },
        ));
    }
    Outcome::violated(
        Value::List(found),
        Value::Term(text! {
            en: "a transfer service of class A1, or class A2 or A3 with the transfer functions",
            fi: "luokan A1 välityspalvelu, tai luokka A2 tai A3 välityspalvelun toiminnoin",
            sv: "en förmedlingstjänst i klass A1, eller klass A2 eller A3 med förmedlingstjänstens funktioner",
        }),
    )
}

fn described(system: &System) -> Value {
    let id = Value::words(&system.id);
    match system.class {
        Some(class) => Value::About(class.name(), Box::new(id)),
        None => id,
    }
}

/// Whether a system is of a class, and contains what, an access point is made with.
fn can_be_access_point(system: &System) -> Outcome {
    let path = |field| FieldPath::named("system", &system.id).field(field);
    let mut open = Open::default();
    let class = open.input(system.class, SystemClass::ALL, || path("class"));
    let kind = open.input(system.kind, SystemKind::ALL, || path("kind"));
    let functions = open.flag(system.transfer_functions, || path("transfer_functions"));
    open.decide(|choice| {
        let can = match class.under(choice)? {
            SystemClass::A1 => kind.under(choice)? == SystemKind::Transfer,
            SystemClass::A2 | SystemClass::A3 => functions.under(choice)?,
            SystemClass::B => false,
        };
        Some(if can {
            Outcome::Satisfied
        } else {
            Outcome::NotApplicable
        })
    })
}

fn certificate_each(about: About<'_, &AccessPoint>) -> Outcome {
    let servers = match about.item.servers.as_deref() {
        None => return about.missing("servers"),
        Some([] | [_]) => return Outcome::NotApplicable,
        Some(servers) => servers,
    };
    let mut known: Vec<&Server> = Vec::new();
    for server in servers {
        let Some(certificate) = &server.certificate else {
            continue;
        };
        let same = |other: &&Server| {
            other
                .certificate
                .as_ref()
                .is_some_and(|other| other.certificate == certificate.certificate)
        };
        if known.iter().any(same) {
            return Outcome::violated(
                Value::words(&certificate.file),
                Value::Term(text! {
                    en: "a certificate for each server",
                    fi: "oma varmenne kullakin palvelimella",
                    sv: "ett certifikat för varje server",
                }),
            );
        }
        known.push(server);
    }
    if known.len() == servers.len() {
        return Outcome::Satisfied;
    }
    let missing = servers
        .iter()
        .enumerate()
        .filter(|(_, server)| server.certificate.is_none());
    let path = |index| about.at.inner_entry("servers", index).field("certificate");
    Outcome::Undetermined(Why::InputMissing(
        missing.map(|(index, _)| path(index)).collect(),
    ))
}

static SYSTEMS: &[Row<OfSystem>] = &[Row {
    requirement: &Requirement::must("connection-models/system-not-approved")
        .with_citations(&[clause("3.1.1"), clause("2.2")])
        .with_statement(text! {
            en: "a system that is used with Kanta is certified, and approved by the authority that keeps the register",
            fi: "Kannan kanssa käytettävä järjestelmä on sertifioitu ja rekisteriä pitävän viranomaisen hyväksymä",
            sv: "ett system som används med Kanta är certifierat och godkänt av den myndighet som för registret",
        })
        .with_fault(text! {
            en: "the system is not in the register of approved systems",
            fi: "järjestelmä ei ole hyväksyttyjen järjestelmien rekisterissä",
            sv: "systemet finns inte i registret över godkända system",
        })
        .with_remedy(text! {
            en: "use a system that is in the register, or have its supplier notify it",
            fi: "käytä rekisterissä olevaa järjestelmää tai pyydä toimittajaa ilmoittamaan se",
            sv: "använd ett system som finns i registret, eller be leverantören anmäla det",
        })
        .with_reading(text! {
            en: "the guide names Valvira; since 1.1.2026 its successor Lupa- ja valvontavirasto (Finnish Supervisory Agency) keeps the register",
            fi: "ohje nimeää Valviran; 1.1.2026 alkaen rekisteriä pitää sen seuraaja Lupa- ja valvontavirasto",
            sv: "anvisningen nämner Valvira; sedan 1.1.2026 förs registret av efterträdaren Tillstånds- och tillsynsverket (Lupa- ja valvontavirasto)",
        })
        .with_purpose(text! {
            en: "approval shows that the system was assessed for security and tested with Kanta",
            fi: "hyväksyntä osoittaa, että järjestelmän tietoturva on arvioitu ja se on testattu Kannan kanssa",
            sv: "godkännandet visar att systemets säkerhet har bedömts och att det har testats med Kanta",
        })
        .with_example(
            "[[system]]\nid = \"emr\"\nin_register = false\n",
            "[[system]]\nid = \"emr\"\nin_register = true\n",
        )
        .with_fields(&["in_register"]),
    check: |about| demand(&about, about.item.in_register, "in_register"),
}];
