//! Joining, certificates and cards, and what goes on in production.

use kanta_address_index::Service;
use kanta_conformance::{
    Citation, Date, Document, InForce, Outcome, Requirement, Row, Text, Value, text,
};

use super::deployment;
use super::facts::{FILL_IN, done_in, going_live, joins, named};
use crate::plan::{AccessPoint, Claim, Joining, Stage};
use crate::requirements::facts::{Applies, demand, done, where_it_applies, worst};
use crate::requirements::not_yet_due;
use crate::requirements::{About, OfAccessPoint, OfPlan};

pub(super) static JOINING: &[Row<OfPlan>] = &[Row {
    requirement: &deployment("deployment-requirements/administrative-steps-not-done")
        .with_statement(text! {
            en: "the administrative steps for starting as a client are done",
            fi: "asiakkaaksi tulon hallinnolliset toimet on tehty",
            sv: "de administrativa åtgärderna för att bli kund är gjorda",
        })
        .with_fault(text! {
            en: "an administrative step of joining is not done",
            fi: "jokin liittymisen hallinnollisista toimista on tekemättä",
            sv: "någon av de administrativa åtgärderna för anslutningen är inte gjord",
        })
        .with_remedy(FILL_IN)
        .with_reading(text! {
            en: "the steps are those of the guide: application, commitment, terms of supply, notice of systems, approval",
            fi: "toimet ovat ohjeen: hakemus, sitoumus, toimitusehdot, ilmoitus järjestelmistä, hyväksyntä",
            sv: "åtgärderna är anvisningens: ansökan, förbindelse, leveransvillkor, anmälan av system, godkännande",
        })
        .with_purpose(text! {
            en: "with them the party becomes a client of Kanta and is given the rights to its services",
            fi: "niillä liittyjästä tulee Kannan asiakas, ja se saa käyttövaltuudet palveluihin",
            sv: "med dem blir parten kund hos Kanta och får rättigheterna till tjänsterna",
        })
        .with_example(
            r#"[party.joining]
applied = 2025-09-15
commitment = 2025-09-15
terms_of_supply = 2025-09-15
declared = 2025-09-15
approved = false"#,
            r#"[party.joining]
applied = 2025-09-15
commitment = 2025-09-15
terms_of_supply = 2025-09-15
declared = 2025-09-15
approved = 2025-10-06"#,
        )
        .with_fields(&[
            "applied",
            "commitment",
            "terms_of_supply",
            "declared",
            "approved",
        ]),
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
    requirement: &deployment("deployment-requirements/test-certificate-missing")
        .with_statement(text! {
            en: "there is a certificate for tests before there is one for production",
            fi: "testausta varten on testivarmenne ennen tuotantovarmennetta",
            sv: "det finns ett certifikat för test innan det finns ett för produktion",
        })
        .with_fault(text! {
            en: "there is no certificate for tests",
            fi: "testivarmennetta ei ole",
            sv: "det finns inget certifikat för test",
        })
        .with_remedy(FILL_IN)
        .with_purpose(text! {
            en: "so that nothing is tried out with the certificate on which production rests",
            fi: "jotta mitään ei kokeilla varmenteella, jonka varassa tuotanto on",
            sv: "för att ingenting ska provas med det certifikat som produktionen vilar på",
        })
        .with_example(
            "[readiness]\ntest_certificate = false\n",
            "[readiness]\ntest_certificate = 2025-08-15\n",
        )
        .with_fields(&["test_certificate"]),
    check: |about| {
        let fact = going_live(&about).test_certificate.as_ref();
        done_in(&about, fact, "test_certificate")
    },
}];

const NONE: Text = text! { en: "no certificate", fi: "ei varmennetta", sv: "inget certifikat" };
const ONE: Text = text! { en: "a certificate", fi: "varmenne", sv: "ett certifikat" };

