//! The compact form in which the record travels inside the program.
//!
//! One column after the other, each value as its distance from what is expected: that
//! compresses to two thirds of what rows would take.

use serde::{Deserialize, Serialize};

use super::{
    Amount, Dataset, Observation, Sectors, SourceId, Status, WorkingDays, sectors::SectorId,
};
use crate::calendar::{Date, Month, Span};

/// Stands for a note that says which total was subtracted from which: two thirds of all
/// notes, and the rows themselves tell.
const ARITHMETIC: &str = "=";

/// `892.972 minus 654.93`: the first two totals of the same sector whose difference in
/// time and in amount is `derived`.
fn arithmetic(rows: &[Observation], derived: &Observation) -> Option<String> {
    let from = rows.partition_point(|it| it.sector < derived.sector);
    let to = rows.partition_point(|it| it.sector <= derived.sector);
    let rows = &rows[from..to];
    let (start, end) = (derived.span.start(), derived.span.end());
    let wholes = rows.iter().filter(|it| it.span.end() == end && it.span.start() < start);
    for whole in wholes {
        let first = Span::new(whole.span.start(), start.plus(-1))?;
        let difference = |it: &&Observation| whole.amount - it.amount == derived.amount;
        if let Some(part) = rows.iter().filter(|it| it.span == first).find(difference) {
            return Some(format!("{} minus {}", whole.amount, part.amount));
        }
    }
    None
}

/// What is expected of a row: the amount of the last row of its sector that is as long, and the
/// publication of the last row from its source. Zero and the end of its span, where there is none.
fn expected(
    rows: &[Observation],
    sector: SectorId,
    span: Span,
    source: SourceId,
) -> (Amount, Date) {
    let alike = |it: &&Observation| it.sector == sector && it.span.len() == span.len();
    let amount = rows.iter().rev().find(alike).map_or(Amount::ZERO, |it| it.amount);
    let published = rows.iter().rev().find(|it| it.source == source).map(|it| it.published);
    (amount, published.unwrap_or(Date { month: span.end(), day: None }))
}

/// One row of [`Dataset::observations`] in whole numbers.
type Numbers = [i64; 8];

/// Everything in one kind of column: each further kind costs the reader code.
#[derive(Serialize, Deserialize)]
pub struct Packed {
    sectors: Sectors,
    working_days: WorkingDays,
    origin: Month,
    /// One column for each of [`Numbers`], all of one length.
    columns: [Vec<i64>; 8],
    /// One a line; [`ARITHMETIC`] where it follows from other rows.
    notes: String,
}

impl Packed {
    /// Without `urdu`, the names in that language are left out.
    pub fn new(data: &Dataset, urdu: bool) -> Packed {
        let rows = &data.observations;
        let origin = rows.first().map_or(data.working_days.first, |it| it.span.start());
        let mut before = origin;
        let mut columns: [Vec<i64>; 8] = Default::default();
        for (place, it) in rows.iter().enumerate() {
            let (amount, published) = expected(&rows[..place], it.sector, it.span, it.source);
            let numbers: Numbers = [
                it.sector.0.into(),
                // Months after the start of the row before.
                it.span.start().since(before).into(),
                // Months of the span beyond its first.
                it.span.len() as i64 - 1,
                (it.amount - amount).thousands(),
                it.status as i64,
                it.published.month.since(published.month).into(),
                day(it.published) - day(published),
                it.source.0.into(),
            ];
            before = it.span.start();
            for (column, number) in columns.iter_mut().zip(numbers) {
                column.push(number);
            }
        }
        let note = |it: &Observation| {
            let follows = Some(&it.note) == arithmetic(rows, it).as_ref();
            if follows { ARITHMETIC.to_owned() } else { it.note.clone() }
        };
        Packed {
            origin,
            columns,
            notes: rows.iter().map(note).collect::<Vec<_>>().join("\n"),
            sectors: if urdu { data.sectors.clone() } else { data.sectors.without_urdu() },
            working_days: data.working_days.clone(),
        }
    }

    /// `None` when the columns do not fit together.
    pub fn unpack(self) -> Option<Dataset> {
        let mut before = self.origin;
        let mut observations = Vec::new();
        for (row, note) in self.notes.split('\n').enumerate() {
            let mut numbers: Numbers = [0; 8];
            for (number, column) in numbers.iter_mut().zip(&self.columns) {
                *number = *column.get(row)?;
            }
            let [sector, start, more, amount, status, delay, days, source] = numbers;
            let start = before.plus(start as i32);
            before = start;
            let span = Span::new(start, start.plus(more as i32))?;
            let (sector, source) = (SectorId(sector as u8), SourceId(source as u16));
            let (before, published) = expected(&observations, sector, span, source);
            let days = day(published) + days;
            observations.push(Observation {
                sector,
                span,
                amount: Amount::from_thousands(before.thousands() + amount),
                status: *Status::ALL.get(status as usize)?,
                published: Date {
                    month: published.month.plus(delay as i32),
                    day: (days > 0).then_some(days as u8),
                },
                source,
                note: note.to_owned(),
            });
        }
        for row in 0..observations.len() {
            if observations[row].note == ARITHMETIC {
                observations[row].note = arithmetic(&observations, &observations[row])?;
            }
        }
        Some(Dataset::new(self.sectors, observations, self.working_days))
    }
}

fn day(date: Date) -> i64 {
    date.day.unwrap_or(0).into()
}
