//! Clause 5.1: private networks, and table 1 on the open internet as a closed decision list.

use kanta_address_index::{PartyKind, Service};
use kanta_conformance::{
    Bound, Citation, Date, Example, Force, InForce, Outcome, Path, Requirement, Row, Text, Value,
    Version,
};

use super::known::{Choice, Input, Open};
use super::{About, Chapter, MUST, OfLink, SHOULD, clause};
use crate::plan::{Claim, ConnectionPlan, Link, Network, Role, SystemKind, Traffic, Use, Who};

pub(super) static CHAPTER: Chapter = Chapter {
    links: LINKS,
    ..Chapter::EMPTY
};

const TAKE_PRIVATE: Text = Text::new(
    "order a private network connection (MPLS or the like) from an operator; be prepared for several weeks",
    "tilaa operaattorilta yhteys yksityisen verkon kautta (MPLS tai vastaava); varaudu useisiin viikkoihin",
    "beställ en förbindelse via ett privat nät (MPLS eller motsvarande) hos en operatör; räkna med flera veckor",
);

/// The bar on imaging is mentioned since edition 3.6; whether it held before is not told.
const IMAGING_BAR: InForce = InForce::seen(Date::constant(2019, 11, 8));

/// The bar on a pharmacy's primary connection did not hold on 10.5.2019, and stands in the present body.
const PHARMACY_BAR: InForce = InForce {
    from: Bound::Between {
        not_yet: Some(Date::constant(2019, 5, 10)),
        seen: Date::constant(2025, 9, 1),
    },
    until: Bound::Open,
};

