//! Certificates that speak of one access point, for people.

use std::io;

use kanta_conformance::{Escaped, Language, text};

use crate::layout::{self, Lines as _, Page, YELLOW};
use crate::view::SharedAccessPoint;

/// Writes where several certificates speak of one access point.
///
/// # Errors
/// Those of `out`.
pub fn shared(all: &[SharedAccessPoint], language: Language, out: &mut Page<'_>) -> io::Result<()> {
    for its in all {
        let words = if its.same_certificate {
            text! {
                en: "one certificate in several places: the guide takes the servers as one access point (3.1.2)",
                fi: "sama varmenne useassa paikassa: ohje käsittelee palvelimia yhtenä liityntäpisteenä (3.1.2)",
                sv: "ett certifikat på flera ställen: anvisningen behandlar servrarna som en anslutningspunkt (3.1.2)",
            }
        } else {
            text! {
                en: "several certificates with one OID: the guide does not say whether they are one access point or two",
                fi: "useita varmenteita, joilla on sama OID-tunnus: ohje ei kerro, onko kyse yhdestä vai kahdesta liityntäpisteestä",
                sv: "flera certifikat med samma OID-kod: anvisningen säger inte om de är en eller två anslutningspunkter",
            }
        };
        let files = its.files.iter().map(|file| Escaped(file).to_string());
        let files: Vec<String> = files.collect();
        out.line(format_args!(""))?;
        let line = format!(
            "{}: {} ({})",
            its.oid,
            words.get(language),
            files.join(", ")
        );
        layout::paragraph(out, YELLOW, &line)?;
    }
    Ok(())
}
