//! The older form of workbooks, written as Excel writes it: records in a container of streams.

use it_exports::calendar::{Date, days_in};

use super::book::{Book, Cell};

/// A workbook as a file.
pub fn file(book: &Book) -> Vec<u8> {
    let mut streams = vec![("Workbook", stream(book))];
    if let Some(day) = book.saved() {
        streams.push(("\u{5}SummaryInformation", properties(day.parse().unwrap())));
    }
    container(&streams)
}

fn record(stream: &mut Vec<u8>, kind: u16, content: &[u8]) {
    stream.extend(kind.to_le_bytes());
    stream.extend((content.len() as u16).to_le_bytes());
    stream.extend(content);
}

/// The format of months among those of cells.
const MONTH: u8 = 16;

/// Letters after how many bytes each takes: one where that will do.
fn letters(text: &str) -> Vec<u8> {
    if text.chars().all(|it| it < '\u{100}') {
        return [0].into_iter().chain(text.chars().map(|it| it as u8)).collect();
    }
    [1].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
}

fn length(text: &str) -> u16 {
    text.encode_utf16().count() as u16
}

fn stream(book: &Book) -> Vec<u8> {
    // Where all sheets, or the cells of one, begin.
    let start = |kind: u8| [0, 6, kind, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0];
    let mut stream = Vec::new();
    record(&mut stream, 0x809, &start(5));
    record(&mut stream, 0x22, &[0, 0]);
    // How cells may be shown: the last of these as a month.
    for format in [0; MONTH as usize].into_iter().chain([17]) {
        record(&mut stream, 0xe0, &[&[0, 0, format][..], &[0; 17]].concat());
    }
    let names = || book.others.iter().chain([&book.sheet]);
    let mut starts = Vec::new();
    for name in names() {
        starts.push(stream.len() + 4);
        let length = length(name) as u8;
        record(&mut stream, 0x85, &[&[0, 0, 0, 0, 0, 0, length][..], &letters(name)].concat());
    }
    let texts: Vec<&String> = book
        .cells
        .values()
        .filter_map(|it| if let Cell::Text(it) = it { Some(it) } else { None })
        .collect();
    shared(&mut stream, &texts);
    record(&mut stream, 0x0a, &[]);
    for (sheet, place) in names().zip(starts) {
        let here = stream.len() as u32;
        stream[place..place + 4].copy_from_slice(&here.to_le_bytes());
        record(&mut stream, 0x809, &start(16));
        if *sheet == book.sheet {
            cells(&mut stream, book, &texts);
        }
        record(&mut stream, 0x0a, &[]);
    }
    stream
}

/// The texts of all cells, in records of up to 300 bytes: in the midst of a text, what goes on in the
/// next says once more how many bytes a letter takes.
fn shared(stream: &mut Vec<u8>, texts: &[&String]) {
    let count = (texts.len() as u32).to_le_bytes();
    let mut parts = vec![[count, count].concat()];
    for text in texts {
        let letters = letters(text);
        let (wide, letters) = (letters[0], &letters[1..]);
        let step = usize::from(wide) + 1;
        // Every third is formatted in two places.
        let runs: &[u8] = if text.len() % 3 == 0 { &[2, 0] } else { &[] };
        let kind = wide | if runs.is_empty() { 0 } else { 8 };
        let head = [&length(text).to_le_bytes()[..], &[kind], runs].concat();
        if parts.last().unwrap().len() + head.len() + step > 300 {
            parts.push(Vec::new());
        }
        parts.last_mut().unwrap().extend(head);
        for letter in letters.chunks(step) {
            if parts.last().unwrap().len() + step > 300 {
                parts.push(vec![wide]);
            }
            parts.last_mut().unwrap().extend(letter);
        }
        parts.last_mut().unwrap().extend(vec![0; runs.len() * 4]);
    }
    for (place, part) in parts.iter().enumerate() {
        record(stream, if place == 0 { 0xfc } else { 0x3c }, part);
    }
}

/// Four bytes for a number, where they will do.
fn short(number: f64) -> Option<u32> {
    let whole = |it: f64| (it == it.trunc() && it.abs() < 5e8).then_some(((it as i32) << 2) as u32);
    whole(number).map(|it| it | 2).or_else(|| {
        let hundredths = (number * 100.0).round();
        (hundredths / 100.0 == number).then(|| whole(hundredths)).flatten().map(|it| it | 3)
    })
}

