//! Whether an access point is a pharmacy's own.

use kanta_conformance::{FieldPath, Outcome, Value, text};

use crate::case::RightCase;
use crate::day::validity;
use crate::store::{Actor, Holds};
use crate::{Covers, Period};

pub(super) fn access_point(case: RightCase<'_>) -> Outcome {
    let Some(Actor::Pharmacy(pharmacy)) = case.actor() else {
        return Outcome::NotApplicable;
    };
    let administrator = case.administrator;
    if administrator == Some(case.subject) {
        return Outcome::Satisfied;
    }
    let intermediary = administrator.is_some_and(|id| case.store.is_intermediary(id));
    if intermediary {
        match others(case) {
            Holds::Yes => {}
            Holds::Unknown => {
                let point = case.store.point(case.point).map_or("", |p| p.id.as_str());
                return Outcome::missing(FieldPath::named("right", point).field("from"));
            }
            Holds::No => {
                return Outcome::ambiguous(text! {
                    en: "is an access point that an intermediary administers for one pharmacy alone its own",
                    fi: "onko välittäjän yhdelle apteekille hallinnoima liityntäpiste apteekin oma",
                    sv: "är en anslutningspunkt som en förmedlare administrerar för ett enda apotek dess egen",
                });
            }
        }
    }
    Outcome::violated(
        Value::About(
            text! { en: "administered by", fi: "hallinnoija", sv: "administreras av" },
            Box::new(Value::words(
                administrator
                    .and_then(|id| case.store.actor(id))
                    .map_or("", Actor::id),
            )),
        ),
        Value::About(
            text! { en: "its own", fi: "oma", sv: "egen" },
            Box::new(Value::words(&pharmacy.id)),
        ),
    )
}

/// Whether somebody else's rights run through the access point on the day.
fn others(case: RightCase<'_>) -> Holds {
    let covers = |time: Period| match time.covers(case.day) {
        Covers::Yes => Holds::Yes,
        Covers::Unknown => Holds::Unknown,
        Covers::NotYet | Covers::Over => Holds::No,
    };
    let own = if case.held && covers(case.validity) == Holds::Yes {
        Holds::Yes
    } else {
        let own = case.store.rights_of(case.subject);
        let own = own.filter_map(|right| case.store.rights.get(right));
        own.filter(|column| column.point == case.point)
            .map(|column| covers(validity((column.from, column.until))))
            .max()
            .unwrap_or(Holds::No)
    };
    case.store.sharing.others(case.point, own, case.day)
}
