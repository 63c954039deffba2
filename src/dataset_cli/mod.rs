//! The command `dataset`: how a new month comes into the data, and what changes by it.
//!
//! [`sheet`] takes a file apart, [`workbook`] reads what the State Bank publishes in it, [`propose`] makes rows of it, [`diff`] says
//! what they change, [`write`] puts them on disk whole or not at all. Nothing is written that the
//! rules of [`crate::data::check`] would refuse, and no row that stands is changed.

mod arguments;
mod cells;
pub mod command;
pub mod diff;
pub mod heading;
mod help;
mod list;
pub mod propose;
pub mod refusal;
pub mod sheet;
pub mod workbook;
pub mod write;
mod xls;
mod xlsx;
