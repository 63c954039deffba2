//! The own country beside others, over calendar years.

use super::Rank;
use crate::data::Amount;
use crate::data::context::{Context, CountryId, CountryKind};
use crate::order;
use crate::state::{PeerMeasure, Peers};

/// The country that all of this is about.
pub const OWN_COUNTRY: &str = package_text!(iso3);
/// Those that stand beside it until the reader chooses.
const AT_FIRST: &[&str] = package_text!(peers beside);
/// Growth is told over so many years, where the figures go back that far.
const YEARS_OF_GROWTH: i32 = 10;
/// From this ratio of highest to lowest on an axis is logarithmic: lower lines would lie on its foot.
const WIDE_RANGE: f64 = 10.0;

/// Countries compared over calendar years.
#[derive(Clone, Debug, PartialEq)]
pub struct PeerComparison {
    pub measure: PeerMeasure,
    /// The years of which the index can be made for all that are shown.
    pub bases: Vec<i32>,
    /// The year in which the index is 100; `None` where no year can be.
    pub base: Option<i32>,
    /// The own country first, then the others as they were chosen.
    pub series: Vec<PeerSeries>,
    /// From the first to the last year of which any of them has a value.
    pub years: Vec<i32>,
}

/// One country, or the world.
#[derive(Clone, Debug, PartialEq)]
pub struct PeerSeries {
    pub country: CountryId,
    pub kind: CountryKind,
    /// The first year that is not comparable with those before.
    pub break_year: Option<i32>,
    /// As published, US$, by year; years that are not published are not there.
    pub exports: Vec<(i32, i64)>,
    /// What the measure makes of them, by year: US$ million, an index, or US$ a head.
    pub values: Vec<(i32, f64)>,
}

impl PeerSeries {
    pub fn value(&self, year: i32) -> Option<f64> {
        of_year(&self.values, year)
    }

    /// To the nearest thousand, to be shown.
    pub fn exports_of(&self, year: i32) -> Option<Amount> {
        let dollars = of_year(&self.exports, year)?;
        Some(Amount::from_thousands((dollars + 500) / 1000))
    }

    /// How many times its value of one year that of a later is.
    pub fn times(&self, from: i32, to: i32) -> Option<f64> {
        let whole = from < to && self.is_after_break(from) == self.is_after_break(to);
        let before = self.value(from).filter(|&it| whole && it > 0.0)?;
        Some(self.value(to)? / before)
    }

    /// Whether a year is of the newer series.
    pub fn is_after_break(&self, year: i32) -> bool {
        self.break_year.is_some_and(|first| year >= first)
    }
}

fn of_year<T: Copy>(all: &[(i32, T)], year: i32) -> Option<T> {
    all.iter().find(|it| it.0 == year).map(|it| it.1)
}

/// How values grew up to the own country's latest year.
#[derive(Clone, Debug, PartialEq)]
pub struct PeerGrowth {
    pub from: i32,
    pub to: i32,
    /// How many times its value of `from` that of `to` is, of each of the series; `None` where either year is missing,
    /// or the series breaks between them.
    pub times: Vec<Option<f64>>,
    /// The place of the own country among those of countries, as they are written: to a tenth. `None` where there is
    /// none beside it.
    pub rank: Option<Rank>,
}

impl PeerComparison {
    fn own(&self) -> Option<&PeerSeries> {
        self.series.first()
    }

    /// The own country's last year and value.
    pub fn latest(&self) -> Option<(i32, f64)> {
        self.own()?.values.last().copied()
    }

    fn countries(&self) -> impl Iterator<Item = &PeerSeries> {
        self.series.iter().filter(|it| it.kind == CountryKind::Country)
    }

    /// The own country's latest value among those of countries. `None` where there is none beside
    /// it, and for an index, which says nothing of size.
    pub fn rank(&self) -> Option<Rank> {
        let (year, own) = self.latest().filter(|_| self.measure != PeerMeasure::Index)?;
        let rank = Rank::among(own, self.countries().filter_map(|it| it.value(year)));
        (rank.of > 1).then_some(rank)
    }

    /// The own country's latest value against that of the year before, percent.
    pub fn change_on_year(&self) -> Option<f64> {
        let (year, now) = self.latest()?;
        let before = self.own()?.value(year - 1).filter(|&it| it > 0.0)?;
        Some((now / before - 1.0) * 100.0)
    }

