//! What the season does, in words.

use super::text::{List, Say, Text, say};
use super::{Reading, en, spoken_of, ur};
use crate::data::Dataset;
use crate::facts::{Seasons, Tally};
use crate::i18n::Format;

/// The finding is the month that is usually the highest of its year, if there is one.
pub fn seasons(data: &Dataset, facts: &Seasons, format: Format) -> Reading {
    let english = |text: &mut Text| english(text, data, facts);
    spoken_of(facts.sectors, format, english, |text| urdu(text, data, facts))
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

/// The names of months, by their numbers, with the word before the last.
struct Named<'a>(&'a [u8], &'a str);

impl Say for Named<'_> {
    fn say(&self, text: &mut Text) {
        let names = text.format.lang.strings().months;
        let names: Vec<&str> = self.0.iter().map(|&it| names[usize::from(it) - 1]).collect();
        say!(text, List(&names, self.1));
    }
}

fn english(text: &mut Text, data: &Dataset, facts: &Seasons) -> Reading {
    let exports = en::Exports(data, facts.sectors);
    match (usual(facts), facts.highest.only()) {
        _ if facts.complete == 0 => say!(text, exports, " by month of the year"),
        (Some(month), _) => say!(text, exports, " are usually highest in ", Named(&[month], "")),
        (None, Some(month)) if facts.complete >= YEARS_FOR_A_HABIT && facts.highest.years > 1 => {
            say!(
                text,
                exports,
                ": ",
                Named(&[month], ""),
                " is the month that is highest most often"
            );
        }
        _ => say!(text, exports, ": no month is regularly the highest of its year"),
    }
    let title = text.take();
    match &facts.own {
        Some((own, rank)) => {
            say!(text, "In ", facts.month, " ", exports, " came to ", own.amount);
            if rank.of > 1 {
                let year = facts.month.year().to_string();
                say!(text, ", ");
                en::place(text, *rank);
                say!(text, " of the ", en::InWords(rank.of), " published months of ", year);
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
            match tally.months.len() {
                many if many > MONTHS_NAMED => say!(text, en::InWords(many), " months"),
                _ => say!(text, Named(&tally.months, " and ")),
            }
            say!(text, if tally.months.len() == 1 { " was the " } else { " were each the " });
            say!(text, what, " in ", en::InWords(tally.years));
        };
        match facts.complete {
            1 => say!(text, "In the one calendar year of which every month is published, "),
            _ => {
                say!(text, "Of the ", en::InWords(facts.complete), " calendar years of which ");
                say!(text, "every month is published, ");
            }
        }
        if facts.complete == 1 {
            say!(text, Named(&facts.highest.months, " and "), " was the highest and ");
            say!(text, Named(&facts.lowest.months, " and "), " the lowest month");
        } else {
            tally(text, &facts.highest, "highest");
            say!(text, "; ");
            tally(text, &facts.lowest, "lowest");
        }
        text.stop();
    }
    if let Some(status) = facts.own.as_ref().and_then(|(it, _)| en::status(it.status)) {
        say!(text, "The figure of ", facts.month, " is ", status);
        text.stop();
    }
    en::vintage(text, facts.vintage);
    Reading { title, sentence: text.take() }
}

fn urdu(text: &mut Text, data: &Dataset, facts: &Seasons) -> Reading {
    let exports = ur::Exports(data, facts.sectors);
    match (usual(facts), facts.highest.only()) {
        _ if facts.complete == 0 => say!(text, exports, " سال کے مہینوں کے لحاظ سے"),
        (Some(month), _) => {
            say!(text, exports, " عموماً ", Named(&[month], ""), " میں بلند ترین ہوتی ہیں")
        }
        (None, Some(month)) if facts.complete >= YEARS_FOR_A_HABIT && facts.highest.years > 1 => {
            say!(text, exports, ": سب سے زیادہ بار ", Named(&[month], ""), " بلند ترین رہا");
        }
        _ => say!(text, exports, ": کوئی ایک مہینہ باقاعدگی سے سال کا بلند ترین نہیں"),
    }
    let title = text.take();
    match &facts.own {
        Some((own, rank)) => {
            say!(text, facts.month, " میں ", exports, " ", own.amount, " رہیں");
            if rank.of > 1 {
                let year = facts.month.year().to_string();
                say!(text, "، جو ", year, " کے شائع شدہ ", ur::InWords(rank.of), " مہینوں میں ");
                ur::place(text, *rank);
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
                many if many > MONTHS_NAMED => say!(text, ur::InWords(many), " مہینوں"),
                _ => say!(text, Named(&tally.months, " اور ")),
            }
            say!(text, if tally.months.len() == 1 { " " } else { " میں سے ہر ایک " });
            say!(text, what, " رہا");
        };
        if facts.complete == 1 {
            say!(text, "جس ایک کیلنڈر سال کے تمام مہینے شائع ہوئے، اس میں ");
            say!(text, Named(&facts.highest.months, " اور "), " بلند ترین اور ");
            say!(text, Named(&facts.lowest.months, " اور "), " کم ترین رہا");
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
    if let Some(status) = facts.own.as_ref().and_then(|(it, _)| ur::status(it.status)) {
        say!(text, facts.month, " کا عدد ", status);
        text.stop();
    }
    ur::vintage(text, facts.vintage);
    Reading { title, sentence: text.take() }
}
