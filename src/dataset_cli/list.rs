//! A list of figures that a person has written down: a CSV file, a row each.

use std::path::Path;

use super::arguments::{End, Given, amount, date, sector, span, status, url, words};
use super::propose::{Entry, Figure, NewSource, Standing};
use super::refusal::{Refusal, Why};
use crate::calendar::{Date, Span};
use crate::data::SectorId;
use crate::data::csv::{self, Cell};
use crate::data::problem::Problem;
use crate::package_text::TERMS;

/// The columns that a list may have, in any order, named as those of the data are. Where a column is
/// missing or its cell empty, what the command line says counts.
const COLUMNS: [&str; 10] = [
    "sector",
    "start",
    "end",
    TERMS.value_column,
    "status",
    "published",
    "outlet",
    "publisher",
    "url",
    "note",
];

/// In bytes, room for tens of thousands of rows.
const MAX_SIZE: u64 = 5_000_000;

/// The figures of the list in `file`.
///
/// # Errors
///
/// Whatever cannot be read, each with its line and column.
pub fn read(file: &Path, given: &Given, standing: &Standing) -> Result<Vec<Entry>, End> {
    if let Some(option) = ["month", "value"].into_iter().find(|it| given.one(it).is_some()) {
        return Err(End::Called(format!(
            "--{option} goes with one figure, and a list has its own"
        )));
    }
    // Nor what has no end.
    if !file.is_file() {
        return Err(End::Called(format!("{} is not a file", file.display())));
    }
    if file.metadata().is_ok_and(|it| it.len() > MAX_SIZE) {
        return Err(End::Called(format!("{} is too large for a list", file.display())));
    }
    let folder = file.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let mut problems = Vec::new();
    let refuse = |it: Problem| {
        let Refusal { place, why } = it.into();
        // The folder of a file that was named without one.
        let place = place.strip_prefix("./").map_or(place.clone(), str::to_owned);
        Refusal { place, why }
    };
    let Some(text) = csv::text(folder, &name, &mut problems) else {
        return Err(problems.into_iter().map(refuse).collect::<Vec<_>>().into());
    };
    let header = text.lines().next().unwrap_or_default();
    let header: Vec<&str> = header.split(',').map(|it| it.trim().trim_matches('"')).collect();
    let unknown = header.iter().find(|it| !COLUMNS.contains(it));
    let missing = ["start", TERMS.value_column].into_iter().find(|it| !header.contains(it));
    let twice = (1..header.len()).find_map(|it| {
        let (before, after) = header.split_at(it);
        after.first().filter(|it| before.contains(it))
    });
    let why = match (unknown, missing, twice) {
        (Some(it), ..) => Some(format!("{it:?} is no column of a list")),
        (_, Some(it), _) => Some(format!("the column {it} is missing")),
        (.., Some(it)) => Some(format!("the column {it} is there twice")),
        _ => None,
    };
    if let Some(why) = why {
        let place = format!("{}:1:1", file.display());
        let columns = COLUMNS.join(",");
        let why = format!(
            "{why}: the first line names the columns, with commas between, of {columns}; start and \
             {} have to be there",
            TERMS.value_column
        );
        return Err(vec![Refusal { place, why: Why::Cell(why) }].into());
    }
    let (rows, _) = csv::rows(folder, &name, &header, &COLUMNS, &mut problems);
    let mut refusals: Vec<Refusal> = problems.into_iter().map(refuse).collect();
    if refusals.is_empty() && rows.is_empty() {
        let why =
            Why::Cell("no row follows the first line: write a row for every figure".to_owned());
        refusals.push(Refusal { place: format!("{}:2:1", file.display()), why });
    }
    if !refusals.is_empty() {
        return Err(refusals.into());
    }
    let mut entries: Vec<Entry> = Vec::new();
    for cells in &rows {
        let row = Line { file, header: &header, cells, given };
        let sources: Vec<NewSource> = entries.iter().map(|it| it.source.clone()).collect();
        match row.entry(standing, &sources) {
            Ok(entry) => entries.push(entry),
            Err(more) => refusals.extend(more),
        }
    }
    if refusals.is_empty() { Ok(entries) } else { Err(refusals.into()) }
}

/// A row of a list.
struct Line<'a> {
    file: &'a Path,
    header: &'a [&'a str],
    cells: &'a [Cell],
    given: &'a Given,
}

