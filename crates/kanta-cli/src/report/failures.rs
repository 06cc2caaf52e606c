//! What breaks when one thing breaks, told for people and for machines.

use std::io::{self, Write};

use kanta_conformance::{Date, Escaped, Language, Mbit, Text, Value, Verdict, text};
use kanta_policy::ConnectionPlan;
use kanta_policy::plan::Claim;
use kanta_policy::resilience::{Capacity, Effect, Failure, Resilience, Served};
use serde_json::{Value as Json, json};

use kanta_report::layout::{self, BOLD, GREEN, RED, YELLOW};
use kanta_report::words;

/// Writes what each failure does.
pub(crate) fn text(
    name: &str,
    plan: &ConnectionPlan,
    found: &Resilience,
    on: Date,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    Report {
        plan,
        language,
        number: 0,
    }
    .write(name, found, on, out)
}

struct Report<'a> {
    plan: &'a ConnectionPlan,
    language: Language,
    number: usize,
}

impl Report<'_> {
    fn say(&self, text: Text) -> &'static str {
        text.get(self.language)
    }

    fn write(
        &mut self,
        name: &str,
        found: &Resilience,
        on: Date,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        layout::paragraph(out, BOLD, &Escaped(name).to_string())?;
        let title = text! {
            en: "What breaks when one thing breaks, as of",
            fi: "Mitä katkeaa, kun yksi asia pettää, arvioitu päivänä",
            sv: "Vad som bryts när en sak brister, per",
        };
        let on = on.display(self.language);
        layout::paragraph(
            out,
            anstyle::Style::new(),
            &format!("{} {on}", self.say(title)),
        )?;
        let standing = core::iter::once(&found.standing);
        let all = || standing.clone().chain(&found.singles);
        let cut = |effect: &&Effect| !effect.cut_off.is_empty();
        let open = |effect: &&Effect| effect.cut_off.is_empty() && !effect.not_known.is_empty();
        let holds = |effect: &&Effect| effect.cut_off.is_empty() && effect.not_known.is_empty();
        self.section(
            RED,
            text! { en: "CUTS OFF", fi: "KATKAISEE", sv: "BRYTER" },
            all().filter(cut).collect(),
            out,
        )?;
        self.section(YELLOW, words::NOT_KNOWN, all().filter(open).collect(), out)?;
        self.section(
            GREEN,
            text! { en: "HOLDS", fi: "KESTÄÄ", sv: "HÅLLER" },
            found.singles.iter().filter(holds).collect(),
            out,
        )?;
        self.section(
            RED,
            text! { en: "TWO AT ONCE CUT OFF", fi: "KAKSI YHTÄ AIKAA KATKAISEE", sv: "TVÅ PÅ EN GÅNG BRYTER" },
            found.pairs.iter().collect(),
            out,
        )?;
        writeln!(out)?;
        if found.too_many_for_pairs {
            let many = text! {
                en: "There are too many single failures to try every two of them.",
                fi: "Yksittäisiä vikoja on liikaa, jotta kaikki parit voitaisiin kokeilla.",
                sv: "Det finns för många enskilda fel för att pröva alla par.",
            };
            layout::paragraph(out, YELLOW, self.say(many))?;
        }
        let (style, verdict) = match found.verdict() {
            Verdict::Conforming => (
                GREEN,
                text! {
                    en: "no single failure cuts anything off",
                    fi: "mikään yksittäinen vika ei katkaise mitään",
                    sv: "inget enskilt fel bryter något",
                },
            ),
            Verdict::NonConforming => (
                RED,
                text! {
                    en: "a single failure cuts something off",
                    fi: "yksittäinen vika katkaisee jotain",
                    sv: "ett enskilt fel bryter något",
                },
            ),
            Verdict::Undetermined => (
                YELLOW,
                text! {
                    en: "not known whether a single failure cuts anything off",
                    fi: "ei tiedossa, katkaiseeko yksittäinen vika jotain",
                    sv: "inte känt om ett enskilt fel bryter något",
                },
            ),
        };
        let tried = text! { en: "failures tried", fi: "vikaa kokeiltu", sv: "fel prövade" };
        let words = format!(
            "{} {}: {}",
            found.singles.len(),
            self.say(tried),
            self.say(verdict)
        );
        layout::paragraph(out, style, &words)
    }

    fn section(
        &mut self,
        style: anstyle::Style,
        heading: Text,
        effects: Vec<&Effect>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        if effects.is_empty() {
            return Ok(());
        }
        layout::heading(out, style, self.say(heading), effects.len())?;
        for effect in effects {
            self.effect(effect, out)?;
        }
        Ok(())
    }

    fn effect(&mut self, effect: &Effect, out: &mut dyn Write) -> io::Result<()> {
        self.number = self.number.saturating_add(1);
        let names: Vec<String> = effect
            .failures
            .iter()
            .map(|failure| failure_name(self.plan, failure, self.language))
            .collect();
        let and = text! { en: "and", fi: "ja", sv: "och" };
        let title = if names.is_empty() {
            let none = text! { en: "without any failure", fi: "ilman vikaa", sv: "utan fel" };
            self.say(none).to_owned()
        } else {
            names.join(&format!(" {} ", self.say(and)))
        };
        layout::title(out, self.number, &title)?;
        let cut = text! { en: "cuts off", fi: "katkeaa", sv: "bryts" };
        for served in &effect.cut_off {
            layout::labelled(out, self.say(cut), &served_name(served, self.language))?;
        }
        let perhaps = text! { en: "perhaps", fi: "ehkä", sv: "kanske" };
        for served in &effect.not_known {
            layout::labelled(out, self.say(perhaps), &served_name(served, self.language))?;
        }
        for field in &effect.missing {
            let place = words::place(field, self.language);
            layout::labelled(out, self.say(words::FILL_IN), &place)?;
        }
        let left = text! { en: "left", fi: "jää", sv: "kvar" };
        for capacity in &effect.capacity {
            layout::labelled(
                out,
                self.say(left),
                &capacity_words(capacity, self.language),
            )?;
        }
        if effect.on_paper_only {
            let paper = text! {
                en: "none of the links alone cuts anything off: the redundancy exists on paper only",
                fi: "yksikään yhteys ei yksin katkaise mitään: kahdennus on vain paperilla",
                sv: "ingen av teleförbindelserna bryter ensam något: dubbleringen finns bara på papper",
            };
            let label = text! { en: "why", fi: "miksi", sv: "varför" };
            layout::labelled(out, self.say(label), self.say(paper))?;
        }
        Ok(())
    }
}

