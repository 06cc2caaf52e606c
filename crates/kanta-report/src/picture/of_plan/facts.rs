//! What is written in the boxes of a plan.

use kanta_conformance::{Language, Mbit, Value, text};
use kanta_policy::ConnectionPlan;
use kanta_policy::plan::{
    AccessPoint, Claim, ConsolidationPoint, Link, Network, Party, Pharmacy, System, Who,
};

use crate::picture::view::{Fact, FactStyle};
use crate::picture::words::{self, same};
use crate::view::Words;

pub(super) fn plain(words: Words) -> Fact {
    Fact {
        words,
        style: FactStyle::Plain,
    }
}

pub(super) fn soft(words: Words) -> Fact {
    Fact {
        words,
        style: FactStyle::Soft,
    }
}

fn code(words: &str) -> Fact {
    Fact {
        words: same(words),
        style: FactStyle::Code,
    }
}

/// What somebody is.
pub(super) fn who(who: Who<'_>) -> Words {
    let text = match who {
        Who::Party(party) => match party.kind {
            Some(kind) => kind.name(),
            None => text! { en: "joining party", fi: "liittyjä", sv: "anslutande aktör" },
        },
        Who::Intermediary(_) => {
            text! { en: "Kanta intermediary", fi: "Kanta-välittäjä", sv: "Kanta-förmedlare" }
        }
        Who::OtherParty(_) => text! {
            en: "another joining party",
            fi: "toinen liittyjä",
            sv: "annan anslutande aktör",
        },
        Who::Organiser(_) => {
            text! { en: "organiser", fi: "palvelunjärjestäjä", sv: "tjänsteanordnare" }
        }
        Who::Tenant(_) => text! { en: "tenant", fi: "vuokralainen", sv: "hyresgäst" },
        Who::Pharmacy(pharmacy) => match pharmacy.kind {
            Some(kind) => kind.name(),
            None => text! { en: "pharmacy", fi: "apteekki", sv: "apotek" },
        },
        _ => text! { en: "other party", fi: "muu toimija", sv: "annan aktör" },
    };
    text.into()
}

pub(super) fn party(plan: &ConnectionPlan, party: &Party) -> Vec<Fact> {
    let mut facts = Vec::new();
    if let Some(kind) = party.kind {
        facts.push(soft(Words::said(|language| {
            let kind = kind.name().get(language);
            match party.sector {
                Some(sector) => format!("{} {kind}", sector.name().get(language)),
                None => kind.to_owned(),
            }
        })));
    }
    facts.extend(party.oid.map(|oid| code(&oid.to_string())));
    if let Some(Claim::Stated(signature)) = &plan.signature_certificate
        && signature.certificate.is_some()
    {
        let text = text! { en: "signature certificate", fi: "allekirjoitusvarmenne", sv: "signaturcertifikat" };
        let mut words: Words = text.into();
        if let Some(holder) = signature.holder.as_deref().filter(|&its| its != "party") {
            words = Words::said(|language| format!("{}: {holder}", text.get(language)));
        }
        facts.push(plain(words));
    }
    facts
}

pub(super) fn pharmacy(its: &Pharmacy) -> Vec<Fact> {
    let words = Words::said(|language| {
        let kind = its.kind.map(|kind| kind.name().get(language));
        let size = its.size.map(|size| size.name().get(language));
        match (kind, size) {
            (Some(kind), _) => kind.to_owned(),
            (None, Some(size)) => size.to_owned(),
            (None, None) => text! { en: "pharmacy", fi: "apteekki", sv: "apotek" }
                .get(language)
                .to_owned(),
        }
    });
    let oid = its.oid.map(|oid| code(&oid.to_string()));
    core::iter::once(soft(words)).chain(oid).collect()
}

pub(super) fn system(its: &System) -> Vec<Fact> {
    let name = its.name.as_deref().map(|name| plain(same(name)));
    let kind = its.kind.map(|kind| soft(kind.name().into()));
    let class = its.class.map(|class| soft(class.name().into()));
    name.into_iter().chain(kind).chain(class).collect()
}

pub(super) fn access_point(its: &AccessPoint) -> Vec<Fact> {
    let mut facts: Vec<Fact> = its
        .oid
        .map(|oid| code(&oid.to_string()))
        .into_iter()
        .collect();
    let addresses = its.addresses.as_deref().unwrap_or_default();
    let mut ips = addresses.iter().filter_map(|address| address.ip);
    let first = ips.next().map(|ip| ip.to_string());
    let more = ips.count();
    let country = its.country.as_ref().map(ToString::to_string);
    let first = first.map(|ip| {
        if more > 0 {
            format!("{ip} +{more}")
        } else {
            ip
        }
    });
    let line: Vec<String> = first.into_iter().chain(country).collect();
    if !line.is_empty() {
        facts.push(plain(same(&line.join(" · "))));
    }
    if let Some(tls) = its.tls.as_deref().filter(|tls| !tls.is_empty()) {
        // "TLS 1.2, TLS 1.3" is told as "TLS 1.2, 1.3".
        let all: Vec<&str> = tls.iter().map(|version| version.name().en).collect();
        facts.push(soft(same(&all.join(", ").replace(", TLS ", ", "))));
    }
    facts
}

pub(super) fn link(its: &Link) -> Vec<Fact> {
    let network = its.network.map(|network| match network {
        Network::Private => text! { en: "private", fi: "yksityinen", sv: "privat" },
        Network::OpenInternet => {
            text! { en: "open internet", fi: "avoin internet", sv: "öppet internet" }
        }
        Network::Tunnel => text! { en: "tunnel", fi: "tunneli", sv: "tunnel" },
        other => other.name(),
    });
    let line = Words::said(|language| {
        let network = network.map(|its| its.get(language).to_owned());
        let parts = network
            .into_iter()
            .chain(its.technology.clone())
            .chain(speed(its, language));
        parts.collect::<Vec<_>>().join(", ")
    });
    let mut facts = Vec::new();
    if !line.en.is_empty() {
        facts.push(plain(line));
    }
    facts.extend(its.operator.as_deref().map(|its| soft(same(its))));
    facts
}

/// The speed, both ways where they differ.
fn speed(its: &Link, language: Language) -> Option<String> {
    // The unit stays with its number.
    let told = |speed: Mbit| {
        let words = Value::MbitPerSecond(speed).display(language).to_string();
        words.replace(' ', "\u{a0}")
    };
    match (its.down_mbit, its.up_mbit) {
        (Some(down), Some(up)) if down == up => Some(told(down)),
        (Some(down), Some(up)) => Some(format!("{}/{}", down.display(language), told(up))),
        (Some(one), None) | (None, Some(one)) => Some(told(one)),
        (None, None) => None,
    }
}

pub(super) fn consolidation_point(plan: &ConnectionPlan, its: &ConsolidationPoint) -> Vec<Fact> {
    let mut facts = vec![soft(
        text! { en: "consolidation point", fi: "kokoamispiste", sv: "samlingspunkt" }.into(),
    )];
    if let Some(id) = its.administrator.as_deref() {
        let name = plan.who(id).and_then(Who::name).unwrap_or(id);
        let country = its.country.as_ref();
        let line = country.map_or_else(|| name.to_owned(), |its| format!("{name} · {its}"));
        facts.push(plain(same(&line)));
    }
    if let Some(terminated) = its.tls_terminated {
        let words = if terminated {
            words::TLS_ENDS
        } else {
            words::TLS_STAYS
        };
        facts.push(soft(words.into()));
    }
    facts
}
