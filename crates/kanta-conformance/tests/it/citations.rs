//! Which editions have a rule under a clause.

use kanta_conformance::{Citation, Document, EDITIONS, Version};

#[test]
fn a_clause_covers_the_editions_from_its_first_to_its_last_both_included() {
    let (first, last) = (Version::new(3, 9), Version::new(3, 17));
    let since = Citation::guide("3.1.3", first);
    let between = Citation::guide_until("3.1.3", first, last);
    let page = Citation::page(&Document::SECURITY_REQUIREMENTS, "");
    for version in EDITIONS.iter().map(|edition| edition.version) {
        let number = (version.major, version.minor);
        assert_eq!(since.covers(version), number >= (3, 9), "{version}");
        let is_between = ((3, 9)..=(3, 17)).contains(&number);
        assert_eq!(between.covers(version), is_between, "{version}");
        assert!(!page.covers(version));
    }
}
