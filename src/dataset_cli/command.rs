//! What each command does, what is said, and the yes before anything is written.

use std::ffi::OsString;
use std::fmt::Display;
use std::panic;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};

use super::arguments::{self, DATA, End, Given, Verb, amount, ask, date, span, url, words};
use super::diff::{self, Snapshot};
use super::propose::{self, Figure, NewSource, Proposal, Standing};
use super::refusal;
use super::workbook::{Allowed, Edition, LATER};
use super::write;
use crate::calendar::{Date, Month, days_in};
use crate::data::Status;
use crate::data::package;
use crate::data::problem::Problem;
use crate::i18n::{Format, Lang};
use crate::package_text::TERMS;

/// Does what the arguments, without the program's name, ask for; the exit code.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    let mut arguments = lexopt::Parser::from_args(arguments);
    match done(&mut arguments) {
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

fn done(arguments: &mut lexopt::Parser) -> Result<u8, End> {
    let (verb, given) = arguments::read(arguments)?;
    match verb {
        Verb::Help(text) => print!("{text}"),
        Verb::Check => return check(given.value.as_deref().unwrap_or(Path::new(DATA))),
        Verb::Diff => changes(&given)?,
        Verb::Import => import(&given)?,
        Verb::Add => add(&given)?,
    }
    Ok(0)
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
    let allowed = Allowed {
        sheet: given.one("sheet").map(str::to_owned),
        renamed: given.all("renamed"),
        edition: given.read("edition", span)?.map(|it| it.end()),
    };

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
