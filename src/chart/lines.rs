//! Several lines over the same places: years over months, countries over years.

use super::axis::{self, Plot};
use super::labels::{self, Area, Label, Place, spread, text_width};
use super::scale::{Baseline, Linear};
use super::{Anchor, Frame, Ink, Mark, Point, Scene, line};
use crate::order::{self, sorted_by_key};

/// What is to be drawn. Values and levels are in the unit that `tick` writes.
#[derive(Clone, Copy)]
pub struct Lines<'a> {
    pub lines: &'a [Line],
    /// The name of each place along the foot: a month, a year.
    pub places: &'a [String],
    /// A place that is named in any case; others are named at even distances from it.
    pub named: usize,
    pub axis: Axis,
    pub levels: &'a [Level],
    pub breaks: &'a [Cut],
    /// Place of a line in `lines` and place along the foot that are marked.
    pub selected: Option<(usize, usize)>,
    /// A value of the axis in words, and how far it is to the next.
    pub tick: &'a dyn Fn(f64, f64) -> String,
}

/// One line; where a place has no value it breaks off.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Stands at its last value; empty where it is not named.
    pub name: String,
    /// One for each place, or fewer.
    pub values: Vec<Option<f64>>,
    pub ink: Ink,
    pub weight: Weight,
    /// Which of the values a dashed piece leads to, by place: provisional ones. Empty where there is none.
    pub dashed: Vec<bool>,
    /// What stands behind its name, in columns.
    pub cells: Vec<String>,
}

impl Line {
    pub fn new(name: String, values: Vec<Option<f64>>, ink: Ink, weight: Weight) -> Line {
        Line { name, values, ink, weight, dashed: Vec::new(), cells: Vec::new() }
    }

    /// Its last value and the place of that.
    fn last(&self) -> Option<(usize, f64)> {
        let found = |(place, value): (usize, &Option<f64>)| Some((place, (*value)?));
        self.values.iter().enumerate().rev().find_map(found)
    }
}

/// Columns behind the names of lines.
#[derive(Clone, Copy, Default)]
pub struct Ends<'a> {
    /// One over each of the cells of the lines.
    pub heads: &'a [String],
    /// The place along the foot that the cells refer to: named, with a rule over it.
    pub since: Option<usize>,
}

impl Ends<'_> {
    /// How far the right edge of each column is from that of the picture, and the room that all of them take.
    fn insets(&self, lines: &[Line], size: f64) -> (Vec<f64>, f64) {
        let mut room = 0.0;
        let mut insets = Vec::new();
        for (column, head) in self.heads.iter().enumerate().rev() {
            insets.push(room);
            let cells = lines.iter().filter_map(|it| {
                Some(text_width(it.cells.get(column)?, size, it.weight == Weight::Strong))
            });
            // The first head may stand over the names, which begin below it.
            let head = if column > 0 { text_width(head, size, false) } else { 0.0 };
            room += cells.fold(head, f64::max) + 8.0;
        }
        insets.reverse();
        (insets, room)
    }
}

/// How much a line counts among the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Context.
    Thin,
    Plain,
    /// What the picture is about; on top of the others.
    Strong,
}

impl Weight {
    fn width(self) -> f64 {
        match self {
            Weight::Thin => 1.25,
            Weight::Plain => 2.0,
            Weight::Strong => 3.0,
        }
    }
}

/// How values become heights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axis {
    Linear(Baseline),
    /// Equal ratios are equally high. What is not above zero is not drawn.
    Log,
}

/// A value across all places: a target, a mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    pub value: f64,
    pub label: String,
    pub ink: Ink,
}

/// Values from `before` on do not mean what those to the left of it mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Cut {
    pub before: usize,
    pub label: String,
}

/// A value axis of either kind.
struct Heights {
    log: bool,
    /// Of logarithms to base 10 where `log`.
    linear: Linear,
    ticks: Vec<f64>,
}

