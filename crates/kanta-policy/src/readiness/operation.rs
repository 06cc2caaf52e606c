//! Joining, certificates and cards, and what goes on in production.

use kanta_address_index::Service;
use kanta_conformance::{
    Citation, Date, Document, Example, InForce, Outcome, Requirement, Row, Text, Value, text,
};

use super::DEPLOYMENT;
use super::facts::{FILL_IN, done_in, going_live, joins, named};
use crate::plan::{AccessPoint, Claim, Joining, Stage};
use crate::requirements::facts::{Applies, demand, done, where_it_applies, worst};
use crate::requirements::not_yet_due;
use crate::requirements::{About, OfAccessPoint, OfPlan, SHOULD};

pub(super) static JOINING: &[Row<OfPlan>] = &[Row {
    requirement: &Requirement {
        id: "deployment-requirements/administrative-steps-not-done",
        statement: text! {
            en: "the administrative steps for starting as a client are done",
            fi: "asiakkaaksi tulon hallinnolliset toimet on tehty",
            sv: "de administrativa åtgärderna för att bli kund är gjorda",
        },
        fault: text! {
            en: "an administrative step of joining is not done",
            fi: "jokin liittymisen hallinnollisista toimista on tekemättä",
            sv: "någon av de administrativa åtgärderna för anslutningen är inte gjord",
        },
        remedy: FILL_IN,
        reading: Some(text! {
            en: "the steps are those of the guide: application, commitment, terms of supply, notice of systems, approval",
            fi: "toimet ovat ohjeen: hakemus, sitoumus, toimitusehdot, ilmoitus järjestelmistä, hyväksyntä",
            sv: "åtgärderna är anvisningens: ansökan, förbindelse, leveransvillkor, anmälan av system, godkännande",
        }),
        purpose: Some(text! {
            en: "with them the party becomes a client of Kanta and is given the rights to its services",
            fi: "niillä liittyjästä tulee Kannan asiakas, ja se saa käyttövaltuudet palveluihin",
            sv: "med dem blir parten kund hos Kanta och får rättigheterna till tjänsterna",
        }),
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
        statement: text! {
            en: "there is a certificate for tests before there is one for production",
            fi: "testausta varten on testivarmenne ennen tuotantovarmennetta",
            sv: "det finns ett certifikat för test innan det finns ett för produktion",
        },
        fault: text! {
            en: "there is no certificate for tests",
            fi: "testivarmennetta ei ole",
            sv: "det finns inget certifikat för test",
        },
        remedy: FILL_IN,
        purpose: Some(text! {
            en: "so that nothing is tried out with the certificate on which production rests",
            fi: "jotta mitään ei kokeilla varmenteella, jonka varassa tuotanto on",
            sv: "för att ingenting ska provas med det certifikat som produktionen vilar på",
        }),
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

const NONE: Text = text! { en: "no certificate", fi: "ei varmennetta", sv: "inget certifikat" };
const ONE: Text = text! { en: "a certificate", fi: "varmenne", sv: "ett certifikat" };

pub(super) static PRODUCTION: &[Row<OfAccessPoint>] = &[Row {
    requirement: &Requirement {
        id: "deployment-requirements/server-certificate-not-installed",
        statement: text! {
            en: "a server certificate is installed in the access point",
            fi: "liityntäpisteeseen on asennettu palvelinvarmenne",
            sv: "ett servercertifikat är installerat i anslutningspunkten",
        },
        fault: text! {
            en: "the access point has no server certificate",
            fi: "liityntäpisteessä ei ole palvelinvarmennetta",
            sv: "anslutningspunkten har inget servercertifikat",
        },
        remedy: text! {
            en: "order the certificate, check it with `kanta cert`, and name its file in the plan",
            fi: "tilaa varmenne, tarkista se komennolla `kanta cert` ja kirjaa tiedosto suunnitelmaan",
            sv: "beställ certifikatet, kontrollera det med `kanta cert`, och ange filen i planen",
        },
        reading: Some(text! {
            en: "asked of the party's own access points; whether the certificate is fit, the guide's rows tell",
            fi: "koskee liittyjän omia liityntäpisteitä; varmenteen kelpoisuuden kertovat ohjeen rivit",
            sv: "gäller partens egna anslutningspunkter; om certifikatet duger berättar anvisningens rader",
        }),
        purpose: Some(text! {
            en: "without it Kanta cannot identify the access point, and no encrypted connection is formed",
            fi: "ilman sitä Kanta ei voi tunnistaa liityntäpistettä eikä salattua yhteyttä synny",
            sv: "utan det kan Kanta inte identifiera anslutningspunkten, och ingen krypterad förbindelse bildas",
        }),
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
        statement: text! {
            en: "a system signature certificate signs what no professional's certificate signs",
            fi: "järjestelmäallekirjoitusvarmenne allekirjoittaa sen, mitä ammattilaisen varmenne ei allekirjoita",
            sv: "ett systemsignaturcertifikat signerar det som ingen yrkespersons certifikat signerar",
        },
        fault: text! {
            en: "there is no system signature certificate",
            fi: "järjestelmäallekirjoitusvarmennetta ei ole",
            sv: "det finns inget systemsignaturcertifikat",
        },
        remedy: text! {
            en: "order the certificate, and name its file under [signature_certificate]",
            fi: "tilaa varmenne ja kirjaa sen tiedosto kohtaan [signature_certificate]",
            sv: "beställ certifikatet, och ange filen under [signature_certificate]",
        },
        reading: Some(text! {
            en: "asked where documents go to the patient data or the social welfare repository",
            fi: "koskee potilastietovarantoon tai sosiaalihuollon asiakastietovarantoon lähetettäviä asiakirjoja",
            sv: "gäller dokument till patientdatalagret eller socialvårdens klientdatalager",
        }),
        purpose: Some(text! {
            en: "the signature shows whose documents they are, though no professional has signed them",
            fi: "allekirjoitus osoittaa, kenen asiakirjoja ne ovat, vaikka ammattilainen ei ole allekirjoittanut niitä",
            sv: "signaturen visar vems handlingarna är, fast ingen yrkesperson har signerat dem",
        }),
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
        statement: text! {
            en: "professionals have a card with which they identify themselves and sign",
            fi: "ammattilaisilla on kortti, jolla he tunnistautuvat ja allekirjoittavat",
            sv: "yrkespersoner har ett kort med vilket de identifierar sig och signerar",
        },
        fault: text! {
            en: "professionals have no cards",
            fi: "ammattilaisilla ei ole kortteja",
            sv: "yrkespersonerna har inga kort",
        },
        remedy: text! {
            en: "order the cards, and state it in the plan",
            fi: "tilaa kortit ja kirjaa se suunnitelmaan",
            sv: "beställ korten, och ange det i planen",
        },
        purpose: Some(text! {
            en: "the certificate on the card tells reliably who processes data and who has signed",
            fi: "kortin varmenne kertoo luotettavasti, kuka käsittelee tietoja ja kuka on allekirjoittanut",
            sv: "kortets certifikat berättar tillförlitligt vem som behandlar uppgifter och vem som har signerat",
        }),
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
        statement: text! {
            en: "somebody is named who gets the notices of disruptions",
            fi: "häiriötiedotteille on nimetty vastaanottaja",
            sv: "någon är utsedd att få meddelanden om störningar",
        },
        fault: text! {
            en: "nobody is named for the notices of disruptions",
            fi: "häiriötiedotteille ei ole nimetty vastaanottajaa",
            sv: "ingen är utsedd för meddelanden om störningar",
        },
        remedy: text! {
            en: "name the recipients to Kanta, and fill them in",
            fi: "nimeä vastaanottajat Kannalle ja kirjaa heidät",
            sv: "uppge mottagarna till Kanta, och ange dem i planen",
        },
        in_force: InForce::seen(Date::constant(2017, 2, 13)),
        purpose: Some(text! {
            en: "whoever has the notice need not search for the fault in the organisation's own network",
            fi: "tiedotteen saaneen ei tarvitse etsiä vikaa organisaation omasta verkosta",
            sv: "den som har fått meddelandet behöver inte leta efter felet i organisationens eget nät",
        }),
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
