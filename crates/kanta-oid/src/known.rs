//! Nodes that public sources name.

use core::fmt;
use kanta_text::{Language, text};

use crate::language::{Tell, tell_in_three_languages};
use crate::{Kind, Oid};

/// A node that a public source names: the OID itself, or the narrowest one above it.
///
/// The list is short on purpose: what no public source names is not in it.
///
/// ```
/// use kanta_oid::{KnownNode, Oid};
///
/// let oid = Oid::parse("1.2.246.537.6.202.2008.1")?;
/// let known = KnownNode::of(&oid).unwrap();
/// assert_eq!(known.node(), "1.2.246.537.6.202.2008");
/// assert_eq!(known.to_string(), "code set of the SOTE organisation register (THL)");
/// # Ok::<(), kanta_oid::ParseError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct KnownNode<'a> {
    node: &'a str,
    entry: &'static Entry,
}

#[derive(Debug, PartialEq, Eq, Hash)]
struct Entry {
    /// The whole OID of a node, or the number of a node class under an organisation or its unit.
    node: &'static str,
    name: [&'static str; 3],
    source: &'static str,
}

const GUIDE: &str = "Kela, Technical connection models 3.18, 3.1.3";
const OID_GUIDE: &str = "national OID guide of the social and health care, 2007, contents";
const FHIR: &str = "fhir-fi/finnish-base-profiles";
const KELA: &str = "Kela, OidGenerator of the open-source CDA library";
const JHS_159: &str = "JHS 159, appendix 1";

const fn entry(node: &'static str, name: [&'static str; 3], source: &'static str) -> Entry {
    Entry { node, name, source }
}

/// Nodes with an OID of their own.
#[rustfmt::skip]
static NODES: [Entry; 19] = [
    entry("1.2.246.10", ["organisations by business ID", "organisaatiot Y-tunnuksen mukaan", "organisationer enligt FO-nummer"], JHS_159),
    entry("1.2.246.21", ["personal identity codes", "henkilötunnukset", "personbeteckningar"], FHIR),
    entry("1.2.246.537", ["social and health care (THL)", "sosiaali- ja terveydenhuolto (THL)", "social- och hälsovården (THL)"], FHIR),
    entry("1.2.246.537.5", ["code sets of the social and health care, older numbering", "sosiaali- ja terveydenhuollon koodistot, vanhempi numerointi", "social- och hälsovårdens kodverk, äldre numrering"], OID_GUIDE),
    entry("1.2.246.537.5.40150", ["code set of registers", "rekisteritunnusten koodisto", "kodverk för registerkoder"], FHIR),
    entry("1.2.246.537.5.40172", ["code set of the kinds of controller: public or private", "rekisterinpitäjän lajin koodisto: julkinen tai yksityinen", "kodverk för slag av personuppgiftsansvarig: offentlig eller privat"], FHIR),
    entry("1.2.246.537.6", ["code sets of the social and health care", "sosiaali- ja terveydenhuollon koodistot", "social- och hälsovårdens kodverk"], OID_GUIDE),
    entry("1.2.246.537.6.202", ["code set of the SOTE organisation register (THL)", "SOTE-organisaatiorekisterin koodisto (THL)", "kodverket för organisationsregistret för social- och hälsovården (THL)"], FHIR),
    entry("1.2.246.537.6.202.2008", ["code set of the SOTE organisation register (THL)", "SOTE-organisaatiorekisterin koodisto (THL)", "kodverket för organisationsregistret för social- och hälsovården (THL)"], FHIR),
    entry("1.2.246.537.6.203", ["code set of the self-employed practitioners", "itsenäisten ammatinharjoittajien koodisto", "kodverket för självständiga yrkesutövare"], FHIR),
    entry("1.2.246.537.6.40174", ["code set of the controllers of registers", "Rekisterinpitäjärekisterin koodisto", "kodverket för personuppgiftsansvariga"], FHIR),
    entry("1.2.246.537.6.918", ["register of Kanta intermediaries (THL)", "Kanta-välittäjien rekisteri (THL)", "registret över Kanta-förmedlare (THL)"], GUIDE),
    entry("1.2.246.537.10", ["organisations by business ID, the other root", "organisaatiot Y-tunnuksen mukaan, toinen juuri", "organisationer enligt FO-nummer, den andra roten"], GUIDE),
    entry("1.2.246.537.25", ["physicians' identification numbers (SV)", "lääkäreiden SV-numerot", "läkarnas SV-nummer"], KELA),
    entry("1.2.246.537.26", ["registration numbers of professionals (Terhikki)", "ammattihenkilöiden rekisteröintinumerot (Terhikki)", "yrkesutbildade personers registreringsnummer (Terhikki)"], FHIR),
    entry("1.2.246.537.28", ["self-employed practitioners in Valvira's register", "itsenäiset ammatinharjoittajat Valviran rekisterissä", "självständiga yrkesutövare i Valviras register"], GUIDE),
    entry("1.2.246.553.1", ["pharmacies in Fimea's register", "apteekit Fimean apteekkirekisterissä", "apoteken i Fimeas apoteksregister"], GUIDE),
    entry("1.2.246.562", ["education (Finnish National Agency for Education)", "opetushallinto (Opetushallitus)", "undervisningsförvaltningen (Utbildningsstyrelsen)"], "Opetushallitus, OID constants of its open-source services"),
    entry("2.5.4", ["attributes of the X.500 directory", "X.500-hakemiston attribuutit", "attribut i X.500-katalogen"], "ITU-T X.520"),
];

