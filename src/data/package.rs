//! Reads the data package, a folder of CSV files and their `datapackage.json`, into typed
//! rows that remember where they stood.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::rc::Rc;
use std::str::FromStr;

use csv_core::{ReadFieldResult, Reader};
use serde::Deserialize;

use super::problem::{Place, Problem, Rule};
use super::{
    Amount, Bilingual, Dataset, Observation, Sector, SectorId, Sectors, Source, SourceId, Status,
    WorkingDays, check,
};
use crate::calendar::{Date, Month, Span};

/// Reads the package in `folder` and checks it.
///
/// # Errors
///
/// Every problem found, sorted by file, line and column.
pub fn read(folder: &Path) -> Result<Dataset, Vec<Problem>> {
    let mut problems = Vec::new();
    let package = Package::read(folder, &mut problems);
    check::check(&package, &mut problems);
    if problems.is_empty() {
        return Ok(package.into_dataset());
    }
    problems.sort_by(|one, other| one.place.cmp(&other.place));
    Err(problems)
}

/// The package as far as it could be read; what could not is among the problems.
pub struct Package {
    pub sectors: Table<10, Sector>,
    pub sources: Table<6, Source>,
    pub figures: Table<8, Observation>,
    pub working_days: Table<5, (Month, u8)>,
    /// Every cell that names a source, in whichever file.
    pub cited: Vec<Cell>,
    /// `None` when datapackage.json could not be read.
    pub description: Option<Description>,
}

pub struct Table<const N: usize, T = ()> {
    pub rows: Vec<Row<N, T>>,
    /// Every row could be read. When not, what seems absent may only be unreadable.
    pub whole: bool,
}

/// A row with what it was read as.
pub struct Row<const N: usize, T> {
    pub cells: [Cell; N],
    pub value: T,
}

#[derive(Clone, Debug)]
pub struct Cell {
    pub text: String,
    pub place: Place,
}

impl Cell {
    pub fn problem(&self, rule: Rule) -> Problem {
        Problem { place: self.place.clone(), rule }
    }
}

/// A file that the program reads.
struct Layout<const N: usize> {
    name: &'static str,
    columns: [&'static str; N],
    /// The columns whose cells may be empty.
    optional: &'static [&'static str],
}

const OBSERVATIONS: Layout<8> = Layout {
    name: "observations.csv",
    columns: [
        "sector", "start", "end", "value_usd_million", "status", "published", "source", "note",
    ],
    optional: &["note"],
};
const SOURCES: Layout<6> = Layout {
    name: "sources.csv",
    columns: ["id", "publisher", "outlet", "title", "url", "dated"],
    optional: &["title"],
};
const SECTORS: Layout<10> = Layout {
    name: "sectors.csv",
    columns: [
        "code", "parent", "ebops", "name_en", "name_ur", "short_en", "short_ur", "since",
        "note_en", "note_ur",
    ],
    optional: &["parent", "ebops", "since", "note_en", "note_ur"],
};
const WORKING_DAYS: Layout<5> = Layout {
    name: "working_days.csv",
    columns: ["month", "weekdays", "holidays", "working_days", "holiday_names"],
    optional: &["holiday_names"],
};
const EVENTS: Layout<7> = Layout {
    name: "events.csv",
    columns: ["date", "kind", "title_en", "title_ur", "text_en", "text_ur", "source"],
    optional: &[],
};

const KNOWN: [(&str, &[&str]); 5] = [
    (OBSERVATIONS.name, &OBSERVATIONS.columns),
    (SOURCES.name, &SOURCES.columns),
    (SECTORS.name, &SECTORS.columns),
    (WORKING_DAYS.name, &WORKING_DAYS.columns),
    (EVENTS.name, &EVENTS.columns),
];

/// A set of sectors is 32 bits, a place in a table 16.
const MAX_SECTORS: usize = 32;
const MAX_ROWS: usize = u16::MAX as usize;

impl Package {
    fn read(folder: &Path, problems: &mut Vec<Problem>) -> Package {
        let sectors = table(folder, &SECTORS, MAX_SECTORS, problems);
        let sources = table(folder, &SOURCES, MAX_ROWS, problems);
        let figures = table(folder, &OBSERVATIONS, MAX_ROWS, problems);
        let working_days = table(folder, &WORKING_DAYS, MAX_ROWS, problems);
        let events = table(folder, &EVENTS, MAX_ROWS, problems);
        let (description, others) = Description::read(folder, problems).unzip();

        let in_figures = figures.rows.iter().map(|Row { cells: [.., source, _], .. }| source);
        let in_events = events.rows.iter().map(|Row { cells: [.., source], .. }| source);
        let cited = in_figures.chain(in_events).cloned().chain(others.unwrap_or_default());
        let cited = cited.filter(|it| !it.text.is_empty()).collect();

        let (sector_places, source_places) = (places(&sectors), places(&sources));
        events.read_as(|cells, _| event(cells, problems));
        Package {
            sectors: sectors.read_as(|cells, row| sector(cells, row, &sector_places, problems)),
            sources: sources.read_as(|cells, _| source(cells, problems)),
            figures: figures
                .read_as(|cells, _| figure(cells, &sector_places, &source_places, problems)),
            working_days: working_days.read_as(|cells, _| days(cells, problems)),
            cited,
            description,
        }
    }

    fn into_dataset(self) -> Option<Dataset> {
        let first = self.working_days.rows.first()?.value.0;
        let days = self.working_days.rows.iter().map(|it| it.value.1).collect();
        Some(Dataset::new(
            Sectors::new(self.sectors.rows.into_iter().map(|it| it.value).collect()),
            self.sources.rows.into_iter().map(|it| it.value).collect(),
            self.figures.rows.into_iter().map(|it| it.value).collect(),
            WorkingDays { first, days },
        ))
    }
}

impl<const N: usize> Table<N> {
    /// `read` gets the cells of a row and its place, and says `None` when it could not
    /// read them.
    fn read_as<T>(self, mut read: impl FnMut(&[Cell; N], usize) -> Option<T>) -> Table<N, T> {
        let count = self.rows.len();
        let typed = |(place, Row { cells, .. }): (usize, Row<N, ()>)| {
            Some(Row { value: read(&cells, place)?, cells })
        };
        let rows: Vec<Row<N, T>> = self.rows.into_iter().enumerate().filter_map(typed).collect();
        Table { whole: self.whole && rows.len() == count, rows }
    }
}

/// Where the rows named in a table's first column are.
struct Places {
    rows: BTreeMap<String, usize>,
    whole: bool,
}

fn places<const N: usize>(table: &Table<N>) -> Places {
    let names = table.rows.iter().map(|it| it.cells.first().map(|it| it.text.clone()));
    let rows = names.flatten().zip(0..).collect();
    Places { rows, whole: table.whole }
}
