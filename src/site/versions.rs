//! The data package as it stood after each publication, and what each of them changed.

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::calendar::Date;
use crate::data::csv::{Cell, Row};
use crate::data::package::{self, Package};
use crate::data::problem::Problem;
use crate::data::{Amount, Dataset, Sources};
use crate::facts::{Effect, Publication};
use crate::package_text::TERMS;
use crate::site::adjusted;

/// The files of a version that are the same in each: what has no day of publication.
const UNDATED: [&str; 9] = [
    "sectors.csv",
    "working_days.csv",
    "countries.csv",
    "peers.csv",
    "drivers.csv",
    "indicators.csv",
    "targets.csv",
    "events.csv",
    "prices.csv",
];

/// Why a package cannot be cut to a day.
#[derive(Debug)]
pub enum VersionError {
    Read(PathBuf, io::Error),
    Problems(Vec<Problem>),
    Description(serde_json::Error),
}

impl fmt::Display for VersionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            VersionError::Read(path, error) => write!(f, "{}: {error}", path.display()),
            VersionError::Problems(problems) => {
                problems.iter().try_for_each(|it| writeln!(f, "{it}"))
            }
            VersionError::Description(error) => write!(f, "datapackage.json: {error}"),
        }
    }
}

impl std::error::Error for VersionError {}

/// The package of today, from which those of all days are cut.
pub struct Whole {
    package: Package,
    observations: String,
    sources: String,
    description: Value,
    undated: Vec<(&'static str, String)>,
    /// Ids of sources that stand in other files than observations.csv.
    around: BTreeSet<String>,
}

impl Whole {
    /// # Errors
    ///
    /// When the package in `folder` cannot be read or breaks a rule.
    pub fn read(folder: &Path) -> Result<Whole, VersionError> {
        let package = package::open(folder, &TERMS).map_err(VersionError::Problems)?.package;
        let text = |name: &str| {
            let path = folder.join(name);
            fs::read_to_string(&path).map_err(|error| VersionError::Read(path, error))
        };
        let around = package.cited.cells.iter();
        let around = around.filter(|it| !it.place.file.ends_with("observations.csv"));
        let around = around.map(|it| it.text.clone()).collect();
        let listed = |name: &&str| package.description.as_ref().is_some_and(|it| it.lists(name));
        let undated = UNDATED.into_iter().filter(listed).map(|name| Ok((name, text(name)?)));
        Ok(Whole {
            around,
            observations: text("observations.csv")?,
            sources: text("sources.csv")?,
            description: serde_json::from_str(&text("datapackage.json")?)
                .map_err(VersionError::Description)?,
            undated: undated.collect::<Result<_, _>>()?,
            package,
        })
    }

    /// The files of the package as it stood after `day`: of the figures those published by then, of
    /// the sources those they name, byte for byte; the rest as it is. With what follows from them: `data` is the record that
    /// was read from the package.
    pub fn version(&self, data: &Dataset, day: Date) -> Vec<(&'static str, String)> {
        let known = |it: &&Row<8, _>| {
            let it: &crate::data::Observation = &it.value;
            it.published.has_come_by(day)
        };
        let figures: Vec<_> = self.package.figures.rows.iter().filter(known).collect();
        let cited: BTreeSet<&str> = figures.iter().map(|it| it.cells[6].text.as_str()).collect();
        let lines: Vec<&[Cell]> = figures.iter().map(|it| it.cells.as_slice()).collect();
        let all = self.package.figures.rows.iter().map(|it| it.cells.as_slice());
        let observations = only(&self.observations, all, &lines);
        let all = || self.package.sources.rows.iter().map(|it| it.cells.as_slice());
        let named = |it: &&[Cell]| {
            it.first().is_some_and(|id| {
                cited.contains(id.text.as_str()) || self.around.contains(&id.text)
            })
        };
        let sources = only(&self.sources, all(), &all().filter(named).collect::<Vec<_>>());
        let known = data.as_of(day);
        let mut description = self.description(day, figures.len());
        let adjusted = known.and_then(|known| with_adjusted(&mut description, &known));
        let files = [
            ("datapackage.json", format!("{description:#}\n")),
            ("observations.csv", observations),
            ("sources.csv", sources),
        ];
        files.into_iter().chain(self.undated.iter().cloned()).chain(adjusted).collect()
    }

    /// The files that the package of today has besides, or has otherwise, where it is published. `data` is the record
    /// that was read from it.
    pub fn computed(&self, data: &Dataset) -> Vec<(&'static str, String)> {
        let mut description = self.description.clone();
        let adjusted = with_adjusted(&mut description, data);
        let described = |file| [("datapackage.json", format!("{description:#}\n")), file];
        adjusted.map(described).into_iter().flatten().collect()
    }