    /// Whether a rank is among all countries that are shown.
    pub fn has_all(&self, rank: Rank) -> bool {
        rank.of == self.countries().count()
    }

    /// Over ten years where the own country has so many; of an index since the year that is 100.
    pub fn growth(&self) -> Option<PeerGrowth> {
        let first = self.own()?.values.first()?.0;
        let to = self.latest()?.0;
        let from = match self.measure {
            PeerMeasure::Index => self.base?,
            PeerMeasure::Level | PeerMeasure::PerHead => (to - YEARS_OF_GROWTH).max(first),
        };
        let times: Vec<Option<f64>> = self.series.iter().map(|it| it.times(from, to)).collect();
        let own = (*times.first()?)?;
        let tenths = |it: f64| (it * 10.0).round();
        let all = self.series.iter().zip(&times).filter(|it| it.0.kind == CountryKind::Country);
        let rank = Rank::among(tenths(own), all.filter_map(|it| it.1.map(tenths)));
        Some(PeerGrowth { from, to, times, rank: Some(rank).filter(|it| it.of > 1) })
    }

    /// Of the other countries the one with the highest value in the own country's latest year, its place among the
    /// series, and how many times the own value that is.
    pub fn highest_other(&self) -> Option<(usize, f64)> {
        let (year, own) = self.latest().filter(|it| it.1 > 0.0)?;
        let others = self.series.iter().enumerate().skip(1);
        let countries = others.filter(|it| it.1.kind == CountryKind::Country);
        let values = countries.filter_map(|(place, it)| Some((place, it.value(year)? / own)));
        values.max_by_key(|it| order::number(it.1))
    }

    /// Whether the axis is logarithmic.
    pub fn is_logarithmic(&self) -> bool {
        let values = || self.series.iter().flat_map(|it| it.values.iter().map(|it| it.1));
        let (low, high) = (values().fold(f64::INFINITY, f64::min), values().fold(0.0, f64::max));
        self.measure == PeerMeasure::Level || high > WIDE_RANGE * low
    }
}

/// The countries beside the own that a choice means, those that exist.
fn beside(context: &Context, peers: &Peers) -> Vec<CountryId> {
    let known: Vec<CountryId> =
        peers.countries.iter().filter_map(|it| context.country(it)).collect();
    if known.is_empty() {
        return AT_FIRST.iter().filter_map(|it| context.country(it)).collect();
    }
    known.into_iter().filter(|&it| Some(it) != context.country(OWN_COUNTRY)).collect()
}

pub fn peers(context: &Context, peers: &Peers) -> PeerComparison {
    let own = context.country(OWN_COUNTRY);
    let ids: Vec<CountryId> = own.into_iter().chain(beside(context, peers)).collect();
    let exports: Vec<Vec<(i32, i64)>> = ids.iter().map(|&it| context.exports(it)).collect();
    let has = |all: &Vec<(i32, i64)>, year: i32| of_year(all, year).is_some_and(|it| it > 0);
    let years = exports.first().into_iter().flatten().map(|it| it.0);
    let bases: Vec<i32> = years.filter(|&year| exports.iter().all(|it| has(it, year))).collect();
    let base = peers.base.filter(|it| bases.contains(it)).or(bases.first().copied());
    let values = |id: CountryId, exports: &[(i32, i64)]| -> Vec<(i32, f64)> {
        match peers.measure {
            PeerMeasure::Level => {
                exports.iter().map(|&(year, it)| (year, it as f64 / 1e6)).collect()
            }
            PeerMeasure::Index => base.and_then(|it| context.index(id, it)).unwrap_or_default(),
            PeerMeasure::PerHead => {
                let of = |&(year, _): &(i32, i64)| Some((year, context.per_head(id, year)?));
                exports.iter().filter_map(of).collect()
            }
        }
    };
    let series = ids.into_iter().zip(exports).filter_map(|(country, exports)| {
        let it = context.countries.get(usize::from(country.0))?;
        let values = values(country, &exports);
        Some(PeerSeries { country, kind: it.kind, break_year: it.break_year, exports, values })
    });
    let series: Vec<PeerSeries> = series.collect();
    let years = || series.iter().flat_map(|it| it.values.iter().map(|it| it.0));
    let years = match (years().min(), years().max()) {
        (Some(first), Some(last)) => (first..=last).collect(),
        _ => Vec::new(),
    };
    PeerComparison { measure: peers.measure, bases, base, series, years }
}
