//! The naive model of an address index: rows of plain strings, searched from end to end for each
//! question. Nothing here uses the crate's types; days are compared as text.
//!
//! Each rule is written from the statement that it names, in the numbering of the catalogue of
//! the guide's statements; a rule gives the id of the requirement that it finds broken.

use std::collections::{BTreeMap, BTreeSet};

/// A record: its fields as text; what is absent is not there.
pub(crate) type Row = BTreeMap<&'static str, String>;

/// Tables of rows, by the name of their kind, and the header of the whole.
#[derive(Clone, Debug)]
pub(crate) struct Tables {
    pub(crate) rows: Vec<(&'static str, Row)>,
    pub(crate) version: String,
    pub(crate) issued: String,
    pub(crate) expires: String,
}

/// What is asked.
#[derive(Clone, Debug, Default)]
pub(crate) struct Question {
    pub(crate) subject: String,
    pub(crate) point: String,
    pub(crate) service: String,
    pub(crate) day: String,
    pub(crate) tenant: Option<String>,
    pub(crate) unit: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Is {
    No,
    Unknown,
    Yes,
}

fn get<'a>(row: &'a Row, field: &str) -> &'a str {
    row.get(field).map_or("", String::as_str)
}

/// Whether a row's time covers a day; an absent start is not known.
fn covers(row: &Row, from: &str, until: &str, day: &str) -> Is {
    if !get(row, until).is_empty() && get(row, until) <= day {
        Is::No
    } else if get(row, from).is_empty() {
        Is::Unknown
    } else if get(row, from) <= day {
        Is::Yes
    } else {
        Is::No
    }
}

/// The register whose root an OID has.
fn root(oid: &str) -> &'static str {
    match oid {
        _ if oid.starts_with("1.2.246.10.") || oid.starts_with("1.2.246.537.10.") => "sote",
        _ if oid.starts_with("1.2.246.537.28.") => "valvira",
        _ if oid.starts_with("1.2.246.553.1.") => "pharmacy",
        _ => "intermediary",
    }
}

/// The four services of the guide (KG-1-a, -b).
const FOUR: [&str; 4] = ["patient-data", "imaging", "prescription", "social-welfare"];

/// Kela's reimbursement services (KG-4.2.2-f).
const KELA: [&str; 4] = [
    "reimbursement-query",
    "purchase-reception",
    "settlement-query",
    "settlement-p2",
];

/// What is asked of the service alone (KG-1-a, -b, -c).
fn of_service(service: &str, missing: &mut BTreeSet<&'static str>) {
    if !FOUR.contains(&service) && !KELA.contains(&service) && service != "renewal-requests" {
        missing.insert("connection-models/right-to-service-outside-the-guide");
    }
}

