//! The total of fiscal years in another unit, above the same in dollars.

use super::{ViewInput, each_once, first_prints, read_at};
use crate::catalogue::ViewId;
use crate::chart::{self, YearBar, YearPanel, YearPanels};
use crate::data::context::PriceSeries;
use crate::exhibit::{Citations, Datum, Exhibit, Picture};
use crate::facts::{self, Worth, YearWorth};
use crate::i18n::Format;
use crate::i18n::prices::words;
use crate::i18n::trend;
use crate::measure::Unit;
use crate::reading;
use crate::table::{Cell, Column, Row, Table, amount_cell};

pub(super) fn exhibit(input: &ViewInput, view: ViewId, series: PriceSeries) -> Exhibit {
    let &ViewInput { data, context, state, format } = input;
    let facts = facts::worth(data, context, state.vintage, series);
    let words = words(format.lang);
    let panels = panels(&facts, format);
    let figures: Vec<Datum> = facts
        .years
        .iter()
        .enumerate()
        .flat_map(|(at, it)| [false, true].map(|dollars| datum(&facts, (at, it), dollars, format)))
        .collect();
    let marked = facts.contrast().map(|it| it.0);
    let one_unit = series == PriceSeries::Cpi;
    let money = format.unit(Unit::Money);
    let (unit, note) = match series {
        PriceSeries::Rate => ((words.rupees_unit)(money), words.note_rupees.to_owned()),
        PriceSeries::Cpi => {
            let base = base(&facts, format);
            ((words.us_prices_unit)(money, &base), (words.note_us_prices)(&base))
        }
    };
    let part = (state.sectors != data.sectors.all()).then(|| words.note_total.to_owned());
    let pages = facts.pages.iter().filter_map(|&it| read_at(context, it, format.lang));
    Exhibit {
        name: view.file(),
        reading: reading::prices(&facts, format),
        unit,
        table: table(&facts, format),
        beside: None,
        notes: part.into_iter().chain([note]).chain(first_prints(facts.vintage, format)).collect(),
        controls: Vec::new(),
        sources: Citations::Both(each_once(pages)),
        picture: Picture {
            rest: figures.len().saturating_sub(2),
            data: figures,
            swatches: Vec::new(),
            year: 1,
            draw: Box::new(move |frame| {
                let panels = &panels;
                chart::year_panels(&YearPanels { panels, one_unit, marked, format }, frame)
            }),
        },
    }
}

/// The year in whose prices amounts are.
fn base(facts: &Worth, format: Format) -> String {
    facts.years.last().map_or(String::new(), |it| format.span(it.dollars.span))
}

/// The value in figures, without its unit.
fn figure(series: PriceSeries, value: f64, format: Format) -> String {
    match series {
        PriceSeries::Rate => format.rupee_figure(value),
        PriceSeries::Cpi => format.value(Unit::Money, value.round()),
    }
}

/// The other unit above dollars.
fn panels(facts: &Worth, format: Format) -> [YearPanel; 2] {
    let words = words(format.lang);
    let heading = |row: &str, times: Option<f64>| match (facts.years.first(), times) {
        (Some(first), Some(times)) => {
            (words.times_first)(row, &format.times(times), &format.span(first.dollars.span))
        }
        _ => row.to_owned(),
    };
    let bar = |it: &YearWorth, value: f64, text: String, percent: Option<f64>| YearBar {
        span: it.dollars.span,
        value,
        text,
        remark: percent.map_or(String::new(), |it| format.signed_percent(it)),
        status: it.dollars.status,
    };
    let converted = |it: &YearWorth| {
        let text = figure(facts.series, it.value, format);
        bar(it, it.value, text, it.change.map(|it| it.percent))
    };
    let dollars = |it: &YearWorth| {
        let millions = it.dollars.amount.millions();
        let text = figure(PriceSeries::Cpi, millions, format);
        bar(it, millions, text, it.change.map(|it| it.dollars.percent()))
    };
    let row = match facts.series {
        PriceSeries::Rate => words.rupees_row.to_owned(),
        PriceSeries::Cpi => (words.us_prices_row)(&base(facts, format)),
    };
    let money =
        format!("{}{}{}", words.dollars_row, format.lang.strings().comma, format.unit(Unit::Money));
    let (of_dollars, of_other) = facts.times().unzip();
    [
        YearPanel {
            heading: heading(&row, of_other),
            bars: facts.years.iter().map(converted).collect(),
        },
        YearPanel {
            heading: heading(&money, of_dollars),
            bars: facts.years.iter().map(dollars).collect(),
        },
    ]
}

