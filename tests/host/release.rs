//! What the State Bank publishes comes into the data as it is, or not at all.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use it_exports::calendar::{Month, Span};
use it_exports::data::{Amount, SectorId, Status, package};
use it_exports::dataset_cli::diff::{self, Snapshot};
use it_exports::dataset_cli::propose::{self as proposal, Figure, Proposal, Standing};
use it_exports::dataset_cli::refusal;
use it_exports::dataset_cli::workbook::Allowed;
use it_exports::dataset_cli::write::write;
use it_exports::package_text::TERMS;
use proptest::prelude::*;

use crate::support::book::{self, Book, Cell, Folder, at, import, propose, source};
use crate::support::date;
use crate::support::xls::container;

fn allowed() -> Allowed {
    Allowed::default()
}

/// The two forms of a file.
const FORMS: [&str; 2] = ["dt.xlsx", "dt.xls"];

/// What is said of a workbook, in both forms, with the name of its file left out.
fn refusals(book: &Book) -> Vec<String> {
    let data = Folder::data();
    let files = Folder::empty();
    let [newer, older] = FORMS.map(|name| {
        let file = files.0.join(name);
        book.save(&file);
        let refusals = refused(&data, &file);
        refusals.iter().map(|it| it.replace(&format!("{name}:"), "")).collect::<Vec<String>>()
    });
    assert_eq!(newer, older);
    newer
}

fn refused(data: &Folder, file: &Path) -> Vec<String> {
    let before = data.bytes();
    let refusals = import(&data.0, file, &allowed()).err().unwrap_or_default();
    assert_eq!(before, data.bytes(), "nothing is written");
    refusal::lines(&refusals)
}

/// The rows that a workbook adds, in both forms.
fn added(book: &Book) -> Vec<String> {
    let (data, files) = (Folder::data(), Folder::empty());
    let [newer, older] = FORMS.map(|name| {
        let file = files.0.join(name);
        book.save(&file);
        let (standing, proposal) = propose(&data.0, &file, &allowed(), "2026-09-17").unwrap();
        let outcome = proposal.outcome(&standing).unwrap();
        let change = outcome.changes.iter().find(|it| it.file == "observations.csv").unwrap();
        let old: Vec<&str> = change.old.lines().collect();
        let new = change.new.lines().filter(|it| !old.contains(it));
        new.map(str::to_owned).collect::<Vec<String>>()
    });
    assert_eq!(newer, older);
    newer
}

#[test]
fn a_new_edition_becomes_a_vintage() {
    let added = added(&Book::good());
    // Five periods of 16 lines, and July 2025 of each: its two months less August.
    assert_eq!(added.len(), 96);
    for row in [
        "total,2025-07,2025-07,353.998,derived,2026-09-17,sbp-tis-2026-08,688.748 minus 334.75",
        "total,2025-07,2025-08,688.748,revised,2026-09-17,sbp-tis-2026-08,",
        "total,2026-08,2026-08,418.438,provisional,2026-09-17,sbp-tis-2026-08,",
        "total,2026-07,2026-07,401.7,revised,2026-09-17,sbp-tis-2026-08,",
        "computer.freelance,2025-08,2025-08,75,final,2026-09-17,sbp-tis-2026-08,",
        "all_services,2026-07,2026-08,1862.001,provisional,2026-09-17,sbp-tis-2026-08,",
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
        book.headings(forms);
        assert_eq!(added(&book), expected, "{what}");
    }
}

#[test]
fn lines_are_found_by_their_codes_and_columns_by_their_headings() {
    let expected = added(&Book::good());
    // A line, a column and a period more than usual.
    let mut book = Book::good();
    book.saved = book.saved();
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
    book.without(10, 2);
    book.raise(10, 4, -book::CREDITS[10] * 1.25);
    let added = added(&book);
    assert_eq!(added.len(), 95);
    assert!(!added.iter().any(|it| it.starts_with("computer.freelance,2026-08,2026-08")));
}

/// Freelance work has lines of its own since July 2024; until then other lines held it.
#[test]
fn an_older_edition_has_no_lines_for_freelance_work() {
    let older = || {
        let mut book = Book::good();
        book.scale(0.6);
        book.headings(["Aug-22", "Jul-23 (R)", "Aug-23 (P)", "Jul-Aug, FY23", "Jul-Aug, FY24 (P)"]);
        book.clear("B21");
        book.clear("B28");
        for (period, factor) in book::FACTORS.into_iter().enumerate() {
            let credit = |item: usize| 0.6 * factor * book::CREDITS[item];
            book.credit(11, period, credit(10) + credit(11));
            // 10.3.6
            book.set(29, period, 0.6 * factor * 410_000.0);
        }
        book
    };
    let mut book = older();
    let (data, files) = (Folder::data(), Folder::empty());
    let file = files.0.join("dt.xlsx");
    book.save(&file);
    let rows = |data: &Folder| data.text("observations.csv").lines().count();
    let before = rows(&data);
    let mut call = vec![
        "import",
        file.to_str().unwrap(),
        "--data",
        data.0.to_str().unwrap(),
        "--published",
        "2023-09-18",
        "--url",
        "https://sbp.example/dt.xls",
        "--yes",
    ];
    // Nothing of it is as it was printed then.
    let sectors = data.text("sectors.csv");
    let codes = sectors.lines().skip(1).map(|it| it.split(',').next().unwrap());
    for told in codes.chain(["2022-07..2022-08", "2023-07"]) {
        call.extend(["--as-published", told]);
    }
    let output = dataset(&call);
    let told = said(&output);
    let expected = "
  without the line 9.2.5, which editions before July 2024 may not have
  without the line 10.3.5, which editions before July 2024 may not have
";
    assert!(output.status.success() && told.contains(expected), "{told}");
    assert_eq!(rows(&data) - before, 14 * 6);
    let observations = data.text("observations.csv");
    let row = "computer.other,2023-08,2023-08,105.75,provisional,2023-09-18,sbp-tis-2023-08,";
    assert!(observations.lines().any(|it| it.starts_with(row)));
    let freelance = |it: &&str| it.contains("freelance") && it.contains("sbp-tis-2023-08");
    assert_eq!(observations.lines().find(freelance), None);

    // What the lines that are there leave out of their whole is still told.
    book.credit(11, 0, 0.6 * book::CREDITS[11]);
    let told = refusals(&book);
    let first = "EBOPS!C16: the parts of 9.2 add up to 126810, not 171810 (thousand US$): a figure is \
                 wrong or a line has moved; compare with the State Bank's own file";
    assert_eq!(told, [first]);
}

#[test]
fn in_july_the_month_is_the_year_to_date() {
    let mut book = Book::good();
    book.headings(["Jul-25", "Jun-26 (R)", "Jul-26 (P)", "Jul, FY26", "Jul, FY27 (P)"]);
    book.period(0, 1.05);
    book.period(3, 1.05);
    book.period(4, 1.25);
    let whole = added(&book);
    assert_eq!(whole.len(), 48);
    let row = "total,2026-07,2026-07,418.438,provisional,2026-09-17,sbp-tis-2026-07,";
    assert!(whole.iter().any(|it| it == row));
    // Without the totals, the same is told.
    let mut short = book.clone();
    short.cells.retain(|at, _| !(11..17).contains(&at.1) || at.0 < 6);
    assert_eq!(added(&short), whole);
    // With others, something is wrong.
    book.period(4, 1.3);
    let told = refusals(&book);
    let first = "EBOPS!O9: the months of 2026-07 add up to 950000.5, not 988000.52 (thousand US$): a \
                 figure is wrong or columns were swapped; compare with the State Bank's own file";
    assert_eq!(told[0], first);
}

