//! The example certificates in the repository are the ones that the program makes.

#[path = "../../examples/make_certificates/list.rs"]
mod list;

use std::path::Path;

#[test]
fn the_files_are_what_the_program_makes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/data/certificates");
    if !folder.exists() {
        // A packaged crate comes without the repository's examples.
        eprintln!("SKIPPED: {} is absent", folder.display());
        return;
    }
    for (file, text, _) in list::examples() {
        assert_eq!(
            std::fs::read_to_string(folder.join(file)).unwrap(),
            text,
            "{file}"
        );
    }
    let readme = std::fs::read_to_string(folder.join("README.md")).unwrap();
    for (file, _, what) in list::examples() {
        assert!(
            readme.contains(&format!("| `{file}` | {what} |")),
            "README.md lacks {file}"
        );
    }
}
