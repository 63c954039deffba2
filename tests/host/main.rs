//! What can be tested without a browser, as one program: a module for each subject. Those that compare pictures
//! with what a person has looked at begin with `golden`; `cargo test golden` runs them alone, `cargo test --
//! --skip golden` everything else.

#![allow(clippy::unwrap_used, reason = "helpers of tests, outside them")]

mod adding;
mod address;
mod adjustment;
mod as_of;
mod builder;
mod changelog;
mod claims;
mod context;
mod facts;
mod files;
mod golden;
mod golden_breakdown;
mod golden_context;
mod golden_trend;
mod views_breakdown;
mod views_context;
mod views_trend;
mod latest;
mod layers;
mod licences;
mod oembed;
mod prices;
mod projection;
mod reading;
mod release;
mod release_book;
mod release_write;
mod rules;
mod site;
mod support;
mod traceability;
mod words;
