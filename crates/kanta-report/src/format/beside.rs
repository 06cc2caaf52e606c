//! Parts of one document, written beside each other and told in their order.

use rayon::prelude::*;

/// How many parts are written before they are told: what is kept in memory stays bounded.
const AT_ONCE: usize = 32;

/// Writes a part of each, on as many threads as there are, and tells them one after the other: what comes out is the same
/// however many threads there are.
pub(super) fn in_order<'a, T: Sync, P: Send, E>(
    all: &'a [T],
    write: impl Fn(usize, &'a T) -> P + Sync,
    tell: impl FnMut(P) -> Result<(), E>,
) -> Result<(), E> {
    let numbered: Vec<(usize, &T)> = all.iter().enumerate().collect();
    let mut tell = tell;
    for some in numbered.chunks(AT_ONCE) {
        let parts: Vec<P> = match some {
            // No thread is started for one.
            [(number, one)] => vec![write(*number, one)],
            some => some
                .par_iter()
                .map(|(number, one)| write(*number, one))
                .collect(),
        };
        parts.into_iter().try_for_each(&mut tell)?;
    }
    Ok(())
}
