//! Clauses 5.4 and 5.5: how fast a link has to be.

use kanta_address_index::Service;
use kanta_conformance::{Evidence, Example, Outcome, Path, Requirement, Row, Text, Value};

use super::data_communication::carries;
use super::known::Open;
use super::{About, Chapter, MUST, OfLink, OfVolume, clause};
use crate::plan::{Claim, Link, PharmacySize, Role, Volume, Who};

pub(super) static CHAPTER: Chapter = Chapter {
    links: LINKS,
    volume: VOLUME,
    ..Chapter::EMPTY
};

const FASTER: Text = Text::new(
    "order a faster link, in both directions",
    "tilaa nopeampi yhteys molempiin suuntiin",
    "beställ en snabbare förbindelse i båda riktningarna",
);

const FIGURES: Text = Text::new(
    "the figures are examples of a minimum; each counts for itself, in both directions, and none for backups",
    "luvut ovat esimerkkejä vähimmäisvaatimuksesta; kukin koskee molempia suuntia eikä mikään varayhteyksiä",
    "siffrorna är exempel på ett minimum; var och en gäller båda riktningarna och ingen reservförbindelser",
);

const TOO_SLOW: Text = Text::new(
    "the link is slower than the guide's figure",
    "yhteys on hitaampi kuin ohjeen luku",
    "förbindelsen är långsammare än anvisningens siffra",
);

const FIGURE: Requirement = Requirement {
    citations: &[clause("5.5")],
    remedy: FASTER,
    reading: Some(FIGURES),
    evidence: Evidence::Computed,
    ..MUST
};

