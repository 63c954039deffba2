//! Two months side by side: level, a working day of each, rank, what came before.

use super::{Change, PerDayChange, Rank, change_on};
use crate::calendar::{Frequency, Month};
use crate::data::{Dataset, SectorSet};
use crate::query::{self, DataPoint, Series, VintageChoice};
use crate::state::State;

/// Two months and what lies between them.
#[derive(Clone, Debug, PartialEq)]
pub struct TwoMonths {
    pub sectors: SectorSet,
    pub vintage: VintageChoice,
    pub now: ComparedMonth,
    pub base: ComparedMonth,
    /// Of the first on the second; `None` where either is missing or they mean different things.
    pub change: Option<Change>,
    /// The same of the amount per working day.
    pub per_day_change: Option<PerDayChange>,
}

/// One of the months.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparedMonth {
    pub month: Month,
    /// `None` where the month is not published by itself.
    pub figure: Option<MonthFigure>,
    /// Working days, where they are known.
    pub days: Option<u32>,
}

/// What is known of a month that is published by itself.
#[derive(Clone, Debug, PartialEq)]
pub struct MonthFigure {
    pub point: DataPoint,
    /// US$ million a working day; `None` where the days are not known.
    pub per_day: Option<f64>,
    /// Among all months known today.
    pub rank: Rank,
    pub on_month: Option<Change>,
    pub on_year: Option<Change>,
}

/// The chosen month, and the one that is set beside it: that of the year before unless another is chosen.
pub fn two_months(data: &Dataset, state: &State) -> TwoMonths {
    let &State { vintage, sectors, month, beside, .. } = state;
    let series = query::series(data, vintage, sectors, Frequency::Monthly);
    let now = compared_month(data, &series, month);
    let base = compared_month(data, &series, beside.unwrap_or(month.year_before()));
    let of_now = now.figure.as_ref().map(|it| &it.point);
    let change = of_now.and_then(|it| change_on(data, &series, it, base.month.into()));
    let alike = base.figure.as_ref().zip(of_now).filter(|_| change.is_some());
    let per_day_change = alike.and_then(|(before, point)| {
        let (days, base_days) = (now.days?, base.days?);
        let base = base.month.into();
        PerDayChange::between((point.amount, days), base, (before.point.amount, base_days))
    });
    TwoMonths { sectors, vintage, change, per_day_change, now, base }
}

fn compared_month(data: &Dataset, series: &Series, month: Month) -> ComparedMonth {
    let days = data.working_days.of(month).filter(|&it| it > 0);
    let figure = series.at(month.into()).map(|point| {
        let months = series.points.iter().filter(|it| it.span.is_month());
        MonthFigure {
            per_day: days.map(|days| point.amount.millions() / f64::from(days)),
            rank: Rank::among(point.amount, months.map(|it| it.amount)),
            on_month: change_on(data, series, point, month.plus(-1).into()),
            on_year: change_on(data, series, point, month.year_before().into()),
            point: point.clone(),
        }
    });
    ComparedMonth { month, figure, days }
}