/// What is told of a bar of the upper row, or of that of dollars.
fn datum(facts: &Worth, (at, it): (usize, &YearWorth), dollars: bool, format: Format) -> Datum {
    let words = words(format.lang);
    let change = it.change.map(|both| {
        let percent = if dollars { both.dollars.percent() } else { both.percent };
        format.change_on(percent, &format.span(both.dollars.base))
    });
    let (value, mean) = match (dollars, facts.series) {
        (true, _) => (format.money_exact(it.dollars.amount), None),
        (false, PriceSeries::Rate) => {
            (format.rupees(it.value), Some((words.rate_of_year)(&format.rate(it.mean))))
        }
        (false, PriceSeries::Cpi) => {
            let value = format.money_value(Unit::Money, it.value.round());
            let index = format.value(Unit::Index, it.mean);
            let prices = (words.us_prices_row)(&base(facts, format));
            (format!("{prices}: {value}"), Some((words.index_of_year)(&index)))
        }
    };
    Datum {
        at: (at, usize::from(dollars)),
        heading: format.span(it.dollars.span),
        figures: [Some(value), change, mean].into_iter().flatten().collect(),
        status: Some(it.dollars.status),
        observations: it.dollars.observations.clone(),
        citation: None,
    }
}

/// A row a year, the latest first.
fn table(facts: &Worth, format: Format) -> Table {
    let words = words(format.lang);
    let strings = format.lang.strings();
    let money = format.unit(Unit::Money);
    let [value, change, mean] = match facts.series {
        PriceSeries::Rate => [
            words.in_rupees.to_owned(),
            words.change_in_rupees.to_owned(),
            words.mean_rate.to_owned(),
        ],
        PriceSeries::Cpi => {
            let index = facts.years.last().map_or(0.0, |it| it.mean);
            let index = format.value(Unit::Index, index);
            [
                (words.in_us_prices)(money, &base(facts, format), &index),
                words.change_in_us_prices.to_owned(),
                words.mean_index.to_owned(),
            ]
        }
    };
    let columns = vec![
        Column::words(trend::words(format.lang).fiscal_year),
        Column::figures(value),
        Column::figures(change),
        Column::figures((words.in_dollars)(money)),
        Column::figures(words.change_in_dollars),
        Column::figures(mean),
        Column::words(strings.status_heading),
    ];
    let percent = |it: Option<f64>| Cell::optional(it, |it| format.signed_percent(it));
    let rows = facts.years.iter().rev().map(|it| {
        let text = figure(facts.series, it.value, format);
        let (value, mean) = match facts.series {
            PriceSeries::Rate => (it.value, format.rate(it.mean)),
            PriceSeries::Cpi => {
                (format.in_unit(Unit::Money, it.value), format.value(Unit::Index, it.mean))
            }
        };
        Row {
            cells: vec![
                Cell::period(it.dollars.span, format),
                Cell::number(text, value),
                percent(it.change.map(|it| it.percent)),
                amount_cell(it.dollars.amount, format),
                percent(it.change.map(|it| it.dollars.percent())),
                Cell::number(mean, it.mean),
                Cell::words((strings.status)(it.dollars.status)),
            ],
            observations: it.dollars.observations.clone(),
            month: None,
        }
    });
    Table { columns, rows: rows.collect(), whole: None }
}