static LINKS: &[Row<OfLink>] = &[
    Row {
        requirement: Requirement {
            id: "connection-models/link-too-slow-for-small-pharmacy",
            statement: Text::new(
                "a small pharmacy has at least 10 Mbit/s",
                "pienellä apteekilla on vähintään 10 Mbit/s",
                "ett litet apotek har minst 10 Mbit/s",
            ),
            fault: Text::new(
                "the link is too slow for a small pharmacy",
                "yhteys on liian hidas pienelle apteekille",
                "förbindelsen är för långsam för ett litet apotek",
            ),
            purpose: Some(Text::new(
                "so that dispensing does not wait for the link",
                "jotta lääkkeiden toimittaminen ei odota yhteyttä",
                "för att expedieringen inte ska vänta på förbindelsen",
            )),
            example: Some(Example {
                before: r#"[[pharmacy]]
id = "main"
size = "small"

[[access_point]]
id = "ap1"
administrator = "main"

[[link]]
id = "mpls-a"
role = "primary"
down_mbit = 8
up_mbit = 8"#,
                after: r#"[[pharmacy]]
id = "main"
size = "small"

[[access_point]]
id = "ap1"
administrator = "main"

[[link]]
id = "mpls-a"
role = "primary"
down_mbit = 10
up_mbit = 10"#,
            }),
            fields: &["down_mbit", "up_mbit", "role", "pharmacy.size"],
            ..FIGURE
        },
        check: |about| of_pharmacy(&about, PharmacySize::Small, 10),
    },
    Row {
        requirement: Requirement {
            id: "connection-models/link-too-slow-for-large-pharmacy",
            statement: Text::new(
                "a large pharmacy has at least 30 Mbit/s",
                "suurella apteekilla on vähintään 30 Mbit/s",
                "ett stort apotek har minst 30 Mbit/s",
            ),
            fault: Text::new(
                "the link is too slow for a large pharmacy",
                "yhteys on liian hidas suurelle apteekille",
                "förbindelsen är för långsam för ett stort apotek",
            ),
            purpose: Some(Text::new(
                "so that dispensing does not wait for the link, however many customers there are at once",
                "jotta lääkkeiden toimittaminen ei odota yhteyttä, vaikka asiakkaita on monta yhtä aikaa",
                "för att expedieringen inte ska vänta på förbindelsen, hur många kunder det än är samtidigt",
            )),
            example: Some(Example {
                before: r#"[[pharmacy]]
id = "main"
size = "large"

[[access_point]]
id = "ap1"
administrator = "main"

[[link]]
id = "mpls-a"
role = "primary"
down_mbit = 20
up_mbit = 20"#,
                after: r#"[[pharmacy]]
id = "main"
size = "large"

[[access_point]]
id = "ap1"
administrator = "main"

[[link]]
id = "mpls-a"
role = "primary"
down_mbit = 30
up_mbit = 30"#,
            }),
            fields: &["down_mbit", "up_mbit", "role", "pharmacy.size"],
            ..FIGURE
        },
        check: |about| of_pharmacy(&about, PharmacySize::Large, 30),
    },
    Row {
        requirement: Requirement {
            id: "connection-models/link-too-slow-under-10000-documents",
            statement: Text::new(
                "a joining party that archives fewer than 10 000 documents a day has at least 30 Mbit/s",
                "alle 10 000 asiakirjaa päivässä arkistoivalla liittyjällä on vähintään 30 Mbit/s",
                "en anslutande aktör som arkiverar färre än 10 000 handlingar om dagen har minst 30 Mbit/s",
            ),
            fault: TOO_SLOW,
            purpose: Some(Text::new(
                "so that archiving and looking up documents do not wait for the link",
                "jotta asiakirjojen arkistointi ja haku eivät odota yhteyttä",
                "för att arkivering och sökning av handlingar inte ska vänta på förbindelsen",
            )),
            example: Some(Example {
                before: r#"[[link]]
id = "mpls-a"
role = "primary"
down_mbit = 20
up_mbit = 20

[volume]
documents_per_day = 4000"#,
                after: r#"[[link]]
id = "mpls-a"
role = "primary"
down_mbit = 30
up_mbit = 30

[volume]
documents_per_day = 4000"#,
            }),
            fields: &["down_mbit", "up_mbit", "role", "volume.documents_per_day"],
            ..FIGURE
        },
        check: |about| of_documents(&about, |documents| documents < 10_000, 30),
    },
    Row {
        requirement: Requirement {
            id: "connection-models/link-too-slow-over-100000-documents",
            statement: Text::new(
                "a joining party that archives more than 100 000 documents a day has at least 500 Mbit/s",
                "yli 100 000 asiakirjaa päivässä arkistoivalla liittyjällä on vähintään 500 Mbit/s",
                "en anslutande aktör som arkiverar fler än 100 000 handlingar om dagen har minst 500 Mbit/s",
            ),
            fault: TOO_SLOW,
            purpose: Some(Text::new(
                "so that archiving and looking up documents do not wait for the link, at the busiest hour either",
                "jotta asiakirjojen arkistointi ja haku eivät odota yhteyttä ruuhkatunteinakaan",
                "för att arkivering och sökning av handlingar inte ska vänta på förbindelsen, inte heller under rusningstid",
            )),
            example: Some(Example {
                before: r#"[[link]]
id = "mpls-a"
role = "primary"
down_mbit = 300
up_mbit = 300

[volume]
documents_per_day = 120000"#,
                after: r#"[[link]]
id = "mpls-a"
role = "primary"
down_mbit = 500
up_mbit = 500

[volume]
documents_per_day = 120000"#,
            }),
            fields: &["down_mbit", "up_mbit", "role", "volume.documents_per_day"],
            ..FIGURE
        },
        check: |about| of_documents(&about, |documents| documents > 100_000, 500),
    },
    Row {
        requirement: Requirement {
            id: "connection-models/link-too-slow-for-imaging",
            statement: Text::new(
                "a joining party that uses the Imaging Data Repository has at least 300 Mbit/s",
                "Kuva-aineistojen tietovarantoa käyttävällä liittyjällä on vähintään 300 Mbit/s",
                "en anslutande aktör som använder Datalagret för bildmaterial har minst 300 Mbit/s",
            ),
            fault: Text::new(
                "the link is too slow for the Imaging Data Repository",
                "yhteys on liian hidas Kuva-aineistojen tietovarannolle",
                "förbindelsen är för långsam för Datalagret för bildmaterial",
            ),
            purpose: Some(Text::new(
                "images are large: on a slow link they keep their reader, and everything else, waiting",
                "kuvat ovat suuria: hitaalla yhteydellä ne odotuttavat katsojaansa ja kaikkea muuta",
                "bilder är stora: på en långsam förbindelse får betraktaren och allt annat vänta",
            )),
            example: Some(Example {
                before: r#"[[use]]
service = "imaging"
access_point = "ap1"

[[link]]
id = "mpls-a"
role = "primary"
down_mbit = 100
up_mbit = 100"#,
                after: r#"[[use]]
service = "imaging"
access_point = "ap1"

[[link]]
id = "mpls-a"
role = "primary"
down_mbit = 300
up_mbit = 300"#,
            }),
            fields: &["down_mbit", "up_mbit", "role", "use.service"],
            ..FIGURE
        },
        check: |about| {
            if !carries(&about, Service::Imaging) || !is_own_access(&about) {
                return Outcome::NotApplicable;
            }
            fast_enough(&about, 300)
        },
    },
    Row {
        requirement: Requirement {
            id: "connection-models/link-below-defined-need",
            citations: &[clause("5.4"), clause("5")],
            statement: Text::new(
                "the primary link has the capacity that the joining party has defined as its need",
                "ensisijaisella yhteydellä on se kapasiteetti, jonka liittyjä on määritellyt tarpeekseen",
                "den primära förbindelsen har den kapacitet som den anslutande aktören har definierat som sitt behov",
            ),
            fault: Text::new(
                "the link is slower than the need that the party itself has defined",
                "yhteys on hitaampi kuin liittyjän itse määrittelemä tarve",
                "förbindelsen är långsammare än det behov som aktören själv har definierat",
            ),
            remedy: FASTER,
            reading: Some(Text::new(
                "from 10 000 to 100 000 documents a day the guide gives no figure: the defined need decides",
                "10 000–100 000 asiakirjasta päivässä ohje ei anna lukua: määritelty tarve ratkaisee",
                "från 10 000 till 100 000 handlingar om dagen ger anvisningen ingen siffra: det definierade behovet avgör",
            )),
            evidence: Evidence::Computed,
            purpose: Some(Text::new(
                "the need that the party has defined heeds its own traffic and activity, which the guide's figures cannot",
                "liittyjän määrittelemä tarve ottaa huomioon sen oman liikenteen ja toiminnan, toisin kuin ohjeen luvut",
                "behovet som aktören har definierat beaktar dess egen trafik och verksamhet, vilket anvisningens siffror inte kan",
            )),
            example: Some(Example {
                before: r#"[[link]]
id = "mpls-a"
role = "primary"
down_mbit = 50
up_mbit = 50

[volume]
assessed_need_mbit = 60"#,
                after: r#"[[link]]
id = "mpls-a"
role = "primary"
down_mbit = 100
up_mbit = 100

[volume]
assessed_need_mbit = 60"#,
            }),
            fields: &["down_mbit", "up_mbit", "role", "volume.assessed_need_mbit"],
            ..MUST
        },
        check: defined_need,
    },
];

