//! Facts against figures worked by hand, and against the rules they must always keep.

use it_exports::calendar::{Frequency, Month};
use it_exports::data::{
    Amount, Bilingual, Dataset, Observation, Sector, SectorId, SectorSet, Sectors, SourceId, Status,
};
use it_exports::embedded::sources;
use it_exports::facts::{
    self, Availability, Basis, Breakdown, Direction, Headline, Rank, RankThroughTime, Row, Trend,
};
use it_exports::measure::{self, Measure, Value};
use it_exports::query::{self, Heading, VintageChoice};
use it_exports::state::State;
use proptest::prelude::*;

use crate::support::{leaves, month, record::dataset, sector, span, working_days};

fn thousands(amount: i64) -> Amount {
    Amount::from_thousands(amount)
}

fn headline(text: &str) -> Headline {
    facts::headline(dataset(), VintageChoice::Latest, month(text)).unwrap()
}

/// To the one decimal that readers see.
fn tenths(percent: f64) -> f64 {
    (percent * 10.0).round() / 10.0
}

fn hundredths(points: f64) -> f64 {
    (points * 100.0).round() / 100.0
}

// The headline

#[test]
fn october_2023_rose_15_percent_only_on_the_month() {
    let it = headline("2023-10");
    assert_eq!(it.amount, thousands(238_000));
    // 238 / 206 = 1.1553; 238 / 220.98 = 1.0770
    let (on_month, on_year) = (it.on_month.unwrap(), it.on_year.unwrap());
    assert_eq!((on_month.base, on_month.base_amount), (span("2023-09"), thousands(206_000)));
    assert_eq!((on_year.base, on_year.base_amount), (span("2022-10"), thousands(220_980)));
    assert_eq!(tenths(on_month.percent()), 15.5);
    assert_eq!(tenths(on_year.percent()), 7.7);
    // 238 / 22 days = 10.818 a day; 206 / 20 = 10.3; 220.98 / 21 = 10.523
    let (on_month, on_year) = (it.per_day_on_month.unwrap(), it.per_day_on_year.unwrap());
    assert_eq!((on_month.days, on_month.base_days, on_year.base_days), (22, 20, 21));
    assert_eq!(tenths(on_month.percent()), 5.0);
    assert_eq!(tenths(on_year.percent()), 2.8);
    // July to October: 214 + 235 + 206 + 238 = 893; a year before 199.05 + 228 + 206 +
    // 220.98 = 854.03; 893 / 854.03 = 1.0456
    let year = it.year_to_date.unwrap();
    assert_eq!((year.span, year.amount), (span("2023-07..2023-10"), thousands(893_000)));
    assert_eq!(year.change.unwrap().base_amount, thousands(854_030));
    assert_eq!(tenths(year.change.unwrap().percent()), 4.6);
}

#[test]
fn june_2023_has_three_vintages() {
    let it = headline("2023-06");
    let amounts: Vec<Amount> =
        it.vintages.iter().map(|&id| dataset().observation(id).amount).collect();
    assert_eq!(amounts, [thousands(236_000), thousands(224_000), thousands(224_950)]);
    assert_eq!((it.amount, it.status), (thousands(224_950), Status::Revised));
    let first = it.first_print.unwrap();
    assert_eq!(
        (first.amount, first.published.to_string()),
        (thousands(236_000), "2023-07-18".into())
    );

    let as_first_published =
        facts::headline(dataset(), VintageChoice::First, month("2023-06")).unwrap();
    assert_eq!(as_first_published.amount, thousands(236_000));
    assert_eq!(as_first_published.last_print.unwrap().amount, thousands(224_950));

    let places: Vec<(usize, usize)> = it
        .vintages
        .iter()
        .map(|&id| facts::provenance(dataset(), id))
        .map(|it| (it.place, it.of))
        .collect();
    assert_eq!(places, [(1, 3), (2, 3), (3, 3)]);
    let source = facts::provenance(dataset(), it.observation).observation.source;
    let source = sources().get(source).unwrap();
    assert!(source.url.starts_with("https://"));
}

#[test]
fn a_figure_that_never_changed_has_no_other_print() {
    let it = headline("2025-12");
    assert_eq!((it.first_print, it.last_print), (None, None));
}

