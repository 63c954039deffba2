//! Small bars without axes: the strip under the headline and the range overview.

use super::scale::Months;
use super::{Frame, Ink, Mark, Pattern, Point, Scene, gap_after, holds, line, pattern, rect};
use crate::calendar::{Frequency, Month, Span};
use crate::data::Status;
use crate::measure::Value;

/// Every month of the record, the selected one marked; also the picker of months.
#[derive(Clone, Copy, Debug)]
pub struct Strip<'a> {
    /// Exports, monthly.
    pub values: &'a [Value],
    pub selected: Month,
}

const STRIP_HEIGHT: f64 = 56.0;

pub fn strip(input: &Strip, frame: Frame) -> Scene {
    let range = extent(input.values);
    let ink = |span: Span| if holds(span, Some(input.selected)) { Ink::Accent } else { Ink::Bar };
    bars(input.values, range, (frame.width, STRIP_HEIGHT), true, ink)
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

pub fn overview(input: &Overview, frame: Frame) -> Scene {
    let chosen = |span: Span| input.range.overlaps(span);
    let ink = |span: Span| if chosen(span) { Ink::Total } else { Ink::Bar };
    bars(input.values, Some(input.longest), (frame.width, OVERVIEW_HEIGHT), false, ink)
}

/// From the first to the last month of the values.
fn extent(values: &[Value]) -> Option<Span> {
    Span::new(values.first()?.span.start(), values.last()?.span.end())
}

fn bars(
    values: &[Value],
    range: Option<Span>,
    (width, height): (f64, f64),
    patterns: bool,
    ink: impl Fn(Span) -> Ink,
) -> Scene {
    let mut scene = Scene { width, height, marks: Vec::new(), points: Vec::new() };
    let Some(range) = range else { return scene };
    let months = Months { range, left: 0.0, right: width };
    // The years are told apart by ticks below the bars.
    let floor = height - 5.0;
    let highest = values.iter().map(|it| it.value).fold(0.0, f64::max);
    for (index, value) in values.iter().enumerate() {
        let Some((x0, x1)) = months.edges(value.span) else { continue };
        let share = if highest > 0.0 { value.value.max(0.0) / highest } else { 0.0 };
        let y = floor - share * (floor - 1.0);
        let right = x1 - gap_after(x1 - x0);
        // So small, only what may still change is told apart.
        let provisional = patterns && value.status == Status::Provisional;
        let pattern = if provisional { pattern(value.status, right - x0) } else { Pattern::Solid };
        scene.marks.push(rect((x0, right), (y, floor), ink(value.span), pattern));
        let mark = ((x0 + right) / 2.0, y);
        scene.points.push(Point { index, series: 0, track: 0, x0, x1, y0: 0.0, y1: height, mark });
    }
    scene.marks.push(line((0.0, floor), (width, floor), 1.0, Ink::Quiet));
    scene.marks.extend(year_ticks(&months, floor));
    scene
}

/// A tick at each July within the range.
fn year_ticks(months: &Months, floor: f64) -> impl Iterator<Item = Mark> + '_ {
    let years = months.range.months().filter(|it| {
        Frequency::FiscalYear.period_of(*it).start() == *it && *it > months.range.start()
    });
    years.map(move |july| {
        let x = months.x(july) - 0.5;
        line((x, floor), (x, floor + 5.0), 1.0, Ink::Quiet)
    })
}
