//! Reads the data package, a folder of CSV files and their `datapackage.json`, into typed
//! rows that remember where they stood.

use std::path::Path;
use std::str::FromStr;

use serde::Deserialize;

use super::context::Context;
use super::context_package::{self, Files};
use super::csv::{Cell, Layout, Places, Row, Table, rows, table, text, top};
use super::problem::{Place, Problem, Rule};
use super::record::{Has, Record, YearWords};
use super::{
    Amount, Bilingual, Dataset, Observation, Sector, SectorId, Sectors, Source, SourceId, Sources,
    Status, WorkingDays, check,
};
use crate::calendar::{Month, Span};

/// A package that keeps every rule on which the page rests.
pub struct Opened {
    pub package: Package,
    /// What is worth a look and stops nothing; see [`Rule::warns`].
    pub warnings: Vec<Problem>,
}

/// Reads the package in `folder` and checks it, and keeps where everything stood.
///
/// # Errors
///
/// Every problem found, warnings included, sorted by file, line and column.
pub fn open(folder: &Path) -> Result<Opened, Vec<Problem>> {
    let mut problems = Vec::new();
    let package = Package::read(folder, &mut problems);
    check::check(&package, &mut problems);
    problems.sort_by(|one, other| one.place.cmp(&other.place));
    let warn = problems.iter().all(|it| it.rule.warns());
    if warn { Ok(Opened { package, warnings: problems }) } else { Err(problems) }
}

/// Reads the package in `folder` and checks it.
///
/// # Errors
///
/// Every problem found, sorted by file, line and column.
pub fn read(folder: &Path) -> Result<(Dataset, Sources, Context), Vec<Problem>> {
    let Opened { package, warnings } = open(folder)?;
    package.into_record().ok_or(warnings)
}

/// The context alone, from a package that keeps every rule.
///
/// # Errors
///
/// Every problem found, in whichever file.
pub fn read_context(folder: &Path) -> Result<Context, Vec<Problem>> {
    read(folder).map(|(_, _, context)| context)
}

/// What the package in `folder` says that it is of.
///
/// # Errors
///
/// When `datapackage.json` cannot be read or does not say it.
pub fn describe(folder: &Path) -> Result<Record, Vec<Problem>> {
    let mut problems = Vec::new();
    let description = Description::read(folder, &mut problems);
    match description.and_then(|it| it.record) {
        Some(record) if problems.is_empty() => Ok(record),
        _ => Err(problems),
    }
}

/// The package as far as it could be read; what could not is among the problems.
pub struct Package {
    pub sectors: Table<10, Sector>,
    pub sources: Table<6, Source>,
    pub figures: Table<8, Observation>,
    pub working_days: Table<5, (Month, u8)>,
    pub cited: Cited,
    pub context: Context,
    /// `None` when datapackage.json could not be read.
    pub description: Option<Description>,
}

/// Every cell that names a source, in whichever file.
pub struct Cited {
    pub cells: Vec<Cell>,
    /// Every file could be read.
    pub whole: bool,
}

const OBSERVATIONS: &str = "observations.csv";

fn observations() -> Layout<8> {
    let value = crate::package_text::value_column();
    Layout {
        name: OBSERVATIONS,
        columns: ["sector", "start", "end", value, "status", "published", "source", "note"],
        optional: &["note"],
    }
}

const SOURCES: Layout<6> = Layout {
    name: "sources.csv",
    columns: ["id", "publisher", "outlet", "title", "url", "dated"],
    optional: &["title"],
};
const SECTORS: Layout<10> = Layout {
    name: "sectors.csv",
    columns: [
        "code", "parent", "ebops", "name_en", "name_ur", "short_en", "short_ur", "since",
        "note_en", "note_ur",
    ],
    optional: &["parent", "ebops", "since", "note_en", "note_ur"],
};
const WORKING_DAYS: Layout<5> = Layout {
    name: "working_days.csv",
    columns: ["month", "weekdays", "holidays", "working_days", "holiday_names"],
    optional: &["holiday_names"],
};

/// Every file that the program reads, with its columns.
fn known() -> Vec<(&'static str, Vec<&'static str>)> {
    let record = [
        (OBSERVATIONS, observations().columns.to_vec()),
        (SOURCES.name, SOURCES.columns.to_vec()),
        (SECTORS.name, SECTORS.columns.to_vec()),
        (WORKING_DAYS.name, WORKING_DAYS.columns.to_vec()),
    ];
    record.into_iter().chain(context_package::files()).collect()
}

/// A set of sectors is 32 bits, a place in a table 16.
const MAX_SECTORS: usize = 32;
pub const MAX_ROWS: usize = u16::MAX as usize;

