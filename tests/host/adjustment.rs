//! The total with working days and season taken out. Every figure and verdict is computed here once more, in another
//! way: by the sums of the method as they stand in docs/adjustment.md, with nothing of the program but the record.

use std::fs;
use std::path::Path;

use it_exports::adjustment::{
    self, AdjustedMonth, Adjustment, Class, Direction, Estimate, Held, Log, Refusal, Run,
};
use it_exports::calendar::{Date, Month};
use it_exports::data::{
    Amount, Dataset, Observation, SectorId, SourceId, Status, Weekdays, WorkingDays, package,
};
use it_exports::embedded;
use it_exports::query::VintageChoice;
use it_exports::site::{adjusted as file, versions};
use it_exports::stl;
use proptest::prelude::*;
use serde_json::Value;

use crate::golden::TOTALS;
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

/// The figures on which the method was tried out: those that were known on 31 August 2026, some of them rounded.
fn studied() -> Dataset {
    let millions = TOTALS.map(|it| it as f64 / 1000.0);
    let days = (0..).map(|it| month("2019-07").plus(it));
    let days = days.map_while(|it| embedded::dataset().working_days.weekdays(it));
    made_up(&millions, &days.collect::<Vec<_>>())
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

/// Were it rounded to ten-thousandths, something would.
#[test]
fn coarser_rounding_would_be_noticed() {
    let exact = unrounded(dataset()).unwrap();
    let coarse = exact.season().map(|it| (it.0 * 1e4).round() / 1e4);
    let coarse = Adjustment::new(Run::of(dataset()).unwrap(), coarse);
    assert!(exact.months().zip(coarse.months()).any(|(one, other)| said(&one) != said(&other)));
}

/// A month's row of the reference: the same method in another language, by another STL.
fn check_reference(it: &AdjustedMonth, row: &Value) {
    let what = it.month.to_string();
    let number = |key: &str| row[key].as_f64();
    let three = |keys: [&str; 3]| {
        let [change, low, high] = keys.map(number);
        Some([change?, low?, high?])
    };
    assert_eq!(row["month"], what);
    for (ours, theirs) in [
        (it.published.millions(), "raw"),
        (it.effective_days, "effective_days"),
        (it.days.0, "log_calendar"),
        (it.season.0, "log_seasonal"),
        (it.adjusted, "sa"),
        (it.adjusted * (1.0 + it.season.percent() / 100.0), "wda"),
    ] {
        close(ours, number(theirs).unwrap(), 1e-9, &format!("{what} {theirs}"));
    }
    let change = it.change.as_ref();
    let published = change.map(|it| [it.published.percent(); 3]);
    close_all(published, number("raw_mom").map(|it| [it; 3]), 1e-9, &what);
    let estimates = [
        (change.map(|it| it.left), ["sa_mom", "sa_mom_lo", "sa_mom_hi"], "direction"),
        (it.three_months, ["sa_3m3m", "sa_3m3m_lo", "sa_3m3m_hi"], "direction_3m3m"),
        (it.after, ["after_3m", "after_3m_lo", "after_3m_hi"], "direction_after"),
    ];
    for (ours, theirs, pointing) in estimates {
        close_all(ours.as_ref().map(numbers), three(theirs), 1e-9, &format!("{what} {pointing}"));
        // The reference gives a month's direction only where it gives a class.
        if let Some(theirs) = row[pointing].as_str() {
            assert_eq!(direction(ours.unwrap().direction()), theirs, "{what} {pointing}");
        }
    }
    let usual = change.and_then(|it| it.usual).map(|it| [it.0; 3]);
    close_all(usual, number("threshold_log").map(|it| [it; 3]), 1e-9, &what);
    assert_eq!(class(it), row["cls"].as_str().unwrap_or(""), "{what}");
}

#[test]
fn the_reference_comes_to_the_same() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/adjusted/fixture.json");
    let Ok(text) = fs::read_to_string(&path) else {
        println!("no reference beside the checkout: nothing to compare with");
        return;
    };
    let fixture: Value = serde_json::from_str(&text).unwrap();
    let list = |key: &str| -> Vec<f64> {
        fixture[key].as_array().unwrap().iter().map(|it| it.as_f64().unwrap()).collect()
    };
    let (raw, holidays) = (list("raw"), list("public_holidays_on_weekdays"));
    let days = list("weekdays").into_iter().zip(holidays);
    let days = days.map(|(all, holidays)| Weekdays { all: all as u8, holidays: holidays as u8 });
    let days: Vec<Weekdays> = days.collect();
    let season = |adjustment: &Adjustment, theirs: &Value| {
        for (at, ours) in (1..).zip(adjustment.season()) {
            let theirs = theirs[format!("{at:02}")].as_f64().unwrap();
            close(ours.0, theirs, 1e-9, &format!("month {at}"));
        }
    };

    let whole = made_up(&raw, &days);
    let adjustment = unrounded(&whole).unwrap();
    close(adjustment.deviation().0, fixture["sigma_all"].as_f64().unwrap(), 1e-9, "sigma");
    season(&adjustment, &fixture["seasonal_log_by_calendar_month"]);
    let table = fixture["table"].as_array().unwrap();
    assert_eq!(table.len(), adjustment.months().count());
    for (it, row) in adjustment.months().zip(table) {
        check_reference(&it, row);
    }
    let trend = stl::decompose(&Run::of(&whole).unwrap().logs()).trend;
    for (ours, theirs) in trend.iter().zip(list("log_trend")) {
        close(*ours, theirs, 1e-9, "trend");
    }

    let truncated = fixture["truncated"].as_object().unwrap();
    assert_eq!(truncated.len(), 5);
    for (last, theirs) in truncated {
        let n = theirs["n"].as_u64().unwrap() as usize;
        let adjustment = unrounded(&made_up(&raw[..n], &days)).unwrap();
        close(adjustment.deviation().0, theirs["sigma_all"].as_f64().unwrap(), 1e-9, last);
        season(&adjustment, &theirs["log_seasonal_by_calendar_month"]);
        check_reference(&adjustment.months().last().unwrap(), &theirs["last"]);
    }
    // The record has some months to the thousandth that the reference has rounded.
    for (place, &raw) in (0..).zip(&raw) {
        close(raw, printed(dataset(), month("2019-07").plus(place)), 0.2, "the record");
    }
}

