//! Pakistan beside comparable countries.

use super::ViewInput;
use super::{each_once, read_at};
use crate::catalogue::ViewId;
use crate::chart::scale::Baseline;
use crate::chart::{self, Axis, Branch, Cut, Ink, Line, Lines, Weight};
use crate::data::Amount;
use crate::data::context::{Context, Country, CountryId, CountryKind, PeerFigure};
use crate::exhibit::{Choosable, Citation, Citations, Control, Datum, Exhibit, Kind, Picture};
use crate::facts::Direction;
use crate::i18n::views::context::words;
use crate::i18n::{Format, Lang};
use crate::measure::Unit;
use crate::reading::text::{Percent, Say, Text, Times, say};
use crate::reading::{Reading, en, ur};
use crate::state::{Action, Countries, PeerMeasure, Peers, State};
use crate::table::{self, Cell, Column, Row, Table};

/// The country that all of this is about.
const OWN: &str = package_text!(iso3);
/// Those that stand beside it until the reader chooses.
const AT_FIRST: &[&str] = package_text!(peers beside);
/// Growth is told over so many years, where the figures go back that far.
const YEARS_OF_GROWTH: i32 = 10;
/// From this ratio of highest to lowest on an axis is logarithmic: lower lines would lie on its foot.
const WIDE_RANGE: f64 = 10.0;

/// Countries compared over calendar years.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    pub measure: PeerMeasure,
    /// The years of which the index can be made for all that are shown.
    pub bases: Vec<i32>,
    /// The year in which the index is 100; `None` where no year can be.
    pub base: Option<i32>,
    /// The own country first, then the others as they were chosen.
    pub shown: Vec<Shown>,
    /// From the first to the last year of which any of them has a value.
    pub years: Vec<i32>,
}

/// One country, or the world.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    pub country: CountryId,
    pub kind: CountryKind,
    /// The first year that is not comparable with those before.
    pub break_year: Option<i32>,
    /// What the measure makes of its exports, by year: US$ million, an index, or US$ a head.
    pub values: Vec<(i32, f64)>,
}

impl Shown {
    pub fn value(&self, year: i32) -> Option<f64> {
        self.values.iter().find(|it| it.0 == year).map(|it| it.1)
    }

    /// Whether figures of both years mean the same.
    fn comparable(&self, one: i32, other: i32) -> bool {
        self.break_year.is_none_or(|first| (one < first) == (other < first))
    }
}

/// Where a value stands among those of the same year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// 1 for the highest.
    pub place: usize,
    /// Countries with a value, the own among them.
    pub of: usize,
    pub tied: bool,
}

/// How values grew between two years that all countries shown have.
#[derive(Clone, Debug, PartialEq)]
pub struct Race {
    pub from: i32,
    pub to: i32,
    /// How many times its first value is the last of each country, the fastest first.
    pub times: Vec<(CountryId, f64)>,
}

impl Comparison {
    fn own(&self) -> Option<&Shown> {
        self.shown.first()
    }

    /// Pakistan's last year and value.
    pub fn latest(&self) -> Option<(i32, f64)> {
        self.own()?.values.last().copied()
    }

    fn countries(&self) -> impl Iterator<Item = &Shown> {
        self.shown.iter().filter(|it| it.kind == CountryKind::Country)
    }

    /// Pakistan's latest value among those of countries; `None` where there is none beside it.
    pub fn standing(&self) -> Option<Standing> {
        let (year, own) = self.latest()?;
        let values: Vec<f64> = self.countries().filter_map(|it| it.value(year)).collect();
        let place = 1 + values.iter().filter(|&&it| it > own).count();
        let tied = values.iter().filter(|&&it| it == own).count() > 1;
        (values.len() > 1).then_some(Standing { place, of: values.len(), tied })
    }

    /// The year that Pakistan's latest value is compared with, and how many times it is as much.
    pub fn growth(&self) -> Option<(i32, f64)> {
        let own = self.own()?;
        let (year, now) = self.latest()?;
        let first = own.values.first()?.0;
        let since = match self.measure {
            PeerMeasure::Index => self.base?,
            PeerMeasure::Level | PeerMeasure::PerHead => (year - YEARS_OF_GROWTH).max(first),
        };
        let before = own.value(since).filter(|&it| it > 0.0 && since < year)?;
        Some((since, now / before))
    }

