//! The changes of the record, by day of publication: each recomputed from the figures alone.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use it_exports::calendar::{Date, Span};
use it_exports::data::{Amount, Dataset, SectorId, package};
use it_exports::embedded::{dataset, sources};
use it_exports::facts::{self, Effect, Publication};
use it_exports::i18n::{Format, Lang};
use it_exports::package_text::TERMS;
use it_exports::site::{Options, changelog, versions};
use serde_json::Value;

fn publications() -> &'static [Publication] {
    static ALL: LazyLock<Vec<Publication>> = LazyLock::new(|| facts::publications(dataset()));
    &ALL
}

/// What stood after each day for each sector and span: told anew, without [`Dataset::as_of`].
fn standing(data: &Dataset, day: Date) -> BTreeMap<(SectorId, Span), Amount> {
    let mut standing: BTreeMap<(SectorId, Span), (Date, Amount)> = BTreeMap::new();
    for it in data.observations.iter().filter(|it| it.published.known_from() <= day) {
        let there = standing.entry((it.sector, it.span)).or_insert((it.published, it.amount));
        // Of those of one day, the last in the order of the record.
        if it.published >= there.0 {
            *there = (it.published, it.amount);
        }
    }
    standing.into_iter().map(|(key, (_, amount))| (key, amount)).collect()
}

/// Nothing is listed that did not happen, and all that happened is listed.
#[test]
fn every_change_recomputes_from_the_figures() {
    let data = dataset();
    let mut before = BTreeMap::new();
    let (mut revised, mut rounded, mut rows) = (0, 0, 0);
    for publication in publications() {
        let after = standing(data, publication.day);
        let mut told: BTreeMap<(SectorId, Span), Amount> = before.clone();
        for &(id, effect) in &publication.figures {
            let it = data.observation(id);
            let key = (it.sector, it.span);
            rows += 1;
            match effect {
                Effect::NewMonth | Effect::First => {
                    assert_eq!(told.insert(key, it.amount), None, "{key:?}");
                    let month = key.0 == SectorId::TOTAL && key.1.is_month();
                    assert_eq!(effect == Effect::NewMonth, month);
                }
                Effect::Revises(revision) => {
                    revised += 1;
                    rounded += usize::from(revision.is_rounding());
                    assert_eq!(told.insert(key, it.amount), Some(revision.before), "{key:?}");
                    assert_eq!(revision.after, it.amount);
                    assert_ne!(revision.before, revision.after);
                }
                Effect::Confirms => assert_eq!(told.get(&key), Some(&it.amount), "{key:?}"),
                Effect::Earlier => {}
            }
        }
        assert_eq!(told, after, "{}", publication.day);
        before = after;
    }
    assert!(revised > 200 && (1..revised).contains(&rounded), "{revised} {rounded}");
    assert_eq!(rows, data.observations.len(), "every figure came on one day");
}

fn data_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("static/data")
}

fn page(lang: Lang) -> String {
    changelog::page(dataset(), sources(), publications(), lang, &Options { site: None })
}

/// The page names each day, each new month and each revision, in both languages, and needs no program.
#[test]
fn the_page_of_changes_says_what_changed() {
    for lang in Lang::ALL {
        let html = page(lang);
        assert!(!html.contains("<script") && !html.contains(" style="), "{lang:?}");
        let to_root = if lang == Lang::En { "../" } else { "../../" };
        assert!(
            html.contains(&format!("<link rel=\"stylesheet\" href=\"{to_root}style.css\">")),
            "{lang:?}"
        );
        let format = Format::new(lang, None);
        let sections: Vec<&str> = html.split("<section ").skip(1).collect();
        let publications = publications();
        assert_eq!(sections.len(), publications.len());
        // The newest first.
        for (section, publication) in sections.iter().zip(publications.iter().rev()) {
            let day = publication.day;
            assert!(section.contains(&format!("id=\"d{day}\"")), "{lang:?} {day}");
            assert!(section.contains(&format!("href=\"{to_root}v/{day}/datapackage.json\"")));
            let mut revised = 0;
            for &(id, effect) in &publication.figures {
                let it = dataset().observation(id);
                match effect {
                    Effect::NewMonth => {
                        let line = format!(
                            "<li>{}: {}",
                            format.span(it.span),
                            format.money_exact(it.amount)
                        );
                        assert!(section.contains(&line), "{lang:?} {day}: {line}");
                    }
                    Effect::Revises(revision) => {
                        revised += 1;
                        let cells = [revision.before, revision.after].map(|it| {
                            let amount = format.money_cell(it);
                            format!("<td class=\"number\"><bdi dir=\"ltr\">{amount}</bdi></td>")
                        });
                        assert!(section.contains(&cells.concat()), "{lang:?} {day}: {cells:?}");
                    }
                    _ => {}
                }
            }
            let rows = section.matches("<tr><th scope=\"row\">").count();
            assert_eq!(rows, revised, "{lang:?} {day}");
        }
    }
}

