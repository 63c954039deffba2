//! What each publication did to the record.

use std::collections::BTreeMap;

use super::Revision;
use crate::calendar::Date;
use crate::data::{Amount, Dataset, Observation, ObservationId, SectorId};

/// What a figure does that comes to an older state of the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// The first figure of a month of the total.
    NewMonth,
    /// The first figure of another sector or period.
    First,
    /// It takes the place of another amount.
    Revises(Revision),
    /// It is the amount that stands already.
    Confirms,
    /// It is older than the figure that stands, which goes on standing.
    Earlier,
}

/// What a figure does that now stands, where `before` is the amount that stood.
fn effect_on(before: Option<Amount>, it: &Observation) -> Effect {
    match before {
        None if it.sector == SectorId::TOTAL && it.span.is_month() => Effect::NewMonth,
        None => Effect::First,
        Some(before) if before == it.amount => Effect::Confirms,
        Some(before) => Effect::Revises(Revision { before, after: it.amount }),
    }
}

/// What the figure `id` of `new`, which is not in `old`, does there.
pub fn effect(old: &Dataset, new: &Dataset, id: ObservationId) -> Effect {
    let it = new.observation(id);
    let code = &new.sectors.get(it.sector).code;
    let latest = |data: &Dataset| data.vintages(data.sectors.by_code(code)?, it.span).next_back();
    if latest(new) != Some(id) {
        return Effect::Earlier;
    }
    effect_on(latest(old).map(|before| old.observation(before).amount), it)
}

/// All that became known on one day.
#[derive(Clone, Debug)]
pub struct Publication {
    /// See [`Date::known_from`].
    pub day: Date,
    /// In the order of the record.
    pub figures: Vec<(ObservationId, Effect)>,
}

/// Every day on which anything became known, the first one first. A month is new on the day of its first
/// figure, also where that lies before the months that the page shows one by one.
pub fn publications(data: &Dataset) -> Vec<Publication> {
    let known_from = |id: &ObservationId| data.observation(*id).published.known_from();
    let mut days: BTreeMap<Date, Vec<(ObservationId, Effect)>> = BTreeMap::new();
    for id in (0..data.observations.len() as u16).map(ObservationId) {
        let it = data.observation(id);
        let day = known_from(&id);
        let vintages = || data.vintages(it.sector, it.span);
        let effect = if vintages().rfind(|other| known_from(other) <= day) == Some(id) {
            let before = vintages().rfind(|other| known_from(other) < day);
            effect_on(before.map(|it| data.observation(it).amount), it)
        } else {
            Effect::Earlier
        };
        days.entry(day).or_default().push((id, effect));
    }
    days.into_iter().map(|(day, figures)| Publication { day, figures }).collect()
}
