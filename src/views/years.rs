//! Fiscal years and calendar years laid over each other.

use crate::calendar::{FiscalYear, Frequency, Month, Span};
use crate::chart::scale::Baseline;
use crate::chart::{self, Axis, Ink, Line, Lines, Weight};
use crate::data::{Amount, Dataset, SectorSet, Status};
use crate::exhibit::{Citations, Datum, Exhibit, Picture};
use crate::facts::Change;
use crate::i18n::views::trend::words;
use crate::i18n::{Format, Lang};
use crate::measure::Unit;
use crate::package_text;
use crate::query::{self, DataPoint, Series, VintageChoice};
use crate::reading::text::{Say as _, Text, say};
use crate::reading::{Reading, en, ur};
use crate::state::State;
use crate::table::{self, Cell, Column, Row, Table};

/// The months of a year of either kind.
const MONTHS: usize = 12;

/// What fiscal years had exported by the end of each of their months.
#[derive(Clone, Debug, PartialEq)]
pub struct FiscalYears {
    pub sectors: SectorSet,
    pub vintage: VintageChoice,
    /// The fiscal year of the chosen month.
    pub year: FiscalYear,
    /// In order of time; those with no sum at all are left out.
    pub paths: Vec<Path>,
    /// From July to the chosen month, or to the last month before it up to which the year can be
    /// added up; `None` where it cannot be at all.
    pub to_date: Option<ToDate>,
    /// The chosen year from July to June, where all of it is known.
    pub whole: Option<(DataPoint, Option<Change>)>,
}

/// One fiscal year.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    pub year: FiscalYear,
    /// From July to each month; `None` where a month of them is missing.
    pub sums: [Option<DataPoint>; MONTHS],
}

/// A sum from July on, beside those of the same months of other years.
#[derive(Clone, Debug, PartialEq)]
pub struct ToDate {
    pub sum: DataPoint,
    pub change: Option<Change>,
    /// 1 for the highest of the same months of all years.
    pub place: usize,
    /// How many years there are for which these months can be added up.
    pub of: usize,
    /// Whether another year has the same sum.
    pub tied: bool,
}

/// Whether figures of both spans mean the same.
pub(super) fn unbroken(data: &Dataset, sectors: SectorSet, base: Span, now: Span) -> bool {
    let break_at = data.sectors.break_in(sectors);
    break_at.is_none_or(|it| it <= base.start() || now.end() < it)
}

/// The change of a sum on the same months a year before.
fn on_year(data: &Dataset, series: &Series, now: &DataPoint) -> Option<Change> {
    let base = now.span.year_before();
    let before = series.sum(base).filter(|_| unbroken(data, series.sectors, base, now.span))?;
    Change::between(now.amount, base, before.amount)
}

pub fn fiscal_year_facts(data: &Dataset, state: &State) -> FiscalYears {
    let &State { vintage, sectors, month, range, .. } = state;
    let series = query::series(data, vintage, sectors, Frequency::Monthly);
    let year = month.fiscal_year();
    let sums = |year: FiscalYear| {
        let july = year.span().start();
        std::array::from_fn(|place| series.sum(Span::new(july, july.plus(place as i32))?))
    };
    let record = data.monthly_record();
    let shown = |year: FiscalYear| {
        let span = year.span();
        span.overlaps(record) && (span.overlaps(range) || span.contains(month.into()))
    };
    let ends = Frequency::FiscalYear.period_of(record.start()).start();
    let count = record.end().since(ends) / 12 + 1;
    let years: Vec<FiscalYear> = (0..count).map(|it| ends.plus(12 * it).fiscal_year()).collect();
    let all: Vec<Path> = years.iter().map(|&year| Path { year, sums: sums(year) }).collect();
    let place = usize::try_from(month.since(year.span().start())).unwrap_or(0);
    let own = all.iter().find(|it| it.year == year);
    let to_date = own.and_then(|own| own.sums.iter().take(place + 1).rev().flatten().next());
    let to_date = to_date.map(|sum| {
        let place = sum.span.len() - 1;
        let same: Vec<Amount> = all
            .iter()
            .filter_map(|it| it.sums[place].as_ref())
            .filter(|it| {
                let (first, last) = (it.span.min(sum.span), it.span.max(sum.span));
                unbroken(data, sectors, first, last)
            })
            .map(|it| it.amount)
            .collect();
        ToDate {
            change: on_year(data, &series, sum),
            place: 1 + same.iter().filter(|&&it| it > sum.amount).count(),
            of: same.len(),
            tied: same.iter().filter(|&&it| it == sum.amount).count() > 1,
            sum: sum.clone(),
        }
    });
    let whole = own.and_then(|own| own.sums[MONTHS - 1].clone());
    let whole = whole.map(|it| {
        let change = on_year(data, &series, &it);
        (it, change)
    });
    let drawn = |it: &Path| shown(it.year) && it.sums.iter().flatten().next().is_some();
    FiscalYears {
        sectors,
        vintage,
        year,
        paths: all.into_iter().filter(drawn).collect(),
        to_date,
        whole,
    }
}

