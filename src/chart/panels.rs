//! The same years in several units: rows of bars below one another, over one axis of time.

use super::axis::{self, Plot};
use super::labels::{self, Area, Label, Place, fit, text_width};
use super::scale::Months;
use super::{Anchor, Frame, Ink, Point, Scene, line, pattern, rect};
use crate::calendar::{Frequency, Span};
use crate::data::Status;
use crate::i18n::Format;

/// What is to be drawn.
#[derive(Clone, Copy, Debug)]
pub struct YearPanels<'a> {
    /// From the top.
    pub panels: &'a [YearPanel],
    /// Whether all are of one unit, and so on one scale.
    pub one_unit: bool,
    /// The place of a year that stands out from the others.
    pub marked: Option<usize>,
    pub format: Format,
}

/// A row of bars with a scale of its own, or that of all.
#[derive(Clone, Debug, PartialEq)]
pub struct YearPanel {
    pub heading: String,
    /// Of the same years in each panel, in order of time.
    pub bars: Vec<YearBar>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct YearBar {
    pub span: Span,
    pub value: f64,
    /// `value` in figures, over the bar.
    pub text: String,
    /// Over the text, where there is room for those of all bars, and over the marked one in any case; may be empty.
    pub remark: String,
    pub status: Status,
}

/// Points have the place of their year as index, that of their panel as series.
pub fn year_panels(input: &YearPanels, frame: Frame) -> Scene {
    let &YearPanels { panels, one_unit, marked, format } = input;
    let size = frame.text;
    let bars = || panels.iter().flat_map(|it| &it.bars);
    let (start, end) =
        (bars().map(|it| it.span.start()).min(), bars().map(|it| it.span.end()).max());
    let range = start.zip(end).and_then(|(start, end)| Span::new(start, end));
    let Some(range) = range else {
        return Scene { width: frame.width, height: 0.0, marks: Vec::new(), points: Vec::new() };
    };
    let foot = axis::time_axis_height(range.len(), Frequency::FiscalYear, size);
    // Heading, remark, text.
    let head = 1.9 * size + 3.0 * size;
    let rise = if frame.is_wide() { 110.0 } else { 90.0 };
    let apart = 0.8 * size;
    let tall = head + rise + apart;
    let height = tall * panels.len() as f64 - apart + foot;
    let months = Months { range, left: 0.0, right: frame.width.max(1.0) };
    let pitch = months.pitch() * 12.0;
    let inset = (0.12 * pitch).round();
    let widest = bars().map(|it| text_width(&it.remark, size, true)).fold(0.0, f64::max);
    let all_remarks = widest + 5.0 <= pitch;
    let highest = |bars: &[YearBar]| bars.iter().map(|it| it.value).fold(0.0, f64::max);
    let common = panels.iter().map(|it| highest(&it.bars)).fold(0.0, f64::max);

    let (mut marks, mut texts, mut points) = (Vec::new(), Vec::new(), Vec::new());
    for (place, panel) in panels.iter().enumerate() {
        let top = tall * place as f64;
        let plot = Plot { x0: 0.0, x1: months.right, y0: top + head, y1: top + head + rise };
        let heading = fit(&panel.heading, size, false, months.right);
        let at = Place::new(0.0, top + 1.2 * size, Anchor::Left);
        texts.push(axis::label(heading, size, Ink::Quiet, axis::SELECTED, vec![at]));
        let high = if one_unit { common } else { highest(&panel.bars) };
        for (index, bar) in panel.bars.iter().enumerate() {
            let Some((from, to)) = months.edges(bar.span) else { continue };
            let (x0, x1, x) =
                (from + inset, (to - inset).max(from + inset + 1.0), (from + to) / 2.0);
            let share = if high > 0.0 { bar.value.max(0.0) / high } else { 0.0 };
            let y = (plot.y1 - share * rise).min(plot.y1 - 1.0);
            let is_marked = marked == Some(index);
            let ink = if is_marked { Ink::Total } else { Ink::Bar };
            marks.push(rect((x0, x1), (y, plot.y1), ink, pattern(bar.status, x1 - x0)));
            let mut say = |text: &str, y: f64, ink: Ink, priority: u8| {
                let at = vec![Place::new(x, y, Anchor::Middle)];
                let label = axis::label(text.to_owned(), size, ink, priority, at);
                texts.push(Label { bold: is_marked, slack: pitch / 2.0, ..label });
            };
            let priority = if is_marked { axis::SELECTED } else { axis::EVERY_VALUE };
            say(&bar.text, y - 0.4 * size, Ink::Ink, priority);
            if !bar.remark.is_empty() && (all_remarks || is_marked) {
                let ink = if is_marked { Ink::Ink } else { Ink::Quiet };
                say(&bar.remark, y - 1.8 * size, ink, priority);
            }
            let track = panels.len() - 1 - place;
            let (y0, mark) = (top, (x, y));
            points.push(Point {
                index,
                series: place,
                track,
                x0: from,
                x1: to,
                y0,
                y1: plot.y1,
                mark,
            });
        }
        marks.push(line((plot.x0, plot.y1), (plot.x1, plot.y1), 1.0, Ink::Quiet));
        if place + 1 == panels.len() {
            let with = (format, size);
            axis::time_axis(&mut marks, &mut texts, &plot, &months, Frequency::FiscalYear, with);
        }
    }
    let bounds = Area { x0: 0.0, x1: frame.width, y0: 0.0, y1: height };
    marks.extend(labels::place(texts, bounds));
    let points = crate::order::sorted_by_key(points, |it| (it.index, it.series));
    Scene { width: frame.width, height, marks, points }
}
