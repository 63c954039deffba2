//! Exports in rupees and in US prices, in words.

use super::text::{List, Percent, Say, Text, Times, say};
use super::{Reading, en, millions, spoken, ur};
use crate::calendar::{FiscalYear, Span};
use crate::data::context::PriceSeries;
use crate::facts::{BothChanges, Direction, Worth, YearWorth};
use crate::i18n::Format;

/// The finding of rupees is where they and dollars are furthest apart, that of US prices how much is left of growth.
pub fn prices(facts: &Worth, format: Format) -> Reading {
    spoken(format, |text| english(text, facts), |text| urdu(text, facts))
}

/// Billions.
struct Rupees(f64);

impl Say for Rupees {
    fn say(&self, text: &mut Text) {
        text.format.rupees(self.0).say(text);
    }
}

/// Rupees for a dollar.
struct Rate(f64);

impl Say for Rate {
    fn say(&self, text: &mut Text) {
        text.format.rate(self.0).say(text);
    }
}

/// The year in which both changes are furthest apart, and the year before it, where there are more to choose from.
fn widest(facts: &Worth) -> Option<(&YearWorth, &YearWorth, BothChanges)> {
    let (at, both) = facts.contrast()?;
    let several = facts.years.iter().filter(|it| it.change.is_some()).count() > 1;
    let before = facts.years.get(at.checked_sub(1)?)?;
    facts.years.get(at).filter(|_| several).map(|it| (it, before, both))
}

fn spans(years: &[FiscalYear]) -> Vec<Span> {
    years.iter().map(|it| it.span()).collect()
}

/// `July–December 2020`, of whatever fiscal year.
struct Months<'a>(&'a Span, &'static str);

impl Say for Months<'_> {
    fn say(&self, text: &mut Text) {
        let &Months(&span, to) = self;
        if span.is_month() {
            return say!(text, span);
        }
        if span.start().year() == span.end().year() {
            say!(text, text.format.month_name(span.start()));
        } else {
            say!(text, span.start());
        }
        say!(text, to, span.end());
    }
}

fn months<'a>(spans: &'a [Span], to: &'static str) -> Vec<Months<'a>> {
    spans.iter().map(|it| Months(it, to)).collect()
}

const SUBJECT_EN: &str = package_text!(subject en);

fn english(text: &mut Text, facts: &Worth) -> Reading {
    let rupees = facts.series == PriceSeries::Rate;
    let (Some(first), Some(last)) = (facts.years.first(), facts.years.last()) else {
        say!(text, "No ", package_text!(year en), " of ", SUBJECT_EN);
        say!(text, if rupees { " in rupees" } else { " in US prices" });
        let title = text.take();
        english_left_out(text, facts);
        return Reading { title, sentence: text.take() };
    };
    let end = last.dollars.span;
    let prices = |text: &mut Text| {
        if rupees {
            say!(text, "in rupees");
        } else {
            say!(text, "in US prices of ", end);
        }
    };
    match (facts.contrast(), facts.times()) {
        (Some((at, both)), _) if rupees => {
            say!(text, SUBJECT_EN, " in ", facts.years[at].dollars.span, ": ");
            english_way(text, both.percent);
            say!(text, " in rupees, ");
            english_way(text, both.dollars.percent());
            say!(text, " in dollars");
        }
        (_, Some((dollars, converted))) => {
            say!(
                text,
                SUBJECT_EN,
                " in ",
                end,
                ": ",
                Times(dollars),
                " times ",
                first.dollars.span
            );
            say!(text, " in dollars, ", Times(converted), " times ");
            prices(text);
        }
        _ => say!(text, SUBJECT_EN, " in ", end, ": ", last.dollars.amount),
    }
    let title = text.take();

    say!(text, "In ", end, " ", SUBJECT_EN);
    if rupees {
        say!(text, " were worth ", Rupees(last.value));
    } else {
        say!(text, " came to ", last.dollars.amount);
    }
    if let Some(both) = last.change {
        let (own, other) = (both.percent, both.dollars.percent());
        let (own, other) = if rupees { (own, other) } else { (other, own) };
        say!(text, ", ");
        en::than(text, own, " more than ", " less than ");
        say!(text, "in ", both.dollars.base, "; ");
        if rupees {
            say!(text, "in dollars");
        } else {
            prices(text);
        }
        say!(text, " they were ");
        english_more(text, other);
    }
    text.stop();
    if let Some((it, before, both)) = widest(facts) {
        say!(text, "The two changes are furthest apart in ", it.dollars.span, ": ");
        english_more(text, both.percent);
        say!(text, " ");
        prices(text);
        say!(text, ", ");
        english_more(text, both.dollars.percent());
        say!(text, " in dollars, while ");
        if rupees {
            say!(text, "the mean rate went from Rs ", Rate(before.mean), " to Rs ", Rate(it.mean));
            say!(text, " for a dollar");
        } else {
            say!(text, "US consumer prices were ");
            let percent = (it.mean / before.mean - 1.0) * 100.0;
            say!(text, Percent(percent), if percent < 0.0 { " lower" } else { " higher" });
        }
        text.stop();
    }
    if let Some((dollars, converted)) = facts.times() {
        say!(text, end, " was ", Times(converted), " times ", first.dollars.span, " ");
        prices(text);
        if !rupees {
            say!(text, ", in which ", first.dollars.span, "'s ", first.dollars.amount);
            say!(text, " are ", millions(first.value));
        }
        say!(text, ", and ", Times(dollars), " times in dollars");
        text.stop();
    }
    say!(
        text,
        if rupees {
            "The rate is the average between banks, not what an exporter got"
        } else {
            "US consumer prices are the buyer's price level, not the price of these exports, for which there is no index"
        }
    );
    text.stop();
    english_left_out(text, facts);
    if let Some(status) = en::status(last.dollars.status) {
        say!(text, "At least one of the figures behind ", end, " is ", status);
        text.stop();
    }
    en::vintage(text, facts.vintage);
    Reading { title, sentence: text.take() }
}

