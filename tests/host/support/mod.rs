//! What several subjects need.

pub mod book;
pub mod pictures;
pub mod record;
pub mod xls;

use it_exports::calendar::{Date, Month, Span};
use it_exports::catalogue::ViewId;
use it_exports::data::{Dataset, SectorId, SectorSet, Weekdays, WorkingDays};
use it_exports::embedded::context;
use it_exports::exhibit::Exhibit;
use it_exports::i18n::{Format, Lang};
use it_exports::query::VintageChoice;
use it_exports::state::{Numbers, State};
use it_exports::views::{self, ViewInput};

use record::dataset;

pub const VINTAGES: [VintageChoice; 2] = [VintageChoice::Latest, VintageChoice::First];

/// As each language writes by itself.
pub const EN: Format = Format { lang: Lang::En, numbers: Numbers::International };
pub const UR: Format = Format { lang: Lang::Ur, numbers: Numbers::Pakistani };

/// Millions in both languages, so that a figure is one number in either.
pub fn format(lang: Lang) -> Format {
    Format::new(lang, Some(Numbers::International))
}

pub fn date(text: &str) -> Date {
    text.parse().unwrap()
}

pub fn month(text: &str) -> Month {
    text.parse().unwrap()
}

pub fn span(text: &str) -> Span {
    text.parse().unwrap()
}

/// Months from `first` on that had so many working days and no holidays.
pub fn working_days(first: &str, days: &[u8]) -> WorkingDays {
    let months = days.iter().map(|&all| Weekdays { all, holidays: 0 }).collect();
    WorkingDays { first: month(first), months }
}

pub fn sector(code: &str) -> SectorId {
    dataset().sectors.by_code(code).unwrap()
}

/// The leaves of all the sectors named.
pub fn leaves(codes: &[&str]) -> SectorSet {
    codes.iter().map(|code| dataset().sectors.leaves(sector(code))).collect()
}

/// What a view shows.
pub fn exhibit_of(view: ViewId, data: &'static Dataset, state: &State, format: Format) -> Exhibit {
    views::exhibit(view, &ViewInput { data, context: context(), state, format })
}