impl Heights {
    fn new(axis: Axis, (low, high): (f64, f64), (top, bottom): (f64, f64)) -> Heights {
        match axis {
            Axis::Linear(baseline) => {
                let linear = Linear::new(low, high, baseline, top, bottom);
                Heights { log: false, linear, ticks: linear.ticks().collect() }
            }
            Axis::Log => {
                let (low, high) = if low > 0.0 && low <= high { (low, high) } else { (1.0, 10.0) };
                let mut ticks = log_ticks(low, high, ((bottom - top) / 45.0).max(2.0) as usize);
                let within = ticks.iter().filter(|&&it| low <= it && it <= high).count();
                let (mut first, mut last) = (low / 1.1, high * 1.1);
                if within > 1 {
                    ticks.retain(|&it| first <= it && it <= last);
                } else {
                    first = ticks.first().copied().unwrap_or(low).min(low);
                    last = ticks.last().copied().unwrap_or(high).max(high);
                }
                let (low, high) = (first.log10(), last.log10());
                let high = if high > low { high } else { low + 1.0 };
                Heights { log: true, linear: Linear { low, high, step: 1.0, top, bottom }, ticks }
            }
        }
    }

    /// `None` for what the axis cannot show.
    fn y(&self, value: f64) -> Option<f64> {
        match self.log {
            false => Some(self.linear.y(value)),
            true => (value > 0.0).then(|| self.linear.y(value.log10())),
        }
    }

    /// Distance from a tick to the next.
    fn step(&self, value: f64) -> f64 {
        match self.log {
            false => self.linear.step,
            true => 10_f64.powf(value.log10().floor()),
        }
    }
}

/// 1, 2 and 5 times powers of ten around the values, or powers alone where those are too many.
fn log_ticks(low: f64, high: f64, most: usize) -> Vec<f64> {
    let (from, to) = (low.log10().floor() as i32, high.log10().ceil() as i32);
    let all = |factors: &[f64]| -> Vec<f64> {
        let ticks: Vec<f64> = (from..=to)
            .flat_map(|power| factors.iter().map(move |it| it * 10_f64.powi(power)))
            .collect();
        // From the last at or below the lowest to the first at or above the highest.
        let start = ticks.iter().rposition(|&it| it <= low * (1.0 + 1e-9)).unwrap_or(0);
        let end = ticks.iter().position(|&it| it >= high * (1.0 - 1e-9));
        ticks[start..=end.unwrap_or(ticks.len() - 1)].to_vec()
    };
    let ticks = [&[1.0, 2.0, 5.0][..], &[1.0, 3.0], &[1.0]].into_iter().map(all);
    let mut fewest = Vec::new();
    for ticks in ticks {
        fewest = ticks;
        if fewest.len() <= most {
            break;
        }
    }
    fewest
}

/// A line where it is drawn.
struct Placed<'a> {
    series: usize,
    line: &'a Line,
    /// Place along the foot, x, y.
    points: Vec<(usize, f64, f64)>,
}

/// Space between the last place and the names of lines.
const NAME_INDENT: f64 = 8.0;

/// The lines over each other, each named at its end.
pub fn lines(input: &Lines, frame: Frame) -> Scene {
    lines_with_ends(input, Ends::default(), frame)
}

