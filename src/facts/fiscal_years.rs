//! What fiscal years had exported by the end of each of their months.

use super::{MONTHS_OF_A_YEAR, Rank, YearOnYear};
use crate::calendar::{FiscalYear, Frequency, Span};
use crate::data::{Dataset, SectorSet};
use crate::query::{self, VintageChoice};
use crate::state::State;

/// Sums from July on, fiscal year by fiscal year.
#[derive(Clone, Debug, PartialEq)]
pub struct FiscalYears {
    pub sectors: SectorSet,
    pub vintage: VintageChoice,
    /// The fiscal year of the chosen month.
    pub year: FiscalYear,
    /// In order of time; those with no sum at all are left out.
    pub paths: Vec<FiscalYearPath>,
    /// From July to the chosen month, or to the last month before it up to which the year can be
    /// added up, and where that stands among the same months of other years; `None` where it cannot be
    /// added up at all.
    pub to_date: Option<(YearOnYear, Rank)>,
    /// The chosen year from July to June, where all of it is known.
    pub whole: Option<YearOnYear>,
}

/// One fiscal year.
#[derive(Clone, Debug, PartialEq)]
pub struct FiscalYearPath {
    pub year: FiscalYear,
    /// From July to each month; `None` where a month of them is missing.
    pub sums: [Option<YearOnYear>; MONTHS_OF_A_YEAR],
}

impl FiscalYears {
    /// The months added up to date; the whole year where none can be.
    pub fn span(&self) -> Span {
        self.to_date.as_ref().map_or(self.year.span(), |(it, _)| it.now.span)
    }
}

/// Fiscal years that lie in the range, and that of the chosen month.
pub fn fiscal_years(data: &Dataset, state: &State) -> FiscalYears {
    let &State { vintage, sectors, month, range, .. } = state;
    let series = query::series(data, vintage, sectors, Frequency::Monthly);
    let series_break = data.sectors.series_break(sectors);
    let year = month.fiscal_year();
    let record = data.monthly_record();
    let first = Frequency::FiscalYear.period_of(record.start()).start();
    let count = record.end().since(first) / 12 + 1;
    let path = |year: FiscalYear| {
        let july = year.span().start();
        let sum = |place: usize| {
            let sum = series.sum(Span::new(july, july.plus(place as i32))?)?;
            Some(YearOnYear::of(data, &series, sum))
        };
        FiscalYearPath { year, sums: std::array::from_fn(sum) }
    };
    let all: Vec<FiscalYearPath> =
        (0..count).map(|it| path(first.plus(12 * it).fiscal_year())).collect();
    let own = all.iter().find(|it| it.year == year);
    let months = usize::try_from(month.since(year.span().start())).unwrap_or(0) + 1;
    let to_date = own.and_then(|own| own.sums.iter().take(months).rev().flatten().next());
    let to_date = to_date.map(|it| {
        let span = it.now.span;
        let same = all
            .iter()
            .filter_map(|path| path.sums[span.len() - 1].as_ref())
            .map(|it| &it.now)
            .filter(|it| series_break.comparable(it.span.min(span), it.span.max(span)));
        (it.clone(), Rank::among(it.now.amount, same.map(|it| it.amount)))
    });
    let whole = own.and_then(|own| own.sums[MONTHS_OF_A_YEAR - 1].clone());
    let drawn = |it: &FiscalYearPath| {
        let span = it.year.span();
        span.overlaps(record)
            && (span.overlaps(range) || it.year == year)
            && it.sums.iter().flatten().next().is_some()
    };
    let paths = all.into_iter().filter(drawn).collect();
    FiscalYears { sectors, vintage, year, paths, to_date, whole }
}
