//! Pakistan beside comparable countries.

use super::ViewInput;
use super::{each_once, read_at};
use crate::catalogue::ViewId;
use crate::chart::scale::Baseline;
use crate::chart::{self, Axis, Cut, Ends, Frame, Ink, Line, Lines, Weight};
use crate::data::context::{Context, Country, CountryId, CountryKind, Peer, PeerFigure};
use crate::exhibit::{Choosable, Citation, Citations, Control, Datum, Exhibit, Kind, Picture};
use crate::facts::{self, OWN_COUNTRY, PeerComparison, PeerGrowth, PeerSeries};
use crate::i18n::context::words;
use crate::i18n::{Format, Lang};
use crate::measure::Unit;
use crate::reading;
use crate::state::{Action, Countries, PeerMeasure, Peers, State};
use crate::table::{self, Cell, Column, Row, Table};

fn country(context: &Context, id: CountryId) -> Option<&Country> {
    context.countries.get(usize::from(id.0))
}

fn name(context: &Context, id: CountryId, lang: Lang) -> &str {
    country(context, id).map_or("", |it| it.name.get(lang))
}

/// ICT service exports of Pakistan and other countries by calendar year.
pub fn exhibit(input: &ViewInput) -> Exhibit {
    let &ViewInput { context, state, format, .. } = input;
    let facts = facts::peers(context, &state.peers);
    let lang = format.lang;
    let words = words(lang);
    let growth = facts.growth();
    let (lines, data) = lines_and_data(context, &facts, growth.as_ref(), format);
    let breaks = facts.series.iter().filter_map(|it| {
        let first = it.break_year?;
        // Only where values stand on both sides.
        it.value(first - 1).and(it.value(first))?;
        let before = facts.years.iter().position(|&it| it == first)?;
        Some(Cut { before, label: (words.new_series)(name(context, it.country, lang)) })
    });
    let breaks: Vec<Cut> = breaks.collect();
    let places: Vec<String> = facts.years.iter().map(i32::to_string).collect();
    let measure = facts.measure;
    let logarithmic = facts.is_logarithmic();
    let own_end = data.iter().rev().find(|it| it.at.1 == 0).map(|it| (0, it.at.0));
    let rest = data.iter().rposition(|it| it.at.1 == 0).unwrap_or(0);
    let since = growth.as_ref().and_then(|it| facts.years.iter().position(|&year| year == it.from));
    let heads = growth
        .as_ref()
        .map_or_else(Vec::new, |it| vec![it.to.to_string(), (words.in_years)(it.to - it.from)]);
    let draw = move |frame: Frame| {
        // Where there is little room, how much it grew counts more than how much it is.
        let skipped = usize::from(frame.width < Frame::WIDE);
        let mut lines = lines.clone();
        for line in lines.iter_mut().filter(|it| it.cells.len() > skipped) {
            // The year of the value in brackets goes with the value.
            if skipped > 0
                && let Some((name, _)) = line.name.split_once(" (")
            {
                line.name = name.to_owned();
            }
            line.cells.drain(..skipped);
        }
        let tick = |value: f64, step: f64| match measure {
            PeerMeasure::Level => format.money_short(value),
            PeerMeasure::Index | PeerMeasure::PerHead => format.tick(Unit::Index, value, step),
        };
        let input = Lines {
            lines: &lines,
            places: &places,
            named: places.len().saturating_sub(1),
            axis: if logarithmic { Axis::Log } else { Axis::Linear(Baseline::Zero) },
            levels: &[],
            breaks: &breaks,
            selected: own_end,
            tick: &tick,
        };
        let heads = heads.get(skipped..).unwrap_or_default();
        chart::lines_with_ends(&input, Ends { heads, since }, frame)
    };
    let unit = match (measure, facts.base) {
        (PeerMeasure::Index, Some(base)) => (words.peers_unit_index)(base),
        (PeerMeasure::PerHead, _) => words.peers_unit_head.to_owned(),
        (PeerMeasure::Level | PeerMeasure::Index, _) => words.peers_unit_level.to_owned(),
    };
    Exhibit {
        name: ViewId::Peers.file(),
        reading: reading::peers(context, &facts, format),
        unit: if logarithmic { (words.logarithmic)(&unit) } else { unit },
        picture: Picture { draw: Box::new(draw), rest, data, swatches: Vec::new(), year: 1 },
        table: table(context, &facts, format),
        beside: None,
        notes: notes(context, &facts, &state.peers, lang),
        controls: controls(context, &facts, state, lang),
        sources: sources(context, &facts, lang),
    }
}

