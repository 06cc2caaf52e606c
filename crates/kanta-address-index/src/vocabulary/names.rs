//! What the words are called, in the three languages.

use kanta_conformance::{Text, text};

use super::{AdministratorKind, JoiningModel, PartyKind, Register, Sector, Service};

impl Service {
    /// What it is called.
    #[must_use]
    pub const fn name(self) -> Text {
        match self {
            Self::PatientData => text! {
                en: "Patient Data Repository",
                fi: "Potilastietovaranto",
                sv: "Patientdatalagret",
            },
            Self::Imaging => text! {
                en: "Imaging Data Repository",
                fi: "Kuva-aineistojen tietovaranto",
                sv: "Datalagret för bildmaterial",
            },
            Self::Prescription => {
                text! { en: "Prescription Service", fi: "Resepti-palvelu", sv: "Recepttjänsten" }
            }
            Self::SocialWelfare => text! {
                en: "Client Data Repository for Social Welfare Services",
                fi: "Sosiaalihuollon asiakastietovaranto",
                sv: "Socialvårdens klientdatalager",
            },
            Self::RenewalRequests => text! {
                en: "reception of renewal requests",
                fi: "uudistamispyyntöjen vastaanotto",
                sv: "mottagande av begäranden om receptförnyelse",
            },
            Self::ReimbursementQuery => text! {
                en: "Kela: query on direct-reimbursement data",
                fi: "Kela: suorakorvaustietojen kysely",
                sv: "FPA: förfrågan om direktersättningsuppgifter",
            },
            Self::PurchaseReception => text! {
                en: "Kela: reception of medicine purchase and settlement data",
                fi: "Kela: lääkeosto- ja tilitystietojen vastaanotto",
                sv: "FPA: mottagning av läkemedelsköps- och redovisningsuppgifter",
            },
            Self::SettlementQuery => text! {
                en: "Kela: the pharmacy's query on its settlement data",
                fi: "Kela: apteekin tilitystietojen kysely",
                sv: "FPA: apotekets förfrågan om redovisningsuppgifter",
            },
            Self::SettlementP2 => text! {
                en: "Kela: settlement data for basic social assistance (P2)",
                fi: "Kela: perustoimeentulotuen tilitystiedot (P2)",
                sv: "FPA: redovisningsuppgifter för grundläggande utkomststöd (P2)",
            },
            Self::Phr => text! {
                en: "Kanta personal health data repository",
                fi: "Omatietovaranto",
                sv: "Datalagret för egna uppgifter",
            },
            Self::CodeService => text! {
                en: "National Code Service",
                fi: "Koodistopalvelu",
                sv: "Den nationella kodtjänsten",
            },
            Self::Validation => text! {
                en: "Validation Service",
                fi: "Validointipalvelu",
                sv: "Valideringstjänsten",
            },
            Self::JointTesting => {
                text! { en: "joint testing", fi: "yhteistestaus", sv: "samtestning" }
            }
            Self::CustomerTest => text! {
                en: "customer test service",
                fi: "asiakastestipalvelu",
                sv: "kundtesttjänsten",
            },
            Self::InformationTransmission => text! {
                en: "information transmission and query service",
                fi: "tiedonvälitys- ja kyselypalvelu",
                sv: "informationsförmedlings- och förfrågningsservicen",
            },
            Self::WellbeingInterface => text! {
                en: "interface for wellbeing applications",
                fi: "hyvinvointisovellusten rajapinta",
                sv: "gränssnittet för välbefinnandeapplikationer",
            },
        }
    }
}

impl PartyKind {
    /// What it is called.
    #[must_use]
    pub const fn name(self) -> Text {
        match self {
            Self::Provider => {
                text! { en: "provider", fi: "palvelunantaja", sv: "tjänstetillhandahållare" }
            }
            Self::Pharmacist => text! { en: "pharmacist", fi: "apteekkari", sv: "apotekare" },
            Self::HospitalPharmacy => {
                text! { en: "hospital pharmacy", fi: "sairaala-apteekki", sv: "sjukhusapotek" }
            }
            Self::MedicineCentre => {
                text! { en: "medicine centre", fi: "lääkekeskus", sv: "läkemedelscentral" }
            }
            Self::Intermediary => {
                text! { en: "Kanta intermediary", fi: "Kanta-välittäjä", sv: "Kanta-förmedlare" }
            }
        }
    }
}

impl Sector {
    /// What it is called.
    #[must_use]
    pub const fn name(self) -> Text {
        match self {
            Self::Public => text! { en: "public", fi: "julkinen", sv: "offentlig" },
            Self::Private => text! { en: "private", fi: "yksityinen", sv: "privat" },
        }
    }
}

impl Register {
    /// What it is called.
    #[must_use]
    pub const fn name(self) -> Text {
        match self {
            Self::Sote => text! {
                en: "SOTE organisation register (THL)",
                fi: "SOTE-organisaatiorekisteri (THL)",
                sv: "organisationsregistret för social- och hälsovården (THL)",
            },
            Self::Valvira => text! {
                en: "Valvira's register of self-employed professionals",
                fi: "Valviran itsenäisten ammatinharjoittajien rekisteri",
                sv: "Valviras register över självständiga yrkesutövare",
            },
            Self::Pharmacy => text! {
                en: "Pharmacy register (Fimea)",
                fi: "Apteekkirekisteri (Fimea)",
                sv: "Apoteksregistret (Fimea)",
            },
            Self::Intermediary => text! {
                en: "register of Kanta intermediaries (THL)",
                fi: "Kanta-välittäjärekisteri (THL)",
                sv: "registret över Kanta-förmedlare (THL)",
            },
        }
    }
}

impl JoiningModel {
    /// What it is called.
    #[must_use]
    pub const fn name(self) -> Text {
        match self {
            Self::Direct => text! {
                en: "direct connection model",
                fi: "suoraliittyminen",
                sv: "modell med direkt anslutning",
            },
            Self::Joint => text! {
                en: "joint connection model",
                fi: "yhteisliittyminen",
                sv: "modell med gemensam anslutning",
            },
            Self::Parallel => text! {
                en: "parallel connection model",
                fi: "rinnakkaisliittyminen",
                sv: "modell med parallell anslutning",
            },
        }
    }
}

impl AdministratorKind {
    /// What it is called.
    #[must_use]
    pub const fn name(self) -> Text {
        match self {
            Self::Party => {
                text! { en: "the joining party", fi: "liittyjä", sv: "den anslutande aktören" }
            }
            Self::OtherParty => text! {
                en: "another joining party",
                fi: "toinen liittyjä",
                sv: "en annan anslutande aktör",
            },
            Self::Pharmacy => text! { en: "the pharmacy", fi: "apteekki", sv: "apoteket" },
            Self::Intermediary => text! {
                en: "a Kanta intermediary",
                fi: "Kanta-välittäjä",
                sv: "en Kanta-förmedlare",
            },
        }
    }
}
