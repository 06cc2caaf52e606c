//! What the words are called, in the three languages.

use kanta_conformance::Text;

use super::{AdministratorKind, JoiningModel, PartyKind, Register, Sector, Service};

impl Service {
    /// What it is called.
    #[must_use]
    pub const fn name(self) -> Text {
        match self {
            Self::PatientData => Text::new(
                "Patient Data Repository",
                "Potilastietovaranto",
                "Patientdatalagret",
            ),
            Self::Imaging => Text::new(
                "Imaging Data Repository",
                "Kuva-aineistojen tietovaranto",
                "Datalagret för bildmaterial",
            ),
            Self::Prescription => {
                Text::new("Prescription Service", "Resepti-palvelu", "Recepttjänsten")
            }
            Self::SocialWelfare => Text::new(
                "Client Data Repository for Social Welfare Services",
                "Sosiaalihuollon asiakastietovaranto",
                "Socialvårdens klientdatalager",
            ),
            Self::RenewalRequests => Text::new(
                "reception of renewal requests",
                "uudistamispyyntöjen vastaanotto",
                "mottagande av begäranden om receptförnyelse",
            ),
            Self::ReimbursementQuery => Text::new(
                "Kela: query on direct-reimbursement data",
                "Kela: suorakorvaustietojen kysely",
                "FPA: förfrågan om direktersättningsuppgifter",
            ),
            Self::PurchaseReception => Text::new(
                "Kela: reception of medicine purchase and settlement data",
                "Kela: lääkeosto- ja tilitystietojen vastaanotto",
                "FPA: mottagning av läkemedelsköps- och redovisningsuppgifter",
            ),
            Self::SettlementQuery => Text::new(
                "Kela: the pharmacy's query on its settlement data",
                "Kela: apteekin tilitystietojen kysely",
                "FPA: apotekets förfrågan om redovisningsuppgifter",
            ),
            Self::SettlementP2 => Text::new(
                "Kela: settlement data for basic social assistance (P2)",
                "Kela: perustoimeentulotuen tilitystiedot (P2)",
                "FPA: redovisningsuppgifter för grundläggande utkomststöd (P2)",
            ),
            Self::Phr => Text::new(
                "Kanta personal health data repository",
                "Omatietovaranto",
                "Datalagret för egna uppgifter",
            ),
            Self::CodeService => Text::new(
                "National Code Service",
                "Koodistopalvelu",
                "Den nationella kodtjänsten",
            ),
            Self::Validation => Text::new(
                "Validation Service",
                "Validointipalvelu",
                "Valideringstjänsten",
            ),
            Self::JointTesting => Text::new("joint testing", "yhteistestaus", "samtestning"),
            Self::CustomerTest => Text::new(
                "customer test service",
                "asiakastestipalvelu",
                "kundtesttjänsten",
            ),
            Self::InformationTransmission => Text::new(
                "information transmission and query service",
                "tiedonvälitys- ja kyselypalvelu",
                "informationsförmedlings- och förfrågningsservicen",
            ),
            Self::WellbeingInterface => Text::new(
                "interface for wellbeing applications",
                "hyvinvointisovellusten rajapinta",
                "gränssnittet för välbefinnandeapplikationer",
            ),
        }
    }
}

impl PartyKind {
    /// What it is called.
    #[must_use]
    pub const fn name(self) -> Text {
        match self {
            Self::Provider => Text::new("provider", "palvelunantaja", "tjänstetillhandahållare"),
            Self::Pharmacist => Text::new("pharmacist", "apteekkari", "apotekare"),
            Self::HospitalPharmacy => {
                Text::new("hospital pharmacy", "sairaala-apteekki", "sjukhusapotek")
            }
            Self::MedicineCentre => {
                Text::new("medicine centre", "lääkekeskus", "läkemedelscentral")
            }
            Self::Intermediary => {
                Text::new("Kanta intermediary", "Kanta-välittäjä", "Kanta-förmedlare")
            }
        }
    }
}

impl Sector {
    /// What it is called.
    #[must_use]
    pub const fn name(self) -> Text {
        match self {
            Self::Public => Text::new("public", "julkinen", "offentlig"),
            Self::Private => Text::new("private", "yksityinen", "privat"),
        }
    }
}

impl Register {
    /// What it is called.
    #[must_use]
    pub const fn name(self) -> Text {
        match self {
            Self::Sote => Text::new(
                "SOTE organisation register (THL)",
                "SOTE-organisaatiorekisteri (THL)",
                "organisationsregistret för social- och hälsovården (THL)",
            ),
            Self::Valvira => Text::new(
                "Valvira's register of self-employed professionals",
                "Valviran itsenäisten ammatinharjoittajien rekisteri",
                "Valviras register över självständiga yrkesutövare",
            ),
            Self::Pharmacy => Text::new(
                "Pharmacy register (Fimea)",
                "Apteekkirekisteri (Fimea)",
                "Apoteksregistret (Fimea)",
            ),
            Self::Intermediary => Text::new(
                "register of Kanta intermediaries (THL)",
                "Kanta-välittäjärekisteri (THL)",
                "registret över Kanta-förmedlare (THL)",
            ),
        }
    }
}

impl JoiningModel {
    /// What it is called.
    #[must_use]
    pub const fn name(self) -> Text {
        match self {
            Self::Direct => Text::new(
                "direct connection model",
                "suoraliittyminen",
                "modell med direkt anslutning",
            ),
            Self::Joint => Text::new(
                "joint connection model",
                "yhteisliittyminen",
                "modell med gemensam anslutning",
            ),
            Self::Parallel => Text::new(
                "parallel connection model",
                "rinnakkaisliittyminen",
                "modell med parallell anslutning",
            ),
        }
    }
}

impl AdministratorKind {
    /// What it is called.
    #[must_use]
    pub const fn name(self) -> Text {
        match self {
            Self::Party => Text::new("the joining party", "liittyjä", "den anslutande aktören"),
            Self::OtherParty => Text::new(
                "another joining party",
                "toinen liittyjä",
                "en annan anslutande aktör",
            ),
            Self::Pharmacy => Text::new("the pharmacy", "apteekki", "apoteket"),
            Self::Intermediary => Text::new(
                "a Kanta intermediary",
                "Kanta-välittäjä",
                "en Kanta-förmedlare",
            ),
        }
    }
}
