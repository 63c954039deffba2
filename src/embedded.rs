//! The record that the program carries.

use std::sync::LazyLock;

use crate::data::Dataset;
#[cfg(not(target_arch = "wasm32"))]
use crate::data::Sources;

static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/dataset.bin"));

/// Every figure of `static/data`, as checked when the program was built.
pub fn dataset() -> &'static Dataset {
    static DATASET: LazyLock<Dataset> = LazyLock::new(|| match Dataset::decode(BYTES) {
        Ok(dataset) => dataset,
        Err(error) => unreachable!("the build script wrote these bytes: {error}"),
    });
    &DATASET
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
        let (read, their_sources) = package::read(&folder).unwrap();
        assert_eq!((&read, &their_sources), (dataset(), sources()));
    }
}
