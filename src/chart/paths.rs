//! What years brought as bars, what was announced for a year as a stroke at its height, and from the last bar on the
//! paths of even growth that would lead to what is still to come.

use super::axis::{self, Plot};
use super::labels::{self, Area, Label, Place, text_width};
use super::scale::{Baseline, Linear, Months};
use super::{Anchor, Frame, Ink, Mark, Point, Scene, Text, pattern, rect};
use crate::calendar::{Frequency, Span};
use crate::data::Status;
use crate::i18n::Format;

/// What is to be drawn. Values are in the unit that `tick` writes.
#[derive(Clone, Copy)]
pub struct Paths<'a> {
    /// In the order in which they begin; years of two kinds may overlap.
    pub years: &'a [PathYear],
    pub format: Format,
    /// A value of the axis in words, and how far it is to the next.
    pub tick: &'a dyn Fn(f64, f64) -> String,
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
    pub label: String,
    /// What it would take, of what is still to come; behind the label.
    pub needed: Option<String>,
    /// The year and its value from which a path leads to it.
    pub from: Option<(Span, f64)>,
}

/// The height of a name over a stroke, in ems.
const NAME: f64 = 1.2;

/// Points have the place of their year as index; a bar is the first of its series, strokes follow.
pub fn paths(input: &Paths, frame: Frame) -> Scene {
    let &Paths { years, format, .. } = input;
    let size = frame.text;
    let spans = || years.iter().map(|it| it.span);
    let ends = spans().map(Span::start).min().zip(spans().map(Span::end).max());
    let Some(range) = ends.and_then(|(start, end)| Span::new(start, end)) else {
        return Scene { width: frame.width, height: 0.0, marks: Vec::new(), points: Vec::new() };
    };
    let bars = || years.iter().filter_map(|it| it.bar.as_ref());
    let strokes = || years.iter().flat_map(|it| &it.strokes);
    let all = bars().map(|it| it.value).chain(strokes().map(|it| it.value));
    let high = all.fold(0.0, f64::max);

    let foot = axis::time_axis_height(range.len(), Frequency::FiscalYear, size);
    let height = if frame.is_wide() { 400.0 } else { 360.0 } + 2.0 * (size - 12.0).max(0.0);
    let scale = Linear::new(0.0, high, Baseline::Zero, 2.0 * size, height - foot);
    let ticks: Vec<(f64, String)> =
        scale.ticks().map(|it| (it, (input.tick)(it, scale.step))).collect();
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
    let widest = bars().map(|it| text_width(&it.text, size, false)).fold(0.0, f64::max);
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
        let values =
            year.bar.iter().map(|it| it.value).chain(year.strokes.iter().map(|it| it.value));
        let bar = usize::from(only);
        let heights = values.enumerate().map(|(place, it)| (place + bar, scale.y(it)));
        let column = crate::order::sorted_by_key(heights, |it| crate::order::number(it.1));
        for (row, &(series, y)) in column.iter().enumerate() {
            let border =
                |other: Option<&(usize, f64)>, edge: f64| other.map_or(edge, |it| (it.1 + y) / 2.0);
            let above = row.checked_sub(1).and_then(|row| column.get(row));
            let (top, bottom) = if only { (y - size, y + size) } else { (plot.y0, plot.y1) };
            points.push(Point {
                index,
                series,
                track: series,
                x0: from,
                x1,
                y0: border(above, top.min(y)),
                y1: border(column.get(row + 1), bottom.max(y).min(height)),
                mark: ((x0 + x1) / 2.0, y),
            });
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
        let name = |it: &Stroke| match &it.needed {
            Some(needed) => format!("{}: {needed}", it.label),
            None => it.label.clone(),
        };
        let names: Vec<String> = close.iter().map(name).filter(|it| !it.is_empty()).collect();
        let text = names.join(", ");
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
            let area = labels::area(&Text { x, y, text, size, anchor, ink, bold: false });
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
