//! The organisation that the certificate is made out to.

use kanta_conformance::{Outcome, Row, Text, Value, text};

use super::SINCE_3_17;
use crate::content::Content;
use crate::held::{Held, SEVERAL};
use crate::name::{ORGANISATION, same_text};
use crate::profile::{Entry, Facts, Run, guide};
use crate::question::Asked;

pub(super) const OF_SOMEONE_ELSE: Entry = Entry {
    run: Run::HolderAsked,
    row: Row {
        requirement: &guide("connection-models/server-certificate-of-someone-else")
            .with_citations(SINCE_3_17)
            .with_statement(text! {
                en: "whoever administers the access point obtains the certificate",
                fi: "varmenteen hankkii liityntäpistettä hallinnoiva organisaatio",
                sv: "den som administrerar anslutningspunkten skaffar certifikatet",
            })
            .with_fault(text! {
                en: "the certificate is not made out to the administrator of the access point",
                fi: "varmenteen haltija ei ole liityntäpistettä hallinnoiva organisaatio",
                sv: "certifikatet är inte utfärdat till den som administrerar anslutningspunkten",
            })
            .with_remedy(text! {
                en: "order the certificate in the name of the administrator",
                fi: "tilaa varmenne hallinnoivan organisaation nimellä",
                sv: "beställ certifikatet i administratörens namn",
            })
            .with_purpose(text! {
                en: "so that the certificate names whoever answers for the access point",
                fi: "jotta varmenne nimeää sen, joka vastaa liityntäpisteestä",
                sv: "för att certifikatet ska ange den som svarar för anslutningspunkten",
            }),
        check: holder,
    },
};

/// The organisations that the subject names; forms of one name are one.
pub(super) fn organisations(content: &Content) -> Held<'_> {
    Held::of(&content.subject(), ORGANISATION, same_organisation)
}

fn holder(facts: &Facts<'_>) -> Outcome {
    let held = organisations(facts.content);
    let found = || held.found(Value::words);
    if !held.any(|_| true) {
        let required = match &facts.question.holder {
            Asked::Is(holder) => Value::words(holder.administrator),
            _ => Value::Term(AN_ORGANISATION),
        };
        return Outcome::violated(found(), required);
    }
    let holder = match &facts.question.holder {
        Asked::NotAsked => return Outcome::NotApplicable,
        Asked::Missing(path) => return Outcome::missing(path.clone()),
        Asked::Is(holder) => holder,
    };
    let is_administrator = |name: &str| same_organisation(name, holder.administrator);
    let is_other = |name: &str| holder.others.iter().any(|o| same_organisation(name, o));
    match held.sole() {
        Some(name) if is_administrator(name) => Outcome::Satisfied,
        _ if held.all(is_other) && !held.any(is_administrator) => {
            Outcome::violated(found(), Value::words(holder.administrator))
        }
        None if held.any(is_administrator) => Outcome::silent(SEVERAL),
        // Another name may be another form of the same one.
        _ => Outcome::silent(WHOSE_NAME),
    }
}

const AN_ORGANISATION: Text =
    text! { en: "an organisation", fi: "organisaatio", sv: "en organisation" };
const WHOSE_NAME: Text = text! {
    en: "whether the organisation that the certificate names is the administrator under another form of its name",
    fi: "onko varmenteen nimeämä organisaatio hallinnoija toisella nimen muodolla",
    sv: "om den organisation som certifikatet anger är administratören under en annan namnform",
};

/// Whether two names of an organisation are the same; DVV has written ä and ö as a and o.
fn same_organisation(a: &str, b: &str) -> bool {
    let plain = |text: &str| -> String {
        text.to_lowercase()
            .chars()
            .map(|c| match c {
                'ä' | 'å' => 'a',
                'ö' => 'o',
                c => c,
            })
            .collect()
    };
    same_text(a, b) || same_text(&plain(a), &plain(b))
}
