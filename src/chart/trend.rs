//! Values through time: bars, or a line for running sums and indices.

use super::axis::{self, Plot, Side};
use super::labels::{self, Area, Label, Place, text_width};
use super::scale::{Baseline, Linear, Months};
use super::{Anchor, Frame, Ink, Mark, Pattern, Point, Scene, gap_after, holds, pattern, rect};
use crate::calendar::{Frequency, Month, Span};
use crate::data::Status;
use crate::i18n::Format;
use crate::measure::{Measure, Value};
use crate::order::{self, sorted_by_key};

#[derive(Clone, Copy, Debug)]
pub struct Trend<'a> {
    pub values: &'a [Value],
    /// Beside it, each with its name: the mean of the same series, the adjusted series and its trend, or nothing. The
    /// first stands before the others.
    pub lines: &'a [(&'a [Value], &'a str)],
    /// Months shown.
    pub range: Span,
    /// Months of the range without a published figure.
    pub gaps: &'a [Span],
    pub gap_label: &'a str,
    pub measure: Measure,
    pub frequency: Frequency,
    pub selected: Option<Month>,
    pub break_mark: Option<Break<'a>>,
    pub format: Format,
}

/// From here on a series no longer means what it meant before.
#[derive(Clone, Copy, Debug)]
pub struct Break<'a> {
    pub at: Month,
    pub label: &'a str,
}

/// One value where it is drawn.
struct Placed<'a> {
    index: usize,
    value: &'a Value,
    x0: f64,
    /// Without the space to its neighbour.
    x1: f64,
    /// Of the value and of what it stands on.
    y: f64,
    foot: f64,
}

impl Placed<'_> {
    fn middle(&self) -> f64 {
        (self.x0 + self.x1) / 2.0
    }
}

/// Where everything in the picture of a trend stands.
struct Ground {
    height: f64,
    scale: Linear,
    ticks: Vec<(f64, String)>,
    plot: Plot,
    months: Months,
}

fn ground(input: &Trend, frame: Frame) -> Ground {
    let &Trend { range, measure, frequency, format, .. } = input;
    let size = frame.text;
    let unit = measure.unit();
    let shown = || input.values.iter().filter(|it| it.span.overlaps(range));
    let beside = input.lines.iter().flat_map(|it| it.0).filter(|it| it.span.overlaps(range));
    let all = shown().chain(beside).map(|it| it.value);
    let (low, high) =
        all.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), it| (low.min(it), high.max(it)));
    let (low, high) = if low <= high { (low, high) } else { (0.0, 1.0) };
    let foot = axis::time_axis_height(range.len(), frequency, size);
    let height = if frame.is_wide() { 320.0 } else { 220.0 } + 2.0 * (size - 12.0).max(0.0);
    let height = frame.fitting(height);
    let baseline = if is_line(measure) { Baseline::Free } else { Baseline::Zero };
    // Room for the figure above the highest bar and below the lowest.
    let (top, below) = (2.0 * size, if low < 0.0 { 1.6 * size } else { 0.0 });
    let scale = Linear::new(low, high, baseline, top, height - foot - below);
    let ticks: Vec<(f64, String)> =
        scale.ticks().map(|it| (it, format.tick(unit, it, scale.step))).collect();
    let last = shown().next_back().map(|it| format.value(unit, it.value)).unwrap_or_default();
    let last = text_width(&last, size, true) + axis::TICK_SPACE;
    let right = frame.width - axis::value_axis_width(&ticks, size).max(last);
    let plot = Plot { x0: 0.0, x1: right, y0: top, y1: height - foot };
    let months = Months { range, left: plot.x0, right: plot.x1 };
    Ground { height, scale, ticks, plot, months }
}

/// Where months stand in the picture of a trend, for what is drawn exactly below it.
pub fn months_of_trend(input: &Trend, frame: Frame) -> Months {
    ground(input, frame).months
}

