//! Years laid over each other, a line each over the months.

use super::of_point;
use crate::chart::scale::Baseline;
use crate::chart::{self, Axis, Ink, Line, Lines, Weight};
use crate::data::Status;
use crate::exhibit::{Datum, Picture};
use crate::facts::MONTHS_OF_A_YEAR;
use crate::i18n::Format;
use crate::measure::Unit;
use crate::query::DataPoint;

/// A year as a line.
pub(super) struct YearLine<'a> {
    pub name: String,
    /// How many years it lies before the chosen one.
    pub years_before: i32,
    /// For each month its figure, if there is one, and what a reader who points at it is told.
    pub months: Vec<Option<(&'a DataPoint, Vec<String>)>>,
}

/// Names of months from `first` on.
pub(super) fn month_names(format: Format, first: u8) -> Vec<String> {
    let names = format.lang.strings().months_short;
    let place = |it: usize| (it + usize::from(first) - 1) % MONTHS_OF_A_YEAR;
    (0..MONTHS_OF_A_YEAR).map(|it| names[place(it)].to_owned()).collect()
}

/// How the chosen year, the one before it and the rest are drawn.
fn role(years_before: i32) -> (Ink, Weight) {
    match years_before {
        0 => (Ink::Total, Weight::Strong),
        1 => (Ink::Bar, Weight::Plain),
        _ => (Ink::Rest, Weight::Thin),
    }
}

/// Years in order of time over the months from `first` on, `selected` a line and a month of it.
pub(super) fn picture(
    years: Vec<YearLine>,
    first: u8,
    selected: Option<(usize, usize)>,
    format: Format,
) -> Picture {
    let line = |year: &YearLine| {
        let (ink, weight) = role(year.years_before);
        let points = || year.months.iter().map(|it| it.as_ref().map(|it| it.0));
        let values = points().map(|it| it.map(|it| it.amount.millions())).collect();
        let provisional =
            |it: Option<&DataPoint>| it.is_some_and(|it| it.status == Status::Provisional);
        Line {
            dashed: points().map(provisional).collect(),
            ..Line::new(year.name.clone(), values, ink, weight)
        }
    };
    let lines: Vec<Line> = years.iter().map(line).collect();
    let data = years.into_iter().enumerate().flat_map(|(line, year)| {
        let months = year.months.into_iter().enumerate();
        months.filter_map(move |(place, it)| {
            let (point, figures) = it?;
            Some(of_point((place, line), point, figures, format))
        })
    });
    let data: Vec<Datum> = data.collect();
    let places = month_names(format, first);
    let draw = move |frame| {
        let tick = |value: f64, step: f64| format.tick(Unit::Money, value, step);
        let input = Lines {
            lines: &lines,
            places: &places,
            named: 0,
            axis: Axis::Linear(Baseline::Zero),
            levels: &[],
            breaks: &[],
            selected,
            tick: &tick,
        };
        chart::lines(&input, frame)
    };
    let chosen = data.iter().position(|it| Some((it.at.1, it.at.0)) == selected);
    let rest = chosen.unwrap_or(data.len().saturating_sub(1));
    Picture { draw: Box::new(draw), rest, data, swatches: Vec::new(), year: MONTHS_OF_A_YEAR }
}
