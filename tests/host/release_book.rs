//! What a workbook may look like and still be read, and what would harm whoever reads it.

use std::fs::{self, File};
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use it_exports::dataset_cli::refusal;
use it_exports::dataset_cli::workbook::{Allowed, Edition, Line, Period};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::support::book::{Book, Cell, Folder, at};
use crate::support::xls::container;

const FORMS: [&str; 2] = ["dt.xlsx", "dt.xls"];

type Figures = (Vec<Period>, Vec<Line>);

/// The figures of a file, or what is said of it; at once in any case.
fn read_as(file: &Path, allowed: &Allowed) -> Result<Figures, Vec<String>> {
    let start = Instant::now();
    let read = Edition::read(file, allowed);
    assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
    match read {
        Ok(it) => Ok((it.periods, it.lines)),
        Err(refusals) => {
            let name = format!("{}:", file.file_name().unwrap().to_string_lossy());
            Err(refusal::lines(&refusals).iter().map(|it| it.replace(&name, "")).collect())
        }
    }
}

fn read(file: &Path) -> Result<Figures, Vec<String>> {
    read_as(file, &Allowed::default())
}

fn saved(book: &Book, folder: &Folder, name: &str) -> PathBuf {
    let file = folder.0.join(name);
    book.save(&file);
    file
}

/// Figures without the name of the file in their places.
fn plain(figures: Figures) -> Figures {
    let (mut periods, mut lines) = figures;
    let after = |place: &str| place.rsplit('!').next().unwrap_or_default().to_owned();
    periods.iter_mut().for_each(|it| it.place = after(&it.place));
    for credit in lines.iter_mut().flat_map(|it| &mut it.credits) {
        credit.place = after(&credit.place);
    }
    (periods, lines)
}

fn good(folder: &Folder, name: &str) -> Figures {
    plain(read(&saved(&Book::good(), folder, name)).unwrap())
}

