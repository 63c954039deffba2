//! A series through time in sentences: where it stands, against what, its highest value,
//! what is missing.

use super::text::{Index, PerDay, Percent, Say, Text, Times, say};
use super::{Reading, en, millions, missing_months, nothing_chosen, series_break, ur, vintage};
use crate::calendar::{Frequency, Month, Span};
use crate::data::{Amount, Dataset};
use crate::facts::{Basis, Direction, Growth, OtherFigures, Run, Trend};
use crate::i18n::{Format, Lang};
use crate::measure::{self, Measure, Value};

/// A series over the range shown: how far it came, or where it stands.
pub fn trend(data: &Dataset, facts: &Trend, format: Format) -> Reading {
    let text = &mut Text::new(format);
    let lang = text.lang();
    let Some(last) = facts.last() else { return without_values(text, data, facts) };
    let told = &Told { data, facts, last };
    match (course(facts), lang) {
        (Course::Run(run), Lang::En) => english_run_title(text, told, run),
        (Course::Run(run), Lang::Ur) => urdu_run_title(text, told, run),
        (Course::ToDate(growth), Lang::En) => english_to_date_title(text, told, growth),
        (Course::ToDate(growth), Lang::Ur) => urdu_to_date_title(text, told, growth),
        (Course::Growth(growth), Lang::En) => english_growth_title(text, told, growth),
        (Course::Growth(growth), Lang::Ur) => urdu_growth_title(text, told, growth),
        (Course::Last, Lang::En) => english_last_title(text, told),
        (Course::Last, Lang::Ur) => urdu_last_title(text, told),
    }
    let title = text.take();
    where_it_stands(text, told);
    text.stop();
    let own = facts.other_change(last);
    if let Some(it) = own.or(facts.growth.as_ref().and_then(|it| it.step.as_ref())) {
        match lang {
            Lang::En => {
                say!(text, if own.is_none() { "Part of this may be a revision: " } else { "" });
                en::other_change(text, it);
            }
            Lang::Ur => {
                let revision = "اس کا کچھ حصہ نظرثانی کا نتیجہ ہو سکتا ہے: ";
                say!(text, if own.is_none() { revision } else { "" });
                ur::other_change(text, it);
            }
        }
    }
    if let Some(peak) = facts.peak().filter(|_| names_peak(facts)) {
        match (peak.span == last.span, lang) {
            (true, Lang::En) => say!(text, "It is the highest figure shown"),
            (true, Lang::Ur) => say!(text, "یہ دکھائی گئی مدت کی بلند ترین سطح ہے"),
            (false, Lang::En) => english_peak(text, facts, peak),
            (false, Lang::Ur) => urdu_peak(text, facts, peak),
        }
        text.stop();
    }
    match lang {
        Lang::En => {
            if let Some(status) = en::status(last.status) {
                say!(text, "The last figure is ", status);
            }
        }
        Lang::Ur => {
            if let Some(status) = ur::status(last.status) {
                say!(text, "آخری عدد ", status);
            }
        }
    }
    text.stop();
    vintage(text, facts.vintage);
    match lang {
        Lang::En => en::missing(text, "figure", &facts.gaps, facts.range),
        Lang::Ur => ur::missing(text, "کا کوئی عدد شائع نہیں ہوا", &facts.gaps, facts.range),
    }
    if facts.left_out > 0 {
        match lang {
            Lang::En => english_left_out(text, facts),
            Lang::Ur => urdu_left_out(text, facts),
        }
        text.stop();
    }
    series_break(text, data, facts.break_at);
    Reading { title, sentence: text.take() }
}

/// The heading where an earlier month is looked at: how far it is from there to the last; `None` where that is not one
/// amount beside another of the same kind.
pub fn since(data: &Dataset, facts: &Trend, month: Month, format: Format) -> Option<String> {
    let of = |it: &&Value| it.span == month.into();
    let (then, last) = (facts.values.iter().find(of)?, facts.last()?);
    let is_one_series = facts.sectors == data.sectors.all() && facts.measure == Measure::Level;
    if !is_one_series || then.span == last.span || !last.span.is_month() {
        return None;
    }
    let text = &mut Text::new(format);
    match text.lang() {
        Lang::En => {
            say!(text, "Since then: from ", then.amount);
            say!(text, " to ", last.amount, " in ", last.span);
        }
        Lang::Ur => {
            say!(text, "اس کے بعد: ", then.amount, " سے ");
            say!(text, ur::Period(last.span), " میں ", last.amount, " تک");
        }
    }
    Some(text.take())
}

