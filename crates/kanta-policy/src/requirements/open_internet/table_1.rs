//! Clause 5.1, table 1: the cases in which a link may go over the open internet.

use kanta_address_index::{PartyKind, Service};
use kanta_conformance::{
    Citation, Document, FieldPath, Force, InForce, Outcome, Requirement, Row, Text, Value, text,
};

use super::TAKE_PRIVATE;
use super::bars::{HOSPITAL_PHARMACIES, IMAGING_BAR, PHARMACY_BAR};
use super::link::{LinkView, carried, network, over, party_kind, role};
use super::of_2019::{ARTICLE, before_table_1, duty};
use crate::plan::{Claim, ConnectionPlan, LinkRole, Network, SystemKind, Traffic, Use, Who};
use crate::requirements::known::{Choice, Open};
use crate::requirements::{OfLink, clause};

pub(super) const OUTSIDE_TABLE_1: Row<OfLink> = Row {
    requirement: &Requirement::must("connection-models/open-internet-outside-table-1")
        .with_citations(&[
            clause("5.1, table 1"),
            clause("5.2"),
            clause("6"),
            Citation::page(&Document::PRIVATE_NETWORK, ""),
        ])
        .with_statement(text! {
            en: "connections go over a private network; the open internet is allowed only in the cases of table 1",
            fi: "yhteydet kulkevat yksityisen verkon kautta; avoin internet on sallittu vain taulukon 1 tapauksissa",
            sv: "teleförbindelserna går via ett privat nät; det öppna internet är tillåtet endast i fallen i tabell 1",
        })
        .with_fault(text! {
            en: "the link goes over the open internet in a way that table 1 does not allow",
            fi: "yhteys kulkee avoimen internetin kautta tavalla, jota taulukko 1 ei salli",
            sv: "teleförbindelsen går över det öppna internet på ett sätt som tabell 1 inte tillåter",
        })
        .with_remedy(TAKE_PRIVATE)
        .with_reading(text! {
            en: "table 1 is headed as examples, yet clauses 5.2 and 6 allow only the exceptions given there: it is read as a closed list; before 1.9.2025 the article of 10.5.2019 states the duty for social welfare and health care providers, except for a justified reason",
            fi: "taulukko 1 on otsikoitu esimerkeiksi, mutta luvut 5.2 ja 6 sallivat vain siinä annetut poikkeukset: se luetaan suljettuna luettelona; ennen 1.9.2025 velvollisuus perustuu 10.5.2019 kirjoitettuun artikkeliin, joka koskee sosiaali- ja terveydenhuollon palvelunantajia ja sallii perustellun poikkeuksen",
            sv: "tabell 1 kallas exempel, men 5.2 och 6 tillåter bara undantagen som ges där: den läses som en sluten lista; före 1.9.2025 säger artikeln av 10.5.2019 det om tillhandahållare av social- och hälsovård, utom av motiverade skäl",
        })
        .with_purpose(text! {
            en: "a private network can be protected better against threats from the internet, such as denial of service",
            fi: "yksityinen verkko voidaan suojata paremmin internetin uhilta, kuten palvelunestohyökkäyksiltä",
            sv: "ett privat nät kan skyddas bättre mot hot från internet, såsom överbelastningsattacker",
        })
        .with_example(
            r#"[[link]]
id = "mpls-a"
role = "primary"
network = "open-internet"

[volume]
message_traffic = "large""#,
            r#"[[link]]
id = "mpls-a"
role = "primary"
network = "private"

[volume]
message_traffic = "large""#,
        )
        .with_in_force(InForce::seen(ARTICLE))
        .with_fields(&[
            "network",
            "role",
            "use.system",
            "access_point.administrator",
            "volume.message_traffic",
            "justification",
        ]),
    check: table_1,
};

const NO_ROLE_NAMED: Text = text! {
    en: "whether the conditions of table 1 for patient and client data systems bind a backup connection too",
    fi: "sitovatko taulukon 1 ehdot potilas- ja asiakastietojärjestelmille myös varayhteyttä",
    sv: "binder villkoren i tabell 1 för patient- och klientdatasystem även en reservförbindelse",
};

