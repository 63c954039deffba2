//! Urdu sentences.
//!
//! برآمدات is feminine plural throughout; names stand before postpositions, so they are in
//! the oblique unless a heading opens with them.

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
    say!(text, facts.month, concat!(" میں ", package_text!(subject ur), " "));
    if standing(facts).is_some_and(|it| it.claim == Claim::Highest { joint: false }) {
        say!(text, "ریکارڈ ");
    }
    say!(text, facts.amount);
    if let Some(change) = facts.on_year {
        say!(text, "، ");
        compared(text, change, &Period(change.base));
    }
    let title = text.take();

    if facts.vintage == VintageChoice::First {
        say!(text, "پہلی اشاعت کے مطابق ");
    }
    say!(text, facts.month, concat!(" میں ", package_text!(title ur), " "), facts.amount, " رہیں");
    joined(text, facts);
    text.stop();
    if let Some(it) = contrary_per_day(facts) {
        per_day(text, it, facts.month);
    }
    if let Some(it) = standing(facts) {
        stands(text, it.claim, it.when, facts.month);
    }
    if let Some(it) = facts.largest {
        let change = if it.points > 0.0 { "اضافے" } else { "کمی" };
        say!(text, "سالانہ ", change, " میں سب سے بڑا حصہ ", Name(data, it.heading));
        say!(text, " کا رہا، یعنی ", Points(it.points), " فیصد پوائنٹ");
        text.stop();
    }
    firmness(text, facts);
    Reading { title, sentence: text.take() }
}

/// `ستمبر کے مقابلے میں 15.5 فیصد زیادہ`.
pub fn against(text: &mut Text, percent: f64, base: &dyn Say) {
    let way = match Direction::of_percent(percent) {
        Direction::Up => " زیادہ",
        Direction::Down => " کم",
        Direction::Unchanged => return say!(text, "تقریباً ", base, " کے برابر"),
    };
    say!(text, base, " کے مقابلے میں ", Percent(percent), way);
}

/// The same, with equality told from what only rounds to it.
pub fn compared(text: &mut Text, it: Change, base: &dyn Say) {
    if it.ratio == 0.0 {
        say!(text, base, " کے برابر");
    } else {
        against(text, it.percent(), base);
    }
}

/// The changes; of two, what goes the same way is said once, at the end.
fn joined(text: &mut Text, facts: &Headline) {
    let mut before = None;
    let mut changes = changes(facts).peekable();
    while let Some(change) = changes.next() {
        let way = change.direction();
        let word = match before {
            None => "، جو ",
            Some(before) if opposed(before, way) => " مگر ",
            Some(_) => " اور ",
        };
        say!(text, word);
        before = Some(way);
        let base = Base { base: change.base.start(), month: facts.month };
        if way != Direction::Unchanged && changes.peek().is_some_and(|it| it.direction() == way) {
            say!(text, base, " کے مقابلے میں ", Percent(change.percent()));
        } else {
            compared(text, change, &base);
        }
    }
    if before.is_some() {
        say!(text, if facts.is_latest_month { " ہیں" } else { " تھیں" });
    }
}

fn per_day(text: &mut Text, it: PerDayChange, month: Month) {
    say!(text, "فی یومِ کار برآمدات ");
    against(text, it.percent(), &Base { base: it.base.start(), month });
    say!(text, " رہیں (", it.base_days, " کے مقابلے میں ", it.days, " ایامِ کار)");
    text.stop();
}

fn stands(text: &mut Text, claim: Claim, when: When, month: Month) {
    let now = when == When::Now;
    if let Claim::LowestSince(since) = claim {
        say!(text, "یہ ", since, " کے بعد کی کم ترین ماہانہ سطح", if now { " ہے" } else { " تھی" });
        return text.stop();
    }
    let (until, verb) = match when {
        When::Now => ("یہ اب تک ", " ہے"),
        When::Then => ("یہ اس وقت تک ", " تھی"),
        When::Still => ("یہ آج بھی ", " ہے"),
    };
    let highest = |joint: bool| {
        if joint { "مشترکہ طور پر بلند ترین" } else { "بلند ترین" }
    };
    say!(text, until);
    match claim {
        Claim::Highest { joint } => say!(text, "تمام مہینوں کی ", highest(joint)),
        Claim::HighestOfName { joint, overall } => {
            say!(text, "کسی بھی ", text.format.month_name(month), " کی ", highest(joint));
            if let Some(place) = overall {
                say!(text, " اور تمام مہینوں میں ");
                ordinal_highest(text, place);
            }
        }
        Claim::High { place } => {
            say!(text, "تمام مہینوں میں ");
            ordinal_highest(text, place);
        }
        Claim::Lowest | Claim::LowestSince(_) => say!(text, "تمام مہینوں کی کم ترین"),
    }
    say!(text, " سطح", verb);
    text.stop();
}