/// The fiscal year that can be added up to the chosen month is the finding.
fn fiscal_year_reading(data: &Dataset, facts: &FiscalYears, format: Format) -> Reading {
    let text = &mut Text::new(format);
    match (format.lang.spoken(), facts.sectors.is_empty()) {
        (Lang::En, true) => en::nothing_chosen(text),
        (Lang::Ur, true) => ur::nothing_chosen(text),
        (Lang::En, false) => fiscal_years_en(text, data, facts),
        (Lang::Ur, false) => fiscal_years_ur(text, data, facts),
    }
}

fn fiscal_years_en(text: &mut Text, data: &Dataset, facts: &FiscalYears) -> Reading {
    let exports = en::Exports(data, facts.sectors);
    let year = text.format.fiscal_year(facts.year.span().end());
    let same = |text: &mut Text, base: Span| {
        if base.is_month() || base.is_fiscal_year() {
            say!(text, "in ", base);
        } else {
            say!(text, "in the same months of ", text.format.fiscal_year(base.end()));
        }
    };
    let Some(it) = &facts.to_date else {
        say!(text, "No sum of ", exports, " for ", year);
        let title = text.take();
        say!(text, "The months of ", year, " cannot be added up for ", exports);
        say!(
            text,
            concat!(
                ": not every one of them is published from ",
                package_text!(first month en),
                " on"
            )
        );
        text.stop();
        return Reading { title, sentence: text.take() };
    };
    say!(text, it.sum.span, ": ", exports, " at ", it.sum.amount);
    if let Some(change) = it.change {
        say!(text, ", ");
        en::compared(text, change);
        same(text, change.base);
    }
    let title = text.take();
    say!(text, "In ", it.sum.span, " ", exports, " came to ", it.sum.amount);
    if let Some(change) = it.change {
        say!(text, ", ");
        en::compared(text, change);
        same(text, change.base);
    }
    text.stop();
    if it.of > 1 {
        say!(text, "Of the ", en::InWords(it.of), " years for which ");
        let one = it.sum.span.is_month();
        say!(text, if one { "this month" } else { "these months" });
        say!(text, if one { " is known, it is " } else { " are known, it is " });
        say!(text, if it.tied { "jointly the " } else { "the " });
        if is_lowest(it.place, it.of) {
            say!(text, "lowest");
        } else {
            en::ordinal_highest(text, it.place);
        }
        text.stop();
    }
    if let Some((whole, change)) = facts.whole.as_ref().filter(|it| it.0.span != facts_span(facts))
    {
        say!(text, year, " as a whole came to ", whole.amount);
        if let Some(change) = change {
            say!(text, ", ");
            en::compared(text, *change);
            same(text, change.base);
        }
        text.stop();
    }
    if let Some(status) = en::status(it.sum.status) {
        let one = it.sum.observations.len() == 1;
        say!(text, if one { "The figure is " } else { "At least one of the figures added up is " });
        say!(text, status);
        text.stop();
    }
    en::vintage(text, facts.vintage);
    Reading { title, sentence: text.take() }
}

