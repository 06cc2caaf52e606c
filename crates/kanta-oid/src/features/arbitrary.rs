use arbitrary::{Arbitrary, Error, Result, Unstructured};

use crate::{AccessPointOid, BusinessId, OidForm, OwnerOid};

/// An arc of any length, short ones as likely as long ones.
fn arc(u: &mut Unstructured<'_>) -> Result<u64> {
    let shift = u.int_in_range(0..=63_u32)?;
    Ok(u.arbitrary::<u64>()? >> shift)
}

impl<'a> Arbitrary<'a> for OidForm {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        u.choose(&Self::ALL).copied()
    }
}

impl<'a> Arbitrary<'a> for OwnerOid {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let form = u.arbitrary()?;
        let (code, unit) = (arc(u)?, arc(u)?);
        Ok(match form {
            OidForm::Sote => Self::sote(code, unit),
            OidForm::Sote537 => Self::sote_537(code, unit),
            OidForm::Valvira => Self::valvira(code),
            OidForm::Pharmacy => Self::pharmacy(code),
            OidForm::Intermediary => Self::intermediary(code),
        })
    }
}

impl<'a> Arbitrary<'a> for AccessPointOid {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let owner: OwnerOid = u.arbitrary()?;
        let number = arc(u)?;
        // One digit always fits: an owner has at most 59 characters.
        let oid = owner
            .access_point(number)
            .or_else(|_| owner.access_point(number % 10));
        oid.map_err(|_| Error::IncorrectFormat)
    }
}

impl<'a> Arbitrary<'a> for BusinessId {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let code = u.int_in_range(1_000_000..=99_999_999)?;
        Self::from_arc(code).ok_or(Error::IncorrectFormat)
    }
}