impl Tables {
    pub(crate) fn new(rows: Vec<(&'static str, Row)>, expires: &str) -> Self {
        Self {
            rows,
            version: "1".to_owned(),
            issued: "2020-01-01".to_owned(),
            expires: expires.to_owned(),
        }
    }

    pub(crate) fn all<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Row> {
        self.rows
            .iter()
            .filter(move |(of, _)| *of == kind)
            .map(|(_, row)| row)
    }

    fn one(&self, kind: &str, field: &str, value: &str) -> Option<(&'static str, &Row)> {
        let mut rows = self.rows.iter();
        let found = rows.find(|(of, row)| *of == kind && get(row, field) == value)?;
        Some((found.0, &found.1))
    }

    /// A joining party or a pharmacy with that OID, else a tenant.
    fn subject(&self, oid: &str) -> Option<(&'static str, &Row)> {
        ["party", "pharmacy", "tenant"]
            .iter()
            .find_map(|kind| self.one(kind, "oid", oid))
    }

    fn actor(&self, id: &str) -> Option<(&'static str, &Row)> {
        ["party", "pharmacy", "tenant"]
            .iter()
            .find_map(|kind| self.one(kind, "id", id))
    }

    fn agreed(&self, one: &str, other: &str, day: &str) -> Is {
        self.all("agreement")
            .filter(|row| {
                let pair = (get(row, "one"), get(row, "other"));
                pair == (one, other) || pair == (other, one)
            })
            .map(|row| covers(row, "from", "until", day))
            .max()
            .unwrap_or(Is::No)
    }

    fn annotated(&self, party: &str, place: impl Fn(&str) -> bool, day: &str) -> Is {
        self.all("annotation")
            .filter(|row| get(row, "party") == party && place(get(row, "unit")))
            .map(|row| covers(row, "from", "until", day))
            .max()
            .unwrap_or(Is::No)
    }

    /// The ids of the requirements that stand in the way; empty: permit.
    pub(crate) fn missing(&self, ask: &Question) -> BTreeSet<&'static str> {
        let mut missing = BTreeSet::new();
        // A data set answers no more from its expiry on.
        if ask.day >= self.expires {
            missing.insert("address-index/data-set-expired");
        }
        let subject = self.subject(&ask.subject);
        let point = self.one("access_point", "oid", &ask.point);
        // What one part of the question settles by itself is told whatever is known of the others.
        of_service(&ask.service, &mut missing);
        match subject {
            Some((kind, subject)) => {
                self.of_subject(kind, subject, &ask.service, &ask.day, &mut missing);
                self.carried(kind, subject, ask, &mut missing);
            }
            None => {
                missing.insert("connection-models/right-subject-not-in-index");
                if ask.tenant.is_some() {
                    missing.insert("connection-models/tenant-not-of-this-party");
                }
            }
        }
        match point {
            Some((_, point)) => self.of_point(point, &ask.day, &mut missing),
            None => {
                missing.insert("connection-models/access-point-not-in-index");
            }
        }
        let (Some((kind, subject)), Some((_, point))) = (subject, point) else {
            missing.insert("connection-models/no-right-on-the-day");
            return missing;
        };
        // KG-4.2.1-a, KG-2.2-e: a right, given, on the day. Triples: ambiguity 25.
        let triple = |row: &&Row| {
            get(row, "for") == ask.subject
                && get(row, "access_point") == ask.point
                && get(row, "service") == ask.service
        };
        let of_day = self
            .all("right")
            .filter(triple)
            .find(|row| covers(row, "from", "until", &ask.day) == Is::Yes);
        if of_day.is_none() {
            missing.insert("connection-models/no-right-on-the-day");
        }
        // Else the one that began last before the day, else the next, else one thought of.
        let from = |row: &&Row| get(row, "from").to_owned();
        let begun = |row: &&Row| get(row, "from") <= ask.day.as_str();
        let right = of_day
            .or_else(|| {
                self.all("right")
                    .filter(triple)
                    .filter(begun)
                    .max_by_key(from)
            })
            .or_else(|| self.all("right").filter(triple).min_by_key(from))
            .cloned()
            .unwrap_or_default();
        let (service, day) = (ask.service.as_str(), ask.day.as_str());
        self.of_triple(kind, subject, point, &right, service, day, &mut missing);
        missing
    }

    /// Whether a right permits on a day: it stands, and nothing that is asked of rights is missing.
    fn permits(&self, right: &Row, day: &str) -> bool {
        let (service, mut missing) = (get(right, "service"), BTreeSet::new());
        let (kind, subject) = self.subject(get(right, "for")).unwrap();
        let point = self.one("access_point", "oid", get(right, "access_point"));
        let (_, point) = point.unwrap();
        of_service(service, &mut missing);
        self.of_subject(kind, subject, service, day, &mut missing);
        self.of_point(point, day, &mut missing);
        self.of_triple(kind, subject, point, right, service, day, &mut missing);
        covers(right, "from", "until", day) == Is::Yes && missing.is_empty()
    }

    /// Whether an actor has a right of its own, in the direct model, that permits on a day.
    fn has_own(&self, oid: &str, of: impl Fn(&Row) -> bool, day: &str) -> bool {
        self.all("right")
            .filter(|row| get(row, "for") == oid && get(row, "organiser").is_empty() && of(row))
            .any(|row| self.permits(row, day))
    }