    /// Over the longest time for which every country shown has a value. A country whose series breaks
    /// in that time is not in it.
    pub fn race(&self) -> Option<Race> {
        let all = |year: &&i32| self.countries().all(|it| it.value(**year).is_some());
        let from = *self.years.iter().find(all)?;
        let to = *self.years.iter().rev().find(all)?;
        let times = self.countries().filter(|it| it.comparable(from, to)).filter_map(|it| {
            let (first, last) = (it.value(from).filter(|&it| it > 0.0)?, it.value(to)?);
            Some((it.country, last / first))
        });
        let times = crate::order::sorted_by_key(times, |it| crate::order::number(-it.1));
        (from < to && times.len() > 1).then_some(Race { from, to, times })
    }

    /// Whether the axis is logarithmic.
    pub fn is_logarithmic(&self) -> bool {
        let values = || self.shown.iter().flat_map(|it| it.values.iter().map(|it| it.1));
        let (low, high) = (values().fold(f64::INFINITY, f64::min), values().fold(0.0, f64::max));
        self.measure == PeerMeasure::Level || high > WIDE_RANGE * low
    }
}

/// The codes of the countries beside Pakistan that a choice means, those that exist.
fn chosen<'a>(context: &'a Context, peers: &Peers) -> Vec<&'a str> {
    let known =
        |code: &str| context.countries.iter().map(|it| it.code.as_str()).find(|&it| it == code);
    let chosen: Vec<&str> = peers.countries.iter().filter_map(known).collect();
    if chosen.is_empty() {
        return AT_FIRST.iter().copied().filter_map(known).collect();
    }
    chosen.into_iter().filter(|&it| it != OWN).collect()
}

/// With a country more or less; Pakistan's own code stands for nobody beside it, since no code at all
/// stands for those shown at first.
fn toggled(beside: &[&str], code: &str) -> Countries {
    let toggled = Countries::of(beside.iter().copied()).toggled(code);
    if toggled.is_empty() { Countries::of([OWN]) } else { toggled }
}

pub fn comparison(context: &Context, state: &State) -> Comparison {
    let peers = state.peers;
    let ids: Vec<CountryId> = [OWN]
        .into_iter()
        .chain(chosen(context, &peers))
        .filter_map(|it| context.country(it))
        .collect();
    let exports: Vec<Vec<(i32, Amount)>> = ids.iter().map(|&it| context.exports(it)).collect();
    let has = |all: &[(i32, Amount)], year: i32| {
        all.iter().any(|&(it, amount)| it == year && amount > Amount::ZERO)
    };
    let bases: Vec<i32> = exports
        .first()
        .into_iter()
        .flatten()
        .map(|it| it.0)
        .filter(|&year| exports.iter().all(|it| has(it, year)))
        .collect();
    let base = peers.base.filter(|it| bases.contains(it)).or(bases.first().copied());
    let values = |id: CountryId, exports: &[(i32, Amount)]| -> Vec<(i32, f64)> {
        match peers.measure {
            PeerMeasure::Level => exports.iter().map(|&(year, it)| (year, it.millions())).collect(),
            PeerMeasure::Index => base.and_then(|it| context.index(id, it)).unwrap_or_default(),
            PeerMeasure::PerHead => {
                let of = |&(year, _): &(i32, Amount)| Some((year, context.per_head(id, year)?));
                exports.iter().filter_map(of).collect()
            }
        }
    };
    let shown: Vec<Shown> = ids
        .iter()
        .zip(&exports)
        .filter_map(|(&id, exports)| {
            let &Country { kind, break_year, .. } = country(context, id)?;
            Some(Shown { country: id, kind, break_year, values: values(id, exports) })
        })
        .collect();
    let years = || shown.iter().flat_map(|it| it.values.iter().map(|it| it.0));
    let years = match (years().min(), years().max()) {
        (Some(first), Some(last)) => (first..=last).collect(),
        _ => Vec::new(),
    };
    Comparison { measure: peers.measure, bases, base, shown, years }
}