fn served_name(served: &Served, language: Language) -> String {
    let service = served.service.name().get(language);
    let user = match served.user.as_str() {
        "party" => text! { en: "joining party", fi: "liittyjä", sv: "anslutande aktör" }
            .get(language)
            .to_owned(),
        id => Value::words(id).display(language).to_string(),
    };
    format!("{service}: {user}")
}

fn capacity_words(capacity: &Capacity, language: Language) -> String {
    let say = |text: Text| text.get(language);
    let point = Value::words(&capacity.access_point)
        .display(language)
        .to_string();
    let left = match capacity.left {
        Some(left) => Value::MbitPerSecond(left).display(language).to_string(),
        None => say(
            text! { en: "speed not known", fi: "nopeus ei tiedossa", sv: "hastigheten inte känd" },
        )
        .to_owned(),
    };
    let figure = match capacity.figure {
        Some(figure) => format!(
            "{} {}",
            say(text! { en: "the figure is", fi: "luku on", sv: "siffran är" }),
            Value::MbitPerSecond(figure).display(language)
        ),
        None => say(text! { en: "no figure applies", fi: "mikään luku ei koske", sv: "ingen siffra gäller" })
        .to_owned(),
    };
    format!("{point}: {left}; {figure}")
}

fn failure_name(plan: &ConnectionPlan, failure: &Failure, language: Language) -> String {
    let say = |text: Text| text.get(language);
    let word = |id: &str| Value::words(id).display(language).to_string();
    let named = |text: Text, id: &str| format!("{} {}", say(text), word(id));
    match failure {
        Failure::Link(id) => named(
            text! { en: "link", fi: "yhteys", sv: "teleförbindelse" },
            id,
        ),
        Failure::Operator(Some(name)) => named(
            text! { en: "operator", fi: "operaattori", sv: "operatör" },
            name,
        ),
        Failure::Operator(None) => say(text! {
            en: "an operator of links whose operator is not known",
            fi: "operaattori, jota yhteyksille ei ole kerrottu",
            sv: "en operatör för teleförbindelser vars operatör inte är känd",
        })
        .to_owned(),
        Failure::Route(links) => {
            let links = links.iter().map(|id| Value::words(id)).collect();
            let route = text! {
                en: "the route shared, until somebody confirms otherwise, by",
                fi: "reitti, joka on yhteinen kunnes toisin vahvistetaan:",
                sv: "rutten som delas, tills annat bekräftas, av",
            };
            format!("{} {}", say(route), Value::List(links).display(language))
        }
        Failure::Server(point, number) => format!(
            "{} {number}, {}",
            say(text! { en: "server", fi: "palvelin", sv: "server" }),
            named(
                text! { en: "access point", fi: "liityntäpiste", sv: "anslutningspunkt" },
                point
            )
        ),
        Failure::Certificate(Ok(file)) => {
            let ends = end_of(plan, file)
                .map_or_else(String::new, |day| format!(" ({})", day.display(language)));
            let title = text! {
                en: "end of the certificate",
                fi: "varmenteen päättyminen:",
                sv: "slutet för certifikatet",
            };
            format!("{}{ends}", named(title, file))
        }
        Failure::Certificate(Err(point)) => named(
            text! {
                en: "end of the certificate, which is not named, of access point",
                fi: "nimeämättömän varmenteen päättyminen, liityntäpiste",
                sv: "slutet för det onämnda certifikatet, anslutningspunkt",
            },
            point,
        ),
        Failure::ConsolidationPoint(id) => named(
            text! { en: "consolidation point", fi: "kokoamispiste", sv: "samlingspunkt" },
            id,
        ),
        Failure::Hall(hall) => say(hall.name()).to_owned(),
        _ => String::new(),
    }
}

