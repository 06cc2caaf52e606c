//! The text form of RFC 7468.

use std::sync::LazyLock;

use data_encoding::Encoding;

/// Base64 with 64 characters a line.
static LINES: LazyLock<Option<Encoding>> = LazyLock::new(|| {
    let mut base64 = data_encoding::BASE64.specification();
    base64.wrap.width = 64;
    base64.wrap.separator.push('\n');
    base64.encoding().ok()
});

/// `bytes` between the BEGIN and END lines of `label`, 64 characters a line.
pub(crate) fn pem(label: &str, bytes: &[u8]) -> String {
    let lines = LINES.as_ref().map(|base64| base64.encode(bytes));
    let lines = lines.unwrap_or_default();
    format!("-----BEGIN {label}-----\n{lines}-----END {label}-----\n")
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
