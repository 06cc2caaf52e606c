//! The boxes of a plan.

use kanta_conformance::text;
use std::collections::BTreeSet;

use kanta_address_index::Service;
use kanta_policy::ConnectionPlan;
use kanta_policy::plan::{Link, Use, Who};

use super::facts;
use super::{frame_id, item, service_id};
use crate::layout::capitalised;
use crate::picture::view::{
    Availability, Carrier, Fact, FactStyle, Frame, Item, ItemKind, Network, Role,
};
use crate::picture::words::{self, same};
use crate::view::Words;

/// The most uses that a service lists one by one.
const MOST_USES: usize = 4;

pub(super) struct Boxes<'a> {
    pub(super) plan: &'a ConnectionPlan,
}

impl Boxes<'_> {
    /// Who is in the plan; whoever only administers access points is the frame around them.
    pub(super) fn parties(&self, frames: &[Frame]) -> Vec<Item> {
        let plan = self.plan;
        let mut all = vec![self.party()];
        let under = Some("party".to_owned());
        for its in &plan.pharmacies {
            let who = Who::Pharmacy(its);
            let mut one = item(
                who.path().to_string(),
                ItemKind::Pharmacy,
                named(who, &its.id),
            );
            one.facts.extend(facts::pharmacy(its));
            one.under.clone_from(&under);
            all.push(one);
        }
        for its in &plan.tenants {
            let who = Who::Tenant(its);
            let mut one = item(
                who.path().to_string(),
                ItemKind::Tenant,
                named(who, &its.id),
            );
            one.facts.push(facts::soft(facts::who(who)));
            one.under.clone_from(&under);
            all.push(one);
        }
        let intermediaries = plan.intermediaries.iter().map(Who::Intermediary);
        let others = plan.other_parties.iter().map(Who::OtherParty);
        let organisers = plan.organisers.iter().map(Who::Organiser);
        for who in intermediaries.chain(others).chain(organisers) {
            let path = who.path().to_string();
            let id = path.split_once('.').map_or("", |(_, id)| id);
            let acts = plan.uses.iter().any(|its| its.user == id);
            if acts || !frames.iter().any(|frame| frame.id == path) {
                let mut one = item(path.clone(), ItemKind::Other, named(who, id));
                one.facts.push(facts::soft(facts::who(who)));
                all.push(one);
            }
        }
        all
    }

    fn party(&self) -> Item {
        let Some(party) = &self.plan.party else {
            let mut one = item("party".to_owned(), ItemKind::Party, words::NO_PARTY.into());
            one.state = Availability::NotNamed;
            return one;
        };
        let name = party.name.as_deref();
        let name = name.map_or_else(|| words::kind(ItemKind::Party).into(), same);
        let mut one = item("party".to_owned(), ItemKind::Party, name);
        one.facts.extend(facts::party(self.plan, party));
        one
    }

    pub(super) fn systems(&self) -> Vec<Item> {
        let mut all: Vec<Item> = Vec::new();
        for its in &self.plan.systems {
            let id = format!("system.{}", its.id);
            let mut one = item(id, ItemKind::System, same(&its.id));
            one.facts.extend(facts::system(its));
            all.push(one);
        }
        if self.plan.uses.iter().any(|its| its.system.is_none()) {
            let id = "system".to_owned();
            let mut one = item(id, ItemKind::System, words::NO_SYSTEM.into());
            one.state = Availability::NotNamed;
            all.push(one);
        }
        all
    }

    pub(super) fn access_points(&self) -> Vec<Item> {
        let points = self.plan.access_points.iter();
        points
            .map(|its| {
                let id = format!("access_point.{}", its.id);
                let mut one = item(id, ItemKind::AccessPoint, same(&its.id));
                one.frame = Some(frame_id(self.plan, its));
                one.facts.extend(facts::access_point(its));
                one
            })
            .collect()
    }

    pub(super) fn links(&self) -> Vec<Item> {
        self.plan.links.iter().map(link).collect()
    }

    pub(super) fn consolidation_points(&self) -> Vec<Item> {
        let points = self.plan.consolidation_points.iter();
        points
            .map(|its| {
                let id = format!("consolidation_point.{}", its.id);
                let mut one = item(id, ItemKind::ConsolidationPoint, same(&its.id));
                one.facts.extend(facts::consolidation_point(self.plan, its));
                one
            })
            .collect()
    }

    /// Each service once, with who uses it through what.
    pub(super) fn services(&self) -> Vec<Item> {
        let services: BTreeSet<Service> = self.plan.uses.iter().map(|its| its.service).collect();
        services
            .into_iter()
            .map(|service| {
                let uses = self.plan.uses.iter().filter(|its| its.service == service);
                let uses: Vec<&Use> = uses.collect();
                let name = Words::said(|language| capitalised(service.name().get(language)));
                let id = uses.first().map_or_else(String::new, |its| service_id(its));
                let mut one = item(id, ItemKind::Service, name);
                if uses.len() > MOST_USES {
                    let points: BTreeSet<&str> =
                        uses.iter().map(|its| its.access_point.as_str()).collect();
                    one.facts.push(facts::plain(count_of_points(points.len())));
                } else {
                    one.facts.extend(uses.iter().map(|its| used(its)));
                }
                let units: usize = uses
                    .iter()
                    .map(|its| its.service_units.as_deref().unwrap_or_default().len())
                    .fold(0, usize::saturating_add);
                if units > 0 {
                    one.facts.push(facts::soft(count_of_units(units)));
                }
                one
            })
            .collect()
    }
}

