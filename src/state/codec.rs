//! How a state is written in the query of an address, and read from it.

use super::{
    Countries, EventKinds, Numbers, PeerMeasure, Peers, Scale, State, Theme, longest_range,
    period_of,
};
use crate::calendar::{Date, Frequency, Month, Span};
use crate::catalogue::ViewId;
use crate::data::context::EventKind;
use crate::data::{Dataset, SectorSet};
use crate::measure::Measure;
use crate::query::{self, VintageChoice};

impl State {
    /// The day for which the query part of an address asks.
    pub fn day_in(query: &str) -> Option<Date> {
        let query = query.trim_start_matches(['?', '#']);
        let values = query.split('&').filter_map(|pair| pair.strip_prefix("vintage="));
        values.filter_map(|it| it.parse().ok()).rfind(|it: &Date| it.day.is_some())
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
        let shown = if *trend == default.trend { "" } else { trend.code() };
        let (view, unit) = if trend.is_measure() { ("", shown) } else { (shown, "") };
        let measure = code_of(&MEASURES, *measure, default.measure);
        put("measure", &listed([measure, unit].into_iter()));
        put("freq", code_of(&FREQUENCIES, *frequency, default.frequency));
        if *sectors != default.sectors {
            put("sector", &sectors_code(data, *sectors));
        }
        if let Some(period) = period {
            put("period", &period.to_string());
        }
        let charts = [
            view,
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
                "measure" => value.split(',').fold(true, |well, code| {
                    let known = state.show_coded(code, true)
                        || set(&mut state.measure, decode(&MEASURES, code));
                    well && known
                }),
                "freq" => set(&mut state.frequency, decode(&FREQUENCIES, value)),
                "sector" => set(&mut state.sectors, sectors_from(data, value)),
                "period" => {
                    let period: Option<Span> = value.parse().ok();
                    let period = period.filter(|it| query::periods(data).contains(it));
                    let own = |it: Span| Some(it).filter(|&it| it != period_of(data, known));
                    set(&mut state.period, period.map(own))
                }
                "chart" => value.split(',').fold(true, |well, code| {
                    let known = state.show_coded(code, false)
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

impl State {
    /// Shows the view of a code; false where there is none under the key of measures, or under that of charts.
    fn show_coded(&mut self, code: &str, measure: bool) -> bool {
        let view = ViewId::from_code(code).filter(|it| it.is_measure() == measure);
        view.is_some_and(|it| self.show(it))
    }
}

impl EventKinds {
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
