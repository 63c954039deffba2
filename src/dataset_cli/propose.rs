//! What is to be added to the data package, and the files that come of it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::refusal::{Refusal, Why};
use super::workbook::{Credit, Edition, Period, TOTAL};
use crate::calendar::{Date, Month, Span};
use crate::data::package::{self, Opened};
use crate::data::problem::Problem;
use crate::data::{
    Amount, Dataset, Observation, SectorId, Sectors, Source, Sources, Status, check,
};
use crate::package_text::TERMS;

/// The package as it stands on disk.
pub struct Standing {
    pub folder: PathBuf,
    pub dataset: Dataset,
    pub sources: Sources,
    pub warnings: Vec<Problem>,
    rows: Vec<Row>,
    /// Id, line and what it is, in the order of the file.
    listed: Vec<(String, usize, Source)>,
    files: [(&'static str, String); 3],
}

/// A row of `observations.csv`.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub sector: SectorId,
    pub span: Span,
    pub amount: Amount,
    pub status: Status,
    pub published: Date,
    /// Its id.
    pub source: String,
    pub note: String,
    /// From 1; 0 for a row that is not there yet.
    line: usize,
}

/// A row of `sources.csv`.
#[derive(Clone, Debug, PartialEq)]
pub struct NewSource {
    pub id: String,
    pub publisher: String,
    pub outlet: String,
    pub title: String,
    pub url: String,
    /// False when the day is not shown where the figure was read.
    pub dated: bool,
}

/// In the order in which they are written, which keeps every rule at every step: a source without a
/// figure is only worth a look, a figure without its source is not a figure, and the description
/// says how many rows there are at least.
pub(super) const FILES: [&str; 3] = ["sources.csv", "observations.csv", "datapackage.json"];

/// A file before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    pub file: &'static str,
    pub old: String,
    pub new: String,
}

/// A single figure, as it is reported before the workbook appears.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    pub sector: SectorId,
    pub span: Span,
    pub amount: Amount,
    pub status: Status,
    pub note: String,
}

/// Rows to add, and what they rest on.
pub struct Proposal {
    pub rows: Vec<Row>,
    pub source: Option<NewSource>,
    /// Jumps that are taken over because the record has printed ones like them.
    pub jumps: Vec<Refusal>,
}

/// What the package would be with the proposal in it.
pub struct Outcome {
    pub changes: Vec<Change>,
    pub dataset: Dataset,
    pub sources: Sources,
    pub warnings: Vec<Problem>,
}

impl Standing {
    /// # Errors
    ///
    /// Every problem of the package, or why it cannot be read.
    pub fn open(folder: &Path) -> Result<Standing, Vec<Refusal>> {
        let mut files = FILES.map(|it| (it, String::new()));
        for (name, text) in &mut files {
            // What is not there or no text is told better by the reader of the package.
            *text = fs::read_to_string(folder.join(*name)).unwrap_or_default();
        }
        let refuse = |problems: Vec<Problem>| -> Vec<Refusal> {
            problems.into_iter().map(Refusal::from).collect()
        };
        let Opened { package, warnings } = package::open(folder, &TERMS).map_err(refuse)?;
        let rows = package.figures.rows.iter().map(|it| {
            let Observation { sector, span, amount, status, published, .. } = it.value;
            let [first, .., source, _] = &it.cells;
            let (source, note) = (source.text.clone(), package::note(it).to_owned());
            let line = first.place.line;
            Row { sector, span, amount, status, published, source, note, line }
        });
        let rows = rows.collect();
        let listed = package.sources.rows.iter().map(|it| {
            let [id, ..] = &it.cells;
            (id.text.clone(), id.place.line, it.value.clone())
        });
        let listed = listed.collect();
        let (dataset, sources, _) =
            package.into_record().ok_or_else(|| refuse(warnings.clone()))?;
        let folder = folder.to_owned();
        Ok(Standing { folder, dataset, sources, warnings, rows, listed, files })
    }

    fn code(&self, sector: SectorId) -> String {
        self.dataset.sectors.get(sector).code.clone()
    }

    /// The source with this address.
    pub fn source_at(&self, url: &str) -> Option<(&str, &Source)> {
        self.find(|_, it| it.url == url)
    }

