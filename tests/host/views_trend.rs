//! Views that look at the total through time, against the record: what they claim is
//! recomputed from the files, without the program's own arithmetic.

use crate::support::exhibit_of;
use std::collections::BTreeMap;
use std::path::Path;

use it_exports::calendar::{FiscalYear, Frequency, Month, Span};
use it_exports::catalogue::ViewId;
use it_exports::chart::Frame;
use it_exports::data::context::EventKind;
use it_exports::data::{Amount, SectorSet};
use it_exports::embedded::context;
use it_exports::exhibit::{Citations, Exhibit, Kind};
use it_exports::i18n::{Format, Lang};
use it_exports::measure::{self, Measure, Unit};
use it_exports::query::{self, VintageChoice};
use it_exports::state::{Action, State};
use it_exports::views::{ViewInput, events};
use it_exports::{facts, reading};

use crate::support::{
    EN, UR, VINTAGES, format, leaves, month,
    record::{self, dataset},
};

fn events_alone(
    data: &'static it_exports::data::Dataset,
    state: &State,
    format: Format,
) -> Exhibit {
    events::events(&ViewInput { data, context: context(), state, format })
}

fn state(text: &str) -> State {
    State::new(dataset()).update(dataset(), Action::Month(month(text)))
}

/// Everything built here, for one view.
fn all(state: &State, format: Format) -> Vec<Exhibit> {
    let data = dataset();
    vec![
        exhibit_of(ViewId::FiscalYears, data, state, format),
        exhibit_of(ViewId::Seasons, data, state, format),
        exhibit_of(ViewId::Heat, data, state, format),
        exhibit_of(ViewId::FirstPrints, data, state, format),
        exhibit_of(ViewId::TwoMonths, data, state, format),
        exhibit_of(ViewId::Rupees, data, state, format),
        exhibit_of(ViewId::UsPrices, data, state, format),
        events_alone(data, state, format),
    ]
}

// The record as it stands in the files

/// Every print of a total, US$ thousand, by first and last month, first published first.
type Prints = BTreeMap<(String, String), Vec<i64>>;

fn rows(file: &str) -> Vec<BTreeMap<String, String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/data").join(file);
    csv::Reader::from_path(path).unwrap().deserialize().map(|it| it.unwrap()).collect()
}

fn totals() -> Prints {
    let mut dated: BTreeMap<(String, String), Vec<(String, i64)>> = BTreeMap::new();
    for row in rows("observations.csv") {
        if row["sector"] == "total" && record::knows(&row["published"]) {
            let thousands = (row["value_usd_million"].parse::<f64>().unwrap() * 1000.0).round();
            let span = (row["start"].clone(), row["end"].clone());
            dated.entry(span).or_default().push((row["published"].clone(), thousands as i64));
        }
    }
    let in_order = |mut prints: Vec<(String, i64)>| {
        // Where only the month is known, after the days of that month.
        prints
            .sort_by_key(|it| if it.0.len() == 7 { format!("{}-99", it.0) } else { it.0.clone() });
        prints.into_iter().map(|it| it.1).collect()
    };
    dated.into_iter().map(|(span, prints)| (span, in_order(prints))).collect()
}

fn working_days() -> BTreeMap<String, f64> {
    let row = |row: BTreeMap<String, String>| {
        (row["month"].clone(), row["working_days"].parse().unwrap())
    };
    rows("working_days.csv").into_iter().map(row).collect()
}

/// US$ thousand of each month of the monthly record in one vintage.
fn months(vintage: VintageChoice) -> BTreeMap<Month, i64> {
    let chosen = |prints: &Vec<i64>| match vintage {
        VintageChoice::Latest => *prints.last().unwrap(),
        VintageChoice::First => *prints.first().unwrap(),
    };
    let record = dataset().monthly_record();
    totals()
        .iter()
        .filter(|((start, end), _)| start == end)
        .map(|((start, _), prints)| (month(start), chosen(prints)))
        .filter(|(month, _)| record.contains((*month).into()))
        .collect()
}

fn sum(months: &BTreeMap<Month, i64>, from: Month, to: Month) -> Option<i64> {
    Span::new(from, to)?.months().map(|it| months.get(&it).copied()).sum()
}

