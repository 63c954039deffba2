//! What the reader has chosen, how choices change it, and how it is written in the address ([`codec`]).

mod codec;

pub use codec::measure_code;

use crate::calendar::{Date, Frequency, Month, Span};
use crate::catalogue::{Block, ViewId};
use crate::data::context::EventKind;
use crate::data::{Dataset, SectorId, SectorSet};
use crate::measure::Measure;
use crate::query::{self, VintageChoice};

/// Everything the page needs besides the dataset and the language. Valid for the dataset
/// by which it was made: its months, period and sectors exist there.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The headline's month.
    pub month: Month,
    /// Months shown in the trend.
    pub range: Span,
    pub measure: Measure,
    pub frequency: Frequency,
    /// Leaves of the sector tree; empty when the reader has switched all off.
    pub sectors: SectorSet,
    /// The period taken apart, one whose division is published; `None`: the one that says most
    /// about the month.
    pub period: Option<Span>,
    /// What the trend shows: a view of its menu.
    pub trend: ViewId,
    /// The month that the headline's month is put beside; `None`: the same a year before.
    pub beside: Option<Month>,
    /// Kinds of events that are not shown.
    pub hidden_events: EventKinds,
    /// What the breakdown shows: a view of its menu.
    pub breakdown: ViewId,
    pub scale: Scale,
    pub peers: Peers,
    pub vintage: VintageChoice,
    /// The day on which the page is read, so to speak: nothing published later is known.
    /// `None`: today. Goes with the latest vintage only.
    pub as_of: Option<Date>,
    /// `None`: as is usual in the page's language.
    pub numbers: Option<Numbers>,
    pub theme: Theme,
}

/// Kinds of events, a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct EventKinds(u8);

impl EventKinds {
    pub const NONE: EventKinds = EventKinds(0);

    pub fn contains(self, kind: EventKind) -> bool {
        self.0 & 1 << kind as u8 != 0
    }

    /// The set with this kind taken in, or out where it was in.
    #[must_use]
    pub fn toggled(self, kind: EventKind) -> EventKinds {
        EventKinds(self.0 ^ 1 << kind as u8)
    }
}

/// Whether small pictures beside each other share a scale.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Scale {
    #[default]
    Common,
    /// Each has its own.
    Own,
}

/// Which countries are compared, and how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Peers {
    pub measure: PeerMeasure,
    /// Beside Pakistan; empty: those shown at first.
    pub countries: Countries,
    /// The year in which an index is 100; `None`: the first that all of them have.
    pub base: Option<i32>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum PeerMeasure {
    /// US dollars, on a logarithmic axis.
    #[default]
    Level,
    /// A year is 100.
    Index,
    /// US dollars a head.
    PerHead,
}

/// Up to eight countries, by their ISO 3166 codes of three letters, in the order chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Countries([[u8; 3]; Countries::MOST]);

impl Countries {
    pub const MOST: usize = 8;

    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().take_while(|it| it[0] != 0).filter_map(|it| str::from_utf8(it).ok())
    }

    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }

    pub fn contains(&self, code: &str) -> bool {
        self.iter().any(|it| it == code)
    }

    /// With this country at the end, or without it where it was in. What is no code, or one too
    /// many, changes nothing.
    #[must_use]
    pub fn toggled(&self, code: &str) -> Countries {
        let mut kept: Vec<&str> = self.iter().filter(|&it| it != code).collect();
        if !self.contains(code) && kept.len() < Countries::MOST {
            kept.push(code);
        }
        Countries::of(kept)
    }

    pub fn of<'a>(codes: impl IntoIterator<Item = &'a str>) -> Countries {
        let mut all = Countries::default();
        let codes = codes.into_iter().filter_map(|it| <[u8; 3]>::try_from(it.as_bytes()).ok());
        let codes = codes.filter(|it| it.iter().all(u8::is_ascii_uppercase));
        let mut count = 0;
        for code in codes {
            if count < Countries::MOST && !all.0[..count].contains(&code) {
                all.0[count] = code;
                count += 1;
            }
        }
        all
    }
}

/// How large amounts are worded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Numbers {
    /// Million and billion.
    International,
    /// Lakh, crore and arab.
    Pakistani,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Theme {
    /// As the device is set.
    #[default]
    Auto,
    Light,
    Dark,
}

