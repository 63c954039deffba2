//! The record: its calendar, its figures and their sources, the rules that they keep, and what is asked of them.
//!
//! A library of its own, because two programs rest on it: the page, and the script that checks and packs the data
//! when the page is built. It knows nothing of pages, words or pictures, and the compiler holds it to that.
//!
//! Each module uses only those listed above it.

pub mod order;
pub mod periods;
pub mod calendar;
pub mod data;
pub mod query;
pub mod adjustment;
#[cfg(not(target_arch = "wasm32"))]
pub mod stl;