fn money(format: Format, thousands: i64) -> String {
    format.money(Amount::from_thousands(thousands))
}

/// The percentage as sentences write it; empty where it is written in words.
fn change(format: Format, now: f64, before: f64) -> String {
    let percent = (now / before - 1.0) * 100.0;
    if (percent * 10.0).round() == 0.0 { String::new() } else { format.percent_words(percent) }
}

fn holds(what: &str, sentence: &str, claims: &[String]) {
    for claim in claims {
        assert!(sentence.contains(claim.as_str()), "{what}: no {claim:?} in {sentence:?}");
    }
}

// Figures worked by hand

#[test]
fn july_to_october_2023() {
    // 214 + 235 + 206 + 238 against 199.05 + 228 + 206 + 220.98.
    let (it, _) = facts::fiscal_years(dataset(), &state("2023-10")).to_date.unwrap();
    assert_eq!(it.now.amount, Amount::from_thousands(893_000));
    assert_eq!(it.change().unwrap().base_amount, Amount::from_thousands(854_030));
    let exhibit = exhibit_of(ViewId::FiscalYears, dataset(), &state("2023-10"), EN);
    assert_eq!(
        exhibit.reading.title,
        "July–October FY24: IT exports at $893 million, 4.6% more than in the same months of FY23"
    );
    assert_eq!(
        exhibit.reading.sentence,
        "In July–October FY24 IT exports came to $893 million, 4.6% more than in the same months \
         of FY23. Of the seven years for which these months are known, it is the third-highest. \
         FY24 as a whole came to $3.22 billion, 24.1% more than in FY23."
    );
    assert_eq!(
        exhibit_of(ViewId::FiscalYears, dataset(), &state("2023-10"), UR).reading.sentence,
        "مالی سال 2024 کے جولائی تا اکتوبر میں آئی ٹی برآمدات 89 کروڑ 30 لاکھ ڈالر رہیں، یعنی مالی \
         سال 2023 کے جولائی تا اکتوبر کے مقابلے میں 4.6 فیصد زیادہ۔ جن سات برسوں کے لیے ان مہینوں \
         کے اعداد معلوم ہیں، ان میں یہ تیسری بلند ترین رقم ہے۔ پورے مالی سال 2024 میں یہ 3 ارب 22 \
         کروڑ ڈالر رہیں، یعنی مالی سال 2023 کے مقابلے میں 24.1 فیصد زیادہ۔"
    );
}

#[test]
fn the_first_month_of_a_year_is_named_as_a_month() {
    let it = exhibit_of(ViewId::FiscalYears, dataset(), &state("2026-07"), EN).reading;
    // 417 against 354.
    assert_eq!(
        it.sentence,
        "In July 2026 IT exports came to $417 million, 17.8% more than in July 2025. Of the eight \
         years for which this month is known, it is the highest. The figure is provisional."
    );
}

#[test]
fn october_2023_beside_september_2023() {
    let state = state("2023-10").update(dataset(), Action::Beside(Some(month("2023-09"))));
    let it = exhibit_of(ViewId::TwoMonths, dataset(), &state, EN).reading;
    assert_eq!(it.title, "IT exports: October 2023 beside September 2023, 15.5% more");
    // 238 ÷ 22 is 10.82, 206 ÷ 20 is 10.30.
    let start = "In October 2023 IT exports came to $238 million, 15.5% more than the $206 million \
                 of September 2023. Per working day that is $10.82 million, 5.0% more than in \
                 September 2023 (22 days against 20).";
    assert!(it.sentence.starts_with(start), "{}", it.sentence);
    let it = exhibit_of(ViewId::TwoMonths, dataset(), &state, UR).reading.sentence;
    let start = "اکتوبر 2023 میں آئی ٹی برآمدات 23 کروڑ 80 لاکھ ڈالر رہیں، یعنی ستمبر 2023 کے مقابلے \
                 میں 15.5 فیصد زیادہ (20 کروڑ 60 لاکھ ڈالر)۔ فی یومِ کار یہ 1.082 کروڑ ڈالر بنتی ہیں، \
                 یعنی ستمبر 2023 کے مقابلے میں 5.0 فیصد زیادہ (20 کے مقابلے میں 22 ایامِ کار)۔";
    assert!(it.starts_with(start), "{it}");
}