/// Whether a place, 1 for the highest of so many, is better told from below.
fn is_lowest(place: usize, of: usize) -> bool {
    place == of && of > 2
}

/// The months added up to date.
fn facts_span(facts: &FiscalYears) -> Span {
    facts.to_date.as_ref().map_or(facts.year.span(), |it| it.sum.span)
}

fn fiscal_years_ur(text: &mut Text, data: &Dataset, facts: &FiscalYears) -> Reading {
    let exports = ur::Exports(data, facts.sectors);
    let year = text.format.fiscal_year(facts.year.span().end());
    let Some(it) = &facts.to_date else {
        say!(text, year, ": ", exports, " کا مجموعہ دستیاب نہیں");
        let title = text.take();
        say!(text, exports, " کے لیے ", year, " کے مہینے جمع نہیں ہو سکتے");
        say!(
            text,
            concat!(
                "، کیونکہ ",
                package_text!(first month ur),
                " سے ہر مہینے کا عدد شائع نہیں ہوا"
            )
        );
        text.stop();
        return Reading { title, sentence: text.take() };
    };
    let span = ur::Period(it.sum.span);
    say!(text, span, " میں ", exports, " ", it.sum.amount);
    if let Some(change) = it.change {
        say!(text, "، ");
        ur::compared(text, change, &ur::Period(change.base));
    }
    let title = text.take();
    say!(text, span, " میں ", exports, " ", it.sum.amount, " رہیں");
    if let Some(change) = it.change {
        say!(text, "، یعنی ");
        ur::compared(text, change, &ur::Period(change.base));
    }
    text.stop();
    if it.of > 1 {
        let months = if it.sum.span.is_month() { "اس مہینے" } else { "ان مہینوں" };
        say!(text, "جن ", ur::InWords(it.of), " برسوں کے لیے ", months);
        say!(text, " کے اعداد معلوم ہیں، ان میں یہ ");
        say!(text, if it.tied { "مشترکہ طور پر " } else { "" });
        if is_lowest(it.place, it.of) {
            say!(text, "کم ترین");
        } else {
            ur::ordinal_highest(text, it.place);
        }
        say!(text, " رقم ہے");
        text.stop();
    }
    if let Some((whole, change)) = facts.whole.as_ref().filter(|it| it.0.span != facts_span(facts))
    {
        say!(text, "پورے ", year, " میں یہ ", whole.amount, " رہیں");
        if let Some(change) = change {
            say!(text, "، یعنی ");
            ur::compared(text, *change, &ur::Period(change.base));
        }
        text.stop();
    }
    if let Some(status) = ur::status(it.sum.status) {
        let one = it.sum.observations.len() == 1;
        say!(
            text,
            if one {
                "یہ عدد "
            } else {
                "جمع کیے گئے اعداد میں سے کم از کم ایک "
            }
        );
        say!(text, status);
        text.stop();
    }
    ur::vintage(text, facts.vintage);
    Reading { title, sentence: text.take() }
}

/// Names of months from `first` on.
pub(super) fn month_names(format: Format, first: u8) -> Vec<String> {
    let names = format.lang.strings().months_short;
    (0..MONTHS).map(|it| names[(it + usize::from(first) - 1) % MONTHS].to_owned()).collect()
}

/// How the chosen year, the one before it and the rest are drawn.
fn rank_of_year(years_before: i32) -> (Ink, Weight) {
    match years_before {
        0 => (Ink::Total, Weight::Strong),
        1 => (Ink::Bar, Weight::Plain),
        _ => (Ink::Rest, Weight::Thin),
    }
}

fn dashed_from(statuses: impl Iterator<Item = Option<Status>>) -> Option<usize> {
    statuses.into_iter().position(|it| it == Some(Status::Provisional))
}

