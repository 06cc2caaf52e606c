//! Joining, certificates and cards, and what goes on in production.

use kanta_address_index::Service;
use kanta_conformance::{
    Citation, Date, Document, InForce, Outcome, Requirement, Row, Text, Value,
};

use super::DEPLOYMENT;
use super::facts::{FILL_IN, done_in, going_live, joins, named};
use crate::plan::{AccessPoint, Claim};
use crate::requirements::facts::{Applies, demand, done, t, where_it_applies, worst};
use crate::requirements::{About, OfAccessPoint, OfPlan, SHOULD};

pub(super) static JOINING: &[Row<OfPlan>] = &[Row {
    requirement: Requirement {
        id: "deployment-requirements/administrative-steps-not-done",
        statement: t(
            "the administrative steps for starting as a client are done",
            "asiakkaaksi tulon hallinnolliset toimet on tehty",
            "de administrativa åtgärderna för att bli kund är gjorda",
        ),
        fault: t(
            "an administrative step of joining is not done",
            "jokin liittymisen hallinnollisista toimista on tekemättä",
            "någon av de administrativa åtgärderna för anslutningen är inte gjord",
        ),
        remedy: FILL_IN,
        reading: Some(t(
            "the steps are those of the guide: application, commitment, terms of supply, notice of systems, approval",
            "toimet ovat ohjeen: hakemus, sitoumus, toimitusehdot, ilmoitus järjestelmistä, hyväksyntä",
            "åtgärderna är anvisningens: ansökan, förbindelse, leveransvillkor, anmälan av system, godkännande",
        )),
        fields: &[
            "applied",
            "commitment",
            "terms_of_supply",
            "declared",
            "approved",
        ],
        ..DEPLOYMENT
    },
    check: |about| {
        let joining = about.plan.party.as_ref().map(|party| &party.joining);
        let steps = [
            ("applied", joining.and_then(|its| its.applied.as_ref())),
            (
                "commitment",
                joining.and_then(|its| its.commitment.as_ref()),
            ),
            (
                "terms_of_supply",
                joining.and_then(|its| its.terms_of_supply.as_ref()),
            ),
            ("declared", joining.and_then(|its| its.declared.as_ref())),
            ("approved", joining.and_then(|its| its.approved.as_ref())),
        ];
        let outcomes = steps.map(|(field, fact)| done(&about, fact, || about.path(field)));
        where_it_applies(joins(&about), worst(outcomes))
    },
}];

pub(super) static TEST: &[Row<OfPlan>] = &[Row {
    requirement: Requirement {
        id: "deployment-requirements/test-certificate-missing",
        statement: t(
            "there is a certificate for tests before there is one for production",
            "testausta varten on testivarmenne ennen tuotantovarmennetta",
            "det finns ett certifikat för test innan det finns ett för produktion",
        ),
        fault: t(
            "there is no certificate for tests",
            "testivarmennetta ei ole",
            "det finns inget certifikat för test",
        ),
        remedy: FILL_IN,
        fields: &["test_certificate"],
        ..DEPLOYMENT
    },
    check: |about| {
        let fact = going_live(&about).test_certificate.as_ref();
        done_in(&about, fact, "test_certificate")
    },
}];

const NONE: Text = t("no certificate", "ei varmennetta", "inget certifikat");
const ONE: Text = t("a certificate", "varmenne", "ett certifikat");

pub(super) static PRODUCTION: &[Row<OfAccessPoint>] = &[Row {
    requirement: Requirement {
        id: "deployment-requirements/server-certificate-not-installed",
        statement: t(
            "a server certificate is installed in the access point",
            "liityntäpisteeseen on asennettu palvelinvarmenne",
            "ett servercertifikat är installerat i anslutningspunkten",
        ),
        fault: t(
            "the access point has no server certificate",
            "liityntäpisteessä ei ole palvelinvarmennetta",
            "anslutningspunkten har inget servercertifikat",
        ),
        remedy: t(
            "order the certificate, check it with `kanta cert`, and name its file in the plan",
            "tilaa varmenne, tarkista se komennolla `kanta cert` ja kirjaa tiedosto suunnitelmaan",
            "beställ certifikatet, kontrollera det med `kanta cert`, och ange filen i planen",
        ),
        reading: Some(t(
            "asked of the party's own access points; whether the certificate is fit, the guide's rows tell",
            "koskee liittyjän omia liityntäpisteitä; varmenteen kelpoisuuden kertovat ohjeen rivit",
            "gäller partens egna anslutningspunkter; om certifikatet duger berättar anvisningens rader",
        )),
        fields: &["certificate", "administrator"],
        ..DEPLOYMENT
    },
    check: |about| {
        let administrator = about.plan.administrator(about.item);
        let own = Applies::known_or(administrator.map(|who| who.is_own()), || {
            about.path("administrator")
        });
        where_it_applies(own, installed(&about))
    },
}];