impl Line<'_> {
    fn place(&self, column: &str) -> String {
        let cell = self.header.iter().position(|it| *it == column);
        let cell = cell.and_then(|it| self.cells.get(it)).or(self.cells.first());
        let (line, column) = cell.map_or((1, 1), |it| (it.place.line, it.place.column));
        format!("{}:{line}:{column}", self.file.display())
    }

    /// What the row says under `column`, or else the command line under `option`.
    fn read<T>(
        &self,
        column: &'static str,
        problems: &mut Vec<Refusal>,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> Option<T> {
        let cell = self.header.iter().position(|it| *it == column);
        let cell = cell.and_then(|it| self.cells.get(it)).map(|it| it.text.as_str());
        let text = cell.filter(|it| !it.is_empty()).or_else(|| self.given.one(column))?;
        let failed = |why| Refusal { place: self.place(column), why: Why::Cell(why) };
        read(text).map_err(|why| problems.push(failed(why))).ok()
    }

    fn entry(&self, standing: &Standing, others: &[NewSource]) -> Result<Entry, Vec<Refusal>> {
        let mut problems = Vec::new();
        let in_tree = |code: &str| sector(&standing.dataset.sectors, code);
        let sector = self.read("sector", &mut problems, in_tree);
        let start = self.read("start", &mut problems, span);
        let end = self.read("end", &mut problems, span);
        let amount = self.read(TERMS.value_column, &mut problems, amount);
        let status = self.read("status", &mut problems, status);
        let published = self.read("published", &mut problems, date);
        let address = self.read("url", &mut problems, url);
        let outlet = self.read("outlet", &mut problems, words);
        let publisher = self.read("publisher", &mut problems, words);
        let note = self.read("note", &mut problems, words);
        let known = address.as_deref().and_then(|it| standing.source_at(it));
        let outlet = outlet.or_else(|| known.map(|it| it.1.outlet.clone()));
        let mut missing = |column: &'static str, lacks: bool| {
            let told = problems.iter().any(|it| it.place == self.place(column));
            if lacks && !told {
                let why = format!("{column} is empty: write it here, or say it once for all rows");
                problems.push(Refusal { place: self.place(column), why: Why::Cell(why) });
            }
        };
        missing("start", start.is_none());
        missing(TERMS.value_column, amount.is_none());
        missing("published", published.is_none());
        missing("url", address.is_none());
        missing("outlet", outlet.is_none());
        let months = start.map(|start| Span::new(start.start(), end.unwrap_or(start).end()));
        if months == Some(None) {
            let why = "the last month is before the first: swap start and end".to_owned();
            problems.push(Refusal { place: self.place("end"), why: Why::Cell(why) });
        }
        let (Some(Some(span)), Some(amount), Some(published)) = (months, amount, published) else {
            return Err(problems);
        };
        let (Some(address), Some(outlet), true) = (address, outlet, problems.is_empty()) else {
            return Err(problems);
        };
        let source = new_source(standing, others, address, outlet, publisher, published);
        let sector = sector.unwrap_or(SectorId::TOTAL);
        let usual = standing.usual_status((sector, span, amount), published, &source.id);
        let status = status.unwrap_or(usual);
        let figure = Figure { sector, span, amount, status, note: note.unwrap_or_default() };
        let (place, day_place) = (self.place(TERMS.value_column), self.place("published"));
        Ok(Entry { figure, source, published, place, day_place })
    }
}

/// The source at an address: the one that stands, that of a figure of the same list, or a new one.
pub fn new_source(
    standing: &Standing,
    others: &[NewSource],
    url: String,
    outlet: String,
    publisher: Option<String>,
    published: Date,
) -> NewSource {
    if let Some(it) = others.iter().find(|it| it.url == url) {
        return it.clone();
    }
    let id = match standing.source_at(&url) {
        Some((id, _)) => id.to_owned(),
        None => standing.free_id(&format!("{}-{published}", short_name(&outlet)), others),
    };
    let first = package_text!(publishers en).split(", ").next().unwrap_or_default();
    let publisher = publisher.unwrap_or_else(|| first.to_owned());
    let dated = published.day.is_some();
    NewSource { id, publisher, outlet, title: String::new(), url, dated }
}

/// `publicdashboard` for `Public dashboard, parsed from …`.
fn short_name(outlet: &str) -> String {
    let mut short = String::new();
    for word in outlet.to_lowercase().split(|it: char| !it.is_ascii_alphanumeric()) {
        if short.is_empty() || short.len() + word.len() <= 16 {
            short.push_str(word);
        } else {
            break;
        }
    }
    if short.is_empty() { "page".to_owned() } else { short }
}
