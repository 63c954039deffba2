//! The season as it was found when the program was built (`crate::stl`), which the program carries. What follows from
//! it: [`crate::adjustment`].

use crate::calendar::Date;

/// Of one in natural logarithms, thus of a hundred per cent. So fine that no whole per cent ever comes out otherwise.
const FACTOR: f64 = 1e7;
/// Of one in natural logarithms: a line is drawn of it.
const TREND: f64 = 1e4;

/// How far each month of the year stands above the trend, as the record of one day has it.
#[derive(Clone, Debug, PartialEq)]
pub struct SeasonalFactors {
    /// When the last of the figures came on which they rest: see [`Date::known_from`].
    pub day: Date,
    /// January first, in parts of [`FACTOR`]. They add up to nought.
    pub(super) parts: [i32; 12],
}

impl SeasonalFactors {
    /// `factors` in natural logarithms, January first, which add up to nought.
    pub fn new(day: Date, factors: [f64; 12]) -> SeasonalFactors {
        SeasonalFactors::of_parts(day, factors.map(|it| (it * FACTOR).round() as i32))
    }

    /// December is what the others leave.
    pub(super) fn of_parts(day: Date, mut parts: [i32; 12]) -> SeasonalFactors {
        parts[11] = -parts[..11].iter().sum::<i32>();
        SeasonalFactors { day, parts }
    }

    /// Natural logarithms, January first.
    pub fn logs(&self) -> [f64; 12] {
        self.parts.map(|it| f64::from(it) / FACTOR)
    }
}

/// The season, and the trend, of the monthly total.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Seasons {
    /// For each day on which figures came that changed it, in order of time; only for days on which every month from
    /// the first was known, and enough of them.
    pub days: Vec<SeasonalFactors>,
    /// Of the record with all those figures, by month from its first, in parts of [`TREND`].
    pub(super) trend: Vec<i32>,
}

impl Seasons {
    /// `trend` is that of the last of `days`, in natural logarithms of millions, by month from the record's first.
    pub fn new(days: Vec<SeasonalFactors>, trend: &[f64]) -> Seasons {
        Seasons { days, trend: trend.iter().map(|it| (it * TREND).round() as i32).collect() }
    }

    /// What was known on a day; `None`: everything.
    pub fn on(&self, day: Option<Date>) -> Option<&SeasonalFactors> {
        self.days.iter().rev().find(|it| day.is_none_or(|day| it.day.has_come_by(day)))
    }

    /// Natural logarithms of millions, by month from the record's first; none on a day before the newest figures.
    pub fn trend_on(&self, day: Option<Date>) -> impl ExactSizeIterator<Item = f64> {
        let newest = self.on(day).map(|it| it.day) == self.days.last().map(|it| it.day);
        let trend = if newest { self.trend.as_slice() } else { &[] };
        trend.iter().map(|&it| f64::from(it) / TREND)
    }
}
