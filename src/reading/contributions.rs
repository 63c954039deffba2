//! What was behind the growth of the chosen sectors, heading by heading.

use super::text::{Points, Say, Text, say};
use super::{Reading, breakdown_with, en, ur};
use crate::data::Dataset;
use crate::facts::{Contributions, Movers};
use crate::i18n::{Format, Lang};

/// The sentences of the breakdown, and how many headings went each way.
pub fn contributions(data: &Dataset, facts: &Contributions, format: Format) -> Reading {
    let (up, down) = facts.movers();
    breakdown_with(data, &facts.breakdown, format, &|text| {
        if up.headings + down.headings > 1 {
            match text.lang() {
                Lang::En => english(text, up, down),
                Lang::Ur => urdu(text, up, down),
            }
            text.stop();
        }
    })
}

fn english(text: &mut Text, up: Movers, down: Movers) {
    let headings = |count: usize| if count == 1 { " heading" } else { " headings" };
    let together = |count: usize| if count == 1 { "" } else { " together" };
    let all_of = |text: &mut Text, count: usize| match count {
        2 => say!(text, "both"),
        count => say!(text, "all ", en::InWords(count)),
    };
    match (up.headings, down.headings) {
        (0, all) => {
            all_of(text, all);
            say!(text, " headings that changed fell");
        }
        (all, 0) => {
            all_of(text, all);
            say!(text, " headings that changed rose");
        }
        (rose, fell) => {
            say!(text, en::InWords(rose), headings(rose), together(rose), " added ");
            say!(text, Points(up.points), " percentage points and ", en::InWords(fell));
            say!(text, together(fell), " took away ", Points(down.points));
        }
    }
}

fn urdu(text: &mut Text, up: Movers, down: Movers) {
    let headings = |count: usize| if count == 1 { " مد" } else { " مدوں" };
    let together = |count: usize| if count == 1 { "" } else { " مجموعی طور پر" };
    match (up.headings, down.headings) {
        (0, all) => {
            say!(text, "جن ", ur::InWords(all), " مدوں میں تبدیلی آئی ان سب میں کمی ہوئی");
        }
        (all, 0) => {
            say!(text, "جن ", ur::InWords(all), " مدوں میں تبدیلی آئی ان سب میں اضافہ ہوا");
        }
        (rose, fell) => {
            say!(text, ur::InWords(rose), headings(rose), " میں", together(rose), " ");
            say!(text, Points(up.points), " فیصد پوائنٹ کا اضافہ اور ");
            say!(text, ur::InWords(fell), " میں", together(fell), " ");
            say!(text, Points(down.points), " کی کمی ہوئی");
        }
    }
}
