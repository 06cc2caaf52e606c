//! Systems, uses, links and what is trusted, as tables.

use kanta_source::{Filled, SourceValue};

use super::points::certificate;
use super::{claim, done, list, words};
use crate::plan::{
    Link, SeparateRoute, ServiceUnit, SignatureCertificate, System, TrustFile, Use, Volume,
};

pub(crate) fn system(system: &System) -> Filled {
    Filled::default()
        .text("id", &system.id)
        .maybe_text("name", system.name.as_ref())
        .maybe_text("kind", system.kind.map(|it| it.code()))
        .maybe_text("class", system.class.map(|it| it.code()))
        .maybe("transfer_functions", system.transfer_functions)
        .maybe("in_register", system.in_register)
        .maybe("assessed_until", system.assessed_until)
        .maybe("joint_tested", system.joint_tested.as_ref().map(done))
        .maybe("packaged_service", system.packaged_service)
}

/// A use; whose it is stands there even where it need not, for somebody may have ruled on it.
pub(crate) fn use_(its: &Use) -> Filled {
    let units = its.service_units.as_ref();
    Filled::default()
        .text("service", its.service)
        .text("for", &its.user)
        .text("access_point", &its.access_point)
        .maybe_text("system", its.system.as_ref())
        .maybe("service_units", units.map(|all| list(all, service_unit)))
        .maybe("annotated", its.annotated)
}

pub(crate) fn service_unit(unit: &ServiceUnit) -> Filled {
    Filled::default()
        .maybe_text("oid", unit.oid.as_ref())
        .maybe("annotated", unit.annotated)
}

pub(crate) fn link(link: &Link) -> Filled {
    let halls = link.halls.as_ref();
    let separate = link.separate_routes.as_ref();
    Filled::default()
        .text("id", &link.id)
        .text("from", &link.from)
        .text("to", &link.to)
        .maybe_text("role", link.role.map(|it| it.code()))
        .maybe_text("network", link.network.map(|it| it.code()))
        .maybe_text("technology", link.technology.as_ref())
        .maybe_text("operator", link.operator.as_ref())
        .maybe(
            "halls",
            halls.map(|all| list(all, |it| SourceValue::text(it.code()))),
        )
        .maybe("down_mbit", link.down_mbit)
        .maybe("up_mbit", link.up_mbit)
        .maybe("justification", link.justification.as_ref().map(words))
        .maybe("risks", link.risks.as_ref().map(words))
        .maybe("ready", link.ready.as_ref().map(done))
        .maybe(
            "separate_route",
            separate.map(|it| claim(it, |routes| separate_routes(routes))),
        )
}

/// The routes from which a link's is separate.
pub(crate) fn separate_routes(routes: &[SeparateRoute]) -> SourceValue<'static> {
    list(routes, separate_route)
}

pub(crate) fn separate_route(route: &SeparateRoute) -> Filled {
    Filled::default()
        .text("from", &route.from)
        .maybe("confirmed_by", route.confirmed_by.as_ref().map(words))
        .maybe("on", route.on)
}

pub(crate) fn signature_certificate(its: &SignatureCertificate) -> Filled {
    Filled::default()
        .maybe("file", its.certificate.as_ref().map(certificate))
        .maybe_text("holder", its.holder.as_ref())
}

/// What is trusted, by the name of its file.
pub(crate) fn trust_file(file: &TrustFile) -> SourceValue<'static> {
    SourceValue::text(&file.file)
}

pub(crate) fn volume(volume: &Volume) -> Filled {
    let need = volume.assessed_need_mbit.as_ref();
    Filled::default()
        .maybe("documents_per_day", volume.documents_per_day)
        .maybe("assessed_need_mbit", need.map(|it| claim(it, |mbit| *mbit)))
        .maybe_text(
            "message_traffic",
            volume.message_traffic.map(|it| it.code()),
        )
        .maybe("scalable", volume.scalable)
}
