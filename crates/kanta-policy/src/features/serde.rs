//! Plans and what they consist of, serialised as the plan file has them: the one shape of TOML, JSON and these.
//!
//! There is no `Deserialize`: [`PlanFile::read`] and [`PlanFile::read_json`] read, and are given the certificates.

use kanta_conformance::{Date, Mbit};
use kanta_source::SourceValue;
use serde::ser::{Serialize, Serializer};

use crate::PlanFile;
use crate::file::table;
use crate::plan::{
    AccessPoint, Address, Agreement, Approval, Claim, ConnectionPlan, ConsolidationPoint,
    FullDuplication, GoingLive, Hall, Intermediary, Joining, Link, LinkRole, Network, Organiser,
    OtherParty, Party, Pharmacy, PharmacyKind, PharmacySize, PlanCertificate, SeparateRoute,
    Server, ServiceUnit, SignatureCertificate, Stage, System, SystemClass, SystemKind, Tenant,
    TlsVersion, Traffic, TrustFile, Use, Volume,
};

macro_rules! tables {
    ($($type:ty: $table:ident;)+) => {
        $(impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                SourceValue::from(table::$table(self)).serialize(serializer)
            }
        })+
    };
}

tables! {
    PlanFile: file;
    ConnectionPlan: plan;
    Party: party;
    Joining: joining;
    Agreement: agreement;
    Intermediary: intermediary;
    OtherParty: other_party;
    Organiser: organiser;
    Tenant: tenant;
    Pharmacy: pharmacy;
    System: system;
    AccessPoint: access_point;
    Server: server;
    PlanCertificate: certificate;
    Address: address;
    Approval: approval;
    FullDuplication: full_duplication;
    ConsolidationPoint: consolidation_point;
    Use: use_;
    ServiceUnit: service_unit;
    Link: link;
    SeparateRoute: separate_route;
    SignatureCertificate: signature_certificate;
    TrustFile: trust_file;
    Volume: volume;
    GoingLive: readiness;
    Claim<Option<Date>>: done;
    Claim<String>: words;
}

macro_rules! claims {
    ($($type:ty: $stated:expr;)+) => {
        $(impl Serialize for Claim<$type> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                table::claim(self, $stated).serialize(serializer)
            }
        })+
    };
}

claims! {
    Date: |day| *day;
    Mbit: |speed| *speed;
    Agreement: table::agreement;
    Approval: table::approval;
    PlanCertificate: table::certificate;
    SignatureCertificate: table::signature_certificate;
    Vec<SeparateRoute>: |routes| table::separate_routes(routes);
}

macro_rules! words {
    ($($word:ident)+) => {
        $(impl Serialize for $word {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.code())
            }
        })+
    };
}

words! {
    Hall Network PharmacyKind PharmacySize LinkRole Stage SystemClass SystemKind TlsVersion Traffic
}
