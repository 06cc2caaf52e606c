//! `kanta-gateway serve gateway.toml`; `kanta-gateway demo FOLDER` makes a folder to try it with, and
//! `kanta-gateway backend ADDRESS` something to forward to.

use std::convert::Infallible;
use std::io;
use std::path::Path;
use std::process::ExitCode;
use std::time::SystemTime;

use http::{Request, Response};
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use kanta_cert::Moment;
use kanta_gateway::{Serving, Stopped, demo, serve};
use kanta_rustls::Clock;
use kanta_rustls::settings::{SIZE_LIMIT, Settings};
use tokio::net::TcpListener;

const USAGE: &str = "usage: kanta-gateway serve CONFIGURATION\n\
       kanta-gateway demo FOLDER [GATEWAY BACKEND METRICS]\n\
       kanta-gateway backend ADDRESS";

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match *words.as_slice() {
        ["serve", file] => serve_by(Path::new(file)).await,
        ["demo", folder] => make(
            folder,
            ["127.0.0.1:8443", "127.0.0.1:8081", "127.0.0.1:9090"],
        ),
        ["demo", folder, gateway, backend, metrics] => make(folder, [gateway, backend, metrics]),
        ["backend", address] => backend(address).await,
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn serve_by(file: &Path) -> io::Result<()> {
    let told =
        |error: &dyn std::fmt::Display| io::Error::other(format!("{}: {error}", file.display()));
    let length = std::fs::metadata(file).map_err(|error| told(&error))?.len();
    if length > u64::try_from(SIZE_LIMIT).unwrap_or(u64::MAX) {
        return Err(told(&"too large"));
    }
    let bytes = std::fs::read(file).map_err(|error| told(&error))?;
    let settings = Settings::read(&bytes).map_err(|faults| told(&faults))?;
    let folder = file.parent().unwrap_or(Path::new(""));
    let serving = Serving::new(settings.in_folder(folder), Clock::system()).await?;
    eprintln!("listening on {}", serving.address()?);
    let Stopped { cut_off } = serve(serving, told_to_stop()).await?;
    eprintln!("stopped, {cut_off} connections cut off");
    Ok(())
}

/// Ends when the process is told to: by SIGTERM where there is such a thing, or from the keyboard.
async fn told_to_stop() {
    let keyboard = async { tokio::signal::ctrl_c().await.is_ok() };
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let Ok(mut terminated) = signal(SignalKind::terminate()) else {
            keyboard.await;
            return;
        };
        tokio::select! {
            _ = terminated.recv() => {}
            _ = keyboard => {}
        }
    }
    #[cfg(not(unix))]
    keyboard.await;
}

fn make(folder: &str, addresses: [&str; 3]) -> io::Result<()> {
    let now = Moment::from(SystemTime::now());
    demo::write(Path::new(folder), now, addresses)?;
    eprintln!("made {folder}: keys that anyone can work out, for tests alone");
    Ok(())
}

/// Answers every request with what it was asked, and by which reference.
async fn backend(address: &str) -> io::Result<()> {
    let listener = TcpListener::bind(address).await?;
    eprintln!("listening on {}", listener.local_addr()?);
    loop {
        let (stream, _) = listener.accept().await?;
        tokio::spawn(async move {
            let service = service_fn(echo);
            let serving = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
            serving.await.ok();
        });
    }
}

async fn echo(request: Request<Incoming>) -> Result<Response<Full<Bytes>>, Infallible> {
    let reference = request.headers().get("kanta-reference");
    let reference = reference
        .and_then(|value| value.to_str().ok())
        .unwrap_or("none");
    let text = format!(
        "{} {} reference {reference}\n",
        request.method(),
        request.uri()
    );
    Ok(Response::new(Full::from(text)))
}
