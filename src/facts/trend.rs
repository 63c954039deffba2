//! A series through time: where it stands, how far it came, what is missing.

use super::{Change, Direction, OtherChange, OtherFigures, change_on, other_change};
use crate::calendar::{Frequency, Month, Span};
use crate::data::{Dataset, SectorSet, SeriesBreak, Status};
use crate::measure::{self, Measure, Value};
use crate::query::{self, DataPoint, Series, VintageChoice};
use crate::state::State;

/// What the trend shows of the chosen sectors over a range of months, in one measure and at
/// one frequency.
#[derive(Clone, Debug, PartialEq)]
pub struct Trend {
    /// The months asked for; values of its first and last period may reach beyond.
    pub range: Span,
    pub measure: Measure,
    pub frequency: Frequency,
    pub vintage: VintageChoice,
    pub sectors: SectorSet,
    /// Those of periods that lie in the range or reach into it, in order of time.
    pub values: Vec<Value>,
    /// Beside amounts: their changes on the period and on the year before, in per cent.
    pub changes: [Vec<Value>; 2],
    /// The 12-month mean beside monthly exports; empty for other measures.
    pub mean12: Vec<Value>,
    /// Months of the range without a published figure, whatever the measure.
    pub gaps: Vec<Span>,
    /// Months of the range that have a figure but belong to no whole period of the
    /// frequency, such as those of an unfinished year.
    pub left_out: usize,
    /// The month in the range from which the series no longer means what it meant.
    pub break_at: Option<Month>,
    /// Place of the highest value, the first of equals.
    pub peak: Option<usize>,
    /// Place of the lowest value, the first of equals.
    pub trough: Option<usize>,
    /// How far the last value is from an earlier one it may be compared with; `None` for
    /// percentages.
    pub growth: Option<Growth>,
    /// For percentages only.
    pub run: Option<Run>,
    /// What other figures make of changes on the period or the year before, in order of time.
    pub other_changes: Vec<OtherChange>,
}

/// A comparison over the range between periods that hold the same months of the year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Growth {
    pub basis: Basis,
    pub now: Span,
    /// In the unit of the measure.
    pub now_value: f64,
    pub base: Span,
    pub base_value: f64,
    /// 0.5 is half as much again as the base.
    pub ratio: f64,
    /// The less firm of both.
    pub status: Status,
    /// The fiscal year between both that was revised much while the one before was not, so that part of the growth may
    /// be its revision.
    pub step: Option<OtherChange>,
}

impl Growth {
    pub fn percent(self) -> f64 {
        self.ratio * 100.0
    }

    pub fn direction(self) -> Direction {
        Direction::of_percent(self.percent())
    }
}

/// What makes the two ends of a [`Growth`] comparable: both hold the same months of the year,
/// so that the season is not taken for growth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Twelve months against twelve earlier ones; values are monthly means.
    TwelveMonths,
    /// The same months of an earlier year; values are of the measure.
    SameMonths,
}

/// How often and how long percentages were above or below zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    pub direction: Direction,
    /// Consecutive periods, up to the last, that went this way.
    pub count: usize,
    /// Whether each of those is a period of the frequency, none a longer span.
    pub regular: bool,
    /// Periods of the range above zero.
    pub up: usize,
    /// Periods of the range that have a value.
    pub of: usize,
}

impl Trend {
    pub fn first(&self) -> Option<&Value> {
        self.values.first()
    }

    pub fn last(&self) -> Option<&Value> {
        self.values.last()
    }

    pub fn peak(&self) -> Option<&Value> {
        self.values.get(self.peak?)
    }

    /// What other figures make of the change that a value is.
    pub fn other_change(&self, value: &Value) -> Option<&OtherChange> {
        self.other_changes.iter().find(|it| it.now == value.span)
    }

    pub fn trough(&self) -> Option<&Value> {
        self.values.get(self.trough?)
    }
}

