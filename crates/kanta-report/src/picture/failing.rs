//! What is cut off when one thing of a plan fails, by the answers of `kanta_policy::resilience`.

use core::fmt;

use kanta_conformance::{Language, Text, Value, text};
use kanta_policy::ConnectionPlan;
use kanta_policy::plan::{Claim, Use};
use kanta_policy::resilience::{self, Effect, Failure, Served};

use super::view::{Availability, Fact, FactStyle, Item, ItemKind, PictureOf, PictureView, Tone};
use super::words;
use crate::layout::capitalised;
use crate::view::{Day, Words};

/// A failure that the plan does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoSuchFailure {
    /// What was asked for.
    pub asked: String,
    /// What can be asked for.
    pub known: Vec<String>,
}

impl NoSuchFailure {
    /// That there is none, in one language.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let words = text! {
            en: "nothing in the plan that could fail is called",
            fi: "suunnitelmassa ei ole mitään pettävää, jonka nimi on",
            sv: "inget i planen som kunde fallera heter",
        };
        let asked = Value::words(&self.asked);
        format!("{} {}", words.get(language), asked.display(language))
    }
}

/// In English.
impl fmt::Display for NoSuchFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Language::En))
    }
}

impl core::error::Error for NoSuchFailure {}

/// What can fail in a plan, by the words that ask for it: `link.mpls-a`, `operator.Operaattori A`, `hall.B`, …
#[must_use]
pub fn failure_keys(plan: &ConnectionPlan, on: Day) -> Vec<String> {
    let found = resilience::failures(&probe(plan), on.0, false);
    found.singles.iter().filter_map(key_of_effect).collect()
}

impl PictureView {
    /// The same picture when something fails, with what that cuts off; findings are left out.
    ///
    /// # Errors
    /// The plan has nothing that is called so.
    pub fn when_fails(mut self, plan: &ConnectionPlan, asked: &str) -> Result<Self, NoSuchFailure> {
        let points = resilience::failures(&probe(plan), self.on.0, false);
        let Some(of_points) = find(&points.singles, asked) else {
            return Err(NoSuchFailure {
                asked: asked.to_owned(),
                known: points.singles.iter().filter_map(key_of_effect).collect(),
            });
        };
        let found = resilience::failures(plan, self.on.0, false);
        // A plan without uses has nothing that could be cut off, and tries nothing.
        let effect = find(&found.singles, asked).unwrap_or(&found.standing);
        self.of = PictureOf::Failure;
        self.marks.clear();
        self.frames.iter_mut().for_each(|its| its.marks.clear());
        self.items.iter_mut().for_each(|its| its.marks.clear());
        for served in &of_points.not_known {
            self.mark_item(
                &format!("access_point.{}", served.user),
                Availability::Perhaps,
            );
        }
        for served in &of_points.cut_off {
            self.mark_item(
                &format!("access_point.{}", served.user),
                Availability::CutOff,
            );
        }
        if let Some(failure) = of_points.failures.first() {
            self.take_down(plan, failure);
            let name = name(failure);
            let as_of = self.on.0;
            self.subtitle = Words::said(|language| {
                format!(
                    "{} {}, {} {}",
                    text! { en: "When this fails:", fi: "Kun tämä pettää:", sv: "När detta fallerar:" }
                    .get(language),
                    name.get(language),
                    words::AS_OF.get(language),
                    as_of.display(language)
                )
            });
        }
        self.serve(plan, effect);
        self.wires_follow();
        Ok(self)
    }

    fn mark_item(&mut self, id: &str, state: Availability) {
        if let Some(item) = self.items.iter_mut().find(|item| item.id == id) {
            item.state = state;
        }
    }

    fn note(&mut self, id: &str, text: Text) {
        if let Some(item) = self.items.iter_mut().find(|item| item.id == id) {
            item.facts.insert(
                0,
                Fact {
                    words: text.into(),
                    style: FactStyle::Bad,
                },
            );
        }
    }

