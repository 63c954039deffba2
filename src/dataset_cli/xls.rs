//! The older form of workbooks, `.xls`: records ([MS-XLS]) in a container of streams ([MS-CFB]).

use super::cells::{Book, Cells, Fault, TEXTS, Value, cut, day};
use super::refusal::Why;
use crate::calendar::Date;

pub struct Xls {
    stream: Vec<u8>,
    texts: Vec<String>,
    /// Names, and where their records start.
    sheets: Vec<(String, usize)>,
    saved: Option<Date>,
    since_1904: bool,
}

impl Xls {
    /// # Errors
    ///
    /// When it is none, or is damaged.
    pub fn open(bytes: &[u8]) -> Result<Xls, Why> {
        let container = Container::open(bytes).ok_or(Why::Damaged)?;
        // A newer workbook with a password is wrapped like an older one.
        if container.entry("EncryptedPackage").is_some() {
            return Err(Why::Password);
        }
        let stream = container.stream("Workbook").ok_or(Why::Damaged)?;
        let saved = container.stream("\u{5}SummaryInformation").and_then(|it| saved(&it));
        let book = Xls { stream, texts: Vec::new(), sheets: Vec::new(), saved, since_1904: false };
        book.globals()
    }

    fn globals(mut self) -> Result<Xls, Why> {
        let mut records = Records { stream: &self.stream, at: 0 };
        let (mut texts, mut sheets) = (Vec::new(), Vec::new());
        let first = records.next().filter(|it| it.0 == BOF && u16_at(it.1, 0) == Some(BIFF8));
        first.ok_or(Why::Damaged)?;
        loop {
            let (kind, content) = records.next().ok_or(Why::Damaged)?;
            match kind {
                FILEPASS => return Err(Why::Password),
                DATEMODE => self.since_1904 = u16_at(content, 0).ok_or(Why::Damaged)? == 1,
                BOUNDSHEET => sheets.extend(sheet(content).ok_or(Why::Damaged)?),
                SST => {
                    let mut parts = vec![content.get(8..).ok_or(Why::Damaged)?];
                    parts.extend(std::iter::from_fn(|| records.next_if(CONTINUE)));
                    let count = u32_at(content, 4).ok_or(Why::Damaged)?;
                    if count as usize > TEXTS {
                        return Err(Why::TooLarge);
                    }
                    let mut parts = Parts { parts: &parts, at: 0 };
                    texts = (0..count)
                        .map(|_| parts.text().map(cut))
                        .collect::<Option<Vec<String>>>()
                        .ok_or(Why::Damaged)?;
                }
                EOF => break,
                _ => {}
            }
        }
        Ok(Xls { texts, sheets, ..self })
    }

    /// Puts the cells of a record.
    fn put(&self, kind: u16, record: &[u8], cells: &mut Cells) -> Result<(), Fault> {
        let damaged = || Fault::from(Why::Damaged);
        let value = match kind {
            NUMBER => f64_at(record, 6).map(Value::Number),
            RK => u32_at(record, 6).map(|it| Value::Number(rk(it))),
            LABELSST => u32_at(record, 6)
                .and_then(|it| self.texts.get(it as usize))
                .map(|it| Value::Text(it.clone())),
            LABEL | RSTRING => long_text(record, 6).map(Value::Text),
            BOOLERR => match record.get(6..8) {
                Some(&[value, 0]) => Some(truth(value)),
                Some(&[code, _]) => Some(error(code)),
                _ => None,
            },
            MULRK => {
                let (row, first) = place(record).ok_or_else(damaged)?;
                let numbers = record.get(4..record.len().saturating_sub(2)).ok_or_else(damaged)?;
                for (column, it) in (first..).zip(numbers.chunks(6)) {
                    let number = u32_at(it, 2).map(rk).ok_or_else(damaged)?;
                    cells.put((row, column), Value::Number(number), false)?;
                }
                return Ok(());
            }
            FORMULA => result(record),
            _ => return Ok(()),
        };
        cells.put(place(record).ok_or_else(damaged)?, value.ok_or_else(damaged)?, kind == FORMULA)
    }
}

