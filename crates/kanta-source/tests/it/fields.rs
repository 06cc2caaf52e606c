//! Tables and their values, asked one by one: keys, paths and places, and what is told of each.

use kanta_conformance::{Language, text};
use kanta_source::{
    Diagnostics, Form, Limits, Lines, Problem, SourceValue, Span, TableReader, toml,
};

const TEXT: &str = "id = \"k\"\nhours = [9, 17]\n[owner]\nname = \"Väinö\"\n";

/// Reads a TOML text of somebody's own, and gives its faults in the three languages.
fn read(
    text: &str,
    notes: Diagnostics<Problem>,
    ask: impl FnOnce(TableReader<'_, '_>, &mut Diagnostics<Problem>),
) -> [String; 3] {
    let mut notes = notes;
    let document = toml(text, &Limits::default());
    let SourceValue::Table(entries) = &document.root.value else {
        panic!("a document is a table");
    };
    ask(
        TableReader::new(entries, document.root.span, "", &mut notes),
        &mut notes,
    );
    let told = notes.finish(&Lines::new(text)).err();
    let told = |language| told.as_ref().map(|it| it.display(language).to_string());
    Language::ALL.map(|language| told(language).unwrap_or_default())
}

fn notes() -> Diagnostics<Problem> {
    Diagnostics::new(Form::Toml, 100)
}

const NOTHING: [&str; 3] = [""; 3];

/// The place of a part of a text.
fn at(text: &str, part: &str) -> Span {
    let start = text.find(part).expect(part);
    let end = start + part.len();
    Span {
        start: start as u32,
        end: end as u32,
    }
}

#[test]
fn a_value_knows_its_key_and_its_path() {
    let told = read(TEXT, notes(), |table, notes| {
        let of = |name: &str, path: &str| (name.to_owned(), path.to_owned());
        let hours = table.list("hours", notes).unwrap();
        let told: Vec<_> = hours.iter().map(|it| of(it.key(), it.path())).collect();
        assert_eq!(told, [of("hours", "hours[0]"), of("hours", "hours[1]")]);
        let numbers: Vec<_> = hours.iter().map(|it| it.number(notes)).collect();
        assert_eq!(numbers, [Some(9), Some(17)]);
        let hours = table.field("hours", notes).unwrap();
        let hours = hours.unnumbered(notes).unwrap();
        let told: Vec<_> = hours.iter().map(|it| of(it.key(), it.path())).collect();
        assert_eq!(told, [of("hours", "hours"), of("hours", "hours")]);
        let owner = table.table("owner", notes).unwrap();
        assert_eq!(owner.path(), "owner");
        let name = owner.field("name", notes).unwrap();
        assert_eq!(of(name.key(), name.path()), of("name", "owner.name"));
        assert_eq!(owner.text("name", notes), Some("Väinö".into()));
        let entries = table.entries(notes);
        let told: Vec<_> = entries
            .iter()
            .map(|(key_span, it)| (*key_span, it.key(), it.path()))
            .collect();
        assert_eq!(
            told,
            [
                (at(TEXT, "id"), "id", "id"),
                (at(TEXT, "hours"), "hours", "hours"),
                (at(TEXT, "owner"), "owner", "owner"),
            ]
        );
    });
    assert_eq!(told, NOTHING);
}

#[test]
fn an_empty_list_is_not_the_same_as_none() {
    let told = read("hours = []\n", notes(), |table, notes| {
        let count = |list: Option<Vec<_>>| list.map(|it| it.len());
        assert_eq!(count(table.list("hours", notes)), Some(0));
        assert_eq!(count(table.list("days", notes)), None);
        assert!(table.table("owner", notes).is_none());
    });
    assert_eq!(told, NOTHING);
}

/// A table takes the path of its id once that has been read.
#[test]
fn places_are_kept_by_path_where_that_is_asked_for() {
    let mut kept = Vec::new();
    read(TEXT, notes().with_places(), |table, notes| {
        let mut owner = table.table("owner", notes).unwrap();
        table.list("hours", notes).unwrap();
        assert_eq!(notes.span_of("hours"), Some(at(TEXT, "[9, 17]")));
        assert_eq!(notes.span_of("id"), None);
        let place = notes.span_of("owner").unwrap();
        owner.rename("owner[k]".into(), notes);
        assert_eq!(owner.path(), "owner[k]");
        assert_eq!(notes.span_of("owner"), None);
        assert_eq!(notes.span_of("owner[k]"), Some(place));
        owner.text("name", notes).unwrap();
        assert_eq!(notes.span_of("owner[k].name"), Some(at(TEXT, "\"Väinö\"")));
        kept = notes.take_places().into_keys().collect();
        assert_eq!(notes.span_of("hours"), None);
    });
    let paths = [
        "",
        "hours",
        "hours[0]",
        "hours[1]",
        "owner[k]",
        "owner[k].name",
    ];
    assert_eq!(kept, paths);
    read(TEXT, notes(), |table, notes| {
        table.text("id", notes).unwrap();
        assert_eq!(notes.span_of("id"), None);
        assert!(notes.take_places().is_empty());
    });
}

