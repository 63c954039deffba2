//! What months were first said to be, over what they are said to be now.

use super::axis::{self, Plot, Side};
use super::labels::{self, Area, Label, Place, text_width};
use super::scale::{Baseline, Linear, Months};
use super::{Anchor, Frame, Ink, Mark, Point, Scene, line, lines};
use crate::calendar::{Frequency, Month, Span};
use crate::i18n::Format;
use crate::measure::Unit;

#[derive(Clone, Copy, Debug)]
pub struct Prints<'a> {
    /// In order of time.
    pub months: &'a [PrintedMonth],
    /// Months shown.
    pub range: Span,
    pub selected: Option<Month>,
    /// A month, and what is said of its first print.
    pub remark: Option<(Month, &'a str)>,
    pub format: Format,
}

/// US$ million.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PrintedMonth {
    pub month: Month,
    pub latest: f64,
    pub provisional: bool,
    /// Where it was another.
    pub first: Option<f64>,
}

/// A line of the latest figures; a ring where the first print was another, and how far it is.
pub fn prints(input: &Prints, frame: Frame) -> Scene {
    let &Prints { months: all, range, selected, format, .. } = input;
    let size = frame.text;
    let shown: Vec<(usize, &PrintedMonth)> =
        all.iter().enumerate().filter(|(_, it)| range.contains(it.month.into())).collect();
    let values = || shown.iter().flat_map(|(_, it)| [Some(it.latest), it.first]).flatten();
    let (low, high) = values()
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), it| (low.min(it), high.max(it)));
    let (low, high) = if low <= high { (low, high) } else { (0.0, 1.0) };
    let foot = axis::time_axis_height(range.len(), Frequency::Monthly, size);
    let height = if frame.is_wide() { 320.0 } else { 240.0 } + 2.0 * (size - 12.0).max(0.0);
    let top = 2.0 * size;
    let scale = Linear::new(low, high, Baseline::Free, top, height - foot);
    let tick = |it: f64| (it, format.tick(Unit::Money, it, scale.step));
    let ticks: Vec<(f64, String)> = scale.ticks().map(tick).collect();
    let figure = |value: f64| format.value(Unit::Money, value);
    let last = shown.last().map(|(_, it)| figure(it.latest)).unwrap_or_default();
    let last_width = text_width(&last, size, true) + axis::TICK_SPACE;
    let right = frame.width - axis::value_axis_width(&ticks, size).max(last_width);
    let plot = Plot { x0: 0.0, x1: right.max(1.0), y0: top, y1: height - foot };
    let months = Months { range, left: plot.x0, right: plot.x1 };

    let mut marks = Vec::new();
    let mut labels = Vec::new();
    axis::value_axis(&mut marks, &mut labels, &plot, &scale, ticks, (Side::Right, size));
    marks.push(axis::zero_line(&plot, &scale));
    let x = |month: Month| months.x(month) + months.pitch() / 2.0;
    for run in shown.chunk_by(|one, next| one.1.month.plus(1) == next.1.month) {
        let at = |it: &PrintedMonth| (x(it.month), scale.y(it.latest));
        if let [(_, it)] = run {
            let (x, y) = at(it);
            marks.push(Mark::Dot { x, y, radius: 2.5, ink: Ink::Total });
        } else {
            let points = run.iter().map(|(_, it)| (at(it), it.provisional));
            marks.extend(lines::pieces(points, 2.0, Ink::Total));
        }
    }
    let radius = (0.32 * months.pitch()).clamp(2.5, 5.0);
    for (_, it) in &shown {
        let Some(first) = it.first else { continue };
        let (x, y, end) = (x(it.month), scale.y(first), scale.y(it.latest));
        if (y - end).abs() > radius {
            marks.push(line((x, y), (x, end), 1.5, Ink::Warn));
        }
        marks.push(Mark::Dot { x, y, radius, ink: Ink::Warn });
        marks.push(Mark::Dot { x, y, radius: radius - 1.5, ink: Ink::Ground });
    }
    let at = selected.and_then(|it| shown.iter().find(|(_, shown)| shown.month == it));
    if let Some((_, it)) = at {
        let (x, y) = (x(it.month), scale.y(it.latest));
        marks.push(Mark::Dot { x, y, radius: 5.0, ink: Ink::Ground });
        marks.push(Mark::Dot { x, y, radius: 3.5, ink: Ink::Accent });
    }
    if let Some((_, it)) = shown.last() {
        let y = scale.y(it.latest);
        let place =
            |shift: f64| Place::new(plot.x1 + axis::TICK_SPACE, y + shift * size, Anchor::Left);
        let places = [0.35, -0.4, 1.1, -1.0, 1.8].map(place).to_vec();
        let label = axis::label(last, size, Ink::Ink, axis::LAST, places);
        labels.push(Label { bold: true, ..label });
    }
    if let Some((month, words)) = input.remark
        && let Some((_, it)) = shown.iter().find(|(_, it)| it.month == month)
        && let Some(first) = it.first
    {
        let (x, y) = (x(month), scale.y(first));
        let higher = |x0: f64, x1: f64| {
            let over = |it: &&(usize, &PrintedMonth)| {
                let at = months.x(it.1.month);
                x0 < at + months.pitch() && at < x1
            };
            let highest = shown.iter().filter(over).flat_map(|(_, it)| [Some(it.latest), it.first]);
            highest.flatten().fold(first, f64::max)
        };
        let width = text_width(words, size, false);
        let places = [
            (x, x - width / 2.0, Anchor::Middle),
            (x, x - width, Anchor::Right),
            (x, x, Anchor::Left),
        ];
        let places = places.into_iter().map(|(x, x0, anchor)| {
            let above = scale.y(higher(x0, x0 + width)) - radius - 0.6 * size;
            let leader = (y - above > 1.5 * size).then_some((x, y - radius));
            Place { leader, ..Place::new(x, above.max(size), anchor) }
        });
        let label = axis::label(words.to_owned(), size, Ink::Warn, axis::HIGHEST, places.collect());
        labels.push(Label { plate: true, slack: width / 2.0, ..label });
    }
    axis::time_axis(&mut marks, &mut labels, &plot, &months, Frequency::Monthly, (format, size));
    let bounds = Area { x0: 0.0, x1: frame.width, y0: 0.0, y1: height };
    marks.extend(labels::place(labels, bounds));
    let points = shown.iter().map(|&(index, it)| {
        let x0 = months.x(it.month);
        let x1 = x0 + months.pitch();
        let mark = ((x0 + x1) / 2.0, scale.y(it.latest));
        Point { index, series: 0, track: 0, x0, x1, y0: plot.y0, y1: plot.y1, mark }
    });
    Scene { width: frame.width, height, marks, points: points.collect() }
}
