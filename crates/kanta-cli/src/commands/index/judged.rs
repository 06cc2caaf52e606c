//! On which day each finding was made: a right that begins later is judged on its own first day.

use std::collections::{BTreeMap, BTreeSet};

use kanta_address_index::{AddressIndex, Explanation, Request, Right};
use kanta_conformance::{Date, Finding};

/// The rights of one path, in the order of their starts, with what each was found to be.
struct Rights {
    judged: Vec<(Date, Explanation)>,
    /// Which of the findings are told: the right's place, and the requirement.
    told: BTreeSet<(usize, &'static str)>,
}

/// The day of each finding.
pub(super) fn days(index: &AddressIndex, findings: &[Finding], day: Date) -> Vec<Date> {
    let mut later = later(index, findings, day);
    let days = findings.iter().map(|finding| {
        let Some(rights) = later.get_mut(finding.path.subject()) else {
            return day;
        };
        let id = finding.requirement.id;
        for (at, (judged, explanation)) in rights.judged.iter().enumerate() {
            let mut links = explanation.links.iter();
            let same =
                links.any(|link| link.requirement.id == id && link.outcome == finding.outcome);
            if same && rights.told.insert((at, id)) {
                return *judged;
            }
        }
        day
    });
    days.collect()
}

/// The rights of those paths, among the ones that findings name, on which one begins later.
fn later(index: &AddressIndex, findings: &[Finding], day: Date) -> BTreeMap<String, Rights> {
    let named: BTreeSet<&str> = findings.iter().map(|it| it.path.subject()).collect();
    let begins_later = |right: &Right| right.validity.from.is_some_and(|from| from > day);
    let mut of_path: BTreeMap<String, Vec<Right>> = BTreeMap::new();
    if named.is_empty() {
        return BTreeMap::new();
    }
    for right in index.rights() {
        if right.validity.until.is_some_and(|until| until <= day) {
            continue;
        }
        let path = path(index, &right);
        if named.contains(path.as_str()) {
            of_path.entry(path).or_default().push(right);
        }
    }
    of_path.retain(|_, rights| rights.iter().any(begins_later));
    let judge = |right: Right| {
        let on = right.validity.from.map_or(day, |from| from.max(day));
        let request = Request::new(right.subject, right.access_point, right.service, on);
        (on, index.explain(&request))
    };
    let judged = of_path.into_iter().map(|(path, rights)| {
        let judged = rights.into_iter().map(judge).collect();
        let told = BTreeSet::new();
        (path, Rights { judged, told })
    });
    judged.collect()
}

/// As findings name it: `right.clinic.clinic-ap.prescription`.
fn path(index: &AddressIndex, right: &Right) -> String {
    format!(
        "right.{}.{}.{}",
        index.id_of_owner(right.subject).unwrap_or_default(),
        index
            .id_of_access_point(right.access_point)
            .unwrap_or_default(),
        right.service
    )
}