const TWO_ROWS: Text = text! {
    en: "two rows of table 1 touch a link into a consolidation point, that of its system (row 2 or 3) and that of consolidation points (row 4, a backup only), and they differ",
    fi: "kaksi taulukon 1 riviä koskee yhteyttä kokoamispisteeseen, järjestelmän rivi (2 tai 3) ja kokoamispisteen rivi (4, vain varayhteytenä), ja ne ovat eri mieltä",
    sv: "två rader i tabell 1 rör en teleförbindelse till en samlingspunkt, systemets rad (2 eller 3) och samlingspunktens rad (4, endast som reserv), och de säger olika",
};

const SHARED_BACKUP: Text = text! {
    en: "table 1 has no row for the backup connection of an access point shared with another joining party",
    fi: "taulukossa 1 ei ole riviä toisen liittyjän kanssa jaetun liityntäpisteen varayhteydelle",
    sv: "tabell 1 har ingen rad för reservförbindelsen hos en anslutningspunkt som delas med en annan anslutande aktör",
};

const TENANT_SHARES: Text = text! {
    en: "whether use by a tenant counts as use by the joining party alone",
    fi: "luetaanko vuokralaisen käyttö liittyjän yksinomaiseksi käytöksi",
    sv: "räknas en hyresgästs användning som den anslutande aktörens egen",
};

const ROW_1: Text = text! {
    en: "the open internet as a backup connection only (row 1)",
    fi: "avoin internet vain varayhteytenä (rivi 1)",
    sv: "öppet internet endast som reservförbindelse (rad 1)",
};

const ROW_4: Text = text! {
    en: "the open internet as a backup connection only (row 4)",
    fi: "avoin internet vain varayhteytenä (rivi 4)",
    sv: "öppet internet endast som reservförbindelse (rad 4)",
};

/// Who administers the point from which a link starts, as table 1 tells them apart.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Administrator {
    ConsolidationPoint,
    Intermediary,
    Pharmacy,
    Party,
    OtherParty,
}

/// Who uses an access point beside the joining party.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sharing {
    Alone,
    WithTenant,
    WithOthers,
}

fn sharing(plan: &ConnectionPlan, point: &str) -> Sharing {
    let mut sharing = Sharing::Alone;
    for user in plan.uses_through(point).map(|u| plan.who(&u.user)) {
        match user {
            Some(Who::Tenant(_)) if sharing == Sharing::Alone => sharing = Sharing::WithTenant,
            // A tenant is given no use of its own: it works through the points that the party uses.
            Some(own) if own.is_own() && !plan.tenants.is_empty() && sharing == Sharing::Alone => {
                sharing = Sharing::WithTenant;
            }
            Some(Who::Intermediary(_) | Who::OtherParty(_) | Who::Organiser(_)) => {
                return Sharing::WithOthers;
            }
            _ => {}
        }
    }
    sharing
}

/// Table 1 for one link: the worst that it says of any use that the link carries.
fn table_1(about: LinkView<'_>) -> Outcome {
    let plan = about.plan;
    let uses = carried(plan, about.item);
    // A private network is what is asked for, whoever uses it and on any day.
    if about.item.network == Some(Network::Private) && !uses.is_empty() {
        return Outcome::Satisfied;
    }
    let from_consolidation = plan.consolidation_point(&about.item.from).is_some();
    let mut worst = Outcome::NotApplicable;
    for a_use in uses {
        let outcome = table_1_for(&about, a_use, from_consolidation);
        if rank(&outcome) > rank(&worst) {
            worst = outcome;
        }
    }
    worst
}

const fn rank(outcome: &Outcome) -> u8 {
    match outcome {
        Outcome::NotInForce | Outcome::NotApplicable => 0,
        Outcome::Satisfied => 1,
        Outcome::Undetermined(_) => 2,
        Outcome::Violated { .. } => 3,
    }
}

