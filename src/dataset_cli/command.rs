//! The command line: what is asked for, what is said, and the yes before anything is written.

use std::ffi::OsString;
use std::fmt::Display;
use std::io::{self, IsTerminal, Write};
use std::panic;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};

use lexopt::prelude::{Long, Short, Value, ValueExt};

use super::diff::{self, Snapshot};
use super::propose::{self, Figure, NewSource, Proposal, Standing};
use super::refusal::{self, Refusal};
use super::workbook::{Allowed, Edition, LATER};
use super::write;
use crate::calendar::{Date, Month, Span, days_in};
use crate::data::cells;
use crate::data::csv::Cell;
use crate::data::package;
use crate::data::problem::{Place, Problem, Rule};
use crate::data::{Amount, Status};
use crate::i18n::{Format, Lang};
use crate::package_text::TERMS;

const DATA: &str = "static/data";

const HELP: &str = concat!(
    "The data of ",
    package_text!(title en),
    ", for people who keep it up to date.

  dataset check             does the data keep its rules?
  dataset import FILE       add what a new State Bank workbook says
  dataset add               add one figure that is reported before the workbook is out
  dataset diff [FOLDER]     what has changed, and what the headline says now

Each month: when a figure is in the news, `add` it; when the workbook \"Trade in Services\" is
out, `import` it. Both first show what would change and write nothing until you say yes.
`dataset import --help` and so on say more. From a checkout of the project, write
`scripts/dataset import FILE` for `dataset import FILE`.

The exit code is 0 when all is well (also when nothing was to be done, or nobody said yes),
1 when something was refused and nothing was written, 2 when the command was called in
another way, 3 when the disk did not let it write.
"
);

const CHECK: &str = "\
Usage: dataset check [FOLDER]

Reads the CSV files in FOLDER (static/data when left out) and names everything that
breaks a rule, one problem a line:

  static/data/observations.csv:12:5: what is wrong: what to do
                          file:line:column

Lines and columns count from 1; line 1 is the header. Correct the files, save them as
CSV with commas and in UTF-8, and check again. The exit code is 0 when there is no
problem, 1 when there is one, 2 when the command was called in another way. A line that
starts with \"worth a look\" is no problem.
";

const IMPORT: &str = "\
Usage: dataset import FILE [--published DAY] [--url ADDRESS] [--yes] …

Reads the State Bank of Pakistan's workbook \"Trade in Services\" (.xls or .xlsx): exports of
item 9 with its parts, of 10.3.5 and of all services, in every month and July-to-month total it
has. Shows what is new and what is revised, what the headline will say, and asks for a yes.
Figures that stand stay as they are: what is revised stands beside them, with its day.

  --published DAY       when the State Bank published it: 2026-03-17. Left out, it is the day
                        on which the file was last saved, and the source says \"inferred\"
  --url ADDRESS         where you downloaded it; asked for when a source is new
  --outlet NAME         whose copy it is, when not the State Bank's own
  --yes                 write without asking

What does not look right is refused, with the cell, the reason and what to do. Three things may
be right all the same; say so after comparing with the State Bank's own file:

  --as-published CODE   the jump of this sector (total, computer.freelance …) is printed so
  --renamed CODE        the line of this code (9.2.2) has another name and means the same
  --sheet NAME          the sheet is called so, and no longer EBOPS

  --data FOLDER         the data, when not static/data

Example:
  dataset import ~/Downloads/dt.xls --published 2026-03-17 --url https://…/dt.xls
";