/// Each fiscal year's exports since July, one line a year.
pub fn fiscal_years(data: &Dataset, state: &State, format: Format) -> Exhibit {
    let facts = fiscal_year_facts(data, state);
    let words = words(format.lang);
    let strings = format.lang.strings();
    let reading = fiscal_year_reading(data, &facts, format);
    let lines: Vec<Line> = facts
        .paths
        .iter()
        .map(|path| {
            let (ink, weight) = rank_of_year(facts.year.ending() - path.year.ending());
            let values = path.sums.iter().map(|it| it.as_ref().map(|it| it.amount.millions()));
            let name = format.fiscal_year_short(path.year);
            let statuses = path.sums.iter().map(|it| it.as_ref().map(|it| it.status));
            Line {
                dashed_from: dashed_from(statuses),
                ..Line::new(name, values.collect(), ink, weight)
            }
        })
        .collect();
    let series = query::series(data, state.vintage, state.sectors, Frequency::Monthly);
    let said = facts.paths.iter().enumerate().flat_map(|(line, path)| {
        let sums = path.sums.iter().enumerate();
        sums.filter_map(move |(place, sum)| Some((line, place, sum.as_ref()?)))
    });
    let said: Vec<Datum> = said
        .map(|(line, place, sum)| {
            let change = on_year(data, &series, sum).map(|it| {
                let base = format.span(it.base);
                format!("{} {}", format.signed_percent(it.percent()), (strings.on_base)(&base))
            });
            Datum {
                at: (place, line),
                heading: format.span(sum.span),
                figures: [Some(format.money_exact(sum.amount)), change]
                    .into_iter()
                    .flatten()
                    .collect(),
                observations: sum.observations.clone(),
                ..Datum::default()
            }
        })
        .collect();
    let selected = facts.to_date.as_ref().and_then(|it| {
        let line = facts.paths.iter().position(|path| path.year == facts.year)?;
        Some((line, it.sum.span.len() - 1))
    });
    let mut swatches = Vec::new();
    for path in facts.paths.iter().rev() {
        let years = facts.year.ending() - path.year.ending();
        let name = match years {
            0 => (words.swatch_this_year)(&format.fiscal_year_short(path.year)),
            1 => (words.swatch_year_before)(&format.fiscal_year_short(path.year)),
            _ => words.swatch_other_years.to_owned(),
        };
        let (ink, _) = rank_of_year(years);
        if !swatches.iter().any(|(it, _)| *it == ink) {
            swatches.push((ink, name));
        }
    }
    let mut status: Vec<Status> =
        facts.paths.iter().flat_map(|it| it.sums.iter().flatten()).map(|it| it.status).collect();
    status.sort_unstable();
    status.dedup();
    let table = fiscal_year_table(data, &series, &facts, format);
    let places = month_names(format, package_text::first_month());
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
    Exhibit {
        name: "fiscal-years",
        reading,
        unit: (words.unit_to_date)(format.unit(Unit::Money)),
        picture: Picture { draw: Box::new(draw), said, swatches, status, year: MONTHS },
        table,
        notes: vec![words.note_sums.to_owned()],
        controls: Vec::new(),
        sources: Citations::InRecord,
    }
}

/// A row for each sum, the latest first.
fn fiscal_year_table(
    data: &Dataset,
    series: &Series,
    facts: &FiscalYears,
    format: Format,
) -> Table {
    let (words, strings) = (words(format.lang), format.lang.strings());
    let money = format.unit(Unit::Money);
    let column = |heading: String, numeric: bool| Column { heading, numeric };
    let columns = vec![
        column(strings.period.to_owned(), false),
        column(format!("{} ({money})", words.sum_since_first), true),
        column(format!("{} ({money})", words.year_before), true),
        column(strings.change_on_year.to_owned(), true),
        column(strings.status_heading.to_owned(), false),
    ];
    let sums = facts.paths.iter().rev().flat_map(|it| it.sums.iter().rev().flatten());
    let rows = sums.map(|sum| {
        let change = on_year(data, series, sum);
        let end = sum.span.end();
        Row {
            cells: vec![
                Cell::number(format.span(sum.span), f64::from(end.since(Month::ZERO))),
                table::amount_cell(sum.amount, format),
                change.map_or(Cell::words(""), |it| table::amount_cell(it.base_amount, format)),
                Cell::optional(change.map(|it| it.percent()), |it| format.signed_percent(it)),
                Cell::words((strings.status)(sum.status)),
            ],
            observations: sum.observations.clone(),
            month: data.monthly_record().contains(end.into()).then_some(end),
        }
    });
    Table { columns, rows: rows.collect(), whole: None }
}

