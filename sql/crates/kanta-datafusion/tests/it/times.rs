//! Days and moments: the Finnish day of an instant, in every unit.

use std::sync::Arc;

use datafusion::arrow::array::{
    Array, ArrayRef, AsArray, Date32Array, TimestampMicrosecondArray, TimestampMillisecondArray,
    TimestampNanosecondArray, TimestampSecondArray,
};
use datafusion::arrow::datatypes::Date32Type;
use datafusion::logical_expr::ColumnarValue;
use kanta_cert::Moment;
use kanta_conformance::Date;
use proptest::prelude::*;

use crate::harness::{call, cell};

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    /// Every second of the years 1677 to 2262, which nanoseconds can tell.
    #[test]
    fn the_finnish_day_is_the_library_s(
        seconds in prop::collection::vec(prop::option::of(-9_000_000_000_i64..9_000_000_000), 0..50),
    ) {
        let arrays: [ArrayRef; 4] = [
            Arc::new(TimestampSecondArray::from(seconds.clone())),
            Arc::new(seconds.iter().map(|it| it.map(|it| it * 1_000 + 999)).collect::<TimestampMillisecondArray>()),
            Arc::new(seconds.iter().map(|it| it.map(|it| it * 1_000_000 + 1)).collect::<TimestampMicrosecondArray>().with_timezone("UTC")),
            Arc::new(seconds.iter().map(|it| it.map(|it| it * 1_000_000_000)).collect::<TimestampNanosecondArray>()),
        ];
        let epoch = Date::constant(1970, 1, 1);
        let expected: Date32Array = seconds
            .iter()
            .map(|at| Some(epoch.days_until(Moment::from_unix_seconds((*at)?).finnish_day())))
            .collect();
        for array in arrays {
            let unit = array.data_type().clone();
            let args = vec![ColumnarValue::Array(array)];
            let told = call("kanta_finnish_day", args, seconds.len()).unwrap();
            prop_assert_eq!(told.as_primitive::<Date32Type>(), &expected, "{}", unit);
        }
    }
}

/// Finland is two hours from UTC in winter and three in summer.
#[tokio::test]
async fn both_sides_of_midnight_are_told_apart() {
    for (at, expected) in [
        ("2025-12-01T21:59:59Z", "2025-12-01"),
        ("2025-12-01T22:00:00Z", "2025-12-02"),
        ("2025-07-01T20:59:59Z", "2025-07-01"),
        ("2025-07-01T21:00:00Z", "2025-07-02"),
        ("2025-12-02T00:00:00+02:00", "2025-12-02"),
    ] {
        assert_eq!(
            cell(&format!("SELECT kanta_finnish_day('{at}')")).await,
            expected
        );
        let stamp = format!("SELECT kanta_finnish_day(CAST('{at}' AS TIMESTAMP))");
        assert_eq!(cell(&stamp).await, expected);
    }
    assert_eq!(cell("SELECT kanta_finnish_day('1.12.2025')").await, "NULL");
}
