//! Urdu sentences.
//!
//! برآمدات is feminine plural throughout; names stand before postpositions, so they are in
//! the oblique unless a heading opens with them.

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
    let record = if highest { "ریکارڈ " } else { "" };
    let mut title = format!("{month} میں آئی ٹی برآمدات {record}{amount}");
    if let Some(change) = facts.on_year {
        title += &format!("، {}", compared(change, &period(change.base, format), format));
    }
    let opening = match facts.vintage {
        Vintage::Latest => "",
        Vintage::First => "پہلی اشاعت کے مطابق ",
    };
    let level = format!("{opening}{month} میں پاکستان کی آئی ٹی برآمدات {amount} رہیں");
    let verb = if facts.is_latest_month { "ہیں" } else { "تھیں" };
    let level = match changes(facts).as_slice() {
        [] => level,
        clauses => format!("{level}، جو {} {verb}", joined(clauses, facts.month, format)),
    };
    sentences_of(
        title,
        vec![
            Some(level),
            contrary_per_day(facts).map(|it| per_day(it, facts.month, format)),
            standing(facts).map(|it| stands(it.claim, it.when, facts.month, format)),
            facts.largest.map(|it| contributor(data, it, format)),
            firmness(facts, format),
        ],
    )
}

/// The year is said only where it is another than the month's.
fn base_month(base: Month, month: Month, format: Format) -> String {
    if base.year() == month.year() {
        format.month_name(base).to_owned()
    } else {
        format.month(base)
    }
}

/// `ستمبر کے مقابلے میں 15.5 فیصد زیادہ`.
fn against(percent: f64, base: &str, format: Format) -> String {
    let figure = format.percent_words(percent);
    match Direction::of_percent(percent) {
        Direction::Up => format!("{base} کے مقابلے میں {figure} زیادہ"),
        Direction::Down => format!("{base} کے مقابلے میں {figure} کم"),
        Direction::Unchanged => format!("تقریباً {base} کے برابر"),
    }
}

/// The same, with equality told from what only rounds to it.
fn compared(it: Change, base: &str, format: Format) -> String {
    if it.ratio == 0.0 {
        format!("{base} کے برابر")
    } else {
        against(it.percent(), base, format)
    }
}

/// Two changes; what goes the same way is said once, at the end.
fn joined(changes: &[Change], month: Month, format: Format) -> String {
    let clause = |it: Change| compared(it, &base_month(it.base.start(), month, format), format);
    match changes {
        &[first, second] => match (first.direction(), second.direction()) {
            (Direction::Up, Direction::Up) | (Direction::Down, Direction::Down) => {
                let base = base_month(first.base.start(), month, format);
                let figure = format.percent_words(first.percent());
                format!("{base} کے مقابلے میں {figure} اور {}", clause(second))
            }
            (Direction::Up, Direction::Down) | (Direction::Down, Direction::Up) => {
                format!("{} مگر {}", clause(first), clause(second))
            }
            (Direction::Unchanged, _) | (_, Direction::Unchanged) => {
                format!("{} اور {}", clause(first), clause(second))
            }
        },
        changes => changes.iter().map(|&it| clause(it)).collect::<Vec<_>>().join(" اور "),
    }
}

fn per_day(it: PerDayChange, month: Month, format: Format) -> String {
    let base = base_month(it.base.start(), month, format);
    let change = against(it.percent(), &base, format);
    format!(
        "فی یومِ کار برآمدات {change} رہیں ({} کے مقابلے میں {} ایامِ کار)",
        it.base_days, it.days
    )
}

fn stands(claim: Claim, when: When, month: Month, format: Format) -> String {
    let name = format.month_name(month);
    let highest = |joint: bool| {
        if joint { "مشترکہ طور پر بلند ترین" } else { "بلند ترین" }
    };
    let claim = match claim {
        Claim::Highest { joint } => format!("تمام مہینوں کی {} سطح", highest(joint)),
        Claim::HighestOfName { joint, overall: None } => {
            format!("کسی بھی {name} کی {} سطح", highest(joint))
        }
        Claim::HighestOfName { joint, overall: Some(place) } => {
            let highest = highest(joint);
            let place = ordinal_highest(place);
            format!("کسی بھی {name} کی {highest} اور تمام مہینوں میں {place} سطح")
        }
        Claim::High { place } => format!("تمام مہینوں میں {} سطح", ordinal_highest(place)),
        Claim::Lowest => "تمام مہینوں کی کم ترین سطح".to_owned(),
        Claim::LowestSince(since) => {
            let verb = if when == When::Now { "ہے" } else { "تھی" };
            return format!("یہ {} کے بعد کی کم ترین ماہانہ سطح {verb}", format.month(since));
        }
    };
    match when {
        When::Now => format!("یہ اب تک {claim} ہے"),
        When::Then => format!("یہ اس وقت تک {claim} تھی"),
        When::Still => format!("یہ آج بھی {claim} ہے"),
    }
}

