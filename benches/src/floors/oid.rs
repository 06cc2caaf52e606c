//! Access-point OIDs in the five forms.

/// The five roots, with the dot after each.
pub const ROOTS: [&str; 5] = [
    "1.2.246.10.",
    "1.2.246.537.10.",
    "1.2.246.537.28.",
    "1.2.246.553.1.",
    "1.2.246.537.6.918.18.",
];

/// The index of the root, the owner's code, the unit (zero if there is none) and the number.
pub type Parts = (u8, u64, u64, u64);

/// Reads a text that is known to be right.
#[must_use]
pub fn parse(text: &str) -> Parts {
    let mut rest = text.as_bytes();
    let mut form = 0;
    for (i, root) in ROOTS.iter().enumerate() {
        if let Some(tail) = rest.strip_prefix(root.as_bytes()) {
            form = i as u8;
            rest = tail;
            break;
        }
    }
    let code = arc(&mut rest);
    let mut unit = 0;
    if form < 2 {
        rest = rest.get(3..).unwrap_or_default();
        unit = arc(&mut rest);
    }
    rest = rest.get(3..).unwrap_or_default();
    (form, code, unit, arc(&mut rest))
}

/// Reads an arc and the dot after it.
fn arc(rest: &mut &[u8]) -> u64 {
    let mut value = 0_u64;
    while let [byte, tail @ ..] = *rest {
        *rest = tail;
        if *byte == b'.' {
            break;
        }
        value = value
            .wrapping_mul(10)
            .wrapping_add(u64::from(byte.wrapping_sub(b'0')));
    }
    value
}

/// Prints into the buffer.
pub fn format((form, code, unit, number): Parts, buffer: &mut [u8; 64]) -> &str {
    let mut end = 0;
    push(
        buffer,
        &mut end,
        ROOTS
            .get(form as usize)
            .copied()
            .unwrap_or_default()
            .as_bytes(),
    );
    digits(buffer, &mut end, code);
    if form < 2 {
        push(buffer, &mut end, b".10.");
        digits(buffer, &mut end, unit);
    }
    push(buffer, &mut end, b".13.");
    digits(buffer, &mut end, number);
    core::str::from_utf8(buffer.get(..end).unwrap_or_default()).unwrap_or_default()
}

fn push(buffer: &mut [u8; 64], end: &mut usize, text: &[u8]) {
    let start = *end;
    *end = start.wrapping_add(text.len());
    if let Some(place) = buffer.get_mut(start..*end) {
        place.copy_from_slice(text);
    }
}

fn digits(buffer: &mut [u8; 64], end: &mut usize, mut value: u64) {
    let mut reversed = [0_u8; 20];
    let mut start = 20;
    for place in reversed.iter_mut().rev() {
        *place = b'0'.wrapping_add((value % 10) as u8);
        value /= 10;
        start = usize::wrapping_sub(start, 1);
        if value == 0 {
            break;
        }
    }
    push(buffer, end, reversed.get(start..).unwrap_or_default());
}
