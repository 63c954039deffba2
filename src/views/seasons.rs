//! Calendar years over each other: what the season does.

use super::ViewInput;
use super::years::{self, YearLine};
use crate::catalogue::ViewId;
use crate::exhibit::{Citations, Exhibit};
use crate::facts::{self, Seasons};
use crate::i18n::Format;
use crate::i18n::trend::words;
use crate::measure::Unit;
use crate::query::DataPoint;
use crate::reading;
use crate::table::{Cell, Column, Row, Table, amount_cell};

/// A line a calendar year, January to December.
pub fn exhibit(input: &ViewInput) -> Exhibit {
    let &ViewInput { data, state, format, .. } = input;
    let facts = facts::seasons(data, state);
    let words = words(format.lang);
    let lines = facts.years.iter().map(|year| {
        let told = |it: &DataPoint| {
            let rank = year.rank(it.amount);
            vec![format.money_exact(it.amount), (words.place_in_year)(rank.place, rank.of)]
        };
        YearLine {
            name: year.year.to_string(),
            years_before: facts.month.year() - year.year,
            months: year.months.iter().map(|it| it.as_ref().map(|it| (it, told(it)))).collect(),
        }
    });
    let own = facts.years.iter().position(|it| it.year == facts.month.year());
    let selected = own.filter(|_| facts.own.is_some());
    let selected = selected.map(|line| (line, usize::from(facts.month.number()) - 1));
    Exhibit {
        name: ViewId::Seasons.file(),
        reading: reading::seasons(data, &facts, format),
        unit: (words.unit_monthly)(format.unit(Unit::Money)),
        picture: years::picture(lines.collect(), 1, selected, format),
        table: table(&facts, format),
        beside: None,
        notes: vec![words.note_seasons.to_owned()],
        controls: Vec::new(),
        sources: Citations::InRecord,
    }
}

/// A row for each month, the latest first.
fn table(facts: &Seasons, format: Format) -> Table {
    let (words, strings) = (words(format.lang), format.lang.strings());
    let columns = vec![
        Column::words(strings.month),
        Column::figures(format!("{} ({})", words.exports, format.unit(Unit::Money))),
        Column::figures(words.rank),
        Column::words(strings.status_heading),
    ];
    let months = facts
        .years
        .iter()
        .rev()
        .flat_map(|year| year.months.iter().rev().flatten().map(move |it| (year, it)));
    let rows = months.map(|(year, it)| {
        let rank = year.rank(it.amount);
        Row {
            cells: vec![
                Cell::period(it.span, format),
                amount_cell(it.amount, format),
                Cell::number((words.rank_of)(rank.place, rank.of), rank.place as f64),
                Cell::words((strings.status)(it.status)),
            ],
            observations: it.observations.clone(),
            month: Some(it.span.end()),
        }
    });
    Table { columns, rows: rows.collect(), whole: None }
}
