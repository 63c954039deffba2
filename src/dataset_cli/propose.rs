//! What is to be added to the data package, and the files that come of it.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{self, AtomicUsize};

use super::refusal::{Refusal, Why};
use super::workbook::{Credit, Edition, Period, TOTAL};
use crate::calendar::{Date, Month, Span};
use crate::data::package::{self, Opened};
use crate::data::prints::{self, ALL_SERVICES, Print, Prints, TOTALS_DIFFER, Vintage};
use crate::data::problem::Problem;
use crate::data::{Amount, Dataset, Observation, SectorId, Sectors, Source, Sources, Status};
use crate::facts::Revision;
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
    /// Where a row that is not there yet was given: a cell, an option.
    place: String,
}

impl Row {
    fn print(&self) -> Print<'_> {
        let &Row { sector, span, amount, status, published, .. } = self;
        Print { sector, span, amount, status, published, source: &self.source, note: &self.note }
    }

    /// The order of the file.
    fn key(&self) -> (SectorId, Span, Vintage<'_>) {
        (self.sector, self.span, self.print().vintage())
    }

    fn is_print_of(&self, other: &Row) -> bool {
        let key = |it: &Row| (it.sector, it.span, it.published);
        key(self) == key(other) && self.source == other.source
    }
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
pub const FILES: [&str; 3] = ["sources.csv", "observations.csv", "datapackage.json"];

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

/// A figure, what it rests on, and where that was given.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub figure: Figure,
    pub source: NewSource,
    pub published: Date,
    /// Where the amount stands, and the day.
    pub place: String,
    pub day_place: String,
}

/// Rows to add, and what they rest on.
#[derive(Default)]
pub struct Proposal {
    pub rows: Vec<Row>,
    pub sources: Vec<NewSource>,
    /// What is unusual and taken over all the same: because the record has printed the like of it,
    /// or because somebody says that it is printed so.
    pub unusual: Vec<Refusal>,
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
            let place = String::new();
            Row { sector, span, amount, status, published, source, note, line, place }
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

    /// `id`, or with `.2`, `.3` … after it where it is taken, here or among `others`.
    pub fn free_id(&self, id: &str, others: &[NewSource]) -> String {
        let taken = |it: &String| {
            self.listed.iter().any(|listed| listed.0 == *it)
                || others.iter().any(|new| new.id == *it)
        };
        let ids = std::iter::once(id.to_owned()).chain((2..).map(|it| format!("{id}.{it}")));
        ids.into_iter().find(|it| !taken(it)).unwrap_or_else(|| id.to_owned())
    }

    /// The print that stands when another of the same figure comes.
    fn earlier(&self, sector: SectorId, span: Span, vintage: Vintage) -> Option<&Row> {
        let same = |it: &&Row| it.sector == sector && it.span == span;
        self.rows.iter().filter(same).rfind(|it| it.print().vintage() < vintage)
    }

    /// The status of a figure of which nothing is said: that of the print that stood until then, where
    /// it is the same but for rounding; where none did, provisional, unless it is of months that have
    /// long been printed.
    pub fn usual_status(
        &self,
        figure: (SectorId, Span, Amount),
        day: Date,
        source: &str,
    ) -> Status {
        let (sector, span, amount) = figure;
        let before = self.earlier(sector, span, Vintage::of(day, source, Status::Final));
        match before.filter(|it| it.status != Status::Derived) {
            Some(it) if is_rounding(it.amount, amount) => it.status,
            Some(_) => Status::Revised,
            None if day.month.since(span.end()) > FIRST_PRINT => Status::Final,
            None => Status::Provisional,
        }
    }

    /// The last day on which an edition can have come: that of a newer one that stands.
    pub fn last_day_of(&self, month: Month, today: Date) -> Date {
        let newer = self.rows.iter().filter(|it| prints::edition(&it.source) > Some(month));
        newer.map(|it| it.published).min().map_or(today, |it| it.min(today))
    }

