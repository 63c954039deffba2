//! What the story gives as causes of growth and as obstacles, each with what measures it.

use std::cmp::Reverse;

use super::ViewInput;
use super::{each_once, read_at};
use crate::calendar::{Month, Span};
use crate::chart::scale::Baseline;
use crate::chart::{self, Axis, Cut, Ink, Line, Lines, Scene, Weight};
use crate::data::context::{Context, Figure, FigureKind, PageId, Unit as Measured};
use crate::data::{Dataset, SectorSet};
use crate::exhibit::{Citations, Datum, Exhibit, Picture};
use crate::facts::{self, DriverEvidence, DriverSeries};
use crate::i18n::context::words;
use crate::i18n::{Format, Lang, indicators};
use crate::measure::Unit;
use crate::order::sorted_by_key;
use crate::query::DataPoint;
use crate::reading::{self, Reading};
use crate::state::Action;
use crate::table::{Cell, Column, Row, Table};

/// The heading of all drivers and obstacles together.
pub fn finding(input: &ViewInput) -> Reading {
    let &ViewInput { data, context, state, format } = input;
    reading::drivers(&facts::firmness(data, context, state.vintage), format)
}

/// Where a card leads to: months of what happened, as far as the record has them, and the headings of
/// the record that measure a part of it.
pub fn bears_on(
    data: &Dataset,
    context: &Context,
    format: Format,
    place: usize,
) -> Vec<(String, Action)> {
    let Some(driver) = context.drivers.get(place) else { return Vec::new() };
    let lang = format.lang;
    let mut links = Vec::new();
    let sectors = || {
        driver.sectors.iter().filter(|&&it| data.sectors.all().contains(data.sectors.leaves(it)))
    };
    let chosen: SectorSet = sectors().map(|&it| data.sectors.leaves(it)).collect();
    if !chosen.is_empty() {
        let names: Vec<&str> = sectors().map(|&it| data.sectors.get(it).name.get(lang)).collect();
        let names = names.join(lang.strings().comma);
        links.push(((words(lang).sectors_link)(&names), Action::Sectors(chosen)));
    }
    for event in driver.events.iter().filter_map(|it| context.events.get(usize::from(it.0))) {
        if data.monthly_record().contains(event.date.month.into()) {
            let text = format!("{}: {}", format.date(event.date), event.title.get(lang));
            links.push((text, Action::Month(event.date.month)));
        }
    }
    links
}

/// One driver or obstacle, by its place; the record through time where there is none at that place.
pub fn exhibit(input: &ViewInput, place: usize) -> Exhibit {
    let &ViewInput { data, context, state, format } = input;
    let Some(facts) = facts::driver(data, context, state.vintage, place) else {
        return super::time::exhibit(input);
    };
    let drawn = drawn(context, &facts, format);
    let (table, of_rows) = table(data, context, &facts, format);
    Exhibit {
        name: &facts.driver.code,
        reading: reading::driver(data, &facts, format),
        unit: drawn.as_ref().map_or_else(String::new, |it| it.unit.clone()),
        picture: picture(drawn, format),
        table,
        notes: notes(data, context, &facts, format),
        controls: Vec::new(),
        sources: sources(context, &facts, of_rows, format.lang),
    }
}

/// What is drawn of a driver.
struct DrawnSeries {
    unit: String,
    /// Each a period, its value, and what is said of it.
    values: Vec<(Span, f64, Datum)>,
    percent: bool,
    break_at: Option<Month>,
}

