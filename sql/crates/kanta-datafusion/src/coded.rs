//! A column as its distinct values, each worked out once, and which of them each row has.

use std::any::Any;
use std::collections::VecDeque;
use std::hash::{Hash, Hasher};
use std::sync::{Arc, Mutex, PoisonError};

use datafusion::arrow::array::{
    Array, ArrayData, ArrayRef, AsArray, BinaryArray, BinaryViewArray, BooleanArray,
    LargeBinaryArray, LargeStringArray, StringArray, StringViewArray, UInt32Array,
};
use datafusion::arrow::buffer::NullBuffer;
use datafusion::arrow::compute::take;
use datafusion::arrow::datatypes::{
    ArrowNativeType, DataType, Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type, UInt16Type,
    UInt32Type, UInt64Type,
};
use datafusion::error::{DataFusionError, Result};
use datafusion::logical_expr::ColumnarValue;
use foldhash::HashMapExt;

/// What was worked out of a column: once for each value, however many rows have it.
#[derive(Debug)]
pub(crate) struct Coded<T> {
    /// Shared with whoever remembers them.
    values: Arc<[T]>,
    /// Which value each row has.
    codes: Vec<u32>,
    /// What a row's number is cut down to: to nothing where there is one code for all rows.
    mask: usize,
}

/// No value yet.
const NONE: u32 = u32::MAX;

/// Numbers that span no more than this are near each other, however few there are.
const NEAR: usize = 1 << 10;

impl<T> Coded<T> {
    /// The same for every row.
    pub(crate) fn constant(value: T) -> Self {
        Self {
            values: Arc::new([value]),
            codes: vec![0],
            mask: 0,
        }
    }

    /// One value a row.
    pub(crate) fn each(values: Vec<T>) -> Self {
        let codes = (0..).take(values.len()).collect();
        Self::of(values, codes)
    }

    fn of(values: impl Into<Arc<[T]>>, codes: Vec<u32>) -> Self {
        let values = values.into();
        Self {
            values,
            codes,
            mask: usize::MAX,
        }
    }

