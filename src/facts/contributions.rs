//! What each heading of the chosen sectors brought to their growth over a year.

use super::Change;
use super::breakdown::{Availability, Breakdown, breakdown};
use crate::data::{Amount, Dataset, ObservationId, Status};
use crate::query::Heading;
use crate::state::State;

/// The growth of the chosen sectors over a year, taken apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Contributions {
    /// What is known of the period beside the same a year before.
    pub breakdown: Breakdown,
    /// Largest first. Empty without a comparison; else their changes add up to that of the
    /// whole to the last thousand dollars.
    pub parts: Vec<Contribution>,
}

/// A part of the growth.
#[derive(Clone, Debug, PartialEq)]
pub struct Contribution {
    /// `None` for what rounding of the published headings left over, and for the whole.
    pub heading: Option<Heading>,
    pub now: Amount,
    /// A year before.
    pub before: Amount,
    /// Percentage points of the growth of the chosen sectors together.
    pub points: f64,
    /// The figure now, and that of a year before.
    pub observations: Vec<ObservationId>,
}

impl Contribution {
    /// What it is more than a year before.
    pub fn change(&self) -> Amount {
        self.now - self.before
    }
}

/// All headings that moved the whole one way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Movers {
    pub headings: usize,
    /// Percentage points of the growth of the whole, signed.
    pub points: f64,
}

impl Contributions {
    /// The growth of the chosen sectors together.
    pub fn growth(&self) -> Option<Change> {
        self.breakdown.whole.as_ref()?.change
    }

    /// The chosen sectors together, with all of their growth.
    pub fn whole(&self) -> Option<Contribution> {
        let whole = self.breakdown.whole.as_ref()?;
        let change = whole.change?;
        Some(Contribution {
            heading: None,
            now: whole.amount,
            before: change.base_amount,
            points: change.percent(),
            observations: whole.observations.clone(),
        })
    }

    pub fn status(&self) -> Status {
        self.breakdown.whole.as_ref().map_or(Status::Final, |it| it.status)
    }

    /// The headings that added something, and those that took something away.
    pub fn movers(&self) -> (Movers, Movers) {
        let movers = |goes: fn(Amount) -> bool| {
            let parts = || {
                let named = self.parts.iter().filter(|it| it.heading.is_some());
                named.filter(|it| goes(it.change()))
            };
            Movers { headings: parts().count(), points: parts().map(|it| it.points).sum() }
        };
        (movers(|it| it > Amount::ZERO), movers(|it| it < Amount::ZERO))
    }
}

pub fn contributions(data: &Dataset, state: &State) -> Contributions {
    let breakdown = breakdown(data, state);
    let base = breakdown.whole.as_ref().and_then(|it| it.change).map(|it| it.base_amount);
    let mut parts = Vec::new();
    if let (Availability::Compared, Some(base)) = (breakdown.availability, base) {
        for &place in &breakdown.by_contribution {
            let Some(row) = breakdown.rows.get(place) else { continue };
            let (Some(before), Some(points)) = (row.before, row.contribution) else { continue };
            parts.push(Contribution {
                heading: Some(row.heading),
                now: row.now,
                before,
                points,
                observations: row.observation.into_iter().chain(row.base_observation).collect(),
            });
        }
        let (now, before) = breakdown.rounding;
        if now != before {
            let points = (now - before).ratio_to(base).unwrap_or(0.0) * 100.0;
            parts.push(Contribution {
                heading: None,
                now,
                before,
                points,
                observations: Vec::new(),
            });
        }
    }
    Contributions { breakdown, parts }
}
