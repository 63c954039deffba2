//! First prints beside the latest figures: what was revised, how far and which way.

use crate::calendar::{Date, Span};
use crate::data::{Amount, Dataset, ObservationId, SectorId, Status};
use crate::state::State;

/// The amount that stood, and the one that stands instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Revision {
    pub before: Amount,
    pub after: Amount,
}

impl Revision {
    pub fn change(self) -> Amount {
        self.after - self.before
    }

    /// Whether one is the other, rounded to as many decimals as it has: 305 for 305.294.
    pub fn is_rounding(self) -> bool {
        let unit = |it: Amount| match it.thousands() {
            it if it % 1000 == 0 => 1000,
            it if it % 100 == 0 => 100,
            it if it % 10 == 0 => 10,
            _ => 1,
        };
        // Half a unit either way, whichever way it was rounded.
        self.change().thousands().abs() * 2 <= unit(self.before).max(unit(self.after))
    }
}

/// What became of first prints of the total.
#[derive(Clone, Debug, PartialEq)]
pub struct FirstPrints {
    /// Months looked at.
    pub range: Span,
    /// In order of time.
    pub months: Vec<Printed>,
    /// Months of which more than one figure is in the record.
    pub several: usize,
    /// Totals of whole fiscal years that end in the range and were revised.
    pub years: Vec<Printed>,
    /// `None` where no month was revised.
    pub revisions: Option<Revisions>,
}

/// The earliest and the latest figure of one period in the record.
#[derive(Clone, Debug, PartialEq)]
pub struct Printed {
    pub span: Span,
    pub first: Amount,
    pub first_published: Date,
    /// Otherwise it was derived, or found long after the period.
    pub first_is_print: bool,
    pub latest: Amount,
    pub latest_published: Date,
    pub status: Status,
    /// All of them, first published first.
    pub observations: Vec<ObservationId>,
}

impl Printed {
    fn revision(&self) -> Revision {
        Revision { before: self.first, after: self.latest }
    }

    pub fn is_revised(&self) -> bool {
        self.first != self.latest && !self.revision().is_rounding()
    }

    pub fn change(&self) -> Amount {
        self.revision().change()
    }

    /// Of the earliest figure; `None` where that was nothing.
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
    /// Those of at least one percent of the earliest figure.
    pub of_a_percent: usize,
    /// The largest in dollars; of equals the latest.
    pub largest: Printed,
}

fn printed(data: &Dataset, span: Span) -> Option<Printed> {
    let ids: Vec<ObservationId> = data.vintages(SectorId::TOTAL, span).collect();
    let first = data.observation(*ids.first()?);
    let last = *ids.last()?;
    let latest = data.observation(last);
    Some(Printed {
        span,
        first: first.amount,
        first_published: first.published,
        first_is_print: first.can_be_first_print(),
        latest: latest.amount,
        latest_published: latest.published,
        status: data.status(last),
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
        // Whole numbers: a hundred times the change is at least the earliest figure.
        of_a_percent: revised.iter().filter(|it| 100 * size(it) >= it.first.thousands()).count(),
        largest,
    });
    let several = months.iter().filter(|it| it.observations.len() > 1).count();
    FirstPrints { range, years: years.collect(), months, several, revisions }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rounded_figure_is_told_from_another() {
        let cases = [
            (305_000, 305_294, true),
            (305_000, 305_500, true),
            (305_000, 304_500, true),
            (305_000, 306_294, false),
            (373_528, 374_000, true),
            (373_528, 373_400, false),
            (373_528, 373_530, true),
            (373_528, 373_529, false),
            (305_000, 306_000, false),
        ];
        for (before, after, rounding) in cases {
            let [before, after] = [before, after].map(Amount::from_thousands);
            assert_eq!(Revision { before, after }.is_rounding(), rounding, "{before} {after}");
        }
    }
}
