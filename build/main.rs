//! Checks the data package, `static/data` or the folder that the variable `IT_EXPORTS_DATA` names, and turns it into
//! the bytes that the program carries, and what it says of itself into the macro `package_text!`. A broken package
//! stops the build with every problem found.

mod package_text;

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use it_exports_record::data::context::Texts;
use it_exports_record::data::package::{self, Package};
use it_exports_record::data::problem::Problem;
use it_exports_record::stl;

/// Named by `record/build.rs` as well, which reads the same folder.
const VARIABLE: &str = "IT_EXPORTS_DATA";

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::var(VARIABLE).ok().filter(|it| !it.is_empty());
    let folder = folder.unwrap_or_else(|| "static/data".to_owned());
    println!("cargo::rerun-if-env-changed={VARIABLE}");
    for path in ["build", &folder] {
        println!("cargo::rerun-if-changed={path}");
    }
    match read(Path::new(&folder)) {
        Ok(package) => write(package),
        Err(problems) => {
            for problem in problems {
                println!("cargo::error={problem}");
            }
            Ok(())
        }
    }
}

fn read(folder: &Path) -> Result<Package, Vec<Problem>> {
    let record = package::describe(folder)?;
    let column = record.value_column();
    Ok(package::open(folder, &record.terms(&column))?.package)
}

fn write(package: Package) -> Result<(), Box<dyn Error>> {
    let out = env::var("OUT_DIR")?;
    let out = Path::new(&out);
    let text = package_text::macro_of(&package).ok_or("nothing says what it is of")?;
    fs::write(out.join("package_text.rs"), text)?;
    let is_adjusted = package.is_adjusted();
    let (mut dataset, sources, context) = package.into_record().ok_or("no working days")?;
    if is_adjusted {
        dataset.seasons = stl::seasons(&dataset);
    }
    fs::write(out.join("dataset.bin"), dataset.encode()?)?;
    fs::write(out.join("sources.txt"), sources.to_text())?;
    // A program for one language carries the texts of that one only.
    for (name, texts) in [("both", Texts::Both), ("en", Texts::English), ("ur", Texts::Urdu)] {
        fs::write(out.join(format!("context-{name}.bin")), context.encode(texts)?)?;
    }
    Ok(())
}