/// As the study has them, to one decimal.
#[test]
fn what_the_study_found_is_found() {
    let data = studied();
    let adjustment = adjusted(&data).unwrap();
    let season = adjustment.season().map(|it| format!("{:+.1}", it.percent()));
    assert_eq!(
        season,
        [
            "-8.3", "-2.5", "+6.5", "+0.3", "+1.5", "+3.4", "-2.2", "-3.3", "-3.9", "-2.2", "+0.8",
            "+11.4"
        ]
    );
    let text = |[change, low, high]: [f64; 3]| format!("{change:.1} ({low:.1}..{high:.1})");
    let of = |at: &str| {
        let it = adjustment.month(month(at)).unwrap();
        let change = it.change.unwrap();
        let [published, days, season] =
            [change.published, change.days, change.season].map(Log::percent);
        let split = format!("{published:.1} = {days:.1}, {season:.1}");
        let left = text(numbers(&change.left));
        let three = text(numbers(&it.three_months.unwrap()));
        let after = it.after.as_ref().map(|it| text(numbers(it))).unwrap_or_default();
        let (level, class) = (format!("{:.0}", it.adjusted), class(&it));
        let direction = direction(change.left.direction());
        [split, left, level, three, after, [class, direction, held(&it)].join(", ")]
    };
    let within = "within the usual wobble";
    assert_eq!(
        of("2023-10"),
        [
            "15.5 = 5.4, 1.8",
            "7.7 (2.6..13.0)",
            "237",
            "2.9 (-0.6..6.6)",
            "13.8 (9.9..17.9)",
            &format!("{within}, up, held")
        ]
    );
    assert_eq!(
        of("2025-12"),
        [
            "22.8 = 9.2, 10.5",
            "1.7 (-3.4..7.0)",
            "375",
            "4.4 (0.8..8.1)",
            "5.2 (1.6..9.0)",
            &format!("{within}, open, ")
        ]
    );
    assert_eq!(
        of("2026-07"),
        [
            "0.2 = 7.1, -5.4",
            "-1.0 (-5.8..4.0)",
            "401",
            "0.6 (-2.8..4.2)",
            "",
            &format!("{within}, open, ")
        ]
    );
    let october = adjustment.month(month("2023-10")).unwrap().change.unwrap();
    assert_eq!(format!("{:.0}", october.usual.unwrap().percent()), "10");
    let clear = adjustment.months().filter_map(|it| {
        let change = it.change?;
        let class = change.class().filter(|it| *it != Class::WithinUsualWobble)?;
        Some(format!("{} {class:?} {:.0}", it.month, change.left.change.percent()))
    });
    assert_eq!(
        clear.collect::<Vec<_>>(),
        [
            "2022-05 ClearFall -25",
            "2022-06 ClearRise 18",
            "2024-07 ClearFall -11",
            "2026-01 ClearRise 6"
        ]
    );
    let classes = adjustment.months().filter(|it| !class(it).is_empty());
    assert_eq!(classes.count(), 60);
    assert_eq!(adjustment::trend(&data).count(), 82);
    let (last, trend) = adjustment::trend(&data).last().unwrap();
    assert_eq!(last, month("2026-04"));
    assert!((380.0..410.0).contains(&trend), "{trend}");
}

