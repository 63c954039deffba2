//! Pictures as data: what stands where, in which role, before any of it is painted.
//!
//! One function per kind of chart makes a [`Scene`]; [`crate::draw::paint`] paints a scene
//! on any backend. All lengths are CSS pixels, x from the left and y from the top, in
//! both languages: time always runs to the right, and only rows of bars and names are mirrored.

mod axis;
mod bars;
mod cursor;
mod duo;
mod events;
mod heat;
pub mod labels;
mod lines;
mod multiples;
mod pairs;
mod panels;
mod parts;
mod paths;
mod prints;
mod ranked;
pub mod scale;
mod stack;
mod strip;
mod trend;

pub use bars::{Bars, Dot, Dots, FirmRow, bars, dots, firm_rows, unknown};
pub use cursor::Move;
pub use duo::{DuoBar, DuoPanel, duo};
pub use events::{EventMark, Events, Shape, events};
pub use heat::{Heat, HeatCell, HeatRow, heat};
pub use lines::{Axis, Cut, Ends, Level, Line, Lines, Weight, lines, lines_with_ends};
pub use multiples::{Multiples, Panel, multiples, slots, sparkline, stops};
pub use pairs::{PairRow, Pairs, changes, pairs};
pub use panels::{YearBar, YearPanel, YearPanels, year_panels};
pub use parts::{PartRow, Parts, parts};
pub use paths::{PathBar, PathYear, Paths, Stroke, paths};
pub use prints::{PrintedMonth, Prints, prints};
pub use ranked::{Ranked, RankedRow, ranked};
pub use stack::{Column, Stack, stack};
pub use strip::{Overview, Strip, overview, strip};
pub use trend::{Break, Trend, months_of_trend, trend};

use crate::calendar::{Month, Span};
use crate::data::{SectorId, Sectors, Status};
use crate::query::Heading;

/// The room a chart is given.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    pub width: f64,
    /// How high the picture may be, for charts that can do with less than they choose themselves;
    /// `None`: the chart's own choice.
    pub height: Option<f64>,
    /// Height of the letters of ticks and labels; 12 unless the reader has enlarged text.
    pub text: f64,
}

impl Frame {
    /// The narrowest width for which charts are laid out.
    pub const NARROW: f64 = 296.0;

    /// From this width on charts are laid out for wide pages. Between these two, and from
    /// here on, the height of a chart does not depend on its width, so that a picture made
    /// for the lower end of either can be stretched.
    pub const WIDE: f64 = 600.0;

    pub fn new(width: f64) -> Frame {
        Frame { width, height: None, text: 12.0 }
    }

    /// The height that a chart chooses itself, or what there is room for; never so little that nothing can be seen.
    fn fitting(&self, own: f64) -> f64 {
        const LEAST: f64 = 120.0;
        self.height.map_or(own, |it| it.max(LEAST).min(own))
    }

    fn is_wide(&self) -> bool {
        self.width >= Frame::WIDE
    }
}

/// A whole picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    pub width: f64,
    pub height: f64,
    /// In order of painting, later ones on top. The ground is painted before them.
    pub marks: Vec<Mark>,
    /// Everything that can be pointed at, in the order in which keys step through it.
    pub points: Vec<Point>,
}

/// Something visible.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    Rect { x: f64, y: f64, width: f64, height: f64, ink: Ink, pattern: Pattern },
    Line { points: Vec<(f64, f64)>, width: f64, ink: Ink, dashed: bool },
    Dot { x: f64, y: f64, radius: f64, ink: Ink },
    Text(Text),
}

impl Mark {
    /// Made larger, then moved, for a picture within another.
    pub fn moved(self, scale: f64, (right, down): (f64, f64)) -> Mark {
        let at = |(x, y): (f64, f64)| (x * scale + right, y * scale + down);
        match self {
            Mark::Rect { x, y, width, height, ink, pattern } => {
                let (x, y) = at((x, y));
                Mark::Rect { x, y, width: width * scale, height: height * scale, ink, pattern }
            }
            Mark::Line { points, width, ink, dashed } => Mark::Line {
                points: points.into_iter().map(at).collect(),
                width: width * scale,
                ink,
                dashed,
            },
            Mark::Dot { x, y, radius, ink } => {
                let (x, y) = at((x, y));
                Mark::Dot { x, y, radius: radius * scale, ink }
            }
            Mark::Text(text) => {
                let (x, y) = at((text.x, text.y));
                Mark::Text(Text { x, y, size: text.size * scale, ..text })
            }
        }
    }
}

