//! English sentences.

use super::text::{Base, Index, PerDay, Percent, Points, Say, Text, Times, say};
use super::{
    Claim, Course, Finding, Portion, Reading, Size, Subject, When, break_in_columns, changes,
    contrary_per_day, countered, course, finding, is_regular, millions, missing_months,
    monthly_mean, names_peak, newer_heading, opposed, other_print, size, standing, subject,
    years_between,
};
use crate::calendar::{Date, Frequency, Month, Span};
use crate::data::{Dataset, SectorId, SectorSet, Status};
use crate::facts::{
    Availability, Basis, Breakdown, Change, Contributor, Direction, Growth, Headline, Mix, Parts,
    PerDayChange, Rank, Run, Trend, Whole, YearToDate,
};
use crate::measure::{self, Measure, Value};
use crate::query::{Heading, VintageChoice};

pub fn headline(text: &mut Text, data: &Dataset, facts: &Headline) -> Reading {
    say!(text, concat!(package_text!(subject en), " in "), facts.month, ": ");
    if standing(facts).is_some_and(|it| it.claim == Claim::Highest { joint: false }) {
        say!(text, "a record ");
    }
    say!(text, facts.amount);
    if let Some(change) = facts.on_year {
        say!(text, ", ");
        brief(text, change);
    }
    let title = text.take();

    if facts.vintage == VintageChoice::First {
        say!(text, "As first published, ");
    }
    say!(text, concat!(package_text!(country en), " exported "), facts.amount);
    say!(text, concat!(" of ", package_text!(goods en), " in "), facts.month);
    let mut before = None;
    for change in changes(facts) {
        let word = match before {
            None => ": ",
            Some(before) if opposed(before, change.direction()) => " but ",
            Some(_) => " and ",
        };
        say!(text, word);
        before = Some(change.direction());
        compared(text, change);
        say!(text, "in ", Base { base: change.base.start(), month: facts.month });
    }
    text.stop();
    if let Some(it) = contrary_per_day(facts) {
        per_day(text, it, facts.month);
    }
    if let Some(it) = standing(facts) {
        stands(text, it.claim, it.when, facts.month);
    }
    if let Some(it) = facts.largest {
        let change = if it.points > 0.0 { "rise" } else { "fall" };
        say!(text, Name(data, it.heading), " contributed most to the ", change, " on the year, ");
        say!(text, Points(it.points), " percentage points");
        text.stop();
    }
    firmness(text, facts);
    Reading { title, sentence: text.take() }
}

/// `up 15.5% on September 2023`, with equality told from what only rounds to it.
pub fn brief(text: &mut Text, it: Change) {
    if it.ratio == 0.0 {
        say!(text, "the same as in ", it.base);
    } else {
        brief_change(text, it.percent(), it.base);
    }
}

fn brief_change(text: &mut Text, percent: f64, base: Span) {
    let way = match Direction::of_percent(percent) {
        Direction::Up => "up ",
        Direction::Down => "down ",
        Direction::Unchanged => return say!(text, "much the same as in ", base),
    };
    say!(text, way, Percent(percent), " on ", base);
}

/// `15.5% more than `, before the base of the comparison.
pub fn compared(text: &mut Text, it: Change) {
    if it.ratio == 0.0 {
        say!(text, "the same as ");
    } else {
        than(text, it.percent(), " more than ", " less than ");
    }
}

pub fn than(text: &mut Text, percent: f64, more: &str, less: &str) {
    let way = match Direction::of_percent(percent) {
        Direction::Up => more,
        Direction::Down => less,
        Direction::Unchanged => return say!(text, "much the same as "),
    };
    say!(text, Percent(percent), way);
}

const HIGHER: &str = " higher than ";
const LOWER: &str = " lower than ";

fn per_day(text: &mut Text, it: PerDayChange, month: Month) {
    say!(text, "Per working day, exports were ");
    than(text, it.percent(), HIGHER, LOWER);
    say!(text, "in ", Base { base: it.base.start(), month });
    say!(text, " (", it.days, " days against ", it.base_days, ")");
    text.stop();
}

