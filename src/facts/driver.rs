//! What the story gives as causes of growth and as obstacles, each with what measures it.

use std::cmp::Reverse;

use super::{BothKinds, Change, Direction, grown_outside};
use crate::calendar::{Frequency, Month, Span};
use crate::data::context::{
    Context, Decimal, Driver, DriverId, DriverKind, Event, EventKind, Figure, FigureKind,
    Indicator, Unit,
};
use crate::data::{Amount, Dataset, SectorSet};
use crate::order::{number, sorted_by_key};
use crate::query::{self, DataPoint, Heading, VintageChoice};

/// So many make a picture.
const ENOUGH: usize = 3;

/// A month of the record, and its change on the same month a year before, in percent.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordedMonth {
    pub point: DataPoint,
    /// With the month it is compared with, where that means the same.
    pub change: Option<(Span, f64)>,
}

/// What the record itself says of a driver.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordedPart {
    pub sectors: SectorSet,
    /// The longest sum up to the latest month of which these headings are published.
    pub latest: DataPoint,
    /// In order; those that are not published by themselves are left out.
    pub months: Vec<RecordedMonth>,
    /// The month from which on the figures mean something else.
    pub break_at: Option<Month>,
    /// What grew outside the record's total at the same time and may be the same work.
    pub outside: Option<BothKinds>,
}

/// What is known of a driver or an obstacle.
#[derive(Clone, Debug, PartialEq)]
pub struct DriverEvidence<'a> {
    pub driver: &'a Driver,
    pub indicators: Vec<&'a Indicator>,
    pub recorded: Option<RecordedPart>,
    /// What several sources tell differently, the newest figure first. See [`differing`].
    pub differing: Vec<(&'a Indicator, Vec<&'a Figure>)>,
    /// The newest figure of the firmest kind there is.
    lead: Option<(&'a Indicator, &'a Figure)>,
    /// The first of what sources tell differently of which there are enough figures, from the least to the most.
    apart: Option<(&'a Indicator, Vec<&'a Figure>)>,
    /// Rules that were made, in order of time.
    steps: Vec<&'a Event>,
    /// The most figures of one definition, in order of time, where they are enough to be drawn.
    series: Option<(&'a Indicator, Vec<&'a Figure>)>,
}

/// The figure that stands for a driver and what is drawn of it, as one, so that they cannot disagree.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shown<'a> {
    /// The record's own months: the last.
    Months(&'a RecordedPart),
    /// Figures of one definition: the last.
    Series(&'a Indicator, &'a [&'a Figure]),
    /// Figures of several sources, which nothing joins, in their order: from the least to the most.
    Differing(&'a Indicator, &'a [&'a Figure]),
    /// The leading figure, and beside it what happened.
    Steps((&'a Indicator, &'a Figure), &'a [&'a Event]),
    /// The leading figure, if there is any.
    Alone(Option<(&'a Indicator, &'a Figure)>),
}

impl<'a> Shown<'a> {
    /// The one figure of an indicator that it is, if it is one.
    pub fn figure(self) -> Option<(&'a Indicator, &'a Figure)> {
        match self {
            Shown::Months(_) | Shown::Differing(..) => None,
            Shown::Series(indicator, figures) => Some((indicator, figures.last()?)),
            Shown::Steps(it, _) => Some(it),
            Shown::Alone(it) => it,
        }
    }

    /// How firm the figure is: of several the least firm.
    pub fn kind(self) -> Option<FigureKind> {
        match self {
            Shown::Months(_) => Some(FigureKind::Official),
            Shown::Differing(_, figures) => figures.iter().map(|it| it.kind).max(),
            _ => self.figure().map(|it| it.1.kind),
        }
    }
}

impl DriverEvidence<'_> {
    /// The record's own months where there are enough of them, else the longest series of an indicator,
    /// else what sources tell differently, else the newest figure.
    pub fn shown(&self) -> Shown<'_> {
        if let Some(it) = self.recorded.as_ref().filter(|it| it.months.len() >= ENOUGH) {
            return Shown::Months(it);
        }
        if let Some((indicator, figures)) = &self.series {
            return Shown::Series(indicator, figures);
        }
        if let Some((indicator, figures)) = &self.apart {
            return Shown::Differing(indicator, figures);
        }
        match self.lead {
            Some(it) if it.1.kind == FigureKind::Official && self.steps.len() >= ENOUGH => {
                Shown::Steps(it, &self.steps)
            }
            lead => Shown::Alone(lead),
        }
    }
}

/// Figures of an indicator that cannot all be told as one, the newest first: those of one period that are not
/// alike, and those of different bodies that belong to no series. One body's figures of several periods are
/// its count through time.
fn differing<'a>(context: &Context, indicator: &'a Indicator) -> Vec<&'a Figure> {
    let all = &indicator.figures;
    // Without the publication: `Finance Division, Economic Survey 2024-25`.
    let body = |it: &Figure| context.page(it.page).and_then(|it| it.publisher.split(',').next());
    let differ = |one: &Figure, other: &Figure| {
        one.value != other.value
            && (one.period == other.period
                || (one.series.or(other.series).is_none() && body(one) != body(other)))
    };
    all.iter().rev().filter(|one| all.iter().any(|other| differ(one, other))).collect()
}

/// The figure of the same series for the period a year before.
pub fn year_before<'a>(figures: &[&'a Figure], it: &Figure) -> Option<&'a Figure> {
    figures.iter().copied().find(|before| before.period == it.period.year_before())
}

