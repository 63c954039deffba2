//! The monthly total with working days and season taken out, and what may be said of it.
//!
//! The page's own calculation, of no statistical office; `docs/adjustment.md` says why it is made like this and where
//! the constants come from. Only the total is adjusted, never a sub-sector; adjusted months are never added up. The
//! season itself is found natively (`crate::stl`) when the program is built.

use std::f64::consts::{E, LN_10};
use std::ops::{Add, Sub};

use crate::calendar::{Month, Span};
use crate::data::{Amount, Dataset, Weekdays};
use crate::query::{self, VintageChoice};

/// Below so many months there is no adjusted figure.
pub const AT_LEAST: usize = 48;
/// Below so many the series is short: the season may still move noticeably.
pub const ENOUGH: usize = 84;

/// Part of a working day that a public holiday on a weekday costs.
const HOLIDAY: f64 = 0.5;
/// Per cent by which exports differ for a per cent of effective days, and its standard error.
const ELASTICITY: f64 = 0.75;
const ELASTICITY_ERROR: f64 = 0.12;
/// Effective days of a usual month: the mean of 2016 to 2027. Only a scale, so never worked out anew.
const USUAL_DAYS: f64 = 21.2;
/// Standard errors either way: about four results in five lie within.
const RANGE: f64 = 1.5;
/// Error of a change over three months, as a part of that of a change on the month.
const THREE_MONTHS: f64 = 0.75;
/// Months before a month that say how far changes usually go.
const WOBBLE_MONTHS: usize = 24;
/// Standard deviations within which four of five changes lie.
const WOBBLE: f64 = 1.2816;
/// A standard deviation is so many times the median deviation from the median.
const DEVIATION: f64 = 1.4826;
/// At its end a trend still turns with every new month: it is not shown there.
const TREND_END: usize = 3;

/// The natural logarithm of a ratio. Where ratios multiply, these add up.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Log(pub f64);

impl Log {
    /// What the ratio is above one, per cent.
    pub fn percent(self) -> f64 {
        (exp(self.0) - 1.0) * 100.0
    }
}

impl Add for Log {
    type Output = Log;

    fn add(self, other: Log) -> Log {
        Log(self.0 + other.0)
    }
}

impl Sub for Log {
    type Output = Log;

    fn sub(self, other: Log) -> Log {
        Log(self.0 - other.0)
    }
}

// By functions that the program has anyway; each other one would come along for this alone.

fn exp(log: f64) -> f64 {
    E.powf(log)
}

fn ln(ratio: f64) -> f64 {
    ratio.log10() * LN_10
}

/// Why there is no adjusted figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Its package does not ask for it.
    NotAsked,
    /// First prints were never known beside one another: there is no day whose season they have.
    FirstPrints,
    /// Fewer months than [`AT_LEAST`], from the first to the latest.
    TooFew(usize),
    /// The total of this month is not known.
    Missing(Month),
    /// Nothing was exported in this month: a ratio to it does not exist.
    NotPositive(Month),
    /// The calendar of working days does not have this month.
    NoWorkingDays(Month),
}

/// Months without a gap, enough of them, each with exports and working days: what can be adjusted.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    first: Month,
    points: Vec<Point>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Point {
    published: Amount,
    /// [`effective_days`].
    days: f64,
    /// Natural logarithm of millions, adjusted as far as it has come: for days, then for the season, too.
    log: f64,
}

impl Run {
    /// The latest figure of every month of the record, as known on its day.
    ///
    /// # Errors
    ///
    /// When they are too few, or any is wanting.
    pub fn of(data: &Dataset) -> Result<Run, Refusal> {
        let span = data.monthly_record();
        if span.len() < AT_LEAST {
            return Err(Refusal::TooFew(span.len()));
        }
        let mut points = Vec::new();
        for month in span.months() {
            let total = query::total(data, VintageChoice::Latest, month);
            let published = total.ok_or(Refusal::Missing(month))?.amount;
            if published <= Amount::ZERO {
                return Err(Refusal::NotPositive(month));
            }
            let days = data.working_days.weekdays(month).map_or(0.0, effective_days);
            if days <= 0.0 {
                return Err(Refusal::NoWorkingDays(month));
            }
            let log = ln(published.millions()) - days_effect(days, USUAL_DAYS).0;
            points.push(Point { published, days, log });
        }
        Ok(Run { first: span.start(), points })
    }

    pub fn first(&self) -> Month {
        self.first
    }

    /// Millions, adjusted for working days, in natural logarithms, by month.
    pub fn logs(&self) -> Vec<f64> {
        self.points.iter().map(|it| it.log).collect()
    }
}

/// Weekdays, of which a public holiday is half lost: some of what is due on it comes before or after.
pub fn effective_days(weekdays: Weekdays) -> f64 {
    f64::from(weekdays.all) - HOLIDAY * f64::from(weekdays.holidays)
}

/// By how much a month with so many effective days is above one with as many as `base`.
fn days_effect(days: f64, base: f64) -> Log {
    Log(ELASTICITY * ln(days / base))
}