#[test]
fn december_2025_is_the_largest_month_and_the_largest_december() {
    let it = headline("2025-12");
    assert_eq!(it.amount, thousands(437_000));
    // July 2019 to December 2025 is 78 months with seven Decembers.
    let first = |of| Rank { place: 1, of, tied: false };
    let first_of = |of, of_today| RankThroughTime { then: first(of), today: first(of_today) };
    assert_eq!(it.rank, first_of(78, 85));
    assert_eq!(it.rank_of_name, first_of(7, 7));
    assert!(!it.is_latest_month);
}

#[test]
fn july_2026_is_the_highest_july_and_third_of_all_months() {
    let it = headline("2026-07");
    // Above 417: December 2025 (437) and April 2026 (422.26).
    assert_eq!((it.rank.then.place, it.rank.then.of), (3, 85));
    assert_eq!((it.rank_of_name.then.place, it.rank_of_name.then.of), (1, 8));
    assert!(it.is_latest_month);
    assert_eq!(it.status, Status::Provisional);
}

#[test]
fn may_2022_was_the_lowest_since_february_2021() {
    // 183; before it 186 and more back to March 2021, then 179 in February 2021.
    assert_eq!(headline("2022-05").lowest_since, Some(month("2021-02")));
    assert_eq!(headline("2019-07").lowest_since, None);
}

#[test]
fn the_fiscal_year_to_date_is_one_month_in_july_and_twelve_in_june() {
    let july = headline("2026-07").year_to_date.unwrap();
    assert_eq!((july.span, july.amount), (span("2026-07"), thousands(417_000)));
    assert_eq!(july.change.unwrap().base, span("2025-07"));
    // FY26: 354 + 337 + 366 + 386 + 356 + 437 + 373.528 + 363.81 + 413.623 + 422.26 +
    // 373.27 + 416 = 4,598.491
    let june = headline("2026-06").year_to_date.unwrap();
    assert_eq!((june.span, june.span.len()), (span("2025-07..2026-06"), 12));
    assert_eq!(june.amount, thousands(4_598_491));
    assert_eq!(june.status, Status::Provisional);
    // FY20 is compared with FY19 as published, whose months are not all known.
    let fy20 = headline("2020-06").year_to_date.unwrap();
    assert_eq!(fy20.change.unwrap().base_amount, thousands(1_191_864));
}

#[test]
fn the_months_of_a_fiscal_year_add_up_to_its_published_total() {
    let data = dataset();
    let series = query::series(data, VintageChoice::Latest, data.sectors.all(), Frequency::Monthly);
    // Sum of the latest months less the total published last, US$ thousand.
    let cases = [
        (2020, 1_440_130, 1_439_970), // +0.01%
        (2021, 2_110_110, 2_108_000), // +0.10%
        (2022, 2_617_973, 2_619_100), // -0.04%
        (2023, 2_596_031, 2_596_000), // +0.00%
        (2024, 3_222_040, 3_223_000), // -0.03%
        (2025, 3_814_155, 3_814_000), // +0.00%
        (2026, 4_598_491, 4_600_000), // -0.03%
    ];
    for (year, sum, total) in cases {
        let year = Month::new(year, 6).unwrap().fiscal_year().span();
        assert_eq!(series.sum(year).unwrap().amount, thousands(sum));
        let id = data.vintages(SectorId::TOTAL, year).next_back().unwrap();
        assert_eq!(data.observation(id).amount, thousands(total));
        let percent = thousands(sum).change_on(thousands(total)).unwrap() * 100.0;
        assert!(tenths(percent).abs() <= 0.1, "{year}: {percent}");
    }
}

#[test]
fn the_largest_contributor_is_named_only_where_the_month_is_divided_in_both_years() {
    // March 2026 beside March 2025 in one edition: freelance 113.0 against 78.5 of 344.9.
    let it = headline("2026-03").largest.unwrap();
    assert_eq!(it.heading, Heading::Sector(sector("computer.freelance")));
    assert_eq!(hundredths(it.points), 10.0);
    // No division of April 2025, none of July 2026.
    assert_eq!(headline("2026-04").largest, None);
    assert_eq!(headline("2026-07").largest, None);
}

#[test]
fn a_branch_without_detail_is_set_against_branches() {
    // August 2021 against August 2020: telecommunications, published only as a whole, rose
    // more than any one computer heading, but less than computer services together.
    let it = headline("2021-08").largest.unwrap();
    assert_eq!(it.heading, Heading::Sector(sector("computer")));
}