pub fn ordinal_highest(text: &mut Text, place: usize) {
    match place {
        1 => {}
        2 => say!(text, "دوسری "),
        3 => say!(text, "تیسری "),
        4 => say!(text, "چوتھی "),
        5 => say!(text, "پانچویں "),
        place => say!(text, place, "ویں "),
    }
    say!(text, "بلند ترین");
}

/// `مشترکہ طور پر دوسری بلند ترین`; of more than two, the last is the lowest.
pub fn place(text: &mut Text, rank: Rank) {
    say!(text, if rank.tied { "مشترکہ طور پر " } else { "" });
    if rank.is_lowest() {
        say!(text, "کم ترین");
    } else {
        ordinal_highest(text, rank.place);
    }
}

fn firmness(text: &mut Text, facts: &Headline) {
    if let Some(status) = status(facts.status) {
        say!(text, "یہ عدد ", status);
    }
    if let Some(it) = other_print(facts) {
        if facts.status != Status::Final {
            say!(text, "؛ ");
        }
        let (which, verb) = match facts.vintage {
            VintageChoice::Latest => ("پہلی بار ", " بتائی گئی تھی"),
            VintageChoice::First => ("آخری بار ", " بتائی گئی"),
        };
        say!(text, which);
        published(text, it.published);
        say!(text, " یہ رقم ", it.amount, verb);
    }
    text.stop();
}

/// `20 نومبر 2023 کو`, `نومبر 2023 میں`.
pub fn published(text: &mut Text, date: Date) {
    say!(text, text.format.date(date), if date.day.is_some() { " کو" } else { " میں" });
}

pub fn year_to_date(text: &mut Text, it: &YearToDate) {
    if it.span.is_month() {
        say!(text, text.format.fiscal_year(it.span.end()), " کے پہلے مہینے ", Period(it.span));
        say!(text, " میں برآمدات ", it.amount, " رہیں");
        if let Some(change) = it.change {
            say!(text, "، جو ");
            compared(text, change, &Period(change.base));
            say!(text, " ہیں");
        }
    } else {
        say!(text, MonthsOf(it.span), " کے مہینوں کا مجموعہ ", it.amount, " ہے");
        if let Some(change) = it.change {
            say!(text, "، جو ");
            compared(text, change, &MonthsOf(change.base));
            say!(text, " ہے");
        }
    }
    text.stop();
}

pub fn story_check(text: &mut Text, facts: &Headline) -> Option<Reading> {
    let (on_month, on_year) = (facts.on_month?, facts.on_year?);
    let (day_month, day_year) = (facts.per_day_on_month?, facts.per_day_on_year?);
    let change = |text: &mut Text, percent: f64| {
        let way = match Direction::of_percent(percent) {
            Direction::Up => " زیادہ",
            Direction::Down => " کم",
            Direction::Unchanged => " تبدیل",
        };
        say!(text, Percent(percent), way);
    };
    say!(text, facts.month, " میں برآمدات ", facts.amount, " رہیں: ");
    say!(text, Period(on_month.base), " کے مقابلے میں ");
    change(text, on_month.percent());
    say!(text, " اور ", Period(on_year.base), " کے مقابلے میں ");
    change(text, on_year.percent());
    text.stop();
    let format = text.format;
    say!(text, format.month_name(facts.month), " میں ", day_month.days, " ایامِ کار تھے اور ");
    say!(text, format.month_name(on_month.base.start()), " میں ", day_month.base_days);
    say!(text, "، اس لیے فی یومِ کار برآمدات ماہانہ بنیاد پر ");
    change(text, day_month.percent());
    say!(text, " اور سالانہ بنیاد پر ");
    change(text, day_year.percent());
    say!(text, " تھیں");
    text.stop();
    Some(Reading {
        title: "کیا اضافہ واقعی 15 فیصد تھا؟".to_owned(), sentence: text.take()
    })
}

