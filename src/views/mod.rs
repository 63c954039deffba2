//! What a journalist or analyst asks beyond the figure: compared with what, since when, because of
//! what, and against whom. Each instrument makes an [`Exhibit`](crate::exhibit::Exhibit).
//!
//! A program loads all of this only when it is asked for.

pub mod overview;
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
use crate::exhibit::{Citation, Exhibit};
use crate::i18n::views::context::words;
use crate::i18n::{Format, Lang};
use crate::reading::Reading;
use crate::state::{Breakdown, State, Trend};

/// Something to look at beyond what the page shows at first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ViewId {
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

impl ViewId {
    /// For ids and names of files.
    pub fn name(self) -> &'static str {
        match self {
            ViewId::Month => "month",
            ViewId::Record => "trend",
            ViewId::Parts => "breakdown",
            ViewId::FiscalYears => "fiscal-years",
            ViewId::Seasons => "seasons",
            ViewId::Heat => "heat",
            ViewId::Prints => "first-prints",
            ViewId::TwoMonths => "two-months",
            ViewId::Events => "events",
            ViewId::Contributions => "contributions",
            ViewId::Ranking => "ranking",
            ViewId::Stack => "stack",
            ViewId::Shares => "shares",
            ViewId::Multiples => "multiples",
            ViewId::Spans => "spans",
            ViewId::Freelance => "freelance",
            ViewId::Driver(_) => "driver",
            ViewId::Peers => "peers",
            ViewId::Targets => "targets",
        }
    }

    /// The block in which it stands.
    pub fn block(self) -> Block {
        match self {
            ViewId::Month => Block::Headline,
            ViewId::Record
            | ViewId::FiscalYears
            | ViewId::Seasons
            | ViewId::Heat
            | ViewId::Prints
            | ViewId::TwoMonths
            | ViewId::Events => Block::Trend,
            ViewId::Parts
            | ViewId::Contributions
            | ViewId::Ranking
            | ViewId::Stack
            | ViewId::Shares
            | ViewId::Multiples
            | ViewId::Spans
            | ViewId::Freelance => Block::Breakdown,
            ViewId::Driver(_) => Block::Drivers,
            ViewId::Peers => Block::Peers,
            ViewId::Targets => Block::Targets,
        }
    }

    /// The one that takes the trend's place.
    pub fn of_trend(trend: Trend) -> Option<ViewId> {
        match trend {
            Trend::Time => None,
            Trend::FiscalYears => Some(ViewId::FiscalYears),
            Trend::Seasons => Some(ViewId::Seasons),
            Trend::Heat => Some(ViewId::Heat),
            Trend::Prints => Some(ViewId::Prints),
            Trend::Months => Some(ViewId::TwoMonths),
            Trend::Events => Some(ViewId::Events),
        }
    }

    /// The one that takes the breakdown's place.
    pub fn of_breakdown(breakdown: Breakdown) -> Option<ViewId> {
        match breakdown {
            Breakdown::Pairs => None,
            Breakdown::Ranking => Some(ViewId::Ranking),
            Breakdown::Stack => Some(ViewId::Stack),
            Breakdown::Shares => Some(ViewId::Shares),
            Breakdown::Contributions => Some(ViewId::Contributions),
            Breakdown::Multiples => Some(ViewId::Multiples),
            Breakdown::Spans => Some(ViewId::Spans),
            Breakdown::Freelance => Some(ViewId::Freelance),
        }
    }
}

/// What an instrument shows of a view.
pub fn exhibit(data: &'static Dataset, state: &State, format: Format, view: ViewId) -> Exhibit {
    match view {
        ViewId::Month => overview::month(data, state, format),
        ViewId::Record => overview::record(data, state, format),
        ViewId::Parts => overview::parts(data, state, format),
        ViewId::FiscalYears => years::fiscal_years(data, state, format),
        ViewId::Seasons => years::seasons(data, state, format),
        ViewId::Heat => heat::heat(data, state, format),
        ViewId::Prints => prints::prints(data, state, format),
        ViewId::TwoMonths => two_months::two_months(data, state, format),
        ViewId::Events => events::on_trend(data, context(), state, format),
        ViewId::Contributions => contributions::exhibit(data, state, format),
        ViewId::Ranking => ranking::exhibit(data, state, format),
        ViewId::Stack => over_time::over_time(data, state, format, false),
        ViewId::Shares => over_time::over_time(data, state, format, true),
        ViewId::Multiples => multiples::exhibit(data, state, format),
        ViewId::Spans => spans::exhibit(data, state, format),
        ViewId::Freelance => freelance::exhibit(data, state, format),
        ViewId::Driver(place) => drivers::driver(data, context(), state, format, place)
            .unwrap_or_else(|| overview::record(data, state, format)),
        ViewId::Peers => peers::peers(context(), state, format),
        ViewId::Targets => targets::targets(data, context(), state, format),
    }
}

/// What a block below finds.
pub fn finding(data: &'static Dataset, state: &State, format: Format, block: Block) -> Reading {
    match block {
        Block::Peers => exhibit(data, state, format, ViewId::Peers).reading,
        Block::Targets => exhibit(data, state, format, ViewId::Targets).reading,
        _ => drivers::finding(data, context(), state, format),
    }
}

/// A page outside the record, as it is cited.
fn read_at(context: &Context, id: PageId, lang: Lang) -> Option<Citation> {
    let page = context.page(id)?;
    let name = (words(lang).publisher_and_outlet)(&page.publisher, &page.outlet);
    Some(Citation { name, url: page.url.clone() })
}

/// Pages, each once, in their order.
fn each_once(pages: impl Iterator<Item = Citation>) -> Vec<Citation> {
    let mut found: Vec<Citation> = Vec::new();
    for page in pages {
        if found.iter().all(|it| it.url != page.url) {
            found.push(page);
        }
    }
    found
}
