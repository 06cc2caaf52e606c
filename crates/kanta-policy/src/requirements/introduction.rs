//! Chapter 1: the services that the guide is about, and those that it names as outside it.

use super::{About, Chapter, OfUse, Rows, clause};
use crate::plan::Use;
use kanta_address_index::Service;
use kanta_conformance::{
    Bound, Citation, Date, Document, InForce, Level, Outcome, Requirement, Row, Text, Value, text,
};

pub(super) static CHAPTER: Chapter = &[Rows::Uses(USES)];

/// A statement of scope binds nobody: it tells what the rest of the report does not speak about.
const fn scope(id: &'static str) -> Requirement {
    Requirement::must(id)
        .with_level(Level::Note)
        .with_fields(&["service"])
}

const COVERED: Text = text! {
    en: "one of the services that the guide covers",
    fi: "jokin ohjeen kattamista palveluista",
    sv: "någon av de tjänster som anvisningen omfattar",
};

static USES: &[Row<OfUse>] = &[
    Row {
        requirement: &scope("connection-models/service-needs-no-joining")
            .with_citations(&[clause("1")])
            .with_statement(text! {
                en: "services that need no joining of their own are outside the guide: the National Code Service, the Validation Service",
                fi: "palvelut, jotka eivät edellytä erillistä liittymistä, ovat ohjeen ulkopuolella: Koodistopalvelu, Validointipalvelu",
                sv: "tjänster som inte förutsätter någon separat anslutning står utanför anvisningen: Den nationella kodtjänsten, Valideringstjänsten",
            })
            .with_fault(text! {
                en: "the service needs no joining, and the guide does not speak about it",
                fi: "palvelu ei edellytä liittymistä, eikä ohje koske sitä",
                sv: "tjänsten förutsätter ingen anslutning och anvisningen gäller den inte",
            })
            .with_remedy(text! {
                en: "leave it out of the plan: nothing in this report is about it",
                fi: "jätä se pois suunnitelmasta: mikään tässä raportissa ei koske sitä",
                sv: "lämna den utanför planen: inget i denna rapport gäller den",
            })
            .with_purpose(text! {
                en: "tells what a report about connections does not cover",
                fi: "kertoo, mitä yhteyksiä koskeva raportti ei kata",
                sv: "berättar vad en rapport om teleförbindelser inte täcker",
            })
            .with_example(
                "[[use]]\nservice = \"code-service\"\naccess_point = \"ap1\"\n",
                "[[use]]\nservice = \"prescription\"\naccess_point = \"ap1\"\n",
            ),
        check: |about| match about.item.service {
            Service::CodeService | Service::Validation => outside(&about),
            service if service.in_scope() => Outcome::Satisfied,
            _ => Outcome::NotApplicable,
        },
    },
    Row {
        requirement: &scope("connection-models/service-with-its-own-instruction")
            .with_citations(&[clause("1")])
            .with_statement(text! {
                en: "services whose connection model is not yet settled, or that have an instruction of their own, are outside the guide",
                fi: "palvelut, joiden liittymismallia ei vielä ole määritelty tai joilla on oma ohjeensa, ovat ohjeen ulkopuolella",
                sv: "tjänster vars anslutningsmodell ännu inte har angetts, eller som har en egen anvisning, står utanför anvisningen",
            })
            .with_fault(text! {
                en: "the service has an instruction of its own, or none yet, and the guide does not speak about it",
                fi: "palvelulla on oma ohjeensa tai ei vielä ohjetta, eikä tämä ohje koske sitä",
                sv: "tjänsten har en egen anvisning, eller ännu ingen, och denna anvisning gäller den inte",
            })
            .with_remedy(text! {
                en: "follow the service's own instruction; nothing in this report is about it",
                fi: "noudata palvelun omaa ohjetta; mikään tässä raportissa ei koske sitä",
                sv: "följ tjänstens egen anvisning; inget i denna rapport gäller den",
            })
            .with_purpose(text! {
                en: "joint testing, the customer test service, information transmission and the wellbeing interface are reached in other ways",
                fi: "yhteistestaus, asiakastestipalvelu, tiedonvälitys ja hyvinvointisovellusten rajapinta tavoitetaan muilla tavoin",
                sv: "samtestning, kundtesttjänsten, informationsförmedlingen och välbefinnandeapplikationernas gränssnitt nås på andra sätt",
            })
            .with_example(
                "[[use]]\nservice = \"wellbeing-interface\"\naccess_point = \"ap1\"\n",
                "[[use]]\nservice = \"patient-data\"\naccess_point = \"ap1\"\n",
            ),
        check: |about| match about.item.service {
            Service::JointTesting
            | Service::CustomerTest
            | Service::InformationTransmission
            | Service::WellbeingInterface => outside(&about),
            service if service.in_scope() => Outcome::Satisfied,
            _ => Outcome::NotApplicable,
        },
    },
    Row {
        requirement: &scope("connection-models/personal-data-repository-out-of-scope")
            .with_citations(&[clause("1"), Citation::page(&Document::PRIVATE_NETWORK, "")])
            .with_statement(text! {
                en: "the personal health data repository (Kanta PHR) is outside the guide",
                fi: "Omatietovaranto on ohjeen ulkopuolella",
                sv: "Datalagret för egna uppgifter står utanför anvisningen",
            })
            .with_fault(text! {
                en: "the guide does not speak about the personal health data repository",
                fi: "ohje ei koske Omatietovarantoa",
                sv: "anvisningen gäller inte Datalagret för egna uppgifter",
            })
            .with_remedy(text! {
                en: "follow the repository's own instruction; nothing in this report is about it",
                fi: "noudata varannon omaa ohjetta; mikään tässä raportissa ei koske sitä",
                sv: "följ datalagrets egen anvisning; inget i denna rapport gäller det",
            })
            .with_reading(text! {
                en: "on 10.5.2019 the guide applied to it; when it left the guide is not told",
                fi: "10.5.2019 ohje koski sitä; milloin se jäi ohjeesta pois, ei kerrota",
                sv: "den 10.5.2019 gällde anvisningen det; när det lämnade anvisningen sägs inte",
            })
            .with_purpose(text! {
                en: "the repository was once joined like the others, so that old plans may still name it",
                fi: "varantoon liityttiin aiemmin kuten muihinkin, joten vanha suunnitelma voi yhä nimetä sen",
                sv: "till datalagret anslöt man sig tidigare som till de andra, så en gammal plan kan ännu nämna det",
            })
            .with_example(
                "[[use]]\nservice = \"phr\"\naccess_point = \"ap1\"\n",
                "[[use]]\nservice = \"patient-data\"\naccess_point = \"ap1\"\n",
            )
            .with_in_force(InForce {
                from: Bound::Between {
                    not_yet: Some(Date::constant(2019, 5, 10)),
                    seen: Date::constant(2025, 9, 1),
                },
                until: Bound::Open,
            }),
        check: |about| match about.item.service {
            Service::Phr => outside(&about),
            _ => Outcome::NotApplicable,
        },
    },
];

fn outside(about: &About<'_, &Use>) -> Outcome {
    Outcome::violated(Value::Term(about.item.service.name()), Value::Term(COVERED))
}
