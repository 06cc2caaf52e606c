//! From the path of a field to its place among the fields of a plan.

use kanta_policy::fields::{self, Field, Takes};

/// A step towards a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// The value under a key.
    Key(String),
    /// The entry of a list that has that id.
    Id(String),
    /// The entry of a list at that position.
    Index(usize),
}

/// A field in a plan: how one comes to it, and what it is.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// Its path, as findings and answers name it.
    pub(super) path: String,
    pub(super) steps: Vec<Step>,
    pub(super) field: &'static Field,
    /// For each step, whether a table there stands under a heading of its own.
    pub(super) headings: Vec<bool>,
    /// What it takes; of a service's part of a field, what that part takes.
    pub(super) takes: Takes,
}

impl Place {
    /// The field at a path such as `access_point.ap1.country`, `use[2].for` or
    /// `party.joining.applied.imaging`; none if there is no such field.
    pub(super) fn of(path: &str) -> Option<Self> {
        let (mut steps, mut headings) = (Vec::new(), Vec::new());
        let mut inner = fields::all();
        let mut here: Option<(&'static Field, Takes)> = None;
        let mut parts = path.split('.').peekable();
        while let Some(part) = parts.next() {
            if let Some(each) = here.and_then(|(_, takes)| by_service(takes)) {
                steps.push(Step::Key(part.to_owned()));
                headings.push(false);
                here = here.map(|(field, _)| (field, each));
                inner = &[];
                continue;
            }
            let (key, index) = match part.strip_suffix(']') {
                Some(part) => {
                    let (key, index) = part.split_once('[')?;
                    (key, Some(index.parse().ok()?))
                }
                None => (part, None),
            };
            let field = inner.iter().find(|field| field.key() == key)?;
            steps.push(Step::Key(key.to_owned()));
            headings.push(field.example().is_none());
            here = Some((field, field.takes()));
            inner = field.inner();
            if let Some(index) = index {
                steps.push(Step::Index(index));
                headings.push(false);
            } else if is_list_of_named(field) {
                // What follows is the id of an entry; nothing follows where the list itself is meant.
                if let Some(id) = parts.next() {
                    steps.push(Step::Id(id.to_owned()));
                    headings.push(false);
                }
            }
        }
        let (field, takes) = here?;
        Some(Self {
            path: path.to_owned(),
            steps,
            headings,
            field,
            takes,
        })
    }

    /// Its last key.
    pub(super) fn key(&self) -> &str {
        match self.steps.last() {
            Some(Step::Key(key)) => key,
            _ => self.field.key(),
        }
    }
}

/// Whether a field is a list of tables that have an id.
fn is_list_of_named(field: &Field) -> bool {
    let has_id = field.inner().iter().any(|field| field.key() == "id");
    matches!(field.takes(), Takes::List(_)) && has_id
}

/// What each service's part takes, where a field can be said service by service.
fn by_service(takes: Takes) -> Option<Takes> {
    match takes {
        Takes::ByService(each) => Some(*each),
        Takes::Either(all) => all.iter().copied().find_map(by_service),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may panic")]

    use super::*;

    #[test]
    fn paths_lead_to_fields() {
        let key = |key: &str| Step::Key(key.to_owned());
        let id = |id: &str| Step::Id(id.to_owned());
        for (path, steps) in [
            ("as_of", vec![key("as_of")]),
            (
                "party.joining.applied",
                vec![key("party"), key("joining"), key("applied")],
            ),
            (
                "party.joining.applied.imaging",
                vec![key("party"), key("joining"), key("applied"), key("imaging")],
            ),
            (
                "link.line-a.role",
                vec![key("link"), id("line-a"), key("role")],
            ),
            ("use[1].for", vec![key("use"), Step::Index(1), key("for")]),
            (
                "link.line-b.separate_route.on",
                vec![key("link"), id("line-b"), key("separate_route"), key("on")],
            ),
            (
                "access_point.ap1.addresses[0].fixed",
                vec![
                    key("access_point"),
                    id("ap1"),
                    key("addresses"),
                    Step::Index(0),
                    key("fixed"),
                ],
            ),
        ] {
            let place = Place::of(path).unwrap();
            assert_eq!(place.steps, steps, "{path}");
        }
        for none in ["", "nothing", "party.nothing", "use[x].for", "as_of.day"] {
            assert!(Place::of(none).is_none(), "{none}");
        }
    }
}
