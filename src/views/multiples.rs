//! A small picture for each of the chosen sub-sectors, all over the same months.

use super::spans::{datum, table};
use super::{ViewInput, newer_note, untextured, with_status};
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
    let unit = (own.monthly_mean_unit)(format.unit(Unit::Money));
    let unit = (own.with_scale)(&unit, if common { own.scale_common } else { own.scale_own });
    let scale = |(it, name): (Scale, &str)| Choosable {
        action: Action::Scale(it),
        name: name.to_owned(),
        chosen: state.scale == it,
    };
    Exhibit {
        name: ViewId::Multiples.file(),
        reading: reading::multiples(data, &facts, format),
        unit: with_status(unit, &picture.data, format),
        table,
        beside: None,
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
    let mut panels: Vec<Panel> = parts.into_iter().map(|(_, panel)| panel).collect();
    let data = figures(&panels, range, format);
    untextured(panels.iter_mut().flat_map(|it| &mut it.values), &data);
    let last = data.iter().rposition(|it| it.at.1 == 0 && it.status.is_some());
    let picture = Picture {
        data,
        rest: last.unwrap_or(0),
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
            let heading = format!("{} · {}", panel.name, format.span(slot));
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
