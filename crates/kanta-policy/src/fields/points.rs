//! Systems, access points and consolidation points.

use kanta_conformance::Text;

use super::actors::{id, name};
use super::{CLAIM, DONE, Field, Takes, word};
use crate::plan::{SystemClass, SystemKind, TlsVersion};

const COUNTRY: Field = Field::new(
    "country",
    Takes::Country,
    "\"FI\"",
    Text::new(
        "the country where it is, by its ISO 3166-1 code",
        "maa, jossa se sijaitsee, ISO 3166-1 -koodina",
        "landet där den finns, som ISO 3166-1-kod",
    ),
);
const APPROVAL: Field = Field::new(
    "approval",
    Takes::Either(&[
        Takes::Table(&[
            Field::new(
                "by",
                Takes::Text,
                "\"Kanta-palvelut\"",
                Text::new("who gave it", "kuka sen antoi", "vem som gav det"),
            ),
            Field::new(
                "on",
                Takes::Day,
                "2025-09-01",
                Text::new("when", "milloin", "när"),
            ),
            Field::new(
                "reference",
                Takes::Text,
                "\"case 123\"",
                Text::new(
                    "where it is written down",
                    "mihin se on kirjattu",
                    "var det är antecknat",
                ),
            ),
        ]),
        Takes::Denied,
    ]),
    "{ by = \"Kanta-palvelut\", on = 2025-09-01, reference = \"case 123\" }",
    Text::new(
        "Kanta's separate approval, asked for outside Finland",
        "Kanta-palvelujen erillinen hyväksyntä, jota edellytetään Suomen ulkopuolella",
        "Kanta-tjänsternas separata godkännande, som krävs utanför Finland",
    ),
);
const FULL_DUPLICATION: Field = Field::new(
    "full_duplication",
    Takes::Table(&[
        Field::new(
            "possible",
            Takes::Flag,
            "false",
            Text::new(
                "whether the connections can be duplicated in full",
                "voidaanko yhteydet kahdentaa täysin",
                "om förbindelserna kan dubbleras helt",
            ),
        ),
        Field::new(
            "reason",
            Takes::Text,
            "\"one cable to the island\"",
            Text::new("why not", "miksi ei", "varför inte"),
        ),
        Field::new(
            "extent",
            CLAIM,
            "\"equipment at both ends\"",
            Text::new(
                "what is duplicated; false: nothing",
                "mitä on kahdennettu; false: ei mitään",
                "vad som är dubblerat; false: ingenting",
            ),
        ),
    ]),
    "{ possible = false, reason = \"one cable to the island\", extent = \"equipment at both ends\" }",
    Text::new(
        "only where the connections cannot be duplicated in full: why not, and what was done instead",
        "vain jos yhteyksiä ei voida kahdentaa täysin: miksi ei ja mitä sen sijaan on tehty",
        "bara om förbindelserna inte kan dubbleras helt: varför inte och vad som har gjorts i stället",
    ),
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
            Text::new(
                "what kind of system it is",
                "minkälainen järjestelmä se on",
                "vilken typ av system det är",
            ),
        ),
        Field::new(
            "class",
            word!(SystemClass),
            "\"A3\"",
            Text::new(
                "its class by THL's regulation 4/2024",
                "sen luokka THL:n määräyksen 4/2024 mukaan",
                "dess klass enligt THL:s föreskrift 4/2024",
            ),
        ),
        Field::new(
            "transfer_functions",
            Takes::Flag,
            "true",
            Text::new(
                "whether it contains the functions of a client data transfer service",
                "sisältääkö se asiakastietojen välityspalvelun toiminnot",
                "om det innehåller funktionerna hos en förmedlingstjänst för kunduppgifter",
            ),
        ),
        Field::new(
            "in_register",
            Takes::Flag,
            "true",
            Text::new(
                "whether it is in the register of approved systems",
                "onko se hyväksyttyjen tietojärjestelmien rekisterissä",
                "om det finns i registret över godkända system",
            ),
        ),
        Field::new(
            "assessed_until",
            Takes::Day,
            "2027-05-31",
            Text::new(
                "the last day of its data security assessment",
                "sen tietoturva-arvioinnin viimeinen voimassaolopäivä",
                "sista giltighetsdagen för dess bedömning av informationssäkerheten",
            ),
        ),
        Field::new(
            "joint_tested",
            DONE,
            "2024-04-02",
            Text::new(
                "when it passed joint testing",
                "milloin se läpäisi yhteistestauksen",
                "när det klarade samtestningen",
            ),
        ),
        Field::new(
            "packaged_service",
            Takes::Flag,
            "false",
            Text::new(
                "whether it is bought as a packaged service",
                "ostetaanko se pakettipalveluna",
                "om det köps som en pakettjänst",
            ),
        ),
    ])),
    "",
    Text::new(
        "an information system",
        "tietojärjestelmä",
        "ett informationssystem",
    ),
);

