//! What the charts show, as rows: for the table on the page and for files.

use crate::calendar::{Date, Month, Span};
use crate::data::{Amount, Dataset, ObservationId, Sources};
use crate::facts::{Breakdown, Trend};
use crate::i18n::breakdown as breakdown_words;
use crate::i18n::{Format, Lang};
use crate::measure::{Measure, Unit};
use crate::order;
use crate::query::Heading;
use crate::state::{self, Numbers};

/// A table in the reader's language.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    /// A row for the whole, which is neither sorted nor filtered.
    pub whole: Option<Row>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    pub heading: String,
    pub numeric: bool,
}

impl Column {
    pub fn words(heading: impl Into<String>) -> Column {
        Column { heading: heading.into(), numeric: false }
    }

    pub fn figures(heading: impl Into<String>) -> Column {
        Column { heading: heading.into(), numeric: true }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// One for each column; the first names the row.
    pub cells: Vec<Cell>,
    /// What the row rests on, in order of time.
    pub observations: Vec<ObservationId>,
    /// The month of the monthly record that the row is about.
    pub month: Option<Month>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    pub text: String,
    /// What it is sorted by, and in columns of figures the exact figure in the unit of its text;
    /// texts without one stand in the order of letters.
    pub order: Option<f64>,
}

impl Cell {
    pub fn words(text: impl Into<String>) -> Cell {
        Cell { text: text.into(), order: None }
    }

    pub fn number(text: String, order: f64) -> Cell {
        Cell { text, order: Some(order) }
    }

    /// Sorted by when it ends.
    pub fn period(span: Span, format: Format) -> Cell {
        Cell::number(format.span(span), f64::from(span.end().since(Month::ZERO)))
    }

    /// Without its day with the last of its month.
    pub fn date(date: Date, format: Format) -> Cell {
        let months = f64::from(date.month.since(Month::ZERO));
        let day = date.known_from().day.unwrap_or(0);
        Cell::number(format.date(date), months * 32.0 + f64::from(day))
    }

    /// Missing is missing.
    pub fn optional(value: Option<f64>, text: impl Fn(f64) -> String) -> Cell {
        value.map_or(Cell::words(""), |value| Cell::number(text(value), value))
    }
}

/// Filled up with spaces as wide as figures, so that decimal points stand below each other
/// without zeros that nobody has published.
pub fn amount_cell(amount: Amount, format: Format) -> Cell {
    let mut text = format.money_cell(amount);
    let places = if format.numbers == Numbers::International { 3 } else { 4 };
    let decimals = text.split_once('.').map(|(_, decimals)| decimals.len());
    if decimals.is_none() {
        text.push('\u{2008}');
    }
    for _ in decimals.unwrap_or(0)..places {
        text.push('\u{2007}');
    }
    Cell::number(text, format.in_unit(Unit::Money, amount.millions()))
}

/// A period, in the order of its first month.
pub fn period_cell(span: Span, format: Format) -> Cell {
    Cell::number(format.span(span), f64::from(span.start().since(Month::ZERO)))
}

/// The day on which the last of some figures was published.
pub fn published_cell(data: &Dataset, figures: &[ObservationId], format: Format) -> Cell {
    let published = figures.iter().map(|&it| data.observation(it).published).max();
    published.map_or(Cell::words(""), |it| Cell::date(it, format))
}

/// The month of the monthly record that a row about `span` is about.
pub fn record_month(data: &Dataset, span: Span) -> Option<Month> {
    (span.is_month() && data.monthly_record().contains(span)).then_some(span.end())
}

/// How the reader has ordered a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sorting {
    pub column: usize,
    pub descending: bool,
}

impl Table {
    /// The rows that hold `filter` in any cell, in the order asked for. Rows without a
    /// figure in the column stand last either way.
    pub fn arranged(&self, sorting: Option<Sorting>, filter: &str) -> Vec<&Row> {
        let filter = filter.trim();
        let holds = |row: &&Row| row.cells.iter().any(|it| holds(&it.text, filter));
        let rows = self.rows.iter().filter(holds);
        let Some(Sorting { column, descending }) = sorting else { return rows.collect() };
        fn known(row: &Row, column: usize) -> Option<&Cell> {
            row.cells.get(column).filter(|it| !it.text.is_empty())
        }
        let mut rows = order::sorted_by_key(rows, |row| {
            let cell = known(row, column);
            let text = cell.map(|it| it.text.clone());
            (text.is_none(), cell.and_then(|it| it.order).map(order::number), text)
        });
        let known = rows.partition_point(|row| known(row, column).is_some());
        if descending {
            rows[..known].reverse();
        }
        rows
    }
}