fn cells(stream: &mut Vec<u8>, book: &Book, texts: &[&String]) {
    for column in &book.hidden_columns {
        let column = column.to_le_bytes();
        record(stream, 0x7d, &[&column[..], &column, &[0, 8, 15, 0, 1, 0, 0, 0]].concat());
    }
    for row in &book.hidden_rows {
        let row = (*row as u16).to_le_bytes();
        record(
            stream,
            0x208,
            &[&row[..], &[0, 0, 20, 0, 255, 0, 0, 0, 0, 0, 0x20, 1, 15, 0]].concat(),
        );
    }
    let mut text = 0_u32;
    let mut left = book.cells.iter().peekable();
    while let Some((&(row, column), cell)) = left.next() {
        let format = if matches!(cell, Cell::Date(_)) { MONTH } else { MONTH - 1 };
        let place = [(row as u16).to_le_bytes(), column.to_le_bytes(), [format, 0]].concat();
        let formula = |result: &[u8], flags: u8| {
            // A reference to A1.
            [&place[..], result, &[flags, 0, 0, 0, 0, 0], &[5, 0, 0x44, 0, 0, 0, 0xc0]].concat()
        };
        match cell {
            Cell::Text(it) => {
                assert_eq!(texts[text as usize], it);
                let own = [&place[..], &length(it).to_le_bytes(), &letters(it)].concat();
                // Some programs write texts where they stand.
                match text % 5 {
                    1 => record(stream, 0x204, &own),
                    3 => record(stream, 0xd6, &[&own[..], &[1, 0, 0, 0, 0, 0]].concat()),
                    _ => record(stream, 0xfd, &[&place[..], &text.to_le_bytes()].concat()),
                }
                text += 1;
            }
            Cell::Number(it) | Cell::Date(it) => {
                // As many of a row as follow one another go into one record.
                let mut numbers = Vec::from_iter(short(*it));
                while let Some((_, Cell::Number(it))) = left.next_if(|(at, cell)| {
                    let next = column + numbers.len() as u16;
                    let fits = matches!(cell, Cell::Number(it) if short(*it).is_some());
                    !numbers.is_empty() && **at == (row, next) && fits
                }) {
                    numbers.extend(short(*it));
                }
                match numbers.as_slice() {
                    [] => record(stream, 0x203, &[&place[..], &it.to_le_bytes()].concat()),
                    [one] => record(stream, 0x27e, &[&place[..], &one.to_le_bytes()].concat()),
                    all => {
                        let mut content = place[..4].to_vec();
                        for it in all {
                            content.extend([15, 0]);
                            content.extend(it.to_le_bytes());
                        }
                        content.extend((column + all.len() as u16 - 1).to_le_bytes());
                        record(stream, 0xbd, &content);
                    }
                }
            }
            Cell::Formula(it) => record(stream, 0x06, &formula(&it.to_le_bytes(), 0)),
            Cell::TextFormula(it) => {
                record(stream, 0x06, &formula(&[0, 0, 0, 0, 0, 0, 255, 255], 0));
                let length = length(it).to_le_bytes();
                record(stream, 0x207, &[&length[..], &letters(it)].concat());
            }
            Cell::NotCalculated => record(stream, 0x06, &formula(&[0; 8], 3)),
            Cell::Error("#REF!") => {
                record(stream, 0x06, &formula(&[2, 0, 0x17, 0, 0, 0, 255, 255], 0));
            }
            Cell::Error("#DIV/0!") => record(stream, 0x205, &[&place[..], &[7, 1]].concat()),
            Cell::Error(other) => panic!("no code for {other}"),
        }
    }
    for &(first, last) in &book.merged {
        let ends = [first.to_le_bytes(), last.to_le_bytes()].concat();
        record(stream, 0xe5, &[&[1, 0, 6, 0, 6, 0][..], &ends].concat());
    }
}

