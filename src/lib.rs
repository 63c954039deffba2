//! Pakistan's IT exports: one page that carries its own data.
//!
//! Each module uses only those listed above it. First come those of the library `it-exports-record`, on which the
//! build script rests as well.

#[cfg(not(target_arch = "wasm32"))]
pub use it_exports_record::stl;
pub use it_exports_record::{adjustment, calendar, data, order, periods, query};

#[macro_use]
pub mod package_text;
pub mod embedded;
pub mod measure;
#[macro_use]
pub mod catalogue;
pub mod state;
pub mod facts;
pub mod i18n;
pub mod address;
pub mod reading;
pub mod table;
pub mod chart;
pub mod draw;
pub mod exhibit;
pub mod export;
pub mod views;
pub mod web;
pub mod ui;
#[cfg(feature = "site")]
pub mod site;
#[cfg(not(target_arch = "wasm32"))]
pub mod dataset_cli;
