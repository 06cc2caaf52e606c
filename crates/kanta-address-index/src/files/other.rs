//! Forms in which no index is read, by how they begin.

/// The form of what cannot be TOML, if its first line tells.
pub(super) fn form_of(text: &str) -> Option<&'static str> {
    let lines = text.lines().map(str::trim);
    let line = lines
        .into_iter()
        .find(|line| !line.is_empty() && !line.starts_with('#'))?;
    let values = |separator: char| line.matches(separator).count();
    if line.starts_with('<') {
        Some("XML")
    } else if line.starts_with('[') || line.contains('=') {
        None
    } else if values(';').max(values(',')).max(values('\t')) > 0 {
        Some("CSV")
    } else if line == "---" || line.ends_with(':') || line.contains(": ") {
        Some("YAML")
    } else {
        None
    }
}
