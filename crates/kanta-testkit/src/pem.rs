//! The text form of RFC 7468.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// `bytes` between the BEGIN and END lines of `label`, 64 characters a line.
pub(crate) fn pem(label: &str, bytes: &[u8]) -> String {
    let mut out = format!("-----BEGIN {label}-----\n");
    // 48 octets make a line of 64 characters.
    for line in bytes.chunks(48) {
        for group in line.chunks(3) {
            let bits = group
                .iter()
                .fold(0_u32, |bits, byte| (bits << 8) | u32::from(*byte));
            let bits = bits << (24_usize.saturating_sub(group.len().saturating_mul(8)));
            for n in 0..4_usize {
                let shift = 18_usize.saturating_sub(n.saturating_mul(6));
                let index = usize::try_from((bits >> shift) & 0x3f).unwrap_or(0);
                let character = if n <= group.len() {
                    ALPHABET.get(index)
                } else {
                    None
                };
                out.push(char::from(character.copied().unwrap_or(b'=')));
            }
        }
        out.push('\n');
    }
    out.push_str("-----END ");
    out.push_str(label);
    out.push_str("-----\n");
    out
}

#[cfg(test)]
mod tests {
    use super::pem;

    #[test]
    fn the_vectors_of_rfc_4648_come_out() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg==\n"),
            ("fo", "Zm8=\n"),
            ("foo", "Zm9v\n"),
            ("foob", "Zm9vYg==\n"),
            ("fooba", "Zm9vYmE=\n"),
            ("foobar", "Zm9vYmFy\n"),
        ] {
            let expected = format!("-----BEGIN X-----\n{text}-----END X-----\n");
            assert_eq!(pem("X", bytes.as_bytes()), expected);
        }
    }
}
