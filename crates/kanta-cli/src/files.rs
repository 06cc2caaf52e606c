//! Reads files, none of them further than it may be long.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use kanta_policy::FileFault;

/// The bytes of a file, or of standard input where it is called `-`.
pub(crate) fn read(path: &Path, limit: usize) -> Result<Vec<u8>, FileFault> {
    if path.as_os_str() == "-" {
        return read_all(&mut io::stdin().lock(), limit);
    }
    let file = File::open(path).map_err(fault)?;
    let metadata = file.metadata().map_err(fault)?;
    if metadata.is_dir() {
        return Err(FileFault::Directory);
    }
    let longest = u64::try_from(limit).unwrap_or(u64::MAX);
    if metadata.is_file() && metadata.len() > longest {
        return Err(FileFault::TooLarge { limit });
    }
    read_all(&mut { file }, limit)
}

fn read_all(input: &mut dyn Read, limit: usize) -> Result<Vec<u8>, FileFault> {
    let mut bytes = Vec::new();
    let longest = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    input.take(longest).read_to_end(&mut bytes).map_err(fault)?;
    if bytes.len() > limit {
        Err(FileFault::TooLarge { limit })
    } else {
        Ok(bytes)
    }
}

fn fault(error: io::Error) -> FileFault {
    match error.kind() {
        io::ErrorKind::NotFound => FileFault::NotFound,
        io::ErrorKind::IsADirectory => FileFault::Directory,
        _ => FileFault::Unreadable(error.to_string()),
    }
}
