//! Facts in words: a heading that states the finding and the sentences that back it.
//!
//! What is worth saying is decided here, once; [`en`] and [`ur`] say the same things, each
//! in its own order. Every claim follows from [`crate::facts`] and is tested against the
//! data for every month.

mod en;
mod ur;

use crate::calendar::{Date, Month, Span};
use crate::data::{Amount, Dataset, SectorId, SectorSet, Status};
use crate::facts::{Breakdown, Direction, Growth, Headline, Print, Rank, State, Trend};
use crate::i18n::{Format, Lang};
use crate::query::{Heading, Vintage};

/// What a view says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The finding, without a full stop.
    pub title: String,
    /// One or more whole sentences: level, change against what, largest contributor,
    /// status. They stand alone when copied.
    pub sentence: String,
}

impl Reading {
    /// Title and sentences in one line, as a text alternative.
    pub fn text(&self, lang: Lang) -> String {
        let stop = match lang {
            Lang::En => ".",
            Lang::Ur => "۔",
        };
        format!("{}{stop} {}", self.title, self.sentence)
    }
}

pub fn headline(data: &Dataset, facts: &Headline, format: Format) -> Reading {
    match format.lang {
        Lang::En => en::headline(data, facts, format),
        Lang::Ur => ur::headline(data, facts, format),
    }
}

/// July to the headline's month against the same months a year before, one sentence.
pub fn year_to_date(facts: &Headline, format: Format) -> Option<String> {
    let it = facts.year_to_date.as_ref()?;
    Some(match format.lang {
        Lang::En => en::year_to_date(it, format),
        Lang::Ur => ur::year_to_date(it, format),
    })
}

/// The month whose "15%" started this page.
const STORY: Option<Month> = Month::new(2023, 10);

/// Which of the possible comparisons gave the story's 15%: only for October 2023.
pub fn story_check(facts: &Headline, format: Format) -> Option<Reading> {
    if Some(facts.month) != STORY {
        return None;
    }
    match format.lang {
        Lang::En => en::story_check(facts, format),
        Lang::Ur => ur::story_check(facts, format),
    }
}

pub fn trend(data: &Dataset, facts: &Trend, format: Format) -> Reading {
    match format.lang {
        Lang::En => en::trend(data, facts, format),
        Lang::Ur => ur::trend(data, facts, format),
    }
}

pub fn breakdown(data: &Dataset, facts: &Breakdown, format: Format) -> Reading {
    match format.lang {
        Lang::En => en::breakdown(data, facts, format),
        Lang::Ur => ur::breakdown(data, facts, format),
    }
}

/// Fewer months than this make no record worth naming.
const MONTHS_FOR_A_RANK: usize = 24;
/// Fewer years than this make no highest October worth naming.
const YEARS_FOR_A_RANK: usize = 3;
/// The last place among all months that is named beside a highest October.
const LAST_PLACE_NAMED: usize = 5;

/// Where a month stands among the others, when that is worth a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Standing {
    claim: Claim,
    when: When,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Claim {
    /// Of all months.
    Highest { joint: bool },
    /// Of all Octobers, say, and its place among all months.
    HighestOfName { joint: bool, overall: Option<usize> },
    /// Second or third of all months.
    High { place: usize },
    /// Of all months.
    Lowest,
    LowestSince(Month),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    /// The month is the latest.
    Now,
    /// Among the months up to a past one.
    Then,
    /// Also among those that came after.
    Still,
}

fn standing(facts: &Headline) -> Option<Standing> {
    let (all, named) = (facts.rank, facts.rank_of_name);
    let ranked = all.of >= MONTHS_FOR_A_RANK;
    let when = |rank: Rank| match rank {
        _ if facts.is_latest_month => When::Now,
        Rank { place: 1, place_today: 1, tied_today: false, .. } => When::Still,
        Rank { .. } => When::Then,
    };
    if ranked && all.place == 1 {
        return Some(Standing { claim: Claim::Highest { joint: all.tied }, when: when(all) });
    }
    if named.of >= YEARS_FOR_A_RANK && named.place == 1 {
        let overall = (ranked && !all.tied && all.place <= LAST_PLACE_NAMED).then_some(all.place);
        let when = when(named);
        let overall = overall.filter(|_| when != When::Still);
        let claim = Claim::HighestOfName { joint: named.tied, overall };
        return Some(Standing { claim, when });
    }
    let when = if facts.is_latest_month { When::Now } else { When::Then };
    let claim = match facts.lowest_since {
        _ if !ranked => return None,
        _ if all.place <= 3 && !all.tied => Claim::High { place: all.place },
        None => Claim::Lowest,
        Some(since) if facts.month.since(since) > 12 => Claim::LowestSince(since),
        Some(_) => return None,
    };
    Some(Standing { claim, when })
}

