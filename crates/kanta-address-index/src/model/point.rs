use std::borrow::Cow;

use ipnet::IpNet;
use kanta_oid::{AccessPointOid, OwnerOid};

use super::Period;

/// The word by which an [`Agreement`] names Kela.
pub const KELA: &str = "kela";

/// An access point, as the address index knows it (sections 3.1 and 4.2).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct AccessPoint {
    /// The author's own word for it.
    pub id: String,
    /// Its OID.
    pub oid: AccessPointOid,
    /// Who administers it, by id: a party, a pharmacy or an intermediary (section 3.1).
    pub administrator: String,
    /// The prefixes from which it speaks, without host bits. IPv4-mapped ones count as IPv4.
    pub addresses: Vec<IpNet>,
    /// Its server certificates on record.
    pub certificates: Vec<RecordedCertificate>,
}

/// A server certificate on record.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct RecordedCertificate {
    /// Its serial number, as its owner writes it.
    pub serial: String,
    /// Its validity, by Finnish civil days.
    pub validity: Period,
}

impl AccessPoint {
    /// An access point without addresses and certificates on record.
    #[must_use]
    pub fn new(
        id: impl Into<String>,
        oid: AccessPointOid,
        administrator: impl Into<String>,
    ) -> Self {
        Self {
            id: id.into(),
            oid,
            administrator: administrator.into(),
            addresses: Vec::new(),
            certificates: Vec::new(),
        }
    }
}

impl RecordedCertificate {
    /// The certificate with that serial number, on record for that time.
    #[must_use]
    pub fn new(serial: impl Into<String>, validity: Period) -> Self {
        Self {
            serial: serial.into(),
            validity,
        }
    }

    /// Whether it is the serial number of a certificate with these octets, however its owner writes it.
    ///
    /// ```
    /// use kanta_address_index::{RecordedCertificate, Period};
    ///
    /// let recorded = RecordedCertificate::new("00:9F:2A:01", Period::default());
    /// assert!(recorded.has_serial(&[0x9f, 0x2a, 0x01]));
    /// assert!(recorded.has_serial(&[0x00, 0x9f, 0x2a, 0x01]));
    /// assert!(!recorded.has_serial(&[0x9f, 0x2a, 0x10]));
    /// assert!(!recorded.has_serial(&[]));
    /// ```
    #[must_use]
    pub fn has_serial(&self, octets: &[u8]) -> bool {
        let number = self.number();
        let mut digits = number.bytes();
        let nibbles = octets.iter().flat_map(|octet| [octet >> 4, octet & 0xf]);
        let mut significant = nibbles.skip_while(|nibble| *nibble == 0).peekable();
        significant.peek().is_some()
            && significant.all(|nibble| {
                let digit = char::from_digit(u32::from(nibble), 16);
                digit.is_some_and(|digit| digits.next().map(char::from) == Some(digit))
            })
            && digits.next().is_none()
    }

    /// The serial number, however its owner writes it: hexadecimal digits of any case, with colons, blanks, leading zeros
    /// or `0x`. Something else counts as it stands.
    pub(crate) fn number(&self) -> Cow<'_, str> {
        let digits = self.serial.trim();
        let digits = digits.strip_prefix("0x").unwrap_or(digits);
        let digits = digits.strip_prefix("0X").unwrap_or(digits);
        let separated = |sign: char| sign == ':' || sign == ' ' || sign == '-';
        if !digits
            .chars()
            .all(|sign| sign.is_ascii_hexdigit() || separated(sign))
        {
            return Cow::Borrowed(&self.serial);
        }
        let digits = digits.replace(separated, "").to_ascii_lowercase();
        Cow::Owned(digits.trim_start_matches('0').to_owned())
    }
}

/// A written agreement between two actors, or between an actor and [`KELA`].
///
/// Between an intermediary and a joining party (section 2.4), a tenant and its joining party
/// (section 2.3), or a pharmacy, or its pharmacist, and Kela (section 4.2.2).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Agreement {
    /// The two, by id, in any order.
    pub between: [String; 2],
    /// The time for which it holds.
    pub validity: Period,
    /// Whether it states the duties of both (sections 2.3 and 7.4); one that does not is not the agreement asked for.
    /// Absent: the record stands for one that does.
    pub states_duties: Option<bool>,
}

impl Agreement {
    /// An agreement between these two, by id, for that time.
    #[must_use]
    pub fn new(one: impl Into<String>, other: impl Into<String>, validity: Period) -> Self {
        Self {
            between: [one.into(), other.into()],
            validity,
            states_duties: None,
        }
    }

    /// Whether it is the agreement that a tenant, an intermediary and Kela are asked for.
    pub(crate) fn counts(&self) -> bool {
        self.states_duties != Some(false)
    }
}

/// The Code Service's annotation that renewal requests are received (section 4.2.1).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Annotation {
    /// The provider, by id.
    pub party: String,
    /// The service unit, in the SOTE register; absent for the provider as a whole, in Valvira's.
    pub unit: Option<OwnerOid>,
    /// The time for which it stands.
    pub validity: Period,
}

impl Annotation {
    /// An annotation of the provider as a whole, for that time.
    #[must_use]
    pub fn new(party: impl Into<String>, validity: Period) -> Self {
        Self {
            party: party.into(),
            unit: None,
            validity,
        }
    }
}
