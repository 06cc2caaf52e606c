//! The words of pictures.

use kanta_conformance::Text;

use super::view::{ItemKind, PictureOf};
use crate::view::Words;

pub(super) const PARTIES: Text = Text::new("Parties", "Toimijat", "Aktörer");
pub(super) const SYSTEMS: Text = Text::new("Systems", "Järjestelmät", "System");
pub(super) const POINTS: Text = Text::new("Access points", "Liityntäpisteet", "Anslutningspunkter");
pub(super) const NETWORK: Text =
    Text::new("Operator network", "Operaattoriverkko", "Operatörens nät");
pub(super) const KANTA: Text = Text::new("Kanta Services", "Kanta-palvelut", "Kanta-tjänsterna");
pub(super) const FAULT: Text = Text::new("fault", "vika", "fel");
pub(super) const NOT_KNOWN: Text = Text::new("not known", "ei tiedossa", "inte känt");
pub(super) const ADVICE: Text = Text::new(
    "recommendation or note",
    "suositus tai huomio",
    "rekommendation eller anmärkning",
);
pub(super) const DOWN: Text = Text::new("fails", "pettää", "fallerar");
pub(super) const CUT_OFF: Text = Text::new("cut off", "katkeaa", "bryts");
pub(super) const PERHAPS: Text = Text::new("perhaps cut off", "ehkä katkeaa", "bryts kanske");
pub(super) const REACHED: Text = Text::new("hall reached", "sali saavutetaan", "hallen nås");
pub(super) const NOT_REACHED: Text =
    Text::new("hall not reached", "salia ei saavuteta", "hallen nås inte");
pub(super) const PRIVATE_PRIMARY: Text = Text::new(
    "private network, primary",
    "yksityinen verkko, ensisijainen",
    "privat nät, primär",
);
pub(super) const PRIVATE_BACKUP: Text = Text::new(
    "private network, backup",
    "yksityinen verkko, vara",
    "privat nät, reserv",
);
pub(super) const OPEN_PRIMARY: Text = Text::new(
    "open internet, primary",
    "avoin internet, ensisijainen",
    "öppet internet, primär",
);
pub(super) const OPEN_BACKUP: Text = Text::new(
    "open internet, backup",
    "avoin internet, vara",
    "öppet internet, reserv",
);
pub(super) const OTHER_LINK: Text = Text::new(
    "network or role not known",
    "verkko tai rooli ei tiedossa",
    "nät eller roll inte känd",
);
pub(super) const NO_PARTY: Text = Text::new(
    "joining party not named",
    "liittyjää ei ole nimetty",
    "anslutande aktör inte angiven",
);
pub(super) const NO_SYSTEM: Text = Text::new(
    "system not named",
    "järjestelmää ei ole nimetty",
    "system inte angivet",
);
pub(super) const NO_ADMINISTRATOR: Text = Text::new(
    "administrator not named",
    "ylläpitäjää ei ole nimetty",
    "administratör inte angiven",
);
pub(super) const TLS_STAYS: Text = Text::new(
    "TLS passes unopened",
    "TLS kulkee avaamatta",
    "TLS passerar oöppnad",
);
pub(super) const TLS_ENDS: Text =
    Text::new("TLS ends here", "TLS päättyy tähän", "TLS avslutas här");
pub(super) const MORE_PLACES: Text = Text::new("more places", "muuta paikkaa", "ställen till");
pub(super) const HALL_NOT_KNOWN: Text =
    Text::new("hall not known", "sali ei tiedossa", "hallen inte känd");
pub(super) const CLAUSE: Text = Text::new("Clause", "Kohta", "Avsnitt");

/// What a box stands for.
pub(super) const fn kind(kind: ItemKind) -> Text {
    match kind {
        ItemKind::Party => Text::new("joining party", "liittyjä", "anslutande aktör"),
        ItemKind::Pharmacy => Text::new("pharmacy", "apteekki", "apotek"),
        ItemKind::Tenant => Text::new("tenant", "vuokralainen", "hyresgäst"),
        ItemKind::Other => Text::new("other party", "muu toimija", "annan aktör"),
        ItemKind::System => Text::new("system", "järjestelmä", "system"),
        ItemKind::AccessPoint => Text::new("access point", "liityntäpiste", "anslutningspunkt"),
        ItemKind::Link => Text::new("link", "yhteys", "teleförbindelse"),
        ItemKind::ConsolidationPoint => {
            Text::new("consolidation point", "kokoamispiste", "samlingspunkt")
        }
        ItemKind::Service => Text::new("service", "palvelu", "tjänst"),
    }
}

/// What a picture is.
pub(super) const fn of(of: PictureOf) -> Text {
    match of {
        PictureOf::Plan => Text::new("Connection plan", "Liityntäsuunnitelma", "Anslutningsplan"),
        PictureOf::Failure => {
            Text::new("Connection plan", "Liityntäsuunnitelma", "Anslutningsplan")
        }
        PictureOf::Rights => Text::new("User rights", "Käyttövaltuudet", "Rättigheter"),
    }
}

pub(super) const AS_OF: Text = Text::new("as of", "päivänä", "per");
pub(super) const EDITION: Text = Text::new("edition", "versio", "version");

/// A name that is the same in every language.
pub(super) fn same(name: &str) -> Words {
    Words::said(|_| name.to_owned())
}

/// Of a right that is on record and does not permit.
pub(super) const NO_PERMIT: Text = Text::new("does not permit", "ei salli", "tillåter inte");
