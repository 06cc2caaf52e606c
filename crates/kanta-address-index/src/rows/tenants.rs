//! Sections 2.2, 2.3 and 4.1.1: the joint model.

use kanta_conformance::{FieldPath, Outcome, Row, Value, guide, text};

use super::access_points::no_agreement;
use super::{About, Link};
use crate::case::{OfTenant, TenantCase, path_of};
use crate::responsible::ResponsibleParty;
use crate::store::{Actor, ActorId, Holds};
use crate::{Register, Sector};

pub(super) static ROWS: [Link<OfTenant>; 5] = [
    Link {
        row: Row {
            requirement: &guide::actors::TENANT_IN_NO_REGISTER
                .with_example(
                    r#"[[tenant]]
id = "physio"
host = "clinic"
register = "intermediary""#,
                    r#"[[tenant]]
id = "physio"
host = "clinic"
register = "sote""#,
                )
                .with_fields(&["register"]),
            check: registered,
        },
        responsible: ResponsibleParty::Register,
        about: About::Whole,
        refuses: None,
        changes: None,
    },
    Link {
        row: Row {
            requirement: &guide::access_point::TENANT_OID_OF_ANOTHER_REGISTER
                .with_example(
                    r#"[[tenant]]
id = "physio"
host = "clinic"
register = "valvira""#,
                    r#"[[tenant]]
id = "physio"
host = "clinic"
register = "sote""#,
                )
                .with_fields(&["oid", "register"]),
            check: oid_of_register,
        },
        responsible: ResponsibleParty::Keeper,
        about: About::Whole,
        refuses: None,
        changes: None,
    },
    Link {
        row: Row {
            requirement: &guide::actors::TENANT_AGREEMENT_MISSING
                .with_example(
                    r#"[[tenant]]
id = "dental"
oid = "1.2.246.10.44444447.10.0"
host = "clinic"
sector = "private"
register = "sote""#,
                    r#"[[tenant]]
id = "dental"
oid = "1.2.246.10.44444447.10.0"
host = "clinic"
sector = "private"
register = "sote"

[[agreement]]
between = ["clinic", "dental"]
from = 2025-09-15"#,
                )
                .with_fields(&["host"]),
            check: agreed,
        },
        responsible: ResponsibleParty::JoiningParty,
        about: About::Whole,
        refuses: None,
        changes: None,
    },
    Link {
        row: Row {
            requirement: &guide::connection_models::TENANT_NOT_PRIVATE
                .with_example(
                    r#"[[tenant]]
id = "physio"
host = "clinic"
sector = "public""#,
                    r#"[[tenant]]
id = "physio"
host = "clinic"
sector = "private""#,
                )
                .with_fields(&["sector"]),
            check: tenant_private,
        },
        responsible: ResponsibleParty::JoiningParty,
        about: About::Whole,
        refuses: None,
        changes: None,
    },
    Link {
        row: Row {
            requirement: &guide::connection_models::HOST_OF_TENANT_NOT_PRIVATE
                .with_example(
                    r#"[[party]]
id = "clinic"
kind = "provider"
sector = "public""#,
                    r#"[[party]]
id = "clinic"
kind = "provider"
sector = "private""#,
                )
                .with_fields(&["host"]),
            check: host_private,
        },
        responsible: ResponsibleParty::JoiningParty,
        about: About::Whole,
        refuses: None,
        changes: None,
    },
];

fn registered(case: TenantCase<'_>) -> Outcome {
    let Some(Actor::Tenant(tenant)) = case.store.actor(case.tenant) else {
        return Outcome::NotApplicable;
    };
    match tenant.register {
        None => Outcome::missing(path_of(case.store, case.tenant).field("register")),
        Some(Register::Intermediary) => Outcome::violated(
            Value::Term(Register::Intermediary.name()),
            Value::OneOf(
                [Register::Sote, Register::Valvira, Register::Pharmacy]
                    .map(|register| Value::Term(register.name()))
                    .into(),
            ),
        ),
        Some(_) => Outcome::Satisfied,
    }
}

fn agreed(case: TenantCase<'_>) -> Outcome {
    let name = |id| case.store.actor(id).map_or("", Actor::id);
    match case.store.agreement(case.tenant, case.host, case.day) {
        Holds::Yes => Outcome::Satisfied,
        Holds::Unknown => Outcome::missing(
            FieldPath::named(
                "agreement",
                &format!("{}+{}", name(case.tenant), name(case.host)),
            )
            .field("from"),
        ),
        Holds::No => Outcome::violated(
            no_agreement(case.store, case.tenant, case.host, case.day),
            Value::About(
                text! { en: "an agreement with", fi: "sopimus, toinen osapuoli", sv: "ett avtal med" },
                Box::new(Value::words(name(case.host))),
            ),
        ),
    }
}

/// A tenant's OID against its register.
fn oid_of_register(case: TenantCase<'_>) -> Outcome {
    let Some(Actor::Tenant(tenant)) = case.store.actor(case.tenant) else {
        return Outcome::NotApplicable;
    };
    match tenant.register {
        None => Outcome::missing(path_of(case.store, case.tenant).field("register")),
        Some(register) if Register::of(tenant.oid.form()) == register => Outcome::Satisfied,
        Some(register) => Outcome::violated(
            Value::Oid(tenant.oid.to_string()),
            Value::Term(register.name()),
        ),
    }
}

fn tenant_private(case: TenantCase<'_>) -> Outcome {
    let Some(Actor::Tenant(tenant)) = case.store.actor(case.tenant) else {
        return Outcome::NotApplicable;
    };
    match tenant.register {
        // A tenant is a provider (2.3): pharmacies and intermediaries are none.
        Some(register @ (Register::Pharmacy | Register::Intermediary)) => Outcome::violated(
            Value::Term(register.name()),
            Value::Term(text! {
                en: "a private provider",
                fi: "yksityinen palvelunantaja",
                sv: "en privat tillhandahållare",
            }),
        ),
        _ => private(case, case.tenant, tenant.sector),
    }
}

fn host_private(case: TenantCase<'_>) -> Outcome {
    let sector = case.store.party(case.host).and_then(|party| party.sector);
    private(case, case.host, sector)
}

fn private(case: TenantCase<'_>, actor: ActorId, sector: Option<Sector>) -> Outcome {
    match sector {
        Some(Sector::Private) => Outcome::Satisfied,
        Some(sector) => Outcome::violated(
            Value::Term(sector.name()),
            Value::Term(Sector::Private.name()),
        ),
        None => Outcome::missing(path_of(case.store, actor).field("sector")),
    }
}