pub fn trend(text: &mut Text, data: &Dataset, facts: &Trend) -> Reading {
    let exports = Exports(data, facts.sectors);
    let range = Period(facts.range);
    match (course(facts), facts.last()) {
        (Course::NothingChosen, _) => return nothing_chosen(text),
        (Course::NothingPublished, _) => return not_published(text, exports, range),
        (Course::TooFew, _) => {
            say!(text, needs(facts), " کے لیے اعداد ناکافی");
            let title = text.take();
            say!(text, range, " میں ", exports, " کے شائع شدہ اعداد ", needs(facts));
            say!(text, " کے لیے ناکافی ہیں");
            text.stop();
            return Reading { title, sentence: text.take() };
        }
        (Course::Run(run), Some(last)) => run_title(text, data, facts, run, last),
        (Course::Growth(growth), Some(last)) => match facts.measure {
            Measure::Ytd => {
                say!(text, Period(growth.now), " میں ", exports, ": ");
                against(text, growth.percent(), &Period(growth.base));
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
            say!(text, "آخری عدد ", status);
            text.stop();
        }
    }
    vintage(text, facts.vintage);
    missing(text, "کا کوئی عدد شائع نہیں ہوا", &facts.gaps, facts.range);
    left_out(text, facts);
    series_break(text, data, facts.break_at);
    Reading { title, sentence: text.take() }
}

pub fn not_published(text: &mut Text, exports: Exports, range: Period) -> Reading {
    say!(text, exports, ": ", range, " کا کوئی عدد نہیں");
    let title = text.take();
    say!(text, range, " کے لیے ", exports, " کا کوئی عدد شائع نہیں ہوا");
    text.stop();
    Reading { title, sentence: text.take() }
}

/// `چھ برس میں آئی ٹی برآمدات تین گنا سے بھی زیادہ`.
fn growth_title(text: &mut Text, data: &Dataset, facts: &Trend, growth: &Growth, last: &Value) {
    let up_to_now = last.span.end() == data.monthly_record().end();
    match years_between(growth.base, growth.now) {
        Some(years) => {
            if !up_to_now {
                say!(text, growth.now.end(), " تک کے ");
            }
            say!(text, InWords(years), " برس میں ");
        }
        None if up_to_now => say!(text, Period(growth.base), " کے بعد سے "),
        None => {
            say!(text, Period(growth.base), " کے مقابلے میں ", Period(growth.now), " میں ");
        }
    }
    if facts.measure == Measure::PerDay {
        say!(text, "فی یومِ کار ");
    }
    say!(text, Exports(data, facts.sectors));
    let fold = |text: &mut Text, times: u32| match times {
        2 => say!(text, "دگنی"),
        times => say!(text, InWords(times as usize), " گنا"),
    };
    match size(growth) {
        Size::Nearly(times) => {
            say!(text, " تقریباً ");
            fold(text, times);
        }
        Size::Exactly(times) => {
            say!(text, " ");
            fold(text, times);
        }
        Size::MoreThan(times) => {
            say!(text, " ");
            fold(text, times);
            say!(text, " سے بھی زیادہ");
        }
        Size::MoreThanHalved => say!(text, " نصف سے بھی کم"),
        Size::Up(percent) => say!(text, " میں ", Percent(percent), " اضافہ"),
        Size::Down(percent) => say!(text, " میں ", Percent(percent), " کمی"),
        Size::Unchanged => say!(text, " میں کوئی خاص تبدیلی نہیں"),
    }
}

fn run_title(text: &mut Text, data: &Dataset, facts: &Trend, run: Run, last: &Value) {
    let up_to_now = last.span.end() == data.monthly_record().end();
    let periods = match facts.frequency {
        _ if !run.regular => "مدتوں",
        Frequency::Monthly => "ماہ",
        frequency => several(frequency),
    };
    say!(text, Exports(data, facts.sectors), ": ");
    if !up_to_now {
        say!(text, Period(last.span), " تک ");
    }
    say!(text, "مسلسل ", InWords(run.count), " ", periods);
    say!(text, if up_to_now { " سے " } else { " میں " }, on(facts));
    say!(text, if run.direction == Direction::Up { " اضافہ" } else { " کمی" });
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
        Frequency::FiscalYear => package_text!(years of ur),
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
        (Measure::Ytd, _) => concat!(package_text!(first month ur), " سے شروع ہونے والے مجموعے"),
        (Measure::Sum12, _) => "بارہ ماہ کے مجموعے",
        (Measure::Avg12, _) => "بارہ ماہ کی اوسط",
        (Measure::PerDay, _) => "فی یومِ کار رقم",
        (Measure::Index, _) => "اشاریے",
    }
}

