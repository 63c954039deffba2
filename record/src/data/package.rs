//! The data package: a folder of CSV files and their `datapackage.json`, read and checked.

use std::path::Path;

use super::check;
use super::context::Context;
use super::description::Description;
use super::problem::Problem;
use super::record::{Record, Terms};
pub use super::tables::{Package, note};
use super::{Dataset, Sources};

/// A package that keeps every rule on which the page rests.
pub struct Opened {
    pub package: Package,
    /// What is worth a look and stops nothing; see [`Rule::warns`].
    pub warnings: Vec<Problem>,
}

/// Reads the package in `folder` and checks it against the `terms` of its record, and keeps where everything stood.
///
/// # Errors
///
/// Every problem found, warnings included, sorted by file, line and column.
pub fn open(folder: &Path, terms: &Terms) -> Result<Opened, Vec<Problem>> {
    let mut problems = Vec::new();
    let package = Package::read(folder, terms, &mut problems);
    check::check(&package, terms, &mut problems);
    problems.sort_by(|one, other| one.place.cmp(&other.place));
    let warn = problems.iter().all(|it| it.rule.warns());
    if warn { Ok(Opened { package, warnings: problems }) } else { Err(problems) }
}

/// Reads the package in `folder` and checks it against the `terms` of its record.
///
/// # Errors
///
/// Every problem found, sorted by file, line and column.
pub fn read(folder: &Path, terms: &Terms) -> Result<(Dataset, Sources, Context), Vec<Problem>> {
    let Opened { package, warnings } = open(folder, terms)?;
    package.into_record().ok_or(warnings)
}

/// What the package in `folder` says that it is of.
///
/// # Errors
///
/// When `datapackage.json` cannot be read or does not say it.
pub fn describe(folder: &Path) -> Result<Record, Vec<Problem>> {
    let mut problems = Vec::new();
    let description = Description::read(folder, &mut problems);
    match description.and_then(|it| it.record) {
        Some(record) if problems.is_empty() => Ok(record),
        _ => Err(problems),
    }
}
