//! The rows, one file for each chapter of the guide, in its order; and what they speak about.

mod access_point;
mod actors;
mod arrangements;
mod basic_concepts;
mod certificates;
mod connection_models;
mod data_communication;
mod dimensioning;
pub(crate) mod facts;
mod history;
mod intermediaries;
mod introduction;
mod known;
mod left_out;
mod open_internet;
mod pharmacies;
mod signature_certificate;
mod technical_joining;
mod trust;

use kanta_conformance::{
    Certainty, Citation, Date, Days, Evidence, Finding, InForce, JudgedOn, Level, Outcome, Path,
    Requirement, Row, Subject, Text, Version,
};

pub use left_out::{LEFT_OUT, LeftOut};

use crate::plan::{
    AccessPoint, Address, ConnectionPlan, ConsolidationPoint, Intermediary, Link, Organiser,
    OtherParty, Party, Pharmacy, PlanCertificate, System, Tenant, Use, Volume,
};

/// Something a row speaks about, with the plan around it.
#[derive(Clone, Copy)]
pub(crate) struct About<'a, T> {
    pub(crate) plan: &'a ConnectionPlan,
    pub(crate) on: Date,
    pub(crate) item: T,
    /// Its path, for example `link.mpls-b`.
    pub(crate) at: &'a str,
}

impl<T> About<'_, T> {
    /// A field of it.
    pub(crate) fn path(&self, field: &'static str) -> Path {
        Path::new(self.at, field)
    }

    /// Not known, because this field of it has to be filled in.
    pub(crate) fn missing(&self, field: &'static str) -> Outcome {
        Outcome::missing(self.path(field))
    }
}

