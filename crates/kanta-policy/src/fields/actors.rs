//! Whoever a plan names.

use kanta_address_index::{JoiningModel, PartyKind, Register, Sector};
use kanta_conformance::Text;

use super::joining::JOINING;
use super::{DONE, Field, Takes, word};
use crate::plan::{PharmacyKind, PharmacySize};

const AGREED: Takes = Takes::Either(&[Takes::Table(AGREEMENT), Takes::Flag]);

const AGREEMENT: &[Field] = &[
    Field::new(
        "signed",
        Takes::Day,
        "2025-09-01",
        Text::new(
            "when it was signed",
            "milloin se allekirjoitettiin",
            "när det undertecknades",
        ),
    ),
    Field::new(
        "until",
        Takes::Either(&[Takes::Day, Takes::Denied]),
        "false",
        Text::new(
            "the day on which it ends and no longer holds; false where it has no end",
            "päivä, jona se päättyy eikä enää ole voimassa; false, jos loppua ei ole",
            "dagen då det upphör och inte längre gäller; false om det saknar slut",
        ),
    ),
    Field::new(
        "states_duties",
        Takes::Flag,
        "true",
        Text::new(
            "whether it states the duties and responsibilities of both",
            "kertooko se kummankin velvollisuudet ja vastuut",
            "om det anger bådas skyldigheter och ansvar",
        ),
    ),
    Field::new(
        "covers_signature_certificate",
        Takes::Flag,
        "true",
        Text::new(
            "whether it covers the use of the system signature certificate",
            "kattaako se järjestelmäallekirjoitusvarmenteen käytön",
            "om det omfattar användningen av systemsignaturcertifikatet",
        ),
    ),
];

const ID: Field = Field::new(
    "id",
    Takes::Id,
    "\"a\"",
    Text::new(
        "your own word for it in this plan: 1 to 64 letters, digits, - or _",
        "oma nimityksesi sille tässä suunnitelmassa: 1–64 kirjainta, numeroa, - tai _",
        "ditt eget ord för det i denna plan: 1–64 bokstäver, siffror, - eller _",
    ),
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
        Text::new("its name", "nimi", "namn"),
    )
}

const fn oid(example: &'static str) -> Field {
    Field::new(
        "oid",
        Takes::Oid,
        example,
        Text::new(
            "its OID in the register",
            "sen OID-tunnus rekisterissä",
            "dess OID i registret",
        ),
    )
}

const SECTOR: Field = Field::new(
    "sector",
    word!(Sector),
    "\"private\"",
    Text::new(
        "public or private",
        "julkinen vai yksityinen",
        "offentlig eller privat",
    ),
);
const REGISTER: Field = Field::new(
    "register",
    word!(Register),
    "\"sote\"",
    Text::new(
        "the register that it is in",
        "rekisteri, jossa se on",
        "registret där den finns",
    ),
);
const REGISTERED: Field = Field::new(
    "registered",
    DONE,
    "2019-03-01",
    Text::new(
        "since when it is in that register",
        "mistä alkaen se on rekisterissä",
        "sedan när den finns i registret",
    ),
);
const SECURITY_PLAN: Field = Field::new(
    "security_plan",
    DONE,
    "2025-02-01",
    Text::new(
        "when the data security plan that an intermediary needs was drawn up",
        "milloin välittäjältä vaadittava tietoturvasuunnitelma laadittiin",
        "när den informationssäkerhetsplan som krävs av en förmedlare upprättades",
    ),
);
const fn agreement(key: &'static str, example: &'static str, about: Text) -> Field {
    Field::new(key, AGREED, example, about)
}
const AGREEMENT_ON_ACCESS: Field = agreement(
    "agreement",
    "{ signed = 2025-09-01, until = false, states_duties = true, covers_signature_certificate = true }",
    Text::new(
        "the agreement between it and the joining party",
        "sen ja liittyjän välinen sopimus",
        "avtalet mellan den och den anslutande aktören",
    ),
);
const TRAFFIC_ENCRYPTED: Field = Field::new(
    "traffic_encrypted",
    Takes::Flag,
    "true",
    Text::new(
        "whether the traffic between the joining party and the access point is encrypted",
        "onko liikenne liittyjän ja liityntäpisteen välillä salattu",
        "om trafiken mellan den anslutande aktören och anslutningspunkten är krypterad",
    ),
);
const IDENTIFIED: Field = Field::new(
    "identified_by_server_certificate",
    Takes::Flag,
    "true",
    Text::new(
        "whether the two identify each other with server certificates on that way",
        "tunnistetaanko osapuolet tällä välillä palvelinvarmenteilla",
        "om parterna identifieras med servercertifikat på den sträckan",
    ),
);

