//! Systems, access points and consolidation points.

use kanta_conformance::text;

use super::actors::{id, name};
use super::{CLAIM, DONE, Field, Takes, word};
use crate::plan::{SystemClass, SystemKind, TlsVersion};

const COUNTRY: Field = Field::new(
    "country",
    Takes::Country,
    "\"FI\"",
    text! {
        en: "the country where it is, by its ISO 3166-1 code",
        fi: "maa, jossa se sijaitsee, ISO 3166-1 -koodina",
        sv: "landet där den finns, som ISO 3166-1-kod",
    },
);
const APPROVAL: Field = Field::new(
    "approval",
    Takes::Either(&[
        Takes::Table(&[
            Field::new(
                "by",
                Takes::Text,
                "\"Kanta-palvelut\"",
                text! { en: "who gave it", fi: "kuka sen antoi", sv: "vem som gav det" },
            ),
            Field::new(
                "on",
                Takes::Day,
                "2025-09-01",
                text! { en: "when", fi: "milloin", sv: "när" },
            ),
            Field::new(
                "reference",
                Takes::Text,
                "\"case 123\"",
                text! { en: "where it is written down", fi: "mihin se on kirjattu", sv: "var det är antecknat" },
            ),
        ]),
        Takes::Denied,
    ]),
    "{ by = \"Kanta-palvelut\", on = 2025-09-01, reference = \"case 123\" }",
    text! {
        en: "Kanta's separate approval, asked for outside Finland",
        fi: "Kanta-palvelujen erillinen hyväksyntä, jota edellytetään Suomen ulkopuolella",
        sv: "Kanta-tjänsternas separata godkännande, som krävs utanför Finland",
    },
);
const FULL_DUPLICATION: Field = Field::new(
    "full_duplication",
    Takes::Table(&[
        Field::new(
            "possible",
            Takes::Flag,
            "false",
            text! {
                en: "whether the connections can be duplicated in full",
                fi: "voidaanko yhteydet kahdentaa täysin",
                sv: "om förbindelserna kan dubbleras helt",
            },
        ),
        Field::new(
            "reason",
            Takes::Text,
            "\"one cable to the island\"",
            text! { en: "why not", fi: "miksi ei", sv: "varför inte" },
        ),
        Field::new(
            "extent",
            CLAIM,
            "\"equipment at both ends\"",
            text! {
                en: "what is duplicated; false: nothing",
                fi: "mitä on kahdennettu; false: ei mitään",
                sv: "vad som är dubblerat; false: ingenting",
            },
        ),
    ]),
    "{ possible = false, reason = \"one cable to the island\", extent = \"equipment at both ends\" }",
    text! {
        en: "only where the connections cannot be duplicated in full: why not, and what was done instead",
        fi: "vain jos yhteyksiä ei voida kahdentaa täysin: miksi ei ja mitä sen sijaan on tehty",
        sv: "bara om förbindelserna inte kan dubbleras helt: varför inte och vad som har gjorts i stället",
    },
);
pub(super) const CERTIFICATE: Takes = Takes::Either(&[Takes::File, Takes::Denied]);