fn country(context: &Context, id: CountryId) -> Option<&Country> {
    context.countries.get(usize::from(id.0))
}

fn name(context: &Context, id: CountryId, lang: Lang) -> &str {
    country(context, id).map_or("", |it| it.name.get(lang))
}

/// A country in the middle of an English sentence.
struct InProse<'a>(&'a Context, CountryId);

impl Say for InProse<'_> {
    fn say(&self, text: &mut Text) {
        let Some(it) = country(self.0, self.1) else { return };
        if it.code == "PHL" {
            say!(text, "the ");
        }
        say!(text, it.name.get(text.format.lang));
    }
}

/// A value of the measure for a sentence.
struct ValueOf(PeerMeasure, f64);

impl Say for ValueOf {
    fn say(&self, text: &mut Text) {
        let &ValueOf(measure, value) = self;
        match measure {
            PeerMeasure::Level => {
                say!(text, Amount::from_thousands((value * 1000.0).round() as i64))
            }
            PeerMeasure::Index => say!(text, text.format.value(Unit::Index, value)),
            PeerMeasure::PerHead => {
                let figure = text.format.points_words(value);
                match text.format.lang.spoken() {
                    Lang::En => say!(text, package_text!(symbol), figure),
                    Lang::Ur => say!(text, figure, concat!(" ", package_text!(unit ur))),
                }
            }
        }
    }
}

fn year_text(year: i32) -> String {
    year.to_string()
}

/// A calendar year as the base of a comparison.
struct Year(i32);

impl Say for Year {
    fn say(&self, text: &mut Text) {
        say!(text, year_text(self.0));
    }
}

pub fn reading(context: &Context, facts: &Comparison, format: Format) -> Reading {
    let text = &mut Text::new(format);
    match format.lang.spoken() {
        Lang::En => reading_en(text, context, facts),
        Lang::Ur => reading_ur(text, context, facts),
    }
}

fn reading_en(text: &mut Text, context: &Context, facts: &Comparison) -> Reading {
    let Some((year, now)) = facts.latest() else {
        say!(
            text,
            concat!(
                "No year to compare ",
                package_text!(whose),
                " ",
                package_text!(peers subject en),
                " in"
            )
        );
        let title = text.take();
        say!(text, "The countries shown have no year in common for which figures are published");
        text.stop();
        return Reading { title, sentence: text.take() };
    };
    let a_head = if facts.measure == PeerMeasure::PerHead { " a head" } else { "" };
    let (standing, growth) = (facts.standing(), facts.growth());
    let value = ValueOf(facts.measure, now);
    say!(
        text,
        concat!(package_text!(whose), " ", package_text!(peers subject en)),
        a_head,
        " in ",
        year_text(year),
        ": "
    );
    match (facts.measure, growth) {
        (PeerMeasure::Index, Some((since, times))) => {
            say!(text, Times(times), " times those of ", year_text(since));
        }
        _ => {
            say!(text, value);
            if let Some(it) = standing.filter(|_| facts.measure != PeerMeasure::Index) {
                say!(text, if it.tied { ", joint-" } else { ", the " });
                en::ordinal_highest(text, it.place);
                say!(text, " of ", en::InWords(it.of), " countries");
            }
        }
    }
    let title = text.take();

    match facts.measure {
        PeerMeasure::Index => {
            say!(
                text,
                "In the calendar year ",
                year_text(year),
                concat!(" the index of ", package_text!(whose), " ")
            );
            say!(text, concat!(package_text!(peers subject en), " stood at "), value);
        }
        PeerMeasure::Level | PeerMeasure::PerHead => {
            say!(
                text,
                "In the calendar year ",
                year_text(year),
                concat!(
                    " ",
                    package_text!(country en),
                    " exported ",
                    package_text!(peers goods en),
                    " "
                )
            );
            say!(text, "worth ", value, a_head);
        }
    }
    let before = facts.own().and_then(|it| it.value(year - 1)).filter(|&it| it > 0.0);
    if let Some(before) = before {
        let percent = (now / before - 1.0) * 100.0;
        say!(text, ", ");
        match (facts.measure, Direction::of_percent(percent)) {
            (PeerMeasure::Index, Direction::Up) => say!(text, Percent(percent), " higher than in "),
            (PeerMeasure::Index, Direction::Down) => {
                say!(text, Percent(percent), " lower than in ")
            }
            (_, _) => en::than(text, percent, " more than in ", " less than in "),
        }
        if Direction::of_percent(percent) == Direction::Unchanged {
            say!(text, "in ");
        }
        say!(text, year_text(year - 1));
    }
    text.stop();
    if let Some(it) = standing.filter(|_| facts.measure != PeerMeasure::Index) {
        say!(text, "Among the ", en::InWords(it.of), " countries shown that have a figure for ");
        say!(text, year_text(year), ", that is ", if it.tied { "jointly the " } else { "the " });
        en::ordinal_highest(text, it.place);
        text.stop();
    }
    if let Some((since, times)) = growth {
        say!(text, "It is ", Times(times), " times as much as in ", year_text(since));
        text.stop();
    }
    if let Some(race) = facts.race() {
        let own = facts.own().map(|it| it.country);
        say!(text, "From ", year_text(race.from), " to ", year_text(race.to));
        say!(text, ", the first and the last year that all of them have, ");
        if let Some(&(first, times)) = race.times.first() {
            let way =
                if times > 1.0 { "growth was fastest in " } else { "the decline was smallest in " };
            say!(text, way, InProse(context, first), ", to ", Times(times), " times as much");
            let own_place = race.times.iter().position(|it| Some(it.0) == own);
            if let Some(place) = own_place.filter(|&it| it > 0)
                && let Some(&(_, times)) = race.times.get(place)
            {
                say!(
                    text,
                    concat!("; ", package_text!(country en), " comes "),
                    Ordinal(place + 1),
                    " of "
                );
                say!(text, en::InWords(race.times.len()), " with ", Times(times), " times");
            }
        }
        text.stop();
    }
    Reading { title, sentence: text.take() }
}

