//! One month's total: how much, against what, how it ranks, how firm it is.

use std::ops::Deref;

use super::{Change, Contributor, OtherChange, PerDayChange, Rank, Vintage, mover, other_change};
use crate::adjustment::{self, AdjustedMonth, Refusal};
use crate::calendar::{Frequency, Month, Span};
use crate::data::{Amount, Dataset, Division, ObservationId, SectorId, Status};
use crate::measure;
use crate::query::{self, DataPoint, Heading, Series, VintageChoice};

/// One month's total, and what its heading says of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    pub month: Month,
    pub vintage: VintageChoice,
    pub amount: Amount,
    pub status: Status,
    /// The published figure itself.
    pub observation: ObservationId,
    /// Every vintage of the figure, first published first.
    pub vintages: Vec<ObservationId>,
    /// On the same month a year before.
    pub on_year: Option<Change>,
    /// Among the months of the monthly record.
    pub rank: RankThroughTime,
    /// Among the same calendar months of the monthly record, such as all Octobers.
    pub rank_of_name: RankThroughTime,
    pub story: Option<Story>,
}

/// What is true of one month's total.
#[derive(Clone, Debug, PartialEq)]
pub struct Headline {
    pub figure: Figure,
    /// Whether it is the last month of the record.
    pub is_latest_month: bool,
    pub print: Vintage,
    /// The first print, where it is another amount than the last.
    pub first_print: Option<Vintage>,
    /// The last print, where it is another amount than the first.
    pub last_print: Option<Vintage>,
    /// On the month before; `None` where that is not published.
    pub on_month: Option<Change>,
    /// What other figures make of the changes on the month and on the year.
    pub other_changes: Vec<OtherChange>,
    pub working_days: Option<u32>,
    pub per_day_on_month: Option<PerDayChange>,
    pub per_day_on_year: Option<PerDayChange>,
    /// The last earlier month that was not higher than this one; `None` when all were.
    pub lowest_since: Option<Month>,
    /// `None` when a month from July on is not published.
    pub year_to_date: Option<YearToDate>,
    /// Mean of the twelve months up to this one, US$ million.
    pub mean12: Option<f64>,
    /// What moved most in the direction of the change on the year; `None` unless the
    /// division of exactly this month and of the same month a year before is published.
    pub largest: Option<Contributor>,
    /// With working days and season taken out, or why there is no such figure. `None` where the record is not
    /// adjusted at all, and for its first month, which has no change.
    pub adjusted: Option<Result<Adjusted, Refusal>>,
}

/// What is told of the figure is told of the headline.
impl Deref for Headline {
    type Target = Figure;

    fn deref(&self) -> &Figure {
        &self.figure
    }
}

/// A month with working days and season taken out, and the change that there is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Adjusted {
    pub month: AdjustedMonth,
    pub change: adjustment::Change,
    /// Whether the season rests on few years.
    pub is_short: bool,
}

/// What was reported of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Story {
    /// Per cent.
    pub claim: i32,
    /// The month on which the change was, by the report.
    pub base: Month,
    pub outlet: &'static str,
    pub address: &'static str,
}

/// Year and number of the month, the claim, year and number of its base, outlet and address.
type Reported = ((i32, u8), i32, (i32, u8), &'static str, &'static str);

/// `None` for a month of which the package has no report.
pub fn story(month: Month) -> Option<Story> {
    const REPORTED: &[Reported] = package_text!(stories);
    let of = |(year, number)| Month::new(year, number);
    let &(_, claim, base, outlet, address) = REPORTED.iter().find(|it| of(it.0) == Some(month))?;
    Some(Story { claim, base: of(base)?, outlet, address })
}

fn adjusted(
    data: &Dataset,
    vintage: VintageChoice,
    month: Month,
) -> Option<Result<Adjusted, Refusal>> {
    let found = adjustment::adjustment(data, vintage).and_then(|all| {
        let month = all.month(month).ok_or(Refusal::NotAsked)?;
        let change = month.change.ok_or(Refusal::NotAsked)?;
        Ok(Adjusted { month, change, is_short: all.is_short() })
    });
    Some(found).filter(|it| *it != Err(Refusal::NotAsked))
}

/// A month's places among others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RankThroughTime {
    /// Among the months up to this one.
    pub then: Rank,
    /// Among all months known today.
    pub today: Rank,
}

/// July to the month, and the same months a year before.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct YearToDate {
    /// Its length is the number of months counted.
    pub span: Span,
    pub amount: Amount,
    pub status: Status,
    pub change: Option<Change>,
}

/// `None` when the month's total is not published.
pub fn figure(data: &Dataset, vintage: VintageChoice, month: Month) -> Option<Figure> {
    let point = query::total(data, vintage, month)?;
    let months = totals(data, vintage);
    let of_name = months.iter().copied().filter(|(it, _)| it.number() == month.number());
    Some(Figure {
        month,
        vintage,
        amount: point.amount,
        status: point.status,
        observation: *point.observations.first()?,
        vintages: data.vintages(SectorId::TOTAL, month.into()).collect(),
        on_year: on(data, vintage, point.amount, month.year_before()),
        rank: rank(months.iter().copied(), month, point.amount),
        rank_of_name: rank(of_name, month, point.amount),
        story: story(month),
    })
}