pub(super) const SYSTEM: Field = Field::new(
    "system",
    Takes::List(&Takes::Table(&[
        id("\"emr\""),
        name("\"Esimerkkijärjestelmä\""),
        Field::new(
            "kind",
            word!(SystemKind),
            "\"patient-data-system\"",
            text! {
                en: "what kind of system it is",
                fi: "minkälainen järjestelmä se on",
                sv: "vilken typ av system det är",
            },
        ),
        Field::new(
            "class",
            word!(SystemClass),
            "\"A3\"",
            text! {
                en: "its class by THL's regulation 4/2024",
                fi: "sen luokka THL:n määräyksen 4/2024 mukaan",
                sv: "dess klass enligt THL:s föreskrift 4/2024",
            },
        ),
        Field::new(
            "transfer_functions",
            Takes::Flag,
            "true",
            text! {
                en: "whether it contains the functions of a client data transfer service",
                fi: "sisältääkö se asiakastietojen välityspalvelun toiminnot",
                sv: "om det innehåller funktionerna hos en förmedlingstjänst för kunduppgifter",
            },
        ),
        Field::new(
            "in_register",
            Takes::Flag,
            "true",
            text! {
                en: "whether it is in the register of approved systems",
                fi: "onko se hyväksyttyjen tietojärjestelmien rekisterissä",
                sv: "om det finns i registret över godkända system",
            },
        ),
        Field::new(
            "assessed_until",
            Takes::Day,
            "2027-05-31",
            text! {
                en: "the last day of its data security assessment",
                fi: "sen tietoturva-arvioinnin viimeinen voimassaolopäivä",
                sv: "sista giltighetsdagen för dess bedömning av informationssäkerheten",
            },
        ),
        Field::new(
            "joint_tested",
            DONE,
            "2024-04-02",
            text! {
                en: "when it passed joint testing",
                fi: "milloin se läpäisi yhteistestauksen",
                sv: "när det klarade samtestningen",
            },
        ),
        Field::new(
            "packaged_service",
            Takes::Flag,
            "false",
            text! {
                en: "whether it is bought as a packaged service",
                fi: "ostetaanko se pakettipalveluna",
                sv: "om det köps som en pakettjänst",
            },
        ),
    ])),
    "",
    text! { en: "an information system", fi: "tietojärjestelmä", sv: "ett informationssystem" },
);

pub(super) const ACCESS_POINT: Field = Field::new(
    "access_point",
    Takes::List(&Takes::Table(&[
        id("\"ap1\""),
        Field::new(
            "oid",
            Takes::Oid,
            "\"1.2.246.10.12345671.10.0.13.1\"",
            text! {
                en: "its OID: that of whoever administers it, then .13. and a number",
                fi: "sen OID-tunnus: ylläpitäjän OID-tunnus, sitten .13. ja numero",
                sv: "dess OID: administratörens OID, sedan .13. och ett nummer",
            },
        ),
        Field::new(
            "administrator",
            Takes::Reference,
            "\"party\"",
            text! {
                en: "who administers it: party, or somebody's id",
                fi: "kuka sitä ylläpitää: party tai jonkun tunnus",
                sv: "vem som administrerar den: party eller någons id",
            },
        ),
        Field::new(
            "systems",
            Takes::List(&Takes::Reference),
            "[\"emr\"]",
            text! {
                en: "the systems behind it, by their ids",
                fi: "sen takana olevat järjestelmät tunnuksineen",
                sv: "systemen bakom den, med sina id",
            },
        ),
        COUNTRY,
        APPROVAL,
        Field::new(
            "dns_name",
            Takes::Text,
            "\"kanta.klinikka.example\"",
            text! {
                en: "the DNS name of its primary connection",
                fi: "sen ensisijaisen yhteyden DNS-nimi",
                sv: "DNS-namnet för dess primära förbindelse",
            },
        ),
        Field::new(
            "certificate",
            CERTIFICATE,
            "\"server.pem\"",
            text! {
                en: "the file of its server certificate; false: there is none",
                fi: "sen palvelinvarmenteen tiedosto; false: varmennetta ei ole",
                sv: "filen med dess servercertifikat; false: det finns inget",
            },
        ),
        Field::new(
            "addresses",
            Takes::List(&Takes::Table(ADDRESS)),
            "[{ ip = \"192.31.196.7\", fixed = true, registered_to = \"party\" }]",
            text! {
                en: "its addresses: whether each is fixed, and whom the public register names for it",
                fi: "sen osoitteet: onko kukin kiinteä ja kenen nimissä se on julkisessa rekisterissä",
                sv: "dess adresser: om varje är fast och vem det offentliga registret anger för den",
            },
        ),
        Field::new(
            "tls",
            Takes::List(&word!(TlsVersion)),
            "[\"1.2\", \"1.3\"]",
            text! {
                en: "every version of TLS that it offers",
                fi: "kaikki TLS-versiot, joita se tarjoaa",
                sv: "alla TLS-versioner som den erbjuder",
            },
        ),
        Field::new(
            "stateful_firewall",
            Takes::Flag,
            "true",
            text! {
                en: "whether a stateful firewall protects it",
                fi: "suojaako sitä tilallinen palomuuri",
                sv: "om en tillståndsbaserad brandvägg skyddar den",
            },
        ),
        Field::new(
            "malware_protection",
            Takes::Flag,
            "true",
            text! {
                en: "whether it has malware protection",
                fi: "onko siinä virustorjunta",
                sv: "om den har virusbekämpning",
            },
        ),
        Field::new(
            "servers",
            Takes::List(&Takes::Table(&[
                Field::new(
                    "name",
                    Takes::Text,
                    "\"kanta-1\"",
                    text! { en: "its name", fi: "nimi", sv: "namn" },
                ),
                Field::new(
                    "certificate",
                    Takes::File,
                    "\"server.pem\"",
                    text! {
                        en: "the file of its own server certificate",
                        fi: "sen oman palvelinvarmenteen tiedosto",
                        sv: "filen med dess eget servercertifikat",
                    },
                ),
            ])),
            "[{ name = \"kanta-1\" }]",
            text! {
                en: "its servers; where there are several, each with its certificate",
                fi: "sen palvelimet; jos niitä on useita, kukin varmenteineen",
                sv: "dess servrar; om de är flera, var och en med sitt certifikat",
            },
        ),
        Field::new(
            "declared",
            DONE,
            "2025-09-15",
            text! {
                en: "when its data and connections were told to Kanta",
                fi: "milloin sen tiedot ja tietoliikenneyhteystiedot ilmoitettiin Kanta-palveluille",
                sv: "när dess uppgifter och teleförbindelser meddelades till Kanta-tjänsterna",
            },
        ),
        FULL_DUPLICATION,
    ])),
    "",
    text! { en: "a Kanta access point", fi: "Kanta-liityntäpiste", sv: "en Kanta-anslutningspunkt" },
);

