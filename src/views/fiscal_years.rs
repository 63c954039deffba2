//! Fiscal years laid over each other: what each had exported by the end of each of its months.

use super::years::{self, YearLine};
use super::{ViewInput, year_on_year};
use crate::catalogue::ViewId;
use crate::data::Dataset;
use crate::exhibit::{Citations, Exhibit};
use crate::facts::{self, FiscalYears};
use crate::i18n::Format;
use crate::i18n::trend::words;
use crate::measure::Unit;
use crate::package_text;
use crate::reading;
use crate::table::{Cell, Column, Row, Table, amount_cell};

/// Each fiscal year's exports since July, one line a year.
pub fn exhibit(input: &ViewInput) -> Exhibit {
    let &ViewInput { data, state, format, .. } = input;
    let facts = facts::fiscal_years(data, state);
    let words = words(format.lang);
    let lines = facts.paths.iter().map(|path| YearLine {
        name: format.fiscal_year_short(path.year),
        years_before: facts.year.ending() - path.year.ending(),
        months: path
            .sums
            .iter()
            .map(|it| it.as_ref().map(|it| (&it.now, year_on_year(it, format))))
            .collect(),
    });
    let selected = facts.to_date.as_ref().and_then(|(it, _)| {
        let line = facts.paths.iter().position(|path| path.year == facts.year)?;
        Some((line, it.now.span.len() - 1))
    });
    Exhibit {
        name: ViewId::FiscalYears.file(),
        reading: reading::fiscal_years(data, &facts, format),
        unit: (words.unit_to_date)(format.unit(Unit::Money)),
        picture: years::picture(lines.collect(), package_text::first_month(), selected, format),
        table: table(data, &facts, format),
        beside: None,
        notes: vec![words.note_sums.to_owned()],
        controls: Vec::new(),
        sources: Citations::InRecord,
    }
}

/// A row for each sum, the latest first.
fn table(data: &Dataset, facts: &FiscalYears, format: Format) -> Table {
    let (words, strings) = (words(format.lang), format.lang.strings());
    let money = format.unit(Unit::Money);
    let columns = vec![
        Column::words(strings.period),
        Column::figures(format!("{} ({money})", words.sum_since_first)),
        Column::figures(format!("{} ({money})", words.year_before)),
        Column::figures(strings.change_on_year),
        Column::words(strings.status_heading),
    ];
    let sums = facts.paths.iter().rev().flat_map(|it| it.sums.iter().rev().flatten());
    let rows = sums.map(|it| {
        let (sum, change) = (&it.now, it.change());
        let end = sum.span.end();
        Row {
            cells: vec![
                Cell::period(sum.span, format),
                amount_cell(sum.amount, format),
                change.map_or(Cell::words(""), |it| amount_cell(it.base_amount, format)),
                Cell::optional(change.map(|it| it.percent()), |it| format.signed_percent(it)),
                Cell::words((strings.status)(sum.status)),
            ],
            observations: sum.observations.clone(),
            month: data.monthly_record().contains(end.into()).then_some(end),
        }
    });
    Table { columns, rows: rows.collect(), whole: None }
}
