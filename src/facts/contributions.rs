//! What each heading of the chosen sectors brought to their growth over a year, or where there is no year to
//! compare with, to the whole of them.

use std::cmp::Reverse;

use super::Change;
use super::breakdown::{Breakdown, breakdown};
use crate::data::{Amount, Dataset, ObservationId, Status};
use crate::order::{number, sorted_by_key};
use crate::query::Heading;
use crate::state::State;

/// The growth of the chosen sectors over a year, taken apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Contributions {
    /// What is known of the period beside the same a year before.
    pub breakdown: Breakdown,
    /// First what moved the whole most the way it went, or what is largest where nothing can be compared; what
    /// rounding left over last. Their changes add up to that of the whole to the last thousand dollars.
    pub parts: Vec<Contribution>,
    /// Places in `parts` of the headings: the first, then the others by their size, whichever way they go.
    pub by_size: Vec<usize>,
}

/// A part of the growth.
#[derive(Clone, Debug, PartialEq)]
pub struct Contribution {
    /// `None` for what rounding of the published headings left over, for several together, and for the whole.
    pub heading: Option<Heading>,
    pub now: Amount,
    /// A year before; `None` where the whole cannot be compared.
    pub before: Option<Amount>,
    /// Percentage points of the growth of the chosen sectors together; without a comparison, percent of them.
    pub points: f64,
    /// Of the chosen sectors together, a ratio.
    pub share: Option<f64>,
    /// The figure now, and that of a year before.
    pub observations: Vec<ObservationId>,
}

impl Contribution {
    /// What it is more than a year before.
    pub fn change(&self) -> Amount {
        self.now - self.before.unwrap_or(self.now)
    }

    /// The same as a ratio, where there was something.
    pub fn ratio(&self) -> Option<f64> {
        self.now.change_on(self.before?)
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
        Some(Contribution {
            heading: None,
            now: whole.amount,
            before: whole.change.map(|it| it.base_amount),
            points: whole.change.map_or(100.0, |it| it.percent()),
            share: Some(1.0),
            observations: whole.observations.clone(),
        })
    }

    /// All but the `kept` largest together, so that both add up to the whole.
    pub fn others(&self, kept: usize) -> Option<Contribution> {
        let whole = self.whole()?;
        let (kept, rest) = self.by_size.split_at_checked(kept)?;
        let part = |it: &usize| self.parts.get(*it);
        let now = whole.now - kept.iter().filter_map(part).map(|it| it.now).sum();
        let before: Amount = kept.iter().filter_map(part).filter_map(|it| it.before).sum();
        Some(Contribution {
            heading: None,
            now,
            before: whole.before.map(|it| it - before),
            points: whole.points - kept.iter().filter_map(part).map(|it| it.points).sum::<f64>(),
            share: now.ratio_to(whole.now),
            observations: rest
                .iter()
                .filter_map(part)
                .flat_map(|it| it.observations.iter().copied())
                .collect(),
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
    let change = breakdown.whole.as_ref().and_then(|it| it.change);
    let parts = breakdown.rows.iter().map(|row| Contribution {
        heading: Some(row.heading),
        now: row.now,
        before: row.before.filter(|_| change.is_some()),
        points: match change {
            Some(_) => row.contribution.unwrap_or(0.0),
            None => row.share.unwrap_or(0.0) * 100.0,
        },
        share: row.share,
        observations: row.observation.into_iter().chain(row.base_observation).collect(),
    });
    // As the whole went, so that what moved it most comes first.
    let way = if change.is_some_and(|it| it.ratio < 0.0) { -1.0 } else { 1.0 };
    let mut parts = sorted_by_key(parts, |it| Reverse(number(it.points * way)));
    let others = sorted_by_key(1..parts.len(), |&it| Reverse(number(parts[it].points.abs())));
    let by_size = (0..parts.len().min(1)).chain(others).collect();
    let (now, before) = breakdown.rounding;
    if let Some(whole) = &breakdown.whole
        && !parts.is_empty()
        && now != before
    {
        let ratio = |it: Amount, of: Amount| it.ratio_to(of).unwrap_or(0.0) * 100.0;
        parts.push(Contribution {
            heading: None,
            now,
            before: change.map(|_| before),
            points: match change {
                Some(it) => ratio(now - before, it.base_amount),
                None => ratio(now, whole.amount),
            },
            share: now.ratio_to(whole.amount),
            observations: Vec::new(),
        });
    }
    Contributions { breakdown, parts, by_size }
}
