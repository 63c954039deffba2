//! Months, spans of months and the fiscal year, which begins where the record says (in Pakistan in July).

use std::cmp::Ordering;
use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

/// The month with which a fiscal year begins, 1 to 12: `build.rs` has read it in the description of the package.
pub const FIRST_MONTH: u8 = match u8::from_str_radix(env!("FIRST_MONTH"), 10) {
    Ok(month) => month,
    Err(_) => panic!("no number"),
};

/// A calendar month from year 0 on, such as October 2023. Written `2023-10`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(i16);

impl Month {
    /// January of year 0, from which months are counted.
    pub const ZERO: Month = Month(0);

    /// `month` counts from 1 (January) to 12. `None` outside that, or outside years 0 to 2700.
    pub const fn new(year: i32, month: u8) -> Option<Month> {
        if year < 0 || year > 2700 || month < 1 || month > 12 {
            return None;
        }
        Some(Month((year * 12 + month as i32 - 1) as i16))
    }

    pub fn year(self) -> i32 {
        i32::from(self.0).div_euclid(12)
    }

    /// 1 for January to 12 for December.
    pub fn number(self) -> u8 {
        i32::from(self.0).rem_euclid(12) as u8 + 1
    }

    /// The month `months` later (earlier when negative), kept within the representable years.
    pub fn plus(self, months: i32) -> Month {
        Month((i32::from(self.0) + months).clamp(0, 2700 * 12 + 11) as i16)
    }

    /// How many months `self` is after `earlier`; negative when before.
    pub fn since(self, earlier: Month) -> i32 {
        i32::from(self.0) - i32::from(earlier.0)
    }

    pub fn year_before(self) -> Month {
        self.plus(-12)
    }

    pub fn fiscal_year(self) -> FiscalYear {
        let begun = FIRST_MONTH != 1 && self.number() >= FIRST_MONTH;
        FiscalYear((self.year() + i32::from(begun)) as i16)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.number())
    }
}

/// Why a text is not a month, a span or a date. The caller knows where it stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADate;

impl FromStr for Month {
    type Err = NotADate;

    /// Reads exactly `YYYY-MM`.
    fn from_str(text: &str) -> Result<Month, NotADate> {
        let (year, month) = text.split_once('-').ok_or(NotADate)?;
        Month::new(digits(year, 4)?, digits(month, 2)? as u8).ok_or(NotADate)
    }
}

/// Exactly `count` ASCII digits as a number.
fn digits(text: &str, count: usize) -> Result<i32, NotADate> {
    if text.len() != count || !text.bytes().all(|it| it.is_ascii_digit()) {
        return Err(NotADate);
    }
    text.parse().map_err(|_| NotADate)
}

/// A fiscal year, named by the calendar year in which it ends: in Pakistan FY24 is
/// July 2023 to June 2024.
///
/// ```
/// use it_exports_record::calendar::{FiscalYear, Month, Span};
///
/// let july = Month::new(2023, 7).unwrap();
/// assert_eq!(july.fiscal_year(), FiscalYear::ending_in(2024));
/// assert_eq!(july.fiscal_year().span().to_string(), "2023-07..2024-06");
/// // July to October is what a publication gives as the year to date.
/// let to_date = Span::new(july, july.plus(3)).unwrap();
/// assert_eq!(to_date.fiscal_year_to_date(), Some(FiscalYear::ending_in(2024)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FiscalYear(i16);

impl FiscalYear {
    pub const fn ending_in(year: i16) -> FiscalYear {
        FiscalYear(year)
    }

    /// The calendar year in which the fiscal year ends.
    pub fn ending(self) -> i32 {
        i32::from(self.0)
    }

    pub fn span(self) -> Span {
        let end = Month(self.0 * 12 + (i16::from(FIRST_MONTH) + 10) % 12);
        Span { start: end.plus(-11), end }
    }
}

/// One or more whole months, first and last included. Written `2023-10` when it is
/// one month and `2023-07..2023-10` when it is more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: Month,
    end: Month,
}

impl Span {
    /// `None` when the end is before the start.
    pub fn new(start: Month, end: Month) -> Option<Span> {
        (start <= end).then_some(Span { start, end })
    }

    pub fn start(self) -> Month {
        self.start
    }

    pub fn end(self) -> Month {
        self.end
    }

    /// Number of months, at least 1.
    pub fn len(self) -> usize {
        self.end.since(self.start) as usize + 1
    }

    /// Always false: a span has at least one month.
    pub fn is_empty(self) -> bool {
        false
    }

    pub fn is_month(self) -> bool {
        self.start == self.end
    }

    pub fn months(self) -> impl DoubleEndedIterator<Item = Month> + ExactSizeIterator {
        let first = self.start;
        (0..self.len()).map(move |offset| first.plus(offset as i32))
    }

    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    pub fn overlaps(self, other: Span) -> bool {
        self.start <= other.end && other.start <= self.end
    }

