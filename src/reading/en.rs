//! English sentences.

use super::{
    Claim, Compared, Portion, Reading, Size, Subject, When, changes, contrary_per_day,
    missing_months, newer_heading, other_print, size, standing, subject, years_between,
};
use crate::calendar::{Date, Frequency, Month, Span};
use crate::data::{Amount, Dataset, SectorId, SectorSet, Status};
use crate::facts::{
    Basis, Breakdown, Contributor, Direction, Growth, Headline, Mix, PerDayChange, Print, Row,
    Run, State, Trend, Whole, YearToDate,
};
use crate::i18n::Format;
use crate::measure::{Measure, Unit, Value};
use crate::query::{Heading, Vintage};
use crate::view;

pub fn headline(data: &Dataset, facts: &Headline, format: Format) -> Reading {
    let month = format.month(facts.month);
    let amount = format.money(facts.amount);
    let highest = standing(facts).is_some_and(|it| it.claim == Claim::Highest { joint: false });
    let record = if highest { "a record " } else { "" };
    let mut title = format!("IT exports in {month}: {record}{amount}");
    if let Some(change) = facts.on_year {
        title += &format!(", {}", brief_change(change.percent(), &format.span(change.base), format));
    }
    let opening = match facts.vintage {
        Vintage::Latest => "Pakistan",
        Vintage::First => "As first published, Pakistan",
    };
    let level = format!("{opening} exported {amount} of IT services in {month}");
    let clauses: Vec<(Direction, String)> = changes(facts)
        .iter()
        .map(|it| (it.direction(), compared(*it, facts.month, format)))
        .collect();
    let level = match clauses.as_slice() {
        [] => level,
        clauses => format!("{level}: {}", joined(clauses)),
    };
    let sentences = [
        Some(level),
        contrary_per_day(facts).map(|it| per_day(it, facts.month, format)),
        standing(facts).map(|it| stands(it.claim, it.when, facts.month, format)),
        facts.largest.map(|it| contributor(data, it, format)),
        firmness(facts, format),
    ];
    Reading { title, sentence: sentences_of(sentences) }
}

/// `up 15.5% on September 2023`.
fn brief_change(percent: f64, base: &str, format: Format) -> String {
    let figure = format.percent_words(percent);
    match Direction::of_percent(percent) {
        Direction::Up => format!("up {figure} on {base}"),
        Direction::Down => format!("down {figure} on {base}"),
        Direction::Unchanged => format!("much the same as in {base}"),
    }
}

/// `15.5% more than in September`.
fn compared(it: Compared, month: Month, format: Format) -> String {
    more_than(it.percent, &format!("in {}", base_month(it.base, month, format)), format)
}

/// The year is said only where it is another than the month's.
fn base_month(base: Month, month: Month, format: Format) -> String {
    if base.year() == month.year() {
        format.month_name(base).to_owned()
    } else {
        format.month(base)
    }
}

/// `base` with its preposition: `in July 2025`, `over FY20`.
fn more_than(percent: f64, base: &str, format: Format) -> String {
    let figure = format.percent_words(percent);
    match Direction::of_percent(percent) {
        Direction::Up => format!("{figure} more than {base}"),
        Direction::Down => format!("{figure} less than {base}"),
        Direction::Unchanged => format!("much the same as {base}"),
    }
}

fn joined(clauses: &[(Direction, String)]) -> String {
    match clauses {
        [(one, first), (other, second)] => {
            let word = if one == other { "and" } else { "but" };
            format!("{first} {word} {second}")
        }
        clauses => clauses.iter().map(|it| it.1.as_str()).collect::<Vec<_>>().join(", "),
    }
}

fn per_day(it: PerDayChange, month: Month, format: Format) -> String {
    let base = base_month(it.base.start(), month, format);
    let figure = format.percent_words(it.percent());
    let change = match it.direction() {
        Direction::Up => format!("{figure} more than in {base}"),
        Direction::Down => format!("{figure} less than in {base}"),
        Direction::Unchanged => format!("much the same as in {base}"),
    };
    format!("A working day, it was {change} ({} days against {})", it.days, it.base_days)
}

fn stands(claim: Claim, when: When, month: Month, format: Format) -> String {
    let name = format.month_name(month);
    let joint = |joint: bool| if joint { "joint-highest" } else { "highest" };
    let claim = match claim {
        Claim::Highest { joint: it } => format!("the {} month on record", joint(it)),
        Claim::HighestOfName { joint: it, overall } => {
            let highest = format!("the {} {name} on record", joint(it));
            match overall {
                Some(place) => format!("{highest} and the {} month", ordinal_highest(place)),
                None => highest,
            }
        }
        Claim::High { place } => format!("the {} month on record", ordinal_highest(place)),
        Claim::Lowest => "the lowest month on record".to_owned(),
        Claim::LowestSince(since) => format!("the lowest month since {}", format.month(since)),
    };
    match when {
        When::Now => format!("It is {claim}"),
        When::Then => format!("At the time it was {claim}"),
        When::Still => format!("It is still {claim}"),
    }
}

