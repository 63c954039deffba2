//! Small pictures side by side, each the course of one part over the same months, and the same
//! still smaller, without words.

use super::axis;
use super::labels::{self, Area, Label, Place, fit, text_width};
use super::scale::{Baseline, Linear, Months};
use super::{Anchor, Frame, Ink, Mark, Pattern, Point, Scene, gap_after, line, pattern, rect};
use crate::calendar::{Month, Span};
use crate::data::Amount;
use crate::i18n::Format;
use crate::measure::{Unit, Value};
use crate::order::sorted_by_key;
use crate::package_text;

#[derive(Clone, Copy, Debug)]
pub struct Multiples<'a> {
    /// In order of reading.
    pub panels: &'a [Panel],
    /// Months shown in each.
    pub range: Span,
    /// Whether all have the scale of the largest.
    pub common: bool,
    /// At most so many side by side, in narrow and in wide frames.
    pub columns: (usize, usize),
    pub format: Format,
}

/// One small picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    pub name: String,
    pub ink: Ink,
    /// In order of time, monthly means in US$ million; drawn as wide as their spans.
    pub values: Vec<Value>,
    /// Months of the range without a figure.
    pub gaps: Vec<Span>,
    /// From here on the part no longer means what it meant.
    pub break_at: Option<Month>,
}

/// The spans of all panels, each once, in order of time. A point's index is a place among them.
pub fn slots(panels: &[Panel], range: Span) -> Vec<Span> {
    let spans = panels.iter().flat_map(|it| &it.values).map(|it| it.span);
    let mut slots = sorted_by_key(spans.filter(|it| it.overlaps(range)), |it| *it);
    slots.dedup();
    if slots.is_empty() {
        slots.push(range);
    }
    slots
}

pub fn multiples(input: &Multiples, frame: Frame) -> Scene {
    let &Multiples { panels, range, common, format, .. } = input;
    let (width, size) = (frame.width, frame.text);
    let (columns, between, plot_height) =
        if frame.is_wide() { (input.columns.1, 16.0, 84.0) } else { (input.columns.0, 8.0, 72.0) };
    let widest = panels.iter().map(|it| text_width(&it.name, size, false)).fold(0.0, f64::max);
    // As many at every width.
    let least = if frame.is_wide() { Frame::WIDE } else { Frame::NARROW };
    let fitting = ((least + between) / (widest + between)) as usize;
    let columns = columns.min(fitting).min(panels.len()).max(1);
    let panel_width = (width - between * (columns - 1) as f64) / columns as f64;
    // Name, figure over the last bar, plot, months.
    let (name_line, head, foot) = (1.4 * size, 1.5 * size, 1.7 * size);
    let panel_height = name_line + head + plot_height + foot;
    let pitch = panel_height + 0.8 * size;
    let rows = panels.len().div_ceil(columns);
    let height = (pitch * rows as f64).max(size);

    let highest = |panel: &Panel| {
        let shown = panel.values.iter().filter(|it| it.span.overlaps(range));
        shown.map(|it| it.value).fold(0.0, f64::max)
    };
    let of_all = panels.iter().map(highest).fold(0.0, f64::max);
    let slots = slots(panels, range);
    let bold = panels.iter().all(|it| text_width(&it.name, size, true) <= panel_width - 1.0);

    let mut marks = Vec::new();
    let mut labels = Vec::new();
    let mut points = Vec::new();
    for (place, panel) in panels.iter().enumerate() {
        let x0 = (panel_width + between) * (place % columns) as f64;
        let y0 = pitch * (place / columns) as f64;
        let top = y0 + name_line + head;
        let plot = Area { x0, x1: x0 + panel_width, y0: top, y1: top + plot_height };
        let name = fit(&panel.name, size, bold, panel_width + 1.5);
        let at = if format.lang.is_rtl() {
            Place::new(plot.x1, y0 + 1.05 * size, Anchor::Right)
        } else {
            Place::new(plot.x0, y0 + 1.05 * size, Anchor::Left)
        };
        let name = axis::label(name, size, Ink::Ink, axis::SELECTED, vec![at]);
        labels.push(Label { bold, slack: 2.0, ..name });

        let high = if common { of_all } else { highest(panel) };
        let scale = rounded(high, &plot);
        let months = Months { range, left: plot.x0, right: plot.x1 };
        // One line, above every bar.
        marks.push(line((plot.x0, plot.y0), (plot.x1, plot.y0), 1.0, Ink::Grid));
        let text = format.money_exact(in_thousands(scale.high));
        let at = Place::new(plot.x0, plot.y0 - 3.0, Anchor::Left);
        let tick = axis::label(text, size, Ink::Quiet, axis::TICK, vec![at]);
        labels.push(Label { slack: 1.0, ..tick });
        let bars = draw(&mut marks, panel, &plot, &months, &scale);
        foot_of(&mut marks, &mut labels, &plot, &months, (format, size));
        if let (Some(last), Some((bar, _))) =
            (panel.values.iter().rfind(|it| it.span.overlaps(range)), bars.last())
        {
            let text = figure(last.value, format);
            let wide = text_width(&text, size, true);
            let x1 = bar.x1.max(plot.x0 + wide).min(plot.x1);
            let under = bars.iter().filter(|(it, _)| it.x1 > x1 - wide - 2.0 && it.x0 < x1 + 2.0);
            let free = under.map(|(it, _)| it.y0).fold(plot.y1, f64::min);
            let at = Place::new(x1, free - 4.0, Anchor::Right);
            let last = axis::label(text, size, Ink::Ink, axis::LAST, vec![at]);
            labels.push(Label { bold: true, plate: true, slack: 2.0, ..last });
        }
        points.extend(pointable(panel, place, &slots, &months, (y0, y0 + panel_height), &bars));
    }
    let bounds = Area { x0: 0.0, x1: width, y0: 0.0, y1: height };
    marks.extend(labels::place(labels, bounds));
    // Keys step through time, from one part to the next with up and down.
    let points = sorted_by_key(points, |it: &Point| (it.index, it.series));
    Scene { width, height, marks, points }
}

