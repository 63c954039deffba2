//! What each publication did to the record.

use std::collections::BTreeSet;

use crate::calendar::{Date, Span};
use crate::data::{Amount, Dataset, ObservationId, SectorId};

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

/// The amount that stood, and the one that stands instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Revision {
    pub before: Amount,
    pub after: Amount,
}

impl Revision {
    pub fn change(self) -> Amount {
        self.after - self.before
    }

    /// Whether one is the other, rounded to as many decimals as it has: 305 for 305.294.
    pub fn is_rounding(self) -> bool {
        let unit = |it: Amount| match it.thousands() {
            it if it % 1000 == 0 => 1000,
            it if it % 100 == 0 => 100,
            it if it % 10 == 0 => 10,
            _ => 1,
        };
        // Half a unit either way, whichever way it was rounded.
        self.change().thousands().abs() * 2 <= unit(self.before).max(unit(self.after))
    }
}

/// The figure of a sector over a span that was published last.
fn latest(data: &Dataset, code: &str, span: Span) -> Option<ObservationId> {
    data.vintages(data.sectors.by_code(code)?, span).next_back()
}

/// What the figure `id` of `new`, which is not in `old`, does there. Where there is no older state,
/// every figure that stands is a first one.
pub fn effect(old: Option<&Dataset>, new: &Dataset, id: ObservationId) -> Effect {
    let it = new.observation(id);
    let code = &new.sectors.get(it.sector).code;
    if latest(new, code, it.span) != Some(id) {
        return Effect::Earlier;
    }
    let before = old.and_then(|old| Some(old.observation(latest(old, code, it.span)?).amount));
    match before {
        None if it.sector == SectorId::TOTAL && it.span.is_month() => Effect::NewMonth,
        None => Effect::First,
        Some(before) if before == it.amount => Effect::Confirms,
        Some(before) => Effect::Revises(Revision { before, after: it.amount }),
    }
}

/// All that became known on one day.
#[derive(Clone, Debug)]
pub struct Publication {
    /// See [`Date::known_from`].
    pub day: Date,
    /// In the order of the record.
    pub figures: Vec<(ObservationId, Effect)>,
}

/// Every day on which anything became known, the first one first. What was published before there was
/// a month of the total counts with the first month.
pub fn publications(data: &Dataset) -> Vec<Publication> {
    let days: BTreeSet<Date> =
        data.observations.iter().map(|it| it.published.known_from()).collect();
    let mut publications = Vec::new();
    let mut old: Option<(Date, Dataset)> = None;
    for day in days {
        let Some(new) = data.as_of(day) else { continue };
        let ids = (0..data.observations.len() as u16).map(ObservationId);
        let added = ids.filter(|&id| {
            let published = data.observation(id).published;
            let known = old.as_ref().is_some_and(|(day, _)| published.has_come_by(*day));
            published.has_come_by(day) && !known
        });
        let before = old.as_ref().map(|it| &it.1);
        let figures = added.map(|id| (id, effect(before, &new, id))).collect();
        publications.push(Publication { day, figures });
        old = Some((day, new));
    }
    publications
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rounded_figure_is_told_from_another() {
        let cases = [
            (305_000, 305_294, true),
            (305_000, 305_500, true),
            (305_000, 304_500, true),
            (305_000, 306_294, false),
            (373_528, 374_000, true),
            (373_528, 373_400, false),
            (373_528, 373_530, true),
            (373_528, 373_529, false),
            (305_000, 306_000, false),
        ];
        for (before, after, rounding) in cases {
            let [before, after] = [before, after].map(Amount::from_thousands);
            assert_eq!(Revision { before, after }.is_rounding(), rounding, "{before} {after}");
        }
    }
}
