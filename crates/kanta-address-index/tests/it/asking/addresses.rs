//! Who speaks from an address.

use core::net::{Ipv4Addr, Ipv6Addr};
use std::collections::BTreeSet;

use crate::example::instead;
use crate::worlds::Dice;
use kanta_address_index::AddressIndex;
use kanta_address_index::ipnet::IpNet;

#[test]
fn the_longest_prefix_names_the_access_point() {
    let index = instead(
        "addresses = [\"192.175.48.0/28\"]",
        "addresses = [\"192.175.48.0/28\", \"192.31.196.0/24\", \"2001:db8::/32\", \"::ffff:192.175.48.128/121\"]",
    );
    for (address, expected) in [
        ("192.31.196.7", "clinic-ap"),
        ("::ffff:192.31.196.7", "clinic-ap"),
        ("192.31.196.6", "valittaja-ap"),
        ("192.31.196.8", "valittaja-ap"),
        ("192.31.196.16", "main-pharmacy-ap"),
        ("192.31.196.19", "main-pharmacy-ap"),
        ("192.31.196.20", "branch-pharmacy-ap"),
        ("192.31.196.21", "valittaja-ap"),
        ("192.31.196.95", "welfare-area-ap"),
        ("192.31.196.96", "valittaja-ap"),
        ("192.31.197.0", ""),
        ("192.31.195.255", ""),
        ("192.175.48.127", ""),
        ("192.175.48.128", "valittaja-ap"),
        ("192.175.48.255", "valittaja-ap"),
        ("2001:db8::1", "valittaja-ap"),
        ("2001:db7:ffff::", ""),
        ("2001:db9::", ""),
        ("0.0.0.0", ""),
        ("255.255.255.255", ""),
    ] {
        let points = index.access_points_at(address.parse().unwrap());
        let ids: Vec<_> = points.map(|point| point.id.as_str()).collect();
        let expected: Vec<_> = Some(expected)
            .into_iter()
            .filter(|id| !id.is_empty())
            .collect();
        assert_eq!(ids, expected, "{address}");
    }
}

/// Whoever speaks from an address is told, the narrowest range first; an address that carries an
/// IPv4 address is looked up as that.
#[test]
fn everybody_who_speaks_from_an_address_is_told() {
    let index = instead(
        "addresses = [\"192.175.48.0/28\"]",
        "addresses = [\"192.31.196.0/24\", \"2001:db8::/32\", \"64:ff9b::c0af:3080/121\"]",
    );
    let told = |address: &str| -> Vec<String> {
        let all = index.access_points_from(address.parse().unwrap());
        let all = all
            .iter()
            .map(|it| format!("{} {}", it.access_point.id, it.range));
        all.collect()
    };
    let both = ["clinic-ap 192.31.196.7/32", "valittaja-ap 192.31.196.0/24"];
    for address in [
        "192.31.196.7",
        "::ffff:192.31.196.7",
        "::192.31.196.7",
        "64:ff9b::192.31.196.7",
    ] {
        assert_eq!(told(address), both, "{address}");
        let at = index.access_points_at(address.parse().unwrap());
        assert_eq!(
            at.map(|it| it.id.as_str()).collect::<Vec<_>>(),
            ["clinic-ap"]
        );
    }
    assert_eq!(told("192.31.196.6"), ["valittaja-ap 192.31.196.0/24"]);
    // 6to4 and a NAT64 prefix of one's own are addresses in their own right; `::1` is no 0.0.0.1.
    for address in [
        "2002:c01f:c407::1",
        "64:ff9b:1::192.31.196.7",
        "::1",
        "::",
        "10.0.0.1",
    ] {
        assert_eq!(told(address), [""; 0], "{address}");
    }
    assert_eq!(told("2001:db8::1"), ["valittaja-ap 2001:db8::/32"]);
    // A range of such addresses is one of the IPv4 addresses that they carry.
    assert_eq!(told("192.175.48.200"), ["valittaja-ap 192.175.48.128/25"]);
}

