//! What a picture shows, before anything is placed.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::view::{Day, Level, Outcome, Words};

macro_rules! choices {
    ($(#[$doc:meta])* $name:ident { $($(#[$each:meta])* $variant:ident,)+ }) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash,
            Serialize, Deserialize, JsonSchema,
        )]
        #[serde(rename_all = "kebab-case")]
        #[non_exhaustive]
        pub enum $name { $($(#[$each])* $variant,)+ }
    };
}

choices! {
    /// What is drawn.
    PictureOf {
        /// A plan, with what was found of it.
        #[default]
        Plan,
        /// A plan in which something fails.
        Failure,
        /// The rights of a party in an address index.
        Rights,
    }
}

choices! {
    /// How the whole stands.
    Tone {
        /// Nothing to say.
        #[default]
        Plain,
        /// In order.
        Good,
        /// Something is not known.
        Open,
        /// Something is wrong.
        Bad,
    }
}

choices! {
    /// What a box stands for.
    ItemKind {
        /// The joining party.
        #[default]
        Party,
        /// A pharmacy of the joining pharmacist.
        Pharmacy,
        /// A tenant of the joint model.
        Tenant,
        /// Somebody else: another party, an organiser, an intermediary without an access point.
        Other,
        /// An information system.
        System,
        /// An access point.
        AccessPoint,
        /// A link.
        Link,
        /// A consolidation point.
        ConsolidationPoint,
        /// A service of Kanta.
        Service,
    }
}

choices! {
    /// Whether something works.
    Availability {
        /// It does.
        #[default]
        Up,
        /// The plan does not name it.
        NotNamed,
        /// It fails.
        Down,
        /// It is cut off by what fails.
        CutOff,
        /// It may be cut off.
        Perhaps,
    }
}

choices! {
    /// The network of a link.
    Network {
        /// Private.
        Private,
        /// The open internet.
        OpenInternet,
        /// A tunnel over the open internet.
        Tunnel,
        /// Not known.
        #[default]
        NotKnown,
    }
}

choices! {
    /// What a link is for.
    Role {
        /// It carries the traffic.
        Primary,
        /// It takes over.
        Backup,
        /// Not known.
        #[default]
        NotKnown,
    }
}

choices! {
    /// How a fact is written.
    FactStyle {
        /// As it is.
        #[default]
        Plain,
        /// Of less weight; left out where there is little room.
        Soft,
        /// An identifier or an address.
        Code,
        /// Something that is not as it should be.
        Bad,
        /// Something that is not known.
        Open,
    }
}

choices! {
    /// What a line between two boxes stands for.
    WireKind {
        /// The one uses the other.
        #[default]
        Uses,
        /// Traffic goes this way.
        Carries,
    }
}

/// Everything that a picture shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct PictureView {
    /// The number of the form of this JSON.
    pub format: u32,
    /// What is drawn.
    pub of: PictureOf,
    /// The file, as it was called.
    pub file: String,
    /// The day asked about.
    pub on: Day,
    /// Whose connection it is.
    pub title: Words,
    /// What is shown of it, as of which day.
    pub subtitle: Words,
    /// How the whole stands.
    pub tone: Tone,
    /// What it comes to, in a few words; empty where there is nothing to say.
    pub summary: Words,
    /// The same in numbers.
    pub detail: Words,
    /// Whoever administers access points, around them.
    pub frames: Vec<Frame>,
    /// The boxes.
    pub items: Vec<Item>,
    /// The lines between them.
    pub wires: Vec<Wire>,
    /// Kanta's halls; none where no link is drawn.
    pub halls: Vec<HallView>,
    /// What was found and is not satisfied, numbered from 1.
    pub marks: Vec<Mark>,
}

/// Whoever administers access points.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Frame {
    /// Where it stands in the plan or index, for example `intermediary.valittaja`.
    pub id: String,
    /// Its name.
    pub name: Words,
    /// What it is.
    pub kind: Words,
    /// Whether it is named at all.
    pub state: Availability,
    /// The numbers of its marks.
    pub marks: Vec<usize>,
}

/// A box.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Item {
    /// Where it stands in the plan or index, for example `link.mpls-a`.
    pub id: String,
    /// What it stands for.
    pub kind: ItemKind,
    /// Its name.
    pub name: Words,
    /// What is known of it.
    pub facts: Vec<Fact>,
    /// The frame around it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frame: Option<String>,
    /// The box that it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub under: Option<String>,
    /// Whether it works.
    pub state: Availability,
    /// Of a link, what it carries.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<Carrier>,
    /// The numbers of its marks.
    pub marks: Vec<usize>,
}

/// A fact in a box.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Fact {
    /// The fact.
    pub words: Words,
    /// How it is written.
    pub style: FactStyle,
}

/// What is drawn of a link beside its box.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Carrier {
    /// Primary or backup.
    pub role: Role,
    /// Its network.
    pub network: Network,
    /// Whether it ends at Kanta, and not at a consolidation point.
    pub to_kanta: bool,
    /// The halls that it reaches, by their letters; none where that is not known.
    pub halls: Option<Vec<String>>,
}

/// One of Kanta's halls.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct HallView {
    /// Its letter.
    pub code: String,
    /// Its name.
    pub name: Words,
    /// Whether it works.
    pub state: Availability,
}

/// A line between two boxes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Wire {
    /// The box where it starts.
    pub from: String,
    /// The box where it ends.
    pub to: String,
    /// What it stands for.
    pub kind: WireKind,
    /// Whether it works.
    pub state: Availability,
}

/// What was found of one requirement and is not satisfied, wherever it was found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Mark {
    /// Its number in the picture.
    pub number: usize,
    /// The id of the requirement.
    pub requirement: String,
    /// Violated or not known.
    pub outcome: Outcome,
    /// How binding it is.
    pub level: Level,
    /// What is wrong or not known.
    pub words: Words,
    /// The clause.
    pub clause: Words,
    /// Where.
    pub places: Vec<MarkPlace>,
}

/// One place of a mark.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct MarkPlace {
    /// The box or frame that carries the number.
    pub at: String,
    /// What was found where, by its path.
    pub path: String,
    /// The same in people's words.
    pub location: Words,
    /// What was found there, of what is violated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found: Option<Words>,
}

impl PictureView {
    /// The box of that id.
    #[must_use]
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }

    /// The mark of that number.
    #[must_use]
    pub fn mark(&self, number: usize) -> Option<&Mark> {
        self.marks.get(number.checked_sub(1)?)
    }
}