/// A line for each country, or two where its series breaks; and what is said of their points.
fn lines_and_data(
    context: &Context,
    facts: &PeerComparison,
    growth: Option<&PeerGrowth>,
    format: Format,
) -> (Vec<Line>, Vec<Datum>) {
    let lang = format.lang;
    let (mut lines, mut data) = (Vec::new(), Vec::new());
    let last = facts.latest().map(|it| it.0);
    for (place, one) in facts.series.iter().enumerate() {
        let (ink, weight) = match (place, one.kind) {
            (0, _) => (Ink::Total, Weight::Strong),
            (_, CountryKind::Country) => (Ink::Rest, Weight::Plain),
            (_, CountryKind::World) => (Ink::Rest, Weight::Thin),
        };
        let country = name(context, one.country, lang);
        let end = one.values.last().copied();
        let label = match end {
            Some((end, _)) if Some(end) != last => format!("{country} ({end})"),
            _ => country.to_owned(),
        };
        for late in [false, true] {
            let value = |&year: &i32| one.value(year).filter(|_| one.is_after_break(year) == late);
            let values: Vec<Option<f64>> = facts.years.iter().map(value).collect();
            if values.iter().all(Option::is_none) {
                continue;
            }
            let series = lines.len();
            for (column, (&year, value)) in facts.years.iter().zip(&values).enumerate() {
                let Some(value) = *value else { continue };
                data.push(Datum {
                    at: (column, series),
                    heading: [country, lang.strings().comma, &year.to_string()].concat(),
                    figures: figures(facts, one, growth, (year, value), format),
                    citation: page_of(context, one.country, year, lang),
                    ..Datum::default()
                });
            }
            let mut line = Line::new(String::new(), values, ink, weight);
            line.dashed = vec![one.kind == CountryKind::World; line.values.len()];
            if let Some((_, value)) = end.filter(|it| one.is_after_break(it.0) == late) {
                let times = growth.and_then(|it| *it.times.get(place)?);
                let times = times.map(|it| ["×", &format.times(it)].concat());
                line.name.clone_from(&label);
                line.cells = vec![
                    short(facts.measure, value, format),
                    times.unwrap_or_else(|| "–".to_owned()),
                ];
            }
            lines.push(line);
        }
    }
    (lines, data)
}

/// A value at the end of its line.
fn short(measure: PeerMeasure, value: f64, format: Format) -> String {
    match measure {
        PeerMeasure::Level => format.money_short(value),
        PeerMeasure::Index => format.value(Unit::Index, value),
        PeerMeasure::PerHead => format.points_words(value),
    }
}

/// What is said of one value.
fn figures(
    facts: &PeerComparison,
    series: &PeerSeries,
    growth: Option<&PeerGrowth>,
    (year, value): (i32, f64),
    format: Format,
) -> Vec<String> {
    let words = words(format.lang);
    let exports = series.exports_of(year).map(|it| format.money(it));
    let figure = short(facts.measure, value, format);
    let figure = match (facts.measure, facts.base) {
        (PeerMeasure::Index, Some(base)) => Some((words.index_value)(&figure, base)),
        (PeerMeasure::PerHead, _) => Some((words.dollars_a_head)(&figure)),
        (PeerMeasure::Level | PeerMeasure::Index, _) => None,
    };
    let change = series
        .times(year - 1, year)
        .map(|it| format.change_on((it - 1.0) * 100.0, &(year - 1).to_string()));
    let times = growth.and_then(|it| {
        Some((words.times_since)(&format.times(series.times(it.from, year)?), it.from))
    });
    // Changes are of what is compared: the exports themselves come first or last.
    let (first, last) = if figure.is_some() { (figure, exports) } else { (exports, None) };
    [first, change, times, last].into_iter().flatten().collect()
}

