//! What each record and each field of an index tells, for editors and for whoever fills in a sheet.

use kanta_conformance::{Text, text};

use crate::build::Kind;

/// What a record of that kind tells.
pub(super) const fn of_record(kind: Kind) -> Text {
    match kind {
        Kind::Party => text! {
            en: "a joining party or a Kanta intermediary",
            fi: "liittyjä tai Kanta-välittäjä",
            sv: "en anslutande aktör eller en Kanta-förmedlare",
        },
        Kind::Pharmacy => text! {
            en: "a main or branch pharmacy",
            fi: "pääapteekki tai sivuapteekki",
            sv: "ett huvudapotek eller filialapotek",
        },
        Kind::Tenant => text! {
            en: "a private provider that works in a joining party's premises (joint joining)",
            fi: "yksityinen palvelunantaja, joka toimii liittyjän tiloissa (yhteisliittyminen)",
            sv: "en privat tjänstetillhandahållare som verkar i en anslutande aktörs lokaler (gemensam anslutning)",
        },
        Kind::AccessPoint => text! {
            en: "a Kanta access point",
            fi: "Kanta-liityntäpiste",
            sv: "en Kanta-anslutningspunkt",
        },
        Kind::Agreement => text! {
            en: "an agreement of two on the use of an access point",
            fi: "kahden sopimus liityntäpisteen käytöstä",
            sv: "ett avtal mellan två om användningen av en anslutningspunkt",
        },
        Kind::Annotation => text! {
            en: "the annotation in the Code Service that renewal requests can be received",
            fi: "koodistopalvelun merkintä siitä, että uudistamispyyntöjä voidaan vastaanottaa",
            sv: "anteckningen i kodtjänsten om att begäranden om receptförnyelse kan tas emot",
        },
        Kind::Right => text! {
            en: "a user right: a service through an access point",
            fi: "käyttövaltuus: palvelu liityntäpisteen kautta",
            sv: "en rättighet: en tjänst via en anslutningspunkt",
        },
    }
}

