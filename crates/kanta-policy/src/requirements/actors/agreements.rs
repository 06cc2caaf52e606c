//! Clauses 2.2 and 2.3: what joining takes, from the commitment to Kanta's approval, and a tenant's agreement.

use kanta_conformance::{Outcome, Requirement, Row, Text, guide, text};

use super::{joins, not_yet_due, step};
use crate::plan::{Joining, Stage, Use, Who};
use crate::requirements::facts::{
    AGREEMENT_FIELDS, done, in_force, stated, where_it_applies, worst,
};
use crate::requirements::{About, OfParty, OfTenant, OfUse, clause};

const JOINED_STEPS: Text = text! {
    en: "the customer relation starts with the first service, and nothing may be used before it",
    fi: "asiakkuus alkaa ensimmäisestä palvelusta, eikä mitään voi käyttää sitä ennen",
    sv: "kundrelationen börjar med den första tjänsten, och inget får användas före den",
};

pub(super) const COMMITMENT_NOT_GIVEN: Row<OfParty> = Row {
    requirement: &Requirement::must("connection-models/commitment-not-given")
        .with_citations(&[
            clause("2.2"),
            clause("4"),
            clause("4.1.1"),
            clause("4.1.2"),
            clause("4.1.3"),
        ])
        .with_statement(text! {
            en: "a joining party gives a commitment on the use of Kanta with its first service",
            fi: "liittyjä antaa sitoumuksen Kannan käytöstä ensimmäisen palvelun yhteydessä",
            sv: "en anslutande aktör avger en förbindelse om användningen av Kanta med sin första tjänst",
        })
        .with_fault(text! {
            en: "the joining party has given no commitment",
            fi: "liittyjä ei ole antanut sitoumusta",
            sv: "den anslutande aktören har inte avgett någon förbindelse",
        })
        .with_remedy(text! {
            en: "sign the commitment on the use of Kanta, and state when",
            fi: "allekirjoita sitoumus Kannan käytöstä ja ilmoita, milloin",
            sv: "underteckna förbindelsen om användningen av Kanta, och ange när",
        })
        .with_reading(text! {
            en: "one commitment is enough; a pharmacist's covers all pharmacies held, and a producer in parallel joining gives its own",
            fi: "yksi sitoumus riittää; apteekkarin sitoumus kattaa kaikki hallussa olevat apteekit, ja rinnakkaisliittymisen palveluntuottaja antaa omansa",
            sv: "en förbindelse räcker; apotekarens omfattar alla apotek som innehas, och en producent i parallell anslutning avger sin egen",
        })
        .with_purpose(JOINED_STEPS)
        .with_example(
            "[party.joining]\ncommitment = false\n",
            "[party.joining]\ncommitment = 2025-09-15\n",
        )
        .with_fields(&["joining.commitment", "kind"]),
    check: |about| {
        step(
            &about,
            Stage::Applied,
            |joining| joining.commitment.as_ref(),
            "joining.commitment",
        )
    },
};

pub(super) const TERMS_NOT_ACCEPTED: Row<OfParty> = Row {
    requirement: &Requirement::must("connection-models/terms-of-supply-not-accepted")
        .with_citations(&[clause("2.2"), clause("4")])
        .with_statement(text! {
            en: "a joining party accepts the general terms of supply with its first service",
            fi: "liittyjä hyväksyy yleiset toimitusehdot ensimmäisen palvelun yhteydessä",
            sv: "en anslutande aktör godkänner de allmänna leveransvillkoren med sin första tjänst",
        })
        .with_fault(text! {
            en: "the general terms of supply are not accepted",
            fi: "yleisiä toimitusehtoja ei ole hyväksytty",
            sv: "de allmänna leveransvillkoren är inte godkända",
        })
        .with_remedy(text! {
            en: "accept the general terms of supply, and state when",
            fi: "hyväksy yleiset toimitusehdot ja ilmoita, milloin",
            sv: "godkänn de allmänna leveransvillkoren, och ange när",
        })
        .with_purpose(JOINED_STEPS)
        .with_example(
            "[party.joining]\nterms_of_supply = false\n",
            "[party.joining]\nterms_of_supply = 2025-09-15\n",
        )
        .with_fields(&["joining.terms_of_supply", "kind"]),
    check: |about| {
        step(
            &about,
            Stage::Applied,
            |joining| joining.terms_of_supply.as_ref(),
            "joining.terms_of_supply",
        )
    },
};