#[test]
fn a_month_beside_itself_is_no_comparison() {
    let state = state("2023-10").update(dataset(), Action::Beside(Some(month("2023-10"))));
    let it = exhibit_of(ViewId::TwoMonths, dataset(), &state, EN).reading;
    assert_eq!(it.title, "IT exports: October 2023");
    assert!(it.sentence.ends_with("A month beside itself shows no difference; choose another."));
}

#[test]
fn the_largest_revision() {
    let it = facts::first_prints(dataset(), &state("2026-07")).revisions.unwrap();
    assert_eq!(it.largest.span, month("2024-11").into());
    assert_eq!(it.largest.first, Amount::from_thousands(324_000));
    assert_eq!(it.largest.latest, Amount::from_thousands(310_000));
    let sentence =
        exhibit_of(ViewId::FirstPrints, dataset(), &state("2026-07"), EN).reading.sentence;
    let claim = "The largest revision was that of November 2024, from $324 million to $310 \
                 million, or 4.3% down.";
    assert!(sentence.contains(claim), "{sentence}");
}

#[test]
fn the_totals_of_fiscal_years_that_were_revised() {
    let facts = facts::first_prints(dataset(), &state("2026-07"));
    let years: Vec<i32> = facts.years.iter().map(|it| it.span.end().year()).collect();
    assert_eq!(years, [2020, 2021, 2022, 2023]);
    // FY23: first 2605, last 2596.
    let fy23 = facts.years.last().unwrap();
    assert_eq!(fy23.change(), Amount::from_thousands(-9_000));
    let table = exhibit_of(ViewId::FirstPrints, dataset(), &state("2026-07"), EN).table;
    let row = table.rows.iter().find(|it| it.cells[0].text == "FY23").unwrap();
    assert_eq!(row.cells[6].text, "\u{2212}9");
    assert_eq!(row.cells[7].text, "\u{2212}0.3%");
    assert_eq!(row.observations.len(), 5);
}

#[test]
fn measures_explain_themselves() {
    for (measure, expected) in [
        (Measure::Level, "Exports, October 2023: 238 (US$ million)"),
        (Measure::Mom, "On the month, October 2023: 238 ÷ 206 − 1 = +15.5% (on September 2023)"),
        (Measure::Yoy, "On the year, October 2023: 238 ÷ 220.98 − 1 = +7.7% (on October 2022)"),
        (
            Measure::Ytd,
            "Fiscal year to date, October 2023: 214 + 235 + 206 + 238 = 893 (US$ million)",
        ),
        (
            Measure::PerDay,
            "A working day, October 2023: 238 ÷ 22 = 10.82 (US$ million, 22 working days)",
        ),
        (
            Measure::Index,
            "Index, October 2023: 238 ÷ 114.96 × 100 = 207.0 (Index, July 2019 = 100)",
        ),
    ] {
        let state = state("2023-10").update(dataset(), Action::Measure(measure));
        let value = facts::value_of_month(dataset(), &state).unwrap();
        assert_eq!(reading::explain(dataset(), &state, &value, EN)[0], expected);
    }
    let state = state("2023-10").update(dataset(), Action::Measure(Measure::Mom));
    let value = facts::value_of_month(dataset(), &state).unwrap();
    assert_eq!(
        reading::explain(dataset(), &state, &value, EN)[1],
        "In this order: figures (latest) → sub-sectors (IT exports) → frequency (one month) → measure \
         (on the month) → comparison (on September 2023)."
    );
    assert_eq!(
        reading::explain(dataset(), &state, &value, UR)[0],
        "ماہانہ تبدیلی، اکتوبر 2023: \u{2066}23.8 ÷ 20.6 − 1 = +15.5%\u{2069} (ستمبر 2023 کے مقابلے میں)"
    );
}

// Every month

#[test]
fn sums_since_july_are_those_of_the_months() {
    record::newest_too(check_that_sums_since_july_are_those_of_the_months);
}

