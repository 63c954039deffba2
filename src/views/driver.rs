//! What the story gives as causes of growth and as obstacles, each with what measures it.

use super::ViewInput;
use super::{each_once, of_point, read_at};
use crate::calendar::{Month, Span};
use crate::chart::scale::{Baseline, Linear};
use crate::chart::{self, Bars, Dot, Dots};
use crate::data::context::{Context, Event, Figure, FigureKind, Indicator};
use crate::data::{Dataset, ObservationId, SectorSet, Status};
use crate::exhibit::{Citation, Citations, Datum, Exhibit, Picture};
use crate::facts::{self, DriverEvidence, RecordedMonth, Shown};
use crate::i18n::context::words;
use crate::i18n::{Format, indicators};
use crate::measure::Unit;
use crate::query::Heading;
use crate::reading;
use crate::state::Action;
use crate::table::{Cell, Column, Row, Table, heading_name};

/// What a card says of a driver besides its picture.
pub struct Card {
    pub name: String,
    /// The figure that stands for it; empty where there is none.
    pub figure: String,
    pub kind: Option<FigureKind>,
    /// What the figure is, of which period, and its change.
    pub line: String,
    pub text: String,
    /// What several sources tell differently.
    pub differing: Vec<Listed>,
    /// Every figure there is, those of the record first.
    pub all: Vec<Listed>,
}

/// Figures of one thing, the newest first.
pub struct Listed {
    pub name: String,
    pub figures: Vec<ListedFigure>,
}

