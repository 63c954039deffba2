//! What can be wrong with the data package, and what to do about it, in words for
//! someone who edits the files in a spreadsheet.

use std::error::Error;
use std::fmt;
use std::rc::Rc;

use super::Amount;
use super::prints::{Apart, Jump};
use crate::calendar::{Date, FIRST_MONTH, Month, Span};
use crate::periods;

/// A broken rule and where. Written `file:line:column: what is wrong: what to do`.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    pub place: Place,
    pub rule: Rule,
}

/// Where a cell starts. Ordered by file, line, column.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub file: Rc<str>,
    /// From 1, the header included.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
}

impl Place {
    /// Moves on over `text`, which stands here.
    pub fn pass(&mut self, text: &str) {
        let mut letters = text.chars().peekable();
        while let Some(letter) = letters.next() {
            match letter {
                '\r' if letters.peek() == Some(&'\n') => {}
                '\r' | '\n' => (self.line, self.column) = (self.line + 1, 1),
                _ => self.column += 1,
            }
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Place { file, line, column } = &self.place;
        write!(f, "{file}:{line}:{column}: {}", self.rule)
    }
}

impl Error for Problem {}

/// A rule that does not hold, with what its message needs. Texts stand as in the file.
#[derive(Clone, Debug, PartialEq)]
pub enum Rule {
    // Files
    Missing,
    Unreadable(String),
    NotUtf8,
    /// Among figures of another unit.
    Dollars {
        unit: String,
    },
    NoRecord,
    InRecord(&'static str),
    // Rows
    Separator,
    Column {
        expected: String,
        found: String,
    },
    ColumnMissing(String),
    ColumnUnknown(String),
    NoRows,
    BlankRow,
    Cells {
        expected: usize,
        found: usize,
    },
    LineBreak,
    TooMany {
        limit: usize,
    },
    // Cells
    Spaces,
    Empty {
        column: String,
    },
    Month(String),
    Date(String),
    Number {
        text: String,
        unit: String,
    },
    Negative(String),
    Decimals(String),
    Exponent(String),
    Days(String),
    Word {
        text: String,
        words: Vec<&'static str>,
    },
    Code(String),
    Url(String),
    Repeated {
        column: &'static str,
        text: String,
        line: usize,
    },
    /// `nearest` is the name most like the text.
    Unknown {
        what: &'static str,
        text: String,
        nearest: Option<String>,
    },
    // Sources and sectors
    UnusedSource,
    Root,
    ParentBelow(String),
    Apart(String),
    Bundle {
        part: String,
        parent: String,
    },
    // Figures
    EndBeforeStart,
    PublishedEarly {
        end: Month,
    },
    OutOfOrder {
        line: usize,
    },
    Twice {
        line: usize,
    },
    TooLarge {
        amount: Amount,
        unit: String,
    },
    Arithmetic,
    ArithmeticResult {
        amount: Amount,
        result: Amount,
    },
    MonthMissing(Month),
    AboveWhole {
        whole: String,
        amount: Amount,
        whole_amount: Amount,
    },
    PartsOfWhole {
        amount: Amount,
        parts: Amount,
    },
    Jump(Jump),
    ApartFromMonths(Apart),
    LessThanFewer {
        span: Span,
        amount: Amount,
    },
    MoreThanAll {
        parts: Amount,
        whole: Amount,
    },
    Sign(char),
    Formula(char),
    YearToDateFell {
        end: Month,
        amount: Amount,
        line: usize,
    },
    HistoryLost {
        until: Date,
        expected: usize,
        found: usize,
    },
    // The context
    Iso(String),
    Year(String),
    Period(String),
    Decimal(String),
    BelowZero(String),
    Unsorted {
        line: usize,
        by: &'static str,
    },
    SameAs {
        line: usize,
        by: &'static str,
    },
    Parted {
        code: String,
        line: usize,
    },
    Differs {
        column: &'static str,
        line: usize,
    },
    SamePeriod {
        line: usize,
    },
    SeriesOfOne,
    SeriesPeriod {
        line: usize,
    },
    TargetPast {
        end: Month,
    },
    /// The record is in another unit.
    PriceOfDollars {
        unit: String,
    },
    Price(String),
    PriceJump {
        percent: f64,
        month: Month,
    },
    // Working days
    NotNextMonth {
        expected: Month,
    },
    Weekdays(u8),
    WorkingDays {
        difference: i32,
    },
    DaysMissing(Month),
    // datapackage.json
    Json(String),
    ResourceFile(String),
    NotListed(&'static str),
    Fields {
        place: usize,
        expected: Option<String>,
        found: Option<String>,
    },
    NoHistory,
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words())
    }
}

impl Rule {
    /// Breaking it harms no reader: files that are changed one after the other break it on the way
    /// from one good package to the next.
    pub fn warns(&self) -> bool {
        matches!(self, Rule::UnusedSource)
    }

