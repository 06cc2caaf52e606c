//! Functions over groups of rows: how often each of the things that a function gives was given.

use std::collections::BTreeMap;
use std::sync::Arc;

use datafusion::arrow::array::{
    Array, ArrayRef, AsArray, BooleanArray, Int64Builder, MapArray, MapBuilder, MapFieldNames,
    StringBuilder,
};
use datafusion::arrow::compute::filter;
use datafusion::arrow::datatypes::{DataType, Field, FieldRef, Int64Type};
use datafusion::error::{DataFusionError, Result};
use datafusion::logical_expr::function::{AccumulatorArgs, StateFieldsArgs};
use datafusion::logical_expr::{
    Accumulator, AggregateUDF, AggregateUDFImpl, EmitTo, GroupsAccumulator, Signature,
};
use datafusion::scalar::ScalarValue;
use kanta_conformance::text;
use kanta_text::Text;

use crate::Snapshots;
use crate::function::{Definition, Gives};

/// A function over a group, as it is stated: it counts what another gives of each row.
#[derive(Debug)]
pub(crate) struct Aggregate {
    pub(crate) name: &'static str,
    pub(crate) about: Text,
    /// The function that gives a text or a list of texts of each row; what it takes is taken here.
    of: &'static str,
}

pub(crate) static AGGREGATES: [Aggregate; 4] = [
    Aggregate {
        name: "kanta_why_counts",
        about: text! {
            en: "of a group of requests: for how many of them each requirement was missing",
            fi: "pyyntöjen ryhmästä: kuinka monelta niistä kukin vaatimus puuttui",
            sv: "av en grupp begäranden: för hur många av dem varje krav fattades",
        },
        of: "kanta_why",
    },
    Aggregate {
        name: "kanta_admit_why_counts",
        about: text! {
            en: "of a group of attempts: for how many of them each requirement was missing",
            fi: "yritysten ryhmästä: kuinka monelta niistä kukin vaatimus puuttui",
            sv: "av en grupp försök: för hur många av dem varje krav fattades",
        },
        of: "kanta_admit_why",
    },
    Aggregate {
        name: "kanta_oid_fault_counts",
        about: text! {
            en: "of a group of texts: how many are no OID of an access point, by the code of the fault",
            fi: "tekstien ryhmästä: kuinka moni ei ole liityntäpisteen OID-tunnus, vian koodin mukaan",
            sv: "av en grupp texter: hur många som inte är en anslutningspunkts OID, efter felets kod",
        },
        of: "kanta_oid_fault_code",
    },
    Aggregate {
        name: "kanta_owner_fault_counts",
        about: text! {
            en: "of a group of texts: how many are no OID of an owner of access points, by the code of the fault",
            fi: "tekstien ryhmästä: kuinka moni ei ole liityntäpisteiden omistajan OID-tunnus, vian koodin mukaan",
            sv: "av en grupp texter: hur många som inte är en OID för en ägare av anslutningspunkter, efter felets kod",
        },
        of: "kanta_owner_fault_code",
    },
];

/// What such a function gives.
pub(crate) const COUNTS: &str = "map of counts";

impl Aggregate {
    /// The function whose answers are counted.
    fn counted(&self) -> Option<&'static Definition> {
        crate::register::definitions().find(|it| it.name == self.of)
    }

    /// How it is called.
    pub(crate) fn usage(&self) -> String {
        let counted = self.counted().map(Definition::usage);
        let counted = counted.unwrap_or_default();
        counted.replacen(self.of, self.name, 1)
    }

    /// What it takes.
    pub(crate) fn takes(&self) -> Vec<String> {
        let parameters = self.counted().map_or(&[][..], |it| it.parameters);
        let takes = parameters.iter().map(|(_, kind)| kind.code().to_owned());
        takes.collect()
    }
}

/// Every one of them.
pub(crate) fn aggregates(snapshots: &Snapshots) -> impl Iterator<Item = AggregateUDF> {
    AGGREGATES.iter().filter_map(|it| {
        Some(AggregateUDF::new_from_impl(Function {
            name: it.name,
            counted: it.counted()?,
            signature: Signature::user_defined(it.counted()?.volatility),
            snapshots: snapshots.clone(),
        }))
    })
}

/// A function as DataFusion calls it. Two of one name are one.
#[derive(Debug)]
struct Function {
    name: &'static str,
    counted: &'static Definition,
    signature: Signature,
    snapshots: Snapshots,
}

impl PartialEq for Function {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Function {}

impl std::hash::Hash for Function {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.name.hash(state);
    }
}

