//! Each module uses only those above it in `lib.rs`, and only the last two the browser.

use std::fs;
use std::path::{Path, PathBuf};

const BROWSER: [&str; 5] = ["web_sys", "js_sys", "wasm_bindgen", "gloo::", "plotters_canvas"];
const MAY_TOUCH_BROWSER: [&str; 2] = ["web", "ui"];

fn files_of(module: &str) -> Vec<PathBuf> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let folder = source.join(module);
    if !folder.is_dir() {
        return vec![source.join(format!("{module}.rs"))];
    }
    files_in(&folder)
}

pub fn files_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|it| if it.is_dir() { files_in(&it) } else { vec![it] }).collect()
}

#[test]
fn modules_use_only_those_listed_above_them() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs");
    let root = fs::read_to_string(root).unwrap();
    let modules: Vec<&str> =
        root.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    assert!(modules.len() > 10, "the module list of lib.rs is read");

    for (place, module) in modules.iter().enumerate() {
        for file in files_of(module) {
            let text = fs::read_to_string(&file).unwrap();
            // Tests at the end of a file may use what they like.
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            let code: String =
                code.lines().filter(|it| !it.trim_start().starts_with("//")).collect();
            for used in code.split("crate::").skip(1) {
                let end = used.find(|it: char| !it.is_ascii_alphanumeric() && it != '_');
                let used = &used[..end.unwrap_or(used.len())];
                if modules.contains(&used) {
                    let allowed = used == *module || modules[..place].contains(&used);
                    assert!(allowed, "{} may not use crate::{used}", file.display());
                }
            }
            let allowed = MAY_TOUCH_BROWSER.contains(module);
            for name in BROWSER {
                assert!(allowed || !code.contains(name), "{} names {name}", file.display());
            }
        }
    }
}
