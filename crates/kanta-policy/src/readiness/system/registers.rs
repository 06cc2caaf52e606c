//! What stands in the registers of organisations and of licences.

use kanta_address_index::{Register, Sector};
use kanta_conformance::{Outcome, Row, Value, text};

use crate::readiness::deployment;
use crate::readiness::facts::{FILL_IN, done_in, going_live, in_sote_register, social_welfare};
use crate::requirements::OfPlan;
use crate::requirements::facts::where_it_applies;

pub(super) const NOT_IN_SOTE_REGISTER: Row<OfPlan> = Row {
    requirement: &deployment("deployment-requirements/public-provider-not-in-sote-register")
        .with_statement(text! {
            en: "a public provider of social welfare gives its details directly to the SOTE organisation register",
            fi: "julkinen sosiaalihuollon palvelunantaja ilmoittaa tietonsa suoraan SOTE-organisaatiorekisteriin",
            sv: "en offentlig tillhandahållare av socialvård anmäler sina uppgifter direkt till organisationsregistret för social- och hälsovården",
        })
        .with_fault(text! {
            en: "the public provider's details are not in the SOTE organisation register",
            fi: "julkisen palvelunantajan tiedot eivät ole SOTE-organisaatiorekisterissä",
            sv: "den offentliga tillhandahållarens uppgifter finns inte i organisationsregistret för social- och hälsovården",
        })
        .with_remedy(text! {
            en: "notify the details to THL's register, and fill in the register and since when it stands there",
            fi: "ilmoita tiedot THL:n rekisteriin ja kirjaa rekisteri ja mistä lähtien tiedot ovat siellä",
            sv: "anmäl uppgifterna till THL:s register, och ange registret och sedan när de står där",
        })
        .with_purpose(text! {
            en: "by this register the parties that have joined Kanta are identified and administered",
            fi: "rekisterin avulla tunnistetaan ja hallinnoidaan Kantaan liittyneet",
            sv: "med det här registret identifieras och administreras de som har anslutit sig till Kanta",
        })
        .with_example(
            "[party]\nsector = \"public\"\nhealth_care = false\nregister = \"sote\"\nregistered = false\n",
            "[party]\nsector = \"public\"\nhealth_care = false\nregister = \"sote\"\nregistered = 2019-03-01\n",
        )
        .with_fields(&["registered", "register", "sector", "health_care"]),
    check: |about| {
        let party = about.plan.party.as_ref();
        let outcome = match party.and_then(|party| party.register) {
            Some(Register::Sote) => {
                let registered = party.and_then(|party| party.registered.as_ref());
                done_in(&about, registered, "registered")
            }
            Some(other) => Outcome::violated(
                Value::Term(other.name()),
                Value::Term(Register::Sote.name()),
            ),
            None => about.missing("register"),
        };
        where_it_applies(social_welfare(&about, Sector::Public), outcome)
    },
};

pub(super) const DATA_NOT_UP_TO_DATE: Row<OfPlan> = Row {
    requirement: &deployment("deployment-requirements/register-data-not-up-to-date")
        .with_statement(text! {
            en: "the details in the SOTE organisation register are up to date",
            fi: "tiedot SOTE-organisaatiorekisterissä ovat ajan tasalla",
            sv: "uppgifterna i organisationsregistret för social- och hälsovården är aktuella",
        })
        .with_fault(text! {
            en: "the details in the register are not known to be up to date",
            fi: "rekisterin tietoja ei ole todettu ajantasaisiksi",
            sv: "uppgifterna i registret har inte konstaterats vara aktuella",
        })
        .with_remedy(text! {
            en: "look through the units and service units in the register, and fill in the day",
            fi: "käy rekisterin yksiköt ja palveluyksiköt läpi ja kirjaa päivä",
            sv: "gå igenom enheterna och serviceenheterna i registret, och ange dagen",
        })
        .with_purpose(text! {
            en: "whoever joins is identified by these details, down to the units and service units",
            fi: "liittyjät tunnistetaan näiden tietojen avulla, yksiköitä ja palveluyksiköitä myöten",
            sv: "de som ansluter sig identifieras med dessa uppgifter, ända till enheterna och serviceenheterna",
        })
        .with_example(
            "[party]\nregister = \"sote\"\n\n[readiness]\nregister_data_checked = false\n",
            "[party]\nregister = \"sote\"\n\n[readiness]\nregister_data_checked = 2025-10-20\n",
        )
        .with_fields(&["register_data_checked", "party.register"]),
    check: |about| {
        let fact = going_live(&about).register_data_checked.as_ref();
        let outcome = done_in(&about, fact, "register_data_checked");
        where_it_applies(in_sote_register(&about), outcome)
    },
};

pub(super) const LICENCE_NOT_UP_TO_DATE: Row<OfPlan> = Row {
    requirement: &deployment("deployment-requirements/licence-not-up-to-date")
        .with_statement(text! {
            en: "the licence details of a private provider of social welfare are up to date in Valveri (since then Soteri)",
            fi: "yksityisen sosiaalihuollon palvelunantajan lupatiedot ovat ajan tasalla Valverissa (sittemmin Soteri)",
            sv: "en privat socialvårdsproducents tillståndsuppgifter är aktuella i Valveri (senare Soteri)",
        })
        .with_fault(text! {
            en: "the licence details are not known to be up to date",
            fi: "lupatietoja ei ole todettu ajantasaisiksi",
            sv: "tillståndsuppgifterna har inte konstaterats vara aktuella",
        })
        .with_remedy(FILL_IN)
        .with_purpose(text! {
            en: "from there the details pass to the Code Service, and the provider joins Kanta with what stands there",
            fi: "sieltä tiedot siirtyvät koodistopalveluun, jonka tiedoilla palvelunantaja liittyy Kantaan",
            sv: "därifrån går uppgifterna till kodtjänsten, och producenten ansluter sig till Kanta med det som står där",
        })
        .with_example(
            "[party]\nsector = \"private\"\nhealth_care = false\n\n[readiness]\nlicence_checked = false\n",
            "[party]\nsector = \"private\"\nhealth_care = false\n\n[readiness]\nlicence_checked = 2025-10-20\n",
        )
        .with_fields(&["licence_checked", "party.sector", "party.health_care"]),
    check: |about| {
        let fact = going_live(&about).licence_checked.as_ref();
        let outcome = done_in(&about, fact, "licence_checked");
        where_it_applies(social_welfare(&about, Sector::Private), outcome)
    },
};