    fn words(&self) -> String {
        match self {
            Rule::Dollars { unit } => format!(
                "dollars cannot stand beside {unit}, in which the record of this page is: write the figure as a count"
            ),
            Rule::NoRecord => "nothing says what the figures are of: put \"record\" back, with title, unit and the rest"
                .to_owned(),
            Rule::InRecord(rule) => (*rule).to_owned(),
            Rule::Missing => "the file is missing: put it back under exactly this name".to_owned(),
            Rule::Unreadable(why) => format!(
                "the file cannot be read ({why}): see what it is and whether you may read it"
            ),
            Rule::NotUtf8 => {
                "from here on the text is not UTF-8: save the file again as \"CSV UTF-8\" \
                 (character set Unicode, UTF-8)"
                    .to_owned()
            }
            Rule::Separator => {
                "the cells are not separated by commas: save the file again with commas between \
                 cells"
                    .to_owned()
            }
            Rule::Column { expected, found } => format!(
                "the column is called {found:?} where {expected} is expected: put the header back \
                 as it was"
            ),
            Rule::ColumnMissing(column) => format!(
                "the column {column} is missing: add it after the last, in the header and each row"
            ),
            Rule::ColumnUnknown(column) => {
                format!("the column {column:?} has no place here: delete it")
            }
            Rule::NoRows => "no row follows the header: put the rows back".to_owned(),
            Rule::BlankRow => "the row is empty: delete it".to_owned(),
            Rule::Cells { expected, found } if found > expected => format!(
                "the row has {found} cells where {expected} are expected: put quotation marks \
                 around a cell that has a comma in it, or delete what is too much"
            ),
            Rule::Cells { expected, found } => format!(
                "the row has {found} cells where {expected} are expected: add the missing ones, \
                 with a comma for each even when it is empty"
            ),
            Rule::LineBreak => {
                "the cell runs on over the end of the line: take the line break out, or close the \
                 quotation mark"
                    .to_owned()
            }
            Rule::TooMany { limit } => format!(
                "this row is one more than the {limit} the program has room for: delete some, or \
                 ask a developer to make room"
            ),
            Rule::Spaces => "the cell starts or ends with a space: delete the space".to_owned(),
            Rule::Empty { column } if column.ends_with("_en") || column.ends_with("_ur") => {
                format!("{column} is empty: give every text in English (_en) and in Urdu (_ur)")
            }
            Rule::Empty { column } => format!("{column} is empty: fill it in"),
            Rule::Month(text) => format!(
                "{text:?} is not a month: write the year, a hyphen and two digits, such as 2023-10 \
                 (set the column to text, or spreadsheets rewrite it)"
            ),
            Rule::Date(text) => format!(
                "{text:?} is not a date: write 2023-11-20, or 2023-11 where the page shows no day \
                 (set the column to text, or spreadsheets rewrite it)"
            ),
            Rule::Number { text, unit } => format!(
                "{text:?} is not a number: write millions of {unit} with digits and at most one point, such as 1052.25"
            ),
            Rule::Negative(text) => {
                format!("{text} is negative, which exports cannot be: check the sign")
            }
            Rule::Decimals(text) => format!(
                "{text} has more than three decimals of millions, and no figure is kept closer than to a thousand: \
                 round it to three"
            ),
            Rule::Exponent(text) => format!(
                "{text} is written with an exponent: write it in plain digits (set the column to \
                 numbers with three decimals)"
            ),
            Rule::Days(text) => {
                format!("{text:?} is not a number of days: write a whole number")
            }
            Rule::Word { text, words } => {
                format!("{text:?} is not known here: write one of {}", words.join(", "))
            }
            Rule::Code(text) => format!(
                "{text:?} is not a short name: use only small letters a to z, digits, and . _ or -"
            ),
            Rule::Url(text) => format!(
                "{text:?} is not an address: copy it from the browser whole, from http:// or \
                 https:// on, without spaces, backslashes, names or passwords"
            ),
            Rule::Repeated { column, text, line } => format!(
                "{column} {text:?} stands in line {line} already: change one of the two or delete \
                 it"
            ),
            Rule::Unknown { what, text, nearest } => {
                let file = match *what {
                    "source" => "sources.csv",
                    "country" => "countries.csv",
                    "driver" => "drivers.csv",
                    "event" => "events.csv",
                    _ => "sectors.csv",
                };
                match nearest {
                    Some(nearest) => format!(
                        "unknown {what} {text:?}: did you mean {nearest}? Otherwise add it to \
                         {file} first"
                    ),
                    None => {
                        format!("unknown {what} {text:?}: correct it, or add it to {file} first")
                    }
                }
            }
            Rule::UnusedSource => {
                "no row of any file names this source: delete it, or add what was read there"
                    .to_owned()
            }
            Rule::Root => {
                "the first sector must be total, without a parent: move its row to the top"
                    .to_owned()
            }
            Rule::ParentBelow(parent) => format!(
                "the parent {parent} does not stand above this row: move the row to below its \
                 parent's"
            ),
            Rule::Apart(parent) => {
                format!("the row stands apart from the other parts of {parent}: move it up to them")
            }
            Rule::Bundle { part, parent } => format!(
                "{part:?} is not the code of a part of {parent:?}: name the codes that are printed \
                 as one, joined by +"
            ),
            Rule::EndBeforeStart => {
                "the last month is before the first: swap start and end, or correct one of them"
                    .to_owned()
            }
            Rule::PublishedEarly { end } => format!(
                "the figure was published before its last month, {end}, was over: correct the \
                 months or the date"
            ),
            Rule::OutOfOrder { line } => format!(
                "the row belongs above line {line}: sort by sector (in the order of sectors.csv), \
                 start, end, published; of one day the workbook is last, and after what is less \
                 firm what is firmer"
            ),
            Rule::Twice { line } => format!(
                "line {line} has a figure for the same sector, months, date and source already: \
                 keep one of the two"
            ),
            Rule::TooLarge { amount, unit } => format!(
                "{} million {unit} is more than exports can be: write millions, if the figure is in thousands or in \
                 single ones",
                decimal(*amount)
            ),
            Rule::Arithmetic => {
                "the figure is derived, but the note does not say how: start the note with the \
                 arithmetic, such as 939.51 minus 852.64 (minus, plus, x or /)"
                    .to_owned()
            }
            Rule::ArithmeticResult { amount, result } => format!(
                "the arithmetic in the note gives {}, not {}: correct the value or the note",
                decimal(*result),
                decimal(*amount)
            ),
            Rule::MonthMissing(month) => format!(
                "the total has no figure for {month}, and the months before it run unbroken: put \
                 its row back, or add it"
            ),
            Rule::AboveWhole { whole, amount, whole_amount } => format!(
                "{} is more than the whole of which it is a part, {whole} with {}: correct one of \
                 the two; if it is printed so, write in the note: more than \
                 its whole, as published",
                decimal(*amount),
                decimal(*whole_amount)
            ),
            Rule::PartsOfWhole { amount, parts } => format!(
                "the parts from the same source add up to {}, not {}: correct the wrong figure, or \
                 start this note with \"parts do not add up\" and say why",
                decimal(*parts),
                decimal(*amount)
            ),
            Rule::Jump(jump) => format!(
                "{:+.0}% on the year before ({}): correct the figure if it is wrong; if it is \
                 printed so, write in the note: {}",
                jump.percent,
                decimal(jump.year_before),
                jump.note()
            ),
            Rule::ApartFromMonths(apart) => format!(
                "the total is {}, and its months come to {}: correct the wrong figure; if it is \
                 printed so, write in the note: {}",
                decimal(apart.amount),
                decimal(apart.months),
                apart.note()
            ),
            Rule::LessThanFewer { span, amount } => format!(
                "{span} alone was {}, and more months cannot be less: correct one of the two",
                decimal(*amount)
            ),
            Rule::MoreThanAll { parts, whole } => format!(
                "all services are {}, and those of them that stand here come to {}: correct the \
                 wrong figure",
                decimal(*whole),
                decimal(*parts)
            ),
            Rule::Sign(sign) => format!(
                "the cell has a sign that nobody sees (U+{:04X}): write the text anew without it",
                u32::from(*sign)
            ),
            Rule::Formula(sign) => format!(
                "the text begins with {sign}, and spreadsheets take it for a formula: begin with a \
                 word"
            ),
            Rule::YearToDateFell { end, amount, line } => format!(
                "{} to {end} came to more already ({} in line {line}), and the total of a fiscal year cannot fall: \
                 correct one of them",
                periods::MONTHS_EN[usize::from(FIRST_MONTH) - 1],
                decimal(*amount)
            ),
            Rule::HistoryLost { until, expected, found } => format!(
                "the file has lost history, {found} of {expected} rows published up to {until} \
                 being left: put the others back, since figures are added and never taken away"
            ),
            Rule::Iso(text) => format!(
                "{text:?} is not the code of a country: write its three ISO letters, such as PAK"
            ),
            Rule::Year(text) => {
                format!("{text:?} is not a year: write four digits, such as 2023")
            }
            Rule::Period(text) => format!(
                "{text:?} is not a period: write 2023-10, 2023-07..2023-10, FY24 for a fiscal \
                 year, or 2023 for a calendar year"
            ),
            Rule::Decimal(text) => format!(
                "{text:?} is not a number: write plain digits and at most one point, such as 27.4"
            ),
            Rule::BelowZero(text) => {
                format!("{text} is negative, which nothing here can be: check the sign")
            }
            Rule::Unsorted { line, by } => {
                format!("the row belongs above line {line}: sort by {by}")
            }
            Rule::SameAs { line, by } => {
                format!("line {line} has a figure for the same {by} already: keep one of the two")
            }
            Rule::Parted { code, line } => {
                format!("the rows of {code:?} stand apart: move this one to below line {line}")
            }
            Rule::Differs { column, line } => format!(
                "the code is that of line {line}, but {column} is another: make them equal, or \
                 choose another code"
            ),
            Rule::SamePeriod { line } => format!(
                "line {line} has another figure for the same period: say in a note what sets them \
                 apart, or keep one of the two"
            ),
            Rule::SeriesOfOne => {
                "no other figure of this indicator is in this series: leave the cell empty, or \
                 correct the name"
                    .to_owned()
            }
            Rule::SeriesPeriod { line } => format!(
                "the period is not like that of line {line} (as long, from the same month on \
                 where it is longer than a quarter, and later), and a line joins a series: give \
                 one of the two another series, or none"
            ),
            Rule::TargetPast { end } => format!(
                "the target was announced after its period, which ends in {end}: correct the \
                 period or the date, or say in a note why"
            ),
            Rule::PriceOfDollars { unit } => format!(
                "what dollars are worth says nothing of a record in {unit}: delete the file, and its entry in \
                 datapackage.json"
            ),
            Rule::Price(text) => format!(
                "{text} is no price: write a number above zero with at most three decimals, such as 278.34"
            ),
            Rule::PriceJump { percent, month } => format!(
                "{percent:+.1}% on {month}: correct the value if it is wrong; if it is right, say so in the note"
            ),
            Rule::NotNextMonth { expected } => format!(
                "{expected} is expected here: give each month one row, in order, leaving none out"
            ),
            Rule::Weekdays(days) => format!(
                "no month has {days} days from Monday to Friday, but 20 to 23: count them again"
            ),
            Rule::WorkingDays { difference } => format!(
                "weekdays less holidays are {difference}: correct whichever of the three is wrong"
            ),
            Rule::DaysMissing(month) => format!(
                "the total has a figure for {month}, which has no working days here: add a row for \
                 every month up to it"
            ),
            Rule::Json(why) => {
                format!("the description cannot be read ({why}): undo the last change here")
            }
            Rule::ResourceFile(path) => {
                format!("there is no file {path:?}: put it back, or take it out of the list")
            }
            Rule::NotListed(name) => {
                format!("{name} is not in the list of files: put its entry back")
            }
            Rule::Fields { place, expected, found } => format!(
                "field {place} in the list is {} where the program reads {}: put the list back as \
                 it was",
                found.as_deref().unwrap_or("missing"),
                expected.as_deref().unwrap_or("nothing more")
            ),
            Rule::NoHistory => {
                "the entry of observations.csv does not say how many rows there were: put its \
                 \"history\" back"
                    .to_owned()
            }
        }
    }
}

/// US$ million as written in `observations.csv`.
fn decimal(amount: Amount) -> String {
    let thousands = amount.thousands();
    let sign = if thousands < 0 { "-" } else { "" };
    let text = format!("{sign}{}.{:03}", thousands.abs() / 1000, thousands.abs() % 1000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