/// From nought to the first tick that no bar is above.
fn rounded(high: f64, plot: &Area) -> Linear {
    let scale = Linear::new(0.0, high, Baseline::Zero, plot.y0, plot.y1);
    let high = (scale.high / scale.step - 1e-9).ceil() * scale.step;
    Linear { high, ..scale }
}

/// A value as elsewhere; one below a million with all that was published of it, so that little
/// is not written as nothing.
fn figure(value: f64, format: Format) -> String {
    if value.abs() < 0.95 {
        format.money_cell(in_thousands(value))
    } else {
        format.value(Unit::Money, value)
    }
}

fn in_thousands(millions: f64) -> Amount {
    Amount::from_thousands((millions * 1000.0).round() as i64)
}

/// Gaps, bars and the line on which they stand; the bars, each with the span it stands for.
fn draw(
    marks: &mut Vec<Mark>,
    panel: &Panel,
    plot: &Area,
    months: &Months,
    scale: &Linear,
) -> Vec<(Area, Span)> {
    for (x0, x1) in panel.gaps.iter().filter_map(|&gap| months.edges(gap)) {
        marks.push(rect((x0, x1), (plot.y0, plot.y1), Ink::Soft, Pattern::Solid));
        marks.push(rect((x0, x1), (plot.y0, plot.y1), Ink::Grid, Pattern::Gap));
    }
    let zero = scale.y(0.0);
    let mut bars = Vec::new();
    for it in &panel.values {
        let Some((x0, x1)) = months.edges(it.span) else { continue };
        let right = x1 - gap_after(x1 - x0);
        // A value of nothing is still seen.
        let y = scale.y(it.value.max(0.0)).min(zero - 1.0);
        marks.push(rect((x0, right), (y, zero), panel.ink, pattern(it.status, right - x0)));
        bars.push((Area { x0, x1: right, y0: y, y1: zero }, it.span));
    }
    if let Some(at) = panel.break_at.filter(|&it| months.range.contains(it.into())) {
        let points = vec![(months.x(at), plot.y0), (months.x(at), plot.y1)];
        marks.push(Mark::Line {
            points: points.clone(),
            width: 2.0,
            ink: Ink::Ground,
            dashed: false,
        });
        marks.push(Mark::Line { points, width: 1.0, ink: Ink::Ink, dashed: true });
    }
    marks.push(line((plot.x0, zero), (plot.x1, zero), 1.0, Ink::Quiet));
    bars
}

