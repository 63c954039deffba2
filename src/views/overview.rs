//! What the page shows at first, as exhibits: the month, the record through time, a period taken
//! apart.

use std::rc::Rc;

use crate::calendar::Month;
use crate::chart::{self, Break, Frame, PairRow, Pairs, Scene};
use crate::data::{Amount, Dataset, Status};
use crate::exhibit::{Citations, Exhibit, Picture};
use crate::facts::{self, Breakdown, Trend};
use crate::i18n::Format;
use crate::measure::{Measure, Unit};
use crate::query::VintageChoice;
use crate::reading;
use crate::state::State;
use crate::table;

/// A month's total: its story, and where it stands among all months.
pub fn month(data: &'static Dataset, state: &State, format: Format) -> Exhibit {
    let month = State { vintage: state.vintage, ..State::of(data, state.month) };
    let facts = facts::headline(data, state.vintage, state.month);
    let reading = facts.map(|it| reading::month(data, &it, format)).unwrap_or_default();
    Exhibit { name: "month", reading, ..record(data, &month, format) }
}

/// The record through time.
pub fn record(data: &'static Dataset, state: &State, format: Format) -> Exhibit {
    trend_exhibit(data, facts::trend(data, state), state.month, format)
}

/// A period taken apart.
pub fn parts(data: &'static Dataset, state: &State, format: Format) -> Exhibit {
    breakdown_exhibit(data, facts::breakdown(data, state), format)
}

/// The record through time, `month` of it selected.
fn trend_exhibit(data: &'static Dataset, facts: Trend, month: Month, format: Format) -> Exhibit {
    let facts = Rc::new(facts);
    let drawn = facts.clone();
    Exhibit {
        name: "trend",
        reading: reading::trend(data, &facts, format),
        unit: trend_unit(&facts, format),
        table: table::trend(data, &facts, format),
        picture: Picture {
            draw: Box::new(move |frame| trend_scene(&drawn, format, month, frame)),
            said: Vec::new(),
            swatches: Vec::new(),
            status: statuses(facts.values.iter().map(|it| it.status)),
            year: 12 / facts.frequency.months() as usize,
        },
        notes: first_prints(facts.vintage, format),
        controls: Vec::new(),
        sources: Citations::InRecord,
    }
}

/// A period taken apart.
fn breakdown_exhibit(data: &'static Dataset, facts: Breakdown, format: Format) -> Exhibit {
    let facts = Rc::new(facts);
    let drawn = facts.clone();
    let newer = data.sectors.newer_part(facts.sectors);
    let newer = newer.map(|it| it.note.get(format.lang)).filter(|it| !it.is_empty());
    Exhibit {
        name: "breakdown",
        reading: reading::breakdown(data, &facts, format),
        unit: breakdown_unit(&facts, format),
        table: table::breakdown(data, &facts, format),
        picture: Picture {
            draw: Box::new(move |frame| breakdown_scene(data, &drawn, format, frame)),
            said: Vec::new(),
            swatches: Vec::new(),
            status: statuses(facts.whole.iter().map(|it| it.status)),
            year: 6,
        },
        notes: newer
            .map(str::to_owned)
            .into_iter()
            .chain(first_prints(facts.vintage, format))
            .collect(),
        controls: Vec::new(),
        sources: Citations::InRecord,
    }
}

/// Said where figures are not those published last.
pub fn first_prints(vintage: VintageChoice, format: Format) -> Vec<String> {
    match vintage {
        VintageChoice::Latest => Vec::new(),
        VintageChoice::First => vec![format.lang.strings().first_prints_shown.to_owned()],
    }
}

/// Each once.
pub fn statuses(all: impl Iterator<Item = Status>) -> Vec<Status> {
    let mut statuses = Vec::new();
    for status in all {
        if !statuses.contains(&status) {
            statuses.push(status);
        }
    }
    statuses
}

/// The trend as a picture, with a month of it selected.
pub fn trend_scene(facts: &Trend, format: Format, month: Month, frame: Frame) -> Scene {
    let words = format.lang.strings();
    let input = chart::Trend {
        values: &facts.values,
        mean: &facts.mean12,
        mean_label: words.mean_line,
        range: facts.range,
        gaps: &facts.gaps,
        gap_label: words.no_split,
        measure: facts.measure,
        frequency: facts.frequency,
        selected: Some(month),
        break_mark: facts.break_at.map(|at| Break { at, label: words.series_break }),
        format,
    };
    chart::trend(&input, frame)
}

/// The unit of what is drawn, and of the line beside it.
pub fn trend_unit(facts: &Trend, format: Format) -> String {
    let words = format.lang.strings();
    let unit = format.unit(facts.measure.unit());
    let name = (words.measure)(facts.measure, facts.frequency);
    let base = facts.values.first().and_then(|it| it.base);
    match (facts.measure, base) {
        (Measure::Index, Some(base)) => (words.index_base)(&format.span(base)),
        _ if facts.mean12.is_empty() => format!("{name}{}{unit}", words.comma),
        _ => (words.with_mean_line)(&format!("{name}{}{unit}", words.comma)),
    }
}

/// The unit of what is drawn, and the periods.
pub fn breakdown_unit(facts: &Breakdown, format: Format) -> String {
    let money = format.unit(Unit::Money);
    let against = format.lang.strings().against;
    against(money, &format.span(facts.period), &format.span(facts.base))
}

/// A period beside the same a year before, as a picture.
pub fn breakdown_scene(data: &Dataset, facts: &Breakdown, format: Format, frame: Frame) -> Scene {
    let rows: Vec<PairRow> = facts
        .rows
        .iter()
        .map(|row| PairRow {
            label: table::heading_name(data, row.heading, format.lang, true),
            ink: chart::ink(&data.sectors, row.heading),
            now: row.now.millions(),
            now_text: format.value(Unit::Money, row.now.millions()),
            status: facts.whole.as_ref().map_or(Status::Final, |it| it.status),
            before: row.before.map(Amount::millions),
            before_text: row
                .before
                .map(|it| format.value(Unit::Money, it.millions()))
                .unwrap_or_default(),
            change: row.change.map(|it| format.signed_percent(it * 100.0)).unwrap_or_default(),
            strong: false,
        })
        .collect();
    chart::pairs(&Pairs { rows: &rows, rtl: format.lang.is_rtl() }, frame)
}
