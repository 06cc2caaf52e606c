//! How fast `kanta_decide` is over Arrow, beside the library's own loop: over requests that are read already where columns are
//! dictionaries, and over requests that it reads from the same texts where every row is text.
//!
//! Prints, for columns of three layouts, the rows a second of both and their ratio; the answers are compared first.

use std::error::Error;
use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use datafusion::arrow::array::{ArrayRef, AsArray, Date32Array, StringArray, StringViewArray};
use datafusion::arrow::compute::cast;
use datafusion::arrow::datatypes::{DataType, Field};
use datafusion::config::ConfigOptions;
use datafusion::logical_expr::{ColumnarValue, ScalarFunctionArgs, ScalarUDF};
use datafusion::scalar::ScalarValue;
use kanta_address_index::{
    AccessPoint, AddressIndex, DataSet, Header, Party, PartyKind, Period, Register, Request, Right,
    Sector, Service,
};
use kanta_conformance::Date;
use kanta_datafusion::{Pinned, Snapshots, functions};
use kanta_oid::OwnerOid;

/// How many parties there are, and rows in a batch.
const PARTIES: u64 = 1_000;
const ROWS: usize = 8_192;
const ROUNDS: u32 = 400;

fn main() -> Result<(), Box<dyn Error>> {
    let index = index()?;
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("index.jsonl");
    let mut text = String::new();
    index.write_json_lines(&mut text)?;
    std::fs::write(&file, text)?;
    let name = Pinned::now(&file)?.to_string();
    let requests = requests()?;
    let snapshots = Snapshots::default();
    let all = functions(&snapshots);
    let decide = all.iter().find(|it| it.name() == "kanta_decide");
    let decide = decide.ok_or("no function kanta_decide")?;
    let expected: Vec<bool> = requests
        .iter()
        .map(|it| index.decide(it).is_permit())
        .collect();
    let floor = quickest(|| {
        for request in &requests {
            let _ = black_box(index.decide(black_box(request)));
        }
        Ok(())
    })?;
    println!("library, requests that are read: {}", rate(floor));
    let texts: Vec<_> = requests.iter().map(texts).collect();
    let reading = quickest(|| {
        for texts in &texts {
            let _ = black_box(index.decide(&read(&index, black_box(texts))?));
        }
        Ok(())
    })?;
    println!(
        "library, requests that it reads from text: {}",
        rate(reading)
    );
    for (layout, floor) in [("dictionary", floor), ("text", reading), ("view", reading)] {
        let columns = columns(&requests, layout)?;
        let answers = call(decide, &name, &columns)?;
        let answers: Vec<bool> = answers.as_boolean().iter().flatten().collect();
        assert_eq!(answers, expected, "{layout}");
        let took = quickest(|| {
            black_box(call(decide, &name, black_box(&columns))?);
            Ok(())
        })?;
        let ratio = floor.as_secs_f64() / took.as_secs_f64();
        println!(
            "kanta_decide, columns of {layout}: {}, ratio {ratio:.2}",
            rate(took)
        );
    }
    Ok(())
}

/// A request as its party, access point and service are written, and its day.
fn texts(request: &Request) -> (String, String, &'static str, Date) {
    let (party, point) = (request.subject, request.access_point);
    let service = request.service.code();
    (party.to_string(), point.to_string(), service, request.day)
}

/// Reads it as the function does: names may be ids of the index.
fn read(
    index: &AddressIndex,
    (party, point, service, day): &(String, String, &str, Date),
) -> Result<Request, Box<dyn Error>> {
    let service = Service::from_code(service).ok_or("no service")?;
    let party = index.owner_named(party).ok_or("no party")?;
    let point = index.access_point_named(point).ok_or("no access point")?;
    Ok(Request::new(party, point, service, *day))
}

fn quickest(
    mut work: impl FnMut() -> Result<(), Box<dyn Error>>,
) -> Result<Duration, Box<dyn Error>> {
    let mut best = Duration::MAX;
    for _ in 0..ROUNDS {
        let started = Instant::now();
        work()?;
        best = best.min(started.elapsed());
    }
    Ok(best)
}