/// 47 months of 100 million and one of 110, all with the same days, and no season: worked out by hand.
#[test]
fn one_rise_after_years_of_nothing() {
    let mut millions = [100.0; 48];
    millions[47] = 110.0;
    let run = Run::of(&made_up(&millions, &[USUAL; 48])).unwrap();
    let adjustment = Adjustment::new(run, [0.0; 12]);
    // ln 1.1 = 0.09531. Mean of 47 changes 0.0020279; squares 0.0090840 - 47 × 0.0020279² = 0.0088907; by 35.
    close(adjustment.deviation().0, 0.015938, 1e-6, "deviation");
    let it = adjustment.months().last().unwrap();
    assert_eq!(it.month, month("2023-06"));
    // 22 weekdays, half of one lost; three quarters of ln(21.5 / 21.2) = 0.014052.
    close(it.effective_days, 21.5, 0.0, "days");
    close(it.days.0, 0.010539, 1e-6, "effect of days");
    close(it.adjusted, 110.0 * (-0.010539_f64).exp(), 1e-3, "adjusted");
    let change = it.change.unwrap();
    assert_eq!((change.days.0, change.season.0), (0.0, 0.0));
    // 0.09531 either way 1.5 × 0.015938 × √(12 / 48) = 0.011953.
    let left = numbers(&change.left);
    close(left[0], 10.0, 1e-9, "change");
    close(left[1], 8.693, 1e-3, "low");
    close(left[2], 11.323, 1e-3, "high");
    // Nothing ever moved: anything is clear.
    assert_eq!((change.usual, class(&it)), (Some(Log(0.0)), "clear rise"));
    // (100 + 100 + 110) / 300.
    let three = numbers(&it.three_months.unwrap());
    close(three[0], 100.0 * (310.0 / 300.0 - 1.0), 1e-9, "three months");
    // ln(31 / 30) = 0.03279 less 0.75 × 0.011953.
    close(three[1], 2.411, 1e-3, "low of three months");
    assert!(it.after.is_none() && it.held().is_none());
    let before = adjustment.months().nth(45).unwrap();
    close(before.after.unwrap().change.percent(), 100.0 * (310.0 / 300.0 - 1.0), 1e-9, "after");
    assert_eq!((direction(before.change.unwrap().left.direction()), held(&before)), ("open", ""));
}

/// Growth along a line, a pattern of the year and the effect of days, put together and taken apart.
#[test]
fn what_was_put_together_is_taken_apart() {
    let mut pattern: Vec<f64> = (0..12).map(|it| f64::from(it * 7 % 12 - 5) / 50.0).collect();
    let middle = pattern.iter().sum::<f64>() / 12.0;
    pattern.iter_mut().for_each(|it| *it -= middle);
    for n in [48, 61, 90] {
        let logs: Vec<f64> = (0..n).map(|t| 4.0 + 0.01 * t as f64 + pattern[t % 12]).collect();
        let found = stl::decompose(&logs);
        for (place, expected) in pattern.iter().enumerate() {
            close(found.pattern[place], *expected, 1e-9, "pattern");
        }
        for (t, it) in found.trend.iter().enumerate() {
            close(*it, 4.0 + 0.01 * t as f64, 1e-9, "trend");
        }
    }
}

/// The constants were measured on one record: another has to ask.
#[test]
fn a_record_is_adjusted_where_its_package_asks() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let asks = |folder: &str| {
        package::describe(&root.join(folder)).unwrap_or_else(|_| panic!("{folder}")).adjusted
    };
    assert!(asks("static/data") && !asks("examples/cloth"));
    assert!(!embedded::dataset().seasons.days.is_empty());
}