fn check_that_sums_since_july_are_those_of_the_months() {
    for vintage in VINTAGES {
        let months = months(vintage);
        for &at in months.keys() {
            let july = at.fiscal_year().span().start();
            let back = |years: i32| sum(&months, july.plus(-12 * years), at.plus(-12 * years));
            let now = back(0).unwrap();
            let all: Vec<i64> = (-9..10).filter_map(back).collect();
            let place = 1 + all.iter().filter(|&&it| it > now).count();
            let state = State::new(dataset()).update(dataset(), Action::Month(at));
            let state = state.update(dataset(), Action::VintageChoice(vintage));
            let (_, rank) = facts::fiscal_years(dataset(), &state).to_date.unwrap();
            assert_eq!((rank.place, rank.of), (place, all.len()), "{at}");
            for lang in Lang::ALL {
                let format = format(lang);
                let it = exhibit_of(ViewId::FiscalYears, dataset(), &state, format).reading;
                let mut claims = vec![money(format, now)];
                if at.number() != 7 {
                    claims.push(format.fiscal_year(at));
                }
                if let Some(before) = back(1) {
                    claims.push(change(format, now as f64, before as f64));
                }
                holds(&format!("{at} {vintage:?}"), &it.sentence, &claims);
                holds(&format!("{at} {vintage:?}"), &it.title, &claims);
            }
        }
    }
}

#[test]
fn the_usual_months_are_counted_over_complete_years() {
    let names = |lang: Lang, numbers: &[u8]| -> Vec<String> {
        let name = |it: &u8| lang.strings().months[usize::from(*it) - 1].to_owned();
        numbers.iter().map(name).collect()
    };
    for vintage in VINTAGES {
        let months = months(vintage);
        let (mut highest, mut lowest, mut complete) = ([0_usize; 13], [0_usize; 13], 0);
        for year in 2019..2100 {
            let of: Vec<(u8, i64)> = (1..=12)
                .filter_map(|it| Some((it, *months.get(&Month::new(year, it)?)?)))
                .collect();
            if of.len() < 12 {
                continue;
            }
            complete += 1;
            let (low, high) =
                (of.iter().map(|it| it.1).min().unwrap(), of.iter().map(|it| it.1).max().unwrap());
            for (number, amount) in of {
                highest[usize::from(number)] += usize::from(amount == high);
                lowest[usize::from(number)] += usize::from(amount == low);
            }
        }
        let leaders = |counts: &[usize; 13]| -> (Vec<u8>, usize) {
            let most = *counts.iter().max().unwrap();
            ((1..=12).filter(|&it| counts[usize::from(it)] == most).collect(), most)
        };
        for &at in months.keys() {
            let state = State::new(dataset()).update(dataset(), Action::Month(at));
            let state = state.update(dataset(), Action::VintageChoice(vintage));
            let facts = facts::seasons(dataset(), &state);
            assert_eq!(facts.complete, complete);
            let (highest, lowest) = (leaders(&highest), leaders(&lowest));
            assert_eq!((facts.highest.months.clone(), facts.highest.years), highest);
            assert_eq!((facts.lowest.months.clone(), facts.lowest.years), lowest);
            let year = months.iter().filter(|(it, _)| it.year() == at.year());
            let higher = year.clone().filter(|(_, it)| **it > months[&at]).count();
            let (_, rank) = facts.own.unwrap();
            assert_eq!((rank.place, rank.of), (higher + 1, year.count()), "{at}");
            for lang in Lang::ALL {
                let sentence =
                    exhibit_of(ViewId::Seasons, dataset(), &state, format(lang)).reading.sentence;
                let mut claims = vec![money(format(lang), months[&at])];
                claims.extend(names(lang, &highest.0));
                claims.extend(names(lang, &lowest.0));
                holds(&at.to_string(), &sentence, &claims);
            }
        }
    }
}

#[test]
fn months_above_those_of_the_year_before_are_counted() {
    record::newest_too(check_that_months_above_those_of_the_year_before_are_counted);
}

