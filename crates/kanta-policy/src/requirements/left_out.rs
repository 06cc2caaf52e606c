//! What of the guide's checkable statements is no row, and why.

mod pages;

use kanta_conformance::{Text, text};

pub use pages::LEFT_OUT_OF_PAGES;

/// A statement of the guide that can be checked, and yet has no row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Its id in the catalogue of the guide's statements.
    pub statement: &'static str,
    /// Why it has no row.
    pub reason: Text,
}

const fn of(statement: &'static str, reason: Text) -> LeftOut {
    LeftOut { statement, reason }
}

const LEAVE: Text = text! {
    en: "leave to do something: nothing can break it",
    fi: "lupa tehdä jotain: sitä ei voi rikkoa",
    sv: "lov att göra något: inget kan bryta mot det",
};
const DEFINITION: Text = text! {
    en: "a definition: the rules that use it are rows",
    fi: "määritelmä: sitä käyttävät säännöt ovat rivejä",
    sv: "en definition: de regler som använder den är rader",
};
const NO_DUTY: Text = text! {
    en: "says that there is no duty",
    fi: "sanoo, ettei velvollisuutta ole",
    sv: "säger att det inte finns någon skyldighet",
};
const EXAMPLE: Text = text! {
    en: "an example: other clauses say what it asks for",
    fi: "esimerkki: sen vaatimukset ovat muissa luvuissa",
    sv: "ett exempel: det som krävs står i andra punkter",
};
const INFORMATIVE: Text = text! {
    en: "an observation, or what Kanta itself does",
    fi: "havainto tai Kannan oma toiminta",
    sv: "en iakttagelse, eller vad Kanta självt gör",
};
const JUDGEMENT: Text = text! {
    en: "advice that only judgement can weigh",
    fi: "neuvo, jota voi vain harkita",
    sv: "ett råd som bara kan bedömas",
};
const WORDING: Text = text! {
    en: "an edition that changed wording, figures or references; what its rules were is not told",
    fi: "versio, joka muutti sanamuotoja, kuvia tai viittauksia; sen sääntöjä ei kerrota",
    sv: "en version som ändrade ordalydelser, figurer eller hänvisningar; vilka regler den hade sägs inte",
};

/// The guide's checkable statements that are no row, each with its reason, in the order of the guide.
pub static LEFT_OUT: &[LeftOut] = &[
    of("KG-FM-a", INFORMATIVE),
    of("KG-1-f", LEAVE),
    of("KG-2.2-c", LEAVE),
    of("KG-2.2-f", INFORMATIVE),
    of("KG-2.2-h", INFORMATIVE),
    of("KG-2.3-b", NO_DUTY),
    of("KG-2.4-c", DEFINITION),
    of("KG-2.4-d", LEAVE),
    of("KG-2.4-g", DEFINITION),
    of("KG-3.1-a", DEFINITION),
    of("KG-3.1-b", LEAVE),
    of("KG-3.1.2-b", LEAVE),
    of("KG-3.1.2-e", LEAVE),
    of("KG-3.2-g", LEAVE),
    of(
        "KG-3.3-b",
        text! {
            en: "shows in the documents that are sent, not in a plan",
            fi: "näkyy lähetettävistä asiakirjoista, ei suunnitelmasta",
            sv: "framgår av de handlingar som skickas, inte av en plan",
        },
    ),
    of("KG-3.3-c", NO_DUTY),
    of("KG-3.3-d", LEAVE),
    of("KG-3.3-i", LEAVE),
    of("KG-4-b", LEAVE),
    of("KG-4.1.1-a", DEFINITION),
    of("KG-4.1.1-c", NO_DUTY),
    of("KG-4.2-c", INFORMATIVE),
    of("KG-4.2.1-e", EXAMPLE),
    of("KG-4.2.1-g", DEFINITION),
    of("KG-4.2.1-k", LEAVE),
    of("KG-4.2.2-c", EXAMPLE),
    of(
        "KG-5-c",
        text! {
            en: "which capacity, quality and level of service a party needs is its own to say; capacity against that need is a row",
            fi: "millaista kapasiteettia, laatua ja palvelutasoa liittyjä tarvitsee, on sen oma asia; kapasiteetti tarpeeseen nähden on rivi",
            sv: "vilken kapacitet, kvalitet och servicenivå en aktör behöver avgör den själv; kapacitet mot behovet är en rad",
        },
    ),
    of(
        "KG-5.1-c",
        text! {
            en: "rests on the contract with the operator",
            fi: "perustuu operaattorin kanssa tehtyyn sopimukseen",
            sv: "vilar på avtalet med operatören",
        },
    ),
    of(
        "KG-5.1-d",
        text! {
            en: "how a link is ordered; that it is private, redundant and reaches the halls are rows",
            fi: "yhteyden tilaaminen; yksityisyys, kahdennus ja salit ovat rivejä",
            sv: "hur en teleförbindelse beställs; att den är privat, dubblerad och når hallarna är rader",
        },
    ),
    of("KG-5.1-e", JUDGEMENT),
    of("KG-5.2-i", INFORMATIVE),
    of("KG-5.4-b", JUDGEMENT),
    of("KG-5.6-a", DEFINITION),
    of("KG-7-a", LEAVE),
    of("KG-7.1.1-a", EXAMPLE),
    of("KG-7.1.2-a", EXAMPLE),
    of("KG-7.2-a", LEAVE),
    of("KG-7.3-a", LEAVE),
    of("KG-7.5-a", EXAMPLE),
    of("KG-CL-2.6", WORDING),
    of(
        "KG-CL-2.8",
        text! {
            en: "port 443 for reception services: known for 24.6.2010 only, and a plan has no ports",
            fi: "portti 443 vastaanottopalveluille: tiedossa vain 24.6.2010, eikä suunnitelmassa ole portteja",
            sv: "port 443 för mottagningstjänster: känt endast för 24.6.2010, och en plan har inga portar",
        },
    ),
    of(
        "KG-CL-3.0",
        text! {
            en: "joint joining and address-book links began here; what they asked for then is not told",
            fi: "yhteisliittyminen ja osoitekirjakytkennät alkoivat tästä; niiden silloisia vaatimuksia ei kerrota",
            sv: "gemensam anslutning och adressbokskopplingar började här; vad som då krävdes sägs inte",
        },
    ),
    of("KG-CL-3.1", WORDING),
    of("KG-CL-3.2", WORDING),
    of("KG-CL-3.3", WORDING),
    of(
        "KG-CL-3.5",
        text! {
            en: "Kanta's written approval of open internet until 10.6.2019: since when is not told, and nobody would write it in a plan now",
            fi: "Kannan kirjallinen hyväksyntä avoimelle internetille 10.6.2019 asti: alkua ei kerrota, eikä kukaan kirjoittaisi sitä enää suunnitelmaan",
            sv: "Kantas skriftliga godkännande av öppet internet till 10.6.2019: sedan när sägs inte, och ingen skulle skriva det i en plan nu",
        },
    ),
    of("KG-CL-3.8", WORDING),
    of(
        "KG-CL-3.10",
        text! {
            en: "struck a limit of the connection model for social welfare; what the limit was is not told",
            fi: "poisti sosiaalihuollon liittymismallin rajoituksen; mikä rajoitus oli, ei kerrota",
            sv: "strök en begränsning av anslutningsmodellen för socialvården; vilken den var sägs inte",
        },
    ),
    of("KG-CL-3.13", WORDING),
    of("KG-CL-3.16", WORDING),
    of("KG-CL-3.18", WORDING),
];
