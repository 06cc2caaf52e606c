//! How often another index decides otherwise, in words.

use kanta_admission::ShadowCounts;
use kanta_conformance::{Language, Text, text};

const SHADOW: Text = text! { en: "shadow", fi: "varjo", sv: "skugga" };
const COMPARED: Text = text! { en: "compared", fi: "verrattu", sv: "jämförda" };
const WOULD_PERMIT: Text = text! {
    en: "denied, which the other index would permit",
    fi: "kielletty, jotka toinen aineisto sallisi",
    sv: "nekade som det andra indexet skulle tillåta",
};
const WOULD_DENY: Text = text! {
    en: "permitted, which the other index would deny",
    fi: "sallittu, jotka toinen aineisto kieltäisi",
    sv: "tillåtna som det andra indexet skulle neka",
};

/// How often the other index decided otherwise.
pub(super) fn compared(counts: ShadowCounts, language: Language) -> String {
    format!(
        "{}: {} {}, {} {}, {} {}",
        SHADOW.get(language),
        counts.compared,
        COMPARED.get(language),
        counts.would_permit,
        WOULD_PERMIT.get(language),
        counts.would_deny,
        WOULD_DENY.get(language),
    )
}
