//! Source addresses: which access point speaks from there.

use core::net::IpAddr;

use ipnet::IpNet;

use crate::reach::{stands_for, stood_for};
use crate::store::PointId;
use crate::{AccessPoint, Speaker};

/// The longest prefix of any address, found by halving among sorted ranges.
#[derive(Clone, Debug, Default)]
pub(crate) struct Addresses {
    v4: Ranges<u32>,
    v6: Ranges<u128>,
    /// The access points of prefixes that several state.
    shared: Vec<Vec<PointId>>,
}

/// Where the answer changes, and what it is from there on.
#[derive(Clone, Debug, Default)]
struct Ranges<A> {
    ranges: Vec<(A, PointId)>,
    /// For each 16 first bits, how many ranges begin before them; empty where there are few.
    index: Vec<u32>,
}

/// No prefix covers it.
const NONE: PointId = PointId::MAX;
/// From here on a number is a place in the list of shared prefixes.
const SHARED: PointId = 1 << 31;
/// Fewer ranges than this are searched without an index.
const FEW: usize = 1 << 10;

/// An address as a number.
trait Bits: Copy + Ord {
    /// Its first 16 bits.
    fn first(self) -> u16;
    /// The next address.
    fn after(self) -> Option<Self>;
}

impl Bits for u32 {
    fn first(self) -> u16 {
        let [a, b, ..] = self.to_be_bytes();
        u16::from_be_bytes([a, b])
    }

    fn after(self) -> Option<Self> {
        self.checked_add(1)
    }
}

impl Bits for u128 {
    fn first(self) -> u16 {
        let [a, b, ..] = self.to_be_bytes();
        u16::from_be_bytes([a, b])
    }

    fn after(self) -> Option<Self> {
        self.checked_add(1)
    }
}

/// An address as it is matched: one that carries an IPv4 address is that.
fn matched(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V6(v6) => stood_for(v6).map_or(address, IpAddr::V4),
        IpAddr::V4(_) => address,
    }
}

/// Every access point that states a prefix with this address in it: the narrowest first.
pub(crate) fn covering<'p>(points: &'p [AccessPoint], address: IpAddr) -> Vec<Speaker<'p>> {
    let address = matched(address);
    let of_point = |point: &'p AccessPoint| {
        let prefixes = point.addresses.iter().map(|&net| normalised(net));
        let covering = prefixes.filter(|net| net.contains(&address));
        let range = covering.max_by_key(IpNet::prefix_len)?;
        Some(Speaker {
            range,
            access_point: point,
        })
    };
    let mut all: Vec<_> = points.iter().filter_map(of_point).collect();
    all.sort_by_key(|speaker| core::cmp::Reverse(speaker.range.prefix_len()));
    all
}

/// Whether an access point states a prefix with this address in it.
pub(crate) fn has(point: &AccessPoint, address: IpAddr) -> bool {
    let address = matched(address);
    let mut prefixes = point.addresses.iter().map(|&net| normalised(net));
    prefixes.any(|net| net.contains(&address))
}

/// A prefix as it is matched: one of addresses that carry IPv4 addresses is of those.
pub(crate) fn normalised(net: IpNet) -> IpNet {
    match net {
        IpNet::V6(v6) => stands_for(v6.trunc()).map_or(net.trunc(), IpNet::V4),
        IpNet::V4(_) => net.trunc(),
    }
}

/// A range of an access point, and one of another administrator's that overlaps it.
#[derive(Clone, Copy)]
pub(crate) struct Meeting<'a> {
    pub(crate) own: IpNet,
    pub(crate) theirs: IpNet,
    pub(crate) whose: &'a AccessPoint,
}

/// For each access point the first of its ranges that overlaps one of another administrator, if any does.
pub(crate) fn meetings(points: &[AccessPoint]) -> Vec<Option<Meeting<'_>>> {
    let mut ranges: Vec<(IpNet, usize, &AccessPoint)> = points
        .iter()
        .enumerate()
        .flat_map(|(at, point)| point.addresses.iter().map(move |&net| (net, at, point)))
        .map(|(net, at, point)| (normalised(net), at, point))
        .collect();
    // Wider before narrower: what holds a range stands before it.
    ranges.sort_unstable_by_key(|&(net, at, _)| (net.network(), net.prefix_len(), at));
    let mut meetings = vec![None; points.len()];
    let mut open: Vec<(IpNet, usize, &AccessPoint)> = Vec::new();
    for &(net, at, point) in &ranges {
        while open.last().is_some_and(|(wide, ..)| !wide.contains(&net)) {
            open.pop();
        }
        let others = open.iter().rev();
        for &(wide, other, whose) in others.filter(|it| it.2.administrator != point.administrator) {
            let mut meet = |at: usize, own, theirs, whose| {
                if let Some(slot @ None) = meetings.get_mut(at) {
                    *slot = Some(Meeting { own, theirs, whose });
                }
            };
            meet(at, net, wide, whose);
            meet(other, wide, net, point);
        }
        open.push((net, at, point));
    }
    meetings
}