macro_rules! subjects {
    ($a:lifetime; $($(#[$doc:meta])* $name:ident: $item:ty;)+) => {
        $($(#[$doc])*
        pub(crate) struct $name;

        impl Subject for $name {
            type View<$a> = About<$a, $item>;
        })+
    };
}

subjects! {
    'a;
    /// The plan as a whole.
    OfPlan: ();
    /// The joining party; the rows look it up, as it may be missing.
    OfParty: ();
    /// Its volume of traffic.
    OfVolume: &'a Volume;
    /// An intermediary.
    OfIntermediary: &'a Intermediary;
    /// Another joining party.
    OfOtherParty: &'a OtherParty;
    /// An intermediary of the plan, or the joining party, which may be one itself.
    OfAnyIntermediary: AnyIntermediary<'a>;
    /// Somebody with whom the joining party may share an access point.
    OfCounterpart: Counterpart<'a>;
    /// An organiser.
    OfOrganiser: &'a Organiser;
    /// A tenant.
    OfTenant: &'a Tenant;
    /// A pharmacy.
    OfPharmacy: &'a Pharmacy;
    /// An information system.
    OfSystem: &'a System;
    /// An access point.
    OfAccessPoint: &'a AccessPoint;
    /// An address of an access point; none where the plan does not say which addresses it has.
    OfAddress: (&'a AccessPoint, Option<&'a Address>);
    /// The use of a service.
    OfUse: &'a Use;
    /// A link.
    OfLink: &'a Link;
    /// Two links that start at one point; the subject is the second.
    OfLinkPair: (&'a Link, &'a Link);
    /// An access point or a consolidation point.
    OfPoint: Point<'a>;
    /// A certificate.
    OfCertificate: &'a PlanCertificate;
    /// A consolidation point.
    OfConsolidationPoint: &'a ConsolidationPoint;
}

/// Whoever may be an intermediary.
#[derive(Clone, Copy)]
pub(crate) enum AnyIntermediary<'a> {
    Named(&'a Intermediary),
    Party(&'a Party),
}

/// Whoever may share an access point with the joining party.
#[derive(Clone, Copy)]
pub(crate) enum Counterpart<'a> {
    Intermediary(&'a Intermediary),
    OtherParty(&'a OtherParty),
}

/// Where links start.
#[derive(Clone, Copy)]
pub(crate) enum Point<'a> {
    Access(&'a AccessPoint),
    Consolidation(&'a ConsolidationPoint),
}

impl<'a> Point<'a> {
    pub(crate) fn id(self) -> &'a str {
        match self {
            Self::Access(point) => &point.id,
            Self::Consolidation(point) => &point.id,
        }
    }

    /// Whether the joining party (or a pharmacy of the joining pharmacist) administers it: only then is a list
    /// without entries known to be empty.
    pub(crate) fn is_own(self, plan: &ConnectionPlan) -> bool {
        match self {
            Self::Access(point) => plan.administrator(point).is_some_and(|who| who.is_own()),
            Self::Consolidation(point) => point
                .administrator
                .as_deref()
                .and_then(|id| plan.who(id))
                .is_some_and(|who| who.is_own()),
        }
    }
}

/// The rows of one chapter, by what they speak about.
pub(crate) struct Chapter {
    pub(crate) plan: &'static [Row<OfPlan>],
    pub(crate) party: &'static [Row<OfParty>],
    pub(crate) intermediaries: &'static [Row<OfIntermediary>],
    pub(crate) other_parties: &'static [Row<OfOtherParty>],
    pub(crate) any_intermediaries: &'static [Row<OfAnyIntermediary>],
    pub(crate) counterparts: &'static [Row<OfCounterpart>],
    pub(crate) organisers: &'static [Row<OfOrganiser>],
    pub(crate) tenants: &'static [Row<OfTenant>],
    pub(crate) pharmacies: &'static [Row<OfPharmacy>],
    pub(crate) systems: &'static [Row<OfSystem>],
    pub(crate) uses: &'static [Row<OfUse>],
    pub(crate) access_points: &'static [Row<OfAccessPoint>],
    pub(crate) addresses: &'static [Row<OfAddress>],
    pub(crate) consolidation_points: &'static [Row<OfConsolidationPoint>],
    pub(crate) points: &'static [Row<OfPoint>],
    pub(crate) links: &'static [Row<OfLink>],
    pub(crate) link_pairs: &'static [Row<OfLinkPair>],
    pub(crate) volume: &'static [Row<OfVolume>],
}

impl Chapter {
    pub(crate) const EMPTY: Self = Self {
        plan: &[],
        party: &[],
        intermediaries: &[],
        other_parties: &[],
        any_intermediaries: &[],
        counterparts: &[],
        organisers: &[],
        tenants: &[],
        pharmacies: &[],
        systems: &[],
        uses: &[],
        access_points: &[],
        addresses: &[],
        consolidation_points: &[],
        points: &[],
        links: &[],
        link_pairs: &[],
        volume: &[],
    };

    fn requirements(&self) -> impl Iterator<Item = &'static Requirement> {
        fn of<S: Subject>(rows: &'static [Row<S>]) -> impl Iterator<Item = &'static Requirement> {
            rows.iter().map(|row| &row.requirement)
        }
        of(self.plan)
            .chain(of(self.party))
            .chain(of(self.intermediaries))
            .chain(of(self.other_parties))
            .chain(of(self.any_intermediaries))
            .chain(of(self.counterparts))
            .chain(of(self.organisers))
            .chain(of(self.tenants))
            .chain(of(self.pharmacies))
            .chain(of(self.systems))
            .chain(of(self.uses))
            .chain(of(self.access_points))
            .chain(of(self.addresses))
            .chain(of(self.consolidation_points))
            .chain(of(self.points))
            .chain(of(self.links))
            .chain(of(self.link_pairs))
            .chain(of(self.volume))
    }
}

/// The chapters, in the order of the guide.
static CHAPTERS: &[&Chapter] = &[
    &introduction::CHAPTER,
    &actors::CHAPTER,
    &intermediaries::CHAPTER,
    &access_point::CHAPTER,
    &basic_concepts::CHAPTER,
    &signature_certificate::CHAPTER,
    &connection_models::CHAPTER,
    &technical_joining::CHAPTER,
    &pharmacies::CHAPTER,
    &arrangements::CHAPTER,
    &open_internet::CHAPTER,
    &data_communication::CHAPTER,
    &dimensioning::CHAPTER,
    &history::CHAPTER,
];

/// Every requirement that a plan is held against: those of this crate, then those of the certificate profiles.
pub fn all() -> impl Iterator<Item = &'static Requirement> {
    CHAPTERS
        .iter()
        .flat_map(|chapter| chapter.requirements())
        .chain(certificates::requirements())
}

/// The requirement with that id: one that a plan is held against, or one of the checklist before going live.
#[must_use]
pub fn find(id: &str) -> Option<&'static Requirement> {
    all()
        .chain(crate::readiness::requirements())
        .find(|requirement| requirement.id == id)
}

/// Edition 3.17, to which the body of 3.18 is attested back.
pub(crate) const V3_17: Version = Version::new(3, 17);

/// A binding requirement of the guide's present body, computed from the plan; what a row changes, it names.
pub(crate) const MUST: Requirement = Requirement {
    id: "",
    citations: &[],
    statement: Text::new("", "", ""),
    fault: Text::new("", "", ""),
    remedy: Text::new("", "", ""),
    reading: None,
    purpose: None,
    example: None,
    level: Level::Must,
    certainty: Certainty::Documented,
    evidence: Evidence::Stated,
    in_force: InForce::SINCE_3_17_AT_LEAST,
    judged_on: JudgedOn::DayAsked,
    fields: &[],
};

/// A recommendation of the guide's present body.
pub(crate) const SHOULD: Requirement = Requirement {
    level: Level::Should,
    ..MUST
};

/// A clause of the present body.
pub(crate) const fn clause(clause: &'static str) -> Citation {
    Citation::guide(clause, V3_17)
}

/// Holds a plan against every row, as of a day.
///
/// `subjects` are those of the plan, worked out once however many days are asked about; `expected` is about how many
/// findings there will be.
pub(crate) fn findings<'a>(
    plan: &'a ConnectionPlan,
    subjects: &'a Subjects<'a>,
    on: Date,
    expected: usize,
) -> Vec<Finding> {
    let mut run = Run {
        plan,
        on,
        findings: Vec::with_capacity(expected),
    };
    for chapter in CHAPTERS {
        run.rows(chapter.plan, [("", ())]);
        run.rows(chapter.party, [("party", ())]);
        run.rows(
            chapter.intermediaries,
            pairs(&subjects.intermediaries, &plan.intermediaries),
        );
        run.rows(
            chapter.other_parties,
            pairs(&subjects.other_parties, &plan.other_parties),
        );
        let named = pairs(&subjects.intermediaries, &plan.intermediaries)
            .map(|(at, item)| (at, AnyIntermediary::Named(item)));
        let party = plan
            .party
            .iter()
            .map(|party| ("party", AnyIntermediary::Party(party)));
        run.rows(chapter.any_intermediaries, named.chain(party));
        let intermediaries = pairs(&subjects.intermediaries, &plan.intermediaries)
            .map(|(at, item)| (at, Counterpart::Intermediary(item)));
        let other_parties = pairs(&subjects.other_parties, &plan.other_parties)
            .map(|(at, item)| (at, Counterpart::OtherParty(item)));
        run.rows(chapter.counterparts, intermediaries.chain(other_parties));
        run.rows(
            chapter.organisers,
            pairs(&subjects.organisers, &plan.organisers),
        );
        run.rows(chapter.tenants, pairs(&subjects.tenants, &plan.tenants));
        run.rows(
            chapter.pharmacies,
            pairs(&subjects.pharmacies, &plan.pharmacies),
        );
        run.rows(chapter.systems, pairs(&subjects.systems, &plan.systems));
        run.rows(chapter.uses, pairs(&subjects.uses, &plan.uses));
        run.rows(
            chapter.access_points,
            pairs(&subjects.access_points, &plan.access_points),
        );
        run.rows(
            chapter.addresses,
            subjects
                .addresses
                .iter()
                .map(|(at, item)| (at.as_str(), *item)),
        );
        run.rows(
            chapter.consolidation_points,
            pairs(&subjects.consolidation_points, &plan.consolidation_points),
        );
        let access = pairs(&subjects.access_points, &plan.access_points)
            .map(|(at, point)| (at, Point::Access(point)));
        let consolidation = pairs(&subjects.consolidation_points, &plan.consolidation_points)
            .map(|(at, point)| (at, Point::Consolidation(point)));
        run.rows(chapter.points, access.chain(consolidation));
        run.rows(chapter.links, pairs(&subjects.links, &plan.links));
        run.rows(
            chapter.link_pairs,
            subjects
                .link_pairs
                .iter()
                .map(|(at, item)| (at.as_str(), *item)),
        );
        run.rows(chapter.volume, [("volume", &plan.volume)]);
    }
    certificates::findings(plan, &subjects.certificates, on, &mut run.findings);
    trust::findings(plan, on, &mut run.findings);
    run.findings
}

fn pairs<'a, T>(
    paths: &'a [String],
    items: &'a [T],
) -> impl Iterator<Item = (&'a str, &'a T)> + Clone {
    paths.iter().map(String::as_str).zip(items)
}

struct Run<'a> {
    plan: &'a ConnectionPlan,
    on: Date,
    findings: Vec<Finding>,
}

