//! What happened, on the months of a trend above.

use super::axis::{self, Plot};
use super::labels::{self, Area, Label, Place};
use super::scale::Months;
use super::{Anchor, Frame, Ink, Mark, Pattern, Point, Scene, line, rect};
use crate::calendar::{Date, Frequency};
use crate::i18n::Format;

#[derive(Clone, Copy, Debug)]
pub struct Events<'a> {
    /// In order of time, all of them within the months.
    pub events: &'a [EventMark],
    /// Where months stand, for this frame and for the narrowest of its layout.
    pub months: Months,
    pub narrowest: Months,
    pub format: Format,
}

#[derive(Clone, Debug, PartialEq)]
pub struct EventMark {
    pub date: Date,
    pub shape: Shape,
    /// Stands in the mark.
    pub letter: &'static str,
    /// Of the chosen month.
    pub selected: bool,
}

/// Kinds are told apart without colour: by this and by their letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Disc,
    Ring,
    Block,
    Frame,
}

/// So many marks stand above each other at most; what comes on top of that is counted.
const ROWS: usize = 4;

/// One mark, for one event or several.
struct Placed {
    x: f64,
    row: usize,
    /// First event, and how many.
    events: Vec<usize>,
}

/// Days of a month, near enough for a place within it.
const DAYS: f64 = 31.0;

fn x_of(date: Date, months: &Months) -> f64 {
    let part = date.day.map_or(0.5, |day| (f64::from(day) - 0.5) / DAYS);
    months.x(date.month) + months.pitch() * part
}

/// Marks that do not touch: each in the lowest row that is free there, or counted into the
/// last mark of the highest row.
fn arrange(events: &[EventMark], months: &Months, (width, size): (f64, f64)) -> Vec<Placed> {
    let apart = size + 2.0;
    let mut placed: Vec<Placed> = Vec::new();
    let mut ends = [f64::NEG_INFINITY; ROWS];
    for (place, it) in events.iter().enumerate() {
        let x = x_of(it.date, months).min(width - size / 2.0 - 1.0).max(size / 2.0 + 1.0);
        match (0..ROWS).find(|&row| ends[row] + apart <= x) {
            Some(row) => {
                ends[row] = x;
                placed.push(Placed { x, row, events: vec![place] });
            }
            None => {
                if let Some(last) = placed.iter_mut().rev().find(|it| it.row == ROWS - 1) {
                    last.events.push(place);
                }
            }
        }
    }
    placed
}

/// A mark for every event, upwards from the axis where several fall together.
pub fn events(input: &Events, frame: Frame) -> Scene {
    let &Events { events, months, narrowest, format } = input;
    let text = frame.text;
    let size = 1.5 * text;
    let least = if frame.is_wide() { Frame::WIDE } else { Frame::NARROW };
    let rows = |placed: &[Placed]| placed.iter().map(|it| it.row + 1).max().unwrap_or(1);
    // As high as the narrowest picture of this layout needs to be.
    let high = rows(&arrange(events, &narrowest, (least, size)));
    let placed = arrange(events, &months, (frame.width, size));
    let foot = axis::time_axis_height(months.range.len(), Frequency::Monthly, text);
    let pitch = size + 3.0;
    let base = 4.0 + pitch * high.max(rows(&placed)) as f64 + 5.0;
    let height = base + foot;
    let plot = Plot { x0: months.left, x1: months.right, y0: 0.0, y1: base };

    let mut marks = Vec::new();
    let mut labels = Vec::new();
    let mut points = Vec::new();
    marks.push(line((plot.x0, base), (plot.x1, base), 1.0, Ink::Quiet));
    let y_of = |row: usize| base - 5.0 - pitch * (row as f64 + 0.5);
    for it in &placed {
        marks.push(line((it.x, y_of(it.row)), (it.x, base), 1.0, Ink::Grid));
    }
    for it in &placed {
        let (x, y, half) = (it.x, y_of(it.row), size / 2.0);
        let one = |place: &usize| events.get(*place);
        let selected = it.events.iter().filter_map(one).any(|it| it.selected);
        let ink = if selected { Ink::Accent } else { Ink::Quiet };
        let (letter, shape) = match it.events.as_slice() {
            [place] => match events.get(*place) {
                Some(it) => (it.letter.to_owned(), it.shape),
                None => continue,
            },
            many => (many.len().to_string(), Shape::Disc),
        };
        let mut shape_of = |inset: f64, ink: Ink, round: bool| {
            let it = half - inset;
            if round {
                marks.push(Mark::Dot { x, y, radius: it, ink });
            } else {
                marks.push(rect((x - it, x + it), (y - it, y + it), ink, Pattern::Solid));
            }
        };
        let round = matches!(shape, Shape::Disc | Shape::Ring);
        let hollow = matches!(shape, Shape::Ring | Shape::Frame);
        shape_of(0.0, ink, round);
        if hollow {
            shape_of(1.5, Ink::Ground, round);
        }
        let letters = if hollow { ink } else { Ink::Ground };
        let at = Place::new(x, y + 0.33 * text, Anchor::Middle);
        // Tight as it is, a mark holds its letter.
        let size = if letter.len() > 2 { 0.9 * text } else { text };
        let label = axis::label(letter, size, letters, axis::SELECTED, vec![at]);
        labels.push(Label { bold: true, ..label });
        // Events that share a mark share its width.
        let wide = size_of_part(half, it.events.len());
        for (part, &index) in it.events.iter().enumerate() {
            let x0 = x - half + wide * part as f64;
            points.push(Point {
                index,
                series: 0,
                track: 0,
                x0,
                x1: x0 + wide,
                y0: y - half,
                y1: y + half,
                mark: (x, y),
            });
        }
    }
    axis::time_axis(&mut marks, &mut labels, &plot, &months, Frequency::Monthly, (format, text));
    let bounds = Area { x0: 0.0, x1: frame.width, y0: 0.0, y1: height };
    marks.extend(labels::place(labels, bounds));
    let points = crate::order::sorted_by_key(points, |it| it.index);
    Scene { width: frame.width, height, marks, points }
}

fn size_of_part(half: f64, parts: usize) -> f64 {
    2.0 * half / parts.max(1) as f64
}
