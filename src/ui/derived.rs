//! What the blocks show of a view: facts, the same in words, and in a table. Computed when the
//! view changes, and of that only what the change concerns.

use std::cell::OnceCell;
use std::rc::Rc;

use super::chart::LayoutCache;
use super::{DatasetRef, Shared};
use crate::calendar::{Frequency, Span};
use crate::catalogue::Block;
use crate::data::Dataset;
use crate::facts::{self, Figure, Trend};
use crate::i18n::Format;
use crate::measure::{self, Measure, Value};
use crate::query;
use crate::reading::{self, Reading};
use crate::state::{QuickRange, State};
use crate::table::{self, Table};

/// Chart, table, file and sentence agree, because all of them are made of this.
pub struct Derived {
    pub headline: Shared<Computed<Option<Figure>>>,
    pub trend: Shared<Computed<Trend>>,
    pub levels: Shared<Levels>,
}

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
        let of_headline = state.concerning(data, Block::Headline);
        // The month is marked in the picture only, and the other views of the block are not among this.
        let of_trend = State {
            range: state.range,
            measure: state.measure,
            frequency: state.frequency,
            sectors: state.sectors,
            vintage: state.vintage,
            ..State::new(data)
        };
        let known = |it: &State| (it.vintage, it.as_of);
        let levels = before.filter(|it| known(&it.headline.of.0) == known(state));
        Derived {
            headline: computed(before.map(|it| &it.headline), of_headline, format, |state| {
                let facts = facts::figure(data, state.vintage, state.month);
                // Sentences come with the second part.
                let title = facts.as_ref().map(|it| reading::title(it, format));
                (facts, Reading { title: title.unwrap_or_default(), ..Reading::default() })
            }),
            trend: computed(before.map(|it| &it.trend), of_trend, format, |state| {
                let facts = facts::trend(data, state);
                let reading = reading::trend(data, &facts, format);
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
