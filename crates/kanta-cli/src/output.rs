//! Standard output and standard error.

use std::io::{self, BufWriter, ErrorKind, Write};

use anstream::AutoStream;
use kanta_report::text::Page;

/// Standard output. A reader that went away (`| head`) takes nothing from the answer: what it would have read is
/// dropped, and the exit status stays the verdict. It is written in large pieces: what has to be read at once is flushed, and
/// so is the end.
pub(crate) fn out() -> impl Write {
    let stdout = io::stdout();
    let colours = AutoStream::choice(&stdout);
    let pieces = BufWriter::with_capacity(PIECE, Unread(stdout.lock()));
    AutoStream::new(Box::new(pieces) as Box<dyn Write>, colours)
}

/// So many bytes are written at once.
const PIECE: usize = 1 << 16;

/// Standard error, with the same patience.
pub(crate) fn err() -> impl Write {
    Unread(anstream::stderr().lock())
}

/// How wide a report is: as wide as the terminal that it goes to; elsewhere 80 columns.
pub(crate) fn width() -> usize {
    let of_terminal = terminal_size::terminal_size_of(io::stdout());
    of_terminal.map_or(Page::WIDTH, |(width, _)| usize::from(width.0))
}

/// Where a report is written, as wide as [`width`].
pub(crate) fn page(out: &mut dyn Write) -> Page<'_> {
    Page::new(out, width())
}

/// Drops what nobody reads any more.
struct Unread<W>(W);

/// What became of writing, with a reader that went away as no fault.
fn heard<T>(result: io::Result<T>, unheard: T) -> io::Result<T> {
    match result {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(unheard),
        other => other,
    }
}

impl<W: Write> Write for Unread<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        heard(self.0.write(bytes), bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        heard(self.0.flush(), ())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may panic")]

    use super::*;

    /// Fails always in the same way.
    struct Failing(ErrorKind);

    impl Write for Failing {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Err(self.0.into())
        }
    }

    #[test]
    fn a_reader_that_went_away_is_no_fault_and_a_full_disk_is() {
        let mut gone = Unread(Failing(ErrorKind::BrokenPipe));
        gone.write_all(b"verdict").unwrap();
        gone.flush().unwrap();
        let mut full = Unread(Failing(ErrorKind::StorageFull));
        assert_eq!(
            full.write_all(b"verdict").unwrap_err().kind(),
            ErrorKind::StorageFull
        );
        assert_eq!(full.flush().unwrap_err().kind(), ErrorKind::StorageFull);
    }
}
