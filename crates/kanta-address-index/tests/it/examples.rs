//! The proof that each example of a row is one: what stands before breaks it, what stands after
//! satisfies it, and neither breaks anything else.

use std::collections::BTreeSet;

use kanta_address_index::{AddressIndex, Form, PartyKind, Request, Service, Source};
use kanta_conformance::{Date, Language, Outcome, Requirement};

/// What fragments are laid over: the example index, in order on this day …
const EXAMPLE: &str = include_str!("../../../../examples/data/index.toml");
const DAY: &str = "2025-12-01";

/// … and the records that fragments name beside it. They are in order too.
const BESIDE: &str = r#"
[[access_point]]
id = "home-care-ap"
oid = "1.2.246.10.33333338.10.0.13.1"
administrator = "home-care"

[[right]]
for = "home-care"
access_point = "home-care-ap"
service = "prescription"
from = 2025-01-01

[[annotation]]
party = "welfare-area"
unit = "1.2.246.10.22222229.10.1"
from = 2025-01-01

# Whoever is no pharmacy gets no reimbursement service by an agreement.
[[agreement]]
between = ["clinic", "kela"]
from = 2025-01-01

# A tenant of two parties has agreed with both.
[[agreement]]
between = ["home-care", "physio"]
from = 2025-01-01
"#;

/// The rows without an example, and why.
const NONE: [(&str, &str); 2] = [
    (
        "right-subject-not-in-index",
        "the fault lies in whom the request names: a fragment without that party shows nothing",
    ),
    (
        "access-point-not-in-index",
        "the fault lies in what the request names: a fragment without that access point shows nothing",
    ),
];

/// The rows that ask what the guide leaves open: no index violates them.
const LEFT_OPEN: [&str; 4] = [
    "annotation-of-anothers-unit",
    "agreement-with-other-party-not-settled",
    "another-service-for-a-pharmacy",
    "reimbursement-service-outside-pharmacies",
];

/// The rows on access points and annotations themselves: no answer rests on them.
const OF_RECORDS: [&str; 4] = [
    "address-not-public",
    "address-not-attributable",
    "certificate-of-two-access-points",
    "annotation-of-anothers-unit",
];

/// The row that an index leaves unknown: whether a right without its first day runs is not known.
const NOT_KNOWN: &str = "no-right-on-the-day";

/// The row that is mended by getting out of its reach: no link is left.
const OUT_OF_REACH: &str = "address-book-link-for-new-subcontractor";

/// What else is broken before: no provider has an OID of the register of intermediaries; renewal
/// requests rest on a right that no longer permits; and nobody organises what it produces itself,
/// through an access point that it has no right of its own through.
const BESIDES: [(&str, &str); 6] = [
    ("tenant-in-no-register", "tenant-not-private"),
    ("tenant-in-no-register", "tenant-oid-of-another-register"),
    ("party-in-no-register", "owner-oid-of-another-register"),
    (
        "oid-not-under-administrator",
        "renewals-without-prescription-service",
    ),
    (
        "organiser-not-another-provider",
        "producer-not-through-organisers-point",
    ),
    (
        "organiser-not-another-provider",
        "agreement-with-other-party-not-settled",
    ),
];

/// The rows that are broken only when somebody asks, and what is asked: the clinic, for renewal
/// requests to its second service unit, or for the prescriptions of its tenant.
fn asked(row: &str) -> Option<Request> {
    let request = |service| {
        let clinic = "1.2.246.10.12345671.10.0".parse().unwrap();
        let point = "1.2.246.10.12345671.10.0.13.1".parse().unwrap();
        Request::new(clinic, point, service, day())
    };
    let tenant = "1.2.246.10.76543212.10.0".parse().unwrap();
    let unit = "1.2.246.10.12345671.10.2".parse().unwrap();
    match row {
        "data-set-expired" => Some(request(Service::Prescription)),
        "tenant-not-of-this-party" => Some(request(Service::Prescription).by_tenant(tenant)),
        "service-unit-not-annotated" => Some(request(Service::RenewalRequests).for_unit(unit)),
        _ => None,
    }
}

