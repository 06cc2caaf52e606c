//! Uses, links, the system signature certificate, and volume.

use kanta_address_index::Service;
use kanta_conformance::Text;

use super::actors::id;
use super::{CLAIM, DONE, Field, Takes, word};
use crate::plan::{Hall, Network, Role, Traffic};

pub(super) const USE: Field = Field::new(
    "use",
    Takes::List(&Takes::Table(&[
        Field::new(
            "service",
            word!(Service),
            "\"patient-data\"",
            Text::new("the service", "palvelu", "tjänsten"),
        )
        .required(),
        Field::new(
            "for",
            Takes::Reference,
            "\"party\"",
            Text::new(
                "who uses it: party, or the id of a pharmacy, a tenant or another party",
                "kuka sitä käyttää: party tai apteekin, vuokralaisen tai toisen liittyjän tunnus",
                "vem som använder den: party eller id för ett apotek, en hyresgäst eller en annan aktör",
            ),
        ),
        Field::new(
            "access_point",
            Takes::Reference,
            "\"ap1\"",
            Text::new(
                "the access point, by its id",
                "liityntäpiste tunnuksineen",
                "anslutningspunkten, med sitt id",
            ),
        )
        .required(),
        Field::new(
            "system",
            Takes::Reference,
            "\"emr\"",
            Text::new(
                "the system, by its id",
                "järjestelmä tunnuksineen",
                "systemet, med sitt id",
            ),
        ),
        Field::new(
            "service_units",
            Takes::List(&Takes::Table(&[
                Field::new(
                    "oid",
                    Takes::Text,
                    "\"1.2.246.10.12345671.10.1\"",
                    Text::new("its OID", "sen OID-tunnus", "dess OID"),
                ),
                ANNOTATED_UNIT,
            ])),
            "[{ oid = \"1.2.246.10.12345671.10.1\", annotated = true }]",
            Text::new(
                "the service units that receive renewal requests (SOTE organisation register)",
                "palveluyksiköt, jotka ottavat vastaan uudistamispyyntöjä (SOTE-organisaatiorekisteri)",
                "de serviceenheter som tar emot begäranden om receptförnyelse (organisationsregistret för social- och hälsovården)",
            ),
        ),
        Field::new(
            "annotated",
            Takes::Flag,
            "true",
            Text::new(
                "whether the code service has the annotation on renewal requests (Valvira's register)",
                "onko koodistopalvelussa merkintä uudistamispyyntöjen vastaanotosta (Valviran rekisteri)",
                "om kodtjänsten har anteckningen om begäranden om receptförnyelse (Valviras register)",
            ),
        ),
    ])),
    "",
    Text::new(
        "one user right to apply for: a service through an access point",
        "yksi haettava käyttövaltuus: palvelu liityntäpisteen kautta",
        "en rättighet att ansöka om: en tjänst via en anslutningspunkt",
    ),
);

const ANNOTATED_UNIT: Field = Field::new(
    "annotated",
    Takes::Flag,
    "true",
    Text::new(
        "whether the code service has the annotation for it",
        "onko sillä merkintä koodistopalvelussa",
        "om kodtjänsten har anteckningen för den",
    ),
);

pub(super) const SIGNATURE_CERTIFICATE: Field = Field::new(
    "signature_certificate",
    Takes::Either(&[
        Takes::Table(&[
            Field::new(
                "file",
                Takes::File,
                "\"signature.pem\"",
                Text::new(
                    "the file of the certificate",
                    "varmenteen tiedosto",
                    "filen med certifikatet",
                ),
            ),
            Field::new(
                "holder",
                Takes::Reference,
                "\"party\"",
                Text::new(
                    "whose it is: party, supplier, or somebody's id",
                    "kenen se on: party, supplier tai jonkun tunnus",
                    "vems det är: party, supplier eller någons id",
                ),
            ),
        ]),
        Takes::Denied,
    ]),
    "",
    Text::new(
        "the system signature certificate, which signs documents; signature_certificate = false at the top of the plan: there is none",
        "järjestelmäallekirjoitusvarmenne, jolla asiakirjat allekirjoitetaan; signature_certificate = false suunnitelman alussa: varmennetta ei ole",
        "systemsignaturcertifikatet, med vilket handlingar undertecknas; signature_certificate = false i början av planen: det finns inget",
    ),
);