pub(super) const ACCESS_POINT: Field = Field::new(
    "access_point",
    Takes::List(&Takes::Table(&[
        id("\"ap1\""),
        Field::new(
            "oid",
            Takes::Oid,
            "\"1.2.246.10.12345671.10.0.13.1\"",
            Text::new(
                "its OID: that of whoever administers it, then .13. and a number",
                "sen OID-tunnus: ylläpitäjän OID-tunnus, sitten .13. ja numero",
                "dess OID: administratörens OID, sedan .13. och ett nummer",
            ),
        ),
        Field::new(
            "administrator",
            Takes::Reference,
            "\"party\"",
            Text::new(
                "who administers it: party, or somebody's id",
                "kuka sitä ylläpitää: party tai jonkun tunnus",
                "vem som administrerar den: party eller någons id",
            ),
        ),
        Field::new(
            "systems",
            Takes::List(&Takes::Reference),
            "[\"emr\"]",
            Text::new(
                "the systems behind it, by their ids",
                "sen takana olevat järjestelmät tunnuksineen",
                "systemen bakom den, med sina id",
            ),
        ),
        COUNTRY,
        APPROVAL,
        Field::new(
            "dns_name",
            Takes::Text,
            "\"kanta.klinikka.example\"",
            Text::new(
                "the DNS name of its primary connection",
                "sen ensisijaisen yhteyden DNS-nimi",
                "DNS-namnet för dess primära förbindelse",
            ),
        ),
        Field::new(
            "certificate",
            CERTIFICATE,
            "\"server.pem\"",
            Text::new(
                "the file of its server certificate; false: there is none",
                "sen palvelinvarmenteen tiedosto; false: varmennetta ei ole",
                "filen med dess servercertifikat; false: det finns inget",
            ),
        ),
        Field::new(
            "addresses",
            Takes::List(&Takes::Table(ADDRESS)),
            "[{ ip = \"192.31.196.7\", fixed = true, registered_to = \"party\" }]",
            Text::new(
                "its addresses: whether each is fixed, and whom the public register names for it",
                "sen osoitteet: onko kukin kiinteä ja kenen nimissä se on julkisessa rekisterissä",
                "dess adresser: om varje är fast och vem det offentliga registret anger för den",
            ),
        ),
        Field::new(
            "tls",
            Takes::List(&word!(TlsVersion)),
            "[\"1.2\", \"1.3\"]",
            Text::new(
                "every version of TLS that it offers",
                "kaikki TLS-versiot, joita se tarjoaa",
                "alla TLS-versioner som den erbjuder",
            ),
        ),
        Field::new(
            "stateful_firewall",
            Takes::Flag,
            "true",
            Text::new(
                "whether a stateful firewall protects it",
                "suojaako sitä tilallinen palomuuri",
                "om en tillståndsbaserad brandvägg skyddar den",
            ),
        ),
        Field::new(
            "malware_protection",
            Takes::Flag,
            "true",
            Text::new(
                "whether it has malware protection",
                "onko siinä virustorjunta",
                "om den har virusbekämpning",
            ),
        ),
        Field::new(
            "servers",
            Takes::List(&Takes::Table(&[
                Field::new(
                    "name",
                    Takes::Text,
                    "\"kanta-1\"",
                    Text::new("its name", "nimi", "namn"),
                ),
                Field::new(
                    "certificate",
                    Takes::File,
                    "\"server.pem\"",
                    Text::new(
                        "the file of its own server certificate",
                        "sen oman palvelinvarmenteen tiedosto",
                        "filen med dess eget servercertifikat",
                    ),
                ),
            ])),
            "[{ name = \"kanta-1\" }]",
            Text::new(
                "its servers; where there are several, each with its certificate",
                "sen palvelimet; jos niitä on useita, kukin varmenteineen",
                "dess servrar; om de är flera, var och en med sitt certifikat",
            ),
        ),
        Field::new(
            "declared",
            DONE,
            "2025-09-15",
            Text::new(
                "when its data and connections were told to Kanta",
                "milloin sen tiedot ja tietoliikenneyhteystiedot ilmoitettiin Kanta-palveluille",
                "när dess uppgifter och teleförbindelser meddelades till Kanta-tjänsterna",
            ),
        ),
        FULL_DUPLICATION,
    ])),
    "",
    Text::new(
        "a Kanta access point",
        "Kanta-liityntäpiste",
        "en Kanta-anslutningspunkt",
    ),
);

const ADDRESS: &[Field] = &[
    Field::new(
        "ip",
        Takes::Address,
        "\"192.31.196.7\"",
        Text::new("the IP address", "IP-osoite", "IP-adressen"),
    ),
    Field::new(
        "fixed",
        Takes::Flag,
        "true",
        Text::new("whether it is fixed", "onko se kiinteä", "om den är fast"),
    ),
    Field::new(
        "registered_to",
        Takes::Text,
        "\"party\"",
        Text::new(
            "whom the public address register names: an id of the plan, or a name",
            "kenen nimissä se on julkisessa osoiterekisterissä: suunnitelman tunnus tai nimi",
            "vem det offentliga adressregistret anger: ett id i planen eller ett namn",
        ),
    ),
    Field::new(
        "assignment_record",
        Takes::Flag,
        "true",
        Text::new(
            "where somebody else is named: whether their records assign it to the administrator",
            "jos se on muun nimissä: osoittavatko tämän kirjaukset sen ylläpitäjälle",
            "om någon annan anges: om dennes anteckningar tilldelar administratören adressen",
        ),
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
            Text::new(
                "who administers it: party, somebody's id, or anyone's name",
                "kuka sitä ylläpitää: party, jonkun tunnus tai kenen tahansa nimi",
                "vem som administrerar den: party, någons id eller vems namn som helst",
            ),
        ),
        COUNTRY,
        APPROVAL,
        Field::new(
            "tls_terminated",
            Takes::Flag,
            "false",
            Text::new(
                "whether the encrypted connection ends there",
                "päättyykö salattu yhteys siihen",
                "om den krypterade förbindelsen avslutas där",
            ),
        ),
        Field::new(
            "data_in_clear",
            Takes::Flag,
            "false",
            Text::new(
                "whether data is unencrypted there",
                "onko tieto siinä salaamatonta",
                "om data är okrypterade där",
            ),
        ),
        FULL_DUPLICATION,
    ])),
    "",
    Text::new(
        "a data communication consolidation point",
        "tietoliikenteen kokoamispiste",
        "en samlingspunkt för datakommunikation",
    ),
);