/// Growth compares the ends of the range, or reaches back to the year before where the range
/// is too short for that:
///
/// ```
/// use it_exports::embedded::dataset;
/// use it_exports::facts::{self, Basis};
/// use it_exports::state::State;
///
/// let range = "2022-07..2024-06".parse().unwrap();
/// let growth = facts::trend(dataset(), &State { range, ..State::new(dataset()) }).growth.unwrap();
/// // Of monthly exports over two years or more, the last twelve months against the first.
/// assert_eq!(growth.basis, Basis::TwelveMonths);
/// assert_eq!(growth.base.to_string(), "2022-07..2023-06");
/// assert_eq!(growth.now.to_string(), "2023-07..2024-06");
/// ```
pub fn trend(data: &Dataset, state: &State) -> Trend {
    let &State { range, measure, frequency, sectors, vintage, .. } = state;
    let series = query::series(data, vintage, sectors, frequency);
    let gaps = query::gaps(&query::series(data, vintage, sectors, Frequency::Monthly), range);
    let months = |spans: &[Span]| -> usize { spans.iter().map(|it| it.len()).sum() };
    let index_base = series.points.iter().find(|it| it.span.overlaps(range)).map(|it| it.span);
    let all = measure::values(data, &series, measure, index_base);
    let shown = |values: Vec<Value>| -> Vec<Value> {
        values.into_iter().filter(|it| it.span.overlaps(range)).collect()
    };
    let mean12 = match (measure, frequency) {
        (Measure::Level, Frequency::Monthly) => {
            shown(measure::values(data, &series, Measure::Avg12, None))
        }
        _ => Vec::new(),
    };
    let series_break = data.sectors.series_break(sectors);
    let mut growth =
        GrowthSearch { series: &series, all: &all, range, series_break }.growth(measure);
    let values = shown(all.clone());
    let first = query::series(data, VintageChoice::First, sectors, frequency);
    let earliest = |it: Span| Some(first.sum(it)?.amount);
    let other = |shown: Change, now: &DataPoint| {
        other_change(data, sectors, (now.span, now.amount), shown, &earliest)
    };
    let on = |now: &DataPoint, base: Span| other(change_on(data, &series, now, base)?, now);
    if let Some(it) = &mut growth {
        // Of fiscal years: a single month that was revised leaves the others as they were.
        let year = |end: Month| Some(end.fiscal_year().span()).filter(|it| it.end() == end);
        let between = Span::new(it.base.end().plus(1), it.now.end());
        it.step = between.into_iter().flat_map(Span::months).filter_map(year).find_map(|year| {
            let other = on(&series.sum(year)?, year.year_before())?;
            matches!(other.by, OtherFigures::Earliest { .. }).then_some(other)
        });
    }
    let changes = values.iter().filter(|_| matches!(measure, Measure::Mom | Measure::Yoy));
    let other_changes = changes.filter_map(|it| on(series.at(it.span)?, it.base?)).collect();
    let rank = |it: &Value| (it.value * 1e6).round() as i64;
    let place_of = |best: Option<&Value>| values.iter().position(|it| Some(it) == best);
    // A wide block's mean is no month's value; it is no peak beside single periods.
    let regular: Vec<&Value> =
        values.iter().filter(|it| it.span.len() as i32 == frequency.months()).collect();
    let ranked = if regular.is_empty() { values.iter().collect() } else { regular };
    Trend {
        range,
        measure,
        frequency,
        vintage,
        sectors,
        changes: match measure {
            // Of years the period before is the year before.
            Measure::Level => {
                [Measure::Mom, Measure::Yoy].map(|it| match (it, frequency.months()) {
                    (Measure::Mom, 12) => Vec::new(),
                    _ => shown(measure::values(data, &series, it, None)),
                })
            }
            _ => Default::default(),
        },
        mean12,
        left_out: months(&query::gaps(&series, range)).saturating_sub(months(&gaps)),
        gaps,
        break_at: series_break.between(range, range),
        peak: place_of(ranked.iter().rev().copied().max_by_key(|it| rank(it))),
        trough: place_of(ranked.iter().copied().min_by_key(|it| rank(it))),
        growth,
        run: run(measure, frequency, &values),
        values,
        other_changes,
    }
}

/// Where the two ends of a [`Growth`] are looked for.
struct GrowthSearch<'a> {
    series: &'a Series,
    /// Values of every period, also outside the range.
    all: &'a [Value],
    range: Span,
    series_break: SeriesBreak,
}

