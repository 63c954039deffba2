//! The compact form in which the record travels inside the program: all texts, one a line, and
//! all numbers.
//!
//! Figures go one column after the other, months and amounts as their distance from the row above, publication from the
//! end of what it is of: that compresses to half of what rows would take.

use std::{slice, str};

use serde::{Deserialize, Serialize};

use super::{
    Amount, Bilingual, Dataset, Observation, SeasonalFactors, Seasons, Sector, SectorId, Sectors,
    SourceId, Status, Weekdays, WorkingDays,
};
use crate::calendar::{Date, Month, Span};

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

        let WorkingDays { first, months: days } = &data.working_days;
        numbers.extend([months(*first), days.len() as i64]);
        numbers.extend(days.iter().map(|it| i64::from(it.all)));
        numbers.extend(days.iter().map(|it| i64::from(it.holidays)));

        let Seasons { days, trend } = &data.seasons;
        numbers.push(days.len() as i64);
        let (mut month, mut parts) = (Month::ZERO, [0; 12]);
        for it in days {
            numbers.extend([it.day.month.since(month).into(), day(it.day)]);
            // December is what the others leave.
            let steps = it.parts.iter().zip(parts).map(|(one, before)| one - before);
            numbers.extend(bends(steps.take(11)));
            (month, parts) = (it.day.month, it.parts);
        }
        numbers.push(trend.len() as i64);
        numbers.extend(bends(trend.iter().copied()));

        let rows = &data.observations;
        numbers.push(rows.len() as i64);
        let mut columns: [Vec<i64>; COLUMNS] = Default::default();
        let (mut start, mut amount) = (Month::ZERO, Amount::ZERO);
        for it in rows {
            let row: [i64; COLUMNS] = [
                it.sector.0.into(),
                it.span.start().since(start).into(),
                // Months of the span beyond its first.
                it.span.len() as i64 - 1,
                (it.amount - amount).thousands(),
                it.status as i64,
                it.published.month.since(it.span.end()).into(),
                day(it.published),
                it.source.0.into(),
            ];
            (start, amount) = (it.span.start(), it.amount);
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
        let all: Vec<u8> = (0..packed.number()).map(|_| packed.number() as u8).collect();
        let holidays = |all| Weekdays { all, holidays: packed.number() as u8 };
        let months = all.into_iter().map(holidays).collect();
        let seasons = packed.seasons();

        let rows = packed.number() as usize;
        let columns = packed.numbers.as_slice();
        let (mut start, mut amount) = (Month::ZERO, 0);
        let mut observations = Vec::new();
        for row in 0..rows {
            let number = |column: usize| columns.get(column * rows + row).copied().unwrap_or(0);
            start = start.plus(number(1) as i32);
            amount += number(3);
            let span = Span::new(start, start.plus(number(2) as i32)).unwrap_or(start.into());
            let day = number(6);
            observations.push(Observation {
                sector: SectorId(number(0) as u8),
                span,
                amount: Amount::from_thousands(amount),
                status: Status::ALL[number(4) as usize % Status::ALL.len()],
                published: Date {
                    month: span.end().plus(number(5) as i32),
                    day: (day > 0).then_some(day as u8),
                },
                source: SourceId(number(7) as u16),
            });
        }
        let working_days = WorkingDays { first, months };
        Dataset { seasons, ..Dataset::new(Sectors::new(sectors), observations, working_days) }
    }
}

/// How far each value is from going on as the two before it.
fn bends(values: impl Iterator<Item = i32>) -> impl Iterator<Item = i64> {
    let (mut value, mut slope) = (0, 0);
    values.map(move |it| {
        let bend = it - value - slope;
        (value, slope) = (it, it - value);
        i64::from(bend)
    })
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

    fn seasons(&mut self) -> Seasons {
        let (mut month, mut parts) = (Month::ZERO, [0; 12]);
        let mut days = Vec::new();
        for _ in 0..self.number() {
            month = month.plus(self.number() as i32);
            let day = Date { month, day: Some(self.number() as u8) };
            for (it, step) in parts.iter_mut().zip(self.curve(11)) {
                *it += step;
            }
            days.push(SeasonalFactors::of_parts(day, parts));
        }
        let months = self.number();
        Seasons { trend: self.curve(months), days }
    }

    /// So many values, of which each is told by how far it is from going on as before.
    fn curve(&mut self, count: i64) -> Vec<i32> {
        let (mut value, mut slope) = (0, 0);
        let next = |_| {
            slope += self.number() as i32;
            value += slope;
            value
        };
        (0..count).map(next).collect()
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
