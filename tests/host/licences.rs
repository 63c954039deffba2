//! Every crate that the page or its build depends on may be used by anyone for anything.

use serde_json::Value;
use std::process::Command;

/// Licences that ask for no more than attribution. An expression passes when one way through
/// its alternatives needs nothing else.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "Unlicense",
    "Zlib",
];

/// The crates of the browser's build and of this machine's, as `cargo metadata` tells them.
/// Offline: what has been built is there, and a test asks nobody.
fn packages() -> Result<Vec<Value>, String> {
    let output = Command::new(env!("CARGO"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["metadata", "--format-version", "1", "--locked", "--offline"])
        .args(["--filter-platform", "wasm32-unknown-unknown", "--filter-platform", &host()?])
        .output()
        .map_err(|error| error.to_string())?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    let metadata: Value =
        serde_json::from_slice(&output.stdout).map_err(|error| error.to_string())?;
    metadata["packages"].as_array().cloned().ok_or_else(|| "no packages".to_owned())
}

/// This machine's target triple.
fn host() -> Result<String, String> {
    let output = Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()))
        .arg("-vV")
        .output()
        .map_err(|error| error.to_string())?;
    let text = String::from_utf8_lossy(&output.stdout);
    let host = text.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| "rustc -vV names no host".to_owned())
}

/// Whether an SPDX expression can be satisfied from [`ALLOWED`]. `OR` binds weaker than `AND`,
/// and that weaker than `WITH`; `/` is how older crates write `OR`.
fn satisfiable(expression: &str) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let tokens: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = tokens.as_slice();
    let answer = any(&mut rest);
    answer && rest.is_empty()
}

fn any(rest: &mut &[&str]) -> bool {
    let mut answer = all(rest);
    while take(rest, "OR") {
        // Not `||`: the rest has to be read even when the answer is known.
        answer |= all(rest);
    }
    answer
}

fn all(rest: &mut &[&str]) -> bool {
    let mut answer = one(rest);
    while take(rest, "AND") {
        answer &= one(rest);
    }
    answer
}

fn one(rest: &mut &[&str]) -> bool {
    if take(rest, "(") {
        let answer = any(rest);
        return take(rest, ")") && answer;
    }
    let [licence, after @ ..] = *rest else { return false };
    *rest = after;
    if take(rest, "WITH") {
        let [exception, after @ ..] = *rest else { return false };
        *rest = after;
        return ALLOWED.contains(&format!("{licence} WITH {exception}").as_str());
    }
    ALLOWED.contains(licence)
}

fn take(rest: &mut &[&str], token: &str) -> bool {
    match *rest {
        [first, after @ ..] if *first == token => {
            *rest = after;
            true
        }
        _ => false,
    }
}

#[test]
fn every_crate_may_be_used_by_anyone() {
    let packages = packages().unwrap();
    let refused: Vec<String> = packages
        .iter()
        .filter(|package| !package["license"].as_str().is_some_and(satisfiable))
        .map(|package| {
            format!("{} {}: {}", package["name"], package["version"], package["license"])
        })
        .collect();
    assert!(packages.len() > 1, "no dependencies seen");
    assert!(refused.is_empty(), "licences to look at:\n{}", refused.join("\n"));
}

#[test]
fn expressions_are_read_as_spdx_means_them() {
    let cases = [
        ("MIT", true),
        ("GPL-3.0", false),
        ("GPL-3.0 OR MIT", true),
        ("MIT/Apache-2.0", true),
        ("MIT AND GPL-3.0", false),
        ("(MIT OR GPL-3.0) AND Unicode-3.0", true),
        ("MIT OR GPL-3.0 AND LGPL-3.0", true),
        ("(MIT OR GPL-3.0) AND LGPL-3.0", false),
        ("Apache-2.0 WITH LLVM-exception OR GPL-3.0", true),
        ("MIT WITH Some-exception", false),
        ("", false),
        ("(MIT", false),
        ("MIT MIT", false),
    ];
    for (expression, expected) in cases {
        assert_eq!(satisfiable(expression), expected, "{expression}");
    }
}
