//! Fiscal years laid over each other: what each had exported by the end of each of its months.

use super::ViewInput;
use super::years::{MONTHS, dashed_from, is_lowest, month_names, rank_of_year};
use crate::calendar::{FiscalYear, Frequency, Month, Span};
use crate::catalogue::ViewId;
use crate::chart::scale::Baseline;
use crate::chart::{self, Axis, Line, Lines};
use crate::data::{Amount, Dataset, SectorSet, Status};
use crate::exhibit::{Citations, Datum, Exhibit, Picture};
use crate::facts::Change;
use crate::i18n::views::trend::words;
use crate::i18n::{Format, Lang};
use crate::measure::Unit;
use crate::package_text;
use crate::query::{self, DataPoint, Series, VintageChoice};
use crate::reading::text::{Say as _, Text, say};
use crate::reading::{Reading, en, ur};
use crate::state::State;
use crate::table::{self, Cell, Column, Row, Table};

/// What fiscal years had exported by the end of each of their months.
#[derive(Clone, Debug, PartialEq)]
pub struct FiscalYears {
    pub sectors: SectorSet,
    pub vintage: VintageChoice,
    /// The fiscal year of the chosen month.
    pub year: FiscalYear,
    /// In order of time; those with no sum at all are left out.
    pub paths: Vec<Path>,
    /// From July to the chosen month, or to the last month before it up to which the year can be
    /// added up; `None` where it cannot be at all.
    pub to_date: Option<ToDate>,
    /// The chosen year from July to June, where all of it is known.
    pub whole: Option<(DataPoint, Option<Change>)>,
}

/// One fiscal year.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    pub year: FiscalYear,
    /// From July to each month; `None` where a month of them is missing.
    pub sums: [Option<DataPoint>; MONTHS],
}

/// A sum from July on, beside those of the same months of other years.
#[derive(Clone, Debug, PartialEq)]
pub struct ToDate {
    pub sum: DataPoint,
    pub change: Option<Change>,
    /// 1 for the highest of the same months of all years.
    pub place: usize,
    /// How many years there are for which these months can be added up.
    pub of: usize,
    /// Whether another year has the same sum.
    pub tied: bool,
}

/// The change of a sum on the same months a year before.
fn on_year(data: &Dataset, series: &Series, now: &DataPoint) -> Option<Change> {
    let base = now.span.year_before();
    let before = series
        .sum(base)
        .filter(|_| data.sectors.series_break(series.sectors).comparable(base, now.span))?;
    Change::between(now.amount, base, before.amount)
}

pub fn fiscal_year_facts(data: &Dataset, state: &State) -> FiscalYears {
    let &State { vintage, sectors, month, range, .. } = state;
    let series = query::series(data, vintage, sectors, Frequency::Monthly);
    let year = month.fiscal_year();
    let sums = |year: FiscalYear| {
        let july = year.span().start();
        std::array::from_fn(|place| series.sum(Span::new(july, july.plus(place as i32))?))
    };
    let record = data.monthly_record();
    let shown = |year: FiscalYear| {
        let span = year.span();
        span.overlaps(record) && (span.overlaps(range) || span.contains(month.into()))
    };
    let ends = Frequency::FiscalYear.period_of(record.start()).start();
    let count = record.end().since(ends) / 12 + 1;
    let years: Vec<FiscalYear> = (0..count).map(|it| ends.plus(12 * it).fiscal_year()).collect();
    let all: Vec<Path> = years.iter().map(|&year| Path { year, sums: sums(year) }).collect();
    let place = usize::try_from(month.since(year.span().start())).unwrap_or(0);
    let own = all.iter().find(|it| it.year == year);
    let to_date = own.and_then(|own| own.sums.iter().take(place + 1).rev().flatten().next());
    let to_date = to_date.map(|sum| {
        let place = sum.span.len() - 1;
        let same: Vec<Amount> = all
            .iter()
            .filter_map(|it| it.sums[place].as_ref())
            .filter(|it| {
                let (first, last) = (it.span.min(sum.span), it.span.max(sum.span));
                data.sectors.series_break(sectors).comparable(first, last)
            })
            .map(|it| it.amount)
            .collect();
        ToDate {
            change: on_year(data, &series, sum),
            place: 1 + same.iter().filter(|&&it| it > sum.amount).count(),
            of: same.len(),
            tied: same.iter().filter(|&&it| it == sum.amount).count() > 1,
            sum: sum.clone(),
        }
    });
    let whole = own.and_then(|own| own.sums[MONTHS - 1].clone());
    let whole = whole.map(|it| {
        let change = on_year(data, &series, &it);
        (it, change)
    });
    let drawn = |it: &Path| shown(it.year) && it.sums.iter().flatten().next().is_some();
    FiscalYears {
        sectors,
        vintage,
        year,
        paths: all.into_iter().filter(drawn).collect(),
        to_date,
        whole,
    }
}

