//! What the blocks show of a view: facts, the same in words, and in a table. Computed when the
//! view changes, and of that only what the change concerns.

use std::cell::OnceCell;
use std::rc::Rc;

use super::chart::Laid;
use super::{Record, Same};
use crate::calendar::{Date, Frequency, Month, Span};
use crate::data::Dataset;
use crate::facts::{self, Breakdown, Headline, Trend};
use crate::i18n::Format;
use crate::measure::{self, Measure, Value};
use crate::query;
use crate::reading::{self, Reading};
use crate::table::{self, Table};
use crate::view::{QuickRange, View};

/// Chart, table, file and sentence agree, because all of them are made of this.
pub struct Shown {
    pub headline: Same<Told<Option<Headline>>>,
    pub trend: Same<Told<Trend>>,
    pub breakdown: Same<Told<Breakdown>>,
    pub levels: Same<Levels>,
    period: Period,
}

/// The period taken apart, and of what it follows.
type Period = ((Month, Option<Span>, Option<Date>), Span);

/// What can be chosen from.
pub struct Levels {
    /// Exports, monthly; before the monthly record, longer spans.
    pub values: Vec<Value>,
    /// What each of [`QuickRange::OFFERED`] comes to.
    pub ranges: [Span; 4],
    pub overview: Laid,
}

pub struct Told<F> {
    /// What it was computed of: a view with only what it shows, and how it is written.
    of: (View, Format),
    pub facts: F,
    pub reading: Reading,
    pub scenes: Laid,
    table: OnceCell<Same<Table>>,
}

impl Shown {
    /// What `before` has of the view already is shared with it.
    pub fn new(record: Record, view: &View, format: Format, before: Option<&Shown>) -> Shown {
        let data = &*record;
        // What a block does not show is left as it is by default, so that it is not computed
        // again for it.
        let elsewhere = View::new(data);
        let of_headline = View { month: view.month, vintage: view.vintage, ..elsewhere.clone() };
        let of_trend = View {
            range: view.range,
            measure: view.measure,
            frequency: view.frequency,
            sectors: view.sectors,
            vintage: view.vintage,
            ..elsewhere.clone()
        };
        // It may follow the month, and is that of several.
        let follows = (view.month, view.period, view.as_of);
        let before_it = before.map(|it| it.period).filter(|it| it.0 == follows);
        let period = before_it.map_or_else(|| view.period(data), |it| it.1);
        let of_breakdown = View {
            period: Some(period),
            sectors: view.sectors,
            vintage: view.vintage,
            ..elsewhere
        };
        let known = |it: &View| (it.vintage, it.as_of);
        let levels = before.filter(|it| known(&it.headline.of.0) == known(view));
        Shown {
            headline: told(before.map(|it| &it.headline), of_headline, format, |view| {
                let facts = facts::headline(data, view.vintage, view.month);
                let reading = facts.as_ref().map(|it| reading::month(data, it, format));
                (facts, reading.unwrap_or_default())
            }),
            trend: told(before.map(|it| &it.trend), of_trend, format, |view| {
                let facts = facts::trend(data, view);
                let reading = reading::trend(data, &facts, format);
                (facts, reading)
            }),
            breakdown: told(before.map(|it| &it.breakdown), of_breakdown, format, |view| {
                let facts = facts::breakdown(data, view);
                let reading = reading::breakdown(data, &facts, format);
                (facts, reading)
            }),
            levels: levels.map_or_else(
                || {
                    let all = data.sectors.all();
                    let all = query::series(data, view.vintage, all, Frequency::Monthly);
                    let values = measure::values(data, &all, Measure::Level, None);
                    let ranges = QuickRange::OFFERED.map(|it| it.span(data));
                    Same(Rc::new(Levels { values, ranges, overview: Laid::default() }))
                },
                |it| it.levels.clone(),
            ),
            period: (follows, period),
        }
    }
}

fn told<F>(
    before: Option<&Same<Told<F>>>,
    view: View,
    format: Format,
    tell: impl FnOnce(&View) -> (F, Reading),
) -> Same<Told<F>> {
    let of = (view, format);
    if let Some(before) = before.filter(|it| it.of == of) {
        return before.clone();
    }
    let (facts, reading) = tell(&of.0);
    Same(Rc::new(Told { of, facts, reading, scenes: Laid::default(), table: OnceCell::new() }))
}

impl Told<Trend> {
    /// Made when it is first looked at.
    pub fn table(&self, data: &Dataset) -> Same<Table> {
        let make = || Same(Rc::new(table::trend(data, &self.facts, self.of.1)));
        self.table.get_or_init(make).clone()
    }
}

impl Told<Breakdown> {
    /// Made when it is first looked at.
    pub fn table(&self, data: &Dataset) -> Same<Table> {
        let make = || Same(Rc::new(table::breakdown(data, &self.facts, self.of.1)));
        self.table.get_or_init(make).clone()
    }
}
