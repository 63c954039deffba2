//! The changes of the record, by day of publication: each recomputed from the figures alone.

#![cfg(feature = "site")]
#![allow(clippy::unwrap_used, reason = "helpers of tests, outside them")]

use std::collections::BTreeMap;

use it_exports::calendar::{Date, Span};
use it_exports::data::{Amount, Dataset, SectorId};
use it_exports::embedded::dataset;
use it_exports::facts::{self, Effect};

/// What stood after each day for each sector and span: told anew, without [`Dataset::as_of`].
fn standing(data: &Dataset, day: Date) -> BTreeMap<(SectorId, Span), Amount> {
    let mut standing: BTreeMap<(SectorId, Span), (Date, Amount)> = BTreeMap::new();
    for it in data.observations.iter().filter(|it| it.published.known_from() <= day) {
        let there = standing.entry((it.sector, it.span)).or_insert((it.published, it.amount));
        // Of those of one day, the last in the order of the record.
        if it.published >= there.0 {
            *there = (it.published, it.amount);
        }
    }
    standing.into_iter().map(|(key, (_, amount))| (key, amount)).collect()
}

/// Nothing is listed that did not happen, and all that happened is listed.
#[test]
fn every_change_recomputes_from_the_figures() {
    let data = dataset();
    let mut before = BTreeMap::new();
    let (mut revised, mut rounded, mut rows) = (0, 0, 0);
    for publication in facts::publications(data) {
        let after = standing(data, publication.day);
        let mut told: BTreeMap<(SectorId, Span), Amount> = before.clone();
        for (id, effect) in publication.figures {
            let it = data.observation(id);
            let key = (it.sector, it.span);
            rows += 1;
            match effect {
                Effect::NewMonth | Effect::First => {
                    assert_eq!(told.insert(key, it.amount), None, "{key:?}");
                    let month = key.0 == SectorId::TOTAL && key.1.is_month();
                    assert_eq!(effect == Effect::NewMonth, month);
                }
                Effect::Revises(revision) => {
                    revised += 1;
                    rounded += usize::from(revision.is_rounding());
                    assert_eq!(told.insert(key, it.amount), Some(revision.before), "{key:?}");
                    assert_eq!(revision.after, it.amount);
                    assert_ne!(revision.before, revision.after);
                }
                Effect::Confirms => assert_eq!(told.get(&key), Some(&it.amount), "{key:?}"),
                Effect::Earlier => {}
            }
        }
        assert_eq!(told, after, "{}", publication.day);
        before = after;
    }
    eprintln!("{revised} {rounded}");
    assert_eq!(rows, data.observations.len(), "every figure came on one day");
}