/// The same with columns behind the names.
pub fn lines_with_ends(input: &Lines, ends: Ends, frame: Frame) -> Scene {
    let &Lines { lines, places, axis, levels, .. } = input;
    let size = frame.text;
    let count = places.len().max(1);
    let drawable = |value: &f64| axis != Axis::Log || *value > 0.0;
    let all = lines.iter().flat_map(|it| it.values.iter().flatten().copied());
    let all = all.chain(levels.iter().map(|it| it.value)).filter(drawable);
    let (low, high) =
        all.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), it| (low.min(it), high.max(it)));
    let (low, high) = if low <= high { (low, high) } else { (0.0, 1.0) };

    let foot = 1.7 * size + 5.0;
    let height = if frame.is_wide() { 320.0 } else { 240.0 } + 2.0 * (size - 12.0).max(0.0);
    let below = if low < 0.0 { size } else { 0.0 };
    let heights = Heights::new(axis, (low, high), (1.6 * size, height - foot - below));
    let ticks: Vec<(f64, String)> =
        heights.ticks.iter().map(|&it| (it, (input.tick)(it, heights.step(it)))).collect();
    let left = axis::value_axis_width(&ticks, size).min(frame.width / 3.0);
    let (insets, columns) = ends.insets(lines, size);
    let most = if columns > 0.0 { 0.55 } else { 0.3 };
    let at_end = |it: &&Line| it.last().is_some_and(|(place, _)| place + 2 >= count);
    let widest = lines
        .iter()
        .filter(at_end)
        .map(|it| text_width(&it.name, size, it.weight == Weight::Strong))
        .fold(0.0, f64::max);
    let margin =
        (widest + columns + NAME_INDENT + 0.5).min(most * frame.width).max(axis::TICK_SPACE);
    let plot = Plot {
        x0: left,
        x1: (frame.width - margin).max(left + 1.0),
        y0: 1.6 * size,
        y1: height - foot,
    };
    let pitch = (plot.x1 - plot.x0) / count as f64;
    let x = |place: usize| plot.x0 + pitch * (place as f64 + 0.5);

    let mut marks = Vec::new();
    let mut labels = Vec::new();
    for (value, text) in ticks {
        let Some(y) = heights.y(value) else { continue };
        marks.push(line((plot.x0, y), (plot.x1, y), 1.0, Ink::Grid));
        let place = Place::new(plot.x0 - axis::TICK_SPACE, y + 0.35 * size, Anchor::Right);
        labels.push(axis::label(text, size, Ink::Quiet, axis::TICK, vec![place]));
    }
    let zero = heights.y(0.0).filter(|y| (plot.y0..=plot.y1).contains(y)).unwrap_or(plot.y1);
    marks.push(line((plot.x0, zero), (plot.x1, zero), 1.0, Ink::Quiet));
    if let Some(place) = ends.since {
        let points = vec![(x(place), plot.y0), (x(place), plot.y1)];
        marks.push(Mark::Line { points, width: 1.0, ink: Ink::Quiet, dashed: true });
    }
    foot_names(&mut marks, &mut labels, &plot, pitch, (input, ends.since, size));

    let placed: Vec<Placed> = lines
        .iter()
        .enumerate()
        .map(|(series, line)| {
            let values = line.values.iter().take(places.len()).enumerate();
            let at = |(place, value): (usize, &Option<f64>)| {
                Some((place, x(place), heights.y((*value)?)?))
            };
            Placed { series, line, points: values.filter_map(at).collect() }
        })
        .collect();
    let drawn = segments(&placed);
    for it in input.breaks.iter().filter(|it| it.before > 0 && it.before < count) {
        cut(&mut marks, &mut labels, &plot, plot.x0 + pitch * it.before as f64, (it, &drawn, size));
    }
    for it in levels {
        let Some(y) = heights.y(it.value) else { continue };
        let points = vec![(plot.x0, y), (plot.x1, y)];
        marks.push(Mark::Line { points, width: 1.5, ink: it.ink, dashed: true });
        labels.push(level_name(it, &plot, y, (&drawn, size)));
    }
    for it in sorted_by_key(placed.iter(), |it| it.line.weight) {
        draw(&mut marks, it);
    }
    if let Some((series, place)) = input.selected
        && let Some(it) = placed.get(series)
        && let Some(&(_, x, y)) = it.points.iter().find(|it| it.0 == place)
    {
        marks.push(Mark::Dot { x, y, radius: 5.5, ink: Ink::Ground });
        marks.push(Mark::Dot { x, y, radius: 4.0, ink: Ink::Accent });
    }
    let edges: Vec<f64> = insets.iter().map(|it| frame.width - it).collect();
    for (head, &x) in ends.heads.iter().zip(&edges) {
        let place = Place::new(x, size, Anchor::Right);
        labels.push(axis::label(head.clone(), size, Ink::Quiet, axis::TICK, vec![place]));
    }
    let room = frame.width - columns - plot.x1 - NAME_INDENT;
    names(&mut marks, &mut labels, &placed, &plot, (&drawn, (room, &edges), pitch, size));

    let bounds = Area { x0: 0.0, x1: frame.width, y0: 0.0, y1: height };
    marks.extend(labels::place(labels, bounds));
    let points = points(&placed, places.len(), &plot, pitch);
    Scene { width: frame.width, height, marks, points }
}