/// Where an adjusted change points, when its range is taken into account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// All of the range is a rise.
    Up,
    /// All of the range is a fall.
    Down,
    /// The range has rises and falls. Not the same as no change.
    Open,
}

/// An adjusted change and how sure it is: in about four cases of five the range holds what later months will tell. It
/// does not have what the publisher revises.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    pub change: Log,
    /// From the change to either end of the range; not negative.
    margin: Log,
}

impl Estimate {
    pub fn low(&self) -> Log {
        self.change - self.margin
    }

    pub fn high(&self) -> Log {
        self.change + self.margin
    }

    pub fn direction(&self) -> Direction {
        match (self.low().0 > 0.0, self.high().0 < 0.0) {
            (true, _) => Direction::Up,
            (_, true) => Direction::Down,
            _ => Direction::Open,
        }
    }
}

/// A change on the month beside those of the two years before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Up, and farther than changes usually go.
    ClearRise,
    /// Down, and farther than changes usually go.
    ClearFall,
    /// No farther than usual, or of an open direction. Does not mean that nothing happened.
    WithinUsualWobble,
}

/// Whether a month's direction was still there in the mean of it and the two months after, beside the three before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    Yes,
    NotClear,
    No,
}

/// The change on the month before, taken apart: `published` is `days`, `season` and what is `left` together. As
/// logarithms they add up, as per cents they go one on top of the other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    pub published: Log,
    /// What more or fewer effective days explain.
    pub days: Log,
    /// What is usual between these two months of the year.
    pub season: Log,
    /// The adjusted change.
    pub left: Estimate,
    /// What four of five changes stay within, by those of the 24 months before; `None` where there are not so many.
    pub usual: Option<Log>,
}

impl Change {
    /// `None` where too few changes came before to tell.
    pub fn class(&self) -> Option<Class> {
        let (change, usual) = (self.left.change.0, self.usual?.0);
        Some(match self.left.direction() {
            Direction::Up if change > usual => Class::ClearRise,
            Direction::Down if change < -usual => Class::ClearFall,
            _ => Class::WithinUsualWobble,
        })
    }
}

/// A month with working days and season taken out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AdjustedMonth {
    pub month: Month,
    pub published: Amount,
    /// See [`effective_days`].
    pub effective_days: f64,
    /// By how much its number of days puts it above a month with the usual number.
    pub days: Log,
    /// By how much this month of the year is usually above the trend.
    pub season: Log,
    /// `published` without both, US$ million.
    pub adjusted: f64,
    /// On the month before; `None` for the first.
    pub change: Option<Change>,
    /// The mean of this month and the two before on that of the three before those: steadier than a single month.
    pub three_months: Option<Estimate>,
    /// The mean of this month and the two after on that of the three before: what came of it. It contains the month
    /// itself and the usual growth. `None` until two more months are known.
    pub after: Option<Estimate>,
}

impl AdjustedMonth {
    /// Whether a rise or fall was one of more than the month; `None` where the direction was open, and as long as it
    /// is not known.
    pub fn held(&self) -> Option<Held> {
        let (then, after) = (self.change?.left.direction(), self.after?.direction());
        match after {
            _ if then == Direction::Open => None,
            Direction::Open => Some(Held::NotClear),
            _ => Some(if then == after { Held::Yes } else { Held::No }),
        }
    }
}

/// The monthly total with working days and season taken out.
#[derive(Clone, Debug, PartialEq)]
pub struct Adjustment {
    run: Run,
    /// By how much each month of the year is usually above the trend, January first.
    factors: [f64; 12],
    /// Standard deviation of changes on the month, in natural logarithms.
    deviation: f64,
}

/// The latest figures of the record as known on its day, adjusted as far as they went.
///
/// # Errors
///
/// When there is no adjusted figure on that day, and why.
pub fn adjustment(data: &Dataset, vintage: VintageChoice) -> Result<Adjustment, Refusal> {
    if data.seasons.days.is_empty() {
        return Err(Refusal::NotAsked);
    }
    if vintage == VintageChoice::First {
        return Err(Refusal::FirstPrints);
    }
    let run = Run::of(data)?;
    let season = data.seasons.on(data.known_on()).ok_or(Refusal::NotAsked)?;
    Ok(Adjustment::new(run, season.logs()))
}

/// US$ million by month, without the last three. Empty on past days: only that of the newest figures is known.
pub fn trend(data: &Dataset) -> impl Iterator<Item = (Month, f64)> {
    let logs = data.seasons.trend_on(data.known_on());
    let shown = logs.len().saturating_sub(TREND_END);
    data.monthly_record().months().zip(logs).take(shown).map(|(month, it)| (month, exp(it)))
}