    pub fn year_before(self) -> Span {
        Span { start: self.start.year_before(), end: self.end.year_before() }
    }

    /// The fiscal year that starts with this span and holds it, when there is one:
    /// the mark of a July-to-month total.
    pub fn fiscal_year_to_date(self) -> Option<FiscalYear> {
        let year = self.end.fiscal_year();
        (year.span().start == self.start).then_some(year)
    }

    pub fn is_fiscal_year(self) -> bool {
        self.end.fiscal_year().span() == self
    }
}

impl From<Month> for Span {
    fn from(month: Month) -> Span {
        Span { start: month, end: month }
    }
}

impl From<Span> for RangeInclusive<Month> {
    fn from(span: Span) -> RangeInclusive<Month> {
        span.start..=span.end
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_month() {
            return self.start.fmt(f);
        }
        write!(f, "{}..{}", self.start, self.end)
    }
}

impl FromStr for Span {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Span, NotADate> {
        // Not split at "..": the search for a text in a text would come along for it.
        match text.split_once('.') {
            Some((start, end)) => {
                let end = end.strip_prefix('.').ok_or(NotADate)?;
                Span::new(start.parse()?, end.parse()?).ok_or(NotADate)
            }
            None => text.parse::<Month>().map(Span::from),
        }
    }
}

/// The day a figure was published, or only the month where the page shows no day.
///
/// Dates stand in the order in which what is dated is known to have come: where only the month is
/// known, that is when the month is over, after all its days. This is the one order of vintages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    pub month: Month,
    /// 1 to 31.
    pub day: Option<u8>,
}

impl Date {
    /// The first day by which it has come: where only the month is known, its last.
    pub fn known_from(self) -> Date {
        Date { month: self.month, day: self.day.or(Some(days_in(self.month))) }
    }

    /// Whether it has come by `day`; where of that only the month is known, by its end.
    pub fn has_come_by(self, day: Date) -> bool {
        self.known_from() <= day.known_from()
    }
}

impl Ord for Date {
    fn cmp(&self, other: &Date) -> Ordering {
        // After the last day: a day that is shown is known better than one that is not.
        let key = |it: &Date| (it.month, it.day.unwrap_or(u8::MAX));
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for Date {
    fn partial_cmp(&self, other: &Date) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.day {
            Some(day) => write!(f, "{}-{day:02}", self.month),
            None => self.month.fmt(f),
        }
    }
}

impl FromStr for Date {
    type Err = NotADate;

