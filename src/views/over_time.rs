//! The parts of the chosen sectors over time, piled up or in percent of their whole.

use std::rc::Rc;

use super::ViewInput;
use super::{first_prints, statuses};
use crate::calendar::Span;
use crate::catalogue::ViewId;
use crate::chart::{self, Break, Frame, Ink, Scene, Stack};
use crate::data::{Amount, Dataset, ObservationId};
use crate::exhibit::{Citations, Datum, Exhibit, Picture};
use crate::facts::{self, Column, Parts};
use crate::i18n::Format;
use crate::measure::Unit;
use crate::order::sorted_by_key;
use crate::query::Heading;
use crate::reading;
use crate::table::{self, Cell, Row, Table};

/// Columns over the range of the view; in percent of each where `shares`.
pub(super) fn exhibit(input: &ViewInput, shares: bool) -> Exhibit {
    let &ViewInput { data, state, format, .. } = input;
    let facts = Rc::new(facts::parts(data, state));
    let words = format.lang.strings();
    let reading = reading::parts(data, &facts, format)
        .unwrap_or_else(|| reading::breakdown(data, &facts::breakdown(data, state), format));
    let newer = data.sectors.newer_part(facts.sectors);
    let newer = newer.map(|it| it.note.get(format.lang)).filter(|it| !it.is_empty());
    let unit = if shares {
        words.percent_of_total.to_owned()
    } else {
        (words.monthly_mean)(format.unit(Unit::Money))
    };
    let said = facts.columns.iter().enumerate().flat_map(|(index, column)| {
        (0..column.parts.len())
            .filter_map(move |series| said(data, column, (index, series), format))
    });
    Exhibit {
        name: if shares { ViewId::Shares } else { ViewId::Stack }.file(),
        unit,
        table: table_of(data, &facts, format),
        picture: Picture {
            data: said.collect(),
            swatches: swatches(data, &facts, format),
            status: statuses(facts.columns.iter().map(|it| it.status)),
            year: 6,
            draw: {
                let facts = facts.clone();
                Box::new(move |frame| scene(data, &facts, shares, format, frame))
            },
        },
        notes: newer
            .map(str::to_owned)
            .into_iter()
            .chain(first_prints(facts.vintage, format))
            .collect(),
        controls: Vec::new(),
        sources: Citations::InRecord,
        reading,
    }
}

/// A part of a column: its share, the mean of a month where there are several, the amount.
fn said(
    data: &Dataset,
    column: &Column,
    (index, series): (usize, usize),
    format: Format,
) -> Option<Datum> {
    let words = format.lang.strings();
    let (heading, amount) = *column.parts.get(series)?;
    let name = table::heading_name(data, heading, format.lang, true);
    let sector = |id: &ObservationId| Heading::Sector(data.observation(*id).sector) == heading;
    let own: Vec<ObservationId> = column.figures.iter().copied().filter(sector).collect();
    let mut figures = vec![format.money_exact(amount)];
    if let Some(share) = amount.ratio_to(column.whole) {
        figures.push(format!("{}: {}", words.share, format.percent(share * 100.0)));
    }
    if !column.span.is_month() {
        let mean = amount.millions() / column.span.len() as f64;
        figures.push((words.monthly_mean)(&format.value(Unit::Money, mean)));
    }
    figures.push((words.status)(column.status).to_owned());
    Some(Datum {
        at: (index, series),
        heading: format!("{} · {name}", format.span(column.span)),
        figures,
        observations: if own.is_empty() { column.observations.clone() } else { own },
        ..Datum::default()
    })
}

fn scene(data: &Dataset, facts: &Parts, shares: bool, format: Format, frame: Frame) -> Scene {
    let words = format.lang.strings();
    let columns: Vec<chart::Column> = facts
        .columns
        .iter()
        .map(|it| {
            let mean = |amount: Amount| amount.millions() / it.span.len() as f64;
            let parts = it.parts.iter().map(|&(heading, amount)| (heading, mean(amount)));
            chart::Column { span: it.span, parts: parts.collect(), status: it.status }
        })
        .collect();
    let name = |it| (it, table::heading_name(data, it, format.lang, true));
    let names: Vec<(Heading, String)> = headings(facts).into_iter().map(name).collect();
    let since = data.sectors.newer_part(facts.sectors).and_then(|it| it.since);
    let input = Stack {
        sectors: &data.sectors,
        columns: &columns,
        names: &names,
        range: facts.range,
        gaps: &facts.gaps,
        gap_label: words.no_split,
        shares,
        break_mark: since
            .filter(|&at| facts.range.contains(at.into()))
            .map(|at| Break { at, label: words.series_break }),
        format,
    };
    chart::stack(&input, frame)
}

/// Headings that occur in the columns, in the order of the stack.
fn headings(facts: &Parts) -> Vec<Heading> {
    let all = facts.columns.iter().flat_map(|it| it.parts.iter().map(|part| part.0));
    let mut headings = sorted_by_key(all, |it| *it);
    headings.dedup();
    headings
}

fn swatches(data: &Dataset, facts: &Parts, format: Format) -> Vec<(Ink, String)> {
    let swatch = |heading| {
        let name = table::heading_name(data, heading, format.lang, true);
        (chart::ink(&data.sectors, heading), name)
    };
    headings(facts).into_iter().map(swatch).collect()
}

/// A row a column, the latest first; a column a heading.
fn table_of(data: &Dataset, facts: &Parts, format: Format) -> Table {
    let words = format.lang.strings();
    let headings = headings(facts);
    let money = format.unit(Unit::Money);
    let named =
        |name: String| table::Column { heading: format!("{name} ({money})"), numeric: true };
    let mut columns = vec![table::Column { heading: words.period.to_owned(), numeric: false }];
    columns
        .extend(headings.iter().map(|&it| named(table::heading_name(data, it, format.lang, true))));
    columns.push(named(words.whole.to_owned()));
    columns.push(table::Column { heading: words.status_heading.to_owned(), numeric: false });
    let rows = facts.columns.iter().rev().map(|column| {
        let amount = |it: &Heading| {
            let part = column.parts.iter().find(|part| part.0 == *it);
            part.map_or(Cell::words(""), |part| table::amount_cell(part.1, format))
        };
        let mut cells = vec![Cell::number(format.span(column.span), place(column.span))];
        cells.extend(headings.iter().map(amount));
        cells.push(table::amount_cell(column.whole, format));
        cells.push(Cell::words((words.status)(column.status)));
        Row {
            cells,
            observations: column.figures.clone(),
            month: column.span.is_month().then_some(column.span.end()),
        }
    });
    Table { columns, rows: rows.collect(), whole: None }
}

/// Months since the year 0, to sort by.
fn place(span: Span) -> f64 {
    f64::from(span.start().year() * 12 + i32::from(span.start().number()))
}
