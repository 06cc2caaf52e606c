//! The class of an address, by the longest block that holds it.

use std::net::IpAddr;

const BLOCKS: &str = include_str!("../tables/address-blocks.csv");

/// The word for the input `address-class` that belongs to an address: `public`, `private`, `shared`, `documentation` or
/// `special`; none where the text is no address or lies in a block that the registries leave open.
///
/// ```
/// assert_eq!(kanta_oracle::address_class("192.31.196.7"), Some("public"));
/// assert_eq!(kanta_oracle::address_class("100.64.0.1"), Some("shared"));
/// ```
#[must_use]
pub fn address_class(address: &str) -> Option<&'static str> {
    let address: IpAddr = address.parse().ok()?;
    let blocks = BLOCKS.lines().filter_map(|line| {
        let mut fields = line.split(',');
        let (first, length) = fields.next()?.split_once('/')?;
        let (first, length): (IpAddr, u32) = (first.parse().ok()?, length.parse().ok()?);
        holds(first, length, address).then_some((length, fields.next()?))
    });
    blocks
        .max_by_key(|(length, _)| *length)
        .map(|(_, class)| class)
        .filter(|class| *class != "open")
}

fn holds(first: IpAddr, length: u32, address: IpAddr) -> bool {
    let (first, address, width) = match (first, address) {
        (IpAddr::V4(first), IpAddr::V4(address)) => (
            u128::from(first.to_bits()),
            u128::from(address.to_bits()),
            32_u32,
        ),
        (IpAddr::V6(first), IpAddr::V6(address)) => (first.to_bits(), address.to_bits(), 128),
        _ => return false,
    };
    let rest = width.saturating_sub(length);
    first.checked_shr(rest).unwrap_or(0) == address.checked_shr(rest).unwrap_or(0)
}
