//! A log of made-up requests and the index that it fits: a year of joining parties, some of whose rights end in it.
//!
//! What is wrong with a line is planted, and counted as it is planted: nothing is asked of the engine.

mod lines;
mod world;

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use datafusion::parquet::arrow::ArrowWriter;
use datafusion::parquet::basic::Compression;
use datafusion::parquet::file::properties::WriterProperties;
use kanta_address_index::AddressIndex;

use self::lines::{Lines, Planted};
use self::world::World;
use crate::Failure;
use crate::args::GenerateArgs;

/// So many lines a file.
const LINES_A_FILE: u64 = 2_000_000;
/// So many lines are made at once.
const LINES_A_BATCH: u64 = 1 << 16;

pub(crate) fn run(args: &GenerateArgs) -> Result<(), Failure> {
    let number = generate(args.lines, args.seed, args.parties, &args.out)?;
    let files = if number == 1 { "file" } else { "files" };
    let (lines, out) = (args.lines, args.out.display());
    writeln!(
        std::io::stdout(),
        "{lines} lines in {number} {files}, and their index: {out}"
    )?;
    Ok(())
}

/// Writes a log of so many lines into a folder, and the index that it fits; in how many files, is told.
///
/// # Errors
/// There are no parties, or the folder cannot be written to.
pub fn generate(lines: u64, seed: u64, parties: u32, out: &Path) -> Result<u32, Failure> {
    let folder = out.join("log");
    fs::create_dir_all(&folder)?;
    let world = World::new(parties);
    let mut text = String::new();
    AddressIndex::build(world.data_set())?.write_json_lines(&mut text)?;
    fs::write(out.join("index.jsonl"), text)?;
    let mut lines = Lines::new(&world, seed, lines)?;
    let mut number = 0_u32;
    while lines.left() > 0 {
        let file = File::create(folder.join(format!("part-{number:05}.parquet")))?;
        write(&mut lines, file)?;
        number = number.saturating_add(1);
    }
    fs::write(out.join("planted.json"), told(lines.planted()))?;
    Ok(number)
}

fn write(lines: &mut Lines<'_>, file: File) -> Result<(), Failure> {
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .build();
    let mut writer = ArrowWriter::try_new(file, Arc::clone(lines.schema()), Some(properties))?;
    let mut room = LINES_A_FILE;
    while room > 0 && lines.left() > 0 {
        let batch = lines.batch(LINES_A_BATCH.min(room))?;
        room = room.saturating_sub(u64::try_from(batch.num_rows())?);
        writer.write(&batch)?;
    }
    writer.close()?;
    Ok(())
}

/// What was planted, as JSON.
fn told(planted: &Planted) -> String {
    let Planted {
        permitted,
        denied,
        unreadable,
        not_on_record,
        malformed,
    } = planted;
    format!(
        "{{\"permitted\": {permitted}, \"denied\": {denied}, \"unreadable\": {unreadable}, \
         \"not_on_record\": {not_on_record}, \"malformed\": {malformed}}}\n"
    )
}
