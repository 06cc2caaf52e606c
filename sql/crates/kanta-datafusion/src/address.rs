//! Addresses: whether they are public, and who speaks from them.

use std::net::IpAddr;
use std::sync::Arc;

use datafusion::arrow::array::{ArrayRef, BooleanArray};
use datafusion::error::Result;
use datafusion::logical_expr::Volatility;
use kanta_address_index::Reach;
use kanta_conformance::text;
use kanta_text::{Language, Text};

use crate::coded::Coded;
use crate::decide::{index, lists};
use crate::function::{Call, Definition, Gives, Kind};

pub(crate) static FUNCTIONS: [Definition; 5] = [
    Definition {
        name: "kanta_address_public",
        about: text! {
            en: "whether an address can be reached from the whole internet; NULL where no registry says",
            fi: "onko osoite tavoitettavissa koko internetistä; NULL, jos mikään rekisteri ei sitä kerro",
            sv: "om en adress kan nås från hela internet; NULL där inget register säger det",
        },
        parameters: &[("address", Kind::Text)],
        required: 1,
        gives: Gives::Truth,
        volatility: Volatility::Immutable,
        work: |call| {
            let public = Coded::of_text(call.argument(0)?, |text| match reach(text?)? {
                Reach::Global => Some(true),
                Reach::No(_) => Some(false),
                Reach::Unstated(_) => None,
            })?;
            public.booleans(call.rows)
        },
    },
    Definition {
        name: "kanta_address_fault",
        about: text! {
            en: "why an address is not public, or is none; NULL if it is public",
            fi: "miksi osoite ei ole julkinen tai ei ole osoite; NULL, jos se on julkinen",
            sv: "varför en adress inte är offentlig eller inte är en adress; NULL om den är offentlig",
        },
        parameters: &[("address", Kind::Text), ("lang", Kind::Text)],
        required: 1,
        gives: Gives::Text,
        volatility: Volatility::Immutable,
        work: |call| {
            let language = call.language(1)?;
            let told = Coded::of_text(call.argument(0)?, |text| fault(text?, language))?;
            told.texts(call.rows)
        },
    },
    Definition {
        name: "kanta_access_point_of",
        about: text! {
            en: "the access point that speaks from an address, by its narrowest range; NULL where none does, or several",
            fi: "liityntäpiste, joka liikennöi osoitteesta, kapeimman alueen mukaan; NULL, jos niitä ei ole tai on useita",
            sv: "anslutningspunkten som trafikerar från en adress, enligt det snävaste området; NULL där ingen eller flera gör det",
        },
        parameters: INDEX_AND_ADDRESS,
        required: 2,
        gives: Gives::Text,
        volatility: Volatility::Immutable,
        work: |call| {
            let told = points(call)?.map(|points| match points.as_deref()? {
                [only] => Some(only.clone()),
                _ => None,
            });
            told.texts(call.rows)
        },
    },
    Definition {
        name: "kanta_access_points_of",
        about: text! {
            en: "every access point that speaks from an address, by the narrowest range",
            fi: "kaikki liityntäpisteet, jotka liikennöivät osoitteesta, kapeimman alueen mukaan",
            sv: "alla anslutningspunkter som trafikerar från en adress, enligt det snävaste området",
        },
        parameters: INDEX_AND_ADDRESS,
        required: 2,
        gives: Gives::Texts,
        volatility: Volatility::Immutable,
        work: |call| {
            let points = points(call)?;
            points.spread(&lists(points.values()), call.rows)
        },
    },
    Definition {
        name: "kanta_address_on_record",
        about: text! {
            en: "whether the index has an address on record for an access point; NULL where it does not know the access point, or it is no address",
            fi: "onko osoite kirjattu hakemistoon liityntäpisteelle; NULL, jos hakemisto ei tunne liityntäpistettä tai se ei ole osoite",
            sv: "om en adress finns antecknad i indexet för en anslutningspunkt; NULL där indexet inte känner den eller det inte är en adress",
        },
        parameters: &[
            ("index", Kind::Text),
            ("access_point", Kind::Text),
            ("address", Kind::Text),
        ],
        required: 3,
        gives: Gives::Truth,
        volatility: Volatility::Immutable,
        work: on_record,
    },
];

const INDEX_AND_ADDRESS: &[(&str, Kind)] = &[("index", Kind::Text), ("address", Kind::Text)];

const NO_ADDRESS: Text = text! {
    en: "no address",
    fi: "ei osoite",
    sv: "ingen adress",
};

/// Of an address, or of every address of a range.
fn reach(text: &str) -> Option<Reach> {
    match text.parse() {
        Ok(address) => Some(Reach::of(address)),
        Err(_) => Some(Reach::of_range(text.parse().ok()?).0),
    }
}

fn fault(text: &str, language: Language) -> Option<String> {
    let why = match reach(text) {
        Some(Reach::Global) => return None,
        Some(Reach::No(why) | Reach::Unstated(why)) => why,
        None => NO_ADDRESS,
    };
    Some(why.get(language).to_owned())
}

/// The access points of each address; none where it is no address, or no index is named.
fn points(call: &Call<'_>) -> Result<Coded<Option<Vec<String>>>> {
    let index = index(call, 0)?;
    Coded::of_text(call.argument(1)?, |text| {
        let address: IpAddr = text?.parse().ok()?;
        let points = index.as_ref()?.access_points_at(address);
        Some(points.map(|point| point.oid.to_string()).collect())
    })
}

fn on_record(call: &Call<'_>) -> Result<ArrayRef> {
    let index = index(call, 0)?;
    let points = Coded::of_text(call.argument(1)?, |text| {
        index.as_ref()?.access_point_named(text?)
    })?;
    let addresses = Coded::of_text(call.argument(2)?, |text| text?.parse().ok())?;
    let answer = |row| {
        let point = points.get(row).copied().flatten()?;
        let address = addresses.get(row).copied().flatten()?;
        index.as_ref()?.speaks_from(point, address)
    };
    let answers: BooleanArray = (0..call.rows).map(answer).collect();
    Ok(Arc::new(answers))
}
