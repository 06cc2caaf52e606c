//! Who, through what, to which service: as one key of 24 bytes.

use kanta_oid::{AccessPointOid, OwnerOid};

use crate::Service;

/// A triple, packed. Equal keys mean equal triples, within one [`Packing`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key(pub(crate) [u32; 6]);

// Widths in bits. Codes of eleven digits and units of ten, the longest seen, leave room to spare;
// what is wider is numbered instead, by its place in the packing's list.
const FORM: u32 = 3;
const CODE: u32 = 37;
const UNIT: u32 = 36;
const OWNER: u32 = FORM + CODE + UNIT;
const SERVICE: u32 = 5;
const NUMBER: u32 = 20;
/// Stands where a form stands, and says that a place in the list follows.
const NUMBERED: u128 = 7;

/// How the OIDs of one index are packed: the few that are too wide have a number.
#[derive(Clone, Debug, Default)]
pub(crate) struct Packing {
    owners: Vec<OwnerOid>,
    points: Vec<AccessPointOid>,
}

fn owner_bits(oid: OwnerOid) -> Option<u128> {
    let unit = oid.unit().unwrap_or(0);
    if oid.code() >> CODE != 0 || unit >> UNIT != 0 {
        return None;
    }
    let form = oid.form() as u128;
    Some(form | (u128::from(oid.code()) << FORM) | (u128::from(unit) << (FORM + CODE)))
}

fn point_bits(oid: AccessPointOid) -> Option<(u128, u64)> {
    let owner = owner_bits(oid.owner())?;
    (oid.number() >> NUMBER == 0).then_some((owner, oid.number()))
}

fn numbered<T: Ord>(list: &[T], oid: &T) -> Option<u128> {
    let at = list.binary_search(oid).ok()?;
    let at = u128::try_from(at).ok()?;
    (at >> CODE == 0).then_some(NUMBERED | (at << FORM))
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
        let owner = match owner_bits(subject) {
            Some(bits) => bits,
            None => numbered(&self.owners, &subject)?,
        };
        let (point, number) = match point_bits(point) {
            Some(bits) => bits,
            None => (numbered(&self.points, &point)?, 0),
        };
        let first =
            owner | ((service as u128) << OWNER) | (u128::from(number) << (OWNER + SERVICE));
        // 101 bits and 76 bits, laid into 6 × 32.
        Some(Key([
            low(first),
            low(first >> 32),
            low(first >> 64),
            low(first >> 96) | (low(point) << 16),
            low(point >> 16),
            low(point >> 48),
        ]))
    }
}

/// The lowest 32 bits.
#[inline]
fn low(bits: u128) -> u32 {
    let [a, b, c, d, ..] = bits.to_le_bytes();
    u32::from_le_bytes([a, b, c, d])
}

impl Key {
    /// Spreads the key over 64 bits.
    #[inline]
    pub(crate) fn hash(self) -> u64 {
        let [a, b, c, d, e, f] = self.0.map(u64::from);
        let first = folded(a | (b << 32), (c | (d << 32)) ^ 0x9e37_79b9_7f4a_7c15);
        folded(first ^ (e | (f << 32)), 0xd6e8_feb8_6659_fd93)
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
                [0, 1, (1 << 20) - 1, 1 << 20, u64::MAX]
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
