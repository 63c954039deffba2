//! Parts of the total through time.

use super::axis::{self, Plot, Side};
use super::labels::{self, Area, Label, Place, spread, text_width};
use super::scale::{Baseline, Linear, Months};
use super::trend::{Break, break_line, gap_areas};
use super::{Anchor, Frame, Ink, Mark, Pattern, Point, Scene, gap_after, ink, pattern, rect};
use crate::calendar::{Frequency, Span};
use crate::data::{SectorId, Sectors, Status};
use crate::i18n::Format;
use crate::measure::Unit;
use crate::order::sorted_by_key;
use crate::query::Heading;

#[derive(Clone, Copy, Debug)]
pub struct Stack<'a> {
    pub sectors: &'a Sectors,
    /// In order of time.
    pub columns: &'a [Column],
    /// A short name for each heading that occurs.
    pub names: &'a [(Heading, String)],
    /// Months shown.
    pub range: Span,
    pub gaps: &'a [Span],
    pub gap_label: &'a str,
    /// In percent of the column's sum rather than in US$ million.
    pub shares: bool,
    pub break_mark: Option<Break<'a>>,
    pub format: Format,
}

/// A span and its parts: drawn as wide as the span and as high as their monthly mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    pub span: Span,
    /// Monthly mean, US$ million.
    pub parts: Vec<(Heading, f64)>,
    pub status: Status,
}

/// A part where it is drawn.
struct Placed {
    column: usize,
    /// Place in the column's parts.
    series: usize,
    /// Place of its heading in the stacking order.
    heading: usize,
    x0: f64,
    x1: f64,
    y0: f64,
    y1: f64,
}

