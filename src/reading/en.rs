//! English grammar that several subjects share: comparisons, ordinals, names, and the
//! sentences that end a reading of any subject.

use super::text::{Percent, Say, Text, say};
use super::{Reading, Rounded, Subject, missing_months, rounded, split_headings, subject};
use crate::calendar::{Date, Month, Span};
use crate::data::{Dataset, SectorId, SectorSet, Status};
use crate::facts::{Change, Direction, OtherChange, OtherFigures, Rank};
use crate::query::{Heading, VintageChoice};

/// `up 15.5% on September 2023`, with equality told from what only rounds to it.
pub fn brief(text: &mut Text, it: Change) {
    if it.ratio == 0.0 {
        say!(text, "the same as in ", it.base);
    } else {
        brief_change(text, it.percent(), it.base);
    }
}

/// The same where nothing is told from equality.
pub fn brief_change(text: &mut Text, percent: f64, base: Span) {
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

/// `15.5% higher than `, in the words given.
pub fn than(text: &mut Text, percent: f64, more: &str, less: &str) {
    let way = match Direction::of_percent(percent) {
        Direction::Up => more,
        Direction::Down => less,
        Direction::Unchanged => return say!(text, "much the same as "),
    };
    say!(text, Percent(percent), way);
}

/// `second`, `21st`: up to the tenth in letters.
pub struct Ordinal(pub usize);

impl Say for Ordinal {
    fn say(&self, text: &mut Text) {
        const WORDS: [&str; 10] = [
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
            "tenth",
        ];
        match self.0.checked_sub(1).and_then(|it| WORDS.get(it)) {
            Some(word) => say!(text, word),
            None => ordinal_figure(text, self.0),
        }
    }
}

fn ordinal_figure(text: &mut Text, place: usize) {
    let suffix = match (place % 10, place % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    say!(text, place, suffix);
}

/// `highest`, `second-highest`, `21st-highest`: up to the fifth in letters.
pub fn ordinal_highest(text: &mut Text, place: usize) {
    match place {
        1 => return say!(text, "highest"),
        2..=5 => say!(text, Ordinal(place)),
        place => ordinal_figure(text, place),
    }
    say!(text, "-highest");
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

/// `on 20 November 2023`, `in November 2023`.
pub fn published(text: &mut Text, date: Date) {
    say!(text, if date.day.is_some() { "on " } else { "in " }, text.format.date(date));
}

/// A sentence, or the end of one, on a change that others than the figures shown make another.
pub fn other_change(text: &mut Text, it: &OtherChange) {
    match it.by {
        OtherFigures::OnePublication(date) => {
            say!(text, "in the publication of ", text.format.date(date), ", which has both, ");
            say!(text, it.now, " is ");
            compared(text, it.change);
            say!(text, it.change.base);
        }
        OtherFigures::Earliest { revised, revision, .. } => {
            say!(text, "by the earliest figures ", it.now, " was ");
            compared(text, it.change);
            say!(text, it.change.base, "; ", revised, " was since revised ");
            say!(text, if revision > 0.0 { "up " } else { "down " }, Percent(revision * 100.0));
        }
    }
    text.stop();
}

/// What ends `The figure is `; nothing of a final one.
pub fn status(status: Status) -> Option<&'static str> {
    match status {
        Status::Final => None,
        Status::Revised => Some("revised"),
        Status::Derived => Some("derived from published totals"),
        Status::Provisional => Some("provisional"),
    }
}

/// Says so where figures are the earliest.
pub fn vintage(text: &mut Text, vintage: VintageChoice) {
    if vintage == VintageChoice::First {
        say!(text, "Figures are the earliest in this record");
        text.stop();
    }
}

/// How many months of the range lack `what`, where any do.
pub fn missing(text: &mut Text, what: &str, gaps: &[Span], range: Span) {
    let months = missing_months(gaps);
    if months > 0 {
        say!(text, "No ", what, " is published for ", months, " of the ", range.len());
        say!(text, " months shown");
        text.stop();
    }
}

/// From when on a series means another thing, where it does.
pub fn series_break(text: &mut Text, data: &Dataset, month: Option<Month>) {
    if let (Some(month), Some((newer, older))) = (month, split_headings(data)) {
        say!(text, "From ", month, " ", Name(data, newer), " is counted apart from ");
        say!(text, Name(data, older), ", and the series breaks there");
        text.stop();
    }
}

/// `preposition` stands between `is published` and the period.
pub fn not_published(
    text: &mut Text,
    exports: Exports,
    preposition: &str,
    period: Span,
) -> Reading {
    say!(text, "No figure for ", exports, " in ", period);
    let title = text.take();
    say!(text, "No figure for ", exports, " is published", preposition, period);
    text.stop();
    Reading { title, sentence: text.take() }
}

pub fn nothing_chosen(text: &mut Text) -> Reading {
    say!(text, "No sub-sector is chosen");
    let title = text.take();
    say!(text, title, ", so there is nothing to add up");
    text.stop();
    Reading { title, sentence: text.take() }
}

/// A share that is not written as nothing or all when it is neither.
pub struct Share(pub f64);

impl Say for Share {
    fn say(&self, text: &mut Text) {
        match rounded(self.0) {
            Rounded::LessThan(it) => say!(text, "less than ", it),
            Rounded::About(it) => say!(text, it),
            Rounded::MoreThan(it) => say!(text, "more than ", it),
        }
    }
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
