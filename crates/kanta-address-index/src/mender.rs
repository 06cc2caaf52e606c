use kanta_conformance::{FieldPath, Outcome, Text, Why};

/// Who can put a missing link right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Mender {
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

crate::vocabulary::codes! { Mender, "mender",
    Kanta => "kanta",
    JoiningParty => "joining-party",
    Administrator => "administrator",
    Intermediary => "intermediary",
    Register => "register",
    Sender => "sender",
    Keeper => "keeper",
}

impl Mender {
    /// Who can mend what was found: an input that the request leaves out is its sender's to name,
    /// whoever mends the rest.
    ///
    /// ```
    /// use kanta_address_index::Mender;
    /// use kanta_conformance::{Outcome, FieldPath};
    ///
    /// let unsaid = Outcome::missing(FieldPath::table("request").field("service_unit"));
    /// assert_eq!(Mender::Register.given(&unsaid), Mender::Sender);
    /// let unknown = Outcome::missing(FieldPath::named("annotation", "clinic").field("from"));
    /// assert_eq!(Mender::Register.given(&unknown), Mender::Register);
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
            Self::Kanta => Text::new(
                "Kanta Services (Kela), when told by the joining party",
                "Kanta-palvelut (Kela) liittyjän ilmoituksesta",
                "Kanta-tjänsterna (FPA), på anmälan av den anslutande aktören",
            ),
            Self::JoiningParty => {
                Text::new("the joining party", "liittyjä", "den anslutande aktören")
            }
            Self::Administrator => Text::new(
                "the organisation managing the access point",
                "liityntäpistettä hallinnoiva organisaatio",
                "den som administrerar anslutningspunkten",
            ),
            Self::Intermediary => Text::new(
                "the Kanta intermediary",
                "Kanta-välittäjä",
                "Kanta-förmedlaren",
            ),
            Self::Register => Text::new(
                "whoever keeps the actor's data in the Code Service",
                "toimijan tietojen ylläpitäjä koodistopalvelussa",
                "den som upprätthåller aktörens uppgifter i kodtjänsten",
            ),
            Self::Sender => Text::new(
                "whoever sends the request",
                "pyynnön lähettäjä",
                "den som sänder begäran",
            ),
            Self::Keeper => Text::new(
                "whoever keeps this data set",
                "tämän aineiston ylläpitäjä",
                "den som upprätthåller denna datamängd",
            ),
        }
    }
}
