//! Workbooks in the State Bank's layout, and copies of the data to import them into.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use it_exports::dataset_cli::heading::Heading;
use it_exports::dataset_cli::propose::{self, NewSource, Outcome, Proposal, Standing};
use it_exports::dataset_cli::refusal::Refusal;
use it_exports::dataset_cli::workbook::{Allowed, Edition, ITEMS};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Formula, Workbook};

use super::xls;
use super::{date, record};

/// Credits of August 2025 in thousands of dollars, in the order of [`ITEMS`].
pub const CREDITS: [f64; 16] = [
    760_000.4, 334_750.0, 48_000.0, 30_000.0, 18_000.0, 286_350.0, 300.0, 95_000.0, 50.0, 50_000.0,
    75_000.0, 66_000.0, 400.0, 300.0, 100.0, 20_000.0,
];
/// What the five periods are of that.
pub const FACTORS: [f64; 5] = [1.0, 1.2, 1.25, 2.0575, 2.45];
/// The row of each of [`ITEMS`], from 1.
const ROWS: [u32; 16] = [9, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 28];
/// The other lines: row, label, credit and debit.
const OTHERS: [(u32, &str, f64, f64); 6] = [
    (10, "1. Manufacturing services on physical inputs owned by others", 1000.0, 400.0),
    (11, "8. Charges for the use of intellectual property n.i.e.", 1000.0, 400.0),
    (26, "10. Other business services", 410_000.0, 41_000.0),
    (27, "10.3 Technical, trade-related and other business services", 410_000.0, 41_000.0),
    (29, "10.3.6   Other business services n.i.e.", 390_000.0, 41_000.0),
    (30, "12.\u{a0}\u{a0}Government goods and services n.i.e.", 13_250.4, 725.04),
];
/// Where the headings are.
const HEADINGS: [&str; 5] = ["C7", "F7", "I7", "L7", "O7"];

#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Text(String),
    Number(f64),
    /// Days since the end of 1899, shown as a month.
    Date(f64),
    /// What a formula gave, as it was saved.
    Formula(f64),
    /// A formula whose result is a text.
    TextFormula(String),
    /// A formula as programs write it that do not calculate.
    NotCalculated,
    /// Such as `#REF!`.
    Error(&'static str),
}

/// A sheet, cell by cell.
#[derive(Clone)]
pub struct Book {
    pub sheet: String,
    pub cells: BTreeMap<(u32, u16), Cell>,
    /// Names of sheets before it, which are empty.
    pub others: Vec<String>,
    /// The day on which it was saved; when left out, in the month after the latest of the headings.
    pub saved: Option<String>,
    pub hidden_rows: Vec<u32>,
    pub hidden_columns: Vec<u16>,
    /// First and last column of cells of the row of headings that are one.
    pub merged: Vec<(u16, u16)>,
}

/// Row and column, from 0, of `B17`.
pub fn at(name: &str) -> (u32, u16) {
    let digits = name.find(|it: char| it.is_ascii_digit()).unwrap();
    let letters = name[..digits].bytes();
    let column = letters.fold(0, |sum, it| sum * 26 + u16::from(it - b'A') + 1);
    (name[digits..].parse::<u32>().unwrap() - 1, column - 1)
}

/// A tenth of the credit, but for freelance work: payments for it are counted in other lines.
fn debit(item: usize) -> f64 {
    let freelance = if ITEMS[item].0 == "9.2.6" { CREDITS[10] } else { 0.0 };
    (CREDITS[item] + freelance) / 10.0
}

