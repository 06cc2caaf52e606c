//! What the functions have in common: names, the types that they take, and constants that stay constants.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use datafusion::arrow::array::{Array, ArrayRef};
use datafusion::arrow::datatypes::{DataType, Field, TimeUnit};
use datafusion::error::{DataFusionError, Result};
use datafusion::logical_expr::{
    ColumnarValue, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl, Signature, Volatility,
};
use datafusion::scalar::ScalarValue;
use kanta_text::{Language, Text};

use crate::Snapshots;
use crate::coded::Coded;

/// What an argument holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Text, in whichever layout.
    Text,
    /// Text, or octets.
    Octets,
    /// A date, a timestamp of which the Finnish day is taken, or text such as `2025-12-01`.
    Day,
    /// A timestamp, or text such as `2025-12-01T12:00:00+02:00`. Without a zone it is UTC.
    Moment,
}

/// What a function gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gives {
    Text,
    Texts,
    Truth,
    Day,
    Moment,
}

/// A function, as its module states it.
#[derive(Debug)]
pub(crate) struct Definition {
    pub(crate) name: &'static str,
    pub(crate) about: Text,
    /// The arguments by name.
    pub(crate) parameters: &'static [(&'static str, Kind)],
    /// How many of them may not be left out.
    pub(crate) required: usize,
    pub(crate) gives: Gives,
    pub(crate) volatility: Volatility,
    pub(crate) work: fn(&Call<'_>) -> Result<ArrayRef>,
}

/// The arguments of one call, and how many rows there are.
pub(crate) struct Call<'a> {
    definition: &'static Definition,
    arguments: &'a [ColumnarValue],
    pub(crate) rows: usize,
    pub(crate) snapshots: &'a Snapshots,
}

impl Kind {
    /// The type as which an argument of that type is taken; none if it is not.
    fn taken(self, given: &DataType) -> Option<DataType> {
        let is_text = |given: &DataType| {
            matches!(
                given,
                DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View
            )
        };
        let is_octets = |given: &DataType| {
            matches!(
                given,
                DataType::Binary | DataType::LargeBinary | DataType::BinaryView
            )
        };
        let fits = |given: &DataType| match self {
            Self::Text => is_text(given),
            Self::Octets => is_text(given) || is_octets(given),
            Self::Day => {
                is_text(given) || matches!(given, DataType::Date32 | DataType::Timestamp(..))
            }
            Self::Moment => is_text(given) || matches!(given, DataType::Timestamp(..)),
        };
        match given {
            DataType::Null => Some(DataType::Utf8),
            DataType::Dictionary(_, held) => {
                (fits(held) && (is_text(held) || is_octets(held))).then(|| given.clone())
            }
            DataType::Date64 if self == Self::Day => Some(DataType::Date32),
            given => fits(given).then(|| given.clone()),
        }
    }

    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Octets => "text or octets",
            Self::Day => "date, timestamp or text",
            Self::Moment => "timestamp or text",
        }
    }
}

impl Gives {
    pub(crate) fn data_type(self) -> DataType {
        match self {
            Self::Text => DataType::Utf8,
            Self::Texts => DataType::List(Arc::new(Field::new_list_field(DataType::Utf8, true))),
            Self::Truth => DataType::Boolean,
            Self::Day => DataType::Date32,
            Self::Moment => DataType::Timestamp(TimeUnit::Second, Some("UTC".into())),
        }
    }

    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Texts => "list of texts",
            Self::Truth => "truth value",
            Self::Day => "date",
            Self::Moment => "timestamp",
        }
    }
}

impl Definition {
    /// How it is called: `kanta_oid_fault(text[, lang])`.
    pub(crate) fn usage(&self) -> String {
        let mut usage = format!("{}(", self.name);
        for (at, (name, _)) in self.parameters.iter().enumerate() {
            if at >= self.required {
                usage.push('[');
            }
            if at > 0 {
                usage.push_str(", ");
            }
            usage.push_str(name);
        }
        let left_out = self.parameters.len().saturating_sub(self.required);
        usage.push_str(&"]".repeat(left_out));
        usage.push(')');
        usage
    }

    /// The types as which arguments are taken, under that name.
    pub(crate) fn taken(&self, name: &str, given: &[DataType]) -> Result<Vec<DataType>> {
        let Self {
            parameters,
            required,
            ..
        } = self;
        if given.len() < *required || given.len() > parameters.len() {
            let usage = self.usage().replacen(self.name, name, 1);
            let found = given.len();
            return Err(DataFusionError::Plan(format!(
                "expected {usage}, found {found} arguments"
            )));
        }
        let taken = given
            .iter()
            .zip(*parameters)
            .map(|(given, (parameter, kind))| {
                kind.taken(given).ok_or_else(|| {
                    let kind = kind.code();
                    DataFusionError::Plan(format!(
                        "{name}: {parameter}: expected {kind}, found {given}"
                    ))
                })
            });
        taken.collect()
    }

