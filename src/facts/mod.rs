//! What is true of the figures a view shows: computed once, without words.
//!
//! [`crate::reading`] puts these facts into sentences, the charts draw them and the tables
//! list them; so all of them agree.

mod breakdown;
mod contributions;
mod freelance;
mod headline;
mod multiples;
mod parts;
#[cfg(not(target_arch = "wasm32"))]
mod publications;
mod spans;
mod trend;

use crate::calendar::{Date, Span};
use crate::data::{Amount, Dataset, Observation, ObservationId, SectorId, Sectors};
use crate::query::Heading;

pub use breakdown::{Availability, Breakdown, Row, Whole, breakdown};
pub use contributions::{Contribution, Contributions, Movers, contributions};
pub use freelance::{
    BothKinds, ComparedAmount, Freelance, ServicesShare, freelance, share_of_services,
};
pub use headline::{Headline, PerDayChange, Rank, YearToDate, headline};
pub use multiples::{Directions, SubSectors, sub_sectors};
pub use parts::{Column, Mix, Parts, parts};
#[cfg(not(target_arch = "wasm32"))]
pub use publications::{Effect, Publication, Revision, effect, publications};
pub use spans::{PublishedSpans, published_spans, published_spans_of};
pub use trend::{Basis, Growth, Run, Trend, trend};

/// A change against a named base.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// The period it is compared with.
    pub base: Span,
    /// Over the whole of it.
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

/// The way a percentage goes once it is rounded to the one decimal that is shown, so that
/// no sentence says "rose" of what is written 0.0%.
///
/// ```
/// use it_exports::facts::Direction;
///
/// assert_eq!(Direction::of_percent(0.05), Direction::Up);
/// assert_eq!(Direction::of_percent(-0.04), Direction::Unchanged);
/// ```
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

/// What one heading brought to the growth of a whole.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contributor {
    pub heading: Heading,
    pub change: Amount,
    /// Percentage points of the whole's growth.
    pub points: f64,
}

/// The part that moved the whole most in `direction`.
///
/// A branch that is published only as a whole is not set against the headings of another
/// branch but against that branch: otherwise it would win for want of detail.
fn mover(
    tree: &Sectors,
    parts: &[(Heading, Amount)],
    whole_before: Amount,
    direction: Direction,
) -> Option<Contributor> {
    let ahead = |change: Amount| match direction {
        Direction::Up => change,
        Direction::Down => Amount::ZERO - change,
        Direction::Unchanged => Amount::ZERO,
    };
    // The first of equals, in tree order.
    let first_of_most = |parts: &[(Heading, Amount)]| {
        parts.iter().rev().copied().max_by_key(|&(_, change)| ahead(change))
    };
    let branch = |heading: Heading| match heading {
        Heading::Sector(it) | Heading::NotItemised(it) => tree.branch(it),
    };
    let mut most = first_of_most(parts)?;
    let undivided =
        matches!(most.0, Heading::Sector(it) if !tree.is_leaf(it) && tree.branch(it) == Some(it));
    if undivided {
        let branches: Vec<(Heading, Amount)> = tree
            .children(SectorId::TOTAL)
            .map(|it| {
                let below = parts.iter().filter(|&&(heading, _)| branch(heading) == Some(it));
                (Heading::Sector(it), below.map(|&(_, change)| change).sum())
            })
            .collect();
        most = first_of_most(&branches)?;
    }
    let (heading, change) = most;
    let points = change.ratio_to(whole_before)? * 100.0;
    (ahead(change) > Amount::ZERO).then_some(Contributor { heading, change, points })
}

/// A figure as it was printed on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Vintage {
    pub amount: Amount,
    pub published: Date,
}

impl Vintage {
    fn of(data: &Dataset, id: ObservationId) -> Vintage {
        let it = data.observation(id);
        Vintage { amount: it.amount, published: it.published }
    }
}

/// A figure, and which of its vintages it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Provenance<'a> {
    pub observation: &'a Observation,
    /// 1 for the first published of its vintages.
    pub place: usize,
    /// How many vintages of the figure there are.
    pub of: usize,
}

/// Which of its vintages a figure is.
pub fn provenance(data: &Dataset, id: ObservationId) -> Provenance<'_> {
    let observation = data.observation(id);
    let vintages = || data.vintages(observation.sector, observation.span);
    Provenance {
        observation,
        place: vintages().take_while(|&it| it != id).count() + 1,
        of: vintages().count(),
    }
}