/// `second`, in English.
struct Ordinal(usize);

impl Say for Ordinal {
    fn say(&self, text: &mut Text) {
        const WORDS: [&str; 10] = [
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
            "tenth",
        ];
        match self.0.checked_sub(1).and_then(|it| WORDS.get(it)) {
            Some(word) => say!(text, word),
            None => say!(text, self.0, "th"),
        }
    }
}

/// `دوسرے`, before `نمبر پر`.
struct Place(usize);

impl Say for Place {
    fn say(&self, text: &mut Text) {
        const WORDS: [&str; 9] =
            ["پہلے", "دوسرے", "تیسرے", "چوتھے", "پانچویں", "چھٹے", "ساتویں", "آٹھویں", "نویں"];
        match self.0.checked_sub(1).and_then(|it| WORDS.get(it)) {
            Some(word) => say!(text, word),
            None => say!(text, self.0, "ویں"),
        }
    }
}

fn reading_ur(text: &mut Text, context: &Context, facts: &Comparison) -> Reading {
    let Some((year, now)) = facts.latest() else {
        say!(
            text,
            concat!(
                package_text!(country ur),
                " کی ",
                package_text!(peers subject ur),
                " کے موازنے کے لیے کوئی سال نہیں"
            )
        );
        let title = text.take();
        say!(text, "دکھائے گئے ملکوں کا کوئی ایسا مشترک سال نہیں جس کے اعداد شائع ہوئے ہوں");
        text.stop();
        return Reading { title, sentence: text.take() };
    };
    let a_head = if facts.measure == PeerMeasure::PerHead { "فی کس " } else { "" };
    let (standing, growth) = (facts.standing(), facts.growth());
    let value = ValueOf(facts.measure, now);
    say!(
        text,
        year_text(year),
        concat!(" میں ", package_text!(country ur), " کی ", package_text!(peers goods ur), " کی ")
    );
    say!(text, a_head, "برآمدات ");
    match (facts.measure, growth) {
        (PeerMeasure::Index, Some((since, times))) => {
            say!(text, year_text(since), " کا ", Times(times), " گنا");
        }
        _ => {
            say!(text, value);
            if let Some(it) = standing.filter(|_| facts.measure != PeerMeasure::Index) {
                say!(text, "، ", ur::InWords(it.of), " ملکوں میں ");
                say!(text, if it.tied { "مشترکہ طور پر " } else { "" });
                ur::ordinal_highest(text, it.place);
            }
        }
    }
    let title = text.take();

    match facts.measure {
        PeerMeasure::Index => {
            say!(
                text,
                "کیلنڈر سال ",
                year_text(year),
                concat!(" میں ", package_text!(country ur), " کی ")
            );
            say!(text, concat!(package_text!(peers subject ur), " کا اشاریہ "), value, " رہا");
        }
        PeerMeasure::Level | PeerMeasure::PerHead => {
            say!(text, "کیلنڈر سال ", year_text(year));
            say!(
                text,
                concat!(
                    " میں ",
                    package_text!(country ur),
                    " نے ",
                    package_text!(peers goods ur),
                    " "
                )
            );
            say!(text, a_head, value, " کی برآمد کیں");
        }
    }
    let before = facts.own().and_then(|it| it.value(year - 1)).filter(|&it| it > 0.0);
    if let Some(before) = before {
        say!(text, "، یعنی ");
        ur::against(text, (now / before - 1.0) * 100.0, &Year(year - 1));
    }
    text.stop();
    if let Some(it) = standing.filter(|_| facts.measure != PeerMeasure::Index) {
        say!(text, "دکھائے گئے جن ", ur::InWords(it.of), " ملکوں کے ", year_text(year));
        say!(text, " کے اعداد موجود ہیں، ان میں یہ ");
        say!(text, if it.tied { "مشترکہ طور پر " } else { "" });
        ur::ordinal_highest(text, it.place);
        say!(text, " رقم ہے");
        text.stop();
    }
    if let Some((since, times)) = growth {
        say!(text, "یہ ", year_text(since), " کا ", Times(times), " گنا ہے");
        text.stop();
    }
    if let Some(race) = facts.race() {
        let own = facts.own().map(|it| it.country);
        say!(text, year_text(race.from), " سے ", year_text(race.to));
        say!(text, " تک، جو سب کے اعداد کا پہلا اور آخری مشترک سال ہے، ");
        if let Some(&(first, times)) = race.times.first() {
            let way =
                if times > 1.0 { "سب سے تیز اضافہ " } else { "سب سے کم کمی " };
            let came = if times > 1.0 { " میں ہوا، " } else { " میں ہوئی، " };
            say!(text, way, name(context, first, text.format.lang), came);
            say!(text, Times(times), " گنا تک");
            let own_place = race.times.iter().position(|it| Some(it.0) == own);
            if let Some(place) = own_place.filter(|&it| it > 0)
                && let Some(&(_, times)) = race.times.get(place)
            {
                say!(
                    text,
                    "؛ ",
                    ur::InWords(race.times.len()),
                    concat!(" ملکوں میں ", package_text!(country ur), " "),
                    Times(times)
                );
                say!(text, " گنا کے ساتھ ", Place(place + 1), " نمبر پر ہے");
            }
        }
        text.stop();
    }
    Reading { title, sentence: text.take() }
}

