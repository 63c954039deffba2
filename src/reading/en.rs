//! English sentences.

use super::{
    Claim, Course, Finding, Portion, Reading, Size, Subject, When, changes, contrary_per_day,
    countered, course, finding, is_regular, missing_months, names_peak, newer_heading, other_print,
    size, standing, subject, years_between,
};
use crate::calendar::{Date, Frequency, Month, Span};
use crate::data::{Amount, Dataset, SectorId, SectorSet, Status};
use crate::facts::{
    Basis, Breakdown, Change, Contributor, Direction, Growth, Headline, Mix, PerDayChange, Run,
    State, Trend, Whole, YearToDate,
};
use crate::i18n::{Format, Lang};
use crate::measure::{self, Measure, Unit, Value};
use crate::query::{Heading, Vintage};

pub fn headline(data: &Dataset, facts: &Headline, format: Format) -> Reading {
    let month = format.month(facts.month);
    let amount = format.money(facts.amount);
    let highest = standing(facts).is_some_and(|it| it.claim == Claim::Highest { joint: false });
    let record = if highest { "a record " } else { "" };
    let mut title = format!("IT exports in {month}: {record}{amount}");
    if let Some(change) = facts.on_year {
        title += &format!(", {}", brief(change, format));
    }
    let opening = match facts.vintage {
        Vintage::Latest => "Pakistan",
        Vintage::First => "As first published, Pakistan",
    };
    let level = format!("{opening} exported {amount} of IT services in {month}");
    let clauses: Vec<(Direction, String)> = changes(facts)
        .iter()
        .map(|it| {
            let base = format!("in {}", base_month(it.base.start(), facts.month, format));
            (it.direction(), compared(*it, &base, format))
        })
        .collect();
    let level = match clauses.as_slice() {
        [] => level,
        clauses => format!("{level}: {}", joined(clauses)),
    };
    let sentences = vec![
        Some(level),
        contrary_per_day(facts).map(|it| per_day(it, facts.month, format)),
        standing(facts).map(|it| stands(it.claim, it.when, facts.month, format)),
        facts.largest.map(|it| contributor(data, it, format)),
        firmness(facts, format),
    ];
    Reading { title, sentence: sentences_of(sentences) }
}

/// `up 15.5% on September 2023`, with equality told from what only rounds to it.
fn brief(it: Change, format: Format) -> String {
    let base = format.span(it.base);
    if it.ratio == 0.0 {
        format!("the same as in {base}")
    } else {
        brief_change(it.percent(), &base, format)
    }
}

fn brief_change(percent: f64, base: &str, format: Format) -> String {
    let figure = format.percent_words(percent);
    match Direction::of_percent(percent) {
        Direction::Up => format!("up {figure} on {base}"),
        Direction::Down => format!("down {figure} on {base}"),
        Direction::Unchanged => format!("much the same as in {base}"),
    }
}

/// `15.5% more than in September`.
fn compared(it: Change, base: &str, format: Format) -> String {
    if it.ratio == 0.0 {
        format!("the same as {base}")
    } else {
        more_than(it.percent(), base, format)
    }
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
            let opposed = matches!(
                (one, other),
                (Direction::Up, Direction::Down) | (Direction::Down, Direction::Up)
            );
            let word = if opposed { "but" } else { "and" };
            format!("{first} {word} {second}")
        }
        clauses => clauses.iter().map(|it| it.1.as_str()).collect::<Vec<_>>().join(", "),
    }
}

fn per_day(it: PerDayChange, month: Month, format: Format) -> String {
    let base = base_month(it.base.start(), month, format);
    let figure = format.percent_words(it.percent());
    let change = match it.direction() {
        Direction::Up => format!("{figure} higher than in {base}"),
        Direction::Down => format!("{figure} lower than in {base}"),
        Direction::Unchanged => format!("much the same as in {base}"),
    };
    format!("Per working day, exports were {change} ({} days against {})", it.days, it.base_days)
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
        Claim::LowestSince(since) => {
            let verb = if when == When::Now { "is" } else { "was" };
            return format!("It {verb} the lowest month since {}", format.month(since));
        }
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
        "{} contributed most to the {change} on the year, {} percentage points",
        capital(&heading(data, it.heading)),
        format.points_words(it.points)
    )
}