impl Book {
    /// The edition of August 2026, as it should be.
    pub fn good() -> Book {
        let mut book = Book {
            sheet: "EBOPS ".to_owned(),
            cells: BTreeMap::new(),
            others: vec!["Index".to_owned()],
            saved: None,
            hidden_rows: Vec::new(),
            hidden_columns: Vec::new(),
            merged: Vec::new(),
        };
        for (cell, text) in [
            ("B2", "Trade in Services"),
            ("B3", "BPM6 - Extended Balance of Payments Services Classification (EBOPS 2010)"),
            ("L6", "(Amount in Thousand US$)"),
            ("B7", "Trade in Services"),
            ("B31", "R' for revised, 'P' for provisional, 'N/A' for Not Available"),
            ("B32", "Notes:"),
            ("B33", "1. Credit means export of services, debit means import of services"),
            ("B34", "9.2.5 and 10.3.5 show receipts of freelancers"),
        ] {
            book.text(cell, text);
        }
        book.headings(["", "Jul-26 (R)", "Aug-26 (P)", "Jul-Aug, FY26", "Jul-Aug, FY27 (P)"]);
        book.cells.insert(at("C7"), Cell::Date(45_900.0));
        for (place, row) in ROWS.into_iter().enumerate() {
            let (code, label) = ITEMS[place];
            let label = match code {
                "Services" => label.to_owned(),
                "9" => format!("9.\u{a0}{label}"),
                _ => format!("{code}   {label}  "),
            };
            book.text(&format!("B{row}"), &label);
        }
        for (row, label, ..) in OTHERS {
            book.text(&format!("B{row}"), label);
        }
        for (period, factor) in FACTORS.into_iter().enumerate() {
            for (offset, name) in ["Credit", "Debit", "Net"].into_iter().enumerate() {
                let column = (2 + period * 3 + offset) as u16;
                book.cells.insert((7, column), Cell::Text(name.to_owned()));
            }
            book.period(period, factor);
        }
        book
    }

    pub fn headings(&mut self, headings: [&str; 5]) {
        for (cell, text) in HEADINGS.into_iter().zip(headings) {
            self.text(cell, text);
        }
    }

    /// All figures of a period, as so many times those of August 2025.
    pub fn period(&mut self, period: usize, factor: f64) {
        for (item, credit) in CREDITS.into_iter().enumerate() {
            self.figures(ROWS[item], period, credit * factor, debit(item) * factor);
            if ["9.2.5", "10.3.5"].contains(&ITEMS[item].0) {
                let column = (3 + period * 3) as u16;
                self.cells.insert((ROWS[item] - 1, column), Cell::Text("N/A".to_owned()));
                self.cells.insert((ROWS[item] - 1, column + 1), Cell::Number(credit * factor));
            }
        }
        for (row, _, credit, debit) in OTHERS {
            self.figures(row, period, credit * factor, debit * factor);
        }
    }

    pub fn text(&mut self, cell: &str, text: &str) {
        self.cells.insert(at(cell), Cell::Text(text.to_owned()));
    }

    pub fn number(&mut self, cell: &str, number: f64) {
        self.cells.insert(at(cell), Cell::Number(number));
    }

    pub fn clear(&mut self, cell: &str) {
        self.cells.remove(&at(cell));
    }

    fn figure(&self, row: u32, column: usize) -> f64 {
        match self.cells.get(&(row - 1, column as u16)) {
            Some(Cell::Number(it)) => *it,
            _ => 0.0,
        }
    }

    /// A credit, and its net.
    pub fn credit(&mut self, item: usize, period: usize, credit: f64) {
        self.set(ROWS[item], period, credit);
    }

    /// The credit in a row, and its net.
    pub fn set(&mut self, row: u32, period: usize, credit: f64) {
        let column = 2 + period * 3;
        let net = credit - self.figure(row, column + 1);
        self.cells.insert((row - 1, column as u16), Cell::Number(credit));
        self.cells.insert((row - 1, column as u16 + 2), Cell::Number(net));
    }

    /// More of a credit, and of all that it is a part of.
    pub fn raise(&mut self, item: usize, period: usize, more: f64) {
        for row in self.and_wholes(item) {
            let credit = self.figure(row, 2 + period * 3);
            self.set(row, period, credit + more);
        }
    }

    fn and_wholes(&self, item: usize) -> Vec<u32> {
        let code = ITEMS[item].0;
        let wholes = (0..16).filter(|&it| code.starts_with(ITEMS[it].0) || it == 0);
        let rows = wholes.map(|it| ROWS[it]);
        rows.chain(if code == "10.3.5" { vec![26, 27] } else { Vec::new() }).collect()
    }

