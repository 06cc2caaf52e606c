//! IPv4 addresses that IPv6 addresses carry inside.

use core::net::{Ipv4Addr, Ipv6Addr};

use ipnet::{Ipv4Net, Ipv6Net};

/// What the addresses of an IPv6 range carry inside.
pub(super) enum Carried {
    /// They stand for these, and are judged by them alone: mapped, compatible, or NAT64.
    StandsFor(Ipv4Net),
    /// They are addresses in their own right that reveal these: the site of 6to4, the server and the client of Teredo.
    Reveals([Option<Ipv4Net>; 2]),
}

const fn v6(segments: [u16; 8], length: u8) -> Ipv6Net {
    let [a, b, c, d, e, f, g, h] = segments;
    Ipv6Net::new_assert(Ipv6Addr::new(a, b, c, d, e, f, g, h), length)
}

/// RFC 4291, clause 2.5.5.1: the IPv4 address in the last 32 bits, the others zero.
const COMPATIBLE: Ipv6Net = v6([0; 8], 96);
/// RFC 4291, clause 2.5.5.2.
const MAPPED: Ipv6Net = v6([0, 0, 0, 0, 0, 0xffff, 0, 0], 96);
/// RFC 6052, clause 2.1: the well-known prefix.
const NAT64: Ipv6Net = v6([0x64, 0xff9b, 0, 0, 0, 0, 0, 0], 96);
/// RFC 3056, clause 2.
const SIX_TO_FOUR: Ipv6Net = v6([0x2002, 0, 0, 0, 0, 0, 0, 0], 16);
/// RFC 4380, clause 4: the server in the clear, the client with every bit turned.
const TEREDO: Ipv6Net = v6([0x2001, 0, 0, 0, 0, 0, 0, 0], 32);

/// What the addresses of a range carry; none where the range is wider than the form, or carries nothing.
pub(super) fn carried(range: Ipv6Net) -> Option<Carried> {
    let bits = range.network().to_bits();
    // The 32 bits that start there, as far as the range fixes them.
    let at = |start: u8, bits: u128| {
        let length = range.prefix_len().saturating_sub(start).min(32);
        let after = 96_u8.saturating_sub(start);
        let address = u32::try_from((bits >> after) & u128::from(u32::MAX)).unwrap_or_default();
        Ipv4Net::new(Ipv4Addr::from_bits(address), length)
            .ok()
            .map(|net| net.trunc())
    };
    let unspecified_or_loopback = range.prefix_len() == 128 && bits <= 1;
    let stands_for = [COMPATIBLE, MAPPED, NAT64]
        .iter()
        .any(|form| form.contains(&range));
    if stands_for && !unspecified_or_loopback {
        return at(96, bits).map(Carried::StandsFor);
    }
    if SIX_TO_FOUR.contains(&range) {
        return Some(Carried::Reveals([at(16, bits), None]));
    }
    if TEREDO.contains(&range) {
        return Some(Carried::Reveals([at(32, bits), at(96, !bits)]));
    }
    None
}

/// The IPv4 addresses for which those of a range stand.
pub(crate) fn stands_for(range: Ipv6Net) -> Option<Ipv4Net> {
    match carried(range)? {
        Carried::StandsFor(net) => Some(net),
        Carried::Reveals(_) => None,
    }
}

/// The IPv4 address for which an IPv6 address stands: what [`carried`] says of it, in one look.
pub(crate) fn stood_for(address: Ipv6Addr) -> Option<Ipv4Addr> {
    let bits = address.to_bits();
    let form = Ipv6Addr::from_bits(bits >> 32 << 32);
    let stands_for = [COMPATIBLE, MAPPED, NAT64]
        .iter()
        .any(|it| it.addr() == form);
    let inside = u32::try_from(bits & u128::from(u32::MAX)).ok()?;
    (stands_for && bits > 1).then(|| Ipv4Addr::from_bits(inside))
}
