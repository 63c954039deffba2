//! Grid lines, ticks and their labels, shared by the charts over time.

use super::labels::{Area, Label, Place, text_width};
use super::scale::{Linear, Months};
use super::{Anchor, Ink, Mark, line};
use crate::calendar::{Frequency, Month};
use crate::i18n::Format;
use crate::package_text;

/// Priorities of labels, the most important last.
pub(super) const GAP: u8 = 1;
pub(super) const LINE_NAME: u8 = 2;
pub(super) const BREAK: u8 = 3;
pub(super) const EVERY_VALUE: u8 = 4;
/// A year of which the picture shows only the end.
const END_OF_YEAR: u8 = 4;
pub(super) const TICK: u8 = 5;
pub(super) const HIGHEST: u8 = 6;
pub(super) const LAST: u8 = 7;
pub(super) const SELECTED: u8 = 8;

/// The part of the picture in which values are drawn.
pub(super) type Plot = Area;

/// Which side of the plot the value axis is labelled on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Right,
}

pub(super) fn label(text: String, size: f64, ink: Ink, priority: u8, places: Vec<Place>) -> Label {
    Label { text, size, bold: false, ink, priority, places, slack: 0.0, plate: false }
}

/// Space between a plot and the labels of its value axis.
pub(super) const TICK_SPACE: f64 = 6.0;

/// Room that the labels of a value axis need beside the plot.
pub(super) fn value_axis_width(texts: &[(f64, String)], size: f64) -> f64 {
    let widths = texts.iter().map(|(_, text)| text_width(text, size, false));
    widths.fold(0.0, f64::max) + TICK_SPACE + 1.0
}

/// Grid lines and labels of a value axis; the zero line is drawn by [`zero_line`], over
/// the bars.
pub(super) fn value_axis(
    marks: &mut Vec<Mark>,
    labels: &mut Vec<Label>,
    plot: &Plot,
    scale: &Linear,
    texts: Vec<(f64, String)>,
    (side, size): (Side, f64),
) {
    for (value, text) in texts {
        let y = scale.y(value);
        marks.push(line((plot.x0, y), (plot.x1, y), 1.0, Ink::Grid));
        let (x, anchor) = match side {
            Side::Left => (plot.x0 - TICK_SPACE, Anchor::Right),
            Side::Right => (plot.x1 + TICK_SPACE, Anchor::Left),
        };
        let place = Place::new(x, y + 0.35 * size, anchor);
        labels.push(label(text, size, Ink::Quiet, TICK, vec![place]));
    }
}

/// The line on which bars stand, or the foot of the plot where zero is not shown.
pub(super) fn zero_line(plot: &Plot, scale: &Linear) -> Mark {
    let y = scale.y(scale.low.max(0.0));
    line((plot.x0, y), (plot.x1, y), 1.0, Ink::Quiet)
}

/// Fewest months that get one label each rather than years only.
const MONTHS_NAMED: usize = 24;

/// Height of the time axis below the plot.
pub(super) fn time_axis_height(months: usize, frequency: Frequency, size: f64) -> f64 {
    if names_months(months, frequency) { 3.0 * size + 6.0 } else { 1.7 * size + 5.0 }
}

fn names_months(months: usize, frequency: Frequency) -> bool {
    frequency == Frequency::Monthly && months <= MONTHS_NAMED
}

