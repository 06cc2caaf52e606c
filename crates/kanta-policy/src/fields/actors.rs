//! Whoever a plan names.

use kanta_address_index::{JoiningModel, PartyKind, Register, Sector};
use kanta_conformance::{Text, text};

use super::joining::JOINING;
use super::{DONE, Field, Takes, word};
use crate::plan::{PharmacyKind, PharmacySize};

const AGREED: Takes = Takes::Either(&[Takes::Table(AGREEMENT), Takes::Flag]);

const AGREEMENT: &[Field] = &[
    Field::new(
        "signed",
        Takes::Day,
        "2025-09-01",
        text! { en: "when it was signed", fi: "milloin se allekirjoitettiin", sv: "när det undertecknades" },
    ),
    Field::new(
        "until",
        Takes::Either(&[Takes::Day, Takes::Denied]),
        "false",
        text! {
            en: "the day on which it ends and no longer holds; false where it has no end",
            fi: "päivä, jona se päättyy eikä enää ole voimassa; false, jos loppua ei ole",
            sv: "dagen då det upphör och inte längre gäller; false om det saknar slut",
        },
    ),
    Field::new(
        "states_duties",
        Takes::Flag,
        "true",
        text! {
            en: "whether it states the duties and responsibilities of both",
            fi: "kertooko se kummankin velvollisuudet ja vastuut",
            sv: "om det anger bådas skyldigheter och ansvar",
        },
    ),
    Field::new(
        "covers_signature_certificate",
        Takes::Flag,
        "true",
        text! {
            en: "whether it covers the use of the system signature certificate",
            fi: "kattaako se järjestelmäallekirjoitusvarmenteen käytön",
            sv: "om det omfattar användningen av systemsignaturcertifikatet",
        },
    ),
];

const ID: Field = Field::new(
    "id",
    Takes::Id,
    "\"a\"",
    text! {
        en: "your own word for it in this plan: 1 to 64 letters, digits, - or _",
        fi: "oma nimityksesi sille tässä suunnitelmassa: 1–64 kirjainta, numeroa, - tai _",
        sv: "ditt eget ord för det i denna plan: 1–64 bokstäver, siffror, - eller _",
    },
)
.required();
pub(super) const fn id(example: &'static str) -> Field {
    Field { example, ..ID }
}

pub(super) const fn name(example: &'static str) -> Field {
    Field::new(
        "name",
        Takes::Text,
        example,
        text! { en: "its name", fi: "nimi", sv: "namn" },
    )
}

const fn oid(example: &'static str) -> Field {
    Field::new(
        "oid",
        Takes::Oid,
        example,
        text! { en: "its OID in the register", fi: "sen OID-tunnus rekisterissä", sv: "dess OID i registret" },
    )
}

const SECTOR: Field = Field::new(
    "sector",
    word!(Sector),
    "\"private\"",
    text! { en: "public or private", fi: "julkinen vai yksityinen", sv: "offentlig eller privat" },
);
const REGISTER: Field = Field::new(
    "register",
    word!(Register),
    "\"sote\"",
    text! { en: "the register that it is in", fi: "rekisteri, jossa se on", sv: "registret där den finns" },
);
const REGISTERED: Field = Field::new(
    "registered",
    DONE,
    "2019-03-01",
    text! {
        en: "since when it is in that register",
        fi: "mistä alkaen se on rekisterissä",
        sv: "sedan när den finns i registret",
    },
);
const SECURITY_PLAN: Field = Field::new(
    "security_plan",
    DONE,
    "2025-02-01",
    text! {
        en: "when the data security plan that an intermediary needs was drawn up",
        fi: "milloin välittäjältä vaadittava tietoturvasuunnitelma laadittiin",
        sv: "när den informationssäkerhetsplan som krävs av en förmedlare upprättades",
    },
);
const fn agreement(key: &'static str, example: &'static str, about: Text) -> Field {
    Field::new(key, AGREED, example, about)
}
const AGREEMENT_ON_ACCESS: Field = agreement(
    "agreement",
    "{ signed = 2025-09-01, until = false, states_duties = true, covers_signature_certificate = true }",
    text! {
        en: "the agreement between it and the joining party",
        fi: "sen ja liittyjän välinen sopimus",
        sv: "avtalet mellan den och den anslutande aktören",
    },
);
const TRAFFIC_ENCRYPTED: Field = Field::new(
    "traffic_encrypted",
    Takes::Flag,
    "true",
    text! {
        en: "whether the traffic between the joining party and the access point is encrypted",
        fi: "onko liikenne liittyjän ja liityntäpisteen välillä salattu",
        sv: "om trafiken mellan den anslutande aktören och anslutningspunkten är krypterad",
    },
);
const IDENTIFIED: Field = Field::new(
    "identified_by_server_certificate",
    Takes::Flag,
    "true",
    text! {
        en: "whether the two identify each other with server certificates on that way",
        fi: "tunnistetaanko osapuolet tällä välillä palvelinvarmenteilla",
        sv: "om parterna identifieras med servercertifikat på den sträckan",
    },
);