/// Calendar years over each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Seasons {
    pub sectors: SectorSet,
    pub vintage: VintageChoice,
    pub month: Month,
    /// In order of time; those without a single month are left out.
    pub years: Vec<CalendarYear>,
    /// The chosen month among the published months of its year; `None` where it is not published.
    pub own: Option<Own>,
    /// Years of which every month is published, shown or not.
    pub complete: usize,
    pub highest: Tally,
    pub lowest: Tally,
}

/// One calendar year.
#[derive(Clone, Debug, PartialEq)]
pub struct CalendarYear {
    pub year: i32,
    /// January to December; `None` where a month is not published by itself.
    pub months: [Option<DataPoint>; MONTHS],
}

/// A month among those of its year.
#[derive(Clone, Debug, PartialEq)]
pub struct Own {
    pub amount: Amount,
    pub status: Status,
    /// 1 for the highest.
    pub place: usize,
    /// Published months of the year.
    pub of: usize,
    pub tied: bool,
}

/// Which months were most often at the end of a year's scale.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Numbers of the months that were it equally often, 1 for January.
    pub months: Vec<u8>,
    /// In how many years.
    pub years: usize,
}

impl Tally {
    /// Counts in how many years each month was `best`; equals of one year count all.
    fn of(
        years: &[&CalendarYear],
        best: impl Fn(&mut dyn Iterator<Item = Amount>) -> Option<Amount>,
    ) -> Tally {
        let mut counts = [0; MONTHS];
        for year in years {
            let amount = |it: &Option<DataPoint>| it.as_ref().map(|it| it.amount);
            let extreme = best(&mut year.months.iter().filter_map(amount));
            for (count, month) in counts.iter_mut().zip(&year.months) {
                *count += usize::from(extreme.is_some() && amount(month) == extreme);
            }
        }
        let most = counts.into_iter().max().unwrap_or(0);
        let months =
            (1..=MONTHS as u8).filter(|&it| most > 0 && counts[usize::from(it) - 1] == most);
        Tally { months: months.collect(), years: most }
    }

    /// The month that was it most often, where there is only one such.
    fn only(&self) -> Option<u8> {
        match self.months.as_slice() {
            &[month] => Some(month),
            _ => None,
        }
    }
}

pub fn season_facts(data: &Dataset, state: &State) -> Seasons {
    let &State { vintage, sectors, month, range, .. } = state;
    let series = query::series(data, vintage, sectors, Frequency::Monthly);
    let record = data.monthly_record();
    let all: Vec<CalendarYear> = (record.start().year()..=record.end().year())
        .map(|year| {
            let point = |place: usize| {
                let month = Month::new(year, place as u8 + 1)?;
                series.at(month.into()).filter(|_| record.contains(month.into())).cloned()
            };
            CalendarYear { year, months: std::array::from_fn(point) }
        })
        .collect();
    let complete: Vec<&CalendarYear> =
        all.iter().filter(|it| it.months.iter().all(Option::is_some)).collect();
    let own = all.iter().find(|it| it.year == month.year()).and_then(|year| {
        let own = year.months[usize::from(month.number()) - 1].as_ref()?;
        let others = || year.months.iter().flatten().map(|it| it.amount);
        Some(Own {
            amount: own.amount,
            status: own.status,
            place: 1 + others().filter(|&it| it > own.amount).count(),
            of: others().count(),
            tied: others().filter(|&it| it == own.amount).count() > 1,
        })
    });
    let (count, highest, lowest) = (
        complete.len(),
        Tally::of(&complete, |amounts| amounts.max()),
        Tally::of(&complete, |amounts| amounts.min()),
    );
    let years = all.into_iter().filter(|it| {
        let january = Month::new(it.year, 1).unwrap_or(month);
        let shown = Frequency::CalendarYear.period_of(january).overlaps(range);
        (shown || it.year == month.year()) && it.months.iter().any(Option::is_some)
    });
    Seasons {
        sectors,
        vintage,
        month,
        years: years.collect(),
        own,
        complete: count,
        highest,
        lowest,
    }
}

