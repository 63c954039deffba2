//! The spans for which exports of a set of sectors were published.

use super::Change;
use crate::calendar::{Frequency, Month, Span};
use crate::data::{Dataset, SectorSet};
use crate::measure::{self, Measure, Value};
use crate::query::{self, Heading, Series, VintageChoice};
use crate::state::State;

/// What was published of a set of sectors within a range.
#[derive(Clone, Debug, PartialEq)]
pub struct PublishedSpans {
    pub sectors: SectorSet,
    pub range: Span,
    pub vintage: VintageChoice,
    /// In order of time; the value of each is its monthly mean, US$ million.
    pub values: Vec<Value>,
    /// Months of the range without a figure.
    pub gaps: Vec<Span>,
    /// The last of them against the same months a year before, where the series does not break
    /// between.
    pub change: Option<Change>,
    /// The month in the range from which the series no longer means what it meant.
    pub break_at: Option<Month>,
}

impl PublishedSpans {
    pub fn last(&self) -> Option<&Value> {
        self.values.last()
    }

    /// The one with the highest monthly mean, the last of equals.
    pub fn highest(&self) -> Option<&Value> {
        self.values.iter().max_by(|one, other| one.value.total_cmp(&other.value))
    }

    /// How many of the values cover more than a month.
    pub fn longer_than_a_month(&self) -> usize {
        self.values.iter().filter(|it| !it.span.is_month()).count()
    }
}

/// Of the chosen sectors together, over the range chosen.
pub fn published_spans(data: &Dataset, state: &State) -> PublishedSpans {
    of_sectors(data, state, state.sectors)
}

/// Of one heading, over the range chosen. What is not itemised has no series.
pub fn published_spans_of(data: &Dataset, state: &State, heading: Heading) -> PublishedSpans {
    match heading {
        Heading::Sector(it) => of_sectors(data, state, data.sectors.leaves(it)),
        Heading::NotItemised(_) => of_sectors(data, state, SectorSet::EMPTY),
    }
}

fn of_sectors(data: &Dataset, state: &State, sectors: SectorSet) -> PublishedSpans {
    let series = query::series(data, state.vintage, sectors, Frequency::Monthly);
    within(data, &series, state.range, state.vintage)
}

/// The part of a series that lies in a range.
pub(super) fn within(
    data: &Dataset,
    series: &Series,
    range: Span,
    vintage: VintageChoice,
) -> PublishedSpans {
    let series_break = data.sectors.series_break(series.sectors);
    let mut values = measure::values(data, series, Measure::Level, None);
    values.retain(|it| it.span.overlaps(range));
    let change = values.last().and_then(|last| {
        let base = series.at(last.span.year_before())?;
        Change::between(last.amount, base.span, base.amount)
            .filter(|_| series_break.comparable(base.span, last.span))
    });
    let first = values.first().map(|it| it.span.start());
    PublishedSpans {
        sectors: series.sectors,
        range,
        vintage,
        gaps: query::gaps(series, range),
        change,
        break_at: series_break
            .between(range, range)
            .filter(|&it| first.is_some_and(|first| first < it)),
        values,
    }
}