pub(super) const PARTY: Field = Field::new(
    "party",
    Takes::Table(&[
        name("\"Esimerkkiklinikka Oy\""),
        Field::new(
            "kind",
            word!(PartyKind),
            "\"provider\"",
            text! {
                en: "what kind of party joins",
                fi: "minkälainen toimija liittyy",
                sv: "vilken typ av aktör som ansluter sig",
            },
        ),
        SECTOR,
        Field::new(
            "health_care",
            Takes::Flag,
            "true",
            text! {
                en: "whether it provides health care; false: social welfare alone",
                fi: "antaako se terveydenhuollon palveluja; false: pelkkää sosiaalihuoltoa",
                sv: "om den tillhandahåller hälso- och sjukvård; false: enbart socialvård",
            },
        ),
        Field::new(
            "social_welfare",
            Takes::Flag,
            "true",
            text! {
                en: "whether it provides social welfare services; the parallel model asks for it",
                fi: "antaako se sosiaalihuollon palveluja; rinnakkaisliittyminen edellyttää sitä",
                sv: "om den tillhandahåller socialvård; modellen med parallell anslutning förutsätter det",
            },
        ),
        REGISTER,
        REGISTERED,
        oid("\"1.2.246.10.12345671.10.0\""),
        Field::new(
            "model",
            word!(JoiningModel),
            "\"direct\"",
            text! {
                en: "the connection model of the joining party itself; its tenants are in [[tenant]]",
                fi: "liittyjän oma liittymismalli; vuokralaiset ovat kohdassa [[tenant]]",
                sv: "den anslutande aktörens egen anslutningsmodell; hyresgästerna finns i [[tenant]]",
            },
        ),
        JOINING,
        SECURITY_PLAN,
    ]),
    "",
    text! { en: "the joining party", fi: "liittyjä", sv: "den anslutande aktören" },
);

pub(super) const INTERMEDIARY: Field = Field::new(
    "intermediary",
    Takes::List(&Takes::Table(&[
        id("\"valittaja\""),
        name("\"Esimerkkivälittäjä Oy\""),
        oid("\"1.2.246.537.6.918.18.42\""),
        REGISTERED,
        SECURITY_PLAN,
        AGREEMENT_ON_ACCESS,
        TRAFFIC_ENCRYPTED,
        IDENTIFIED,
    ])),
    "",
    text! {
        en: "a Kanta intermediary whose access point or certificate is used",
        fi: "Kanta-välittäjä, jonka liityntäpistettä tai varmennetta käytetään",
        sv: "en Kanta-förmedlare vars anslutningspunkt eller certifikat används",
    },
);

pub(super) const OTHER_PARTY: Field = Field::new(
    "other_party",
    Takes::List(&Takes::Table(&[
        id("\"kumppani\""),
        name("\"Toinen Klinikka Oy\""),
        oid("\"1.2.246.10.87654321.10.0\""),
        AGREEMENT_ON_ACCESS,
        TRAFFIC_ENCRYPTED,
        IDENTIFIED,
    ])),
    "",
    text! {
        en: "another joining party: one whose access point is used, or one that uses an access point of this plan",
        fi: "toinen liittyjä: se, jonka liityntäpistettä käytetään, tai se, joka käyttää tämän suunnitelman liityntäpistettä",
        sv: "en annan anslutande aktör: den vars anslutningspunkt används eller den som använder en anslutningspunkt i denna plan",
    },
);

