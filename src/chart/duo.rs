//! Two of each: small pictures side by side, each with a scale of its own.

use super::axis;
use super::labels::{self, Area, Label, Place, fit};
use super::{Anchor, Frame, Ink, Point, Scene, line, pattern, rect};
use crate::data::Status;

/// One small picture: bars of one unit on a common zero.
#[derive(Clone, Debug, PartialEq)]
pub struct DuoPanel {
    pub heading: String,
    pub bars: Vec<DuoBar>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct DuoBar {
    /// Below the bar.
    pub name: String,
    /// Below the name; may be empty.
    pub remark: String,
    /// `None` where nothing is published.
    pub value: Option<f64>,
    /// Over the bar.
    pub text: String,
    pub ink: Ink,
    pub status: Status,
}

/// Panels from left to right, in both languages.
pub fn duo(panels: &[DuoPanel], frame: Frame) -> Scene {
    let size = frame.text;
    let height = if frame.is_wide() { 260.0 } else { 240.0 } + 6.0 * (size - 12.0).max(0.0);
    let apart = if frame.is_wide() { 32.0 } else { 14.0 };
    // Names and remarks have a line each, or two where room is scarce.
    let lines: u8 = if frame.is_wide() { 1 } else { 2 };
    let line_height = 1.4 * size;
    let count = panels.len().max(1) as f64;
    let wide = ((frame.width - apart * (count - 1.0)) / count).max(1.0);
    let foot = 2.0 * line_height * f64::from(lines) + 0.9 * size;
    let (top, bottom) = (3.4 * size, height - foot);
    let mut marks = Vec::new();
    let mut labels = Vec::new();
    let mut points = Vec::new();
    for (place, panel) in panels.iter().enumerate() {
        let left = (wide + apart) * place as f64;
        // Bars no wider than a picture of this height carries.
        let used = wide.min(130.0 * panel.bars.len().max(1) as f64);
        let pitch = used / panel.bars.len().max(1) as f64;
        let heading = Place::new(left, 1.2 * size, Anchor::Left);
        let text = fit(&panel.heading, size, false, wide);
        labels.push(axis::label(text, size, Ink::Quiet, axis::SELECTED, vec![heading]));
        let highest = panel.bars.iter().filter_map(|it| it.value).fold(0.0, f64::max);
        let scale = if highest > 0.0 { (bottom - top) / highest } else { 0.0 };
        for (column, bar) in panel.bars.iter().enumerate() {
            let (from, to) = (left + pitch * column as f64, left + pitch * (column + 1) as f64);
            let inset = (0.12 * pitch).round();
            let (x0, x1, x) = (from + inset, to - inset, (from + to) / 2.0);
            let y = bottom - bar.value.unwrap_or(0.0).max(0.0) * scale;
            if bar.value.is_some() {
                let y = y.min(bottom - 1.0);
                marks.push(rect((x0, x1), (y, bottom), bar.ink, pattern(bar.status, x1 - x0)));
            }
            let over = Place::new(x, y - 0.5 * size, Anchor::Middle);
            let text = fit(&bar.text, size, true, pitch - 4.0);
            let label = axis::label(text, size, Ink::Ink, axis::LAST, vec![over]);
            labels.push(Label { bold: true, ..label });
            let mut y = bottom + 1.3 * size;
            for text in [&bar.name, &bar.remark] {
                let broken = labels::wrap(text, size, pitch - 5.0);
                let text = broken
                    .filter(|it| it.matches('\n').count() < usize::from(lines))
                    .unwrap_or_else(|| fit(text, size, false, pitch - 5.0));
                let count = 1 + text.matches('\n').count();
                if !text.is_empty() {
                    let place = Place::new(x, y, Anchor::Middle);
                    labels.push(axis::label(text, size, Ink::Quiet, axis::TICK, vec![place]));
                }
                y += line_height * count as f64;
            }
            points.push(Point {
                index: column,
                series: place,
                track: panels.len() - 1 - place,
                x0: from,
                x1: to,
                y0: top,
                y1: bottom,
                mark: (x, y),
            });
        }
        marks.push(line((left, bottom), (left + used, bottom), 1.0, Ink::Quiet));
    }
    let bounds = Area { x0: 0.0, x1: frame.width, y0: 0.0, y1: height };
    marks.extend(labels::place(labels, bounds));
    let points = crate::order::sorted_by_key(points, |it| (it.index, it.series));
    Scene { width: frame.width, height, marks, points }
}
