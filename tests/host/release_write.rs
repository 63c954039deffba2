//! Whenever writing is stopped, the package on disk is the old one or the new one.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

use it_exports::data::package;
use it_exports::dataset_cli::refusal;
use it_exports::dataset_cli::workbook::Allowed;
use it_exports::dataset_cli::write::{Lock, Step, write};
use it_exports::package_text::TERMS;

use crate::support::book::{Book, Folder, import};

/// Names the folder, the workbook and the number of the step before which to die.
const DIE: &str = "RELEASE_WRITE_DIES";
/// Three files, each made, half written, flushed and put in its place; then the end.
const STEPS: usize = 13;

/// What the other test starts again and again; by itself it does nothing.
#[test]
fn a_process_that_dies() {
    let Ok(orders) = std::env::var(DIE) else { return };
    let [folder, file, step] = orders.split('\n').collect::<Vec<_>>().try_into().unwrap();
    let mut left: usize = step.parse().unwrap();
    let outcome = import(Path::new(folder), Path::new(file), &Allowed::default()).unwrap();
    let mut before = |_: Step| -> io::Result<()> {
        if left == 0 {
            // No destructor runs, nothing is flushed: as if killed.
            std::process::abort();
        }
        left -= 1;
        Ok(())
    };
    write(Path::new(folder), &outcome.changes, &mut before).unwrap();
}

fn visible(folder: &Folder) -> BTreeMap<String, Vec<u8>> {
    folder.bytes().into_iter().filter(|it| !it.0.starts_with('.')).collect()
}

fn workbook() -> (Folder, std::path::PathBuf) {
    let files = Folder::empty();
    let file = files.0.join("dt.xlsx");
    Book::good().save(&file);
    (files, file)
}

#[test]
fn killed_at_any_step_the_old_package_or_the_new_one_is_left() {
    let (_files, file) = workbook();
    let allowed = Allowed::default();
    let whole = Folder::data();
    let old = whole.bytes();
    let outcome = import(&whole.0, &file, &allowed).unwrap();
    write(&whole.0, &outcome.changes, &mut |_| Ok(())).unwrap();
    let new = whole.bytes();
    let name = "observations.csv";

    let mut seen = Vec::new();
    for step in 0..=STEPS {
        let data = Folder::data();
        let orders =
            [data.0.to_str().unwrap(), file.to_str().unwrap(), &step.to_string()].join("\n");
        let status = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "release_write::a_process_that_dies"])
            .env(DIE, orders)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .unwrap();
        assert_eq!(status.success(), step == STEPS, "step {step}");

        let left = visible(&data);
        assert_eq!(left.keys().collect::<Vec<_>>(), old.keys().collect::<Vec<_>>());
        let opened = package::open(&data.0, &TERMS);
        let opened = opened.unwrap_or_else(|it| panic!("step {step}: {}", it[0]));
        let figures = &left[name];
        assert!(*figures == old[name] || *figures == new[name], "step {step}: a mixture");
        // Of what changed, as much is new as was put in its place.
        let changed: Vec<&String> = left.keys().filter(|it| left[*it] != old[*it]).collect();
        seen.push(changed.len());
        assert_eq!(opened.warnings.len(), usize::from(changed == ["sources.csv"]));

        // Once more, and nothing of the accident is left.
        Lock::to_write(&data.0).unwrap().sweep();
        let outcome = import(&data.0, &file, &allowed).unwrap();
        write(&data.0, &outcome.changes, &mut |_| Ok(())).unwrap();
        assert!(data.bytes() == new, "step {step} cannot be finished");
    }
    assert_eq!(seen, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 3]);
}

#[test]
fn a_disk_that_refuses_is_told_and_leaves_no_mixture() {
    let (_files, file) = workbook();
    for step in 0..STEPS {
        let data = Folder::data();
        let old = data.bytes();
        let outcome = import(&data.0, &file, &Allowed::default()).unwrap();
        let mut left = step;
        let mut before = |_: Step| {
            if left == 0 {
                return Err(io::Error::other("no room"));
            }
            left -= 1;
            Ok(())
        };
        let refused = write(&data.0, &outcome.changes, &mut before).unwrap_err();
        let said = refusal::lines(&[refused])[0].clone();
        assert!(said.contains("cannot be written (no room)"), "{said}");
        assert_eq!(said.contains("nothing was changed"), data.bytes() == old, "step {step}");
        assert!(package::open(&data.0, &TERMS).is_ok(), "step {step}");
        assert!(data.bytes().keys().all(|it| !it.starts_with('.')), "step {step}");
    }
}

#[test]
fn a_file_that_somebody_changes_meanwhile_is_left_alone() {
    let (_files, file) = workbook();
    let data = Folder::data();
    let outcome = import(&data.0, &file, &Allowed::default()).unwrap();
    let path = data.0.join("sources.csv");
    let theirs = data.text("sources.csv").replace("247 News", "247news");
    std::fs::write(&path, &theirs).unwrap();
    let before = data.bytes();
    let refused = write(&data.0, &outcome.changes, &mut |_| Ok(())).unwrap_err();
    let expected =
        format!("{}: the file was changed while this command ran: run it again", path.display());
    assert_eq!(refused.to_string(), expected);
    assert!(before == data.bytes());
}
