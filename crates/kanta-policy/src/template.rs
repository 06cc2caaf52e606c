//! Plans to start from: what their kind settles is written down, every fact stands there as a line to fill in.

mod block;
mod kinds;
mod layout;

use kanta_conformance::{Language, Text, text, words};

use crate::fields::{self, Field, Takes};
use block::Block;

/// A kind of plan to start from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Template {
    /// A private clinic with a system and an access point of its own.
    Clinic,
    /// A pharmacist with one pharmacy.
    Pharmacy,
    /// A public hospital that uses prescriptions, patient data and images.
    Hospital,
    /// A provider of social welfare.
    SocialWelfare,
    /// A Kanta intermediary with one customer.
    Intermediary,
    /// A clinic in whose premises a private provider works (joint joining).
    TenantHost,
    /// A private producer of social welfare in an organiser's system (parallel joining).
    Parallel,
}

words! { Template, "template",
    Clinic => "clinic",
    Pharmacy => "pharmacy",
    Hospital => "hospital",
    SocialWelfare => "social-welfare",
    Intermediary => "intermediary",
    TenantHost => "tenant-host",
    Parallel => "parallel",
}

impl Template {
    /// What the plan is of, in words.
    #[must_use]
    pub const fn name(self) -> Text {
        match self {
            Self::Clinic => text! {
                en: "a private clinic with its own system and access point",
                fi: "yksityinen klinikka, jolla on oma järjestelmä ja oma liityntäpiste",
                sv: "en privat klinik med eget system och egen anslutningspunkt",
            },
            Self::Pharmacy => text! {
                en: "a pharmacist with one pharmacy and its own access point",
                fi: "apteekkari, jolla on yksi apteekki ja sillä oma liityntäpiste",
                sv: "en apotekare med ett apotek som har en egen anslutningspunkt",
            },
            Self::Hospital => text! {
                en: "a public hospital that uses prescriptions, patient data and images",
                fi: "julkinen sairaala, joka käyttää reseptejä, potilastietoja ja kuvia",
                sv: "ett offentligt sjukhus som använder recept, patientdata och bilder",
            },
            Self::SocialWelfare => text! {
                en: "a provider of social welfare with its own access point",
                fi: "sosiaalihuollon palvelunantaja, jolla on oma liityntäpiste",
                sv: "en tjänstetillhandahållare inom socialvården med egen anslutningspunkt",
            },
            Self::Intermediary => text! {
                en: "a Kanta intermediary with one customer",
                fi: "Kanta-välittäjä, jolla on yksi asiakas",
                sv: "en Kanta-förmedlare med en kund",
            },
            Self::TenantHost => text! {
                en: "a clinic in whose premises a private provider works (joint joining)",
                fi: "klinikka, jonka tiloissa toimii yksityinen palvelunantaja (yhteisliittyminen)",
                sv: "en klinik i vars lokaler en privat tjänstetillhandahållare verkar (gemensam anslutning)",
            },
            Self::Parallel => text! {
                en: "a private producer of social welfare in an organiser's system (parallel joining)",
                fi: "yksityinen sosiaalihuollon palveluntuottaja järjestäjän järjestelmässä (rinnakkaisliittyminen)",
                sv: "en privat tjänsteproducent inom socialvården i anordnarens system (parallell anslutning)",
            },
        }
    }

    /// A plan of that kind in TOML, with comments in that language.
    ///
    /// What the kind settles, ids and ends of links among it, is written down. Every other field stands there as a line
    /// that begins with `#` and its key, behind what the field means and with an example. Reading the plan and holding
    /// it against the guide therefore leaves it undetermined, and asks for what is left.
    #[must_use]
    pub fn plan(self, language: Language) -> String {
        let mut page = layout::Page::new(self, language);
        let mut explained: Vec<&str> = Vec::new();
        for block in kinds::blocks(self) {
            let (title, field) = heading(block).unzip();
            let is_first = !explained.contains(&block.table);
            explained.push(block.table);
            let about = field.filter(|_| is_first);
            page.heading(
                title.as_deref().unwrap_or_default(),
                about,
                block.is_offered,
            );
            let inner = field.map_or(fields::all(), Field::inner);
            for field in inner.iter().filter(|field| block.has(field)) {
                page.field(field, block, is_first);
            }
        }
        page.finish()
    }
}

/// The heading of a block and the field that it is; none at the top of the plan.
fn heading(block: &Block) -> Option<(String, &'static Field)> {
    let mut inner = fields::all();
    let mut found = None;
    for key in block.table.split('.') {
        let field = inner.iter().find(|field| field.key() == key)?;
        inner = field.inner();
        found = Some(field);
    }
    let field = found?;
    Some(match field.takes() {
        Takes::List(_) => (format!("[[{}]]", block.table), field),
        _ => (format!("[{}]", block.table), field),
    })
}
