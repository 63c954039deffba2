//! `dataset`: keeps the data package up to date. See [`it_exports::release`].

use std::env;
use std::process::ExitCode;

use it_exports::release::command;

fn main() -> ExitCode {
    ExitCode::from(command::run(env::args_os().skip(1)))
}
