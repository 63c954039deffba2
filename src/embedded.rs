//! The record that the program carries.

use std::cell::RefCell;
use std::sync::LazyLock;

use crate::calendar::Date;
use crate::data::Dataset;
#[cfg(not(target_arch = "wasm32"))]
use crate::data::Sources;
use crate::data::context::Context;

static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/dataset.bin"));

/// Every figure of `static/data`, as checked when the program was built.
pub fn dataset() -> &'static Dataset {
    static DATASET: LazyLock<Dataset> = LazyLock::new(|| match Dataset::decode(BYTES) {
        Ok(dataset) => dataset,
        Err(error) => unreachable!("the build script wrote these bytes: {error}"),
    });
    &DATASET
}

/// In a program for one language the texts of that one only.
#[cfg(feature = "en")]
#[cfg(not(feature = "ur"))]
static CONTEXT: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/context-en.bin"));
#[cfg(feature = "ur")]
#[cfg(not(feature = "en"))]
static CONTEXT: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/context-ur.bin"));
#[cfg(any(all(feature = "en", feature = "ur"), not(any(feature = "en", feature = "ur"))))]
static CONTEXT: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/context-both.bin"));

/// What stands around the record: peers, drivers and their indicators, targets, events.
pub fn context() -> &'static Context {
    static READ: LazyLock<Context> = LazyLock::new(|| match Context::decode(CONTEXT) {
        Ok(context) => context,
        Err(error) => unreachable!("the build script wrote these bytes: {error}"),
    });
    &READ
}

/// The record as it was known on a day; `None` when no month was known yet.
pub fn as_of(day: Date) -> Option<&'static Dataset> {
    // The reader asks for a handful of days; each is kept for as long as the page.
    thread_local! {
        static KNOWN: RefCell<Vec<(Date, &'static Dataset)>> = const { RefCell::new(Vec::new()) };
    }
    KNOWN.with_borrow_mut(|known| {
        if let Some((_, dataset)) = known.iter().find(|it| it.0 == day) {
            return Some(*dataset);
        }
        let dataset: &'static Dataset = Box::leak(Box::new(dataset().as_of(day)?));
        known.push((day, dataset));
        Some(dataset)
    })
}

/// Where they were read. In the browser the list comes later, when the page answers.
#[cfg(not(target_arch = "wasm32"))]
pub fn sources() -> &'static Sources {
    static SOURCES: LazyLock<Sources> = LazyLock::new(|| {
        Sources::from_text(include_str!(concat!(env!("OUT_DIR"), "/sources.txt")))
    });
    &SOURCES
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::data::package;
    use crate::package_text::TERMS;
    use crate::stl;

    #[test]
    fn the_program_carries_the_package() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/data");
        let (mut read, their_sources, around) = package::read(&folder, &TERMS).unwrap();
        read.seasons = stl::seasons(&read);
        assert_eq!((&read, &their_sources, &around), (dataset(), sources(), context()));
    }
}