fn ordinal_highest(place: usize) -> String {
    let ordinal = match place {
        1 => return "بلند ترین".to_owned(),
        2 => "دوسری",
        3 => "تیسری",
        4 => "چوتھی",
        5 => "پانچویں",
        place => return format!("{place}ویں بلند ترین"),
    };
    format!("{ordinal} بلند ترین")
}

fn contributor(data: &Dataset, it: Contributor, format: Format) -> String {
    let change = if it.points > 0.0 { "اضافے" } else { "کمی" };
    format!(
        "سالانہ {change} میں سب سے بڑا حصہ {} کا رہا، یعنی {} فیصد پوائنٹ",
        heading(data, it.heading),
        format.points_words(it.points)
    )
}

fn firmness(facts: &Headline, format: Format) -> Option<String> {
    let status = status(facts.status).map(|it| format!("یہ عدد {it}"));
    let other = other_print(facts).map(|it| {
        let amount = format.money(it.amount);
        let published = published(it.published, format);
        match facts.vintage {
            Vintage::Latest => format!("پہلی بار {published} یہ رقم {amount} بتائی گئی تھی"),
            Vintage::First => format!("آخری بار {published} یہ رقم {amount} بتائی گئی"),
        }
    });
    match (status, other) {
        (None, other) => other,
        (status, None) => status,
        (Some(status), Some(other)) => Some(format!("{status}؛ {other}")),
    }
}

/// `20 نومبر 2023 کو`, `نومبر 2023 میں`.
fn published(date: Date, format: Format) -> String {
    let postposition = if date.day.is_some() { "کو" } else { "میں" };
    format!("{} {postposition}", format.date(date))
}

pub fn year_to_date(it: &YearToDate, format: Format) -> String {
    let amount = format.money(it.amount);
    if it.span.is_month() {
        let year = format.fiscal_year(it.span.end());
        let month = period(it.span, format);
        let level = format!("{year} کے پہلے مہینے {month} میں برآمدات {amount} رہیں");
        return match it.change {
            Some(change) => {
                let base = period(change.base, format);
                format!("{level}، جو {} ہیں۔", compared(change, &base, format))
            }
            None => format!("{level}۔"),
        };
    }
    let level = format!("{} کے مہینوں کا مجموعہ {amount} ہے", months_of(it.span, format));
    match it.change {
        Some(change) => {
            let base = months_of(change.base, format);
            format!("{level}، جو {} ہے۔", compared(change, &base, format))
        }
        None => format!("{level}۔"),
    }
}

pub fn story_check(facts: &Headline, format: Format) -> Option<Reading> {
    let (on_month, on_year) = (facts.on_month?, facts.on_year?);
    let (day_month, day_year) = (facts.per_day_on_month?, facts.per_day_on_year?);
    let change = |percent: f64| {
        let figure = format.percent_words(percent);
        match Direction::of_percent(percent) {
            Direction::Up => format!("{figure} زیادہ"),
            Direction::Down => format!("{figure} کم"),
            Direction::Unchanged => format!("{figure} تبدیل"),
        }
    };
    let days = format!(
        "{} میں {} ایامِ کار تھے اور {} میں {}، اس لیے فی یومِ کار برآمدات ماہانہ بنیاد پر {} اور \
         سالانہ بنیاد پر {} تھیں",
        format.month_name(facts.month),
        day_month.days,
        format.month_name(on_month.base.start()),
        day_month.base_days,
        change(day_month.percent()),
        change(day_year.percent()),
    );
    let level = format!(
        "{} میں برآمدات {} رہیں: {} کے مقابلے میں {} اور {} کے مقابلے میں {}",
        format.month(facts.month),
        format.money(facts.amount),
        period(on_month.base, format),
        change(on_month.percent()),
        period(on_year.base, format),
        change(on_year.percent()),
    );
    Some(sentences_of("کیا اضافہ واقعی 15 فیصد تھا؟".to_owned(), vec![Some(level), Some(days)]))
}

