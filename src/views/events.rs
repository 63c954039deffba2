//! What happened while exports went up and down, on the months of the trend.

use super::ViewInput;
use super::{each_once, read_at};
use crate::calendar::{Date, Month, Span};
use crate::catalogue::ViewId;
use crate::chart::{self, EventMark, Events, Frame, Shape};
use crate::data::Dataset;
use crate::data::context::{Context, Event, EventKind};
use crate::exhibit::{Choosable, Citations, Control, Datum, Exhibit, Kind, Picture};
use crate::facts;
use crate::i18n::views::trend::words;
use crate::i18n::{Format, Lang};
use crate::reading::text::{Say as _, Text, say};
use crate::reading::{Reading, ur};
use crate::state::{Action, State};
use crate::table::{Cell, Column, Row, Table};

/// In which kinds are told of.
const ORDER: [EventKind; 4] =
    [EventKind::Policy, EventKind::Shock, EventKind::Infrastructure, EventKind::Market];

/// Events of the months shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Happened<'a> {
    pub range: Span,
    pub month: Month,
    /// Of the kinds shown, in order of time.
    pub shown: Vec<&'a Event>,
    /// How many there are of each kind in the months shown, hidden or not, as in
    /// [`ORDER`].
    pub counts: [usize; 4],
}

pub fn event_facts<'a>(context: &'a Context, state: &State) -> Happened<'a> {
    let within: Vec<&Event> =
        context.events.iter().filter(|it| state.range.contains(it.date.month.into())).collect();
    let count = |of: EventKind| within.iter().filter(|it| it.kind == of).count();
    Happened {
        range: state.range,
        month: state.month,
        counts: ORDER.map(count),
        shown: within.into_iter().filter(|it| !state.hidden_events.contains(it.kind)).collect(),
    }
}

fn reading(facts: &Happened, format: Format) -> Reading {
    let text = &mut Text::new(format);
    match format.lang.spoken() {
        Lang::En => events_en(text, facts),
        Lang::Ur => events_ur(text, facts),
    }
}

/// The events of one month, their titles one behind the other.
fn titles(events: &[&&Event], lang: Lang) -> String {
    let mut list = String::new();
    for (place, it) in events.iter().enumerate() {
        list.push_str(match (place, lang.spoken()) {
            (0, _) => "",
            (_, Lang::En) => "; ",
            (_, Lang::Ur) => "؛ ",
        });
        list.push_str(it.title.get(lang));
    }
    list
}

fn events_en(text: &mut Text, facts: &Happened) -> Reading {
    let all: usize = facts.counts.iter().sum();
    let Some(last) = facts.shown.last() else {
        say!(text, "No event shown in ", facts.range);
        let title = text.take();
        match all {
            0 => say!(text, "No event is on the list for ", facts.range),
            1 => say!(text, "The one event on the list for ", facts.range, " is hidden"),
            many => {
                say!(text, "The ", many, " events on the list for ", facts.range, " are hidden")
            }
        }
        text.stop();
        return Reading { title, sentence: text.take() };
    };
    let shown = facts.shown.len();
    say!(text, shown, if shown == 1 { " event" } else { " events" }, " in ", facts.range);
    let title = text.take();
    match (shown, all) {
        (1, 1) => say!(text, "The one event on the list for ", facts.range, " is shown"),
        (shown, all) if shown == all => {
            say!(text, "All ", all, " events on the list for ", facts.range, " are shown");
        }
        (shown, all) => {
            say!(text, "Of the ", all, " events on the list for ", facts.range, " ", shown);
            say!(text, if shown == 1 { " is shown" } else { " are shown" });
        }
    }
    text.stop();
    let words = words(text.format.lang);
    let mut first = true;
    for (kind, count) in ORDER.into_iter().zip(facts.counts) {
        if count > 0 {
            say!(text, if first { "By kind: " } else { ", " });
            text.uncapitalised((words.kind_name)(kind));
            say!(text, " ", count);
            first = false;
        }
    }
    text.stop();
    let own: Vec<&&Event> = facts.shown.iter().filter(|it| it.date.month == facts.month).collect();
    if !own.is_empty() {
        say!(text, "In ", facts.month, ": ", titles(&own, text.format.lang));
        text.stop();
    }
    say!(text, "The last one shown, dated ", text.format.date(last.date), ", is: ");
    say!(text, last.title.get(text.format.lang));
    text.stop();
    Reading { title, sentence: text.take() }
}

