//! How wide words are, and how they are broken into lines.
//!
//! Nobody knows in which font a picture is shown. The widths are those of DejaVu Sans, the widest of the common ones, so
//! that what fits here fits everywhere.

use kanta_conformance::Escaped;

/// Hundredths of the font's size, from the blank to the tilde.
const PLAIN: [u8; 95] = [
    32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64,
    64, 64, 34, 34, 84, 84, 84, 54, 100, 69, 69, 70, 78, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75,
    79, 61, 79, 70, 64, 62, 74, 69, 99, 69, 62, 69, 40, 34, 40, 84, 50, 50, 62, 64, 55, 64, 62, 36,
    64, 64, 28, 28, 58, 28, 98, 64, 62, 64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84,
];

const BOLD: [u8; 95] = [
    35, 46, 53, 84, 70, 101, 88, 31, 46, 46, 53, 84, 38, 42, 38, 37, 70, 70, 70, 70, 70, 70, 70,
    70, 70, 70, 40, 40, 84, 84, 84, 59, 100, 78, 77, 74, 84, 69, 69, 83, 84, 38, 38, 78, 64, 100,
    84, 86, 74, 86, 78, 73, 69, 82, 78, 111, 78, 73, 73, 46, 37, 46, 84, 50, 50, 68, 72, 60, 72,
    68, 44, 72, 72, 35, 35, 67, 35, 105, 72, 69, 72, 72, 50, 60, 48, 72, 66, 93, 65, 66, 59, 72,
    37, 72, 84,
];

/// A font of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Font {
    /// The title: 17 pixels, bold.
    Title,
    /// Names: 13 pixels, bold.
    Name,
    /// Everything else: 11.5 pixels.
    Small,
    /// The same, bold.
    Strong,
    /// Identifiers: 11 pixels, every character equally wide.
    Code,
}

impl Font {
    /// Its size in pixels.
    #[must_use]
    pub const fn size(self) -> f64 {
        match self {
            Self::Title => 17.0,
            Self::Name => 13.0,
            Self::Small | Self::Strong => 11.5,
            Self::Code => 11.0,
        }
    }

    /// How wide a character is at most, in pixels.
    fn of(self, c: char) -> f64 {
        let table = match self {
            Self::Code => return self.size() * if c.is_ascii() { 0.61 } else { 1.1 },
            Self::Small => &PLAIN,
            Self::Title | Self::Name | Self::Strong => &BOLD,
        };
        let index = u32::from(c)
            .checked_sub(32)
            .and_then(|i| usize::try_from(i).ok());
        let hundredths = match index.and_then(|index| table.get(index)) {
            Some(&width) => f64::from(width),
            None => match c {
                '\u{a0}' => 35.0,
                '·' | '’' => 40.0,
                'Ä' | 'Å' => 79.0,
                'Ö' => 87.0,
                'ä' | 'å' | 'ö' | 'é' | 'ü' => 72.0,
                '–' => 50.0,
                _ => 110.0,
            },
        };
        hundredths * self.size() / 100.0
    }

    /// How wide words are at most, in pixels.
    #[must_use]
    pub fn width(self, words: &str) -> f64 {
        words.chars().map(|c| self.of(c)).sum()
    }
}

/// Words in which nothing turns the direction, moves the cursor or breaks an XML document.
#[must_use]
pub fn shown(words: &str) -> String {
    let escaped = Escaped(words).to_string();
    escaped
        .chars()
        .map(|c| match c {
            '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
            other => other,
        })
        .collect()
}

/// Words broken into lines no wider than `room`, at most `most` of them; what does not fit ends in `…`.
///
/// They are broken at blanks; what is wider than a line alone, behind a dot, slash or hyphen, or anywhere.
#[must_use]
pub fn wrapped(words: &str, font: Font, room: f64, most: usize) -> Vec<String> {
    let words = shown(words);
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut rest: Vec<String> = pieces(&words, font, room);
    rest.reverse();
    while let Some(piece) = rest.pop() {
        let together = format!("{line}{piece}");
        if font.width(together.trim_end()) <= room {
            line = together;
            continue;
        }
        if lines.len().saturating_add(1) >= most {
            lines.push(cut(&together, font, room));
            return lines;
        }
        lines.push(line.trim_end().to_owned());
        line = piece.trim_start().to_owned();
    }
    if !line.trim().is_empty() || lines.is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// Words in one line, its end cut where it does not fit.
#[must_use]
pub fn cut(words: &str, font: Font, room: f64) -> String {
    if font.width(words) <= room {
        return words.to_owned();
    }
    let end = font.of('…');
    let mut width = end;
    let mut kept = String::new();
    for c in words.chars() {
        width += font.of(c);
        if width > room {
            break;
        }
        kept.push(c);
    }
    format!("{}…", kept.trim_end())
}

/// What is not broken: words with the blank behind them, and parts of those that are wider than a line.
fn pieces(words: &str, font: Font, room: f64) -> Vec<String> {
    let mut all = Vec::new();
    for word in words.split_inclusive(' ') {
        if font.width(word.trim_end()) <= room {
            all.push(word.to_owned());
            continue;
        }
        for part in word.split_inclusive(['.', '/', '-', '_', ',']) {
            let mut piece = String::new();
            let mut width = 0.0;
            for c in part.chars() {
                if width + font.of(c) + font.of('-') > room && !piece.is_empty() {
                    let inside = |c: char| c.is_alphabetic();
                    if inside(c) && piece.chars().next_back().is_some_and(inside) {
                        piece.push('-');
                    }
                    all.push(core::mem::take(&mut piece));
                    width = 0.0;
                }
                width += font.of(c);
                piece.push(c);
            }
            all.push(piece);
        }
    }
    all
}
