//! Countries, by lists that are counted by hand.

use kanta_conformance::Country;

/// Territories of member states that have a code of their own, by state: overseas countries and territories, outermost
/// regions, and the Faroes. Åland is Finland.
const TERRITORIES: [(&str, &str); 3] = [
    ("Denmark", "FO GL"),
    ("France", "BL GF GP MF MQ NC PF PM RE TF WF YT"),
    ("the Netherlands", "AW BQ CW SX"),
];

fn country(code: &str) -> Country {
    code.parse()
        .unwrap_or_else(|error| panic!("{code}: {error}"))
}

#[test]
fn eighteen_territories_of_member_states_are_no_member_states() {
    let codes = TERRITORIES.iter().flat_map(|(_, codes)| codes.split(' '));
    let territories: Vec<Country> = codes.map(country).collect();
    for it in Country::all() {
        assert_eq!(
            it.is_territory_of_eu_member(),
            territories.contains(&it),
            "{it}"
        );
    }
    assert_eq!(territories.len(), 18);
    assert!(!territories.iter().any(|it| it.is_eu_member()));
}

#[test]
fn finland_is_a_member_and_has_one_part_with_a_code_of_its_own() {
    let of_finland: Vec<String> = Country::all()
        .filter(|it| it.is_part_of_finland())
        .map(|it| it.to_string())
        .collect();
    assert_eq!(of_finland, ["AX", "FI"]);
    assert!(Country::FINLAND.is_eu_member());
}

#[test]
fn a_country_is_told_by_its_two_letters() {
    for it in Country::all() {
        let told = it.to_string();
        assert_eq!(told, it.code());
        assert_eq!(told.len(), 2);
        assert_eq!(country(&told), it);
        assert!(told.to_lowercase().parse::<Country>().is_err());
    }
    assert_eq!(format!("{:>4}", Country::FINLAND), "  FI");
    for wrong in ["", "F", "FIN", "UK", "EU", "XX"] {
        assert!(wrong.parse::<Country>().is_err(), "{wrong}");
    }
}