/// An ink for each that is shown: the same for a country whoever else is, unless one before it has that.
fn inks(shown: &[Shown]) -> Vec<Ink> {
    const INKS: [Ink; 9] = [
        Ink::Branch(Branch::Telecom),
        Ink::Leaf(Branch::Computer, 0),
        Ink::Branch(Branch::Information),
        Ink::Leaf(Branch::Telecom, 1),
        Ink::Leaf(Branch::Computer, 3),
        Ink::Leaf(Branch::Information, 1),
        Ink::Leaf(Branch::Telecom, 0),
        Ink::Leaf(Branch::Computer, 1),
        Ink::Bar,
    ];
    let mut taken: Vec<Ink> = Vec::new();
    for (place, it) in shown.iter().enumerate() {
        let own = usize::from(it.country.0).saturating_sub(1);
        let free = (own..own + INKS.len()).map(|it| INKS[it % INKS.len()]);
        let free = free.into_iter().find(|it| !taken.contains(it));
        taken.push(match it.kind {
            _ if place == 0 => Ink::Total,
            CountryKind::World => Ink::Rest,
            CountryKind::Country => free.unwrap_or(Ink::Rest),
        });
    }
    taken
}

/// ICT service exports of Pakistan and other countries by calendar year.
pub fn exhibit(input: &ViewInput) -> Exhibit {
    let &ViewInput { context, state, format, .. } = input;
    let facts = comparison(context, state);
    let lang = format.lang;
    let words = words(lang);
    let (lines, said) = lines_and_said(context, &facts, format);
    let breaks: Vec<Cut> = facts
        .shown
        .iter()
        .filter_map(|it| {
            let first = it.break_year?;
            // Only where values stand on both sides.
            it.value(first - 1).and(it.value(first))?;
            let before = facts.years.iter().position(|&it| it == first)?;
            Some(Cut { before, label: (words.new_series)(name(context, it.country, lang)) })
        })
        .collect();
    let places: Vec<String> = facts.years.iter().map(|&it| year_text(it)).collect();
    let measure = facts.measure;
    let logarithmic = facts.is_logarithmic();
    let table = table(context, &facts, format);
    let draw = move |frame| {
        let tick = |value: f64, step: f64| match measure {
            PeerMeasure::Level => format.tick(Unit::Money, value, step),
            PeerMeasure::Index | PeerMeasure::PerHead => format.tick(Unit::Index, value, step),
        };
        let input = Lines {
            lines: &lines,
            places: &places,
            named: places.len().saturating_sub(1),
            axis: if logarithmic { Axis::Log } else { Axis::Linear(Baseline::Zero) },
            levels: &[],
            breaks: &breaks,
            selected: None,
            tick: &tick,
        };
        chart::lines(&input, frame)
    };
    let unit = match (measure, facts.base) {
        (PeerMeasure::Index, Some(base)) => (words.peers_unit_index)(base),
        (PeerMeasure::PerHead, _) => words.peers_unit_head.to_owned(),
        (PeerMeasure::Level | PeerMeasure::Index, _) => {
            (words.peers_unit_level)(format.unit(Unit::Money))
        }
    };
    Exhibit {
        name: ViewId::Peers.file(),
        reading: reading(context, &facts, format),
        unit: if logarithmic { (words.logarithmic)(&unit) } else { unit },
        picture: Picture {
            draw: Box::new(draw),
            data: said,
            swatches: Vec::new(),
            status: Vec::new(),
            year: 1,
        },
        table,
        notes: notes(context, &facts, state.peers, format),
        controls: controls(context, &facts, state, lang),
        sources: sources(context, &facts, lang),
    }
}