/// What a file says of itself: when it was last saved.
fn properties(day: Date) -> Vec<u8> {
    let months = day.month.since("1970-01".parse().unwrap());
    let before = (0..months).map(|it| u64::from(days_in(day.month.plus(it - months))));
    let days = 134_774 + before.sum::<u64>() + u64::from(day.day.unwrap()) - 1;
    let time = days * 864_000_000_000 + 330_000_000_000;
    let words =
        |words: &[u32]| -> Vec<u8> { words.iter().flat_map(|it| it.to_le_bytes()).collect() };
    // A code page, the time, its author.
    let section = [
        words(&[60, 3, 1, 32, 13, 40, 4, 52, 2, 1252, 64]),
        time.to_le_bytes()[..].to_vec(),
        words(&[30, 4]),
    ]
    .concat();
    let head = [words(&[0xfffe, 0x20105, 0, 0, 0, 0, 1]), vec![7; 16], words(&[48])].concat();
    [head, section, b"SBP\0".to_vec()].concat()
}

const END: u32 = 0xffff_fffe;
const FREE: u32 = 0xffff_ffff;

/// The older container of Office files, with some streams. Those below 4096 bytes share one.
pub fn container(streams: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let small = |content: &[u8]| content.len() < 4096;
    let mut sectors: Vec<Vec<u8>> = Vec::new();
    let mut next: Vec<u32> = Vec::new();
    let mut put = |content: &[u8]| -> u32 {
        let start = sectors.len() as u32;
        for part in content.chunks(512) {
            let mut part = part.to_vec();
            part.resize(512, 0);
            sectors.push(part);
            next.push(sectors.len() as u32);
        }
        if let Some(last) = next.last_mut().filter(|_| !content.is_empty()) {
            *last = END;
        }
        if content.is_empty() { END } else { start }
    };
    // The small ones first.
    let (mut shared, mut next_small) = (Vec::new(), Vec::<u8>::new());
    let mut entries = Vec::new();
    for (name, content) in streams {
        let start = if small(content) {
            let start = shared.len() / 64;
            let parts = content.len().div_ceil(64);
            for part in 1..=parts {
                let after = if part == parts { END } else { (start + part) as u32 };
                next_small.extend(after.to_le_bytes());
            }
            shared.extend(content);
            shared.resize(shared.len().next_multiple_of(64), 0);
            start as u32
        } else {
            put(content)
        };
        entries.push((*name, 2, start, content.len()));
    }
    entries.insert(0, ("Root Entry", 5, put(&shared), shared.len()));
    next_small.resize(next_small.len().next_multiple_of(512), 0xff);
    let small_table = put(&next_small);
    let mut directory = Vec::new();
    for (place, (name, kind, start, length)) in entries.iter().enumerate() {
        let mut entry = vec![0; 128];
        for (letter, unit) in name.encode_utf16().enumerate() {
            entry[letter * 2..letter * 2 + 2].copy_from_slice(&unit.to_le_bytes());
        }
        entry[64] = (name.len() * 2 + 2) as u8;
        entry[66] = *kind;
        entry[67] = 1;
        // The first is the root of a tree of the others, each to the right of the one before.
        let right = if place > 0 && place + 1 < entries.len() { place as u32 + 1 } else { FREE };
        let child = if place == 0 && entries.len() > 1 { 1 } else { FREE };
        for (at, value) in
            [(68, FREE), (72, right), (76, child), (116, *start), (120, *length as u32)]
        {
            entry[at..at + 4].copy_from_slice(&value.to_le_bytes());
        }
        directory.extend(entry);
    }
    let directory = put(&directory);
    let tables = (1..).find(|it| it * 128 >= next.len() + it).unwrap();
    let first_table = next.len();
    next.resize(first_table + tables, 0xffff_fffd);
    next.resize(tables * 128, FREE);

    let mut file = vec![0; 512];
    file[..8].copy_from_slice(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    file[24..34].copy_from_slice(&[0x3e, 0, 3, 0, 0xfe, 0xff, 9, 0, 6, 0]);
    file[76..].fill(0xff);
    let table_places = (0..tables).map(|it| (76 + it * 4, (first_table + it) as u32));
    let small_tables = (next_small.len() / 512) as u32;
    let fields = [
        (44, tables as u32),
        (48, directory),
        (56, 4096),
        (60, small_table),
        (64, small_tables),
        (68, END),
        (72, 0),
    ];
    for (at, value) in fields.into_iter().chain(table_places) {
        file[at..at + 4].copy_from_slice(&value.to_le_bytes());
    }
    file.extend(sectors.concat());
    file.extend(next.iter().flat_map(|it| it.to_le_bytes()));
    file
}
