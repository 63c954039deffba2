//! `dataset check`: tells whether a data package keeps its rules.

use std::env;
use std::path::Path;
use std::process::ExitCode;

use it_exports::data::package;
use it_exports::i18n::{Format, Lang};

const HELP: &str = "\
Usage: dataset check [FOLDER]

Reads the CSV files in FOLDER (static/data when left out) and names everything that
breaks a rule, one problem a line:

  static/data/observations.csv:12:5: what is wrong: what to do
                          file:line:column

Lines and columns count from 1; line 1 is the header. Correct the files, save them as
CSV with commas and in UTF-8, and check again. The exit code is 0 when there is no
problem, 1 when there is one, 2 when the command was called in another way.
";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["--help" | "-h" | "help"] => {
            print!("{HELP}");
            ExitCode::SUCCESS
        }
        ["check"] => check("static/data"),
        ["check", folder] if Path::new(folder).is_dir() => check(folder),
        ["check", folder] if !folder.starts_with('-') => {
            eprintln!("{folder} is not a folder: see dataset --help");
            ExitCode::from(2)
        }
        _ => {
            eprint!("{HELP}");
            ExitCode::from(2)
        }
    }
}

fn check(folder: &str) -> ExitCode {
    let format = Format::new(Lang::En, None);
    match package::read(Path::new(folder)) {
        Ok((dataset, ..)) => {
            let record = dataset.monthly_record();
            println!(
                "{folder}: {} figures, {} months, latest {}: no problems",
                format.count(dataset.observations.len()),
                record.len(),
                format.month(record.end()),
            );
            ExitCode::SUCCESS
        }
        Err(problems) => {
            for problem in &problems {
                println!("{problem}");
            }
            let plural = if problems.len() == 1 { "" } else { "s" };
            println!("{folder}: {} problem{plural}", format.count(problems.len()));
            ExitCode::FAILURE
        }
    }
}
