//! The State Bank's workbook "Trade in Services" as figures with the cells they stand in.
//!
//! Everything is found by what is written there: lines by their codes, columns by their headings.
//! Credit less debit must be net, parts must make up wholes; so a shifted column or a changed
//! figure shows, whichever it is.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, ErrorKind};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use calamine::{Data, DataType, Range, Reader, Xls, XlsError, Xlsx, XlsxError};

use super::heading::Heading;
use super::refusal::{Refusal, Why};
use crate::calendar::{Date, Month, Span};
use crate::data::Amount;

/// The lines that are taken over, by code and name. The first is the whole of the table.
pub const ITEMS: [(&str, &str); 16] = [
    ("Services", "Services"),
    ("9", "Telecommunications, Computer and information services"),
    ("9.1", "Telecommunications services"),
    ("9.1.1", "Call centres"),
    ("9.1.2", "Telecommunication services"),
    ("9.2", "Computer services"),
    ("9.2.1", "Hardware consultancy services"),
    ("9.2.2", "Software consultancy services"),
    ("9.2.3", "Maintenance & repairs of computer"),
    ("9.2.4", "Export / Import of Computer Software"),
    ("9.2.5", "Freelance of Computer and Information Services"),
    ("9.2.6", "Other Computer services"),
    ("9.3", "Information services"),
    ("9.3.1", "News agency services"),
    ("9.3.2", "Other information services"),
    ("10.3.5", "Other Freelance Services"),
];

/// Those of [`ITEMS`] that no edition before July 2024 is known to have: until then freelance work
/// stood in other lines.
pub const LATER: [&str; 2] = ["9.2.5", "10.3.5"];