    /// What is asked of the right-subject, and of it and the service.
    fn of_subject(
        &self,
        kind: &str,
        subject: &Row,
        service: &str,
        day: &str,
        missing: &mut BTreeSet<&'static str>,
    ) {
        let (id, oid) = (get(subject, "id"), get(subject, "oid"));
        let party = kind == "party";
        let pharmacy = kind == "pharmacy";
        let of_kind = |name: &str| party && get(subject, "kind") == name;
        let mut broken = |is: bool, rule: &'static str| {
            if is {
                missing.insert(rule);
            }
        };
        // KG-2.1-c, KG-2.2-a: an intermediary is no joining party.
        broken(
            of_kind("intermediary"),
            "connection-models/service-used-by-intermediary",
        );
        // KG-4.2.1-f: no rights for a tenant.
        broken(kind == "tenant", "connection-models/use-by-a-tenant");
        // KG-2.2-g: one of three registers. What is not said is not known.
        let register = get(subject, "register");
        broken(
            party
                && !of_kind("intermediary")
                && !["sote", "valvira", "pharmacy"].contains(&register),
            "connection-models/party-in-no-register",
        );
        // KG-3.1.3-c to -g: the register gives the OID. Where it is not said, whether it does is not known; but an
        // intermediary's kind says it (KG-2.4), and of a pharmacist the pharmacies stand in it (ambiguity 36).
        let stated = if pharmacy { "pharmacy" } else { register };
        // The kind of a party gives its register; an intermediary may be a provider or a pharmacy too.
        let of_its_kind: &[&str] = match get(subject, "kind") {
            _ if !party || oid.is_empty() => &[root(oid)],
            "provider" => &["sote", "valvira"],
            "intermediary" if stated.is_empty() => &["intermediary"],
            "intermediary" => &[stated],
            _ => &["sote"],
        };
        broken(
            kind != "tenant"
                && (stated.is_empty() && !of_kind("pharmacist") && !of_kind("intermediary")
                    || !stated.is_empty() && root(oid) != stated
                    || !of_its_kind.contains(&root(oid))),
            "connection-models/owner-oid-of-another-register",
        );
        // KG-4.2.1-b, -c, -d: renewal requests.
        if service == "renewal-requests" {
            broken(
                !of_kind("provider") || get(subject, "health_care") != "true",
                "connection-models/renewals-outside-health-care",
            );
            if of_kind("provider") {
                // KG-4.2.1-b: it uses the Prescription Service; through another access point is a
                // question (ambiguity 27).
                let prescription = |row: &Row| get(row, "service") == "prescription";
                broken(
                    !self.has_own(oid, prescription, day),
                    "connection-models/renewals-without-prescription-service",
                );
                let whole = self.annotated(id, str::is_empty, day) == Is::Yes;
                let unit = self.annotated(id, |unit| !unit.is_empty(), day) == Is::Yes;
                // Ambiguity 26: of the whole organisation, in the SOTE register: a question. So is
                // a unit under another organisation: the guide does not form a unit's OID.
                let annotated = match register {
                    "" => false,
                    "valvira" => whole,
                    "sote" => whole || unit,
                    // No annotation has a place there.
                    _ => false,
                };
                broken(!annotated, "connection-models/renewal-annotation-missing");
            }
        }
        // KG-4.1.2-b: held at the time.
        broken(
            pharmacy && covers(subject, "held_from", "held_until", day) != Is::Yes,
            "connection-models/pharmacy-not-held",
        );
        // KG-4.2.2-d, -e: pharmacies, with Kela's agreement; seen in 3.17. Before, whether it held is not known, which
        // denies as well. That pharmacies may does not say that nobody else may: an open "may" is a question.
        if KELA.contains(&service) {
            broken(
                self.agreed_with(subject, "kela", day) != Is::Yes,
                "connection-models/reimbursement-agreement-missing",
            );
        }
    }

    /// What is asked of the access point.
    fn of_point(&self, point: &Row, day: &str, missing: &mut BTreeSet<&'static str>) {
        // KG-3.1.3-b: under the administrator; ambiguity 6: another unit is a question.
        let (_, administrator) = self.actor(get(point, "administrator")).unwrap();
        let owner = get(point, "oid").rsplit_once(".13.").unwrap().0;
        let admin_oid = get(administrator, "oid");
        let unit_of = |oid: &str| oid.rsplit_once(".10.").map(|(org, _)| org.to_owned());
        let same_organisation = root(owner) == "sote" && unit_of(owner) == unit_of(admin_oid);
        if owner != admin_oid && !same_organisation {
            missing.insert("connection-models/oid-not-under-administrator");
        }
        // KG-2.4-f: entered in the register, on the day.
        let entry = get(administrator, "register_entry");
        if get(administrator, "kind") == "intermediary"
            && (entry.is_empty()
                || entry == "false"
                || covers(administrator, "register_entry", "register_entry_until", day) != Is::Yes)
        {
            missing.insert("connection-models/intermediary-not-registered");
        }
    }

    /// What is asked of right-subject, access point and right together.
    #[allow(
        clippy::too_many_arguments,
        reason = "the parts of a question, unpacked"
    )]
    fn of_triple(
        &self,
        kind: &str,
        subject: &Row,
        point: &Row,
        right: &Row,
        service: &str,
        day: &str,
        missing: &mut BTreeSet<&'static str>,
    ) {
        let (_, administrator) = self.actor(get(point, "administrator")).unwrap();
        let intermediary = get(administrator, "kind") == "intermediary";
        let mut broken = |is: bool, rule: &'static str| {
            if is {
                missing.insert(rule);
            }
        };
        // KG-2.4-h: an agreement with the joining party; of a pharmacy, its pharmacist is (36).
        // With itself nobody agrees.
        broken(
            intermediary
                && get(administrator, "id") != get(subject, "id")
                && self.agreed_with(subject, get(administrator, "id"), day) != Is::Yes,
            "connection-models/agreement-with-intermediary-missing",
        );
        // Ambiguity 34: between joining parties no agreement is asked for in words: a question.

        // KG-4.1.1-e, KG-4.2.1-i: the parallel model.
        let organiser = get(right, "organiser");
        if !organiser.is_empty() {
            broken(
                service != "social-welfare",
                "connection-models/parallel-model-outside-social-welfare",
            );
            let provider = kind == "party" && get(subject, "kind") == "provider";
            // Of social welfare: said, or said to provide no health care.
            let welfare = match get(subject, "social_welfare") {
                "" => get(subject, "health_care") == "false",
                said => said == "true",
            };
            broken(
                !(provider && welfare && get(subject, "sector") == "private"),
                "connection-models/producer-in-parallel-model-not-private",
            );
            // KG-4.1.1-e: one uses the system of another, who provides.
            let (_, organiser) = self.one("party", "id", organiser).unwrap();
            broken(
                get(organiser, "kind") != "provider" || get(organiser, "id") == get(subject, "id"),
                "connection-models/organiser-not-another-provider",
            );
            // KG-4.2.1-i: the access point that the organiser uses, for whatever it may.
            let here = |row: &Row| get(row, "access_point") == get(point, "oid");
            broken(
                !self.has_own(get(organiser, "oid"), here, day),
                "connection-models/producer-not-through-organisers-point",
            );
        }
        // KG-CL-3.11: since 15.12.2021 no link for a new subcontractor; ambiguity 70: old ones.
        if get(right, "basis") == "address-book-link" && day >= "2021-12-15" {
            let agreed = get(right, "agreed");
            broken(
                agreed.is_empty() || agreed >= "2021-12-15",
                "connection-models/address-book-link-for-new-subcontractor",
            );
        }
        // KG-4.2.2-a, -b; ambiguity 32: an intermediary's, for one pharmacy alone, is a question.
        // Alone is a matter of the day: nobody else has a right there, be it good or bad.
        if kind == "pharmacy" && get(administrator, "id") != get(subject, "id") {
            let others = self
                .all("right")
                .filter(|row| get(row, "access_point") == get(point, "oid"))
                .filter(|row| get(row, "for") != get(subject, "oid"))
                .any(|row| covers(row, "from", "until", day) != Is::No);
            broken(
                !intermediary || others,
                "connection-models/pharmacy-without-own-access-point",
            );
        }
    }

    /// An agreement of a right-subject or, of a pharmacy, its pharmacist's (ambiguity 36).
    fn agreed_with(&self, subject: &Row, other: &str, day: &str) -> Is {
        let own = self.agreed(get(subject, "id"), other, day);
        own.max(self.agreed(get(subject, "pharmacist"), other, day))
    }

    fn carried(
        &self,
        kind: &str,
        subject: &Row,
        ask: &Question,
        missing: &mut BTreeSet<&'static str>,
    ) {
        let (id, day) = (get(subject, "id"), ask.day.as_str());
        // KG-2.3-a, KG-4.2.1-g: the tenant of this party.
        if let Some(oid) = &ask.tenant {
            let tenant = self
                .all("tenant")
                .find(|row| get(row, "oid") == oid && get(row, "host") == id);
            match tenant {
                None => {
                    missing.insert("connection-models/tenant-not-of-this-party");
                }
                Some(tenant) => {
                    // KG-2.2-g.
                    let register = get(tenant, "register");
                    if !["sote", "valvira", "pharmacy"].contains(&register) {
                        missing.insert("connection-models/tenant-in-no-register");
                    }
                    // KG-2.3-c.
                    if self.agreed(id, get(tenant, "id"), day) != Is::Yes {
                        missing.insert("connection-models/tenant-agreement-missing");
                    }
                    // KG-4.1.1-b: private, and its party too.
                    // KG-3.1.3-c to -g: the register gives the OID; unsaid, it is not known whether it does.
                    if root(oid) != register {
                        missing.insert("connection-models/tenant-oid-of-another-register");
                    }
                    // KG-2.3-a: a tenant is a provider; pharmacies and intermediaries are none.
                    let no_provider = ["pharmacy", "intermediary"].contains(&register);
                    if no_provider || get(tenant, "sector") != "private" {
                        missing.insert("connection-models/tenant-not-private");
                    }
                    if get(subject, "sector") != "private" {
                        missing.insert("connection-models/host-of-tenant-not-private");
                    }
                }
            }
        }
        // KG-4.2.1-d: in the SOTE register the annotation is the service unit's.
        let provider = kind == "party" && get(subject, "kind") == "provider";
        if ask.service == "renewal-requests" && provider {
            let register = get(subject, "register");
            let whole = self.annotated(id, str::is_empty, day) == Is::Yes;
            let unit = ask.unit.as_deref();
            let unit =
                unit.is_some_and(|oid| self.annotated(id, |unit| unit == oid, day) == Is::Yes);
            if register.is_empty() || (register == "sote" && !whole && !unit) {
                missing.insert("connection-models/service-unit-not-annotated");
            }
        }
    }
}