const ADD: &str = concat!(
    "Usage: dataset add [--month MONTH --value MILLIONS --published DAY --url ADDRESS …] [--yes]

Adds one figure, such as the headline of a month, as somebody reports it before the workbook is
out. What is not given is asked for, step by step. Shows what would change and asks for a yes.

  --month MONTH         2026-08; for a total of several months 2026-07..2026-08
  --value MILLIONS      millions of ",
    package_text!(full unit en),
    ": 391.4
  --published DAY       2026-09-17, or 2026-09 where the page shows no day
  --url ADDRESS         the page where you read it
  --outlet NAME         whose page it is: Dawn
  --publisher NAME      whose figure it is (when left out the first of: ",
    package_text!(publishers en),
    ")
  --status WORD         provisional (when left out), revised or final
  --sector CODE         a sector of sectors.csv (total)
  --note TEXT           what else there is to say
  --as-published CODE   a change of more than 60% on the year is printed so
  --yes                 write without asking
  --data FOLDER         the data, when not static/data

Example:
  dataset add --month 2026-08 --value 391.4 --published 2026-09-17 \\
              --outlet Dawn --url https://www.dawn.com/news/…
"
);

const DIFF: &str = "\
Usage: dataset diff [FOLDER] [--data FOLDER]

Says what differs between the data (static/data, or --data) and an older state of it: new
months, revisions, records broken, what the headline says now in both languages. The older
state is that in FOLDER; without one, that of the last commit (this needs git).
";

/// How a call ends, other than well.
enum End {
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

/// Does what the arguments, without the program's name, ask for; the exit code.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    let mut arguments = lexopt::Parser::from_args(arguments);
    match verb(&mut arguments) {
        Ok(code) => code,
        Err(End::Refused(refusals)) => {
            for line in refusal::lines(&refusals) {
                println!("{line}");
            }
            let count = refusals.len();
            let plural = if count == 1 { "" } else { "s" };
            println!("Refused, for {count} reason{plural}; nothing was written.");
            1
        }
        Err(End::Called(why)) => {
            eprintln!("{why}\nSee dataset --help");
            2
        }
        Err(End::NotWritten(refusal)) => {
            println!("{refusal}");
            3
        }
    }
}

fn verb(arguments: &mut lexopt::Parser) -> Result<u8, End> {
    let verb = match arguments.next()? {
        Some(Long("help") | Short('h')) => "help".to_owned(),
        Some(Value(verb)) => verb.string()?,
        Some(other) => return Err(other.unexpected().into()),
        None => return Err(End::Called(HELP.to_owned())),
    };
    let (help, known): (&str, &[&str]) = match verb.as_str() {
        "help" => (HELP, &[]),
        "check" => (CHECK, &[]),
        "diff" => (DIFF, &["data"]),
        "import" => {
            (IMPORT, &["published", "url", "outlet", "as-published", "renamed", "sheet", "data"])
        }
        "add" => (
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
                print!("{help}");
                return Ok(0);
            }
            Long("yes") if known.contains(&"url") => given.yes = true,
            Long(name) => match known.iter().find(|it| **it == name) {
                Some(name) => given.options.push((name, arguments.value()?.string()?)),
                None => return Err(argument.unexpected().into()),
            },
            Value(value) if given.value.is_none() && !["add", "help"].contains(&verb.as_str()) => {
                given.value = Some(value.into());
            }
            other => return Err(other.unexpected().into()),
        }
    }
    match verb.as_str() {
        "help" => print!("{HELP}"),
        "check" => return check(given.value.as_deref().unwrap_or(Path::new(DATA))),
        "diff" => changes(&given)?,
        "import" => import(&given)?,
        _ => add(&given)?,
    }
    Ok(0)
}

/// What stood on the command line.
#[derive(Default)]
struct Given {
    value: Option<PathBuf>,
    options: Vec<(&'static str, String)>,
    yes: bool,
}

impl Given {
    fn all(&self, name: &str) -> Vec<String> {
        let named = self.options.iter().filter(|it| it.0 == name);
        named.map(|it| it.1.clone()).collect()
    }

    fn one(&self, name: &str) -> Option<&str> {
        self.options.iter().rfind(|it| it.0 == name).map(|it| it.1.as_str())
    }

    fn folder(&self) -> PathBuf {
        self.one("data").unwrap_or(DATA).into()
    }

