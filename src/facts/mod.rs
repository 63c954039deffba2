//! What is true of the figures a view shows: computed once, without words.
//!
//! [`crate::reading`] puts these facts into sentences, the charts draw them and the tables
//! list them; so all of them agree.

mod breakdown;
mod events;
mod first_prints;
mod fiscal_years;
mod driver;
mod headline;
mod heat;
mod contributions;
mod freelance;
mod multiples;
mod parts;
mod peers;
mod prices;
#[cfg(not(target_arch = "wasm32"))]
mod publications;
mod projection;
mod seasons;
mod targets;
mod spans;
mod trend;
mod two_months;

use crate::calendar::{Date, Span};
use crate::data::{Amount, Dataset, Observation, ObservationId, SectorId, SectorSet, Sectors};
use crate::query::{self, DataPoint, Heading, Series};

pub use breakdown::{Availability, Breakdown, Elsewhere, Row, Whole, breakdown};
pub use contributions::{Contribution, Contributions, Movers, contributions};
pub use driver::{
    DriverEvidence, Firmness, RecordedMonth, RecordedPart, Shown, dollars, driver, firmness,
    year_before,
};
pub use events::{EventList, events};
pub use first_prints::{FirstPrints, Printed, Revision, Revisions, first_prints};
pub use fiscal_years::{FiscalYearPath, FiscalYears, fiscal_years};
pub use freelance::{
    BothKinds, ComparedAmount, Freelance, ServicesShare, freelance, grown_outside,
    share_of_services,
};
pub use headline::{
    Adjusted, Figure, Headline, RankThroughTime, Story, YearToDate, figure, headline, story,
};
pub use heat::{FiscalYearMonths, HeatTable, heat};
pub use multiples::{Directions, SubSectors, sub_sectors};
pub use parts::{Column, Mix, Parts, parts};
pub use peers::{OWN_COUNTRY, PeerComparison, PeerGrowth, PeerSeries, peers};
pub use prices::{BothChanges, Worth, YearWorth, worth};
pub use projection::{Projection, projection};
#[cfg(not(target_arch = "wasm32"))]
pub use publications::{Effect, Publication, effect, publications};
pub use seasons::{CalendarYear, Seasons, Tally, seasons};
pub use spans::{PublishedSpans, published_spans, published_spans_of};
pub use targets::{Outlook, Targets, YearlyGrowth, is_met, targets};
pub use trend::{Basis, Growth, Run, Trend, trend, value_of_month};
pub use two_months::{ComparedMonth, MonthFigure, TwoMonths, two_months};

/// The months of a year of either kind.
pub const MONTHS_OF_A_YEAR: usize = 12;

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

/// A change as others than the figures shown have it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OtherChange {
    pub now: Span,
    pub change: Change,
    pub by: OtherFigures,
}

/// What an [`OtherChange`] rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum OtherFigures {
    /// What one publication of that day prints for both periods.
    OnePublication(Date),
    /// The earliest figures of both periods, which no publication has side by side.
    Earliest {
        /// The period that was revised more, and by how much: 0.093 is 9.3% more than its earliest figure.
        revised: Span,
        revision: f64,
        /// By how much revisions alone raised the change: 1.09 where they made it 9% larger.
        raised: f64,
    },
}

/// Where one of two periods was revised by more than this, and the other was not, the change between them is told by
/// their earliest figures, too: 0.05 is 5%.
const REVISED_MUCH: f64 = 0.05;

/// What else is to be said of a change `shown`, whose ends mostly come from two publications: that one publication
/// with both has another one, as it is written; or where none has both, that one end was revised much. `earliest` are
/// the earliest figures.
fn other_change(
    data: &Dataset,
    sectors: SectorSet,
    (now, amount): (Span, Amount),
    shown: Change,
    earliest: &dyn Fn(Span) -> Option<Amount>,
) -> Option<OtherChange> {
    let base = shown.base;
    if let Some((amount, before, date)) = query::printed_together(data, sectors, now, base) {
        let change = Change::between(amount, base, before)?;
        let written = |it: Change| (it.percent() * 10.0).round();
        let by = OtherFigures::OnePublication(date);
        return (written(change) != written(shown)).then_some(OtherChange { now, change, by });
    }
    let (first, before) = (earliest(now)?, earliest(base)?);
    let (own, other) = (amount.ratio_to(first)?, shown.base_amount.ratio_to(before)?);
    let raised = own / other;
    if (raised - 1.0).abs() <= REVISED_MUCH {
        return None;
    }
    let more = (own - 1.0).abs() >= (other - 1.0).abs();
    let (revised, revision) = if more { (now, own - 1.0) } else { (base, other - 1.0) };
    let by = OtherFigures::Earliest { revised, revision, raised };
    Some(OtherChange { now, change: Change::between(first, base, before)?, by })
}