pub fn trend(input: &Trend, frame: Frame) -> Scene {
    let &Trend { values, range, gaps, measure, frequency, selected, format, .. } = input;
    let size = frame.text;
    let unit = measure.unit();
    let as_line = is_line(measure);
    let Ground { height, scale, ticks, plot, months } = ground(input, frame);

    let shown: Vec<(usize, &Value)> =
        values.iter().enumerate().filter(|(_, it)| it.span.overlaps(range)).collect();
    let mut marks = Vec::new();
    let mut labels = Vec::new();
    axis::value_axis(&mut marks, &mut labels, &plot, &scale, ticks, (Side::Right, size));
    gap_areas(&mut marks, &mut labels, &plot, &months, gaps, (input.gap_label, size));

    let zero = scale.y(scale.low.max(0.0));
    let placed: Vec<Placed> = shown
        .into_iter()
        .filter_map(|(index, value)| {
            let (x0, x1) = months.edges(value.span)?;
            let regular = value.span.len() as i32 == frequency.months();
            let (x0, x1) = if as_line { (x0, x1) } else { bar_edges(x0, x1, regular) };
            Some(Placed { index, value, x0, x1, y: scale.y(value.value), foot: zero })
        })
        .collect();
    let mut occupied: Vec<Area> = Vec::new();
    if as_line {
        marks.push(axis::zero_line(&plot, &scale));
        lines(&mut marks, &placed, frequency, STRONG);
        occupied.extend(placed.iter().map(|it| Area { x0: it.x0, x1: it.x1, y0: it.y, y1: it.y }));
    } else {
        for it in &placed {
            let ink = if holds(it.value.span, selected) { Ink::Accent } else { Ink::Bar };
            let pattern = pattern(it.value.status, it.x1 - it.x0);
            // A value of nothing is still seen.
            let y = if (it.y - zero).abs() < 1.0 { zero - 1.0 } else { it.y };
            marks.push(rect((it.x0, it.x1), (y, zero), ink, pattern));
            let (y0, y1) = (it.y.min(zero), it.y.max(zero));
            occupied.push(Area { x0: it.x0, x1: it.x1, y0, y1 });
        }
        marks.push(axis::zero_line(&plot, &scale));
    }

    let mut named = Vec::new();
    for (place, (line, name)) in input.lines.iter().enumerate().rev() {
        let shown = line.iter().filter(|it| it.span.overlaps(range));
        let line = shown.enumerate().filter_map(|(index, value)| {
            let (x0, x1) = months.edges(value.span)?;
            Some(Placed { index, value, x0, x1, y: scale.y(value.value), foot: zero })
        });
        let line = without_scraps(line.collect());
        lines(&mut marks, &line, frequency, if place == 0 { STRONG } else { QUIET });
        occupied.extend(line.iter().map(|it| Area { x0: it.x0, x1: it.x1, y0: it.y, y1: it.y }));
        named.push((line, *name));
    }
    let bounds = Area { x0: 0.0, x1: frame.width, y0: 0.0, y1: height };
    if let Some(at) = input.break_mark {
        break_line(&mut marks, &mut labels, &plot, &months, &occupied, (at, size));
    }

    // Single months are named with their figure: the axis does not say which they are.
    let figure = |it: &Value, is_named: bool| {
        let figure = format.value(unit, it.value);
        if is_named && it.span.is_month() && !as_line {
            [&format.month_short(it.span.end()), ": ", &figure].concat()
        } else {
            figure
        }
    };
    value_labels(&mut labels, &placed, &occupied, &plot, selected, (figure, size));
    for it in placed.iter().filter(|it| as_line && holds(it.value.span, selected)) {
        marks.push(Mark::Dot { x: it.middle(), y: it.y, radius: 5.0, ink: Ink::Ground });
        marks.push(Mark::Dot { x: it.middle(), y: it.y, radius: 3.5, ink: Ink::Accent });
    }
    for (line, name) in named.iter().filter(|it| !it.0.is_empty()) {
        let places = beside_line(line, &occupied, &plot, (name, size));
        labels.push(axis::label((*name).to_owned(), size, Ink::Total, axis::LINE_NAME, places));
    }
    axis::time_axis(&mut marks, &mut labels, &plot, &months, frequency, (format, size));

    marks.extend(labels::place(labels, bounds));
    let points = placed
        .iter()
        .map(|it| Point {
            index: it.index,
            series: 0,
            track: 0,
            x0: months.edges(it.value.span).map_or(it.x0, |(x0, _)| x0),
            x1: months.edges(it.value.span).map_or(it.x1, |(_, x1)| x1),
            y0: plot.y0,
            y1: plot.y1,
            mark: (it.middle(), it.y),
        })
        .collect();
    Scene { width: frame.width, height, marks, points }
}

