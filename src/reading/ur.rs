//! Urdu grammar that several subjects share: comparisons, ordinals, names, periods, and the
//! sentences that end a reading of any subject.
//!
//! برآمدات is feminine plural throughout; names stand before postpositions, so they are in
//! the oblique unless a heading opens with them.

use super::text::{Percent, Say, Text, say};
use super::{Reading, Rounded, Subject, missing_months, rounded, split_headings, subject};
use crate::calendar::{Date, Month, Span};
use crate::data::{Dataset, SectorId, SectorSet, Status};
use crate::facts::{Change, Direction, OtherChange, OtherFigures, Rank};
use crate::query::{Heading, VintageChoice};

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

/// Masculine before a postposition, and feminine.
const ORDINALS: [(&str, &str); 9] = [
    ("پہلے", "پہلی"),
    ("دوسرے", "دوسری"),
    ("تیسرے", "تیسری"),
    ("چوتھے", "چوتھی"),
    ("پانچویں", "پانچویں"),
    ("چھٹے", "چھٹی"),
    ("ساتویں", "ساتویں"),
    ("آٹھویں", "آٹھویں"),
    ("نویں", "نویں"),
];

/// `دوسرے`, before `نمبر پر`.
pub struct Ordinal(pub usize);

impl Say for Ordinal {
    fn say(&self, text: &mut Text) {
        match self.0.checked_sub(1).and_then(|it| ORDINALS.get(it)) {
            Some((word, _)) => say!(text, word),
            None => say!(text, self.0, "ویں"),
        }
    }
}

/// `بلند ترین`, `دوسری بلند ترین`, `21ویں بلند ترین`: up to the fifth in letters.
pub fn ordinal_highest(text: &mut Text, place: usize) {
    match place {
        1 => {}
        2..=5 => say!(text, ORDINALS[place - 1].1, " "),
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

/// `20 نومبر 2023 کو`, `نومبر 2023 میں`.
pub fn published(text: &mut Text, date: Date) {
    say!(text, text.format.date(date), if date.day.is_some() { " کو" } else { " میں" });
}

/// A sentence, or the end of one, on a change that others than the figures shown make another.
pub fn other_change(text: &mut Text, it: &OtherChange) {
    let base = Period(it.change.base);
    match it.by {
        OtherFigures::OnePublication(date) => {
            say!(text, text.format.date(date), " کی جس اشاعت میں دونوں اعداد ہیں، اس کے مطابق ");
            say!(text, Period(it.now), " کا عدد ");
            compared(text, it.change, &base);
            say!(text, " ہے");
        }
        OtherFigures::Earliest { revised, revision, .. } => {
            say!(text, "سب سے پہلے کے اعداد کے مطابق ", Period(it.now), " کا عدد ");
            compared(text, it.change, &base);
            say!(text, " تھا؛ بعد میں ", Period(revised), " کا عدد ", Percent(revision * 100.0));
            say!(text, if revision > 0.0 { " بڑھایا گیا" } else { " گھٹایا گیا" });
        }
    }
    text.stop();
}

pub fn not_published(text: &mut Text, exports: Exports, range: Period) -> Reading {
    say!(text, exports, ": ", range, " کا کوئی عدد نہیں");
    let title = text.take();
    say!(text, range, " کے لیے ", exports, " کا کوئی عدد شائع نہیں ہوا");
    text.stop();
    Reading { title, sentence: text.take() }
}

/// What ends `یہ عدد `; nothing of a final one.
pub fn status(status: Status) -> Option<&'static str> {
    match status {
        Status::Final => None,
        Status::Revised => Some("نظرثانی شدہ ہے"),
        Status::Derived => Some("شائع شدہ مجموعوں سے اخذ کیا گیا ہے"),
        Status::Provisional => Some("عبوری ہے"),
    }
}

/// Says so where figures are the earliest.
pub fn vintage(text: &mut Text, vintage: VintageChoice) {
    if vintage == VintageChoice::First {
        say!(text, "یہ اس ریکارڈ کے سب سے پہلے کے اعداد ہیں");
        text.stop();
    }
}

/// How many months of the range lack what `what` says, where any do.
pub fn missing(text: &mut Text, what: &str, gaps: &[Span], range: Span) {
    let months = missing_months(gaps);
    if months > 0 {
        say!(text, "دکھائے گئے ", range.len(), " میں سے ", months, " مہینوں ", what);
        text.stop();
    }
}

/// From when on a series means another thing, where it does.
pub fn series_break(text: &mut Text, data: &Dataset, month: Option<Month>) {
    if let (Some(month), Some((newer, older))) = (month, split_headings(data)) {
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

/// A sentence on all figures at once; none where they are final.
pub fn figures_status(status: Status) -> Option<&'static str> {
    match status {
        Status::Final => None,
        Status::Revised => Some("اعداد نظرثانی شدہ ہیں"),
        Status::Derived => Some("اعداد شائع شدہ مجموعوں سے اخذ کیے گئے ہیں"),
        Status::Provisional => Some("اعداد عبوری ہیں"),
    }
}

/// A share that is not written as nothing or all when it is neither.
pub struct Share(pub f64);

impl Say for Share {
    fn say(&self, text: &mut Text) {
        match rounded(self.0) {
            Rounded::LessThan(it) => say!(text, it, " سے کم"),
            Rounded::About(it) => say!(text, it),
            Rounded::MoreThan(it) => say!(text, it, " سے زیادہ"),
        }
    }
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
