//! One JSON object on one line.

use std::io::{self, Write};

use serde::Serialize;

/// Writes a view as one line of JSON, whose shape the view's schema tells.
///
/// # Errors
/// Those of `out`.
pub fn json<T: Serialize>(view: &T, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, view)?;
    writeln!(out)
}
