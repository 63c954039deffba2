//! The view in the address: what is written is read back, what is strange does no harm.

use it_exports::calendar::{Frequency, Month, Span};
use it_exports::catalogue::ViewId;
use it_exports::data::context::EventKind;
use it_exports::data::{SectorId, SectorSet};
use it_exports::measure::Measure;
use it_exports::query::{self, VintageChoice};
use it_exports::state::{
    Action, Countries, EventKinds, Numbers, PeerMeasure, Peers, QuickRange, Scale, State, Theme,
    Tristate, longest_range,
};
use proptest::prelude::*;
use proptest::sample::select;

use crate::support::record::dataset;

fn latest() -> Month {
    query::latest_month(dataset())
}

fn any_month(within: Span) -> impl Strategy<Value = Month> {
    select(within.months().collect::<Vec<_>>())
}

fn any_action() -> impl Strategy<Value = Action> {
    let data = dataset();
    let nodes: Vec<SectorId> = data.sectors.ids().collect();
    let longest = longest_range(data);
    let range = (any_month(longest), any_month(longest))
        .prop_filter_map("in order", |(from, to)| Span::new(from.min(to), from.max(to)));
    let measures = vec![
        Measure::Level,
        Measure::Mom,
        Measure::Yoy,
        Measure::Ytd,
        Measure::Sum12,
        Measure::Avg12,
        Measure::PerDay,
        Measure::Index,
    ];
    let numbers = vec![None, Some(Numbers::International), Some(Numbers::Pakistani)];
    let peers = (
        select(vec![PeerMeasure::Level, PeerMeasure::Index, PeerMeasure::PerHead]),
        prop::collection::vec(select(vec!["IND", "BGD", "PHL", "LKA", "NPL", "EGY"]), 0..9),
        prop::option::of(2005..2025),
    );
    let peers = peers.prop_map(|(measure, codes, base)| {
        let countries = codes.iter().fold(Countries::default(), |all, it| all.toggled(it));
        Peers { measure, countries, base }
    });
    let kinds = prop::collection::vec(select(EventKind::ALL.to_vec()), 0..6);
    let kinds =
        kinds.prop_map(|kinds| kinds.into_iter().fold(EventKinds::NONE, |all, it| all.toggled(it)));
    prop_oneof![
        any_month(data.monthly_record()).prop_map(Action::Month),
        range.prop_map(Action::Range),
        select(measures).prop_map(Action::Measure),
        select(Frequency::ALL.to_vec()).prop_map(Action::Frequency),
        select(nodes).prop_map(Action::Toggle),
        Just(Action::Sectors(SectorSet::EMPTY)),
        select(query::periods(data)).prop_map(Action::Period),
        select(ViewId::MENUS.to_vec()).prop_map(Action::Show),
        prop::option::of(any_month(data.monthly_record())).prop_map(Action::Beside),
        kinds.prop_map(Action::Events),
        select(vec![Scale::Common, Scale::Own]).prop_map(Action::Scale),
        peers.prop_map(Action::Peers),
        select(vec![VintageChoice::Latest, VintageChoice::First]).prop_map(Action::VintageChoice),
        select(numbers).prop_map(Action::Numbers),
        select(vec![Theme::Auto, Theme::Light, Theme::Dark]).prop_map(Action::Theme),
    ]
}

proptest! {
    #[test]
    fn every_view_survives_the_address(
        home in any_month(dataset().monthly_record()),
        actions in prop::collection::vec(any_action(), 0..12),
    ) {
        let data = dataset();
        let start = State::of(data, home);
        let state = actions.into_iter().fold(start, |state, action| state.update(data, action));
        let query = state.to_query(data, home);
        let (read, refused) = State::from_query(data, home, &query);
        prop_assert_eq!(refused, Vec::<&str>::new());
        prop_assert_eq!(read.to_query(data, home), query);
        prop_assert_eq!(read, state);
    }

    #[test]
    fn no_query_breaks_the_page(query in ".{0,60}") {
        let (state, _) = State::from_query(dataset(), latest(), &query);
        prop_assert!(state.measure.applies_to(state.frequency));
    }

    #[test]
    fn no_value_breaks_the_page(
        key in select(vec!["month", "from", "to", "measure", "freq", "sector", "period", "chart", "peers", "hide", "axis", "beside", "vintage"]),
        value in "[-0-9a-z.,%]{0,24}",
    ) {
        let (state, _) = State::from_query(dataset(), latest(), &format!("{key}={value}"));
        let query = state.to_query(dataset(), latest());
        prop_assert_eq!(State::from_query(dataset(), latest(), &query).0, state);
    }
}

#[track_caller]
fn check(query: &str, written: &str, refused: &[&str]) {
    let (state, found) = State::from_query(dataset(), latest(), query);
    assert_eq!(state.to_query(dataset(), latest()), written, "{query}");
    assert_eq!(found, refused, "{query}");
}

#[test]
fn the_plain_address_is_the_default_view() {
    check("", "", &[]);
    check("?", "", &[]);
    check("?month=2026-07&measure=level&freq=m&theme=auto", "", &[]);
    check("?chart=contrib", "", &[]);
    check("?chart=pairs", "chart=pairs", &[]);
}

