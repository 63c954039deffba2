//! What each command does, what is said, and the yes before anything is written.

use std::ffi::OsString;
use std::fmt::Display;
use std::panic;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};

use super::arguments::{
    self, DATA, End, Given, Verb, amount, ask, can_answer, date, span, url, words, yes,
};
use super::diff::{self, Snapshot};
use super::list;
use super::propose::{self, Entry, Figure, NewSource, Outcome, Proposal, Standing, own_folder};
use super::refusal::{self, Refusal, Why};
use super::workbook::{Allowed, Edition, LATER};
use super::write::{Lock, write};
use crate::calendar::{Date, Month, days_in};
use crate::data::SectorId;
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
    let (verb, mut given) = arguments::read(arguments)?;
    match verb {
        Verb::Help(text) => print!("{text}"),
        Verb::Check => return check(given.value.as_deref().unwrap_or(Path::new(DATA))),
        Verb::Diff => changes(&given)?,
        Verb::Import => import(&mut given)?,
        Verb::Add => add(&mut given)?,
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
    let opened = {
        let _lock = Lock::to_read(folder);
        package::open(folder, &TERMS)
    };
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

fn import(given: &mut Given) -> Result<(), End> {
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
    let package = Package::open(given)?;
    let standing = &package.standing;
    let id = propose::edition_id(month);
    let known = standing.source_of(&id, address.as_deref());
    let mut source = NewSource {
        id: known.map_or_else(|| standing.free_id(&id, &[]), |it| it.0.to_owned()),
        publisher: "State Bank of Pakistan".to_owned(),
        outlet: given.read("outlet", words)?.unwrap_or("State Bank of Pakistan".to_owned()),
        title,
        url: known.map(|it| it.1.url.clone()).or(address).unwrap_or_default(),
        dated: published.is_some_and(|it| it.day.is_some()),
    };
    let today = today();
    let last = standing.last_day_of(month, today);
    let saved = edition.saved.filter(|it| it.month > month && *it <= last);
    let propose = |source: &NewSource, day: Date, given: &mut Given| -> Result<_, End> {
        loop {
            let jumps = given.all("as-published");
            match propose::import(standing, &edition, source, day, &jumps, today) {
                Ok(proposal) => return Ok(proposal),
                Err(refusals) => confirmed(given, refusals)?,
            }
        }
    };
    // Questions only for what is new, and not before it is known to be sound.
    let guess = propose(&source, published.or(saved).unwrap_or(last), given)?;
    if guess.rows.is_empty() {
        return conclude(given, &package, guess, Vec::new());
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
            let day = loop {
                match ask(&question).filter(|it| !it.is_empty()).map(|it| date(&it)) {
                    Some(Ok(day)) => break Some(day),
                    Some(Err(why)) => eprintln!("  {why}"),
                    None => break None,
                }
            };
            source.dated = day.is_some_and(|it| it.day.is_some());
            if day.is_none() {
                look.push(format!(
                    "the day of publication, {saved}, is that on which the file was last \
                     saved; if you know it, repeat with --published"
                ));
            }
            day.unwrap_or(saved)
        }
    };
    if source.url.is_empty() {
        source.url =
            given.read_or_ask("url", "From which address was it downloaded (https://…)?", url)?;
    }
    let proposal = propose(&source, day, given)?;
    conclude(given, &package, proposal, look)
}

/// The package as it stands, and what keeps others from it.
struct Package {
    standing: Standing,
    /// From here to the end where nobody is asked anything; otherwise others may write meanwhile.
    lock: Option<Lock>,
}

impl Package {
    fn open(given: &Given) -> Result<Package, End> {
        let folder = given.folder();
        if !folder.is_dir() {
            return Err(End::Called(format!("{} is not a folder", folder.display())));
        }
        let lock = (given.yes && !can_answer()).then(|| Lock::to_write(&folder)).transpose();
        let lock = lock.map_err(End::NotWritten)?;
        let reading = if lock.is_none() { Lock::to_read(&folder).ok() } else { None };
        let standing = Standing::open(&folder)?;
        drop(reading);
        for code in given.all("as-published") {
            let told = arguments::told(&standing.dataset.sectors, &code);
            told.map_err(|why| End::Called(format!("--as-published: {why}")))?;
        }
        Ok(Package { standing, lock })
    }
}

/// Asks whether what is unusual is printed so; `Err` where nobody can answer, where it is not, or
/// where there is more to it.
fn confirmed(given: &mut Given, refusals: Vec<Refusal>) -> Result<(), End> {
    let askable = refusals.iter().all(|it| it.why.to_be_told().is_some());
    if !can_answer() || !askable {
        return Err(refusals.into());
    }
    for it in &refusals {
        let Some(code) = it.why.to_be_told() else { continue };
        if given.all("as-published").contains(&code) {
            continue;
        }
        let question = format!("{}: {}. Is it printed so (y or n)?", it.place, it.why.finding());
        if !yes(&question) {
            return Err(refusals.into());
        }
        given.put("as-published", &code);
    }
    Ok(())
}

