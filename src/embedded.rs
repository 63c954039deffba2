//! The record that the program carries.

use std::sync::LazyLock;

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

    #[test]
    fn the_program_carries_the_package() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/data");
        let (read, their_sources, around) = package::read(&folder).unwrap();
        assert_eq!((&read, &their_sources, &around), (dataset(), sources(), context()));
    }
}