    /// The source of an edition: where it was corrected there is one for each address. The State
    /// Bank gives every edition the same address, so that alone says nothing.
    pub fn source_of(&self, edition: &str, url: Option<&str>) -> Option<(&str, &Source)> {
        self.find(|id, it| is_of(id, edition) && url.is_none_or(|url| it.url == url))
    }

    fn find(&self, is: impl Fn(&str, &Source) -> bool) -> Option<(&str, &Source)> {
        let found = self.listed.iter().find(|(id, _, source)| is(id, source));
        found.map(|(id, _, source)| (id.as_str(), source))
    }

    /// `id`, or with `.2`, `.3` … after it where it is taken.
    pub fn free_id(&self, id: &str) -> String {
        let taken = |it: &String| self.listed.iter().any(|listed| listed.0 == *it);
        let ids = std::iter::once(id.to_owned()).chain((2..).map(|it| format!("{id}.{it}")));
        ids.into_iter().find(|it| !taken(it)).unwrap_or_else(|| id.to_owned())
    }

    /// The figure published last of those before `day`.
    fn earlier(&self, sector: SectorId, span: Span, day: Date) -> Option<&Row> {
        let same = |it: &&Row| it.sector == sector && it.span == span && it.published < day;
        self.rows.iter().rfind(same)
    }

    fn latest(&self, sector: SectorId, span: Span) -> Option<&Row> {
        self.rows.iter().rfind(|it| it.sector == sector && it.span == span)
    }

    /// The mean month of the total in the year up to a month.
    fn usual(&self, month: Month) -> Option<Amount> {
        let record = self.dataset.monthly_record();
        let end = month.clamp(record.start(), record.end());
        let months = (0..12).map(|back| end.plus(-back));
        let figures = months.filter_map(|it| self.latest(SectorId::TOTAL, it.into()));
        let amounts: Vec<Amount> = figures.map(|it| it.amount).collect();
        let mean = amounts.iter().copied().sum::<Amount>().thousands();
        (!amounts.is_empty()).then(|| Amount::from_thousands(mean / amounts.len() as i64))
    }

    /// Whether the total of `span` is of another size than any lately.
    fn other_unit(&self, span: Span, amount: Amount) -> Option<Why> {
        let usual = self.usual(span.end())?;
        let amount = Amount::from_thousands(amount.thousands() / span.len() as i64);
        let ratio = amount.ratio_to(usual)?;
        (!(0.25..4.0).contains(&ratio)).then_some(Why::OtherUnit { amount, usual })
    }
}

/// The id of an edition of the workbook, by its latest month.
pub fn edition_id(month: Month) -> String {
    format!("sbp-tis-{month}")
}

/// `sbp-tis-2026-02` and `sbp-tis-2026-02.2` are of one edition.
fn is_of(id: &str, edition: &str) -> bool {
    id.split('.').next() == Some(edition)
}

