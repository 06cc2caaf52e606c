//! The OIDs that are looked for: the content octets of `const-oid`'s constants.
//!
//! Octets, because an OID from outside is compared by its own: decoding one can make another
//! number of it.

use const_oid::ObjectIdentifier;
use const_oid::db::{rfc3280, rfc4519, rfc5280, rfc5912, rfc6962};

macro_rules! known {
    ($($name:ident = $oid:expr;)+) => {
        $(pub(crate) const $name: &[u8] = $oid.as_bytes();)+
    };
}

/// Attributes of names.
pub(crate) mod attribute {
    use super::{rfc3280, rfc4519};

    known! {
        COMMON_NAME = rfc4519::CN;
        SURNAME = rfc4519::SN;
        SERIAL_NUMBER = rfc4519::SERIAL_NUMBER;
        COUNTRY = rfc4519::C;
        LOCALITY = rfc4519::L;
        STATE = rfc4519::ST;
        ORGANISATION = rfc4519::O;
        ORGANISATIONAL_UNIT = rfc4519::OU;
        TITLE = rfc4519::TITLE;
        GIVEN_NAME = rfc4519::GIVEN_NAME;
        PSEUDONYM = rfc3280::PSEUDONYM;
        EMAIL_ADDRESS = rfc3280::EMAIL_ADDRESS;
    }
}

/// Extensions of certificates.
pub(crate) mod extension {
    use super::{QC_STATEMENTS_OID, rfc5280, rfc6962};

    known! {
        KEY_USAGE = rfc5280::ID_CE_KEY_USAGE;
        ALTERNATIVE_NAME = rfc5280::ID_CE_SUBJECT_ALT_NAME;
        BASIC_CONSTRAINTS = rfc5280::ID_CE_BASIC_CONSTRAINTS;
        EXTENDED_KEY_USAGE = rfc5280::ID_CE_EXT_KEY_USAGE;
        POLICIES = rfc5280::ID_CE_CERTIFICATE_POLICIES;
        CRL_DISTRIBUTION_POINTS = rfc5280::ID_CE_CRL_DISTRIBUTION_POINTS;
        AUTHORITY_INFO_ACCESS = rfc5280::ID_PE_AUTHORITY_INFO_ACCESS;
        SUBJECT_KEY_IDENTIFIER = rfc5280::ID_CE_SUBJECT_KEY_IDENTIFIER;
        AUTHORITY_KEY_IDENTIFIER = rfc5280::ID_CE_AUTHORITY_KEY_IDENTIFIER;
        ISSUER_ALTERNATIVE_NAME = rfc5280::ID_CE_ISSUER_ALT_NAME;
        NAME_CONSTRAINTS = rfc5280::ID_CE_NAME_CONSTRAINTS;
        POLICY_MAPPINGS = rfc5280::ID_CE_POLICY_MAPPINGS;
        POLICY_CONSTRAINTS = rfc5280::ID_CE_POLICY_CONSTRAINTS;
        INHIBIT_ANY_POLICY = rfc5280::ID_CE_INHIBIT_ANY_POLICY;
        QC_STATEMENTS = QC_STATEMENTS_OID;
        SIGNED_CERTIFICATE_TIMESTAMPS = rfc6962::CT_PRECERT_SCTS;
    }
}

/// Purposes of an extended key usage.
pub(crate) mod purpose {
    use super::rfc5280;

    known! {
        SERVER_AUTH = rfc5280::ID_KP_SERVER_AUTH;
        CLIENT_AUTH = rfc5280::ID_KP_CLIENT_AUTH;
    }
}

/// Keys and signatures.
pub(crate) mod algorithm {
    use super::{ECDSA_WITH_SHA_1_OID, MD_4_WITH_RSA_OID, rfc5912};

    known! {
        RSA = rfc5912::RSA_ENCRYPTION;
        EC = rfc5912::ID_EC_PUBLIC_KEY;
        P256 = rfc5912::SECP_256_R_1;
        P384 = rfc5912::SECP_384_R_1;
        P521 = rfc5912::SECP_521_R_1;
        RSA_SHA_256 = rfc5912::SHA_256_WITH_RSA_ENCRYPTION;
        RSA_SHA_384 = rfc5912::SHA_384_WITH_RSA_ENCRYPTION;
        RSA_SHA_512 = rfc5912::SHA_512_WITH_RSA_ENCRYPTION;
        RSA_SHA_1 = rfc5912::SHA_1_WITH_RSA_ENCRYPTION;
        RSA_MD_2 = rfc5912::MD_2_WITH_RSA_ENCRYPTION;
        RSA_MD_4 = MD_4_WITH_RSA_OID;
        RSA_MD_5 = rfc5912::MD_5_WITH_RSA_ENCRYPTION;
        ECDSA_SHA_256 = rfc5912::ECDSA_WITH_SHA_256;
        ECDSA_SHA_384 = rfc5912::ECDSA_WITH_SHA_384;
        ECDSA_SHA_512 = rfc5912::ECDSA_WITH_SHA_512;
        ECDSA_SHA_1 = ECDSA_WITH_SHA_1_OID;
    }
}

/// Attributes of certificate requests.
pub(crate) mod request {
    use super::{MICROSOFT_EXTENSIONS_OID, rfc5912};

    known! {
        EXTENSIONS = rfc5912::ID_EXTENSION_REQ;
        MICROSOFT_EXTENSIONS = MICROSOFT_EXTENSIONS_OID;
    }
}

/// Extensions of lists of revoked certificates, and of their entries.
#[cfg(feature = "_path")]
pub(crate) mod list {
    use super::rfc5280;

    known! {
        NUMBER = rfc5280::ID_CE_CRL_NUMBER;
        DELTA = rfc5280::ID_CE_DELTA_CRL_INDICATOR;
        ISSUING_DISTRIBUTION_POINT = rfc5280::ID_CE_ISSUING_DISTRIBUTION_POINT;
        REASON = rfc5280::ID_CE_CRL_REASONS;
        INVALIDITY_DATE = rfc5280::ID_CE_INVALIDITY_DATE;
        CERTIFICATE_ISSUER = rfc5280::ID_CE_CERTIFICATE_ISSUER;
    }
}

// Those that `const-oid` does not name.
const QC_STATEMENTS_OID: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.1.3");
const ECDSA_WITH_SHA_1_OID: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.1");
const MD_4_WITH_RSA_OID: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.3");
const MICROSOFT_EXTENSIONS_OID: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.3.6.1.4.1.311.2.1.14");
