//! What was reached year by year, and what was announced for later years.

use super::axis::{self, Plot, Side};
use super::labels::{self, Area, Label, Place, text_width};
use super::scale::{Baseline, Linear, Months};
use super::{Anchor, Frame, Ink, Pattern, Point, Scene, pattern, rect};
use crate::calendar::{Frequency, Span};
use crate::data::Status;
use crate::i18n::Format;
use crate::measure::Unit;

/// Bars for years, strokes for goals: each as wide as its year and as high as its amount, US$ million.
#[derive(Clone, Copy, Debug)]
pub struct Goals<'a> {
    /// In order of time.
    pub years: &'a [Year],
    pub goals: &'a [Goal],
    pub format: Format,
}

/// A year, or the months of it that are known.
#[derive(Clone, Debug, PartialEq)]
pub struct Year {
    pub span: Span,
    pub value: f64,
    /// `value` in figures, over or in its bar where there is room.
    pub text: String,
    pub status: Status,
    /// Only a part of the year: its figure stands beside it.
    pub part: bool,
}

/// An amount for a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    pub span: Span,
    pub value: f64,
    pub label: String,
    /// Stands where the label has no room.
    pub short: String,
    pub ink: Ink,
}

/// Half the height of a stroke.
const STROKE: f64 = 2.0;

/// Points of years have the series 0, those of goals 1; each counts in its own list.
pub fn goals(input: &Goals, frame: Frame) -> Scene {
    let &Goals { years, goals, format } = input;
    let size = frame.text;
    let height = if frame.is_wide() { 340.0 } else { 300.0 } + 2.0 * (size - 12.0).max(0.0);
    let spans = || years.iter().map(|it| it.span).chain(goals.iter().map(|it| it.span));
    let start = spans().map(Span::start).min();
    let end = spans().map(Span::end).max();
    let range = start.zip(end).and_then(|(start, end)| Span::new(start, end));
    let Some(range) = range else {
        return Scene { width: frame.width, height, marks: Vec::new(), points: Vec::new() };
    };
    let values = || years.iter().map(|it| it.value).chain(goals.iter().map(|it| it.value));
    let high = values().fold(0.0, f64::max);
    let foot = axis::time_axis_height(range.len(), Frequency::FiscalYear, size);
    let scale = Linear::new(0.0, high, Baseline::Zero, 1.9 * size, height - foot);
    let ticks: Vec<(f64, String)> =
        scale.ticks().map(|it| (it, format.tick(Unit::Money, it, scale.step))).collect();
    let left = axis::value_axis_width(&ticks, size).min(frame.width / 3.0);
    let plot = Plot {
        x0: left,
        x1: (frame.width - axis::TICK_SPACE).max(left + 1.0),
        y0: 1.9 * size,
        y1: height - foot,
    };
    let months = Months { range, left: plot.x0, right: plot.x1 };
    let mut marks = Vec::new();
    let mut texts = Vec::new();
    let mut points = Vec::new();
    axis::value_axis(&mut marks, &mut texts, &plot, &scale, ticks, (Side::Left, size));
    let gap = if months.pitch() * 12.0 > 12.0 { 1.5 } else { 0.5 };

    let strokes: Vec<(usize, &Goal, Area)> = goals
        .iter()
        .enumerate()
        .filter_map(|(index, it)| {
            let (x0, x1) = months.edges(it.span)?;
            let y = scale.y(it.value);
            Some((index, it, Area { x0, x1: x1.max(x0 + 3.0), y0: y - STROKE, y1: y + STROKE }))
        })
        .collect();
    let lines: Vec<Area> = strokes.iter().map(|it| it.2).collect();
    let mut occupied: Vec<Area> = Vec::new();
    for (index, it) in years.iter().enumerate() {
        let Some((x0, x1)) = months.edges(it.span) else { continue };
        let (bar, y) = ((x0 + gap, (x1 - gap).max(x0 + gap + 1.0)), scale.y(it.value));
        marks.push(rect(bar, (y, plot.y1), Ink::Bar, pattern(it.status, bar.1 - bar.0)));
        occupied.push(Area { x0: bar.0, x1: bar.1, y0: y, y1: plot.y1 });
        let width = text_width(&it.text, size, false);
        let over = Place::new((x0 + x1) / 2.0, y - 0.4 * size, Anchor::Middle);
        let inside = Place { y: y + 1.3 * size, ..over };
        let own = |at: &Place| {
            let x = at.x - width / 2.0;
            Area { x0: x - 1.0, x1: x + width + 1.0, y0: at.y - size, y1: at.y + 0.3 * size }
        };
        let mut places = vec![over];
        if width + 4.0 < bar.1 - bar.0 && inside.y + 0.4 * size < plot.y1 {
            places.push(inside);
        }
        places.retain(|it| !lines.iter().any(|line| line.overlaps(&own(it))));
        if it.part {
            places = vec![Place::new(x1 + 3.0, plot.y1 - 0.4 * size, Anchor::Left)];
        }
        let label = axis::label(it.text.clone(), size, Ink::Ink, axis::EVERY_VALUE, places);
        texts.push(Label { plate: true, ..label });
        points.push(Point {
            index,
            series: 0,
            track: 0,
            x0,
            x1,
            y0: y,
            y1: plot.y1,
            mark: ((x0 + x1) / 2.0, y),
        });
    }
    for (index, it, area) in &strokes {
        // Its own ground, so that it is seen on a bar.
        marks.push(rect(
            (area.x0, area.x1),
            (area.y0 - 1.0, area.y1 + 1.0),
            Ink::Ground,
            Pattern::Solid,
        ));
        marks.push(rect((area.x0, area.x1), (area.y0, area.y1), it.ink, Pattern::Solid));
        points.push(Point {
            index: *index,
            series: 1,
            track: 1,
            x0: area.x0,
            x1: area.x1,
            y0: area.y0 - 3.0,
            y1: area.y1 + 3.0,
            mark: ((area.x0 + area.x1) / 2.0, (area.y0 + area.y1) / 2.0),
        });
    }
    for (_, it, area) in &strokes {
        let text = if text_width(&it.label, size, false) <= (plot.x1 - plot.x0) * 0.62 {
            &it.label
        } else {
            &it.short
        };
        let places = goal_places(text, area, &lines, &occupied, size);
        let label = axis::label(text.clone(), size, Ink::Ink, axis::HIGHEST, places);
        texts.push(Label { slack: 30.0, plate: true, ..label });
    }
    axis::time_axis(&mut marks, &mut texts, &plot, &months, Frequency::FiscalYear, (format, size));
    marks.push(axis::zero_line(&plot, &scale));
    let bounds = Area { x0: 0.0, x1: frame.width, y0: 0.0, y1: height };
    marks.extend(labels::place(texts, bounds));
    let points = crate::order::sorted_by_key(points, |it| (it.mark.0 * 8.0) as i64);
    Scene { width: frame.width, height, marks, points }
}

