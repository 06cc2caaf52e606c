//! The picture of a party's rights, as the guide's figures 2 and 3 draw them.

use std::collections::BTreeSet;

use kanta_address_index::{AddressIndex, PartyKind, Right};
use kanta_conformance::{Date, text};
use kanta_oid::{AccessPointOid, OwnerOid};

use super::view::{
    Availability, Fact, FactStyle, Frame, Item, ItemKind, PictureOf, PictureView, Tone, Wire,
    WireKind,
};
use super::words;
use crate::layout::capitalised;
use crate::view::{FORMAT, Words};

impl PictureView {
    /// The rights that an index holds for a party, a pharmacist or a pharmacy, as of a day; none if it names nobody.
    ///
    /// A right that does not permit on the day is drawn as one that is cut off.
    #[must_use]
    pub fn of_rights(index: &AddressIndex, name: &str, file: &str, on: Date) -> Option<Self> {
        let pharmacies = index.pharmacies_of(name);
        let own = index.owner_named(name);
        let mut subjects: Vec<OwnerOid> = own.into_iter().collect();
        subjects.extend(pharmacies.iter().flatten().map(|its| its.oid));
        if subjects.is_empty() && pharmacies.is_none() {
            return None;
        }
        let party = index
            .parties()
            .iter()
            .find(|its| its.id == name || (its.oid.is_some() && its.oid == own));
        let title = party.and_then(|its| its.name.as_deref()).unwrap_or(name);
        let mut view = Self {
            format: FORMAT,
            of: PictureOf::Rights,
            file: file.to_owned(),
            on: on.into(),
            title: words::same(title),
            subtitle: Words::said(|language| {
                format!(
                    "{}, {} {}",
                    words::of(PictureOf::Rights).get(language),
                    words::AS_OF.get(language),
                    on.display(language)
                )
            }),
            ..Self::default()
        };
        view.add_subjects(index, &subjects, party.map(|its| its.kind), title);
        let permitted: BTreeSet<Right> = subjects
            .iter()
            .flat_map(|&subject| index.what(subject, on))
            .map(|its| its.right)
            .collect();
        let rights: Vec<Right> = index
            .rights()
            .filter(|right| subjects.contains(&right.subject))
            .collect();
        for (number, right) in rights.iter().enumerate() {
            view.add_right(index, number, right, permitted.contains(right), on);
        }
        let stands = rights.iter().filter(|its| permitted.contains(its)).count();
        let denied = rights.len().saturating_sub(stands);
        (view.tone, view.summary) = if index.is_expired(on) {
            let text = text! {
                en: "The data set has expired",
                fi: "Aineisto on vanhentunut",
                sv: "Datamängden har gått ut",
            };
            (Tone::Bad, text.into())
        } else if denied > 0 || rights.is_empty() {
            let text = text! {
                en: "Not every right permits",
                fi: "Kaikki käyttövaltuudet eivät salli",
                sv: "Alla rättigheter tillåter inte",
            };
            (Tone::Open, text.into())
        } else {
            let text = text! {
                en: "Every right permits",
                fi: "Kaikki käyttövaltuudet sallivat",
                sv: "Alla rättigheter tillåter",
            };
            (Tone::Good, text.into())
        };
        view.detail = Words::said(|language| {
            let permit = text! { en: "permit", fi: "sallii", sv: "tillåter" }.get(language);
            let deny = text! { en: "do not", fi: "ei salli", sv: "tillåter inte" }.get(language);
            format!("{stands} {permit} · {denied} {deny}")
        });
        Some(view)
    }

    fn add_subjects(
        &mut self,
        index: &AddressIndex,
        subjects: &[OwnerOid],
        kind: Option<PartyKind>,
        title: &str,
    ) {
        let mut top = Item {
            id: "party".to_owned(),
            kind: ItemKind::Party,
            name: words::same(title),
            ..Item::default()
        };
        if let Some(kind) = kind {
            top.facts.push(fact(kind.name().into(), FactStyle::Soft));
        }
        let pharmacist = kind == Some(PartyKind::Pharmacist);
        if let (false, Some(oid)) = (pharmacist, subjects.first()) {
            top.facts
                .push(fact(words::same(&oid.to_string()), FactStyle::Code));
        }
        self.items.push(top);
        for pharmacy in index.pharmacies() {
            if pharmacist && subjects.contains(&pharmacy.oid) {
                let kind = if pharmacy.branch {
                    text! { en: "branch pharmacy", fi: "sivuapteekki", sv: "filialapotek" }
                } else {
                    text! { en: "main pharmacy", fi: "pääapteekki", sv: "huvudapotek" }
                };
                let name = pharmacy.name.as_deref().unwrap_or(&pharmacy.id);
                self.items.push(Item {
                    id: format!("pharmacy.{}", pharmacy.oid),
                    kind: ItemKind::Pharmacy,
                    name: words::same(name),
                    facts: vec![
                        fact(kind.into(), FactStyle::Soft),
                        fact(words::same(&pharmacy.oid.to_string()), FactStyle::Code),
                    ],
                    under: Some("party".to_owned()),
                    ..Item::default()
                });
            }
        }
        for tenant in index.tenants() {
            let host = index.owner_named(&tenant.host);
            if host.is_some_and(|host| subjects.contains(&host)) {
                let name = tenant.name.as_deref().unwrap_or(&tenant.id);
                let kind = words::kind(ItemKind::Tenant);
                self.items.push(Item {
                    id: format!("tenant.{}", tenant.oid),
                    kind: ItemKind::Tenant,
                    name: words::same(name),
                    facts: vec![
                        fact(kind.into(), FactStyle::Soft),
                        fact(words::same(&tenant.oid.to_string()), FactStyle::Code),
                    ],
                    under: Some("party".to_owned()),
                    ..Item::default()
                });
            }
        }
    }

