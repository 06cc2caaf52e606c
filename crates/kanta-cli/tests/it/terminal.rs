//! Reports on a terminal: as wide as it is, coloured where that is wanted, the verdict first and last.

use std::io::Read;
use std::process::{Command, Stdio};

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};

use crate::harness::{LANGUAGES, data};

/// What a terminal of that width is shown; nothing where the machine has no terminals to give.
fn shown(width: u16, arguments: &[&str], variables: &[(&str, &str)]) -> Option<String> {
    let Ok(terminal) = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY) else {
        eprintln!("SKIPPED: this machine gives no pseudo-terminal");
        return None;
    };
    grantpt(&terminal).unwrap();
    unlockpt(&terminal).unwrap();
    let size = Winsize {
        ws_row: 40,
        ws_col: width,
        ws_xpixel: 0,
        ws_ypixel: 0,
    };
    tcsetwinsize(&terminal, size).unwrap();
    let name = ptsname(&terminal, Vec::new()).unwrap();
    let seen_by_the_tool = std::fs::OpenOptions::new()
        .write(true)
        .open(name.to_str().unwrap())
        .unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_kanta"))
        .args(arguments)
        .current_dir(data())
        .env_remove("NO_COLOR")
        .env("TERM", "xterm")
        .envs(variables.iter().copied())
        .stdin(Stdio::null())
        .stdout(seen_by_the_tool)
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    // Reading ends with an error when nobody holds the other end any more.
    let mut shown = Vec::new();
    let mut terminal = std::fs::File::from(terminal);
    drop(terminal.read_to_end(&mut shown));
    child.wait().unwrap();
    Some(String::from_utf8(shown).unwrap().replace("\r\n", "\n"))
}

/// Without the escapes of colours.
fn plain(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        plain.push_str(part.split_once('m').unwrap().1);
    }
    plain
}

#[test]
fn a_report_is_as_wide_as_the_terminal_and_no_wider_than_a_hundred() {
    for lang in LANGUAGES {
        for plan in ["broken.toml", "unknown.toml", "clinic.toml"] {
            for (terminal, most) in [(60, 60), (80, 80), (100, 100), (200, 100)] {
                let Some(shown) = shown(terminal, &["check", plan, "--lang", lang], &[]) else {
                    return;
                };
                let shown = plain(&shown);
                let widths = shown.lines().map(|line| {
                    // Of what is copied whole, an id or a place, a line may be as long as that is.
                    let words = line.split_whitespace().count();
                    if words > 2 { line.chars().count() } else { 0 }
                });
                let widest = widths.max().unwrap();
                assert!(widest <= most, "{lang} {plan} {terminal}: {widest}");
                // And it is made use of.
                assert!(widest + 12 > most, "{lang} {plan} {terminal}: {widest}");
            }
        }
    }
}

#[test]
fn the_verdict_stands_first_and_last() {
    for (lang, words) in LANGUAGES.into_iter().zip([
        "does not conform",
        "ei ole ohjeen mukainen",
        "följer inte anvisningen",
    ]) {
        let Some(shown) = shown(100, &["check", "broken.toml", "--lang", lang], &[]) else {
            return;
        };
        let lines: Vec<&str> = shown.lines().collect();
        let red = "\u{1b}[1m\u{1b}[31m";
        let first = lines[1].strip_prefix(red).unwrap().to_lowercase();
        assert!(first.starts_with(words), "{first}");
        let last = lines.last().unwrap();
        assert!(last.starts_with(red) && last.contains(words), "{last}");
    }
}

#[test]
fn colour_follows_the_terminal_the_environment_and_the_option_in_the_order_of_their_weight() {
    let coloured = |option: &[&str], variables: &[(&str, &str)]| {
        let arguments = [&["check", "clinic.toml"], option].concat();
        shown(80, &arguments, variables).map(|shown| shown.contains('\u{1b}'))
    };
    for (option, variables, expected) in [
        (&[][..], &[][..], true),
        (&[], &[("NO_COLOR", "1")], false),
        (&["--color", "auto"], &[("NO_COLOR", "1")], false),
        (&["--color", "always"], &[("NO_COLOR", "1")], true),
        (&["--color", "never"], &[], false),
    ] {
        if let Some(coloured) = coloured(option, variables) {
            assert_eq!(coloured, expected, "{option:?} {variables:?}");
        }
    }
}
