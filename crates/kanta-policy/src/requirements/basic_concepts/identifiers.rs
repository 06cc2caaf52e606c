//! Clause 3.1.3: the OID of an access point, formed under its administrator's and used only once.

use kanta_address_index::{PartyKind, Register};
use kanta_conformance::{
    Evidence, FieldPath, Outcome, Requirement, Row, Text, Value, Why, guide, text,
};
use kanta_oid::{OidForm, OwnerOid};

use crate::plan::{AccessPoint, Who};
use crate::requirements::facts::{Applies, where_it_applies};
use crate::requirements::{About, OfAccessPoint, OfParty, OfTenant, clause};

pub(super) const NOT_UNDER_ADMINISTRATOR: Row<OfAccessPoint> = Row {
    requirement: &guide::access_point::OID_NOT_UNDER_ADMINISTRATOR
        .with_example(
            r#"[party]
oid = "1.2.246.10.12345671.10.0"

[[access_point]]
id = "ap1"
administrator = "party"
oid = "1.2.246.10.76543212.10.0.13.1""#,
            r#"[party]
oid = "1.2.246.10.12345671.10.0"

[[access_point]]
id = "ap1"
administrator = "party"
oid = "1.2.246.10.12345671.10.0.13.1""#,
        )
        .with_fields(&["oid", "administrator", "party.oid"]),
    check: oid_under_administrator,
};

pub(super) const FORM_NOT_OF_REGISTER: Row<OfAccessPoint> = Row {
    requirement: &Requirement::must("connection-models/oid-form-not-of-register")
        .with_citations(&[clause("3.1.3")])
        .with_statement(text! {
            en: "the form of the access point's OID is that of the register in which its administrator stands",
            fi: "liityntäpisteen OID-tunnuksen muoto on sen rekisterin mukainen, jossa hallinnoija on",
            sv: "formen på anslutningspunktens OID-kod följer det register där administratören finns",
        })
        .with_fault(text! {
            en: "the form of the access point's OID is not that of its administrator's register",
            fi: "liityntäpisteen OID-tunnuksen muoto ei ole hallinnoijan rekisterin mukainen",
            sv: "formen på anslutningspunktens OID-kod är inte den som hör till administratörens register",
        })
        .with_remedy(text! {
            en: "check in which register the administrator stands, and form the OID under the OID that it has there",
            fi: "tarkista, missä rekisterissä hallinnoija on, ja muodosta tunnus siellä olevan OID-tunnuksen alle",
            sv: "kontrollera i vilket register administratören finns och bilda koden under den OID-kod den har där",
        })
        .with_reading(text! {
            en: "hospital pharmacies and medicine centres have no form of their own: that of the register in which they stand",
            fi: "sairaala-apteekeilla ja lääkekeskuksilla ei ole omaa muotoa: muoto on sen rekisterin, jossa ne ovat",
            sv: "sjukhusapotek och läkemedelscentraler har ingen egen form: formen är den i registret där de finns",
        })
        .with_purpose(text! {
            en: "the form tells in which register the administrator stands, so that the OID can be looked up there",
            fi: "muoto kertoo, missä rekisterissä hallinnoija on, joten tunnuksen voi tarkistaa sieltä",
            sv: "formen berättar i vilket register administratören finns, så att koden kan kontrolleras där",
        })
        .with_example(
            r#"[party]
register = "valvira"
oid = "1.2.246.537.28.10000222116"

[[access_point]]
id = "ap1"
administrator = "party"
oid = "1.2.246.10.12345671.10.0.13.1""#,
            r#"[party]
register = "valvira"
oid = "1.2.246.537.28.10000222116"

[[access_point]]
id = "ap1"
administrator = "party"
oid = "1.2.246.537.28.10000222116.13.1""#,
        )
        .with_evidence(Evidence::Computed)
        .with_fields(&["oid", "administrator", "party.register"]),
    check: oid_form_of_register,
};

pub(super) const PARTY_OF_ANOTHER_REGISTER: Row<OfParty> = Row {
    requirement: &guide::access_point::OWNER_OID_OF_ANOTHER_REGISTER
        .with_example(
            "[party]\nregister = \"valvira\"\noid = \"1.2.246.10.12345671.10.0\"\n",
            "[party]\nregister = \"sote\"\noid = \"1.2.246.10.12345671.10.0\"\n",
        )
        .with_fields(&["oid", "register", "kind"]),
    check: |about| {
        let party = about.plan.party.as_ref();
        // A pharmacist is a person: the pharmacies have OIDs.
        let kind = party.and_then(|party| party.kind);
        let applies = Applies::known_or(kind.map(|kind| kind != PartyKind::Pharmacist), || {
            about.path("kind")
        });
        let register = party.and_then(|party| party.register);
        let own = party.and_then(|party| party.oid);
        let outcome = match (own.map(|oid| (oid, Register::of(oid.form()))), kind) {
            (Some((oid, its)), Some(kind))
                if kind != PartyKind::Intermediary && !kind.registers().contains(&its) =>
            {
                let registers = kind.registers().iter();
                let registers = registers.map(|it| Value::Term(it.name())).collect();
                Outcome::violated(Value::Oid(oid.to_string()), Value::OneOf(registers))
            }
            _ => of_register(&about, own, register),
        };
        where_it_applies(applies, outcome)
    },
};

