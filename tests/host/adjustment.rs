//! The total with working days and season taken out. Every figure and verdict is computed here once more, in another
//! way: by the sums of the method as they stand in docs/adjustment.md, with nothing of the program but the record.

use std::fs;
use std::path::Path;

use it_exports::adjustment::{
    self, AdjustedMonth, Adjustment, Class, Direction, Estimate, Held, Log, Refusal, Run,
};
use it_exports::calendar::{Date, Month, Span};
use it_exports::data::{
    Amount, Dataset, Observation, SectorId, SourceId, Status, Weekdays, WorkingDays,
};
use it_exports::embedded;
use it_exports::query::VintageChoice;
use it_exports::stl;
use proptest::prelude::*;
use serde_json::Value;

use crate::support::{date, month, record::dataset, span};

/// Of one month, as a person would work it out with a table of logarithms. Changes and ranges in per cent.
#[derive(Clone, Debug, Default)]
struct Expected {
    adjusted: f64,
    change: Option<[f64; 3]>,
    direction: &'static str,
    class: &'static str,
    three_months: Option<[f64; 3]>,
    after: Option<[f64; 3]>,
    held: &'static str,
    /// Natural logarithms: days, season, what is left.
    split: [f64; 3],
    threshold: Option<f64>,
}

fn percent(log: f64) -> f64 {
    100.0 * log.exp_m1()
}

fn pointing([_, low, high]: [f64; 3]) -> &'static str {
    match (low, high) {
        (low, _) if low > 0.0 => "up",
        (_, high) if high < 0.0 => "down",
        _ => "open",
    }
}

fn middle(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    (sorted[(sorted.len() - 1) / 2] + sorted[sorted.len() / 2]) / 2.0
}

/// `season`: of each month, in natural logarithms.
fn expected(millions: &[f64], days: &[f64], season: &[f64]) -> Vec<Expected> {
    let n = millions.len();
    let calendar: Vec<f64> = days.iter().map(|it| 0.75 * (it / 21.2).ln()).collect();
    let log: Vec<f64> = (0..n).map(|t| millions[t].ln() - calendar[t] - season[t]).collect();
    let level: Vec<f64> = log.iter().map(|it| it.exp()).collect();
    // The change to month t is d[t - 1].
    let d: Vec<f64> = (1..n).map(|t| log[t] - log[t - 1]).collect();
    let mean = d.iter().sum::<f64>() / d.len() as f64;
    let sigma = (d.iter().map(|it| (it - mean).powi(2)).sum::<f64>() / (n as f64 - 13.0)).sqrt();
    let range = |change: f64, error: f64| {
        Some([change, change - 1.5 * error, change + 1.5 * error].map(percent))
    };
    let share = 12.0 / n as f64;
    let three = |t: usize| {
        let (now, before): (f64, f64) =
            (level[t..t + 3].iter().sum(), level[t - 3..t].iter().sum());
        range((now / before).ln(), 0.75 * sigma * share.sqrt())
    };
    let month = |t: usize| {
        let mut it = Expected { adjusted: level[t], ..Expected::default() };
        it.three_months = (t >= 5).then(|| three(t - 2)).flatten();
        it.after = (t >= 3 && t + 2 < n).then(|| three(t)).flatten();
        if t == 0 {
            return it;
        }
        let elasticity = 0.12 * (days[t] / days[t - 1]).ln();
        it.change = range(d[t - 1], (sigma * sigma * share + elasticity * elasticity).sqrt());
        it.split = [calendar[t] - calendar[t - 1], season[t] - season[t - 1], d[t - 1]];
        it.direction = pointing(it.change.unwrap());
        if let Some(after) = it.after {
            it.held = match (it.direction, pointing(after)) {
                ("open", _) => "",
                ("up", "up") | ("down", "down") => "held",
                (_, "open") => "not clear",
                _ => "did not hold",
            };
        }
        if t > 24 {
            let before = &d[t - 25..t - 1];
            let center = middle(before);
            let apart: Vec<f64> = before.iter().map(|it| (it - center).abs()).collect();
            let threshold = 1.2816 * 1.4826 * middle(&apart) * (1.0 + share).sqrt();
            it.threshold = Some(threshold);
            it.class = match it.direction {
                "up" if d[t - 1] > threshold => "clear rise",
                "down" if d[t - 1] < -threshold => "clear fall",
                _ => "within the usual wobble",
            };
        }
        it
    };
    (0..n).map(month).collect()
}