#[test]
fn what_cannot_be_adjusted_is_refused() {
    let rising: Vec<f64> = (0..60).map(|it| 100.0 + f64::from(it)).collect();
    let days = [USUAL; 60];
    assert!(adjusted(&made_up(&rising, &days)).is_ok());
    assert!(adjusted(&made_up(&rising[..48], &days)).unwrap().is_short());
    let refused = |millions: &[f64], days: &[Weekdays]| {
        let data = made_up(millions, days);
        assert!(adjusted(&data).is_err());
        Run::of(&data).unwrap_err()
    };
    assert_eq!(refused(&rising[..47], &days), Refusal::TooFew(47));
    let mut nothing = rising.clone();
    nothing[30] = 0.0;
    assert_eq!(refused(&nothing, &days), Refusal::NotPositive(month("2022-01")));
    assert_eq!(refused(&rising, &days[..59]), Refusal::NoWorkingDays(month("2024-06")));

    let data = dataset();
    assert_eq!(adjustment::adjustment(data, VintageChoice::First), Err(Refusal::FirstPrints));
    let by_hand =
        Dataset::new(data.sectors.clone(), data.observations.clone(), data.working_days.clone());
    assert_eq!(adjusted(&by_hand), Err(Refusal::NotAsked));
}

/// Views of past days: nothing before there were 48 months, nothing while a month was missing, and what was known then.
#[test]
fn a_past_day_has_its_own_answer() {
    let on = |day: &str| adjusted(&dataset().as_of(date(day)).unwrap());
    assert_eq!(on("2023-07-17"), Err(Refusal::TooFew(46)));
    let first = on("2023-07-18").unwrap();
    assert_eq!(first.span(), span("2019-07..2023-06"));
    assert!(first.is_short());
    // Printed as 236 then, 224.95 now.
    assert_eq!(first.month(month("2023-06")).unwrap().published.millions(), 236.0);
    assert_eq!(first.month(month("2023-07")), None);
    let then = dataset().as_of(date("2026-08-17")).unwrap();
    assert_eq!(adjustment::trend(&then).count(), 0);
    let october = on("2023-11-20").unwrap().month(month("2023-10")).unwrap();
    let left = october.change.unwrap().left;
    assert_eq!((direction(left.direction()), held(&october)), ("open", ""));
    assert_eq!(numbers(&left).map(|it| it.round()), [7.0, -1.0, 16.0]);
    // Nothing came between: the same answer.
    assert_eq!(on("2023-11-20"), on("2023-12-25"));
    // January 2025 was published a year late.
    assert_eq!(on("2025-04-18"), Err(Refusal::Missing(month("2025-01"))));
    assert!(on("2026-06-22").unwrap().is_short());
    assert!(!on("2026-08-07").unwrap().is_short());
    assert!(!adjusted(dataset()).unwrap().is_short());
    let late = embedded::dataset().as_of(date("2099-12-31")).unwrap();
    assert_eq!(adjusted(&late), adjusted(embedded::dataset()));
}

const COLUMNS: &str = "month,published,effective_days,days_effect_pct,season_effect_pct,adjusted,change_pct,low_pct,\
                       high_pct,direction,class,three_month_change_pct,three_month_low_pct,three_month_high_pct,\
                       after_change_pct,after_direction";

#[test]
fn the_file_has_a_row_a_month() {
    let text = file::csv(&studied()).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], COLUMNS);
    assert_eq!(lines.len(), 1 + 85);
    assert!(text.ends_with('\n') && !text.contains("-0.0"));
    assert_eq!(lines[1], "2019-07,114.96,23.0,6.3,-2.2,110.5,,,,,,,,,,");
    let row = |month: &str| *lines.iter().find(|it| it.starts_with(month)).unwrap();
    assert_eq!(
        row("2023-10"),
        "2023-10,238,22.0,2.8,-2.2,236.8,7.7,2.6,13.0,up,within the usual wobble,2.9,-0.6,6.6,13.8,up"
    );
    assert_eq!(
        row("2026-07"),
        "2026-07,417,23.0,6.3,-2.2,400.9,-1.0,-5.8,4.0,open,within the usual wobble,0.6,-2.8,4.2,,"
    );
    assert!(file::files(dataset()).any(|it| it == "adjusted.csv"));
}

