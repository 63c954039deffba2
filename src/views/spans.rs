//! Exports of the chosen sectors over the spans for which they were published: a block as wide as
//! the months it covers and as high as their monthly mean, so that its area is what was exported.

use super::ViewInput;
use crate::calendar::{Frequency, Month, Span};
use crate::catalogue::ViewId;
use crate::chart::{self, Break};
use crate::data::{Amount, Dataset, SectorSet, Status};
use crate::exhibit::{Citations, Datum, Exhibit, Picture};
use crate::facts::Change;
use crate::i18n::views::breakdown::words;
use crate::i18n::{Format, Lang, isolate};
use crate::measure::{self, Measure, Unit, Value};
use crate::order::sorted_by_key;
use crate::query::{self, Series, VintageChoice};
use crate::reading::text::{Say, Text, say};
use crate::reading::{Reading, en, ur};
use crate::state::State;
use crate::table::{Cell, Column, Row, Table, amount_cell};

/// What was published of a set of sectors within a range.
#[derive(Clone, Debug, PartialEq)]
pub struct Spans {
    pub sectors: SectorSet,
    pub range: Span,
    pub vintage: VintageChoice,
    /// In order of time; the value of each is its monthly mean, US$ million.
    pub values: Vec<Value>,
    /// Months of the range without a figure.
    pub gaps: Vec<Span>,
    /// The last of them against the same months a year before, where the series does not break
    /// between.
    pub change: Option<Change>,
    /// The month in the range from which the series no longer means what it meant.
    pub break_at: Option<Month>,
}

impl Spans {
    pub fn last(&self) -> Option<&Value> {
        self.values.last()
    }

    /// The one with the highest monthly mean, the last of equals.
    pub fn highest(&self) -> Option<&Value> {
        self.values.iter().max_by(|one, other| one.value.total_cmp(&other.value))
    }
}

pub fn spans(data: &Dataset, state: &State) -> Spans {
    let series = query::series(data, state.vintage, state.sectors, Frequency::Monthly);
    of(data, &series, state.range, state.vintage)
}

/// The part of a series that lies in a range.
pub(super) fn of(data: &Dataset, series: &Series, range: Span, vintage: VintageChoice) -> Spans {
    let series_break = data.sectors.series_break(series.sectors);
    let mut values = measure::values(data, series, Measure::Level, None);
    values.retain(|it| it.span.overlaps(range));
    let change = values.last().and_then(|last| {
        let base = series.at(last.span.year_before())?;
        Change::between(last.amount, base.span, base.amount)
            .filter(|_| series_break.comparable(base.span, last.span))
    });
    let first = values.first().map(|it| it.span.start());
    Spans {
        sectors: series.sectors,
        range,
        vintage,
        gaps: query::gaps(series, range),
        change,
        break_at: series_break
            .between(range, range)
            .filter(|&it| first.is_some_and(|first| first < it)),
        values,
    }
}

pub fn exhibit(input: &ViewInput) -> Exhibit {
    let &ViewInput { data, state, format, .. } = input;
    let facts = spans(data, state);
    let strings = format.lang.strings();
    let own = words(format.lang);
    let said = facts.values.iter().enumerate().map(|(index, it)| Datum {
        at: (index, 0),
        heading: format.span(it.span),
        figures: figures(it, format),
        observations: it.observations.clone(),
        ..Datum::default()
    });
    let mut notes = vec![own.areas.to_owned()];
    if let Some(newer) = data.sectors.newer_part(facts.sectors).filter(|_| facts.break_at.is_some())
    {
        notes.push(newer.note.get(format.lang).to_owned());
    }
    let gap_label =
        if facts.sectors == data.sectors.all() { own.no_figure } else { strings.no_split };
    let selected = state.month;
    Exhibit {
        name: ViewId::Spans.file(),
        reading: reading(data, &facts, format),
        unit: (own.span_unit)(format.unit(Unit::Money)),
        table: table(data, &facts, format),
        notes,
        controls: Vec::new(),
        sources: Citations::InRecord,
        picture: Picture {
            data: said.collect(),
            swatches: Vec::new(),
            status: statuses(&facts.values),
            year: 12,
            draw: Box::new(move |frame| {
                let input = chart::Trend {
                    values: &facts.values,
                    mean: &[],
                    mean_label: "",
                    range: facts.range,
                    gaps: &facts.gaps,
                    gap_label,
                    measure: Measure::Level,
                    frequency: Frequency::Monthly,
                    selected: Some(selected),
                    break_mark: facts.break_at.map(|at| Break { at, label: strings.series_break }),
                    format,
                };
                chart::trend(&input, frame)
            }),
        },
    }
}

