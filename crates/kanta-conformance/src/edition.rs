//! The editions of the guide, from its change log.

use core::fmt;

use crate::{Date, Text, text};

/// The number of an edition, for example 3.18; ordered as editions follow each other (3.9 before 3.10).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version {
    /// Before the full stop.
    pub major: u8,
    /// After the full stop.
    pub minor: u8,
}

impl Version {
    /// That number.
    #[must_use]
    pub const fn new(major: u8, minor: u8) -> Self {
        Self { major, minor }
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)
    }
}

impl fmt::Debug for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Version {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// An edition of the guide.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Edition {
    /// Its number.
    pub version: Version,
    /// The day it carries, taken as the first day on which it holds.
    pub date: Date,
    /// What its change log says that it changed.
    pub changes: Text,
}

impl Edition {
    /// The edition on that day; none before the first known one.
    #[must_use]
    pub fn on(day: Date) -> Option<&'static Self> {
        EDITIONS.iter().rev().find(|edition| edition.date <= day)
    }

    /// The edition with that number.
    #[must_use]
    pub fn numbered(version: Version) -> Option<&'static Self> {
        EDITIONS.iter().find(|edition| edition.version == version)
    }

    /// The edition whose first day is that day.
    #[must_use]
    pub fn dated(day: Date) -> Option<&'static Self> {
        EDITIONS.iter().find(|edition| edition.date == day)
    }
}

const fn edition(version: Version, date: Date, changes: Text) -> Edition {
    Edition {
        version,
        date,
        changes,
    }
}

