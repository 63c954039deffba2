//! Figures that a person adds are held against the record: what cannot be is refused, what never was is asked about.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::thread;

use it_exports::calendar::Span;
use it_exports::data::{SectorId, package};
use it_exports::dataset_cli::propose::{self as proposal, Standing};
use it_exports::dataset_cli::refusal;
use it_exports::dataset_cli::workbook::{Allowed, Edition, ITEMS};
use it_exports::dataset_cli::write::write;
use it_exports::package_text::TERMS;

use crate::support::book::{self, Book, Cell, Folder, import, source};
use crate::support::date;

const COMMAND: &str = env!("CARGO_BIN_EXE_dataset");
const PAGE: &str = "https://dawn.example/1";

fn dataset(arguments: &[&str]) -> Output {
    Command::new(COMMAND).args(arguments).stdin(Stdio::null()).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// `add` with the options and all that is not among them.
fn add<'a>(data: &'a Folder, options: &[&'a str]) -> Output {
    let mut call = vec!["add", "--data", data.0.to_str().unwrap()];
    for usual in [["--published", "2026-09-17"], ["--url", PAGE], ["--outlet", "Dawn"]] {
        if !options.contains(&usual[0]) {
            call.extend(usual);
        }
    }
    call.extend(options);
    dataset(&call)
}

#[track_caller]
fn refuses(data: &Folder, options: &[&str], said: &[&str]) {
    let before = data.bytes();
    let mut call = options.to_vec();
    call.push("--yes");
    let output = add(data, &call);
    let plural = if said.len() == 1 { "" } else { "s" };
    let count = said.len();
    let expected =
        format!("{}\nRefused, for {count} reason{plural}; nothing was written.\n", said.join("\n"));
    assert_eq!((out(&output), output.status.code()), (expected, Some(1)));
    assert!(before == data.bytes(), "nothing is written");
}

/// What is said of a call that writes.
#[track_caller]
fn writes(data: &Folder, options: &[&str], rows: &[&str]) -> String {
    let mut call = options.to_vec();
    call.push("--yes");
    let before = data.text("observations.csv");
    let output = add(data, &call);
    let said = out(&output);
    assert_eq!(output.status.code(), Some(0), "{said}{}", err(&output));
    let after = data.text("observations.csv");
    let old: Vec<&str> = before.lines().collect();
    let new: Vec<&str> = after.lines().filter(|it| !old.contains(it)).collect();
    assert_eq!(new, rows);
    let problems = package::open(&data.0, &TERMS).map(|it| it.warnings);
    assert_eq!(problems.map_err(|it| it[0].to_string()), Ok(Vec::new()));
    said
}

/// At a terminal, with answers typed one after the other. `None` where there is no program that
/// makes one.
fn at_terminal(arguments: &[&str], answers: &[&str]) -> Option<(String, Option<i32>)> {
    let words: Vec<String> = arguments.iter().map(|it| format!("'{it}'")).collect();
    let call = format!("'{COMMAND}' {}", words.join(" "));
    let terminal = Command::new("script")
        .args(["--quiet", "--return", "--command", &call, "/dev/null"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let Ok(mut terminal) = terminal else {
        println!("there is no `script` here: nothing is typed");
        return None;
    };
    let typed: String = answers.iter().map(|it| format!("{it}\n")).collect();
    terminal.stdin.as_mut().unwrap().write_all(typed.as_bytes()).unwrap();
    let output = terminal.wait_with_output().unwrap();
    Some((out(&output).replace('\r', ""), output.status.code()))
}

const JUMP: &str = "--value: +286% on the year before (337): compare with the State Bank's own file; \
                    if it is printed so, repeat with --as-published total";

#[test]
fn a_note_does_not_silence_a_jump() {
    let data = Folder::data();
    let jump = ["--month", "2026-08", "--value", "1300"];
    for note in ["x", "up 286% on the year, as published"] {
        refuses(&data, &[&jump[..], &["--note", note]].concat(), &[JUMP]);
    }
    // What it says of another sector does not help.
    refuses(&data, &[&jump[..], &["--as-published", "computer"]].concat(), &[JUMP]);
    let told = [&jump[..], &["--note", "x", "--as-published", "total"]].concat();
    let row = "total,2026-08,2026-08,1300,provisional,2026-09-17,dawn-2026-09-17,\"x; up 286% on the \
               year, as published\"";
    let said = writes(&data, &told, &[row]);
    let look = "Worth a look\n  --value: +286% on the year before (337), taken over, as total is \
                printed so\n";
    assert!(said.contains(look), "{said}");
}

#[test]
fn a_wrong_answer_is_asked_again_and_the_others_are_kept() {
    let data = Folder::data();
    let call = ["add", "--data", data.0.to_str().unwrap()];
    let answers = [
        "Augst 2026",
        "August 2026",
        "lots",
        "$1300 million",
        "17/09/2026",
        "17 September 2026",
        "https://me:secret@dawn.example/1",
        PAGE,
        "=1+1",
        "Dawn",
        // Is it printed so? How much, then? Write this?
        "",
        "n",
        "$394 million",
        "",
        "y",
    ];
    let Some((said, code)) = at_terminal(&call, &answers) else { return };
    assert_eq!(code, Some(0), "{said}");
    for part in [
        "\"Augst 2026\" is not a month: write 2026-08 or August 2026, and for a total of several",
        "\"lots\" is not a number: write millions of US dollars with digits",
        "\"17/09/2026\" is not a date: write 2023-11-20",
        "\"https://me:secret@dawn.example/1\" is not an address",
        "the text begins with =, and spreadsheets take it for a formula: begin with a word",
        "+286% on the year before (337). Is it printed so (y or n)?",
        "answer y for yes or n for no",
        "New months\n  August 2026: $394 million, provisional\n",
        "Written.",
    ] {
        assert!(said.contains(part), "{part}\nin\n{said}");
    }
    let row = "total,2026-08,2026-08,394,provisional,2026-09-17,dawn-2026-09-17,\n";
    assert!(data.text("observations.csv").contains(row));
    assert_eq!(said.matches("Which month").count(), 2, "{said}");
    assert_eq!(said.matches("On which day").count(), 2, "{said}");

    // Nobody said yes.
    let data = Folder::data();
    let call = ["add", "--data", data.0.to_str().unwrap(), "--month", "Aug 2026"];
    let before = data.bytes();
    let (said, code) = at_terminal(&call, &["394", "2026-09-17", PAGE, "Dawn", "n"]).unwrap();
    assert!(code == Some(0) && said.contains("Nothing was written."), "{said}");
    // The day was one on which it cannot have been known.
    let answers = ["394", "2026-08-17", PAGE, "Dawn", "2026-09-17", "n"];
    let (said, code) = at_terminal(&call, &answers).unwrap();
    assert!(code == Some(0) && said.contains("that day is before 2026-08 was over"), "{said}");
    assert!(before == data.bytes());
}

#[test]
fn a_revision_larger_than_any_is_asked_about() {
    let data = Folder::data();
    let call = ["--month", "2026-06", "--value", "457.6"];
    let said = "--value: total of 2026-06: 457.6 is +10.0% on 416, which stands, and revisions are not \
                so large: compare with the State Bank's own file; if it is printed so, repeat with \
                --as-published total";
    refuses(&data, &call, &[said]);
    let part = ["--sector", "telecom", "--month", "2026-05", "--value", "36"];
    let part_said = "--value: telecom of 2026-05: 36 is -26.6% on 49.05, which stands, and revisions \
                     are not so large: compare with the State Bank's own file; if it is printed so, \
                     repeat with --as-published telecom";
    refuses(&data, &part, &[part_said]);
    // An older print that comes late may be as wrong.
    let older = ["--month", "2026-06", "--value", "457.6", "--published", "2026-07-20"];
    refuses(&data, &older, &[&said.replace("which stands", "published later")]);
    let row = "total,2026-06,2026-06,457.6,revised,2026-09-17,dawn-2026-09-17,\"revised up by 10%, as \
               published\"";
    let said = writes(&data, &[&call[..], &["--as-published", "total"]].concat(), &[row]);
    let line = "IT exports, June 2026: 416 \u{2192} 457.6 (+41.6, +10.0%)  \u{2190} larger than revisions \
                are\n";
    assert!(said.contains(line), "{said}");
}

#[test]
fn a_more_exact_figure_and_a_firmer_one_are_called_that() {
    let data = Folder::data();
    let exact = ["--month", "2026-05", "--value", "373.265"];
    let row = "total,2026-05,2026-05,373.265,provisional,2026-09-17,dawn-2026-09-17,";
    let said = writes(&data, &exact, &[row]);
    let line = "IT exports, May 2026: now 373.265, was 373.27: more exact\n";
    assert!(said.contains(line) && !said.contains("Revised,"), "{said}");

    let firmer = ["--month", "2026-07", "--value", "417", "--status", "revised"];
    let row = "total,2026-07,2026-07,417,revised,2026-09-17,dawn-2026-09-17,";
    let said = writes(&data, &firmer, &[row]);
    assert!(said.contains("IT exports, July 2026: 417, now revised, was provisional\n"), "{said}");
    // And not the other way.
    let less = ["--month", "2026-07", "--value", "418", "--status", "provisional"];
    let less = [&less[..], &["--published", "2026-09-18"]].concat();
    let said = "--value: total of 2026-07 stands as revised since 2026-09-17, and what is revised does \
                not become provisional: if this is older, say with --published when it appeared; \
                otherwise it is revised or final";
    refuses(&data, &less, &[said]);
    let row = "total,2026-07,2026-07,418,revised,2026-09-18,dawn-2026-09-17,";
    let without = ["--month", "2026-07", "--value", "418", "--published", "2026-09-18"];
    writes(&data, &without, &[row]);
}

#[test]
fn the_first_print_of_an_old_month_is_not_provisional() {
    let data = Folder::data();
    let call = ["--sector", "telecom", "--month", "2025-08", "--value", "52.5"];
    let row = "telecom,2025-08,2025-08,52.5,final,2026-09-17,dawn-2026-09-17,";
    let said = writes(&data, &call, &[row]);
    let lines = "Other figures\n  1 for sub-sectors and totals that had none for their period\n    \
                 Telecommunications, August 2025: $52.5 million, final\n";
    assert!(said.contains(lines), "{said}");
}

#[test]
fn a_total_has_to_be_what_its_months_are() {
    let data = Folder::data();
    let month = ["--month", "2026-08", "--value", "394"];
    writes(&data, &month, &["total,2026-08,2026-08,394,provisional,2026-09-17,dawn-2026-09-17,"]);
    let total = |value| ["--month", "July-August FY27", "--value", value];
    let apart = |value: &str| {
        format!(
            "--value: total of 2026-07..2026-08: the total is {value}, and its months come to 811: \
             compare with the State Bank's own file; if it is printed so, repeat with \
             --as-published total"
        )
    };
    refuses(&data, &total("850"), &[&apart("850")]);
    refuses(&data, &total("815"), &[&apart("815")]);
    refuses(&data, &[&total("850")[..], &["--note", "x"]].concat(), &[&apart("850")]);
    // Less than one of its months it cannot be, whoever printed it.
    let less =
        "--value: 2026-07 alone was 417, and more months cannot be less: correct one of the two";
    refuses(&data, &[&total("409")[..], &["--as-published", "total"]].concat(), &[less]);
    let services = ["--sector", "all_services", "--month", "2026-08", "--value", "380"];
    let services_said = "--value: all services are 380, and those of them that stand here come to 394: \
                         correct the wrong figure";
    let told = [&services[..], &["--as-published", "all_services"]].concat();
    refuses(&data, &told, &[services_said]);

    let row = "total,2026-07,2026-08,815,provisional,2026-09-17,dawn-2026-09-17,\"4 above its months, as \
               published\"";
    let said = writes(&data, &[&total("815")[..], &["--as-published", "total"]].concat(), &[row]);
    let line = "IT exports, July\u{2013}August FY27: $815 million, provisional\n";
    assert!(said.contains(line), "{said}");
    // Rounding is none.
    let data = Folder::data();
    writes(&data, &month, &["total,2026-08,2026-08,394,provisional,2026-09-17,dawn-2026-09-17,"]);
    let row = "total,2026-07,2026-08,812,provisional,2026-09-17,dawn-2026-09-17,";
    writes(&data, &total("812"), &[row]);
}

#[test]
fn a_part_is_not_more_than_its_whole_whoever_printed_that() {
    let data = Folder::data();
    let said = "--value: 450 is more than the whole of which it is a part, total with 417: correct one of \
                the two; if it is printed so, write in the note: more than its whole, as published";
    let call = ["--sector", "telecom", "--month", "2026-07", "--value", "450"];
    refuses(&data, &[&call[..], &["--note", "x", "--as-published", "telecom"]].concat(), &[said]);
}

#[test]
fn figures_of_a_list_are_held_against_one_another() {
    let data = Folder::data();
    let (_folder, file) = list(
        "start,value_usd_million,published,url,outlet\n\
         2026-08,394,2026-09-17,https://dawn.example/1,Dawn\n\
         2026-08,500,2026-09-18,https://tribune.example/1,Tribune\n",
    );
    let file = file.to_str().unwrap();
    let place = |line: usize| format!("{file}:{line}:9: total of 2026-08: ");
    let told = |line: usize, what: &str| {
        format!(
            "{}{what} and revisions are not so large: compare with the State Bank's own file; if it is \
             printed so, repeat with --as-published total",
            place(line)
        )
    };
    let said = [
        told(2, "394 is -21.2% on 500, published later,"),
        told(3, "500 is +26.9% on 394, which stands,"),
    ];
    refuses(&data, &["--from", file], &[&said[0], &said[1]]);
}

#[test]
fn at_a_terminal_what_is_unusual_in_a_workbook_is_asked_about() {
    let (data, files) = (Folder::data(), Folder::empty());
    let file = files.0.join("dt.xlsx");
    let mut book = Book::good();
    for code in ["Services", "9", "9.2", "9.2.2"] {
        for (period, factor) in [(2, 1.25), (4, 2.45)] {
            let at = item(code);
            book.credit(at, period, book::CREDITS[at] * factor + 100_000.0);
        }
    }
    book.save(&file);
    let before = data.bytes();
    let call = ["import", file.to_str().unwrap(), "--data", data.0.to_str().unwrap()];
    let call =
        [&call[..], &["--published", "2026-09-17", "--url", "https://sbp.example/dt.xls"]].concat();
    let Some((said, code)) = at_terminal(&call, &["n"]) else { return };
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("Is it printed so (y or n)? "), "{said}");
    assert!(said.contains("repeat with --as-published computer.software_consultancy"), "{said}");
    assert!(before == data.bytes());
    let (said, code) = at_terminal(&call, &["yes", "y"]).unwrap();
    assert_eq!(code, Some(0), "{said}");
    let rows = data.text("observations.csv");
    let row = "computer.software_consultancy,2026-08,2026-08,218.75,provisional,2026-09-17,\
               sbp-tis-2026-08,\"up 130% on the year, as published\"\n";
    assert!(rows.contains(row), "{said}");
}

#[test]
fn what_a_rule_of_the_package_refuses_is_told_where_it_was_given() {
    let data = Folder::data();
    let said = "--value: the total has no figure for 2026-08, and the months before it run unbroken: put \
                its row back, or add it";
    let call = ["--month", "2026-09", "--value", "394", "--published", "2026-10-17"];
    refuses(&data, &call, &[said]);
}

#[test]
fn texts_and_addresses_are_what_they_look_like() {
    let data = Folder::data();
    let before = data.bytes();
    let month = ["--month", "2026-08", "--value", "394", "--yes"];
    for (option, text, said) in [
        ("--outlet", "=1+1", "the text begins with =, and spreadsheets take it for a formula"),
        ("--outlet", "@SUM(A1)", "the text begins with @"),
        ("--publisher", "-1", "the text begins with -"),
        ("--note", "+1", "the text begins with +"),
        ("--note", "\t=1+1", "the text begins with ="),
        ("--note", "a\u{202e}b", "the cell has a sign that nobody sees (U+202E)"),
        ("--note", "a\u{1b}[2Jb", "the cell has a sign that nobody sees (U+001B)"),
        ("--note", "a\u{200b}b", "the cell has a sign that nobody sees (U+200B)"),
        ("--note", "a\nb", "write it on one line"),
        ("--note", &"a".repeat(301), "shorten it to 300 letters"),
        ("--as-published", "totl", "\"totl\" is no sector: write one of total, computer,"),
        ("--url", "https://me:secret@dawn.example/1", "is not an address"),
        ("--url", "https://me@dawn.example/1", "is not an address"),
        ("--url", "https:\\\\dawn.example\\1", "is not an address"),
        ("--url", "https://dawn.example\\@evil.example/", "is not an address"),
        ("--url", "https:///1", "is not an address"),
        ("--url", "https://", "is not an address"),
        ("--url", "https://dawn/1", "is not an address"),
        ("--url", "https://dawn.example/a b", "is not an address"),
        ("--url", "https://dawn.example/\u{202e}1", "is not an address"),
        ("--url", "javascript:alert(1)", "is not an address"),
        ("--url", "file:///etc/passwd", "is not an address"),
    ] {
        let output = add(&data, &[&month[..], &[option, text]].concat());
        let told = err(&output);
        assert!(told.starts_with(&format!("{option}: ")) && told.contains(said), "{text}: {told}");
        assert_eq!(output.status.code(), Some(2), "{text}");
    }
    assert!(before == data.bytes());
}

/// A list in a folder of its own.
fn list(rows: &str) -> (Folder, PathBuf) {
    let folder = Folder::empty();
    let file = folder.0.join("figures.csv");
    fs::write(&file, rows).unwrap();
    (folder, file)
}

const LIST: &str = "\
sector,start,end,value_usd_million,status,published,outlet,publisher,url,note
total,2026-08,,394,provisional,,,,,
total,2026-07,,417,revised,,,,,
total,2026-07,2026-08,811,provisional,,,,,
total,August 2025,,337,,17 September 2026,,,,
,2025-07,2025-08,$691 million,,,,,,
all_services,2026-08,,872,provisional,2026-09-18,Dashboard,,https://dashboard.example/services,
";

#[test]
fn a_list_of_figures_is_added_whole() {
    let data = Folder::data();
    let (_folder, file) = list(LIST);
    let rows = [
        "total,2025-07,2025-08,691,final,2026-09-17,dawn-2026-09-17,",
        "total,2025-08,2025-08,337,final,2026-09-17,dawn-2026-09-17,",
        "total,2026-07,2026-07,417,revised,2026-09-17,dawn-2026-09-17,",
        "total,2026-07,2026-08,811,provisional,2026-09-17,dawn-2026-09-17,",
        "total,2026-08,2026-08,394,provisional,2026-09-17,dawn-2026-09-17,",
        "all_services,2026-08,2026-08,872,provisional,2026-09-18,dashboard-2026-09-18,",
    ];
    let said = writes(&data, &["--from", file.to_str().unwrap()], &rows);
    for part in [
        "5 printed, published 17 September 2026: Dawn, https://dawn.example/1\n",
        "1 printed, published 18 September 2026: Dashboard, https://dashboard.example/services\n",
        "IT exports, July 2026: 417, now revised, was provisional\n",
        "2 that confirm the figure that stands\n",
        "    All services, August 2026: $872 million, provisional\n",
    ] {
        assert!(said.contains(part), "{part}\nin\n{said}");
    }
    let again = add(&data, &["--from", file.to_str().unwrap(), "--yes"]);
    assert!(out(&again).starts_with("All its figures stand already: nothing to add."));

    // Saved by a spreadsheet, and no column but those that are needed.
    let data = Folder::data();
    let (_folder, file) = list("\u{feff}\"value_usd_million\",\"start\"\r\n\"394\",\"Aug-26\"\r\n");
    let row = "total,2026-08,2026-08,394,provisional,2026-09-17,dawn-2026-09-17,";
    writes(&data, &["--from", file.to_str().unwrap()], &[row]);
}

#[test]
fn a_list_is_refused_whole_with_every_line_and_column() {
    let data = Folder::data();
    let before = data.bytes();
    let header = LIST.lines().next().unwrap();
    let refused = |rows: &str, said: &[&str]| {
        let (folder, file) = list(rows);
        let place = format!("{}/figures.csv", folder.0.display());
        let said: Vec<String> = said
            .iter()
            .map(|it| if it.starts_with(' ') { (*it).to_owned() } else { format!("{place}:{it}") })
            .collect();
        let output = add(&data, &["--from", file.to_str().unwrap(), "--yes"]);
        let told = out(&output);
        let lines: Vec<&str> = told.lines().collect();
        assert_eq!(lines[..lines.len() - 1], said, "{rows}");
        assert_eq!(output.status.code(), Some(1));
    };
    let columns = "the first line names the columns, with commas between, of sector,start,end,\
                   value_usd_million,status,published,outlet,publisher,url,note; start and \
                   value_usd_million have to be there";
    refused(
        "month,value\n2026-08,394\n",
        &[&format!("1:1: \"month\" is no column of a list: {columns}")],
    );
    refused(
        "start\n2026-08\n",
        &[&format!("1:1: the column value_usd_million is missing: {columns}")],
    );
    refused(
        "start,value_usd_million,start\n2026-08,394,2026-08\n",
        &[&format!("1:1: the column start is there twice: {columns}")],
    );
    refused(header, &["2:1: no row follows the first line: write a row for every figure"]);
    refused(
        &format!("{header}\ntotal,2026-08,,394,provisional,,,,\n"),
        &[
            "2:1: the row has 9 cells where 10 are expected: add the missing ones, with a comma for each \
           even when it is empty",
        ],
    );
    let (folder, file) = list("start,value_usd_million\n");
    for (file, said) in [
        (folder.0.to_str().unwrap(), "is not a file\n"),
        ("/dev/zero", "is not a file\n"),
        ("nothing.csv", "is not a file\n"),
    ] {
        let output = add(&data, &["--from", file]);
        assert!(err(&output).contains(said), "{file}: {}", err(&output));
        assert_eq!(output.status.code(), Some(2));
    }
    let output = add(&data, &["--from", file.to_str().unwrap(), "--value", "394"]);
    assert!(err(&output).starts_with("--value goes with one figure, and a list has its own\n"));
    fs::write(&file, b"start,value_usd_million\n2026-08,394\xff\n").unwrap();
    let told = out(&add(&data, &["--from", file.to_str().unwrap()]));
    assert!(
        told.contains(":2:12: from here on the text is not UTF-8") && told.lines().count() == 2
    );
    // One wrong row, and none is added.
    refused(
        &format!("{LIST}totl,2026-08,2026-07,x,good,yesterday,=1,,www.dawn.example,\n"),
        &[
            "8:1: \"totl\" is no sector: write one of total, computer, computer.freelance, \
             computer.software_consultancy, computer.software_export, computer.other, \
             computer.hardware_consultancy, computer.repair_maintenance, \
             computer.other_incl_hardware_repair, telecom, telecom.call_centres, telecom.other, \
             information, information.news_agency, information.other, all_services, \
             other_business.freelance",
            "8:22: \"x\" is not a number: write millions of US dollars with digits and at most one point, \
             such as 1052.25",
            "8:24: \"good\": write provisional, revised or final",
            "8:29: \"yesterday\" is not a date: write 2023-11-20, or 2023-11 where the page shows no day",
            "8:43: \"www.dawn.example\" is not an address: copy it from the browser whole, from http:// or \
             https:// on, without spaces, backslashes, names or passwords",
            "8:39: the text begins with =, and spreadsheets take it for a formula: begin with a word",
            "8:14: the last month is before the first: swap start and end",
        ],
    );
    let wrong = "telecom,soon,later,x,good,yesterday,=1,a\u{202e}b,www.dawn.example,-\n";
    let (folder, file) = list(&format!("{LIST}{wrong}"));
    let told = out(&add(&data, &["--from", file.to_str().unwrap()]));
    let place = format!("{}/figures.csv:8:", folder.0.display());
    let places: Vec<&str> = told.lines().filter_map(|it| it.strip_prefix(&place)).collect();
    let columns: Vec<&str> = places.iter().map(|it| it.split(':').next().unwrap()).collect();
    assert_eq!(columns, ["40"], "{told}");

    let (folder, file) =
        list(&format!("{LIST}total,2026-06,,457.6,,,,,,\ntotal,2026-08,,394,,,,,,x\n"));
    let told = out(&add(&data, &["--from", file.to_str().unwrap(), "--yes"]));
    let place = format!("{}/figures.csv", folder.0.display());
    let expected = format!(
        "{place}:9:16: total of 2026-08 stands in {place}:2:16 already, from the same source and day: \
         delete one of the two\nRefused, for 1 reason; nothing was written.\n"
    );
    assert_eq!(told, expected);
    let (folder, file) = list(&format!("{LIST}total,2026-06,,457.6,,,,,,\n"));
    let told = out(&add(&data, &["--from", file.to_str().unwrap(), "--yes"]));
    let place = format!("{}/figures.csv", folder.0.display());
    let start = format!("{place}:8:16: total of 2026-06: 457.6 is +10.0% on 416, which stands");
    assert!(told.starts_with(&start) && told.lines().count() == 2, "{told}");

    // Of one cause, a few and how many more.
    let many: String = (0..60).map(|it| format!("total,2026-08,,{it}x,,,,,,\n")).collect();
    let (_folder, file) = list(&format!("{header}\n{many}"));
    let told = out(&add(&data, &["--from", file.to_str().unwrap(), "--yes"]));
    assert_eq!(told.lines().count(), 12, "{told}");
    assert!(told.contains("\n  … and 50 more like this\nRefused, for 60 reasons;"), "{told}");
    assert!(before == data.bytes());
}

/// The rows of a workbook that are added on a day, or what is said of it.
fn propose(
    data: &Folder,
    book: &Book,
    published: &str,
    told: &[&str],
) -> Result<proposal::Proposal, Vec<String>> {
    let files = Folder::empty();
    let file = files.0.join("dt.xlsx");
    book.save(&file);
    let edition = Edition::read(&file, &Allowed::default()).unwrap();
    let standing = Standing::open(&data.0).unwrap();
    let source = source(&proposal::edition_id(edition.month().unwrap()));
    let told: Vec<String> = told.iter().map(|it| (*it).to_owned()).collect();
    let (day, today) = (date(published), date("2026-11-20"));
    let proposed = proposal::import(&standing, &edition, &source, day, &told, today);
    proposed.map_err(|it| refusal::lines(&it))
}

fn write_edition(data: &Folder, book: &Book, published: &str) {
    let proposal = propose(data, book, published, &[]).unwrap();
    let standing = Standing::open(&data.0).unwrap();
    let outcome = proposal.outcome(&standing).unwrap();
    write(&data.0, &outcome.changes, &mut |_| Ok(())).unwrap();
}

/// The edition of July 2026, as that of August has it.
fn older() -> Book {
    let mut book = Book::good();
    book.headings(["Jul-25", "Jun-26 (R)", "Jul-26 (P)", "Jul, FY26", "Jul, FY27 (P)"]);
    for (period, factor) in [1.0575, 1.24, 1.2, 1.0575, 1.2].into_iter().enumerate() {
        book.period(period, factor);
    }
    book.raise(item("9.2.5"), 2, 600.0);
    book.raise(item("9.2.5"), 4, 600.0);
    book
}

#[test]
fn an_older_edition_that_comes_late_is_an_earlier_vintage() {
    let data = Folder::data();
    write_edition(&data, &Book::good(), "2026-10-19");
    let late = "--published 2026-11-01: the edition of 2026-08 stands as published on 2026-10-19, and \
                that of 2026-07 came before it: say with --published on which day, or in which month \
                (2026-08), it did";
    assert_eq!(propose(&data, &older(), "2026-11-01", &[]).err().unwrap()[0], late);
    let july: Span = "2026-07".parse().unwrap();
    for day in ["2026-09-17", "2026-09", "2026-10-19"] {
        let proposal = propose(&data, &older(), day, &[]).unwrap();
        let outcome = proposal.outcome(&Standing::open(&data.0).unwrap()).unwrap();
        let vintages = outcome.dataset.vintages(SectorId::TOTAL, july);
        let amounts = vintages.map(|it| outcome.dataset.observation(it).amount.thousands());
        // Its 402.3 stands before the 401.7 of the newer one, on the same day, too.
        assert_eq!(amounts.collect::<Vec<_>>(), [417_000, 402_300, 401_700], "{day}");
    }

    let data = Folder::data();
    write_edition(&data, &older(), "2026-09-17");
    let early = "--published 2026-09-10: the edition of 2026-07 stands as published on 2026-09-17, and \
                 that of 2026-08 came after it: say with --published on which day it did";
    assert!(
        propose(&data, &Book::good(), "2026-09-10", &[]).err().unwrap().contains(&early.to_owned())
    );
    write_edition(&data, &Book::good(), "2026-10-19");
}

/// Another edition of the same month, in which lines were revised.
fn revised(change: impl Fn(&mut Book)) -> Result<proposal::Proposal, Vec<String>> {
    let data = Folder::data();
    write_edition(&data, &Book::good(), "2026-09-17");
    let mut book = Book::good();
    change(&mut book);
    propose(&data, &book, "2026-10-17", &[])
}

fn item(code: &str) -> usize {
    ITEMS.iter().position(|it| it.0 == code).unwrap()
}

#[test]
fn a_workbook_that_revises_as_none_did_is_asked_about() {
    let swap = |book: &mut Book, period: usize, factor: f64| {
        for (one, other) in [("9.2.5", "9.2.6"), ("9.2.6", "9.2.5")] {
            book.credit(item(one), period, book::CREDITS[item(other)] * factor);
        }
    };
    let told = revised(|book| swap(book, 0, 1.0)).err().unwrap();
    let lines = "dt.xlsx:EBOPS!C21: computer.freelance and computer.other of 2025-08 have the figures of \
                 one another: two lines are swapped: compare with the State Bank's own file; if it is \
                 printed so, repeat with --as-published computer.freelance";
    assert!(told.contains(&lines.to_owned()), "{told:#?}");

    let told = revised(|book| {
        for (period, factor) in book::FACTORS.into_iter().enumerate() {
            book.period(period, factor * 1.03);
        }
    });
    let told = told.err().unwrap();
    let first = "dt.xlsx:EBOPS!L9: 16 of 16 lines of 2025-07..2025-08 have other figures than those \
                 that stand, and never were so many revised at once: two columns may be swapped: \
                 compare with the State Bank's own file; if they are printed so, repeat with \
                 --as-published 2025-07..2025-08";
    assert_eq!((told.len(), told[0].as_str()), (5, first), "{told:#?}");

    // Two lines and their wholes are what happens.
    let few = revised(|book| {
        book.raise(item("9.2.5"), 1, 600.0);
        book.raise(item("9.2.5"), 4, 600.0);
    });
    assert!(few.is_ok(), "{:#?}", few.err());
}

#[test]
fn lines_that_are_swapped_in_all_columns_are_asked_about() {
    let data = Folder::data();
    let mut book = Book::good();
    for (period, factor) in [1.0, 1.2, 1.25, 2.0575, 2.45].into_iter().enumerate() {
        for (one, other) in [("9.2.2", "9.2.4"), ("9.2.4", "9.2.2")] {
            book.credit(item(one), period, book::CREDITS[item(other)] * factor);
        }
    }
    let told = propose(&data, &book, "2026-09-17", &[]).err().unwrap();
    let said = "dt.xlsx:EBOPS!I20: computer.software_export of 2026-08: 118.75 is far from the months of \
                the year before, 47.066 to 68.56: two lines may be swapped: compare with the State \
                Bank's own file; if it is printed so, repeat with --as-published \
                computer.software_export";
    assert!(told.contains(&said.to_owned()), "{told:#?}");
}

#[test]
fn parts_meet_their_whole_to_what_rounding_leaves() {
    let data = Folder::data();
    for (more, fits) in [(1.0, true), (40.0, false)] {
        let mut book = Book::good();
        // As a workbook has it that shows no more than thousands.
        for cell in book.cells.values_mut() {
            if let Cell::Number(it) = cell {
                *it = it.round();
            }
        }
        book.credit(item("9.2.5"), 2, book::CREDITS[item("9.2.5")] * 1.25 + more);
        let files = Folder::empty();
        let file = files.0.join("dt.xlsx");
        book.save(&file);
        let told = import(&data.0, &file, &Allowed::default()).err().map(|it| refusal::lines(&it));
        assert_eq!(told.is_none(), fits, "{told:?}");
        let said = told.iter().flatten().any(|it| it.contains("I16: the parts of "));
        assert_eq!(said, !fits, "{told:?}");
    }
}

/// Writers that all begin with the package of the moment, and readers between them.
#[test]
fn many_at_once_are_written_one_after_the_other() {
    let data = Folder::data();
    let rows = |data: &Folder| data.text("observations.csv").lines().count();
    let before = rows(&data);
    const WRITERS: usize = 12;
    let folder = data.0.to_str().unwrap();
    thread::scope(|scope| {
        for writer in 0..WRITERS {
            scope.spawn(move || {
                let (page, outlet) = (format!("{PAGE}{writer}"), format!("Page {writer}"));
                let call = ["add", "--data", folder, "--month", "2026-07", "--value", "417"];
                let call = [&call[..], &["--published", "2026-08-19", "--url", &page]].concat();
                let output = dataset(&[&call[..], &["--outlet", &outlet, "--yes"]].concat());
                assert_eq!(output.status.code(), Some(0), "{}{}", out(&output), err(&output));
            });
            scope.spawn(move || {
                let output = dataset(&["check", folder]);
                assert_eq!(output.status.code(), Some(0), "{}", out(&output));
            });
        }
    });
    assert_eq!(rows(&data), before + WRITERS);
    assert!(package::open(&data.0, &TERMS).unwrap().warnings.is_empty());
    assert!(data.bytes().keys().all(|it| !it.starts_with('.')));
}

/// Of writers that looked at the same package, one writes and the others are told to look again.
#[test]
fn of_two_that_saw_the_same_one_writes() {
    let files = Folder::empty();
    let file = files.0.join("dt.xlsx");
    Book::good().save(&file);
    for _ in 0..4 {
        let data = Folder::data();
        let before = data.bytes();
        let outcome = import(&data.0, &file, &Allowed::default()).unwrap();
        let told: Vec<Option<String>> = thread::scope(|scope| {
            let writers: Vec<_> = (0..6)
                .map(|_| scope.spawn(|| write(&data.0, &outcome.changes, &mut |_| Ok(())).err()))
                .collect();
            writers.into_iter().map(|it| it.join().unwrap().map(|it| it.to_string())).collect()
        });
        assert_eq!(told.iter().filter(|it| it.is_none()).count(), 1, "{told:?}");
        let again = |it: &String| it.ends_with("was changed while this command ran: run it again");
        assert!(told.iter().flatten().all(again), "{told:?}");
        assert!(package::open(&data.0, &TERMS).unwrap().warnings.is_empty());
        assert_eq!(before.keys().collect::<Vec<_>>(), data.bytes().keys().collect::<Vec<_>>());
    }
}
