//! Small pictures of one height, which stand beside a figure: its periods, its dates, what several sources say, and
//! how firm figures are.

use super::axis;
use super::labels::{self, Area, Label, Place, fit, text_width};
use super::pairs::NamedRows;
use super::{Anchor, Frame, Ink, Mark, Pattern, Point, Scene, line, rect};
use crate::data::context::FigureKind;

/// Periods side by side, as far apart as they are in time.
#[derive(Clone, Copy, Debug)]
pub struct Bars<'a> {
    /// `None` where nothing is published.
    pub values: &'a [Option<f64>],
    /// What is written over the last.
    pub last: &'a str,
    /// Below the first and the last.
    pub ends: [&'a str; 2],
    /// From which on figures mean something else, and what is said of that.
    pub cut: Option<(usize, &'a str)>,
}

/// Heights of the picture and of the axis in it.
fn heights(size: f64) -> (f64, f64) {
    (7.0 * size, 5.35 * size)
}

fn scene(frame: Frame, mut marks: Vec<Mark>, labels: Vec<Label>, points: Vec<Point>) -> Scene {
    let (width, height) = (frame.width, heights(frame.text).0);
    marks.extend(labels::place(labels, Area { x0: 0.0, x1: width, y0: 0.0, y1: height }));
    Scene { width, height, marks, points }
}

fn bold(label: Label) -> Label {
    Label { bold: true, slack: f64::INFINITY, ..label }
}

pub fn bars(input: &Bars, frame: Frame) -> Scene {
    let (width, size) = (frame.width, frame.text);
    let base = heights(size).1;
    let count = input.values.len().max(1);
    // Three periods need not fill a wide picture.
    let pitch = (width / count as f64).min(6.0 * size);
    let high = input.values.iter().flatten().copied().fold(0.0, f64::max);
    let scale = if high > 0.0 { (base - 1.6 * size) / high } else { 0.0 };
    let last = input.values.iter().rposition(Option::is_some);
    let (mut marks, mut labels, mut points) = (Vec::new(), Vec::new(), Vec::new());
    for (index, value) in input.values.iter().enumerate() {
        let Some(value) = value else { continue };
        let x0 = pitch * index as f64;
        let x1 = x0 + 0.75 * pitch;
        // A value of nothing is still seen.
        let y = (base - value.max(0.0) * scale).min(base - 1.0);
        let ink = if Some(index) == last { Ink::Accent } else { Ink::Bar };
        marks.push(rect((x0, x1), (y, base), ink, Pattern::Solid));
        let mark = ((x0 + x1) / 2.0, y);
        let point =
            Point { index, series: 0, track: 0, x0, x1: x0 + pitch, y0: 0.0, y1: base, mark };
        points.push(point);
    }
    let end = pitch * count as f64;
    marks.push(line((0.0, base), (end, base), 1.0, Ink::Quiet));
    // Over the last bar and whatever stands to its left below the words.
    let right = (end - 0.25 * pitch).max(text_width(input.last, size, true)).min(width);
    let left = right - text_width(input.last, size, true);
    let below = points.iter().filter(|it| it.x1 > left).map(|it| it.mark.1);
    let at = Place::new(right, below.fold(base, f64::min) - 0.45 * size, Anchor::Right);
    labels.push(bold(axis::label(input.last.to_owned(), size, Ink::Accent, axis::LAST, vec![at])));
    let y = base + 1.2 * size;
    for (text, x, anchor, priority) in [
        (input.ends[0], 0.0, Anchor::Left, axis::EVERY_VALUE),
        (input.ends[1], end - 0.25 * pitch, Anchor::Right, axis::TICK),
    ] {
        let at = vec![Place::new(x, y, anchor)];
        let label = axis::label(text.to_owned(), size, Ink::Quiet, priority, at);
        labels.push(Label { slack: f64::INFINITY, ..label });
    }
    if let Some((before, said)) = input.cut {
        let x = pitch * before as f64 - 0.125 * pitch;
        let points = vec![(x, 0.0), (x, base)];
        marks.push(Mark::Line { points, width: 1.0, ink: Ink::Ink, dashed: true });
        let at = [(3.0, Anchor::Left), (-3.0, Anchor::Right)];
        let at = at.map(|(by, anchor)| Place::new(x + by, size, anchor)).to_vec();
        labels.push(axis::label(said.to_owned(), size, Ink::Quiet, axis::BREAK, at));
    }
    scene(frame, marks, labels, points)
}

/// Dots over an axis: dates on stems, or figures of several sources, joined by a line.
#[derive(Clone, Copy, Debug)]
pub struct Dots<'a> {
    /// In the order of the axis.
    pub dots: &'a [Dot],
    /// Where on the axis, from 0 to 1, what stands below it.
    pub ticks: &'a [(f64, String)],
    /// Of dates: what they are together.
    pub caption: Option<&'a str>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Dot {
    /// From 0 to 1.
    pub at: f64,
    /// How firm it is; dates are.
    pub kind: FigureKind,
    /// Beside it; dates have none.
    pub name: String,
}

