//! What can be wrong with the data package, and what to do about it, in words for
//! someone who edits the files in a spreadsheet.

use std::error::Error;
use std::fmt;
use std::rc::Rc;

use super::Amount;
use crate::calendar::{Date, Month};

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

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Place { file, line, column } = &self.place;
        write!(f, "{file}:{line}:{column}: {}", self.rule)
    }
}

impl Error for Problem {}

/// A rule that does not hold, with what its message needs. Texts are as they stand in the
/// file; a `nearest` is the known text most like them.
#[derive(Clone, Debug, PartialEq)]
pub enum Rule {
    // Files
    Missing,
    Unreadable(String),
    NotUtf8,
    // Rows
    Separator,
    ColumnMissing { expected: String },
    ColumnName { expected: String, found: String },
    ColumnUnknown { found: String },
    NoRows,
    BlankRow,
    Cells { expected: usize, found: usize },
    LineBreak,
    Spaces,
    Empty { column: String },
    Repeated { column: String, text: String, line: usize },
    TooMany { what: &'static str, limit: usize },
    // Cells
    Month(String),
    Date(String),
    Number(String),
    Negative(String),
    Decimals(String),
    Exponent(String),
    Whole(String),
    Status(String),
    Dated(String),
    Kind(String),
    Code(String),
    Url(String),
    UnknownSector { code: String, nearest: Option<String> },
    UnknownSource { id: String, nearest: Option<String> },
    // Sectors
    Root,
    UnknownParent { code: String, nearest: Option<String> },
    ParentBelow(String),
    Bundle { part: String, parent: String },
    // Sources
    UnusedSource(String),
    // Figures
    EndBeforeStart,
    PublishedEarly { end: Month },
    OutOfOrder { line: usize },
    Twice { line: usize },
    TooLarge(Amount),
    Arithmetic,
    ArithmeticResult { amount: Amount, result: Amount },
    MonthMissing(Month),
    AboveWhole { whole: String, amount: Amount, whole_amount: Amount },
    PartsOfWhole { amount: Amount, parts: Amount },
    Jump { percent: f64, year_before: Amount },
    YearToDateFell { end: Month, amount: Amount, line: usize },
    HistoryLost { until: Date, expected: usize, found: usize },
    // Working days
    NotNextMonth { expected: Month },
    Weekdays(u8),
    WorkingDays { difference: i32 },
    DaysMissing(Month),
    // datapackage.json
    Json(String),
    ResourceFile(String),
    NotListed(&'static str),
    Fields { file: String, place: usize, expected: String, found: String },
    NoHistory,
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Rule::Missing => f.write_str(
                "the file is missing: put it back under exactly this name",
            ),
            Rule::Unreadable(why) => {
                write!(f, "the file cannot be read ({why}): check what it is and who may read it")
            }
            Rule::NotUtf8 => f.write_str(
                "from here on the text is not UTF-8: save the file again as \"CSV UTF-8\" \
                 (character set Unicode, UTF-8)",
            ),
            Rule::Separator => f.write_str(
                "the cells are not separated by commas: save the file again with commas between \
                 cells",
            ),
            Rule::ColumnMissing { expected } => {
                write!(f, "the column {expected} is missing: add it here, in the header and in each row")
            }
            Rule::ColumnName { expected, found } => write!(
                f,
                "the column is called {} where {expected} is expected: put the header back as it was",
                Quoted(found)
            ),
            Rule::ColumnUnknown { found } => {
                write!(f, "the column {} has no place here: delete it", Quoted(found))
            }
            Rule::NoRows => f.write_str("no row follows the header: put the rows back"),
            Rule::BlankRow => f.write_str("the row is empty: delete it"),
            Rule::Cells { expected, found } if found > expected => write!(
                f,
                "the row has {found} cells where {expected} are expected: put quotation marks \
                 around a cell that has a comma in it, or delete what is too much"
            ),
            Rule::Cells { expected, found } => write!(
                f,
                "the row has {found} cells where {expected} are expected: add the missing ones, \
                 with a comma for each even when it is empty"
            ),
            Rule::LineBreak => f.write_str(
                "the cell runs on over the end of the line: take the line break out, or close the \
                 quotation mark",
            ),
            Rule::Spaces => {
                f.write_str("the cell starts or ends with a space: delete the space")
            }
            Rule::Empty { column } if column.ends_with("_en") || column.ends_with("_ur") => write!(
                f,
                "{column} is empty: give every text in English (_en) and in Urdu (_ur)"
            ),
            Rule::Empty { column } => write!(f, "{column} is empty: fill it in"),
            Rule::Repeated { column, text, line } => write!(
                f,
                "{column} {} stands in line {line} already: change one of the two or delete it",
                Quoted(text)
            ),
            Rule::TooMany { what, limit } => write!(
                f,
                "there are more than {limit} {what}, which is all the program has room for: delete \
                 some, or ask a developer to make room"
            ),
            Rule::Month(text) => write!(
                f,
                "{} is not a month: write the year, a hyphen and two digits, such as 2023-10 (set \
                 the column to text, or spreadsheets rewrite it)",
                Quoted(text)
            ),
            Rule::Date(text) => write!(
                f,
                "{} is not a date: write 2023-11-20, or 2023-11 where the page shows no day (set \
                 the column to text, or spreadsheets rewrite it)",
                Quoted(text)
            ),
            Rule::Number(text) => write!(
                f,
                "{} is not a number: write millions of US dollars with digits and at most one \
                 point, such as 1052.25",
                Quoted(text)
            ),
            Rule::Negative(text) => write!(
                f,
                "{text} is negative, which exports cannot be: check the sign",
            ),
            Rule::Decimals(text) => write!(
                f,
                "{text} has more than three decimals, and figures are published in thousands of \
                 dollars: round it to three"
            ),
            Rule::Exponent(text) => write!(
                f,
                "{text} is written with an exponent: write it in plain digits (set the column to \
                 number with three decimals)"
            ),
            Rule::Whole(text) => {
                write!(f, "{} is not a number of days: write a whole number", Quoted(text))
            }
            Rule::Status(text) => write!(
                f,
                "{} is not a status: write final, revised, provisional or derived",
                Quoted(text)
            ),
            Rule::Dated(text) => write!(
                f,
                "{} does not say how the date is known: write shown or inferred",
                Quoted(text)
            ),
            Rule::Kind(text) => write!(
                f,
                "{} is not a kind of event: write infrastructure, market, policy or shock",
                Quoted(text)
            ),
            Rule::Code(text) => write!(
                f,
                "{} is not a short name: use only small letters a to z, digits, and . _ or -",
                Quoted(text)
            ),
            Rule::Url(text) => write!(
                f,
                "{} is not an address: copy it from the browser whole, from http:// or https:// \
                 on, without spaces",
                Quoted(text)
            ),
            Rule::UnknownSector { code, nearest } => {
                unknown(f, "sector", code, nearest.as_deref(), "sectors.csv")
            }
            Rule::UnknownSource { id, nearest } => {
                unknown(f, "source", id, nearest.as_deref(), "sources.csv")
            }
            Rule::Root => f.write_str(
                "the first sector must be total, without a parent: move its row to the top",
            ),
            Rule::UnknownParent { code, nearest } => {
                unknown(f, "parent", code, nearest.as_deref(), "sectors.csv")
            }
            Rule::ParentBelow(code) => write!(
                f,
                "the parent {} stands further down: move this row to below its parent's",
                Quoted(code)
            ),
            Rule::Bundle { part, parent } => write!(
                f,
                "{} is not the code of a part of {}: name the codes that are printed as one, \
                 joined by +",
                Quoted(part),
                Quoted(parent)
            ),
            Rule::UnusedSource(id) => write!(
                f,
                "no row of any file was read at source {}: delete it, or add its figures",
                Quoted(id)
            ),
            Rule::EndBeforeStart => f.write_str(
                "the last month is before the first: swap start and end, or correct one of them",
            ),
            Rule::PublishedEarly { end } => write!(
                f,
                "the figure was published before its last month, {end}, was over: correct the \
                 months or the date"
            ),
            Rule::OutOfOrder { line } => write!(
                f,
                "the row belongs above line {line}: sort by sector (in the order of sectors.csv), \
                 start, end, published, source"
            ),
            Rule::Twice { line } => write!(
                f,
                "line {line} has a figure for the same sector, months, date and source already: \
                 keep one of the two"
            ),
            Rule::TooLarge(amount) => write!(
                f,
                "US$ {} million is more than exports can be: is the figure in thousands? Write \
                 millions",
                Decimal(*amount)
            ),
            Rule::Arithmetic => f.write_str(
                "the figure is derived, but the note does not say how: start the note with the \
                 arithmetic, such as 939.51 minus 852.64 (minus, plus, x or /)",
            ),
            Rule::ArithmeticResult { amount, result } => write!(
                f,
                "the arithmetic in the note gives {}, not {}: correct the value or the note",
                Decimal(*result),
                Decimal(*amount)
            ),
            Rule::MonthMissing(month) => write!(
                f,
                "the total has no figure for {month}, and the months before it run unbroken: put \
                 its row back, or add it"
            ),
            Rule::AboveWhole { whole, amount, whole_amount } => write!(
                f,
                "a part cannot be above its whole: here {}, and {} in {whole} from the same \
                 source. Correct one of them, or say why in the note",
                Decimal(*amount),
                Decimal(*whole_amount)
            ),
            Rule::PartsOfWhole { amount, parts } => write!(
                f,
                "the parts from the same source add up to {}, not {}: correct the wrong figure, or \
                 start this note with \"parts do not add up\" and say why",
                Decimal(*parts),
                Decimal(*amount)
            ),
            Rule::Jump { percent, year_before } => write!(
                f,
                "{percent:+.0}% on the year before ({}): correct the figure if it is wrong; if it \
                 is right, say so in the note",
                Decimal(*year_before)
            ),
            Rule::YearToDateFell { end, amount, line } => write!(
                f,
                "July to {end} came to more already ({}, line {line}), and a fiscal year's total \
                 cannot fall: correct one of them",
                Decimal(*amount)
            ),
            Rule::HistoryLost { until, expected, found } => write!(
                f,
                "the file has lost history: {found} figures published up to {until} are left of \
                 {expected}. Put the missing rows back; figures are added, never taken away"
            ),
            Rule::NotNextMonth { expected } => write!(
                f,
                "{expected} is expected here: give each month one row, in order, leaving none out"
            ),
            Rule::Weekdays(days) => write!(
                f,
                "no month has {days} days from Monday to Friday, but 20 to 23: count them again"
            ),
            Rule::WorkingDays { difference } => write!(
                f,
                "weekdays less holidays are {difference}: correct whichever of the three is wrong"
            ),
            Rule::DaysMissing(month) => write!(
                f,
                "the total has a figure for {month}, which has no working days here: add a row for \
                 every month up to it"
            ),
            Rule::Json(why) => {
                write!(f, "the description cannot be read ({why}): undo the last change here")
            }
            Rule::ResourceFile(path) => write!(
                f,
                "there is no file {}: put it back, or take it out of the list",
                Quoted(path)
            ),
            Rule::NotListed(name) => {
                write!(f, "{name} is not in the list of files: put its entry back")
            }
            Rule::Fields { file, place, expected, found } => write!(
                f,
                "field {place} of {file} is {} where the program expects {}: put the list of \
                 fields back as it was",
                Quoted(found),
                Quoted(expected)
            ),
            Rule::NoHistory => f.write_str(
                "the list entry of observations.csv does not say how many rows it had: put its \
                 \"history\" back",
            ),
        }
    }
}

fn unknown(
    f: &mut fmt::Formatter<'_>,
    what: &str,
    text: &str,
    nearest: Option<&str>,
    file: &str,
) -> fmt::Result {
    write!(f, "unknown {what} {}: ", Quoted(text))?;
    match nearest {
        Some(nearest) => write!(f, "did you mean {nearest}? Otherwise add it to {file} first"),
        None => write!(f, "correct it, or add it to {file} first"),
    }
}

/// A cell's text on one line, shortened.
struct Quoted<'a>(&'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.char_indices().nth(60) {
            Some((end, _)) => write!(f, "{:?}…", &self.0[..end]),
            None => write!(f, "{:?}", self.0),
        }
    }
}

/// US$ million as written in `observations.csv`.
struct Decimal(Amount);

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let thousands = self.0.thousands();
        let sign = if thousands < 0 { "-" } else { "" };
        let (whole, rest) = (thousands.abs() / 1000, thousands.abs() % 1000);
        let decimals = format!(".{rest:03}");
        write!(f, "{sign}{whole}{}", decimals.trim_end_matches('0').trim_end_matches('.'))
    }
}