fn named(who: Who<'_>, id: &str) -> Words {
    same(who.name().unwrap_or(id))
}

fn used(its: &Use) -> Fact {
    let mut line = String::new();
    if its.user != "party" {
        line.push_str(&format!("{}: ", its.user));
    }
    let system = its.system.as_deref().unwrap_or("?");
    line.push_str(&format!("{system} → {}", its.access_point));
    Fact {
        words: same(&line),
        style: FactStyle::Soft,
    }
}

fn count_of_points(count: usize) -> Words {
    Words::said(|language| {
        let words = text! { en: "access points", fi: "liityntäpistettä", sv: "anslutningspunkter" };
        format!("{count} {}", words.get(language))
    })
}

fn count_of_units(count: usize) -> Words {
    Words::said(|language| {
        let words = if count == 1 {
            text! { en: "service unit", fi: "palveluyksikkö", sv: "serviceenhet" }
        } else {
            text! { en: "service units", fi: "palveluyksikköä", sv: "serviceenheter" }
        };
        format!("{count} {}", words.get(language))
    })
}

fn link(its: &Link) -> Item {
    let name = Words::said(|language| match its.role {
        Some(role) => {
            let role = match role {
                kanta_policy::plan::LinkRole::Backup => {
                    text! { en: "backup", fi: "vara", sv: "reserv" }
                }
                _ => text! { en: "primary", fi: "ensisijainen", sv: "primär" },
            };
            format!("{} · {}", its.id, role.get(language))
        }
        None => its.id.clone(),
    });
    let mut one = item(format!("link.{}", its.id), ItemKind::Link, name);
    one.facts.extend(facts::link(its));
    one.link = Some(Carrier {
        role: match its.role {
            Some(kanta_policy::plan::LinkRole::Primary) => Role::Primary,
            Some(kanta_policy::plan::LinkRole::Backup) => Role::Backup,
            _ => Role::NotKnown,
        },
        network: match its.network {
            Some(kanta_policy::plan::Network::Private) => Network::Private,
            Some(kanta_policy::plan::Network::OpenInternet) => Network::OpenInternet,
            Some(kanta_policy::plan::Network::Tunnel) => Network::Tunnel,
            _ => Network::NotKnown,
        },
        to_kanta: its.to == "kanta",
        halls: its.halls.as_ref().map(|halls| {
            let codes: BTreeSet<&str> = halls.iter().map(|hall| hall.code()).collect();
            codes.into_iter().map(str::to_owned).collect()
        }),
    });
    one
}