fn events_ur(text: &mut Text, facts: &Happened) -> Reading {
    let all: usize = facts.counts.iter().sum();
    let range = ur::Period(facts.range);
    let Some(last) = facts.shown.last() else {
        say!(text, range, " کا کوئی واقعہ نہیں دکھایا گیا");
        let title = text.take();
        match all {
            0 => say!(text, "فہرست میں ", range, " کا کوئی واقعہ نہیں"),
            1 => say!(text, "فہرست میں ", range, " کا واحد واقعہ چھپا ہوا ہے"),
            many => say!(text, "فہرست میں ", range, " کے ", many, " واقعات چھپے ہوئے ہیں"),
        }
        text.stop();
        return Reading { title, sentence: text.take() };
    };
    let shown = facts.shown.len();
    if shown == 1 {
        say!(text, range, " کا 1 واقعہ");
    } else {
        say!(text, range, " کے ", shown, " واقعات");
    }
    let title = text.take();
    say!(text, "فہرست میں ", range, " کے ", all, " میں سے ", shown);
    say!(
        text,
        if shown == 1 {
            " واقعہ دکھایا گیا ہے"
        } else {
            " واقعات دکھائے گئے ہیں"
        }
    );
    text.stop();
    let words = words(text.format.lang);
    let mut first = true;
    for (kind, count) in ORDER.into_iter().zip(facts.counts) {
        if count > 0 {
            say!(text, if first { "قسم وار: " } else { "، " }, (words.kind_name)(kind), " ", count);
            first = false;
        }
    }
    text.stop();
    let own: Vec<&&Event> = facts.shown.iter().filter(|it| it.date.month == facts.month).collect();
    if !own.is_empty() {
        say!(text, facts.month, " میں: ", titles(&own, text.format.lang));
        text.stop();
    }
    say!(text, "دکھائے گئے واقعات میں آخری (", text.format.date(last.date), "): ");
    say!(text, last.title.get(text.format.lang));
    text.stop();
    Reading { title, sentence: text.take() }
}

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
    let facts = event_facts(context, state);
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
    let said = facts.shown.iter().enumerate().map(|(place, it)| Datum {
        at: (place, 0),
        heading: format!("{}: {}", format.date(it.date), it.title.get(lang)),
        figures: vec![(words.kind_name)(it.kind).to_owned(), it.text.get(lang).to_owned()],
        citation: read_at(context, it.page, lang),
        ..Datum::default()
    });
    let said = said.collect();
    let options = ORDER.into_iter().zip(facts.counts).map(|(it, count)| Choosable {
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
    let (table, reading) = (table(data, context, &facts, format), reading(&facts, format));
    let trend = facts::trend(data, state);
    let draw = move |frame: Frame| {
        let above = chart::Trend {
            values: &trend.values,
            mean: &trend.mean12,
            mean_label: "",
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
            data: said,
            swatches: Vec::new(),
            status: Vec::new(),
            year: 1,
        },
        table,
        notes: vec![words.note_events.to_owned()],
        controls: vec![control],
        sources,
    }
}

/// The latest first.
fn table(data: &Dataset, context: &Context, facts: &Happened, format: Format) -> Table {
    let words = words(format.lang);
    let columns =
        [words.date, words.kind, words.event, words.what_happened, format.lang.strings().source];
    let columns =
        columns.map(|heading| Column { heading: heading.to_owned(), numeric: false }).into();
    let day =
        |it: Date| f64::from(it.month.since(Month::ZERO)) * 32.0 + f64::from(it.day.unwrap_or(0));
    let rows = facts.shown.iter().rev().map(|it| Row {
        cells: vec![
            Cell::number(format.date(it.date), day(it.date)),
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
    let status = trend.picture.status;
    Exhibit {
        unit: trend.unit,
        picture: Picture { draw: Box::new(draw), status, ..exhibit.picture },
        ..exhibit
    }
}