/// Whether the link starts at an access point that the joining party administers; the guide gives no figures for
/// intermediaries and consolidation points, and another party's links are not this plan's.
fn is_own_access(about: &About<'_, &Link>) -> bool {
    about
        .plan
        .access_point(&about.item.from)
        .is_some_and(|point| about.plan.administrator(point).is_none_or(Who::is_own))
}

/// Whether a primary link has that speed in both directions.
fn fast_enough(about: &About<'_, &Link>, figure: u64) -> Outcome {
    let link = about.item;
    let administrator = match about.plan.access_point(&link.from) {
        Some(point) => about.plan.administrator(point).map(Who::is_own),
        None => Some(false),
    };
    let mut open = Open::default();
    let role = open.input(link.role, Role::ALL, || about.path("role"));
    let own = open.flag(administrator, || {
        Path::new(&format!("access_point.{}", link.from), "administrator")
    });
    let enough = |speed: Option<u64>| match (speed, figure) {
        (_, 0) => Some(true),
        (speed, figure) => speed.map(|speed| speed >= figure),
    };
    let down = open.flag(enough(link.down_mbit), || about.path("down_mbit"));
    let up = open.flag(enough(link.up_mbit), || about.path("up_mbit"));
    open.decide(|choice| {
        if role.under(choice)? == Role::Backup || !own.under(choice)? {
            return Some(Outcome::NotApplicable);
        }
        if down.under(choice)? && up.under(choice)? {
            return Some(Outcome::Satisfied);
        }
        let found = match (link.down_mbit, link.up_mbit) {
            (Some(down), Some(up)) => Value::Speed { down, up },
            (Some(speed), None) | (None, Some(speed)) => Value::MbitPerSecond(speed),
            (None, None) => Value::MbitPerSecond(0),
        };
        Some(Outcome::violated(
            found,
            Value::MbitPerSecond(figure).at_least(),
        ))
    })
}

