//! Which addresses are public: by IANA's registries, and by the IPv4 addresses that IPv6 addresses carry inside.

mod carried;
mod registry;

use core::net::IpAddr;

use ipnet::{IpNet, Ipv4Net, Ipv6Net};
use kanta_conformance::Text;

use carried::{Carried, carried};
pub(crate) use carried::{stands_for, stood_for};
use registry::{IPV4, IPV6, NOT_UNICAST};

/// Whether an address, or every address of a range, can be reached from the whole internet.
///
/// ```
/// use kanta_address_index::Reach;
///
/// assert_eq!(Reach::of("192.31.196.7".parse()?), Reach::Global);
/// assert!(matches!(Reach::of("10.1.2.3".parse()?), Reach::No(_)));
/// // NAT64 and its like are judged by the IPv4 address inside.
/// assert!(matches!(Reach::of("64:ff9b::10.1.2.3".parse()?), Reach::No(_)));
/// # Ok::<(), core::net::AddrParseError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// It can.
    Global,
    /// The registry does not say, for this reason.
    Unstated(Text),
    /// It cannot, because of this purpose.
    No(Text),
}

impl Reach {
    /// Of one address.
    #[must_use]
    pub fn of(address: IpAddr) -> Self {
        Self::of_range(address.into()).0
    }

    /// Of every address of a range, and what told: the range, what it carries inside, or a special-purpose range in it.
    ///
    /// The longest prefix of the registry that covers the range decides; a range that holds others is as public as the
    /// least public of them.
    #[must_use]
    pub fn of_range(range: IpNet) -> (Self, IpNet) {
        match range {
            IpNet::V4(range) => of_v4(range.trunc()),
            IpNet::V6(range) => of_v6(range.trunc()),
        }
    }

    /// The least public of two; the first where they are alike.
    fn worse(one: (Self, IpNet), other: (Self, IpNet)) -> (Self, IpNet) {
        const fn rank(reach: Reach) -> u8 {
            match reach {
                Reach::Global => 0,
                Reach::Unstated(_) => 1,
                Reach::No(_) => 2,
            }
        }
        if rank(other.0) > rank(one.0) {
            other
        } else {
            one
        }
    }
}

/// The address as it stands: the IPv4 address, where an IPv6 address stands for one (mapped, compatible, NAT64).
///
/// Two addresses name one place exactly where this gives the same for both.
#[must_use]
pub fn plain_address(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(v6) => stood_for(v6).map_or(address, IpAddr::V4),
    }
}

fn of_v4(range: Ipv4Net) -> (Reach, IpNet) {
    let covering = IPV4
        .iter()
        .filter(|(net, _)| net.contains(&range))
        .max_by_key(|(net, _)| net.prefix_len())
        .map_or(Reach::Global, |(_, reach)| *reach);
    IPV4.iter()
        .filter(|(net, _)| *net != range && range.contains(net))
        .map(|(net, reach)| (*reach, IpNet::V4(*net)))
        .fold((covering, IpNet::V4(range)), Reach::worse)
}

fn of_v6(range: Ipv6Net) -> (Reach, IpNet) {
    let carried = carried(range);
    if let Some(Carried::StandsFor(inside)) = carried {
        return of_v4(inside);
    }
    let covering = IPV6
        .iter()
        .filter(|(net, _)| net.contains(&range))
        .max_by_key(|(net, _)| net.prefix_len())
        .map_or(Reach::No(NOT_UNICAST), |(_, reach)| *reach);
    let mut worst = (covering, IpNet::V6(range));
    if let Some(Carried::Reveals(revealed)) = carried {
        worst = revealed
            .into_iter()
            .flatten()
            .map(of_v4)
            .fold(worst, Reach::worse);
    }
    IPV6.iter()
        .filter(|(net, _)| *net != range && range.contains(net))
        .map(|(net, _)| of_v6(*net))
        .fold(worst, Reach::worse)
}

#[cfg(test)]
mod tests {
    use core::net::Ipv4Addr;

    use super::*;

    fn of(text: &str) -> Reach {
        Reach::of(text.parse().unwrap())
    }

    fn of_range(text: &str) -> (Reach, String) {
        let (reach, by) = Reach::of_range(text.parse().unwrap());
        (reach, by.to_string())
    }

    #[test]
    fn both_sides_of_every_border_are_told_apart() {
        for (inside, outside) in [
            ("10.0.0.0", "9.255.255.255"),
            ("10.255.255.255", "11.0.0.0"),
            ("100.64.0.0", "100.63.255.255"),
            ("100.127.255.255", "100.128.0.0"),
            ("172.16.0.0", "172.15.255.255"),
            ("172.31.255.255", "172.32.0.0"),
            ("192.168.0.0", "192.167.255.255"),
            ("192.168.255.255", "192.169.0.0"),
            ("198.18.0.0", "198.17.255.255"),
            ("198.19.255.255", "198.20.0.0"),
            ("224.0.0.0", "223.255.255.255"),
            ("192.0.2.255", "192.0.3.0"),
            ("2001:db8::", "2001:db7:ffff::"),
            ("2001:db8:ffff::", "2001:db9::"),
            ("3fff:fff::", "3fff:1000::"),
            ("2001:1ff::", "2001:200::"),
        ] {
            assert!(matches!(of(inside), Reach::No(_)), "{inside}");
            assert_eq!(of(outside), Reach::Global, "{outside}");
        }
        for never in [
            "255.255.255.255",
            "0.0.0.0",
            "127.0.0.1",
            "::1",
            "::",
            "fe80::1",
            "fd00::1",
            "ff02::1",
            "4000::",
            "1fff::",
            "5f00::1",
        ] {
            assert!(matches!(of(never), Reach::No(_)), "{never}");
        }
        for open in ["192.88.99.1", "2001:10::1"] {
            assert!(matches!(of(open), Reach::Unstated(_)), "{open}");
        }
        for global in [
            "192.31.196.7",
            "192.175.48.1",
            "2620:4f:8000::7",
            "2001:1::1",
            "64:ff9b::808:808",
            "8.8.8.8",
        ] {
            assert_eq!(of(global), Reach::Global, "{global}");
        }
    }

