//! Makes the example certificates of the repository; the same bytes each time:
//! `cargo run -p kanta-testkit --example make_certificates -- examples/data/certificates`.

mod list;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let Some(folder) = std::env::args_os().nth(1) else {
        eprintln!("usage: make_certificates FOLDER");
        return ExitCode::from(2);
    };
    for (file, text, what) in list::examples() {
        let path = Path::new(&folder).join(file);
        if let Err(error) = std::fs::write(&path, text) {
            eprintln!("{}: {error}", path.display());
            return ExitCode::from(2);
        }
        println!("{file}: {what}");
    }
    ExitCode::SUCCESS
}