/// The figure of `series` over `base`, where it means the same as one over `now`.
fn comparable(data: &Dataset, series: &Series, base: Span, now: Span) -> Option<Amount> {
    let series_break = data.sectors.series_break(series.sectors);
    let alike = series_break.comparable(base.min(now), base.max(now));
    series.sum(base).filter(|_| alike).map(|it| it.amount)
}

/// The change of a figure of `series` on another of its periods; `None` where that has no figure, or one
/// that means another thing.
fn change_on(data: &Dataset, series: &Series, now: &DataPoint, base: Span) -> Option<Change> {
    Change::between(now.amount, base, comparable(data, series, base, now.span)?)
}

/// A figure beside that of the same months a year before.
#[derive(Clone, Debug, PartialEq)]
pub struct YearOnYear {
    pub now: DataPoint,
    /// `None` where it is not known, or means another thing.
    pub before: Option<Amount>,
}

impl YearOnYear {
    fn of(data: &Dataset, series: &Series, now: DataPoint) -> YearOnYear {
        let before = comparable(data, series, now.span.year_before(), now.span);
        YearOnYear { now, before }
    }

    pub fn change(&self) -> Option<Change> {
        Change::between(self.now.amount, self.now.span.year_before(), self.before?)
    }
}

/// A change of the amount per working day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PerDayChange {
    pub base: Span,
    pub base_days: u32,
    pub days: u32,
    /// 0.05 is 5% more a working day than in the base.
    pub ratio: f64,
}

impl PerDayChange {
    /// Between amounts, each with its working days; `None` when an amount is spread over no days, or the
    /// base amount is not positive.
    pub fn between(
        (now, days): (Amount, u32),
        base: Span,
        (before, base_days): (Amount, u32),
    ) -> Option<PerDayChange> {
        let defined = days > 0 && base_days > 0 && before > Amount::ZERO;
        let per_day = |amount: Amount, days: u32| amount.millions() / f64::from(days);
        defined.then(|| PerDayChange {
            base,
            base_days,
            days,
            ratio: per_day(now, days) / per_day(before, base_days) - 1.0,
        })
    }

    pub fn percent(self) -> f64 {
        self.ratio * 100.0
    }

    pub fn direction(self) -> Direction {
        Direction::of_percent(self.percent())
    }
}

/// A place among others, the highest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rank {
    /// 1 for the highest.
    pub place: usize,
    /// How many there are, this one included.
    pub of: usize,
    /// Whether another is as high.
    pub tied: bool,
}

impl Rank {
    /// Where `value` stands among `values`, of which it is one. Equals share the better place:
    ///
    /// ```
    /// use it_exports::facts::Rank;
    ///
    /// assert_eq!(Rank::among(7, [9, 7, 7, 5]), Rank { place: 2, of: 4, tied: true });
    /// ```
    pub fn among<T: PartialOrd>(value: T, values: impl IntoIterator<Item = T>) -> Rank {
        let (mut higher, mut equal, mut of) = (0, 0, 0);
        for it in values {
            higher += usize::from(it > value);
            equal += usize::from(it == value);
            of += 1;
        }
        Rank { place: higher + 1, of, tied: equal > 1 }
    }

    /// Whether the place is better told from below: the last of more than two.
    pub fn is_lowest(self) -> bool {
        self.place == self.of && self.of > 2
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
    /// See [`Observation::can_be_first_print`].
    pub can_be_first_print: bool,
}

impl Vintage {
    fn of(data: &Dataset, id: ObservationId) -> Vintage {
        let it = data.observation(id);
        let can_be_first_print = it.can_be_first_print();
        Vintage { amount: it.amount, published: it.published, can_be_first_print }
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