/// Whether `text` holds `sought`, be it in capitals or not.
///
/// The texts are short: the standard search, made for long ones, weighs a kilobyte.
pub fn holds(text: &str, sought: &str) -> bool {
    let (text, sought) = (text.as_bytes(), sought.as_bytes());
    sought.is_empty() || text.windows(sought.len()).any(|it| it.eq_ignore_ascii_case(sought))
}

/// A heading's name, short for charts or in full.
pub fn heading_name(data: &Dataset, heading: Heading, lang: Lang, short: bool) -> String {
    let name = |sector| {
        let sector = data.sectors.get(sector);
        if short { sector.short.get(lang) } else { sector.name.get(lang) }
    };
    match heading {
        Heading::Sector(sector) => name(sector).to_owned(),
        Heading::NotItemised(sector) => (lang.strings().not_itemised)(name(sector)),
    }
}

/// One row a period, the latest first.
pub fn trend(data: &Dataset, trend: &Trend, format: Format) -> Table {
    let words = format.lang.strings();
    let measure = trend.measure;
    let money = format.unit(Unit::Money);
    let mut columns =
        vec![Column::words(words.period), Column::figures(amount_heading(trend, format, money))];
    let computed = !is_amount(measure);
    if computed {
        let heading = (words.measure)(measure, trend.frequency);
        let unit = format.unit(measure.unit());
        columns.push(Column::figures(format!("{heading} ({unit})")));
    }
    let others = !trend.other_changes.is_empty();
    if others {
        columns.push(Column::figures(words.other_change));
    }
    columns.extend([words.status_heading, words.published].map(Column::words));
    let rows = trend.values.iter().rev().map(|value| {
        let mut cells = vec![period_cell(value.span, format), amount_cell(value.amount, format)];
        if computed {
            let exact = format.in_unit(measure.unit(), value.value);
            cells.push(Cell::number(format.value(measure.unit(), value.value), exact));
        }
        if others {
            let other = trend.other_change(value).map(|it| it.change.percent());
            cells.push(Cell::optional(other, |it| format.signed_percent(it)));
        }
        cells.push(Cell::words((words.status)(value.status)));
        cells.push(published_cell(data, &value.observations, format));
        let month = record_month(data, value.span);
        Row { cells, observations: value.observations.clone(), month }
    });
    Table { columns, rows: rows.collect(), whole: None }
}

fn is_amount(measure: Measure) -> bool {
    matches!(measure, Measure::Level | Measure::Ytd | Measure::Sum12)
}

fn amount_heading(trend: &Trend, format: Format, unit: &str) -> String {
    let words = format.lang.strings();
    let measure = if is_amount(trend.measure) { trend.measure } else { Measure::Level };
    format!("{} ({unit})", (words.measure)(measure, trend.frequency))
}

/// One row a heading, the largest first, and the whole.
pub fn breakdown(data: &Dataset, facts: &Breakdown, format: Format) -> Table {
    let own = breakdown_words::words(format.lang);
    let words = format.lang.strings();
    let money = format.unit(Unit::Money);
    let compared = facts.whole.as_ref().is_some_and(|it| it.change.is_some());
    let mut columns = vec![
        Column::words(words.sector),
        Column::figures(format!("{} ({money})", format.span(facts.period))),
    ];
    if compared {
        columns.push(Column::figures(format!("{} ({money})", format.span(facts.base))));
    }
    columns.push(Column::figures(own.share.to_owned()));
    if compared {
        columns.push(Column::figures(words.change_on_year.to_owned()));
        columns.push(Column::figures(format!("{} ({})", own.contribution, own.points)));
    }
    let percent = |ratio: Option<f64>| ratio.map(|it| it * 100.0);
    let cells = |name: String, now: Amount, before: Option<Amount>, share, change, points| {
        let money = |it: Amount| amount_cell(it, format);
        let mut cells = vec![Cell::words(name), money(now)];
        if compared {
            cells.push(before.map_or(Cell::words(""), money));
        }
        cells.push(Cell::optional(percent(share), |it| format.percent(it)));
        if compared {
            cells.push(Cell::optional(percent(change), |it| format.signed_percent(it)));
            cells.push(Cell::optional(points, |it| format.signed_points(it)));
        }
        cells
    };
    let rows = facts.rows.iter().map(|row| Row {
        cells: cells(
            heading_name(data, row.heading, format.lang, false),
            row.now,
            row.before,
            row.share,
            row.change,
            row.contribution,
        ),
        observations: row.observation.into_iter().chain(row.base_observation).collect(),
        month: None,
    });
    let whole = facts.whole.as_ref().map(|whole| {
        let change = whole.change;
        Row {
            cells: cells(
                own.whole.to_owned(),
                whole.amount,
                change.map(|it| it.base_amount),
                Some(1.0),
                change.map(|it| it.ratio),
                change.map(|it| it.percent()),
            ),
            observations: whole.observations.clone(),
            month: None,
        }
    });
    Table { columns, rows: rows.collect(), whole }
}

