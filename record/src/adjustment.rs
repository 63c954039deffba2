//! The monthly total with working days and season taken out, and what may be said of it.
//!
//! The page's own calculation, of no statistical office; `docs/adjustment.md` says why it is made like this and where
//! the constants come from. Only the total is adjusted, never a sub-sector; adjusted months are never added up. The
//! season itself is found natively (`crate::stl`) when the program is built.

use std::f64::consts::{E, LN_10};
use std::ops::{Add, Sub};

use crate::calendar::{Month, Span};
use crate::data::{Amount, Dataset, Weekdays};
use crate::order::{number, sorted_by_key};
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
    span: Span,
    published: Vec<Amount>,
    /// [`effective_days`], by month.
    days: Vec<f64>,
}

impl Run {
    /// The latest figure of every month of the record, as known on its day.
    ///
    /// # Errors
    ///
    /// When they are too few, or any is wanting.
    pub fn of(data: &Dataset) -> Result<Run, Refusal> {
        let span = data.monthly_record();
        let known = span.months().filter(|&it| query::is_published(data, it)).count();
        if known < AT_LEAST {
            return Err(Refusal::TooFew(known));
        }
        let (mut published, mut days) = (Vec::new(), Vec::new());
        for month in span.months() {
            let total = query::total(data, VintageChoice::Latest, month);
            let amount = total.ok_or(Refusal::Missing(month))?.amount;
            if amount <= Amount::ZERO {
                return Err(Refusal::NotPositive(month));
            }
            published.push(amount);
            let effective = data.working_days.weekdays(month).map(effective_days);
            days.push(effective.filter(|&it| it > 0.0).ok_or(Refusal::NoWorkingDays(month))?);
        }
        Ok(Run { span, published, days })
    }

    pub fn first(&self) -> Month {
        self.span.start()
    }

    /// Millions, adjusted for working days, in natural logarithms, by month.
    pub fn logs(&self) -> Vec<f64> {
        let logs = self.published.iter().zip(&self.days);
        logs.map(|(it, &days)| ln(it.millions()) - days_effect(days).0).collect()
    }
}

/// Weekdays, of which a public holiday is half lost: some of what is due on it comes before or after.
pub fn effective_days(weekdays: Weekdays) -> f64 {
    f64::from(weekdays.all) - HOLIDAY * f64::from(weekdays.holidays)
}

/// By how much a month with so many effective days is above one with the usual number.
fn days_effect(days: f64) -> Log {
    Log(ELASTICITY * ln(days / USUAL_DAYS))
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
    /// Adjusted months in natural logarithms of millions.
    logs: Vec<f64>,
    /// Of changes on the month.
    deviation: f64,
    /// Natural logarithms of millions; empty where it is not known.
    trend: Vec<f64>,
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
    let (season, trend) = data.seasons.on(data.known_on()).ok_or(Refusal::NotAsked)?;
    Ok(Adjustment { trend, ..Adjustment::new(run, season.logs()) })
}

impl Adjustment {
    /// `factors` in natural logarithms, January first.
    pub fn new(run: Run, factors: [f64; 12]) -> Adjustment {
        let season = |it: Month| factors[usize::from(it.number()) - 1];
        let logs = run.logs().into_iter().zip(run.span.months());
        let logs: Vec<f64> = logs.map(|(it, month)| it - season(month)).collect();
        let changes = || logs.windows(2).map(|it| it[1] - it[0]);
        let mean = changes().sum::<f64>() / (logs.len() - 1) as f64;
        let squares: f64 = changes().map(|it| (it - mean) * (it - mean)).sum();
        // Twelve of the months went into the season.
        let deviation = (squares / (logs.len() - 13) as f64).sqrt();
        Adjustment { run, factors, logs, deviation, trend: Vec::new() }
    }

    /// From the first month to the latest.
    pub fn span(&self) -> Span {
        self.run.span
    }

    /// Fewer months than [`ENOUGH`]: the season may still move noticeably.
    pub fn is_short(&self) -> bool {
        self.logs.len() < ENOUGH
    }