/// Everything in the edition that does not stand yet.
///
/// # Errors
///
/// Whatever does not look right beside the record.
pub fn import(
    standing: &Standing,
    edition: &Edition,
    source: &NewSource,
    published: Date,
    as_published: &[String],
    today: Date,
) -> Result<Proposal, Vec<Refusal>> {
    let mut problems: Vec<Refusal> = Vec::new();
    for period in &edition.periods {
        let span = period.heading.span;
        if span.end() >= today.month {
            problems.push(Refusal { place: period.place.clone(), why: Why::Future(span) });
        }
    }
    let spans = edition.periods.iter().map(|it| it.heading.span);
    let end = spans.map(Span::end).max().unwrap_or(Month::ZERO);
    if problems.is_empty() {
        problems.extend(not_that_day(published, source.dated, end, today));
    }
    let lines = lines(standing, edition, &mut problems);
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut rows = Vec::new();
    for &(sector, credits) in &lines {
        let row = |span: Span, amount: Amount, status: Status, note: String| Row {
            sector,
            span,
            amount,
            status,
            published,
            source: source.id.clone(),
            note,
            line: 0,
        };
        for (period, credit) in edition.periods.iter().zip(credits) {
            let Some(amount) = credit.amount else { continue };
            let span = period.heading.span;
            let earlier = standing.earlier(sector, span, published);
            let unmarked = match earlier {
                Some(it) if it.amount != amount => Status::Revised,
                _ => Status::Final,
            };
            let status = period.heading.status.unwrap_or(unmarked);
            rows.push((row(span, amount, status, String::new()), credit.place.as_str()));
            if let Some((span, rest, note)) = rest(&edition.periods, credits, period, amount) {
                if rest < Amount::ZERO {
                    let why = Why::AboveYear { amount: amount - rest, year: amount, span };
                    problems.push(Refusal { place: credit.place.clone(), why });
                }
                rows.push((row(span, rest, Status::Derived, note), credit.place.as_str()));
            }
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    note_rounding(&mut rows, &standing.dataset.sectors);

    // The same edition may stand under another day, that on which a copy of it was found.
    let printed: BTreeSet<_> = rows.iter().map(|(it, _)| (it.sector, it.span, it.amount)).collect();
    let mut vintages: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    let id = edition.month().map(edition_id).unwrap_or_default();
    for it in standing.rows.iter().filter(|it| is_of(&it.source, &id)) {
        let vintage = vintages.entry((&it.source, it.published)).or_default();
        vintage.insert((it.sector, it.span, it.amount));
    }
    if vintages.values().any(|it| it.is_superset(&printed)) {
        return Ok(Proposal { rows: Vec::new(), source: None, jumps: Vec::new() });
    }

    let last = standing.dataset.monthly_record().end();
    let told = |month: Month| {
        rows.iter().any(|(it, _)| it.sector == SectorId::TOTAL && it.span == month.into())
    };
    let untold = (1..=end.since(last)).map(|it| last.plus(it)).find(|&it| !told(it));
    if let (Some(next), Some(period)) = (untold, edition.periods.first()) {
        problems.push(Refusal { place: period.place.clone(), why: Why::Ahead { last, next } });
    }
    propose(standing, rows, source, as_published, problems)
}

/// The credits of every line, by its sector.
fn lines<'a>(
    standing: &Standing,
    edition: &'a Edition,
    problems: &mut Vec<Refusal>,
) -> Vec<(SectorId, &'a [Credit])> {
    let sectors = &standing.dataset.sectors;
    let mut lines = Vec::new();
    for line in &edition.lines {
        let known = match line.code {
            TOTAL => Some(SectorId::TOTAL),
            "Services" => sectors.by_code("all_services"),
            code => sectors.ids().find(|&it| sectors.get(it).ebops == code),
        };
        match known {
            Some(sector) => lines.push((sector, line.credits.as_slice())),
            None => problems.push(Refusal {
                place: edition.name.clone(),
                why: Why::ItemUnknown { code: line.code.to_owned() },
            }),
        }
        for (period, credit) in edition.periods.iter().zip(&line.credits) {
            if let (true, Some(amount)) = (line.code == TOTAL, credit.amount) {
                let why = standing.other_unit(period.heading.span, amount);
                problems.extend(why.map(|why| Refusal { place: credit.place.clone(), why }));
            }
        }
    }
    lines
}

/// What a July-to-month total leaves for the months before those given one by one, with the
/// arithmetic: both are of one vintage, so it is exact.
fn rest(
    periods: &[Period],
    credits: &[Credit],
    year: &Period,
    total: Amount,
) -> Option<(Span, Amount, String)> {
    let span = year.heading.span;
    if span.is_month() {
        return None;
    }
    let month = |month: Month| {
        let place = periods.iter().position(|it| it.heading.span == month.into())?;
        credits.get(place)?.amount
    };
    let known: Vec<Amount> = span.months().rev().map_while(month).collect();
    let left = Span::new(span.start(), span.end().plus(-(known.len() as i32)));
    let left = left.filter(|_| !known.is_empty())?;
    let terms: String = known.iter().rev().map(|it| format!(" minus {it}")).collect();
    let rest = known.iter().fold(total, |rest, &it| rest - it);
    Some((left, rest, format!("{total}{terms}")))
}

/// Small wholes whose parts are off by what rounding to thousands brings along: the rules of the
/// package want a word of it.
fn note_rounding(rows: &mut [(Row, &str)], sectors: &Sectors) {
    let sums: Vec<bool> = rows
        .iter()
        .map(|(whole, _)| {
            let children: Vec<SectorId> = sectors.children_in(whole.sector, whole.span).collect();
            let part = |sector: &SectorId| {
                let same = |it: &&(Row, &str)| it.0.sector == *sector && it.0.span == whole.span;
                rows.iter().find(same).map(|it| it.0.amount)
            };
            let parts: Option<Vec<Amount>> = children.iter().map(part).collect();
            let Some(parts) = parts.filter(|it| !it.is_empty()) else { return false };
            let parts: Amount = parts.into_iter().sum();
            let apart = whole.amount.thousands().abs_diff(parts.thousands());
            apart * 200 > whole.amount.thousands().unsigned_abs()
        })
        .collect();
    for ((row, _), _) in
        rows.iter_mut().zip(sums).filter(|(it, differs)| *differs && it.0.note.is_empty())
    {
        row.note = "parts do not add up: each is rounded".to_owned();
    }
}

/// One figure with its source.
///
/// # Errors
///
/// Whatever does not look right beside the record.
pub fn add(
    standing: &Standing,
    figure: Figure,
    source: &NewSource,
    published: Date,
    as_published: &[String],
    today: Date,
) -> Result<Proposal, Vec<Refusal>> {
    let Figure { sector, span, amount, status, note } = figure;
    let mut problems: Vec<Refusal> =
        not_that_day(published, source.dated, span.end(), today).into_iter().collect();
    let total = if sector == SectorId::TOTAL { standing.other_unit(span, amount) } else { None };
    problems.extend(total.map(|why| Refusal { place: VALUE.to_owned(), why }));
    let source_id = source.id.clone();
    let row = Row { sector, span, amount, status, published, source: source_id, note, line: 0 };
    propose(standing, vec![(row, VALUE)], source, as_published, problems)
}

/// Where an amount stands that was not read from a file.
const VALUE: &str = "--value";

fn not_that_day(published: Date, dated: bool, end: Month, today: Date) -> Option<Refusal> {
    let early = published.month < end || (published.month == end && dated);
    let late = match published.day {
        Some(_) => published > today,
        None => published.month > today.month,
    };
    let why = match (early, late) {
        (true, _) => Why::NotPublishedYet { end },
        (_, true) => Why::PublishedLater { today },
        _ => return None,
    };
    Some(Refusal { place: format!("--published {published}"), why })
}

/// Rows with where they come from.
fn propose(
    standing: &Standing,
    rows: Vec<(Row, &str)>,
    source: &NewSource,
    as_published: &[String],
    mut problems: Vec<Refusal>,
) -> Result<Proposal, Vec<Refusal>> {
    if !problems.is_empty() {
        return Err(problems);
    }
    let key = |it: &Row| (it.sector, it.span, it.published, it.source.clone());
    let there: BTreeMap<_, &Row> = standing.rows.iter().map(|it| (key(it), it)).collect();
    let mut proposal = Proposal { rows: Vec::new(), source: None, jumps: Vec::new() };
    let all: Vec<Row> = rows.iter().map(|it| it.0.clone()).collect();
    for (mut row, place) in rows {
        let refuse = |why| Refusal { place: place.to_owned(), why };
        let sector = standing.code(row.sector);
        if let Some(it) = there.get(&key(&row)) {
            if it.amount != row.amount {
                let (span, amount, standing) = (row.span, row.amount, it.amount);
                problems.push(refuse(Why::OtherAmount { sector, span, amount, standing }));
            }
            continue;
        }
        if let Some((percent, year_before)) = jump(standing, &all, &row) {
            let way = if percent > 0.0 { "up" } else { "down" };
            let known = row.sector != SectorId::TOTAL && printed_before(standing, &row, way);
            if known {
                proposal.jumps.push(refuse(Why::KnownJump { percent, year_before }));
            } else if !as_published.contains(&sector) {
                problems.push(refuse(Why::Jump { sector, percent, year_before }));
                continue;
            }
            row.note = format!("{way} {:.0}% on the year, as published", percent.abs());
        }
        proposal.rows.push(row);
    }
    let listed = standing.listed.iter().any(|it| it.0 == source.id);
    proposal.source = (!proposal.rows.is_empty() && !listed).then(|| source.clone());
    if problems.is_empty() { Ok(proposal) } else { Err(problems) }
}

/// What the rules of the package call a jump, and want a word of: percent, and on what.
fn jump(standing: &Standing, rows: &[Row], row: &Row) -> Option<(f64, Amount)> {
    let base = base(standing, rows, row).filter(|it| *it >= TERMS.jumps_from())?;
    let change = row.amount.change_on(base)?;
    (change.abs() > check::JUMP && row.note.is_empty()).then_some((change * 100.0, base))
}

/// The year before: the latest, which the same publication may have printed.
fn base(standing: &Standing, rows: &[Row], row: &Row) -> Option<Amount> {
    let span = row.span.year_before();
    let printed = rows.iter().find(|it| it.sector == row.sector && it.span == span);
    let later = |it: &&Row| printed.is_none() || it.published > row.published;
    let base = standing.latest(row.sector, span).filter(later).or(printed);
    base.map(|it| it.amount)
}

/// Whether a jump the same way was taken over within the year before.
fn printed_before(standing: &Standing, row: &Row, way: &str) -> bool {
    standing.rows.iter().any(|it| {
        let months = row.span.end().since(it.span.end());
        let near = (0..=12).contains(&months) && it.span.len().min(2) == row.span.len().min(2);
        it.sector == row.sector
            && near
            && it.note.starts_with(way)
            && it.note.contains("on the year, as published")
    })
}

impl Proposal {
    /// The files with the rows in them, and what is read from them.
    ///
    /// # Errors
    ///
    /// Every rule that the package would break.
    pub fn outcome(&self, standing: &Standing) -> Result<Outcome, Vec<Refusal>> {
        let changes: Vec<Change> = standing
            .files
            .iter()
            .map(|(file, old)| {
                let new = match *file {
                    "sources.csv" => self.sources(standing, old),
                    "observations.csv" => self.observations(standing, old),
                    _ => self.description(standing, old),
                };
                Change { file, old: old.clone(), new }
            })
            .filter(|it| it.old != it.new)
            .collect();
        let staged = Staged::new(&standing.folder, &changes).map_err(|error| {
            let place = std::env::temp_dir().display().to_string();
            vec![Refusal { place, why: Why::Write(error.to_string()) }]
        })?;
        let refuse = |problems: Vec<Problem>| -> Vec<Refusal> {
            problems.into_iter().map(|it| staged.place(it).into()).collect()
        };
        let Opened { package, warnings } = package::open(&staged.0, &TERMS).map_err(refuse)?;
        let record = package.into_record().ok_or_else(|| refuse(Vec::new()))?;
        let warnings = warnings.into_iter().map(|it| staged.rename(it, &standing.folder)).collect();
        Ok(Outcome { changes, dataset: record.0, sources: record.1, warnings })
    }

    fn sources(&self, standing: &Standing, old: &str) -> String {
        let Some(NewSource { id, publisher, outlet, title, url, dated }) = &self.source else {
            return old.to_owned();
        };
        let below = standing.listed.iter().find(|it| it.0 > *id).map(|it| it.1);
        let dated = if *dated { "shown" } else { "inferred" };
        insert(old, &[(below, line(&[id, publisher, outlet, title, url, dated]))])
    }

    fn observations(&self, standing: &Standing, old: &str) -> String {
        let mut rows: Vec<&Row> = self.rows.iter().collect();
        let key = |it: &Row| (it.sector, it.span, it.published, it.source.clone());
        rows.sort_by_key(|it| key(it));
        let lines: Vec<(Option<usize>, String)> = rows
            .into_iter()
            .map(|row| {
                let at = standing.rows.partition_point(|it| key(it) < key(row));
                let below = standing.rows.get(at).map(|it| it.line);
                let (start, end) = (row.span.start().to_string(), row.span.end().to_string());
                let (value, published) = (row.amount.to_string(), row.published.to_string());
                let (sector, status) = (standing.code(row.sector), row.status.code());
                let cells =
                    [&sector, &start, &end, &value, status, &published, &row.source, &row.note];
                (below, line(&cells))
            })
            .collect();
        insert(old, &lines)
    }

    /// The description counts the rows, so that none can be lost later.
    fn description(&self, standing: &Standing, old: &str) -> String {
        let all = || standing.rows.iter().chain(&self.rows);
        let count = all().count().to_string();
        let until = all().map(|it| it.published.known_from()).max().map(|it| it.to_string());
        let described = || {
            let file = old.find("\"observations.csv\"")?;
            let history = file + old.get(file..)?.find("\"history\"")?;
            let (before, after) = old.split_at_checked(history)?;
            let (day, _) = value(after, "until")?;
            let until = until.filter(|it| *it > day).unwrap_or(day.clone());
            let after = set(&set(after, "until", &until)?, "rows", &count)?;
            // The package is of the day of its latest figure.
            let named = |text: String, name: &str| match value(&text, name) {
                Some((it, _)) if it == day => set(&text, name, &until),
                _ => Some(text),
            };
            Some(named(named(before.to_owned(), "version")?, "created")? + &after)
        };
        described().unwrap_or_else(|| old.to_owned())
    }
}

/// The number or day that follows a name in quotation marks, and where it stands.
fn value(json: &str, name: &str) -> Option<(String, std::ops::Range<usize>)> {
    let quoted = format!("\"{name}\":");
    let after = json.find(&quoted)? + quoted.len();
    let start = after + json.get(after..)?.find(|it: char| it.is_ascii_digit())?;
    let rest = json.get(start..)?;
    let length = rest.find(|it: char| !it.is_ascii_digit() && it != '-')?;
    Some((rest.get(..length)?.to_owned(), start..start + length))
}

fn set(json: &str, name: &str, to: &str) -> Option<String> {
    let (_, place) = value(json, name)?;
    Some([json.get(..place.start)?, to, json.get(place.end..)?].concat())
}

/// Lines put in above lines of a text, which count from 1, or at its end.
fn insert(text: &str, new: &[(Option<usize>, String)]) -> String {
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut result = String::with_capacity(text.len());
    let mut new = new.iter().peekable();
    for (place, line) in text.split_inclusive('\n').enumerate() {
        while let Some((_, more)) = new.next_if(|it| it.0.is_some_and(|it| it <= place + 1)) {
            result.extend([more, end]);
        }
        result.push_str(line);
    }
    if !result.ends_with('\n') && new.peek().is_some() {
        result.push_str(end);
    }
    result.extend(new.flat_map(|(_, more)| [more, end]));
    result
}

/// A row of a CSV file, with quotation marks only where they are needed.
fn line(cells: &[&str]) -> String {
    let cells = cells.iter().map(|it| match it.contains([',', '"']) {
        true => format!("\"{}\"", it.replace('"', "\"\"")),
        false => (*it).to_owned(),
    });
    cells.collect::<Vec<_>>().join(",")
}

/// A copy of the package with changes, away from it, gone when it goes out of scope.
struct Staged(PathBuf);

impl Staged {
    fn new(folder: &Path, changes: &[Change]) -> std::io::Result<Staged> {
        let name = format!("it-exports-{}-{:p}", std::process::id(), changes);
        let staged = Staged(std::env::temp_dir().join(name));
        fs::create_dir_all(&staged.0)?;
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            if entry.file_type()?.is_file() {
                fs::copy(entry.path(), staged.0.join(entry.file_name()))?;
            }
        }
        for Change { file, new, .. } in changes {
            fs::write(staged.0.join(file), new)?;
        }
        Ok(staged)
    }

    /// Lines of a file that is not written would lead nowhere: only its name.
    fn place(&self, problem: Problem) -> Problem {
        self.rename(problem, Path::new("with these figures"))
    }

    fn rename(&self, mut problem: Problem, folder: &Path) -> Problem {
        let (from, to) = (self.0.display().to_string(), folder.display().to_string());
        problem.place.file = problem.place.file.replacen(&from, &to, 1).into();
        problem
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