/// Names of the places below the plot, as many as fit evenly.
fn foot_names(
    marks: &mut Vec<Mark>,
    labels: &mut Vec<Label>,
    plot: &Plot,
    pitch: f64,
    (input, since, size): (&Lines, Option<usize>, f64),
) {
    let widest = input.places.iter().map(|it| text_width(it, size, false)).fold(0.0, f64::max);
    let needed = (widest + 8.0) / pitch;
    // Evenly both from the place that is named and from the one that has a rule.
    let apart = since.map(|it| it.abs_diff(input.named)).filter(|&it| it as f64 >= needed);
    let apart = apart.unwrap_or(12);
    let every = (1..=apart).find(|it| *it as f64 >= needed && apart % it == 0).unwrap_or(24);
    for (place, name) in input.places.iter().enumerate() {
        if place.abs_diff(input.named) % every != 0 {
            continue;
        }
        let x = plot.x0 + pitch * (place as f64 + 0.5);
        marks.push(line((x, plot.y1), (x, plot.y1 + 4.0), 1.0, Ink::Quiet));
        let at = Place::new(x, plot.y1 + 1.3 * size + 4.0, Anchor::Middle);
        let label = axis::label(name.clone(), size, Ink::Quiet, axis::TICK, vec![at]);
        labels.push(Label { slack: widest / 2.0, ..label });
    }
}

/// From one value of a line to its next.
type Segment = ((f64, f64), (f64, f64));

/// Pieces of all lines.
fn segments(placed: &[Placed]) -> Vec<Segment> {
    let pieces = |it: &Placed| -> Vec<Segment> {
        let ends = it.points.windows(2).filter(|ends| ends[0].0 + 1 == ends[1].0);
        ends.map(|ends| ((ends[0].1, ends[0].2), (ends[1].1, ends[1].2))).collect()
    };
    placed.iter().flat_map(pieces).collect()
}

/// How many pieces of lines run through an area.
fn crossed(drawn: &[Segment], area: &Area) -> usize {
    let within = |&&(from, to): &&Segment| {
        (0..=12).any(|step| {
            let part = f64::from(step) / 12.0;
            let (x, y) = (from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part);
            area.x0 < x && x < area.x1 && area.y0 < y && y < area.y1
        })
    };
    drawn.iter().filter(within).count()
}

fn text_area(place: &Place, width: f64, size: f64) -> Area {
    let x0 = match place.anchor {
        Anchor::Left => place.x,
        Anchor::Middle => place.x - width / 2.0,
        Anchor::Right => place.x - width,
    };
    let (y0, y1) = (place.y - 0.95 * size, place.y + 0.4 * size);
    Area { x0: x0 - 2.0, x1: x0 + width + 2.0, y0, y1 }
}

/// Places over which the fewest lines run first, of equals in the order given.
fn clearest(places: Vec<Place>, drawn: &[Segment], width: f64, size: f64) -> Vec<Place> {
    sorted_by_key(places, |it| crossed(drawn, &text_area(it, width, size)))
}