impl Addresses {
    pub(crate) fn new(points: &[AccessPoint]) -> Self {
        let mut prefixes: Vec<(IpNet, PointId)> = points
            .iter()
            .zip(0..)
            .flat_map(|(point, id)| point.addresses.iter().map(move |&net| (net, id)))
            .map(|(net, id)| (normalised(net), id))
            .collect();
        prefixes.sort_unstable();
        prefixes.dedup();
        let mut shared: Vec<Vec<PointId>> = Vec::new();
        let mut v4: Vec<(u32, u32, PointId)> = Vec::new();
        let mut v6: Vec<(u128, u128, PointId)> = Vec::new();
        for same in prefixes.chunk_by(|a, b| a.0 == b.0) {
            let Some(&(net, first)) = same.first() else {
                continue;
            };
            let answer = if same.len() == 1 {
                first
            } else {
                let at = PointId::try_from(shared.len()).unwrap_or(0);
                shared.push(same.iter().map(|&(_, id)| id).collect());
                SHARED | at
            };
            match net {
                IpNet::V4(net) => {
                    v4.push((net.network().to_bits(), net.broadcast().to_bits(), answer));
                }
                IpNet::V6(net) => {
                    v6.push((net.network().to_bits(), net.broadcast().to_bits(), answer));
                }
            }
        }
        Self {
            v4: Ranges::new(v4),
            v6: Ranges::new(v6),
            shared,
        }
    }

    #[inline]
    pub(crate) fn find(&self, address: IpAddr) -> &[PointId] {
        let answer = match matched(address) {
            IpAddr::V4(address) => self.v4.find(address.to_bits()),
            IpAddr::V6(address) => self.v6.find(address.to_bits()),
        };
        match answer {
            None => &[],
            Some(id) if *id < SHARED => core::slice::from_ref(id),
            Some(&NONE) => &[],
            Some(&at) => usize::try_from(at ^ SHARED)
                .ok()
                .and_then(|at| self.shared.get(at))
                .map_or(&[], Vec::as_slice),
        }
    }
}

impl<A: Bits> Ranges<A> {
    /// From prefixes: first and last address, and answer. Prefixes nest or lie apart.
    fn new(mut prefixes: Vec<(A, A, PointId)>) -> Self {
        // Wider before narrower where they start together.
        prefixes.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
        let mut ranges = Self {
            ranges: Vec::new(),
            index: Vec::new(),
        };
        let mut open: Vec<(A, PointId)> = Vec::new();
        for (first, last, answer) in prefixes {
            ranges.close(&mut open, Some(first));
            ranges.push(first, answer);
            open.push((last, answer));
        }
        ranges.close(&mut open, None);
        if ranges.ranges.len() >= FEW {
            let mut before = 0_u32;
            let mut rest = ranges.ranges.iter().peekable();
            for bits in 0..=u16::MAX {
                while rest.next_if(|(start, _)| start.first() < bits).is_some() {
                    before = before.saturating_add(1);
                }
                ranges.index.push(before);
            }
            let all = u32::try_from(ranges.ranges.len()).unwrap_or(u32::MAX);
            ranges.index.push(all);
        }
        ranges
    }

    /// Ends the open prefixes that lie wholly before an address.
    fn close(&mut self, open: &mut Vec<(A, PointId)>, before: Option<A>) {
        while let Some(&(last, _)) = open.last() {
            if before.is_some_and(|before| last >= before) {
                return;
            }
            open.pop();
            if let Some(next) = last.after() {
                self.push(next, open.last().map_or(NONE, |&(_, answer)| answer));
            }
        }
    }

    fn push(&mut self, start: A, answer: PointId) {
        // A later word about the same address is the narrower prefix's, or the end of several.
        if self.ranges.last().is_some_and(|&(last, _)| last == start) {
            self.ranges.pop();
        }
        self.ranges.push((start, answer));
    }

    /// The answer of the last range that begins at the address or before it.
    #[inline]
    fn find(&self, address: A) -> Option<&PointId> {
        let first = usize::from(address.first());
        let begun = match (
            self.index.get(first),
            self.index.get(first.saturating_add(1)),
        ) {
            (Some(&from), Some(&to)) => {
                let (from, to) = (usize::try_from(from).ok()?, usize::try_from(to).ok()?);
                let near = self.ranges.get(from..to)?;
                from.checked_add(near.partition_point(|&(start, _)| start <= address))?
            }
            _ => self.ranges.partition_point(|&(start, _)| start <= address),
        };
        let (_, answer) = self.ranges.get(begun.checked_sub(1)?)?;
        Some(answer)
    }
}
