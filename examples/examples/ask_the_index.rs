//! Whoever answers for access rights asks the index: who may, why not, and what an order breaks.
//!
//! Run it with `cargo run -p kanta-examples --example ask_the_index`.

use kanta_address_index::{AddressIndex, Form, Order, Request, Service, Source};
use kanta_conformance::Language;

const INDEX: &[u8] = include_bytes!("../data/index.toml");
const ORDER: &[u8] = include_bytes!("../data/index-order.toml");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let toml = |bytes| Source {
        form: Form::Toml,
        bytes,
    };
    let index = AddressIndex::read(&[toml(INDEX)])?;
    let day = "2025-12-01".parse()?;

    println!("Who may use the Prescription Service?");
    for permitted in index.who(Service::Prescription, day) {
        let right = permitted.right;
        println!("  {} through {}", right.subject, right.access_point);
    }

    // A branch pharmacy at the wrong access point.
    let request = Request::new(
        "1.2.246.553.1.5678".parse()?,
        "1.2.246.553.1.1234.13.1".parse()?,
        Service::Prescription,
        day,
    );
    let explanation = index.explain(&request);
    assert_eq!(index.decide(&request), explanation.decision);
    println!("May the branch pharmacy use the main pharmacy's access point? No:");
    for link in explanation.missing() {
        let clauses: Vec<_> = link
            .requirement
            .citations()
            .iter()
            .map(|c| c.clause)
            .collect();
        let fault = link.requirement.fault().get(Language::En);
        let who = link.responsible.name().get(Language::En);
        println!("  {fault} ({}); it is for {who}", clauses.join(", "));
    }

    let order = Order::read(&toml(ORDER), &index)?;
    let trial = index.try_order(&order)?;
    println!(
        "The order gives {} and takes {}:",
        trial.changes.gained.len(),
        trial.changes.lost.len()
    );
    for span in &trial.broken {
        println!(
            "  {} loses {} through {}, {}",
            span.subject, span.service, span.access_point, span.days
        );
    }
    for span in &trial.broken_tenants {
        println!("  tenant {} of {}, {}", span.tenant, span.host, span.days);
    }
    for record in &trial.changes.records {
        println!("  {} {} {}", record.change, record.record, record.id);
    }
    Ok(())
}
