//! What happened while exports went up and down, on the months of the trend.

use super::{ViewInput, each_once, read_at};
use crate::catalogue::ViewId;
use crate::chart::{self, EventMark, Events, Frame, Shape};
use crate::data::Dataset;
use crate::data::context::{Context, Event, EventKind};
use crate::exhibit::{Choosable, Citations, Control, Datum, Exhibit, Kind, Picture};
use crate::facts::{self, EventList};
use crate::i18n::Format;
use crate::i18n::trend::words;
use crate::reading;
use crate::state::Action;
use crate::table::{Cell, Column, Row, Table};

fn shape(kind: EventKind) -> Shape {
    match kind {
        EventKind::Policy => Shape::Disc,
        EventKind::Shock => Shape::Block,
        EventKind::Infrastructure => Shape::Frame,
        EventKind::Market => Shape::Ring,
    }
}

/// Events on the months of the trend, so that they stand exactly below it.
pub fn events(input: &ViewInput) -> Exhibit {
    let &ViewInput { data, context, state, format } = input;
    let facts = facts::events(context, state);
    let lang = format.lang;
    let words = words(lang);
    let marks: Vec<EventMark> = facts
        .shown
        .iter()
        .map(|it| EventMark {
            date: it.date,
            shape: shape(it.kind),
            letter: (words.kind_letter)(it.kind),
            selected: it.date.month == state.month,
        })
        .collect();
    let told = facts.shown.iter().enumerate().map(|(place, it)| Datum {
        at: (place, 0),
        heading: format!("{}: {}", format.date(it.date), it.title.get(lang)),
        figures: vec![(words.kind_name)(it.kind).to_owned(), it.text.get(lang).to_owned()],
        citation: read_at(context, it.page, lang),
        ..Datum::default()
    });
    let told: Vec<Datum> = told.collect();
    let options = facts.kinds().map(|(it, count)| Choosable {
        action: Action::Events(state.hidden_events.toggled(it)),
        name: format!("{} · {} ({count})", (words.kind_letter)(it), (words.kind_name)(it)),
        chosen: !state.hidden_events.contains(it),
    });
    let control = Control {
        name: "event-kinds",
        legend: words.kinds.to_owned(),
        kind: Kind::Any,
        options: options.collect(),
    };
    let read = |it: &&Event| read_at(context, it.page, lang);
    let sources = Citations::Elsewhere {
        pages: each_once(facts.shown.iter().filter_map(read)),
        of_rows: facts
            .shown
            .iter()
            .rev()
            .map(|it| read(it).map_or_else(String::new, |it| it.url))
            .collect(),
    };
    let (table, reading) = (table(data, context, &facts, format), reading::events(&facts, format));
    let trend = facts::trend(data, state);
    let draw = move |frame: Frame| {
        let above = chart::Trend {
            values: &trend.values,
            lines: &[(&trend.mean12, "")],
            range: trend.range,
            gaps: &[],
            gap_label: "",
            measure: trend.measure,
            frequency: trend.frequency,
            selected: None,
            break_mark: None,
            format,
        };
        let least = if frame.width < Frame::WIDE { Frame::NARROW } else { Frame::WIDE };
        let narrowest = chart::months_of_trend(&above, Frame { width: least, ..frame });
        let months = chart::months_of_trend(&above, frame);
        chart::events(&Events { events: &marks, months, narrowest, format }, frame)
    };
    Exhibit {
        name: ViewId::Events.file(),
        reading,
        unit: words.events_unit.to_owned(),
        picture: Picture {
            draw: Box::new(draw),
            rest: told.len().saturating_sub(1),
            data: told,
            swatches: Vec::new(),
            year: 1,
        },
        table,
        beside: None,
        notes: vec![words.note_events.to_owned()],
        controls: vec![control],
        sources,
    }
}

/// The latest first.
fn table(data: &Dataset, context: &Context, facts: &EventList, format: Format) -> Table {
    let words = words(format.lang);
    let columns =
        [words.date, words.kind, words.event, words.what_happened, format.lang.strings().source];
    let columns = columns.map(Column::words).into();
    let rows = facts.shown.iter().rev().map(|it| Row {
        cells: vec![
            Cell::date(it.date, format),
            Cell::words((words.kind_name)(it.kind)),
            Cell::words(it.title.get(format.lang)),
            Cell::words(it.text.get(format.lang)),
            Cell::words(
                read_at(context, it.page, format.lang).map_or_else(String::new, |it| it.name),
            ),
        ],
        observations: Vec::new(),
        month: data.monthly_record().contains(it.date.month.into()).then_some(it.date.month),
    });
    Table { columns, rows: rows.collect(), whole: None }
}

/// The trend, and below it what happened when.
pub fn exhibit(input: &ViewInput) -> Exhibit {
    let exhibit = events(input);
    let trend = super::time::exhibit(input);
    let (above, below) = (trend.picture.draw, exhibit.picture.draw);
    let draw = move |frame| below(frame).below(above(frame));
    Exhibit {
        unit: trend.unit,
        picture: Picture { draw: Box::new(draw), ..exhibit.picture },
        ..exhibit
    }
}