impl GrowthSearch<'_> {
    fn growth(&self, measure: Measure) -> Option<Growth> {
        match measure {
            Measure::Mom | Measure::Yoy => None,
            Measure::Level if self.series.frequency == Frequency::Monthly => {
                self.twelve_months().or_else(|| self.same_months())
            }
            Measure::Ytd => {
                let now = self.last()?;
                let base = self.all.iter().find(|it| it.span == now.span.year_before())?;
                self.between(
                    Basis::SameMonths,
                    (measure::year_to_date(now.span), now.value, now.status),
                    (measure::year_to_date(base.span), base.value, base.status),
                )
            }
            Measure::Sum12 | Measure::Avg12 => self.running_twelve_months(),
            Measure::Level | Measure::PerDay => self.same_months(),
            // Against 100, as it is drawn.
            Measure::Index => {
                let now = self.last()?;
                let base = self.all.iter().find(|it| Some(it.span) == now.base)?;
                self.between(
                    Basis::SameMonths,
                    (now.span, now.value, now.status),
                    (base.span, base.value, base.status),
                )
            }
        }
    }

    fn last(&self) -> Option<&Value> {
        self.all.iter().rev().find(|it| it.span.overlaps(self.range))
    }

    /// The last twelve months shown against the first twelve, or, where fewer than two
    /// years are shown, against the twelve before.
    fn twelve_months(&self) -> Option<Growth> {
        let end = self.last()?.span.end().min(self.range.end());
        let now = measure::twelve_months(end.into());
        if !self.range.contains(now) {
            return None;
        }
        let start = self.range.start();
        let first = Span::new(start, start.plus(11)).filter(|it| !it.overlaps(now));
        let mean = |span: Span| {
            let sum = self.series.sum(span)?;
            Some((span, measure::monthly_mean(&sum), sum.status))
        };
        let base = first.and_then(mean).or_else(|| mean(now.year_before()))?;
        self.between(Basis::TwelveMonths, mean(now)?, base)
    }

    /// Running sums or means: the last against the first shown that shares no month with
    /// it, or against that of a year before.
    fn running_twelve_months(&self) -> Option<Growth> {
        let now = self.last()?;
        let year_before = now.span.year_before();
        let base = self
            .all
            .iter()
            .find(|it| it.span.overlaps(self.range) && it.span.end() <= year_before.end())
            .or_else(|| self.all.iter().find(|it| it.span == year_before))?;
        self.between(
            Basis::TwelveMonths,
            (measure::twelve_months(now.span), now.value, now.status),
            (measure::twelve_months(base.span), base.value, base.status),
        )
    }

    /// The last value against the earliest shown for the same months of the year, or
    /// against that of a year before.
    fn same_months(&self) -> Option<Growth> {
        let now = self.last()?;
        let alike = |it: &&Value| {
            it.span.len() == now.span.len()
                && it.span.end() < now.span.start()
                && it.span.start().number() == now.span.start().number()
                && self.series_break.comparable(it.span, now.span)
        };
        let base = self
            .all
            .iter()
            .filter(|it| it.span.overlaps(self.range))
            .find(alike)
            .or_else(|| self.all.iter().rev().find(alike))?;
        self.between(
            Basis::SameMonths,
            (now.span, now.value, now.status),
            (base.span, base.value, base.status),
        )
    }

    fn between(
        &self,
        basis: Basis,
        (now, now_value, now_status): (Span, f64, Status),
        (base, base_value, base_status): (Span, f64, Status),
    ) -> Option<Growth> {
        let comparable = base_value > 0.0 && self.series_break.comparable(base, now);
        comparable.then(|| Growth {
            basis,
            now,
            now_value,
            base,
            base_value,
            ratio: now_value / base_value - 1.0,
            status: now_status.max(base_status),
            step: None,
        })
    }
}

fn run(measure: Measure, frequency: Frequency, values: &[Value]) -> Option<Run> {
    if !matches!(measure, Measure::Mom | Measure::Yoy) {
        return None;
    }
    let direction = Direction::of_percent(values.last()?.value);
    let mut count = 0;
    let mut next: Option<Month> = None;
    for it in values.iter().rev() {
        let adjacent = next.is_none_or(|next| it.span.end().plus(1) == next);
        if !adjacent || Direction::of_percent(it.value) != direction {
            break;
        }
        next = Some(it.span.start());
        count += 1;
    }
    let up = values.iter().filter(|it| Direction::of_percent(it.value) == Direction::Up).count();
    let regular =
        values.iter().rev().take(count).all(|it| it.span.len() as i32 == frequency.months());
    Some(Run { direction, count, regular, up, of: values.len() })
}

/// The value of the view's measure that holds its chosen month.
pub fn value_of_month(data: &Dataset, state: &State) -> Option<Value> {
    let series = query::series(data, state.vintage, state.sectors, state.frequency);
    let base = series.points.iter().find(|it| it.span.overlaps(state.range)).map(|it| it.span);
    let all = measure::values(data, &series, state.measure, base);
    all.into_iter().find(|it| it.span.contains(state.month.into()))
}
