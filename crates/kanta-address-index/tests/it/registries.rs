//! Which addresses are public, beside IANA's two registries of special-purpose addresses.
//!
//! `registries/special-purpose.csv` holds two of their columns as they were publicly known on 30 November 2026, written down
//! by hand. Whoever has the registries' own files names the folder that holds them in `IANA_REGISTRIES`.

use std::collections::BTreeSet;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::path::Path;

use ipnet::IpNet;
use kanta_address_index::Reach;

const FILES: [&str; 2] = [
    "iana-ipv4-special-registry-1.csv",
    "iana-ipv6-special-registry-1.csv",
];

/// A block, and whether it is globally reachable; none where the registry does not say.
type Block = (IpNet, Option<bool>);

/// Where we say otherwise on purpose: such addresses carry an IPv4 address inside, and are judged by it.
const CARRY: [&str; 3] = ["64:ff9b::/96", "2001::/32", "2002::/16"];

fn blocks(text: &[u8]) -> Vec<Block> {
    let mut reader = csv::Reader::from_reader(text);
    let headers = reader.headers().unwrap().clone();
    let column = |name: &str| headers.iter().position(|it| it == name).unwrap();
    let (block, reachable) = (column("Address Block"), column("Globally Reachable"));
    // Notes stand in brackets: `192.0.0.0/24 [2]`.
    let bare = |cell: &str| cell.split('[').next().unwrap().trim().to_owned();
    let mut blocks = Vec::new();
    for row in reader.records() {
        let row = row.unwrap();
        let reachable = match bare(&row[reachable]).as_str() {
            "True" => Some(true),
            "False" => Some(false),
            "N/A" | "" => None,
            other => panic!("globally reachable: {other}"),
        };
        for block in row[block].split(',') {
            blocks.push((bare(block).parse().unwrap(), reachable));
        }
    }
    blocks
}

/// What the registries say of an address; beside them multicast, and of IPv6 all but 2000::/3, is not public.
fn expected(blocks: &[Block], address: IpAddr) -> &'static str {
    let covering = blocks.iter().filter(|(block, _)| block.contains(&address));
    match covering.max_by_key(|(block, _)| block.prefix_len()) {
        Some((_, Some(true))) => "global",
        Some((_, Some(false))) => "no",
        Some((_, None)) => "unstated",
        None => {
            let is_unicast = match address {
                IpAddr::V4(it) => !it.is_multicast(),
                IpAddr::V6(it) => it.octets()[0] >> 5 == 1,
            };
            if is_unicast { "global" } else { "no" }
        }
    }
}

fn word(reach: Reach) -> &'static str {
    match reach {
        Reach::Global => "global",
        Reach::Unstated(_) => "unstated",
        Reach::No(_) => "no",
    }
}

/// The first and the last address of a block, and those just outside.
fn edges(block: IpNet) -> Vec<IpAddr> {
    let (first, last) = (block.network(), block.broadcast());
    let beside = |address: IpAddr, step: i8| -> Option<IpAddr> {
        Some(match address {
            IpAddr::V4(it) => Ipv4Addr::from(u32::from(it).checked_add_signed(step.into())?).into(),
            IpAddr::V6(it) => {
                Ipv6Addr::from(u128::from(it).checked_add_signed(step.into())?).into()
            }
        })
    };
    let all = [beside(first, -1), Some(first), Some(last), beside(last, 1)];
    all.into_iter().flatten().collect()
}

/// Where we say otherwise, and not because of what an address carries inside.
fn differences(blocks: &[Block]) -> BTreeSet<String> {
    let carry = CARRY.map(|it| it.parse::<IpNet>().unwrap());
    let edges = blocks.iter().flat_map(|(block, _)| edges(*block));
    edges
        .filter(|address| !carry.iter().any(|it| it.contains(address)))
        .filter_map(|address| {
            let (ours, theirs) = (word(Reach::of(address)), expected(blocks, address));
            (ours != theirs).then(|| format!("{address}: {ours}, the registry: {theirs}"))
        })
        .collect()
}

#[test]
fn at_both_ends_of_every_block_we_say_what_the_registry_says() {
    let blocks = blocks(include_bytes!("registries/special-purpose.csv"));
    assert_eq!(blocks.len(), 51);
    assert_eq!(differences(&blocks), BTreeSet::new());
    // What carries an IPv4 address inside is public where that is.
    for (address, said) in [
        ("64:ff9b::c01f:c407", "global"),
        ("64:ff9b::a00:1", "no"),
        ("2002:c01f:c407::1", "unstated"),
        ("2002:a00:1::1", "no"),
    ] {
        assert_eq!(word(Reach::of(address.parse().unwrap())), said, "{address}");
    }
}

#[test]
fn so_it_is_with_the_registries_of_today() {
    let Some(folder) = std::env::var_os("IANA_REGISTRIES") else {
        eprintln!(
            "SKIPPED: IANA's registries are not here; name the folder of {} and {} in IANA_REGISTRIES",
            FILES[0], FILES[1]
        );
        return;
    };
    for file in FILES {
        let blocks = blocks(&std::fs::read(Path::new(&folder).join(file)).unwrap());
        assert!(blocks.len() >= 20, "{file}");
        let of_its_kind = |text: &str| text.contains(':') == file.contains("ipv6");
        let found = differences(&blocks).into_iter();
        let found: Vec<String> = found.filter(|it| of_its_kind(it)).collect();
        assert!(found.is_empty(), "{file}:\n{}", found.join("\n"));
    }
}

/// RFC 4380, clause 4: a Teredo address holds its client's address with every bit turned; it is no more public than that.
#[test]
fn a_teredo_address_is_no_more_public_than_its_client() {
    let server = u128::from(u32::from(Ipv4Addr::new(65, 54, 227, 120)));
    let teredo = |client: Ipv4Addr| {
        let client = u128::from(!u32::from(client));
        Ipv6Addr::from((0x2001_0000_u128 << 96) | (server << 64) | client)
    };
    for (client, is_public) in [
        (Ipv4Addr::new(192, 0, 2, 45), false),
        (Ipv4Addr::new(10, 1, 2, 3), false),
        (Ipv4Addr::new(127, 0, 0, 1), false),
        (Ipv4Addr::new(192, 31, 196, 7), true),
        (Ipv4Addr::new(8, 8, 8, 8), true),
    ] {
        let reach = Reach::of(teredo(client).into());
        // Of Teredo itself the registry does not say.
        let is_unstated = matches!(reach, Reach::Unstated(_));
        assert_eq!(is_unstated, is_public, "{client} {reach:?}");
        assert_eq!(matches!(reach, Reach::No(_)), !is_public, "{client}");
    }
}

/// RFC 4291, clauses 2.5.2 and 2.5.3: the unspecified address and the loopback address carry no IPv4 address.
#[test]
fn the_unspecified_and_the_loopback_address_are_judged_as_themselves() {
    for (range, told) in [
        ("::/128", "::/128"),
        ("::1/128", "::1/128"),
        ("::2/128", "0.0.0.2/32"),
        ("::192.31.196.7/128", "192.31.196.7/32"),
    ] {
        let (_, by) = Reach::of_range(range.parse().unwrap());
        assert_eq!(by.to_string(), told);
    }
}