impl Book for Xls {
    fn sheets(&self) -> Vec<String> {
        self.sheets.iter().map(|it| it.0.clone()).collect()
    }

    fn cells(&self, sheet: usize) -> Result<Cells, Fault> {
        let start = self.sheets.get(sheet).ok_or(Why::Damaged)?.1;
        let mut records = Records { stream: &self.stream, at: start };
        let first = records.next().filter(|it| it.0 == BOF);
        first.ok_or(Why::Damaged)?;
        let mut cells = Cells::default();
        // Charts in a sheet have records of their own, between a start and an end.
        let mut within = 0;
        let mut formula = None;
        loop {
            let (kind, record) = records.next().ok_or(Why::Damaged)?;
            match kind {
                BOF => within += 1,
                EOF if within == 0 => return Ok(cells),
                EOF => within -= 1,
                _ if within > 0 => {}
                STRING => {
                    let text = long_text(record, 0).ok_or(Why::Damaged)?;
                    if let Some(at) = formula.take() {
                        cells.replace(at, text);
                    }
                }
                _ => {
                    self.put(kind, record, &mut cells)?;
                    if kind == FORMULA {
                        formula = place(record);
                    }
                }
            }
        }
    }

    fn saved(&self) -> Option<Date> {
        self.saved
    }

    fn epoch(&self) -> f64 {
        if self.since_1904 { 1462.0 } else { 0.0 }
    }
}

type Record<'a> = (u16, &'a [u8]);

// Kinds of records.
const FORMULA: u16 = 0x0006;
const EOF: u16 = 0x000a;
const DATEMODE: u16 = 0x0022;
const FILEPASS: u16 = 0x002f;
const CONTINUE: u16 = 0x003c;
const BOUNDSHEET: u16 = 0x0085;
const MULRK: u16 = 0x00bd;
const RSTRING: u16 = 0x00d6;
const SST: u16 = 0x00fc;
const LABELSST: u16 = 0x00fd;
const NUMBER: u16 = 0x0203;
const LABEL: u16 = 0x0204;
const BOOLERR: u16 = 0x0205;
const STRING: u16 = 0x0207;
const RK: u16 = 0x027e;
const BOF: u16 = 0x0809;
/// The version since Excel 97.
const BIFF8: u16 = 0x0600;

struct Records<'a> {
    stream: &'a [u8],
    at: usize,
}

impl<'a> Records<'a> {
    fn next(&mut self) -> Option<Record<'a>> {
        let (kind, length) = (u16_at(self.stream, self.at)?, u16_at(self.stream, self.at + 2)?);
        let content = self.stream.get(self.at + 4..)?.get(..usize::from(length))?;
        self.at += 4 + content.len();
        Some((kind, content))
    }

    fn next_if(&mut self, kind: u16) -> Option<&'a [u8]> {
        let next = u16_at(self.stream, self.at).filter(|it| *it == kind);
        next.and_then(|_| self.next()).map(|it| it.1)
    }
}

/// Name and start of a sheet that has cells; `Some(None)` for a chart or macros.
fn sheet(record: &[u8]) -> Option<Option<(String, usize)>> {
    let (start, kind) = (u32_at(record, 0)? as usize, *record.get(5)?);
    let (length, wide) = (usize::from(*record.get(6)?), *record.get(7)? & 1 == 1);
    let name = letters(record.get(8..)?.get(..length << usize::from(wide))?, wide)?;
    Some((kind == 0).then_some((name, start)))
}

/// Row and column with which a record begins.
fn place(record: &[u8]) -> Option<(u32, u32)> {
    Some((u16_at(record, 0)?.into(), u16_at(record, 2)?.into()))
}

/// A text after its length and whether its letters take two bytes.
fn long_text(record: &[u8], at: usize) -> Option<String> {
    let (length, wide) = (usize::from(u16_at(record, at)?), *record.get(at + 2)? & 1 == 1);
    letters(record.get(at + 3..)?.get(..length << usize::from(wide))?, wide)
}

