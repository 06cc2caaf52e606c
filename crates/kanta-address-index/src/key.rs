//! Who, through what, to which service: as one key of 24 bytes.

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
#[derive(Clone, Debug, Default)]
pub(crate) struct Packing {
    owners: Vec<OwnerOid>,
    points: Vec<AccessPointOid>,
}

/// Code and form in 40 bits, and the unit.
#[inline]
fn owner_bits(oid: OwnerOid) -> Option<(u64, u64)> {
    let (code, unit) = (oid.code(), oid.unit().unwrap_or(0));
    let fits = code >> CODE == 0 && unit >> UNIT == 0;
    fits.then_some((code | ((oid.form() as u64) << CODE), unit))
}

/// Its owner's bits, and the number.
#[inline]
fn point_bits(oid: AccessPointOid) -> Option<(u64, u64, u64)> {
    let (owner, unit) = owner_bits(oid.owner())?;
    (oid.number() >> NUMBER == 0).then_some((owner, unit, oid.number()))
}

#[cold]
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
            owners: owners.filter(|&oid| owner_bits(oid).is_none()).collect(),
            points: points.filter(|&oid| point_bits(oid).is_none()).collect(),
        };
        packing.owners.sort_unstable();
        packing.owners.dedup();
        packing.points.sort_unstable();
        packing.points.dedup();
        packing
    }

    /// The key; none if no right of the index can have it.
    #[inline]
    pub(crate) fn key(
        &self,
        subject: OwnerOid,
        point: AccessPointOid,
        service: Service,
    ) -> Option<Key> {
        let (owner, unit) = match owner_bits(subject) {
            Some(bits) => bits,
            None => (numbered(&self.owners, &subject)?, 0),
        };
        let (point, point_unit, number) = match point_bits(point) {
            Some(bits) => bits,
            None => (numbered(&self.points, &point)?, 0, 0),
        };
        // 40 + 5 + 19, 36 + 28 and 12 + 36 bits.
        Some(Key([
            owner | ((service as u64) << (CODE + FORM)) | (number << (CODE + FORM + SERVICE)),
            unit | (point << UNIT),
            (point >> (64 - UNIT)) | (point_unit << (CODE + FORM + UNIT - 64)),
        ]))
    }
}

impl Key {
    /// The key of no triple: no form has that number.
    pub(crate) const NONE: Self = Self([u64::MAX; 3]);

    /// Spreads the key over 64 bits.
    #[inline]
    pub(crate) fn hash(self) -> u64 {
        let [a, b, c] = self.0;
        let first = folded(a, b ^ 0x9e37_79b9_7f4a_7c15);
        folded(first ^ c, 0xd6e8_feb8_6659_fd93)
    }
}

/// Both halves of the product, one over the other.
#[inline]
fn folded(a: u64, b: u64) -> u64 {
    let product = u128::from(a).wrapping_mul(u128::from(b));
    let [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p] = product.to_le_bytes();
    u64::from_le_bytes([a, b, c, d, e, f, g, h]) ^ u64::from_le_bytes([i, j, k, l, m, n, o, p])
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
            for &point in &points {
                for &service in Service::ALL {
                    keys.push(packing.key(owner, point, service).unwrap());
                }
            }
        }
        let all = keys.len();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), all);
        assert_eq!(
            packing.key(OwnerOid::sote(1 << 40, 3), points[0], Service::Imaging),
            None
        );
    }
}