fn last_title(text: &mut Text, exports: Exports, facts: &Trend, last: &Value) {
    let months = match facts.measure {
        Measure::Ytd => Months(Basis::SameMonths, measure::year_to_date(last.span)),
        Measure::Sum12 | Measure::Avg12 => twelve_months(last),
        _ => Months(Basis::SameMonths, last.span),
    };
    say!(text, months, " میں ", exports);
    match (facts.measure, last.base) {
        (Measure::Mom | Measure::Yoy, Some(base)) => {
            say!(text, ": ");
            against(text, last.value, &Period(base));
        }
        (Measure::Index, Some(base)) => {
            say!(text, " کا اشاریہ ", Index(last.value), "، جب کہ ", Period(base), " میں 100");
        }
        (Measure::PerDay, _) => say!(text, " فی یومِ کار ", PerDay(last.value)),
        (Measure::Avg12, _) => say!(text, " ماہانہ ", millions(last.value)),
        _ => say!(text, " ", last.amount),
    }
}

/// The last value and what it is compared with.
fn where_it_stands(text: &mut Text, exports: Exports, facts: &Trend, last: &Value) {
    let span = Period(last.span);
    let growth = facts.growth;
    match facts.measure {
        Measure::Level => {
            say!(text, span, " میں ", exports, " ", last.amount, " رہیں");
            if last.span.len() > facts.frequency.months() as usize {
                say!(text, "، یعنی ماہانہ ", monthly_mean(last));
            }
            match growth {
                None => nothing_to_compare(text),
                Some(it) if it.basis == Basis::TwelveMonths => {
                    text.stop();
                    say!(text, Months(it.basis, it.now), " میں ان کی ماہانہ اوسط ");
                    say!(text, millions(it.now_value), " رہی، جو ");
                    ratio(text, it, Some(&millions(it.base_value)));
                    say!(text, " ہے");
                }
                Some(it) => {
                    say!(text, "، جو ");
                    ratio(text, it, None);
                    say!(text, " ہیں");
                }
            }
        }
        Measure::Ytd | Measure::Sum12 | Measure::Avg12 => {
            let to_date = measure::year_to_date(last.span);
            let sum = millions(last.value);
            let verb = match facts.measure {
                // The total published for these months may be another.
                Measure::Ytd if !to_date.is_month() => {
                    say!(text, Period(to_date), " میں ", exports, " کا ماہ بہ ماہ مجموعہ ");
                    say!(text, sum, " ہے");
                    " ہے"
                }
                Measure::Ytd => {
                    say!(text, span, " میں ", exports, " ", sum, " رہیں");
                    " ہیں"
                }
                Measure::Avg12 => {
                    say!(text, twelve_months(last), " میں ", exports, " کی ماہانہ اوسط ");
                    say!(text, sum, " رہی");
                    " ہے"
                }
                _ => {
                    say!(text, twelve_months(last), " میں ", exports, " ", sum, " رہیں");
                    " ہیں"
                }
            };
            match growth {
                None => nothing_to_compare(text),
                Some(it) => {
                    say!(text, "، جو ");
                    ratio(text, it, Some(&millions(it.base_value)));
                    say!(text, verb);
                }
            }
        }
        Measure::PerDay => {
            say!(text, span, " میں ", exports, " فی یومِ کار ", PerDay(last.value), " رہیں");
            match growth {
                None => nothing_to_compare(text),
                Some(it) => {
                    say!(text, "، جو ");
                    ratio(text, it, Some(&PerDay(it.base_value)));
                    say!(text, " ہیں");
                }
            }
        }
        Measure::Index => {
            let base = last.base.unwrap_or(last.span);
            if base == last.span {
                say!(text, exports, " کے اشاریے کی بنیاد ", Period(base));
                say!(text, " ہے، جس کی سطح 100 ہے");
            } else {
                say!(text, span, " میں ", exports, " کا اشاریہ ", Index(last.value));
                say!(text, " ہے، جب کہ ", Period(base), " کی سطح 100 ہے");
            }
            if let Some(it) = growth.filter(|it| it.base != base) {
                text.stop();
                say!(text, "یہ ");
                ratio(text, it, None);
                say!(text, " ہے");
            }
        }
        Measure::Mom | Measure::Yoy => {
            say!(text, span, " میں ", exports, " ");
            against(text, last.value, &Period(last.base.unwrap_or(last.span)));
            say!(text, " رہیں");
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
    let periods = periods(facts);
    // Months and years are masculine, quarters and spans feminine.
    let masculine = periods == several(facts.frequency) && facts.frequency != Frequency::Quarterly;
    say!(text, if masculine { "دکھائے گئے " } else { "دکھائی گئی " });
    match run.up {
        0 => say!(text, run.of, " ", periods, " میں سے کسی میں ", on(facts), " اضافہ نہیں ہوا"),
        up => {
            if up == run.of {
                say!(text, "تمام ");
            } else {
                say!(text, run.of, " میں سے ");
            }
            say!(text, up, " ", periods, " میں ", on(facts), " اضافہ ہوا");
        }
    }
    let goes = |it: &Value, direction| Direction::of_percent(it.value) == direction;
    if let Some(it) = facts.peak().filter(|it| goes(it, Direction::Up)) {
        say!(text, "، سب سے زیادہ ", Period(it.span), " میں (", Percent(it.value), ")");
    }
    if let Some(it) = facts.trough().filter(|it| goes(it, Direction::Down)) {
        say!(text, "؛ سب سے بڑی کمی ", Percent(it.value), " تھی، ", Period(it.span), " میں");
    }
}

/// `مالی سال 2020 کے مقابلے میں 3.2 گنا`; `amount` is that of the base.
fn ratio(text: &mut Text, it: Growth, amount: Option<&dyn Say>) {
    let base = Noted(Months(it.basis, it.base), amount);
    if it.ratio >= 1.0 {
        say!(text, base, " کے مقابلے میں ", Times(1.0 + it.ratio), " گنا");
    } else {
        against(text, it.percent(), &base);
    }
}

/// Months with their amount in brackets.
struct Noted<'a>(Months, Option<&'a dyn Say>);

impl Say for Noted<'_> {
    fn say(&self, text: &mut Text) {
        say!(text, self.0);
        if let Some(amount) = self.1 {
            say!(text, " (", amount, ")");
        }
    }
}