/// Of all that is drawn, each once, the firmest first.
pub(super) fn statuses(values: &[Value]) -> Vec<Status> {
    let used = |status: &Status| values.iter().any(|it| it.status == *status);
    Status::ALL.into_iter().filter(used).collect()
}

/// Amount, monthly mean where that is another, months, status.
pub(super) fn figures(it: &Value, format: Format) -> Vec<String> {
    let (strings, own) = (format.lang.strings(), words(format.lang));
    let mut figures = vec![format.money_exact(it.amount)];
    if !it.span.is_month() {
        let mean = format.money_value(Unit::Money, it.value);
        figures.push((own.a_month)(&mean));
        figures.push(format!("{}: {}", own.months, isolate(&format.count(it.span.len()))));
    }
    figures.push((strings.status)(it.status).to_owned());
    figures
}

fn table(data: &Dataset, facts: &Spans, format: Format) -> Table {
    let rows = facts.values.iter().rev().map(|it| row(data, it, None, format));
    Table { columns: columns(None, format), rows: rows.collect(), whole: None }
}

/// The columns of [`row`], below `first` where rows have names of their own.
pub(super) fn columns(first: Option<&str>, format: Format) -> Vec<Column> {
    let (strings, own) = (format.lang.strings(), words(format.lang));
    let money = format.unit(Unit::Money);
    let column = |heading: String, numeric: bool| Column { heading, numeric };
    let named = first.map(|it| column(it.to_owned(), false));
    named
        .into_iter()
        .chain([
            column(strings.period.to_owned(), false),
            column(format!("{} ({money})", own.exports), true),
            column(format!("{} ({money})", own.monthly_mean), true),
            column(own.months.to_owned(), true),
            column(strings.status_heading.to_owned(), false),
            column(strings.published.to_owned(), false),
        ])
        .collect()
}

/// A span: period, amount, monthly mean, months, status, when it was published.
pub(super) fn row(data: &Dataset, it: &Value, name: Option<&str>, format: Format) -> Row {
    let order = |month: Month| f64::from(month.year() * 12 + i32::from(month.number()));
    let published = it.observations.iter().map(|&it| data.observation(it).published).max();
    let months = it.span.len();
    let mut cells: Vec<Cell> = name.map(Cell::words).into_iter().collect();
    cells.extend([
        Cell::number(format.span(it.span), order(it.span.start())),
        amount_cell(it.amount, format),
        Cell::number(format.value(Unit::Money, it.value), format.in_unit(Unit::Money, it.value)),
        Cell::number(format.count(months), months as f64),
        Cell::words((format.lang.strings().status)(it.status)),
        published.map_or(Cell::words(""), |date| {
            let day = order(date.month) * 32.0 + f64::from(date.day.unwrap_or(0));
            Cell::number(format.date(date), day)
        }),
    ]);
    let single = it.span.is_month() && data.monthly_record().contains(it.span);
    Row { cells, observations: it.observations.clone(), month: single.then_some(it.span.end()) }
}

/// A monthly mean, rounded to thousands of dollars for wording.
pub(super) fn mean(it: &Value) -> Amount {
    Amount::from_thousands((it.value * 1000.0).round() as i64)
}

fn reading(data: &Dataset, facts: &Spans, format: Format) -> Reading {
    let text = &mut Text::new(format);
    match (format.lang.spoken(), facts.sectors.is_empty()) {
        (Lang::En, true) => en::nothing_chosen(text),
        (Lang::Ur, true) => ur::nothing_chosen(text),
        (Lang::En, false) => in_english(text, data, facts),
        (Lang::Ur, false) => in_urdu(text, data, facts),
    }
}

/// How many of the values cover more than a month.
fn longer(facts: &Spans) -> usize {
    facts.values.iter().filter(|it| !it.span.is_month()).count()
}

