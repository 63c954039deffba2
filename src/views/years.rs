//! What views of years laid over each other have in common.

use crate::chart::{Ink, Weight};
use crate::data::Status;
use crate::i18n::Format;

/// The months of a year of either kind.
pub(super) const MONTHS: usize = 12;

/// Whether a place, 1 for the highest of so many, is better told from below.
pub(super) fn is_lowest(place: usize, of: usize) -> bool {
    place == of && of > 2
}

/// Names of months from `first` on.
pub(super) fn month_names(format: Format, first: u8) -> Vec<String> {
    let names = format.lang.strings().months_short;
    (0..MONTHS).map(|it| names[(it + usize::from(first) - 1) % MONTHS].to_owned()).collect()
}

/// How the chosen year, the one before it and the rest are drawn.
pub(super) fn rank_of_year(years_before: i32) -> (Ink, Weight) {
    match years_before {
        0 => (Ink::Total, Weight::Strong),
        1 => (Ink::Bar, Weight::Plain),
        _ => (Ink::Rest, Weight::Thin),
    }
}

pub(super) fn dashed_from(statuses: impl Iterator<Item = Option<Status>>) -> Option<usize> {
    statuses.into_iter().position(|it| it == Some(Status::Provisional))
}