/// One edition of the workbook: exports of every item in every period it has.
#[derive(Clone, Debug, PartialEq)]
pub struct Edition {
    /// File and sheet, as they are named in messages.
    pub name: String,
    pub periods: Vec<Period>,
    /// One for each of [`ITEMS`]; editions before July 2024 may be without those of [`LATER`].
    pub lines: Vec<Line>,
    /// The day on which the file was last saved, where it says so.
    pub saved: Option<Date>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Period {
    pub heading: Heading,
    /// Where the heading stands.
    pub place: String,
    credit: u32,
    debit: u32,
    net: u32,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub code: &'static str,
    /// One for each period.
    pub credits: Vec<Credit>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Credit {
    /// `None` where it is not available (N/A).
    pub amount: Option<Amount>,
    pub place: String,
}

/// What the person who imports says of the workbook.
#[derive(Clone, Debug, Default)]
pub struct Allowed {
    /// The sheet's name, where it is another.
    pub sheet: Option<String>,
    /// Codes of lines that may have another name.
    pub renamed: Vec<String>,
}

/// The item that is the total of the record.
pub const TOTAL: &str = "9";
const SHEET: &str = "EBOPS";
/// In bytes; the State Bank's workbook has 1.5 million.
const MAX_SIZE: usize = 50_000_000;

impl Edition {
    /// # Errors
    ///
    /// Everything that does not look right, as far as it could be read.
    pub fn read(path: &Path, allowed: &Allowed) -> Result<Edition, Vec<Refusal>> {
        let file = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        let refuse = |why| vec![Refusal { place: file.clone(), why }];
        let bytes = fs::read(path).map_err(|error| match error.kind() {
            ErrorKind::NotFound => refuse(Why::NotFound),
            kind => refuse(Why::Unreadable(kind.to_string())),
        })?;
        // A reader of files from anywhere may stumble over one that is damaged.
        let opened = catch_unwind(AssertUnwindSafe(|| open(bytes, allowed.sheet.as_deref())));
        let (sheet, cells, saved) = opened.unwrap_or(Err(Why::Damaged)).map_err(refuse)?;
        let name = format!("{file}:{}", sheet.trim());
        Table::find(&name, &cells)?.read(allowed, saved)
    }

    /// The latest single month.
    pub fn month(&self) -> Option<Month> {
        let spans = self.periods.iter().map(|it| it.heading.span);
        spans.filter(|it| it.is_month()).map(Span::end).max()
    }

    pub fn line(&self, code: &str) -> Option<&Line> {
        self.lines.iter().find(|it| it.code == code)
    }
}

type Opened = (String, Range<Data>, Option<Date>);

fn open(bytes: Vec<u8>, sheet: Option<&str>) -> Result<Opened, Why> {
    let is_workbook = match bytes.as_slice() {
        [] => return Err(Why::Empty),
        all if all.len() > MAX_SIZE => return Err(Why::TooLarge),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => false,
        [b'P', b'K', 3, 4, ..] => true,
        other => return Err(Why::OtherKind(kind(other))),
    };
    let bytes = Cursor::new(bytes);
    if is_workbook {
        return sheet_of(Xlsx::new(bytes).map_err(of_xlsx)?, sheet, |it| {
            it.workbook_properties().ok()?.modified
        });
    }
    match Xls::new(bytes.clone()) {
        Ok(it) => sheet_of(it, sheet, |it| it.workbook_properties().ok()?.modified),
        Err(XlsError::Password) => Err(Why::Password),
        // A newer workbook with a password is wrapped like an older one.
        Err(_) => Err(Xlsx::new(bytes).map_or_else(of_xlsx, |_| Why::Damaged)),
    }
}

fn of_xlsx(error: XlsxError) -> Why {
    match error {
        XlsxError::Password => Why::Password,
        XlsxError::FileNotFound(_) => Why::OtherKind("an archive"),
        _ => Why::Damaged,
    }
}

fn kind(bytes: &[u8]) -> &'static str {
    let start: Vec<u8> = bytes.iter().take(400).map(u8::to_ascii_lowercase).collect();
    let start = String::from_utf8_lossy(&start);
    let start = start.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']);
    match start {
        it if it.starts_with("%pdf") => "a PDF",
        it if it.contains("<html") || it.starts_with("<!doctype") => "a web page",
        it if !it.contains(['\0', '\u{fffd}']) => "text",
        _ => "of another kind",
    }
}

fn sheet_of<T: Reader<Cursor<Vec<u8>>>>(
    mut book: T,
    name: Option<&str>,
    saved: impl Fn(&mut T) -> Option<String>,
) -> Result<Opened, Why> {
    let found = book.sheet_names();
    if found.is_empty() {
        return Err(Why::OtherKind("a file without sheets"));
    }
    let expected = name.unwrap_or(SHEET);
    let sheet = found.iter().find(|it| it.trim().eq_ignore_ascii_case(expected.trim()));
    let Some(sheet) = sheet.cloned() else {
        return Err(Why::SheetMissing { expected: expected.to_owned(), found });
    };
    let cells = book.worksheet_range(&sheet).map_err(|_| Why::Damaged)?;
    let saved = saved(&mut book).and_then(|it| it.get(..10)?.parse().ok());
    Ok((sheet, cells, saved))
}

/// Codes with their rows, in the order of [`ITEMS`].
type Lines = Vec<(&'static str, u32)>;

/// The table in its sheet. Rows and columns count from 0 at A1.
struct Table<'a> {
    name: &'a str,
    cells: &'a Range<Data>,
    /// The row of Credit, Debit, Net, below that of the periods.
    header: u32,
    labels: u32,
}

impl<'a> Table<'a> {
    fn find(name: &'a str, cells: &'a Range<Data>) -> Result<Table<'a>, Vec<Refusal>> {
        let refuse = |why| vec![Refusal { place: name.to_owned(), why }];
        let table = Table { name, cells, header: 0, labels: 0 };
        let all = |row: u32| table.columns().map(move |column| (row, column));
        let header = table.rows().find(|&row| all(row).any(|at| table.words(at) == "credit"));
        let above: String = (0..header.unwrap_or(20).saturating_sub(1))
            .flat_map(all)
            .map(|at| table.words(at) + " ")
            .collect();
        if !above.contains("trade in services") || !above.contains("ebops") {
            return Err(refuse(Why::NotTheTable));
        }
        let header = header.ok_or_else(|| refuse(Why::NoCredit))?;
        table.unit(header)?;
        let known = |at: &(u32, u32)| ITEMS.iter().skip(1).any(|it| table.code(*at) == Some(it.0));
        let lines = |column: u32| {
            table.rows().skip(header as usize + 1).filter(|&row| known(&(row, column))).count()
        };
        let labels = table.columns().max_by_key(|&it| (lines(it), std::cmp::Reverse(it)));
        Ok(Table { header, labels: labels.unwrap_or_default(), ..table })
    }