/// Twelve months by the year they are, else by their end; others as they are.
struct Months(Basis, Span);

impl Say for Months {
    fn say(&self, text: &mut Text) {
        let &Months(basis, span) = self;
        let named = span.is_fiscal_year() || span.start().number() == 1;
        if basis == Basis::SameMonths || named {
            say!(text, Period(span));
        } else {
            say!(text, span.end(), " تک کے بارہ ماہ");
        }
    }
}

/// Those up to a value.
fn twelve_months(last: &Value) -> Months {
    Months(Basis::TwelveMonths, measure::twelve_months(last.span))
}

fn nothing_to_compare(text: &mut Text) {
    text.stop();
    say!(text, "موازنے کے لیے پہلے کا کوئی عدد شائع نہیں ہوا");
}

fn peak(text: &mut Text, facts: &Trend, last: &Value) {
    let Some(peak) = facts.peak().filter(|_| names_peak(facts)) else { return };
    if peak.span == last.span {
        say!(text, "یہ دکھائی گئی مدت کی بلند ترین سطح ہے");
    } else {
        say!(text, "دکھائی گئی مدت کی بلند ترین سطح ");
        match facts.measure {
            Measure::PerDay => say!(text, "فی یومِ کار ", PerDay(peak.value)),
            _ => say!(text, peak.amount),
        }
        say!(text, " ہے، جو ", Period(peak.span), " میں رہی");
    }
    text.stop();
}