impl Function {
    fn tallies(&self, args: &AccumulatorArgs<'_>) -> Result<Tallies> {
        if args.is_distinct {
            let problem = format!("{}: every row counts: expected no DISTINCT", self.name);
            return Err(DataFusionError::NotImplemented(problem));
        }
        Ok(Tallies {
            counted: self.counted,
            snapshots: self.snapshots.clone(),
            groups: Vec::new(),
            held: 0,
        })
    }
}

impl AggregateUDFImpl for Function {
    fn name(&self) -> &str {
        self.name
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(counts_type())
    }

    fn is_nullable(&self) -> bool {
        false
    }

    fn default_value(&self, _: &DataType) -> Result<ScalarValue> {
        Ok(ScalarValue::Map(Arc::new(maps(&[Counts::new()])?)))
    }

    fn coerce_types(&self, given: &[DataType]) -> Result<Vec<DataType>> {
        self.counted.taken(self.name, given)
    }

    fn accumulator(&self, args: AccumulatorArgs<'_>) -> Result<Box<dyn Accumulator>> {
        Ok(Box::new(Whole(self.tallies(&args)?)))
    }

    fn state_fields(&self, args: StateFieldsArgs<'_>) -> Result<Vec<FieldRef>> {
        let name = format!("{}[counts]", args.name);
        Ok(vec![Arc::new(Field::new(name, counts_type(), false))])
    }

    fn groups_accumulator_supported(&self, args: AccumulatorArgs<'_>) -> bool {
        !args.is_distinct
    }

    fn create_groups_accumulator(
        &self,
        args: AccumulatorArgs<'_>,
    ) -> Result<Box<dyn GroupsAccumulator>> {
        Ok(Box::new(self.tallies(&args)?))
    }
}

/// How often each thing was given.
type Counts = BTreeMap<Arc<str>, i64>;

/// The counts of every group.
#[derive(Debug)]
struct Tallies {
    counted: &'static Definition,
    snapshots: Snapshots,
    groups: Vec<Counts>,
    /// About so many octets are held by counts.
    held: usize,
}

/// So many octets an entry takes beside its name.
const ENTRY: usize = 64;

impl Tallies {
    fn count(&mut self, group: usize, name: &str, times: i64) {
        let Some(counts) = self.groups.get_mut(group) else {
            return;
        };
        if let Some(count) = counts.get_mut(name) {
            *count = count.saturating_add(times);
        } else {
            counts.insert(name.into(), times);
            self.held = self.held.saturating_add(name.len()).saturating_add(ENTRY);
        }
    }

    fn grow(&mut self, groups: usize) {
        if self.groups.len() < groups {
            self.groups.resize_with(groups, Counts::new);
        }
    }

    /// Counts what the function gives of each row, for the group of that row.
    fn add(&mut self, values: &[ArrayRef], groups: impl Iterator<Item = usize>) -> Result<()> {
        let answer = self.counted.answer(values, &self.snapshots)?;
        match self.counted.gives {
            Gives::Text => {
                for (text, group) in answer.as_string::<i32>().iter().zip(groups) {
                    if let Some(text) = text {
                        self.count(group, text, 1);
                    }
                }
            }
            Gives::Texts => {
                let lists = answer.as_list::<i32>();
                let texts = lists.values().as_string::<i32>();
                let ends = lists.value_offsets();
                for ((row, bounds), group) in ends.windows(2).enumerate().zip(groups) {
                    if let (true, [from, to]) = (lists.is_valid(row), bounds) {
                        for at in *from..*to {
                            self.count(group, texts.value(usize::try_from(at).unwrap_or(0)), 1);
                        }
                    }
                }
            }
            _ => {
                let problem = format!("{}: it gives nothing to count", self.counted.name);
                return Err(DataFusionError::Internal(problem));
            }
        }
        Ok(())
    }

    /// Adds counts to those of their groups.
    fn merge(&mut self, states: &[ArrayRef], groups: impl Iterator<Item = usize>) -> Result<()> {
        let wrong = || DataFusionError::Internal("counts: expected one column of maps".to_owned());
        let [state] = states else {
            return Err(wrong());
        };
        let maps = state.as_map_opt().ok_or_else(wrong)?;
        let names = maps.keys().as_string_opt::<i32>().ok_or_else(wrong)?;
        let counts = maps.values().as_primitive_opt::<Int64Type>();
        let counts = counts.ok_or_else(wrong)?;
        let ends = maps.value_offsets();
        for ((row, bounds), group) in ends.windows(2).enumerate().zip(groups) {
            if let (true, [from, to]) = (maps.is_valid(row), bounds) {
                for at in *from..*to {
                    let at = usize::try_from(at).unwrap_or(0);
                    self.count(group, names.value(at), counts.value(at));
                }
            }
        }
        Ok(())
    }