pub(super) static PRODUCTION: &[Row<OfAccessPoint>] = &[Row {
    requirement: &deployment("deployment-requirements/server-certificate-not-installed")
        .with_statement(text! {
            en: "a server certificate is installed in the access point",
            fi: "liityntäpisteeseen on asennettu palvelinvarmenne",
            sv: "ett servercertifikat är installerat i anslutningspunkten",
        })
        .with_fault(text! {
            en: "the access point has no server certificate",
            fi: "liityntäpisteessä ei ole palvelinvarmennetta",
            sv: "anslutningspunkten har inget servercertifikat",
        })
        .with_remedy(text! {
            en: "order the certificate, check it with `kanta cert`, and name its file in the plan",
            fi: "tilaa varmenne, tarkista se komennolla `kanta cert` ja kirjaa tiedosto suunnitelmaan",
            sv: "beställ certifikatet, kontrollera det med `kanta cert`, och ange filen i planen",
        })
        .with_reading(text! {
            en: "asked of the party's own access points; whether the certificate is fit, the guide's rows tell",
            fi: "koskee liittyjän omia liityntäpisteitä; varmenteen kelpoisuuden kertovat ohjeen rivit",
            sv: "gäller partens egna anslutningspunkter; om certifikatet duger berättar anvisningens rader",
        })
        .with_purpose(text! {
            en: "without it Kanta cannot identify the access point, and no encrypted connection is formed",
            fi: "ilman sitä Kanta ei voi tunnistaa liityntäpistettä eikä salattua yhteyttä synny",
            sv: "utan det kan Kanta inte identifiera anslutningspunkten, och ingen krypterad förbindelse bildas",
        })
        .with_example(
            "[[access_point]]\nid = \"ap1\"\nadministrator = \"party\"\ncertificate = false\n",
            "[[access_point]]\nid = \"ap1\"\nadministrator = \"party\"\ncertificate = \"certificates/clinic-server.pem\"\n",
        )
        .with_fields(&["certificate", "administrator"]),
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
    requirement: &deployment("deployment-requirements/signature-certificate-missing")
        .with_statement(text! {
            en: "a system signature certificate signs what no professional's certificate signs",
            fi: "järjestelmäallekirjoitusvarmenne allekirjoittaa sen, mitä ammattilaisen varmenne ei allekirjoita",
            sv: "ett systemsignaturcertifikat signerar det som ingen yrkespersons certifikat signerar",
        })
        .with_fault(text! {
            en: "there is no system signature certificate",
            fi: "järjestelmäallekirjoitusvarmennetta ei ole",
            sv: "det finns inget systemsignaturcertifikat",
        })
        .with_remedy(text! {
            en: "order the certificate, and name its file under [signature_certificate]",
            fi: "tilaa varmenne ja kirjaa sen tiedosto kohtaan [signature_certificate]",
            sv: "beställ certifikatet, och ange filen under [signature_certificate]",
        })
        .with_reading(text! {
            en: "asked where documents go to the patient data or the social welfare repository",
            fi: "koskee potilastietovarantoon tai sosiaalihuollon asiakastietovarantoon lähetettäviä asiakirjoja",
            sv: "gäller dokument till patientdatalagret eller socialvårdens klientdatalager",
        })
        .with_purpose(text! {
            en: "the signature shows whose documents they are, though no professional has signed them",
            fi: "allekirjoitus osoittaa, kenen asiakirjoja ne ovat, vaikka ammattilainen ei ole allekirjoittanut niitä",
            sv: "signaturen visar vems handlingarna är, fast ingen yrkesperson har signerat dem",
        })
        .with_example(
            "signature_certificate = false\n",
            "[signature_certificate]\nfile = \"certificates/clinic-signature.pem\"\nholder = \"party\"\n",
        )
        .with_fields(&["signature_certificate"]),
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
    requirement: &deployment("deployment-requirements/professional-cards-missing")
        .with_statement(text! {
            en: "professionals have a card with which they identify themselves and sign",
            fi: "ammattilaisilla on kortti, jolla he tunnistautuvat ja allekirjoittavat",
            sv: "yrkespersoner har ett kort med vilket de identifierar sig och signerar",
        })
        .with_fault(text! {
            en: "professionals have no cards",
            fi: "ammattilaisilla ei ole kortteja",
            sv: "yrkespersonerna har inga kort",
        })
        .with_remedy(text! {
            en: "order the cards, and state it in the plan",
            fi: "tilaa kortit ja kirjaa se suunnitelmaan",
            sv: "beställ korten, och ange det i planen",
        })
        .with_purpose(text! {
            en: "the certificate on the card tells reliably who processes data and who has signed",
            fi: "kortin varmenne kertoo luotettavasti, kuka käsittelee tietoja ja kuka on allekirjoittanut",
            sv: "kortets certifikat berättar tillförlitligt vem som behandlar uppgifter och vem som har signerat",
        })
        .with_example(
            "[readiness]\nprofessional_cards = false\n",
            "[readiness]\nprofessional_cards = true\n",
        )
        .with_fields(&["professional_cards"]),
    check: |about| {
        let fact = going_live(&about).professional_cards;
        demand(&about, fact, "professional_cards")
    },
}];

pub(super) static NOTICES: &[Row<OfPlan>] = &[Row {
    requirement: &Requirement::should("availability/nobody-named-for-disruption-notices")
        .with_citations(&[Citation::page(&Document::AVAILABILITY, "")])
        .with_statement(text! {
            en: "somebody is named who gets the notices of disruptions",
            fi: "häiriötiedotteille on nimetty vastaanottaja",
            sv: "någon är utsedd att få meddelanden om störningar",
        })
        .with_fault(text! {
            en: "nobody is named for the notices of disruptions",
            fi: "häiriötiedotteille ei ole nimetty vastaanottajaa",
            sv: "ingen är utsedd för meddelanden om störningar",
        })
        .with_remedy(text! {
            en: "name the recipients to Kanta, and fill them in",
            fi: "nimeä vastaanottajat Kannalle ja kirjaa heidät",
            sv: "uppge mottagarna till Kanta, och ange dem i planen",
        })
        .with_purpose(text! {
            en: "whoever has the notice need not search for the fault in the organisation's own network",
            fi: "tiedotteen saaneen ei tarvitse etsiä vikaa organisaation omasta verkosta",
            sv: "den som har fått meddelandet behöver inte leta efter felet i organisationens eget nät",
        })
        .with_example(
            "[readiness]\ndisruption_notices = false\n",
            "[readiness]\ndisruption_notices = \"paivystys@klinikka.example\"\n",
        )
        .with_in_force(InForce::seen(Date::constant(2017, 2, 13)))
        .with_fields(&["disruption_notices"]),
    check: |about| {
        let fact = going_live(&about).disruption_notices.as_ref();
        named(&about, fact, "disruption_notices")
    },
}];