impl Package {
    fn read(folder: &Path, problems: &mut Vec<Problem>) -> Package {
        let sectors = table(folder, &SECTORS, MAX_SECTORS, problems);
        let sources = table(folder, &SOURCES, MAX_ROWS, problems);
        let figures = table(folder, &observations(), MAX_ROWS, problems);
        let working_days = table(folder, &WORKING_DAYS, MAX_ROWS, problems);
        let description = Description::read(folder, problems);
        let context = Files::read(folder, description.as_ref(), problems);
        let in_figures = figures.rows.iter().map(|Row { cells: [.., source, _], .. }| source);
        let mut cited = Cited {
            cells: in_figures.chain(context.cited()).cloned().collect(),
            whole: figures.whole && context.whole(),
        };
        match &description {
            Some(it) => it.check(folder, &mut cited, problems),
            // What is not described may cite anything.
            None => cited.whole = false,
        }

        let (sector_places, source_places) = (Places::of(&sectors), Places::of(&sources));
        let sources = sources.read_as(|cells, _| source(cells, problems));
        let context = context.into_context(&sector_places, &sources, problems);
        Package {
            sectors: sectors.read_as(|cells, row| sector(cells, row, &sector_places, problems)),
            sources,
            figures: figures
                .read_as(|cells, _| figure(cells, &sector_places, &source_places, problems)),
            working_days: working_days.read_as(|cells, _| days(cells, problems)),
            cited,
            context,
            description,
        }
    }

    /// The macro `package_text!`, as Rust; `None` where nothing says what the figures are of, which no package that was
    /// [`open`]ed lacks.
    pub fn record_macro(&self, months: [&[&str; 12]; 2], years: &[YearWords]) -> Option<String> {
        let description = self.description.as_ref()?;
        Some(description.record.as_ref()?.to_rust(self.has(), description, months, years))
    }

    /// What there is besides the record.
    fn has(&self) -> Has {
        let sector = |code: &str| self.sectors.rows.iter().any(|it| it.value.code == code);
        Has {
            drivers: !self.context.drivers.is_empty(),
            peers: !self.context.peers.is_empty(),
            targets: !self.context.targets.is_empty(),
            events: !self.context.events.is_empty(),
            freelance: sector("computer.freelance") && sector("other_business.freelance"),
        }
    }

    /// What the program carries of it; `None` where there are no working days, which no
    /// package that was [`open`]ed lacks.
    pub fn into_record(self) -> Option<(Dataset, Sources, Context)> {
        let first = self.working_days.rows.first()?.value.0;
        let days = self.working_days.rows.iter().map(|it| it.value.1).collect();
        let notes = self.figures.rows.iter().map(|it| check::note(it).to_owned()).collect();
        let dataset = Dataset::new(
            Sectors::new(self.sectors.rows.into_iter().map(|it| it.value).collect()),
            self.figures.rows.into_iter().map(|it| it.value).collect(),
            WorkingDays { first, days },
        );
        let sources = self.sources.rows.into_iter().map(|it| it.value).collect();
        Some((dataset, Sources::new(sources, notes), self.context))
    }
}

fn sector(
    cells: &[Cell; 10],
    row: usize,
    sectors: &Places,
    problems: &mut Vec<Problem>,
) -> Option<Sector> {
    let [code, parent, ebops, name_en, name_ur, short_en, short_ur, since, note_en, note_ur] =
        cells;
    read_cell(code, short_name, problems);
    both_or_none(note_en, note_ur, problems);
    let whole = sectors.find(parent, "parent", problems);
    if whole.is_some_and(|whole| whole >= row) {
        problems.push(parent.problem(Rule::ParentBelow(parent.excerpt())));
    }
    let bilingual = |en: &Cell, ur: &Cell| Bilingual { en: en.text.clone(), ur: ur.text.clone() };
    Some(Sector {
        code: code.text.clone(),
        parent: whole.filter(|&whole| whole < row).map(|whole| SectorId(whole as u8)),
        ebops: ebops.text.clone(),
        name: bilingual(name_en, name_ur),
        short: bilingual(short_en, short_ur),
        since: read_cell(since, or_else(Rule::Month), problems),
        note: bilingual(note_en, note_ur),
    })
}

/// A note in one language needs its like in the other.
pub fn both_or_none(note_en: &Cell, note_ur: &Cell, problems: &mut Vec<Problem>) {
    for (text, other, column) in [(note_en, note_ur, "note_ur"), (note_ur, note_en, "note_en")] {
        if !text.text.is_empty() && other.text.is_empty() {
            problems.push(other.problem(Rule::Empty { column: column.to_owned() }));
        }
    }
}