fn stands(text: &mut Text, claim: Claim, when: When, month: Month) {
    let it_is = match (when, claim) {
        (When::Now, _) => "It is ",
        (_, Claim::LowestSince(_)) => "It was ",
        (When::Then, _) => "At the time it was ",
        (When::Still, _) => "It is still ",
    };
    say!(text, it_is);
    let joint = |joint: bool| if joint { "joint-highest" } else { "highest" };
    match claim {
        Claim::Highest { joint: it } => say!(text, "the ", joint(it), " month on record"),
        Claim::HighestOfName { joint: it, overall } => {
            let name = text.format.month_name(month);
            say!(text, "the ", joint(it), " ", name, " on record");
            if let Some(place) = overall {
                say!(text, " and the ");
                ordinal_highest(text, place);
                say!(text, " month");
            }
        }
        Claim::High { place } => {
            say!(text, "the ");
            ordinal_highest(text, place);
            say!(text, " month on record");
        }
        Claim::Lowest => say!(text, "the lowest month on record"),
        Claim::LowestSince(since) => say!(text, "the lowest month since ", since),
    }
    text.stop();
}

/// `highest`, `second-highest`, `21st-highest`.
pub fn ordinal_highest(text: &mut Text, place: usize) {
    let suffix = match (place % 10, place % 100) {
        (_, 11..=13) => "th-",
        (1, _) => "st-",
        (2, _) => "nd-",
        (3, _) => "rd-",
        _ => "th-",
    };
    match place {
        1 => {}
        2 => say!(text, "second-"),
        3 => say!(text, "third-"),
        4 => say!(text, "fourth-"),
        5 => say!(text, "fifth-"),
        place => say!(text, place, suffix),
    }
    say!(text, "highest");
}

/// `jointly the second-highest`; of more than two, the last is the lowest.
pub fn place(text: &mut Text, rank: Rank) {
    say!(text, if rank.tied { "jointly the " } else { "the " });
    if rank.is_lowest() {
        say!(text, "lowest");
    } else {
        ordinal_highest(text, rank.place);
    }
}

fn firmness(text: &mut Text, facts: &Headline) {
    if let Some(status) = status(facts.status) {
        say!(text, "The figure is ", status);
    }
    if let Some(it) = other_print(facts) {
        if facts.status != Status::Final {
            say!(text, "; ");
        }
        let which = match facts.vintage {
            VintageChoice::Latest => " it was first put at ",
            VintageChoice::First => " it was last put at ",
        };
        published(text, it.published);
        say!(text, which, it.amount);
    }
    text.stop();
}

/// `on 20 November 2023`, `in November 2023`.
pub fn published(text: &mut Text, date: Date) {
    say!(text, if date.day.is_some() { "on " } else { "in " }, text.format.date(date));
}

pub fn year_to_date(text: &mut Text, it: &YearToDate) {
    let base = if it.span.is_month() {
        say!(text, "In ", it.span, ", the first month of ");
        say!(text, text.format.fiscal_year(it.span.end()), ", exports came to ");
        "in "
    } else {
        say!(text, "The months of ", it.span, " add up to ");
        "those of "
    };
    say!(text, it.amount);
    if let Some(change) = it.change {
        say!(text, ", ");
        compared(text, change);
        say!(text, base, change.base);
    }
    text.stop();
}

pub fn story_check(text: &mut Text, facts: &Headline) -> Option<Reading> {
    let (on_month, on_year) = (facts.on_month?, facts.on_year?);
    let (day_month, day_year) = (facts.per_day_on_month?, facts.per_day_on_year?);
    let format = text.format;
    let change = |it: f64| format.signed_percent(it);
    say!(text, facts.month, " brought ", facts.amount, ": ");
    say!(text, change(on_month.percent()), " on ", on_month.base, " and ");
    say!(text, change(on_year.percent()), " on ", on_year.base);
    text.stop();
    say!(text, format.month_name(facts.month), " had ", day_month.days, " working days and ");
    say!(text, format.month_name(on_month.base.start()), " ", day_month.base_days);
    say!(text, ", so per working day the change was ", change(day_month.percent()));
    say!(text, " on the month and ", change(day_year.percent()), " on the year");
    text.stop();
    Some(Reading { title: "Was it 15%?".to_owned(), sentence: text.take() })
}

