//! `dataset`: keeps the data package up to date. See [`it_exports::dataset_cli`].

use std::env;
use std::process::ExitCode;

use it_exports::dataset_cli::command;

#[cfg(panic = "abort")]
compile_error!(
    "dataset has to outlive what damaged workbooks do to their reader: build it with panic = \"unwind\""
);

fn main() -> ExitCode {
    ExitCode::from(command::run(env::args_os().skip(1)))
}
