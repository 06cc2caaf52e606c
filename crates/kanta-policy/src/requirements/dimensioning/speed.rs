//! What the rows of clauses 5.4 and 5.5 ask of a link in the same way: whose it is, and how fast in both directions.

use kanta_conformance::{Evidence, FieldPath, Mbit, Outcome, Requirement, Text, Value, text};

use crate::plan::{AccessPoint, Link, LinkRole, Who};
use crate::requirements::known::Open;
use crate::requirements::{About, clause};

pub(super) const FASTER: Text = text! {
    en: "order a faster link, in both directions",
    fi: "tilaa nopeampi yhteys molempiin suuntiin",
    sv: "beställ en snabbare teleförbindelse i båda riktningarna",
};

const FIGURES: Text = text! {
    en: "the guide calls its figures examples of a minimum; each counts for itself, and none for backups; reached in both directions it is met, in neither it is not, and in one or on a shared link it is left open",
    fi: "ohje kutsuu lukujaan esimerkeiksi vähimmäisvaatimuksesta; kukin on oma vaatimuksensa eikä mikään koske varayhteyksiä; molempiin suuntiin saavutettu luku täyttyy, kumpaankaan saavuttamaton ei, ja vain toiseen suuntaan saavutettu tai yhteistä yhteyttä koskeva jää avoimeksi",
    sv: "anvisningen kallar siffrorna exempel på ett minimum; var och en gäller för sig och ingen reservförbindelser; nås den i båda riktningarna är den uppfylld, i ingen är den det inte, och i en riktning eller på en delad teleförbindelse lämnas det öppet",
};

pub(super) const fn figure(id: &'static str) -> Requirement {
    Requirement::must(id)
        .with_citations(const { &[clause("5.5")] })
        .with_remedy(FASTER)
        .with_reading(FIGURES)
        .with_evidence(Evidence::Computed)
}

const DIRECTION: Text = text! {
    en: "in which direction the figure counts, the guide does not say",
    fi: "ohje ei sano, kumpaa suuntaa luku koskee",
    sv: "anvisningen säger inte vilken riktning siffran gäller",
};

const SHARED_LEG: Text = text! {
    en: "whether the figure holds for a link that several access points share, the guide does not say",
    fi: "ohje ei sano, koskeeko luku useamman liityntäpisteen yhteistä yhteyttä",
    sv: "anvisningen säger inte om siffran gäller en teleförbindelse som flera anslutningspunkter delar",
};

/// The access points whose traffic a link carries: the one where it starts, or those before its consolidation point.
pub(super) fn origins<'a>(about: &About<'a, &'a Link>) -> Vec<&'a AccessPoint> {
    let before = about.plan.points_before(&about.item.from);
    let points = about.plan.access_points.iter();
    points
        .filter(|point| before.contains(&point.id.as_str()))
        .collect()
}

/// Whether one of the access points is, or may be, one that the joining party administers; the guide gives no figures
/// for intermediaries, and another party's links are not this plan's.
pub(super) fn is_own_access(about: &About<'_, &Link>) -> bool {
    let its = |point: &&AccessPoint| about.plan.administrator(point).is_none_or(Who::is_own);
    origins(about).iter().any(its)
}

/// Whether a primary link has that speed. Both directions at or above it satisfy, both below violate.
pub(super) fn fast_enough(about: &About<'_, &Link>, figure: Mbit) -> Outcome {
    compared(about, figure, None)
}

/// The same for a figure of clause 5.5: whether one holds for a shared link, the guide does not say.
pub(super) fn reaches_figure(about: &About<'_, &Link>, figure: u64) -> Outcome {
    let shared = about.plan.consolidation_point(&about.item.from).is_some();
    compared(about, Mbit::whole(figure), shared.then_some(SHARED_LEG))
}

/// The speed beside a figure; `question` is asked where it is open whether the figure holds at all.
fn compared(about: &About<'_, &Link>, figure: Mbit, question: Option<Text>) -> Outcome {
    let link = about.item;
    let administrators: Vec<_> = origins(about)
        .into_iter()
        .map(|point| (point, about.plan.administrator(point).map(Who::is_own)))
        .collect();
    let is = |its: Option<bool>| move |(_, own): &&(_, Option<bool>)| *own == its;
    let unsaid = administrators.iter().find(is(None));
    let own = match (administrators.iter().any(|of| is(Some(true))(&of)), unsaid) {
        (true, _) => Some(true),
        (false, Some(_)) => None,
        (false, None) => Some(false),
    };
    let mut open = Open::default();
    let role = open.input(link.role, LinkRole::ALL, || about.path("role"));
    let own = open.flag(own, || {
        let point = unsaid.map_or("", |(point, _)| &point.id);
        FieldPath::named("access_point", point).field("administrator")
    });
    let enough = |speed: Option<Mbit>| match speed {
        _ if figure == Mbit::ZERO => Some(true),
        speed => speed.map(|speed| speed >= figure),
    };
    let down = open.flag(enough(link.down_mbit), || about.path("down_mbit"));
    let up = open.flag(enough(link.up_mbit), || about.path("up_mbit"));
    open.decide(|choice| {
        if role.under(choice)? == LinkRole::Backup || !own.under(choice)? {
            return Some(Outcome::NotApplicable);
        }
        match (down.under(choice)?, up.under(choice)?) {
            (true, true) => return Some(Outcome::Satisfied),
            (false, false) => {}
            _ => return Some(Outcome::silent(question.unwrap_or(DIRECTION))),
        }
        if let Some(question) = question {
            return Some(Outcome::silent(question));
        }
        let found = match (link.down_mbit, link.up_mbit) {
            (Some(down), Some(up)) => Value::Speed { down, up },
            (Some(speed), None) | (None, Some(speed)) => Value::MbitPerSecond(speed),
            (None, None) => Value::MbitPerSecond(Mbit::ZERO),
        };
        Some(Outcome::violated(
            found,
            Value::MbitPerSecond(figure).at_least(),
        ))
    })
}
