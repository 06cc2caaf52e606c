//! What a server holds is shared among its threads: shown by the compiler.

use std::error::Error;

use kanta_rustls::settings::{
    Audit, Listener, LoadError, Loaded, OwnAccessPoint, Settings, SystemSettings,
};
use kanta_rustls::sink::{
    FileSink, LogFiles, LogReadError, OpenError, Queue, QueueHealth, SyncPolicy,
};
use kanta_rustls::{
    AccessPointVerifier, Calling, Clock, Listening, PeerVerifier, Refused, Resumption, States,
    TlsPeer, Watch,
};

const fn shared<T: Send + Sync + ?Sized + 'static>() {}
/// What goes to another thread and belongs to it there.
const fn sent<T: Send + 'static>() {}
/// What `anyhow` and `Box<dyn Error + Send + Sync>` take.
const fn error<T: Error + Send + Sync + 'static>() {}

#[test]
fn types_are_shared_among_threads() {
    shared::<AccessPointVerifier>();
    shared::<PeerVerifier>();
    shared::<Calling>();
    shared::<Listening>();
    shared::<Clock>();
    shared::<Resumption>();
    shared::<TlsPeer>();
    shared::<Watch>();
    shared::<dyn States>();
    shared::<Settings>();
    shared::<Audit>();
    shared::<Listener>();
    shared::<Loaded>();
    shared::<OwnAccessPoint>();
    shared::<SystemSettings>();
    shared::<FileSink>();
    shared::<LogFiles>();
    shared::<QueueHealth>();
    shared::<SyncPolicy>();
    sent::<Queue>();
}

#[cfg(feature = "tower")]
#[test]
fn the_layer_is_shared_among_threads() {
    use kanta_rustls::tower::{Admit, AdmitLayer, AskHeaders, Denied, Unasked};

    shared::<AdmitLayer>();
    shared::<Admit<(), AskHeaders>>();
    shared::<Denied>();
    error::<Unasked>();
}

#[test]
fn errors_are_errors() {
    error::<Refused>();
    error::<LoadError>();
    error::<OpenError>();
    error::<LogReadError>();
}