    #[test]
    fn an_address_that_stands_for_another_is_judged_by_it() {
        for form in ["::ffff:", "::", "64:ff9b::"] {
            for (inside, expected) in [
                ("192.31.196.7", "global"),
                ("10.0.0.1", "no"),
                ("100.63.255.255", "global"),
                ("100.64.0.0", "no"),
                ("192.88.99.1", "unstated"),
                ("255.255.255.255", "no"),
            ] {
                assert_eq!(
                    word(of(&format!("{form}{inside}"))),
                    expected,
                    "{form}{inside}"
                );
                assert_eq!(of(&format!("{form}{inside}")), of(inside));
            }
        }
        // The neighbours of the three forms carry nothing, and are no unicast addresses.
        for beside in [
            "::1:8.8.8.8",
            "::fffe:8.8.8.8",
            "64:ff9b::1:8.8.8.8",
            "64:ff9a::8.8.8.8",
            "64:ff9b:1::8.8.8.8",
        ] {
            assert_eq!(word(of(beside)), "no", "{beside}");
        }
    }

    #[test]
    fn what_reveals_a_private_address_is_never_public() {
        for (address, expected) in [
            // 6to4: the site's address after the first 16 bits.
            ("2002:c01f:c407::1", "unstated"),
            ("2002:a00:1::1", "no"),
            ("2002:a9fe:1::1", "no"),
            ("2003:a00:1::1", "global"),
            // Teredo: the server in the clear, the client (192.31.196.7) with every bit turned.
            ("2001:0:c01f:c407::3fe0:3bf8", "unstated"),
            ("2001:0:a00:1::3fe0:3bf8", "no"),
            ("2001:0:c01f:c407::f5ff:fffe", "no"),
            ("2001:1:c01f:c407::f5ff:fffe", "no"),
        ] {
            assert_eq!(word(of(address)), expected, "{address}");
        }
    }

    #[test]
    fn a_range_is_as_public_as_the_least_public_address_in_it() {
        for (range, expected, by) in [
            ("192.31.196.0/24", "global", "192.31.196.0/24"),
            ("8.0.0.0/7", "global", "8.0.0.0/7"),
            ("10.1.2.0/24", "no", "10.1.2.0/24"),
            ("10.0.0.0/7", "no", "10.0.0.0/8"),
            ("0.0.0.0/0", "no", "0.0.0.0/8"),
            ("192.0.0.8/30", "no", "192.0.0.8/30"),
            ("192.0.0.8/29", "no", "192.0.0.8/29"),
            ("192.0.0.9/32", "global", "192.0.0.9/32"),
            ("192.88.98.0/23", "no", "192.88.99.2/32"),
            ("192.88.98.0/24", "global", "192.88.98.0/24"),
            ("::/0", "no", "::/0"),
            ("2a00::/12", "global", "2a00::/12"),
            ("2001:d00::/24", "no", "2001:db8::/32"),
            ("::ffff:10.0.0.0/104", "no", "10.0.0.0/8"),
            ("::ffff:0.0.0.0/96", "no", "0.0.0.0/8"),
            ("::ffff:192.31.196.0/120", "global", "192.31.196.0/24"),
            ("64:ff9b::192.168.0.0/112", "no", "192.168.0.0/16"),
            ("64:ff9b::/95", "no", "64:ff9b::/95"),
            ("2002:c01f:c400::/40", "unstated", "2002:c01f:c400::/40"),
            ("2002:a00::/24", "no", "10.0.0.0/8"),
            ("2002::/15", "no", "0.0.0.0/8"),
            ("2001:0:c01f:c407::/64", "no", "0.0.0.0/8"),
        ] {
            let (reach, told) = of_range(range);
            assert_eq!((word(reach), told.as_str()), (expected, by), "{range}");
        }
        // Bits behind the prefix do not count.
        assert_eq!(of_range("10.1.2.3/8"), of_range("10.0.0.0/8"));
    }

    #[test]
    fn an_address_and_what_stands_for_it_are_one() {
        let plain = |text: &str| plain_address(text.parse().unwrap()).to_string();
        for form in [
            "192.31.196.7",
            "::ffff:192.31.196.7",
            "::192.31.196.7",
            "64:ff9b::c01f:c407",
        ] {
            assert_eq!(plain(form), "192.31.196.7");
        }
        for own in [
            "::",
            "::1",
            "2002:c01f:c407::",
            "2620:4f:8000::7",
            "64:ff9b:1::c01f:c407",
        ] {
            assert_eq!(plain(own), own);
        }
    }

    fn word(reach: Reach) -> &'static str {
        match reach {
            Reach::Global => "global",
            Reach::Unstated(_) => "unstated",
            Reach::No(_) => "no",
        }
    }

    #[test]
    fn what_the_standard_library_knows_is_said_the_same() {
        for first in 0..=255 {
            for second in 0..=255 {
                for last in [0, 1, 255] {
                    let address = Ipv4Addr::new(first, second, last, last);
                    let special = address.is_private()
                        || address.is_loopback()
                        || address.is_link_local()
                        || address.is_documentation()
                        || address.is_broadcast()
                        || address.is_unspecified()
                        || address.is_multicast();
                    if special {
                        assert!(
                            matches!(Reach::of(address.into()), Reach::No(_)),
                            "{address}"
                        );
                    }
                }
            }
        }
    }
}
