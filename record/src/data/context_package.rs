//! Reads the files of the context and checks them.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::cells::{amount, bilingual, both_or_none, one_of, or_else, read_cell, short_name};
use super::context::{
    Bound, Context, Country, CountryId, CountryKind, Decimal, Driver, DriverId, DriverKind, Event,
    EventId, EventKind, Figure, FigureKind, Indicator, PageId, Peer, PeerFigure, PriceSeries,
    Prices, Target, TargetKind, TargetOf, Unit,
};
use super::csv::{Cell, Layout, MAX_ROWS, Places, Row, Table, repeated, table};
use super::description::{Description, File};
use super::problem::{Problem, Rule};
use super::record::Terms;
use super::{SectorId, Source};
use crate::calendar::{Date, FiscalYear, Month, Span};

const COUNTRIES: Layout<'static, 7> = Layout {
    name: "countries.csv",
    columns: ["iso3", "kind", "name_en", "name_ur", "break_year", "note_en", "note_ur"],
    optional: &["break_year", "note_en", "note_ur"],
};
const PEERS: Layout<'static, 5> = Layout {
    name: "peers.csv",
    columns: ["country", "year", "indicator", "value", "source"],
    optional: &[],
};
const DRIVERS: Layout<'static, 8> = Layout {
    name: "drivers.csv",
    columns: [
        "code",
        "kind",
        "title_en",
        "title_ur",
        "sentence_en",
        "sentence_ur",
        "sectors",
        "events",
    ],
    optional: &["sectors", "events"],
};
const INDICATORS: Layout<'static, 13> = Layout {
    name: "indicators.csv",
    columns: [
        "driver", "code", "name_en", "name_ur", "unit", "period", "value", "bound", "kind",
        "series", "source", "note_en", "note_ur",
    ],
    optional: &["series", "note_en", "note_ur"],
};

fn targets<'a>(terms: &Terms<'a>) -> Layout<'a, 11> {
    Layout {
        name: "targets.csv",
        columns: [
            "id",
            "announced",
            "announcer_en",
            "announcer_ur",
            "kind",
            "what",
            terms.value_column,
            "period",
            "source",
            "note_en",
            "note_ur",
        ],
        optional: &["period", "note_en", "note_ur"],
    }
}

const EVENTS: Layout<'static, 7> = Layout {
    name: "events.csv",
    columns: ["date", "kind", "title_en", "title_ur", "text_en", "text_ur", "source"],
    optional: &[],
};

const PRICES: Layout<'static, 5> = Layout {
    name: "prices.csv",
    columns: ["series", "month", "value", "source", "note"],
    optional: &["note"],
};

/// Every file. A package may do without.
pub fn files<'a>(terms: &Terms<'a>) -> [File<'a>; 7] {
    [
        File::of(&COUNTRIES, false),
        File::of(&PEERS, false),
        File::of(&DRIVERS, false),
        File::of(&INDICATORS, false),
        File::of(&targets(terms), false),
        File::of(&EVENTS, false),
        File::of(&PRICES, false),
    ]
}

/// Ids of countries, drivers and events are eight bits.
const MAX_NAMED: usize = u8::MAX as usize;

/// The files as far as they could be read.
pub struct Files {
    countries: Table<7>,
    peers: Table<5>,
    drivers: Table<8>,
    indicators: Table<13>,
    targets: Table<11>,
    events: Table<7>,
    prices: Table<5>,
}

impl Files {
    /// A file that is not there and not listed either is empty.
    pub fn read(
        folder: &Path,
        terms: &Terms,
        description: Option<&Description>,
        problems: &mut Vec<Problem>,
    ) -> Files {
        Files {
            countries: optional(folder, &COUNTRIES, MAX_NAMED, description, problems),
            peers: optional(folder, &PEERS, MAX_ROWS, description, problems),
            drivers: optional(folder, &DRIVERS, MAX_NAMED, description, problems),
            indicators: optional(folder, &INDICATORS, MAX_ROWS, description, problems),
            targets: optional(folder, &targets(terms), MAX_ROWS, description, problems),
            events: optional(folder, &EVENTS, MAX_NAMED, description, problems),
            prices: optional(folder, &PRICES, MAX_ROWS, description, problems),
        }
    }