pub(super) const TENANT_OF_ANOTHER_REGISTER: Row<OfTenant> = Row {
    requirement: &guide::access_point::TENANT_OID_OF_ANOTHER_REGISTER
        .with_example(
            "[[tenant]]\nid = \"t1\"\nregister = \"valvira\"\noid = \"1.2.246.10.76543212.10.0\"\n",
            "[[tenant]]\nid = \"t1\"\nregister = \"sote\"\noid = \"1.2.246.10.76543212.10.0\"\n",
        )
        .with_fields(&["oid", "register"]),
    check: |about| of_register(&about, about.item.oid, about.item.register),
};

/// Whether an OID is one of that register.
fn of_register<T>(
    about: &About<'_, T>,
    oid: Option<OwnerOid>,
    register: Option<Register>,
) -> Outcome {
    match (oid, register) {
        (Some(oid), Some(register)) if Register::of(oid.form()) == register => Outcome::Satisfied,
        (Some(oid), Some(register)) => {
            Outcome::violated(Value::Oid(oid.to_string()), Value::Term(register.name()))
        }
        (oid, register) => {
            let open = [
                (oid.is_none(), about.path("oid")),
                (register.is_none(), about.path("register")),
            ];
            let open = open.into_iter().filter(|(open, _)| *open);
            Outcome::Undetermined(Why::InputMissing(open.map(|(_, path)| path).collect()))
        }
    }
}

pub(super) const ADMINISTERED_BY_TENANT: Row<OfAccessPoint> = Row {
    requirement: &Requirement::must("connection-models/access-point-administered-by-tenant")
        .with_citations(&[clause("3.1"), clause("2.3")])
        .with_statement(text! {
            en: "an access point is administered by the party, by another joining party or by an intermediary",
            fi: "liityntäpistettä hallinnoi liittyjä itse, toinen liittyjä tai välittäjä",
            sv: "en anslutningspunkt administreras av aktören själv, av en annan anslutande aktör eller av en förmedlare",
        })
        .with_fault(text! {
            en: "a tenant administers the access point, which the guide does not foresee",
            fi: "liityntäpistettä hallinnoi vuokralainen, mistä ohje ei puhu",
            sv: "en hyresgäst administrerar anslutningspunkten, vilket anvisningen inte förutser",
        })
        .with_remedy(text! {
            en: "use the joining party's access point, or ask Kanta Services and record the ruling",
            fi: "käytä liittyjän liityntäpistettä tai kysy Kanta-palveluista ja kirjaa ratkaisu",
            sv: "använd den anslutande aktörens anslutningspunkt, eller fråga Kanta-tjänsterna och anteckna avgörandet",
        })
        .with_reading(BY_A_TENANT)
        .with_purpose(text! {
            en: "a tenant works with the joining party's system, connection and rights",
            fi: "vuokralainen toimii liittyjän järjestelmällä, yhteydellä ja käyttövaltuuksilla",
            sv: "en hyresgäst arbetar med den anslutande aktörens system, teleförbindelse och rättigheter",
        })
        .with_example(
            "[[tenant]]\nid = \"t1\"\n\n[[access_point]]\nid = \"ap1\"\nadministrator = \"t1\"\n",
            "[[tenant]]\nid = \"t1\"\n\n[[access_point]]\nid = \"ap1\"\nadministrator = \"party\"\n",
        )
        .with_fields(&["administrator"]),
    check: |about| match about.plan.administrator(about.item) {
        Some(Who::Tenant(_)) => Outcome::silent(BY_A_TENANT),
        Some(_) => Outcome::Satisfied,
        None => about.missing("administrator"),
    },
};

const BY_A_TENANT: Text = text! {
    en: "whether a tenant may administer an access point, the guide does not say",
    fi: "ohje ei sano, voiko vuokralainen hallinnoida liityntäpistettä",
    sv: "anvisningen säger inte om en hyresgäst får administrera en anslutningspunkt",
};