    fn description(&self, day: Date, rows: usize) -> Value {
        let mut description = self.description.clone();
        let said = description["description"].as_str().unwrap_or_default();
        description["description"] = format!(
            "{said} This is the package as it stood after {day}: figures published by that day and the \
             sources they name (where a source shows only a month, figures count from its end). What has \
             no day of publication (sectors, working days, peers, drivers, targets, events, prices) is that of \
             the newest package; the lists of what was left out are only there. \
             adjusted.csv, where it is here, is what today's method makes of the figures of that day."
        )
        .into();
        description["version"] = day.to_string().into();
        description["created"] = format!("{day}T00:00:00Z").into();
        if let Some(resources) = description["resources"].as_array_mut() {
            let here = ["observations.csv", "sources.csv"];
            resources.retain(|it| {
                let path = it["path"].as_str().unwrap_or_default();
                UNDATED.contains(&path) || here.contains(&path)
            });
            for it in resources.iter_mut().filter(|it| it["path"] == "observations.csv") {
                it["history"] = json!({ "until": day.to_string(), "rows": rows });
            }
        }
        description
    }
}

/// The adjusted total as a file, which is listed in the description; `None` where the record is not adjusted.
fn with_adjusted(description: &mut Value, data: &Dataset) -> Option<(&'static str, String)> {
    let (text, resource) = (adjusted::csv(data)?, adjusted::resource(data)?);
    let resources = description["resources"].as_array_mut()?;
    resources.retain(|it| it["path"] != adjusted::FILE);
    resources.push(resource);
    Some((adjusted::FILE, text))
}

/// The header of a file and the rows that are kept, every byte of them.
fn only<'a>(text: &str, all: impl Iterator<Item = &'a [Cell]>, kept: &[&[Cell]]) -> String {
    let line = |row: &[Cell]| row.first().map_or(0, |it| it.place.line);
    let kept: BTreeSet<usize> = kept.iter().map(|it| line(it)).collect();
    let starts: BTreeSet<usize> = all.map(line).collect();
    let mut keep = true;
    let mut result = String::new();
    for (number, line) in (1..).zip(text.split_inclusive('\n')) {
        // A row may go over several lines.
        if starts.contains(&number) {
            keep = kept.contains(&number);
        }
        if keep {
            result.push_str(line);
        }
    }
    result
}

/// Names of amounts: millions of the unit.
pub const VALUE: &str = concat!("value", package_text!(Unit code), "Million");
pub const CHANGE: &str = concat!("change", package_text!(Unit code), "Million");

/// `index.json`: every version, the newest first, with what it changed.
pub fn index(data: &Dataset, sources: &Sources, publications: &[Publication]) -> String {
    let mut known = 0;
    let versions: Vec<Value> = publications
        .iter()
        .map(|publication| {
            known += publication.figures.len();
            version(data, sources, publication, known)
        })
        .collect();
    let index = json!({
        "description": concat!("The data package as it stood after each day of publication, the newest first, with what that day changed. Amounts are millions of ", package_text!(full unit en), ". A revision is a figure that took the place of another amount; it is rounding where one is the other, rounded."),
        "versions": versions.into_iter().rev().collect::<Vec<_>>(),
    });
    format!("{index:#}\n")
}

fn version(data: &Dataset, sources: &Sources, it: &Publication, known: usize) -> Value {
    let day = it.day.to_string();
    let (mut months, mut revisions) = (Vec::new(), Vec::new());
    for &(id, effect) in &it.figures {
        let figure = data.observation(id);
        let mut about = json!({
            "sector": data.sectors.get(figure.sector).code,
            "start": figure.span.start().to_string(),
            "end": figure.span.end().to_string(),
            VALUE: millions(figure.amount),
            "status": data.status(id).code(),
            "published": figure.published.to_string(),
            "source": sources.get(figure.source).map(|it| it.url.clone()),
        });
        match effect {
            Effect::NewMonth => months.push(about),
            Effect::Revises(revision) => {
                about[concat!("before", package_text!(Unit code), "Million")] =
                    millions(revision.before);
                about[CHANGE] = millions(revision.change());
                about["rounding"] = revision.is_rounding().into();
                revisions.push(about);
            }
            Effect::First | Effect::Confirms | Effect::Earlier => {}
        }
    }
    let count = |effect: Effect| it.figures.iter().filter(|it| it.1 == effect).count();
    json!({
        "day": day,
        "package": format!("{day}/datapackage.json"),
        "figures": known,
        "added": it.figures.len(),
        "newMonths": months,
        "revisions": revisions,
        "firstOfSectorAndPeriod": count(Effect::First),
        "confirming": count(Effect::Confirms),
        "olderThanWhatStands": count(Effect::Earlier),
    })
}

/// As in the files of the data: whole where it is whole.
pub fn millions(amount: Amount) -> Value {
    match amount.thousands() {
        whole if whole % 1000 == 0 => (whole / 1000).into(),
        _ => amount.millions().into(),
    }
}
