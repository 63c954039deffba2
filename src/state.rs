//! What the reader has chosen, how choices change it, how it is written in the address.

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

    fn code(self) -> String {
        let kinds = EventKind::ALL.iter().zip(EventKind::WORDS);
        let codes: Vec<&str> = kinds.filter(|it| self.contains(*it.0)).map(|it| *it.1).collect();
        codes.join(",")
    }

    fn decode(text: &str) -> Option<EventKinds> {
        text.split(',').try_fold(EventKinds::NONE, |kinds, code| {
            let place = EventKind::WORDS.iter().position(|it| *it == code)?;
            let kind = *EventKind::ALL.get(place)?;
            (!kinds.contains(kind)).then(|| kinds.toggled(kind))
        })
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
            breakdown: ViewId::Pairs,
            scale: Scale::default(),
            peers: Peers::default(),
            vintage: VintageChoice::default(),
            as_of: data.known_on(),
            numbers: None,
            theme: Theme::default(),
        }
    }

    /// The one place where the view changes.
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

    /// The day for which the query part of an address asks.
    pub fn day_in(query: &str) -> Option<Date> {
        let query = query.trim_start_matches(['?', '#']);
        let values = query.split('&').filter_map(|pair| pair.strip_prefix("vintage="));
        values.filter_map(|it| it.parse().ok()).rfind(|it: &Date| it.day.is_some())
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

    /// The query part of an address, without `?`, on the page of the month `home`. What
    /// that page shows anyway is left out, so its plain address always means the same.
    pub fn to_query(&self, data: &Dataset, home: Month) -> String {
        let default = State::of(data, self.month);
        // Names every field, so that a new one has to be given its key here.
        let State {
            month,
            range,
            measure,
            frequency,
            sectors,
            period,
            trend,
            beside,
            hidden_events,
            breakdown,
            scale,
            peers,
            vintage,
            as_of,
            numbers,
            theme,
        } = self;
        let mut query = String::new();
        let mut put = |key, value: &str| put(&mut query, key, value);
        if *month != home {
            put("month", &month.to_string());
        }
        if range.start() != default.range.start() {
            put("from", &range.start().to_string());
        }
        if range.end() != default.range.end() {
            put("to", &range.end().to_string());
        }
        put("measure", code_of(&MEASURES, *measure, default.measure));
        put("freq", code_of(&FREQUENCIES, *frequency, default.frequency));
        if *sectors != default.sectors {
            put("sector", &sectors_code(data, *sectors));
        }
        if let Some(period) = period {
            put("period", &period.to_string());
        }
        let charts = [
            if *trend == default.trend { "" } else { trend.code() },
            if *breakdown == default.breakdown { "" } else { breakdown.code() },
            code_of(&PEER_MEASURES, peers.measure, default.peers.measure),
        ];
        put("chart", &listed(charts.into_iter()));
        if let Some(month) = beside {
            put("beside", &month.to_string());
        }
        put("hide", &hidden_events.code());
        put("axis", code_of(&SCALES, *scale, default.scale));
        let base = peers.base.map(|it| it.to_string()).unwrap_or_default();
        put("peers", &listed(peers.countries.iter().chain([base.as_str()])));
        match as_of {
            Some(day) => put("vintage", &day.to_string()),
            None => put("vintage", code_of(&VINTAGES, *vintage, default.vintage)),
        }
        if let Some(numbers) = numbers {
            put("num", code(&NUMBERS, *numbers));
        }
        put("theme", code_of(&THEMES, *theme, default.theme));
        query
    }

    /// Reads the query part of an address of the page of the month `home`. Unknown keys are
    /// ignored, because hosts add their own; a bad value leaves the default and its key is
    /// returned, so that the reader can be told.
    pub fn from_query(data: &Dataset, home: Month, query: &str) -> (State, Vec<&'static str>) {
        let query = query.trim_start_matches(['?', '#']);
        let pairs = || query.split('&').filter_map(|pair| pair.split_once('='));
        // First, because other defaults follow the month.
        let months = pairs().filter(|(key, _)| *key == "month");
        let month = months.filter_map(|(_, it)| published(it, data)).next_back();
        let known = query::published_by(data, month.unwrap_or(home));
        let mut state = State::of(data, known);
        let mut refused = Vec::new();
        if month.is_none() && known != home {
            // The page of a month that was not published by the day asked for.
            refused.push("month");
        }
        let (mut from, mut to) = (state.range.start(), state.range.end());
        for (key, value) in pairs() {
            let Some(key) = KEYS.iter().copied().find(|known| *known == key) else { continue };
            let accepted = match key {
                "month" => published(value, data).is_some(),
                "from" => set(&mut from, month_in(value, longest_range(data))),
                "to" => set(&mut to, month_in(value, longest_range(data))),
                "measure" => set(&mut state.measure, decode(&MEASURES, value)),
                "freq" => set(&mut state.frequency, decode(&FREQUENCIES, value)),
                "sector" => set(&mut state.sectors, sectors_from(data, value)),
                "period" => {
                    let period: Option<Span> = value.parse().ok();
                    let period = period.filter(|it| query::periods(data).contains(it));
                    let own = |it: Span| Some(it).filter(|&it| it != period_of(data, known));
                    set(&mut state.period, period.map(own))
                }
                "chart" => value.split(',').fold(true, |well, code| {
                    let known = ViewId::from_code(code).is_some_and(|it| state.show(it))
                        || set(&mut state.peers.measure, decode(&PEER_MEASURES, code));
                    well && known
                }),
                "beside" => set(&mut state.beside, published(value, data).map(Some)),
                "hide" => set(&mut state.hidden_events, EventKinds::decode(value)),
                "axis" => set(&mut state.scale, decode(&SCALES, value)),
                "peers" => {
                    let is_year = |it: &&str| it.bytes().all(|it| it.is_ascii_digit());
                    let countries = Countries::of(value.split(',').filter(|it| !is_year(it)));
                    let base = value.split(',').filter(is_year).find_map(|it| it.parse().ok());
                    state.peers = Peers { countries, base, ..state.peers };
                    countries.iter().count() + usize::from(base.is_some())
                        == value.split(',').count()
                }
                "vintage" => {
                    let is_that_day = |day: &Date| data.known_on() == Some(*day);
                    set(&mut state.vintage, decode(&VINTAGES, value))
                        || value.parse().is_ok_and(|day| is_that_day(&day))
                }
                "num" => set(&mut state.numbers, decode(&NUMBERS, value).map(Some)),
                _ => set(&mut state.theme, decode(&THEMES, value)),
            };
            if !accepted {
                refused.push(key);
            }
        }
        match Span::new(from, to) {
            Some(range) => state.range = range,
            None => refused.push("from"),
        }
        if !state.measure.applies_to(state.frequency) {
            state.frequency = Frequency::Monthly;
            refused.push("freq");
        }
        (state, refused)
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

const KEYS: [&str; 15] = [
    "month", "from", "to", "measure", "freq", "sector", "period", "chart", "beside", "hide",
    "axis", "peers", "vintage", "num", "theme",
];

const MEASURES: [(&str, Measure); 8] = [
    ("level", Measure::Level),
    ("mom", Measure::Mom),
    ("yoy", Measure::Yoy),
    ("ytd", Measure::Ytd),
    ("sum12", Measure::Sum12),
    ("avg12", Measure::Avg12),
    ("perday", Measure::PerDay),
    ("index", Measure::Index),
];

const FREQUENCIES: [(&str, Frequency); 4] = [
    ("m", Frequency::Monthly),
    ("q", Frequency::Quarterly),
    ("fy", Frequency::FiscalYear),
    ("cy", Frequency::CalendarYear),
];

// Under one key with the codes of views, so none is alike.
const PEER_MEASURES: [(&str, PeerMeasure); 3] = [
    ("dollars", PeerMeasure::Level),
    ("growth", PeerMeasure::Index),
    ("perhead", PeerMeasure::PerHead),
];

const SCALES: [(&str, Scale); 2] = [("common", Scale::Common), ("own", Scale::Own)];

const VINTAGES: [(&str, VintageChoice); 2] =
    [("latest", VintageChoice::Latest), ("first", VintageChoice::First)];

const NUMBERS: [(&str, Numbers); 2] =
    [("intl", Numbers::International), ("pk", Numbers::Pakistani)];

const THEMES: [(&str, Theme); 3] =
    [("auto", Theme::Auto), ("light", Theme::Light), ("dark", Theme::Dark)];

/// A measure's code, for files.
pub fn measure_code(measure: Measure) -> &'static str {
    code(&MEASURES, measure)
}

/// Adds a key with its value, if it has one, to a query.
fn put(query: &mut String, key: &str, value: &str) {
    if value.is_empty() {
        return;
    }
    for part in [if query.is_empty() { "" } else { "&" }, key, "=", value] {
        query.push_str(part);
    }
}

/// With commas between those that are not empty.
fn listed<'a>(codes: impl Iterator<Item = &'a str>) -> String {
    codes.filter(|it| !it.is_empty()).collect::<Vec<_>>().join(",")
}

