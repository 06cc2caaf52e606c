//! Uses, links, the system signature certificate, and volume.

use kanta_address_index::Service;
use kanta_conformance::text;

use super::actors::id;
use super::{CLAIM, DONE, Field, Takes, word};
use crate::plan::{Hall, LinkRole, Network, Traffic};

pub(super) const USE: Field = Field::new(
    "use",
    Takes::List(&Takes::Table(&[
        Field::new(
            "service",
            word!(Service),
            "\"patient-data\"",
            text! { en: "the service", fi: "palvelu", sv: "tjänsten" },
        )
        .required(),
        Field::new(
            "for",
            Takes::Reference,
            "\"party\"",
            text! {
                en: "who uses it: party, or the id of a pharmacy, a tenant or another party",
                fi: "kuka sitä käyttää: party tai apteekin, vuokralaisen tai toisen liittyjän tunnus",
                sv: "vem som använder den: party eller id för ett apotek, en hyresgäst eller en annan aktör",
            },
        ),
        Field::new(
            "access_point",
            Takes::Reference,
            "\"ap1\"",
            text! {
                en: "the access point, by its id",
                fi: "liityntäpiste tunnuksineen",
                sv: "anslutningspunkten, med sitt id",
            },
        )
        .required(),
        Field::new(
            "system",
            Takes::Reference,
            "\"emr\"",
            text! { en: "the system, by its id", fi: "järjestelmä tunnuksineen", sv: "systemet, med sitt id" },
        ),
        Field::new(
            "service_units",
            Takes::List(&Takes::Table(&[
                Field::new(
                    "oid",
                    Takes::Text,
                    "\"1.2.246.10.12345671.10.1\"",
                    text! { en: "its OID", fi: "sen OID-tunnus", sv: "dess OID" },
                ),
                ANNOTATED_UNIT,
            ])),
            "[{ oid = \"1.2.246.10.12345671.10.1\", annotated = true }]",
            text! {
                en: "the service units that receive renewal requests (SOTE organisation register)",
                fi: "palveluyksiköt, jotka ottavat vastaan uudistamispyyntöjä (SOTE-organisaatiorekisteri)",
                sv: "de serviceenheter som tar emot begäranden om receptförnyelse (organisationsregistret för social- och hälsovården)",
            },
        ),
        Field::new(
            "annotated",
            Takes::Flag,
            "true",
            text! {
                en: "whether the code service has the annotation on renewal requests (Valvira's register)",
                fi: "onko koodistopalvelussa merkintä uudistamispyyntöjen vastaanotosta (Valviran rekisteri)",
                sv: "om kodtjänsten har anteckningen om begäranden om receptförnyelse (Valviras register)",
            },
        ),
    ])),
    "",
    text! {
        en: "one user right to apply for: a service through an access point",
        fi: "yksi haettava käyttövaltuus: palvelu liityntäpisteen kautta",
        sv: "en rättighet att ansöka om: en tjänst via en anslutningspunkt",
    },
);

const ANNOTATED_UNIT: Field = Field::new(
    "annotated",
    Takes::Flag,
    "true",
    text! {
        en: "whether the code service has the annotation for it",
        fi: "onko sillä merkintä koodistopalvelussa",
        sv: "om kodtjänsten har anteckningen för den",
    },
);

pub(super) const SIGNATURE_CERTIFICATE: Field = Field::new(
    "signature_certificate",
    Takes::Either(&[
        Takes::Table(&[
            Field::new(
                "file",
                Takes::File,
                "\"signature.pem\"",
                text! {
                    en: "the file of the certificate",
                    fi: "varmenteen tiedosto",
                    sv: "filen med certifikatet",
                },
            ),
            Field::new(
                "holder",
                Takes::Reference,
                "\"party\"",
                text! {
                    en: "whose it is: party, supplier, or somebody's id",
                    fi: "kenen se on: party, supplier tai jonkun tunnus",
                    sv: "vems det är: party, supplier eller någons id",
                },
            ),
        ]),
        Takes::Denied,
    ]),
    "",
    text! {
        en: "the system signature certificate, which signs documents; signature_certificate = false at the top of the plan: there is none",
        fi: "järjestelmäallekirjoitusvarmenne, jolla asiakirjat allekirjoitetaan; signature_certificate = false suunnitelman alussa: varmennetta ei ole",
        sv: "systemsignaturcertifikatet, med vilket handlingar undertecknas; signature_certificate = false i början av planen: det finns inget",
    },
);

const ROUTE: &[Field] = &[
    Field::new(
        "from",
        Takes::Reference,
        "\"a\"",
        text! {
            en: "the other link, by its id",
            fi: "toinen yhteys tunnuksineen",
            sv: "den andra teleförbindelsen, med sitt id",
        },
    )
    .required(),
    Field::new(
        "confirmed_by",
        CLAIM,
        "\"Operaattori A\"",
        text! { en: "who confirmed it", fi: "kuka sen vahvisti", sv: "vem som bekräftade det" },
    ),
    Field::new(
        "on",
        Takes::Day,
        "2025-08-20",
        text! { en: "when", fi: "milloin", sv: "när" },
    ),
];

