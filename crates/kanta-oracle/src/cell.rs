//! One cell of a table: which words of one input it covers.

/// What a cell says about one input.
///
/// `*` covers everything, `a|b` the words it names, `<x`, `<=x`, `>x` and `>=x` whatever compares so with a number, an ISO
/// date or another input of the same question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// `*`: any word.
    Any,
    /// `a|b`: these words.
    Words(Vec<&'static str>),
    /// A comparison sign and what stands to the right of it.
    Compared(&'static str, &'static str),
}

impl Cell {
    /// Reads a cell; every text is one.
    pub(crate) fn read(text: &'static str) -> Self {
        if text == "*" {
            return Self::Any;
        }
        for sign in ["<=", ">=", "<", ">"] {
            if let Some(right) = text.strip_prefix(sign) {
                return Self::Compared(sign, right);
            }
        }
        Self::Words(text.split('|').collect())
    }

    /// Whether the cell covers `word`; `other` gives the word of another input by its name.
    pub(crate) fn covers<'a>(&self, word: &str, other: impl Fn(&str) -> Option<&'a str>) -> bool {
        match self {
            Self::Any => true,
            Self::Words(words) => words.contains(&word),
            Self::Compared(sign, right) => {
                let right = other(right).unwrap_or(right);
                compares(sign, word, right)
            }
        }
    }
}

/// Dates compare with dates and numbers with numbers; anything else does not compare.
fn compares(sign: &str, left: &str, right: &str) -> bool {
    let order = if is_date(left) && is_date(right) {
        Some(left.cmp(right))
    } else {
        match (number(left), number(right)) {
            (Some(left), Some(right)) => left.partial_cmp(&right),
            _ => None,
        }
    };
    order.is_some_and(|order| match sign {
        "<" => order.is_lt(),
        "<=" => order.is_le(),
        ">" => order.is_gt(),
        _ => order.is_ge(),
    })
}

/// Whether the text has the shape of an ISO date, `2025-09-01`.
pub(crate) fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    parts.iter().map(|part| part.len()).eq([4, 2, 2])
        && parts
            .iter()
            .all(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The number that the text writes, with digits and at most one point.
pub(crate) fn number(text: &str) -> Option<f64> {
    if text.starts_with(|first: char| first.is_ascii_digit())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.')
    {
        text.parse().ok()
    } else {
        None
    }
}