fn of_pharmacy(about: &About<'_, &Link>, size: PharmacySize, figure: u64) -> Outcome {
    let Some(point) = about.plan.access_point(&about.item.from) else {
        return Outcome::NotApplicable;
    };
    let administrator = about.plan.administrator(point);
    if administrator.is_none() {
        // Whose link it is decides; any pharmacy of the plan may turn out to administer the point.
        let may_be_meant = about
            .plan
            .pharmacies
            .iter()
            .any(|pharmacy| pharmacy.size.is_none_or(|its| its == size));
        return if may_be_meant && about.item.role != Some(Role::Backup) {
            Outcome::missing(Path::new(
                &format!("access_point.{}", point.id),
                "administrator",
            ))
        } else {
            Outcome::NotApplicable
        };
    }
    let pharmacies: Vec<_> = match administrator {
        Some(Who::Pharmacy(pharmacy)) => vec![pharmacy],
        Some(Who::Party(_)) => {
            let users = about
                .plan
                .uses_through(&point.id)
                .filter_map(|u| about.plan.who(&u.user));
            users
                .filter_map(|who| {
                    if let Who::Pharmacy(pharmacy) = who {
                        Some(pharmacy)
                    } else {
                        None
                    }
                })
                .collect()
        }
        _ => Vec::new(),
    };
    let mut open: Vec<Path> = Vec::new();
    for pharmacy in pharmacies {
        match pharmacy.size {
            Some(its) if its == size => return fast_enough(about, figure),
            Some(_) => {}
            None => open.push(Path::new(&format!("pharmacy.{}", pharmacy.id), "size")),
        }
    }
    match (open.into_iter().next(), about.item.role) {
        (None, _) | (_, Some(Role::Backup)) => Outcome::NotApplicable,
        (Some(field), _) => Outcome::missing(field),
    }
}

fn of_documents(about: &About<'_, &Link>, range: fn(u64) -> bool, figure: u64) -> Outcome {
    let archives = [
        Service::PatientData,
        Service::SocialWelfare,
        Service::Imaging,
    ]
    .into_iter()
    .any(|service| carries(about, service));
    if !archives || !is_own_access(about) || about.item.role == Some(Role::Backup) {
        return Outcome::NotApplicable;
    }
    match about.plan.volume.documents_per_day {
        None => Outcome::missing(Path::new("volume", "documents_per_day")),
        Some(documents) if range(documents) => fast_enough(about, figure),
        Some(_) => Outcome::NotApplicable,
    }
}

fn defined_need(about: About<'_, &Link>) -> Outcome {
    if !is_own_access(&about) || about.item.role == Some(Role::Backup) {
        return Outcome::NotApplicable;
    }
    match about.plan.volume.assessed_need_mbit {
        None => Outcome::missing(Path::new("volume", "assessed_need_mbit")),
        // That nothing is defined is another row's finding.
        Some(Claim::Denied) => Outcome::NotApplicable,
        Some(Claim::Stated(need)) => fast_enough(&about, need),
    }
}

