use alloc::string::String;

use crate::{AccessPointOid, MAX_TEXT_LEN, OwnerOid};

impl From<AccessPointOid> for String {
    fn from(oid: AccessPointOid) -> Self {
        oid.encode_text(&mut [0; MAX_TEXT_LEN]).into()
    }
}

impl From<OwnerOid> for String {
    fn from(oid: OwnerOid) -> Self {
        oid.encode_text(&mut [0; MAX_TEXT_LEN]).into()
    }
}