/// Beside its stroke, above or below it, or further up at the end of a thin line: never over
/// another stroke.
fn goal_places(text: &str, area: &Area, strokes: &[Area], bars: &[Area], size: f64) -> Vec<Place> {
    let width = text_width(text, size, false);
    let (middle, y) = ((area.x0 + area.x1) / 2.0, (area.y0 + area.y1) / 2.0);
    let mut places = vec![
        Place::new(area.x0 - 5.0, y + 0.36 * size, Anchor::Right),
        Place::new(area.x1 + 5.0, y + 0.36 * size, Anchor::Left),
        Place::new(area.x1, y - 0.6 * size, Anchor::Right),
        Place::new(area.x1, y + 1.4 * size, Anchor::Right),
    ];
    places.extend((2..14).flat_map(|row| {
        let y = y - 0.6 * size - 1.5 * size * f64::from(row - 1);
        let leader = Some((middle, area.y0 - 1.0));
        [Anchor::Right, Anchor::Middle].map(|anchor| {
            let x = if anchor == Anchor::Right { area.x1 } else { middle };
            Place { leader, ..Place::new(x, y, anchor) }
        })
    }));
    places.retain(|it| {
        let x0 = match it.anchor {
            Anchor::Right => it.x - width,
            Anchor::Middle => it.x - width / 2.0,
            Anchor::Left => it.x,
        };
        let own =
            Area { x0: x0 - 3.0, x1: x0 + width + 3.0, y0: it.y - size, y1: it.y + 0.4 * size };
        !strokes.iter().any(|it| it.overlaps(&own) && it != area)
            && !bars.iter().any(|it| it.overlaps(&own))
    });
    places
}
