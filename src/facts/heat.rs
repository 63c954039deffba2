//! Months by fiscal years: how many are above those of the year before, which is the highest.

use super::{MONTHS_OF_A_YEAR, YearOnYear};
use crate::calendar::{FiscalYear, Frequency, Month};
use crate::data::{Amount, Dataset, SectorSet};
use crate::query::{self, VintageChoice};
use crate::state::State;

/// Exports of single months by fiscal year.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatTable {
    pub sectors: SectorSet,
    pub vintage: VintageChoice,
    pub month: Month,
    /// The latest fiscal year last.
    pub years: Vec<FiscalYearMonths>,
    /// Months of the chosen year for which the same month a year before is known.
    pub compared: usize,
    /// Months of the chosen year that lie within the record.
    pub possible: usize,
    /// How many of those compared were higher.
    pub higher: usize,
    /// The highest amount shown, and every month that has it.
    pub highest: Option<(Amount, Vec<Month>)>,
    /// The lowest amount shown, and every month that has it.
    pub lowest: Option<(Amount, Vec<Month>)>,
    /// Whether a month is known only together with others.
    pub only_together: bool,
}

/// The months of one fiscal year, July to June.
#[derive(Clone, Debug, PartialEq)]
pub struct FiscalYearMonths {
    pub year: FiscalYear,
    /// `None` where a month is not published by itself.
    pub months: [Option<YearOnYear>; MONTHS_OF_A_YEAR],
}

/// Fiscal years that reach into the range, and that of the chosen month.
pub fn heat(data: &Dataset, state: &State) -> HeatTable {
    let &State { vintage, sectors, month, range, .. } = state;
    let series = query::series(data, vintage, sectors, Frequency::Monthly);
    let record = data.monthly_record();
    let own = month.fiscal_year();
    let first = record.start().fiscal_year().span().start();
    let years: Vec<FiscalYearMonths> = (0..=record.end().since(first) / 12)
        .map(|it| first.plus(12 * it).fiscal_year())
        .filter(|&it| it.span().overlaps(range) || it == own)
        .map(|year| {
            let july = year.span().start();
            let figure = |place: usize| {
                let point = series.at(july.plus(place as i32).into())?.clone();
                Some(YearOnYear::of(data, &series, point))
            };
            FiscalYearMonths { year, months: std::array::from_fn(figure) }
        })
        .collect();
    let compared: Vec<(Amount, Amount)> = years
        .iter()
        .filter(|it| it.year == own)
        .flat_map(|it| it.months.iter().flatten())
        .filter_map(|it| Some((it.now.amount, it.before?)))
        .collect();
    let shown = || years.iter().flat_map(|it| it.months.iter().flatten()).map(|it| &it.now);
    let with_months = |amount: Amount| {
        let months = shown().filter(|it| it.amount == amount);
        (amount, months.map(|it| it.span.end()).collect())
    };
    HeatTable {
        sectors,
        vintage,
        month,
        compared: compared.len(),
        possible: own.span().months().filter(|&it| record.contains(it.into())).count(),
        higher: compared.iter().filter(|(now, before)| now > before).count(),
        highest: shown().map(|it| it.amount).max().map(with_months),
        lowest: shown().map(|it| it.amount).min().map(with_months),
        only_together: series.points.iter().any(|it| {
            !it.span.is_month() && years.iter().any(|year| year.year.span().overlaps(it.span))
        }),
        years,
    }
}
