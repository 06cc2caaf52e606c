//! Clause 5.2 on the addresses of access points: fixed, public, and to be attributed to the administrator.

use kanta_address_index::{Reach, plain_address};
use kanta_conformance::{FieldPath, Outcome, Requirement, Row, Text, Value, Why, guide, text};

use crate::plan::{AccessPoint, Address};
use crate::requirements::facts::demand;
use crate::requirements::{About, OfAddress, clause};

pub(super) static ADDRESSES: &[Row<OfAddress>] = &[
    Row {
        requirement: &Requirement::must("connection-models/address-not-fixed")
            .with_citations(&[clause("5.2"), clause("6")])
            .with_statement(text! {
                en: "the IP addresses of access points are fixed",
                fi: "liityntäpisteiden IP-osoitteet ovat kiinteitä",
                sv: "anslutningspunkternas IP-adresser är fasta",
            })
            .with_fault(text! {
                en: "an address of the access point is not fixed",
                fi: "liityntäpisteen osoite ei ole kiinteä",
                sv: "en adress för anslutningspunkten är inte fast",
            })
            .with_remedy(text! {
                en: "order a fixed address from the operator",
                fi: "tilaa operaattorilta kiinteä osoite",
                sv: "beställ en fast adress hos operatören",
            })
            .with_purpose(text! {
                en: "Kanta sets up its routing by the addresses that it was told; one that changes is no longer the one it knows",
                fi: "Kanta rakentaa reitityksen ilmoitettujen osoitteiden mukaan; vaihtuva osoite ei ole enää se, jonka Kanta tuntee",
                sv: "Kanta bygger dirigeringen på de adresser som meddelats; en adress som byts är inte längre den som Kanta känner till",
            })
            .with_example(
                r#"[[access_point]]
id = "ap1"
addresses = [{ ip = "192.31.196.7", fixed = false }]"#,
                r#"[[access_point]]
id = "ap1"
addresses = [{ ip = "192.31.196.7", fixed = true }]"#,
            )
            .with_fields(&["fixed"]),
        check: |about| of_address(about, |address| demand(&about, address.fixed, "fixed")),
    },
    Row {
        requirement: &guide::data_communication::ADDRESS_NOT_PUBLIC
            .with_example(
                r#"[[access_point]]
id = "ap1"
addresses = [{ ip = "10.1.2.3", fixed = true }]"#,
                r#"[[access_point]]
id = "ap1"
addresses = [{ ip = "192.31.196.7", fixed = true }]"#,
            )
            .with_fields(&["ip"]),
        check: |about| of_address(about, |address| public(&about, address)),
    },
    Row {
        requirement: &guide::data_communication::ADDRESS_NOT_ATTRIBUTABLE
            .with_example(
                r#"[[access_point]]
id = "ap1"
administrator = "party"
addresses = [{ registered_to = "Joku muu Oy", assignment_record = false }]"#,
                r#"[[access_point]]
id = "ap1"
administrator = "party"
addresses = [{ registered_to = "party" }]"#,
            )
            .with_fields(&[
                "registered_to",
                "assignment_record",
                "access_point.administrator",
            ]),
        check: |about| of_address(about, |address| of_one_administrator(&about, address)),
    },
];

const CARRIED_INSIDE: Text = text! {
    en: "carried inside the address",
    fi: "osoitteen sisällä",
    sv: "inuti adressen",
};

const ASSIGNED_BY_ANOTHER: Text = text! {
    en: "whether it is enough that the register names somebody else whose records assign the address to the administrator",
    fi: "riittääkö, että rekisterissä on toinen taho, jonka kirjanpito osoittaa osoitteen hallinnoijalle",
    sv: "räcker det att registret anger någon annan, vars bokföring tilldelar administratören adressen",
};

type AddressView<'a> = About<'a, (&'a AccessPoint, Option<&'a Address>)>;

fn of_address<'a>(about: AddressView<'a>, check: impl FnOnce(&'a Address) -> Outcome) -> Outcome {
    match about.item.1 {
        Some(address) => check(address),
        None => about.missing("addresses"),
    }
}

