//! Source addresses: which access point speaks from there.

use core::net::IpAddr;

use ipnet::IpNet;

use crate::AccessPoint;
use crate::store::PointId;

/// The longest prefix of any address, found by halving among sorted ranges.
#[derive(Clone, Debug, Default)]
pub(crate) struct Addresses {
    v4: Ranges<u32>,
    v6: Ranges<u128>,
    /// The access points of each prefix; one prefix may be several's.
    groups: Vec<Vec<PointId>>,
}

/// Where the answer changes, and what it is from there on.
#[derive(Clone, Debug, Default)]
struct Ranges<A> {
    starts: Vec<A>,
    groups: Vec<u32>,
}

/// No prefix covers it.
const NONE: u32 = u32::MAX;

/// A prefix as it is matched: IPv4-mapped ones are IPv4.
pub(crate) fn normalised(net: IpNet) -> IpNet {
    if let IpNet::V6(v6) = net
        && let Some(v4) = v6.network().to_ipv4_mapped()
        && let Some(length) = v6.prefix_len().checked_sub(96)
        && let Ok(mapped) = IpNet::new(v4.into(), length)
    {
        return mapped;
    }
    net.trunc()
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
        let mut groups: Vec<Vec<PointId>> = Vec::new();
        let mut v4: Vec<(u32, u32, u32)> = Vec::new();
        let mut v6: Vec<(u128, u128, u32)> = Vec::new();
        let mut last = None;
        for (net, id) in prefixes {
            if last == Some(net) {
                if let Some(group) = groups.last_mut() {
                    group.push(id);
                }
                continue;
            }
            last = Some(net);
            let group = u32::try_from(groups.len()).unwrap_or(NONE);
            groups.push(vec![id]);
            match net {
                IpNet::V4(net) => {
                    v4.push((net.network().to_bits(), net.broadcast().to_bits(), group));
                }
                IpNet::V6(net) => {
                    v6.push((net.network().to_bits(), net.broadcast().to_bits(), group));
                }
            }
        }
        Self {
            v4: Ranges::new(v4, |a| a.checked_add(1)),
            v6: Ranges::new(v6, |a| a.checked_add(1)),
            groups,
        }
    }

    #[inline]
    pub(crate) fn find(&self, address: IpAddr) -> &[PointId] {
        let group = match address.to_canonical() {
            IpAddr::V4(address) => self.v4.find(address.to_bits()),
            IpAddr::V6(address) => self.v6.find(address.to_bits()),
        };
        let group = usize::try_from(group).ok();
        group
            .and_then(|at| self.groups.get(at))
            .map_or(&[], Vec::as_slice)
    }
}

impl<A: Copy + Ord> Ranges<A> {
    /// From prefixes: first and last address, and group. Prefixes nest or lie apart.
    fn new(mut prefixes: Vec<(A, A, u32)>, after: impl Fn(A) -> Option<A>) -> Self {
        // Wider before narrower where they start together.
        prefixes.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
        let mut ranges = Self {
            starts: Vec::new(),
            groups: Vec::new(),
        };
        let mut open: Vec<(A, u32)> = Vec::new();
        for (first, last, group) in prefixes {
            ranges.close(&mut open, Some(first), &after);
            ranges.push(first, group);
            open.push((last, group));
        }
        ranges.close(&mut open, None, &after);
        ranges
    }

    /// Ends the open prefixes that lie wholly before an address.
    fn close(
        &mut self,
        open: &mut Vec<(A, u32)>,
        before: Option<A>,
        after: impl Fn(A) -> Option<A>,
    ) {
        while let Some(&(last, _)) = open.last() {
            if before.is_some_and(|before| last >= before) {
                return;
            }
            open.pop();
            if let Some(next) = after(last) {
                self.push(next, open.last().map_or(NONE, |&(_, group)| group));
            }
        }
    }

    fn push(&mut self, start: A, group: u32) {
        // A later word about the same address is the narrower prefix's, or the end of several.
        if self.starts.last() == Some(&start) {
            self.starts.pop();
            self.groups.pop();
        }
        self.starts.push(start);
        self.groups.push(group);
    }

    #[inline]
    fn find(&self, address: A) -> u32 {
        let after = self.starts.partition_point(|&start| start <= address);
        let before = after.checked_sub(1).and_then(|at| self.groups.get(at));
        before.copied().unwrap_or(NONE)
    }
}
