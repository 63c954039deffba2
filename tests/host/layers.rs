//! How files may lean on one another: in one direction, and only the last modules on the browser.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const BROWSER: [&str; 5] = ["web_sys", "js_sys", "wasm_bindgen", "gloo::", "plotters_canvas"];
const MAY_TOUCH_BROWSER: [&str; 2] = ["web", "ui"];

/// The library of the record, then that of the page.
const CRATES: [&str; 2] = ["record/src", "src"];

/// The modules of a library in the order of its `lib.rs`.
fn modules(source: &Path) -> Vec<String> {
    let root = fs::read_to_string(source.join("lib.rs")).unwrap();
    let names = root.lines().filter_map(|it| it.strip_prefix("pub mod ")?.strip_suffix(';'));
    names.map(str::to_owned).collect()
}

pub fn files_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|it| if it.is_dir() { files_in(&it) } else { vec![it] }).collect()
}

/// Every file of a library by its module (`data/csv`; `data` for `data/mod.rs`), without comments and without the
/// tests at its end, which may use what they like.
fn files(source: &Path) -> BTreeMap<String, String> {
    let rust =
        files_in(source).into_iter().filter(|it| it.extension().is_some_and(|it| it == "rs"));
    rust.map(|path| {
        let name = path.strip_prefix(source).unwrap().with_extension("");
        let name = name.to_str().unwrap().replace('\\', "/");
        let text = fs::read_to_string(&path).unwrap();
        let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        let code = code.lines().filter(|it| !it.trim_start().starts_with("//"));
        let name = name.strip_suffix("/mod").map_or(name.clone(), str::to_owned);
        (name, code.collect::<Vec<_>>().join("\n"))
    })
    .collect()
}

/// Every path in its own library that a file names, from the root on.
fn paths(file: &str, code: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for start in ["crate::", "super::"] {
        for (at, _) in code.match_indices(start) {
            // Only where a path begins.
            if code[..at].ends_with(|it: char| it.is_ascii_alphanumeric() || "_:".contains(it)) {
                continue;
            }
            let mut from: Vec<String> = match start {
                "super::" => file.split('/').map(str::to_owned).collect(),
                _ => Vec::new(),
            };
            from.pop();
            spread(&code[at + start.len()..], from, &mut found);
        }
    }
    found
}

/// `a::{b, c::D}` as `a::b` and `a::c::D`; how much of the text that was.
fn spread(text: &str, mut from: Vec<String>, found: &mut Vec<Vec<String>>) -> usize {
    let mut at = 0;
    loop {
        if text[at..].starts_with('{') {
            at += 1;
            loop {
                let rest = text[at..].trim_start_matches([' ', '\n', ',']);
                at = text.len() - rest.len();
                if rest.is_empty() || rest.starts_with('}') {
                    return (at + 1).min(text.len());
                }
                at += spread(rest, from.clone(), found).max(1);
            }
        }
        let rest = &text[at..];
        let end = rest.find(|it: char| !it.is_ascii_alphanumeric() && it != '_');
        let name = &rest[..end.unwrap_or(rest.len())];
        match name {
            "super" => drop(from.pop()),
            "" | "self" => {}
            name => from.push(name.to_owned()),
        }
        at += name.len();
        if !text[at..].starts_with("::") {
            found.push(from);
            return at;
        }
        at += 2;
    }
}

#[test]
fn modules_use_only_those_listed_above_them() {
    for source in CRATES {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join(source);
        let modules = modules(&source);
        assert!(modules.len() > 3, "the module list of {} is read", source.display());
        for (file, code) in files(&source) {
            let module = file.split('/').next().unwrap();
            let Some(place) = modules.iter().position(|it| it == module) else { continue };
            for path in paths(&file, &code) {
                let used = path.first().and_then(|it| modules.iter().position(|one| one == it));
                assert!(used.is_none_or(|it| it <= place), "{file} may not use {path:?}");
            }
            let allowed = MAY_TOUCH_BROWSER.contains(&module);
            for name in BROWSER {
                assert!(allowed || !code.contains(name), "{file} names {name}");
            }
        }
    }
}

/// A folder's `mod.rs` is what its files have in common, and may name them; all others lean on one another in one
/// direction.
#[test]
fn no_files_use_one_another_in_a_circle() {
    for source in CRATES {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join(source);
        let files = files(&source);
        let is_folder = |name: &str| source.join(name).is_dir();
        // The longest beginning of a path that is a file.
        let file_of = |path: Vec<String>| {
            let ends = (1..=path.len()).rev();
            ends.map(|it| path[..it].join("/")).find(|it| files.contains_key(it))
        };
        let mut uses: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        for (file, code) in files.iter().filter(|it| !is_folder(it.0)) {
            let used = paths(file, code).into_iter().filter_map(file_of);
            uses.insert(file, used.filter(|it| it != file && !is_folder(it)).collect());
        }
        // What uses nothing that is left goes, until nothing does: what stays leads into a circle.
        loop {
            let free: Vec<&str> =
                uses.iter().filter(|it| it.1.is_empty()).map(|it| *it.0).collect();
            if free.is_empty() {
                break;
            }
            uses.retain(|it, _| !free.contains(it));
            for used in uses.values_mut() {
                used.retain(|it| !free.contains(&it.as_str()));
            }
        }
        let mut way: Vec<&str> = uses.keys().next().copied().into_iter().collect();
        while let Some(next) = way.last().and_then(|it| uses[it].first()) {
            if let Some(place) = way.iter().position(|it| it == next) {
                panic!("a circle of files: {} → {next}", way[place..].join(" → "));
            }
            way.push(next);
        }
    }
}
