use kanta_conformance::{FieldPath, Outcome, Text, Why, text};

/// Who can put a missing link right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ResponsibleParty {
    /// Kela's Kanta Services, on an application or a notification.
    Kanta,
    /// The joining party; for a pharmacy, its pharmacist.
    JoiningParty,
    /// Whoever administers the access point.
    Administrator,
    /// The Kanta intermediary.
    Intermediary,
    /// Whoever keeps the actor's data in the Code Service's registers.
    Register,
    /// Whoever sends the request.
    Sender,
    /// Whoever keeps this data set.
    Keeper,
}

kanta_conformance::words! { ResponsibleParty, "responsible",
    Kanta => "kanta",
    JoiningParty => "joining-party",
    Administrator => "administrator",
    Intermediary => "intermediary",
    Register => "register",
    Sender => "sender",
    Keeper => "keeper",
}

impl ResponsibleParty {
    /// Who can mend what was found: an input that the request leaves out is its sender's to name,
    /// whoever mends the rest.
    ///
    /// ```
    /// use kanta_address_index::ResponsibleParty;
    /// use kanta_conformance::{Outcome, FieldPath};
    ///
    /// let unsaid = Outcome::missing(FieldPath::table("request").field("service_unit"));
    /// assert_eq!(ResponsibleParty::Register.given(&unsaid), ResponsibleParty::Sender);
    /// let unknown = Outcome::missing(FieldPath::named("annotation", "clinic").field("from"));
    /// assert_eq!(ResponsibleParty::Register.given(&unknown), ResponsibleParty::Register);
    /// ```
    #[must_use]
    pub fn given(self, outcome: &Outcome) -> Self {
        match outcome {
            Outcome::Undetermined(Why::InputMissing(fields))
                if !fields.is_empty()
                    && fields
                        .iter()
                        .all(|field| field.is_of(&FieldPath::table("request"))) =>
            {
                Self::Sender
            }
            _ => self,
        }
    }

    /// In words, as the end of "who can mend it: …".
    #[must_use]
    pub const fn name(self) -> Text {
        match self {
            Self::Kanta => text! {
                en: "Kanta Services (Kela), when told by the joining party",
                fi: "Kanta-palvelut (Kela) liittyjän ilmoituksesta",
                sv: "Kanta-tjänsterna (FPA), på anmälan av den anslutande aktören",
            },
            Self::JoiningParty => {
                text! { en: "the joining party", fi: "liittyjä", sv: "den anslutande aktören" }
            }
            Self::Administrator => text! {
                en: "the organisation managing the access point",
                fi: "liityntäpistettä hallinnoiva organisaatio",
                sv: "den som administrerar anslutningspunkten",
            },
            Self::Intermediary => text! {
                en: "the Kanta intermediary",
                fi: "Kanta-välittäjä",
                sv: "Kanta-förmedlaren",
            },
            Self::Register => text! {
                en: "whoever keeps the actor's data in the Code Service",
                fi: "toimijan tietojen ylläpitäjä koodistopalvelussa",
                sv: "den som upprätthåller aktörens uppgifter i kodtjänsten",
            },
            Self::Sender => text! {
                en: "whoever sends the request",
                fi: "pyynnön lähettäjä",
                sv: "den som sänder begäran",
            },
            Self::Keeper => text! {
                en: "whoever keeps this data set",
                fi: "tämän aineiston ylläpitäjä",
                sv: "den som upprätthåller denna datamängd",
            },
        }
    }
}