fn letters(bytes: &[u8], wide: bool) -> Option<String> {
    if !wide {
        return Some(bytes.iter().map(|&it| char::from(it)).collect());
    }
    let units: Vec<u16> = bytes.chunks(2).map(|it| u16_at(it, 0)).collect::<Option<_>>()?;
    String::from_utf16(&units).ok()
}

/// Four bytes for a number of a few digits.
fn rk(bits: u32) -> f64 {
    let number = match bits & 2 {
        0 => f64::from_bits(u64::from(bits & !3) << 32),
        _ => f64::from(bits as i32 >> 2),
    };
    if bits & 1 == 1 { number / 100.0 } else { number }
}

/// What a formula gave when it was last calculated.
fn result(record: &[u8]) -> Option<Value> {
    Some(match *record.get(6..14)? {
        // Its text is in the record after it.
        [0, .., 0xff, 0xff] => Value::NotCalculated,
        [1, _, value, .., 0xff, 0xff] => truth(value),
        [2, _, code, .., 0xff, 0xff] => error(code),
        [3, .., 0xff, 0xff] => Value::Text(String::new()),
        _ => match f64_at(record, 6)? {
            // Programs that do not calculate write nothing, and ask for it.
            0.0 if u16_at(record, 14)? & 3 > 0 => Value::NotCalculated,
            number => Value::Number(number),
        },
    })
}

fn truth(value: u8) -> Value {
    Value::Text(if value == 0 { "FALSE" } else { "TRUE" }.to_owned())
}

fn error(code: u8) -> Value {
    let name = match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0f => "#VALUE!",
        0x17 => "#REF!",
        0x1d => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    };
    Value::Error(name.to_owned())
}

/// The texts of a workbook, cut into records wherever one was full.
struct Parts<'a> {
    parts: &'a [&'a [u8]],
    at: usize,
}

impl<'a> Parts<'a> {
    fn part(&mut self) -> Option<&'a [u8]> {
        while self.at >= self.parts.first()?.len() {
            self.parts = self.parts.get(1..)?;
            self.at = 0;
        }
        self.parts.first()?.get(self.at..)
    }

    fn byte(&mut self) -> Option<u8> {
        let byte = *self.part()?.first()?;
        self.at += 1;
        Some(byte)
    }

    fn number(&mut self, bytes: u32) -> Option<usize> {
        (0..bytes).try_fold(0, |sum, place| Some(sum | usize::from(self.byte()?) << (8 * place)))
    }

    fn text(&mut self) -> Option<String> {
        let mut left = self.number(2)?;
        let kind = self.byte()?;
        let runs = if kind & 8 > 0 { self.number(2)? * 4 } else { 0 };
        let more = if kind & 4 > 0 { self.number(4)? } else { 0 };
        let (mut text, mut wide) = (String::new(), kind & 1 == 1);
        while left > 0 {
            let before = self.parts.len();
            let mut part = self.part()?;
            if self.parts.len() < before {
                // What goes on in the next record may take other bytes for a letter.
                wide = self.byte()? & 1 == 1;
                part = self.part()?;
            }
            let most = (left << usize::from(wide)).min(part.len() & !usize::from(wide));
            text.push_str(&letters(part.get(..most).filter(|it| !it.is_empty())?, wide)?);
            self.at += most;
            left -= most >> usize::from(wide);
        }
        // How it is formatted.
        let mut skipped = runs + more;
        while skipped > 0 {
            let here = self.part()?.len().min(skipped);
            self.at += here;
            skipped -= here;
        }
        Some(text)
    }
}

/// Streams in a file, each a chain of sectors.
struct Container<'a> {
    bytes: &'a [u8],
    /// Bytes in a sector, as a power of two.
    shift: u32,
    /// The next of every sector.
    next: Vec<u32>,
    entries: Vec<u8>,
}

/// Numbers from here on are no sectors.
const LAST_SECTOR: u32 = 0xffff_fffa;

