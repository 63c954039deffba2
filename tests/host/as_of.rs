//! The record as it was known on a day: what a reader of that day could have read, and no more.

use it_exports::calendar::{Date, Frequency, Span};
use it_exports::data::{Dataset, ObservationId, SectorId};
use it_exports::embedded::dataset;
use it_exports::facts;
use it_exports::query::{self, VintageChoice};
use it_exports::state::{Action, State};

use crate::support::{date, month};

fn as_of(text: &str) -> Dataset {
    dataset().as_of(date(text)).unwrap()
}

/// The total of a month in millions, and how many prints of it there are.
fn total(data: &Dataset, of: &str) -> Option<(f64, usize)> {
    let ids: Vec<ObservationId> = data.vintages(SectorId::TOTAL, month(of).into()).collect();
    let last = data.observation(*ids.last()?);
    Some((last.amount.millions(), ids.len()))
}

#[test]
fn a_day_knows_what_was_published_by_then() {
    // June 2023 was printed on 18 July 2023 (236), 18 August 2023 (224), and in August 2024.
    assert_eq!(total(&as_of("2023-07-17"), "2023-06"), None);
    assert_eq!(total(&as_of("2023-07-18"), "2023-06"), Some((236.0, 1)));
    assert_eq!(total(&as_of("2023-08-17"), "2023-06"), Some((236.0, 1)));
    assert_eq!(total(&as_of("2023-08-18"), "2023-06"), Some((224.0, 2)));
    // Of the last only the month is known: it counts from its end.
    assert_eq!(total(&as_of("2024-08-30"), "2023-06"), Some((224.0, 2)));
    assert_eq!(total(&as_of("2024-08-31"), "2023-06"), Some((224.95, 3)));
    // October 2023: 20 November 2023.
    // With it came the first figure for September, too.
    assert_eq!(query::latest_month(&as_of("2023-11-19")), month("2023-08"));
    assert_eq!(query::latest_month(&as_of("2023-11-20")), month("2023-10"));
}

#[test]
fn before_the_first_month_there_is_no_page() {
    assert!(dataset().as_of(date("1999-01-01")).is_none());
}

#[test]
fn today_everything_is_known() {
    let last = dataset().observations.iter().map(|it| it.published).max().unwrap();
    let whole = dataset().as_of(Date { month: last.month.plus(1), day: Some(1) }).unwrap();
    assert_eq!(whole.divisions(), dataset().divisions());
    assert_eq!(whole.monthly_record(), dataset().monthly_record());
}

/// Every day on which anything was published: nothing later is used, the page has all its parts, and
/// the address leads back to it.
#[test]
fn nothing_published_later_is_used() {
    let mut days: Vec<Date> = dataset()
        .observations
        .iter()
        .map(|it| Date { month: it.published.month, day: it.published.day.or(Some(28)) })
        .collect();
    days.sort();
    days.dedup();
    let mut pages = 0;
    for day in days {
        let Some(data) = dataset().as_of(day) else { continue };
        pages += 1;
        let later = |id: &ObservationId| !data.observation(*id).published.has_come_by(day);
        for vintage in [VintageChoice::Latest, VintageChoice::First] {
            let series = query::series(&data, vintage, data.sectors.all(), Frequency::Monthly);
            for point in &series.points {
                assert!(!point.observations.iter().any(later), "{day} {}", point.span);
            }
        }
        assert!(!data.divisions().iter().any(|it| it.observations.iter().any(later)), "{day}");
        let state = State::new(&data);
        assert_eq!(state.as_of, Some(day));
        assert!(data.monthly_record().contains(state.month.into()));
        let headline = facts::headline(&data, state.vintage, state.month);
        assert!(headline.is_some(), "{day}: {}", state.month);
        facts::trend(&data, &state);
        facts::breakdown(&data, &state);
        let query = state.to_query(&data, state.month);
        assert_eq!(query, format!("vintage={day}"));
        assert_eq!(State::day_in(&query), Some(day));
        assert_eq!(State::from_query(&data, state.month, &query), (state, Vec::new()));
    }
    assert!(pages > 100, "{pages}");
}

#[test]
fn a_view_moves_to_what_is_known() {
    let (now, then) = (dataset(), as_of("2024-01-15"));
    let state = State::new(now).update(now, Action::Beside(Some(month("2025-03"))));
    let moved = state.update(now, Action::AsOf(Some(date("2024-01-15")))).moved(now, &then);
    assert_eq!(moved.month, query::latest_month(&then));
    assert_eq!(moved.range, then.monthly_record());
    assert_eq!(moved.beside, None);
    assert!(query::periods(&then).contains(&moved.period(&then)));
    let back = moved.update(&then, Action::AsOf(None)).moved(&then, now);
    assert_eq!(back.range, now.monthly_record());
    let narrow = Action::Range(Span::new(month("2023-01"), month("2026-01")).unwrap());
    let narrow = state.update(now, narrow).moved(now, &then);
    assert_eq!(narrow.range.start(), month("2023-01"));
    assert_eq!(narrow.range.end(), then.monthly_record().end());
}

#[test]
fn an_unknown_day_is_refused() {
    let home = query::latest_month(dataset());
    for query in ["vintage=2024-01-15", "vintage=1999-01-01", "vintage=2024-02-30", "vintage=x"] {
        assert_eq!(State::from_query(dataset(), home, query).1, ["vintage"], "{query}");
    }
}

#[test]
fn a_page_of_a_month_that_was_not_published_yet_shows_the_last_that_was() {
    let then = as_of("2024-01-15");
    let home = month("2026-01");
    let (state, refused) = State::from_query(&then, home, "vintage=2024-01-15");
    assert_eq!((state.month, refused), (query::latest_month(&then), vec!["month"]));
    facts::headline(&then, state.vintage, state.month).unwrap();
    let (state, refused) = State::from_query(&then, home, "vintage=2024-01-15&month=2023-06");
    assert_eq!((state.month, refused), (month("2023-06"), Vec::new()));
}