/// Why there is nothing to tell.
fn without_values(text: &mut Text, data: &Dataset, facts: &Trend) -> Reading {
    let published = missing_months(&facts.gaps) < facts.range.len();
    match (published, text.lang()) {
        _ if facts.sectors.is_empty() => nothing_chosen(text),
        (false, Lang::En) => {
            en::not_published(text, en::Exports(data, facts.sectors), " in ", facts.range)
        }
        (false, Lang::Ur) => {
            ur::not_published(text, ur::Exports(data, facts.sectors), ur::Period(facts.range))
        }
        // There are figures, but not those that the measure needs.
        (true, Lang::En) => english_too_few(text, data, facts),
        (true, Lang::Ur) => urdu_too_few(text, data, facts),
    }
}

/// The last value and what it is compared with.
fn where_it_stands(text: &mut Text, told: &Told) {
    let Told { facts, last, .. } = *told;
    let base = last.base.unwrap_or(last.span);
    match (facts.measure, text.lang()) {
        (Measure::Level, Lang::En) => english_level(text, told),
        (Measure::Level, Lang::Ur) => urdu_level(text, told),
        (Measure::Ytd | Measure::Sum12 | Measure::Avg12, Lang::En) => english_running(text, told),
        (Measure::Ytd | Measure::Sum12 | Measure::Avg12, Lang::Ur) => urdu_running(text, told),
        (Measure::PerDay, Lang::En) => english_per_day(text, told),
        (Measure::PerDay, Lang::Ur) => urdu_per_day(text, told),
        (Measure::Index, lang) => {
            let growth = facts.growth.filter(|it| it.base != base);
            match lang {
                Lang::En => english_index(text, told, base, growth),
                Lang::Ur => urdu_index(text, told, base, growth),
            }
        }
        (Measure::Mom | Measure::Yoy, lang) => {
            match lang {
                Lang::En => english_change(text, told, base),
                Lang::Ur => urdu_change(text, told, base),
            }
            text.stop();
            if let Some(run) = facts.run.filter(|run| run.of >= 2) {
                match lang {
                    Lang::En => english_ups_and_downs(text, facts, run),
                    Lang::Ur => urdu_ups_and_downs(text, facts, run),
                }
            }
        }
    }
}

// What is worth saying

/// A trend that has values.
struct Told<'a> {
    data: &'a Dataset,
    facts: &'a Trend,
    last: &'a Value,
}

impl<'a> Told<'a> {
    /// Whether the last value is of the last month on record.
    fn up_to_now(&self) -> bool {
        self.last.span.end() == self.data.monthly_record().end()
    }

    fn english(&self) -> en::Exports<'a> {
        en::Exports(self.data, self.facts.sectors)
    }

    fn urdu(&self) -> ur::Exports<'a> {
        ur::Exports(self.data, self.facts.sectors)
    }
}

/// What the heading is about.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Course {
    /// Percentages that went one way for some time, up to the last value.
    Run(Run),
    /// How far a sum from July is from that of the year before.
    ToDate(Growth),
    /// How far the last value is from an earlier one.
    Growth(Growth),
    /// The last value is all there is to say.
    Last,
}

/// So many periods in a row are worth a heading.
const LONG_RUN: usize = 3;

fn course(facts: &Trend) -> Course {
    match (facts.growth, facts.run) {
        (_, Some(run)) if run.count >= LONG_RUN && run.direction != Direction::Unchanged => {
            Course::Run(run)
        }
        (Some(growth), None) if facts.measure == Measure::Ytd => Course::ToDate(growth),
        (Some(growth), None) => Course::Growth(growth),
        (_, _) => Course::Last,
    }
}

