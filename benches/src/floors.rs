//! Floors: the least code that does the work, without checks, errors or messages. They are frozen:
//! budgets are ratios to them, so a floor is never changed, however slow or fast our own code gets.

pub mod index;
pub mod oid;
pub mod policy;