/// A line for each country, or two where its series breaks; and what is said of their points.
fn lines_and_said(
    context: &Context,
    facts: &Comparison,
    format: Format,
) -> (Vec<Line>, Vec<Datum>) {
    let (lang, words) = (format.lang, words(format.lang));
    let (mut lines, mut said) = (Vec::new(), Vec::new());
    let last = facts.years.last().copied();
    let inks = inks(&facts.shown);
    for (place, shown) in facts.shown.iter().enumerate() {
        let weight = match (place, shown.kind) {
            (0, _) => Weight::Strong,
            (_, CountryKind::Country) => Weight::Plain,
            (_, CountryKind::World) => Weight::Thin,
        };
        let ink = inks.get(place).copied().unwrap_or(Ink::Rest);
        let country = name(context, shown.country, lang);
        let end = shown.values.last().map(|it| it.0);
        let label = match end {
            Some(end) if Some(end) != last => (words.up_to_year)(country, end),
            _ => country.to_owned(),
        };
        let after = |year: i32| shown.break_year.is_some_and(|first| year >= first);
        for late in [false, true] {
            let value = |&year: &i32| shown.value(year).filter(|_| after(year) == late);
            let values: Vec<Option<f64>> = facts.years.iter().map(value).collect();
            if values.iter().all(Option::is_none) {
                continue;
            }
            let named = end.is_some_and(|it| after(it) == late);
            let series = lines.len();
            for (column, (&year, value)) in facts.years.iter().zip(&values).enumerate() {
                let Some(value) = *value else { continue };
                said.push(Datum {
                    at: (column, series),
                    heading: format!("{country}, {year}").replace(", ", lang.strings().comma),
                    figures: figures(context, facts, shown.country, (year, value), format),
                    ..Datum::default()
                });
            }
            let label = if named { label.clone() } else { String::new() };
            lines.push(Line::new(label, values, ink, weight));
        }
    }
    (lines, said)
}