/// The trend as a file: plain figures, dates and codes, whatever the language.
pub fn trend_csv(data: &Dataset, sources: &Sources, trend: &Trend) -> String {
    let mut csv = String::from(concat!(
        "start,end,sectors,measure,value,unit,exports_",
        package_text!(unit code),
        "_million,status,base_start,base_end,sources\n"
    ));
    let nodes = data.sectors.nodes(trend.sectors);
    let codes: Vec<&str> = nodes.iter().map(|&it| data.sectors.get(it).code.as_str()).collect();
    let measure = state::measure_code(trend.measure);
    for value in &trend.values {
        let (start, end) = value
            .base
            .map_or_else(Default::default, |it| (it.start().to_string(), it.end().to_string()));
        csv.push_str(&format!(
            "{},{},{},{measure},{},{},{},{},{start},{end},{}\n",
            value.span.start(),
            value.span.end(),
            codes.join(" "),
            four_decimals(value.value),
            unit_code(trend.measure.unit()),
            value.amount,
            value.status.code(),
            addresses(data, sources, &value.observations),
        ));
    }
    csv
}

/// The breakdown of the chosen period as a file.
pub fn breakdown_csv(data: &Dataset, sources: &Sources, facts: &Breakdown) -> String {
    let mut csv = String::from(concat!(
        "sector,start,end,exports_",
        package_text!(unit code),
        "_million,year_before_",
        package_text!(unit code),
        "_million,share_percent,change_percent,contribution_points,sources\n"
    ));
    let figure = |value: Option<f64>| value.map_or(String::new(), four_decimals);
    for row in &facts.rows {
        let code = match row.heading {
            Heading::Sector(id) => data.sectors.get(id).code.clone(),
            Heading::NotItemised(id) => format!("{} not itemised", data.sectors.get(id).code),
        };
        let ids: Vec<ObservationId> =
            row.observation.into_iter().chain(row.base_observation).collect();
        csv.push_str(&format!(
            "{code},{},{},{},{},{},{},{},{}\n",
            facts.period.start(),
            facts.period.end(),
            row.now,
            row.before.map_or(String::new(), |it| it.to_string()),
            figure(row.share.map(|it| it * 100.0)),
            figure(row.change.map(|it| it * 100.0)),
            figure(row.contribution),
            addresses(data, sources, &ids),
        ));
    }
    csv
}

/// Printed from whole numbers: the standard printing of fractions weighs four kilobytes.
fn four_decimals(value: f64) -> String {
    let scaled = (value * 1e4).round() as i64;
    let sign = if scaled < 0 { "-" } else { "" };
    let scaled = scaled.unsigned_abs();
    format!("{sign}{}.{:04}", scaled / 10_000, scaled % 10_000)
}

fn unit_code(unit: Unit) -> &'static str {
    match unit {
        Unit::Money => concat!(package_text!(unit code), "_million"),
        Unit::MoneyPerDay => concat!(package_text!(unit code), "_million_per_working_day"),
        Unit::Percent => "percent",
        Unit::Index => "index",
    }
}

/// Addresses, each once, separated by spaces.
fn addresses(data: &Dataset, sources: &Sources, ids: &[ObservationId]) -> String {
    let source = |it: &ObservationId| sources.get(data.observation(*it).source);
    let mut urls: Vec<&str> = ids.iter().filter_map(source).map(|it| it.url.as_str()).collect();
    urls.dedup();
    let urls = urls.join(" ");
    if urls.contains([',', '"']) { format!("\"{}\"", urls.replace('"', "\"\"")) } else { urls }
}
