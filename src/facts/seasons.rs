//! Calendar years over each other: what the season does.

use super::{MONTHS_OF_A_YEAR, Rank};
use crate::calendar::{Frequency, Month};
use crate::data::{Amount, Dataset, SectorSet};
use crate::query::{self, DataPoint, VintageChoice};
use crate::state::State;

/// Exports of single months by calendar year, and which months stand out.
#[derive(Clone, Debug, PartialEq)]
pub struct Seasons {
    pub sectors: SectorSet,
    pub vintage: VintageChoice,
    pub month: Month,
    /// In order of time; those without a single month are left out.
    pub years: Vec<CalendarYear>,
    /// The chosen month and its place among the published months of its year; `None` where it is not
    /// published by itself.
    pub own: Option<(DataPoint, Rank)>,
    /// Years of which every month is published, shown or not.
    pub complete: usize,
    /// Over the complete years.
    pub highest: Tally,
    /// Over the complete years.
    pub lowest: Tally,
}

/// One calendar year.
#[derive(Clone, Debug, PartialEq)]
pub struct CalendarYear {
    pub year: i32,
    /// January to December; `None` where a month is not published by itself.
    pub months: [Option<DataPoint>; MONTHS_OF_A_YEAR],
}

impl CalendarYear {
    /// Where an amount stands among the published months of the year.
    pub fn rank(&self, amount: Amount) -> Rank {
        Rank::among(amount, self.months.iter().flatten().map(|it| it.amount))
    }
}

/// Which months were most often at the end of a year's scale.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Numbers of the months that were it equally often, 1 for January.
    pub months: Vec<u8>,
    /// In how many years.
    pub years: usize,
}

impl Tally {
    /// Counts in how many years each month was `best`; equals of one year count all.
    fn of(
        years: &[&CalendarYear],
        best: impl Fn(&mut dyn Iterator<Item = Amount>) -> Option<Amount>,
    ) -> Tally {
        let mut counts = [0; MONTHS_OF_A_YEAR];
        for year in years {
            let amount = |it: &Option<DataPoint>| it.as_ref().map(|it| it.amount);
            let extreme = best(&mut year.months.iter().filter_map(amount));
            for (count, month) in counts.iter_mut().zip(&year.months) {
                *count += usize::from(extreme.is_some() && amount(month) == extreme);
            }
        }
        let most = counts.into_iter().max().unwrap_or(0);
        let months = (1..=MONTHS_OF_A_YEAR as u8)
            .filter(|&it| most > 0 && counts[usize::from(it) - 1] == most);
        Tally { months: months.collect(), years: most }
    }

    /// The month that was it most often, where there is only one such.
    pub fn only(&self) -> Option<u8> {
        match self.months.as_slice() {
            &[month] => Some(month),
            _ => None,
        }
    }
}

/// Calendar years that reach into the range, and that of the chosen month.
pub fn seasons(data: &Dataset, state: &State) -> Seasons {
    let &State { vintage, sectors, month, range, .. } = state;
    let series = query::series(data, vintage, sectors, Frequency::Monthly);
    let record = data.monthly_record();
    let all: Vec<CalendarYear> = (record.start().year()..=record.end().year())
        .map(|year| {
            let point = |place: usize| {
                let month = Month::new(year, place as u8 + 1)?;
                series.at(month.into()).filter(|_| record.contains(month.into())).cloned()
            };
            CalendarYear { year, months: std::array::from_fn(point) }
        })
        .collect();
    let complete: Vec<&CalendarYear> =
        all.iter().filter(|it| it.months.iter().all(Option::is_some)).collect();
    let own = all.iter().find(|it| it.year == month.year()).and_then(|year| {
        let own = year.months[usize::from(month.number()) - 1].clone()?;
        let rank = year.rank(own.amount);
        Some((own, rank))
    });
    let (count, highest, lowest) = (
        complete.len(),
        Tally::of(&complete, |amounts| amounts.max()),
        Tally::of(&complete, |amounts| amounts.min()),
    );
    let years = all.into_iter().filter(|it| {
        let january = Month::new(it.year, 1).unwrap_or(month);
        let shown = Frequency::CalendarYear.period_of(january).overlaps(range);
        (shown || it.year == month.year()) && it.months.iter().any(Option::is_some)
    });
    Seasons {
        sectors,
        vintage,
        month,
        years: years.collect(),
        own,
        complete: count,
        highest,
        lowest,
    }
}
