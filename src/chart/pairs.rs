//! NamedRows of horizontal bars to both sides of nought, each above that of a year before.

use super::axis;
use super::labels::{self, Area, Label, Place, fit, text_width};
use super::{Anchor, Frame, Ink, Mark, Pattern, Point, Scene, line, pattern, rect};
use crate::data::Status;

#[derive(Clone, Copy, Debug)]
pub struct Pairs<'a> {
    /// In order from the top.
    pub rows: &'a [PairRow],
    /// Mirrors the picture: names at the right, what is above nought towards the left.
    pub rtl: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PairRow {
    pub label: String,
    pub ink: Ink,
    pub now: f64,
    /// `now` in figures, beyond the end of its bar.
    pub now_text: String,
    pub status: Status,
    /// `None` where nothing is published to compare with, or `now` is itself a comparison.
    pub before: Option<f64>,
    /// `before` in figures; may be empty.
    pub before_text: String,
    /// Such as `+12.3%`, beyond `now_text`; may be empty.
    pub change: String,
    /// The sum of the others: bold, below a line.
    pub strong: bool,
}

/// From a bar to its figure.
const SPACE: f64 = 6.0;

/// Amounts: all figures stand at the right, also those of a rest below nought.
pub fn pairs(input: &Pairs, frame: Frame) -> Scene {
    rows_of_bars(input, false, frame)
}

/// Changes: the figures of what is below nought stand at the left.
pub fn changes(input: &Pairs, frame: Frame) -> Scene {
    rows_of_bars(input, true, frame)
}

fn rows_of_bars(input: &Pairs, both_sides: bool, frame: Frame) -> Scene {
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
    // Above the sum.
    let apart = 0.7 * size;
    let sums = rows.iter().filter(|it| it.strong).count() as f64;
    let height = top + pitch * rows.len() as f64 + apart * sums;

    let left = if beside { names + 12.0 } else { 1.0 };
    let (zero, per_unit) = fitted(rows, both_sides, (left, width - 2.0), size);
    // From left to right. A value of next to nothing is still seen.
    let bar = |value: f64| {
        let end = zero + value * per_unit;
        let (x0, x1) = (end.min(zero), end.max(zero));
        if both_sides && value < 0.0 { (x0.min(x1 - 1.0), x1) } else { (x0, x1.max(x0 + 1.0)) }
    };
    // So far beyond the end of a bar.
    let beyond = |value: f64, by: f64, y: f64| {
        let (x0, x1) = bar(value);
        if both_sides && value < 0.0 {
            Place::new(x0 - by, y, Anchor::Right)
        } else {
            Place::new(x1 + by, y, Anchor::Left)
        }
    };

    let mut drawn = NamedRows::default();
    let mut row_top = top;
    for (index, row) in rows.iter().enumerate() {
        if row.strong {
            let y = row_top + apart / 2.0 - 0.3 * size;
            drawn.marks.push(line((0.0, y), (width, y), 1.0, Ink::Grid));
            row_top += apart;
        }
        let y = row_top + name_line;
        let now = bar(row.now);
        let filled = pattern(row.status, now.1 - now.0);
        drawn.marks.push(rect(now, (y, y + now_height), row.ink, filled));
        let baseline = |middle: f64| middle + 0.36 * size;
        let figures = baseline(y + now_height / 2.0);
        let own = SPACE + figure_width(&row.now_text, size, true);
        drawn.label(&row.now_text, (size, true), Ink::Ink, 3, beyond(row.now, SPACE, figures));
        drawn.label(&row.change, (size, row.strong), Ink::Quiet, 2, beyond(row.now, own, figures));
        if let Some(before) = row.before {
            let y = y + now_height + between;
            let area = (y, y + before_height);
            drawn.marks.push(rect(bar(before), area, Ink::Rest, Pattern::Solid));
            let place = beyond(before, SPACE, baseline(y + before_height / 2.0));
            drawn.label(&row.before_text, (size, false), Ink::Quiet, 1, place);
        }
        if !beside {
            // Names stand above their bars, so the line on which bars stand is broken.
            drawn.marks.push(line((zero, y - 2.0), (zero, y + bars + 2.0), 1.0, Ink::Quiet));
        }
        let name_y = if beside { figures } else { row_top + 1.05 * size };
        let room = if beside { names + 1.0 } else { width };
        let name = fit(&row.label, size, row.strong, room);
        let place = Place::new(0.0, name_y, Anchor::Left);
        drawn.label(&name, (size, row.strong), Ink::Ink, 4, place);
        let mark = (zero + row.now * per_unit, y + now_height / 2.0);
        drawn.point(index, width, (row_top - top / 2.0, row_top + pitch - top / 2.0), mark);
        row_top += pitch;
    }
    if beside {
        drawn.marks.push(line((zero, 0.0), (zero, height - 0.4 * size), 1.0, Ink::Quiet));
    }
    drawn.scene((width, height), rtl)
}