pub fn trend(text: &mut Text, data: &Dataset, facts: &Trend) -> Reading {
    let exports = Exports(data, facts.sectors);
    match (course(facts), facts.last()) {
        (Course::NothingChosen, _) => return nothing_chosen(text),
        (Course::NothingPublished, _) => {
            say!(text, "No figure for ", exports, " in ", facts.range);
            let title = text.take();
            say!(text, "No figure for ", exports, " is published in ", facts.range);
            text.stop();
            return Reading { title, sentence: text.take() };
        }
        (Course::TooFew, _) => {
            say!(text, "Too few figures for ", needs(facts));
            let title = text.take();
            say!(text, "Too few figures for ", exports, " are published in ", facts.range);
            say!(text, " for ", needs(facts));
            text.stop();
            return Reading { title, sentence: text.take() };
        }
        (Course::Run(run), Some(last)) => run_title(text, data, facts, run, last),
        (Course::Growth(growth), Some(last)) => match facts.measure {
            Measure::Ytd => {
                say!(text, exports, " in ", growth.now, ": ");
                brief_change(text, growth.percent(), growth.base);
            }
            Measure::Level
            | Measure::Mom
            | Measure::Yoy
            | Measure::Sum12
            | Measure::Avg12
            | Measure::PerDay
            | Measure::Index => growth_title(text, data, facts, &growth, last),
        },
        (Course::Last, Some(last)) => last_title(text, exports, facts, last),
        (_, None) => {}
    }
    let title = text.take();
    if let Some(last) = facts.last() {
        where_it_stands(text, exports, facts, last);
        peak(text, facts, last);
        if let Some(status) = status(last.status) {
            say!(text, "The last figure is ", status);
            text.stop();
        }
    }
    vintage(text, facts.vintage);
    missing(text, "figure", &facts.gaps, facts.range);
    left_out(text, facts);
    series_break(text, data, facts.break_at);
    Reading { title, sentence: text.take() }
}

/// `IT exports have more than tripled in six years`.
fn growth_title(text: &mut Text, data: &Dataset, facts: &Trend, growth: &Growth, last: &Value) {
    let up_to_now = last.span.end() == data.monthly_record().end();
    let tense = |perfect: &'static str, past: &'static str| if up_to_now { perfect } else { past };
    let fold = |text: &mut Text, how: &str, times: u32| {
        let word = match times {
            2 => "doubled",
            3 => "tripled",
            4 => "quadrupled",
            times => {
                let grown = tense("have grown ", "grew ");
                return say!(text, grown, how, InWords(times as usize), "fold");
            }
        };
        say!(text, tense("have ", ""), how, word);
    };
    say!(text, Exports(data, facts.sectors));
    say!(text, if facts.measure == Measure::PerDay { " per working day " } else { " " });
    match size(growth) {
        Size::Nearly(times) => fold(text, "nearly ", times),
        Size::Exactly(times) => fold(text, "", times),
        Size::MoreThan(times) => fold(text, "more than ", times),
        Size::MoreThanHalved => say!(text, tense("have ", ""), "more than halved"),
        Size::Up(percent) => say!(text, tense("have risen ", "rose "), Percent(percent)),
        Size::Down(percent) => say!(text, tense("have fallen ", "fell "), Percent(percent)),
        Size::Unchanged => say!(text, tense("have ", ""), "hardly changed"),
    }
    let now = growth.now.end();
    match years_between(growth.base, growth.now) {
        Some(1) if up_to_now => say!(text, " in a year"),
        Some(1) => say!(text, " in the year to ", now),
        Some(years) if up_to_now => say!(text, " in ", InWords(years), " years"),
        Some(years) => say!(text, " in the ", InWords(years), " years to ", now),
        None if up_to_now => say!(text, " since ", growth.base),
        None => say!(text, " between ", growth.base, " and ", growth.now),
    }
}