/// One line of text. Right-to-left letters turn its direction by themselves.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    pub x: f64,
    /// Of the baseline.
    pub y: f64,
    pub text: String,
    pub size: f64,
    pub anchor: Anchor,
    pub ink: Ink,
    pub bold: bool,
    /// In the face of headings.
    pub heading: bool,
}

/// Which point of a text stands at its x: its physical left, middle or right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Left,
    Middle,
    Right,
}

/// How an area is filled; says how firm a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// Final or revised.
    Solid,
    /// Provisional.
    Hatched,
    /// Derived.
    Hollow,
    /// Nothing published: wide, quiet stripes without an edge.
    Gap,
}

/// The role of a colour; the palette knows the colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// The page behind the chart.
    Ground,
    /// A ground slightly apart from the page's.
    Soft,
    /// Text and whatever counts most.
    Ink,
    /// Ticks, axes, remarks.
    Quiet,
    /// Grid lines: may be overlooked.
    Grid,
    /// Bars of the total.
    Bar,
    /// The line of the total, and bars that stand out from the rest.
    Total,
    /// The selected month.
    Accent,
    Warn,
    /// A branch of the sector tree where it is not divided.
    Branch(Branch),
    /// A leaf of a branch: same hue, its own lightness. Counts leaves in tree order.
    Leaf(Branch, u8),
    /// What is published under no heading of its own.
    Rest,
    /// How much there is of something, from 0 to [`Ink::HEAT_STEPS`] less one: a ground that
    /// grows stronger.
    Heat(u8),
}

impl Ink {
    pub const HEAT_STEPS: u8 = 7;

    /// For letters on [`Ink::Heat`].
    pub fn on_heat(step: u8) -> Ink {
        if step < 4 { Ink::Ink } else { Ink::Ground }
    }
}

/// The first three branches of the sector tree, each a hue, which has its name from the record of Pakistan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Branch {
    Computer,
    Telecom,
    Information,
}

impl Branch {
    pub const ALL: [Branch; 3] = [Branch::Computer, Branch::Telecom, Branch::Information];
}

/// The ink of a heading, the same in every chart and swatch.
pub fn ink(sectors: &Sectors, heading: Heading) -> Ink {
    let id = match heading {
        Heading::Sector(SectorId::TOTAL) => return Ink::Total,
        Heading::Sector(id) => id,
        Heading::NotItemised(_) => return Ink::Rest,
    };
    let Some(node) = sectors.branch(id) else { return Ink::Rest };
    let place = sectors.children(SectorId::TOTAL).position(|it| it == node);
    let Some(&branch) = place.and_then(|it| Branch::ALL.get(it)) else { return Ink::Rest };
    if id == node {
        return Ink::Branch(branch);
    }
    // A bundle of headings looks like the first of them.
    let leaves = sectors.leaves(id);
    let place = sectors.children(node).position(|it| leaves.contains(it.into()));
    place.map_or(Ink::Rest, |place| Ink::Leaf(branch, place as u8))
}

/// Something that can be pointed at: a value, a part of a column, a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Place of the value, column or row in what the chart was given.
    pub index: usize,
    /// Place of the part within its column as it was given; 0 where there are no parts.
    pub series: usize,
    /// What parts of the same heading share in all columns; counts from the bottom of the
    /// pile.
    pub track: usize,
    /// The area that belongs to it.
    pub x0: f64,
    pub x1: f64,
    pub y0: f64,
    pub y1: f64,
    /// Where the value itself stands.
    pub mark: (f64, f64),
}