fn table_1_for(about: &LinkView<'_>, a_use: &Use, from_consolidation: bool) -> Outcome {
    let plan = about.plan;
    let mut open = Open::default();
    let (network, role) = (network(about, &mut open), role(about, &mut open));
    let kind = party_kind(about, &mut open);
    let system = plan.system(a_use.system.as_deref().unwrap_or_default());
    let system = open.input(
        system.and_then(|system| system.kind),
        SystemKind::ALL,
        || match system {
            Some(system) => FieldPath::named("system", &system.id).field("kind"),
            None => {
                let index = plan
                    .uses
                    .iter()
                    .position(|other| core::ptr::eq(other, a_use));
                FieldPath::entry("use", index.unwrap_or_default()).field("system")
            }
        },
    );
    let traffic = open.input(plan.volume.message_traffic, Traffic::ALL, || {
        FieldPath::table("volume").field("message_traffic")
    });
    let administrator = if from_consolidation {
        Some(Administrator::ConsolidationPoint)
    } else {
        plan.access_point(&about.item.from)
            .and_then(|p| plan.administrator(p))
            .map(|who| match who {
                Who::Intermediary(_) => Administrator::Intermediary,
                Who::Pharmacy(_) => Administrator::Pharmacy,
                Who::Party(_) => Administrator::Party,
                Who::OtherParty(_) | Who::Organiser(_) | Who::Tenant(_) => {
                    Administrator::OtherParty
                }
            })
    };
    let administrator = open.input(
        administrator,
        &[
            Administrator::Intermediary,
            Administrator::Pharmacy,
            Administrator::Party,
            Administrator::OtherParty,
        ],
        || FieldPath::named("access_point", &about.item.from).field("administrator"),
    );
    let sharing = sharing(plan, &a_use.access_point);
    let justification = about.item.justification.as_ref();
    let justification = before_table_1(about.on()).then(|| {
        let is_stated = justification.map(|its| matches!(its, Claim::Stated(_)));
        open.flag(is_stated, || about.path("justification"))
    });
    open.decide(|choice: &Choice<'_>| {
        let (role, kind) = (role.under(choice)?, kind.under(choice)?);
        let case = Case {
            kind,
            role,
            system: system.under(choice)?,
            administrator: administrator.under(choice)?,
            sharing,
            traffic: traffic.under(choice)?,
            into_consolidation: plan.consolidation_point(&about.item.to).is_some(),
        };
        let network = network.under(choice)?;
        // What a bar decides, on days when it is known to hold, table 1 has no more to say about.
        let holds = |bar: InForce| bar.on(about.on()) == Force::Yes;
        let barred = (a_use.service == Service::Imaging && holds(IMAGING_BAR))
            || (a_use.service == Service::Prescription
                && kind == PartyKind::Pharmacist
                && role == LinkRole::Primary
                && holds(PHARMACY_BAR));
        if barred && network != Network::Private {
            return Some(Outcome::NotApplicable);
        }
        if let Some(justification) = &justification {
            let is_justified = justification.under(choice)?;
            return Some(over(network, || duty(about, kind, role, is_justified)));
        }
        Some(over(network, || case.of_every_row()))
    })
}

/// What table 1 needs to know of a link over the open internet.
struct Case {
    kind: PartyKind,
    role: LinkRole,
    system: SystemKind,
    administrator: Administrator,
    sharing: Sharing,
    traffic: Traffic,
    into_consolidation: bool,
}

impl Case {
    /// A leg from an access point into a consolidation point is judged by its own row and by row 4 as well.
    fn of_every_row(&self) -> Outcome {
        let outcome = self.decide();
        if !self.into_consolidation {
            return outcome;
        }
        match (outcome, self.backup_only(ROW_4)) {
            (Outcome::Satisfied, Outcome::Violated { .. })
            | (Outcome::Violated { .. }, Outcome::Satisfied) => Outcome::ambiguous(TWO_ROWS),
            (outcome, _) => outcome,
        }
    }

