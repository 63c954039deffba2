//! What stands around the record: other countries, the drivers and obstacles of the story and
//! what measures them, announced targets, dated events.
//!
//! Like the record it exists only if every rule held when the program was built.

use super::packed::Packed;
use super::{Amount, Bilingual, SectorId, Source};
use crate::calendar::{Date, Month, Span};

/// Everything around the record, checked. Pages are the context's own, apart from the list of
/// the record's sources, which comes later.
#[derive(Clone, Debug, PartialEq)]
pub struct Context {
    pub countries: Vec<Country>,
    /// Exports, then people; each sorted by country and year.
    pub peers: Vec<Peer>,
    /// In the order of the story.
    pub drivers: Vec<Driver>,
    /// Those of one driver together, in the order of drivers.
    pub indicators: Vec<Indicator>,
    /// In the order of their announcement.
    pub targets: Vec<Target>,
    /// In the order of their dates.
    pub events: Vec<Event>,
    /// One of each series at most, in the order of [`PriceSeries::ALL`].
    pub prices: Vec<Prices>,
    /// Where all of it was read.
    pub pages: Vec<Source>,
}

/// A place in [`Context::countries`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CountryId(pub u8);

/// A place in [`Context::drivers`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DriverId(pub u8);

/// A place in [`Context::events`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventId(pub u8);

/// A place in [`Context::pages`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageId(pub u16);

/// One of a few things, each with the word that stands for it in the files.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$of:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$of])* $variant,)+ }

        impl $name {
            pub const ALL: [$name; Self::WORDS.len()] = [$($name::$variant,)+];
            /// As written in the files, in the order of [`Self::ALL`].
            pub const WORDS: &[&'static str] = &[$($word,)+];
        }
    };
}

/// A country, or the world, to compare with.
#[derive(Clone, Debug, PartialEq)]
pub struct Country {
    /// ISO 3166 letters: `PAK`; `WLD` for the world.
    pub code: String,
    pub name: Bilingual,
    pub kind: CountryKind,
    /// The first year of exports that are not comparable with those before.
    pub break_year: Option<i32>,
    /// Empty when there is nothing to say.
    pub note: Bilingual,
}

words! {
    CountryKind {
        Country = "country",
        /// A sum over countries, and no peer of theirs.
        World = "world",
    }
}

/// One figure of one country for one calendar year.
#[derive(Clone, Debug, PartialEq)]
pub struct Peer {
    pub country: CountryId,
    /// A calendar year: never on one axis with fiscal years.
    pub year: i32,
    pub figure: PeerFigure,
    pub page: PageId,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PeerFigure {
    /// ICT service exports, current US$ (balance of payments), whole dollars: thousands would be
    /// too coarse to divide.
    Exports(i64),
    /// People, at mid-year.
    Population(i64),
}

impl PeerFigure {
    /// Exports in US$, or people.
    pub fn new(people: bool, value: i64) -> PeerFigure {
        if people { PeerFigure::Population(value) } else { PeerFigure::Exports(value) }
    }

    /// What [`PeerFigure::new`] makes it of.
    pub fn parts(self) -> (bool, i64) {
        match self {
            PeerFigure::Exports(dollars) => (false, dollars),
            PeerFigure::Population(people) => (true, people),
        }
    }
}

/// What the story gives as a cause of growth or as an obstacle to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Driver {
    /// `remote_work`.
    pub code: String,
    pub kind: DriverKind,
    pub title: Bilingual,
    /// What the story claims and what figures can show of it.
    pub sentence: Bilingual,
    /// The headings of the record that measure a part of it.
    pub sectors: Vec<SectorId>,
    /// What happened that bears on it, in order of time.
    pub events: Vec<EventId>,
}

words! {
    DriverKind {
        Driver = "driver",
        Obstacle = "obstacle",
    }
}

/// One thing that is measured, and every figure of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    pub driver: DriverId,
    /// `internet_users`.
    pub code: String,
    pub name: Bilingual,
    pub unit: Unit,
    /// In order of time. Not a line: see [`Figure::series`].
    pub figures: Vec<Figure>,
}