    /// Of keys that may be alike, or absent: each is worked out once.
    pub(crate) fn by_key<K: Hash + Eq + Copy>(
        keys: impl Iterator<Item = Option<K>>,
        mut work: impl FnMut(Option<K>) -> T,
    ) -> Self {
        let mut seen = foldhash::HashMap::<K, u32>::new();
        let mut absent = NONE;
        let mut values = Vec::new();
        let mut last: Option<(K, u32)> = None;
        let codes = keys.map(|key| {
            let Some(key) = key else {
                if absent == NONE {
                    values.push(work(None));
                    absent = code_of(values.len());
                }
                return absent;
            };
            if let Some((_, code)) = last.filter(|(before, _)| *before == key) {
                return code;
            }
            let code = *seen.entry(key).or_insert_with(|| {
                values.push(work(Some(key)));
                code_of(values.len())
            });
            last = Some((key, code));
            code
        });
        let codes = codes.collect();
        Self::of(values, codes)
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

    /// The same; of a dictionary that was seen before, what was worked out of it then.
    ///
    /// # Errors
    /// As [`of_text`](Self::of_text).
    pub(crate) fn of_known_text(
        column: &ColumnarValue,
        known: &Known,
        role: Role,
        mut work: impl FnMut(Option<&str>) -> T,
    ) -> Result<Self>
    where
        T: Send + Sync + 'static,
    {
        let ColumnarValue::Array(array) = column else {
            return Self::of_text(column, work);
        };
        let Some(dictionary) = array.as_any_dictionary_opt() else {
            return Self::of_text(column, work);
        };
        let held = dictionary.values();
        // Of a larger one, only what a batch has is worked out; of an empty one, nothing can be.
        if held.is_empty() || held.len() > array.len().max(NEAR) {
            return Self::of_text(column, work);
        }
        let cells = Cells::of(held.as_ref())?;
        let text = |octets: &'_ [u8]| std::str::from_utf8(octets).ok().map(str::to_owned);
        let values: Arc<[T]> = known.of(held, role, || {
            let cells = (0..held.len()).map(|at| cells.get(at).and_then(text));
            let values = cells.chain([None]).map(|cell| work(cell.as_deref()));
            values.collect()
        });
        // What is absent stands last.
        let absent = code_of(values.len());
        let code = |key: usize| u32::try_from(key).unwrap_or(absent);
        let keys = dictionary.keys();
        let codes = plain_codes(keys).unwrap_or_else(|| {
            let all = dictionary.normalized_keys().into_iter().enumerate();
            all.map(|(row, key)| if keys.is_null(row) { absent } else { code(key) })
                .collect()
        });
        Ok(Self::of(values, codes))
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
                mask: 0,
                ..Self::of_array(&scalar.to_array()?, work)?
            }),
        }
    }

    fn of_array(array: &ArrayRef, mut work: impl FnMut(Option<&[u8]>) -> T) -> Result<Self> {
        Ok(match array.data_type() {
            DataType::Dictionary(..) => return Self::of_dictionary(array, work),
            DataType::Null => Self::constant(work(None)),
            DataType::Utf8 => Self::by_octets(array.as_string::<i32>().iter().map(octets), work),
            DataType::LargeUtf8 => {
                Self::by_octets(array.as_string::<i64>().iter().map(octets), work)
            }
            DataType::Utf8View => Self::by_octets(array.as_string_view().iter().map(octets), work),
            DataType::Binary => Self::by_octets(array.as_binary::<i32>().iter(), work),
            DataType::LargeBinary => Self::by_octets(array.as_binary::<i64>().iter(), work),
            DataType::BinaryView => Self::by_octets(array.as_binary_view().iter(), work),
            other => return Err(no_text(other)),
        })
    }

    /// Of cells that may be alike: each is worked out once.
    fn by_octets<'a>(
        cells: impl Iterator<Item = Option<&'a [u8]>>,
        mut work: impl FnMut(Option<&[u8]>) -> T,
    ) -> Self {
        let keys = cells.map(|cell| cell.map(Octets));
        Self::by_key(keys, |key| work(key.map(|key| key.0)))
    }

    /// Of whole numbers that are mostly near each other, such as days: each is worked out once.
    pub(crate) fn by_number(
        numbers: &[i64],
        absent: Option<&NullBuffer>,
        mut work: impl FnMut(Option<i64>) -> T,
    ) -> Self {
        let absent = absent.filter(|absent| absent.null_count() > 0);
        if absent.is_none()
            && let Some(few) = Self::by_few_numbers(numbers, &mut work)
        {
            return few;
        }
        let is_there = |row: usize| absent.is_none_or(|absent| absent.is_valid(row));
        let rows = || numbers.iter().enumerate();
        let present = || rows().filter(|(row, _)| is_there(*row)).map(|(_, it)| *it);
        let room = i64::try_from(numbers.len().saturating_mul(4).max(NEAR)).unwrap_or(0);
        let (first, last) = (present().min(), present().max());
        let (Some(first), Some(last)) = (first, last) else {
            return Self::constant(work(None));
        };
        // They are numbered from the first one on, if that takes no more room than they do.
        let span = last.checked_sub(first).filter(|span| *span < room);
        let Some(span) = span.and_then(|span| usize::try_from(span).ok()) else {
            let keys = rows().map(|(row, number)| is_there(row).then_some(*number));
            return Self::by_key(keys, work);
        };
        let mut slots = Slots::new(span.saturating_add(1));
        let code = |(row, number): (usize, &i64)| {
            let at = usize::try_from(number.wrapping_sub(first)).ok();
            let at = at.filter(|_| is_there(row));
            slots.code(at, |at| work(at.map(|_| *number)))
        };
        let codes = rows().map(code).collect();
        Self::of(slots.values, codes)
    }

    /// Of whole numbers that span little beside how many rows there are: all that lie between are worked out, and the rows
    /// are not looked at one by one.
    fn by_few_numbers(numbers: &[i64], work: &mut impl FnMut(Option<i64>) -> T) -> Option<Self> {
        let (first, last) = (*numbers.iter().min()?, *numbers.iter().max()?);
        let span = usize::try_from(last.checked_sub(first)?).ok()?;
        if !is_few(span, numbers.len()) {
            return None;
        }
        let between = numbers.iter().map(|number| number.wrapping_sub(first));
        let values: Vec<_> = (first..=last).map(|number| work(Some(number))).collect();
        Some(Self::of(values, between.map(low).collect()))
    }

    fn of_dictionary(array: &ArrayRef, mut work: impl FnMut(Option<&[u8]>) -> T) -> Result<Self> {
        let dictionary = array.as_any_dictionary();
        let held = dictionary.values();
        if held.is_empty() {
            // Its keys cannot be asked for: every row is absent.
            return Ok(Self::constant(work(None)));
        }
        let cells = Cells::of(held.as_ref())?;
        if is_few(held.len(), array.len())
            && let Some(codes) = plain_codes(dictionary.keys())
        {
            let values = (0..held.len()).map(|at| work(cells.get(at)));
            return Ok(Self::of(values.collect::<Vec<_>>(), codes));
        }
        macro_rules! of_keys {
            ($($type:ident => $key:ty),+) => {
                match dictionary.keys().data_type() {
                    $(DataType::$type => {
                        let keys = dictionary.keys().as_primitive::<$key>();
                        let held = held.len();
                        if keys.null_count() == 0 {
                            let keys = keys.values().iter().map(|key| Some(key.as_usize()));
                            Self::of_keys(keys, held, cells, work)
                        } else {
                            let keys = keys.iter().map(|key| key.map(ArrowNativeType::as_usize));
                            Self::of_keys(keys, held, cells, work)
                        }
                    })+
                    other => return Err(no_text(other)),
                }
            };
        }
        Ok(of_keys!(
            Int8 => Int8Type, Int16 => Int16Type, Int32 => Int32Type, Int64 => Int64Type,
            UInt8 => UInt8Type, UInt16 => UInt16Type, UInt32 => UInt32Type, UInt64 => UInt64Type
        ))
    }

    fn of_keys(
        keys: impl ExactSizeIterator<Item = Option<usize>>,
        held: usize,
        cells: Cells<'_>,
        mut work: impl FnMut(Option<&[u8]>) -> T,
    ) -> Self {
        // A dictionary of a whole file is not laid out for the few of its values that a batch has.
        if held > keys.len().saturating_mul(4) {
            return Self::by_key(keys, |key| work(key.and_then(|key| cells.get(key))));
        }
        let mut slots = Slots::new(held);
        let code =
            |key: Option<usize>| slots.code(key, |key| work(key.and_then(|key| cells.get(key))));
        let codes = keys.map(code).collect();
        Self::of(slots.values, codes)
    }

    /// What was worked out of a row.
    #[inline]
    pub(crate) fn get(&self, row: usize) -> Option<&T> {
        let code = *self.codes.get(row & self.mask)?;
        self.values.get(usize::try_from(code).ok()?)
    }

    /// What was worked out, each once.
    pub(crate) fn values(&self) -> &[T] {
        &self.values
    }

    /// The same of what was worked out.
    pub(crate) fn map<U>(self, change: impl FnMut(&T) -> U) -> Coded<U> {
        Coded {
            values: self.values.iter().map(change).collect(),
            codes: self.codes,
            mask: self.mask,
        }
    }

    /// The rows, where `values` holds what each of the worked-out values becomes.
    ///
    /// # Errors
    /// There are more values than numbers for them.
    pub(crate) fn spread(&self, values: &dyn Array, rows: usize) -> Result<ArrayRef> {
        let codes = match self.codes.first() {
            Some(first) if self.mask == 0 => vec![*first; rows],
            _ => self.codes.clone(),
        };
        let codes = UInt32Array::from(codes);
        Ok(take(values, &codes, None)?)
    }
}