/// A dashed line where values change their meaning, its name beside its upper end.
fn cut(
    marks: &mut Vec<Mark>,
    labels: &mut Vec<Label>,
    plot: &Plot,
    x: f64,
    (it, drawn, size): (&Cut, &[Segment], f64),
) {
    let points = vec![(x, plot.y0 - size), (x, plot.y1)];
    marks.push(Mark::Line { points, width: 1.0, ink: Ink::Quiet, dashed: true });
    let places = (0..5).flat_map(|line| {
        let y = plot.y0 + (1.3 * f64::from(line) - 0.4) * size;
        [Place::new(x + 5.0, y, Anchor::Left), Place::new(x - 5.0, y, Anchor::Right)]
    });
    let width = text_width(&it.label, size, false);
    let places = clearest(places.collect(), drawn, width, size);
    let label = axis::label(it.label.clone(), size, Ink::Quiet, axis::BREAK, places);
    labels.push(Label { plate: true, ..label });
}

fn level_name(it: &Level, plot: &Plot, y: f64, (drawn, size): (&[Segment], f64)) -> Label {
    let middle = (plot.x0 + plot.x1) / 2.0;
    let places =
        [(plot.x0 + 4.0, Anchor::Left), (plot.x1 - 4.0, Anchor::Right), (middle, Anchor::Middle)];
    let places = places.into_iter().flat_map(|(x, anchor)| {
        [Place::new(x, y - 0.45 * size, anchor), Place::new(x, y + 1.15 * size, anchor)]
    });
    let width = text_width(&it.label, size, false);
    let text = labels::fit(&it.label, size, false, plot.x1 - plot.x0 - 8.0);
    let places = clearest(places.collect(), drawn, width, size);
    let label = axis::label(text, size, it.ink, axis::HIGHEST, places);
    Label { plate: true, ..label }
}

/// A line through points in pieces that are dashed where they lead to a provisional one; the first goes with the second.
pub(super) fn pieces(
    points: impl Iterator<Item = ((f64, f64), bool)>,
    width: f64,
    ink: Ink,
) -> impl Iterator<Item = Mark> {
    let mut pieces: Vec<(Vec<(f64, f64)>, bool)> = Vec::new();
    for (point, dashed) in points {
        match pieces.last_mut() {
            Some(piece) if piece.1 == dashed || piece.0.len() == 1 => {
                piece.0.push(point);
                piece.1 = dashed;
            }
            Some((before, _)) => {
                let joint = before.last().copied();
                pieces.push((joint.into_iter().chain([point]).collect(), dashed));
            }
            None => pieces.push((vec![point], dashed)),
        }
    }
    pieces.into_iter().map(move |(points, dashed)| Mark::Line { points, width, ink, dashed })
}

/// A line with its breaks; a value between two breaks is a dot.
fn draw(marks: &mut Vec<Mark>, it: &Placed) {
    let (width, ink) = (it.line.weight.width(), it.line.ink);
    for run in it.points.chunk_by(|one, next| one.0 + 1 == next.0) {
        if let &[(_, x, y)] = run {
            marks.push(Mark::Dot { x, y, radius: (0.9 * width).max(2.0), ink });
            continue;
        }
        if it.line.weight == Weight::Strong {
            let points = run.iter().map(|&(_, x, y)| (x, y)).collect();
            marks.push(Mark::Line { points, width: width + 2.5, ink: Ink::Ground, dashed: false });
        }
        let provisional = |place: usize| it.line.dashed.get(place).copied().unwrap_or(false);
        let points = run.iter().map(|&(place, x, y)| ((x, y), provisional(place)));
        marks.extend(pieces(points, width, ink));
    }
}