words! {
    Unit {
        /// Persons, companies: whole things.
        Count = "count",
        /// Millions of such things.
        Million = "million",
        Percent = "percent",
        /// 1 is first.
        Rank = "rank",
        UsdMillion = "usd_million",
        UsdBillion = "usd_billion",
        /// Billions of Pakistani rupees.
        PkrBillion = "pkr_billion",
        /// Megabits a second.
        Mbps = "mbps",
        /// Terabits a second.
        Tbps = "tbps",
        Petabytes = "petabytes",
        Hours = "hours",
    }
}

/// One published figure of an indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// A month, a calendar or fiscal year, or a span of months, as published. A figure of a
    /// stock is that at its end.
    pub period: Span,
    pub value: Decimal,
    pub bound: Bound,
    pub kind: FigureKind,
    /// Figures of an indicator with the same number have one definition and may be joined by a
    /// line; others never.
    pub series: Option<u8>,
    pub page: PageId,
    /// Empty when there is nothing to say.
    pub note: Bilingual,
}

words! {
    /// How the source puts the value.
    Bound {
        Exact = "exact",
        About = "about",
        /// The value or more.
        Over = "over",
        /// The value or less.
        UpTo = "up_to",
    }
}

words! {
    /// Who says it.
    FigureKind {
        /// A public body, of what it counts itself.
        Official = "official",
        /// A survey, a sample, a model.
        Estimate = "estimate",
        /// Somebody with an interest in it: a minister, an association of companies.
        Claim = "claim",
    }
}

/// A decimal number as published: `27.3759` is 273759 with 4 decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    pub digits: i64,
    pub decimals: u8,
}

impl Decimal {
    pub fn value(self) -> f64 {
        self.digits as f64 / 10_f64.powi(self.decimals.into())
    }
}

/// An announced target or ambition.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    pub id: String,
    /// The month in which it was announced, or first reported by the page; where the page shows
    /// no date, the months within which.
    pub announced: Span,
    /// Of that month, where it is known.
    pub day: Option<u8>,
    pub announcer: Bilingual,
    pub kind: TargetKind,
    pub what: TargetOf,
    pub amount: Amount,
    /// The year in which exports are to reach the amount: fiscal, or calendar where the source
    /// does not name a fiscal year. `None` where no year is named.
    pub period: Option<Span>,
    pub page: PageId,
    /// Empty when there is nothing to say.
    pub note: Bilingual,
}

words! {
    TargetKind {
        /// A government's.
        Target = "target",
        /// What somebody holds possible.
        Ambition = "ambition",
    }
}

words! {
    TargetOf {
        /// ICT exports as a whole.
        Ict = "ict",
        /// Freelance income.
        Freelance = "freelance",
    }
}

/// What happened on a day, or in a month where the day is not known.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    pub date: Date,
    pub kind: EventKind,
    pub title: Bilingual,
    pub text: Bilingual,
    pub page: PageId,
}

words! {
    EventKind {
        Infrastructure = "infrastructure",
        Market = "market",
        Policy = "policy",
        Shock = "shock",
    }
}

/// What a dollar was worth, month by month.
#[derive(Clone, Debug, PartialEq)]
pub struct Prices {
    pub series: PriceSeries,
    /// The first month known.
    pub first: Month,
    /// From the first on, in thousandths; `None` where a month is not known.
    pub months: Vec<Option<i64>>,
    /// Where they were read, each page once.
    pub pages: Vec<PageId>,
}

words! {
    PriceSeries {
        /// Rupees for a US dollar, mean of the month's interbank closing rates.
        Rate = "pkr_per_usd",
        /// US consumer prices, all urban consumers, not seasonally adjusted, 1982-84 = 100.
        Cpi = "us_cpi",
    }
}

impl Prices {
    fn thousandths(&self, month: Month) -> Option<i64> {
        let place = usize::try_from(month.since(self.first)).ok()?;
        *self.months.get(place)?
    }

    /// The mean of months; `None` where one of them is not known.
    pub fn mean(&self, span: Span) -> Option<f64> {
        let sum: Option<i64> = span.months().map(|it| self.thousandths(it)).sum();
        Some(sum? as f64 / 1000.0 / span.len() as f64)
    }

    /// The months of a span that are not known, those that follow one another together.
    pub fn unknown(&self, span: Span) -> Vec<Span> {
        let mut runs: Vec<Span> = Vec::new();
        for month in span.months().filter(|&it| self.thousandths(it).is_none()) {
            match runs.last_mut() {
                Some(run) if run.end().plus(1) == month => {
                    *run = Span::new(run.start(), month).unwrap_or(*run);
                }
                _ => runs.push(month.into()),
            }
        }
        runs
    }

