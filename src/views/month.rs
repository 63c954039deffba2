//! A month's total: its story, and where it stands among all months.

use super::{ViewInput, time};
use crate::catalogue::ViewId;
use crate::exhibit::Exhibit;
use crate::facts;
use crate::reading;
use crate::state::State;

pub fn exhibit(input: &ViewInput) -> Exhibit {
    let &ViewInput { data, state, format, .. } = input;
    let month = State { vintage: state.vintage, ..State::of(data, state.month) };
    let facts = facts::headline(data, state.vintage, state.month);
    let reading = facts.map(|it| reading::month(data, &it, format)).unwrap_or_default();
    let input = ViewInput { state: &month, ..*input };
    Exhibit { name: ViewId::Month.file(), reading, ..time::exhibit(&input) }
}