fn installed(about: &About<'_, &AccessPoint>) -> Outcome {
    match about.item.certificate {
        Some(Claim::Stated(_)) => Outcome::Satisfied,
        Some(Claim::Denied) => Outcome::violated(Value::Term(NONE), Value::Term(ONE)),
        None => about.missing("certificate"),
    }
}

pub(super) static SIGNATURE: &[Row<OfPlan>] = &[Row {
    requirement: Requirement {
        id: "deployment-requirements/signature-certificate-missing",
        statement: t(
            "a system signature certificate signs what no professional's certificate signs",
            "järjestelmäallekirjoitusvarmenne allekirjoittaa sen, mitä ammattilaisen varmenne ei allekirjoita",
            "ett systemsignaturcertifikat signerar det som ingen yrkespersons certifikat signerar",
        ),
        fault: t(
            "there is no system signature certificate",
            "järjestelmäallekirjoitusvarmennetta ei ole",
            "det finns inget systemsignaturcertifikat",
        ),
        remedy: t(
            "order the certificate, and name its file under [signature_certificate]",
            "tilaa varmenne ja kirjaa sen tiedosto kohtaan [signature_certificate]",
            "beställ certifikatet, och ange filen under [signature_certificate]",
        ),
        reading: Some(t(
            "asked where documents go to the patient data or the social welfare repository",
            "koskee potilastietovarantoon tai sosiaalihuollon asiakastietovarantoon lähetettäviä asiakirjoja",
            "gäller dokument till patientdatalagret eller socialvårdens klientdatalager",
        )),
        fields: &["signature_certificate"],
        ..DEPLOYMENT
    },
    check: |about| {
        let signs = |service| matches!(service, Service::PatientData | Service::SocialWelfare);
        if !about.plan.uses.iter().any(|its| signs(its.service)) {
            return Outcome::NotApplicable;
        }
        match about.plan.signature_certificate {
            Some(Claim::Stated(_)) => Outcome::Satisfied,
            Some(Claim::Denied) => Outcome::violated(Value::Term(NONE), Value::Term(ONE)),
            None => about.missing("signature_certificate"),
        }
    },
}];

pub(super) static CARDS: &[Row<OfPlan>] = &[Row {
    requirement: Requirement {
        id: "deployment-requirements/professional-cards-missing",
        statement: t(
            "professionals have a card with which they identify themselves and sign",
            "ammattilaisilla on kortti, jolla he tunnistautuvat ja allekirjoittavat",
            "yrkespersoner har ett kort med vilket de identifierar sig och signerar",
        ),
        fault: t(
            "professionals have no cards",
            "ammattilaisilla ei ole kortteja",
            "yrkespersonerna har inga kort",
        ),
        remedy: t(
            "order the cards, and state it in the plan",
            "tilaa kortit ja kirjaa se suunnitelmaan",
            "beställ korten, och ange det i planen",
        ),
        fields: &["professional_cards"],
        ..DEPLOYMENT
    },
    check: |about| {
        let fact = going_live(&about).professional_cards;
        demand(&about, fact, "professional_cards")
    },
}];

pub(super) static NOTICES: &[Row<OfPlan>] = &[Row {
    requirement: Requirement {
        id: "availability/nobody-named-for-disruption-notices",
        citations: &[Citation::page(&Document::AVAILABILITY, "")],
        statement: t(
            "somebody is named who gets the notices of disruptions",
            "häiriötiedotteille on nimetty vastaanottaja",
            "någon är utsedd att få meddelanden om störningar",
        ),
        fault: t(
            "nobody is named for the notices of disruptions",
            "häiriötiedotteille ei ole nimetty vastaanottajaa",
            "ingen är utsedd för meddelanden om störningar",
        ),
        remedy: t(
            "name the recipients to Kanta, and fill them in",
            "nimeä vastaanottajat Kannalle ja kirjaa heidät",
            "uppge mottagarna till Kanta, och ange dem i planen",
        ),
        in_force: InForce::seen(Date::constant(2017, 2, 13)),
        fields: &["disruption_notices"],
        ..SHOULD
    },
    check: |about| {
        let fact = going_live(&about).disruption_notices.as_ref();
        named(&about, fact, "disruption_notices")
    },
}];