/// The changes worth naming, on the month before and on the year before.
fn changes(facts: &Headline) -> Vec<Compared> {
    [facts.on_month, facts.on_year]
        .into_iter()
        .flatten()
        .map(|it| Compared { base: it.base.start(), percent: it.percent() })
        .collect()
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Compared {
    base: Month,
    percent: f64,
}

impl Compared {
    fn direction(self) -> Direction {
        Direction::of_percent(self.percent)
    }
}

/// A change per working day that goes another way than the plain change: the year's
/// rather than the month's.
fn contrary_per_day(facts: &Headline) -> Option<crate::facts::PerDayChange> {
    let contrary = |plain: Option<crate::facts::Change>, per_day: Option<_>| {
        let (plain, per_day): (_, crate::facts::PerDayChange) = (plain?, per_day?);
        (plain.direction() != per_day.direction()).then_some(per_day)
    };
    contrary(facts.on_year, facts.per_day_on_year)
        .or_else(|| contrary(facts.on_month, facts.per_day_on_month))
}

/// The other print of the figure, when a reader sees that it is another: the first print
/// of a figure shown as latest, the last of one shown as first published.
fn other_print(facts: &Headline) -> Option<Print> {
    let other = match facts.vintage {
        Vintage::Latest => facts.first_print,
        Vintage::First => facts.last_print,
    }?;
    // Sentences show tenths of a million.
    let shown = |amount: Amount| (amount.thousands() + 50) / 100;
    (shown(other.amount) != shown(facts.amount)).then_some(other)
}

/// How a change is worded in a heading.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Size {
    /// 2.9 times counts as nearly 3.
    Nearly(u32),
    Exactly(u32),
    MoreThan(u32),
    /// Less than half.
    MoreThanHalved,
    Up(f64),
    Down(f64),
    Unchanged,
}

fn size(growth: &Growth) -> Size {
    let times = 1.0 + growth.ratio;
    let whole = times.floor();
    match growth.direction() {
        _ if times >= (whole + 1.0) * 0.97 && whole >= 1.0 => Size::Nearly(whole as u32 + 1),
        _ if times >= 2.0 && times - whole < 0.0005 => Size::Exactly(whole as u32),
        _ if times >= 2.0 => Size::MoreThan(whole as u32),
        _ if times < 0.5 => Size::MoreThanHalved,
        Direction::Up => Size::Up(growth.percent()),
        Direction::Down => Size::Down(growth.percent()),
        Direction::Unchanged => Size::Unchanged,
    }
}

/// Whole years between two spans, within a month.
fn years_between(base: Span, now: Span) -> Option<u32> {
    let months = now.end().since(base.end());
    let years = (months + 1) / 12;
    (years >= 1 && (months - years * 12).abs() <= 1).then_some(years as u32)
}

/// How much of a change one part brought about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Portion {
    /// Without it the whole would not have gone this way.
    All,
    NearlyAll,
    OverTwoThirds,
    OverHalf,
    OverThird,
    OverQuarter,
    /// The largest part, however small.
    Largest,
}

impl Portion {
    /// `share` of the change: positive.
    fn of(share: f64) -> Portion {
        match share {
            share if share >= 1.0 => Portion::All,
            share if share >= 0.9 => Portion::NearlyAll,
            share if share > 2.0 / 3.0 => Portion::OverTwoThirds,
            share if share > 0.5 => Portion::OverHalf,
            share if share > 1.0 / 3.0 => Portion::OverThird,
            share if share > 0.25 => Portion::OverQuarter,
            _ => Portion::Largest,
        }
    }
}

/// What the reader has chosen, as a sentence names it.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Subject {
    All,
    /// Up to three nodes of the tree.
    Nodes(Vec<SectorId>),
    AllBut(SectorId),
    /// So many leaves.
    Some(usize),
}

fn subject(data: &Dataset, sectors: SectorSet) -> Subject {
    let tree = &data.sectors;
    let nodes = tree.nodes(sectors);
    let missing = tree.nodes(tree.all() - sectors);
    match (nodes.as_slice(), missing.as_slice()) {
        ([SectorId::TOTAL], _) => Subject::All,
        ([], _) => Subject::Some(0),
        ([_], _) => Subject::Nodes(nodes),
        (_, [missing]) => Subject::AllBut(*missing),
        ([_, _] | [_, _, _], _) => Subject::Nodes(nodes),
        _ => Subject::Some(tree.ids().filter(|&it| tree.is_leaf(it) && sectors.contains(it.into())).count()),
    }
}

/// The heading that has its own line since the series of some other one broke.
fn newer_heading(data: &Dataset) -> Option<SectorId> {
    data.sectors.ids().find(|&it| data.sectors.split_from(it).is_some())
}

/// Months of `gaps` in all.
fn missing_months(gaps: &[Span]) -> usize {
    gaps.iter().map(|it| it.len()).sum()
}