fn figure_width(text: &str, size: f64, bold: bool) -> f64 {
    if text.is_empty() { 0.0 } else { text_width(text, size, bold) + SPACE }
}

/// Where nought stands, and how many pixels a unit is wide, so that every bar with its figures
/// stays between `left` and `right`.
fn fitted(rows: &[PairRow], both_sides: bool, (left, right): (f64, f64), size: f64) -> (f64, f64) {
    // Each bar with the room of its figures.
    let bars = || {
        rows.iter().flat_map(|it| {
            let now = figure_width(&it.now_text, size, true);
            let change = figure_width(&it.change, size, it.strong);
            let before = figure_width(&it.before_text, size, false);
            [Some((it.now, now + change)), it.before.map(|value| (value, before))]
        })
    };
    // How far those on one side reach beyond nought.
    let reach = |sign: f64| {
        let bars = bars().flatten().filter(move |it| it.0 * sign > 0.0);
        let room = if both_sides || sign > 0.0 { 1.0 } else { 0.0 };
        bars.map(move |(value, figures)| (value * sign, figures * room)).chain([(0.0, 0.0)])
    };
    // Figures at the right of bars that do not reach beyond nought.
    let at_right = |value: f64| value == 0.0 || !both_sides && value < 0.0;
    let nought = bars().flatten().filter(|it| at_right(it.0)).map(|it| it.1).fold(0.0, f64::max);
    let room = right - left;
    let mut per_unit = f64::INFINITY;
    for (below, its) in reach(-1.0) {
        for (value, own) in reach(1.0).chain([(0.0, nought)]) {
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

/// A picture in the making whose rows have words and can be pointed at as a whole.
#[derive(Default)]
pub(super) struct NamedRows {
    pub marks: Vec<Mark>,
    labels: Vec<Label>,
    points: Vec<Point>,
}

impl NamedRows {
    /// Words of the height `size`, bold or not, unless there are none.
    pub fn label(
        &mut self,
        text: &str,
        (size, bold): (f64, bool),
        ink: Ink,
        priority: u8,
        place: Place,
    ) {
        if !text.is_empty() {
            let label = axis::label(text.to_owned(), size, ink, priority, vec![place]);
            self.labels.push(Label { bold, slack: 1.0, ..label });
        }
    }

    /// The row at `index` can be pointed at over its whole width.
    pub fn point(&mut self, index: usize, width: f64, (y0, y1): (f64, f64), mark: (f64, f64)) {
        self.points.push(Point { index, series: 0, track: 0, x0: 0.0, x1: width, y0, y1, mark });
    }

    /// With left and right swapped where `mirrored`. Whole pixels high, so that it takes the room of the picture in its
    /// place on the static page.
    pub fn scene(self, (width, height): (f64, f64), mirrored: bool) -> Scene {
        let NamedRows { mut marks, labels, points } = self;
        let height = height.ceil();
        let bounds = Area { x0: 0.0, x1: width, y0: 0.0, y1: height };
        marks.extend(labels::place(labels, bounds));
        let mut scene = Scene { width, height, marks, points };
        if mirrored {
            mirror(&mut scene);
        }
        scene
    }
}

fn mirror(scene: &mut Scene) {
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