/// Bars of single periods stand apart; a longer span is as wide as it is long.
fn bar_edges(x0: f64, x1: f64, regular: bool) -> (f64, f64) {
    let gap = gap_after(x1 - x0);
    let gap = if regular { (0.16 * (x1 - x0)).round().max(gap) } else { gap };
    let before = ((gap - 1.0) / 2.0).floor().max(0.0);
    (x0 + before, x1 - (gap - before))
}

fn is_line(measure: Measure) -> bool {
    match measure {
        Measure::Sum12 | Measure::Avg12 | Measure::Index => true,
        Measure::Level | Measure::Mom | Measure::Yoy | Measure::Ytd | Measure::PerDay => false,
    }
}

/// Quiet stripes over months without a figure, named where the name fits.
pub(super) fn gap_areas(
    marks: &mut Vec<Mark>,
    labels: &mut Vec<Label>,
    plot: &Plot,
    months: &Months,
    gaps: &[Span],
    (text, size): (&str, f64),
) {
    for (x0, x1) in gaps.iter().filter_map(|&gap| months.edges(gap)) {
        let x1 = x1 - gap_after(x1 - x0);
        marks.push(rect((x0, x1), (plot.y0, plot.y1), Ink::Soft, Pattern::Solid));
        marks.push(rect((x0, x1), (plot.y0, plot.y1), Ink::Grid, Pattern::Gap));
        let Some(text) = labels::wrap(text, size, x1 - x0 - 8.0) else { continue };
        let above = 0.65 * size * text.matches('\n').count() as f64;
        let y = (plot.y0 + plot.y1) / 2.0 - above;
        let place = Place::new((x0 + x1) / 2.0, y, Anchor::Middle);
        let label = axis::label(text, size, Ink::Quiet, axis::GAP, vec![place]);
        labels.push(Label { plate: true, ..label });
    }
}

/// A dashed line where a series breaks, its name beside its upper end.
pub(super) fn break_line(
    marks: &mut Vec<Mark>,
    labels: &mut Vec<Label>,
    plot: &Plot,
    months: &Months,
    occupied: &[Area],
    (at, size): (Break, f64),
) {
    if at.at <= months.range.start() || at.at > months.range.end() {
        return;
    }
    let x = months.x(at.at) - 0.5;
    let points = vec![(x, plot.y0 - size), (x, plot.y1)];
    marks.push(Mark::Line { points, width: 1.0, ink: Ink::Ground, dashed: false });
    let points = vec![(x, plot.y0 - size), (x, plot.y1)];
    marks.push(Mark::Line { points, width: 1.0, ink: Ink::Quiet, dashed: true });
    let width = text_width(at.label, size, false);
    let places = [(x + 5.0, Anchor::Left, x + 5.0), (x - 5.0, Anchor::Right, x - 5.0 - width)]
        .into_iter()
        .flat_map(|(at, anchor, x0)| {
            let free = top_over(occupied, x0, x0 + width).unwrap_or(plot.y1);
            let lines = (0..6).map(move |line| plot.y0 + (1.25 * f64::from(line) - 0.5) * size);
            lines.filter(move |y| y + 0.4 * size < free).map(move |y| Place::new(at, y, anchor))
        })
        .collect();
    labels.push(axis::label(at.label.to_owned(), size, Ink::Quiet, axis::BREAK, places));
}