pub fn status(status: Status) -> Option<&'static str> {
    match status {
        Status::Final => None,
        Status::Revised => Some("نظرثانی شدہ ہے"),
        Status::Derived => Some("شائع شدہ مجموعوں سے اخذ کیا گیا ہے"),
        Status::Provisional => Some("عبوری ہے"),
    }
}

pub fn vintage(text: &mut Text, vintage: VintageChoice) {
    if vintage == VintageChoice::First {
        say!(text, "اعداد وہی ہیں جو پہلی بار شائع ہوئے");
        text.stop();
    }
}

pub fn missing(text: &mut Text, what: &str, gaps: &[Span], range: Span) {
    let months = missing_months(gaps);
    if months > 0 {
        say!(text, "دکھائے گئے ", range.len(), " میں سے ", months, " مہینوں ", what);
        text.stop();
    }
}

fn left_out(text: &mut Text, facts: &Trend) {
    let (out, of) = (facts.left_out, facts.range.len());
    if out == 0 {
        return;
    }
    let whole = match facts.frequency {
        Frequency::Monthly => "مہینے دکھائے گئے",
        Frequency::Quarterly => "سہ ماہیاں دکھائی گئی",
        Frequency::FiscalYear => concat!(package_text!(year ur), " دکھائے گئے"),
        Frequency::CalendarYear => "کیلنڈر سال دکھائے گئے",
    };
    let months =
        if out == 1 { " مہینہ شامل نہیں" } else { " مہینے شامل نہیں" };
    say!(text, "صرف مکمل ", whole, " ہیں، اس لیے ", of, " میں سے ", out, months);
    text.stop();
}

pub fn series_break(text: &mut Text, data: &Dataset, month: Option<Month>) {
    let newer = newer_heading(data);
    let older = newer.and_then(|newer| data.sectors.split_from(newer));
    if let (Some(month), Some(newer), Some(older)) = (month, newer, older) {
        let (newer, older) = (Heading::Sector(newer), Heading::Sector(older));
        say!(text, month, " سے ", Name(data, newer), " کو ", Name(data, older));
        say!(text, " سے الگ گنا جاتا ہے، اس لیے سلسلہ وہاں ٹوٹ جاتا ہے");
        text.stop();
    }
}

pub fn nothing_chosen(text: &mut Text) -> Reading {
    say!(text, "کوئی ذیلی شعبہ منتخب نہیں");
    let title = text.take();
    say!(text, title, "، اس لیے جمع کرنے کو کچھ نہیں");
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
    let period = Period(facts.period);
    match finding(facts) {
        Finding::NothingChosen => return nothing_chosen(text),
        Finding::NotPublished => return not_published(text, exports, period),
        Finding::One(whole) | Finding::Steady(whole) => {
            say!(text, period, " میں ", exports);
            match whole.change {
                Some(change) => {
                    say!(text, ": ");
                    compared(text, change, &Period(change.base));
                }
                None => say!(text, " ", whole.amount),
            }
        }
        Finding::Moved(whole, part, portion) => {
            moved_title(text, data, facts, whole, part, portion);
        }
        Finding::Largest(_, row) => {
            say!(text, period, " کی ", exports, " میں ", Name(data, row.heading), " کا حصہ ");
            say!(text, Share(row.share.unwrap_or(0.0)));
        }
    }
    let title = text.take();
    if let Some(whole) = &facts.whole {
        say!(text, period, " میں ", exports, " ", whole.amount, " رہیں");
        if let Some(change) = whole.change {
            say!(text, "، جو ");
            compared(text, change, &Period(change.base));
            say!(text, " ہیں");
        }
        text.stop();
        if facts.sectors != data.sectors.all()
            && let Some(share) = whole.share_of_total
        {
            say!(
                text,
                concat!("تمام ", package_text!(subject ur), " میں ان کا حصہ "),
                Share(share),
                " ہے"
            );
            text.stop();
        }
        behind(text, data, facts, whole);
        more(text);
    }
    let base = Period(facts.base);
    match facts.availability {
        Availability::BaseNotPublished => {
            say!(text, "موازنے کے لیے ", base, " کی تقسیم شائع نہیں ہوئی");
        }
        Availability::SeriesBreak => series_break(text, data, facts.break_at),
        Availability::BaseIsNil => say!(text, base, " میں یہ برآمدات صفر تھیں"),
        Availability::NothingChosen | Availability::NotPublished | Availability::Compared => {}
    }
    text.stop();
    if let Some(status) = facts.whole.as_ref().and_then(|it| figures_status(it.status)) {
        say!(text, status);
        text.stop();
    }
    vintage(text, facts.vintage);
    Reading { title, sentence: text.take() }
}

