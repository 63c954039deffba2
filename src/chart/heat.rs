//! A table of years and months in which more is darker, or lighter on a dark page.

use super::axis;
use super::labels::{self, Area, Label, Place, text_width};
use super::{Anchor, Frame, Ink, Pattern, Point, Scene, line, pattern, rect};
use crate::data::Status;

#[derive(Clone, Copy, Debug)]
pub struct Heat<'a> {
    /// In the order in which they stand below each other.
    pub rows: &'a [HeatRow],
    /// Names of the columns.
    pub columns: &'a [String],
    /// Row and column of the cell with an edge of its own.
    pub selected: Option<(usize, usize)>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct HeatRow {
    pub name: String,
    /// One for each column.
    pub cells: Vec<HeatCell>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum HeatCell {
    /// Before or after the record: nothing is drawn.
    Outside,
    /// Nothing published.
    Missing,
    Value {
        /// For [`Ink::Heat`].
        step: u8,
        text: String,
        status: Status,
    },
}

/// Years below each other, months from left to right, in both languages.
pub fn heat(input: &Heat, frame: Frame) -> Scene {
    let &Heat { rows, columns, selected } = input;
    let size = frame.text;
    let widest = rows.iter().map(|it| text_width(&it.name, size, false)).fold(0.0, f64::max);
    let left = (widest + axis::TICK_SPACE).min(frame.width / 3.0).ceil();
    let pitch = (frame.width - left).max(1.0) / columns.len().max(1) as f64;
    let top = 1.9 * size;
    let tall = if frame.is_wide() { 30.0 } else { 26.0 } + 1.3 * (size - 12.0).max(0.0);
    let height = top + tall * rows.len() as f64 + 1.0;

    let mut marks = Vec::new();
    let mut labels = Vec::new();
    let widest = columns.iter().map(|it| text_width(it, size, false)).fold(0.0, f64::max);
    let needed = (widest + 6.0) / pitch;
    let every = [1, 2, 3, 4, 6, 12].into_iter().find(|&it| it as f64 >= needed).unwrap_or(24);
    for (place, name) in columns.iter().enumerate().step_by(every) {
        let x = left + pitch * (place as f64 + 0.5);
        if every > 1 {
            marks.push(line((x, top - 4.0), (x, top - 1.0), 1.0, Ink::Quiet));
        }
        let at = Place::new(x, top - 0.6 * size, Anchor::Middle);
        let label = axis::label(name.clone(), size, Ink::Quiet, axis::TICK, vec![at]);
        labels.push(Label { slack: widest / 2.0, ..label });
    }

    let texts = rows.iter().flat_map(|it| &it.cells).filter_map(|it| match it {
        HeatCell::Value { text, .. } => Some(text_width(text, size, false)),
        HeatCell::Outside | HeatCell::Missing => None,
    });
    // All figures or none, so that none seems to be missing.
    let printed = texts.fold(0.0, f64::max) + 6.0 <= pitch && tall >= 1.5 * size;
    let mut points = Vec::new();
    for (row, it) in rows.iter().enumerate() {
        let (y0, y1) = (top + tall * row as f64, top + tall * (row + 1) as f64);
        let middle = (y0 + y1) / 2.0;
        let base = middle + 0.35 * size;
        let at = Place::new(left - axis::TICK_SPACE, base, Anchor::Right);
        labels.push(axis::label(it.name.clone(), size, Ink::Quiet, axis::LAST, vec![at]));
        for (column, cell) in it.cells.iter().enumerate().take(columns.len()) {
            let (x0, x1) = (left + pitch * column as f64, left + pitch * (column + 1) as f64);
            let (x, y) = ((x0, x1 - 1.0), (y0, y1 - 1.0));
            match cell {
                HeatCell::Outside => continue,
                HeatCell::Missing => {
                    marks.push(rect(x, y, Ink::Soft, Pattern::Solid));
                    marks.push(rect(x, y, Ink::Grid, Pattern::Gap));
                }
                HeatCell::Value { step, text, status } => {
                    let pattern = pattern(*status, pitch);
                    marks.push(rect(x, y, Ink::Heat(*step), pattern));
                    if printed {
                        let at = Place::new((x0 + x1 - 1.0) / 2.0, base, Anchor::Middle);
                        let solid = pattern == Pattern::Solid;
                        let ink = if solid { Ink::on_heat(*step) } else { Ink::Ink };
                        let label = axis::label(text.clone(), size, ink, axis::TICK, vec![at]);
                        labels.push(Label { plate: !solid, ..label });
                    }
                }
            }
            points.push(Point {
                index: column,
                series: row,
                track: rows.len() - 1 - row,
                x0,
                x1,
                y0,
                y1,
                mark: ((x0 + x1) / 2.0, middle),
            });
        }
    }
    // Keys walk through columns.
    let points = crate::order::sorted_by_key(points, |it| it.index);
    if let Some((row, column)) = selected {
        let (x0, x1) = (left + pitch * column as f64, left + pitch * (column + 1) as f64 - 1.0);
        let (y0, y1) = (top + tall * row as f64, top + tall * (row + 1) as f64 - 1.0);
        for (width, ink) in [(4.0, Ink::Ground), (2.0, Ink::Ink)] {
            for (from, to) in [
                ((x0, y0), (x1, y0)),
                ((x1, y0), (x1, y1)),
                ((x0, y1), (x1, y1)),
                ((x0, y0), (x0, y1)),
            ] {
                marks.push(line(from, to, width, ink));
            }
        }
    }
    let bounds = Area { x0: 0.0, x1: frame.width, y0: 0.0, y1: height };
    marks.extend(labels::place(labels, bounds));
    Scene { width: frame.width, height, marks, points }
}
