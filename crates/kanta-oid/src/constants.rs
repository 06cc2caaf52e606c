/// An access-point OID that the compiler checks.
///
/// ```
/// use kanta_oid::{AccessPointOid, access_point_oid};
///
/// const OWN: AccessPointOid = access_point_oid!("1.2.246.10.12345671.10.1.13.1");
/// assert_eq!(OWN.number(), 1);
/// ```
///
/// ```compile_fail
/// let oid = kanta_oid::access_point_oid!("1.2.246.10.12345671.10.1.14.1");
/// ```
#[macro_export]
macro_rules! access_point_oid {
    ($text:expr) => {
        const {
            match $crate::AccessPointOid::parse($text) {
                Ok(oid) => oid,
                Err(_) => panic!("not an access-point OID"),
            }
        }
    };
}

/// An owner's OID that the compiler checks.
///
/// ```
/// use kanta_oid::{OwnerOid, owner_oid};
///
/// const PHARMACY: OwnerOid = owner_oid!("1.2.246.553.1.1234");
/// assert_eq!(PHARMACY.code(), 1234);
/// ```
///
/// ```compile_fail
/// let oid = kanta_oid::owner_oid!("1.2.246.553.1.01234");
/// ```
#[macro_export]
macro_rules! owner_oid {
    ($text:expr) => {
        const {
            match $crate::OwnerOid::parse($text) {
                Ok(oid) => oid,
                Err(_) => panic!("not an owner's OID"),
            }
        }
    };
}
