//! What a page says, in the words by which it is found and shared.

use crate::address::{Block, Place, Spot};
use crate::calendar::{Date, Month};
use crate::data::Dataset;
use crate::embedded::dataset;
use crate::facts::{self, Headline};
use crate::i18n::Format;
use crate::instruments;
use crate::query::Vintage;
use crate::reading::{self, Reading};
use crate::view::View;

/// The finding of a page, and the sentences that back it.
pub fn story(data: &Dataset, place: Place) -> Reading {
    let format = Format::new(place.lang, None);
    let view = View::of(data, place.home(data));
    match place.spot {
        Spot::Embed(Block::Trend | Block::Data) => {
            reading::trend(data, &facts::trend(data, &view), format)
        }
        Spot::Embed(Block::Breakdown) => {
            reading::breakdown(data, &facts::breakdown(data, &view), format)
        }
        Spot::Embed(block @ (Block::Drivers | Block::Peers | Block::Targets)) => {
            instruments::finding(dataset(), &view, format, block)
        }
        Spot::Latest | Spot::Month(_) | Spot::SingleFile | Spot::Embed(Block::Headline) => {
            month_facts(data, view.month)
                .map(|facts| reading::month(data, &facts, format))
                .unwrap_or_default()
        }
    }
}

pub fn month_facts(data: &Dataset, month: Month) -> Option<Headline> {
    facts::headline(data, Vintage::Latest, month)
}

/// When the latest figure about a month was published, of its total or of its parts.
pub fn modified(data: &Dataset, month: Month) -> Option<Date> {
    data.observations.iter().filter(|it| it.span == month.into()).map(|it| it.published).max()
}

/// When the latest figure of all was published.
pub fn last_modified(data: &Dataset) -> Option<Date> {
    data.observations.iter().map(|it| it.published).max()
}
