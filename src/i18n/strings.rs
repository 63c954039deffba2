//! The type that both languages fill in.

use crate::data::Status;
use crate::measure::Measure;

/// Every fixed word of the page in one language.
pub struct Strings {
    pub title: &'static str,
    /// January to December.
    pub months: [&'static str; 12],
    /// For axes.
    pub months_short: [&'static str; 12],
    pub status: fn(Status) -> &'static str,
    /// The name of a measure, for its button and for table headings.
    pub measure: fn(Measure) -> &'static str,
}
