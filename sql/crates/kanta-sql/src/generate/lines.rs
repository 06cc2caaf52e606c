//! The lines of the log, in the order of their times.

use std::sync::Arc;

use datafusion::arrow::array::{
    ArrayRef, DictionaryArray, Int32Array, RecordBatch, StringArray, TimestampMillisecondArray,
};
use datafusion::arrow::datatypes::{DataType, Field, Int32Type, Schema, SchemaRef, TimeUnit};
use kanta_cert::Moment;

use super::world::{END, FIRST, NOT_GIVEN, RIGHTS_END, SERVICES, World, foreign};
use crate::Failure;

/// One line in so many is of a kind; the rest is as it should be.
const NOT_GIVEN_IN: u64 = 3_000;
const FOREIGN_IN: u64 = 2_000;
const MALFORMED_IN: u64 = 5_000;
const NO_SERVICE_IN: u64 = 10_000;
/// Where a right has ended, it is used on in one line of so many.
const USED_ON_IN: u64 = 50;
/// So many addresses are on record for nobody.
const FOREIGN: u32 = 16;

/// How OIDs come to be malformed.
const MALFORMED: [&str; 5] = [
    "1.2.246.10.1000000-4.10.0.13.1",
    "1.2.246.10.10000004.10.0.14.1",
    "1.2.246.10.010000004.10.0.13.1",
    "urn:oid:1.2.246.10.10000004.10.0.13.1",
    "1.2.246.10.10000004.10.0.13",
];
/// No service has this code.
const NO_SERVICE: &str = "patient data";

/// What was planted.
#[derive(Debug, Default)]
pub(super) struct Planted {
    pub(super) permitted: u64,
    pub(super) denied: u64,
    pub(super) unreadable: u64,
    pub(super) not_on_record: u64,
    pub(super) malformed: u64,
}

/// Numbers that depend on the seed alone (`SplitMix64`).
struct Dice(u64);

impl Dice {
    const fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Below that; 0 where that is 0.
    fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end).unwrap_or(u64::MAX);
        let rolled = self.roll().checked_rem(end).unwrap_or(0);
        usize::try_from(rolled).unwrap_or(0)
    }

    fn one_in(&mut self, number: u64) -> bool {
        self.roll().checked_rem(number) == Some(0)
    }
}

/// Makes the lines.
pub(super) struct Lines<'w> {
    world: &'w World,
    dice: Dice,
    schema: SchemaRef,
    whole: u64,
    made: u64,
    planted: Planted,
    sources: ArrayRef,
    points: ArrayRef,
    parties: ArrayRef,
    services: ArrayRef,
    /// The moment from which on some rights have ended.
    ended: Moment,
}

/// The numbers of the values of a line.
struct Line {
    at: i64,
    source: usize,
    point: usize,
    party: usize,
    service: usize,
}

