//! The exit statuses.

use std::io::{self, Write};
use std::process::ExitCode;

use kanta_conformance::Verdict;

/// Conforming.
pub(crate) const CONFORMING: u8 = 0;
/// Non-conforming.
pub(crate) const NON_CONFORMING: u8 = 1;
/// Unreadable input or wrong usage.
pub(crate) const UNREADABLE: u8 = 2;
/// Undetermined.
pub(crate) const UNDETERMINED: u8 = 3;

/// The text of `--help` on exit statuses.
pub(crate) const HELP: &str = "Exit status: 0 conforming, 1 non-conforming, 3 undetermined, \
2 unreadable input or wrong usage; for several files the worst, in the order 2, 1, 3, 0.";

/// The status of a verdict.
pub(crate) const fn of(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Conforming => CONFORMING,
        Verdict::NonConforming => NON_CONFORMING,
        Verdict::Undetermined => UNDETERMINED,
    }
}

/// The status of a verdict that is told.
pub(crate) const fn of_view(verdict: kanta_report::view::Verdict) -> u8 {
    use kanta_report::view::Verdict;
    match verdict {
        Verdict::Conforming => CONFORMING,
        Verdict::NonConforming => NON_CONFORMING,
        _ => UNDETERMINED,
    }
}

/// The worse of two statuses, in the order 2, 1, 3, 0.
pub(crate) fn worst(one: u8, other: u8) -> u8 {
    const ORDER: [u8; 4] = [UNREADABLE, NON_CONFORMING, UNDETERMINED, CONFORMING];
    ORDER
        .into_iter()
        .find(|status| [one, other].contains(status))
        .unwrap_or(UNREADABLE)
}

/// What a shell tells of a program that SIGPIPE ended: nobody reads on, and the input was not read to its end.
const UNREAD: u8 = 141;

/// What the process ends with. A reader that closed its end early (`| head`) is no fault of the input.
pub(crate) fn exit_code(result: io::Result<u8>) -> ExitCode {
    match result {
        Ok(status) => ExitCode::from(status),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::from(UNREAD),
        Err(error) => {
            // Where nobody reads this either, the status alone tells.
            writeln!(anstream::stderr(), "kanta: {error}").ok();
            ExitCode::from(UNREADABLE)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worst_status_counts_in_the_documented_order() {
        for (one, other, worse) in [
            (0, 0, 0),
            (0, 3, 3),
            (3, 1, 1),
            (1, 2, 2),
            (0, 2, 2),
            (3, 2, 2),
            (0, 1, 1),
            (3, 3, 3),
        ] {
            assert_eq!(worst(one, other), worse);
            assert_eq!(worst(other, one), worse);
        }
    }
}
