//! Calendar years over each other: what the season does.

use super::ViewInput;
use super::years::{MONTHS, dashed_from, is_lowest, month_names, rank_of_year};
use crate::calendar::{Frequency, Month};
use crate::catalogue::ViewId;
use crate::chart::scale::Baseline;
use crate::chart::{self, Axis, Line, Lines};
use crate::data::{Amount, Dataset, SectorSet, Status};
use crate::exhibit::{Citations, Datum, Exhibit, Picture};
use crate::i18n::views::trend::words;
use crate::i18n::{Format, Lang};
use crate::measure::Unit;
use crate::query::{self, DataPoint, VintageChoice};
use crate::reading::text::{Say as _, Text, say};
use crate::reading::{Reading, en, ur};
use crate::state::State;
use crate::table::{self, Cell, Column, Row, Table};

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
pub fn exhibit(input: &ViewInput) -> Exhibit {
    let &ViewInput { data, state, format, .. } = input;
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
        name: ViewId::Seasons.file(),
        reading: season_reading(data, &facts, format),
        unit: (words.unit_monthly)(format.unit(Unit::Money)),
        picture: Picture { draw: Box::new(draw), data: said, swatches, status, year: MONTHS },
        table: Table { columns, rows, whole: None },
        notes: vec![words.note_seasons.to_owned()],
        controls: Vec::new(),
        sources: Citations::InRecord,
    }
}
