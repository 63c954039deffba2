//! Where a fiscal year would end: the arithmetic against sums worked from the totals, month by month.

use it_exports::calendar::{FiscalYear, Month, Span};
use it_exports::catalogue::ViewId;
use it_exports::data::{Amount, Dataset, Observation, SectorId, SourceId, Status};
use it_exports::embedded;
use it_exports::facts;
use it_exports::query::VintageChoice;
use it_exports::reading;
use it_exports::state::State;

use crate::support::{EN, UR, date, exhibit_of, month, working_days};

/// Months from July 2019 on, US$ million.
fn record(months: &[i64]) -> Dataset {
    let observations = months.iter().enumerate().map(|(place, &millions)| {
        let at = month("2019-07").plus(place as i32);
        Observation {
            sector: SectorId::TOTAL,
            span: at.into(),
            amount: Amount::from_thousands(millions * 1000),
            status: Status::Final,
            published: it_exports::calendar::Date { month: at.plus(1), day: Some(20) },
            source: SourceId(0),
        }
    });
    let sectors = embedded::dataset().sectors.clone();
    Dataset::new(sectors, observations.collect(), working_days("2019-07", &[20; 100]))
}

#[test]
fn a_year_is_carried_on_by_the_usual_share() {
    // Four years: 40, 40, 50 and 60 per cent of each in its first half, of 1,200; then 600 in half a year.
    let halves = [(80, 120), (80, 120), (100, 100), (120, 80)];
    let mut months: Vec<i64> =
        halves.iter().flat_map(|&(first, second)| [[first; 6], [second; 6]].concat()).collect();
    months.extend([100; 6]);
    let it = facts::projection(&record(&months), VintageChoice::Latest).unwrap();
    // The mean of 40, 50 and 60 per cent is half.
    assert!((it.share - 0.5).abs() < 1e-12);
    assert_eq!(it.amount, Amount::from_thousands(1_200_000));
    // Tried on the second year (40 by 40: no error), the third (600 / 0.4 = 1,500 of 1,200: 25%) and the fourth
    // (720 / (0.4 + 0.4 + 0.5) * 3 = 1,661.5: 38.5%).
    assert_eq!(it.tried, 3);
    assert!((it.error - (720.0 * 3.0 / 1.3 / 1200.0 - 1.0)).abs() < 1e-12);
    let (low, high) = it.range();
    assert_eq!((low, high), (Amount::from_thousands(866_667), Amount::from_thousands(1_950_000)));
}

#[test]
fn it_is_refused_before_december_and_after_june_and_without_experience() {
    let year = [100; 12];
    let of = |months: usize| {
        let all: Vec<i64> = year.iter().copied().cycle().take(months).collect();
        facts::projection(&record(&all), VintageChoice::Latest)
    };
    for months in [48 + 1, 48 + 5, 60] {
        assert_eq!(of(months), None, "{months}");
    }
    assert!(of(48 + 6).is_some() && of(48 + 11).is_some());
    // Two years to try it on are no experience.
    assert_eq!(of(36 + 6), None);
}

/// The years of the record from December on, each with what was known later: worked with plain sums.
#[test]
fn every_year_of_the_record_as_it_would_have_been_told() {
    let data = embedded::dataset();
    let value = |it: Month| {
        let id = data.vintages(SectorId::TOTAL, it.into()).last().unwrap();
        data.observation(id).amount.thousands() as f64
    };
    let sum = |start: Month, months: i32| (0..months).map(|it| value(start.plus(it))).sum::<f64>();
    let july = |year: i32| FiscalYear::ending_in(year as i16).span().start();
    // With the figures of today, cut off after so many months of FY26.
    let cut = |months: i32| {
        let last = july(2026).plus(months - 1);
        let known = data.observations.iter().filter(|it| it.span.end() <= last).cloned();
        Dataset::new(data.sectors.clone(), known.collect(), data.working_days.clone())
    };
    for (months, error) in [(6, 8.0), (9, 4.0), (11, 1.0)] {
        let it = facts::projection(&cut(months), VintageChoice::Latest).unwrap();
        let share = |year: i32| sum(july(year), months) / sum(july(year), 12);
        let usual = (share(2023) + share(2024) + share(2025)) / 3.0;
        let amount = (sum(july(2026), months) / usual).round() as i64;
        assert_eq!(it.amount.thousands(), amount);
        assert_eq!(it.tried, 5);
        assert!((it.error * 100.0).round() <= error + 0.5, "{months}: {}", it.error);
        let span = Span::new(july(2026), july(2026).plus(months - 1)).unwrap();
        assert_eq!(it.so_far, span);
        let [en, ur] = [EN, UR].map(|format| reading::projection(&it, format));
        assert!(
            en.starts_with("If the rest of the year has its usual share, FY26 comes to about $4."),
            "{en}"
        );
        assert!(ur.contains("معمول کے مطابق"), "{ur}");
        for text in [&en, &ur] {
            let percent = format!("{:.1}", it.error * 100.0);
            assert!(text.contains(&percent), "{percent} not in {text}");
        }
        assert!(!en.contains("will"), "{en}");
    }
    // December 2025: half a per cent off, as the year turned out.
    let it = facts::projection(&cut(6), VintageChoice::Latest).unwrap();
    let off = it.amount.thousands() as f64 / sum(july(2026), 12) - 1.0;
    assert!(off.abs() < 0.006, "{off}");
}

#[test]
fn it_is_told_with_what_was_known_on_a_day() {
    let then = embedded::as_of(date("2026-02-20")).unwrap();
    let told = facts::projection(then, VintageChoice::Latest);
    // Without January or May 2025, which no page had by then, FY25 cannot be added up month by month.
    assert_eq!(told.map(|it| it.tried), Some(4));
    let state = State::new(then);
    let said = reading::projection(&told.unwrap(), EN);
    assert_eq!(exhibit_of(ViewId::Targets, then, &state, EN).beside, Some(said));
    assert_eq!(facts::projection(embedded::dataset(), VintageChoice::Latest), None);
}
