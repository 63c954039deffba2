//! First prints beside the latest figures: what was revised, how far and which way.

use super::{ViewInput, figure_of};
use crate::calendar::{Date, Month};
use crate::catalogue::ViewId;
use crate::chart::{self, Ink, PrintedMonth, Prints};
use crate::data::{Amount, Dataset, Status};
use crate::exhibit::{Citations, Datum, Exhibit, Picture};
use crate::facts::{self, FirstPrints, MONTHS_OF_A_YEAR, Printed};
use crate::i18n::Format;
use crate::i18n::trend::words;
use crate::measure::Unit;
use crate::order::sorted_by_key;
use crate::reading;
use crate::table::{Cell, Column, Row, Table, amount_cell};

/// `+14.000`, with its sign, in the unit of the column.
fn signed(format: Format, amount: Amount) -> String {
    let plus = if amount > Amount::ZERO { "+" } else { "" };
    format!("{plus}{}", format.money_cell(amount))
}

/// First prints and latest figures of the total, month by month.
pub fn exhibit(input: &ViewInput) -> Exhibit {
    let &ViewInput { data, state, format, .. } = input;
    let facts = facts::first_prints(data, state);
    let words = words(format.lang);
    let months: Vec<PrintedMonth> = facts
        .months
        .iter()
        .map(|it| PrintedMonth {
            month: it.span.end(),
            latest: it.latest.millions(),
            provisional: it.status == Status::Provisional,
            first: it.is_revised().then_some(it.first.millions()),
        })
        .collect();
    let told = facts.months.iter().enumerate().map(|(place, it)| {
        let dated = |name: &str, amount: Amount, date: Date| {
            format!("{name}: {} ({})", format.money_exact(amount), format.date(date))
        };
        let mut figures = vec![dated(words.latest_figure, it.latest, it.latest_published)];
        if it.is_revised() {
            let name = if it.first_is_print { words.first_print } else { words.earliest_here };
            figures.push(dated(name, it.first, it.first_published));
            let percent = it.percent().map(|it| format.signed_percent(it)).unwrap_or_default();
            let [revision, percent] =
                [signed(format, it.change()), percent].map(|it| format.in_order(&it));
            let unit = format.unit(Unit::Money);
            figures.push(format!("{}: {revision} {unit} ({percent})", words.revision));
        } else {
            let once = it.observations.len() == 1;
            figures.push(if once { words.one_figure } else { words.not_revised }.to_owned());
        }
        Datum {
            at: (place, 0),
            heading: format.span(it.span),
            figures,
            status: Some(it.status),
            observations: it.observations.clone(),
            citation: None,
        }
    });
    let told: Vec<Datum> = told.collect();
    let remark: Option<(Month, String)> = facts.revisions.as_ref().map(|it| {
        let it = &it.largest;
        let figure = |amount: Amount| format.tick(Unit::Money, amount.millions(), 1.0);
        (it.span.end(), format!("{} → {}", figure(it.first), figure(it.latest)))
    });
    let table = table(data, &facts, format);
    let reading = reading::first_prints(&facts, format);
    let (range, selected) = (facts.range, state.month);
    let draw = move |frame| {
        let remark = remark.as_ref().map(|(month, words)| (*month, words.as_str()));
        let selected = Some(selected);
        chart::prints(&Prints { months: &months, range, selected, remark, format }, frame)
    };
    let mut notes = vec![words.note_prints.to_owned()];
    if state.sectors != data.sectors.all() {
        notes.push(words.note_prints_total.to_owned());
    }
    Exhibit {
        name: ViewId::FirstPrints.file(),
        reading,
        unit: (words.prints_unit)(format.unit(Unit::Money)),
        picture: Picture {
            draw: Box::new(draw),
            rest: figure_of(state.month, &told, format),
            data: told,
            swatches: vec![
                (Ink::Total, words.latest_figure.to_owned()),
                (Ink::Warn, words.earliest.to_owned()),
            ],
            year: MONTHS_OF_A_YEAR,
        },
        table,
        beside: None,
        notes,
        controls: Vec::new(),
        sources: Citations::InRecord,
    }
}

/// What was revised, the latest period first; a year stands before its last month.
fn table(data: &Dataset, facts: &FirstPrints, format: Format) -> Table {
    let (words, strings) = (words(format.lang), format.lang.strings());
    let money = format.unit(Unit::Money);
    let columns = vec![
        Column::words(strings.period),
        Column::figures(format!("{} ({money})", words.earliest)),
        Column::words(words.first_published),
        Column::words(words.kind_of_first),
        Column::figures(format!("{} ({money})", words.latest_figure)),
        Column::words(words.last_published),
        Column::figures(format!("{} ({money})", words.revision)),
        Column::figures(words.revision_percent),
    ];
    let kind = |it: &Printed| match data.observation(it.observations[0]).status {
        _ if it.first_is_print => words.first_print,
        Status::Derived => (strings.status)(Status::Derived),
        _ => words.found_later,
    };
    let revised = facts.months.iter().filter(|it| it.is_revised()).chain(&facts.years);
    let revised = sorted_by_key(revised, |it| (it.span.end(), it.span.len()));
    let rows = revised.into_iter().rev().map(|it| Row {
        cells: vec![
            Cell::period(it.span, format),
            amount_cell(it.first, format),
            Cell::date(it.first_published, format),
            Cell::words(kind(it)),
            amount_cell(it.latest, format),
            Cell::date(it.latest_published, format),
            Cell::number(
                signed(format, it.change()),
                format.in_unit(Unit::Money, it.change().millions()),
            ),
            Cell::optional(it.percent(), |it| format.signed_percent(it)),
        ],
        observations: it.observations.clone(),
        month: it.span.is_month().then_some(it.span.end()),
    });
    Table { columns, rows: rows.collect(), whole: None }
}
