//! `latest.json` is what its schema says, and says what the page says, on whatever day it is made;
//! and the dates of modification are true and the same everywhere.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use futures::executor::block_on;
use it_exports::address::{PageAddress, PageKind};
use it_exports::calendar::{Date, Month};
use it_exports::data::Dataset;
use it_exports::embedded::dataset;
use it_exports::facts::{self, Headline};
use it_exports::i18n::{Format, Lang};
use it_exports::query::VintageChoice;
use it_exports::reading;
use it_exports::site::{self, Options, feed, latest, story};
use serde_json::{Map, Value};

const SITE: &str = "https://example.org/it/";

fn known() -> Options {
    Options { site: Some(SITE.to_owned()) }
}

fn unknown() -> Options {
    Options { site: None }
}

/// Every state of the record: after each day on which anything was published.
fn states() -> Vec<(Date, Dataset)> {
    let days: BTreeSet<Date> =
        dataset().observations.iter().map(|it| it.published.known_from()).collect();
    days.into_iter().filter_map(|day| Some((day, dataset().as_of(day)?))).collect()
}

fn latest(data: &Dataset, options: &Options) -> Value {
    serde_json::from_str(&latest::latest(data, options).unwrap()).unwrap()
}

/// The part of JSON Schema that the schema uses; another keyword is a failure of this test.
struct Schema(Value);

impl Schema {
    fn new() -> Schema {
        Schema(serde_json::from_str(&latest::schema()).unwrap())
    }

    /// What is wrong with a value, by its path.
    fn problems(&self, value: &Value) -> Vec<String> {
        let mut problems = Vec::new();
        self.check(self.0.as_object().unwrap(), value, "", &mut problems);
        problems
    }

    fn check(&self, schema: &Map<String, Value>, value: &Value, at: &str, to: &mut Vec<String>) {
        for (keyword, wanted) in schema {
            let fits = match keyword.as_str() {
                "$schema" | "$defs" | "title" | "description" | "format" => true,
                "properties" => {
                    for (name, schema) in wanted.as_object().unwrap() {
                        if let Some(value) = value.get(name) {
                            let at = format!("{at}/{name}");
                            self.check(schema.as_object().unwrap(), value, &at, to);
                        }
                    }
                    true
                }
                "$ref" => {
                    let name = wanted.as_str().unwrap().strip_prefix("#/$defs/").unwrap();
                    self.check(self.0["$defs"][name].as_object().unwrap(), value, at, to);
                    true
                }
                "anyOf" => wanted.as_array().unwrap().iter().any(|it| {
                    let mut problems = Vec::new();
                    self.check(it.as_object().unwrap(), value, at, &mut problems);
                    problems.is_empty()
                }),
                "type" => match wanted.as_str().unwrap() {
                    "object" => value.is_object(),
                    "string" => value.is_string(),
                    "number" => value.is_number(),
                    "integer" => value.is_i64(),
                    "boolean" => value.is_boolean(),
                    "null" => value.is_null(),
                    other => panic!("type {other}"),
                },
                "required" => {
                    let names = wanted.as_array().unwrap();
                    names.iter().all(|it| value.get(it.as_str().unwrap()).is_some())
                }
                "additionalProperties" => {
                    let properties = schema["properties"].as_object().unwrap();
                    let known =
                        |it: &Map<String, Value>| it.keys().all(|it| properties.contains_key(it));
                    value.as_object().is_some_and(known)
                }
                "enum" => wanted.as_array().unwrap().contains(value),
                "minimum" => value.as_f64().is_none_or(|it| Some(it) >= wanted.as_f64()),
                "pattern" => match wanted.as_str().unwrap() {
                    "^[A-Z]{2}$" => value.as_str().is_some_and(|it| it.len() == 2),
                    "^[0-9]{4}-(0[1-9]|1[0-2])$" => {
                        value.as_str().is_some_and(|it| it.parse::<Month>().is_ok())
                    }
                    _ => value.as_str().is_some_and(|it| it.parse::<Date>().is_ok()),
                },
                other => panic!("{at}: {other}"),
            };
            if !fits {
                to.push(format!("{at}: {keyword}"));
            }
        }
    }
}

#[test]
fn it_is_what_its_schema_says_on_every_day() {
    let schema = Schema::new();
    let states = states();
    assert!(states.len() > 90, "{}", states.len());
    for (day, data) in &states {
        for options in [known(), unknown()] {
            assert_eq!(schema.problems(&latest(data, &options)), Vec::<String>::new(), "{day}");
        }
    }
}