// The ten measures

/// The value of a measure of all exports at one month.
fn value(measure: Measure, at: &str, base: Option<&str>) -> Value {
    let data = dataset();
    let series = query::series(data, VintageChoice::Latest, data.sectors.all(), Frequency::Monthly);
    let values = measure::values(data, &series, measure, base.map(span));
    values.into_iter().find(|it| it.span == span(at)).unwrap()
}

#[test]
fn each_measure_of_the_total_in_october_2023() {
    let cases = [
        // x_t
        (Measure::Level, 238.0),
        // 238 / 206 - 1
        (Measure::Mom, 15.533_98),
        // 238 / 220.98 - 1
        (Measure::Yoy, 7.702_06),
        // 214 + 235 + 206 + 238
        (Measure::Ytd, 893.0),
        // 233.011 + 247.04 + 190 + 195 + 225 + 191 + 236 + 224.95 + 893
        (Measure::Sum12, 2_635.001),
        // 2,635.001 / 12
        (Measure::Avg12, 219.583_4),
        // 238 / 22
        (Measure::PerDay, 10.818_18),
        // 238 / 114.96 * 100
        (Measure::Index, 207.028_5),
    ];
    for (measure, by_hand) in cases {
        let value = value(measure, "2023-10", Some("2019-07")).value;
        assert!((value - by_hand).abs() < 1e-4, "{measure:?}: {value} is not {by_hand}");
    }
}

#[test]
fn share_and_contribution_of_freelance_in_july_to_march_fy26() {
    let it = breakdown("2025-07..2026-03", dataset().sectors.all());
    let row = row(&it, "computer.freelance");
    // 856.369 / 3,387.916 = 25.28%; (856.369 - 567.518) / 2,833.527 = 10.19 points
    assert_eq!(tenths(row.share_of_total.unwrap() * 100.0), 25.3);
    assert_eq!(hundredths(row.contribution.unwrap()), 10.19);
}

#[test]
fn no_change_is_computed_across_a_break() {
    let data = dataset();
    // Other computer services held freelance work until June 2024.
    let other = leaves(&["computer.other"]);
    let start = data.sectors.series_break(other).month().unwrap();
    assert_eq!(start, month("2024-07"));
    let series = query::series(data, VintageChoice::Latest, other, Frequency::Monthly);
    for measure in [Measure::Mom, Measure::Yoy, Measure::Sum12] {
        for it in measure::values(data, &series, measure, None) {
            let from = match measure {
                Measure::Sum12 => measure::twelve_months(it.span),
                _ => it.base.unwrap(),
            };
            assert!(from.start() >= start || it.span.end() < start, "{measure:?} {}", it.span);
        }
    }
}

// The breakdown

fn breakdown(period: &str, sectors: SectorSet) -> Breakdown {
    let state = State { period: Some(span(period)), sectors, ..State::new(dataset()) };
    facts::breakdown(dataset(), &state)
}

fn row<'a>(facts: &'a Breakdown, code: &str) -> &'a Row {
    facts.rows.iter().find(|it| it.heading == Heading::Sector(sector(code))).unwrap()
}

#[test]
fn july_to_march_fy26_grew_by_what_its_sub_sectors_brought() {
    let it = breakdown("2025-07..2026-03", dataset().sectors.all());
    assert_eq!(it.availability, Availability::Compared);
    let whole = it.whole.as_ref().unwrap();
    let change = whole.change.unwrap();
    // 3,387.916 / 2,833.527 = 1.19565
    assert_eq!((whole.amount, change.base_amount), (thousands(3_387_916), thousands(2_833_527)));
    assert_eq!(hundredths(change.percent()), 19.57);
    let state = State { period: Some(it.period), ..State::new(dataset()) };
    let by_contribution: Vec<(&str, f64)> = facts::contributions(dataset(), &state)
        .parts
        .iter()
        .filter_map(|part| Some((part.heading?, part.points)))
        .map(|(heading, points)| match heading {
            Heading::Sector(id) => (dataset().sectors.get(id).code.as_str(), hundredths(points)),
            Heading::NotItemised(_) => panic!("the nine months are divided throughout"),
        })
        .collect();
    assert_eq!(
        by_contribution,
        [
            ("computer.freelance", 10.19),
            ("computer.software_consultancy", 3.84),
            ("telecom.other", 2.26),
            ("telecom.call_centres", 1.73),
            ("computer.other", 1.09),
            ("computer.software_export", 0.98),
            ("computer.hardware_consultancy", 0.07),
            ("information.other", -0.01),
            ("computer.repair_maintenance", -0.02),
            ("information.news_agency", -0.56),
        ]
    );
    assert_eq!(it.gain.unwrap().heading, Heading::Sector(sector("computer.freelance")));
    assert_eq!(it.loss.unwrap().heading, Heading::Sector(sector("information.news_agency")));
    // Largest first: 936.6, 856.4, 595.6 ...
    assert_eq!(it.rows[0].heading, Heading::Sector(sector("computer.software_consultancy")));
    assert!(it.rows.is_sorted_by(|a, b| a.now >= b.now));
}

