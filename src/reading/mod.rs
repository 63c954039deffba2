//! Facts in words: a heading that states the finding and the sentences that back it.
//!
//! What is worth saying is decided here, once; [`en`] and [`ur`] say the same things, each
//! in its own order. Every claim follows from [`crate::facts`] and is tested against the
//! data for every month.

mod contributions;
pub(crate) mod en;
mod freelance;
mod multiples;
mod spans;
pub(crate) mod text;
pub(crate) mod ur;

use crate::calendar::{Month, Span};
use crate::data::{Amount, Dataset, SectorId, SectorSet};
use crate::facts::{
    Availability, Breakdown, Change, Contributor, Direction, Growth, Headline, Parts, PerDayChange,
    Rank, Row, Run, Trend, Vintage, Whole,
};
use crate::i18n::{Format, Lang};
use crate::measure::{Measure, Value};
use crate::query::VintageChoice;

pub use contributions::contributions;
pub use freelance::{freelance, share_of_services};
pub use multiples::multiples;
pub use spans::spans;
use text::Text;

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
        [&self.title, text::full_stop(lang), " ", &self.sentence].concat()
    }
}

pub fn headline(data: &Dataset, facts: &Headline, format: Format) -> Reading {
    let text = &mut Text::new(format);
    match format.lang.spoken() {
        Lang::En => en::headline(text, data, facts),
        Lang::Ur => ur::headline(text, data, facts),
    }
}

/// July to the headline's month against the same months a year before, one sentence. It
/// says that months are added up: the total that is published may differ a little.
pub fn year_to_date(facts: &Headline, format: Format) -> Option<String> {
    let it = facts.year_to_date.as_ref()?;
    let text = &mut Text::new(format);
    match format.lang.spoken() {
        Lang::En => en::year_to_date(text, it),
        Lang::Ur => ur::year_to_date(text, it),
    }
    Some(text.take())
}

/// The story of a month, the year to date included.
pub fn month(data: &Dataset, facts: &Headline, format: Format) -> Reading {
    let Reading { title, mut sentence } = headline(data, facts, format);
    if let Some(to_date) = year_to_date(facts, format) {
        sentence.push(' ');
        sentence.push_str(&to_date);
    }
    Reading { title, sentence }
}

/// The month whose "15%" started this page.
const STORY: Option<Month> = Month::new(2023, 10);

/// Which of the possible comparisons gave the story's 15%: only for October 2023.
pub fn story_check(facts: &Headline, format: Format) -> Option<Reading> {
    if Some(facts.month) != STORY {
        return None;
    }
    let text = &mut Text::new(format);
    match format.lang.spoken() {
        Lang::En => en::story_check(text, facts),
        Lang::Ur => ur::story_check(text, facts),
    }
}

pub fn trend(data: &Dataset, facts: &Trend, format: Format) -> Reading {
    let text = &mut Text::new(format);
    match format.lang.spoken() {
        Lang::En => en::trend(text, data, facts),
        Lang::Ur => ur::trend(text, data, facts),
    }
}

pub fn breakdown(data: &Dataset, facts: &Breakdown, format: Format) -> Reading {
    breakdown_with(data, facts, format, &|_| ())
}

/// The same with more sentences on what is behind the change, which `more` writes.
pub(crate) fn breakdown_with(
    data: &Dataset,
    facts: &Breakdown,
    format: Format,
    more: &dyn Fn(&mut Text),
) -> Reading {
    let text = &mut Text::new(format);
    match format.lang.spoken() {
        Lang::En => en::breakdown(text, data, facts, more),
        Lang::Ur => ur::breakdown(text, data, facts, more),
    }
}

/// How the mix of parts changed; `None` where no part can be told from the rest twice.
pub fn parts(data: &Dataset, facts: &Parts, format: Format) -> Option<Reading> {
    let mix = facts.mix?;
    let text = &mut Text::new(format);
    Some(match format.lang.spoken() {
        Lang::En => en::mixed(text, data, facts, mix),
        Lang::Ur => ur::mixed(text, data, facts, mix),
    })
}

/// Fewer months than this make no record worth naming.
const MONTHS_FOR_A_RANK: usize = 24;
/// Fewer years than this make no highest October worth naming.
const YEARS_FOR_A_RANK: usize = 4;
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
    Highest {
        joint: bool,
    },
    /// Of all Octobers, say, and its place among all months.
    HighestOfName {
        joint: bool,
        overall: Option<usize>,
    },
    /// Second or third of all months.
    High {
        place: usize,
    },
    /// Of all months.
    Lowest,
    LowestSince(Month),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    /// No month has come after with which to compare.
    Now,
    /// Among the months up to a past one.
    Then,
    /// Also among those that came after.
    Still,
}

