//! The chosen sub-sectors one by one.

use super::Direction;
use super::parts::gaps;
use super::spans::{PublishedSpans, published_spans_of};
use crate::calendar::Span;
use crate::data::{Dataset, SectorId, SectorSet, Status};
use crate::measure::Value;
use crate::order::sorted_by_key;
use crate::query::{Heading, VintageChoice};
use crate::state::State;

/// What was published of each of the chosen sub-sectors.
#[derive(Clone, Debug, PartialEq)]
pub struct SubSectors {
    pub sectors: SectorSet,
    pub range: Span,
    pub vintage: VintageChoice,
    /// In tree order, each wherever a figure of its own is published.
    pub parts: Vec<(SectorId, PublishedSpans)>,
    /// Months of the range for which none of them has a figure.
    pub gaps: Vec<Span>,
}

/// How many sub-sectors went which way over a year, of those whose last figure can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Directions {
    pub up: usize,
    pub unchanged: usize,
    pub down: usize,
}

impl Directions {
    /// How many can be compared at all.
    pub fn all(self) -> usize {
        self.up + self.unchanged + self.down
    }
}

impl SubSectors {
    /// The sub-sector with the highest last monthly mean, the first of equals, and that figure.
    pub fn largest(&self) -> Option<(SectorId, &PublishedSpans, &Value)> {
        let known = self.parts.iter().filter_map(|(it, spans)| Some((*it, spans, spans.last()?)));
        known.rev().max_by(|one, other| one.2.value.total_cmp(&other.2.value))
    }

    pub fn directions(&self) -> Directions {
        let changes = || self.parts.iter().filter_map(|(_, it)| it.change);
        let goes = |way: Direction| changes().filter(|it| it.direction() == way).count();
        Directions {
            up: goes(Direction::Up),
            unchanged: goes(Direction::Unchanged),
            down: goes(Direction::Down),
        }
    }

    /// How many have any figure in the range.
    pub fn known(&self) -> usize {
        self.parts.iter().filter(|(_, it)| !it.values.is_empty()).count()
    }

    /// The least firm status of all last figures.
    pub fn status(&self) -> Option<Status> {
        self.parts.iter().filter_map(|(_, it)| Some(it.last()?.status)).max()
    }
}

pub fn sub_sectors(data: &Dataset, state: &State) -> SubSectors {
    let &State { sectors, range, vintage, .. } = state;
    let tree = &data.sectors;
    let leaves = tree.ids().filter(|&it| tree.is_leaf(it) && !tree.is_bundle(it));
    let chosen = leaves.filter(|&it| !sectors.is_empty() && sectors.contains(it.into()));
    let parts: Vec<(SectorId, PublishedSpans)> =
        chosen.map(|it| (it, published_spans_of(data, state, Heading::Sector(it)))).collect();
    let spans = parts.iter().flat_map(|(_, it)| &it.values).map(|it| it.span);
    let gaps = gaps(sorted_by_key(spans, |it| *it).into_iter(), range);
    SubSectors { sectors, range, vintage, parts, gaps }
}