pub fn trend(data: &Dataset, facts: &Trend, format: Format) -> Reading {
    let subject = subject_words(data, facts.sectors);
    let title = match (course(facts), facts.last()) {
        (Course::NothingChosen, _) => return nothing_chosen(),
        (Course::NothingPublished, _) => {
            let range = period(facts.range, format);
            return sentences_of(
                format!("{subject}: {range} کا کوئی عدد نہیں"),
                vec![Some(format!("{range} کے لیے {subject} کا کوئی عدد شائع نہیں ہوا"))],
            );
        }
        (Course::TooFew, _) => {
            let (what, range) = (needs(facts), period(facts.range, format));
            return sentences_of(
                format!("{what} کے لیے اعداد ناکافی"),
                vec![Some(format!(
                    "{range} میں {subject} کے شائع شدہ اعداد {what} کے لیے ناکافی ہیں"
                ))],
            );
        }
        (Course::Run(run), Some(last)) => run_title(data, facts, run, last, &subject, format),
        (Course::Growth(growth), Some(last)) => match facts.measure {
            Measure::Ytd => {
                let change = against(growth.percent(), &period(growth.base, format), format);
                format!("{} میں {subject}: {change}", period(growth.now, format))
            }
            Measure::PerDay => {
                let subject = format!("فی یومِ کار {subject}");
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
    sentences.push(missing(&facts.gaps, facts.range, "کا کوئی عدد شائع نہیں ہوا"));
    sentences.push(left_out(facts));
    sentences.push(facts.break_at.and_then(|it| series_break(data, it, format)));
    sentences_of(title, sentences)
}

/// `چھ برس میں آئی ٹی برآمدات تین گنا سے بھی زیادہ`.
fn growth_title(
    data: &Dataset,
    growth: &Growth,
    last: &Value,
    subject: &str,
    format: Format,
) -> String {
    let up_to_now = last.span.end() == data.monthly_record().end();
    let fold = |times: u32| match times {
        2 => "دگنی".to_owned(),
        times => format!("{} گنا", number(times as usize, format)),
    };
    let changed = match size(growth) {
        Size::Nearly(times) => format!("{subject} تقریباً {}", fold(times)),
        Size::Exactly(times) => format!("{subject} {}", fold(times)),
        Size::MoreThan(times) => format!("{subject} {} سے بھی زیادہ", fold(times)),
        Size::MoreThanHalved => format!("{subject} نصف سے بھی کم"),
        Size::Up(percent) => format!("{subject} میں {} اضافہ", format.percent_words(percent)),
        Size::Down(percent) => format!("{subject} میں {} کمی", format.percent_words(percent)),
        Size::Unchanged => format!("{subject} میں کوئی خاص تبدیلی نہیں"),
    };
    let time = match years_between(growth.base, growth.now) {
        Some(years) if up_to_now => format!("{} برس میں", number(years as usize, format)),
        Some(years) => format!(
            "{} تک کے {} برس میں",
            format.month(growth.now.end()),
            number(years as usize, format)
        ),
        None if up_to_now => format!("{} کے بعد سے", period(growth.base, format)),
        None => format!(
            "{} کے مقابلے میں {} میں",
            period(growth.base, format),
            period(growth.now, format)
        ),
    };
    format!("{time} {changed}")
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
    let on = on(facts);
    let change = match run.direction {
        Direction::Up => "اضافہ",
        Direction::Down | Direction::Unchanged => "کمی",
    };
    let count = number(run.count, format);
    let periods = match facts.frequency {
        _ if !run.regular => "مدتوں",
        Frequency::Monthly => "ماہ",
        frequency => several(frequency),
    };
    if up_to_now {
        format!("{subject}: مسلسل {count} {periods} سے {on} {change}")
    } else {
        let last = period(last.span, format);
        format!("{subject}: {last} تک مسلسل {count} {periods} میں {on} {change}")
    }
}

/// `سالانہ`.
fn on(facts: &Trend) -> &'static str {
    match (facts.measure, facts.frequency) {
        (Measure::Mom, Frequency::Monthly) => "ماہانہ",
        (Measure::Mom, Frequency::Quarterly) => "سہ ماہی",
        _ => "سالانہ",
    }
}

/// What the values shown are of, before a postposition.
fn periods(facts: &Trend) -> &'static str {
    if facts.values.iter().all(|it| is_regular(facts, it)) {
        several(facts.frequency)
    } else {
        "مدتوں"
    }
}

fn several(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Monthly => "مہینوں",
        Frequency::Quarterly => "سہ ماہیوں",
        Frequency::FiscalYear => "مالی برسوں",
        Frequency::CalendarYear => "کیلنڈر برسوں",
    }
}

