//! Rows of horizontal bars to both sides of nought.

use super::labels::{self, Area, Label, Place, fit, text_width};
use super::pairs::mirror;
use super::{Anchor, Frame, Ink, Point, Scene, line, pattern, rect};
use crate::data::Status;

#[derive(Clone, Copy, Debug)]
pub struct Bars<'a> {
    /// In order from the top.
    pub rows: &'a [BarRow],
    /// Mirrors the picture: names at the right, what is above nought towards the left.
    pub rtl: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct BarRow {
    pub label: String,
    pub ink: Ink,
    pub value: f64,
    /// `value` in figures, beyond the end of its bar.
    pub text: String,
    pub status: Status,
    /// The sum of the others: bold, below a line.
    pub strong: bool,
}

/// From a bar to its figure.
const SPACE: f64 = 6.0;

pub fn bars(input: &Bars, frame: Frame) -> Scene {
    let Bars { rows, rtl } = *input;
    let (width, size) = (frame.width, frame.text);
    let names = rows.iter().map(|it| text_width(&it.label, size, it.strong)).fold(0.0, f64::max);
    // Names stand beside the bars where they leave room for them.
    let beside = frame.is_wide() && names <= 0.36 * Frame::WIDE;
    let name_line = if beside { 0.0 } else { 1.5 * size };
    let bar_height = 1.3 * size;
    let pitch = name_line + bar_height + 0.7 * size;
    let top = 0.4 * size;
    // Above the sum.
    let apart = 0.7 * size;
    let sums = rows.iter().filter(|it| it.strong).count() as f64;
    let height = top + pitch * rows.len() as f64 + apart * sums;

    let left = if beside { names + 12.0 } else { 1.0 };
    let (zero, per_unit) = fitted(rows, (left, width - 2.0), size);
    let x = |value: f64| zero + value * per_unit;

    let mut marks = Vec::new();
    let mut labels = Vec::new();
    let mut points = Vec::new();
    let mut label = |text: String, bold: bool, priority: u8, (at, y): (f64, f64), anchor| {
        if !text.is_empty() {
            let places = vec![Place::new(at, y, anchor)];
            let ink = Ink::Ink;
            labels.push(Label {
                text,
                size,
                bold,
                ink,
                priority,
                places,
                slack: 1.0,
                plate: false,
            });
        }
    };
    let mut row_top = top;
    for (index, row) in rows.iter().enumerate() {
        if row.strong {
            let y = row_top + apart / 2.0 - 0.3 * size;
            marks.push(line((0.0, y), (width, y), 1.0, Ink::Grid));
            row_top += apart;
        }
        let y = row_top + name_line;
        let (x0, x1) = (x(row.value.min(0.0)), x(row.value.max(0.0)));
        // A value of next to nothing is still seen.
        let bar = if row.value < 0.0 { (x0.min(x1 - 1.0), x1) } else { (x0, x1.max(x0 + 1.0)) };
        marks.push(rect(bar, (y, y + bar_height), row.ink, pattern(row.status, bar.1 - bar.0)));
        let figures = y + bar_height / 2.0 + 0.36 * size;
        let (at, anchor) = if row.value < 0.0 {
            (bar.0 - SPACE, Anchor::Right)
        } else {
            (bar.1 + SPACE, Anchor::Left)
        };
        label(row.text.clone(), true, 3, (at, figures), anchor);
        if !beside {
            // Names stand above their bars, so the line on which bars stand is broken.
            marks.push(line((zero, y - 2.0), (zero, y + bar_height + 2.0), 1.0, Ink::Quiet));
        }
        let room = if beside { names + 1.0 } else { width };
        let name = fit(&row.label, size, row.strong, room);
        let name_y = if beside { figures } else { row_top + 1.05 * size };
        label(name, row.strong, 4, (0.0, name_y), Anchor::Left);
        points.push(Point {
            index,
            series: 0,
            track: 0,
            x0: 0.0,
            x1: width,
            y0: row_top - top / 2.0,
            y1: row_top + pitch - top / 2.0,
            mark: (x(row.value), y + bar_height / 2.0),
        });
        row_top += pitch;
    }
    if beside {
        marks.push(line((zero, 0.0), (zero, height - 0.4 * size), 1.0, Ink::Quiet));
    }
    let bounds = Area { x0: 0.0, x1: width, y0: 0.0, y1: height };
    marks.extend(labels::place(labels, bounds));
    let mut scene = Scene { width, height, marks, points };
    if rtl {
        mirror(&mut scene);
    }
    scene
}

/// Where nought stands, and how many pixels a unit is wide, so that every bar with its figure
/// stays between `left` and `right`.
fn fitted(rows: &[BarRow], (left, right): (f64, f64), size: f64) -> (f64, f64) {
    let figures = |it: &BarRow| {
        if it.text.is_empty() { 0.0 } else { text_width(&it.text, size, true) + SPACE }
    };
    // How far a row reaches beyond nought: the value and the room of its figure.
    let reach = |sign: f64| {
        let rows = rows.iter().filter(move |it| it.value * sign > 0.0);
        rows.map(move |it| (it.value * sign, figures(it))).chain([(0.0, 0.0)])
    };
    // What is nought has its figure at the right.
    let nought = rows.iter().filter(|it| it.value == 0.0).map(figures).fold(0.0, f64::max);
    let above = || reach(1.0).chain([(0.0, nought)]);
    let room = right - left;
    let mut per_unit = f64::INFINITY;
    for (below, its) in reach(-1.0) {
        for (value, own) in above() {
            if below + value > 0.0 {
                per_unit = f64::min(per_unit, (room - its - own).max(24.0) / (below + value));
            }
        }
    }
    if !per_unit.is_finite() {
        per_unit = 0.0;
    }
    let zero = reach(-1.0).map(|(value, figures)| value * per_unit + figures).fold(0.0, f64::max);
    (left + zero, per_unit)
}
