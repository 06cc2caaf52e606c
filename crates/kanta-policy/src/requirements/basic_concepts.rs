//! Chapter 3: the access point, its place, its addresses, its identifier, its certificates.

mod addresses;
mod certificates;
mod identifiers;
mod location;

use kanta_conformance::Row;

use super::{Chapter, OfAccessPoint, OfParty, OfTenant, Rows};

pub(super) static CHAPTER: Chapter = &[
    Rows::Plan(certificates::PLAN),
    Rows::Party(PARTY),
    Rows::Tenants(TENANTS),
    Rows::AccessPoints(ACCESS_POINTS),
    Rows::ConsolidationPoints(location::CONSOLIDATION_POINTS),
];

static ACCESS_POINTS: &[Row<OfAccessPoint>] = &[
    location::OUTSIDE_FINLAND,
    location::OUTSIDE_EU,
    location::ABROAD_NOT_APPROVED,
    addresses::SEVERAL,
    identifiers::NOT_UNDER_ADMINISTRATOR,
    identifiers::FORM_NOT_OF_REGISTER,
    identifiers::ADMINISTERED_BY_TENANT,
    identifiers::USED_TWICE,
    certificates::SERVER_CERTIFICATE_MISSING,
    certificates::TLS_TOO_OLD,
];

static PARTY: &[Row<OfParty>] = &[identifiers::PARTY_OF_ANOTHER_REGISTER];

static TENANTS: &[Row<OfTenant>] = &[identifiers::TENANT_OF_ANOTHER_REGISTER];