/// `up 38.3%`
fn english_way(text: &mut Text, percent: f64) {
    match Direction::of_percent(percent) {
        Direction::Up => say!(text, "up ", Percent(percent)),
        Direction::Down => say!(text, "down ", Percent(percent)),
        Direction::Unchanged => say!(text, "much the same"),
    }
}

/// `38.3% more`
fn english_more(text: &mut Text, percent: f64) {
    match Direction::of_percent(percent) {
        Direction::Up => say!(text, Percent(percent), " more"),
        Direction::Down => say!(text, Percent(percent), " less"),
        Direction::Unchanged => say!(text, "much the same"),
    }
}

fn english_left_out(text: &mut Text, facts: &Worth) {
    let what = match facts.series {
        PriceSeries::Rate => "this record has no exchange rate for ",
        PriceSeries::Cpi => "this record has no index of US prices for ",
    };
    for (year, unknown) in &facts.incomplete {
        let unknown = months(unknown, "–");
        say!(text, year.span(), " is left out, because ", what, List(&unknown, " and "));
        text.stop();
    }
    if let [_, more @ ..] = &*facts.unknown {
        let (are, them) = if more.is_empty() { (" is", "it") } else { (" are", "them") };
        say!(text, List(&spans(&facts.unknown), " and "), are, " left out, because ", what);
        say!(text, "any month of ", them);
        text.stop();
    }
}

const SUBJECT_UR: &str = package_text!(subject ur);

