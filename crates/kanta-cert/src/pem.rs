//! The text form of RFC 7468, read as generously as people write it: any number of blocks, any
//! text around them, any line length and line ending. The base64 is `data-encoding`'s, which tells
//! where it breaks off; `pem-rfc7468` tells no place and takes neither blanks nor long lines.

use std::sync::LazyLock;

use data_encoding::{DecodeKind, Encoding};

use crate::error::ReadError;
use crate::form::FileForm;

const BEGIN: &[u8] = b"-----BEGIN ";
const END: &[u8] = b"-----END ";
const DASHES: &[u8] = b"-----";
/// The longest label that is looked at.
const LABEL: usize = 64;

/// The DER of every certificate, request and PKCS #7 in a text; none if the input is no text with blocks.
///
/// A private key anywhere is an error, and so is a text with blocks of other kinds only.
pub(crate) fn blocks(bytes: &[u8]) -> Result<Option<Vec<Vec<u8>>>, ReadError> {
    let wanted = |label: &[u8]| {
        matches!(
            label,
            b"CERTIFICATE"
                | b"X509 CERTIFICATE"
                | b"TRUSTED CERTIFICATE"
                | b"CERTIFICATE REQUEST"
                | b"NEW CERTIFICATE REQUEST"
                | b"PKCS7"
                | b"PKCS #7 SIGNED DATA"
                | b"CMS"
        )
    };
    match labelled(bytes, wanted)? {
        Some(found) if found.is_empty() => {
            let markers = markers(bytes);
            let mut forms = markers.iter().filter_map(|marker| match marker {
                Marker::Begin { label, .. } => FileForm::of_label(label),
                Marker::End { .. } => None,
            });
            Err(forms
                .next()
                .map_or(ReadError::NotFound, ReadError::OtherForm))
        }
        found => Ok(found),
    }
}

/// The DER of every block whose label is wanted; none if the input is no text with blocks.
///
/// A private key anywhere is an error.
pub(crate) fn labelled(
    bytes: &[u8],
    wanted: impl Fn(&[u8]) -> bool,
) -> Result<Option<Vec<Vec<u8>>>, ReadError> {
    // DER starts with a SEQUENCE of more than 127 bytes; no text starts like that.
    if matches!(*bytes, [0x30, 0x80..=0xff, ..]) {
        return Ok(None);
    }
    let markers = markers(bytes);
    let mut found = Vec::new();
    let mut seen = false;
    let mut wrong = None;
    for (index, marker) in markers.iter().enumerate() {
        let Marker::Begin { at, label, body } = *marker else {
            continue;
        };
        if is_private_key(label) {
            return Err(ReadError::PrivateKey { offset: at });
        }
        seen = true;
        let end = match markers.get(index.saturating_add(1)) {
            Some(Marker::End { at }) => *at,
            _ => {
                wrong = wrong.or(Some(ReadError::Unfinished { offset: at }));
                continue;
            }
        };
        if wanted(label) {
            let text = bytes.get(body..end).unwrap_or_default();
            match base64(text, body) {
                Ok(der) => found.push(der),
                Err(error) => {
                    let error = mailed(text).map_or(error, ReadError::OtherForm);
                    wrong = wrong.or(Some(error));
                }
            }
        }
    }
    // All blocks were looked at first: a private key outweighs whatever else is wrong.
    if let Some(error) = wrong {
        return Err(error);
    }
    Ok(seen.then_some(found))
}

/// What mail programs make of PEM, where the text between the lines looks like that.
fn mailed(text: &[u8]) -> Option<FileForm> {
    let lines = || text.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
    if lines().any(|line| line.starts_with(b">")) {
        return Some(FileForm::Quoted);
    }
    // A line that goes on ends in `=`, and the sign itself is written as `=3D`.
    let goes_on = lines().filter(|line| line.ends_with(b"=")).count() > 1;
    let is_encoded = text.windows(3).any(|three| three == b"=3D");
    (goes_on || is_encoded).then_some(FileForm::QuotedPrintable)
}

/// Bytes that are base64 and nothing else, decoded.
pub(crate) fn bare(bytes: &[u8]) -> Option<Vec<u8>> {
    let text = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    let der = base64(text, 0).ok()?;
    der.starts_with(&[0x30]).then_some(der)
}

