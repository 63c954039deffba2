//! The chosen sectors and their parts through time, wherever a division is published.

use super::breakdown::is_rounding;
use crate::calendar::Span;
use crate::data::{Amount, Dataset, ObservationId, SectorId, SectorSet, Status};
use crate::query::{self, Heading, VintageChoice};
use crate::state::State;

/// The chosen sectors and their parts over a range of months.
#[derive(Clone, Debug, PartialEq)]
pub struct Parts {
    pub vintage: VintageChoice,
    pub sectors: SectorSet,
    /// The months over which columns are given.
    pub range: Span,
    /// In order of time.
    pub columns: Vec<Column>,
    /// Months of the range without a published division.
    pub gaps: Vec<Span>,
    /// How the largest part of the last column fared since the first.
    pub mix: Option<Mix>,
}

/// One published division in the range.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    pub span: Span,
    /// In tree order; they add up to `whole`, save for rounding.
    pub parts: Vec<(Heading, Amount)>,
    pub whole: Amount,
    pub status: Status,
    pub observations: Vec<ObservationId>,
    /// Every figure of its publication for the span.
    pub figures: Vec<ObservationId>,
}

/// A part's share of the chosen sectors in the first and the last column that have it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mix {
    pub sector: SectorId,
    /// The column's months and the share, a ratio.
    pub first: (Span, f64),
    pub last: (Span, f64),
}

/// Columns are chosen as [`query::divisions`] has it, so they may be of different length but
/// never overlap; one that reaches over an end of the range is whole all the same.
pub fn parts(data: &Dataset, state: &State) -> Parts {
    let &State { range, sectors, vintage, .. } = state;
    let columns = columns(data, vintage, sectors, range);
    let (gaps, mix) = (gaps(&columns, range), mix(data, sectors, &columns));
    Parts { vintage, sectors, range, columns, gaps, mix }
}

fn columns(data: &Dataset, vintage: VintageChoice, sectors: SectorSet, range: Span) -> Vec<Column> {
    query::divisions(data, vintage, sectors)
        .into_iter()
        .filter(|(point, _)| point.span.overlaps(range))
        .filter_map(|(point, division)| {
            let parts = division.parts(data, sectors)?;
            Some(Column {
                span: point.span,
                parts: parts
                    .into_iter()
                    .filter(|it| !is_rounding(it.heading, it.amount))
                    .map(|it| (it.heading, it.amount))
                    .collect(),
                whole: point.amount,
                status: point.status,
                observations: point.observations,
                figures: division.observations.clone(),
            })
        })
        .collect()
}

fn gaps(columns: &[Column], range: Span) -> Vec<Span> {
    let mut gaps = Vec::new();
    let mut next = range.start();
    for column in columns {
        gaps.extend(Span::new(next, column.span.start().plus(-1)));
        next = next.max(column.span.end().plus(1));
    }
    gaps.extend(Span::new(next, range.end()));
    gaps
}

/// The children of the lowest node above all of `sectors` are compared, so that headings
/// which come and go do not matter, except where the series of one breaks.
fn mix(data: &Dataset, sectors: SectorSet, columns: &[Column]) -> Option<Mix> {
    let tree = &data.sectors;
    let mut node = SectorId::TOTAL;
    while let Some(child) = tree.children(node).find(|&it| tree.leaves(it).contains(sectors)) {
        if tree.is_leaf(child) {
            return None;
        }
        node = child;
    }
    let children: Vec<SectorId> =
        tree.children(node).filter(|&it| !(tree.leaves(it) & sectors).is_empty()).collect();
    // `None` where a published heading goes beyond the child, so that it cannot be told.
    let share = |column: &Column, child: SectorId| {
        let leaves = tree.leaves(child);
        let mut amount = Amount::ZERO;
        for &(heading, part) in &column.parts {
            let (Heading::Sector(it) | Heading::NotItemised(it)) = heading;
            let own = tree.leaves(it);
            match heading {
                _ if leaves.contains(own) => amount = amount + part,
                Heading::Sector(_) if !(leaves & own).is_empty() => return None,
                Heading::Sector(_) | Heading::NotItemised(_) => {}
            }
        }
        amount.ratio_to(column.whole)
    };
    let told = |column: &&Column| children.iter().all(|&it| share(column, it).is_some());
    let last = columns.iter().rev().find(told)?;
    let (sector, last_share) = children
        .iter()
        .filter_map(|&it| Some((it, share(last, it)?)))
        .max_by(|a, b| a.1.total_cmp(&b.1))?;
    let chosen = tree.leaves(sector) & sectors;
    let series_break = tree.series_break(chosen);
    let comparable = |column: &&Column| series_break.comparable(column.span, last.span);
    let first = columns.iter().filter(told).filter(comparable).find(|it| it.span < last.span)?;
    Some(Mix { sector, first: (first.span, share(first, sector)?), last: (last.span, last_share) })
}
