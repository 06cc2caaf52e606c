//! The documents beside the guide that certificates are held against.

use kanta_conformance::{Date, Document, text};

/// DVV's page on server certificates.
pub(super) const SERVER_CERTIFICATES: Document = Document {
    id: "dvv-server-certificates",
    title: text! {
        en: "Server certificates (page, DVV)",
        fi: "Palvelinvarmenteet (sivu, DVV)",
        sv: "Servercertifikat (sida, MDB)",
    },
    date: None,
};

/// DVV's page on service certificates for social welfare and health care.
pub(super) const SERVICE_CERTIFICATES: Document = Document {
    id: "dvv-service-certificates",
    title: text! {
        en: "Service certificates for social welfare and health care (page, DVV)",
        fi: "Sosiaali- ja terveydenhuollon palveluvarmenteet (sivu, DVV)",
        sv: "Servicecertifikat för social- och hälsovården (sida, MDB)",
    },
    date: None,
};

/// DVV's pages on its hierarchy of CAs.
pub(super) const HIERARCHY: Document = Document {
    id: "dvv-hierarchy",
    title: text! {
        en: "DVV's hierarchy of certification authorities (pages, DVV)",
        fi: "Varmennehierarkia (sivut, DVV)",
        sv: "Certifikathierarkin (sidor, MDB)",
    },
    date: None,
};

/// DVV's certification practice statements and certificate profiles.
pub(super) const PRACTICE: Document = Document {
    id: "dvv-certification-practice",
    title: text! {
        en: "Certification practice statement (DVV)",
        fi: "Varmennuskäytäntö (DVV)",
        sv: "Certifieringspraxis (MDB)",
    },
    date: None,
};

/// Real certificates of DVV, public ones, issued from 2015 to 2026.
pub(crate) const OBSERVED: Document = Document {
    id: "observed-certificates",
    title: text! {
        en: "certificates of DVV seen in public, issued from 2015 to 2026",
        fi: "julkisesti nähtävillä olleita DVV:n varmenteita vuosilta 2015–2026",
        sv: "offentligt sedda certifikat av MDB, utfärdade 2015–2026",
    },
    date: Some(Date::constant(2026, 11, 21)),
};

/// Finnish Customs quotes the key length of level TL IV; the governing table is not public here.
pub(super) const QUOTED_TL_IV: Document = Document {
    id: "quoted-tl-iv",
    title: text! {
        en: "Interface description of the account register (Finnish Customs), which quotes level TL IV",
        fi: "Tilirekisterin rajapintakuvaus (Tulli), joka viittaa tasoon TL IV",
        sv: "Gränssnittsbeskrivning av kontoregistret (Tullen), som återger nivå TL IV",
    },
    date: None,
};

/// The format itself.
pub(crate) const RFC_5280: Document = Document {
    id: "rfc-5280",
    title: text! {
        en: "RFC 5280, the profile of X.509 certificates for the internet",
        fi: "RFC 5280, X.509-varmenteiden profiili internetiä varten",
        sv: "RFC 5280, profilen för X.509-certifikat på internet",
    },
    date: Some(Date::constant(2008, 5, 1)),
};

/// The format of certificate requests.
pub(super) const RFC_2986: Document = Document {
    id: "rfc-2986",
    title: text! {
        en: "RFC 2986, the syntax of certificate requests (PKCS #10)",
        fi: "RFC 2986, varmennepyyntöjen rakenne (PKCS #10)",
        sv: "RFC 2986, certifikatbegärans uppbyggnad (PKCS #10)",
    },
    date: Some(Date::constant(2000, 11, 1)),
};

/// What this software advises by itself.
pub(super) const ADVICE: Document = Document {
    id: "advice",
    title: text! {
        en: "advice of this software, from no document",
        fi: "tämän ohjelmiston oma neuvo, ei mistään asiakirjasta",
        sv: "råd av denna programvara, inte ur något dokument",
    },
    date: None,
};