    /// The answer for columns, a row each.
    pub(crate) fn answer(
        &'static self,
        columns: &[ArrayRef],
        snapshots: &Snapshots,
    ) -> Result<ArrayRef> {
        let rows = columns.first().map_or(0, |column| column.len());
        let columns = columns.iter().cloned().map(ColumnarValue::Array);
        let arguments: Vec<_> = columns.collect();
        (self.work)(&Call {
            definition: self,
            arguments: &arguments,
            rows,
            snapshots,
        })
    }
}

impl<'a> Call<'a> {
    /// An argument, by its place.
    pub(crate) fn argument(&self, at: usize) -> Result<&'a ColumnarValue> {
        let argument = self.arguments.get(at);
        argument.ok_or_else(|| self.error(&format!("argument {} is missing", at.saturating_add(1))))
    }

    /// An argument that may be left out.
    pub(crate) fn optional(&self, at: usize) -> Option<&'a ColumnarValue> {
        self.arguments.get(at)
    }

    /// How many arguments there are.
    pub(crate) const fn given(&self) -> usize {
        self.arguments.len()
    }

    /// What stands in an argument that has to be the same in every row; none where it is NULL or left out.
    pub(crate) fn same_text(&self, at: usize) -> Result<Option<String>> {
        let Some(argument) = self.optional(at) else {
            return Ok(None);
        };
        let column = Coded::of_text(argument, |text| text.map(str::to_owned))?;
        let Some((one, rest)) = column.values().split_first() else {
            return Ok(None);
        };
        // A dictionary may hold a value twice.
        match rest.iter().find(|other| *other != one) {
            None => Ok(one.clone()),
            Some(other) => {
                let name = self
                    .definition
                    .parameters
                    .get(at)
                    .map_or("", |(name, _)| *name);
                let shown = |value: &Option<String>| match value {
                    Some(text) => format!("`{text}`"),
                    None => "NULL".to_owned(),
                };
                Err(self.error(&format!(
                    "{name} has to be the same in every row, found {} and {}",
                    shown(one),
                    shown(other)
                )))
            }
        }
    }

    /// The language that an argument names; English where it is NULL or left out.
    pub(crate) fn language(&self, at: usize) -> Result<Language> {
        let Some(code) = self.same_text(at)? else {
            return Ok(Language::En);
        };
        let language = Language::from_code(&code);
        language.ok_or_else(|| {
            self.error(&format!(
                "no language `{code}`: expected `en`, `fi` or `sv`"
            ))
        })
    }

    /// A fault of the query.
    pub(crate) fn error(&self, problem: &str) -> DataFusionError {
        DataFusionError::Execution(format!("{}: {problem}", self.definition.name))
    }
}

/// A function as DataFusion calls it. Two of one name are one: that is by what they travel.
#[derive(Debug)]
struct Function {
    definition: &'static Definition,
    signature: Signature,
    snapshots: Snapshots,
}

impl PartialEq for Function {
    fn eq(&self, other: &Self) -> bool {
        self.definition.name == other.definition.name
    }
}

impl Eq for Function {}

impl Hash for Function {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.definition.name.hash(state);
    }
}

impl ScalarUDFImpl for Function {
    fn name(&self) -> &str {
        self.definition.name
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(self.definition.gives.data_type())
    }

    fn coerce_types(&self, given: &[DataType]) -> Result<Vec<DataType>> {
        self.definition.taken(self.definition.name, given)
    }

    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let is_constant = |it: &ColumnarValue| matches!(it, ColumnarValue::Scalar(_));
        let constant = args.args.iter().all(is_constant);
        let call = Call {
            definition: self.definition,
            arguments: &args.args,
            rows: if constant { 1 } else { args.number_rows },
            snapshots: &self.snapshots,
        };
        let answer = (self.definition.work)(&call)?;
        if constant {
            return Ok(ColumnarValue::Scalar(ScalarValue::try_from_array(
                &answer, 0,
            )?));
        }
        Ok(ColumnarValue::Array(answer))
    }
}

/// The function of a definition.
pub(crate) fn function(definition: &'static Definition, snapshots: &Snapshots) -> ScalarUDF {
    ScalarUDF::new_from_impl(Function {
        definition,
        signature: Signature::user_defined(definition.volatility),
        snapshots: snapshots.clone(),
    })
}
