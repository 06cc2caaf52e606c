//! Sessions, columns of every layout, and answers as lists.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use datafusion::arrow::array::{
    Array, ArrayRef, AsArray, DictionaryArray, Int32Array, LargeStringArray, MapArray, StringArray,
    StringViewArray,
};
use datafusion::arrow::compute::concat;
use datafusion::arrow::datatypes::{DataType, Field, Int32Type, Int64Type};
use datafusion::arrow::util::display::{ArrayFormatter, FormatOptions};
use datafusion::config::ConfigOptions;
use datafusion::error::Result;
use datafusion::logical_expr::{ColumnarValue, ScalarFunctionArgs};
use datafusion::prelude::SessionContext;
use datafusion::scalar::ScalarValue;
use kanta_address_index::{AddressIndex, Form, Source};
use kanta_datafusion::{Pinned, Snapshots, functions, register};

/// The example index of the repository.
pub(crate) fn example() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../examples/data/index.toml")
}

pub(crate) fn example_index() -> AddressIndex {
    let bytes = &std::fs::read(example()).unwrap();
    let form = Form::Toml;
    AddressIndex::read(&[Source { form, bytes }]).unwrap()
}

/// The example index as a query names it.
pub(crate) fn pinned() -> String {
    Pinned::now(&example()).unwrap().to_string()
}

pub(crate) fn session() -> SessionContext {
    let context = SessionContext::new();
    register(&context, &Snapshots::with_index(&example()).unwrap()).unwrap();
    context
}

/// The answer of a statement, a row a list of cells; what is absent is `NULL`.
pub(crate) async fn ask(context: &SessionContext, sql: &str) -> Result<Vec<Vec<String>>> {
    let batches = context.sql(sql).await?.collect().await?;
    let options = FormatOptions::new().with_null("NULL");
    let mut rows = Vec::new();
    for batch in &batches {
        let columns = batch.columns().iter();
        let cells: Vec<_> = columns
            .map(|column| ArrayFormatter::try_new(column.as_ref(), &options).unwrap())
            .collect();
        for row in 0..batch.num_rows() {
            rows.push(cells.iter().map(|it| it.value(row).to_string()).collect());
        }
    }
    Ok(rows)
}

/// The one cell of an answer.
pub(crate) async fn cell(sql: &str) -> String {
    let rows = ask(&session(), sql)
        .await
        .unwrap_or_else(|error| panic!("{sql}: {error}"));
    assert_eq!(rows.len(), 1, "{sql}");
    rows[0][0].clone()
}

/// Calls a function.
pub(crate) fn call(name: &str, args: Vec<ColumnarValue>, rows: usize) -> Result<ArrayRef> {
    call_with(&Snapshots::default(), name, args, rows)
}

/// Calls a function of a process that has seen things before.
pub(crate) fn call_with(
    snapshots: &Snapshots,
    name: &str,
    args: Vec<ColumnarValue>,
    rows: usize,
) -> Result<ArrayRef> {
    let all = functions(snapshots);
    let function = all
        .iter()
        .find(|it| it.name() == name)
        .expect("no such function");
    let fields = args
        .iter()
        .map(|it| Arc::new(Field::new("it", it.data_type(), true)));
    let types: Vec<DataType> = args.iter().map(ColumnarValue::data_type).collect();
    let answer = function.invoke_with_args(ScalarFunctionArgs {
        arg_fields: fields.collect(),
        return_field: Arc::new(Field::new("it", function.return_type(&types)?, true)),
        args,
        number_rows: rows,
        config_options: Arc::new(ConfigOptions::default()),
    })?;
    answer.into_array(rows)
}

pub(crate) type Texts = Vec<Option<String>>;

/// The same column in every layout that there is.
pub(crate) fn layouts(texts: &Texts) -> Vec<(&'static str, ArrayRef)> {
    let plain: ArrayRef = Arc::new(StringArray::from(texts.clone()));
    // A slice of something longer, whose first and last rows are somebody else's.
    let foreign: ArrayRef = Arc::new(StringArray::from(vec![Some("foreign"), None]));
    let longer = concat(&[foreign.as_ref(), plain.as_ref(), foreign.as_ref()]).unwrap();
    let absent = DictionaryArray::<Int32Type>::new(
        Int32Array::from(vec![None; texts.len()]),
        Arc::new(StringArray::from(Vec::<&str>::new())),
    );
    let mut layouts: Vec<(&'static str, ArrayRef)> = vec![
        ("large", Arc::new(LargeStringArray::from(texts.clone()))),
        ("view", Arc::new(StringViewArray::from(texts.clone()))),
        ("slice", longer.slice(2, texts.len())),
        ("dictionary", dictionary(texts, 0)),
        ("dictionary of a whole file", dictionary(texts, 5_000)),
        ("slice of a dictionary", sliced_dictionary(texts)),
        ("text", plain),
    ];
    if texts.iter().all(Option::is_none) {
        layouts.push(("empty dictionary", Arc::new(absent)));
    }
    layouts
}

/// A dictionary in which a value may be absent as well as a key, and may stand twice.
fn dictionary(texts: &Texts, unused: usize) -> ArrayRef {
    let mut values: Texts = (0..unused).map(|at| Some(format!("unused {at}"))).collect();
    let first = i32::try_from(values.len()).unwrap();
    values.extend(texts.iter().cloned());
    values.push(None);
    let keys = texts.iter().zip(first..).map(|(text, key)| {
        // Every other absent row has a key, of an absent value.
        (text.is_some() || key % 2 == 0).then_some(key)
    });
    let keys: Int32Array = keys.collect();
    let values: StringArray = values.into_iter().collect();
    Arc::new(DictionaryArray::<Int32Type>::try_new(keys, Arc::new(values)).unwrap())
}

fn sliced_dictionary(texts: &Texts) -> ArrayRef {
    let mut longer = vec![Some("foreign".to_owned()), None];
    longer.extend(texts.iter().cloned());
    longer.push(Some("foreign".to_owned()));
    dictionary(&longer, 0).slice(2, texts.len())
}

pub(crate) fn constant(text: Option<&str>) -> ColumnarValue {
    ColumnarValue::Scalar(ScalarValue::Utf8(text.map(str::to_owned)))
}

/// A column as texts.
pub(crate) fn texts_of(array: &ArrayRef) -> Texts {
    let array = array.as_string::<i32>();
    array.iter().map(|text| text.map(str::to_owned)).collect()
}

/// A column as truth values.
pub(crate) fn truths_of(array: &ArrayRef) -> Vec<Option<bool>> {
    array.as_boolean().iter().collect()
}

/// A column as lists of texts.
pub(crate) fn lists_of(array: &ArrayRef) -> Vec<Option<Vec<String>>> {
    let array = array.as_list::<i32>();
    let of = |list: ArrayRef| texts_of(&list).into_iter().flatten().collect();
    (0..array.len())
        .map(|row| array.is_valid(row).then(|| of(array.value(row))))
        .collect()
}

/// A map of counts.
pub(crate) fn counts_of(maps: &MapArray, row: usize) -> BTreeMap<String, i64> {
    let entries = maps.value(row);
    let names = entries.column(0).as_string::<i32>().iter().flatten();
    let counts = entries.column(1).as_primitive::<Int64Type>().iter();
    names.map(str::to_owned).zip(counts.flatten()).collect()
}
