//! The standing questions, each a statement over the view `log` and the session's index.

use kanta_conformance::{Date, Language, text};
use kanta_text::Text;

/// A question, and the statement that answers it.
pub(crate) struct Question {
    /// The name of its file.
    pub(crate) name: &'static str,
    pub(crate) title: Text,
    pub(crate) about: Text,
    pub(crate) sql: String,
}

/// What every line of a log says, whatever else it says.
pub(crate) const COLUMNS: [&str; 5] = ["at", "source", "access_point", "party", "service"];
/// What it may say.
pub(crate) const OPTIONAL: [&str; 2] = ["tenant", "unit"];

const REQUEST: &str = "kanta_index(), party, access_point, service, at, tenant, unit";
const TIMES: &str = "count(*) AS lines, min(at) AS first, max(at) AS last";

/// Every question; what ends is asked of a day alone.
pub(crate) fn questions(ends: Option<(Date, u16)>, language: Language) -> Vec<Question> {
    let mut questions = vec![
        totals(),
        denied(),
        not_on_record(),
        malformed(language),
        unreadable(language),
    ];
    questions.extend(ends.map(|(day, days)| ending(day, days)));
    questions
}

fn totals() -> Question {
    Question {
        name: "totals",
        title: text! {
            en: "The log",
            fi: "Loki",
            sv: "Loggen",
        },
        about: text! {
            en: "how many requests the index permits on their day, how many it does not, and how many cannot be read",
            fi: "kuinka monta pyyntöä hakemisto sallii niiden päivänä, kuinka montaa ei, ja kuinka montaa ei voi lukea",
            sv: "hur många begäranden indexet tillåter på deras dag, hur många inte, och hur många som inte kan läsas",
        },
        sql: format!(
            "SELECT count(*) AS lines, \
             count(*) FILTER (WHERE permitted) AS permitted, \
             count(*) FILTER (WHERE NOT permitted) AS denied, \
             count(*) FILTER (WHERE permitted IS NULL) AS unreadable, \
             min(at) AS first, max(at) AS last \
             FROM (SELECT at, kanta_decide({REQUEST}) AS permitted FROM log)"
        ),
    }
}

fn denied() -> Question {
    Question {
        name: "denied",
        title: text! {
            en: "Requests that would not have been permitted on their day",
            fi: "Pyynnöt, joita ei olisi sallittu niiden päivänä",
            sv: "Begäranden som inte skulle ha tillåtits på sin dag",
        },
        about: text! {
            en: "with the requirements that were not met; `kanta_requirements()` tells what they ask for",
            fi: "sekä vaatimukset, jotka eivät täyttyneet; `kanta_requirements()` kertoo, mitä ne edellyttävät",
            sv: "med de krav som inte var uppfyllda; `kanta_requirements()` säger vad de kräver",
        },
        sql: format!(
            "SELECT party, access_point, service, missing, {TIMES} FROM \
             (SELECT party, access_point, service, at, \
             array_to_string(kanta_why({REQUEST}), ' ') AS missing \
             FROM log WHERE NOT kanta_decide({REQUEST})) \
             GROUP BY party, access_point, service, missing \
             ORDER BY lines DESC, party, access_point, service, missing"
        ),
    }
}

fn not_on_record() -> Question {
    let on_record = "kanta_address_on_record(kanta_index(), access_point, source)";
    Question {
        name: "not_on_record",
        title: text! {
            en: "Access points that spoke from addresses not on record for them",
            fi: "Liityntäpisteet, jotka liikennöivät osoitteista, joita niille ei ole kirjattu",
            sv: "Anslutningspunkter som trafikerade från adresser som inte är antecknade för dem",
        },
        about: text! {
            en: "and whose address it is, where it is on record for somebody else",
            fi: "ja kenen osoite se on, jos se on kirjattu jollekin toiselle",
            sv: "och vems adressen är, om den är antecknad för någon annan",
        },
        sql: format!(
            "SELECT access_point, source, whose, {TIMES} FROM \
             (SELECT access_point, source, at, kanta_access_point_of(kanta_index(), source) AS whose \
             FROM log WHERE NOT {on_record}) \
             GROUP BY access_point, source, whose \
             ORDER BY lines DESC, access_point, source"
        ),
    }
}

fn malformed(language: Language) -> Question {
    // Ids of the index stand for OIDs, too.
    let of = |field: &str, kind: &str, ids: &str| {
        format!(
            "SELECT '{field}' AS field, found, code, fault, {TIMES} FROM \
             (SELECT at, {field} AS found, kanta_{kind}_fault_code({field}) AS code, \
             kanta_{kind}_fault({field}, '{language}') AS fault \
             FROM log WHERE kanta_{kind}_fault_code({field}) IS NOT NULL) AS faulty \
             WHERE NOT EXISTS (SELECT 1 FROM {ids}(kanta_index()) AS known WHERE known.id = faulty.found) \
             GROUP BY found, code, fault"
        )
    };
    let fields = [
        of("access_point", "oid", "kanta_access_points"),
        of("party", "owner", "kanta_parties"),
        of("tenant", "owner", "kanta_parties"),
        of("unit", "owner", "kanta_parties"),
    ];
    let fields = fields.join(" UNION ALL ");
    Question {
        name: "malformed",
        title: text! {
            en: "Malformed identifiers",
            fi: "Virheelliset tunnukset",
            sv: "Felaktiga identifierare",
        },
        about: text! {
            en: "and what is wrong with them",
            fi: "ja mikä niissä on vikana",
            sv: "och vad som är fel med dem",
        },
        sql: format!("SELECT * FROM ({fields}) ORDER BY lines DESC, field, found"),
    }
}

fn unreadable(language: Language) -> Question {
    Question {
        name: "unreadable",
        title: text! {
            en: "Lines that cannot be read",
            fi: "Rivit, joita ei voi lukea",
            sv: "Rader som inte kan läsas",
        },
        about: text! {
            en: "they are neither permitted nor denied",
            fi: "niitä ei ole sallittu eikä evätty",
            sv: "de är varken tillåtna eller nekade",
        },
        sql: format!(
            "SELECT fault, {TIMES} FROM \
             (SELECT at, kanta_decide_fault({REQUEST}, '{language}') AS fault FROM log) \
             WHERE fault IS NOT NULL GROUP BY fault ORDER BY lines DESC, fault"
        ),
    }
}

fn ending(day: Date, days: u16) -> Question {
    Question {
        name: "ending",
        title: text! {
            en: "What ends soon",
            fi: "Mikä päättyy pian",
            sv: "Vad som snart upphör",
        },
        about: text! {
            en: "certificates, agreements, rights and the rest, each on its first day without it, and how many rights stop with it",
            fi: "varmenteet, sopimukset, käyttövaltuudet ja muut, kukin ensimmäisenä päivänä ilman sitä, ja kuinka monta käyttövaltuutta lakkaa sen mukana",
            sv: "certifikat, avtal, rättigheter och annat, vart och ett på första dagen utan det, och hur många rättigheter som upphör med det",
        },
        sql: format!(
            "SELECT ends, kind, what, rights FROM kanta_expiring(kanta_index(), '{day}', {days}) \
             ORDER BY ends, kind, what"
        ),
    }
}