fn run_title(text: &mut Text, data: &Dataset, facts: &Trend, run: Run, last: &Value) {
    let up_to_now = last.span.end() == data.monthly_record().end();
    let verb = match (run.direction, up_to_now) {
        (Direction::Up, true) => " have risen ",
        (Direction::Up, false) => " rose ",
        (Direction::Down | Direction::Unchanged, true) => " have fallen ",
        (Direction::Down | Direction::Unchanged, false) => " fell ",
    };
    let periods = if run.regular { several(facts.frequency) } else { "periods" };
    say!(text, Exports(data, facts.sectors), verb, on(facts), " for ", InWords(run.count));
    say!(text, " ", periods, " running");
    if !up_to_now {
        say!(text, ", to ", last.span);
    }
}

/// `on the year`.
fn on(facts: &Trend) -> &'static str {
    match (facts.measure, facts.frequency) {
        (Measure::Mom, Frequency::Monthly) => "on the month",
        (Measure::Mom, Frequency::Quarterly) => "on the quarter",
        _ => "on the year",
    }
}

/// What the values shown are of.
fn periods(facts: &Trend) -> &'static str {
    if facts.values.iter().all(|it| is_regular(facts, it)) {
        several(facts.frequency)
    } else {
        "periods"
    }
}

fn several(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Monthly => "months",
        Frequency::Quarterly => "quarters",
        Frequency::FiscalYear => package_text!(years of en),
        Frequency::CalendarYear => "calendar years",
    }
}

/// What a measure needs figures for.
fn needs(facts: &Trend) -> &'static str {
    match (facts.measure, facts.frequency) {
        (Measure::Level, _) => "exports",
        (Measure::Mom, Frequency::Quarterly) => "a change on the quarter",
        (Measure::Mom, _) => "a change on the month",
        (Measure::Yoy, _) => "a change on the year",
        (Measure::Ytd, _) => concat!("a sum from ", package_text!(first month en), " on"),
        (Measure::Sum12, _) => "a sum of twelve months",
        (Measure::Avg12, _) => "a mean of twelve months",
        (Measure::PerDay, _) => "an amount per working day",
        (Measure::Index, _) => "an index",
    }
}

fn last_title(text: &mut Text, exports: Exports, facts: &Trend, last: &Value) {
    let months = match facts.measure {
        Measure::Ytd => Months(Basis::SameMonths, measure::year_to_date(last.span)),
        Measure::Sum12 | Measure::Avg12 => twelve_months(last),
        _ => Months(Basis::SameMonths, last.span),
    };
    say!(text, exports, " in ", months, ": ");
    match (facts.measure, last.base) {
        (Measure::Mom | Measure::Yoy, Some(base)) => brief_change(text, last.value, base),
        (Measure::Index, Some(base)) => say!(text, Index(last.value), ", with ", base, " at 100"),
        (Measure::PerDay, _) => say!(text, PerDay(last.value), " per working day"),
        (Measure::Avg12, _) => say!(text, millions(last.value), " a month"),
        _ => say!(text, last.amount),
    }
}