fn source(cells: &[Cell; 6], problems: &mut Vec<Problem>) -> Option<Source> {
    let [id, publisher, outlet, _title, address, dated] = cells;
    read_cell(id, short_name, problems);
    read_cell(address, url, problems);
    let dated = read_cell(dated, one_of(["shown", "inferred"]), problems);
    Some(Source {
        publisher: publisher.text.clone(),
        outlet: outlet.text.clone(),
        url: address.text.clone(),
        dated: dated == Some("shown"),
    })
}

fn figure(
    cells: &[Cell; 8],
    sectors: &Places,
    sources: &Places,
    problems: &mut Vec<Problem>,
) -> Option<Observation> {
    let [sector, start, end, value, status, published, source, _note] = cells;
    let sector = sectors.find(sector, "sector", problems);
    let first = read_cell(start, or_else(Rule::Month), problems);
    let last = read_cell(end, or_else(Rule::Month), problems);
    let span = first.zip(last).map(|(first, last)| Span::new(first, last));
    if span == Some(None) {
        problems.push(end.problem(Rule::EndBeforeStart));
    }
    let amount = read_cell(value, amount, problems);
    let status = read_cell(status, one_of(Status::ALL.map(Status::code)), problems);
    let published = read_cell(published, or_else(Rule::Date), problems);
    Some(Observation {
        sector: SectorId(sector? as u8),
        span: span??,
        amount: amount?,
        status: Status::ALL.into_iter().find(|it| Some(it.code()) == status)?,
        published: published?,
        source: SourceId(sources.get(source)? as u16),
    })
}

fn days(cells: &[Cell; 5], problems: &mut Vec<Problem>) -> Option<(Month, u8)> {
    let [month, weekdays, holidays, working_days, _names] = cells;
    let month = read_cell(month, or_else(Rule::Month), problems);
    let [all, free, working] = [weekdays, holidays, working_days]
        .map(|it| read_cell::<u8>(it, or_else(Rule::Days), problems));
    let (all, free, working) = (all?, free?, working?);
    if !(20..=23).contains(&all) {
        problems.push(weekdays.problem(Rule::Weekdays(all)));
    }
    let difference = i32::from(all) - i32::from(free);
    if difference != i32::from(working) {
        problems.push(working_days.problem(Rule::WorkingDays { difference }));
    }
    Some((month?, working))
}

/// An empty cell is `None`; that is reported elsewhere, where it must not be empty.
pub fn read_cell<T>(
    cell: &Cell,
    read: impl Fn(&Cell) -> Result<T, Rule>,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    if cell.text.is_empty() {
        return None;
    }
    read(cell).map_err(|rule| problems.push(cell.problem(rule))).ok()
}

pub fn or_else<T: FromStr>(rule: fn(String) -> Rule) -> impl Fn(&Cell) -> Result<T, Rule> {
    move |cell| cell.text.parse().map_err(|_| rule(cell.excerpt()))
}

fn one_of<const N: usize>(
    words: [&'static str; N],
) -> impl Fn(&Cell) -> Result<&'static str, Rule> {
    move |cell| {
        let word = words.into_iter().find(|&it| it == cell.text);
        word.ok_or_else(|| Rule::Word { text: cell.excerpt(), words: words.to_vec() })
    }
}

pub fn short_name(cell: &Cell) -> Result<(), Rule> {
    let fits = |it: char| it.is_ascii_lowercase() || it.is_ascii_digit() || "._-".contains(it);
    cell.text.chars().all(fits).then_some(()).ok_or_else(|| Rule::Code(cell.excerpt()))
}

pub fn url(cell: &Cell) -> Result<(), Rule> {
    let rest = ["http://", "https://"].iter().find_map(|it| cell.text.strip_prefix(it));
    let fits = rest.is_some_and(|it| !it.is_empty() && !it.contains(char::is_whitespace));
    fits.then_some(()).ok_or_else(|| Rule::Url(cell.excerpt()))
}

/// US$ million in plain decimals, at most three of them.
pub fn amount(cell: &Cell) -> Result<Amount, Rule> {
    let text = cell.text.as_str();
    let unsigned = text.strip_prefix(['-', '−']).unwrap_or(text);
    let (whole, decimals) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let digits = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
    let rule = match (digits(whole) && digits(decimals), text.contains(['e', 'E'])) {
        (false, true) if text.parse::<f64>().is_ok() => Rule::Exponent,
        (false, _) => Rule::Number,
        // Twelve digits leave room for sums.
        (true, _) if whole.len() > 12 => Rule::Number,
        (true, _) if unsigned != text => Rule::Negative,
        (true, _) if decimals.len() > 3 => Rule::Decimals,
        (true, _) => {
            let thousands = format!("{whole}{decimals:0<3}").parse();
            return thousands.map(Amount::from_thousands).or(Err(Rule::Number(cell.excerpt())));
        }
    };
    Err(rule(cell.excerpt()))
}