/// A folder that goes when it goes out of scope.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Each version is a package that reads as the record of its day, and keeps every rule but one: a month
/// in the middle may not have been published yet.
#[test]
fn every_version_is_the_package_of_its_day() {
    let whole = versions::Whole::read(&data_folder()).unwrap();
    let all = fs::read_to_string(data_folder().join("observations.csv")).unwrap();
    let folder = std::env::temp_dir().join(format!("it-exports-versions-{}", std::process::id()));
    let folder = Folder(folder);
    fs::create_dir_all(&folder.0).unwrap();
    let mut sound = 0;
    let publications = publications();
    for publication in publications {
        let day = publication.day;
        for (name, text) in whole.version(dataset(), day) {
            fs::write(folder.0.join(name), &text).unwrap();
            if name == "observations.csv" {
                // The same lines in the same order, none of them published later.
                let mut lines = all.lines();
                assert!(text.lines().all(|line| lines.any(|it| it == line)), "{day}");
                assert!(text.ends_with('\n'));
            }
            if name == "datapackage.json" {
                let description: Value = serde_json::from_str(&text).unwrap();
                assert_eq!(description["version"], day.to_string());
                let said = description["description"].as_str().unwrap();
                assert!(said.contains(&format!("as it stood after {day}")), "{said}");
            }
        }
        match package::open(&folder.0, &TERMS) {
            Ok(opened) => {
                sound += 1;
                // What is worth a look must not be a source that no figure names.
                assert!(opened.warnings.is_empty(), "{day}: {}", opened.warnings[0]);
                let (read, their_sources, _) = opened.package.into_record().unwrap();
                let there = dataset().observations.iter();
                let there: Vec<_> = there.filter(|it| it.published.known_from() <= day).collect();
                assert_eq!(read.observations.len(), there.len(), "{day}");
                for (one, other) in read.observations.iter().zip(there) {
                    assert_eq!((one.sector, one.span), (other.sector, other.span), "{day}");
                    assert_eq!((one.amount, one.status), (other.amount, other.status), "{day}");
                    let [one, other] = [
                        their_sources.get(one.source).unwrap(),
                        sources().get(other.source).unwrap(),
                    ];
                    assert_eq!(one, other, "{day}");
                }
                if let Some(known) = dataset().as_of(day) {
                    assert_eq!(read.monthly_record().end(), known.monthly_record().end(), "{day}");
                }
            }
            Err(problems) => {
                for problem in problems.iter().filter(|it| !it.rule.warns()) {
                    let said = problem.to_string();
                    assert!(said.contains("the months before it run unbroken"), "{day}: {said}");
                }
            }
        }
    }
    assert!(sound > 75, "{sound} of {}", publications.len());
}

#[test]
fn the_newest_version_has_every_row() {
    let whole = versions::Whole::read(&data_folder()).unwrap();
    let last = publications().last().unwrap().day;
    for (name, text) in whole.version(dataset(), last) {
        if !["datapackage.json", "adjusted.csv"].contains(&name) {
            let today = fs::read_to_string(data_folder().join(name)).unwrap();
            assert_eq!(text, today, "{name}");
        }
    }
}

/// Beside the packages: all of them, the newest first, with the same changes.
#[test]
fn the_index_lists_every_version() {
    let publications = publications();
    let index = versions::index(dataset(), sources(), publications);
    let index: Value = serde_json::from_str(&index).unwrap();
    let listed = index["versions"].as_array().unwrap();
    assert_eq!(listed.len(), publications.len());
    assert_eq!(listed[0]["figures"], dataset().observations.len());
    for (it, publication) in listed.iter().zip(publications.iter().rev()) {
        assert_eq!(it["day"], publication.day.to_string());
        let count = |wanted: fn(&Effect) -> bool| {
            publication.figures.iter().filter(|it| wanted(&it.1)).count()
        };
        let revisions = it["revisions"].as_array().unwrap();
        assert_eq!(revisions.len(), count(|it| matches!(it, Effect::Revises(_))));
        assert_eq!(it["newMonths"].as_array().unwrap().len(), count(|it| *it == Effect::NewMonth));
        for it in revisions {
            let [before, after, change] =
                ["beforeUsdMillion", "valueUsdMillion", "changeUsdMillion"]
                    .map(|name| it[name].as_f64().unwrap());
            assert!((after - before - change).abs() < 0.0005, "{it}");
        }
    }
}