/// What a measure needs figures for, before a postposition.
fn needs(facts: &Trend) -> &'static str {
    match (facts.measure, facts.frequency) {
        (Measure::Level, _) => "برآمدات",
        (Measure::Mom, Frequency::Quarterly) => "سہ ماہی تبدیلی",
        (Measure::Mom, _) => "ماہانہ تبدیلی",
        (Measure::Yoy, _) => "سالانہ تبدیلی",
        (Measure::Ytd, _) => "جولائی سے شروع ہونے والے مجموعے",
        (Measure::Sum12, _) => "بارہ ماہ کے مجموعے",
        (Measure::Avg12, _) => "بارہ ماہ کی اوسط",
        (Measure::PerDay, _) => "فی یومِ کار رقم",
        (Measure::Index, _) => "اشاریے",
    }
}

fn last_title(facts: &Trend, last: &Value, subject: &str, format: Format) -> String {
    let span = period(last.span, format);
    match (facts.measure, last.base) {
        (Measure::Mom | Measure::Yoy, Some(base)) => {
            let change = against(last.value, &period(base, format), format);
            format!("{span} میں {subject}: {change}")
        }
        (Measure::Index, Some(base)) => {
            let index = format.value(Unit::Index, last.value);
            let base = period(base, format);
            format!("{span} میں {subject} کا اشاریہ {index}، جب کہ {base} میں 100")
        }
        (Measure::PerDay, _) => {
            let value = format.money_value(Unit::MoneyPerDay, last.value);
            format!("{span} میں {subject} فی یومِ کار {value}")
        }
        (Measure::Ytd, _) => {
            let span = period(measure::year_to_date(last.span), format);
            format!("{span} میں {subject} {}", format.money(last.amount))
        }
        (Measure::Sum12, _) => {
            let span = twelve_months(measure::twelve_months(last.span), format);
            format!("{span} میں {subject} {}", format.money(last.amount))
        }
        (Measure::Avg12, _) => {
            let span = twelve_months(measure::twelve_months(last.span), format);
            format!("{span} میں {subject} ماہانہ {}", format.money(millions(last.value)))
        }
        _ => format!("{span} میں {subject} {}", format.money(last.amount)),
    }
}