impl<'a> Run<'a> {
    fn rows<S, T, I>(&mut self, rows: &'static [Row<S>], subjects: I)
    where
        S: Subject<View<'a> = About<'a, T>>,
        I: IntoIterator<Item = (&'a str, T)> + Clone,
    {
        for row in rows {
            for (at, item) in subjects.clone() {
                let view = About {
                    plan: self.plan,
                    on: self.on,
                    item,
                    at,
                };
                self.findings.push(row.find(view, Days::asked(self.on), at));
            }
        }
    }
}

/// What a plan holds, with the path of each thing.
pub(crate) struct Subjects<'a> {
    certificates: certificates::Certificates<'a>,
    intermediaries: Vec<String>,
    other_parties: Vec<String>,
    organisers: Vec<String>,
    tenants: Vec<String>,
    pharmacies: Vec<String>,
    systems: Vec<String>,
    uses: Vec<String>,
    access_points: Vec<String>,
    addresses: Vec<(String, (&'a AccessPoint, Option<&'a Address>))>,
    consolidation_points: Vec<String>,
    links: Vec<String>,
    link_pairs: Vec<(String, (&'a Link, &'a Link))>,
}

impl<'a> Subjects<'a> {
    pub(crate) fn of(plan: &'a ConnectionPlan) -> Self {
        fn named<T>(table: &str, items: &[T], id: impl Fn(&T) -> &str) -> Vec<String> {
            items
                .iter()
                .map(|item| format!("{table}.{}", id(item)))
                .collect()
        }
        let access_points = named("access_point", &plan.access_points, |p| &p.id);
        Self {
            certificates: certificates::Certificates::of(plan),
            intermediaries: named("intermediary", &plan.intermediaries, |i| &i.id),
            other_parties: named("other_party", &plan.other_parties, |o| &o.id),
            organisers: named("organiser", &plan.organisers, |o| &o.id),
            tenants: named("tenant", &plan.tenants, |t| &t.id),
            pharmacies: named("pharmacy", &plan.pharmacies, |p| &p.id),
            systems: named("system", &plan.systems, |s| &s.id),
            uses: (0..plan.uses.len())
                .map(|index| format!("use[{index}]"))
                .collect(),
            addresses: addresses(plan, &access_points),
            access_points,
            consolidation_points: named("consolidation_point", &plan.consolidation_points, |p| {
                &p.id
            }),
            links: named("link", &plan.links, |l| &l.id),
            link_pairs: link_pairs(plan),
        }
    }
}

/// Every address; of an access point whose addresses are not known, one that stands for them all.
fn addresses<'a>(
    plan: &'a ConnectionPlan,
    paths: &[String],
) -> Vec<(String, (&'a AccessPoint, Option<&'a Address>))> {
    let mut all = Vec::new();
    for (point, path) in plan.access_points.iter().zip(paths) {
        let listed = point.addresses.as_deref().unwrap_or_default();
        if point.addresses.is_none() || (listed.is_empty() && !Point::Access(point).is_own(plan)) {
            all.push((path.clone(), (point, None)));
        }
        for (index, address) in listed.iter().enumerate() {
            all.push((format!("{path}.addresses[{index}]"), (point, Some(address))));
        }
    }
    all
}

/// Every two links that start at the same point, the primary first where the roles are known.
fn link_pairs(plan: &ConnectionPlan) -> Vec<(String, (&Link, &Link))> {
    use crate::plan::Role;
    let mut all = Vec::new();
    for (index, one) in plan.links.iter().enumerate() {
        for other in plan.links.iter().skip(index.saturating_add(1)) {
            if one.from != other.from {
                continue;
            }
            let turned = (one.role == Some(Role::Backup) && other.role != Some(Role::Backup))
                || (other.role == Some(Role::Primary) && one.role != Some(Role::Primary));
            let (first, second) = if turned { (other, one) } else { (one, other) };
            all.push((format!("link.{}", second.id), (first, second)));
        }
    }
    all
}
