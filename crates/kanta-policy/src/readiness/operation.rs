//! Joining, certificates and cards, and what goes on in production.

use kanta_address_index::Service;
use kanta_conformance::{
    Citation, Date, Document, Example, InForce, Outcome, Requirement, Row, Text, Value,
};

use super::DEPLOYMENT;
use super::facts::{FILL_IN, done_in, going_live, joins, named};
use crate::plan::{AccessPoint, Claim, Joining, Stage};
use crate::requirements::facts::{Applies, demand, done, t, where_it_applies, worst};
use crate::requirements::not_yet_due;
use crate::requirements::{About, OfAccessPoint, OfPlan, SHOULD};

pub(super) static JOINING: &[Row<OfPlan>] = &[Row {
    requirement: &Requirement {
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
        purpose: Some(t(
            "with them the party becomes a client of Kanta and is given the rights to its services",
            "niillä liittyjästä tulee Kannan asiakas, ja se saa käyttövaltuudet palveluihin",
            "med dem blir parten kund hos Kanta och får rättigheterna till tjänsterna",
        )),
        example: Some(Example {
            before: r#"[party.joining]
applied = 2025-09-15
commitment = 2025-09-15
terms_of_supply = 2025-09-15
declared = 2025-09-15
approved = false"#,
            after: r#"[party.joining]
applied = 2025-09-15
commitment = 2025-09-15
terms_of_supply = 2025-09-15
declared = 2025-09-15
approved = 2025-10-06"#,
        }),
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
        let applied = joining.and_then(Joining::first_applied);
        let approved = joining.and_then(Joining::last_approved);
        let steps = [
            ("applied", applied.as_ref()),
            (
                "commitment",
                joining.and_then(|its| its.commitment.as_ref()),
            ),
            (
                "terms_of_supply",
                joining.and_then(|its| its.terms_of_supply.as_ref()),
            ),
            ("declared", joining.and_then(|its| its.declared.as_ref())),
            ("approved", approved.as_ref()),
        ];
        let outcomes = steps.map(|(field, fact)| {
            let due = match field {
                "approved" => Stage::Approved,
                _ => Stage::Applied,
            };
            if not_yet_due(joining, due, fact) {
                return Outcome::NotApplicable;
            }
            done(&about, fact, || about.path(field))
        });
        where_it_applies(joins(&about), worst(outcomes))
    },
}];

pub(super) static TEST: &[Row<OfPlan>] = &[Row {
    requirement: &Requirement {
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
        purpose: Some(t(
            "so that nothing is tried out with the certificate on which production rests",
            "jotta mitään ei kokeilla varmenteella, jonka varassa tuotanto on",
            "för att ingenting ska provas med det certifikat som produktionen vilar på",
        )),
        example: Some(Example {
            before: "[readiness]\ntest_certificate = false\n",
            after: "[readiness]\ntest_certificate = 2025-08-15\n",
        }),
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
    requirement: &Requirement {
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
        purpose: Some(t(
            "without it Kanta cannot identify the access point, and no encrypted connection is formed",
            "ilman sitä Kanta ei voi tunnistaa liityntäpistettä eikä salattua yhteyttä synny",
            "utan det kan Kanta inte identifiera anslutningspunkten, och ingen krypterad förbindelse bildas",
        )),
        example: Some(Example {
            before: "[[access_point]]\nid = \"ap1\"\nadministrator = \"party\"\ncertificate = false\n",
            after: "[[access_point]]\nid = \"ap1\"\nadministrator = \"party\"\ncertificate = \"certificates/clinic-server.pem\"\n",
        }),
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
    requirement: &Requirement {
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
        purpose: Some(t(
            "the signature shows whose documents they are, though no professional has signed them",
            "allekirjoitus osoittaa, kenen asiakirjoja ne ovat, vaikka ammattilainen ei ole allekirjoittanut niitä",
            "signaturen visar vems handlingarna är, fast ingen yrkesperson har signerat dem",
        )),
        example: Some(Example {
            before: "signature_certificate = false\n",
            after: "[signature_certificate]\nfile = \"certificates/clinic-signature.pem\"\nholder = \"party\"\n",
        }),
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
    requirement: &Requirement {
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
        purpose: Some(t(
            "the certificate on the card tells reliably who processes data and who has signed",
            "kortin varmenne kertoo luotettavasti, kuka käsittelee tietoja ja kuka on allekirjoittanut",
            "kortets certifikat berättar tillförlitligt vem som behandlar uppgifter och vem som har signerat",
        )),
        example: Some(Example {
            before: "[readiness]\nprofessional_cards = false\n",
            after: "[readiness]\nprofessional_cards = true\n",
        }),
        fields: &["professional_cards"],
        ..DEPLOYMENT
    },
    check: |about| {
        let fact = going_live(&about).professional_cards;
        demand(&about, fact, "professional_cards")
    },
}];

pub(super) static NOTICES: &[Row<OfPlan>] = &[Row {
    requirement: &Requirement {
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
        purpose: Some(t(
            "whoever has the notice need not search for the fault in the organisation's own network",
            "tiedotteen saaneen ei tarvitse etsiä vikaa organisaation omasta verkosta",
            "den som har fått meddelandet behöver inte leta efter felet i organisationens eget nät",
        )),
        example: Some(Example {
            before: "[readiness]\ndisruption_notices = false\n",
            after: "[readiness]\ndisruption_notices = \"paivystys@klinikka.example\"\n",
        }),
        fields: &["disruption_notices"],
        ..SHOULD
    },
    check: |about| {
        let fact = going_live(&about).disruption_notices.as_ref();
        named(&about, fact, "disruption_notices")
    },
}];
