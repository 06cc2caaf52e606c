//! The registers, and the information system with its certification.

mod certification;
mod registers;

use kanta_conformance::Row;

use crate::requirements::{OfPlan, OfSystem};

pub(super) static REGISTERS: &[Row<OfPlan>] = &[registers::NOT_IN_SOTE_REGISTER];

pub(super) static REGISTER_DATA: &[Row<OfPlan>] = &[
    registers::DATA_NOT_UP_TO_DATE,
    registers::LICENCE_NOT_UP_TO_DATE,
];

pub(super) static SYSTEMS: &[Row<OfSystem>] = &[
    certification::ASSESSMENT_OUT_OF_DATE,
    certification::ASSESSMENT_TOO_LONG,
    certification::JOINT_TESTING_NOT_PASSED,
    certification::NOT_IN_REGISTER,
];

pub(super) static ASSESSMENT: &[Row<OfPlan>] = &[
    certification::ASSESSMENT_NOT_GIVEN,
    certification::BODY_NOT_APPROVED,
];