#[test]
fn what_cannot_be_compared_says_why() {
    let all = dataset().sectors.all();
    let availability = |period, sectors| breakdown(period, sectors).availability;
    assert_eq!(availability("2025-07..2026-03", SectorSet::EMPTY), Availability::NothingChosen);
    // April 2025 is not divided; April 2026 gives other services as one line.
    assert_eq!(availability("2026-04", all), Availability::BaseNotPublished);
    assert_eq!(availability("2026-04", leaves(&["computer.other"])), Availability::NotPublished);
    // Freelance was no heading of its own in FY24.
    assert_eq!(
        availability("2023-10", leaves(&["computer.freelance"])),
        Availability::NotPublished
    );
    // July to January of FY25 and FY24 are both divided, but the heading changed between.
    let it = breakdown("2024-07..2025-01", leaves(&["computer.other"]));
    assert_eq!((it.availability, it.break_at), (Availability::SeriesBreak, Some(month("2024-07"))));
    assert!(it.rows.iter().all(|row| row.before.is_none() && row.contribution.is_none()));
    // Together the two headings hold what the older one held.
    let it = breakdown("2024-07..2025-01", leaves(&["computer"]));
    assert_eq!((it.availability, it.break_at), (Availability::Compared, None));
}

#[test]
fn the_total_is_divided_over_time_with_gaps_where_no_division_is_published() {
    let it = facts::parts(dataset(), &State::new(dataset()));
    assert_eq!(it.columns[0].span, span("2019-07"));
    for pair in it.columns.windows(2) {
        assert!(pair[0].span.end() < pair[1].span.start());
    }
    assert_eq!(it.gaps.last(), Some(&span("2026-06..2026-07")));
    let mix = it.mix.unwrap();
    assert_eq!(mix.sector, sector("computer"));
}

// The trend

fn trend(change: impl FnOnce(&mut State)) -> Trend {
    let mut state = State::new(dataset());
    change(&mut state);
    facts::trend(dataset(), &state)
}

#[test]
fn seven_years_are_compared_by_twelve_months_at_each_end() {
    let it = trend(|_| {});
    // The first twelve months end in June 2020.
    assert_eq!((it.values.len(), it.mean12.len()), (85, 74));
    assert_eq!((it.gaps.len(), it.left_out, it.break_at), (0, 0, None));
    assert_eq!(it.peak().unwrap().span, span("2025-12"));
    assert_eq!(it.trough().unwrap().span, span("2019-08"));
    let growth = it.growth.unwrap();
    assert_eq!(growth.basis, Basis::TwelveMonths);
    assert_eq!((growth.now, growth.base), (span("2025-08..2026-07"), span("2019-07..2020-06")));
    // 4,661.491 / 12 = 388.458; 1,440.13 / 12 = 120.011; 388.458 / 120.011 = 3.237
    assert!((growth.now_value - 388.457_6).abs() < 1e-4);
    assert!((growth.base_value - 120.010_8).abs() < 1e-4);
    assert!((growth.ratio - 2.236_854).abs() < 1e-5);
    assert_eq!(growth.status, Status::Provisional);
}

#[test]
fn a_year_is_compared_with_the_year_before_it() {
    let it = trend(|state| state.range = span("2025-08..2026-07"));
    let growth = it.growth.unwrap();
    assert_eq!((growth.now, growth.base), (span("2025-08..2026-07"), span("2024-08..2025-07")));
    assert_eq!(growth.direction(), Direction::Up);
}