static VOLUME: &[Row<OfVolume>] = &[
    Row {
        requirement: Requirement {
            id: "connection-models/capacity-need-not-defined",
            citations: &[clause("5.4")],
            statement: Text::new(
                "the joining party defines how much capacity its connection needs",
                "liittyjä määrittelee, kuinka paljon kapasiteettia sen yhteys tarvitsee",
                "den anslutande aktören definierar hur mycket kapacitet dess förbindelse behöver",
            ),
            fault: Text::new(
                "the capacity need is not defined",
                "kapasiteettitarvetta ei ole määritelty",
                "kapacitetsbehovet är inte definierat",
            ),
            remedy: Text::new(
                "assess the need from the traffic volume and how critical the activity is, and state it in Mbit/s",
                "arvioi tarve liikenteen määrän ja toiminnan kriittisyyden perusteella ja ilmoita se yksikössä Mbit/s",
                "bedöm behovet utifrån trafikmängden och hur kritisk verksamheten är, och ange det i Mbit/s",
            ),
            purpose: Some(Text::new(
                "only the joining party knows its traffic and how critical its activity is; the guide's figures are examples of a minimum",
                "vain liittyjä tuntee liikenteensä ja toimintansa kriittisyyden; ohjeen luvut ovat esimerkkejä vähimmäisvaatimuksesta",
                "bara den anslutande aktören känner sin trafik och hur kritisk verksamheten är; anvisningens siffror är exempel på ett minimum",
            )),
            example: Some(Example {
                before: r#"[volume]
assessed_need_mbit = false"#,
                after: r#"[volume]
assessed_need_mbit = 60"#,
            }),
            fields: &["assessed_need_mbit"],
            ..MUST
        },
        check: |about| match about.item.assessed_need_mbit {
            _ if nothing_is_used(&about) => Outcome::NotApplicable,
            Some(Claim::Stated(_)) => Outcome::Satisfied,
            Some(Claim::Denied) => Outcome::violated(
                Value::Term(Text::new("none", "ei ole", "inget")),
                Value::Term(Text::new(
                    "a need in Mbit/s",
                    "tarve Mbit/s",
                    "ett behov i Mbit/s",
                )),
            ),
            None => about.missing("assessed_need_mbit"),
        },
    },
    Row {
        requirement: Requirement {
            id: "connection-models/connection-not-scalable",
            citations: &[clause("5.4")],
            statement: Text::new(
                "the joining party makes sure that its connection can be scaled",
                "liittyjä varmistaa, että sen yhteys on skaalattavissa",
                "den anslutande aktören försäkrar sig om att förbindelsen är skalbar",
            ),
            fault: Text::new(
                "the connection cannot be scaled",
                "yhteys ei ole skaalattavissa",
                "förbindelsen är inte skalbar",
            ),
            remedy: Text::new(
                "agree with the operator how capacity can be raised",
                "sovi operaattorin kanssa, miten kapasiteettia voi lisätä",
                "kom överens med operatören om hur kapaciteten kan höjas",
            ),
            purpose: Some(Text::new(
                "traffic grows with services and users; a connection that cannot grow becomes the bottleneck",
                "liikenne kasvaa palvelujen ja käyttäjien myötä; yhteydestä, joka ei voi kasvaa, tulee pullonkaula",
                "trafiken växer med tjänster och användare; en förbindelse som inte kan växa blir en flaskhals",
            )),
            example: Some(Example {
                before: r#"[volume]
scalable = false"#,
                after: r#"[volume]
scalable = true"#,
            }),
            fields: &["scalable"],
            ..MUST
        },
        check: |about| match about.item.scalable {
            _ if nothing_is_used(&about) => Outcome::NotApplicable,
            Some(true) => Outcome::Satisfied,
            Some(false) => Outcome::violated(
                Value::Term(Text::new("no", "ei", "nej")),
                Value::Term(Text::new("yes", "kyllä", "ja")),
            ),
            None => about.missing("scalable"),
        },
    },
];

/// Whether the plan lists neither a use nor a link, so that there is no connection to speak of.
fn nothing_is_used(about: &About<'_, &Volume>) -> bool {
    about.plan.uses.is_empty() && about.plan.links.is_empty()
}