fn firmness(facts: &Headline, format: Format) -> Option<String> {
    let status = status(facts.status);
    let other = other_print(facts).map(|it| {
        let amount = format.money(it.amount);
        let published = published(it.published, format);
        match facts.vintage {
            Vintage::Latest => format!("{published} it was first put at {amount}"),
            Vintage::First => format!("{published} it was last put at {amount}"),
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
    let (span, amount) = (format.span(it.span), format.money(it.amount));
    let level = if it.span.is_month() {
        let year = format.fiscal_year(it.span.end());
        format!("In {span}, the first month of {year}, exports came to {amount}")
    } else {
        format!("The months of {span} add up to {amount}")
    };
    match it.change {
        Some(change) => {
            let base = format.span(change.base);
            let base =
                if it.span.is_month() { format!("in {base}") } else { format!("those of {base}") };
            format!("{level}, {}.", compared(change, &base, format))
        }
        None => format!("{level}."),
    }
}

pub fn story_check(facts: &Headline, format: Format) -> Option<Reading> {
    let (on_month, on_year) = (facts.on_month?, facts.on_year?);
    let (day_month, day_year) = (facts.per_day_on_month?, facts.per_day_on_year?);
    let month = format.month(facts.month);
    let sentence = format!(
        "{month} brought {}: {} on {} and {} on {}. {} had {} working days and {} {}, so per \
         working day the change was {} on the month and {} on the year.",
        format.money(facts.amount),
        format.signed_percent(on_month.percent()),
        format.span(on_month.base),
        format.signed_percent(on_year.percent()),
        format.span(on_year.base),
        format.month_name(facts.month),
        day_month.days,
        format.month_name(on_month.base.start()),
        day_month.base_days,
        format.signed_percent(day_month.percent()),
        format.signed_percent(day_year.percent()),
    );
    Some(Reading { title: "Was it 15%?".to_owned(), sentence })
}

pub fn trend(data: &Dataset, facts: &Trend, format: Format) -> Reading {
    let subject = subject_words(data, facts.sectors);
    let title = match (course(facts), facts.last()) {
        (Course::NothingChosen, _) => return nothing_chosen(),
        (Course::NothingPublished, _) => {
            let range = format.span(facts.range);
            return Reading {
                title: format!("No figure for {subject} in {range}"),
                sentence: format!("No figure for {subject} is published in {range}."),
            };
        }
        (Course::TooFew, _) => {
            let (what, range) = (needs(facts), format.span(facts.range));
            return Reading {
                title: format!("Too few figures for {what}"),
                sentence: format!(
                    "Too few figures for {subject} are published in {range} for {what}."
                ),
            };
        }
        (Course::Run(run), Some(last)) => run_title(data, facts, run, last, &subject, format),
        (Course::Growth(growth), Some(last)) => match facts.measure {
            Measure::Ytd => {
                let change = brief_change(growth.percent(), &format.span(growth.base), format);
                format!("{subject} in {}: {change}", format.span(growth.now))
            }
            Measure::PerDay => {
                let subject = format!("{subject} per working day");
                growth_title(data, &growth, last, &subject, format)
            }
            Measure::Level
            | Measure::Mom
            | Measure::Yoy
            | Measure::Sum12
            | Measure::Avg12
            | Measure::Index => growth_title(data, &growth, last, &subject, format),
        },
        (Course::Last, Some(last)) => last_title(facts, last, &subject, format),
        (_, None) => String::new(),
    };
    let mut sentences = match facts.last() {
        Some(last) => where_it_stands(facts, last, &subject, format),
        None => Vec::new(),
    };
    sentences.push(peak(facts, format));
    sentences.push(last_status(facts));
    sentences.push(vintage(facts.vintage));
    sentences.push(missing(&facts.gaps, facts.range, "figure"));
    sentences.push(left_out(facts));
    sentences.push(facts.break_at.and_then(|it| series_break(data, it, format)));
    Reading { title: capital(&title), sentence: sentences_of(sentences) }
}

/// `IT exports have more than tripled in six years`.
fn growth_title(
    data: &Dataset,
    growth: &Growth,
    last: &Value,
    subject: &str,
    format: Format,
) -> String {
    let up_to_now = last.span.end() == data.monthly_record().end();
    let tense = |perfect: &'static str, past: &'static str| if up_to_now { perfect } else { past };
    let fold = |how: &str, times: u32| {
        let have = tense("have ", "");
        match times {
            2 => format!("{have}{how}doubled"),
            3 => format!("{have}{how}tripled"),
            4 => format!("{have}{how}quadrupled"),
            times => {
                let grown = tense("have grown", "grew");
                format!("{grown} {how}{}fold", number(times as usize, format))
            }
        }
    };
    let changed = match size(growth) {
        Size::Nearly(times) => fold("nearly ", times),
        Size::Exactly(times) => fold("", times),
        Size::MoreThan(times) => fold("more than ", times),
        Size::MoreThanHalved => format!("{}more than halved", tense("have ", "")),
        Size::Up(percent) => {
            format!("{} {}", tense("have risen", "rose"), format.percent_words(percent))
        }
        Size::Down(percent) => {
            format!("{} {}", tense("have fallen", "fell"), format.percent_words(percent))
        }
        Size::Unchanged => tense("have hardly changed", "hardly changed").to_owned(),
    };
    let time = match years_between(growth.base, growth.now) {
        Some(1) if up_to_now => "in a year".to_owned(),
        Some(1) => format!("in the year to {}", format.month(growth.now.end())),
        Some(years) if up_to_now => format!("in {} years", number(years as usize, format)),
        Some(years) => format!(
            "in the {} years to {}",
            number(years as usize, format),
            format.month(growth.now.end())
        ),
        None if up_to_now => format!("since {}", format.span(growth.base)),
        None => format!("between {} and {}", format.span(growth.base), format.span(growth.now)),
    };
    format!("{subject} {changed} {time}")
}

fn run_title(
    data: &Dataset,
    facts: &Trend,
    run: Run,
    last: &Value,
    subject: &str,
    format: Format,
) -> String {
    let up_to_now = last.span.end() == data.monthly_record().end();
    let verb = match (run.direction, up_to_now) {
        (Direction::Up, true) => "have risen",
        (Direction::Up, false) => "rose",
        (Direction::Down | Direction::Unchanged, true) => "have fallen",
        (Direction::Down | Direction::Unchanged, false) => "fell",
    };
    let count = number(run.count, format);
    let periods = if run.regular { several(facts.frequency) } else { "periods" };
    let mut title = format!("{subject} {verb} {} for {count} {periods} running", on(facts));
    if !up_to_now {
        title += &format!(", to {}", format.span(last.span));
    }
    title
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
        Frequency::FiscalYear => "fiscal years",
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
        (Measure::Ytd, _) => "a sum from July on",
        (Measure::Sum12, _) => "a sum of twelve months",
        (Measure::Avg12, _) => "a mean of twelve months",
        (Measure::PerDay, _) => "an amount per working day",
        (Measure::Index, _) => "an index",
    }
}

fn last_title(facts: &Trend, last: &Value, subject: &str, format: Format) -> String {
    let span = format.span(last.span);
    match (facts.measure, last.base) {
        (Measure::Mom | Measure::Yoy, Some(base)) => {
            let change = brief_change(last.value, &format.span(base), format);
            format!("{subject} in {span}: {change}")
        }
        (Measure::Index, Some(base)) => {
            let index = format.value(Unit::Index, last.value);
            format!("{subject} in {span}: {index}, with {} at 100", format.span(base))
        }
        (Measure::PerDay, _) => {
            let value = format.money_value(Unit::MoneyPerDay, last.value);
            format!("{subject} in {span}: {value} per working day")
        }
        (Measure::Ytd, _) => {
            let span = format.span(measure::year_to_date(last.span));
            format!("{subject} in {span}: {}", format.money(last.amount))
        }
        (Measure::Sum12, _) => {
            let span = twelve_months(measure::twelve_months(last.span), format);
            format!("{subject} in {span}: {}", format.money(last.amount))
        }
        (Measure::Avg12, _) => {
            let span = twelve_months(measure::twelve_months(last.span), format);
            format!("{subject} in {span}: {} a month", format.money(millions(last.value)))
        }
        _ => format!("{subject} in {span}: {}", format.money(last.amount)),
    }
}

/// The last value and what it is compared with.
fn where_it_stands(
    facts: &Trend,
    last: &Value,
    subject: &str,
    format: Format,
) -> Vec<Option<String>> {
    let span = format.span(last.span);
    let growth = facts.growth;
    let against = |it: Growth| {
        let base = format!("in {}", window(it.basis, it.base, format));
        times_or_percent(it, &base, format)
    };
    match facts.measure {
        Measure::Level => {
            let mut level = format!("In {span} {subject} came to {}", format.money(last.amount));
            if last.span.len() > facts.frequency.months() as usize {
                level += &format!(", {} a month", format.money(monthly_mean(last)));
            }
            match growth {
                None => vec![Some(level), Some(nothing_to_compare())],
                Some(it) if it.basis == Basis::TwelveMonths => {
                    let base = format.money(millions(it.base_value));
                    let second = format!(
                        "In {} they averaged {} a month, {} ({base})",
                        window(it.basis, it.now, format),
                        format.money(millions(it.now_value)),
                        against(it)
                    );
                    vec![Some(level), Some(second)]
                }
                Some(it) => vec![Some(format!("{level}, {}", against(it)))],
            }
        }
        Measure::Ytd | Measure::Sum12 | Measure::Avg12 => {
            let to_date = measure::year_to_date(last.span);
            let money = |value: f64| format.money(millions(value));
            let (level, base) = match facts.measure {
                // The total published for these months may be another.
                Measure::Ytd if !to_date.is_month() => {
                    let months = format.span(to_date);
                    let sum = money(last.value);
                    (format!("Month by month, {subject} in {months} add up to {sum}"), "those in")
                }
                Measure::Ytd => {
                    (format!("In {span} {subject} came to {}", money(last.value)), "in")
                }
                Measure::Avg12 => {
                    let window = twelve_months(measure::twelve_months(last.span), format);
                    let mean = money(last.value);
                    (format!("In {window} {subject} averaged {mean} a month"), "in")
                }
                _ => {
                    let window = twelve_months(measure::twelve_months(last.span), format);
                    (format!("In {window} {subject} came to {}", money(last.value)), "in")
                }
            };
            match growth {
                None => vec![Some(level), Some(nothing_to_compare())],
                Some(it) => {
                    let base = format!("{base} {}", window(it.basis, it.base, format));
                    let change = times_or_percent(it, &base, format);
                    vec![Some(format!("{level}, {change} ({})", money(it.base_value)))]
                }
            }
        }
        Measure::PerDay => {
            let value = |value: f64| format.money_value(Unit::MoneyPerDay, value);
            let level =
                format!("In {span} {subject} came to {} per working day", value(last.value));
            match growth {
                None => vec![Some(level), Some(nothing_to_compare())],
                Some(it) => {
                    vec![Some(format!("{level}, {} ({})", against(it), value(it.base_value)))]
                }
            }
        }
        Measure::Index => {
            let base = last.base.map_or(String::new(), |it| format.span(it));
            let index = format.value(Unit::Index, last.value);
            let level = if last.base == Some(last.span) {
                format!("The index of {subject} starts from 100 in {base}")
            } else {
                format!("In {span} the index of {subject} stands at {index}, with {base} at 100")
            };
            vec![
                Some(level),
                growth
                    .filter(|it| Some(it.base) != last.base)
                    .map(|it| format!("That is {}", against(it))),
            ]
        }
        Measure::Mom | Measure::Yoy => {
            let base = last.base.map_or(String::new(), |it| format!("in {}", format.span(it)));
            let figure = format.percent_words(last.value);
            let level = match Direction::of_percent(last.value) {
                Direction::Up => format!("{figure} higher than {base}"),
                Direction::Down => format!("{figure} lower than {base}"),
                Direction::Unchanged => format!("much the same as {base}"),
            };
            let level = format!("In {span} {subject} were {level}");
            vec![Some(level), facts.run.and_then(|run| ups_and_downs(facts, run, format))]
        }
    }
}

/// In how many of the periods shown exports rose, and the extremes.
fn ups_and_downs(facts: &Trend, run: Run, format: Format) -> Option<String> {
    if run.of < 2 {
        return None;
    }
    let (on, periods) = (on(facts), periods(facts));
    let mut text = match run.up {
        0 => format!("They rose {on} in none of the {} {periods} shown", run.of),
        up if up == run.of => format!("They rose {on} in each of the {up} {periods} shown"),
        up => format!("They rose {on} in {up} of the {} {periods} shown", run.of),
    };
    let extreme = |value: &Value| (format.span(value.span), format.percent_words(value.value));
    if let Some((span, figure)) =
        facts.peak().filter(|it| Direction::of_percent(it.value) == Direction::Up).map(extreme)
    {
        text += &format!(", most in {span}, by {figure}");
    }
    if let Some((span, figure)) =
        facts.trough().filter(|it| Direction::of_percent(it.value) == Direction::Down).map(extreme)
    {
        text += &format!("; the deepest fall was {figure}, in {span}");
    }
    Some(text)
}

/// `3.2 times as much as in FY20`, `16.1% more than in FY25`.
fn times_or_percent(it: Growth, base: &str, format: Format) -> String {
    if it.ratio >= 1.0 {
        format!("{} times as much as {base}", format.times(1.0 + it.ratio))
    } else {
        more_than(it.percent(), base, format)
    }
}

fn window(basis: Basis, span: Span, format: Format) -> String {
    match basis {
        Basis::TwelveMonths => twelve_months(span, format),
        Basis::SameMonths => format.span(span),
    }
}

/// Twelve months by the year they are, else by their end.
fn twelve_months(span: Span, format: Format) -> String {
    if span.is_fiscal_year() || span.start().number() == 1 {
        format.span(span)
    } else {
        format!("the twelve months to {}", format.month(span.end()))
    }
}

fn nothing_to_compare() -> String {
    "No comparable earlier figure is published".to_owned()
}

fn peak(facts: &Trend, format: Format) -> Option<String> {
    let (peak, last) = (facts.peak()?, facts.last()?);
    if !names_peak(facts) {
        return None;
    }
    let value = match facts.measure {
        Measure::PerDay => {
            format!("{} per working day", format.money_value(Unit::MoneyPerDay, peak.value))
        }
        _ => format.money(peak.amount),
    };
    if peak.span == last.span {
        return Some("It is the highest figure shown".to_owned());
    }
    Some(format!("The highest figure shown is {value}, in {}", format.span(peak.span)))
}

fn last_status(facts: &Trend) -> Option<String> {
    let status = status(facts.last()?.status)?;
    Some(format!("The last figure is {status}"))
}

fn status(status: Status) -> Option<&'static str> {
    match status {
        Status::Final => None,
        Status::Revised => Some("revised"),
        Status::Derived => Some("derived from published totals"),
        Status::Provisional => Some("provisional"),
    }
}

fn vintage(vintage: Vintage) -> Option<String> {
    match vintage {
        Vintage::Latest => None,
        Vintage::First => Some("Figures are as first published".to_owned()),
    }
}

fn missing(gaps: &[Span], range: Span, what: &str) -> Option<String> {
    let months = missing_months(gaps);
    (months > 0)
        .then(|| format!("No {what} is published for {months} of the {} months shown", range.len()))
}

fn left_out(facts: &Trend) -> Option<String> {
    (facts.left_out > 0).then(|| {
        let whole = several(facts.frequency);
        let (out, of) = (facts.left_out, facts.range.len());
        format!("Only whole {whole} are shown, which leaves out {out} of the {of} months")
    })
}

fn series_break(data: &Dataset, month: Month, format: Format) -> Option<String> {
    let newer = newer_heading(data)?;
    let older = data.sectors.split_from(newer)?;
    Some(format!(
        "From {} {} is counted apart from {}, and the series breaks there",
        format.month(month),
        name(data, newer),
        name(data, older)
    ))
}

fn nothing_chosen() -> Reading {
    Reading {
        title: "No sub-sector is chosen".to_owned(),
        sentence: "No sub-sector is chosen, so there is nothing to add up.".to_owned(),
    }
}

pub fn breakdown(data: &Dataset, facts: &Breakdown, format: Format) -> Reading {
    let subject = subject_words(data, facts.sectors);
    let period = format.span(facts.period);
    let title = match finding(facts) {
        Finding::NothingChosen => return nothing_chosen(),
        Finding::NotPublished => {
            return Reading {
                title: format!("No figure for {subject} in {period}"),
                sentence: format!("No figure for {subject} is published for {period}."),
            };
        }
        Finding::Mix(mix) => return mixed(data, facts, mix, &subject, format),
        Finding::One(whole) | Finding::Steady(whole) => match whole.change {
            Some(change) => format!("{subject} in {period}: {}", brief(change, format)),
            None => format!("{subject} in {period}: {}", format.money(whole.amount)),
        },
        Finding::Moved(whole, part, portion) => {
            moved_title(data, facts, whole, part, portion, &subject)
        }
        Finding::Largest(_, row) => {
            let share = share_words(row.share.unwrap_or(0.0), format);
            format!("{}: {share} of {subject} in {period}", heading(data, row.heading))
        }
    };
    let whole = facts.whole.as_ref();
    let sentences = vec![
        whole.map(|it| level(facts, it, &subject, format)),
        whole.and_then(|it| of_the_total(data, facts, it, format)),
        whole.and_then(|it| behind(data, facts, it, format)),
        no_comparison(data, facts, format),
        whole.and_then(|it| status(it.status)).map(|it| format!("The figures are {it}")),
        vintage(facts.vintage),
    ];
    Reading { title: capital(&title), sentence: sentences_of(sentences) }
}

fn moved_title(
    data: &Dataset,
    facts: &Breakdown,
    whole: &Whole,
    part: Contributor,
    portion: Portion,
    subject: &str,
) -> String {
    let up = whole.change.is_some_and(|it| it.direction() == Direction::Up);
    let part = actor(data, part.heading);
    let what = if up { "growth" } else { "decline" };
    let what = if facts.sectors == data.sectors.all() {
        what.to_owned()
    } else {
        format!("{what} in {subject}")
    };
    let brought = if up { "brought" } else { "accounted for" };
    let of = match portion {
        Portion::All => {
            let grown = if up { "grown" } else { "fallen" };
            return format!("without {part}, {subject} would not have {grown}");
        }
        Portion::NearlyAll => format!("nearly all of the {what}"),
        Portion::OverTwoThirds => format!("over two thirds of the {what}"),
        Portion::OverHalf => format!("over half of the {what}"),
        Portion::OverThird => format!("over a third of the {what}"),
        Portion::OverQuarter => format!("over a quarter of the {what}"),
        Portion::Largest => format!("the largest part of the {what}"),
    };
    format!("{part} {brought} {of}")
}

fn level(facts: &Breakdown, whole: &Whole, subject: &str, format: Format) -> String {
    let level = format!(
        "In {} {subject} came to {}",
        format.span(facts.period),
        format.money(whole.amount)
    );
    match whole.change {
        Some(it) => {
            let base = format!("in {}", format.span(it.base));
            format!("{level}, {}", compared(it, &base, format))
        }
        None => level,
    }
}

fn of_the_total(
    data: &Dataset,
    facts: &Breakdown,
    whole: &Whole,
    format: Format,
) -> Option<String> {
    if facts.sectors == data.sectors.all() {
        return None;
    }
    let share = share_words(whole.share_of_total?, format);
    Some(format!("That is {share} of all IT exports"))
}

/// A share that is not written as nothing or all when it is neither.
fn share_words(share: f64, format: Format) -> String {
    let percent = share * 100.0;
    match percent {
        percent if percent > 0.0 && percent < 0.05 => {
            format!("less than {}", format.percent_words(0.1))
        }
        percent if (99.95..100.0).contains(&percent) => {
            format!("more than {}", format.percent_words(99.9))
        }
        percent => format.percent_words(percent),
    }
}

/// What is behind the change, or behind the level where there is no change.
fn behind(data: &Dataset, facts: &Breakdown, whole: &Whole, format: Format) -> Option<String> {
    let points = |it: Contributor| format.points_words(it.points);
    let named = |it: Contributor| heading(data, it.heading);
    match finding(facts) {
        Finding::Moved(_, mover, portion) => {
            let change = whole.change?;
            let up = change.direction() == Direction::Up;
            let all = format.points_words(change.percent());
            let (part, own) = (capital(&named(mover)), points(mover));
            let (verb, whole) = if up { ("added", "rise") } else { ("took away", "fall") };
            let mut text = if portion == Portion::All {
                let than = if own == all { "as much as" } else { "more than" };
                format!("{part} {verb} {own} percentage points, {than} the whole {whole} of {all}")
            } else {
                format!("{part} {verb} most, {own} of the {all} percentage points")
            };
            if let Some(other) = countered(facts, change.direction()) {
                let verb = if up { "took away" } else { "added" };
                text += &format!("; {} {verb} {}", named(other), points(other));
            }
            Some(text)
        }
        Finding::Steady(_) => {
            let (gain, loss) = (facts.gain?, facts.loss?);
            Some(format!(
                "{} added {} percentage points, {} took away {}",
                capital(&named(gain)),
                points(gain),
                named(loss),
                points(loss)
            ))
        }
        Finding::Largest(_, row) => {
            let share = share_words(row.share?, format);
            Some(format!("The largest heading, with {share}, was {}", heading(data, row.heading)))
        }
        Finding::NothingChosen | Finding::NotPublished | Finding::Mix(_) | Finding::One(_) => None,
    }
}

fn no_comparison(data: &Dataset, facts: &Breakdown, format: Format) -> Option<String> {
    let base = format.span(facts.base);
    match facts.state {
        State::BaseNotPublished => {
            Some(format!("No division to compare with is published for {base}"))
        }
        State::SeriesBreak => series_break(data, facts.break_at?, format),
        State::BaseIsNil => Some(format!("In {base} there were none")),
        State::NothingChosen | State::NotPublished | State::Compared => None,
    }
}

fn mixed(data: &Dataset, facts: &Breakdown, mix: Mix, subject: &str, format: Format) -> Reading {
    let part = name(data, mix.sector);
    let share = |(_, share): (Span, f64)| share_words(share, format);
    let (first, last) = (share(mix.first), share(mix.last));
    let title = if first == last {
        format!("{part}: {last} of {subject}, as before")
    } else {
        format!("{part}: from {first} to {last} of {subject}")
    };
    let sentence = format!(
        "{} made up {last} of {subject} in {}, against {first} in {}",
        capital(&part),
        format.span(mix.last.0),
        format.span(mix.first.0)
    );
    let break_at = facts.columns.first().zip(facts.columns.last()).and_then(|(first, last)| {
        let month = data.sectors.break_in(facts.sectors)?;
        (first.span.start() < month && month <= last.span.end()).then_some(month)
    });
    let sentences = vec![
        Some(sentence),
        missing(&facts.gaps, facts.range, "division"),
        break_at.and_then(|it| series_break(data, it, format)),
        vintage(facts.vintage),
    ];
    Reading { title: capital(&title), sentence: sentences_of(sentences) }
}

/// A mean, rounded to thousands of dollars for wording.
fn millions(value: f64) -> Amount {
    Amount::from_thousands((value * 1000.0).round() as i64)
}

fn monthly_mean(value: &Value) -> Amount {
    millions(value.amount.millions() / value.span.len() as f64)
}

/// `exports of freelance work`: always plural.
fn subject_words(data: &Dataset, sectors: SectorSet) -> String {
    match subject(data, sectors) {
        Subject::All => "IT exports".to_owned(),
        Subject::AllBut(sector) => format!("IT exports without {}", name(data, sector)),
        Subject::Nodes(nodes) => {
            let names: Vec<String> = nodes.iter().map(|&it| name(data, it)).collect();
            format!("exports of {}", list(&names))
        }
        Subject::Some(count) => format!(
            "exports of the {} chosen sub-sectors",
            number(count, Format::new(Lang::En, None))
        ),
    }
}

/// `a, b and c`.
fn list(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

fn number(number: usize, format: Format) -> String {
    const WORDS: [&str; 13] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    WORDS.get(number).map_or_else(|| format.count(number), |it| (*it).to_owned())
}

/// A heading as the one that moved something.
fn actor(data: &Dataset, it: Heading) -> String {
    match it {
        Heading::Sector(sector) if data.sectors.get(sector).code == "computer.freelance" => {
            "freelancers".to_owned()
        }
        it => heading(data, it),
    }
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
        _ => with_first(&sector.name.en, str::make_ascii_lowercase),
    }
}

fn capital(text: &str) -> String {
    with_first(text, str::make_ascii_uppercase)
}

/// `text` with another case of its first letter. English needs no tables of Unicode for
/// that, which would cost the reader more than every sentence of a block.
fn with_first(text: &str, change: fn(&mut str)) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        change(first);
    }
    text
}

fn sentences_of(sentences: Vec<Option<String>>) -> String {
    super::sentences_of(sentences, ".")
}
