//! A small table of somebody's own, read from any form.

use kanta_source::{
    Diagnostics, Faults, Form, Limits, Lines, ParsedText, Problem, SourceValue, TableReader, json,
    toml,
};

/// What a shop says of itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Shop {
    pub(crate) name: Option<String>,
    pub(crate) open: Option<bool>,
    pub(crate) staff: Option<u64>,
    pub(crate) since: Option<String>,
    pub(crate) size: Option<Size>,
    pub(crate) doors: Vec<Option<String>>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Size {
    Small,
    Large,
}

impl Size {
    pub(crate) const ALL: &[Self] = &[Self::Small, Self::Large];

    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Large => "large",
        }
    }
}

/// The document of a text in TOML or JSON, or the fault for which there is none.
pub(crate) fn document(form: Form, text: &str) -> Result<ParsedText<'_>, Faults<Problem>> {
    match form {
        Form::Toml => Ok(toml(text, &Limits::default())),
        _ => json(text, &Limits::default()).map_err(|fault| {
            let lines = Lines::new(text);
            let mut notes = Diagnostics::new(form, 100);
            let line = |byte| lines.position(byte).line;
            notes.fault(fault.span(), "", Problem::of_form(&fault, form, line));
            notes.finish(&lines).unwrap_err()
        }),
    }
}

pub(crate) fn shop(form: Form, text: &str) -> Result<Shop, Faults<Problem>> {
    let lines = Lines::new(text);
    let document = document(form, text)?;
    let mut notes = Diagnostics::new(form, 100);
    let is_readable = notes.form_faults(&document, &lines);
    let mut shop = Shop::default();
    if let (true, SourceValue::Table(entries)) = (is_readable, &document.root.value) {
        let table = TableReader::new(entries, document.root.span, "", &mut notes);
        shop.name = table.text("name", &mut notes);
        shop.open = table.flag("open", &mut notes);
        shop.staff = table.number("staff", &mut notes);
        shop.since = table.date("since", &mut notes).map(|day| day.to_string());
        shop.size = table.word("size", Size::ALL, Size::code, &mut notes);
        assert_eq!(table.path(), "");
        for (at, door) in (0..).zip(table.tables("door", &mut notes)) {
            assert_eq!(door.path(), format!("door[{at}]"));
            let street = door.text("street", &mut notes);
            shop.doors.push(door.need("street", street, &mut notes));
            door.close(&mut notes);
        }
        table.close(&mut notes);
    }
    notes.finish(&lines)?;
    Ok(shop)
}

/// The faults of a text, one a line, in English.
pub(crate) fn faults(form: Form, text: &str) -> Vec<String> {
    let faults = shop(form, text).expect_err(text);
    faults.iter().map(ToString::to_string).collect()
}