/// The last value and what it is compared with.
fn where_it_stands(text: &mut Text, exports: Exports, facts: &Trend, last: &Value) {
    let growth = facts.growth;
    match facts.measure {
        Measure::Level => {
            say!(text, "In ", last.span, " ", exports, " came to ", last.amount);
            if last.span.len() > facts.frequency.months() as usize {
                say!(text, ", ", monthly_mean(last), " a month");
            }
            match growth {
                None => nothing_to_compare(text),
                Some(it) if it.basis == Basis::TwelveMonths => {
                    text.stop();
                    say!(text, "In ", Months(it.basis, it.now), " they averaged ");
                    say!(text, millions(it.now_value), " a month");
                    against(text, it, "in ");
                    say!(text, " (", millions(it.base_value), ")");
                }
                Some(it) => against(text, it, "in "),
            }
        }
        Measure::Ytd | Measure::Sum12 | Measure::Avg12 => {
            let to_date = measure::year_to_date(last.span);
            // The total published for these months may be another.
            let base = if facts.measure == Measure::Ytd && !to_date.is_month() {
                say!(text, "Month by month, ", exports, " in ", to_date, " add up to ");
                say!(text, millions(last.value));
                "those in "
            } else {
                let months = match facts.measure {
                    Measure::Ytd => Months(Basis::SameMonths, last.span),
                    _ => twelve_months(last),
                };
                let mean = facts.measure == Measure::Avg12;
                let verb = if mean { " averaged " } else { " came to " };
                say!(text, "In ", months, " ", exports, verb, millions(last.value));
                if mean {
                    say!(text, " a month");
                }
                "in "
            };
            match growth {
                None => nothing_to_compare(text),
                Some(it) => {
                    against(text, it, base);
                    say!(text, " (", millions(it.base_value), ")");
                }
            }
        }
        Measure::PerDay => {
            say!(text, "In ", last.span, " ", exports, " came to ", PerDay(last.value));
            say!(text, " per working day");
            match growth {
                None => nothing_to_compare(text),
                Some(it) => {
                    against(text, it, "in ");
                    say!(text, " (", PerDay(it.base_value), ")");
                }
            }
        }
        Measure::Index => {
            let base = last.base.unwrap_or(last.span);
            if base == last.span {
                say!(text, "The index of ", exports, " starts from 100 in ", base);
            } else {
                say!(text, "In ", last.span, " the index of ", exports, " stands at ");
                say!(text, Index(last.value), ", with ", base, " at 100");
            }
            if let Some(it) = growth.filter(|it| it.base != base) {
                text.stop();
                say!(text, "That is ");
                ratio(text, it, "in ");
            }
        }
        Measure::Mom | Measure::Yoy => {
            say!(text, "In ", last.span, " ", exports, " were ");
            than(text, last.value, HIGHER, LOWER);
            say!(text, "in ", last.base.unwrap_or(last.span));
            text.stop();
            if let Some(run) = facts.run {
                ups_and_downs(text, facts, run);
            }
        }
    }
    text.stop();
}

/// In how many of the periods shown exports rose, and the extremes.
fn ups_and_downs(text: &mut Text, facts: &Trend, run: Run) {
    if run.of < 2 {
        return;
    }
    say!(text, "They rose ", on(facts), " in ");
    match run.up {
        0 => say!(text, "none"),
        up if up == run.of => say!(text, "each"),
        up => say!(text, up),
    }
    say!(text, " of the ", run.of, " ", periods(facts), " shown");
    let goes = |it: &Value, direction| Direction::of_percent(it.value) == direction;
    if let Some(it) = facts.peak().filter(|it| goes(it, Direction::Up)) {
        say!(text, ", most in ", it.span, ", by ", Percent(it.value));
    }
    if let Some(it) = facts.trough().filter(|it| goes(it, Direction::Down)) {
        say!(text, "; the deepest fall was ", Percent(it.value), ", in ", it.span);
    }
}

fn against(text: &mut Text, it: Growth, preposition: &str) {
    say!(text, ", ");
    ratio(text, it, preposition);
}

/// `3.2 times as much as in FY20`, `16.1% more than in FY25`.
fn ratio(text: &mut Text, it: Growth, preposition: &str) {
    if it.ratio >= 1.0 {
        say!(text, Times(1.0 + it.ratio), " times as much as ");
    } else {
        than(text, it.percent(), " more than ", " less than ");
    }
    say!(text, preposition, Months(it.basis, it.base));
}

