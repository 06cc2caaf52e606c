//! Certificates that speak of one access point.

use std::io;

use kanta_cert::CertificateOrRequest;
use kanta_conformance::{Escaped, Language, text};

use kanta_report::layout::{self, Lines as _, Page, YELLOW};

/// Says where several certificates speak of one access point.
pub(crate) fn together(
    seen: &[(String, CertificateOrRequest)],
    language: Language,
    out: &mut Page<'_>,
) -> io::Result<()> {
    let certificates: Vec<(&str, &kanta_cert::Certificate)> = seen
        .iter()
        .filter_map(|(name, document)| match document {
            CertificateOrRequest::Certificate(certificate) => Some((name.as_str(), &**certificate)),
            CertificateOrRequest::Request(_) => None,
        })
        .collect();
    let bound = kanta_cert::shared_access_points(certificates.iter().map(|(_, one)| *one));
    for shared in bound {
        let names: Vec<String> = shared
            .members
            .iter()
            .filter_map(|index| certificates.get(*index))
            .map(|(name, _)| Escaped(name).to_string())
            .collect();
        let words = if shared.same_certificate {
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
        out.line(format_args!(""))?;
        let line = format!(
            "{}: {} ({})",
            shared.oid,
            words.get(language),
            names.join(", ")
        );
        layout::paragraph(out, YELLOW, &line)?;
    }
    Ok(())
}