    fn unit(&self, header: u32) -> Result<(), Vec<Refusal>> {
        let refuse = |place, found| Err(vec![Refusal { place, why: Why::Unit { found } }]);
        for at in (0..header).flat_map(|row| self.columns().map(move |column| (row, column))) {
            let words = self.words(at);
            let any = |of: &[&str]| words.split(' ').any(|it| of.contains(&it));
            let thousand = any(&["thousand", "thousands"]);
            let scale = thousand || any(&["million", "millions", "billion", "billions"]);
            let dollars = any(&["us", "usd"]);
            if scale && (dollars || any(&["amount"])) {
                let thousands = thousand && dollars;
                let other = || refuse(self.place(at), Some(excerpt(self.text(at))));
                return if thousands { Ok(()) } else { other() };
            }
        }
        refuse(self.name.to_owned(), None)
    }

    fn rows(&self) -> impl Iterator<Item = u32> + use<> {
        0..self.cells.end().map_or(0, |it| it.0 + 1)
    }

    fn columns(&self) -> impl Iterator<Item = u32> + use<> {
        0..self.cells.end().map_or(0, |it| it.1 + 1)
    }

    fn cell(&self, at: (u32, u32)) -> &Data {
        self.cells.get_value(at).unwrap_or(&Data::Empty)
    }

    fn text(&self, at: (u32, u32)) -> &str {
        self.cell(at).get_string().unwrap_or_default()
    }

    fn is_empty(&self, at: (u32, u32)) -> bool {
        let cell = self.cell(at);
        cell.is_empty() || cell.get_string().is_some_and(|it| it.trim().is_empty())
    }

    /// Lower-case letters and digits with one space between: what is left when punctuation, case
    /// and spacing, which vary from edition to edition, are not looked at.
    fn words(&self, at: (u32, u32)) -> String {
        words(self.text(at))
    }

    /// `dt.xls:EBOPS!B17`
    fn place(&self, at: (u32, u32)) -> String {
        format!("{}!{}{}", self.name, column_name(at.1), at.0 + 1)
    }

    fn refuse(&self, at: (u32, u32), why: Why) -> Refusal {
        Refusal { place: self.place(at), why }
    }

    /// `9.2.5` of `9.2.5 Freelance …`, `9` of `9. Telecommunications …`.
    fn code(&self, at: (u32, u32)) -> Option<&str> {
        let text = self.text(at).trim_start();
        let end = text.find(|it: char| !it.is_ascii_digit() && it != '.')?;
        let (code, rest) = text.split_at(end);
        let code = code.strip_suffix('.').unwrap_or(code);
        let spaced = rest.starts_with(char::is_whitespace) || end > code.len();
        (spaced && !code.is_empty()).then_some(code)
    }

    fn read(&self, allowed: &Allowed, saved: Option<Date>) -> Result<Edition, Vec<Refusal>> {
        let periods = self.periods()?;
        let rows = self.lines(&periods, allowed)?;
        let mut problems = Vec::new();
        let mut lines = Vec::new();
        for (code, row) in rows {
            let credits = periods.iter().map(|it| self.credit(row, it, &mut problems)).collect();
            lines.push(Line { code, credits });
        }
        let edition = Edition { name: self.name.to_owned(), periods, lines, saved };
        if problems.is_empty() {
            problems = edition.contradictions();
        }
        if problems.is_empty() { Ok(edition) } else { Err(problems) }
    }