/// A choice of the reader's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Action {
    Month(Month),
    Range(Span),
    Measure(Measure),
    Frequency(Frequency),
    /// Switches every leaf under a node on, or off when all were on.
    Toggle(SectorId),
    Sectors(SectorSet),
    Period(Span),
    Beside(Option<Month>),
    Events(EventKinds),
    /// Shows a view in its block.
    Show(ViewId),
    Scale(Scale),
    Peers(Peers),
    VintageChoice(VintageChoice),
    AsOf(Option<Date>),
    Numbers(Option<Numbers>),
    Theme(Theme),
}

/// Whether none, some or all leaves under a node are chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tristate {
    Off,
    Mixed,
    On,
}

/// What the trend shows at first and under the reader's quick choices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuickRange {
    Year,
    ThreeYears,
    /// Every month of the monthly record.
    Record,
    /// The earlier spans as well.
    All,
}

impl QuickRange {
    pub const OFFERED: [QuickRange; 4] =
        [QuickRange::Year, QuickRange::ThreeYears, QuickRange::Record, QuickRange::All];

    pub fn span(self, data: &Dataset) -> Span {
        let record = data.monthly_record();
        let start = match self {
            QuickRange::Year => record.end().plus(-11),
            QuickRange::ThreeYears => record.end().plus(-35),
            QuickRange::Record => record.start(),
            QuickRange::All => longest_range(data).start(),
        };
        Span::new(start, record.end()).unwrap_or(record)
    }
}

/// From the first whole fiscal year published to the latest month.
pub fn longest_range(data: &Dataset) -> Span {
    let record = data.monthly_record();
    let all = query::series(data, VintageChoice::Latest, data.sectors.all(), Frequency::Monthly);
    let start = all.points.first().map_or(record.start(), |point| point.span.start());
    Span::new(start, record.end()).unwrap_or(record)
}

impl State {
    /// What the plain address of the site shows: the latest month.
    pub fn new(data: &Dataset) -> State {
        State::of(data, query::latest_month(data))
    }

    /// What the page of a month shows: the monthly record, every sector, and the period
    /// whose division says most about the month.
    pub fn of(data: &Dataset, month: Month) -> State {
        State {
            month,
            range: data.monthly_record(),
            measure: Measure::default(),
            frequency: Frequency::default(),
            sectors: data.sectors.all(),
            period: None,
            trend: ViewId::Time,
            beside: None,
            hidden_events: EventKinds::NONE,
            breakdown: ViewId::Contributions,
            scale: Scale::default(),
            peers: Peers::default(),
            vintage: VintageChoice::default(),
            as_of: data.known_on(),
            numbers: None,
            theme: Theme::default(),
        }
    }

    /// The one place where a choice changes the state.
    #[must_use]
    pub fn update(&self, data: &Dataset, action: Action) -> State {
        let mut next = self.clone();
        match action {
            Action::Month(month) => {
                next.month = query::published_by(data, month);
                next.period = self.period.filter(|&it| it != period_of(data, next.month));
            }
            Action::Range(range) => next.range = clamp_span(range, longest_range(data)),
            Action::Measure(measure) => {
                next.measure = measure;
                if !measure.applies_to(next.frequency) {
                    next.frequency = Frequency::Monthly;
                }
            }
            Action::Frequency(frequency) => {
                next.frequency = frequency;
                if !next.measure.applies_to(frequency) {
                    next.measure = Measure::Level;
                }
            }
            Action::Toggle(node) => {
                // Headings outside the tree are no part of any sum.
                let leaves = data.sectors.leaves(node) & data.sectors.all();
                next.sectors = match self.tristate(data, node) {
                    Tristate::On => self.sectors - leaves,
                    Tristate::Off | Tristate::Mixed => self.sectors | leaves,
                };
            }
            Action::Sectors(sectors) => next.sectors = sectors & data.sectors.all(),
            Action::Period(period) => {
                if query::periods(data).contains(&period) {
                    next.period = Some(period).filter(|&it| it != period_of(data, self.month));
                }
            }
            Action::Beside(month) => {
                next.beside = month.filter(|&it| data.monthly_record().contains(it.into()));
            }
            Action::Events(kinds) => next.hidden_events = kinds,
            Action::Show(view) => {
                next.show(view);
            }
            Action::Scale(scale) => next.scale = scale,
            Action::Peers(peers) => next.peers = peers,
            Action::VintageChoice(vintage) => (next.vintage, next.as_of) = (vintage, None),
            Action::AsOf(day) => (next.vintage, next.as_of) = (VintageChoice::Latest, day),
            Action::Numbers(numbers) => next.numbers = numbers,
            Action::Theme(theme) => next.theme = theme,
        }
        next
    }

