//! The calendar: counted back from going live, with the lead times that the sources state.

use kanta_address_index::PartyKind;
use kanta_conformance::{Date, FieldPath, Level, Text, text};

use super::{Checklist, Step, checklist};
use crate::plan::{Claim, ConnectionPlan, Done, Joining, Network};

/// How long before something has to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LeadTime {
    /// At least so many days before.
    Days(u16),
    /// At least so many months before.
    Months(u8),
    /// A time without a number, in the source's sense.
    Words(Text),
    /// The sources state none.
    NotStated,
}

/// Something to be done by a day.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Deadline {
    /// What.
    pub what: Text,
    /// The thing that it is about, as a path of the plan; empty for the party.
    pub about: FieldPath,
    /// How long before.
    pub lead: LeadTime,
    /// What it is counted back from: going live, or the end of an assessment; none where that is not known.
    pub before: Option<Date>,
    /// The last day; none where no lead time with a number is stated.
    pub latest: Option<Date>,
    /// The first day, where the source names one.
    pub earliest: Option<Date>,
    /// Whether it is done on the day asked about; none where the plan has no place to say so.
    pub done: Option<bool>,
    /// Whether it was done after its last day, or is known not to be done although that day is over.
    pub late: bool,
    /// Whether its last day is over.
    pub over: bool,
    /// Where the lead time stands; where none is stated, where the duty stands.
    pub source: Text,
}

const TECHNICAL_DATA: Text = text! {
    en: "kanta.fi, page on the customer's technical data",
    fi: "kanta.fi, sivu asiakkaan teknisistä tiedoista",
    sv: "kanta.fi, sidan om kundens tekniska uppgifter",
};
const PHARMACIES: Text = text! {
    en: "kanta.fi, page on changes at pharmacies",
    fi: "kanta.fi, sivu apteekkien muutostilanteista",
    sv: "kanta.fi, sidan om ändringar hos apotek",
};
const RENEWAL: Text = text! {
    en: "kanta.fi, page on the renewal of certification",
    fi: "kanta.fi, sivu sertifioinnin uusimisesta",
    sv: "kanta.fi, sidan om förnyande av certifiering",
};
const LINK: Text =
    text! { en: "guide, clause 5.1", fi: "ohje, kohta 5.1", sv: "anvisningen, avsnitt 5.1" };
const ACCESS_POINT: Text = text! {
    en: "kanta.fi, page on access points and data communication",
    fi: "kanta.fi, sivu liityntäpisteistä ja tietoliikenteestä",
    sv: "kanta.fi, sidan om anslutningspunkter och datakommunikation",
};

/// What has to be done by when, to go live on a day, as of another.
///
/// The entries come in the order of their last days, those without one behind them. A lead time that no source states
/// is said to be not stated; none is made up. A day of going live that has passed is answered with what is late.
#[must_use]
pub fn calendar(plan: &ConnectionPlan, by: Date, on: Date) -> Vec<Deadline> {
    let mut dates = Dates {
        by,
        on,
        all: Vec::new(),
    };
    dates.notices(plan);
    dates.certification(plan);
    dates.links(plan);
    dates.others(&checklist(plan, on));
    dates
        .all
        .sort_by_key(|deadline| (deadline.latest.is_none(), deadline.latest));
    dates.all
}

struct Dates {
    by: Date,
    on: Date,
    all: Vec<Deadline>,
}

fn is_done(fact: Option<&Done>, on: Date) -> Option<bool> {
    Some(matches!(fact, Some(Claim::Stated(Some(day))) if *day <= on))
}

impl Dates {
    fn add(
        &mut self,
        what: Text,
        about: FieldPath,
        lead: LeadTime,
        before: Option<Date>,
        done: Option<bool>,
        source: Text,
    ) {
        let latest = before.and_then(|before| match lead {
            LeadTime::Days(days) => Some(before.plus_days(i32::from(days).saturating_neg())),
            LeadTime::Months(months) => {
                Some(before.plus_months(i32::from(months).saturating_neg()))
            }
            LeadTime::Words(_) | LeadTime::NotStated => None,
        });
        let over = latest.or(before).is_some_and(|last| last < self.on);
        self.all.push(Deadline {
            what,
            about,
            lead,
            before,
            latest,
            earliest: None,
            done,
            late: over && done == Some(false),
            over,
            source,
        });
    }

