//! The heading of a column: which period, and whether its figures are marked; and which headings
//! an edition has.

use std::fmt;

use crate::calendar::{Month, Span};
use crate::data::Status;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heading {
    pub span: Span,
    /// From `(R)` or `(P)`; `None` without a mark.
    pub status: Option<Status>,
    /// Written as a total of its fiscal year so far, though it may be of one month.
    pub to_date: bool,
}

#[derive(Debug, PartialEq)]
enum Word {
    Month(u8),
    FiscalYear,
    Mark(Status),
    Number(i32),
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

impl Heading {
    /// Reads `Jan-26 (R)`, `January 2026`, `2026-01`, `Jul-Feb, FY26 (P)`, `July–February 2025-26`,
    /// `Jul, FY26`, `FY25`; `None` for anything else. A total without its fiscal year, such as
    /// `Jul-Feb 2026`, could be of either of two.
    pub fn read(text: &str) -> Option<Heading> {
        let mut words = words(text)?;
        let mut status = None;
        if let Some(&Word::Mark(mark)) = words.last() {
            status = Some(mark);
            words.pop();
        }
        let span = match words.as_slice() {
            &[Word::Month(month), Word::Number(year)] => Month::new(full(year)?, month)?.into(),
            &[Word::Number(year @ 1000..), Word::Number(month @ 1..=12)] => {
                Month::new(year, month as u8)?.into()
            }
            [Word::Month(month), Word::FiscalYear, year @ ..] => in_year(*month, year)?.into(),
            [Word::Month(7), Word::Month(end), year @ ..] => {
                let year = match year {
                    [Word::FiscalYear, year @ ..] | year @ [_, _] => year,
                    _ => return None,
                };
                Span::new(in_year(7, year)?, in_year(*end, year)?)?
            }
            [Word::FiscalYear, year @ ..] => Span::new(in_year(7, year)?, in_year(6, year)?)?,
            _ => return None,
        };
        let to_date = words.contains(&Word::FiscalYear) || !span.is_month();
        Some(Heading { span, status, to_date })
    }
}

/// A column of an edition: the period, and how its figures may be marked.
pub struct Expected {
    span: Span,
    to_date: bool,
    marks: Vec<Option<Status>>,
}

impl Expected {
    pub fn is(&self, heading: &Heading) -> bool {
        self.span == heading.span
            && self.to_date == heading.to_date
            && self.marks.contains(&heading.status)
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let forms = self.marks.iter().map(|&it| written(self.span, self.to_date, it));
        f.write_str(&forms.collect::<Vec<_>>().join(" or "))
    }
}

/// The columns of the edition of a month, side by side: the month a year before, the month before,
/// the month, and the totals from July on to it of the fiscal year before and of its own. Those of
/// the year before are both marked as revised or both not, as the first of them is.
pub fn columns(month: Month, year_before: Option<Status>) -> [Expected; 5] {
    let column = |month: Month, marks: &[Option<Status>]| Expected {
        span: month.into(),
        to_date: false,
        marks: marks.to_vec(),
    };
    let total = |month: Month, marks: &[Option<Status>]| Expected {
        span: Span::new(month.fiscal_year().span().start(), month).unwrap_or(month.into()),
        to_date: true,
        marks: marks.to_vec(),
    };
    let (revised, provisional) = (Some(Status::Revised), Some(Status::Provisional));
    let alike: &[_] = if year_before == revised { &[revised] } else { &[None] };
    [
        column(month.year_before(), &[None, revised]),
        column(month.plus(-1), &[revised]),
        column(month, &[provisional]),
        total(month.year_before(), alike),
        total(month, &[provisional]),
    ]
}

/// The month to whose edition most of the headings belong, by their places and what they say.
pub fn month_of(headings: &[Heading]) -> Option<Month> {
    let later = [12, 1, 0, 12, 0];
    let months: Vec<Month> =
        headings.iter().zip(later).map(|(it, later)| it.span.end().plus(later)).collect();
    let count = |month: &Month| months.iter().filter(|it| *it == month).count();
    months.iter().copied().find(|it| count(it) * 2 > headings.len())
}

/// `Jan-26 (R)`, `Jul-Feb, FY26 (P)`.
pub fn written(span: Span, to_date: bool, status: Option<Status>) -> String {
    let name = |month: Month| -> String {
        let name = MONTHS.get(usize::from(month.number()) - 1).copied().unwrap_or_default();
        let mut letters = name.chars().take(3);
        letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
    };
    let (start, end) = (name(span.start()), name(span.end()));
    let year = end_year(span, to_date);
    let period = match (to_date, span.is_month()) {
        (false, _) => format!("{end}-{year:02}"),
        (true, true) => format!("{end}, FY{year:02}"),
        (true, false) => format!("{start}-{end}, FY{year:02}"),
    };
    match status {
        Some(Status::Revised) => format!("{period} (R)"),
        Some(Status::Provisional) => format!("{period} (P)"),
        _ => period,
    }
}

/// Its last two digits.
fn end_year(span: Span, fiscal: bool) -> i32 {
    let end = span.end();
    (if fiscal { end.fiscal_year().ending() } else { end.year() }).rem_euclid(100)
}

/// `26` and `2026` are 2026.
fn full(year: i32) -> Option<i32> {
    match year {
        0..=99 => Some(2000 + year),
        1000..=2700 => Some(year),
        _ => None,
    }
}

/// A month of a fiscal year, which is written by the year in which it ends or by both.
fn in_year(month: u8, year: &[Word]) -> Option<Month> {
    let ending = match year {
        [Word::Number(ending)] => full(*ending)?,
        [Word::Number(start), Word::Number(ending)] => {
            let ending = full(*ending)?;
            (full(*start)? + 1 == ending).then_some(ending)?
        }
        _ => return None,
    };
    Month::new(ending - i32::from(month >= 7), month)
}

/// Letters and digits, whatever stands between; `None` when one is not known.
fn words(text: &str) -> Option<Vec<Word>> {
    let text = text.to_lowercase();
    let kind = |letter: char| match letter {
        _ if letter.is_ascii_digit() => 1,
        _ if letter.is_alphabetic() => 2,
        _ => 0,
    };
    let letters: Vec<char> = text.chars().collect();
    let runs = letters.chunk_by(|&one, &other| kind(one) == kind(other));
    let runs = runs.filter(|run| run.first().is_some_and(|&it| kind(it) > 0));
    runs.map(|run| word(&run.iter().collect::<String>())).collect()
}

fn word(text: &str) -> Option<Word> {
    if let Ok(number) = text.parse() {
        return (text.len() <= 4).then_some(Word::Number(number));
    }
    let month = MONTHS.iter().position(|it| text.len() >= 3 && it.starts_with(text));
    match text {
        "fy" => Some(Word::FiscalYear),
        "r" | "rev" | "revised" => Some(Word::Mark(Status::Revised)),
        "p" | "prov" | "provisional" => Some(Word::Mark(Status::Provisional)),
        _ => Some(Word::Month(month? as u8 + 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_heading_is_read() {
        let (r, p) = (Some(Status::Revised), Some(Status::Provisional));
        for (text, span, status) in [
            ("Jan-26 (R)", "2026-01", r),
            ("Feb-26 (P)", "2026-02", p),
            ("Feb-25", "2025-02", None),
            (" feb - 2025 ", "2025-02", None),
            ("February 2026 P", "2026-02", p),
            ("Sept.'25 (Revised)", "2025-09", r),
            ("Sep25(R)", "2025-09", r),
            ("2026-02", "2026-02", None),
            ("Jul-Feb, FY25", "2024-07..2025-02", None),
            ("Jul-Feb, FY26 (P)", "2025-07..2026-02", p),
            ("Jul–Feb FY2026 (Prov.)", "2025-07..2026-02", p),
            ("July - February, 2025-26", "2025-07..2026-02", None),
            ("Jul\u{a0}-\u{a0}Dec FY2025-26 (R)", "2025-07..2025-12", r),
            ("Jul-Jul, FY26", "2025-07", None),
            ("Jul, FY26 (P)", "2025-07", p),
            ("Jul-Jun, FY25 (R)", "2024-07..2025-06", r),
            ("FY25", "2024-07..2025-06", None),
            ("FY 2024-25 (R)", "2024-07..2025-06", r),
        ] {
            let span = span.parse().unwrap();
            let read = Heading::read(text).map(|it| (it.span, it.status));
            assert_eq!(read, Some((span, status)), "{text}");
        }
    }

    #[test]
    fn what_could_mean_two_things_is_no_heading() {
        for text in [
            "",
            "Feb",
            "26",
            "Feb-26 (X)",
            "Feb-260",
            "Jul-Feb 2026",
            "Jul-Feb",
            "Jan-Jun FY26",
            "Jul-Feb, FY25-27",
            "Feb-26 (R) (P)",
            "13-26",
            "2026-13",
            "Credit",
            "Jul-Feb, FY",
            "فروری 2026",
            "Ju-26",
            "Mar/Apr-26",
        ] {
            assert_eq!(Heading::read(text), None, "{text}");
        }
    }

    #[test]
    fn an_edition_has_the_headings_of_its_month() {
        let of = |month: &str, mark| -> Vec<String> {
            let columns = columns(month.parse().unwrap(), mark);
            columns.iter().map(ToString::to_string).collect()
        };
        // As they stand in the State Bank's own workbooks of February and March 2026.
        let february = ["Feb-25", "Jan-26 (R)", "Feb-26 (P)", "Jul-Feb, FY25", "Jul-Feb, FY26 (P)"];
        let march =
            ["Mar-25 (R)", "Feb-26 (R)", "Mar-26 (P)", "Jul-Mar, FY25 (R)", "Jul-Mar, FY26 (P)"];
        let all = [("2026-02", None, february), ("2026-03", Some(Status::Revised), march)];
        for (month, mark, headings) in all {
            let read = headings.map(|it| Heading::read(it).unwrap());
            assert_eq!(month_of(&read), Some(month.parse().unwrap()));
            let expected = columns(month.parse().unwrap(), mark);
            assert!(read.iter().zip(&expected).all(|(heading, expected)| expected.is(heading)));
            let first = format!(
                "{} or {}",
                headings[0].replace(" (R)", ""),
                headings[0].replace(" (R)", "") + " (R)"
            );
            assert_eq!(of(month, mark)[0], first);
            assert_eq!(of(month, mark)[1..], headings[1..]);
        }
        // In July the total is of one month; in January the month before is of another year.
        let july =
            ["Jul-25 or Jul-25 (R)", "Jun-26 (R)", "Jul-26 (P)", "Jul, FY26", "Jul, FY27 (P)"];
        assert_eq!(of("2026-07", None), july);
        assert_eq!(
            of("2026-01", None)[1..],
            ["Dec-25 (R)", "Jan-26 (P)", "Jul-Jan, FY25", "Jul-Jan, FY26 (P)"]
        );
    }

    #[test]
    fn an_edition_is_that_of_most_headings() {
        let of = |headings: &[&str]| {
            let read = headings.iter().map(|it| Heading::read(it).unwrap());
            month_of(&read.collect::<Vec<_>>()).map(|it| it.to_string())
        };
        let month = Some("2026-02".to_owned());
        assert_eq!(
            of(&["Feb-25", "Feb-26 (P)", "Jan-26 (R)", "Jul-Feb, FY25", "Jul-Feb, FY26"]),
            month
        );
        assert_eq!(of(&["Feb-25", "Jan-26", "Feb-26"]), month);
        assert_eq!(of(&["Mar-25", "Jan-26", "Feb-26", "Jul-Mar, FY25", "Jul-Apr, FY26"]), None);
        assert_eq!(of(&["Feb-25", "Mar-25"]), None);
        assert_eq!(of(&[]), None);
    }
}
