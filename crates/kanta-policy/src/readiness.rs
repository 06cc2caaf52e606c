//! What has to be done before going live: a checklist in the order of its steps, and a calendar counted back.
//!
//! The rows are those of Kanta's pages on deployment (2019) and on data security (2024). They stand beside the guide's
//! and change nothing of its verdict: [`evaluate`](crate::evaluate) does not ask them.

mod calendar;
mod facts;
mod of_the_archive;
mod operation;
mod people;
mod security;
mod system;

use kanta_conformance::{
    AskedDay, Assessment, Citation, Date, Days, Document, FieldPath, Finding, Gap, Ground, InForce,
    Outcome, Requirement, Row, Subject, Text, Value, Verdict, Why, apply_attestations, text,
};

pub use calendar::{Deadline, LeadTime, calendar};

use crate::plan::{AccessPoint, ConnectionPlan, System};
use crate::requirements::{About, OfAccessPoint, OfPlan, OfSystem};

/// A step on the way to going live, in the order in which they have to be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Step {
    /// The data in the registers.
    Registers,
    /// The information system and its certification.
    System,
    /// The application and what comes with it.
    Joining,
    /// Data protection and data security.
    Security,
    /// Certificates and cards.
    Certificates,
    /// Recording, operating models and training.
    People,
    /// What goes on in production.
    Operation,
}

kanta_conformance::words! { Step, "step",
    Registers => "registers",
    System => "system",
    Joining => "joining",
    Security => "security",
    Certificates => "certificates",
    People => "people",
    Operation => "operation",
}

impl Step {
    /// In words.
    #[must_use]
    pub const fn name(self) -> Text {
        match self {
            Self::Registers => text! { en: "registers", fi: "rekisterit", sv: "register" },
            Self::System => {
                text! { en: "information system", fi: "tietojärjestelmä", sv: "informationssystem" }
            }
            Self::Joining => text! {
                en: "joining as a customer",
                fi: "asiakkaaksi liittyminen",
                sv: "anslutning som kund",
            },
            Self::Security => text! {
                en: "data protection and data security",
                fi: "tietosuoja ja tietoturva",
                sv: "dataskydd och informationssäkerhet",
            },
            Self::Certificates => text! {
                en: "certificates and cards",
                fi: "varmenteet ja kortit",
                sv: "certifikat och kort",
            },
            Self::People => text! {
                en: "recording, operating models and training",
                fi: "kirjaaminen, toimintamallit ja koulutus",
                sv: "dokumentation, verksamhetsmodeller och utbildning",
            },
            Self::Operation => {
                text! { en: "production use", fi: "tuotantokäyttö", sv: "användning i produktion" }
            }
        }
    }
}

/// How an entry of the checklist stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ItemState<'a> {
    /// Done, by what the plan says.
    Done,
    /// Done, by what somebody attests.
    Attested {
        /// Who.
        by: &'a str,
        /// When.
        on: Date,
    },
    /// Not known: the finding names the fields to fill in.
    Missing,
    /// Only somebody's attestation can tell.
    ToAttest,
    /// It was done, and has run out.
    OutOfDate,
    /// Known not to be done.
    NotDone,
    /// The documents do not tell whether it was asked for on that day.
    Open,
}

impl ItemState<'_> {
    /// Its word in machine-readable output.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Attested { .. } => "attested",
            Self::Missing => "missing",
            Self::ToAttest => "to-attest",
            Self::OutOfDate => "out-of-date",
            Self::NotDone => "not-done",
            Self::Open => "open",
        }
    }

    /// In words.
    #[must_use]
    pub const fn name(self) -> Text {
        match self {
            Self::Done => text! { en: "done", fi: "tehty", sv: "gjort" },
            Self::Attested { .. } => text! { en: "attested", fi: "vakuutettu", sv: "intygat" },
            Self::Missing => text! { en: "missing", fi: "puuttuu", sv: "saknas" },
            Self::ToAttest => text! { en: "to attest", fi: "vakuutettava", sv: "ska intygas" },
            Self::OutOfDate => text! { en: "out of date", fi: "vanhentunut", sv: "föråldrat" },
            Self::NotDone => text! { en: "not done", fi: "tekemättä", sv: "inte gjort" },
            Self::Open => text! { en: "not known", fi: "ei tiedossa", sv: "inte känt" },
        }
    }

    /// Whether nothing is left to do.
    #[must_use]
    pub const fn is_done(self) -> bool {
        matches!(self, Self::Done | Self::Attested { .. })
    }
}

