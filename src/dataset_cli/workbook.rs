//! The State Bank's workbook "Trade in Services" as figures with the cells they stand in.
//!
//! Everything is found by what is written there: lines by their codes, columns by their headings.
//! The headings must be those of one edition, credit less debit must be net, all parts of services
//! must make up their wholes and months their totals; so a shifted column or a changed figure
//! shows, whichever it is.

use std::collections::BTreeMap;
use std::path::Path;

use super::cells::{Cell, Value, cell_name, day};
use super::heading::{Heading, columns, month_of, written};
use super::refusal::{Refusal, Why, excerpt};
use super::sheet::{self, Sheet};
use crate::calendar::{Date, Month, Span};
use crate::data::Amount;
use crate::data::csv::is_unseen;

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
    /// The latest month, where nothing but the headings says which it is.
    pub edition: Option<Month>,
}

/// The item that is the total of the record.
pub const TOTAL: &str = "9";
const SHEET: &str = "EBOPS";

impl Edition {
    /// # Errors
    ///
    /// Everything that does not look right, as far as it could be read.
    pub fn read(path: &Path, allowed: &Allowed) -> Result<Edition, Vec<Refusal>> {
        let sheet =
            sheet::open(path, SHEET, allowed.sheet.as_deref()).map_err(|refusal| vec![refusal])?;
        Table::find(&sheet)?.read(allowed)
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

/// A group of columns: a period with its Credit, its Debit and its Net.
struct Column {
    heading: Heading,
    /// The heading, and where it stands.
    text: String,
    at: (u32, u32),
    credit: u32,
    debit: u32,
    net: u32,
    /// To what its figures are rounded.
    step: f64,
}

impl Column {
    /// How far a sum may be off because each of so many figures is rounded.
    fn rounding(&self, figures: usize) -> f64 {
        self.step * figures as f64 / 2.0 + 1e-6
    }
}

/// A line of the table.
struct Row<'a> {
    code: &'a str,
    row: u32,
}

/// Credit and Debit of a line in each column, in thousands of US dollars; `None` for N/A.
type Figures = Vec<[Option<f64>; 2]>;

/// The table in its sheet. Rows and columns count from 0 at A1.
struct Table<'a> {
    sheet: &'a Sheet,
    end: (u32, u32),
    /// The row of Credit, Debit, Net, below that of the periods.
    header: u32,
    labels: u32,
}

impl<'a> Table<'a> {
    fn find(sheet: &'a Sheet) -> Result<Table<'a>, Vec<Refusal>> {
        let refuse = |why| vec![Refusal { place: sheet.name.clone(), why }];
        let end = |of: fn((u32, u32)) -> u32| sheet.cells.iter().map(|it| of(it.0) + 1).max();
        let end = (end(|it| it.0).unwrap_or(0), end(|it| it.1).unwrap_or(0));
        let table = Table { sheet, end, header: 0, labels: 0 };
        table.plain()?;
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

    /// No text looks like another than it is.
    fn plain(&self) -> Result<(), Vec<Refusal>> {
        let texts = self.sheet.cells.iter().filter(|it| match &it.1.value {
            Value::Text(text) => text.chars().any(|it| is_unseen(it) && !it.is_whitespace()),
            _ => false,
        });
        let hidden = texts.map(|(at, _)| self.refuse(at, Why::HiddenLetters(self.shown(at))));
        let hidden: Vec<Refusal> = hidden.collect();
        if hidden.is_empty() { Ok(()) } else { Err(hidden) }
    }

    fn unit(&self, header: u32) -> Result<(), Vec<Refusal>> {
        let refuse = |place, found| Err(vec![Refusal { place, why: Why::Unit { found } }]);
        let mut said = false;
        for at in (0..header).flat_map(|row| self.columns().map(move |column| (row, column))) {
            let words = self.words(at);
            let any = |of: &[&str]| words.split(' ').any(|it| of.contains(&it));
            let thousand = any(&["thousand", "thousands"]);
            let other = any(&["million", "millions", "billion", "billions"]);
            let dollars = any(&["us", "usd"]);
            if (thousand || other) && (dollars || any(&["amount"])) {
                if !thousand || other || !dollars {
                    return refuse(self.place(at), Some(self.shown(at)));
                }
                said = true;
            }
        }
        if said { Ok(()) } else { refuse(self.sheet.name.clone(), None) }
    }

    fn rows(&self) -> impl Iterator<Item = u32> + use<> {
        0..self.end.0
    }

    fn columns(&self) -> impl Iterator<Item = u32> + use<> {
        0..self.end.1
    }

    fn cell(&self, at: (u32, u32)) -> Option<&'a Cell> {
        self.sheet.cells.get(at)
    }

    fn text(&self, at: (u32, u32)) -> &'a str {
        match self.cell(at) {
            Some(Cell { value: Value::Text(text), .. }) => text,
            _ => "",
        }
    }

