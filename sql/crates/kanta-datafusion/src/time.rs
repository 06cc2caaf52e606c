//! Days and instants: as dates, as timestamps, and as text.

use std::ops::RangeInclusive;

use datafusion::arrow::array::{Array, ArrayRef, AsArray, Date32Array, TimestampSecondArray};
use datafusion::arrow::datatypes::{
    DataType, Date32Type, TimeUnit, TimestampMicrosecondType, TimestampMillisecondType,
    TimestampNanosecondType, TimestampSecondType,
};
use datafusion::error::Result;
use datafusion::logical_expr::{ColumnarValue, Volatility};
use kanta_cert::Moment;
use kanta_conformance::{Date, text};

use crate::coded::Coded;
use crate::function::{Call, Definition, Gives, Kind};

pub(crate) static FUNCTIONS: [Definition; 1] = [Definition {
    name: "kanta_finnish_day",
    about: text! {
        en: "the civil day in Finland; rights and rules count in these",
        fi: "siviilipäivä Suomessa; oikeudet ja säännöt lasketaan niissä",
        sv: "den civila dagen i Finland; rättigheter och regler räknas i dem",
    },
    parameters: &[("at", Kind::Moment)],
    required: 1,
    gives: Gives::Day,
    volatility: Volatility::Immutable,
    work: finnish_day,
}];

const EPOCH: Date = Date::constant(1970, 1, 1);

fn finnish_day(call: &Call<'_>) -> Result<ArrayRef> {
    let days = days(call.argument(0)?)?;
    let of = |day: &Option<Date>| day.map(|day| EPOCH.days_until(day));
    let values: Date32Array = days.values().iter().map(of).collect();
    days.spread(&values, call.rows)
}

/// From 0000-01-01 to 9999-12-31, in days since the first of January 1970.
const DAYS: RangeInclusive<i32> = -719_528..=2_932_896;

/// The day that many days after the first of January 1970; none beyond what a date can be.
pub(crate) fn day_of(days: i32) -> Option<Date> {
    DAYS.contains(&days).then(|| EPOCH.plus_days(days))
}

/// Days since the first of January 1970.
pub(crate) fn days_of(day: Date) -> i32 {
    EPOCH.days_until(day)
}

/// Instants as rows.
pub(crate) fn instants(moments: &Coded<Option<Moment>>, rows: usize) -> Result<ArrayRef> {
    let seconds = moments.values().iter();
    let seconds = seconds.map(|moment| moment.map(Moment::unix_seconds));
    let values: TimestampSecondArray = seconds.collect();
    moments.spread(&values.with_timezone("UTC"), rows)
}

/// The days of a column: dates, the Finnish days of timestamps, or text.
pub(crate) fn days(column: &ColumnarValue) -> Result<Coded<Option<Date>>> {
    on_rows(column, |column, array| match array.data_type() {
        DataType::Date32 => {
            let days = array.as_primitive::<Date32Type>().values();
            let days: Vec<i64> = days.iter().map(|days| i64::from(*days)).collect();
            Ok(Coded::by_number(&days, array.nulls(), |days| {
                day_of(i32::try_from(days?).ok()?)
            }))
        }
        DataType::Timestamp(..) => {
            // Finland is a whole number of hours from UTC, and so an hour lies in one day.
            let hours: Vec<i64> = whole::<HOUR>(array);
            Ok(Coded::by_number(&hours, array.nulls(), |hour| {
                let start = hour?.checked_mul(HOUR)?;
                Some(Moment::from_unix_seconds(start).finnish_day())
            }))
        }
        _ => Coded::of_text(column, |text| {
            let text = text?;
            let moment = || text.parse().ok().map(Moment::finnish_day);
            text.parse().ok().or_else(moment)
        }),
    })
}

const HOUR: i64 = 3600;

/// The instants of a column: timestamps, or text.
pub(crate) fn moments(column: &ColumnarValue) -> Result<Coded<Option<Moment>>> {
    on_rows(column, |column, array| match array.data_type() {
        DataType::Timestamp(..) => {
            let moments = whole::<1>(array).into_iter().enumerate();
            let moments =
                moments.map(|(row, at)| array.is_valid(row).then(|| Moment::from_unix_seconds(at)));
            Ok(Coded::each(moments.collect()))
        }
        _ => Coded::of_text(column, |text| text?.parse().ok()),
    })
}

/// Works on the array of a column, or on that of the one value of a constant.
fn on_rows<T>(
    column: &ColumnarValue,
    work: impl Fn(&ColumnarValue, &ArrayRef) -> Result<Coded<Option<T>>>,
) -> Result<Coded<Option<T>>>
where
    T: Copy,
{
    match column {
        ColumnarValue::Array(array) => work(column, array),
        ColumnarValue::Scalar(scalar) => {
            let array = scalar.to_array()?;
            let one = work(column, &array)?;
            Ok(Coded::constant(one.get(0).copied().flatten()))
        }
    }
}

/// Timestamps of whichever unit, as numbers of so many whole seconds since 1970 in UTC; of absent ones any number.
fn whole<const SECONDS: i64>(array: &ArrayRef) -> Vec<i64> {
    macro_rules! whole {
        ($type:ty, $parts:literal) => {{
            let parts = const { SECONDS.saturating_mul($parts) };
            let values = array.as_primitive::<$type>().values().iter();
            values
                .map(|at| at.checked_div_euclid(parts).unwrap_or(0))
                .collect()
        }};
    }
    match array.data_type() {
        DataType::Timestamp(TimeUnit::Second, _) => whole!(TimestampSecondType, 1),
        DataType::Timestamp(TimeUnit::Millisecond, _) => whole!(TimestampMillisecondType, 1_000),
        DataType::Timestamp(TimeUnit::Microsecond, _) => {
            whole!(TimestampMicrosecondType, 1_000_000)
        }
        DataType::Timestamp(TimeUnit::Nanosecond, _) => {
            whole!(TimestampNanosecondType, 1_000_000_000)
        }
        _ => vec![0; array.len()],
    }
}
