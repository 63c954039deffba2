//! A month's total in sentences, the year up to it, and the story that this page grew from.

use std::iter::Peekable;

use super::text::{Base, Percent, Points, Say as _, Text, say};
use super::{Reading, en, freelance, ur};
use crate::calendar::Month;
use crate::data::{Amount, Dataset};
use crate::facts::{
    Change, Contributor, Direction, Headline, PerDayChange, RankThroughTime, Vintage, YearToDate,
};
use crate::i18n::{Format, Lang};
use crate::query::VintageChoice;

/// A month: its level, what it is compared with, how it stands among the others, how firm
/// it is.
pub fn headline(data: &Dataset, facts: &Headline, format: Format) -> Reading {
    let text = &mut Text::new(format);
    let lang = text.lang();
    let standing = standing(facts);
    let record = standing.is_some_and(|it| it.claim == Claim::Highest { joint: false });
    match lang {
        Lang::En => english_title(text, facts, record),
        Lang::Ur => urdu_title(text, facts, record),
    }
    let title = text.take();
    match lang {
        Lang::En => english_level(text, facts),
        Lang::Ur => urdu_level(text, facts),
    }
    text.stop();
    if let Some(it) = contrary_per_day(facts) {
        match lang {
            Lang::En => english_per_day(text, it, facts.month),
            Lang::Ur => urdu_per_day(text, it, facts.month),
        }
        text.stop();
    }
    if let Some(it) = standing {
        match lang {
            Lang::En => english_standing(text, it, facts.month),
            Lang::Ur => urdu_standing(text, it, facts.month),
        }
        text.stop();
    }
    if let Some(it) = facts.largest {
        match lang {
            Lang::En => english_largest(text, data, it),
            Lang::Ur => urdu_largest(text, data, it),
        }
        text.stop();
        if it.points > 0.0 {
            freelance::beside_most(text, data, facts.vintage, it.heading, facts.month.into());
        }
    }
    match lang {
        Lang::En => english_firmness(text, facts, other_print(facts)),
        Lang::Ur => urdu_firmness(text, facts, other_print(facts)),
    }
    text.stop();
    Reading { title, sentence: text.take() }
}

/// July to the headline's month against the same months a year before, one sentence. It
/// says that months are added up: the total that is published may differ a little.
pub fn year_to_date(facts: &Headline, format: Format) -> Option<String> {
    let it = facts.year_to_date.as_ref()?;
    let text = &mut Text::new(format);
    match text.lang() {
        Lang::En => english_year_to_date(text, it),
        Lang::Ur => urdu_year_to_date(text, it),
    }
    text.stop();
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
    let compared = Compared {
        on_month: facts.on_month?,
        on_year: facts.on_year?,
        per_day_on_month: facts.per_day_on_month?,
        per_day_on_year: facts.per_day_on_year?,
    };
    let text = &mut Text::new(format);
    let title = match text.lang() {
        Lang::En => {
            english_story(text, facts, compared);
            "Was it 15%?"
        }
        Lang::Ur => {
            urdu_story(text, facts, compared);
            "کیا اضافہ واقعی 15 فیصد تھا؟"
        }
    };
    Some(Reading { title: title.to_owned(), sentence: text.take() })
}

// What is worth saying

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
    let ranked = all.then.of >= MONTHS_FOR_A_RANK;
    let holds = |rank: RankThroughTime| rank.then.place == rank.today.place && !rank.today.tied;
    let when = |rank: RankThroughTime| match rank {
        _ if rank.then.of == rank.today.of => When::Now,
        _ if holds(rank) => When::Still,
        _ => When::Then,
    };
    if ranked && all.then.place == 1 {
        return Some(Standing { claim: Claim::Highest { joint: all.then.tied }, when: when(all) });
    }
    if named.then.of >= YEARS_FOR_A_RANK && named.then.place == 1 {
        let when = when(named);
        // Said in one breath with the first claim, so it must be true of the same time.
        let same_time = match when {
            When::Now => holds(all),
            When::Then => true,
            When::Still => false,
        };
        let worth_naming =
            ranked && !all.then.tied && all.then.place <= LAST_PLACE_NAMED && same_time;
        let overall = worth_naming.then_some(all.then.place);
        let claim = Claim::HighestOfName { joint: named.then.tied, overall };
        return Some(Standing { claim, when });
    }
    let when = if facts.is_latest_month { When::Now } else { When::Then };
    let claim = match facts.lowest_since {
        _ if !ranked => return None,
        _ if all.then.place <= 3 && !all.then.tied => Claim::High { place: all.then.place },
        None => Claim::Lowest,
        Some(since) if facts.month.since(since) > 12 => Claim::LowestSince(since),
        Some(_) => return None,
    };
    Some(Standing { claim, when })
}