/// The code of a choice in addresses and downloads.
fn code<T: PartialEq>(table: &[(&'static str, T)], choice: T) -> &'static str {
    table.iter().find(|(_, it)| *it == choice).map_or("", |(code, _)| *code)
}

/// Nothing where the choice is the usual one.
fn code_of<T: PartialEq>(table: &[(&'static str, T)], choice: T, usual: T) -> &'static str {
    if choice == usual { "" } else { code(table, choice) }
}

fn decode<T: Copy>(table: &[(&str, T)], text: &str) -> Option<T> {
    table.iter().find(|(code, _)| *code == text).map(|(_, it)| *it)
}

/// Stores what was read; false when nothing could be.
fn set<T>(field: &mut T, value: Option<T>) -> bool {
    match value {
        Some(value) => {
            *field = value;
            true
        }
        None => false,
    }
}

fn month_in(text: &str, within: Span) -> Option<Month> {
    text.parse().ok().filter(|&month: &Month| within.contains(month.into()))
}

/// A month whose total is published.
fn published(text: &str, data: &Dataset) -> Option<Month> {
    let month = month_in(text, data.monthly_record())?;
    (query::published_by(data, month) == month).then_some(month)
}

fn sectors_code(data: &Dataset, sectors: SectorSet) -> String {
    if sectors.is_empty() {
        return "none".to_owned();
    }
    let nodes = data.sectors.nodes(sectors);
    let codes: Vec<&str> = nodes.iter().map(|&it| data.sectors.get(it).code.as_str()).collect();
    codes.join(",")
}

fn sectors_from(data: &Dataset, text: &str) -> Option<SectorSet> {
    if text == "none" {
        return Some(SectorSet::EMPTY);
    }
    let leaves = |code: &str| {
        let id = data.sectors.by_code(code)?;
        let leaves = data.sectors.leaves(id);
        data.sectors.all().contains(leaves).then_some(leaves)
    };
    text.split(',').map(leaves).collect()
}