const ROUTE: &[Field] = &[
    Field::new(
        "from",
        Takes::Reference,
        "\"a\"",
        Text::new(
            "the other link, by its id",
            "toinen yhteys tunnuksineen",
            "den andra teleförbindelsen, med sitt id",
        ),
    )
    .required(),
    Field::new(
        "confirmed_by",
        CLAIM,
        "\"Operaattori A\"",
        Text::new(
            "who confirmed it",
            "kuka sen vahvisti",
            "vem som bekräftade det",
        ),
    ),
    Field::new(
        "on",
        Takes::Day,
        "2025-08-20",
        Text::new("when", "milloin", "när"),
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
            Text::new(
                "where it starts: the id of an access point or a consolidation point",
                "mistä se alkaa: liityntäpisteen tai kokoamispisteen tunnus",
                "var den börjar: id för en anslutningspunkt eller en samlingspunkt",
            ),
        )
        .required(),
        Field::new(
            "to",
            Takes::Reference,
            "\"kanta\"",
            Text::new(
                "where it ends: kanta, or the id of a consolidation point",
                "mihin se päättyy: kanta tai kokoamispisteen tunnus",
                "var den slutar: kanta eller id för en samlingspunkt",
            ),
        )
        .required(),
        Field::new(
            "role",
            word!(Role),
            "\"primary\"",
            Text::new(
                "primary or backup",
                "ensisijainen yhteys vai varayhteys",
                "primär förbindelse eller reservförbindelse",
            ),
        ),
        Field::new(
            "ready",
            DONE,
            "2025-09-10",
            Text::new(
                "when it was ready for use: before joining is applied for",
                "milloin se oli käyttövalmis: ennen liittymisen hakemista",
                "när den var klar att användas: innan anslutning ansöks",
            ),
        ),
        Field::new(
            "network",
            word!(Network),
            "\"private\"",
            Text::new(
                "the network that it goes over",
                "verkko, jota pitkin se kulkee",
                "nätet som den går över",
            ),
        ),
        Field::new(
            "technology",
            Takes::Text,
            "\"MPLS\"",
            Text::new("its technology", "sen tekniikka", "dess teknik"),
        ),
        Field::new(
            "operator",
            Takes::Text,
            "\"Operaattori A\"",
            Text::new(
                "the telecommunications operator",
                "teleoperaattori",
                "teleoperatören",
            ),
        ),
        Field::new(
            "halls",
            Takes::List(&word!(Hall)),
            "[\"A\", \"B\", \"C\"]",
            Text::new(
                "the server halls of Kanta that it reaches",
                "Kanta-palvelujen konesalit, joihin siitä pääsee",
                "de serverhallar hos Kanta-tjänsterna som den når",
            ),
        ),
        Field::new(
            "down_mbit",
            Takes::Speed,
            "100",
            Text::new(
                "Mbit/s towards the joining party",
                "Mbit/s liittyjän suuntaan",
                "Mbit/s mot den anslutande aktören",
            ),
        ),
        Field::new(
            "up_mbit",
            Takes::Speed,
            "100",
            Text::new(
                "Mbit/s towards Kanta",
                "Mbit/s Kanta-palvelujen suuntaan",
                "Mbit/s mot Kanta-tjänsterna",
            ),
        ),
        Field::new(
            "justification",
            CLAIM,
            "\"no second private link reaches the clinic\"",
            Text::new(
                "only over the open internet: why; false: there is no reason",
                "vain avoimessa internetissä: miksi; false: perustelua ei ole",
                "bara över öppet internet: varför; false: det finns ingen motivering",
            ),
        ),
        Field::new(
            "risks",
            CLAIM,
            "\"the operator filters denial of service\"",
            Text::new(
                "only over the open internet: how its risks are met",
                "vain avoimessa internetissä: miten sen riskit otetaan huomioon",
                "bara över öppet internet: hur dess risker beaktas",
            ),
        ),
        Field::new(
            "separate_route",
            Takes::Either(&[
                Takes::Denied,
                Takes::Table(ROUTE),
                Takes::List(&Takes::Table(ROUTE)),
            ]),
            "{ from = \"a\", confirmed_by = \"Operaattori A\", on = 2025-08-20 }",
            Text::new(
                "the link, or a list of links, from which its route is separate the whole way",
                "yhteys tai luettelo yhteyksistä, joista sen reitti on koko matkan erillään",
                "den teleförbindelse, eller en lista med sådana, som dess rutt är skild från hela vägen",
            ),
        ),
    ])),
    "",
    Text::new(
        "a data communication link",
        "tietoliikenneyhteys",
        "en teleförbindelse",
    ),
);

pub(super) const VOLUME: Field = Field::new(
    "volume",
    Takes::Table(&[
        Field::new(
            "documents_per_day",
            Takes::Number,
            "4000",
            Text::new(
                "how many documents a day are archived",
                "montako asiakirjaa päivässä arkistoidaan",
                "hur många handlingar som arkiveras per dag",
            ),
        ),
        Field::new(
            "assessed_need_mbit",
            Takes::Either(&[Takes::Speed, Takes::Denied]),
            "60",
            Text::new(
                "the capacity that the joining party has defined as its need, in Mbit/s; false: none is defined",
                "kapasiteetti, jonka liittyjä on määritellyt tarpeekseen, Mbit/s; false: tarvetta ei ole määritelty",
                "den kapacitet som den anslutande aktören har definierat som sitt behov, Mbit/s; false: inget behov är definierat",
            ),
        ),
        Field::new(
            "message_traffic",
            word!(Traffic),
            "\"small\"",
            Text::new(
                "how much message traffic there is; the guide says \"small\" and does not define it",
                "paljonko sanomaliikennettä on; ohje sanoo \"vähäinen\" eikä määrittele sitä",
                "hur mycket meddelandetrafik det finns; anvisningen säger \"liten\" utan att definiera det",
            ),
        ),
        Field::new(
            "scalable",
            Takes::Flag,
            "true",
            Text::new(
                "whether the capacity can be raised as need grows",
                "voidaanko kapasiteettia kasvattaa tarpeen kasvaessa",
                "om kapaciteten kan höjas när behovet växer",
            ),
        ),
    ]),
    "",
    Text::new(
        "traffic and capacity",
        "liikenne ja kapasiteetti",
        "trafik och kapacitet",
    ),
);