/// Names of lines: beside the plot for those that reach its end, else near their last value.
fn names(
    marks: &mut Vec<Mark>,
    labels: &mut Vec<Label>,
    placed: &[Placed],
    plot: &Plot,
    (drawn, (room_at_end, edges), pitch, size): (&[Segment], (f64, &[f64]), f64, f64),
) {
    let end = |it: &Placed| it.points.last().copied();
    let mut at_end: Vec<(&Placed, f64)> = Vec::new();
    for it in placed.iter().filter(|it| !it.line.name.is_empty()) {
        let Some((_, x, y)) = end(it) else { continue };
        let beyond = beyond(it, placed) && plot.x1 - x < 1.6 * pitch;
        if beyond || !edges.is_empty() && plot.x1 - x < 4.0 * pitch {
            at_end.push((it, y));
            continue;
        }
        let strong = it.line.weight == Weight::Strong;
        let room = text_width(&it.line.name, size, strong);
        let near = [
            (x + 7.0, y + 0.35 * size, Anchor::Left),
            (x, y - 0.8 * size, Anchor::Middle),
            (x, y + 1.6 * size, Anchor::Middle),
            (x + 7.0, y - 0.7 * size, Anchor::Left),
            (x + 7.0, y + 1.4 * size, Anchor::Left),
            (x - 7.0, y - 0.6 * size, Anchor::Right),
            (x - 7.0, y + 1.3 * size, Anchor::Right),
        ];
        let mut places: Vec<Place> =
            near.into_iter().map(|(x, y, anchor)| Place::new(x, y, anchor)).collect();
        places.extend((2..8).flat_map(|far| {
            let away = 1.5 * size * f64::from(far);
            [y - away, y + away]
                .map(|to| Place { leader: Some((x, y)), ..Place::new(x, to, Anchor::Middle) })
        }));
        places.retain(|place| {
            let area = text_area(place, room, size);
            // Beyond the plot is the room of names at its end.
            let beside = area.x0 > plot.x0 - 0.6 * size && area.x1 < plot.x1 + NAME_INDENT;
            beside && place.y > 0.8 * size && place.y < plot.y1 - 0.3 * size
        });
        let places = clearest(places, drawn, room, size);
        labels.push(name(it, places, size));
    }
    // The least important go without where there is no room for all.
    let at_end = sorted_by_key(at_end, |it| order::number(it.1));
    let mut left: Vec<(&Placed, f64)> = at_end;
    let top = if edges.is_empty() { 0.6 } else { 2.0 };
    let (apart, from, to) = (1.4 * size, top * size, plot.y1 - 0.3 * size);
    let centres = loop {
        let wanted: Vec<f64> = left.iter().map(|it| it.1).collect();
        if let Some(centres) = spread(&wanted, apart, from, to) {
            break centres;
        }
        let least = (0..left.len()).min_by_key(|&it| {
            let line = left[it].0;
            (line.line.weight, std::cmp::Reverse(line.series))
        });
        let Some(least) = least else { return };
        left.remove(least);
    };
    for ((it, y), centre) in left.into_iter().zip(centres) {
        let Some((_, x, _)) = end(it) else { continue };
        let short = plot.x1 - x > pitch;
        if (y - centre).abs() > 0.5 * size || short && !edges.is_empty() {
            let points = vec![(x + 3.0, y), (plot.x1 + NAME_INDENT - 2.0, centre)];
            marks.push(Mark::Line { points, width: 1.0, ink: it.line.ink, dashed: false });
        }
        let place = Place::new(plot.x1 + NAME_INDENT, centre + 0.35 * size, Anchor::Left);
        let label = name(it, vec![place], size);
        let bold = label.bold;
        for (cell, &x) in it.line.cells.iter().zip(edges) {
            let at = vec![Place::new(x, centre + 0.35 * size, Anchor::Right)];
            labels.push(Label { text: cell.clone(), places: at, plate: false, ..label.clone() });
        }
        let text = labels::fit(&label.text, size, bold, room_at_end);
        labels.push(Label { text, plate: false, ..label });
    }
}

/// Whether a line goes as far as any.
fn beyond(it: &Placed, placed: &[Placed]) -> bool {
    let end = |it: &Placed| it.points.last().map(|it| it.0);
    end(it) == placed.iter().filter_map(end).max()
}