    fn decide(&self) -> Outcome {
        match (self.administrator(), self.system) {
            // Row 4.
            (Administrator::ConsolidationPoint | Administrator::Intermediary, _) => {
                self.backup_only(ROW_4)
            }
            // Row 1. A pharmacist is a person: what the pharmacist administers is a pharmacy's.
            (Administrator::Pharmacy, SystemKind::Pharmacy) => self.backup_only(ROW_1),
            (Administrator::Party, SystemKind::Pharmacy) if self.kind == PartyKind::Pharmacist => {
                self.backup_only(ROW_1)
            }
            (Administrator::Party, SystemKind::Pharmacy)
                if self.is_hospital_pharmacy() && self.role == LinkRole::Backup =>
            {
                Outcome::ambiguous(HOSPITAL_PHARMACIES)
            }
            // An access point that another joining party administers is shared with it. A pharmacy is another party
            // for everybody but its pharmacist.
            (Administrator::OtherParty, _) => self.shared(),
            (Administrator::Pharmacy, _) if self.kind != PartyKind::Pharmacist => self.shared(),
            (Administrator::Party | Administrator::Pharmacy, _) => match self.sharing {
                Sharing::Alone => self.alone(),
                Sharing::WithOthers => self.shared(),
                Sharing::WithTenant => match (self.alone(), self.shared()) {
                    (Outcome::Violated { found, required }, Outcome::Violated { .. }) => {
                        Outcome::violated(found, required)
                    }
                    _ => Outcome::ambiguous(TENANT_SHARES),
                },
            },
        }
    }

    /// The administrator; a joining party that is an intermediary provides its access point as one.
    fn administrator(&self) -> Administrator {
        match self.administrator {
            Administrator::Party if self.kind == PartyKind::Intermediary => {
                Administrator::Intermediary
            }
            other => other,
        }
    }

    fn is_hospital_pharmacy(&self) -> bool {
        matches!(
            self.kind,
            PartyKind::HospitalPharmacy | PartyKind::MedicineCentre
        )
    }

    fn backup_only(&self, row: Text) -> Outcome {
        match self.role {
            LinkRole::Backup => Outcome::Satisfied,
            LinkRole::Primary => {
                Outcome::violated(Value::Term(LinkRole::Primary.name()), Value::Term(row))
            }
        }
    }

    /// Rows 2 and 3.
    fn alone(&self) -> Outcome {
        if !matches!(
            self.system,
            SystemKind::PatientData | SystemKind::ClientData
        ) {
            return self.no_row();
        }
        match (self.traffic, self.role) {
            (Traffic::Small, _) => Outcome::Satisfied,
            (Traffic::Large, LinkRole::Backup) => Outcome::ambiguous(NO_ROLE_NAMED),
            (Traffic::Large, LinkRole::Primary) => Outcome::violated(
                Value::Term(Traffic::Large.name()),
                Value::Term(Traffic::Small.name()),
            ),
        }
    }

    fn shared(&self) -> Outcome {
        match self.role {
            LinkRole::Backup => Outcome::silent(SHARED_BACKUP),
            LinkRole::Primary => Outcome::violated(
                Value::Term(text! {
                    en: "an access point that others use too",
                    fi: "liityntäpiste, jota muutkin käyttävät",
                    sv: "en anslutningspunkt som även andra använder",
                }),
                Value::Term(text! {
                    en: "use by the joining party alone",
                    fi: "vain liittyjän omassa käytössä",
                    sv: "användning enbart av den anslutande aktören",
                }),
            ),
        }
    }

    fn no_row(&self) -> Outcome {
        Outcome::violated(
            Value::List(vec![
                Value::Term(self.system.name()),
                Value::Term(self.role.name()),
            ]),
            Value::Term(text! {
                en: "a case of table 1, no row of which covers this",
                fi: "taulukon 1 tapaus; mikään rivi ei kata tätä",
                sv: "ett fall i tabell 1; ingen rad täcker detta",
            }),
        )
    }
}