/// Whether a label is that of a private key.
fn is_private_key(label: &[u8]) -> bool {
    let words = b"PRIVATE KEY";
    label.windows(words.len()).any(|window| window == words)
}

/// Whether text in UTF-16 speaks of a private key.
pub(crate) fn holds_private_key_in_utf16(bytes: &[u8]) -> bool {
    let narrow: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != 0).collect();
    let found = markers(&narrow);
    found
        .iter()
        .any(|marker| matches!(marker, Marker::Begin { label, .. } if is_private_key(label)))
}

/// What some editors put before text in UTF-8.
pub(crate) const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// A BEGIN or an END line.
enum Marker<'a> {
    Begin {
        at: usize,
        label: &'a [u8],
        body: usize,
    },
    End {
        at: usize,
    },
}

/// All BEGIN and END lines, in one pass.
fn markers(bytes: &[u8]) -> Vec<Marker<'_>> {
    let mut markers = Vec::new();
    for (at, window) in bytes.windows(END.len()).enumerate() {
        if window == END {
            markers.push(Marker::End { at });
        } else if window.starts_with(DASHES)
            && bytes.get(at..).is_some_and(|b| b.starts_with(BEGIN))
        {
            // A label is a few words on one line; anything else is text that looks like it.
            let start = at.saturating_add(BEGIN.len());
            let line = bytes.get(start..).unwrap_or_default();
            let line = line
                .get(..LABEL.saturating_add(DASHES.len()))
                .unwrap_or(line);
            let length = line
                .windows(DASHES.len())
                .position(|window| window == DASHES);
            let label = length.and_then(|length| line.get(..length));
            if let Some(label) = label.filter(|label| !label.contains(&b'\n')) {
                let body = start
                    .saturating_add(label.len())
                    .saturating_add(DASHES.len());
                markers.push(Marker::Begin { at, label, body });
            }
        }
    }
    markers
}

/// Base64 with blanks and line ends of any kind between its characters.
static BASE64: LazyLock<Option<Encoding>> = LazyLock::new(|| {
    let mut base64 = data_encoding::BASE64.specification();
    base64.ignore.push_str(" \t\r\n\x0c");
    base64.encoding().ok()
});

/// Decodes base64; `at` is where it starts in the input.
fn base64(text: &[u8], at: usize) -> Result<Vec<u8>, ReadError> {
    let error = |place: usize| ReadError::Base64 {
        offset: at.saturating_add(place),
    };
    // A wrong length is told before a wrong character, and padding starts another piece: here the
    // first character that does not belong is looked for, and padding ends it.
    let mut is_padded = false;
    let wrong = text.iter().position(|byte| match byte {
        b'=' => {
            is_padded = true;
            false
        }
        byte if byte.is_ascii_whitespace() => false,
        byte => is_padded || !(byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/')),
    });
    if let Some(place) = wrong {
        return Err(error(place));
    }
    let base64 = BASE64.as_ref().ok_or(error(0))?;
    base64.decode(text).map_err(|fault| match fault.kind {
        // What is missing is missing at the end.
        DecodeKind::Length => error(text.len()),
        _ => error(fault.position),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_vectors_of_rfc_4648_are_read() {
        for (text, bytes) in [
            ("", ""),
            ("Zg==", "f"),
            ("Zm8=", "fo"),
            ("Zm9v", "foo"),
            ("Zm9v\r\nYg==\n", "foob"),
            (" Z m 9 v Y m E = ", "fooba"),
            ("Zm9vYmFy", "foobar"),
        ] {
            assert_eq!(
                base64(text.as_bytes(), 0).unwrap(),
                bytes.as_bytes(),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_no_base64_is_refused_at_its_byte() {
        for (text, offset) in [
            ("Zm9v!", 4),
            ("Zg=", 3),
            ("Z", 1),
            ("=", 1),
            ("Zg==Zg==", 4),
            ("Zh==", 1),
        ] {
            let error = base64(text.as_bytes(), 0).unwrap_err();
            assert_eq!(error, ReadError::Base64 { offset }, "{text}");
        }
    }
}
