//! Texts: what is read prints as the same text, and a naive reader reads the same.
#![no_main]

use kanta_oid::{AccessPointOid, Oid, OwnerOid};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let oid = AccessPointOid::parse(text);
    assert_eq!(oid.is_ok(), text.len() <= 64 && naive(text, true));
    match oid {
        Ok(oid) => {
            assert_eq!(oid.to_string(), text);
            let view = Oid::parse(text).expect("an OID");
            assert_eq!(view.owner(), Some(oid.owner()));
            assert_eq!(view.kind().as_str(), "access-point");
        }
        Err(error) => {
            assert!(text.is_char_boundary(error.offset()));
            assert!(text[..error.offset()].is_ascii());
        }
    }

    let owner = OwnerOid::parse(text);
    assert_eq!(owner.is_ok(), naive(text, false));
    if let Ok(owner) = owner {
        assert_eq!(owner.to_string(), text);
        assert_eq!(Oid::parse(text).expect("an OID").kind(), owner.kind());
    }

    if let Ok(view) = Oid::parse(text) {
        assert!(view.arcs().all(|arc| arc == "0" || !arc.starts_with('0')));
        assert!(view.arcs().count() >= 2);
        assert_eq!(view.arcs().collect::<Vec<_>>().join("."), text);
        if let Some(owner) = view.owner() {
            assert!(text.starts_with(&owner.to_string()));
        }
    }
});

/// Takes the text apart from the right, with strings only.
fn naive(text: &str, access_point: bool) -> bool {
    let roots = [
        "1.2.246.10",
        "1.2.246.537.10",
        "1.2.246.537.28",
        "1.2.246.553.1",
        "1.2.246.537.6.918.18",
    ];
    let arc = |text: &str| {
        text.parse::<u64>()
            .is_ok_and(|value| value.to_string() == text)
    };
    let owner = match text.rsplit_once('.') {
        Some((node, number)) if access_point && arc(number) => match node.strip_suffix(".13") {
            Some(owner) => owner,
            None => return false,
        },
        _ if access_point => return false,
        _ => text,
    };
    let Some((root, last)) = owner.rsplit_once('.').filter(|(_, last)| arc(last)) else {
        return false;
    };
    if roots[2..].contains(&root) {
        return true;
    }
    let code = root
        .strip_suffix(".10")
        .and_then(|organisation| organisation.rsplit_once('.'));
    code.is_some_and(|(root, code)| roots[..2].contains(&root) && arc(code) && arc(last))
}