/// The last value and what it is compared with.
fn where_it_stands(
    facts: &Trend,
    last: &Value,
    subject: &str,
    format: Format,
) -> Vec<Option<String>> {
    let span = period(last.span, format);
    let growth = facts.growth;
    let from = |it: Growth| times_or_percent(it, &window(it.basis, it.base, format), format);
    let with_amount = |it: Growth, amount: String| {
        let base = format!("{} ({amount})", window(it.basis, it.base, format));
        times_or_percent(it, &base, format)
    };
    match facts.measure {
        Measure::Level => {
            let mut level = format!("{span} میں {subject} {} رہیں", format.money(last.amount));
            if last.span.len() > facts.frequency.months() as usize {
                level += &format!("، یعنی ماہانہ {}", format.money(monthly_mean(last)));
            }
            match growth {
                None => vec![Some(level), Some(nothing_to_compare())],
                Some(it) if it.basis == Basis::TwelveMonths => {
                    let second = format!(
                        "{} میں ان کی ماہانہ اوسط {} رہی، جو {} ہے",
                        window(it.basis, it.now, format),
                        format.money(millions(it.now_value)),
                        with_amount(it, format.money(millions(it.base_value)))
                    );
                    vec![Some(level), Some(second)]
                }
                Some(it) => vec![Some(format!("{level}، جو {} ہیں", from(it)))],
            }
        }
        Measure::Ytd | Measure::Sum12 | Measure::Avg12 => {
            let to_date = measure::year_to_date(last.span);
            let money = |value: f64| format.money(millions(value));
            let (level, verb) = match facts.measure {
                // The total published for these months may be another.
                Measure::Ytd if !to_date.is_month() => {
                    let (months, sum) = (period(to_date, format), money(last.value));
                    (format!("{months} میں {subject} کا ماہ بہ ماہ مجموعہ {sum} ہے"), "ہے")
                }
                Measure::Ytd => (format!("{span} میں {subject} {} رہیں", money(last.value)), "ہیں"),
                Measure::Avg12 => {
                    let window = twelve_months(measure::twelve_months(last.span), format);
                    let mean = money(last.value);
                    (format!("{window} میں {subject} کی ماہانہ اوسط {mean} رہی"), "ہے")
                }
                _ => {
                    let window = twelve_months(measure::twelve_months(last.span), format);
                    (format!("{window} میں {subject} {} رہیں", money(last.value)), "ہیں")
                }
            };
            match growth {
                None => vec![Some(level), Some(nothing_to_compare())],
                Some(it) => {
                    let change = with_amount(it, money(it.base_value));
                    vec![Some(format!("{level}، جو {change} {verb}"))]
                }
            }
        }
        Measure::PerDay => {
            let value = |value: f64| format.money_value(Unit::MoneyPerDay, value);
            let level = format!("{span} میں {subject} فی یومِ کار {} رہیں", value(last.value));
            match growth {
                None => vec![Some(level), Some(nothing_to_compare())],
                Some(it) => {
                    let change = with_amount(it, value(it.base_value));
                    vec![Some(format!("{level}، جو {change} ہیں"))]
                }
            }
        }
        Measure::Index => {
            let base = last.base.map_or(String::new(), |it| period(it, format));
            let index = format.value(Unit::Index, last.value);
            let level = if last.base == Some(last.span) {
                format!("{subject} کے اشاریے کی بنیاد {base} ہے، جس کی سطح 100 ہے")
            } else {
                format!("{span} میں {subject} کا اشاریہ {index} ہے، جب کہ {base} کی سطح 100 ہے")
            };
            let change = growth.filter(|it| Some(it.base) != last.base);
            vec![Some(level), change.map(|it| format!("یہ {} ہے", from(it)))]
        }
        Measure::Mom | Measure::Yoy => {
            let base = last.base.map_or(String::new(), |it| period(it, format));
            let change = against(last.value, &base, format);
            let level = format!("{span} میں {subject} {change} رہیں");
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
    // Months and years are masculine, quarters and spans feminine.
    let masculine = periods == several(facts.frequency) && facts.frequency != Frequency::Quarterly;
    let shown = if masculine { "دکھائے گئے" } else { "دکھائی گئی" };
    let mut text = match run.up {
        0 => format!("{shown} {} {periods} میں سے کسی میں {on} اضافہ نہیں ہوا", run.of),
        up if up == run.of => format!("{shown} تمام {up} {periods} میں {on} اضافہ ہوا"),
        up => format!("{shown} {} میں سے {up} {periods} میں {on} اضافہ ہوا", run.of),
    };
    let extreme = |value: &Value| (period(value.span, format), format.percent_words(value.value));
    if let Some((span, figure)) =
        facts.peak().filter(|it| Direction::of_percent(it.value) == Direction::Up).map(extreme)
    {
        text += &format!("، سب سے زیادہ {span} میں ({figure})");
    }
    if let Some((span, figure)) =
        facts.trough().filter(|it| Direction::of_percent(it.value) == Direction::Down).map(extreme)
    {
        text += &format!("؛ سب سے بڑی کمی {figure} تھی، {span} میں");
    }
    Some(text)
}

/// `مالی سال 2020 کے مقابلے میں 3.2 گنا`.
fn times_or_percent(it: Growth, base: &str, format: Format) -> String {
    if it.ratio >= 1.0 {
        format!("{base} کے مقابلے میں {} گنا", format.times(1.0 + it.ratio))
    } else {
        against(it.percent(), base, format)
    }
}

fn window(basis: Basis, span: Span, format: Format) -> String {
    match basis {
        Basis::TwelveMonths => twelve_months(span, format),
        Basis::SameMonths => period(span, format),
    }
}

/// Twelve months by the year they are, else by their end.
fn twelve_months(span: Span, format: Format) -> String {
    if span.is_fiscal_year() || span.start().number() == 1 {
        period(span, format)
    } else {
        format!("{} تک کے بارہ ماہ", format.month(span.end()))
    }
}

fn nothing_to_compare() -> String {
    "موازنے کے لیے پہلے کا کوئی عدد شائع نہیں ہوا".to_owned()
}

fn peak(facts: &Trend, format: Format) -> Option<String> {
    let (peak, last) = (facts.peak()?, facts.last()?);
    if !names_peak(facts) {
        return None;
    }
    let value = match facts.measure {
        Measure::PerDay => {
            format!("فی یومِ کار {}", format.money_value(Unit::MoneyPerDay, peak.value))
        }
        _ => format.money(peak.amount),
    };
    if peak.span == last.span {
        return Some("یہ دکھائی گئی مدت کی بلند ترین سطح ہے".to_owned());
    }
    let span = period(peak.span, format);
    Some(format!("دکھائی گئی مدت کی بلند ترین سطح {value} ہے، جو {span} میں رہی"))
}

fn last_status(facts: &Trend) -> Option<String> {
    let status = status(facts.last()?.status)?;
    Some(format!("آخری عدد {status}"))
}

fn status(status: Status) -> Option<&'static str> {
    match status {
        Status::Final => None,
        Status::Revised => Some("نظرثانی شدہ ہے"),
        Status::Derived => Some("شائع شدہ مجموعوں سے اخذ کیا گیا ہے"),
        Status::Provisional => Some("عبوری ہے"),
    }
}

fn vintage(vintage: Vintage) -> Option<String> {
    match vintage {
        Vintage::Latest => None,
        Vintage::First => Some("اعداد وہی ہیں جو پہلی بار شائع ہوئے".to_owned()),
    }
}

fn missing(gaps: &[Span], range: Span, what: &str) -> Option<String> {
    let months = missing_months(gaps);
    (months > 0).then(|| format!("دکھائے گئے {} میں سے {months} مہینوں {what}", range.len()))
}

fn left_out(facts: &Trend) -> Option<String> {
    (facts.left_out > 0).then(|| {
        let whole = match facts.frequency {
            Frequency::Monthly => "مہینے دکھائے گئے",
            Frequency::Quarterly => "سہ ماہیاں دکھائی گئی",
            Frequency::FiscalYear => "مالی سال دکھائے گئے",
            Frequency::CalendarYear => "کیلنڈر سال دکھائے گئے",
        };
        let (out, of) = (facts.left_out, facts.range.len());
        let months =
            if out == 1 { "مہینہ شامل نہیں" } else { "مہینے شامل نہیں" };
        format!("صرف مکمل {whole} ہیں، اس لیے {of} میں سے {out} {months}")
    })
}

fn series_break(data: &Dataset, month: Month, format: Format) -> Option<String> {
    let newer = newer_heading(data)?;
    let older = data.sectors.split_from(newer)?;
    Some(format!(
        "{} سے {} کو {} سے الگ گنا جاتا ہے، اس لیے سلسلہ وہاں ٹوٹ جاتا ہے",
        format.month(month),
        name(data, newer),
        name(data, older)
    ))
}

fn nothing_chosen() -> Reading {
    sentences_of(
        "کوئی ذیلی شعبہ منتخب نہیں".to_owned(),
        vec![Some("کوئی ذیلی شعبہ منتخب نہیں، اس لیے جمع کرنے کو کچھ نہیں".to_owned())],
    )
}

pub fn breakdown(data: &Dataset, facts: &Breakdown, format: Format) -> Reading {
    let subject = subject_words(data, facts.sectors);
    let span = period(facts.period, format);
    let title = match finding(facts) {
        Finding::NothingChosen => return nothing_chosen(),
        Finding::NotPublished => {
            return sentences_of(
                format!("{subject}: {span} کا کوئی عدد نہیں"),
                vec![Some(format!("{span} کے لیے {subject} کا کوئی عدد شائع نہیں ہوا"))],
            );
        }
        Finding::Mix(mix) => return mixed(data, facts, mix, &subject, format),
        Finding::One(whole) | Finding::Steady(whole) => match whole.change {
            Some(change) => {
                let change = compared(change, &period(change.base, format), format);
                format!("{span} میں {subject}: {change}")
            }
            None => format!("{span} میں {subject} {}", format.money(whole.amount)),
        },
        Finding::Moved(whole, part, portion) => {
            moved_title(data, facts, whole, part, portion, &subject)
        }
        Finding::Largest(_, row) => {
            let share = share_words(row.share.unwrap_or(0.0), format);
            let part = heading(data, row.heading);
            format!("{span} کی {subject} میں {part} کا حصہ {share}")
        }
    };
    let whole = facts.whole.as_ref();
    sentences_of(
        title,
        vec![
            whole.map(|it| level(facts, it, &subject, format)),
            whole.and_then(|it| of_the_total(data, facts, it, format)),
            whole.and_then(|it| behind(data, facts, it, format)),
            no_comparison(data, facts, format),
            whole.and_then(|it| figures_status(it.status)).map(str::to_owned),
            vintage(facts.vintage),
        ],
    )
}

fn figures_status(status: Status) -> Option<&'static str> {
    match status {
        Status::Final => None,
        Status::Revised => Some("اعداد نظرثانی شدہ ہیں"),
        Status::Derived => Some("اعداد شائع شدہ مجموعوں سے اخذ کیے گئے ہیں"),
        Status::Provisional => Some("اعداد عبوری ہیں"),
    }
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
    let (what, of, thanks) = if up {
        ("اضافہ", "اضافے", "کی بدولت")
    } else {
        ("کمی", "کمی", "کی وجہ سے")
    };
    let within = if facts.sectors == data.sectors.all() {
        String::new()
    } else {
        format!("{subject} میں ")
    };
    let portion = match portion {
        Portion::All if up => return format!("{part} کے بغیر {subject} میں اضافہ نہ ہوتا"),
        Portion::All => return format!("{part} کے بغیر {subject} میں کمی نہ ہوتی"),
        Portion::NearlyAll => format!("تقریباً تمام {what}"),
        Portion::OverTwoThirds => format!("دو تہائی سے زائد {what}"),
        Portion::OverHalf => format!("نصف سے زائد {what}"),
        Portion::OverThird => format!("ایک تہائی سے زائد {what}"),
        Portion::OverQuarter => format!("ایک چوتھائی سے زائد {what}"),
        Portion::Largest => format!("{of} کا سب سے بڑا حصہ"),
    };
    format!("{within}{portion} {part} {thanks}")
}