    /// Every column Credit with its period, its Debit and its Net.
    fn periods(&self) -> Result<Vec<Period>, Vec<Refusal>> {
        let mut problems = Vec::new();
        let mut periods: Vec<Period> = Vec::new();
        let top = |column: u32| (self.header.saturating_sub(1), column);
        let below = |column: u32| (self.header, column);
        let right: Vec<u32> = self.columns().filter(|&it| it > self.labels).collect();
        let first = right.iter().position(|&it| !self.is_empty(top(it)));
        let (before, headed) = right.split_at(first.unwrap_or(right.len()));
        let lost = before.iter().find(|&&it| !self.is_empty(below(it)));
        problems.extend(lost.map(|&it| self.refuse(top(it), Why::NoHeading)));
        for group in headed.chunk_by(|_, &next| self.is_empty(top(next))) {
            let Some(&start) = group.first() else { continue };
            let at = top(start);
            let heading = match self.cell(at) {
                Data::DateTime(date) => {
                    let (year, month, ..) = date.to_ymd_hms_milli();
                    let month = Month::new(i32::from(year), month);
                    month.map(|it| Heading { span: it.into(), status: None, to_date: false })
                }
                Data::DateTimeIso(text) => Heading::read(text.get(..7).unwrap_or_default()),
                Data::String(text) => Heading::read(text),
                _ => None,
            };
            let Some(heading) = heading else {
                let text = excerpt(&self.cell(at).to_string());
                problems.push(self.refuse(at, Why::Heading(text)));
                continue;
            };
            let section = |name: &'static str| {
                let mut found = group
                    .iter()
                    .copied()
                    .filter(|&it| self.words(below(it)) == name.to_lowercase());
                match (found.next(), found.next()) {
                    (Some(column), None) => Ok(column),
                    _ => Err(self.refuse(at, Why::Section { missing: name })),
                }
            };
            let other = group.iter().find(|&&it| {
                let word = self.words(below(it));
                !self.is_empty(below(it)) && !["credit", "debit", "net"].contains(&word.as_str())
            });
            if let Some(&other) = other {
                let text = excerpt(&self.cell(below(other)).to_string());
                problems.push(self.refuse(below(other), Why::SubHeading(text)));
                continue;
            }
            // In July the month is the year to date, too.
            let same = periods.iter().find(|it| it.heading.span == heading.span);
            if same.is_some_and(|it| it.heading.to_date != heading.to_date) {
                continue;
            }
            if let Some(same) = same {
                let other = same.place.clone();
                problems.push(self.refuse(at, Why::SamePeriod { other }));
                continue;
            }
            let place = self.place(at);
            match (section("Credit"), section("Debit"), section("Net")) {
                (Ok(credit), Ok(debit), Ok(net)) => {
                    periods.push(Period { heading, place, credit, debit, net });
                }
                (credit, debit, net) => {
                    let missing = [credit, debit, net].into_iter().find_map(Result::err);
                    problems.extend(missing);
                }
            }
        }
        let month = periods.iter().any(|it| it.heading.span.is_month());
        if problems.is_empty() && !month {
            problems.push(Refusal { place: self.name.to_owned(), why: Why::NoMonth });
        }
        if problems.is_empty() { Ok(periods) } else { Err(problems) }
    }

    /// The row of each of [`ITEMS`] that is there.
    fn lines(&self, periods: &[Period], allowed: &Allowed) -> Result<Lines, Vec<Refusal>> {
        let mut problems = Vec::new();
        let mut rows: BTreeMap<&str, u32> = BTreeMap::new();
        for row in self.rows().skip(self.header as usize + 1) {
            let at = (row, self.labels);
            let code = if self.words(at) == "services" { Some(ITEMS[0].0) } else { self.code(at) };
            // Notes below the table may name a line, too, and have no figures.
            let told = periods.iter().any(|it| !self.is_empty((row, it.credit)));
            let Some(code) = code.filter(|_| told) else { continue };
            let Some((code, label)) = ITEMS.into_iter().find(|it| it.0 == code) else {
                if code.starts_with("9.") {
                    problems.push(self.refuse(at, Why::ItemUnknown { code: code.to_owned() }));
                }
                continue;
            };
            let found = self.text(at).trim_start();
            let found = found.strip_prefix(code).unwrap_or(found).trim_start_matches('.').trim();
            let renamed = words(found) != words(label) && !words(found).is_empty();
            let named = ITEMS.into_iter().find(|it| renamed && words(it.1) == words(found));
            if let Some(&other) = rows.get(code) {
                let other = self.place((other, self.labels));
                problems.push(self.refuse(at, Why::ItemTwice { code: code.to_owned(), other }));
                continue;
            }
            rows.insert(code, row);
            if let Some((other, _)) = named {
                let (code, found) = (code.to_owned(), excerpt(found));
                problems.push(self.refuse(at, Why::Renumbered { code, found, other }));
            } else if renamed && !allowed.renamed.iter().any(|it| it == code) {
                let (found, expected) = (excerpt(found), label.to_owned());
                let why = Why::Renamed { code: code.to_owned(), found, expected };
                problems.push(self.refuse(at, why));
            }
        }
        let since = Month::new(2024, 7)
            .filter(|&since| periods.iter().any(|it| it.heading.span.end() >= since));
        for (code, label) in ITEMS.into_iter().filter(|it| !rows.contains_key(it.0)) {
            let later = LATER.contains(&code);
            if !later || since.is_some() {
                let since = since.filter(|_| later);
                let why = Why::ItemMissing { code, label, since };
                problems.push(Refusal { place: self.name.to_owned(), why });
            }
        }
        let rows = ITEMS.into_iter().filter_map(|(code, _)| Some((code, *rows.get(code)?)));
        let rows = rows.collect();
        if problems.is_empty() { Ok(rows) } else { Err(problems) }
    }

    fn credit(&self, row: u32, period: &Period, problems: &mut Vec<Refusal>) -> Credit {
        let (credit_at, net_at) = ((row, period.credit), (row, period.net));
        let credit = self.number(credit_at, problems);
        let debit = self.number((row, period.debit), problems);
        let net = self.number(net_at, problems);
        if let Some(it) = credit.flatten().filter(|&it| it < 0.0) {
            problems.push(self.refuse(credit_at, Why::Negative(it.to_string())));
        } else if let (Some(credit), Some(debit), Some(Some(net))) = (credit, debit, net) {
            let difference = credit.unwrap_or(0.0) - debit.unwrap_or(0.0);
            // Where whole thousands are printed, each of the three is rounded.
            if (net - difference).abs() > 1.5 {
                let (net, difference) = (format!("{net:.0}"), format!("{difference:.0}"));
                problems.push(self.refuse(net_at, Why::Net { net, difference }));
            }
        }
        let amount = credit.flatten().map(|it| Amount::from_thousands(it.round() as i64));
        Credit { amount, place: self.place(credit_at) }
    }

    /// Thousands of US dollars, `Some(None)` for N/A, `None` for what is refused.
    fn number(&self, at: (u32, u32), problems: &mut Vec<Refusal>) -> Option<Option<f64>> {
        let why = match self.cell(at) {
            // A trillion dollars: no sum of such overflows.
            &Data::Float(it) if it.abs() < 1e9 => return Some(Some(it)),
            &Data::Int(it) if it.abs() < 1_000_000_000 => return Some(Some(it as f64)),
            Data::String(_) if ["n a", "na"].contains(&words(self.text(at)).as_str()) => {
                return Some(None);
            }
            Data::Float(_) | Data::Int(_) => Why::Large(self.cell(at).to_string()),
            _ if self.is_empty(at) => Why::NoNumber,
            other => Why::Text(excerpt(&other.to_string())),
        };
        problems.push(self.refuse(at, why));
        None
    }
}

