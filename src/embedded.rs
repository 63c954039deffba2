//! The record that the program carries.

use std::sync::LazyLock;

use crate::data::Dataset;

static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/dataset.bin"));

/// Every figure of `static/data`, as checked when the program was built.
pub fn dataset() -> &'static Dataset {
    static DATASET: LazyLock<Dataset> = LazyLock::new(|| match Dataset::decode(BYTES) {
        Ok(dataset) => dataset,
        Err(error) => unreachable!("the build script wrote these bytes: {error}"),
    });
    &DATASET
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::data::package;

    #[test]
    fn the_program_carries_the_package() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/data");
        assert_eq!(package::read(&folder).as_ref(), Ok(dataset()));
    }
}