impl<'w> Lines<'w> {
    pub(super) fn new(world: &'w World, seed: u64, lines: u64) -> Result<Self, Failure> {
        if world.actors.is_empty() {
            return Err("no party".into());
        }
        let actors = || world.actors.iter();
        let own = actors().map(|it| it.address.to_string());
        let sources = own.chain((0..FOREIGN).map(|number| foreign(number).to_string()));
        let points = actors().map(|it| it.point.to_string());
        let points = points.chain(MALFORMED.map(str::to_owned));
        let services = SERVICES.iter().chain([&NOT_GIVEN]).map(|it| it.code());
        let texts = |values: Vec<String>| Arc::new(StringArray::from(values)) as ArrayRef;
        let coded = || DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8));
        let at = DataType::Timestamp(TimeUnit::Millisecond, Some("UTC".into()));
        Ok(Self {
            schema: Arc::new(Schema::new(vec![
                Field::new("at", at, false),
                Field::new("source", coded(), false),
                Field::new("access_point", coded(), false),
                Field::new("party", coded(), false),
                Field::new("service", coded(), false),
            ])),
            sources: texts(sources.collect()),
            points: texts(points.collect()),
            parties: texts(actors().map(|it| it.oid.to_string()).collect()),
            services: texts(services.chain([NO_SERVICE]).map(str::to_owned).collect()),
            ended: Moment::start_of(RIGHTS_END),
            world,
            dice: Dice(seed),
            whole: lines,
            made: 0,
            planted: Planted::default(),
        })
    }

    pub(super) const fn schema(&self) -> &SchemaRef {
        &self.schema
    }

    pub(super) const fn planted(&self) -> &Planted {
        &self.planted
    }

    /// How many are still to be made.
    pub(super) const fn left(&self) -> u64 {
        self.whole.saturating_sub(self.made)
    }

    /// The milliseconds at which the next line was written: spread over the year.
    fn at(&mut self) -> i64 {
        let (first, end) = (Moment::start_of(FIRST), Moment::start_of(END));
        let year = end.unix_seconds().saturating_sub(first.unix_seconds());
        let year = i128::from(year).saturating_mul(1000);
        let passed = year.saturating_mul(i128::from(self.made));
        let passed = passed.checked_div(i128::from(self.whole)).unwrap_or(0);
        let first = i128::from(first.unix_seconds()).saturating_mul(1000);
        i64::try_from(first.saturating_add(passed)).unwrap_or(0)
    }

    fn line(&mut self) -> Option<Line> {
        let at = self.at();
        let actors = self.world.actors.len();
        // The less of two: some speak much, and most little.
        let number = self.dice.below(actors).min(self.dice.below(actors));
        let actor = self.world.actors.get(number)?;
        let mut line = Line {
            at,
            source: number,
            point: number,
            party: number,
            service: self.dice.below(SERVICES.len()),
        };
        let has_ended = actor.ends && at.div_euclid(1000) >= self.ended.unix_seconds();
        let last = SERVICES.len().saturating_sub(1);
        if has_ended && line.service == last {
            if self.dice.one_in(USED_ON_IN) {
                self.planted.denied = self.planted.denied.saturating_add(1);
                return Some(line);
            }
            line.service = 0;
        }
        if self.dice.one_in(NOT_GIVEN_IN) {
            line.service = SERVICES.len();
            self.planted.denied = self.planted.denied.saturating_add(1);
        } else if self.dice.one_in(MALFORMED_IN) {
            line.point = actors.saturating_add(self.dice.below(MALFORMED.len()));
            self.planted.malformed = self.planted.malformed.saturating_add(1);
            self.planted.unreadable = self.planted.unreadable.saturating_add(1);
        } else if self.dice.one_in(NO_SERVICE_IN) {
            line.service = SERVICES.len().saturating_add(1);
            self.planted.unreadable = self.planted.unreadable.saturating_add(1);
        } else {
            self.planted.permitted = self.planted.permitted.saturating_add(1);
            if self.dice.one_in(FOREIGN_IN) {
                let foreign = self.dice.below(usize::try_from(FOREIGN).ok()?);
                line.source = actors.saturating_add(foreign);
                self.planted.not_on_record = self.planted.not_on_record.saturating_add(1);
            }
        }
        Some(line)
    }

    /// The next lines, at most so many.
    pub(super) fn batch(&mut self, most: u64) -> Result<RecordBatch, Failure> {
        let number = usize::try_from(most.min(self.left()))?;
        let mut lines = Vec::with_capacity(number);
        for _ in 0..number {
            lines.push(self.line().ok_or("no party")?);
            self.made = self.made.saturating_add(1);
        }
        let at = lines.iter().map(|line| line.at);
        let at = TimestampMillisecondArray::from_iter_values(at).with_timezone("UTC");
        let coded = |values: &ArrayRef, key: fn(&Line) -> usize| -> Result<ArrayRef, Failure> {
            let keys = lines.iter().map(|line| i32::try_from(key(line)).ok());
            let keys: Int32Array = keys.collect();
            let column = DictionaryArray::<Int32Type>::try_new(keys, Arc::clone(values))?;
            Ok(Arc::new(column))
        };
        let columns: Vec<ArrayRef> = vec![
            Arc::new(at),
            coded(&self.sources, |line| line.source)?,
            coded(&self.points, |line| line.point)?,
            coded(&self.parties, |line| line.party)?,
            coded(&self.services, |line| line.service)?,
        ];
        Ok(RecordBatch::try_new(Arc::clone(&self.schema), columns)?)
    }
}
