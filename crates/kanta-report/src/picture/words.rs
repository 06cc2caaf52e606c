//! The words of pictures.

use kanta_conformance::{Text, text};

use super::view::{ItemKind, PictureOf};
use crate::view::Words;

pub(super) const PARTIES: Text = text! { en: "Parties", fi: "Toimijat", sv: "Aktörer" };
pub(super) const SYSTEMS: Text = text! { en: "Systems", fi: "Järjestelmät", sv: "System" };
pub(super) const POINTS: Text =
    text! { en: "Access points", fi: "Liityntäpisteet", sv: "Anslutningspunkter" };
pub(super) const NETWORK: Text =
    text! { en: "Operator network", fi: "Operaattoriverkko", sv: "Operatörens nät" };
pub(super) const KANTA: Text =
    text! { en: "Kanta Services", fi: "Kanta-palvelut", sv: "Kanta-tjänsterna" };
pub(super) const FAULT: Text = text! { en: "fault", fi: "vika", sv: "fel" };
pub(super) const NOT_KNOWN: Text = text! { en: "not known", fi: "ei tiedossa", sv: "inte känt" };
pub(super) const ADVICE: Text = text! {
    en: "recommendation or note",
    fi: "suositus tai huomio",
    sv: "rekommendation eller anmärkning",
};
pub(super) const DOWN: Text = text! { en: "fails", fi: "pettää", sv: "fallerar" };
pub(super) const CUT_OFF: Text = text! { en: "cut off", fi: "katkeaa", sv: "bryts" };
pub(super) const PERHAPS: Text =
    text! { en: "perhaps cut off", fi: "ehkä katkeaa", sv: "bryts kanske" };
pub(super) const REACHED: Text =
    text! { en: "hall reached", fi: "sali saavutetaan", sv: "hallen nås" };
pub(super) const NOT_REACHED: Text =
    text! { en: "hall not reached", fi: "salia ei saavuteta", sv: "hallen nås inte" };
pub(super) const PRIVATE_PRIMARY: Text = text! {
    en: "private network, primary",
    fi: "yksityinen verkko, ensisijainen",
    sv: "privat nät, primär",
};
pub(super) const PRIVATE_BACKUP: Text = text! {
    en: "private network, backup",
    fi: "yksityinen verkko, vara",
    sv: "privat nät, reserv",
};
pub(super) const OPEN_PRIMARY: Text = text! {
    en: "open internet, primary",
    fi: "avoin internet, ensisijainen",
    sv: "öppet internet, primär",
};
pub(super) const OPEN_BACKUP: Text = text! {
    en: "open internet, backup",
    fi: "avoin internet, vara",
    sv: "öppet internet, reserv",
};
pub(super) const OTHER_LINK: Text = text! {
    en: "network or role not known",
    fi: "verkko tai rooli ei tiedossa",
    sv: "nät eller roll inte känd",
};
pub(super) const NO_PARTY: Text = text! {
    en: "joining party not named",
    fi: "liittyjää ei ole nimetty",
    sv: "anslutande aktör inte angiven",
};
pub(super) const NO_SYSTEM: Text = text! {
    en: "system not named",
    fi: "järjestelmää ei ole nimetty",
    sv: "system inte angivet",
};
pub(super) const NO_ADMINISTRATOR: Text = text! {
    en: "administrator not named",
    fi: "ylläpitäjää ei ole nimetty",
    sv: "administratör inte angiven",
};
pub(super) const TLS_STAYS: Text = text! {
    en: "TLS passes unopened",
    fi: "TLS kulkee avaamatta",
    sv: "TLS passerar oöppnad",
};
pub(super) const TLS_ENDS: Text =
    text! { en: "TLS ends here", fi: "TLS päättyy tähän", sv: "TLS avslutas här" };
pub(super) const MORE_PLACES: Text =
    text! { en: "more places", fi: "muuta paikkaa", sv: "ställen till" };
pub(super) const HALL_NOT_KNOWN: Text =
    text! { en: "hall not known", fi: "sali ei tiedossa", sv: "hallen inte känd" };
pub(super) const CLAUSE: Text = text! { en: "Clause", fi: "Kohta", sv: "Avsnitt" };

/// What a box stands for.
pub(super) const fn kind(kind: ItemKind) -> Text {
    match kind {
        ItemKind::Party => text! { en: "joining party", fi: "liittyjä", sv: "anslutande aktör" },
        ItemKind::Pharmacy => text! { en: "pharmacy", fi: "apteekki", sv: "apotek" },
        ItemKind::Tenant => text! { en: "tenant", fi: "vuokralainen", sv: "hyresgäst" },
        ItemKind::Other => text! { en: "other party", fi: "muu toimija", sv: "annan aktör" },
        ItemKind::System => text! { en: "system", fi: "järjestelmä", sv: "system" },
        ItemKind::AccessPoint => {
            text! { en: "access point", fi: "liityntäpiste", sv: "anslutningspunkt" }
        }
        ItemKind::Link => text! { en: "link", fi: "yhteys", sv: "teleförbindelse" },
        ItemKind::ConsolidationPoint => {
            text! { en: "consolidation point", fi: "kokoamispiste", sv: "samlingspunkt" }
        }
        ItemKind::Service => text! { en: "service", fi: "palvelu", sv: "tjänst" },
    }
}

/// What a picture is.
pub(super) const fn of(of: PictureOf) -> Text {
    match of {
        PictureOf::Plan => {
            text! { en: "Connection plan", fi: "Liityntäsuunnitelma", sv: "Anslutningsplan" }
        }
        PictureOf::Failure => {
            text! { en: "Connection plan", fi: "Liityntäsuunnitelma", sv: "Anslutningsplan" }
        }
        PictureOf::Rights => text! { en: "User rights", fi: "Käyttövaltuudet", sv: "Rättigheter" },
    }
}

pub(super) const AS_OF: Text = text! { en: "as of", fi: "päivänä", sv: "per" };
pub(super) const EDITION: Text = text! { en: "edition", fi: "versio", sv: "version" };

/// A name that is the same in every language.
pub(super) fn same(name: &str) -> Words {
    Words::said(|_| name.to_owned())
}

/// Of a right that is on record and does not permit.
pub(super) const NO_PERMIT: Text =
    text! { en: "does not permit", fi: "ei salli", sv: "tillåter inte" };
