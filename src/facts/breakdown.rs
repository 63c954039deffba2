//! A period taken apart by sub-sector, beside the same period a year before.

use std::cmp::Reverse;

use super::{Change, Contributor, Direction, mover};
use crate::calendar::{Month, Span};
use crate::data::{Amount, Dataset, Division, ObservationId, SectorId, SectorSet, Status};
use crate::order::sorted_by_key;
use crate::query::{self, Heading, VintageChoice};
use crate::state::State;

/// The chosen sectors of one period, heading by heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Breakdown {
    pub period: Span,
    /// The same months a year before.
    pub base: Span,
    pub vintage: VintageChoice,
    pub sectors: SectorSet,
    pub availability: Availability,
    /// The chosen sectors together; `None` in [`Availability::NothingChosen`] and
    /// [`Availability::NotPublished`].
    pub whole: Option<Whole>,
    /// Largest first. With `rounding` they add up to the whole.
    pub rows: Vec<Row>,
    /// What rounding of the published parts left over, not worth a row, now and a year
    /// before.
    pub rounding: (Amount, Amount),
    /// Places in `rows`, largest contribution first; empty without a comparison.
    pub by_contribution: Vec<usize>,
    /// What added most to the change of the whole; may be a branch, see its rows.
    pub gain: Option<Contributor>,
    /// What took most from it.
    pub loss: Option<Contributor>,
    /// The month, if it lies between the base's start and the period's end, from which a
    /// series of the chosen sectors no longer means what it meant.
    pub break_at: Option<Month>,
}

/// Whether there is something to show and something to compare it with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Availability {
    NothingChosen,
    /// The chosen sectors cannot be told apart in what is published for the period.
    NotPublished,
    /// The same for the year before; rows have no change.
    BaseNotPublished,
    /// A heading was split in between; rows have no change.
    SeriesBreak,
    /// The chosen sectors were nil a year before.
    BaseIsNil,
    Compared,
}

/// The chosen sectors together.
#[derive(Clone, Debug, PartialEq)]
pub struct Whole {
    pub amount: Amount,
    /// The least firm of the figures it rests on.
    pub status: Status,
    pub observations: Vec<ObservationId>,
    /// Of all IT exports in the same publication, a ratio.
    pub share_of_total: Option<f64>,
    /// Exists only in [`Availability::Compared`].
    pub change: Option<Change>,
}

/// One heading among the chosen sectors.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub heading: Heading,
    pub now: Amount,
    /// Exists only in [`Availability::Compared`] and [`Availability::BaseIsNil`].
    pub before: Option<Amount>,
    /// Of the chosen sectors together, a ratio.
    pub share: Option<f64>,
    /// Of all IT exports, a ratio.
    pub share_of_total: Option<f64>,
    /// 0.5 is half as much again as a year before; `None` where that was nil.
    pub change: Option<f64>,
    /// To the growth of the chosen sectors together, percentage points. They add up to it,
    /// save for rounding.
    pub contribution: Option<f64>,
    /// The published figure; `None` for what is not itemised.
    pub observation: Option<ObservationId>,
    /// That of the year before.
    pub base_observation: Option<ObservationId>,
}

/// Rows and what rounding left over add up to the whole, exactly:
///
/// ```
/// use it_exports::data::Amount;
/// use it_exports::embedded::dataset;
/// use it_exports::facts;
/// use it_exports::state::State;
///
/// let period = "2023-07..2023-10".parse().unwrap();
/// let it = facts::breakdown(dataset(), &State { period: Some(period), ..State::new(dataset()) });
/// let rows: Amount = it.rows.iter().map(|row| row.now).sum();
/// assert_eq!(Some(rows + it.rounding.0), it.whole.map(|whole| whole.amount));
/// assert_eq!(it.base.to_string(), "2022-07..2022-10");
/// ```
pub fn breakdown(data: &Dataset, state: &State) -> Breakdown {
    let &State { sectors, vintage, .. } = state;
    let period = state.period(data);
    let base = period.year_before();
    let break_at = data.sectors.series_break(sectors).between(base, period);
    let empty = Breakdown {
        period,
        base,
        vintage,
        sectors,
        availability: Availability::NotPublished,
        whole: None,
        rows: Vec::new(),
        rounding: (Amount::ZERO, Amount::ZERO),
        by_contribution: Vec::new(),
        gain: None,
        loss: None,
        break_at,
    };
    if sectors.is_empty() {
        return Breakdown { availability: Availability::NothingChosen, ..empty };
    }
    compared(data, &empty).unwrap_or(empty)
}