#[test]
fn what_only_looks_different_is_read_the_same() {
    type Change = (&'static str, fn(&mut Book));
    let changes: [Change; 10] = [
        ("hidden rows", |it| it.hidden_rows = vec![9, 17, 20]),
        ("hidden columns", |it| it.hidden_columns = vec![3, 8, 11]),
        ("merged headings", |it| {
            it.merged = vec![(5, 7), (8, 10), (11, 13), (14, 16)];
        }),
        ("a blank far down", |it| it.text("C65536", "  ")),
        ("a blank far to the right", |it| it.text("IV9", "\u{a0}")),
        ("formulas with their values", |it| {
            for row in 8..30 {
                for column in [4, 7, 10, 13, 16] {
                    let Some(Cell::Number(net)) = it.cells.get(&(row, column)) else { panic!() };
                    let cell = Cell::Formula(*net);
                    it.cells.insert((row, column), cell);
                }
            }
        }),
        ("labels that formulas give", |it| {
            for row in 8..30 {
                let Some(Cell::Text(label)) = it.cells.get(&(row, 1)) else { panic!() };
                let cell = Cell::TextFormula(label.clone());
                it.cells.insert((row, 1), cell);
            }
        }),
        ("whole thousands", |it| {
            for cell in it.cells.values_mut() {
                if let Cell::Number(number) = cell {
                    *number = number.round();
                }
            }
        }),
        ("another day of the month", |it| {
            it.cells.insert(at("C7"), Cell::Date(45_870.0));
        }),
        ("the last day of the month", |it| {
            it.cells.insert(at("C7"), Cell::Date(45_870.0 + 30.0));
        }),
    ];
    let folder = Folder::empty();
    for form in FORMS {
        let expected = good(&folder, form);
        for (what, change) in changes {
            let mut book = Book::good();
            change(&mut book);
            let file = saved(&book, &folder, form);
            assert_eq!(read(&file).map(plain), Ok(expected.clone()), "{what}, {form}");
        }
    }
}

#[test]
fn of_two_sheets_that_are_alike_the_very_name_says_which() {
    let folder = Folder::empty();
    for form in FORMS {
        let expected = good(&folder, form);
        let mut book = Book::good();
        book.others = vec!["EBOPS".to_owned(), "EBOPS 2".to_owned()];
        let file = saved(&book, &folder, form);
        let named = |name: &str| {
            let sheet = Some(name.to_owned());
            read_as(&file, &Allowed { sheet, ..Allowed::default() }).map(plain)
        };
        assert_eq!(named("EBOPS "), Ok(expected));
        let expected = "EBOPS: the sheet is not headed \"Trade in Services\" with \"EBOPS\": import \
                        the State Bank's workbook of that name";
        assert_eq!(named("EBOPS"), Err(vec![expected.to_owned()]));
        let expected = " several sheets have nearly the same name, \"EBOPS\", \"EBOPS 2\", \"EBOPS \": \
                        see which is the State Bank's, and give its name to the letter with --sheet";
        assert_eq!(named("ebops"), Err(vec![expected.to_owned()]));
    }
}

#[test]
fn somebody_says_which_edition_it_is_where_the_day_does_not() {
    let folder = Folder::empty();
    let mut book = Book::good();
    for (form, day, what) in [
        ("dt.xlsx", "2026-11-02", "the file was last saved on 2026-11-02"),
        ("dt.xls", "2026-08-31", "the file was last saved on 2026-08-31"),
        ("dt.xls", "", "nothing else in the file says so"),
    ] {
        book.saved = Some(day.to_owned());
        let file = saved(&book, &folder, form);
        let said = read(&file).unwrap_err();
        assert!(said[0].starts_with("EBOPS!I7: ") && said[0].contains(what), "{said:?}");
        assert!(said[0].ends_with("if it is that of 2026-08, repeat with --edition 2026-08"));
        let named = |month: &str| {
            let edition = Some(month.parse().unwrap());
            read_as(&file, &Allowed { edition, ..Allowed::default() })
        };
        assert!(named("2026-08").is_ok());
        let expected = "EBOPS!I7: the headings are those of 2026-08 and --edition says 2026-07: see \
                        which edition it is; if the headings are wrong, correct all of them in a copy \
                        of the workbook";
        assert_eq!(named("2026-07").unwrap_err(), [expected]);
    }
}

/// Ways to write the same that the programs of these tests do not take.
#[test]
fn workbooks_of_other_programs_are_read_the_same() {
    let folder = Folder::empty();
    let file = saved(&Book::good(), &folder, "dt.xlsx");
    let whole = fs::read(&file).unwrap();
    let expected = good(&folder, "dt.xlsx");
    for (what, part, from, to) in [
        (
            "a day as text",
            SHEET,
            "<c r=\"C7\" s=\"1\"><v>45900</v></c>",
            "<c r=\"C7\" t=\"d\"><v>2025-08-31T00:00:00</v></c>",
        ),
        ("cells without names", SHEET, "<c r=\"D9\"><v>", "<c><v>"),
        ("rows without numbers", SHEET, "<row r=\"10\"", "<row x=\"10\""),
        (
            "a text in its cell",
            SHEET,
            "<c r=\"E8\" t=\"s\"><v>9</v></c>",
            "<c r=\"E8\" t=\"inlineStr\"><is><r><t>N</t></r><r><t>et</t></r></is></c>",
        ),
        (
            "a text in pieces, and how it is pronounced",
            "xl/sharedStrings.xml",
            "<si><t>Services</t></si>",
            "<si><r><t>Serv</t></r><r><t>i&#99;<![CDATA[es]]></t></r><rPh><t>x</t></rPh></si>",
        ),
        ("letters by their numbers", "xl/sharedStrings.xml", "<t>Debit</t>", "<t>_x0044_ebit</t>"),
        (
            "a place from the root",
            "xl/_rels/workbook.xml.rels",
            "\"worksheets/sheet2.xml\"",
            "\"/xl/worksheets/Sheet2.xml\"",
        ),
    ] {
        let change = |text: String| {
            assert!(text.contains(from), "{what}: {text:.2000}");
            text.replacen(from, to, 1)
        };
        fs::write(&file, repacked(&whole, part, change)).unwrap();
        assert_eq!(read(&file).map(plain), Ok(expected.clone()), "{what}");
    }
    // Where days are counted from 1904.
    let mut book = Book::good();
    book.cells.insert(at("C7"), Cell::Date(45_900.0 - 1462.0));
    book.save(&file);
    let whole = fs::read(&file).unwrap();
    let since_1904 = |it: String| it.replacen("<workbookPr", "<workbookPr date1904=\"1\"", 1);
    fs::write(&file, repacked(&whole, "xl/workbook.xml", since_1904)).unwrap();
    assert_eq!(read(&file).map(plain), Ok(expected.clone()));
    let file = saved(&book, &folder, "dt.xls");
    let mut bytes = fs::read(&file).unwrap();
    let place = bytes.windows(6).position(|it| it == [0x22, 0, 2, 0, 0, 0]).unwrap();
    bytes[place + 4] = 1;
    fs::write(&file, bytes).unwrap();
    assert_eq!(read(&file).map(plain), Ok(expected));
}

/// An archive with one of its files changed.
fn repacked(bytes: &[u8], part: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..archive.len() {
        let mut file = archive.by_index(place).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        let text = if name == part { change(text) } else { text };
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const SHEET: &str = "xl/worksheets/sheet2.xml";
const DAMAGED: &str = " the workbook is damaged or was not downloaded whole: download it again; if that \
                       does not help, open it in Excel and save it as .xlsx";
const TOO_LARGE: &str = " the file is larger than 10 MB or has more than 100,000 texts, and the State \
                         Bank's workbook has less than 2 MB: see whether it is the right file";
const TOO_LARGE_UNPACKED: &str = " unpacked, the file is larger than 50 MB, and the State Bank's workbook \
                                  would be about 1: see whether it is the right file";

#[test]
fn no_size_that_a_newer_workbook_claims_makes_room_for_anything() {
    let folder = Folder::empty();
    let file = saved(&Book::good(), &folder, "dt.xlsx");
    let whole = fs::read(&file).unwrap();
    let expected = good(&folder, "dt.xlsx");
    let far = "EBOPS!XFD1048576: the cell stands far away from the State Bank's table, which has about a \
               hundred lines: see what it is, and clear it in a copy of the workbook";
    let into_rows =
        |text: String, more: &str| text.replacen("</sheetData>", &format!("{more}</sheetData>"), 1);
    type Part<'a> = (&'a str, &'a str, Box<dyn Fn(String) -> String + 'a>, Option<&'a str>);
    let parts: Vec<Part> = vec![
        (
            "the whole sheet as its dimension",
            SHEET,
            Box::new(|it| {
                it.replacen("<dimension ref=\"", "<dimension ref=\"A1:XFD1048576\" was=\"", 1)
            }),
            None,
        ),
        (
            "texts without number",
            "xl/sharedStrings.xml",
            Box::new(|it| {
                it.replacen(" uniqueCount=\"", " uniqueCount=\"99999999999999\" was=\"", 1)
            }),
            None,
        ),
        (
            "a formula of a number that is too high",
            SHEET,
            Box::new(|it| {
                let cell = "<row r=\"60\"><c r=\"A60\"><f t=\"shared\" ref=\"A60\" si=\"4000000000\">1</f><v>1</v></c></row>";
                into_rows(it, cell)
            }),
            None,
        ),
        (
            "a blank in the last cell",
            SHEET,
            Box::new(|it| into_rows(it, "<row r=\"1048576\"><c r=\"XFD1048576\" s=\"1\"/></row>")),
            None,
        ),
        (
            "a number in the last cell",
            SHEET,
            Box::new(|it| {
                into_rows(it, "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>")
            }),
            Some(far),
        ),
        (
            "a cell beyond all",
            SHEET,
            Box::new(|it| into_rows(it, "<row><c r=\"ZZZZZZZZ99999999999\"><v>1</v></c></row>")),
            Some(DAMAGED),
        ),
        (
            "a cell twice",
            SHEET,
            Box::new(|it| into_rows(it, "<row><c r=\"I12\"><v>1</v></c></row>")),
            Some(
                "EBOPS!I12: the cell stands twice in the file: open it in Excel and save it under \
                 another name, and look at this cell",
            ),
        ),
        (
            "a text that is not there",
            SHEET,
            Box::new(|it| {
                into_rows(it, "<row r=\"60\"><c r=\"A60\" t=\"s\"><v>9999</v></c></row>")
            }),
            Some(DAMAGED),
        ),
        (
            "forty million rows",
            SHEET,
            Box::new(|it| into_rows(it, &"<row/>".repeat(40_000_000 / 4))),
            Some(TOO_LARGE_UNPACKED),
        ),
        (
            "a million empty rows",
            SHEET,
            Box::new(|it| into_rows(it, &"<row/>".repeat(1_000_000))),
            None,
        ),
        (
            "too many texts",
            "xl/sharedStrings.xml",
            Box::new(|it| it.replacen("</sst>", &format!("{}</sst>", "<si/>".repeat(100_000)), 1)),
            Some(TOO_LARGE),
        ),
        (
            "boxes in boxes",
            SHEET,
            Box::new(|it| it.replacen("<sheetData>", &"<a>".repeat(1_000_000), 1)),
            Some(DAMAGED),
        ),
        (
            "names for names",
            SHEET,
            Box::new(|it| {
                let names = "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;\">]>";
                it.replacen("<worksheet", &format!("{names}<worksheet"), 1).replacen(
                    "<sheetData>",
                    "<sheetData>&b;",
                    1,
                )
            }),
            Some(DAMAGED),
        ),
        (
            "a file that is all blanks",
            "docProps/app.xml",
            Box::new(|_| " ".repeat(51_000_000)),
            Some(TOO_LARGE_UNPACKED),
        ),
    ];
    for (what, part, change, said) in parts {
        fs::write(&file, repacked(&whole, part, change)).unwrap();
        let expected = said.map_or(Ok(expected.clone()), |it| Err(vec![it.to_owned()]));
        assert_eq!(read(&file).map(plain), expected, "{what}");
    }
    // One long text in every cell.
    let long = |it: String| {
        it.replacen("<si>", &format!("<si><t>{}</t></si><si>", "note ".repeat(400_000)), 1)
    };
    let cells = |text: String| {
        // The others now stand one place further.
        let (mut moved, mut rest) = (String::new(), text.as_str());
        while let Some((before, after)) = rest.split_once(" t=\"s\"><v>") {
            let (number, after) = after.split_once('<').unwrap();
            let number = number.parse::<u32>().unwrap() + 1;
            moved += &format!("{before} t=\"s\"><v>{number}<");
            rest = after;
        }
        let letters = || ('A'..='Z').map(String::from);
        let cell =
            |row: u32, column: String| format!("<c r=\"{column}{row}\" t=\"s\"><v>0</v></c>");
        let row = |row| letters().map(|it| cell(row, it)).collect::<String>();
        let rows = (60..900).map(|it| format!("<row r=\"{it}\">{}</row>", row(it)));
        into_rows(moved + rest, &rows.collect::<String>())
    };
    let bytes = repacked(&repacked(&whole, "xl/sharedStrings.xml", long), SHEET, cells);
    fs::write(&file, bytes).unwrap();
    assert_eq!(read(&file).map(plain), Ok(expected));
    // One that says it is small.
    let mut bytes = repacked(&whole, "docProps/app.xml", |_| " ".repeat(51_000_000));
    for place in 0..bytes.len() - 4 {
        let size = match &bytes[place..place + 4] {
            b"PK\x03\x04" => place + 22,
            b"PK\x01\x02" => place + 24,
            _ => continue,
        };
        if bytes[size..size + 4] == 51_000_000_u32.to_le_bytes() {
            bytes[size..size + 4].copy_from_slice(&100_u32.to_le_bytes());
        }
    }
    fs::write(&file, bytes).unwrap();
    assert!(read(&file).is_err());
}

#[test]
fn no_size_that_an_older_workbook_claims_makes_room_for_anything() {
    let folder = Folder::empty();
    let file = saved(&Book::good(), &folder, "dt.xls");
    let whole = fs::read(&file).unwrap();
    let records = |kind: u16, length: u16| [kind.to_le_bytes(), length.to_le_bytes()].concat();
    let start = [&[9, 8, 16, 0, 0, 6, 5, 0][..], &[0; 12]].concat();
    let texts = [&start[..], &records(0xfc, 8), &[255; 8]].concat();
    let set = |at: usize, value: u32| {
        let mut bytes = whole.clone();
        bytes[at..at + 4].copy_from_slice(&value.to_le_bytes());
        bytes
    };
    // The table of sectors begins after the last of them; every chain there is made to go round.
    let table = 512 * (1 + u32::from_le_bytes(whole[76..80].try_into().unwrap()) as usize);
    let mut round = whole.clone();
    for at in (table..table + 512).step_by(4) {
        round[at..at + 4].copy_from_slice(&0_u32.to_le_bytes());
    }
    for (what, bytes, said) in [
        ("texts without number", container(&[("Workbook", texts)]), TOO_LARGE),
        ("sectors of a chain that goes round", round, DAMAGED),
        ("a list of tables that is its own next", set(68, 0), DAMAGED),
        ("a table of sectors that is not there", set(76, 0x00ff_ffff), DAMAGED),
        ("a directory that is not there", set(48, 0x00ff_ffff), DAMAGED),
    ] {
        fs::write(&file, bytes).unwrap();
        assert_eq!(read(&file), Err(vec![said.to_owned()]), "{what}");
    }
}

#[test]
fn a_file_that_is_too_large_or_no_file_is_not_read() {
    let folder = Folder::empty();
    let large = folder.0.join("dt.xls");
    File::create(&large).unwrap().set_len(5_000_000_000).unwrap();
    assert_eq!(read(&large), Err(vec![TOO_LARGE.to_owned()]));
    #[cfg(unix)]
    {
        let pipe = folder.0.join("pipe.xls");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status().unwrap();
        assert!(made.success());
        let link = folder.0.join("link.xls");
        std::os::unix::fs::symlink(&pipe, &link).unwrap();
        for file in [Path::new("/dev/zero"), &pipe, &link] {
            let expected = " this is a device or a pipe and not a file: download the workbook, and \
                            give its name";
            assert_eq!(read(file), Err(vec![expected.to_owned()]), "{}", file.display());
        }
    }
}

/// Numbers that look thrown, the same in every run.
struct Thrown(u64);

impl Thrown {
    fn below(&mut self, end: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % end as u64) as usize
    }
}

/// A file with some of its bytes changed, taken out, put in or cut off.
fn damaged(bytes: &[u8], thrown: &mut Thrown) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..1 + thrown.below(3) {
        // Headers and tables are small, and matter most.
        let start = [0, 0, bytes.len().saturating_sub(2000)][thrown.below(3)];
        let end = [bytes.len(), bytes.len().min(2000), bytes.len()][thrown.below(3)].max(start + 1);
        let place = (start + thrown.below(end - start)).min(bytes.len() - 1);
        match thrown.below(6) {
            0 => bytes[place] ^= 1 << thrown.below(8),
            1 => bytes[place] = [0, 1, 0x7f, 0x80, 0xfe, 0xff][thrown.below(6)],
            2 => {
                let end = bytes.len().min(place + 4);
                bytes[place..end].fill(0xff);
            }
            3 => {
                bytes.remove(place);
            }
            4 => bytes.insert(place, thrown.below(256) as u8),
            _ if thrown.below(4) == 0 => bytes.truncate(place.max(1)),
            _ => bytes[place] = thrown.below(256) as u8,
        }
    }
    bytes
}

/// Reads it again and again, damaged: it is refused, or read as it was.
fn throw(file: &Path, times: usize) {
    let expected = read(file).unwrap();
    let bytes = fs::read(file).unwrap();
    let folder = Folder::empty();
    let file = folder.0.join(file.file_name().unwrap());
    let mut thrown = Thrown(times as u64);
    let mut refused = 0;
    for turn in 0..times {
        fs::write(&file, damaged(&bytes, &mut thrown)).unwrap();
        match read(&file) {
            Ok(figures) => assert!(figures == expected, "damage {turn} changes figures"),
            Err(said) => refused += usize::from(!said.is_empty()),
        }
    }
    println!("{}: {refused} of {times} refused", file.display());
    assert!(refused * 4 > times);
}

#[test]
fn any_damage_is_refused_or_harmless() {
    let folder = Folder::empty();
    throw(&saved(&Book::good(), &folder, "dt.xlsx"), 600);
    throw(&saved(&Book::good(), &folder, "dt.xls"), 600);
    // What is in the archive, without what it says of its files.
    let file = saved(&Book::good(), &folder, "dt.xlsx");
    let expected = read(&file).unwrap();
    let whole = fs::read(&file).unwrap();
    let mut thrown = Thrown(7);
    for part in [SHEET, "xl/sharedStrings.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"] {
        for turn in 0..60 {
            let change = |text: String, thrown: &mut Thrown| {
                String::from_utf8_lossy(&damaged(text.as_bytes(), thrown)).into_owned()
            };
            let thrown = std::cell::RefCell::new(&mut thrown);
            let bytes = repacked(&whole, part, |text| change(text, &mut thrown.borrow_mut()));
            fs::write(&file, bytes).unwrap();
            if let Ok(figures) = read(&file) {
                assert!(figures == expected, "damage {turn} of {part} changes figures");
            }
        }
    }
}

#[test]
fn damage_to_the_real_workbook_is_refused_or_harmless() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let file = root.join("../shared/data/sbp-trade-in-services-2026-02.xls");
    if file.is_file() {
        throw(&file, 300);
    } else {
        println!("the State Bank's workbook is not beside the checkout: nothing to damage");
    }
}