    /// Every cell that names a source.
    pub fn cited(&self) -> impl Iterator<Item = &Cell> {
        let peers = self.peers.rows.iter().map(|Row { cells: [.., source], .. }| source);
        let indicators =
            self.indicators.rows.iter().map(|Row { cells: [.., source, _, _], .. }| source);
        let targets = self.targets.rows.iter().map(|Row { cells: [.., source, _, _], .. }| source);
        let events = self.events.rows.iter().map(|Row { cells: [.., source], .. }| source);
        let prices = self.prices.rows.iter().map(|Row { cells: [.., source, _], .. }| source);
        peers.chain(indicators).chain(targets).chain(events).chain(prices)
    }

    /// Every file that names sources could be read.
    pub fn whole(&self) -> bool {
        let Files { peers, indicators, targets, events, prices, .. } = self;
        peers.whole && indicators.whole && targets.whole && events.whole && prices.whole
    }

    /// What the files say; what could not be read or breaks a rule is among the problems.
    /// That sources are listed is checked with those of the record.
    pub fn into_context(
        self,
        terms: &Terms,
        sectors: &Places,
        sources: &Table<6, Source>,
        problems: &mut Vec<Problem>,
    ) -> Context {
        let used: BTreeSet<&str> = self.cited().map(|it| it.text.as_str()).collect();
        let listed =
            sources.rows.iter().filter(|Row { cells: [id, ..], .. }| used.contains(&*id.text));
        let mut pages = Pages { ids: BTreeMap::new(), list: Vec::new() };
        for Row { cells: [id, ..], value } in listed {
            pages.ids.insert(id.text.clone(), PageId(pages.list.len() as u16));
            pages.list.push(value.clone());
        }

        let country_places = Places::of(&self.countries);
        let driver_places = Places::of(&self.drivers);
        let event_places = Places::of(&self.events);
        problems.extend(repeated(&self.countries.rows, 0, "iso3"));
        problems.extend(repeated(&self.drivers.rows, 0, "code"));
        problems.extend(repeated(&self.targets.rows, 0, "id"));
        problems.extend(repeated(&self.events.rows, 0, "date"));

        let countries = self.countries.read_as(|cells, _| country(cells, problems));
        let peers = self.peers.read_as(|cells, _| peer(cells, &country_places, &pages, problems));
        let drivers = self.drivers.read_as(|cells, _| {
            let [.., in_record, events] = cells;
            let sectors = words(in_record, sectors, "sector", problems);
            let events = words(events, &event_places, "event", problems);
            driver(cells, sectors, events, problems)
        });
        let figures = self
            .indicators
            .read_as(|cells, _| figure(cells, terms, &driver_places, &pages, problems));
        let targets = self.targets.read_as(|cells, _| target(cells, terms, &pages, problems));
        let events = self.events.read_as(|cells, _| event(cells, &pages, problems));
        if let Some(Row { cells: [series, ..], .. }) = self.prices.rows.first()
            && !terms.in_dollars()
        {
            problems.push(series.problem(Rule::PriceOfDollars { unit: terms.unit.to_owned() }));
        }
        let months = self.prices.read_as(|cells, _| price(cells, &pages, problems));

        let by = "indicator, country and year";
        problems.extend(unsorted(&peers.rows, |it| it.0, by, true));
        let announced = |it: &Target| (it.announced.start(), it.day);
        problems.extend(unsorted(&targets.rows, announced, "announced", false));
        problems.extend(unsorted(&events.rows, |it| it.date, "date", false));
        problems.extend(unsorted(&months.rows, |it| it.key(), "series and month", true));
        problems.extend(months.rows.windows(2).filter_map(price_jump));
        Context {
            indicators: indicators(figures.rows, problems),
            countries: values(countries),
            peers: values(peers).into_iter().filter_map(|(_, it)| it).collect(),
            drivers: values(drivers),
            targets: values(targets),
            events: values(events),
            prices: prices(values(months)),
            pages: pages.list,
        }
    }
}

fn optional<const N: usize>(
    folder: &Path,
    layout: &Layout<'_, N>,
    limit: usize,
    description: Option<&Description>,
    problems: &mut Vec<Problem>,
) -> Table<N> {
    let listed = description.is_none_or(|it| it.lists(layout.name));
    if !listed && !folder.join(layout.name).exists() {
        return Table { rows: Vec::new(), whole: true };
    }
    table(folder, layout, limit, problems)
}

/// The sources that the context names.
struct Pages {
    ids: BTreeMap<String, PageId>,
    list: Vec<Source>,
}