/// Ticks and labels of time below `plot`: months where there are few, else years. The
/// boundaries of years are always ticked.
pub(super) fn time_axis(
    marks: &mut Vec<Mark>,
    labels: &mut Vec<Label>,
    plot: &Plot,
    months: &Months,
    frequency: Frequency,
    (format, size): (Format, f64),
) {
    let year = match frequency {
        Frequency::CalendarYear => Frequency::CalendarYear,
        Frequency::Monthly | Frequency::Quarterly | Frequency::FiscalYear => Frequency::FiscalYear,
    };
    let named = names_months(months.range.len(), frequency);
    let first_line = plot.y1 + 1.3 * size + 4.0;
    let year_line = if named { first_line + 1.3 * size } else { first_line };
    if named {
        month_names(marks, labels, plot, months, (format, size));
    }

    let starts: Vec<Month> = months
        .range
        .months()
        .filter(|&it| it == months.range.start() || year.period_of(it).start() == it)
        .collect();
    let name = |month: Month| match year {
        Frequency::CalendarYear => month.year().to_string(),
        _ => format.fiscal_year_short(month.fiscal_year()),
    };
    let widest = starts.iter().map(|&it| text_width(&name(it), size, false)).fold(0.0, f64::max);
    // Every year, or every second, third ... so that the rhythm is even; the last whole
    // year has its name.
    let needed = (widest + 8.0) / (months.pitch() * 12.0);
    let every = [1, 2, 3, 4, 5, 10].into_iter().find(|&it| f64::from(it) >= needed).unwrap_or(20);
    let whole = |it: &Month| year.period_of(*it).end() <= months.range.end();
    let anchor = starts.iter().rev().find(|it| whole(it)).or(starts.last());
    for &start in &starts {
        let boundary = year.period_of(start).start() == start;
        let x = months.x(start);
        if boundary {
            marks.push(line((x, plot.y1), (x, plot.y1 + 6.0), 1.0, Ink::Quiet));
            if named {
                // Again beside its name, below those of the months.
                let (y0, y1) = (year_line - 0.8 * size, year_line + 0.2 * size);
                marks.push(line((x, y0), (x, y1), 1.0, Ink::Quiet));
            }
        }
        let years_from = anchor.map_or(0, |anchor| {
            (year.period_of(*anchor).start().since(year.period_of(start).start())) / 12
        });
        if years_from % every != 0 {
            continue;
        }
        let whole_years = frequency.months() == 12;
        let place = if whole_years {
            // Under the middle of its bar.
            let end = year.period_of(start).end().min(months.range.end());
            if end.since(start) < 6 {
                continue;
            }
            Place::new((x + months.x(end.plus(1))) / 2.0, year_line, Anchor::Middle)
        } else {
            Place::new(x + if boundary { 4.0 } else { 0.0 }, year_line, Anchor::Left)
        };
        let priority = if boundary { TICK } else { END_OF_YEAR };
        let label = label(name(start), size, Ink::Quiet, priority, vec![place]);
        labels.push(Label { slack: 4.0, ..label });
    }
}

/// Names below the months, as many as fit evenly, the calendar year added where it turns.
fn month_names(
    marks: &mut Vec<Mark>,
    labels: &mut Vec<Label>,
    plot: &Plot,
    months: &Months,
    (format, size): (Format, f64),
) {
    let widest = months
        .range
        .months()
        .map(|it| text_width(&format.month_short(it), size, false))
        .fold(0.0, f64::max);
    let needed = (widest + 8.0) / months.pitch();
    let every = [1, 2, 3, 6].into_iter().find(|&it| f64::from(it) >= needed).unwrap_or(12);
    let mut year = None;
    for month in months.range.months() {
        let x = months.x(month) + months.pitch() / 2.0;
        // Counted from the first of a year, so that the first months of quarters are named.
        if (i32::from(month.number()) - i32::from(package_text::first_month())).rem_euclid(every)
            != 0
        {
            continue;
        }
        if every > 1 {
            marks.push(line((x, plot.y1), (x, plot.y1 + 3.0), 1.0, Ink::Quiet));
        }
        let text = if year == Some(month.year()) {
            short_name(format, month)
        } else {
            format.month_short(month)
        };
        year = Some(month.year());
        let place = Place::new(x, plot.y1 + 1.3 * size + 4.0, Anchor::Middle);
        let label = label(text, size, Ink::Quiet, TICK, vec![place]);
        labels.push(Label { slack: widest / 2.0, ..label });
    }
}

fn short_name(format: Format, month: Month) -> String {
    format.lang.strings().months_short[usize::from(month.number()) - 1].to_owned()
}