/// What a value is read as, and by what: two of one role give the same of the same text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Role {
    pub(crate) read_as: &'static str,
    /// Where in memory what it rests on is held, for as long as the process lives.
    pub(crate) by: usize,
}

/// Dictionaries that were seen, and what was worked out of them: those of a file stay the same for many batches.
#[derive(Default)]
pub(crate) struct Known(Mutex<VecDeque<Seen>>);

struct Seen {
    /// It is held on to, so that no other comes to lie in its place.
    dictionary: ArrayData,
    role: Role,
    /// An `Arc<[T]>`.
    values: Box<dyn Any + Send + Sync>,
}

/// So many are remembered.
const REMEMBERED: usize = 64;

impl Known {
    fn of<T: Send + Sync + 'static>(
        &self,
        dictionary: &ArrayRef,
        role: Role,
        work: impl FnOnce() -> Arc<[T]>,
    ) -> Arc<[T]> {
        let dictionary = dictionary.to_data();
        let lock = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let is_it = |it: &&Seen| it.role == role && it.dictionary.ptr_eq(&dictionary);
        let values = |it: &Seen| it.values.downcast_ref().map(Arc::clone);
        if let Some(values) = lock().iter().find(is_it).and_then(values) {
            return values;
        }
        let values = work();
        let mut seen = lock();
        if seen.len() >= REMEMBERED {
            seen.pop_front();
        }
        seen.push_back(Seen {
            dictionary,
            role,
            values: Box::new(Arc::clone(&values)),
        });
        values
    }
}

