//! What the blocks show of a view: facts, the same in words, and in a table. Computed when the
//! view changes, and of that only what the change concerns.

use std::cell::OnceCell;
use std::rc::Rc;

use super::chart::LayoutCache;
use super::{DatasetRef, Shared};
use crate::calendar::{Date, Frequency, Month, Span};
use crate::data::Dataset;
use crate::facts::{self, Breakdown, Headline, Trend};
use crate::i18n::Format;
use crate::measure::{self, Measure, Value};
use crate::query;
use crate::reading::{self, Reading};
use crate::state::{QuickRange, State};
use crate::table::{self, Table};

/// Chart, table, file and sentence agree, because all of them are made of this.
pub struct Derived {
    pub headline: Shared<Computed<Option<Headline>>>,
    pub trend: Shared<Computed<Trend>>,
    pub breakdown: Shared<Computed<Breakdown>>,
    pub levels: Shared<Levels>,
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
    pub overview: LayoutCache,
}

pub struct Computed<F> {
    /// What it was computed of: a view with only what it shows, and how it is written.
    of: (State, Format),
    pub facts: F,
    pub reading: Reading,
    pub scenes: LayoutCache,
    table: OnceCell<Shared<Table>>,
}

impl Derived {
    /// What `before` has of the view already is shared with it.
    pub fn new(
        record: DatasetRef,
        state: &State,
        format: Format,
        before: Option<&Derived>,
    ) -> Derived {
        let data = &*record;
        // What a block does not show is left as it is by default, so that it is not computed
        // again for it.
        let elsewhere = State::new(data);
        let of_headline = State { month: state.month, vintage: state.vintage, ..elsewhere.clone() };
        let of_trend = State {
            range: state.range,
            measure: state.measure,
            frequency: state.frequency,
            sectors: state.sectors,
            vintage: state.vintage,
            ..elsewhere.clone()
        };
        // It may follow the month, and is that of several.
        let follows = (state.month, state.period, state.as_of);
        let before_it = before.map(|it| it.period).filter(|it| it.0 == follows);
        let period = before_it.map_or_else(|| state.period(data), |it| it.1);
        let of_breakdown = State {
            period: Some(period),
            sectors: state.sectors,
            vintage: state.vintage,
            ..elsewhere
        };
        let known = |it: &State| (it.vintage, it.as_of);
        let levels = before.filter(|it| known(&it.headline.of.0) == known(state));
        Derived {
            headline: computed(before.map(|it| &it.headline), of_headline, format, |state| {
                let facts = facts::headline(data, state.vintage, state.month);
                let reading = facts.as_ref().map(|it| reading::month(data, it, format));
                (facts, reading.unwrap_or_default())
            }),
            trend: computed(before.map(|it| &it.trend), of_trend, format, |state| {
                let facts = facts::trend(data, state);
                let reading = reading::trend(data, &facts, format);
                (facts, reading)
            }),
            breakdown: computed(before.map(|it| &it.breakdown), of_breakdown, format, |state| {
                let facts = facts::breakdown(data, state);
                let reading = reading::breakdown(data, &facts, format);
                (facts, reading)
            }),
            levels: levels.map_or_else(
                || {
                    let all = data.sectors.all();
                    let all = query::series(data, state.vintage, all, Frequency::Monthly);
                    let values = measure::values(data, &all, Measure::Level, None);
                    let ranges = QuickRange::OFFERED.map(|it| it.span(data));
                    Shared(Rc::new(Levels { values, ranges, overview: LayoutCache::default() }))
                },
                |it| it.levels.clone(),
            ),
            period: (follows, period),
        }
    }
}

fn computed<F>(
    before: Option<&Shared<Computed<F>>>,
    state: State,
    format: Format,
    tell: impl FnOnce(&State) -> (F, Reading),
) -> Shared<Computed<F>> {
    let of = (state, format);
    if let Some(before) = before.filter(|it| it.of == of) {
        return before.clone();
    }
    let (facts, reading) = tell(&of.0);
    Shared(Rc::new(Computed {
        of,
        facts,
        reading,
        scenes: LayoutCache::default(),
        table: OnceCell::new(),
    }))
}

impl Computed<Trend> {
    /// Made when it is first looked at.
    pub fn table(&self, data: &Dataset) -> Shared<Table> {
        let make = || Shared(Rc::new(table::trend(data, &self.facts, self.of.1)));
        self.table.get_or_init(make).clone()
    }
}

impl Computed<Breakdown> {
    /// Made when it is first looked at.
    pub fn table(&self, data: &Dataset) -> Shared<Table> {
        let make = || Shared(Rc::new(table::breakdown(data, &self.facts, self.of.1)));
        self.table.get_or_init(make).clone()
    }
}
