//! Clause 4.1.1: the parallel model and the joint model.

use super::clause;
use crate::{Date, InForce, Requirement, Text, text};

/// What to do where a model does not fit.
pub const JOIN_DIRECTLY: Text = text! {
    en: "join directly, or mend the plan",
    fi: "liity suoraan tai korjaa suunnitelma",
    sv: "anslut direkt, eller rätta planen",
};

/// Why the joint model has conditions.
pub const IN_JOINT_MODEL: Text = text! {
    en: "a tenant works in a private joining party's premises with that party's system and rights",
    fi: "vuokralainen toimii yksityisen liittyjän tiloissa tämän järjestelmällä ja käyttövaltuuksilla",
    sv: "en hyresgäst verkar i en privat anslutande aktörs lokaler med dess system och rättigheter",
};

/// Why the parallel model has conditions.
pub const IN_PARALLEL_MODEL: Text = text! {
    en: "a private producer of social welfare works in the client data system of whoever organises the services",
    fi: "yksityinen sosiaalihuollon palveluntuottaja toimii palvelunjärjestäjän asiakastietojärjestelmässä",
    sv: "en privat producent av socialvård arbetar i klientdatasystemet hos den som ordnar tjänsterna",
};

/// The change log of 3.14 says that the model is meant for private providers; whether it was before is not told.
const PRIVATE_SINCE_3_14: InForce = InForce::seen(Date::constant(2024, 1, 2));

/// The parallel model is for one service.
pub const PARALLEL_MODEL_OUTSIDE_SOCIAL_WELFARE: Requirement = Requirement::must(
    "connection-models/parallel-model-outside-social-welfare",
)
.with_citations(&[clause("4.1.1")])
.with_statement(text! {
    en: "the parallel model covers the Client Data Repository for Social Welfare Services only",
    fi: "rinnakkaisliittyminen koskee vain Sosiaalihuollon asiakastietovarantoa",
    sv: "modellen med parallell anslutning gäller endast Socialvårdens klientdatalager",
})
.with_fault(text! {
    en: "a producer in the parallel model uses another service",
    fi: "rinnakkaisliittymisen palveluntuottaja käyttää muuta palvelua",
    sv: "en producent i modellen med parallell anslutning använder en annan tjänst",
})
.with_remedy(text! {
    en: "join directly for the other services",
    fi: "liity muihin palveluihin suoraan",
    sv: "anslut direkt till de andra tjänsterna",
})
.with_purpose(IN_PARALLEL_MODEL);

/// A producer in the parallel model is a private provider of social welfare.
pub const PRODUCER_IN_PARALLEL_MODEL_NOT_PRIVATE: Requirement = Requirement::must("connection-models/producer-in-parallel-model-not-private")
    .with_citations(&[clause("4.1.1")])
    .with_statement(text! {
        en: "in the parallel model the producer is a private provider of social welfare",
        fi: "rinnakkaisliittymisessä palveluntuottaja on yksityinen sosiaalihuollon palvelunantaja",
        sv: "i modellen med parallell anslutning är producenten en privat tillhandahållare av socialvård",
    })
    .with_fault(text! {
        en: "the producer in the parallel model is not a private provider",
        fi: "rinnakkaisliittymisen palveluntuottaja ei ole yksityinen palvelunantaja",
        sv: "producenten i modellen med parallell anslutning är inte en privat tillhandahållare",
    })
    .with_remedy(JOIN_DIRECTLY)
    .with_purpose(IN_PARALLEL_MODEL);

/// A tenant is a private provider.
pub const TENANT_NOT_PRIVATE: Requirement = Requirement::must(
    "connection-models/tenant-not-private",
)
.with_citations(&[clause("4.1.1"), clause("2.3")])
.with_statement(text! {
    en: "the joint model is for private providers: the tenant is one",
    fi: "yhteisliittyminen on yksityisille palvelunantajille: vuokralainen on yksityinen",
    sv: "modellen med gemensam anslutning är för privata tillhandahållare: hyresgästen är en sådan",
})
.with_fault(text! {
    en: "the tenant is not a private provider",
    fi: "vuokralainen ei ole yksityinen palvelunantaja",
    sv: "hyresgästen är inte en privat tillhandahållare",
})
.with_remedy(JOIN_DIRECTLY)
.with_purpose(IN_JOINT_MODEL)
.with_in_force(PRIVATE_SINCE_3_14);

/// The joining party of a tenant is a private provider.
pub const HOST_OF_TENANT_NOT_PRIVATE: Requirement = Requirement::must("connection-models/host-of-tenant-not-private")
    .with_citations(&[clause("4.1.1")])
    .with_statement(text! {
        en: "the joint model is for private providers: the joining party with a tenant is one",
        fi: "yhteisliittyminen on yksityisille palvelunantajille: liittyjä, jolla on vuokralainen, on yksityinen",
        sv: "modellen med gemensam anslutning är för privata tillhandahållare: en anslutande aktör med hyresgäst är en sådan",
    })
    .with_fault(text! {
        en: "the joining party of the tenant is not private",
        fi: "vuokralaisen liittyjä ei ole yksityinen",
        sv: "hyresgästens anslutande aktör är inte privat",
    })
    .with_remedy(JOIN_DIRECTLY)
    .with_purpose(IN_JOINT_MODEL)
    .with_in_force(PRIVATE_SINCE_3_14);