static LINKS: &[Row<OfLink>] = &[
    Row {
        requirement: Requirement {
            id: "connection-models/imaging-over-open-internet",
            citations: &[
                Citation::guide_until("4.2", Version::new(3, 6), Version::new(3, 12)),
                Citation::guide("5.1", Version::new(3, 13)),
            ],
            statement: Text::new(
                "the Imaging Data Repository is never used over an open internet connection",
                "Kuva-aineistojen tietovarantoa ei käytetä avoimen internetyhteyden kautta",
                "Datalagret för bildmaterial används aldrig via en öppen internetförbindelse",
            ),
            fault: Text::new(
                "imaging traffic goes over the open internet",
                "kuva-aineistojen liikenne kulkee avoimen internetin kautta",
                "bildmaterialets trafik går över det öppna internet",
            ),
            remedy: TAKE_PRIVATE,
            in_force: IMAGING_BAR,
            purpose: Some(Text::new(
                "imaging moves large amounts of data, and on the open internet nobody guarantees capacity the whole way",
                "kuva-aineistoissa siirtyy paljon tietoa, eikä avoimessa internetissä kukaan takaa kapasiteettia koko matkalle",
                "bildmaterial flyttar stora datamängder, och på det öppna internet garanterar ingen kapaciteten hela vägen",
            )),
            example: Some(Example {
                before: r#"[[use]]
service = "imaging"
access_point = "ap1"

[[link]]
id = "mpls-a"
network = "open-internet""#,
                after: r#"[[use]]
service = "imaging"
access_point = "ap1"

[[link]]
id = "mpls-a"
network = "private""#,
            }),
            fields: &["network", "use.service"],
            ..MUST
        },
        check: imaging,
    },
    Row {
        requirement: Requirement {
            id: "connection-models/pharmacy-prescription-primary-over-open-internet",
            citations: &[clause("5.1")],
            statement: Text::new(
                "the primary connection of a pharmacy's Prescription Service is never an open internet connection",
                "apteekin Resepti-palvelun ensisijainen yhteys ei ole avoin internetyhteys",
                "den primära förbindelsen för apotekens Recepttjänst är aldrig en öppen internetförbindelse",
            ),
            fault: Text::new(
                "the pharmacy's primary connection goes over the open internet",
                "apteekin ensisijainen yhteys kulkee avoimen internetin kautta",
                "apotekets primära förbindelse går över det öppna internet",
            ),
            remedy: TAKE_PRIVATE,
            reading: Some(Text::new(
                "on 10.5.2019 Kanta still allowed it; since when it is barred is not told",
                "10.5.2019 Kanta vielä salli sen; kiellon alkua ei kerrota",
                "den 10.5.2019 tillät Kanta det ännu; när förbudet började sägs inte",
            )),
            in_force: PHARMACY_BAR,
            purpose: Some(Text::new(
                "dispensing depends on the Prescription Service: trouble on the open internet must not stop it",
                "lääkkeiden toimittaminen on Resepti-palvelun varassa: avoimen internetin häiriö ei saa pysäyttää sitä",
                "expedieringen av läkemedel beror på Recepttjänsten: en störning på det öppna internet får inte stoppa den",
            )),
            example: Some(Example {
                before: r#"[party]
kind = "pharmacist"

[[use]]
service = "prescription"
access_point = "ap1"

[[link]]
id = "mpls-a"
role = "primary"
network = "open-internet""#,
                after: r#"[party]
kind = "pharmacist"

[[use]]
service = "prescription"
access_point = "ap1"

[[link]]
id = "mpls-a"
role = "primary"
network = "private""#,
            }),
            fields: &["network", "role", "use.service", "party.kind"],
            ..MUST
        },
        check: pharmacy_primary,
    },
    Row {
        requirement: Requirement {
            id: "connection-models/open-internet-outside-table-1",
            citations: &[clause("5.1, table 1"), clause("5.2"), clause("6")],
            statement: Text::new(
                "connections go over a private network; the open internet is allowed only in the cases of table 1",
                "yhteydet kulkevat yksityisen verkon kautta; avoin internet on sallittu vain taulukon 1 tapauksissa",
                "förbindelserna går via ett privat nät; det öppna internet är tillåtet endast i fallen i tabell 1",
            ),
            fault: Text::new(
                "the link goes over the open internet, and no row of table 1 covers it",
                "yhteys kulkee avoimen internetin kautta, eikä mikään taulukon 1 rivi kata sitä",
                "förbindelsen går över det öppna internet, och ingen rad i tabell 1 täcker den",
            ),
            remedy: TAKE_PRIVATE,
            reading: Some(Text::new(
                "table 1 is headed as examples, yet clauses 5.2 and 6 allow only the exceptions given there: it is read as a closed list",
                "taulukko 1 on otsikoitu esimerkeiksi, mutta luvut 5.2 ja 6 sallivat vain siinä annetut poikkeukset: se luetaan suljettuna luettelona",
                "tabell 1 kallas exempel, men 5.2 och 6 tillåter bara undantagen som ges där: den läses som en sluten lista",
            )),
            purpose: Some(Text::new(
                "a private network can be protected better against threats from the internet, such as denial of service",
                "yksityinen verkko voidaan suojata paremmin internetin uhilta, kuten palvelunestohyökkäyksiltä",
                "ett privat nät kan skyddas bättre mot hot från internet, såsom överbelastningsattacker",
            )),
            example: Some(Example {
                before: r#"[[link]]
id = "mpls-a"
role = "primary"
network = "open-internet"

[volume]
message_traffic = "large""#,
                after: r#"[[link]]
id = "mpls-a"
role = "primary"
network = "private"

[volume]
message_traffic = "large""#,
            }),
            fields: &[
                "network",
                "role",
                "use.system",
                "access_point.administrator",
                "volume.message_traffic",
            ],
            ..MUST
        },
        check: table_1,
    },
    Row {
        requirement: Requirement {
            id: "connection-models/open-internet-not-justified",
            citations: &[
                Citation::guide_until("4.2", Version::new(3, 4), Version::new(3, 12)),
                Citation::guide("5.1", Version::new(3, 13)),
            ],
            statement: Text::new(
                "an open internet connection is used only in justified exceptional cases",
                "avointa internetyhteyttä käytetään vain perustelluissa poikkeustapauksissa",
                "en öppen internetförbindelse används endast i motiverade undantagsfall",
            ),
            fault: Text::new(
                "no reason is given for the open internet connection",
                "avoimelle internetyhteydelle ei ole perustelua",
                "ingen motivering ges för den öppna internetförbindelsen",
            ),
            remedy: Text::new(
                "write down why a private network cannot be used (`justification`), or order one",
                "kirjaa, miksi yksityistä verkkoa ei voi käyttää (`justification`), tai tilaa sellainen",
                "skriv ner varför ett privat nät inte kan användas (`justification`), eller beställ ett",
            ),
            reading: Some(Text::new(
                "a backup without a justification is left open",
                "varayhteys ilman perustelua jää avoimeksi",
                "en reservförbindelse utan motivering lämnas öppen",
            )),
            purpose: Some(Text::new(
                "whoever gives up the better protection of a private network has to be able to say why",
                "joka luopuu yksityisen verkon paremmasta suojasta, sen on voitava kertoa miksi",
                "den som avstår från det privata nätets bättre skydd ska kunna säga varför",
            )),
            example: Some(Example {
                before: r#"[[link]]
id = "mpls-a"
role = "primary"
network = "open-internet"
justification = false"#,
                after: r#"[[link]]
id = "mpls-a"
role = "primary"
network = "open-internet"
justification = "no operator offers a private link on the island""#,
            }),
            in_force: InForce::seen(Date::constant(2019, 1, 31)),
            fields: &["justification", "network", "role"],
            ..MUST
        },
        check: justified,
    },
    Row {
        requirement: Requirement {
            id: "connection-models/open-internet-risks-not-heeded",
            citations: &[clause("5.1")],
            statement: Text::new(
                "where the open internet is used, its risks, such as denial of service, are heeded",
                "avointa internetiä käytettäessä otetaan huomioon sen riskit, kuten palvelunestohyökkäykset",
                "när öppet internet används beaktas dess risker, såsom överbelastningsattacker",
            ),
            fault: Text::new(
                "the risks of the open internet connection are not heeded",
                "avoimen internetyhteyden riskejä ei ole otettu huomioon",
                "riskerna med den öppna internetförbindelsen har inte beaktats",
            ),
            remedy: Text::new(
                "write down how denial of service and other threats at the internet interface are met (`risks`)",
                "kirjaa, miten palvelunestohyökkäyksiin ja muihin internetrajapinnan uhkiin varaudutaan (`risks`)",
                "skriv ner hur överbelastningsattacker och andra hot mot internetgränssnittet möts (`risks`)",
            ),
            purpose: Some(Text::new(
                "anybody can attack an interface to the internet, for example by denial of service",
                "kuka tahansa voi hyökätä internetrajapintaan, esimerkiksi palvelunestolla",
                "vem som helst kan attackera ett gränssnitt mot internet, till exempel genom överbelastning",
            )),
            example: Some(Example {
                before: r#"[[link]]
id = "mpls-a"
network = "open-internet"
risks = false"#,
                after: r#"[[link]]
id = "mpls-a"
network = "open-internet"
risks = "the operator filters denial of service""#,
            }),
            fields: &["risks", "network"],
            ..SHOULD
        },
        check: risks,
    },
];