    /// What fails itself.
    fn take_down(&mut self, plan: &ConnectionPlan, failure: &Failure) {
        let link = |id: &str| format!("link.{id}");
        match failure {
            Failure::Link(id) => self.mark_item(&link(id), Availability::Down),
            Failure::Route(ids) => ids
                .iter()
                .for_each(|id| self.mark_item(&link(id), Availability::Down)),
            Failure::Operator(name) => {
                for its in &plan.links {
                    match (its.operator.as_deref().map(str::trim), name.as_deref()) {
                        (None, _) => self.mark_item(&link(&its.id), Availability::Perhaps),
                        (Some(its_name), Some(name)) if its_name == name => {
                            self.mark_item(&link(&its.id), Availability::Down);
                        }
                        _ => {}
                    }
                }
            }
            Failure::Server(point, _) => {
                let text =
                    text! { en: "a server fails", fi: "palvelin pettää", sv: "en server fallerar" };
                self.note(&format!("access_point.{point}"), text);
            }
            Failure::Certificate(certificate) => {
                let text = text! { en: "the certificate ends", fi: "varmenne päättyy", sv: "certifikatet upphör" };
                for point in &plan.access_points {
                    let own = match &point.certificate {
                        Some(Claim::Stated(its)) => Some(its.file.as_str()),
                        _ => None,
                    };
                    let servers = point.servers.iter().flatten();
                    let mut shown = servers
                        .filter_map(|its| its.certificate.as_ref().map(|its| its.file.as_str()))
                        .chain(own);
                    let hit = match certificate {
                        Ok(file) => shown.any(|its| its == file),
                        Err(id) => *id == point.id,
                    };
                    if hit {
                        self.note(&format!("access_point.{}", point.id), text);
                    }
                }
            }
            Failure::ConsolidationPoint(id) => {
                self.mark_item(&format!("consolidation_point.{id}"), Availability::Down);
            }
            Failure::Hall(hall) => {
                for its in &mut self.halls {
                    if its.code == hall.code() {
                        its.state = Availability::Down;
                    }
                }
            }
            _ => {}
        }
    }

    /// What becomes of the services.
    fn serve(&mut self, plan: &ConnectionPlan, effect: &Effect) {
        for (all, state) in [
            (&effect.not_known, Availability::Perhaps),
            (&effect.cut_off, Availability::CutOff),
        ] {
            for served in all {
                let id = format!("service.{}", served.service.code());
                let users = plan.uses.iter().filter(|its| its.service == served.service);
                let alone = users.clone().all(|its| its.user == served.user);
                self.mark_item(&id, state);
                if !alone {
                    self.note_user(&id, served, state);
                }
            }
        }
        let cut = effect.cut_off.len();
        let open = effect.not_known.len();
        let holds = self.served(plan).saturating_sub(cut).saturating_sub(open);
        let (tone, summary) = if cut > 0 {
            let text =
                text! { en: "Cuts something off", fi: "Katkaisee jotain", sv: "Bryter något" };
            (Tone::Bad, text)
        } else if open > 0 {
            let text = text! { en: "May cut something off", fi: "Ehkä katkaisee", sv: "Bryter kanske något" };
            (Tone::Open, text)
        } else {
            let text =
                text! { en: "Cuts nothing off", fi: "Ei katkaise mitään", sv: "Bryter inget" };
            (Tone::Good, text)
        };
        self.tone = tone;
        self.summary = summary.into();
        self.detail = Words::said(|language| {
            let say = |text: Text| text.get(language);
            format!(
                "{cut} {} · {open} {} · {holds} {}",
                say(words::CUT_OFF),
                say(words::PERHAPS),
                say(text! { en: "hold", fi: "kestää", sv: "håller" })
            )
        });
    }

    fn note_user(&mut self, id: &str, served: &Served, state: Availability) {
        let user = served.user.as_str();
        let words = Words::said(|language| {
            let said = if state == Availability::CutOff {
                words::CUT_OFF
            } else {
                words::PERHAPS
            };
            let user = if user == "party" {
                words::kind(ItemKind::Party).get(language)
            } else {
                user
            };
            format!("{user}: {}", said.get(language))
        });
        let style = if state == Availability::CutOff {
            FactStyle::Bad
        } else {
            FactStyle::Open
        };
        if let Some(item) = self.items.iter_mut().find(|item| item.id == id) {
            item.facts.push(Fact { words, style });
        }
    }