/// The fiscal year that can be added up to the chosen month is the finding.
fn fiscal_year_reading(data: &Dataset, facts: &FiscalYears, format: Format) -> Reading {
    let text = &mut Text::new(format);
    match (format.lang.spoken(), facts.sectors.is_empty()) {
        (Lang::En, true) => en::nothing_chosen(text),
        (Lang::Ur, true) => ur::nothing_chosen(text),
        (Lang::En, false) => fiscal_years_en(text, data, facts),
        (Lang::Ur, false) => fiscal_years_ur(text, data, facts),
    }
}

fn fiscal_years_en(text: &mut Text, data: &Dataset, facts: &FiscalYears) -> Reading {
    let exports = en::Exports(data, facts.sectors);
    let year = text.format.fiscal_year(facts.year.span().end());
    let same = |text: &mut Text, base: Span| {
        if base.is_month() || base.is_fiscal_year() {
            say!(text, "in ", base);
        } else {
            say!(text, "in the same months of ", text.format.fiscal_year(base.end()));
        }
    };
    let Some(it) = &facts.to_date else {
        say!(text, "No sum of ", exports, " for ", year);
        let title = text.take();
        say!(text, "The months of ", year, " cannot be added up for ", exports);
        say!(
            text,
            concat!(
                ": not every one of them is published from ",
                package_text!(first month en),
                " on"
            )
        );
        text.stop();
        return Reading { title, sentence: text.take() };
    };
    say!(text, it.sum.span, ": ", exports, " at ", it.sum.amount);
    if let Some(change) = it.change {
        say!(text, ", ");
        en::compared(text, change);
        same(text, change.base);
    }
    let title = text.take();
    say!(text, "In ", it.sum.span, " ", exports, " came to ", it.sum.amount);
    if let Some(change) = it.change {
        say!(text, ", ");
        en::compared(text, change);
        same(text, change.base);
    }
    text.stop();
    if it.of > 1 {
        say!(text, "Of the ", en::InWords(it.of), " years for which ");
        let one = it.sum.span.is_month();
        say!(text, if one { "this month" } else { "these months" });
        say!(text, if one { " is known, it is " } else { " are known, it is " });
        say!(text, if it.tied { "jointly the " } else { "the " });
        if is_lowest(it.place, it.of) {
            say!(text, "lowest");
        } else {
            en::ordinal_highest(text, it.place);
        }
        text.stop();
    }
    if let Some((whole, change)) = facts.whole.as_ref().filter(|it| it.0.span != facts_span(facts))
    {
        say!(text, year, " as a whole came to ", whole.amount);
        if let Some(change) = change {
            say!(text, ", ");
            en::compared(text, *change);
            same(text, change.base);
        }
        text.stop();
    }
    if let Some(status) = en::status(it.sum.status) {
        let one = it.sum.observations.len() == 1;
        say!(text, if one { "The figure is " } else { "At least one of the figures added up is " });
        say!(text, status);
        text.stop();
    }
    en::vintage(text, facts.vintage);
    Reading { title, sentence: text.take() }
}

