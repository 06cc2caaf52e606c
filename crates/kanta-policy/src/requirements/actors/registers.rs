//! Clause 2.2: the three registers, and those who came into Valvira's after 2023.

use kanta_address_index::Register;
use kanta_conformance::{Date, InForce, Outcome, Requirement, Row, Text, Value, Why, guide, text};

use super::joins;
use crate::plan::{Claim, Done};
use crate::requirements::facts::{Applies, done, where_it_applies};
use crate::requirements::{About, OfParty, OfTenant, clause};

const NEWCOMERS: Text = text! {
    en: "the guide secures only those who stood in Valvira's register on 31.12.2023; of later ones it says nothing",
    fi: "ohje turvaa vain ne, jotka olivat Valviran rekisterissä 31.12.2023; myöhemmistä se ei sano mitään",
    sv: "anvisningen tryggar bara dem som fanns i Valviras register 31.12.2023; om senare säger den inget",
};

pub(super) const PARTY_IN_NONE: Row<OfParty> = Row {
    requirement: &guide::actors::PARTY_IN_NO_REGISTER
        .with_example(
            "[party]\nregister = \"sote\"\nregistered = false\n",
            "[party]\nregister = \"sote\"\nregistered = 2021-03-01\n",
        )
        .with_fields(&["register", "registered", "kind"]),
    check: |about| {
        let party = about.plan.party.as_ref();
        let outcome = in_a_register(
            &about,
            party.and_then(|party| party.register),
            party.and_then(|party| party.registered.as_ref()),
        );
        where_it_applies(joins(&about), outcome)
    },
};

pub(super) const PARTY_AFTER_2023: Row<OfParty> = Row {
    requirement: &Requirement::interpreted("connection-models/entered-in-valviras-register-after-2023")
        .with_citations(&[clause("2.2, note")])
        .with_statement(text! {
            en: "whoever joins from Valvira's register of self-employed professionals stood there on 31.12.2023",
            fi: "Valviran itsenäisten ammatinharjoittajien rekisteristä liittyvä oli siinä 31.12.2023",
            sv: "den som ansluter sig från Valviras register över självständiga yrkesutövare fanns där 31.12.2023",
        })
        .with_fault(text! {
            en: "the joining party came into Valvira's register after 31.12.2023",
            fi: "liittyjä on merkitty Valviran rekisteriin 31.12.2023 jälkeen",
            sv: "den anslutande aktören infördes i Valviras register efter 31.12.2023",
        })
        .with_remedy(ASK_WHICH_REGISTER)
        .with_reading(NEWCOMERS)
        .with_purpose(BECAME_PRODUCERS)
        .with_example(
            "[party]\nregister = \"valvira\"\nregistered = 2024-02-01\n",
            "[party]\nregister = \"sote\"\nregistered = 2024-02-01\n",
        )
        .with_in_force(SELF_EMPLOYED)
        .with_fields(&["registered", "register"]),
    check: |about| {
        let party = about.plan.party.as_ref();
        by_the_end_of_2023(
            &about,
            party.and_then(|party| party.register),
            party.and_then(|party| party.registered.as_ref()),
        )
    },
};

const ASK_WHICH_REGISTER: Text = text! {
    en: "ask Kanta Services which register counts, and record the ruling in the plan",
    fi: "kysy Kanta-palveluilta, mikä rekisteri ratkaisee, ja kirjaa ratkaisu suunnitelmaan",
    sv: "fråga Kanta-tjänsterna vilket register som gäller och anteckna avgörandet i planen",
};

const BECAME_PRODUCERS: Text = text! {
    en: "by act 741/2023 self-employed professionals became private service producers on 1.1.2024",
    fi: "lain 741/2023 mukaan itsenäisistä ammatinharjoittajista tuli yksityisiä palveluntuottajia 1.1.2024",
    sv: "enligt lagen 741/2023 blev självständiga yrkesutövare privata tjänsteproducenter 1.1.2024",
};

/// Act 741/2023, which the guide's note names with its day.
const SELF_EMPLOYED: InForce = InForce::from(Date::constant(2024, 1, 1));