    fn is_empty(&self, at: (u32, u32)) -> bool {
        match self.cell(at) {
            Some(Cell { value: Value::Text(text), .. }) => text.trim().is_empty(),
            cell => cell.is_none(),
        }
    }

    /// What a cell says, for a message.
    fn shown(&self, at: (u32, u32)) -> String {
        match self.cell(at).map(|it| &it.value) {
            Some(Value::Text(text) | Value::Error(text)) => excerpt(text),
            Some(Value::Number(number)) => number.to_string(),
            Some(Value::NotCalculated) | None => String::new(),
        }
    }

    /// Lower-case letters and digits with one space between: what is left when punctuation, case
    /// and spacing, which vary from edition to edition, are not looked at.
    fn words(&self, at: (u32, u32)) -> String {
        words(self.text(at))
    }

    /// `dt.xls:EBOPS!B17`
    fn place(&self, at: (u32, u32)) -> String {
        format!("{}!{}", self.sheet.name, cell_name(at))
    }

    fn refuse(&self, at: (u32, u32), why: Why) -> Refusal {
        Refusal { place: self.place(at), why }
    }

    /// `9.2.5` of `9.2.5 Freelance …`, `9` of `9. Telecommunications …`.
    fn code(&self, at: (u32, u32)) -> Option<&'a str> {
        let text = self.text(at).trim_start();
        let end = text.find(|it: char| !it.is_ascii_digit() && it != '.')?;
        let (code, rest) = text.split_at(end);
        let code = code.strip_suffix('.').unwrap_or(code);
        let spaced = rest.starts_with(char::is_whitespace) || end > code.len();
        (spaced && !code.is_empty()).then_some(code)
    }

    fn read(&self, allowed: &Allowed) -> Result<Edition, Vec<Refusal>> {
        let columns = self.periods()?;
        let rows = self.lines(&columns, allowed)?;
        let mut problems = Vec::new();
        let mut figures: BTreeMap<&str, Figures> = BTreeMap::new();
        for row in &rows {
            let credits = columns.iter().map(|it| self.figures(row, it, &mut problems));
            figures.insert(row.code, credits.collect());
        }
        if problems.is_empty() {
            problems = self.contradictions(&columns, &rows, &figures);
            problems.extend(self.not_that_month(&columns, allowed.edition));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        // In July the month is the year to date, too.
        let kept = |it: &Column| !(it.heading.to_date && it.heading.span.is_month());
        let lines = ITEMS.into_iter().filter_map(|(code, _)| {
            let (row, figures) = (rows.iter().find(|it| it.code == code)?, figures.get(code)?);
            let columns = columns.iter().zip(figures).filter(|it| kept(it.0));
            let credits = columns.map(|(column, [credit, _])| Credit {
                amount: credit.map(|it| Amount::from_thousands(it.round() as i64)),
                place: self.place((row.row, column.credit)),
            });
            Some(Line { code, credits: credits.collect() })
        });
        let lines = lines.collect();
        let periods = columns.iter().filter(|it| kept(it));
        let periods = periods.map(|it| Period { heading: it.heading, place: self.place(it.at) });
        let (name, saved) = (self.sheet.name.clone(), self.sheet.saved);
        Ok(Edition { name, periods: periods.collect(), lines, saved })
    }

    fn heading(&self, at: (u32, u32)) -> Option<Heading> {
        match self.cell(at)?.value {
            Value::Text(ref text) => Heading::read(text),
            // A day of the month, as the days from the end of 1899.
            Value::Number(days) => {
                let days = days + self.sheet.epoch - 25_569.0;
                let month = (10_957.0..47_482.0).contains(&days).then(|| day(days as u32).month);
                month.map(|it| Heading { span: it.into(), status: None, to_date: false })
            }
            _ => None,
        }
    }

    /// Every column Credit with its period, its Debit and its Net: those of one edition.
    fn periods(&self) -> Result<Vec<Column>, Vec<Refusal>> {
        let mut problems = Vec::new();
        let mut periods: Vec<Column> = Vec::new();
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
            let Some(heading) = self.heading(at) else {
                problems.push(self.refuse(at, Why::Heading(self.shown(at))));
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
                let text = self.shown(below(other));
                problems.push(self.refuse(below(other), Why::SubHeading(text)));
                continue;
            }
            let text = match self.cell(at).map(|it| &it.value) {
                Some(Value::Text(text)) => excerpt(text),
                _ => written(heading.span, heading.to_date, heading.status),
            };
            match (section("Credit"), section("Debit"), section("Net")) {
                (Ok(credit), Ok(debit), Ok(net)) => {
                    let step = self.step([credit, debit, net]);
                    periods.push(Column { heading, text, at, credit, debit, net, step });
                }
                (credit, debit, net) => {
                    let missing = [credit, debit, net].into_iter().find_map(Result::err);
                    problems.extend(missing);
                }
            }
        }
        if problems.is_empty() {
            problems = self.of_another_edition(&periods);
        }
        if problems.is_empty() { Ok(periods) } else { Err(problems) }
    }

    /// Headings that are not those of the edition that most of them belong to.
    fn of_another_edition(&self, found: &[Column]) -> Vec<Refusal> {
        let headings: Vec<Heading> = found.iter().map(|it| it.heading).collect();
        let Some(edition) = month_of(&headings) else {
            let place = found.get(2).map_or(self.sheet.name.clone(), |it| self.place(it.at));
            return vec![Refusal { place, why: Why::NoEdition }];
        };
        // Months and their totals of the year before are marked alike.
        let year_before = headings.first().and_then(|it| it.status);
        let expected = columns(edition, year_before);
        // In July, totals would say the same again.
        let july = edition.number() == 7 && found.len() == 3;
        if found.len() != expected.len() && !july {
            let found = found.iter().map(|it| it.text.clone()).collect();
            let place = self.sheet.name.clone();
            return vec![Refusal { place, why: Why::Columns { found, edition } }];
        }
        let pairs = found.iter().zip(expected);
        pairs
            .filter(|(it, expected)| !expected.is(&it.heading))
            .map(|(it, expected)| {
                let (found, expected) = (it.text.clone(), expected.to_string());
                self.refuse(it.at, Why::OtherPeriod { found, expected, edition })
            })
            .collect()
    }

    /// Headings alone could all be off by a month or a year: the workbook of a month is saved in the
    /// month after it, or somebody says which it is.
    fn not_that_month(&self, columns: &[Column], said: Option<Month>) -> Option<Refusal> {
        let latest = columns.get(2)?;
        let (month, saved) = (latest.heading.span.end(), self.sheet.saved);
        let why = match said {
            Some(said) if said == month => return None,
            Some(said) => Why::EditionSaid { month, said },
            None if saved.is_some_and(|it| it.month == month.plus(1)) => return None,
            None => Why::EditionUnsure { month, saved },
        };
        Some(self.refuse(latest.at, why))
    }

    /// Every line of the table, if those of [`ITEMS`] are among them.
    fn lines(&self, columns: &[Column], allowed: &Allowed) -> Result<Vec<Row<'a>>, Vec<Refusal>> {
        let mut problems = Vec::new();
        let mut rows: Vec<Row> = Vec::new();
        for row in self.rows().skip(self.header as usize + 1) {
            let at = (row, self.labels);
            let code = if self.words(at) == "services" { Some(ITEMS[0].0) } else { self.code(at) };
            // Notes below the table may name a line, too, and have no figures.
            let told = columns.iter().any(|it| !self.is_empty((row, it.credit)));
            let Some(code) = code.filter(|_| told) else { continue };
            if let Some(other) = rows.iter().find(|it| it.code == code) {
                let other = self.place((other.row, self.labels));
                problems.push(self.refuse(at, Why::ItemTwice { code: code.to_owned(), other }));
                continue;
            }
            if let Some(above) = rows.last().filter(|it| order(it.code) > order(code)) {
                let (code, above) = (code.to_owned(), above.code.to_owned());
                problems.push(self.refuse(at, Why::Disorder { code, above }));
            }
            rows.push(Row { code, row });
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
            .filter(|&since| columns.iter().any(|it| it.heading.span.end() >= since));
        let there = |code: &str| rows.iter().any(|it| it.code == code);
        for (code, label) in ITEMS.into_iter().filter(|it| !there(it.0)) {
            let later = LATER.contains(&code);
            if !later || since.is_some() {
                let since = since.filter(|_| later);
                let why = Why::ItemMissing { code, label, since };
                problems.push(Refusal { place: self.sheet.name.clone(), why });
            }
        }
        if problems.is_empty() { Ok(rows) } else { Err(problems) }
    }

    fn figures(&self, row: &Row, column: &Column, problems: &mut Vec<Refusal>) -> [Option<f64>; 2] {
        let (credit_at, net_at) = ((row.row, column.credit), (row.row, column.net));
        let credit = self.number(credit_at, problems);
        let debit = self.number((row.row, column.debit), problems);
        let net = self.number(net_at, problems);
        if debit.flatten().is_some() && LATER.contains(&row.code) {
            let why = Why::FreelancersPaid { code: row.code.to_owned() };
            problems.push(self.refuse((row.row, column.debit), why));
        }
        let taken = ITEMS.iter().any(|it| it.0 == row.code);
        if let Some(it) = credit.flatten().filter(|&it| taken && it < 0.0) {
            problems.push(self.refuse(credit_at, Why::Negative(it.to_string())));
        } else if let (Some(credit), Some(debit), Some(Some(net))) = (credit, debit, net) {
            let difference = credit.unwrap_or(0.0) - debit.unwrap_or(0.0);
            if (net - difference).abs() > column.rounding(3) {
                let (net, difference) = (thousands(net), thousands(difference));
                problems.push(self.refuse(net_at, Why::Net { net, difference }));
            }
        }
        [credit.flatten(), debit.flatten()]
    }

    /// Thousands of US dollars, `Some(None)` for N/A, `None` for what is refused.
    fn number(&self, at: (u32, u32), problems: &mut Vec<Refusal>) -> Option<Option<f64>> {
        let why = match self.cell(at).map(|it| &it.value) {
            // A trillion dollars: no sum of such overflows.
            Some(&Value::Number(it)) if it.abs() < 1e9 => return Some(Some(it)),
            Some(Value::Text(text)) if ["n a", "na"].contains(&words(text).as_str()) => {
                return Some(None);
            }
            Some(Value::Number(it)) => Why::Large(it.to_string()),
            Some(Value::Error(name)) => Why::ErrorCell(excerpt(name)),
            Some(Value::NotCalculated) => Why::NotCalculated,
            _ if self.is_empty(at) => Why::NoNumber,
            _ => Why::Text(self.shown(at)),
        };
        problems.push(self.refuse(at, why));
        None
    }

    /// To what the figures of some columns are rounded: to thousands of dollars, or to as many
    /// digits as the finest of them has, three at most.
    fn step(&self, columns: [u32; 3]) -> f64 {
        let figures = || {
            self.sheet.cells.iter().filter_map(|((row, column), cell)| match cell.value {
                Value::Number(it) if row > self.header && columns.contains(&column) => Some(it),
                _ => None,
            })
        };
        let finest =
            |step: &f64| figures().all(|it| (it / step - (it / step).round()).abs() < 1e-3);
        [1.0, 0.1, 0.01].into_iter().find(finest).unwrap_or(0.001)
    }

    /// What cannot all be true of these figures.
    fn contradictions(
        &self,
        columns: &[Column],
        rows: &[Row],
        figures: &BTreeMap<&str, Figures>,
    ) -> Vec<Refusal> {
        let mut problems = Vec::new();
        for row in rows {
            let Some(wholes) = figures.get(row.code) else { continue };
            let parts: Vec<&Figures> = rows
                .iter()
                .filter(|it| whole_of(it.code) == Some(row.code))
                .filter_map(|it| figures.get(it.code))
                .collect();
            for (place, (column, whole)) in columns.iter().zip(wholes).enumerate() {
                if row.code == TOTAL && whole[0].is_none() {
                    problems.push(self.refuse((row.row, column.credit), Why::NotAvailable));
                }
                for (side, at) in [column.credit, column.debit].into_iter().enumerate() {
                    let part = |it: &&Figures| it.get(place)?.get(side).copied();
                    let parts: Vec<Option<f64>> = parts.iter().filter_map(part).collect();
                    // What is not available apart is in another line.
                    let sum: f64 = parts.iter().flatten().sum();
                    let Some(whole) = whole.get(side).copied().flatten() else { continue };
                    let most = column.rounding(parts.len() + 1);
                    if !parts.is_empty() && (whole - sum).abs() > most {
                        let (code, whole) = (row.code.to_owned(), thousands(whole));
                        let why = Why::PartsOfLine { code, whole, parts: thousands(sum) };
                        problems.push(self.refuse((row.row, at), why));
                    }
                }
            }
            problems.extend(self.months_of_totals(columns, row, wholes));
        }
        if let (Some(hardware), Some(software)) = (figures.get("9.2.1"), figures.get("9.2.2")) {
            let row = rows.iter().find(|it| it.code == "9.2.1").map_or(0, |it| it.row);
            for (column, ([hardware, _], [software, _])) in
                columns.iter().zip(hardware.iter().zip(software))
            {
                if let (&Some(hardware), &Some(software)) = (hardware, software)
                    // It has never been more than a fiftieth.
                    && hardware > 0.0
                    && hardware * 10.0 >= software
                {
                    let (hardware, software) = (thousands(hardware), thousands(software));
                    let why = Why::Swapped { hardware, software };
                    problems.push(self.refuse((row, column.credit), why));
                }
            }
        }
        problems
    }

    /// Months are no more than the total that they are in, and as much where they are all there.
    fn months_of_totals(&self, columns: &[Column], row: &Row, figures: &Figures) -> Vec<Refusal> {
        let mut problems = Vec::new();
        for (total, amounts) in columns.iter().zip(figures).filter(|it| it.0.heading.to_date) {
            let span = total.heading.span;
            let months = || {
                let months = columns.iter().zip(figures).filter(|it| !it.0.heading.to_date);
                months.filter(|it| span.contains(it.0.heading.span))
            };
            let all = months().count() == span.len();
            for (side, at) in [total.credit, total.debit].into_iter().enumerate() {
                let of = |it: &[Option<f64>; 2]| it.get(side).copied().flatten();
                let known: Vec<f64> = months().filter_map(|it| of(it.1)).collect();
                let sum: f64 = known.iter().sum();
                let Some(amount) = of(amounts) else { continue };
                let most = total.rounding(known.len() + 1);
                let negative = known.iter().any(|it| *it < 0.0);
                let off = match all && known.len() == span.len() {
                    true => (amount - sum).abs() > most,
                    false => sum > amount + most && !negative,
                };
                if off {
                    let (months, total) = (thousands(sum), thousands(amount));
                    let why = Why::MonthsOfTotal { months, total, span, all };
                    problems.push(self.refuse((row.row, at), why));
                }
            }
        }
        problems
    }
}

/// `9.2` of `9.2.1`; what has no dot is a part of all services.
fn whole_of(code: &str) -> Option<&str> {
    match code.rsplit_once('.') {
        Some((whole, _)) => Some(whole),
        None => (code != ITEMS[0].0).then_some(ITEMS[0].0),
    }
}

/// By which lines stand below one another: all services, 1, 1.1, 2, 10.
fn order(code: &str) -> Vec<u32> {
    code.split('.').filter_map(|it| it.parse().ok()).collect()
}

/// Thousands of US dollars as a workbook has them, without what is smaller than a dollar.
fn thousands(amount: f64) -> String {
    // No sum of nothing is below zero.
    let text = format!("{:.3}", amount + 0.0);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn words(text: &str) -> String {
    let letters = text.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
    letters.collect::<Vec<_>>().join(" ").to_lowercase()
}