const TUNNEL: Text = Text::new(
    "whether an encrypted tunnel over the open internet counts as a private network, the guide does not say",
    "ohje ei sano, onko salattu tunneli avoimen internetin yli yksityinen verkko",
    "anvisningen säger inte om en krypterad tunnel över öppet internet räknas som privat nät",
);

const BACKUP_JUSTIFICATION: Text = Text::new(
    "whether a backup over the open internet needs a justification of its own, the guide does not say",
    "ohje ei sano, tarvitseeko avoimen internetin varayhteys oman perustelun",
    "anvisningen säger inte om en reservförbindelse över öppet internet behöver en egen motivering",
);

const HOSPITAL_PHARMACIES: Text = Text::new(
    "whether the pharmacies of this rule include hospital pharmacies and medicine centres, the guide does not say",
    "ohje ei sano, kuuluvatko säännön apteekkeihin sairaala-apteekit ja lääkekeskukset",
    "anvisningen säger inte om regelns apotek omfattar sjukhusapotek och läkemedelscentraler",
);

const NO_ROLE_NAMED: Text = Text::new(
    "whether the conditions of table 1 for patient and client data systems bind a backup connection too",
    "sitovatko taulukon 1 ehdot potilas- ja asiakastietojärjestelmille myös varayhteyttä",
    "binder villkoren i tabell 1 för patient- och klientdatasystem även en reservförbindelse",
);

const SHARED_BACKUP: Text = Text::new(
    "table 1 has no row for the backup connection of an access point shared with another joining party",
    "taulukossa 1 ei ole riviä toisen liittyjän kanssa jaetun liityntäpisteen varayhteydelle",
    "tabell 1 har ingen rad för reservförbindelsen hos en anslutningspunkt som delas med en annan anslutande aktör",
);

const TENANT_SHARES: Text = Text::new(
    "whether use by a tenant counts as use by the joining party alone",
    "luetaanko vuokralaisen käyttö liittyjän yksinomaiseksi käytöksi",
    "räknas en hyresgästs användning som den anslutande aktörens egen",
);

type LinkView<'a> = About<'a, &'a Link>;

/// The uses whose traffic a link carries: those of the access points from which the link can be reached.
fn carried<'a>(plan: &'a ConnectionPlan, link: &'a Link) -> Vec<&'a Use> {
    let mut uses: Vec<&Use> = plan.uses_through(&link.from).collect();
    let feeders = plan
        .links
        .iter()
        .filter(|feeder| feeder.to == link.from && feeder.from != link.from);
    let mut points: Vec<&str> = feeders.map(|feeder| feeder.from.as_str()).collect();
    points.sort_unstable();
    points.dedup();
    for point in points {
        uses.extend(plan.uses_through(point));
    }
    uses
}

