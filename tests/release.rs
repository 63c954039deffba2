//! What the State Bank publishes comes into the data as it is, or not at all.

#![allow(clippy::unwrap_used, reason = "helpers of tests, outside them")]

mod book;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use book::{Book, Cell, Folder, at, date, import, propose};
use it_exports::data::package;
use it_exports::release::diff::{self, State};
use it_exports::release::propose::{self as proposal, Figure, Standing};
use it_exports::release::refusal;
use it_exports::release::workbook::Allowed;
use it_exports::release::write;
use proptest::prelude::*;

fn allowed() -> Allowed {
    Allowed::default()
}

/// What is said of a workbook, with the name of its file left out.
fn refusals(book: &Book) -> Vec<String> {
    let data = Folder::data();
    let files = Folder::empty();
    let file = files.0.join("dt.xlsx");
    book.save(&file);
    refused(&data, &file)
}

fn refused(data: &Folder, file: &Path) -> Vec<String> {
    let before = data.bytes();
    let refusals = import(&data.0, file, &allowed()).err().unwrap_or_default();
    assert_eq!(before, data.bytes(), "nothing is written");
    refusal::lines(&refusals).iter().map(|it| it.replace("dt.xlsx:", "")).collect()
}

fn added(book: &Book) -> Vec<String> {
    let (data, files) = (Folder::data(), Folder::empty());
    let file = files.0.join("dt.xlsx");
    book.save(&file);
    let (standing, proposal) = propose(&data.0, &file, &allowed(), "2026-09-17").unwrap();
    let outcome = proposal.outcome(&standing).unwrap();
    let change = outcome.changes.iter().find(|it| it.file == "observations.csv").unwrap();
    let old: Vec<&str> = change.old.lines().collect();
    change.new.lines().filter(|it| !old.contains(it)).map(str::to_owned).collect()
}

#[test]
fn a_new_edition_becomes_a_vintage() {
    let added = added(&Book::good());
    // Five periods of 16 lines, and July 2025 of each: its two months less August.
    assert_eq!(added.len(), 96);
    for row in [
        "total,2025-07,2025-07,318.013,derived,2026-09-17,sbp-tis-2026-08,652.763 minus 334.75",
        "total,2025-07,2025-08,652.763,revised,2026-09-17,sbp-tis-2026-08,",
        "total,2026-08,2026-08,418.438,provisional,2026-09-17,sbp-tis-2026-08,",
        "total,2026-07,2026-07,401.7,revised,2026-09-17,sbp-tis-2026-08,",
        "computer.freelance,2025-08,2025-08,75,final,2026-09-17,sbp-tis-2026-08,",
        "all_services,2026-07,2026-08,1715.001,provisional,2026-09-17,sbp-tis-2026-08,",
        "other_business.freelance,2026-08,2026-08,25,provisional,2026-09-17,sbp-tis-2026-08,",
    ] {
        assert!(added.iter().any(|it| it == row), "{row}");
    }
}

#[test]
fn headings_are_read_in_every_form() {
    let expected = added(&Book::good());
    for (forms, what) in [
        (["Aug-25", "Jul-26 (R)", "Aug-26 (P)", "Jul-Aug, FY26", "Jul-Aug, FY27 (P)"], "text"),
        (
            [
                "August 2025",
                "July 2026 (Revised)",
                "Aug, 2026 P",
                "July-August FY2026",
                "Jul–Aug 2026-27 (P)",
            ],
            "in full",
        ),
        (
            ["2025-08", "2026-07 R", "Aug'26(P)", "Jul - Aug, FY2025-26", "JUL-AUG, FY27(P)"],
            "others",
        ),
    ] {
        let mut book = Book::good();
        for (cell, form) in ["C7", "F7", "I7", "L7", "O7"].into_iter().zip(forms) {
            book.text(cell, form);
        }
        assert_eq!(added(&book), expected, "{what}");
    }
}

