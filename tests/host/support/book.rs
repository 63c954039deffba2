//! Workbooks in the State Bank's layout, and copies of the data to import them into.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use it_exports::dataset_cli::propose::{self, NewSource, Outcome, Proposal, Standing};
use it_exports::dataset_cli::refusal::Refusal;
use it_exports::dataset_cli::workbook::{Allowed, Edition, ITEMS};
use rust_xlsxwriter::{Format, Workbook};

use super::{date, record};

/// Credits of August 2025 in thousands of dollars, in the order of [`ITEMS`].
pub const CREDITS: [f64; 16] = [
    700_000.4, 334_750.0, 48_000.0, 30_000.0, 18_000.0, 286_350.0, 300.0, 95_000.0, 50.0, 50_000.0,
    75_000.0, 66_000.0, 400.0, 300.0, 100.0, 20_000.0,
];
/// What the five periods are of that.
const FACTORS: [f64; 5] = [1.0, 1.2, 1.25, 1.95, 2.45];
/// The row of each of [`ITEMS`], from 1.
const ROWS: [u32; 16] = [9, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 27];

#[derive(Clone)]
pub enum Cell {
    Text(String),
    Number(f64),
    /// Days since the end of 1899, shown as a month.
    Date(f64),
}

/// A sheet, cell by cell.
#[derive(Clone)]
pub struct Book {
    pub sheet: String,
    pub cells: BTreeMap<(u32, u16), Cell>,
}

/// Row and column, from 0, of `B17`.
pub fn at(name: &str) -> (u32, u16) {
    let digits = name.find(|it: char| it.is_ascii_digit()).unwrap();
    let letters = name[..digits].bytes();
    let column = letters.fold(0, |sum, it| sum * 26 + u16::from(it - b'A') + 1);
    (name[digits..].parse::<u32>().unwrap() - 1, column - 1)
}

impl Book {
    /// The edition of August 2026, as it should be.
    pub fn good() -> Book {
        let mut book = Book { sheet: "EBOPS ".to_owned(), cells: BTreeMap::new() };
        for (cell, text) in [
            ("B2", "Trade in Services"),
            ("B3", "BPM6 - Extended Balance of Payments Services Classification (EBOPS 2010)"),
            ("L6", "(Amount in Thousand US$)"),
            ("B7", "Trade in Services"),
            ("F7", "Jul-26 (R)"),
            ("I7", "Aug-26 (P)"),
            ("L7", "Jul-Aug, FY26"),
            ("O7", "Jul-Aug, FY27 (P)"),
            ("B10", "1. Manufacturing services on physical inputs owned by others"),
            ("B11", "8. Charges for the use of intellectual property n.i.e."),
            ("B26", "10. Other business services"),
            ("B28", "12.3\u{a0}\u{a0}Other"),
            ("B29", "R' for revised, 'P' for provisional, 'N/A' for Not Available"),
            ("B30", "Notes:"),
            ("B31", "1. Credit means export of services, debit means import of services"),
            ("B32", "9.2.5 and 10.3.5 show receipts of freelancers"),
        ] {
            book.text(cell, text);
        }
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
        for (period, factor) in FACTORS.into_iter().enumerate() {
            for (offset, name) in ["Credit", "Debit", "Net"].into_iter().enumerate() {
                let column = (2 + period * 3 + offset) as u16;
                book.cells.insert((7, column), Cell::Text(name.to_owned()));
            }
            for (place, credit) in CREDITS.into_iter().enumerate() {
                book.credit(place, period, credit * factor);
            }
            for row in [10, 11, 26, 28] {
                book.figures(row, period, 1000.0, 400.0);
            }
        }
        book
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

    /// A credit with its debit, a tenth of it, and its net.
    pub fn credit(&mut self, item: usize, period: usize, credit: f64) {
        self.figures(ROWS[item], period, credit, credit / 10.0);
        // Payments to freelancers are not counted.
        if ["9.2.5", "10.3.5"].contains(&ITEMS[item].0) {
            let column = (3 + period * 3) as u16;
            self.cells.insert((ROWS[item] - 1, column), Cell::Text("N/A".to_owned()));
            self.cells.insert((ROWS[item] - 1, column + 1), Cell::Number(credit));
        }
    }

    pub fn not_available(&mut self, item: usize, period: usize) {
        for column in 2..5 {
            let at = (ROWS[item] - 1, (column + period * 3) as u16);
            self.cells.insert(at, Cell::Text("N/A".to_owned()));
        }
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

    /// Swaps two cells, columns or rows of figures.
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

    pub fn save(&self, path: &Path) {
        let mut workbook = Workbook::new();
        let other = workbook.add_worksheet();
        other.set_name("Index").unwrap();
        let sheet = workbook.add_worksheet();
        sheet.set_name(&self.sheet).unwrap();
        let month = Format::new().set_num_format("mmm-yy");
        for (&(row, column), cell) in &self.cells {
            match cell {
                Cell::Text(it) => sheet.write_string(row, column, it).unwrap(),
                Cell::Number(it) => sheet.write_number(row, column, *it).unwrap(),
                Cell::Date(it) => sheet.write_number_with_format(row, column, *it, &month).unwrap(),
            };
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

/// A compound file, the older container of Office files, with one stream.
pub fn compound(stream: &str, content: &[u8]) -> Vec<u8> {
    let sectors = content.len().div_ceil(512).max(8);
    let word = |bytes: &mut Vec<u8>, at: usize, value: u32| {
        bytes[at..at + 4].copy_from_slice(&value.to_le_bytes());
    };
    let (end, free) = (0xffff_fffe_u32, 0xffff_ffff_u32);
    // Header, table of sectors, directory, stream.
    let mut file = vec![0; 512 * (3 + sectors)];
    file[..8].copy_from_slice(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    file[24..34].copy_from_slice(&[0x3e, 0, 3, 0, 0xfe, 0xff, 9, 0, 6, 0]);
    for (at, value) in
        [(44, 1), (48, 1), (56, 4096), (60, end), (64, 0), (68, end), (72, 0), (76, 0)]
    {
        word(&mut file, at, value);
    }
    (80..512).step_by(4).for_each(|at| word(&mut file, at, free));
    (512..1024).step_by(4).for_each(|at| word(&mut file, at, free));
    word(&mut file, 512, 0xffff_fffd);
    word(&mut file, 516, end);
    for sector in 0..sectors {
        let next = if sector + 1 == sectors { end } else { 3 + sector as u32 };
        word(&mut file, 520 + sector * 4, next);
    }
    for (place, (name, kind, start, length)) in
        [("Root Entry", 5, end, 0), (stream, 2, 2, sectors * 512)].into_iter().enumerate()
    {
        let at = 1024 + place * 128;
        for (letter, unit) in name.encode_utf16().enumerate() {
            file[at + letter * 2..at + letter * 2 + 2].copy_from_slice(&unit.to_le_bytes());
        }
        file[at + 64] = (name.len() * 2 + 2) as u8;
        file[at + 66] = kind;
        file[at + 67] = 1;
        for (offset, value) in [(68, free), (72, free), (76, if place == 0 { 1 } else { free })] {
            word(&mut file, at + offset, value);
        }
        word(&mut file, at + 116, start);
        word(&mut file, at + 120, length as u32);
    }
    file[1536..1536 + content.len()].copy_from_slice(content);
    file
}