fn level(facts: &Breakdown, whole: &Whole, subject: &str, format: Format) -> String {
    let span = period(facts.period, format);
    let level = format!("{span} میں {subject} {} رہیں", format.money(whole.amount));
    match whole.change {
        Some(it) => {
            let change = compared(it, &period(it.base, format), format);
            format!("{level}، جو {change} ہیں")
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
    Some(format!("تمام آئی ٹی برآمدات میں ان کا حصہ {share} ہے"))
}

/// A share that is not written as nothing or all when it is neither.
fn share_words(share: f64, format: Format) -> String {
    let percent = share * 100.0;
    match percent {
        percent if percent > 0.0 && percent < 0.05 => {
            format!("{} سے کم", format.percent_words(0.1))
        }
        percent if (99.95..100.0).contains(&percent) => {
            format!("{} سے زیادہ", format.percent_words(99.9))
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
            let (part, own) = (named(mover), points(mover));
            let (noun, of, than, counter) = if up {
                ("کا اضافہ ہوا", "اضافے", "کل اضافے", "کی کمی ہوئی")
            } else {
                ("کی کمی ہوئی", "کمی", "کل کمی", "کا اضافہ ہوا")
            };
            let mut text = if portion == Portion::All {
                let than = if own == all {
                    format!("جو {than} ({all}) کے برابر ہے")
                } else {
                    format!("جو {than} ({all}) سے بھی زیادہ ہے")
                };
                format!("{part} سے {own} فیصد پوائنٹ {noun}، {than}")
            } else {
                format!("{of} میں سب سے بڑا حصہ {part} کا رہا: {all} میں سے {own} فیصد پوائنٹ")
            };
            if let Some(other) = countered(facts, change.direction()) {
                let (other, points) = (named(other), points(other));
                text += &format!("؛ اس کے برعکس {other} سے {points} {counter}");
            }
            Some(text)
        }
        Finding::Steady(_) => {
            let (gain, loss) = (facts.gain?, facts.loss?);
            Some(format!(
                "{} سے {} فیصد پوائنٹ کا اضافہ اور {} سے {} کی کمی ہوئی",
                named(gain),
                points(gain),
                named(loss),
                points(loss)
            ))
        }
        Finding::Largest(_, row) => {
            let share = share_words(row.share?, format);
            Some(format!("سب سے بڑا حصہ، {share}، {} کا تھا", heading(data, row.heading)))
        }
        Finding::NothingChosen | Finding::NotPublished | Finding::Mix(_) | Finding::One(_) => None,
    }
}

fn no_comparison(data: &Dataset, facts: &Breakdown, format: Format) -> Option<String> {
    let base = period(facts.base, format);
    match facts.state {
        State::BaseNotPublished => Some(format!("موازنے کے لیے {base} کی تقسیم شائع نہیں ہوئی")),
        State::SeriesBreak => series_break(data, facts.break_at?, format),
        State::BaseIsNil => Some(format!("{base} میں یہ برآمدات صفر تھیں")),
        State::NothingChosen | State::NotPublished | State::Compared => None,
    }
}

fn mixed(data: &Dataset, facts: &Breakdown, mix: Mix, subject: &str, format: Format) -> Reading {
    let part = name(data, mix.sector);
    let share = |(_, share): (Span, f64)| share_words(share, format);
    let (first, last) = (share(mix.first), share(mix.last));
    let title = if first == last {
        format!("{subject} میں {part} کا حصہ پہلے کی طرح {last}")
    } else {
        let way = if mix.last.1 > mix.first.1 { "بڑھ کر" } else { "کم ہو کر" };
        format!("{subject} میں {part} کا حصہ {first} سے {way} {last}")
    };
    let sentence = format!(
        "{} کی {subject} میں {part} کا حصہ {last} رہا، جو {} میں {first} تھا",
        period(mix.last.0, format),
        period(mix.first.0, format)
    );
    let break_at = facts.columns.first().zip(facts.columns.last()).and_then(|(first, last)| {
        let month = data.sectors.break_in(facts.sectors)?;
        (first.span.start() < month && month <= last.span.end()).then_some(month)
    });
    sentences_of(
        title,
        vec![
            Some(sentence),
            missing(&facts.gaps, facts.range, "کی تقسیم شائع نہیں ہوئی"),
            break_at.and_then(|it| series_break(data, it, format)),
            vintage(facts.vintage),
        ],
    )
}

/// A mean, rounded to thousands of dollars for wording.
fn millions(value: f64) -> Amount {
    Amount::from_thousands((value * 1000.0).round() as i64)
}

fn monthly_mean(value: &Value) -> Amount {
    millions(value.amount.millions() / value.span.len() as f64)
}

/// A period before a postposition: `مالی سال 2026 کے جولائی تا مارچ`, without the comma
/// of labels.
fn period(span: Span, format: Format) -> String {
    if span.is_month() || span.is_fiscal_year() || span.fiscal_year_to_date().is_none() {
        let words = format.span(span);
        let calendar_year = span.len() == 12 && span.start().number() == 1;
        return if calendar_year { format!("سال {words}") } else { words };
    }
    format!("{} کے {}", format.fiscal_year(span.end()), months_between(span, format))
}

/// The same where another `کے` follows.
fn months_of(span: Span, format: Format) -> String {
    if span.is_fiscal_year() {
        format.fiscal_year(span.end())
    } else {
        format!("{} میں {}", format.fiscal_year(span.end()), months_between(span, format))
    }
}

fn months_between(span: Span, format: Format) -> String {
    format!("{} تا {}", format.month_name(span.start()), format.month_name(span.end()))
}

/// `فری لانسنگ کی برآمدات`: feminine plural.
fn subject_words(data: &Dataset, sectors: SectorSet) -> String {
    match subject(data, sectors) {
        Subject::All => "آئی ٹی برآمدات".to_owned(),
        Subject::AllBut(sector) => format!("{} کے بغیر آئی ٹی برآمدات", name(data, sector)),
        Subject::Nodes(nodes) => {
            let names: Vec<String> = nodes.iter().map(|&it| name(data, it)).collect();
            format!("{} کی برآمدات", list(&names))
        }
        Subject::Some(count) => {
            let count = number(count, Format::new(Lang::Ur, None));
            format!("منتخب {count} ذیلی شعبوں کی برآمدات")
        }
    }
}

/// `الف، ب اور ج`.
fn list(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} اور {last}", first.join("، ")),
    }
}