pub fn figures_status(status: Status) -> Option<&'static str> {
    match status {
        Status::Final => None,
        Status::Revised => Some("اعداد نظرثانی شدہ ہیں"),
        Status::Derived => Some("اعداد شائع شدہ مجموعوں سے اخذ کیے گئے ہیں"),
        Status::Provisional => Some("اعداد عبوری ہیں"),
    }
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
    let (what, of, without, thanks) = if up {
        ("اضافہ ", "اضافے", " میں اضافہ نہ ہوتا", " کی بدولت")
    } else {
        ("کمی ", "کمی", " میں کمی نہ ہوتی", " کی وجہ سے")
    };
    let portion = match portion {
        Portion::All => {
            actor(text, data, part.heading);
            return say!(text, " کے بغیر ", exports, without);
        }
        Portion::NearlyAll => "تقریباً تمام ",
        Portion::OverTwoThirds => "دو تہائی سے زائد ",
        Portion::OverHalf => "نصف سے زائد ",
        Portion::OverThird => "ایک تہائی سے زائد ",
        Portion::OverQuarter => "ایک چوتھائی سے زائد ",
        Portion::Largest => "",
    };
    if facts.sectors != data.sectors.all() {
        say!(text, exports, " میں ");
    }
    if portion.is_empty() {
        say!(text, of, " کا سب سے بڑا حصہ ");
    } else {
        say!(text, portion, what);
    }
    actor(text, data, part.heading);
    say!(text, thanks);
}

/// A heading as the one that moved something.
fn actor(text: &mut Text, data: &Dataset, it: Heading) {
    let who = match it {
        Heading::Sector(it) => package_text!(who ur, data.sectors.get(it).code.as_str()),
        Heading::NotItemised(_) => None,
    };
    match who {
        Some(who) => say!(text, who),
        None => say!(text, Name(data, it)),
    }
}

/// A share that is not written as nothing or all when it is neither.
pub struct Share(pub f64);

