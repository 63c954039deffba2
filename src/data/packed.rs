//! The compact form in which the record travels inside the program.
//!
//! One column after the other, each value as its distance from what is expected: that
//! compresses to two thirds of what rows would take.

use serde::{Deserialize, Serialize};

use super::{
    Amount, Dataset, Observation, Sectors, Source, SourceId, Status, WorkingDays, sectors::SectorId,
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

/// Columns of [`Dataset::observations`], all of one length.
#[derive(Serialize, Deserialize)]
pub struct Packed {
    sectors: Sectors,
    sources: Vec<Source>,
    working_days: WorkingDays,
    origin: Month,
    sector: Vec<SectorId>,
    /// Months after the start of the row before; after `origin` for the first.
    start: Vec<i16>,
    /// Months of the span beyond its first.
    more: Vec<i16>,
    amount: Vec<Amount>,
    status: Vec<Status>,
    /// Months from the end of the span to publication.
    delay: Vec<i16>,
    /// 0 where the day is not known.
    day: Vec<u8>,
    source: Vec<SourceId>,
    /// One a line; [`ARITHMETIC`] where it follows from other rows.
    notes: String,
}

impl Packed {
    pub fn new(data: &Dataset) -> Packed {
        let rows = &data.observations;
        let origin = rows.first().map_or(data.working_days.first, |it| it.span.start());
        let mut before = origin;
        let start = rows.iter().map(|it| {
            let months = it.span.start().since(before);
            before = it.span.start();
            months as i16
        });
        let notes: Vec<&str> = rows
            .iter()
            .map(|it| {
                if Some(&it.note) == arithmetic(rows, it).as_ref() { ARITHMETIC } else { &it.note }
            })
            .collect();
        Packed {
            origin,
            start: start.collect(),
            sectors: data.sectors.clone(),
            sources: data.sources.clone(),
            working_days: data.working_days.clone(),
            sector: rows.iter().map(|it| it.sector).collect(),
            more: rows.iter().map(|it| it.span.len() as i16 - 1).collect(),
            amount: rows.iter().map(|it| it.amount).collect(),
            status: rows.iter().map(|it| it.status).collect(),
            delay: rows.iter().map(|it| it.published.month.since(it.span.end()) as i16).collect(),
            day: rows.iter().map(|it| it.published.day.unwrap_or(0)).collect(),
            source: rows.iter().map(|it| it.source).collect(),
            notes: notes.join("\n"),
        }
    }

    /// `None` when the columns do not fit together.
    pub fn unpack(self) -> Option<Dataset> {
        let mut before = self.origin;
        let mut notes = self.notes.split('\n');
        let mut observations = Vec::with_capacity(self.sector.len());
        for (row, &sector) in self.sector.iter().enumerate() {
            let start = before.plus(i32::from(*self.start.get(row)?));
            before = start;
            let end = start.plus(i32::from(*self.more.get(row)?));
            let day = *self.day.get(row)?;
            let month = end.plus(i32::from(*self.delay.get(row)?));
            observations.push(Observation {
                sector,
                span: Span::new(start, end)?,
                amount: *self.amount.get(row)?,
                status: *self.status.get(row)?,
                published: Date { month, day: (day > 0).then_some(day) },
                source: *self.source.get(row)?,
                note: notes.next()?.to_owned(),
            });
        }
        let derived = observations.iter().enumerate().filter(|(_, it)| it.note == ARITHMETIC);
        let notes: Vec<(usize, Option<String>)> =
            derived.map(|(row, it)| (row, arithmetic(&observations, it))).collect();
        for (row, note) in notes {
            observations[row].note = note?;
        }
        Some(Dataset::new(self.sectors, self.sources, observations, self.working_days))
    }
}
