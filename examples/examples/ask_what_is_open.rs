//! A form of one's own: asks what a plan leaves open, takes answers as people give them, and keeps the plan's text.
//!
//! Run it with `cargo run -p kanta-examples --example ask_what_is_open`.

use std::path::Path;

use kanta_conformance::Language;
use kanta_policy::FileFault;
use kanta_report::asking::AskedPlan;
use kanta_report::text;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let mut files = |name: &str| std::fs::read(folder.join(name)).map_err(|_| FileFault::NotFound);
    let text = std::fs::read(folder.join("unknown.toml"))?;
    let day = "2025-12-01".parse()?;
    let mut plan = AskedPlan::read("unknown.toml", text, day, &mut files)
        .map_err(|faults| faults.iter().map(ToString::to_string).collect::<String>())?;

    let open = plan.questions().questions;
    println!("{}", text::left_open(open.len(), Language::En));
    // The first question as a form shows it.
    if let Some(first) = open.first() {
        println!("{}: {}", first.field, first.about.get(Language::En));
        for choice in &first.choices {
            println!("  {} ({})", choice.name.get(Language::En), choice.code);
        }
    }

    // What somebody types: an answer that is wrong, then one that the guide forbids, then a good one.
    for said in ["north", "NO", "FI"] {
        match plan.answer("access_point.ap1.country", said, &mut files) {
            Ok(forbidden) if forbidden.is_empty() => println!("{said}: written"),
            Ok(forbidden) => {
                for finding in forbidden {
                    println!("{said}: written, but {}", finding.fault.get(Language::En));
                }
            }
            Err(wrong) => {
                for words in wrong.messages() {
                    println!("{said}: {}", words.get(Language::En));
                }
            }
        }
    }
    let answered = plan.questions().questions.len();
    println!("{}", text::left_open(answered, Language::En));
    println!("{} lines of plan", plan.text().lines().count());
    Ok(())
}
