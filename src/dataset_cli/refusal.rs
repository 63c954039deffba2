//! Why something is not taken over into the data: where it stands, what is wrong, what to do.

use std::error::Error;
use std::fmt;
use std::mem::discriminant;

use crate::calendar::{Date, Month, Span};
use crate::data::Amount;
use crate::data::csv::is_unseen;
use crate::data::prints::{Apart, Jump};
use crate::data::problem::{Problem, Rule};

/// What is not right and where. Written `place: what is wrong: what to do`, as a
/// [`Problem`] of the data package is.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    pub place: String,
    pub why: Why,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.why)
    }
}

impl Error for Refusal {}

impl From<Problem> for Refusal {
    fn from(Problem { place, rule }: Problem) -> Refusal {
        let place = format!("{}:{}:{}", place.file, place.line, place.column);
        Refusal { place, why: Why::Package(Box::new(rule)) }
    }
}

/// As many of each kind are named; one cause, such as a shifted column, has many.
const OF_A_KIND: usize = 3;
/// And of those that have each to be answered or mended.
const TO_BE_TOLD: usize = 10;

/// What to say of them all, one a line.
pub fn lines(refusals: &[Refusal]) -> Vec<String> {
    // One of each kind, and how many there are.
    let mut kinds: Vec<(&Refusal, usize)> = Vec::new();
    let mut numbered = Vec::new();
    for refusal in refusals {
        let known = kinds.iter().position(|it| alike(it.0, refusal));
        let kind = known.unwrap_or(kinds.len());
        if known.is_none() {
            kinds.push((refusal, 0));
        }
        if let Some((_, count)) = kinds.get_mut(kind) {
            numbered.push((refusal, kind, *count));
            *count += 1;
        }
    }
    let mut lines = Vec::new();
    for (refusal, kind, before) in numbered {
        let apart = matches!(refusal.why, Why::Renamed { .. } | Why::Cell(_))
            || refusal.why.to_be_told().is_some();
        let most = if apart { TO_BE_TOLD } else { OF_A_KIND };
        if before < most {
            lines.push(refusal.to_string());
        }
        let more = kinds.get(kind).map_or(0, |it| it.1.saturating_sub(most));
        if before + 1 == most && more > 0 {
            lines.push(format!("  … and {more} more like this"));
        }
    }
    lines
}

/// Whether two have one cause, but for names and numbers.
fn alike(one: &Refusal, other: &Refusal) -> bool {
    match (&one.why, &other.why) {
        (Why::Package(one), Why::Package(other)) => {
            discriminant(one.as_ref()) == discriminant(other.as_ref())
        }
        (one, other) => discriminant(one) == discriminant(other),
    }
}

/// On one line, with a mark for every sign that nobody would see.
pub fn shown(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    text.chars().map(|it| if is_unseen(it) { '\u{fffd}' } else { it }).collect()
}

