//! Urdu sentences.

use super::Reading;
use crate::data::Dataset;
use crate::facts::{Breakdown, Headline, Trend, YearToDate};
use crate::i18n::Format;

pub fn headline(data: &Dataset, facts: &Headline, format: Format) -> Reading {
    let _ = (data, facts, format);
    Reading::default()
}

pub fn year_to_date(it: &YearToDate, format: Format) -> String {
    let _ = (it, format);
    String::new()
}

pub fn story_check(facts: &Headline, format: Format) -> Option<Reading> {
    let _ = (facts, format);
    None
}

pub fn trend(data: &Dataset, facts: &Trend, format: Format) -> Reading {
    let _ = (data, facts, format);
    Reading::default()
}

pub fn breakdown(data: &Dataset, facts: &Breakdown, format: Format) -> Reading {
    let _ = (data, facts, format);
    Reading::default()
}
