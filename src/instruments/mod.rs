//! What a journalist or analyst asks beyond the figure: compared with what, since when, because of
//! what, and against whom. Each instrument makes an [`Exhibit`](crate::exhibit::Exhibit).
//!
//! A program loads all of this only when it is asked for.

pub mod basics;
pub mod contributions;
pub mod drivers;
pub mod events;
pub mod explain;
pub mod freelance;
pub mod heat;
pub mod multiples;
pub mod over_time;
pub mod peers;
pub mod prints;
pub mod ranking;
pub mod spans;
pub mod targets;
pub mod two_months;
pub mod years;

use crate::address::Block;
use crate::data::Dataset;
use crate::data::context::{Context, PageId};
use crate::embedded::context;
use crate::exhibit::{Exhibit, Read};
use crate::i18n::instruments::context::words;
use crate::i18n::{Format, Lang};
use crate::reading::Reading;
use crate::view::{Breakdown, Trend, View};

/// Something to look at beyond what the page shows at first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instrument {
    /// The month's story: what the page shows at first, as the next two.
    Month,
    Record,
    Parts,
    FiscalYears,
    Seasons,
    Heat,
    Prints,
    TwoMonths,
    Events,
    Contributions,
    Ranking,
    Stack,
    Shares,
    Multiples,
    Spans,
    Freelance,
    /// Place of a driver or obstacle among all.
    Driver(usize),
    Peers,
    Targets,
}

impl Instrument {
    /// For ids and names of files.
    pub fn name(self) -> &'static str {
        match self {
            Instrument::Month => "month",
            Instrument::Record => "trend",
            Instrument::Parts => "breakdown",
            Instrument::FiscalYears => "fiscal-years",
            Instrument::Seasons => "seasons",
            Instrument::Heat => "heat",
            Instrument::Prints => "first-prints",
            Instrument::TwoMonths => "two-months",
            Instrument::Events => "events",
            Instrument::Contributions => "contributions",
            Instrument::Ranking => "ranking",
            Instrument::Stack => "stack",
            Instrument::Shares => "shares",
            Instrument::Multiples => "multiples",
            Instrument::Spans => "spans",
            Instrument::Freelance => "freelance",
            Instrument::Driver(_) => "driver",
            Instrument::Peers => "peers",
            Instrument::Targets => "targets",
        }
    }

    /// The block in which it stands.
    pub fn block(self) -> Block {
        match self {
            Instrument::Month => Block::Headline,
            Instrument::Record
            | Instrument::FiscalYears
            | Instrument::Seasons
            | Instrument::Heat
            | Instrument::Prints
            | Instrument::TwoMonths
            | Instrument::Events => Block::Trend,
            Instrument::Parts
            | Instrument::Contributions
            | Instrument::Ranking
            | Instrument::Stack
            | Instrument::Shares
            | Instrument::Multiples
            | Instrument::Spans
            | Instrument::Freelance => Block::Breakdown,
            Instrument::Driver(_) => Block::Drivers,
            Instrument::Peers => Block::Peers,
            Instrument::Targets => Block::Targets,
        }
    }

    /// The one that takes the trend's place.
    pub fn of_trend(trend: Trend) -> Option<Instrument> {
        match trend {
            Trend::Time => None,
            Trend::FiscalYears => Some(Instrument::FiscalYears),
            Trend::Seasons => Some(Instrument::Seasons),
            Trend::Heat => Some(Instrument::Heat),
            Trend::Prints => Some(Instrument::Prints),
            Trend::Months => Some(Instrument::TwoMonths),
            Trend::Events => Some(Instrument::Events),
        }
    }

    /// The one that takes the breakdown's place.
    pub fn of_breakdown(breakdown: Breakdown) -> Option<Instrument> {
        match breakdown {
            Breakdown::Pairs => None,
            Breakdown::Ranking => Some(Instrument::Ranking),
            Breakdown::Stack => Some(Instrument::Stack),
            Breakdown::Shares => Some(Instrument::Shares),
            Breakdown::Contributions => Some(Instrument::Contributions),
            Breakdown::Multiples => Some(Instrument::Multiples),
            Breakdown::Spans => Some(Instrument::Spans),
            Breakdown::Freelance => Some(Instrument::Freelance),
        }
    }
}

/// What an instrument shows of a view.
pub fn exhibit(
    data: &'static Dataset,
    view: &View,
    format: Format,
    instrument: Instrument,
) -> Exhibit {
    match instrument {
        Instrument::Month => basics::month(data, view, format),
        Instrument::Record => basics::record(data, view, format),
        Instrument::Parts => basics::parts(data, view, format),
        Instrument::FiscalYears => years::fiscal_years(data, view, format),
        Instrument::Seasons => years::seasons(data, view, format),
        Instrument::Heat => heat::heat(data, view, format),
        Instrument::Prints => prints::prints(data, view, format),
        Instrument::TwoMonths => two_months::two_months(data, view, format),
        Instrument::Events => events::on_trend(data, context(), view, format),
        Instrument::Contributions => contributions::exhibit(data, view, format),
        Instrument::Ranking => ranking::exhibit(data, view, format),
        Instrument::Stack => over_time::over_time(data, view, format, false),
        Instrument::Shares => over_time::over_time(data, view, format, true),
        Instrument::Multiples => multiples::exhibit(data, view, format),
        Instrument::Spans => spans::exhibit(data, view, format),
        Instrument::Freelance => freelance::exhibit(data, view, format),
        Instrument::Driver(place) => drivers::driver(data, context(), view, format, place)
            .unwrap_or_else(|| basics::record(data, view, format)),
        Instrument::Peers => peers::peers(context(), view, format),
        Instrument::Targets => targets::targets(data, context(), view, format),
    }
}

/// What a block below finds.
pub fn finding(data: &'static Dataset, view: &View, format: Format, block: Block) -> Reading {
    match block {
        Block::Peers => exhibit(data, view, format, Instrument::Peers).reading,
        Block::Targets => exhibit(data, view, format, Instrument::Targets).reading,
        _ => drivers::finding(data, context(), view, format),
    }
}

/// A page outside the record, as it is cited.
fn read_at(context: &Context, id: PageId, lang: Lang) -> Option<Read> {
    let page = context.page(id)?;
    let name = (words(lang).publisher_and_outlet)(&page.publisher, &page.outlet);
    Some(Read { name, url: page.url.clone() })
}

/// Pages, each once, in their order.
fn each_once(pages: impl Iterator<Item = Read>) -> Vec<Read> {
    let mut found: Vec<Read> = Vec::new();
    for page in pages {
        if found.iter().all(|it| it.url != page.url) {
            found.push(page);
        }
    }
    found
}