impl Edition {
    /// What cannot all be true of these figures.
    fn contradictions(&self) -> Vec<Refusal> {
        let mut problems = Vec::new();
        for line in &self.lines {
            let parts =
                |it: &&Line| it.code.rsplit_once('.').is_some_and(|(whole, _)| whole == line.code);
            let parts: Vec<&Line> = self.lines.iter().filter(parts).collect();
            for (place, credit) in line.credits.iter().enumerate() {
                if line.code == TOTAL && credit.amount.is_none() {
                    let place = credit.place.clone();
                    problems.push(Refusal { place, why: Why::NotAvailable });
                }
                problems.extend(sum_of_parts(line.code, credit, place, &parts));
            }
            problems.extend(self.months_above_years(line));
        }
        if let (Some(services), Some(total)) = (self.line("Services"), self.line(TOTAL)) {
            for (services, total) in services.credits.iter().zip(&total.credits) {
                if let (Some(whole), Some(amount)) = (services.amount, total.amount)
                    && amount > whole
                {
                    let why = Why::AboveServices { amount, whole };
                    problems.push(Refusal { place: total.place.clone(), why });
                }
            }
        }
        if let (Some(hardware), Some(software)) = (self.line("9.2.1"), self.line("9.2.2")) {
            for (hardware, software) in hardware.credits.iter().zip(&software.credits) {
                let place = &hardware.place;
                if let (Some(hardware), Some(software)) = (hardware.amount, software.amount)
                    && hardware >= software
                    && hardware > Amount::ZERO
                {
                    let why = Why::Swapped { hardware, software };
                    problems.push(Refusal { place: place.clone(), why });
                }
            }
        }
        problems
    }