pub(super) const USED_TWICE: Row<OfAccessPoint> = Row {
    requirement: &Requirement::must("connection-models/oid-used-twice")
        .with_citations(&[clause("3.1.3")])
        .with_statement(text! {
            en: "every access point has an OID of its own",
            fi: "jokaisella liityntäpisteellä on oma OID-tunnus",
            sv: "varje anslutningspunkt har en egen OID-kod",
        })
        .with_fault(text! {
            en: "another access point has the same OID",
            fi: "toisella liityntäpisteellä on sama OID-tunnus",
            sv: "en annan anslutningspunkt har samma OID-kod",
        })
        .with_remedy(text! {
            en: "give each access point a number of its own after .13, or list one access point with several servers",
            fi: "anna kullekin liityntäpisteelle oma numero .13:n jälkeen tai luettele yksi liityntäpiste, jolla on useita palvelimia",
            sv: "ge varje anslutningspunkt ett eget nummer efter .13, eller ange en anslutningspunkt med flera servrar",
        })
        .with_purpose(text! {
            en: "rights and certificates name an access point by its OID; two with the same OID cannot be told apart",
            fi: "käyttövaltuudet ja varmenteet nimeävät liityntäpisteen OID-tunnuksella; kahta samantunnuksista ei voi erottaa",
            sv: "rättigheter och certifikat anger en anslutningspunkt med dess OID-kod; två med samma kod kan inte skiljas åt",
        })
        .with_example(
            r#"[[access_point]]
id = "ap1"
oid = "1.2.246.10.12345671.10.0.13.1"

[[access_point]]
id = "ap2"
oid = "1.2.246.10.12345671.10.0.13.1""#,
            r#"[[access_point]]
id = "ap1"
oid = "1.2.246.10.12345671.10.0.13.1"

[[access_point]]
id = "ap2"
oid = "1.2.246.10.12345671.10.0.13.2""#,
        )
        .with_evidence(Evidence::Computed)
        .with_fields(&["oid"]),
    check: oid_unique,
};

const OTHER_UNIT: Text = text! {
    en: "an access point under another unit of the same organisation is not treated in the guide",
    fi: "ohje ei käsittele liityntäpistettä saman organisaation toisen yksikön alla",
    sv: "anvisningen behandlar inte en anslutningspunkt under en annan enhet i samma organisation",
};

fn oid_under_administrator(about: About<'_, &AccessPoint>) -> Outcome {
    let Some(administrator) = about.plan.administrator(about.item) else {
        return about.missing("administrator");
    };
    let Some(oid) = about.item.oid else {
        return about.missing("oid");
    };
    let Some(owner) = administrator.oid() else {
        return Outcome::missing(administrator.path().field("oid"));
    };
    if oid.owner() == owner {
        Outcome::Satisfied
    } else if oid.owner().same_organisation(&owner) {
        Outcome::silent(OTHER_UNIT)
    } else {
        const UNDER: Text = text! { en: "under", fi: "tunnuksen alla:", sv: "under" };
        Outcome::violated(
            Value::Oid(oid.to_string()),
            Value::About(UNDER, Box::new(Value::Oid(owner.to_string()))),
        )
    }
}

fn oid_form_of_register(about: About<'_, &AccessPoint>) -> Outcome {
    let Some(administrator) = about.plan.administrator(about.item) else {
        return about.missing("administrator");
    };
    let register = match administrator {
        Who::Pharmacy(_) => Some(Register::Pharmacy),
        Who::Intermediary(_) => Some(Register::Intermediary),
        Who::Party(party) => party.register,
        Who::Tenant(tenant) => tenant.register,
        // Of other parties the plan says no register; their OID itself is compared in another row.
        Who::OtherParty(_) | Who::Organiser(_) => return Outcome::NotApplicable,
    };
    let Some(register) = register else {
        return Outcome::missing(administrator.path().field("register"));
    };
    let Some(oid) = about.item.oid else {
        return about.missing("oid");
    };
    let forms: &[OidForm] = match register {
        Register::Sote => &[OidForm::Sote, OidForm::Sote537],
        Register::Valvira => &[OidForm::Valvira],
        Register::Pharmacy => &[OidForm::Pharmacy],
        Register::Intermediary => &[OidForm::Intermediary],
        _ => return about.missing("administrator"),
    };
    if forms.contains(&oid.form()) {
        Outcome::Satisfied
    } else {
        let patterns = forms
            .iter()
            .map(|form| Value::words(form.pattern()))
            .collect();
        Outcome::violated(Value::Oid(oid.to_string()), Value::OneOf(patterns))
    }
}

fn oid_unique(about: About<'_, &AccessPoint>) -> Outcome {
    let Some(oid) = about.item.oid else {
        return about.missing("oid");
    };
    let others = || {
        about
            .plan
            .access_points
            .iter()
            .filter(|other| other.id != about.item.id)
    };
    if let Some(twin) = others().find(|other| other.oid == Some(oid)) {
        const ALSO: Text = text! {
            en: "also of access point",
            fi: "myös liityntäpisteellä",
            sv: "även hos anslutningspunkten",
        };
        const UNIQUE: Text =
            text! { en: "an OID of its own", fi: "oma OID-tunnus", sv: "en egen OID-kod" };
        let found = Value::List(vec![
            Value::Oid(oid.to_string()),
            Value::About(ALSO, Box::new(Value::words(&twin.id))),
        ]);
        return Outcome::violated(found, Value::Term(UNIQUE));
    }
    let open: Vec<_> = others()
        .filter(|other| other.oid.is_none())
        .map(|other| FieldPath::named("access_point", &other.id).field("oid"))
        .collect();
    if open.is_empty() {
        Outcome::Satisfied
    } else {
        Outcome::Undetermined(Why::InputMissing(open))
    }
}