/// Where the exports of a year were read.
fn page_of(context: &Context, country: CountryId, year: i32, lang: Lang) -> Option<Citation> {
    let exports = |it: &PeerFigure| matches!(it, PeerFigure::Exports(_));
    let of = |it: &&Peer| (it.country, it.year) == (country, year) && exports(&it.figure);
    read_at(context, context.peers.iter().find(of)?.page, lang)
}

/// A row a year, the latest first; a column a country.
fn table(context: &Context, facts: &PeerComparison, format: Format) -> Table {
    let mut columns = vec![Column::words(words(format.lang).year)];
    let names = facts.series.iter().map(|it| name(context, it.country, format.lang));
    let unit = format.unit(Unit::Money);
    columns.extend(names.map(|name| match facts.measure {
        PeerMeasure::Level => Column::figures(format!("{name} ({unit})")),
        PeerMeasure::Index | PeerMeasure::PerHead => Column::figures(name),
    }));
    let cell = |it: &PeerSeries, year: i32| match (facts.measure, it.exports_of(year)) {
        (PeerMeasure::Level, Some(exports)) => table::amount_cell(exports, format),
        (PeerMeasure::Level, None) => Cell::words(""),
        (PeerMeasure::Index, _) => {
            Cell::optional(it.value(year), |it| format.value(Unit::Index, it))
        }
        (PeerMeasure::PerHead, _) => Cell::optional(it.value(year), |it| format.points_words(it)),
    };
    let rows = facts.years.iter().rev().map(|&year| {
        let mut cells = vec![Cell::number(year.to_string(), f64::from(year))];
        cells.extend(facts.series.iter().map(|it| cell(it, year)));
        Row { cells, observations: Vec::new(), month: None }
    });
    Table { columns, rows: rows.collect(), whole: None }
}

fn notes(context: &Context, facts: &PeerComparison, asked: &Peers, lang: Lang) -> Vec<String> {
    let words = words(lang);
    let comma = lang.strings().comma;
    let name = |it: &PeerSeries| name(context, it.country, lang);
    let mut notes = Vec::new();
    // An address may ask for what the data do not have.
    let unknown: Vec<&str> =
        asked.countries.iter().filter(|it| context.country(it).is_none()).collect();
    if !unknown.is_empty() {
        notes.push((words.note_unknown_countries)(&unknown.join(comma)));
    }
    if let Some(base) = asked.base.filter(|it| !facts.bases.contains(it)) {
        notes.push((words.note_no_base)(base));
    }
    if crate::package_text::FISCAL {
        notes.push(words.note_calendar_years.to_owned());
    }
    if facts.measure == PeerMeasure::PerHead {
        notes.push(words.note_per_head.to_owned());
    }
    // Years that some of them lack, each with those that lack it.
    for &year in &facts.years {
        let lacking = facts.series.iter().filter(|it| it.exports_of(year).is_none());
        let names: Vec<&str> = lacking.map(name).collect();
        if !names.is_empty() {
            notes.push((words.note_missing)(&year.to_string(), &names.join(comma)));
        }
    }
    for series in facts.series.iter().filter(|it| it.break_year.is_some()) {
        let note = country(context, series.country).map_or("", |it| it.note.get(lang));
        notes.push(format!("{}: {note}", name(series)));
    }
    if let (PeerMeasure::Index, Some(base)) = (facts.measure, facts.base) {
        let without = facts.series.iter().filter(|it| it.values.is_empty());
        notes.extend(without.map(|it| (words.note_no_index)(name(it), base)));
    }
    if facts.series.len() > Countries::MOST {
        notes.push((words.note_most)(Countries::MOST));
    }
    if !words.note_peers.is_empty() {
        notes.push(words.note_peers.to_owned());
    }
    notes
}