/// The months added up to date.
fn facts_span(facts: &FiscalYears) -> Span {
    facts.to_date.as_ref().map_or(facts.year.span(), |it| it.sum.span)
}

fn fiscal_years_ur(text: &mut Text, data: &Dataset, facts: &FiscalYears) -> Reading {
    let exports = ur::Exports(data, facts.sectors);
    let year = text.format.fiscal_year(facts.year.span().end());
    let Some(it) = &facts.to_date else {
        say!(text, year, ": ", exports, " کا مجموعہ دستیاب نہیں");
        let title = text.take();
        say!(text, exports, " کے لیے ", year, " کے مہینے جمع نہیں ہو سکتے");
        say!(
            text,
            concat!(
                "، کیونکہ ",
                package_text!(first month ur),
                " سے ہر مہینے کا عدد شائع نہیں ہوا"
            )
        );
        text.stop();
        return Reading { title, sentence: text.take() };
    };
    let span = ur::Period(it.sum.span);
    say!(text, span, " میں ", exports, " ", it.sum.amount);
    if let Some(change) = it.change {
        say!(text, "، ");
        ur::compared(text, change, &ur::Period(change.base));
    }
    let title = text.take();
    say!(text, span, " میں ", exports, " ", it.sum.amount, " رہیں");
    if let Some(change) = it.change {
        say!(text, "، یعنی ");
        ur::compared(text, change, &ur::Period(change.base));
    }
    text.stop();
    if it.of > 1 {
        let months = if it.sum.span.is_month() { "اس مہینے" } else { "ان مہینوں" };
        say!(text, "جن ", ur::InWords(it.of), " برسوں کے لیے ", months);
        say!(text, " کے اعداد معلوم ہیں، ان میں یہ ");
        say!(text, if it.tied { "مشترکہ طور پر " } else { "" });
        if is_lowest(it.place, it.of) {
            say!(text, "کم ترین");
        } else {
            ur::ordinal_highest(text, it.place);
        }
        say!(text, " رقم ہے");
        text.stop();
    }
    if let Some((whole, change)) = facts.whole.as_ref().filter(|it| it.0.span != facts_span(facts))
    {
        say!(text, "پورے ", year, " میں یہ ", whole.amount, " رہیں");
        if let Some(change) = change {
            say!(text, "، یعنی ");
            ur::compared(text, *change, &ur::Period(change.base));
        }
        text.stop();
    }
    if let Some(status) = ur::status(it.sum.status) {
        let one = it.sum.observations.len() == 1;
        say!(
            text,
            if one {
                "یہ عدد "
            } else {
                "جمع کیے گئے اعداد میں سے کم از کم ایک "
            }
        );
        say!(text, status);
        text.stop();
    }
    ur::vintage(text, facts.vintage);
    Reading { title, sentence: text.take() }
}