/// Twelve months by the year they are, else by their end; others as they are.
struct Months(Basis, Span);

impl Say for Months {
    fn say(&self, text: &mut Text) {
        let &Months(basis, span) = self;
        let named = span.is_fiscal_year() || span.start().number() == 1;
        if basis == Basis::SameMonths || named {
            say!(text, span);
        } else {
            say!(text, "the twelve months to ", span.end());
        }
    }
}

/// Those up to a value.
fn twelve_months(last: &Value) -> Months {
    Months(Basis::TwelveMonths, measure::twelve_months(last.span))
}

fn nothing_to_compare(text: &mut Text) {
    text.stop();
    say!(text, "No comparable earlier figure is published");
}

fn peak(text: &mut Text, facts: &Trend, last: &Value) {
    let Some(peak) = facts.peak().filter(|_| names_peak(facts)) else { return };
    if peak.span == last.span {
        say!(text, "It is the highest figure shown");
    } else {
        say!(text, "The highest figure shown is ");
        match facts.measure {
            Measure::PerDay => say!(text, PerDay(peak.value), " per working day"),
            _ => say!(text, peak.amount),
        }
        say!(text, ", in ", peak.span);
    }
    text.stop();
}

pub fn status(status: Status) -> Option<&'static str> {
    match status {
        Status::Final => None,
        Status::Revised => Some("revised"),
        Status::Derived => Some("derived from published totals"),
        Status::Provisional => Some("provisional"),
    }
}

pub fn vintage(text: &mut Text, vintage: VintageChoice) {
    if vintage == VintageChoice::First {
        say!(text, "Figures are as first published");
        text.stop();
    }
}

pub fn missing(text: &mut Text, what: &str, gaps: &[Span], range: Span) {
    let months = missing_months(gaps);
    if months > 0 {
        say!(text, "No ", what, " is published for ", months, " of the ", range.len());
        say!(text, " months shown");
        text.stop();
    }
}

fn left_out(text: &mut Text, facts: &Trend) {
    if facts.left_out > 0 {
        say!(text, "Only whole ", several(facts.frequency), " are shown, which leaves out ");
        say!(text, facts.left_out, " of the ", facts.range.len(), " months");
        text.stop();
    }
}

pub fn series_break(text: &mut Text, data: &Dataset, month: Option<Month>) {
    let newer = newer_heading(data);
    let older = newer.and_then(|newer| data.sectors.split_from(newer));
    if let (Some(month), Some(newer), Some(older)) = (month, newer, older) {
        let (newer, older) = (Heading::Sector(newer), Heading::Sector(older));
        say!(text, "From ", month, " ", Name(data, newer), " is counted apart from ");
        say!(text, Name(data, older), ", and the series breaks there");
        text.stop();
    }
}

pub fn nothing_chosen(text: &mut Text) -> Reading {
    say!(text, "No sub-sector is chosen");
    let title = text.take();
    say!(text, title, ", so there is nothing to add up");
    text.stop();
    Reading { title, sentence: text.take() }
}