fn rate(took: Duration) -> String {
    let millions = 8_192.0 / took.as_secs_f64() / 1e6;
    format!("{millions:.1} million rows a second")
}

fn call(
    decide: &ScalarUDF,
    index: &str,
    columns: &[ArrayRef; 4],
) -> Result<ArrayRef, Box<dyn Error>> {
    let index = ColumnarValue::Scalar(ScalarValue::from(index));
    let columns = columns
        .iter()
        .map(|it| ColumnarValue::Array(Arc::clone(it)));
    let args: Vec<_> = std::iter::once(index).chain(columns).collect();
    let fields = args
        .iter()
        .map(|it| Arc::new(Field::new("it", it.data_type(), true)));
    let answer = decide.invoke_with_args(ScalarFunctionArgs {
        arg_fields: fields.collect(),
        args,
        number_rows: ROWS,
        return_field: Arc::new(Field::new("answer", DataType::Boolean, true)),
        config_options: Arc::new(ConfigOptions::default()),
    })?;
    Ok(answer.into_array(ROWS)?)
}

fn columns(requests: &[Request], layout: &str) -> Result<[ArrayRef; 4], Box<dyn Error>> {
    let texts = |told: fn(&Request) -> String| -> Result<ArrayRef, Box<dyn Error>> {
        let texts: Vec<String> = requests.iter().map(told).collect();
        let plain = StringArray::from_iter_values(&texts);
        Ok(match layout {
            "view" => Arc::new(StringViewArray::from_iter_values(&texts)),
            "dictionary" => {
                let coded =
                    DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8));
                cast(&plain, &coded)?
            }
            _ => Arc::new(plain),
        })
    };
    let epoch = Date::constant(1970, 1, 1);
    let days = requests.iter().map(|it| epoch.days_until(it.day));
    Ok([
        texts(|it| it.subject.to_string())?,
        texts(|it| it.access_point.to_string())?,
        texts(|it| it.service.code().to_owned())?,
        Arc::new(Date32Array::from_iter_values(days)),
    ])
}

/// A party by its number.
const fn party(number: u64) -> OwnerOid {
    OwnerOid::sote(number.saturating_add(10_000_004), 0)
}

/// Requests of all parties on many days, half of them for what nobody has.
fn requests() -> Result<Vec<Request>, Box<dyn Error>> {
    let services = [Service::PatientData, Service::Imaging];
    let mut state = 1_u64;
    let mut roll = |end: u64| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (state >> 33).checked_rem(end).unwrap_or(0)
    };
    let requests = (0..ROWS).map(|_| {
        let owner = party(roll(PARTIES));
        let service = services.into_iter().nth(usize::try_from(roll(2))?);
        let day = Date::constant(2025, 1, 1).plus_days(i32::try_from(roll(365))?);
        let service = service.ok_or("no service")?;
        Ok(Request::new(owner, owner.access_point(1)?, service, day))
    });
    requests.collect()
}

fn index() -> Result<AddressIndex, Box<dyn Error>> {
    let (issued, expires) = (Date::constant(2025, 1, 1), Date::constant(2027, 1, 1));
    let mut data = DataSet::new(Header::new("1", issued, expires));
    for number in 0..PARTIES {
        let oid = party(number);
        let id = format!("party-{number}");
        data.access_points.push(AccessPoint::new(
            format!("{id}-ap"),
            oid.access_point(1)?,
            &id,
        ));
        let mut party = Party::new(id, PartyKind::Provider);
        party.oid = Some(oid);
        party.sector = Some(Sector::Private);
        party.health_care = Some(true);
        party.social_welfare = Some(false);
        party.register = Some(Register::Sote);
        data.parties.push(party);
        let since = Period::since(Date::constant(2024, 3, 1));
        let right = Right::new(oid, oid.access_point(1)?, Service::PatientData, since);
        data.rights.push(right);
    }
    Ok(AddressIndex::build(data)?)
}