    fn months_above_years(&self, line: &Line) -> Vec<Refusal> {
        let credits = || self.periods.iter().map(|it| it.heading.span).zip(&line.credits);
        let mut problems = Vec::new();
        for (span, credit) in credits() {
            let year = credits().find(|(year, it)| {
                year.len() > span.len() && year.contains(span) && it.amount < credit.amount
            });
            if let Some((span, Credit { amount: Some(year), .. })) = year
                && let Some(amount) = credit.amount
            {
                let why = Why::AboveYear { amount, year: *year, span };
                problems.push(Refusal { place: credit.place.clone(), why });
            }
        }
        problems
    }
}

/// Checked only where every part is available, as closely as the rules of the data package are.
fn sum_of_parts(code: &str, whole: &Credit, place: usize, parts: &[&Line]) -> Option<Refusal> {
    let amount = whole.amount?;
    let sum: Option<Vec<Amount>> = parts.iter().map(|it| it.credits.get(place)?.amount).collect();
    let parts: Amount = sum.filter(|it| !it.is_empty())?.into_iter().sum();
    let apart = amount.thousands().abs_diff(parts.thousands());
    // Each figure is rounded to thousands.
    let differs = apart > 5 && apart.saturating_mul(200) > amount.thousands().unsigned_abs();
    let why = Why::PartsOfWhole { code: code.to_owned(), amount, parts };
    differs.then(|| Refusal { place: whole.place.clone(), why })
}

fn words(text: &str) -> String {
    let letters = text.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
    letters.collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Cut short for a message, on one line.
fn excerpt(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

/// `A` for 0, `AA` for 26.
fn column_name(column: u32) -> String {
    let letter = char::from(b'A' + (column % 26) as u8);
    match column / 26 {
        0 => letter.to_string(),
        more => format!("{}{letter}", column_name(more - 1)),
    }
}
