//! Clause 3.1.2: one address in data communication for an access point.

use kanta_conformance::{Example, Outcome, Requirement, Row, Text, Value};

use crate::requirements::{OfAccessPoint, SHOULD, clause};

pub(super) const SEVERAL: Row<OfAccessPoint> = Row {
    requirement: &Requirement {
        id: "connection-models/several-addresses",
        citations: &[clause("3.1.2")],
        statement: Text::new(
            "one address in data communication is given for an access point",
            "liityntäpisteelle ilmoitetaan yksi tietoliikenneosoite",
            "en datakommunikationsadress anges för en anslutningspunkt",
        ),
        fault: Text::new(
            "the access point has several addresses",
            "liityntäpisteellä on useita osoitteita",
            "anslutningspunkten har flera adresser",
        ),
        remedy: Text::new(
            "keep one address, unless the others are needed, for example for a backup connection",
            "pidä yksi osoite, elleivät muut ole tarpeen esimerkiksi varayhteyttä varten",
            "behåll en adress, om inte de andra behövs till exempel för en reservförbindelse",
        ),
        purpose: Some(Text::new(
            "every further address is one more to register, to route and to protect",
            "jokainen lisäosoite on rekisteröitävä, reititettävä ja suojattava",
            "varje ytterligare adress ska registreras, dirigeras och skyddas",
        )),
        example: Some(Example {
            before: r#"[[access_point]]
id = "ap1"
addresses = [
  { ip = "192.31.196.7", fixed = true, registered_to = "party" },
  { ip = "192.31.196.8", fixed = true, registered_to = "party" },
]"#,
            after: r#"[[access_point]]
id = "ap1"
addresses = [
  { ip = "192.31.196.7", fixed = true, registered_to = "party" },
]"#,
        }),
        fields: &["addresses"],
        ..SHOULD
    },
    check: |about| match about.item.addresses.as_deref() {
        None | Some([]) => about.missing("addresses"),
        Some([_]) => Outcome::Satisfied,
        Some(addresses) => {
            let count = u64::try_from(addresses.len()).unwrap_or(u64::MAX);
            Outcome::violated(Value::Count(count), Value::Count(1))
        }
    },
};