/// The values that stand in runs long enough to show where a mean goes.
fn without_scraps(mut mean: Vec<Placed>) -> Vec<Placed> {
    const SHORTEST: usize = 4;
    let follows =
        |one: &Placed, next: &Placed| one.value.span.end().plus(1) == next.value.span.start();
    let runs = mean.chunk_by(follows);
    let mut keep = runs
        .flat_map(|run| run.iter().map(|_| run.len() >= SHORTEST))
        .collect::<Vec<_>>()
        .into_iter();
    mean.retain(|_| keep.next().unwrap_or(false));
    mean
}

/// How a line is drawn that others stand behind, and one of those.
const STRONG: (f64, Ink) = (2.5, Ink::Total);
const QUIET: (f64, Ink) = (1.5, Ink::Quiet);

/// Lines through the middles of neighbouring periods, broken where one is missing. A
/// span longer than a period is a level line of its own; a provisional end is dashed.
fn lines(marks: &mut Vec<Mark>, placed: &[Placed], frequency: Frequency, (width, ink): (f64, Ink)) {
    let regular = |it: &Placed| it.value.span.len() as i32 <= frequency.months();
    let mut runs: Vec<(Vec<(f64, f64)>, bool)> = Vec::new();
    let mut before: Option<&Placed> = None;
    for it in placed {
        if !regular(it) {
            runs.push((vec![(it.x0, it.y), (it.x1, it.y)], false));
            before = None;
            continue;
        }
        let dashed = it.value.status == Status::Provisional;
        let joined = before.filter(|last| last.value.span.end().plus(1) == it.value.span.start());
        match (joined, runs.last_mut()) {
            (Some(_), Some(run)) if run.1 == dashed || run.0.len() == 1 => {
                run.0.push((it.middle(), it.y));
                run.1 = dashed;
            }
            (Some(last), _) => {
                runs.push((vec![(last.middle(), last.y), (it.middle(), it.y)], dashed));
            }
            (None, _) => runs.push((vec![(it.middle(), it.y)], dashed)),
        }
        before = Some(it);
    }
    for (points, _) in &runs {
        if points.len() > 1 {
            let points = points.clone();
            marks.push(Mark::Line { points, width: width + 2.5, ink: Ink::Ground, dashed: false });
        }
    }
    for (points, dashed) in runs {
        match points.as_slice() {
            &[(x, y)] => marks.push(Mark::Dot { x, y, radius: width, ink }),
            _ => marks.push(Mark::Line { points, width, ink, dashed }),
        }
    }
}

/// The highest pixel taken between two x.
fn top_over(occupied: &[Area], x0: f64, x1: f64) -> Option<f64> {
    occupied.iter().filter(|it| it.x0 < x1 && x0 < it.x1).map(|it| it.y0).reduce(f64::min)
}

fn bottom_over(occupied: &[Area], x0: f64, x1: f64) -> Option<f64> {
    occupied.iter().filter(|it| it.x0 < x1 && x0 < it.x1).map(|it| it.y1).reduce(f64::max)
}

/// Figures of the selected, the last and the highest value, or of all where all fit.
fn value_labels(
    labels: &mut Vec<Label>,
    placed: &[Placed],
    occupied: &[Area],
    plot: &Plot,
    selected: Option<Month>,
    (text, size): (impl Fn(&Value, bool) -> String, f64),
) {
    let highest = placed
        .iter()
        .enumerate()
        .max_by(|(_, one), (_, other)| one.value.value.total_cmp(&other.value.value))
        .map(|(place, _)| place);
    let width = |it: &str| text_width(it, size, true);
    let all_fit = placed.iter().all(|it| width(&text(it.value, false)) + 6.0 <= it.x1 - it.x0);
    for (place, it) in placed.iter().enumerate() {
        let is_selected = holds(it.value.span, selected);
        let is_last = place + 1 == placed.len();
        let priority = if is_selected {
            axis::SELECTED
        } else if is_last {
            axis::LAST
        } else if Some(place) == highest {
            axis::HIGHEST
        } else if all_fit {
            axis::EVERY_VALUE
        } else {
            continue;
        };
        let text = text(it.value, !is_last && priority != axis::EVERY_VALUE);
        let mut places = places_at(it, width(&text), occupied, plot, size);
        if is_last {
            // Beside the axis, where a higher neighbour is in the way.
            let beside = Place::new(plot.x1 + axis::TICK_SPACE, it.y + 0.35 * size, Anchor::Left);
            let place = if places.first().is_some_and(|it| it.leader.is_none()) { 1 } else { 0 };
            places.insert(place.min(places.len()), beside);
        }
        labels.push(Label {
            text,
            size,
            bold: priority != axis::EVERY_VALUE,
            ink: if is_selected { Ink::Accent } else { Ink::Ink },
            priority,
            places,
            slack: 0.0,
            plate: true,
        });
    }
}