    fn served(&self, plan: &ConnectionPlan) -> usize {
        let mut all: Vec<(&str, &str)> = plan
            .uses
            .iter()
            .map(|its| (its.service.code(), its.user.as_str()))
            .collect();
        all.sort_unstable();
        all.dedup();
        all.len()
    }

    /// A line does not carry what one of its ends does not.
    fn wires_follow(&mut self) {
        let items = &self.items;
        let state = |id: &str| {
            let item = items.iter().find(|item| item.id == id);
            item.map_or(Availability::Up, |item: &Item| item.state)
        };
        for wire in &mut self.wires {
            let worst = state(&wire.from).max(state(&wire.to));
            wire.state = match worst {
                Availability::NotNamed => Availability::Up,
                other => other,
            };
        }
    }
}

/// The plan with one use for each access point, in the name of the point.
fn probe(plan: &ConnectionPlan) -> ConnectionPlan {
    let mut probe = plan.clone();
    probe.uses = plan
        .access_points
        .iter()
        .map(|point| {
            let mut its = Use::new(kanta_address_index::Service::PatientData, &point.id);
            its.user.clone_from(&point.id);
            its
        })
        .collect();
    probe
}

fn find<'a>(singles: &'a [Effect], asked: &str) -> Option<&'a Effect> {
    singles
        .iter()
        .find(|effect| key_of_effect(effect).as_deref() == Some(asked))
}

fn key_of_effect(effect: &Effect) -> Option<String> {
    effect.failures.first().and_then(key_of)
}

/// The words by which a failure is asked for.
pub(crate) fn key_of(failure: &Failure) -> Option<String> {
    let key = match failure {
        Failure::Link(id) => format!("link.{id}"),
        Failure::Operator(Some(name)) => format!("operator.{name}"),
        Failure::Operator(None) => "operator".to_owned(),
        Failure::Route(ids) => format!("route.{}", ids.join("+")),
        Failure::Server(point, number) => format!("server.{point}.{number}"),
        Failure::Certificate(Ok(file)) => format!("certificate.{file}"),
        Failure::Certificate(Err(point)) => format!("certificate-of.{point}"),
        Failure::ConsolidationPoint(id) => format!("consolidation_point.{id}"),
        Failure::Hall(hall) => format!("hall.{}", hall.code()),
        _ => return None,
    };
    Some(key)
}

/// What fails, in words.
fn name(failure: &Failure) -> Words {
    let id = |text: Text, id: &str| {
        Words::said(|language| {
            let id = Value::words(id);
            format!("{} {}", text.get(language), id.display(language))
        })
    };
    let point = words::kind(ItemKind::AccessPoint);
    match failure {
        Failure::Link(link) => id(words::kind(ItemKind::Link), link),
        Failure::Operator(Some(name)) => id(
            text! { en: "operator", fi: "operaattori", sv: "operatör" },
            name,
        ),
        Failure::Operator(None) => text! {
            en: "an operator that is not named",
            fi: "nimeämätön operaattori",
            sv: "en operatör som inte är angiven",
        }
        .into(),
        Failure::Route(links) => {
            let text =
                text! { en: "shared route of", fi: "yhteinen reitti:", sv: "gemensam rutt för" };
            id(text, &links.join(", "))
        }
        Failure::Server(its, number) => Words::said(|language| {
            let server = text! { en: "server", fi: "palvelin", sv: "server" }.get(language);
            let its = Value::words(its);
            format!(
                "{server} {number}, {} {}",
                point.get(language),
                its.display(language)
            )
        }),
        Failure::Certificate(Ok(file)) => id(
            text! { en: "certificate", fi: "varmenne", sv: "certifikat" },
            file,
        ),
        Failure::Certificate(Err(its)) => {
            let text = text! {
                en: "certificate of access point",
                fi: "varmenne, liityntäpiste",
                sv: "certifikatet för anslutningspunkt",
            };
            id(text, its)
        }
        Failure::ConsolidationPoint(its) => id(words::kind(ItemKind::ConsolidationPoint), its),
        Failure::Hall(hall) => Words::said(|language| capitalised(hall.name().get(language))),
        _ => Words::default(),
    }
}