pub(super) const NOT_DECLARED: Row<OfParty> = Row {
    requirement: &Requirement::must("connection-models/system-and-point-not-declared")
        .with_citations(&[clause("2.2"), clause("4"), clause("4.2")])
        .with_statement(text! {
            en: "a joining party tells Kanta with which systems and through which access points it uses the services",
            fi: "liittyjä ilmoittaa Kannalle, millä järjestelmillä ja minkä liityntäpisteiden kautta se käyttää palveluja",
            sv: "en anslutande aktör meddelar Kanta med vilka system och via vilka anslutningspunkter den använder tjänsterna",
        })
        .with_fault(text! {
            en: "Kanta has not been told with which systems and through which access points the services are used",
            fi: "Kannalle ei ole ilmoitettu, millä järjestelmillä ja minkä liityntäpisteiden kautta palveluja käytetään",
            sv: "Kanta har inte meddelats med vilka system och via vilka anslutningspunkter tjänsterna används",
        })
        .with_remedy(text! {
            en: "declare systems and access points with the application, and state when (`declared`)",
            fi: "ilmoita järjestelmät ja liityntäpisteet hakemuksessa ja kirjaa päivä (`declared`)",
            sv: "uppge system och anslutningspunkter i ansökan, och ange när (`declared`)",
        })
        .with_purpose(text! {
            en: "the rights in access management are given by this declaration",
            fi: "käyttövaltuudet annetaan tämän ilmoituksen perusteella",
            sv: "rättigheterna i åtkomsthanteringen ges utifrån detta meddelande",
        })
        .with_example(
            "[party.joining]\ndeclared = false\n",
            "[party.joining]\ndeclared = 2025-09-15\n",
        )
        .with_fields(&["joining.declared", "kind"]),
    check: |about| {
        step(
            &about,
            Stage::Applied,
            |joining| joining.declared.as_ref(),
            "joining.declared",
        )
    },
};

pub(super) const TENANT_AGREEMENT_MISSING: Row<OfTenant> = Row {
    requirement: &guide::actors::TENANT_AGREEMENT_MISSING
        .with_example(
            "[[tenant]]\nid = \"t1\"\nagreement = false\n",
            "[[tenant]]\nid = \"t1\"\nagreement = { signed = 2025-09-01, until = false, states_duties = true }\n",
        )
        .with_fields(&["agreement", "agreement.states_duties"]),
    check: |about| {
        let agreement = about.item.agreement.as_ref();
        let in_force = in_force(&about, agreement, about.at, &AGREEMENT_FIELDS);
        let duties = stated(
            agreement,
            |agreement| agreement.states_duties,
            about.at,
            "agreement.states_duties",
        );
        match agreement {
            // What is asked for first is the agreement.
            None => in_force,
            Some(_) => worst([in_force, duties]),
        }
    },
};

pub(super) const DESCRIPTION_NOT_ACCEPTED: Row<OfUse> = Row {
    requirement: &Requirement::must("connection-models/service-description-not-accepted")
        .with_citations(&[clause("2.2"), clause("4")])
        .with_statement(text! {
            en: "a joining party accepts the description of each service that it takes into use",
            fi: "liittyjä hyväksyy jokaisen käyttöön ottamansa palvelun palvelukuvauksen",
            sv: "en anslutande aktör godkänner beskrivningen av varje tjänst som den tar i bruk",
        })
        .with_fault(text! {
            en: "the description of the service is not accepted",
            fi: "palvelun palvelukuvausta ei ole hyväksytty",
            sv: "beskrivningen av tjänsten är inte godkänd",
        })
        .with_remedy(text! {
            en: "accept the description of the service, and state when under `service_descriptions`",
            fi: "hyväksy palvelukuvaus ja kirjaa päivä kohtaan `service_descriptions`",
            sv: "godkänn tjänstebeskrivningen, och ange när under `service_descriptions`",
        })
        .with_reading(text! {
            en: "asked for each of the four services; later ones need this and the application only",
            fi: "vaaditaan kustakin neljästä palvelusta; myöhemmille riittävät tämä ja hakemus",
            sv: "krävs för var och en av de fyra tjänsterna; för senare räcker detta och ansökan",
        })
        .with_purpose(JOINED_STEPS)
        .with_example(
            "[party.joining]\nservice_descriptions = { prescription = false }\n",
            "[party.joining]\nservice_descriptions = { prescription = 2025-09-15 }\n",
        )
        .with_fields(&["service", "party.joining.service_descriptions"]),
    check: description_accepted,
};

fn description_accepted(about: About<'_, &Use>) -> Outcome {
    let service = about.item.service;
    let own =
        about.item.user == "party" || about.plan.who(&about.item.user).is_some_and(Who::is_own);
    if !service.is_one_of_the_four() || !own {
        return Outcome::NotApplicable;
    }
    let accepted = about.plan.party.as_ref().and_then(|party| {
        let descriptions = &party.joining.service_descriptions;
        descriptions.iter().find(|(its, _)| *its == service)
    });
    let joining = about.plan.party.as_ref().map(|party| &party.joining);
    if not_yet_due(joining, Stage::Applied, accepted.map(|(_, done)| done)) {
        return Outcome::NotApplicable;
    }
    let accepted = done(&about, accepted.map(|(_, done)| done), || {
        Joining::path()
            .inner("service_descriptions")
            .field(service.code())
    });
    where_it_applies(joins(&about), accepted)
}