impl Say for Share {
    fn say(&self, text: &mut Text) {
        let percent = self.0 * 100.0;
        match percent {
            percent if percent > 0.0 && percent < 0.05 => say!(text, Percent(0.1), " سے کم"),
            percent if (99.95..100.0).contains(&percent) => {
                say!(text, Percent(99.9), " سے زیادہ");
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
            let (noun, of, counter) = if up {
                (" کا اضافہ ہوا", "اضافے", " کی کمی ہوئی")
            } else {
                (" کی کمی ہوئی", "کمی", " کا اضافہ ہوا")
            };
            if portion == Portion::All {
                let than = if own == all {
                    ") کے برابر ہے"
                } else {
                    ") سے بھی زیادہ ہے"
                };
                say!(text, named(mover), " سے ", own, " فیصد پوائنٹ", noun);
                say!(text, "، جو کل ", of, " (", all, than);
            } else {
                say!(text, of, " میں سب سے بڑا حصہ ", named(mover), " کا رہا: ");
                say!(text, all, " میں سے ", own, " فیصد پوائنٹ");
            }
            if let Some(other) = countered(facts, change.direction()) {
                say!(text, "؛ اس کے برعکس ", named(other), " سے ", Points(other.points), counter);
            }
        }
        (Finding::Steady(_), _) => {
            if let (Some(gain), Some(loss)) = (facts.gain, facts.loss) {
                say!(text, named(gain), " سے ", Points(gain.points));
                say!(text, " فیصد پوائنٹ کا اضافہ اور ", named(loss), " سے ");
                say!(text, Points(loss.points), " کی کمی ہوئی");
            }
        }
        (Finding::Largest(_, row), _) => {
            if let Some(share) = row.share {
                say!(text, "سب سے بڑا حصہ، ", Share(share), "، ", Name(data, row.heading));
                say!(text, " کا تھا");
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
    say!(text, exports, " میں ", part, " کا حصہ ");
    if text.words_of(&first) == text.words_of(&last) {
        say!(text, "پہلے کی طرح ", last);
    } else {
        let way =
            if mix.last.1 > mix.first.1 { " سے بڑھ کر " } else { " سے کم ہو کر " };
        say!(text, first, way, last);
    }
    let title = text.take();
    say!(text, Period(mix.last.0), " کی ", exports, " میں ", part, " کا حصہ ", last);
    say!(text, " رہا، جو ", Period(mix.first.0), " میں ", first, " تھا");
    text.stop();
    missing(text, "کی تقسیم شائع نہیں ہوئی", &facts.gaps, facts.range);
    series_break(text, data, break_in_columns(data, facts));
    vintage(text, facts.vintage);
    Reading { title, sentence: text.take() }
}

/// A period before a postposition: `مالی سال 2026 کے جولائی تا مارچ`, without the comma
/// of labels.
#[derive(Clone, Copy)]
pub struct Period(pub Span);

impl Say for Period {
    fn say(&self, text: &mut Text) {
        let &Period(span) = self;
        if span.is_month() || span.is_fiscal_year() || span.fiscal_year_to_date().is_none() {
            if span.len() == 12 && span.start().number() == 1 {
                say!(text, "سال ");
            }
            say!(text, span);
        } else {
            months_between(text, span, " کے ");
        }
    }
}

/// The same where another `کے` follows.
pub struct MonthsOf(pub Span);

impl Say for MonthsOf {
    fn say(&self, text: &mut Text) {
        let &MonthsOf(span) = self;
        if span.is_fiscal_year() {
            say!(text, span);
        } else {
            months_between(text, span, " میں ");
        }
    }
}

fn months_between(text: &mut Text, span: Span, of: &str) {
    let format = text.format;
    say!(text, format.fiscal_year(span.end()), of, format.month_name(span.start()));
    say!(text, " تا ", format.month_name(span.end()));
}

/// `فری لانسنگ کی برآمدات`: feminine plural.
#[derive(Clone, Copy)]
pub struct Exports<'a>(pub &'a Dataset, pub SectorSet);

impl Say for Exports<'_> {
    fn say(&self, text: &mut Text) {
        let &Exports(data, sectors) = self;
        let name = |it| Name(data, Heading::Sector(it));
        match subject(data, sectors) {
            Subject::All => say!(text, package_text!(subject ur)),
            Subject::AllBut(sector) => {
                say!(text, name(sector), concat!(" کے بغیر ", package_text!(subject ur)));
            }
            Subject::Nodes(nodes) => {
                for (place, &it) in nodes.iter().enumerate() {
                    let before = match place {
                        0 => "",
                        place if place + 1 == nodes.len() => " اور ",
                        _ => "، ",
                    };
                    say!(text, before, name(it));
                }
                say!(text, " کی برآمدات");
            }
            Subject::Some(count) => {
                say!(text, "منتخب ", InWords(count), " ذیلی شعبوں کی برآمدات");
            }
        }
    }
}

/// Up to twelve in letters.
pub struct InWords(pub usize);

impl Say for InWords {
    fn say(&self, text: &mut Text) {
        const WORDS: [&str; 13] = [
            "صفر",
            "ایک",
            "دو",
            "تین",
            "چار",
            "پانچ",
            "چھ",
            "سات",
            "آٹھ",
            "نو",
            "دس",
            "گیارہ",
            "بارہ",
        ];
        match WORDS.get(self.0) {
            Some(word) => say!(text, word),
            None => say!(text, text.format.count(self.0)),
        }
    }
}

/// A heading before a postposition.
#[derive(Clone, Copy)]
pub struct Name<'a>(pub &'a Dataset, pub Heading);

impl Say for Name<'_> {
    fn say(&self, text: &mut Text) {
        let &Name(data, heading) = self;
        let id = match heading {
            Heading::Sector(id) => id,
            Heading::NotItemised(SectorId::TOTAL) => return say!(text, "بلا تفصیل رقم"),
            Heading::NotItemised(id) => {
                say!(text, "بلا تفصیل ");
                id
            }
        };
        let sector = data.sectors.get(id);
        say!(text, package_text!(noun ur, sector.code.as_str()).unwrap_or(&sector.name.ur));
    }
}
