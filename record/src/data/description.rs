//! `datapackage.json`: what it says of the files beside it, and whether that is true.

use std::path::Path;

use serde::Deserialize;

use super::csv::{Cell, Layout, rows, text, top};
use super::problem::{Place, Problem, Rule};
use super::record::Record;

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
    pub fn read(folder: &Path, problems: &mut Vec<Problem>) -> Option<Description> {
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
    pub fn check(
        &self,
        folder: &Path,
        known: &[File],
        cited: &mut Cited,
        problems: &mut Vec<Problem>,
    ) {
        for resource in &self.resources {
            match known.iter().find(|it| it.name == resource.path) {
                Some(it) => problems.extend(self.check_fields(resource, &it.columns)),
                None => self.check_file(resource, folder, cited, problems),
            }
        }
        for &File { name, is_required, .. } in known {
            let there = is_required || folder.join(name).exists();
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

/// A file that the program reads.
pub struct File<'a> {
    pub name: &'static str,
    pub columns: Vec<&'a str>,
    /// A package may do without the others; what they are about is not on its page then.
    pub is_required: bool,
}

impl<'a> File<'a> {
    pub fn of<const N: usize>(layout: &Layout<'a, N>, is_required: bool) -> File<'a> {
        File { name: layout.name, columns: layout.columns.to_vec(), is_required }
    }
}

/// Every cell that names a source, in whichever file.
pub struct Cited {
    pub cells: Vec<Cell>,
    /// Every file could be read.
    pub whole: bool,
}