pub(super) const ORGANISER: Field = Field::new(
    "organiser",
    Takes::List(&Takes::Table(&[
        id("\"alue\""),
        name("\"Esimerkin hyvinvointialue\""),
        oid("\"1.2.246.10.23456780.10.0\""),
        Field::new(
            "uses_access_points",
            Takes::List(&Takes::Reference),
            "[\"ap1\"]",
            text! {
                en: "the access points of this plan that it uses, by their ids",
                fi: "tämän suunnitelman liityntäpisteet, joita se käyttää, tunnuksineen",
                sv: "de anslutningspunkter i denna plan som den använder, med sina id",
            },
        ),
        Field::new(
            "provides_system",
            Takes::Flag,
            "true",
            text! {
                en: "whether the producer works in its client data system",
                fi: "toimiiko tuottaja sen asiakastietojärjestelmässä",
                sv: "om producenten arbetar i dess klientdatasystem",
            },
        ),
    ])),
    "",
    text! {
        en: "the organiser of the service in parallel joining",
        fi: "palvelun järjestäjä rinnakkaisliittymisessä",
        sv: "den som anordnar tjänsten vid parallell anslutning",
    },
);

pub(super) const TENANT: Field = Field::new(
    "tenant",
    Takes::List(&Takes::Table(&[
        id("\"vuokralainen\""),
        name("\"Yksityinen Vastaanotto Oy\""),
        oid("\"1.2.246.10.34567899.10.0\""),
        SECTOR,
        REGISTER,
        REGISTERED,
        Field::new(
            "in_party_premises",
            Takes::Flag,
            "true",
            text! {
                en: "whether it works in the joining party's premises",
                fi: "toimiiko se liittyjän tiloissa",
                sv: "om den verkar i den anslutande aktörens lokaler",
            },
        ),
        Field::new(
            "uses_party_system",
            Takes::Flag,
            "true",
            text! {
                en: "whether it works with the joining party's system",
                fi: "käyttääkö se liittyjän järjestelmää",
                sv: "om den använder den anslutande aktörens system",
            },
        ),
        AGREEMENT_ON_ACCESS,
        Field::new(
            "named_in_messages",
            Takes::Flag,
            "true",
            text! {
                en: "whether messages and documents say that it is the user",
                fi: "kertovatko sanomat ja asiakirjat, että se on käyttäjä",
                sv: "om meddelanden och handlingar anger att den är användaren",
            },
        ),
        Field::new(
            "uses_party_signature_certificate",
            Takes::Flag,
            "true",
            text! {
                en: "whether its documents are signed with the joining party's certificate",
                fi: "allekirjoitetaanko sen asiakirjat liittyjän varmenteella",
                sv: "om dess handlingar undertecknas med den anslutande aktörens certifikat",
            },
        ),
    ])),
    "",
    text! {
        en: "a private provider in the joining party's premises (joint joining)",
        fi: "yksityinen palvelunantaja liittyjän tiloissa (yhteisliittyminen)",
        sv: "en privat tjänstetillhandahållare i den anslutande aktörens lokaler (gemensam anslutning)",
    },
);

pub(super) const PHARMACY: Field = Field::new(
    "pharmacy",
    Takes::List(&Takes::Table(&[
        id("\"apteekki\""),
        name("\"Esimerkin apteekki\""),
        oid("\"1.2.246.553.1.1234\""),
        Field::new(
            "kind",
            word!(PharmacyKind),
            "\"main\"",
            text! {
                en: "main or branch pharmacy",
                fi: "pääapteekki vai sivuapteekki",
                sv: "huvudapotek eller filialapotek",
            },
        ),
        Field::new(
            "size",
            word!(PharmacySize),
            "\"small\"",
            text! {
                en: "its size; the guide uses the words and does not define them",
                fi: "sen koko; ohje käyttää sanoja eikä määrittele niitä",
                sv: "dess storlek; anvisningen använder orden utan att definiera dem",
            },
        ),
        agreement(
            "reimbursement_agreement",
            "{ signed = 2025-09-01, until = 2027-09-01 }",
            text! {
                en: "the agreement with Kela on medicine reimbursements",
                fi: "Kelan kanssa tehty sopimus lääkekorvauksista",
                sv: "avtalet med FPA om läkemedelsersättningar",
            },
        ),
    ])),
    "",
    text! {
        en: "a pharmacy of the joining pharmacist",
        fi: "liittyvän apteekkarin apteekki",
        sv: "ett apotek som hör till den anslutande apotekaren",
    },
);
