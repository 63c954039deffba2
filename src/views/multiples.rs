//! A small picture for each of the chosen sub-sectors, all over the same months.

use super::spans::{datum, table};
use super::{ViewInput, newer_note};
use crate::calendar::Span;
use crate::catalogue::ViewId;
use crate::chart::{self, Multiples, Panel};
use crate::data::Dataset;
use crate::exhibit::{Choosable, Citations, Control, Datum, Exhibit, Kind, Picture};
use crate::facts::{self, PublishedSpans};
use crate::i18n::Format;
use crate::i18n::breakdown::words;
use crate::measure::{Unit, Value};
use crate::query::Heading;
use crate::reading;
use crate::state::{Action, Scale};
use crate::table::{Table, heading_name};

pub fn exhibit(input: &ViewInput) -> Exhibit {
    let &ViewInput { data, state, format, .. } = input;
    let facts = facts::sub_sectors(data, state);
    let own = words(format.lang);
    let small = facts.parts.iter().map(|(it, part)| {
        let heading = Heading::Sector(*it);
        let name = |short| heading_name(data, heading, format.lang, short);
        (name(false), panel(data, name(true), heading, part))
    });
    let common = state.scale == Scale::Common;
    let (table, picture) = pictures(data, small.collect(), (state.range, common), (2, 4), format);
    let unit = (words(format.lang).monthly_mean_unit)(format.unit(Unit::Money));
    let scale = |(it, name): (Scale, &str)| Choosable {
        action: Action::Scale(it),
        name: name.to_owned(),
        chosen: state.scale == it,
    };
    Exhibit {
        name: ViewId::Multiples.file(),
        reading: reading::multiples(data, &facts, format),
        unit: (own.with_scale)(&unit, if common { own.scale_common } else { own.scale_own }),
        table,
        notes: [own.each_series.to_owned()]
            .into_iter()
            .chain(newer_note(data, state.sectors, format.lang))
            .collect(),
        controls: vec![Control {
            name: "multiples-scale",
            legend: own.scale.to_owned(),
            kind: Kind::One,
            options: [(Scale::Common, own.scale_common), (Scale::Own, own.scale_own)]
                .map(scale)
                .into(),
        }],
        sources: Citations::InRecord,
        picture,
    }
}

/// A part as the charts take it.
pub(super) fn panel(
    data: &Dataset,
    name: String,
    heading: Heading,
    part: &PublishedSpans,
) -> Panel {
    Panel {
        name,
        ink: chart::ink(&data.sectors, heading),
        values: part.values.clone(),
        gaps: part.gaps.clone(),
        break_at: part.break_at,
    }
}

/// Parts, each with its name in full, as small pictures and as rows: over a range, on one scale
/// or each on its own, at most so many side by side in narrow and in wide frames.
pub(super) fn pictures(
    data: &Dataset,
    parts: Vec<(String, Panel)>,
    (range, common): (Span, bool),
    columns: (usize, usize),
    format: Format,
) -> (Table, Picture) {
    let named: Vec<(&str, &[Value])> =
        parts.iter().map(|(name, panel)| (name.as_str(), panel.values.as_slice())).collect();
    let table = table(data, Some(format.lang.strings().sector), &named, format);
    let panels: Vec<Panel> = parts.into_iter().map(|(_, panel)| panel).collect();
    let picture = Picture {
        data: figures(&panels, range, format),
        rest: 0,
        swatches: Vec::new(),
        year: 12,
        draw: Box::new(move |frame| {
            chart::multiples(&Multiples { panels: &panels, range, common, columns, format }, frame)
        }),
    };
    (table, picture)
}

/// What is said of every point of the panels.
fn figures(panels: &[Panel], range: Span, format: Format) -> Vec<Datum> {
    let slots = chart::slots(panels, range);
    let mut all = Vec::new();
    for (series, panel) in panels.iter().enumerate() {
        for (index, value) in chart::stops(panel, &slots) {
            let Some(&slot) = slots.get(index) else { continue };
            let at = (index, series);
            let heading = format!("{} · {}", isolate_latin(&panel.name), format.span(slot));
            all.push(match value {
                Some(it) => datum(at, heading, it, format),
                None => {
                    let figures = vec![words(format.lang).no_figure.to_owned()];
                    Datum { at, heading, figures, ..Datum::default() }
                }
            });
        }
    }
    all
}

/// A name that begins with figures keeps its order among right-to-left words.
fn isolate_latin(name: &str) -> String {
    if name.starts_with(|it: char| it.is_ascii_digit()) {
        format!("\u{2068}{name}\u{2069}")
    } else {
        name.to_owned()
    }
}
