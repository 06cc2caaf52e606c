//! IANA's registries of special-purpose addresses, as data.

use core::net::{Ipv4Addr, Ipv6Addr};

use ipnet::{Ipv4Net, Ipv6Net};
use kanta_conformance::{Text, text};

use super::Reach;

const fn v4(a: u8, b: u8, c: u8, d: u8, length: u8) -> Ipv4Net {
    Ipv4Net::new_assert(Ipv4Addr::new(a, b, c, d), length)
}

const fn v6(segments: [u16; 8], length: u8) -> Ipv6Net {
    let [a, b, c, d, e, f, g, h] = segments;
    Ipv6Net::new_assert(Ipv6Addr::new(a, b, c, d, e, f, g, h), length)
}

const PRIVATE: Text = text! { en: "private use", fi: "yksityiskäyttö", sv: "privat bruk" };
const SHARED: Text = text! {
    en: "shared between an operator's customers",
    fi: "operaattorin asiakkaiden kesken jaettu",
    sv: "delad mellan en operatörs kunder",
};
const LOOPBACK: Text = text! { en: "loopback", fi: "takaisinkytkentä", sv: "loopback" };
const LINK_LOCAL: Text = text! { en: "link-local", fi: "linkin sisäinen", sv: "länklokal" };
const THIS_NETWORK: Text = text! { en: "this network", fi: "tämä verkko", sv: "detta nätverk" };
const PROTOCOL: Text = text! {
    en: "protocol assignments",
    fi: "protokollavaraukset",
    sv: "protokolltilldelningar",
};
const DOCUMENTATION: Text = text! { en: "documentation", fi: "dokumentointi", sv: "dokumentation" };
const BENCHMARKING: Text =
    text! { en: "benchmarking", fi: "suorituskykytestaus", sv: "prestandatest" };
const RESERVED: Text = text! { en: "reserved", fi: "varattu", sv: "reserverad" };
const MULTICAST: Text = text! { en: "multicast", fi: "ryhmälähetys", sv: "multicast" };
const UNIQUE_LOCAL: Text = text! { en: "unique local", fi: "paikallinen", sv: "unik lokal" };
const DISCARD: Text =
    text! { en: "discard only", fi: "hylättävä liikenne", sv: "endast för kassering" };
const TRANSLATION: Text = text! {
    en: "local translation between IPv4 and IPv6",
    fi: "paikallinen IPv4/IPv6-muunnos",
    sv: "lokal översättning mellan IPv4 och IPv6",
};
const SEGMENT_ROUTING: Text =
    text! { en: "segment routing", fi: "segmenttireititys", sv: "segmentroutning" };
pub(super) const NOT_UNICAST: Text = text! {
    en: "outside global unicast (2000::/3)",
    fi: "globaalin unicast-alueen (2000::/3) ulkopuolella",
    sv: "utanför global unicast (2000::/3)",
};
const RELAY_6TO4: Text = text! {
    en: "6to4: the registry does not say whether it is globally reachable",
    fi: "6to4: rekisteri ei kerro, onko osoite maailmanlaajuisesti tavoitettavissa",
    sv: "6to4: registret säger inte om adressen är globalt nåbar",
};
const RELAY_6A44: Text = text! {
    en: "6a44 relay",
    fi: "6a44-välitys",
    sv: "6a44-relä",
};
const TEREDO: Text = text! {
    en: "Teredo: the registry does not say whether it is globally reachable",
    fi: "Teredo: rekisteri ei kerro, onko osoite maailmanlaajuisesti tavoitettavissa",
    sv: "Teredo: registret säger inte om adressen är globalt nåbar",
};
const ORCHID: Text = text! {
    en: "deprecated (ORCHID)",
    fi: "poistunut käytöstä (ORCHID)",
    sv: "utgången (ORCHID)",
};

// Both tables were last compared with the registries, as they are publicly known, on 2026-11-30.