/// Published with the package of today, and with that of each day on which there was an answer.
#[test]
fn every_package_has_the_file_of_its_day() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/data");
    let whole = versions::Whole::read(&folder).unwrap();
    let data = embedded::dataset();
    let of = |files: &[(&str, String)], name: &str| {
        files.iter().find(|it| it.0 == name).map(|it| it.1.clone())
    };
    let columns = |files: &[(&str, String)]| -> Option<Vec<String>> {
        let description: Value = serde_json::from_str(&of(files, "datapackage.json")?).unwrap();
        let resources = description["resources"].as_array().unwrap();
        let resource = resources.iter().find(|it| it["path"] == "adjusted.csv")?;
        let said = resource["description"].as_str().unwrap();
        let label = "adjusted for working days and season by this page; not published by the State Bank of Pakistan";
        assert!(said.contains(label), "{said}");
        let fields = resource["schema"]["fields"].as_array().unwrap();
        Some(fields.iter().map(|it| it["name"].as_str().unwrap().to_owned()).collect())
    };
    let mut with = 0;
    for (day, known) in days() {
        let files = whole.version(data, day);
        let (text, listed) = (of(&files, "adjusted.csv"), columns(&files));
        assert_eq!(text, file::csv(&known), "{day}");
        assert_eq!(text.is_some(), listed.is_some(), "{day}");
        let Some((text, listed)) = text.zip(listed) else { continue };
        with += 1;
        assert_eq!(listed.join(","), text.lines().next().unwrap());
        let months = adjusted(&known).unwrap().span();
        assert_eq!(text.lines().count(), 1 + months.len(), "{day}");
        assert!(text.lines().last().unwrap().starts_with(&months.end().to_string()), "{day}");
    }
    assert!(with > 30, "{with}");
    let files = whole.computed(data);
    assert_eq!(of(&files, "adjusted.csv"), file::csv(data));
    assert_eq!(columns(&files).unwrap().join(","), COLUMNS);
}

/// Months of exports between 1 and 9,999 million, with any days.
fn any_months() -> impl Strategy<Value = (Vec<f64>, Vec<Weekdays>)> {
    let month = (1_000_i32..9_999_000, 20_u8..=23, 0_u8..8);
    proptest::collection::vec(month, 48..100).prop_map(|months| {
        let millions = months.iter().map(|it| f64::from(it.0) / 1000.0).collect();
        let days = months.iter().map(|it| Weekdays { all: it.1, holidays: it.2 }).collect();
        (millions, days)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn parts_add_up_and_verdicts_follow_from_ranges((millions, days) in any_months()) {
        let data = made_up(&millions, &days);
        let adjustment = unrounded(&data).unwrap();
        check(&adjustment, &data, 1e-6);
        prop_assert!(adjustment.season().iter().map(|it| it.0).sum::<f64>().abs() < 1e-9);
        for it in adjustment.months() {
            let factors = (1.0 + it.days.percent() / 100.0) * (1.0 + it.season.percent() / 100.0);
            close(it.adjusted * factors, it.published.millions(), 1e-6, "all of it");
            let Some(change) = it.change else { continue };
            let parts = change.days + change.season + change.left.change;
            close(parts.0, change.published.0, 1e-9, "the change");
            prop_assert!(change.left.low() <= change.left.change);
            match change.class() {
                Some(Class::ClearRise) => prop_assert!(change.left.low().0 > 0.0),
                Some(Class::ClearFall) => prop_assert!(change.left.high().0 < 0.0),
                Some(Class::WithinUsualWobble) | None => {}
            }
        }
    }

    #[test]
    fn a_constant_series_does_not_change(millions in 1_u32..5_000, n in 48_usize..100) {
        let adjustment = unrounded(&made_up(&vec![f64::from(millions); n], &vec![USUAL; n])).unwrap();
        for it in adjustment.months().filter(|it| it.change.is_some()) {
            close(it.change.unwrap().left.change.0, 0.0, 1e-9, "no change");
            prop_assert!(it.season.0.abs() < 1e-9);
        }
    }

    /// In another unit the changes are the same.
    #[test]
    fn changes_have_no_unit((millions, days) in any_months()) {
        let tenfold: Vec<f64> = millions.iter().map(|it| it * 10.0).collect();
        let [one, other] = [&millions, &tenfold].map(|it| unrounded(&made_up(it, &days)).unwrap());
        for (one, other) in one.months().zip(other.months()) {
            close(one.adjusted * 10.0, other.adjusted, 1e-6, "adjusted");
            close_all(
                one.change.map(|it| numbers(&it.left)),
                other.change.map(|it| numbers(&it.left)),
                1e-6,
                "change",
            );
        }
    }
}