fn day() -> Date {
    DAY.parse().unwrap()
}

/// The id without its document.
fn short(requirement: &Requirement) -> &'static str {
    requirement.id().split_once('/').unwrap().1
}

/// A record of a file, or its header: the line that opens it (none opens the header), and the
/// line of each field.
struct Record<'a> {
    opening: &'a str,
    fields: Vec<&'a str>,
}

/// The name of a field, from its line.
fn name(line: &str) -> &str {
    line.split_once('=').unwrap().0.trim()
}

impl<'a> Record<'a> {
    fn all(text: &'a str) -> Vec<Self> {
        let opened = |opening| Self {
            opening,
            fields: Vec::new(),
        };
        let mut records = vec![opened("")];
        for line in text.lines().map(str::trim) {
            if line.starts_with("[[") {
                records.push(opened(line));
            } else if !line.is_empty() && !line.starts_with('#') {
                records.last_mut().unwrap().fields.push(line);
            }
        }
        records
    }

    /// It says everything of what it is about, and names nothing by an `id`.
    fn is_whole(&self) -> bool {
        matches!(
            self.opening,
            "[[agreement]]" | "[[annotation]]" | "[[right]]"
        )
    }

    /// What it is about: nothing more of a header, else its `id`, else the fields that name others.
    fn about(&self) -> (&'a str, Vec<&'a str>) {
        let names: &[&str] = match self.opening {
            "" => &[],
            "[[agreement]]" => &["between"],
            "[[annotation]]" => &["party", "unit"],
            "[[right]]" => &["for", "access_point", "service"],
            _ => &["id"],
        };
        let fields = self.fields.iter().copied();
        let told = fields.filter(|line| names.contains(&name(line)));
        (self.opening, told.collect())
    }
}

/// Lays a fragment over an index: the fields of a header or of a record with an `id` over those of
/// the same; an agreement, an annotation or a right in the place of the one about the same;
/// anything else beside.
fn laid(fragment: &str, over: &str) -> String {
    let mut index = Record::all(over);
    for new in Record::all(fragment) {
        let Some(old) = index.iter_mut().find(|old| old.about() == new.about()) else {
            index.push(new);
            continue;
        };
        if new.is_whole() {
            *old = new;
            continue;
        }
        for line in new.fields {
            old.fields.retain(|old| name(old) != name(line));
            old.fields.push(line);
        }
    }
    let lines = index
        .iter()
        .flat_map(|record| [&[record.opening], &record.fields[..]].concat());
    lines.collect::<Vec<_>>().join("\n")
}

fn read(text: &str) -> AddressIndex {
    let source = Source {
        form: Form::Toml,
        bytes: text.as_bytes(),
    };
    AddressIndex::read(&[source]).unwrap_or_else(|faults| panic!("{faults}\n{text}"))
}

fn base() -> String {
    format!("{EXAMPLE}{BESIDE}")
}

/// Every row that the index breaks or leaves open, with what was found: on its own, and when asked.
fn told(index: &AddressIndex, asked: Option<&Request>) -> BTreeSet<(&'static str, &'static str)> {
    let findings = index.findings(day());
    let found = findings
        .iter()
        .map(|finding| (short(finding.requirement), kind(&finding.outcome)));
    let explanation = asked.map(|request| index.explain(request));
    let missing = explanation.iter().flat_map(|explanation| {
        let missing = explanation.missing();
        missing.map(|link| (short(link.requirement), kind(&link.outcome)))
    });
    found.chain(missing).collect()
}

fn kind(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Undetermined(why) => why.code(),
        known => known.kind().code(),
    }
}