/// So many years are needed for a habit.
const YEARS_FOR_A_HABIT: usize = 3;
/// More months than these are not named one by one.
const MONTHS_NAMED: usize = 3;

/// The month that is the highest more often than not, in enough years.
fn usual(facts: &Seasons) -> Option<u8> {
    let often = facts.complete >= YEARS_FOR_A_HABIT && 2 * facts.highest.years > facts.complete;
    facts.highest.only().filter(|_| often)
}

fn season_reading(data: &Dataset, facts: &Seasons, format: Format) -> Reading {
    let text = &mut Text::new(format);
    match (format.lang.spoken(), facts.sectors.is_empty()) {
        (Lang::En, true) => en::nothing_chosen(text),
        (Lang::Ur, true) => ur::nothing_chosen(text),
        (Lang::En, false) => seasons_en(text, data, facts),
        (Lang::Ur, false) => seasons_ur(text, data, facts),
    }
}

/// The names of months as a list.
fn listed(format: Format, months: &[u8], and: &str) -> String {
    let names = format.lang.strings().months;
    let mut list = String::new();
    for (place, &month) in months.iter().enumerate() {
        list.push_str(match place {
            0 => "",
            place if place + 1 == months.len() => and,
            _ => format.lang.strings().comma,
        });
        list.push_str(names[usize::from(month) - 1]);
    }
    list
}

fn seasons_en(text: &mut Text, data: &Dataset, facts: &Seasons) -> Reading {
    let format = text.format;
    let exports = en::Exports(data, facts.sectors);
    let name = |it: u8| listed(format, &[it], "");
    match (usual(facts), facts.highest.only()) {
        _ if facts.complete == 0 => say!(text, exports, " by month of the year"),
        (Some(month), _) => say!(text, exports, " are usually highest in ", name(month)),
        (None, Some(month)) if facts.complete >= YEARS_FOR_A_HABIT && facts.highest.years > 1 => {
            say!(text, exports, ": ", name(month), " is the month that is highest most often");
        }
        _ => say!(text, exports, ": no month is regularly the highest of its year"),
    }
    let title = text.take();
    match &facts.own {
        Some(own) => {
            say!(text, "In ", facts.month, " ", exports, " came to ", own.amount);
            if own.of > 1 {
                let year = facts.month.year().to_string();
                say!(text, if own.tied { ", jointly the " } else { ", the " });
                if is_lowest(own.place, own.of) {
                    say!(text, "lowest");
                } else {
                    en::ordinal_highest(text, own.place);
                }
                say!(text, " of the ", en::InWords(own.of), " published months of ", year);
            }
        }
        None => say!(text, "No figure of its own is published for ", exports, " in ", facts.month),
    }
    text.stop();
    if facts.complete == 0 {
        say!(text, "There is no calendar year of which every month is published by itself");
        text.stop();
    } else {
        let tally = |text: &mut Text, tally: &Tally, what: &str| {
            match (tally.months.len(), tally.years) {
                (1, _) => say!(text, listed(format, &tally.months, ""), " was the ", what, " in "),
                (2..=MONTHS_NAMED, _) => {
                    say!(
                        text,
                        listed(format, &tally.months, " and "),
                        " were each the ",
                        what,
                        " in "
                    );
                }
                (many, _) => say!(text, en::InWords(many), " months were each the ", what, " in "),
            }
            say!(text, en::InWords(tally.years));
        };
        match facts.complete {
            1 => say!(text, "In the one calendar year of which every month is published, "),
            _ => {
                say!(text, "Of the ", en::InWords(facts.complete), " calendar years of which ");
                say!(text, "every month is published, ");
            }
        }
        if facts.complete == 1 {
            say!(text, listed(format, &facts.highest.months, " and "), " was the highest and ");
            say!(text, listed(format, &facts.lowest.months, " and "), " the lowest month");
        } else {
            tally(text, &facts.highest, "highest");
            say!(text, "; ");
            tally(text, &facts.lowest, "lowest");
        }
        text.stop();
    }
    if let Some(status) = facts.own.as_ref().and_then(|it| en::status(it.status)) {
        say!(text, "The figure of ", facts.month, " is ", status);
        text.stop();
    }
    en::vintage(text, facts.vintage);
    Reading { title, sentence: text.take() }
}

