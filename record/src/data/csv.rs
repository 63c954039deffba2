//! CSV files as rows of cells that remember where they stood.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::rc::Rc;

use csv_core::{ReadFieldResult, Reader};

use super::problem::{Place, Problem, Rule};

/// A file that the program reads.
pub struct Layout<'a, const N: usize> {
    pub name: &'static str,
    pub columns: [&'a str; N],
    /// The columns whose cells may be empty.
    pub optional: &'static [&'static str],
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

    /// The text, cut short for a message.
    pub fn excerpt(&self) -> String {
        match self.text.char_indices().nth(60) {
            Some((end, _)) => format!("{}…", &self.text[..end]),
            None => self.text.clone(),
        }
    }
}

/// An id of a row, an observation's or a source's, is 16 bits.
pub const MAX_ROWS: usize = u16::MAX as usize;

/// The rows of a file that must be there, at most `limit` of them.
pub fn table<const N: usize>(
    folder: &Path,
    layout: &Layout<'_, N>,
    limit: usize,
    problems: &mut Vec<Problem>,
) -> Table<N> {
    let (mut rows, mut whole) =
        rows(folder, layout.name, &layout.columns, layout.optional, problems);
    if whole && rows.is_empty() {
        problems.push(top(folder, layout.name).problem(Rule::NoRows));
        whole = false;
    }
    if let Some(first) = rows.get(limit).and_then(|it| it.first()) {
        problems.push(first.problem(Rule::TooMany { limit }));
        whole = false;
    }
    rows.truncate(limit);
    let rows = rows.into_iter().filter_map(|it| it.try_into().ok());
    Table { rows: rows.map(|cells| Row { cells, value: () }).collect(), whole }
}

impl<const N: usize> Table<N> {
    /// `read` gets the cells of a row and its place, and says `None` when it could not
    /// read them.
    pub fn read_as<T>(self, mut read: impl FnMut(&[Cell; N], usize) -> Option<T>) -> Table<N, T> {
        let count = self.rows.len();
        let typed = |(place, Row { cells, .. }): (usize, Row<N, ()>)| {
            Some(Row { value: read(&cells, place)?, cells })
        };
        let rows: Vec<Row<N, T>> = self.rows.into_iter().enumerate().filter_map(typed).collect();
        Table { whole: self.whole && rows.len() == count, rows }
    }
}

/// The rows after the header, each with as many cells as there are `columns`; false when
/// any had to be left out.
pub fn rows(
    folder: &Path,
    name: &str,
    columns: &[&str],
    optional: &[&str],
    problems: &mut Vec<Problem>,
) -> (Vec<Vec<Cell>>, bool) {
    let Some(text) = text(folder, name, problems) else { return (Vec::new(), false) };
    let top = top(folder, name);
    let mut lines = cells(&text, top.place.clone()).into_iter();
    let header = lines.next().unwrap_or_default();
    if let Err(problem) = check_header(&header, columns, &top) {
        problems.push(problem);
        return (Vec::new(), false);
    }
    let mut whole = true;
    let mut rows = Vec::new();
    for mut row in lines {
        if let Err(problem) = check_shape(&row, columns.len()) {
            problems.push(problem);
            whole = false;
            continue;
        }
        for (cell, column) in row.iter_mut().zip(columns) {
            if cell.text.trim() != cell.text {
                problems.push(cell.problem(Rule::Spaces));
                cell.text = cell.text.trim().to_owned();
            }
            problems.extend(seen(&cell.text).err().map(|rule| cell.problem(rule)));
            if cell.text.is_empty() && !optional.contains(column) {
                problems.push(cell.problem(Rule::Empty { column: column.to_string() }));
            }
        }
        rows.push(row);
    }
    (rows, whole)
}

fn check_header(header: &[Cell], columns: &[&str], top: &Cell) -> Result<(), Problem> {
    for (place, cell) in header.iter().enumerate() {
        let found = cell.excerpt();
        match columns.get(place) {
            Some(&expected) if cell.text == expected => {}
            Some(_) if header.len() == 1 && found.contains([';', '\t', '|']) => {
                return Err(cell.problem(Rule::Separator));
            }
            Some(&expected) => {
                let expected = expected.to_owned();
                return Err(cell.problem(Rule::Column { expected, found }));
            }
            None => return Err(cell.problem(Rule::ColumnUnknown(found))),
        }
    }
    let Some(&missing) = columns.get(header.len()) else { return Ok(()) };
    let last = header.last().unwrap_or(top);
    Err(last.problem(Rule::ColumnMissing(missing.to_owned())))
}

fn check_shape(row: &[Cell], expected: usize) -> Result<(), Problem> {
    let Some(first) = row.first() else { return Ok(()) };
    if let Some(cell) = row.iter().find(|it| it.text.contains(['\n', '\r'])) {
        return Err(cell.problem(Rule::LineBreak));
    }
    if row.len() > 1 && row.iter().all(|it| it.text.is_empty()) {
        return Err(first.problem(Rule::BlankRow));
    }
    if row.len() != expected {
        return Err(first.problem(Rule::Cells { expected, found: row.len() }));
    }
    Ok(())
}

