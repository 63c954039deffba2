//! All drivers and obstacles together: what stands for each, and every figure.

use super::ViewInput;
use super::driver::{Card, card, table};
use crate::chart::{self, FirmRow};
use crate::data::context::FigureKind;
use crate::exhibit::{Datum, Exhibit, Picture};
use crate::facts;
use crate::i18n::Format;
use crate::i18n::context::words;
use crate::reading::{self, Reading};

/// The heading of all drivers and obstacles together.
pub fn finding(input: &ViewInput) -> Reading {
    reading::drivers(&facts::firmness(input.context), input.format)
}

/// How many figures there are of each kind, and on how many indicators sources differ.
pub fn kinds(input: &ViewInput) -> Vec<(Option<FigureKind>, String)> {
    let words = words(input.format.lang);
    let it = facts::firmness(input.context);
    let kind = |(kind, count)| (Some(kind), (words.of_kind)((words.figure_kind)(kind), count));
    let mut kinds: Vec<_> =
        FigureKind::ALL.into_iter().zip([it.official, it.estimates, it.claims]).map(kind).collect();
    if it.differing > 0 {
        kinds.push((None, (words.differ_on)(it.differing)));
    }
    kinds
}

/// What the kinds mean, and how the pictures are to be read.
fn notes(format: Format) -> Vec<String> {
    let words = words(format.lang);
    [words.note_kinds, words.note_differ, words.note_gaps].map(str::to_owned).to_vec()
}

/// As it stands in a text, where nothing can be drawn.
pub fn sign(kind: FigureKind) -> &'static str {
    match kind {
        FigureKind::Official => "●",
        FigureKind::Estimate => "◐",
        FigureKind::Claim => "○",
    }
}

pub fn exhibit(input: &ViewInput) -> Exhibit {
    let format = input.format;
    let places = 0..input.context.drivers.len();
    let cards: Vec<Card> = places.filter_map(|it| card(input, it)).collect();
    let all: Vec<_> = cards.iter().map(|it| (&*it.name, it.all.as_slice())).collect();
    let (table, sources) = table(&all, format);
    let unit = kinds(input)
        .into_iter()
        .filter_map(|(kind, text)| Some([sign(kind?), " ", &text].concat()));
    let told = |it: &Card| {
        let row = FirmRow {
            kind: it.kind,
            name: it.name.clone(),
            what: it.line.clone(),
            figure: it.figure.clone(),
        };
        let kind = it.kind.map_or("", words(format.lang).figure_kind);
        let figures = [&it.figure, &it.line, kind].map(str::to_owned).to_vec();
        (row, Datum { heading: it.name.clone(), figures, ..Datum::default() })
    };
    let (rows, data) = super::rows_and_figures(cards.iter().map(told));
    let rtl = format.lang.is_rtl();
    Exhibit {
        name: crate::catalogue::ViewId::Drivers.file(),
        reading: finding(input),
        unit: unit.collect::<Vec<_>>().join(words(format.lang).semicolon),
        picture: Picture {
            draw: Box::new(move |frame| chart::firm_rows(&rows, rtl, frame)),
            data,
            rest: 0,
            swatches: Vec::new(),
            year: 1,
        },
        table,
        beside: None,
        notes: notes(format),
        controls: Vec::new(),
        sources,
    }
}
