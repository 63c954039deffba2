//! What is asked for: on the command line, and, where something was left out, of whoever sits before it.

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

use lexopt::prelude::{Long, Short, Value, ValueExt};

use super::help::{ADD, CHECK, DIFF, HELP, IMPORT};
use super::refusal::Refusal;
use crate::calendar::{Date, Span};
use crate::data::Amount;
use crate::data::cells;
use crate::data::csv::Cell;
use crate::data::problem::{Place, Rule};
use crate::package_text::TERMS;

pub const DATA: &str = "static/data";

/// How a call ends, other than well.
pub enum End {
    /// Something does not look right; nothing is written.
    Refused(Vec<Refusal>),
    /// The call cannot be understood or lacks something.
    Called(String),
    NotWritten(Refusal),
}

impl From<Vec<Refusal>> for End {
    fn from(refusals: Vec<Refusal>) -> End {
        End::Refused(refusals)
    }
}

impl From<lexopt::Error> for End {
    fn from(error: lexopt::Error) -> End {
        End::Called(error.to_string())
    }
}

/// What is asked for.
pub enum Verb {
    /// This text.
    Help(&'static str),
    Check,
    Diff,
    Import,
    Add,
}

/// Reads the arguments, without the program's name.
///
/// # Errors
///
/// When they cannot be understood.
pub fn read(arguments: &mut lexopt::Parser) -> Result<(Verb, Given), End> {
    let name = match arguments.next()? {
        Some(Long("help") | Short('h')) => "help".to_owned(),
        Some(Value(verb)) => verb.string()?,
        Some(other) => return Err(other.unexpected().into()),
        None => return Err(End::Called(HELP.to_owned())),
    };
    let (verb, help, known): (Verb, &str, &[&str]) = match name.as_str() {
        "help" => (Verb::Help(HELP), HELP, &[]),
        "check" => (Verb::Check, CHECK, &[]),
        "diff" => (Verb::Diff, DIFF, &["data"]),
        "import" => (
            Verb::Import,
            IMPORT,
            &["published", "url", "outlet", "as-published", "renamed", "sheet", "edition", "data"],
        ),
        "add" => (
            Verb::Add,
            ADD,
            &[
                "month",
                "value",
                "published",
                "url",
                "outlet",
                "publisher",
                "status",
                "sector",
                "note",
                "as-published",
                "data",
            ],
        ),
        other => return Err(End::Called(format!("there is no {other:?} here"))),
    };
    let mut given = Given::default();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("help") | Short('h') => {
                return Ok((Verb::Help(help), given));
            }
            Long("yes") if known.contains(&"url") => given.yes = true,
            Long(name) => match known.iter().find(|it| **it == name) {
                Some(name) => given.options.push((name, arguments.value()?.string()?)),
                None => return Err(argument.unexpected().into()),
            },
            Value(value) if given.value.is_none() && !matches!(verb, Verb::Add | Verb::Help(_)) => {
                given.value = Some(value.into());
            }
            other => return Err(other.unexpected().into()),
        }
    }
    Ok((verb, given))
}

/// What stood on the command line.
#[derive(Default)]
pub struct Given {
    pub value: Option<PathBuf>,
    options: Vec<(&'static str, String)>,
    pub yes: bool,
}

impl Given {
    pub fn all(&self, name: &str) -> Vec<String> {
        let named = self.options.iter().filter(|it| it.0 == name);
        named.map(|it| it.1.clone()).collect()
    }

    pub fn one(&self, name: &str) -> Option<&str> {
        self.options.iter().rfind(|it| it.0 == name).map(|it| it.1.as_str())
    }

    pub fn folder(&self) -> PathBuf {
        self.one("data").unwrap_or(DATA).into()
    }

    /// `None` when the option was left out.
    pub fn read<T>(
        &self,
        name: &str,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> Result<Option<T>, End> {
        let read = |text| read(text).map_err(|why| End::Called(format!("--{name}: {why}")));
        self.one(name).map(read).transpose()
    }

    /// What was left out is asked for, where somebody can answer.
    pub fn read_or_ask<T>(
        &self,
        name: &str,
        question: &str,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> Result<T, End> {
        if let Some(value) = self.read(name, &read)? {
            return Ok(value);
        }
        loop {
            let Some(answer) = ask(question) else {
                return Err(End::Called(format!("--{name} is missing ({question})")));
            };
            match read(&answer) {
                Ok(value) => return Ok(value),
                Err(why) => eprintln!("  {why}"),
            }
        }
    }
}

/// `None` where nobody can answer.
pub fn ask(question: &str) -> Option<String> {
    if !io::stdin().is_terminal() {
        return None;
    }
    eprint!("{question} ");
    let _ = io::stderr().flush();
    let mut answer = String::new();
    let read = io::stdin().read_line(&mut answer).ok()?;
    (read > 0).then(|| answer.trim().to_owned())
}

/// As in a cell of a CSV file, with the same words when it is not, but for the advice on
/// spreadsheets in brackets.
fn cell<T>(text: &str, read: impl Fn(&Cell) -> Result<T, Rule>) -> Result<T, String> {
    let place = Place { file: "".into(), line: 1, column: 1 };
    read(&Cell { text: text.to_owned(), place }).map_err(|rule| {
        let words = rule.to_string();
        words.split(" (").next().unwrap_or_default().to_owned()
    })
}

pub fn date(text: &str) -> Result<Date, String> {
    cell(text, cells::or_else(Rule::Date))
}

pub fn amount(text: &str) -> Result<Amount, String> {
    cell(text, |it| cells::amount(it, TERMS.unit))
}

pub fn url(text: &str) -> Result<String, String> {
    cell(text, cells::url).map(|()| text.to_owned())
}

pub fn span(text: &str) -> Result<Span, String> {
    cell(text, cells::or_else(Rule::Month))
}

pub fn words(text: &str) -> Result<String, String> {
    let text = text.trim();
    let fits = !text.is_empty() && !text.contains(['\n', '\r']);
    fits.then(|| text.to_owned()).ok_or_else(|| "write it on one line".to_owned())
}
