//! The record through time.

use std::rc::Rc;

use super::{ViewInput, first_prints};
use crate::calendar::Month;
use crate::catalogue::ViewId;
use crate::chart::{self, Break, Frame, Scene};
use crate::data::Dataset;
use crate::exhibit::{Citations, Exhibit, Picture};
use crate::facts::{self, Trend};
use crate::i18n::Format;
use crate::measure::Measure;
use crate::reading::{self, Reading};
use crate::table;

/// The record through time, `month` of it selected.
pub fn exhibit(input: &ViewInput) -> Exhibit {
    let &ViewInput { data, state, format, .. } = input;
    let month = state.month;
    let facts = Rc::new(facts::trend(data, state));
    let drawn = facts.clone();
    Exhibit {
        name: ViewId::Time.file(),
        reading: trend_reading(data, &facts, month, format),
        unit: trend_unit(&facts, format),
        table: table::trend(data, &facts, format),
        picture: Picture {
            draw: Box::new(move |frame| trend_scene(&drawn, format, month, frame)),
            data: Vec::new(),
            rest: 0,
            swatches: Vec::new(),
            year: 12 / facts.frequency.months() as usize,
        },
        beside: None,
        notes: first_prints(facts.vintage, format),
        controls: Vec::new(),
        sources: Citations::InRecord,
    }
}

/// The trend in words; its heading starts from an earlier month that is looked at.
pub fn trend_reading(data: &Dataset, facts: &Trend, month: Month, format: Format) -> Reading {
    let reading = reading::trend(data, facts, format);
    let title = reading::since(data, facts, month, format).unwrap_or(reading.title);
    Reading { title, ..reading }
}

/// The trend as a picture, with a month of it selected.
pub fn trend_scene(facts: &Trend, format: Format, month: Month, frame: Frame) -> Scene {
    let words = format.lang.strings();
    let input = chart::Trend {
        values: &facts.values,
        lines: &[(&facts.mean12, words.mean_line)],
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