fn ordinal_highest(place: usize) -> String {
    let ordinal = match place {
        1 => return "highest".to_owned(),
        2 => "second",
        3 => "third",
        4 => "fourth",
        5 => "fifth",
        place => return format!("{place}th-highest"),
    };
    format!("{ordinal}-highest")
}

fn contributor(data: &Dataset, it: Contributor, format: Format) -> String {
    let change = if it.points > 0.0 { "rise" } else { "fall" };
    format!(
        "{} brought most of the {change} on the year, {} percentage points",
        capital(&heading(data, it.heading)),
        format.points_words(it.points)
    )
}

fn firmness(facts: &Headline, format: Format) -> Option<String> {
    let status = match facts.status {
        Status::Final => None,
        Status::Revised => Some("revised"),
        Status::Derived => Some("derived from published totals"),
        Status::Provisional => Some("provisional"),
    };
    let other = other_print(facts).map(|it| {
        let amount = format.money(it.amount);
        let published = published(it.published, format);
        match facts.vintage {
            Vintage::Latest => format!("it was first put at {amount}, {published}"),
            Vintage::First => format!("it was put at {amount} later, {published}"),
        }
    });
    match (status, other) {
        (None, None) => None,
        (Some(status), None) => Some(format!("The figure is {status}")),
        (None, Some(other)) => Some(capital(&other)),
        (Some(status), Some(other)) => Some(format!("The figure is {status}; {other}")),
    }
}

/// `on 20 November 2023`, `in November 2023`.
fn published(date: Date, format: Format) -> String {
    let preposition = if date.day.is_some() { "on" } else { "in" };
    format!("{preposition} {}", format.date(date))
}

pub fn year_to_date(it: &YearToDate, format: Format) -> String {
    let level = format!("{} came to {}", format.span(it.span), format.money(it.amount));
    match it.change {
        Some(change) => format!(
            "{level}, {}.",
            more_than(change.percent(), &format!("in {}", format.span(change.base)), format)
        ),
        None => format!("{level}."),
    }
}

pub fn story_check(facts: &Headline, format: Format) -> Option<Reading> {
    let (on_month, on_year) = (facts.on_month?, facts.on_year?);
    let (day_month, day_year) = (facts.per_day_on_month?, facts.per_day_on_year?);
    let month = format.month(facts.month);
    let sentence = format!(
        "{month} brought {}: {} on {} and {} on {}. It had {} working days against {} in {}, so \
         a working day the change was {} on the month and {} on the year.",
        format.money(facts.amount),
        format.signed_percent(on_month.percent()),
        format.span(on_month.base),
        format.signed_percent(on_year.percent()),
        format.span(on_year.base),
        day_month.days,
        day_month.base_days,
        format.month_name(on_month.base.start()),
        format.signed_percent(day_month.percent()),
        format.signed_percent(day_year.percent()),
    );
    Some(Reading { title: "Was it 15%?".to_owned(), sentence })
}

pub fn trend(data: &Dataset, facts: &Trend, format: Format) -> Reading {
    let _ = (data, facts, format);
    Reading::default()
}

pub fn breakdown(data: &Dataset, facts: &Breakdown, format: Format) -> Reading {
    let _ = (data, facts, format);
    Reading::default()
}

/// A heading in the middle of a sentence.
fn heading(data: &Dataset, heading: Heading) -> String {
    match heading {
        Heading::Sector(sector) => name(data, sector),
        Heading::NotItemised(SectorId::TOTAL) => "what is not itemised".to_owned(),
        Heading::NotItemised(sector) => format!("{} not itemised", name(data, sector)),
    }
}

fn name(data: &Dataset, sector: SectorId) -> String {
    let sector = data.sectors.get(sector);
    match sector.code.as_str() {
        "total" => "IT services".to_owned(),
        "computer.freelance" => "freelance work".to_owned(),
        "computer.software_export" => "computer software".to_owned(),
        _ => {
            let mut letters = sector.name.en.chars();
            let first = letters.next().into_iter().flat_map(char::to_lowercase);
            first.chain(letters).collect()
        }
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

fn sentences_of(sentences: impl IntoIterator<Item = Option<String>>) -> String {
    let written: Vec<String> = sentences.into_iter().flatten().map(|it| it + ".").collect();
    written.join(" ")
}