#[test]
fn keys_of_others_are_ignored() {
    check("?utm_source=x&month=2023-10&fbclid=1", "month=2023-10", &[]);
    check("#month=2023-10", "month=2023-10", &[]);
}

#[test]
fn a_bad_value_falls_back_and_is_told() {
    check("?month=2031-01&measure=yoy", "measure=yoy", &["month"]);
    check("?sector=computer,weather", "", &["sector"]);
    check("?period=2024-11", "", &["period"]);
    check("?peers=IND,IND", "peers=IND", &["peers"]);
    check("?peers=ind", "", &["peers"]);
    check("?hide=policy,weather", "", &["hide"]);
    check("?chart=fy,weather", "chart=fy", &["chart"]);
    check("?from=2024-01&to=2023-01", "", &["from"]);
    check("?measure=ytd&freq=q", "measure=ytd", &["freq"]);
    check("?chart=<b>&vintage=next&num=roman", "", &["chart", "vintage", "num"]);
}

/// Exports in another unit are asked for as measures are, and leave the measure of the trend over time as it was.
#[test]
fn other_units_stand_beside_the_measure() {
    let shown = |query: &str| {
        let (state, refused) = State::from_query(dataset(), latest(), query);
        (state.trend, state.measure, refused)
    };
    assert_eq!(shown("measure=pkr"), (ViewId::Rupees, Measure::Level, Vec::new()));
    assert_eq!(shown("measure=real"), (ViewId::UsPrices, Measure::Level, Vec::new()));
    assert_eq!(shown("measure=yoy,real"), (ViewId::UsPrices, Measure::Yoy, Vec::new()));
    check("?measure=pkr", "measure=pkr", &[]);
    check("?measure=real,yoy", "measure=yoy,real", &[]);
    check("?chart=pkr", "", &["chart"]);
    check("?measure=fy", "", &["measure"]);
    check("?measure=pkr,yen", "measure=pkr", &["measure"]);
}

#[test]
fn sectors_are_written_as_the_fewest_nodes() {
    check("?sector=telecom.other,telecom.call_centres", "sector=telecom", &[]);
    check("?sector=computer,telecom,information", "", &[]);
    check("?sector=none", "sector=none", &[]);
    // A bundle is what it bundles.
    check(
        "?sector=computer.other_incl_hardware_repair",
        "sector=computer.other,computer.hardware_consultancy,computer.repair_maintenance",
        &[],
    );
}

#[test]
fn a_parent_has_three_states() {
    let data = dataset();
    let computer = data.sectors.by_code("computer").unwrap();
    let freelance = data.sectors.by_code("computer.freelance").unwrap();
    let all = State::new(data);
    assert_eq!(all.tristate(data, computer), Tristate::On);
    let some = all.update(data, Action::Toggle(freelance));
    assert_eq!(some.tristate(data, computer), Tristate::Mixed);
    assert_eq!(some.tristate(data, SectorId::TOTAL), Tristate::Mixed);
    // From mixed, everything goes on; from on, everything off.
    let full = some.update(data, Action::Toggle(computer));
    assert_eq!(full, all);
    let none = full.update(data, Action::Toggle(computer));
    assert_eq!(none.tristate(data, computer), Tristate::Off);
}

#[test]
fn a_measure_brings_a_frequency_to_which_it_applies() {
    let data = dataset();
    let yearly = State::new(data).update(data, Action::Frequency(Frequency::FiscalYear));
    let running = yearly.update(data, Action::Measure(Measure::Ytd));
    assert_eq!(running.frequency, Frequency::Monthly);
    let monthly = State::new(data).update(data, Action::Measure(Measure::Mom));
    let yearly = monthly.update(data, Action::Frequency(Frequency::CalendarYear));
    assert_eq!(yearly.measure, Measure::Level);
}

#[test]
fn quick_ranges_end_with_the_latest_month() {
    let data = dataset();
    let lengths = QuickRange::OFFERED.map(|it| it.span(data).len());
    assert_eq!(lengths, [12, 36, 85, 133]);
    for range in QuickRange::OFFERED {
        assert_eq!(range.span(data).end(), data.monthly_record().end());
    }
}

/// Which published periods there are is in `observations.csv`.
#[test]
fn the_period_taken_apart_follows_the_month_until_another_is_chosen() {
    let data = dataset();
    let month = |text: &str| -> Month { text.parse().unwrap() };
    for (shown, period) in [
        // Published by itself.
        ("2023-10", "2023-10"),
        // Told only together with the next.
        ("2023-11", "2023-11..2023-12"),
        // Within July to January only.
        ("2024-11", "2024-07..2025-01"),
        // After the last division of its year.
        ("2024-05", "2023-07..2024-04"),
        ("2026-07", "2025-07..2026-03"),
    ] {
        assert_eq!(State::of(data, month(shown)).period(data), period.parse().unwrap(), "{shown}");
    }
    let state = State::new(data).update(data, Action::Month(month("2023-10")));
    assert_eq!(state.period(data), "2023-10".parse().unwrap());
    let chosen = state.update(data, Action::Period("2021-09".parse().unwrap()));
    let later = chosen.update(data, Action::Month(month("2023-11")));
    assert_eq!(later.period(data), chosen.period(data));
    assert_eq!(later.to_query(data, later.month), "period=2021-09");
}
