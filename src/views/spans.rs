//! Exports of the chosen sectors over the spans for which they were published: a block as wide as
//! the months it covers and as high as their monthly mean, so that its area is what was exported.

use std::cmp::Reverse;

use super::{ViewInput, figure_of, newer_note, untextured, with_status};
use crate::calendar::Frequency;
use crate::catalogue::ViewId;
use crate::chart::{self, Break};
use crate::data::Dataset;
use crate::exhibit::{Citations, Datum, Exhibit, Picture};
use crate::facts;
use crate::i18n::breakdown::words;
use crate::i18n::{Format, isolate};
use crate::measure::{Measure, Unit, Value};
use crate::order::sorted_by_key;
use crate::reading;
use crate::table::{
    Cell, Column, Row, Table, amount_cell, period_cell, published_cell, record_month,
};

pub fn exhibit(input: &ViewInput) -> Exhibit {
    let &ViewInput { data, state, format, .. } = input;
    let mut facts = facts::published_spans(data, state);
    let strings = format.lang.strings();
    let own = words(format.lang);
    let values = facts.values.iter().enumerate();
    let figures = values.map(|(index, it)| datum((index, 0), format.span(it.span), it, format));
    let figures: Vec<Datum> = figures.collect();
    let newer = newer_note(data, facts.sectors, format.lang).filter(|_| facts.break_at.is_some());
    let gap_label =
        if facts.sectors == data.sectors.all() { own.no_figure } else { strings.no_split };
    let selected = state.month;
    let reading = reading::spans(data, &facts, format);
    let table = table(data, None, &[("", &facts.values)], format);
    untextured(facts.values.iter_mut(), &figures);
    Exhibit {
        name: ViewId::Spans.file(),
        reading,
        unit: with_status((own.span_unit)(format.unit(Unit::Money)), &figures, format),
        table,
        beside: None,
        notes: [own.areas.to_owned()].into_iter().chain(newer).collect(),
        controls: Vec::new(),
        sources: Citations::InRecord,
        picture: Picture {
            rest: figure_of(state.month, &figures, format),
            data: figures,
            swatches: Vec::new(),
            year: 12,
            draw: Box::new(move |frame| {
                let input = chart::Trend {
                    values: &facts.values,
                    lines: &[],
                    range: facts.range,
                    gaps: &facts.gaps,
                    gap_label,
                    measure: Measure::Level,
                    frequency: Frequency::Monthly,
                    selected: Some(selected),
                    break_mark: facts.break_at.map(|at| Break { at, label: strings.series_break }),
                    format,
                };
                chart::trend(&input, frame)
            }),
        },
    }
}

/// Amount, monthly mean where that is another, months, status.
pub(super) fn datum(at: (usize, usize), heading: String, value: &Value, format: Format) -> Datum {
    let own = words(format.lang);
    let mut figures = vec![format.money_exact(value.amount)];
    if !value.span.is_month() {
        let mean = format.money_value(Unit::Money, value.value);
        figures.push((own.a_month)(&mean));
        figures.push(format!("{}: {}", own.months, isolate(&format.count(value.span.len()))));
    }
    let (status, observations) = (Some(value.status), value.observations.clone());
    Datum { at, heading, figures, status, observations, citation: None }
}

/// A row a figure, one series after the other, the latest of each first. Where there are several,
/// `names` is the heading of their names.
pub(super) fn table(
    data: &Dataset,
    names: Option<&str>,
    series: &[(&str, &[Value])],
    format: Format,
) -> Table {
    let (strings, own) = (format.lang.strings(), words(format.lang));
    let money = format.unit(Unit::Money);
    let mut columns: Vec<Column> = names.map(Column::words).into_iter().collect();
    columns.extend([
        Column::words(strings.period),
        Column::figures(format!("{} ({money})", own.exports)),
        Column::figures(format!("{} ({money})", own.monthly_mean)),
        Column::figures(own.months),
        Column::words(strings.status_heading),
        Column::words(strings.published),
    ]);
    let row = |name: &str, it: &Value| {
        let (mean, months) = (format.in_unit(Unit::Money, it.value), it.span.len());
        let mut cells: Vec<Cell> = names.map(|_| Cell::words(name)).into_iter().collect();
        cells.extend([
            period_cell(it.span, format),
            amount_cell(it.amount, format),
            Cell::number(format.value(Unit::Money, it.value), mean),
            Cell::number(format.count(months), months as f64),
            Cell::words((strings.status)(it.status)),
            published_cell(data, &it.observations, format),
        ]);
        let month = record_month(data, it.span);
        Row { cells, observations: it.observations.clone(), month }
    };
    let latest_first =
        |values| sorted_by_key(values, |it: &&Value| Reverse((it.span.end(), it.span.len())));
    let rows = series.iter().flat_map(|&(name, values)| {
        latest_first(values.iter()).into_iter().map(move |it| (name, it))
    });
    Table { columns, rows: rows.map(|(name, it)| row(name, it)).collect(), whole: None }
}