/// Every cell of every line that is not blank, the header's included.
fn cells(text: &str, mut place: Place) -> Vec<Vec<Cell>> {
    // Ended by a line end, the last cell is complete unless its quotation mark stays open.
    let text = format!("{text}\n");
    let mut buffer = vec![0; text.len()];
    let (mut reader, mut rows, mut row) = (Reader::new(), Vec::new(), Vec::new());
    let (blank, mut rest) = text.split_at(line_ends(&text));
    place.pass(blank);
    while !rest.is_empty() {
        let (result, mut read, written) = reader.read_field(rest.as_bytes(), &mut buffer);
        let text = String::from_utf8_lossy(&buffer[..written]).into_owned();
        row.push(Cell { text, place: place.clone() });
        if !matches!(result, ReadFieldResult::Field { record_end: false }) {
            rows.push(std::mem::take(&mut row));
            read += line_ends(&rest[read..]);
        }
        let (passed, left) = rest.split_at(read);
        place.pass(passed);
        rest = left;
    }
    rows
}

/// Without signs that nobody sees, such as those that turn the direction of writing.
pub fn seen(text: &str) -> Result<(), Rule> {
    text.chars().find(|&it| is_unseen(it)).map_or(Ok(()), |it| Err(Rule::Sign(it)))
}

/// Control characters, and those of writing direction or without width. The joiners of Urdu are
/// seen: they part letters.
pub fn is_unseen(sign: char) -> bool {
    sign.is_control()
        || matches!(
            sign,
            '\u{ad}'
                | '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

/// How many bytes of line ends `text` starts with.
fn line_ends(text: &str) -> usize {
    text.len() - text.trim_start_matches(['\r', '\n']).len()
}

/// A whole file without its byte order mark, which Excel writes.
pub fn text(folder: &Path, name: &str, problems: &mut Vec<Problem>) -> Option<String> {
    let mut top = top(folder, name);
    let read = fs::read(folder.join(name)).map_err(|error| match error.kind() {
        ErrorKind::NotFound => Rule::Missing,
        kind => Rule::Unreadable(kind.to_string()),
    });
    let text = read.and_then(|bytes| {
        String::from_utf8(bytes).map_err(|error| {
            let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            top.place.pass(&String::from_utf8_lossy(good));
            Rule::NotUtf8
        })
    });
    let text = text.map_err(|rule| problems.push(top.problem(rule))).ok()?;
    Some(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// The start of a file.
pub fn top(folder: &Path, name: &str) -> Cell {
    let folder = folder.display().to_string();
    let file = format!("{}/{name}", folder.trim_end_matches('/'));
    Cell { text: String::new(), place: Place { file: Rc::from(file), line: 1, column: 1 } }
}

/// Texts that must not stand twice in a column; empty ones may.
pub fn repeated<const N: usize, T>(
    rows: &[Row<N, T>],
    column: usize,
    name: &'static str,
) -> Vec<Problem> {
    let mut lines: BTreeMap<&str, usize> = BTreeMap::new();
    let cells = rows.iter().filter_map(|it| it.cells.get(column));
    let again = |cell: &Cell, first: usize| {
        let rule = Rule::Repeated { column: name, text: cell.excerpt(), line: first };
        (first != cell.place.line).then(|| cell.problem(rule))
    };
    cells
        .filter(|it| !it.text.is_empty())
        .filter_map(|it| again(it, *lines.entry(&it.text).or_insert(it.place.line)))
        .collect()
}

/// Where the rows named in a table's first column are.
pub struct Places {
    rows: BTreeMap<String, usize>,
    whole: bool,
}

impl Places {
    pub fn of<const N: usize, T>(table: &Table<N, T>) -> Places {
        let mut rows = BTreeMap::new();
        for (place, name) in table.rows.iter().filter_map(|it| it.cells.first()).enumerate() {
            rows.entry(name.text.clone()).or_insert(place);
        }
        Places { rows, whole: table.whole }
    }

    /// What `cell` names; `what` says of which kind.
    pub fn find(
        &self,
        cell: &Cell,
        what: &'static str,
        problems: &mut Vec<Problem>,
    ) -> Option<usize> {
        let place = self.get(cell);
        if place.is_none() && self.whole && !cell.text.is_empty() {
            let text = cell.excerpt();
            let nearest = nearest(&text, self.rows.keys()).cloned();
            problems.push(cell.problem(Rule::Unknown { what, text, nearest }));
        }
        place
    }

    pub fn get(&self, cell: &Cell) -> Option<usize> {
        self.rows.get(&cell.text).copied()
    }
}

/// The name that the fewest slips of a finger turn into `text`, unless it takes many.
fn nearest<'a>(text: &str, names: impl Iterator<Item = &'a String>) -> Option<&'a String> {
    let length = text.chars().count();
    let slips = names.map(|name| (slips(text, name), name)).min()?;
    (slips.0 <= 2.max(length / 3)).then_some(slips.1)
}

/// Letters to put in, take out or change to make `one` the `other` (Levenshtein distance).
fn slips(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.chars().count()).collect();
    for (above, letter) in one.chars().enumerate() {
        let mut diagonal = above;
        let mut left = above + 1;
        for (cell, that) in row.iter_mut().skip(1).zip(other.chars()) {
            left = (diagonal + usize::from(that != letter)).min(left + 1).min(*cell + 1);
            diagonal = std::mem::replace(cell, left);
        }
        if let Some(first) = row.first_mut() {
            *first = above + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}
