//! The command `kanta-sql`; what it does stands in the library, for others that ask the same questions.

use std::process::ExitCode;

fn main() -> ExitCode {
    kanta_sql::main()
}
