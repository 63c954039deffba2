//! What the story gives as causes of growth and as obstacles, each with what measures it.

use std::cmp::Reverse;

use super::{BothKinds, Change, Direction, grown_outside};
use crate::calendar::{Frequency, Month};
use crate::data::context::{
    Context, Decimal, Driver, DriverId, DriverKind, Figure, FigureKind, Indicator, Unit,
};
use crate::data::{Amount, Dataset, SectorSet};
use crate::order::sorted_by_key;
use crate::query::{self, DataPoint, Heading, VintageChoice};

/// So many figures of one definition make a picture.
const FIGURES_TO_DRAW: usize = 3;

/// What the record itself says of a driver.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordedPart {
    pub sectors: SectorSet,
    /// The longest sum up to the latest month of which these headings are published.
    pub latest: DataPoint,
    /// Against the same months a year before, in figures of one publication where that gives both.
    pub change: Option<Change>,
    /// Single months, in order; those that are not published by themselves are left out.
    pub months: Vec<DataPoint>,
    /// The month from which on the figures mean something else.
    pub break_at: Option<Month>,
    /// What grew outside the record's total at the same time and may be the same work.
    pub outside: Option<BothKinds>,
}

/// Two figures of an indicator for one period, in the order of the file.
#[derive(Clone, Debug, PartialEq)]
pub struct TwoFigures<'a> {
    pub indicator: &'a Indicator,
    pub earlier: &'a Figure,
    pub later: &'a Figure,
    /// One publisher gave both: it revised its own figure. Else two disagree.
    pub revised: bool,
}

/// What is known of a driver or an obstacle.
#[derive(Clone, Debug, PartialEq)]
pub struct DriverEvidence<'a> {
    pub driver: &'a Driver,
    pub indicators: Vec<&'a Indicator>,
    pub recorded: Option<RecordedPart>,
    /// The newest figure of the firmest kind there is.
    pub lead: Option<(&'a Indicator, &'a Figure)>,
    /// Figures that differ though their period does not. Those of other periods changed with
    /// time, for all that is known.
    pub twice: Vec<TwoFigures<'a>>,
    /// The most figures of one definition, in order of time, where they are enough to be drawn.
    series: Option<(&'a Indicator, Vec<&'a Figure>)>,
}

/// The figures of a driver that make a picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum DriverSeries<'a> {
    /// The record's own months.
    Record(&'a RecordedPart),
    /// Figures of one definition.
    Indicator(&'a Indicator, &'a [&'a Figure]),
}

impl DriverEvidence<'_> {
    /// The record's own figures where there are enough of them, else the longest series of an indicator.
    pub fn drawn(&self) -> Option<DriverSeries<'_>> {
        let recorded = self.recorded.as_ref().filter(|it| it.months.len() >= FIGURES_TO_DRAW);
        let series = || self.series.as_ref().map(|it| DriverSeries::Indicator(it.0, &it.1));
        recorded.map(DriverSeries::Record).or_else(series)
    }

    /// The leading figure, unless the record has amounts as new.
    pub fn lead_beside_record(&self) -> Option<(&Indicator, &Figure)> {
        self.lead.filter(|(indicator, _)| {
            let money = matches!(indicator.unit, Unit::UsdMillion | Unit::UsdBillion);
            let newest = indicator.figures.iter().map(|it| it.period.end()).max();
            let as_new = |it: &RecordedPart| money && Some(it.latest.span.end()) >= newest;
            !self.recorded.as_ref().is_some_and(as_new)
        })
    }

    /// Whether a public body counts anything of it, be it in the record or elsewhere.
    pub fn is_official(&self) -> bool {
        let mut figures = self.indicators.iter().flat_map(|it| &it.figures);
        self.recorded.is_some() || figures.any(|it| it.kind == FigureKind::Official)
    }
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
    let months = query::series(data, vintage, sectors, Frequency::Monthly).points;
    let months = months.into_iter().filter(|it| it.span.is_month()).collect();
    let grown = change.is_some_and(|it| it.direction() == Direction::Up);
    let outside = data
        .sectors
        .nodes(sectors)
        .into_iter()
        .filter(|_| grown)
        .find_map(|it| grown_outside(data, vintage, Heading::Sector(it), latest.span));
    let break_at = series_break.month();
    Some(RecordedPart { sectors, latest, change, months, break_at, outside })
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
    let publisher = |it: &Figure| context.page(it.page).map(|it| &it.publisher);
    let twice = indicators.iter().flat_map(|&indicator| {
        indicator.figures.windows(2).filter_map(move |pair| match pair {
            [earlier, later] if earlier.period == later.period => {
                let revised = publisher(earlier) == publisher(later);
                Some(TwoFigures { indicator, earlier, later, revised })
            }
            _ => None,
        })
    });
    let twice = twice.collect();
    let series = indicators.iter().flat_map(|&it| {
        let mut numbers: Vec<u8> = it.figures.iter().filter_map(|it| it.series).collect();
        numbers.dedup();
        numbers.into_iter().map(move |number| (it, it.series(number).collect::<Vec<&Figure>>()))
    });
    let drawable = series.filter(|it| it.1.len() >= FIGURES_TO_DRAW);
    let series = sorted_by_key(drawable, |it| Reverse(it.1.len())).into_iter().next();
    let recorded = recorded(data, vintage, driver);
    Some(DriverEvidence { driver, indicators, recorded, lead, twice, series })
}

/// How firm the figures of all drivers and obstacles are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Firmness {
    pub drivers: usize,
    pub obstacles: usize,
    pub official: usize,
    pub estimates: usize,
    pub claims: usize,
    /// Drivers and obstacles that the record itself measures a part of.
    pub recorded: usize,
}

impl Firmness {
    /// Of every kind.
    pub fn figures(&self) -> usize {
        self.official + self.estimates + self.claims
    }
}

pub fn firmness(data: &Dataset, context: &Context, vintage: VintageChoice) -> Firmness {
    let mut all = Firmness::default();
    for place in 0..context.drivers.len() {
        let Some(it) = driver(data, context, vintage, place) else { continue };
        match it.driver.kind {
            DriverKind::Driver => all.drivers += 1,
            DriverKind::Obstacle => all.obstacles += 1,
        }
        all.recorded += usize::from(it.recorded.is_some());
    }
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