    pub fn not_available(&mut self, item: usize, period: usize) {
        for column in 2..5 {
            let at = (ROWS[item] - 1, (column + period * 3) as u16);
            self.cells.insert(at, Cell::Text("N/A".to_owned()));
        }
    }

    /// A line without parts is not available, and nothing of it is in what it is a part of.
    pub fn without(&mut self, item: usize, period: usize) {
        let column = 2 + period * 3;
        let [credit, debit] = [0, 1].map(|it| self.figure(ROWS[item], column + it));
        for row in self.and_wholes(item) {
            let [all, paid] = [0, 1].map(|it| self.figure(row, column + it));
            self.figures(row, period, all - credit, paid - debit);
        }
        self.not_available(item, period);
    }

    fn figures(&mut self, row: u32, period: usize, credit: f64, debit: f64) {
        let column = (2 + period * 3) as u16;
        for (offset, value) in [credit, debit, credit - debit].into_iter().enumerate() {
            self.cells.insert((row - 1, column + offset as u16), Cell::Number(value));
        }
    }

    /// Moves what stands from a column on one to the right, in some rows.
    pub fn shift(&mut self, rows: std::ops::Range<u32>, from: u16) {
        let moved: Vec<_> = self.cells.keys().copied().collect();
        for at in moved.into_iter().rev() {
            if rows.contains(&at.0) && at.1 >= from {
                let cell = self.cells.remove(&at).unwrap();
                self.cells.insert((at.0, at.1 + 1), cell);
            }
        }
    }

    /// Swaps two cells.
    pub fn swap(&mut self, one: &str, other: &str) {
        let (one, other) = (at(one), at(other));
        let (a, b) = (self.cells.remove(&one), self.cells.remove(&other));
        self.cells.extend(a.map(|it| (other, it)));
        self.cells.extend(b.map(|it| (one, it)));
    }

    pub fn scale(&mut self, factor: f64) {
        for cell in self.cells.values_mut() {
            if let Cell::Number(it) = cell {
                *it *= factor;
            }
        }
    }

    /// A file is last saved in the month after the latest of its headings.
    pub fn saved(&self) -> Option<String> {
        let heading = self.cells.get(&at("I7")).and_then(|it| match it {
            Cell::Text(text) => Heading::read(text),
            _ => None,
        });
        let day = heading.map(|it| format!("{}-17", it.span.end().plus(1)));
        self.saved.clone().or(day).filter(|it| !it.is_empty())
    }

    /// In the form that the name's ending says.
    pub fn save(&self, path: &Path) {
        if path.extension().is_some_and(|it| it == "xls") {
            fs::write(path, xls::file(self)).unwrap();
            return;
        }
        let mut workbook = Workbook::new();
        // Without a day, that of this machine is written; it is in no month of an edition.
        let saved = self.saved().unwrap_or("2001-01-01".to_owned());
        let saved = ExcelDateTime::parse_from_str(&saved).unwrap();
        workbook.set_properties(&DocProperties::new().set_creation_datetime(&saved));
        for name in &self.others {
            workbook.add_worksheet().set_name(name).unwrap();
        }
        let sheet = workbook.add_worksheet();
        sheet.set_name(&self.sheet).unwrap();
        let month = Format::new().set_num_format("mmm-yy");
        for &(first, last) in &self.merged {
            sheet.merge_range(6, first, 6, last, "", &Format::new()).unwrap();
        }
        for (&(row, column), cell) in &self.cells {
            match cell {
                Cell::Text(it) => sheet.write_string(row, column, it).unwrap(),
                Cell::Number(it) => sheet.write_number(row, column, *it).unwrap(),
                Cell::Date(it) => sheet.write_number_with_format(row, column, *it, &month).unwrap(),
                Cell::Formula(it) => {
                    let formula = Formula::new("=A1").set_result(it.to_string());
                    sheet.write_formula(row, column, formula).unwrap()
                }
                Cell::TextFormula(it) => {
                    let formula = Formula::new("=A1").set_result(it);
                    sheet.write_formula(row, column, formula).unwrap()
                }
                Cell::NotCalculated => sheet.write_formula(row, column, "=A1+1").unwrap(),
                Cell::Error(it) => {
                    let formula = Formula::new("=A1/0").set_result(*it);
                    sheet.write_formula(row, column, formula).unwrap()
                }
            };
        }
        for row in &self.hidden_rows {
            sheet.set_row_hidden(*row).unwrap();
        }
        for column in &self.hidden_columns {
            sheet.set_column_hidden(*column).unwrap();
        }
        workbook.save(path).unwrap();
    }
}

