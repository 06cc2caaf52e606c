//! What a question is answered with, as an example.

use super::document;
use super::place::Place;

/// The example that the plan offers in a comment, or else that of the field.
pub(super) fn of(place: &Place, plan: &str) -> String {
    if let Some(offered) = document::offered(plan, place) {
        return offered.to_owned();
    }
    match place.field.example() {
        // Of a service's part no example stands by itself.
        Some(example) if place.key() != place.field.key() => {
            let last = example.rsplit('=').next().unwrap_or(example);
            last.trim_matches([' ', '}']).to_owned()
        }
        Some(example) => example.to_owned(),
        // A table with a heading of its own, as one line.
        None => {
            let inner = place.field.inner().iter();
            let inner: Vec<String> = inner
                .filter_map(|field| Some(format!("{} = {}", field.key(), field.example()?)))
                .collect();
            format!("{{ {} }}", inner.join(", "))
        }
    }
}