fn check_that_months_above_those_of_the_year_before_are_counted() {
    for vintage in VINTAGES {
        let months = months(vintage);
        let (high, low) = (*months.values().max().unwrap(), *months.values().min().unwrap());
        for &at in months.keys() {
            let pairs: Vec<(i64, i64)> = at
                .fiscal_year()
                .span()
                .months()
                .filter_map(|it| Some((*months.get(&it)?, *months.get(&it.year_before())?)))
                .collect();
            let up = pairs.iter().filter(|(now, before)| now > before).count();
            let state = State::new(dataset()).update(dataset(), Action::Month(at));
            let state = state.update(dataset(), Action::VintageChoice(vintage));
            let facts = facts::heat(dataset(), &state);
            assert_eq!((facts.higher, facts.compared), (up, pairs.len()), "{at}");
            for lang in Lang::ALL {
                let it = exhibit_of(ViewId::Heat, dataset(), &state, format(lang)).reading;
                let mut claims = vec![money(format(lang), high), money(format(lang), low)];
                if pairs.len() > 1 {
                    claims.push(pairs.len().to_string());
                    if up > 0 {
                        claims.push(up.to_string());
                    }
                }
                holds(&at.to_string(), &it.sentence, &claims);
            }
        }
    }
}

#[test]
fn revisions_are_those_of_the_files() {
    record::newest_too(check_that_revisions_are_those_of_the_files);
}

/// Whether one of two figures in thousands is the other, rounded to as many decimals of a million as it has.
fn only_rounds(one: i64, other: i64) -> bool {
    let to = |it: i64, unit: i64| (it as f64 / unit as f64).round() as i64 * unit;
    let rounds = |exact: i64, rounded: i64| {
        let unit = [1000, 100, 10, 1].into_iter().find(|unit| rounded % unit == 0).unwrap();
        // Half a unit may have been rounded either way.
        to(exact, unit) == rounded || (exact - rounded).abs() * 2 == unit
    };
    rounds(one, other) || rounds(other, one)
}

fn check_that_revisions_are_those_of_the_files() {
    let prints = totals();
    let record = dataset().monthly_record();
    let starts = (0..record.len() as i32).step_by(7).map(|it| record.start().plus(it));
    for start in starts {
        let range = Span::new(start, record.end()).unwrap();
        let state = State::new(dataset()).update(dataset(), Action::Range(range));
        let of: Vec<(Month, i64, i64)> = range
            .months()
            .map(|it| {
                let all = &prints[&(it.to_string(), it.to_string())];
                (it, *all.first().unwrap(), *all.last().unwrap())
            })
            .collect();
        let several = |it: &Month| prints[&(it.to_string(), it.to_string())].len() > 1;
        let several = range.months().filter(several).count();
        let revised: Vec<&(Month, i64, i64)> =
            of.iter().filter(|it| it.1 != it.2 && !only_rounds(it.1, it.2)).collect();
        let up = revised.iter().filter(|it| it.2 > it.1).count();
        let size = |it: &&&(Month, i64, i64)| (it.2 - it.1).abs();
        for lang in Lang::ALL {
            let format = format(lang);
            let exhibit = exhibit_of(ViewId::FirstPrints, dataset(), &state, format);
            let sentence = &exhibit.reading.sentence;
            let mut claims = vec![of.len().to_string(), several.to_string()];
            if let Some(largest) = revised.iter().max_by_key(size) {
                let total: i64 = revised.iter().map(|it| (it.2 - it.1).abs()).sum();
                let mean = (total as f64 / revised.len() as f64).round() as i64;
                claims.extend([
                    revised.len().to_string(),
                    up.to_string(),
                    (revised.len() - up).to_string(),
                    money(format, mean),
                    format.month(largest.0),
                    money(format, largest.1),
                    money(format, largest.2),
                ]);
            }
            holds(&start.to_string(), sentence, &claims);
            if !revised.is_empty() {
                let counts = [revised.len(), several].map(|it| it.to_string());
                holds(&start.to_string(), &exhibit.reading.title, &counts);
            }
            let months = exhibit.table.rows.iter().filter(|it| it.month.is_some());
            assert_eq!(months.count(), revised.len(), "{start}");
        }
    }
}

#[test]
fn two_months_differ_as_their_figures_do() {
    record::newest_too(check_that_two_months_differ_as_their_figures_do);
}