/// The highest rise among percentages, and the deepest fall.
fn extremes(facts: &Trend) -> (Option<&Value>, Option<&Value>) {
    let goes = |it: &&Value, way| Direction::of_percent(it.value) == way;
    let rise = facts.peak().filter(|it| goes(it, Direction::Up));
    (rise, facts.trough().filter(|it| goes(it, Direction::Down)))
}

/// How a change is worded in a heading.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Size {
    /// 2.9 times counts as nearly 3.
    Nearly(u32),
    Exactly(u32),
    MoreThan(u32),
    /// Less than half.
    MoreThanHalved,
    Up(f64),
    Down(f64),
    Unchanged,
}

fn size(growth: &Growth) -> Size {
    let times = 1.0 + growth.ratio;
    let whole = times.floor();
    // What a revision on the way may have raised: so much is left without it.
    if let Some(OtherFigures::Earliest { raised, .. }) = growth.step.map(|it| it.by) {
        let least = times.min(times / raised).floor();
        if least >= 2.0 {
            return Size::MoreThan(least as u32);
        }
    }
    match growth.direction() {
        _ if times >= (whole + 1.0) * 0.97 && whole >= 1.0 => Size::Nearly(whole as u32 + 1),
        _ if times >= 2.0 && times - whole < 0.0005 => Size::Exactly(whole as u32),
        _ if times >= 2.0 => Size::MoreThan(whole as u32),
        _ if times < 0.5 => Size::MoreThanHalved,
        Direction::Up => Size::Up(growth.percent()),
        Direction::Down => Size::Down(growth.percent()),
        Direction::Unchanged => Size::Unchanged,
    }
}

/// Whole years between two spans, within a month.
fn years_between(base: Span, now: Span) -> Option<usize> {
    let months = now.end().since(base.end());
    let years = (months + 1) / 12;
    (years >= 1 && (months - years * 12).abs() <= 1).then_some(years as usize)
}

fn monthly_mean(value: &Value) -> Amount {
    millions(value.amount.millions() / value.span.len() as f64)
}

/// Whether every value shown is of a period as long as the frequency has it.
fn all_regular(facts: &Trend) -> bool {
    facts.values.iter().all(|it| it.span.len() as i32 == facts.frequency.months())
}

/// Whether a trend's peak is worth a sentence: of amounts, among enough of them.
fn names_peak(facts: &Trend) -> bool {
    matches!(facts.measure, Measure::Level | Measure::PerDay)
        && facts.values.len() >= 6
        && facts.break_at.is_none()
}

/// Twelve months by the year they are, else by their end; others as they are.
struct Months(Basis, Span);

impl Months {
    /// The months of which a heading gives the last value.
    fn of_last(facts: &Trend, last: &Value) -> Months {
        match facts.measure {
            Measure::Ytd => Months(Basis::SameMonths, measure::year_to_date(last.span)),
            Measure::Sum12 | Measure::Avg12 => Months::twelve_to(last),
            _ => Months(Basis::SameMonths, last.span),
        }
    }

    fn twelve_to(last: &Value) -> Months {
        Months(Basis::TwelveMonths, measure::twelve_months(last.span))
    }
}

impl Say for Months {
    fn say(&self, text: &mut Text) {
        let &Months(basis, span) = self;
        let named = span.is_fiscal_year() || span.start().number() == 1;
        match (basis == Basis::SameMonths || named, text.lang()) {
            (true, Lang::En) => say!(text, span),
            (true, Lang::Ur) => say!(text, ur::Period(span)),
            (false, Lang::En) => say!(text, "the twelve months to ", span.end()),
            (false, Lang::Ur) => say!(text, span.end(), " تک کے بارہ ماہ"),
        }
    }
}

// The words of headings

fn english_too_few(text: &mut Text, data: &Dataset, facts: &Trend) -> Reading {
    let needs = english_needs(facts);
    say!(text, "Too few figures for ", needs);
    let title = text.take();
    say!(text, "Too few figures for ", en::Exports(data, facts.sectors), " are published in ");
    say!(text, facts.range, " for ", needs);
    text.stop();
    Reading { title, sentence: text.take() }
}