/// The last day of a certificate of the plan.
fn end_of(plan: &ConnectionPlan, file: &str) -> Option<Date> {
    let points = plan.access_points.iter();
    let own = points.clone().filter_map(|point| match &point.certificate {
        Some(Claim::Stated(certificate)) => Some(certificate),
        _ => None,
    });
    let servers = points.flat_map(|point| point.servers.iter().flatten());
    let servers = servers.filter_map(|server| server.certificate.as_ref());
    let found = own.chain(servers).find(|its| its.file == file)?;
    Some(found.certificate.validity().not_after.finnish_day())
}

/// Writes one JSON object on one line.
pub(crate) fn json(
    name: &str,
    plan: &ConnectionPlan,
    found: &Resilience,
    on: Date,
    out: &mut dyn Write,
) -> io::Result<()> {
    let effects = |effects: &[Effect]| -> Vec<Json> {
        effects
            .iter()
            .map(|effect| effect_json(plan, effect))
            .collect()
    };
    let report = json!({
        "format": 1,
        "plan": name,
        "on": on.to_string(),
        "verdict": found.verdict().code(),
        "standing": effect_json(plan, &found.standing),
        "singles": effects(&found.singles),
        "pairs": effects(&found.pairs),
        "too_many_for_pairs": found.too_many_for_pairs,
    });
    writeln!(out, "{report}")
}

fn effect_json(plan: &ConnectionPlan, effect: &Effect) -> Json {
    let served = |all: &[Served]| -> Vec<Json> {
        all.iter()
            .map(|its| json!({ "service": its.service.code(), "for": its.user }))
            .collect()
    };
    let capacity: Vec<Json> = effect
        .capacity
        .iter()
        .map(|its| json!({ "access_point": its.access_point, "left_mbit": mbit(its.left), "figure_mbit": mbit(its.figure) }))
        .collect();
    let failures: Vec<Json> = effect
        .failures
        .iter()
        .map(|failure| {
            let (kind, what) = match failure {
                Failure::Link(id) => ("link", json!(id)),
                Failure::Operator(name) => ("operator", json!(name)),
                Failure::Route(links) => ("route", json!(links)),
                Failure::Server(point, number) => ("server", json!([point, number])),
                Failure::Certificate(Ok(file)) => (
                    "certificate",
                    json!({ "file": file, "last_day": end_of(plan, file).map(|day| day.to_string()) }),
                ),
                Failure::Certificate(Err(point)) => ("certificate", json!({ "access_point": point })),
                Failure::ConsolidationPoint(id) => ("consolidation-point", json!(id)),
                Failure::Hall(hall) => ("hall", json!(hall.code())),
                _ => ("other", Json::Null),
            };
            json!({ "kind": kind, "what": what })
        })
        .collect();
    json!({
        "failures": failures,
        "cut_off": served(&effect.cut_off),
        "not_known": served(&effect.not_known),
        "missing": effect.missing.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "capacity": capacity,
        "on_paper_only": effect.on_paper_only,
    })
}

/// A speed as a number, without decimals where it has none.
fn mbit(speed: Option<Mbit>) -> Json {
    let number = speed.and_then(|speed| speed.to_string().parse::<serde_json::Number>().ok());
    number.map_or(Json::Null, Json::Number)
}