/// Values that are found by small numbers, and which of them was worked out already.
struct Slots<T> {
    slots: Vec<u32>,
    absent: u32,
    values: Vec<T>,
}

impl<T> Slots<T> {
    fn new(length: usize) -> Self {
        Self {
            slots: vec![NONE; length],
            absent: NONE,
            values: Vec::new(),
        }
    }

    /// Which value stands at that place; it is worked out when it is asked for the first time.
    #[inline]
    fn code(&mut self, at: Option<usize>, work: impl FnOnce(Option<usize>) -> T) -> u32 {
        let slot = at.and_then(|at| self.slots.get_mut(at));
        let slot = slot.unwrap_or(&mut self.absent);
        if *slot == NONE {
            self.values.push(work(at));
            *slot = code_of(self.values.len());
        }
        *slot
    }
}

/// The octets of a cell: alike where they are, and hashed without their number.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Octets<'a>(&'a [u8]);

impl Hash for Octets<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write(self.0);
    }
}

fn octets(text: Option<&str>) -> Option<&[u8]> {
    text.map(str::as_bytes)
}

fn no_text(found: &DataType) -> DataFusionError {
    DataFusionError::Execution(format!("expected text, found a column of {found}"))
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

/// Whether so many values are worked out sooner than as many rows are looked at one by one.
const fn is_few(values: usize, rows: usize) -> bool {
    values <= rows / 8
}

/// The keys of a dictionary as they are, where none is absent and they are of the usual type.
fn plain_codes(keys: &dyn Array) -> Option<Vec<u32>> {
    let keys = keys.as_primitive_opt::<Int32Type>()?;
    let plain = || keys.values().iter().map(|key| low(i64::from(*key)));
    (keys.null_count() == 0).then(|| plain().collect())
}

/// A number as a code; what is none has no value.
fn low(number: i64) -> u32 {
    u32::try_from(number).unwrap_or(NONE)
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
            other => return Err(no_text(other)),
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