impl<'a> Container<'a> {
    fn open(bytes: &'a [u8]) -> Option<Container<'a>> {
        let shift = u32::from(u16_at(bytes, 30)?);
        if ![9, 12].contains(&shift) {
            return None;
        }
        let mut it = Container { bytes, shift, next: Vec::new(), entries: Vec::new() };
        let mut tables = words(bytes.get(76..512)?);
        let mut more = u32_at(bytes, 68)?;
        for _ in 0..it.most() {
            if more >= LAST_SECTOR {
                break;
            }
            let mut list = words(it.sector(more)?);
            more = list.pop()?;
            tables.extend(list);
        }
        tables.retain(|it| *it < LAST_SECTOR);
        tables.truncate(it.most());
        for table in tables {
            let sectors = words(it.sector(table)?);
            it.next.extend(sectors);
        }
        it.entries = it.chain(u32_at(bytes, 48)?)?;
        Some(it)
    }

    /// As many sectors as there can be.
    fn most(&self) -> usize {
        self.bytes.len() >> self.shift
    }

    fn sector(&self, number: u32) -> Option<&'a [u8]> {
        let start = (number as usize + 1) << self.shift;
        let rest = self.bytes.get(start..).filter(|it| !it.is_empty())?;
        rest.get(..(1 << self.shift).min(rest.len()))
    }

    fn chain(&self, start: u32) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        for number in follow(start, &self.next, self.most())? {
            bytes.extend(self.sector(number)?);
        }
        Some(bytes)
    }

    /// Start and length of a stream, or of what holds the small ones.
    fn entry(&self, name: &str) -> Option<(u32, usize)> {
        let units: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let named = |it: &&[u8]| {
            let length = u16_at(it, 64).map(usize::from).unwrap_or_default();
            length == units.len() + 2 && it.starts_with(&units) && it.get(66) > Some(&0)
        };
        let entry = self.entries.chunks(128).find(named)?;
        Some((u32_at(entry, 116)?, u32_at(entry, 120)? as usize))
    }

    fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let (start, length) = self.entry(name)?;
        let mut bytes = Vec::new();
        if length >= u32_at(self.bytes, 56)? as usize {
            bytes = self.chain(start)?;
        } else {
            let all = self.chain(self.entry("Root Entry")?.0)?;
            let next = words(&self.chain(u32_at(self.bytes, 60)?)?);
            for number in follow(start, &next, all.len() >> 6)? {
                let small = all.get((number as usize) << 6..)?;
                bytes.extend(small.get(..64.min(small.len()))?);
            }
        }
        bytes.truncate(length);
        (bytes.len() == length).then_some(bytes)
    }
}

/// The numbers of a chain; `None` where it comes back to itself or leads nowhere.
fn follow(start: u32, next: &[u32], most: usize) -> Option<Vec<u32>> {
    let mut numbers = Vec::new();
    let mut number = start;
    while number < LAST_SECTOR {
        if numbers.len() > most {
            return None;
        }
        numbers.push(number);
        number = *next.get(number as usize)?;
    }
    Some(numbers)
}

/// When a file was last saved, from the properties of a document ([MS-OLEPS]).
fn saved(stream: &[u8]) -> Option<Date> {
    const LAST_SAVED: u32 = 13;
    let section = stream.get(u32_at(stream, 44)? as usize..)?;
    let count = u32_at(section, 4)? as usize;
    let mut properties = section.get(8..)?.chunks(8).take(count);
    let property = properties.find(|it| u32_at(it, 0) == Some(LAST_SAVED))?;
    // Ten-millionths of a second since 1601.
    let value = section.get(u32_at(property, 4)? as usize + 4..)?.get(..8)?;
    let days = u64::from_le_bytes(value.try_into().ok()?) / 864_000_000_000;
    let days = u32::try_from(days.checked_sub(134_774)?).ok()?;
    (days < 100_000).then(|| day(days))
}

fn words(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks(4).filter_map(|it| u32_at(it, 0)).collect()
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..)?.get(..2)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..)?.get(..4)?.try_into().ok()?))
}

fn f64_at(bytes: &[u8], at: usize) -> Option<f64> {
    Some(f64::from_le_bytes(bytes.get(at..)?.get(..8)?.try_into().ok()?))
}