impl Pages {
    fn get(&self, cell: &Cell) -> Option<PageId> {
        self.ids.get(&cell.text).copied()
    }
}

fn values<const N: usize, T>(table: Table<N, T>) -> Vec<T> {
    table.rows.into_iter().map(|it| it.value).collect()
}

/// Rows that belong above the one before; where `unique`, also rows with the key of that one.
fn unsorted<const N: usize, T, K: Ord>(
    rows: &[Row<N, T>],
    key: impl Fn(&T) -> K,
    by: &'static str,
    unique: bool,
) -> Vec<Problem> {
    let problem = |pair: &[Row<N, T>]| {
        let [before, row] = pair else { return None };
        let line = before.cells.first()?.place.line;
        let rule = match key(&before.value).cmp(&key(&row.value)) {
            Ordering::Greater => Rule::Unsorted { line, by },
            Ordering::Equal if unique => Rule::SameAs { line, by },
            _ => return None,
        };
        Some(row.cells.first()?.problem(rule))
    };
    rows.windows(2).filter_map(problem).collect()
}

/// The rows that the words in a cell name.
fn words(cell: &Cell, places: &Places, what: &'static str, problems: &mut Vec<Problem>) -> Vec<u8> {
    let word = |text: &str| Cell { text: text.to_owned(), place: cell.place.clone() };
    let named = cell.text.split_whitespace().map(word);
    named.filter_map(|it| places.find(&it, what, problems)).map(|place| place as u8).collect()
}

fn country(cells: &[Cell; 7], problems: &mut Vec<Problem>) -> Option<Country> {
    let [code, kind, name_en, name_ur, break_year, note_en, note_ur] = cells;
    read_cell(code, iso3, problems);
    both_or_none(note_en, note_ur, problems);
    Some(Country {
        code: code.text.clone(),
        kind: one_of(kind, &CountryKind::ALL, CountryKind::WORDS, problems)?,
        name: bilingual(name_en, name_ur),
        break_year: read_cell(break_year, year, problems),
        note: bilingual(note_en, note_ur),
    })
}

/// What a row of `peers.csv` is of: [`INDICATORS_OF_PEERS`], country, year.
type PeerKey = (usize, CountryId, i32);

const INDICATORS_OF_PEERS: [&str; 3] = ["exports", "population", "gdp"];

/// `None` in place of a figure that is checked here and not carried by the program.
fn peer(
    cells: &[Cell; 5],
    countries: &Places,
    pages: &Pages,
    problems: &mut Vec<Problem>,
) -> Option<(PeerKey, Option<Peer>)> {
    let [country, calendar_year, indicator, value, source] = cells;
    let country = countries.find(country, "country", problems);
    let year = read_cell(calendar_year, year, problems);
    let place = one_of(indicator, &[0, 1, 2], &INDICATORS_OF_PEERS, problems);
    let value = read_cell(value, number, problems).map(Decimal::value);
    let (country, year, place, value) = (CountryId(country? as u8), year?, place?, value?);
    let figure = match place {
        0 | 1 => Some(PeerFigure::new(place == 1, value.round() as i64)),
        _ => None,
    };
    let page = pages.get(source)?;
    let peer = figure.map(|figure| Peer { country, year, figure, page });
    Some(((place, country, year), peer))
}

fn driver(
    cells: &[Cell; 8],
    sectors: Vec<u8>,
    events: Vec<u8>,
    problems: &mut Vec<Problem>,
) -> Option<Driver> {
    let [code, kind, title_en, title_ur, sentence_en, sentence_ur, ..] = cells;
    read_cell(code, short_name, problems);
    Some(Driver {
        code: code.text.clone(),
        kind: one_of(kind, &DriverKind::ALL, DriverKind::WORDS, problems)?,
        title: bilingual(title_en, title_ur),
        sentence: bilingual(sentence_en, sentence_ur),
        sectors: sectors.into_iter().map(SectorId).collect(),
        events: events.into_iter().map(EventId).collect(),
    })
}

/// A figure with what all figures of its indicator have in common.
type Measured = (DriverId, Unit, Figure);

