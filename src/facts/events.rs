//! What happened while exports went up and down.

use crate::calendar::{Month, Span};
use crate::data::context::{Context, Event, EventKind};
use crate::state::State;

/// Events of the months shown.
#[derive(Clone, Debug, PartialEq)]
pub struct EventList<'a> {
    pub range: Span,
    pub month: Month,
    /// Of the kinds shown, in order of time.
    pub shown: Vec<&'a Event>,
    /// How many there are of each kind in the months shown, hidden or not, as in
    /// [`EventList::ORDER`].
    pub counts: [usize; 4],
}

impl<'a> EventList<'a> {
    /// In which kinds are told of.
    pub const ORDER: [EventKind; 4] =
        [EventKind::Policy, EventKind::Shock, EventKind::Infrastructure, EventKind::Market];

    /// Those shown of the chosen month.
    pub fn own(&self) -> impl Iterator<Item = &'a Event> {
        self.shown.iter().copied().filter(|it| it.date.month == self.month)
    }

    /// Each kind, and how many there are of it.
    pub fn kinds(&self) -> impl Iterator<Item = (EventKind, usize)> {
        EventList::ORDER.into_iter().zip(self.counts)
    }
}

/// Events of the range, without the kinds that the reader has hidden.
pub fn events<'a>(context: &'a Context, state: &State) -> EventList<'a> {
    let within: Vec<&Event> =
        context.events.iter().filter(|it| state.range.contains(it.date.month.into())).collect();
    let count = |of: EventKind| within.iter().filter(|it| it.kind == of).count();
    EventList {
        range: state.range,
        month: state.month,
        counts: EventList::ORDER.map(count),
        shown: within.into_iter().filter(|it| !state.hidden_events.contains(it.kind)).collect(),
    }
}
