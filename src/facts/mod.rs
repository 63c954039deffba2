//! What is true of the figures a view shows: computed once, without words.
//!
//! [`crate::reading`] puts these facts into sentences, the charts draw them and the tables
//! list them; so all of them agree.

mod breakdown;
mod headline;
mod trend;

use crate::calendar::{Date, Span};
use crate::data::{Amount, Dataset, Observation, ObservationId, Source};

pub use breakdown::{Breakdown, Column, Mix, Row, State, Whole, breakdown};
pub use headline::{Contributor, Headline, PerDayChange, Rank, YearToDate, headline};
pub use trend::{Basis, Growth, Run, Trend, trend};

/// A change against a named base.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    pub base: Span,
    pub base_amount: Amount,
    /// 0.155 is 15.5% more than the base.
    pub ratio: f64,
}

impl Change {
    /// `None` when the base amount is not positive.
    pub fn between(now: Amount, base: Span, base_amount: Amount) -> Option<Change> {
        Some(Change { base, base_amount, ratio: now.change_on(base_amount)? })
    }

    pub fn percent(self) -> f64 {
        self.ratio * 100.0
    }

    pub fn direction(self) -> Direction {
        Direction::of_percent(self.percent())
    }
}

/// The way a percentage goes once it is rounded to the one decimal that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Up,
    Down,
    /// Written 0.0%.
    Unchanged,
}

impl Direction {
    pub fn of_percent(percent: f64) -> Direction {
        match (percent * 10.0).round() {
            tenths if tenths > 0.0 => Direction::Up,
            tenths if tenths < 0.0 => Direction::Down,
            _ => Direction::Unchanged,
        }
    }
}

/// A figure as it was printed on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Print {
    pub amount: Amount,
    pub published: Date,
}

impl Print {
    fn of(data: &Dataset, id: ObservationId) -> Print {
        let it = data.observation(id);
        Print { amount: it.amount, published: it.published }
    }
}

/// Where a figure comes from, and which of its vintages it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Provenance<'a> {
    pub observation: &'a Observation,
    pub source: &'a Source,
    /// 1 for the first published of its vintages.
    pub place: usize,
    /// How many vintages of the figure there are.
    pub of: usize,
}

pub fn provenance(data: &Dataset, id: ObservationId) -> Provenance<'_> {
    let observation = data.observation(id);
    let vintages = || data.vintages(observation.sector, observation.span);
    Provenance {
        observation,
        source: data.source(observation.source),
        place: vintages().take_while(|&it| it != id).count() + 1,
        of: vintages().count(),
    }
}