fn check_that_two_months_differ_as_their_figures_do() {
    let days = working_days();
    for vintage in VINTAGES {
        let months = months(vintage);
        for &at in months.keys() {
            for apart in [-12, -1, 5, -30] {
                let base = at.plus(apart);
                let state = State::new(dataset()).update(dataset(), Action::Month(at));
                let state = state.update(dataset(), Action::VintageChoice(vintage));
                let state = state.update(dataset(), Action::Beside(Some(base)));
                let Some(&before) = months.get(&base) else {
                    let facts = facts::two_months(dataset(), &state);
                    assert_eq!(facts.base.month, at.year_before(), "outside the record");
                    continue;
                };
                let (now, before) = (months[&at] as f64, before as f64);
                let (own, other) = (days[&at.to_string()], days[&base.to_string()]);
                let place = |of: i64| 1 + months.values().filter(|&&it| it > of).count();
                let facts = facts::two_months(dataset(), &state);
                let figure = facts.now.figure.unwrap();
                assert_eq!((figure.rank.place, figure.rank.of), (place(months[&at]), months.len()));
                for lang in Lang::ALL {
                    let format = format(lang);
                    let it = exhibit_of(ViewId::TwoMonths, dataset(), &state, format).reading;
                    let per_day = now / 1000.0 / own;
                    let claims = [
                        money(format, months[&at]),
                        money(format, months[&base]),
                        change(format, now, before),
                        format.money_value(Unit::MoneyPerDay, per_day),
                        change(format, now / own, before / other),
                        format!("{own}"),
                        format!("{other}"),
                    ];
                    holds(&format!("{at} {base} {vintage:?}"), &it.sentence, &claims);
                }
            }
        }
    }
}

/// Sums, products and quotients with brackets, as `explain` writes them.
fn evaluate(text: &str) -> f64 {
    fn skip(rest: &mut &str) {
        *rest = rest.trim_start();
    }
    fn factor(rest: &mut &str) -> f64 {
        skip(rest);
        if let Some(inner) = rest.strip_prefix('(') {
            *rest = inner;
            let value = total(rest);
            skip(rest);
            *rest = rest.strip_prefix(')').unwrap();
            return value;
        }
        let end = rest.find(|it: char| !it.is_ascii_digit() && it != '.' && it != ',');
        let (number, left) = rest.split_at(end.unwrap_or(rest.len()));
        *rest = left;
        number.replace(',', "").parse().unwrap()
    }
    fn product(rest: &mut &str) -> f64 {
        let mut value = factor(rest);
        loop {
            skip(rest);
            if let Some(left) = rest.strip_prefix('÷') {
                *rest = left;
                value /= factor(rest);
            } else if let Some(left) = rest.strip_prefix('×') {
                *rest = left;
                value *= factor(rest);
            } else {
                return value;
            }
        }
    }
    fn total(rest: &mut &str) -> f64 {
        let mut value = product(rest);
        loop {
            skip(rest);
            if let Some(left) = rest.strip_prefix('+') {
                *rest = left;
                value += product(rest);
            } else if let Some(left) = rest.strip_prefix('−') {
                *rest = left;
                value -= product(rest);
            } else {
                return value;
            }
        }
    }
    let mut rest = text;
    let value = total(&mut rest);
    assert_eq!(rest.trim(), "", "{text}");
    value
}

#[test]
fn every_arithmetic_comes_out() {
    record::newest_too(check_that_every_arithmetic_comes_out);
}

fn check_that_every_arithmetic_comes_out() {
    let data = dataset();
    let measures = [
        Measure::Level,
        Measure::Mom,
        Measure::Yoy,
        Measure::Ytd,
        Measure::Sum12,
        Measure::Avg12,
        Measure::PerDay,
        Measure::Index,
    ];
    let sets = [data.sectors.all(), leaves(&["computer.freelance"]), leaves(&["telecom"])];
    let mut seen = 0;
    for sectors in sets {
        for measure in measures {
            for frequency in Frequency::ALL {
                if !measure.applies_to(frequency) {
                    continue;
                }
                let state = State::new(data)
                    .update(data, Action::Sectors(sectors))
                    .update(data, Action::Measure(measure))
                    .update(data, Action::Frequency(frequency));
                let series = query::series(data, state.vintage, sectors, frequency);
                for value in measure::values(data, &series, measure, None) {
                    for lang in Lang::ALL {
                        let lines = reading::explain(data, &state, &value, format(lang));
                        assert_eq!(lines.len(), 2, "{measure:?} {value:?}");
                        let plain: String = lines[0]
                            .chars()
                            .filter(|it| !matches!(it, '\u{2066}' | '\u{2069}'))
                            .collect();
                        let Some((left, right)) =
                            plain.rsplit_once(": ").unwrap().1.split_once(" = ")
                        else {
                            continue;
                        };
                        let right = right.split(" (").next().unwrap();
                        let percent = right.ends_with('%');
                        let right = right.trim_end_matches('%').trim_start_matches('+');
                        let right = right.replace(',', "").replace('\u{2212}', "-");
                        let (left, right) = (evaluate(left), right.trim().parse::<f64>().unwrap());
                        let left = if percent { left * 100.0 } else { left };
                        assert!((left - right).abs() <= 0.051, "{plain}");
                        seen += 1;
                    }
                }
            }
        }
    }
    assert!(seen > 1000, "{seen}");
}