    /// Editions come in the order of their months.
    fn out_of_turn(&self, month: Month, published: Date) -> Option<Why> {
        let editions = || {
            let edition = |it: &Row| Some((prints::edition(&it.source)?, it.published));
            self.rows.iter().filter_map(edition)
        };
        let newer = editions().filter(|it| it.0 > month).min_by_key(|it| it.1);
        let older = editions().filter(|it| it.0 < month).max_by_key(|it| it.1);
        let (other, day) = match (newer, older) {
            (Some((other, day)), _) if published > day => (other, day),
            (_, Some((other, day))) if published < day => (other, day),
            _ => return None,
        };
        Some(Why::OutOfTurn { month, other, day })
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

/// In months after its last, the time by which a figure is printed for the first time.
const FIRST_PRINT: i32 = 3;

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
        for (period, credit) in edition.periods.iter().zip(credits) {
            let row = |span: Span, amount: Amount, status: Status, note: String| Row {
                sector,
                span,
                amount,
                status,
                published,
                source: source.id.clone(),
                note,
                line: 0,
                place: credit.place.clone(),
            };
            let Some(amount) = credit.amount else { continue };
            let span = period.heading.span;
            let earlier = standing.earlier(
                sector,
                span,
                Vintage::of(published, &source.id, Status::Provisional),
            );
            let unmarked = match earlier {
                Some(it) if it.amount != amount => Status::Revised,
                _ => Status::Final,
            };
            let status = period.heading.status.unwrap_or(unmarked);
            rows.push(row(span, amount, status, String::new()));
            if let Some((span, rest, note)) = rest(&edition.periods, credits, period, amount) {
                if rest < Amount::ZERO {
                    let why = Why::AboveYear { amount: amount - rest, year: amount, span };
                    problems.push(Refusal { place: credit.place.clone(), why });
                }
                rows.push(row(span, rest, Status::Derived, note));
            }
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    note_rounding(&mut rows, &standing.dataset.sectors);

    // The same edition may stand under another day, that on which a copy of it was found.
    let printed: BTreeSet<_> = rows.iter().map(|it| (it.sector, it.span, it.amount)).collect();
    let mut vintages: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    let id = edition.month().map(edition_id).unwrap_or_default();
    for it in standing.rows.iter().filter(|it| is_of(&it.source, &id)) {
        let vintage = vintages.entry((&it.source, it.published)).or_default();
        vintage.insert((it.sector, it.span, it.amount));
    }
    if vintages.values().any(|it| it.is_superset(&printed)) {
        return Ok(Proposal::default());
    }

    let last = standing.dataset.monthly_record().end();
    let told = |month: Month| {
        rows.iter().any(|it| it.sector == SectorId::TOTAL && it.span == month.into())
    };
    let untold = (1..=end.since(last)).map(|it| last.plus(it)).find(|&it| !told(it));
    if let (Some(next), Some(period)) = (untold, edition.periods.first()) {
        problems.push(Refusal { place: period.place.clone(), why: Why::Ahead { last, next } });
    }
    let place = || format!("--published {published}");
    let out_of_turn = edition.month().and_then(|it| standing.out_of_turn(it, published));
    problems.extend(out_of_turn.map(|why| Refusal { place: place(), why }));
    propose(standing, rows, std::slice::from_ref(source), as_published, problems)
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
            "Services" => sectors.by_code(ALL_SERVICES),
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

/// Of a whole in `rows` that has all its parts in the same publication: these together, and by how
/// much rounding can part them from it, in thousands.
fn parts_of(rows: &[Row], whole: &Row, sectors: &Sectors) -> Option<(Amount, u64)> {
    let part = |sector: SectorId| {
        let of = |it: &&Row| it.is_print_of(&Row { sector, ..whole.clone() });
        rows.iter().find(of)
    };
    let parts: Option<Vec<&Row>> =
        sectors.children_in(whole.sector, whole.span).map(part).collect();
    let parts = parts.filter(|it| !it.is_empty())?;
    // The workbook has more decimals than are kept; elsewhere a figure is as exact as it is written.
    let unit = |it: &Row| if prints::edition(&it.source).is_some() { 1 } else { it.print().unit() };
    let units: i64 = parts.iter().map(|it| unit(it)).sum::<i64>() + unit(whole);
    Some((parts.iter().map(|it| it.amount).sum(), units.unsigned_abs().div_ceil(2)))
}

/// Small wholes whose parts are off by what rounding to thousands brings along: the rules of the
/// package want a word of it.
fn note_rounding(rows: &mut [Row], sectors: &Sectors) {
    let differs = |whole: &Row| {
        let Some((parts, _)) = parts_of(rows, whole, sectors) else { return false };
        let apart = whole.amount.thousands().abs_diff(parts.thousands());
        apart * 200 > whole.amount.thousands().unsigned_abs()
    };
    let differ: Vec<bool> = rows.iter().map(differs).collect();
    for (row, _) in rows.iter_mut().zip(differ).filter(|it| it.1) {
        let after = if row.note.is_empty() { "" } else { "; " };
        row.note = format!("parts do not add up: each is rounded{after}{}", row.note);
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
    let (source, place) = (source.clone(), "--value".to_owned());
    let day_place = format!("--published {published}");
    let entry = Entry { figure, source, published, place, day_place };
    add_all(standing, &[entry], as_published, today)
}

/// Figures from anywhere, all or none.
///
/// # Errors
///
/// Whatever does not look right beside the record or beside one another.
pub fn add_all(
    standing: &Standing,
    entries: &[Entry],
    as_published: &[String],
    today: Date,
) -> Result<Proposal, Vec<Refusal>> {
    let (mut problems, mut rows, mut sources) = (Vec::new(), Vec::<Row>::new(), Vec::new());
    for Entry { figure, source, published, place, day_place } in entries {
        let &Figure { sector, span, amount, status, .. } = figure;
        let day = not_that_day(*published, source.dated, span.end(), today);
        problems.extend(day.map(|it| Refusal { place: day_place.clone(), ..it }));
        let total = sector == SectorId::TOTAL;
        let other_unit = if total { standing.other_unit(span, amount) } else { None };
        problems.extend(other_unit.map(|why| Refusal { place: place.clone(), why }));
        let row = Row {
            sector,
            span,
            amount,
            status,
            published: *published,
            source: source.id.clone(),
            note: figure.note.clone(),
            line: 0,
            place: place.clone(),
        };
        if let Some(twice) = rows.iter().find(|it| it.is_print_of(&row)) {
            let why =
                Why::Twice { sector: standing.code(sector), span, other: twice.place.clone() };
            problems.push(Refusal { place: place.clone(), why });
        }
        rows.push(row);
        if !sources.contains(source) {
            sources.push(source.clone());
        }
    }
    propose(standing, rows, &sources, as_published, problems)
}

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

/// So many lines of one period are not revised at once: of the 16 of an edition that had been
/// printed in the one before, one was.
const MANY_REVISED: usize = 4;

/// Rows with where they come from.
fn propose(
    standing: &Standing,
    rows: Vec<Row>,
    sources: &[NewSource],
    as_published: &[String],
    mut problems: Vec<Refusal>,
) -> Result<Proposal, Vec<Refusal>> {
    if !problems.is_empty() {
        return Err(problems);
    }
    let tree = &standing.dataset.sectors;
    let mut new = Vec::new();
    for row in &rows {
        match standing.rows.iter().find(|it| it.is_print_of(row)) {
            None => new.push(row.clone()),
            Some(it) if it.amount == row.amount => {}
            Some(it) => {
                let (span, amount, sector) = (row.span, row.amount, standing.code(row.sector));
                let why = Why::OtherAmount { sector, span, amount, standing: it.amount };
                problems.push(Refusal { place: row.place.clone(), why });
            }
        }
    }
    let old = Prints::new(standing.rows.iter().map(Row::print));
    let all = Prints::new(standing.rows.iter().chain(&new).map(Row::print));
    let mut proposal = Proposal::default();
    let mut asked: Vec<Refusal> = many_revised(&old, &new);
    asked.extend(swapped(standing, &old, &new));
    for row in &new {
        let refuse = |why| Refusal { place: row.place.clone(), why };
        problems.extend(less_firm(standing, &all, row).map(refuse));
        let parts = parts_of(&rows, row, tree).filter(|_| row.status != Status::Derived);
        if let Some((parts, rounding)) = parts.filter(|_| !says_parts_differ(row)) {
            let (code, amount) = (standing.code(row.sector), row.amount);
            if amount.thousands().abs_diff(parts.thousands()) > rounding {
                problems.push(refuse(Why::PartsOfWhole { code, amount, parts }));
            }
        }
    }
    for row in &new {
        let (mut row, mut notes) = (row.clone(), Vec::new());
        for (why, note) in unusual(standing, &old, &all, &row) {
            notes.extend(note);
            asked.push(Refusal { place: row.place.clone(), why });
        }
        notes.insert(0, std::mem::take(&mut row.note));
        notes.retain(|it| !it.is_empty());
        row.note = notes.join("; ");
        proposal.rows.push(row);
    }
    for it in asked {
        let told = it.why.to_be_told().is_none_or(|code| as_published.contains(&code));
        if told { proposal.unusual.push(it) } else { problems.push(it) }
    }
    let used = |it: &&NewSource| proposal.rows.iter().any(|row| row.source == it.id);
    let listed = |it: &&NewSource| standing.listed.iter().any(|listed| listed.0 == it.id);
    proposal.sources = sources.iter().filter(used).filter(|it| !listed(it)).cloned().collect();
    if problems.is_empty() { Ok(proposal) } else { Err(problems) }
}

fn says_parts_differ(row: &Row) -> bool {
    row.note.starts_with("parts do not add up")
}

/// What has to be told to be printed so, with what the row's note then says of it.
fn unusual(
    standing: &Standing,
    old: &Prints,
    all: &Prints,
    row: &Row,
) -> Vec<(Why, Option<String>)> {
    let print = row.print();
    let sector = standing.code(row.sector);
    let mut found = Vec::new();
    if row.status == Status::Derived {
        return found;
    }
    let least = TERMS.jumps_from();
    if let Some(jump) = all.jump(&print, least) {
        let known = old.explains_jump(&print)
            || (row.sector != SectorId::TOTAL && printed_before(standing, row, jump.percent > 0.0));
        let why =
            if known { Why::KnownJump(jump) } else { Why::Jump { sector: sector.clone(), jump } };
        found.push((why, Some(jump.note())));
    }
    // The figure of the year after may stand already, and this one make a jump of it.
    let after = Span::new(row.span.start().plus(12), row.span.end().plus(12));
    let after = after.and_then(|it| old.of(row.sector, it).last());
    if let Some(after) = after.filter(|it| !all.explains_jump(it))
        && let Some(jump) = all.jump(after, least)
    {
        let why = Why::JumpAfter { sector: sector.clone(), span: after.span, jump };
        found.push((why, Some(jump.later_note())));
    }
    if let Some(before) = all.beside(&print)
        && let Some(percent) = revised(standing, &print, before)
    {
        let (way, by) = (if percent > 0.0 { "up" } else { "down" }, percent.abs());
        let older = before.vintage() > print.vintage();
        let note = (!older).then(|| format!("revised {way} by {by:.0}%, as published"));
        let before = before.amount;
        let (sector, span, amount) = (sector.clone(), row.span, row.amount);
        found.push((Why::Revision { sector, span, amount, percent, before, older }, note));
    }
    if found.is_empty()
        && let Some((low, high)) = unlike(standing, old, all, row)
    {
        let (sector, span, amount) = (sector.clone(), row.span, row.amount);
        let note = "unlike the months before, as published".to_owned();
        found.push((Why::Unlike { sector, span, amount, low, high }, Some(note)));
    }
    if let Some(apart) = all.apart(&print) {
        let span = row.span;
        found.push((
            Why::ApartFromMonths { sector: sector.clone(), span, apart },
            Some(apart.note()),
        ));
    }
    if let Some(total) = all.contradicted(old, &print, least) {
        let (span, amount) = (total.span, total.amount);
        found.push((Why::TotalsDiffer { sector, span, amount }, Some(TOTALS_DIFFER.to_owned())));
    }
    found
}

fn is_rounding(before: Amount, after: Amount) -> bool {
    Revision { before, after }.is_rounding()
}

/// The least and the most that a part of the total came to in the months of the year before, where
/// its first print is far beyond both: of 185 such months that the record has, one was. The
/// figures of two lines may be swapped in all columns, and go with one another.
fn unlike(standing: &Standing, old: &Prints, all: &Prints, row: &Row) -> Option<(Amount, Amount)> {
    let first = row.span.is_month() && all.beside(&row.print()).is_none();
    standing.dataset.sectors.branch(row.sector).filter(|_| first)?;
    let months = (1..=12).map(|back| row.span.end().plus(-back).into());
    let amounts = months.filter_map(|it| Some(old.of(row.sector, it).last()?.amount));
    let amounts: Vec<Amount> = amounts.collect();
    let (low, high) = (*amounts.iter().min()?, *amounts.iter().max()?);
    let beyond = row.amount.thousands() * 10 > high.thousands() * 14
        || row.amount.thousands() * 10 < low.thousands() * 6;
    (amounts.len() > 1 && low >= TERMS.jumps_from() && beyond).then_some((low, high))
}

/// In percent, a revision of more than the record has seen.
fn revised(standing: &Standing, print: &Print, before: &Print) -> Option<f64> {
    let change = print.amount.change_on(before.amount)?;
    let large = change.abs() > revision_limit(&standing.dataset.sectors, print.sector);
    (large && !is_rounding(print.amount, before.amount)).then_some(change * 100.0)
}

/// Revisions beyond it are asked about. Of 81 later prints of the total that the record has, three were
/// more than 5% from the one before, and of 216 of parts five more than 25%, all of less than 3 million.
pub fn revision_limit(sectors: &Sectors, sector: SectorId) -> f64 {
    let whole = sector == SectorId::TOTAL || Some(sector) == sectors.by_code(ALL_SERVICES);
    if whole { 0.05 } else { 0.25 }
}

/// What stands as revised is not provisional any more.
fn less_firm(standing: &Standing, prints: &Prints, row: &Row) -> Option<Why> {
    let print = row.print();
    let before = prints.beside(&print).filter(|it| it.vintage() < print.vintage())?;
    let less = row.status == Status::Provisional && before.status == Status::Revised;
    let (sector, span, day) = (standing.code(row.sector), row.span, before.published);
    less.then_some(Why::LessFirm { sector, span, day })
}

/// The rows of each publication's period that were printed before as exactly, with that print.
fn reprinted<'a>(old: &'a Prints, new: &'a [Row]) -> Vec<Vec<(&'a Row, &'a Print<'a>)>> {
    let mut groups: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for row in new.iter().filter(|it| it.status != Status::Derived) {
        let exact = |it: &&Print| it.unit() < 1000 || prints::edition(it.source).is_some();
        let before = old.beside(&row.print()).filter(exact);
        let group = groups.entry((row.span, row.published, &row.source)).or_default();
        group.extend(before.map(|it| (row, it)));
    }
    groups.into_values().collect()
}

fn many_revised(old: &Prints, new: &[Row]) -> Vec<Refusal> {
    let mut found = Vec::new();
    for group in reprinted(old, new) {
        let changed: Vec<&Row> = group
            .iter()
            .filter(|(row, before)| !is_rounding(row.amount, before.amount))
            .map(|it| it.0)
            .collect();
        let many = changed.len() >= MANY_REVISED && changed.len() * 2 > group.len();
        if let Some(first) = changed.first().filter(|_| many) {
            let (span, count, of) = (first.span, changed.len(), group.len());
            let why = Why::ManyRevised { span, count, of };
            found.push(Refusal { place: first.place.clone(), why });
        }
    }
    found
}

/// Two lines of a period that have the amounts of one another.
fn swapped(standing: &Standing, old: &Prints, new: &[Row]) -> Vec<Refusal> {
    let mut found = Vec::new();
    for group in reprinted(old, new) {
        for (place, (one, before)) in group.iter().enumerate() {
            let same = |one: Amount, other: Amount| is_rounding(one, other);
            let other = group.iter().skip(place + 1).find(|(other, other_before)| {
                same(one.amount, other_before.amount)
                    && same(other.amount, before.amount)
                    && !same(one.amount, before.amount)
            });
            if let Some((other, _)) = other {
                let (sector, other) = (standing.code(one.sector), standing.code(other.sector));
                let why = Why::LinesSwapped { sector, other, span: one.span };
                found.push(Refusal { place: one.place.clone(), why });
            }
        }
    }
    found
}

/// Whether a jump the same way was taken over within the year before.
fn printed_before(standing: &Standing, row: &Row, up: bool) -> bool {
    let way = if up { "up " } else { "down " };
    standing.rows.iter().any(|it| {
        let months = row.span.end().since(it.span.end());
        let near = (0..=12).contains(&months) && it.span.len().min(2) == row.span.len().min(2);
        let told = |it: &str| it.starts_with(way) && it.ends_with("on the year, as published");
        it.sector == row.sector && near && it.note.split("; ").any(told)
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
        let refuse = |problems: Vec<Problem>| self.refuse(standing, &staged, problems);
        let Opened { package, warnings } = package::open(&staged.0, &TERMS).map_err(refuse)?;
        let record = package.into_record().ok_or_else(|| refuse(Vec::new()))?;
        let warnings = warnings.into_iter().map(|it| staged.rename(it, &standing.folder)).collect();
        Ok(Outcome { changes, dataset: record.0, sources: record.1, warnings })
    }

    /// Problems of new rows are told where these were given. Those of rows that stand, which the new
    /// ones bring about, only where there are no others.
    fn refuse(&self, standing: &Standing, staged: &Staged, problems: Vec<Problem>) -> Vec<Refusal> {
        let order = self.order(standing);
        let old_lines = standing.files.iter().find(|it| it.0 == "observations.csv");
        let end = old_lines.map_or(0, |it| it.1.lines().count()) + 1;
        let at =
            |(place, (below, _)): (usize, &(Option<usize>, &Row))| below.unwrap_or(end) + place;
        let (mut new, mut others) = (Vec::new(), Vec::new());
        for mut it in problems {
            let is_figure = it.place.file.ends_with("/observations.csv");
            let row = order.iter().enumerate().find(|row| at(*row) == it.place.line);
            if let Some((_, (_, row))) = row.filter(|_| is_figure) {
                let why = Why::Package(Box::new(it.rule));
                new.push(Refusal { place: row.place.clone(), why });
                continue;
            }
            if is_figure {
                it.place.line -=
                    order.iter().enumerate().filter(|row| at(*row) < it.place.line).count();
            }
            let Refusal { place, why } = staged.rename(it, &standing.folder).into();
            others.push(Refusal { place: format!("{place} (with these figures)"), why });
        }
        if new.is_empty() { others } else { new }
    }

    /// The rows in the order of the file, each with the line that comes below it.
    fn order(&self, standing: &Standing) -> Vec<(Option<usize>, &Row)> {
        let mut rows: Vec<&Row> = self.rows.iter().collect();
        rows.sort_by(|one, other| one.key().cmp(&other.key()));
        let below = |row: &Row| {
            let before = |it: &Row| it.key().cmp(&row.key()) == Ordering::Less;
            standing.rows.get(standing.rows.partition_point(before)).map(|it| it.line)
        };
        rows.into_iter().map(|row| (below(row), row)).collect()
    }

    fn sources(&self, standing: &Standing, old: &str) -> String {
        let mut sources: Vec<&NewSource> = self.sources.iter().collect();
        sources.sort_by(|one, other| one.id.cmp(&other.id));
        let row = |it: &NewSource| {
            let NewSource { id, publisher, outlet, title, url, dated } = it;
            let below = standing.listed.iter().find(|it| it.0 > *id).map(|it| it.1);
            let dated = if *dated { "shown" } else { "inferred" };
            (below, line(&[id, publisher, outlet, title, url, dated]))
        };
        insert(old, &sources.into_iter().map(row).collect::<Vec<_>>())
    }

    fn observations(&self, standing: &Standing, old: &str) -> String {
        let lines: Vec<(Option<usize>, String)> = self
            .order(standing)
            .into_iter()
            .map(|(below, row)| {
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
        let staged = Staged(own_folder("staged")?);
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let hidden = entry.file_name().to_string_lossy().starts_with('.');
            if entry.file_type()?.is_file() && !hidden {
                fs::copy(entry.path(), staged.0.join(entry.file_name()))?;
            }
        }
        for Change { file, new, .. } in changes {
            fs::write(staged.0.join(file), new)?;
        }
        Ok(staged)
    }

    fn rename(&self, mut problem: Problem, folder: &Path) -> Problem {
        let (from, to) = (self.0.display().to_string(), folder.display().to_string());
        let to = to.trim_end_matches('/');
        problem.place.file = problem.place.file.replacen(&from, to, 1).into();
        problem
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A new folder among those of the system that may go any time.
pub fn own_folder(what: &str) -> std::io::Result<PathBuf> {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    loop {
        let count = COUNT.fetch_add(1, atomic::Ordering::Relaxed);
        let name = format!("it-exports-{what}-{}-{count}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        match fs::create_dir(&folder) {
            // Left by one that had the same number.
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            other => return other.map(|()| folder),
        }
    }
}
