//! What years brought as bars, what was announced for a year as a stroke at its height, and from the last bar on the
//! paths of even growth that would lead to what is still to come.

use super::axis::{self, Plot};
use super::labels::{self, Area, Label, Place, text_width};
use super::scale::{Baseline, Linear, Months};
use super::{Anchor, Frame, Ink, Mark, Point, Scene, Text, pattern, rect};
use crate::calendar::{Frequency, Span};
use crate::data::Status;
use crate::i18n::Format;
use crate::measure::Unit;

/// What is to be drawn.
#[derive(Clone, Copy, Debug)]
pub struct Paths<'a> {
    /// In the order in which they begin; years of two kinds may overlap.
    pub years: &'a [PathYear],
    pub format: Format,
}

/// A year with what it brought, what was announced for it, or both.
#[derive(Clone, Debug, PartialEq)]
pub struct PathYear {
    pub span: Span,
    pub bar: Option<PathBar>,
    /// From the lowest.
    pub strokes: Vec<Stroke>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PathBar {
    pub value: f64,
    /// `value` in figures.
    pub text: String,
    pub status: Status,
}

/// An amount that was announced.
#[derive(Clone, Debug, PartialEq)]
pub struct Stroke {
    pub value: f64,
    pub ink: Ink,
    /// May be empty.
    pub label: String,
    /// The year and its value from which a path leads to it.
    pub from: Option<(Span, f64)>,
}

/// The height of a name over a stroke, in ems.
const NAME: f64 = 1.2;

/// Points have the place of their year as index; a bar is the first of its series, strokes follow.
pub fn paths(input: &Paths, frame: Frame) -> Scene {
    let &Paths { years, format, .. } = input;
    let size = frame.text;
    let nothing =
        || Scene { width: frame.width, height: 0.0, marks: Vec::new(), points: Vec::new() };
    let Some(first) = years.first() else { return nothing() };
    let (mut end, mut high, mut widest) = (first.span.end(), 0.0_f64, 0.0_f64);
    for year in years {
        end = end.max(year.span.end());
        if let Some(it) = &year.bar {
            high = high.max(it.value);
            widest = widest.max(text_width(&it.text, size, false));
        }
        for it in &year.strokes {
            high = high.max(it.value);
        }
    }
    let Some(range) = Span::new(first.span.start(), end) else { return nothing() };
    let foot = axis::time_axis_height(range.len(), Frequency::FiscalYear, size);
    let height = if frame.is_wide() { 400.0 } else { 360.0 } + 2.0 * (size - 12.0).max(0.0);
    let scale = Linear::new(0.0, high, Baseline::Zero, 2.0 * size, height - foot);
    let tick = |it: f64| (it, format.tick(Unit::Index, it, scale.step));
    let ticks: Vec<(f64, String)> = scale.ticks().map(tick).collect();
    let left = axis::value_axis_width(&ticks, size).min(frame.width / 3.0);
    let plot = Plot { x0: left, x1: frame.width.max(left + 1.0), y0: scale.top, y1: scale.bottom };
    let months = Months { range, left: plot.x0, right: plot.x1 };
    let pitch = months.pitch() * 12.0;
    let inset = (0.12 * pitch).round();

    let (mut marks, mut texts, mut points) = (Vec::new(), Vec::new(), Vec::new());
    // What no name may stand on, with its year.
    let mut drawn: Vec<(usize, Area)> = Vec::new();
    let side = axis::Side::Left;
    axis::value_axis(&mut marks, &mut texts, &plot, &scale, ticks, (side, size));
    let with = (format, size);
    axis::time_axis(&mut marks, &mut texts, &plot, &months, Frequency::FiscalYear, with);
    let last = years.iter().rposition(|it| it.bar.is_some());
    for (index, year) in years.iter().enumerate() {
        let (Some(bar), Some((x0, x1))) = (&year.bar, months.edges(year.span)) else { continue };
        let (x0, x1) = (x0 + inset, (x1 - inset).max(x0 + inset + 1.0));
        let y = scale.y(bar.value);
        // Of a bar what is above it is free for names.
        drawn.push((index, Area { x0, x1, y0: y + NAME * size, y1: plot.y1 }));
        marks.push(rect((x0, x1), (y, plot.y1), Ink::Bar, pattern(bar.status, x1 - x0)));
        let over = Place::new((x0 + x1) / 2.0, y - 0.4 * size, Anchor::Middle);
        let beside = Place::new(x1 + 4.0, y + 1.1 * size, Anchor::Left);
        if last == Some(index) {
            let label =
                axis::label(bar.text.clone(), size, Ink::Ink, axis::SELECTED, vec![beside, over]);
            texts.push(Label { bold: true, ..label });
        } else if widest + 5.0 <= pitch {
            let text = bar.text.clone();
            texts.push(axis::label(text, size, Ink::Quiet, axis::EVERY_VALUE, vec![over]));
        }
    }
    marks.push(axis::zero_line(&plot, &scale));
    for (year, it) in years.iter().flat_map(|year| year.strokes.iter().map(move |it| (year, it))) {
        let Some((from, value)) = it.from else { continue };
        let Some((start, end)) = months.edges(from).zip(months.edges(year.span)) else { continue };
        let middle = |(x0, x1): (f64, f64)| (x0 + x1) / 2.0;
        let (x0, x1) = (middle(start), middle(end));
        // Even growth is a curve where equal heights are equal amounts.
        let points = (0..=16).map(|step| {
            let part = f64::from(step) / 16.0;
            (x0 + (x1 - x0) * part, scale.y(value * (it.value / value).powf(part)))
        });
        let points = points.collect();
        marks.push(Mark::Line { points, width: 1.5, ink: it.ink, dashed: true });
    }
    for (index, year) in years.iter().enumerate() {
        let Some((x0, x1)) = months.edges(year.span) else { continue };
        let (x0, x1) = (x0 + inset / 2.0, x1 - inset / 2.0);
        for it in &year.strokes {
            let y = scale.y(it.value);
            let points = vec![(x0, y), (x1, y)];
            marks.push(Mark::Line { points, width: 3.5, ink: it.ink, dashed: false });
            drawn.push((index, Area { x0, x1, y0: y - 2.0, y1: y + 2.0 }));
        }
    }
    let mut before = plot.x0;
    for (index, year) in years.iter().enumerate() {
        let Some((x0, x1)) = months.edges(year.span) else { continue };
        name_strokes(&mut texts, (index, year), (x0, x1), (&scale, &drawn, size));
        // Where only strokes stand, what is beside them belongs to the years that they overlap.
        let only = year.bar.is_none();
        let from = if only { x0.max(before.min(x1 - 1.0)) } else { x0 };
        before = x1;
        let mut point = |series: usize, y: f64, (y0, y1): (f64, f64)| {
            let mark = ((x0 + x1) / 2.0, y);
            points.push(Point { index, series, track: series, x0: from, x1, y0, y1, mark });
        };
        // Strokes first: all that is left of the year's room is the bar's.
        let mut below = plot.y1;
        for (place, it) in year.strokes.iter().enumerate() {
            let y = scale.y(it.value);
            let above = year.strokes.get(place + 1).map_or(0.0, |it| (scale.y(it.value) + y) / 2.0);
            point(place + 1, y, (above.max(y - size), below.min(y + size)));
            below = above;
        }
        if let Some(bar) = &year.bar {
            point(0, scale.y(bar.value), (plot.y0, plot.y1));
        }
    }
    let bounds = Area { x0: 0.0, x1: frame.width, y0: 0.0, y1: height };
    marks.extend(labels::place(texts, bounds));
    Scene { width: frame.width, height, marks, points }
}

/// Names beside the strokes of a year, those that lie close together and look alike in one; none on what is `drawn`,
/// nor where the name of another year's stroke would be.
fn name_strokes(
    texts: &mut Vec<Label>,
    (index, year): (usize, &PathYear),
    (x0, x1): (f64, f64),
    (scale, drawn, size): (&Linear, &[(usize, Area)], f64),
) {
    let y = |it: &Stroke| scale.y(it.value);
    let alike = |one: &Stroke, next: &Stroke| one.ink == next.ink && y(one) - y(next) < 1.3 * size;
    for close in year.strokes.chunk_by(alike).rev() {
        let (Some(lowest), Some(highest)) = (close.first(), close.last()) else { continue };
        let names = close.iter().map(|it| it.label.as_str()).filter(|it| !it.is_empty());
        let text = names.collect::<Vec<&str>>().join(", ");
        let (over, middle) = (y(highest) - 0.6 * size, (x0 + x1) / 2.0);
        let (beside, below) = (y(highest) + 0.35 * size, y(lowest) + 1.3 * size);
        let mut places = vec![
            Place::new(middle, over, Anchor::Middle),
            Place::new(x1, over, Anchor::Right),
            Place::new(x0, over, Anchor::Left),
        ];
        let open = highest.from.is_some();
        if open {
            places.extend([1.4, 2.8].map(|lines| Place {
                leader: Some((middle, y(highest) - 2.0)),
                ..Place::new(x1, over - lines * size, Anchor::Right)
            }));
        }
        places.extend([
            Place::new(x0 - 4.0, beside, Anchor::Right),
            Place::new(x1 + 4.0, beside, Anchor::Left),
            Place::new(middle, below, Anchor::Middle),
        ]);
        places.retain(|place| {
            let &Place { x, y, anchor, .. } = place;
            let (text, ink) = (text.clone(), highest.ink);
            let area =
                labels::area(&Text { x, y, text, size, anchor, ink, bold: false, heading: false });
            !drawn.iter().any(|(of, it)| {
                let above = if *of == index { 0.0 } else { NAME * size };
                Area { y0: it.y0 - above, ..*it }.overlaps(&area)
            })
        });
        let priority = if open { axis::SELECTED } else { axis::LAST };
        let label = axis::label(text, size, highest.ink, priority, places);
        texts.push(Label { plate: true, slack: 4.0 * size, ..label });
    }
}
