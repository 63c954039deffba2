//! The files of the data package as typed rows that remember where they stood.

use std::path::Path;

use super::cells::{amount, bilingual, both_or_none, one_of, or_else, read_cell, short_name, url};
use super::context::Context;
use super::context_package::{self, Files};
use super::csv::{Cell, Layout, MAX_ROWS, Places, Row, Table, table};
use super::description::{Cited, Description, File};
use super::problem::{Problem, Rule};
use super::record::Terms;
use super::{
    Dataset, Observation, Sector, SectorId, Sectors, Source, SourceId, Sources, Status, Weekdays,
    WorkingDays,
};
use crate::calendar::{Month, Span};

/// The package as far as it could be read; what could not is among the problems.
pub struct Package {
    pub sectors: Table<10, Sector>,
    pub sources: Table<6, Source>,
    pub figures: Table<8, Observation>,
    pub working_days: Table<5, (Month, Weekdays)>,
    pub cited: Cited,
    pub context: Context,
    /// `None` when datapackage.json could not be read.
    pub description: Option<Description>,
}

/// A row of `observations.csv`.
pub type FigureRow = Row<8, Observation>;

/// What there is to say of the figure.
pub fn note(figure: &FigureRow) -> &str {
    let [.., note] = &figure.cells;
    &note.text
}

fn observations<'a>(terms: &Terms<'a>) -> Layout<'a, 8> {
    let value = terms.value_column;
    Layout {
        name: "observations.csv",
        columns: ["sector", "start", "end", value, "status", "published", "source", "note"],
        optional: &["note"],
    }
}

const SOURCES: Layout<'static, 6> = Layout {
    name: "sources.csv",
    columns: ["id", "publisher", "outlet", "title", "url", "dated"],
    optional: &["title"],
};
const SECTORS: Layout<'static, 10> = Layout {
    name: "sectors.csv",
    columns: [
        "code", "parent", "ebops", "name_en", "name_ur", "short_en", "short_ur", "since",
        "note_en", "note_ur",
    ],
    optional: &["parent", "ebops", "since", "note_en", "note_ur"],
};
const WORKING_DAYS: Layout<'static, 5> = Layout {
    name: "working_days.csv",
    columns: ["month", "weekdays", "holidays", "working_days", "holiday_names"],
    optional: &["holiday_names"],
};

/// Every file that the program reads.
fn known<'a>(terms: &Terms<'a>) -> Vec<File<'a>> {
    let record = [
        File::of(&observations(terms), true),
        File::of(&SOURCES, true),
        File::of(&SECTORS, true),
        File::of(&WORKING_DAYS, true),
    ];
    record.into_iter().chain(context_package::files(terms)).collect()
}

/// A set of sectors is 32 bits.
const MAX_SECTORS: usize = 32;

impl Package {
    pub fn read(folder: &Path, terms: &Terms, problems: &mut Vec<Problem>) -> Package {
        let sectors = table(folder, &SECTORS, MAX_SECTORS, problems);
        let sources = table(folder, &SOURCES, MAX_ROWS, problems);
        let figures = table(folder, &observations(terms), MAX_ROWS, problems);
        let working_days = table(folder, &WORKING_DAYS, MAX_ROWS, problems);
        let description = Description::read(folder, problems);
        let context = Files::read(folder, terms, description.as_ref(), problems);
        let in_figures = figures.rows.iter().map(|Row { cells: [.., source, _], .. }| source);
        let mut cited = Cited {
            cells: in_figures.chain(context.cited()).cloned().collect(),
            whole: figures.whole && context.whole(),
        };
        match &description {
            Some(it) => it.check(folder, &known(terms), &mut cited, problems),
            // What is not described may cite anything.
            None => cited.whole = false,
        }

        let (sector_places, source_places) = (Places::of(&sectors), Places::of(&sources));
        let sources = sources.read_as(|cells, _| source(cells, problems));
        let context = context.into_context(terms, &sector_places, &sources, problems);
        Package {
            sectors: sectors.read_as(|cells, row| sector(cells, row, &sector_places, problems)),
            sources,
            figures: figures
                .read_as(|cells, _| figure(cells, terms, &sector_places, &source_places, problems)),
            working_days: working_days.read_as(|cells, _| days(cells, problems)),
            cited,
            context,
            description,
        }
    }

    /// Whether it asks that its total be adjusted for working days and season.
    pub fn is_adjusted(&self) -> bool {
        let record = self.description.as_ref().and_then(|it| it.record.as_ref());
        record.is_some_and(|it| it.adjusted)
    }

    /// What the program carries of it; `None` where there are no working days, which no
    /// package lacks that keeps every rule.
    pub fn into_record(self) -> Option<(Dataset, Sources, Context)> {
        let first = self.working_days.rows.first()?.value.0;
        let months = self.working_days.rows.iter().map(|it| it.value.1).collect();
        let notes = self.figures.rows.iter().map(|it| note(it).to_owned()).collect();
        let dataset = Dataset::new(
            Sectors::new(self.sectors.rows.into_iter().map(|it| it.value).collect()),
            self.figures.rows.into_iter().map(|it| it.value).collect(),
            WorkingDays { first, months },
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

fn source(cells: &[Cell; 6], problems: &mut Vec<Problem>) -> Option<Source> {
    let [id, publisher, outlet, _title, address, dated] = cells;
    read_cell(id, short_name, problems);
    read_cell(address, url, problems);
    let dated = one_of(dated, &[true, false], &["shown", "inferred"], problems);
    Some(Source {
        publisher: publisher.text.clone(),
        outlet: outlet.text.clone(),
        url: address.text.clone(),
        dated: dated.unwrap_or_default(),
    })
}

fn figure(
    cells: &[Cell; 8],
    terms: &Terms,
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
    let amount = read_cell(value, |it| amount(it, terms.unit), problems);
    let status = one_of(status, &Status::ALL, &Status::ALL.map(Status::code), problems);
    let published = read_cell(published, or_else(Rule::Date), problems);
    Some(Observation {
        sector: SectorId(sector? as u8),
        span: span??,
        amount: amount?,
        status: status?,
        published: published?,
        source: SourceId(sources.get(source)? as u16),
    })
}

fn days(cells: &[Cell; 5], problems: &mut Vec<Problem>) -> Option<(Month, Weekdays)> {
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
    Some((month?, Weekdays { all, holidays: free }))
}