/// How a change follows what stands before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Link {
    First,
    /// It goes the other way than the one before.
    But,
    And,
}

/// The changes worth naming, on the month before and on the year before.
fn changes(facts: &Headline) -> Peekable<impl Iterator<Item = (Link, Change)>> {
    let mut before = None;
    let linked = move |change: Change| {
        let way = change.direction();
        let link = match before.replace(way) {
            None => Link::First,
            Some(before) if opposed(before, way) => Link::But,
            Some(_) => Link::And,
        };
        (link, change)
    };
    [facts.on_month, facts.on_year].into_iter().flatten().map(linked).peekable()
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

/// Every comparison that may have given the story's 15%.
#[derive(Clone, Copy)]
struct Compared {
    on_month: Change,
    on_year: Change,
    per_day_on_month: PerDayChange,
    per_day_on_year: PerDayChange,
}

// The words

fn english_title(text: &mut Text, facts: &Headline, record: bool) {
    say!(text, concat!(package_text!(subject en), " in "), facts.month, ": ");
    if record {
        say!(text, "a record ");
    }
    say!(text, facts.amount);
    if let Some(change) = facts.on_year {
        say!(text, ", ");
        en::brief(text, change);
    }
}

fn urdu_title(text: &mut Text, facts: &Headline, record: bool) {
    say!(text, facts.month, concat!(" میں ", package_text!(subject ur), " "));
    if record {
        say!(text, "ریکارڈ ");
    }
    say!(text, facts.amount);
    if let Some(change) = facts.on_year {
        say!(text, "، ");
        ur::compared(text, change, &ur::Period(change.base));
    }
}

fn english_level(text: &mut Text, facts: &Headline) {
    if facts.vintage == VintageChoice::First {
        say!(text, "As first published, ");
    }
    say!(text, concat!(package_text!(country en), " exported "), facts.amount);
    say!(text, concat!(" of ", package_text!(goods en), " in "), facts.month);
    for (link, change) in changes(facts) {
        let word = match link {
            Link::First => ": ",
            Link::But => " but ",
            Link::And => " and ",
        };
        say!(text, word);
        en::compared(text, change);
        say!(text, "in ", Base { base: change.base.start(), month: facts.month });
    }
}

/// Of two changes, what goes the same way is said once, at the end.
fn urdu_level(text: &mut Text, facts: &Headline) {
    if facts.vintage == VintageChoice::First {
        say!(text, "پہلی اشاعت کے مطابق ");
    }
    say!(text, facts.month, concat!(" میں ", package_text!(title ur), " "), facts.amount, " رہیں");
    let mut changes = changes(facts);
    while let Some((link, change)) = changes.next() {
        let word = match link {
            Link::First => "، جو ",
            Link::But => " مگر ",
            Link::And => " اور ",
        };
        say!(text, word);
        let base = Base { base: change.base.start(), month: facts.month };
        let way = change.direction();
        let next = changes.peek().map(|(_, next)| next.direction());
        if way != Direction::Unchanged && next == Some(way) {
            say!(text, base, " کے مقابلے میں ", Percent(change.percent()));
        } else {
            ur::compared(text, change, &base);
        }
        if next.is_none() {
            say!(text, if facts.is_latest_month { " ہیں" } else { " تھیں" });
        }
    }
}

fn english_per_day(text: &mut Text, it: PerDayChange, month: Month) {
    say!(text, "Per working day, exports were ");
    en::than(text, it.percent(), " higher than ", " lower than ");
    say!(text, "in ", Base { base: it.base.start(), month });
    say!(text, " (", it.days, " days against ", it.base_days, ")");
}

fn urdu_per_day(text: &mut Text, it: PerDayChange, month: Month) {
    say!(text, "فی یومِ کار برآمدات ");
    ur::against(text, it.percent(), &Base { base: it.base.start(), month });
    say!(text, " رہیں (", it.base_days, " کے مقابلے میں ", it.days, " ایامِ کار)");
}

fn english_standing(text: &mut Text, it: Standing, month: Month) {
    let it_is = match (it.when, it.claim) {
        (When::Now, _) => "It is ",
        (_, Claim::LowestSince(_)) => "It was ",
        (When::Then, _) => "At the time it was ",
        (When::Still, _) => "It is still ",
    };
    say!(text, it_is);
    let highest = |joint: bool| if joint { "joint-highest" } else { "highest" };
    match it.claim {
        Claim::Highest { joint } => say!(text, "the ", highest(joint), " month on record"),
        Claim::HighestOfName { joint, overall } => {
            let name = text.format.month_name(month);
            say!(text, "the ", highest(joint), " ", name, " on record");
            if let Some(place) = overall {
                say!(text, " and the ");
                en::ordinal_highest(text, place);
                say!(text, " month");
            }
        }
        Claim::High { place } => {
            say!(text, "the ");
            en::ordinal_highest(text, place);
            say!(text, " month on record");
        }
        Claim::Lowest => say!(text, "the lowest month on record"),
        Claim::LowestSince(since) => say!(text, "the lowest month since ", since),
    }
}

fn urdu_standing(text: &mut Text, it: Standing, month: Month) {
    if let Claim::LowestSince(since) = it.claim {
        let verb = if it.when == When::Now { " ہے" } else { " تھی" };
        return say!(text, "یہ ", since, " کے بعد کی کم ترین ماہانہ سطح", verb);
    }
    let (until, verb) = match it.when {
        When::Now => ("یہ اب تک ", " ہے"),
        When::Then => ("یہ اس وقت تک ", " تھی"),
        When::Still => ("یہ آج بھی ", " ہے"),
    };
    let highest = |joint: bool| {
        if joint { "مشترکہ طور پر بلند ترین" } else { "بلند ترین" }
    };
    say!(text, until);
    match it.claim {
        Claim::Highest { joint } => say!(text, "تمام مہینوں کی ", highest(joint)),
        Claim::HighestOfName { joint, overall } => {
            say!(text, "کسی بھی ", text.format.month_name(month), " کی ", highest(joint));
            if let Some(place) = overall {
                say!(text, " اور تمام مہینوں میں ");
                ur::ordinal_highest(text, place);
            }
        }
        Claim::High { place } => {
            say!(text, "تمام مہینوں میں ");
            ur::ordinal_highest(text, place);
        }
        Claim::Lowest | Claim::LowestSince(_) => say!(text, "تمام مہینوں کی کم ترین"),
    }
    say!(text, " سطح", verb);
}

fn english_largest(text: &mut Text, data: &Dataset, it: Contributor) {
    let change = if it.points > 0.0 { "rise" } else { "fall" };
    say!(text, en::Name(data, it.heading), " contributed most to the ", change, " on the year, ");
    say!(text, Points(it.points), " percentage points");
}

fn urdu_largest(text: &mut Text, data: &Dataset, it: Contributor) {
    let change = if it.points > 0.0 { "اضافے" } else { "کمی" };
    say!(text, "سالانہ ", change, " میں سب سے بڑا حصہ ", ur::Name(data, it.heading));
    say!(text, " کا رہا، یعنی ", Points(it.points), " فیصد پوائنٹ");
}

fn english_firmness(text: &mut Text, facts: &Headline, other: Option<Vintage>) {
    let status = en::status(facts.status);
    if let Some(status) = status {
        say!(text, "The figure is ", status);
    }
    if let Some(it) = other {
        if status.is_some() {
            say!(text, "; ");
        }
        let which = match facts.vintage {
            VintageChoice::Latest => " it was first put at ",
            VintageChoice::First => " it was last put at ",
        };
        en::published(text, it.published);
        say!(text, which, it.amount);
    }
}

fn urdu_firmness(text: &mut Text, facts: &Headline, other: Option<Vintage>) {
    let status = ur::status(facts.status);
    if let Some(status) = status {
        say!(text, "یہ عدد ", status);
    }
    if let Some(it) = other {
        if status.is_some() {
            say!(text, "؛ ");
        }
        let (which, verb) = match facts.vintage {
            VintageChoice::Latest => ("پہلی بار ", " بتائی گئی تھی"),
            VintageChoice::First => ("آخری بار ", " بتائی گئی"),
        };
        say!(text, which);
        ur::published(text, it.published);
        say!(text, " یہ رقم ", it.amount, verb);
    }
}

fn english_year_to_date(text: &mut Text, it: &YearToDate) {
    let base = if it.span.is_month() {
        say!(text, "In ", it.span, ", the first month of ");
        say!(text, text.format.fiscal_year(it.span.end()), ", exports came to ");
        "in "
    } else {
        say!(text, "The months of ", it.span, " add up to ");
        "those of "
    };
    say!(text, it.amount);
    if let Some(change) = it.change {
        say!(text, ", ");
        en::compared(text, change);
        say!(text, base, change.base);
    }
}

fn urdu_year_to_date(text: &mut Text, it: &YearToDate) {
    if it.span.is_month() {
        say!(text, text.format.fiscal_year(it.span.end()), " کے پہلے مہینے ", ur::Period(it.span));
        say!(text, " میں برآمدات ", it.amount, " رہیں");
        if let Some(change) = it.change {
            say!(text, "، جو ");
            ur::compared(text, change, &ur::Period(change.base));
            say!(text, " ہیں");
        }
    } else {
        say!(text, ur::MonthsOf(it.span), " کے مہینوں کا مجموعہ ", it.amount, " ہے");
        if let Some(change) = it.change {
            say!(text, "، جو ");
            ur::compared(text, change, &ur::MonthsOf(change.base));
            say!(text, " ہے");
        }
    }
}

fn english_story(text: &mut Text, facts: &Headline, it: Compared) {
    let format = text.format;
    let change = |it: f64| format.signed_percent(it);
    let (day_month, day_year) = (it.per_day_on_month, it.per_day_on_year);
    say!(text, facts.month, " brought ", facts.amount, ": ");
    say!(text, change(it.on_month.percent()), " on ", it.on_month.base, " and ");
    say!(text, change(it.on_year.percent()), " on ", it.on_year.base);
    text.stop();
    say!(text, format.month_name(facts.month), " had ", day_month.days, " working days and ");
    say!(text, format.month_name(it.on_month.base.start()), " ", day_month.base_days);
    say!(text, ", so per working day the change was ", change(day_month.percent()));
    say!(text, " on the month and ", change(day_year.percent()), " on the year");
    text.stop();
}

fn urdu_story(text: &mut Text, facts: &Headline, it: Compared) {
    let change = |text: &mut Text, percent: f64| {
        let way = match Direction::of_percent(percent) {
            Direction::Up => " زیادہ",
            Direction::Down => " کم",
            Direction::Unchanged => " تبدیل",
        };
        say!(text, Percent(percent), way);
    };
    let format = text.format;
    let (day_month, day_year) = (it.per_day_on_month, it.per_day_on_year);
    say!(text, facts.month, " میں برآمدات ", facts.amount, " رہیں: ");
    say!(text, ur::Period(it.on_month.base), " کے مقابلے میں ");
    change(text, it.on_month.percent());
    say!(text, " اور ", ur::Period(it.on_year.base), " کے مقابلے میں ");
    change(text, it.on_year.percent());
    text.stop();
    say!(text, format.month_name(facts.month), " میں ", day_month.days, " ایامِ کار تھے اور ");
    say!(text, format.month_name(it.on_month.base.start()), " میں ", day_month.base_days);
    say!(text, "، اس لیے فی یومِ کار برآمدات ماہانہ بنیاد پر ");
    change(text, day_month.percent());
    say!(text, " اور سالانہ بنیاد پر ");
    change(text, day_year.percent());
    say!(text, " تھیں");
    text.stop();
}
