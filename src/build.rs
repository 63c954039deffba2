//! Turns the data package in `static/data` into the bytes that the program carries. A
//! broken package stops the build with every problem found.

#[allow(dead_code)]
#[path = "order.rs"]
mod order;
#[allow(dead_code)]
#[path = "calendar.rs"]
mod calendar;
#[allow(dead_code, unused_imports)]
#[path = "data/mod.rs"]
mod data;

use data::context::Texts;
use std::error::Error;
use std::path::Path;
use std::{env, fs};

const DATA: &str = "static/data";

fn main() -> Result<(), Box<dyn Error>> {
    for path in [DATA, "src/build.rs", "src/order.rs", "src/calendar.rs", "src/data"] {
        println!("cargo::rerun-if-changed={path}");
    }
    match data::package::read(Path::new(DATA)) {
        Ok((dataset, sources, context)) => {
            let bytes = dataset.encode()?;
            let out = env::var("OUT_DIR")?;
            let out = Path::new(&out);
            fs::write(out.join("dataset.bin"), bytes)?;
            fs::write(out.join("sources.txt"), sources.to_text())?;
            // A program for one language carries the texts of that one only.
            for (name, texts) in
                [("both", Texts::Both), ("en", Texts::English), ("ur", Texts::Urdu)]
            {
                fs::write(out.join(format!("context-{name}.bin")), context.encode(texts)?)?;
            }
        }
        Err(problems) => {
            for problem in problems {
                println!("cargo::error={problem}");
            }
        }
    }
    Ok(())
}
