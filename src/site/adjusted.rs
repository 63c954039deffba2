//! `adjusted.csv`: the monthly total with working days and season taken out, a row a month, and its description.
//!
//! Written beside the package where it is published, not kept among its files: what is computed of figures is no
//! figure that somebody published, and here it cannot fall behind them.

use serde_json::{Value, json};

use crate::adjustment::{AdjustedMonth, Adjustment, Class, Direction, Estimate, Log, adjustment};
use crate::data::Dataset;
use crate::query::VintageChoice;

pub const FILE: &str = "adjusted.csv";

/// Whose it is: goes with every adjusted figure.
pub fn label() -> String {
    let publishers = package_text!(publishers en);
    let publisher = publishers.split(", ").next().unwrap_or(publishers);
    format!("adjusted for working days and season by this page; not published by the {publisher}")
}

/// The files of the published package that hold figures.
pub fn files(data: &Dataset) -> impl Iterator<Item = &'static str> {
    let own = adjustment(data, VintageChoice::Latest).is_ok().then_some(FILE);
    package_text!(files).iter().copied().filter(|&it| it != FILE).chain(own)
}

/// The column, its type, what it is, whether it is always there.
const COLUMNS: [(&str, &str, &str, bool); 16] = [
    ("month", "string", "Month, YYYY-MM", true),
    (
        "published",
        "number",
        concat!("The total as published last, millions of ", package_text!(full unit en)),
        true,
    ),
    ("effective_days", "number", "Weekdays, of which a public holiday counts as half a day", true),
    (
        "days_effect_pct",
        "number",
        "By how many per cent its effective days put the month above one with the usual 21.2 of them",
        true,
    ),
    (
        "season_effect_pct",
        "number",
        "By how many per cent this month of the year is usually above the trend",
        true,
    ),
    (
        "adjusted",
        "number",
        concat!(
            "published / (1 + days_effect_pct / 100) / (1 + season_effect_pct / 100), millions of ",
            package_text!(full unit en),
            "; not to be added up to years"
        ),
        true,
    ),
    ("change_pct", "number", "Change of adjusted on the month before, per cent", false),
    (
        "low_pct",
        "number",
        "Range of change_pct, which holds about four results in five: its lower end",
        false,
    ),
    ("high_pct", "number", "Its upper end", false),
    (
        "direction",
        "string",
        "up: all of the range is a rise; down: all of it is a fall; open: neither, which does not mean that nothing changed",
        false,
    ),
    (
        "class",
        "string",
        "clear rise or clear fall: up or down, and farther than four in five changes of the 24 months before; everything else is within the usual wobble; empty where there are not so many",
        false,
    ),
    (
        "three_month_change_pct",
        "number",
        "The mean of adjusted over this month and the two before on that of the three before those, per cent: steadier than a single month",
        false,
    ),
    ("three_month_low_pct", "number", "Range of three_month_change_pct: its lower end", false),
    ("three_month_high_pct", "number", "Its upper end", false),
    (
        "after_change_pct",
        "number",
        "What came after: the mean of adjusted over this month and the two after on that of the three before, per cent; empty until they are known",
        false,
    ),
    (
        "after_direction",
        "string",
        "Of that, as direction, with a range as wide as that of three months",
        false,
    ),
];

/// One row a month from the first; `None` where the record of that day is not adjusted.
pub fn csv(data: &Dataset) -> Option<String> {
    let adjusted = adjustment(data, VintageChoice::Latest).ok()?;
    let names = COLUMNS.map(|(name, ..)| name);
    let rows = adjusted.months().map(|it| row(&it).join(","));
    let lines: Vec<String> = [names.join(",")].into_iter().chain(rows).collect();
    Some(lines.join("\n") + "\n")
}

fn row(it: &AdjustedMonth) -> [String; COLUMNS.len()] {
    let change = it.change.as_ref();
    let left = change.map(|it| it.left);
    let [change_pct, low, high] = estimate(left);
    let [three, three_low, three_high] = estimate(it.three_months);
    let [after, ..] = estimate(it.after);
    let direction = |it: Option<Estimate>| it.map_or("", |it| direction(it.direction())).to_owned();
    [
        it.month.to_string(),
        it.published.to_string(),
        decimal(it.effective_days),
        percent(it.days),
        percent(it.season),
        decimal(it.adjusted),
        change_pct,
        low,
        high,
        direction(left),
        change.and_then(|it| it.class()).map_or("", class).to_owned(),
        three,
        three_low,
        three_high,
        after,
        direction(it.after),
    ]
}

fn estimate(it: Option<Estimate>) -> [String; 3] {
    it.map(|it| [it.change, it.low(), it.high()].map(percent)).unwrap_or_default()
}

fn percent(it: Log) -> String {
    decimal(it.percent())
}

/// One decimal, which is more than is known.
fn decimal(it: f64) -> String {
    let text = format!("{it:.1}");
    if text == "-0.0" { "0.0".to_owned() } else { text }
}

pub fn direction(it: Direction) -> &'static str {
    match it {
        Direction::Up => "up",
        Direction::Down => "down",
        Direction::Open => "open",
    }
}

pub fn class(it: Class) -> &'static str {
    match it {
        Class::ClearRise => "clear rise",
        Class::ClearFall => "clear fall",
        Class::WithinUsualWobble => "within the usual wobble",
    }
}

/// What `datapackage.json` says of the file; `None` where there is none.
pub fn resource(data: &Dataset) -> Option<Value> {
    let adjusted = adjustment(data, VintageChoice::Latest).ok()?;
    let fields = COLUMNS.map(|(name, kind, what, always)| {
        let mut field = json!({ "name": name, "type": kind, "description": what });
        let constraints = match name {
            "month" => json!({ "unique": true, "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$" }),
            "direction" | "after_direction" => json!({ "enum": ["up", "down", "open"] }),
            "class" => json!({ "enum": ["clear rise", "clear fall", "within the usual wobble"] }),
            _ => json!({}),
        };
        field["constraints"] = constraints;
        field["constraints"]["required"] = always.into();
        field
    });
    Some(json!({
        "name": "adjusted",
        "path": FILE,
        "title": "Total, adjusted for working days and season",
        "description": description(&adjusted),
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {
            "delimiter": ",",
            "quoteChar": "\"",
            "doubleQuote": true,
            "lineTerminator": "\n",
            "header": true,
        },
        "schema": { "fields": fields, "missingValues": [""], "primaryKey": ["month"] },
    }))
}

fn description(adjusted: &Adjustment) -> String {
    let short = "The series is still short: the season may move noticeably. ";
    format!(
        "One row is one month of the total, {}. A difference in effective days is taken out by three quarters, then a \
         fixed pattern of the twelve months, found by STL. Not corrected for prices, no forecast, no explanation; it is \
         worked out anew with every release. {}Per cents have one decimal for those who compute; more than whole per cents \
         is not known. The method, its evidence and its limits: docs/adjustment.md where the page's code is.",
        label(),
        if adjusted.is_short() { short } else { "" }
    )
}