fn standing(facts: &Headline) -> Option<Standing> {
    let (all, named) = (facts.rank, facts.rank_of_name);
    let ranked = all.of >= MONTHS_FOR_A_RANK;
    let holds = |rank: Rank| rank.place == rank.place_today && !rank.tied_today;
    let when = |rank: Rank| match rank {
        _ if rank.of == rank.of_today => When::Now,
        _ if holds(rank) => When::Still,
        _ => When::Then,
    };
    if ranked && all.place == 1 {
        return Some(Standing { claim: Claim::Highest { joint: all.tied }, when: when(all) });
    }
    if named.of >= YEARS_FOR_A_RANK && named.place == 1 {
        let when = when(named);
        // Said in one breath with the first claim, so it must be true of the same time.
        let same_time = match when {
            When::Now => holds(all),
            When::Then => true,
            When::Still => false,
        };
        let worth_naming = ranked && !all.tied && all.place <= LAST_PLACE_NAMED && same_time;
        let overall = worth_naming.then_some(all.place);
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
fn changes(facts: &Headline) -> impl Iterator<Item = Change> {
    [facts.on_month, facts.on_year].into_iter().flatten()
}

/// Whether one change goes up and the other down.
fn opposed(one: Direction, other: Direction) -> bool {
    one != other && one != Direction::Unchanged && other != Direction::Unchanged
}

/// A change per working day that goes another way than the plain change: the year's
/// rather than the month's.
fn contrary_per_day(facts: &Headline) -> Option<PerDayChange> {
    let contrary = |plain: Option<Change>, per_day: Option<PerDayChange>| {
        per_day.filter(|it| plain.is_some_and(|plain| plain.direction() != it.direction()))
    };
    contrary(facts.on_year, facts.per_day_on_year)
        .or_else(|| contrary(facts.on_month, facts.per_day_on_month))
}

/// The other print of the figure, when a reader sees that it is another: the first print
/// of a figure shown as latest, the last of one shown as first published.
fn other_print(facts: &Headline) -> Option<Vintage> {
    let other = match facts.vintage {
        VintageChoice::Latest => facts.first_print,
        VintageChoice::First => facts.last_print,
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
fn years_between(base: Span, now: Span) -> Option<usize> {
    let months = now.end().since(base.end());
    let years = (months + 1) / 12;
    (years >= 1 && (months - years * 12).abs() <= 1).then_some(years as usize)
}

/// What a trend is about.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Course {
    NothingChosen,
    NothingPublished,
    /// There are figures, but not those that the measure needs.
    TooFew,
    /// Percentages that went one way for some time.
    Run(Run),
    /// The last value is all there is to say.
    Last,
    Growth(Growth),
}

/// So many periods in a row are worth a heading.
const LONG_RUN: usize = 3;

fn course(facts: &Trend) -> Course {
    match (facts.growth, facts.run) {
        _ if facts.sectors.is_empty() => Course::NothingChosen,
        _ if missing_months(&facts.gaps) == facts.range.len() => Course::NothingPublished,
        _ if facts.values.is_empty() => Course::TooFew,
        (_, Some(run)) if run.count >= LONG_RUN && run.direction != Direction::Unchanged => {
            Course::Run(run)
        }
        (Some(growth), None) => Course::Growth(growth),
        (_, _) => Course::Last,
    }
}

/// What a breakdown is about.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Finding<'a> {
    NothingChosen,
    NotPublished,
    /// One heading, or none that can be named before others: the change of the whole is
    /// the finding.
    One(&'a Whole),
    /// What moved the whole most, and how much of its change that is.
    Moved(&'a Whole, Contributor, Portion),
    /// The whole hardly changed.
    Steady(&'a Whole),
    /// Nothing to compare with: the largest part.
    Largest(&'a Whole, &'a Row),
}

fn finding(facts: &Breakdown) -> Finding<'_> {
    let Some(whole) = &facts.whole else {
        return match facts.availability {
            Availability::NothingChosen => Finding::NothingChosen,
            _ => Finding::NotPublished,
        };
    };
    let direction = whole.change.map(|it| it.direction());
    let moved = match direction {
        Some(Direction::Up) => facts.gain,
        Some(Direction::Down) => facts.loss,
        Some(Direction::Unchanged) | None => None,
    };
    match (facts.rows.as_slice(), direction, moved) {
        ([] | [_], ..) => Finding::One(whole),
        (_, Some(Direction::Unchanged), _) => Finding::Steady(whole),
        (_, Some(_), Some(part)) => {
            let growth = whole.change.map_or(0.0, |it| it.percent());
            Finding::Moved(whole, part, Portion::of(part.points / growth))
        }
        (_, Some(_), None) => Finding::One(whole),
        ([largest, ..], None, _) => Finding::Largest(whole, largest),
    }
}

/// Contributions nearer to nought than this, in percentage points, go unmentioned.
const POINTS_WORTH_NAMING: f64 = 0.1;

/// The part that went furthest against the change of the whole.
fn countered(facts: &Breakdown, direction: Direction) -> Option<Contributor> {
    let part = match direction {
        Direction::Up => facts.loss,
        Direction::Down => facts.gain,
        Direction::Unchanged => None,
    };
    part.filter(|it| it.points.abs() >= POINTS_WORTH_NAMING)
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
    let bundle = tree.ids().find(|&it| tree.is_bundle(it) && tree.leaves(it) == sectors);
    let nodes = bundle.map_or_else(|| tree.nodes(sectors), |it| vec![it]);
    let missing = tree.nodes(tree.all() - sectors);
    match (nodes.as_slice(), missing.as_slice()) {
        ([SectorId::TOTAL], _) => Subject::All,
        ([], _) => Subject::Some(0),
        ([_], _) => Subject::Nodes(nodes),
        (_, [missing]) => Subject::AllBut(*missing),
        ([_, _] | [_, _, _], _) => Subject::Nodes(nodes),
        _ => Subject::Some(
            tree.ids().filter(|&it| tree.is_leaf(it) && sectors.contains(it.into())).count(),
        ),
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

/// The month within the columns from which a series of the chosen sectors means another.
fn break_in_columns(data: &Dataset, facts: &Parts) -> Option<Month> {
    let (first, last) = (facts.columns.first()?.span, facts.columns.last()?.span);
    let month = data.sectors.series_break(facts.sectors).month()?;
    (first.start() < month && month <= last.end()).then_some(month)
}

/// A mean, rounded to thousands of dollars for wording.
fn millions(value: f64) -> Amount {
    Amount::from_thousands((value * 1000.0).round() as i64)
}

fn monthly_mean(value: &Value) -> Amount {
    millions(value.amount.millions() / value.span.len() as f64)
}

/// Whether the value's period is as long as the frequency has it.
fn is_regular(facts: &Trend, value: &Value) -> bool {
    value.span.len() as i32 == facts.frequency.months()
}

/// Whether a trend's peak is worth a sentence: of amounts, among enough of them.
fn names_peak(facts: &Trend) -> bool {
    matches!(facts.measure, Measure::Level | Measure::PerDay)
        && facts.values.len() >= 6
        && facts.break_at.is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Status;
    use crate::facts::Basis;

    fn span(text: &str) -> Span {
        text.parse().unwrap()
    }

    fn growth(times: f64) -> Growth {
        Growth {
            basis: Basis::SameMonths,
            now: span("2026-07"),
            now_value: times * 100.0,
            base: span("2019-07"),
            base_value: 100.0,
            ratio: times - 1.0,
            status: Status::Final,
        }
    }

    #[test]
    fn a_heading_never_says_more_than_the_figures() {
        for (times, words) in [
            (0.4, Size::MoreThanHalved),
            (0.5, Size::Down(-50.0)),
            (0.9, Size::Down(-10.0)),
            (1.0004, Size::Unchanged),
            (1.25, Size::Up(25.0)),
            (1.93, Size::Up(93.0)),
            (1.95, Size::Nearly(2)),
            (2.0, Size::Exactly(2)),
            (2.05, Size::MoreThan(2)),
            (2.89, Size::MoreThan(2)),
            (2.92, Size::Nearly(3)),
            (3.237, Size::MoreThan(3)),
            (5.9, Size::Nearly(6)),
        ] {
            let rounded = match size(&growth(times)) {
                Size::Up(percent) => Size::Up(percent.round()),
                Size::Down(percent) => Size::Down(percent.round()),
                size => size,
            };
            assert_eq!(rounded, words, "{times}");
        }
    }

    #[test]
    fn years_are_whole_within_a_month() {
        for (base, now, years) in [
            ("2019-07", "2026-07", Some(7)),
            ("2019-07..2020-06", "2025-08..2026-07", Some(6)),
            ("2019-07..2020-06", "2023-02..2024-01", None),
            ("2025-07", "2026-06", Some(1)),
            ("2026-06", "2026-07", None),
        ] {
            assert_eq!(years_between(span(base), span(now)), years, "{base} {now}");
        }
    }

    #[test]
    fn portions_are_true_of_the_share_they_name() {
        for (share, portion) in [
            (1.2, Portion::All),
            (1.0, Portion::All),
            (0.93, Portion::NearlyAll),
            (0.7, Portion::OverTwoThirds),
            (0.521, Portion::OverHalf),
            (0.5, Portion::OverThird),
            (0.3, Portion::OverQuarter),
            (0.2, Portion::Largest),
        ] {
            assert_eq!(Portion::of(share), portion);
        }
    }
}