/// Whether a party or a tenant stands in one of the three registers.
fn in_a_register<T>(
    about: &About<'_, T>,
    register: Option<Register>,
    registered: Option<&Done>,
) -> Outcome {
    let three = || {
        let names = [Register::Sote, Register::Valvira, Register::Pharmacy]
            .map(|register| Value::Term(register.name()));
        Value::OneOf(names.to_vec())
    };
    if register == Some(Register::Intermediary) {
        return Outcome::violated(Value::Term(Register::Intermediary.name()), three());
    }
    if let Some(Claim::Denied) = registered {
        const NOWHERE: Text =
            text! { en: "in no register", fi: "ei rekisterissä", sv: "inte i något register" };
        return Outcome::violated(Value::Term(NOWHERE), three());
    }
    let entered = done(about, registered, || about.path("registered"));
    match (register, entered) {
        (_, violated @ Outcome::Violated { .. }) => violated,
        (Some(_), entered) => entered,
        (None, entered) => {
            let mut fields = vec![about.path("register")];
            if let Outcome::Undetermined(Why::InputMissing(more)) = entered {
                fields.extend(more);
            }
            Outcome::Undetermined(Why::InputMissing(fields))
        }
    }
}

/// Of those in Valvira's register: whether they stood there on 31.12.2023.
fn by_the_end_of_2023<T>(
    about: &About<'_, T>,
    register: Option<Register>,
    registered: Option<&Done>,
) -> Outcome {
    const LAST: Date = Date::constant(2023, 12, 31);
    let applies = Applies::known_or(register.map(|its| its == Register::Valvira), || {
        about.path("register")
    });
    let outcome = match registered {
        Some(Claim::Denied) => Outcome::NotApplicable,
        Some(Claim::Stated(Some(day))) if *day <= LAST => Outcome::Satisfied,
        Some(Claim::Stated(Some(_))) => Outcome::silent(NEWCOMERS),
        Some(Claim::Stated(None)) | None => about.missing("registered"),
    };
    where_it_applies(applies, outcome)
}

pub(super) const TENANT_IN_NONE: Row<OfTenant> = Row {
    requirement: &guide::actors::TENANT_IN_NO_REGISTER
        .with_example(
            "[[tenant]]\nid = \"t1\"\nregister = \"intermediary\"\nregistered = 2022-01-01\n",
            "[[tenant]]\nid = \"t1\"\nregister = \"sote\"\nregistered = 2022-01-01\n",
        )
        .with_fields(&["register", "registered"]),
    check: |about| in_a_register(&about, about.item.register, about.item.registered.as_ref()),
};

pub(super) const TENANT_AFTER_2023: Row<OfTenant> = Row {
    requirement: &Requirement::interpreted("connection-models/tenant-entered-in-valviras-register-after-2023")
        .with_citations(&[clause("2.2, note")])
        .with_statement(text! {
            en: "a tenant in Valvira's register of self-employed professionals stood there on 31.12.2023",
            fi: "Valviran itsenäisten ammatinharjoittajien rekisterissä oleva vuokralainen oli siinä 31.12.2023",
            sv: "en hyresgäst i Valviras register över självständiga yrkesutövare fanns där 31.12.2023",
        })
        .with_fault(text! {
            en: "the tenant came into Valvira's register after 31.12.2023",
            fi: "vuokralainen on merkitty Valviran rekisteriin 31.12.2023 jälkeen",
            sv: "hyresgästen infördes i Valviras register efter 31.12.2023",
        })
        .with_remedy(ASK_WHICH_REGISTER)
        .with_reading(NEWCOMERS)
        .with_purpose(BECAME_PRODUCERS)
        .with_example(
            "[[tenant]]\nid = \"t1\"\nregister = \"valvira\"\nregistered = 2024-02-01\n",
            "[[tenant]]\nid = \"t1\"\nregister = \"valvira\"\nregistered = 2020-02-01\n",
        )
        .with_in_force(SELF_EMPLOYED)
        .with_fields(&["registered", "register"]),
    check: |about| by_the_end_of_2023(&about, about.item.register, about.item.registered.as_ref()),
};