pub fn stack(input: &Stack, frame: Frame) -> Scene {
    let &Stack { sectors, columns, range, gaps, format, .. } = input;
    let size = frame.text;
    let shown: Vec<(usize, &Column)> =
        columns.iter().enumerate().filter(|(_, it)| it.span.overlaps(range)).collect();
    let order = stacking_order(sectors, shown.iter().map(|(_, it)| *it));

    // The parts of the last column that can be seen are named at its right or, where that leaves too little of the
    // plot, below it. What others are is told where they are pointed at.
    let name = |heading: Heading| {
        input.names.iter().find(|(it, _)| *it == heading).map_or("", |(_, name)| name.as_str())
    };
    let last = shown.last().map_or(&[][..], |(_, it)| &it.parts);
    let whole: f64 = last.iter().map(|it| it.1).sum();
    let seen = |it: &Heading| last.iter().any(|part| part.0 == *it && part.1 > 0.01 * whole);
    let keyed: Vec<Heading> = order.iter().copied().filter(seen).collect();
    let widest = keyed.iter().map(|&it| text_width(name(it), size, false)).fold(0.0, f64::max);
    let named = |width: f64| widest > 0.0 && widest <= 0.3 * width;
    // As high at every width, unless a height is given.
    let least = if frame.is_wide() { Frame::WIDE } else { Frame::NARROW };
    let named = match frame.height {
        Some(_) => frame.width >= NAMED_FROM && named(frame.width),
        None => frame.is_wide() && named(least),
    };
    let key_columns = if widest + KEY_INDENT * size <= least / 2.0 { 2 } else { 1 };
    let key_rows = if named { 0 } else { keyed.len().div_ceil(key_columns) };
    let key_line = 1.5 * size;

    let foot = axis::time_axis_height(range.len(), Frequency::Monthly, size);
    let own = if frame.is_wide() { 360.0 } else { 260.0 } + 2.0 * (size - 12.0).max(0.0);
    let key = key_line * key_rows as f64;
    let height = frame.height.map_or(own, |it| (it - key).max(120.0));
    let top = if input.break_mark.is_some() { 2.0 * size } else { size };
    let (unit, scale) = if input.shares {
        (Unit::Percent, Linear::percent(top, height - foot))
    } else {
        let sum = |sign: f64, column: &Column| -> f64 {
            column.parts.iter().map(|(_, it)| (it * sign).max(0.0)).sum::<f64>() * sign
        };
        let high = shown.iter().map(|(_, it)| sum(1.0, it)).fold(0.0, f64::max);
        let low = shown.iter().map(|(_, it)| sum(-1.0, it)).fold(0.0, f64::min);
        // A rest of rounding below zero is no reason for an axis below zero.
        let low = if low < -0.01 * high { low } else { 0.0 };
        (Unit::Money, Linear::new(low, high, Baseline::Zero, top, height - foot))
    };
    let ticks: Vec<(f64, String)> =
        scale.ticks().map(|it| (it, format.tick(unit, it, scale.step))).collect();

    // Where the parts are named at the right, the axis moves to the left.
    let axis_width = axis::value_axis_width(&ticks, size);
    let (left, right, side) = if named {
        (axis_width, frame.width - widest - NAME_INDENT, Side::Left)
    } else {
        (0.0, frame.width - axis_width, Side::Right)
    };
    let plot = Plot { x0: left, x1: right, y0: top, y1: height - foot };
    let months = Months { range, left: plot.x0, right: plot.x1 };

    let mut marks = Vec::new();
    let mut labels = Vec::new();
    axis::value_axis(&mut marks, &mut labels, &plot, &scale, ticks, (side, size));
    gap_areas(&mut marks, &mut labels, &plot, &months, gaps, (input.gap_label, size));

    let mut placed = Vec::new();
    let mut occupied = Vec::new();
    for &(index, column) in &shown {
        let Some((x0, x1)) = months.edges(column.span) else { continue };
        let from = placed.len();
        pile(&mut placed, (index, column), &order, &scale, input.shares, (x0, x1));
        let pile = &placed[from..];
        let y0 = pile.iter().map(|it: &Placed| it.y0).fold(scale.y(0.0), f64::min);
        occupied.push(Area { x0, x1, y0, y1: scale.y(0.0) });
        let right = x1 - gap_after(x1 - x0);
        for it in pile {
            // A line of ground between parts, unless it would wipe a part out.
            let y0 = if it.y1 - it.y0 >= 2.0 && it.y0 > y0 { it.y0 + 1.0 } else { it.y0 };
            let thinnest = (right - x0).min(it.y1 - y0);
            let ink = ink(sectors, order[it.heading]);
            marks.push(rect((x0, right), (y0, it.y1), ink, pattern(column.status, thinnest)));
        }
    }
    marks.push(axis::zero_line(&plot, &scale));
    if let Some(at) = input.break_mark {
        break_line(&mut marks, &mut labels, &plot, &months, &occupied, (at, size));
    }
    if let (true, Some(&(last, _))) = (named, shown.last()) {
        let parts = placed.iter().filter(|it| it.column == last && seen(&order[it.heading]));
        let parts = parts.map(|it| (it, name(order[it.heading]), ink(sectors, order[it.heading])));
        names(&mut marks, &mut labels, &plot, parts.collect(), size);
    }
    axis::time_axis(&mut marks, &mut labels, &plot, &months, Frequency::Monthly, (format, size));
    for (place, &heading) in keyed.iter().enumerate().take(key_rows * key_columns) {
        let column = (place / key_rows.max(1)) as f64 * frame.width / key_columns as f64;
        let y = height + key_line * (place % key_rows.max(1)) as f64 + size;
        let (swatch, indent) = (0.8 * size, KEY_INDENT * size);
        // Mirrored by itself: time is not.
        let (x, at, anchor) = if format.lang.is_rtl() {
            let x = frame.width - column;
            (x - swatch, x - indent, Anchor::Right)
        } else {
            (column, column + indent, Anchor::Left)
        };
        let square = (y - 0.36 * size - swatch / 2.0, y - 0.36 * size + swatch / 2.0);
        marks.push(rect((x, x + swatch), square, ink(sectors, heading), Pattern::Solid));
        let room = frame.width / key_columns as f64 - indent - 4.0;
        let name = labels::fit(name(heading), size, false, room);
        let place = Place::new(at, y, anchor);
        labels.push(axis::label(name, size, Ink::Ink, axis::LINE_NAME, vec![place]));
    }

    let height = height + key;
    let bounds = Area { x0: 0.0, x1: frame.width, y0: 0.0, y1: height };
    marks.extend(labels::place(labels, bounds));
    let points = placed
        .iter()
        .map(|it| Point {
            index: it.column,
            series: it.series,
            track: order.len() - 1 - it.heading,
            x0: it.x0,
            x1: it.x1,
            y0: it.y0,
            y1: it.y1,
            mark: ((it.x0 + it.x1) / 2.0, it.y0),
        })
        .collect();
    Scene { width: frame.width, height, marks, points }
}