pub fn breakdown(
    text: &mut Text,
    data: &Dataset,
    facts: &Breakdown,
    more: &dyn Fn(&mut Text),
) -> Reading {
    let exports = Exports(data, facts.sectors);
    let period = facts.period;
    match finding(facts) {
        Finding::NothingChosen => return nothing_chosen(text),
        Finding::NotPublished => {
            say!(text, "No figure for ", exports, " in ", period);
            let title = text.take();
            say!(text, "No figure for ", exports, " is published for ", period);
            text.stop();
            return Reading { title, sentence: text.take() };
        }
        Finding::One(whole) | Finding::Steady(whole) => {
            say!(text, exports, " in ", period, ": ");
            match whole.change {
                Some(change) => brief(text, change),
                None => say!(text, whole.amount),
            }
        }
        Finding::Moved(whole, part, portion) => {
            moved_title(text, data, facts, whole, part, portion);
        }
        Finding::Largest(_, row) => {
            say!(text, Name(data, row.heading), ": ", Share(row.share.unwrap_or(0.0)));
            say!(text, " of ", exports, " in ", period);
        }
    }
    let title = text.take();
    if let Some(whole) = &facts.whole {
        say!(text, "In ", period, " ", exports, " came to ", whole.amount);
        if let Some(change) = whole.change {
            say!(text, ", ");
            compared(text, change);
            say!(text, "in ", change.base);
        }
        text.stop();
        if facts.sectors != data.sectors.all()
            && let Some(share) = whole.share_of_total
        {
            say!(text, "That is ", Share(share), concat!(" of all ", package_text!(subject en)));
            text.stop();
        }
        behind(text, data, facts, whole);
        more(text);
    }
    match facts.availability {
        Availability::BaseNotPublished => {
            say!(text, "No division to compare with is published for ", facts.base);
        }
        Availability::SeriesBreak => series_break(text, data, facts.break_at),
        Availability::BaseIsNil => say!(text, "In ", facts.base, " there were none"),
        Availability::NothingChosen | Availability::NotPublished | Availability::Compared => {}
    }
    text.stop();
    if let Some(status) = facts.whole.as_ref().and_then(|it| status(it.status)) {
        say!(text, "The figures are ", status);
        text.stop();
    }
    vintage(text, facts.vintage);
    Reading { title, sentence: text.take() }
}

fn moved_title(
    text: &mut Text,
    data: &Dataset,
    facts: &Breakdown,
    whole: &Whole,
    part: Contributor,
    portion: Portion,
) {
    let up = whole.change.is_some_and(|it| it.direction() == Direction::Up);
    let exports = Exports(data, facts.sectors);
    if portion == Portion::All {
        say!(text, "without ");
    }
    let who = match part.heading {
        Heading::Sector(it) => package_text!(who en, data.sectors.get(it).code.as_str()),
        Heading::NotItemised(_) => None,
    };
    match who {
        Some(who) => say!(text, who),
        None => say!(text, Name(data, part.heading)),
    }
    let of = match portion {
        Portion::All => {
            let grown = if up { "grown" } else { "fallen" };
            return say!(text, ", ", exports, " would not have ", grown);
        }
        Portion::NearlyAll => "nearly all of the ",
        Portion::OverTwoThirds => "over two thirds of the ",
        Portion::OverHalf => "over half of the ",
        Portion::OverThird => "over a third of the ",
        Portion::OverQuarter => "over a quarter of the ",
        Portion::Largest => "the largest part of the ",
    };
    let (brought, what) = if up { (" brought ", "growth") } else { (" accounted for ", "decline") };
    say!(text, brought, of, what);
    if facts.sectors != data.sectors.all() {
        say!(text, " in ", exports);
    }
}

/// A share that is not written as nothing or all when it is neither.
pub struct Share(pub f64);

impl Say for Share {
    fn say(&self, text: &mut Text) {
        let percent = self.0 * 100.0;
        match percent {
            percent if percent > 0.0 && percent < 0.05 => {
                say!(text, "less than ", Percent(0.1));
            }
            percent if (99.95..100.0).contains(&percent) => {
                say!(text, "more than ", Percent(99.9));
            }
            percent => say!(text, Percent(percent)),
        }
    }
}