/// What holds of the open internet, told of the network that the link has: a private network satisfies, and a
/// tunnel may be read as either.
fn over(network: Network, open_internet: impl Fn() -> Outcome) -> Outcome {
    match network {
        Network::Private => Outcome::Satisfied,
        Network::OpenInternet => open_internet(),
        Network::Tunnel => match open_internet() {
            Outcome::Satisfied => Outcome::Satisfied,
            _ => Outcome::ambiguous(TUNNEL),
        },
    }
}

fn network(about: &LinkView<'_>, open: &mut Open) -> Input<Network> {
    open.input(about.item.network, Network::ALL, || about.path("network"))
}

fn role(about: &LinkView<'_>, open: &mut Open) -> Input<Role> {
    open.input(about.item.role, Role::ALL, || about.path("role"))
}

fn imaging(about: LinkView<'_>) -> Outcome {
    if !carried(about.plan, about.item)
        .iter()
        .any(|u| u.service == Service::Imaging)
    {
        return Outcome::NotApplicable;
    }
    let mut open = Open::default();
    let network = network(&about, &mut open);
    open.decide(|choice| {
        Some(over(network.under(choice)?, || {
            found_open(Network::Private.name())
        }))
    })
}

fn found_open(required: Text) -> Outcome {
    Outcome::violated(
        Value::Term(Network::OpenInternet.name()),
        Value::Term(required),
    )
}

/// Whether the link carries the Prescription Service of a pharmacy: of a pharmacist, or of one that is perhaps meant.
fn pharmacy_prescription(about: &LinkView<'_>, kind: PartyKind) -> Option<bool> {
    let uses_it = carried(about.plan, about.item)
        .iter()
        .any(|u| u.service == Service::Prescription);
    match kind {
        PartyKind::Pharmacist if uses_it => Some(true),
        PartyKind::HospitalPharmacy | PartyKind::MedicineCentre if uses_it => None,
        _ => Some(false),
    }
}

fn party_kind(about: &LinkView<'_>, open: &mut Open) -> Input<PartyKind> {
    let kind = about.plan.party.as_ref().and_then(|party| party.kind);
    open.input(kind, PartyKind::ALL, || Path::new("party", "kind"))
}

fn pharmacy_primary(about: LinkView<'_>) -> Outcome {
    let mut open = Open::default();
    let (kind, role) = (party_kind(&about, &mut open), role(&about, &mut open));
    let network = network(&about, &mut open);
    open.decide(|choice| {
        let meant = pharmacy_prescription(&about, kind.under(choice)?);
        if meant == Some(false) || role.under(choice)? == Role::Backup {
            return Some(Outcome::NotApplicable);
        }
        Some(over(network.under(choice)?, || match meant {
            Some(_) => found_open(Network::Private.name()),
            None => Outcome::ambiguous(HOSPITAL_PHARMACIES),
        }))
    })
}

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
    let from_consolidation = plan.consolidation_point(&about.item.from).is_some();
    let mut worst = Outcome::NotApplicable;
    for a_use in carried(plan, about.item) {
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
            Some(system) => Path::new(&format!("system.{}", system.id), "kind"),
            None => {
                let index = plan
                    .uses
                    .iter()
                    .position(|other| core::ptr::eq(other, a_use));
                Path::new(&format!("use[{}]", index.unwrap_or_default()), "system")
            }
        },
    );
    let traffic = open.input(plan.volume.message_traffic, Traffic::ALL, || {
        Path::new("volume", "message_traffic")
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
        || {
            Path::new(
                &format!("access_point.{}", about.item.from),
                "administrator",
            )
        },
    );
    let sharing = sharing(plan, &a_use.access_point);
    open.decide(|choice: &Choice<'_>| {
        let (role, kind) = (role.under(choice)?, kind.under(choice)?);
        let case = Case {
            kind,
            role,
            system: system.under(choice)?,
            administrator: administrator.under(choice)?,
            sharing,
            traffic: traffic.under(choice)?,
        };
        let network = network.under(choice)?;
        // What a bar decides, on days when it is known to hold, table 1 has no more to say about.
        let holds = |bar: InForce| bar.on(about.on) == Force::Yes;
        let barred = (a_use.service == Service::Imaging && holds(IMAGING_BAR))
            || (a_use.service == Service::Prescription
                && kind == PartyKind::Pharmacist
                && role == Role::Primary
                && holds(PHARMACY_BAR));
        if barred && network != Network::Private {
            return Some(Outcome::NotApplicable);
        }
        Some(over(network, || case.decide()))
    })
}