#[test]
fn parts_that_rounding_drives_apart_are_taken_over_with_a_word() {
    let mut book = Book::good();
    for period in 0..5 {
        for (item, credit) in [(13, 1.4), (14, 1.4)] {
            let now = book::CREDITS[item] * book::FACTORS[period];
            let times = if period == 4 { 2.0 } else { 1.0 };
            book.raise(item, period, credit * times - now);
        }
    }
    let row = "information,2026-08,2026-08,0.003,provisional,2026-09-17,sbp-tis-2026-08,parts do not \
               add up: each is rounded";
    assert!(added(&book).iter().any(|it| it == row));
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
        case("a month of the year after", |it| it.text("I7", "Aug-27 (P)")),
        case("a month of the year before", |it| it.text("F7", "Jul-25 (R)")),
        case("the month before as a date", |it| {
            it.cells.insert(at("F7"), Cell::Date(46_203.0));
        }),
        case("another month", |it| it.text("C7", "Sep-25")),
        case("months swapped", |it| it.swap("F7", "I7")),
        case("a total of another length", |it| it.text("O7", "Jul-Sep, FY27 (P)")),
        case("a total of another year", |it| it.text("L7", "Jul-Aug, FY25")),
        case("totals swapped", |it| it.swap("L7", "O7")),
        case("a total for a month", |it| it.text("I7", "Aug, FY27 (P)")),
        case("only totals", |it| {
            it.text("C7", "Jul-Sep, FY25");
            it.text("F7", "Jul-Oct, FY25");
            it.text("I7", "Jul-Nov, FY25");
        }),
        case("an edition a month later", |it| {
            it.saved = it.saved();
            it.headings([
                "Sep-25",
                "Aug-26 (R)",
                "Sep-26 (P)",
                "Jul-Sep, FY26",
                "Jul-Sep, FY27 (P)",
            ]);
        }),
        case("an edition a month earlier", |it| {
            it.saved = it.saved();
            it.headings(["Jul-25", "Jun-26 (R)", "Jul-26 (P)", "Jul, FY26", "Jul, FY27 (P)"]);
            it.period(3, 1.0);
            it.period(4, 1.25);
        }),
        case("an edition a year earlier", |it| {
            it.saved = it.saved();
            it.headings([
                "Aug-24",
                "Jul-25 (R)",
                "Aug-25 (P)",
                "Jul-Aug, FY25",
                "Jul-Aug, FY26 (P)",
            ]);
        }),
        case("an edition left out", |it| {
            it.headings([
                "Oct-25",
                "Sep-26 (R)",
                "Oct-26 (P)",
                "Jul-Oct, FY26",
                "Jul-Oct, FY27 (P)",
            ]);
        }),
        case("a column less", |it| it.cells.retain(|at, _| at.0 < 6 || !(11..14).contains(&at.1))),
        case("only the months", |it| it.cells.retain(|at, _| at.0 < 6 || at.1 < 11)),
        case("a column more", |it| {
            it.text("R7", "FY26");
            for (from, to) in [(14, 17), (15, 18), (16, 19)] {
                for row in 7..30 {
                    let cell = it.cells.get(&(row, from)).cloned();
                    it.cells.extend(cell.map(|cell| ((row, to), cell)));
                }
            }
        }),
        case("a mark lost", |it| it.text("I7", "Aug-26")),
        case("a mark lost before", |it| it.text("F7", "Jul-26")),
        case("a mark of a total lost", |it| it.text("O7", "Jul-Aug, FY27")),
        case("marks swapped", |it| {
            it.text("F7", "Jul-26 (P)");
            it.text("I7", "Aug-26 (R)");
        }),
        case("marked in one of two places", |it| it.text("C7", "Aug-25 (R)")),
        case("the year before as provisional", |it| it.text("L7", "Jul-Aug, FY26 (P)")),
        case("a line missing", |it| it.clear("B21")),
        case("a line missing that is older", |it| it.clear("B18")),
        case("codes of another list", |it| {
            it.text("B21", "9.2.5 Other Computer services");
            it.clear("B22");
        }),
        case("a line twice", |it| it.text("B30", "9.2.4 Export / Import of Computer Software")),
        case("another line twice", |it| it.text("B10", "8. Charges for the use of property")),
        case("a new line", |it| it.text("B30", "9.2.7 Cloud services")),
        case("a label changed", |it| it.text("B18", "9.2.2 Cyber security services")),
        case("labels swapped", |it| it.swap("B17", "B18")),
        case("codes swapped with their labels", |it| {
            it.text("B17", "9.2.2 Software consultancy services");
            it.text("B18", "9.2.1 Hardware consultancy services");
        }),
        case("labels of two others swapped", |it| it.swap("B20", "B22")),
        case("a label of another line", |it| it.text("B29", "Other business services n.i.e.")),
        case("parts that do not add up", |it| it.credit(4, 2, 12_500.0)),
        case("parts that are off by thirty dollars", |it| it.credit(4, 2, 22_500.03)),
        case("parts of a total to date that do not add up", |it| it.credit(11, 4, 261_700.0)),
        case("freelance work outside item 9 that does not fit", |it| it.credit(15, 2, 25_100.0)),
        case("services above their parts", |it| it.credit(0, 2, 951_000.0)),
        case("payments above their parts", |it| {
            it.number("J11", 600.0);
            it.number("K11", 650.0);
        }),
        case("a total raised with its parts", |it| it.raise(7, 4, 2000.0)),
        case("a total lowered with its parts", |it| it.raise(7, 4, -2000.0)),
        case("a total of the year before below its month", |it| it.raise(7, 3, -110_000.0)),
        case("two columns swapped", |it| {
            it.period(0, 1.25);
            it.period(2, 1.0);
        }),
        case("two lines swapped", |it| {
            for column in ["I", "J", "K"] {
                it.swap(&format!("{column}18"), &format!("{column}21"));
            }
        }),
        case("hardware consultancy swapped with another line", |it| {
            for column in 'C'..='Q' {
                it.swap(&format!("{column}17"), &format!("{column}22"));
            }
        }),
        case("a sign reversed", |it| it.credit(3, 2, -37_500.0)),
        case("a digit changed", |it| it.number("I18", 18_750.0)),
        case("a column shifted", |it| it.shift(8..28, 8)),
        case("a line shifted", |it| it.shift(17..18, 2)),
        case("an empty cell", |it| it.clear("I21")),
        case("a number as text", |it| it.text("I21", "93,750.0")),
        case("words for a number", |it| it.text("I21", "see note 4")),
        case("a formula for a number as text", |it| it.text("I21", "=1+1")),
        case("a formula that was not calculated", |it| {
            it.cells.insert(at("I21"), Cell::NotCalculated);
        }),
        case("formulas that were not calculated", |it| {
            for row in 8..30 {
                for column in [4, 7, 10, 13, 16] {
                    it.cells.insert((row, column), Cell::NotCalculated);
                }
            }
        }),
        case("a formula that cannot be calculated", |it| {
            it.cells.insert(at("I21"), Cell::Error("#REF!"));
        }),
        case("a cell that is an error", |it| {
            it.cells.insert(at("J18"), Cell::Error("#DIV/0!"));
        }),
        case("a formula with an old value", |it| {
            it.cells.insert(at("K21"), Cell::Formula(1.0));
        }),
        case("a total that is not available", |it| it.without(1, 2)),
        case("a month above its year", |it| it.period(4, 1.0)),
        case("services below a part", |it| it.credit(0, 2, 300_000.0)),
        case("a label that is turned round", |it| {
            it.text("B18", "9.2.2 \u{202e}Software consultancy services");
        }),
        case("a heading with a letter that is not seen", |it| it.text("I7", "Aug-2\u{200b}6 (P)")),
        case("a control character", |it| it.text("B2", "Trade in Services\u{1b}[2J")),
        case("a figure far down", |it| it.number("C65536", 1.0)),
        case("a figure far to the right", |it| it.number("IV12", 1.0)),
        case("two sheets", |it| it.others = vec!["EBOPS".to_owned()]),
        case("a copy of the sheet", |it| {
            it.sheet = "EBOPS".to_owned();
            it.others = vec!["ebops (2)".to_owned()];
        }),
        case("a jump", |it| {
            it.raise(7, 2, 260_000.0);
            it.raise(7, 4, 260_000.0);
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
EBOPS!L9: 1563700823 thousand US dollars is more than exports can be: the unit is not what the sheet says, or the figure was changed
EBOPS!N9: 1407330740.7 thousand US dollars is more than exports can be: the unit is not what the sheet says, or the figure was changed
EBOPS!O9: 1862000980.0000002 thousand US dollars is more than exports can be: the unit is not what the sheet says, or the figure was changed
  … and 3 more like this
# no credit at all
EBOPS: no column is headed "Credit", which is what exports are called: see whether the State Bank has changed its table
# one credit missing
EBOPS!I7: the period does not have Credit exactly once; Credit, Debit and Net are expected under each: see whether the State Bank has changed its table
# one credit twice
EBOPS!I7: the period does not have Credit exactly once; Credit, Debit and Net are expected under each: see whether the State Bank has changed its table
# a column of another kind
EBOPS!K8: the column is called "Growth" where Credit, Debit or Net is expected: see whether columns were shifted
# debit before credit
EBOPS!K9: Net is 855000.45 where Credit less Debit is -855000.45: columns were shifted or swapped, or a figure was changed; compare with the State Bank's own file
EBOPS!K10: Net is 750 where Credit less Debit is -750: columns were shifted or swapped, or a figure was changed; compare with the State Bank's own file
EBOPS!K11: Net is 750 where Credit less Debit is -750: columns were shifted or swapped, or a figure was changed; compare with the State Bank's own file
  … and 19 more like this
EBOPS!I21: Debit of 9.2.5 is a number where every edition has had N/A, as payments to freelancers are not counted: see whether two lines were swapped; if the State Bank's own file has it so, a developer has to follow
EBOPS!I28: Debit of 10.3.5 is a number where every edition has had N/A, as payments to freelancers are not counted: see whether two lines were swapped; if the State Bank's own file has it so, a developer has to follow
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
EBOPS!I7: the heading is "Jul-26 (P)" where the edition of 2026-08, which most headings belong to, has Aug-26 (P): compare with the State Bank's own file; if there the heading is so, correct it in a copy of the workbook
# a month of the year after
EBOPS!I7: the heading is "Aug-27 (P)" where the edition of 2026-08, which most headings belong to, has Aug-26 (P): compare with the State Bank's own file; if there the heading is so, correct it in a copy of the workbook
# a month of the year before
EBOPS!F7: the heading is "Jul-25 (R)" where the edition of 2026-08, which most headings belong to, has Jul-26 (R): compare with the State Bank's own file; if there the heading is so, correct it in a copy of the workbook
# the month before as a date
EBOPS!F7: the heading is "Jun-26" where the edition of 2026-08, which most headings belong to, has Jul-26 (R): compare with the State Bank's own file; if there the heading is so, correct it in a copy of the workbook
# another month
EBOPS!C7: the heading is "Sep-25" where the edition of 2026-08, which most headings belong to, has Aug-25 or Aug-25 (R): compare with the State Bank's own file; if there the heading is so, correct it in a copy of the workbook
# months swapped
EBOPS!F7: the heading is "Aug-26 (P)" where the edition of 2026-08, which most headings belong to, has Jul-26 (R): compare with the State Bank's own file; if there the heading is so, correct it in a copy of the workbook
EBOPS!I7: the heading is "Jul-26 (R)" where the edition of 2026-08, which most headings belong to, has Aug-26 (P): compare with the State Bank's own file; if there the heading is so, correct it in a copy of the workbook
# a total of another length
EBOPS!O7: the heading is "Jul-Sep, FY27 (P)" where the edition of 2026-08, which most headings belong to, has Jul-Aug, FY27 (P): compare with the State Bank's own file; if there the heading is so, correct it in a copy of the workbook
# a total of another year
EBOPS!L7: the heading is "Jul-Aug, FY25" where the edition of 2026-08, which most headings belong to, has Jul-Aug, FY26: compare with the State Bank's own file; if there the heading is so, correct it in a copy of the workbook
# totals swapped
EBOPS!L7: the heading is "Jul-Aug, FY27 (P)" where the edition of 2026-08, which most headings belong to, has Jul-Aug, FY26: compare with the State Bank's own file; if there the heading is so, correct it in a copy of the workbook
EBOPS!O7: the heading is "Jul-Aug, FY26" where the edition of 2026-08, which most headings belong to, has Jul-Aug, FY27 (P): compare with the State Bank's own file; if there the heading is so, correct it in a copy of the workbook
# a total for a month
EBOPS!I7: the heading is "Aug, FY27 (P)" where the edition of 2026-08, which most headings belong to, has Aug-26 (P): compare with the State Bank's own file; if there the heading is so, correct it in a copy of the workbook
# only totals
EBOPS!I7: the headings do not belong to one edition: expected are, side by side, the month a year before, the month before, the month, and the totals from July to it, last year's and this year's; compare with the State Bank's own file
# an edition a month later
EBOPS!I7: the headings are those of 2026-09, whose workbook is made in the month after, but the file was last saved on 2026-09-17: see which edition it is; if it is that of 2026-09, repeat with --edition 2026-09
# an edition a month earlier
EBOPS!I7: the headings are those of 2026-07, whose workbook is made in the month after, but the file was last saved on 2026-09-17: see which edition it is; if it is that of 2026-07, repeat with --edition 2026-07
# an edition a year earlier
EBOPS!I7: the headings are those of 2025-08, whose workbook is made in the month after, but the file was last saved on 2026-09-17: see which edition it is; if it is that of 2025-08, repeat with --edition 2025-08
# an edition left out
EBOPS!I7: 2026-10 is not over yet: one year or month in the heading is wrong, or this machine's date is
EBOPS!O7: 2026-07..2026-10 is not over yet: one year or month in the heading is wrong, or this machine's date is
# a column less
EBOPS: the edition of 2026-08 has 4 periods (Aug-25, Jul-26 (R), Aug-26 (P), Jul-Aug, FY27 (P)) where five are expected: the month a year before, the month before, the month, and the totals from July to it, last year's and this year's; see whether columns were added or lost
# only the months
EBOPS: the edition of 2026-08 has 3 periods (Aug-25, Jul-26 (R), Aug-26 (P)) where five are expected: the month a year before, the month before, the month, and the totals from July to it, last year's and this year's; see whether columns were added or lost
# a column more
EBOPS: the edition of 2026-08 has 6 periods (Aug-25, Jul-26 (R), Aug-26 (P), Jul-Aug, FY26, Jul-Aug, FY27 (P), FY26) where five are expected: the month a year before, the month before, the month, and the totals from July to it, last year's and this year's; see whether columns were added or lost
# a mark lost
EBOPS!I7: the heading is "Aug-26" where the edition of 2026-08, which most headings belong to, has Aug-26 (P): compare with the State Bank's own file; if there the heading is so, correct it in a copy of the workbook
# a mark lost before
EBOPS!F7: the heading is "Jul-26" where the edition of 2026-08, which most headings belong to, has Jul-26 (R): compare with the State Bank's own file; if there the heading is so, correct it in a copy of the workbook
# a mark of a total lost
EBOPS!O7: the heading is "Jul-Aug, FY27" where the edition of 2026-08, which most headings belong to, has Jul-Aug, FY27 (P): compare with the State Bank's own file; if there the heading is so, correct it in a copy of the workbook
# marks swapped
EBOPS!F7: the heading is "Jul-26 (P)" where the edition of 2026-08, which most headings belong to, has Jul-26 (R): compare with the State Bank's own file; if there the heading is so, correct it in a copy of the workbook
EBOPS!I7: the heading is "Aug-26 (R)" where the edition of 2026-08, which most headings belong to, has Aug-26 (P): compare with the State Bank's own file; if there the heading is so, correct it in a copy of the workbook
# marked in one of two places
EBOPS!L7: the heading is "Jul-Aug, FY26" where the edition of 2026-08, which most headings belong to, has Jul-Aug, FY26 (R): compare with the State Bank's own file; if there the heading is so, correct it in a copy of the workbook
# the year before as provisional
EBOPS!L7: the heading is "Jul-Aug, FY26 (P)" where the edition of 2026-08, which most headings belong to, has Jul-Aug, FY26: compare with the State Bank's own file; if there the heading is so, correct it in a copy of the workbook
# a line missing
EBOPS: there is no line 9.2.5 (Freelance of Computer and Information Services), which only editions before 2024-07 may be without: see whether the State Bank has taken it out or renumbered it; then a developer has to follow
# a line missing that is older
EBOPS: there is no line 9.2.2 (Software consultancy services): see whether the State Bank has taken it out or renumbered it; then a developer has to follow
# codes of another list
EBOPS!B21: the line 9.2.5 is called "Other Computer services", which is the name of 9.2.6: the codes of this edition are others, or two labels were swapped; compare with the State Bank's own file: a slip can be corrected in a copy, other codes need a developer
EBOPS: there is no line 9.2.6 (Other Computer services): see whether the State Bank has taken it out or renumbered it; then a developer has to follow
# a line twice
EBOPS!B30: the line 9.2.4 stands in EBOPS!B20 already: see which of the two is right, and delete the other in a copy of the workbook
# another line twice
EBOPS!B11: the line 8 stands in EBOPS!B10 already: see which of the two is right, and delete the other in a copy of the workbook
# a new line
EBOPS!B30: the line 9.2.7 stands below 10.3.6, whose place is after it: two labels were swapped, or lines were sorted; compare with the State Bank's own file, and put them in order in a copy of the workbook
EBOPS!B30: the line 9.2.7 is new, and sectors.csv has no sector for it: a developer has to add it first
# a label changed
EBOPS!B18: the line 9.2.2 is called "Cyber security services" where "Software consultancy services" is expected: if it means the same, repeat with --renamed 9.2.2
# labels swapped
EBOPS!B18: the line 9.2.1 stands below 9.2.2, whose place is after it: two labels were swapped, or lines were sorted; compare with the State Bank's own file, and put them in order in a copy of the workbook
# codes swapped with their labels
EBOPS!B18: the line 9.2.1 stands below 9.2.2, whose place is after it: two labels were swapped, or lines were sorted; compare with the State Bank's own file, and put them in order in a copy of the workbook
# labels of two others swapped
EBOPS!B21: the line 9.2.5 stands below 9.2.6, whose place is after it: two labels were swapped, or lines were sorted; compare with the State Bank's own file, and put them in order in a copy of the workbook
EBOPS!B22: the line 9.2.4 stands below 9.2.5, whose place is after it: two labels were swapped, or lines were sorted; compare with the State Bank's own file, and put them in order in a copy of the workbook
# a label of another line
EBOPS!C27: the parts of 10.3 add up to 20000, not 410000 (thousand US$): a figure is wrong or a line has moved; compare with the State Bank's own file
EBOPS!D27: the parts of 10.3 add up to 0, not 41000 (thousand US$): a figure is wrong or a line has moved; compare with the State Bank's own file
EBOPS!F27: the parts of 10.3 add up to 24000, not 492000 (thousand US$): a figure is wrong or a line has moved; compare with the State Bank's own file
  … and 7 more like this
# parts that do not add up
EBOPS!I13: the parts of 9.1 add up to 50000, not 60000 (thousand US$): a figure is wrong or a line has moved; compare with the State Bank's own file
EBOPS!O15: the months of 2026-07..2026-08 add up to 34100, not 44100 (thousand US$): a figure is wrong or columns were swapped; compare with the State Bank's own file
# parts that are off by thirty dollars
EBOPS!I13: the parts of 9.1 add up to 60000.03, not 60000 (thousand US$): a figure is wrong or a line has moved; compare with the State Bank's own file
EBOPS!O15: the months of 2026-07..2026-08 add up to 44100.03, not 44100 (thousand US$): a figure is wrong or columns were swapped; compare with the State Bank's own file
# parts of a total to date that do not add up
EBOPS!O16: the parts of 9.2 add up to 801557.5, not 701557.5 (thousand US$): a figure is wrong or a line has moved; compare with the State Bank's own file
EBOPS!O22: the months of 2026-07..2026-08 add up to 161700, not 261700 (thousand US$): a figure is wrong or columns were swapped; compare with the State Bank's own file
# freelance work outside item 9 that does not fit
EBOPS!I27: the parts of 10.3 add up to 512600, not 512500 (thousand US$): a figure is wrong or a line has moved; compare with the State Bank's own file
EBOPS!O28: the months of 2026-07..2026-08 add up to 49100, not 49000 (thousand US$): a figure is wrong or columns were swapped; compare with the State Bank's own file
# services above their parts
EBOPS!I9: the parts of Services add up to 950000.5, not 951000 (thousand US$): a figure is wrong or a line has moved; compare with the State Bank's own file
EBOPS!O9: the months of 2026-07..2026-08 add up to 1863000.48, not 1862000.98 (thousand US$): a figure is wrong or columns were swapped; compare with the State Bank's own file
# payments above their parts
EBOPS!J9: the parts of Services add up to 95100.05, not 95000.05 (thousand US$): a figure is wrong or a line has moved; compare with the State Bank's own file
EBOPS!P11: the months of 2026-07..2026-08 add up to 1080, not 980 (thousand US$): a figure is wrong or columns were swapped; compare with the State Bank's own file
# a total raised with its parts
EBOPS!O9: the months of 2026-07..2026-08 add up to 1862000.98, not 1864000.98 (thousand US$): a figure is wrong or columns were swapped; compare with the State Bank's own file
EBOPS!O12: the months of 2026-07..2026-08 add up to 820137.5, not 822137.5 (thousand US$): a figure is wrong or columns were swapped; compare with the State Bank's own file
EBOPS!O16: the months of 2026-07..2026-08 add up to 701557.5, not 703557.5 (thousand US$): a figure is wrong or columns were swapped; compare with the State Bank's own file
  … and 1 more like this
# a total lowered with its parts
EBOPS!O9: the months of 2026-07..2026-08 add up to 1862000.98, not 1860000.98 (thousand US$): a figure is wrong or columns were swapped; compare with the State Bank's own file
EBOPS!O12: the months of 2026-07..2026-08 add up to 820137.5, not 818137.5 (thousand US$): a figure is wrong or columns were swapped; compare with the State Bank's own file
EBOPS!O16: the months of 2026-07..2026-08 add up to 701557.5, not 699557.5 (thousand US$): a figure is wrong or columns were swapped; compare with the State Bank's own file
  … and 1 more like this
# a total of the year before below its month
EBOPS!L18: the months of 2025-07..2025-08 that are here come to 95000, more than their total 85462.5 (thousand US$): a figure is wrong or columns were swapped; compare with the State Bank's own file
# two columns swapped
EBOPS!O9: the months of 2026-07..2026-08 add up to 1672000.88, not 1862000.98 (thousand US$): a figure is wrong or columns were swapped; compare with the State Bank's own file
EBOPS!P9: the months of 2026-07..2026-08 add up to 167200.088, not 186200.098 (thousand US$): a figure is wrong or columns were swapped; compare with the State Bank's own file
EBOPS!O10: the months of 2026-07..2026-08 add up to 2200, not 2450 (thousand US$): a figure is wrong or columns were swapped; compare with the State Bank's own file
  … and 39 more like this
# two lines swapped
EBOPS!J21: Debit of 9.2.5 is a number where every edition has had N/A, as payments to freelancers are not counted: see whether two lines were swapped; if the State Bank's own file has it so, a developer has to follow
# hardware consultancy swapped with another line
EBOPS!C17: hardware consultancy is 66000 and software consultancy 95000 (thousand US$), and it is always far less: the two lines are swapped; correct them in a copy of the workbook
EBOPS!F17: hardware consultancy is 79200 and software consultancy 114000 (thousand US$), and it is always far less: the two lines are swapped; correct them in a copy of the workbook
EBOPS!I17: hardware consultancy is 82500 and software consultancy 118750 (thousand US$), and it is always far less: the two lines are swapped; correct them in a copy of the workbook
  … and 2 more like this
# a sign reversed
EBOPS!I14: -37500 is negative, which exports cannot be: see whether a sign or a column was swapped
# a digit changed
EBOPS!K18: Net is 106875 where Credit less Debit is 6875: columns were shifted or swapped, or a figure was changed; compare with the State Bank's own file
# a column shifted
EBOPS!I9: the cell is empty where a number is expected: see whether a column or a line was shifted
EBOPS!N9: Net is 156370.082 where Credit less Debit is -708700.373: columns were shifted or swapped, or a figure was changed; compare with the State Bank's own file
EBOPS!Q9: Net is 186200.098 where Credit less Debit is -454670.239: columns were shifted or swapped, or a figure was changed; compare with the State Bank's own file
EBOPS!I10: the cell is empty where a number is expected: see whether a column or a line was shifted
EBOPS!N10: Net is 823 where Credit less Debit is -1307.5: columns were shifted or swapped, or a figure was changed; compare with the State Bank's own file
  … and 33 more like this
EBOPS!I11: the cell is empty where a number is expected: see whether a column or a line was shifted
  … and 17 more like this
EBOPS!J21: Debit of 9.2.5 is a number where every edition has had N/A, as payments to freelancers are not counted: see whether two lines were swapped; if the State Bank's own file has it so, a developer has to follow
EBOPS!M21: Debit of 9.2.5 is a number where every edition has had N/A, as payments to freelancers are not counted: see whether two lines were swapped; if the State Bank's own file has it so, a developer has to follow
EBOPS!P21: Debit of 9.2.5 is a number where every edition has had N/A, as payments to freelancers are not counted: see whether two lines were swapped; if the State Bank's own file has it so, a developer has to follow
  … and 3 more like this
# a line shifted
EBOPS!C18: the cell is empty where a number is expected: see whether a column or a line was shifted
EBOPS!H18: Net is 11400 where Credit less Debit is -28500: columns were shifted or swapped, or a figure was changed; compare with the State Bank's own file
EBOPS!K18: Net is 11875 where Credit less Debit is -16150: columns were shifted or swapped, or a figure was changed; compare with the State Bank's own file
EBOPS!N18: Net is 19546.25 where Credit less Debit is -88587.5: columns were shifted or swapped, or a figure was changed; compare with the State Bank's own file
  … and 1 more like this
# an empty cell
EBOPS!I21: the cell is empty where a number is expected: see whether a column or a line was shifted
# a number as text
EBOPS!I21: "93,750.0" is text where a number is expected: see what the State Bank's own file has there
# words for a number
EBOPS!I21: "see note 4" is text where a number is expected: see what the State Bank's own file has there
# a formula for a number as text
EBOPS!I21: "=1+1" is text where a number is expected: see what the State Bank's own file has there
# a formula that was not calculated
EBOPS!I21: the cell has a formula and no value: open the workbook in Excel, save it, and import that
# formulas that were not calculated
EBOPS!E9: the cell has a formula and no value: open the workbook in Excel, save it, and import that
EBOPS!H9: the cell has a formula and no value: open the workbook in Excel, save it, and import that
EBOPS!K9: the cell has a formula and no value: open the workbook in Excel, save it, and import that
  … and 107 more like this
# a formula that cannot be calculated
EBOPS!I21: the formula of the cell ends in #REF!: see what the State Bank's own file has there
# a cell that is an error
EBOPS!J18: the formula of the cell ends in #DIV/0!: see what the State Bank's own file has there
# a formula with an old value
EBOPS!K21: Net is 1 where Credit less Debit is 93750: columns were shifted or swapped, or a figure was changed; compare with the State Bank's own file
# a total that is not available
EBOPS!O9: the months of 2026-07..2026-08 add up to 1443563.48, not 1862000.98 (thousand US$): a figure is wrong or columns were swapped; compare with the State Bank's own file
EBOPS!P9: the months of 2026-07..2026-08 add up to 144356.348, not 186200.098 (thousand US$): a figure is wrong or columns were swapped; compare with the State Bank's own file
EBOPS!I12: the total is not available (N/A), and without it there is nothing to add: wait for the next edition
# a month above its year
EBOPS!O9: the months of 2026-07..2026-08 add up to 1862000.98, not 760000.4 (thousand US$): a figure is wrong or columns were swapped; compare with the State Bank's own file
EBOPS!P9: the months of 2026-07..2026-08 add up to 186200.098, not 76000.04 (thousand US$): a figure is wrong or columns were swapped; compare with the State Bank's own file
EBOPS!O10: the months of 2026-07..2026-08 add up to 2450, not 1000 (thousand US$): a figure is wrong or columns were swapped; compare with the State Bank's own file
  … and 39 more like this
# services below a part
EBOPS!I9: the parts of Services add up to 950000.5, not 300000 (thousand US$): a figure is wrong or a line has moved; compare with the State Bank's own file
EBOPS!O9: the months of 2026-07..2026-08 add up to 1212000.48, not 1862000.98 (thousand US$): a figure is wrong or columns were swapped; compare with the State Bank's own file
# a label that is turned round
EBOPS!B18: "9.2.2 \u{202e}Software consultancy services" has letters that are not seen or turn the text round, so it may look like another: write it anew in a copy of the workbook, after comparing with the State Bank's own file
# a heading with a letter that is not seen
EBOPS!I7: "Aug-2\u{200b}6 (P)" has letters that are not seen or turn the text round, so it may look like another: write it anew in a copy of the workbook, after comparing with the State Bank's own file
# a control character
EBOPS!B2: "Trade in Services\u{1b}[2J" has letters that are not seen or turn the text round, so it may look like another: write it anew in a copy of the workbook, after comparing with the State Bank's own file
# a figure far down
EBOPS!C65536: the cell stands far away from the State Bank's table, which has about a hundred lines: see what it is, and clear it in a copy of the workbook
# a figure far to the right
EBOPS!IV12: the cell stands far away from the State Bank's table, which has about a hundred lines: see what it is, and clear it in a copy of the workbook
# two sheets
 several sheets have nearly the same name, "EBOPS", "EBOPS ": see which is the State Bank's, and give its name to the letter with --sheet
# a copy of the sheet
 several sheets have nearly the same name, "ebops (2)", "EBOPS": see which is the State Bank's, and give its name to the letter with --sheet
# a jump
EBOPS!I12: +103% on the year before (334.75): compare with the State Bank's own file; if it is printed so, repeat with --as-published total
EBOPS!I16: +116% on the year before (286.35): compare with the State Bank's own file; if it is printed so, repeat with --as-published computer
EBOPS!O16: +63% on the year before (589.165): compare with the State Bank's own file; if it is printed so, repeat with --as-published computer
EBOPS!I18: +299% on the year before (95): compare with the State Bank's own file; if it is printed so, repeat with --as-published computer.software_consultancy
EBOPS!O18: +152% on the year before (195.463): compare with the State Bank's own file; if it is printed so, repeat with --as-published computer.software_consultancy
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

#[test]
fn a_file_of_another_kind_is_refused() {
    let data = Folder::data();
    let files = Folder::empty();
    let whole = files.0.join("dt.xlsx");
    Book::good().save(&whole);
    let whole = fs::read(whole).unwrap();
    // An older workbook that says it is encrypted, after its first record.
    let old = [&[9, 8, 16, 0, 0, 6, 5, 0][..], &[0; 12], &[47, 0, 6, 0, 1, 0, 1, 2, 3, 4]].concat();
    // One over which its reader stumbles: a record without its two bytes.
    let cut = [&[9, 8, 16, 0, 0, 6, 5, 0][..], &[0; 12], &[34, 0, 0, 0, 10, 0, 0, 0]].concat();
    let archive = {
        let mut archive = whole.clone();
        let name = b"xl/workbook.xml";
        for place in 0..archive.len() - name.len() {
            if archive[place..].starts_with(name) {
                archive[place..place + 2].copy_from_slice(b"no");
            }
        }
        archive
    };
    let damaged = "the workbook is damaged or was not downloaded whole: download it again; if that \
                   does not help, open it in Excel and save it as .xlsx";
    let password = "the workbook is protected by a password: open it in Excel, save it without the \
                    password under another name, and import that";
    let kind = |kind: &str| {
        format!(
            "the file is {kind}, not an Excel workbook: download the workbook \"Trade in Services\" \
             itself (.xls or .xlsx)"
        )
    };
    let cases: Vec<(&str, Vec<u8>, String)> = vec![
        ("empty", vec![], "the file is empty: download the workbook again".to_owned()),
        ("a page", b"<!DOCTYPE html><html>Not found</html>".to_vec(), kind("a web page")),
        ("another page", b"\n<HTML><body>moved</body>".to_vec(), kind("a web page")),
        ("a PDF", b"%PDF-1.7\n%\xe2\xe3".to_vec(), kind("a PDF")),
        ("CSV", "sector,start\ntotal,2026-08\n".into(), kind("text")),
        ("a picture", b"\x89PNG\r\n\x1a\n\0\0".to_vec(), kind("of another kind")),
        ("an archive", archive, kind("an archive")),
        ("half", whole[..whole.len() / 2].to_vec(), damaged.to_owned()),
        ("the end missing", whole[..whole.len() - 20].to_vec(), damaged.to_owned()),
        (
            "an older start only",
            container(&[("Workbook", vec![])])[..700].to_vec(),
            damaged.to_owned(),
        ),
        (
            "an older one of another kind",
            container(&[("WordDocument", vec![1; 600])]),
            damaged.to_owned(),
        ),
        (
            "an older one with a record cut short",
            container(&[("Workbook", cut.clone())]),
            damaged.to_owned(),
        ),
        ("a password", container(&[("EncryptedPackage", vec![7; 600])]), password.to_owned()),
        ("an older password", container(&[("Workbook", old.clone())]), password.to_owned()),
    ];
    for (name, bytes, said) in cases {
        let file = files.0.join("dt.xls");
        fs::write(&file, bytes).unwrap();
        assert_eq!(refused(&data, &file), [format!("dt.xls: {said}")], "{name}");
    }
    let file = files.0.join("dt.xls");
    fs::write(&file, container(&[("Workbook", cut.clone())])).unwrap();
    let output = dataset(&["import", file.to_str().unwrap(), "--data", data.0.to_str().unwrap()]);
    let expected = format!("dt.xls: {damaged}\nRefused, for 1 reason; nothing was written.\n");
    assert_eq!((output.status.code(), said(&output)), (Some(1), expected));
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(told, format!("Reading {} …\n", file.display()));
    let missing = "dt.csv: there is no such file: check the name, or download the workbook again";
    assert_eq!(refused(&data, &files.0.join("dt.csv")), [missing]);
    let folder = files.0.file_name().unwrap().to_string_lossy();
    let expected = format!(
        "{folder}: this is a folder and not a file: download the workbook, and give its name"
    );
    assert_eq!(refused(&data, &files.0), [expected]);
}

/// Writes without a question.
fn import_and_write(data: &Folder, file: &Path) {
    let outcome = import(&data.0, file, &allowed()).unwrap();
    write(&data.0, &outcome.changes, &mut |_| Ok(())).unwrap();
}

#[test]
fn importing_twice_changes_nothing() {
    let (data, files) = (Folder::data(), Folder::empty());
    let file = files.0.join("dt.xlsx");
    Book::good().save(&file);
    let before = data.bytes();
    let rows = data.text("observations.csv").lines().count() - 1;
    import_and_write(&data, &file);
    let once = data.bytes();
    assert_eq!(before.keys().collect::<Vec<_>>(), once.keys().collect::<Vec<_>>());
    let changed: Vec<&String> = before.keys().filter(|it| before[*it] != once[*it]).collect();
    assert_eq!(changed, ["datapackage.json", "observations.csv", "sources.csv"]);
    assert!(package::open(&data.0, &TERMS).unwrap().warnings.is_empty());
    let listed = data.text("sources.csv");
    let row = "sbp-tis-2026-08,State Bank of Pakistan,State Bank of Pakistan,\"Trade in Services, \
               \"\"August\"\" edition\",https://sbp.example/dt.xls,shown";
    assert!(listed.lines().any(|it| it == row));
    let description = data.text("datapackage.json");
    let rows = format!("\"rows\": {}", rows + 96);
    for text in ["\"until\": \"2026-10-19\"", &rows, "\"version\": \"2026-10-19\""] {
        assert!(description.contains(text), "{text}");
    }

    import_and_write(&data, &file);
    assert!(once == data.bytes());
    // Neither on another day.
    let (standing, proposal) = propose(&data.0, &file, &allowed(), "2026-09-20").unwrap();
    assert!(proposal.rows.is_empty() && proposal.sources.is_empty());
    assert!(proposal.outcome(&standing).unwrap().changes.is_empty());
}

#[test]
fn a_corrected_edition_is_another_vintage_of_another_day() {
    let (data, files) = (Folder::data(), Folder::empty());
    let file = files.0.join("dt.xlsx");
    let mut book = Book::good();
    book.save(&file);
    import_and_write(&data, &file);
    book.raise(4, 2, -100.0);
    book.raise(4, 4, -100.0);
    book.save(&file);
    let refusals = import(&data.0, &file, &allowed()).err().unwrap();
    let expected = "dt.xlsx:EBOPS!I12: total of 2026-08 stands with 418.438 from this source and \
                    day, and this says 418.338: figures that stand are never changed; say with \
                    --published on which day the corrected one appeared";
    assert!(refusal::lines(&refusals).iter().any(|it| it == expected));

    let (standing, proposal) = propose(&data.0, &file, &allowed(), "2026-10-20").unwrap();
    assert_eq!((proposal.rows.len(), proposal.sources.len()), (96, 0));
    let outcome = proposal.outcome(&standing).unwrap();
    let month: Month = "2026-08".parse().unwrap();
    let vintages = outcome.dataset.vintages(SectorId::TOTAL, month.into());
    let amounts = vintages.map(|it| outcome.dataset.observation(it).amount.thousands());
    assert_eq!(amounts.collect::<Vec<_>>(), [418_438, 418_338]);
}

/// The State Bank's own workbook, where it is at hand.
fn real() -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let file = root.join("../shared/data/sbp-trade-in-services-2026-02.xls");
    if !file.is_file() {
        println!("the State Bank's workbook is not beside the checkout: nothing to import");
        return None;
    }
    Some(file)
}

fn dataset(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dataset"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn the_real_workbook_gives_the_rows_that_stand() {
    let Some(file) = real() else { return };
    let file = file.to_str().unwrap();
    let data = Folder::data();
    let folder = data.0.to_str().unwrap();
    let whole = data.bytes();
    let again = dataset(&["import", file, "--data", folder, "--yes"]);
    assert_eq!(again.status.code(), Some(0));
    assert!(said(&again).ends_with("All its figures stand already: nothing to add.\n"));
    assert!(whole == data.bytes());

    // Taken out and imported, they are what somebody once wrote by hand, byte for byte.
    let id = "sbp-tis-2026-02,";
    let without = |file: &str| -> String {
        let text = data.text(file);
        text.split_inclusive('\n').filter(|it| !it.contains(id)).collect()
    };
    let (sources, observations) = (without("sources.csv"), without("observations.csv"));
    let row = data.text("sources.csv");
    let row = row.lines().find(|it| it.starts_with(id)).unwrap();
    let url = row.split(',').find(|it| it.starts_with("https://")).unwrap();
    let count = |text: &str| format!("\"rows\": {}", text.lines().count() - 1);
    let all = count(&data.text("observations.csv"));
    let description = data.text("datapackage.json");
    assert!(description.contains(&all));
    let description = description.replace(&all, &count(&observations));
    for (file, text) in [
        ("sources.csv", sources),
        ("observations.csv", observations),
        ("datapackage.json", description),
    ] {
        fs::write(data.0.join(file), text).unwrap();
    }
    let cut = data.bytes();
    let mut call = vec![
        "import",
        file,
        "--data",
        folder,
        "--published",
        "2026-04-16",
        "--url",
        url,
        "--outlet",
        "Workbook, public copy",
    ];
    let refused = dataset(&call);
    assert_eq!(refused.status.code(), Some(1));
    for place in ["O70: -84% on the year before (18.871)", "O71: -88%", "O86: +214%"] {
        assert!(said(&refused).contains(&format!(".xls:EBOPS!{place}")), "{}", said(&refused));
    }
    for sector in ["information", "information.news_agency", "other_business.freelance"] {
        call.extend(["--as-published", sector]);
    }
    let shown = dataset(&call);
    assert_eq!(shown.status.code(), Some(0));
    for text in [
        "80 printed and 32 derived from them, published 16 April 2026",
        "IT exports, February 2025: 305 \u{2192} 306.294 (+1.294, +0.4%)",
        "I86: +185% on the year before (18.269), taken over as printed",
        "To write it, repeat the command with --yes.",
    ] {
        assert!(said(&shown).contains(text), "{text} in {}", said(&shown));
    }
    assert!(cut == data.bytes(), "nobody said yes");
    call.push("--yes");
    assert_eq!(dataset(&call).status.code(), Some(0));
    assert!(whole == data.bytes());
}

#[test]
fn what_changes_is_told_in_words() {
    let (data, files) = (Folder::data(), Folder::empty());
    let file = files.0.join("dt.xlsx");
    let mut book = Book::good();
    for (item, more) in [(7, 25_000.0), (9, 15_000.0), (10, 20_000.0)] {
        book.raise(item, 2, more);
        book.raise(item, 4, more);
    }
    book.save(&file);
    let standing = Standing::open(&data.0).unwrap();
    let outcome = import(&data.0, &file, &allowed()).unwrap();
    let old = Snapshot { data: &standing.dataset, sources: &standing.sources };
    let new = Snapshot { data: &outcome.dataset, sources: &outcome.sources };
    let text = diff::describe(old, new, &["a line of a check".to_owned()]);
    for line in [
        "Figures added\n  80 printed and 16 derived from them, published 19 October 2026: State Bank of \
         Pakistan, https://sbp.example/dt.xls\n",
        "New months\n  August 2026: $478.438 million, provisional\n",
        "  IT exports, July 2026: 417 \u{2192} 401.7 (\u{2212}15.3, \u{2212}3.7%)\n",
        "Records broken\n  August 2026, $478.438 million: the highest of 86 months on record\n",
        "The headline will say in English (August 2026)\n  IT exports in August 2026: $478.4 million, the highest so far",
        "The headline will say in Urdu (August 2026)\n  اگست 2026 میں آئی ٹی برآمدات",
        "Worth a look\n  a line of a check\n",
    ] {
        assert!(text.contains(line), "{line}\nin\n{text}");
    }
    assert_eq!(diff::describe(old, old, &[]), "");
    assert!(diff::describe(new, old, &[]).contains("FIGURES TAKEN AWAY"));
}

#[test]
fn a_headline_figure_is_added_before_the_workbook_is_out() {
    let data = Folder::data();
    let standing = Standing::open(&data.0).unwrap();
    let figure = |month: &str, thousands: i64| Figure {
        sector: SectorId::TOTAL,
        span: month.parse().unwrap(),
        amount: Amount::from_thousands(thousands),
        status: Status::Provisional,
        note: String::new(),
    };
    let add = |figure, published: &str| {
        let source = source("dawn-2026-09-17");
        proposal::add(&standing, figure, &source, date(published), &[], date("2026-09-20"))
    };
    let proposal = add(figure("2026-08", 391_400), "2026-09-17").unwrap();
    let outcome = proposal.outcome(&standing).unwrap();
    let row = "total,2026-08,2026-08,391.4,provisional,2026-09-17,dawn-2026-09-17,\n";
    assert!(outcome.changes.iter().any(|it| it.new.contains(row)));

    let mut refused = Vec::new();
    for (month, thousands, published) in [
        ("2026-08", 391, "2026-09-17"),
        ("2026-08", 391_400, "2026-08-30"),
        ("2026-08", 391_400, "2026-09-21"),
        ("2026-08", 600_000, "2026-09-17"),
    ] {
        refused.extend(add(figure(month, thousands), published).err().unwrap_or_default());
    }
    let expected = [
        "--value: the total is US$ 0.391 million a month, and lately it was 388.457: the sheet's \
         unit is wrong, or the line is another; compare with the State Bank's own file",
        "--published 2026-08-30: that day is before 2026-08 was over: say with --published on which \
         day the figure appeared",
        "--published 2026-09-21: that day has not come yet, today is 2026-09-20: say with \
         --published on which day the figure appeared",
        "--value: +78% on the year before (337): compare with the State Bank's own file; if it is \
         printed so, repeat with --as-published total",
    ];
    assert_eq!(refused.iter().map(ToString::to_string).collect::<Vec<_>>(), expected);
    // A month that leaves a gap breaks a rule of the package.
    let gap = add(figure("2026-07..2026-08", 800_000), "2026-09-17").unwrap();
    assert!(gap.outcome(&standing).is_ok());
}

#[test]
fn the_command_asks_for_a_yes_and_says_how_it_ended() {
    let data = Folder::data();
    let folder = data.0.to_str().unwrap();
    let before = data.bytes();
    let mut add = vec![
        "add",
        "--data",
        folder,
        "--month",
        "2026-07",
        "--value",
        "418.25",
        "--published",
        "2026-08-19",
        "--url",
        "https://dawn.example/1",
        "--outlet",
        "Dawn",
    ];
    let shown = dataset(&add);
    assert_eq!(shown.status.code(), Some(0));
    let text = said(&shown);
    for part in [
        "IT exports, July 2026: 417 \u{2192} 418.25 (+1.25, +0.3%)",
        "The headline will say in English (July 2026)",
        "Nothing was written. To write it, repeat the command with --yes.",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert!(before == data.bytes());
    add.push("--yes");
    assert_eq!(dataset(&add).status.code(), Some(0));
    let row = "total,2026-07,2026-07,418.25,revised,2026-08-19,dawn-2026-08-19,\n";
    assert!(data.text("observations.csv").contains(row));
    assert_eq!(dataset(&["check", folder]).status.code(), Some(0));
    let written = data.bytes();
    let again = dataset(&add);
    assert!(said(&again).contains("All its figures stand already: nothing to add."));
    assert!(written == data.bytes());

    let old = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/data");
    let differs = dataset(&["diff", old.to_str().unwrap(), "--data", folder]);
    assert_eq!(differs.status.code(), Some(0));
    assert!(said(&differs).contains("418.25"));
    let same = dataset(&["diff", folder, "--data", folder]);
    assert_eq!(said(&same), "No figure differs.\n");

    for (arguments, code) in [
        (&["import", "--help"][..], 0),
        (&["add", "--help"], 0),
        (&["diff", "-h"], 0),
        (&["help"], 0),
        (&["import"], 2),
        (&["import", "a", "b"], 2),
        (&["import", "nothing.xls", "--published", "yesterday"], 2),
        (&["import", "nothing.xls"], 1),
        (&["add", "--data", folder, "--month", "2026-08"], 2),
        (&["add", "--data", folder, "--month", "August"], 2),
        (&["add", "--data", "nowhere"], 2),
        (&["diff", "nowhere"], 2),
        (&["check", "--yes"], 2),
    ] {
        assert_eq!(dataset(arguments).status.code(), Some(code), "{arguments:?}");
    }
    assert!(written == data.bytes());
}

#[test]
fn files_keep_their_line_ends_and_an_open_last_line() {
    let (data, files) = (Folder::data(), Folder::empty());
    let file = files.0.join("dt.xlsx");
    Book::good().save(&file);
    for name in ["observations.csv", "sources.csv"] {
        let text = data.text(name);
        let text = format!("\u{feff}{}", text.trim_end().replace('\n', "\r\n"));
        fs::write(data.0.join(name), text).unwrap();
    }
    import_and_write(&data, &file);
    for name in ["observations.csv", "sources.csv"] {
        let text = data.text(name);
        assert!(text.starts_with('\u{feff}'));
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "{name}");
    }
    assert_eq!(added(&Book::good()).len(), 96);
    assert!(package::open(&data.0, &TERMS).unwrap().warnings.is_empty());
}

/// Every line of the old text stands in the new one, in the same order.
fn keeps(old: &str, new: &str) -> bool {
    let mut new = new.lines();
    old.lines().all(|line| new.any(|it| it == line))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn importing_never_loses_a_row(
        // Editions that do not stand yet.
        months_back in prop_oneof![0..3i32, 7..12i32],
        mark in prop_oneof![Just(""), Just(" (R)")],
        factor in 0.9..1.15f64,
        missing in prop::collection::btree_set(6..16usize, 0..4),
        year_less in any::<bool>(),
        day in 1..20u8,
    ) {
        let end = "2026-08".parse::<Month>().unwrap().plus(-months_back);
        let length = Span::new(end.fiscal_year().span().start(), end).unwrap().len() as f64;
        let name = |month: Month| format!("{month}");
        let to_date = |month: Month| {
            let words = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
            let end = words[usize::from(month.number()) - 1];
            format!("Jul-{end}, FY{}", month.fiscal_year().ending())
        };
        let mut book = Book::good();
        for (period, times) in [(0, 0.9), (1, 1.0), (2, 1.0), (3, 0.9 * length), (4, length)] {
            book.period(period, factor * times);
        }
        let headings = [
            name(end.year_before()), name(end.plus(-1)), name(end), to_date(end.year_before()), to_date(end),
        ];
        let marks = [mark, " (R)", " (P)", mark, " (P)"];
        let headings = [0, 1, 2, 3, 4].map(|it| format!("{}{}", headings[it], marks[it]));
        book.headings(headings.each_ref().map(String::as_str));
        for item in missing.into_iter().filter(|it| ![1, 5, 12].contains(it)) {
            for period in 0..5 {
                book.without(item, period);
            }
        }
        if year_less {
            book.clear("L7");
            for row in 7..28 {
                for column in 11..14 {
                    book.cells.remove(&(row, column));
                }
            }
        }
        let (data, files) = (Folder::data(), Folder::empty());
        let file = files.0.join("dt.xlsx");
        book.save(&file);
        let published = format!("{}-{day:02}", end.plus(1));
        let before = data.bytes();
        if let Ok((standing, proposal)) = propose(&data.0, &file, &allowed(), &published)
            && let Ok(outcome) = proposal.outcome(&standing)
        {
            let Proposal { rows, .. } = &proposal;
            prop_assert!(!rows.is_empty());
            for change in &outcome.changes {
                let csv = change.file.ends_with(".csv");
                prop_assert!(!csv || keeps(&change.old, &change.new), "{}", change.file);
            }
            let of = |file: &str| outcome.changes.iter().find(|it| it.file == file);
            let observations = of("observations.csv").unwrap();
            let lines = |text: &str| text.lines().count();
            prop_assert_eq!(lines(&observations.new), lines(&observations.old) + rows.len());
            write(&data.0, &outcome.changes, &mut |_| Ok(())).unwrap();
            prop_assert!(package::open(&data.0, &TERMS).unwrap().warnings.is_empty());
        } else {
            prop_assert!(before == data.bytes());
        }
    }
}