pub fn dots(input: &Dots, frame: Frame) -> Scene {
    let (width, size) = (frame.width, frame.text);
    let base = heights(size).1;
    let inset = 0.6 * size;
    let x_of = |at: f64| inset + at * (width - 2.0 * inset).max(0.0);
    let xs: Vec<f64> = input.dots.iter().map(|it| x_of(it.at)).collect();
    let y = base - 2.0 * size;
    let (mut marks, mut labels, mut points) = (Vec::new(), Vec::new(), Vec::new());
    marks.push(line((0.0, base), (width, base), 1.0, Ink::Quiet));
    if input.caption.is_none()
        && let (Some(first), Some(last)) = (xs.first(), xs.last())
    {
        let points = vec![(*first, y), (*last, y)];
        marks.push(Mark::Line { points, width: 1.0, ink: Ink::Total, dashed: true });
    }
    for (index, (dot, &x)) in input.dots.iter().zip(&xs).enumerate() {
        if input.caption.is_some() {
            marks.push(line((x, y), (x, base), 2.0, Ink::Total));
        }
        kind_mark(&mut marks, (x, y), 0.4 * size, dot.kind);
        // As far as half the way to its neighbours.
        let between = |other: Option<&f64>, edge: f64| other.map_or(edge, |it| (it + x) / 2.0);
        let x0 = between(index.checked_sub(1).and_then(|it| xs.get(it)), 0.0);
        let x1 = between(xs.get(index + 1), width);
        let point = Point { index, series: 0, track: 0, x0, x1, y0: 0.0, y1: base, mark: (x, y) };
        points.push(point);
        let at = [y - 0.8 * size, y + 1.4 * size].map(|y| beside(x, y, width)).to_vec();
        labels.push(bold(axis::label(dot.name.clone(), size, Ink::Total, axis::LAST, at)));
    }
    for (at, text) in input.ticks {
        let at = vec![beside(x_of(*at), base + 1.2 * size, width)];
        let label = axis::label(text.clone(), size, Ink::Quiet, axis::TICK, at);
        labels.push(Label { slack: f64::INFINITY, ..label });
    }
    if let Some(caption) = input.caption {
        let at = Place::new(0.0, 1.15 * size, Anchor::Left);
        labels.push(bold(axis::label(caption.to_owned(), size, Ink::Total, axis::LAST, vec![at])));
    }
    scene(frame, marks, labels, points)
}

/// Centred on x; close to an edge ending there, so that it stays within a picture that is squeezed.
fn beside(x: f64, y: f64, width: f64) -> Place {
    match x / width.max(1.0) {
        ..0.1 => Place::new(0.0, y, Anchor::Left),
        0.9.. => Place::new(width, y, Anchor::Right),
        _ => Place::new(x, y, Anchor::Middle),
    }
}

