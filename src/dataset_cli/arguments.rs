//! What is asked for: on the command line, and, where something was left out, of whoever sits before it.

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

use lexopt::prelude::{Long, Short, Value, ValueExt};

use super::heading::Heading;
use super::help::{ADD, CHECK, DIFF, HELP, IMPORT};
use super::refusal::Refusal;
use crate::calendar::{Date, Span};
use crate::data::cells;
use crate::data::csv::{Cell, seen};
use crate::data::problem::{Place, Rule};
use crate::data::{Amount, SectorId, Sectors, Status};
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
                "from",
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

    /// As if it had been given, too.
    pub fn put(&mut self, name: &'static str, value: &str) {
        self.options.push((name, value.to_owned()));
    }

    /// As if it had been left out, so that it is asked for anew.
    pub fn forget(&mut self, name: &str) {
        self.options.retain(|it| it.0 != name);
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

    /// What was left out is asked for, where somebody can answer, and kept. What cannot be read is
    /// asked for again.
    pub fn read_or_ask<T>(
        &mut self,
        name: &'static str,
        question: &str,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> Result<T, End> {
        match self.read(name, &read) {
            Ok(Some(value)) => return Ok(value),
            Err(End::Called(why)) if can_answer() => eprintln!("  {why}"),
            Err(end) => return Err(end),
            Ok(None) => {}
        }
        loop {
            let Some(answer) = ask(question) else {
                return Err(End::Called(format!("--{name} is missing ({question})")));
            };
            match read(&answer) {
                Ok(value) => {
                    self.put(name, &answer);
                    return Ok(value);
                }
                Err(why) => eprintln!("  {why}"),
            }
        }
    }
}

pub fn can_answer() -> bool {
    io::stdin().is_terminal()
}

/// `None` where nobody can answer.
pub fn ask(question: &str) -> Option<String> {
    if !can_answer() {
        return None;
    }
    eprint!("{question} ");
    let _ = io::stderr().flush();
    let mut answer = String::new();
    let read = io::stdin().read_line(&mut answer).ok()?;
    (read > 0).then(|| answer.trim().to_owned())
}

/// Asks until it is answered; false where nobody can answer.
pub fn yes(question: &str) -> bool {
    while let Some(answer) = ask(question) {
        match answer.to_lowercase().as_str() {
            "y" | "yes" => return true,
            "n" | "no" => return false,
            _ => eprintln!("  answer y for yes or n for no"),
        }
    }
    false
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

/// `2026-09-17`, `17 September 2026`, `Sep 17, 2026`, or only the month.
pub fn date(text: &str) -> Result<Date, String> {
    let words: Vec<&str> =
        text.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).collect();
    let day = |text: &str| {
        let end = text.find(|it: char| !it.is_ascii_digit()).unwrap_or(text.len());
        let (digits, rest) = text.split_at(end);
        ["", "st", "nd", "rd", "th"].contains(&rest).then(|| digits.parse::<u8>().ok())?
    };
    let month = |name: &str, year: &str| {
        let named = name.chars().all(char::is_alphabetic) && year.len() == 4;
        let heading = Heading::read(&format!("{name} {year}")).filter(|_| named)?;
        Some(heading.span.end())
    };
    let read = match words.as_slice() {
        [name, year] => month(name, year).map(|month| Date { month, day: None }),
        [one, other, year] => match (day(one), day(other)) {
            (Some(day), None) => month(other, year).map(|month| Date { month, day: Some(day) }),
            (None, Some(day)) => month(one, year).map(|month| Date { month, day: Some(day) }),
            _ => None,
        },
        _ => None,
    };
    let read = read.map_or_else(|| text.trim().to_owned(), |it| it.to_string());
    cell(&read, cells::or_else(Rule::Date)).map_err(|why| why.replace(&read, text.trim()))
}

/// `394`, `$394 million`, `US$ 4.183 billion`, `1,811`.
pub fn amount(text: &str) -> Result<Amount, String> {
    let mut number = text.trim().to_lowercase();
    let names = [
        package_text!(full unit en),
        package_text!(unit en),
        package_text!(sign),
        package_text!(unit code),
        package_text!(symbol),
    ];
    for name in names.map(str::to_lowercase) {
        let before = number.strip_prefix(&name).unwrap_or(&number);
        number = before.strip_suffix(&name).unwrap_or(before).trim().to_owned();
    }
    let ends = |names: &[&str], number: &str| {
        names.iter().find_map(|name| Some(number.strip_suffix(name)?.trim().to_owned()))
    };
    let billions = ends(&["billion", "bn", "b"], &number);
    let millions = ends(&["million", "mln", "mn", "m"], &number);
    let mut plain = billions.clone().or(millions).unwrap_or(number);
    // 1,811.5, and not 1,03.
    let whole = plain.split('.').next().unwrap_or_default();
    let mut groups = whole.split(',');
    let first = groups.next().is_some_and(|it| (1..=3).contains(&it.len()));
    if first && groups.all(|it| it.len() == 3) {
        plain = plain.replace(',', "");
    }
    if billions.is_some() {
        let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
        let decimals = format!("{decimals:0<3}");
        let (thousands, rest) = decimals.split_at(decimals.len().min(3));
        plain = format!("{whole}{thousands}.{rest:0<1}");
    }
    let as_written = plain == text.trim() || billions.is_some() || text.trim().starts_with('-');
    let read = cell(&plain, |it| cells::amount(it, TERMS.unit));
    read.or_else(|why| {
        if as_written { Err(why) } else { cell(text.trim(), |it| cells::amount(it, TERMS.unit)) }
    })
}

pub fn url(text: &str) -> Result<String, String> {
    if text.len() > MAX_ADDRESS {
        return Err(format!("an address has at most {MAX_ADDRESS} letters"));
    }
    cell(text, cells::url).map(|()| text.to_owned())
}

/// `2026-08`, `August 2026`, `2026-07..2026-08`, `July-August FY27`.
pub fn span(text: &str) -> Result<Span, String> {
    let heading = Heading::read(text).filter(|it| it.status.is_none());
    let named = || heading.map(|it| it.span).ok_or(());
    text.trim().parse().or_else(|_| named()).map_err(|()| {
        let place = Place { file: "".into(), line: 1, column: 1 };
        let excerpt = Cell { text: text.trim().to_owned(), place }.excerpt();
        format!(
            "{excerpt:?} is not a month: write 2026-08 or August 2026, and for a total of several \
             2026-07..2026-08"
        )
    })
}

/// What browsers and servers take.
const MAX_ADDRESS: usize = 2000;

/// Room for the longest note of the record, twice.
const MAX_LETTERS: usize = 300;

/// A text on one line that is not empty and means in every program what it shows.
pub fn words(text: &str) -> Result<String, String> {
    let text = text.trim();
    if text.is_empty() || text.contains(['\n', '\r']) {
        return Err("write it on one line".to_owned());
    }
    if text.chars().count() > MAX_LETTERS {
        return Err(format!("shorten it to {MAX_LETTERS} letters"));
    }
    let plain = seen(text).and_then(|()| cells::no_formula(text));
    plain.map(|()| text.to_owned()).map_err(|rule| rule.to_string())
}

/// `provisional`, `revised` or `final`.
pub fn status(word: &str) -> Result<Status, String> {
    let all = [Status::Provisional, Status::Revised, Status::Final];
    let known = all.into_iter().find(|it| it.code() == word.trim());
    known.ok_or_else(|| format!("{word:?}: write provisional, revised or final"))
}

/// What is said to be printed so: a sector by its code, or a period.
pub fn told(sectors: &Sectors, code: &str) -> Result<String, String> {
    let period = code.parse::<Span>().map(|it| it.to_string());
    period.or_else(|_| sector(sectors, code).map(|it| sectors.get(it).code.clone()))
}

/// A sector by its code.
pub fn sector(sectors: &Sectors, code: &str) -> Result<SectorId, String> {
    sectors.by_code(code.trim()).ok_or_else(|| {
        let codes: Vec<&str> = sectors.ids().map(|it| sectors.get(it).code.as_str()).collect();
        format!("{code:?} is no sector: write one of {}", codes.join(", "))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_is_understood() {
        for (text, thousands) in [
            ("394", 394_000),
            ("394.262", 394_262),
            ("$394 million", 394_000),
            ("US$ 394m", 394_000),
            ("394 million US dollars", 394_000),
            ("394 million dollars", 394_000),
            ("USD 394.5 mn", 394_500),
            ("$4.183443 billion", 4_183_443),
            ("4.6bn", 4_600_000),
            ("1,811", 1_811_000),
            ("1,811.5 million", 1_811_500),
        ] {
            let amount = super::amount(text).map(Amount::thousands);
            assert_eq!(amount, Ok(thousands), "{text}");
        }
        for (text, months) in [
            ("2026-08", "2026-08"),
            (" 2026-08 ", "2026-08"),
            ("August 2026", "2026-08"),
            ("Aug 2026", "2026-08"),
            ("aug-26", "2026-08"),
            ("2026-07..2026-08", "2026-07..2026-08"),
            ("July-August FY27", "2026-07..2026-08"),
            ("FY26", "2025-07..2026-06"),
        ] {
            assert_eq!(span(text), Ok(months.parse().unwrap()), "{text}");
        }
        for (text, day) in [
            ("2026-09-17", "2026-09-17"),
            ("17 September 2026", "2026-09-17"),
            ("17th Sep, 2026", "2026-09-17"),
            ("Sep 7, 2026", "2026-09-07"),
            ("September 2026", "2026-09"),
            ("2026-09", "2026-09"),
        ] {
            assert_eq!(date(text), Ok(day.parse().unwrap()), "{text}");
        }
    }

    #[test]
    fn what_could_mean_two_things_is_not() {
        for text in ["", "394 or so", "1,03", "1.811.000", "-394", "394 thousand", "4,60 billion"] {
            assert!(amount(text).is_err(), "{text}");
        }
        for text in ["", "August", "08/2026", "2026", "July-August 2026", "Aug-26 (P)"] {
            assert!(span(text).is_err(), "{text}");
        }
        for text in ["", "17/09/2026", "09-17-2026", "31 September 2026", "17 Sep 26", "yesterday"]
        {
            assert!(date(text).is_err(), "{text}");
        }
        let words = words("Da\u{202e}wn").unwrap_err();
        assert!(words.starts_with("the cell has a sign that nobody sees (U+202E)"), "{words}");
    }
}
