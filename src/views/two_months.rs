//! Two months side by side: level, a working day of each, rank, what came before.

use super::{ViewInput, figure_of};
use crate::catalogue::ViewId;
use crate::chart::{self, DuoBar, DuoPanel, Ink};
use crate::data::{Dataset, ObservationId, Status};
use crate::exhibit::{Choosable, Citations, Control, Datum, Exhibit, Kind, Picture};
use crate::facts::{self, Change, ComparedMonth, MonthFigure, TwoMonths};
use crate::i18n::Format;
use crate::i18n::trend::words;
use crate::measure::Unit;
use crate::reading;
use crate::state::{Action, State};
use crate::table::{Cell, Column, Row, Table, amount_cell};

/// The chosen month beside another.
pub fn exhibit(input: &ViewInput) -> Exhibit {
    let &ViewInput { data, state, format, .. } = input;
    let facts = facts::two_months(data, state);
    let words = words(format.lang);
    let panels = panels(&facts, format);
    let sides = in_time(&facts).map(|(side, _)| side);
    let bars = (0..2).flat_map(|panel| (0..sides.len()).map(move |bar| (bar, panel)));
    let told = bars.map(|(bar, panel)| {
        let side = sides[bar];
        let mut figures = Vec::new();
        match &side.figure {
            None => figures.push(words.not_published.to_owned()),
            Some(it) if panel == 0 => {
                figures.push(format.money_exact(it.point.amount));
                figures.push(format!(
                    "{}: {}",
                    words.rank,
                    (words.rank_of)(it.rank.place, it.rank.of)
                ));
                let changes =
                    [(words.on_month_before, it.on_month), (words.on_year_before, it.on_year)];
                figures.extend(changes.into_iter().filter_map(|(name, it)| {
                    Some(format!(
                        "{name}: {}",
                        format.in_order(&format.signed_percent(it?.percent()))
                    ))
                }));
            }
            Some(it) => {
                let per_day = it.per_day.map(|it| format.money_value(Unit::MoneyPerDay, it));
                figures.push(per_day.unwrap_or(words.not_published.to_owned()));
                let days = side.days.map(format.lang.strings().working_days);
                figures.extend(days);
            }
        }
        let point = side.figure.as_ref().map(|it| &it.point);
        Datum {
            at: (bar, panel),
            heading: format.month(side.month),
            figures,
            status: point.map(|it| it.status),
            observations: point.map_or(Vec::new(), |it| it.observations.clone()),
            citation: None,
        }
    });
    let told: Vec<Datum> = told.collect();
    let (table, reading) = (table(&facts, format), reading::two_months(data, &facts, format));
    let draw = move |frame| chart::duo(&panels, frame);
    Exhibit {
        name: ViewId::TwoMonths.file(),
        reading,
        unit: (words.two_months_unit)(format.unit(Unit::Money)),
        picture: Picture {
            draw: Box::new(draw),
            rest: figure_of(state.month, &told, format),
            data: told,
            swatches: Vec::new(),
            year: 1,
        },
        table,
        beside: None,
        notes: vec![words.note_working_days.to_owned()],
        controls: controls(data, state, format),
        sources: Citations::InRecord,
    }
}

/// The earlier month first, as time runs, each with its ink.
fn in_time(facts: &TwoMonths) -> [(&ComparedMonth, Ink); 2] {
    let mut sides = [(&facts.base, Ink::Bar), (&facts.now, Ink::Accent)];
    if facts.base.month > facts.now.month {
        sides.reverse();
    }
    sides
}

fn panels(facts: &TwoMonths, format: Format) -> Vec<DuoPanel> {
    let words = words(format.lang);
    let sides = in_time(facts);
    let bar = |side: &ComparedMonth, ink: Ink, value: Option<f64>, unit: Unit, remark: String| {
        let text = value.map_or(words.not_published.to_owned(), |it| format.value(unit, it));
        let status = side.figure.as_ref().map_or(Status::Final, |it| it.point.status);
        DuoBar { name: format.month_short(side.month), remark, value, text, ink, status }
    };
    let levels = sides.map(|(side, ink)| {
        let value = side.figure.as_ref().map(|it| it.point.amount.millions());
        bar(side, ink, value, Unit::Money, String::new())
    });
    let per_day = sides.map(|(side, ink)| {
        let value = side.figure.as_ref().and_then(|it| it.per_day);
        let days = side.days.map(words.days);
        bar(side, ink, value, Unit::MoneyPerDay, days.unwrap_or_default())
    });
    vec![
        DuoPanel { heading: words.exports.to_owned(), bars: levels.into() },
        DuoPanel { heading: words.per_day.to_owned(), bars: per_day.into() },
    ]
}

