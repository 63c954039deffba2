//! Small bars without axes: the strip over the page and the range overview.

use super::labels::{self, Area, Label, Place, text_width};
use super::scale::Months;
use super::{Anchor, Frame, Ink, Pattern, Point, Scene, axis, gap_after, holds, line, rect};
use crate::calendar::{Frequency, Month, Span};
use crate::i18n::Format;
use crate::measure::Value;

/// Every month of the record, the selected one marked and named; also the picker of months.
#[derive(Clone, Copy, Debug)]
pub struct Strip<'a> {
    /// Exports, monthly.
    pub values: &'a [Value],
    pub selected: Month,
    pub format: Format,
}

const STRIP_HEIGHT: f64 = 58.0;
/// Between the bars and the bottom: the names of years and of the selected month.
const STRIP_NAMES: f64 = 20.0;

pub fn strip(input: &Strip, frame: Frame) -> Scene {
    let Strip { values, selected, format } = *input;
    let (width, size) = (frame.width, frame.text);
    let range = extent(values);
    let ink = |span: Span| if holds(span, Some(selected)) { Ink::Accent } else { Ink::Rest };
    let mut scene = bars(values, range, (width, STRIP_HEIGHT), STRIP_NAMES, ink);
    let Some(months) = range.map(|range| Months { range, left: 0.0, right: width }) else {
        return scene;
    };
    let y = STRIP_HEIGHT - 6.0;
    let text = format.month(selected);
    let half = text_width(&text, size, true) / 2.0;
    let middle = (months.x(selected) + months.x(selected.plus(1))) / 2.0;
    // By the edge, wherever the picture is stretched to: there it is still at its bar.
    let (at, anchor) = match middle {
        it if it < half + 1.0 => (1.0, Anchor::Left),
        it if it > width - half - 1.0 => (width - 1.0, Anchor::Right),
        it => (it, Anchor::Middle),
    };
    let name = |text, at, anchor, ink, priority| Label {
        bold: ink == Ink::Accent,
        ..axis::label(text, size, ink, priority, vec![Place::new(at, y, anchor)])
    };
    let mut labels = vec![name(text, at, anchor, Ink::Accent, axis::SELECTED)];
    let each = if frame.is_wide() { 1 } else { 2 };
    for (place, first) in years(&months).enumerate().filter(|(place, _)| place % each == 0) {
        let text = format.fiscal_year_short(first.fiscal_year());
        let end = months.x(first) + 4.0 + text_width(&text, size, false);
        if place > 0 || end < width {
            labels.push(name(text, months.x(first) + 4.0, Anchor::Left, Ink::Quiet, axis::TICK));
        }
    }
    let bounds = Area { x0: 0.0, x1: width, y0: 0.0, y1: STRIP_HEIGHT };
    scene.marks.extend(labels::place(labels, bounds));
    scene
}

/// The longest range as small bars, the chosen part of it in full ink. The handles that
/// change the range lie on top.
#[derive(Clone, Copy, Debug)]
pub struct Overview<'a> {
    /// Exports, monthly; longer spans where months cannot be told apart.
    pub values: &'a [Value],
    /// All that can be chosen.
    pub longest: Span,
    /// What is chosen.
    pub range: Span,
}

const OVERVIEW_HEIGHT: f64 = 48.0;
const TICK: f64 = 5.0;

pub fn overview(input: &Overview, frame: Frame) -> Scene {
    let chosen = |span: Span| input.range.overlaps(span);
    let ink = |span: Span| if chosen(span) { Ink::Total } else { Ink::Bar };
    bars(input.values, Some(input.longest), (frame.width, OVERVIEW_HEIGHT), TICK, ink)
}

/// From the first to the last month of the values.
fn extent(values: &[Value]) -> Option<Span> {
    Span::new(values.first()?.span.start(), values.last()?.span.end())
}

fn bars(
    values: &[Value],
    range: Option<Span>,
    (width, height): (f64, f64),
    below: f64,
    ink: impl Fn(Span) -> Ink,
) -> Scene {
    let mut scene = Scene { width, height, marks: Vec::new(), points: Vec::new() };
    let Some(range) = range else { return scene };
    let months = Months { range, left: 0.0, right: width };
    // The years are told apart by ticks below the bars.
    let floor = height - below;
    let highest = values.iter().map(|it| it.value).fold(0.0, f64::max);
    for (index, value) in values.iter().enumerate() {
        let Some((x0, x1)) = months.edges(value.span) else { continue };
        let share = if highest > 0.0 { value.value.max(0.0) / highest } else { 0.0 };
        let y = floor - share * (floor - 1.0);
        let right = x1 - gap_after(x1 - x0);
        scene.marks.push(rect((x0, right), (y, floor), ink(value.span), Pattern::Solid));
        let mark = ((x0 + right) / 2.0, y);
        scene.points.push(Point { index, series: 0, track: 0, x0, x1, y0: 0.0, y1: height, mark });
    }
    scene.marks.push(line((0.0, floor), (width, floor), 1.0, Ink::Quiet));
    scene.marks.extend(years(&months).map(|first| {
        let x = (months.x(first) - 0.5).max(0.5);
        line((x, floor), (x, floor + TICK), 1.0, Ink::Quiet)
    }));
    scene
}

/// The first month of each fiscal year within the range.
fn years(months: &Months) -> impl Iterator<Item = Month> {
    let first = |it: &Month| Frequency::FiscalYear.period_of(*it).start() == *it;
    months.range.months().filter(first)
}
