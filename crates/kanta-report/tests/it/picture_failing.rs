//! What is cut off when something fails, as `kanta_policy::resilience` answers it.

use kanta_conformance::Language;
use kanta_report::picture::{Availability, PictureOf, Tone, failure_keys};

use crate::picture::{examples, in_place, picture, well_formed};

#[test]
fn every_failure_of_every_example_is_drawn() {
    for (file, report) in examples() {
        let view = kanta_report::picture::PictureView::of_plan(&file.plan, &report);
        let keys = failure_keys(&file.plan, view.on);
        assert!(keys.contains(&"hall.A".to_owned()));
        for key in keys {
            let failing = view.clone().when_fails(&file.plan, &key).unwrap();
            assert_eq!(failing.of, PictureOf::Failure);
            in_place(&failing);
            well_formed(&failing);
        }
    }
}

#[test]
fn one_link_of_two_cuts_nothing_off_and_the_access_point_does() {
    let (plan, view) = picture("clinic.toml");
    let link = view.clone().when_fails(&plan, "link.mpls-a").unwrap();
    assert_eq!(link.tone, Tone::Good);
    assert_eq!(link.item("link.mpls-a").unwrap().state, Availability::Down);
    assert_eq!(
        link.item("access_point.ap1").unwrap().state,
        Availability::Up
    );
    let server = view.clone().when_fails(&plan, "server.ap1.1").unwrap();
    assert_eq!(server.tone, Tone::Bad);
    assert_eq!(
        server.item("access_point.ap1").unwrap().state,
        Availability::CutOff
    );
    assert_eq!(
        server.item("service.patient-data").unwrap().state,
        Availability::CutOff
    );
    assert_eq!(
        server.detail.get(Language::En),
        "3 cut off · 0 perhaps cut off · 0 hold"
    );
    // Both links are the same operator's.
    let operator = view.when_fails(&plan, "operator.Operaattori A").unwrap();
    assert_eq!(operator.tone, Tone::Bad);
    assert_eq!(
        operator.item("link.mpls-b").unwrap().state,
        Availability::Down
    );
}

#[test]
fn a_hall_that_fails_is_shown_and_a_name_that_is_not_there_is_refused() {
    let (plan, view) = picture("clinic.toml");
    let hall = view.clone().when_fails(&plan, "hall.B").unwrap();
    let states: Vec<Availability> = hall.halls.iter().map(|hall| hall.state).collect();
    assert_eq!(
        states,
        [Availability::Up, Availability::Down, Availability::Up]
    );
    let unknown = view.when_fails(&plan, "link.mpls-z").unwrap_err();
    assert_eq!(
        unknown.to_string(),
        "nothing in the plan that could fail is called `link.mpls-z`"
    );
    assert!(unknown.known.contains(&"link.mpls-a".to_owned()));
}