fn drawn(context: &Context, facts: &DriverEvidence, format: Format) -> Option<DrawnSeries> {
    let words = words(format.lang);
    Some(match facts.drawn()? {
        DriverSeries::Record(it) => {
            let value = |point: &DataPoint| {
                let status = (format.lang.strings().status)(point.status).to_owned();
                let datum = Datum {
                    heading: format.span(point.span),
                    figures: vec![format.money_exact(point.amount), status],
                    status: Some(point.status),
                    observations: point.observations.clone(),
                    ..Datum::default()
                };
                (point.span, format.in_unit(Unit::Money, point.amount.millions()), datum)
            };
            DrawnSeries {
                unit: (words.record_unit)(format.unit(Unit::Money)),
                values: it.months.iter().map(value).collect(),
                percent: false,
                break_at: it.break_at,
            }
        }
        DriverSeries::Indicator(indicator, figures) => {
            let unit = indicator.unit;
            let value = |it: &&Figure| {
                let kind = (words.figure_kind)(it.kind).to_owned();
                let datum = Datum {
                    heading: format.span(it.period),
                    figures: vec![indicators::figure(indicator, it, format), kind],
                    citation: read_at(context, it.page, format.lang),
                    ..Datum::default()
                };
                let value = match (unit, facts::dollars(it.value, unit)) {
                    (_, Some(amount)) => format.in_unit(Unit::Money, amount.millions()),
                    (Measured::Million, _) => format.in_unit(Unit::Money, it.value.value()),
                    _ => it.value.value(),
                };
                (it.period, value, datum)
            };
            let name = indicator.name.get(format.lang);
            DrawnSeries {
                unit: format!("{name}, {}", indicators::unit_name(unit, format))
                    .replace(", ", format.lang.strings().comma),
                values: figures.iter().map(value).collect(),
                percent: unit == Measured::Percent,
                break_at: None,
            }
        }
    })
}

fn picture(drawn: Option<DrawnSeries>, format: Format) -> Picture {
    let swatches = Vec::new();
    let Some(drawn) = drawn else {
        let nothing = |frame: chart::Frame| Scene {
            width: frame.width,
            height: 0.0,
            marks: Vec::new(),
            points: Vec::new(),
        };
        return Picture { draw: Box::new(nothing), data: Vec::new(), rest: 0, swatches, year: 1 };
    };
    // As far apart as the periods are; what is not published between them is a gap.
    let ends: Vec<Month> = drawn.values.iter().map(|it| it.0.end()).collect();
    let step = ends.windows(2).map(|it| it[1].since(it[0])).filter(|&it| it > 0).min().unwrap_or(1);
    let first = ends.first().copied().unwrap_or(Month::ZERO);
    let column = |month: Month| usize::try_from(month.since(first) / step);
    let count = ends.iter().map(|&it| column(it).unwrap_or(0) + 1).max().unwrap_or(0);
    let place = |at: usize| match step {
        1 => indicators::short_period(first.plus(at as i32).into(), format),
        _ => String::new(),
    };
    let mut places: Vec<String> = (0..count).map(place).collect();
    let mut values = vec![None; count];
    let mut data = Vec::new();
    for (span, value, datum) in drawn.values {
        let at = column(span.end()).unwrap_or(0);
        places[at] = indicators::short_period(span, format);
        values[at] = Some(value);
        data.push(Datum { at: (at, 0), ..datum });
    }
    let unit = if drawn.percent { Unit::Percent } else { Unit::Index };
    // The last value is labelled.
    let figure =
        |&value: &f64| format.tick(unit, value, if value.fract() == 0.0 { 1.0 } else { 0.1 });
    let name = values.iter().flatten().last().map_or_else(String::new, figure);
    let line = Line::new(name, values, Ink::Total, Weight::Strong);
    let before = drawn.break_at.and_then(|it| column(it).ok());
    let cut = |before| Cut { before, label: format.lang.strings().series_break.to_owned() };
    let breaks: Vec<Cut> = before.map(cut).into_iter().collect();
    let draw = move |frame| {
        let input = Lines {
            lines: std::slice::from_ref(&line),
            places: &places,
            named: count.saturating_sub(1),
            axis: Axis::Linear(Baseline::Zero),
            levels: &[],
            breaks: &breaks,
            selected: None,
            tick: &|value, step| format.tick(unit, value, step),
        };
        chart::lines(&input, frame)
    };
    let year = if step >= 12 { 1 } else { (12 / step) as usize };
    Picture { draw: Box::new(draw), rest: data.len().saturating_sub(1), data, swatches, year }
}

/// Headings of the record, one after the other.
fn heading_names(data: &Dataset, sectors: SectorSet, lang: Lang) -> String {
    let name = |id| data.sectors.get(id).name.get(lang);
    let names: Vec<&str> = data.sectors.nodes(sectors).into_iter().map(name).collect();
    names.join(lang.strings().comma)
}