fn seasons_ur(text: &mut Text, data: &Dataset, facts: &Seasons) -> Reading {
    let format = text.format;
    let exports = ur::Exports(data, facts.sectors);
    let name = |it: u8| listed(format, &[it], "");
    match (usual(facts), facts.highest.only()) {
        _ if facts.complete == 0 => say!(text, exports, " سال کے مہینوں کے لحاظ سے"),
        (Some(month), _) => say!(text, exports, " عموماً ", name(month), " میں بلند ترین ہوتی ہیں"),
        (None, Some(month)) if facts.complete >= YEARS_FOR_A_HABIT && facts.highest.years > 1 => {
            say!(text, exports, ": سب سے زیادہ بار ", name(month), " بلند ترین رہا");
        }
        _ => say!(text, exports, ": کوئی ایک مہینہ باقاعدگی سے سال کا بلند ترین نہیں"),
    }
    let title = text.take();
    match &facts.own {
        Some(own) => {
            say!(text, facts.month, " میں ", exports, " ", own.amount, " رہیں");
            if own.of > 1 {
                let year = facts.month.year().to_string();
                say!(text, "، جو ", year, " کے شائع شدہ ", ur::InWords(own.of), " مہینوں میں ");
                say!(text, if own.tied { "مشترکہ طور پر " } else { "" });
                if is_lowest(own.place, own.of) {
                    say!(text, "کم ترین");
                } else {
                    ur::ordinal_highest(text, own.place);
                }
                say!(text, " سطح ہے");
            }
        }
        None => say!(text, facts.month, " کے لیے ", exports, " کا الگ عدد شائع نہیں ہوا"),
    }
    text.stop();
    if facts.complete == 0 {
        say!(text, "ایسا کوئی کیلنڈر سال نہیں جس کے تمام مہینے الگ الگ شائع ہوئے ہوں");
    } else {
        let tally = |text: &mut Text, tally: &Tally, what: &str| {
            say!(text, ur::InWords(tally.years), " میں ");
            match tally.months.len() {
                1 => say!(text, listed(format, &tally.months, ""), " ", what, " رہا"),
                2..=MONTHS_NAMED => {
                    say!(text, listed(format, &tally.months, " اور "), " میں سے ہر ایک ", what);
                    say!(text, " رہا");
                }
                many => say!(text, ur::InWords(many), " مہینوں میں سے ہر ایک ", what, " رہا"),
            }
        };
        if facts.complete == 1 {
            say!(text, "جس ایک کیلنڈر سال کے تمام مہینے شائع ہوئے، اس میں ");
            say!(text, listed(format, &facts.highest.months, " اور "), " بلند ترین اور ");
            say!(text, listed(format, &facts.lowest.months, " اور "), " کم ترین رہا");
        } else {
            say!(
                text,
                "جن ",
                ur::InWords(facts.complete),
                " کیلنڈر برسوں کے تمام مہینے شائع ہوئے، ان میں سے "
            );
            tally(text, &facts.highest, "بلند ترین");
            say!(text, "؛ ");
            tally(text, &facts.lowest, "کم ترین");
        }
    }
    text.stop();
    if let Some(status) = facts.own.as_ref().and_then(|it| ur::status(it.status)) {
        say!(text, facts.month, " کا عدد ", status);
        text.stop();
    }
    ur::vintage(text, facts.vintage);
    Reading { title, sentence: text.take() }
}