fn numbers(it: &Estimate) -> [f64; 3] {
    [it.change, it.low(), it.high()].map(Log::percent)
}

fn direction(it: Direction) -> &'static str {
    match it {
        Direction::Up => "up",
        Direction::Down => "down",
        Direction::Open => "open",
    }
}

fn class(it: &AdjustedMonth) -> &'static str {
    match it.change.and_then(|it| it.class()) {
        None => "",
        Some(Class::ClearRise) => "clear rise",
        Some(Class::ClearFall) => "clear fall",
        Some(Class::WithinUsualWobble) => "within the usual wobble",
    }
}

fn held(it: &AdjustedMonth) -> &'static str {
    match it.held() {
        None => "",
        Some(Held::Yes) => "held",
        Some(Held::NotClear) => "not clear",
        Some(Held::No) => "did not hold",
    }
}

fn close(one: f64, other: f64, tolerance: f64, what: &str) {
    assert!((one - other).abs() <= tolerance, "{what}: {one} and {other}");
}

fn close_all(one: Option<[f64; 3]>, other: Option<[f64; 3]>, tolerance: f64, what: &str) {
    assert_eq!(one.is_some(), other.is_some(), "{what}");
    for (one, other) in one.into_iter().flatten().zip(other.into_iter().flatten()) {
        close(one, other, tolerance, what);
    }
}

/// Everything said of every month is what the sums here come to.
fn check(adjustment: &Adjustment, data: &Dataset, tolerance: f64) {
    let months: Vec<AdjustedMonth> = adjustment.months().collect();
    let millions: Vec<f64> = adjustment.span().months().map(|it| printed(data, it)).collect();
    let days: Vec<f64> = adjustment.span().months().map(|it| effective(data, it)).collect();
    let season: Vec<f64> = months.iter().map(|it| it.season.0).collect();
    for (it, expected) in months.iter().zip(expected(&millions, &days, &season)) {
        let what = it.month.to_string();
        close(it.adjusted, expected.adjusted, tolerance, &what);
        let change = it.change;
        close_all(change.map(|it| numbers(&it.left)), expected.change, tolerance, &what);
        let change_direction = change.map_or("", |it| direction(it.left.direction()));
        assert_eq!(change_direction, expected.direction, "{what}");
        assert_eq!(class(it), expected.class, "{what}");
        assert_eq!(held(it), expected.held, "{what}");
        let (three, after) = (it.three_months.as_ref(), it.after.as_ref());
        close_all(three.map(numbers), expected.three_months, tolerance, &what);
        close_all(after.map(numbers), expected.after, tolerance, &what);
        let Some(change) = change else { continue };
        let split = [change.days, change.season, change.left.change].map(|it| it.0);
        close_all(Some(split), Some(expected.split), tolerance, &what);
        close(change.published.0, split.iter().sum(), 1e-12, &what);
        let usual = change.usual.map(|it| it.0);
        close_all(usual.map(|it| [it; 3]), expected.threshold.map(|it| [it; 3]), tolerance, &what);
    }
}

/// The last print of a month's total that was known.
fn printed(data: &Dataset, month: Month) -> f64 {
    let id = data.vintages(SectorId::TOTAL, month.into()).next_back().unwrap();
    data.observation(id).amount.millions()
}

fn effective(data: &Dataset, month: Month) -> f64 {
    let days = data.working_days.weekdays(month).unwrap();
    f64::from(days.all) - f64::from(days.holidays) / 2.0
}

