use core::fmt;

/// One of the five forms of an access-point OID (clause 3.1.3 of the guide).
///
/// The form names the register in which the owner stands. It is not a free choice: it follows from
/// the owner's own OID. Forms are ordered as their roots are, arc by arc.
// As wide as the numbers that stand beside it: an OID without padding is copied in whole words.
#[repr(u64)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OidForm {
    /// A provider in the SOTE organisation register: `1.2.246.10.xxx.10.y.13.n`.
    Sote = 0,
    /// A provider in the SOTE organisation register whose unit stands under 537:
    /// `1.2.246.537.10.xxx.10.y.13.n`.
    Sote537 = 2,
    /// A provider in Valvira's register of self-employed practitioners: `1.2.246.537.28.xxx.13.n`.
    Valvira = 3,
    /// A main or branch pharmacy: `1.2.246.553.1.xxx.13.n`. The form does not tell which.
    Pharmacy = 4,
    /// A Kanta intermediary: `1.2.246.537.6.918.18.xxx.13.n`.
    Intermediary = 1,
}

impl OidForm {
    /// The five forms, in the order of the guide.
    pub const ALL: [Self; 5] = [
        Self::Sote,
        Self::Sote537,
        Self::Valvira,
        Self::Pharmacy,
        Self::Intermediary,
    ];

    /// The short name: `sote`, `sote-537`, `valvira`, `pharmacy` or `intermediary`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sote => "sote",
            Self::Sote537 => "sote-537",
            Self::Valvira => "valvira",
            Self::Pharmacy => "pharmacy",
            Self::Intermediary => "intermediary",
        }
    }

    /// The form as the guide writes it, with `xxx`, `y` and `n` for the arcs that vary.
    #[must_use]
    pub const fn pattern(self) -> &'static str {
        match self {
            Self::Sote => "1.2.246.10.xxx.10.y.13.n",
            Self::Sote537 => "1.2.246.537.10.xxx.10.y.13.n",
            Self::Valvira => "1.2.246.537.28.xxx.13.n",
            Self::Pharmacy => "1.2.246.553.1.xxx.13.n",
            Self::Intermediary => "1.2.246.537.6.918.18.xxx.13.n",
        }
    }

    /// The root of the register: what stands before the owner's code.
    #[must_use]
    pub const fn root(self) -> &'static str {
        match self {
            Self::Sote => "1.2.246.10",
            Self::Sote537 => "1.2.246.537.10",
            Self::Valvira => "1.2.246.537.28",
            Self::Pharmacy => "1.2.246.553.1",
            Self::Intermediary => "1.2.246.537.6.918.18",
        }
    }

    /// The arcs of [`root`](Self::root).
    #[must_use]
    pub const fn root_arcs(self) -> &'static [u64] {
        match self {
            Self::Sote => &[1, 2, 246, 10],
            Self::Sote537 => &[1, 2, 246, 537, 10],
            Self::Valvira => &[1, 2, 246, 537, 28],
            Self::Pharmacy => &[1, 2, 246, 553, 1],
            Self::Intermediary => &[1, 2, 246, 537, 6, 918, 18],
        }
    }

    /// Whether the form has a unit number (`10.y`): the two SOTE forms do.
    #[must_use]
    pub const fn has_unit(self) -> bool {
        matches!(self, Self::Sote | Self::Sote537)
    }
}

impl fmt::Display for OidForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