fn urdu(text: &mut Text, facts: &Worth) -> Reading {
    let rupees = facts.series == PriceSeries::Rate;
    let unit = if rupees { "روپوں میں " } else { "امریکی قیمتوں پر " };
    let (Some(first), Some(last)) = (facts.years.first(), facts.years.last()) else {
        say!(text, unit, SUBJECT_UR, ": کسی ", package_text!(year ur), " کا عدد نہیں");
        let title = text.take();
        urdu_left_out(text, facts);
        return Reading { title, sentence: text.take() };
    };
    let (start, end) = (first.dollars.span, last.dollars.span);
    let prices = |text: &mut Text| {
        if !rupees {
            say!(text, end, " کی ");
        }
        say!(text, unit);
    };
    match (facts.contrast(), facts.times()) {
        (Some((at, both)), _) if rupees => {
            say!(text, facts.years[at].dollars.span, " میں ", SUBJECT_UR, " روپوں میں ");
            urdu_more(text, both.percent);
            say!(text, "، ڈالروں میں ");
            urdu_more(text, both.dollars.percent());
        }
        (_, Some((dollars, converted))) => {
            say!(text, end, " میں ", SUBJECT_UR, " ڈالروں میں ", start, " کا ", Times(dollars));
            say!(text, " گنا، ");
            prices(text);
            say!(text, Times(converted), " گنا");
        }
        _ => say!(text, end, " میں ", SUBJECT_UR, " ", last.dollars.amount),
    }
    let title = text.take();

    say!(text, end, " میں ", SUBJECT_UR, " ");
    if rupees {
        say!(text, Rupees(last.value));
    } else {
        say!(text, last.dollars.amount);
    }
    say!(text, " رہیں");
    if let Some(both) = last.change {
        let (own, other) = (both.percent, both.dollars.percent());
        let (own, other) = if rupees { (own, other) } else { (other, own) };
        say!(text, "، یعنی ");
        ur::against(text, own, &both.dollars.base);
        say!(text, "؛ ");
        if rupees {
            say!(text, "ڈالروں میں ");
        } else {
            prices(text);
        }
        urdu_more(text, other);
    }
    text.stop();
    if let Some((it, before, both)) = widest(facts) {
        say!(text, "دونوں تبدیلیوں میں سب سے زیادہ فرق ", it.dollars.span, " میں ہے: ");
        prices(text);
        urdu_more(text, both.percent);
        say!(text, "، ڈالروں میں ");
        urdu_more(text, both.dollars.percent());
        if rupees {
            say!(text, "، جب ڈالر کی اوسط شرح ", Rate(before.mean), " روپے سے ", Rate(it.mean));
            say!(text, " روپے ہو گئی");
        } else {
            let percent = (it.mean / before.mean - 1.0) * 100.0;
            say!(text, "، جب امریکی صارف قیمتیں ", Percent(percent));
            say!(text, if percent < 0.0 { " کم تھیں" } else { " زیادہ تھیں" });
        }
        text.stop();
    }
    if let Some((dollars, converted)) = facts.times() {
        say!(text, end, " کی برآمدات ");
        prices(text);
        say!(text, start, " کا ", Times(converted), " گنا رہیں");
        if !rupees {
            say!(text, "، جن کے ", first.dollars.amount, " ان قیمتوں پر ", millions(first.value));
            say!(text, " بنتے ہیں");
        }
        say!(text, "، اور ڈالروں میں ", Times(dollars), " گنا");
        text.stop();
    }
    say!(
        text,
        if rupees {
            "یہ بینکوں کے مابین شرح کی اوسط ہے، برآمد کنندگان کو ملنے والی شرح نہیں"
        } else {
            "امریکی صارف قیمتیں خریدار کے ہاں قیمتوں کی سطح بتاتی ہیں، ان برآمدات کی قیمت نہیں، جس کا کوئی اشاریہ موجود نہیں"
        }
    );
    text.stop();
    urdu_left_out(text, facts);
    if let Some(status) = ur::status(last.dollars.status) {
        say!(text, end, " کے پیچھے جو اعداد ہیں، ان میں سے کم از کم ایک ", status);
        text.stop();
    }
    ur::vintage(text, facts.vintage);
    Reading { title, sentence: text.take() }
}

/// `38.3 فیصد زیادہ`
fn urdu_more(text: &mut Text, percent: f64) {
    match Direction::of_percent(percent) {
        Direction::Up => say!(text, Percent(percent), " زیادہ"),
        Direction::Down => say!(text, Percent(percent), " کم"),
        Direction::Unchanged => say!(text, "تقریباً برابر"),
    }
}

fn urdu_left_out(text: &mut Text, facts: &Worth) {
    let what = match facts.series {
        PriceSeries::Rate => " کی شرحِ مبادلہ",
        PriceSeries::Cpi => " کا امریکی قیمتوں کا اشاریہ",
    };
    let why = " اس ریکارڈ میں نہیں";
    for (year, unknown) in &facts.incomplete {
        let unknown = months(unknown, " تا ");
        say!(text, year.span(), " شامل نہیں، کیونکہ ", List(&unknown, " اور "), what, why);
        text.stop();
    }
    if !facts.unknown.is_empty() {
        say!(text, List(&spans(&facts.unknown), " اور "), " شامل نہیں، کیونکہ ان کے کسی مہینے");
        say!(text, what, why);
        text.stop();
    }
}