fn recorded(data: &Dataset, vintage: VintageChoice, driver: &Driver) -> Option<RecordedPart> {
    let leaves = driver.sectors.iter().map(|&it| data.sectors.leaves(it) & data.sectors.all());
    let sectors: SectorSet = leaves.collect();
    if sectors.is_empty() {
        return None;
    }
    // From the latest period published, the longest that ends with it.
    let periods = query::periods(data).into_iter().filter_map(|span| {
        let compared = query::compare(data, vintage, span)?;
        let now = compared.now.point(data, sectors)?;
        let before = compared.before.and_then(|it| it.point(data, sectors));
        Some((now, before))
    });
    let (latest, before) =
        periods.max_by_key(|(now, _)| (now.span.end(), now.span.len(), now.span))?;
    let series_break = data.sectors.series_break(sectors);
    let change = before
        .filter(|base| series_break.comparable(base.span, latest.span))
        .and_then(|base| Change::between(latest.amount, base.span, base.amount));
    let series = query::series(data, vintage, sectors, Frequency::Monthly);
    let months = series.points.iter().filter(|it| it.span.is_month()).map(|it| {
        let base = series.at(it.span.year_before());
        let base = base.filter(|base| series_break.comparable(base.span, it.span));
        let change = base.and_then(|base| Change::between(it.amount, base.span, base.amount));
        RecordedMonth { point: it.clone(), change: change.map(|it| (it.base, it.percent())) }
    });
    let months = months.collect();
    let grown = change.is_some_and(|it| it.direction() == Direction::Up);
    let outside = data
        .sectors
        .nodes(sectors)
        .into_iter()
        .filter(|_| grown)
        .find_map(|it| grown_outside(data, vintage, Heading::Sector(it), latest.span));
    let break_at = series_break.month();
    Some(RecordedPart { sectors, latest, months, break_at, outside })
}

/// What is known of the driver or obstacle at a place of [`Context::drivers`]; `None` where there is none.
pub fn driver<'a>(
    data: &Dataset,
    context: &'a Context,
    vintage: VintageChoice,
    place: usize,
) -> Option<DriverEvidence<'a>> {
    let driver = context.drivers.get(place)?;
    let id = u8::try_from(place).ok().map(DriverId)?;
    let indicators: Vec<&Indicator> = context.indicators_of(id).collect();
    let figures =
        || indicators.iter().flat_map(|&it| it.figures.iter().map(move |figure| (it, figure)));
    // Of equals the first, in the order of the file.
    let newest = |kind: FigureKind| {
        let of_kind = figures().filter(|it| it.1.kind == kind);
        sorted_by_key(of_kind, |it| Reverse(it.1.period.end())).into_iter().next()
    };
    let lead = FigureKind::ALL.into_iter().find_map(newest);
    let differing = indicators.iter().map(|&it| (it, differing(context, it)));
    let differing: Vec<_> = differing.filter(|it| !it.1.is_empty()).collect();
    let apart = differing.iter().find(|it| it.1.len() >= ENOUGH).map(|(indicator, figures)| {
        (*indicator, sorted_by_key(figures.iter().copied(), |it| number(it.value.value())))
    });
    let events = driver.events.iter().filter_map(|it| context.events.get(usize::from(it.0)));
    let steps = events.filter(|it| it.kind == EventKind::Policy).collect();
    let series = indicators.iter().flat_map(|&it| {
        let mut numbers: Vec<u8> = it.figures.iter().filter_map(|it| it.series).collect();
        numbers.dedup();
        numbers.into_iter().map(move |number| (it, it.series(number).collect::<Vec<&Figure>>()))
    });
    let drawable = series.filter(|it| it.1.len() >= ENOUGH);
    let series = sorted_by_key(drawable, |it| Reverse(it.1.len())).into_iter().next();
    let recorded = recorded(data, vintage, driver);
    Some(DriverEvidence { driver, indicators, recorded, differing, lead, apart, steps, series })
}

/// How firm the figures of all drivers and obstacles are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Firmness {
    pub drivers: usize,
    pub obstacles: usize,
    pub official: usize,
    pub estimates: usize,
    pub claims: usize,
    /// Indicators that several sources tell differently.
    pub differing: usize,
}

pub fn firmness(context: &Context) -> Firmness {
    let mut all = Firmness::default();
    for driver in &context.drivers {
        match driver.kind {
            DriverKind::Driver => all.drivers += 1,
            DriverKind::Obstacle => all.obstacles += 1,
        }
    }
    let differ = |it: &&Indicator| !differing(context, it).is_empty();
    all.differing = context.indicators.iter().filter(differ).count();
    for figure in context.indicators.iter().flat_map(|it| &it.figures) {
        match figure.kind {
            FigureKind::Official => all.official += 1,
            FigureKind::Estimate => all.estimates += 1,
            FigureKind::Claim => all.claims += 1,
        }
    }
    all
}

/// A figure as an amount, to the nearest thousand dollars; `None` where its unit is not dollars.
pub fn dollars(figure: Decimal, unit: Unit) -> Option<Amount> {
    let thousands = match unit {
        Unit::UsdMillion => 1_000,
        Unit::UsdBillion => 1_000_000,
        _ => return None,
    };
    let parts = 10_i64.pow(figure.decimals.into());
    let twice = figure.digits.abs().saturating_mul(2 * thousands);
    Some(Amount::from_thousands((twice / parts + 1) / 2 * figure.digits.signum()))
}
