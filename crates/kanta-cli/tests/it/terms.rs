//! Every text in three languages uses the official words.

use std::path::{Path, PathBuf};

/// A word that is not used, and the official one.
pub(crate) struct Term<'t> {
    pub(crate) language: &'t str,
    unused: &'t str,
    used: &'t str,
    except: Vec<&'t str>,
}

pub(crate) fn terms() -> Vec<Term<'static>> {
    let lines = include_str!("terms.tsv").lines();
    let rows = lines.filter(|line| !line.starts_with('#'));
    rows.map(|line| {
        let [language, unused, used, except] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("four columns: {line:?}");
        };
        let except = except.split('|').filter(|phrase| !phrase.is_empty());
        Term {
            language,
            unused,
            used,
            except: except.collect(),
        }
    })
    .collect()
}

impl Term<'_> {
    /// Whether a text of the term's language uses it.
    pub(crate) fn stands_in(&self, text: &str) -> bool {
        let (text, unused) = (text.to_lowercase(), self.unused.to_lowercase());
        let excepted = |phrase: &&str| text.contains(&phrase.to_lowercase());
        if self.except.iter().any(excepted) {
            return false;
        }
        text.match_indices(&unused).any(|(at, _)| {
            let before = text[..at].chars().next_back();
            before.is_none_or(|before| !before.is_alphanumeric() && before != '-')
        })
    }
}

/// The files of Rust below a folder.
fn sources(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

/// A literal at the beginning of a source, and what follows it.
fn literal(source: &str) -> Option<(String, &str)> {
    let mut inner = source.trim_start().strip_prefix('"')?.char_indices();
    let rest = source.trim_start().strip_prefix('"')?;
    let mut text = String::new();
    while let Some((at, c)) = inner.next() {
        match c {
            '"' => return Some((text, &rest[at + 1..])),
            '\\' => match inner.next()?.1 {
                '\n' => {
                    let blank = |c: char| c.is_whitespace();
                    let mut ahead = inner.clone();
                    while ahead.next().is_some_and(|(_, c)| blank(c)) {
                        inner.next();
                    }
                }
                'n' => text.push('\n'),
                other => text.push(other),
            },
            other => text.push(other),
        }
    }
    None
}

/// What follows a comma, and the name of the language where one stands there.
fn following<'s>(source: &'s str, language: &str) -> Option<&'s str> {
    let after = source.trim_start().strip_prefix(',')?.trim_start();
    Some(after.strip_prefix(language).unwrap_or(after))
}

/// Every three literals in a row: a text in English, Finnish and Swedish.
fn triples(source: &str) -> Vec<[String; 3]> {
    let mut found = Vec::new();
    let mut rest = source;
    while let Some(at) = rest.find('"') {
        rest = &rest[at..];
        let next = |source: &str| -> Option<(String, usize)> {
            let (text, after) = literal(source)?;
            Some((text, source.len() - after.len()))
        };
        let Some((en, length)) = next(rest) else {
            break;
        };
        let second = following(&rest[length..], "fi:").and_then(literal);
        let third = second.and_then(|(fi, after)| {
            let (sv, end) = literal(following(after, "sv:")?)?;
            Some((fi, sv, rest.len() - end.len()))
        });
        match third {
            Some((fi, sv, end)) => {
                found.push([en, fi, sv]);
                rest = &rest[end..];
            }
            None => rest = &rest[length..],
        }
    }
    found
}

#[test]
fn no_text_uses_a_word_for_which_there_is_an_official_one() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut files = Vec::new();
    for room in std::fs::read_dir(root).unwrap() {
        let source = room.unwrap().path().join("src");
        if source.is_dir() {
            sources(&source, &mut files);
        }
    }
    files.sort();
    let terms = terms();
    let (mut seen, mut wrong) = (0, Vec::new());
    for file in files {
        let source = std::fs::read_to_string(&file).unwrap();
        for triple in triples(&source) {
            seen += 1;
            for (language, text) in ["en", "fi", "sv"].iter().zip(&triple) {
                let used = terms.iter().filter(|term| term.language == *language);
                for term in used.filter(|term| term.stands_in(text)) {
                    let name = file.file_name().unwrap().display();
                    wrong.push(format!(
                        "{name}: `{}`, not `{}`: {text}",
                        term.used, term.unused
                    ));
                }
            }
        }
    }
    assert!(seen > 1500, "{seen} texts were found");
    assert!(
        wrong.is_empty(),
        "{} texts:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn a_term_is_found_at_the_beginning_of_a_word_only() {
    let terms = terms();
    let wrong = |language: &str, text: &str| {
        let of_it = terms.iter().filter(|term| term.language == language);
        of_it.filter(|term| term.stands_in(text)).count()
    };
    assert_eq!(wrong("fi", "käyttövaltuus päättyy"), 0);
    assert_eq!(wrong("fi", "Valtuus päättyy"), 1);
    assert_eq!(wrong("fi", "Lupa- ja valvontavirasto"), 0);
    assert_eq!(wrong("fi", "kirjallinen lupa"), 1);
    assert_eq!(wrong("sv", "en begäran om receptförnyelse"), 0);
    assert_eq!(wrong("sv", "en begäran om förnyelse"), 1);
    assert_eq!(wrong("en", "it understands in full"), 0);
    assert_eq!(wrong("en", "it stands in the register"), 1);
    let source = "t(\"a\", \"b \\\"c\\\"\", \"d\\\n   e\"), f(\"g\", 1), h(\"i\", \"j\", \"k\",)";
    let texts = [["a", "b \"c\"", "de"], ["i", "j", "k"]];
    assert_eq!(triples(source), texts.map(|texts| texts.map(str::to_owned)));
}