    /// Reads `YYYY-MM-DD` or `YYYY-MM`; the day must exist in its month.
    fn from_str(text: &str) -> Result<Date, NotADate> {
        let (Some(month), Some(rest)) = (text.get(..7), text.get(7..)) else {
            return Err(NotADate);
        };
        let month: Month = month.parse()?;
        let day = match rest.strip_prefix('-') {
            Some(day) => Some(digits(day, 2)? as u8),
            None if rest.is_empty() => None,
            None => return Err(NotADate),
        };
        if day.is_some_and(|day| day < 1 || day > days_in(month)) {
            return Err(NotADate);
        }
        Ok(Date { month, day })
    }
}

pub fn days_in(month: Month) -> u8 {
    let year = month.year();
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month.number() {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// How months are put together before anything else is computed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Frequency {
    #[default]
    Monthly,
    /// Calendar quarters, which are also quarters of the fiscal year.
    Quarterly,
    FiscalYear,
    CalendarYear,
}

impl Frequency {
    pub const ALL: [Frequency; 4] =
        [Frequency::Monthly, Frequency::Quarterly, Frequency::FiscalYear, Frequency::CalendarYear];

    /// False for calendar years where fiscal years are the same.
    pub fn is_offered(self) -> bool {
        FIRST_MONTH != 1 || self != Frequency::CalendarYear
    }

    /// The period of this frequency that holds `month`.
    ///
    /// ```
    /// use it_exports_record::calendar::{Frequency, Month};
    ///
    /// let november = Month::new(2023, 11).unwrap();
    /// let holding = |frequency: Frequency| frequency.period_of(november).to_string();
    /// assert_eq!(holding(Frequency::Quarterly), "2023-10..2023-12");
    /// assert_eq!(holding(Frequency::FiscalYear), "2023-07..2024-06");
    /// ```
    pub fn period_of(self, month: Month) -> Span {
        let start = match self {
            Frequency::Monthly => return month.into(),
            Frequency::FiscalYear => return month.fiscal_year().span(),
            Frequency::Quarterly => month.plus(-(i32::from(month.number() - 1) % 3)),
            Frequency::CalendarYear => month.plus(1 - i32::from(month.number())),
        };
        Span { start, end: start.plus(self.months() - 1) }
    }

    /// Months in one period.
    pub fn months(self) -> i32 {
        match self {
            Frequency::Monthly => 1,
            Frequency::Quarterly => 3,
            Frequency::FiscalYear | Frequency::CalendarYear => 12,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn month(text: &str) -> Month {
        text.parse().unwrap()
    }

    fn span(text: &str) -> Span {
        text.parse().unwrap()
    }

    #[test]
    fn a_fiscal_year_runs_from_july_to_june() {
        assert_eq!(month("2023-06").fiscal_year().ending(), 2023);
        assert_eq!(month("2023-07").fiscal_year().ending(), 2024);
        assert_eq!(month("2023-10").fiscal_year().span(), span("2023-07..2024-06"));
        assert!(span("2023-07..2024-06").is_fiscal_year());
    }

    #[test]
    fn a_july_to_month_total_starts_its_fiscal_year() {
        assert_eq!(span("2025-07..2026-03").fiscal_year_to_date().unwrap().ending(), 2026);
        assert_eq!(span("2025-07").fiscal_year_to_date().unwrap().ending(), 2026);
        assert_eq!(span("2025-08..2026-03").fiscal_year_to_date(), None);
        assert_eq!(span("2025-07..2026-07").fiscal_year_to_date(), None);
    }

    #[test]
    fn periods_hold_their_month() {
        let held = |frequency: Frequency| frequency.period_of(month("2023-11"));
        assert_eq!(held(Frequency::Monthly), span("2023-11"));
        assert_eq!(held(Frequency::Quarterly), span("2023-10..2023-12"));
        assert_eq!(held(Frequency::FiscalYear), span("2023-07..2024-06"));
        assert_eq!(held(Frequency::CalendarYear), span("2023-01..2023-12"));
    }

    #[test]
    fn what_is_not_a_date_is_refused() {
        for text in ["", "2023", "2023-13", "2023-00", "23-10", "2023-1", "2023-10 ", "+023-10"] {
            assert_eq!(text.parse::<Month>(), Err(NotADate), "{text}");
        }
        for text in ["2023-10..2023-09", "2023-10..", "..2023-10", "2023-10...2023-11"] {
            assert_eq!(text.parse::<Span>(), Err(NotADate), "{text}");
        }
        for text in ["2023-02-29", "2023-04-31", "2023-10-00", "2023-10-1", "2023-10x", "۲۰۲۳-۱۰"]
        {
            assert_eq!(text.parse::<Date>(), Err(NotADate), "{text}");
        }
        assert!("2024-02-29".parse::<Date>().is_ok());
    }

    #[test]
    fn an_unknown_day_comes_after_the_days_of_its_month() {
        let date = |text: &str| text.parse::<Date>().unwrap();
        assert!(date("2023-08-31") < date("2023-08"));
        assert!(date("2023-08") < date("2023-09-01"));
        assert!(date("2023-07") < date("2023-08"));
    }

    fn any_month() -> impl Strategy<Value = Month> {
        (1900..2200, 1u8..=12).prop_map(|(year, number)| Month::new(year, number).unwrap())
    }

    fn any_date() -> impl Strategy<Value = Date> {
        let months = (2019..2021, 1u8..=12).prop_map(|(year, it)| Month::new(year, it).unwrap());
        (months, proptest::option::of(1u8..=28)).prop_map(|(month, day)| Date { month, day })
    }

    proptest! {
        /// Who reads the record on some day knows what comes first in the order of vintages.
        #[test]
        fn what_is_known_on_a_day_comes_before_what_is_not(
            one in any_date(),
            other in any_date(),
            day in any_date(),
        ) {
            if one.has_come_by(day) && !other.has_come_by(day) {
                prop_assert!(one < other);
            }
            prop_assert_eq!(one.has_come_by(day), one.known_from() <= day.known_from());
        }

        #[test]
        fn a_month_survives_being_written(it in any_month()) {
            prop_assert_eq!(it.to_string().parse(), Ok(it));
        }

        #[test]
        fn plus_and_since_undo_each_other(it in any_month(), months in -600..600) {
            prop_assert_eq!(it.plus(months).since(it), months);
            prop_assert_eq!(it.plus(months).plus(-months), it);
        }

        #[test]
        fn a_span_survives_being_written(it in any_month(), more in 0..600) {
            let span = Span::new(it, it.plus(more)).unwrap();
            prop_assert_eq!(span.to_string().parse(), Ok(span));
            prop_assert_eq!(span.months().count(), span.len());
            prop_assert_eq!(span.year_before().len(), span.len());
        }

        #[test]
        fn periods_tile_the_calendar(it in any_month()) {
            for frequency in Frequency::ALL {
                let period = frequency.period_of(it);
                prop_assert!(period.contains(it.into()));
                prop_assert_eq!(period.len() as i32, frequency.months());
                for other in period.months() {
                    prop_assert_eq!(frequency.period_of(other), period);
                }
                prop_assert_eq!(frequency.period_of(period.end().plus(1)).start(), period.end().plus(1));
            }
        }
    }
}
