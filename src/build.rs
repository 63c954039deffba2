//! Turns the data package, `static/data` or the folder that the variable `IT_EXPORTS_DATA` names, into the
//! bytes that the program carries, and what it says of itself into the macro `package_text!`. A broken package
//! stops the build with every problem found.

#[allow(dead_code)]
#[path = "order.rs"]
mod order;
#[allow(dead_code)]
#[path = "calendar.rs"]
mod calendar;
#[allow(dead_code, unused_imports)]
#[path = "data/mod.rs"]
mod data;
#[allow(dead_code)]
#[path = "i18n/periods.rs"]
mod periods;

use data::context::Texts;
use data::package::{self, Package};
use std::error::Error;
use std::path::Path;
use std::{env, fs};

/// What the module of this name says in the program, before it is written: `calendar` and `data` ask for it.
#[allow(dead_code)]
mod package_text {
    use std::sync::OnceLock;

    use crate::data::record::Record;
    use crate::periods;

    static RECORD: OnceLock<Record> = OnceLock::new();
    static COLUMN: OnceLock<String> = OnceLock::new();

    pub fn set(record: Record) {
        COLUMN.get_or_init(|| format!("value_{}_million", record.unit.code));
        RECORD.get_or_init(|| record);
    }

    pub fn first_month() -> u8 {
        RECORD.get().map_or(1, |it| it.fiscal_year.first_month)
    }

    pub fn first_month_name() -> &'static str {
        periods::MONTHS_EN.get(usize::from(first_month()) - 1).copied().unwrap_or_default()
    }

    pub fn value_column() -> &'static str {
        COLUMN.get().map_or("", String::as_str)
    }

    pub fn unit() -> &'static str {
        RECORD.get().map_or("", |it| &it.unit.full.en)
    }

    pub fn month_at_most() -> u32 {
        RECORD.get().map_or(u32::MAX, |it| it.plausible.month_at_most)
    }

    pub fn jump_from() -> u32 {
        RECORD.get().map_or(0, |it| it.plausible.jump_from)
    }
}

const VARIABLE: &str = "IT_EXPORTS_DATA";

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::var(VARIABLE).ok().filter(|it| !it.is_empty());
    let folder = folder.unwrap_or_else(|| "static/data".to_owned());
    println!("cargo::rerun-if-env-changed={VARIABLE}");
    let code = ["build.rs", "order.rs", "calendar.rs", "data", "i18n/periods.rs"];
    for path in code.map(|it| format!("src/{it}")).iter().chain([&folder]) {
        println!("cargo::rerun-if-changed={path}");
    }
    let problems = match package::describe(Path::new(&folder)) {
        Ok(record) => {
            package_text::set(record);
            match package::open(Path::new(&folder)) {
                Ok(opened) => return write(opened.package),
                Err(problems) => problems,
            }
        }
        Err(problems) => problems,
    };
    for problem in problems {
        println!("cargo::error={problem}");
    }
    Ok(())
}

fn write(package: Package) -> Result<(), Box<dyn Error>> {
    let out = env::var("OUT_DIR")?;
    let out = Path::new(&out);
    let months = [&periods::MONTHS_EN, &periods::MONTHS_UR];
    let record = package.record_macro(months, &periods::YEARS);
    let record = record.ok_or("nothing says what it is of")?;
    fs::write(out.join("package_text.rs"), record)?;
    let (dataset, sources, context) = package.into_record().ok_or("no working days")?;
    fs::write(out.join("dataset.bin"), dataset.encode()?)?;
    fs::write(out.join("sources.txt"), sources.to_text())?;
    // A program for one language carries the texts of that one only.
    for (name, texts) in [("both", Texts::Both), ("en", Texts::English), ("ur", Texts::Urdu)] {
        fs::write(out.join(format!("context-{name}.bin")), context.encode(texts)?)?;
    }
    Ok(())
}