/// In place of a picture, why there is none. `pointed`: whether there is a figure to be told of.
pub fn unknown(text: &str, pointed: bool, frame: Frame) -> Scene {
    let (width, size) = (frame.width, frame.text);
    let (y0, y1) = (1.5 * size, heights(size).1);
    let edge = vec![(0.5, y0), (width - 0.5, y0), (width - 0.5, y1), (0.5, y1), (0.5, y0)];
    let marks = vec![Mark::Line { points: edge, width: 1.0, ink: Ink::Quiet, dashed: true }];
    let middle = text.len() as i32 / 2;
    let spaces = text.match_indices(' ').map(|it| it.0);
    let lines = match spaces.min_by_key(|it| (*it as i32 - middle).abs()) {
        Some(at) if text_width(text, size, false) > width - size => {
            vec![&text[..at], &text[at + 1..]]
        }
        _ => vec![text],
    };
    let first = (y0 + y1) / 2.0 + 0.35 * size - 0.8 * size * (lines.len() - 1) as f64;
    let labels = lines.into_iter().enumerate().map(|(place, line)| {
        let at = Place::new(width / 2.0, first + 1.6 * size * place as f64, Anchor::Middle);
        let line = fit(line, size, false, width - size);
        axis::label(line, size, Ink::Quiet, axis::LAST, vec![at])
    });
    let mark = (width / 2.0, y1);
    let point = Point { index: 0, series: 0, track: 0, x0: 0.0, x1: width, y0, y1, mark };
    scene(frame, marks, labels.collect(), if pointed { vec![point] } else { Vec::new() })
}

/// A figure with how firm it is: a line each, which says what it is of, too.
#[derive(Clone, Debug, PartialEq)]
pub struct FirmRow {
    pub kind: Option<FigureKind>,
    pub name: String,
    pub what: String,
    pub figure: String,
}

/// From the top; mirrored where words run from right to left.
pub fn firm_rows(rows: &[FirmRow], rtl: bool, frame: Frame) -> Scene {
    let (width, size) = (frame.width, frame.text);
    let pitch = 3.0 * size;
    let mut drawn = NamedRows::default();
    for (index, row) in rows.iter().enumerate() {
        let y = pitch * index as f64;
        if index > 0 {
            drawn.marks.push(line((0.0, y), (width, y), 1.0, Ink::Grid));
        }
        let mark = (0.5 * size, y + 0.8 * size);
        let room = width - 1.5 * size;
        let beside = room - text_width(&row.figure, size, true) - size;
        // The figure beside the name, or, where that has no room there, below it.
        let below = text_width(&row.name, size, false) > beside;
        let rooms = if below { [room, beside] } else { [beside, room] };
        for (text, ink, room, by) in
            [(&row.name, Ink::Ink, rooms[0], 1.15), (&row.what, Ink::Quiet, rooms[1], 2.55)]
        {
            let text = fit(text, size, false, room.max(0.0));
            let at = Place::new(1.5 * size, y + by * size, Anchor::Left);
            drawn.label(&text, (size, false), ink, 1, at);
        }
        let by = if below { 2.55 } else { 1.15 };
        let at = Place::new(width - 1.0, y + by * size, Anchor::Right);
        drawn.label(&row.figure, (size, true), Ink::Ink, 2, at);
        drawn.point(index, width, (y, y + pitch), mark);
    }
    let mut scene = drawn.scene((width, pitch * rows.len() as f64), rtl);
    // Not mirrored: a half is the same half everywhere.
    for (row, point) in rows.iter().zip(&scene.points) {
        if let Some(kind) = row.kind {
            kind_mark(&mut scene.marks, point.mark, 0.4 * size, kind);
        }
    }
    scene
}

/// Full, half full, empty.
fn kind_mark(marks: &mut Vec<Mark>, (x, y): (f64, f64), radius: f64, kind: FigureKind) {
    let inner = 0.7 * radius;
    marks.push(Mark::Dot { x, y, radius, ink: Ink::Total });
    if kind != FigureKind::Official {
        marks.push(Mark::Dot { x, y, radius: inner, ink: Ink::Ground });
    }
    // Of dots, which on a static page lie over everything else.
    if kind == FigureKind::Estimate {
        for (up, part) in [(0.0, 0.5), (0.55, 0.35), (-0.55, 0.35)] {
            let radius = part * inner;
            marks.push(Mark::Dot { x: x - radius, y: y - up * inner, radius, ink: Ink::Total });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::unknown;
    use crate::chart::{Frame, Mark};

    #[test]
    fn why_there_is_no_picture_is_written_in_full() {
        for text in ["No official count exists", "کوئی سرکاری شمار موجود نہیں"]
        {
            for width in [136.0, 148.0, 260.0] {
                let scene = unknown(text, true, Frame::new(width));
                let written = scene.marks.iter().filter_map(|it| match it {
                    Mark::Text(it) => Some(it.text.as_str()),
                    _ => None,
                });
                assert_eq!(written.collect::<Vec<_>>().join(" "), text, "{width} px");
            }
        }
    }
}