    fn add_right(
        &mut self,
        index: &AddressIndex,
        number: usize,
        right: &Right,
        permits: bool,
        on: Date,
    ) {
        let point = self.add_point(index, right.access_point);
        let state = if permits {
            Availability::Up
        } else {
            Availability::CutOff
        };
        let service = Words::said(|language| capitalised(right.service.name().get(language)));
        let mut facts = Vec::new();
        let since = right.validity;
        facts.push(fact(
            Words::said(|language| {
                let from = since
                    .from
                    .map_or_else(|| "?".to_owned(), |day| day.display(language).to_string());
                let until = since.until.map(|day| format!(" {}", day.display(language)));
                format!("{from} –{}", until.unwrap_or_default())
            }),
            FactStyle::Plain,
        ));
        if let Some(reference) = &right.basis.reference {
            facts.push(fact(words::same(reference), FactStyle::Soft));
        }
        if let Some(organiser) = &right.organiser {
            let words = Words::said(|language| {
                let word =
                    text! { en: "organiser", fi: "palvelunjärjestäjä", sv: "tjänsteanordnare" };
                format!("{}: {organiser}", word.get(language))
            });
            facts.push(fact(words, FactStyle::Soft));
        }
        if right.service == kanta_address_index::Service::RenewalRequests {
            facts.extend(units(index, right.subject, on));
        }
        let id = format!("right.{number}");
        self.items.push(Item {
            id: id.clone(),
            kind: ItemKind::Service,
            name: service,
            facts,
            state,
            ..Item::default()
        });
        let pharmacy = format!("pharmacy.{}", right.subject);
        let subject = if self.item(&pharmacy).is_some() {
            pharmacy
        } else {
            "party".to_owned()
        };
        let from = Wire {
            from: subject,
            to: point.clone(),
            kind: WireKind::Uses,
            state: Availability::Up,
        };
        if !self.wires.contains(&from) {
            self.wires.push(from);
        }
        self.wires.push(Wire {
            from: point,
            to: id,
            kind: WireKind::Carries,
            state,
        });
    }

    /// The box of an access point, put there where it is not yet.
    fn add_point(&mut self, index: &AddressIndex, oid: AccessPointOid) -> String {
        let id = format!("access_point.{oid}");
        if self.item(&id).is_some() {
            return id;
        }
        let record = index.access_points().iter().find(|its| its.oid == oid);
        let administrator = record.map_or("?", |its| its.administrator.as_str());
        let frame = format!("administrator.{administrator}");
        if !self.frames.iter().any(|its| its.id == frame) {
            let party = index.parties().iter().find(|its| its.id == administrator);
            let pharmacy = index
                .pharmacies()
                .iter()
                .find(|its| its.id == administrator);
            let name = party
                .and_then(|its| its.name.as_deref())
                .or(pharmacy.and_then(|its| its.name.as_deref()))
                .unwrap_or(administrator);
            let kind: Words = match (party, pharmacy) {
                (Some(party), _) => party.kind.name().into(),
                (None, Some(_)) => words::kind(ItemKind::Pharmacy).into(),
                (None, None) => Words::default(),
            };
            self.frames.push(Frame {
                id: frame.clone(),
                name: words::same(name),
                kind,
                ..Frame::default()
            });
        }
        let mut facts = vec![fact(words::same(&oid.to_string()), FactStyle::Code)];
        let addresses = record.map_or(&[][..], |its| its.addresses.as_slice());
        if let Some(first) = addresses.first() {
            let more = addresses.len().saturating_sub(1);
            let more = if more > 0 {
                format!(" +{more}")
            } else {
                String::new()
            };
            // A range of one address is that address.
            let whole = first.prefix_len() == first.max_prefix_len();
            let first = if whole {
                first.addr().to_string()
            } else {
                first.to_string()
            };
            let line = format!("{first}{more}");
            facts.push(fact(words::same(&line), FactStyle::Plain));
        }
        let name = record.map_or_else(|| oid.to_string(), |its| its.id.clone());
        self.items.push(Item {
            id: id.clone(),
            kind: ItemKind::AccessPoint,
            name: words::same(&name),
            facts,
            frame: Some(frame),
            ..Item::default()
        });
        id
    }
}

fn fact(words: Words, style: FactStyle) -> Fact {
    Fact { words, style }
}

/// The service units that receive renewal requests, by the annotations of the code service.
fn units(index: &AddressIndex, subject: OwnerOid, on: Date) -> Vec<Fact> {
    let party = index.id_of_owner(subject).unwrap_or_default();
    let data = index.to_data_set();
    data.annotations
        .iter()
        .filter(|its| its.party == party)
        .filter(|its| its.validity.covers(on) == kanta_address_index::Covers::Yes)
        .filter_map(|its| its.unit)
        .map(|unit| fact(words::same(&unit.to_string()), FactStyle::Code))
        .collect()
}