/// Each fiscal year's exports since July, one line a year.
pub fn exhibit(input: &ViewInput) -> Exhibit {
    let &ViewInput { data, state, format, .. } = input;
    let facts = fiscal_year_facts(data, state);
    let words = words(format.lang);
    let strings = format.lang.strings();
    let reading = fiscal_year_reading(data, &facts, format);
    let lines: Vec<Line> = facts
        .paths
        .iter()
        .map(|path| {
            let (ink, weight) = rank_of_year(facts.year.ending() - path.year.ending());
            let values = path.sums.iter().map(|it| it.as_ref().map(|it| it.amount.millions()));
            let name = format.fiscal_year_short(path.year);
            let statuses = path.sums.iter().map(|it| it.as_ref().map(|it| it.status));
            Line {
                dashed_from: dashed_from(statuses),
                ..Line::new(name, values.collect(), ink, weight)
            }
        })
        .collect();
    let series = query::series(data, state.vintage, state.sectors, Frequency::Monthly);
    let said = facts.paths.iter().enumerate().flat_map(|(line, path)| {
        let sums = path.sums.iter().enumerate();
        sums.filter_map(move |(place, sum)| Some((line, place, sum.as_ref()?)))
    });
    let said: Vec<Datum> = said
        .map(|(line, place, sum)| {
            let change = on_year(data, &series, sum).map(|it| {
                let base = format.span(it.base);
                format!("{} {}", format.signed_percent(it.percent()), (strings.on_base)(&base))
            });
            Datum {
                at: (place, line),
                heading: format.span(sum.span),
                figures: [Some(format.money_exact(sum.amount)), change]
                    .into_iter()
                    .flatten()
                    .collect(),
                observations: sum.observations.clone(),
                ..Datum::default()
            }
        })
        .collect();
    let selected = facts.to_date.as_ref().and_then(|it| {
        let line = facts.paths.iter().position(|path| path.year == facts.year)?;
        Some((line, it.sum.span.len() - 1))
    });
    let mut swatches = Vec::new();
    for path in facts.paths.iter().rev() {
        let years = facts.year.ending() - path.year.ending();
        let name = match years {
            0 => (words.swatch_this_year)(&format.fiscal_year_short(path.year)),
            1 => (words.swatch_year_before)(&format.fiscal_year_short(path.year)),
            _ => words.swatch_other_years.to_owned(),
        };
        let (ink, _) = rank_of_year(years);
        if !swatches.iter().any(|(it, _)| *it == ink) {
            swatches.push((ink, name));
        }
    }
    let mut status: Vec<Status> =
        facts.paths.iter().flat_map(|it| it.sums.iter().flatten()).map(|it| it.status).collect();
    status.sort_unstable();
    status.dedup();
    let table = fiscal_year_table(data, &series, &facts, format);
    let places = month_names(format, package_text::first_month());
    let draw = move |frame| {
        let tick = |value: f64, step: f64| format.tick(Unit::Money, value, step);
        let input = Lines {
            lines: &lines,
            places: &places,
            named: 0,
            axis: Axis::Linear(Baseline::Zero),
            levels: &[],
            breaks: &[],
            selected,
            tick: &tick,
        };
        chart::lines(&input, frame)
    };
    Exhibit {
        name: ViewId::FiscalYears.file(),
        reading,
        unit: (words.unit_to_date)(format.unit(Unit::Money)),
        picture: Picture { draw: Box::new(draw), data: said, swatches, status, year: MONTHS },
        table,
        notes: vec![words.note_sums.to_owned()],
        controls: Vec::new(),
        sources: Citations::InRecord,
    }
}

/// A row for each sum, the latest first.
fn fiscal_year_table(
    data: &Dataset,
    series: &Series,
    facts: &FiscalYears,
    format: Format,
) -> Table {
    let (words, strings) = (words(format.lang), format.lang.strings());
    let money = format.unit(Unit::Money);
    let column = |heading: String, numeric: bool| Column { heading, numeric };
    let columns = vec![
        column(strings.period.to_owned(), false),
        column(format!("{} ({money})", words.sum_since_first), true),
        column(format!("{} ({money})", words.year_before), true),
        column(strings.change_on_year.to_owned(), true),
        column(strings.status_heading.to_owned(), false),
    ];
    let sums = facts.paths.iter().rev().flat_map(|it| it.sums.iter().rev().flatten());
    let rows = sums.map(|sum| {
        let change = on_year(data, series, sum);
        let end = sum.span.end();
        Row {
            cells: vec![
                Cell::number(format.span(sum.span), f64::from(end.since(Month::ZERO))),
                table::amount_cell(sum.amount, format),
                change.map_or(Cell::words(""), |it| table::amount_cell(it.base_amount, format)),
                Cell::optional(change.map(|it| it.percent()), |it| format.signed_percent(it)),
                Cell::words((strings.status)(sum.status)),
            ],
            observations: sum.observations.clone(),
            month: data.monthly_record().contains(end.into()).then_some(end),
        }
    });
    Table { columns, rows: rows.collect(), whole: None }
}
