//! The parts of the chosen sectors over time, piled up or in percent of their whole.

use std::rc::Rc;

use super::{ViewInput, alike, first_prints, newer_note, with_status};
use crate::catalogue::ViewId;
use crate::chart::{self, Break, Frame, Scene, Stack};
use crate::data::{Amount, Dataset, ObservationId, Status};
use crate::exhibit::{Citations, Datum, Exhibit, Picture};
use crate::facts::{self, Column, Parts};
use crate::i18n::Format;
use crate::i18n::breakdown::words;
use crate::measure::Unit;
use crate::query::Heading;
use crate::reading;
use crate::table::{self, Cell, Row, Table, amount_cell, heading_name, period_cell};

/// A short name for each heading that occurs, in the order of the stack.
type Names = Rc<Vec<(Heading, String)>>;

/// Columns over the range of the view; in percent of each where `shares`.
pub(super) fn exhibit(input: &ViewInput, shares: bool) -> Exhibit {
    let &ViewInput { data, state, format, .. } = input;
    let facts = Rc::new(facts::parts(data, state));
    let name = |it| (it, heading_name(data, it, format.lang, true));
    let names: Names = Rc::new(facts.headings().into_iter().map(name).collect());
    let figures: Vec<Datum> = facts
        .columns
        .iter()
        .enumerate()
        .flat_map(|(index, column)| {
            let parts = column.parts.iter().enumerate();
            parts.map(move |(series, &part)| datum(data, column, (index, series), part, format))
        })
        .collect();
    let unit = if shares {
        words(format.lang).percent_of_total.to_owned()
    } else {
        (words(format.lang).monthly_mean_unit)(format.unit(Unit::Money))
    };
    // The largest part of the last column.
    let last = facts.columns.last().map_or(&[][..], |it| &it.parts);
    let largest = (0..last.len()).max_by_key(|&it| last[it].1);
    let rest = (figures.len() + largest.unwrap_or(0)).saturating_sub(last.len());
    let solid = alike(&figures).is_some();
    Exhibit {
        name: if shares { ViewId::Shares } else { ViewId::Stack }.file(),
        reading: reading::parts(data, &facts, format)
            .unwrap_or_else(|| reading::breakdown(data, &facts::breakdown(data, state), format)),
        unit: with_status(unit, &figures, format),
        table: table_of(&facts, &names, format),
        picture: Picture {
            rest,
            data: figures,
            swatches: Vec::new(),
            year: 6,
            draw: {
                let (facts, names) = (facts.clone(), names.clone());
                Box::new(move |frame| scene(data, &facts, &names, (shares, solid), format, frame))
            },
        },
        beside: None,
        notes: newer_note(data, facts.sectors, format.lang)
            .into_iter()
            .chain(first_prints(facts.vintage, format))
            .collect(),
        controls: Vec::new(),
        sources: Citations::InRecord,
    }
}

/// A part of a column: its share, the mean of a month where there are several, the amount.
fn datum(
    data: &Dataset,
    column: &Column,
    at: (usize, usize),
    (heading, amount): (Heading, Amount),
    format: Format,
) -> Datum {
    let own = words(format.lang);
    let sector = |id: &ObservationId| Heading::Sector(data.observation(*id).sector) == heading;
    let its: Vec<ObservationId> = column.figures.iter().copied().filter(sector).collect();
    let mut figures = vec![format.money_exact(amount)];
    if let Some(share) = amount.ratio_to(column.whole) {
        figures.push((own.of_whole)(&format.in_order(&format.percent(share * 100.0))));
    }
    if !column.span.is_month() {
        let mean = amount.millions() / column.span.len() as f64;
        figures.push((own.a_month)(&format.money_value(Unit::Money, mean)));
    }
    let name = heading_name(data, heading, format.lang, true);
    Datum {
        at,
        heading: format!("{} · {name}", format.span(column.span)),
        figures,
        status: Some(column.status),
        observations: if its.is_empty() { column.observations.clone() } else { its },
        citation: None,
    }
}

fn scene(
    data: &Dataset,
    facts: &Parts,
    names: &Names,
    (shares, solid): (bool, bool),
    format: Format,
    frame: Frame,
) -> Scene {
    let strings = format.lang.strings();
    let column = |it: &Column| {
        let mean = |amount: Amount| amount.millions() / it.span.len() as f64;
        let parts = it.parts.iter().map(|&(heading, amount)| (heading, mean(amount)));
        let status = if solid { Status::Final } else { it.status };
        chart::Column { span: it.span, parts: parts.collect(), status }
    };
    let columns: Vec<chart::Column> = facts.columns.iter().map(column).collect();
    let since = data.sectors.newer_part(facts.sectors).and_then(|it| it.since);
    let input = Stack {
        sectors: &data.sectors,
        columns: &columns,
        names,
        range: facts.range,
        gaps: &facts.gaps,
        gap_label: strings.no_split,
        shares,
        break_mark: since
            .filter(|&at| facts.range.contains(at.into()))
            .map(|at| Break { at, label: strings.series_break }),
        format,
    };
    chart::stack(&input, frame)
}

/// A row a column, the latest first; a column a heading.
fn table_of(facts: &Parts, names: &Names, format: Format) -> Table {
    let strings = format.lang.strings();
    let money = format.unit(Unit::Money);
    let named = |name: &str| table::Column::figures(format!("{name} ({money})"));
    let mut columns = vec![table::Column::words(strings.period)];
    columns.extend(names.iter().map(|(_, name)| named(name)));
    columns.extend([named(words(format.lang).whole), table::Column::words(strings.status_heading)]);
    let row = |column: &Column| {
        let amount = |heading: Heading| {
            let part = column.parts.iter().find(|part| part.0 == heading);
            part.map_or(Cell::words(""), |part| amount_cell(part.1, format))
        };
        let mut cells = vec![period_cell(column.span, format)];
        cells.extend(names.iter().map(|it| amount(it.0)));
        cells.push(amount_cell(column.whole, format));
        cells.push(Cell::words((strings.status)(column.status)));
        let month = column.span.is_month().then_some(column.span.end());
        Row { cells, observations: column.figures.clone(), month }
    };
    Table { columns, rows: facts.columns.iter().rev().map(row).collect(), whole: None }
}