/// Whether an access point speaks from an address is whether it is among those that do.
#[test]
fn an_access_point_speaks_from_the_addresses_of_its_ranges_alone() {
    let index = instead(
        "addresses = [\"192.175.48.0/28\"]",
        "addresses = [\"192.31.196.0/24\", \"2001:db8::/32\", \"64:ff9b::c0af:3080/121\"]",
    );
    for (address, of_clinic, of_intermediary) in [
        ("192.31.196.7", true, true),
        ("::ffff:192.31.196.7", true, true),
        ("64:ff9b::192.31.196.6", false, true),
        ("192.31.195.255", false, false),
        ("192.175.48.200", false, true),
        ("64:ff9b::c0af:3080", false, true),
        ("192.175.48.127", false, false),
        ("2001:db8::1", false, true),
        ("::1", false, false),
    ] {
        let address: core::net::IpAddr = address.parse().unwrap();
        let speaks = |id: &str| {
            let point = index.access_point_named(id).unwrap();
            let speaks = index.speaks_from(point, address).unwrap();
            let told = index.access_points_from(address);
            let told = told.iter().any(|it| it.access_point.oid == point);
            assert_eq!(speaks, told, "{id} {address}");
            speaks
        };
        assert_eq!(speaks("clinic-ap"), of_clinic, "{address}");
        assert_eq!(speaks("valittaja-ap"), of_intermediary, "{address}");
    }
    let nobody = "1.2.246.10.7654329.10.0.13.77".parse().unwrap();
    let address = "192.31.196.7".parse().unwrap();
    assert_eq!(index.speaks_from(nobody, address), None);
}

/// However many ranges there are, the longest that covers an address names the access points.
#[test]
fn of_thousands_of_ranges_the_longest_is_found() {
    let mut dice = Dice::new(7);
    let mut data = instead("addresses = [\"192.175.48.0/28\"]", "").to_data_set();
    let all = &mut data.access_points;
    all.iter_mut().for_each(|point| point.addresses.clear());
    let count = all.len();
    for _ in 0..1_500 {
        let bits = u32::try_from(dice.roll(1 << 32)).unwrap();
        let v4 = IpNet::new(
            Ipv4Addr::from(bits).into(),
            8 + u8::try_from(dice.roll(25)).unwrap(),
        )
        .unwrap();
        // None of these carries an IPv4 address.
        let v6 = (0x2a00_u128 << 112) | (u128::from(bits) << 80);
        let v6 = IpNet::new(
            Ipv6Addr::from(v6).into(),
            16 + u8::try_from(dice.roll(80)).unwrap(),
        )
        .unwrap();
        let at = dice.roll(count);
        all[at].addresses.extend([v4.trunc(), v6.trunc()]);
    }
    let index = AddressIndex::build(data).unwrap();
    let ranges = index.access_points().iter();
    let ranges: Vec<(IpNet, &str)> = ranges
        .flat_map(|point| point.addresses.iter().map(|net| (*net, point.id.as_str())))
        .collect();
    assert!(ranges.len() > 2_900);
    for &(range, _) in ranges.iter().step_by(29) {
        for address in [range.network(), range.broadcast()] {
            let covers = ranges.iter().filter(|(net, _)| net.contains(&address));
            let covers: Vec<_> = covers.collect();
            let longest = covers.iter().map(|(net, _)| net.prefix_len()).max();
            let named = covers
                .iter()
                .filter(|(net, _)| Some(net.prefix_len()) == longest);
            let named: BTreeSet<&str> = named.map(|(_, id)| *id).collect();
            let told = index.access_points_at(address);
            let told: BTreeSet<&str> = told.map(|point| point.id.as_str()).collect();
            assert_eq!(told, named, "{address}");
        }
    }
    for outside in ["0.0.0.0", "255.255.255.255", "29ff::", "2a01::"] {
        let address = outside.parse().unwrap();
        let covered = ranges.iter().any(|(net, _)| net.contains(&address));
        assert_eq!(
            index.access_points_at(address).count() > 0,
            covered,
            "{outside}"
        );
    }
}
