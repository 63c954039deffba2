//! Months by fiscal years, as a table whose colours tell how much.

use super::years::month_names;
use super::{ViewInput, figure_of, of_point, year_on_year};
use crate::calendar::Month;
use crate::catalogue::ViewId;
use crate::chart::{self, Heat, HeatCell, HeatRow, Ink};
use crate::data::Amount;
use crate::exhibit::{Citations, Datum, Exhibit, Picture};
use crate::facts::{self, HeatTable, MONTHS_OF_A_YEAR, YearOnYear};
use crate::i18n::Format;
use crate::i18n::trend::words;
use crate::measure::Unit;
use crate::package_text;
use crate::reading;
use crate::table::{Cell, Column, Row, Table, amount_cell};

/// Which step of colour an amount has between the lowest and the highest shown.
fn step(amount: Amount, low: Amount, high: Amount) -> u8 {
    let steps = i64::from(Ink::HEAT_STEPS);
    let width = (high - low).thousands().max(1);
    ((amount - low).thousands() * steps / width).clamp(0, steps - 1) as u8
}

/// Months in columns, fiscal years in rows, the more the stronger.
pub fn exhibit(input: &ViewInput) -> Exhibit {
    let &ViewInput { data, state, format, .. } = input;
    let facts = facts::heat(data, state);
    let words = words(format.lang);
    let record = data.monthly_record();
    let low = facts.lowest.as_ref().map_or(Amount::ZERO, |it| it.0);
    let high = facts.highest.as_ref().map_or(Amount::ZERO, |it| it.0);
    let cell = |month: Month, it: &Option<YearOnYear>| match it {
        Some(it) => HeatCell::Value {
            step: step(it.now.amount, low, high),
            text: format.tick(Unit::Money, it.now.amount.millions(), 1.0),
            status: it.now.status,
        },
        None if record.contains(month.into()) => HeatCell::Missing,
        None => HeatCell::Outside,
    };
    let mut told = Vec::new();
    let rows: Vec<HeatRow> = facts
        .years
        .iter()
        .enumerate()
        .map(|(row, year)| {
            let months = year.year.span().months().zip(&year.months).enumerate();
            let cells = months.map(|(column, (month, it))| {
                let cell = cell(month, it);
                if cell != HeatCell::Outside {
                    told.push(datum((column, row), month, it, format));
                }
                cell
            });
            HeatRow { name: format.fiscal_year_short(year.year), cells: cells.collect() }
        })
        .collect();
    let selected = facts.years.iter().position(|it| it.year == facts.month.fiscal_year());
    let selected = selected
        .map(|row| (row, facts.month.since(facts.month.fiscal_year().span().start()) as usize));
    // The ends of the scale, in amounts.
    let border = |step: i64| {
        let width = (high - low).thousands();
        Amount::from_thousands(low.thousands() + width * step / i64::from(Ink::HEAT_STEPS))
    };
    let last = Ink::HEAT_STEPS - 1;
    let swatches = if high > low {
        vec![
            (Ink::Heat(0), (words.up_to)(&format.money(border(1)))),
            (Ink::Heat(last), (words.from)(&format.money(border(i64::from(last))))),
        ]
    } else {
        Vec::new()
    };
    let columns = month_names(format, package_text::first_month());
    let table = table(&facts, format);
    let reading = reading::heat(data, &facts, format);
    let draw = move |frame| chart::heat(&Heat { rows: &rows, columns: &columns, selected }, frame);
    Exhibit {
        name: ViewId::Heat.file(),
        reading,
        unit: (words.heat_unit)(format.unit(Unit::Money)),
        picture: Picture {
            draw: Box::new(draw),
            rest: figure_of(state.month, &told, format),
            data: told,
            swatches,
            year: MONTHS_OF_A_YEAR,
        },
        table,
        beside: None,
        notes: if facts.only_together {
            vec![words.note_only_together.to_owned()]
        } else {
            Vec::new()
        },
        controls: Vec::new(),
        sources: Citations::InRecord,
    }
}

fn datum(at: (usize, usize), month: Month, it: &Option<YearOnYear>, format: Format) -> Datum {
    match it {
        Some(it) => of_point(at, &it.now, year_on_year(it, format), format),
        None => Datum {
            at,
            heading: format.month(month),
            figures: vec![words(format.lang).not_published.to_owned()],
            ..Datum::default()
        },
    }
}

/// A row a fiscal year, the latest first, a column a month.
fn table(facts: &HeatTable, format: Format) -> Table {
    let heading = format!("{} ({})", words(format.lang).fiscal_year, format.unit(Unit::Money));
    let months = month_names(format, package_text::first_month());
    let columns = [Column::words(heading)].into_iter();
    let columns = columns.chain(months.into_iter().map(Column::figures)).collect();
    let rows = facts.years.iter().rev().map(|year| {
        let name = format.fiscal_year(year.year.span().end());
        let amount = |it: &Option<YearOnYear>| {
            it.as_ref().map_or(Cell::words(""), |it| amount_cell(it.now.amount, format))
        };
        let mut cells = vec![Cell::number(name, f64::from(year.year.ending()))];
        cells.extend(year.months.iter().map(amount));
        let known = year.months.iter().flatten();
        Row {
            cells,
            observations: known.flat_map(|it| it.now.observations.iter().copied()).collect(),
            month: None,
        }
    });
    Table { columns, rows: rows.collect(), whole: None }
}