#[test]
fn a_few_months_are_compared_with_the_same_month_of_an_earlier_year() {
    // Never July with December.
    let it = trend(|state| state.range = span("2025-07..2025-12"));
    let growth = it.growth.unwrap();
    assert_eq!(growth.basis, Basis::SameMonths);
    assert_eq!((growth.now, growth.base), (span("2025-12"), span("2024-12")));
}

#[test]
fn an_unfinished_year_is_left_out_not_missing() {
    let it = trend(|state| state.frequency = Frequency::FiscalYear);
    assert_eq!(it.last().unwrap().span, span("2025-07..2026-06"));
    assert_eq!((it.gaps.len(), it.left_out), (0, 1));
    let growth = it.growth.unwrap();
    assert_eq!((growth.now, growth.base), (span("2025-07..2026-06"), span("2019-07..2020-06")));
}

#[test]
fn a_run_counts_unbroken_periods_that_went_one_way() {
    let it = trend(|state| state.measure = Measure::Yoy);
    let run = it.run.unwrap();
    // May 2025 was below May 2024 (329.29 against 332): the run starts in June 2025.
    assert_eq!((run.direction, run.count, run.regular), (Direction::Up, 14, true));
    assert_eq!(run.of, 73);
    assert_eq!(it.growth, None);
}

#[test]
fn growth_never_spans_a_break() {
    let it = trend(|state| state.sectors = leaves(&["computer.other"]));
    assert_eq!(it.break_at, Some(month("2024-07")));
    assert!(it.growth.unwrap().base.start() >= month("2024-07"));
}

// A small record, for what the real one does not hold

/// A total of two leaves, one of them nil in the first July.
fn small() -> Dataset {
    let heading = |code: &str, parent| Sector {
        code: code.into(),
        parent,
        ebops: String::new(),
        name: Bilingual::default(),
        short: Bilingual::default(),
        since: None,
        note: Bilingual::default(),
    };
    let sectors = Sectors::new(vec![
        heading("total", None),
        heading("a", Some(SectorId::TOTAL)),
        heading("b", Some(SectorId::TOTAL)),
    ]);
    let figures = [(0, "2020-07", 100), (0, "2021-07", 150), (1, "2020-07", 0), (1, "2021-07", 10)];
    let rest = [(2, "2020-07", 100), (2, "2021-07", 140)];
    let observations = figures
        .into_iter()
        .chain(rest)
        .map(|(sector, at, amount)| Observation {
            sector: SectorId(sector),
            span: span(at),
            amount: thousands(amount),
            status: Status::Final,
            published: "2021-08-20".parse().unwrap(),
            source: SourceId(0),
        })
        .collect();
    let working_days = working_days("2020-07", &[20; 13]);
    Dataset::new(sectors, observations, working_days)
}

#[test]
fn growth_from_nil_has_no_percentage() {
    let data = small();
    let period = span("2021-07");
    let facts_of = |sectors| {
        facts::breakdown(&data, &State { period: Some(period), sectors, ..State::new(&data) })
    };
    let a = SectorSet::from(SectorId(1));
    assert_eq!(facts_of(a).availability, Availability::BaseIsNil);
    assert_eq!(facts_of(a).whole.unwrap().change, None);
    // Within the total it has a contribution (10 of 100), though no change of its own.
    let all = facts_of(data.sectors.all());
    let row = all.rows.iter().find(|it| it.heading == Heading::Sector(SectorId(1))).unwrap();
    assert_eq!((row.change, row.contribution), (None, Some(10.0)));
}

// What holds for every choice

/// Sets of leaves of the real tree.
fn any_sectors() -> impl Strategy<Value = SectorSet> {
    let tree = &dataset().sectors;
    let leaves: Vec<SectorId> =
        tree.ids().filter(|&it| tree.is_leaf(it) && tree.all().contains(it.into())).collect();
    proptest::sample::subsequence(leaves.clone(), 0..=leaves.len())
        .prop_map(|chosen| chosen.into_iter().map(SectorSet::from).collect())
}

fn any_vintage() -> impl Strategy<Value = VintageChoice> {
    prop_oneof![Just(VintageChoice::Latest), Just(VintageChoice::First)]
}