impl Scene {
    /// This picture below another, of which nothing can be pointed at.
    #[must_use]
    pub fn below(mut self, above: Scene) -> Scene {
        let down = above.height;
        for mark in &mut self.marks {
            match mark {
                Mark::Rect { y, .. } | Mark::Dot { y, .. } => *y += down,
                Mark::Line { points, .. } => points.iter_mut().for_each(|it| it.1 += down),
                Mark::Text(text) => text.y += down,
            }
        }
        for point in &mut self.points {
            (point.y0, point.y1, point.mark.1) =
                (point.y0 + down, point.y1 + down, point.mark.1 + down);
        }
        let marks = above.marks.into_iter().chain(self.marks).collect();
        let width = self.width.max(above.width);
        Scene { width, height: down + self.height, marks, points: self.points }
    }

    /// The place in `points` of the point whose area holds or is nearest to (x, y): first
    /// by x, then by y. `None` when there is nothing to point at.
    pub fn nearest(&self, x: f64, y: f64) -> Option<usize> {
        let outside = |at: f64, from: f64, to: f64| (from - at).max(at - to).max(0.0);
        let distance = |it: &Point| (outside(x, it.x0, it.x1), outside(y, it.y0, it.y1));
        let mut nearest: Option<(usize, (f64, f64))> = None;
        for (place, point) in self.points.iter().enumerate() {
            let distance = distance(point);
            if nearest.is_none_or(|(_, best)| distance < best) {
                nearest = Some((place, distance));
            }
        }
        nearest.map(|(place, _)| place)
    }

    /// The place in `points` of what the chart was given at `index`, its first part.
    pub fn point_of(&self, index: usize) -> Option<usize> {
        self.points.iter().position(|it| it.index == index)
    }
}

/// Whether `month` is among the months of the value, so that it is the selected one.
fn holds(span: Span, month: Option<Month>) -> bool {
    month.is_some_and(|month| span.contains(month.into()))
}

/// Below this width a pattern cannot be told from a solid.
const PATTERN_MIN: f64 = 3.0;

fn pattern(status: Status, width: f64) -> Pattern {
    match status {
        Status::Provisional if width >= PATTERN_MIN => Pattern::Hatched,
        Status::Derived if width >= PATTERN_MIN => Pattern::Hollow,
        Status::Final | Status::Revised | Status::Derived | Status::Provisional => Pattern::Solid,
    }
}

/// Room kept free at the right of a bar `width` wide, so that neighbours stay apart.
fn gap_after(width: f64) -> f64 {
    if width >= PATTERN_MIN { 1.0 } else { 0.0 }
}

fn rect((x0, x1): (f64, f64), (y0, y1): (f64, f64), ink: Ink, pattern: Pattern) -> Mark {
    let (top, bottom) = (y0.min(y1), y0.max(y1));
    Mark::Rect { x: x0, y: top, width: x1 - x0, height: bottom - top, ink, pattern }
}

fn line(from: (f64, f64), to: (f64, f64), width: f64, ink: Ink) -> Mark {
    Mark::Line { points: vec![from, to], width, ink, dashed: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(index: usize, (x0, x1): (f64, f64), (y0, y1): (f64, f64)) -> Point {
        Point { index, series: 0, track: 0, x0, x1, y0, y1, mark: (x0, y0) }
    }

    #[test]
    fn the_column_counts_before_the_height() {
        let points = vec![
            point(0, (0.0, 10.0), (80.0, 100.0)),
            point(1, (10.0, 20.0), (0.0, 50.0)),
            point(1, (10.0, 20.0), (50.0, 100.0)),
        ];
        let scene = Scene { width: 40.0, height: 100.0, marks: Vec::new(), points };
        for ((x, y), expected) in [
            ((5.0, 0.0), 0),
            ((15.0, 10.0), 1),
            ((15.0, 70.0), 2),
            ((39.0, 99.0), 2),
            ((-9.0, 9.0), 0),
        ] {
            assert_eq!(scene.nearest(x, y), Some(expected), "{x} {y}");
        }
    }

    #[test]
    fn a_pattern_too_narrow_to_be_seen_is_solid() {
        assert_eq!(pattern(Status::Provisional, 2.9), Pattern::Solid);
        assert_eq!(pattern(Status::Provisional, 3.0), Pattern::Hatched);
        assert_eq!(pattern(Status::Derived, 8.0), Pattern::Hollow);
        assert_eq!(pattern(Status::Revised, 8.0), Pattern::Solid);
    }
}