fn urdu_too_few(text: &mut Text, data: &Dataset, facts: &Trend) -> Reading {
    let needs = urdu_needs(facts);
    say!(text, needs, " کے لیے اعداد ناکافی");
    let title = text.take();
    say!(text, ur::Period(facts.range), " میں ", ur::Exports(data, facts.sectors));
    say!(text, " کے شائع شدہ اعداد ", needs, " کے لیے ناکافی ہیں");
    text.stop();
    Reading { title, sentence: text.take() }
}

/// What a measure needs figures for.
fn english_needs(facts: &Trend) -> &'static str {
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

/// The same before a postposition.
fn urdu_needs(facts: &Trend) -> &'static str {
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

fn english_run_title(text: &mut Text, told: &Told, run: Run) {
    let Told { facts, last, .. } = *told;
    let up_to_now = told.up_to_now();
    let verb = match (run.direction, up_to_now) {
        (Direction::Up, true) => " have risen ",
        (Direction::Up, false) => " rose ",
        (Direction::Down | Direction::Unchanged, true) => " have fallen ",
        (Direction::Down | Direction::Unchanged, false) => " fell ",
    };
    let periods = if run.regular { english_several(facts.frequency) } else { "periods" };
    say!(text, told.english(), verb, english_on(facts), " for ");
    say!(text, en::InWords(run.count), " ", periods, " running");
    if !up_to_now {
        say!(text, ", to ", last.span);
    }
}

fn urdu_run_title(text: &mut Text, told: &Told, run: Run) {
    let Told { facts, last, .. } = *told;
    let up_to_now = told.up_to_now();
    let periods = match facts.frequency {
        _ if !run.regular => "مدتوں",
        Frequency::Monthly => "ماہ",
        frequency => urdu_several(frequency),
    };
    say!(text, told.urdu(), ": ");
    if !up_to_now {
        say!(text, ur::Period(last.span), " تک ");
    }
    say!(text, "مسلسل ", ur::InWords(run.count), " ", periods);
    say!(text, if up_to_now { " سے " } else { " میں " }, urdu_on(facts));
    say!(text, if run.direction == Direction::Up { " اضافہ" } else { " کمی" });
}

/// `on the year`.
fn english_on(facts: &Trend) -> &'static str {
    match (facts.measure, facts.frequency) {
        (Measure::Mom, Frequency::Monthly) => "on the month",
        (Measure::Mom, Frequency::Quarterly) => "on the quarter",
        _ => "on the year",
    }
}

/// `سالانہ`.
fn urdu_on(facts: &Trend) -> &'static str {
    match (facts.measure, facts.frequency) {
        (Measure::Mom, Frequency::Monthly) => "ماہانہ",
        (Measure::Mom, Frequency::Quarterly) => "سہ ماہی",
        _ => "سالانہ",
    }
}

fn english_several(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Monthly => "months",
        Frequency::Quarterly => "quarters",
        Frequency::FiscalYear => package_text!(years of en),
        Frequency::CalendarYear => "calendar years",
    }
}

/// Before a postposition.
fn urdu_several(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Monthly => "مہینوں",
        Frequency::Quarterly => "سہ ماہیوں",
        Frequency::FiscalYear => package_text!(years of ur),
        Frequency::CalendarYear => "کیلنڈر برسوں",
    }
}

fn english_to_date_title(text: &mut Text, told: &Told, it: Growth) {
    say!(text, told.english(), " in ", it.now, ": ");
    en::brief_change(text, it.percent(), it.base);
}

fn urdu_to_date_title(text: &mut Text, told: &Told, it: Growth) {
    say!(text, ur::Period(it.now), " میں ", told.urdu(), ": ");
    ur::against(text, it.percent(), &ur::Period(it.base));
}

/// `IT exports have more than tripled in six years`.
fn english_growth_title(text: &mut Text, told: &Told, growth: Growth) {
    let Told { facts, .. } = *told;
    let up_to_now = told.up_to_now();
    let tense = |perfect: &'static str, past: &'static str| if up_to_now { perfect } else { past };
    let fold = |text: &mut Text, how: &str, times: u32| {
        let word = match times {
            2 => "doubled",
            3 => "tripled",
            4 => "quadrupled",
            times => {
                let grown = tense("have grown ", "grew ");
                return say!(text, grown, how, en::InWords(times as usize), "fold");
            }
        };
        say!(text, tense("have ", ""), how, word);
    };
    say!(text, told.english());
    say!(text, if facts.measure == Measure::PerDay { " per working day " } else { " " });
    match size(&growth) {
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
        Some(years) if up_to_now => say!(text, " in ", en::InWords(years), " years"),
        Some(years) => say!(text, " in the ", en::InWords(years), " years to ", now),
        None if up_to_now => say!(text, " since ", growth.base),
        None => say!(text, " between ", growth.base, " and ", growth.now),
    }
}