/// One entry of the checklist.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct ChecklistItem<'a> {
    /// The step to which it belongs.
    pub step: Step,
    /// What was found.
    pub finding: &'a Finding,
    /// How it stands.
    pub state: ItemState<'a>,
}

/// The checklist of one plan, as of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Checklist {
    /// Everything that was found, in the order of the steps.
    assessment: Assessment,
    steps: Vec<Step>,
}

impl Checklist {
    /// What was found, as findings.
    #[must_use]
    pub const fn assessment(&self) -> &Assessment {
        &self.assessment
    }

    /// Non-conforming where something binding is not done, undetermined where it is not known; else conforming.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        self.assessment.verdict()
    }

    /// The entries that say something: those that apply and are in force, in the order of the steps.
    pub fn items(&self) -> impl Iterator<Item = ChecklistItem<'_>> {
        let pairs = self.steps.iter().zip(&self.assessment.findings);
        pairs.filter_map(|(&step, finding)| {
            Some(ChecklistItem {
                step,
                finding,
                state: state(finding)?,
            })
        })
    }
}

/// How a finding stands; none where it does not apply or is not in force.
fn state(finding: &Finding) -> Option<ItemState<'_>> {
    Some(match (&finding.outcome, &finding.ground) {
        (Outcome::NotApplicable | Outcome::NotInForce, _) => return None,
        (Outcome::Satisfied, Some(Ground::Attested(attested))) => ItemState::Attested {
            by: &attested.by,
            on: attested.on,
        },
        (Outcome::Satisfied, _) => ItemState::Done,
        (Outcome::Violated { found, .. }, _) => match found {
            Value::About(words, _) if *words == facts::RAN_OUT => ItemState::OutOfDate,
            _ => ItemState::NotDone,
        },
        (Outcome::Undetermined(Why::InputMissing(_)), _) => ItemState::Missing,
        (Outcome::Undetermined(Why::EvidenceOutside(_)), _) => ItemState::ToAttest,
        (Outcome::Undetermined(_), _) => ItemState::Open,
    })
}

