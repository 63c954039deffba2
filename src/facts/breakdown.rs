//! A period taken apart by sub-sector, beside the same period a year before.

use std::cmp::Reverse;

use super::{Change, Contributor, Direction, mover};
use crate::calendar::{Date, Frequency, Month, Span};
use crate::data::{Amount, Dataset, Division, ObservationId, SectorId, SectorSet, Status};
use crate::order::sorted_by_key;
use crate::query::{self, Comparison, DataPoint, Heading, VintageChoice};
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
    /// What added most to the change of the whole; may be a branch, see its rows.
    pub gain: Option<Contributor>,
    /// What took most from it.
    pub loss: Option<Contributor>,
    /// The month, if it lies between the base's start and the period's end, from which a
    /// series of the chosen sectors no longer means what it meant.
    pub break_at: Option<Month>,
    /// What the page gives for the period elsewhere, where that is another answer.
    pub elsewhere: Option<Elsewhere>,
    /// The month looked at, where no division holds it and this is the nearest before it.
    pub outside: Option<Month>,
}

/// All exports of the period as the page gives them where they are not divided: the month's own
/// figure, or what months add up to. It may rest on other publications than the division.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Elsewhere {
    pub amount: Amount,
    pub change: Option<Change>,
    /// Whether it rests on something published after the division; then its growth goes first.
    pub newer: bool,
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
    /// Of the period, then of its base where both are compared.
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

impl Breakdown {
    /// The level and the change that are told first: of the division, unless the page has newer ones.
    pub fn level(&self) -> Option<(Amount, Option<Change>)> {
        match (self.elsewhere, &self.whole) {
            (Some(it), _) if it.newer => Some((it.amount, it.change)),
            (_, whole) => whole.as_ref().map(|it| (it.amount, it.change)),
        }
    }
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
        gain: None,
        loss: None,
        break_at,
        elsewhere: None,
        outside: Some(state.month)
            .filter(|&it| state.period.is_none() && !period.contains(it.into())),
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
    let base = pair.as_ref().and_then(|(division, ..)| division.point(data, sectors));
    let of_base = base.into_iter().flat_map(|it| it.observations);
    Some(Breakdown {
        availability,
        elsewhere: (sectors == data.sectors.all())
            .then(|| elsewhere(data, vintage, &comparison))
            .flatten(),
        gain: moved(Direction::Up),
        loss: moved(Direction::Down),
        whole: Some(Whole {
            amount: whole.amount,
            status: whole.status,
            observations: whole.observations.into_iter().chain(of_base).collect(),
            share_of_total: total.and_then(|total| whole.amount.ratio_to(total)),
            change,
        }),
        rows,
        rounding,
        ..empty.clone()
    })
}

/// So much, in thousands, a figure printed in whole millions may be off.
const OF_WHOLE_MILLIONS: u64 = 500;

fn elsewhere(data: &Dataset, vintage: VintageChoice, it: &Comparison) -> Option<Elsewhere> {
    let series = query::series(data, vintage, data.sectors.all(), Frequency::Monthly);
    let total = |it: &Division| it.amount(data, SectorId::TOTAL);
    let now = (&it.now, total(&it.now)?, series.sum(it.now.span)?);
    let base = it.now.span.year_before();
    let divided = it.before.as_ref().and_then(|it| Some((it, total(it)?)));
    let summed = series.sum(base);
    let before = divided.zip(summed.clone()).map(|((it, amount), sum)| (it, amount, sum));

    let growth = |now: Amount, before: Amount| Change::between(now, base, before);
    let change = summed.and_then(|it| growth(now.2.amount, it.amount));
    let tenths = |it: Change| (it.percent() * 10.0).round();
    let other_growth = change
        .zip(divided.and_then(|it| growth(now.1, it.1)))
        .is_some_and(|(one, other)| tenths(one) != tenths(other));
    let apart =
        |it: &(&Division, Amount, DataPoint)| it.1.thousands().abs_diff(it.2.amount.thousands());
    if !other_growth && apart(&now) <= OF_WHOLE_MILLIONS {
        return None;
    }
    // The age of the end that is further apart decides; a figure is as old as its amount.
    let amount = now.2.amount;
    let (division, _, sum) = before.filter(|it| apart(it) > apart(&now)).unwrap_or(now);
    let first_printed = |&id: &ObservationId| {
        let it = data.observation(id);
        let same = |id: &ObservationId| data.observation(*id).amount == it.amount;
        data.vintages(it.sector, it.span).find(same).map(|id| data.observation(id).published)
    };
    let last = sum.observations.iter().filter_map(first_printed).map(Date::known_from).max()?;
    let newer = last > division.published.known_from();
    Some(Elsewhere { amount, change, newer })
}

/// Parts are published to a hundredth of a million, several to a whole: so much of the
/// whole, in thousands, may be left over without anything being missing.
const ROUNDING: i64 = 20;

pub(super) fn is_rounding(heading: Heading, amount: Amount) -> bool {
    matches!(heading, Heading::NotItemised(_)) && amount.thousands().abs() <= ROUNDING
}
