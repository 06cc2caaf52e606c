//! Requests through the layer: who is served, and what the others are told.

use std::convert::Infallible;
use std::future::{Ready, ready};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};

use http::{Request, Response, StatusCode};
use kanta_admission::audit::{Line, RecordedDecision};
use kanta_admission::{Gate, Permit};
use kanta_rustls::tower::AdmitLayer;
use kanta_rustls::{Listening, TlsPeer};
use tower_layer::Layer;
use tower_service::Service;

use crate::harness::tls::{handshake, identity, provider};
use crate::harness::{ADDRESS, CLINIC, INDEX, Memory, SetClock, gate, good, own, state};

/// Says for what it was permitted.
#[derive(Clone)]
struct Backend;

impl Service<Request<()>> for Backend {
    type Response = Response<String>;
    type Error = Infallible;
    type Future = Ready<Result<Response<String>, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<()>) -> Self::Future {
        let permit = request.extensions().get::<Arc<Permit>>().unwrap();
        let attempt = permit.attempt();
        let body = format!("{} {}", attempt.subject, attempt.service.code());
        ready(Ok(Response::new(body)))
    }
}

fn peer(gate: &Arc<Gate>) -> TlsPeer {
    let clock = SetClock::at_noon().clock();
    let (chain, key) = identity(&own());
    let server = Listening::new(gate.clone(), provider()).clock(clock.clone());
    let server = Arc::new(server.server(chain, key).unwrap());
    let (chain, key) = identity(&good().end_entity);
    let client = kanta_rustls::Calling::new(gate.clone(), provider()).clock(clock);
    let client = Arc::new(client.client(chain, key).unwrap());
    let ends = handshake(&client, &server, "gate.valittaja.example").unwrap();
    TlsPeer::of(&ends.server, ADDRESS.parse().unwrap())
}

fn ask(layer: &AdmitLayer, peer: Option<&TlsPeer>, headers: &[(&str, &str)]) -> Response<String> {
    let mut request = Request::new(());
    for (name, value) in headers {
        let name: http::HeaderName = name.parse().unwrap();
        request.headers_mut().append(name, value.parse().unwrap());
    }
    if let Some(peer) = peer {
        request.extensions_mut().insert(peer.clone());
    }
    let mut answer = layer.layer(Backend).call(request);
    match answer
        .as_mut()
        .poll(&mut Context::from_waker(Waker::noop()))
    {
        Poll::Ready(Ok(response)) => response,
        Poll::Pending => panic!("it waits"),
    }
}

#[test]
fn a_permitted_request_is_served_and_a_refused_one_gets_a_reference_and_nothing_else() {
    let memory = Memory::default();
    let gate = gate(state(INDEX, &good()), Box::new(memory.clone()));
    let seen = Arc::new(Mutex::new(Vec::new()));
    let of_operator = Arc::clone(&seen);
    let layer = AdmitLayer::new(gate.clone())
        .clock(SetClock::at_noon().clock())
        .observed(move |report| {
            let missing = report.explanation.missing();
            let ids: Vec<_> = missing.map(|link| link.requirement.id()).collect();
            of_operator.lock().unwrap().push(ids);
        });
    let peer = peer(&gate);
    let served = ask(
        &layer,
        Some(&peer),
        &[("kanta-for", CLINIC), ("kanta-service", "prescription")],
    );
    assert_eq!(served.status(), StatusCode::OK);
    assert_eq!(served.body(), "1.2.246.10.12345671.10.0 prescription");
    let refused = ask(
        &layer,
        Some(&peer),
        &[("kanta-for", CLINIC), ("kanta-service", "imaging")],
    );
    assert_eq!(refused.status(), StatusCode::FORBIDDEN);
    let text = memory.0.lock().unwrap().clone();
    let lines: Vec<Line> = text
        .split(|byte| *byte == b'\n')
        .filter(|line| !line.is_empty())
        .map(|line| Line::read(line).unwrap())
        .collect();
    let verdicts: Vec<_> = lines.iter().map(|line| line.record.decision).collect();
    assert_eq!(verdicts, [RecordedDecision::Permit, RecordedDecision::Deny]);
    let body = format!("{{\"refused\":\"{}\"}}\n", lines[1].reference);
    assert_eq!(*refused.body(), body);
    let no_right = vec!["connection-models/no-right-on-the-day"];
    assert_eq!(*seen.lock().unwrap(), [vec![], no_right]);
}

#[test]
fn what_is_not_asked_in_full_is_not_decided() {
    let memory = Memory::default();
    let gate = gate(state(INDEX, &good()), Box::new(memory.clone()));
    let layer = AdmitLayer::new(gate.clone()).clock(SetClock::at_noon().clock());
    let peer = peer(&gate);
    let (subject, service) = (("kanta-for", CLINIC), ("kanta-service", "prescription"));
    for (headers, what) in [
        (vec![], "kanta-service"),
        (vec![subject], "kanta-service"),
        (vec![service], "kanta-for"),
        (vec![subject, service, service], "kanta-service"),
        (vec![subject, subject, service], "kanta-for"),
        (vec![("kanta-for", "clinic"), service], "kanta-for"),
        (
            vec![subject, ("kanta-service", "everything")],
            "kanta-service",
        ),
        (
            vec![subject, service, ("kanta-tenant", "1.2")],
            "kanta-tenant",
        ),
        (
            vec![subject, service, ("kanta-service-unit", "x")],
            "kanta-service-unit",
        ),
    ] {
        let response = ask(&layer, Some(&peer), &headers);
        assert_eq!(response.status(), StatusCode::BAD_REQUEST, "{headers:?}");
        assert_eq!(*response.body(), format!("{{\"unasked\":\"{what}\"}}\n"));
    }
    let response = ask(&layer, None, &[subject, service]);
    assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
    assert!(memory.0.lock().unwrap().is_empty());
}