// Whatever the reader chooses

fn sector_sets() -> Vec<SectorSet> {
    let tree = &dataset().sectors;
    let codes =
        ["computer", "computer.freelance", "telecom", "telecom.call_centres", "information"];
    let mut sets = vec![tree.all(), SectorSet::EMPTY, tree.all() - leaves(&["computer.freelance"])];
    sets.extend(codes.map(|code| leaves(&[code])));
    sets.push(leaves(&["telecom"]) | leaves(&["information"]));
    sets
}

/// Percentages and amounts of a sentence, sorted.
fn figures(sentence: &str, lang: Lang) -> Vec<String> {
    let plain: String =
        sentence.chars().filter(|it| !matches!(it, '\u{2066}' | '\u{2069}')).collect();
    let units: &[(&str, &str)] = match lang {
        Lang::En => &[("%", "%"), (" million", "m"), (" billion", "b")],
        Lang::Ur => &[(" فیصد", "%"), (" ملین", "m"), (" ارب", "b")],
    };
    let mut found = Vec::new();
    for (word, unit) in units {
        let mut points: Vec<&str> = plain.split(word).collect();
        // What follows the last of them is no figure.
        points.pop();
        for point in points {
            let start = point.rfind(|it: char| !it.is_ascii_digit() && it != '.' && it != ',');
            let start = start.map_or(0, |it| it + point[it..].chars().next().unwrap().len_utf8());
            if start < point.len() {
                found.push(format!("{}{unit}", &point[start..]));
            }
        }
    }
    found.sort();
    found
}

#[test]
fn both_languages_state_the_same_figures() {
    record::newest_too(check_that_both_languages_state_the_same_figures);
}

