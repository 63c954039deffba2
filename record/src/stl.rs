//! Season and trend by STL (Cleveland, Cleveland, McRae and Terpenning, 1990) with one pattern of the twelve months for
//! all years. The program carries what comes out ([`Seasons`]), not this.
//!
//! With a fixed pattern, without weights for outliers, STL is no more than this: what the trend leaves is averaged by
//! month of the year and centred, what that leaves is smoothed to the next trend, until nothing changes.

use crate::adjustment::Run;
use crate::calendar::Date;
use crate::data::{Dataset, SeasonalFactors, Seasons, is_month_of_total};
use crate::order::sorted_by_key;

const YEAR: usize = 12;
/// Months that a point of the trend rests on. Never more than a series has.
const WINDOW: usize = 23;
/// With ten, what is left to change is below 1e-14.
const LOOPS: usize = 10;

/// `values` in logarithms are the pattern plus the trend plus what is left.
pub struct Decomposition {
    /// By place in the series, the first value's first. Adds up to nought.
    pub pattern: [f64; YEAR],
    pub trend: Vec<f64>,
}

/// `values`: one a month, [`crate::adjustment::AT_LEAST`] or more.
pub fn decompose(values: &[f64]) -> Decomposition {
    let mut trend = vec![0.0; values.len()];
    let mut pattern = [0.0; YEAR];
    for _ in 0..LOOPS {
        for (place, it) in pattern.iter_mut().enumerate() {
            let left = values.iter().zip(&trend).skip(place).step_by(YEAR);
            *it = mean(left.map(|(value, trend)| value - trend));
        }
        let middle = mean(pattern.iter().copied());
        pattern = pattern.map(|it| it - middle);
        let left: Vec<f64> =
            values.iter().zip(pattern.iter().cycle()).map(|(value, it)| value - it).collect();
        trend = smooth(&left);
    }
    Decomposition { pattern, trend }
}

fn mean(values: impl Iterator<Item = f64> + Clone) -> f64 {
    values.clone().sum::<f64>() / values.count() as f64
}

/// A line through the nearest [`WINDOW`] values around each, which count less the farther they are (tricube).
fn smooth(values: &[f64]) -> Vec<f64> {
    let at = |place: usize| {
        let first = place.saturating_sub(WINDOW / 2).min(values.len().saturating_sub(WINDOW));
        let near = &values[first..values.len().min(first + WINDOW)];
        let place = (place - first) as f64;
        let farthest = place.max((near.len() - 1) as f64 - place);
        let points = || near.iter().enumerate().map(|(at, value)| (at as f64 - place, value));
        let weight = |distance: f64| (1.0 - (distance.abs() / farthest).powi(3)).powi(3);
        let sum = |of: &dyn Fn(f64, f64) -> f64| -> f64 {
            points().map(|(distance, &value)| weight(distance) * of(distance, value)).sum()
        };
        let all = sum(&|_, _| 1.0);
        let (middle, level) = (sum(&|at, _| at) / all, sum(&|_, value| value) / all);
        let slope = sum(&|at, value| (at - middle) * value) / sum(&|at, _| (at - middle).powi(2));
        level - slope * middle
    };
    (0..values.len()).map(at).collect()
}

/// The season on every day on which a figure of a month came, as far as it can be told, and today's trend.
pub fn seasons(data: &Dataset) -> Seasons {
    let figures = data.observations.iter().filter(|it| is_month_of_total(it));
    let mut days: Vec<Date> = sorted_by_key(figures.map(|it| it.published.known_from()), |it| *it);
    days.dedup();
    let (mut factors, mut trend, mut last) = (Vec::new(), Vec::new(), None);
    for day in days {
        let run = data.as_of(day).and_then(|data| Run::of(&data).ok());
        let Some(run) = run.filter(|it| last.as_ref() != Some(it)) else { continue };
        let found = decompose(&run.logs());
        // From the order of the series to that of the year.
        let first = usize::from(run.first().number()) - 1;
        let mut of_year = found.pattern;
        of_year.rotate_right(first);
        factors.push(SeasonalFactors::new(day, of_year));
        trend = found.trend;
        last = Some(run);
    }
    Seasons::new(factors, &trend)
}
