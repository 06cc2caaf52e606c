//! A column as its distinct values, each worked out once, and which of them each row has.

use std::hash::Hash;

use datafusion::arrow::array::{
    Array, ArrayRef, AsArray, BinaryArray, BinaryViewArray, BooleanArray, LargeBinaryArray,
    LargeStringArray, StringArray, StringViewArray, UInt32Array,
};
use datafusion::arrow::compute::take;
use datafusion::arrow::datatypes::DataType;
use datafusion::error::{DataFusionError, Result};
use datafusion::logical_expr::ColumnarValue;
use foldhash::HashMapExt;

/// What was worked out of a column: once for each value, however many rows have it.
#[derive(Debug)]
pub(crate) struct Coded<T> {
    values: Vec<T>,
    codes: Codes,
}

#[derive(Debug)]
enum Codes {
    /// Every row has the first value.
    Constant,
    /// Each row has a value of its own.
    Each,
    /// Which value each row has.
    Of(Vec<u32>),
}

/// No value yet.
const NONE: u32 = u32::MAX;

impl<T> Coded<T> {
    /// The same for every row.
    pub(crate) fn constant(value: T) -> Self {
        Self {
            values: vec![value],
            codes: Codes::Constant,
        }
    }

    /// One value a row.
    pub(crate) const fn each(values: Vec<T>) -> Self {
        Self {
            values,
            codes: Codes::Each,
        }
    }

    /// Of keys that may be alike: each is worked out once.
    pub(crate) fn by_key<K: Hash + Eq + Copy>(
        keys: impl Iterator<Item = K>,
        mut work: impl FnMut(K) -> T,
    ) -> Self {
        let mut seen = foldhash::HashMap::<K, u32>::new();
        let mut values = Vec::new();
        let mut last: Option<(K, u32)> = None;
        let codes = keys.map(|key| {
            if let Some((_, code)) = last.filter(|(before, _)| *before == key) {
                return code;
            }
            let code = *seen.entry(key).or_insert_with(|| {
                values.push(work(key));
                code_of(values.len())
            });
            last = Some((key, code));
            code
        });
        let codes = Codes::Of(codes.collect());
        Self { values, codes }
    }

    /// Of a column of text: absent rows are worked out as `None`.
    ///
    /// # Errors
    /// It is no column of text.
    pub(crate) fn of_text(
        column: &ColumnarValue,
        mut work: impl FnMut(Option<&str>) -> T,
    ) -> Result<Self> {
        Self::of_octets(column, |octets| {
            work(octets.and_then(|octets| std::str::from_utf8(octets).ok()))
        })
    }

    /// Of a column of text or octets: absent rows are worked out as `None`.
    ///
    /// # Errors
    /// It is no column of text or octets.
    pub(crate) fn of_octets(
        column: &ColumnarValue,
        work: impl FnMut(Option<&[u8]>) -> T,
    ) -> Result<Self> {
        match column {
            ColumnarValue::Array(array) => Self::of_array(array, work),
            ColumnarValue::Scalar(scalar) => Ok(Self {
                codes: Codes::Constant,
                ..Self::of_array(&scalar.to_array()?, work)?
            }),
        }
    }

    fn of_array(array: &ArrayRef, mut work: impl FnMut(Option<&[u8]>) -> T) -> Result<Self> {
        match array.data_type() {
            DataType::Dictionary(..) => Self::of_dictionary(array, work),
            DataType::Null => Ok(Self::constant(work(None))),
            _ => {
                let cells = Cells::of(array.as_ref())?;
                let keys = (0..array.len()).map(|row| cells.get(row));
                Ok(Self::by_key(keys, work))
            }
        }
    }

    fn of_dictionary(array: &ArrayRef, mut work: impl FnMut(Option<&[u8]>) -> T) -> Result<Self> {
        let dictionary = array.as_any_dictionary();
        let held = dictionary.values();
        if held.is_empty() {
            // Its keys cannot be asked for: every row is absent.
            return Ok(Self::constant(work(None)));
        }
        let cells = Cells::of(held.as_ref())?;
        let keys = dictionary.normalized_keys();
        let nulls = array.logical_nulls();
        let is_null = |row| nulls.as_ref().is_some_and(|nulls| nulls.is_null(row));
        // A dictionary of a whole file is not laid out for the few of its values that a batch has.
        if held.len() > keys.len().saturating_mul(4) {
            let keys = keys.iter().enumerate();
            let keys = keys.map(|(row, key)| (!is_null(row)).then_some(*key));
            return Ok(Self::by_key(keys, |key| {
                work(key.and_then(|key| cells.get(key)))
            }));
        }
        let mut slots = vec![NONE; held.len()];
        let mut absent = NONE;
        let mut values = Vec::new();
        let mut codes = Vec::with_capacity(keys.len());
        for (row, key) in keys.into_iter().enumerate() {
            let slot = match slots.get_mut(key) {
                Some(slot) if !is_null(row) => slot,
                _ => &mut absent,
            };
            if *slot == NONE {
                values.push(work(if is_null(row) { None } else { cells.get(key) }));
                *slot = code_of(values.len());
            }
            codes.push(*slot);
        }
        Ok(Self {
            values,
            codes: Codes::Of(codes),
        })
    }