#[test]
fn lines_are_found_by_their_codes_and_columns_by_their_headings() {
    let expected = added(&Book::good());
    // A line, a column and a period more than usual.
    let mut book = Book::good();
    book.cells =
        book.cells.into_iter().map(|((row, column), it)| ((row + 3, column + 2), it)).collect();
    assert_eq!(added(&book), expected);

    let mut book = Book::good();
    for (row, label) in [(9, "SERVICES"), (18, "9.2.2. Software  consultancy-services")] {
        book.text(&format!("B{row}"), label);
    }
    assert_eq!(added(&book), expected);
}

#[test]
fn what_is_not_available_is_missing() {
    let mut book = Book::good();
    book.not_available(10, 2);
    let added = added(&book);
    assert_eq!(added.len(), 95);
    assert!(!added.iter().any(|it| it.starts_with("computer.freelance,2026-08,2026-08")));
}

/// What is wrong and how it came about.
type Case = (&'static str, Box<dyn Fn(&mut Book)>);

fn case(name: &'static str, change: impl Fn(&mut Book) + 'static) -> Case {
    (name, Box::new(change))
}

fn cases() -> Vec<Case> {
    vec![
        case("no title", |it| it.text("B2", "Trade in Goods")),
        case("another table", |it| it.text("B3", "Balance of payments")),
        case("a sheet renamed", |it| it.sheet = "Sheet1".to_owned()),
        case("millions", |it| it.text("L6", "(Amount in Million US$)")),
        case("rupees", |it| it.text("L6", "(Amount in Thousand Rupees)")),
        case("no unit", |it| it.clear("L6")),
        case("millions all the same", |it| it.scale(0.001)),
        case("dollars all the same", |it| it.scale(1000.0)),
        case("no credit at all", |it| {
            for column in ["C", "F", "I", "L", "O"] {
                it.text(&format!("{column}8"), "Exports");
            }
        }),
        case("one credit missing", |it| it.clear("I8")),
        case("one credit twice", |it| it.text("J8", "Credit")),
        case("a column of another kind", |it| it.text("K8", "Growth")),
        case("debit before credit", |it| it.swap("I8", "J8")),
        case("a heading missing", |it| it.clear("I7")),
        case("the first heading missing", |it| it.clear("C7")),
        case("a heading that is no period", |it| it.text("I7", "Latest")),
        case("a heading without its fiscal year", |it| it.text("L7", "Jul-Aug 2025")),
        case("a heading that is a number", |it| it.number("I7", 46.0)),
        case("a period twice", |it| it.text("I7", "Jul-26 (P)")),
        case("a period to come", |it| it.text("I7", "Aug-27 (P)")),
        case("only totals", |it| {
            it.text("C7", "Jul-Sep, FY25");
            it.text("F7", "Jul-Oct, FY25");
            it.text("I7", "Jul-Nov, FY25");
        }),
        case("an edition left out", |it| {
            for (cell, form) in ["C7", "F7", "I7", "L7", "O7"].into_iter().zip([
                "Sep-25",
                "Jun-26 (R)",
                "Sep-26 (P)",
                "Jul-Sep, FY26",
                "Jul-Sep, FY27 (P)",
            ]) {
                it.text(cell, form);
            }
        }),
        case("a line missing", |it| it.clear("B21")),
        case("a line twice", |it| it.text("B28", "9.2.4 Export / Import of Computer Software")),
        case("a new line", |it| it.text("B28", "9.2.7 Cloud services")),
        case("a label changed", |it| it.text("B18", "9.2.2 Cyber security services")),
        case("labels swapped", |it| it.swap("B17", "B18")),
        case("codes swapped with their labels", |it| {
            it.text("B17", "9.2.2 Software consultancy services");
            it.text("B18", "9.2.1 Hardware consultancy services");
        }),
        case("parts that do not add up", |it| it.credit(4, 2, 12_500.0)),
        case("parts of a total to date that do not add up", |it| it.credit(11, 4, 261_700.0)),
        case("a sign reversed", |it| it.credit(3, 2, -37_500.0)),
        case("a digit changed", |it| it.number("I18", 18_750.0)),
        case("a column shifted", |it| it.shift(8..28, 8)),
        case("a line shifted", |it| it.shift(17..18, 2)),
        case("an empty cell", |it| it.clear("I21")),
        case("a number as text", |it| it.text("I21", "93,750.0")),
        case("words for a number", |it| it.text("I21", "see note 4")),
        case("a total that is not available", |it| it.not_available(1, 2)),
        case("a month above its year", |it| {
            for (item, credit) in book::CREDITS.into_iter().enumerate() {
                it.credit(item, 4, credit);
            }
        }),
        case("services below a part", |it| it.credit(0, 2, 300_000.0)),
        case("a jump", |it| {
            for (item, more) in [(1, 260_000.0), (5, 260_000.0), (7, 260_000.0)] {
                it.credit(item, 2, book::CREDITS[item] * 1.25 + more);
                it.credit(item, 4, book::CREDITS[item] * 2.45 + more);
            }
        }),
    ]
}

/// What is wrong, and all that is said of it.
const SAID: &str = r#"
# no title
EBOPS: the sheet is not headed "Trade in Services" with "EBOPS": import the State Bank's workbook of that name
# another table
EBOPS: the sheet is not headed "Trade in Services" with "EBOPS": import the State Bank's workbook of that name
# a sheet renamed
 no sheet is called "EBOPS", but "Index", "Sheet1": if the State Bank has renamed its sheet, say so with --sheet; otherwise this is another workbook
# millions
EBOPS!L6: the unit is "(Amount in Million US$)" where thousands of US dollars are expected: import the edition in thousands, or have a developer add the unit
# rupees
EBOPS!L6: the unit is "(Amount in Thousand Rupees)" where thousands of US dollars are expected: import the edition in thousands, or have a developer add the unit
# no unit
EBOPS: no unit such as "(Amount in Thousand US$)" stands above the table: see whether this is the State Bank's own workbook
# millions all the same
EBOPS!C12: the total is US$ 0.335 million a month, and lately it was 326.762: the sheet's unit is wrong, or the line is another; compare with the State Bank's own file
EBOPS!F12: the total is US$ 0.402 million a month, and lately it was 388.457: the sheet's unit is wrong, or the line is another; compare with the State Bank's own file
EBOPS!I12: the total is US$ 0.418 million a month, and lately it was 388.457: the sheet's unit is wrong, or the line is another; compare with the State Bank's own file
  … and 2 more like this
# dollars all the same
EBOPS!L9: 1365000780 thousand US dollars is more than exports can be: the unit is not what the sheet says, or the figure was changed
EBOPS!N9: 1228500702 thousand US dollars is more than exports can be: the unit is not what the sheet says, or the figure was changed
EBOPS!O9: 1715000980.0000002 thousand US dollars is more than exports can be: the unit is not what the sheet says, or the figure was changed
  … and 1 more like this
# no credit at all
EBOPS: no column is headed "Credit", which is what exports are called: see whether the State Bank has changed its table
# one credit missing
EBOPS!I7: the period does not have Credit exactly once; Credit, Debit and Net are expected under each: see whether the State Bank has changed its table
# one credit twice
EBOPS!I7: the period does not have Credit exactly once; Credit, Debit and Net are expected under each: see whether the State Bank has changed its table
# a column of another kind
EBOPS!K8: the column is called "Growth" where Credit, Debit or Net is expected: see whether columns were shifted
# debit before credit
EBOPS!K9: Net is 787500 where Credit less Debit is -787500: columns were shifted or swapped, or a figure was changed; compare with the State Bank's own file
EBOPS!K12: Net is 376594 where Credit less Debit is -376594: columns were shifted or swapped, or a figure was changed; compare with the State Bank's own file
EBOPS!K13: Net is 54000 where Credit less Debit is -54000: columns were shifted or swapped, or a figure was changed; compare with the State Bank's own file
  … and 13 more like this
# a heading missing
EBOPS!F7: the period does not have Credit exactly once; Credit, Debit and Net are expected under each: see whether the State Bank has changed its table
# the first heading missing
EBOPS!C7: the column has no period above it: correct the heading in a copy of the workbook
# a heading that is no period
EBOPS!I7: "Latest" is not a period: expected is a month (a date, Jan-26, January 2026) or a total from July on (Jul-Feb, FY26), and then (R) or (P) or nothing: correct the heading in a copy if it is a slip
# a heading without its fiscal year
EBOPS!L7: "Jul-Aug 2025" is not a period: expected is a month (a date, Jan-26, January 2026) or a total from July on (Jul-Feb, FY26), and then (R) or (P) or nothing: correct the heading in a copy if it is a slip
# a heading that is a number
EBOPS!I7: "46" is not a period: expected is a month (a date, Jan-26, January 2026) or a total from July on (Jul-Feb, FY26), and then (R) or (P) or nothing: correct the heading in a copy if it is a slip
# a period twice
EBOPS!I7: the period is that of EBOPS!F7 already: one of the two headings is wrong; correct it in a copy of the workbook
# a period to come
EBOPS!I7: 2027-08 is not over yet: one year or month in the heading is wrong, or this machine's date is
# only totals
EBOPS: no column is a single month: see whether this is the monthly workbook
# an edition left out
EBOPS!C7: the record ends in 2026-07, and 2026-08 is in no column: import the edition that has 2026-08 first
# a line missing
EBOPS: there is no line 9.2.5 (Freelance of Computer and Information Services): see whether the State Bank has taken it out or renumbered it; then a developer has to follow
# a line twice
EBOPS!B28: the line 9.2.4 stands in EBOPS!B20 already: see which of the two is right, and delete the other in a copy of the workbook
# a new line
EBOPS!B28: the line 9.2.7 is new, and sectors.csv has no sector for it: a developer has to add it first
# a label changed
EBOPS!B18: the line 9.2.2 is called "Cyber security services" where "Software consultancy services" is expected: if it means the same, repeat with --renamed 9.2.2
# labels swapped
EBOPS!C18: hardware consultancy is 95 and software consultancy 0.3 (US$ million), and it is always far less: the two lines are swapped; correct them in a copy of the workbook
EBOPS!F18: hardware consultancy is 114 and software consultancy 0.36 (US$ million), and it is always far less: the two lines are swapped; correct them in a copy of the workbook
EBOPS!I18: hardware consultancy is 118.75 and software consultancy 0.375 (US$ million), and it is always far less: the two lines are swapped; correct them in a copy of the workbook
  … and 2 more like this
# codes swapped with their labels
EBOPS!C18: hardware consultancy is 95 and software consultancy 0.3 (US$ million), and it is always far less: the two lines are swapped; correct them in a copy of the workbook
EBOPS!F18: hardware consultancy is 114 and software consultancy 0.36 (US$ million), and it is always far less: the two lines are swapped; correct them in a copy of the workbook
EBOPS!I18: hardware consultancy is 118.75 and software consultancy 0.375 (US$ million), and it is always far less: the two lines are swapped; correct them in a copy of the workbook
  … and 2 more like this
# parts that do not add up
EBOPS!I13: the parts of 9.1 add up to 50, not 60 (US$ million): a figure is wrong or a line has moved; compare with the State Bank's own file
# parts of a total to date that do not add up
EBOPS!O16: the parts of 9.2 add up to 801.558, not 701.558 (US$ million): a figure is wrong or a line has moved; compare with the State Bank's own file
# a sign reversed
EBOPS!I14: -37500 is negative, which exports cannot be: see whether a sign or a column was swapped
# a digit changed
EBOPS!K18: Net is 106875 where Credit less Debit is 6875: columns were shifted or swapped, or a figure was changed; compare with the State Bank's own file
# a column shifted
EBOPS!I9: the cell is empty where a number is expected: see whether a column or a line was shifted
EBOPS!N9: Net is 136500 where Credit less Debit is -577500: columns were shifted or swapped, or a figure was changed; compare with the State Bank's own file
EBOPS!Q9: Net is 171500 where Credit less Debit is -486500: columns were shifted or swapped, or a figure was changed; compare with the State Bank's own file
EBOPS!I12: the cell is empty where a number is expected: see whether a column or a line was shifted
EBOPS!N12: Net is 65276 where Credit less Debit is -276169: columns were shifted or swapped, or a figure was changed; compare with the State Bank's own file
  … and 27 more like this
EBOPS!I13: the cell is empty where a number is expected: see whether a column or a line was shifted
  … and 13 more like this
# a line shifted
EBOPS!C18: the cell is empty where a number is expected: see whether a column or a line was shifted
EBOPS!H18: Net is 11400 where Credit less Debit is -28500: columns were shifted or swapped, or a figure was changed; compare with the State Bank's own file
EBOPS!K18: Net is 11875 where Credit less Debit is -16150: columns were shifted or swapped, or a figure was changed; compare with the State Bank's own file
EBOPS!N18: Net is 18525 where Credit less Debit is -78375: columns were shifted or swapped, or a figure was changed; compare with the State Bank's own file
  … and 1 more like this
# an empty cell
EBOPS!I21: the cell is empty where a number is expected: see whether a column or a line was shifted
# a number as text
EBOPS!I21: "93,750.0" is text where a number is expected: see what the State Bank's own file has there
# words for a number
EBOPS!I21: "see note 4" is text where a number is expected: see what the State Bank's own file has there
# a total that is not available
EBOPS!I12: the total is not available (N/A), and without it there is nothing to add: wait for the next edition
# a month above its year
EBOPS!F9: 840 is more than 700, the total of 2026-07..2026-08 (US$ million): one of the two is wrong; compare with the State Bank's own file
EBOPS!I9: 875.001 is more than 700, the total of 2026-07..2026-08 (US$ million): one of the two is wrong; compare with the State Bank's own file
EBOPS!F12: 401.7 is more than 334.75, the total of 2026-07..2026-08 (US$ million): one of the two is wrong; compare with the State Bank's own file
  … and 29 more like this
# services below a part
EBOPS!I12: item 9 is 418.438 and all services 300 (US$ million), of which it is a part: a line has moved; compare with the State Bank's own file
# a jump
EBOPS!I12: +103% on the year before (334.75): compare with the State Bank's own file; if it is printed so, repeat with --as-published total
EBOPS!O12: +65% on the year before (652.763): compare with the State Bank's own file; if it is printed so, repeat with --as-published total
EBOPS!I16: +116% on the year before (286.35): compare with the State Bank's own file; if it is printed so, repeat with --as-published computer
EBOPS!O16: +72% on the year before (558.383): compare with the State Bank's own file; if it is printed so, repeat with --as-published computer
EBOPS!I18: +299% on the year before (95): compare with the State Bank's own file; if it is printed so, repeat with --as-published computer.software_consultancy
EBOPS!O18: +166% on the year before (185.25): compare with the State Bank's own file; if it is printed so, repeat with --as-published computer.software_consultancy
"#;

#[test]
fn what_does_not_look_right_is_refused() {
    let mut found = String::from("\n");
    for (name, change) in cases() {
        let mut book = Book::good();
        change(&mut book);
        let refusals = refusals(&book);
        assert!(!refusals.is_empty(), "{name} is refused");
        found.push_str(&format!("# {name}\n{}\n", refusals.join("\n")));
    }
    assert!(found == SAID, "{found}");
    assert!(cases().len() >= 40);
}