/// Cut short for a message, on one line.
pub fn excerpt(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

/// What a figure is compared with by whoever says that it is printed so.
const SEEN: &str = "the State Bank's own file";

/// Texts stand as in the workbook, cut short.
#[derive(Clone, Debug, PartialEq)]
pub enum Why {
    // The file
    NotFound,
    /// What stands there instead.
    NoFile(&'static str),
    Unreadable(String),
    Empty,
    TooLarge,
    TooLargeUnpacked,
    OtherKind(&'static str),
    Password,
    Damaged,
    // The sheet
    SheetMissing {
        expected: String,
        found: Vec<String>,
    },
    SheetsAlike {
        found: Vec<String>,
    },
    FarAway,
    CellTwice,
    HiddenLetters(String),
    NotTheTable,
    Unit {
        found: Option<String>,
    },
    NoCredit,
    // Columns
    Heading(String),
    NoHeading,
    Section {
        missing: &'static str,
    },
    SubHeading(String),
    NoEdition,
    Columns {
        found: Vec<String>,
        edition: Month,
    },
    OtherPeriod {
        found: String,
        expected: String,
        edition: Month,
    },
    EditionUnsure {
        month: Month,
        saved: Option<Date>,
    },
    EditionSaid {
        month: Month,
        said: Month,
    },
    Future(Span),
    Ahead {
        last: Month,
        next: Month,
    },
    // Lines
    ItemMissing {
        code: &'static str,
        label: &'static str,
        /// The month from which editions have it, for those that have not always had it.
        since: Option<Month>,
    },
    ItemTwice {
        code: String,
        other: String,
    },
    ItemUnknown {
        code: String,
    },
    Disorder {
        code: String,
        above: String,
    },
    /// Has the name of another line.
    Renumbered {
        code: String,
        found: String,
        other: &'static str,
    },
    Renamed {
        code: String,
        found: String,
        expected: String,
    },
    // Cells
    NoNumber,
    NotCalculated,
    ErrorCell(String),
    Large(String),
    Text(String),
    NotAvailable,
    Negative(String),
    /// The line of freelance work.
    FreelancersPaid {
        code: String,
    },
    Net {
        net: String,
        difference: String,
    },
    // Figures beside figures
    PartsOfWhole {
        code: String,
        amount: Amount,
        parts: Amount,
    },
    /// In thousands of US dollars, as the workbook has them.
    PartsOfLine {
        code: String,
        whole: String,
        parts: String,
    },
    /// In thousands of US dollars.
    MonthsOfTotal {
        months: String,
        total: String,
        span: Span,
        /// Whether every month of it is there.
        all: bool,
    },
    AboveYear {
        amount: Amount,
        year: Amount,
        span: Span,
    },
    /// In thousands of US dollars.
    Swapped {
        hardware: String,
        software: String,
    },
    OtherUnit {
        amount: Amount,
        usual: Amount,
    },
    Jump {
        sector: String,
        jump: Jump,
    },
    /// No refusal, but worth a look: the record has printed ones like it.
    KnownJump(Jump),
    /// The figure of the year after stands already.
    JumpAfter {
        sector: String,
        span: Span,
        jump: Jump,
    },
    Revision {
        sector: String,
        span: Span,
        amount: Amount,
        percent: f64,
        before: Amount,
        /// The figure that is held against this one was published after it.
        older: bool,
    },
    ManyRevised {
        span: Span,
        count: usize,
        of: usize,
    },
    LinesSwapped {
        sector: String,
        other: String,
        span: Span,
    },
    ApartFromMonths {
        sector: String,
        span: Span,
        apart: Apart,
    },
    /// A first print far beyond all months of the year before.
    Unlike {
        sector: String,
        span: Span,
        amount: Amount,
        low: Amount,
        high: Amount,
    },
    /// A total that stands does not go with this figure.
    TotalsDiffer {
        sector: String,
        span: Span,
        amount: Amount,
    },
    // What stands
    NotPublishedYet {
        end: Month,
    },
    PublishedLater {
        today: Date,
    },
    OtherAmount {
        sector: String,
        span: Span,
        amount: Amount,
        standing: Amount,
    },
    LessFirm {
        sector: String,
        span: Span,
        day: Date,
    },
    /// An edition that says that it came before an older one, or after a newer one.
    OutOfTurn {
        month: Month,
        other: Month,
        day: Date,
    },
    Twice {
        sector: String,
        span: Span,
        other: String,
    },
    /// A cell of a list of figures that is not what is expected there.
    Cell(String),
    Package(Box<Rule>),
    // Writing
    Busy,
    ChangedMeanwhile,
    Write(String),
    WriteStopped(String),
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words())
    }
}

impl Why {
    /// What `--as-published` has to name so that it is taken over; `None` where nothing helps.
    pub fn to_be_told(&self) -> Option<String> {
        match self {
            Why::Jump { sector, .. }
            | Why::JumpAfter { sector, .. }
            | Why::Revision { sector, .. }
            | Why::LinesSwapped { sector, .. }
            | Why::Unlike { sector, .. }
            | Why::ApartFromMonths { sector, .. }
            | Why::TotalsDiffer { sector, .. } => Some(sector.clone()),
            Why::ManyRevised { span, .. } => Some(span.to_string()),
            _ => None,
        }
    }

    /// What it says, without what to do.
    pub fn finding(&self) -> String {
        match self {
            Why::Jump { jump, .. } | Why::KnownJump(jump) => {
                format!("{:+.0}% on the year before ({})", jump.percent, jump.year_before)
            }
            Why::JumpAfter { span, jump, .. } => format!(
                "with this figure ({}), that of {span}, which stands, is {:+.0}% on the year \
                 before",
                jump.year_before, jump.percent
            ),
            Why::Revision { sector, span, amount, percent, before, older } => {
                let stands = if *older { "published later," } else { "which stands," };
                format!(
                    "{sector} of {span}: {amount} is {percent:+.1}% on {before}, {stands} and \
                     revisions are not so large"
                )
            }
            Why::ManyRevised { span, count, of } => format!(
                "{count} of {of} lines of {span} have other figures than those that stand, and \
                 never were so many revised at once: two columns may be swapped"
            ),
            Why::LinesSwapped { sector, other, span } => format!(
                "{sector} and {other} of {span} have the figures of one another: two lines are \
                 swapped"
            ),
            Why::ApartFromMonths { sector, span, apart } => format!(
                "{sector} of {span}: the total is {}, and its months come to {}",
                apart.amount, apart.months
            ),
            Why::Unlike { sector, span, amount, low, high } => format!(
                "{sector} of {span}: {amount} is far from the months of the year before, {low} to \
                 {high}: two lines may be swapped"
            ),
            Why::TotalsDiffer { sector, span, amount } => format!(
                "{sector}: with this figure the total of {span}, which stands with {amount}, is not \
                 what its months add up to"
            ),
            _ => self.words(),
        }
    }

    fn words(&self) -> String {
        match self {
            Why::NotFound => "there is no such file: check the name, or download the workbook \
                              again"
                .to_owned(),
            Why::Unreadable(why) => format!(
                "the file cannot be read ({why}): close it in other programs, and see whether you \
                 may read it"
            ),
            Why::Empty => "the file is empty: download the workbook again".to_owned(),
            Why::NoFile(kind) => format!(
                "this is {kind} and not a file: download the workbook, and give its name"
            ),
            Why::TooLarge => "the file is larger than 10 MB or has more than 100,000 texts, and the \
                              State Bank's workbook has less than 2 MB: see whether it is the \
                              right file"
                .to_owned(),
            Why::TooLargeUnpacked => "unpacked, the file is larger than 50 MB, and the State Bank's \
                                      workbook would be about 1: see whether it is the right file"
                .to_owned(),
            Why::OtherKind(kind) => format!(
                "the file is {kind}, not an Excel workbook: download the workbook \"Trade in \
                 Services\" itself (.xls or .xlsx)"
            ),
            Why::Password => "the workbook is protected by a password: open it in Excel, save it \
                              without the password under another name, and import that"
                .to_owned(),
            Why::Damaged => "the workbook is damaged or was not downloaded whole: download it \
                             again; if that does not help, open it in Excel and save it as .xlsx"
                .to_owned(),
            Why::SheetMissing { expected, found } => format!(
                "no sheet is called {expected:?}, but {}: if the State Bank has renamed its sheet, \
                 say so with --sheet; otherwise this is another workbook",
                found.iter().map(|it| format!("{it:?}")).collect::<Vec<_>>().join(", ")
            ),
            Why::SheetsAlike { found } => format!(
                "several sheets have nearly the same name, {}: see which is the State Bank's, and \
                 give its name to the letter with --sheet",
                found.iter().map(|it| format!("{it:?}")).collect::<Vec<_>>().join(", ")
            ),
            Why::FarAway => "the cell stands far away from the State Bank's table, which has about \
                             a hundred lines: see what it is, and clear it in a copy of the workbook"
                .to_owned(),
            Why::CellTwice => "the cell stands twice in the file: open it in Excel and save it \
                               under another name, and look at this cell"
                .to_owned(),
            Why::HiddenLetters(text) => format!(
                "{text:?} has letters that are not seen or turn the text round, so it may look \
                 like another: write it anew in a copy of the workbook, after comparing with the \
                 State Bank's own file"
            ),
            Why::NotTheTable => "the sheet is not headed \"Trade in Services\" with \"EBOPS\": \
                                 import the State Bank's workbook of that name"
                .to_owned(),
            Why::Unit { found: Some(found) } => format!(
                "the unit is {found:?} where thousands of US dollars are expected: import the \
                 edition in thousands, or have a developer add the unit"
            ),
            Why::Unit { found: None } => "no unit such as \"(Amount in Thousand US$)\" stands \
                                          above the table: see whether this is the State Bank's \
                                          own workbook"
                .to_owned(),
            Why::NoCredit => "no column is headed \"Credit\", which is what exports are called: \
                              see whether the State Bank has changed its table"
                .to_owned(),
            Why::Heading(text) => format!(
                "{text:?} is not a period: expected is a month (a date, Jan-26, January 2026) or \
                 a total from July on (Jul-Feb, FY26), and then (R) or (P) or nothing: correct the \
                 heading in a copy if it is a slip"
            ),
            Why::NoHeading => "the column has no period above it: correct the heading in a copy \
                               of the workbook"
                .to_owned(),
            Why::Section { missing } => format!(
                "the period does not have {missing} exactly once; Credit, Debit and Net are \
                 expected under each: see whether the State Bank has changed its table"
            ),
            Why::SubHeading(text) => format!(
                "the column is called {text:?} where Credit, Debit or Net is expected: see whether \
                 columns were shifted"
            ),
            Why::NoEdition => "the headings do not belong to one edition: expected are, side by \
                               side, the month a year before, the month before, the month, and the \
                               totals from July to it, last year's and this year's; compare with \
                               the State Bank's own file"
                .to_owned(),
            Why::Columns { found, edition } => format!(
                "the edition of {edition} has {} periods ({}) where five are expected: the month \
                 a year before, the month before, the month, and the totals from July to it, last \
                 year's and this year's; see whether columns were added or lost",
                found.len(),
                found.join(", ")
            ),
            Why::OtherPeriod { found, expected, edition } => format!(
                "the heading is {found:?} where the edition of {edition}, which most headings \
                 belong to, has {expected}: compare with the State Bank's own file; if there the \
                 heading is so, correct it in a copy of the workbook"
            ),
            Why::EditionUnsure { month, saved: Some(saved) } => format!(
                "the headings are those of {month}, whose workbook is made in the month after, \
                 but the file was last saved on {saved}: see which edition it is; if it is that of \
                 {month}, repeat with --edition {month}"
            ),
            Why::EditionUnsure { month, saved: None } => format!(
                "the headings are those of {month}, and nothing else in the file says so: see \
                 which edition it is; if it is that of {month}, repeat with --edition {month}"
            ),
            Why::EditionSaid { month, said } => format!(
                "the headings are those of {month} and --edition says {said}: see which edition it \
                 is; if the headings are wrong, correct all of them in a copy of the workbook"
            ),
            Why::Future(span) => format!(
                "{span} is not over yet: one year or month in the heading is wrong, or this \
                 machine's date is"
            ),
            Why::Ahead { last, next } => format!(
                "the record ends in {last}, and {next} is in no column: import the edition that \
                 has {next} first"
            ),
            Why::ItemMissing { code, label, since: Some(since) } => format!(
                "there is no line {code} ({label}), which only editions before {since} may be \
                 without: see whether the State Bank has taken it out or renumbered it; then a \
                 developer has to follow"
            ),
            Why::ItemMissing { code, label, since: None } => format!(
                "there is no line {code} ({label}): see whether the State Bank has taken it out or \
                 renumbered it; then a developer has to follow"
            ),
            Why::ItemTwice { code, other } => format!(
                "the line {code} stands in {other} already: see which of the two is right, and \
                 delete the other in a copy of the workbook"
            ),
            Why::ItemUnknown { code } => format!(
                "the line {code} is new, and sectors.csv has no sector for it: a developer has to \
                 add it first"
            ),
            Why::Disorder { code, above } => format!(
                "the line {code} stands below {above}, whose place is after it: two labels were \
                 swapped, or lines were sorted; compare with the State Bank's own file, and put \
                 them in order in a copy of the workbook"
            ),
            Why::Renumbered { code, found, other } => format!(
                "the line {code} is called {found:?}, which is the name of {other}: the codes of \
                 this edition are others, or two labels were swapped; compare with the State \
                 Bank's own file: a slip can be corrected in a copy, other codes need a developer"
            ),
            Why::Renamed { code, found, expected } => format!(
                "the line {code} is called {found:?} where {expected:?} is expected: if it means \
                 the same, repeat with --renamed {code}"
            ),
            Why::NoNumber => "the cell is empty where a number is expected: see whether a column \
                              or a line was shifted"
                .to_owned(),
            Why::NotCalculated => "the cell has a formula and no value: open the workbook in \
                                   Excel, save it, and import that"
                .to_owned(),
            Why::ErrorCell(name) => format!(
                "the formula of the cell ends in {name}: see what the State Bank's own file has \
                 there"
            ),
            Why::Large(text) => format!(
                "{text} thousand US dollars is more than exports can be: the unit is not what the \
                 sheet says, or the figure was changed"
            ),
            Why::Text(text) => format!(
                "{text:?} is text where a number is expected: see what the State Bank's own file \
                 has there"
            ),
            Why::NotAvailable => "the total is not available (N/A), and without it there is \
                                  nothing to add: wait for the next edition"
                .to_owned(),
            Why::Negative(text) => format!(
                "{text} is negative, which exports cannot be: see whether a sign or a column was \
                 swapped"
            ),
            Why::FreelancersPaid { code } => format!(
                "Debit of {code} is a number where every edition has had N/A, as payments to \
                 freelancers are not counted: see whether two lines were swapped; if the State \
                 Bank's own file has it so, a developer has to follow"
            ),
            Why::Net { net, difference } => format!(
                "Net is {net} where Credit less Debit is {difference}: columns were shifted or \
                 swapped, or a figure was changed; compare with the State Bank's own file"
            ),
            Why::PartsOfWhole { code, amount, parts } => format!(
                "the parts of {code} add up to {parts}, not {amount} (US$ million): a figure is \
                 wrong or a line has moved; compare with the State Bank's own file"
            ),
            Why::PartsOfLine { code, whole, parts } => format!(
                "the parts of {code} add up to {parts}, not {whole} (thousand US$): a figure is \
                 wrong or a line has moved; compare with the State Bank's own file"
            ),
            Why::MonthsOfTotal { months, total, span, all: true } => format!(
                "the months of {span} add up to {months}, not {total} (thousand US$): a figure is \
                 wrong or columns were swapped; compare with the State Bank's own file"
            ),
            Why::MonthsOfTotal { months, total, span, all: false } => format!(
                "the months of {span} that are here come to {months}, more than their total \
                 {total} (thousand US$): a figure is wrong or columns were swapped; compare with \
                 the State Bank's own file"
            ),
            Why::AboveYear { amount, year, span } => format!(
                "{amount} is more than {year}, the total of {span} (US$ million): one of the two \
                 is wrong; compare with the State Bank's own file"
            ),
            Why::Swapped { hardware, software } => format!(
                "hardware consultancy is {hardware} and software consultancy {software} (thousand \
                 US$), and it is always far less: the two lines are swapped; correct them in \
                 a copy of the workbook"
            ),
            Why::OtherUnit { amount, usual } => format!(
                "the total is US$ {amount} million a month, and lately it was {usual}: the sheet's \
                 unit is wrong, or the line is another; compare with the State Bank's own file"
            ),
            Why::KnownJump(_) => format!(
                "{}, taken over as printed, since the record has printed the like of it",
                self.finding()
            ),
            Why::Jump { sector, .. }
            | Why::JumpAfter { sector, .. }
            | Why::Revision { sector, .. }
            | Why::LinesSwapped { sector, .. }
            | Why::Unlike { sector, .. }
            | Why::ApartFromMonths { sector, .. }
            | Why::TotalsDiffer { sector, .. } => format!(
                "{}: compare with {SEEN}; if it is printed so, repeat with --as-published {sector}",
                self.finding()
            ),
            Why::ManyRevised { span, .. } => format!(
                "{}: compare with {SEEN}; if they are printed so, repeat with --as-published {span}",
                self.finding()
            ),
            Why::LessFirm { sector, span, day } => format!(
                "{sector} of {span} stands as revised since {day}, and what is revised does not \
                 become provisional: if this is older, say with --published when it appeared; \
                 otherwise it is revised or final"
            ),
            Why::OutOfTurn { month, other, day } if month < other => format!(
                "the edition of {other} stands as published on {day}, and that of {month} came \
                 before it: say with --published on which day, or in which month ({}), it did",
                month.plus(1)
            ),
            Why::OutOfTurn { month, other, day } => format!(
                "the edition of {other} stands as published on {day}, and that of {month} came \
                 after it: say with --published on which day it did"
            ),
            Why::Twice { sector, span, other } => format!(
                "{sector} of {span} stands in {other} already, from the same source and day: \
                 delete one of the two"
            ),
            Why::Cell(words) => words.clone(),
            Why::Busy => {
                "another command has been writing to the data for a minute: wait until it \
                          has ended, and run this one again"
                    .to_owned()
            }
            Why::NotPublishedYet { end } => format!(
                "that day is before {end} was over: say with --published on which day the figure \
                 appeared"
            ),
            Why::PublishedLater { today } => format!(
                "that day has not come yet, today is {today}: say with --published on which day \
                 the figure appeared"
            ),
            Why::OtherAmount { sector, span, amount, standing } => format!(
                "{sector} of {span} stands with {standing} from this source and day, and this says \
                 {amount}: figures that stand are never changed; say with --published on which \
                 day the corrected one appeared"
            ),
            Why::Package(rule) => rule.to_string(),
            Why::ChangedMeanwhile => {
                "the file was changed while this command ran: run it again".to_owned()
            }
            Why::WriteStopped(why) => format!(
                "the file cannot be written ({why}), after those before it were; they do no harm \
                 alone: see whether there is room on the disk, and run the command again"
            ),
            Why::Write(why) => format!(
                "the file cannot be written ({why}), and nothing was changed: close it in other \
                 programs, see whether there is room on the disk and whether you may write"
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::problem::Rule;

    #[test]
    fn of_hundreds_with_one_cause_the_first_are_told_and_how_many_more() {
        let package =
            |rule| Refusal { place: "a.csv".to_owned(), why: Why::Package(Box::new(rule)) };
        let months = (0..300).map(|it| package(Rule::Month(it.to_string())));
        let days = (0..100).map(|it| package(Rule::Date(it.to_string())));
        let cells = (0..50).map(|it| Refusal { place: format!("A{it}"), why: Why::NoNumber });
        let lines_called = (0..12).map(|it| Refusal {
            place: "B12".to_owned(),
            why: Why::Renamed {
                code: it.to_string(),
                found: String::new(),
                expected: String::new(),
            },
        });
        let all: Vec<Refusal> = months.chain(days).chain(cells).chain(lines_called).collect();
        let told = lines(&all);
        assert_eq!(told.len(), 4 + 4 + 4 + 11);
        assert!(told[2].starts_with("a.csv: \"2\" is not a month"));
        assert_eq!(told[3], "  … and 297 more like this");
        assert_eq!(told[7], "  … and 97 more like this");
        assert_eq!(told[11], "  … and 47 more like this");
        assert_eq!(told[22], "  … and 2 more like this");
    }

    #[test]
    fn a_message_shows_what_would_not_be_seen() {
        assert_eq!(shown("a\u{1b}[2J\u{202e}b \n c"), "a\u{fffd}[2J\u{fffd}b c");
        assert_eq!(excerpt(&"ab ".repeat(40)).chars().count(), 61);
    }
}