fn figure(
    cells: &[Cell; 13],
    terms: &Terms,
    drivers: &Places,
    pages: &Pages,
    problems: &mut Vec<Problem>,
) -> Option<Measured> {
    let [driver, code, _, _, unit, span, value, bound, kind, series, source, note_en, note_ur] =
        cells;
    let driver = drivers.find(driver, "driver", problems);
    read_cell(code, short_name, problems);
    read_cell(series, short_name, problems);
    both_or_none(note_en, note_ur, problems);
    let unit_cell = unit;
    let unit = one_of(unit, &Unit::ALL, Unit::WORDS, problems);
    // Dollars are written as amounts of the record are.
    if matches!(unit, Some(Unit::UsdMillion | Unit::UsdBillion)) && !terms.in_dollars() {
        problems.push(unit_cell.problem(Rule::Dollars { unit: terms.unit.to_owned() }));
    }
    let span = read_cell(span, period, problems);
    let value = read_cell(value, number, problems);
    let bound = one_of(bound, &Bound::ALL, Bound::WORDS, problems);
    let kind = one_of(kind, &FigureKind::ALL, FigureKind::WORDS, problems);
    let figure = Figure {
        period: span?,
        value: value?,
        bound: bound?,
        kind: kind?,
        series: None,
        page: pages.get(source)?,
        note: bilingual(note_en, note_ur),
    };
    Some((DriverId(driver? as u8), unit?, figure))
}

fn target(
    cells: &[Cell; 11],
    terms: &Terms,
    pages: &Pages,
    problems: &mut Vec<Problem>,
) -> Option<Target> {
    let [
        id,
        announced,
        announcer_en,
        announcer_ur,
        kind,
        what,
        value,
        span,
        source,
        note_en,
        note_ur,
    ] = cells;
    read_cell(id, short_name, problems);
    both_or_none(note_en, note_ur, problems);
    let date = read_cell(announced, when, problems);
    let kind = one_of(kind, &TargetKind::ALL, TargetKind::WORDS, problems);
    let what = one_of(what, &TargetOf::ALL, TargetOf::WORDS, problems);
    let amount = read_cell(value, |it| amount(it, terms.unit), problems);
    let reached = read_cell(span, period, problems);
    let (within, day) = date?;
    let past = reached.filter(|it| it.end() < within.start() && note_en.text.is_empty());
    problems.extend(past.map(|it| span.problem(Rule::TargetPast { end: it.end() })));
    // Empty where no year was named, but not where what stands there is no period.
    let named = span.text.is_empty() || reached.is_some();
    Some(Target {
        id: id.text.clone(),
        announced: within,
        day,
        announcer: bilingual(announcer_en, announcer_ur),
        kind: kind?,
        what: what?,
        amount: amount?,
        period: named.then_some(reached)?,
        page: pages.get(source)?,
        note: bilingual(note_en, note_ur),
    })
}

fn event(cells: &[Cell; 7], pages: &Pages, problems: &mut Vec<Problem>) -> Option<Event> {
    let [date, kind, title_en, title_ur, text_en, text_ur, source] = cells;
    let date = read_cell(date, or_else(Rule::Date), problems);
    let kind = one_of(kind, &EventKind::ALL, EventKind::WORDS, problems);
    Some(Event {
        date: date?,
        kind: kind?,
        title: bilingual(title_en, title_ur),
        text: bilingual(text_en, text_ur),
        page: pages.get(source)?,
    })
}

/// A price of one month.
#[derive(Clone, Copy)]
struct MonthPrice {
    series: PriceSeries,
    month: Month,
    thousandths: i64,
    page: PageId,
}

impl MonthPrice {
    fn key(&self) -> (PriceSeries, Month) {
        (self.series, self.month)
    }
}

fn price(cells: &[Cell; 5], pages: &Pages, problems: &mut Vec<Problem>) -> Option<MonthPrice> {
    let [series, month, value, source, _note] = cells;
    let series = one_of(series, &PriceSeries::ALL, PriceSeries::WORDS, problems);
    let month = read_cell(month, or_else(Rule::Month), problems);
    let thousandths = read_cell(value, thousandths, problems);
    let (series, month, thousandths) = (series?, month?, thousandths?);
    Some(MonthPrice { series, month, thousandths, page: pages.get(source)? })
}

/// Above zero, with at most three decimals.
fn thousandths(cell: &Cell) -> Result<i64, Rule> {
    let Decimal { digits, decimals } = number(cell)?;
    let refused = || Rule::Price(cell.excerpt());
    let factor = 3_u32.checked_sub(decimals.into()).map(|it| 10_i64.pow(it));
    let thousandths = digits.checked_mul(factor.ok_or_else(refused)?);
    thousandths.filter(|it| (1..1_000_000_000_000).contains(it)).ok_or_else(refused)
}