/// What a row says when everybody asks for all that the index gives them, and for their tenants.
fn said(index: &AddressIndex, row: &str, asked: Option<Request>) -> BTreeSet<&'static str> {
    let mut requests: Vec<Request> = asked.into_iter().collect();
    for right in index.rights() {
        let request = Request::new(right.subject, right.access_point, right.service, day());
        requests.push(request);
        let tenants = index.tenants().iter();
        requests.extend(tenants.map(|tenant| request.by_tenant(tenant.oid)));
    }
    let links = requests.iter().flat_map(|r| index.explain(r).conditions);
    links
        .filter(|link| short(link.requirement) == row)
        .map(|link| kind(&link.outcome))
        .collect()
}

#[test]
fn every_row_says_why_it_exists_in_three_languages() {
    for row in AddressIndex::requirements() {
        let purpose = row.purpose().unwrap_or_else(|| panic!("{}", row.id()));
        let told = Language::ALL.map(|language| purpose.get(language));
        assert!(told.iter().all(|words| words.len() > 10), "{}", row.id());
        let differing = BTreeSet::from(told);
        assert_eq!(differing.len(), 3, "{}", row.id());
        // A reason is not the rule once more.
        assert_ne!(purpose, row.statement(), "{}", row.id());
    }
}

#[test]
fn every_row_has_an_example_but_those_that_a_request_alone_breaks() {
    let without: Vec<&str> = AddressIndex::requirements()
        .filter(|row| row.example().is_none())
        .map(short)
        .collect();
    assert_eq!(without, NONE.map(|(row, _)| row));
    assert_eq!(AddressIndex::requirements().count(), 37);
}

#[test]
fn what_fragments_are_laid_over_is_in_order() {
    let index = read(&base());
    let rows = || AddressIndex::requirements().map(short);
    for row in rows() {
        assert_eq!(told(&index, asked(row).as_ref()), BTreeSet::new(), "{row}");
    }
    assert_eq!(rows().filter_map(asked).count(), 3);
    let kinds: BTreeSet<PartyKind> = index.parties().iter().map(|party| party.kind).collect();
    assert_eq!(kinds.len(), 3);
    // Laying nothing over it changes nothing, and neither does laying it over itself.
    assert_eq!(read(&laid("", &base())), index);
    assert_eq!(read(&laid(&base(), &base())), index);
}

/// What is wrong with an example, if anything.
fn flaw(row: &Requirement) -> Option<String> {
    let example = row.example()?;
    let name = short(row);
    let asked = asked(name);
    let base = base();
    let [before, after] =
        [example.before, example.after].map(|fragment| read(&laid(fragment, &base)));
    let [broken, mended] = [&before, &after].map(|index| told(index, asked.as_ref()));
    let how = match name {
        NOT_KNOWN => "input-missing",
        // Edition 3.12 is the last that speaks of it.
        OUT_OF_REACH => "date-unknown",
        name if LEFT_OPEN.contains(&name) => "guide-silent",
        _ => "violated",
    };
    let besides = BESIDES.iter().filter(|(row, _)| *row == name);
    let besides = besides.map(|(_, other)| match LEFT_OPEN.contains(other) {
        true => (*other, "guide-silent"),
        false => (*other, "violated"),
    });
    let expected: BTreeSet<_> = besides.chain([(name, how)]).collect();
    let said = said(&after, name, asked);
    let met = match name {
        OUT_OF_REACH => "not-applicable",
        _ => "satisfied",
    };
    let met = said.contains(met) || OF_RECORDS.contains(&name) && said.is_empty();
    (broken != expected || !mended.is_empty() || !met)
        .then(|| format!("{}: {broken:?}, then {mended:?}, {said:?}", row.id()))
}

#[test]
fn what_stands_before_breaks_the_row_alone_and_what_stands_after_satisfies_it() {
    let flaws: Vec<String> = AddressIndex::requirements().filter_map(flaw).collect();
    assert!(flaws.is_empty(), "{}", flaws.join("\n"));
}
