//! Cells of a sheet, whichever form its file has, within limits.

use std::collections::BTreeMap;

use super::refusal::Why;
use crate::calendar::{Date, Month, days_in};

#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    pub value: Value,
    /// Whether its value is that of a formula when the file was saved.
    pub formula: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Text(String),
    Number(f64),
    /// `#REF!` and its like.
    Error(String),
    /// A formula that was never calculated.
    NotCalculated,
}

/// The State Bank's table has 103 lines and 17 columns.
const ROWS: u32 = 1000;
const COLUMNS: u32 = 100;
/// Texts that a workbook may have; the State Bank's has some hundred.
pub const TEXTS: usize = 100_000;
/// Letters of a text that are looked at: any number of cells may have the same one.
const LETTERS: usize = 500;

/// What keeps a sheet from being read, and the cell where it was found.
pub struct Fault {
    pub at: Option<(u32, u32)>,
    pub why: Why,
}

impl From<Why> for Fault {
    fn from(why: Why) -> Fault {
        Fault { at: None, why }
    }
}

/// By row and column, which count from 0 at A1.
#[derive(Default)]
pub struct Cells(BTreeMap<(u32, u32), Cell>);

impl Cells {
    pub fn get(&self, at: (u32, u32)) -> Option<&Cell> {
        self.0.get(&at)
    }

    pub fn iter(&self) -> impl Iterator<Item = ((u32, u32), &Cell)> {
        self.0.iter().map(|(at, cell)| (*at, cell))
    }

    /// # Errors
    ///
    /// When it stands far away from where a table can be, or where another stands already.
    pub fn put(&mut self, at: (u32, u32), value: Value, formula: bool) -> Result<(), Fault> {
        if matches!(&value, Value::Text(it) if it.trim().is_empty()) {
            return Ok(());
        }
        if at.0 >= ROWS || at.1 >= COLUMNS {
            return Err(Fault { at: Some(at), why: Why::FarAway });
        }
        match self.0.insert(at, Cell { value, formula }) {
            None => Ok(()),
            Some(_) => Err(Fault { at: Some(at), why: Why::CellTwice }),
        }
    }

    /// For the text of a formula, which comes after it.
    pub fn replace(&mut self, at: (u32, u32), text: String) {
        if let Some(cell) = self.0.get_mut(&at) {
            cell.value = Value::Text(text);
        }
    }
}

/// A text as far as it is looked at.
pub fn cut(mut text: String) -> String {
    if let Some((end, _)) = text.char_indices().nth(LETTERS) {
        text.truncate(end);
        text.shrink_to_fit();
    }
    text
}

/// A file in one of the two forms.
pub trait Book {
    /// Names of the sheets that have cells.
    fn sheets(&self) -> Vec<String>;
    /// # Errors
    ///
    /// When the sheet cannot be read.
    fn cells(&self, sheet: usize) -> Result<Cells, Fault>;
    fn saved(&self) -> Option<Date>;
    fn epoch(&self) -> f64;
}

/// The day so many days after the first of 1970.
pub fn day(mut days: u32) -> Date {
    let mut month = Month::ZERO.plus(1970 * 12);
    loop {
        let length = u32::from(days_in(month));
        if days < length {
            return Date { month, day: Some(days as u8 + 1) };
        }
        days -= length;
        month = month.plus(1);
    }
}

/// `AA12` for row 11 and column 26.
pub fn cell_name((row, column): (u32, u32)) -> String {
    format!("{}{}", column_name(column), u64::from(row) + 1)
}

fn column_name(column: u32) -> String {
    let letter = char::from(b'A' + (column % 26) as u8);
    match column / 26 {
        0 => letter.to_string(),
        more => format!("{}{letter}", column_name(more - 1)),
    }
}