/// A folder of its own, gone at the end of the test.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn empty() -> Folder {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("release-{}-{count}", std::process::id());
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&folder).unwrap();
        Folder(folder)
    }

    /// The data of the project as they were known on a day, to be changed.
    pub fn data() -> Folder {
        let folder = Folder::empty();
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/data");
        for entry in fs::read_dir(&data).unwrap().map(Result::unwrap) {
            let to = folder.0.join(entry.file_name());
            fs::write(to, fs::read(entry.path()).unwrap()).unwrap();
        }
        let observations = folder.text("observations.csv");
        let (header, rows) = observations.split_once('\n').unwrap();
        let cell = |row: &str, place| row.split(',').nth(place).unwrap().to_owned();
        let (kept, since): (Vec<&str>, Vec<&str>) =
            rows.split_inclusive('\n').partition(|row| record::knows(&cell(row, 5)));
        fs::write(folder.0.join("observations.csv"), format!("{header}\n{}", kept.concat()))
            .unwrap();
        let cited = |rows: &[&str]| rows.iter().map(|row| cell(row, 6)).collect::<BTreeSet<_>>();
        let gone = &cited(&since) - &cited(&kept);
        let sources = folder.text("sources.csv");
        let sources = sources.split_inclusive('\n').filter(|row| !gone.contains(&cell(row, 0)));
        fs::write(folder.0.join("sources.csv"), sources.collect::<String>()).unwrap();
        let mut description = folder.text("datapackage.json");
        for (key, value) in [
            ("version", record::DAY.to_owned()),
            ("created", format!("{}T00:00:00Z", record::DAY)),
            ("until", record::DAY.to_owned()),
        ] {
            let start = description.find(&format!("\"{key}\": \"")).unwrap() + key.len() + 5;
            let end = start + description[start..].find('"').unwrap();
            description.replace_range(start..end, &value);
        }
        let start = description.find("\"rows\": ").unwrap() + 8;
        let length = description[start..].find(|it: char| !it.is_ascii_digit()).unwrap();
        description.replace_range(start..start + length, &kept.len().to_string());
        fs::write(folder.0.join("datapackage.json"), description).unwrap();
        folder
    }

    pub fn bytes(&self) -> BTreeMap<String, Vec<u8>> {
        let entries = fs::read_dir(&self.0).unwrap().map(Result::unwrap);
        let name = |it: &fs::DirEntry| it.file_name().to_string_lossy().into_owned();
        entries.map(|it| (name(&it), fs::read(it.path()).unwrap())).collect()
    }

    pub fn text(&self, file: &str) -> String {
        fs::read_to_string(self.0.join(file)).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

pub fn source(id: &str) -> NewSource {
    NewSource {
        id: id.to_owned(),
        publisher: "State Bank of Pakistan".to_owned(),
        outlet: "State Bank of Pakistan".to_owned(),
        title: "Trade in Services, \"August\" edition".to_owned(),
        url: "https://sbp.example/dt.xls".to_owned(),
        dated: true,
    }
}

/// What importing would change, on a day in autumn 2026.
pub fn import(folder: &Path, file: &Path, allowed: &Allowed) -> Result<Outcome, Vec<Refusal>> {
    let (standing, proposal) = propose(folder, file, allowed, "2026-10-19")?;
    proposal.outcome(&standing)
}

pub fn propose(
    folder: &Path,
    file: &Path,
    allowed: &Allowed,
    published: &str,
) -> Result<(Standing, Proposal), Vec<Refusal>> {
    let edition = Edition::read(file, allowed)?;
    let standing = Standing::open(folder)?;
    let id = propose::edition_id(edition.month().unwrap());
    let source = source(&id);
    let today = date("2026-10-20");
    let proposal = propose::import(&standing, &edition, &source, date(published), &[], today)?;
    Ok((standing, proposal))
}