/// A tick each July, and the first and the last month by name.
fn foot_of(
    marks: &mut Vec<Mark>,
    labels: &mut Vec<Label>,
    plot: &Area,
    months: &Months,
    (format, size): (Format, f64),
) {
    for first in months.range.months().filter(|it| it.number() == package_text::first_month()) {
        let x = months.x(first);
        marks.push(line((x, plot.y1), (x, plot.y1 + 3.0), 1.0, Ink::Quiet));
    }
    let y = plot.y1 + 1.3 * size;
    let (start, end) = (months.range.start(), months.range.end());
    let ends = [(end, plot.x1, Anchor::Right), (start, plot.x0, Anchor::Left)];
    for (place, (month, x, anchor)) in ends.into_iter().enumerate() {
        if place == 0 || start != end {
            let at = Place::new(x, y, anchor);
            let text = format.month_short(month);
            let month = axis::label(text, size, Ink::Quiet, axis::TICK, vec![at]);
            labels.push(Label { slack: 1.0, ..month });
        }
    }
}

/// What can be pointed at in a panel: its values, each with its place among `slots`, and where it
/// has none those slots in which other panels have one, so far as they lie side by side.
pub fn stops<'a>(panel: &'a Panel, slots: &[Span]) -> Vec<(usize, Option<&'a Value>)> {
    let mut stops: Vec<(usize, Option<&Value>)> = Vec::new();
    let mut free = None;
    for (index, &slot) in slots.iter().enumerate() {
        let value = panel.values.iter().find(|it| it.span == slot);
        let covered = panel.values.iter().any(|it| it.span.overlaps(slot));
        if value.is_none() && (covered || free.is_some_and(|free| slot.start() < free)) {
            continue;
        }
        if value.is_none() {
            free = Some(slot.end().plus(1));
        }
        stops.push((index, value));
    }
    stops
}

fn pointable(
    panel: &Panel,
    series: usize,
    slots: &[Span],
    months: &Months,
    (y0, y1): (f64, f64),
    bars: &[(Area, Span)],
) -> Vec<Point> {
    let stops = stops(panel, slots).into_iter();
    stops
        .filter_map(|(index, _)| {
            let slot = *slots.get(index)?;
            let bar = bars.iter().find(|(_, span)| *span == slot).map(|(area, _)| area);
            let (x0, x1) = months.edges(slot)?;
            let foot = bars.first().map_or(y1, |(it, _)| it.y1);
            let mark = ((x0 + x1) / 2.0, bar.map_or(foot, |it| it.y0));
            // Up leads to the part before.
            let track = usize::from(u8::MAX).saturating_sub(series);
            Some(Point { index, series, track, x0, x1, y0, y1, mark })
        })
        .collect()
}

/// The course of one part without any words, `width` by `height` pixels: bars as in a panel, on
/// a scale from nought to its highest.
pub fn sparkline(panel: &Panel, range: Span, (width, height): (f64, f64)) -> Scene {
    let plot = Area { x0: 0.0, x1: width, y0: 0.0, y1: height };
    let shown = panel.values.iter().filter(|it| it.span.overlaps(range));
    let high = shown.map(|it| it.value).fold(0.0, f64::max);
    let high = if high > 0.0 { high } else { 1.0 };
    let scale = Linear { low: 0.0, high, step: high, top: 2.0, bottom: height - 1.0 };
    let months = Months { range, left: plot.x0, right: plot.x1 };
    let mut marks = Vec::new();
    draw(&mut marks, panel, &Area { y0: 2.0, y1: height - 1.0, ..plot }, &months, &scale);
    Scene { width, height, marks, points: Vec::new() }
}