fn number(number: usize, format: Format) -> String {
    const WORDS: [&str; 13] =
        ["صفر", "ایک", "دو", "تین", "چار", "پانچ", "چھ", "سات", "آٹھ", "نو", "دس", "گیارہ", "بارہ"];
    WORDS.get(number).map_or_else(|| format.count(number), |it| (*it).to_owned())
}

/// A heading before a postposition.
fn heading(data: &Dataset, heading: Heading) -> String {
    match heading {
        Heading::Sector(sector) => name(data, sector),
        Heading::NotItemised(SectorId::TOTAL) => "بلا تفصیل رقم".to_owned(),
        Heading::NotItemised(sector) => format!("بلا تفصیل {}", name(data, sector)),
    }
}

/// A heading as the one that moved something.
fn actor(data: &Dataset, it: Heading) -> String {
    match it {
        Heading::Sector(sector) if data.sectors.get(sector).code == "computer.freelance" => {
            "فری لانسرز".to_owned()
        }
        it => heading(data, it),
    }
}

/// The name before a postposition.
fn name(data: &Dataset, sector: SectorId) -> String {
    let sector = data.sectors.get(sector);
    let name = match sector.code.as_str() {
        "total" => "آئی ٹی خدمات",
        "computer.freelance" => "فری لانسنگ",
        "computer.software_export" => "کمپیوٹر سافٹ ویئر",
        "telecom.call_centres" => "کال سینٹروں",
        "information.news_agency" => "خبر رساں اداروں",
        _ => &sector.name.ur,
    };
    name.to_owned()
}

fn sentences_of(title: String, sentences: Vec<Option<String>>) -> Reading {
    Reading { title, sentence: super::sentences_of(sentences, "۔") }
}
