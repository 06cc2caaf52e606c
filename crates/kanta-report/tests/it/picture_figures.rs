//! The guide's figures 2 to 9, as they are drawn in `docs/pictures`.
//!
//! `KANTA_DRAW=1 cargo test -p kanta-report figures` draws them anew.

use std::path::PathBuf;

use kanta_address_index::{AddressIndex, Form, Source};
use kanta_conformance::{Date, Language};
use kanta_report::picture::{Availability, PictureView, svg};

use crate::harness::DATA;
use crate::picture::{in_place, picture, well_formed};

/// Compares a picture with what stands in the folder, or puts it there where that is asked for.
fn held(name: &str, view: &PictureView) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/pictures");
    let path = folder.join(name);
    let drawn = svg(view, Language::En);
    if std::env::var_os("KANTA_DRAW").is_some() {
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(&path, &drawn).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap();
    assert_eq!(kept, drawn, "{name}: draw anew, look at it, and commit it");
}

#[test]
fn the_figures_are_those_of_the_documents() {
    for number in 2..=9 {
        let (_, view) = picture(&format!("figure-{number}.toml"));
        held(&format!("figure-{number}.svg"), &view);
    }
    let (_, view) = picture("broken.toml");
    held("broken.svg", &view);
    let (plan, view) = picture("clinic.toml");
    let view = view.when_fails(&plan, "operator.Operaattori A").unwrap();
    held("failure.svg", &view);
}

fn index() -> AddressIndex {
    let bytes = std::fs::read(PathBuf::from(DATA).join("index.toml")).unwrap();
    let source = Source {
        form: Form::Toml,
        bytes: &bytes,
    };
    AddressIndex::read(&[source]).unwrap()
}

fn rights(name: &str) -> PictureView {
    let on = Date::constant(2025, 12, 1);
    PictureView::of_rights(&index(), name, "index.toml", on).unwrap()
}

#[test]
fn rights_are_drawn_as_figures_2_and_3_have_them() {
    // Figure 2: four rights through two access points; figure 3: each pharmacy through its own.
    let clinic = rights("clinic");
    held("rights-2.svg", &clinic);
    assert_eq!(clinic.detail.get(Language::En), "4 permit · 0 do not");
    assert_eq!(clinic.frames.len(), 2);
    let pharmacies = rights("apteekkari");
    held("rights-3.svg", &pharmacies);
    let wire = |from: &str, to: &str| {
        let mut wires = pharmacies.wires.iter();
        wires.any(|wire| wire.from == from && wire.to == to)
    };
    assert!(wire(
        "pharmacy.1.2.246.553.1.1234",
        "access_point.1.2.246.553.1.1234.13.1"
    ));
    assert!(!wire(
        "pharmacy.1.2.246.553.1.1234",
        "access_point.1.2.246.553.1.5678.13.1"
    ));
    for name in ["clinic", "apteekkari", "home-care", "main-pharmacy"] {
        in_place(&rights(name));
        well_formed(&rights(name));
    }
}

#[test]
fn a_right_that_does_not_permit_is_drawn_as_such() {
    let late = Date::constant(2028, 1, 1);
    let view = PictureView::of_rights(&index(), "home-care", "index.toml", late).unwrap();
    assert!(
        view.items
            .iter()
            .any(|item| item.state == Availability::CutOff)
    );
    assert!(PictureView::of_rights(&index(), "nobody", "index.toml", late).is_none());
}