    /// The same, with what `block` does not show as it is at first: where two states are then alike, the block
    /// shows the same of both.
    #[must_use]
    pub fn concerning(&self, data: &Dataset, block: Block) -> State {
        let State { month, range, sectors, vintage, as_of, .. } = *self;
        let first = State { vintage, as_of, ..State::new(data) };
        match block {
            Block::Headline => State { month, ..first },
            Block::Trend => State {
                breakdown: first.breakdown,
                period: None,
                scale: first.scale,
                peers: first.peers,
                numbers: None,
                theme: first.theme,
                ..self.clone()
            },
            Block::Breakdown => State {
                // Of its views one alone marks the month.
                month: if self.breakdown == ViewId::Spans { month } else { first.month },
                range,
                sectors,
                period: Some(self.period(data)),
                breakdown: self.breakdown,
                scale: self.scale,
                ..first
            },
            Block::Peers => State { peers: self.peers, ..first },
            Block::Drivers | Block::Targets | Block::Data => first,
        }
    }

    /// Shows a view in its block; false where that block has no menu.
    fn show(&mut self, view: ViewId) -> bool {
        let shown = match view.block() {
            Block::Trend => &mut self.trend,
            Block::Breakdown => &mut self.breakdown,
            _ => return false,
        };
        *shown = view;
        true
    }

    /// The view of another state of the record: what is not known there gives way to what is.
    #[must_use]
    pub fn moved(&self, from: &Dataset, to: &Dataset) -> State {
        let mut state = self.clone();
        let whole = self.range == from.monthly_record();
        state.range =
            if whole { to.monthly_record() } else { clamp_span(self.range, longest_range(to)) };
        state.month = query::published_by(to, self.month);
        state.beside = self.beside.filter(|&it| to.monthly_record().contains(it.into()));
        let own = |it: &Span| query::periods(to).contains(it) && *it != period_of(to, state.month);
        state.period = self.period.filter(own);
        state
    }

    /// The period taken apart.
    pub fn period(&self, data: &Dataset) -> Span {
        self.period.unwrap_or_else(|| period_of(data, self.month))
    }

    pub fn tristate(&self, data: &Dataset, node: SectorId) -> Tristate {
        let leaves = data.sectors.leaves(node);
        match self.sectors & leaves {
            SectorSet::EMPTY => Tristate::Off,
            chosen if chosen == leaves => Tristate::On,
            _ => Tristate::Mixed,
        }
    }
}

/// The period whose division says most about a month: the shortest that holds it, one that
/// can be compared with the year before rather than another. Where none holds it, the
/// July-to-month total before it that is divided to the finest headings, the longest of
/// equals, in the last fiscal year that has one.
fn period_of(data: &Dataset, month: Month) -> Span {
    let periods = query::periods(data);
    let single = |it: Span| !periods.contains(&it.year_before());
    let holding = periods.iter().copied().filter(|it| it.contains(month.into()));
    if let Some(period) = holding.min_by_key(|&it| (single(it), it.len())) {
        return period;
    }
    let finest = |span: Span| {
        query::compare(data, VintageChoice::Latest, span)
            .and_then(|it| it.now.parts(data, data.sectors.all()))
            .map_or(0, |parts| parts.len())
    };
    let to_date = |it: &Span| if it.is_month() { None } else { it.fiscal_year_to_date() };
    let earlier = || periods.iter().copied().filter(|it| it.end() < month);
    let year = earlier().filter_map(|it| to_date(&it)).max();
    earlier()
        .filter(|it| year.is_some() && to_date(it) == year)
        .max_by_key(|&it| (finest(it), it.len()))
        .or(periods.last().copied())
        .unwrap_or(data.monthly_record())
}

fn clamp(month: Month, within: Span) -> Month {
    month.max(within.start()).min(within.end())
}

fn clamp_span(span: Span, within: Span) -> Span {
    Span::new(clamp(span.start(), within), clamp(span.end(), within)).unwrap_or(within)
}