    /// By how much each month of the year is usually above the trend, January first. Each is uncertain by about three
    /// per cent.
    pub fn season(&self) -> [Log; 12] {
        self.factors.map(Log)
    }

    /// From a factor of the season to either end of its range: a change on the month has the errors of two.
    pub fn season_margin(&self) -> Log {
        Log(RANGE * self.of_season() / 2_f64.sqrt())
    }

    /// The standard deviation of changes on the month.
    pub fn deviation(&self) -> Log {
        Log(self.deviation)
    }

    /// US$ million, by month, without the last three; nothing in a view of a past day.
    pub fn trend(&self) -> impl Iterator<Item = (Month, f64)> {
        let shown = self.trend.len().saturating_sub(TREND_END);
        self.run.span.months().zip(&self.trend[..shown]).map(|(month, &it)| (month, exp(it)))
    }

    pub fn months(&self) -> impl Iterator<Item = AdjustedMonth> {
        (0..self.logs.len()).map(|place| self.at(place))
    }

    /// `None` outside [`Adjustment::span`].
    pub fn month(&self, month: Month) -> Option<AdjustedMonth> {
        let place = usize::try_from(month.since(self.run.first())).ok()?;
        (place < self.logs.len()).then(|| self.at(place))
    }

    fn at(&self, place: usize) -> AdjustedMonth {
        let month = self.run.first().plus(place as i32);
        let days = self.run.days[place];
        AdjustedMonth {
            month,
            published: self.run.published[place],
            effective_days: days,
            days: days_effect(days),
            season: self.season_of(month),
            adjusted: exp(self.logs[place]),
            change: place.checked_sub(1).map(|before| self.change(before, place)),
            three_months: place.checked_sub(2).and_then(|it| self.three_months_from(it)),
            after: self.three_months_from(place),
        }
    }

    fn season_of(&self, month: Month) -> Log {
        Log(self.factors[usize::from(month.number()) - 1])
    }

    fn change(&self, before: usize, place: usize) -> Change {
        let (run, month) = (&self.run, self.run.first().plus(place as i32));
        let [now, then] = [place, before].map(|it| ln(run.published[it].millions()));
        let days = days_effect(run.days[place]) - days_effect(run.days[before]);
        let error = ELASTICITY_ERROR / ELASTICITY * days.0;
        let error = (self.of_season().powi(2) + error * error).sqrt();
        Change {
            published: Log(now - then),
            days,
            season: self.season_of(month) - self.season_of(month.plus(-1)),
            left: Estimate {
                change: Log(self.logs[place] - self.logs[before]),
                margin: Log(RANGE * error),
            },
            usual: self.usual(place),
        }
    }

    /// The standard error that the season brings into a change on the month.
    fn of_season(&self) -> f64 {
        self.deviation * (12.0 / self.logs.len() as f64).sqrt()
    }

    fn usual(&self, place: usize) -> Option<Log> {
        let before = self.logs.get(place.checked_sub(WOBBLE_MONTHS + 1)?..place)?;
        let changes: Vec<f64> = before.windows(2).map(|it| it[1] - it[0]).collect();
        let middle = median(&changes);
        let apart: Vec<f64> = changes.iter().map(|it| (it - middle).abs()).collect();
        let share = 12.0 / self.logs.len() as f64;
        Some(Log(WOBBLE * DEVIATION * median(&apart) * (1.0 + share).sqrt()))
    }

    /// The mean of three months from `place` on that of the three before; `None` where one of the six is not known.
    fn three_months_from(&self, place: usize) -> Option<Estimate> {
        let six = self.logs.get(place.checked_sub(3)?..place + 3)?;
        let sum = |logs: &[f64]| logs.iter().map(|&it| exp(it)).sum::<f64>();
        let change = Log(ln(sum(&six[3..]) / sum(&six[..3])));
        Some(Estimate { change, margin: Log(RANGE * THREE_MONTHS * self.of_season()) })
    }
}

/// Of an even number of values.
fn median(values: &[f64]) -> f64 {
    let sorted = sorted_by_key(values.iter().copied(), |&it| number(it));
    let half = sorted.len() / 2;
    (sorted[half - 1] + sorted[half]) / 2.0
}