fn add(given: &mut Given) -> Result<(), End> {
    let package = Package::open(given)?;
    let standing = &package.standing;
    if let Some(file) = given.one("from").map(PathBuf::from) {
        let entries = list::read(&file, given, standing)?;
        let proposal = propose::add_all(standing, &entries, &given.all("as-published"), today())?;
        return conclude(given, &package, proposal, Vec::new());
    }
    loop {
        let entry = entry(given, standing)?;
        let told = given.all("as-published");
        let proposal = propose::add_all(standing, &[entry], &told, today());
        // Sound beside the record, it may still break a rule of the package.
        match proposal.and_then(|it| it.outcome(standing).map(|_| it)) {
            Ok(proposal) => return conclude(given, &package, proposal, Vec::new()),
            Err(refusals) => answered_anew(given, refusals)?,
        }
    }
}

/// One figure by what was given and what is answered.
fn entry(given: &mut Given, standing: &Standing) -> Result<Entry, End> {
    let sectors = &standing.dataset.sectors;
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
    let outlet = match standing.source_at(&address) {
        Some((_, source)) => source.outlet.clone(),
        None => given.read_or_ask("outlet", "Whose page is it (Dawn)?", words)?,
    };
    let sector = given.read("sector", |it| arguments::sector(sectors, it))?;
    let sector = sector.unwrap_or(SectorId::TOTAL);
    let publisher = given.read("publisher", words)?;
    let source = list::new_source(standing, &[], address, outlet, publisher, published);
    let usual = standing.usual_status((sector, span, amount), published, &source.id);
    let status = given.read("status", arguments::status)?.unwrap_or(usual);
    let note = given.read("note", words)?.unwrap_or_default();
    let figure = Figure { sector, span, amount, status, note };
    let (place, day_place) = ("--value".to_owned(), format!("--published {published}"));
    Ok(Entry { figure, source, published, place, day_place })
}

/// What was wrong is asked for again, and whether what is unusual is printed so; the other answers
/// are kept. `Err` where nobody can answer, or no other answer helps.
fn answered_anew(given: &mut Given, refusals: Vec<Refusal>) -> Result<(), End> {
    if !can_answer() {
        return Err(refusals.into());
    }
    for Refusal { why, .. } in &refusals {
        if let Some(code) = why.to_be_told() {
            if yes(&format!("  {}. Is it printed so (y or n)?", why.finding())) {
                given.put("as-published", &code);
            } else {
                given.forget("value");
            }
            continue;
        }
        let wrong: &[&str] = match why {
            Why::NotPublishedYet { .. } | Why::PublishedLater { .. } | Why::OtherAmount { .. } => {
                &["published"]
            }
            Why::LessFirm { .. } => &["published", "status"],
            Why::OtherUnit { .. } => &["value"],
            Why::Package(_) => &["month", "value"],
            _ => return Err(refusals.into()),
        };
        eprintln!("  {why}");
        wrong.iter().for_each(|it| given.forget(it));
    }
    Ok(())
}

/// Says what the proposal changes, asks, and writes.
fn conclude(
    given: &Given,
    Package { standing, lock }: &Package,
    proposal: Proposal,
    mut look: Vec<String>,
) -> Result<(), End> {
    eprintln!("Checking what comes of it …");
    let Outcome { changes, dataset, sources, warnings } = proposal.outcome(standing)?;
    let old = Snapshot { data: &standing.dataset, sources: &standing.sources };
    let new = Snapshot { data: &dataset, sources: &sources };
    let unusual = proposal.unusual.iter().map(|it| match it.why.to_be_told() {
        Some(code) => {
            format!("{}: {}, taken over, as {code} is printed so", it.place, it.why.finding())
        }
        None => it.to_string(),
    });
    look.extend(unusual);
    look.extend(warnings.iter().map(ToString::to_string));
    if proposal.rows.is_empty() {
        println!("All its figures stand already: nothing to add.");
        look.clear();
    }
    print!("{}", diff::describe(old, new, &look));
    if changes.is_empty() {
        return Ok(());
    }
    let files: Vec<&str> = changes.iter().map(|it| it.file).collect();
    let (files, folder) = (files.join(", "), standing.folder.display());
    println!("\nTo be changed in {folder}: {files}");
    if !given.yes && !yes("Write this (y or n)?") {
        println!("Nothing was written. To write it, repeat the command with --yes.");
        return Ok(());
    }
    let written = match lock {
        Some(lock) => lock.write(&changes, &mut |_| Ok(())),
        None => write(&standing.folder, &changes, &mut |_| Ok(())),
    };
    written.map_err(End::NotWritten)?;
    println!("Written. Look at the page with make serve, then commit {folder}.");
    Ok(())
}

fn changes(given: &Given) -> Result<(), End> {
    let new = Package::open(given)?.standing;
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
        let failed = |it: &dyn Display| it.to_string();
        let committed = Committed(own_folder("committed").map_err(|it| failed(&it))?);
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