/// From this width on there is room for the parts' names beside the last column.
const NAMED_FROM: f64 = 480.0;
/// From the edge of the key to its names, in heights of a letter.
const KEY_INDENT: f64 = 1.3;
/// From the plot to the names, for the leader lines.
const NAME_INDENT: f64 = 18.0;

/// The headings of the columns from the top of the pile down: by branch, then as the tree
/// has them, what is not itemised last.
fn stacking_order<'a>(
    sectors: &Sectors,
    columns: impl Iterator<Item = &'a Column>,
) -> Vec<Heading> {
    let key = |heading: Heading| match heading {
        Heading::Sector(id) => (sectors.branch(id), false, id),
        // After every branch.
        Heading::NotItemised(SectorId::TOTAL) => (Some(SectorId(u8::MAX)), true, SectorId::TOTAL),
        Heading::NotItemised(id) => (sectors.branch(id), true, id),
    };
    let mut order: Vec<Heading> = Vec::new();
    for (heading, _) in columns.flat_map(|it| &it.parts) {
        if !order.contains(heading) {
            order.push(*heading);
        }
    }
    sorted_by_key(order, |&heading| key(heading))
}

/// Places the parts of a column from zero upwards, and negative ones downwards.
fn pile(
    placed: &mut Vec<Placed>,
    (index, column): (usize, &Column),
    order: &[Heading],
    scale: &Linear,
    shares: bool,
    (x0, x1): (f64, f64),
) {
    let whole: f64 = column.parts.iter().map(|(_, value)| value.max(0.0)).sum();
    let factor = if !shares {
        1.0
    } else if whole > 0.0 {
        100.0 / whole
    } else {
        return;
    };
    let (mut above, mut below) = (0.0, 0.0);
    let from = placed.len();
    for (place, heading) in order.iter().enumerate().rev() {
        let Some(series) = column.parts.iter().position(|(it, _)| it == heading) else { continue };
        let value = column.parts[series].1 * factor;
        let end = if value >= 0.0 { &mut above } else { &mut below };
        let start = *end;
        *end += value;
        let (y0, y1) = (scale.y(start.max(*end)), scale.y(start.min(*end)).min(scale.bottom));
        if y1 - y0 > 0.2 {
            placed.push(Placed { column: index, series, heading: place, x0, x1, y0, y1 });
        }
    }
    // Keys step from the top down.
    placed[from..].reverse();
}

/// Names of the last column's parts at the right of the plot, each led to by a line in
/// its part's ink. Where not all fit, the thinnest go without.
fn names(
    marks: &mut Vec<Mark>,
    labels: &mut Vec<Label>,
    plot: &Plot,
    mut parts: Vec<(&Placed, &str, Ink)>,
    size: f64,
) {
    parts.retain(|(_, name, _)| !name.is_empty());
    let apart = 1.45 * size;
    let height = |it: &Placed| it.y1 - it.y0;
    let (low, high) = (plot.y0, plot.y1 - 0.5 * size);
    let centres = loop {
        let wanted: Vec<f64> = parts.iter().map(|(it, _, _)| (it.y0 + it.y1) / 2.0).collect();
        match spread(&wanted, apart, low, high) {
            Some(centres) => break centres,
            None => {
                let thinnest = (0..parts.len())
                    .min_by(|&one, &other| height(parts[one].0).total_cmp(&height(parts[other].0)));
                let Some(thinnest) = thinnest else { return };
                parts.remove(thinnest);
            }
        }
    };
    for ((it, name, ink), centre) in parts.into_iter().zip(centres) {
        let middle = (it.y0 + it.y1) / 2.0;
        let end = plot.x1 + NAME_INDENT - 4.0;
        let points = if (middle - centre).abs() < 1.0 {
            vec![(it.x1 + 1.0, middle), (end, middle)]
        } else {
            vec![(it.x1 + 1.0, middle), (plot.x1 + 3.0, middle), (end - 3.0, centre), (end, centre)]
        };
        marks.push(Mark::Line { points, width: 1.5, ink, dashed: false });
        let place = Place::new(plot.x1 + NAME_INDENT, centre + 0.35 * size, Anchor::Left);
        labels.push(axis::label(name.to_owned(), size, Ink::Ink, axis::HIGHEST, vec![place]));
    }
}