/// What a field of a record tells; none of one that is not known.
pub(super) fn of_field(kind: Kind, field: &str) -> Option<Text> {
    Some(match (kind, field) {
        (_, "format") => text! {
            en: "the format of this file",
            fi: "tiedoston muoto",
            sv: "filens format",
        },
        (_, "version") => text! {
            en: "the version of the data, as its author counts",
            fi: "tietojen versio, kuten niiden laatija sen merkitsee",
            sv: "uppgifternas version, så som deras upphovsman räknar",
        },
        (_, "issued") => text! {
            en: "the day on which the data were issued",
            fi: "päivä, jona tiedot on annettu",
            sv: "dagen då uppgifterna gavs ut",
        },
        (_, "expires") => text! {
            en: "the first day on which the data may no longer be relied on: from then on every answer is deny",
            fi: "ensimmäinen päivä, jona tietoihin ei enää saa luottaa: siitä alkaen jokainen vastaus on kielto",
            sv: "den första dagen då uppgifterna inte längre är att lita på: från och med den är varje svar nekande",
        },
        (_, "id") => text! {
            en: "your own word for it, by which other records name it; without it the OID names it",
            fi: "oma sanasi sille, jolla muut tietueet sen nimeävät; ilman sitä OID-tunnus nimeää sen",
            sv: "ditt eget ord för det, med vilket andra poster anger det; utan det anges det med sin OID",
        },
        (Kind::AccessPoint, "oid") => text! {
            en: "its OID: that of whoever administers it, then .13. and a number",
            fi: "sen OID-tunnus: hallinnoijan OID-tunnus, sitten .13. ja numero",
            sv: "dess OID: administratörens OID, sedan .13. och ett nummer",
        },
        (Kind::Party, "oid") => text! {
            en: "its OID in the register; a pharmacist, being a person, has none here",
            fi: "sen OID-tunnus rekisterissä; apteekkarilla, joka on henkilö, ei ole tässä tunnusta",
            sv: "dess OID i registret; en apotekare, som är en person, har ingen här",
        },
        (_, "oid") => text! {
            en: "its OID in the register",
            fi: "sen OID-tunnus rekisterissä",
            sv: "dess OID i registret",
        },
        (_, "name") => text! { en: "its name", fi: "sen nimi", sv: "dess namn" },
        (_, "kind") => text! {
            en: "what kind of party it is",
            fi: "millainen osapuoli se on",
            sv: "vilket slags part det är",
        },
        (_, "sector") => text! {
            en: "public or private",
            fi: "julkinen tai yksityinen",
            sv: "offentlig eller privat",
        },
        (_, "health_care") => text! {
            en: "whether it provides health care; false: social welfare alone",
            fi: "tarjoaako se terveydenhuoltoa; false: vain sosiaalihuoltoa",
            sv: "om den tillhandahåller hälso- och sjukvård; false: bara socialvård",
        },
        (_, "social_welfare") => text! {
            en: "whether it provides social welfare services",
            fi: "tarjoaako se sosiaalipalveluja",
            sv: "om den tillhandahåller socialvårdstjänster",
        },
        (_, "register") => text! {
            en: "the register that it is in",
            fi: "rekisteri, jossa se on",
            sv: "registret som den finns i",
        },
        (_, "register_entry") => text! {
            en: "of an intermediary: since when it is in THL's register of Kanta intermediaries; false: it is not",
            fi: "välittäjästä: mistä alkaen se on THL:n Kanta-välittäjien rekisterissä; false: se ei ole",
            sv: "om en förmedlare: sedan när den finns i THL:s register över Kanta-förmedlare; false: den finns inte där",
        },
        (_, "register_entry_until") => text! {
            en: "the first day on which it is no longer in that register",
            fi: "ensimmäinen päivä, jona se ei enää ole tuossa rekisterissä",
            sv: "den första dagen då den inte längre finns i det registret",
        },
        (_, "pharmacist") => text! {
            en: "the pharmacist who joins, by id",
            fi: "apteekkari, joka liittyy, tunnuksineen",
            sv: "apotekaren som ansluter sig, med sitt id",
        },
        (_, "branch") => text! {
            en: "whether it is a branch pharmacy",
            fi: "onko se sivuapteekki",
            sv: "om det är ett filialapotek",
        },
        (_, "held_from") => text! {
            en: "since when the pharmacist holds it",
            fi: "mistä alkaen apteekkari pitää sitä",
            sv: "sedan när apotekaren innehar det",
        },
        (_, "held_until") => text! {
            en: "the first day on which the pharmacist no longer holds it",
            fi: "ensimmäinen päivä, jona apteekkari ei enää pidä sitä",
            sv: "den första dagen då apotekaren inte längre innehar det",
        },
        (_, "host") => text! {
            en: "the joining party with whom it works, by id",
            fi: "liittyjä, jonka luona se toimii, tunnuksineen",
            sv: "den anslutande aktören hos vilken den verkar, med sitt id",
        },
        (_, "administrator") => text! {
            en: "who administers it, by id: a party, a pharmacy or an intermediary",
            fi: "kuka sitä hallinnoi, tunnuksineen: osapuoli, apteekki tai välittäjä",
            sv: "vem som administrerar den, med sitt id: en part, ett apotek eller en förmedlare",
        },
        (_, "addresses") => text! {
            en: "the addresses and ranges from which it speaks",
            fi: "osoitteet ja osoitealueet, joista se on yhteydessä",
            sv: "adresserna och adressområdena som den talar från",
        },
        (_, "certificates") => text! {
            en: "its server certificates: each with its serial number and validity",
            fi: "sen palvelinvarmenteet: kunkin sarjanumero ja voimassaolo",
            sv: "dess servercertifikat: vart och ett med serienummer och giltighet",
        },
        (_, "serial") => text! {
            en: "the certificate's serial number",
            fi: "varmenteen sarjanumero",
            sv: "certifikatets serienummer",
        },
        (_, "between") => text! {
            en: "its two sides, by id; kela for Kela",
            fi: "sen kaksi osapuolta tunnuksineen; kela tarkoittaa Kelaa",
            sv: "dess två parter, med sina id; kela är FPA",
        },
        (_, "states_duties") => text! {
            en: "whether it states the duties and responsibilities of both",
            fi: "kertooko se kummankin velvollisuudet ja vastuut",
            sv: "om det anger bådas skyldigheter och ansvar",
        },
        (_, "party") => text! {
            en: "the party whose annotation it is, by id",
            fi: "osapuoli, jonka merkintä se on, tunnuksineen",
            sv: "parten vars anteckning det är, med sitt id",
        },
        (_, "unit") => text! {
            en: "the OID of the service unit; without it the annotation is of every unit",
            fi: "palveluyksikön OID-tunnus; ilman sitä merkintä koskee jokaista yksikköä",
            sv: "serviceenhetens OID; utan den gäller anteckningen varje enhet",
        },
        (_, "for") => text! {
            en: "who has the right: the id or OID of a party or a pharmacy",
            fi: "kenellä käyttövaltuus on: osapuolen tai apteekin tunnus tai OID-tunnus",
            sv: "vem som har rättigheten: id eller OID för en part eller ett apotek",
        },
        (_, "access_point") => text! {
            en: "the access point, by its id or OID",
            fi: "liityntäpiste, tunnuksineen tai OID-tunnuksineen",
            sv: "anslutningspunkten, med sitt id eller sin OID",
        },
        (_, "service") => text! { en: "the service", fi: "palvelu", sv: "tjänsten" },
        (_, "from") => text! {
            en: "the first day; without it the beginning is not known",
            fi: "ensimmäinen päivä; ilman sitä alkua ei tiedetä",
            sv: "den första dagen; utan den är början inte känd",
        },
        (_, "until") => text! {
            en: "the first day that no longer belongs to it; without it no end is set",
            fi: "ensimmäinen päivä, joka ei enää kuulu siihen; ilman sitä loppua ei ole",
            sv: "den första dagen som inte längre hör till; utan den är inget slut satt",
        },
        (_, "organiser") => text! {
            en: "in the parallel model: the organiser, by id",
            fi: "rinnakkaisliittymisessä: järjestäjä tunnuksineen",
            sv: "vid parallell anslutning: anordnaren, med sitt id",
        },
        (_, "basis") => text! {
            en: "what the right rests on",
            fi: "mihin käyttövaltuus perustuu",
            sv: "vad rättigheten grundar sig på",
        },
        (_, "agreed") => text! {
            en: "the day on which that was agreed",
            fi: "päivä, jona siitä sovittiin",
            sv: "dagen då det avtalades",
        },
        (_, "reference") => text! {
            en: "the number of the application or agreement",
            fi: "hakemuksen tai sopimuksen numero",
            sv: "ansökans eller avtalets nummer",
        },
        _ => return None,
    })
}
