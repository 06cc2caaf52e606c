//! Reads what has to be done before going live.

use kanta_source::TableReader;

use super::Diagnostics;
use super::claims::{claim, done};
use crate::plan::GoingLive;

pub(super) fn read(root: &TableReader<'_, '_>, notes: &mut Diagnostics) -> GoingLive {
    let Some(table) = root.table("readiness", notes) else {
        return GoingLive::default();
    };
    let facts = GoingLive {
        production_start: table.date("production_start", notes),
        register_data_checked: done(&table, "register_data_checked", notes),
        licence_checked: done(&table, "licence_checked", notes),
        assessment_delivered: done(&table, "assessment_delivered", notes),
        assessor_approved: table.flag("assessor_approved", notes),
        security_plan_reviewed: done(&table, "security_plan_reviewed", notes),
        data_protection_officer: claim(&table, "data_protection_officer", notes),
        logging: table.flag("logging", notes),
        strong_identification: table.flag("strong_identification", notes),
        professional_cards: table.flag("professional_cards", notes),
        test_certificate: done(&table, "test_certificate", notes),
        disruption_notices: claim(&table, "disruption_notices", notes),
    };
    table.close(notes);
    facts
}