fn adjusted(data: &Dataset) -> Result<Adjustment, Refusal> {
    adjustment::adjustment(data, VintageChoice::Latest)
}

/// By the factors as they are found, which the program carries rounded.
fn unrounded(data: &Dataset) -> Result<Adjustment, Refusal> {
    let run = Run::of(data)?;
    let logs = run.logs();
    let mut of_year = stl::decompose(&logs).pattern;
    of_year.rotate_right(usize::from(run.first().number()) - 1);
    Ok(Adjustment::new(run, of_year))
}

/// Months from July 2019 on, millions and days of which tests make up.
fn made_up(millions: &[f64], days: &[Weekdays]) -> Dataset {
    let first = month("2019-07");
    let observations = (0..).zip(millions).map(|(place, &it)| Observation {
        sector: SectorId::TOTAL,
        span: first.plus(place).into(),
        amount: Amount::from_thousands((it * 1000.0).round() as i64),
        status: Status::Final,
        published: Date { month: first.plus(place + 1), day: Some(20) },
        source: SourceId(0),
    });
    let working_days = WorkingDays { first, months: days.to_vec() };
    let sectors = embedded::dataset().sectors.clone();
    let mut data = Dataset::new(sectors, observations.collect(), working_days);
    data.seasons = stl::seasons(&data);
    data
}

const USUAL: Weekdays = Weekdays { all: 22, holidays: 1 };

/// Every day on which anything was published, and what was known then.
fn days() -> Vec<(Date, Dataset)> {
    let data = embedded::dataset();
    let mut days: Vec<Date> =
        data.observations.iter().map(|it| it.published.known_from()).collect();
    days.sort();
    days.dedup();
    days.into_iter().filter_map(|day| Some((day, data.as_of(day)?))).collect()
}

#[test]
fn every_month_of_every_day_says_what_its_sums_say() {
    for data in [dataset(), embedded::dataset()] {
        check(&adjusted(data).unwrap(), data, 1e-9);
    }
    for (day, data) in days() {
        let Ok(adjustment) = adjusted(&data) else { continue };
        println!("{day}");
        check(&adjustment, &data, 1e-9);
    }
}

/// Everything that a page prints of a month: whole millions and per cents, and verdicts.
fn said(it: &AdjustedMonth) -> (Vec<i64>, Vec<&'static str>) {
    let whole = |it: f64| it.round() as i64;
    let change = it.change.as_ref();
    let estimates = [change.map(|it| it.left), it.three_months, it.after];
    let mut figures =
        vec![whole(it.adjusted), whole(it.days.percent()), whole(it.season.percent())];
    figures.extend(change.iter().flat_map(|it| [it.days, it.season].map(|it| whole(it.percent()))));
    figures.extend(change.and_then(|it| it.usual).map(|it| whole(it.percent())));
    figures.extend(estimates.iter().flatten().flat_map(numbers).map(whole));
    let mut verdicts: Vec<&str> =
        estimates.iter().flatten().map(|it| direction(it.direction())).collect();
    verdicts.extend([class(it), held(it)]);
    (figures, verdicts)
}

/// The program carries the season rounded, for every day: nothing comes out otherwise for that.
#[test]
fn rounding_the_season_changes_nothing_that_is_said() {
    let (mut adjusted_days, mut months) = (0, 0);
    for (day, data) in days() {
        let (rounded, exact) = (adjusted(&data), unrounded(&data));
        assert_eq!(rounded.as_ref().err(), exact.as_ref().err(), "{day}");
        let (Ok(rounded), Ok(exact)) = (rounded, exact) else { continue };
        adjusted_days += 1;
        for (rounded, exact) in rounded.months().zip(exact.months()) {
            months += 1;
            assert_eq!(said(&rounded), said(&exact), "{} on {day}", exact.month);
            assert_eq!(rounded.change.is_some(), exact.change.is_some());
        }
    }
    assert!(adjusted_days > 30 && months > 2000, "{adjusted_days} days, {months} months");
}
