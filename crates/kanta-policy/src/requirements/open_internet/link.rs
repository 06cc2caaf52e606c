//! What the rows of clause 5.1 ask of a link in the same way: what it carries, over which network, in which role.

use kanta_address_index::PartyKind;
use kanta_conformance::{FieldPath, Outcome, Text, text};

use crate::plan::{ConnectionPlan, Link, LinkRole, Network, Use};
use crate::requirements::About;
use crate::requirements::known::{Input, Open};

pub(super) const TUNNEL: Text = text! {
    en: "whether an encrypted tunnel over the open internet counts as a private network, the guide does not say",
    fi: "ohje ei sano, onko salattu tunneli avoimen internetin yli yksityinen verkko",
    sv: "anvisningen säger inte om en krypterad tunnel över öppet internet räknas som privat nät",
};

pub(super) type LinkView<'a> = About<'a, &'a Link>;

/// The uses whose traffic a link carries: those of the access points from which it can be reached, over however many
/// consolidation points.
pub(super) fn carried<'a>(plan: &'a ConnectionPlan, link: &'a Link) -> Vec<&'a Use> {
    let mut points = plan.points_before(&link.from);
    if let Some((_, before)) = points.split_first_mut() {
        before.sort_unstable();
    }
    points
        .into_iter()
        .flat_map(|point| plan.uses_through(point))
        .collect()
}

/// What holds of the open internet, told of the network that the link has: a private network satisfies, and a
/// tunnel may be read as either.
pub(super) fn over(network: Network, open_internet: impl Fn() -> Outcome) -> Outcome {
    match network {
        Network::Private => Outcome::Satisfied,
        Network::OpenInternet => open_internet(),
        Network::Tunnel => match open_internet() {
            Outcome::Satisfied => Outcome::Satisfied,
            _ => Outcome::ambiguous(TUNNEL),
        },
    }
}

pub(super) fn network(about: &LinkView<'_>, open: &mut Open) -> Input<Network> {
    open.input(about.item.network, Network::ALL, || about.path("network"))
}

pub(super) fn role(about: &LinkView<'_>, open: &mut Open) -> Input<LinkRole> {
    open.input(about.item.role, LinkRole::ALL, || about.path("role"))
}

pub(super) fn party_kind(about: &LinkView<'_>, open: &mut Open) -> Input<PartyKind> {
    let kind = about.plan.party.as_ref().and_then(|party| party.kind);
    open.input(kind, PartyKind::ALL, || {
        FieldPath::table("party").field("kind")
    })
}