fn compared(data: &Dataset, empty: &Breakdown) -> Option<Breakdown> {
    let &Breakdown { period, base, vintage, sectors, break_at, .. } = empty;
    let comparison = query::compare(data, vintage, period)?;
    let now = &comparison.now;
    let whole = now.point(data, sectors)?;
    let before = comparison.before.as_ref().filter(|_| break_at.is_none());
    let pair = before.and_then(|before| {
        let parts = query::common_parts(data, &[now, before], sectors)?;
        Some((before, before.point(data, sectors)?.amount, parts))
    });
    let availability = match &pair {
        None if break_at.is_some() => Availability::SeriesBreak,
        None => Availability::BaseNotPublished,
        Some((_, amount, _)) if *amount <= Amount::ZERO => Availability::BaseIsNil,
        Some(_) => Availability::Compared,
    };
    let total = now.amount(data, SectorId::TOTAL);
    let row = |heading: Heading, amount: Amount, before: Option<(&Division, Amount, Amount)>| {
        let observation = |division: &Division| match heading {
            Heading::Sector(sector) => division.observation(data, sector),
            Heading::NotItemised(_) => None,
        };
        Row {
            heading,
            now: amount,
            before: before.map(|(_, it, _)| it),
            share: amount.ratio_to(whole.amount),
            share_of_total: total.and_then(|total| amount.ratio_to(total)),
            change: before.and_then(|(_, it, _)| amount.change_on(it)),
            contribution: before
                .and_then(|(_, it, whole)| Some((amount - it).ratio_to(whole)? * 100.0)),
            observation: observation(now),
            base_observation: before.and_then(|(division, ..)| observation(division)),
        }
    };
    let all: Vec<Row> = match &pair {
        Some((division, whole_before, parts)) => parts
            .iter()
            .filter_map(|(heading, amounts)| {
                let (&now, &before) = (amounts.first()?, amounts.last()?);
                Some(row(*heading, now, Some((division, before, *whole_before))))
            })
            .collect(),
        None => {
            let parts = now.parts(data, sectors)?;
            parts.into_iter().map(|it| row(it.heading, it.amount, None)).collect()
        }
    };
    let (rests, rows): (Vec<Row>, Vec<Row>) = all.into_iter().partition(|it| {
        is_rounding(it.heading, it.now) && it.before.is_none_or(|at| is_rounding(it.heading, at))
    });
    let rounding =
        (rests.iter().map(|it| it.now).sum(), rests.iter().filter_map(|it| it.before).sum());
    let rows = sorted_by_key(rows, |it| (Reverse(it.now), it.heading));
    let gain = |row: &Row| row.before.map(|before| row.now - before);
    let with_gain = (0..rows.len()).filter(|&it| rows[it].contribution.is_some());
    let by_contribution = sorted_by_key(with_gain, |&it| Reverse(gain(&rows[it])));
    let change =
        pair.as_ref().and_then(|(_, before, _)| Change::between(whole.amount, base, *before));
    let moved = |direction: Direction| {
        let (_, before, parts) = pair.as_ref()?;
        let changes: Vec<(Heading, Amount)> = parts
            .iter()
            .filter_map(|(heading, amounts)| Some((*heading, *amounts.first()? - *amounts.last()?)))
            .collect();
        let it = mover(&data.sectors, &changes, *before, direction)?;
        let chosen = |it: SectorId| sectors.contains(data.sectors.leaves(it));
        match it.heading {
            Heading::Sector(sector) if !chosen(sector) => None,
            Heading::Sector(_) | Heading::NotItemised(_) => Some(it),
        }
    };
    Some(Breakdown {
        availability,
        gain: moved(Direction::Up),
        loss: moved(Direction::Down),
        whole: Some(Whole {
            amount: whole.amount,
            status: whole.status,
            observations: whole.observations,
            share_of_total: total.and_then(|total| whole.amount.ratio_to(total)),
            change,
        }),
        rows,
        rounding,
        by_contribution,
        ..empty.clone()
    })
}

/// Parts are published to a hundredth of a million, several to a whole: so much of the
/// whole, in thousands, may be left over without anything being missing.
const ROUNDING: i64 = 20;

pub(super) fn is_rounding(heading: Heading, amount: Amount) -> bool {
    matches!(heading, Heading::NotItemised(_)) && amount.thousands().abs() <= ROUNDING
}