/// Rows of one step that speak about the same kind of thing.
enum Rows {
    /// About the plan; the fields stand in the table to which these lead.
    Plan(&'static [&'static str], &'static [Row<OfPlan>]),
    /// About each information system.
    Systems(&'static [Row<OfSystem>]),
    /// About each access point.
    AccessPoints(&'static [Row<OfAccessPoint>]),
}

/// The rows, in the order in which things have to be done.
static STEPS: &[(Step, Rows)] = &[
    (Step::Registers, Rows::Plan(&["party"], system::REGISTERS)),
    (
        Step::Registers,
        Rows::Plan(&["readiness"], system::REGISTER_DATA),
    ),
    (Step::System, Rows::Systems(system::SYSTEMS)),
    (Step::System, Rows::Plan(&["readiness"], system::ASSESSMENT)),
    (
        Step::Joining,
        Rows::Plan(&["party", "joining"], operation::JOINING),
    ),
    (Step::Security, Rows::Plan(&["party"], security::PLANS)),
    (
        Step::Security,
        Rows::Plan(&["readiness"], security::PRACTICES),
    ),
    (
        Step::Certificates,
        Rows::Plan(&["readiness"], operation::TEST),
    ),
    (
        Step::Certificates,
        Rows::AccessPoints(operation::PRODUCTION),
    ),
    (Step::Certificates, Rows::Plan(&[], operation::SIGNATURE)),
    (
        Step::Certificates,
        Rows::Plan(&["readiness"], operation::CARDS),
    ),
    (Step::People, Rows::Plan(&["party"], people::PEOPLE)),
    (
        Step::Operation,
        Rows::Plan(&["readiness"], operation::NOTICES),
    ),
];

/// Every requirement of the checklist, in the order of the steps.
pub fn requirements() -> impl Iterator<Item = &'static Requirement> {
    fn of<S: Subject>(rows: &'static [Row<S>]) -> Vec<&'static Requirement> {
        rows.iter().map(|row| row.requirement).collect()
    }
    STEPS.iter().flat_map(|(_, rows)| match rows {
        Rows::Plan(_, rows) => of(rows),
        Rows::Systems(rows) => of(rows),
        Rows::AccessPoints(rows) => of(rows),
    })
}

/// Holds a plan against what has to be done before going live, as of a day.
///
/// Pure, as [`evaluate`](crate::evaluate) is. What people attest settles what no program can compute, and nothing else.
///
/// ```
/// use kanta_policy::ConnectionPlan;
/// use kanta_policy::readiness::{Step, checklist};
///
/// let list = checklist(&ConnectionPlan::default(), "2025-12-01".parse()?);
/// let first = list.items().next().unwrap();
/// assert_eq!((first.step, first.state.code()), (Step::Registers, "missing"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn checklist(plan: &ConnectionPlan, on: Date) -> Checklist {
    let (mut steps, mut findings) = (Vec::new(), Vec::new());
    let asked = AskedDay::new(on);
    for (step, rows) in STEPS {
        match rows {
            Rows::Plan(tables, rows) => {
                let at = tables
                    .iter()
                    .fold(FieldPath::ROOT, |at, table| at.inner(table));
                run(plan, &asked, rows, [(&at, ())], &mut findings);
            }
            Rows::Systems(rows) => {
                let paths = plan
                    .systems
                    .iter()
                    .map(|its| FieldPath::named("system", &its.id));
                let paths: Vec<FieldPath> = paths.collect();
                let items = paths.iter().zip(&plan.systems);
                run::<OfSystem, &System>(plan, &asked, rows, items, &mut findings);
            }
            Rows::AccessPoints(rows) => {
                let points = &plan.access_points;
                let paths = points
                    .iter()
                    .map(|its| FieldPath::named("access_point", &its.id));
                let paths: Vec<FieldPath> = paths.collect();
                let items = paths.iter().zip(points);
                run::<OfAccessPoint, &AccessPoint>(plan, &asked, rows, items, &mut findings);
            }
        }
        steps.resize(findings.len(), *step);
    }
    // What is denied is read first, so that a ruling can settle what rests on the reading.
    apply_attestations(&mut findings, &plan.attested, &[], on);
    of_the_archive::read(plan, on, &mut findings);
    apply_attestations(&mut findings, &[], &plan.rulings, on);
    let gaps = plan.party.is_none().then_some(Gap::NoParty);
    Checklist {
        assessment: Assessment::new(on, findings, gaps.into_iter().collect()),
        steps,
    }
}

fn run<'a, S, T>(
    plan: &'a ConnectionPlan,
    asked: &'a AskedDay,
    rows: &'static [Row<S>],
    subjects: impl IntoIterator<Item = (&'a FieldPath, T)> + Clone,
    findings: &mut Vec<Finding>,
) where
    S: Subject<View<'a> = About<'a, T>>,
{
    for row in rows {
        for (at, item) in subjects.clone() {
            let view = About {
                plan,
                asked,
                item,
                at,
            };
            findings.push(row.find(view, Days::asked(asked.get()), at));
        }
    }
}

/// Binding, by the page on deployment of 11.7.2019.
const fn deployment(id: &'static str) -> Requirement {
    Requirement::must(id)
        .with_citations(const { &[Citation::page(&Document::DEPLOYMENT_REQUIREMENTS, "")] })
        .with_in_force(InForce::seen(of_the_archive::PAGE))
}

/// Binding, by the page on data security of 21.11.2024.
const fn security(id: &'static str) -> Requirement {
    Requirement::must(id)
        .with_citations(const { &[Citation::page(&Document::DATA_SECURITY, "")] })
        .with_in_force(InForce::seen(Date::constant(2024, 11, 21)))
}