/// What `datapackage.json` says of the files beside it.
pub struct Description {
    pub resources: Vec<Resource>,
    pub record: Option<Record>,
    pub licences: Vec<Licence>,
    text: String,
    top: Place,
}

#[derive(Deserialize)]
struct Contents {
    resources: Vec<Resource>,
    record: Option<Record>,
    #[serde(default, rename = "licenses")]
    licences: Vec<Licence>,
}

#[derive(Deserialize)]
pub struct Licence {
    pub path: String,
}

#[derive(Deserialize)]
pub struct Resource {
    pub path: String,
    schema: Schema,
    pub history: Option<History>,
}

#[derive(Deserialize)]
struct Schema {
    fields: Vec<Field>,
}

#[derive(Deserialize)]
struct Field {
    name: String,
}

/// At least this many rows, published on or before that day, stood here once.
#[derive(Deserialize)]
pub struct History {
    pub until: String,
    pub rows: usize,
}

impl Description {
    fn read(folder: &Path, problems: &mut Vec<Problem>) -> Option<Description> {
        let name = "datapackage.json";
        let text = text(folder, name, problems)?;
        let top = top(folder, name).place;
        let contents = serde_json::from_str::<Contents>(&text).map_err(|error| {
            let why = error.to_string();
            let why = why.split(" at line ").next().unwrap_or_default().to_owned();
            let (line, column) = (error.line().max(1), error.column().max(1));
            let place = Place { line, column, ..top.clone() };
            problems.push(Problem { place, rule: Rule::Json(why) });
        });
        let Contents { resources, record, licences } = contents.ok()?;
        let description = Description { resources, record, licences, text, top };
        match &description.record {
            None => problems.push(description.problem(&[], Rule::NoRecord)),
            Some(record) => {
                let said = record.problem(|file| description.lists(file));
                let said = said.map(|(words, rule)| (words, Rule::InRecord(rule)));
                problems.extend(said.map(|(words, rule)| description.problem(words, rule)));
            }
        }
        Some(description)
    }

    pub fn lists(&self, file: &str) -> bool {
        self.resources.iter().any(|it| it.path == file)
    }

    /// Adds the cells that name sources in files of which the program knows nothing else.
    fn check(&self, folder: &Path, cited: &mut Cited, problems: &mut Vec<Problem>) {
        let known = known();
        for resource in &self.resources {
            match known.iter().find(|(name, _)| *name == resource.path) {
                Some((_, columns)) => problems.extend(self.check_fields(resource, columns)),
                None => self.check_file(resource, folder, cited, problems),
            }
        }
        for (name, _) in known {
            let there = !context_package::OPTIONAL.contains(&name) || folder.join(name).exists();
            if there && !self.lists(name) {
                problems.push(self.problem(&["resources"], Rule::NotListed(name)));
            }
        }
    }

    fn check_fields(&self, resource: &Resource, columns: &[&str]) -> Option<Problem> {
        let fields = &resource.schema.fields;
        let field = |place| fields.get(place).map(|it: &Field| it.name.as_str());
        let mut places = 0..fields.len().max(columns.len());
        let place = places.find(|&place| field(place) != columns.get(place).copied())?;
        let rule = Rule::Fields {
            place: place + 1,
            expected: columns.get(place).map(|it| it.to_string()),
            found: field(place).map(str::to_owned),
        };
        let word = field(place).unwrap_or("fields");
        Some(self.problem(&[&resource.path, "fields", word], rule))
    }

    fn check_file(
        &self,
        resource: &Resource,
        folder: &Path,
        cited: &mut Cited,
        problems: &mut Vec<Problem>,
    ) {
        let path = resource.path.as_str();
        if !folder.join(path).is_file() {
            problems.push(self.problem(&[path], Rule::ResourceFile(path.to_owned())));
            cited.whole = false;
            return;
        }
        let fields: Vec<&str> = resource.schema.fields.iter().map(|it| it.name.as_str()).collect();
        let (rows, whole) = rows(folder, path, &fields, &fields, problems);
        cited.whole &= whole;
        if let Some(source) = fields.iter().position(|&it| it == "source") {
            cited.cells.extend(rows.into_iter().filter_map(|row| row.into_iter().nth(source)));
        }
    }

    /// A problem at the last of some quoted words, each looked for after the one before.
    pub fn problem(&self, words: &[&str], rule: Rule) -> Problem {
        let (mut start, mut end) = (0, 0);
        for word in words {
            let quoted = format!("{word:?}");
            if let Some(found) = self.text[end..].find(&quoted) {
                start = end + found;
                end = start + quoted.len();
            }
        }
        let mut place = self.top.clone();
        place.pass(&self.text[..start]);
        Problem { place, rule }
    }
}
