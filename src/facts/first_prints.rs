//! First prints beside the latest figures: what was revised, how far and which way.

use crate::calendar::{Date, Span};
use crate::data::{Amount, Dataset, ObservationId, SectorId, Status};
use crate::query::VintageChoice;
use crate::state::State;

/// What became of first prints of the total.
#[derive(Clone, Debug, PartialEq)]
pub struct FirstPrints {
    /// Months looked at.
    pub range: Span,
    /// In order of time.
    pub months: Vec<Printed>,
    /// Totals of whole fiscal years that end in the range and of which another figure than the
    /// first was published.
    pub years: Vec<Printed>,
    /// `None` where no month was revised.
    pub revisions: Option<Revisions>,
}

/// The first and the last print of one figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Printed {
    pub span: Span,
    pub first: Amount,
    pub first_published: Date,
    pub latest: Amount,
    pub latest_published: Date,
    pub status: Status,
    /// All of them, first published first.
    pub observations: Vec<ObservationId>,
}

impl Printed {
    pub fn is_revised(&self) -> bool {
        self.first != self.latest
    }

    pub fn change(&self) -> Amount {
        self.latest - self.first
    }

    /// Of the first print; `None` where that was nothing.
    pub fn percent(&self) -> Option<f64> {
        self.latest.change_on(self.first).map(|it| it * 100.0)
    }
}

/// Of the months that were revised.
#[derive(Clone, Debug, PartialEq)]
pub struct Revisions {
    pub count: usize,
    pub up: usize,
    pub down: usize,
    /// Mean of their sizes, whichever way, to the nearest thousand.
    pub mean: Amount,
    /// Those of at least one percent of the first print.
    pub of_a_percent: usize,
    /// The largest in dollars; of equals the latest.
    pub largest: Printed,
}

fn printed(data: &Dataset, span: Span) -> Option<Printed> {
    let ids: Vec<ObservationId> = data.vintages(SectorId::TOTAL, span).collect();
    let first = data.observation(VintageChoice::First.choose(ids.iter().copied())?);
    let latest = data.observation(VintageChoice::Latest.choose(ids.iter().copied())?);
    Some(Printed {
        span,
        first: first.amount,
        first_published: first.published,
        latest: latest.amount,
        latest_published: latest.published,
        status: latest.status,
        observations: ids,
    })
}

/// Of the months of the range, and of the fiscal years that end in it.
pub fn first_prints(data: &Dataset, state: &State) -> FirstPrints {
    let record = data.monthly_record();
    let start = state.range.start().max(record.start());
    let end = state.range.end().min(record.end());
    let range = Span::new(start, end).unwrap_or(record);
    let months: Vec<Printed> = range.months().filter_map(|it| printed(data, it.into())).collect();
    let first = state.range.start().fiscal_year().span().start();
    let years = (0..=state.range.end().since(first) / 12).filter_map(|it| {
        let year = first.plus(12 * it).fiscal_year().span();
        printed(data, year).filter(|it| it.is_revised() && state.range.contains(year.end().into()))
    });
    let revised: Vec<&Printed> = months.iter().filter(|it| it.is_revised()).collect();
    let size = |it: &Printed| it.change().thousands().abs();
    let largest = revised.iter().max_by_key(|it| size(it)).map(|it| Printed::clone(it));
    let total: i64 = revised.iter().map(|it| size(it)).sum();
    let revisions = largest.map(|largest| Revisions {
        count: revised.len(),
        up: revised.iter().filter(|it| it.change() > Amount::ZERO).count(),
        down: revised.iter().filter(|it| it.change() < Amount::ZERO).count(),
        mean: Amount::from_thousands((total as f64 / revised.len() as f64).round() as i64),
        // Whole numbers: a hundred times the change is at least the first print.
        of_a_percent: revised.iter().filter(|it| 100 * size(it) >= it.first.thousands()).count(),
        largest,
    });
    FirstPrints { range, years: years.collect(), months, revisions }
}