pub(super) const PARTY: Field = Field::new(
    "party",
    Takes::Table(&[
        name("\"Esimerkkiklinikka Oy\""),
        Field::new(
            "kind",
            word!(PartyKind),
            "\"provider\"",
            Text::new(
                "what kind of party joins",
                "minkälainen toimija liittyy",
                "vilken typ av aktör som ansluter sig",
            ),
        ),
        SECTOR,
        Field::new(
            "health_care",
            Takes::Flag,
            "true",
            Text::new(
                "whether it provides health care; false: social welfare alone",
                "antaako se terveydenhuollon palveluja; false: pelkkää sosiaalihuoltoa",
                "om den tillhandahåller hälso- och sjukvård; false: enbart socialvård",
            ),
        ),
        Field::new(
            "social_welfare",
            Takes::Flag,
            "true",
            Text::new(
                "whether it provides social welfare services; the parallel model asks for it",
                "antaako se sosiaalihuollon palveluja; rinnakkaisliittyminen edellyttää sitä",
                "om den tillhandahåller socialvård; modellen med parallell anslutning förutsätter det",
            ),
        ),
        REGISTER,
        REGISTERED,
        oid("\"1.2.246.10.12345671.10.0\""),
        Field::new(
            "model",
            word!(JoiningModel),
            "\"direct\"",
            Text::new(
                "the connection model of the joining party itself; its tenants are in [[tenant]]",
                "liittyjän oma liittymismalli; vuokralaiset ovat kohdassa [[tenant]]",
                "den anslutande aktörens egen anslutningsmodell; hyresgästerna finns i [[tenant]]",
            ),
        ),
        JOINING,
        SECURITY_PLAN,
    ]),
    "",
    Text::new("the joining party", "liittyjä", "den anslutande aktören"),
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
    Text::new(
        "a Kanta intermediary whose access point or certificate is used",
        "Kanta-välittäjä, jonka liityntäpistettä tai varmennetta käytetään",
        "en Kanta-förmedlare vars anslutningspunkt eller certifikat används",
    ),
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
    Text::new(
        "another joining party: one whose access point is used, or one that uses an access point of this plan",
        "toinen liittyjä: se, jonka liityntäpistettä käytetään, tai se, joka käyttää tämän suunnitelman liityntäpistettä",
        "en annan anslutande aktör: den vars anslutningspunkt används eller den som använder en anslutningspunkt i denna plan",
    ),
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
            Text::new(
                "the access points of this plan that it uses, by their ids",
                "tämän suunnitelman liityntäpisteet, joita se käyttää, tunnuksineen",
                "de anslutningspunkter i denna plan som den använder, med sina id",
            ),
        ),
        Field::new(
            "provides_system",
            Takes::Flag,
            "true",
            Text::new(
                "whether the producer works in its client data system",
                "toimiiko tuottaja sen asiakastietojärjestelmässä",
                "om producenten arbetar i dess klientdatasystem",
            ),
        ),
    ])),
    "",
    Text::new(
        "the organiser of the service in parallel joining",
        "palvelun järjestäjä rinnakkaisliittymisessä",
        "den som anordnar tjänsten vid parallell anslutning",
    ),
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
            Text::new(
                "whether it works in the joining party's premises",
                "toimiiko se liittyjän tiloissa",
                "om den verkar i den anslutande aktörens lokaler",
            ),
        ),
        Field::new(
            "uses_party_system",
            Takes::Flag,
            "true",
            Text::new(
                "whether it works with the joining party's system",
                "käyttääkö se liittyjän järjestelmää",
                "om den använder den anslutande aktörens system",
            ),
        ),
        AGREEMENT_ON_ACCESS,
        Field::new(
            "named_in_messages",
            Takes::Flag,
            "true",
            Text::new(
                "whether messages and documents say that it is the user",
                "kertovatko sanomat ja asiakirjat, että se on käyttäjä",
                "om meddelanden och handlingar anger att den är användaren",
            ),
        ),
        Field::new(
            "uses_party_signature_certificate",
            Takes::Flag,
            "true",
            Text::new(
                "whether its documents are signed with the joining party's certificate",
                "allekirjoitetaanko sen asiakirjat liittyjän varmenteella",
                "om dess handlingar undertecknas med den anslutande aktörens certifikat",
            ),
        ),
    ])),
    "",
    Text::new(
        "a private provider in the joining party's premises (joint joining)",
        "yksityinen palvelunantaja liittyjän tiloissa (yhteisliittyminen)",
        "en privat tjänstetillhandahållare i den anslutande aktörens lokaler (gemensam anslutning)",
    ),
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
            Text::new(
                "main or branch pharmacy",
                "pääapteekki vai sivuapteekki",
                "huvudapotek eller filialapotek",
            ),
        ),
        Field::new(
            "size",
            word!(PharmacySize),
            "\"small\"",
            Text::new(
                "its size; the guide uses the words and does not define them",
                "sen koko; ohje käyttää sanoja eikä määrittele niitä",
                "dess storlek; anvisningen använder orden utan att definiera dem",
            ),
        ),
        agreement(
            "reimbursement_agreement",
            "{ signed = 2025-09-01, until = 2027-09-01 }",
            Text::new(
                "the agreement with Kela on medicine reimbursements",
                "Kelan kanssa tehty sopimus lääkekorvauksista",
                "avtalet med FPA om läkemedelsersättningar",
            ),
        ),
    ])),
    "",
    Text::new(
        "a pharmacy of the joining pharmacist",
        "liittyvän apteekkarin apteekki",
        "ett apotek som hör till den anslutande apotekaren",
    ),
);
