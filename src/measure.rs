//! What is computed from a series: changes, running sums, indices.
//!
//! The order is the same everywhere: vintage, sectors, frequency ([`crate::query`]), then
//! the measure, then comparison. A value exists only where every figure it needs does.

use crate::calendar::{Frequency, Span};
use crate::data::{Amount, Dataset, ObservationId, Status};
use crate::query::{DataPoint, Series};

/// A formula over a series; x is the amount of a period, t the period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Measure {
    /// x_t, US$ million a period.
    #[default]
    Level,
    /// x_t / x_(t-1) - 1, percent: on the month, quarter or year before.
    Mom,
    /// x_t / x_(t - 1 year) - 1, percent.
    Yoy,
    /// Sum from July to t, US$ million.
    Ytd,
    /// Sum of 12 months up to t, US$ million.
    Sum12,
    /// `Sum12` / 12, US$ million a month.
    Avg12,
    /// x_t / working days of t, US$ million a day.
    PerDay,
    /// x_t / x_base * 100.
    Index,
}

/// What a value counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// US$ million.
    Money,
    /// US$ million a working day.
    MoneyPerDay,
    Percent,
    /// Base = 100.
    Index,
}

impl Measure {
    /// Those offered as views of the trend, in their order on the page.
    pub const OFFERED: [Measure; 7] = [
        Measure::Level,
        Measure::Mom,
        Measure::Yoy,
        Measure::Ytd,
        Measure::Sum12,
        Measure::PerDay,
        Measure::Index,
    ];

    pub fn unit(self) -> Unit {
        match self {
            Measure::Level | Measure::Ytd | Measure::Sum12 | Measure::Avg12 => Unit::Money,
            Measure::PerDay => Unit::MoneyPerDay,
            Measure::Mom | Measure::Yoy => Unit::Percent,
            Measure::Index => Unit::Index,
        }
    }

    /// Whether the measure says something of its own at this frequency: running sums are
    /// of months, and of years the change on the period before is that on the year.
    pub fn applies_to(self, frequency: Frequency) -> bool {
        match self {
            Measure::Level | Measure::Yoy | Measure::PerDay | Measure::Index => true,
            Measure::Mom => frequency.months() < 12,
            Measure::Ytd | Measure::Sum12 | Measure::Avg12 => frequency == Frequency::Monthly,
        }
    }
}

/// One computed value.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// The period it belongs to; longer than the frequency's where months cannot be told
    /// apart.
    pub span: Span,
    /// In the measure's [`Unit`]. For a longer span the mean of its periods.
    pub value: f64,
    /// What was published for the span, behind the value.
    pub amount: Amount,
    /// The least firm of all figures used.
    pub status: Status,
    /// The period it is compared with, where it is a change.
    pub base: Option<Span>,
    /// The figures of the span itself, in order of time.
    pub observations: Vec<ObservationId>,
}

