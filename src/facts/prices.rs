//! What the exports of fiscal years were worth in rupees, or in US prices of one year.

use super::Change;
use crate::calendar::{FiscalYear, Frequency, Span};
use crate::data::context::{Context, PageId, PriceSeries, Prices};
use crate::data::{Amount, Dataset};
use crate::query::{self, DataPoint, Series, VintageChoice};

/// The total of fiscal years in dollars and in another unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Worth {
    pub series: PriceSeries,
    pub vintage: VintageChoice,
    /// Whole years of which the rate or the index is known, in order; no sum, no change is made of others.
    pub years: Vec<YearWorth>,
    /// Whole years of which some months of the rate or index are not known, and which these are.
    pub incomplete: Vec<(FiscalYear, Vec<Span>)>,
    /// Whole years of which no month of it is known.
    pub unknown: Vec<FiscalYear>,
    /// Where the rate or the index was read.
    pub pages: Vec<PageId>,
}

/// One fiscal year.
#[derive(Clone, Debug, PartialEq)]
pub struct YearWorth {
    pub year: FiscalYear,
    pub dollars: DataPoint,
    /// The mean of the year: rupees for a dollar, each month weighted by its exports; or the index of US
    /// consumer prices.
    pub mean: f64,
    /// Billions of rupees, or US$ million in prices of the last of the years.
    pub value: f64,
    /// Against the year before, where that is among the years.
    pub change: Option<BothChanges>,
}

/// Changes on the year before.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BothChanges {
    pub dollars: Change,
    /// In the other unit, percent.
    pub percent: f64,
}

impl Worth {
    /// The year in which the two changes are furthest apart, the later of equals.
    pub fn contrast(&self) -> Option<(usize, BothChanges)> {
        let changes = self.years.iter().enumerate().filter_map(|(at, it)| Some((at, it.change?)));
        let apart = |it: &BothChanges| (it.percent - it.dollars.percent()).abs();
        changes.fold(None, |found, (at, it)| match found {
            Some((_, widest)) if apart(&widest) > apart(&it) => found,
            _ => Some((at, it)),
        })
    }

    /// How many times the first year the last is: in dollars, and in the other unit.
    pub fn times(&self) -> Option<(f64, f64)> {
        let ([first, .., last], true) = (&*self.years, self.years.len() > 1) else { return None };
        Some((last.dollars.amount.ratio_to(first.dollars.amount)?, last.value / first.value))
    }
}

/// Every whole fiscal year of the total, whichever sub-sectors are chosen.
pub fn worth(
    data: &Dataset,
    context: &Context,
    vintage: VintageChoice,
    series: PriceSeries,
) -> Worth {
    let mut worth = Worth {
        series,
        vintage,
        years: Vec::new(),
        incomplete: Vec::new(),
        unknown: Vec::new(),
        pages: Vec::new(),
    };
    let Some(prices) = context.prices(series) else { return worth };
    worth.pages.clone_from(&prices.pages);
    let of = |frequency| query::series(data, vintage, data.sectors.all(), frequency);
    let (months, totals) = (of(Frequency::Monthly), of(Frequency::FiscalYear));
    for dollars in totals.points.into_iter().filter(|it| it.span.is_fiscal_year()) {
        let (year, span) = (dollars.span.end().fiscal_year(), dollars.span);
        let unknown = prices.unknown(span);
        if unknown.first() == Some(&span) {
            worth.unknown.push(year);
        } else if let Some(mean) = mean(prices, &months, &dollars) {
            worth.years.push(YearWorth { year, dollars, mean, value: 0.0, change: None });
        } else {
            worth.incomplete.push((year, unknown));
        }
    }
    // In prices of the last year that is known: on an earlier day, those of a later one were not.
    let base = worth.years.last().map_or(1.0, |it| it.mean);
    for it in &mut worth.years {
        it.value = match series {
            PriceSeries::Rate => it.dollars.amount.millions() * it.mean / 1000.0,
            PriceSeries::Cpi => it.dollars.amount.millions() * base / it.mean,
        };
    }
    for at in 1..worth.years.len() {
        let (before, it) = (&worth.years[at - 1], &worth.years[at]);
        let (now, base) = (&it.dollars, &before.dollars);
        let change = Change::between(now.amount, base.span, base.amount);
        let follows = now.span.year_before() == base.span;
        let percent = (it.value / before.value - 1.0) * 100.0;
        worth.years[at].change =
            change.filter(|_| follows).map(|dollars| BothChanges { dollars, percent });
    }
    worth
}

/// `None` where a month is not known. Dollars are worth what they are when they come in: each month's are changed at
/// its own rate. An index is that of the whole year, so that its own prices leave a year as it is.
fn mean(prices: &Prices, months: &Series, dollars: &DataPoint) -> Option<f64> {
    if prices.series == PriceSeries::Cpi {
        return prices.mean(dollars.span);
    }
    let own = months.points.iter().filter(|it| dollars.span.contains(it.span));
    let rupees = own.map(|it| Some(it.amount.millions() * prices.mean(it.span)?));
    let sum: Option<f64> = rupees.sum();
    sum.filter(|_| dollars.amount > Amount::ZERO).map(|it| it / dollars.amount.millions())
}
