//! What the rows of clauses 5.4 and 5.5 ask of a link in the same way: whose it is, and how fast in both directions.

use kanta_conformance::{Evidence, Outcome, Path, Requirement, Text, Value};

use crate::plan::{Link, Role, Who};
use crate::requirements::known::Open;
use crate::requirements::{About, MUST, clause};

pub(super) const FASTER: Text = Text::new(
    "order a faster link, in both directions",
    "tilaa nopeampi yhteys molempiin suuntiin",
    "beställ en snabbare förbindelse i båda riktningarna",
);

const FIGURES: Text = Text::new(
    "the figures are examples of a minimum; each counts for itself, in both directions, and none for backups",
    "luvut ovat esimerkkejä vähimmäisvaatimuksesta; kukin koskee molempia suuntia eikä mikään varayhteyksiä",
    "siffrorna är exempel på ett minimum; var och en gäller båda riktningarna och ingen reservförbindelser",
);

pub(super) const FIGURE: Requirement = Requirement {
    citations: &[clause("5.5")],
    remedy: FASTER,
    reading: Some(FIGURES),
    evidence: Evidence::Computed,
    ..MUST
};

/// Whether the link starts at an access point that the joining party administers; the guide gives no figures for
/// intermediaries and consolidation points, and another party's links are not this plan's.
pub(super) fn is_own_access(about: &About<'_, &Link>) -> bool {
    about
        .plan
        .access_point(&about.item.from)
        .is_some_and(|point| about.plan.administrator(point).is_none_or(Who::is_own))
}

/// Whether a primary link has that speed in both directions.
pub(super) fn fast_enough(about: &About<'_, &Link>, figure: u64) -> Outcome {
    let link = about.item;
    let administrator = match about.plan.access_point(&link.from) {
        Some(point) => about.plan.administrator(point).map(Who::is_own),
        None => Some(false),
    };
    let mut open = Open::default();
    let role = open.input(link.role, Role::ALL, || about.path("role"));
    let own = open.flag(administrator, || {
        Path::new(&format!("access_point.{}", link.from), "administrator")
    });
    let enough = |speed: Option<u64>| match (speed, figure) {
        (_, 0) => Some(true),
        (speed, figure) => speed.map(|speed| speed >= figure),
    };
    let down = open.flag(enough(link.down_mbit), || about.path("down_mbit"));
    let up = open.flag(enough(link.up_mbit), || about.path("up_mbit"));
    open.decide(|choice| {
        if role.under(choice)? == Role::Backup || !own.under(choice)? {
            return Some(Outcome::NotApplicable);
        }
        if down.under(choice)? && up.under(choice)? {
            return Some(Outcome::Satisfied);
        }
        let found = match (link.down_mbit, link.up_mbit) {
            (Some(down), Some(up)) => Value::Speed { down, up },
            (Some(speed), None) | (None, Some(speed)) => Value::MbitPerSecond(speed),
            (None, None) => Value::MbitPerSecond(0),
        };
        Some(Outcome::violated(
            found,
            Value::MbitPerSecond(figure).at_least(),
        ))
    })
}
