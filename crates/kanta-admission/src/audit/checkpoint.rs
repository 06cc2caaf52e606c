//! What is kept in a second place, so that the end of a log cannot be cut off unseen.

use std::fmt;

use kanta_conformance::{Language, Text, text};
use thiserror::Error;

use super::chain::{Head, LineHash};

/// How far a log had come at an instant, in the text form of C2SP's checkpoints: its origin, its size and the hash of
/// its last line in base64, each on a line, then a line with the time; behind an empty line signatures may follow.
///
/// The hash is the head of the chain, not the root of a tree: witnesses that ask for proofs between sizes do not take
/// it. It is as good as the place in which it is kept; whoever can sign it may.
///
/// ```
/// use kanta_admission::audit::{Checkpoint, Head};
///
/// let checkpoint = Checkpoint::new("gate.klinikka.example/audit", Head::empty("gate"), "2025-12-01T10:00:00Z")?;
/// let text = checkpoint.to_string();
/// assert!(text.starts_with("gate.klinikka.example/audit\n0\n"));
/// assert_eq!(Checkpoint::read_all(&text)?, [checkpoint]);
/// # Ok::<(), kanta_admission::audit::CheckpointError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Checkpoint {
    /// Whose log it is.
    pub origin: String,
    /// How far it had come.
    pub head: Head,
    /// When, in UTC.
    pub at: String,
    /// The signatures, each a line as it stands. They are not verified here.
    pub signatures: Vec<String>,
}

/// Why a text holds no checkpoints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{}", self.message(Language::En))]
#[non_exhaustive]
pub enum CheckpointError {
    /// There is none in it.
    None,
    /// What stands from that line on, counted from 1, is none.
    Form {
        /// The line.
        line: usize,
    },
    /// They are of different logs.
    Origins,
    /// An origin is empty, or has a line break in it.
    Origin,
}

impl CheckpointError {
    /// Why, in one language.
    #[must_use]
    pub fn message(self, language: Language) -> String {
        let say = |text: Text| text.get(language).to_owned();
        match self {
            Self::None => say(text! {
                en: "no checkpoint",
                fi: "ei yhtään tarkistuspistettä",
                sv: "ingen kontrollpunkt",
            }),
            Self::Form { line } => match language {
                Language::En => format!(
                    "line {line}: not a checkpoint: expected origin, size, hash and time, each on a line, and an empty line"
                ),
                Language::Fi => format!(
                    "rivi {line}: ei tarkistuspiste: odotettu lokin nimi, koko, tiiviste ja aika, kukin omalla rivillään, ja tyhjä rivi"
                ),
                Language::Sv => format!(
                    "rad {line}: ingen kontrollpunkt: väntat loggens namn, storlek, hash och tid, var och en på sin rad, och en tom rad"
                ),
            },
            Self::Origins => say(text! {
                en: "checkpoints of different logs",
                fi: "tarkistuspisteet ovat eri lokeista",
                sv: "kontrollpunkterna är från olika loggar",
            }),
            Self::Origin => say(text! {
                en: "the origin of a log is one line of text",
                fi: "lokin nimi on yksi rivi tekstiä",
                sv: "en loggs namn är en rad text",
            }),
        }
    }
}

impl Checkpoint {
    /// One without signatures.
    ///
    /// # Errors
    /// The origin is not one line of text.
    pub fn new(origin: &str, head: Head, at: &str) -> Result<Self, CheckpointError> {
        if !is_line(origin) || !is_line(at) {
            return Err(CheckpointError::Origin);
        }
        Ok(Self {
            origin: origin.to_owned(),
            head,
            at: at.to_owned(),
            signatures: Vec::new(),
        })
    }

    /// What a signature covers: the text before the empty line.
    #[must_use]
    pub fn signed_text(&self) -> String {
        let Head { size, hash } = self.head;
        format!(
            "{}\n{size}\n{}\ntime {}\n",
            self.origin,
            hash.to_base64(),
            self.at
        )
    }

    /// Reads all checkpoints of a text, one behind the other.
    ///
    /// # Errors
    /// There is none, or something else stands there.
    pub fn read_all(text: &str) -> Result<Vec<Self>, CheckpointError> {
        let mut all: Vec<Self> = Vec::new();
        let mut lines = text.lines().zip(1_usize..).peekable();
        while let Some((origin, line)) = lines.next() {
            if origin.is_empty() {
                continue;
            }
            let wrong = CheckpointError::Form { line };
            let mut next = || lines.next().map(|(text, _)| text).ok_or(wrong);
            let (size, hash, at, gap) = (next()?, next()?, next()?, next()?);
            let canonical = |size: &u64| size.to_string().len();
            let number = size.parse().ok().filter(|it| canonical(it) == size.len());
            let checkpoint = Self::new(
                origin,
                Head {
                    size: number.ok_or(wrong)?,
                    hash: LineHash::from_base64(hash).ok_or(wrong)?,
                },
                at.strip_prefix("time ").ok_or(wrong)?,
            );
            let mut checkpoint = checkpoint.map_err(|_| wrong)?;
            if !gap.is_empty() {
                return Err(wrong);
            }
            while let Some((signature, _)) = lines.next_if(|(text, _)| text.starts_with("— ")) {
                checkpoint.signatures.push(signature.to_owned());
            }
            all.push(checkpoint);
        }
        if all.is_empty() {
            return Err(CheckpointError::None);
        }
        Ok(all)
    }
}

fn is_line(text: &str) -> bool {
    !text.is_empty() && !text.contains(char::is_control)
}

/// The text, with an empty line before the signatures.
impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.signed_text())?;
        self.signatures
            .iter()
            .try_for_each(|line| writeln!(f, "{line}"))
    }
}
