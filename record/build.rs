//! Tells the calendar with which month fiscal years begin: what the description of the data package, of `static/data`
//! or the folder that the variable `IT_EXPORTS_DATA` names, says of it.
//!
//! What is wrong with the description is said, with file and line, by the build script of the page, which checks the
//! whole package; until then years are those of the calendar.

use std::path::Path;
use std::{env, fs};

use serde_json::Value;

fn main() {
    let folder = env::var("IT_EXPORTS_DATA").ok().filter(|it| !it.is_empty());
    let folder = folder.unwrap_or_else(|| "static/data".to_owned());
    let file = Path::new("..").join(folder).join("datapackage.json");
    let text = fs::read_to_string(&file).unwrap_or_default();
    let description = serde_json::from_str::<Value>(&text).unwrap_or_default();
    let first = description["record"]["fiscal_year"]["first_month"].as_u64();
    let first = first.filter(|it| (1..=12).contains(it)).unwrap_or(1);
    println!("cargo::rerun-if-env-changed=IT_EXPORTS_DATA");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={}", file.display());
    println!("cargo::rustc-env=FIRST_MONTH={first}");
}
