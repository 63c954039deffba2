//! Rows of horizontal bars, each above that of a year before.

use super::labels::{self, Area, Label, Place, fit, text_width};
use super::{Anchor, Frame, Ink, Mark, Pattern, Point, Scene, line, pattern, rect};
use crate::data::Status;

#[derive(Clone, Copy, Debug)]
pub struct Pairs<'a> {
    /// In order from the top.
    pub rows: &'a [PairRow],
    /// Mirrors the picture: names at the right, bars towards the left.
    pub rtl: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PairRow {
    pub label: String,
    pub ink: Ink,
    pub now: f64,
    /// `now` in figures, at the end of its bar.
    pub now_text: String,
    pub status: Status,
    /// `None` where nothing is published to compare with.
    pub before: Option<f64>,
    /// `before` in figures; may be empty.
    pub before_text: String,
    /// Such as `+12.3%`, after `now_text`; may be empty.
    pub change: String,
    /// The sum of the others: bold.
    pub strong: bool,
}

pub fn pairs(input: &Pairs, frame: Frame) -> Scene {
    let Pairs { rows, rtl } = *input;
    let (width, size) = (frame.width, frame.text);
    let names = rows.iter().map(|it| text_width(&it.label, size, it.strong)).fold(0.0, f64::max);
    // Names stand beside the bars where they leave room for them.
    let beside = frame.is_wide() && names <= 0.36 * Frame::WIDE;
    let paired = rows.iter().any(|it| it.before.is_some());

    let name_line = if beside { 0.0 } else { 1.5 * size };
    let now_height = 1.3 * size;
    let before_height = 0.7 * size;
    let between = 3.0;
    let bars = now_height + if paired { between + before_height } else { 0.0 };
    let pitch = name_line + bars + if paired { size } else { 0.7 * size };
    let top = 0.4 * size;
    let height = top + pitch * rows.len() as f64;

    // Figures stand at the ends of bars; the longest bar leaves room for its own.
    let after = |text: &str, bold: bool| {
        if text.is_empty() { 0.0 } else { text_width(text, size, bold) + 6.0 }
    };
    let now_figures = |it: &PairRow| after(&it.now_text, true) + after(&it.change, false);
    let values = || rows.iter().flat_map(|it| [Some(it.now), it.before]).flatten();
    let low = values().fold(0.0, f64::min);
    let high = values().fold(0.0, f64::max);
    let left = if beside { names + 12.0 } else { 1.0 };
    let per_unit = {
        let below = -low;
        let room = |value: f64, figures: f64| {
            let reach = below + value.max(0.0);
            if reach > 0.0 {
                (width - left - figures - 2.0).max(40.0) / reach
            } else {
                f64::INFINITY
            }
        };
        let fits = rows.iter().flat_map(|it| {
            let before = it.before.unwrap_or(0.0);
            [room(it.now, now_figures(it)), room(before, after(&it.before_text, false))]
        });
        let per_unit = fits.fold(f64::INFINITY, f64::min);
        if per_unit.is_finite() && high - low > 0.0 { per_unit } else { 0.0 }
    };
    let x = |value: f64| left + (value - low) * per_unit;

    let mut marks = Vec::new();
    let mut labels = Vec::new();
    let mut points = Vec::new();
    let mut label = |text: &str, bold: bool, ink: Ink, priority: u8, (at, y): (f64, f64)| {
        if !text.is_empty() {
            let places = vec![Place::new(at, y, Anchor::Left)];
            let text = text.to_owned();
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
    for (index, row) in rows.iter().enumerate() {
        let row_top = top + pitch * index as f64;
        let y = row_top + name_line;
        let ends = |value: f64| (x(value.min(0.0)), x(value.max(0.0)));
        let (x0, x1) = ends(row.now);
        // A value of next to nothing is still seen.
        let now = (x0, x1.max(x0 + 1.0));
        marks.push(rect(now, (y, y + now_height), row.ink, pattern(row.status, now.1 - now.0)));
        let baseline = |middle: f64| middle + 0.36 * size;
        let figures = baseline(y + now_height / 2.0);
        label(&row.now_text, true, Ink::Ink, 3, (now.1 + 6.0, figures));
        let change = now.1 + 6.0 + after(&row.now_text, true);
        label(&row.change, row.strong, Ink::Quiet, 2, (change, figures));
        if let Some(before) = row.before {
            let y = y + now_height + between;
            let (x0, x1) = ends(before);
            let bar = (x0, x1.max(x0 + 1.0));
            marks.push(rect(bar, (y, y + before_height), Ink::Rest, Pattern::Solid));
            let middle = y + before_height / 2.0;
            label(&row.before_text, false, Ink::Quiet, 1, (bar.1 + 6.0, baseline(middle)));
        }
        if !beside {
            // Names stand above their bars, so the line on which bars stand is broken.
            marks.push(line((x(0.0), y - 2.0), (x(0.0), y + bars + 2.0), 1.0, Ink::Quiet));
        }
        let room = if beside { names + 1.0 } else { width };
        let name = fit(&row.label, size, row.strong, room);
        let name_y = if beside { figures } else { row_top + 1.05 * size };
        label(&name, row.strong, Ink::Ink, 4, (0.0, name_y));
        points.push(Point {
            index,
            series: 0,
            track: 0,
            x0: 0.0,
            x1: width,
            y0: row_top - top / 2.0,
            y1: row_top + pitch - top / 2.0,
            mark: (x(row.now), y + now_height / 2.0),
        });
    }
    if beside {
        marks.push(line((x(0.0), 0.0), (x(0.0), height - 0.4 * size), 1.0, Ink::Quiet));
    }
    let bounds = Area { x0: 0.0, x1: width, y0: 0.0, y1: height };
    marks.extend(labels::place(labels, bounds));
    let mut scene = Scene { width, height, marks, points };
    if rtl {
        mirror(&mut scene);
    }
    scene
}

/// Swaps left and right.
pub(super) fn mirror(scene: &mut Scene) {
    let width = scene.width;
    for mark in &mut scene.marks {
        match mark {
            Mark::Rect { x, width: wide, .. } => *x = width - *x - *wide,
            Mark::Line { points, .. } => points.iter_mut().for_each(|it| it.0 = width - it.0),
            Mark::Dot { x, .. } => *x = width - *x,
            Mark::Text(text) => {
                text.x = width - text.x;
                text.anchor = match text.anchor {
                    Anchor::Left => Anchor::Right,
                    Anchor::Middle => Anchor::Middle,
                    Anchor::Right => Anchor::Left,
                };
            }
        }
    }
    for point in &mut scene.points {
        (point.x0, point.x1) = (width - point.x1, width - point.x0);
        point.mark.0 = width - point.mark.0;
    }
}
