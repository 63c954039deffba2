//! The newer form of workbooks, `.xlsx`: XML files in an archive (ECMA-376).

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::cells::{Book, Cells, Fault, TEXTS, Value, cut};
use super::refusal::Why;
use crate::calendar::Date;

pub struct Xlsx {
    /// The files of the archive, by name.
    parts: BTreeMap<String, String>,
    texts: Vec<String>,
    /// Names of sheets and of their files.
    sheets: Vec<(String, String)>,
    since_1904: bool,
    /// Whether formulas are to be calculated when the file is opened.
    calculate: bool,
}

/// Bytes of all files of an archive together; the State Bank's workbook would have about one million.
const LARGEST: u64 = 50_000_000;

impl Xlsx {
    /// # Errors
    ///
    /// When it is none, or is damaged.
    pub fn open(bytes: &[u8]) -> Result<Xlsx, Why> {
        let parts = unpacked(bytes)?;
        let (mut texts, mut sheets) = (Vec::new(), Vec::new());
        let (mut since_1904, mut calculate) = (false, false);
        let book = related(&parts, "", "officeDocument")?.into_values().next();
        let book = book.ok_or(Why::OtherKind("an archive"))?;
        let files = related(&parts, &book, "worksheet")?;
        let list = parts.get(&book).ok_or(Why::OtherKind("an archive"))?;
        each(list, |seen| {
            let Seen::Start(tag) = seen else { return Ok(()) };
            let yes = |name: &str| {
                Ok::<_, Why>(matches!(value(tag, name)?.as_deref(), Some("1" | "true")))
            };
            match tag.local_name().as_ref() {
                "sheet" => {
                    let (name, id) = (value(tag, "name")?, value(tag, "id")?);
                    let (name, id) = name.zip(id).ok_or(Why::Damaged)?;
                    // The others are charts and the like.
                    sheets.extend(files.get(&id).map(|file| (name, file.clone())));
                }
                "workbookPr" => since_1904 |= yes("date1904")?,
                "calcPr" => calculate |= yes("fullCalcOnLoad")?,
                _ => {}
            }
            Ok(())
        })?;
        for file in related(&parts, &book, "sharedStrings")?.into_values() {
            texts = shared(parts.get(&file).ok_or(Why::Damaged)?)?;
        }
        Ok(Xlsx { parts, texts, sheets, since_1904, calculate })
    }

    fn value(&self, cell: &Open) -> Result<Option<Value>, Why> {
        Ok(Some(match cell.kind.as_str() {
            "s" => {
                let number: usize = cell.text.trim().parse().map_err(|_| Why::Damaged)?;
                Value::Text(self.texts.get(number).ok_or(Why::Damaged)?.clone())
            }
            "str" | "inlineStr" => Value::Text(letters(&cell.text)),
            "e" => Value::Error(cell.text.clone()),
            "b" => Value::Text(if cell.text.trim() == "0" { "FALSE" } else { "TRUE" }.to_owned()),
            // 2026-02-28T00:00:00 is a month here.
            "d" => Value::Text(cell.text.get(..7).unwrap_or_default().to_owned()),
            "n" if cell.text.trim().is_empty() => {
                return Ok(cell.formula.then_some(Value::NotCalculated));
            }
            "n" => match cell.text.trim().parse::<f64>().map_err(|_| Why::Damaged)? {
                // Programs that do not calculate write nothing, and ask for it.
                0.0 if cell.formula && self.calculate => Value::NotCalculated,
                number => Value::Number(number),
            },
            _ => return Err(Why::Damaged),
        }))
    }
}

impl Book for Xlsx {
    fn sheets(&self) -> Vec<String> {
        self.sheets.iter().map(|it| it.0.clone()).collect()
    }

