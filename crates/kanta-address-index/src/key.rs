//! Who, through what, to which service: as one key of 24 bytes.

use core::hash::{Hash, Hasher};

use kanta_oid::{AccessPointOid, OwnerOid};

use crate::Service;

/// A triple, packed. Equal keys mean equal triples, within one [`Packing`].
#[derive(Clone, Copy, Debug, Eq, PartialOrd, Ord)]
pub(crate) struct Key([u64; 3]);

impl PartialEq for Key {
    /// All at once: cheaper than word by word.
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        let ([a, b, c], [d, e, f]) = (self.0, other.0);
        (a ^ d) | (b ^ e) | (c ^ f) == 0
    }
}

// Widths in bits. Codes of eleven digits and units of ten, the longest seen, leave room to spare;
// what is wider is numbered instead, by its place in the packing's list.
const CODE: u32 = 37;
const FORM: u32 = 3;
const UNIT: u32 = 36;
const SERVICE: u32 = 5;
const NUMBER: u32 = 19;
/// Stands where a form stands, and says that a place in the list follows.
const NUMBERED: u64 = 7;

/// How the OIDs of one index are packed: the few that are too wide have a number.
#[derive(Clone, Debug)]
pub(crate) struct Packing {
    owners: Vec<OwnerOid>,
    points: Vec<AccessPointOid>,
}

/// Code and form in 40 bits, and the unit; what is too wide runs over.
#[inline]
const fn owner_bits(oid: &OwnerOid) -> (u64, u64) {
    let (form, code, unit) = oid.parts();
    (code | ((form as u64) << CODE), unit)
}

/// Whether the owner's parts have room in their bits.
#[inline]
const fn has_room(owner: &OwnerOid) -> bool {
    let (_, code, unit) = owner.parts();
    (code >> CODE) | (unit >> UNIT) == 0
}

/// Whether all parts of the access point have room in their bits.
#[inline]
const fn point_has_room(point: &AccessPointOid) -> bool {
    has_room(&point.owner()) & (point.number() >> NUMBER == 0)
}

fn numbered<T: Ord>(list: &[T], oid: &T) -> Option<u64> {
    let at = u64::try_from(list.binary_search(oid).ok()?).ok()?;
    (at >> CODE == 0).then_some(at | (NUMBERED << CODE))
}

impl Packing {
    pub(crate) fn new(
        owners: impl Iterator<Item = OwnerOid>,
        points: impl Iterator<Item = AccessPointOid>,
    ) -> Self {
        let mut packing = Self {
            owners: owners.filter(|oid| !has_room(oid)).collect(),
            points: points.filter(|oid| !point_has_room(oid)).collect(),
        };
        packing.owners.sort_unstable();
        packing.owners.dedup();
        packing.points.sort_unstable();
        packing.points.dedup();
        packing
    }

    /// The key; none if no right of the index can have it.
    pub(crate) fn key(
        &self,
        subject: &OwnerOid,
        point: &AccessPointOid,
        service: Service,
    ) -> Option<Key> {
        if let Some(key) = Key::narrow(subject, point, service) {
            return Some(key);
        }
        let subject = if has_room(subject) {
            owner_bits(subject)
        } else {
            (numbered(&self.owners, subject)?, 0)
        };
        let (point, number) = if point_has_room(point) {
            (owner_bits(&point.owner()), point.number())
        } else {
            ((numbered(&self.points, point)?, 0), 0)
        };
        Some(Key::of(subject, point, number, service))
    }
}

impl Key {
    /// The key, if all parts have room: the same in every packing.
    #[inline]
    pub(crate) fn narrow(
        subject: &OwnerOid,
        point: &AccessPointOid,
        service: Service,
    ) -> Option<Self> {
        let room = has_room(subject) & point_has_room(point);
        room.then(|| {
            let owner = owner_bits(&point.owner());
            Self::of(owner_bits(subject), owner, point.number(), service)
        })
    }

    /// 40 + 5 + 19, 36 + 28 and 12 + 36 bits.
    #[inline]
    const fn of(
        (owner, unit): (u64, u64),
        (point, point_unit): (u64, u64),
        number: u64,
        service: Service,
    ) -> Self {
        Self([
            owner | ((service as u64) << (CODE + FORM)) | (number << (CODE + FORM + SERVICE)),
            unit | (point << UNIT),
            (point >> (64 - UNIT)) | (point_unit << (CODE + FORM + UNIT - 64)),
        ])
    }

    /// The key's words; of the last, 48 bits.
    #[inline]
    pub(crate) const fn words(self) -> [u64; 3] {
        self.0
    }

    pub(crate) const fn from_words(words: [u64; 3]) -> Self {
        Self(words)
    }
}

impl Hash for Key {
    /// Two words at once: an array would be hashed byte by byte. The third is laid over the second, turned so that the numbers of
    /// units, which are small, do not meet.
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        let [a, b, c] = self.0;
        state.write_u128(u128::from(a) | (u128::from(b ^ c.rotate_left(8)) << 64));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn triples_that_differ_anywhere_have_keys_that_differ() {
        let owners = [
            OwnerOid::sote(0, 0),
            OwnerOid::sote(1, 0),
            OwnerOid::sote(0, 1),
            OwnerOid::sote_537(0, 0),
            OwnerOid::valvira(0),
            OwnerOid::pharmacy(0),
            OwnerOid::intermediary(0),
            OwnerOid::sote((1 << 37) - 1, (1 << 36) - 1),
            OwnerOid::sote(1 << 37, 0),
            OwnerOid::sote(0, 1 << 36),
            OwnerOid::sote(u64::MAX, u64::MAX),
        ];
        let points: Vec<_> = owners
            .iter()
            .flat_map(|owner| {
                [0, 1, (1 << 19) - 1, 1 << 19, u64::MAX]
                    .into_iter()
                    .filter_map(|number| owner.access_point(number).ok())
            })
            .collect();
        let packing = Packing::new(owners.into_iter(), points.iter().copied());
        let mut keys = Vec::new();
        for owner in owners {
            for point in &points {
                for &service in Service::ALL {
                    keys.push(packing.key(&owner, point, service).unwrap());
                }
            }
        }
        let all = keys.len();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), all);
        assert_eq!(
            packing.key(&OwnerOid::sote(1 << 40, 3), &points[0], Service::Imaging),
            None
        );
    }
}