fn check_that_both_languages_state_the_same_figures() {
    let sets = sector_sets();
    for (place, at) in dataset().monthly_record().months().enumerate() {
        for vintage in VINTAGES {
            // The total every month, the others in turns.
            for sectors in [sets[0], sets[1 + place % (sets.len() - 1)]] {
                let state = State::new(dataset())
                    .update(dataset(), Action::Month(at))
                    .update(dataset(), Action::VintageChoice(vintage))
                    .update(dataset(), Action::Sectors(sectors));
                let in_both = Lang::ALL.map(|lang| all(&state, format(lang)));
                for (en, ur) in in_both[0].iter().zip(&in_both[1]) {
                    for it in [en, ur] {
                        let Exhibit { reading, .. } = it;
                        assert!(!reading.title.is_empty() && !reading.sentence.is_empty());
                        let stop = if std::ptr::eq(it, en) { '.' } else { '۔' };
                        let text = &reading.sentence;
                        assert!(text.ends_with(stop), "{}: {text}", it.name);
                        for bad in ["  ", "..", "۔۔", " ,", " .", ",,", "()", "NaN", " inf "] {
                            let title = &reading.title;
                            assert!(!text.contains(bad), "{}: {bad:?} in {text}", it.name);
                            assert!(!title.contains(bad), "{}: {bad:?} in {title}", it.name);
                        }
                    }
                    // Titles of events are written by hand.
                    if en.name != "events" {
                        assert_eq!(
                            figures(&en.reading.sentence, Lang::En),
                            figures(&ur.reading.sentence, Lang::Ur),
                            "{}: {} {}",
                            en.name,
                            en.reading.sentence,
                            ur.reading.sentence
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn whatever_can_be_pointed_at_is_said_and_listed() {
    record::newest_too(check_that_whatever_can_be_pointed_at_is_said_and_listed);
}

fn check_that_whatever_can_be_pointed_at_is_said_and_listed() {
    let data = dataset();
    for sectors in sector_sets() {
        for at in data.monthly_record().months().step_by(14) {
            let state = State::new(data)
                .update(data, Action::Month(at))
                .update(data, Action::Sectors(sectors))
                .update(data, Action::Beside(Some(at.plus(-1))));
            for lang in Lang::ALL {
                for it in all(&state, Format::new(lang, None)) {
                    let Exhibit { name, picture, table, .. } = &it;
                    for width in [296.0, 700.0] {
                        let scene = (picture.draw)(Frame::new(width));
                        let mut places: Vec<(usize, usize)> =
                            scene.points.iter().map(|it| (it.index, it.series)).collect();
                        let mut said: Vec<(usize, usize)> =
                            picture.data.iter().map(|it| it.at).collect();
                        places.sort_unstable();
                        said.sort_unstable();
                        assert_eq!(places, said, "{name} {at} {width}");
                        assert!(scene.points.windows(2).all(|it| it[0].index <= it[1].index));
                    }
                    for said in &picture.data {
                        assert!(!said.heading.is_empty(), "{name}");
                        assert!(said.figures.iter().all(|it| !it.is_empty()), "{name} {said:?}");
                        assert!(!said.figures.is_empty(), "{name} {said:?}");
                    }
                    for row in &table.rows {
                        assert_eq!(row.cells.len(), table.columns.len(), "{name}");
                    }
                    for control in &it.controls {
                        let chosen = control.options.iter().filter(|it| it.chosen).count();
                        assert!(
                            control.kind == Kind::Any || chosen == 1,
                            "{name} {}",
                            control.name
                        );
                        for option in &control.options {
                            let next = state.update(data, option.action);
                            let same = next == state;
                            assert_eq!(
                                same,
                                option.chosen && control.kind != Kind::Any,
                                "{name} {}",
                                option.name
                            );
                        }
                    }
                    match &it.sources {
                        Citations::InRecord => {}
                        Citations::Both(pages) => {
                            assert!(pages.iter().all(|it| it.url.starts_with("http")), "{name}");
                            assert!(!pages.is_empty(), "{name}");
                            assert!(it.table.rows.iter().all(|it| !it.observations.is_empty()));
                        }
                        Citations::Elsewhere { pages, of_rows } => {
                            assert!(pages.iter().all(|it| it.url.starts_with("http")), "{name}");
                            assert!(of_rows.is_empty() || of_rows.len() == it.table.rows.len());
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn a_hidden_kind_of_event_is_neither_drawn_nor_listed() {
    let data = dataset();
    let state = State::new(data);
    let full = events_alone(data, &state, EN);
    let mut listed = 0;
    for kind in EventKind::ALL {
        let hidden = state.update(data, Action::Events(state.hidden_events.toggled(kind)));
        let it = events_alone(data, &hidden, EN);
        let gone = full.table.rows.len() - it.table.rows.len();
        assert!(gone > 0, "{kind:?}");
        assert_eq!((it.picture.draw)(Frame::new(700.0)).points.len(), it.table.rows.len());
        listed += gone;
    }
    assert_eq!(listed, full.table.rows.len());
    let none = EventKind::ALL.into_iter().fold(state, |state, kind| {
        state.update(data, Action::Events(state.hidden_events.toggled(kind)))
    });
    let it = events_alone(data, &none, EN);
    assert!(it.reading.sentence.ends_with("are hidden."), "{}", it.reading.sentence);
    assert!((it.picture.draw)(Frame::new(700.0)).points.is_empty());
}

#[test]
fn a_year_outside_the_months_shown_is_drawn_when_it_is_the_chosen_one() {
    let data = dataset();
    let range = Span::new(month("2020-07"), month("2021-06")).unwrap();
    let state = state("2025-10").update(data, Action::Range(range));
    let years: Vec<FiscalYear> =
        facts::fiscal_years(data, &state).paths.iter().map(|it| it.year).collect();
    assert_eq!(years.iter().map(|it| it.ending()).collect::<Vec<_>>(), [2021, 2026]);
}
