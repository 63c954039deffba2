//! What each part of the chosen sectors brought to their growth over a year.

use std::cmp::Reverse;

use super::{ViewInput, rows_and_figures, whole_name};
use crate::calendar::Span;
use crate::catalogue::ViewId;
use crate::chart::{self, Ink, PairRow, Pairs};
use crate::data::{Amount, Dataset};
use crate::exhibit::{Choosable, Citations, Control, Datum, Exhibit, Kind, Picture};
use crate::facts::{self, Contribution, Contributions};
use crate::i18n::breakdown::words;
use crate::i18n::{Format, isolate};
use crate::measure::Unit;
use crate::order::sorted_by_key;
use crate::query;
use crate::reading;
use crate::state::{Action, State};
use crate::table::{Cell, Column, Row, Table, amount_cell, heading_name};

/// A list of the published periods, newest first: those that can be compared with the year
/// before, if that is asked for, and in any case the one chosen.
pub(super) fn period_control(
    data: &Dataset,
    state: &State,
    format: Format,
    (name, compared): (&'static str, bool),
) -> Control {
    let periods = query::periods(data);
    let chosen = state.period(data);
    let offered = |it: Span| it == chosen || !compared || periods.contains(&it.year_before());
    let periods = periods.iter().copied().filter(|&it| offered(it));
    let options = sorted_by_key(periods, |it| Reverse((it.end(), it.len())));
    let options = options.into_iter().map(|it| Choosable {
        action: Action::Period(it),
        name: format.span(it),
        chosen: it == chosen,
    });
    Control {
        name,
        legend: format.lang.strings().period.to_owned(),
        kind: Kind::One,
        options: options.collect(),
    }
}

pub fn exhibit(input: &ViewInput) -> Exhibit {
    let &ViewInput { data, state, format, .. } = input;
    let facts = facts::contributions(data, state);
    let strings = format.lang.strings();
    let own = words(format.lang);
    let status = facts.status();
    let name = |it: &Contribution, short: bool| match it.heading {
        Some(heading) => heading_name(data, heading, format.lang, short),
        None => own.rounding.to_owned(),
    };
    let whole_name = whole_name(data, state, format);
    let (base, period) = (format.span(facts.breakdown.base), format.span(facts.breakdown.period));

    let bar = |label: String, ink: Ink, it: &Contribution, strong: bool| {
        let text = format.signed_points(it.points);
        let moved = (own.from_to)(&format.money_exact(it.before), &format.money_exact(it.now));
        let mut figures = vec![format!("{} {}", isolate(&text), words(format.lang).points), moved];
        // That of the whole is its growth, which has been said.
        if let Some(change) = it.now.change_on(it.before).filter(|_| !strong) {
            let change = isolate(&format.signed_percent(change * 100.0));
            figures.push(format!("{change} {}", (strings.on_base)(&base)));
        }
        let datum = Datum {
            heading: label.clone(),
            figures,
            status: Some(status),
            observations: it.observations.clone(),
            ..Datum::default()
        };
        let row = PairRow {
            label,
            ink,
            now: it.points,
            now_text: text,
            status,
            before: None,
            before_text: String::new(),
            change: String::new(),
            strong,
        };
        (row, datum)
    };
    // Rounding that would read 0.00 is in the table only.
    let drawn = facts.parts.iter().filter(|it| it.heading.is_some() || it.points.abs() >= 0.005);
    let mut bars: Vec<(PairRow, Datum)> = drawn
        .map(|it| {
            let ink = it.heading.map_or(Ink::Rest, |it| chart::ink(&data.sectors, it));
            bar(name(it, true), ink, it, false)
        })
        .collect();
    let mut notes = Vec::new();
    if !bars.is_empty() {
        bars.extend(facts.whole().map(|it| bar(whole_name.clone(), Ink::Total, &it, true)));
        notes.push(own.arithmetic.to_owned());
        if state.sectors != data.sectors.all() {
            notes.push(own.of_chosen.to_owned());
        }
    }
    let share = facts::share_of_services(data, state.vintage, state.period(data));
    notes.extend(share.map(|it| reading::share_of_services(&it, format)));
    let (rows, figures) = rows_and_figures(bars);
    let rtl = format.lang.is_rtl();
    Exhibit {
        name: ViewId::Contributions.file(),
        reading: reading::contributions(data, &facts, format),
        unit: (words(format.lang).against)(own.points_of_growth, &period, &base),
        picture: Picture {
            draw: Box::new(move |frame| chart::changes(&Pairs { rows: &rows, rtl }, frame)),
            data: figures,
            rest: 0,
            swatches: Vec::new(),
            year: 6,
        },
        table: table(&facts, &whole_name, &name, format),
        notes,
        controls: vec![period_control(data, state, format, ("contributions-period", true))],
        sources: Citations::InRecord,
    }
}

fn table(
    facts: &Contributions,
    whole_name: &str,
    name: &dyn Fn(&Contribution, bool) -> String,
    format: Format,
) -> Table {
    let strings = format.lang.strings();
    let money = |of: &str| Column::figures(format!("{of} ({})", format.unit(Unit::Money)));
    let columns = vec![
        Column::words(strings.sector),
        Column::figures(format!(
            "{} ({})",
            words(format.lang).contribution,
            words(format.lang).points
        )),
        money(words(format.lang).change),
        money(&format.span(facts.breakdown.period)),
        money(&format.span(facts.breakdown.base)),
        Column::figures(strings.change_on_year),
    ];
    let amount = |it: Amount| amount_cell(it, format);
    let row = |name: String, it: &Contribution| Row {
        cells: vec![
            Cell::words(name),
            Cell::number(format.signed_points(it.points), it.points),
            amount(it.change()),
            amount(it.now),
            amount(it.before),
            Cell::optional(it.now.change_on(it.before).map(|it| it * 100.0), |it| {
                format.signed_percent(it)
            }),
        ],
        observations: it.observations.clone(),
        month: None,
    };
    Table {
        columns,
        rows: facts.parts.iter().map(|it| row(name(it, false), it)).collect(),
        whole: facts.whole().map(|it| row(whole_name.to_owned(), &it)),
    }
}