/// With a country more or less; the own country's code stands for nobody beside it, since no code at
/// all stands for those shown at first.
fn toggled(beside: &[&str], code: &str) -> Countries {
    let toggled = Countries::of(beside.iter().copied()).toggled(code);
    if toggled.is_empty() { Countries::of([OWN_COUNTRY]) } else { toggled }
}

fn controls(context: &Context, facts: &PeerComparison, state: &State, lang: Lang) -> Vec<Control> {
    let words = words(lang);
    let peers = state.peers;
    let measures = [
        (PeerMeasure::Level, words.peers_level),
        (PeerMeasure::Index, words.peers_index),
        (PeerMeasure::PerHead, words.peers_per_head),
    ];
    let measure = |(measure, name): (PeerMeasure, &str)| Choosable {
        action: Action::Peers(Peers { measure, ..peers }),
        name: name.to_owned(),
        chosen: measure == facts.measure,
    };
    let other = |it: &&Country| it.code != OWN_COUNTRY;
    let shown = facts.series.iter().filter_map(|it| country(context, it.country));
    let beside: Vec<&str> = shown.filter(other).map(|it| it.code.as_str()).collect();
    let full = beside.len() >= Countries::MOST;
    let others = context.countries.iter().filter(other);
    let others = others.filter(|it| !full || beside.contains(&it.code.as_str()));
    let country = |it: &Country| Choosable {
        action: Action::Peers(Peers { countries: toggled(&beside, &it.code), ..peers }),
        name: it.name.get(lang).to_owned(),
        chosen: beside.contains(&it.code.as_str()),
    };
    let mut controls = vec![
        Control {
            name: "peers-measure",
            legend: words.peers_measure.to_owned(),
            kind: Kind::One,
            options: measures.into_iter().map(measure).collect(),
        },
        Control {
            name: "peers-countries",
            legend: words.peers_countries.to_owned(),
            kind: Kind::Any,
            options: others.map(country).collect(),
        },
    ];
    if facts.measure == PeerMeasure::Index && facts.bases.len() > 1 {
        let first = facts.bases.first().copied();
        let base = |&year: &i32| Choosable {
            action: Action::Peers(Peers {
                base: Some(year).filter(|_| Some(year) != first),
                ..peers
            }),
            name: year.to_string(),
            chosen: Some(year) == facts.base,
        };
        controls.push(Control {
            name: "peers-base",
            legend: words.peers_base.to_owned(),
            kind: Kind::One,
            options: facts.bases.iter().map(base).collect(),
        });
    }
    controls
}

/// The pages that the figures shown were read in, each once.
fn sources(context: &Context, facts: &PeerComparison, lang: Lang) -> Citations {
    let words = words(lang);
    let cited = context.peers.iter().filter_map(|it| {
        let shown = facts.series.iter().find(|shown| shown.country == it.country)?;
        let what = match (it.figure, shown.kind) {
            (PeerFigure::Exports(_), CountryKind::Country) => words.exports,
            (PeerFigure::Exports(_), CountryKind::World) => words.exports_of_world,
            (PeerFigure::Population(_), _) if facts.measure == PeerMeasure::PerHead => {
                words.population
            }
            (PeerFigure::Population(_), _) => return None,
        };
        let Citation { name, url } = read_at(context, it.page, lang)?;
        Some(Citation { name: format!("{what}: {name}"), url })
    });
    Citations::Elsewhere { pages: each_once(cited), of_rows: Vec::new() }
}
