//! Where a fiscal year would end if the rest of it has its usual share. Arithmetic, not forecast.

use crate::calendar::{FiscalYear, Frequency, Span};
use crate::data::{Amount, Dataset};
use crate::query::{self, Series, VintageChoice};

/// A year in progress carried on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Projection {
    /// From the first month of the year to the latest.
    pub so_far: Span,
    pub year: Span,
    pub amount: Amount,
    /// What of a year these months usually are, a ratio: the mean of up to three years before.
    pub share: f64,
    /// The largest error that the same sum would have had, as a part of what a year came to.
    pub error: f64,
    /// Years in which it could be tried.
    pub tried: usize,
}

impl Projection {
    /// The lower and the upper end of what the largest error leaves.
    pub fn range(&self) -> (Amount, Amount) {
        let end = |way: f64| {
            Amount::from_thousands((self.amount.thousands() as f64 / (1.0 + way)).round() as i64)
        };
        (end(self.error), end(-self.error))
    }
}

/// Fewer months of a year say too little of it.
const MONTHS: usize = 6;
/// Years whose mean share counts.
const YEARS: usize = 3;
/// Fewer years are no experience.
const TRIED: usize = 3;

/// The year of the latest month; `None` before its sixth month and once it is over, and where too few years are known
/// month by month.
pub fn projection(data: &Dataset, vintage: VintageChoice) -> Option<Projection> {
    let series = query::series(data, vintage, data.sectors.all(), Frequency::Monthly);
    let latest = data.monthly_record().end();
    let year = latest.fiscal_year();
    let so_far = Span::new(year.span().start(), latest)?;
    let months = so_far.len();
    if !(MONTHS..12).contains(&months) {
        return None;
    }
    let first = data.monthly_record().start();
    let years = so_far.start().since(first) / 12;
    let before = (1..=years).rev().map(|it| so_far.start().plus(-12 * it).fiscal_year());
    let known: Vec<Year> = before.filter_map(|it| Year::of(&series, it, months)).collect();
    let share = usual_share(&known)?;
    let tried = (1..known.len()).filter_map(|place| {
        let actual = known[place];
        let sum = actual.so_far / usual_share(&known[..place])?;
        Some((sum / actual.whole - 1.0).abs())
    });
    let tried: Vec<f64> = tried.collect();
    let amount = series.sum(so_far)?.amount.thousands() as f64 / share;
    let error = tried.iter().copied().reduce(f64::max)?;
    (tried.len() >= TRIED).then(|| Projection {
        so_far,
        year: year.span(),
        amount: Amount::from_thousands(amount.round() as i64),
        share,
        error,
        tried: tried.len(),
    })
}

/// A whole year, thousands, and its first months.
#[derive(Clone, Copy)]
struct Year {
    so_far: f64,
    whole: f64,
}

impl Year {
    fn of(series: &Series, year: FiscalYear, months: usize) -> Option<Year> {
        let span = year.span();
        let first = Span::new(span.start(), span.start().plus(months as i32 - 1))?;
        let sum = |span: Span| Some(series.sum(span)?.amount.thousands() as f64);
        Some(Year { so_far: sum(first)?, whole: sum(span)? }).filter(|it| it.so_far > 0.0)
    }
}

/// The mean share of the last years of some.
fn usual_share(years: &[Year]) -> Option<f64> {
    let last = &years[years.len().saturating_sub(YEARS)..];
    let shares: f64 = last.iter().map(|it| it.so_far / it.whole).sum();
    (!last.is_empty()).then(|| shares / last.len() as f64)
}