const ADDRESS: &[Field] = &[
    Field::new(
        "ip",
        Takes::Address,
        "\"192.31.196.7\"",
        text! { en: "the IP address", fi: "IP-osoite", sv: "IP-adressen" },
    ),
    Field::new(
        "fixed",
        Takes::Flag,
        "true",
        text! { en: "whether it is fixed", fi: "onko se kiinteä", sv: "om den är fast" },
    ),
    Field::new(
        "registered_to",
        Takes::Text,
        "\"party\"",
        text! {
            en: "whom the public address register names: an id of the plan, or a name",
            fi: "kenen nimissä se on julkisessa osoiterekisterissä: suunnitelman tunnus tai nimi",
            sv: "vem det offentliga adressregistret anger: ett id i planen eller ett namn",
        },
    ),
    Field::new(
        "assignment_record",
        Takes::Flag,
        "true",
        text! {
            en: "where somebody else is named: whether their records assign it to the administrator",
            fi: "jos se on muun nimissä: osoittavatko tämän kirjaukset sen ylläpitäjälle",
            sv: "om någon annan anges: om dennes anteckningar tilldelar administratören adressen",
        },
    ),
];

pub(super) const CONSOLIDATION_POINT: Field = Field::new(
    "consolidation_point",
    Takes::List(&Takes::Table(&[
        id("\"kokoamispiste\""),
        Field::new(
            "administrator",
            Takes::Text,
            "\"party\"",
            text! {
                en: "who administers it: party, somebody's id, or anyone's name",
                fi: "kuka sitä ylläpitää: party, jonkun tunnus tai kenen tahansa nimi",
                sv: "vem som administrerar den: party, någons id eller vems namn som helst",
            },
        ),
        COUNTRY,
        APPROVAL,
        Field::new(
            "tls_terminated",
            Takes::Flag,
            "false",
            text! {
                en: "whether the encrypted connection ends there",
                fi: "päättyykö salattu yhteys siihen",
                sv: "om den krypterade förbindelsen avslutas där",
            },
        ),
        Field::new(
            "data_in_clear",
            Takes::Flag,
            "false",
            text! {
                en: "whether data is unencrypted there",
                fi: "onko tieto siinä salaamatonta",
                sv: "om data är okrypterade där",
            },
        ),
        FULL_DUPLICATION,
    ])),
    "",
    text! {
        en: "a data communication consolidation point",
        fi: "tietoliikenteen kokoamispiste",
        sv: "en samlingspunkt för datakommunikation",
    },
);