fn name(it: &Placed, places: Vec<Place>, size: f64) -> Label {
    let strong = it.line.weight == Weight::Strong;
    let ink = match it.line.ink {
        Ink::Total | Ink::Accent | Ink::Warn | Ink::Ink => it.line.ink,
        // Inks of marks are too light for letters.
        Ink::Bar => Ink::Ink,
        _ if strong => Ink::Ink,
        _ => Ink::Quiet,
    };
    let priority = match it.line.weight {
        Weight::Strong => axis::SELECTED,
        Weight::Plain => axis::LAST,
        Weight::Thin => axis::EVERY_VALUE,
    };
    let label = axis::label(it.line.name.clone(), size, ink, priority, places);
    Label { bold: strong, plate: true, ..label }
}

/// Each value with its share of the column's height, from the highest line down.
fn points(placed: &[Placed], places: usize, plot: &Plot, pitch: f64) -> Vec<Point> {
    // Lines keep their place among each other in all columns: that of their last values.
    let end = |it: &&Placed| it.points.last().map_or(0, |it| order::number(-it.2));
    let tracks: Vec<usize> = sorted_by_key(placed.iter(), end).iter().map(|it| it.series).collect();
    let mut points = Vec::new();
    for place in 0..places {
        let at = |it: &Placed| {
            let &(_, x, y) = it.points.iter().find(|it| it.0 == place)?;
            let track = tracks.iter().position(|&series| series == it.series)?;
            Some((it.series, track, x, y))
        };
        let column = sorted_by_key(placed.iter().filter_map(at), |it| order::number(it.3));
        for (row, &(series, track, x, y)) in column.iter().enumerate() {
            let border = |other: Option<&(usize, usize, f64, f64)>, edge: f64| {
                other.map_or(edge, |it| (it.3 + y) / 2.0)
            };
            let above = row.checked_sub(1).and_then(|row| column.get(row));
            let (x0, x1) = (plot.x0 + pitch * place as f64, plot.x0 + pitch * (place + 1) as f64);
            points.push(Point {
                index: place,
                series,
                track,
                x0,
                x1,
                y0: border(above, plot.y0.min(y)),
                y1: border(column.get(row + 1), plot.y1.max(y)),
                mark: (x, y),
            });
        }
    }
    points
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logarithmic_ticks_hold_the_values_between_them() {
        for (low, high, expected) in [
            (3.0, 40.0, vec![2.0, 5.0, 10.0, 20.0, 50.0]),
            (1.0, 10.0, vec![1.0, 2.0, 5.0, 10.0]),
            (7.0, 7.0, vec![5.0, 10.0]),
        ] {
            let ticks = log_ticks(low, high, 8);
            assert_eq!(ticks.len(), expected.len(), "{ticks:?}");
            for (tick, expected) in ticks.iter().zip(expected) {
                assert!((tick - expected).abs() < 1e-9, "{ticks:?}");
            }
        }
        assert!(log_ticks(0.003, 90_000.0, 8).len() <= 10);
    }

    #[test]
    fn a_line_breaks_where_a_value_is_missing() {
        let values = vec![Some(1.0), Some(2.0), None, Some(3.0), None, Some(2.0), Some(1.0)];
        let line = Line::new("a".into(), values, Ink::Total, Weight::Plain);
        let places: Vec<String> = (1..=7).map(|it: i32| it.to_string()).collect();
        let tick = |value: f64, _: f64| value.to_string();
        let input = Lines {
            lines: &[line],
            places: &places,
            named: 0,
            axis: Axis::Linear(Baseline::Zero),
            levels: &[],
            breaks: &[],
            selected: None,
            tick: &tick,
        };
        let scene = lines(&input, Frame::new(400.0));
        let paths: Vec<usize> = scene
            .marks
            .iter()
            .filter_map(|it| match it {
                Mark::Line { points, ink: Ink::Total, .. } => Some(points.len()),
                _ => None,
            })
            .collect();
        assert_eq!(paths, [2, 2]);
        assert_eq!(scene.marks.iter().filter(|it| matches!(it, Mark::Dot { .. })).count(), 1);
        let columns: Vec<usize> = scene.points.iter().map(|it| it.index).collect();
        assert_eq!(columns, [0, 1, 3, 5, 6]);
    }
}