pub(super) const LINK: Field = Field::new(
    "link",
    Takes::List(&Takes::Table(&[
        id("\"a\""),
        Field::new(
            "from",
            Takes::Reference,
            "\"ap1\"",
            text! {
                en: "where it starts: the id of an access point or a consolidation point",
                fi: "mistä se alkaa: liityntäpisteen tai kokoamispisteen tunnus",
                sv: "var den börjar: id för en anslutningspunkt eller en samlingspunkt",
            },
        )
        .required(),
        Field::new(
            "to",
            Takes::Reference,
            "\"kanta\"",
            text! {
                en: "where it ends: kanta, or the id of a consolidation point",
                fi: "mihin se päättyy: kanta tai kokoamispisteen tunnus",
                sv: "var den slutar: kanta eller id för en samlingspunkt",
            },
        )
        .required(),
        Field::new(
            "role",
            word!(LinkRole),
            "\"primary\"",
            text! {
                en: "primary or backup",
                fi: "ensisijainen yhteys vai varayhteys",
                sv: "primär förbindelse eller reservförbindelse",
            },
        ),
        Field::new(
            "ready",
            DONE,
            "2025-09-10",
            text! {
                en: "when it was ready for use: before joining is applied for",
                fi: "milloin se oli käyttövalmis: ennen liittymisen hakemista",
                sv: "när den var klar att användas: innan anslutning ansöks",
            },
        ),
        Field::new(
            "network",
            word!(Network),
            "\"private\"",
            text! {
                en: "the network that it goes over",
                fi: "verkko, jota pitkin se kulkee",
                sv: "nätet som den går över",
            },
        ),
        Field::new(
            "technology",
            Takes::Text,
            "\"MPLS\"",
            text! { en: "its technology", fi: "sen tekniikka", sv: "dess teknik" },
        ),
        Field::new(
            "operator",
            Takes::Text,
            "\"Operaattori A\"",
            text! { en: "the telecommunications operator", fi: "teleoperaattori", sv: "teleoperatören" },
        ),
        Field::new(
            "halls",
            Takes::List(&word!(Hall)),
            "[\"A\", \"B\", \"C\"]",
            text! {
                en: "the server halls of Kanta that it reaches",
                fi: "Kanta-palvelujen konesalit, joihin siitä pääsee",
                sv: "de serverhallar hos Kanta-tjänsterna som den når",
            },
        ),
        Field::new(
            "down_mbit",
            Takes::Speed,
            "100",
            text! {
                en: "Mbit/s towards the joining party",
                fi: "Mbit/s liittyjän suuntaan",
                sv: "Mbit/s mot den anslutande aktören",
            },
        ),
        Field::new(
            "up_mbit",
            Takes::Speed,
            "100",
            text! {
                en: "Mbit/s towards Kanta",
                fi: "Mbit/s Kanta-palvelujen suuntaan",
                sv: "Mbit/s mot Kanta-tjänsterna",
            },
        ),
        Field::new(
            "justification",
            CLAIM,
            "\"no second private link reaches the clinic\"",
            text! {
                en: "only over the open internet: why; false: there is no reason",
                fi: "vain avoimessa internetissä: miksi; false: perustelua ei ole",
                sv: "bara över öppet internet: varför; false: det finns ingen motivering",
            },
        ),
        Field::new(
            "risks",
            CLAIM,
            "\"the operator filters denial of service\"",
            text! {
                en: "only over the open internet: how its risks are met",
                fi: "vain avoimessa internetissä: miten sen riskit otetaan huomioon",
                sv: "bara över öppet internet: hur dess risker beaktas",
            },
        ),
        Field::new(
            "separate_route",
            Takes::Either(&[
                Takes::Denied,
                Takes::Table(ROUTE),
                Takes::List(&Takes::Table(ROUTE)),
            ]),
            "{ from = \"a\", confirmed_by = \"Operaattori A\", on = 2025-08-20 }",
            text! {
                en: "the link, or a list of links, from which its route is separate the whole way",
                fi: "yhteys tai luettelo yhteyksistä, joista sen reitti on koko matkan erillään",
                sv: "den teleförbindelse, eller en lista med sådana, som dess rutt är skild från hela vägen",
            },
        ),
    ])),
    "",
    text! { en: "a data communication link", fi: "tietoliikenneyhteys", sv: "en teleförbindelse" },
);

pub(super) const VOLUME: Field = Field::new(
    "volume",
    Takes::Table(&[
        Field::new(
            "documents_per_day",
            Takes::Number,
            "4000",
            text! {
                en: "how many documents a day are archived",
                fi: "montako asiakirjaa päivässä arkistoidaan",
                sv: "hur många handlingar som arkiveras per dag",
            },
        ),
        Field::new(
            "assessed_need_mbit",
            Takes::Either(&[Takes::Speed, Takes::Denied]),
            "60",
            text! {
                en: "the capacity that the joining party has defined as its need, in Mbit/s; false: none is defined",
                fi: "kapasiteetti, jonka liittyjä on määritellyt tarpeekseen, Mbit/s; false: tarvetta ei ole määritelty",
                sv: "den kapacitet som den anslutande aktören har definierat som sitt behov, Mbit/s; false: inget behov är definierat",
            },
        ),
        Field::new(
            "message_traffic",
            word!(Traffic),
            "\"small\"",
            text! {
                en: "how much message traffic there is; the guide says \"small\" and does not define it",
                fi: "paljonko sanomaliikennettä on; ohje sanoo \"vähäinen\" eikä määrittele sitä",
                sv: "hur mycket meddelandetrafik det finns; anvisningen säger \"liten\" utan att definiera det",
            },
        ),
        Field::new(
            "scalable",
            Takes::Flag,
            "true",
            text! {
                en: "whether the capacity can be raised as need grows",
                fi: "voidaanko kapasiteettia kasvattaa tarpeen kasvaessa",
                sv: "om kapaciteten kan höjas när behovet växer",
            },
        ),
    ]),
    "",
    text! { en: "traffic and capacity", fi: "liikenne ja kapasiteetti", sv: "trafik och kapacitet" },
);
