//! One sheet of a workbook as cells, in whichever of the two forms the file is.
//!
//! The file may be damaged, or made to do harm. So nothing is believed that it says of itself: no
//! count and no size in it makes room for anything, only what is there is read, and of that there
//! is a limit.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use super::cells::{Book, Cells, Fault, cell_name};
use super::refusal::{Refusal, Why, shown};
use super::{xls, xlsx};
use crate::calendar::Date;

/// A sheet's cells that are not blank.
pub struct Sheet {
    /// File and sheet, as they are named in messages.
    pub name: String,
    pub cells: Cells,
    /// The day on which the file was last saved, where it says so.
    pub saved: Option<Date>,
    /// The day that numbers of days count from, in days since that of most files.
    pub epoch: f64,
}

/// In bytes; the State Bank's workbook has 1.5 million.
const LARGEST: u64 = 10_000_000;
/// The sheet of a name; `None` for the usual.
///
/// # Errors
///
/// Why it cannot be read, or that it could be either of two.
pub fn open(path: &Path, usual: &str, other: Option<&str>) -> Result<Sheet, Refusal> {
    let file = shown(&path.file_name().unwrap_or(path.as_os_str()).to_string_lossy());
    let refuse = |why| Refusal { place: file.clone(), why };
    let bytes = read(path).map_err(&refuse)?;
    // What takes files apart may stumble over one that is damaged.
    let opened = catch_unwind(AssertUnwindSafe(|| book(bytes)));
    let book = opened.unwrap_or(Err(Why::Damaged)).map_err(&refuse)?;
    let sheets = book.sheets();
    let sheet = choose(&sheets, usual, other).map_err(&refuse)?;
    let name = sheets.get(sheet).map_or("", |it| it.trim());
    let name = format!("{file}:{}", shown(name));
    let cells = book.cells(sheet).map_err(|Fault { at, why }| match at {
        Some(at) => Refusal { place: format!("{name}!{}", cell_name(at)), why },
        None => refuse(why),
    })?;
    Ok(Sheet { name, cells, saved: book.saved(), epoch: book.epoch() })
}

fn read(path: &Path) -> Result<Vec<u8>, Why> {
    let failed = |error: io::Error| match error.kind() {
        ErrorKind::NotFound => Why::NotFound,
        kind => Why::Unreadable(kind.to_string()),
    };
    // Before it is opened: a pipe would wait for somebody to write.
    let about = fs::metadata(path).map_err(failed)?;
    if about.is_dir() {
        return Err(Why::NoFile("a folder"));
    }
    if !about.is_file() {
        return Err(Why::NoFile("a device or a pipe"));
    }
    let mut bytes = Vec::new();
    let mut file = File::open(path).map_err(failed)?.take(LARGEST + 1);
    file.read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > LARGEST { Err(Why::TooLarge) } else { Ok(bytes) }
}

fn book(bytes: Vec<u8>) -> Result<Box<dyn Book>, Why> {
    match bytes.as_slice() {
        [] => Err(Why::Empty),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Ok(Box::new(xls::Xls::open(&bytes)?)),
        [b'P', b'K', 3, 4, ..] => Ok(Box::new(xlsx::Xlsx::open(&bytes)?)),
        other => Err(Why::OtherKind(kind(other))),
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

/// Names vary in case and in spaces around them. Where two are alike, such as `EBOPS` and
/// `EBOPS (2)`, only the very name says which is meant.
fn choose(sheets: &[String], usual: &str, other: Option<&str>) -> Result<usize, Why> {
    if sheets.is_empty() {
        return Err(Why::OtherKind("a file without sheets"));
    }
    let expected = other.unwrap_or(usual);
    let all = |is: &dyn Fn(&str) -> bool| -> Vec<usize> {
        (0..).zip(sheets).filter(|(_, it)| is(it)).map(|(place, _)| place).collect()
    };
    if let ([sheet], Some(_)) = (all(&|it| it == expected).as_slice(), other) {
        return Ok(*sheet);
    }
    let named = all(&|it| it.trim().eq_ignore_ascii_case(expected.trim()));
    let alike = all(&|it| stem(it) == stem(expected));
    match (named.as_slice(), alike.as_slice()) {
        ([sheet], [_] | []) => Ok(*sheet),
        ([], _) => Err(Why::SheetMissing { expected: expected.to_owned(), found: sheets.to_vec() }),
        _ => {
            let found = alike.iter().filter_map(|&it| sheets.get(it).cloned()).collect();
            Err(Why::SheetsAlike { found })
        }
    }
}

/// `ebops` of `EBOPS (2)`.
fn stem(name: &str) -> String {
    let letters = name.chars().filter(|it| it.is_alphanumeric());
    let letters = letters.collect::<String>().to_lowercase();
    letters.trim_end_matches(|it: char| it.is_ascii_digit()).to_owned()
}
