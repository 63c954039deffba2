//! The compact form in which the record travels inside the program: all texts, one a line, and
//! all numbers.
//!
//! Figures go one column after the other, each value as its distance from what is expected:
//! that compresses to half of what rows would take.

use std::{slice, str};

use serde::{Deserialize, Serialize};

use super::{
    Amount, Bilingual, Dataset, Observation, Sector, SectorId, Sectors, SourceId, Status,
    WorkingDays,
};
use crate::calendar::{Date, Month, Span};

/// What is expected of a row: of a month, the difference of the two sums of its fiscal year that
/// end with it and before it; else, or where they are not there, the amount of the last row of its
/// sector that is as long; and the publication of the last row from its source. Zero and the end
/// of its span, where there is none.
fn expected(
    rows: &[Observation],
    sector: SectorId,
    span: Span,
    source: SourceId,
) -> (Amount, Date) {
    let month = span.end();
    let year = month.fiscal_year().span().start();
    let [mut alike, mut sum, mut before] = [None; 3];
    for it in rows.rsplit(|it| it.sector != sector).next().unwrap_or_default() {
        let amount = Some(it.amount);
        if it.span.len() == span.len() {
            alike = amount;
        }
        if it.span.start() == year {
            if it.span.end() == month {
                sum = amount;
            } else if it.span.end() == month.plus(-1) {
                before = amount;
            }
        }
    }
    let amount = match (sum, before) {
        (Some(sum), Some(before)) if span.is_month() => sum - before,
        _ => alike.unwrap_or(Amount::ZERO),
    };
    let published = rows.iter().rev().find(|it| it.source == source).map(|it| it.published);
    (amount, published.unwrap_or(Date { month, day: None }))
}

/// Two kinds of things only: each further kind costs the reader code.
#[derive(Serialize, Deserialize)]
pub struct Packed {
    pub(super) texts: String,
    pub(super) numbers: Vec<i64>,
}

/// The columns of [`Dataset::observations`] in whole numbers.
const COLUMNS: usize = 8;

/// Stands for no number where numbers count something.
pub const NONE: i64 = -1;

impl Packed {
    pub fn new(data: &Dataset) -> Packed {
        let mut texts: Vec<&str> = Vec::new();
        let mut numbers: Vec<i64> = Vec::new();
        let months = |it: Month| i64::from(it.since(Month::ZERO));

        let sectors: Vec<&Sector> = data.sectors.ids().map(|id| data.sectors.get(id)).collect();
        numbers.push(sectors.len() as i64);
        for it in sectors {
            texts.extend([it.code.as_str(), &it.ebops]);
            for Bilingual { en, ur } in [&it.name, &it.short, &it.note] {
                texts.extend([en.as_str(), ur]);
            }
            let parent = it.parent.map_or(NONE, |id| id.0.into());
            numbers.extend([parent, it.since.map_or(NONE, months)]);
        }

        let WorkingDays { first, days } = &data.working_days;
        numbers.extend([months(*first), days.len() as i64]);
        numbers.extend(days.iter().map(|&it| i64::from(it)));

        let rows = &data.observations;
        let mut before = rows.first().map_or(*first, |it| it.span.start());
        numbers.extend([months(before), rows.len() as i64]);
        let mut columns: [Vec<i64>; COLUMNS] = Default::default();
        for (place, it) in rows.iter().enumerate() {
            let (amount, published) = expected(&rows[..place], it.sector, it.span, it.source);
            let row: [i64; COLUMNS] = [
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
            for (column, number) in columns.iter_mut().zip(row) {
                column.push(number);
            }
        }
        numbers.extend(columns.into_iter().flatten());
        Packed { texts: texts.join("\n"), numbers }
    }

    pub fn reader(&self) -> Reader<'_> {
        Reader { texts: self.texts.split('\n'), numbers: self.numbers.iter() }
    }

    /// The dataset that was packed.
    pub fn unpack(&self) -> Dataset {
        let mut packed = self.reader();
        let sectors = (0..packed.number()).map(|_| packed.sector()).collect();
        let first = packed.month();
        let days = (0..packed.number()).map(|_| packed.number() as u8).collect();

        let mut before = packed.month();
        let rows = packed.number() as usize;
        let columns = packed.numbers.as_slice();
        let mut observations = Vec::new();
        for row in 0..rows {
            let number = |column: usize| columns.get(column * rows + row).copied().unwrap_or(0);
            let start = before.plus(number(1) as i32);
            before = start;
            let end = start.plus(number(2) as i32);
            let span = Span::new(start, end).unwrap_or(start.into());
            let (sector, source) = (SectorId(number(0) as u8), SourceId(number(7) as u16));
            let (amount, published) = expected(&observations, sector, span, source);
            let day = day(published) + number(6);
            observations.push(Observation {
                sector,
                span,
                amount: Amount::from_thousands(amount.thousands() + number(3)),
                status: Status::ALL[number(4) as usize % Status::ALL.len()],
                published: Date {
                    month: published.month.plus(number(5) as i32),
                    day: (day > 0).then_some(day as u8),
                },
                source,
            });
        }
        Dataset::new(Sectors::new(sectors), observations, WorkingDays { first, days })
    }
}

pub fn day(date: Date) -> i64 {
    date.day.unwrap_or(0).into()
}

/// What is left of texts and numbers; nothing and nought once they have run out, which they
/// do not: the program wrote them itself.
pub struct Reader<'a> {
    pub texts: str::Split<'a, char>,
    pub numbers: slice::Iter<'a, i64>,
}

impl Reader<'_> {
    pub fn text(&mut self) -> String {
        self.texts.next().unwrap_or_default().to_owned()
    }

    pub fn number(&mut self) -> i64 {
        self.numbers.next().copied().unwrap_or(0)
    }

    pub fn month(&mut self) -> Month {
        Month::ZERO.plus(self.number() as i32)
    }

    pub fn bilingual(&mut self) -> Bilingual {
        Bilingual { en: self.text(), ur: self.text() }
    }

    fn sector(&mut self) -> Sector {
        let (parent, since) = (self.number(), self.number());
        Sector {
            code: self.text(),
            ebops: self.text(),
            name: self.bilingual(),
            short: self.bilingual(),
            note: self.bilingual(),
            parent: (parent != NONE).then_some(SectorId(parent as u8)),
            since: (since != NONE).then_some(Month::ZERO.plus(since as i32)),
        }
    }
}