/// What is said of one value.
fn figures(
    context: &Context,
    facts: &Comparison,
    country: CountryId,
    (year, value): (i32, f64),
    format: Format,
) -> Vec<String> {
    let words = words(format.lang);
    let exports = context.exports(country).into_iter().find(|it| it.0 == year).map(|it| it.1);
    let exports = exports.map(|it| format!("{}: {}", words.exports, format.money(it)));
    let mut figures = Vec::new();
    match (facts.measure, facts.base) {
        (PeerMeasure::Index, Some(base)) => {
            let index = format.value(Unit::Index, value);
            figures.push(format!("{}: {}", words.peers_index, (words.index_value)(&index, base)));
        }
        (PeerMeasure::PerHead, _) => {
            figures.push((words.dollars_a_head)(&format.points_words(value)));
        }
        (PeerMeasure::Level | PeerMeasure::Index, _) => {}
    }
    figures.extend(exports);
    let people = context.population(country, year).and_then(|it| usize::try_from(it).ok());
    if let Some(people) = people.filter(|_| facts.measure == PeerMeasure::PerHead) {
        figures.push((words.people)(&format.count(people)));
    }
    figures
}

/// A row a year, the latest first; a column a country.
fn table(context: &Context, facts: &Comparison, format: Format) -> Table {
    let words = words(format.lang);
    let mut columns = vec![Column { heading: words.year.to_owned(), numeric: false }];
    columns.extend(facts.shown.iter().map(|it| Column {
        heading: name(context, it.country, format.lang).to_owned(),
        numeric: true,
    }));
    let exports: Vec<Vec<(i32, Amount)>> =
        facts.shown.iter().map(|it| context.exports(it.country)).collect();
    let rows = facts.years.iter().rev().map(|&year| {
        let mut cells = vec![Cell::number(year_text(year), f64::from(year))];
        cells.extend(facts.shown.iter().zip(&exports).map(|(shown, exports)| {
            let exact = exports.iter().find(|it| it.0 == year);
            match (facts.measure, exact) {
                (PeerMeasure::Level, Some(&(_, amount))) => table::amount_cell(amount, format),
                (PeerMeasure::Level, None) => Cell::words(""),
                (PeerMeasure::Index, _) => {
                    Cell::optional(shown.value(year), |it| format.value(Unit::Index, it))
                }
                (PeerMeasure::PerHead, _) => {
                    Cell::optional(shown.value(year), |it| format.points_words(it))
                }
            }
        }));
        Row { cells, observations: Vec::new(), month: None }
    });
    Table { columns, rows: rows.collect(), whole: None }
}