fn in_english(text: &mut Text, data: &Dataset, facts: &Spans) -> Reading {
    let exports = en::Exports(data, facts.sectors);
    let (Some(last), Some(highest)) = (facts.last(), facts.highest()) else {
        say!(text, "No figure for ", exports, " in ", facts.range);
        let title = text.take();
        say!(text, "No figure for ", exports, " is published for ", facts.range);
        text.stop();
        return Reading { title, sentence: text.take() };
    };
    say!(text, exports, " in ", last.span, ": ", mean(last));
    if !last.span.is_month() {
        say!(text, " a month");
    }
    let title = text.take();
    say!(text, "In ", last.span, " ", exports, " came to ", last.amount);
    if !last.span.is_month() {
        say!(text, " or ", mean(last), " a month");
    }
    if let Some(change) = facts.change {
        say!(text, ", ");
        en::compared(text, change);
        say!(text, "in ", change.base);
    }
    text.stop();
    if facts.values.len() > 1 {
        let what = if longer(facts) > 0 { "monthly mean" } else { "figure" };
        if highest.span == last.span {
            say!(text, "That is the highest ", what, " shown");
        } else {
            say!(text, "The highest ", what, " shown is ", mean(highest), ", in ", highest.span);
        }
        text.stop();
        match (longer(facts), facts.values.len()) {
            (0, _) => {}
            (long, all) => {
                say!(text, long, " of the ", all, " figures shown ");
                say!(text, if long == 1 { "covers" } else { "cover" }, " more than a month");
                text.stop();
            }
        }
    }
    en::missing(text, "figure", &facts.gaps, facts.range);
    en::series_break(text, data, facts.break_at);
    if let Some(status) = en::status(last.status) {
        say!(text, "The last figure is ", status);
        text.stop();
    }
    en::vintage(text, facts.vintage);
    Reading { title, sentence: text.take() }
}

fn in_urdu(text: &mut Text, data: &Dataset, facts: &Spans) -> Reading {
    let exports = ur::Exports(data, facts.sectors);
    let (Some(last), Some(highest)) = (facts.last(), facts.highest()) else {
        return ur::not_published(text, exports, ur::Period(facts.range));
    };
    let period = ur::Period(last.span);
    say!(text, period, " میں ", exports, ": ");
    if !last.span.is_month() {
        say!(text, "ماہانہ ");
    }
    say!(text, mean(last));
    let title = text.take();
    say!(text, period, " میں ", exports, " ", last.amount);
    if !last.span.is_month() {
        say!(text, " یعنی ماہانہ ", mean(last));
    }
    say!(text, " رہیں");
    if let Some(change) = facts.change {
        say!(text, "، جو ");
        ur::compared(text, change, &ur::Period(change.base));
        say!(text, " ہیں");
    }
    text.stop();
    if facts.values.len() > 1 {
        let what = if longer(facts) > 0 { "ماہانہ اوسط" } else { "سطح" };
        if highest.span == last.span {
            say!(text, "یہ دکھائی گئی مدت کی بلند ترین ", what, " ہے");
        } else {
            say!(text, "دکھائی گئی مدت کی بلند ترین ", what, " ", mean(highest), " ہے، جو ");
            say!(text, ur::Period(highest.span), " میں رہی");
        }
        text.stop();
        match (longer(facts), facts.values.len()) {
            (0, _) => {}
            (1, all) => {
                say!(text, "دکھائے گئے ", all, " اعداد میں سے 1 ایک ماہ سے زیادہ کا ہے");
            }
            (long, all) => {
                say!(text, "دکھائے گئے ", all, " اعداد میں سے ", long);
                say!(text, " ایک ماہ سے زیادہ کے ہیں");
            }
        }
        text.stop();
    }
    ur::missing(text, "کا عدد شائع نہیں ہوا", &facts.gaps, facts.range);
    ur::series_break(text, data, facts.break_at);
    if let Some(status) = ur::status(last.status) {
        say!(text, "آخری عدد ", status);
        text.stop();
    }
    ur::vintage(text, facts.vintage);
    Reading { title, sentence: text.take() }
}

/// Values of several headings in order of heading, then of time, the latest first.
pub(super) fn rows_of(data: &Dataset, named: &[(String, &[Value])], format: Format) -> Vec<Row> {
    let all = named.iter().enumerate();
    let all = all.flat_map(|(place, (name, values))| {
        values.iter().map(move |it| (place, name.as_str(), it))
    });
    let sorted = sorted_by_key(all, |(place, _, it)| {
        (*place, std::cmp::Reverse((it.span.end(), it.span.len())))
    });
    sorted.into_iter().map(|(_, name, it)| row(data, it, Some(name), format)).collect()
}