fn check_breakdown(it: &Breakdown) {
    let Some(whole) = &it.whole else {
        assert!(matches!(
            it.availability,
            Availability::NothingChosen | Availability::NotPublished
        ));
        assert!(it.rows.is_empty());
        return;
    };
    let (rounding, base_rounding) = it.rounding;
    assert!(rounding.thousands().abs() <= 40 && base_rounding.thousands().abs() <= 40);
    let sum: Amount = it.rows.iter().map(|row| row.now).sum();
    assert_eq!(sum + rounding, whole.amount, "{} {:?}", it.period, it.rows);
    let shares: f64 = it.rows.iter().filter_map(|row| row.share).sum();
    let expected = sum.ratio_to(whole.amount).unwrap_or(0.0);
    assert!((shares - expected).abs() < 1e-9, "{}", it.period);
    match whole.change {
        Some(change) => {
            assert_eq!(it.availability, Availability::Compared);
            let before: Amount = it.rows.iter().filter_map(|row| row.before).sum();
            assert_eq!(before + base_rounding, change.base_amount, "{}", it.period);
            let points: f64 = it.rows.iter().filter_map(|row| row.contribution).sum();
            let rest = (rounding - base_rounding).ratio_to(change.base_amount).unwrap() * 100.0;
            assert!((points + rest - change.percent()).abs() < 1e-9, "{} {points}", it.period);
            assert!(it.rows.iter().all(|row| row.contribution.is_some()));
        }
        None => {
            assert_ne!(it.availability, Availability::Compared);
        }
    }
}

fn check_parts(it: &facts::Parts) {
    for column in &it.columns {
        let sum: Amount = column.parts.iter().map(|part| part.1).sum();
        let rounding = (column.whole - sum).thousands().abs();
        assert!(rounding <= 40, "{}: {rounding}", column.span);
        // A published heading is never negative; only an unexplained rest may be.
        assert!(column.parts.iter().all(|(heading, amount)| {
            *amount >= Amount::ZERO || matches!(heading, Heading::NotItemised(_))
        }));
    }
    for pair in it.columns.windows(2) {
        assert!(pair[0].span.end() < pair[1].span.start());
    }
}

proptest! {
    // Each case looks at every period.
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn parts_add_up_to_what_is_shown(sectors in any_sectors(), vintage in any_vintage()) {
        let data = dataset();
        let mut state = State { sectors, vintage, ..State::new(data) };
        for period in query::periods(data) {
            state.period = Some(period);
            check_breakdown(&facts::breakdown(data, &state));
        }
        check_parts(&facts::parts(data, &state));
    }
}

proptest! {
    #[test]
    fn pieces_never_overlap_and_gaps_fill_the_rest(
        sectors in any_sectors(),
        vintage in any_vintage(),
    ) {
        let data = dataset();
        let series = query::series(data, vintage, sectors, Frequency::Monthly);
        for pair in series.points.windows(2) {
            prop_assert!(pair[0].span.end() < pair[1].span.start());
        }
        let record = data.monthly_record();
        let covered: usize = record
            .months()
            .filter(|&it| series.points.iter().any(|point| point.span.contains(it.into())))
            .count();
        let missing: usize = query::gaps(&series, record).iter().map(|it| it.len()).sum();
        prop_assert_eq!(covered + missing, record.len());
    }

    #[test]
    fn a_set_is_never_more_than_a_set_that_holds_it(
        sectors in any_sectors(),
        more in any_sectors(),
    ) {
        let data = dataset();
        for division in data.divisions() {
            let part = division.point(data, sectors);
            let whole = division.point(data, sectors | more);
            if let (Some(part), Some(whole)) = (part, whole) {
                // Published parts may exceed a published whole by what rounding explains.
                let slack = Amount::from_thousands(whole.amount.thousands() / 200 + 60);
                prop_assert!(part.amount <= whole.amount + slack, "{}", division.span);
            }
        }
    }
}

#[test]
fn every_single_heading_adds_up_in_every_period() {
    let data = dataset();
    let mut state = State::new(data);
    for node in data.sectors.ids() {
        state.sectors = data.sectors.leaves(node) & data.sectors.all();
        for period in query::periods(data) {
            state.period = Some(period);
            check_breakdown(&facts::breakdown(data, &state));
        }
        check_parts(&facts::parts(data, &state));
    }
}