    fn cells(&self, sheet: usize) -> Result<Cells, Fault> {
        let (_, file) = self.sheets.get(sheet).ok_or(Why::Damaged)?;
        let mut cells = Cells::default();
        let mut open: Option<Open> = None;
        // Where a cell is that does not say so, and whether its text goes on.
        let (mut next, mut inside, mut aside) = ((0, 0), false, false);
        each::<Fault>(self.parts.get(file).ok_or(Why::Damaged)?, |seen| {
            match seen {
                Seen::Start(tag) => match (tag.local_name().as_ref(), &mut open) {
                    ("row", None) => {
                        let row = value(tag, "r")?.map(|it| it.parse::<u32>().ok());
                        next = (row.unwrap_or(Some(next.0 + 1)).ok_or(Why::Damaged)?, 0);
                    }
                    ("c", None) => {
                        let at = match value(tag, "r")? {
                            Some(name) => place(&name).ok_or(Why::Damaged)?,
                            None => (next.0.checked_sub(1).ok_or(Why::Damaged)?, next.1),
                        };
                        next.1 = at.1 + 1;
                        let kind = value(tag, "t")?.unwrap_or("n".to_owned());
                        open = Some(Open { at, kind, text: String::new(), formula: false });
                    }
                    ("f", Some(cell)) => cell.formula = true,
                    ("rPh", Some(_)) => aside = true,
                    ("v", Some(cell)) => inside = cell.kind != "inlineStr",
                    ("t", Some(_)) => inside = !aside,
                    _ => {}
                },
                Seen::Text(text) => {
                    if let (Some(cell), true) = (&mut open, inside) {
                        cell.text.push_str(text);
                    }
                }
                Seen::End(name) => match name {
                    "rPh" => aside = false,
                    "v" | "t" => inside = false,
                    "c" => {
                        if let Some(cell) = open.take()
                            && let Some(value) = self.value(&cell)?
                        {
                            cells.put(cell.at, value, cell.formula)?;
                        }
                    }
                    _ => {}
                },
            }
            Ok(())
        })?;
        Ok(cells)
    }

    fn saved(&self) -> Option<Date> {
        let mut saved = None;
        let mut inside = false;
        let core = related(&self.parts, "", "core-properties").ok()?.into_values().next()?;
        each::<Why>(self.parts.get(&core)?, |seen| {
            match seen {
                Seen::Start(tag) => inside = tag.local_name().as_ref() == "modified",
                Seen::Text(text) if inside => saved = text.get(..10).and_then(|it| it.parse().ok()),
                _ => inside = false,
            }
            Ok(())
        })
        .ok()?;
        saved
    }

    fn epoch(&self) -> f64 {
        if self.since_1904 { 1462.0 } else { 0.0 }
    }
}

/// A cell of which more may follow.
struct Open {
    at: (u32, u32),
    kind: String,
    text: String,
    formula: bool,
}

/// Every file of an archive that is text. Their names are told apart without regard to case.
fn unpacked(bytes: &[u8]) -> Result<BTreeMap<String, String>, Why> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Why::Damaged)?;
    let mut parts = BTreeMap::new();
    let mut left = LARGEST;
    for place in 0..archive.len() {
        let part = archive.by_index(place).map_err(|_| Why::Damaged)?;
        let name = part.name().map_err(|_| Why::Damaged)?.replace('\\', "/").to_lowercase();
        let mut content = Vec::new();
        // What the archive says of the size may not be true.
        part.take(left + 1).read_to_end(&mut content).map_err(|_| Why::Damaged)?;
        left = left.checked_sub(content.len() as u64).ok_or(Why::TooLargeUnpacked)?;
        let text = [".xml", ".rels"].iter().any(|it| name.ends_with(it));
        if text {
            let content = String::from_utf8(content).map_err(|_| Why::Damaged)?;
            let twice = parts.insert(name, content.trim_start_matches('\u{feff}').to_owned());
            if twice.is_some() {
                return Err(Why::Damaged);
            }
        }
    }
    Ok(parts)
}

/// Files of a kind that go with one (with the archive, where it has no name), by their ids.
fn related(
    parts: &BTreeMap<String, String>,
    of: &str,
    kind: &str,
) -> Result<BTreeMap<String, String>, Why> {
    let (folder, name) = of.rsplit_once('/').map_or(("", of), |(folder, name)| (folder, name));
    let list = format!("{folder}/_rels/{name}.rels");
    let Some(list) = parts.get(list.trim_start_matches('/')) else { return Ok(BTreeMap::new()) };
    let mut files = BTreeMap::new();
    each(list, |seen| {
        if let Seen::Start(tag) = seen
            && let (Some(id), Some(said), Some(target)) =
                (value(tag, "Id")?, value(tag, "Type")?, value(tag, "Target")?)
            && said.rsplit('/').next() == Some(kind)
        {
            let file = match target.strip_prefix('/') {
                Some(file) => file.to_owned(),
                None => format!("{folder}/{target}").trim_start_matches('/').to_owned(),
            };
            files.insert(id, file.to_lowercase());
        }
        Ok::<_, Why>(())
    })?;
    Ok(files)
}