#[test]
fn what_a_value_is_not_is_told_in_words_of_the_reader_of_the_tables() {
    let speed = text! { en: "a speed", fi: "nopeus", sv: "en hastighet" };
    let told = read(
        "speed = true\nleast = \"fast\"\nmost = 7\n",
        notes(),
        |table, notes| {
            let mut field = |key| table.field(key, notes).unwrap();
            let [wrong, least, most] = ["speed", "least", "most"].map(&mut field);
            assert_eq!(wrong.not::<u8, _>(speed, notes), None);
            assert_eq!(least.not_a::<u8, _>(speed, notes), None);
            assert_eq!(most.not_a::<u8, _>(speed, notes), None);
        },
    );
    let lines = told.map(|told| told.lines().map(str::to_owned).collect::<Vec<_>>());
    assert_eq!(
        lines,
        [
            [
                "line 1, column 9: `speed` takes a speed, found true",
                "line 2, column 9: `least`: `fast` is not a speed",
                "line 3, column 8: `most`: `` is not a speed",
            ],
            [
                "rivi 1, sarake 9: `speed` ottaa arvoksi: nopeus, löytyi true",
                "rivi 2, sarake 9: `least`: `fast` ei ole nopeus",
                "rivi 3, sarake 8: `most`: `` ei ole nopeus",
            ],
            [
                "rad 1, kolumn 9: `speed` tar en hastighet, hittade true",
                "rad 2, kolumn 9: `least`: `fast` är inte en hastighet",
                "rad 3, kolumn 8: `most`: `` är inte en hastighet",
            ],
        ]
    );
}

#[test]
fn a_list_may_have_as_many_entries_as_was_said() {
    let told = read(
        "a = [1, 2]\nb = [1, 2, 3]\n",
        notes().with_entries(2),
        |table, notes| {
            assert_eq!(table.list("a", notes).map(|it| it.len()), Some(2));
            assert!(table.list("b", notes).is_none());
            let b = table.field("b", notes).unwrap();
            assert_eq!(b.unnumbered(notes).map(|it| it.len()), Some(3));
        },
    );
    assert_eq!(
        told,
        [
            "line 2, column 5: `b` has more entries than 2",
            "rivi 2, sarake 5: `b` sisältää enemmän kohtia kuin 2",
            "rad 2, kolumn 5: `b` har fler poster än 2",
        ]
    );
    let told = read("a = 1\n", notes(), |table, notes| {
        let a = table.field("a", notes).unwrap();
        assert!(a.unnumbered(notes).is_none());
    });
    assert_eq!(
        told,
        [
            "line 1, column 5: `a` takes a list in square brackets, found a number",
            "rivi 1, sarake 5: `a` ottaa arvoksi: luettelo hakasulkeissa, löytyi luku",
            "rad 1, kolumn 5: `a` tar en lista inom hakparenteser, hittade ett tal",
        ]
    );
}

/// Whoever reads a table alone hears of a value that breaks the form when it is asked for; with the faults of the form told,
/// no more is said of it.
#[test]
fn a_broken_value_is_told_once() {
    let text = "since = 2025-13-01\nopen = true\n";
    let ask = |table: TableReader<'_, '_>, notes: &mut Diagnostics<Problem>, is_told: bool| {
        let since = table.field("since", notes).unwrap();
        assert!(since.is_broken());
        let written = since.broken(notes).map(|broken| &*broken.written);
        assert_eq!(written, (!is_told).then_some("2025-13-01"));
        assert_eq!(since.text(notes), None);
        let open = table.field("open", notes).unwrap();
        assert!(!open.is_broken() && open.broken(notes).is_none());
        assert_eq!(open.flag(notes), Some(true));
    };
    let told = read(text, notes(), |table, notes| ask(table, notes, false));
    let begins = [
        "line 1, column 9: this is not TOML: ",
        "rivi 1, sarake 9: tämä ei ole TOML-kieltä: ",
        "rad 1, kolumn 9: detta är inte TOML: ",
    ];
    for (told, begins) in told.iter().zip(begins) {
        assert!(told.starts_with(begins), "{told}");
        assert_eq!(told.lines().count(), 1);
    }
    let silent = notes().with_broken_told();
    let told = read(text, silent, |table, notes| ask(table, notes, true));
    assert_eq!(told, NOTHING);
}