/// The 23 editions that the change log names, from 2.6 (29.4.2010) to 3.18 (3.11.2025).
pub static EDITIONS: &[Edition] = &[
    edition(
        Version::new(2, 6),
        Date::constant(2010, 4, 29),
        text! {
            en: "reference to appendix 1; message forwarding is called an integration solution; the access point described more precisely; a pharmacy example for the address index",
            fi: "viittaus liitteeseen 1; viestinvälityksestä käytetään nimeä integraatioratkaisu; liityntäpisteen kuvausta täsmennetty; osoitehakemistoon apteekkiesimerkki",
            sv: "hänvisning till bilaga 1; meddelandeförmedlingen kallas integrationslösning; beskrivningen av anslutningspunkten preciserad; apoteksexempel för adressindexet",
        },
    ),
    edition(
        Version::new(2, 7),
        Date::constant(2010, 6, 3),
        text! {
            en: "one access point is recommended even where there are reception services; figures 5 and 7 corrected",
            fi: "yhtä liityntäpistettä suositellaan, vaikka organisaatiolla on vastaanottopalveluja; kuvat 5 ja 7 korjattu",
            sv: "en anslutningspunkt rekommenderas även om organisationen har mottagningstjänster; figurerna 5 och 7 rättade",
        },
    ),
    edition(
        Version::new(2, 8),
        Date::constant(2010, 6, 24),
        text! {
            en: "port 443 added for reception services",
            fi: "lisätty portti 443 vastaanottopalveluille",
            sv: "port 443 tillagd för mottagningstjänster",
        },
    ),
    edition(
        Version::new(2, 9),
        Date::constant(2011, 2, 3),
        text! {
            en: "the access point is defined more precisely; the issuer of health care certificates changed on 1.12.2010",
            fi: "liityntäpisteen määritelmää täsmennetty; terveydenhuollon varmenteiden myöntäjä vaihtui 1.12.2010",
            sv: "anslutningspunkten preciserad; utfärdaren av hälsovårdens certifikat byttes 1.12.2010",
        },
    ),
    edition(
        Version::new(3, 0),
        Date::constant(2015, 6, 18),
        text! {
            en: "joining of private health care; permanent address-book links for subcontractors",
            fi: "yksityisen terveydenhuollon liittyminen; alihankkijoiden pysyvät osoitekirjakytkennät",
            sv: "privat hälsovårds anslutning; permanenta adressbokskopplingar för underleverantörer",
        },
    ),
    edition(
        Version::new(3, 1),
        Date::constant(2016, 10, 24),
        text! {
            en: "the closed customer network is described more precisely",
            fi: "suljetun asiakasverkon ohjeita täsmennetty",
            sv: "anvisningarna om slutet kundnät preciserade",
        },
    ),
    edition(
        Version::new(3, 2),
        Date::constant(2017, 11, 23),
        text! {
            en: "reworked for new systems; appendix 1 left out, the JHS recommendations referred to instead",
            fi: "muokattu uusia järjestelmiä varten; liite 1 poistettu ja korvattu viittauksella JHS-suosituksiin",
            sv: "omarbetad för nya system; bilaga 1 struken och ersatt med en hänvisning till JHS-rekommendationerna",
        },
    ),
    edition(
        Version::new(3, 3),
        Date::constant(2018, 1, 4),
        text! {
            en: "terms of chapter 5.5 corrected",
            fi: "luvun 5.5 käsitteitä korjattu",
            sv: "begreppen i kapitel 5.5 korrigerade",
        },
    ),
    edition(
        Version::new(3, 4),
        Date::constant(2019, 1, 31),
        text! {
            en: "the closed customer network is called a private network; an example of forming an OID; use of the open internet more precise",
            fi: "suljettu asiakasverkko on nyt yksityinen verkko; esimerkki OID-tunnuksen muodostamisesta; avoimen internetin käyttöä täsmennetty",
            sv: "slutet kundnät kallas privat nät; exempel på hur en OID-kod bildas; användningen av öppet internet preciserad",
        },
    ),
    edition(
        Version::new(3, 5),
        Date::constant(2019, 6, 10),
        text! {
            en: "the separate written approval of open internet connections is no longer mentioned",
            fi: "erillistä kirjallista hyväksyntää avoimelle internetyhteydelle ei enää mainita",
            sv: "separat skriftligt godkännande av öppna internetförbindelser nämns inte längre",
        },
    ),
    edition(
        Version::new(3, 6),
        Date::constant(2019, 11, 8),
        text! {
            en: "forming of OIDs more precise; no open internet connection for the imaging archive",
            fi: "OID-tunnuksen muodostamista täsmennetty; avoin internetyhteys ei ole sallittu kuva-aineistojen arkistolle",
            sv: "bildandet av OID-koder preciserat; öppen internetförbindelse är inte tillåten för bildarkivet",
        },
    ),
    edition(
        Version::new(3, 7),
        Date::constant(2019, 12, 9),
        text! {
            en: "system certificates of social welfare and health care more precise in clause 2.6; no separate system signature certificate for the social welfare archive",
            fi: "sosiaali- ja terveydenhuollon järjestelmävarmennetta täsmennetty kohdassa 2.6; sosiaalihuollon arkistolle ei enää erillistä järjestelmäallekirjoitusvarmennetta",
            sv: "social- och hälsovårdens systemcertifikat preciserat i avsnitt 2.6; inget separat systemsignaturcertifikat för socialvårdens arkiv",
        },
    ),
    edition(
        Version::new(3, 8),
        Date::constant(2020, 4, 1),
        text! {
            en: "a new, accessible template; the Population Register Centre became the Digital and Population Data Services Agency",
            fi: "uusi saavutettava asiakirjapohja; Väestörekisterikeskuksesta tuli Digi- ja väestötietovirasto",
            sv: "en ny tillgänglig mall; Befolkningsregistercentralen blev Myndigheten för digitalisering och befolkningsdata",
        },
    ),
    edition(
        Version::new(3, 9),
        Date::constant(2021, 2, 16),
        text! {
            en: "access points must lie in Finland; joint joining for private social welfare",
            fi: "liityntäpisteen on sijaittava Suomessa; yksityisen sosiaalihuollon yhteisliittyminen",
            sv: "anslutningspunkten ska finnas i Finland; gemensam anslutning för privat socialvård",
        },
    ),
    edition(
        Version::new(3, 10),
        Date::constant(2021, 6, 2),
        text! {
            en: "the limitation of the social welfare archive's connection model was removed",
            fi: "sosiaalihuollon arkiston liittymismallin rajaus poistettu",
            sv: "begränsningen av socialvårdsarkivets anslutningsmodell struken",
        },
    ),
    edition(
        Version::new(3, 11),
        Date::constant(2021, 12, 15),
        text! {
            en: "no permanent address-book links for new subcontractors, those agreed before are still supported; social welfare units in 1.4; text on the access point of hospital pharmacies",
            fi: "ei pysyviä osoitekirjakytkentöjä uusille alihankkijoille, aiemmin sovittuja tuetaan edelleen; sosiaalihuollon yksiköt kohdassa 1.4; teksti sairaala-apteekkien liityntäpisteestä",
            sv: "inga permanenta adressbokskopplingar för nya underleverantörer, tidigare överenskomna stöds fortfarande; socialvårdsenheterna i 1.4; text om sjukhusapotekens anslutningspunkt",
        },
    ),
    edition(
        Version::new(3, 12),
        Date::constant(2022, 10, 4),
        text! {
            en: "use of a shared system signature certificate described anew",
            fi: "yhteisen järjestelmäallekirjoitusvarmenteen käyttö kuvattu uudelleen",
            sv: "användningen av ett gemensamt systemsignaturcertifikat beskriven på nytt",
        },
    ),
    edition(
        Version::new(3, 13),
        Date::constant(2023, 6, 13),
        text! {
            en: "structure, terms and figures renewed; the intermediary's role; administrative joining; connection requirements more precise; links and references updated",
            fi: "rakenne, käsitteet ja kuvat uudistettu; välittäjän rooli; hallinnollinen liittyminen; yhteysvaatimuksia täsmennetty; linkit ja viittaukset päivitetty",
            sv: "struktur, begrepp och figurer förnyade; förmedlarens roll; administrativ anslutning; kraven på teleförbindelser preciserade; länkar och hänvisningar uppdaterade",
        },
    ),
    edition(
        Version::new(3, 14),
        Date::constant(2024, 1, 2),
        text! {
            en: "joint joining is for private providers; self-employed professionals became private service producers; requirements on connections and certificates more precise",
            fi: "yhteisliittyminen on yksityisille palvelunantajille; itsenäisistä ammatinharjoittajista tuli yksityisiä palveluntuottajia; yhteyksien ja varmenteiden vaatimuksia täsmennetty",
            sv: "gemensam anslutning är för privata tjänstetillhandahållare; självständiga yrkesutövare blev privata tjänsteproducenter; kraven på förbindelser och certifikat preciserade",
        },
    ),
    edition(
        Version::new(3, 15),
        Date::constant(2024, 7, 3),
        text! {
            en: "THL references updated; use of open internet connections and the connection data in the server certificate more precise; service names updated",
            fi: "THL-viittaukset päivitetty; avointen internetyhteyksien käyttöä ja palvelinvarmenteen tietoliikenneyhteystietoja täsmennetty; palvelujen nimet päivitetty",
            sv: "THL-hänvisningarna uppdaterade; användningen av öppna internetförbindelser och förbindelseuppgifterna i servercertifikatet preciserade; tjänsternas namn uppdaterade",
        },
    ),
    edition(
        Version::new(3, 16),
        Date::constant(2024, 9, 11),
        text! {
            en: "references to parts of Kanta.fi corrected",
            fi: "viittaukset Kanta.fi-sivuston osiin korjattu",
            sv: "hänvisningarna till delar av Kanta.fi korrigerade",
        },
    ),
    edition(
        Version::new(3, 17),
        Date::constant(2025, 9, 1),
        text! {
            en: "access points in Finland or the EU, access points and consolidation points outside Finland with Kanta's separate approval; pharmacies' use of Kela's reimbursement services",
            fi: "liityntäpiste Suomessa tai EU-alueella, liityntäpiste ja kokoamispiste Suomen ulkopuolella erillisellä hyväksynnällä; apteekit käyttävät Kelan lääkekorvauspalveluja",
            sv: "anslutningspunkten i Finland eller EU-området, anslutningspunkten och samlingspunkten utanför Finland med separat godkännande; apoteken använder FPA:s tjänster för läkemedelsersättningar",
        },
    ),
    edition(
        Version::new(3, 18),
        Date::constant(2025, 11, 3),
        text! {
            en: "names of Kela's reimbursement services corrected",
            fi: "Kelan lääkekorvauspalvelujen nimet korjattu",
            sv: "namnen på FPA:s tjänster för läkemedelsersättning korrigerade",
        },
    ),
];

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;

    #[test]
    fn editions_follow_each_other_in_number_and_date() {
        for pair in EDITIONS.windows(2) {
            assert!(pair[0].version < pair[1].version, "{:?}", pair[1].version);
            assert!(pair[0].date < pair[1].date, "{:?}", pair[1].version);
        }
    }

    #[test]
    fn an_edition_holds_from_its_day_on() {
        let first = Date::constant(2010, 4, 29);
        assert_eq!(Edition::on(first.plus_days(-1)), None);
        assert_eq!(Edition::on(first).unwrap().version.to_string(), "2.6");
        for pair in EDITIONS.windows(2) {
            assert_eq!(Edition::on(pair[1].date.plus_days(-1)), Some(&pair[0]));
            assert_eq!(Edition::on(pair[1].date), Some(&pair[1]));
            assert_eq!(Edition::on(pair[1].date.plus_days(1)), Some(&pair[1]));
        }
        assert_eq!(
            Edition::on(Date::constant(2030, 1, 1))
                .unwrap()
                .version
                .to_string(),
            "3.18"
        );
    }
}