/// `چھ برس میں آئی ٹی برآمدات تین گنا سے بھی زیادہ`.
fn urdu_growth_title(text: &mut Text, told: &Told, growth: Growth) {
    let Told { facts, .. } = *told;
    let up_to_now = told.up_to_now();
    let base = ur::Period(growth.base);
    match years_between(growth.base, growth.now) {
        Some(years) => {
            if !up_to_now {
                say!(text, growth.now.end(), " تک کے ");
            }
            say!(text, ur::InWords(years), " برس میں ");
        }
        None if up_to_now => say!(text, base, " کے بعد سے "),
        None => say!(text, base, " کے مقابلے میں ", ur::Period(growth.now), " میں "),
    }
    if facts.measure == Measure::PerDay {
        say!(text, "فی یومِ کار ");
    }
    say!(text, told.urdu());
    let fold = |text: &mut Text, times: u32| match times {
        2 => say!(text, "دگنی"),
        times => say!(text, ur::InWords(times as usize), " گنا"),
    };
    match size(&growth) {
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

fn english_last_title(text: &mut Text, told: &Told) {
    let Told { facts, last, .. } = *told;
    say!(text, told.english(), " in ", Months::of_last(facts, last), ": ");
    match (facts.measure, last.base) {
        (Measure::Mom | Measure::Yoy, Some(base)) => en::brief_change(text, last.value, base),
        (Measure::Index, Some(base)) => say!(text, Index(last.value), ", with ", base, " at 100"),
        (Measure::PerDay, _) => say!(text, PerDay(last.value), " per working day"),
        (Measure::Avg12, _) => say!(text, millions(last.value), " a month"),
        _ => say!(text, last.amount),
    }
}

fn urdu_last_title(text: &mut Text, told: &Told) {
    let Told { facts, last, .. } = *told;
    say!(text, Months::of_last(facts, last), " میں ", told.urdu());
    match (facts.measure, last.base) {
        (Measure::Mom | Measure::Yoy, Some(base)) => {
            say!(text, ": ");
            ur::against(text, last.value, &ur::Period(base));
        }
        (Measure::Index, Some(base)) => {
            say!(text, " کا اشاریہ ", Index(last.value), "، جب کہ ", ur::Period(base), " میں 100");
        }
        (Measure::PerDay, _) => say!(text, " فی یومِ کار ", PerDay(last.value)),
        (Measure::Avg12, _) => say!(text, " ماہانہ ", millions(last.value)),
        _ => say!(text, " ", last.amount),
    }
}

// The words of sentences

fn english_level(text: &mut Text, told: &Told) {
    let Told { facts, last, .. } = *told;
    let exports = told.english();
    say!(text, "In ", last.span, " ", exports, " came to ", last.amount);
    if last.span.len() > facts.frequency.months() as usize {
        say!(text, ", ", monthly_mean(last), " a month");
    }
    match facts.growth {
        Some(it) if it.basis == Basis::TwelveMonths => {
            text.stop();
            say!(text, "In ", Months(it.basis, it.now), " they averaged ");
            say!(text, millions(it.now_value), " a month, ");
            english_ratio(text, it, "in ", Some(&millions(it.base_value)));
        }
        Some(it) => {
            say!(text, ", ");
            english_ratio(text, it, "in ", None);
        }
        None => english_nothing_to_compare(text),
    }
}

fn urdu_level(text: &mut Text, told: &Told) {
    let Told { facts, last, .. } = *told;
    let exports = told.urdu();
    say!(text, ur::Period(last.span), " میں ", exports, " ", last.amount, " رہیں");
    if last.span.len() > facts.frequency.months() as usize {
        say!(text, "، یعنی ماہانہ ", monthly_mean(last));
    }
    match facts.growth {
        Some(it) if it.basis == Basis::TwelveMonths => {
            text.stop();
            say!(text, Months(it.basis, it.now), " میں ان کی ماہانہ اوسط ");
            say!(text, millions(it.now_value), " رہی، جو ");
            urdu_ratio(text, it, Some(&millions(it.base_value)));
            say!(text, " ہے");
        }
        Some(it) => {
            say!(text, "، جو ");
            urdu_ratio(text, it, None);
            say!(text, " ہیں");
        }
        None => urdu_nothing_to_compare(text),
    }
}

fn english_running(text: &mut Text, told: &Told) {
    let Told { facts, last, .. } = *told;
    let exports = told.english();
    let to_date = measure::year_to_date(last.span);
    let sum = millions(last.value);
    let base = match facts.measure {
        // The total published for these months may be another.
        Measure::Ytd if !to_date.is_month() => {
            say!(text, "Month by month, ", exports, " in ", to_date, " add up to ", sum);
            "those in "
        }
        Measure::Ytd => {
            say!(text, "In ", last.span, " ", exports, " came to ", sum);
            "in "
        }
        Measure::Avg12 => {
            say!(text, "In ", Months::twelve_to(last), " ", exports, " averaged ", sum);
            say!(text, " a month");
            "in "
        }
        _ => {
            say!(text, "In ", Months::twelve_to(last), " ", exports, " came to ", sum);
            "in "
        }
    };
    match facts.growth {
        Some(it) => {
            say!(text, ", ");
            english_ratio(text, it, base, Some(&millions(it.base_value)));
        }
        None => english_nothing_to_compare(text),
    }
}

fn urdu_running(text: &mut Text, told: &Told) {
    let Told { facts, last, .. } = *told;
    let exports = told.urdu();
    let to_date = measure::year_to_date(last.span);
    let sum = millions(last.value);
    let verb = match facts.measure {
        // The total published for these months may be another.
        Measure::Ytd if !to_date.is_month() => {
            say!(text, ur::Period(to_date), " میں ", exports, " کا ماہ بہ ماہ مجموعہ ");
            say!(text, sum, " ہے");
            " ہے"
        }
        Measure::Ytd => {
            say!(text, ur::Period(last.span), " میں ", exports, " ", sum, " رہیں");
            " ہیں"
        }
        Measure::Avg12 => {
            say!(text, Months::twelve_to(last), " میں ", exports, " کی ماہانہ اوسط ");
            say!(text, sum, " رہی");
            " ہے"
        }
        _ => {
            say!(text, Months::twelve_to(last), " میں ", exports, " ", sum, " رہیں");
            " ہیں"
        }
    };
    match facts.growth {
        Some(it) => {
            say!(text, "، جو ");
            urdu_ratio(text, it, Some(&millions(it.base_value)));
            say!(text, verb);
        }
        None => urdu_nothing_to_compare(text),
    }
}

fn english_per_day(text: &mut Text, told: &Told) {
    let Told { facts, last, .. } = *told;
    say!(text, "In ", last.span, " ", told.english(), " came to ");
    say!(text, PerDay(last.value), " per working day");
    match facts.growth {
        Some(it) => {
            say!(text, ", ");
            english_ratio(text, it, "in ", Some(&PerDay(it.base_value)));
        }
        None => english_nothing_to_compare(text),
    }
}

fn urdu_per_day(text: &mut Text, told: &Told) {
    let Told { facts, last, .. } = *told;
    say!(text, ur::Period(last.span), " میں ", told.urdu());
    say!(text, " فی یومِ کار ", PerDay(last.value), " رہیں");
    match facts.growth {
        Some(it) => {
            say!(text, "، جو ");
            urdu_ratio(text, it, Some(&PerDay(it.base_value)));
            say!(text, " ہیں");
        }
        None => urdu_nothing_to_compare(text),
    }
}

fn english_index(text: &mut Text, told: &Told, base: Span, growth: Option<Growth>) {
    let Told { last, .. } = *told;
    let exports = told.english();
    if base == last.span {
        say!(text, "The index of ", exports, " starts from 100 in ", base);
    } else {
        say!(text, "In ", last.span, " the index of ", exports, " stands at ");
        say!(text, Index(last.value), ", with ", base, " at 100");
    }
    if let Some(it) = growth {
        text.stop();
        say!(text, "That is ");
        english_ratio(text, it, "in ", None);
    }
}

fn urdu_index(text: &mut Text, told: &Told, base: Span, growth: Option<Growth>) {
    let Told { last, .. } = *told;
    let exports = told.urdu();
    if base == last.span {
        say!(text, exports, " کے اشاریے کی بنیاد ", ur::Period(base));
        say!(text, " ہے، جس کی سطح 100 ہے");
    } else {
        say!(text, ur::Period(last.span), " میں ", exports, " کا اشاریہ ", Index(last.value));
        say!(text, " ہے، جب کہ ", ur::Period(base), " کی سطح 100 ہے");
    }
    if let Some(it) = growth {
        text.stop();
        say!(text, "یہ ");
        urdu_ratio(text, it, None);
        say!(text, " ہے");
    }
}

fn english_change(text: &mut Text, told: &Told, base: Span) {
    let Told { last, .. } = *told;
    say!(text, "In ", last.span, " ", told.english(), " were ");
    en::than(text, last.value, " higher than ", " lower than ");
    say!(text, "in ", base);
}

fn urdu_change(text: &mut Text, told: &Told, base: Span) {
    let Told { last, .. } = *told;
    say!(text, ur::Period(last.span), " میں ", told.urdu(), " ");
    ur::against(text, last.value, &ur::Period(base));
    say!(text, " رہیں");
}

/// In how many of the periods shown exports rose, and the extremes.
fn english_ups_and_downs(text: &mut Text, facts: &Trend, run: Run) {
    let (rise, fall) = extremes(facts);
    let periods = if all_regular(facts) { english_several(facts.frequency) } else { "periods" };
    say!(text, "They rose ", english_on(facts), " in ");
    match run.up {
        0 => say!(text, "none"),
        up if up == run.of => say!(text, "each"),
        up => say!(text, up),
    }
    say!(text, " of the ", run.of, " ", periods, " shown");
    if let Some(it) = rise {
        say!(text, ", most in ", it.span, ", by ", Percent(it.value));
    }
    if let Some(it) = fall {
        say!(text, "; the deepest fall was ", Percent(it.value), ", in ", it.span);
    }
}

fn urdu_ups_and_downs(text: &mut Text, facts: &Trend, run: Run) {
    let (rise, fall) = extremes(facts);
    let regular = all_regular(facts);
    let periods = if regular { urdu_several(facts.frequency) } else { "مدتوں" };
    // Months and years are masculine, quarters and spans feminine.
    let masculine = regular && facts.frequency != Frequency::Quarterly;
    say!(text, if masculine { "دکھائے گئے " } else { "دکھائی گئی " });
    match run.up {
        0 => {
            say!(text, run.of, " ", periods, " میں سے کسی میں ", urdu_on(facts));
            say!(text, " اضافہ نہیں ہوا");
        }
        up => {
            if up == run.of {
                say!(text, "تمام ");
            } else {
                say!(text, run.of, " میں سے ");
            }
            say!(text, up, " ", periods, " میں ", urdu_on(facts), " اضافہ ہوا");
        }
    }
    if let Some(it) = rise {
        say!(text, "، سب سے زیادہ ", ur::Period(it.span), " میں (", Percent(it.value), ")");
    }
    if let Some(it) = fall {
        say!(text, "؛ سب سے بڑی کمی ", Percent(it.value), " تھی، ", ur::Period(it.span), " میں");
    }
}

/// `3.2 times as much as in FY20`, `16.1% more than in FY25`; `amount` is that of the base.
fn english_ratio(text: &mut Text, it: Growth, preposition: &str, amount: Option<&dyn Say>) {
    if it.ratio >= 1.0 {
        say!(text, Times(1.0 + it.ratio), " times as much as ");
    } else {
        en::than(text, it.percent(), " more than ", " less than ");
    }
    say!(text, preposition, Noted(Months(it.basis, it.base), amount));
}

/// `مالی سال 2020 کے مقابلے میں 3.2 گنا`.
fn urdu_ratio(text: &mut Text, it: Growth, amount: Option<&dyn Say>) {
    let base = Noted(Months(it.basis, it.base), amount);
    if it.ratio >= 1.0 {
        say!(text, base, " کے مقابلے میں ", Times(1.0 + it.ratio), " گنا");
    } else {
        ur::against(text, it.percent(), &base);
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

fn english_nothing_to_compare(text: &mut Text) {
    text.stop();
    say!(text, "No comparable earlier figure is published");
}

fn urdu_nothing_to_compare(text: &mut Text) {
    text.stop();
    say!(text, "موازنے کے لیے پہلے کا کوئی عدد شائع نہیں ہوا");
}

fn english_peak(text: &mut Text, facts: &Trend, peak: &Value) {
    say!(text, "The highest figure shown is ");
    match facts.measure {
        Measure::PerDay => say!(text, PerDay(peak.value), " per working day"),
        _ => say!(text, peak.amount),
    }
    say!(text, ", in ", peak.span);
}

fn urdu_peak(text: &mut Text, facts: &Trend, peak: &Value) {
    say!(text, "دکھائی گئی مدت کی بلند ترین سطح ");
    match facts.measure {
        Measure::PerDay => say!(text, "فی یومِ کار ", PerDay(peak.value)),
        _ => say!(text, peak.amount),
    }
    say!(text, " ہے، جو ", ur::Period(peak.span), " میں رہی");
}

fn english_left_out(text: &mut Text, facts: &Trend) {
    say!(text, "Only whole ", english_several(facts.frequency), " are shown, which leaves out ");
    say!(text, facts.left_out, " of the ", facts.range.len(), " months");
}

fn urdu_left_out(text: &mut Text, facts: &Trend) {
    let (out, of) = (facts.left_out, facts.range.len());
    let whole = match facts.frequency {
        Frequency::Monthly => "مہینے دکھائے گئے",
        Frequency::Quarterly => "سہ ماہیاں دکھائی گئی",
        Frequency::FiscalYear => concat!(package_text!(year ur), " دکھائے گئے"),
        Frequency::CalendarYear => "کیلنڈر سال دکھائے گئے",
    };
    let months =
        if out == 1 { " مہینہ شامل نہیں" } else { " مہینے شامل نہیں" };
    say!(text, "صرف مکمل ", whole, " ہیں، اس لیے ", of, " میں سے ", out, months);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Status;

    fn span(text: &str) -> Span {
        text.parse().unwrap()
    }

    fn growth(times: f64) -> Growth {
        Growth {
            basis: Basis::SameMonths,
            now: span("2026-07"),
            now_value: times * 100.0,
            base: span("2019-07"),
            base_value: 100.0,
            ratio: times - 1.0,
            status: Status::Final,
            step: None,
        }
    }

    #[test]
    fn a_heading_never_says_more_than_the_figures() {
        for (times, words) in [
            (0.4, Size::MoreThanHalved),
            (0.5, Size::Down(-50.0)),
            (0.9, Size::Down(-10.0)),
            (1.0004, Size::Unchanged),
            (1.25, Size::Up(25.0)),
            (1.93, Size::Up(93.0)),
            (1.95, Size::Nearly(2)),
            (2.0, Size::Exactly(2)),
            (2.05, Size::MoreThan(2)),
            (2.89, Size::MoreThan(2)),
            (2.92, Size::Nearly(3)),
            (3.237, Size::MoreThan(3)),
            (5.9, Size::Nearly(6)),
        ] {
            let rounded = match size(&growth(times)) {
                Size::Up(percent) => Size::Up(percent.round()),
                Size::Down(percent) => Size::Down(percent.round()),
                size => size,
            };
            assert_eq!(rounded, words, "{times}");
        }
    }

    #[test]
    fn years_are_whole_within_a_month() {
        for (base, now, years) in [
            ("2019-07", "2026-07", Some(7)),
            ("2019-07..2020-06", "2025-08..2026-07", Some(6)),
            ("2019-07..2020-06", "2023-02..2024-01", None),
            ("2025-07", "2026-06", Some(1)),
            ("2026-06", "2026-07", None),
        ] {
            assert_eq!(years_between(span(base), span(now)), years, "{base} {now}");
        }
    }
}