/// A line a calendar year, January to December.
pub fn seasons(data: &Dataset, state: &State, format: Format) -> Exhibit {
    let facts = season_facts(data, state);
    let (words, strings) = (words(format.lang), format.lang.strings());
    let lines: Vec<Line> = facts
        .years
        .iter()
        .map(|it| {
            let (ink, weight) = rank_of_year(facts.month.year() - it.year);
            let values = it.months.iter().map(|it| it.as_ref().map(|it| it.amount.millions()));
            let statuses = it.months.iter().map(|it| it.as_ref().map(|it| it.status));
            Line {
                dashed_from: dashed_from(statuses),
                ..Line::new(it.year.to_string(), values.collect(), ink, weight)
            }
        })
        .collect();
    let published = facts.years.iter().enumerate().flat_map(|(line, year)| {
        let months = year.months.iter().enumerate();
        months.filter_map(move |(place, it)| Some((line, place, year, it.as_ref()?)))
    });
    let rank = |year: &CalendarYear, amount: Amount| {
        let months = year.months.iter().flatten();
        (1 + months.clone().filter(|it| it.amount > amount).count(), months.count())
    };
    let said: Vec<Datum> = published
        .clone()
        .map(|(line, place, year, it)| {
            let (rank, of) = rank(year, it.amount);
            Datum {
                at: (place, line),
                heading: format.span(it.span),
                figures: vec![format.money_exact(it.amount), (words.place_in_year)(rank, of)],
                observations: it.observations.clone(),
                ..Datum::default()
            }
        })
        .collect();
    let mut status: Vec<Status> = published.clone().map(|it| it.3.status).collect();
    status.sort_unstable();
    status.dedup();
    let mut swatches = Vec::new();
    for it in facts.years.iter().rev() {
        let years = facts.month.year() - it.year;
        let name = match years {
            0 => (words.swatch_this_year)(&it.year.to_string()),
            1 => (words.swatch_year_before)(&it.year.to_string()),
            _ => words.swatch_other_years.to_owned(),
        };
        let (ink, _) = rank_of_year(years);
        if !swatches.iter().any(|(it, _)| *it == ink) {
            swatches.push((ink, name));
        }
    }
    let column = |heading: String, numeric: bool| Column { heading, numeric };
    let columns = vec![
        column(strings.month.to_owned(), false),
        column(format!("{} ({})", words.exports, format.unit(Unit::Money)), true),
        column(words.rank.to_owned(), true),
        column(strings.status_heading.to_owned(), false),
    ];
    let mut rows: Vec<Row> = published
        .map(|(_, _, year, it)| {
            let (rank, of) = rank(year, it.amount);
            let month = it.span.end();
            Row {
                cells: vec![
                    Cell::number(format.month(month), f64::from(month.since(Month::ZERO))),
                    table::amount_cell(it.amount, format),
                    Cell::number((words.rank_of)(rank, of), rank as f64),
                    Cell::words((strings.status)(it.status)),
                ],
                observations: it.observations.clone(),
                month: Some(month),
            }
        })
        .collect();
    rows.reverse();
    let own = facts.years.iter().position(|it| it.year == facts.month.year());
    let selected = own.filter(|_| facts.own.is_some());
    let selected = selected.map(|line| (line, usize::from(facts.month.number()) - 1));
    let places = month_names(format, 1);
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
    Exhibit {
        name: "seasons",
        reading: season_reading(data, &facts, format),
        unit: (words.unit_monthly)(format.unit(Unit::Money)),
        picture: Picture { draw: Box::new(draw), said, swatches, status, year: MONTHS },
        table: Table { columns, rows, whole: None },
        notes: vec![words.note_seasons.to_owned()],
        controls: Vec::new(),
        sources: Citations::InRecord,
    }
}
