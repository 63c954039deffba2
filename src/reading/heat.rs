//! Months by fiscal years, in words.

use super::text::{List, Say as _, Text, say};
use super::{Reading, en, spoken_of, ur};
use crate::calendar::Month;
use crate::data::{Amount, Dataset};
use crate::facts::HeatTable;
use crate::i18n::Format;

/// The finding is in how many months of the chosen year more was exported than a year before.
pub fn heat(data: &Dataset, facts: &HeatTable, format: Format) -> Reading {
    let english = |text: &mut Text| english(text, data, facts);
    spoken_of(facts.sectors, format, english, |text| urdu(text, data, facts))
}

/// More months than these with the same amount are counted rather than named.
const EQUALS_NAMED: usize = 3;

fn english(text: &mut Text, data: &Dataset, facts: &HeatTable) -> Reading {
    let exports = en::Exports(data, facts.sectors);
    let year = text.format.fiscal_year(facts.month);
    let up = facts.higher;
    match facts.compared {
        0 => say!(text, exports, " month by month"),
        many => {
            say!(
                text,
                exports,
                if up == 0 { " did not rise" } else { " rose" },
                " on the year in "
            );
            match (up, many) {
                (_, 1) => say!(text, "the one month of ", year),
                (0, many) => say!(text, "any of the ", en::InWords(many), " months of ", year),
                (up, many) if up == many => {
                    say!(text, "each of the ", en::InWords(many), " months of ", year);
                }
                (up, many) => say!(text, up, " of the ", many, " months of ", year),
            }
            if many < facts.possible {
                say!(text, " that can be compared");
            }
        }
    }
    let title = text.take();
    match facts.compared {
        0 => {
            say!(text, "No month of ", year, " can be compared with the same month a year before");
            say!(text, " for ", exports);
        }
        many => {
            say!(text, "In ", year, " ", exports, " were higher than a year before in ");
            match (up, many) {
                (0, 1) => say!(text, "none of the months; one can be compared"),
                (_, 1) => say!(text, "the one month that can be compared"),
                (0, many) => say!(text, "none of the ", many, " months that can be compared"),
                (2, 2) => say!(text, "both months that can be compared"),
                (up, many) if up == many => {
                    say!(text, "all ", many, " months that can be compared");
                }
                (up, many) => say!(text, up, " of the ", many, " months that can be compared"),
            }
        }
    }
    text.stop();
    let extreme = |text: &mut Text, which: &str, it: &(Amount, Vec<Month>)| {
        say!(text, which, it.0, ", ");
        match it.1.as_slice() {
            months if months.len() > EQUALS_NAMED => {
                say!(text, "is that of ", en::InWords(months.len()), " months");
            }
            months => {
                say!(text, "is that of ");
                say!(text, List(months, " and "));
            }
        }
    };
    if let (Some(highest), Some(lowest)) = (&facts.highest, &facts.lowest)
        && highest.0 != lowest.0
    {
        extreme(text, "The highest monthly figure shown, ", highest);
        extreme(text, "; the lowest, ", lowest);
        text.stop();
    }
    en::vintage(text, facts.vintage);
    Reading { title, sentence: text.take() }
}

fn urdu(text: &mut Text, data: &Dataset, facts: &HeatTable) -> Reading {
    let exports = ur::Exports(data, facts.sectors);
    let year = text.format.fiscal_year(facts.month);
    let comparable =
        if facts.compared < facts.possible { " موازنے کے قابل" } else { "" };
    let higher = |text: &mut Text, up: usize, many: usize| match (up, many) {
        (0, 1) => {
            say!(text, " کے موازنے کے قابل واحد مہینے میں ", exports, " ایک سال پہلے سے زیادہ نہیں")
        }
        (_, 1) => {
            say!(text, " کے موازنے کے قابل واحد مہینے میں ", exports, " ایک سال پہلے سے زیادہ")
        }
        (0, many) => {
            say!(text, " کے", comparable, " ", many, " مہینوں میں سے کسی میں ", exports);
            say!(text, " ایک سال پہلے سے زیادہ نہیں");
        }
        (up, many) if up == many => {
            say!(text, " کے", comparable, " تمام ", many, " مہینوں میں ", exports);
            say!(text, " ایک سال پہلے سے زیادہ");
        }
        (up, many) => {
            say!(text, " کے", comparable, " ", many, " میں سے ", up);
            say!(text, if up == 1 { " مہینے" } else { " مہینوں" });
            say!(text, " میں ", exports, " ایک سال پہلے سے زیادہ");
        }
    };
    if facts.compared == 0 {
        say!(text, exports, " ماہ بہ ماہ");
    } else {
        say!(text, year);
        higher(text, facts.higher, facts.compared);
    }
    let title = text.take();
    if facts.compared == 0 {
        say!(
            text,
            exports,
            " کے لیے ",
            year,
            " کے کسی مہینے کا ایک سال پہلے کے اسی مہینے سے موازنہ ممکن نہیں"
        );
    } else {
        say!(text, year);
        higher(text, facts.higher, facts.compared);
        say!(text, if facts.higher == 0 { " تھیں" } else { " رہیں" });
    }
    text.stop();
    let extreme = |text: &mut Text, which: &str, it: &(Amount, Vec<Month>)| {
        say!(text, which, it.0);
        match it.1.as_slice() {
            months if months.len() > EQUALS_NAMED => {
                say!(text, "، ", ur::InWords(months.len()), " مہینوں کی ہے");
            }
            months => {
                say!(text, "، ");
                say!(text, List(months, " اور "));
                say!(text, " کی ہے");
            }
        }
    };
    if let (Some(highest), Some(lowest)) = (&facts.highest, &facts.lowest)
        && highest.0 != lowest.0
    {
        extreme(text, "دکھائے گئے مہینوں کی بلند ترین رقم، ", highest);
        extreme(text, "؛ کم ترین رقم، ", lowest);
        text.stop();
    }
    ur::vintage(text, facts.vintage);
    Reading { title, sentence: text.take() }
}