/// Months of the record, the latest first, for either side.
fn controls(data: &Dataset, state: &State, format: Format) -> Vec<Control> {
    let words = words(format.lang);
    let record = data.monthly_record();
    let months = || record.months().rev();
    let chosen = months().map(|month| Choosable {
        action: Action::Month(month),
        name: format.month(month),
        chosen: state.month == month,
    });
    let usual = Choosable {
        action: Action::Beside(None),
        name: (words.same_month_year_before)(&format.month(state.month.year_before())),
        chosen: state.beside.is_none(),
    };
    let beside = months().filter(|&it| it != state.month || state.beside == Some(it));
    let beside = beside.map(|month| Choosable {
        action: Action::Beside(Some(month)),
        name: format.month(month),
        chosen: state.beside == Some(month),
    });
    let list = |name: &'static str, legend: &str, options: Vec<Choosable>| Control {
        name,
        legend: legend.to_owned(),
        kind: Kind::One,
        options,
    };
    vec![
        list("two-months-month", words.month, chosen.collect()),
        list("two-months-beside", words.beside, [usual].into_iter().chain(beside).collect()),
    ]
}

/// A row for each thing that is compared.
fn table(facts: &TwoMonths, format: Format) -> Table {
    let (words, strings) = (words(format.lang), format.lang.strings());
    let sides = [&facts.now, &facts.base];
    let mut columns = vec![Column::words(words.measure)];
    columns.extend(sides.map(|it| Column::figures(format.month(it.month))));
    let money = format.unit(Unit::Money);
    let observations: Vec<ObservationId> = sides
        .iter()
        .filter_map(|it| it.figure.as_ref())
        .flat_map(|it| it.point.observations.iter().copied())
        .collect();
    let row = |name: String, cell: &dyn Fn(&ComparedMonth) -> Option<Cell>| {
        let mut cells = vec![Cell::words(name)];
        cells.extend(sides.map(|it| cell(it).unwrap_or(Cell::words(""))));
        Row { cells, observations: observations.clone(), month: None }
    };
    let figure = |cell: fn(&MonthFigure, Format) -> Option<Cell>| {
        move |side: &ComparedMonth| side.figure.as_ref().and_then(|it| cell(it, format))
    };
    let percent = |it: Option<Change>, format: Format| {
        let percent = it?.percent();
        Some(Cell::number(format.signed_percent(percent), percent))
    };
    let rows = vec![
        row(
            format!("{} ({money})", words.exports),
            &figure(|it, format| Some(amount_cell(it.point.amount, format))),
        ),
        row(format!("{} ({money})", words.per_day), &|side| {
            let it = side.figure.as_ref()?.per_day?;
            let exact = format.in_unit(Unit::MoneyPerDay, it);
            Some(Cell::number(format.value(Unit::MoneyPerDay, it), exact))
        }),
        row(words.working_days.to_owned(), &|side| {
            let days = side.days?;
            Some(Cell::number(format.count(days as usize), f64::from(days)))
        }),
        row(words.rank.to_owned(), &|side| {
            let it = side.figure.as_ref()?;
            Some(Cell::number((words.rank_of)(it.rank.place, it.rank.of), it.rank.place as f64))
        }),
        row(format!("{} (%)", words.on_month_before), &|side| {
            percent(side.figure.as_ref()?.on_month, format)
        }),
        row(format!("{} (%)", words.on_year_before), &|side| {
            percent(side.figure.as_ref()?.on_year, format)
        }),
        row(words.status.to_owned(), &|side| {
            Some(Cell::words((strings.status)(side.figure.as_ref()?.point.status)))
        }),
    ];
    Table { columns, rows, whole: None }
}