#[test]
fn the_schema_refuses_what_is_not_so() {
    let schema = Schema::new();
    let good = latest(dataset(), &unknown());
    let with = |path: &str, value: Value| {
        let mut bad = good.clone();
        *bad.pointer_mut(path).unwrap() = value;
        schema.problems(&bad)
    };
    assert_eq!(with("/valueUsdMillion", "417".into()), ["/valueUsdMillion: type"]);
    assert_eq!(with("/status", "guessed".into()), ["/status: enum"]);
    assert_eq!(with("/month", "July".into()), ["/month: pattern"]);
    assert_eq!(with("/rank/ofAllMonths/place", 0.into()), ["/rank/ofAllMonths/place: minimum"]);
    assert_eq!(with("/changes/onYear", Value::Bool(true)), ["/changes/onYear: anyOf"]);
    let mut bad = good.clone();
    bad.as_object_mut().unwrap().remove("prints");
    assert_eq!(schema.problems(&bad), [": required"]);
    bad["more"] = 1.into();
    assert_eq!(schema.problems(&bad), [": additionalProperties", ": required"]);
}

/// Everything has a description, so that nobody has to guess.
#[test]
fn the_schema_describes_everything() {
    fn walk(schema: &Value, at: &str) {
        for group in ["properties", "$defs"] {
            for (name, it) in schema.get(group).and_then(Value::as_object).into_iter().flatten() {
                let at = format!("{at}/{name}");
                let words = it.get("description").and_then(Value::as_str);
                assert!(words.is_some_and(|it| it.len() > 3), "{at} has no description");
                walk(it, &at);
            }
        }
    }
    walk(&Schema::new().0, "");
    let schema = latest::schema();
    let usd = schema.matches("UsdMillion\":").count();
    assert_eq!(schema.matches("millions of US dollars").count(), usd, "units");
}

/// Against the facts and sentences that the page is made of.
#[test]
fn it_says_what_the_page_says() {
    for (day, data) in states().iter().map(|(day, data)| (day.to_string(), data)) {
        let said = latest(data, &unknown());
        let month = data.monthly_record().end();
        let facts = facts::headline(data, VintageChoice::Latest, month).unwrap();
        assert_eq!(said["month"], month.to_string(), "{day}");
        assert_eq!(said["valueUsdMillion"].as_f64(), Some(facts.amount.millions()), "{day}");
        assert_eq!(said["status"], facts.status.code(), "{day}");
        for (lang, code) in [(Lang::En, "en"), (Lang::Ur, "ur")] {
            let format = Format::new(lang, None);
            let told = reading::month(data, &facts, format);
            assert_eq!(said["text"][code]["title"], told.title, "{day}");
            assert_eq!(said["text"][code]["sentence"], told.sentence, "{day}");
            // The same digits as in the words.
            for (name, it) in [("onMonth", facts.on_month), ("onYear", facts.on_year)] {
                let shown = it.map(|it| format.percent(it.percent().abs()));
                let percent = said["changes"][name]["percent"].as_f64();
                assert_eq!(percent.map(|it| format.percent(it.abs())), shown, "{day} {name}");
            }
        }
        let base = facts.on_month.map(|it| it.base.end().to_string());
        assert_eq!(said["changes"]["onMonth"]["base"]["end"].as_str(), base.as_deref(), "{day}");
        // What is left is told exactly where the page tells it, in the same words.
        let told = facts.adjusted.is_some_and(|it| it.is_ok());
        assert_eq!(!said["adjusted"].is_null(), told, "{day}");
        for lang in Lang::ALL.into_iter().filter(|_| told) {
            let real = reading::real(&facts, Format::new(lang, None)).unwrap();
            let text = &said["adjusted"]["text"][lang.code()];
            assert_eq!(text["sentence"], real.sentence, "{day}");
        }
        assert_eq!(said["vintage"], day, "{day}");
    }
}

/// The story that this page began with, worked by hand from the record of that day.
#[test]
fn october_2023_as_it_was_first_told() {
    let data = dataset().as_of("2023-11-20".parse().unwrap()).unwrap();
    let said = latest(&data, &known());
    assert_eq!(said["month"], "2023-10");
    assert_eq!(said["published"], "2023-11-20");
    assert_eq!(said["valueUsdMillion"].as_f64().map(f64::round), Some(238.0));
    assert_eq!(said["changes"]["onMonth"]["base"]["start"], "2023-09");
    assert_eq!(said["links"]["ur"]["page"], "https://example.org/it/ur/");
    assert_eq!(said["links"]["en"]["pinned"], "https://example.org/it/2023-10/?vintage=2023-11-20");
    assert_eq!(said["links"]["ur"]["picture"], "https://example.org/it/ur/2023-10/card.png");
}