    fn emit(&mut self, emit_to: EmitTo) -> Result<ArrayRef> {
        let groups = emit_to.take_needed(&mut self.groups);
        let held = groups.iter().flat_map(BTreeMap::keys);
        let held = held.map(|name| name.len().saturating_add(ENTRY));
        self.held = self.held.saturating_sub(held.sum());
        Ok(Arc::new(maps(&groups)?))
    }

    fn size(&self) -> usize {
        let groups = self.groups.capacity();
        groups
            .saturating_mul(size_of::<Counts>())
            .saturating_add(self.held)
    }
}

/// A map for each group, in the order of names.
fn maps(groups: &[Counts]) -> Result<MapArray> {
    let names = MapFieldNames {
        entry: "entries".to_owned(),
        key: "key".to_owned(),
        value: "value".to_owned(),
    };
    let mut maps = MapBuilder::new(Some(names), StringBuilder::new(), Int64Builder::new());
    for counts in groups {
        for (name, count) in counts {
            maps.keys().append_value(name);
            maps.values().append_value(*count);
        }
        maps.append(true)?;
    }
    Ok(maps.finish())
}

fn counts_type() -> DataType {
    let entry = DataType::Struct(
        [
            Field::new("key", DataType::Utf8, false),
            Field::new("value", DataType::Int64, true),
        ]
        .into_iter()
        .collect(),
    );
    DataType::Map(Arc::new(Field::new("entries", entry, false)), false)
}

impl GroupsAccumulator for Tallies {
    fn update_batch(
        &mut self,
        values: &[ArrayRef],
        groups: &[usize],
        wanted: Option<&BooleanArray>,
        total: usize,
    ) -> Result<()> {
        self.grow(total);
        let Some(wanted) = wanted else {
            return self.add(values, groups.iter().copied());
        };
        // Where it is absent, it is not wanted.
        let values = values.iter().map(|column| filter(column.as_ref(), wanted));
        let values = values.collect::<Result<Vec<_>, _>>()?;
        let groups = groups.iter().zip(wanted);
        let groups = groups.filter_map(|(group, wanted)| (wanted == Some(true)).then_some(*group));
        self.add(&values, groups)
    }

    fn evaluate(&mut self, emit_to: EmitTo) -> Result<ArrayRef> {
        self.emit(emit_to)
    }

    fn state(&mut self, emit_to: EmitTo) -> Result<Vec<ArrayRef>> {
        Ok(vec![self.emit(emit_to)?])
    }

    fn merge_batch(&mut self, states: &[ArrayRef], groups: &[usize], total: usize) -> Result<()> {
        self.grow(total);
        self.merge(states, groups.iter().copied())
    }

    fn convert_to_state(
        &self,
        values: &[ArrayRef],
        wanted: Option<&BooleanArray>,
    ) -> Result<Vec<ArrayRef>> {
        let rows = values.first().map_or(0, |column| column.len());
        let mut each = Self {
            counted: self.counted,
            snapshots: self.snapshots.clone(),
            groups: Vec::new(),
            held: 0,
        };
        let groups: Vec<usize> = (0..rows).collect();
        GroupsAccumulator::update_batch(&mut each, values, &groups, wanted, rows)?;
        GroupsAccumulator::state(&mut each, EmitTo::All)
    }

    fn size(&self) -> usize {
        self.size()
    }
}

/// All rows as one group.
#[derive(Debug)]
struct Whole(Tallies);

impl Accumulator for Whole {
    fn update_batch(&mut self, values: &[ArrayRef]) -> Result<()> {
        self.0.grow(1);
        self.0.add(values, std::iter::repeat(0))
    }

    fn evaluate(&mut self) -> Result<ScalarValue> {
        self.0.grow(1);
        // It may be asked again, with more rows: it keeps what it has.
        Ok(ScalarValue::Map(Arc::new(maps(&self.0.groups)?)))
    }

    fn size(&self) -> usize {
        self.0.size()
    }

    fn state(&mut self) -> Result<Vec<ScalarValue>> {
        Ok(vec![self.evaluate()?])
    }

    fn merge_batch(&mut self, states: &[ArrayRef]) -> Result<()> {
        self.0.grow(1);
        self.0.merge(states, std::iter::repeat(0))
    }
}