    /// What was worked out of a row.
    #[inline]
    pub(crate) fn get(&self, row: usize) -> Option<&T> {
        match &self.codes {
            Codes::Constant => self.values.first(),
            Codes::Each => self.values.get(row),
            Codes::Of(codes) => self.values.get(usize::try_from(*codes.get(row)?).ok()?),
        }
    }

    /// What was worked out, each once.
    pub(crate) fn values(&self) -> &[T] {
        &self.values
    }

    /// The same of what was worked out.
    pub(crate) fn map<U>(self, change: impl FnMut(T) -> U) -> Coded<U> {
        Coded {
            values: self.values.into_iter().map(change).collect(),
            codes: self.codes,
        }
    }

    /// The rows, where `values` holds what each of the worked-out values becomes.
    ///
    /// # Errors
    /// There are more values than numbers for them.
    pub(crate) fn spread(&self, values: &dyn Array, rows: usize) -> Result<ArrayRef> {
        let codes = match &self.codes {
            Codes::Constant => UInt32Array::from(vec![0; rows]),
            Codes::Each => (0..).take(rows).collect(),
            Codes::Of(codes) => UInt32Array::from(codes.clone()),
        };
        Ok(take(values, &codes, None)?)
    }
}

impl Coded<Option<String>> {
    /// The rows as text.
    ///
    /// # Errors
    /// As [`spread`](Self::spread).
    pub(crate) fn texts(&self, rows: usize) -> Result<ArrayRef> {
        let values: StringArray = self.values.iter().map(Option::as_deref).collect();
        self.spread(&values, rows)
    }
}

impl Coded<Option<bool>> {
    /// The rows as truth values.
    ///
    /// # Errors
    /// As [`spread`](Self::spread).
    pub(crate) fn booleans(&self, rows: usize) -> Result<ArrayRef> {
        let values: BooleanArray = self.values.iter().copied().collect();
        self.spread(&values, rows)
    }
}

/// The number of the value that was added last.
fn code_of(length: usize) -> u32 {
    u32::try_from(length.saturating_sub(1)).unwrap_or(NONE)
}

/// The cells of an array of text or octets, of whichever layout.
#[derive(Clone, Copy)]
enum Cells<'a> {
    Text(&'a StringArray),
    LargeText(&'a LargeStringArray),
    TextView(&'a StringViewArray),
    Octets(&'a BinaryArray),
    LargeOctets(&'a LargeBinaryArray),
    OctetView(&'a BinaryViewArray),
}

impl<'a> Cells<'a> {
    fn of(array: &'a dyn Array) -> Result<Self> {
        Ok(match array.data_type() {
            DataType::Utf8 => Self::Text(array.as_string()),
            DataType::LargeUtf8 => Self::LargeText(array.as_string()),
            DataType::Utf8View => Self::TextView(array.as_string_view()),
            DataType::Binary => Self::Octets(array.as_binary()),
            DataType::LargeBinary => Self::LargeOctets(array.as_binary()),
            DataType::BinaryView => Self::OctetView(array.as_binary_view()),
            other => {
                return Err(DataFusionError::Execution(format!(
                    "expected text, found a column of {other}"
                )));
            }
        })
    }

    fn get(self, row: usize) -> Option<&'a [u8]> {
        macro_rules! cell {
            ($array:expr) => {
                $array.is_valid(row).then(|| $array.value(row))
            };
        }
        match self {
            Self::Text(array) => cell!(array).map(str::as_bytes),
            Self::LargeText(array) => cell!(array).map(str::as_bytes),
            Self::TextView(array) => cell!(array).map(str::as_bytes),
            Self::Octets(array) => cell!(array),
            Self::LargeOctets(array) => cell!(array),
            Self::OctetView(array) => cell!(array),
        }
    }
}