fn place(path: &str) -> PageAddress {
    PageAddress::from_path(path).unwrap()
}

fn modified(data: &Dataset, path: &str) -> String {
    story::modified(data, place(path)).unwrap().to_string()
}

/// Worked by hand from observations.csv.
#[test]
fn a_page_is_of_the_day_of_its_last_figure() {
    let then = |day: &str| dataset().as_of(day.parse().unwrap()).unwrap();
    let data = &then("2026-08-31");
    // Two of its figures show only the month, which counts from its end.
    assert_eq!(modified(data, ""), "2026-08-31");
    assert_eq!(modified(data, "ur/"), "2026-08-31");
    assert_eq!(modified(data, "embed/trend/"), "2026-08-31");
    assert_eq!(modified(&then("2023-11-20"), "2023-10/"), "2023-11-20");
    assert_eq!(story::modified(data, place("embed/peers/")), None, "nothing of the record");
}

/// What a month's story says changes only on its date: no page is newer than it says.
#[test]
fn no_story_changes_without_its_date() {
    let mut checked = 0;
    for states in states().windows(2) {
        let [(_, before), (day, after)] = states else { unreachable!() };
        for month in before.monthly_record().months() {
            let path = format!("{month}/");
            let (Some(old), Some(new)) = (facts(before, month), facts(after, month)) else {
                continue;
            };
            let date = story::modified(after, place(&path)).unwrap();
            if old != new {
                checked += 1;
                assert_eq!(date, *day, "{path} changed on {day} and says {date}");
            }
        }
    }
    assert!(checked > 300, "{checked}");
}

/// But for what later months say of it.
fn facts(data: &Dataset, month: Month) -> Option<Headline> {
    let mut facts = facts::headline(data, VintageChoice::Latest, month)?;
    facts.is_latest_month = false;
    for rank in [&mut facts.figure.rank, &mut facts.figure.rank_of_name] {
        rank.today = rank.then;
    }
    Some(facts)
}

/// Pages, feed, map, latest.json and the description of the data give one date.
#[test]
fn all_dates_of_modification_agree() {
    let data = dataset();
    let map = feed::sitemap(data, &known()).unwrap();
    for lang in Lang::ALL {
        let xml = feed::feed(data, lang, &known());
        let mut entries = 0;
        for place in site::places(data).into_iter().filter(|it| it.lang == lang) {
            let html = block_on(site::page(data, place, &known()));
            let date = story::modified(data, place).map(|it| it.to_string());
            let meta = "<meta property=\"article:modified_time\" content=\"";
            let said = html.split_once(meta).map(|it| it.1.split_once('"').unwrap().0);
            assert_eq!(said, date.as_deref(), "{place:?}");
            let json = html.split_once("\"dateModified\":\"");
            let json = json.map(|it| it.1.split_once('"').unwrap().0);
            assert_eq!(json.is_some(), place.kind == PageKind::Latest);
            assert!(json.is_none() || json == date.as_deref(), "{place:?}");
            let month = place.home(data);
            if PageAddress::of(data, lang, month) != place {
                continue;
            }
            let date = date.unwrap();
            let address = [SITE, &place.path()].concat();
            let line = format!("<url><loc>{address}</loc><lastmod>{date}</lastmod>");
            assert!(map.contains(&line), "{line}");
            let link = format!("<link href=\"{address}\"/>\n<summary>");
            if let Some((before, _)) = xml.split_once(&link) {
                entries += 1;
                let updated = before.rsplit_once("<updated>").unwrap().1;
                assert!(updated.starts_with(&date), "{place:?}: {updated}");
            }
        }
        assert_eq!(entries, 24);
        let updated = xml.split_once("<updated>").unwrap().1;
        assert!(updated.starts_with(&modified(data, "")), "the feed is of its latest figure");
    }
    let said = latest(data, &known());
    assert_eq!(said["dateModified"], modified(data, ""));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/data/datapackage.json");
    let package: Value = serde_json::from_str(&fs::read_to_string(folder).unwrap()).unwrap();
    assert_eq!(package["version"], said["dateModified"]);
    assert_eq!(package["created"], format!("{}T00:00:00Z", modified(data, "")));
}
