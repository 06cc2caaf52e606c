//! Clause 5.2 on the addresses of access points: public, and to be attributed to the administrator.

use super::clause;
use crate::{Evidence, Requirement, text};

/// Addresses are public.
pub const ADDRESS_NOT_PUBLIC: Requirement = Requirement::must("connection-models/address-not-public")
    .with_citations(&[clause("5.2"), clause("6")])
    .with_statement(text! {
        en: "the IP addresses of access points belong to the public address space",
        fi: "liityntäpisteiden IP-osoitteet kuuluvat julkiseen osoiteavaruuteen",
        sv: "anslutningspunkternas IP-adresser hör till den offentliga adressrymden",
    })
    .with_fault(text! {
        en: "an address of the access point is not a public address",
        fi: "liityntäpisteen osoite ei ole julkinen",
        sv: "en adress för anslutningspunkten är inte offentlig",
    })
    .with_remedy(text! {
        en: "give the public address under which Kanta sees the access point",
        fi: "ilmoita julkinen osoite, jolla liityntäpiste näkyy Kantaan",
        sv: "ange den offentliga adress som anslutningspunkten har mot Kanta",
    })
    .with_reading(text! {
        en: "any globally reachable unicast address counts, IPv6 and translated addresses too; shared and reserved ranges do not; an IPv6 address that stands for an IPv4 address is judged by it",
        fi: "mikä tahansa maailmanlaajuisesti tavoitettava osoite kelpaa, myös IPv6 ja osoitemuunnettu; jaetut ja varatut alueet eivät; IPv4-osoitetta edustava IPv6-osoite arvioidaan sen mukaan",
        sv: "varje globalt nåbar adress duger, även IPv6 och översatta adresser; delade och reserverade områden duger inte; en IPv6-adress som står för en IPv4-adress bedöms efter den",
    })
    .with_purpose(text! {
        en: "an address of a private range is used in many networks and leads nowhere outside its own",
        fi: "yksityisen alueen osoite on käytössä monessa verkossa eikä johda minnekään omansa ulkopuolella",
        sv: "en adress ur ett privat område används i många nät och leder ingenstans utanför sitt eget",
    })
    .with_evidence(Evidence::Computed);

/// Addresses can be attributed to the administrator.
pub const ADDRESS_NOT_ATTRIBUTABLE: Requirement = Requirement::must("connection-models/address-not-attributable")
    .with_citations(&[clause("5.2"), clause("6")])
    .with_statement(text! {
        en: "the public address register shows that the address belongs to whoever administers the access point",
        fi: "julkisesta rekisteristä käy ilmi, että osoite kuuluu liityntäpistettä hallinnoivalle organisaatiolle",
        sv: "det offentliga registret visar att adressen hör till den som administrerar anslutningspunkten",
    })
    .with_fault(text! {
        en: "the address cannot be attributed to the administrator of the access point",
        fi: "osoitetta ei voi osoittaa liityntäpisteen hallinnoijalle kuuluvaksi",
        sv: "adressen kan inte hänföras till anslutningspunktens administratör",
    })
    .with_remedy(text! {
        en: "have the operator register the address in the administrator's name in the public register",
        fi: "pyydä operaattoria kirjaamaan osoite julkiseen rekisteriin hallinnoijan nimelle",
        sv: "be operatören registrera adressen i administratörens namn i det offentliga registret",
    })
    .with_reading(text! {
        en: "the administrator's own name passes; another's name with an assignment record is left open, without one it fails",
        fi: "hallinnoijan oma nimi kelpaa; toisen nimi osoitekirjanpidon kanssa jää avoimeksi ja ilman sitä ei kelpaa",
        sv: "administratörens eget namn duger; någon annans namn med tilldelningsregister lämnas öppet, utan det duger det inte",
    })
    .with_purpose(text! {
        en: "in a disturbance or an attack it has to be clear at once whose traffic it is",
        fi: "häiriössä tai hyökkäyksessä on heti selvittävä, kenen liikenteestä on kyse",
        sv: "vid en störning eller en attack ska det genast framgå vems trafik det gäller",
    });