fn notes(context: &Context, facts: &Comparison, asked: Peers, format: Format) -> Vec<String> {
    let (lang, words) = (format.lang, words(format.lang));
    let mut notes = Vec::new();
    // An address may ask for what the data do not have.
    let unknown: Vec<&str> =
        asked.countries.iter().filter(|it| context.country(it).is_none()).collect();
    if !unknown.is_empty() {
        notes.push((words.note_unknown_countries)(&unknown.join(lang.strings().comma)));
    }
    if let Some(base) = asked.base.filter(|it| !facts.bases.contains(it)) {
        notes.push((words.note_no_base)(base));
    }
    if crate::package_text::FISCAL {
        notes.push(words.note_calendar_years.to_owned());
    }
    if facts.is_logarithmic() {
        notes.push(words.note_logarithmic.to_owned());
    }
    if facts.measure == PeerMeasure::PerHead {
        notes.push(words.note_per_head.to_owned());
    }
    // Years that some of them lack, each with those that lack it.
    for &year in &facts.years {
        let lacking = facts
            .shown
            .iter()
            .filter(|it| context.exports(it.country).iter().all(|exports| exports.0 != year));
        let names: Vec<&str> = lacking.map(|it| name(context, it.country, lang)).collect();
        if !names.is_empty() {
            let names = names.join(lang.strings().comma);
            notes.push((words.note_missing)(&year_text(year), &names));
        }
    }
    for shown in facts.shown.iter().filter(|it| it.break_year.is_some()) {
        let note = country(context, shown.country).map_or("", |it| it.note.get(lang));
        notes.push(format!("{}: {note}", name(context, shown.country, lang)));
    }
    if let (PeerMeasure::Index, Some(base)) = (facts.measure, facts.base) {
        let without = facts.shown.iter().filter(|it| it.values.is_empty());
        notes
            .extend(without.map(|it| (words.note_no_index)(name(context, it.country, lang), base)));
    }
    if facts.shown.len() > Countries::MOST {
        notes.push((words.note_most)(Countries::MOST));
    }
    if !words.note_peers.is_empty() {
        notes.push(words.note_peers.to_owned());
    }
    notes
}

fn controls(context: &Context, facts: &Comparison, state: &State, lang: Lang) -> Vec<Control> {
    let words = words(lang);
    let peers = state.peers;
    let measures = [
        (PeerMeasure::Level, words.peers_level),
        (PeerMeasure::Index, words.peers_index),
        (PeerMeasure::PerHead, words.peers_per_head),
    ];
    let measure = |(measure, name): (PeerMeasure, &str)| Choosable {
        action: Action::Peers(Peers { measure, ..peers }),
        name: name.to_owned(),
        chosen: measure == facts.measure,
    };
    let beside = chosen(context, &peers);
    let full = beside.len() >= Countries::MOST;
    let others = context.countries.iter().filter(|it| it.code != OWN);
    let others = others.filter(|it| !full || beside.contains(&it.code.as_str()));
    let country = |it: &Country| Choosable {
        action: Action::Peers(Peers { countries: toggled(&beside, &it.code), ..peers }),
        name: it.name.get(lang).to_owned(),
        chosen: beside.contains(&it.code.as_str()),
    };
    let mut controls = vec![
        Control {
            name: "peers-measure",
            legend: words.peers_measure.to_owned(),
            kind: Kind::One,
            options: measures.into_iter().map(measure).collect(),
        },
        Control {
            name: "peers-countries",
            legend: words.peers_countries.to_owned(),
            kind: Kind::Any,
            options: others.map(country).collect(),
        },
    ];
    if facts.measure == PeerMeasure::Index && facts.bases.len() > 1 {
        let first = facts.bases.first().copied();
        let base = |&year: &i32| Choosable {
            action: Action::Peers(Peers {
                base: Some(year).filter(|_| Some(year) != first),
                ..peers
            }),
            name: year_text(year),
            chosen: Some(year) == facts.base,
        };
        controls.push(Control {
            name: "peers-base",
            legend: words.peers_base.to_owned(),
            kind: Kind::OneOfList,
            options: facts.bases.iter().map(base).collect(),
        });
    }
    controls
}

/// The pages that the figures shown were read in, each once.
fn sources(context: &Context, facts: &Comparison, lang: Lang) -> Citations {
    let words = words(lang);
    let cited = context.peers.iter().filter_map(|it| {
        let shown = facts.shown.iter().find(|shown| shown.country == it.country)?;
        let what = match (it.figure, shown.kind) {
            (PeerFigure::Exports(_), CountryKind::Country) => words.exports,
            (PeerFigure::Exports(_), CountryKind::World) => words.exports_of_world,
            (PeerFigure::Population(_), _) if facts.measure == PeerMeasure::PerHead => {
                words.population
            }
            (PeerFigure::Population(_), _) => return None,
        };
        let Citation { name, url } = read_at(context, it.page, lang)?;
        Some(Citation { name: format!("{what}: {name}"), url })
    });
    Citations::Elsewhere { pages: each_once(cited), of_rows: Vec::new() }
}