/// The values of `measure` for every period of `series` that has one. `base` is the
/// period of [`Measure::Index`]; without it, the series' first.
///
/// A span longer than the frequency's periods has a mean, but no place in running sums and
/// no change on the period before. `data` knows the working days and where series break.
///
/// ```
/// use it_exports::calendar::Frequency;
/// use it_exports::data::{Amount, Status};
/// use it_exports::embedded::dataset;
/// use it_exports::measure::{self, Measure};
/// use it_exports::query::{DataPoint, Series};
///
/// let point = |span: &str, millions: i64| DataPoint {
///     span: span.parse().unwrap(),
///     amount: Amount::from_thousands(millions * 1000),
///     status: Status::Final,
///     observations: Vec::new(),
/// };
/// let points = vec![point("2021-06", 200), point("2021-07", 250), point("2021-08..2021-09", 600)];
/// let series = Series { sectors: dataset().sectors.all(), frequency: Frequency::Monthly, points };
/// let values = |measure| -> Vec<f64> {
///     measure::values(dataset(), &series, measure, None).iter().map(|it| it.value).collect()
/// };
/// assert_eq!(values(Measure::Level), [200.0, 250.0, 300.0]);
/// assert_eq!(values(Measure::Index), [100.0, 125.0, 150.0]);
/// // July on June, percent.
/// assert_eq!(values(Measure::Mom), [25.0]);
/// // From July on; of June's fiscal year no other month is known.
/// assert_eq!(values(Measure::Ytd), [250.0]);
/// ```
pub fn values(data: &Dataset, series: &Series, measure: Measure, base: Option<Span>) -> Vec<Value> {
    let series_break = data.sectors.series_break(series.sectors);
    let change = |point: &DataPoint, base: Span| {
        if series_break.comparable(base, point.span) { change(series, point, base) } else { None }
    };
    let running = |point: &DataPoint, span: Span| {
        if series_break.comparable(span, span) { running(series, point, span) } else { None }
    };
    let index_base = base
        .and_then(|span| series.points.iter().find(|point| point.span.start() >= span.start()))
        .or(series.points.first());
    series
        .points
        .iter()
        .filter_map(|point| {
            let months = series.frequency.months();
            let regular = point.span.len() as i32 == months;
            match measure {
                Measure::Level => Some(of(point, mean(point, months), None)),
                Measure::Mom => {
                    let previous = series.frequency.period_of(point.span.start().plus(-1));
                    if regular { change(point, previous) } else { None }
                }
                Measure::Yoy => change(point, point.span.year_before()),
                Measure::Ytd if regular => running(point, year_to_date(point.span)),
                Measure::Sum12 if regular => running(point, twelve_months(point.span)),
                Measure::Avg12 if regular => {
                    let sum = running(point, twelve_months(point.span))?;
                    Some(Value { value: sum.value / 12.0, ..sum })
                }
                Measure::Ytd | Measure::Sum12 | Measure::Avg12 => None,
                Measure::PerDay => {
                    let days = data.working_days.of_span(point.span).filter(|&days| days > 0)?;
                    Some(of(point, point.amount.millions() / f64::from(days), None))
                }
                Measure::Index => {
                    let base = index_base?;
                    let reference = mean(base, months);
                    let index = mean(point, months) / reference * 100.0;
                    (reference > 0.0).then(|| {
                        let status = point.status.max(base.status);
                        Value { status, ..of(point, index, Some(base.span)) }
                    })
                }
            }
        })
        .collect()
}

/// July to the span's last month.
pub fn year_to_date(span: Span) -> Span {
    let start = span.end().fiscal_year().span().start();
    Span::new(start, span.end()).unwrap_or(span)
}

/// The twelve months up to the span's last.
pub fn twelve_months(span: Span) -> Span {
    Span::new(span.end().plus(-11), span.end()).unwrap_or(span)
}

fn of(point: &DataPoint, value: f64, base: Option<Span>) -> Value {
    Value {
        span: point.span,
        value,
        amount: point.amount,
        status: point.status,
        base,
        observations: point.observations.clone(),
    }
}

/// US$ million a month, over the whole of the point's span.
pub fn monthly_mean(point: &DataPoint) -> f64 {
    mean(point, 1)
}

/// US$ million for each period of `months` months.
fn mean(point: &DataPoint, months: i32) -> f64 {
    point.amount.millions() * f64::from(months) / point.span.len() as f64
}

fn change(series: &Series, point: &DataPoint, base: Span) -> Option<Value> {
    let before = series.at(base)?;
    let percent = point.amount.change_on(before.amount)? * 100.0;
    let status = point.status.max(before.status);
    Some(Value { status, ..of(point, percent, Some(base)) })
}

fn running(series: &Series, point: &DataPoint, span: Span) -> Option<Value> {
    let sum = series.sum(span)?;
    Some(Value {
        span: point.span,
        value: sum.amount.millions(),
        amount: sum.amount,
        status: sum.status,
        base: None,
        observations: sum.observations,
    })
}