/// What is behind the change, or behind the level where there is no change.
fn behind(text: &mut Text, data: &Dataset, facts: &Breakdown, whole: &Whole) {
    let named = |it: Contributor| Name(data, it.heading);
    match (finding(facts), whole.change) {
        (Finding::Moved(_, mover, portion), Some(change)) => {
            let up = change.direction() == Direction::Up;
            let all = text.format.points_words(change.percent());
            let own = text.format.points_words(mover.points);
            let (verb, other_verb, whole) = if up {
                (" added ", " took away ", "rise")
            } else {
                (" took away ", " added ", "fall")
            };
            say!(text, named(mover), verb);
            if portion == Portion::All {
                let than = if own == all { "as much as" } else { "more than" };
                say!(text, own, " percentage points, ", than, " the whole ", whole, " of ", all);
            } else {
                say!(text, "most, ", own, " of the ", all, " percentage points");
            }
            if let Some(other) = countered(facts, change.direction()) {
                say!(text, "; ", named(other), other_verb, Points(other.points));
            }
        }
        (Finding::Steady(_), _) => {
            if let (Some(gain), Some(loss)) = (facts.gain, facts.loss) {
                say!(text, named(gain), " added ", Points(gain.points), " percentage points, ");
                say!(text, named(loss), " took away ", Points(loss.points));
            }
        }
        (Finding::Largest(_, row), _) => {
            if let Some(share) = row.share {
                say!(text, "The largest heading, with ", Share(share), ", was ");
                say!(text, Name(data, row.heading));
            }
        }
        _ => {}
    }
    text.stop();
}

pub fn mixed(text: &mut Text, data: &Dataset, facts: &Parts, mix: Mix) -> Reading {
    let exports = Exports(data, facts.sectors);
    let part = Name(data, Heading::Sector(mix.sector));
    let (first, last) = (Share(mix.first.1), Share(mix.last.1));
    say!(text, part, ": ");
    if text.words_of(&first) == text.words_of(&last) {
        say!(text, last, " of ", exports, ", as before");
    } else {
        say!(text, "from ", first, " to ", last, " of ", exports);
    }
    let title = text.take();
    say!(text, part, " made up ", last, " of ", exports, " in ", mix.last.0);
    say!(text, ", against ", first, " in ", mix.first.0);
    text.stop();
    missing(text, "division", &facts.gaps, facts.range);
    series_break(text, data, break_in_columns(data, facts));
    vintage(text, facts.vintage);
    Reading { title, sentence: text.take() }
}

/// `exports of freelance work`: always plural.
#[derive(Clone, Copy)]
pub struct Exports<'a>(pub &'a Dataset, pub SectorSet);

impl Say for Exports<'_> {
    fn say(&self, text: &mut Text) {
        let &Exports(data, sectors) = self;
        let name = |it| Name(data, Heading::Sector(it));
        match subject(data, sectors) {
            Subject::All => say!(text, package_text!(subject en)),
            Subject::AllBut(sector) => {
                say!(text, concat!(package_text!(subject en), " without "), name(sector));
            }
            Subject::Nodes(nodes) => {
                say!(text, "exports of ");
                for (place, &it) in nodes.iter().enumerate() {
                    let before = match place {
                        0 => "",
                        place if place + 1 == nodes.len() => " and ",
                        _ => ", ",
                    };
                    say!(text, before, name(it));
                }
            }
            Subject::Some(count) => {
                say!(text, "exports of the ", InWords(count), " chosen sub-sectors");
            }
        }
    }
}

/// Up to twelve in letters.
pub struct InWords(pub usize);

impl Say for InWords {
    fn say(&self, text: &mut Text) {
        const WORDS: [&str; 13] = [
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve",
        ];
        match WORDS.get(self.0) {
            Some(word) => say!(text, word),
            None => say!(text, text.format.count(self.0)),
        }
    }
}

/// A heading in the middle of a sentence.
#[derive(Clone, Copy)]
pub struct Name<'a>(pub &'a Dataset, pub Heading);

impl Say for Name<'_> {
    fn say(&self, text: &mut Text) {
        let &Name(data, heading) = self;
        let (Heading::Sector(id) | Heading::NotItemised(id)) = heading;
        let rest = matches!(heading, Heading::NotItemised(_));
        if rest && id == SectorId::TOTAL {
            return say!(text, "what is not itemised");
        }
        let sector = data.sectors.get(id);
        match package_text!(noun en, sector.code.as_str()) {
            Some(noun) => say!(text, noun),
            None => text.uncapitalised(&sector.name.en),
        }
        if rest {
            say!(text, " not itemised");
        }
    }
}
