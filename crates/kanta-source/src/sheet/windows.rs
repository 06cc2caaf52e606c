//! Windows-1252, in which older spreadsheets save CSV.

/// What the bytes from 80 to 9F are; a hole is no letter.
const UPPER: [u16; 32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
];

/// The letter of a byte; none for the five bytes that have none.
pub(crate) fn letter(byte: u8) -> Option<char> {
    match byte {
        0x80..=0x9F => {
            let at = usize::from(byte.saturating_sub(0x80));
            let code = UPPER.get(at).copied().filter(|&code| code != 0)?;
            char::from_u32(code.into())
        }
        other => Some(other.into()),
    }
}

/// The text of bytes in Windows-1252.
///
/// ```
/// assert_eq!(kanta_source::windows_1252(b"V\xe4in\xf6 \x80"), Ok("Väinö €".into()));
/// assert_eq!(kanta_source::windows_1252(b"a\x81"), Err(1));
/// ```
///
/// # Errors
/// The first byte that is no letter of it, counted from 0.
pub fn windows_1252(bytes: &[u8]) -> Result<String, usize> {
    let letters = bytes.iter().enumerate();
    letters.map(|(at, &byte)| letter(byte).ok_or(at)).collect()
}