/// The texts that cells name by number.
fn shared(list: &str) -> Result<Vec<String>, Why> {
    let mut texts: Vec<String> = Vec::new();
    let (mut inside, mut aside) = (false, false);
    each(list, |seen| {
        match seen {
            Seen::Start(tag) => match tag.local_name().as_ref() {
                "si" if texts.len() == TEXTS => return Err(Why::TooLarge),
                "si" => texts.push(String::new()),
                // How it is pronounced.
                "rPh" => aside = true,
                "t" => inside = !aside,
                _ => {}
            },
            Seen::Text(text) if inside => {
                texts.last_mut().ok_or(Why::Damaged)?.push_str(text);
            }
            Seen::Text(_) => {}
            Seen::End("t") => inside = false,
            Seen::End(name) => aside &= name != "rPh",
        }
        Ok(())
    })?;
    Ok(texts.into_iter().map(|it| cut(letters(&it))).collect())
}

/// Letters that XML cannot have are written `_x001B_`.
fn letters(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(start) = rest.find("_x") {
        let (before, code) = rest.split_at(start);
        let number = code.get(2..6).filter(|_| code.get(6..7) == Some("_"));
        let letter =
            number.and_then(|it| u32::from_str_radix(it, 16).ok()).and_then(char::from_u32);
        plain.push_str(before);
        plain.push(letter.unwrap_or('_'));
        rest = code.get(if letter.is_some() { 7 } else { 1 }..).unwrap_or_default();
    }
    plain + rest
}

enum Seen<'a> {
    Start(&'a BytesStart<'a>),
    Text(&'a str),
    End(&'a str),
}

/// Shows everything in an XML file from its beginning to its end.
fn each<E: From<Why>>(text: &str, mut show: impl FnMut(Seen) -> Result<(), E>) -> Result<(), E> {
    let damaged = || E::from(Why::Damaged);
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut depth = 0;
    loop {
        match reader.read_event().map_err(|_| damaged())? {
            Event::Start(tag) => {
                depth += 1;
                show(Seen::Start(&tag))?;
            }
            Event::End(tag) => {
                depth -= 1;
                show(Seen::End(tag.local_name().as_ref()))?;
            }
            Event::Text(text) => show(Seen::Text(&text.xml10_content()))?,
            Event::CData(text) => show(Seen::Text(&text.xml10_content()))?,
            Event::GeneralRef(name) => match name.resolve_char_ref().map_err(|_| damaged())? {
                Some(letter) => show(Seen::Text(letter.encode_utf8(&mut [0; 4])))?,
                None => show(Seen::Text(resolve_xml_entity(&name).ok_or_else(damaged)?))?,
            },
            Event::Eof if depth == 0 => return Ok(()),
            Event::Eof => return Err(damaged()),
            _ => {}
        }
    }
}

/// What an attribute says, whatever stands before a colon in its name.
fn value(tag: &BytesStart, name: &str) -> Result<Option<String>, Why> {
    for attribute in tag.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| Why::Damaged)?;
        if attribute.key.local_name().as_ref() == name {
            let text = quick_xml::escape::unescape(&attribute.value).map_err(|_| Why::Damaged)?;
            return Ok(Some(text.into_owned()));
        }
    }
    Ok(None)
}

/// Row and column, from 0, of `B17`.
fn place(name: &str) -> Option<(u32, u32)> {
    let digits = name.find(|it: char| it.is_ascii_digit())?;
    let (letters, digits) = name.split_at(digits);
    let column = letters.bytes().try_fold(0_u32, |sum, it| {
        let letter = it.is_ascii_alphabetic().then(|| it.to_ascii_uppercase() - b'A' + 1)?;
        sum.checked_mul(26)?.checked_add(letter.into())
    })?;
    Some((digits.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}