/// IANA IPv4 Special-Purpose Address Registry, and multicast.
pub(super) static IPV4: &[(Ipv4Net, Reach)] = &[
    (v4(0, 0, 0, 0, 8), Reach::No(THIS_NETWORK)),
    (v4(10, 0, 0, 0, 8), Reach::No(PRIVATE)),
    (v4(100, 64, 0, 0, 10), Reach::No(SHARED)),
    (v4(127, 0, 0, 0, 8), Reach::No(LOOPBACK)),
    (v4(169, 254, 0, 0, 16), Reach::No(LINK_LOCAL)),
    (v4(172, 16, 0, 0, 12), Reach::No(PRIVATE)),
    (v4(192, 0, 0, 0, 24), Reach::No(PROTOCOL)),
    (v4(192, 0, 0, 9, 32), Reach::Global),
    (v4(192, 0, 0, 10, 32), Reach::Global),
    (v4(192, 0, 2, 0, 24), Reach::No(DOCUMENTATION)),
    (v4(192, 31, 196, 0, 24), Reach::Global),
    (v4(192, 52, 193, 0, 24), Reach::Global),
    (v4(192, 88, 99, 0, 24), Reach::Unstated(RELAY_6TO4)),
    (v4(192, 88, 99, 2, 32), Reach::No(RELAY_6A44)),
    (v4(192, 168, 0, 0, 16), Reach::No(PRIVATE)),
    (v4(192, 175, 48, 0, 24), Reach::Global),
    (v4(198, 18, 0, 0, 15), Reach::No(BENCHMARKING)),
    (v4(198, 51, 100, 0, 24), Reach::No(DOCUMENTATION)),
    (v4(203, 0, 113, 0, 24), Reach::No(DOCUMENTATION)),
    (v4(224, 0, 0, 0, 4), Reach::No(MULTICAST)),
    (v4(240, 0, 0, 0, 4), Reach::No(RESERVED)),
];

/// IANA IPv6 Special-Purpose Address Registry, and multicast.
pub(super) static IPV6: &[(Ipv6Net, Reach)] = &[
    (v6([0, 0, 0, 0, 0, 0, 0, 0], 128), Reach::No(THIS_NETWORK)),
    (v6([0, 0, 0, 0, 0, 0, 0, 1], 128), Reach::No(LOOPBACK)),
    (v6([0x64, 0xff9b, 0, 0, 0, 0, 0, 0], 96), Reach::Global),
    (
        v6([0x64, 0xff9b, 1, 0, 0, 0, 0, 0], 48),
        Reach::No(TRANSLATION),
    ),
    (v6([0x100, 0, 0, 0, 0, 0, 0, 0], 64), Reach::No(DISCARD)),
    (v6([0x100, 0, 0, 1, 0, 0, 0, 0], 64), Reach::No(RESERVED)),
    (v6([0x2000, 0, 0, 0, 0, 0, 0, 0], 3), Reach::Global),
    (v6([0x2001, 0, 0, 0, 0, 0, 0, 0], 23), Reach::No(PROTOCOL)),
    (
        v6([0x2001, 0, 0, 0, 0, 0, 0, 0], 32),
        Reach::Unstated(TEREDO),
    ),
    (v6([0x2001, 1, 0, 0, 0, 0, 0, 1], 128), Reach::Global),
    (v6([0x2001, 1, 0, 0, 0, 0, 0, 2], 128), Reach::Global),
    (v6([0x2001, 1, 0, 0, 0, 0, 0, 3], 128), Reach::Global),
    (
        v6([0x2001, 2, 0, 0, 0, 0, 0, 0], 48),
        Reach::No(BENCHMARKING),
    ),
    (v6([0x2001, 3, 0, 0, 0, 0, 0, 0], 32), Reach::Global),
    (v6([0x2001, 4, 0x112, 0, 0, 0, 0, 0], 48), Reach::Global),
    (
        v6([0x2001, 0x10, 0, 0, 0, 0, 0, 0], 28),
        Reach::Unstated(ORCHID),
    ),
    (v6([0x2001, 0x20, 0, 0, 0, 0, 0, 0], 28), Reach::Global),
    (v6([0x2001, 0x30, 0, 0, 0, 0, 0, 0], 28), Reach::Global),
    (
        v6([0x2001, 0xdb8, 0, 0, 0, 0, 0, 0], 32),
        Reach::No(DOCUMENTATION),
    ),
    (
        v6([0x2002, 0, 0, 0, 0, 0, 0, 0], 16),
        Reach::Unstated(RELAY_6TO4),
    ),
    (v6([0x2620, 0x4f, 0x8000, 0, 0, 0, 0, 0], 48), Reach::Global),
    (
        v6([0x3fff, 0, 0, 0, 0, 0, 0, 0], 20),
        Reach::No(DOCUMENTATION),
    ),
    (
        v6([0x5f00, 0, 0, 0, 0, 0, 0, 0], 16),
        Reach::No(SEGMENT_ROUTING),
    ),
    (
        v6([0xfc00, 0, 0, 0, 0, 0, 0, 0], 7),
        Reach::No(UNIQUE_LOCAL),
    ),
    (v6([0xfe80, 0, 0, 0, 0, 0, 0, 0], 10), Reach::No(LINK_LOCAL)),
    (v6([0xff00, 0, 0, 0, 0, 0, 0, 0], 8), Reach::No(MULTICAST)),
];