    fn notices(&mut self, plan: &ConnectionPlan) {
        let party = plan.party.as_ref();
        let joining = party.map(|party| &party.joining);
        let pharmacist = party.is_some_and(|party| party.kind == Some(PartyKind::Pharmacist));
        if pharmacist {
            let applied = joining.and_then(Joining::first_applied);
            self.add(
                text! {
                    en: "a new pharmacist applies, once the day of taking over is in Fimea's register",
                    fi: "uusi apteekkari tekee hakemuksen, kun haltuunottopäivä on Fimean rekisterissä",
                    sv: "en ny apotekare ansöker, när dagen för övertagandet står i Fimeas register",
                },
                Joining::path().field("applied"),
                LeadTime::Days(21),
                Some(self.by),
                is_done(applied.as_ref(), self.on),
                PHARMACIES,
            );
            let opens = self.by.plus_days(-30);
            if let Some(last) = self.all.last_mut() {
                last.earliest = Some(opens);
            }
        }
        let declared = joining.and_then(|joining| joining.declared.as_ref());
        self.add(
            text! {
                en: "notice to Kanta of the systems and access points that are used, where they change",
                fi: "ilmoitus Kannalle käytettävistä järjestelmistä ja liityntäpisteistä, kun ne muuttuvat",
                sv: "anmälan till Kanta om de system och anslutningspunkter som används, när de ändras",
            },
            Joining::path().field("declared"),
            LeadTime::Days(21),
            Some(self.by),
            is_done(declared, self.on),
            if pharmacist { PHARMACIES } else { TECHNICAL_DATA },
        );
        if let (Some(Claim::Stated(Some(day))), Some(last)) = (declared, self.all.last_mut()) {
            last.late |= last.latest.is_some_and(|latest| latest < *day);
        }
        for point in &plan.access_points {
            self.add(
                text! {
                    en: "the access point's data are with Kanta before anybody joins through it",
                    fi: "liityntäpisteen tiedot ovat Kannassa, ennen kuin kukaan liittyy sen kautta",
                    sv: "anslutningspunktens uppgifter finns hos Kanta innan någon ansluter sig via den",
                },
                FieldPath::named("access_point", &point.id),
                LeadTime::NotStated,
                Some(self.by),
                is_done(point.declared.as_ref(), self.on),
                ACCESS_POINT,
            );
        }
    }

    /// The renewal is counted back from the end of the assessment, not from going live; no plan says that it is under way.
    fn certification(&mut self, plan: &ConnectionPlan) {
        for system in &plan.systems {
            let about = FieldPath::named("system", &system.id);
            self.add(
                text! {
                    en: "the supplier contacts Kela and the assessor about the renewal, before the assessment ends",
                    fi: "toimittaja ottaa uusimisesta yhteyttä Kelaan ja arviointilaitokseen ennen arvioinnin päättymistä",
                    sv: "leverantören kontaktar FPA och bedömningsorganet om förnyelsen, innan bedömningen går ut",
                },
                about.clone(),
                LeadTime::Months(6),
                system.assessed_until,
                None,
                RENEWAL,
            );
            self.add(
                text! {
                    en: "the supplier registers for joint testing, before the assessment ends",
                    fi: "toimittaja ilmoittautuu yhteistestaukseen ennen arvioinnin päättymistä",
                    sv: "leverantören anmäler sig till samtestningen, innan bedömningen går ut",
                },
                about,
                LeadTime::Months(2),
                system.assessed_until,
                None,
                RENEWAL,
            );
        }
    }

    fn links(&mut self, plan: &ConnectionPlan) {
        const SEVERAL_WEEKS: Text =
            text! { en: "several weeks", fi: "useita viikkoja", sv: "flera veckor" };
        let private = |network| !matches!(network, Some(Network::OpenInternet | Network::Tunnel));
        for link in plan.links.iter().filter(|link| private(link.network)) {
            self.add(
                text! {
                    en: "the private link is ordered, and ready when the party applies",
                    fi: "yksityinen yhteys on tilattu ja valmis, kun liittyjä hakee",
                    sv: "den privata förbindelsen är beställd, och klar när parten ansöker",
                },
                FieldPath::named("link", &link.id),
                LeadTime::Words(SEVERAL_WEEKS),
                Some(self.by),
                is_done(link.ready.as_ref(), self.on),
                LINK,
            );
        }
    }

    /// What is still open on the checklist, and for which no source states a lead time.
    fn others(&mut self, list: &Checklist) {
        for &step in Step::ALL {
            let binding = |item: &super::ChecklistItem<'_>| {
                item.step == step && item.finding.requirement.level() == Level::Must
            };
            let mut entries = list.items().filter(binding).peekable();
            if entries.peek().is_none() {
                continue;
            }
            let done = Some(entries.all(|item| item.state.is_done()));
            self.add(
                step.name(),
                FieldPath::ROOT,
                LeadTime::NotStated,
                Some(self.by),
                done,
                text! { en: "the checklist above", fi: "edellä oleva tarkistuslista", sv: "checklistan ovan" },
            );
        }
    }
}