/// What table 1 needs to know of a link over the open internet.
struct Case {
    kind: PartyKind,
    role: Role,
    system: SystemKind,
    administrator: Administrator,
    sharing: Sharing,
    traffic: Traffic,
}

impl Case {
    fn decide(&self) -> Outcome {
        match (self.administrator(), self.system) {
            // Row 4.
            (Administrator::ConsolidationPoint | Administrator::Intermediary, _) => {
                self.backup_only()
            }
            // Row 1. A pharmacist is a person: what the pharmacist administers is a pharmacy's.
            (Administrator::Pharmacy, SystemKind::Pharmacy) => self.backup_only(),
            (Administrator::Party, SystemKind::Pharmacy) if self.kind == PartyKind::Pharmacist => {
                self.backup_only()
            }
            (Administrator::Party, SystemKind::Pharmacy)
                if self.is_hospital_pharmacy() && self.role == Role::Backup =>
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

    fn backup_only(&self) -> Outcome {
        match self.role {
            Role::Backup => Outcome::Satisfied,
            Role::Primary => Outcome::violated(
                Value::Term(Role::Primary.name()),
                Value::Term(Text::new(
                    "the open internet as a backup connection only",
                    "avoin internet vain varayhteytenä",
                    "öppet internet endast som reservförbindelse",
                )),
            ),
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
            (Traffic::Large, Role::Backup) => Outcome::ambiguous(NO_ROLE_NAMED),
            (Traffic::Large, Role::Primary) => Outcome::violated(
                Value::Term(Traffic::Large.name()),
                Value::Term(Traffic::Small.name()),
            ),
        }
    }

    fn shared(&self) -> Outcome {
        match self.role {
            Role::Backup => Outcome::silent(SHARED_BACKUP),
            Role::Primary => Outcome::violated(
                Value::Term(Text::new(
                    "an access point that others use too",
                    "liityntäpiste, jota muutkin käyttävät",
                    "en anslutningspunkt som även andra använder",
                )),
                Value::Term(Text::new(
                    "use by the joining party alone",
                    "vain liittyjän omassa käytössä",
                    "användning enbart av den anslutande aktören",
                )),
            ),
        }
    }

    fn no_row(&self) -> Outcome {
        Outcome::violated(
            Value::List(vec![
                Value::Term(self.system.name()),
                Value::Term(self.role.name()),
            ]),
            Value::Term(Text::new(
                "a case of table 1",
                "taulukon 1 tapaus",
                "ett fall i tabell 1",
            )),
        )
    }
}

/// A fact that only an open internet connection has to give.
fn given_if_open(
    about: &LinkView<'_>,
    fact: Option<&Claim<String>>,
    field: &'static str,
    denied: impl Fn(Role) -> Outcome,
) -> Outcome {
    let mut open = Open::default();
    let (network, role) = (network(about, &mut open), role(about, &mut open));
    let given = open.flag(fact.map(|fact| matches!(fact, Claim::Stated(_))), || {
        about.path(field)
    });
    open.decide(|choice| {
        let network = network.under(choice)?;
        if network == Network::Private {
            return Some(Outcome::NotApplicable);
        }
        let outcome = match given.under(choice)? {
            true => Outcome::Satisfied,
            false => denied(role.under(choice)?),
        };
        Some(match (network, outcome) {
            (Network::Tunnel, Outcome::Satisfied) => Outcome::Satisfied,
            (Network::Tunnel, _) => Outcome::ambiguous(TUNNEL),
            (_, outcome) => outcome,
        })
    })
}

const NOT_GIVEN: Value = Value::Term(Text::new("none", "ei ole", "ingen"));

fn justified(about: LinkView<'_>) -> Outcome {
    given_if_open(
        &about,
        about.item.justification.as_ref(),
        "justification",
        |role| match role {
            Role::Backup => Outcome::silent(BACKUP_JUSTIFICATION),
            Role::Primary => Outcome::violated(
                NOT_GIVEN,
                Value::Term(Text::new("a justification", "perustelu", "en motivering")),
            ),
        },
    )
}

fn risks(about: LinkView<'_>) -> Outcome {
    given_if_open(&about, about.item.risks.as_ref(), "risks", |_| {
        Outcome::violated(
            NOT_GIVEN,
            Value::Term(Text::new(
                "how the risks are met",
                "miten riskeihin varaudutaan",
                "hur riskerna möts",
            )),
        )
    })
}