/// A change from one month to the next known that a note has to explain: a wrong digit is likelier.
fn price_jump(pair: &[Row<5, MonthPrice>]) -> Option<Problem> {
    let [Row { value: before, .. }, Row { value: it, cells: [_, _, value, _, note] }] = pair else {
        return None;
    };
    let most = match it.series {
        PriceSeries::Rate => 20.0,
        PriceSeries::Cpi => 3.0,
    };
    let percent = (it.thousandths as f64 / before.thousandths as f64 - 1.0) * 100.0;
    let far = it.series == before.series && percent.abs() > most && note.text.is_empty();
    far.then(|| value.problem(Rule::PriceJump { percent, month: before.month }))
}

/// Rows of one series as one.
fn prices(rows: Vec<MonthPrice>) -> Vec<Prices> {
    let series = rows.chunk_by(|one, other| one.series == other.series);
    let prices = series.filter_map(|rows| {
        let months: BTreeMap<Month, i64> =
            rows.iter().map(|it| (it.month, it.thousandths)).collect();
        let known = Span::new(*months.keys().next()?, *months.keys().next_back()?)?;
        Some(Prices {
            series: rows.first()?.series,
            first: known.start(),
            months: known.months().map(|it| months.get(&it).copied()).collect(),
            pages: rows.iter().map(|it| it.page).collect::<BTreeSet<_>>().into_iter().collect(),
        })
    });
    prices.collect()
}

type Measurement = Row<13, Measured>;

/// Rows with one code as one indicator each.
fn indicators(rows: Vec<Measurement>, problems: &mut Vec<Problem>) -> Vec<Indicator> {
    let mut lines: BTreeMap<String, usize> = BTreeMap::new();
    let mut indicators = Vec::new();
    for group in rows.chunk_by(|one, other| code(one).text == code(other).text) {
        let Some(head) = group.first() else { continue };
        let (name, line) = (code(head), line(head));
        if let Some(&line) = lines.get(&name.text) {
            problems.push(name.problem(Rule::Parted { code: name.excerpt(), line }));
        }
        lines.insert(name.text.clone(), line);
        problems.extend(group.iter().filter_map(|row| differs(head, row)));
        problems.extend(in_time(group));
        problems.extend(repeated_period(group));
        problems.extend(series(group));

        let [_, _, name_en, name_ur, ..] = &head.cells;
        let mut numbers: BTreeMap<&str, u8> = BTreeMap::new();
        let mut figures = Vec::new();
        for row in group {
            let [.., series, _, _, _] = &row.cells;
            let next = numbers.len() as u8;
            let number = *numbers.entry(&series.text).or_insert(next);
            let (_, _, figure) = &row.value;
            let series = (!series.text.is_empty()).then_some(number);
            figures.push(Figure { series, ..figure.clone() });
        }
        let (driver, unit, _) = head.value;
        let name_of = bilingual(name_en, name_ur);
        indicators.push(Indicator {
            driver,
            code: name.text.clone(),
            name: name_of,
            unit,
            figures,
        });
    }
    indicators
}

fn code(row: &Measurement) -> &Cell {
    let [_, code, ..] = &row.cells;
    code
}

fn line(row: &Measurement) -> usize {
    code(row).place.line
}

fn span_of(row: &Measurement) -> Span {
    row.value.2.period
}

/// Driver, name and unit are those of the indicator.
fn differs(head: &Measurement, row: &Measurement) -> Option<Problem> {
    let mut pairs = INDICATORS.columns.iter().zip(head.cells.iter().zip(&row.cells)).take(5);
    let (column, (_, cell)) = pairs.find(|(_, (one, other))| one.text != other.text)?;
    Some(cell.problem(Rule::Differs { column, line: line(head) }))
}

fn in_time(group: &[Measurement]) -> Vec<Problem> {
    let key = |row: &Measurement| (span_of(row).end(), span_of(row).start());
    let late = |pair: &[Measurement]| {
        let [before, row] = pair else { return None };
        let [_, _, _, _, _, period, ..] = &row.cells;
        let rule = Rule::Unsorted { line: line(before), by: "period" };
        (key(before) > key(row)).then(|| period.problem(rule))
    };
    group.windows(2).filter_map(late).collect()
}