/// Places for the figure of a value: over it or, below zero, under it; above its middle,
/// or flush with one of its edges where neighbours are in the way; then beside its end.
fn places_at(it: &Placed, width: f64, occupied: &[Area], plot: &Plot, size: f64) -> Vec<Place> {
    const SPACE: f64 = 5.0;
    let (rise, up) = (0.78 * size, it.y <= it.foot);
    // The baseline of a text between two x that is clear of everything drawn, and how far
    // that is from the value.
    let clear = |x0: f64, x1: f64| {
        if up {
            let free = top_over(occupied, x0 - 1.0, x1 + 1.0).unwrap_or(it.y).min(it.y);
            (free - SPACE, it.y - free)
        } else {
            let free = bottom_over(occupied, x0 - 1.0, x1 + 1.0).unwrap_or(it.y).max(it.y);
            (free + SPACE + rise, free - it.y)
        }
    };
    let half = width / 2.0;
    let mut places: Vec<(f64, Place)> =
        [(it.middle(), 0.0), (it.x1 - half, 3.0), (it.x0 + half, 3.0)]
            .into_iter()
            .map(|(x, penalty)| {
                // Over the plot, clear of the labels of its axis.
                let x = x.min(plot.x1 + 1.0 - half).max(half);
                let (y, away) = clear(x - half, x + half);
                let leader = (away > 4.0).then_some((it.middle(), it.y));
                (away + penalty, Place { x, y, anchor: Anchor::Middle, leader })
            })
            .collect();
    for (x, x0, anchor) in [
        (it.x0 - 4.0, it.x0 - 4.0 - width, Anchor::Right),
        (it.x1 + 4.0, it.x1 + 4.0, Anchor::Left),
    ] {
        let beside = it.y + if up { rise } else { 0.0 };
        let free = if up {
            top_over(occupied, x0, x0 + width).is_none_or(|free| free > beside + 3.0)
        } else {
            bottom_over(occupied, x0, x0 + width).is_none_or(|free| free < beside - rise - 3.0)
        };
        if free && x0 + width <= plot.x1 {
            places.push((1.5 * size, Place::new(x, beside, anchor)));
        }
    }
    let places = sorted_by_key(places, |it| order::number(it.0));
    places.into_iter().map(|(_, place)| place).collect()
}

/// Places for the name of a line: above whatever is drawn, nearest to the line first.
fn beside_line(
    line: &[Placed],
    occupied: &[Area],
    plot: &Plot,
    (name, size): (&str, f64),
) -> Vec<Place> {
    let half = text_width(name, size, false) / 2.0;
    let places: Vec<(f64, Place)> = line
        .iter()
        .filter_map(|it| {
            let x = it.middle();
            if x - half < plot.x0 || x + half > plot.x1 {
                return None;
            }
            let top = top_over(occupied, x - half - 4.0, x + half + 4.0)?;
            let y = top - 0.5 * size - 4.0;
            let away = it.y - y;
            let leader = (away > 1.6 * size).then_some((x, it.y));
            (y - size >= 0.0).then_some((away, Place { x, y, anchor: Anchor::Middle, leader }))
        })
        .collect();
    let places = sorted_by_key(places, |it| order::number(it.0));
    places.into_iter().map(|(_, place)| place).take(24).collect()
}