impl Adjustment {
    /// `factors` in natural logarithms, January first.
    pub fn new(mut run: Run, factors: [f64; 12]) -> Adjustment {
        let (mut squares, mut all, mut last) = (0.0, 0.0, None);
        for (place, it) in run.points.iter_mut().enumerate() {
            it.log -= factors[of_year(run.first, place)];
            let change = it.log - last.unwrap_or(it.log);
            squares += change * change;
            all += change;
            last = Some(it.log);
        }
        let months = run.points.len() as f64;
        let around_mean: f64 = squares - all * all / (months - 1.0);
        // Twelve of the months went into the season. What should be nought may come out just below.
        let deviation = (around_mean.max(0.0) / (months - 13.0)).sqrt();
        Adjustment { run, factors, deviation }
    }

    /// From the first month to the latest.
    pub fn span(&self) -> Span {
        let first = self.run.first;
        let last = first.plus(self.run.points.len() as i32 - 1);
        Span::new(first, last).unwrap_or(first.into())
    }

    /// Fewer months than [`ENOUGH`]: the season may still move noticeably.
    pub fn is_short(&self) -> bool {
        self.run.points.len() < ENOUGH
    }

    /// By how much each month of the year is usually above the trend, January first. Each is uncertain by about three
    /// per cent.
    pub fn season(&self) -> [Log; 12] {
        self.factors.map(Log)
    }

    /// From a factor of the season to either end of its range: a change on the month has the errors of two.
    pub fn season_margin(&self) -> Log {
        Log(RANGE * self.error() / 2_f64.sqrt())
    }

    /// The standard deviation of changes on the month.
    pub fn deviation(&self) -> Log {
        Log(self.deviation)
    }

    pub fn months(&self) -> impl Iterator<Item = AdjustedMonth> {
        self.span().months().filter_map(|it| self.month(it))
    }

    /// `None` outside [`Adjustment::span`].
    pub fn month(&self, month: Month) -> Option<AdjustedMonth> {
        let place = usize::try_from(month.since(self.run.first)).ok()?;
        let &Point { published, days, log } = self.run.points.get(place)?;
        Some(AdjustedMonth {
            month,
            published,
            effective_days: days,
            days: days_effect(days, USUAL_DAYS),
            season: self.season_of(place),
            adjusted: exp(log),
            change: self.change(place),
            three_months: place.checked_sub(2).and_then(|it| self.three_months(it)),
            after: self.three_months(place),
        })
    }

    fn season_of(&self, place: usize) -> Log {
        Log(self.factors[of_year(self.run.first, place)])
    }

    fn change(&self, place: usize) -> Option<Change> {
        let before = place.checked_sub(1)?;
        let [then, now] = self.run.points.get(before..=place)? else { return None };
        let days = days_effect(now.days, then.days);
        let (season, of_days) = (self.error(), days.0 * (ELASTICITY_ERROR / ELASTICITY));
        let error = (season * season + of_days * of_days).sqrt();
        Some(Change {
            published: Log(ln(now.published.millions() / then.published.millions())),
            days,
            season: self.season_of(place) - self.season_of(before),
            left: Estimate { change: Log(now.log - then.log), margin: Log(RANGE * error) },
            usual: self.usual(place),
        })
    }

    /// Months of the season for each month of the series.
    fn share(&self) -> f64 {
        12.0 / self.run.points.len() as f64
    }

    /// The standard error that the season brings into a change on the month.
    fn error(&self) -> f64 {
        self.deviation * self.share().sqrt()
    }

    /// See [`Change::usual`].
    fn usual(&self, place: usize) -> Option<Log> {
        let before = self.run.points.get(place.checked_sub(WOBBLE_MONTHS + 1)?..place)?;
        let mut changes = [0.0; WOBBLE_MONTHS];
        for (it, pair) in changes.iter_mut().zip(before.windows(2)) {
            *it = pair[1].log - pair[0].log;
        }
        let middle = median(&mut changes);
        for it in &mut changes {
            *it = (*it - middle).abs();
        }
        let deviation = DEVIATION * median(&mut changes);
        Some(Log(WOBBLE * deviation * (1.0 + self.share()).sqrt()))
    }

    /// The mean of three months from `place` on that of the three before; `None` where one of the six is not known.
    fn three_months(&self, place: usize) -> Option<Estimate> {
        let six = self.run.points.get(place.checked_sub(3)?..place + 3)?;
        let (before, now) = six.split_at(3);
        let change = Log(ln(together(now) / together(before)));
        Some(Estimate { change, margin: Log(RANGE * THREE_MONTHS * self.error()) })
    }
}

/// Adjusted exports of some months, US$ million.
fn together(points: &[Point]) -> f64 {
    points.iter().fold(0.0, |sum, it| sum + exp(it.log))
}

/// The place in its year of the month that many after `first`; January's is 0.
fn of_year(first: Month, place: usize) -> usize {
    (usize::from(first.number()) + 11 + place) % 12
}

/// Sorts them: as few as they are, the plainest way is the smallest.
fn median(values: &mut [f64; WOBBLE_MONTHS]) -> f64 {
    for end in 1..WOBBLE_MONTHS {
        for at in (1..=end).rev() {
            if values[at] < values[at - 1] {
                values.swap(at, at - 1);
            }
        }
    }
    (values[WOBBLE_MONTHS / 2 - 1] + values[WOBBLE_MONTHS / 2]) / 2.0
}
