//! The server certificate of an access point: clause 3.2 of the guide, and DVV's page on server
//! certificates.

mod access_point;
mod holder;
mod kind;
mod names;
mod page;
mod usage;

use kanta_conformance::{Citation, Text, Value, Version, text};

use super::{Entry, serial_numbers};
use crate::content::Content;
use crate::held::Held;
use crate::name::COMMON_NAME;

pub(super) use crate::held::ABSENT;
pub(super) use access_point::serial_found;
pub(super) use kind::issuer;
pub(super) use names::alternative_names_found;

const SINCE_3_17: &[Citation] = &[Citation::guide("3.2", Version::new(3, 17))];

pub(super) static ROWS: [Entry; 14] = [
    kind::OF_ANOTHER_KIND,
    kind::OF_ANOTHER_ISSUER,
    access_point::OF_ANOTHER_POINT,
    access_point::WITHOUT_ACCESS_POINT,
    names::NAME_NOT_IN_SUBJECT,
    names::NAME_NO_DNS_NAME,
    names::NAME_NOT_IN_ALTERNATIVE_NAMES,
    holder::OF_SOMEONE_ELSE,
    page::NO_DOMAIN_NAME,
    page::E_MAIL_ADDRESS,
    page::VALID_LONGER_THAN_TWO_YEARS,
    page::VALID_LONGER_THAN_ONE_YEAR,
    usage::KEY_USAGE,
    usage::POLICY,
];

const ASK_DVV: Text = text! {
    en: "ask DVV, or whoever ordered the certificate, where it comes from",
    fi: "kysy DVV:ltä tai varmenteen tilaajalta, mistä se on peräisin",
    sv: "fråga MDB, eller den som beställde certifikatet, varifrån det kommer",
};

/// What a certificate holds where the row with this id looks.
pub(super) fn found(id: &str, content: &Content) -> Option<Value> {
    let is = |entry: &Entry| entry.row.requirement.id() == id;
    if is(&access_point::OF_ANOTHER_POINT) || is(&access_point::WITHOUT_ACCESS_POINT) {
        Some(serial_found(&serial_numbers(content)))
    } else if is(&names::NAME_NOT_IN_SUBJECT) || is(&names::NAME_NO_DNS_NAME) {
        let names = Held::of(&content.subject(), COMMON_NAME, str::eq_ignore_ascii_case);
        Some(names.found(Value::words))
    } else if is(&names::NAME_NOT_IN_ALTERNATIVE_NAMES) {
        Some(alternative_names_found(content))
    } else if is(&holder::OF_SOMEONE_ELSE) {
        Some(holder::organisations(content).found(Value::words))
    } else {
        None
    }
}