/// Of two figures for one period a note says what sets them apart.
fn repeated_period(group: &[Measurement]) -> Vec<Problem> {
    let told = |it: &Measurement| !it.value.2.note.en.is_empty();
    let problem = |(place, row): (usize, &Measurement)| {
        let [.., note, _] = &row.cells;
        let same = group[..place].iter().find(|it| span_of(it) == span_of(row))?;
        let rule = Rule::SamePeriod { line: line(same) };
        (!told(row) && !told(same)).then(|| note.problem(rule))
    };
    group.iter().enumerate().filter_map(problem).collect()
}

/// Figures joined by a line are two or more, for periods that follow one another and are alike:
/// no fiscal year among calendar years.
fn series(group: &[Measurement]) -> Vec<Problem> {
    let name = |row: &Measurement| {
        let [.., series, _, _, _] = &row.cells;
        series.clone()
    };
    let mut problems = Vec::new();
    for (place, row) in group.iter().enumerate() {
        let cell = name(row);
        if cell.text.is_empty() {
            continue;
        }
        let alike = |it: &&Measurement| name(it).text == cell.text;
        if group.iter().filter(alike).count() == 1 {
            problems.push(cell.problem(Rule::SeriesOfOne));
        }
        if let Some(before) = group[..place].iter().rev().find(alike) {
            let (one, other) = (span_of(before), span_of(row));
            let months = [one, other].map(|it| it.start().number());
            let shifted = one.len() > 3 && months[0] != months[1];
            if one.len() != other.len() || one.overlaps(other) || shifted {
                problems.push(cell.problem(Rule::SeriesPeriod { line: line(before) }));
            }
        }
    }
    problems
}

fn iso3(cell: &Cell) -> Result<(), Rule> {
    let fits = cell.text.len() == 3 && cell.text.bytes().all(|it| it.is_ascii_uppercase());
    fits.then_some(()).ok_or_else(|| Rule::Iso(cell.excerpt()))
}

/// `2023-11-20` or `2023-11`; or, where the page shows no date, the months or years within
/// which: `2025-05..2025-06`, `2023`.
fn when(cell: &Cell) -> Result<(Span, Option<u8>), Rule> {
    match cell.text.parse::<Date>() {
        Ok(date) => Ok((date.month.into(), date.day)),
        Err(_) => period(cell).map(|it| (it, None)).map_err(|_| Rule::Date(cell.excerpt())),
    }
}

/// A calendar year of four digits.
fn year(cell: &Cell) -> Result<i32, Rule> {
    year_span(&cell.text).map(|it| it.start().year()).ok_or_else(|| Rule::Year(cell.excerpt()))
}

/// A whole calendar year.
fn year_span(text: &str) -> Option<Span> {
    let january: Month = format!("{text}-01").parse().ok()?;
    Span::new(january, january.plus(11))
}

/// `2023`, `2013..2018`, `FY24`, `2023-10` or `2023-07..2023-10`.
fn period(cell: &Cell) -> Result<Span, Rule> {
    let text = cell.text.as_str();
    let fiscal = || {
        let digits = text.strip_prefix("FY").filter(|it| it.len() == 2)?;
        let ending = format!("20{digits}").parse().ok()?;
        Some(FiscalYear::ending_in(ending).span())
    };
    let years = || {
        let (first, last) = text.split_once("..")?;
        Span::new(year_span(first)?.start(), year_span(last)?.end())
    };
    let span = text.parse().ok().or_else(fiscal).or_else(|| year_span(text)).or_else(years);
    span.ok_or_else(|| Rule::Period(cell.excerpt()))
}

/// A decimal number that is not negative, in plain digits.
fn number(cell: &Cell) -> Result<Decimal, Rule> {
    let text = cell.text.as_str();
    let unsigned = text.strip_prefix(['-', '−']).unwrap_or(text);
    let (whole, decimals) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let plain = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
    let fits = !whole.is_empty() && plain(whole) && plain(decimals) && !unsigned.ends_with('.');
    if !fits {
        return Err(Rule::Decimal(cell.excerpt()));
    }
    if unsigned != text {
        return Err(Rule::BelowZero(cell.excerpt()));
    }
    // Fifteen digits and three decimals are more than anything here is known to.
    let decimals = &decimals[..decimals.len().min(18_usize.saturating_sub(whole.len()))];
    let digits = format!("{whole}{decimals}").parse().ok().filter(|_| whole.len() <= 15);
    let digits = digits.ok_or_else(|| Rule::Decimal(cell.excerpt()))?;
    Ok(Decimal { digits, decimals: decimals.len() as u8 })
}