/// A row for each figure, the newest first; those of the record before those found elsewhere. And
/// where each was read that is not in the record.
fn table(
    data: &Dataset,
    context: &Context,
    facts: &DriverEvidence,
    format: Format,
) -> (Table, Vec<Option<PageId>>) {
    let (lang, words) = (format.lang, words(format.lang));
    let columns = vec![
        Column::words(words.indicator),
        Column::words(words.period),
        Column::figures(words.value),
        Column::words(words.kind),
        Column::words(words.source),
        Column::words(words.note),
    ];
    let period =
        |span: Span| Cell::number(format.span(span), f64::from(span.end().since(Month::ZERO)));
    let mut rows: Vec<(Month, Row, Option<PageId>)> = Vec::new();
    if let Some(it) = &facts.recorded {
        let names = heading_names(data, it.sectors, lang);
        let is_month = |latest: &DataPoint| it.months.iter().any(|it| it.span == latest.span);
        let latest = Some(&it.latest).filter(|it| !is_month(it));
        rows.extend(it.months.iter().chain(latest).map(|point| {
            let cells = vec![
                Cell::words(names.clone()),
                period(point.span),
                Cell::number(format.money_exact(point.amount), point.amount.millions()),
                Cell::words((words.figure_kind)(FigureKind::Official)),
                Cell::words(words.in_the_record),
                Cell::words((lang.strings().status)(point.status)),
            ];
            let row = Row { cells, observations: point.observations.clone(), month: None };
            (point.span.end(), row, None)
        }));
    }
    for indicator in &facts.indicators {
        rows.extend(indicator.figures.iter().map(|it| {
            let outlet = context.page(it.page).map_or("", |it| it.outlet.as_str());
            let kind = (words.figure_kind)(it.kind);
            let cells = vec![
                Cell::words(indicator.name.get(lang)),
                period(it.period),
                Cell::number(indicators::figure(indicator, it, format), it.value.value()),
                Cell::words(kind),
                Cell::words((words.publisher_and_outlet)("", outlet)),
                Cell::words(it.note.get(lang)),
            ];
            let row = Row { cells, observations: Vec::new(), month: None };
            (it.period.end(), row, Some(it.page))
        }));
    }
    let rows = sorted_by_key(rows, |it| Reverse(it.0));
    let (rows, pages) = rows.into_iter().map(|(_, row, page)| (row, page)).unzip();
    (Table { columns, rows, whole: None }, pages)
}

fn notes(data: &Dataset, context: &Context, facts: &DriverEvidence, format: Format) -> Vec<String> {
    let (lang, words) = (format.lang, words(format.lang));
    let drawn = match facts.drawn() {
        Some(DriverSeries::Record(it)) => {
            (words.note_record_charted)(&heading_names(data, it.sectors, lang))
        }
        Some(DriverSeries::Indicator(it, _)) => (words.note_charted)(it.name.get(lang)),
        None => words.note_not_charted.to_owned(),
    };
    let mut notes = vec![drawn, words.note_kinds.to_owned()];
    let sectors = facts.driver.sectors.iter().map(|&it| data.sectors.get(it).name.get(lang));
    let sectors: Vec<&str> = sectors.collect();
    if !sectors.is_empty() {
        notes.push((words.note_sectors)(&sectors.join(lang.strings().comma)));
    }
    // Events of months that have a figure lead there.
    let months = data.monthly_record();
    let events = facts.driver.events.iter().filter_map(|it| context.events.get(usize::from(it.0)));
    let events: Vec<String> = events
        .filter(|it| !months.contains(it.date.month.into()))
        .map(|it| format!("{} ({})", it.title.get(lang), format.date(it.date)))
        .collect();
    if !events.is_empty() {
        notes.push((words.note_events)(&events.join(words.semicolon)));
    }
    notes
}

/// Every page once, in the order of the indicators; the record's own where the record says it all.
fn sources(
    context: &Context,
    facts: &DriverEvidence,
    of_rows: Vec<Option<PageId>>,
    lang: Lang,
) -> Citations {
    let figures = facts.indicators.iter().flat_map(|it| &it.figures);
    let pages = each_once(figures.filter_map(|it| read_at(context, it.page, lang)));
    if pages.is_empty() {
        return Citations::InRecord;
    }
    let url = |id: Option<PageId>| Some(context.page(id?)?.url.clone());
    let of_rows = of_rows.into_iter().map(|it| url(it).unwrap_or_default()).collect();
    Citations::Elsewhere { pages, of_rows }
}
