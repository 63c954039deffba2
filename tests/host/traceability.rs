//! Every collected figure is either carried in `static/data/observations.csv` or named
//! in `left_out.csv` with a reason, and every carried figure was collected.
//!
//! The collection lies beside the checkout and is not part of it; without it there is
//! nothing to compare and the test passes.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::Path;

use crate::support::record;

type Row = BTreeMap<String, String>;
/// Sector, first month, last month, thousands of US dollars, page.
type Figure = (String, String, String, i64, String);

const RAW: &str = "monthly_observations subsector_observations sbp_workbook_credits \
    sbp_credits_2026_05 annual_totals subsector_annual subsector_monthly subsector_intervals";
/// What was found since, in columns of its own; its rows `TARGET` are no observations.
const NEWER: &str = "newer_rows_2026-09.csv";

fn rows(path: &Path) -> Result<Vec<Row>, Box<dyn Error>> {
    Ok(csv::Reader::from_path(path)?.deserialize().collect::<Result<_, _>>()?)
}

fn thousands(millions: &str) -> Result<i64, Box<dyn Error>> {
    Ok((millions.parse::<f64>()? * 1000.0).round() as i64)
}

/// Commits are written at different lengths: seven digits tell them apart.
fn page(url: &str) -> String {
    let Some((head, tail)) = url.split_once("/blob/") else { return url.to_owned() };
    let (commit, path) = tail.split_once('/').unwrap_or((tail, ""));
    format!("{head}/blob/{}/{path}", &commit[..commit.len().min(7)])
}

/// First and last month of a raw row, whichever way its file gives them.
fn period(row: &Row) -> Result<(String, String), Box<dyn Error>> {
    if let (Some(start), Some(end)) = (row.get("period_start"), row.get("period_end")) {
        return Ok((start.clone(), end.clone()));
    }
    if let Some(year) = row.get("fiscal_year").filter(|_| !row.contains_key("month")) {
        let year = 2000 + year[2..].parse::<i32>()?;
        return Ok((format!("{}-07", year - 1), format!("{year}-06")));
    }
    let end = row["month"].clone();
    if !row.get("basis").is_some_and(|basis| basis.starts_with("cumulative")) {
        return Ok((end.clone(), end));
    }
    let (year, month) = (end[..4].parse::<i32>()?, end[5..].parse::<i32>()?);
    Ok((format!("{}-07", if month < 7 { year - 1 } else { year }), end))
}

/// What a raw row says, once for each page it rests on; misprints as printed and as corrected.
fn figures(row: &Row, editions: &BTreeMap<String, String>) -> Result<Vec<Figure>, Box<dyn Error>> {
    let (start, end) = period(row)?;
    let sector = row.get("category").map_or("total", String::as_str);
    let note = row.get("note").map_or("", String::as_str);
    let corrected = note.split_once("corrected_value=").and_then(|(_, it)| it.split(':').next());
    let mut values = vec![match row.get("credit_thousand_usd") {
        Some(value) => value.parse::<f64>()?.round() as i64,
        None => thousands(&row["value_usd_million"])?,
    }];
    values.extend(corrected.map(thousands).transpose()?);
    let pages = match (row.get("edition"), row.get("sources")) {
        (Some(edition), _) => vec![page(&editions[&format!("sbp-tis-{edition}")])],
        (None, Some(pages)) => pages.split(' ').map(page).collect(),
        (None, None) => vec![page(&row["url"])],
    };
    let figure = |value: i64, page: &String| {
        (sector.to_owned(), start.clone(), end.clone(), value, page.clone())
    };
    Ok(values.iter().flat_map(|&value| pages.iter().map(move |it| figure(value, it))).collect())
}

#[test]
fn every_figure_is_traceable() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (raw, tidy) = (root.join("../shared/data"), root.join("static/data"));
    if !raw.is_dir() {
        println!("no collection beside the checkout: nothing to trace");
        return Ok(());
    }
    let urls: BTreeMap<String, String> = rows(&tidy.join("sources.csv"))?
        .into_iter()
        .map(|it| (it["id"].clone(), it["url"].clone()))
        .collect();

    let (mut carried, mut printed) = (BTreeSet::new(), Vec::new());
    for it in rows(&tidy.join("observations.csv"))? {
        // What has come in since was collected nowhere but here.
        if !record::knows(&it["published"]) {
            continue;
        }
        let value = thousands(&it["value_usd_million"])?;
        let page = page(&urls[&it["source"]]);
        let [sector, start, end] = ["sector", "start", "end"].map(|column| it[column].clone());
        let figure = (sector, start, end, value, page);
        if it["status"] != "derived" {
            printed.push(figure.clone());
        }
        carried.insert(figure);
    }
    let mut left_out: BTreeSet<(String, Figure)> = BTreeSet::new();
    for it in rows(&tidy.join("left_out.csv"))? {
        assert!(!it["reason"].is_empty(), "left out without a reason: {it:?}");
        let value = thousands(&it["value_usd_million"])?;
        let [file, sector, start, end] =
            ["file", "sector", "period_start", "period_end"].map(|column| it[column].clone());
        left_out.insert((file, (sector, start, end, value, page(&it["source_url"]))));
    }

    let mut collected = BTreeSet::new();
    for file in RAW.split(' ').map(|name| format!("{name}.csv")) {
        for row in rows(&raw.join(&file))? {
            let figures = figures(&row, &urls)?;
            let named = figures.iter().any(|it| left_out.contains(&(file.clone(), it.clone())));
            let kept = figures.iter().any(|it| carried.contains(it));
            assert!(kept || named, "{file}: neither carried nor left out: {row:?}");
            collected.extend(figures);
        }
    }
    for row in newer(&raw)? {
        let day = record::knows(&row["published_or_seen"]);
        let page = row["where"].split(' ').next().unwrap_or_default().to_owned();
        let [sector, start, end] = ["sector", "start", "end"].map(|column| row[column].clone());
        collected.extend(day.then_some((
            sector,
            start,
            end,
            thousands(&row["value_usd_million"])?,
            page,
        )));
    }
    for figure in printed {
        assert!(collected.contains(&figure), "carried but never collected: {figure:?}");
    }
    Ok(())
}

fn newer(raw: &Path) -> Result<Vec<Row>, Box<dyn Error>> {
    let all = rows(&raw.join(NEWER))?;
    Ok(all.into_iter().filter(|it| it["sector"] != "TARGET").collect())
}

#[test]
fn what_was_found_since_is_carried() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let raw = root.join("../shared/data");
    if !raw.join(NEWER).is_file() {
        println!("no collection beside the checkout: nothing to trace");
        return Ok(());
    }
    let carried = rows(&root.join("static/data/observations.csv"))?;
    for row in newer(&raw)? {
        let found = carried.iter().any(|it| {
            let same = ["sector", "start", "end"].iter().all(|&column| it[column] == row[column]);
            let mark = row["status"].is_empty() || it["status"] == row["status"];
            same && mark
                && it["published"] == row["published_or_seen"]
                && thousands(&it["value_usd_million"]).ok()
                    == thousands(&row["value_usd_million"]).ok()
        });
        assert!(found, "not carried: {row:?}");
    }
    Ok(())
}