/// Every published month of the monthly record.
fn totals(data: &Dataset, vintage: VintageChoice) -> Vec<(Month, Amount)> {
    let months = data.monthly_record().months();
    months.filter_map(|it| Some((it, query::total(data, vintage, it)?.amount))).collect()
}

/// The change of an amount on the total of a month.
fn on(data: &Dataset, vintage: VintageChoice, amount: Amount, base: Month) -> Option<Change> {
    let before = query::total(data, vintage, base)?;
    Change::between(amount, base.into(), before.amount)
}

/// `None` when the month's total is not published.
pub fn headline(data: &Dataset, vintage: VintageChoice, month: Month) -> Option<Headline> {
    let figure = figure(data, vintage, month)?;
    let series = query::series(data, vintage, data.sectors.all(), Frequency::Monthly);
    let span = Span::from(month);
    let of = |month: Month| query::total(data, vintage, month);
    let (amount, on_year) = (figure.amount, figure.on_year);
    let first = Vintage::of(data, *figure.vintages.first()?);
    let last = Vintage::of(data, *figure.vintages.last()?);
    let changed = first.amount != last.amount;
    let on_month = on(data, vintage, amount, month.plus(-1));
    let other = |shown: Change| {
        let earliest = |it: Span| Some(query::total(data, VintageChoice::First, it.end())?.amount);
        other_change(data, data.sectors.all(), (span, amount), shown, &earliest)
    };
    let months = totals(data, vintage);
    Some(Headline {
        is_latest_month: month == data.monthly_record().end(),
        print: Vintage::of(data, figure.observation),
        first_print: changed.then_some(first),
        last_print: changed.then_some(last),
        on_month,
        other_changes: [on_month, on_year].into_iter().flatten().filter_map(other).collect(),
        working_days: data.working_days.of(month),
        per_day_on_month: per_day(data, &of, month, month.plus(-1)),
        per_day_on_year: per_day(data, &of, month, month.year_before()),
        lowest_since: months
            .iter()
            .rev()
            .find(|&&(it, other)| it < month && other <= amount)
            .map(|&(it, _)| it),
        year_to_date: year_to_date(&series, span),
        mean12: series.sum(measure::twelve_months(span)).map(|it| measure::monthly_mean(&it)),
        largest: on_year.and_then(|it| largest_contributor(data, vintage, span, it)),
        adjusted: adjusted(data, vintage, month),
        figure,
    })
}

fn per_day(
    data: &Dataset,
    total: &dyn Fn(Month) -> Option<DataPoint>,
    month: Month,
    base: Month,
) -> Option<PerDayChange> {
    let of = |month: Month| Some((total(month)?.amount, data.working_days.of(month)?));
    PerDayChange::between(of(month)?, base.into(), of(base)?)
}

fn rank(
    months: impl Iterator<Item = (Month, Amount)> + Clone,
    month: Month,
    amount: Amount,
) -> RankThroughTime {
    let so_far = months.clone().filter(|&(it, _)| it <= month);
    RankThroughTime {
        then: Rank::among(amount, so_far.map(|it| it.1)),
        today: Rank::among(amount, months.map(|it| it.1)),
    }
}

fn year_to_date(series: &Series, month: Span) -> Option<YearToDate> {
    let span = measure::year_to_date(month);
    let sum = series.sum(span)?;
    let base = span.year_before();
    let change =
        series.sum(base).and_then(|before| Change::between(sum.amount, base, before.amount));
    Some(YearToDate { span, amount: sum.amount, status: sum.status, change })
}

/// How far, in percentage points, the growth of a published division may differ from the
/// headline's, which may be of another vintage, for its parts to be named beside it.
const SAME_GROWTH: f64 = 0.5;

fn largest_contributor(
    data: &Dataset,
    vintage: VintageChoice,
    month: Span,
    on_year: Change,
) -> Option<Contributor> {
    let division = query::compare(data, vintage, month)?;
    let before = division.before?;
    let whole = |it: &Division| it.amount(data, SectorId::TOTAL);
    let growth = whole(&division.now)?.change_on(whole(&before)?)? * 100.0;
    if (growth - on_year.percent()).abs() > SAME_GROWTH {
        return None;
    }
    let parts: Vec<(Heading, Amount)> =
        query::common_parts(data, &[&division.now, &before], data.sectors.all())?
            .into_iter()
            .filter_map(|(heading, amounts)| Some((heading, *amounts.first()? - *amounts.last()?)))
            .collect();
    let divided = parts.len() > 1;
    mover(&data.sectors, &parts, whole(&before)?, on_year.direction()).filter(|_| divided)
}
