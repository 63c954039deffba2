//! Announced targets against what has been exported.

use crate::calendar::{Frequency, Span};
use crate::data::context::{Context, Target, TargetKind, TargetOf};
use crate::data::{Amount, Dataset};
use crate::order;
use crate::query::{self, DataPoint, Series, VintageChoice};

/// Everything that is known of the targets, computed from the latest month of the record.
#[derive(Clone, Debug, PartialEq)]
pub struct Targets<'a> {
    /// Every fiscal year of which all months are known, in order of time.
    pub years: Vec<DataPoint>,
    /// The months so far of the fiscal year that is running, where there is one.
    pub running: Option<DataPoint>,
    /// In the order of their announcement.
    pub announced: Vec<(&'a Target, Outlook)>,
}

/// What became of a target, or what it would take.
#[derive(Clone, Debug, PartialEq)]
pub enum Outlook {
    /// Its year is over, and this is what it brought.
    Over(DataPoint),
    /// Its year is running.
    Running {
        so_far: DataPoint,
        /// Without a figure yet.
        months_left: usize,
        /// In each of those months, to the nearest million; `None` where the amount is reached.
        monthly: Option<Amount>,
    },
    /// Its year is still to come.
    Ahead {
        /// In each month of its year, to the nearest million.
        monthly: Amount,
        growth: Option<YearlyGrowth>,
    },
    /// Its year is over or running, and the record does not cover what it is of.
    NotMeasured,
    /// It names no year, so it can be neither met nor missed.
    NoYear,
}

/// Even growth from the last whole year to the target's.
#[derive(Clone, Debug, PartialEq)]
pub struct YearlyGrowth {
    pub from: DataPoint,
    pub years: u32,
    /// Percent a year.
    pub percent: f64,
}

impl Targets<'_> {
    /// Of ICT exports and with a year that is over, in the order of these years, with what each
    /// brought.
    pub fn over(&self) -> Vec<(&Target, &DataPoint)> {
        let over = self.announced.iter().filter_map(|(target, outlook)| match outlook {
            Outlook::Over(reached) => Some((*target, reached)),
            _ => None,
        });
        order::sorted_by_key(over, |it| it.0.period)
    }

    /// Those with a year that is over that were reached.
    pub fn met(&self) -> Vec<&Target> {
        let over = self.over().into_iter();
        over.filter(|it| is_met(it.0, it.1.amount)).map(|it| it.0).collect()
    }

    /// A government's of ICT exports, whose year is not over, in the order of these years.
    pub fn open(&self) -> Vec<(&Target, &Outlook)> {
        let open = self.announced.iter().filter(|(target, outlook)| {
            let counts = matches!(outlook, Outlook::Running { .. } | Outlook::Ahead { .. });
            counts && target.kind == TargetKind::Target && target.what == TargetOf::Ict
        });
        order::sorted_by_key(open.map(|it| (it.0, &it.1)), |it| it.0.period)
    }
}

pub fn is_met(target: &Target, reached: Amount) -> bool {
    reached >= target.amount
}

/// A positive amount spread evenly over months, to the nearest million: what is announced is
/// given no finer.
fn monthly(amount: Amount, months: usize) -> Amount {
    const MILLION: i64 = 1000;
    let of_months = MILLION * months.max(1) as i64;
    Amount::from_thousands((2 * amount.thousands() + of_months) / (2 * of_months) * MILLION)
}

/// The last whole year of the kind of `period` that can be added up.
fn last_whole_year(data: &Dataset, months: &Series, period: Span) -> Option<DataPoint> {
    let frequency =
        if period.is_fiscal_year() { Frequency::FiscalYear } else { Frequency::CalendarYear };
    let year = frequency.period_of(data.monthly_record().end());
    months.sum(year).or_else(|| months.sum(year.year_before()))
}

fn outlook(data: &Dataset, months: &Series, target: &Target) -> Outlook {
    let latest = data.monthly_record().end();
    let Some(period) = target.period else { return Outlook::NoYear };
    let of_record = target.what == TargetOf::Ict;
    if period.start() > latest {
        let growth = last_whole_year(data, months, period).filter(|_| of_record).and_then(|from| {
            let years = u32::try_from(period.end().since(from.span.end()) / 12).ok()?;
            let times = target.amount.ratio_to(from.amount).filter(|_| years > 0)?;
            let percent = (times.powf(1.0 / f64::from(years)) - 1.0) * 100.0;
            Some(YearlyGrowth { from, years, percent })
        });
        return Outlook::Ahead { monthly: monthly(target.amount, period.len()), growth };
    }
    let known = Span::new(period.start(), period.end().min(latest));
    match known.and_then(|it| months.sum(it)).filter(|_| of_record) {
        None => Outlook::NotMeasured,
        Some(sum) if sum.span == period => Outlook::Over(sum),
        Some(so_far) => {
            let months_left = period.len() - so_far.span.len();
            let left = target.amount - so_far.amount;
            let monthly = (!is_met(target, so_far.amount)).then(|| monthly(left, months_left));
            Outlook::Running { so_far, months_left, monthly }
        }
    }
}

pub fn targets<'a>(data: &Dataset, context: &'a Context, vintage: VintageChoice) -> Targets<'a> {
    let all = data.sectors.all();
    let months = query::series(data, vintage, all, Frequency::Monthly);
    let latest = data.monthly_record().end();
    let year = latest.fiscal_year().span();
    let running = Span::new(year.start(), latest).filter(|&it| it != year);
    let years = query::series(data, vintage, all, Frequency::FiscalYear).points;
    Targets {
        years: years.into_iter().filter(|it| it.span.is_fiscal_year()).collect(),
        running: running.and_then(|it| months.sum(it)),
        announced: context.targets.iter().map(|it| (it, outlook(data, &months, it))).collect(),
    }
}