/// Node classes under an organisation or one of its units.
#[rustfmt::skip]
static CLASSES: [Entry; 14] = [
    entry("5", ["code set of an organisation", "organisaation koodisto", "en organisations kodverk"], OID_GUIDE),
    entry("6", ["code set of an organisation", "organisaation koodisto", "en organisations kodverk"], OID_GUIDE),
    entry("11", ["document", "asiakirja", "dokument"], OID_GUIDE),
    entry("12", ["software", "ohjelmisto", "programvara"], OID_GUIDE),
    entry("14", ["service event or care entity", "palvelutapahtuma tai hoitokokonaisuus", "servicehändelse eller vårdhelhet"], OID_GUIDE),
    entry("15", ["place in a queue for care", "hoitojono", "vårdkö"], OID_GUIDE),
    entry("16", ["payment commitment", "maksusitoumus", "betalningsförbindelse"], OID_GUIDE),
    entry("18", ["party of message traffic", "sanomaliikenteen osapuoli", "part i meddelandetrafiken"], OID_GUIDE),
    entry("19", ["controller of a register", "rekisterinpitäjä", "personuppgiftsansvarig"], "national OID guide, 2007, contents; fhir-fi/finnish-base-profiles"),
    entry("22", ["temporary identifier of a person", "henkilön väliaikainen yksilöintitunnus", "tillfällig personidentifikation"], FHIR),
    entry("91", ["electronic patient document", "sähköinen potilasasiakirja", "elektronisk journalhandling"], OID_GUIDE),
    entry("92", ["electronic patient document", "sähköinen potilasasiakirja", "elektronisk journalhandling"], OID_GUIDE),
    entry("93", ["electronic patient document or prescription", "sähköinen potilasasiakirja tai lääkemääräys", "elektronisk journalhandling eller recept"], KELA),
    entry("94", ["electronic patient document", "sähköinen potilasasiakirja", "elektronisk journalhandling"], OID_GUIDE),
];

impl<'a> KnownNode<'a> {
    /// What is known of an OID. The time is linear in its length.
    #[must_use]
    pub fn of(oid: &Oid<'a>) -> Option<Self> {
        let text = oid.as_str();
        Self::class(text).or_else(|| Self::named(text))
    }

    /// The narrowest named node in whose tree the OID lies.
    fn named(text: &'a str) -> Option<Self> {
        let found = NODES.iter().filter(|entry| lies_in(text, entry.node));
        let entry = found.max_by_key(|entry| entry.node.len())?;
        let node = text.get(..entry.node.len())?;
        Some(Self { node, entry })
    }

    /// The node class under an organisation or its unit.
    fn class(text: &'a str) -> Option<Self> {
        let roots = ["1.2.246.10.", "1.2.246.537.10."];
        let tail = roots.iter().find_map(|root| text.strip_prefix(root))?;
        let mut end = text.len().saturating_sub(tail.len());
        let mut arcs = tail.split('.');
        let mut next = || {
            let arc = arcs.next()?;
            let start = end;
            end = start.saturating_add(arc.len()).saturating_add(1);
            Some((arc, start.saturating_add(arc.len())))
        };
        next()?;
        let mut found = next()?;
        if found.0 == "10" {
            next()?;
            found = next()?;
        }
        let (class, end) = found;
        let entry = CLASSES.iter().find(|entry| entry.node == class)?;
        let node = text.get(..end)?;
        Some(Self { node, entry })
    }

    /// The OID of the named node.
    #[must_use]
    pub const fn node(&self) -> &'a str {
        self.node
    }

    /// The public source that names it.
    #[must_use]
    pub const fn source(&self) -> &'static str {
        self.entry.source
    }
}

/// Whether an OID is a node or lies in its tree.
fn lies_in(text: &str, node: &str) -> bool {
    text.strip_prefix(node)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

impl Kind {
    /// The kind of what lies in none of the five registers.
    pub(crate) fn elsewhere(text: &str) -> Self {
        let is_code = ["1.2.246.537.5", "1.2.246.537.6"].iter().any(|sets| {
            let deeper = text.strip_prefix(sets);
            deeper.is_some_and(|rest| rest.starts_with('.'))
        });
        if is_code {
            Self::CodeSet
        } else {
            Self::Foreign
        }
    }
}

impl Tell for KnownNode<'_> {
    fn tell(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [en, fi, sv] = self.entry.name;
        f.write_str(text! { en: en, fi: fi, sv: sv }.get(language))
    }
}

tell_in_three_languages!(KnownNode<'_>);