pub struct ListedFigure {
    pub kind: FigureKind,
    pub value: String,
    exact: f64,
    pub period: Span,
    /// How firm it is, or what is to be said of it.
    pub note: String,
    pub citation: Option<Citation>,
    /// What it rests on, if that is in the record.
    pub observations: Vec<ObservationId>,
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

/// The card of the driver or obstacle at a place, if there is any there.
pub fn card(input: &ViewInput, place: usize) -> Option<Card> {
    let facts = facts::driver(input.data, input.context, input.state.vintage, place)?;
    Some(card_of(input, &facts))
}

fn card_of(input: &ViewInput, facts: &DriverEvidence) -> Card {
    let &ViewInput { data, context, format, .. } = input;
    let lang = format.lang;
    let list = |(indicator, figures): (&Indicator, &[&Figure])| Listed {
        name: indicator.name.get(lang).to_owned(),
        figures: figures.iter().map(|it| listed(context, indicator, it, format)).collect(),
    };
    let mut all: Vec<Listed> = recorded(data, facts, format).into_iter().collect();
    all.extend(facts.indicators.iter().map(|&it| {
        let newest: Vec<&Figure> = it.figures.iter().rev().collect();
        list((it, &newest))
    }));
    let shown = facts.shown();
    let mut line = Vec::new();
    let last = told(context, shown, format).pop();
    match shown {
        Shown::Months(it) => line.push(heading_names(data, it.sectors, true, format)),
        Shown::Differing(it, _) => {
            line.extend([it.name.get(lang), words(lang).by_source].map(str::to_owned));
        }
        _ => line.extend(shown.figure().map(|it| it.0.name.get(lang).to_owned())),
    }
    if let Some((_, _, it)) = last.filter(|_| !matches!(shown, Shown::Differing(..))) {
        line.push(it.heading);
        line.extend(it.figures.into_iter().skip(1));
    }
    Card {
        name: facts.driver.title.get(lang).to_owned(),
        figure: reading::driver_figure(shown, format).0,
        kind: shown.kind(),
        line: line.join(lang.strings().comma),
        text: facts.driver.sentence.get(lang).to_owned(),
        differing: facts.differing.iter().map(|(it, figures)| list((it, figures))).collect(),
        all,
    }
}

/// One driver or obstacle, by its place; the record through time where there is none at that place.
pub fn exhibit(input: &ViewInput, place: usize) -> Exhibit {
    let &ViewInput { data, context, state, format } = input;
    let Some(facts) = facts::driver(data, context, state.vintage, place) else {
        return super::time::exhibit(input);
    };
    let card = card_of(input, &facts);
    let kind = card.kind.map_or("", words(format.lang).said);
    let (table, sources) = table(&[card.all.as_slice()].map(|it| ("", it)), format);
    Exhibit {
        name: &facts.driver.code,
        reading: reading::driver(&facts, format),
        unit: [kind, ": ", &card.line].concat(),
        picture: picture(context, &facts, format),
        table,
        beside: None,
        notes: notes(data, context, &facts, format),
        controls: Vec::new(),
        sources,
    }
}

/// Every figure that can be drawn of a driver: its period, its value, and what is said of it. The last is the
/// one that stands for it, except where several do.
fn told(context: &Context, shown: Shown, format: Format) -> Vec<(Span, f64, Datum)> {
    let of_month = |it: &RecordedMonth| {
        let point = &it.point;
        let mut figures = vec![format.money_exact(point.amount)];
        figures
            .extend(it.change.map(|(base, percent)| format.change_on(percent, &format.span(base))));
        if point.status != Status::Final {
            figures.push((format.lang.strings().status)(point.status).to_owned());
        }
        (point.span, point.amount.millions(), of_point((0, 0), point, figures, format))
    };
    let of_figure = |indicator: &Indicator, all: &[&Figure], it: &Figure| {
        let mut figures = vec![indicators::figure(indicator, it, format)];
        figures.extend(facts::year_before(all, it).map(|before| {
            let value = indicators::brief(indicator, before, format);
            (words(format.lang).after)(&value, &format.span(before.period))
        }));
        let citation = read_at(context, it.page, format.lang);
        let heading = format.span(it.period);
        (it.period, it.value.value(), Datum { heading, figures, citation, ..Datum::default() })
    };
    match shown {
        Shown::Months(it) => it.months.iter().map(of_month).collect(),
        Shown::Series(indicator, all) => {
            all.iter().map(|it| of_figure(indicator, all, it)).collect()
        }
        Shown::Differing(indicator, all) => {
            all.iter().map(|it| of_figure(indicator, &[], it)).collect()
        }
        Shown::Steps(..) | Shown::Alone(_) => shown
            .figure()
            .map(|(indicator, it)| of_figure(indicator, &[], it))
            .into_iter()
            .collect(),
    }
}

fn picture(context: &Context, facts: &DriverEvidence, format: Format) -> Picture {
    let words = words(format.lang);
    let shown = facts.shown();
    let told = told(context, shown, format);
    let (year, data, draw) = match shown {
        Shown::Months(_) | Shown::Series(..) => {
            let break_at = facts.recorded.as_ref().and_then(|it| it.break_at);
            let break_at = break_at.filter(|_| matches!(shown, Shown::Months(_)));
            bars(told, reading::driver_figure(shown, format).0, break_at, format)
        }
        Shown::Differing(indicator, all) => differing(indicator, all, told, format),
        Shown::Steps(_, events) => steps(context, events, format),
        Shown::Alone(lead) => {
            let official = lead.is_some_and(|it| it.1.kind == FigureKind::Official);
            let said = if official { words.no_series } else { words.no_count };
            let data: Vec<Datum> = told.into_iter().map(|it| it.2).collect();
            let pointed = !data.is_empty();
            let draw: Draw = Box::new(move |frame| chart::unknown(said, pointed, frame));
            (1, data, draw)
        }
    };
    Picture { draw, rest: data.len().saturating_sub(1), data, swatches: Vec::new(), year }
}

type Draw = Box<dyn Fn(chart::Frame) -> chart::Scene>;

/// As far apart as the periods are; what is not published between them is a gap.
fn bars(
    told: Vec<(Span, f64, Datum)>,
    last: String,
    break_at: Option<Month>,
    format: Format,
) -> (usize, Vec<Datum>, Draw) {
    let ends: Vec<Month> = told.iter().map(|it| it.0.end()).collect();
    let step = ends.windows(2).map(|it| it[1].since(it[0])).filter(|&it| it > 0).min().unwrap_or(1);
    let first = ends.first().copied().unwrap_or(Month::ZERO);
    let column = |month: Month| usize::try_from(month.since(first) / step).ok();
    let count = ends.iter().filter_map(|&it| column(it)).max().map_or(0, |it| it + 1);
    let name = |it: Option<&(Span, f64, Datum)>| {
        it.map_or(String::new(), |it| indicators::short_period(it.0, format))
    };
    let names = [name(told.first()), name(told.last())];
    let mut values = vec![None; count];
    let mut data = Vec::new();
    for (span, value, datum) in told {
        let at = column(span.end()).unwrap_or(0);
        values[at] = Some(value);
        data.push(Datum { at: (at, 0), ..datum });
    }
    let cut = break_at.and_then(column).filter(|&it| it > 0 && it < count);
    let draw = move |frame| {
        let cut = cut.map(|it| (it, format.lang.strings().series_break));
        let ends = [&*names[0], &*names[1]];
        chart::bars(&Bars { values: &values, last: &last, ends, cut }, frame)
    };
    (if step >= 12 { 1 } else { (12 / step) as usize }, data, Box::new(draw))
}

/// On one axis, from nought.
fn differing(
    indicator: &Indicator,
    all: &[&Figure],
    told: Vec<(Span, f64, Datum)>,
    format: Format,
) -> (usize, Vec<Datum>, Draw) {
    let most = told.last().map_or(0.0, |it| it.1);
    let axis = Linear::new(0.0, most, Baseline::Zero, 0.0, 96.0);
    let high = (most / axis.step).ceil() * axis.step;
    let unit = if indicator.unit == crate::data::context::Unit::Percent {
        Unit::Percent
    } else {
        Unit::Index
    };
    let ticks: Vec<(f64, String)> = Linear { high, ..axis }
        .ticks()
        .map(|it| (it / high, format.tick(unit, it, axis.step)))
        .collect();
    let dot = |(it, figure): (&(Span, f64, Datum), &&Figure)| Dot {
        at: it.1 / high,
        kind: figure.kind,
        name: indicators::short_period(it.0, format),
    };
    let dots: Vec<Dot> = told.iter().zip(all).map(dot).collect();
    let data = told.into_iter().enumerate().map(|(at, it)| Datum { at: (at, 0), ..it.2 });
    let draw = move |frame| chart::dots(&Dots { dots: &dots, ticks: &ticks, caption: None }, frame);
    (1, data.collect(), Box::new(draw))
}

/// Dates since the first year.
fn steps(context: &Context, events: &[&Event], format: Format) -> (usize, Vec<Datum>, Draw) {
    let year = |it: Option<&&Event>| it.map_or(0, |it| it.date.month.year());
    let (first, last) = (year(events.first()), year(events.last()));
    let of_year = |it: i32| f64::from(it - first) / f64::from(last + 1 - first);
    let dot = |it: &&Event| {
        let month = f64::from(it.date.month.number()) - 0.5;
        Dot {
            at: of_year(it.date.month.year()) + month / 12.0 / f64::from(last + 1 - first),
            kind: FigureKind::Official,
            name: String::new(),
        }
    };
    let dots: Vec<Dot> = events.iter().map(dot).collect();
    let every = if last - first > 5 { 2 } else { 1 };
    let years = (first..=last).step_by(every);
    let ticks: Vec<(f64, String)> = years.map(|it| (of_year(it), it.to_string())).collect();
    let datum = |(at, it): (usize, &&Event)| Datum {
        at: (at, 0),
        heading: format.date(it.date),
        figures: vec![it.title.get(format.lang).to_owned()],
        citation: read_at(context, it.page, format.lang),
        ..Datum::default()
    };
    let data = events.iter().enumerate().map(datum).collect();
    let caption = (words(format.lang).steps)(events.len(), first);
    let draw = move |frame| {
        chart::dots(&Dots { dots: &dots, ticks: &ticks, caption: Some(&caption) }, frame)
    };
    (1, data, Box::new(draw))
}

/// Headings of the record, one after the other, short or in full.
fn heading_names(data: &Dataset, sectors: SectorSet, short: bool, format: Format) -> String {
    let name = |id| heading_name(data, Heading::Sector(id), format.lang, short);
    let names: Vec<String> = data.sectors.nodes(sectors).into_iter().map(name).collect();
    names.join(format.lang.strings().comma)
}

/// What the record has of a driver: single months, and the latest sum.
fn recorded(data: &Dataset, facts: &DriverEvidence, format: Format) -> Option<Listed> {
    let it = facts.recorded.as_ref()?;
    let latest = Some(&it.latest).filter(|it| !it.span.is_month());
    let points = it.months.iter().rev().map(|it| &it.point);
    let figures = latest.into_iter().chain(points).map(|it| ListedFigure {
        kind: FigureKind::Official,
        value: format.money_exact(it.amount),
        exact: it.amount.millions(),
        period: it.span,
        note: (format.lang.strings().status)(it.status).to_owned(),
        citation: None,
        observations: it.observations.clone(),
    });
    Some(Listed {
        name: heading_names(data, it.sectors, false, format),
        figures: figures.collect(),
    })
}

fn listed(context: &Context, of: &Indicator, it: &Figure, format: Format) -> ListedFigure {
    ListedFigure {
        kind: it.kind,
        value: indicators::figure(of, it, format),
        exact: it.value.value(),
        period: it.period,
        note: it.note.get(format.lang).to_owned(),
        citation: read_at(context, it.page, format.lang),
        observations: Vec::new(),
    }
}

/// A row for each figure of each driver, with its name unless that is empty; and where they were read.
pub fn table(drivers: &[(&str, &[Listed])], format: Format) -> (Table, Citations) {
    let words = words(format.lang);
    let named = drivers.iter().any(|it| !it.0.is_empty());
    let mut columns = vec![
        Column::words(words.indicator),
        Column::words(words.period),
        Column::figures(words.value),
        Column::words(words.kind),
        Column::words(words.source),
        Column::words(words.note),
    ];
    if named {
        columns.insert(0, Column::words(words.driver));
    }
    let (mut rows, mut of_rows, mut pages) = (Vec::new(), Vec::new(), Vec::new());
    for (driver, listed) in drivers {
        for (name, it) in listed.iter().flat_map(|of| of.figures.iter().map(|it| (&of.name, it))) {
            let source = it.citation.as_ref().map_or(words.in_the_record, |it| &it.name);
            let mut cells = vec![
                Cell::words(name.clone()),
                Cell::period(it.period, format),
                Cell::number(it.value.clone(), it.exact),
                Cell::words((words.figure_kind)(it.kind)),
                Cell::words(source),
                Cell::words(it.note.clone()),
            ];
            if named {
                cells.insert(0, Cell::words(*driver));
            }
            rows.push(Row { cells, observations: it.observations.clone(), month: None });
            of_rows.push(it.citation.as_ref().map_or(String::new(), |it| it.url.clone()));
            pages.extend(it.citation.clone());
        }
    }
    let pages = each_once(pages.into_iter());
    let sources = match pages.is_empty() {
        true => Citations::InRecord,
        false => Citations::Elsewhere { pages, of_rows },
    };
    (Table { columns, rows, whole: None }, sources)
}

/// What else grew, and what happened that bears on it: events of months that have a figure lead there.
fn notes(data: &Dataset, context: &Context, facts: &DriverEvidence, format: Format) -> Vec<String> {
    let (lang, words) = (format.lang, words(format.lang));
    let months = data.monthly_record();
    let events = facts.driver.events.iter().filter_map(|it| context.events.get(usize::from(it.0)));
    let events: Vec<String> = events
        .filter(|it| !months.contains(it.date.month.into()))
        .map(|it| [it.title.get(lang), " (", &format.date(it.date), ")"].concat())
        .collect();
    let mut notes = vec![reading::grown_beside(facts, format)];
    if !events.is_empty() {
        notes.push((words.note_events)(&events.join(words.semicolon)));
    }
    notes.retain(|it| !it.is_empty());
    notes
}
