//! What a page says, in the words by which it is found and shared.

use crate::address::{PageAddress, PageKind};
use crate::calendar::{Date, Month, Span};
use crate::catalogue::Block;
use crate::data::{Dataset, Observation, SectorId};
use crate::embedded::{context, dataset};
use crate::facts::{self, Headline};
use crate::i18n::Format;
use crate::measure;
use crate::query::VintageChoice;
use crate::reading::{self, Reading};
use crate::state::State;
use crate::views::{self, ViewInput};

/// The finding of a page, and the sentences that back it.
pub fn story(data: &Dataset, place: PageAddress) -> Reading {
    let format = Format::new(place.lang, None);
    let state = State::of(data, place.home(data));
    match place.kind {
        PageKind::Embed(Block::Trend | Block::Data) => {
            reading::trend(data, &facts::trend(data, &state), format)
        }
        PageKind::Embed(Block::Breakdown) => {
            reading::breakdown(data, &facts::breakdown(data, &state), format)
        }
        PageKind::Embed(block @ (Block::Drivers | Block::Peers | Block::Targets)) => {
            let (data, context) = (dataset(), context());
            views::finding(block, &ViewInput { data, context, state: &state, format })
        }
        PageKind::Latest
        | PageKind::Month(_)
        | PageKind::SingleFile
        | PageKind::Embed(Block::Headline) => month_facts(data, state.month)
            .map(|facts| reading::month(data, &facts, format))
            .unwrap_or_default(),
    }
}

pub fn month_facts(data: &Dataset, month: Month) -> Option<Headline> {
    facts::headline(data, VintageChoice::Latest, month)
}

/// When the last of the figures that bear on a page was known, see [`Date::known_from`]: what its date of
/// modification is, everywhere. `None` where no figure of the record does: peers and drivers have no vintages.
pub fn modified(data: &Dataset, place: PageAddress) -> Option<Date> {
    let published = |bears: &dyn Fn(&Observation) -> bool| {
        let known = data.observations.iter().filter(|it| {
            let come = data.known_on().is_none_or(|day| it.published.has_come_by(day));
            come && bears(it)
        });
        known.map(|it| it.published.known_from()).max()
    };
    match place.kind {
        // With the whole record, as files and as the table of all months.
        PageKind::Latest
        | PageKind::SingleFile
        | PageKind::Embed(Block::Trend | Block::Breakdown | Block::Targets | Block::Data) => {
            published(&|_| true)
        }
        PageKind::Embed(Block::Drivers | Block::Peers) => None,
        PageKind::Month(_) | PageKind::Embed(Block::Headline) => {
            let month = place.home(data);
            let bearing = bearing(data, month);
            published(&|it| {
                let total = it.sector == SectorId::TOTAL;
                // The season is that of all months, later ones included.
                let seen = it.span.end() <= month || !data.seasons.days.is_empty();
                let ranked_with = total && it.span.is_month() && seen;
                // A sum with the month in it can take the place of the sum of its months.
                let around = total && it.span.contains(month.into());
                ranked_with || around || bearing.iter().any(|span| span.contains(it.span))
            })
        }
    }
}

/// The months whose figures a month's story rests on, besides the totals among which it is ranked: its
/// own, those it is compared with, those it is added up with, and those of the period taken apart.
fn bearing(data: &Dataset, month: Month) -> Vec<Span> {
    let period = State::of(data, month).period(data);
    let to_date = measure::year_to_date(month.into());
    let twelve = measure::twelve_months(month.into());
    let before = [to_date, period].map(Span::year_before);
    [month.year_before().into(), twelve, to_date, period].into_iter().chain(before).collect()
}

/// The first day on which everything is known; see [`Date::known_from`].
pub fn known_from(data: &Dataset) -> Option<Date> {
    data.observations.iter().map(|it| it.published.known_from()).max()
}