fn public(about: &AddressView<'_>, address: &Address) -> Outcome {
    let Some(ip) = address.ip else {
        return about.missing("ip");
    };
    let (reach, told_by) = Reach::of_range(ip.into());
    match reach {
        Reach::Global => Outcome::Satisfied,
        Reach::Unstated(purpose) => Outcome::silent(purpose),
        Reach::No(purpose) => {
            let told_by = told_by.addr();
            let found = Value::About(purpose, Box::new(Value::Address(told_by)));
            let found = if told_by == ip {
                found
            } else {
                Value::About(CARRIED_INSIDE, Box::new(found))
            };
            let required =
                text! { en: "a public address", fi: "julkinen osoite", sv: "en offentlig adress" };
            Outcome::violated(found, Value::Term(required))
        }
    }
}

/// Attributable, and no address of another administrator's access point too: one that both have is neither's.
fn of_one_administrator(about: &AddressView<'_>, address: &Address) -> Outcome {
    let (plan, point) = (about.plan, about.item.0);
    let outcome = attributable(about, address);
    if plan.administrator(point).is_none() {
        return outcome;
    }
    let others = plan.access_points.iter().filter(|other| {
        other.id != point.id
            && (other.administrator.is_none() || other.administrator != point.administrator)
    });
    let mut open = Vec::new();
    for other in others {
        let at = FieldPath::named("access_point", &other.id);
        match shared_with(address, other) {
            Some(false) => {}
            Some(true) if plan.administrator(other).is_some() => {
                return Outcome::violated(
                    Value::About(ALSO_OF, Box::new(Value::words(&other.id))),
                    Value::Term(OF_ONE),
                );
            }
            Some(true) => open.push(at.field("administrator")),
            None if address.ip.is_none() => open.push(about.path("ip")),
            None => open.push(at.field("addresses")),
        }
    }
    open.dedup();
    match outcome {
        Outcome::Violated { .. } => outcome,
        Outcome::Undetermined(Why::InputMissing(mut fields)) => {
            fields.extend(open);
            Outcome::Undetermined(Why::InputMissing(fields))
        }
        _ if open.is_empty() => outcome,
        _ => Outcome::Undetermined(Why::InputMissing(open)),
    }
}

/// Whether another access point has the address too, whatever its form; none where the plan does not tell.
fn shared_with(address: &Address, other: &AccessPoint) -> Option<bool> {
    let theirs = other.addresses.as_deref()?;
    if theirs.is_empty() {
        return Some(false);
    }
    let own = plain_address(address.ip?);
    let same = |their: &Address| Some(plain_address(their.ip?) == own);
    if theirs.iter().any(|their| same(their) == Some(true)) {
        return Some(true);
    }
    theirs
        .iter()
        .all(|their| their.ip.is_some())
        .then_some(false)
}

const ALSO_OF: Text = text! {
    en: "the same address at an access point of another administrator",
    fi: "sama osoite toisen hallinnoijan liityntäpisteellä",
    sv: "samma adress hos en annan administratörs anslutningspunkt",
};

const OF_ONE: Text = text! {
    en: "an address of one administrator",
    fi: "yhden hallinnoijan osoite",
    sv: "en adress hos en enda administratör",
};

fn attributable(about: &AddressView<'_>, address: &Address) -> Outcome {
    let Some(registered_to) = address.registered_to.as_deref() else {
        return about.missing("registered_to");
    };
    let point = about.item.0;
    let Some(administrator) = about.plan.administrator(point) else {
        return Outcome::missing(
            FieldPath::named("access_point", &point.id).field("administrator"),
        );
    };
    let by_id = point.administrator.as_deref() == Some(registered_to);
    let same_name = |name: &str| name.to_lowercase() == registered_to.to_lowercase();
    if by_id || administrator.name().is_some_and(same_name) {
        return Outcome::Satisfied;
    }
    if administrator.name().is_none() && about.plan.who(registered_to).is_none() {
        // The register may well name the administrator, whose name the plan does not tell.
        return Outcome::missing(administrator.path().field("name"));
    }
    match address.assignment_record {
        Some(true) => Outcome::ambiguous(ASSIGNED_BY_ANOTHER),
        None => about.missing("assignment_record"),
        Some(false) => {
            let required = administrator.name().map_or_else(
                || Value::words(&administrator.path().to_string()),
                Value::words,
            );
            Outcome::violated(Value::words(registered_to), required)
        }
    }
}