    /// Whether all months of any fiscal year are known.
    pub fn has_whole_year(&self) -> bool {
        let months = (0..self.months.len() as i32).map(|it| self.first.plus(it));
        months.into_iter().any(|it| self.mean(it.fiscal_year().span()).is_some())
    }
}

/// Which texts travel with the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Texts {
    Both,
    English,
    Urdu,
}

impl Context {
    /// Where something was read. `None` only for an id of another context.
    pub fn page(&self, id: PageId) -> Option<&Source> {
        self.pages.get(usize::from(id.0))
    }

    /// Prices of a series, if the package has any.
    pub fn prices(&self, series: PriceSeries) -> Option<&Prices> {
        self.prices.iter().find(|it| it.series == series)
    }

    /// The country with these ISO letters.
    pub fn country(&self, code: &str) -> Option<CountryId> {
        let place = self.countries.iter().position(|it| it.code == code)?;
        Some(CountryId(place as u8))
    }

    /// What measures a driver.
    pub fn indicators_of(&self, driver: DriverId) -> impl Iterator<Item = &Indicator> {
        self.indicators.iter().filter(move |it| it.driver == driver)
    }

    /// Exports of every calendar year for which they are published, US$, in order. A year that
    /// is not there is not known.
    pub fn exports(&self, country: CountryId) -> Vec<(i32, i64)> {
        let exports = |it: &Peer| match it.figure {
            PeerFigure::Exports(dollars) if it.country == country => Some((it.year, dollars)),
            _ => None,
        };
        self.peers.iter().filter_map(exports).collect()
    }

    /// People in a calendar year.
    pub fn population(&self, country: CountryId, year: i32) -> Option<i64> {
        self.figures(country, year).find_map(|it| match it {
            PeerFigure::Population(people) => Some(people),
            _ => None,
        })
    }

    /// Exports for each inhabitant, US$. `None` where either is missing.
    pub fn per_head(&self, country: CountryId, year: i32) -> Option<f64> {
        let exports = self.figures(country, year).find_map(|it| match it {
            PeerFigure::Exports(dollars) => Some(dollars),
            _ => None,
        })?;
        let people = self.population(country, year).filter(|&it| it > 0)?;
        Some(exports as f64 / people as f64)
    }

    /// Exports as an index, `base` = 100, of the years that are comparable with `base`: those on
    /// its side of a break. `None` where `base` is missing.
    pub fn index(&self, country: CountryId, base: i32) -> Option<Vec<(i32, f64)>> {
        let exports = self.exports(country);
        let (_, whole) = exports.iter().copied().find(|&(year, it)| year == base && it > 0)?;
        let broken = self.countries.get(usize::from(country.0))?.break_year;
        let after = |year: i32| broken.is_some_and(|first| year >= first);
        let comparable = exports.into_iter().filter(|&(year, _)| after(year) == after(base));
        Some(comparable.map(|(year, it)| (year, it as f64 / whole as f64 * 100.0)).collect())
    }

    fn figures(&self, country: CountryId, year: i32) -> impl Iterator<Item = PeerFigure> {
        let of = move |it: &&Peer| it.country == country && it.year == year;
        self.peers.iter().filter(of).map(|it| it.figure)
    }

    /// The compact form that the program carries, with the texts of one language or both.
    ///
    /// # Errors
    ///
    /// Fails only when memory runs out.
    pub fn encode(&self, texts: Texts) -> Result<Vec<u8>, postcard::Error> {
        postcard::to_allocvec(&Packed::of_context(self, texts))
    }

    /// Texts of a language that was left out are empty.
    ///
    /// # Errors
    ///
    /// When the bytes were not written by [`Context::encode`] of the same program.
    pub fn decode(bytes: &[u8]) -> Result<Context, postcard::Error> {
        postcard::from_bytes(bytes).map(|it: Packed| it.unpack_context())
    }
}

impl Indicator {
    /// Figures of one definition, in order of time: a line may join them.
    pub fn series(&self, number: u8) -> impl Iterator<Item = &Figure> {
        self.figures.iter().filter(move |it| it.series == Some(number))
    }
}