    /// `None` when the option was left out.
    fn read<T>(
        &self,
        name: &str,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> Result<Option<T>, End> {
        let read = |text| read(text).map_err(|why| End::Called(format!("--{name}: {why}")));
        self.one(name).map(read).transpose()
    }

    /// What was left out is asked for, where somebody can answer.
    fn read_or_ask<T>(
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
fn ask(question: &str) -> Option<String> {
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

fn date(text: &str) -> Result<Date, String> {
    cell(text, cells::or_else(Rule::Date))
}

fn amount(text: &str) -> Result<Amount, String> {
    cell(text, |it| cells::amount(it, TERMS.unit))
}

fn url(text: &str) -> Result<String, String> {
    cell(text, cells::url).map(|()| text.to_owned())
}

fn span(text: &str) -> Result<Span, String> {
    cell(text, cells::or_else(Rule::Month))
}

fn words(text: &str) -> Result<String, String> {
    let text = text.trim();
    let fits = !text.is_empty() && !text.contains(['\n', '\r']);
    fits.then(|| text.to_owned()).ok_or_else(|| "write it on one line".to_owned())
}

/// Today in Pakistan, which publishes.
fn today() -> Date {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let mut days = (since.as_secs() + 5 * 3600) / 86_400;
    let mut month = Month::ZERO.plus(1970 * 12);
    loop {
        let length = u64::from(days_in(month));
        if days < length {
            return Date { month, day: Some(days as u8 + 1) };
        }
        days -= length;
        month = month.plus(1);
    }
}

fn check(folder: &Path) -> Result<u8, End> {
    if !folder.is_dir() {
        return Err(End::Called(format!("{} is not a folder", folder.display())));
    }
    let format = Format::new(Lang::En, None);
    let name = folder.display();
    let opened = package::open(folder, &TERMS);
    let problems = |problems: &[Problem]| {
        for problem in problems {
            println!("{problem}");
        }
        let plural = if problems.len() == 1 { "" } else { "s" };
        println!("{name}: {} problem{plural}", format.count(problems.len()));
        Ok(1)
    };
    let opened = match opened {
        Ok(opened) => opened,
        Err(found) => return problems(&found),
    };
    for warning in &opened.warnings {
        println!("worth a look: {warning}");
    }
    let Some((dataset, ..)) = opened.package.into_record() else { return problems(&[]) };
    let record = dataset.monthly_record();
    println!(
        "{name}: {} figures, {} months, latest {}: no problems",
        format.count(dataset.observations.len()),
        record.len(),
        format.month(record.end()),
    );
    Ok(0)
}

fn import(given: &Given) -> Result<(), End> {
    let Some(file) = &given.value else {
        return Err(End::Called("which file? dataset import FILE".to_owned()));
    };
    let published = given.read("published", date)?;
    let address = given.read("url", url)?;
    let allowed =
        Allowed { sheet: given.one("sheet").map(str::to_owned), renamed: given.all("renamed") };

    eprintln!("Reading {} …", file.display());
    // Where its reader stumbles over a damaged file, what is said of that is enough.
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let edition = Edition::read(file, &allowed);
    panic::set_hook(hook);
    let edition = edition?;
    let format = Format::new(Lang::En, None);
    let periods = edition.periods.iter().map(|it| {
        let mark = it.heading.status.map_or(String::new(), |it| format!(" ({})", it.code()));
        format!("{}{mark}", format.span(it.heading.span))
    });
    let month = edition.month().unwrap_or(Month::ZERO);
    let title = format!("Trade in Services, {} edition", format.month(month));
    println!("{title}\n  {}", periods.collect::<Vec<_>>().join(" · "));
    for code in LATER.iter().filter(|it| edition.line(it).is_none()) {
        println!("  without the line {code}, which editions before July 2024 may not have");
    }

    eprintln!("Reading {} …", given.folder().display());
    let standing = open(given)?;
    let id = propose::edition_id(month);
    let known = standing.source_of(&id, address.as_deref());
    let mut source = NewSource {
        id: known.map_or_else(|| standing.free_id(&id), |it| it.0.to_owned()),
        publisher: "State Bank of Pakistan".to_owned(),
        outlet: given.one("outlet").unwrap_or("State Bank of Pakistan").to_owned(),
        title,
        url: known.map(|it| it.1.url.clone()).or(address).unwrap_or_default(),
        dated: published.is_some_and(|it| it.day.is_some()),
    };
    let (today, jumps) = (today(), given.all("as-published"));
    let saved = edition.saved.filter(|it| it.month > month && it.has_come_by(today));
    let propose = |source: &NewSource, day: Date| {
        propose::import(&standing, &edition, source, day, &jumps, today)
    };
    // Questions only for what is new, and not before it is known to be sound.
    let guess = propose(&source, published.or(saved).unwrap_or(today))?;
    if guess.rows.is_empty() {
        return conclude(given, &standing, guess, Vec::new());
    }
    let mut look = Vec::new();
    let day = match (published, saved) {
        (Some(day), _) => day,
        (None, None) => {
            source.dated = true;
            given.read_or_ask("published", "On which day was it published (2026-03-17)?", date)?
        }
        (None, Some(saved)) => {
            let question = format!(
                "On which day was it published? Return for {saved}, when the file was saved:"
            );
            match ask(&question).filter(|it| !it.is_empty()) {
                Some(answer) => {
                    source.dated = true;
                    date(&answer).map_err(End::Called)?
                }
                None => {
                    look.push(format!(
                        "the day of publication, {saved}, is that on which the file was last \
                         saved; if you know it, repeat with --published"
                    ));
                    saved
                }
            }
        }
    };
    if source.url.is_empty() {
        source.url =
            given.read_or_ask("url", "From which address was it downloaded (https://…)?", url)?;
    }
    conclude(given, &standing, propose(&source, day)?, look)
}

fn open(given: &Given) -> Result<Standing, End> {
    let folder = given.folder();
    if !folder.is_dir() {
        return Err(End::Called(format!("{} is not a folder", folder.display())));
    }
    Ok(Standing::open(&folder)?)
}

fn add(given: &Given) -> Result<(), End> {
    let standing = open(given)?;
    let sectors = &standing.dataset.sectors;
    let sector = |code: &str| {
        sectors.by_code(code).ok_or_else(|| {
            let codes: Vec<&str> = sectors.ids().map(|it| sectors.get(it).code.as_str()).collect();
            format!("{code:?} is no sector: write one of {}", codes.join(", "))
        })
    };
    let status = |word: &str| {
        let all = [Status::Provisional, Status::Revised, Status::Final];
        let known = all.into_iter().find(|it| it.code() == word);
        known.ok_or_else(|| format!("{word:?}: write provisional, revised or final"))
    };
    let optional_words =
        |name, usual: &str| Ok::<_, End>(given.read(name, words)?.unwrap_or(usual.to_owned()));

    let next = standing.dataset.monthly_record().end().plus(1);
    let question = format!("Which month (the next of the record is {next})?");
    let span = given.read_or_ask("month", &question, span)?;
    let amount = given.read_or_ask(
        "value",
        concat!("How much, in millions of ", package_text!(full unit en), "?"),
        amount,
    )?;
    let question = "On which day was it published (2026-09-17; 2026-09 if no day is shown)?";
    let published = given.read_or_ask("published", question, date)?;
    let address = given.read_or_ask("url", "On which page did you read it (https://…)?", url)?;
    let known = standing.source_at(&address);
    let outlet = match known {
        Some((_, source)) => source.outlet.clone(),
        None => given.read_or_ask("outlet", "Whose page is it (Dawn)?", words)?,
    };
    let figure = Figure {
        sector: given.read("sector", sector)?.unwrap_or(crate::data::SectorId::TOTAL),
        span,
        amount,
        status: given.read("status", status)?.unwrap_or(Status::Provisional),
        note: given.one("note").unwrap_or_default().to_owned(),
    };
    let short = short_name(&outlet);
    let publisher = package_text!(publishers en).split(", ").next().unwrap_or_default();
    let source = NewSource {
        id: known.map_or_else(
            || standing.free_id(&format!("{short}-{published}")),
            |it| it.0.to_owned(),
        ),
        publisher: optional_words("publisher", publisher)?,
        outlet,
        title: String::new(),
        url: address,
        dated: published.day.is_some(),
    };
    let jumps = given.all("as-published");
    let proposal = propose::add(&standing, figure, &source, published, &jumps, today())?;
    conclude(given, &standing, proposal, Vec::new())
}

/// `publicdashboard` for `Public dashboard, parsed from …`.
fn short_name(outlet: &str) -> String {
    let mut short = String::new();
    for word in outlet.to_lowercase().split(|it: char| !it.is_ascii_alphanumeric()) {
        if short.is_empty() || short.len() + word.len() <= 16 {
            short.push_str(word);
        } else {
            break;
        }
    }
    if short.is_empty() { "page".to_owned() } else { short }
}

/// Says what the proposal changes, asks, and writes.
fn conclude(
    given: &Given,
    standing: &Standing,
    proposal: Proposal,
    mut look: Vec<String>,
) -> Result<(), End> {
    eprintln!("Checking what comes of it …");
    write::sweep(&standing.folder);
    let outcome = proposal.outcome(standing)?;
    let old = Snapshot { data: &standing.dataset, sources: &standing.sources };
    let new = Snapshot { data: &outcome.dataset, sources: &outcome.sources };
    look.extend(proposal.jumps.iter().map(ToString::to_string));
    look.extend(outcome.warnings.iter().map(ToString::to_string));
    if proposal.rows.is_empty() {
        println!("All its figures stand already: nothing to add.");
        look.clear();
    }
    print!("{}", diff::describe(old, new, &look));
    if outcome.changes.is_empty() {
        return Ok(());
    }
    let files: Vec<&str> = outcome.changes.iter().map(|it| it.file).collect();
    let (files, folder) = (files.join(", "), standing.folder.display());
    println!("\nTo be changed in {folder}: {files}");
    let yes = given.yes
        || ask("Write this? Type yes to write, anything else to leave it:")
            .is_some_and(|it| it.eq_ignore_ascii_case("yes"));
    if !yes {
        println!("Nothing was written. To write it, repeat the command with --yes.");
        return Ok(());
    }
    write::write(&standing.folder, &outcome.changes, &mut |_| Ok(())).map_err(End::NotWritten)?;
    println!("Written. Look at the page with make serve, then commit {folder}.");
    Ok(())
}

fn changes(given: &Given) -> Result<(), End> {
    let new = open(given)?;
    let committed;
    let old = match &given.value {
        Some(folder) if folder.is_dir() => folder,
        Some(folder) => return Err(End::Called(format!("{} is not a folder", folder.display()))),
        None => {
            committed = Committed::of(&new.folder).map_err(|why| {
                let why = format!("the last commit cannot be read ({why})");
                End::Called(format!("{why}: name a folder with the older data"))
            })?;
            &committed.0
        }
    };
    let old = Standing::open(old)?;
    let snapshot = |it: &Standing| {
        diff::describe(
            Snapshot { data: &old.dataset, sources: &old.sources },
            Snapshot { data: &it.dataset, sources: &it.sources },
            &it.warnings.iter().map(ToString::to_string).collect::<Vec<_>>(),
        )
    };
    match snapshot(&new) {
        text if text.is_empty() => println!("No figure differs."),
        text => print!("{text}"),
    }
    Ok(())
}

/// The data of the last commit, in a folder that goes when this does.
struct Committed(PathBuf);

impl Committed {
    fn of(folder: &Path) -> Result<Committed, String> {
        let git = |arguments: &[&str]| {
            let output = Command::new("git").arg("-C").arg(folder).args(arguments).output();
            let output = output.map_err(|it| it.to_string())?;
            let said = || String::from_utf8_lossy(&output.stderr).trim().to_owned();
            if output.status.success() { Ok(output.stdout.clone()) } else { Err(said()) }
        };
        let name = format!("it-exports-committed-{}", std::process::id());
        let committed = Committed(std::env::temp_dir().join(name));
        let failed = |it: &dyn Display| it.to_string();
        std::fs::create_dir_all(&committed.0).map_err(|it| failed(&it))?;
        let files = git(&["ls-tree", "--name-only", "HEAD", "./"])?;
        for file in String::from_utf8_lossy(&files).lines() {
            let bytes = git(&["show", &format!("HEAD:./{file}")])?;
            std::fs::write(committed.0.join(file), bytes).map_err(|it| failed(&it))?;
        }
        Ok(committed)
    }
}

impl Drop for Committed {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
